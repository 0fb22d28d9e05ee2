/** One revision for many tables is rolled back as a whole, for the sake of one of them. */
import { key } from '../change.ts';
import { changesIn } from '../pass.ts';
import { STRICT_WARNING, trouble, type Rule } from '../rule.ts';

export const noLargeRevision: Rule = {
  id: 'no-large-revision',
  group: 'pull-request',
  title: 'One revision changes many tables',
  why: 'It is reviewed, deployed and rolled back as a whole. `tables` is how many tables that exist it may change.',
  severity: STRICT_WARNING,
  options: { tables: 5 },
  examples: {
    bad: [
      {
        caption: 'six tables',
        upgrade: 'for table in ["a", "b", "c", "d", "e", "f"]:\n    op.drop_index("ix", table_name=table)',
        at: 'op.drop_index',
      },
    ],
    good: [
      {
        caption: 'five',
        upgrade: 'for table in ["a", "b", "c", "d", "e"]:\n    op.drop_index("ix", table_name=table)',
      },
    ],
  },
  check: (pass) => {
    const limit = typeof pass.options['tables'] === 'number' ? pass.options['tables'] : 5;
    const touched = changesIn(
      pass,
      'upgrade',
      ...(['add-column', 'drop-column', 'alter-column', 'rename-column'] as const),
      ...(['create-index', 'drop-index', 'add-constraint', 'drop-constraint', 'drop-table'] as const),
    ).filter((change) => !pass.facts.isNewTable(change));
    const tables = new Set(touched.flatMap(({ table }) => (table === null ? [] : [key(table)])));
    const [first] = touched;
    if (!first || tables.size <= limit) return [];
    return [
      trouble(
        first,
        `This revision changes ${tables.size} tables, which are reviewed, deployed and rolled back together.`,
        'Make a revision of its own of each change that makes sense alone.',
      ),
    ];
  },
};
