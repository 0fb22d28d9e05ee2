import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import type { ProjectRevision } from './project.ts';
import { findings, prove, sectionOf } from './prove.ts';

const CASES: ProjectRevision = {
  id: 'cases',
  down: null,
  upgrade: 'op.create_table("case", sa.Column("id", sa.Integer, primary_key=True))',
};
const TWO =
  'op.add_column("case", sa.Column("a", sa.Integer))\nop.add_column("case", sa.Column("b", sa.Integer))';
const GUARDED = `have = {column["name"] for column in sa.inspect(op.get_bind()).get_columns("case")}
for name in ("a", "b"):
    if name not in have:
        op.add_column("case", sa.Column(name, sa.Integer))`;

const URLS = {
  mysql: 'mysql+pymysql://app:secret@db.elsewhere.invalid/production',
  mariadb: 'mysql+pymysql://app:secret@db.elsewhere.invalid/production',
  postgresql: 'postgresql+psycopg2://app:secret@db.elsewhere.invalid/production',
};

describe.each(['mysql', 'mariadb', 'postgresql'] as const)(
  'A deployment that dies half-way on %s',
  (engine) => {
    let server: DatabaseServer;
    beforeAll(async () => (server = await openTestServer(engine)), 60_000);
    afterAll(async () => server[Symbol.asyncDispose]());

    const run = (upgrade: string) =>
      prove(server, {
        base: [CASES],
        added: [{ id: 'new', down: 'cases', upgrade }],
        proofs: { 'round-trip': false, interruption: true },
        url: URLS[engine],
      });
    const committed = (upgrade: string) =>
      engine === 'postgresql'
        ? `with op.get_context().autocommit_block():\n    ${upgrade.replaceAll('\n', '\n    ')}`
        : upgrade;

    test('is caught where the second run stumbles, with the SQL that is left', async () => {
      const result = await run(committed(TWO));
      const [difference] = sectionOf(result, 'interruption').differences;
      expect(sectionOf(result, 'interruption').outcome).toBe('fail');
      expect(difference).toMatchObject({ path: 'migrations/versions/new.py', revision: 'new' });
      expect(difference?.after).toMatch(
        /To recover, run by hand what is left: ALTER TABLE .*ADD COLUMN b INTEGER; and then `alembic stamp new`$/,
      );
      expect(findings(result)).toMatchObject([{ rule: 'no-failing-migration', line: difference?.line }]);
    }, 60_000);

    test('is no matter where the second run goes on from there', async () => {
      const result = await run(committed(GUARDED));
      expect(sectionOf(result, 'interruption')).toMatchObject({ outcome: 'pass', differences: [] });
      expect(findings(result)).toEqual([]);
    }, 60_000);

    test('has nothing to try in one statement, or in one transaction', async () => {
      const result = await run(engine === 'postgresql' ? TWO : (TWO.split('\n')[0] ?? ''));
      expect(sectionOf(result, 'interruption')).toMatchObject({ outcome: 'not-applicable', differences: [] });
    }, 60_000);
  },
);
