/** What the pull request changes, path by path, and whether any of it can change a verdict (design §2, "Relevant"). */
import picomatch from 'picomatch';
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
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

const inside = (path: string, directory: string): boolean =>
  directory === '.' || path.startsWith(`${directory}/`);

/** Whether a change can matter to one environment: its revisions, `env.py`, template, ini, or the models behind it. */
export function concerns(path: string, environment: Environment, config: Pick<Config, 'models'>): boolean {
  const { versionLocations, scriptLocation, ini } = environment;
  return (
    versionLocations.some((directory) => inside(path, directory)) ||
    path === `${scriptLocation}/env.py` ||
    path === `${scriptLocation}/script.py.mako` ||
    path === ini ||
    (config.models.length > 0 && picomatch.isMatch(path, [...config.models]))
  );
}

/** Whether a change can matter to every environment: the gate's own configuration. */
export const concernsAll = (path: string): boolean => GATE_CONFIGURATION.some((name) => name === path);

/** Files that pin what runs: judged by content, because only a change of the tools behind the migrations matters. */
const LOCK =
  /(^|\/)(requirements[^/]*\.(txt|in)|constraints[^/]*\.txt|pyproject\.toml|uv\.lock|poetry\.lock|pdm\.lock|Pipfile(\.lock)?)$/;

export const mayPinTools = (path: string): boolean => LOCK.test(path);

const TOOL =
  /^.*\b(alembic|sqlalchemy|flask[-_]migrate|flask[-_]sqlalchemy|pymysql|mysqlclient|mysql[-_]connector[-_a-z]*|aiomysql|asyncmy|psycopg\d?(?:[-_]binary)?|asyncpg)\b.*$/gim;

/** The lines of a lock that name Alembic, SQLAlchemy, Flask-Migrate or a driver, each with the line after it (a version). */
export function pinnedTools(text: string): string {
  return [...text.matchAll(TOOL)]
    .map(({ 0: line, index }) => line + (text.slice(index + line.length).split('\n', 2)[1] ?? ''))
    .join('\n');
}
