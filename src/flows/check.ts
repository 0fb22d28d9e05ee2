/**
 * The whole story of one check: two sides, the configuration that judges, every environment read, compared and cured,
 * its new revisions proved on a throwaway server, one report.
 */
import { changedPaths } from '../changes/changed-paths.ts';
import type { JudgedEnvironment } from '../config/judging.ts';
import type { Clock } from '../io/clock.ts';
import { gateWeakeningFindings } from '../lint/gate-weakening.ts';
import { composeReport, type EnvironmentFacts } from '../report/compose.ts';
import type { Report } from '../report/report.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { AskApprovals } from './approvals.ts';
import { blindness } from './canary.ts';
import { noEnvironment } from './graph.ts';
import type { ReadingCache } from './history.ts';
import { approvedAsTheyAre, lintContext, lintEnvironment } from './lint.ts';
import { judgeEnvironment, type Judged } from './judge.ts';
import { findEnvironments, judgingConfiguration, type ConfigurationRequest } from './judge-configuration.ts';
import { proveEnvironment } from './prove-environment.ts';
import type { ProvingPorts } from './prove.ts';
import { asReported, type ReportedProof } from './reported.ts';
import type { RemedyWish } from './resolve.ts';
import { unreadProblems, unreadRevisions } from './unread-places.ts';
import { resolveSides, type SidesRequest } from './sides.ts';
import { findTrunks } from './trunks.ts';
import { weakeningsOf } from './weakenings-of.ts';

export interface CheckRequest extends SidesRequest {
  /** Judge this environment alone: one part of a divided proof. */
  readonly environment?: string;
  /** Whether migrations of a head that is not the working tree's own may be run. */
  readonly runCode: boolean;
  readonly configuration: ConfigurationRequest;
  /** Whether the base state is all that is wanted, for those who start from it. */
  readonly keep?: boolean;
  readonly wish?: RemedyWish;
  /** A proof that another run reported, for rules and the cure to learn from; the verdict on it is the caller's. */
  readonly reported?: ReportedProof;
  /** Who approved what; absent where nobody can be asked. */
  readonly approvals?: AskApprovals;
  readonly version: string;
}

export interface CheckPorts extends ProvingPorts {
  readonly clock: Clock;
  /** What earlier checks of the same repository have read; absent where there was none. */
  readonly readings?: ReadingCache;
  /** How long files may be read, in milliseconds; absent where only their author waits for it. */
  readonly limitMs?: number;
}

/** Throws UsageError where there is nothing to judge by: an unknown ref, a broken configuration, no environment. */
export async function check(request: CheckRequest, ports: CheckPorts): Promise<Report> {
  const blind = blindness();
  if (blind !== null) throw new UsageError(blind);
  const watch = stopwatch(ports.now);

  const sides = await resolveSides(request, ports.repository, ports.log);
  watch.lap('git');
  const { config, change } = await judgingConfiguration(request.configuration, sides);
  const found = await findEnvironments(sides, config, request.configuration.locations);
  if (found.environments.length === 0)
    throw new UsageError(found.problems[0]?.message ?? noEnvironment(sides.merged.tree));
  watch.lap('configuration');

  const paths = changedPaths(sides.base.tree, sides.merged.tree);
  const trunks = await findTrunks(config, sides, ports.repository, ports.log);
  const { readings: cache = new Map() as ReadingCache } = ports;
  const demandTime = timeLimit(ports);
  const judged: Judged[] = [];
  for (const environment of named(found.environments, request.environment)) {
    const one = await judgeEnvironment({
      judged: environment,
      config,
      sides,
      paths,
      trunks,
      repository: ports.repository,
      clock: ports.clock,
      cache,
      demandTime,
      ...(request.wish === undefined ? {} : { wish: request.wish }),
    });
    judged.push(await asReported(one, request.reported));
  }
  watch.lap('history');

  const context = await lintContext(judged, config, sides, request.approvals);
  const environments: EnvironmentFacts[] = [];
  for (const environment of judged) {
    const { runCode, keep = false } = request;
    const proved = await proveEnvironment(environment, { config, sides, runCode, keep }, ports);
    environments.push(await lintEnvironment(environment, proved, context, request.reported));
  }
  watch.lap('proof');

  const findings = await approvedAsTheyAre(
    gateWeakeningFindings(weakeningsOf(change, found.hidden, judged)),
    context,
  );
  return composeReport({
    version: request.version,
    base: { ref: sides.base.ref, sha: sides.base.sha },
    head: { ref: sides.head.ref, sha: sides.head.sha },
    environments,
    findings,
    approvals: [...context.approvals].map(([path, by]) => ({ path, by })),
    notEvaluated: [
      ...unreadProblems(found.problems, paths),
      ...(await unreadRevisions(sides.merged.tree, found.notRead, paths)),
    ],
    timings: watch.laps,
  });
}

function named(
  environments: readonly JudgedEnvironment[],
  name: string | undefined,
): readonly JudgedEnvironment[] {
  if (name === undefined) return environments;
  const found = environments.filter(({ environment }) => environment.name === name);
  if (found.length > 0) return found;
  const names = environments.map(({ environment }) => environment.name).join(', ');
  throw new UsageError(`there is no environment ${name} here: name one of ${names}`);
}

function timeLimit({ now, limitMs }: CheckPorts): () => void {
  const start = now();
  return () => {
    if (limitMs !== undefined && now() - start > limitMs)
      throw new UsageError(`reading its files takes more than ${limitMs / 1000} s: make it smaller`);
  };
}

function stopwatch(now: () => number): { lap(name: string): void; readonly laps: Record<string, number> } {
  const laps: Record<string, number> = {};
  let last = now();
  return {
    laps,
    lap(name) {
      const time = now();
      laps[name] = Math.round(time - last);
      last = time;
    },
  };
}
