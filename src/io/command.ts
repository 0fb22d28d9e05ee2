/**
 * A command of the project's own (it creates and stamps a database, it runs migrations), started so that everything it
 * connects to is scratch. It is the pull request's code as much as a migration is.
 */
import type { Environment } from '../config/environment.ts';
import type { Target } from './python.ts';
import type { Endpoint } from './server.ts';

export interface CommandRequest {
  /** For a shell. */
  readonly command: string;
  readonly environment: Environment;
  /** Absolute directory of the tree whose code runs. */
  readonly tree: string;
  /** Absolute directory of the user's checkout, where the project's interpreter is looked for. */
  readonly checkout: string;
  readonly family: 'mysql' | 'postgresql';
  /** The scratch database that URLs in environment variables lead to. */
  readonly own: Endpoint;
  /** The scratch database that stands for a target; the same answer for the same target. */
  scratch(target: Target): Promise<Endpoint>;
  readonly limitMs: number;
}

/** `asked`: for how many connections a scratch database was asked for; what connects by a URL of ours counts as well. */
export type CommandEnd =
  | { readonly kind: 'done'; readonly asked: number }
  | { readonly kind: 'failed'; readonly asked: number; readonly how: string; readonly lastWords: string }
  | { readonly kind: 'timeout'; readonly asked: number; readonly lastWords: string };

/** Never rejects for what the command does. Whatever it left running is gone when it returns. */
export type RunCommand = (request: CommandRequest) => Promise<CommandEnd>;
