/** MySQL's TIMESTAMP ends on 19 January 2038, MariaDB's did so before 11.5. */
import { columnNamed } from '../change.ts';
import { changesIn, isBefore, type Pass } from '../pass.ts';
import { ALL_OFF, MYSQL, trouble, type Rule } from '../rule.ts';

export const noTimestamp2038: Rule = {
  id: 'no-timestamp-2038',
  group: 'hygiene',
  title: 'A new TIMESTAMP column on MySQL or MariaDB',
  why: 'MySQL’s TIMESTAMP and MariaDB’s before 11.5 hold no moment after 2038-01-19 03:14:07 UTC: later dates (an expiry, a contract’s end) are refused today.',
  severity: ALL_OFF,
  engines: MYSQL,
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
      {
        caption: 'on MariaDB 10.11',
        upgrade: 'op.add_column("tag", sa.Column("until", sa.TIMESTAMP(), nullable=True))',
        at: 'op.add_column',
        engines: ['mariadb'],
        version: '10.11.6',
      },
    ],
    good: [
      {
        caption: 'DATETIME',
        upgrade: 'op.create_table("tag", sa.Column("until", sa.DateTime(), nullable=True))',
      },
      {
        caption: 'on MariaDB 11.8, where it ends in 2106',
        upgrade: 'op.add_column("tag", sa.Column("until", sa.TIMESTAMP(), nullable=True))',
        engines: ['mariadb'],
        version: '11.8.2',
      },
    ],
  },
  check: (pass) =>
    (goesFurther(pass) ? [] : changesIn(pass, 'upgrade', 'create-table', 'add-column')).flatMap((change) =>
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

const goesFurther = ({ engine, version }: Pass): boolean =>
  engine === 'mariadb' && version !== null && !isBefore(version, '11.5');
