import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import type { ProjectRevision } from './project.ts';
import { findings, prove, sectionOf } from './prove.ts';

const revision = (id: string, down: string | null, upgrade: string): ProjectRevision => ({
  id,
  down,
  upgrade,
  downgrade: 'pass',
});
const ROOT = revision('root', null, 'op.create_table("case", sa.Column("id", sa.Integer, primary_key=True))');
const column = (id: string, down: string, name: string) =>
  revision(id, down, `op.add_column("case", sa.Column("${name}", sa.Integer))`);

/** Gives whoever has the column by then another one. */
const LOOKS = revision(
  'looks',
  'root',
  'names = [one["name"] for one in sa.inspect(op.get_bind()).get_columns("case")]\nop.add_column("case", sa.Column("b" if "a" in names else "c", sa.Integer))',
);
const MERGE = revision('joined', '', 'pass');

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

  test('pass where every one of them reaches the schema of the merge', async () => {
    const section = await run(
      [column('new', 'theirs', 'd')],
      [
        { name: 'root', heads: ['root'] },
        { name: 'v1', heads: ['theirs'] },
      ],
    );
    expect(section).toEqual({
      name: 'start-states',
      outcome: 'pass',
      reason: 'the same schema from `root`, `v1`',
      differences: [],
    });
  }, 60_000);

  test('are caught where a database that has less runs the sides in another order', async () => {
    const added = [LOOKS, { ...MERGE, down: ['looks', 'theirs'] }];
    const given = await result(added, [
      { name: 'v1', heads: ['root'] },
      { name: 'v2', heads: ['looks'] },
    ]);
    const section = sectionOf(given, 'start-states');
    expect(findings(given)).toMatchObject([
      {
        rule: 'no-order-dependent-siblings',
        severity: 'error',
        path: null,
        line: null,
      },
    ]);
    expect(section).toMatchObject({
      outcome: 'fail',
      reason: expect.stringContaining(
        'ends at another schema: column `case`.`b` is gone, column `case`.`c` is new',
      ),
    });
    expect(section.differences.find(({ object }) => object === 'column `case`.`c`')).toMatchObject({
      attribute: 'exists',
      before: 'no',
      after: 'yes',
    });
  }, 60_000);

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
