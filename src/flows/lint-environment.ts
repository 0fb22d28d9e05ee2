/** The rules' part in judging an environment: what the pull request adds or edits, with what the server showed of it. */
import type { Config, Engine } from '../config/config.ts';
import { applyLint } from '../lint/apply.ts';
import type { SeenStatement } from '../lint/engine.ts';
import type { EnvironmentFacts } from '../report/compose.ts';
import type { Revision } from '../revision/revision.ts';
import type { DatabaseProof } from '../verify/proof.ts';
import type { Judged } from './judge.ts';

/**
 * The facts with the findings of the rules, all findings weighed by the configuration, and accepted ones marked. To be
 * called once, after the proof where one ran. Without a proof and without `engine:` nobody knows the database, and rules
 * that name one say nothing.
 */
export async function lintEnvironment(
  { judged, merged, changes }: Judged,
  facts: EnvironmentFacts,
  config: Config,
): Promise<EnvironmentFacts> {
  const fresh = new Set(changes.fresh);
  const own = [
    ...changes.added.filter(({ id }) => fresh.has(id)),
    ...changes.changed.filter(({ sameTree }) => !sameTree).map(({ after }) => after),
  ];
  const order = merged.graph.loads ? merged.graph.upgradeOrder(merged.graph.realHeads) : [];
  const ordered = [...own].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const revisions = await Promise.all(
    ordered.map(async (revision) => ({ revision, bytes: await merged.bytes(revision.path) })),
  );
  const { database } = facts.report;
  const findings = applyLint({
    environment: facts.report.name,
    revisions,
    config,
    engine: database === null ? config.engine : engineOf(database),
    version: database?.version ?? config.server.version ?? null,
    fileTemplate: judged.environment.fileTemplate,
    seen: database === null ? [] : seenStatements(database, own),
    found: facts.findings,
  });
  return { ...facts, findings };
}

const ENGINES: Readonly<Record<string, Engine>> = {
  MySQL: 'mysql',
  MariaDB: 'mariadb',
  PostgreSQL: 'postgresql',
  SQLite: 'sqlite',
};

const engineOf = ({ engine }: DatabaseProof): Engine | null => ENGINES[engine] ?? null;

/** The second upgrade says nothing that the first did not. */
function seenStatements({ steps }: DatabaseProof, revisions: readonly Revision[]): readonly SeenStatement[] {
  const paths = new Map(revisions.map(({ id, path }) => [id, path]));
  return steps.flatMap(({ revision, direction, statements }) =>
    direction === 'upgrade-again'
      ? []
      : statements.flatMap(({ sql, path, line }) =>
          line !== null && path === paths.get(revision) ? [{ revision, direction, sql, line }] : [],
        ),
  );
}
