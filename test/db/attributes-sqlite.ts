/** What SQLite can say of a schema, and what it says in many ways and means the same. */
import { of, T, type Attribute } from './attributes.ts';

export function sqliteAttributes(): readonly Attribute[] {
  const again = (columns: string, options = '') => ['DROP TABLE t', T(columns, options)];
  const two = 'a INTEGER, b TEXT';
  const index = (rest: string) => [T(two), `CREATE INDEX i ON t ${rest}`];
  const reindexed = (rest: string) => ['DROP INDEX i', `CREATE INDEX i ON t ${rest}`];
  const parent = 'CREATE TABLE p (id INTEGER PRIMARY KEY, n INTEGER UNIQUE)';
  const key = (rest: string) => [parent, T(`p_id INTEGER CONSTRAINT f REFERENCES p ${rest}`)];
  const rekeyed = (rest: string) => again(`p_id INTEGER CONSTRAINT f REFERENCES p ${rest}`);
  const f = 'foreign key `t`.`f`';
  const a = 'column `t`.`a`';
  const b = 'column `t`.`b`';
  return [
    of('type', T('a INTEGER'), again('a BIGINT'), `${a}: type`),
    of('length of a type', T('a VARCHAR(20)'), again('a VARCHAR(30)'), `${a}: type`),
    of('nullability', T('a INTEGER'), again('a INTEGER NOT NULL'), `${a}: nullable`),
    of(
      'way out of NULL',
      T('a INTEGER NOT NULL'),
      again('a INTEGER NOT NULL ON CONFLICT IGNORE'),
      `${a}: on conflict`,
    ),
    of('default', T('a INTEGER DEFAULT 1'), again('a INTEGER DEFAULT 2'), `${a}: default`),
    of('default that is a text', T("b TEXT DEFAULT '1'"), again('b TEXT DEFAULT 1'), `${b}: default`),
    of('collation', T('b TEXT'), again('b TEXT COLLATE NOCASE'), `${b}: collation`),
    of(
      'generated expression',
      T('a INTEGER, b INTEGER GENERATED ALWAYS AS (a + 1) STORED'),
      again('a INTEGER, b INTEGER GENERATED ALWAYS AS (a + 2) STORED'),
      `${b}: generated as`,
    ),
    of(
      'place of a generated value',
      T('a INTEGER, b INTEGER AS (a + 1) STORED'),
      again('a INTEGER, b INTEGER AS (a + 1)'),
      `${b}: generated as`,
    ),
    of(
      'way of counting',
      T('a INTEGER PRIMARY KEY'),
      again('a INTEGER PRIMARY KEY AUTOINCREMENT'),
      `${a}: auto-increment`,
    ),
    of('place of a column', T(two), again('b TEXT, a INTEGER'), `${b}: position`),
    of(
      'primary key',
      T('a INTEGER, b TEXT, PRIMARY KEY (a)'),
      again('a INTEGER, b TEXT, PRIMARY KEY (a, b)'),
      `${a}: nullable`,
      'the primary key of `t`: columns',
    ),
    of(
      'name of the primary key',
      T('a INTEGER, CONSTRAINT one PRIMARY KEY (a)'),
      again('a INTEGER, CONSTRAINT other PRIMARY KEY (a)'),
      'the primary key of `t`: name',
    ),
    of(
      'storage',
      T('a INT NOT NULL PRIMARY KEY'),
      again('a INT NOT NULL PRIMARY KEY', ' WITHOUT ROWID'),
      'table `t`: without rowid',
    ),
    of('strictness', T(two), again(two, ' STRICT'), 'table `t`: strict'),
    of('unique constraint', T('a INTEGER UNIQUE'), again('a INTEGER'), 'unique constraint `t`.`(a)`: exists'),
    of(
      'columns of a unique constraint',
      T('a INTEGER, b TEXT, CONSTRAINT u UNIQUE (a)'),
      again('a INTEGER, b TEXT, CONSTRAINT u UNIQUE (a, b)'),
      'unique constraint `t`.`u`: columns',
    ),
    of(
      'way out of a unique constraint',
      T('a INTEGER, CONSTRAINT u UNIQUE (a)'),
      again('a INTEGER, CONSTRAINT u UNIQUE (a) ON CONFLICT REPLACE'),
      'unique constraint `t`.`u`: on conflict',
    ),
    of(
      'clause of a check',
      T('a INTEGER, CONSTRAINT c CHECK (a > 1)'),
      again('a INTEGER, CONSTRAINT c CHECK (a > 2)'),
      'check constraint `t`.`c`: clause',
    ),
    of(
      'check without a name',
      T('a INTEGER CHECK (a > 1)'),
      again('a INTEGER'),
      'check constraint `t`.`a > 1`: exists',
    ),
    of(
      'number of checks that are alike',
      T('a INTEGER CHECK (a > 1), CHECK (a > 1)'),
      again('a INTEGER CHECK (a > 1)'),
      'check constraint `t`.`a > 1 #2`: exists',
    ),
    of('target of a foreign key', key('(id)'), rekeyed('(n)'), `${f}: target`),
    of('action on delete', key('(id)'), rekeyed('(id) ON DELETE CASCADE'), `${f}: on delete`),
    of('action on update', key('(id)'), rekeyed('(id) ON UPDATE SET NULL'), `${f}: on update`),
    of('time of a foreign key', key('(id)'), rekeyed('(id) DEFERRABLE INITIALLY DEFERRED'), `${f}: deferred`),
    of('order of an index', index('(a, b)'), reindexed('(b, a)'), 'index `t`.`i`: columns'),
    of('direction in an index', index('(a)'), reindexed('(a DESC)'), 'index `t`.`i`: columns'),
    of('collation in an index', index('(b)'), reindexed('(b COLLATE NOCASE)'), 'index `t`.`i`: columns'),
    of('expression in an index', index('(lower(b))'), reindexed('(upper(b))'), 'index `t`.`i`: columns'),
    of('condition of an index', index('(a)'), reindexed('(a) WHERE a > 1'), 'index `t`.`i`: where'),
    of(
      'uniqueness of an index',
      index('(a)'),
      ['DROP INDEX i', 'CREATE UNIQUE INDEX i ON t (a)'],
      'index `t`.`i`: unique',
    ),
    of(
      'view',
      [T(two), 'CREATE VIEW v AS SELECT a FROM t'],
      ['DROP VIEW v', 'CREATE VIEW v AS SELECT b FROM t'],
      'view `v`: definition',
    ),
    of(
      'trigger',
      [T(two), 'CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; END'],
      ['DROP TRIGGER g', 'CREATE TRIGGER g AFTER UPDATE ON t BEGIN DELETE FROM t; END'],
      'trigger `t`.`g`: definition',
    ),
    of(
      'virtual table',
      'CREATE VIRTUAL TABLE v USING fts5(a)',
      ['DROP TABLE v', "CREATE VIRTUAL TABLE v USING fts5(a, tokenize = 'porter')"],
      'table `v`: definition',
    ),
    of('version of its user', [], 'PRAGMA user_version = 3', 'the database: user version'),
    of(
      'spelling alone, which is none',
      T(
        "a INTEGER NOT NULL, b VARCHAR(20) DEFAULT 'x', c INTEGER DEFAULT (1), CONSTRAINT k CHECK (a > 1 AND b IN ('x', 'y')), FOREIGN KEY (a) REFERENCES t (a)",
      ),
      again(
        `"a" integer not null, [b] varchar ( 20 ) default 'x', \`c\` integer default 1, /* why */ constraint "k" check ("a">1 and [b] in ('x','y')), foreign key("a") references "t"("a") on delete no action`,
      ),
    ),
    of(
      'copy of the table under another name, which is none',
      [T('a INTEGER PRIMARY KEY, b TEXT, CONSTRAINT u UNIQUE (b)'), 'CREATE INDEX i ON t (b)'],
      [
        'CREATE TABLE _alembic_tmp_t (a INTEGER NOT NULL, b TEXT, PRIMARY KEY (a), CONSTRAINT u UNIQUE (b))',
        'DROP TABLE t',
        'ALTER TABLE _alembic_tmp_t RENAME TO t',
        'CREATE INDEX i ON t (b)',
      ],
    ),
    of('column that was added, and one that was made', T('a INTEGER'), ['DROP TABLE t', T('a INTEGER')]),
  ];
}
