/** Upgrades after which what the base's code reads and writes fails. */
import { BASE } from '../case.ts';
import type { ProveOptions } from '../prove.ts';
import { added, fails, inapplicable, passes, url, type Engine, type Said, type Table } from './behaviour.ts';

const project = (engine: Engine, upgrade: string): ProveOptions => ({
  base: [BASE],
  added: [added('root', upgrade, 'pass')],
  url: url(engine),
});

const column = (text: string) => `op.add_column("case", sa.Column(${text}))`;
const alter = (name: string, change: string, existing: string) =>
  `op.alter_column("case", "${name}", ${change}, ${existing})`;

/** The key of `case` to `tenant` takes a second column, of which old code knows nothing; the new key is made on line 12. */
const WIDER = (ours: string) =>
  `op.add_column("tenant", sa.Column("part", sa.Integer, nullable=False, server_default="1"))
op.create_unique_constraint("uq_part", "tenant", ["id", "part"])
op.add_column("case", sa.Column("part", sa.Integer, nullable=False, server_default="${ours}"))
op.create_foreign_key("fk_part", "case", "tenant", ["tenant_id", "part"], ["id", "part"])
op.drop_constraint(next(k["name"] for k in sa.inspect(op.get_bind()).get_foreign_keys("case") if k["constrained_columns"] == ["tenant_id"]), "case", type_="foreignkey")`;

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

const breaks = (line: number, message: RegExp): Said => ['no-old-code-break', 'error', line, message];
/** What only some rows run into. */
const endangers = (line: number, message: RegExp): Said => ['no-old-code-break', 'warning', line, message];

export const OLD_CODE: Table = (engine) => {
  const on = (upgrade: string) => project(engine, upgrade);
  return [
    {
      proof: 'old-code',
      name: 'NOT NULL without a server default against old code',
      faults: [
        fails(
          'a new column',
          on(column('"flag", sa.Integer, nullable=False')),
          breaks(
            9,
            /^Code of the base .* breaks on table `case`: after the upgrade INSERT INTO .case. … fails: .*flag/,
          ),
        ),
        fails(
          'a default of Python alone',
          on(column('"flag", sa.Integer, nullable=False, default=0')),
          breaks(9, /INSERT INTO .case. … fails: .*flag/),
        ),
        fails(
          'on a parent, though what hangs on it does not break',
          on('op.add_column("tenant", sa.Column("plan", sa.Integer, nullable=False))'),
          breaks(9, /breaks on table `tenant`: .*INSERT INTO .tenant. … fails: .*plan/),
        ),
        fails(
          'a column that was there, which only NULLs run into',
          on(alter('due', 'nullable=False', 'existing_type=sa.Date')),
          endangers(9, /INSERT INTO .case. … fails with some of the rows that the base takes: .*due/),
        ),
      ],
      twins: [
        passes('that may be NULL', on(column('"flag", sa.Integer'))),
        passes('with a server default', on(column('"flag", sa.Integer, nullable=False, server_default="0"'))),
        passes(
          'beside rows that the revision puts in itself, under keys of ours',
          on(
            'op.bulk_insert(sa.table("tenant", sa.column("slug")), [{"slug": "00"}, {"slug": "01"}])\nop.add_column("tenant", sa.Column("plan", sa.Integer))',
          ),
        ),
      ],
    },
    {
      proof: 'old-code',
      name: 'what old code reads goes',
      faults: [
        fails(
          'a dropped column',
          on('op.drop_column("case", "due")'),
          breaks(9, /SELECT .due. FROM .case. … fails: .*due/),
        ),
        fails(
          'a dropped table',
          on('op.drop_table("case_tenant")'),
          breaks(9, /breaks on table `case_tenant`: .*SELECT \* FROM .case_tenant. … fails: /),
        ),
        fails(
          'a renamed column',
          on(
            'op.alter_column("case", "code", new_column_name="number", existing_type=sa.String(20), existing_nullable=True)',
          ),
          breaks(9, /SELECT .code. FROM .case. … fails: .*code/),
        ),
        fails(
          'a renamed table',
          on('op.rename_table("case_tenant", "case_of_tenant")'),
          breaks(9, /SELECT \* FROM .case_tenant. … fails: /),
        ),
      ],
      twins: [
        passes('a new name beside the old one', on(column('"number", sa.String(20)'))),
        passes(
          'a view under the old name',
          on(
            'op.rename_table("case_tenant", "case_of_tenant")\nop.execute("CREATE VIEW case_tenant AS SELECT case_id, tenant_id FROM case_of_tenant")',
          ),
        ),
      ],
    },
    {
      proof: 'old-code',
      name: 'a constraint that rows of old code run into',
      faults: [
        fails(
          'a unique index, which only doubles run into',
          on('op.create_index("ix_code", "case", ["code"], unique=True)'),
          endangers(9, /INSERT INTO .case. … fails with some of the rows that the base takes: .*ix_code/),
        ),
        fails(
          'a check, which only some rows run into',
          on('op.create_check_constraint("ck_amount", "case", "amount > -100")'),
          endangers(9, /INSERT INTO .case. … fails with some of the rows that the base takes: .*ck_amount/),
        ),
        fails(
          'a check that plain rows run into',
          on('op.create_check_constraint("ck_note", "case", "note = \'nobody writes this\'")'),
          breaks(9, /INSERT INTO .case. … fails: .*ck_note/),
        ),
        fails(
          'a foreign key to a new table',
          on(
            'op.create_table("grade", sa.Column("id", sa.SmallInteger, primary_key=True, autoincrement=False))\nop.create_foreign_key("fk_level", "case", "grade", ["level"], ["id"])',
          ),
          breaks(10, /INSERT INTO .case. … fails: .*fk_level/),
        ),
      ],
      twins: [
        passes('an index that is not unique', on('op.create_index("ix_code", "case", ["code"])')),
        passes(
          'a check that all rows pass',
          on('op.create_check_constraint("ck_amount", "case", "amount = amount")'),
        ),
        inapplicable(
          'a new table that refers to the old one',
          on(
            'op.create_table("extra", sa.Column("id", sa.Integer, primary_key=True), sa.Column("case_id", sa.Integer, sa.ForeignKey("case.id"), nullable=False))',
          ),
          /^no table that the base has is changed$/,
        ),
      ],
    },
    {
      proof: 'old-code',
      name: 'a foreign key that gets wider',
      faults: [
        fails(
          'by columns whose defaults do not meet',
          on(WIDER('2')),
          breaks(12, /INSERT INTO .case. … fails: .*fk_part/),
        ),
      ],
      twins: [
        passes('by columns with one default, which leaves code to write its part as before', on(WIDER('1'))),
      ],
    },
    {
      proof: 'old-code',
      name: 'a type that does not take what old code writes',
      faults: [
        fails(
          'a text that is narrowed',
          on(alter('code', 'type_=sa.String(5)', 'existing_type=sa.String(20)')),
          breaks(9, /INSERT INTO .case. … fails: /),
        ),
        fails(
          'an enum that loses a value',
          on(states(engine, "'open'")),
          breaks(engine === 'postgresql' ? 12 : 9, /(INSERT INTO|UPDATE) .case..* … fails: /),
        ),
      ],
      twins: [
        passes('a wider text', on(alter('code', 'type_=sa.String(40)', 'existing_type=sa.String(20)'))),
        passes('an enum that gains one', on(states(engine, "'open', 'shut', 'lost'"))),
      ],
    },
    {
      proof: 'old-code',
      name: 'a trigger that refuses',
      faults: [
        fails(
          'what old code writes',
          on(trigger(engine, 'TRUE')),
          breaks(engine === 'postgresql' ? 10 : 9, /INSERT INTO .case. … fails: .*not today/),
        ),
      ],
      twins: [passes('what nobody writes', on(trigger(engine, "NEW.note = 'nobody writes this'")))],
    },
  ];
};
