/** Ten thousand revisions: the time must grow with their number, not with its square. */
import { expect, test } from '@jest/globals';
import { buildGraph } from '../../src/graph/build.ts';
import type { Revision } from '../../src/revision/revision.ts';
import { revision } from './notation.ts';

const SIZE = 10_000;
const id = (index: number): string => `r${String(index)}`;
const files = (parentsOf: (index: number) => readonly number[]): readonly Revision[] =>
  Array.from({ length: SIZE }, (_, index) =>
    revision({ id: id(index), downRevisions: parentsOf(index).map(id) }),
  );

const SHAPES: readonly (readonly [string, readonly Revision[]])[] = [
  ['a chain', files((index) => (index === 0 ? [] : [index - 1]))],
  [
    'a chain from the last file to the first',
    [...files((index) => (index === 0 ? [] : [index - 1]))].reverse(),
  ],
  ['a star', files((index) => (index === 0 ? [] : [0]))],
  // A hundred lines side by side, of which two neighbours merge now and then.
  [
    'a wide tree with merges',
    files((index) =>
      index < 100 ? (index === 0 ? [] : [0]) : index % 7 === 0 ? [index - 100, index - 99] : [index - 100],
    ),
  ],
  [
    'a chain of which all depend on the first',
    files((index) => (index === 0 ? [] : [index - 1])).map((file) =>
      file.id === 'r0' ? file : { ...file, dependsOn: ['r0'] },
    ),
  ],
  ['one id in every file', files(() => []).map((file) => ({ ...file, id: 'same' }))],
];

/** Of processor time, which others on the machine do not use up; the best of five, as the first run compiles. */
function milliseconds(work: () => unknown): number {
  const once = (): number => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  return Math.min(...Array.from({ length: 5 }, once));
}

test.each(SHAPES)('%s of 10,000 revisions is built in less than 150 ms', (_, revisions) => {
  expect(milliseconds(() => buildGraph(revisions))).toBeLessThan(150);
});

test.each(SHAPES)('%s of 10,000 revisions is put in order in less than a second', (_, revisions) => {
  const graph = buildGraph(revisions);
  expect(milliseconds(() => graph.upgradeOrder(graph.realHeads))).toBeLessThan(1000);
});
