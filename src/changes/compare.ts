/** What a pull request did to the history of one environment. */
import type { ProblemKind } from '../graph/graph.ts';
import { judgeMerge } from './heads.ts';
import type { HistoryChanges, HistoryInput } from './history.ts';
import { judgeLanded } from './landed.ts';
import { pairRevisions, type Pairing } from './pair.ts';
import { isSameFault } from './same-fault.ts';
import { judgeSquashes } from './squash.ts';
import { diagnoseBackports, landedElsewhere } from './trunks.ts';

/** What a file that cannot be read may be the cure of: it may be the very revision that seems to be missing. */
const ABSENCES: readonly ProblemKind[] = ['missing-parent', 'missing-dependency'];

/**
 * Compares the would-be merge with the base's tip. Where versions conflict there is no merge to judge: then what the
 * head itself did to merged revisions is still said, and nothing about heads, parents and the graph. Where a file of the
 * merge cannot be read, nothing is said of heads and of what is missing: both would be guesses.
 */
export function compareHistories(input: HistoryInput): HistoryChanges {
  const { base, merged, trunks } = input;
  const pairing = merged === null ? ownChanges(input) : pairRevisions(base, merged);
  const after = merged ?? input.head;
  const elsewhere = landedElsewhere(pairing.added, trunks);
  const onTrunk = new Set(elsewhere.flatMap(({ revisions }) => revisions));
  const added = new Set(pairing.added.map(({ id }) => id).filter((id) => !base.graph.revisions.has(id)));
  const fresh = after.graph.upgradeOrder([...added]).filter((id) => added.has(id) && !onTrunk.has(id));
  const squash = judgeSquashes(input, after, pairing);
  const ofLanded = judgeLanded(input, after, pairing, squash.revisions);
  if (merged === null) {
    const problems = [...squash.problems, ...ofLanded];
    return { ...pairing, fresh, landedElsewhere: elsewhere, problems, graphProblems: [] };
  }
  const complete = merged.unread.length === 0;
  const backports = diagnoseBackports(input, merged, pairing.added);
  return {
    ...pairing,
    fresh,
    landedElsewhere: elsewhere,
    problems: [
      ...(complete ? judgeMerge(input, { graph: merged.graph, fresh, landedElsewhere: elsewhere }) : []),
      ...backports.problems,
      ...squash.problems,
      ...ofLanded,
    ],
    graphProblems: merged.graph.problems
      .filter((problem) => !backports.explained.has(problem))
      .filter(({ kind }) => complete || !ABSENCES.includes(kind))
      .map((problem) => ({
        problem,
        inherited: base.graph.problems.some((old) => isSameFault(old, problem)),
      })),
  };
}

/** What the head changed since both sides parted, as far as the base's tip still has it. */
function ownChanges({ base, head, mergeBase }: HistoryInput): Pairing {
  const { added, changed, removed } = pairRevisions(mergeBase ?? base, head);
  return {
    added: added.filter(({ id }) => !base.graph.revisions.has(id)),
    changed: changed.filter(({ before }) => base.graph.revisions.has(before.id)),
    removed: removed.filter(({ id }) => base.graph.revisions.has(id)),
  };
}
