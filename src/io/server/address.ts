/** A server's URL as SQLAlchemy reads it, and whether it lies so near that tests may be what it is for. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { UsageError } from '../../tree/usage-error.ts';
import type { Family, Login } from './client.ts';

/** SQLAlchemy's own pattern: sqlalchemy/engine/url.py, `_parse_url`. */
const URL_PATTERN =
  /^(?<scheme>[\w+]+):\/\/(?:(?<user>[^:/]*)(?::(?<password>[^@]*))?@)?(?:(?:\[(?<ipv6>[^/?]+)\]|(?<host>[^/:?]+))?(?::(?<port>[^/?]*))?)?(?:\/(?<database>[^?]*))?(?:\?(?<query>.*))?$/s;

const FAMILIES: Readonly<Record<string, Family>> = {
  mysql: 'mysql',
  mariadb: 'mysql',
  postgresql: 'postgresql',
  postgres: 'postgresql',
};

const WHERE = 'in database-url';

/** Throws a UsageError that never quotes the URL, since that may hold a password. */
export function parseServerUrl(url: string): Login {
  const parts = URL_PATTERN.exec(url.trim())?.groups;
  if (!parts)
    throw new UsageError(`No URL ${WHERE}: write engine://user:password@host:port, as SQLAlchemy reads it.`);
  const [dialect = ''] = (parts.scheme ?? '').split('+');
  const family = FAMILIES[dialect];
  if (!family) {
    throw new UsageError(
      `The engine "${dialect}" ${WHERE} is none of mysql, mariadb, postgresql: use one of these.`,
    );
  }
  const port = parts.port ? Number(parts.port) : null;
  if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new UsageError(`The port "${parts.port}" ${WHERE} is no number from 1 to 65535: correct it.`);
  }
  const socket = socketOf(family, new URLSearchParams(parts.query ?? ''), parts.host);
  return {
    family,
    host: socket === null ? (parts.ipv6 ?? parts.host ?? 'localhost') : null,
    port: port ?? (family === 'mysql' ? 3306 : 5432),
    socket,
    user: unquote(parts.user) ?? (family === 'mysql' ? 'root' : 'postgres'),
    password: unquote(parts.password) ?? '',
    database: family === 'mysql' ? '' : unquote(parts.database) || 'postgres',
  };
}

/** MySQL's drivers take `unix_socket`; PostgreSQL's take a directory as the host. */
function socketOf(family: Family, query: URLSearchParams, host: string | undefined): string | null {
  if (family === 'mysql') return query.get('unix_socket');
  return [query.get('host'), unquote(host)].find((name) => name?.startsWith('/')) ?? null;
}

function unquote(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    throw new UsageError(`A percent sign ${WHERE} begins no %XX escape: write %25 for the sign itself.`);
  }
}

/** How messages name a server: without its password. */
export function nameServer(login: Login): string {
  return `${login.user}@${login.socket ?? `${login.host ?? ''}:${login.port ?? ''}`}`;
}

const NEAR = new BlockList();
NEAR.addSubnet('127.0.0.0', 8);
NEAR.addSubnet('10.0.0.0', 8);
NEAR.addSubnet('172.16.0.0', 12);
NEAR.addSubnet('192.168.0.0', 16);
NEAR.addSubnet('169.254.0.0', 16);
NEAR.addAddress('::1', 'ipv6');
NEAR.addSubnet('fc00::', 7, 'ipv6');
NEAR.addSubnet('fe80::', 10, 'ipv6');

/** Throws a UsageError for a host that is neither loopback nor private by all of its addresses, or has none. */
export async function requireNear(login: Login): Promise<void> {
  if (login.host === null) return;
  const { host } = login;
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host);
  const far = addresses.find(({ address, family }) => !NEAR.check(address, family === 6 ? 'ipv6' : 'ipv4'));
  if (!far) return;
  throw new UsageError(
    `The server ${nameServer(login)} is remote (${far.address}): nothing is created there unless the configuration says "allow-remote: true".`,
  );
}

async function resolve(host: string): Promise<readonly { address: string; family: number }[]> {
  try {
    return await lookup(host, { all: true });
  } catch {
    throw new UsageError(
      `The host "${host}" ${WHERE} has no address: correct its name, or start the server first.`,
    );
  }
}
