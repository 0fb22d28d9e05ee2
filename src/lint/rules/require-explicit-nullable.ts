/** Whether a column takes NULL should be read, not remembered. */
import { lineAt } from '../../revision/python/source.ts';
import { addArgument } from '../argument-splice.ts';
import { boolOf, tableOf } from '../arguments.ts';
import { columnNamed } from '../change.ts';
import { columnCalls, columnOf, constraintOf } from '../columns.ts';
import { trouble, WARNING_ERROR, type Rule } from '../rule.ts';

export const requireExplicitNullable: Rule = {
  id: 'require-explicit-nullable',
  group: 'traps',
  title: 'A column without nullable=',
  why: 'SQLAlchemy’s default is nullable, a model’s `Mapped[str]` is not: who reviews the migration must guess what was meant. Autogenerate always writes it.',
  severity: WARNING_ERROR,
  examples: {
    bad: [
      {
        caption: 'a new column',
        upgrade: 'op.add_column("user", sa.Column("name", sa.String(50)))',
        at: 'op.add_column',
      },
      {
        caption: 'with a comma at the end',
        upgrade:
          'op.create_table(\n    "user",\n    sa.Column(\n        "name",\n        sa.Text(),\n    ),\n)',
        at: 'sa.Column(',
      },
    ],
    good: [
      { caption: 'said', upgrade: 'op.add_column("user", sa.Column("name", sa.Text(), nullable=False))' },
      {
        caption: 'primary keys, and columns that are computed or numbered',
        upgrade:
          'op.create_table("user", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Integer()), sa.Column("n", sa.Integer(), sa.Computed("1")), sa.Column("m", sa.Integer(), sa.Identity()), sa.PrimaryKeyConstraint("a"))',
      },
      {
        caption: 'keywords that are computed',
        upgrade: 'op.add_column("user", sa.Column("a", sa.Integer(), **rest()))',
      },
    ],
  },
  check: ({ changes, text }) =>
    changes.flatMap(({ operation, kind }) => {
      if (operation?.kind !== 'call' || kind === 'add-constraint') return [];
      const keys = operation.args.flatMap((value) => {
        const constraint = constraintOf(value);
        return constraint?.kind === 'primary-key' ? (constraint.columns ?? []) : [];
      });
      return columnCalls(operation).flatMap((call) => {
        const { name, primaryKey, generated, identity } = columnOf(call);
        const isKey = primaryKey || (name !== null && keys.includes(name));
        const said = call.keywords['nullable'] !== undefined || '**' in call.keywords;
        // What an identity numbers is NOT NULL to SQLAlchemy.
        if (said || isKey || generated || identity || boolOf(call.keywords['system']) === true) return [];
        const place = {
          line: lineAt(text, call.span.from),
          endLine: lineAt(text, call.span.to - 1),
          span: call.span,
        };
        const column = columnNamed(tableOf(operation), name);
        return [
          trouble(
            place,
            `${column} does not say whether it takes NULL, so whoever reviews it must know that by default it does.`,
            'Say it:',
          ),
        ];
      });
    }),
  fix: ({ span }, text) => (span === null ? [] : addArgument(span, text, 'nullable=True')),
};
