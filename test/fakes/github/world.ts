/** What the fake knows: one repository with its pull requests, conversation, statuses, runs and people. */
import { BareRepository } from './git.ts';

export type Level = 'admin' | 'write' | 'read' | 'none';

export interface Actor {
  readonly login: string;
  readonly bot: boolean;
  /** `contents: write` as `contents:write`; writing includes reading. */
  readonly permissions: ReadonlySet<string>;
}

export interface Pull {
  readonly number: number;
  readonly author: string;
  readonly base: string;
  readonly branch: string;
  readonly fork: boolean;
  state: 'open' | 'closed';
  head: string;
  locked?: boolean;
  merged?: { readonly commit: string; readonly by: string };
}

export interface StoredComment {
  readonly id: number;
  readonly pull: number;
  readonly login: string;
  readonly bot: boolean;
  body: string;
  minimised: string | null;
}

export interface StoredStatus {
  readonly id?: number;
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string;
  readonly login: string;
  readonly url?: string | null;
}

export interface StoredRun {
  readonly id: number;
  readonly workflowId: number;
  readonly path: string;
  readonly event: string;
  readonly headSha: string;
  readonly createdAt: Date;
}

export interface StoredArtifact {
  readonly id: number;
  readonly run: number;
  readonly name: string;
  readonly archive: Uint8Array;
}

export interface StoredReview {
  readonly id?: number;
  readonly pull: number;
  readonly login: string;
  readonly commit: string;
  readonly body?: string;
  readonly comments?: readonly StoredLineComment[];
  minimised?: string | null;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED' | 'COMMENTED';
}

/** A review's comment on lines of the diff's new side. */
export interface StoredLineComment {
  readonly id: number;
  readonly path: string;
  readonly startLine: number | null;
  readonly line: number;
  readonly body: string;
  minimised: string | null;
}

export interface StoredIssue {
  readonly number: number;
  readonly login: string;
  readonly bot: boolean;
  title: string;
  body: string;
  state: 'open' | 'closed';
}

export const WORKFLOW_TOKEN_PERMISSIONS = [
  'contents:write',
  'issues:write',
  'pull-requests:write',
  'statuses:write',
  'actions:write',
  'metadata:read',
];

export class World {
  readonly fullName = 'acme/shop';
  readonly git: BareRepository;
  readonly pulls: Pull[] = [];
  readonly comments: StoredComment[] = [];
  readonly statuses: StoredStatus[] = [];
  readonly reviews: StoredReview[] = [];
  /** `team login` -> state of the membership. */
  readonly teams = new Map<string, 'active' | 'pending'>();
  readonly reactions: { readonly comment: number; readonly content: string; readonly login: string }[] = [];
  readonly runs: StoredRun[] = [];
  readonly artifacts: StoredArtifact[] = [];
  readonly dispatches: { readonly workflow: number; readonly ref: string; readonly inputs: unknown }[] = [];
  readonly reruns: number[] = [];
  /** Runs that GitHub does not start again any more. */
  readonly staleRuns = new Set<number>();
  readonly issues: StoredIssue[] = [];
  /** The merge queue of main, first to land first. */
  readonly queue: { readonly pull: number; readonly head: string; readonly onto: string }[] = [];
  readonly people = new Map<string, Level>();
  readonly protectedBranches = new Set<string>();
  readonly actors = new Map<string, Actor>();
  /** `bot` may do what the documented workflow's command job may. */
  readonly token = 'ghs_fake';
  /** Milliseconds between the answer to an update of a branch and the branch's new head. */
  updateDelay = 50;
  /** Characters of a patch beyond which a file is listed without it. */
  patchLimit = 20_000;
  /** The longest page of a GraphQL list. */
  pageSize = 100;
  #id = 1000;

  constructor(root: string) {
    this.git = new BareRepository(root, this.fullName);
    this.actors.set(this.token, {
      login: 'github-actions[bot]',
      bot: true,
      permissions: new Set(WORKFLOW_TOKEN_PERMISSIONS),
    });
  }

  nextId(): number {
    return ++this.#id;
  }

  /** Another token with fewer rights. */
  grant(token: string, permissions: readonly string[]): void {
    this.actors.set(token, { login: 'github-actions[bot]', bot: true, permissions: new Set(permissions) });
  }

  openPull(pull: Omit<Pull, 'state' | 'fork'> & { readonly fork?: boolean }): Pull {
    const opened: Pull = { fork: false, ...pull, state: 'open' };
    this.pulls.push(opened);
    this.moveHead(opened, opened.head);
    return opened;
  }

  pull(number: number): Pull | undefined {
    return this.pulls.find((pull) => pull.number === number);
  }

  /** Somebody merges the pull request into its base, as `commit`; by default with a merge commit. */
  merge(pull: Pull, by = 'alice', commit?: string): string {
    const base = `refs/heads/${pull.base}`;
    const merged = commit ?? this.git.merge(this.git.tip(base) ?? '', pull.head, `Merge #${pull.number}`);
    if (merged === null) throw new Error(`#${pull.number} does not merge`);
    Object.assign(pull, { state: 'closed', merged: { commit: merged, by } });
    this.git.point(base, merged);
    return merged;
  }

  /** A push to the pull request's branch. */
  moveHead(pull: Pull, sha: string): void {
    pull.head = sha;
    this.git.point(`refs/pull/${pull.number}/head`, sha);
    if (!pull.fork) this.git.point(`refs/heads/${pull.branch}`, sha);
  }

  say(pull: number, login: string, body: string, bot = false): StoredComment {
    const comment = { id: this.nextId(), pull, login, bot, body, minimised: null };
    this.comments.push(comment);
    return comment;
  }
}

/** Whatever can be hidden, by GraphQL's id. */
export const minimisable = ({ comments, reviews }: World) => [
  ...comments.map((stored) => ({ type: 'IssueComment', node: `IC_${stored.id}`, stored })),
  ...reviews.flatMap((stored) => [
    { type: 'PullRequestReview', node: `PRR_${stored.id ?? 0}`, stored },
    ...(stored.comments ?? []).map((one) => ({
      type: 'PullRequestReviewComment',
      node: `PRRC_${one.id}`,
      stored: one,
    })),
  ]),
];
