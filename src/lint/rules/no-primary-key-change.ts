/** InnoDB stores rows by their primary key, so another key is another table. */
import { named } from '../change.ts';
import { onExisting } from '../pass.ts';
import { MYSQL, trouble, WARNING_ERROR, type Rule } from '../rule.ts';

export const noPrimaryKeyChange: Rule = {
  id: 'no-primary-key-change',
  group: 'locks',
  title: 'The primary key of a table that exists is changed',
  why: 'InnoDB stores the rows in the order of the primary key: adding or dropping it rebuilds the table and every index. Dropping it alone cannot be done online at all.',
  severity: WARNING_ERROR,
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'dropped',
        upgrade: 'op.drop_constraint("PRIMARY", "user", type_="primary")',
        at: 'op.drop_constraint',
      },
      {
        caption: 'added in raw SQL',
        upgrade: 'op.execute("ALTER TABLE user ADD PRIMARY KEY (id)")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'of a table of this pull request',
        upgrade: 'op.execute("CREATE TABLE tag (id INT)")\nop.create_primary_key("pk", "tag", ["id"])',
      },
      { caption: 'another key', upgrade: 'op.execute("ALTER TABLE user ADD UNIQUE (mail)")' },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'add-constraint', 'drop-constraint')
      .filter(
        (change) =>
          (change.kind === 'add-constraint' ? change.constraint.kind : change.constraint) === 'primary-key',
      )
      .map((change) =>
        trouble(
          change,
          `The primary key of ${named(change.table)} changes: the server rebuilds the table with all its indexes, and writes to it may wait for its whole length.`,
          'Drop and add the key in one ALTER TABLE, and run it with an online schema-change tool.',
        ),
      ),
};
