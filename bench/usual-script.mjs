/**
 * What teams do without the gate: a fresh server with its own defaults, then three commands of `alembic`.
 *
 *   node bench/usual-script.mjs '{"engine": …, "binary": …, "python": …, "repo": …, "directory": …, "down": …}'
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { dirname, join } from 'node:path';

/** PostgreSQL refuses to run as root; everybody has this user. */
const NOBODY = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};

const MYSQL = {
  url: (port) => `mysql+pymysql://root@127.0.0.1:${port}/app`,
  serve: (binary, data, port) => [
    binary,
    [
      '--no-defaults',
      `--datadir=${data}/data`,
      `--socket=${data}/s`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
    ],
  ],
  create: 'CREATE DATABASE app',
};

const ENGINES = {
  mysql: {
    ...MYSQL,
    initialise: (binary, data) => [
      binary,
      ['--no-defaults', '--initialize-insecure', `--datadir=${data}/data`, '--secure-file-priv='],
    ],
    serve: (binary, data, port) => {
      const [program, args] = MYSQL.serve(binary, data, port);
      return [program, [...args, '--secure-file-priv=', '--mysqlx=OFF']];
    },
  },
  mariadb: {
    ...MYSQL,
    initialise: (_binary, data) => [
      'mariadb-install-db',
      [
        '--no-defaults',
        `--datadir=${data}/data`,
        '--auth-root-authentication-method=normal',
        '--skip-test-db',
      ],
    ],
  },
  postgresql: {
    url: (port) => `postgresql+psycopg2://postgres@127.0.0.1:${port}/app`,
    initialise: (binary, data) => [
      join(dirname(binary), 'initdb'),
      ['-D', `${data}/data`, '--username=postgres', '--auth=trust'],
    ],
    serve: (binary, data, port) => [
      binary,
      ['-D', `${data}/data`, '-c', `unix_socket_directories=${data}`, '-p', String(port)],
    ],
    create: 'CREATE DATABASE app',
  },
};

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

/** Asks until the server answers, then makes the application's database; by the client library of the gate. */
async function createDatabase(engine, port) {
  const { default: mysql } = await import('mysql2/promise');
  const { default: pg } = await import('pg');
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(20)) {
    try {
      if (engine === 'postgresql') {
        const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
        client.on('error', () => undefined);
        await client.connect();
        await client.query(ENGINES[engine].create);
        return await client.end();
      }
      const client = await mysql.createConnection({ host: '127.0.0.1', port, user: 'root' });
      await client.query(ENGINES[engine].create);
      return await client.end();
    } catch (error) {
      if (!/ECONNREFUSED|57P03|PROTOCOL_CONNECTION_LOST|ECONNRESET/.test(error.code ?? '')) throw error;
    }
  }
  throw new Error(`${engine} did not get ready`);
}

/** Milliseconds of each part: making and starting the server, then each command. `down` is the downgrade's target. */
async function usualScript({ engine, binary, python, repo, directory, down, variables = {} }) {
  const { initialise, serve, url } = ENGINES[engine];
  mkdirSync(join(directory, 'data'), { recursive: true });
  for (const place of [directory, join(directory, 'data')])
    if (NOBODY.uid) chownSync(place, NOBODY.uid, NOBODY.gid);
  const laps = {};
  let last = performance.now();
  const lap = (name) => {
    laps[name] = performance.now() - last;
    last = performance.now();
  };
  const [maker, makerArgs] = initialise(binary, directory);
  execFileSync(maker, makerArgs, { ...NOBODY, stdio: 'ignore', cwd: directory });
  const port = await freePort();
  const [program, args] = serve(binary, directory, port);
  const server = spawn(program, args, { ...NOBODY, stdio: 'ignore', cwd: directory });
  try {
    await createDatabase(engine, port);
    lap('server');
    for (const command of [
      ['upgrade', 'head'],
      ['downgrade', down],
      ['upgrade', 'head'],
    ]) {
      const { status, stderr } = spawnSync(join(dirname(python), 'alembic'), command, {
        cwd: repo,
        encoding: 'utf8',
        env: { ...process.env, ...variables, DATABASE_URL: url(port) },
      });
      if (status !== 0) throw new Error(`alembic ${command.join(' ')}: ${stderr.slice(-2000)}`);
      lap(`${command[0]}${command[0] in laps ? ' again' : ''}`);
    }
  } finally {
    server.kill('SIGKILL');
    if (server.exitCode === null) await once(server, 'exit');
  }
  return laps;
}

// A process of its own, so that its CPU is counted as the gate's is.
console.log(JSON.stringify(await usualScript(JSON.parse(process.argv[2]))));
