/** Each ALTER of a table may rebuild it, and two take twice as long as one. */
import { key, named } from '../change.ts';
import { onExisting } from '../pass.ts';
import { MYSQL, trouble, type Rule } from '../rule.ts';

export const noRepeatedAlter: Rule = {
  id: 'no-repeated-alter',
  group: 'locks',
  title: 'One table is altered several times',
  why: 'Each ALTER waits for its own lock, and each that rebuilds the table does so with all its rows. MySQL and MariaDB take several changes in one statement; the replicas follow one by one.',
  severity: { recommended: 'info', 'add-only': 'info', strict: 'warning' },
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'two columns of one table',
        upgrade:
          'op.add_column("note", sa.Column("a", sa.Integer()))\nop.add_column("note", sa.Column("b", sa.Integer()))',
        at: 'op.add_column("note", sa.Column("b"',
      },
    ],
    good: [
      {
        caption: 'one statement',
        upgrade: 'op.execute("ALTER TABLE note ADD a INT, ADD b INT")',
      },
      {
        caption: 'two tables, and a new one',
        upgrade:
          'op.add_column("note", sa.Column("a", sa.Integer()))\nop.add_column("user", sa.Column("a", sa.Integer()))\nop.create_table("tag", sa.Column("id", sa.Integer()))\nop.create_index("a", "tag", ["id"])\nop.create_index("b", "tag", ["id"])',
      },
    ],
  },
  check: (pass) => {
    const changes = onExisting(
      pass,
      ...(['add-column', 'drop-column', 'alter-column', 'rename-column', 'create-index'] as const),
      ...(['drop-index', 'add-constraint', 'drop-constraint', 'table-option'] as const),
    );
    const said = new Set<string>();
    return changes.flatMap((change, at) => {
      const { table } = change;
      if (table === null || said.has(key(table))) return [];
      const first = changes
        .slice(0, at)
        .find((other) => other.table !== null && key(other.table) === key(table) && !isOne(other, change));
      if (!first) return [];
      said.add(key(table));
      return [
        trouble(
          change,
          `Table ${named(table)} is altered here and on line ${first.line}: each statement waits for the table’s lock again, and may rebuild it again.`,
          `Make it one statement:\nop.execute("ALTER TABLE ${table} ADD COLUMN …, ADD COLUMN …")`,
        ),
      ];
    });
  },
};

/** Whether two changes come of one statement. */
const isOne = (
  a: { readonly operation: unknown; readonly line: number },
  b: { readonly operation: unknown; readonly line: number },
): boolean => (a.operation === null ? a.line === b.line : a.operation === b.operation);
