/** A migration that does nothing is usually one whose models were never imported. */
import { isMerge } from '../pass.ts';
import { STRICT_ERROR, trouble, type Rule } from '../rule.ts';

export const noEmptyMigration: Rule = {
  id: 'no-empty-migration',
  group: 'reversibility',
  title: 'Neither direction does anything',
  why: 'Autogenerate writes an empty migration where it sees no difference, most often because `env.py` does not import the new model. The change that was meant is missing.',
  severity: STRICT_ERROR,
  examples: {
    bad: [{ caption: 'as autogenerate leaves it', at: 'def upgrade' }],
    good: [
      { caption: 'a merge revision', downRevision: '("a1", "a2")' },
      { caption: 'work in one direction', upgrade: 'op.drop_index("ix", table_name="user")' },
    ],
  },
  check: (pass) => {
    const { functions, operations } = pass.migration;
    const [upgrade] = functions.filter(({ direction }) => direction === 'upgrade');
    if (isMerge(pass) || operations.length > 0 || !upgrade) return [];
    if (functions.some(({ body }) => body !== 'empty')) return [];
    const { line, span } = upgrade;
    return [
      trouble(
        { line, endLine: line, span },
        'This migration does nothing in either direction: what was to change is probably missing.',
        'Import the new model in env.py and generate the migration again, or delete the file.',
      ),
    ];
  },
};
