/** Environments that the user names, in the gate's configuration or by flags, matched with those that were found. */
import type { Directories } from '../tree/directories.ts';
import { joinPath, parentOf, ROOT } from '../tree/paths.ts';
import { UsageError } from '../tree/usage-error.ts';
import { bareEnvironment } from './assemble.ts';
import type { Assembled, ScriptDirectory } from './assemble.ts';
import { absolute } from './configurations.ts';
import type { Configuration } from './configurations.ts';
import type { DeclaredEnvironment, Environment, EnvironmentProblem } from './environment.ts';

/** The command line's `--script-location`, `--versions` and `--recursive`, relative to the repository. */
export interface Overrides {
  readonly scriptLocations?: readonly string[];
  readonly versions?: readonly string[];
  readonly recursive?: boolean;
}

/** The part of a declaration that says which history is meant. */
type Request = Pick<
  DeclaredEnvironment,
  'name' | 'ini' | 'scriptLocation' | 'versionLocations' | 'recursive'
>;

export interface Surroundings {
  readonly directories: Directories;
  readonly scriptDirectories: readonly ScriptDirectory[];
}

/** A declaration that names both an ini and its directories is believed over that ini. */
export function believeDeclared(
  configurations: readonly Configuration[],
  declared: readonly DeclaredEnvironment[],
): readonly Configuration[] {
  return configurations.map((configuration) => {
    const named = declared.find(({ ini }) => ini !== undefined && normal(ini) === configuration.file);
    const location = named?.scriptLocation;
    if (location === undefined) return configuration;
    return {
      ...configuration,
      settings: { ...configuration.settings, scriptLocation: absolute(normal(location)) },
    };
  });
}

/** Found environments with the declarations applied: first the declared ones, in their order, then the others. */
export function applyDeclared(
  found: Assembled,
  declared: readonly DeclaredEnvironment[],
  around: Surroundings,
): Assembled {
  const problems: EnvironmentProblem[] = [];
  const replaced = new Set<Environment>();
  const environments = declared.flatMap((declaration) => {
    const target = select(declaration, found.environments, around);
    if ('message' in target) {
      problems.push(target);
      return [];
    }
    replaced.add(target.from);
    return [
      {
        ...target.environment,
        name: declaration.name ?? target.environment.name,
        expectedHeads: declaration.expectedHeads ?? 1,
        declared: declaration,
      },
    ];
  });
  const others = found.environments.filter((environment) => !replaced.has(environment));
  const inis = new Set(declared.flatMap(({ ini }) => (ini === undefined ? [] : [normal(ini)])));
  /** Who declares environments has said which matter: what merely looks like another one may stay unreadable. */
  const relevant = found.problems.filter(({ path }) => declared.length === 0 || inis.has(path));
  return { environments: [...environments, ...others], problems: [...relevant, ...problems] };
}

/** Exactly the environments of the flags, with whatever was found or declared about them; all where they name none. */
export function applyOverrides(found: Assembled, overrides: Overrides, around: Surroundings): Assembled {
  const requests = requestsOf(overrides);
  if (requests.length === 0) {
    const { recursive } = overrides;
    const environments = found.environments.map((each) =>
      recursive === undefined ? each : { ...each, recursive },
    );
    return { ...found, environments };
  }
  const chosen = requests.map((request) => select(request, found.environments, around));
  return {
    environments: chosen.flatMap((target) => ('message' in target ? [] : [target.environment])),
    problems: chosen.flatMap((target) => ('message' in target ? [target] : [])),
  };
}

/** The n-th `--versions` belongs to the n-th `--script-location`; without any of those, each is an environment. */
function requestsOf({ scriptLocations = [], versions = [], recursive }: Overrides): readonly Request[] {
  if (scriptLocations.length > 0 && versions.length > scriptLocations.length) {
    throw new UsageError(
      `--versions is given ${versions.length} times and --script-location ${scriptLocations.length} times: give each --versions its --script-location`,
    );
  }
  const both = recursive === undefined ? {} : { recursive };
  if (scriptLocations.length === 0)
    return versions.map((directory) => ({ versionLocations: [directory], ...both }));
  return scriptLocations.map((scriptLocation, index) => {
    const directory = versions[index];
    return { scriptLocation, ...(directory === undefined ? {} : { versionLocations: [directory] }), ...both };
  });
}

type Selected = { readonly environment: Environment; readonly from: Environment } | EnvironmentProblem;

function select(request: Request, found: readonly Environment[], around: Surroundings): Selected {
  const { directories } = around;
  const versions = request.versionLocations?.map((directory) => directories.resolve(normal(directory)));
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
      (request.ini === undefined || environment.ini === normal(request.ini)) &&
      (request.scriptLocation === undefined ||
        environment.scriptLocation === directories.resolve(normal(request.scriptLocation)).path),
  );
  if (request.ini !== undefined || request.scriptLocation !== undefined) return candidates[0] ?? null;
  const named = candidates.find(
    ({ name, scriptLocation }) => request.name === name || request.name === scriptLocation,
  );
  if (named !== undefined) return named;
  const [first] = request.versionLocations ?? [];
  if (first !== undefined) {
    const directory = directories.resolve(normal(first)).path;
    return candidates.find(({ versionLocations }) => versionLocations.includes(directory)) ?? null;
  }
  return found.length === 1 && request.name === undefined ? (found[0] ?? null) : null;
}

/** An environment at a directory that was not found by itself: the one named, or the one above the versions. */
function create(request: Request, { directories, scriptDirectories }: Surroundings): Environment | null {
  const [first] = request.versionLocations ?? [];
  const named = request.scriptLocation ?? (first === undefined ? undefined : parentOf(normal(first)));
  if (named === undefined) return null;
  const place = directories.resolve(normal(named));
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
function normal(path: string): string {
  const folded = path.startsWith('/') ? null : joinPath(ROOT, path);
  if (folded !== null) return folded;
  throw new UsageError(`${path} is not inside the repository: give a path relative to the repository`);
}
