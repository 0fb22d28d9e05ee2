/**
 * A command of the project's own (it creates and stamps a database, it runs migrations), started so that everything it
 * connects to is scratch. It is the pull request's code as much as a migration is.
 */
import type { Environment } from '../config/environment.ts';
import type { DriverFamily, Target } from './python.ts';
import type { DriverMessage } from './python/messages.ts';
import type { Endpoint } from './server.ts';

export interface CommandRequest {
  /** For a shell. */
  readonly command: string;
  readonly environment: Environment;
  /** Absolute directory of the tree whose code runs. */
  readonly tree: string;
  /** Absolute directory of the user's checkout, where the project's interpreter is looked for. */
  readonly checkout: string;
  /** With null the first connection fails, which tells the project's own. */
  readonly family: DriverFamily | null;
  /** The scratch database that URLs in environment variables lead to; null leaves them alone. */
  readonly own: Endpoint | null;
  /** The scratch database that stands for a target; the same answer for the same target. */
  scratch(target: Target): Promise<Endpoint>;
  readonly limitMs: number;
  /** Is told what the command does with Alembic; absent where nobody asks. */
  readonly witness?: Witness;
  /** Kills it and all that it started, at once, as a machine that goes away does. */
  readonly stop?: AbortSignal;
}

export interface Witness {
  /** A query after which each statement waits for its answer; null: nothing waits. */
  readonly look: string | null;
  /** One event of the driver's, in order; its answer is what a waiting statement is told. */
  hear(event: DriverMessage): Promise<'go' | 'stop'>;
}

/** `asked`: for how many connections a scratch database was asked for; what connects by a URL of ours counts as well. */
export type CommandEnd =
  | { readonly kind: 'done'; readonly asked: number }
  | { readonly kind: 'failed'; readonly asked: number; readonly how: string; readonly lastWords: string }
  | { readonly kind: 'timeout'; readonly asked: number; readonly lastWords: string };

/** Never rejects for what the command does. Whatever it left running is gone when it returns. */
export type RunCommand = (request: CommandRequest) => Promise<CommandEnd>;
