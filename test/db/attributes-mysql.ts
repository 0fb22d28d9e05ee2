/** What MySQL and MariaDB can say of a schema. */
import { of, T, type Attribute } from './attributes.ts';

export function mysqlAttributes(engine: 'mysql' | 'mariadb'): readonly Attribute[] {
  const mysql = engine === 'mysql';
  const two = 'a INT NOT NULL, b VARCHAR(20) NOT NULL';
  const indexed = (index: string) => [T(two), `ALTER TABLE t ADD ${index}`];
  const again = (index: string) => ['ALTER TABLE t DROP INDEX i', `ALTER TABLE t ADD ${index}`];
  const parent = [
    'CREATE TABLE p (id INT PRIMARY KEY)',
    T('p_id INT, KEY k (p_id), CONSTRAINT f FOREIGN KEY (p_id) REFERENCES p (id)'),
  ];
  const key = (rest: string) => [
    'ALTER TABLE t DROP FOREIGN KEY f',
    `ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (p_id) REFERENCES p (id)${rest}`,
  ];
  return [
    of('type', T('a INT'), 'ALTER TABLE t MODIFY a BIGINT', 'column `t`.`a`: type'),
    of('nullability', T('a INT'), 'ALTER TABLE t MODIFY a INT NOT NULL', 'column `t`.`a`: nullable'),
    of('default', T('a INT DEFAULT 1'), 'ALTER TABLE t MODIFY a INT DEFAULT 2', 'column `t`.`a`: default'),
    of(
      'expression as default',
      T('a VARCHAR(36) DEFAULT (UUID())'),
      "ALTER TABLE t MODIFY a VARCHAR(36) DEFAULT 'uuid()'",
      'column `t`.`a`: default',
    ),
    of(
      'comment of a column',
      T("a INT COMMENT 'x'"),
      'ALTER TABLE t MODIFY a INT',
      'column `t`.`a`: comment',
    ),
    of(
      'collation of a column',
      T('a VARCHAR(9) COLLATE utf8mb4_bin'),
      'ALTER TABLE t MODIFY a VARCHAR(9) COLLATE utf8mb4_general_ci',
      'column `t`.`a`: collation',
    ),
    of(
      'charset of a column',
      T('a VARCHAR(9) CHARACTER SET latin1 COLLATE latin1_bin'),
      'ALTER TABLE t MODIFY a VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin',
      'column `t`.`a`: charset',
      'column `t`.`a`: collation',
    ),
    of(
      'generated expression',
      T('a INT, b INT AS (a + 1)'),
      'ALTER TABLE t MODIFY b INT AS (a + 2)',
      'column `t`.`b`: generated as',
    ),
    of(
      'kind of generated column',
      T('a INT, b INT AS (a + 1) VIRTUAL'),
      ['ALTER TABLE t DROP b', 'ALTER TABLE t ADD b INT AS (a + 1) STORED'],
      'column `t`.`b`: generated as',
    ),
    of(
      'auto-increment',
      T('a INT NOT NULL AUTO_INCREMENT PRIMARY KEY'),
      'ALTER TABLE t MODIFY a INT NOT NULL',
      'column `t`.`a`: auto-increment',
    ),
    of(
      'clock of a column',
      T('a DATETIME NULL ON UPDATE CURRENT_TIMESTAMP'),
      'ALTER TABLE t MODIFY a DATETIME NULL',
      'column `t`.`a`: on update',
    ),
    of(
      'visibility of a column',
      T(two),
      `ALTER TABLE t MODIFY b VARCHAR(20) NOT NULL${mysql ? '' : " DEFAULT ''"} INVISIBLE`,
      ...(mysql ? [] : ['column `t`.`b`: default']),
      'column `t`.`b`: invisible',
    ),
    of(
      'values of an enum',
      T("a ENUM('x', 'y')"),
      "ALTER TABLE t MODIFY a ENUM('x')",
      'column `t`.`a`: type',
    ),
    of(
      'place of a column',
      T(two),
      'ALTER TABLE t MODIFY a INT NOT NULL AFTER b',
      'column `t`.`b`: position',
    ),
    of('order of an index', indexed('INDEX i (a, b)'), again('INDEX i (b, a)'), 'index `t`.`i`: columns'),
    of('direction in an index', indexed('INDEX i (a)'), again('INDEX i (a DESC)'), 'index `t`.`i`: columns'),
    of('prefix in an index', indexed('INDEX i (b)'), again('INDEX i (b(4))'), 'index `t`.`i`: columns'),
    of('uniqueness', indexed('INDEX i (a)'), again('UNIQUE INDEX i (a)'), 'index `t`.`i`: unique'),
    of('kind of index', indexed('INDEX i (b)'), again('FULLTEXT INDEX i (b)'), 'index `t`.`i`: type'),
    of(
      'visibility of an index',
      indexed('INDEX i (a)'),
      `ALTER TABLE t ALTER INDEX i ${mysql ? 'INVISIBLE' : 'IGNORED'}`,
      'index `t`.`i`: visible',
    ),
    of(
      'comment of an index',
      indexed("INDEX i (a) COMMENT 'x'"),
      again('INDEX i (a)'),
      'index `t`.`i`: comment',
    ),
    ...(mysql
      ? [
          of(
            'expression in an index',
            indexed('INDEX i ((a + 1))'),
            again('INDEX i ((a + 2))'),
            'index `t`.`i`: columns',
          ),
        ]
      : []),
    of(
      'primary key',
      T(`${two}, PRIMARY KEY (a)`),
      'ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (a, b)',
      'the primary key of `t`: columns',
    ),
    of('action of a foreign key', parent, key(' ON DELETE CASCADE'), 'foreign key `t`.`f`: on delete'),
    of('other action of a foreign key', parent, key(' ON UPDATE CASCADE'), 'foreign key `t`.`f`: on update'),
    of(
      'check',
      T('a INT, CONSTRAINT c CHECK (a > 0)'),
      ['ALTER TABLE t DROP CONSTRAINT c', 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 1)'],
      'check constraint `t`.`c`: clause',
    ),
    ...(mysql
      ? [
          of(
            'enforcement of a check',
            T('a INT, CONSTRAINT c CHECK (a > 0)'),
            'ALTER TABLE t ALTER CHECK c NOT ENFORCED',
            'check constraint `t`.`c`: enforced',
          ),
        ]
      : []),
    of(
      'bounds of a partition',
      T('a INT', ' PARTITION BY RANGE (a) (PARTITION x VALUES LESS THAN (9))'),
      'ALTER TABLE t PARTITION BY RANGE (a) (PARTITION x VALUES LESS THAN (8))',
      'partition `t`.`x`: values',
    ),
    of(
      'view',
      [T(two), 'CREATE VIEW v AS SELECT a FROM t'],
      'CREATE OR REPLACE VIEW v AS SELECT b FROM t',
      'view `v`: definition',
    ),
    of(
      'security of a view',
      [T(two), 'CREATE VIEW v AS SELECT a FROM t'],
      'CREATE OR REPLACE SQL SECURITY INVOKER VIEW v AS SELECT a FROM t',
      'view `v`: security',
    ),
    of(
      'trigger',
      [T('a INT'), 'CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1'],
      ['DROP TRIGGER g', 'CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 2'],
      'trigger `t`.`g`: when',
      'trigger `t`.`g`: statement',
    ),
    of(
      'routine',
      'CREATE FUNCTION r() RETURNS INT DETERMINISTIC RETURN 1',
      ['DROP FUNCTION r', 'CREATE FUNCTION r() RETURNS INT DETERMINISTIC RETURN 2'],
      'routine `r`: definition',
    ),
    of(
      'event',
      'CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DO 1',
      'ALTER EVENT e DISABLE',
      'event `e`: status',
    ),
    of('engine', T('a INT'), 'ALTER TABLE t ENGINE = MyISAM', 'table `t`: engine', 'table `t`: row format'),
    of(
      'row format',
      T('a INT'),
      'ALTER TABLE t ROW_FORMAT = COMPACT',
      'table `t`: row format',
      'table `t`: options',
    ),
    of('comment of a table', T('a INT', " COMMENT 'x'"), "ALTER TABLE t COMMENT ''", 'table `t`: comment'),
    of(
      'collation of a table',
      T('a INT', ' COLLATE utf8mb4_bin'),
      'ALTER TABLE t COLLATE utf8mb4_general_ci',
      'table `t`: collation',
    ),
  ];
}
