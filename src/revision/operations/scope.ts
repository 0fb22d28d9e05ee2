/** The names in sight while a function of a migration is followed. */
import type { Value } from '../operation.ts';
import type { Statement } from '../python/syntax.ts';
import { sameValue } from './values.ts';

export type FunctionStatement = Extract<Statement, { readonly kind: 'function' }>;

/** What comes after a statement: it runs, it does not, the whole migration failed, it runs on a further condition. */
export type Outcome = 'on' | 'left' | 'raised' | { readonly unless: string };

export function isEnd(outcome: Outcome): outcome is 'left' | 'raised' {
  return outcome === 'left' || outcome === 'raised';
}

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

  /** Runs alternatives from the same start; afterwards only that is known on which those agree that go on. */
  alternatives(ways: readonly (() => Outcome)[]): readonly Outcome[] {
    const start = this.names;
    const outcomes: Outcome[] = [];
    const ends: ReadonlyMap<string, Value>[] = [];
    for (const way of ways) {
      this.names = new Map(start);
      const outcome = way();
      outcomes.push(outcome);
      if (!isEnd(outcome)) ends.push(this.names);
    }
    const merged = new Map(start);
    for (const name of new Set(ends.flatMap((end) => [...end.keys()]))) {
      const values = ends.map((end) => end.get(name));
      const [first] = values;
      const agreed = first && values.every((value) => value && sameValue(value, first));
      merged.set(name, agreed ? first : { kind: 'unknown', text: name });
    }
    this.names = merged;
    return outcomes;
  }
}
