/** VARCHAR has a length on MySQL, and SQLAlchemy does not guess one. */
import { columnNamed } from '../change.ts';
import { columnCalls, columnOf } from '../columns.ts';
import { tableOf } from '../arguments.ts';
import { lineAt } from '../../revision/python/source.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';

export const requireStringLength: Rule = {
  id: 'require-string-length',
  group: 'traps',
  title: 'sa.String() without a length',
  why: 'On MySQL and MariaDB the migration fails with "VARCHAR requires a length on dialect mysql". On PostgreSQL the column is unbounded, which is only worth knowing.',
  severity: ALL_ERROR,
  engines: ['mysql', 'mariadb', 'postgresql'],
  examples: {
    bad: [
      {
        caption: 'a new column',
        upgrade: 'op.add_column("user", sa.Column("name", sa.String(), nullable=True))',
        at: 'op.add_column',
      },
      {
        caption: 'among others in a new table',
        upgrade:
          'op.create_table(\n    "user",\n    sa.Column("id", sa.Integer(), nullable=False),\n    sa.Column("name", sa.String, nullable=True),\n)',
        at: 'sa.Column("name"',
      },
    ],
    good: [
      {
        caption: 'with a length',
        upgrade: 'op.add_column("user", sa.Column("name", sa.String(length=50), nullable=True))',
      },
      {
        caption: 'a length that is computed, and text',
        upgrade:
          'op.add_column("user", sa.Column("a", sa.String(width()), nullable=True))\nop.add_column("user", sa.Column("b", sa.Text(), nullable=True))',
      },
    ],
  },
  check: ({ changes, text, engine }) =>
    changes.flatMap(({ operation }) => {
      if (operation?.kind !== 'call') return [];
      return columnCalls(operation).flatMap((call) => {
        const { name, type } = columnOf(call);
        const spelled = call.args.find((value) => isBareString(value));
        if (type?.name !== 'varchar' || spelled === undefined) return [];
        const line = lineAt(text, call.span.from);
        const column = columnNamed(tableOf(operation), name);
        const place = { line, endLine: lineAt(text, call.span.to), span: call.span };
        return engine === 'postgresql'
          ? [
              trouble(
                place,
                `${column} is a text of any length.`,
                'Give sa.String a length, or write sa.Text() to say that this is meant.',
                'info',
              ),
            ]
          : [
              trouble(
                place,
                `${column} is a sa.String without length: the migration fails with "VARCHAR requires a length on dialect ${engine ?? 'mysql'}".`,
                'Give it a length:\nsa.String(length=255)',
              ),
            ];
      });
    }),
};

/** `sa.String`, `sa.String()`; a length that is computed is one. */
function isBareString(value: Parameters<typeof columnOf>[0] & {}): boolean {
  const bare = /^(?:String|Unicode|VARCHAR)$/;
  if (value.kind === 'name') return bare.test(value.name);
  if (value.kind !== 'call' || value.on !== null) return false;
  return (
    bare.test(value.callee) &&
    value.args.length === 0 &&
    Object.keys(value.keywords).every((one) => one !== 'length' && one !== '**')
  );
}
