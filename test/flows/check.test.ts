import { describe, expect, test } from '@jest/globals';
import type { DatabaseProof, Rewrite } from '../../src/verify/proof.ts';
import type { Story } from '../fakes/repository.ts';
import { APPLICATION, CASES, FORK, PRIORITY, revision, TAGS, TENANTS } from '../report/stories.ts';
import { judged, type Circumstances } from './judged.ts';

const TAGGED = { before: APPLICATION, inPullRequest: revision(TAGS) };
const GATE = '.github/alembic-gate.yml';
const TWO = 'environments:\n  - script-location: migrations\n    expected-heads: 2\n';

const [[CASES_PATH, CASES_TEXT] = ['', '']] = Object.entries(revision(CASES));

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

  test.each<[string, Story['inPullRequest']]>([
    ['the template', { 'migrations/script.py.mako': null }],
    ['the layout of a merged revision', { [CASES_PATH]: `${CASES_TEXT}\n# a comment\n` }],
  ])('is not asked for where only %s changes', async (_, inPullRequest = {}) => {
    const report = await judged(
      { before: APPLICATION, inPullRequest },
      { flags: { database: 'local', engine: 'mysql' } },
    );
    expect(report).toMatchObject({ outcome: 'pass', environments: [{ database: null, provable: false }] });
  });

  test('is asked for where no revision is new but what runs them is', async () => {
    const inPullRequest = { 'migrations/env.py': 'from alembic import context, op\n' };
    const report = await judged({ before: APPLICATION, inPullRequest }, { proof: proof('pass', null) });
    expect(report.environments[0]).toMatchObject({ provable: true, database: { engine: 'MySQL' } });
  });

  test('never covers up a fork', async () => {
    const report = await judged(FORK, { proof: proof('pass', null) });
    expect(report.outcome).toBe('fail');
  });
});

describe('a revision of the base with another text', () => {
  const ran = (outcome: Rewrite['outcome'], reason: string | null = null) => {
    const { kind, resolution, proof: database } = proof('pass', null);
    const rewrites = [{ revision: CASES.id, outcome, reason, differences: [] }];
    return { kind, resolution, proof: { ...database, rewrites } };
  };
  const said = async (story: Story, circumstances: Circumstances) => {
    const { outcome, reason, findings } = await judged(story, circumstances);
    const about = findings.filter(({ rule }) => rule === 'no-merged-revision-change');
    return { outcome, reason, severities: about.map(({ severity }) => severity), message: about[0]?.message };
  };
  const EDIT: Story = {
    before: APPLICATION,
    inPullRequest: { [CASES_PATH]: CASES_TEXT.replace('    pass', '    op.f("x")') },
  };
  const SQUASH: Story = {
    before: {
      ...APPLICATION,
      [GATE]: `squash: [{replaces: [${CASES.down}], at: ${CASES.id}}]\ndeployed: [${CASES.id}]\n`,
    },
    inPullRequest: {
      ...Object.fromEntries(Object.keys(revision(TENANTS)).map((path) => [path, null])),
      ...revision({ ...CASES, down: null }),
    },
  };

  test('is an error while nobody ran it, and a warning where it gives the same schema', async () => {
    expect(await said(EDIT, {})).toMatchObject({ outcome: 'fail', severities: ['error'] });
    expect(await said(EDIT, { proof: ran('same') })).toMatchObject({
      outcome: 'pass',
      severities: ['warning'],
      message: expect.stringContaining('On MySQL 8.4.10 the old and the new text give the same schema'),
    });
    expect(await said(EDIT, { proof: ran('differs', 'table `x` is there') })).toMatchObject({
      outcome: 'fail',
      message: expect.stringContaining('table `x` is there'),
    });
    expect(await said(EDIT, { proof: ran('not-evaluated', 'no time') })).toMatchObject({
      outcome: 'fail',
      reason: expect.stringContaining('no time'),
    });
  });

  test('is not harmless because the pull request’s own run says so', async () => {
    const reported = { database: ran('same').proof, cure: null };
    expect(await said(EDIT, { reported })).toMatchObject({ outcome: 'fail', severities: ['error'] });
  });

  test('is a squash that holds where it gives the same schema', async () => {
    expect(await said(SQUASH, {})).toMatchObject({ outcome: 'pass', severities: ['warning'] });
    expect(await said(SQUASH, { proof: ran('same') })).toMatchObject({
      outcome: 'pass',
      severities: ['info'],
    });
    expect(await said(SQUASH, { proof: ran('differs', 'index `i` is gone') })).toMatchObject({
      outcome: 'fail',
      severities: ['error'],
      message: expect.stringContaining('index `i` is gone'),
    });
    expect(await said(SQUASH, { proof: ran('not-evaluated', 'no time') })).toMatchObject({
      outcome: 'not-evaluated',
      reason: expect.stringContaining('no time'),
    });
  });

  test('is a squash that holds as far as a run reports it, and unknown where it reports nothing', async () => {
    const reported = { database: ran('same').proof, cure: null };
    expect(await said(SQUASH, { reported })).toMatchObject({ outcome: 'pass', severities: ['info'] });
    const silent = { database: proof('pass', null).proof, cure: null };
    expect(await said(SQUASH, { reported: silent })).toMatchObject({ outcome: 'not-evaluated' });
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

describe('a limit on the time for reading', () => {
  test('ends with what to do, and one that is kept changes nothing', async () => {
    await expect(judged(TAGGED, { limitMs: 2000 })).rejects.toThrow(
      'reading its files takes more than 2 s: make it smaller',
    );
    const { outcome, findings } = await judged(TAGGED);
    expect(await judged(TAGGED, { limitMs: 3_600_000 })).toMatchObject({ outcome, findings });
  });
});
