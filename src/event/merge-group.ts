/** The branch of a merge queue's group, which GitHub names: where it goes, what it stands on, whose turn it is. */

export interface MergeGroup {
  readonly base: string;
  /** The commit below: the base's tip, or the group before. */
  readonly onto: string;
  /** The pull request that the group adds to what it stands on. */
  readonly pullRequest: number;
}

const QUEUED = /^gh-readonly-queue\/(?<base>.+)\/pr-(?<number>\d{1,10})-(?<onto>[0-9a-f]{40})$/;

/** null where the branch is none of a queue's. */
export function readMergeGroup(branch: string): MergeGroup | null {
  const { base = '', number = '', onto = '' } = QUEUED.exec(branch)?.groups ?? {};
  return base === '' ? null : { base, onto, pullRequest: Number(number) };
}
