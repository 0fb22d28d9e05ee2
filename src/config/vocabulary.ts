/** The kinds of value the gate's configuration has, each with the sentence for what is none. */
import * as z from 'zod';

type Camel<Name> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;
type CamelKeys<Value> = { readonly [Key in keyof Value as Camel<Key>]: Value[Key] };

/** An optional key with its description for editors. */
export function key<Schema extends z.ZodType>(
  description: string,
  schema: Schema,
): z.ZodExactOptional<Schema> {
  return z.exactOptional(schema.describe(description));
}

/** A table with exactly these keys. */
export function table<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys, known) : mustBe('a table of keys', issue),
  });
}

/** The same, with the keys of the parsed value in camel case. */
export function section<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return table(shape).transform((value) => camelKeys(value));
}

function camelKeys<Value extends object>(value: Value): CamelKeys<Value> {
  const camel = (name: string): string => name.replace(/-(.)/g, (_, next: string) => next.toUpperCase());
  const entries = Object.entries(value).map(
    ([name, each]: [string, unknown]) => [camel(name), each] as const,
  );
  return Object.fromEntries(entries) as CamelKeys<Value>;
}

/** Text; a number or boolean that was written without quotes is taken as it was written. */
export const text = z
  .union([z.string(), z.number(), z.boolean()], { error: (issue) => mustBe('text', issue) })
  .transform(String);

export const words = z
  .string({ error: (issue) => mustBe('text', issue) })
  .min(1, { error: 'must not be empty' });

export const yesNo = z.boolean({ error: (issue) => mustBe('true or false', issue) });

export const count = z
  .int({ error: (issue) => mustBe('a whole number, 1 or more', issue) })
  .min(1, { error: (issue) => mustBe('a whole number, 1 or more', issue) });

export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: (issue) => mustBe(`one of ${values.join(', ')}`, issue) });
}

export function list<Schema extends z.ZodType>(item: Schema) {
  return z.array(item, { error: (issue) => mustBe('a list', issue) });
}

export function either<const Options extends readonly [z.ZodType, ...z.ZodType[]]>(
  what: string,
  options: Options,
) {
  return z.union(options, { error: (issue) => mustBe(what, issue) });
}

/** "must be …, not …" for zod's raw issue. */
export function mustBe(what: string, issue: { readonly input?: unknown }): string {
  if (issue.input === undefined) return `is missing: it must be ${what}`;
  return `must be ${what}, not ${shown(issue.input)}`;
}

function shown(input: unknown): string {
  if (input === null) return 'empty';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a table of keys';
  return JSON.stringify(input);
}

/** One line for each unknown key, in the order of `keys`; the reader takes them apart again to place each. */
function unknownKeys(keys: readonly string[], known: readonly string[]): string {
  return keys.map((name) => unknownName('key', name, known)).join('\n');
}

/** "unknown key trunk: did you mean trunks?", or all known names where none is near. */
export function unknownName(kind: string, name: string, known: readonly string[]): string {
  const [nearest] = known
    .map((other) => ({ other, distance: editDistance(name, other) }))
    .filter(({ other, distance }) => distance <= Math.max(2, Math.floor(other.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  // There are a hundred rules: nobody reads them in an error.
  const all = known.length > 30 ? '`alembic-gate rules` lists them' : `known are ${known.join(', ')}`;
  const cure = nearest === undefined ? all : `did you mean ${nearest.other}?`;
  return `is an unknown ${kind}: ${cure}`;
}

/** Levenshtein's distance, a row at a time. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
