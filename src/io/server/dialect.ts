/** What has to be said differently to each family of servers to make and remove scratch schemas and their user. */
import type { DeclaredServer } from '../../config/config.ts';
import type { ServerEngine } from '../server.ts';
import type { Client } from './client.ts';
import type { Dump } from './dump.ts';
import type { Dumper } from './dump-postgresql.ts';

export interface Identity {
  readonly engine: ServerEngine;
  readonly product: string;
  readonly version: string;
}

export interface DumpSession {
  readonly connect: (database: string) => Promise<Client>;
  /** null where there is no program that can. */
  readonly dumper: Dumper | null;
}

export interface Dialect {
  identify(client: Client): Promise<Identity>;
  /** A user who can log in from anywhere and has rights on the run's scratch schemas only. The password needs no quoting. */
  createUser(client: Client, run: string, password: string): Promise<void>;
  /** An empty schema, with full rights on it for the run's user. */
  createSchema(
    client: Client,
    schema: { name: string; user: string; declared: DeclaredServer },
  ): Promise<void>;
  /**
   * Fills `to`, which does not exist yet, with everything that `from` holds, rows included. Sessions on `from` may end by it.
   * Rejects where something cannot be copied; `to` may be half made then.
   */
  cloneSchema(
    session: { readonly client: Client; connect(database: string): Promise<Client> },
    from: string,
    to: { name: string; user: string; declared: DeclaredServer },
  ): Promise<void>;
  /** Everything that the schema holds. Rejects where something cannot be said. `user` is the run's. */
  dumpSchema(session: DumpSession, name: string, user: string): Promise<Dump>;
  /** Fills the empty schema `name`, which may be half filled where this rejects. */
  loadSchema(session: DumpSession, dump: Dump, name: string, user: string): Promise<void>;
  /** A text that differs where any row does. */
  contents(session: DumpSession, name: string, user: string): Promise<string>;
  /** What of the server's own settings decides how the same statements turn out. */
  settings(client: Client): Promise<string>;
  /** Ends the sessions that use it first: a killed client's last statement may hold its locks for long. */
  dropSchema(client: Client, name: string): Promise<void>;
  dropUser(client: Client, name: string): Promise<void>;
  /** Names of everything on the server that begins as ours do. */
  listOurs(
    client: Client,
  ): Promise<{ readonly schemas: readonly string[]; readonly users: readonly string[] }>;
}
