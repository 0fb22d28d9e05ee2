/** Adds what the rules say of an environment's new and edited revisions, and weighs everybody's findings. */
import type { Config, Engine } from '../config/config.ts';
import type { TableSizes } from '../config/table-size.ts';
import { applyLint, exitsOf } from '../lint/apply.ts';
import type { SeenStatement } from '../lint/seen.ts';
import type { Finding } from '../lint/finding.ts';
import { acceptFindings, wantApproval } from '../lint/suppress.ts';
import { migrationFindings } from '../lint/migration-findings.ts';
import type { ModelFacts } from '../lint/models/model.ts';
import type { EnvironmentFacts } from '../report/compose.ts';
import type { Revision } from '../revision/revision.ts';
import type { DatabaseProof } from '../verify/proof.ts';
import type { AskApprovals } from './approvals.ts';
import { conventionsOf } from './conventions.ts';
import { deployVerbFindings } from './deploy-verbs.ts';
import type { Judged } from './judge.ts';
import { modelFacts } from './models.ts';
import type { ReportedProof } from './reported.ts';
import type { Sides } from './sides.ts';
import { tableSizes } from './table-sizes.ts';

/** What the rules ask beyond one environment. */
export interface LintContext {
  readonly config: Config;
  readonly sides: Sides;
  readonly models: ModelFacts | null;
  readonly tableSizes: TableSizes | null;
  /** Environment name -> findings about all environments together, said in one of them. */
  readonly found: ReadonlyMap<string, readonly Finding[]>;
  /** Path -> approver, of all that was asked until now. */
  readonly approvals: ReadonlyMap<string, string>;
  /** Path -> approver of that file as it is; of the given paths only. */
  readonly approved: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** Models are read only where an environment is touched. */
export async function lintContext(
  judged: readonly Judged[],
  config: Config,
  sides: Sides,
  ask: AskApprovals | undefined,
): Promise<LintContext> {
  const approvals = new Map<string, string>();
  const approved: LintContext['approved'] = async (paths) => {
    const given =
      ask === undefined ? new Map<string, string>() : await ask(paths, sides.head.tree, config.approvers);
    for (const [path, by] of given) approvals.set(path, by);
    return given;
  };
  const first = judged.find(({ facts }) => facts.touched);
  const models = first ? await modelFacts(config, sides) : null;
  const sizes = first ? await tableSizes(config, sides) : null;
  const shared = { config, sides, models, tableSizes: sizes, approved, approvals };
  if (!first || models === null) return { ...shared, found: new Map() };
  const revisions = (await Promise.all(judged.map(revisionsToJudge))).flat();
  const { name } = first.judged.environment;
  const files = revisions.map(({ bytes }) => bytes);
  return {
    ...shared,
    found: new Map([[name, migrationFindings(models, files, config.engine, name)]]),
  };
}

/** Untouched environments are left alone: only what a pull request adds or edits is judged. */
export async function lintEnvironment(
  one: Judged,
  facts: EnvironmentFacts,
  { config, sides, models, tableSizes: sizes, found, approved }: LintContext,
  reported: ReportedProof = () => null,
): Promise<EnvironmentFacts> {
  if (!facts.touched) return facts;
  const { environment } = one.judged;
  const database = facts.report.database ?? reported(facts.report)?.database ?? null;
  const revisions = await revisionsToJudge(one);
  const files = revisions.map(({ bytes }) => bytes);
  const input = {
    environment: environment.name,
    revisions,
    earlier: await beforeTheEdit(one),
    ...(await conventionsOf(environment, one.base, files)),
    config,
    engine: engineOf(database) ?? config.engine,
    version: database?.version ?? config.server.version ?? null,
    models,
    tableSizes: sizes,
    before: database?.before ?? [],
    seen: database === null ? [] : seenOn(database),
    found: [
      ...facts.findings,
      ...(found.get(environment.name) ?? []),
      ...(await deployVerbFindings(one, config, sides)),
    ],
  };
  const findings = applyLint(input);
  const wanted = wantApproval(findings, (rule) => exitsOf(rule, config));
  const approvals = wanted.length === 0 ? new Map<string, string>() : await approved(wanted);
  return { ...facts, findings: approvals.size === 0 ? findings : applyLint({ ...input, approvals }) };
}

/** What the pull request adds or edits, in upgrade order, with its contents on the merge. */
function revisionsToJudge({
  merged,
  changes,
}: Judged): Promise<readonly { readonly revision: Revision; readonly bytes: Uint8Array }[]> {
  const added = changes.fresh.flatMap((id) => merged.graph.revisions.get(id) ?? []);
  const edited = changes.changed.filter(({ sameTree }) => !sameTree).map(({ after }) => after);
  return Promise.all(
    [...added, ...edited].map(async (revision) => ({ revision, bytes: await merged.bytes(revision.path) })),
  );
}

/** What the edited ones were on the base, whose faults the pull request did not bring. */
const beforeTheEdit = ({ base, changes }: Judged) =>
  Promise.all(
    changes.changed
      .filter(({ sameTree }) => !sameTree)
      .map(async ({ before }) => ({ revision: before, bytes: await base.bytes(before.path) })),
  );

/** By the server's own name. */
export function engineOf(database: DatabaseProof | null): Engine | null {
  const name = database?.engine.toLowerCase();
  return name === 'mysql' || name === 'mariadb' || name === 'postgresql' || name === 'sqlite' ? name : null;
}

/** The second upgrade shows nothing that the first one did not. */
function seenOn({ steps }: DatabaseProof): readonly SeenStatement[] {
  return steps.flatMap(({ revision, direction, statements }) => {
    if (direction === 'upgrade-again') return [];
    return statements.flatMap(({ sql, line }) => (line === null ? [] : [{ revision, direction, sql, line }]));
  });
}

/** Findings about the pull request as a whole; those that an approver has seen and wants are accepted. */
export async function approvedAsTheyAre(
  findings: readonly Finding[],
  { config, approved }: LintContext,
): Promise<readonly Finding[]> {
  const exits = (rule: string) => exitsOf(rule, config);
  const wanted = wantApproval(findings, exits);
  if (wanted.length === 0) return findings;
  const approvals = await approved(wanted);
  return acceptFindings(findings, { files: [], suppress: [], exits, approvals }).findings;
}
