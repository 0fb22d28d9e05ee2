/** The proof of a fresh install, on all engines: it catches its fault and is silent on the correct twin. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { speaking } from './case.ts';
import { ELSEWHERE, type ProjectRevision } from './project.ts';
import { findings, prove, sectionOf, type ProveOptions } from './prove.ts';

const ROOT: ProjectRevision = {
  id: 'root',
  down: null,
  upgrade:
    'op.create_table("tenant", sa.Column("id", sa.Integer, primary_key=True), sa.Column("slug", sa.String(20)))',
  downgrade: 'op.drop_table("tenant")',
};
const NEW: ProjectRevision = {
  id: 'new',
  down: 'root',
  upgrade: 'op.add_column("tenant", sa.Column("plan", sa.String(20), server_default="free"))',
  downgrade: 'op.drop_column("tenant", "plan")',
};
const SLUG = 'sa.Column("slug", sa.String(20))';
const PLAN = 'sa.Column("plan", sa.String(20), server_default="free")';
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

  test.each<[string, Partial<ProveOptions>, string | null, RegExp]>([
    [
      'models and migrations that say the same',
      {},
      null,
      /^`python install\.py` makes what the migrations make$/,
    ],
    [
      'a column that only the migration makes',
      { files: installer(engine, [SLUG]) },
      'new',
      /column `tenant`\.`plan` is made by the migrations only$/,
    ],
    [
      'a default that only the migration gives',
      { files: installer(engine, [SLUG, 'sa.Column("plan", sa.String(20))']) },
      'new',
      /column `tenant`\.`plan`: default .* by the migrations, none by the command$/,
    ],
    [
      'a stamp that stayed behind',
      { files: installer(engine, [SLUG, PLAN], 'command.stamp(Config("alembic.ini"), "root")') },
      null,
      /it stamps root, and the head is new$/,
    ],
    [
      'a command that fails now',
      { files: { 'install.py': 'raise SystemExit("no such setting")' } },
      null,
      /it fails now: `python install\.py` ends with exit code 1: no such setting$/,
    ],
    [
      'what was other on the base already',
      {
        baseFiles: installer(engine, ['sa.Column("slug", sa.String(30))']),
        files: installer(engine, ['sa.Column("slug", sa.String(30))', PLAN]),
      },
      null,
      /^`python install\.py` makes what the migrations make; 1 difference was on the base already$/,
    ],
  ])('%s', async (_, options, revision, reason) => {
    const result = await run(options);
    const section = sectionOf(result, 'fresh-install');
    expect(section.reason).toMatch(reason);
    const fails = !/makes what/.test(section.reason ?? '');
    expect(section.outcome).toBe(fails ? 'fail' : 'pass');
    expect(findings(result)).toMatchObject(
      fails
        ? [
            {
              rule: 'no-fresh-install-difference',
              severity: 'error',
              revision,
              line: revision === null ? null : 9,
            },
          ]
        : [],
    );
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
