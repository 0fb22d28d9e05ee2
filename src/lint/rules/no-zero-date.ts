/** The date 0000-00-00 is none, and what reads it fails or gets something else. */
import { columnNamed } from '../change.ts';
import { newColumns } from '../columns.ts';
import { ALL_OFF, MYSQL, trouble, type Rule } from '../rule.ts';

export const noZeroDate: Rule = {
  id: 'no-zero-date',
  group: 'hygiene',
  title: 'The date 0000-00-00 as a default',
  why: 'Under the default sql_mode (NO_ZERO_DATE) MySQL refuses it, and the migration fails where another server let it pass. Python’s drivers read it as None or as text, in columns that are NOT NULL.',
  severity: ALL_OFF,
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'with Alembic',
        upgrade:
          'op.add_column("user", sa.Column("seen", sa.DateTime(), nullable=False, server_default="0000-00-00 00:00:00"))',
        at: 'op.add_column',
      },
      {
        caption: 'in raw SQL',
        upgrade: `op.execute("CREATE TABLE tag (day DATE NOT NULL DEFAULT '0000-00-00')")`,
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'now, and a day that exists',
        upgrade:
          'op.add_column("user", sa.Column("seen", sa.DateTime(), server_default=sa.func.now()))\nop.add_column("user", sa.Column("day", sa.Date(), server_default="1970-01-01"))',
      },
    ],
  },
  check: (pass) =>
    newColumns(pass)
      .filter(({ column }) => /^'?0000-00-00/.test(column.defaultText ?? ''))
      .map(({ change, column }) =>
        trouble(
          change,
          `${columnNamed(change.table, column.name)} has the default ${column.defaultText ?? ''}, which is no date: servers with NO_ZERO_DATE refuse it, and Python reads it as None.`,
          'Let the column be NULL where there is no date, or give it one that exists:\nserver_default=sa.func.now()',
        ),
      ),
};
