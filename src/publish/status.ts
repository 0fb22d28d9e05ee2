/** The commit status that a ruleset requires: one context, four states, 140 characters. */
import { oneLine } from '../report/escape.ts';
import type { EnvironmentReport, Report } from '../report/report.ts';
import { headline } from '../report/headline.ts';
import { isOurs, type Account, type CommitStatus } from './existing.ts';

export const VERDICT_CONTEXT = 'alembic-gate/verdict';

/** GitHub answers 422 beyond; its description of the API does not say so. */
const DESCRIPTION_LIMIT = 140;

export interface StatusWrite {
  readonly kind: 'create-status';
  readonly sha: string;
  readonly context: string;
  readonly status: CommitStatus;
  /** The comment that says it in full; absent where there was none when it was planned. */
  readonly url?: string;
}

const lacksProof = ({ database, provable }: EnvironmentReport): boolean => database === null && provable;

/**
 * Pending while everything that can be judged without running code passes, and the proof on a database is still to
 * come; `proofWanted` is false where the configuration asks for none. Unknown is never green.
 */
export function verdictStatus(report: Report, base: string, proofWanted: boolean): CommitStatus {
  const judged = `; against ${base} at ${baseHeads(report)}`;
  const say = (state: CommitStatus['state'], words: string): CommitStatus => {
    const suffix = oneLine(judged, 70);
    return {
      state,
      description: `${oneLine(words.replace(/\.$/, ''), DESCRIPTION_LIMIT - suffix.length)}${suffix}`,
    };
  };
  switch (report.outcome) {
    case 'pass':
      return proofWanted && report.environments.some(lacksProof)
        ? say('pending', 'Waiting for the proof on a database')
        : say('success', headline(report));
    case 'fail':
      return say('failure', headline(report));
    case 'not-evaluated':
    case 'base-broken':
      return say('error', headline(report));
  }
}

/** What a description says that it was judged against; null where it is none of a verdict's. */
export const judgedAgainst = (description: string): string | null =>
  /; (against .*)$/.exec(description)?.[1] ?? null;

const AGAIN = 'Was green; judged again because ';

/** Takes the place of a green verdict while a moved base is looked at. */
export const judgedAgain = (base: string): CommitStatus => ({
  state: 'pending',
  description: `${AGAIN}${oneLine(base, 60)} moved`,
});

/** Green, or green until a run began to look at it again and did not end. */
export const wasGreen = ({ state, description }: CommitStatus): boolean =>
  state === 'success' || (state === 'pending' && description.startsWith(AGAIN));

/** `reason` is one sentence. */
export const notEvaluatedStatus = (reason: string): CommitStatus => ({
  state: 'error',
  description: oneLine(`Not evaluated: ${reason}`, DESCRIPTION_LIMIT),
});

/** Nothing that can be judged is touched, so nothing of the base matters either. */
export const UNTOUCHED: CommitStatus = { state: 'success', description: 'No migration is touched' };

/** The base's head revisions of every environment, as the description names them. */
function baseHeads({ environments }: Report): string {
  const heads = environments.flatMap(({ heads: { base } }) => base);
  return heads.length === 0 ? 'no revision' : heads.join(', ');
}

const SEVERITY: readonly CommitStatus['state'][] = ['failure', 'error', 'pending', 'success'];

/** A status belongs to a commit: where several pull requests share it, the worst verdict is written. */
export function worstStatus(statuses: readonly CommitStatus[]): CommitStatus | null {
  return statuses.toSorted((a, b) => SEVERITY.indexOf(a.state) - SEVERITY.indexOf(b.state))[0] ?? null;
}

/** Nothing where the newest status says the same and is ours; one of equal look by somebody else is replaced. */
export function planStatus(
  sha: string,
  wanted: CommitStatus,
  newest: (CommitStatus & { readonly creator: Account | null }) | null,
  me: string,
  context = VERDICT_CONTEXT,
): readonly StatusWrite[] {
  const same =
    newest !== null &&
    newest.state === wanted.state &&
    newest.description === wanted.description &&
    isOurs(newest.creator, me);
  return same ? [] : [{ kind: 'create-status', sha, context, status: wanted }];
}
