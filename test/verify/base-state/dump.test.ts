import { describe, expect, test } from '@jest/globals';
import { mysqlDump } from '../../../src/verify/base-state/dump-mysql.ts';
import { postgresqlDump } from '../../../src/verify/base-state/dump-postgresql.ts';
import { sqliteDump } from '../../../src/verify/base-state/dump-sqlite.ts';
import { readDump, type DumpReader } from '../../../src/verify/base-state/dump.ts';

function read(text: string | Uint8Array, reader: DumpReader): readonly unknown[] | string {
  const dump = readDump(typeof text === 'string' ? Buffer.from(text) : text, reader);
  if (dump.kind === 'refused') return dump.reason;
  return dump.parts.map((part) => (part.kind === 'copy' ? [part.sql, part.rows] : part.sql));
}

describe('A dump of MySQL or MariaDB', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'ends statements outside of quotes and comments',
      '-- a; b\nINSERT INTO t VALUES (\'a;\\\';b\', "c;""", `d;`) /* ; */;\n# e;\nSELECT 1;',
      ['INSERT INTO t VALUES (\'a;\\\';b\', "c;""", `d;`) /* ; */', 'SELECT 1'],
    ],
    [
      'keeps what only servers read',
      '/*M!999999\\- enable the sandbox mode */ \n/*!40101 SET NAMES utf8mb4 */;\n/* no */;',
      ['/*!40101 SET NAMES utf8mb4 */'],
    ],
    [
      'knows DELIMITER',
      'DELIMITER ;;\nCREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW BEGIN SET @a = 1; SET @b = 2; END ;;\nDELIMITER ;\nSELECT 1',
      ['CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW BEGIN SET @a = 1; SET @b = 2; END', 'SELECT 1'],
    ],
    [
      'never leaves scratch',
      "CREATE DATABASE /*!32312 IF NOT EXISTS*/ `app` /*!40100 DEFAULT CHARACTER SET utf8mb4 */;\nUSE `app`;\n/*!40000 DROP DATABASE IF EXISTS `app`*/;\nALTER DATABASE `app` CHARACTER SET utf8mb3;\nSET @@GLOBAL.GTID_PURGED='';\nSET @@SESSION.SQL_LOG_BIN= 0;\nGRANT ALL ON *.* TO a;\nCREATE TABLE t (a INT);",
      ['CREATE TABLE t (a INT)'],
    ],
    [
      'is defined by whoever loads it',
      "/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER a BEFORE INSERT ON t FOR EACH ROW SET @a = 'DEFINER=`x`@`y`' */;",
      [
        "/*!50003 CREATE*/ /*!50017 */ /*!50003 TRIGGER a BEFORE INSERT ON t FOR EACH ROW SET @a = 'DEFINER=`x`@`y`' */",
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text, mysqlDump)).toEqual(expected);
  });

  test('is refused where it holds several databases', () => {
    expect(
      read('USE `a`; USE a; CREATE TABLE t (a INT); USE `b`; CREATE TABLE t (a INT);', mysqlDump),
    ).toMatch(/several databases \(a, b\)/);
  });

  test('is refused where the client itself is meant', () => {
    expect(read('SELECT 1;\nsource other.sql\n', mysqlDump)).toBe(
      'line 2 (`source`) is a command of the mysql client, which does not run here',
    );
  });
});

describe('A dump of PostgreSQL', () => {
  test.each<[string, string, readonly unknown[]]>([
    [
      'ends statements outside of quotes, bodies and comments',
      "-- a;\nSELECT 'a;''b', E'a\\';b', \"c;\" /* ; /* ; */ ; */;\nDO $x$ BEGIN; END $x$;",
      ["SELECT 'a;''b', E'a\\';b', \"c;\" /* ; /* ; */ ; */", 'DO $x$ BEGIN; END $x$'],
    ],
    [
      'keeps functions whole',
      'CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;\nCREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2);',
      [
        'CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END',
        'CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)',
      ],
    ],
    [
      'takes rows behind COPY as they stand',
      'COPY public.t (a, b) FROM stdin;\n1\tx;y\n\\N\t\\\\.\n\\.\n\nCOPY public.u (a) FROM stdin;\n\\.\nSELECT 1;',
      [
        ['COPY public.t (a, b) FROM stdin', '1\tx;y\n\\N\t\\\\.\n'],
        ['COPY public.u (a) FROM stdin', ''],
        'SELECT 1',
      ],
    ],
    [
      'never leaves scratch',
      "\\restrict abc\nCREATE DATABASE app WITH TEMPLATE = template0;\n\\connect app\nALTER TABLE public.t OWNER TO app;\nALTER FUNCTION public.f(integer) OWNER TO app;\nGRANT ALL ON TABLE public.t TO app;\nCOMMENT ON EXTENSION citext IS 'x';\nCREATE ROLE x;\nALTER TABLE public.t ADD b int;\n\\unrestrict abc\n",
      ['ALTER TABLE public.t ADD b int'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text, postgresqlDump)).toEqual(expected);
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ['holds several databases', '\\connect a\nSELECT 1;\n\\connect b\n', /several databases \(a, b\)/],
    ['asks psql for more', 'SELECT 1;\n\\i other.sql\n', /^line 2 \(`\\i`\) is a command of psql/],
    ['ends in the middle of rows', 'COPY t FROM stdin;\n1\n', /rows of line 1 do not end/],
    ['is no text', Buffer.from('PGDMP\u0001'), /custom format; write it with `--format=plain`/],
    ['is compressed', Uint8Array.of(0x1f, 0x8b, 8), /compressed/],
    ['is no UTF-8', Uint8Array.of(0x53, 0xff), /no UTF-8 text/],
    ['is empty', '-- nothing\n', /holds no statement/],
  ])('is refused where it %s', (_, text, reason) => {
    expect(read(text, postgresqlDump)).toMatch(reason);
  });
});

describe('A dump of SQLite', () => {
  test('keeps a trigger whole', () => {
    const trigger =
      'CREATE TRIGGER a AFTER DELETE ON t BEGIN DELETE FROM u; SELECT CASE WHEN 1 THEN 2 END; END';
    expect(read(`BEGIN TRANSACTION;\nCREATE TABLE t (a INT);\n${trigger};\nCOMMIT;`, sqliteDump)).toEqual([
      'BEGIN TRANSACTION',
      'CREATE TABLE t (a INT)',
      trigger,
      'COMMIT',
    ]);
  });

  test('is refused where a trigger does not end, or the program itself is meant', () => {
    expect(read('CREATE TRIGGER a AFTER DELETE ON t BEGIN DELETE FROM u;', sqliteDump)).toMatch(
      /does not end/,
    );
    expect(read('SELECT 1;\n.quit', sqliteDump)).toMatch(/line 2 is a command of the program sqlite3/);
  });
});
