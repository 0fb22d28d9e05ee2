/** PostgreSQL adds members to an enum and never takes one away. */
import { named } from '../change.ts';
import { changesIn } from '../pass.ts';
import { ALL_WARNING, trouble, type Rule } from '../rule.ts';

export const noEnumValueAddWithoutReverse: Rule = {
  id: 'no-enum-value-add-without-reverse',
  group: 'reversibility',
  title: 'A member is added to a PostgreSQL enum',
  why: 'PostgreSQL has no way to remove it: a downgrade leaves the member, and the next upgrade fails on it unless it is written with IF NOT EXISTS.',
  severity: ALL_WARNING,
  engines: ['postgresql'],
  statements: true,
  examples: {
    bad: [
      {
        caption: 'in raw SQL',
        upgrade: `op.execute("ALTER TYPE role ADD VALUE IF NOT EXISTS 'guest'")`,
        at: 'op.execute',
      },
    ],
    good: [{ caption: 'another change of a type', upgrade: `op.execute("ALTER TYPE role RENAME TO roles")` }],
  },
  check: (pass) =>
    changesIn(pass, 'upgrade', 'add-enum-value').map((change) =>
      trouble(
        change,
        `${named(change.value)} stays in the type ${named(change.type)} for good: PostgreSQL cannot remove a member, so a rollback leaves it there.`,
        'Write IF NOT EXISTS, so that the upgrade runs again after a rollback, and say above downgrade() that the member stays.',
      ),
    ),
};
