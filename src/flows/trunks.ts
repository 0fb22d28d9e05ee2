/** The branches on which a revision counts as merged (design §5): is the base one of them, and what do the others hold? */
import type { Config } from '../config/config.ts';
import type { Repository } from '../io/git.ts';
import type { Log } from '../io/log.ts';
import { branchName } from '../report/words.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { Tree } from '../tree/tree.ts';
import type { Sides } from './sides.ts';

export interface Trunks {
  readonly baseIsTrunk: boolean;
  readonly others: readonly { readonly name: string; readonly tree: Tree }[];
}

/** Without `trunks:` the default branch is the only one; a repository without any (a bare desk) has its base for one. */
export async function findTrunks(
  config: Config,
  { base }: Sides,
  repository: Repository,
  log: Log,
): Promise<Trunks> {
  const standard = config.trunks ?? [(await repository.defaultBase())?.ref ?? base.ref];
  const names = new Set(standard.map(branchName));
  const others = await Promise.all(
    [...names]
      .filter((name) => name !== branchName(base.ref))
      .map((name) => trunkTree(name, repository, log)),
  );
  return { baseIsTrunk: names.has(branchName(base.ref)), others: others.filter((trunk) => trunk !== null) };
}

/** A trunk that is not in this clone is said, because what landed only there counts as new here. */
async function trunkTree(
  name: string,
  repository: Repository,
  log: Log,
): Promise<Trunks['others'][number] | null> {
  for (const ref of [`origin/${name}`, name]) {
    try {
      const { sha } = await repository.resolve(ref);
      return { name, tree: await repository.tree(sha, ref) };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
    }
  }
  log.warn(
    `the trunk ${name} is not in this clone, so revisions that landed only there count as new: fetch it`,
  );
  return null;
}
