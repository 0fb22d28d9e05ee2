/**
 * A throwaway database server and the scratch schemas on it. Whatever was acquired here is gone after dispose,
 * and a watchdog outside the process sees to it when the process cannot (design §8, "Scratch").
 */
import type { Engine, Source } from '../config/config.ts';
import type { Dump } from './server/dump.ts';

/** SQLite has files in the place of a server: see server/sqlite.ts. */
export type ServerEngine = Exclude<Engine, 'sqlite'>;

/** One row by column name; values as the client library gives them, dates and decimals as strings. */
export type Row = Readonly<Record<string, string | number | bigint | boolean | null | Uint8Array>>;

/** What a driver needs to connect; exactly these are replaced in the application's own connection arguments. */
export interface Endpoint {
  readonly host: string | null;
  readonly port: number | null;
  /** The socket's file; for PostgreSQL the directory that holds it, which its drivers take as the host. */
  readonly socket: string | null;
  readonly user: string;
  readonly password: string;
  /** Of SQLite the file, and all there is. */
  readonly database: string;
}

/** A schema (PostgreSQL: database; SQLite: file) that we made, with a user that has rights on our scratch schemas only. */
export interface Scratch {
  readonly name: string;
  readonly endpoint: Endpoint;
  /** Runs one statement inside the scratch schema as the server's administrator, all on one connection. */
  query(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  openSession(): Promise<ScratchSession>;
}

/** A connection of its own, as the user that migrations log in as. Failures reject with the client library's error. */
export interface ScratchSession extends AsyncDisposable {
  query(sql: string): Promise<void>;
  /** PostgreSQL: a `COPY … FROM stdin` and its lines. */
  copy(sql: string, rows: string): Promise<void>;
}

export interface DatabaseServer extends AsyncDisposable {
  readonly engine: Engine;
  /** As the server says it: `MySQL`, `MariaDB`, `PostgreSQL`, `SQLite`. */
  readonly product: string;
  /** As the server says it, without the product and what its packager added: `9.7.4`, `10.11.14`, `15.18`. */
  readonly version: string;
  readonly source: Source;
  /**
   * An empty scratch schema; `purpose` is a short word for its name (`base`, `step`). On a server that we started it is
   * called as `server: database-name` declares, unless another has that name already.
   */
  createScratch(purpose: string): Promise<Scratch>;
  /**
   * One more with everything that `source` holds, rows included, copied inside the server and named as above. Ends all
   * sessions on `source`. Rejects where something in it cannot be copied, leaving nothing behind.
   */
  cloneScratch(source: Scratch, purpose: string): Promise<Scratch>;
  /** Everything that it holds, as statements; ends all sessions on it. Rejects where something cannot be said. */
  dumpScratch(scratch: Scratch): Promise<Dump>;
  /** A new scratch with what was dumped on a server of the same engine, version and settings; leaves nothing where it rejects. */
  loadScratch(dump: Dump, purpose: string): Promise<Scratch>;
  /** A text that differs where any row of it does. */
  contents(scratch: Scratch): Promise<string>;
  /** What of the server's settings decides how the same statements turn out. */
  settings(): Promise<string>;
  /** Ends all sessions that use it first. */
  dropScratch(scratch: Scratch): Promise<void>;
  /** One statement as administrator, outside any scratch schema. */
  query(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
}
