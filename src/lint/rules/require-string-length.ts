/** VARCHAR has a length on MySQL, and SQLAlchemy does not guess one. */
import { columnNamed } from '../change.ts';
import { columnCalls, columnOf } from '../columns.ts';
import { tableOf } from '../arguments.ts';
import type { CallValue } from '../../revision/operation.ts';
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
      const bare = columnCalls(operation).filter(
        (call) => columnOf(call).type?.name === 'varchar' && call.args.some((value) => isBareString(value)),
      );
      const names = bare.map((call) => columnNamed(tableOf(operation), columnOf(call).name));
      const place = (call: CallValue) => ({
        line: lineAt(text, call.span.from),
        endLine: lineAt(text, call.span.to),
        span: call.span,
      });
      if (engine !== 'postgresql')
        return bare.map((call, index) =>
          trouble(
            place(call),
            `${names[index] ?? ''} is a sa.String without length: the migration fails with "VARCHAR requires a length on dialect ${engine ?? 'mysql'}".`,
            'Give it a length:\nsa.String(length=255)',
          ),
        );
      // Said once for a table: nothing fails here, and many projects mean it.
      const [first] = bare;
      const more = names.length > 1 ? ` and ${String(names.length - 1)} more` : '';
      return first === undefined
        ? []
        : [
            trouble(
              place(first),
              `${names[0] ?? ''}${more} ${more === '' ? 'is a text' : 'are texts'} of any length.`,
              'Give sa.String a length, or write sa.Text() to say that this is meant.',
              'info',
            ),
          ];
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
