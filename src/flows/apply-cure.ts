/** Writes the suggested cure into a tree of our own, so that it can be run before anybody sees it. */
import { buildGraph } from '../graph/build.ts';
import type { RevisionGraph } from '../graph/graph.ts';
import type { SideRelation } from '../remedy/explain.ts';
import { applyEdits } from '../remedy/line-edit.ts';
import type { Resolution } from '../remedy/resolution.ts';
import { readRevision } from '../revision/read.ts';
import type { AppliedCure, Cure } from '../verify/run-ports.ts';
import type { History } from './history.ts';

export interface Forked {
  readonly resolution: Resolution;
  readonly merged: History;
  /** Asks for a resolution again, knowing what running the sides showed. */
  readonly resolveAgain: (relation: SideRelation) => Promise<Resolution | null>;
}

/** Which of the two would be run: the recommended one, or the only one that can be written. */
export function runnable({
  recommended,
  mergeRevision,
  reParent,
}: Resolution): Resolution['recommended'] | null {
  if (reParent !== null && (recommended === 're-parent' || mergeRevision.content === null))
    return 're-parent';
  return mergeRevision.content === null ? null : 'merge-revision';
}

/** `write` puts a file into the tree that the proof runs. */
export function cureFor(
  { resolution, merged, resolveAgain }: Forked,
  write: (path: string, text: string) => Promise<void>,
): Cure {
  const apply = async (relation: SideRelation | null): Promise<AppliedCure> => {
    const known = relation === null ? resolution : ((await resolveAgain(relation)) ?? resolution);
    const kind = runnable(known);
    if (kind === null) return { resolution: known, tried: null };
    const files = await filesOf(known, kind, merged);
    for (const [path, text] of files) await write(path, text);
    return { resolution: known, tried: { kind, graph: graphWith(files, merged) } };
  };
  return { heads: resolution.mergeRevision.downRevisions, apply };
}

/** Texts by path, as the cure leaves them. */
async function filesOf(
  { mergeRevision, reParent }: Resolution,
  kind: Resolution['recommended'],
  merged: History,
): Promise<ReadonlyMap<string, string>> {
  if (kind === 'merge-revision') return new Map([[mergeRevision.path, mergeRevision.content ?? '']]);
  const edits = reParent?.edits ?? [];
  const paths = [...new Set(edits.map(({ path }) => path))];
  const texts = paths.map(async (path) => {
    const text = new TextDecoder().decode(await merged.bytes(path));
    const own = edits.filter((edit) => edit.path === path);
    return [path, applyEdits(text, own)] as const;
  });
  return new Map(await Promise.all(texts));
}

function graphWith(files: ReadonlyMap<string, string>, { revisions }: History): RevisionGraph {
  const written = [...files].flatMap(([path, text]) => {
    const reading = readRevision(path, new TextEncoder().encode(text));
    return reading.kind === 'revision' ? [reading.revision] : [];
  });
  return buildGraph([...revisions.filter(({ path }) => !files.has(path)), ...written]);
}
