/** MySQL's TIMESTAMP ends on 19 January 2038. */
import { columnNamed } from '../change.ts';
import { changesIn } from '../pass.ts';
import { ALL_OFF, trouble, type Rule } from '../rule.ts';

export const noTimestamp2038: Rule = {
  id: 'no-timestamp-2038',
  group: 'hygiene',
  title: 'A new TIMESTAMP column on MySQL',
  why: 'MySQL’s TIMESTAMP holds no moment after 2038-01-19 03:14:07 UTC: later dates (an expiry, a contract’s end) are refused today.',
  severity: ALL_OFF,
  engines: ['mysql'],
  statements: true,
  examples: {
    bad: [
      {
        caption: 'in a new table',
        upgrade: 'op.create_table("tag", sa.Column("until", sa.TIMESTAMP(), nullable=True))',
        at: 'op.create_table',
      },
      {
        caption: 'added',
        upgrade: 'op.execute("ALTER TABLE tag ADD until TIMESTAMP NULL")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'DATETIME',
        upgrade: 'op.create_table("tag", sa.Column("until", sa.DateTime(), nullable=True))',
      },
    ],
  },
  check: (pass) =>
    changesIn(pass, 'upgrade', 'create-table', 'add-column').flatMap((change) =>
      (change.kind === 'create-table' ? change.columns : [change.column])
        .filter(({ type }) => type?.name === 'timestamp')
        .map(({ name }) =>
          trouble(
            change,
            `${columnNamed(change.table, name)} is a TIMESTAMP, which holds no moment after 2038-01-19: later dates are refused.`,
            'Use DATETIME:\nsa.DateTime()',
          ),
        ),
    ),
};
