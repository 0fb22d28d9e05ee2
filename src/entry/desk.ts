/** What the commands at the desk share: the repository, the configuration that counts there, the flags as requests. */
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { GATE_CONFIGURATION } from '../changes/changed-paths.ts';
import type { Overrides } from '../config/overrides.ts';
import type { ConfigurationRequest } from '../flows/judge-configuration.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { Flags } from './arguments.ts';

export const text = (flags: Flags, name: string): string | null => {
  const value = flags[name];
  return typeof value === 'string' ? value : null;
};

export const list = (flags: Flags, name: string): readonly string[] => {
  const value = flags[name];
  return typeof value === 'object' ? value : [];
};

export const isSet = (flags: Flags, name: string): boolean => flags[name] === true;

export const repositoryDirectory = (flags: Flags): string => resolve(text(flags, 'repo') ?? '.');

/** Directories as the user gave them; absolute ones are made relative to the repository. */
export function locations(flags: Flags, root: string): Overrides {
  const relative = (path: string): string =>
    isAbsolute(path) && path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
  return {
    scriptLocations: list(flags, 'script-location').map(relative),
    versions: list(flags, 'versions').map(relative),
    ...(isSet(flags, 'recursive') ? { recursive: true } : {}),
  };
}

/** At the desk the working tree's configuration counts, or the file that `--config` names. Throws UsageError. */
export function configurationRequest(flags: Flags, root: string): ConfigurationRequest {
  const choice = (name: string): Record<string, string> => {
    const value = text(flags, name);
    return value === null ? {} : { [name]: value };
  };
  return {
    file: configurationFile(text(flags, 'config'), root),
    flags: { ...choice('database'), ...choice('engine'), ...choice('image'), ...choice('profile') },
    inputs: {},
    locations: locations(flags, root),
  };
}

function configurationFile(named: string | null, root: string): ConfigurationRequest['file'] {
  if (named !== null) {
    const path = resolve(named);
    if (!existsSync(path)) throw new UsageError(`there is no file ${named}: correct --config`);
    return { path: named, text: readFileSync(path, 'utf8') };
  }
  const path = GATE_CONFIGURATION.find((name) => existsSync(join(root, name)));
  return path === undefined
    ? { path: GATE_CONFIGURATION[0], text: '' }
    : { path, text: readFileSync(join(root, path), 'utf8') };
}
