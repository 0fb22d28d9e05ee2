/** Gathers what a cure needs (template, texts, what has landed) and asks for one. */
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
import type { RevisionGraph } from '../graph/graph.ts';
import type { Clock } from '../io/clock.ts';
import type { Repository } from '../io/git.ts';
import { headsAsExpected } from '../remedy/heads.ts';
import { proposeResolution, type ResolutionInput } from '../remedy/propose.ts';
import type { Resolution } from '../remedy/resolution.ts';
import { reparentEdits } from '../revision/edit.ts';
import { decodeSource } from '../revision/python/source.ts';
import type { History } from './history.ts';

/** What a user may ask of a suggested merge revision; what is null or absent is composed. */
export interface RemedyWish {
  readonly message?: string | null;
  readonly id?: string | null;
  readonly moment?: ResolutionInput['moment'] | null;
}

export interface ResolveRequest extends RemedyWish {
  readonly environment: Environment;
  readonly config: Pick<Config, 'prefer' | 'messagePattern'>;
  readonly base: History;
  readonly merged: History;
  /** Graphs of the other trunks. */
  readonly trunks: readonly RevisionGraph[];
  readonly repository: Pick<Repository, 'tagsWithPath'>;
  readonly clock: Clock;
  /** What running the sides showed; null before anything has run, and where nothing speaks against either order. */
  readonly sides: ResolutionInput['sides'];
}

/** Null where the heads are as expected or the history does not load. */
export async function resolve(request: ResolveRequest): Promise<Resolution | null> {
  const { environment, config, base, merged, clock } = request;
  if (headsAsExpected(merged.graph, environment.expectedHeads)) return null;
  const landed = await landedIds(request);
  const movable = merged.revisions.filter(({ id }) => !landed.has(id)).map(({ path }) => path);
  const texts = await Promise.all(movable.map(async (path) => [path, await decoded(merged, path)] as const));
  return proposeResolution({
    environment,
    graph: merged.graph,
    landed,
    texts: new Map(texts),
    template: await templateOf(environment, base, merged),
    reParent: reparentEdits,
    prefer: config.prefer,
    message: request.message ?? null,
    messagePattern: config.messagePattern === null ? null : new RegExp(config.messagePattern, 'u'),
    id: request.id ?? clock.newId(),
    moment: request.moment ?? clock.now(),
    localTimeZone: clock.timeZone,
    exists: (path) => merged.tree.entries.has(path),
    sides: request.sides,
  });
}

/** The base's template writes new files; a first installation has only the merge's. Null where there is none. */
export async function templateOf(
  { scriptLocation }: Environment,
  base: History,
  merged: History,
): Promise<Uint8Array | null> {
  const path = `${scriptLocation}/script.py.mako`.replace(/^\.\//, '');
  const { tree } = base.tree.entries.has(path) ? base : merged;
  return (await tree.read([path])).get(path) ?? null;
}

/** On the base, on another trunk or in a tag: databases may have it, so nobody may move it. */
async function landedIds({ base, merged, trunks, repository }: ResolveRequest): Promise<ReadonlySet<string>> {
  const landed = new Set([base.graph, ...trunks].flatMap(({ revisions }) => [...revisions.keys()]));
  const tagged = merged.revisions.map(async ({ id, path }) => {
    if (!landed.has(id) && (await repository.tagsWithPath(path)).length > 0) landed.add(id);
  });
  await Promise.all(tagged);
  return landed;
}

async function decoded(history: History, path: string): Promise<string> {
  return decodeSource(await history.bytes(path)).text;
}
