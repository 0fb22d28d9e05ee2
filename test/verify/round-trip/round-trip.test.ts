import { describe, expect, test } from '@jest/globals';
import { proofFindings } from '../../../src/verify/findings.ts';
import type { CapturedStatement, DatabaseProof, ProofStep } from '../../../src/verify/proof.ts';
import { roundTripSection, type Trip } from '../../../src/verify/round-trip/round-trip.ts';
import type { SchemaDifference } from '../../../src/verify/schema/schema.ts';

const ran = (sql: string, line: number): CapturedStatement => ({
  sql,
  path: 'versions/b.py',
  line,
  durationMs: 1,
  rows: 0,
  lockClass: 'unknown',
  rebuilds: null,
});

const step = (
  direction: ProofStep['direction'],
  statements: readonly CapturedStatement[] = [],
): ProofStep => ({
  revision: 'b',
  direction,
  outcome: 'pass',
  durationMs: 3,
  error: null,
  statements,
});

const failed = (direction: ProofStep['direction'], error: string): ProofStep => ({
  ...step(direction),
  outcome: 'fail',
  error,
  at: { path: 'versions/b.py', line: 20 },
});

const trip = (rest: Partial<Trip>): Trip => ({
  revision: 'b',
  path: 'versions/b.py',
  downgradeLine: 18,
  steps: [
    step('upgrade'),
    step('downgrade', [ran('ALTER TABLE t DROP COLUMN a', 20)]),
    step('upgrade-again'),
  ],
  returned: [],
  repeated: [],
  irreversible: null,
  ...rest,
});

const difference = (attribute: string, before: string | null, after: string | null): SchemaDifference => ({
  kind: 'column',
  table: 't',
  name: 'a',
  object: 'column `t`.`a`',
  attribute,
  before,
  after,
});

const proofOf = (trips: readonly Trip[]): DatabaseProof => ({
  engine: 'MySQL',
  version: '9.7.4',
  source: 'local',
  declaredVersion: null,
  steps: trips.flatMap(({ steps }) => steps),
  proofs: [roundTripSection(trips, [], [])],
  rollback: null,
});

describe('The round trip', () => {
  test('passes where nothing differs', () => {
    expect(roundTripSection([trip({})], [], [])).toEqual({
      name: 'round-trip',
      outcome: 'pass',
      reason: null,
      differences: [],
    });
  });

  test('has nothing to prove without new revisions', () => {
    expect(roundTripSection([], [], [])).toMatchObject({
      outcome: 'not-applicable',
      reason: 'no new revision to prove',
    });
  });

  test('fails where the downgrade does not restore the schema, with the attribute and its line', () => {
    const section = roundTripSection([trip({ returned: [difference('comment', 'x', '')] })], [], []);
    expect(section).toMatchObject({
      outcome: 'fail',
      reason:
        "the downgrade of `b` does not restore the schema; after the downgrade: column `t`.`a`: comment 'x' → ''",
      differences: [
        { attribute: 'comment', before: 'x', after: '', path: 'versions/b.py', line: 20, revision: 'b' },
      ],
    });
  });

  test('says of an empty downgrade that it does nothing', () => {
    const steps = [
      step('upgrade', [ran('ALTER TABLE t ADD COLUMN a INT', 9)]),
      step('downgrade'),
      step('upgrade-again'),
    ];
    const section = roundTripSection(
      [trip({ steps, returned: [difference('exists', 'no', 'yes')] })],
      [],
      [],
    );
    expect(section).toMatchObject({
      reason: 'the downgrade of `b` does nothing; after the downgrade: column `t`.`a` stays',
      differences: [{ line: 9 }],
    });
  });

  test('never fails by a column’s position alone', () => {
    const section = roundTripSection([trip({ returned: [difference('position', '2', '4')] })], [], []);
    expect(section).toMatchObject({ outcome: 'pass', differences: [{ attribute: 'position' }] });
  });

  test('names at most three differences and counts the rest', () => {
    const many = ['type', 'default', 'comment', 'collation', 'nullable'].map((name) =>
      difference(name, 'x', 'y'),
    );
    expect(roundTripSection([trip({ returned: many })], [], []).reason).toMatch(/and 2 more$/);
  });

  test('of nothing but declared one-way revisions is not applicable, with their reasons', () => {
    const oneWay = trip({ steps: [step('upgrade')], irreversible: 'drops old data' });
    expect(roundTripSection([oneWay], [], [])).toMatchObject({
      outcome: 'not-applicable',
      reason: '`b` is declared irreversible: drops old data',
    });
    expect(roundTripSection([oneWay, trip({})], [], [])).toMatchObject({ outcome: 'pass' });
  });

  test('says which revisions had no turn after a failure', () => {
    const broken = trip({ steps: [failed('upgrade', 'OperationalError (1146): no table')] });
    expect(roundTripSection([broken], ['c', 'd'], [])).toMatchObject({
      outcome: 'fail',
      reason: 'the upgrade of `b` failed: OperationalError (1146): no table; not reached: `c`, `d`',
    });
  });

  test('is not evaluated where a revision lies below the base', () => {
    expect(roundTripSection([trip({})], [], ['n'])).toMatchObject({ outcome: 'not-evaluated' });
  });
});

describe('The findings of a proof', () => {
  test('are none where all is well', () => {
    expect(proofFindings(proofOf([trip({})]), 'migrations')).toEqual([]);
  });

  test('join what differs on one line, and name the environment', () => {
    const returned = [difference('comment', 'x', ''), difference('nullable', 'no', 'yes')];
    expect(proofFindings(proofOf([trip({ returned })]), 'migrations')).toMatchObject([
      {
        rule: 'no-round-trip-difference',
        severity: 'error',
        message:
          "The schema differs after the downgrade of `b`: column `t`.`a`: comment 'x' → ''; column `t`.`a`: nullable 'no' → 'yes'.",
        path: 'versions/b.py',
        line: 20,
        revision: 'b',
        environment: 'migrations',
      },
    ]);
  });

  test('are a warning for a position', () => {
    const found = proofFindings(
      proofOf([trip({ returned: [difference('position', '2', '4')] })]),
      'migrations',
    );
    expect(found).toMatchObject([{ rule: 'no-round-trip-difference', severity: 'warning' }]);
  });

  test('say where a step failed', () => {
    const steps = [step('upgrade'), failed('downgrade', 'OperationalError (1553): needed in a foreign key')];
    expect(proofFindings(proofOf([trip({ steps })]), 'migrations')).toMatchObject([
      { rule: 'no-failing-migration', severity: 'error', path: 'versions/b.py', line: 20, revision: 'b' },
    ]);
  });

  test('do not blame the second upgrade for what the downgrade left behind', () => {
    const steps = [
      step('upgrade'),
      step('downgrade'),
      failed('upgrade-again', 'OperationalError (1050): exists'),
    ];
    const found = proofFindings(
      proofOf([trip({ steps, returned: [difference('exists', 'no', 'yes')] })]),
      'migrations',
    );
    expect(found.map(({ rule }) => rule)).toEqual(['no-round-trip-difference']);
  });
});
