/** What a command of the project's own finds around it: the project's Python first, and scratch wherever it looks for a database. */
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { CommandRequest } from '../command.ts';
import type { Endpoint } from '../server.ts';
import { childEnvironment } from './child-environment.ts';
import { findInterpreter } from './interpreter.ts';

/** Names under which applications look for the URL of their database, besides `url-env:`. */
const URL_VARIABLES = ['SQLALCHEMY_DATABASE_URI', 'DATABASE_URL'];

type Variables = Readonly<Record<string, string>>;
type Family = NonNullable<CommandRequest['family']>;

/** `driver` is the directory that holds `command/sitecustomize.py`; `socket` where the gate answers. */
export async function commandEnvironment(
  request: CommandRequest,
  { driver, socket }: { readonly driver: string; readonly socket: string },
): Promise<Record<string, string>> {
  const { environment, tree, checkout, family, own } = request;
  const declared = environment.declared;
  const around = withoutClients(childEnvironment({}));
  const given = { ...around, ...declared?.env };
  const names = [...new Set([...URL_VARIABLES, ...(declared?.urlEnv ?? [])])];
  const urls =
    own === null || family === null
      ? []
      : names.map((name) => [name, scratchUrl(given[name], own, family)] as const);
  const settings = {
    socket,
    family,
    tree,
    checkout,
    scriptLocation: join(tree, environment.scriptLocation),
    // These say nothing of a driver, so that Python may name the one that is there.
    bareUrls: urls.filter(([, { isBare }]) => isBare).map(([name]) => name),
    witness: request.witness !== undefined,
    look: request.witness?.look ?? null,
  };
  const path = [join(driver, 'command'), given['PYTHONPATH'] ?? ''].filter((entry) => entry !== '');
  return {
    ...around,
    ...(await interpreterFirst(request, around)),
    ...(declared?.app === undefined ? {} : { FLASK_APP: declared.app }),
    ...declared?.env,
    ...(own === null || family === null ? {} : clientVariables(own, family)),
    ...Object.fromEntries(urls.map(([name, { url }]) => [name, url])),
    PYTHONPATH: path.join(delimiter),
    ALEMBIC_GATE_COMMAND: JSON.stringify(settings),
  };
}

/** So that `python`, `flask` and `alembic` are the project's, and package managers neither make another place nor change that one. */
async function interpreterFirst(
  { environment, checkout }: CommandRequest,
  around: Variables,
): Promise<Variables> {
  const found = await findInterpreter(environment, checkout);
  if (found.kind === 'none') return {};
  const programs = dirname(found.path);
  const place = resolve(programs, '..');
  const isVirtual = existsSync(join(place, 'pyvenv.cfg'));
  return {
    PATH: [programs, around['PATH'] ?? ''].join(delimiter),
    ...(isVirtual
      ? { VIRTUAL_ENV: place, UV_PROJECT_ENVIRONMENT: place, UV_NO_SYNC: '1', UV_FROZEN: '1' }
      : {}),
  };
}

/** What would lead libpq past the variables that are set here. */
const ASIDE =
  /^PG(SERVICE|SERVICEFILE|HOSTADDR|PASSFILE|REQUIRESSL|CHANNELBINDING|TARGETSESSIONATTRS|SSL\w*)$/;

function withoutClients(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !ASIDE.test(name)));
}

/** What `mysql` and `psql`, and whatever stands on their libraries, look for. */
function clientVariables(
  { host, port, socket, user, password, database }: Endpoint,
  family: Family,
): Variables {
  if (family === 'sqlite') return {};
  if (family === 'postgresql')
    return {
      PGHOST: socket ?? host ?? '',
      PGPORT: port === null ? '' : String(port),
      PGUSER: user,
      PGPASSWORD: password,
      PGDATABASE: database,
    };
  return {
    MYSQL_PWD: password,
    MYSQL_HOST: host ?? 'localhost',
    ...(port === null ? {} : { MYSQL_TCP_PORT: String(port) }),
    ...(socket === null ? {} : { MYSQL_UNIX_PORT: socket }),
  };
}

/** The written URL with everything that says where and as whom replaced; its driver and options stay where they fit. */
function scratchUrl(
  written: string | undefined,
  { host, port, socket, user, password, database }: Endpoint,
  family: Family,
): { readonly url: string; readonly isBare: boolean } {
  const parts = /^([\w+.-]+):\/\/[^?]*(?:\?(.*))?$/s.exec(written ?? '');
  const [, scheme = '', options = ''] = parts ?? [];
  const fits = isOf(family, scheme.split('+')[0] ?? '');
  const query = new URLSearchParams(fits ? options : '');
  for (const name of [...query.keys()]) if (ELSEWHERE.test(name)) query.delete(name);
  if (socket !== null) query.set(family === 'mysql' ? 'unix_socket' : 'host', socket);
  const place = `${host ?? (family === 'mysql' ? 'localhost' : '')}${port === null ? '' : `:${port}`}`;
  const login = family === 'sqlite' ? '' : `${[user, password].map(encodeURIComponent).join(':')}@`;
  // Many an env.py hands it on to `set_main_option`, for which `%` has a meaning of its own.
  const asked = query.toString().replaceAll('%2F', '/');
  return {
    url: `${fits ? scheme : family}://${login}${place}/${database}${asked === '' ? '' : `?${asked}`}`,
    isBare: !fits,
  };
}

/** Options that say where to connect, or how a file of SQLite is opened. */
const ELSEWHERE = /^(ssl.*|unix_socket|host|port|mode|cache|immutable|vfs|nolock|psow|uri)$/;

const SCHEMES: Readonly<Record<Family, readonly string[]>> = {
  mysql: ['mysql', 'mariadb'],
  postgresql: ['postgresql', 'postgres'],
  sqlite: ['sqlite'],
};
const isOf = (family: Family, name: string): boolean => SCHEMES[family].includes(name);
