/** Old code and text that becomes something else: a seed's rows are tried as they stand there, generated text tells nothing. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { BASE, onTop, speaking } from './case.ts';
import { findings, prove, sectionOf, type ProveOptions } from './prove.ts';

const cast = (type: string, using: string) =>
  `kind = ${type}
if op.get_bind().dialect.name == "postgresql":
    getattr(kind, "create", lambda bind: None)(op.get_bind())
op.alter_column("case", "code", type_=kind, existing_type=sa.String(20), postgresql_using="code::${using}")`;
const ENUM = cast('sa.Enum("ready", "draft", name="codes")', 'codes');
const UNTOLD =
  'whether `case`.`code` still takes what code of the base writes there cannot be told by generated text; give rows as they are with `seed: FILE`';

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('Old code and text on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const run = (upgrade: string, options: Partial<ProveOptions> = {}) =>
    prove(server, {
      base: [BASE],
      added: [onTop(upgrade, 'pass')],
      ...speaking(engine),
      ...options,
      proofs: { order: false, 'round-trip': false, 'old-code': true },
    });
  const quote = engine === 'postgresql' ? '"' : '`';
  const seed = (code: string) =>
    `INSERT INTO tenant (id, slug) VALUES (1, 'one');
INSERT INTO ${quote}case${quote} (id, tenant_id, code, amount, level) VALUES (1, 1, '${code}', 1, 4), (2, 1, NULL, 2, 5);`;

  test.each([
    ['an enum', ENUM],
    ['a number', cast('sa.Integer()', 'integer')],
    ['JSON', cast('sa.JSON()', 'json')],
    [
      'a text with a check that lists its values',
      `op.create_check_constraint("ck_code", "case", "code IN ('ready', 'draft')")`,
    ],
  ])('that becomes %s is for a seed to decide', async (_, upgrade) => {
    const result = await run(upgrade);
    expect(findings(result)).toEqual([]);
    expect(sectionOf(result, 'old-code')).toMatchObject({ outcome: 'not-evaluated', reason: UNTOLD });
  });

  test('what else breaks is said all the same', async () => {
    const result = await run(
      `${ENUM}\nop.add_column("tenant", sa.Column("plan", sa.Integer, nullable=False))`,
    );
    expect(findings(result)).toMatchObject([
      { rule: 'no-old-code-break', line: 13, message: expect.stringMatching(/`tenant`.*plan/) },
    ]);
    expect(sectionOf(result, 'old-code').reason).toContain(UNTOLD);
  });

  test('a seed is written again as it stands there', async () => {
    const good = await run(ENUM, { seed: seed('ready') });
    expect(sectionOf(good, 'old-code')).toMatchObject({ outcome: 'pass', reason: null });
    const bad = await run(ENUM, { seed: seed('secret') });
    expect(findings(bad)).toMatchObject([
      {
        rule: 'no-old-code-break',
        severity: 'error',
        line: 12,
        message: expect.stringMatching(
          /breaks on table `case`: after the upgrade INSERT INTO .case. … fails: /,
        ),
      },
    ]);
    expect(JSON.stringify(bad)).not.toContain('secret');
  });

  test('a seed leaves other tables to generated rows, and columns that go are said of its own too', async () => {
    const wider = 'op.add_column("case_tenant", sa.Column("flag", sa.Integer, nullable=False))';
    const result = await run(`${wider}\nop.drop_column("case", "due")`, { seed: seed('any') });
    expect(findings(result)).toMatchObject([
      { message: expect.stringMatching(/SELECT .due. FROM .case./) },
      { message: expect.stringMatching(/INSERT INTO .case_tenant. … fails: .*flag/) },
    ]);
  });
});
