/** SQLite in the place of a server: scratch databases are files in a private directory, asked through the project's own Python. */
import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config/config.ts';
import type { Environment } from '../../config/environment.ts';
import { UsageError } from '../../tree/usage-error.ts';
import { findInterpreter } from '../python/interpreter.ts';
import { besideBundle } from '../python/start.ts';
import type { DatabaseServer, Scratch, ScratchSession } from '../server.ts';
import type { Watch } from '../watch.ts';
import { newRun, scratchName } from './names.ts';
import { Asker, SqliteError } from './sqlite-asker.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

export interface SqliteRequest {
  readonly config: Pick<Config, 'database' | 'databaseUrl'>;
  /** Where its Python is looked for. */
  readonly environment: Environment;
  readonly checkout: string;
  readonly variables: NodeJS.ProcessEnv;
  readonly watch: Watch;
  /** Of `ask_sqlite.py`; beside the bundle by default. */
  readonly driver?: string;
}

/** Throws a UsageError, one sentence, where the configuration wants a server or no Python can ask. */
export async function openSqlite(request: SqliteRequest): Promise<DatabaseServer> {
  const { database, databaseUrl } = request.config;
  if (databaseUrl !== null || database === 'service' || database === 'container')
    throw new UsageError(
      `SQLite has no server, so "engine: sqlite" and "${databaseUrl === null ? `database: ${database}` : 'database-url'}" contradict each other: take one of them out.`,
    );
  const found = await findInterpreter(request.environment, request.checkout);
  if (found.kind === 'none')
    throw new UsageError(`No Python was found to ask SQLite with (${found.looked}): name it with "python".`);
  const run = newRun(new Date());
  const place = await openWorkplace(request.watch, run, request.variables, 'ours');
  try {
    const directory = await realpath(place.directory);
    const program = join(request.driver ?? besideBundle(), 'ask_sqlite.py');
    // Neither the project's modules nor its site-packages, which could stand in for the standard library's.
    const args = ['-I', '-S', program, directory];
    const asker = new Asker(place.start({ program: found.path, args }, 'SIGKILL', 'talks'));
    return publish({ asker, place, directory, run }, await versionOf(asker, place, found.path));
  } catch (error) {
    await place[Symbol.asyncDispose]();
    throw error;
  }
}

async function versionOf(asker: Asker, place: Workplace, python: string): Promise<string> {
  try {
    const [row] = await asker.ask({ do: 'version' });
    return String(row?.['version']);
  } catch {
    throw new UsageError(`${python} cannot ask SQLite: ${await place.lastWords()}.`);
  }
}

interface Session {
  readonly asker: Asker;
  readonly place: Workplace;
  readonly directory: string;
  readonly run: string;
}

function publish({ asker, place, directory, run }: Session, version: string): DatabaseServer {
  const live = new Set<string>();
  let serial = 0;
  const unmade = (purpose: string): string => join(directory, `${scratchName(run, purpose, ++serial)}.db`);
  const made = (file: string): Scratch => {
    live.add(file);
    return scratchIn(asker, file);
  };
  const ours = (file: string): string => {
    if (!live.has(file)) throw new Error(`${file} is no scratch database of this run, so it is left alone.`);
    return file;
  };
  const unkept = () => Promise.reject(new Error('SQLite’s base states are not kept'));
  return {
    engine: 'sqlite',
    product: 'SQLite',
    version,
    source: 'local',
    async createScratch(purpose) {
      const file = unmade(purpose);
      await asker.ask({ do: 'query', file, session: 0, sql: 'PRAGMA user_version' });
      return made(file);
    },
    async cloneScratch({ name }, purpose) {
      const to = unmade(purpose);
      await told(asker.ask({ do: 'clone', file: ours(name), to }));
      return made(to);
    },
    async dropScratch({ name }) {
      await asker.ask({ do: 'close', file: ours(name) });
      for (const end of ['', '-journal', '-wal', '-shm']) await rm(`${name}${end}`, { force: true });
      live.delete(name);
    },
    dumpScratch: unkept,
    loadScratch: unkept,
    contents: unkept,
    settings: () => Promise.resolve(''),
    query: () => Promise.reject(new Error('SQLite has no server that could be asked outside of a file')),
    async [Symbol.asyncDispose]() {
      await asker[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

/** Sessions beside the gate's own, which is 0. */
let sessions = 0;

function scratchIn(asker: Asker, file: string): Scratch {
  return {
    name: file,
    endpoint: { host: null, port: null, socket: null, user: '', password: '', database: file },
    query: (sql, parameters) =>
      told(asker.ask({ do: 'query', file, session: 0, sql, ...(parameters ? { parameters } : {}) })),
    openSession(): Promise<ScratchSession> {
      const session = ++sessions;
      return Promise.resolve({
        async query(sql: string) {
          await told(asker.ask({ do: 'query', file, session, sql }));
        },
        copy: () => Promise.reject(new Error("COPY … FROM stdin is PostgreSQL's")),
        async [Symbol.asyncDispose]() {
          await asker.ask({ do: 'close', file, session });
        },
      });
    },
  };
}

/** Nobody but the project's own code has a session there beside ours. */
async function told<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof SqliteError) || error.code !== 'busy') throw error;
    throw new UsageError(
      'The scratch database stays locked by a transaction that the project’s own code left open: see that env.py ends its transactions and closes its connections.',
    );
  }
}
