/** Runs the whole check on a story in memory; what a database would show is given. */
import { check, type CheckPorts } from '../../src/flows/check.ts';
import type { ConfigurationRequest } from '../../src/flows/judge-configuration.ts';
import { SILENT } from '../../src/io/log.ts';
import type { DatabaseServer } from '../../src/io/server.ts';
import type { ReportedEnvironment } from '../../src/publish/adopt.ts';
import type { Report } from '../../src/report/report.ts';
import type { ProofResult } from '../../src/verify/run-ports.ts';
import { memoryRepository, SHA, type Story } from '../fakes/repository.ts';

export interface Circumstances {
  readonly flags?: ConfigurationRequest['flags'];
  /** Without it a check that opens a server fails. */
  readonly proof?: ProofResult;
  /** What another run reported; nobody runs anything here then. */
  readonly reported?: ReportedEnvironment;
  /** How long its files may be read; each look at the clock takes a second. */
  readonly limitMs?: number;
}

/** As the gate judges a pull request: the configuration is the base's. */
export function judged(
  story: Story,
  { flags = {}, proof, reported, limitMs }: Circumstances = {},
): Promise<Report> {
  const database = proof === undefined ? { database: 'none' } : { database: 'local', engine: 'mysql' };
  return check(
    {
      base: 'origin/main',
      head: SHA.head,
      fetch: false,
      runCode: false,
      configuration: { file: null, flags: { ...database, ...flags }, inputs: {}, locations: {} },
      ...(reported === undefined ? {} : { reported: () => reported }),
      version: '1.0.0',
    },
    portsOf(story, proof, limitMs),
  );
}

function portsOf(story: Story, proof: ProofResult | undefined, limitMs: number | undefined): CheckPorts {
  const unasked = (): never => {
    throw new Error('nobody asked for a server');
  };
  let asked = 6;
  let seconds = 0;
  return {
    repository: memoryRepository(story),
    log: SILENT,
    ...(limitMs === undefined ? {} : { limitMs }),
    now: () => (limitMs === undefined ? 0 : (seconds += 1) * 1000),
    clock: {
      now: () => ({ epochMicroseconds: 1_795_184_430_123_456 }),
      timeZone: 'UTC',
      newId: () => `c0ffee12345${asked++}`,
    },
    startDriver: unasked,
    runCommand: unasked,
    carry: unasked,
    openServer: () => Promise.resolve(SERVER),
    runProofs: () => (proof === undefined ? unasked() : Promise.resolve(proof)),
    temporaryDirectory: () =>
      Promise.resolve({
        path: '/nowhere',
        write: () => Promise.resolve(),
        [Symbol.asyncDispose]: () => Promise.resolve(),
      }),
  };
}

const SERVER: DatabaseServer = {
  engine: 'mysql',
  product: 'MySQL',
  version: '8.4.10',
  source: 'local',
  createScratch: () => Promise.reject(new Error('the proof is given')),
  cloneScratch: () => Promise.reject(new Error('the proof is given')),
  dumpScratch: () => Promise.reject(new Error('the proof is given')),
  loadScratch: () => Promise.reject(new Error('the proof is given')),
  contents: () => Promise.reject(new Error('the proof is given')),
  settings: () => Promise.reject(new Error('the proof is given')),
  dropScratch: () => Promise.resolve(),
  query: () => Promise.resolve([]),
  [Symbol.asyncDispose]: () => Promise.resolve(),
};
