/** Where base states are kept on this machine, and what surrounds the code that makes them. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../config/environment.ts';
import type { Repository } from '../git.ts';
import type { KeptStates } from '../kept-states.ts';
import { secretsOf, surroundings } from '../python/surroundings.ts';
import { keptInDirectory } from './directory.ts';
import { ignoredFacts } from './ignored.ts';

export interface KeptRequest {
  readonly repository: Pick<Repository, 'root' | 'ignored'>;
  readonly environment: Environment;
  /** Whether the code runs in the user's own checkout, with what lies there beside the tree. */
  readonly inPlace: boolean;
  /** `read`: only what trusted runs wrote counts there; null: neither. */
  readonly access: 'read' | 'write' | null;
  readonly variables: NodeJS.ProcessEnv;
  /** Our own version, whose driver runs the migrations. */
  readonly tool: string;
}

export interface OpenedKept {
  readonly states: KeptStates;
  readonly surroundings: readonly string[];
}

/** null where nothing is to be kept, or nobody can tell what decides how the state turns out. */
export async function openKept(request: KeptRequest): Promise<OpenedKept | null> {
  const { repository, environment, inPlace, access, variables, tool } = request;
  const directory = directoryOf(variables);
  // What these bring along is in no tree.
  const { setup, command, carry } = environment.declared ?? {};
  if (
    access === null ||
    directory === null ||
    setup !== undefined ||
    command !== undefined ||
    carry !== undefined
  )
    return null;
  const [around, ignored] = await Promise.all([
    surroundings(environment, repository.root),
    inPlace ? repository.ignored().then((paths) => ignoredFacts(repository.root, paths)) : [],
  ]);
  if (around === null || ignored === null) return null;
  const secrets = [...secretsOf(variables), ...secretsOf({ ...environment.declared?.env })];
  const states = keptInDirectory({ directory, writable: access === 'write', secrets });
  return { states, surroundings: [tool, ...around, ...ignored] };
}

/** `ALEMBIC_GATE_CACHE` names the directory, or is `off`. */
function directoryOf({ ALEMBIC_GATE_CACHE: named, XDG_CACHE_HOME, HOME }: NodeJS.ProcessEnv): string | null {
  if (named === 'off') return null;
  if (named) return join(named, 'states');
  return join(XDG_CACHE_HOME ?? join(HOME ?? homedir(), '.cache'), 'alembic-gate', 'states');
}
