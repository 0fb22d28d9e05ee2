/** On MySQL every schema change is final, so a failure between two of them cannot be repeated. */
import type { Change, Effect } from '../change.ts';
import { onExisting } from '../pass.ts';
import { MYSQL, trouble, type Rule } from '../rule.ts';

export const noManyDdlInOneRevision: Rule = {
  id: 'no-many-ddl-in-one-revision',
  group: 'traps',
  title: 'Several schema changes in one revision',
  why: 'MySQL and MariaDB cannot take back a schema change. If a later one fails, the earlier ones stay and the version does not move: the next attempt begins at the top and stops at "already exists".',
  severity: { recommended: 'off', 'add-only': 'info', strict: 'warning' },
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'two columns',
        upgrade:
          'op.add_column("user", sa.Column("a", sa.Integer()))\nop.add_column("user", sa.Column("b", sa.Integer()))',
        at: 'op.add_column("user", sa.Column("b"',
      },
    ],
    good: [
      { caption: 'one', upgrade: 'op.add_column("user", sa.Column("a", sa.Integer()))' },
      {
        caption: 'guarded ones',
        upgrade:
          'op.execute("ALTER TABLE user ADD COLUMN IF NOT EXISTS a INT")\nop.execute("ALTER TABLE user ADD COLUMN IF NOT EXISTS b INT")',
        engines: ['mariadb'],
      },
      {
        caption: 'two changes in one statement',
        upgrade: 'op.execute("ALTER TABLE user ADD a INT, ADD b INT")',
      },
    ],
  },
  check: (pass) => {
    const changes = onExisting(
      pass,
      'add-column',
      'drop-column',
      'alter-column',
      'rename-column',
      'create-index',
      'drop-index',
      'add-constraint',
      'drop-constraint',
      'drop-table',
      'rename-table',
    ).filter((change) => !isGuarded(change));
    const [first] = changes;
    // One statement may do several things at once: all of them happen or none.
    const second = changes.find((change) => first && !isOneStatement(change, first));
    if (!first || !second) return [];
    return [
      trouble(
        second,
        `If this fails, the change on line ${first.line} stays, because MySQL and MariaDB cannot take it back: the next attempt stops at it with "already exists" or the like.`,
        'Make a revision of its own of each change, or ask before each whether it was made.',
      ),
    ];
  },
};

/** What was seen on the server only is told apart by its line. */
const isOneStatement = (a: Change, b: Change): boolean =>
  a.operation === null && b.operation === null ? a.line === b.line : a.operation === b.operation;

const isGuarded = (effect: Effect): boolean => 'guarded' in effect && effect.guarded;
