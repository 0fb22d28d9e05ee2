/** From a report with several heads to the files that a commit must write; or why there is nothing to commit. */
import type { EnvironmentReport, Report } from '../report/report.ts';
import { isBehind } from '../report/words.ts';
import type { Edit, MergeRevision } from '../remedy/resolution.ts';
import { isWithin } from '../tree/paths.ts';

export type Strategy = 'merge-revision' | 're-parent';

export type Cure =
  | {
      readonly kind: 'cure';
      readonly merges: readonly MergeRevision[];
      readonly edits: readonly Edit[];
      /** Whether the branch lacks a revision that the cure names: then the base has to be merged into it first. */
      readonly behind: boolean;
    }
  | { readonly kind: 'nothing' }
  /** One sentence. */
  | { readonly kind: 'refused'; readonly why: string };

const refused = (why: string): Cure => ({ kind: 'refused', why });

/**
 * `strategy` null takes what is recommended for each environment. `ground` are the base's own versions directories: a
 * pull request that declares others is cured by hand.
 */
export function planCure(report: Report, strategy: Strategy | null, ground: readonly string[]): Cure {
  const conflict = report.environments.find(({ heads }) => heads.merged === null);
  if (conflict !== undefined) {
    return refused(
      `the branch and its base conflict inside ${conflict.versionLocations.join(', ')}: merge the base by hand first`,
    );
  }
  const unjudged = report.environments.length === 0 || !report.environments.every(isSettled);
  if (unjudged) return refused(`the history cannot be read to its heads: ${report.reason ?? report.outcome}`);
  const split = report.environments.filter(({ resolution }) => resolution !== null);
  const cures = split.map((environment) => cureOf(environment, strategy, ground));
  const refusal = cures.find((cure) => cure.kind === 'refused');
  if (refusal !== undefined) return refusal;
  if (split.length === 0) return { kind: 'nothing' };
  const parts = cures.flatMap((cure) => (cure.kind === 'cure' ? [cure] : []));
  return {
    kind: 'cure',
    merges: parts.flatMap(({ merges }) => merges),
    edits: parts.flatMap(({ edits }) => edits),
    behind: parts.some(({ behind }) => behind),
  };
}

/** Several heads with a cure, or as many as expected; anything else (a history that does not load) is not known. */
function isSettled({ resolution, heads, expectedHeads }: EnvironmentReport): boolean {
  const expected =
    typeof expectedHeads === 'number'
      ? expectedHeads
      : Object.values(expectedHeads).reduce((sum, one) => sum + one, 0);
  return resolution !== null || heads.merged?.length === expected;
}

function cureOf(environment: EnvironmentReport, strategy: Strategy | null, ground: readonly string[]): Cure {
  const { name, resolution } = environment;
  if (resolution === null) return { kind: 'nothing' };
  const { mergeRevision, reParent } = resolution;
  const behind = isBehind(environment);
  const chosen = strategy ?? resolution.recommended;
  if (chosen === 're-parent') {
    if (reParent === null)
      return refused(`the revisions of ${name} cannot be re-parented: ${resolution.because}`);
    const stray = reParent.edits.find(({ path }) => !isRevisionFile(path, ground));
    if (stray !== undefined) return refused(`${stray.path} lies in no versions directory of the base`);
    return { kind: 'cure', merges: [], edits: reParent.edits, behind };
  }
  if (resolution.refused !== null) return refused(resolution.refused);
  if (mergeRevision.content === null)
    return refused(`no file can be written for ${name}: run ${mergeRevision.command}`);
  if (!isRevisionFile(mergeRevision.path, ground)) {
    return refused(`${mergeRevision.path} lies in no versions directory of the base`);
  }
  return { kind: 'cure', merges: [mergeRevision], edits: [], behind };
}

/** The only kind of path that the bot ever writes. */
const isRevisionFile = (path: string, ground: readonly string[]): boolean =>
  path.endsWith('.py') &&
  !path.split('/').includes('..') &&
  ground.some((directory) => isWithin(path, directory));
