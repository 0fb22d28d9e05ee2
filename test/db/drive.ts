/** Drives a small project up and down on scratch databases without any proof, and tells where its connections went. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { driverStarter } from '../../src/io/python/start.ts';
import type { Migrated, RequestedStep, Target } from '../../src/io/python.ts';
import type { DatabaseServer, Endpoint } from '../../src/io/server.ts';
import { explainFailure } from '../../src/verify/failure.ts';
import { World } from '../../src/verify/run-world.ts';
import { writeProject, type ProjectOptions } from './project.ts';
import { DRIVER } from './prove.ts';

export interface Driven {
  /** One sentence; null where everything ran. */
  readonly failure: string | null;
  readonly runs: readonly Migrated[];
  /** Where the application wanted to go. */
  readonly targets: readonly Target[];
  /** Label of each scratch database that there is, and its name. */
  readonly databases: readonly (readonly [string, string])[];
  /** What env.py wrote into the file `landed`, line by line. */
  readonly landed: readonly string[];
}

/** Each of `runs` is one run of env.py. `by` leaves only one way to the server. */
export async function drive(
  server: DatabaseServer,
  by: 'socket' | 'tcp',
  options: ProjectOptions,
  runs: readonly (readonly RequestedStep[])[],
): Promise<Driven> {
  await using project = await writeProject(options);
  await using world = new World(server, 'drive');
  const targets: Target[] = [];
  const started = await driverStarter(DRIVER)({
    environment: project.environment,
    tree: project.directory,
    checkout: project.directory,
    family: server.engine === 'postgresql' ? 'postgresql' : 'mysql',
    scratch: async (target) => {
      targets.push(target);
      return onlyBy(by, await world.endpoint(target));
    },
    startMs: 60_000,
  });
  if (started.kind === 'refused') {
    const failure = explainFailure(started.failure, started.interpreter);
    return { failure, runs: [], targets, databases: [], landed: [] };
  }
  await using driver = started.driver;
  const ran: Migrated[] = [];
  for (const steps of runs) ran.push(await driver.migrate(steps, { stepMs: 60_000, totalMs: 60_000 }));
  const failed = ran.find((run) => run.kind !== 'done');
  return {
    failure: failed ? explainFailure(failed.failure, driver.interpreter) : null,
    runs: ran,
    targets,
    databases: world.databases().map(([label, { name }]) => [label, name]),
    landed: await lines(join(project.directory, 'landed')),
  };
}

function onlyBy(by: 'socket' | 'tcp', endpoint: Endpoint): Endpoint {
  return by === 'socket' ? { ...endpoint, host: null } : { ...endpoint, socket: null };
}

async function lines(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}
