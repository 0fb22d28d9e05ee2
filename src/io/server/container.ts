/** A server of our own in a Docker container, its data in memory, its port on loopback only. */
import { UsageError } from '../../tree/usage-error.ts';
import type { Client, Login } from './client.ts';
import { docker } from './docker.ts';
import { dumperInside } from './dumper.ts';
import { tellingLines } from './log.ts';
import { isLeftover } from './names.ts';
import { newPassword } from './password.ts';
import { untilReady, words } from './ready.ts';
import { declaredOptions, familyOf, FAST_MYSQL, FAST_POSTGRESQL } from './recipe.ts';
import type { Standing, StandRequest } from './standing.ts';

const PULL_MS = 10 * 60 * 1000;
const LABEL = 'alembic-gate';

/** The configuration's default is a MySQL: for another engine, its official image with long support stands in. */
const DEFAULT_IMAGE = 'mysql:8.4';
const STAND_INS = { mysql: DEFAULT_IMAGE, mariadb: 'mariadb:11.4', postgresql: 'postgres:17' } as const;

export const imageOf = ({ engine, config }: Pick<StandRequest, 'engine' | 'config'>): string =>
  config.image === DEFAULT_IMAGE ? STAND_INS[engine] : config.image;

/** The official images' own conventions. */
const CONVENTIONS = {
  mysql: {
    port: 3306,
    user: 'root',
    database: '',
    data: '/var/lib/mysql',
    // The MariaDB image knows these names too.
    environment: (password: string) => [`MYSQL_ROOT_PASSWORD=${password}`, 'MYSQL_ROOT_HOST=%'],
    fast: FAST_MYSQL,
  },
  postgresql: {
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    data: '/var/lib/postgresql',
    environment: (password: string) => [`POSTGRES_PASSWORD=${password}`, 'PGDATA=/var/lib/postgresql/gate'],
    fast: FAST_POSTGRESQL,
  },
} as const;

/** Throws a UsageError where there is no engine, no image or no server in it that gets ready. */
export async function standContainer(request: StandRequest): Promise<Standing> {
  const { watch, run } = request;
  await requireImage(request, imageOf(request));
  await sweep(request);
  const held = watch.protect({ kind: 'container', name: run });
  try {
    const login = await start(request);
    const client = await whenReady(request, login);
    const dumper = dumperInside(request, login);
    return {
      source: 'container',
      login,
      client,
      dumper,
      [Symbol.asyncDispose]: () => held[Symbol.asyncDispose](),
    };
  } catch (error) {
    await held[Symbol.asyncDispose]();
    throw error;
  }
}

async function whenReady(request: StandRequest, login: Login): Promise<Client> {
  const { run, config, engine } = request;
  const limitMs = config.timeouts.connect * 1000;
  let exitCode: string | null = null;
  const enough = new AbortController();
  void docker(request, ['wait', run], limitMs, enough.signal).then(({ ok, stdout }) => {
    if (ok) exitCode = `exit code ${stdout}`;
  });
  try {
    return await untilReady(login, limitMs, () => exitCode);
  } catch (error) {
    throw new UsageError(
      `The ${engine} server in the container of ${imageOf(request)} is of no use: ${words(error)}; its log says: ${await lastWords(request)}.`,
    );
  } finally {
    enough.abort();
  }
}

async function lastWords(request: StandRequest): Promise<string> {
  const { stdout, stderr } = await docker(request, ['logs', '--tail', '50', request.run]);
  return tellingLines(`${stdout}\n${stderr}`);
}

async function requireImage(request: StandRequest, image: string): Promise<void> {
  const inspected = await docker(request, ['image', 'inspect', '--format', '{{.Id}}', image]);
  if (inspected.ok) return;
  if (!/no such image/i.test(inspected.stderr)) {
    throw new UsageError(
      `No Docker engine answers (${tellingLines(inspected.stderr)}): start one, or set "database: local" or a database-url.`,
    );
  }
  const pulled = await docker(request, ['pull', '--quiet', image], PULL_MS);
  if (pulled.ok) return;
  throw new UsageError(
    `The image ${image} is not here and cannot be pulled (${tellingLines(pulled.stderr)}): correct "image", or log in to its registry first.`,
  );
}

async function start(request: StandRequest): Promise<Login> {
  const { run, config, engine } = request;
  const family = familyOf(engine);
  const { port, user, database, data, environment, fast } = CONVENTIONS[family];
  const password = newPassword();
  const options = [
    ...['--name', run, '--label', LABEL, '--tmpfs', data, '--publish', `127.0.0.1::${port}`],
    ...environment(password).flatMap((variable) => ['--env', variable]),
  ];
  const started = await docker(request, [
    ...['run', '--detach', ...options, imageOf(request)],
    ...[...fast, ...declaredOptions(family, config.server)],
  ]);
  if (!started.ok)
    throw new UsageError(`The image ${imageOf(request)} cannot be started: ${tellingLines(started.stderr)}.`);
  const published = await docker(request, ['port', run, `${port}/tcp`]);
  const found = /:(\d+)$/m.exec(published.stdout)?.[1];
  if (!found) {
    throw new UsageError(`The container of ${imageOf(request)} ended at once: ${await lastWords(request)}.`);
  }
  return { family, host: '127.0.0.1', port: Number(found), socket: null, user, password, database };
}

/** Containers that a watchdog which was itself killed could not remove. */
async function sweep(request: StandRequest): Promise<void> {
  const ours = ['--filter', `label=${LABEL}`, '--format', '{{.Names}}'];
  const listed = await docker(request, ['ps', '--all', ...ours]);
  const now = new Date();
  const old = listed.stdout.split('\n').filter((name) => isLeftover(name, now));
  if (old.length > 0) await docker(request, ['rm', '--force', '--volumes', ...old]);
}
