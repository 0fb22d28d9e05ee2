/** How each engine's server is initialised and started for a short and careless life: speed counts, durability does not. */
import type { DeclaredServer } from '../../config/config.ts';
import type { ServerEngine } from '../server.ts';
import type { Ending } from '../watch.ts';
import { beside, type Binary } from './binary.ts';
import type { Family } from './client.ts';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

export interface Recipe {
  readonly family: Family;
  /** Of the server, and of the program that makes its data directory. */
  readonly ending: { readonly server: Exclude<Ending, 'patience'>; readonly initialisation: Ending };
  readonly administrator: { readonly user: string; readonly database: string };
  /** Makes a data directory whose administrator needs no password on the socket. `path` is the PATH. */
  initialise(binary: Binary, data: string, declared: DeclaredServer, path: string): Promise<Command>;
  serve(binary: Binary, where: Place, declared: DeclaredServer): Command;
  /** What drivers call the socket: its file, or for PostgreSQL its directory. */
  socket(directory: string): string;
}

export interface Place {
  readonly directory: string;
  readonly data: string;
  readonly port: number;
}

/** `loose`: older and newer servers, which do not know an option, ignore it. Also what containers are started with. */
export const FAST_MYSQL = [
  '--skip-log-bin',
  '--loose-mysqlx=OFF',
  '--skip-name-resolve',
  '--loose-performance-schema=OFF',
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-flush-method=nosync',
  '--innodb-doublewrite=OFF',
  '--innodb-buffer-pool-size=64M',
  '--loose-innodb-redo-log-capacity=32M',
];

export const FAST_POSTGRESQL = [
  '--fsync=off',
  '--synchronous-commit=off',
  '--full-page-writes=off',
  '--wal-level=minimal',
  '--max-wal-senders=0',
  '--shared-buffers=64MB',
];

/** What production's server was declared to be, as options of ours; the user's own flags come last and win. */
export function declaredOptions(family: Family, declared: DeclaredServer): readonly string[] {
  const flags = declared.flags ?? [];
  // On PostgreSQL encoding and locale belong to each database: see `createSchema`.
  if (family === 'postgresql') return flags;
  const option = (name: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`--${name}=${value}`];
  return [
    ...option('character-set-server', declared.charset),
    ...option('collation-server', declared.collation),
    ...option('sql-mode', declared.sqlMode),
    ...flags,
  ];
}

const files = ({ base }: Binary): string[] => (base === undefined ? [] : [`--basedir=${base}`]);

const mysqlServer = {
  family: 'mysql',
  ending: { server: 'SIGKILL', initialisation: 'SIGKILL' },
  administrator: { user: 'root', database: '' },
  serve: (binary: Binary, { directory, data, port }: Place, declared: DeclaredServer): Command => ({
    program: binary.path,
    args: [
      ...['--no-defaults', ...files(binary), `--datadir=${data}`, `--pid-file=${directory}/server.pid`],
      ...[`--socket=${directory}/mysql.sock`, '--bind-address=127.0.0.1', `--port=${port}`],
      // The default directory of file imports may not exist, which ends the server; nobody here has the FILE right.
      '--secure-file-priv=',
      ...FAST_MYSQL,
      ...declaredOptions('mysql', declared),
    ],
  }),
  socket: (directory: string) => `${directory}/mysql.sock`,
} as const;

const mysql: Recipe = {
  ...mysqlServer,
  initialise: (binary, data, declared) =>
    Promise.resolve({
      program: binary.path,
      args: [
        ...['--no-defaults', ...files(binary), '--initialize-insecure', `--datadir=${data}`],
        '--secure-file-priv=',
        '--loose-innodb-redo-log-capacity=32M',
        // Some, as lower_case_table_names, are fixed for ever when the data directory is made.
        ...(declared.flags ?? []),
      ],
    }),
};

const mariadb: Recipe = {
  ...mysqlServer,
  initialise: async (binary, data, _declared, path) => ({
    program: await beside(binary, ['mariadb-install-db', 'mysql_install_db'], path),
    args: [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
  }),
};

const postgresql: Recipe = {
  family: 'postgresql',
  // Its bootstrap process cleans up after itself only when it may end.
  ending: { server: 'SIGQUIT', initialisation: 'patience' },
  administrator: { user: 'postgres', database: 'postgres' },
  initialise: async (binary, data, _declared, path) => ({
    program: await beside(binary, ['initdb'], path),
    args: [
      ...[`--pgdata=${data}`, '--username=postgres', '--auth-local=trust', '--auth-host=scram-sha-256'],
      // macOS has no C.UTF-8.
      ...['--no-sync', '--encoding=UTF8', `--locale=${process.platform === 'darwin' ? 'C' : 'C.UTF-8'}`],
    ],
  }),
  serve: (binary, { directory, data, port }, declared) => ({
    program: binary.path,
    args: [
      ...['-D', data, `--unix-socket-directories=${directory}`],
      ...['--listen-addresses=127.0.0.1', `--port=${port}`],
      ...FAST_POSTGRESQL,
      ...declaredOptions('postgresql', declared),
    ],
  }),
  socket: (directory) => directory,
};

export const familyOf = (engine: ServerEngine): Family => RECIPES[engine].family;

export const RECIPES: Readonly<Record<ServerEngine, Recipe>> = { mysql, mariadb, postgresql };
