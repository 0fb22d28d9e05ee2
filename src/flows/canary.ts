/**
 * Proves at every run that the detector can still say no: a gate that lost its eyes must not report green for years.
 * The two histories go through the same reading and graph as everybody's.
 */
import { buildGraph } from '../graph/build.ts';
import { readRevision } from '../revision/read.ts';

const revision = (id: string, parent: string | null): Uint8Array =>
  new TextEncoder().encode(
    `revision = '${id}'\ndown_revision = ${parent === null ? 'None' : `'${parent}'`}\n`,
  );

function headsOf(history: readonly (readonly [string, string | null])[]): readonly string[] {
  const readings = history.map(([id, parent]) => readRevision(`versions/${id}.py`, revision(id, parent)));
  return buildGraph(readings.flatMap((reading) => (reading.kind === 'revision' ? [reading.revision] : [])))
    .heads;
}

const FORKED = [
  ['canary1', null],
  ['canary2', 'canary1'],
  ['canary3', 'canary1'],
] as const;
const CLEAN = [
  ['canary1', null],
  ['canary2', 'canary1'],
  ['canary3', 'canary2'],
] as const;

/** A sentence when the detector is blind; null when it sees the fork and only the fork. */
export function blindness(): string | null {
  const forked = headsOf(FORKED).join();
  const clean = headsOf(CLEAN).join();
  if (forked === 'canary2,canary3' && clean === 'canary3') return null;
  return `the detector is broken: its built-in fork gives heads [${forked}], its built-in line [${clean}]; nothing it says can be trusted, report this as a bug`;
}
