/** Puts what every step found into the one report. */
import type { Finding } from '../lint/finding.ts';
import { judge, worst, type Verdict } from './verdict.ts';
import type { EnvironmentReport, Report } from './report.ts';

/** One environment with everything but its verdict, and what the verdict follows from. */
export interface EnvironmentFacts {
  readonly report: Omit<EnvironmentReport, 'outcome' | 'reason'>;
  readonly touched: boolean;
  readonly findings: readonly Finding[];
  readonly notEvaluated: readonly string[];
  readonly onBase: readonly string[];
}

export interface ReportFacts {
  readonly version: string;
  readonly base: Report['base'];
  readonly head: Report['head'];
  readonly environments: readonly EnvironmentFacts[];
  /** What concerns the pull request as a whole. */
  readonly findings: readonly Finding[];
  readonly notEvaluated: readonly string[];
  readonly approvals: Report['approvals'];
  readonly timings: Report['timings'];
}

/** The verdict is the worst of the environments' and of what concerns the whole. */
export function composeReport(facts: ReportFacts): Report {
  const judged = facts.environments.map((environment) => ({ environment, verdict: judge(environment) }));
  const whole = judge({
    touched: true,
    findings: facts.findings,
    notEvaluated: facts.notEvaluated,
    onBase: [],
  });
  const verdict = worst([whole, ...judged.map((one) => one.verdict)]);
  return {
    ...frame(facts, verdict),
    environments: judged.map(({ environment, verdict: { outcome, reason } }) => ({
      ...environment.report,
      outcome,
      reason,
    })),
    findings: [...judged.flatMap(({ environment }) => environment.findings), ...facts.findings],
  };
}

/** The report of a run that could not judge at all; `reason` is one sentence. */
export function notEvaluatedReport(
  reason: string,
  facts: Pick<ReportFacts, 'version'> & Partial<Pick<ReportFacts, 'base' | 'head'>>,
): Report {
  const { base = { ref: '', sha: '' }, head = { ref: '', sha: null } } = facts;
  return {
    ...frame({ ...facts, base, head, approvals: [], timings: {} }, { outcome: 'not-evaluated', reason }),
    environments: [],
    findings: [],
  };
}

function frame(
  {
    version,
    base,
    head,
    approvals,
    timings,
  }: Pick<ReportFacts, 'version' | 'base' | 'head' | 'approvals' | 'timings'>,
  { outcome, reason }: Verdict,
): Omit<Report, 'environments' | 'findings'> {
  return { schemaVersion: 1, tool: { version }, outcome, reason, base, head, approvals, timings };
}
