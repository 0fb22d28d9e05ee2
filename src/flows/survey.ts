/** Many pull requests at once, out of one repository: brought together, looked at as data, nothing checked out or run. */
import type { ChangedFile, Repository } from '../io/git.ts';
import type { Log } from '../io/log.ts';
import type { PullRequest } from '../io/github.ts';
import type { Tree } from '../tree/tree.ts';
import { UsageError } from '../tree/usage-error.ts';
import { approvalsOf, type ReviewPorts } from './approvals.ts';
import type { CheckPorts } from './check.ts';
import type { ReadingCache } from './history.ts';
import { judgeAsData, type Judge } from './question.ts';

export interface Survey {
  /** One fetch of the branches and of the pull requests' heads; a branch or head that cannot be had fails its questions. */
  bring(branches: readonly string[], pulls: readonly Pick<PullRequest, 'number'>[]): Promise<void>;
  /** Whether the pull request's head as it was brought is this commit. Throws UsageError where it was not brought. */
  headIs(pullRequest: number, sha: string): Promise<boolean>;
  /** The branch's tip as it was brought. */
  tip(branch: string): Promise<string>;
  /** Paths that the commit changed since it left the branch; null where the two share no history. */
  changedSince(branch: string, head: string): Promise<readonly string[] | null>;
  /** The same for many commits together; those for which that is not simple are not in the answer. */
  changedSinceEach(
    branch: string,
    heads: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ChangedFile[]>>;
  /** One fetch of all these contents that are not here; without it each question fetches its own. */
  bringContents(ids: readonly string[]): Promise<void>;
  /** Paths that the branch changed since the commit, as `changedSince` the other way round. */
  changedOn(branch: string, since: string): Promise<readonly string[] | null>;
  /** The files of a commit that was brought, without their contents. */
  tree(commit: string): Promise<Tree>;
  /** The newest commit of the branch that changed something below the paths. */
  lastChange(branch: string, paths: readonly string[]): Promise<string | null>;
  /** Without a word to the network; good for verdicts, not for texts, because the clock stands still. */
  readonly judge: Judge;
}

export const headRef = (pullRequest: number): string => `refs/pull/${pullRequest}/head`;
const baseRef = (branch: string): string => `origin/${branch}`;
const STILL = { now: () => ({ epochMicroseconds: 0 }), timeZone: 'UTC', newId: () => '000000000000' };

export interface SurveyPorts extends CheckPorts {
  readonly github: ReviewPorts;
  /** What the administrator must hear; the checks' own notes on each pull request are not for the log of many. */
  readonly warnings: Log;
}

/** Of one pull request's judgement: what nobody reads in a minute must not cost the others theirs. */
export const LIMIT_MS = 60_000;
/** Beyond this many, what was read is forgotten. */
const READINGS_KEPT = 20_000;

export function surveyIn(repository: Repository, ports: SurveyPorts, version: string): Survey {
  const tip = async (branch: string): Promise<string> => (await repository.resolve(baseRef(branch))).sha;
  const headIs = async (number: number, sha: string): Promise<boolean> =>
    (await repository.resolve(headRef(number))).sha === sha;
  const readings: ReadingCache = new Map();
  return {
    tip,
    headIs,
    async bring(branches, pulls) {
      const refs = [...branches.map(baseRef), ...pulls.map(({ number }) => headRef(number))];
      try {
        await repository.fetchAll(refs);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        // One ref that is gone fails the whole fetch: whatever is left is brought piece by piece.
        for (const ref of refs) await repository.fetch(ref).catch(() => undefined);
      }
    },
    changedSince: async (branch, head) => repository.changedSince(await tip(branch), head),
    changedSinceEach: async (branch, heads) => repository.changedSinceEach(await tip(branch), heads),
    bringContents: (ids) => repository.bringContents(ids),
    changedOn: async (branch, since) => repository.changedSince(since, await tip(branch)),
    tree: async (commit) => repository.tree((await repository.resolve(commit)).sha),
    lastChange: async (branch, paths) => repository.lastChange(await tip(branch), paths),
    async judge({ pullRequest, base, onto, head, proof = null }) {
      if (pullRequest !== null && !(await headIs(pullRequest, head)))
        throw new UsageError(`the head of #${pullRequest} moved`);
      const { github } = ports;
      if (readings.size > READINGS_KEPT) readings.clear();
      const asking =
        pullRequest === null
          ? {}
          : { approvals: approvalsOf({ pullRequest, github, repository, log: ports.warnings }) };
      return judgeAsData(
        { base: baseRef(base), ...(onto === undefined ? {} : { onto }), head, proof, ...asking },
        { ...ports, clock: STILL, readings, limitMs: LIMIT_MS },
        version,
      );
    },
  };
}
