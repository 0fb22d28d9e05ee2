/** Projects that their migrations alone cannot build: a command of theirs makes the base, and the proof goes on from there. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { testbed } from '../testbed.ts';
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

  test('is not evaluated without it either where the revision swallows that the table is missing', async () => {
    const swallowed = `try:
    op.add_column("tenant", sa.Column("slug", sa.String(20)))
except sa.exc.ProgrammingError as error:
    if "already exists" in str(error):
        exit()`;
    const base = [{ id: 'root', down: null, upgrade: swallowed, downgrade: 'pass' }];
    const result = await run({ base, added: [{ ...NEW, down: 'root' }], declared: {} });
    // MySQL and MariaDB go on after it, and stop where the new revision needs the table.
    if (engine === 'postgresql')
      expect(result).toEqual({
        kind: 'not-evaluated',
        reason: expect.stringMatching(
          /^The base state cannot be built: the upgrade of `root` fails: ProgrammingError \(42P01\): relation "tenant" does not exist\. .*`base-state: \{command: …\}`/,
        ),
      });
    else
      expect(findings(result)).toMatchObject([
        { rule: 'no-failing-migration', revision: 'new', message: expect.stringContaining('tenant') },
      ]);
  });

  test('is made and migrated beside SQLAlchemy 1.3', async () => {
    const python = testbed().python['sqlalchemy-1.3'];
    const result = await run({ declared: { python, baseState: { command: 'python create.py' } } });
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
    expect(proved(result).steps[0]?.statements.some(({ sql }) => /ADD COLUMN note/.test(sql))).toBe(true);
  });

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
      /^`python create\.py` names `gone`, which this history does not have\.$/,
    ],
    [
      'stamps more than it makes',
      {
        files: create(engine, [], 'command.stamp(config, "root")'),
        base: [...BASE.slice(0, 1), { ...PLAN, upgrade: 'op.drop_column("tenant", "slug")' }],
      },
      /^The base state cannot be built: the upgrade of `plan` fails: .*see that `python create\.py` holds what belongs to the revision that it names\.$/,
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

/** As mysqldump and pg_dump write them. */
const MYSQL_DUMP = `-- MySQL dump 10.13
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;
CREATE DATABASE /*!32312 IF NOT EXISTS*/ \`production\` /*!40100 DEFAULT CHARACTER SET utf8mb4 */;
USE \`production\`;
DROP TABLE IF EXISTS \`alembic_version\`;
CREATE TABLE \`alembic_version\` (\`version_num\` varchar(32) NOT NULL, PRIMARY KEY (\`version_num\`));
LOCK TABLES \`alembic_version\` WRITE;
INSERT INTO \`alembic_version\` VALUES ('root');
UNLOCK TABLES;
CREATE TABLE \`tenant\` (\`id\` int NOT NULL AUTO_INCREMENT, \`slug\` varchar(20) DEFAULT NULL COMMENT 'a;b', PRIMARY KEY (\`id\`));
INSERT INTO \`tenant\` VALUES (1,'it''s; \\'so\\'');
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=\`root\`@\`localhost\`*/ /*!50003 TRIGGER \`tenant_slug\` BEFORE INSERT ON \`tenant\` FOR EACH ROW BEGIN SET NEW.slug = LOWER(NEW.slug); END */;;
DELIMITER ;
`;
const POSTGRESQL_DUMP = `--
-- PostgreSQL database dump
--
\\restrict a1b2
SET statement_timeout = 0;
SET transaction_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE FUNCTION public.lower_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.slug := lower(NEW.slug); RETURN NEW; END;
$$;
ALTER FUNCTION public.lower_slug() OWNER TO app;
CREATE TABLE public.alembic_version (version_num character varying(32) NOT NULL);
ALTER TABLE public.alembic_version OWNER TO app;
CREATE TABLE public.tenant (id integer NOT NULL, slug character varying(20));
COPY public.alembic_version (version_num) FROM stdin;
root
\\.

COPY public.tenant (id, slug) FROM stdin;
1\tit's; so
2\t\\N
\\.

ALTER TABLE ONLY public.tenant ADD CONSTRAINT tenant_pkey PRIMARY KEY (id);
CREATE TRIGGER tenant_slug BEFORE INSERT ON public.tenant FOR EACH ROW EXECUTE FUNCTION public.lower_slug();
GRANT ALL ON TABLE public.tenant TO app;
\\unrestrict a1b2
`;

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('A base that a dump makes, on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const dump = engine === 'postgresql' ? POSTGRESQL_DUMP : MYSQL_DUMP;
  const run = (text: string, options: Partial<ProveOptions> = {}) =>
    prove(server, {
      base: BASE,
      added: [NEW],
      ...speaking(engine),
      declared: { baseState: { dump: 'db/schema.sql' } },
      dump: text,
      ...options,
    });

  test('is proved from the revision that its version row names, with its rows', async () => {
    const asks = `assert op.get_bind().execute(sa.text("SELECT slug FROM tenant WHERE id = 1")).scalar().startswith("it's; ")`;
    const result = await run(dump, { added: [{ ...NEW, upgrade: `${asks}\n${NEW.upgrade ?? ''}` }] });
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
  });

  test('catches its fault there', async () => {
    const result = await run(dump, { added: [{ ...NEW, downgrade: 'pass' }] });
    expect(findings(result)).toMatchObject([{ rule: 'no-round-trip-difference', revision: 'new' }]);
  });

  test('is not evaluated where it names no revision, or the server refuses a line', async () => {
    const unstamped = dump.replace(/INSERT INTO `alembic_version`.*\n/, '').replace(/\nroot\n/, '\n');
    expect(await run(unstamped)).toMatchObject({
      kind: 'not-evaluated',
      reason: expect.stringMatching(
        /^The dump `db\/schema\.sql` leaves no version in `alembic_version`: dump that table's rows too/,
      ),
    });
    expect(await run(`${dump}\nCREATE TABLE tenant (id int);\n`)).toMatchObject(
      engine === 'postgresql'
        ? {
            reason: expect.stringMatching(
              /^The dump `db\/schema\.sql` cannot be loaded: line \d+: no schema has been selected/,
            ),
          }
        : {
            reason: expect.stringMatching(
              /^The dump `db\/schema\.sql` cannot be loaded: line 17: Table 'tenant' already exists/,
            ),
          },
    );
  });
});
