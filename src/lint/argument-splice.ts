/** Edits of a call as its author wrote it. */
import type { Splice } from '../revision/edit.ts';
import type { Span } from '../revision/revision.ts';

/** Adds an argument behind the last one; after a trailing comma on a line of its own, where that one has one. */
export function addArgument({ from, to }: Span, text: string, argument: string): readonly Splice[] {
  const inside = text.slice(from, to - 1).trimEnd();
  const at = from + inside.length;
  const comma = inside.endsWith(',');
  const first = inside.endsWith('(');
  const indent = comma ? (/\n[ \t]*(?=\S[^\n]*$)/.exec(inside)?.[0] ?? ' ') : first ? '' : ', ';
  return [{ from: at, to: at, text: `${indent}${argument}${comma ? ',' : ''}` }];
}
