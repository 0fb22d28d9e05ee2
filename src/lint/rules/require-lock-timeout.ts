/** A migration that waits for a lock makes everybody wait behind it. */
import { named, type Change } from '../change.ts';
import { onExisting } from '../pass.ts';
import { STRICT_WARNING, trouble, type Rule } from '../rule.ts';

export const requireLockTimeout: Rule = {
  id: 'require-lock-timeout',
  group: 'locks',
  title: 'A table that exists is changed without a limit on waiting for its lock',
  why: 'One long transaction holds the table, the migration waits for it, and every query that comes after waits behind the migration: the table is down, although nothing runs. A limit makes the migration give up instead. One that `env.py` sets is not seen here.',
  severity: STRICT_WARNING,
  engines: ['mysql', 'mariadb', 'postgresql'],
  examples: {
    bad: [
      {
        caption: 'no limit',
        upgrade: 'op.add_column("note", sa.Column("a", sa.Integer()))',
        at: 'op.add_column',
      },
      {
        caption: 'a limit that comes too late',
        upgrade: 'op.drop_column("note", "a")\nop.execute("SET lock_timeout = \'2s\'")',
        at: 'op.drop_column',
        engines: ['postgresql'],
      },
    ],
    good: [
      {
        caption: 'PostgreSQL',
        upgrade: `op.execute("SET LOCAL lock_timeout = '2s'")\nop.drop_column("note", "a")`,
        engines: ['postgresql'],
      },
      {
        caption: 'MySQL and MariaDB',
        upgrade: 'op.execute("SET SESSION lock_wait_timeout = 5")\nop.drop_column("note", "a")',
        engines: ['mysql', 'mariadb'],
      },
      { caption: 'a new table', upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer()))' },
    ],
  },
  check: (pass) => {
    const setting = pass.engine === 'postgresql' ? 'lock_timeout' : 'lock_wait_timeout';
    const [first] = onExisting(
      pass,
      ...(['add-column', 'drop-column', 'alter-column', 'rename-column', 'drop-index'] as const),
      ...(['add-constraint', 'drop-constraint', 'table-option', 'rename-table'] as const),
      ...(['create-index', 'drop-table', 'truncate'] as const),
    );
    if (!first || pass.migration.operations.some((one) => isLimit(one, setting, first))) return [];
    const limit =
      pass.engine === 'postgresql' ? `SET LOCAL lock_timeout = '2s'` : 'SET SESSION lock_wait_timeout = 5';
    return [
      trouble(
        first,
        `This waits for the lock of ${named(first.table)} as long as it takes, and every query of that table that comes meanwhile waits behind it.`,
        `Set a limit before it:\nop.execute("${limit}")`,
      ),
    ];
  },
};

function isLimit(operation: Change['operation'], setting: string, before: Change): boolean {
  if (operation?.kind !== 'sql' || operation.direction !== 'upgrade') return false;
  return (
    operation.line <= before.line && new RegExp(`\\bset\\b[^;]*\\b${setting}\\b`, 'i').test(operation.sql)
  );
}
