/**
 * The few fields that we read of GitHub's event payloads, checked once at the door
 * (docs.github.com, "Webhook events and payloads").
 */
import * as z from 'zod/mini';

const sha = z.string().check(z.regex(/^[0-9a-f]{40}$/));
const named = z.object({ full_name: z.string(), default_branch: z.string() });
const home = z.object({ id: z.number() });
const account = z.object({ login: z.string(), type: z.string() });

export const pullRequestPayload = z.object({
  action: z.string(),
  pull_request: z.object({
    number: z.number(),
    base: z.object({ ref: z.string(), repo: home }),
    // Null where the fork is gone.
    head: z.object({ ref: z.string(), sha, repo: z.nullable(home) }),
    user: z.nullable(z.object({ login: z.string() })),
  }),
});

export const mergeGroupPayload = z.object({
  merge_group: z.object({ head_sha: sha, head_ref: z.string(), base_sha: sha, base_ref: z.string() }),
});

export const dispatchPayload = z.object({ repository: named });

export const workflowRunPayload = z.object({
  action: z.string(),
  repository: named,
  workflow_run: z.object({
    id: z.number(),
    head_sha: sha,
    path: z.string(),
    event: z.string(),
    head_branch: z.nullable(z.string()),
    repository: z.object({ full_name: z.string() }),
  }),
});

export const reviewPayload = z.object({
  action: z.string(),
  pull_request: z.object({ number: z.number() }),
});

export const pushPayload = z.object({
  ref: z.string(),
  before: sha,
  after: sha,
  deleted: z.boolean(),
  repository: named,
});

export const issueCommentPayload = z.object({
  action: z.string(),
  repository: named,
  issue: z.object({ number: z.number(), pull_request: z.optional(z.unknown()) }),
  comment: z.object({ id: z.number(), body: z.string(), created_at: z.string(), user: z.nullable(account) }),
  sender: account,
});
