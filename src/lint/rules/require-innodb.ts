/** Tables of other engines know neither transactions nor foreign keys. */
import { named } from '../change.ts';
import { changesIn } from '../pass.ts';
import { ALL_OFF, MYSQL, trouble, type Rule } from '../rule.ts';

export const requireInnodb: Rule = {
  id: 'require-innodb',
  group: 'hygiene',
  title: 'A new table of another engine than InnoDB',
  why: 'MyISAM and its like have no transactions and no foreign keys, lose rows in a crash, and are locked as a whole by every write.',
  severity: ALL_OFF,
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'with Alembic',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer()), mysql_engine="MyISAM")',
        at: 'op.create_table',
      },
      {
        caption: 'in raw SQL',
        upgrade: 'op.execute("CREATE TABLE tag (id INT) ENGINE=MEMORY")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'InnoDB, and the server’s default',
        upgrade:
          'op.execute("CREATE TABLE tag (id INT) ENGINE = innodb")\nop.execute("CREATE TABLE label (id INT)")',
      },
      {
        caption: 'a temporary table',
        upgrade: 'op.execute("CREATE TEMPORARY TABLE work (id INT) ENGINE=MEMORY")',
      },
    ],
  },
  check: (pass) =>
    changesIn(pass, 'upgrade', 'create-table')
      .filter(({ engine, temporary }) => engine !== null && engine.toUpperCase() !== 'INNODB' && !temporary)
      .map((change) =>
        trouble(
          change,
          `Table ${named(change.table)} is made for engine ${change.engine ?? ''}: it has no transactions and no foreign keys, and every write locks all of it.`,
          'Use InnoDB:\nmysql_engine="InnoDB"',
        ),
      ),
};
