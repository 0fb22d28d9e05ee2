/** A merge revision is read as "nothing happens here", so nothing should. */
import { isMerge } from '../pass.ts';
import { trouble, WARNING_ERROR, type Rule } from '../rule.ts';

export const noOperationsInMerge: Rule = {
  id: 'no-operations-in-merge',
  group: 'history',
  title: 'A merge revision changes the schema',
  why: 'Nobody looks for a schema change in a merge revision, and one that is regenerated after the base moved loses it.',
  severity: WARNING_ERROR,
  examples: {
    bad: [
      {
        caption: 'an operation',
        downRevision: '("a1", "a2")',
        upgrade: 'op.drop_index("ix", table_name="user")',
        at: 'op.drop_index',
      },
    ],
    good: [
      { caption: 'none', downRevision: '("a1", "a2")' },
      { caption: 'an operation in an ordinary revision', upgrade: 'op.drop_index("ix", table_name="user")' },
    ],
  },
  check: (pass) => {
    const [first] = pass.migration.operations;
    if (!isMerge(pass) || !first) return [];
    return [
      trouble(
        first,
        'This merge revision changes something, where reviewers expect that it only joins heads.',
        'Move the change into a revision of its own on top of the merge.',
      ),
    ];
  },
};
