/** What the pull request changes, path by path, and whether any of it can change a verdict (design §2, "Relevant"). */
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
import { globMatcher } from '../tree/glob.ts';
import { isWithin, joinPath } from '../tree/paths.ts';
import type { Tree } from '../tree/tree.ts';

/** Paths whose contents or kind differ between the base's tip and the would-be merge, in no particular order. */
export function changedPaths(base: Tree, merged: Tree): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [path, { oid, kind }] of merged.entries) {
    const before = base.entries.get(path);
    if (before?.oid !== oid || before.kind !== kind) changed.add(path);
  }
  for (const path of base.entries.keys()) if (!merged.entries.has(path)) changed.add(path);
  return changed;
}

export const GATE_CONFIGURATION = ['.github/alembic-gate.yml', '.github/alembic-gate.yaml'] as const;

/**
 * A test for "can a change of this path matter to the environment?": its revisions, `env.py`, template, ini, or the models
 * behind it. The globs of `models:` are compiled once, because every changed path is asked about.
 */
export function concerning(
  environment: Environment,
  { models }: Pick<Config, 'models'>,
): (path: string) => boolean {
  const { scriptLocation, ini } = environment;
  const own = new Set([ini, joinPath(scriptLocation, 'env.py'), joinPath(scriptLocation, 'script.py.mako')]);
  const isModel = globMatcher(models);
  return (path) => isRevisionFile(path, environment) || own.has(path) || isModel(path);
}

/** Whether it lies where the environment's revisions are. */
export const isRevisionFile = (path: string, { versionLocations }: Environment): boolean =>
  versionLocations.some((directory) => isWithin(path, directory));

/** Files that make an environment, wherever they appear: with one of them a change may bring an environment of its own. */
const MAKES_ENVIRONMENT =
  /(^|\/)(env\.py|script\.py\.mako|pyproject\.toml|[^/]*\.ini)$|\/versions\/[^/]*\.py$/;

/** A test for "is this worth judging?", by paths alone; without a known environment everything is. */
export function mayConcern(
  environments: readonly Environment[],
  config: Pick<Config, 'models'>,
): (path: string) => boolean {
  const known = environments.map((environment) => concerning(environment, config));
  return (path) =>
    known.length === 0 || concernsAll(path) || MAKES_ENVIRONMENT.test(path) || known.some((own) => own(path));
}

/** Whether a change can matter to every environment: the gate's own configuration. */
export const concernsAll = (path: string): boolean => GATE_CONFIGURATION.some((name) => name === path);
