/** One environment, statically: histories read, compared and cured. What a database shows is added afterwards. */
import { concerns, concernsAll } from '../changes/changed-paths.ts';
import { compareHistories } from '../changes/compare.ts';
import type { HistoryChanges } from '../changes/history.ts';
import type { Config } from '../config/config.ts';
import type { JudgedEnvironment } from '../config/judging.ts';
import { neighbourhood, withProposal } from '../graph/neighbourhood.ts';
import type { Clock } from '../io/clock.ts';
import type { Finding } from '../lint/finding.ts';
import { historyFindings } from '../lint/history.ts';
import { readingFindings } from '../lint/reading.ts';
import type { Resolution } from '../remedy/resolution.ts';
import type { EnvironmentFacts } from '../report/compose.ts';
import { reported } from '../report/reported.ts';
import { readHistory, type History, type ReadingCache } from './history.ts';
import { resolve, type RemedyWish } from './resolve.ts';
import type { Sides } from './sides.ts';

export interface JudgeRequest {
  readonly judged: JudgedEnvironment;
  readonly config: Config;
  readonly sides: Sides;
  /** Paths that differ between the base's tip and the merge. */
  readonly paths: ReadonlySet<string>;
  readonly clock: Clock;
  readonly cache: ReadingCache;
  readonly wish?: RemedyWish;
}

/** What is known of an environment before any of its code has run. */
export interface Judged {
  readonly judged: JudgedEnvironment;
  readonly facts: EnvironmentFacts;
  readonly base: History;
  readonly merged: History;
  readonly changes: HistoryChanges;
}

export async function judgeEnvironment(request: JudgeRequest): Promise<Judged> {
  const { judged, config, sides, paths, cache } = request;
  const { environment } = judged;
  const read = (tree: Sides['base']['tree']): Promise<History> =>
    readHistory(tree, environment, cache, paths);
  const [base, head, merged] = await Promise.all([
    read(sides.base.tree),
    read(sides.head.tree),
    read(sides.merged.tree),
  ]);
  const conflicts = sides.merged.conflicts.filter((path) => concerns(path, environment, { models: [] }));
  const changes = compareHistories({
    base: { ...base, name: sides.base.ref },
    mergeBase: sides.ancestor === null ? null : await read(sides.ancestor),
    head,
    merged: conflicts.length > 0 ? null : merged,
    expected: environment.expectedHeads,
    baseIsTrunk: config.trunks === null || config.trunks.includes(branchOf(sides.base.ref)),
    trunks: [],
    squash: config.squash,
    deployed: config.deployed,
  });
  const reading = readingFindings(merged, base, environment.name);
  const history = historyFindings(changes, environment.name, sides.base.ref);
  const findings: readonly Finding[] = [
    ...reading.findings,
    ...history.findings,
    ...history.onBase.map((finding) => ({ ...finding, severity: 'warning' as const })),
  ];
  const resolution =
    conflicts.length > 0 || merged.unread.length > 0
      ? null
      : await resolve({ environment, config, base, merged, clock: request.clock, ...request.wish });
  return {
    judged,
    base,
    merged,
    changes,
    facts: {
      report: {
        name: environment.name,
        scriptLocation: environment.scriptLocation,
        versionLocations: environment.versionLocations,
        heads: {
          base: base.graph.heads,
          head: head.graph.heads,
          merged: conflicts.length > 0 ? null : merged.graph.heads,
        },
        effectiveHeads: merged.graph.effectiveHeads,
        expectedHeads: environment.expectedHeads,
        revisions: {
          added: changes.added.map(reported),
          changed: changes.changed.map(({ before, after }) => ({
            ...reported(after),
            ...(before.path === after.path ? {} : { previousPath: before.path }),
          })),
          removed: changes.removed.map(reported),
        },
        neighbourhood: drawn(merged, changes, resolution),
        resolution,
        database: null,
      },
      touched: [...paths].some((path) => concerns(path, environment, config) || concernsAll(path)),
      findings,
      notEvaluated: [...conflicts.map(conflictSentence), ...reading.notEvaluated, ...history.notEvaluated],
      onBase: [...reading.onBase, ...history.onBase.map(({ message }) => message)],
    },
  };
}

const conflictSentence = (path: string): string =>
  `${path} conflicts with the base, so nobody can say which revisions the merge will have: resolve the conflict`;

const branchOf = (ref: string): string => ref.replace(/^(refs\/heads\/|refs\/remotes\/)?(origin\/)?/, '');

function drawn(
  { graph }: History,
  { added }: HistoryChanges,
  resolution: Resolution | null,
): EnvironmentFacts['report']['neighbourhood'] {
  const nodes = neighbourhood(graph, new Set(added.map(({ id }) => id)));
  const merge = resolution?.mergeRevision;
  return merge === undefined || merge.path === '' ? nodes : withProposal(nodes, merge);
}
