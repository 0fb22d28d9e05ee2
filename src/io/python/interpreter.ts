/** Which Python is the project's: the configured one, else the virtual environment it is developed in, else PATH's. */
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Environment } from '../../config/environment.ts';
import { childEnvironment } from './child-environment.ts';

export type Interpreter =
  | { readonly kind: 'found'; readonly path: string; readonly because: string }
  | { readonly kind: 'none'; readonly looked: string };

const VIRTUAL_ENVIRONMENTS = ['.venv', 'venv', 'env'];
const POETRY_MS = 20_000;

/** The first that exists, with the reason in words; a configured one that does not exist is not replaced by a guess. */
export async function findInterpreter(environment: Environment, checkout: string): Promise<Interpreter> {
  const declared = environment.declared?.python;
  if (declared !== undefined) {
    const path = await configured(declared, checkout);
    return path === null
      ? { kind: 'none', looked: `\`python: ${declared}\` names no program` }
      : { kind: 'found', path, because: 'configured' };
  }
  const places = [
    ...(await virtualEnvironments(resolve(checkout, environment.workingDirectory), checkout)),
    ...(await poetry(checkout)),
    ...onPath('python3', 'PATH'),
    ...onPath('python', 'PATH'),
  ];
  for (const { path, because } of places) if (await isProgram(path)) return { kind: 'found', path, because };
  return { kind: 'none', looked: 'no virtual environment in the repository, no python3 on PATH' };
}

interface Place {
  readonly path: string;
  readonly because: string;
}

async function configured(python: string, checkout: string): Promise<string | null> {
  const places = /[/\\]/.test(python)
    ? [resolve(checkout, python)]
    : onPath(python, 'PATH').map(({ path }) => path);
  for (const path of places) if (await isProgram(path)) return path;
  return null;
}

/** The active one, uv's (`UV_PROJECT_ENVIRONMENT`, else `.venv`), and the customary directories. */
function virtualEnvironments(workingDirectory: string, checkout: string): Promise<readonly Place[]> {
  const { VIRTUAL_ENV: active, UV_PROJECT_ENVIRONMENT: uv } = process.env;
  const directories = new Set([workingDirectory, checkout]);
  return Promise.resolve([
    ...(active ? [inside(active, 'VIRTUAL_ENV')] : []),
    ...(uv ? [inside(isAbsolute(uv) ? uv : join(checkout, uv), 'UV_PROJECT_ENVIRONMENT')] : []),
    ...[...directories].flatMap((directory) =>
      VIRTUAL_ENVIRONMENTS.map((name) => inside(join(directory, name), `${name} of the repository`)),
    ),
  ]);
}

function inside(directory: string, because: string): Place {
  return { path: join(directory, 'bin', 'python'), because };
}

/** Poetry keeps environments outside the project unless told otherwise, so it has to be asked. */
async function poetry(checkout: string): Promise<readonly Place[]> {
  if (!(await exists(join(checkout, 'poetry.lock')))) return [];
  try {
    const asked = promisify(execFile)('poetry', ['env', 'info', '--executable', '--no-interaction'], {
      cwd: checkout,
      env: childEnvironment({}),
      timeout: POETRY_MS,
    });
    const path = (await asked).stdout.trim();
    return path === '' ? [] : [{ path, because: "poetry's environment" }];
  } catch {
    return [];
  }
}

function onPath(name: string, because: string): readonly Place[] {
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter((directory) => directory !== '');
  return directories.map((directory) => ({ path: join(directory, name), because }));
}

async function isProgram(path: string): Promise<boolean> {
  return exists(path, constants.X_OK);
}

async function exists(path: string, mode = constants.F_OK): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch {
    return false;
  }
}
