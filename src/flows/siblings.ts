/** Where sides meet, in a fork or in the pull request's own merge revision: what both of them touch, by their sources. */
import type { HistoryChanges } from '../changes/history.ts';
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
import { changesOf } from '../lint/from-operations.ts';
import { overlaps, type Overlap, type SiblingSide } from '../lint/siblings.ts';
import { headsAsExpected } from '../remedy/heads.ts';
import { readOperations } from '../revision/operations.ts';
import type { History } from './history.ts';

/** For each join that has a new revision on one of its sides; the side of the pull request comes last. */
export async function siblingOverlaps(
  merged: History,
  { fresh }: Pick<HistoryChanges, 'fresh'>,
  { expectedHeads }: Pick<Environment, 'expectedHeads'>,
  engine: Config['engine'],
): Promise<readonly Overlap[]> {
  const { graph } = merged;
  if (!graph.loads) return [];
  const heads = headsAsExpected(graph, expectedHeads) ? [] : graph.realHeads;
  const isFresh = new Set(fresh);
  const joins = [heads, ...fresh.map((id) => graph.revisions.get(id)?.downRevisions ?? [])];
  const found: Overlap[] = [];
  for (const join of joins.filter((parents) => parents.length > 1)) {
    const ordered = [...join.filter((id) => !isFresh.has(id)), ...join.filter((id) => isFresh.has(id))];
    const own = ordered.map((id) => ownSide(merged, id, ordered));
    if (!own.flat().some((id) => isFresh.has(id))) continue;
    const sides = own.map((ids, index) => readSide(merged, ordered[index] ?? '', ids, engine));
    found.push(...overlaps(await Promise.all(sides)));
  }
  return found;
}

/** What no other side has, in upgrade order. */
function ownSide({ graph }: History, head: string, heads: readonly string[]): readonly string[] {
  const others = heads.filter((id) => id !== head);
  const shared = new Set([...others, ...graph.ancestors(others)]);
  return graph.upgradeOrder([head]).filter((id) => !shared.has(id));
}

async function readSide(
  merged: History,
  head: string,
  ids: readonly string[],
  engine: Config['engine'],
): Promise<SiblingSide> {
  const revisions = ids.flatMap((id) => merged.graph.revisions.get(id) ?? []);
  const read = revisions.map(async ({ id, path }) => {
    const migration = readOperations(await merged.bytes(path));
    return {
      id,
      path,
      changes: migration.kind === 'migration' ? changesOf(migration.operations, engine) : [],
    };
  });
  return { head, revisions: await Promise.all(read) };
}
