/** Giving a revision other parents by changing the fewest characters of its file. */
import { parseModule } from './python/parse.ts';
import { decodeSource, type Source } from './python/source.ts';
import { splitLiteral } from './python/string-literal.ts';
import type { Expression } from './python/syntax.ts';
import { walk } from './python/walk.ts';
import { readRevision, readRevisionText } from './read.ts';
import { isPlain, revisesSplice } from './revises-line.ts';
import type { Revision, Span } from './revision.ts';

/** Replaces the UTF-16 units from `from` up to, not including, `to`. */
export interface Splice extends Span {
  readonly text: string;
}

/** The text with the splices done; they must not overlap. */
export function spliceText(text: string, splices: readonly Splice[]): string {
  return inReverse(splices).reduce(
    (now, { from, to, text: put }) => now.slice(0, from) + put + now.slice(to),
    text,
  );
}

function inReverse(splices: readonly Splice[]): readonly Splice[] {
  return [...splices].sort((a, b) => b.from - a.from);
}

/**
 * What to change in a revision's text so that it has these parents, its docstring's `Revises:` line included.
 * Null where that cannot be done without changing something else: the value shared with another name, or computed.
 */
export function reparentEdits(
  text: string,
  revision: Revision,
  parents: readonly string[],
): readonly Splice[] | null {
  const { downRevision, docstring } = revision.spans;
  if (!downRevision) return null;
  const value = expressionAt(text, downRevision);
  if (!value) return null;
  const header = docstring && revisesSplice(text, docstring, parents);
  const splices = [
    ...valueSplices(text, value, parents, quoteNear(text, revision)),
    ...(header ? [header] : []),
  ];
  const edited = readRevisionText(revision.path, spliceText(text, splices));
  if (edited.kind !== 'revision') return null;
  return sameBut(revision, edited.revision, parents) ? splices : null;
}

/** The same for a file as it lies on disk: byte order mark, encoding and line endings stay. Null also where it is no revision. */
export function reparentFile(path: string, bytes: Uint8Array, parents: readonly string[]): Uint8Array | null {
  const reading = readRevision(path, bytes);
  if (reading.kind !== 'revision') return null;
  const source = decodeSource(bytes);
  const splices = reparentEdits(source.text, reading.revision, parents);
  if (!splices) return null;
  const offset = byteOffsets(bytes, source);
  if (!offset) return null;
  const edited = inReverse(splices).reduce<Uint8Array>(
    (now, { from, to, text }) =>
      Buffer.concat([now.subarray(0, offset(from)), Buffer.from(text), now.subarray(offset(to))]),
    bytes,
  );
  const again = readRevision(path, edited);
  return again.kind === 'revision' && sameBut(reading.revision, again.revision, parents) ? edited : null;
}

/** From characters to bytes; null for encodings whose characters differ in size, UTF-8 aside. */
function byteOffsets(bytes: Uint8Array, { text, encoding, bom }: Source): ((at: number) => number) | null {
  const start = bom ? 3 : 0;
  if (encoding === 'utf-8') return (at) => start + Buffer.byteLength(text.slice(0, at));
  return text.length === bytes.length ? (at) => at : null;
}

function expressionAt(text: string, { from, to }: Span): Expression | null {
  let found: Expression | null = null;
  for (const statement of parseModule(text)) {
    if (statement.from > from || statement.to < to) continue;
    walk(statement, (node) => {
      if (node.from === from && node.to === to && isValue(node)) found ??= node;
      return found === null;
    });
  }
  return found;
}

const VALUES = new Set([
  'string',
  'tuple',
  'list',
  'constant',
  'name',
  'binary',
  'set',
  'template',
  'attribute',
  'conditional',
]);

function isValue(node: { readonly kind: string }): node is Expression {
  return VALUES.has(node.kind);
}

/** How this file writes its ids. */
function quoteNear(text: string, { spans }: Revision): string {
  for (const span of [spans.downRevision, spans.id]) {
    const at = span ? text.slice(span.from, span.to).search(/['"]/) : -1;
    if (span && at >= 0) return text.charAt(span.from + at);
  }
  return "'";
}

function valueSplices(
  text: string,
  value: Expression,
  parents: readonly string[],
  quote: string,
): readonly Splice[] {
  const whole = { from: value.from, to: value.to, text: written(parents, quote) };
  const [only] = parents;
  if (value.kind === 'string' && parents.length === 1 && only !== undefined)
    return [literalSplice(text, value, only, quote)];
  if ((value.kind !== 'tuple' && value.kind !== 'list') || parents.length < 2) return [whole];
  const items = value.items.filter((item) => item.kind === 'string');
  const last = items.at(-1);
  if (!last || items.length !== value.items.length || items.length > parents.length) return [whole];
  const replaced = items.flatMap((item, index) => {
    const parent = parents[index] ?? '';
    return item.value === parent ? [] : [literalSplice(text, item, parent, quote)];
  });
  const before = items.at(-2);
  const ownLine = before && /(?:\r\n|\r|\n)[ \t]*$/.exec(text.slice(before.to, last.from))?.[0];
  const separator = `,${ownLine ?? ' '}`;
  const added = parents.slice(items.length).map((parent) => separator + literal(parent, quote));
  if (added.length === 0) return replaced;
  return [...replaced, { from: last.to, to: last.to, text: added.join('') }];
}

/** Replaces what stands between the quotes of a literal; all of it where it is several adjacent ones. */
function literalSplice(text: string, { from, to }: Span, id: string, quote: string): Splice {
  const { prefix, quote: own, body } = splitLiteral(text, from, to);
  if (!isPlain(id) || body.includes(own)) return { from, to, text: literal(id, quote) };
  const start = from + prefix.length + own.length;
  return { from: start, to: start + body.length, text: id };
}

function written(parents: readonly string[], quote: string): string {
  const [only] = parents;
  if (only === undefined) return 'None';
  if (parents.length === 1) return literal(only, quote);
  return `(${parents.map((parent) => literal(parent, quote)).join(', ')})`;
}

function literal(id: string, quote: string): string {
  const escaped = id.replace(
    /[\\'"\n\r]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return quote + escaped + quote;
}

function sameBut(before: Revision, after: Revision, parents: readonly string[]): boolean {
  const same = (a: readonly string[], b: readonly string[]): boolean =>
    JSON.stringify(a) === JSON.stringify(b);
  return (
    same(after.downRevisions, parents) &&
    after.id === before.id &&
    after.message === before.message &&
    after.unreadLabels === before.unreadLabels &&
    same(after.dependsOn, before.dependsOn) &&
    same(after.branchLabels, before.branchLabels)
  );
}
