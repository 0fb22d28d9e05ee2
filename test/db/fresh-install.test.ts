/** Where a fresh install cannot be judged, and where its command comes from. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { NEW, PLAN, ROOT, SLUG } from './behaviours/fresh-install.ts';
import { speaking } from './case.ts';
import { ELSEWHERE } from './project.ts';
import { prove, sectionOf, type ProveOptions } from './prove.ts';

const HEADS = 'command.stamp(Config("alembic.ini"), "heads")';

const installer = (engine: string, columns: readonly string[], stamp = HEADS) => ({
  'install.py': `import sqlalchemy as sa
from alembic import command
from alembic.config import Config

metadata = sa.MetaData()
sa.Table("tenant", metadata, sa.Column("id", sa.Integer, primary_key=True), ${columns.join(', ')})
metadata.create_all(sa.create_engine("${speaking(engine).url ?? ELSEWHERE}"))
${stamp}
`,
});

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('A fresh install on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const run = (options: Partial<ProveOptions> = {}) =>
    prove(server, {
      base: [ROOT],
      added: [NEW],
      ...speaking(engine),
      baseFiles: installer(engine, [SLUG]),
      files: installer(engine, [SLUG, PLAN]),
      install: 'python install.py',
      ...options,
      proofs: { order: false, 'round-trip': false, 'fresh-install': true },
    });

  test('is not evaluated with a command that never worked', async () => {
    const broken = { 'install.py': 'raise SystemExit("no such setting")' };
    expect(sectionOf(await run({ baseFiles: broken, files: broken }), 'fresh-install')).toMatchObject({
      outcome: 'not-evaluated',
      reason: expect.stringMatching(/ends with exit code 1: no such setting, and on the base as well$/),
    });
  });

  test('is asked of the command that makes the base, where that one is known', async () => {
    const options = { declared: { baseState: { command: 'python install.py' } } };
    expect(sectionOf(await run(options), 'fresh-install')).toMatchObject({ outcome: 'pass' });
    const other = { ...options, files: installer(engine, [SLUG, 'sa.Column("plan", sa.Text)']) };
    expect(sectionOf(await run(other), 'fresh-install')).toMatchObject({ outcome: 'fail' });
  });
});

test('A fresh install is not evaluated where nobody said how', async () => {
  await using server = await openTestServer('mariadb');
  const result = await prove(server, {
    base: [ROOT],
    added: [NEW],
    proofs: { order: false, 'fresh-install': true },
  });
  expect(sectionOf(result, 'fresh-install')).toMatchObject({
    outcome: 'not-evaluated',
    reason: expect.stringMatching(/name it with `proofs: \{fresh-install: \{command: …\}\}`/),
  });
});
