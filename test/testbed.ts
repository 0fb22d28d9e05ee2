/** Where the real programs that tests compare with are; `scripts/testbed` puts them there. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type PythonName = 'newest' | '1.13' | '1.8' | 'drivers' | 'drivers-1.4' | 'sqlalchemy-1.3' | 'tools';

export interface Testbed {
  /** Interpreters that have that version of Alembic, or every driver (with SQLAlchemy 1.4), or uv and poetry. */
  readonly python: Readonly<Record<PythonName, string>>;
  /** Programs that run a real server of that product; `mysqld` is MySQL's, whatever the machine calls by that name. */
  readonly mysqld: string;
  readonly mariadbd: string;
  readonly postgres: string;
  /** A Docker engine that answers and the image of a real MySQL on it; `host` is null for the client's default. */
  readonly docker: { readonly host: string | null; readonly image: string };
  /** What reads and runs workflow files. */
  readonly workflowTools: Readonly<Record<'act' | 'actionlint' | 'zizmor', string>>;
  /** The Node that runs actions on GitHub. */
  readonly node24: string;
  /** Unpacked source packages with real migration histories, by name. */
  readonly packages: Readonly<Record<string, string>>;
}

type Recorded = Partial<Omit<Testbed, 'docker'>> & { readonly docker?: Testbed['docker'] | null };

const CACHE = fileURLToPath(new URL('../.cache/testbed/', import.meta.url));

function program(path: string | undefined, part: string): string {
  if (path !== undefined && existsSync(path)) return path;
  throw new Error(
    `The testbed has no ${part}${path ? ` at ${path}` : ''}: run "node scripts/testbed/prepare.mjs" once.`,
  );
}

/** Throws at the first use of a program that is missing: a test that needs one must not be skipped. */
export function testbed(): Testbed {
  const file = `${CACHE}env.json`;
  // Written by scripts/testbed/prepare.mjs alone.
  const recorded = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded) : {};
  const python = (name: PythonName): string =>
    program(recorded.python?.[name] ?? `${CACHE}python/${name}/bin/python`, `Python with Alembic (${name})`);
  return {
    get python() {
      return {
        get newest() {
          return python('newest');
        },
        get '1.13'() {
          return python('1.13');
        },
        get '1.8'() {
          return python('1.8');
        },
        get drivers() {
          return python('drivers');
        },
        get 'drivers-1.4'() {
          return python('drivers-1.4');
        },
        get 'sqlalchemy-1.3'() {
          return python('sqlalchemy-1.3');
        },
        get tools() {
          return python('tools');
        },
      };
    },
    get mysqld() {
      return program(recorded.mysqld, 'MySQL');
    },
    get mariadbd() {
      return program(recorded.mariadbd, 'MariaDB');
    },
    get postgres() {
      return program(recorded.postgres, 'PostgreSQL');
    },
    get docker() {
      if (recorded.docker) return recorded.docker;
      throw new Error(
        'The testbed has no Docker engine running: start the tests by "npm test" or "npm run test:db".',
      );
    },
    get node24() {
      return program(recorded.node24, 'Node 24');
    },
    get workflowTools() {
      const tool = (name: 'act' | 'actionlint' | 'zizmor'): string =>
        program(recorded.workflowTools?.[name], name);
      return { act: tool('act'), actionlint: tool('actionlint'), zizmor: tool('zizmor') };
    },
    get packages() {
      if (recorded.packages) return recorded.packages;
      throw new Error(
        'The testbed has no source packages: run "node scripts/testbed/prepare.mjs packages" once.',
      );
    },
  };
}
