/**
 * Whose environments judge: those of the base and of the merge together, so that a pull request cannot take its
 * revisions out of sight by moving an ini, a directory or a location.
 */
import type { Discovery, Environment } from './environment.ts';

export interface JudgedEnvironment {
  /** By which the merged tree is read: every location that either side reads, the base's settings where it has any. */
  readonly environment: Environment;
  /** Null where the pull request brings the environment. */
  readonly base: Environment | null;
  /** Null where the pull request takes it away. */
  readonly merged: Environment | null;
}

/** Pairs the environments of two trees by name, else by script location, else by ini; the base's come first. */
export function judgedEnvironments(base: Discovery, merged: Discovery): readonly JudgedEnvironment[] {
  const free = new Set(merged.environments);
  const take = (same: (candidate: Environment) => boolean): Environment | null => {
    const found = [...free].find(same) ?? null;
    if (found !== null) free.delete(found);
    return found;
  };
  const named = new Map(base.environments.map((old) => [old, take(({ name }) => name === old.name)]));
  const paired = base.environments.map((old) => {
    const next =
      named.get(old) ??
      take(({ scriptLocation }) => scriptLocation === old.scriptLocation) ??
      take(({ ini, section }) => ini !== null && ini === old.ini && section === old.section);
    return { environment: next === null ? old : together(old, next), base: old, merged: next };
  });
  return [...paired, ...[...free].map((next) => ({ environment: next, base: null, merged: next }))];
}

function together(base: Environment, merged: Environment): Environment {
  return {
    ...base,
    versionLocations: [...new Set([...base.versionLocations, ...merged.versionLocations])],
    recursive: base.recursive || merged.recursive,
  };
}

/** Sentences for `no-gate-weakening`: which places the pull request would take out of Alembic's sight. */
export function hiddenPlaces(judged: readonly JudgedEnvironment[]): readonly string[] {
  return judged.flatMap(({ base, merged }) => {
    if (base === null) return [];
    if (merged === null) return [`environment ${base.name} can no longer be found`];
    const lost = base.versionLocations.filter((location) => !merged.versionLocations.includes(location));
    return [
      ...(base.scriptLocation === merged.scriptLocation
        ? []
        : [`environment ${base.name} moves to ${merged.scriptLocation}`]),
      ...lost.map((location) => `environment ${base.name} no longer reads revisions from ${location}`),
      ...(base.recursive && !merged.recursive
        ? [`environment ${base.name} no longer reads sub-directories`]
        : []),
    ];
  });
}
