/** Places that a pull request changes and that nobody read: what is unknown there must not pass. */
import type { EnvironmentProblem } from '../config/environment.ts';
import { readRevision } from '../revision/read.ts';
import { isWithin, parentOf } from '../tree/paths.ts';
import type { Tree } from '../tree/tree.ts';

/** A problem of discovery, and whether the base has it too. */
export type FoundProblem = EnvironmentProblem & { readonly onBase: boolean };

/**
 * Sentences. What is asked for by name and is on neither side is always said; what cannot be read is said where the pull
 * request brings it, or changes Python beside it that may be its history.
 */
export function unreadProblems(
  problems: readonly FoundProblem[],
  paths: ReadonlySet<string>,
): readonly string[] {
  const changedBeside = (file: string): boolean =>
    [...paths].some((path) => path.endsWith('.py') && isWithin(path, parentOf(file)));
  return problems
    .filter(({ kind, path, onBase }) =>
      kind === 'missing' ? onBase : onBase ? changedBeside(path) : paths.has(path),
    )
    .map(({ kind, path, line, message }) => (kind === 'missing' ? message : `${path}:${line}: ${message}`));
}

/** Sentences for changed revisions in folders below a versions directory that is not read recursively. */
export async function unreadRevisions(
  tree: Tree,
  folders: readonly string[],
  paths: ReadonlySet<string>,
): Promise<readonly string[]> {
  const suspects = [...paths].filter(
    (path) =>
      path.endsWith('.py') && tree.entries.has(path) && folders.some((folder) => isWithin(path, folder)),
  );
  const contents = await tree.read(suspects);
  return suspects
    .filter((path) => readRevision(path, contents.get(path) ?? new Uint8Array()).kind === 'revision')
    .map(
      (path) =>
        `${path} is a revision in a folder that Alembic does not read here: declare the environment as recursive (--recursive), or move the file`,
    );
}
