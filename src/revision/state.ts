/** The names of a module at one point of its execution, where execution may have come by several ways. */
import { sameValue, type StaticValue } from './static-value.ts';
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
    const binding = left && right ? joinBindings(left, right) : perhaps(left ?? right);
    if (binding) joined.set(name, binding);
  }
  return joined;
}

function perhaps(binding: Binding | undefined): Binding | undefined {
  return binding && { ...binding, conditional: true, perhapsUnbound: true };
}

/** What is computed on one way is computed; two different values are for the condition to decide. */
function joinBindings(left: Binding, right: Binding): Binding {
  if (left === right) return left;
  const later = right.at >= left.at ? right : left;
  const place = { conditional: true, perhapsUnbound: left.perhapsUnbound || right.perhapsUnbound };
  if (sameValue(left.value, right.value)) return { ...later, ...place };
  const computed = [left, right].find(({ value }) => value.kind === 'computed');
  if (computed) return { ...computed, ...place };
  return { ...later, ...place, value: { kind: 'computed', reason: 'conditional', text: '' } };
}
