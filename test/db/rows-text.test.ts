/** Generated text is not what real text would be: where a revision reads it as something else, the proof asks for a seed. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { BASE, onTop, speaking } from './case.ts';
import { findings, prove, sectionOf, type ProveOptions } from './prove.ts';

/** Sets `case`.`code` to another type, as each engine writes it. */
const cast = (type: string, using: string) =>
  `kind = ${type}
if op.get_bind().dialect.name == "postgresql":
    getattr(kind, "create", lambda bind: None)(op.get_bind())
op.alter_column("case", "code", type_=kind, existing_type=sa.String(20), postgresql_using="code::${using}")`;
const CASES: readonly (readonly [string, string, string])[] = [
  ['an enum', 'sa.Enum("ready", "draft", name="codes")', 'codes'],
  ['a number', 'sa.Integer()', 'integer'],
  ['a date', 'sa.Date()', 'date'],
  ['JSON', 'sa.JSON()', 'json'],
];
const BACK =
  'op.alter_column("case", "code", type_=sa.String(20), existing_type=sa.Integer(), postgresql_using="code::text")';
const READ = `case = sa.table("case", sa.column("code"))
codes = [code for (code,) in op.get_bind().execute(sa.select(case.c.code)) if code is not None]`;
const seed = (code: string) =>
  `INSERT INTO tenant (id, slug) VALUES (1, 'one');
INSERT INTO "case" (id, tenant_id, code, amount, level) VALUES (1, 1, '${code}', 1, 4), (2, 1, NULL, 2, 5);`;

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('Generated text on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const run = (upgrade: string, downgrade = 'pass', options: Partial<ProveOptions> = {}) =>
    prove(server, {
      base: [BASE],
      added: [onTop(upgrade, downgrade)],
      ...speaking(engine),
      ...options,
      proofs: { order: false, 'round-trip': false, rows: true },
    });
  const quoted = (sql: string) => (engine === 'postgresql' ? sql : sql.replaceAll('"', '`'));

  test.each(CASES)('that is made %s is for a seed to decide', async (_, type, using) => {
    const result = await run(cast(type, using));
    expect(findings(result)).toEqual([]);
    const section = sectionOf(result, 'rows');
    expect(section).toMatchObject({
      outcome: 'not-evaluated',
      reason: expect.stringMatching(
        /^the upgrade of `new` does not take the text that was generated for `case`\.`code` \(\w+ \(\w+\): .+\), which says nothing of the text that is there; give rows as they are with `seed: FILE`$/,
      ),
    });
    expect(section.reason).not.toMatch(/\u{1F9E9}|zz|"00"|'00'/u);
  });

  test('that a seed replaces is read or refused as it stands there', async () => {
    const number = cast('sa.Integer()', 'integer');
    const good = await run(number, BACK, { seed: quoted(seed('42')) });
    expect(sectionOf(good, 'rows')).toMatchObject({ outcome: 'pass' });
    const bad = await run(number, BACK, { seed: quoted(seed('CW-42')) });
    expect(findings(bad)).toMatchObject([{ rule: 'no-failing-migration', line: 12 }]);
    expect(JSON.stringify(bad)).not.toContain('CW-42');
  });

  test.each([
    [
      'a check that says the values of an enum',
      `op.create_check_constraint("ck_code", "case", "code IN ('ready', 'draft')")`,
      /^the upgrade of `new` does not take the text that was generated for `case`\.`code` /,
    ],
    [
      'a statement that writes a number from it',
      `op.execute(sa.text("UPDATE ${engine === 'postgresql' ? '\\"case\\"' : '`case`'} SET amount = ${engine === 'postgresql' ? 'code::numeric' : 'code'} WHERE code IS NOT NULL"))`,
      /generated for `case`\.`code` /,
    ],
    [
      "Python's own reading",
      `${READ}\n[int(code) for code in codes]`,
      /\(ValueError, which the project's own/,
    ],
  ])('is for a seed to decide under %s as well', async (_, upgrade, reason) => {
    const result = await run(upgrade);
    expect(findings(result)).toEqual([]);
    expect(sectionOf(result, 'rows')).toMatchObject({
      outcome: 'not-evaluated',
      reason: expect.stringMatching(reason),
    });
  });

  test.each([
    ['NULLs under NOT NULL', 'op.alter_column("case", "code", existing_type=sa.String(20), nullable=False)'],
    [
      'text that is too long',
      'op.alter_column("case", "code", existing_type=sa.String(20), type_=sa.String(3))',
    ],
    [
      'numbers that are too great',
      'op.alter_column("case", "amount", existing_type=sa.Numeric(10, 2), type_=sa.Numeric(4, 2))',
    ],
    ['duplicates', 'op.create_unique_constraint("uq_note", "case", ["code"])'],
    [
      'a check that is no list of values',
      `op.create_check_constraint("ck_code", "case", "length(code) < 4")`,
    ],
    [
      "Python's own objection to a NULL",
      `${READ.replace(' if code is not None', '')}\n[int(code or len(None)) for code in codes[-3:]]`,
    ],
  ])('has nothing to do with %s, which real rows have too', async (_, upgrade) => {
    const result = await run(upgrade);
    expect(findings(result)).toMatchObject([{ rule: 'no-failing-migration', severity: 'error' }]);
    expect(sectionOf(result, 'rows')).toMatchObject({ outcome: 'fail' });
  });
});
