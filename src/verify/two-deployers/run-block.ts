/** Holds up whatever a migration does first, so that deployers can be caught in the middle of it. */
import type { DatabaseServer, Scratch, ServerEngine } from '../../io/server.ts';
import { qualified } from '../rows/generate.ts';
import { NotEvaluated } from '../run-steps.ts';

export interface Block {
  /** How many sessions of the project wait for it now. */
  waiting(): Promise<number>;
  /** How many sessions the project has. */
  sessions(): Promise<number>;
  release(): Promise<void>;
}

/** On a table, else on every change of the schema. Throws NotEvaluated where the server does not allow it. */
export async function blockOn(
  server: DatabaseServer,
  scratch: Scratch,
  table: string | null,
): Promise<Block> {
  const { engine } = server;
  if (engine === 'sqlite') throw new NotEvaluated('SQLite has no sessions that could be counted');
  try {
    for (const sql of table === null ? SCHEMA[engine].take : takeTable(engine, table))
      await scratch.query(sql);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new NotEvaluated(`a migration cannot be held up on this server: ${said}`);
  }
  const count = async (sql: string): Promise<number> => {
    const parameters = [scratch.name, scratch.endpoint.user];
    return Number((await server.query(sql, parameters))[0]?.['n']);
  };
  const { all, waiting } = QUESTIONS[engine === 'postgresql' ? 'postgresql' : 'mysql'];
  return {
    waiting: () => count(waiting),
    sessions: () => count(all),
    release: async () => {
      for (const sql of table === null ? SCHEMA[engine].release : [RELEASE[engine]]) await scratch.query(sql);
    },
  };
}

const RELEASE = { mysql: 'UNLOCK TABLES', mariadb: 'UNLOCK TABLES', postgresql: 'ROLLBACK' } as const;

function takeTable(engine: ServerEngine, table: string): readonly string[] {
  const name = qualified(table, engine);
  return engine === 'postgresql'
    ? ['BEGIN', `LOCK TABLE ${name} IN ACCESS EXCLUSIVE MODE`]
    : [`LOCK TABLES ${name} WRITE`];
}

const SCHEMA = {
  mysql: { take: ['LOCK INSTANCE FOR BACKUP'], release: ['UNLOCK INSTANCE'] },
  mariadb: {
    take: ['BACKUP STAGE START', 'BACKUP STAGE BLOCK_DDL'],
    release: ['BACKUP STAGE END'],
  },
  postgresql: { take: ['BEGIN', 'LOCK TABLE pg_catalog.pg_class IN SHARE MODE'], release: ['ROLLBACK'] },
} as const;

/** A lock of the project's own, such as GET_LOCK or an advisory one, is none of these. */
const MYSQL = 'SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST WHERE DB = ? AND USER = ?';
const POSTGRESQL = 'SELECT count(*) AS n FROM pg_stat_activity WHERE datname = $1 AND usename = $2';
const QUESTIONS = {
  mysql: { all: MYSQL, waiting: `${MYSQL} AND STATE LIKE 'Waiting for % lock'` },
  postgresql: {
    all: POSTGRESQL,
    waiting: `${POSTGRESQL} AND wait_event_type = 'Lock' AND wait_event <> 'advisory'`,
  },
} as const;
