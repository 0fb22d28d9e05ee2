/** A dropped schema takes all its tables along. */
import { named } from '../change.ts';
import { changesIn } from '../pass.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';

export const noDropSchema: Rule = {
  id: 'no-drop-schema',
  group: 'data-loss',
  title: 'A schema or database is dropped',
  why: 'Every table in it is gone, those of other applications included, and no downgrade brings them back.',
  severity: ALL_ERROR,
  statements: true,
  examples: {
    bad: [
      { caption: 'in raw SQL', upgrade: 'op.execute("DROP SCHEMA IF EXISTS billing")', at: 'op.execute' },
    ],
    good: [
      {
        caption: 'the way back of a new schema',
        upgrade: 'op.execute("CREATE SCHEMA billing")',
        downgrade: 'op.execute("DROP SCHEMA billing")',
      },
    ],
  },
  check: (pass) =>
    changesIn(pass, 'upgrade', 'drop-schema').map((change) =>
      trouble(
        change,
        `Dropping schema ${named(change.name)} destroys all its tables and their rows, whoever uses them.`,
        'Take this out of the migration, and drop the schema by hand once nothing uses it.',
      ),
    ),
};
