/**
 * A job's service container, as a runner starts it from the workflow file: its image, variables, ports and options to
 * `docker create`, then waiting for its health. act does not start services for a job that runs on the machine itself.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { testbed } from '../testbed.ts';

export interface ServiceDefinition {
  readonly image: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly ports?: readonly (string | number)[];
  readonly options?: string;
  readonly command?: string;
}

export interface Service extends AsyncDisposable {
  /** On this machine. */
  readonly port: number;
  /** How long it took until it was healthy. */
  readonly readyMs: number;
}

/** The testbed's image of a MySQL server carries no client: what it says of TCP is all that a health check asks. */
const MYSQLADMIN = `#!/bin/bash
[ "$1" = ping ] && [ "$2" = --host=127.0.0.1 ] && exec 3<>/dev/tcp/127.0.0.1/3306
`;
const PATIENCE_MS = 90_000;

export async function startService({
  env = {},
  ports = [],
  options = '',
  command = '',
}: ServiceDefinition): Promise<Service> {
  const { host, image } = testbed().docker;
  const docker = (...args: readonly string[]): string =>
    execFileSync('docker', [...(host === null ? [] : ['--host', host]), ...args], {
      encoding: 'utf8',
    }).trim();
  const directory = mkdtempSync(join(tmpdir(), 'service-'));
  const client = join(directory, 'mysqladmin');
  writeFileSync(client, MYSQLADMIN);
  chmodSync(client, 0o755);
  const inside = String(ports[0]).split(':').at(-1) ?? '';
  const started = Date.now();
  const id = docker(
    ...[
      'run',
      '--detach',
      '--volume',
      `${client}:/usr/local/bin/mysqladmin:ro`,
      '--publish',
      `127.0.0.1::${inside}`,
    ],
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...words(options),
    image,
    ...words(command),
  );
  const service = {
    async [Symbol.asyncDispose]() {
      docker('rm', '--force', '--volumes', id);
      rmSync(directory, { recursive: true, force: true });
      await Promise.resolve();
    },
  };
  try {
    while (docker('inspect', '--format', '{{.State.Health.Status}}', id) !== 'healthy') {
      if (Date.now() - started > PATIENCE_MS) throw new Error(`not healthy: ${docker('logs', id)}`);
      await sleep(200);
    }
    const port = Number(docker('port', id, `${inside}/tcp`).split(':').at(-1));
    return { ...service, port, readyMs: Date.now() - started };
  } catch (error) {
    await service[Symbol.asyncDispose]();
    throw error;
  }
}

/** As a shell splits them. */
const words = (line: string): readonly string[] =>
  line.trim() === ''
    ? []
    : execFileSync('sh', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' })
        .trimEnd()
        .split('\n');
