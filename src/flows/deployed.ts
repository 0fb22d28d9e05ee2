/** Where databases out there stand, as far as the configuration and this repository's tags say. */
import type { DeployedState } from '../changes/history.ts';
import type { Environment } from '../config/environment.ts';
import type { RevisionGraph } from '../graph/graph.ts';
import type { Repository } from '../io/git.ts';
import { UsageError } from '../tree/usage-error.ts';
import { readHistory } from './history.ts';

/** A revision of one of these histories stands for itself, anything else for the heads at the tag of that name. */
export function deployedStates(
  names: readonly string[],
  environment: Environment,
  histories: readonly RevisionGraph[],
  repository: Pick<Repository, 'tree' | 'resolve'>,
): Promise<readonly DeployedState[]> {
  return Promise.all(
    names.map(async (name) => {
      if (histories.some(({ revisions }) => revisions.has(name))) return { name, heads: [name] };
      try {
        const tree = await repository.tree((await repository.resolve(name)).sha, name);
        return { name, heads: (await readHistory(tree, environment, new Map())).graph.realHeads };
      } catch (error) {
        if (error instanceof UsageError) return { name, heads: [] };
        throw error;
      }
    }),
  );
}
