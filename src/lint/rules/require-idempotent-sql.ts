/** Raw SQL that cannot run twice cannot be repeated after a failure. */
import type { Engine } from '../../config/config.ts';
import { changesIn } from '../pass.ts';
import { STRICT_WARNING, trouble, type Rule } from '../rule.ts';

export const requireIdempotentSql: Rule = {
  id: 'require-idempotent-sql',
  group: 'traps',
  title: 'Raw SQL that makes or drops without IF [NOT] EXISTS',
  why: 'After a failure half-way the migration begins at the top again, and stops at what it made or dropped before.',
  severity: STRICT_WARNING,
  examples: {
    bad: [
      { caption: 'a table made', upgrade: 'op.execute("CREATE TABLE tag (id INT)")', at: 'op.execute' },
      {
        caption: 'a column, where the server can be told',
        upgrade: 'op.execute("ALTER TABLE tag ADD COLUMN a INT")',
        at: 'op.execute',
        engines: ['mariadb', 'postgresql'],
      },
      { caption: 'a table dropped', upgrade: 'op.execute("DROP TABLE tag")', at: 'op.execute' },
    ],
    good: [
      { caption: 'guarded', upgrade: 'op.execute("CREATE TABLE IF NOT EXISTS tag (id INT)")' },
      {
        caption: 'what MySQL has no guard for',
        upgrade: 'op.execute("ALTER TABLE tag ADD COLUMN a INT")',
        engines: ['mysql'],
      },
      { caption: 'Alembic’s own operations', upgrade: 'op.drop_table("tag")' },
    ],
  },
  check: (pass) =>
    (['upgrade', 'downgrade'] as const).flatMap((direction) =>
      changesIn(pass, direction, 'create-table', 'drop-table', ...finer(pass.engine))
        .filter(({ operation, guarded }) => operation?.kind === 'sql' && !guarded)
        .map((change) =>
          trouble(
            change,
            'This statement cannot run twice: after a failure further down, the next attempt stops at it.',
            `Write ${change.kind.startsWith('drop-') ? 'IF EXISTS' : 'IF NOT EXISTS'}.`,
          ),
        ),
    ),
};

/** MySQL knows IF [NOT] EXISTS of tables alone. */
const finer = (engine: Engine | null) =>
  engine === 'mariadb' || engine === 'postgresql'
    ? (['add-column', 'drop-column', 'create-index', 'drop-index'] as const)
    : [];
