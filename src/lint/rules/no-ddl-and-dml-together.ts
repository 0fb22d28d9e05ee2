/** On MySQL every schema change commits what was written before it, so a failure leaves half of a migration. */
import { changesIn, onExisting } from '../pass.ts';
import { MYSQL, STRICT_ERROR, trouble, type Rule } from '../rule.ts';

export const noDdlAndDmlTogether: Rule = {
  id: 'no-ddl-and-dml-together',
  group: 'traps',
  title: 'Rows are written before the schema changes',
  why: 'MySQL and MariaDB commit at every schema change. If one of them fails, the rows that were written before it stay, the version does not move, and the next attempt writes them again.',
  severity: STRICT_ERROR,
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'an update, then a schema change',
        upgrade:
          'op.execute("UPDATE user SET n = n + 1 WHERE id = 1")\nop.create_index("ix_n", "user", ["n"])',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'rows of a table that was just made, which stops the next attempt anyway',
        upgrade:
          'op.create_table("role", sa.Column("name", sa.String(9), primary_key=True))\nop.execute("INSERT INTO role VALUES (\'guest\')")\nop.create_index("ix_n", "user", ["n"])',
      },
      { caption: 'only rows', upgrade: 'op.execute("UPDATE user SET n = 1 WHERE id = 1")' },
      {
        caption: 'rows last',
        upgrade: 'op.create_index("ix_n", "user", ["n"])\nop.execute("UPDATE user SET n = 1 WHERE id = 1")',
      },
    ],
  },
  check: (pass) => {
    const writes = onExisting(pass, 'write');
    const later = changesIn(
      pass,
      'upgrade',
      'create-table',
      'drop-table',
      'add-column',
      'drop-column',
      'alter-column',
      'create-index',
      'drop-index',
      'add-constraint',
      'drop-constraint',
      'rename-table',
      'rename-column',
    ).at(-1);
    const [first] = writes;
    if (!first || !later || pass.changes.indexOf(later) < pass.changes.indexOf(first)) return [];
    return [
      trouble(
        first,
        `These rows are committed as soon as the schema changes further down (line ${later.line}): if that fails they stay, and the next attempt writes them again.`,
        'Put the rows into a revision of their own, after the one that changes the schema.',
      ),
    ];
  },
};
