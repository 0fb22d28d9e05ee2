/**
 * The watchdog: a process outside ours that undoes what we made on this machine and on database servers when we cannot,
 * because it notices our death by the end of a pipe, which comes with every death. Undoing in good order goes the same
 * way, so that there is one way only, and every run exercises it.
 */
import type { Login } from './server/client.ts';

/** Something that must not outlive us. */
export type Belonging =
  /** A directory of ours, and the processes that were started inside it by `Workplace.start`. */
  | { readonly kind: 'workplace'; readonly directory: string }
  /** A process that leads a group of its own, and the rest of that group. */
  | { readonly kind: 'process-group'; readonly pid: number }
  /** Processes whose environment began with this mark, wherever they have gone: also those that left their group and session. */
  | { readonly kind: 'marked'; readonly mark: string }
  | { readonly kind: 'container'; readonly name: string }
  /** Every schema and user of one run on a server that goes on without us. */
  | { readonly kind: 'schemas'; readonly login: Login; readonly run: string };

/**
 * How a process is ended so that nothing of it stays in the system. `patience`: it ends soon by itself, and would leave
 * shared memory behind if it were killed.
 */
export type Ending = 'SIGKILL' | 'SIGQUIT' | 'patience';

export interface Watch {
  /**
   * From now on the belonging is gone within 10 s of our death; call it before the thing exists where its name is known
   * before. Disposing undoes it at once, waits for that, and rejects with a sentence where it failed.
   */
  protect(belonging: Belonging): AsyncDisposable;
}

/** The variable that marks what the project's code starts. */
export const MARK = 'ALEMBIC_GATE_MARK';

/** Our message to the watchdog; an undone belonging is forgotten. */
export type WatchOrder =
  | { readonly kind: 'protect'; readonly id: number; readonly belonging: Belonging }
  | { readonly kind: 'undo'; readonly id: number };

/** Its answer to `undo`: null, or why something is left. */
export interface WatchAnswer {
  readonly id: number;
  readonly problem: string | null;
}
