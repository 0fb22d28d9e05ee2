/** One environment, statically: histories read, compared and cured. What a database shows is added afterwards. */
import { concerning, concernsAll, isRevisionFile } from '../changes/changed-paths.ts';
import { compareHistories } from '../changes/compare.ts';
import { isProvable } from '../changes/provable.ts';
import type { DeployedState, HistoryChanges } from '../changes/history.ts';
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
import type { JudgedEnvironment } from '../config/judging.ts';
import type { Clock } from '../io/clock.ts';
import type { Repository } from '../io/git.ts';
import type { Finding } from '../lint/finding.ts';
import { historyFindings, type Rewrites } from '../lint/history.ts';
import { readingFindings } from '../lint/reading.ts';
import { siblingFinding, type Overlap } from '../lint/siblings.ts';
import type { SideRelation } from '../remedy/explain.ts';
import type { Resolution } from '../remedy/resolution.ts';
import type { EnvironmentFacts } from '../report/compose.ts';
import { describeEnvironment } from '../report/environment.ts';
import { branchName } from '../report/words.ts';
import { fingerprint } from '../revision/fingerprint.ts';
import type { Tree } from '../tree/tree.ts';
import { deployedStates } from './deployed.ts';
import { readHistory, type History, type ReadingCache } from './history.ts';
import { resolve, type RemedyWish } from './resolve.ts';
import { siblingOverlaps } from './siblings.ts';
import type { Sides } from './sides.ts';
import type { Trunks } from './trunks.ts';
import { proposeUndos } from './undo.ts';

export interface JudgeRequest {
  readonly judged: JudgedEnvironment;
  readonly config: Config;
  readonly sides: Sides;
  /** Paths that differ between the base's tip and the merge. */
  readonly paths: ReadonlySet<string>;
  readonly trunks: Trunks;
  readonly repository: Pick<Repository, 'tagsWithPath' | 'tree' | 'resolve'>;
  readonly clock: Clock;
  readonly cache: ReadingCache;
  /** Throws where the time for reading is over. */
  readonly demandTime: () => void;
  readonly wish?: RemedyWish;
}

/** What is known of an environment before any of its code has run. */
export interface Judged {
  readonly judged: JudgedEnvironment;
  readonly facts: EnvironmentFacts;
  readonly base: History;
  readonly merged: History;
  readonly changes: HistoryChanges;
  /** What `deployed:` names, in its order. */
  readonly deployed: readonly DeployedState[];
  /** What is to be said of the sources, in the light of what running rewritten revisions showed. */
  readonly found: (rewrites: Rewrites) => readonly Finding[];
  /** Asks for a resolution again, in the light of what running the sides showed. */
  readonly cure: (relation: SideRelation | null) => Promise<Resolution | null>;
  /** The section of the report with another resolution than the one that `facts` have. */
  readonly describe: (resolution: Resolution | null) => EnvironmentFacts['report'];
}

export async function judgeEnvironment(request: JudgeRequest): Promise<Judged> {
  const { judged, config, sides, paths, clock, repository } = request;
  const { environment } = judged;
  const compared = await compareSides(request);
  const { base, head, merged, changes, conflicts, trunks } = compared;
  const known = conflicts.length === 0;
  // What git wrote into a file that conflicts is nobody's revision.
  const unread = merged.unread.filter(({ path }) => !conflicts.includes(path));
  const reading = readingFindings({ ...merged, unread }, base, environment.name);
  const undos = await proposeUndos({ environment, config, base, merged, changes, clock });
  const historyIn = (rewrites: Rewrites) =>
    historyFindings(changes, environment.name, branchName(sides.base.ref), { undos, rewrites });
  const history = historyIn(new Map());
  const curable = known && merged.unread.length === 0;
  const overlaps = curable ? await siblingOverlaps(merged, changes, environment, config.engine) : [];
  // Drawn once, so that a cure asked for again is the same file.
  const wish = { ...request.wish, id: request.wish?.id ?? clock.newId() };
  const graphsOfTrunks = trunks.map(({ graph }) => graph);
  const cure: Judged['cure'] = (relation) =>
    resolve({
      environment,
      config,
      base,
      merged,
      trunks: graphsOfTrunks,
      repository,
      clock,
      sides: relation,
      ...wish,
    });
  const found: Judged['found'] = (rewrites) => {
    const { findings, onBase } = historyIn(rewrites);
    return [
      ...reading.findings,
      ...findings,
      ...overlaps.map((overlap) => siblingFinding(overlap, environment.name)),
      ...onBase.map((finding) => ({ ...finding, severity: 'warning' as const })),
    ];
  };
  const isOwn = concerning(environment, config);
  const graphs = { base: base.graph, head: head.graph, merged: known ? merged.graph : null };
  const provable = isProvable({
    ...changes,
    graphs: { base: base.graph, after: (known ? merged : head).graph },
    touchesCode: [...paths].some((path) => isOwn(path) && runsOrModels(path, environment)),
  });
  const describe: Judged['describe'] = (resolution) =>
    describeEnvironment({ environment, graphs, changes, provable, resolution });

  const facts: EnvironmentFacts = {
    report: describe(curable ? await cure(sameObjects(merged.graph.realHeads, overlaps)) : null),
    touched: [...paths].some((path) => concernsAll(path) || isOwn(path)),
    findings: found(new Map()),
    notEvaluated: [...conflicts.map(conflictSentence), ...reading.notEvaluated, ...history.notEvaluated],
    onBase: [...reading.onBase, ...history.onBase.map(({ message }) => message)],
  };
  return { judged, facts, ...compared, cure, found, describe };
}

/** The histories on all sides, and what became of the base's. */
async function compareSides(request: JudgeRequest) {
  const { config, sides, cache, demandTime, repository } = request;
  const { environment } = request.judged;
  const read = (tree: Tree): Promise<History> => readHistory(tree, environment, cache, demandTime);
  // One after the other: what one side has read, the next one finds in the cache.
  const base = await read(sides.base.tree);
  const head = await read(sides.head.tree);
  const merged = await read(sides.merged.tree);
  const mergeBase = sides.ancestor === null ? null : await read(sides.ancestor);
  const conflicts = sides.merged.conflicts.filter(concerning(environment, { models: [] }));
  const after = conflicts.length === 0 ? merged : head;
  const trunks = await trunkGraphs(request.trunks, read);
  const histories = [base.graph, after.graph];
  const deployed = await deployedStates(config.deployed, environment, histories, repository);
  const changes = compareHistories({
    base: { ...base, name: branchName(sides.base.ref), fingerprints: await fingerprints(base, after) },
    mergeBase,
    head: { ...head, fingerprints: await fingerprints(head, base) },
    merged: after === head ? null : { ...merged, fingerprints: await fingerprints(merged, base) },
    expected: environment.expectedHeads,
    baseIsTrunk: request.trunks.baseIsTrunk,
    trunks,
    squash: config.squash,
    deployed,
  });
  return { base, head, merged, changes, deployed, conflicts, trunks };
}

/** Revisions are compared one by one, and the template of new ones is never run. */
const runsOrModels = (path: string, environment: Environment): boolean =>
  !isRevisionFile(path, environment) && !path.endsWith('/script.py.mako');

/** What the sources say of a fork's sides; running them may show more. */
function sameObjects(heads: readonly string[], overlaps: readonly Overlap[]): SideRelation | null {
  const ours = overlaps.filter((overlap) => overlap.heads.every((head) => heads.includes(head)));
  const objects = [...new Set(ours.flatMap((overlap) => overlap.objects))];
  return objects.length === 0 ? null : { kind: 'same-objects', objects };
}

/** Of the files that the other side has not got just so: whether only their layout differs. */
async function fingerprints(side: History, other: History): Promise<ReadonlyMap<string, string>> {
  const differing = side.revisions
    .map(({ path }) => path)
    .filter((path) => side.oids.get(path) !== other.oids.get(path));
  const made = await Promise.all(
    differing.map(async (path) => [path, fingerprint(await side.bytes(path))] as const),
  );
  return new Map(made.flatMap(([path, print]) => (print === null ? [] : [[path, print] as const])));
}

const trunkGraphs = ({ others }: Trunks, read: (tree: Tree) => Promise<History>) =>
  Promise.all(others.map(async ({ name, tree }) => ({ name, graph: (await read(tree)).graph })));

const conflictSentence = (path: string): string =>
  `${path} conflicts with the base, so nobody can say which revisions the merge will have: resolve the conflict`;
