/**
 * An Alembic environment: one ini, one script location, one history. Paths are relative to the repository and free of
 * symlinks, so that they compare with the paths of a diff; the repository's own directory is `.`.
 */

export interface Environment {
  /** The script location, unless it is declared otherwise or two environments share it: what reports call it. */
  readonly name: string;
  readonly flavour: 'alembic' | 'flask-migrate';
  readonly scriptLocation: string;
  /** Directories that hold revisions, in configured order; they need not exist (Alembic skips missing ones silently). */
  readonly versionLocations: readonly string[];
  readonly recursive: boolean;
  /** The ini or toml that configures it, relative to the repository; null where only a declaration names it. */
  readonly ini: string | null;
  /** The ini's section where it is not `[alembic]`: what `alembic -n` takes. */
  readonly section?: string;
  /** Where `alembic` is to be started for relative paths to mean what the ini's author meant, relative to the repository. */
  readonly workingDirectory: string;
  readonly fileTemplate: string;
  readonly truncateSlugLength: number;
  /** `timezone` of the ini; null is naive local time. */
  readonly timezone: string | null;
  readonly outputEncoding: string;
  /** Databases of a multi-database tree, as `databases = a, b` names them; empty otherwise. */
  readonly databases: readonly string[];
  /** Names of configured post-write hooks, which would rewrite what we generate. */
  readonly postWriteHooks: readonly string[];
  readonly expectedHeads: ExpectedHeads;
  readonly declared: DeclaredEnvironment | null;
}

/** How many heads a history has by design: in all, or by branch label. */
export type ExpectedHeads = number | Readonly<Record<string, number>>;

/** What `.github/alembic-gate.yml` may say of one environment; names are the file's, in camel case. */
export interface DeclaredEnvironment {
  readonly name?: string;
  readonly ini?: string;
  readonly scriptLocation?: string;
  readonly versionLocations?: readonly string[];
  readonly recursive?: boolean;
  readonly expectedHeads?: ExpectedHeads;
  readonly python?: string;
  readonly command?: string;
  readonly app?: string;
  readonly xArgs?: readonly string[];
  readonly setup?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly urlEnv?: readonly string[];
  readonly carry?: readonly string[];
  readonly baseState?: BaseState;
}

export type BaseState = 'migrations' | { readonly command: string } | { readonly dump: string };

/**
 * A place that looks like an environment and cannot be read. `missing`: what is asked for or configured is not in this
 * tree, which is no fault where another tree of the same comparison has it.
 */
export interface EnvironmentProblem {
  readonly kind: 'unreadable' | 'missing';
  readonly path: string;
  readonly line: number;
  readonly message: string;
  /** Whether Alembic itself would die on it. */
  readonly fail: boolean;
}

export interface Discovery {
  readonly environments: readonly Environment[];
  readonly problems: readonly EnvironmentProblem[];
  /**
   * What looks like migrations and is judged only where it is declared: script directories and inis in test or template
   * folders, and folders with Python files below version locations that are not recursive.
   */
  readonly passedOver: readonly string[];
}
