/**
 * GitHub as the bot needs it, in our words. Each interface is one concern, so that a flow asks for no more than it uses.
 * Every method rejects with an Error of one sentence; a refusal for want of a permission names the permission.
 */
import type { Account, Comment, CommitStatus, PostedReview } from '../publish/existing.ts';
import type { ReviewComment } from '../publish/review.ts';

export interface PullRequest {
  readonly number: number;
  /** GraphQL's id. */
  readonly nodeId: string;
  readonly open: boolean;
  /** Whether the conversation is locked: then GitHub takes no comment of ours. */
  readonly locked: boolean;
  readonly author: string | null;
  readonly base: { readonly ref: string };
  /** `fork`: the branch lives in another repository, or in one that is gone. */
  readonly head: { readonly ref: string; readonly sha: string; readonly fork: boolean };
}

/** A pull request with the newest verdict on its head, whoever wrote it; null where there is none. */
export interface ListedPullRequest extends PullRequest {
  readonly verdict: (CommitStatus & { readonly creator: Account | null }) | null;
}

export interface PullRequests {
  /** Every open pull request with its head's status of this context, a hundred to a question. */
  openWithStatus(context: string): Promise<readonly ListedPullRequest[]>;
  pullRequest(number: number): Promise<PullRequest>;
  /** All pages; `base` narrows to those that go to this branch. */
  openPullRequests(filter?: { readonly base?: string }): Promise<readonly PullRequest[]>;
  /** Merges the base into the head's branch, only if the head is still `expectedHead`; the new head comes later. */
  updateBranch(pull: PullRequest, expectedHead: string): Promise<void>;
}

export interface Conversation {
  /** Who we are, as `Comment.author.login` would say; a bot's `[bot]` may be missing. */
  me(): Promise<string>;
  /** All pages, oldest first. */
  comments(pullRequest: number): Promise<readonly Comment[]>;
  createComment(pullRequest: number, body: string): Promise<Comment>;
  /** False where somebody has deleted the comment meanwhile. */
  updateComment(id: number, body: string): Promise<boolean>;
  /** Of a comment, a review or a review's comment; one that is gone needs no hiding. */
  minimiseComment(nodeId: string, why: 'DUPLICATE' | 'OUTDATED' | 'RESOLVED'): Promise<void>;
  /** Doing it twice changes nothing. */
  react(commentId: number, reaction: Reaction): Promise<void>;
  /** What the account may do in this repository: GitHub maps maintain to write and triage to read. */
  permission(login: string): Promise<'admin' | 'write' | 'read' | 'none'>;
}

export type Reaction = 'eyes' | 'rocket' | '-1' | 'confused';

export interface Review {
  readonly author: string | null;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED' | 'COMMENTED' | 'PENDING';
  /** The head that was reviewed; null where GitHub does not know it any more. */
  readonly commit: string | null;
}

export interface Reviews {
  /** All pages, oldest first. A dismissed review stays in its place, with that state. */
  reviews(pullRequest: number): Promise<readonly Review[]>;
  /** Whether the account is an active member; `team` is its slug, `org/slug` for one of another organisation. */
  inTeam(team: string, login: string): Promise<boolean>;
}

/** A status as GitHub has it; ids grow with time. */
export interface KnownStatus extends CommitStatus {
  readonly id: number;
  readonly creator: Account | null;
}

/** A file of a pull request's diff, as it is shown: on its lines a review may speak. */
export interface ChangedFile {
  readonly path: string;
  /** Git's id of the contents at the head. */
  readonly oid: string;
  /** Unified hunks; null where GitHub leaves them out, as for large files. */
  readonly patch: string | null;
}

/** Remarks on lines, as advice: none of it approves or blocks. */
export interface LineReviews {
  /** Those of `paths` that are in the diff; GitHub lists three thousand files at most. */
  changedFiles(pullRequest: number, paths: ReadonlySet<string>): Promise<readonly ChangedFile[]>;
  /** All pages, oldest first; of those that comment. */
  postedReviews(pullRequest: number): Promise<readonly PostedReview[]>;
  createReview(
    pullRequest: number,
    review: {
      readonly commit: string;
      readonly body: string;
      readonly comments: readonly ReviewComment[];
    },
  ): Promise<void>;
}

export interface Statuses {
  /** The newest status of the context on the commit, with its creator; null where there is none. */
  status(sha: string, context: string): Promise<KnownStatus | null>;
  /** All of them, newest first. */
  statuses(sha: string, context: string): Promise<readonly KnownStatus[]>;
  /** `url` is where its details lead; without it to the run that writes it. */
  createStatus(sha: string, context: string, status: CommitStatus, url?: string): Promise<void>;
}

export interface Branch {
  readonly sha: string;
  readonly protected: boolean;
}

/** Whole files, by path relative to the repository. */
export interface NewCommit {
  readonly branch: string;
  /** The branch must still point here: the lock. */
  readonly expectedHead: string;
  readonly headline: string;
  readonly body: string;
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
}

export interface CommitFacts {
  /** As the committer says. */
  readonly committedAt: Date;
  readonly message: string;
  readonly parents: readonly string[];
}

export interface Branches {
  /** null where there is no such branch. */
  branch(name: string): Promise<Branch | null>;
  describeCommit(sha: string): Promise<CommitFacts>;
  /** Returns the new commit's id; rejects where the branch has moved. */
  commit(commit: NewCommit): Promise<string>;
}

/** What came onto a branch lately, as GitHub knows it. */
export interface Landings {
  /** The branch's newest commits, newest first, each with its newest status of the context that was asked for. */
  readonly commits: readonly {
    readonly sha: string;
    /** Who wrote it, as far as GitHub knows the person. */
    readonly author: string | null;
    readonly status: (CommitStatus & { readonly creator: Account | null }) | null;
  }[];
  /** The pull requests that were merged into it last. */
  readonly merged: readonly {
    readonly number: number;
    readonly head: string;
    /** The commit that it became on the branch; of a rebase the last. */
    readonly commit: string | null;
    readonly by: string | null;
  }[];
}

/** A pull request in a merge queue, with the commit that would land and the one that it stands on. */
export interface QueueEntry {
  readonly pullRequest: number;
  readonly head: string | null;
  readonly base: string | null;
}

export interface Trunks {
  landings(branch: string, context: string): Promise<Landings>;
  /** Of the branch's merge queue, first to land first; empty where it has none. */
  queue(branch: string): Promise<readonly QueueEntry[]>;
}

export interface WorkflowRun {
  readonly id: number;
  readonly workflowId: number;
  readonly path: string;
  readonly event: string;
  readonly createdAt: Date;
}

export interface Runs {
  /** Runs of any workflow on this commit, newest first. */
  runsOn(sha: string): Promise<readonly WorkflowRun[]>;
  /** `report.json` of the run's artifact of that name; null where there is none or it has expired. */
  artifact(runId: number, name: string): Promise<Uint8Array | null>;
  /** Starts the run once more, as it was; rejects beyond GitHub's limits of age and number. */
  rerun(runId: number): Promise<void>;
  dispatch(workflowId: number, branch: string, inputs: Readonly<Record<string, string>>): Promise<void>;
}

export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: Account | null;
}

export interface Issues {
  /** Open issues that we wrote. */
  ownIssues(): Promise<readonly Issue[]>;
  createIssue(title: string, body: string): Promise<void>;
  updateIssue(
    number: number,
    change: { readonly title: string; readonly body: string } | 'close',
  ): Promise<void>;
}

export interface GitHub
  extends PullRequests, Conversation, Reviews, LineReviews, Statuses, Branches, Trunks, Runs, Issues {}

export interface GitHubAddress {
  /** `owner/name` (GITHUB_REPOSITORY). */
  readonly repository: string;
  readonly token: string;
  /** GITHUB_API_URL and GITHUB_GRAPHQL_URL. */
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** The page of this run; null where it has none. */
  readonly runUrl: string | null;
  /** Told of each wait that GitHub's rate limits ask for. */
  readonly onWait: (sentence: string) => void;
}
