/** The `Revises:` line of a revision's docstring, which an edit of the parents keeps in step. */
import { splitLiteral } from './python/string-literal.ts';
import type { Span } from './revision.ts';

/** Null without such a line, or where the ids cannot stand in a docstring as they are. */
export function revisesSplice(
  text: string,
  docstring: Span,
  parents: readonly string[],
): { readonly from: number; readonly to: number; readonly text: string } | null {
  if (!parents.every(isPlain)) return null;
  const { prefix, quote, body } = splitLiteral(text, docstring.from, docstring.to);
  const line = /^[ \t]*Revises:([^\r\n]*)/m.exec(body);
  if (!line || body.includes(quote)) return null;
  const [whole, rest = ''] = line;
  const value = rest.trim();
  const bodyAt = docstring.from + prefix.length + quote.length;
  const restAt = bodyAt + line.index + whole.length - rest.length;
  const from = value === '' ? restAt : restAt + rest.indexOf(value);
  const put = value.startsWith('(') && parents.length > 1 ? asTuple(parents) : parents.join(', ');
  if (value === '') return { from, to: restAt + rest.length, text: ` ${put}` };
  return { from, to: from + value.length, text: put };
}

/** As templates without the `comma` filter show several parents. */
function asTuple(parents: readonly string[]): string {
  return `(${parents.map((id) => `'${id}'`).join(', ')})`;
}

/** Ids that mean themselves in any literal and in any docstring. */
export function isPlain(id: string): boolean {
  return /^[\w. ]+$/.test(id);
}
