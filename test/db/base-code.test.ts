/** The base state is made by the base's own code; where that does not run, by the merge's, if it holds the same revisions. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { KeptState, KeptStates } from '../../src/io/kept-states.ts';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { speaking } from './case.ts';
import { ENV, type ProjectRevision } from './project.ts';
import { prove, proved, roundTrip } from './prove.ts';

const BASE: readonly ProjectRevision[] = [
  {
    id: 'b1',
    down: null,
    upgrade:
      'import os\nop.create_table(os.environ.get("MADE_BY", "by_merge"), sa.Column("id", sa.Integer, primary_key=True))',
    downgrade: 'pass',
  },
];
const ADDED: readonly ProjectRevision[] = [
  {
    id: 'a1',
    down: 'b1',
    upgrade: 'op.create_table("t", sa.Column("id", sa.Integer, primary_key=True))',
    downgrade: 'op.drop_table("t")',
  },
];
const RUNS = { 'migrations/env.py': `import os\nos.environ["MADE_BY"] = "by_base"\n${ENV}` };
const BROKEN = { 'migrations/env.py': 'import a_module_that_is_nowhere\n' };

describe.each(['mysql', 'postgresql'] as const)('The base state on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  /** What was written down of a base state that was made by the base's own code. */
  const run = async (baseFiles: Readonly<Record<string, string>>, replaceable: boolean) => {
    const written: string[] = [];
    const states: KeptStates = {
      writable: true,
      read: () => Promise.resolve<KeptState>({ kind: 'none' }),
      write: (_, text) => Promise.resolve(void written.push(text)),
      discard: () => Promise.resolve(),
    };
    const result = await prove(server, {
      ...speaking(engine),
      base: BASE,
      added: ADDED,
      files: { 'migrations/env.py': ENV },
      baseFiles,
      baseRuns: { replaceable },
      kept: { states, made: [], note: () => undefined },
    });
    return { result, written };
  };

  test('is made by the base’s code where that runs', async () => {
    const { result, written } = await run(RUNS, true);
    expect(roundTrip(result).outcome).toBe('pass');
    expect(written).toEqual([expect.stringContaining('by_base')]);
  }, 60_000);

  test('is made by the merge’s code where the base’s does not run, and is not kept as if it were the base’s', async () => {
    const { result, written } = await run(BROKEN, true);
    expect(roundTrip(result).outcome).toBe('pass');
    expect(proved(result).steps).toHaveLength(3);
    expect(written).toEqual([]);
  }, 60_000);

  test('cannot be had where the base’s code does not run and the merge has other revisions', async () => {
    expect((await run(BROKEN, false)).result).toMatchObject({
      kind: 'not-evaluated',
      reason: expect.stringContaining('a_module_that_is_nowhere'),
    });
  }, 60_000);
});
