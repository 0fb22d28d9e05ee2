/** Edits of one file as a patch that `git apply` and `patch -p1` take: context around them, line endings as they are. */
import type { Edit } from './resolution.ts';

const CONTEXT = 3;

/** `text` is the file as it stands; the edits must be made for it. */
export function unifiedDiff(path: string, text: string, edits: readonly Edit[]): string {
  const lines = text.split(/(?<=\n)/);
  const sorted = [...edits].sort((a, b) => a.line - b.line);
  let shift = 0;
  const hunks = together(sorted).map((group) => {
    const from = Math.max(0, first(group[0]) - CONTEXT);
    const to = Math.min(lines.length, last(group.at(-1) ?? group[0]) + CONTEXT);
    const body: string[] = [];
    let [at, added] = [from, 0];
    for (const edit of group) {
      body.push(...lines.slice(at, first(edit)).map(line(' ')));
      const old = lines.slice(first(edit), last(edit));
      const ending = /\r?\n?$/.exec(old.at(-1) ?? '')?.[0] ?? '';
      const fresh = edit.after.split('\n').map((one) => one.replace(/\r$/, '') + ending);
      body.push(...old.map(line('-')), ...fresh.map(line('+')));
      added += fresh.length - old.length;
      at = last(edit);
    }
    body.push(...lines.slice(at, to).map(line(' ')));
    const [was, is] = [to - from, to - from + added];
    const head = `@@ -${from + 1},${was} +${from + 1 + shift},${is} @@\n`;
    shift += added;
    return head + body.join('');
  });
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

/** Index of the first line, and of the one after the last. */
const first = ({ line }: Edit): number => line - 1;
const last = (edit: Edit): number => first(edit) + edit.before.split('\n').length;

const line =
  (sign: string) =>
  (text: string): string =>
    `${sign}${text}${text.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`;

type Group = readonly [Edit, ...Edit[]];

/** Edits whose context would meet share a hunk. */
function together(edits: readonly Edit[]): readonly Group[] {
  const groups: Group[] = [];
  for (const edit of edits) {
    const before = groups.at(-1);
    const end = before?.at(-1);
    if (before !== undefined && end !== undefined && first(edit) - last(end) <= 2 * CONTEXT)
      groups[groups.length - 1] = [...before, edit];
    else groups.push([edit]);
  }
  return groups;
}
