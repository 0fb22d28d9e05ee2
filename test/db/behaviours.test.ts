import { describe, expect, test } from '@jest/globals';
import { OTHER_PROOFS } from '../../src/verify/run-proofs.ts';
import { BEHAVIOURS } from './behaviours.ts';
import { ENGINES } from './behaviours/behaviour.ts';

/** What has been promised to be shown, executed, on each engine. */
const NAMED = [
  'alter_column losing NOT NULL, default and comment',
  'a merge of two siblings on one column',
  'NOT NULL without a server default against old code',
  'an index dropped before its foreign key',
  'duplicate rows under a new unique index',
  'a half-applied migration of two statements',
  'an irreversible revision with and without declaration',
  'a model changed without migration',
  'a ghost change',
  'a downgrade that drops a wrong table',
  'a character set or collation changed by raw SQL',
  'two databases in one project',
  'a migration lock left behind by a killed deployer',
];

describe.each(ENGINES)('The table of behaviours on %s', (engine) => {
  const table = BEHAVIOURS(engine);

  test('has every behaviour that was promised', () => {
    expect(table.map(({ name }) => name)).toEqual(expect.arrayContaining(NAMED));
  });

  test('has every proof, with a fault that it catches and a twin that it leaves alone', () => {
    const proofs = ['round-trip', 'order', ...OTHER_PROOFS.map(([name]) => name)];
    const scenes = proofs.map((proof) => {
      const own = table.filter((behaviour) => behaviour.proof === proof);
      const faults = own.flatMap(({ faults }) => ('lacks' in faults ? [] : faults));
      const catches = faults.filter(({ outcome }) => outcome === 'fail');
      const spares = own.flatMap(({ twins }) => twins).filter(({ outcome }) => outcome === 'pass');
      return [proof, catches.length > 0, spares.length > 0];
    });
    expect(scenes).toEqual(proofs.map((proof) => [proof, true, true]));
  });

  test('says of each fault what is found, or why there is no such fault', () => {
    for (const { name, faults, twins } of table) {
      if ('lacks' in faults) expect([name, faults.lacks.length > 20]).toEqual([name, true]);
      else
        for (const one of faults)
          expect([name, one.said?.length !== 0 || one.reason !== undefined]).toEqual([name, true]);
      expect([name, twins.length > 0, twins.flatMap(({ said }) => said ?? [])]).toEqual([name, true, []]);
    }
  });

  test('has each behaviour once', () => {
    const names = table.map(({ proof, name }) => `${proof}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('The table has the same behaviours on all engines', () => {
  const [first, ...others] = ENGINES.map((engine) =>
    BEHAVIOURS(engine).map(({ proof, name }) => [proof, name]),
  );
  for (const other of others) expect(other).toEqual(first);
});
