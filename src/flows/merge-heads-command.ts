/** `/merge-heads`: one commit on the pull request's own branch that brings its history back to the expected heads. */
import { GATE_EVENTS, type CommandTask } from '../event/task.ts';
import type { PullRequest } from '../io/github.ts';
import { planCure } from '../publish/cure.ts';
import { cureByHand, curePaths, refusalReply } from '../publish/replies.ts';
import { VERDICT_CONTEXT } from '../publish/status.ts';
import type { Report } from '../report/report.ts';
import { codeSpan } from '../report/escape.ts';
import { prose } from '../report/prose.ts';
import { shortSha } from '../report/words.ts';
import type { Answer, CommandPorts } from './answer.ts';
import {
  bringUpToDate,
  commitCure,
  cureOf,
  judged,
  waitFor,
  type MergeHeads,
  type Ready,
} from './branch-cure.ts';
import type { Judgement } from './question.ts';
import { proofOn, publishPullRequests, REPORT_ARTIFACT } from './publish.ts';
import { askForProof } from './refresh.ts';
import type { RunProof } from './settle.ts';

const refuse = (why: string): Answer => ({ reaction: '-1', reply: refusalReply(why) });

/** Refusals are replies; a rejection is a fault of GitHub or git, and no cure was committed by then. */
export async function mergeHeads(
  command: MergeHeads,
  task: CommandTask,
  pull: PullRequest,
  ports: CommandPorts,
): Promise<Answer> {
  const run = await proofOn(pull.head.sha, ports.github);
  const proof = run?.report ?? null;
  const first = await judged(pull, command, proof, ports);
  const cure = await cureOf(first, command.strategy);
  if (cure.kind === 'refused') return refuse(cure.why);
  if (cure.kind === 'nothing') return nothingToDo(pull, run, command, ports);
  const byHand = cureByHand(cure);
  if (command.dryRun)
    return {
      reaction: 'rocket',
      reply: `Nothing was committed, as asked. This is what would be:\n\n${byHand}`,
    };
  if (pull.head.fork) {
    return {
      reaction: 'confused',
      reply: `The branch lives in a fork, where no token of this repository may write. Apply it there:\n\n${byHand}`,
    };
  }
  const why = await forbidden(pull, first, task, ports);
  if (why !== null) return refuse(why);

  const ready = cure.behind
    ? await bringUpToDate(pull, command, proof, ports)
    : { pull, judgement: first, cure };
  if ('stopped' in ready)
    return {
      reaction: 'confused',
      reply: `${refusalReply(ready.stopped)} By hand, after merging the base:\n\n${byHand}`,
    };
  const sha = await commitCure(ready, command, task, ports);
  if ('stopped' in sha) return refuse(sha.stopped);
  return concluded({ ...ready, sha: sha.sha, before: pull }, ports).catch((error: unknown) => {
    const why = prose(error instanceof Error ? error.message : String(error));
    const reply = `${committedAs(cure, sha.sha)} It could not be judged: ${why}. Comment ${codeSpan('/recheck-migrations')} for its verdict.`;
    return { reaction: 'confused', reply };
  });
}

/** A command that was broken off after its commit left a head without a verdict: the next one brings it. */
async function nothingToDo(
  pull: PullRequest,
  proof: RunProof | null,
  { dryRun }: MergeHeads,
  ports: CommandPorts,
): Promise<Answer> {
  const reply = 'Nothing to do: the history has its expected heads.';
  if (dryRun) return { reaction: 'rocket', reply };
  const { failures } = await publishPullRequests([pull], proof, ports, {
    news: null,
    insists: false,
    askForProof: (asked) => askForProof(asked, ports),
  });
  const next = await startLackingGate(pull, ports);
  return {
    reaction: failures.length === 0 ? 'rocket' : 'confused',
    reply: `${reply}${next}${troubleOf(failures)}`,
  };
}

/** Commits that a command makes at most: the base brought in, and the cure. */
const OWN_COMMITS = 2;

/** Broken off before it started the gate, the command left a verdict that waits for a run which nobody starts. */
async function startLackingGate(pull: PullRequest, ports: CommandPorts): Promise<string> {
  const { github } = ports;
  const status = await github.status(pull.head.sha, VERDICT_CONTEXT);
  if (status?.state !== 'pending' || pull.head.fork) return '';
  let { sha } = pull.head;
  if ((await github.runsOn(sha)).some(({ event }) => GATE_EVENTS.includes(event))) return '';
  for (let step = 0; step < OWN_COMMITS; step += 1) {
    const [parent] = (await github.describeCommit(sha)).parents;
    if (parent === undefined) return '';
    sha = parent;
    if ((await github.runsOn(sha)).some(({ event }) => GATE_EVENTS.includes(event)))
      return ` ${await startGate({ ...pull, head: { ...pull.head, sha } }, ports)}`;
  }
  return '';
}

const committedAs = (cure: Ready['cure'], sha: string): string =>
  `Committed ${curePaths(cure)} as ${codeSpan(shortSha(sha))}.`;

const troubleOf = (failures: readonly string[]): string =>
  failures.map((failure) => ` ${prose(failure)}.`).join('');

/** Branches that belong to more than this pull request are never written to. */
async function forbidden(
  { number, head }: PullRequest,
  { config }: Judgement,
  { defaultBranch }: CommandTask,
  { github }: CommandPorts,
): Promise<string | null> {
  if ((config.trunks ?? [defaultBranch]).includes(head.ref)) return `the branch ${head.ref} is a trunk`;
  const [branch, onTop] = await Promise.all([
    github.branch(head.ref),
    github.openPullRequests({ base: head.ref }),
  ]);
  if (branch === null) return `the branch ${head.ref} is gone`;
  if (branch.protected) return `the branch ${head.ref} is protected`;
  const [other] = onTop.filter((one) => one.number !== number);
  return other === undefined ? null : `the branch ${head.ref} is the base of pull request ${other.number}`;
}

const NOTHING_PUBLISHED = { reports: [], failures: [] };

/** Judges what was committed, sets its status and comment, and says what the new head is waiting for. */
async function concluded(
  { pull, cure, sha, before }: Ready & { readonly sha: string; readonly before: PullRequest },
  ports: CommandPorts,
): Promise<Answer> {
  const committed = committedAs(cure, sha);
  const now = await waitFor(pull, ({ head }) => head.sha === sha, ports);
  const { reports, failures } =
    now === null ? NOTHING_PUBLISHED : await publishPullRequests([now], null, ports);
  if (reports.length === 0)
    return { reaction: 'confused', reply: `${committed} The head moved on since, so it is not judged here.` };
  const next = await startGate(before, ports);
  const cured = reports.every(isCured);
  const verdict = cured
    ? 'The history has its expected heads again.'
    : 'The history still has more heads than expected.';
  const reply = `${committed} ${verdict} ${next}${troubleOf(failures)}`;
  return { reaction: cured ? 'rocket' : 'confused', reply };
}

/** On the merge, and on the branch's own tip: whoever checks it out runs Alembic there. */
const isCured = (report: Report): boolean =>
  planCure(report, null, []).kind === 'nothing' &&
  report.environments.every(({ heads }) => heads.head.length <= (heads.merged?.length ?? 0));

/** A commit of an App starts the pull request's runs by itself; one of the workflow's own token waits for a click. */
async function startGate(pull: PullRequest, { github }: CommandPorts): Promise<string> {
  if (!(await github.me()).startsWith('github-actions'))
    return 'The proof on a database follows with its run.';
  const waiting = 'The proof on a database follows when somebody with write access approves the waiting run.';
  const runs = await github.runsOn(pull.head.sha);
  for (const run of runs) {
    try {
      if ((await github.artifact(run.id, REPORT_ARTIFACT)) === null) continue;
      await github.dispatch(run.workflowId, pull.head.ref, { base: pull.base.ref });
      return 'The gate was started for it; its proof on a database follows.';
    } catch {
      return waiting;
    }
  }
  return waiting;
}
