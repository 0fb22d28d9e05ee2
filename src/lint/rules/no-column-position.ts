/** A column's place in the table is worth nothing to a program and may cost a copy of the table. */
import { columnNamed, named } from '../change.ts';
import { isBefore, onExisting, type Pass } from '../pass.ts';
import { ALL_WARNING, MYSQL, trouble, type Rule } from '../rule.ts';

export const noColumnPosition: Rule = {
  id: 'no-column-position',
  group: 'locks',
  title: 'FIRST or AFTER on a server that must rebuild for it',
  why: 'Before MySQL 8.0.29 and MariaDB 10.4, a column is added in an instant only at the end: FIRST and AFTER rebuild the table. A column that is there already is moved in an instant by MariaDB from 10.4 on, and by no MySQL.',
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
      {
        caption: 'on MariaDB 10.3',
        upgrade: 'op.execute("ALTER TABLE user ADD COLUMN a INT FIRST")',
        at: 'op.execute',
        engines: ['mariadb'],
        version: '10.3.39',
      },
      {
        caption: 'a column moved, on any MySQL',
        upgrade: 'op.execute("ALTER TABLE user MODIFY a INT AFTER id")',
        at: 'op.execute',
        engines: ['mysql'],
        version: '8.4.10',
        says: 'unless it stands there already',
      },
      {
        caption: 'a column moved and renamed, on MariaDB 10.3',
        upgrade: 'op.execute("ALTER TABLE user CHANGE a b INT FIRST")',
        at: 'op.execute',
        engines: ['mariadb'],
        version: '10.3.39',
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
        caption: 'a column added or moved on MariaDB 10.11',
        upgrade:
          'op.execute("ALTER TABLE user ADD COLUMN a INT AFTER id")\nop.execute("ALTER TABLE user MODIFY b INT FIRST")',
        engines: ['mariadb'],
        version: '10.11.6',
      },
      {
        caption: 'a column of this pull request, or changed where it is',
        upgrade:
          'op.execute("CREATE TABLE tag (id INT, a INT)")\nop.execute("ALTER TABLE tag MODIFY a INT FIRST")\nop.execute("ALTER TABLE user MODIFY a BIGINT")',
      },
      {
        caption: 'at the end',
        upgrade: 'op.execute("ALTER TABLE user ADD COLUMN a INT")',
        engines: ['mysql'],
        version: '5.7.44',
      },
    ],
  },
  check: (pass) => [
    ...(isBefore(pass.version, INSTANT[pass.engine ?? ''] ?? '') ? onExisting(pass, 'add-column') : [])
      .filter(({ placed }) => placed)
      .map((change) =>
        trouble(
          change,
          `FIRST or AFTER makes this server (${pass.version ?? ''}) rebuild ${named(change.table)}, where a column at the end is added in an instant.`,
          CURE,
        ),
      ),
    ...(movesAtOnce(pass) ? [] : onExisting(pass, 'alter-column'))
      .filter(({ placed }) => placed)
      .map((change) =>
        trouble(
          change,
          `FIRST or AFTER moves ${columnNamed(change.table, change.column)}, and the server rebuilds ${named(change.table)} for it, unless it stands there already.`,
          CURE,
        ),
      ),
  ],
};

const CURE = 'Leave the position out.';

/** From these on a column is added in an instant at any place. */
const INSTANT: Readonly<Record<string, string>> = { mysql: '8.0.29', mariadb: '10.4' };

/** Where nobody knows the version it is taken to be a new one. */
const movesAtOnce = ({ engine, version }: Pass): boolean =>
  engine === 'mariadb' && !isBefore(version, INSTANT['mariadb'] ?? '');
