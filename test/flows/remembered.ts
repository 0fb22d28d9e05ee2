/** What lets one story be told many times: the world goes back to how it was, and no question is judged twice. */
import type { Judge, Question } from '../../src/flows/question.ts';
import type { World } from '../fakes/github/world.ts';

/** Remembers the world as it is now; what it returns brings that back, ids apart, which only grow. */
export function remember(world: World): () => void {
  const refs = refsOf(world);
  const pulls = world.pulls.map((pull) => [pull, { ...pull }] as const);
  const { comments, statuses, reviews, issues } = structuredClone({
    comments: world.comments,
    statuses: world.statuses,
    reviews: world.reviews,
    issues: world.issues,
  });
  const lists = [world.runs, world.artifacts, world.dispatches, world.reactions, world.reruns].map(
    (list: unknown[]) => [list, [...list]] as const,
  );
  return () => {
    restore(world.comments, structuredClone(comments));
    restore(world.statuses, structuredClone(statuses));
    restore(world.reviews, structuredClone(reviews));
    restore(world.issues, structuredClone(issues));
    for (const [list, kept] of lists) restore(list, kept);
    // Stories hold on to their pull requests, so these stay the same objects.
    for (const [pull, kept] of pulls) Object.assign(pull, { merged: undefined }, kept);
    restore(
      world.pulls,
      pulls.map(([pull]) => pull),
    );
    restoreRefs(world, refs);
  };
}

function restore<T>(list: T[], kept: readonly T[]): void {
  list.splice(0, list.length, ...kept);
}

const refsOf = ({ git }: World): ReadonlyMap<string, string> =>
  new Map(
    git
      .git(['for-each-ref', '--format=%(refname) %(objectname)'])
      .split('\n')
      .map((line) => line.split(' ', 2) as [string, string]),
  );

function restoreRefs(world: World, refs: ReadonlyMap<string, string>): void {
  const now = refsOf(world);
  const gone = [...now.keys()].filter((name) => !refs.has(name)).map((name) => `delete ${name}\n`);
  const moved = [...refs].filter(([name, sha]) => now.get(name) !== sha);
  const orders = [...gone, ...moved.map(([name, sha]) => `update ${name} ${sha}\n`)];
  if (orders.length > 0) world.git.git(['update-ref', '--stdin'], orders.join(''));
}

/**
 * Judges each question once. `grounds` says what the answer depends on beside the question; where that cannot be had,
 * the question is asked anyway.
 */
export type Remembering = (judge: Judge, grounds: (question: Question) => Promise<unknown>) => Judge;

export function judgingOnce(): Remembering {
  const answers = new Map<string, ReturnType<Judge>>();
  return (judge, grounds) => async (question) => {
    const found = await grounds(question).catch(() => null);
    if (found === null) return judge(question);
    const key = JSON.stringify([found, question]);
    const answer = answers.get(key) ?? judge(question);
    answers.set(key, answer);
    return answer;
  };
}
