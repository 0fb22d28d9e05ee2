/** What is dumped on one server and loaded on another is the same, down to what no statement shows. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer, Scratch, ServerEngine } from '../../src/io/server.ts';
import type { Dump } from '../../src/io/server/dump.ts';
import { readSchema } from '../../src/verify/schema/run-snapshot.ts';
import { openTestServer } from '../server.ts';

const MYSQL = [
  "CREATE TABLE tenant (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) COLLATE utf8mb4_bin NOT NULL COMMENT 'four 🙂, it''s', UNIQUE KEY uq (name(10)))",
  'CREATE TABLE `case` (id INT PRIMARY KEY, tenant_id INT, parent INT, kept INT, unnamed INT, a INT, twice INT AS (a * 2) STORED, KEY fk_kept (kept), FOREIGN KEY (unnamed) REFERENCES tenant (id), CONSTRAINT fk_t FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE, CONSTRAINT fk_p FOREIGN KEY (parent) REFERENCES `case` (id), CONSTRAINT fk_kept FOREIGN KEY (kept) REFERENCES tenant (id), CONSTRAINT positive CHECK (a > 0))',
  'CREATE TABLE parted (id INT PRIMARY KEY) PARTITION BY RANGE (id) (PARTITION low VALUES LESS THAN (10), PARTITION high VALUES LESS THAN MAXVALUE)',
  "CREATE TABLE odd (id BIGINT UNSIGNED PRIMARY KEY, f FLOAT, d DOUBLE, n DECIMAL(30,10), b BIT(9), bin VARBINARY(20), bl BLOB, t TEXT CHARACTER SET latin1, e ENUM('x','y'), s SET('p','q'), j JSON, at TIMESTAMP(6) NULL, dt DATETIME(3), ti TIME(2), y YEAR, g POINT)",
  `INSERT INTO odd VALUES (18446744073709551615, 0.1, 1e308, -12345678901234567890.0123456789, b'101010101', X'00ff27', '', 'é''\\\\ "', 'y', 'p,q', '{"a": [1, "🙂", 1.5]}', '2038-01-19 03:14:07.999999', '9999-12-31 23:59:59.999', '-838:59:59', 2155, POINT(1, -2.5))`,
  'INSERT INTO odd (id) VALUES (0)',
  'CREATE FUNCTION plus_one(a INT) RETURNS INT DETERMINISTIC RETURN a + 1',
  'CREATE VIEW upper_view AS SELECT id, plus_one(a) AS more FROM `case`',
  'CREATE VIEW a_view AS SELECT more FROM upper_view',
  "INSERT INTO tenant VALUES (7, '🙂')",
  'CREATE TRIGGER doubled BEFORE INSERT ON tenant FOR EACH ROW SET NEW.name = CONCAT(NEW.name, "!")',
  'INSERT INTO `case` (id, tenant_id, parent, a) VALUES (1, 7, NULL, 3), (2, 7, 1, 4)',
];
const DEFINITIONS: Readonly<Record<ServerEngine, readonly string[]>> = {
  mysql: MYSQL,
  mariadb: [
    ...MYSQL,
    'CREATE SEQUENCE numbers START WITH 5 INCREMENT BY 3',
    'SELECT NEXTVAL(numbers)',
    'CREATE TABLE numbered (id INT PRIMARY KEY DEFAULT NEXTVAL(numbers))',
  ],
  postgresql: [
    "CREATE TYPE mood AS ENUM ('sad', 'ok')",
    "CREATE TABLE tenant (id SERIAL PRIMARY KEY, name TEXT NOT NULL, mood mood DEFAULT 'ok', f REAL, d DOUBLE PRECISION, b BYTEA, j JSONB, at TIMESTAMPTZ, a INT[])",
    'CREATE TABLE "case" (id INT PRIMARY KEY, tenant_id INT REFERENCES tenant, parent INT REFERENCES "case", a INT CHECK (a > 0), twice INT GENERATED ALWAYS AS (a * 2) STORED)',
    'CREATE VIEW a_view AS SELECT a FROM "case"',
    `INSERT INTO tenant VALUES (7, E'🙂\n\\\\restrict it''s', 'sad', 0.1, 1e308, '\\x00ff', '{"a": 1.50}', '2038-01-19 03:14:07.999999+02', '{1,NULL}')`,
    "SELECT setval('tenant_id_seq', 41)",
    'INSERT INTO "case" (id, tenant_id, parent, a) VALUES (1, 7, NULL, 3), (2, 7, 1, 4)',
  ],
};

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('A dump of %s', (engine) => {
  let here: DatabaseServer;
  let there: DatabaseServer;
  beforeAll(async () => {
    here = await openTestServer(engine);
    there = await openTestServer(engine);
  }, 60_000);
  afterAll(async () => {
    await here[Symbol.asyncDispose]();
    await there[Symbol.asyncDispose]();
  });
  const filled = async (): Promise<Scratch> => {
    const scratch = await here.createScratch('base');
    for (const sql of DEFINITIONS[engine]) await scratch.query(sql);
    return scratch;
  };
  const schemaOf = (server: DatabaseServer, scratch: Scratch) => readSchema(server, scratch, new Set());

  test('makes the same objects and rows on another server, where neither schema nor user has the same name', async () => {
    const source = await filled();
    const dump = JSON.parse(JSON.stringify(await here.dumpScratch(source))) as Dump;
    const copy = await there.loadScratch(dump, 'copy');
    const before = await schemaOf(here, source);
    expect(before.objects.length).toBeGreaterThan(10);
    expect(await schemaOf(there, copy)).toEqual(before);
    expect(await there.contents(copy)).toBe(await here.contents(source));
    expect(await there.settings()).toBe(await here.settings());
    await here.dropScratch(source);
    await there.dropScratch(copy);
  }, 60_000);

  test('whose contents differ by one value shows it', async () => {
    const source = await filled();
    const before = await here.contents(source);
    await source.query(`UPDATE ${engine === 'postgresql' ? '"case"' : '`case`'} SET a = 5 WHERE id = 2`);
    expect(await here.contents(source)).not.toBe(before);
    await here.dropScratch(source);
  }, 60_000);

  test('that cannot be loaded leaves nothing', async () => {
    const count = engine === 'postgresql' ? 'SELECT datname FROM pg_database' : 'SHOW DATABASES';
    const before = (await there.query(count)).length;
    const part = { mode: null, collation: null, view: false };
    const parts = [
      { ...part, sql: 'SELECT 1' },
      { ...part, sql: 'CREATE TABLE' },
    ];
    await expect(there.loadScratch({ name: 'x', user: 'y', parts }, 'copy')).rejects.toThrow(/syntax/i);
    expect(await there.query(count)).toHaveLength(before);
  }, 60_000);

  if (engine !== 'postgresql')
    test('keeps which indexes the server made itself, and so gives way to a new one as they do', async () => {
      const source = await filled();
      const copy = await there.loadScratch(await here.dumpScratch(source), 'copy');
      for (const scratch of [source, copy])
        await scratch.query(
          'ALTER TABLE `case` ADD INDEX mine (tenant_id), ADD INDEX second (kept), ADD INDEX third (parent, a), ADD INDEX fourth (unnamed)',
        );
      const after = await schemaOf(here, source);
      expect(await schemaOf(there, copy)).toEqual(after);
      const indexes = after.objects.flatMap(({ kind, table, name }) =>
        kind === 'index' && table === 'case' ? [name] : [],
      );
      expect(indexes).toEqual(['fk_kept', 'fourth', 'mine', 'second', 'third']);
      await here.dropScratch(source);
      await there.dropScratch(copy);
    }, 60_000);
});
