/** Adds what the rules say of an environment's new and edited revisions, and weighs everybody's findings. */
import type { Config, Engine } from '../config/config.ts';
import { applyLint } from '../lint/apply.ts';
import type { SeenStatement } from '../lint/engine.ts';
import type { Finding } from '../lint/finding.ts';
import { migrationFindings } from '../lint/migration-findings.ts';
import type { ModelFacts } from '../lint/models/model.ts';
import type { EnvironmentFacts } from '../report/compose.ts';
import type { Revision } from '../revision/revision.ts';
import type { DatabaseProof } from '../verify/proof.ts';
import type { Judged } from './judge.ts';
import { modelFacts } from './models.ts';
import type { ReportedProof } from './reported.ts';
import type { Sides } from './sides.ts';

/** What the rules ask beyond one environment. */
export interface LintContext {
  readonly config: Config;
  readonly models: ModelFacts | null;
  /** Environment name -> findings about all environments together, said in one of them. */
  readonly found: ReadonlyMap<string, readonly Finding[]>;
}

/** Models are read only where an environment is touched. */
export async function lintContext(
  judged: readonly Judged[],
  config: Config,
  sides: Sides,
): Promise<LintContext> {
  const first = judged.find(({ facts }) => facts.touched);
  const models = first ? await modelFacts(config, sides) : null;
  if (!first || models === null) return { config, models, found: new Map() };
  const revisions = (await Promise.all(judged.map(revisionsToJudge))).flat();
  const { name } = first.judged.environment;
  const files = revisions.map(({ bytes }) => bytes);
  return { config, models, found: new Map([[name, migrationFindings(models, files, config.engine, name)]]) };
}

/** Untouched environments are left alone: only what a pull request adds or edits is judged. */
export async function lintEnvironment(
  one: Judged,
  facts: EnvironmentFacts,
  { config, models, found }: LintContext,
  reported: ReportedProof = () => null,
): Promise<EnvironmentFacts> {
  if (!facts.touched) return facts;
  const { environment } = one.judged;
  const database = facts.report.database ?? reported(facts.report)?.database ?? null;
  const findings = applyLint({
    environment: environment.name,
    revisions: await revisionsToJudge(one),
    config,
    engine: engineOf(database) ?? config.engine,
    version: database?.version ?? config.server.version ?? null,
    fileTemplate: environment.fileTemplate,
    models,
    seen: database === null ? [] : seenOn(database),
    found: [...facts.findings, ...(found.get(environment.name) ?? [])],
  });
  return { ...facts, findings };
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
