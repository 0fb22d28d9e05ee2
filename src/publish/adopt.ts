/** Our own static report, completed by what a run showed on a database where that still answers the question. */
import { judge, worst } from '../report/verdict.ts';
import type { EnvironmentReport, Report } from '../report/report.ts';
import { proofFindings } from '../verify/findings.ts';
import type { DatabaseProof } from '../verify/proof.ts';
import type { ReportedCure, RunReport } from './run-report.ts';

/**
 * A proof counts for an environment only while the same revisions are added to the same base: a base that moved below
 * them makes it stale, and the environment stays without. What a proof says can only make the verdict worse.
 */
export function adoptProofs(report: Report, run: RunReport): Report {
  const adopted = report.environments.map((environment) => adopt(environment, run));
  const { outcome, reason } = worst([report, ...adopted.map(({ environment }) => environment)]);
  return {
    ...report,
    outcome,
    reason,
    environments: adopted.map(({ environment }) => environment),
    findings: [...report.findings, ...adopted.flatMap(({ findings }) => findings)],
  };
}

function adopt(environment: EnvironmentReport, run: RunReport) {
  const database = proofFor(environment, run)?.database ?? null;
  if (database === null) return { environment, findings: [] };
  const findings = proofFindings(database, environment.name);
  const notEvaluated = database.proofs
    .filter(({ outcome }) => outcome === 'not-evaluated')
    .map(({ name, reason }) => `${name}: ${reason ?? 'no reason was recorded'}`);
  const shown = judge({ touched: true, findings, notEvaluated, onBase: [] });
  const { outcome, reason } = worst([environment, shown]);
  return { environment: { ...environment, outcome, reason, database }, findings };
}

export interface ReportedEnvironment {
  readonly database: DatabaseProof;
  readonly cure: ReportedCure | null;
}

/** What the run proved of an environment; null where it was made for other revisions or another base. */
export function proofFor(
  { name, heads, revisions }: Pick<EnvironmentReport, 'name' | 'heads' | 'revisions'>,
  run: RunReport,
): ReportedEnvironment | null {
  const shown = run.environments.find((one) => one.name === name);
  if (shown === undefined) return null;
  const same = (a: readonly string[], b: readonly string[]): boolean =>
    JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());
  const added = revisions.added.map(({ id }) => id);
  if (shown.database === null || !same(shown.baseHeads, heads.base) || !same(shown.added, added)) return null;
  const { database, cure } = shown;
  return isVacuous(database, added) ? null : { database, cure };
}

/** A proof that ran through and left out a new revision has shown nothing about it. */
function isVacuous({ steps }: DatabaseProof, added: readonly string[]): boolean {
  const upgraded = new Set(
    steps.filter(({ direction }) => direction === 'upgrade').map(({ revision }) => revision),
  );
  return steps.every(({ outcome }) => outcome === 'pass') && !added.every((id) => upgraded.has(id));
}
