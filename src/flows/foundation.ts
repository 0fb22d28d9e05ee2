/** What makes the database of the base where migrations do not, and the command that installs the project afresh. */
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
import { joinPath } from '../tree/paths.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { Foundation } from '../verify/run-ports.ts';
import type { Sides } from './sides.ts';

/** The command that makes the database of the base, with its version rows; null where migrations or a dump do. */
export function creatingCommand({ declared }: Environment): string | null {
  const made = declared?.baseState ?? 'migrations';
  return typeof made === 'object' && 'command' in made ? made.command : null;
}

/** The command whose result is held to the migrations; null where that is not asked for, or nobody said which. */
export function installingCommand(environment: Environment, config: Config): string | null {
  const asked = config.proofs['fresh-install'] ?? false;
  if (asked === false) return null;
  const named = typeof asked === 'object' ? asked['command'] : undefined;
  return typeof named === 'string' ? named : creatingCommand(environment);
}

/** `directory`: an export of the base. Throws UsageError where a dump is not there. */
export async function foundationOf(
  environment: Environment,
  sides: Sides,
  directory: string | null,
): Promise<Foundation | null> {
  const command = creatingCommand(environment);
  if (command !== null) return directory === null ? null : { kind: 'command', command, directory };
  const made = environment.declared?.baseState;
  if (typeof made !== 'object' || !('dump' in made)) return null;
  const path = joinPath('', made.dump) ?? made.dump;
  // On the merge alone it is in the pull request that brings the configuration.
  for (const { tree } of [sides.base, sides.merged]) {
    const bytes = tree.entries.get(path)?.kind === 'file' ? (await tree.read([path])).get(path) : undefined;
    if (bytes) return { kind: 'dump', path, bytes };
  }
  throw new UsageError(
    `The base has no file \`${made.dump}\`, which \`base-state: {dump: …}\` names: commit it, or correct the path, which is relative to the repository.`,
  );
}

/** Whether the deploy command is run: on the base's own tree first, so that the database is as its last deployment left it. */
export const deploysTwice = ({ proofs }: Config): boolean => (proofs['two-deployers'] ?? false) !== false;
