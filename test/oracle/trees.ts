/** Generated revision trees with everything that Alembic accepts or stumbles over; they shrink to a few plain files. */
import fc from 'fast-check';
import { revision } from '../graph/notation.ts';
import type { Revision } from '../../src/revision/revision.ts';
import type { Row } from './alembic.ts';

export interface Tree {
  readonly rows: readonly Row[];
  /** A revision to start from or to go back to. */
  readonly current: string | null;
}

/** Ids by position, so that a reference can be drawn before the files are. */
const idAt = (index: number): string => `r${String(index)}`;
const LABELS = ['left', 'right', 'r0'];

const earlier = (index: number): fc.Arbitrary<string> => fc.nat({ max: Math.max(index - 1, 0) }).map(idAt);

/** A file of a history that loads: parents and dependencies are earlier files, labels are unique. */
const soundFile = (index: number): fc.Arbitrary<Row> => {
  const some = (max: number): fc.Arbitrary<string[]> =>
    index === 0 ? fc.constant([]) : fc.uniqueArray(earlier(index), { maxLength: max });
  return fc
    .record({
      downs: some(3),
      near: fc.boolean(),
      deps: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, some(2)),
      label: fc.nat(7),
    })
    .map(({ downs, near, deps, label }): Row => [
      idAt(index),
      near && index > 0 && downs.length < 2 ? idAt(index - 1) : downs,
      deps,
      label === 0 ? [`label${String(index)}`] : [],
    ]);
};

/** A file that may name anything: itself, a later one, one that does not exist, a label, the same parent twice. */
const wildFile = (index: number, size: number): fc.Arbitrary<Row> => {
  const anyId = fc.nat({ max: size }).map(idAt);
  const reference = fc.oneof(
    { weight: 8, arbitrary: earlier(index) },
    { weight: 2, arbitrary: anyId },
    { weight: 1, arbitrary: fc.constantFrom(...LABELS, '', 'absent', 'a:b') },
  );
  const id = fc.oneof(
    { weight: 12, arbitrary: fc.constant(idAt(index)) },
    { weight: 2, arbitrary: anyId },
    { weight: 1, arbitrary: fc.constantFrom('', 'a:b', 'a-b', 'left', 'x'.repeat(40)) },
  );
  const down = fc.oneof(
    { weight: 6, arbitrary: reference },
    { weight: 2, arbitrary: fc.array(reference, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  const deps = fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, fc.array(reference, { maxLength: 2 }));
  const labels = fc.oneof(
    { weight: 6, arbitrary: fc.constant([]) },
    fc.array(fc.constantFrom(...LABELS), { maxLength: 2 }),
  );
  return fc.tuple(id, index === 0 ? fc.constant(null) : down, deps, labels);
};

function tree(
  file: (index: number, size: number) => fc.Arbitrary<Row>,
  maxFiles: number,
): fc.Arbitrary<Tree> {
  return fc
    .nat({ max: maxFiles })
    .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => file(index, size))))
    .chain((files) =>
      fc.record({
        rows: fc.oneof(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
        current: fc.nat({ max: Math.max(files.length - 1, 0) }).map((index) => files[index]?.[0] ?? null),
      }),
    );
}

export const soundTree = tree(soundFile, 14);
export const wildTree = tree(wildFile, 7);

/** The same files as our own revisions. */
export function revisionsOf(rows: readonly Row[]): readonly Revision[] {
  return rows.map(([id, down, dependsOn, branchLabels], index) =>
    revision({
      id,
      path: `versions/${String(index)}.py`,
      downRevisions: down === null ? [] : typeof down === 'string' ? [down] : down,
      dependsOn,
      branchLabels,
    }),
  );
}
