/** Who is in whose way: two reports joined. The pictures are `base <- ours`, `base <- theirs`. */
import { describe, expect, test } from '@jest/globals';
import { forecast } from '../../src/report/forecast.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { EnvironmentReport, ReportedRevision } from '../../src/report/report.ts';
import { planSticky, stickyBody } from '../../src/publish/sticky.ts';
import { environment, report, revision } from '../publish/reports.ts';

const added = (id: string, ...downRevisions: string[]): ReportedRevision => ({
  ...revision(id),
  downRevisions,
});

/** A pull request whose merge into a base with the head b1 has one head. */
const adds = (
  number: number,
  revisions: readonly ReportedRevision[],
  some: Partial<EnvironmentReport> = {},
) => {
  const head = revisions.at(-1)?.id ?? 'b1';
  const heads = { base: ['b1'], head: [head], merged: [head] };
  const changes = { added: revisions, changed: [], removed: [] };
  return { number, report: report([environment({ heads, revisions: changes, ...some })]) };
};

const OWN = adds(7, [added('p1', 'b1')]);
const at = { environment: 'migrations' };

describe('a pull request that grows from the same revision', () => {
  test('would have to be re-parented onto what lands first', () => {
    expect(forecast(OWN, [adds(12, [added('x1', 'b1'), added('x2', 'x1')])])).toEqual([
      { ...at, pullRequest: 12, kind: 're-parent', onto: ['x2'] },
    ]);
  });

  test('says so to both sides', () => {
    const other = adds(12, [added('x1', 'b1')]);
    expect(forecast(other, [OWN])).toEqual([{ ...at, pullRequest: 7, kind: 're-parent', onto: ['p1'] }]);
  });

  test('is in the way of nobody where as many heads are expected', () => {
    const two = { expectedHeads: 2 };
    expect(forecast(adds(7, [added('p1', 'b1')], two), [adds(12, [added('x1', 'b1')], two)])).toEqual([]);
  });
});

test.each<[string, ReturnType<typeof adds>]>([
  ['itself', OWN],
  ['one that stands on it and brings its revision along', adds(12, [added('p1', 'b1'), added('x1', 'p1')])],
  ['one that adds nothing', adds(12, [])],
  [
    'one whose own history is forked, which cannot land',
    adds(12, [added('x1', 'a')], { heads: { base: ['b1'], head: ['x1'], merged: ['b1', 'x1'] } }),
  ],
  [
    'one whose versions conflict with the base',
    adds(12, [added('x1', 'b1')], { heads: { base: ['b1'], head: ['x1'], merged: null } }),
  ],
  ['one of another environment', adds(12, [added('x1', 'b1')], { name: 'billing' })],
])('nothing is foretold of %s', (_what, other) => {
  expect(forecast(OWN, [other])).toEqual([]);
});

test('two files of one name, and two revisions of one id, are told as what they are', () => {
  const sameId = { ...added('p1', 'b1'), path: 'migrations/versions/other.py' };
  const sameFile = { ...added('x1', 'b1'), path: revision('p1').path };
  expect(forecast(OWN, [adds(12, [sameId]), adds(13, [sameFile])])).toEqual([
    { ...at, pullRequest: 12, kind: 'collide', over: 'p1' },
    { ...at, pullRequest: 13, kind: 'collide', over: 'migrations/versions/p1.py' },
  ]);
});

test('three are told at most, the oldest first', () => {
  const others = [15, 12, 14, 11, 13].map((number) => adds(number, [added(`x${number}`, 'b1')]));
  expect(forecast(OWN, others).map(({ pullRequest }) => pullRequest)).toEqual([11, 12, 13]);
});

describe('in the comment', () => {
  const body = (numbers: readonly number[]): string => {
    const others = numbers.map((number) => adds(number, [added(`x${number}`, 'b1')]));
    return renderMarkdown({ ...OWN.report, forecast: forecast(OWN, others) });
  };

  test('it stands as one sentence for each', () => {
    expect(body([12])).toContain(
      '- If #12 lands first, this one must be re-parented onto `x12`, or joined with it by `/merge-heads`.',
    );
    expect(body([])).not.toContain('lands first');
  });

  test.each<[string, readonly number[], readonly number[]]>([
    ['one that was opened', [], [12]],
    ['one that was closed', [12, 13], [13]],
    ['the last that was closed', [12], []],
  ])('%s is alone no reason to write it again', (_what, before, after) => {
    const me = 'me[bot]';
    const author = { login: me, bot: true };
    const comment = { id: 1, nodeId: 'IC_1', url: '', author, body: stickyBody(body(before)) };
    expect(planSticky({ pullRequest: 7, body: body(after), gains: true }, [comment], me)).toEqual([]);
    const other = body(after).replace('line of history', 'line of another history');
    expect(planSticky({ pullRequest: 7, body: other, gains: true }, [comment], me)).toHaveLength(1);
  });
});
