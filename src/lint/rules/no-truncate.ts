/** TRUNCATE empties a table, and on MySQL no transaction brings it back. */
import { named } from '../change.ts';
import { onExisting } from '../pass.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';

export const noTruncate: Rule = {
  id: 'no-truncate',
  group: 'data-loss',
  title: 'A table that exists is emptied',
  why: 'Every row is gone, on every database that is upgraded. TRUNCATE fires no triggers, and commits at once on MySQL and MariaDB.',
  severity: ALL_ERROR,
  statements: true,
  examples: {
    bad: [{ caption: 'in raw SQL', upgrade: 'op.execute("TRUNCATE TABLE audit")', at: 'op.execute' }],
    good: [
      {
        caption: 'a table of this pull request',
        upgrade: 'op.execute("CREATE TABLE work (id INT)")\nop.execute("TRUNCATE work")',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'truncate').map((change) =>
      trouble(
        change,
        `TRUNCATE destroys every row of ${named(change.table)}, on every database that is upgraded, and no downgrade brings them back.`,
        'Delete by a condition, in batches, outside of the migration, or say in an accepted finding why the rows are worthless.',
      ),
    ),
};
