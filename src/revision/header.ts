/**
 * The header that `script.py.mako` writes into a docstring. Alembic never reads it back; it tells what a file said when
 * it was generated.
 */

import type { Header } from './operation.ts';

/** Reads a docstring's value. */
export function readHeader(docstring: string): Header {
  const lines = docstring.split('\n');
  const field = (name: string): string | null => {
    const line = lines.find((one) => one.trimStart().startsWith(name));
    return line === undefined ? null : line.slice(line.indexOf(':') + 1).trim();
  };
  const revises = field('Revises:');
  return {
    revisionId: field('Revision ID:'),
    revises: revises === null ? null : idsIn(revises),
    createDate: field('Create Date:'),
  };
}

/** Alembic's `Script.doc`: the docstring, stripped, up to its first blank line. */
export function messageOf(docstring: string): string {
  return strip(docstring).split('\n\n', 1)[0] ?? '';
}

/** `a, b`, and `('a', 'b')` where a template lacks the `comma` filter. */
export function idsIn(list: string): readonly string[] {
  const ids = list.split(/[\s,()[\]'"]+/).filter((id) => id !== '');
  return ids.length === 1 && ids[0] === 'None' ? [] : ids;
}

/** Python's `str.strip()`, whose white space is JavaScript's less the BOM, plus five control characters. */
function strip(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isSpace(text.charAt(from))) from++;
  while (to > from && isSpace(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

function isSpace(character: string): boolean {
  const printable = character > ' ' && character < '\x7f';
  return !printable && /[\s\x1c-\x1f\x85]/.test(character) && character !== '\ufeff';
}
