/** What an expression evaluates to, as far as it is written out; the rest is computed, for a named reason. */
import type { DictEntry, Expression } from './python/syntax.ts';
import { resolve, type Computed, type Importer, type StaticValue } from './static-value.ts';

/** What surrounds the expression: its source, the names in sight, the modules of the same tree. */
export interface Surroundings extends Importer {
  readonly text: string;
  lookUp(name: string): StaticValue | undefined;
}

/** Evaluates literals as Python does; never guesses. */
export function evaluate(expression: Expression, around: Surroundings): StaticValue {
  const computed = (reason: string): Computed => ({
    kind: 'computed',
    reason,
    text: around.text.slice(expression.from, expression.to),
  });
  switch (expression.kind) {
    case 'string':
      return expression.value === null
        ? computed('named-escape')
        : { kind: 'string', value: expression.value };
    case 'constant':
    case 'number':
    case 'bytes':
      return scalar(expression, around.text);
    case 'name':
      return resolve(around.lookUp(expression.name) ?? computed('unknown-name'), around);
    case 'tuple':
    case 'list':
    case 'set':
      return sequence(expression.kind, expression.items, around);
    case 'dict':
      return dict(expression.entries, around) ?? computed('unpacking');
    case 'binary':
      return concatenated(expression, around) ?? computed('operator');
    case 'template':
      return plainTemplate(expression.parts) ?? computed(expression.prefix === 'f' ? 'f-string' : 't-string');
    case 'conditional':
      return chosen(expression, around) ?? computed('conditional-expression');
    case 'named':
      return computed('assignment-expression');
    case 'attribute':
      return attribute(expression, around) ?? computed('attribute');
    case 'call':
      return computed(isDynamicParent(expression.callee) ? 'get-down-revision' : 'call');
    case 'unary':
    case 'compare':
      return computed('operator');
    case 'starred':
      return computed('unpacking');
    case 'subscript':
    case 'lambda':
    case 'comprehension':
    case 'await':
    case 'yield':
    case 'slice':
      return computed(expression.kind);
  }
}

/** Whether a condition holds; null where that is not written out. */
export function truth(expression: Expression, around: Surroundings): boolean | null {
  if (expression.kind === 'unary' && expression.operator === 'not') {
    const operand = truth(expression.operand, around);
    return operand === null ? null : !operand;
  }
  if (isTypeChecking(expression) || isMainGuard(expression)) return false;
  const value = evaluate(expression, around);
  switch (value.kind) {
    case 'string':
      return value.value !== '';
    case 'none':
      return false;
    case 'scalar':
      return value.truth;
    case 'sequence':
      return value.items.length > 0;
    case 'computed':
      return null;
  }
}

/** The parent is looked up in git history by the alembic-git-revisions package. */
function isDynamicParent(callee: Expression): boolean {
  return (callee.kind === 'name' || callee.kind === 'attribute') && callee.name === 'get_down_revision';
}

function isTypeChecking(expression: Expression): boolean {
  return (
    (expression.kind === 'name' || expression.kind === 'attribute') && expression.name === 'TYPE_CHECKING'
  );
}

/** `__name__ == "__main__"`: never true of a module that Alembic loads. */
function isMainGuard(expression: Expression): boolean {
  if (expression.kind !== 'compare' || expression.operators.join() !== '==') return false;
  return (
    expression.operands.some((one) => one.kind === 'name' && one.name === '__name__') &&
    expression.operands.some((one) => one.kind === 'string' && one.value === '__main__')
  );
}

function scalar(
  expression: Expression & { readonly kind: 'constant' | 'number' | 'bytes' },
  source: string,
): StaticValue {
  const text = source.slice(expression.from, expression.to);
  if (expression.kind === 'bytes') {
    return {
      kind: 'scalar',
      type: 'bytes',
      text,
      truth: expression.value === null ? null : expression.value !== '',
    };
  }
  if (expression.kind === 'number')
    return { kind: 'scalar', type: 'number', text, truth: Number(text.replace(/_|[jJ]$/g, '')) !== 0 };
  if (expression.value === null) return { kind: 'none' };
  if (expression.value === '...') return { kind: 'scalar', type: 'ellipsis', text, truth: true };
  return { kind: 'scalar', type: 'bool', text, truth: expression.value };
}

function sequence(
  type: 'tuple' | 'list' | 'set',
  expressions: readonly Expression[],
  around: Surroundings,
): StaticValue {
  const items: StaticValue[] = [];
  for (const expression of expressions) {
    const value = evaluate(expression.kind === 'starred' ? expression.value : expression, around);
    if (expression.kind !== 'starred') items.push(value);
    else if (value.kind === 'sequence' && value.type !== 'set') items.push(...value.items);
    else
      return {
        kind: 'computed',
        reason: 'unpacking',
        text: around.text.slice(expression.from, expression.to),
      };
  }
  return { kind: 'sequence', type, items };
}

function dict(entries: readonly DictEntry[], around: Surroundings): StaticValue | null {
  const keys: Expression[] = [];
  for (const { key } of entries) {
    if (key === null) return null;
    keys.push(key);
  }
  const read = sequence('tuple', keys, around);
  return read.kind === 'sequence' ? { ...read, type: 'dict' } : read;
}

/** `+` on two strings, two tuples or two lists. */
function concatenated(
  { operator, left, right }: Expression & { readonly kind: 'binary' },
  around: Surroundings,
): StaticValue | null {
  if (operator !== '+') return null;
  const a = evaluate(left, around);
  const b = evaluate(right, around);
  if (a.kind === 'computed') return a;
  if (b.kind === 'computed') return b;
  if (a.kind === 'string' && b.kind === 'string') return { kind: 'string', value: a.value + b.value };
  if (a.kind !== 'sequence' || b.kind !== 'sequence' || a.type !== b.type) return null;
  if (a.type !== 'tuple' && a.type !== 'list') return null;
  return { kind: 'sequence', type: a.type, items: [...a.items, ...b.items] };
}

function plainTemplate(parts: readonly (string | null | Expression)[]): StaticValue | null {
  let value = '';
  for (const part of parts) {
    if (typeof part !== 'string') return null;
    value += part;
  }
  return { kind: 'string', value };
}

function chosen(
  { test, then, otherwise }: Expression & { readonly kind: 'conditional' },
  around: Surroundings,
): StaticValue | null {
  const holds = truth(test, around);
  return holds === null ? null : evaluate(holds ? then : otherwise, around);
}

function attribute(
  { object, name }: Expression & { readonly kind: 'attribute' },
  around: Surroundings,
): StaticValue | null {
  const owner = evaluate(object, around);
  if (owner.kind !== 'computed' || owner.module === undefined) return null;
  const module = `${owner.module}.${name}`;
  return (
    around.imported(owner.module, name) ?? { kind: 'computed', reason: 'attribute', text: module, module }
  );
}
