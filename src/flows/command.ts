/** A command in a comment: who asks, for which commit, what is done about it, and the one reply. */
import type { CommandTask } from '../event/task.ts';
import type { Command } from '../event/command.ts';
import type { PullRequest } from '../io/github.ts';
import { createOnce } from '../publish/apply.ts';
import { faultReply, HELP, isAnswered, malformedReply, refusalReply, replyBody } from '../publish/replies.ts';
import { mergeHeads } from './merge-heads-command.ts';
import type { Answer, CommandPorts } from './answer.ts';
import { proofOn, publishPullRequests } from './publish.ts';
import { askForProof } from './refresh.ts';

type MergeHeads = Extract<Command, { kind: 'merge-heads' }>;

/** Returns a sentence for the log. */
export async function obey(task: CommandTask, ports: CommandPorts): Promise<string> {
  const { github } = ports;
  const { comment, command } = task;
  const [me, comments] = [await github.me(), await github.comments(task.pullRequest)];
  if (isAnswered(comment.id, comments, me)) return 'the command was answered by an earlier run';
  const pull = await github.pullRequest(task.pullRequest);
  if (!(await mayCommand(task, pull, ports))) {
    await github.react(comment.id, '-1');
    return `${task.by} may not command: that takes write access`;
  }
  if (pull.locked) {
    // Where nobody may comment, a command that writes would have no answer.
    await github.react(comment.id, '-1').catch(() => undefined);
    return `the conversation of #${pull.number} is locked, so nothing was done: unlock it and command again`;
  }
  await github.react(comment.id, 'eyes');
  const { reaction, reply } = await carryOut(command, task, pull, ports).catch(fault);
  if (reply !== null) await createOnce(task.pullRequest, replyBody(comment.id, reply), github);
  await github.react(comment.id, reaction);
  return `${command.kind}: ${reaction}${reply === null ? '' : `: ${reply}`}`;
}

/** Whoever asked gets to know, also of what went wrong at GitHub or git. */
const fault = (error: unknown): Answer => ({
  reaction: 'confused',
  reply: faultReply(error instanceof Error ? error.message : String(error)),
});

/** Write access, or being the author where the base's configuration lets authors command their own branch. */
async function mayCommand(
  { by }: CommandTask,
  pull: PullRequest,
  { github, judge }: CommandPorts,
): Promise<boolean> {
  const permission = await github.permission(by);
  if (permission === 'admin' || permission === 'write') return true;
  if (by !== pull.author || !pull.open) return false;
  const { config } = await judge({ pullRequest: pull.number, base: pull.base.ref, head: pull.head.sha });
  return config.commands.author;
}

async function carryOut(
  command: Command,
  task: CommandTask,
  pull: PullRequest,
  ports: CommandPorts,
): Promise<Answer> {
  if (command.kind === 'help') return { reaction: 'rocket', reply: HELP };
  if (command.kind === 'malformed') return { reaction: 'confused', reply: malformedReply(command.why) };
  const why = await staleness(command.kind === 'merge-heads' ? command : null, task, pull, ports);
  if (why !== null) return { reaction: '-1', reply: refusalReply(why) };
  if (command.kind === 'merge-heads') return mergeHeads(command, task, pull, ports);
  const proof = await proofOn(pull.head.sha, ports.github);
  const { failures } = await publishPullRequests([pull], proof, ports, {
    news: null,
    insists: true,
    askForProof: (asked) => askForProof(asked, ports),
  });
  return failures.length === 0
    ? { reaction: 'rocket', reply: null }
    : { reaction: 'confused', reply: malformedReply(failures.join('; ')) };
}

/** Why the command no longer speaks of what is there; null where it does. */
async function staleness(
  command: MergeHeads | null,
  { comment }: CommandTask,
  { open, head }: PullRequest,
  { github }: CommandPorts,
): Promise<string | null> {
  if (!open) return 'the pull request is closed';
  if (command === null) return null;
  const short = head.sha.slice(0, 12);
  if (command.sha !== null) {
    return head.sha.startsWith(command.sha)
      ? null
      : `the head is ${short} by now, not ${command.sha}: look at it and command again`;
  }
  // A commit's date is its committer's word; the first run on it is GitHub's.
  const [{ committedAt }, runs] = await Promise.all([
    github.describeCommit(head.sha),
    github.runsOn(head.sha),
  ]);
  const first = Math.min(...runs.map(({ createdAt }) => createdAt.getTime()));
  const seen = Math.max(committedAt.getTime(), Number.isFinite(first) ? first : 0);
  return seen > comment.createdAt.getTime()
    ? `the head ${short} is newer than the command: name it, as in /merge-heads ${short}`
    : null;
}
