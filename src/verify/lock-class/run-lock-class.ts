/** Asks the server, statement by statement and on the state before each, who waits while it runs and for how long. */
import type { Waiting } from '../../io/python.ts';
import { lockSection, withLocks, type LockedStatement } from './lock-class.ts';
import type { Lock } from './statement.ts';
import { POSTGRESQL_LOOK, postgresqlLock, readLook, type Look } from './postgresql.ts';
import type { ProofSection, ProofStep } from '../proof.ts';
import { MysqlLocks } from './run-mysql.ts';
import type { ProofPorts } from '../run-ports.ts';
import { closeStage, openStage, type Bench } from '../run-stage.ts';
import { move, type Stage } from '../run-steps.ts';

/** Of upgrades: nobody plans a downgrade around its locks. */
export async function proveLockClass(
  bench: Bench,
  steps: readonly ProofStep[],
): Promise<{ readonly section: ProofSection; readonly steps: readonly ProofStep[] }> {
  const { plan, ports } = bench;
  const stage = await openStage(bench);
  try {
    await using asking = asker(stage, ports.server);
    const found: LockedStatement[] = [];
    for (const revision of plan.added) {
      ports.progress(`Locks of ${revision}`);
      const locks: (Lock | null)[] = [];
      const { step } = await move(stage, revision, 'upgrade', {
        look: asking.look,
        before: async (statement) => {
          await asking.before(statement, locks);
          return 'go';
        },
      });
      found.push(
        ...step.statements.map((statement, index) => ({ revision, statement, lock: locks[index] ?? null })),
      );
      if (step.outcome !== 'pass')
        return { section: lockSection(found, revision), steps: withLocks(steps, found) };
    }
    return { section: lockSection(found, null), steps: withLocks(steps, found) };
  } finally {
    await closeStage(stage);
  }
}

interface Asking extends AsyncDisposable {
  readonly look: string;
  /** Writes what it learns into `locks`, in the order of the statements of one revision. */
  before(statement: Waiting, locks: (Lock | null)[]): Promise<void>;
}

function asker({ world }: Stage, server: ProofPorts['server']): Asking {
  if (server.engine === 'postgresql') return new PostgresqlLocks();
  const mysql = new MysqlLocks(server, world);
  return {
    look: mysql.look,
    before: async (statement, locks) => void locks.push(await mysql.before(statement)),
    [Symbol.asyncDispose]: () => mysql[Symbol.asyncDispose](),
  };
}

/** Each look is the one after the statement before it; after a revision's last comes its version table's own update. */
class PostgresqlLocks implements Asking {
  readonly look = POSTGRESQL_LOOK;
  readonly #standing = new Map<string, ReadonlySet<string>>();
  #last: { readonly sql: string; readonly seen: Look | null } | null = null;

  before({ sql, seen }: Waiting, locks: (Lock | null)[]): Promise<void> {
    const now = readLook(seen);
    if (now && !this.#standing.has(now.database))
      this.#standing.set(now.database, new Set(now.relations.keys()));
    const last = locks.length === 0 ? null : this.#last;
    if (last) {
      const standing = this.#standing.get(last.seen?.database ?? '') ?? new Set();
      const same = now?.database === last.seen?.database;
      locks[locks.length - 1] = postgresqlLock(last.sql, last.seen, same ? now : null, standing);
    }
    locks.push(null);
    this.#last = { sql, seen: now };
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve();
  }
}
