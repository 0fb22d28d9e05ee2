/** A Python module as far as it can be known without running it: its text, its statements, its names at the end. */
import { execute, type Execution } from './execute.ts';
import type { Neighbours } from './names.ts';
import { parseModule } from './python/parse.ts';
import { decodeSource, lineAt, UnknownEncoding, type Source } from './python/source.ts';
import { NestingLimit, PythonSyntaxError } from './python/syntax-error.ts';
import type { Expression, Statement } from './python/syntax.ts';
import { resolve, type StaticValue } from './static-value.ts';

/**
 * Finds the source of an absolute dotted module in the same tree as the revisions, by whatever the project puts on
 * `sys.path`; null for modules of elsewhere.
 */
export type FindModule = (module: string) => Uint8Array | null;

export interface Module extends Source, Execution {
  readonly kind: 'module';
  readonly neighbours: Neighbours;
  readonly statements: readonly Statement[];
}

/** Why a file is no module for us: `broken` for every Python 3, or beyond this reader. */
export interface NoModule {
  readonly kind: 'broken' | 'refused';
  readonly reason: 'syntax' | 'conflict-marker' | 'encoding' | 'nesting';
  readonly message: string;
  /** 1-based. */
  readonly line: number;
}

/** Imports of imports of imports. */
const MAX_IMPORTS = 4;

/** The file's bytes, decoded as Python would. */
export function readModule(bytes: Uint8Array, find: FindModule, depth = 0): Module | NoModule {
  try {
    return readSource(decodeSource(bytes), find, depth);
  } catch (error) {
    if (error instanceof PythonSyntaxError) return notPython('', error);
    if (!(error instanceof UnknownEncoding)) throw error;
    return { kind: 'refused', reason: 'encoding', message: error.message, line: 1 };
  }
}

export function readSource(source: Source, find: FindModule, depth = 0): Module | NoModule {
  const { text } = source;
  try {
    const statements = parseModule(text);
    const neighbours = neighboursBy(find, depth);
    const execution = execute(text, statements, neighbours, depth > 0);
    return { kind: 'module', ...source, ...execution, neighbours, statements };
  } catch (error) {
    if (error instanceof PythonSyntaxError) return notPython(text, error);
    if (!(error instanceof NestingLimit)) throw error;
    return { kind: 'refused', reason: 'nesting', message: error.message, line: lineAt(text, error.at) };
  }
}

function notPython(text: string, { message, at }: PythonSyntaxError): NoModule {
  const marker = text.split(/\r\n|\r|\n/).findIndex((line) => /^(?:<{7}|>{7})(?: |$)/.test(line));
  if (marker < 0) return { kind: 'broken', reason: 'syntax', message, line: lineAt(text, at) };
  return {
    kind: 'broken',
    reason: 'conflict-marker',
    message: 'a conflict marker was left in it',
    line: marker + 1,
  };
}

function neighboursBy(find: FindModule, depth: number): Neighbours {
  const read = new Map<string, Module | null>();
  const open = (name: string): Module | null => {
    const known = read.get(name);
    if (known !== undefined) return known;
    const module = openModule(name, find, depth + 1);
    read.set(name, module);
    return module;
  };
  return {
    imported(name, member): StaticValue | undefined {
      const module = open(name);
      const binding = module?.end?.get(member);
      if (!module || !binding || binding.perhapsUnbound) return undefined;
      return resolve(binding.value, module.neighbours);
    },
    exported(name): ReadonlyMap<string, StaticValue> | null {
      const end = open(name)?.end;
      if (!end || end.has('__all__')) return null;
      const names = new Map<string, StaticValue>();
      for (const [member, { value, perhapsUnbound }] of end) {
        if (member.startsWith('_')) continue;
        names.set(member, perhapsUnbound ? { kind: 'computed', reason: 'star-import', text: member } : value);
      }
      return names;
    },
  };
}

/** null for a module that is not there or cannot be read, which leaves what is imported from it computed. */
function openModule(name: string, find: FindModule, depth: number): Module | null {
  const bytes = depth > MAX_IMPORTS ? null : find(name);
  const read = bytes && readModule(bytes, find, depth);
  return read?.kind === 'module' ? read : null;
}

/** The module's docstring: its first statement, if that is a plain string. */
export function docstringOf({
  statements: [first],
}: Module): (Expression & { readonly kind: 'string' }) | null {
  return first?.kind === 'expression' && first.value.kind === 'string' ? first.value : null;
}
