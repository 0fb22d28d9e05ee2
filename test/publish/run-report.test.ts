import { describe, expect, test } from '@jest/globals';
import { adoptProofs } from '../../src/publish/adopt.ts';
import { readRunReport, type RunReport } from '../../src/publish/run-report.ts';
import type { Report } from '../../src/report/report.ts';
import { environment, forked, proof, report, revision, SHA } from './reports.ts';

const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const read = (value: Report): RunReport => {
  const found = readRunReport(bytes(value), SHA.head);
  if (typeof found === 'string') throw new Error(found);
  return found;
};
const proved = (some = {}) => read(report([environment({ database: proof(some) })]));

describe('the report of a run is refused', () => {
  test.each<[string, Uint8Array, string]>([
    [
      'when it is about another commit',
      bytes(report([], { head: { ref: 'x', sha: SHA.base } })),
      'is about another commit',
    ],
    ['when it is no JSON', Buffer.from('{'), 'is not one of ours (at its top)'],
    [
      'when it is nested without end',
      Buffer.from('['.repeat(1_000_000) + ']'.repeat(1_000_000)),
      'is not one of ours (at its top)',
    ],
    [
      'when a part of it is nested without end',
      Buffer.from(
        JSON.stringify(report()).replace('"findings":[', `"findings":[${'['.repeat(1e5)}${']'.repeat(1e5)},`),
      ),
      'is not one of ours',
    ],
    ['when it is no UTF-8', Buffer.from([0xff]), 'is not one of ours (at its top)'],
    ['when its version is another', bytes({ ...report(), schemaVersion: 2 }), '(at schemaVersion)'],
    [
      'when the proof has a field that we do not know',
      bytes(report([environment({ database: { ...proof(), exploit: 1 } as never })])),
      '(at environments.0.database)',
    ],
    [
      'when a text is endless',
      bytes(report([environment({ database: proof({ version: 'x'.repeat(201) }) })])),
      '(at environments.0.database.version)',
    ],
    [
      'when a list is endless',
      bytes(report(Array.from({ length: 101 }, () => environment()))),
      '(at environments)',
    ],
  ])('%s', (_title, value, why) => {
    expect(readRunReport(value, SHA.head)).toContain(why);
  });
});

describe('a proof is adopted', () => {
  test('for the revisions and the base it was made for', () => {
    const adopted = adoptProofs(report(), proved());
    expect(adopted.environments[0]?.database).toEqual(proof());
    expect(adopted.outcome).toBe('pass');
  });

  test('with what it found: a difference fails what statically passed', () => {
    const difference = {
      object: 'index `i`',
      attribute: 'exists',
      before: 'yes',
      after: null,
      path: null,
      line: null,
      revision: 'p1',
    };
    const adopted = adoptProofs(
      report(),
      proved({ proofs: [{ name: 'round-trip', outcome: 'fail', reason: null, differences: [difference] }] }),
    );
    expect(adopted).toMatchObject({
      outcome: 'fail',
      environments: [{ outcome: 'fail' }],
      findings: [{ rule: 'no-round-trip-difference' }],
    });
  });

  test('and what it could not find out is not evaluated', () => {
    const adopted = adoptProofs(
      report(),
      proved({
        proofs: [{ name: 'round-trip', outcome: 'not-evaluated', reason: 'no table', differences: [] }],
      }),
    );
    expect(adopted).toMatchObject({ outcome: 'not-evaluated', reason: 'round-trip: no table' });
  });

  test('but never turns a static failure green', () => {
    expect(adoptProofs(report([forked()]), proved()).outcome).toBe('fail');
  });
});

describe('a proof does not count', () => {
  const unproved = (run: RunReport, judged = report()) =>
    expect(adoptProofs(judged, run).environments[0]?.database).toBeNull();

  test('after the base moved below it', () => {
    unproved(proved(), report([environment({ heads: { base: ['b2'], head: ['p1'], merged: ['p1'] } })]));
  });

  test('for other revisions', () => {
    unproved(
      proved(),
      report([
        environment({ revisions: { added: [revision('p1'), revision('p2')], changed: [], removed: [] } }),
      ]),
    );
  });

  test('for another environment', () => {
    unproved(proved(), report([environment({ name: 'billing' })]));
  });

  test('when it passed without ever upgrading a new revision', () => {
    unproved(proved({ steps: [] }));
  });
});
