/** Configurations and bare script directories become environments, each history once. */
import type { Directories } from '../tree/directories.ts';
import { parentOf, ROOT } from '../tree/paths.ts';
import type { Configuration } from './configurations.ts';
import type { Environment, EnvironmentProblem } from './environment.ts';
import { defaultVersions, locate } from './locate.ts';
import type { Located } from './locate.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { UnreadableSettings } from './unreadable.ts';

/** What is known of a script directory without any configuration. */
export interface ScriptDirectory {
  readonly path: string;
  /** `env.py` runs inside a Flask application, as Flask-Migrate's own does. */
  readonly flask: boolean;
}

export interface Assembled {
  readonly environments: readonly Environment[];
  readonly problems: readonly EnvironmentProblem[];
}

/** Environments in the order of the configurations, then script directories that no configuration names. */
export function assemble(
  configurations: readonly Configuration[],
  scriptDirectories: readonly ScriptDirectory[],
  directories: Directories,
): Assembled {
  const environments: Environment[] = [];
  const problems: EnvironmentProblem[] = [];
  const refused = new Set<string>();
  for (const configuration of configurations) {
    const result = configured(configuration, scriptDirectories, directories);
    if ('problem' in result) {
      problems.push(result.problem);
      if (result.scriptLocation !== undefined) refused.add(result.scriptLocation);
    } else addHistory(environments, result.environment);
  }
  const taken = new Set([...refused, ...environments.map((environment) => environment.scriptLocation)]);
  const bare = scriptDirectories
    .filter(({ path }) => !taken.has(path))
    .map((directory) => bareEnvironment(directory, directories));
  return { environments: [...environments, ...bare], problems };
}

/** Two files that configure the same history are one environment; two histories may share a script location. */
function addHistory(environments: Environment[], environment: Environment): void {
  const neighbours = environments.filter(
    ({ scriptLocation }) => scriptLocation === environment.scriptLocation,
  );
  const history = environment.versionLocations.join('\n');
  if (neighbours.some(({ versionLocations }) => versionLocations.join('\n') === history)) return;
  const suffix = environment.section ?? environment.ini ?? '';
  environments.push(
    neighbours.length === 0 ? environment : { ...environment, name: `${environment.name}#${suffix}` },
  );
}

type Configured =
  | { readonly environment: Environment }
  | { readonly problem: EnvironmentProblem; readonly scriptLocation?: string };

function configured(
  configuration: Configuration,
  scriptDirectories: readonly ScriptDirectory[],
  directories: Directories,
): Configured {
  const { file, line, settings } = configuration;
  const problem = (kind: EnvironmentProblem['kind'], message: string): EnvironmentProblem => ({
    kind,
    path: file,
    line,
    message,
    fail: false,
  });
  const shapes = scriptDirectories.map(({ path }) => path);
  const located = attemptToLocate(configuration, directories, shapes);
  if (located instanceof UnreadableSettings) return { problem: problem('unreadable', located.message) };
  if (located === null) return { problem: problem('missing', nowhere(settings.scriptLocation)) };
  if (settings.sourceless) {
    const message =
      'sourceless = true lets Alembic load compiled revisions that have no source, which cannot be read: remove the option, or commit the sources';
    return { problem: problem('unreadable', message), scriptLocation: located.scriptLocation };
  }
  const flask = scriptDirectories.some(
    (directory) => directory.flask && directory.path === located.scriptLocation,
  );
  return { environment: configuredEnvironment(configuration, located, flask, directories) };
}

function attemptToLocate(
  configuration: Configuration,
  directories: Directories,
  shapes: readonly string[],
): Located | UnreadableSettings | null {
  try {
    return locate(configuration, directories, shapes);
  } catch (error) {
    if (error instanceof UnreadableSettings) return error;
    throw error;
  }
}

function nowhere(location: string | null): string {
  return location === null
    ? 'there is no script_location here and no env.py beside it: set script_location, or name the directory as script-location under environments of the gate’s configuration'
    : `script_location ${location} is not a directory of this repository: correct it, or name the directory as script-location under environments of the gate’s configuration`;
}

function configuredEnvironment(
  configuration: Configuration,
  located: Located,
  usesFlask: boolean,
  directories: Directories,
): Environment {
  const { file, section, settings } = configuration;
  const beside = directories.resolve(parentOf(file)).path === located.scriptLocation;
  const flask = usesFlask && beside;
  return {
    ...environmentAt(located.scriptLocation, settings),
    flavour: flask ? 'flask-migrate' : 'alembic',
    versionLocations: located.versionLocations,
    ini: file,
    ...(section === 'alembic' ? {} : { section }),
    workingDirectory: flask ? aboveCode(located.scriptLocation, directories) : located.workingDirectory,
  };
}

/** Where `flask db` is started: the first directory above that is no Python package, as Flask imports from there. */
function aboveCode(scriptLocation: string, directories: Directories): string {
  const isPackage = (place: string): boolean =>
    directories.list(place).some(({ name }) => name === '__init__.py');
  let place = parentOf(scriptLocation);
  while (place !== ROOT && isPackage(place)) place = parentOf(place);
  return place;
}

/** A script directory that no file configures: Alembic's defaults, started from the repository. */
export function bareEnvironment({ path, flask }: ScriptDirectory, directories: Directories): Environment {
  const settings = readSettings({ ini: null, section: 'alembic', toml: null, tomlHere: '' });
  return {
    ...environmentAt(path, settings),
    flavour: flask ? 'flask-migrate' : 'alembic',
    versionLocations: [defaultVersions(path, directories)],
    workingDirectory: flask ? aboveCode(path, directories) : ROOT,
  };
}

function environmentAt(
  scriptLocation: string,
  settings: Settings,
): Omit<Environment, 'flavour' | 'versionLocations' | 'workingDirectory'> {
  return {
    name: scriptLocation,
    scriptLocation,
    recursive: settings.recursive,
    ini: null,
    fileTemplate: settings.fileTemplate,
    truncateSlugLength: settings.truncateSlugLength,
    timezone: settings.timezone,
    outputEncoding: settings.outputEncoding,
    databases: settings.databases,
    postWriteHooks: settings.postWriteHooks,
    expectedHeads: 1,
    declared: null,
  };
}
