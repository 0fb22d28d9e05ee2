/** Runs the table on one engine: every scene is a real project, proved on a real server as the flow would. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Config } from '../../../src/config/config.ts';
import type { KeptStates } from '../../../src/io/kept-states.ts';
import type { DatabaseServer } from '../../../src/io/server.ts';
import type { ProofResult } from '../../../src/verify/run-ports.ts';
import { openTestServer } from '../../server.ts';
import { BEHAVIOURS } from '../behaviours.ts';
import { findings, prove, proved, sectionOf, type ProveOptions } from '../prove.ts';
import type { Behaviour, Engine, Scene } from './behaviour.ts';

// The deploy command is run up to nine times.
jest.setTimeout(300_000);

export function proveTable(engine: Engine): void {
  describe(`On ${engine}, the proof`, () => {
    let server: DatabaseServer;
    const states = keptInMemory();
    beforeAll(async () => (server = await openTestServer(engine)));
    afterAll(async () => server[Symbol.asyncDispose]());

    const table = BEHAVIOURS(engine);
    for (const proof of new Set(table.map((behaviour) => behaviour.proof))) {
      describe(`${proof}, with`, () => {
        for (const behaviour of table.filter((one) => one.proof === proof)) {
          const faults = 'lacks' in behaviour.faults ? [] : behaviour.faults;
          const scenes = [
            ...faults.map((scene) => ['catches', scene] as const),
            ...behaviour.twins.map((scene) => ['leaves alone', scene] as const),
          ];
          test.each(
            scenes.map(([does, scene]) => [`${behaviour.name} ${does}: ${scene.what}`, scene] as const),
          )('%s', async (_, scene) => {
            const before = await databases(server);
            const result = await prove(server, { ...scene.project, ...switched(behaviour, scene, states) });
            holds(result, behaviour, scene);
            expect(await databases(server)).toEqual(before);
          });
        }
      });
    }
  });
}

/** Others that this one cannot do without: it reads their steps. */
const NEEDS: Partial<Record<Behaviour['proof'], Config['proofs']>> = {
  'lock-class': { 'round-trip': true },
  'two-deployers': { 'round-trip': true },
};

/** This proof alone, so that what is said is said by it; the base state is built once for all that have the same. */
function switched(
  { proof }: Behaviour,
  { project }: Scene,
  states: KeptStates,
): Pick<ProveOptions, 'proofs' | 'kept'> {
  const { base, baseFiles, baseRuns, declared, env, environment, files, url } = project;
  const made = [base, baseFiles, baseRuns, declared, env, environment, files, url];
  return {
    proofs: { order: false, 'round-trip': false, ...NEEDS[proof], [proof]: true, ...project.proofs },
    kept: { states, made: [JSON.stringify(made)], note: (line) => process.stderr.write(`${line}\n`) },
  };
}

function holds(result: ProofResult, { proof }: Behaviour, scene: Scene): void {
  const section = sectionOf(result, proof);
  const found = findings(result).map(({ rule, severity, line, message }) => [rule, severity, line, message]);
  expect({ outcome: section.outcome, found, reason: section.reason }).toEqual({
    outcome: scene.outcome,
    found: (scene.said ?? []).map(([rule, severity, line, message]) => [
      rule,
      severity,
      line,
      expect.stringMatching(message),
    ]),
    reason: scene.reason === undefined ? section.reason : expect.stringMatching(scene.reason),
  });
  expect(section.reason ?? '').not.toContain('no row could be made');
  // Rows that were generated are marked by these.
  expect(JSON.stringify(result)).not.toMatch(/\u{1F9E9}|zzz/u);
  if (scene.locks === undefined) return;
  const own = proved(result).steps[0]?.statements.filter(({ line }) => line !== null);
  const last = own?.at(-1);
  expect([last?.lockClass, last?.rebuilds]).toEqual(scene.locks);
}

async function databases(server: DatabaseServer): Promise<readonly unknown[]> {
  return server.query(
    server.engine === 'postgresql' ? 'SELECT datname FROM pg_database ORDER BY 1' : 'SHOW DATABASES',
  );
}

function keptInMemory(): KeptStates {
  const texts = new Map<string, string>();
  return {
    writable: true,
    read: (key) => {
      const text = texts.get(JSON.stringify(key));
      return Promise.resolve(text === undefined ? { kind: 'none' } : { kind: 'text', text });
    },
    write: (key, text) => Promise.resolve(void texts.set(JSON.stringify(key), text)),
    discard: (key) => Promise.resolve(void texts.delete(JSON.stringify(key))),
  };
}
