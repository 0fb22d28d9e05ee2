/** Another storage engine is another copy of every row. */
import { named } from '../change.ts';
import { onExisting } from '../pass.ts';
import { MYSQL, trouble, WARNING_ERROR, type Rule } from '../rule.ts';

export const noEngineChange: Rule = {
  id: 'no-engine-change',
  group: 'locks',
  title: 'A table’s storage engine is set',
  why: 'The server copies the whole table and blocks writes meanwhile, even where the engine is the same as before: `ENGINE=InnoDB` on an InnoDB table is how a rebuild is asked for.',
  severity: WARNING_ERROR,
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      { caption: 'in raw SQL', upgrade: 'op.execute("ALTER TABLE user ENGINE=InnoDB")', at: 'op.execute' },
    ],
    good: [{ caption: 'of a new table', upgrade: 'op.execute("CREATE TABLE tag (id INT) ENGINE=InnoDB")' }],
  },
  check: (pass) =>
    onExisting(pass, 'table-option')
      .filter(({ option }) => option === 'engine')
      .map((change) =>
        trouble(
          change,
          `${named(change.table)} is rebuilt by ${change.text} with all its rows, and writes to it may wait for its whole length; they do where that is not the engine it has.`,
          'Take it out of the migration, and run it with an online schema-change tool.',
        ),
      ),
};
