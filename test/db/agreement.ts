/** Statements of which the rules claim something: what they cost, and that they fail on rows that do not fit. */

export type Engine = 'mysql' | 'mariadb' | 'postgresql';

export interface Costly {
  /** On a table of its own. */
  readonly upgrade: string;
}

export interface Failing {
  readonly rule: string;
  /** On the table `t0`. */
  readonly upgrade: string;
  /** Puts rows into it that do not fit; empty where it fails without any. */
  readonly rows: string;
  /** Whether it is said only where the base's columns are known. */
  readonly known?: true;
}

const LENGTHS = [20, 63, 64, 100, 256];
const execute = (sql: string): string => `op.execute(${JSON.stringify(sql)})`;

/** `t0`, `t1`, … alike, and on the first two engines `p0`, `p1`, … with partitions, and `peer` for keys of others. */
export function SCHEMA(engine: Engine, tables: number): string {
  const texts = LENGTHS.map((length) => `sa.Column("v${length}", sa.String(${length}))`).join(', ');
  const partitioned =
    'CREATE TABLE {} (id INT NOT NULL) PARTITION BY RANGE (id) (PARTITION p1 VALUES LESS THAN (10), PARTITION p2 VALUES LESS THAN (20))';
  return `op.create_table("peer", sa.Column("id", sa.Integer, primary_key=True))
for number in range(${tables}):
    op.create_table(
        f"t{number}",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("ref", sa.Integer),
        sa.Column("role", sa.Enum("admin", "guest", name=f"role{number}")),
        sa.Column("k", sa.Integer, index=True),
        ${texts},
    )${
      engine === 'postgresql'
        ? ''
        : `
    op.execute(${JSON.stringify(partitioned)}.format(f"p{number}"))`
    }`;
}

/** Every change of which a rule speaks, and neighbours of it of which none should. */
export function costly(engine: Engine): readonly Costly[] {
  const family = engine === 'postgresql' ? POSTGRESQL : MYSQL;
  return [...lengths(), ...types(), ...COMMON, ...family].map((text, index) => ({
    upgrade: text.replaceAll('{t}', `t${index}`).replaceAll('{p}', `p${index}`),
  }));
}

function lengths(): readonly string[] {
  return LENGTHS.flatMap((from) =>
    [64, 100, 255, 256, 300]
      .filter((to) => to > from)
      .map(
        (to) =>
          `op.alter_column("{t}", "v${from}", type_=sa.String(${to}), existing_type=sa.String(${from}), existing_nullable=True)`,
      ),
  );
}

function types(): readonly string[] {
  return ['sa.BigInteger()', 'sa.Numeric(12, 2)', 'sa.Float()'].map(
    (type) =>
      `op.alter_column("{t}", "n", type_=${type}, existing_type=sa.Integer(), existing_nullable=False)`,
  );
}

/** A downgrade of which a rule says that the server refuses it. */
export interface Refused {
  readonly rule: string;
  /** A part of what it says. */
  readonly says: string;
  readonly upgrade: string;
  readonly downgrade: string;
}

const COMMON = [
  'op.add_column("{t}", sa.Column("a", sa.Integer(), nullable=True))',
  'op.add_column("{t}", sa.Column("a", sa.Integer(), server_default="0", nullable=False))',
  'op.add_column("{t}", sa.Column("a", sa.Integer(), sa.Computed("n + 1", persisted=True), nullable=True))',
  'op.drop_column("{t}", "ref")',
  'op.create_index("ix_{t}", "{t}", ["n"])',
  'op.create_index("ix_{t}", "{t}", ["n"], unique=True)',
  'op.create_unique_constraint("uq_{t}", "{t}", ["n"])',
  'op.create_check_constraint("ck_{t}", "{t}", "n > 0")',
  'op.create_foreign_key("fk_{t}", "{t}", "peer", ["ref"], ["id"])',
  'op.alter_column("{t}", "ref", existing_type=sa.Integer(), nullable=False)',
  'op.alter_column("{t}", "n", existing_type=sa.Integer(), existing_nullable=False, nullable=True)',
  'op.alter_column("{t}", "n", server_default="1", existing_type=sa.Integer(), existing_nullable=False)',
  'op.alter_column("{t}", "n", server_default=None, existing_type=sa.Integer(), existing_nullable=False)',
  'op.alter_column("{t}", "n", new_column_name="m", existing_type=sa.Integer(), existing_nullable=False)',
  'op.drop_index("ix_{t}_k", table_name="{t}")',
  'op.alter_column("{t}", "v100", type_=sa.String(64), existing_type=sa.String(100), existing_nullable=True)',
  'op.alter_column("{t}", "v256", type_=sa.String(100), existing_type=sa.String(256), existing_nullable=True)',
];

const MYSQL = [
  'op.alter_column("{t}", "v100", type_=sa.Text(), existing_type=sa.String(100), existing_nullable=True)',
  'from sqlalchemy.dialects import mysql\nop.alter_column("{t}", "n", type_=mysql.INTEGER(unsigned=True), existing_type=sa.Integer(), existing_nullable=False)',
  'from sqlalchemy.dialects import mysql\nop.alter_column("{t}", "n", type_=sa.Integer(), existing_type=mysql.INTEGER(display_width=11), existing_nullable=False)',
  'op.add_column("{t}", sa.Column("a", sa.Integer(), sa.Computed("n + 1", persisted=False), nullable=True))',
  'op.alter_column("{t}", "role", type_=sa.Enum("root", "admin", "guest"), existing_type=sa.Enum("admin", "guest"), existing_nullable=True)',
  'op.alter_column("{t}", "role", type_=sa.Enum("admin", "guest", "root"), existing_type=sa.Enum("admin", "guest"), existing_nullable=True)',
  ...[
    'ALTER TABLE {t} CONVERT TO CHARACTER SET ascii',
    'ALTER TABLE {t} CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin',
    'ALTER TABLE {t} DEFAULT CHARACTER SET latin1',
    'ALTER TABLE {t} ENGINE=InnoDB',
    'ALTER TABLE {t} ROW_FORMAT=COMPACT',
    'ALTER TABLE {t} FORCE',
    'ALTER TABLE {t} ADD FULLTEXT INDEX ft (v100)',
    'CREATE FULLTEXT INDEX ft ON {t} (v100)',
    'ALTER TABLE {t} ENGINE=MyISAM',
    'ALTER TABLE {t} DROP PRIMARY KEY',
    'ALTER TABLE {t} DROP PRIMARY KEY, ADD PRIMARY KEY (id, n)',
    'ALTER TABLE {t} ADD num BIGINT NOT NULL AUTO_INCREMENT UNIQUE',
    'ALTER TABLE {t} ADD a INT FIRST',
    'ALTER TABLE {t} MODIFY n INT NOT NULL AFTER ref',
    'ALTER TABLE {t} CHANGE n m INT NOT NULL FIRST',
    'ALTER TABLE {t} MODIFY v20 VARCHAR(20) CHARACTER SET ascii',
    'ALTER TABLE {t} PARTITION BY HASH (id) PARTITIONS 2',
    'ALTER TABLE {p} REMOVE PARTITIONING',
    'ALTER TABLE {p} ADD PARTITION (PARTITION p3 VALUES LESS THAN (30))',
    'ALTER TABLE {p} DROP PARTITION p1',
    'ALTER TABLE {p} TRUNCATE PARTITION p1',
    'ALTER TABLE {p} REORGANIZE PARTITION p1, p2 INTO (PARTITION p0 VALUES LESS THAN (20))',
  ].map(execute),
];

const POSTGRESQL = [
  'op.alter_column("{t}", "v100", type_=sa.Text(), existing_type=sa.String(100), existing_nullable=True)',
  'op.alter_column("{t}", "n", type_=sa.Text(), existing_type=sa.Integer(), existing_nullable=False)',
  'op.add_column("{t}", sa.Column("a", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False))',
  'op.add_column("{t}", sa.Column("a", sa.DateTime(), server_default=sa.func.now(), nullable=False))',
  'op.add_column("{t}", sa.Column("a", sa.Integer(), sa.Identity(), nullable=False))',
  'with op.get_context().autocommit_block():\n    op.create_index("ix_{t}", "{t}", ["n"], postgresql_concurrently=True)',
  'op.drop_constraint("{t}_pkey", "{t}", type_="primary")',
  ...[
    'ALTER TABLE {t} ADD CONSTRAINT ck_{t} CHECK (n > 0) NOT VALID',
    'ALTER TABLE {t} ADD CONSTRAINT fk_{t} FOREIGN KEY (ref) REFERENCES peer (id) NOT VALID',
    'ALTER TABLE {t} ADD CONSTRAINT ex_{t} EXCLUDE (n WITH =)',
    'ALTER TABLE {t} ALTER COLUMN ref SET NOT NULL',
    'ALTER TABLE {t} SET UNLOGGED',
    'ALTER TABLE {t} ADD COLUMN a SERIAL',
    'CREATE UNIQUE INDEX ix_{t} ON {t} (n)',
    'CREATE INDEX ON {t} (lower(v20))',
  ].map(execute),
];

const ROWS = execute("INSERT INTO t0 (id, n, v100) VALUES (1, 0, 'long enough a text'), (2, 0, 'b')");

/** What says of itself that it fails. */
export function failing(engine: Engine): readonly Failing[] {
  const unicode =
    'op.execute("ALTER TABLE t0 MODIFY v100 VARCHAR(100) CHARACTER SET utf8mb4")\n' +
    execute("INSERT INTO t0 (id, n, v100) VALUES (1, 0, '日本')");
  const mysql: readonly Failing[] = [
    {
      rule: 'no-type-narrowing',
      upgrade:
        'from sqlalchemy.dialects import mysql\nop.alter_column("t0", "v100", type_=mysql.VARCHAR(100, charset="latin1"), existing_type=mysql.VARCHAR(100, charset="utf8mb4"), existing_nullable=True)',
      rows: unicode,
    },
    {
      rule: 'no-type-narrowing',
      upgrade: execute('ALTER TABLE t0 CONVERT TO CHARACTER SET latin1'),
      rows: unicode,
      known: true,
    },
    {
      rule: 'require-string-length',
      upgrade: 'op.add_column("t0", sa.Column("a", sa.String(), nullable=True))',
      rows: '',
    },
    {
      rule: 'require-existing-attributes',
      upgrade: 'op.alter_column("t0", "n", nullable=True)',
      rows: '',
    },
  ];
  const postgresql: readonly Failing[] = [
    {
      rule: 'require-server-default',
      upgrade: 'op.add_column("t0", sa.Column("a", sa.Integer(), nullable=False))',
      rows: ROWS,
    },
    {
      rule: 'require-concurrent-index',
      upgrade: 'op.create_index("ix", "t0", ["n"], postgresql_concurrently=True)',
      rows: '',
    },
  ];
  return [
    {
      rule: 'no-set-not-null',
      upgrade: 'op.alter_column("t0", "ref", existing_type=sa.Integer(), nullable=False)',
      rows: ROWS,
    },
    {
      rule: 'no-unique-on-existing',
      upgrade: 'op.create_unique_constraint("uq", "t0", ["n"])',
      rows: ROWS,
    },
    {
      rule: 'no-unique-on-existing',
      upgrade: 'op.create_primary_key("pk", "keyless", ["n"])',
      rows: 'op.create_table("keyless", sa.Column("n", sa.Integer))\nop.execute("INSERT INTO keyless VALUES (1), (1)")',
    },
    {
      rule: 'no-check-or-foreign-key-on-existing',
      upgrade: 'op.create_check_constraint("ck", "t0", "n > 0")',
      rows: ROWS,
    },
    {
      rule: 'no-type-narrowing',
      upgrade:
        'op.alter_column("t0", "v100", type_=sa.String(3), existing_type=sa.String(100), existing_nullable=True)',
      rows: ROWS,
    },
    {
      rule: 'no-enum-value-removal',
      upgrade:
        engine === 'postgresql'
          ? 'sa.Enum("admin", name="less").create(op.get_bind())\nop.alter_column("t0", "role", type_=sa.Enum("admin", name="less"), existing_type=sa.Enum("admin", "guest", name="role0"), existing_nullable=True, postgresql_using="role::text::less")'
          : 'op.alter_column("t0", "role", type_=sa.Enum("admin"), existing_type=sa.Enum("admin", "guest"), existing_nullable=True)',
      rows: execute("INSERT INTO t0 (id, n, role) VALUES (1, 0, 'guest')"),
    },
    ...(engine === 'postgresql' ? postgresql : mysql),
  ];
}

/** On the tables `t0` and `peer`. */
export function refused(engine: Engine): readonly Refused[] {
  const mismatch = 'no-downgrade-mismatch';
  const mysql: readonly Refused[] = [
    {
      rule: mismatch,
      says: 'before the foreign key that stands on it',
      upgrade:
        'op.add_column("t0", sa.Column("x", sa.Integer(), nullable=True))\nop.create_foreign_key("fk_x", "t0", "peer", ["x"], ["id"])',
      downgrade: 'op.drop_column("t0", "x")\nop.drop_constraint("fk_x", "t0", type_="foreignkey")',
    },
    {
      rule: 'no-unnamed-constraint',
      says: 'errno 1828',
      upgrade: 'op.add_column("t0", sa.Column("x", sa.Integer(), sa.ForeignKey("peer.id"), nullable=True))',
      downgrade: 'op.drop_column("t0", "x")',
    },
    {
      rule: 'no-index-drop-before-foreign-key',
      says: 'error 1553',
      upgrade:
        'op.create_index("ix_ref", "t0", ["ref"])\nop.create_foreign_key("fk_ref", "t0", "peer", ["ref"], ["id"])',
      downgrade:
        'op.drop_index("ix_ref", table_name="t0")\nop.drop_constraint("fk_ref", "t0", type_="foreignkey")',
    },
    {
      rule: 'no-index-drop-before-foreign-key',
      says: 'Index `uq_ref` is dropped while',
      upgrade:
        'op.create_unique_constraint("uq_ref", "t0", ["ref"])\nop.create_foreign_key("fk_ref", "t0", "peer", ["ref"], ["id"])',
      downgrade:
        'op.drop_constraint("uq_ref", "t0", type_="unique")\nop.drop_constraint("fk_ref", "t0", type_="foreignkey")',
    },
    {
      rule: 'no-index-drop-before-foreign-key',
      says: 'that points at it',
      upgrade:
        'op.create_unique_constraint("uq_n", "t0", ["n"])\nop.create_table("note", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("n", sa.Integer()), sa.ForeignKeyConstraint(["n"], ["t0.n"], name="fk_n"))',
      downgrade: 'op.drop_constraint("uq_n", "t0", type_="unique")\nop.drop_table("note")',
    },
    {
      rule: 'no-index-drop-before-foreign-key',
      says: 'Index `ix_note_tag` is dropped while',
      upgrade:
        'op.create_table("note", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("tag", sa.Integer(), sa.ForeignKey("peer.id"), index=True))',
      downgrade: 'op.drop_index("ix_note_tag", table_name="note")\nop.drop_table("note")',
    },
  ];
  const postgresql: readonly Refused[] = [
    {
      rule: mismatch,
      says: 'with which it went',
      upgrade:
        'op.add_column("t0", sa.Column("x", sa.Integer(), nullable=True))\nop.create_unique_constraint("uq_x", "t0", ["x", "n"])',
      downgrade: 'op.drop_column("t0", "x")\nop.drop_constraint("uq_x", "t0", type_="unique")',
    },
  ];
  return [
    {
      rule: mismatch,
      says: 'before the foreign key of `note`',
      upgrade:
        'op.create_table("tag", sa.Column("id", sa.Integer(), primary_key=True))\nop.create_table("note", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("tag_id", sa.Integer(), sa.ForeignKey("tag.id")))',
      downgrade: 'op.drop_table("tag")\nop.drop_table("note")',
    },
    {
      rule: mismatch,
      says: 'after dropping it',
      upgrade:
        'op.create_table("tag", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Integer()))\nop.create_index("ix_tag_a", "tag", ["a"])',
      downgrade: 'op.drop_table("tag")\nop.drop_index("ix_tag_a", table_name="tag")',
    },
    {
      rule: mismatch,
      says: 'after the column it stands on',
      upgrade:
        'op.add_column("t0", sa.Column("x", sa.Integer(), nullable=True))\nop.create_index("ix_x", "t0", ["x"])',
      downgrade: 'op.drop_column("t0", "x")\nop.drop_index("ix_x", table_name="t0")',
    },
    ...(engine === 'postgresql' ? postgresql : mysql),
  ];
}
