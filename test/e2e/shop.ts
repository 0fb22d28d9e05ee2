/** One step of a scenario each: the gate's run, the bot's run after it, a comment. */
import {
  groupRunEvent,
  issueComment,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowRunEvent,
  type Group,
} from './events.ts';
import type { FakeGitHub } from '../fakes/github/server.ts';
import type { Pull } from '../fakes/github/world.ts';
import { zip } from '../fakes/github/zip.ts';
import { runAction, type Ended, type Step } from './runner.ts';

/** One run of the gate's workflow on a pull request: the action, then the upload of its report. */
export async function gate(
  fake: FakeGitHub,
  pull: Pull,
  step: Partial<Step> = {},
): Promise<Ended & { run: number }> {
  const { world } = fake;
  const main = world.git.tip(`refs/heads/${pull.base}`) ?? '';
  const merged = world.git.merge(main, pull.head, 'Merge') ?? pull.head;
  world.git.point(`refs/pull/${pull.number}/merge`, merged);
  const ended = await runAction(fake, {
    event: 'pull_request',
    payload: pullRequestEvent(pull),
    sha: merged,
    ref: `${pull.number}/merge`,
    checkout: `refs/pull/${pull.number}/merge`,
    inputs: { database: 'none' },
    ...step,
  });
  return { ...ended, run: recordRun(fake, pull, step.event ?? 'pull_request', ended.report) };
}

/** The run and its artifact as GitHub would have them; `report` may be whatever a pull request's code put there. */
export function recordRun(
  { world }: FakeGitHub,
  { head }: { readonly head: string },
  event: string,
  report: unknown,
): number {
  const id = world.nextId();
  world.runs.push({
    id,
    workflowId: 12,
    path: '.github/workflows/gate.yml',
    event,
    headSha: head,
    createdAt: new Date(),
  });
  const archive = zip([{ name: 'report.json', data: Buffer.from(JSON.stringify(report)) }]);
  world.artifacts.push({ id: world.nextId(), run: id, name: 'alembic-gate-report', archive });
  return id;
}

/** The bot, after that run has ended. */
export const bot = (fake: FakeGitHub, pull: Pull, run: number, step: Partial<Step> = {}): Promise<Ended> =>
  runAction(fake, {
    event: 'workflow_run',
    payload: workflowRunEvent(pull, run),
    sha: fake.world.git.tip('refs/heads/main') ?? '',
    ref: 'main',
    ...step,
  });

/** A person comments on the pull request, and the bot hears of it. */
export function comment(
  fake: FakeGitHub,
  pull: Pull,
  by: string,
  body: string,
  step: Partial<Step> = {},
): Promise<Ended> {
  const { id } = fake.world.say(pull.number, by, body);
  return obey(fake, pull, by, body, id, step);
}

/** The bot's run for a comment. */
export function obey(
  fake: FakeGitHub,
  pull: Pull,
  by: string,
  body: string,
  id: number,
  step: Partial<Step> = {},
): Promise<Ended> {
  return runAction(fake, {
    event: 'issue_comment',
    payload: issueComment(pull, by, body, id),
    sha: fake.world.git.tip('refs/heads/main') ?? '',
    ref: 'main',
    ...step,
  });
}

/** main moves to a commit, and the bot hears of it. */
export function push(fake: FakeGitHub, to: string, step: Partial<Step> = {}): Promise<Ended> {
  const before = fake.world.git.tip('refs/heads/main') ?? '';
  fake.world.git.point('refs/heads/main', to);
  return heard(fake, before, to, step);
}

const heard = (fake: FakeGitHub, before: string, to: string, step: Partial<Step>): Promise<Ended> =>
  runAction(fake, {
    event: 'push',
    payload: pushEvent('main', before, to),
    sha: to,
    ref: 'main',
    ...step,
  });

/** Somebody (or the queue, as `commit`) merges the pull request, and the bot hears of its push. */
export function land(
  fake: FakeGitHub,
  pull: Pull,
  step: Partial<Step> = {},
  commit?: string,
): Promise<Ended> {
  const before = fake.world.git.tip('refs/heads/main') ?? '';
  const merged = fake.world.merge(pull, 'alice', commit);
  return heard(fake, before, merged, step);
}

/** The night's run. */
export const night = (fake: FakeGitHub, step: Partial<Step> = {}): Promise<Ended> =>
  runAction(fake, {
    event: 'schedule',
    payload: scheduleEvent(),
    sha: fake.world.git.tip('refs/heads/main') ?? '',
    ref: 'main',
    ...step,
  });

/** The queue puts a pull request on top of what is before it: main, or another group. */
export function enqueue({ world }: FakeGitHub, { number, head }: Pull, before?: Group): Group {
  const { git } = world;
  const onto = before?.head ?? git.tip('refs/heads/main') ?? '';
  const branch = `gh-readonly-queue/main/pr-${number}-${onto}`;
  const merged = git.merge(onto, head, `Merge pull request #${number}`) ?? '';
  git.point(`refs/heads/${branch}`, merged);
  world.queue.push({ pull: number, head: merged, onto });
  return { branch, head: merged, onto };
}

/** The gate's run on a group, and the bot's after it. */
export async function gateGroup(
  fake: FakeGitHub,
  group: Group,
  step: Partial<Step> = {},
): Promise<{ readonly gate: Ended; readonly bot: Ended }> {
  const gate = await runAction(fake, {
    event: 'merge_group',
    payload: mergeGroupEvent(group),
    sha: group.head,
    ref: group.branch,
    checkout: `refs/heads/${group.branch}`,
    ...step,
  });
  const run = recordRun(fake, group, 'merge_group', gate.report);
  const bot = await runAction(fake, {
    event: 'workflow_run',
    payload: groupRunEvent(group, run),
    sha: fake.world.git.tip('refs/heads/main') ?? '',
    ref: 'main',
  });
  return { gate, bot };
}
