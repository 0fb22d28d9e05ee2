/** Files that configure Alembic, read: one configuration for each section that may be started. */
import { directoriesOf } from '../tree/directories.ts';
import { baseName, parentOf, ROOT } from '../tree/paths.ts';
import type { Tree } from '../tree/tree.ts';
import type { EnvironmentProblem } from './environment.ts';
import { parseIni } from './ini.ts';
import type { Ini } from './ini.ts';
import { readSettings } from './settings.ts';
import type { Settings, TomlTable } from './settings.ts';
import { readAlembicTable } from './toml.ts';
import { UnreadableSettings } from './unreadable.ts';

export interface Configuration {
  /** The ini, or the `pyproject.toml` where there is no ini beside it. */
  readonly file: string;
  readonly section: string;
  /** Line of `script_location`, or of what stands for it. */
  readonly line: number;
  readonly settings: Settings;
}

export interface ReadConfigurations {
  readonly configurations: readonly Configuration[];
  readonly problems: readonly EnvironmentProblem[];
}

/** Absolute name of the repository while settings are read, wherever it may be checked out; see `locate.ts`. */
export const REPOSITORY = '/<repository>';
const DEFAULT_SECTION = 'alembic';
/** Bytes. Far above any real ini; keeps hostile interpolation small. */
const MAX_INI = 256 * 1024;

/** Reads inis and tomls; a toml that has an ini beside it fills that ini's gaps, as Alembic started there would. */
export async function readConfigurations(
  tree: Tree,
  inis: readonly string[],
  tomls: readonly string[],
): Promise<ReadConfigurations> {
  const texts = await readTexts(tree, [...inis, ...tomls]);
  const problems: EnvironmentProblem[] = [];
  const attempt = <T>(file: string, read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof UnreadableSettings)) throw error;
      problems.push({
        kind: 'unreadable',
        path: file,
        line: error.line,
        message: error.message,
        fail: error.fail,
      });
      return otherwise;
    }
  };
  const tables = new Map<string, TomlTable>();
  for (const file of tomls) {
    const table = attempt(file, () => readAlembicTable(decode(texts.get(file))), null);
    if (table !== null) tables.set(file, table);
  }
  const fromInis = inis.flatMap((file) =>
    attempt(file, () => configurationsOf(file, texts.get(file), tables.get(beside(file))), []),
  );
  const covered = new Set(inis.filter((file) => baseName(file) === 'alembic.ini').map(beside));
  const fromTomls = [...tables].flatMap(([file, table]) =>
    covered.has(file) ? [] : attempt(file, () => [configuration(file, null, DEFAULT_SECTION, table)], []),
  );
  return { configurations: [...fromInis, ...fromTomls], problems };
}

function beside(ini: string): string {
  return parentOf(ini) === ROOT ? 'pyproject.toml' : `${parentOf(ini)}/pyproject.toml`;
}

/** Contents by path, symlinks followed; what is no file in this tree is left out. */
async function readTexts(tree: Tree, paths: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const directories = await directoriesOf(tree);
  const real = new Map(
    paths.flatMap((path) => {
      const target = directories.resolve(path);
      return target.kind === 'file' ? [[path, target.path] as const] : [];
    }),
  );
  const contents = await tree.read([...new Set(real.values())]);
  return new Map(
    [...real].flatMap(([path, target]) => {
      const bytes = contents.get(target);
      return bytes === undefined ? [] : [[path, bytes] as const];
    }),
  );
}

function decode(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableSettings(1, 'this is not UTF-8: save it as UTF-8', { fail: false });
  }
}

/** An ini's sections that name a script location; `[alembic]` even without, since Flask-Migrate supplies it. */
function configurationsOf(
  file: string,
  bytes: Uint8Array | undefined,
  toml: TomlTable | undefined,
): readonly Configuration[] {
  if (bytes === undefined) return [];
  if (bytes.length > MAX_INI) {
    throw new UnreadableSettings(1, `this is larger than ${MAX_INI} bytes and no ini of Alembic's`, {
      fail: false,
    });
  }
  const text = decode(bytes);
  const certain = baseName(file) === 'alembic.ini';
  if (!certain && !text.includes('script_location')) return [];
  const ini = parseIni(text, { here: absolute(parentOf(file)) });
  const named = [...ini.sections].filter(
    ([name, { options }]) => name !== DEFAULT_SECTION && options.has('script_location'),
  );
  const main = certain ? named.length === 0 || hasLocation(ini, toml) : ini.sections.has(DEFAULT_SECTION);
  const sections = [...(main ? [DEFAULT_SECTION] : []), ...named.map(([name]) => name)];
  return sections.map((section) => configuration(file, ini, section, toml ?? null));
}

function hasLocation(ini: Ini, toml: TomlTable | undefined): boolean {
  return (
    ini.sections.get(DEFAULT_SECTION)?.options.has('script_location') === true ||
    toml?.['script_location'] !== undefined
  );
}

function configuration(
  file: string,
  ini: Ini | null,
  section: string,
  toml: TomlTable | null,
): Configuration {
  const own = ini?.sections.get(section);
  return {
    file,
    section,
    line: (own?.options.get('script_location') ?? ini?.defaults.get('script_location') ?? own)?.line ?? 1,
    settings: readSettings({ ini, section, toml, tomlHere: absolute(parentOf(file)) }),
  };
}

/** A directory of the repository as settings spell an absolute one. */
export function absolute(directory: string): string {
  return directory === ROOT ? REPOSITORY : `${REPOSITORY}/${directory}`;
}
