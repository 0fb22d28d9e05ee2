/** The proof with rows, on all engines: it catches its fault and is silent on the correct twin. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { BASE, onTop, speaking } from './case.ts';
import type { ProjectRevision } from './project.ts';
import { findings, prove, sectionOf, type ProveOptions } from './prove.ts';

const UNIQUE = 'op.create_index("ix_code", "case", ["code"], unique=True)';
const NO_INDEX = 'op.drop_index("ix_code", "case")';
const NO_FLAG = 'op.drop_column("case", "flag")';
const STRING = (to: number, from: number) =>
  `op.alter_column("case", "code", type_=sa.String(${to}), existing_type=sa.String(${from}))`;

type Expected = readonly (readonly [string, number | null, RegExp])[];

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('Rows on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const run = (revision: ProjectRevision, options: Partial<ProveOptions> = {}) =>
    prove(server, {
      base: [BASE],
      added: [revision],
      ...speaking(engine),
      ...options,
      proofs: { order: false, 'round-trip': false, ...options.proofs, rows: true },
    });

  test.each<[string, string, string, Expected]>([
    [
      'duplicates under a new unique index',
      UNIQUE,
      NO_INDEX,
      [['no-failing-migration', 9, /^On a real server, with rows in `case` the upgrade of `new` fails: /]],
    ],
    [
      'the twin that joins duplicates first',
      `op.execute("UPDATE \\"case\\" SET code = NULL".replace('"', op.get_bind().dialect.identifier_preparer.initial_quote))\n${UNIQUE}`,
      NO_INDEX,
      [],
    ],
    [
      'NOT NULL over NULLs',
      'op.alter_column("case", "due", nullable=False, existing_type=sa.Date)',
      'op.alter_column("case", "due", nullable=True, existing_type=sa.Date)',
      [['no-failing-migration', 9, /with rows in `case`/]],
    ],
    [
      'a type that is narrower than the rows',
      STRING(10, 20),
      STRING(20, 10),
      [['no-failing-migration', 9, /with rows in `case`/]],
    ],
    ['the twin that is wider', STRING(30, 20), STRING(20, 30), []],
    [
      'a downgrade that empties an untouched column',
      'op.add_column("case", sa.Column("flag", sa.Integer))',
      `${NO_FLAG}\ncase = sa.table("case", sa.column("note"))\nop.execute(case.update().values(note=None))`,
      [
        [
          'no-round-trip-difference',
          14,
          /column `case`\.`note` had \d+ rows, and after the downgrade of `new` \d+ of them differ/,
        ],
      ],
    ],
    [
      'a downgrade that deletes rows',
      'op.add_column("case_tenant", sa.Column("flag", sa.Integer))',
      'op.drop_column("case_tenant", "flag")\nop.execute("DELETE FROM case_tenant")',
      [['no-round-trip-difference', 13, /table `case_tenant` had \d+ rows/]],
    ],
    [
      'the twin that deletes on its way up, with what hangs on it',
      'op.drop_constraint(next(k["name"] for k in sa.inspect(op.get_bind()).get_foreign_keys("case_tenant") if k["referred_table"] == "tenant"), "case_tenant", type_="foreignkey")\nop.create_foreign_key("fk_gone", "case_tenant", "tenant", ["tenant_id"], ["id"], ondelete="CASCADE")\nop.execute("DELETE FROM tenant WHERE id NOT IN (SELECT tenant_id FROM (SELECT tenant_id FROM " + op.get_bind().dialect.identifier_preparer.quote("case") + ") AS used)")',
      'pass',
      [],
    ],
    ['the twin that restores', 'op.add_column("case", sa.Column("flag", sa.Integer))', NO_FLAG, []],
    [
      'a column that is dropped and comes back empty, which is for other rules',
      'op.drop_column("case", "due")',
      'op.add_column("case", sa.Column("due", sa.Date))',
      [],
    ],
  ])(
    '%s',
    async (_, upgrade, downgrade, expected) => {
      const result = await run(onTop(upgrade, downgrade));
      const found = findings(result).map(({ rule, line, message }) => ({ rule, line, message }));
      expect(found).toEqual(
        expected.map(([rule, line, message]) => ({ rule, line, message: expect.stringMatching(message) })),
      );
      expect(sectionOf(result, 'rows')).toMatchObject({ outcome: expected.length > 0 ? 'fail' : 'pass' });
      expect(sectionOf(result, 'rows').reason ?? '').not.toContain('no row could be made');
      expect(JSON.stringify(result)).not.toMatch(/\u{1F9E9}|zzz/u);
    },
    90_000,
  );

  test.each([
    ['RuntimeError', 'raise RuntimeError("cannot join %r" % notes)'],
    ['KeyError', 'raise KeyError(8765309 + len(notes))'],
  ])(
    'are not quoted where the project itself raises a %s over them',
    async (name, raising) => {
      const read =
        'case = sa.table("case", sa.column("note"))\nnotes = [one for (one,) in op.get_bind().execute(sa.select(case.c.note)) if one]';
      const result = await run(onTop(`${read}\nif notes: ${raising}`, 'pass'));
      expect(findings(result)).toMatchObject([
        {
          line: 11,
          message: `On a real server, with rows in \`case\` the upgrade of \`new\` fails: ${name}, which the project's own code raises; its words may hold values of rows and are left out`,
        },
      ]);
      expect(JSON.stringify(result)).not.toMatch(/\u{1F9E9}|zzz|87653/u);
    },
    90_000,
  );

  test('are not evaluated where a table that a revision is about takes none', async () => {
    const narrow = {
      ...BASE,
      upgrade: `${BASE.upgrade ?? ''}\nop.create_table("shut", sa.Column("level", sa.Integer, nullable=False), sa.CheckConstraint("level > 5 AND level < 3", name="ck_shut"))`,
    };
    const about = (table: string) =>
      run(
        onTop(
          `op.add_column("${table}", sa.Column("flag", sa.Integer))`,
          `op.drop_column("${table}", "flag")`,
        ),
        { base: [narrow] },
      );
    expect(sectionOf(await about('shut'), 'rows')).toMatchObject({
      outcome: 'not-evaluated',
      reason: expect.stringMatching(/^no row could be made for `shut` \(.*ck_shut/),
    });
    expect(sectionOf(await about('tenant'), 'rows')).toMatchObject({
      outcome: 'pass',
      reason: expect.stringMatching(/^no row could be made for `shut`/),
    });
  }, 90_000);

  test('are not evaluated where the revision fails without any as well, which is said once', async () => {
    const result = await run(onTop('op.drop_column("case", "nowhere")', 'pass'), {
      proofs: { 'round-trip': true },
    });
    expect(sectionOf(result, 'rows')).toMatchObject({
      outcome: 'not-evaluated',
      reason: 'the upgrade of `new` fails without rows as well',
    });
    expect(findings(result)).toHaveLength(1);
  }, 90_000);

  test('do not apply where nothing is new', async () => {
    const result = await run(BASE, { base: [BASE], added: [] });
    expect(sectionOf(result, 'rows')).toMatchObject({ outcome: 'not-applicable' });
  }, 90_000);
});
