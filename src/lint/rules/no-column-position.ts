/** A column's place in the table is worth nothing to a program and may cost a copy of the table. */
import { named } from '../change.ts';
import { isBefore, onExisting, type Pass } from '../pass.ts';
import { ALL_WARNING, MYSQL, trouble, type Rule } from '../rule.ts';

export const noColumnPosition: Rule = {
  id: 'no-column-position',
  group: 'locks',
  title: 'FIRST or AFTER on a server that must rebuild for it',
  why: 'Before MySQL 8.0.29 and MariaDB 10.4, a column is added in an instant only at the end: FIRST and AFTER rebuild the table.',
  severity: ALL_WARNING,
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'on MySQL 8.0.28',
        upgrade: 'op.execute("ALTER TABLE user ADD COLUMN a INT AFTER id")',
        at: 'op.execute',
        engines: ['mysql'],
        version: '8.0.28',
      },
    ],
    good: [
      {
        caption: 'on MySQL 8.4',
        upgrade: 'op.execute("ALTER TABLE user ADD COLUMN a INT AFTER id")',
        engines: ['mysql'],
        version: '8.4.10',
      },
      {
        caption: 'at the end',
        upgrade: 'op.execute("ALTER TABLE user ADD COLUMN a INT")',
        version: '5.7.44',
      },
    ],
  },
  check: (pass) =>
    mustRebuild(pass)
      ? onExisting(pass, 'add-column')
          .filter(({ placed }) => placed)
          .map((change) =>
            trouble(
              change,
              `FIRST or AFTER makes this server (${pass.version ?? ''}) rebuild ${named(change.table)}, where a column at the end is added in an instant.`,
              'Leave the position out.',
            ),
          )
      : [],
};

const mustRebuild = ({ engine, version }: Pass): boolean =>
  isBefore(version, engine === 'mysql' ? '8.0.29' : '10.4');
