/** A server that somebody else runs, such as the job's service container: only schemas and users of our own are touched. */
import { UsageError } from '../../tree/usage-error.ts';
import { nameServer, parseServerUrl, requireNear } from './address.ts';
import type { Login } from './client.ts';
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
