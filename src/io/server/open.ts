/** Gets a throwaway server from where the configuration says. */
import { UsageError } from '../../tree/usage-error.ts';
import type { DatabaseServer, ServerEngine } from '../server.ts';
import type { Watch } from '../watch.ts';
import { standContainer } from './container.ts';
import { standLocal } from './local.ts';
import { newRun } from './names.ts';
import { serve } from './serve.ts';
import { standService } from './service.ts';
import type { ServerConfig, Standing, StandRequest } from './standing.ts';

export interface ServerRequest {
  readonly config: ServerConfig;
  readonly engine: ServerEngine;
  readonly environment: NodeJS.ProcessEnv;
  readonly watch: Watch;
  readonly profiles?: string;
}

/** Throws a UsageError, one sentence, where no server is to be had. `database: none` is the caller's to see. */
export async function openServer(request: ServerRequest): Promise<DatabaseServer> {
  const run = newRun(new Date());
  const { config } = request;
  const standing = await stand({ ...request, run });
  return serve(standing, { run, declared: config.server, connectMs: config.timeouts.connect * 1000 });
}

function stand(request: StandRequest): Promise<Standing> {
  const { database, databaseUrl } = request.config;
  switch (database) {
    case 'local':
      return standLocal(request);
    case 'container':
      return standContainer(request);
    case 'service':
      if (databaseUrl !== null) return standService(request, databaseUrl);
      throw new UsageError('"database: service" needs the server\'s URL: set "database-url".');
    case 'auto':
      return databaseUrl === null ? standAnywhere(request) : standService(request, databaseUrl);
    case 'none':
      throw new UsageError('No server is opened with "database: none".');
  }
}

/** A program on this machine, else a container; where neither is to be had, both reasons. */
async function standAnywhere(request: StandRequest): Promise<Standing> {
  try {
    return await standLocal(request);
  } catch (local) {
    if (!(local instanceof UsageError)) throw local;
    return standContainer(request).catch((container: unknown) => {
      if (!(container instanceof UsageError)) throw container;
      throw new UsageError(`No database server. ${local.message} ${container.message}`);
    });
  }
}
