/** One revision that adds and removes can be applied neither before nor after the code changes. */
import { changesIn, onExisting } from '../pass.ts';
import { trouble, type Rule } from '../rule.ts';

export const noMixedExpandContract: Rule = {
  id: 'no-mixed-expand-contract',
  group: 'rolling-deploy',
  title: 'One revision adds and removes',
  why: 'What is added must be there before the new code starts, what is removed must stay until the old code has ended: no moment suits both.',
  severity: { recommended: 'off', 'add-only': 'warning', strict: 'warning' },
  statements: true,
  examples: {
    bad: [
      {
        caption: 'a column added, another dropped',
        upgrade:
          'op.add_column("user", sa.Column("a", sa.Integer(), nullable=True))\nop.drop_column("user", "b")',
        at: 'op.drop_column',
      },
    ],
    good: [
      { caption: 'removing alone', upgrade: 'op.drop_column("user", "b")\nop.drop_table("note")' },
      {
        caption: 'adding alone',
        upgrade: 'op.add_column("user", sa.Column("a", sa.Integer(), nullable=True))',
      },
    ],
  },
  check: (pass) => {
    const [removing] = onExisting(pass, 'drop-table', 'drop-column');
    const adds = changesIn(pass, 'upgrade', 'create-table', 'add-column').length > 0;
    if (removing === undefined || !adds) return [];
    return [
      trouble(
        removing,
        'This revision both adds and removes: what it adds must be there before the new code starts, what it removes must stay until the old code has ended.',
        'Move what removes into a revision of a later release.',
      ),
    ];
  },
};
