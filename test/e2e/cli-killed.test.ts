/**
 * A hundred deaths of the command line at random moments, by every signal, on every engine, with servers of its own, in
 * containers and of others: ten seconds later there is no process, no file, no container, no schema and no user of it. `KILL_SEED` repeats a run of it.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseServer, ServerEngine } from '../../src/io/server.ts';
import { sandbox } from '../io/git-sandbox.ts';
import { openTestServer } from '../server.ts';
import { testbed } from '../testbed.ts';
import { startCli, withServerAndPython } from './cli.ts';
import { ALEMBIC, lineOf, revisions } from './projects.ts';

const DEATHS = 100;
const AT_ONCE = 6;
/** About as long as one lives that nobody kills, on two cores at rest; on a busy machine all of them die young. */
const LIFE_MS = 8000;
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const;
const ENGINES = ['mysql', 'mariadb', 'postgresql'] as const;
/** Of each ten deaths one is in a container, and one on SQLite. */
const TEN = [...ENGINES, ...ENGINES, 'mysql', 'postgresql', 'sqlite', 'container'] as const;
type Kind = (typeof TEN)[number];
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

const OTHER_URLS: Partial<Record<string, string>> = {
  postgresql: 'postgresql+psycopg2://app@db.invalid/app',
  sqlite: 'sqlite:///app.db',
};

interface Death {
  readonly number: number;
  readonly kind: Kind;
  readonly own: boolean;
  readonly signal: (typeof SIGNALS)[number];
  readonly moment: number;
}

/** Its migrations take a moment, and leave a process in a session of its own. */
const BODY = `
import subprocess, time
subprocess.Popen(["sleep", "1000"], start_new_session=True)
op.create_table("t", sa.Column("id", sa.Integer))
time.sleep(0.2)`;

const { host, image } = testbed().docker;
if (host !== null) process.env['DOCKER_HOST'] = host;
const docker = (...args: readonly string[]): string =>
  execFileSync('docker', args, { encoding: 'utf8', env: process.env });

/** A name of its own, so that one death is told from the next. */
const imageOf = (number: number): string => `alembic-gate-testbed/death:${process.pid}-${number}`;
const containersOf = (name: string): readonly string[] =>
  docker('ps', '--all', '--format', '{{.Image}}')
    .split('\n')
    .filter((one) => one === name);

/** Throws where it is there ten seconds later. */
async function expectNoContainer(name: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (containersOf(name).length > 0) {
    if (Date.now() > deadline) throw new Error(`a container of ${name} is left`);
    await sleep(100);
  }
  docker('rmi', name);
}

test('a hundred deaths at random moments leave nothing', async () => {
  using box = sandbox();
  const random = numbers(SEED);
  const repositories = new Map(
    [...ENGINES, 'sqlite' as const].map((engine) => {
      const url = OTHER_URLS[engine];
      const written = ALEMBIC['alembic.ini'] ?? '';
      const ini =
        url === undefined
          ? {}
          : { 'alembic.ini': written.replace(/^sqlalchemy\.url.*$/m, `sqlalchemy.url = ${url}`) };
      const repo = lineOf(box.repo(engine), ['a1', 'a2'], { ...ALEMBIC, ...ini, ...FEW_PROOFS });
      repo.commit(
        'Work',
        revisions({ id: 'p1', down: 'a2', upgrade: BODY, downgrade: 'op.drop_table("t")' }),
      );
      return [engine, repo.path];
    }),
  );
  const args = ({ kind, own, number }: Death): readonly string[] => {
    const engine = kind === 'container' ? 'mysql' : kind;
    const where = ['--repo', repositories.get(engine) ?? '', '--engine', engine];
    if (kind === 'sqlite') return ['check', ...where];
    if (kind === 'container')
      return ['check', ...where, '--database', 'container', '--image', imageOf(number)];
    return ['check', ...where, '--database', own ? 'local' : (servers.get(kind)?.url ?? '')];
  };
  const env = { ...withServerAndPython(), ...(host === null ? {} : { DOCKER_HOST: host }) };
  const plan: Death[] = Array.from({ length: DEATHS }, (_, index) => ({
    number: index,
    kind: TEN[index % TEN.length] ?? 'mysql',
    own: random() < 0.6,
    signal: SIGNALS[Math.floor(random() * SIGNALS.length)] ?? 'SIGKILL',
    moment: Math.round(random() * LIFE_MS),
  }));
  const failed: unknown[] = [];
  let [alive, seen, contained] = [0, 0, 0];
  const worker = async (): Promise<void> => {
    for (let death = plan.shift(); death !== undefined; death = plan.shift()) {
      const { kind, own } = death;
      const name = imageOf(death.number);
      if (kind === 'container') docker('tag', image, name);
      const running = startCli(args(death), { env });
      await sleep(death.moment);
      if (kind === 'container') contained += containersOf(name).length;
      else if (kind !== 'sqlite' && !own) seen += (await strangers(kind)).length;
      alive += Number(running.child.exitCode === null);
      running.child.kill(death.signal);
      await running.ended
        .then(() => (kind === 'container' ? expectNoContainer(name) : undefined))
        .catch((error: unknown) => failed.push({ ...death, error: String(error) }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect({ seed: SEED, failed }).toEqual({ seed: SEED, failed: [] });
  expect(alive).toBeGreaterThan(DEATHS / 2);
  // What is looked for below was there to be found.
  expect(seen).toBeGreaterThan(0);
  expect(contained).toBeGreaterThan(0);
  for (const engine of ENGINES) {
    const deadline = Date.now() + 10_000;
    while ((await strangers(engine)).length > 0 && Date.now() < deadline) await sleep(100);
    expect(await strangers(engine)).toEqual([]);
  }
}, 600_000);
