/** How a pull request is to be judged: flag > input > file > default, merged once and believed from there on. */
import type { DeclaredEnvironment } from './environment.ts';

export type Engine = 'mysql' | 'mariadb' | 'postgresql' | 'sqlite';
export type Source = 'service' | 'local' | 'container';
export type Profile = 'recommended' | 'add-only' | 'strict';
export type ProofName =
  | 'round-trip'
  | 'rows'
  | 'old-code'
  | 'lock-class'
  | 'order'
  | 'interruption'
  | 'drift'
  | 'start-states'
  | 'fresh-install'
  | 'two-deployers';

export type RuleSeverity = 'off' | 'info' | 'warning' | 'error';

export interface RuleSetting {
  readonly severity?: RuleSeverity;
  readonly paths?: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** Production's server as declared; undeclared fields are unknown, which the report says. */
export interface DeclaredServer {
  readonly version?: string;
  readonly charset?: string;
  readonly collation?: string;
  readonly sqlMode?: string;
  readonly flags?: readonly string[];
  readonly databaseName?: string;
  readonly extensions?: readonly string[];
}

/** Seconds. */
export interface Timeouts {
  readonly connect: number;
  readonly step: number;
  readonly total: number;
}

export interface Config {
  readonly database: 'auto' | Source | 'none';
  readonly databaseUrl: string | null;
  /** null: asked of the project's own driver. */
  readonly engine: Engine | null;
  /** The file's, where a flag or an input chose SQLite in its place. */
  readonly declaredEngine?: Exclude<Engine, 'sqlite'>;
  readonly image: string;
  readonly allowRemote: boolean;
  readonly server: DeclaredServer;
  readonly environments: readonly DeclaredEnvironment[];
  /** Branches on which a revision counts as merged; null: the default branch. */
  readonly trunks: readonly string[] | null;
  readonly profile: Profile;
  readonly deploys: 'rolling' | 'stop';
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly suppress: readonly {
    readonly rule: string;
    readonly path?: string;
    readonly revision?: string;
    readonly reason: string;
  }[];
  readonly protectedRules: readonly string[];
  readonly approvers: { readonly users: readonly string[]; readonly teams: readonly string[] };
  readonly prefer: 'merge' | 're-parent';
  readonly messagePattern: string | null;
  readonly models: readonly string[];
  readonly deployed: readonly string[];
  readonly squash: readonly { readonly replaces: readonly string[]; readonly at: string }[];
  readonly tableSizes: string | null;
  readonly seed: string | null;
  readonly proofs: Readonly<Partial<Record<ProofName, boolean | Readonly<Record<string, unknown>>>>>;
  readonly timeouts: Timeouts;
  readonly comment: 'migrations' | 'problems' | 'never';
  readonly commands: { readonly author: boolean };
}
