/** A server that somebody else runs, such as the job's service container: only schemas and users of our own are touched. */
import { UsageError } from '../../tree/usage-error.ts';
import { nameServer, parseServerUrl, requireNear } from './address.ts';
import type { Client, Login } from './client.ts';
import { dumperOnPath } from './dumper.ts';
import { familyOf } from './recipe.ts';
import { NotReady, Rejected, untilReady } from './ready.ts';
import type { Standing, StandRequest } from './standing.ts';

/** Throws a UsageError for each way in which the configured server cannot serve. */
export async function standService(request: StandRequest, url: string): Promise<Standing> {
  const { config, engine, watch, run } = request;
  const login = parseServerUrl(url);
  if (login.family !== familyOf(engine)) {
    throw new UsageError(
      `The database-url is a ${login.family} one and the project speaks ${engine}: give a server of that engine.`,
    );
  }
  if (!config.allowRemote) await requireNear(login);
  const client = await untilReady(login, config.timeouts.connect * 1000).catch((error: unknown) => {
    throw explained(error, login);
  });
  await requireMode(client, config.server.sqlMode, login).catch(async (error: unknown) => {
    await client.close();
    throw error;
  });
  const held = watch.protect({ kind: 'schemas', login, run });
  const dumper = dumperOnPath(login, request.environment);
  return {
    source: 'service',
    login,
    client,
    dumper,
    [Symbol.asyncDispose]: () => held[Symbol.asyncDispose](),
  };
}

/** What the server was started with cannot be given to it: it has the mode of production, or is of no use. */
async function requireMode(client: Client, declared: string | undefined, login: Login): Promise<void> {
  if (declared === undefined || login.family !== 'mysql') return;
  const asked = async () => String((await client.query('SELECT @@SESSION.sql_mode AS mode'))[0]?.mode);
  const cure = 'start it with that mode, or correct "server: sql-mode"';
  const own = await asked();
  // The server's own spelling of it: some modes stand for several others.
  await client.query(`SET SESSION sql_mode = ?`, [declared]).catch((error: unknown) => {
    const said = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `The server ${nameServer(login)} does not know the declared sql_mode (${said}): ${cure}.`,
    );
  });
  const wanted = await asked();
  await client.query('SET SESSION sql_mode = @@GLOBAL.sql_mode');
  if (own !== wanted)
    throw new UsageError(
      `The server ${nameServer(login)} runs with sql_mode "${own}", and production is declared to have "${wanted}": ${cure}.`,
    );
}

function explained(error: unknown, login: Login): unknown {
  const server = nameServer(login);
  if (error instanceof Rejected && error.isLogin) {
    return new UsageError(
      `The server ${server} refuses the login (${error.message}): correct user and password in database-url.`,
    );
  }
  if (error instanceof Rejected) {
    return new UsageError(`The server ${server} refuses us (${error.message}): correct database-url.`);
  }
  if (error instanceof NotReady) {
    return new UsageError(`The server ${server} is ${error.message}: start it, or correct database-url.`);
  }
  return error;
}
