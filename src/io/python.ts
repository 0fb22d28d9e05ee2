/**
 * The project's own Python: found, started once, and told which revisions to run on which scratch databases.
 * Whatever runs there is the pull request's code, so everything it says is checked at this door.
 */
import type { Environment } from '../config/environment.ts';
import type { ModelChange } from '../verify/drift/drift.ts';
import type { DriverFailure } from '../verify/failure.ts';
import type { Endpoint } from './server.ts';

/** What a project's code speaks, as far as the driver has to know. */
export type DriverFamily = 'mysql' | 'postgresql' | 'sqlite';

/** Where the application meant to connect, as far as that tells its databases apart. */
export interface Target {
  readonly host: string;
  readonly port: number | null;
  readonly database: string | null;
}

/** Which interpreter is meant, and where it is to run. */
export interface DriverPlace {
  readonly environment: Environment;
  /** Absolute directory of the tree whose code runs. */
  readonly tree: string;
  /** Absolute directory of the user's checkout: interpreters are looked for there, and the tree takes its place on `sys.path`. */
  readonly checkout: string;
}

export interface DriverRequest extends DriverPlace {
  /** What the server speaks; with null the first connection fails as `foreign-dialect`, which tells the project's own. */
  readonly family: DriverFamily | null;
  /** The scratch database that stands for a target; the same answer for the same target. */
  scratch(target: Target): Promise<Endpoint>;
  /** Milliseconds until the project must be loaded. */
  readonly startMs: number;
}

export interface RequestedStep {
  readonly revision: string;
  readonly direction: 'upgrade' | 'downgrade';
  /** What Alembic's own commands are to be asked for; null where a later step brings this one along. */
  readonly target: string | null;
}

export interface RanStatement {
  readonly sql: string;
  /** Innermost line in the revision's file; null for Alembic's own bookkeeping. */
  readonly line: number | null;
  readonly durationMs: number;
  readonly rows: number | null;
  /** False where it raised nothing and never came back: the statement that was running when time was up. */
  readonly finished: boolean;
}

/** One step on one database; an environment of several databases runs each step once per database. */
export interface RanStep extends Pick<RequestedStep, 'revision' | 'direction'> {
  /** Line of `def upgrade` or `def downgrade`; null where the file has none. */
  readonly line: number | null;
  readonly durationMs: number;
  readonly finished: boolean;
  readonly statements: readonly RanStatement[];
}

/** Where Alembic's context of one database keeps its version rows. */
export interface VersionTable {
  readonly database: string;
  readonly table: string;
  readonly schema: string | null;
  /** SQLite: whether the application has foreign keys enforced. */
  readonly foreignKeys?: boolean | undefined;
}

/** `failed`: the last step is the one that raised, if the failure's kind is `migration`. `timeout`: the last step was killed. */
export type Migrated =
  | {
      readonly kind: 'done';
      readonly steps: readonly RanStep[];
      readonly versionTables: readonly VersionTable[];
    }
  | {
      readonly kind: 'failed' | 'timeout';
      readonly steps: readonly RanStep[];
      readonly failure: DriverFailure;
    };

export type Compared =
  | {
      readonly kind: 'compared';
      readonly changes: readonly ModelChange[];
      /** Whether migrations of this process brought modules of the project's, and so perhaps models, that env.py alone does not. */
      readonly isStale: boolean;
      readonly versionTables: readonly VersionTable[];
    }
  | { readonly kind: 'failed'; readonly failure: DriverFailure };

/** A statement that waits for its turn. */
export interface Waiting {
  readonly sql: string;
  readonly line: number | null;
  /** First value that `look` gave, in the migration's own session; null where it could not be asked. */
  readonly seen: string | null;
}

/** Something that is asked before each statement of a migration. The time it takes counts as the step's. */
export interface Pause {
  /** A query without parameters, which must leave the session as it is. */
  readonly look: string;
  /** `stop` ends the migration there, as if the deployment had died: its run fails with the class `Stopped`. */
  before(statement: Waiting): Promise<'go' | 'stop'>;
}

export interface MigrationDriver extends AsyncDisposable {
  /** The Python in words, for messages: `/repo/.venv/bin/python (3.12.4, .venv of the repository)`. */
  readonly interpreter: string;
  /** null where a command of the project's own runs the migrations. */
  readonly versions: {
    readonly python: string;
    readonly alembic: string;
    readonly sqlalchemy: string;
  } | null;
  /** Runs exactly these revisions in this order, in one run of env.py. After a time-out or a death the driver is spent. */
  migrate(
    steps: readonly RequestedStep[],
    limits: { readonly stepMs: number; readonly totalMs: number },
    pause?: Pause,
  ): Promise<Migrated>;
  /** Autogenerate's opinion of the databases as they are; nothing is changed. Milliseconds. */
  compare(limitMs: number): Promise<Compared>;
}

export type DriverStart =
  | { readonly kind: 'started'; readonly driver: MigrationDriver }
  | { readonly kind: 'refused'; readonly failure: DriverFailure; readonly interpreter: string };

/** Never rejects for what the project does. The real one is `driverStarter` of python/start.ts. */
export type StartDriver = (request: DriverRequest) => Promise<DriverStart>;

/** Starts drivers, and interpreters for those that are to come; what is left of these ends when it is disposed. */
export interface DriversAhead extends AsyncDisposable {
  readonly start: StartDriver;
  /** One is wanted there soon. */
  ahead(place: DriverPlace): void;
}
