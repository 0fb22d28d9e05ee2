/** Projects that their migrations alone cannot build: a command of theirs makes the base, and the proof goes on from there. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { speaking } from './case.ts';
import { ELSEWHERE, type ProjectRevision } from './project.ts';
import { findings, prove, proved, roundTrip, sectionOf, type ProveOptions } from './prove.ts';

const PLAN: ProjectRevision = {
  id: 'plan',
  down: 'root',
  upgrade: 'op.add_column("tenant", sa.Column("plan", sa.String(20)))',
  downgrade: 'op.drop_column("tenant", "plan")',
};
/** Nothing in it makes the table. */
const BASE: readonly ProjectRevision[] = [
  {
    id: 'root',
    down: null,
    upgrade: 'op.add_column("tenant", sa.Column("slug", sa.String(20)))',
    downgrade: 'op.drop_column("tenant", "slug")',
  },
  PLAN,
];
const NEW: ProjectRevision = {
  id: 'new',
  down: 'plan',
  upgrade: 'op.add_column("tenant", sa.Column("note", sa.Text))',
  downgrade: 'op.drop_column("tenant", "note")',
};

/** `create.py`: what Flask projects call `create-db`. */
const create = (engine: string, columns: readonly string[], stamp: string) => ({
  'create.py': `import sqlalchemy as sa
from alembic import command
from alembic.config import Config

url = "${speaking(engine).url ?? ELSEWHERE}"
metadata = sa.MetaData()
sa.Table("tenant", metadata, sa.Column("id", sa.Integer, primary_key=True), *(sa.Column(name, sa.String(20)) for name in ${JSON.stringify(columns)}))
engine = sa.create_engine(url)
metadata.create_all(engine)
config = Config("alembic.ini")
${stamp}
`,
});
const HEADS = 'command.stamp(config, "heads")';
const WHOLE = ['slug', 'plan'];

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('A base that a command makes, on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const run = (options: Partial<ProveOptions> = {}) =>
    prove(server, {
      base: BASE,
      added: [NEW],
      ...speaking(engine),
      files: create(engine, WHOLE, HEADS),
      declared: { baseState: { command: 'python create.py' } },
      ...options,
    });

  test('is proved from there', async () => {
    const result = await run();
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
    expect(proved(result).steps.map(({ revision, direction }) => `${direction} ${revision}`)).toEqual([
      'upgrade new',
      'downgrade new',
      'upgrade-again new',
    ]);
    expect(findings(result)).toEqual([]);
  });

  test('is proved from there where the fault is', async () => {
    const result = await run({ added: [{ ...NEW, downgrade: 'pass' }] });
    expect(findings(result)).toMatchObject([{ rule: 'no-round-trip-difference', revision: 'new' }]);
  });

  test.each([
    ['table', 'op.add_column("tenant", sa.Column("slug", sa.String(20)))'],
    ['column', 'op.alter_column("made", "slug", new_column_name="name", existing_type=sa.String(20))'],
    ['index', 'op.drop_index("ix_slug", "made")'],
    ['constraint', 'op.drop_constraint("fk_slug", "made", type_="foreignkey")'],
    ['referenced table', 'op.create_foreign_key("fk_tenant", "made", "tenant", ["id"], ["id"])'],
  ])(
    'is not evaluated without it where a %s is missing, and the reason says which line is',
    async (_, missing) => {
      const made = 'op.create_table("made", sa.Column("id", sa.Integer, primary_key=True))';
      const base = [{ id: 'root', down: null, upgrade: `${made}\n${missing}`, downgrade: 'pass' }];
      expect(await run({ base, added: [{ ...NEW, down: 'root' }], declared: {} })).toEqual({
        kind: 'not-evaluated',
        reason: expect.stringMatching(
          /^The base state cannot be built: the upgrade of `root` fails: .* `base-state: \{command: …\}`.*`base-state: \{dump: FILE\}`\.$/,
        ),
      });
    },
  );

  test('goes on by migrations from an earlier revision that was stamped', async () => {
    const result = await run({ files: create(engine, ['slug'], 'command.stamp(config, "root")') });
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass' });
  });

  test('goes back below what was made, for the order of two sides', async () => {
    const side = { ...NEW, id: 'side', down: 'root' };
    const merge = { id: 'both', down: ['plan', 'side'], upgrade: 'pass', downgrade: 'pass' };
    const result = await run({ added: [side, merge] });
    expect(sectionOf(result, 'order')).toMatchObject({ outcome: 'pass' });
  });

  test('is no deployed state of an earlier revision', async () => {
    const deployed = [
      { name: 'v1', heads: ['root'] },
      { name: 'v2', heads: ['plan'] },
    ];
    const of = async (...states: typeof deployed) =>
      sectionOf(await run({ deployed: states, proofs: { 'start-states': true } }), 'start-states');
    expect(await of(...deployed)).toMatchObject({
      outcome: 'not-evaluated',
      reason:
        'The state `v1` lies below what `base-state:` makes, and nothing builds a database that is there.',
    });
    expect(await of(...deployed.slice(1))).toMatchObject({ outcome: 'pass' });
  });

  test.each<[string, Partial<ProveOptions>, RegExp]>([
    [
      'stamps nothing',
      { files: create(engine, WHOLE, '') },
      /^`python create\.py` leaves no version in `alembic_version`: let it stamp/,
    ],
    [
      'stamps what nobody knows',
      {
        files: create(
          engine,
          WHOLE,
          'with engine.begin() as c:\n    for sql in ("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)", "INSERT INTO alembic_version VALUES (\'gone\')"):\n        c.execute(sa.text(sql))',
        ),
      },
      /^`python create\.py` stamps `gone`, which the history/,
    ],
    [
      'stamps more than it makes',
      {
        files: create(engine, [], 'command.stamp(config, "root")'),
        base: [...BASE.slice(0, 1), { ...PLAN, upgrade: 'op.drop_column("tenant", "slug")' }],
      },
      /^The base state cannot be built: the upgrade of `plan` fails: .*let the command make what belongs to the revision/,
    ],
    [
      'fails',
      { files: { 'create.py': 'raise SystemExit("no configuration at all")' } },
      /^The base state cannot be made: `python create\.py` ends with exit code 1: no configuration at all\.$/,
    ],
    [
      'does not end',
      { files: { 'create.py': 'import time\ntime.sleep(60)' }, stepSeconds: 2 },
      /^The base state cannot be made: `python create\.py` does not end within its limit/,
    ],
    [
      'connects to nothing',
      { files: { 'create.py': 'pass' } },
      /^`python create\.py` leaves no version in `alembic_version`/,
    ],
  ])('is not evaluated where the command %s', async (_, options, reason) => {
    expect(await run(options)).toEqual({ kind: 'not-evaluated', reason: expect.stringMatching(reason) });
  });

  test("is made by the base's own code", async () => {
    const result = await run({
      baseFiles: create(engine, WHOLE, HEADS),
      files: create(engine, [...WHOLE, 'note'], HEADS),
    });
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass' });
  });
});
