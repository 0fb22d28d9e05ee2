/** Environments that the command line names. */
import { UsageError } from '../tree/usage-error.ts';
import type { Assembled } from './assemble.ts';
import { select } from './select.ts';
import type { Request, Surroundings } from './select.ts';

/** The command line's `--script-location`, `--versions` and `--recursive`, relative to the repository. */
export interface Overrides {
  readonly scriptLocations?: readonly string[];
  readonly versions?: readonly string[];
  readonly recursive?: boolean;
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
