/** Writing to a pull request's branch: brought up to date where that is needed, then one commit, each with a lock. */
import { discoverEnvironments } from '../config/discover.ts';
import type { Command } from '../event/command.ts';
import type { CommandTask } from '../event/task.ts';
import type { PullRequest } from '../io/github.ts';
import { planCure, type Cure } from '../publish/cure.ts';
import { commitMessage } from '../publish/replies.ts';
import type { RunReport } from '../publish/run-report.ts';
import { shortSha } from '../report/words.ts';
import { applyEdits } from '../remedy/line-edit.ts';
import type { Tree } from '../tree/tree.ts';
import type { CommandPorts } from './answer.ts';
import type { Judgement } from './question.ts';

export type MergeHeads = Extract<Command, { kind: 'merge-heads' }>;
type FoundCure = Extract<Cure, { kind: 'cure' }>;

/** GitHub moves a branch some time after it said that it would: looked for once a second, this often. */
const PATIENCE = 30;
/** The same after a refusal, which may be a lost answer. */
const DOUBT = 3;

/** `proof` is of the commit that the command was given for; a merge of the base changes none of its revisions. */
export const judged = (
  { number, base, head }: PullRequest,
  { message }: MergeHeads,
  proof: RunReport | null,
  { judge }: CommandPorts,
): Promise<Judgement> => judge({ pullRequest: number, base: base.ref, head: head.sha, message, proof });

/** Only what the base itself reads as revisions is ever written to. */
export async function cureOf(
  { report, config, baseTree }: Judgement,
  strategy: MergeHeads['strategy'],
): Promise<Cure> {
  const { environments } = await discoverEnvironments(baseTree, config);
  const ground = environments.flatMap(({ versionLocations }) => versionLocations);
  return planCure(report, strategy, ground);
}

export interface Ready {
  readonly pull: PullRequest;
  readonly judgement: Judgement;
  readonly cure: FoundCure;
}

/**
 * A merge file alone would name parents that the branch's own tree lacks, so the base is merged into it first. The
 * command was given for one commit: only the merge of that very commit is gone on with.
 */
export async function bringUpToDate(
  pull: PullRequest,
  command: MergeHeads,
  proof: RunReport | null,
  ports: CommandPorts,
): Promise<Ready | { stopped: string }> {
  const moved = ({ head }: PullRequest): boolean => head.sha !== pull.head.sha;
  let refusal: string | null = null;
  try {
    await ports.github.updateBranch(pull, pull.head.sha);
  } catch (error) {
    // An answer that was lost may hide an update that happens: only the head can tell.
    refusal = error instanceof Error ? error.message : String(error);
  }
  const updated = await waitFor(pull, moved, ports, refusal === null ? PATIENCE : DOUBT);
  if (updated === null)
    return { stopped: refusal ?? `the branch was not brought up to date within ${PATIENCE} seconds` };
  const { parents } = await ports.github.describeCommit(updated.head.sha);
  if (parents.length !== 2 || parents[0] !== pull.head.sha)
    return {
      stopped: 'somebody pushed while the branch was brought up to date: look at it and command again',
    };
  const judgement = await judged(updated, command, proof, ports);
  const cure = await cureOf(judgement, command.strategy);
  if (cure.kind === 'cure' && !cure.behind) return { pull: updated, judgement, cure };
  return { stopped: cure.kind === 'refused' ? cure.why : 'the base moved again meanwhile: command again' };
}

/** The commit's id, or one sentence about why there is none. */
export async function commitCure(
  { pull, judgement, cure }: Ready,
  { message }: MergeHeads,
  { by }: CommandTask,
  { github }: CommandPorts,
): Promise<{ sha: string } | { stopped: string }> {
  const { headTree, baseTree } = judgement;
  const taken = cure.merges.find(({ path }) => headTree.entries.has(path) || baseTree.entries.has(path));
  if (taken !== undefined) return { stopped: `the file ${taken.path} exists already` };
  const expectedHead = pull.head.sha;
  const said = commitMessage(cure, message, by, pull.number);
  try {
    const files = [
      ...cure.merges.map(({ path, content }) => fileOf(path, content ?? '')),
      ...(await editedFiles(cure, headTree)),
    ];
    return { sha: await github.commit({ branch: pull.head.ref, expectedHead, ...said, files }) };
  } catch (error) {
    const tip = (await github.branch(pull.head.ref))?.sha ?? expectedHead;
    if (tip === expectedHead) return { stopped: error instanceof Error ? error.message : String(error) };
    // An answer that was lost may hide our own commit: its parent and its words tell.
    const { parents, message: found } = await github.describeCommit(tip);
    if (parents.join() === expectedHead && found === `${said.headline}\n\n${said.body}`) return { sha: tip };
    return { stopped: `the head moved to ${shortSha(tip)} meanwhile: look at it and command again` };
  }
}

const fileOf = (path: string, text: string) => ({ path, content: new TextEncoder().encode(text) });

async function editedFiles({ edits }: FoundCure, tree: Tree) {
  const paths = [...new Set(edits.map(({ path }) => path))];
  const contents = await tree.read(paths);
  return paths.map((path) => {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(contents.get(path));
    return fileOf(
      path,
      applyEdits(
        text,
        edits.filter((edit) => edit.path === path),
      ),
    );
  });
}

/** The pull request as soon as it looks as expected; null where it does not within our patience. */
export async function waitFor(
  pull: PullRequest,
  there: (pull: PullRequest) => boolean,
  { github, sleep }: CommandPorts,
  patience = PATIENCE,
): Promise<PullRequest | null> {
  for (let second = 0; second < patience; second += 1) {
    const now = await github.pullRequest(pull.number);
    if (there(now)) return now;
    await sleep(1000);
  }
  return null;
}
