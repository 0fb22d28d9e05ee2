/** The names of a module at one point of its execution, where execution may have come by several ways. */
import { sameValue, type Computed, type StaticValue } from './evaluate.ts';
import type { Span } from './revision.ts';

export interface Binding {
  readonly value: StaticValue;
  /** The bound expression; the whole statement where the value is not an expression of its own. */
  readonly span: Span;
  /** Where the binding statement begins. */
  readonly at: number;
  /** Bound under `if`, `try`, `with`, `for`: some run may not come by. */
  readonly conditional: boolean;
  /** Some way here does not bind the name at all. */
  readonly perhapsUnbound: boolean;
  /** How often the name was bound before on the way here. */
  readonly earlier: number;
}

export type State = ReadonlyMap<string, Binding>;

/** null is a point that execution never reaches. */
export type Reached = State | null;

/** What is known where two ways meet. */
export function join(a: Reached, b: Reached): Reached {
  if (a === null || a === b) return b;
  if (b === null) return a;
  const joined = new Map<string, Binding>();
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    const [left, right] = [a.get(name), b.get(name)];
    const binding = right ?? left;
    if (!binding) continue;
    if (left === right) joined.set(name, binding);
    else joined.set(name, joinBindings(left, right, binding));
  }
  return joined;
}

function joinBindings(left: Binding | undefined, right: Binding | undefined, last: Binding): Binding {
  const base = {
    ...last,
    conditional: true,
    perhapsUnbound: !left || !right || left.perhapsUnbound || right.perhapsUnbound,
  };
  if (!left || !right || sameValue(left.value, right.value)) return base;
  if (left.value.kind === 'computed') return { ...base, value: left.value };
  if (right.value.kind === 'computed') return base;
  const differs: Computed = { kind: 'computed', reason: 'conditional', text: '' };
  return { ...base, value: differs };
}
