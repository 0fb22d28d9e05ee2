/** Environments that the gate's configuration declares, put over those that were found. */
import type { Assembled } from './assemble.ts';
import { absolute } from './configurations.ts';
import type { Configuration } from './configurations.ts';
import type { DeclaredEnvironment, Environment, EnvironmentProblem } from './environment.ts';
import { repositoryPath, select } from './select.ts';
import type { Surroundings } from './select.ts';

/** Directories that a declaration names beside an ini are believed over that ini. */
export function believeDeclared(
  configurations: readonly Configuration[],
  declared: readonly DeclaredEnvironment[],
): readonly Configuration[] {
  return configurations.map((configuration) => {
    const named = declared.find(({ ini }) => ini !== undefined && repositoryPath(ini) === configuration.file);
    const { scriptLocation, versionLocations } = configuration.settings;
    const directory = (path: string): string => absolute(repositoryPath(path));
    const settings = {
      ...configuration.settings,
      scriptLocation: named?.scriptLocation === undefined ? scriptLocation : directory(named.scriptLocation),
      versionLocations: named?.versionLocations?.map(directory) ?? versionLocations,
    };
    return { ...configuration, settings };
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
    const unclaimed = found.environments.filter((environment) => !replaced.has(environment));
    const target = select(declaration, unclaimed, around);
    if ('message' in target) {
      if (!found.problems.some(({ path }) => path === target.path)) problems.push(target);
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
  const inis = new Set(declared.flatMap(({ ini }) => (ini === undefined ? [] : [repositoryPath(ini)])));
  /** Who declares environments has said which matter: what merely looks like another one may stay unreadable. */
  const relevant = found.problems.filter(({ path }) => declared.length === 0 || inis.has(path));
  return { environments: [...environments, ...others], problems: [...relevant, ...problems] };
}
