/** A server of our own from a program on this machine, in a private directory; the machine's own server is not touched. */
import { once } from 'node:events';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../../tree/usage-error.ts';
import { findBinary, type Binary } from './binary.ts';
import type { Client, Login } from './client.ts';
import { dumperBeside } from './dumper.ts';
import { untilReady } from './ready.ts';
import { RECIPES, type Recipe } from './recipe.ts';
import type { Standing, StandRequest } from './standing.ts';
import { templateOf, type Template } from './template.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** Throws a UsageError with the last lines of the server's log where it does not start. */
export async function standLocal(request: StandRequest): Promise<Standing> {
  const { engine, config, environment, watch, run } = request;
  const recipe = RECIPES[engine];
  const binary = await findBinary(engine, config.server.version, environment.PATH ?? '');
  const place = await openWorkplace(watch, run, environment);
  try {
    const server = { request, recipe, place, binary: await unconfined(binary, place, request) };
    const made = await recipe.initialise(binary, '', config.server, environment.PATH ?? '');
    const template = await templateOf(binary, made, request);
    const { login, client } = await startFromTemplate(server, template);
    const dumper = await dumperBeside(binary, login, environment);
    return {
      source: 'local',
      login,
      client,
      dumper,
      [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
    };
  } catch (error) {
    await place[Symbol.asyncDispose]();
    throw error;
  }
}

interface Started {
  readonly login: Login;
  readonly client: Client;
}

interface Server {
  readonly request: StandRequest;
  readonly recipe: Recipe;
  readonly place: Workplace;
  readonly binary: Binary;
}

/** A template on which the server does not start is made anew, once; so is the choice of a port that somebody took. */
async function startFromTemplate(server: Server, template: Template): Promise<Started> {
  const first = join(server.place.directory, 'data');
  if (await template.copyTo(first)) {
    try {
      return await start(server, first);
    } catch {
      await template.discard();
    }
  }
  const fresh = join(server.place.directory, 'fresh');
  await initialise(server, fresh);
  await template.keep(fresh);
  return start(server, fresh);
}

async function initialise({ request, recipe, place, binary }: Server, data: string): Promise<void> {
  const { config, environment } = request;
  const command = await recipe.initialise(binary, data, config.server, environment.PATH ?? '');
  const [code] = (await once(place.start(command, recipe.ending.initialisation), 'exit')) as [number | null];
  if (code === 0) return;
  throw new UsageError(
    `${basename(command.program)} could not make a data directory: ${await place.lastWords()}.`,
  );
}

async function start({ request, recipe, place, binary }: Server, data: string): Promise<Started> {
  const port = await freePort();
  const where = { directory: place.directory, data, port };
  const child = place.start(recipe.serve(binary, where, request.config.server), recipe.ending.server);
  const login: Login = {
    ...recipe.administrator,
    family: recipe.family,
    host: '127.0.0.1',
    port,
    socket: recipe.socket(place.directory),
    password: '',
  };
  try {
    const limitMs = request.config.timeouts.connect * 1000;
    const client = await untilReady(login, limitMs, () => child.exitCode ?? child.signalCode);
    // A server that nobody disposes of must not keep our process alive.
    child.unref();
    return { login, client };
  } catch (error) {
    child.kill(recipe.ending.server);
    const said = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `The local ${binary.engine} ${binary.version} (${binary.path}) did not start: ${said}; its log says: ${await place.lastWords()}.`,
    );
  }
}

/** The port is free now; that somebody takes it before the server does is answered by the second try. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/**
 * Ubuntu confines its own mysqld by AppArmor to the machine's data directory. A profile holds for a path, so that a copy
 * of the program is free.
 */
async function unconfined(
  binary: Binary,
  place: Workplace,
  { profiles = '/etc/apparmor.d' }: StandRequest,
): Promise<Binary> {
  const profile = join(profiles, binary.path.slice(1).replaceAll('/', '.'));
  const isConfined = await stat(profile).then(
    () => true,
    () => false,
  );
  if (binary.engine !== 'mysql' || !isConfined) return binary;
  const path = join(place.directory, 'program', binary.path);
  await mkdir(dirname(path), { recursive: true });
  await copyFile(binary.path, path);
  return { ...binary, path, base: dirname(dirname(binary.path)) };
}
