/** What a report does not know of the pull request that it is read on. */
export interface Setting {
  /** What a pass still waits for: one sentence of ours, in markdown. */
  readonly pending?: string;
  /** Whether the branch lives in a fork, where no command of this repository commits. */
  readonly fork?: boolean;
}
