/**
 * From what a configuration says to directories of the repository. Alembic resolves against the directory it is started
 * in, which no file records, so the nearest directory, from the configuring file upwards, that makes the paths exist is
 * taken for it.
 */
import type { Directories, Resolution } from '../tree/directories.ts';
import { baseName, joinPath, parentOf, ROOT, selfAndAncestors } from '../tree/paths.ts';
import { REPOSITORY } from './configurations.ts';
import type { Configuration } from './configurations.ts';
import { UnreadableSettings } from './unreadable.ts';

export interface Located {
  readonly scriptLocation: string;
  readonly versionLocations: readonly string[];
  readonly workingDirectory: string;
  /** The configuration names no usable script location and lies in one: Flask-Migrate passes it at run time. */
  readonly byPlace: boolean;
}

type Spot = Extract<Resolution, { kind: 'directory' | 'missing' }> | null;

/**
 * Finds the directories of a configuration; null where its script location is nowhere in this tree. Throws
 * UnreadableSettings for a version location that cannot be told, since the history would be incomplete.
 * `scriptDirectories` are those known by their shape.
 */
export function locate(
  configuration: Configuration,
  directories: Directories,
  scriptDirectories: readonly string[],
): Located | null {
  const { scriptLocation } = configuration.settings;
  const folder = parentOf(configuration.file);
  if (scriptLocation !== null) {
    const found =
      locateFromAbove(configuration, scriptLocation, directories) ??
      locateByShape(configuration, scriptLocation, scriptDirectories, directories);
    if (found !== null) return found;
  }
  if (directories.resolve(`${folder}/env.py`).kind !== 'file') return null;
  const real = directories.resolve(folder).path;
  return { ...placed(configuration, real, parentOf(real), directories), byPlace: true };
}

function locateFromAbove(
  configuration: Configuration,
  location: string,
  directories: Directories,
): Located | null {
  const spots = selfAndAncestors(parentOf(configuration.file)).flatMap((cwd) => {
    const spot = spotOf(location, cwd, configuration, directories);
    return spot?.kind === 'directory' ? [{ cwd, path: spot.path }] : [];
  });
  const runnable = spots.filter(({ path }) => directories.resolve(`${path}/env.py`).kind === 'file');
  const complete = runnable.filter(({ cwd }) => findsVersions(configuration, cwd, directories));
  const best = complete[0] ?? runnable[0] ?? spots[0];
  return best === undefined ? null : placed(configuration, best.path, best.cwd, directories);
}

/** Whether the version locations, too, mean something when seen from a directory. */
function findsVersions(configuration: Configuration, cwd: string, directories: Directories): boolean {
  const { versionLocations } = configuration.settings;
  return (
    versionLocations === null ||
    versionLocations.some(
      (location) => spotOf(location, cwd, configuration, directories)?.kind === 'directory',
    )
  );
}

/**
 * `/app/migrations` of a container, or `package:migrations` of a package whose place on `sys.path` is not known: the
 * one directory that ends so and has the shape of a script location.
 */
function locateByShape(
  configuration: Configuration,
  location: string,
  scriptDirectories: readonly string[],
  directories: Directories,
): Located | null {
  const isPackage = !location.startsWith('/') && location.includes(':');
  if (!isPackage && (!location.startsWith('/') || location.startsWith(REPOSITORY))) return null;
  const tail = isPackage ? packagePath(location) : baseName(location);
  const alike = scriptDirectories.filter((directory) => `/${directory}`.endsWith(`/${tail}`));
  const [only] = alike;
  return only !== undefined && alike.length === 1
    ? placed(configuration, only, parentOf(configuration.file), directories)
    : null;
}

function placed(
  configuration: Configuration,
  scriptLocation: string,
  cwd: string,
  directories: Directories,
): Located {
  const { versionLocations } = configuration.settings;
  const locations =
    versionLocations === null
      ? [defaultVersions(scriptLocation, directories)]
      : versionLocations.map((location) => versionDirectory(location, cwd, configuration, directories));
  return { scriptLocation, versionLocations: locations, workingDirectory: cwd, byPlace: false };
}

/** `versions` below a script location: where it leads, or where it would be. */
export function defaultVersions(scriptLocation: string, directories: Directories): string {
  const path = joinPath(scriptLocation, 'versions') ?? ROOT;
  const found = directories.resolve(path);
  return found.kind === 'directory' || found.kind === 'submodule' ? found.path : path;
}

function versionDirectory(
  location: string,
  cwd: string,
  configuration: Configuration,
  directories: Directories,
): string {
  const spot = spotOf(location, cwd, configuration, directories);
  if (spot !== null) return spot.path;
  throw new UnreadableSettings(
    configuration.line,
    `version location ${location} is not in this repository, so the history would be incomplete: ` +
      'name the directories in version-locations under environments of the gate’s configuration',
    { fail: false },
  );
}

/** One location as seen from a working directory; null where it cannot be in this repository. */
function spotOf(location: string, cwd: string, configuration: Configuration, directories: Directories): Spot {
  if (location.startsWith('/')) {
    if (location !== REPOSITORY && !location.startsWith(`${REPOSITORY}/`)) return null;
    return inside(directories.resolve(location.slice(REPOSITORY.length)));
  }
  if (!location.includes(':')) return inside(directories.resolve(`${cwd}/${location}`));
  const roots = [...configuration.settings.prependSysPath, '.', 'src'];
  for (const root of roots) {
    if (root.includes(':')) continue;
    const spot = spotOf(
      `${root === '' ? '.' : root}/${packagePath(location)}`,
      cwd,
      configuration,
      directories,
    );
    if (spot?.kind === 'directory') return spot;
  }
  return null;
}

/** `a.b:c:d` as a path: the first part is imported, so its dots are folders. */
function packagePath(location: string): string {
  const [imported, ...rest] = location.split(':');
  return [...(imported ?? '').split('.'), ...rest].join('/');
}

function inside(resolution: Resolution): Spot {
  return resolution.kind === 'directory' || resolution.kind === 'missing' ? resolution : null;
}
