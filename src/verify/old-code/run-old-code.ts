/** Lets code of the base read and write at the base, and again after the upgrade of all new revisions. */
import type { Databases } from '../schema/diff.ts';
import { oldCodeSection, section, type Break } from './old-code.ts';
import {
  affectedTables,
  columnsOf,
  keptViews,
  sameKey,
  withoutUnmapped,
  withParents,
  type Unmapped,
} from './tables.ts';
import type { ProofSection, ProofStep } from '../proof.ts';
import { opinion } from '../drift/run-drift.ts';
import { recastColumns } from './recast.ts';
import { readableViews, unreadableViews } from './run-old-reads.ts';
import { plantAgain, plantAtBase } from './run-old-seed.ts';
import { writeAgain, writeAtBase } from './run-old-writes.ts';
import { inTransaction, rowDatabases, type RowDatabase } from '../rows/run-rows.ts';
import { closeStage, openBase, openStage, type Bench } from '../run-stage.ts';
import { move, NotEvaluated, type Stage } from '../run-steps.ts';

/** Costs a stage and each new revision's upgrade once more; where a table of the base changes, another state. */
export async function proveOldCode(bench: Bench): Promise<{ readonly section: ProofSection }> {
  const none = nothingToProve(bench);
  if (none !== null) return { section: section('not-applicable', [none]) };
  const stage = await openStage(bench);
  try {
    const before = await stage.world.snapshot();
    const steps = await upgrade(stage, bench.plan.added);
    const change = { before, after: await stage.world.snapshot() };
    const { breaks, untried, unread, isIdle } = await tryAll(bench, stage, change, []);
    if (isIdle) return { section: section('not-applicable', ['no table that the base has is changed']) };
    const unmapped = await unmappedAmong(bench, breaks);
    const left = unmapped.length === 0 ? breaks : (await tryAll(bench, stage, change, unmapped)).breaks;
    return { section: oldCodeSection({ breaks: left, untried, unread, unmapped, steps }) };
  } finally {
    await closeStage(stage);
  }
}

function nothingToProve({ request, plan }: Bench): string | null {
  if (request.config.deploys === 'stop') return 'deployments stop the old code first (`deploys: stop`)';
  if (plan.added.length === 0) return 'no new revision to prove';
  return plan.base.length === 0 ? 'no code of the base has a database' : null;
}

async function upgrade(stage: Stage, revisions: readonly string[]): Promise<readonly ProofStep[]> {
  const steps: ProofStep[] = [];
  for (const revision of revisions) {
    const { step } = await move(stage, revision, 'upgrade');
    if (step.outcome !== 'pass')
      throw new NotEvaluated(`the upgrade of \`${revision}\` fails: ${step.error ?? 'no reason given'}`);
    steps.push(step);
  }
  return steps;
}

interface Change {
  readonly before: Databases;
  readonly after: Databases;
}

interface Tried {
  readonly breaks: readonly Break[];
  readonly untried: ReadonlyMap<string, string>;
  /** Columns whose generated text tells nothing of what code writes there. */
  readonly unread: ReadonlySet<string>;
  /** Whether no table was to be tried. */
  readonly isIdle: boolean;
}

/** `stage` has the new schema and no rows of ours. */
async function tryAll(
  bench: Bench,
  stage: Stage,
  { before, after }: Change,
  unmapped: readonly Unmapped[],
): Promise<Tried> {
  const { server } = bench.ports;
  const changed = [...before].flatMap(([label, was]) => {
    const is = after.get(label) ?? { ...was, objects: [] };
    const affected = affectedTables(was, is);
    return affected.size === 0 ? [] : [{ label, was, is, affected }];
  });
  if (changed.length === 0) return { breaks: [], untried: new Map(), unread: new Set(), isIdle: true };
  bench.ports.progress("Old code's statements on the new schema");
  const breaks: Break[] = [];
  const untried = new Map<string, string>();
  const unread = new Set<string>();
  await using base = await openBase(bench);
  const bases = await rowDatabases(server, base);
  const now = await rowDatabases(server, stage.world);
  for (const { label, was, is, affected } of changed) {
    const own = unmapped.filter(({ database }) => database === label);
    const old = within(bases, label);
    const database = within(now, label);
    if (old === undefined || database === undefined) continue;
    const tables = withoutUnmapped(old.tables, own);
    const names = withParents(affected, tables);
    const hidden = new Set(own.flatMap(({ table, column }) => `${table}\0${column ?? ''}`));
    const wanted = new Map(
      [...names].map((name) => [
        name,
        columnsOf(was, name).filter((column) => !hidden.has(`${name}\0${column}`)),
      ]),
    );
    const [seed, written] = await inTransaction(old, 'ROLLBACK', async () => {
      const planted = await plantAtBase(bench.request.seed, old);
      return [planted, await writeAtBase({ ...old, tables }, wanted, planted.planted)] as const;
    });
    const views = await readableViews(old, keptViews(was, is));
    const schema = { label, database, isOldKey: sameKey(was, is) };
    const found = await inTransaction(database, 'ROLLBACK', async () => [
      ...(await plantAgain(seed, schema)),
      ...(await writeAgain(written, schema)),
      ...(await unreadableViews(schema, views)),
    ]);
    for (const one of found) {
      const table = seed.planted.has(one.table) ? undefined : tables.find(({ name }) => name === one.table);
      const recast = table === undefined ? [] : recastColumns(one.said, table, is);
      for (const column of recast) unread.add(`\`${one.table}\`.\`${column}\``);
      if (recast.length === 0) breaks.push({ ...one, said: stage.world.readable(one.said) });
    }
    for (const { table, refused } of written)
      if (refused !== null && affected.has(table.name)) untried.set(table.name, base.readable(refused));
  }
  return { breaks, untried, unread, isIdle: false };
}

const within = (databases: readonly RowDatabase[], label: string): RowDatabase | undefined =>
  databases.find((one) => one.label === label);

/** What cannot be read any more and no model of the base maps; nothing where there are no models to ask. */
async function unmappedAmong(bench: Bench, breaks: readonly Break[]): Promise<readonly Unmapped[]> {
  const gone = breaks.filter(({ verb }) => verb === 'SELECT');
  if (gone.length === 0) return [];
  const { base, merged } = bench.request;
  let stage: Stage | null = null;
  try {
    stage = await openStage(bench, { graph: base.graph, directory: base.models ?? merged.directory });
    const unwanted = ((await opinion(stage)) ?? []).filter(
      ({ attribute, after }) => attribute === 'exists' && after === null,
    );
    return gone.flatMap(({ database, table, column }) => {
      const names = (name: string | null) => name?.replace(/^public\./, '') === table;
      const isUnmapped = unwanted.some(
        (one) =>
          one.database === database &&
          ((one.kind === 'table' && names(one.name)) ||
            (one.kind === 'column' && names(one.table) && one.name === column)),
      );
      return isUnmapped ? [{ database, table, column }] : [];
    });
  } catch (error) {
    // Without the models' word the database's own counts.
    if (error instanceof NotEvaluated) return [];
    throw error;
  } finally {
    if (stage !== null) await closeStage(stage);
  }
}
