/** Event name and payload -> task. Whatever is not listed here is ignored, and says why. */
import type * as z from 'zod/mini';
import { UsageError } from '../tree/usage-error.ts';
import { parseCommand } from './command.ts';
import {
  dispatchPayload,
  issueCommentPayload,
  mergeGroupPayload,
  pullRequestPayload,
  pushPayload,
  reviewPayload,
  workflowRunPayload,
} from './payload.ts';
import { GATE_EVENTS, type GateTask, type IgnoreTask, type Task } from './task.ts';

/** What the runner says besides the payload (GITHUB_REF_NAME, GITHUB_SHA). */
export interface RunContext {
  readonly refName: string;
  readonly sha: string;
}

const PULL_REQUEST_ACTIONS = ['opened', 'synchronize', 'reopened', 'ready_for_review', 'edited'];
/** Every other event comes with a token that writes, or with secrets. */
const mayRunCode = (event: string): boolean => GATE_EVENTS.includes(event);
const BRANCH = 'refs/heads/';

const ignore = (reason: string): IgnoreTask => ({ kind: 'ignore', reason });

/**
 * Throws a UsageError where the payload of a known event lacks a field that GitHub documents, because then nothing
 * can be judged.
 */
export function routeEvent(name: string, payload: unknown, context: RunContext): Task {
  const own = { runsCode: mayRunCode(name), from: 'repository' } as const;
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return routePullRequest(name, read(name, pullRequestPayload, payload));
    case 'merge_group': {
      const { merge_group: group } = read(name, mergeGroupPayload, payload);
      const base = group.base_ref.startsWith(BRANCH) ? group.base_ref.slice(BRANCH.length) : group.base_ref;
      const head = { ref: group.head_ref, sha: group.head_sha };
      return { kind: 'gate', base, onto: group.base_sha, head, pullRequest: null, ...own };
    }
    case 'workflow_dispatch': {
      const { repository } = read(name, dispatchPayload, payload);
      const head = { ref: context.refName, sha: context.sha };
      const base = repository.default_branch;
      return { kind: 'gate', base, onto: null, head, pullRequest: null, ...own };
    }
    case 'workflow_run':
      return routeWorkflowRun(read(name, workflowRunPayload, payload));
    case 'pull_request_review':
      return routeReview(read(name, reviewPayload, payload));
    case 'push':
      return routePush(read(name, pushPayload, payload));
    case 'schedule':
      // GitHub runs schedules on the default branch only.
      return { kind: 'refresh', branch: context.refName, before: null, defaultBranch: context.refName };
    case 'issue_comment':
      return routeComment(read(name, issueCommentPayload, payload));
    default:
      return ignore(`the event ${name} asks nothing of Alembic Gate`);
  }
}

/**
 * A trunk's own tip, whose base state later pull requests start from. Throws a UsageError on events by which somebody
 * outside could have code run that fills what they read.
 */
export function keepTask(name: string, { refName, sha }: RunContext): GateTask {
  if (!KEEPING_EVENTS.includes(name))
    throw new UsageError(
      `command: keep is for ${KEEPING_EVENTS.join(', ')}, not for ${name}: what a pull request's code makes is nothing that others may start from`,
    );
  const tip = { ref: refName, sha };
  return {
    kind: 'gate',
    base: sha,
    onto: null,
    head: tip,
    pullRequest: null,
    runsCode: true,
    from: 'repository',
  };
}

const KEEPING_EVENTS = ['push', 'schedule', 'workflow_dispatch'];

function routePullRequest(
  name: string,
  { action, pull_request: pull }: z.infer<typeof pullRequestPayload>,
): Task {
  if (!PULL_REQUEST_ACTIONS.includes(action)) {
    return ignore(`a pull request that was ${action} has the same commits and the same base as before`);
  }
  const { number, base, head, user } = pull;
  return {
    kind: 'gate',
    base: base.ref,
    onto: null,
    head: { ref: head.ref, sha: head.sha },
    pullRequest: number,
    runsCode: mayRunCode(name),
    from:
      head.repo?.id !== base.repo.id
        ? 'fork'
        : user?.login === 'dependabot[bot]'
          ? 'dependabot'
          : 'repository',
  };
}

function routeWorkflowRun({
  action,
  repository,
  workflow_run: run,
}: z.infer<typeof workflowRunPayload>): Task {
  if (action !== 'completed') return ignore(`a workflow run that is ${action} has no result yet`);
  if (run.repository.full_name !== repository.full_name) {
    return ignore(`the workflow run belongs to ${run.repository.full_name}, not to ${repository.full_name}`);
  }
  if (!mayRunCode(run.event)) {
    return ignore(`a workflow run caused by ${run.event} is no gate run (${GATE_EVENTS.join(', ')})`);
  }
  return {
    kind: 'publish',
    run: {
      id: run.id,
      headSha: run.head_sha,
      path: fileOf(run.path),
      event: run.event,
      branch: run.head_branch ?? '',
    },
  };
}

function routeReview({ action, pull_request: { number } }: z.infer<typeof reviewPayload>): Task {
  if (action === 'edited') return ignore('a review that was edited approves what it approved before');
  return { kind: 'review', pullRequest: number };
}

function routePush({ ref, before, deleted, repository }: z.infer<typeof pushPayload>): Task {
  if (!ref.startsWith(BRANCH) || deleted) return ignore(`the push to ${ref} moved no branch`);
  const branch = ref.slice(BRANCH.length);
  const created = /^0+$/.test(before);
  return {
    kind: 'refresh',
    branch,
    before: created ? null : before,
    defaultBranch: repository.default_branch,
  };
}

/** GitHub's descriptions show the path with and without the ref it was read at. */
const fileOf = (path: string): string => path.replace(/@.*$/, '');

function routeComment({
  action,
  repository,
  issue,
  comment,
  sender,
}: z.infer<typeof issueCommentPayload>): Task {
  if (action !== 'created') return ignore(`a comment that was ${action} gives no command: write a new one`);
  if (issue.pull_request === undefined) return ignore('the comment is on an issue, not on a pull request');
  if (comment.user === null || comment.user.type === 'Bot' || sender.type === 'Bot') {
    return ignore('the comment was not written by a person');
  }
  const command = parseCommand(comment.body);
  if (command === null) return ignore('the comment does not start with a command of Alembic Gate');
  return {
    kind: 'command',
    command,
    pullRequest: issue.number,
    comment: { id: comment.id, createdAt: new Date(comment.created_at) },
    by: comment.user.login,
    defaultBranch: repository.default_branch,
  };
}

function read<T>(event: string, schema: z.ZodMiniType<T>, payload: unknown): T {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  const places = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new UsageError(
    `The payload of the event ${event} lacks what GitHub documents (${places}): run this action on a runner that passes GITHUB_EVENT_PATH unchanged.`,
  );
}
