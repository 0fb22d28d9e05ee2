/** What is to be said on lines of pull requests, and what has been said there: advice, so a fault here stops nothing else. */
import type { GitHub } from '../io/github.ts';
import type { PostedReview } from '../publish/existing.ts';
import { remarkedPaths, reviewOf, type WantedReview } from '../publish/review.ts';
import type { Report } from '../report/report.ts';
import type { Verdict } from './settle.ts';

type Port = Pick<GitHub, 'changedFiles' | 'postedReviews'>;

export interface LookedUp {
  readonly wanted: ReadonlyMap<number, WantedReview | null>;
  readonly posted: ReadonlyMap<number, readonly PostedReview[]>;
  /** One sentence for each pull request whose lines could not be looked up. */
  readonly failures: readonly string[];
}

export async function lookUpReviews(verdicts: readonly Verdict[], github: Port): Promise<LookedUp> {
  const wanted = new Map<number, WantedReview | null>();
  const posted = new Map<number, readonly PostedReview[]>();
  const failures: string[] = [];
  for (const verdict of verdicts) {
    const { number } = verdict.pull;
    try {
      posted.set(number, await github.postedReviews(number));
      wanted.set(number, await wantedReview(verdict, github));
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { wanted, posted, failures };
}

async function wantedReview(verdict: Verdict, github: Port): Promise<WantedReview | null> {
  const { pull, report, config } = verdict;
  const paths = [...remarkedPaths(report)].filter((path) => isAsOnHead(path, verdict));
  if (paths.length === 0 || !isWanted(report, config.comment)) return null;
  const files = await github.changedFiles(pull.number, new Set(paths));
  const patches = files.flatMap(({ path, oid, patch }) =>
    // GitHub shows the head of this moment; another one's lines are not the report's.
    patch !== null && oid === verdict.headTree.entries.get(path)?.oid ? [[path, patch] as const] : [],
  );
  return reviewOf(report, new Map(patches), pull);
}

/** Where nothing is to be said, what was said before is hidden. */
function isWanted({ outcome }: Report, setting: Verdict['config']['comment']): boolean {
  switch (setting) {
    case 'migrations':
      return true;
    case 'problems':
      return outcome !== 'pass';
    case 'never':
      return false;
  }
}

/** The report speaks of the merge's lines, and GitHub of the head's: they are one where the base changed nothing. */
function isAsOnHead(path: string, { headTree, mergedTree }: Verdict): boolean {
  const own = headTree.entries.get(path)?.oid;
  return own !== undefined && own === mergedTree.entries.get(path)?.oid;
}
