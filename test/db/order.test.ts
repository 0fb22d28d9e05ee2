import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import type { Resolution } from '../../src/remedy/resolution.ts';
import type { ProofResult } from '../../src/verify/run-ports.ts';
import { openTestServer } from '../server.ts';
import type { ProjectRevision } from './project.ts';
import { findings, prove, sectionOf } from './prove.ts';

const ROOT: ProjectRevision = {
  id: 'root',
  down: null,
  upgrade:
    'op.create_table("case", sa.Column("id", sa.Integer, primary_key=True), sa.Column("note", sa.String(20)))',
  downgrade: 'op.drop_table("case")',
};

/** Makes the column `note` as long as told. */
const sized = (id: string, length: number): ProjectRevision => ({
  id,
  down: 'root',
  upgrade: `op.alter_column("case", "note", type_=sa.String(${length}), existing_type=sa.String(20))`,
  downgrade: 'op.alter_column("case", "note", type_=sa.String(20), existing_type=sa.String(80))',
});

const column = (id: string, name: string): ProjectRevision => ({
  id,
  down: 'root',
  upgrade: `op.add_column("case", sa.Column("${name}", sa.Integer))`,
  downgrade: `op.drop_column("case", "${name}")`,
});

const MERGE: ProjectRevision = { id: 'joined', down: ['theirs', 'ours'], upgrade: 'pass', downgrade: 'pass' };

const ORDER_RULE = 'no-order-dependent-siblings';

describe('On MySQL, sides that meet', () => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer('mysql')), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const fork = (theirs: ProjectRevision, ours: ProjectRevision, cure: ProjectRevision = MERGE) =>
    prove(server, { base: [ROOT, theirs], added: [ours], cure });
  const order = (result: ProofResult) => sectionOf(result, 'order');
  const cured = (result: ProofResult): Resolution | null =>
    result.kind === 'proved' ? result.resolution : null;

  test('and change one column differently are caught, with the attribute and both values', async () => {
    const result = await fork(sized('theirs', 40), sized('ours', 30));
    expect(order(result)).toMatchObject({
      outcome: 'fail',
      differences: [
        {
          object: 'column `case`.`note`',
          attribute: 'type',
          before: 'varchar(30)',
          after: 'varchar(40)',
          path: 'migrations/versions/ours.py',
          line: 9,
          revision: 'ours',
          when: 'with `ours` before `theirs`',
        },
      ],
    });
    expect(findings(result).find(({ rule }) => rule === ORDER_RULE)).toMatchObject({
      severity: 'error',
      path: 'migrations/versions/ours.py',
      line: 9,
      message:
        "The schema depends on which side a database has first: column `case`.`note`: type 'varchar(30)' with `theirs` before `ours`, 'varchar(40)' with `ours` before `theirs`.",
    });
    expect(cured(result)).toMatchObject({ because: 'ours last', refused: null });
  }, 90_000);

  test('and commute pass, though their columns stand in another order, and the cure is run', async () => {
    const before = (await server.query('SHOW DATABASES')).length;
    const result = await fork(column('theirs', 'priority'), column('ours', 'colour'));
    expect(order(result)).toMatchObject({
      outcome: 'pass',
      reason: expect.stringMatching(/the suggested merge revision was upgraded to and downgraded from$/),
    });
    expect(order(result).differences.map(({ attribute }) => attribute)).toEqual(['position']);
    expect(findings(result)).toEqual([]);
    expect(cured(result)).toMatchObject({ because: 'any order', refused: null });
    expect(await server.query('SHOW DATABASES')).toHaveLength(before);
  }, 90_000);

  test.each<[string, ProjectRevision, string]>([
    ['fails', { ...MERGE, upgrade: 'op.execute("SET lock_timeout = 1")' }, 'the upgrade of `joined` fails: '],
    [
      'cannot be undone',
      { ...MERGE, downgrade: 'op.drop_table("nowhere")' },
      'the downgrade of `joined` fails: ',
    ],
    [
      'changes the schema',
      { ...MERGE, upgrade: 'op.drop_column("case", "note")' },
      'the upgrade of `joined` changes the schema: column `case`.`note` is gone',
    ],
    [
      'imports what is not there',
      { ...MERGE, upgrade: 'import nowhere_at_all' },
      'the upgrade of `joined` fails: ModuleNotFoundError',
    ],
  ])(
    'get no merge revision that %s',
    async (_, merge, why) => {
      const result = await fork(column('theirs', 'priority'), column('ours', 'colour'), merge);
      expect(cured(result)?.refused).toMatch(
        /^The suggested merge revision is refused, because it does not run/,
      );
      expect(cured(result)?.refused).toContain(why);
      expect(order(result)).toMatchObject({ outcome: 'pass', reason: expect.stringContaining(why) });
    },
    90_000,
  );

  test('are re-parented only if the moved revision runs there', async () => {
    const ours = column('ours', 'colour');
    const moved = { ...ours, down: 'theirs' };
    const good = await fork(column('theirs', 'priority'), ours, moved);
    expect(cured(good)).toMatchObject({ recommended: 're-parent', refused: null });
    const bad = await fork(column('theirs', 'priority'), ours, {
      ...moved,
      downgrade: 'op.drop_table("no")',
    });
    expect(cured(bad)).toMatchObject({
      reParent: null,
      refused: expect.stringContaining('the downgrade of `ours` fails'),
    });
  }, 90_000);
});
