/** What each fault of a graph breaks, and its cure, in one sentence each. */

export interface Sentences {
  readonly message: string;
  readonly cure: string;
}

/** Width of `alembic_version.version_num` as Alembic creates it (alembic/ddl/impl.py, `version_table_impl`). */
export const MAX_ID_LENGTH = 32;

/** Beyond this a list is no longer read; the rest is counted. */
const MAX_ITEMS = 6;

/** `a, b and c`; of long lists the first few and how many more. */
export function readOut(items: readonly string[]): string {
  const more = items.length - MAX_ITEMS;
  const shown = more > 1 ? [...items.slice(0, MAX_ITEMS), `${String(more)} more`] : items;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

const named = (name: string): string => (name === '' ? 'the empty string' : name);

export const missingParent = (id: string, path: string, parent: string): Sentences => ({
  message: `Revision ${id} (${path}) follows ${named(parent)}, which no file of this history defines: every Alembic command, even "heads", ends in KeyError.`,
  cure: `Add the file of ${named(parent)}, or let down_revision in ${path} name a revision that exists.`,
});

export const parentIsLabel = (id: string, path: string, label: string, owner: string): Sentences => ({
  message: `Revision ${id} (${path}) names the branch label ${label} as its parent: Alembic takes labels in depends_on only, so every command ends in KeyError.`,
  cure: `Let down_revision in ${path} name the revision itself: ${owner} carries the label.`,
});

export const missingDependency = (id: string, path: string, name: string): Sentences => ({
  message: `Revision ${id} (${path}) depends on ${named(name)}, which is neither a revision nor a branch label here: every Alembic command ends in an error that does not name the file.`,
  cure: `Add the file of ${named(name)}, or let depends_on in ${path} name what exists.`,
});

export const emptyDependency = (id: string, path: string): Sentences => ({
  message: `Revision ${id} (${path}) depends on the empty string: Alembic drops the dependency, and takes a first revision that says so for a cycle.`,
  cure: `Write depends_on = None in ${path}.`,
});

export const duplicateRevision = (id: string, files: readonly string[]): Sentences => ({
  message: `Revision id ${named(id)} is in ${String(files.length)} files (${readOut(files)}): Alembic runs the last one only and counts the others as heads of their own, so "upgrade head" fails for everybody and no merge revision can cure it.`,
  cure: `Give all but one of these files an id of its own, and change it in the down_revision of those that follow it.`,
});

export const cycle = (ids: readonly string[], refused: boolean): Sentences => ({
  message: refused
    ? `Revisions ${readOut(ids)} follow each other in a circle: no Alembic command can tell which one runs first, and all of them stop with CycleDetected.`
    : `Revisions ${readOut(ids)} follow each other in a circle that Alembic does not notice, because a first revision leads in and a head leads out: "upgrade" runs one of them before its own parent.`,
  cure: `Change the down_revision of one of them, so that it follows a revision outside the circle.`,
});

export const dependencyCycle = (ids: readonly string[], refused: boolean): Sentences => ({
  message: refused
    ? `Revisions ${readOut(ids)} need each other in a circle through depends_on: every Alembic command stops with DependencyCycleDetected.`
    : `Revisions ${readOut(ids)} need each other in a circle through depends_on that Alembic does not notice: "upgrade" runs one of them before what it depends on.`,
  cure: `Remove the depends_on that closes the circle.`,
});

export const selfLoop = (id: string, path: string): Sentences => ({
  message: `Revision ${named(id)} (${path}) names itself as its parent: every Alembic command stops with LoopDetected.`,
  cure: `Let down_revision in ${path} name the revision before it.`,
});

export const dependencySelfLoop = (id: string, path: string): Sentences => ({
  message: `Revision ${named(id)} (${path}) depends on itself: every Alembic command stops with DependencyLoopDetected.`,
  cure: `Remove ${named(id)} from depends_on in ${path}.`,
});

export const illegalCharacters = (id: string, path: string, characters: readonly string[]): Sentences => ({
  message: `Revision id ${id} (${path}) contains ${readOut(characters)}, which Alembic keeps for "branch@revision", "-1" and the like: every command refuses the history.`,
  cure: `Write an id of letters, digits and underscores in ${path}, and in the down_revision of those that follow it.`,
});

/** What the commands really do was tried with Alembic 1.8 to 1.20. */
export const reservedId = (id: string, path: string): Sentences => ({
  message:
    id === 'base'
      ? `Revision id base (${path}) is Alembic's word for "no revision": every upgrade that has to run it ends in an AssertionError.`
      : `Revision id ${id} (${path}) is Alembic's word for the newest revisions: where a command looks it up it finds those instead, and an upgrade to a later revision passes over this one without a word.`,
  cure: `Write another id in ${path}, and in the down_revision of those that follow it.`,
});

export const emptyId = (path: string): Sentences => ({
  message: `The revision in ${path} has an empty id: Alembic loads it, and no command and no version table can name it.`,
  cure: `Give the revision in ${path} an id.`,
});

export const idTooLong = (id: string, path: string, length: number): Sentences => ({
  message: `Revision id ${id} (${path}) is ${String(length)} characters long and the version table holds ${String(MAX_ID_LENGTH)}: on MySQL, MariaDB and PostgreSQL the upgrade fails when its changes have been made and its id is to be noted.`,
  cure: `Shorten the id in ${path} to at most ${String(MAX_ID_LENGTH)} characters, and in the down_revision of those that follow it.`,
});

export const labelCollision = (label: string, path: string, owner: string, ownerPath: string): Sentences => ({
  message:
    label === owner
      ? `Branch label ${label} (${path}) is also the id of a revision (${ownerPath}): every Alembic command refuses the history.`
      : `Branch label ${label} (${path}) is taken by revision ${owner} (${ownerPath}) already: every Alembic command refuses the history.`,
  cure: `Give the label in ${path} another name, or remove it.`,
});
