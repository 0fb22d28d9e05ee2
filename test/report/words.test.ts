import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/lint/finding.ts';
import { headline } from '../../src/report/headline.ts';
import { besidePlace } from '../../src/report/said-once.ts';
import { branchName, proofWords } from '../../src/report/words.ts';
import type { DatabaseProof, ProofStep } from '../../src/verify/proof.ts';
import { environment, report, revision } from '../publish/reports.ts';

const step = (revision: string, direction: ProofStep['direction']): ProofStep => ({
  revision,
  direction,
  outcome: 'pass',
  durationMs: 1,
  error: null,
  statements: [],
});
const there = (revision: string): ProofStep[] => [step(revision, 'upgrade')];
const thereAndBack = (revision: string): ProofStep[] => [
  step(revision, 'upgrade'),
  step(revision, 'downgrade'),
  step(revision, 'upgrade-again'),
];
const proof = (
  steps: readonly ProofStep[],
  ...proofs: readonly Pick<DatabaseProof['proofs'][number], 'name' | 'outcome'>[]
) =>
  environment({
    database: {
      engine: 'MySQL',
      version: '8.4.10',
      source: 'service',
      declaredVersion: null,
      steps,
      proofs: proofs.map((one) => ({ ...one, reason: null, differences: [] })),
      rollback: null,
    },
  });

describe('What a proof showed', () => {
  test.each([
    ['all of it', [...thereAndBack('a1'), ...thereAndBack('b2')], 'pass', 'reversible'],
    [
      'one that is declared irreversible',
      [...thereAndBack('a1'), ...there('b2')],
      'pass',
      'reversible; not rolled back: b2, declared irreversible',
    ],
    [
      'several',
      [...thereAndBack('a1'), ...there('b2'), ...there('c3'), ...there('d4')],
      'pass',
      'reversible; not rolled back: 3 revisions, declared irreversible',
    ],
  ] as const)('names the revisions that it did not roll back: %s', (_name, steps, outcome, words) => {
    expect(proofWords(proof(steps, { name: 'round-trip', outcome }))).toBe(
      `proved on MySQL 8.4.10: ${words}`,
    );
  });

  test('is not called reversible where nothing was rolled back', () => {
    expect(
      proofWords(
        proof(
          there('a1'),
          { name: 'round-trip', outcome: 'not-applicable' },
          { name: 'lock-class', outcome: 'pass' },
        ),
      ),
    ).toBe('proved on MySQL 8.4.10: online; not rolled back: a1, declared irreversible');
  });

  test('says nothing of rolling back where nobody wanted it', () => {
    expect(
      proofWords(
        proof(there('a1'), { name: 'round-trip', outcome: 'off' }, { name: 'rows', outcome: 'pass' }),
      ),
    ).toBe('proved on MySQL 8.4.10: rows kept');
  });
});

test('A base that is broken in another way than by its heads is named with its reason', () => {
  const reason = 'migrations/versions/a.py names a parent that no file defines';
  expect(headline(report([], { outcome: 'base-broken', reason }))).toBe(
    `main is broken, not by this pull request: ${reason}`,
  );
});

test.each([
  ['origin/main', 'main'],
  ['refs/heads/release/1.2', 'release/1.2'],
  ['refs/remotes/origin/main', 'main'],
  ['upstream/main', 'upstream/main'],
])('The branch of %s is %s', (ref, name) => {
  expect(branchName(ref)).toBe(name);
});

test.each([
  [['a1'], [], '1 new revision, one line of history.'],
  [['a1', 'b2'], ['c3'], '2 new revisions, 1 revision edited, one line of history.'],
  [[], ['c3', 'd4'], '2 revisions edited, one line of history.'],
])('A pass counts what changed: %j new, %j edited', (added, changed, said) => {
  const revisions = { added: added.map(revision), changed: changed.map(revision), removed: [] };
  expect(headline(report([environment({ revisions })]))).toBe(said);
});

test('A path that stands beside its finding is not said in it as well, and another one is', () => {
  const finding = {
    path: 'v/a1.py',
    message: 'Revision a1 (v/a1.py) follows b2 (v/b2.py).',
  } as Finding;
  expect(besidePlace(finding)).toBe('Revision a1 follows b2 (v/b2.py).');
  expect(besidePlace({ ...finding, path: null })).toBe(finding.message);
});
