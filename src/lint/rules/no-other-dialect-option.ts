/** An option for another engine does nothing here, and nobody says so. */
import type { Change } from '../change.ts';
import { ALL_WARNING, trouble, type Rule } from '../rule.ts';

const PREFIX: Readonly<Record<string, readonly string[]>> = {
  mysql: ['mysql_', 'mariadb_'],
  mariadb: ['mysql_', 'mariadb_'],
  postgresql: ['postgresql_'],
  sqlite: ['sqlite_'],
};
const ALL = ['mysql_', 'mariadb_', 'postgresql_', 'sqlite_', 'mssql_', 'oracle_'];

export const noOtherDialectOption: Rule = {
  id: 'no-other-dialect-option',
  group: 'traps',
  title: 'An option for another database',
  why: 'SQLAlchemy passes over options of other dialects without a word: `postgresql_concurrently` builds an ordinary, blocking index on MySQL.',
  severity: { recommended: 'info', 'add-only': 'info', strict: ALL_WARNING.strict },
  engines: ['mysql', 'mariadb', 'postgresql'],
  examples: {
    bad: [
      {
        caption: 'PostgreSQL’s, elsewhere',
        upgrade: 'op.create_index("ix_a", "user", ["a"], postgresql_concurrently=True)',
        at: 'op.create_index',
        engines: ['mysql', 'mariadb'],
      },
      {
        caption: 'a condition, without which a unique index forbids more',
        upgrade:
          'op.create_index("ix_a", "user", ["a"], unique=True, postgresql_where=sa.text("gone IS NULL"))',
        at: 'op.create_index',
        engines: ['mysql', 'mariadb'],
        says: 'over all rows',
      },
      {
        caption: 'MySQL’s, elsewhere',
        upgrade: 'op.create_table("user", sa.Column("id", sa.Integer()), mysql_engine="InnoDB")',
        at: 'op.create_table',
        engines: ['postgresql'],
      },
    ],
    good: [
      {
        caption: 'options for several, this one among them',
        upgrade: 'op.create_index("ix_a", "user", ["a"], postgresql_using="btree", mysql_length=9)',
      },
    ],
  },
  check: ({ changes, engine }) =>
    changes.flatMap((change) => {
      const own = PREFIX[engine ?? ''] ?? [];
      if (change.operation?.kind !== 'call') return [];
      const options = Object.keys(change.operation.keywords).filter((name) =>
        ALL.some((prefix) => name.startsWith(prefix)),
      );
      const foreign = options.filter((name) => !own.some((prefix) => name.startsWith(prefix)));
      if (foreign.length === 0 || foreign.length < options.length) return [];
      const list = foreign.map((name) => `\`${name}\``).join(', ');
      return [
        trouble(
          change,
          `${list} ${foreign.length === 1 ? 'is an option' : 'are options'} of another database: here ${whatComes(change, foreign)}.`,
          'Remove it, or write what this database has for it.',
        ),
      ];
    }),
};

/** An index without its condition is another index. */
function whatComes(change: Change, foreign: readonly string[]): string {
  if (change.kind !== 'create-index' || !foreign.some((name) => name.endsWith('_where')))
    return 'nothing comes of it';
  return change.unique
    ? 'the unique index is over all rows, and refuses values that were to be allowed outside of the condition'
    : 'the index is over all rows';
}
