/** What walking a repository's history gave; `test/field/histories.json` is a list of these. */

export interface RepositoryResult {
  readonly name: string;
  /** The newest commit of the walk. */
  readonly tip: string;
  /** Date of the newest commit. */
  readonly date: string;
  /** First-parent commits in all, and those that touch migrations. */
  readonly commits: number;
  readonly states: number;
  readonly environments: readonly EnvironmentResult[];
  readonly pullRequests: PullRequestResult;
}

export interface EnvironmentResult {
  readonly name: string;
  /** States that have the environment. */
  readonly states: number;
  /** States with the same heads in the same order; of these, those with more than one head. */
  readonly same: number;
  readonly severalHeads: number;
  /** States that Alembic cannot load and the gate calls broken, by Alembic's error. */
  readonly bothFail: Readonly<Record<string, number>>;
  /** States in which the gate refuses computed values, and the files by the name of the reason. */
  readonly refusedStates: number;
  readonly refusedFiles: Readonly<Record<string, number>>;
  readonly differences: readonly Difference[];
  /** Revisions in the newest state. */
  readonly revisions: number;
}

export interface Difference {
  readonly commit: string;
  readonly gate: string;
  readonly alembic: string;
}

/** Merged changes with one head before and after, judged as pull requests against the state before them. */
export interface PullRequestResult {
  readonly judged: number;
  /** By outcome of the check. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Error findings of all rules, which a project without the gate may well have earned. */
  readonly rules: Readonly<Record<string, number>>;
  /** Changes that cannot be merged again, because the clone lacks objects of its own history. */
  readonly lacking: number;
  /** Merges whose commit differs below the versions from the merge of its parents: what landed was not what is judged. */
  readonly mendedByHand: number;
  readonly errors: readonly PullRequestError[];
}

export interface PullRequestError {
  readonly commit: string;
  readonly environment: string;
  readonly rule: string;
  readonly message: string;
}
