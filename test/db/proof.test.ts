/** Statements, lines, hangs, siblings: what a round trip shows beside its verdict. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { testbed } from '../testbed.ts';
import type { ProjectRevision } from './project.ts';
import { findings, prove, proved, roundTrip } from './prove.ts';

const CASES: ProjectRevision = {
  id: 'cases',
  down: null,
  upgrade: `op.create_table(
    "tenant",
    sa.Column("id", sa.Integer, primary_key=True),
)
op.create_table(
    "case",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("tenant_id", sa.Integer, sa.ForeignKey("tenant.id", name="fk_tenant"), nullable=False),
    sa.Column("note", sa.String(50), nullable=False, server_default="none", comment="for the reader"),
    sa.Column("state", sa.String(10)),
)`,
  downgrade: 'op.drop_table("case")\nop.drop_table("tenant")',
};

const revision = (upgrade: string, downgrade?: string, id = 'new', down = 'cases'): ProjectRevision => ({
  id,
  down,
  upgrade,
  ...(downgrade === undefined ? {} : { downgrade }),
});

describe.each(['mysql', 'mariadb'] as const)('The round trip on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const run = (...added: readonly ProjectRevision[]) => prove(server, { base: [CASES], added });
  const schemas = async () => (await server.query('SHOW DATABASES')).length;

  test('passes for a downgrade that restores everything, and leaves nothing on the server', async () => {
    const before = await schemas();
    const result = await run(
      revision(
        'op.add_column("case", sa.Column("score", sa.Integer, server_default="0", comment="0 to 9"))\nop.create_index("ix_state", "case", ["state"], mysql_length={"state": 4})',
        'op.drop_index("ix_state", "case")\nop.drop_column("case", "score")',
      ),
    );
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass', reason: null, differences: [] });
    expect(findings(result)).toEqual([]);
    expect(proved(result)).toMatchObject({
      version: server.version,
      rollback: { target: 'cases', loses: ['column `case`.`score`'] },
    });
    expect(await schemas()).toBe(before);
  }, 60_000);

  test('captures statements with their lines, and bookkeeping without', async () => {
    const result = await run(
      revision('op.create_index("ix_state", "case", ["state"])', 'op.drop_index("ix_state", "case")'),
    );
    expect(proved(result).steps[0]).toMatchObject({
      revision: 'new',
      direction: 'upgrade',
      outcome: 'pass',
      statements: [
        {
          sql: 'CREATE INDEX ix_state ON `case` (state)',
          path: 'migrations/versions/new.py',
          line: 9,
          rows: 0,
        },
        { sql: expect.stringContaining('UPDATE alembic_version'), path: null, line: null, rows: 1 },
      ],
    });
  }, 60_000);

  test('goes on from a clean state after a downgrade that fails', async () => {
    const result = await run(
      revision(
        'op.create_index("ix_pair", "case", ["tenant_id", "state"])',
        'op.drop_column("case", "state")\nop.drop_index("fk_tenant", "case")',
      ),
      revision(
        'op.add_column("case", sa.Column("rank", sa.Integer))',
        'op.drop_column("case", "rank")',
        'next',
        'new',
      ),
    );
    expect(proved(result).steps.map((step) => [step.revision, step.direction, step.outcome])).toEqual([
      ['new', 'upgrade', 'pass'],
      ['new', 'downgrade', 'fail'],
      ['next', 'upgrade', 'pass'],
      ['next', 'downgrade', 'pass'],
      ['next', 'upgrade-again', 'pass'],
    ]);
    expect(findings(result)).toMatchObject([{ rule: 'no-failing-migration', revision: 'new', line: 13 }]);
  }, 60_000);

  test('proves siblings one by one beside each other', async () => {
    const result = await prove(server, {
      base: [
        CASES,
        revision('op.add_column("case", sa.Column("a", sa.Integer))', 'op.drop_column("case", "a")', 'left'),
      ],
      added: [
        revision('op.add_column("case", sa.Column("b", sa.Integer))', 'op.drop_column("case", "b")', 'right'),
      ],
    });
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
    expect(proved(result).rollback).toEqual({ target: 'right@cases', loses: ['column `case`.`b`'] });
  }, 60_000);

  test('kills a migration that hangs, names it and leaves nothing', async () => {
    const before = await schemas();
    const added = [
      revision('op.execute("SELECT SLEEP(60)")', 'pass'),
      revision('pass', 'pass', 'next', 'new'),
    ];
    const result = await prove(server, { base: [CASES], added, stepSeconds: 2 });
    expect(proved(result).steps).toMatchObject([
      { revision: 'new', direction: 'upgrade', outcome: 'timeout' },
    ]);
    expect(roundTrip(result)).toMatchObject({
      outcome: 'fail',
      reason:
        'the upgrade of `new` failed: one step took longer than 2 s, in `SELECT SLEEP(60)`; not reached: `next`',
    });
    expect(findings(result)).toMatchObject([
      { rule: 'no-failing-migration', path: 'migrations/versions/new.py', line: 9 },
    ]);
    expect(await schemas()).toBe(before);
  }, 60_000);

  test('never shows bound parameters, nor values that the server quotes', async () => {
    const added = [
      revision(
        'table = sa.table("tenant", sa.column("id"))\nop.bulk_insert(table, [{"id": 4711}, {"id": 4711}])',
        'op.execute("DELETE FROM tenant")',
      ),
    ];
    const result = await prove(server, { base: [CASES], added });
    expect(roundTrip(result).reason).toMatch(/IntegrityError \(1062\): Duplicate entry … for key/);
    expect(JSON.stringify(result)).not.toContain('4711');
  }, 60_000);
});

test.each(['newest', '1.13', '1.8'] as const)(
  'Alembic %s is driven alike, batch operations included',
  async (name) => {
    await using server = await openTestServer('mariadb');
    const batch = revision(
      'with op.batch_alter_table("case") as batch:\n    batch.add_column(sa.Column("score", sa.Integer))\n    batch.create_index("ix_score", ["score"])',
      'with op.batch_alter_table("case") as batch:\n    batch.drop_index("ix_score")\n    batch.drop_column("score")',
    );
    const result = await prove(server, {
      base: [CASES],
      added: [batch],
      declared: { python: testbed().python[name] },
    });
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
    expect(proved(result).steps[0]?.statements.map(({ line }) => line)).toEqual([10, 11, null]);
  },
  60_000,
);
