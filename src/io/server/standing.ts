/** A server that stands and takes our administrator's login, wherever it came from; and what each source is given to get one. */
import type { Config, Source } from '../../config/config.ts';
import type { ServerEngine } from '../server.ts';
import type { Watch } from '../watch.ts';
import type { Client, Login } from './client.ts';
import type { Dumper } from './dump-postgresql.ts';

export type ServerConfig = Pick<
  Config,
  'database' | 'databaseUrl' | 'image' | 'allowRemote' | 'server' | 'timeouts'
>;

export interface StandRequest {
  readonly engine: ServerEngine;
  readonly config: ServerConfig;
  /** Our process's own, for finding programs and the Docker engine. */
  readonly environment: NodeJS.ProcessEnv;
  readonly watch: Watch;
  /** Where AppArmor's profiles lie, if not in the usual place. */
  readonly profiles?: string;
  /** The name of this run: whatever is made carries it. */
  readonly run: string;
}

/** Disposing stops what was started and removes what was made; the client is closed before. */
export interface Standing extends AsyncDisposable {
  readonly source: Source;
  readonly login: Login;
  readonly client: Client;
  /** PostgreSQL's own way to tell what is in a database; null where the program is not to be had. */
  readonly dumper: Dumper | null;
}
