/** What a report quotes of the project's words is the same in every run, and holds no password of a scratch database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { ENGINES, url } from './behaviours/behaviour.ts';
import { ENV } from './project.ts';
import { prove, proved, type ProveOptions } from './prove.ts';

const URL = 'engine.url.render_as_string(hide_password=False)';

describe.each(ENGINES)('A reason on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)));
  afterAll(async () => server[Symbol.asyncDispose]());

  const run = async (upgrade: string, more: Partial<ProveOptions> = {}): Promise<string> => {
    const result = await prove(server, {
      base: [{ id: 'root', down: null, upgrade: 'pass', downgrade: 'pass' }],
      added: [{ id: 'new', down: 'root', upgrade, downgrade: 'pass' }],
      url: url(engine),
      ...more,
    });
    return result.kind === 'proved' ? (proved(result).steps[0]?.error ?? '') : result.reason;
  };
  const MASKED = /RuntimeError: \w+\+\w+:\/\/\w+:…@/;

  test('has no password where a migration tells its URL', async () => {
    expect(await run(`raise RuntimeError(op.get_bind().${URL})`)).toMatch(MASKED);
  });

  test('has no password where env.py tells its URL', async () => {
    const env = ENV.replace(
      '    with engine.connect()',
      `    with engine.connect() as connection:\n        raise RuntimeError(connection.${URL})\n    with engine.connect()`,
    );
    expect(await run('pass', { env })).toMatch(MASKED);
  });

  test('has no address in memory', async () => {
    const raising = 'raise RuntimeError("%r is not %r" % (object(), lambda: 1))';
    const words = /RuntimeError: <object object> is not <function .*<lambda>>/;
    expect(await run(raising)).toMatch(words);
    const env = ENV.replace('    engine =', `    ${raising}\n    engine =`);
    expect(await run('pass', { env })).toMatch(words);
  });
});
