/** What an event asks of us: the one value that decides which flow runs. */
import type { Command } from './command.ts';

/** Events in which the gate runs a pull request's code, so whose runs can have a proof to publish (design §14). */
export const GATE_EVENTS: readonly string[] = ['pull_request', 'merge_group', 'workflow_dispatch'];

/** A commit to judge against a base; `runsCode` says whether this event may run the pull request's own code. */
export interface GateTask {
  readonly kind: 'gate';
  /** Name of the base branch. */
  readonly base: string;
  /** Of a merge group: the commit it stands on, which is the base's tip or another group; null: the base's tip. */
  readonly onto: string | null;
  /** Branch name (for messages) and commit; for a pull request its own head, not the test merge. */
  readonly head: { readonly ref: string; readonly sha: string };
  readonly pullRequest: number | null;
  readonly runsCode: boolean;
  /** Whose branch it is; Dependabot's runs have the rights of a fork's. */
  readonly from: 'repository' | 'fork' | 'dependabot';
}

/** A completed run of the gate's workflow, as the event tells it; nothing in it is believed beyond its identity. */
export interface PublishTask {
  readonly kind: 'publish';
  readonly run: {
    readonly id: number;
    readonly headSha: string;
    /** File of the workflow in the repository, such as `.github/workflows/gate.yml`. */
    readonly path: string;
    readonly event: string;
    /** Branch that it ran on; of a merge group, the queue's own. */
    readonly branch: string;
  };
}

/** A branch moved, or its time has come: what is open is judged against what is there now. */
export interface RefreshTask {
  readonly kind: 'refresh';
  readonly branch: string;
  /** Where the branch was before the push; null where everything is to be looked at, whatever moved. */
  readonly before: string | null;
  readonly defaultBranch: string;
}

/** A command in a comment on a pull request. */
export interface CommandTask {
  readonly kind: 'command';
  readonly command: Command;
  readonly pullRequest: number;
  readonly comment: { readonly id: number; readonly createdAt: Date };
  readonly by: string;
  readonly defaultBranch: string;
}

/** Somebody reviewed a pull request, or a review was dismissed: an approval may have come or gone. */
export interface ReviewTask {
  readonly kind: 'review';
  readonly pullRequest: number;
}

export interface IgnoreTask {
  readonly kind: 'ignore';
  /** One sentence for the log. */
  readonly reason: string;
}

export type Task = GateTask | PublishTask | RefreshTask | CommandTask | ReviewTask | IgnoreTask;
