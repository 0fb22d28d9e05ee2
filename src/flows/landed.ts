/** Revisions that came onto a trunk though no commit that held them ever had a green verdict (design §13). */
import type { GitHub, Issue, Landings } from '../io/github.ts';
import { BASE_CONTEXT } from '../publish/base.ts';
import { isOurs } from '../publish/existing.ts';
import { VERDICT_CONTEXT } from '../publish/status.ts';
import { recorded, type Unproven } from '../publish/unproven.ts';
import type { ReportedRevision } from '../report/report.ts';
import type { Tree } from '../tree/tree.ts';
import type { Survey } from './survey.ts';

export interface LandedPorts {
  readonly survey: Survey;
  readonly github: Pick<GitHub, 'me' | 'landings' | 'statuses'>;
}

/** What is on record still, and what came since the trunk was last looked at; `others` are trunks too. */
export async function unprovenOn(
  branch: string,
  others: readonly string[],
  issues: readonly Issue[],
  ports: LandedPorts,
): Promise<readonly Unproven[]> {
  const me = await ports.github.me();
  const { entries } = await ports.survey.tree(await ports.survey.tip(branch));
  const found = new Map<string, Unproven>();
  for (const one of recorded(branch, issues, me))
    if (entries.has(one.path) && !(await wasProved([one.commit], me, ports)))
      found.set(`${one.revision} ${one.path}`, one);
  for (const one of await landed(branch, others, me, ports)) found.set(`${one.revision} ${one.path}`, one);
  return [...found.values()];
}

async function landed(
  branch: string,
  others: readonly string[],
  me: string,
  ports: LandedPorts,
): Promise<readonly Unproven[]> {
  const { survey, github } = ports;
  const landings = await github.landings(branch, BASE_CONTEXT);
  const known = landings.commits.findIndex((commit) => isKnown(commit, me));
  const since = landings.commits[known]?.sha;
  // Where no commit below was ever judged the gate is new here, and what came before it is nobody's fault.
  if (since === undefined || known === 0) return [];
  const head = await survey.tip(branch);
  const { report } = await survey.judge({ pullRequest: null, base: branch, onto: since, head });
  const added = report.environments.flatMap(({ revisions }) => revisions.added);
  if (added.length === 0) return [];
  const elsewhere = await treesOf(others, survey);
  const { entries } = await survey.tree(head);

  const recent = new Set(landings.commits.slice(0, known).map(({ sha }) => sha));
  const merged = landings.merged.filter(({ commit }) => commit !== null && recent.has(commit));
  await survey.bring([], merged);
  const found: Unproven[] = [];
  for (const revision of added) {
    // What another trunk has was looked at when it landed there.
    const own = entries.get(revision.path)?.oid;
    if (elsewhere.some((tree) => tree.entries.get(revision.path)?.oid === own)) continue;
    const [commits, origin] = await whence(revision, branch, { ...landings, merged }, survey);
    if (!(await wasProved(commits, me, ports))) found.push(origin);
  }
  return found;
}

/** A trunk that cannot be had excuses nothing. */
async function treesOf(branches: readonly string[], survey: Survey): Promise<readonly Tree[]> {
  await survey.bring(branches, []);
  const trees = branches.map(async (branch) => survey.tree(await survey.tip(branch)));
  const had = await Promise.all(trees.map((tree) => tree.catch(() => null)));
  return had.filter((tree) => tree !== null);
}

/** The gate's own word on a commit, other than that it did not know. */
const isKnown = ({ status }: Landings['commits'][number], me: string): boolean =>
  status !== null && isOurs(status.creator, me) && (status.state === 'success' || status.state === 'failure');

/**
 * Told by contents, because a squash or a rebase leaves no other trace: the merged pull request whose head has the very
 * same file. Beside it the commits on which a verdict counts, which a merge queue gives to what it puts onto the branch.
 */
async function whence(
  { id, path }: ReportedRevision,
  branch: string,
  { commits, merged }: Landings,
  survey: Survey,
): Promise<readonly [readonly string[], Unproven]> {
  const blob = async (commit: string): Promise<string | undefined> =>
    (await survey.tree(commit).catch(() => null))?.entries.get(path)?.oid;
  const own = await blob(await survey.tip(branch));
  for (const { number, head, commit, by } of merged)
    if ((await blob(head)) === own)
      return [
        [head, ...(commit === null ? [] : [commit])],
        { revision: id, path, commit: head, pullRequest: number, by },
      ];
  const commit = (await survey.lastChange(branch, [path])) ?? (await survey.tip(branch));
  const by = commits.find(({ sha }) => sha === commit)?.author ?? null;
  return [[commit], { revision: id, path, commit, pullRequest: null, by }];
}

async function wasProved(commits: readonly string[], me: string, { github }: LandedPorts): Promise<boolean> {
  for (const commit of commits)
    for (const { state, creator } of await github.statuses(commit, VERDICT_CONTEXT))
      if (state === 'success' && isOurs(creator, me)) return true;
  return false;
}
