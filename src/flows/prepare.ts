/** Makes a tree that is about to run what the project needs it to be: `carry:` and `setup:`. */
import type { Environment } from '../config/environment.ts';
import type { RunCommand } from '../io/command.ts';
import { UsageError } from '../tree/usage-error.ts';

export interface PreparingPorts {
  readonly runCommand: RunCommand;
  /** Copies files and directories beside what is there already, which stays; throws UsageError where one is missing or leads outside. */
  carry(paths: readonly string[], from: string, to: string): Promise<void>;
}

export interface Preparation {
  readonly environment: Environment;
  readonly checkout: string;
  readonly directory: string;
  readonly limitMs: number;
}

/** Throws UsageError with what went wrong. */
export async function prepare(
  { environment, checkout, directory, limitMs }: Preparation,
  ports: PreparingPorts,
): Promise<void> {
  const { carry = [], setup } = environment.declared ?? {};
  if (carry.length > 0 && directory !== checkout) await ports.carry(carry, checkout, directory);
  if (setup === undefined) return;
  const end = await ports.runCommand({
    command: setup,
    environment,
    tree: directory,
    checkout,
    family: null,
    own: null,
    scratch: () => Promise.reject(new Error('this command prepares files and gets no database')),
    limitMs,
  });
  if (end.kind === 'done') return;
  const words = end.lastWords === '' ? '' : `: ${end.lastWords}`;
  const how =
    end.kind === 'timeout' ? 'does not end within its limit (`timeouts: {step: …}`)' : `ends with ${end.how}`;
  throw new UsageError(`\`setup: ${setup}\` ${how}${words}.`);
}
