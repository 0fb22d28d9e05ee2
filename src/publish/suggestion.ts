/** A cure that edits lines of the diff, as the block that GitHub offers to commit with one click. */
import { applyEdits } from '../remedy/line-edit.ts';
import type { Edit } from '../remedy/resolution.ts';
import { fenceAround, isVisible } from '../report/escape.ts';
import { linesWithin, type Hunk } from './hunks.ts';

/** Lines of a suggestion beyond which nobody sees what it changes. */
const LONGEST = 30;

export interface Suggestion {
  /** What it replaces: lines of the file, both inclusive. */
  readonly line: number;
  readonly endLine: number;
  readonly block: string;
}

const linesOf = (text: string): number => text.split('\n').length;

/**
 * One block for all edits of one file, with the lines between them, so that one click makes all of the cure. Null where
 * they do not lie in one hunk, or where the lines are not what the edits were made for.
 */
export function suggestionOf(edits: readonly Edit[], hunks: readonly Hunk[]): Suggestion | null {
  if (edits.length === 0) return null;
  const line = Math.min(...edits.map((edit) => edit.line));
  const endLine = Math.max(...edits.map((edit) => edit.line + linesOf(edit.before) - 1));
  const lines = endLine - line >= LONGEST ? null : linesWithin(hunks, line, endLine);
  if (lines === null) return null;
  const isMadeForThem = edits.every(({ line: at, before }) => {
    const own = lines.slice(at - line, at - line + linesOf(before)).join('\n');
    return own === before || own === `${before}\r`;
  });
  if (!isMadeForThem) return null;
  // A carriage return at the end of a line is part of the line, and stays.
  const after = applyEdits(
    lines.join('\n'),
    edits.map((edit) => ({ ...edit, line: edit.line - line + 1 })),
  );
  // What a reader cannot see must not be committed by a click; nor what GitHub might take for another line's end.
  return isVisible(after) && !/\r(?!\n|$)/.test(after)
    ? { line, endLine, block: fenceAround(after, 'suggestion') }
    : null;
}
