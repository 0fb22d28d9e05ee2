/** Where the demo's server comes from: a MySQL or MariaDB program, else Docker, else the distribution's package. */
import { spawnSync } from 'node:child_process';
import { installPackage } from '../io/demo-stage.ts';
import { findBinary } from '../io/server/binary.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { Flags } from './arguments.ts';

const IMAGE = 'mysql:8.4';
/** Debian has no MySQL; both distributions have this one. */
const PACKAGE = 'mariadb-server-core';

/** The flags for `check`. Throws UsageError where no server can be had. */
export async function bringServer(say: (sentence: string) => void): Promise<Flags> {
  const found = (await local()) ?? container(say);
  if (found !== null) return found;
  await installPackage(PACKAGE, say);
  const installed = await local();
  if (installed === null)
    throw new UsageError(`${PACKAGE} brought no server program: run the demo with --static`);
  return installed;
}

async function local(): Promise<Flags | null> {
  for (const engine of ['mysql', 'mariadb'] as const) {
    try {
      await findBinary(engine, undefined, process.env['PATH'] ?? '');
      return { database: 'local', engine };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
    }
  }
  return null;
}

/** Only where the image is here or can be pulled: a daemon without a registry is no server. */
function container(say: (sentence: string) => void): Flags | null {
  const docker = (...parameters: readonly string[]): boolean =>
    spawnSync('docker', [...parameters], { stdio: 'ignore', timeout: 300_000 }).status === 0;
  if (!docker('info')) return null;
  if (!docker('image', 'inspect', IMAGE)) {
    say(`pulling the image ${IMAGE} (once)`);
    if (!docker('pull', '--quiet', IMAGE)) return null;
  }
  return { database: 'container', image: IMAGE, engine: 'mysql' };
}
