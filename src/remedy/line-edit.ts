/** From text splices to edits of whole lines, as a suggestion or a diff shows them, and from those to the new text. */
import type { Splice } from '../revision/edit.ts';
import type { Edit } from './resolution.ts';

/** One edit for each run of touched lines, top to bottom. The splices must not overlap. */
export function editsOf(path: string, text: string, splices: readonly Splice[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const group of byLines(text, splices)) {
    const start = lineStart(text, group.from);
    const end = lineEnd(text, group.to);
    const before = text.slice(start, end);
    const after = group.splices.reduceRight(
      (line, { from, to, text: put }) => line.slice(0, from - start) + put + line.slice(to - start),
      before,
    );
    edits.push({ path, line: text.slice(0, start).split('\n').length, before, after });
  }
  return edits;
}

/** The text with the edits of one file done; throws a RangeError where a line is not what an edit says it was. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.line - a.line)
    .reduce((current, { path, line, before, after }) => {
      const start = startOfLine(current, line);
      if (!current.startsWith(before, start))
        throw new RangeError(`${path}:${line} is not what the edit was made for`);
      return current.slice(0, start) + after + current.slice(start + before.length);
    }, text);
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly splices: readonly Splice[];
}

/** Splices that share a line belong together. */
function byLines(text: string, splices: readonly Splice[]): readonly Group[] {
  const groups: Group[] = [];
  for (const splice of [...splices].sort((a, b) => a.from - b.from)) {
    const last = groups.at(-1);
    if (last !== undefined && lineEnd(text, last.to) >= splice.from) {
      groups[groups.length - 1] = { from: last.from, to: splice.to, splices: [...last.splices, splice] };
    } else groups.push({ from: splice.from, to: splice.to, splices: [splice] });
  }
  return groups;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** End of the line without its ending. */
function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return text[newline - 1] === '\r' && newline > offset ? newline - 1 : newline;
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const newline = text.indexOf('\n', start);
    if (newline < 0) return text.length;
    start = newline + 1;
  }
  return start;
}
