import { describe, expect, test } from '@jest/globals';
import { buildGraph } from '../../src/graph/build.ts';
import { endsInMerge, planProofs, rollbackTarget } from '../../src/verify/plan.ts';

/** `b:a` is a revision b on a; `m:b,c` a merge; files lie in the order written. */
const graph = (text: string) =>
  buildGraph(
    text.split(' ').map((entry) => {
      const [id = '', downs = ''] = entry.split(':');
      return {
        id,
        path: `versions/${id}.py`,
        downRevisions: downs === '' ? [] : downs.split(','),
        dependsOn: [],
        branchLabels: [],
        unreadLabels: false,
        message: '',
        spans: { downRevisionLine: 1 },
        notes: [],
      };
    }),
  );

const plan = (base: string, merged: string, added: string) => {
  const below = graph(base);
  return planProofs({ graph: below, heads: below.heads }, graph(merged), added.split(' '));
};

describe('A plan', () => {
  test('builds the base in upgrade order and proves new revisions parents first', () => {
    expect(plan('a b:a', 'd:c a b:a c:b', 'd c')).toEqual({
      base: ['a', 'b'],
      added: ['c', 'd'],
      passedOver: [],
    });
  });

  test('proves siblings of the base’s head on top of it', () => {
    expect(plan('a x:a', 'a x:a y:a', 'y')).toMatchObject({ base: ['a', 'x'], added: ['y'] });
  });

  test('passes over a revision that was put below one of the base, which no deployed database runs', () => {
    expect(plan('a b:a', 'a n:a b:n', 'n')).toMatchObject({ added: [], passedOver: ['n'] });
  });

  test('of a first migration starts from nothing', () => {
    const empty = buildGraph([]);
    expect(planProofs({ graph: empty, heads: [] }, graph('a b:a'), ['a', 'b'])).toEqual({
      base: [],
      added: ['a', 'b'],
      passedOver: [],
    });
  });
});

describe('The way back', () => {
  const target = (base: string, merged: string, added: string) =>
    rollbackTarget(plan(base, merged, added), graph(merged));

  test('is the revision below the new ones', () => {
    expect(target('a b:a', 'a b:a c:b d:c', 'c d')).toBe('b');
  });

  test('is the base where nothing is below', () => {
    expect(rollbackTarget({ base: [], added: ['a'], passedOver: [] }, graph('a'))).toBe('base');
  });

  test('from a merge alone is one of its parents, which leaves the other, since a downgrade takes one target', () => {
    expect(target('a x:a y:a', 'a x:a y:a m:x,y', 'm')).toBe('x');
  });

  test('knows the merge, from where there is no one step back', () => {
    const ends = (merged: string, added: string) =>
      endsInMerge(plan('a x:a y:a', merged, added), graph(merged));
    expect(ends('a x:a y:a m:x,y', 'm')).toBe(true);
    expect(ends('a x:a y:a m:x,y n:m', 'm n')).toBe(false);
  });

  test('takes each side back by itself where the new ones stand on several', () => {
    expect(target('a x:a y:a', 'a x:a y:a c:x d:y m:c,d', 'c d m')).toBe('c@x d@y');
    expect(target('a x:a', 'a x:a c:a d:a m:c,d', 'c d m')).toBe('c@a d@a');
  });

  test('keeps to its own branch where another head stands beside it', () => {
    expect(target('a x:a', 'a x:a y:a z:y', 'y z')).toBe('y@a');
  });
});
