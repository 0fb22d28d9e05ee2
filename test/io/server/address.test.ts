import { describe, expect, test } from '@jest/globals';
import { nameServer, parseServerUrl, requireNear } from '../../../src/io/server/address.ts';
import { UsageError } from '../../../src/tree/usage-error.ts';

const MYSQL = {
  family: 'mysql',
  host: 'localhost',
  port: 3306,
  socket: null,
  user: 'root',
  password: '',
  database: '',
};
const POSTGRESQL = {
  family: 'postgresql',
  host: 'localhost',
  port: 5432,
  socket: null,
  user: 'postgres',
  password: '',
  database: 'postgres',
};

describe('a server URL', () => {
  // What SQLAlchemy's make_url reads from the same text.
  test.each([
    ['mysql://', MYSQL],
    [
      'mysql+pymysql://root:p%40ss%2Fw@db:3307/shop',
      { ...MYSQL, host: 'db', port: 3307, password: 'p@ss/w' },
    ],
    ['mariadb+mariadbconnector://u@[::1]:3308', { ...MYSQL, host: '::1', port: 3308, user: 'u' }],
    ['mysql://u:a:b?c#d@h/x', { ...MYSQL, host: 'h', user: 'u', password: 'a:b?c#d' }],
    [
      'mysql+mysqldb://u:x@localhost/db?unix_socket=/run/my%20sql.sock',
      { ...MYSQL, host: null, socket: '/run/my sql.sock', user: 'u', password: 'x' },
    ],
    [
      'postgresql+psycopg://u:x@10.0.0.1/shop',
      { ...POSTGRESQL, host: '10.0.0.1', user: 'u', password: 'x', database: 'shop' },
    ],
    ['postgres://u@h', { ...POSTGRESQL, host: 'h', user: 'u' }],
    [
      'postgresql+asyncpg://u@/shop?host=/var/run/postgresql',
      { ...POSTGRESQL, host: null, socket: '/var/run/postgresql', user: 'u', database: 'shop' },
    ],
    [
      'postgresql://u@%2Fvar%2Frun/shop',
      { ...POSTGRESQL, host: null, socket: '/var/run', user: 'u', database: 'shop' },
    ],
  ])('%s is read as SQLAlchemy reads it', (url, login) => {
    expect(parseServerUrl(url)).toEqual(login);
  });

  test.each([
    ['', /^No URL/],
    ['sqlite:///x.db', /^The engine "sqlite"/],
    ['mysql://h:port/', /^The port "port"/],
    ['mysql://h:99999/', /^The port "99999"/],
    ['mysql://u:100%@h/', /^A percent sign/],
  ])('%j is refused in one sentence', (url, sentence) => {
    const reading = () => parseServerUrl(url);
    expect(reading).toThrow(UsageError);
    expect(reading).toThrow(sentence);
  });

  test('is named without its password', () => {
    expect(nameServer(parseServerUrl('mysql://u:secret@h:1/db'))).toBe('u@h:1');
    expect(nameServer(parseServerUrl('mysql://u:secret@h/?unix_socket=/s'))).toBe('u@/s');
  });
});

describe('a server counts as local', () => {
  const at = (host: string) => requireNear(parseServerUrl(`mysql://${host}/`));

  test.each([
    '127.0.0.1',
    '127.8.9.10',
    'localhost',
    '[::1]',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '[fd12::1]',
  ])('at %s', async (host) => {
    await expect(at(host)).resolves.toBeUndefined();
  });

  test('at a socket', async () => {
    await expect(requireNear(parseServerUrl('mysql://h/?unix_socket=/s'))).resolves.toBeUndefined();
  });

  test.each([
    '8.8.8.8',
    '172.32.0.1',
    '192.169.0.1',
    '11.0.0.1',
    '[2001:db8::1]',
    '[::ffff:8.8.8.8]',
    '0.0.0.0',
  ])('but not at %s', async (host) => {
    await expect(at(host)).rejects.toThrow(/is remote/);
  });
});
