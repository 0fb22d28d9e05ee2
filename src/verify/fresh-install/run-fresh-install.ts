/** Runs the command that installs the project, in the merged tree and in the base's, and compares with the migrations. */
import type { RevisionGraph } from '../../graph/graph.ts';
import { diffDatabases, type Databases } from '../schema/diff.ts';
import { freshInstallSection, OUTCOME, STAMP } from './fresh-install.ts';
import type { ProofSection } from '../proof.ts';
import { endInWords, runOnFresh } from '../base-state/run-foundation.ts';
import { closeStage, occupy, openStage, type Bench, type Code } from '../run-stage.ts';
import { climbAsFar, NotEvaluated, recordedVersions, type Climbed } from '../run-steps.ts';
import type { SchemaDifference } from '../schema/schema.ts';

/** Costs two runs of the command and two states. Throws NotEvaluated where there is no command, or it works nowhere. */
export async function proveFreshInstall(bench: Bench): Promise<{ readonly section: ProofSection }> {
  const { install: command, merged, base, cure } = bench.request;
  if (command === null)
    throw new NotEvaluated(
      'no command is known that installs the project: name it with `proofs: {fresh-install: {command: …}}`, or with `base-state: {command: …}`',
    );
  if (cure !== null)
    throw new NotEvaluated('the history has more heads than expected, of which no command can stamp one');
  const now = await install(bench, command, merged);
  const before = await onBase(bench, command, now.kind === 'failed');
  if (now.kind === 'failed' && before.kind === 'failed')
    throw new NotEvaluated(`${now.words}, and on the base as well`);
  const reached = await migrated(bench);
  const paths = bench.plan.added.flatMap((id) => {
    const path = merged.graph.revisions.get(id)?.path;
    return path === undefined ? [] : [[path, id] as const];
  });
  const differences =
    now.kind === 'failed'
      ? [difference({ object: `\`${command}\``, attribute: OUTCOME }, 'works', now.words)]
      : compared(reached.schema, now, merged.graph, merged.graph.heads);
  const known =
    before.kind === 'installed' ? compared(await migratedBase(bench), before, base.graph, base.heads) : [];
  return {
    section: freshInstallSection({
      command,
      differences,
      onBase: known,
      statements: reached.statements,
      revisions: new Map(paths),
    }),
  };
}

interface Installed {
  readonly kind: 'installed';
  readonly schema: Databases;
  readonly stamped: readonly string[];
}

/** `unasked`: what it makes there is what the migrations go on from. */
type Install = Installed | { readonly kind: 'failed'; readonly words: string } | { readonly kind: 'unasked' };

async function install(
  bench: Bench,
  command: string,
  code: Code,
): Promise<Exclude<Install, { kind: 'unasked' }>> {
  const { world, end } = await runOnFresh(bench, command, code.directory);
  if (end.kind !== 'done') {
    await world[Symbol.asyncDispose]();
    return { kind: 'failed', words: world.readable(endInWords(command, end)) };
  }
  const stage = await occupy(bench, world, code);
  try {
    const recorded = await recordedVersions(stage);
    const stamped = [...new Set(recorded.flatMap(({ ids }) => ids ?? []))];
    return { kind: 'installed', schema: await world.snapshot(), stamped };
  } finally {
    await closeStage(stage);
  }
}

async function onBase(bench: Bench, command: string, mustKnow: boolean): Promise<Install> {
  const { foundation, tree, graph } = bench.request.base;
  const isFoundation = foundation?.kind === 'command' && foundation.command === command;
  if (tree === null || (isFoundation && !mustKnow)) return { kind: 'unasked' };
  return install(bench, command, { graph, directory: tree });
}

async function migrated(bench: Bench): Promise<Climbed & { readonly schema: Databases }> {
  const stage = await openStage(bench);
  try {
    const climbed = await climbAsFar(stage, bench.plan.added);
    if (climbed.stop !== null)
      throw new NotEvaluated(`the upgrade of \`${climbed.stop.revision}\` fails: ${climbed.stop.error}`);
    // Alembic says where its version table is only when it ran.
    if (bench.plan.added.length === 0) await recordedVersions(stage);
    return { ...climbed, schema: await stage.world.snapshot() };
  } finally {
    await closeStage(stage);
  }
}

async function migratedBase(bench: Bench): Promise<Databases> {
  const stage = await openStage(bench);
  try {
    await recordedVersions(stage);
    return await stage.world.snapshot();
  } finally {
    await closeStage(stage);
  }
}

function compared(
  migrated: Databases,
  { schema, stamped }: Installed,
  graph: RevisionGraph,
  heads: readonly string[],
): readonly SchemaDifference[] {
  const made = graph.ancestors(stamped.filter((id) => graph.revisions.has(id)));
  const isAtHeads = stamped.every((id) => graph.revisions.has(id)) && heads.every((id) => made.has(id));
  const listed = (ids: readonly string[]) => (ids.length === 0 ? null : ids.toSorted().join(', '));
  const stamp = isAtHeads ? [] : [difference(STAMP, listed(heads), listed(stamped))];
  return [...stamp, ...diffDatabases(migrated, schema)];
}

/** Of no object of the schema. */
function difference(
  { object, attribute }: { readonly object: string; readonly attribute: string },
  before: string | null,
  after: string | null,
): SchemaDifference {
  return { kind: 'schema', table: null, name: '', object, attribute, before, after };
}
