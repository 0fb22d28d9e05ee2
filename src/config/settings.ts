/**
 * What an ini and a `pyproject.toml` together tell Alembic: an option of the ini wins, `[tool.alembic]` fills gaps, and
 * each option has its own way of being split (alembic/config.py, since 1.16; older releases read the ini alone).
 */
import { strip } from './ini.ts';
import type { Ini } from './ini.ts';
import { formatToml, iniOption } from './interpolate.ts';
import { UnreadableSettings } from './unreadable.ts';

/** `[tool.alembic]` as it stands in the file. */
export type TomlTable = Readonly<Record<string, unknown>>;

export interface Sources {
  readonly ini: Ini | null;
  /** The ini's section, `alembic` unless `-n` says otherwise; it never changes which toml table is read. */
  readonly section: string;
  readonly toml: TomlTable | null;
  /** `%(here)s` of the toml; the ini has its own among its defaults. */
  readonly tomlHere: string;
}

/** Alembic's options, not yet resolved to directories. */
export interface Settings {
  readonly scriptLocation: string | null;
  /** Null where the default, `versions` in the script location, applies. */
  readonly versionLocations: readonly string[] | null;
  readonly prependSysPath: readonly string[];
  readonly recursive: boolean;
  readonly sourceless: boolean;
  readonly fileTemplate: string;
  readonly truncateSlugLength: number;
  readonly timezone: string | null;
  readonly outputEncoding: string;
  readonly databases: readonly string[];
  readonly postWriteHooks: readonly string[];
}

const DEFAULT_SLUG_LENGTH = 40;
const SPACE_OR_COMMA = /, *| +/;
const SPACE_COMMA_OR_COLON = /, *| +|:/;
const SEPARATORS = new Map([
  ['space', ' '],
  ['newline', '\n'],
  /** The gate judges what runs on Linux. */
  ['os', ':'],
  [':', ':'],
  [';', ';'],
]);

/** Reads every option the gate needs. Throws UnreadableSettings where Alembic would raise. */
export function readSettings(sources: Sources): Settings {
  const text = (name: string): string | null => textOption(sources, name);
  return {
    scriptLocation: text('script_location'),
    versionLocations: versionLocations(sources),
    prependSysPath: listOption(sources, 'prepend_sys_path', ['path_separator'], SPACE_COMMA_OR_COLON) ?? [],
    recursive: booleanOption(sources, 'recursive_version_locations'),
    sourceless: booleanOption(sources, 'sourceless'),
    fileTemplate: text('file_template') ?? '%(rev)s_%(slug)s',
    truncateSlugLength: slugLength(sources),
    timezone: text('timezone'),
    outputEncoding: text('output_encoding') ?? 'utf-8',
    databases: databases(sources),
    postWriteHooks: hooks(sources),
  };
}

function fromIni(sources: Sources, name: string): string | undefined {
  return sources.ini?.sections.has(sources.section)
    ? iniOption(sources.ini, sources.section, name)
    : undefined;
}

function textOption(sources: Sources, name: string): string | null {
  const ini = fromIni(sources, name);
  if (ini !== undefined) return ini;
  const value = sources.toml?.[name];
  if (value === undefined) return null;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw tomlError(name, 'must be a string');
  return formatToml(value, name, { here: sources.tomlHere });
}

/** In an ini only the exact text `true` counts; in a toml only a boolean is taken at all. */
function booleanOption(sources: Sources, name: string): boolean {
  const ini = fromIni(sources, name);
  if (ini !== undefined) return ini === 'true';
  const value = sources.toml?.[name] ?? false;
  if (typeof value !== 'boolean') throw tomlError(name, 'must be true or false, without quotes');
  return value;
}

function versionLocations(sources: Sources): readonly string[] | null {
  const separators = ['path_separator', 'version_path_separator'];
  const locations = listOption(sources, 'version_locations', separators, SPACE_OR_COMMA);
  return locations === null || locations.length === 0 ? null : locations;
}

/** An ini's value is split, and an empty one counts as none; a toml's must be a list and never is. */
function listOption(
  sources: Sources,
  name: string,
  separatorOptions: readonly string[],
  legacySplit: RegExp,
): readonly string[] | null {
  const value = fromIni(sources, name);
  if (value !== undefined && value !== '') {
    const separator = separatorOf(sources, separatorOptions);
    if (separator === null) return value.split(legacySplit);
    return value.split(separator).flatMap((piece) => (piece === '' ? [] : [strip(piece)]));
  }
  const listed = sources.toml?.[name];
  if (listed === undefined) return null;
  if (!Array.isArray(listed) || !listed.every((item) => typeof item === 'string')) {
    throw tomlError(name, 'must be a list of strings');
  }
  return listed.map((item) => formatToml(item, name, { here: sources.tomlHere }));
}

function separatorOf(sources: Sources, names: readonly string[]): string | null {
  for (const name of names) {
    const value = fromIni(sources, name);
    if (value === undefined) continue;
    const separator = SEPARATORS.get(value);
    if (separator !== undefined) return separator;
    throw iniError(sources, name, `must be os, :, ;, space or newline and nothing else, not '${value}'`);
  }
  return null;
}

/** `int(value) or 40`. */
function slugLength(sources: Sources): number {
  const value = textOption(sources, 'truncate_slug_length');
  if (value === null) return DEFAULT_SLUG_LENGTH;
  if (!/^[+-]?\d+(_\d+)*$/.test(strip(value))) {
    throw iniError(sources, 'truncate_slug_length', `must be a whole number, not '${value}'`);
  }
  return Number(strip(value).replaceAll('_', '')) || DEFAULT_SLUG_LENGTH;
}

/** The `multidb` template's own option: `re.split(r",\s*", value)` of the ini's main section. */
function databases(sources: Sources): readonly string[] {
  const value = fromIni(sources, 'databases');
  return value === undefined || value === '' ? [] : value.split(/,\s*/);
}

/** The toml's hooks count only where the ini has no `[post_write_hooks]`; the stock ini has an empty one. */
function hooks(sources: Sources): readonly string[] {
  if (sources.ini?.sections.has('post_write_hooks')) {
    return (iniOption(sources.ini, 'post_write_hooks', 'hooks') ?? '')
      .split(SPACE_OR_COMMA)
      .filter((name) => name !== '');
  }
  const listed = sources.toml?.['post_write_hooks'] ?? [];
  if (!Array.isArray(listed)) throw tomlError('post_write_hooks', 'must be a list of tables');
  return listed.map((hook: unknown) => {
    if (typeof hook === 'object' && hook !== null && 'name' in hook && typeof hook.name === 'string')
      return hook.name;
    throw tomlError('post_write_hooks', 'must be a list of tables that each have a name');
  });
}

function iniError(sources: Sources, name: string, message: string): UnreadableSettings {
  const own =
    sources.ini?.sections.get(sources.section)?.options.get(name) ?? sources.ini?.defaults.get(name);
  const option = `option ${name} in ${own === undefined ? '[tool.alembic]' : `section [${sources.section}]`}`;
  return new UnreadableSettings(own?.line ?? 1, `${option} ${message}`, { fail: true });
}

function tomlError(name: string, message: string): UnreadableSettings {
  return new UnreadableSettings(1, `${name} in [tool.alembic] ${message}`, { fail: true });
}
