/** Makes a standing server into the port: scratch schemas for a user who has rights on nothing else. */
import type { DeclaredServer } from '../../config/config.ts';
import { UsageError } from '../../tree/usage-error.ts';
import type { DatabaseServer, Scratch, ScratchSession } from '../server.ts';
import { nameServer } from './address.ts';
import { connect, type Client, type Login } from './client.ts';
import type { Dialect, DumpSession } from './dialect.ts';
import { DIALECTS } from './dialects.ts';
import { sweepServer } from './leftovers.ts';
import { scratchName } from './names.ts';
import { newPassword } from './password.ts';
import { codeOf, words } from './ready.ts';
import type { Standing } from './standing.ts';

interface Session {
  readonly standing: Standing;
  readonly dialect: Dialect;
  readonly declared: DeclaredServer;
  readonly connectMs: number;
  readonly run: string;
  /** What the migrations log in as; without a database. */
  readonly user: Login;
}

/** Takes the standing over: it is disposed with the server, and where this rejects. */
export async function serve(
  standing: Standing,
  options: { readonly run: string; readonly declared: DeclaredServer; readonly connectMs: number },
): Promise<DatabaseServer> {
  try {
    const { login, client } = standing;
    const dialect = DIALECTS[login.family];
    const user = { ...login, user: options.run, password: newPassword() };
    // What other runs left is no fault of this one, and may be beyond our rights.
    if (standing.source === 'service') await sweepServer(client, dialect, new Date()).catch(() => undefined);
    await withRights(login, () => dialect.createUser(client, user.user, user.password));
    if (login.family === 'mysql') await acquaint(user, options.connectMs);
    const identity = await dialect.identify(client);
    return publish({ standing, dialect, user, ...options }, identity);
  } catch (error) {
    await standing.client.close();
    // The first error is the one to tell: who may not create users may not look for them either.
    await Promise.allSettled([standing[Symbol.asyncDispose]()]);
    throw error;
  }
}

/**
 * One login with the right password puts it into MySQL's cache, after which drivers get in that lack the cryptography
 * for the first (PyMySQL without its extra): caching_sha2_password, "fast authentication".
 */
async function acquaint(user: Login, connectMs: number): Promise<void> {
  await (await connect({ ...user, database: '' }, connectMs)).close();
}

function publish(
  session: Session,
  identity: Pick<DatabaseServer, 'engine' | 'product' | 'version'>,
): DatabaseServer {
  const { standing, dialect } = session;
  const live = new Map<string, LiveScratch>();
  let serial = 0;
  const unmade = (purpose: string): LiveScratch => {
    const own = session.declared.databaseName;
    const mayBeOwn = standing.source !== 'service' && own !== undefined && !live.has(own);
    const name = mayBeOwn ? own : scratchName(session.run, purpose, ++serial);
    const scratch = new LiveScratch(session, name);
    live.set(name, scratch);
    return scratch;
  };
  const ours = (name: string): LiveScratch => {
    const scratch = live.get(name);
    if (!scratch) throw new Error(`${name} is no scratch schema of this run, so it is left alone.`);
    return scratch;
  };
  const drop = async (scratch: LiveScratch): Promise<void> => {
    await scratch.close();
    await dialect.dropSchema(standing.client, scratch.name);
    live.delete(scratch.name);
  };
  return {
    ...identity,
    source: standing.source,
    query: (sql, parameters) => standing.client.query(sql, parameters),
    async createScratch(purpose) {
      const scratch = unmade(purpose);
      await scratch.create();
      return scratch;
    },
    async cloneScratch({ name }, purpose) {
      const source = ours(name);
      // PostgreSQL copies only what nobody uses.
      await source.close();
      const scratch = unmade(purpose);
      try {
        await scratch.createFrom(name);
        return scratch;
      } catch (error) {
        await drop(scratch);
        throw error;
      }
    },
    ...keeping(session, { unmade, ours, drop }),
    dropScratch: async ({ name }) => drop(ours(name)),
    async [Symbol.asyncDispose]() {
      await Promise.all([...live.values()].map((scratch) => scratch.close()));
      await standing.client.close();
      await standing[Symbol.asyncDispose]();
    },
  };
}

interface Live {
  readonly unmade: (purpose: string) => LiveScratch;
  readonly ours: (name: string) => LiveScratch;
  readonly drop: (scratch: LiveScratch) => Promise<void>;
}

/** What base states are kept by. */
function keeping(
  session: Session,
  { unmade, ours, drop }: Live,
): Pick<DatabaseServer, 'dumpScratch' | 'loadScratch' | 'contents' | 'settings'> {
  const { standing, dialect, user, connectMs } = session;
  const reach: DumpSession = {
    dumper: standing.dumper,
    connect: (database) => connect({ ...standing.login, database }, connectMs),
  };
  return {
    async dumpScratch({ name }) {
      await ours(name).close();
      return dialect.dumpSchema(reach, name, user.user);
    },
    async loadScratch(dump, purpose) {
      const scratch = unmade(purpose);
      try {
        await scratch.create();
        await dialect.loadSchema(reach, dump, scratch.name, user.user);
        return scratch;
      } catch (error) {
        await drop(scratch);
        throw error;
      }
    },
    contents: ({ name }) => dialect.contents(reach, ours(name).name, user.user),
    settings: () => dialect.settings(standing.client),
  };
}

class LiveScratch implements Scratch {
  readonly name: string;
  readonly endpoint: Login;
  readonly #session: Session;
  #client: Promise<Client> | null = null;

  constructor(session: Session, name: string) {
    this.name = name;
    this.endpoint = { ...session.user, database: name };
    this.#session = session;
  }

  async create(): Promise<void> {
    const { standing, dialect, declared, user } = this.#session;
    const { client, login } = standing;
    await withRights(login, () =>
      dialect.createSchema(client, { name: this.name, user: user.user, declared }),
    );
    if (login.family === 'postgresql') await this.#addExtensions(declared.extensions ?? []);
  }

  async createFrom(source: string): Promise<void> {
    const { standing, dialect, declared, user, connectMs } = this.#session;
    const { client, login } = standing;
    const connectTo = (database: string) => connect({ ...login, database }, connectMs);
    await dialect.cloneSchema({ client, connect: connectTo }, source, {
      name: this.name,
      user: user.user,
      declared,
    });
  }

  async query(...statement: Parameters<Client['query']>): ReturnType<Client['query']> {
    const { standing, connectMs } = this.#session;
    this.#client ??= connect({ ...standing.login, database: this.name }, connectMs);
    return (await this.#client).query(...statement);
  }

  async openSession(): Promise<ScratchSession> {
    const client = await connect(this.endpoint, this.#session.connectMs);
    return {
      async query(sql) {
        await client.query(sql);
      },
      copy: (sql, rows) => client.copy(sql, rows),
      [Symbol.asyncDispose]: () => client.close(),
    };
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    // One that could not connect was told to whoever asked for it.
    await client?.then(
      (connected) => connected.close(),
      () => undefined,
    );
  }

  /** By the administrator, since most of them are not for everybody to install. */
  async #addExtensions(extensions: readonly string[]): Promise<void> {
    for (const extension of extensions) {
      await this.query(`CREATE EXTENSION IF NOT EXISTS "${extension.replaceAll('"', '""')}"`).catch(
        (error: unknown) => {
          throw new UsageError(
            `The extension "${extension}" of "server: extensions" cannot be created: ${words(error)}.`,
          );
        },
      );
    }
  }
}

const NO_RIGHTS = new Set([
  'ER_DBACCESS_DENIED_ERROR',
  'ER_SPECIFIC_ACCESS_DENIED_ERROR',
  'ER_ACCESS_DENIED_ERROR',
  'ER_CANT_CREATE_USER_WITH_GRANT',
  'ER_TABLEACCESS_DENIED_ERROR',
  '42501',
]);

async function withRights(login: Login, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!NO_RIGHTS.has(codeOf(error)))
      throw new UsageError(`The server ${nameServer(login)} says: ${words(error)}.`);
    throw new UsageError(
      `${nameServer(login)} may not create databases and users (${words(error)}): give database-url an administrator, such as root of a service container.`,
    );
  }
}
