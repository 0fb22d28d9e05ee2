/** What matters on a branch: the paths whose change may concern the gate. */
import { mayConcern } from '../changes/changed-paths.ts';
import { discoverEnvironments } from '../config/discover.ts';
import type { Judgement } from './question.ts';
import type { Survey } from './survey.ts';

/** A branch against itself: whatever is wrong then is its own. */
export const judgeBranch = async (branch: string, survey: Survey): Promise<Judgement> =>
  survey.judge({ pullRequest: null, base: branch, head: await survey.tip(branch) });

export type Grounds = (branch: string) => Promise<(path: string) => boolean>;

/** Found out once for all pull requests that go to a branch. */
export function groundsOf(survey: Survey): Grounds {
  const known = new Map<string, ReturnType<Grounds>>();
  const find: Grounds = async (branch) => {
    const { baseTree, config } = await judgeBranch(branch, survey);
    const { environments } = await discoverEnvironments(baseTree, config);
    return mayConcern(environments, config);
  };
  return (branch) => {
    const found = known.get(branch) ?? find(branch);
    known.set(branch, found);
    return found;
  };
}
