/** Adds what the rules say of an environment's new and edited revisions, and weighs everybody's findings. */
import type { Config, Engine } from '../config/config.ts';
import { applyLint } from '../lint/apply.ts';
import type { SeenStatement } from '../lint/engine.ts';
import type { EnvironmentFacts } from '../report/compose.ts';
import type { DatabaseProof } from '../verify/proof.ts';
import type { Judged } from './judge.ts';

/** What a run of the gate reported of an environment, where that still answers for these revisions on this base. */
export type ReportedProof = (environment: EnvironmentFacts['report']) => DatabaseProof | null;

/** Untouched environments are left alone: only what a pull request adds or edits is judged. */
export async function lintEnvironment(
  { judged, merged, changes }: Judged,
  facts: EnvironmentFacts,
  config: Config,
  reported: ReportedProof = () => null,
): Promise<EnvironmentFacts> {
  if (!facts.touched) return facts;
  const { environment } = judged;
  const database = facts.report.database ?? reported(facts.report);
  const added = changes.fresh.flatMap((id) => merged.graph.revisions.get(id) ?? []);
  const edited = changes.changed.filter(({ sameTree }) => !sameTree).map(({ after }) => after);
  const revisions = await Promise.all(
    [...added, ...edited].map(async (revision) => ({ revision, bytes: await merged.bytes(revision.path) })),
  );
  const findings = applyLint({
    environment: environment.name,
    revisions,
    config,
    engine: engineOf(database) ?? config.engine,
    version: database?.version ?? config.server.version ?? null,
    fileTemplate: environment.fileTemplate,
    seen: database === null ? [] : seenOn(database),
    found: facts.findings,
  });
  return { ...facts, findings };
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
