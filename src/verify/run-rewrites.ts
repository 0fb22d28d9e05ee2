/** Builds rewritten revisions from nothing twice, with the base's text and with the merge's, and compares the schemas. */
import { diffDatabases, type Databases } from './schema/diff.ts';
import type { Rewrite } from './proof.ts';
import { differenceInWords, isMinor } from './round-trip/round-trip.ts';
import { stateAt, type Bench, type Code } from './run-stage.ts';
import { NotEvaluated } from './run-steps.ts';

/** Costs two states per revision, unless another proof had them already. */
export async function proveRewrites(bench: Bench): Promise<readonly Rewrite[]> {
  const rewrites: Rewrite[] = [];
  for (const revision of bench.request.rewritten) {
    try {
      rewrites.push(await proveRewrite(bench, revision));
    } catch (error) {
      if (!(error instanceof NotEvaluated)) throw error;
      rewrites.push({ revision, outcome: 'not-evaluated', reason: error.message, differences: [] });
    }
  }
  return rewrites;
}

async function proveRewrite(bench: Bench, revision: string): Promise<Rewrite> {
  const { base, merged } = bench.request;
  if (base.foundation !== null)
    throw new NotEvaluated(
      'neither text can be run from nothing, because `base-state:` makes the database that it was part of',
    );
  bench.ports.progress(`Comparing the old and the new text of ${revision}`);
  const old = { graph: base.graph, directory: base.directory ?? merged.directory };
  const before = await schemaAt(bench, old, revision, `The old text of \`${revision}\``);
  const after = await schemaAt(bench, merged, revision, `The new text of \`${revision}\``);
  const all = diffDatabases(before, after).filter((one) => !isMinor(one));
  const differences = all.map((one) => ({
    object: one.object,
    attribute: one.attribute,
    before: one.before,
    after: one.after,
    path: merged.graph.revisions.get(revision)?.path ?? null,
    line: null,
    revision,
  }));
  if (differences.length === 0) return { revision, outcome: 'same', reason: null, differences };
  const words = differences.slice(0, LISTED).map(differenceInWords);
  const rest = differences.length - words.length;
  const reason = `${words.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return { revision, outcome: 'differs', reason, differences };
}

const LISTED = 3;

async function schemaAt(bench: Bench, code: Code, revision: string, what: string): Promise<Databases> {
  await using world = await stateAt(bench, code, code.graph.upgradeOrder([revision]), what);
  return await world.snapshot();
}
