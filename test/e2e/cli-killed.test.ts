/**
 * A hundred deaths of the command line at random moments, by every signal, on every engine, with servers of its own and of
 * others: ten seconds later there is no process, no file, no schema and no user of it. `KILL_SEED` repeats a run of it.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseServer, ServerEngine } from '../../src/io/server.ts';
import { sandbox } from '../io/git-sandbox.ts';
import { openTestServer } from '../server.ts';
import { startCli, withServerAndPython } from './cli.ts';
import { ALEMBIC, lineOf, revisions } from './projects.ts';

const DEATHS = 100;
const AT_ONCE = 6;
/** About as long as one lives that nobody kills, on two cores at rest; on a busy machine all of them die young. */
const LIFE_MS = 8000;
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const;
const ENGINES = ['mysql', 'mariadb', 'postgresql'] as const;
const SEED = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);

/** Mulberry32: the same numbers for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const servers = new Map<ServerEngine, { server: DatabaseServer; url: string }>();
beforeAll(async () => {
  for (const engine of ENGINES) {
    const server = await openTestServer(engine);
    const boss =
      engine === 'postgresql'
        ? ["CREATE ROLE boss SUPERUSER LOGIN PASSWORD 'x'"]
        : ["CREATE USER boss@'%' IDENTIFIED BY 'x'", "GRANT ALL ON *.* TO boss@'%' WITH GRANT OPTION"];
    for (const sql of boss) await server.query(sql);
    const { endpoint } = await server.createScratch('where');
    servers.set(engine, { server, url: `${engine}://boss:x@127.0.0.1:${endpoint.port ?? 0}` });
  }
}, 120_000);
afterAll(async () => {
  for (const { server } of servers.values()) await server[Symbol.asyncDispose]();
});

const LISTS = {
  mysql: `SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'alembic%'
          UNION ALL SELECT User FROM mysql.user WHERE User LIKE 'alembic%'`,
  postgresql: `SELECT datname AS name FROM pg_database WHERE datname LIKE 'alembic%'
               UNION ALL SELECT rolname FROM pg_roles WHERE rolname LIKE 'alembic%'`,
};

/** Besides the test's own, which was there before. */
async function strangers(engine: ServerEngine): Promise<readonly string[]> {
  const found = servers.get(engine);
  const rows = (await found?.server.query(LISTS[engine === 'postgresql' ? 'postgresql' : 'mysql'])) ?? [];
  const [own = ''] = rows.map(({ name }) => String(name)).filter((name) => name.endsWith('_where_1'));
  return rows.map(({ name }) => String(name)).filter((name) => !own.startsWith(name));
}

/** With those that copy, fill and kill; the others start from the same states. */
const FEW_PROOFS = {
  '.github/alembic-gate.yml': `proofs:\n${['old-code', 'lock-class', 'drift', 'start-states', 'order'].map((name) => `  ${name}: off\n`).join('')}`,
};

/** Its migrations take a moment, and leave a process in a session of its own. */
const BODY = `
import subprocess, time
subprocess.Popen(["sleep", "1000"], start_new_session=True)
op.create_table("t", sa.Column("id", sa.Integer))
time.sleep(0.2)`;

test('a hundred deaths at random moments leave nothing', async () => {
  using box = sandbox();
  const random = numbers(SEED);
  const repositories = new Map(
    ENGINES.map((engine) => {
      const ini =
        engine === 'postgresql'
          ? { 'alembic.ini': ALEMBIC['alembic.ini']?.replace('mysql+pymysql', 'postgresql+psycopg2') ?? '' }
          : {};
      const repo = lineOf(box.repo(engine), ['a1', 'a2'], { ...ALEMBIC, ...ini, ...FEW_PROOFS });
      repo.commit(
        'Work',
        revisions({ id: 'p1', down: 'a2', upgrade: BODY, downgrade: 'op.drop_table("t")' }),
      );
      return [engine, repo.path];
    }),
  );
  const args = (engine: ServerEngine, own: boolean): readonly string[] => {
    const database = own ? 'local' : (servers.get(engine)?.url ?? '');
    return ['check', '--repo', repositories.get(engine) ?? '', '--database', database, '--engine', engine];
  };
  const env = withServerAndPython();
  const plan = Array.from({ length: DEATHS }, (_, index) => ({
    engine: ENGINES[index % ENGINES.length] ?? 'mysql',
    own: random() < 0.6,
    signal: SIGNALS[Math.floor(random() * SIGNALS.length)] ?? 'SIGKILL',
    moment: Math.round(random() * LIFE_MS),
  }));
  const failed: unknown[] = [];
  let [alive, seen] = [0, 0];
  const worker = async (): Promise<void> => {
    for (let death = plan.shift(); death !== undefined; death = plan.shift()) {
      const running = startCli(args(death.engine, death.own), { env });
      await sleep(death.moment);
      const visible = death.own ? [] : await strangers(death.engine);
      seen += visible.length;
      alive += Number(running.child.exitCode === null);
      running.child.kill(death.signal);
      await running.ended.catch((error: unknown) => failed.push({ ...death, error: String(error) }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect({ seed: SEED, failed }).toEqual({ seed: SEED, failed: [] });
  expect(alive).toBeGreaterThan(DEATHS / 2);
  // What is looked for below was there to be found.
  expect(seen).toBeGreaterThan(0);
  for (const engine of ENGINES) {
    const deadline = Date.now() + 10_000;
    while ((await strangers(engine)).length > 0 && Date.now() < deadline) await sleep(100);
    expect(await strangers(engine)).toEqual([]);
  }
}, 600_000);
