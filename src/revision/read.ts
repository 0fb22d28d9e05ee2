/** One file of a versions directory -> what Alembic would have after loading it, or why nothing can be said. */
import { messageOf } from './header.ts';
import { dependencyIds, labels, parentIds, revisionId, type Ids } from './ids.ts';
import {
  docstringOf,
  readModule,
  readSource,
  type FindModule,
  type Module,
  type NoModule,
} from './module.ts';
import { bindingNotes, headerNotes } from './notes.ts';
import { lineAt } from './python/source.ts';
import type { Reading, Revision, RevisionNote, RevisionSpans, Span } from './revision.ts';
import type { Binding } from './state.ts';
import { resolve, type StaticValue } from './static-value.ts';
import { failure, noModule, refusal, type Unreadable } from './unreadable.ts';

/**
 * Reads a revision file as Alembic would, without running it: `broken` is a file that Python or Alembic could not load
 * either, `refused` one whose identifiers only running it could tell. `find` follows imported names into the same tree.
 */
export function readRevision(path: string, bytes: Uint8Array, find: FindModule = () => null): Reading {
  return reading(path, readModule(bytes, find));
}

/** The same for a text that is decoded already. */
export function readRevisionText(path: string, text: string): Reading {
  return reading(
    path,
    readSource({ text, encoding: 'utf-8', bom: false }, () => null),
  );
}

function reading(path: string, module: Module | NoModule): Reading {
  return module.kind === 'module' ? new RevisionFile(path, module).read() : noModule(path, module);
}

type Name = 'revision' | 'down_revision' | 'depends_on' | 'branch_labels';

/** What a file says of one name, and where. */
interface Said {
  readonly ids: readonly string[];
  readonly binding: Binding | null;
}

const ID_FROM_FILE_NAME: RevisionNote = {
  kind: 'id-from-file-name',
  message: 'The id is taken from the file name.',
  line: 1,
};
const NOTHING = (): Said => ({ ids: [], binding: null });

class RevisionFile {
  private readonly path: string;
  private readonly module: Module;

  constructor(path: string, module: Module) {
    this.path = path;
    this.module = module;
  }

  read(): Reading {
    if (this.module.end === null) return this.neverLoads();
    const id = this.id();
    if ('kind' in id) return id;
    const parents = this.parents();
    if ('kind' in parents) return parents;
    const dependencies = this.said('depends_on', dependencyIds, NOTHING);
    if ('kind' in dependencies) return dependencies;
    return { kind: 'revision', revision: this.revision(id, parents, dependencies) };
  }

  private neverLoads(): Unreadable {
    const { at, reason } = this.module.stop ?? { at: 0, reason: 'raise' as const };
    const what =
      reason === 'raise'
        ? 'it raises an exception while it is loaded'
        : 'ImportError: attempted relative import with no known parent package';
    return failure(this.path, reason, `Alembic cannot load this file: ${what}.`, this.line(at));
  }

  private line(at: number): number {
    return lineAt(this.module.text, at);
  }

  /** What a run that loads the file has under this name; null where no run has anything. */
  private binding(name: string): Binding | null {
    return this.module.end?.get(name) ?? null;
  }

  private refused(name: Name, reason: string, text: string, binding: Binding): Unreadable {
    return refusal(this.path, name, reason, text, this.line(binding.at));
  }

  /** One name's ids; `absent` says what it means that no run binds it. */
  private said(
    name: Name,
    read: (value: StaticValue) => Ids,
    absent: () => Said | Unreadable,
  ): Said | Unreadable {
    const binding = this.binding(name);
    const getter = binding ? null : this.binding('__getattr__');
    if (getter) return this.refused(name, 'module-getattr', '', getter);
    if (!binding) return absent();
    const ids = read(resolve(binding.value, this.module.neighbours));
    // Bound to nothing or not bound at all is the same where the name is optional.
    const same =
      ids.kind === 'ids' && ids.ids.length === 0 && (name === 'depends_on' || name === 'branch_labels');
    if (ids.kind !== 'unread' && binding.perhapsUnbound && !same)
      return this.refused(name, 'conditional', '', binding);
    switch (ids.kind) {
      case 'ids':
        return { ids: ids.ids, binding };
      case 'unread':
        return this.refused(name, ids.reason, ids.text, binding);
      case 'dies': {
        const message = `Alembic cannot use this file's \`${name}\`: ${ids.error}.`;
        return failure(this.path, `${name.replaceAll('_', '-')}-type`, message, this.line(binding.at));
      }
    }
  }

  private id(): Said | Unreadable {
    return this.said('revision', revisionId, () => {
      const fileName = this.path.slice(this.path.lastIndexOf('/') + 1);
      const legacy = /^[a-f0-9]+(?=\.py$)/.exec(fileName)?.[0];
      if (legacy !== undefined) return { ids: [legacy], binding: null };
      const message = `Could not determine revision id from filename ${fileName}. Be sure the 'revision' variable is declared inside the script; a file that is no revision must not lie in a versions directory, where Alembic loads it.`;
      return failure(this.path, 'no-revision', message, 1);
    });
  }

  private parents(): Said | Unreadable {
    return this.said('down_revision', parentIds, () => {
      const module = this.path.slice(this.path.lastIndexOf('/') + 1).replace(/[^\p{L}\p{N}_]/gu, '_');
      const message = `AttributeError: module '${module}' has no attribute 'down_revision'. Add it; None makes this revision a root.`;
      return failure(this.path, 'no-down-revision', message, 1);
    });
  }

  private revision(id: Said, parents: Said, dependencies: Said): Revision {
    const branchLabels = this.said('branch_labels', labels, NOTHING);
    const docstring = docstringOf(this.module);
    const bound = this.binding('__doc__')?.value;
    const doc = bound?.kind === 'string' ? bound.value : (docstring?.value ?? '');
    const lineOf = (at: number): number => this.line(at);
    const facts = { id: id.ids[0] ?? '', downRevisions: parents.ids };
    const notes: RevisionNote[] = [
      ...(id.binding ? [] : [ID_FROM_FILE_NAME]),
      ...bindingNotes('revision', id.binding, lineOf),
      ...bindingNotes('down_revision', parents.binding, lineOf),
      ...bindingNotes('depends_on', dependencies.binding, lineOf),
      ...(docstring ? headerNotes(doc, facts, lineOf(docstring.from)) : []),
    ];
    return {
      ...facts,
      path: this.path,
      dependsOn: dependencies.ids,
      branchLabels: 'ids' in branchLabels ? branchLabels.ids : [],
      unreadLabels: 'kind' in branchLabels,
      message: messageOf(doc),
      spans: this.spans(id, parents, dependencies, docstring),
      notes,
    };
  }

  private spans(id: Said, parents: Said, dependencies: Said, docstring: Span | null): RevisionSpans {
    return {
      id: id.binding?.span,
      downRevision: parents.binding?.span,
      dependsOn: dependencies.binding?.span,
      branchLabels: this.binding('branch_labels')?.span,
      docstring: docstring ? { from: docstring.from, to: docstring.to } : undefined,
      downRevisionLine: parents.binding ? this.line(parents.binding.at) : 1,
    };
  }
}
