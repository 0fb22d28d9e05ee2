import { describe, expect, test } from '@jest/globals';
import type { Engine } from '../../src/config/config.ts';
import type { Effect } from '../../src/lint/change.ts';
import { readSql } from '../../src/lint/sql/read.ts';
import { COMPUTED_PART } from '../../src/revision/operation.ts';

const read = (sql: string, engine: Engine = 'mysql'): readonly Effect[] => readSql(sql, engine);

/** The kind of effect, and what it is about. */
const brief = (sql: string, engine: Engine = 'mysql'): string =>
  read(sql, engine)
    .map((effect) =>
      [
        effect.kind,
        ...Object.values(effect)
          .slice(1)
          .filter((one) => typeof one === 'string'),
      ].join(' '),
    )
    .join('; ');

describe('statements', () => {
  test.each<readonly [string, string]>([
    ['drop table if exists `a b`.`c`, d', 'drop-table a b.c; drop-table d'],
    [
      'ALTER TABLE t DROP c, DROP INDEX i, DROP PRIMARY KEY, DROP FOREIGN KEY f',
      'drop-column t c; drop-index t i; drop-constraint t PRIMARY primary-key; drop-constraint t f foreign-key',
    ],
    ["ALTER TABLE t ADD (a INT, b VARCHAR(9) NOT NULL DEFAULT 'x')", 'add-column t; add-column t'],
    ['ALTER TABLE t CHANGE a b INT', 'alter-column t a; rename-column t a b'],
    ['ALTER TABLE t RENAME TO u', 'rename-table t u'],
    [
      'ALTER TABLE t RENAME COLUMN a TO b, ENGINE=InnoDB',
      'rename-column t a b; table-option t engine ENGINE = InnoDB',
    ],
    ['RENAME TABLE a TO b, c TO d', 'rename-table a b; rename-table c d'],
    ['CREATE UNIQUE INDEX i ON t (a, b(10))', 'create-index t i'],
    ['CREATE INDEX ON t (lower(a))', 'create-index t'],
    ['TRUNCATE TABLE s.t', 'truncate s.t'],
    ['DROP DATABASE x', 'drop-schema x'],
    ['CREATE OR REPLACE VIEW v AS SELECT 1', 'other CREATE VIEW'],
    ['SELECT 1; SET a = 1; UPDATE t SET a = 1', 'write update t'],
    ["INSERT INTO t VALUES ('; DROP TABLE u')", 'write insert t'],
    ['-- DROP TABLE t\n/* DROP TABLE u */ SELECT 1 # DROP TABLE v', ''],
    ['/*!40101 DROP TABLE t */', 'drop-table t'],
    ['(SELECT 1)', ''],
  ])('%s', (sql, effects) => {
    expect(brief(sql)).toBe(effects);
  });
  test.each<readonly [string, string]>([
    [
      'ALTER TABLE ONLY t ALTER c SET NOT NULL, ALTER COLUMN d TYPE bigint USING d::bigint',
      'alter-column t c; alter-column t d',
    ],
    ["ALTER TYPE s.role ADD VALUE IF NOT EXISTS 'x' AFTER 'y'", 'add-enum-value s.role x'],
    ['DROP INDEX CONCURRENTLY IF EXISTS i', 'drop-index i'],
    [
      'CREATE FUNCTION f() RETURNS void AS $$ BEGIN DROP TABLE t; END $$ LANGUAGE plpgsql',
      'other CREATE FUNCTION',
    ],
    [
      'WITH gone AS (DELETE FROM a WHERE b RETURNING *) INSERT INTO c SELECT * FROM gone',
      'write delete a; write insert c',
    ],
    ["UPDATE t SET a = b #> '{x}' WHERE c", 'write update t'],
  ])('%s', (sql, effects) => {
    expect(brief(sql, 'postgresql')).toBe(effects);
  });
});

describe('stored bodies', () => {
  test.each<readonly [string, string]>([
    [
      'CREATE TRIGGER a BEFORE DELETE ON t FOR EACH ROW BEGIN IF OLD.a THEN DELETE FROM u; END IF; END; DROP TABLE t',
      'other CREATE TRIGGER; drop-table t',
    ],
    [
      'CREATE DEFINER=`a`@`b` PROCEDURE p() BEGIN CASE a WHEN 1 THEN DROP TABLE t; END CASE; SELECT CASE WHEN 1 THEN 2 END; END',
      'other CREATE PROCEDURE',
    ],
    ['CREATE FUNCTION f() RETURNS INT RETURN 1; DROP TABLE t', 'other CREATE FUNCTION; drop-table t'],
  ])('%s', (sql, effects) => {
    expect(brief(sql)).toBe(effects);
  });
  test('that do not end are not read, since what follows would be taken for a part of them', () => {
    expect(
      brief('CREATE TRIGGER a BEFORE DELETE ON t FOR EACH ROW BEGIN SET @a = 1; DROP TABLE t'),
    ).toContain('block in it does not end');
  });
});

describe('rows', () => {
  const filtered = (sql: string): unknown =>
    read(sql).map((effect) => effect.kind === 'write' && effect.filtered);
  test('chosen by a condition, a join or a limit are told from all rows', () => {
    expect(filtered('DELETE FROM t')).toEqual([false]);
    expect(filtered('DELETE FROM t LIMIT 10')).toEqual([true]);
    expect(filtered('UPDATE t SET a = 1')).toEqual([false]);
    expect(filtered('UPDATE t SET a = (SELECT 1 FROM u WHERE u.id = t.id)')).toEqual([false]);
    expect(filtered('UPDATE t JOIN u ON t.id = u.id SET t.a = 1')).toEqual([true]);
    expect(filtered('INSERT INTO t SELECT * FROM u')).toEqual([false]);
  });
  test('may be chosen by a computed part, but not where that is a value', () => {
    expect(filtered(`DELETE FROM t ${COMPUTED_PART}`)).toEqual([true]);
    expect(filtered(`UPDATE t SET a = ${COMPUTED_PART}`)).toEqual([false]);
  });
});

describe('what is not understood is said', () => {
  test.each([
    COMPUTED_PART,
    `DROP ${COMPUTED_PART} t`,
    'ALTER TABLE t FROBNICATE',
    'CALL cleanup()',
    "UPDATE t SET a = 'never ends",
    'UPDATE t SET a = (1',
    'FROBNICATE t',
  ])('%s', (sql) => {
    expect(read(sql)).toMatchObject([{ kind: 'unread' }]);
  });
  test('a computed name is no name', () => {
    expect(read(`DROP TABLE ${COMPUTED_PART}_old`)).toMatchObject([{ kind: 'drop-table', table: null }]);
  });
});

test('columns carry what rules ask of them', () => {
  const [added] = read(
    "ALTER TABLE t ADD COLUMN `n` INT(11) UNSIGNED NOT NULL DEFAULT 0 COMMENT 'NULL, or not' AFTER m",
  );
  expect(added).toMatchObject({
    kind: 'add-column',
    placed: true,
    column: {
      name: 'n',
      nullable: false,
      serverDefault: true,
      type: { name: 'int', numbers: [11], unsigned: true, charset: null },
    },
  });
});
