import { describe, expect, test } from '@jest/globals';
import type { DatabaseProof } from '../../src/verify/proof.ts';
import { APPLICATION, CASES, FORK, PRIORITY, revision, TAGS } from '../report/stories.ts';
import { judged } from './judged.ts';

const TAGGED = { before: APPLICATION, inPullRequest: revision(TAGS) };
const GATE = '.github/alembic-gate.yml';
const TWO = 'environments:\n  - script-location: migrations\n    expected-heads: 2\n';

const proof = (outcome: DatabaseProof['proofs'][number]['outcome'], reason: string | null) => ({
  kind: 'proved' as const,
  resolution: null,
  proof: {
    engine: 'MySQL',
    version: '8.4.10',
    source: 'local' as const,
    declaredVersion: null,
    steps: [],
    proofs: [{ name: 'round-trip' as const, outcome, reason, differences: [] }],
    rollback: null,
  },
});

describe('what the database shows', () => {
  test('makes a pass of what is proved, and nothing better than not-evaluated of what is not', async () => {
    expect(await judged(TAGGED, { proof: proof('pass', null) })).toMatchObject({
      outcome: 'pass',
      reason: null,
    });
    expect(await judged(TAGGED, { proof: proof('not-evaluated', 'time was up') })).toMatchObject({
      outcome: 'not-evaluated',
      reason: 'round-trip: time was up',
    });
    const none = { kind: 'not-evaluated' as const, reason: 'there is no server' };
    expect(await judged(TAGGED, { proof: none })).toMatchObject({
      outcome: 'not-evaluated',
      reason: 'there is no server',
    });
  });

  test('is not asked for where no revision is new', async () => {
    const story = {
      before: APPLICATION,
      inPullRequest: { 'migrations/env.py': 'from alembic import context, op\n' },
    };
    const report = await judged(story, { flags: { database: 'local', engine: 'mysql' } });
    expect(report).toMatchObject({ outcome: 'pass', environments: [{ database: null }] });
  });

  test('never covers up a fork', async () => {
    const report = await judged(FORK, { proof: proof('pass', null) });
    expect(report.outcome).toBe('fail');
  });
});

describe('whose configuration judges', () => {
  const weakened = (report: Awaited<ReturnType<typeof judged>>): boolean =>
    report.findings.some(({ rule }) => rule === 'no-gate-weakening');

  test('the base’s, and what the pull request takes from it is told', async () => {
    const before = { ...APPLICATION, [GATE]: 'comment: problems\n' };
    const inPullRequest = { ...FORK.inPullRequest, [GATE]: TWO };
    const report = await judged({ ...FORK, before, inPullRequest });
    expect(report.environments[0]).toMatchObject({ expectedHeads: 1, outcome: 'fail' });
    expect(weakened(report)).toBe(true);
  });

  test('its own where it installs the gate on a history that has these heads already', async () => {
    const second = { ...PRIORITY, down: CASES.down, id: '19ae47c6f35d', message: 'CW-118 status' };
    const report = await judged({
      before: { ...APPLICATION, ...revision(second) },
      inPullRequest: { ...revision(TAGS), [GATE]: TWO },
    });
    expect(report).toMatchObject({ outcome: 'pass', environments: [{ expectedHeads: 2 }] });
    expect(weakened(report)).toBe(false);
  });

  test('but installing it makes no new fork legal', async () => {
    const report = await judged({ ...FORK, inPullRequest: { ...FORK.inPullRequest, [GATE]: TWO } });
    expect(report.outcome).toBe('fail');
    expect(weakened(report)).toBe(true);
  });
});
