/** From several heads back to the expected ones: both remedies, proved on the graph, one recommended from facts. */
import type { Config } from '../config/config.ts';
import { buildGraph } from '../graph/build.ts';
import type { RevisionGraph } from '../graph/graph.ts';
import type { Splice } from '../revision/edit.ts';
import type { Revision } from '../revision/revision.ts';
import { explain, type SideRelation } from './explain.ts';
import { headsAsExpected, headsToMerge } from './heads.ts';
import { editsOf } from './line-edit.ts';
import { renderMergeRevision, type MergeRevisionInput, type RenderedMerge } from './merge-revision.ts';
import { composeMessage, type Side } from './message.ts';
import { planReParenting, type Move } from './re-parent.ts';
import { Refused, refusalText } from './refused.ts';
import type { Edit, MergeRevision, Resolution } from './resolution.ts';

export interface ResolutionInput extends Omit<MergeRevisionInput, 'parents' | 'message'> {
  /** The graph of the would-be merge. */
  readonly graph: RevisionGraph;
  /** Ids that are on a trunk or in a release tag: databases may have them, so they are never moved. */
  readonly landed: ReadonlySet<string>;
  /** Decoded texts of the files that have not landed, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Changes a file's parents by the fewest characters; null where the file is written so that this cannot be done. */
  readonly reParent: (
    text: string,
    revision: Revision,
    parents: readonly string[],
  ) => readonly Splice[] | null;
  readonly prefer: Config['prefer'];
  /** Given by whoever asks; null to compose one from both sides. */
  readonly message: string | null;
  /** Null where nothing speaks against either order. */
  readonly sides: SideRelation | null;
}

/** Null where the heads are as expected, and where Alembic would not load the history: then its faults come first. */
export function proposeResolution(input: ResolutionInput): Resolution | null {
  const { graph, environment } = input;
  if (!graph.loads || headsAsExpected(graph, environment.expectedHeads)) return null;
  const duplicate = graph.problems.find(({ kind }) => kind === 'duplicate-revision');
  if (duplicate !== undefined) return refused(input, `${duplicate.message} ${duplicate.cure}`);
  try {
    return choose(input, headsToMerge(graph, environment.expectedHeads));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refused(input, `No merge revision is offered: ${refusalText(error)}.`);
  }
}

function choose(input: ResolutionInput, heads: readonly string[]): Resolution {
  const plan = planReParenting(input.graph, heads, input.landed);
  const moved = plan.kind === 'impossible' ? 'not-editable' : editsFor(input, plan.moves);
  const edits = typeof moved === 'string' ? null : moved;
  const merge = mergeOf(input, parentOrder(heads, input.sides));
  const reParents = edits !== null && (input.prefer === 're-parent' || plan.kind === 'extension');
  return {
    recommended: reParents ? 're-parent' : 'merge-revision',
    because: explain({
      heads,
      plan,
      moving: typeof moved === 'string' ? moved : 'possible',
      prefer: input.prefer,
      sides: input.sides,
      hooks: input.environment.postWriteHooks,
    }),
    mergeRevision: merge.mergeRevision,
    reParent: edits === null ? null : { edits },
    refused: reParents ? null : merge.refused,
  };
}

/** On a fresh database the side of the parent that is listed first runs last. */
function parentOrder(heads: readonly string[], sides: SideRelation | null): readonly string[] {
  if (sides?.kind !== 'orders-differ' || sides.runLast === null) return heads;
  const { runLast } = sides;
  return [...heads.filter((id) => id === runLast), ...heads.filter((id) => id !== runLast)];
}

function mergeOf(input: ResolutionInput, heads: readonly string[]): RenderedMerge {
  const { graph } = input;
  try {
    const message = input.message ?? composeMessage(sidesOf(graph, heads), input.messagePattern);
    const parents = heads.flatMap((id) => graph.revisions.get(id) ?? []);
    const [model] = parents;
    if (graph.revisions.has(input.id)) throw new Refused(`the id ${input.id} is taken`);
    if (model !== undefined)
      expectCured(input, [{ ...model, id: input.id, downRevisions: heads, dependsOn: [], branchLabels: [] }]);
    return renderMergeRevision({ ...input, parents, message });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return {
      mergeRevision: noMerge(input, heads),
      refused: `No merge revision is offered: ${refusalText(error)}.`,
    };
  }
}

/** What only this side has, the head first. */
function sidesOf(graph: RevisionGraph, heads: readonly string[]): readonly Side[] {
  return heads.map((id) => {
    const others = graph.ancestors(heads.filter((other) => other !== id));
    const own = [id, ...graph.ancestors([id])].filter((one) => !others.has(one));
    return { id, messages: own.map((one) => graph.revisions.get(one)?.message ?? '') };
  });
}

/** A word where one of the files cannot be edited, or where the moved history would still not be as expected. */
function editsFor(
  input: ResolutionInput,
  moves: readonly Move[],
): readonly Edit[] | 'not-editable' | 'still-forked' {
  const edits: Edit[] = [];
  for (const { revision, parents } of moves) {
    const text = input.texts.get(revision.path);
    const splices = text === undefined ? null : input.reParent(text, revision, parents);
    if (text === undefined || splices === null) return 'not-editable';
    edits.push(...editsOf(revision.path, text, splices));
  }
  const moved = moves.map(({ revision, parents }) => ({ ...revision, downRevisions: parents }));
  return isCured(input, moved) ? edits : 'still-forked';
}

function expectCured(input: ResolutionInput, changed: readonly Revision[]): void {
  if (!isCured(input, changed)) throw new Refused('the history would not have the expected heads after it');
}

/** The remedy is judged by the graph that it leads to, not by how it was found. */
function isCured({ graph, environment }: ResolutionInput, changed: readonly Revision[]): boolean {
  const revisions = new Map([
    ...graph.revisions,
    ...changed.map((revision) => [revision.id, revision] as const),
  ]);
  const cured = buildGraph([...revisions.values()]);
  return cured.loads && headsAsExpected(cured, environment.expectedHeads);
}

function refused(input: ResolutionInput, reason: string): Resolution {
  return {
    recommended: 'merge-revision',
    because: reason,
    mergeRevision: noMerge(input, [...new Set(input.graph.realHeads)]),
    reParent: null,
    refused: reason,
  };
}

/** Nothing to write and nothing to run. */
function noMerge({ id }: ResolutionInput, heads: readonly string[]): MergeRevision {
  return { id, path: '', content: null, downRevisions: heads, command: '' };
}
