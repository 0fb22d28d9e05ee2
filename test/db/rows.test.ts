/** What is said of rows: never what is in them, and nothing where none could be made. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { BASE, onTop, speaking } from './case.ts';
import type { ProjectRevision } from './project.ts';
import { findings, prove, sectionOf, type ProveOptions } from './prove.ts';

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
