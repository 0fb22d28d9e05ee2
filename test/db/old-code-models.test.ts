/** What old code is: nothing that no model of the base maps, nothing where deployments stop it, and never a guess. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { BASE, onTop, speaking } from './case.ts';
import { ENV, type ProjectRevision } from './project.ts';
import { findings, prove, sectionOf, type ProveOptions } from './prove.ts';

const WITH_MODELS = ENV.replace('config =', 'import models\nconfig =').replace(
  'target_metadata=None',
  'target_metadata=models.metadata',
);
/** The models of a base whose code knows these columns and no more. */
const models = (columns: string) => ({
  'models.py': `import sqlalchemy as sa

metadata = sa.MetaData()
sa.Table("case", metadata, sa.Column("id", sa.Integer, primary_key=True), ${columns})
sa.Table("tenant", metadata, sa.Column("id", sa.Integer, primary_key=True))
`,
});
const KNOWN = 'sa.Column("code", sa.String(20)), sa.Column("due", sa.Date)';
const DROP_DUE = 'op.drop_column("case", "due")';

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('Old code and its models on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const run = (revision: ProjectRevision | null, options: Partial<ProveOptions> = {}) =>
    prove(server, {
      base: [BASE],
      added: revision === null ? [] : [revision],
      ...speaking(engine),
      ...options,
      proofs: { order: false, 'round-trip': false, ...options.proofs, 'old-code': true },
    });
  const withModels = (upgrade: string, columns: string, more: Partial<ProveOptions> = {}) =>
    run(onTop(upgrade, 'pass'), { env: WITH_MODELS, files: models(columns), ...more });

  test('a column that no model of the base maps may go, and so may a table', async () => {
    const result = await withModels(
      `${DROP_DUE}\nop.drop_table("case_tenant")`,
      'sa.Column("code", sa.String(20))',
    );
    expect(findings(result)).toEqual([]);
    expect(sectionOf(result, 'old-code')).toMatchObject({
      outcome: 'pass',
      reason: expect.stringMatching(
        /^no model of the base maps `case`\.`due`, `case_tenant`, so no code reads it$/,
      ),
    });
  });

  test('its twin that a model of the base maps may not, though the merge’s models have let go of it', async () => {
    const result = await withModels(DROP_DUE, 'sa.Column("code", sa.String(20))', {
      baseFiles: models(KNOWN),
    });
    expect(findings(result)).toMatchObject([
      {
        rule: 'no-old-code-break',
        severity: 'error',
        line: 9,
        message: expect.stringMatching(/SELECT .due. FROM/),
      },
    ]);
  });

  test('models that cannot be loaded excuse nothing', async () => {
    const result = await withModels(DROP_DUE, 'sa.Column("code", sa.String(20))', {
      baseFiles: { 'models.py': 'metadata = None' },
    });
    expect(findings(result)).toHaveLength(1);
  });

  test('deployments that stop the old code have none', async () => {
    const result = await run(onTop(DROP_DUE, 'pass'), { deploys: 'stop' });
    expect(sectionOf(result, 'old-code')).toMatchObject({
      outcome: 'not-applicable',
      reason: 'deployments stop the old code first (`deploys: stop`)',
    });
  });

  test('does not apply where the upgrade leaves the tables of the base as they are', async () => {
    const result = await run(onTop('op.create_table("fresh", sa.Column("id", sa.Integer))', 'pass'));
    expect(sectionOf(result, 'old-code')).toMatchObject({
      outcome: 'not-applicable',
      reason: 'no table that the base has is changed',
    });
  });

  test('nothing is claimed where a table that changes takes no row at the base', async () => {
    const shut = {
      ...BASE,
      upgrade: `${BASE.upgrade ?? ''}\nop.create_table("shut", sa.Column("level", sa.Integer, nullable=False), sa.CheckConstraint("level > 5 AND level < 3", name="ck_shut"))`,
    };
    const about = (table: string) =>
      run(onTop(`op.add_column("${table}", sa.Column("flag", sa.Integer))`, 'pass'), { base: [shut] });
    expect(sectionOf(await about('shut'), 'old-code')).toMatchObject({
      outcome: 'not-evaluated',
      reason: expect.stringMatching(/^no row could be made at the base for `shut` \(.*ck_shut/),
    });
    expect(sectionOf(await about('tenant'), 'old-code')).toMatchObject({ outcome: 'pass', reason: null });
  });

  test('an upgrade that fails is not evaluated, and said by those whose matter it is', async () => {
    const result = await run(onTop('op.drop_column("case", "nowhere")', 'pass'));
    expect(sectionOf(result, 'old-code')).toMatchObject({
      outcome: 'not-evaluated',
      reason: expect.stringMatching(/^the upgrade of `new` fails: /),
    });
    expect(findings(result)).toEqual([]);
  });

  test('a default that goes warns, for code that names the column goes on', async () => {
    const graded = {
      ...BASE,
      upgrade: `${BASE.upgrade ?? ''}\nop.add_column("case", sa.Column("grade", sa.Integer, nullable=False, server_default="0"))`,
    };
    const drop =
      'op.alter_column("case", "grade", server_default=None, existing_type=sa.Integer, existing_nullable=False)';
    const result = await run(onTop(drop, 'pass'), { base: [graded] });
    expect(findings(result)).toMatchObject([
      {
        severity: 'warning',
        line: 9,
        message: expect.stringMatching(/INSERT INTO .case. … fails with some of the rows.*grade/),
      },
    ]);
  });

  test('a view that stays and shows nothing any more is caught', async () => {
    const viewed = {
      ...BASE,
      upgrade: `${BASE.upgrade ?? ''}\nop.execute("CREATE VIEW slugs AS SELECT slug FROM tenant")`,
    };
    const result = await run(onTop('op.drop_column("tenant", "slug")', 'pass'), { base: [viewed] });
    if (engine === 'postgresql') {
      // It lets no view lose what it shows.
      expect(sectionOf(result, 'old-code')).toMatchObject({
        outcome: 'not-evaluated',
        reason: expect.stringContaining('other objects depend on it'),
      });
      return;
    }
    expect(findings(result)).toMatchObject([
      { message: expect.stringMatching(/breaks on table `tenant`: .*SELECT `slug` FROM `tenant`/) },
      { message: expect.stringMatching(/breaks on view `slugs`: .*SELECT \* FROM `slugs`/) },
    ]);
  });

  test('there is none where nothing is new, or nothing was there', async () => {
    expect(sectionOf(await run(null), 'old-code')).toMatchObject({ outcome: 'not-applicable' });
    const first = await prove(server, {
      base: [],
      added: [BASE],
      ...speaking(engine),
      proofs: { order: false, 'round-trip': false, 'old-code': true },
    });
    expect(sectionOf(first, 'old-code')).toMatchObject({
      outcome: 'not-applicable',
      reason: 'no code of the base has a database',
    });
  });
});
