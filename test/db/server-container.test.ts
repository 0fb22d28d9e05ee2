import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { UsageError } from '../../src/tree/usage-error.ts';
import type { ServerConfig } from '../../src/io/server/standing.ts';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { testbed } from '../testbed.ts';
import { killAt, startGate } from './killing.ts';

const LIMIT = 60_000;

// Docker's client is found by the environment, ours and the watchdog's.
const { host } = testbed().docker;
if (host !== null) process.env.DOCKER_HOST = host;

function open(
  changes: Partial<ServerConfig> = {},
  environment: NodeJS.ProcessEnv = {},
): Promise<DatabaseServer> {
  const { image } = testbed().docker;
  return openTestServer('mysql', { database: 'container', image, ...changes }, environment);
}

test(
  'a MySQL container gives scratch schemas, with flags as declared and data in memory',
  async () => {
    await using server = await open({
      server: { flags: ['--max-connections=77'], collation: 'utf8mb4_bin' },
    });
    expect(server).toMatchObject({ engine: 'mysql', product: 'MySQL', source: 'container' });
    expect(server.version).toMatch(/^9\.7\.\d+$/);
    const scratch = await server.createScratch('base');
    expect(scratch.endpoint).toMatchObject({ host: '127.0.0.1', socket: null });
    const [row] = await scratch.query(
      'SELECT @@max_connections AS c, @@collation_database AS o, @@log_bin AS b',
    );
    expect(row).toEqual({ c: 77, o: 'utf8mb4_bin', b: 0 });
  },
  LIMIT,
);

test(
  'two gates use containers side by side',
  async () => {
    const [one, other] = await Promise.all([open(), open()]);
    const names = [(await one.createScratch('base')).name, (await other.createScratch('base')).name];
    expect(new Set(names).size).toBe(2);
    await Promise.all([one[Symbol.asyncDispose](), other[Symbol.asyncDispose]()]);
  },
  LIMIT,
);

test.each([
  [
    'an image that cannot be had',
    () => open({ image: 'alembic-gate.invalid/none:1' }),
    /^The image alembic-gate\.invalid\/none:1 is not here and cannot be pulled \(.*\): correct "image"/,
  ],
  [
    'an engine that does not answer',
    () => open({}, { DOCKER_HOST: 'unix:///nowhere/docker.sock' }),
    /^No Docker engine answers \(.*\): start one/,
  ],
  [
    'a flag that the server does not know',
    () => open({ server: { flags: ['--no-such-flag=1'] } }),
    /^The (container of|mysql server in the container of) \S+ .*no.such.flag/,
  ],
  [
    'a server that is not ready in time',
    () => open({ timeouts: { connect: 0.01, step: 1, total: 1 } }),
    /^The mysql server in the container of \S+ is of no use: not ready within 0\.01 s/,
  ],
])(
  '%s is one sentence',
  async (_what, opening, sentence) => {
    const error = await opening().then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(sentence);
    expect((error as UsageError).message).not.toContain('\n');
  },
  LIMIT,
);

test('a gate with a container leaves neither it nor a volume when killed at any moment', async () => {
  const docker = (...args: string[]) =>
    execFileSync('docker', args, { encoding: 'utf8', env: process.env }).split('\n').filter(Boolean);
  // A name of its own, so that containers of other tests are not counted.
  const image = `alembic-gate-testbed/killed:${process.pid}`;
  docker('tag', testbed().docker.image, image);
  const volumes = docker('volume', 'ls', '--quiet');
  const left = () =>
    Promise.resolve(docker('ps', '--all', '--format', '{{.Image}}').filter((name) => name === image));
  const start = () => startGate('mysql', { database: 'container', image });
  await killAt([150, 300, 400, 500, 700, 1000, 2000, 6000], start, left);
  expect(docker('volume', 'ls', '--quiet')).toEqual(volumes);
  docker('rmi', image);
}, 120_000);
