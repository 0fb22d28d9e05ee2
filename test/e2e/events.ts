/** Event payloads about the fake's pull requests, made from the recorded ones. */
import { readFileSync } from 'node:fs';
import type { Pull } from '../fakes/github/world.ts';

interface Json {
  readonly [key: string]: unknown;
}

const recorded = (name: string): Json =>
  JSON.parse(readFileSync(new URL(`../fixtures/events/${name}.json`, import.meta.url), 'utf8')) as Json;

const within = (payload: Json, key: string, fields: Json): Json => ({
  ...payload,
  [key]: { ...(payload[key] as Json), ...fields },
});

export function pullRequestEvent({ number, base, branch, head, fork }: Pull): Json {
  const payload = recorded(fork ? 'pull_request.fork' : 'pull_request.opened');
  const pull = payload['pull_request'] as Json;
  return within(payload, 'pull_request', {
    number,
    base: { ...(pull['base'] as Json), ref: base },
    head: { ...(pull['head'] as Json), ref: branch, sha: head },
  });
}

export const workflowRunEvent = ({ head, branch, fork }: Pull, id: number, event = 'pull_request'): Json =>
  within(recorded(fork ? 'workflow_run.fork' : 'workflow_run.completed'), 'workflow_run', {
    id,
    event,
    head_sha: head,
    head_branch: branch,
  });

export function issueComment({ number }: Pull, by: string, body: string, id: number): Json {
  const payload = recorded('issue_comment.pull_request');
  const user = { ...((payload['comment'] as Json)['user'] as Json), login: by };
  const created = { id, body, user, created_at: new Date().toISOString() };
  return { ...within(within(payload, 'issue', { number }), 'comment', created), sender: user };
}

export const dispatchEvent = (): Json => ({ repository: recorded('merge_group')['repository'], inputs: {} });

export const pushEvent = (branch: string, before: string, after: string): Json => ({
  ref: `refs/heads/${branch}`,
  before,
  after,
  deleted: false,
  repository: recorded('merge_group')['repository'],
});

export const scheduleEvent = (): Json => ({
  schedule: '17 4 * * *',
  repository: recorded('merge_group')['repository'],
});

/** A merge queue's group, and its branch as GitHub names it. */
export interface Group {
  readonly branch: string;
  readonly head: string;
  readonly onto: string;
}

export const mergeGroupEvent = ({ branch, head, onto }: Group): Json =>
  within(recorded('merge_group'), 'merge_group', {
    head_sha: head,
    head_ref: `refs/heads/${branch}`,
    base_sha: onto,
  });

export const groupRunEvent = ({ branch, head }: Group, id: number): Json =>
  within(recorded('workflow_run.completed'), 'workflow_run', {
    id,
    event: 'merge_group',
    head_sha: head,
    head_branch: branch,
  });
