/** The new side of a file's patch as GitHub gives it: the only lines that a review may speak of. */

export interface Hunk {
  /** 1-based line of the file at which it begins. */
  readonly start: number;
  /** Added and unchanged lines, without the newline; a carriage return before it stays. */
  readonly lines: readonly string[];
}

const HEADER = /^@@ -\d+(?:,(?<removed>\d+))? \+(?<start>\d+)(?:,(?<added>\d+))? @@/;

/** A hunk that holds fewer lines than its header says was cut off, and is left out. */
export function hunksOf(patch: string): readonly Hunk[] {
  const hunks: Hunk[] = [];
  const rest = patch.split('\n');
  for (let header = rest.shift(); header !== undefined; header = rest.shift()) {
    const { removed = '1', start = '', added = '1' } = HEADER.exec(header)?.groups ?? {};
    if (start === '') continue;
    const lines = newSide(rest, Number(removed), Number(added));
    if (lines !== null && lines.length > 0) hunks.push({ start: Number(start), lines });
  }
  return hunks;
}

/** Takes a hunk's lines off the front of `rest`; null where they are not as many as the header says. */
function newSide(rest: string[], removed: number, added: number): readonly string[] | null {
  const lines: string[] = [];
  let [old, fresh] = [removed, added];
  while (old > 0 || fresh > 0) {
    const line = rest.shift();
    const sign = line?.charAt(0);
    if (line === undefined || !(sign === ' ' || sign === '+' || sign === '-' || sign === '\\')) return null;
    if (sign === ' ' || sign === '-') old -= 1;
    if (sign === ' ' || sign === '+') {
      fresh -= 1;
      lines.push(line.slice(1));
    }
  }
  return fresh === 0 && old === 0 ? lines : null;
}

/** The lines from `first` to `last`, both inclusive, where one hunk holds them all; otherwise null. */
export function linesWithin(hunks: readonly Hunk[], first: number, last: number): readonly string[] | null {
  if (first > last) return null;
  const hunk = hunks.find(({ start, lines }) => start <= first && last < start + lines.length);
  return hunk === undefined ? null : hunk.lines.slice(first - hunk.start, last - hunk.start + 1);
}
