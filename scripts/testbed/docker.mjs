/**
 * A Docker engine for the tests, with MySQL as an image. The machine's own engine is used where one answers;
 * otherwise one of our own is started, with its own socket and data, and stopped again.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asRoot, install } from './apt.mjs';
import { versionOf } from './servers.mjs';

/** Starts a fresh server the way the official image does, as far as its three most used variables go. */
const ENTRY = `#!/bin/sh
set -e
if [ -n "$MYSQL_ROOT_PASSWORD" ]; then password=$MYSQL_ROOT_PASSWORD
elif [ -n "$MYSQL_ALLOW_EMPTY_PASSWORD" ]; then password=
else echo 'Database is uninitialized and password option is not specified' >&2; exit 1
fi
mkdir -p /var/lib/mysql /run/mysqld /var/lib/mysql-files
chown nobody /var/lib/mysql /run/mysqld /var/lib/mysql-files
server="mysqld --user=nobody --datadir=/var/lib/mysql"
[ -d /var/lib/mysql/mysql ] || $server --initialize-insecure
{
  echo "ALTER USER root@localhost IDENTIFIED BY '$password';"
  echo "CREATE USER root@'%' IDENTIFIED BY '$password';"
  echo "GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION;"
  [ -z "$MYSQL_DATABASE" ] || echo "CREATE DATABASE \\\`$MYSQL_DATABASE\\\`;"
} > /run/mysqld/first.sql
chown nobody /run/mysqld/first.sql
exec $server --socket=/run/mysqld/mysqld.sock --init-file=/run/mysqld/first.sql "$@"
`;

const hostArguments = (host) => (host === null ? [] : ['--host', host]);

const answers = (host) =>
  spawnSync('docker', [...hostArguments(host), 'version', '--format', '{{.Server.Version}}'], {
    stdio: 'ignore',
  }).status === 0;

function importMysql(host, image, tree, say) {
  const docker = (...args) => spawnSync('docker', [...hostArguments(host), ...args], { encoding: 'utf8' });
  const recipe = createHash('sha256').update(ENTRY).digest('hex');
  if (docker('image', 'inspect', '--format', '{{.Config.Labels.recipe}}', image).stdout.trim() === recipe)
    return;
  say(`importing the MySQL tree as the image ${image}`);
  const entry = mkdtempSync(join(tmpdir(), 'alembic-gate-image-'));
  mkdirSync(join(entry, 'usr/local/bin'), { recursive: true });
  writeFileSync(join(entry, 'usr/local/bin/entry'), ENTRY, { mode: 0o755 });
  const archive = join(entry, 'image.tar');
  asRoot('tar', ['-cf', archive, '--one-file-system', '-C', tree, '.', '-C', entry, './usr/local/bin/entry']);
  const { status, stderr } = docker(
    ...[
      'import',
      '-c',
      'ENTRYPOINT ["/usr/local/bin/entry"]',
      '-c',
      `LABEL recipe=${recipe}`,
      archive,
      image,
    ],
  );
  asRoot('rm', ['-rf', entry]);
  if (status !== 0) throw new Error(`docker import failed: ${stderr.trim()}`);
}

const alive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Stops the engine whose socket, pid file and log are in the directory, and removes that. */
async function stopDaemon(directory) {
  const pidFile = join(directory, 'pid');
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : null;
  if (pid !== null && alive(pid)) asRoot('kill', ['-TERM', String(pid)]);
  while (pid !== null && alive(pid)) await sleep(50);
  asRoot('rm', ['-rf', directory]);
}

async function startDaemon(cache, say) {
  if (versionOf('dockerd') === null || versionOf('docker') === null) install(['docker.io', 'iptables'], say);
  const directory = mkdtempSync(join(tmpdir(), 'alembic-gate-docker-'));
  const host = `unix://${join(directory, 'docker.sock')}`;
  const log = join(directory, 'log');
  const options = Object.entries({
    host,
    'data-root': join(cache, 'docker'),
    'exec-root': join(directory, 'exec'),
    pidfile: join(directory, 'pid'),
  }).map(([option, value]) => `--${option}=${value}`);
  const [program, ...rest] = process.getuid() === 0 ? ['dockerd'] : ['sudo', '-n', 'dockerd'];
  say('starting a Docker engine of our own');
  const stdio = ['ignore', 'ignore', openSync(log, 'w')];
  const daemon = spawn(program, [...rest, ...options], { stdio, detached: true });
  const ended = once(daemon, 'exit').then(() => true);
  for (let waited = 0; waited < 30_000; waited += 200) {
    if (answers(host)) {
      daemon.unref();
      return directory;
    }
    if (await Promise.race([ended, sleep(200, false)])) break;
  }
  const said = readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' | ');
  await stopDaemon(directory);
  throw new Error(`dockerd did not start: ${said}`);
}

/**
 * Returns `{ host, image, owner, stop }`: `host` is null for the machine's own engine. An engine of an earlier run that
 * `earlier` names is used again; it is stopped by the run that started it, or by us where that run has died.
 */
export async function startDocker(cache, tree, earlier, say) {
  if (answers(null)) {
    const image = 'alembic-gate-testbed/mysql:9.7';
    importMysql(null, image, tree, say);
    return { host: null, image, owner: null, stop: async () => {} };
  }
  const found = earlier?.host && answers(earlier.host) ? dirname(new URL(earlier.host).pathname) : null;
  const directory = found ?? (await startDaemon(cache, say));
  const owner = found !== null && alive(earlier.owner) ? earlier.owner : process.pid;
  const stop = async () => {
    if (owner === process.pid) await stopDaemon(directory);
  };
  const host = `unix://${join(directory, 'docker.sock')}`;
  try {
    importMysql(host, 'mysql:9.7', tree, say);
  } catch (error) {
    await stop();
    throw error;
  }
  return { host, image: 'mysql:9.7', owner, stop };
}
