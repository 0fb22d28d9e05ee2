/** What each of many pull requests changes: asked for together, and one by one where that is not simple. */
import type { PullRequest } from '../io/github.ts';
import type { Survey } from './survey.ts';

/** Paths; null where the two share no history. Rejects for this one alone. */
export type Changed = (pull: Brought) => Promise<readonly string[] | null>;

type Brought = Pick<PullRequest, 'base' | 'head'>;

/** Of pull requests whose heads were brought. */
export async function changedAmong(pulls: readonly Brought[], survey: Survey): Promise<Changed> {
  const found = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const base of new Set(pulls.map((pull) => pull.base.ref))) {
    const heads = new Set(pulls.filter((pull) => pull.base.ref === base).map(({ head }) => head.sha));
    const together = await survey.changedSinceEach(base, [...heads]).catch(() => null);
    if (together !== null) found.set(base, together);
  }
  return ({ base, head }) => {
    const known = found.get(base.ref)?.get(head.sha);
    return known === undefined ? survey.changedSince(base.ref, head.sha) : Promise.resolve(known);
  };
}
