/** What each of many pull requests changes: asked for together, and one by one where that is not simple. */
import type { ChangedFile } from '../io/git.ts';
import type { PullRequest } from '../io/github.ts';
import type { Grounds } from './grounds.ts';
import type { Survey } from './survey.ts';

/** Changed paths of a pull request beyond which nobody reviews it, and neither do we. */
export const LARGEST = 20_000;

/** Paths; null where the two share no history. Rejects for this one alone. */
export type Changed = (pull: Brought) => Promise<readonly string[] | null>;

type Brought = Pick<PullRequest, 'base' | 'head'>;

/** Of pull requests whose heads were brought; with grounds, what will be read of them is brought together as well. */
export async function changedAmong(
  pulls: readonly Brought[],
  survey: Survey,
  grounds?: Grounds,
): Promise<Changed> {
  const found = new Map<string, ReadonlyMap<string, readonly ChangedFile[]>>();
  for (const base of new Set(pulls.map((pull) => pull.base.ref))) {
    const heads = new Set(pulls.filter((pull) => pull.base.ref === base).map(({ head }) => head.sha));
    const together = await survey.changedSinceEach(base, [...heads]).catch(() => null);
    if (together !== null) found.set(base, together);
  }
  // Only a saving: whatever stands in its way is met again, and said, by the pull request that it is about.
  if (grounds !== undefined) await bringWhatMatters(found, survey, grounds).catch(() => undefined);
  return ({ base, head }) => {
    const known = found.get(base.ref)?.get(head.sha);
    return known === undefined
      ? survey.changedSince(base.ref, head.sha)
      : Promise.resolve(known.map(({ path }) => path));
  };
}

async function bringWhatMatters(
  found: ReadonlyMap<string, ReadonlyMap<string, readonly ChangedFile[]>>,
  survey: Survey,
  grounds: Grounds,
): Promise<void> {
  const wanted = new Set<string>();
  for (const [base, heads] of found) {
    const matters = await grounds(base);
    for (const files of heads.values()) {
      if (files.length > LARGEST) continue;
      for (const { path, contents } of files) if (contents !== null && matters(path)) wanted.add(contents);
    }
  }
  if (wanted.size > 0) await survey.bringContents([...wanted]);
}
