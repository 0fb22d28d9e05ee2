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
];

const MYSQL = [
  'op.add_column("{t}", sa.Column("a", sa.Integer(), sa.Computed("n + 1", persisted=False), nullable=True))',
  'op.alter_column("{t}", "role", type_=sa.Enum("root", "admin", "guest"), existing_type=sa.Enum("admin", "guest"), existing_nullable=True)',
  'op.alter_column("{t}", "role", type_=sa.Enum("admin", "guest", "root"), existing_type=sa.Enum("admin", "guest"), existing_nullable=True)',
  ...[
    'ALTER TABLE {t} CONVERT TO CHARACTER SET ascii',
    'ALTER TABLE {t} DEFAULT CHARACTER SET latin1',
    'ALTER TABLE {t} ENGINE=InnoDB',
    'ALTER TABLE {t} ENGINE=MyISAM',
    'ALTER TABLE {t} DROP PRIMARY KEY',
    'ALTER TABLE {t} DROP PRIMARY KEY, ADD PRIMARY KEY (id, n)',
    'ALTER TABLE {t} ADD num BIGINT NOT NULL AUTO_INCREMENT UNIQUE',
    'ALTER TABLE {t} ADD a INT FIRST',
    'ALTER TABLE {t} MODIFY n INT NOT NULL AFTER ref',
    'ALTER TABLE {t} PARTITION BY HASH (id) PARTITIONS 2',
    'ALTER TABLE {p} REMOVE PARTITIONING',
    'ALTER TABLE {p} ADD PARTITION (PARTITION p3 VALUES LESS THAN (30))',
    'ALTER TABLE {p} DROP PARTITION p1',
    'ALTER TABLE {p} TRUNCATE PARTITION p1',
    'ALTER TABLE {p} REORGANIZE PARTITION p1, p2 INTO (PARTITION p0 VALUES LESS THAN (20))',
  ].map(execute),
];

const POSTGRESQL = [
  'with op.get_context().autocommit_block():\n    op.create_index("ix_{t}", "{t}", ["n"], postgresql_concurrently=True)',
  'op.drop_constraint("{t}_pkey", "{t}", type_="primary")',
  ...[
    'ALTER TABLE {t} ADD CONSTRAINT ck_{t} CHECK (n > 0) NOT VALID',
    'ALTER TABLE {t} ADD CONSTRAINT fk_{t} FOREIGN KEY (ref) REFERENCES peer (id) NOT VALID',
    'ALTER TABLE {t} ADD CONSTRAINT ex_{t} EXCLUDE (n WITH =)',
    'ALTER TABLE {t} SET UNLOGGED',
    'CREATE UNIQUE INDEX ix_{t} ON {t} (n)',
    'CREATE INDEX ON {t} (lower(v20))',
  ].map(execute),
];

const ROWS = execute("INSERT INTO t0 (id, n, v100) VALUES (1, 0, 'long enough a text'), (2, 0, 'b')");

/** What says of itself that it fails. */
export function failing(engine: Engine): readonly Failing[] {
  const mysql: readonly Failing[] = [
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
