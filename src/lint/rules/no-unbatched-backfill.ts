/** One UPDATE over a whole table is one transaction over a whole table. */
import { named } from '../change.ts';
import { isBackfill, onExisting } from '../pass.ts';
import { STRICT_ERROR, trouble, type Rule } from '../rule.ts';

export const noUnbatchedBackfill: Rule = {
  id: 'no-unbatched-backfill',
  group: 'locks',
  title: 'A whole table is filled or copied in one statement',
  why: 'All its rows are locked until the statement ends: writers wait, replicas lag behind, and a failure near the end undoes everything at the same price.',
  severity: STRICT_ERROR,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'a new column filled',
        upgrade:
          'op.add_column("user", sa.Column("role", sa.String(9), nullable=True))\nop.execute("UPDATE user SET role = \'guest\'")',
        at: 'op.execute',
      },
      {
        caption: 'NULLs filled',
        upgrade: `op.execute("UPDATE room SET note = COALESCE(note, '')")`,
        at: 'op.execute',
      },
      {
        caption: 'all rows copied',
        upgrade: 'op.execute("INSERT INTO log SELECT * FROM event")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'a part of the rows',
        upgrade:
          'op.add_column("user", sa.Column("role", sa.String(9), nullable=True))\nop.execute("UPDATE user SET role = \'guest\' WHERE id < 1000")',
      },
      { caption: 'rows that are written down', upgrade: 'op.execute("INSERT INTO role VALUES (1), (2)")' },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'write').flatMap((change) => {
      const { verb, filtered, fillsNulls, table } = change;
      if (filtered || verb === 'delete') return [];
      if (verb === 'update' && !fillsNulls && !isBackfill(pass, change)) return [];
      return [
        trouble(
          change,
          `This writes every row ${verb === 'update' ? `of ${named(table)}` : `that it selects into ${named(table)}`} in one transaction: other writers wait for it, and replicas lag behind.`,
          'Give the column a server default instead, or fill it in batches outside of the migration.',
        ),
      ];
    }),
};
