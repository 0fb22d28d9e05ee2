/** The other open pull requests of a branch, looked at as data, for what would be if one of them landed first. */
import type { PullRequest, PullRequests } from '../io/github.ts';
import { forecast, type Neighbour } from '../report/forecast.ts';
import type { Forecast, Report } from '../report/report.ts';
import { untouched } from '../report/words.ts';
import { changedAmong } from './changed.ts';
import { groundsOf } from './grounds.ts';
import type { Survey } from './survey.ts';

/** What awaits a pull request, whose report is its verdict's. Never rejects: a verdict does not depend on it. */
export type Outlook = (pull: PullRequest, report: Report) => Promise<readonly Forecast[]>;

/** Of the oldest open pull requests, how many are asked what they change, and how many of those are read. */
const LISTED = 100;
const READ = 20;

export interface LookedAt extends Neighbour {
  readonly base: string;
}

/** Over pull requests that were judged anyway: joins reports, and costs neither a question nor a process. */
export const outlookAmong =
  (looked: readonly LookedAt[]): Outlook =>
  (pull, report) =>
    Promise.resolve(
      forecast({ number: pull.number, report }, [
        ...looked.filter(({ base }) => base === pull.base.ref),
        ...looked.filter(({ base }) => isOwnBranch(base, pull)).map(onTop),
      ]),
    );

/** For one pull request: one listing, one fetch, and each neighbour with migrations judged without a word to GitHub. */
export function outlookOver(
  open: (branch: string) => Promise<Survey>,
  github: Pick<PullRequests, 'openPullRequests'>,
): Outlook {
  return async (pull, report) => {
    if (report.outcome === 'not-evaluated' || report.environments.every(untouched)) return [];
    try {
      const others = (await github.openPullRequests({ base: pull.base.ref }))
        .filter(({ number, head }) => number !== pull.number && head.sha !== pull.head.sha)
        .toSorted((a, b) => a.number - b.number)
        .slice(0, LISTED);
      const above = await cureCandidates(pull, report, github);
      if (others.length + above.length === 0) return [];
      const survey = await open(pull.base.ref);
      const looked = await read(others, pull.base.ref, survey);
      const mounted = await read(above, pull.head.ref, survey);
      return forecast({ number: pull.number, report }, [...looked, ...mounted.map(onTop)]);
    } catch {
      return [];
    }
  };
}

/** What somebody may have opened into the pull request's own branch, to cure it. */
async function cureCandidates(
  { head }: PullRequest,
  { environments }: Report,
  github: Pick<PullRequests, 'openPullRequests'>,
): Promise<readonly PullRequest[]> {
  if (head.fork || environments.every(({ resolution }) => resolution === null)) return [];
  return (await github.openPullRequests({ base: head.ref })).slice(0, READ);
}

/** A fork's branch only happens to be called like one of ours. */
const isOwnBranch = (base: string, { head }: PullRequest): boolean => !head.fork && base === head.ref;

const onTop = (one: Neighbour): Neighbour => ({ ...one, onTop: true });

async function read(
  pulls: readonly PullRequest[],
  base: string,
  survey: Survey,
): Promise<readonly Neighbour[]> {
  if (pulls.length === 0) return [];
  await survey.bring([base], pulls);
  const matters = await groundsOf(survey)(base);
  const changes = await changedAmong(pulls, survey);
  const found: Neighbour[] = [];
  for (const pull of pulls) {
    const { number, head } = pull;
    if (found.length === READ) break;
    try {
      const changed = await changes(pull);
      if (changed === null || !changed.some(matters)) continue;
      const { report } = await survey.judge({ pullRequest: number, base, head: head.sha });
      found.push({ number, report });
    } catch {
      // One that cannot be read stands in nobody's way here: its own verdict says so.
    }
  }
  return found;
}
