/** Old code on the new schema, on all engines: what breaks it is caught at its line, and the twin that spares it is not. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { BASE, onTop, speaking } from './case.ts';
import type { ProjectRevision } from './project.ts';
import { findings, prove, sectionOf, type ProveOptions } from './prove.ts';

type Engine = 'mysql' | 'mariadb' | 'postgresql';

/** Severity, line of the file and message of each finding. */
type Expected = readonly (readonly ['error' | 'warning', number | null, RegExp])[];

const add = (column: string) => `op.add_column("case", ${column})`;
const alter = (column: string, change: string, existing: string) =>
  `op.alter_column("case", "${column}", ${change}, ${existing})`;
/** The values of an enum, or of a type in its place. */
function states(engine: Engine, values: string): string {
  if (engine !== 'postgresql')
    return `op.execute("ALTER TABLE \`case\` MODIFY state ENUM(${values}) NOT NULL DEFAULT 'open'")`;
  const alter = 'ALTER TABLE \\"case\\" ALTER COLUMN state';
  const sql = [
    `CREATE TYPE others AS ENUM (${values})`,
    `${alter} DROP DEFAULT`,
    `${alter} TYPE others USING state::text::others`,
    `${alter} SET DEFAULT 'open'`,
  ];
  return sql.map((text) => `op.execute("${text}")`).join('\n');
}

/** Refuses a new row under a condition. */
function trigger(engine: Engine, condition: string): string {
  if (engine !== 'postgresql')
    return `op.execute("CREATE TRIGGER guard BEFORE INSERT ON \`case\` FOR EACH ROW BEGIN IF ${condition} THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'not today'; END IF; END")`;
  return `op.execute("CREATE FUNCTION guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF ${condition} THEN RAISE EXCEPTION 'not today'; END IF; RETURN NEW; END $$")
op.execute("CREATE TRIGGER guard BEFORE INSERT ON \\"case\\" FOR EACH ROW EXECUTE FUNCTION guard()")`;
}

/** Title, `upgrade()` from line 9 on, findings. */
const CASES = (engine: Engine): readonly (readonly [string, string, Expected])[] => [
  [
    'a column that is NOT NULL without a server default',
    add('sa.Column("flag", sa.Integer, nullable=False)'),
    [
      [
        'error',
        9,
        /^Code of the base .* breaks on table `case`: after the upgrade INSERT INTO .case. … fails: .*flag/,
      ],
    ],
  ],
  ['its twin that may be NULL', add('sa.Column("flag", sa.Integer)'), []],
  [
    'its twin with a server default',
    add('sa.Column("flag", sa.Integer, nullable=False, server_default="0")'),
    [],
  ],
  [
    'a default of Python alone',
    add('sa.Column("flag", sa.Integer, nullable=False, default=0)'),
    [['error', 9, /INSERT INTO .case. … fails: .*flag/]],
  ],
  [
    'a dropped column',
    'op.drop_column("case", "due")',
    [['error', 9, /SELECT .due. FROM .case. … fails: .*due/]],
  ],
  [
    'a dropped table',
    'op.drop_table("case_tenant")',
    [['error', 9, /breaks on table `case_tenant`: .*SELECT \* FROM .case_tenant. … fails: /]],
  ],
  [
    'a renamed column',
    'op.alter_column("case", "code", new_column_name="number", existing_type=sa.String(20), existing_nullable=True)',
    [['error', 9, /SELECT .code. FROM .case. … fails: .*code/]],
  ],
  ['its twin that adds the new name beside the old one', add('sa.Column("number", sa.String(20))'), []],
  [
    'a renamed table',
    'op.rename_table("case_tenant", "case_of_tenant")',
    [['error', 9, /SELECT \* FROM .case_tenant. … fails: /]],
  ],
  [
    'its twin that leaves a view under the old name',
    'op.rename_table("case_tenant", "case_of_tenant")\nop.execute("CREATE VIEW case_tenant AS SELECT case_id, tenant_id FROM case_of_tenant")',
    [],
  ],
  [
    'a new unique index, which only doubles run into',
    'op.create_index("ix_code", "case", ["code"], unique=True)',
    [['warning', 9, /INSERT INTO .case. … fails with some of the rows that the base takes: .*ix_code/]],
  ],
  ['its twin that is not unique', 'op.create_index("ix_code", "case", ["code"])', []],
  [
    'a new check, which only some rows run into',
    'op.create_check_constraint("ck_amount", "case", "amount > -100")',
    [['warning', 9, /INSERT INTO .case. … fails with some of the rows that the base takes: .*ck_amount/]],
  ],
  ['its twin that all rows pass', 'op.create_check_constraint("ck_amount", "case", "amount = amount")', []],
  [
    'a check that plain rows run into',
    'op.create_check_constraint("ck_note", "case", "note = \'nobody writes this\'")',
    [['error', 9, /INSERT INTO .case. … fails: .*ck_note/]],
  ],
  [
    'a column that becomes NOT NULL, which only NULLs run into',
    alter('due', 'nullable=False', 'existing_type=sa.Date'),
    [['warning', 9, /INSERT INTO .case. … fails with some of the rows that the base takes: .*due/]],
  ],
  [
    'a column that is narrowed',
    alter('code', 'type_=sa.String(5)', 'existing_type=sa.String(20)'),
    [['error', 9, /INSERT INTO .case. … fails: /]],
  ],
  ['its twin that is wider', alter('code', 'type_=sa.String(40)', 'existing_type=sa.String(20)'), []],
  [
    'an enum that loses a value',
    states(engine, "'open'"),
    [['error', engine === 'postgresql' ? 12 : 9, /(INSERT INTO|UPDATE) .case..* … fails: /]],
  ],
  ['its twin that gains one', states(engine, "'open', 'shut', 'lost'"), []],
  [
    'a trigger that refuses',
    trigger(engine, 'TRUE'),
    [['error', null, /INSERT INTO .case. … fails: .*not today/]],
  ],
  ['its twin that refuses what no code writes', trigger(engine, "NEW.note = 'nobody writes this'"), []],
  [
    'a foreign key to a new table',
    'op.create_table("grade", sa.Column("id", sa.SmallInteger, primary_key=True, autoincrement=False))\nop.create_foreign_key("fk_level", "case", "grade", ["level"], ["id"])',
    [['error', 10, /INSERT INTO .case. … fails: .*fk_level/]],
  ],
  [
    'its twin, a new table that refers to the old one',
    'op.create_table("extra", sa.Column("id", sa.Integer, primary_key=True), sa.Column("case_id", sa.Integer, sa.ForeignKey("case.id"), nullable=False))',
    [],
  ],
  [
    'a parent that breaks, though what hangs on it does not',
    'op.add_column("tenant", sa.Column("plan", sa.Integer, nullable=False))',
    [['error', 9, /breaks on table `tenant`: .*INSERT INTO .tenant. … fails: .*plan/]],
  ],
  [
    'rows that the revision puts in itself, under keys of ours',
    'op.bulk_insert(sa.table("tenant", sa.column("slug")), [{"slug": "00"}, {"slug": "01"}])\nop.add_column("tenant", sa.Column("plan", sa.Integer))',
    [],
  ],
];

describe.each<Engine>(['mysql', 'mariadb', 'postgresql'])('Old code on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const run = (revision: ProjectRevision, options: Partial<ProveOptions> = {}) =>
    prove(server, {
      base: [BASE],
      added: [revision],
      ...speaking(engine),
      ...options,
      proofs: { order: false, 'round-trip': false, ...options.proofs, 'old-code': true },
    });

  test.each(CASES(engine))('%s', async (_, upgrade, expected) => {
    const result = await run(onTop(upgrade, 'pass'));
    const found = findings(result).map(({ rule, severity, line, message }) => [
      rule,
      severity,
      line,
      message,
    ]);
    expect(found).toEqual(
      expected.map(([severity, line, message]) => [
        'no-old-code-break',
        severity,
        line ?? expect.any(Number),
        expect.stringMatching(message),
      ]),
    );
    expect(sectionOf(result, 'old-code').outcome).toBe(expected.length > 0 ? 'fail' : 'pass');
    expect(JSON.stringify(result)).not.toMatch(/\u{1F9E9}|zzz/u);
  });
});
