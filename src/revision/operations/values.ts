/** Python's operations on values that are partly known. */
import { COMPUTED_PART, type CallValue, type Value } from '../operation.ts';

export function literal(value: string | number | boolean | null): Value {
  return { kind: 'literal', value };
}

/** The text that a value has inside a string; computed parts marked. */
export function textOf(value: Value): string {
  if (value.kind === 'text') return value.text;
  if (value.kind !== 'literal') return COMPUTED_PART;
  if (value.value === null) return 'None';
  if (typeof value.value === 'boolean') return value.value ? 'True' : 'False';
  return String(value.value);
}

/** A string of which `text` is known. */
export function stringValue(text: string): Value {
  return text.includes(COMPUTED_PART) ? { kind: 'text', text } : literal(text);
}

export function isString(value: Value): boolean {
  return value.kind === 'text' || (value.kind === 'literal' && typeof value.value === 'string');
}

/** `a + b` of strings and of lists; null for the rest. */
export function sum(a: Value, b: Value): Value | null {
  if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', items: [...a.items, ...b.items] };
  return isString(a) || isString(b) ? stringValue(textOf(a) + textOf(b)) : null;
}

/** `template % value`: `%s`, `%d`, `%(name)s`. */
export function percentFormatted(template: Value, given: Value): Value | null {
  if (!isString(template)) return null;
  const values = given.kind === 'list' ? [...given.items] : [given];
  return stringValue(
    textOf(template).replace(
      /%(?:%|(?:\((\w+)\))?[-#0 +]*\d*(?:\.\d+)?([a-zA-Z]))/g,
      (whole, key?: string, type?: string) => {
        if (whole === '%%') return '%';
        const value = key === undefined ? values.shift() : entry(given, key);
        return value && (type === 's' || type === 'd') ? textOf(value) : COMPUTED_PART;
      },
    ),
  );
}

/** `template.format(…)`: `{}`, `{0}`, `{name}`; anything finer is computed. */
export function braceFormatted(
  template: string,
  args: readonly Value[],
  keywords: Readonly<Record<string, Value>>,
): Value {
  let next = 0;
  return stringValue(
    template.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (whole, field?: string) => {
      if (field === undefined) return whole.charAt(0);
      const value = field === '' ? args[next++] : /^\d+$/.test(field) ? args[Number(field)] : keywords[field];
      return value ? textOf(value) : COMPUTED_PART;
    }),
  );
}

/** `value[index]`; null where it is not known. */
export function item(value: Value, index: Value): Value | null {
  if (index.kind !== 'literal') return null;
  if (value.kind === 'dict') return entry(value, index.value);
  return value.kind === 'list' && typeof index.value === 'number'
    ? (value.items.at(index.value) ?? null)
    : null;
}

function entry(value: Value, key: string | number | boolean | null): Value | null {
  if (value.kind !== 'dict') return null;
  const found = value.entries.findLast(([one]) => one.kind === 'literal' && one.value === key);
  return found?.[1] ?? null;
}

/** What iterating gives, in order; null where it is not written out. */
export function iterated(value: Value): readonly Value[] | null {
  if (value.kind === 'list') return value.items;
  return value.kind === 'dict' ? value.entries.map(([key]) => key) : null;
}

/** Truth where it is written out. */
export function truthOf(value: Value): boolean | null {
  switch (value.kind) {
    case 'literal':
      return Boolean(value.value);
    case 'list':
      return value.items.length > 0;
    case 'dict':
      return value.entries.length > 0;
    case 'text':
    case 'call':
    case 'name':
    case 'unknown':
      return null;
  }
}

export function sameValue(a: Value, b: Value): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Builtins whose result is known when their arguments are. */
export function builtin(name: string, args: readonly Value[]): Value | null {
  const [first] = args;
  const items = first && iterated(first);
  if (name === 'str' && first && isString(first)) return first;
  if (name === 'range') return range(args);
  if (!items) return null;
  switch (name) {
    case 'list':
    case 'tuple':
    case 'set':
      return { kind: 'list', items };
    case 'reversed':
      return { kind: 'list', items: [...items].reverse() };
    case 'enumerate':
      return {
        kind: 'list',
        items: items.map((value, index) => ({ kind: 'list', items: [literal(index), value] })),
      };
    case 'len':
      return literal(items.length);
    default:
      return null;
  }
}

const LONGEST_RANGE = 1000;

function range(args: readonly Value[]): Value | null {
  const numbers = args.flatMap((value) =>
    value.kind === 'literal' && typeof value.value === 'number' ? [value.value] : [],
  );
  const [first, second] = numbers;
  if (first === undefined || numbers.length !== args.length || args.length > 2) return null;
  const [from, to] = second === undefined ? [0, first] : [first, second];
  if (to - from > LONGEST_RANGE) return null;
  return {
    kind: 'list',
    items: Array.from({ length: Math.max(0, to - from) }, (_, index) => literal(from + index)),
  };
}

/** Methods of strings and dicts whose result is known. */
export function method(
  on: Value,
  name: string,
  args: readonly Value[],
  keywords: CallValue['keywords'],
): Value | null {
  if (on.kind === 'dict') return dictMethod(on.entries, name, args);
  if (!isString(on)) return null;
  const [first] = args;
  switch (name) {
    case 'format':
      return braceFormatted(textOf(on), args, keywords);
    case 'join': {
      const items = first && iterated(first);
      return stringValue(items ? items.map(textOf).join(textOf(on)) : COMPUTED_PART);
    }
    case 'strip':
      return args.length === 0 ? stringValue(textOf(on).trim()) : null;
    case 'lower':
      return stringValue(textOf(on).toLowerCase());
    case 'upper':
      return stringValue(textOf(on).toUpperCase());
    default:
      return null;
  }
}

function dictMethod(
  entries: readonly (readonly [Value, Value])[],
  name: string,
  args: readonly Value[],
): Value | null {
  switch (name) {
    case 'items':
      return { kind: 'list', items: entries.map(([key, value]) => ({ kind: 'list', items: [key, value] })) };
    case 'keys':
      return { kind: 'list', items: entries.map(([key]) => key) };
    case 'values':
      return { kind: 'list', items: entries.map(([, value]) => value) };
    case 'get':
      return args[0] ? item({ kind: 'dict', entries }, args[0]) : null;
    default:
      return null;
  }
}
