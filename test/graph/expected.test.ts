import { describe, expect, test } from '@jest/globals';
import type { ExpectedHeads } from '../../src/config/environment.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { judgeHeads, type HeadsVerdict } from '../../src/graph/expected.ts';
import { history, revision } from './notation.ts';

const judge = (text: string, expected: ExpectedHeads): HeadsVerdict =>
  judgeHeads(buildGraph(history(text)), expected);
const FINE = { kind: 'as-expected' };
const LINES = { expand: 1, contract: 1 };
const NEUTRON = 'kilo <- e1#expand c1#contract; e1 <- e2; c1 <- c2';

describe('by number', () => {
  test('one head is fine, none in an empty history too, and more are too many', () => {
    expect(judge('a <- b', 1)).toEqual(FINE);
    expect(judge('', 1)).toEqual(FINE);
    expect(judge('a <- b c', 1)).toEqual({
      kind: 'unexpected',
      faults: [{ kind: 'too-many', label: null, expected: 1, heads: ['b', 'c'] }],
    });
  });

  test('a tree with two roots passes where two heads are expected, and a third head fails', () => {
    expect(judge('a <- b; x <- y', 2)).toEqual(FINE);
    expect(judge('a <- b c; x <- y', 2)).toMatchObject({ faults: [{ heads: ['b', 'c', 'y'] }] });
  });

  test('fewer heads than expected are fine: joining lines harms nobody', () => {
    expect(judge('a <- b', 2)).toEqual(FINE);
  });

  test('an effective head counts, because "upgrade head" counts it', () => {
    expect(judge('a; b~a', 1)).toMatchObject({ faults: [{ heads: ['a', 'b'] }] });
  });

  test('the phantom head of a duplicate does not count: it is another fault with another cure', () => {
    expect(judge('r1 <- r2; r1 <- r2; r2 <- r3', 1)).toEqual(FINE);
  });
});

describe('by branch label', () => {
  test('one head on each branch passes', () => {
    expect(judge(NEUTRON, LINES)).toEqual(FINE);
  });

  test('a second head on one branch is too many for that branch', () => {
    expect(judge(`${NEUTRON}; e1 <- e3`, LINES)).toEqual({
      kind: 'unexpected',
      faults: [{ kind: 'too-many', label: 'expand', expected: 1, heads: ['e2', 'e3'] }],
    });
  });

  test('a head on no branch fails', () => {
    expect(judge(`${NEUTRON}; kilo <- stray`, LINES)).toMatchObject({
      faults: [{ kind: 'unlabelled', head: 'stray' }],
    });
  });

  test('a head on two branches joins what is to stay apart', () => {
    expect(judge(`${NEUTRON}; e2 c2 <- m`, LINES)).toEqual({
      kind: 'unexpected',
      faults: [{ kind: 'several-labels', head: 'm', labels: ['expand', 'contract'] }],
    });
  });

  test('a branch without a head is too few, but not in a history that has not begun', () => {
    expect(judge('kilo <- e1#expand', LINES)).toMatchObject({
      faults: [{ kind: 'too-few', label: 'contract', heads: [] }],
    });
    expect(judge('', LINES)).toEqual(FINE);
  });

  test('a computed label below an unlabelled head leaves the verdict open, and never passes', () => {
    const graph = buildGraph([
      revision({ id: 'a', unreadLabels: true }),
      revision({ id: 'b', downRevisions: ['a'] }),
    ]);
    expect(judgeHeads(graph, LINES)).toEqual({
      kind: 'unknown',
      head: 'b',
      revision: 'a',
      path: 'versions/a.py',
    });
    expect(judgeHeads(graph, 1)).toEqual(FINE);
  });
});
