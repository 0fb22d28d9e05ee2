/**
 * A throwaway database server and the scratch schemas on it. Whatever was acquired here is gone after dispose,
 * and a watchdog outside the process sees to it when the process cannot (design §8, "Scratch").
 */
import type { Source } from '../config/config.ts';

export type ServerEngine = 'mysql' | 'mariadb' | 'postgresql';

/** One row by column name; values as the client library gives them, dates and decimals as strings. */
export type Row = Readonly<Record<string, string | number | bigint | boolean | null | Uint8Array>>;

/** What a driver needs to connect; exactly these are replaced in the application's own connection arguments. */
export interface Endpoint {
  readonly host: string | null;
  readonly port: number | null;
  readonly socket: string | null;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** A schema (PostgreSQL: database) that we made, with a user that has rights on our scratch schemas only. */
export interface Scratch {
  readonly name: string;
  readonly endpoint: Endpoint;
  /** Runs one statement inside the scratch schema as the server's administrator. */
  query(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
}

export interface DatabaseServer extends AsyncDisposable {
  readonly engine: ServerEngine;
  /** As the server says it: `MySQL`, `MariaDB`, `PostgreSQL`. */
  readonly product: string;
  /** As the server says it: `9.7.4`, `10.11.14-MariaDB`. */
  readonly version: string;
  readonly source: Source;
  /** An empty scratch schema; `purpose` is a short word for its name (`base`, `step`). */
  createScratch(purpose: string): Promise<Scratch>;
  dropScratch(scratch: Scratch): Promise<void>;
  /** One statement as administrator, outside any scratch schema. */
  query(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
}
