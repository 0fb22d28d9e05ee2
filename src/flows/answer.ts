/** What carrying out a command needs and what it comes to. */
import type { Reaction } from '../io/github.ts';
import type { PublishPorts } from './publish.ts';

export interface CommandPorts extends PublishPorts {
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** A reaction, and a reply in markdown where there is something to say. */
export interface Answer {
  readonly reaction: Reaction;
  readonly reply: string | null;
}
