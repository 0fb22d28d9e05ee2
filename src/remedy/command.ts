/** The command that writes the same new revision, quoted for a POSIX shell. */
import type { Environment } from '../config/environment.ts';
import { ROOT, baseName, isWithin, parentOf } from '../tree/paths.ts';

/** What `alembic merge` or `alembic revision` is asked for. */
export interface MergeRequest {
  readonly id: string;
  readonly message: string;
  readonly parents: readonly string[];
}

/**
 * `alembic merge -m "…" --rev-id … a b`, or `flask db merge …`, started where the environment's paths mean what they
 * should; a configured command (`uv run flask db`) takes the place of the program.
 */
export function mergeCommand(environment: Environment, request: MergeRequest): string {
  return command(environment, 'merge', request, request.parents.map(quote));
}

/** `alembic revision -m "…" --rev-id … --head a`, likewise: an empty revision on top of one parent. */
export function revisionCommand(environment: Environment, request: MergeRequest): string {
  return command(environment, 'revision', request, ['--head', ...request.parents.map(quote)]);
}

function command(
  environment: Environment,
  what: 'merge' | 'revision',
  { id, message }: MergeRequest,
  rest: readonly string[],
): string {
  const text = message.startsWith('-') ? [`--message=${quote(message)}`] : ['-m', quote(message)];
  const words = [...program(environment, what), ...text, '--rev-id', quote(id), ...rest];
  const directory = environment.workingDirectory;
  return (directory === ROOT ? '' : `cd ${quote(directory)} && `) + words.join(' ');
}

function program(environment: Environment, what: string): readonly string[] {
  const declared = environment.declared?.command;
  if (declared !== undefined) return [declared, what];
  if (environment.flavour === 'flask-migrate') {
    const directory = fromWorkingDirectory(environment, environment.scriptLocation);
    return ['flask', 'db', what, ...(directory === 'migrations' ? [] : ['-d', quote(directory)])];
  }
  return ['alembic', ...iniOption(environment), ...sectionOption(environment), what];
}

/** Alembic reads `alembic.ini` and `pyproject.toml` of the directory it is started in by itself. */
function iniOption(environment: Environment): readonly string[] {
  const { ini, workingDirectory } = environment;
  if (ini === null) return [];
  const ownDefault =
    parentOf(ini) === workingDirectory && ['alembic.ini', 'pyproject.toml'].includes(baseName(ini));
  return ownDefault ? [] : ['-c', quote(fromWorkingDirectory(environment, ini))];
}

function sectionOption({ section }: Environment): readonly string[] {
  return section === undefined ? [] : ['-n', quote(section)];
}

function fromWorkingDirectory({ workingDirectory }: Environment, path: string): string {
  if (workingDirectory === ROOT) return path;
  if (isWithin(path, workingDirectory)) return path.slice(workingDirectory.length + 1) || ROOT;
  return `${workingDirectory.replace(/[^/]+/g, '..')}/${path}`;
}

/** Double quotes where they are enough, since they also work in the shells of Windows. */
function quote(word: string): string {
  if (/^[\p{L}\p{N}_./:,@+%=-]+$/u.test(word)) return word;
  return /^[\p{L}\p{N}_./:,@+=#()' -]*$/u.test(word)
    ? `"${word}"`
    : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
