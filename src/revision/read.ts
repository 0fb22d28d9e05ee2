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
    const dependencies = this.optional('depends_on', dependencyIds);
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

  private checked(name: Name, read: Ids, binding: Binding): Said | Unreadable {
    switch (read.kind) {
      case 'ids':
        return { ids: read.ids, binding };
      case 'unread':
        return this.refused(name, read.reason, read.text, binding);
      case 'dies': {
        const message = `Alembic cannot use this file's \`${name}\`: ${read.error}.`;
        return failure(this.path, `${name.replaceAll('_', '-')}-type`, message, this.line(binding.at));
      }
    }
  }

  private id(): Said | Unreadable {
    const binding = this.binding('revision');
    const fileName = this.path.slice(this.path.lastIndexOf('/') + 1);
    const legacy = /^[a-f0-9]+(?=\.py$)/.exec(fileName)?.[0];
    if (binding && !(binding.perhapsUnbound && legacy !== undefined)) {
      return this.checked('revision', revisionId(binding.value), binding);
    }
    const getter = this.binding('__getattr__');
    const doubt = binding ?? getter;
    if (doubt) return this.refused('revision', binding ? 'conditional' : 'module-getattr', '', doubt);
    if (legacy !== undefined) return { ids: [legacy], binding: null };
    const message = `Could not determine revision id from filename ${fileName}. Be sure the 'revision' variable is declared inside the script; a file that is no revision must not lie in a versions directory, where Alembic loads it.`;
    return failure(this.path, 'no-revision', message, 1);
  }

  private parents(): Said | Unreadable {
    const binding = this.binding('down_revision');
    if (binding) return this.checked('down_revision', parentIds(binding.value), binding);
    const getter = this.binding('__getattr__');
    if (getter) return this.refused('down_revision', 'module-getattr', '', getter);
    const module = this.path.slice(this.path.lastIndexOf('/') + 1).replace(/[^\p{L}\p{N}_]/gu, '_');
    const message = `AttributeError: module '${module}' has no attribute 'down_revision'. Add it; None makes this revision a root.`;
    return failure(this.path, 'no-down-revision', message, 1);
  }

  private optional(
    name: 'depends_on' | 'branch_labels',
    read: (value: Binding['value']) => Ids,
  ): Said | Unreadable {
    const binding = this.binding(name);
    if (!binding) {
      const getter = this.binding('__getattr__');
      return getter ? this.refused(name, 'module-getattr', '', getter) : { ids: [], binding: null };
    }
    const said = this.checked(name, read(binding.value), binding);
    const differs = binding.perhapsUnbound && 'ids' in said && said.ids.length > 0;
    return differs ? this.refused(name, 'conditional', '', binding) : said;
  }

  private revision(id: Said, parents: Said, dependencies: Said): Revision {
    const branchLabels = this.optional('branch_labels', labels);
    const docstring = docstringOf(this.module);
    const bound = this.binding('__doc__')?.value;
    const doc = bound?.kind === 'string' ? bound.value : (docstring?.value ?? '');
    const lineOf = (at: number): number => this.line(at);
    const facts = { id: id.ids[0] ?? '', downRevisions: parents.ids };
    const notes: RevisionNote[] = [
      ...(id.binding
        ? []
        : [{ kind: 'id-from-file-name', message: 'The id is taken from the file name.', line: 1 } as const]),
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
