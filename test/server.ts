/** Real servers for tests, opened as the product opens them. */
import { execFileSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openServer } from '../src/io/server/open.ts';
import type { ServerConfig } from '../src/io/server/standing.ts';
import type { DatabaseServer, ServerEngine } from '../src/io/server.ts';
import type { Watch } from '../src/io/watch.ts';
import { openWatch } from '../src/io/watch/open.ts';
import { testbed } from './testbed.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Bundles a program for plain Node, packages left where they are, and returns its path. */
export function built(source: string): string {
  const target = join(ROOT, '.cache/test-programs', source.replace(/\.ts$/, '.mjs'));
  const incoming = `${target}.${process.pid}.mjs`;
  const options = [
    '--platform',
    'node',
    '--no-code-splitting',
    '-e',
    'mysql2/promise',
    '-e',
    'pg',
    '--logLevel',
    'silent',
  ];
  // By its command line: the bundler's native half does not take values from jest's realm.
  const rolldown = join(ROOT, 'node_modules/.bin/rolldown');
  execFileSync(process.execPath, [rolldown, source, '--file', incoming, ...options], { cwd: ROOT });
  renameSync(incoming, target);
  return target;
}

/** Finds the testbed's MySQL before anything that the machine calls by its name. */
export function testEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${dirname(testbed().mysqld)}:${process.env.PATH ?? ''}` };
}

let watch: Watch | null = null;

/** One watchdog for all servers of a test file; it ends with jest's worker. */
export function testWatch(): Watch {
  return (watch ??= openWatch(built('src/entry/watchdog.ts'), process.env));
}

export const serverConfig = (changes: Partial<ServerConfig> = {}): ServerConfig => ({
  database: 'local',
  databaseUrl: null,
  image: 'mysql:8.4',
  allowRemote: false,
  server: {},
  timeouts: { connect: 30, step: 120, total: 900 },
  ...changes,
});

/** A local server unless told otherwise. */
export function openTestServer(
  engine: ServerEngine,
  changes: Partial<ServerConfig> = {},
  environment: NodeJS.ProcessEnv = {},
): Promise<DatabaseServer> {
  return openServer({
    engine,
    config: serverConfig(changes),
    watch: testWatch(),
    environment: { ...testEnvironment(), ...environment },
  });
}
