import { describe, expect, test } from '@jest/globals';
import { buildGraph } from '../../src/graph/build.ts';
import { targetSteps, type Step } from '../../src/verify/command-target.ts';
import { history } from '../graph/notation.ts';

const up = (...ids: readonly string[]): readonly Step[] =>
  ids.map((revision) => ({ revision, direction: 'upgrade' }));
const down = (...ids: readonly string[]): readonly Step[] =>
  ids.map((revision) => ({ revision, direction: 'downgrade' }));

describe('A step of a command line names its target', () => {
  test.each<[string, string, readonly Step[], readonly (string | null)[]]>([
    ['an upgrade', 'a <- b', up('b'), ['b']],
    ['a chain, by its last', 'a <- b; b <- c', up('a', 'b', 'c'), [null, null, 'c']],
    ['two heads, by each', 'a <- b; a <- c', up('a', 'b', 'c'), [null, 'b', 'c']],
    ['a merge, which brings both sides', 'a <- b; a <- c; b c <- m', up('b', 'c', 'm'), [null, null, 'm']],
    ['a dependency, which is brought along', 'a; b~a', up('a', 'b'), [null, 'b']],
    ['a downgrade', 'a <- b; b <- c', down('c', 'b'), ['b', 'a']],
    ['a downgrade of the root', 'a <- b', down('a'), ['base']],
    ['a downgrade of one root of two', 'a <- b; r', down('a'), ['a@base']],
    ['a downgrade beside a sibling', 'a <- b; a <- c', down('c'), ['c@a']],
    ['a downgrade of a merge', 'a <- b; a <- c; b c <- m', down('m'), ['b']],
    ['there and back', 'a <- b', [...up('b'), ...down('b')], ['b', 'a']],
  ])('%s', (_, text, steps, targets) => {
    const graph = buildGraph(history(text));
    expect(targetSteps(graph, steps).map(({ target }) => target)).toEqual(targets);
  });
});
