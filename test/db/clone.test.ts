import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer, Scratch, ServerEngine } from '../../src/io/server.ts';
import { readSchema } from '../../src/verify/schema/run-snapshot.ts';
import { States } from '../../src/verify/base-state/run-states.ts';
import { World } from '../../src/verify/run-world.ts';
import { openTestServer } from '../server.ts';

const HERE = { host: 'db', port: null, database: 'app' };
/** As every project begins: asked for before any connection of the application's own. */
const GATE = { host: "the gate's own", port: null, database: null };
const MYSQL = [
  'CREATE TABLE tenant (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) COLLATE utf8mb4_bin NOT NULL COMMENT "four 🙂", UNIQUE KEY uq (name(10)))',
  'CREATE TABLE `case` (id INT PRIMARY KEY, tenant_id INT, parent INT, unnamed INT, a INT, twice INT AS (a * 2) STORED, FOREIGN KEY (unnamed) REFERENCES tenant (id), CONSTRAINT fk_t FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE, CONSTRAINT fk_p FOREIGN KEY (parent) REFERENCES `case` (id), CONSTRAINT positive CHECK (a > 0))',
  'CREATE TABLE parted (id INT PRIMARY KEY) PARTITION BY RANGE (id) (PARTITION low VALUES LESS THAN (10), PARTITION high VALUES LESS THAN MAXVALUE)',
  'CREATE FUNCTION plus_one(a INT) RETURNS INT DETERMINISTIC RETURN a + 1',
  'CREATE VIEW upper_view AS SELECT id, plus_one(a) AS more FROM `case`',
  'CREATE VIEW a_view AS SELECT more FROM upper_view',
  'CREATE TRIGGER doubled BEFORE INSERT ON tenant FOR EACH ROW SET NEW.name = CONCAT(NEW.name, "!")',
  "INSERT INTO tenant VALUES (7, '🙂')",
  'INSERT INTO `case` (id, tenant_id, parent, a) VALUES (1, 7, NULL, 3), (2, 7, 1, 4)',
];
const DEFINITIONS: Readonly<Record<ServerEngine, readonly string[]>> = {
  mysql: MYSQL,
  mariadb: [
    ...MYSQL,
    'CREATE SEQUENCE numbers START WITH 5 INCREMENT BY 3',
    'CREATE TABLE numbered (id INT PRIMARY KEY DEFAULT NEXTVAL(numbers))',
  ],
  postgresql: [
    "CREATE TYPE mood AS ENUM ('sad', 'ok')",
    "CREATE TABLE tenant (id SERIAL PRIMARY KEY, name TEXT NOT NULL, mood mood DEFAULT 'ok')",
    'CREATE TABLE "case" (id INT PRIMARY KEY, tenant_id INT REFERENCES tenant, parent INT REFERENCES "case", a INT CHECK (a > 0), twice INT GENERATED ALWAYS AS (a * 2) STORED)',
    'CREATE VIEW a_view AS SELECT a FROM "case"',
    "INSERT INTO tenant VALUES (7, '🙂')",
    'INSERT INTO "case" (id, tenant_id, parent, a) VALUES (1, 7, NULL, 3), (2, 7, 1, 4)',
  ],
};

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('A copy on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const databases = async () =>
    (await server.query(engine === 'postgresql' ? 'SELECT datname FROM pg_database' : 'SHOW DATABASES'))
      .length;
  const quote = (name: string) => (engine === 'postgresql' ? `"${name}"` : `\`${name}\``);
  const filled = async () => {
    const scratch = await server.createScratch('base');
    for (const sql of DEFINITIONS[engine]) await scratch.query(sql);
    return scratch;
  };
  const rows = (scratch: Scratch) =>
    scratch.query(
      `SELECT c.id, parent, a, twice, name FROM ${quote('case')} c JOIN tenant t ON t.id = tenant_id`,
    );

  test('holds the same objects and the same rows, and is a database of its own', async () => {
    const source = await filled();
    const copy = await server.cloneScratch(source, 'copy');
    const [before, after] = [
      await readSchema(server, source, new Set()),
      await readSchema(server, copy, new Set()),
    ];
    expect(after).toEqual(before);
    expect(after.objects.length).toBeGreaterThan(10);
    expect(await rows(copy)).toEqual(await rows(source));
    expect(await rows(copy)).toHaveLength(2);
    await copy.query(`DELETE FROM ${quote('case')} WHERE id = 2`);
    expect(await rows(source)).toHaveLength(2);
    if (engine === 'mariadb')
      expect((await copy.query('SELECT NEXTVAL(numbers) AS n'))[0]?.['n']).toEqual(
        (await source.query('SELECT NEXTVAL(numbers) AS n'))[0]?.['n'],
      );
    await server.dropScratch(source);
    // Nothing of the copy leads back.
    if (engine === 'mariadb') await copy.query('INSERT INTO numbered VALUES ()');
    await server.dropScratch(copy);
  }, 60_000);

  test('of several databases stands for the same targets, and the state is built once', async () => {
    const before = await databases();
    let built = 0;
    const said: string[] = [];
    const states = new States({ oneName: false, oneUse: false, say: (line) => said.push(line) });
    const build = async () => {
      built += 1;
      const world = new World(server, 'proof');
      await world.endpoint(GATE);
      for (const database of ['app', 'logs']) {
        const { database: name } = await world.endpoint({ ...HERE, database });
        await server.query(
          engine === 'postgresql'
            ? `COMMENT ON DATABASE ${quote(name)} IS 'x'`
            : `CREATE TABLE ${quote(name)}.of_${database} (id INT PRIMARY KEY)`,
        );
      }
      return world;
    };
    const first = await states.open('state', build);
    const second = await states.open('state', build);
    expect(built).toBe(1);
    expect(said).toEqual([]);
    expect(await second.snapshot()).toEqual(await first.snapshot());
    expect([...(await second.snapshot()).keys()]).toEqual(['', 'logs']);
    const of = async (world: World, database: string) =>
      (await world.endpoint({ ...HERE, database })).database;
    expect(
      new Set([
        await of(first, 'app'),
        await of(first, 'logs'),
        await of(second, 'app'),
        await of(second, 'logs'),
      ]).size,
    ).toBe(4);
    expect(await databases()).toBe(before + 6);
    for (const disposable of [first, second, states]) await disposable[Symbol.asyncDispose]();
    expect(await databases()).toBe(before);
  }, 60_000);

  test('that cannot be had is replaced by building, and that is said', async () => {
    const before = await databases();
    let built = 0;
    const said: string[] = [];
    const states = new States({ oneName: false, oneUse: false, say: (line) => said.push(line) });
    const build = async () => {
      built += 1;
      const world = new World(server, 'proof');
      await world.endpoint(GATE);
      const { database: name } = await world.endpoint(HERE);
      const { database: other } = await world.endpoint({ ...HERE, database: 'logs' });
      if (engine === 'postgresql') {
        await server.query(`ALTER DATABASE ${quote(name)} SET timezone = 'UTC'`);
        return world;
      }
      await server.query(`CREATE TABLE ${quote(other)}.t (id INT PRIMARY KEY)`);
      await server.query(`CREATE VIEW ${quote(name)}.v AS SELECT id FROM ${quote(other)}.t`);
      return world;
    };
    const first = await states.open('state', build);
    const second = await states.open('state', build);
    expect(said).toEqual([
      expect.stringMatching(
        /^The state is built anew for each scenario, because the server cannot copy it: /,
      ),
    ]);
    expect(built).toBe(3);
    for (const disposable of [first, second, states]) await disposable[Symbol.asyncDispose]();
    expect(await databases()).toBe(before);
  }, 60_000);
});

test('Where production has a name for its database, whoever works on a copy works under that name', async () => {
  await using server = await openTestServer('mariadb', { server: { databaseName: 'production' } });
  await using states = new States({ oneName: true, oneUse: false, say: (line) => expect(line).toBe('') });
  const build = async () => {
    const world = new World(server, 'proof');
    const { database: name } = await world.endpoint(HERE);
    await server.query(`CREATE TABLE ${name}.t (id INT PRIMARY KEY)`);
    await server.query('CREATE VIEW production.v AS SELECT id FROM production.t');
    return world;
  };
  for (let scenario = 0; scenario < 2; scenario += 1) {
    await using world = await states.open('state', build);
    expect((await world.endpoint(HERE)).database).toBe('production');
    expect(await server.query('SELECT id FROM production.v')).toEqual([]);
  }
}, 60_000);
