import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { column, ROOT } from './behaviours/start-states.ts';
import type { ProjectRevision } from './project.ts';
import { prove, sectionOf } from './prove.ts';

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('Start states on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const result = (
    added: readonly ProjectRevision[],
    deployed: readonly { name: string; heads: readonly string[] }[],
  ) =>
    prove(server, {
      base: [ROOT, column('theirs', 'root', 'a')],
      added,
      deployed,
      proofs: { 'start-states': true, 'round-trip': false, order: false },
    });
  const run = async (...project: Parameters<typeof result>) =>
    sectionOf(await result(...project), 'start-states');

  test('are not evaluated where a name stands for nothing', async () => {
    const added = [column('new', 'theirs', 'd')];
    expect(await run(added, [{ name: 'v0', heads: [] }])).toMatchObject({
      outcome: 'not-evaluated',
      reason: expect.stringContaining('`deployed:` names `v0`'),
    });
    expect(await run(added, [{ name: 'v0', heads: ['gone'] }])).toMatchObject({
      outcome: 'not-evaluated',
      reason: 'databases at `v0` hold `gone`, which the merge does not have',
    });
    expect(await run(added, [])).toMatchObject({ outcome: 'not-applicable' });
  }, 60_000);
});
