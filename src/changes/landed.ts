/** What happened to revisions that were merged already: databases that applied them will never see the change. */
import type { Revision } from '../revision/revision.ts';
import type { ChangedRevision, DeployedState, HistoryInput, HistorySide } from './history.ts';
import type { Pairing } from './pair.ts';
import type { AppliedIn, HistoryProblem } from './problem.ts';
import { isSameFault } from './same-fault.ts';
import { place } from './trunks.ts';

/** Judges edits, removals and insertions; `squashed` revisions are accounted for by a declared squash. */
export function judgeLanded(
  input: HistoryInput,
  after: HistorySide,
  { added, changed, removed }: Pairing,
  squashed: ReadonlySet<string>,
): readonly HistoryProblem[] {
  const landed = ({ id }: Revision): boolean =>
    !squashed.has(id) && (input.baseIsTrunk || input.trunks.some(({ graph }) => graph.revisions.has(id)));
  const isNew = new Set(added.map(({ id }) => id).filter((id) => !input.base.graph.revisions.has(id)));
  const ofChanged = changed
    .filter(({ before }) => landed(before))
    .map((change) => judgeChange(change, input, after, isNew));
  const ofRemoved = removed.filter(landed).map((revision) => judgeRemoval(revision, input, after, isNew));
  const told = new Set(
    ofChanged.flatMap((problem) => (problem.kind === 'reparented' ? problem.inserted : [])),
  );
  return [...ofChanged, ...ofRemoved, ...(input.baseIsTrunk ? insertions(input, after, isNew, told) : [])];
}

function judgeChange(
  { before, after: now, sameTree }: ChangedRevision,
  { base }: HistoryInput,
  after: HistorySide,
  isNew: ReadonlySet<string>,
): HistoryProblem {
  const [old, parents] = [parentsOf(before), parentsOf(now)];
  if (old.join('\n') === parents.join('\n')) {
    return { kind: 'edited', revision: now.id, path: now.path, previousPath: before.path, sameTree };
  }
  const fault = curedFault(before.path, base, after);
  if (fault !== null) return { kind: 'repaired', revision: now.id, path: now.path, fault };
  const below = after.graph.ancestors([...now.downRevisions, ...now.dependsOn]);
  const inserted = [...below].filter((id) => isNew.has(id));
  return { kind: 'reparented', ...place(now), before: old, after: parents, inserted };
}

const parentsOf = ({ downRevisions, dependsOn }: Revision): readonly string[] => [
  ...downRevisions,
  ...dependsOn.map((name) => `${name} (depends_on)`),
];

function judgeRemoval(
  { id, path }: Revision,
  { base, deployed }: HistoryInput,
  after: HistorySide,
  isNew: ReadonlySet<string>,
): HistoryProblem {
  const fault = curedFault(path, base, after);
  if (fault !== null) return { kind: 'repaired', revision: id, path, fault };
  const now = after.revisions.find((revision) => revision.path === path && isNew.has(revision.id));
  if (now !== undefined) return { kind: 'reidentified', revision: id, path, now: now.id };
  const followers = [...base.graph.descendants([id])].filter((other) => after.graph.revisions.has(other));
  return { kind: 'deleted', revision: id, path, followers, applied: appliedIn(id, base, deployed) };
}

/** The base's own fault in this file, where it is gone now: a cure of it has to change what is merged. */
function curedFault(path: string, base: HistorySide, after: HistorySide): string | null {
  const fault = base.graph.problems.find(({ files }) => files.includes(path));
  if (fault === undefined || after.graph.problems.some((left) => isSameFault(left, fault))) return null;
  return fault.message;
}

/** A declared state that the base does not know says nothing about what it has applied. */
function appliedIn(id: string, { graph }: HistorySide, deployed: readonly DeployedState[]): AppliedIn {
  const having = deployed.filter(({ heads }) => graph.ancestors(heads).has(id));
  if (having.length > 0) return having.map(({ name }) => name);
  const isKnown = ({ heads }: DeployedState): boolean =>
    heads.length > 0 && heads.every((head) => graph.revisions.has(head));
  return deployed.length > 0 && deployed.every(isKnown) ? 'nowhere' : 'unknown';
}

/** New revisions below merged ones that no edit of a merged file explains. */
function insertions(
  { base }: HistoryInput,
  after: HistorySide,
  isNew: ReadonlySet<string>,
  told: ReadonlySet<string>,
): readonly HistoryProblem[] {
  const below = after.graph.ancestors(base.graph.revisions.keys());
  return after.revisions
    .filter(({ id }) => isNew.has(id) && below.has(id) && !told.has(id))
    .map(({ id, path }) => ({ kind: 'inserted', revision: id, path }));
}
