import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { models, WITH_MODELS } from './behaviours/drift.ts';
import { ENV, type ProjectRevision } from './project.ts';
import { findings, prove, sectionOf, type ProveOptions } from './prove.ts';

const URLS = {
  mysql: 'mysql+pymysql://app:secret@db.elsewhere.invalid/production',
  mariadb: 'mysql+pymysql://app:secret@db.elsewhere.invalid/production',
  postgresql: 'postgresql+psycopg2://app:secret@db.elsewhere.invalid/production',
};

const NOTE = 'sa.Column("note", sa.String(20))';
const FLAGS =
  'sa.Column("open", sa.Boolean, nullable=False), sa.Column("at", sa.DateTime), sa.Column("data", sa.JSON)';
const CASES: ProjectRevision = {
  id: 'cases',
  down: null,
  upgrade:
    'op.create_table("case", sa.Column("id", sa.Integer, primary_key=True))\nop.create_table("stray", sa.Column("id", sa.Integer, primary_key=True))',
};
const revision = (upgrade: string): ProjectRevision => ({ id: 'new', down: 'cases', upgrade });
const add = (column: string) => `op.add_column("case", ${column})`;

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('Drift on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const result = (upgrade: string, before: string, after: string, more: Partial<ProveOptions> = {}) =>
    prove(server, {
      base: [CASES],
      added: [revision(upgrade)],
      env: WITH_MODELS,
      files: models(after),
      baseFiles: models(before),
      proofs: { 'round-trip': false, order: false, drift: true },
      url: URLS[engine],
      ...more,
    });

  test('is no matter of how the server spells a type', async () => {
    const upgrade = FLAGS.split('), ')
      .map((one) => add(one.endsWith(')') ? one : `${one})`))
      .join('\n');
    expect(sectionOf(await result(upgrade, '', FLAGS), 'drift')).toMatchObject({
      outcome: 'pass',
      differences: [],
    });
  }, 60_000);

  test('is no matter of how many bits a number was declared with, only of how many it has', async () => {
    const number = (bits: number) => `sa.Column("number", sa.Float(${bits}))`;
    for (const [given, wanted] of [
      [53, 30],
      [24, 10],
    ] as const)
      expect(sectionOf(await result(add(number(given)), '', number(wanted)), 'drift')).toMatchObject({
        outcome: 'pass',
        differences: [],
      });
    // Each engine's autogenerate sees one direction: the other has a name that it takes for the same.
    const [given, wanted] = engine === 'postgresql' ? ([24, 53] as const) : ([53, 24] as const);
    const other = await result(add(number(given)), '', number(wanted));
    expect(sectionOf(other, 'drift').differences).toMatchObject([
      { object: 'column `case`.`number`', attribute: 'type', before: `FLOAT(${wanted})` },
    ]);
  }, 60_000);

  test('is said at the line that left it so, not at the one that made the column', async () => {
    const upgrade = `${add('sa.Column("note", sa.String(20))')}\nop.alter_column("case", "note", type_=sa.String(10), existing_type=sa.String(20))`;
    expect(findings(await result(upgrade, '', NOTE))).toMatchObject([{ rule: 'no-new-drift', line: 10 }]);
  }, 60_000);

  test('is told from what the base had where no file but the revision is new', async () => {
    const given = await result(add('sa.Column("other", sa.Integer)'), '', NOTE, { baseFiles: undefined });
    expect(findings(given)).toMatchObject([
      { rule: 'no-new-drift', message: expect.stringContaining('`other` is in the database and not in') },
    ]);
    const repaired = await result(add(NOTE), '', NOTE, { baseFiles: undefined });
    expect(findings(repaired)).toEqual([]);
  }, 60_000);

  test('is asked of the models that env.py loads, not of those that a revision brought along', async () => {
    const lazy = {
      'models.py':
        'import sqlalchemy as sa\n\nmetadata = sa.MetaData()\ncase = sa.Table("case", metadata, sa.Column("id", sa.Integer, primary_key=True))',
      'more.py':
        'import sqlalchemy as sa\nfrom models import metadata\n\nother = sa.Table("other", metadata, sa.Column("id", sa.Integer, primary_key=True))',
    };
    const upgrade = 'import more\nop.execute("SELECT 1")';
    const given = await result(upgrade, '', '', { files: lazy, baseFiles: lazy });
    expect(findings(given)).toEqual([]);
    expect(sectionOf(given, 'drift')).toMatchObject({ outcome: 'pass' });
  }, 60_000);

  test('is not applicable where the models of env.py are none', async () => {
    const empty = { 'models.py': 'import sqlalchemy as sa\n\nmetadata = sa.MetaData()' };
    const given = await result(add(NOTE), '', '', { files: empty, baseFiles: empty });
    expect(sectionOf(given, 'drift')).toMatchObject({ outcome: 'not-applicable' });
  }, 60_000);

  test('is not applicable where env.py has no models, whether or not other files changed', async () => {
    for (const baseFiles of [models(''), undefined]) {
      const given = await result(add(NOTE), '', NOTE, { env: ENV, baseFiles });
      expect(sectionOf(given, 'drift')).toMatchObject({
        outcome: 'not-applicable',
        reason: expect.stringContaining('no models'),
      });
    }
  }, 60_000);
});
