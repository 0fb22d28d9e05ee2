/** Finds the environment that a declaration or a flag means, among those that were found or at the place it names. */
import type { Directories } from '../tree/directories.ts';
import { joinPath, parentOf, ROOT } from '../tree/paths.ts';
import { UsageError } from '../tree/usage-error.ts';
import { bareEnvironment } from './assemble.ts';
import type { ScriptDirectory } from './assemble.ts';
import type { DeclaredEnvironment, Environment, EnvironmentProblem } from './environment.ts';

/** The part of a declaration that says which history is meant. */
export type Request = Pick<
  DeclaredEnvironment,
  'name' | 'ini' | 'scriptLocation' | 'versionLocations' | 'recursive'
>;

export interface Surroundings {
  readonly directories: Directories;
  readonly scriptDirectories: readonly ScriptDirectory[];
}

/** `from` is the environment before the request's own directories were put in. */
export type Selected = { readonly environment: Environment; readonly from: Environment } | EnvironmentProblem;

/** The environment a request means, with the directories it names; a problem of kind `missing` where there is none. */
export function select(request: Request, found: readonly Environment[], around: Surroundings): Selected {
  const { directories } = around;
  const versions = request.versionLocations?.map((directory) =>
    directories.resolve(repositoryPath(directory)),
  );
  const from = match(request, found, around) ?? create(request, around);
  if (from === null) return missing(request, found);
  if (versions !== undefined && !versions.some(({ kind }) => kind === 'directory'))
    return missing(request, found);
  return {
    from,
    environment: {
      ...from,
      versionLocations: versions?.map(({ path }) => path) ?? from.versionLocations,
      recursive: request.recursive ?? from.recursive,
    },
  };
}

function match(
  request: Request,
  found: readonly Environment[],
  { directories }: Surroundings,
): Environment | null {
  const candidates = found.filter(
    (environment) =>
      (request.ini === undefined || environment.ini === repositoryPath(request.ini)) &&
      (request.scriptLocation === undefined ||
        environment.scriptLocation === directories.resolve(repositoryPath(request.scriptLocation)).path),
  );
  if (request.ini !== undefined || request.scriptLocation !== undefined) return candidates[0] ?? null;
  const named = candidates.find(
    ({ name, scriptLocation }) => request.name === name || request.name === scriptLocation,
  );
  if (named !== undefined) return named;
  const [first] = request.versionLocations ?? [];
  if (first !== undefined) {
    const directory = directories.resolve(repositoryPath(first)).path;
    return candidates.find(({ versionLocations }) => versionLocations.includes(directory)) ?? null;
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** An environment at a directory that was not found by itself: the one named, or the one above the versions. */
function create(request: Request, { directories, scriptDirectories }: Surroundings): Environment | null {
  const [first] = request.versionLocations ?? [];
  const named = request.scriptLocation ?? (first === undefined ? undefined : parentOf(repositoryPath(first)));
  if (named === undefined) return null;
  const place = directories.resolve(repositoryPath(named));
  if (place.kind !== 'directory') return null;
  const known = scriptDirectories.find(({ path }) => path === place.path);
  return bareEnvironment(known ?? { path: place.path, flask: false }, directories);
}

function missing(request: Request, found: readonly Environment[]): EnvironmentProblem {
  const named = request.ini ?? request.scriptLocation ?? request.versionLocations?.join(', ') ?? request.name;
  const known = found.map(({ name }) => name).join(', ');
  const message =
    named === undefined
      ? `an environment is declared without name, ini or script-location, and there is not exactly one that could be meant: name one of ${known || 'those you mean'}`
      : `environment ${named} is asked for and is not in this tree${known === '' ? '' : ` (found: ${known})`}: correct its path, or add it`;
  return { kind: 'missing', path: named ?? ROOT, line: 1, message, fail: false };
}

/** A path as the user gave it, folded. Throws UsageError where it leaves the repository. */
export function repositoryPath(path: string): string {
  const folded = path.startsWith('/') ? null : joinPath(ROOT, path);
  if (folded !== null) return folded;
  throw new UsageError(`${path} is not inside the repository: give a path relative to the repository`);
}
