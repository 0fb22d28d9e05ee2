import { describe, expect, test } from '@jest/globals';
import { planStatus, verdictStatus, worstStatus } from '../../src/publish/status.ts';
import type { CommitStatus } from '../../src/publish/existing.ts';
import { environment, forked, proof, report, SHA } from './reports.ts';

describe('the status says', () => {
  const untouched = environment({ provable: false, revisions: { added: [], changed: [], removed: [] } });
  test.each<[string, CommitStatus['state'], Parameters<typeof verdictStatus>]>([
    ['success when nothing relevant was touched', 'success', [report([untouched]), 'main', true]],
    [
      'success when everything is proved',
      'success',
      [report([environment({ database: proof() })]), 'main', true],
    ],
    ['success without a proof where the configuration wants none', 'success', [report(), 'main', false]],
    ['pending while the proof is awaited', 'pending', [report(), 'main', true]],
    [
      'pending while one environment of two is unproved',
      'pending',
      [report([environment({ database: proof() }), environment({ name: 'b' })]), 'main', true],
    ],
    ['failure for several heads', 'failure', [report([forked()]), 'main', true]],
    [
      'error when it was not evaluated',
      'error',
      [report([], { outcome: 'not-evaluated', reason: 'no git' }), 'main', true],
    ],
    [
      'error when the base is broken',
      'error',
      [report([], { outcome: 'base-broken', reason: 'two heads' }), 'main', true],
    ],
  ])('%s', (_title, state, facts) => {
    expect(verdictStatus(...facts).state).toBe(state);
  });

  test('what it was judged against, within 140 characters whatever the names are', () => {
    const { description } = verdictStatus(report([forked()]), 'main', true);
    expect(description).toBe(
      '2 heads after the merge (b1, p1): `upgrade head` would apply nothing; against main at b1',
    );
    const long = environment({
      outcome: 'fail',
      reason: 'x'.repeat(300),
      heads: { base: ['h'.repeat(300)], head: [], merged: [] },
    });
    expect(verdictStatus(report([long]), 'main', true).description.length).toBeLessThanOrEqual(140);
  });
});

describe('a status is written', () => {
  const wanted: CommitStatus = { state: 'success', description: 'fine' };
  const ours = { login: 'github-actions[bot]', bot: true };
  const plan = (newest: Parameters<typeof planStatus>[2]) =>
    planStatus(SHA.head, wanted, newest, 'github-actions[bot]');

  test('where there is none, or another', () => {
    expect(plan(null)).toHaveLength(1);
    expect(plan({ ...wanted, state: 'failure', creator: ours })).toHaveLength(1);
    expect(plan({ ...wanted, description: 'fine; against next', creator: ours })).toHaveLength(1);
  });

  test('over one of equal look by somebody else', () => {
    expect(plan({ ...wanted, creator: { login: 'mallory', bot: false } })).toHaveLength(1);
    expect(plan({ ...wanted, creator: null })).toHaveLength(1);
  });

  test('not again when ours says the same', () => {
    expect(plan({ ...wanted, creator: ours })).toEqual([]);
  });
});

test('a commit shared by several pull requests carries the worst verdict', () => {
  const of = (state: CommitStatus['state']): CommitStatus => ({ state, description: '' });
  expect(worstStatus([of('success'), of('pending'), of('error')])?.state).toBe('error');
  expect(worstStatus([of('success'), of('failure'), of('error')])?.state).toBe('failure');
  expect(worstStatus([])).toBeNull();
});
