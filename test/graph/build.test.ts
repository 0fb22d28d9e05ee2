import { describe, expect, test } from '@jest/globals';
import { buildGraph } from '../../src/graph/build.ts';
import { nearestCommonAncestors, isAncestor } from '../../src/graph/ancestry.ts';
import type { RevisionGraph } from '../../src/graph/graph.ts';
import { history, revision } from './notation.ts';

const graphOf = (text: string, order?: readonly string[]): RevisionGraph => buildGraph(history(text, order));
const kindsOf = (graph: RevisionGraph): string[] => graph.problems.map(({ kind }) => kind);
const labelsOf = (graph: RevisionGraph): Record<string, string[]> =>
  Object.fromEntries([...graph.labels].map(([id, labels]) => [id, [...labels].sort()]));

/** Each was executed with Alembic before it was written here; the file names give the load order. */
describe('what Alembic was seen to do', () => {
  test('heads come in the order of files, and a merge of them runs the last one first', () => {
    // base.py b000, zz_first.py a111, aa_second.py c222
    const graph = graphOf('b000 <- a111 c222', ['c222', 'b000', 'a111']);
    expect(graph.heads).toEqual(['c222', 'a111']);
    const merged = graphOf('b000 <- a111 c222; c222 a111 <- m', ['c222', 'b000', 'a111', 'm']);
    expect(merged.upgradeOrder(['m'])).toEqual(['b000', 'a111', 'c222', 'm']);
    expect(merged.downgradeOrder(['m'], null)).toEqual(['m', 'c222', 'a111', 'b000']);
  });

  test('a second file with the id of an inner revision leaves a phantom head beside the real one', () => {
    const graph = graphOf('r1 <- r2; r1 <- r2; r2 <- r3');
    expect(graph.heads).toEqual(['r2', 'r3']);
    expect(graph.loads).toBe(true);
    expect(graph.problems).toMatchObject([
      { kind: 'duplicate-revision', revision: 'r2', fatal: false, files: ['versions/1.py', 'versions/2.py'] },
    ]);
  });

  test('a second file with the id of the head makes the same head twice', () => {
    expect(graphOf('r1 <- r2; r1 <- r2').heads).toEqual(['r2', 'r2']);
  });

  test('a head that another revision depends on counts as a head and not as a real one', () => {
    const graph = graphOf('aaaa; bbbb~aaaa; cccc');
    expect(graph.heads).toEqual(['aaaa', 'bbbb', 'cccc']);
    expect(graph.effectiveHeads).toEqual(['aaaa']);
    expect(graph.realHeads).toEqual(['bbbb', 'cccc']);
  });

  test('a merge revision written over its own ancestor closes a circle', () => {
    const graph = graphOf('aaaa <- bbbb cccc; bbbb cccc <- aaaa');
    expect(graph.loads).toBe(false);
    expect(kindsOf(graph)).toContain('cycle');
  });

  test('a circle with a base leading in and a head leading out loads, and is a problem all the same', () => {
    const graph = graphOf('r0; r1 <- r2; r2 r0 <- r1; r1 <- r9', ['r2', 'r1', 'r9', 'r0']);
    expect(graph.loads).toBe(true);
    expect(graph.heads).toEqual(['r9']);
    expect(graph.problems).toMatchObject([
      { kind: 'cycle', fatal: false, revision: 'r2', involved: ['r2', 'r1'] },
    ]);
    // r2 runs before its own parent r1.
    expect(graph.upgradeOrder(['r9'])).toEqual(['r0', 'r2', 'r1', 'r9']);
  });

  test('of a merge, a database at one side runs the other side only', () => {
    const graph = graphOf('r0 <- a b; a b <- m');
    expect(graph.upgradeOrder(['m'])).toEqual(['r0', 'b', 'a', 'm']);
    expect(graph.upgradeOrder(['m'], ['b'])).toEqual(['a', 'm']);
    expect(graph.upgradeOrder(['m'], ['m'])).toEqual([]);
  });

  test('a downgrade to one parent of a merge undoes the merge alone, a downgrade below both undoes all', () => {
    const graph = graphOf('r0 <- a b; a b <- m');
    expect(graph.downgradeOrder(['m'], 'a')).toEqual(['m']);
    expect(graph.downgradeOrder(['m'], 'r0')).toEqual(['m', 'a', 'b']);
  });

  test('the same parent twice is a merge point with one child', () => {
    const graph = buildGraph([revision({ id: 'a' }), revision({ id: 'b', downRevisions: ['a', 'a'] })]);
    expect(graph.mergePoints).toEqual(['b']);
    expect(graph.children('a')).toEqual(['b']);
    expect(graph.branchPoints).toEqual([]);
  });
});

describe('branch labels', () => {
  test('spread to descendants, through merges, and down to the base where nothing branches', () => {
    expect(labelsOf(graphOf('a <- b#x; b <- c'))).toEqual({ a: ['x'], b: ['x'], c: ['x'] });
    expect(labelsOf(graphOf('r <- e#expand c#contract; e c <- m'))).toEqual({
      e: ['expand'],
      c: ['contract'],
      m: ['contract', 'expand'],
    });
  });

  test('do not reach the ancestors any more once a merge revision stands above', () => {
    expect(labelsOf(graphOf('a <- b#x; z; b z <- m'))).toEqual({ b: ['x'], m: ['x'] });
  });

  test('resolve a dependency, so that a labelled revision can be depended on by label', () => {
    const graph = graphOf('a#x; b~x');
    expect(graph.effectiveHeads).toEqual(['a']);
    expect(graph.upgradeOrder(['b'])).toEqual(['a', 'b']);
  });
});

/** What is said, whether Alembic would load the map, and what the sentence is about. */
const FAULTS: readonly (readonly [string, RevisionGraph, object])[] = [
  [
    'a missing parent',
    graphOf('?gone <- b'),
    { kind: 'missing-parent', revision: 'b', involved: ['gone'], fatal: true, line: 1 },
  ],
  [
    'a missing dependency',
    graphOf('a; b~gone'),
    { kind: 'missing-dependency', revision: 'b', involved: ['gone'], fatal: true },
  ],
  [
    'a parent that is a label',
    graphOf('a#x; ?x <- b'),
    { kind: 'parent-is-label', involved: ['x'], fatal: true },
  ],
  [
    'an empty string for a parent',
    buildGraph([revision({ id: 'a', downRevisions: [''] })]),
    { kind: 'missing-parent', involved: [''], fatal: true },
  ],
  [
    'its own parent',
    buildGraph([revision({ id: 'b', downRevisions: ['b'] })]),
    { kind: 'self-loop', revision: 'b', fatal: true },
  ],
  ['its own dependency', graphOf('a~a'), { kind: 'dependency-self-loop', revision: 'a', fatal: true }],
  [
    'its own dependency by label',
    graphOf('a#x~x'),
    { kind: 'dependency-cycle', involved: ['a'], fatal: true },
  ],
  ['a circle', graphOf('a <- b; b <- c; c <- a'), { kind: 'cycle', involved: ['b', 'c', 'a'], fatal: true }],
  [
    'a circle of dependencies',
    graphOf('r <- a~b; r <- b~a'),
    { kind: 'dependency-cycle', involved: ['a', 'b'], fatal: true },
  ],
  ['an illegal character', graphOf('r-1'), { kind: 'invalid-id', revision: 'r-1', fatal: true }],
  ['an empty id', buildGraph([revision({ id: '' })]), { kind: 'invalid-id', revision: '', fatal: false }],
  ['a word of Alembic', graphOf('base'), { kind: 'invalid-id', revision: 'base', fatal: false }],
  ['a word of Alembic', graphOf('head'), { kind: 'invalid-id', revision: 'head', fatal: false }],
  ['a word of Alembic', graphOf('heads'), { kind: 'invalid-id', revision: 'heads', fatal: false }],
  ['a long id', graphOf('x'.repeat(33)), { kind: 'id-too-long', fatal: false }],
  [
    'a label twice',
    graphOf('a#x; b#x'),
    { kind: 'label-collision', revision: 'b', involved: ['x', 'a'], fatal: true },
  ],
  [
    'a label that is an id',
    graphOf('a; b#a'),
    { kind: 'label-collision', revision: 'b', involved: ['a', 'a'], fatal: true },
  ],
];

describe('faults', () => {
  test.each(FAULTS)('%s is told apart, with what breaks and a cure', (_, graph, expected) => {
    expect(graph.problems).toMatchObject([expected]);
    expect(graph.loads).toBe(!graph.problems.some(({ fatal }) => fatal));
    expect(graph.problems[0]?.message).toMatch(/^[A-Z].*\.$/);
    expect(graph.problems[0]?.cure).toMatch(/^[A-Z].*\.$/);
  });

  test('an id of 32 characters fits, counted as the server counts them', () => {
    expect(graphOf('x'.repeat(32)).problems).toEqual([]);
    expect(graphOf('😀'.repeat(32)).problems).toEqual([]);
  });

  test('an empty history is in order', () => {
    expect(buildGraph([])).toMatchObject({ loads: true, heads: [], bases: [], problems: [] });
  });

  test('ids that the map does not have are passed over', () => {
    const graph = graphOf('a <- b');
    expect([...graph.ancestors(['gone', 'b'])].sort()).toEqual(['a', 'b']);
    expect(graph.upgradeOrder(['gone'])).toEqual([]);
    expect(graph.children('gone')).toEqual([]);
  });

  test('two lines that wait for each other in a circle still give an order', () => {
    const graph = graphOf('root; root b <- a; a <- b; a b <- h');
    expect([...graph.upgradeOrder(['h'])].sort()).toEqual(['a', 'b', 'h', 'root']);
  });
});

describe('common ancestors', () => {
  test('are the highest that all stand on, several after criss-cross merges, none across roots', () => {
    const graph = graphOf('r <- a b; a b <- m1; b a <- m2; x');
    expect(nearestCommonAncestors(graph, ['a', 'b'])).toEqual(['r']);
    expect(nearestCommonAncestors(graph, ['m1', 'm2'])).toEqual(['a', 'b']);
    expect(nearestCommonAncestors(graph, ['a', 'm1'])).toEqual(['a']);
    expect(nearestCommonAncestors(graph, ['a', 'x'])).toEqual([]);
    expect(isAncestor(graph, 'r', 'm2')).toBe(true);
    expect(isAncestor(graph, 'm2', 'r')).toBe(false);
  });
});
