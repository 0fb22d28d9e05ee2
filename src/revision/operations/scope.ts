/** The names in sight while a function of a migration is followed. */
import type { Value } from '../operation.ts';
import type { Statement } from '../python/syntax.ts';
import { sameValue } from './values.ts';

export type FunctionStatement = Extract<Statement, { readonly kind: 'function' }>;

/** A function and the scope whose names its body sees. */
export interface LocalFunction {
  readonly definition: FunctionStatement;
  readonly home: Scope;
}

export class Scope {
  private readonly outer: Scope | null;
  private names = new Map<string, Value>();
  private readonly functions = new Map<string, LocalFunction>();

  constructor(outer: Scope | null) {
    this.outer = outer;
  }

  get(name: string): Value | null {
    return this.names.get(name) ?? this.outer?.get(name) ?? null;
  }

  set(name: string, value: Value): void {
    this.names.set(name, value);
    this.functions.delete(name);
  }

  /** Makes a name unknown where it is bound. */
  forget(name: string): void {
    if (this.names.has(name) || !this.outer) this.names.set(name, { kind: 'unknown', text: name });
    else this.outer.forget(name);
  }

  define(definition: FunctionStatement): void {
    this.names.delete(definition.name);
    this.functions.set(definition.name, { definition, home: this });
  }

  function(name: string): LocalFunction | null {
    if (this.names.has(name)) return null;
    return this.functions.get(name) ?? this.outer?.function(name) ?? null;
  }

  /** Runs alternatives from the same start; afterwards only what they agree on is known. */
  alternatives(ways: readonly (() => void)[]): void {
    const start = this.names;
    const ends = ways.map((way) => {
      this.names = new Map(start);
      way();
      return this.names;
    });
    const merged = new Map(start);
    for (const name of new Set(ends.flatMap((end) => [...end.keys()]))) {
      const values = ends.map((end) => end.get(name));
      const [first] = values;
      const agreed = first && values.every((value) => value && sameValue(value, first));
      merged.set(name, agreed ? first : { kind: 'unknown', text: name });
    }
    this.names = merged;
  }
}
