/** Numbering the rows of a table means writing them all. */
import { columnNamed } from '../change.ts';
import { onExisting } from '../pass.ts';
import { MYSQL, trouble, WARNING_ERROR, type Rule } from '../rule.ts';

export const noAutoIncrementAdd: Rule = {
  id: 'no-auto-increment-add',
  group: 'locks',
  title: 'An AUTO_INCREMENT column is added to a table that exists',
  why: 'Every row gets a number: the server rebuilds the table and blocks writes meanwhile, and replicas may number the rows in another order.',
  severity: WARNING_ERROR,
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'in raw SQL',
        upgrade: 'op.execute("ALTER TABLE user ADD n BIGINT NOT NULL AUTO_INCREMENT UNIQUE")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'in a new table',
        upgrade: 'op.execute("CREATE TABLE tag (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY)")',
      },
      {
        caption: 'the next number of a table',
        upgrade: 'op.execute("ALTER TABLE user AUTO_INCREMENT = 1000")',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'add-column')
      .filter(({ column }) => column.autoIncrement)
      .map((change) =>
        trouble(
          change,
          `Every row gets a number in ${columnNamed(change.table, change.column.name)}: the table is rebuilt, and writes to it wait for its whole length.`,
          'Make a new table with the key and copy the rows in batches, or use an online schema-change tool.',
        ),
      ),
};
