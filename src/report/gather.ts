/**
 * One report from those of several jobs: the plan's, which judged everything that needs no database, and each part's.
 * The worst outcome wins, each part is named, and one that is missing leaves its environment not evaluated.
 */
import type { Finding } from '../lint/finding.ts';
import type { ProofPart } from '../verify/proof.ts';
import { gatherDatabases, type Shown } from './gather-database.ts';
import type { EnvironmentReport, Outcome, Part, Report } from './report.ts';
import { worst, type Verdict } from './verdict.ts';

/** What a part's job left: its report, or the sentence why that is of no use. */
export type PartReport = Report | string;

interface Heard {
  readonly part: Part;
  /** The environment as this part judged it; a sentence where it cannot be used. */
  readonly own: EnvironmentReport | string;
  /** null where it cannot be used. */
  readonly report: Report | null;
}

export function gatherReports(plan: Report, reports: ReadonlyMap<string, PartReport>): Report {
  const parts = plan.plan ?? [];
  const heard = parts.map((part) => hear(part, plan, reports.get(part.part)));
  const of = (name: string | null) => heard.filter(({ part }) => part.environment === name);
  const environments = plan.environments.map((environment) =>
    gatherEnvironment(environment, of(environment.name)),
  );
  // A part judged all that the plan did, and a database may have shown a finding of the sources to be none.
  const used = heard.flatMap(({ report }) => report ?? []);
  const { outcome, reason } = worst([...environments, ...(used.length === 0 ? [plan] : used)]);
  const unheard = plan.findings.filter(({ environment }) => of(environment).every(({ report }) => !report));
  const { schemaVersion, tool, base, head, approvals } = plan;
  return {
    ...{ schemaVersion, tool, base, head, approvals },
    outcome,
    reason,
    environments,
    findings: distinct([...unheard, ...used.flatMap(({ findings }) => findings)]),
    timings: { ...plan.timings, ...timingsOf(reports) },
  };
}

function hear(part: Part, plan: Report, report: PartReport | undefined): Heard {
  const nothing = (own: string): Heard => ({ part, own, report: null });
  if (report === undefined)
    return nothing(`the job of the part ${part.part} left no report: look at its log, and run it again`);
  if (typeof report === 'string') return nothing(report);
  const planned = plan.environments.find(({ name }) => name === part.environment);
  const own = report.environments.find(({ name }) => name === part.environment);
  if (own === undefined || planned === undefined) return nothing(report.reason ?? 'it judged nothing');
  if (report.head.sha !== plan.head.sha || !isSame(own, planned))
    return nothing('it judged other revisions or another base than the plan: run the whole workflow again');
  return { part, own, report };
}

/** As the bot takes a proof: for the same new revisions on the same heads of the base. */
function isSame(a: EnvironmentReport, b: EnvironmentReport): boolean {
  const key = ({ heads, revisions }: EnvironmentReport): string =>
    JSON.stringify([heads.base.toSorted(), revisions.added.map(({ id }) => id).toSorted()]);
  return key(a) === key(b);
}

function gatherEnvironment(environment: EnvironmentReport, heard: readonly Heard[]): EnvironmentReport {
  if (heard.length === 0) return environment;
  const shown: Shown[] = [];
  const parts: ProofPart[] = [];
  const verdicts: Verdict[] = [];
  const ranked = heard.toSorted((a, b) => rank(a) - rank(b));
  for (const { part, own } of ranked) {
    const verdict = verdictOf(own);
    verdicts.push(
      verdict.reason === null ? verdict : { ...verdict, reason: `${part.part}: ${verdict.reason}` },
    );
    const database = typeof own === 'string' ? null : own.database;
    const server = database === null ? null : `${database.engine} ${database.version}`;
    const one = { part: part.part, server, outcome: partOutcome(verdict.outcome), reason: verdict.reason };
    parts.push(one);
    if (database !== null && server !== null) shown.push({ part: { ...one, server }, database });
  }
  const [first, ...rest] = shown;
  const lead = ranked.find(({ own }) => typeof own !== 'string')?.own;
  return {
    ...environment,
    ...worst(verdicts),
    resolution: (typeof lead === 'object' ? lead.resolution : null) ?? environment.resolution,
    database: first === undefined ? null : gatherDatabases([first, ...rest], parts),
  };
}

const RANKS: readonly Outcome[] = ['fail', 'not-evaluated', 'base-broken', 'pass'];

/** Worst first; of equal ones, one that withholds the cure. */
function rank({ own }: Heard): number {
  const refuses = typeof own !== 'string' && (own.resolution?.refused ?? null) !== null;
  return RANKS.indexOf(verdictOf(own).outcome) * 2 + (refuses ? 0 : 1);
}

const unknown = (reason: string): Verdict => ({ outcome: 'not-evaluated', reason });

function verdictOf(own: EnvironmentReport | string): Verdict {
  if (typeof own === 'string') return unknown(own);
  if (own.outcome === 'pass' && own.database === null) return unknown('its job asked no database');
  return { outcome: own.outcome, reason: own.reason };
}

const partOutcome = (outcome: Outcome): ProofPart['outcome'] =>
  outcome === 'fail' || outcome === 'pass' ? outcome : 'not-evaluated';

/** The same finding is found by every part. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const { rule, path, line, revision, environment, message } = finding;
    const key = JSON.stringify([rule, path, line, revision, environment, message]);
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
}

function timingsOf(reports: ReadonlyMap<string, PartReport>): Record<string, number> {
  return Object.fromEntries(
    [...reports].flatMap(([part, report]) =>
      typeof report === 'string'
        ? []
        : [[part, Object.values(report.timings).reduce((sum, milliseconds) => sum + milliseconds, 0)]],
    ),
  );
}
