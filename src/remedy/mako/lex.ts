/** Cuts a Mako template into text, expressions, control lines and Python blocks, exactly where Mako's own lexer does. */
import { Refused } from '../refused.ts';

export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | { readonly kind: 'expression'; readonly code: string; readonly filters: string; readonly line: number }
  /** What stands behind the `%`: `if x:`, `endif`. */
  | { readonly kind: 'control'; readonly code: string; readonly line: number }
  /** `<% … %>`, or `<%! … %>` where `module`. */
  | { readonly kind: 'block'; readonly code: string; readonly module: boolean; readonly line: number };

/** Mako drops a magic encoding comment on the first line; it is no part of the output. */
export const ENCODING_COMMENT = /^#[^\n]*coding[:=]\s*([-\p{L}\p{N}_.]+)[^\n]*\r?\n/u;

/** The patterns of mako/lexer.py; `(?<![^\n])` is Python's `^` with re.M, which knows no line end but `\n`. */
const PATTERNS = {
  control: /(?<![^\n])[\t ]*(%(?!%)|##)[\t ]*((?:\\\r?\n|[^\r\n])*)(?:\r?\n|(?![^]))/y,
  doc: /<%doc>[^]*?<\/%doc>/y,
  verbatim: /<%text>([^]*?)<\/%text>/y,
  tag: /<\/?%([\p{L}\p{N}_.:]+)/uy,
  block: /<%(!)?/y,
  percent: /(?<![^\n])(\s*)%(%+)/y,
  text: /([^]*?)(?:(?<=\n)(?=[ \t]*(?:%|##))|(?=\$\{)|(?=<\/?%)|\\\r?\n|(?![^]))/y,
  comment: /#[^\n]*\n/y,
  string: /("""|'''|"|')[^\\]*?(?:\\[^][^\\]*?)*?\1/y,
  other: /[^]/y,
} as const;

/** Throws Refused, with the line, for tags and for what Mako itself would not take. */
export function lexTemplate(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const cursor = new Cursor(source);
  cursor.skip(ENCODING_COMMENT.exec(source)?.[0] ?? '');
  while (!cursor.atEnd()) {
    const piece = nextPiece(cursor);
    if (piece !== null) pieces.push(piece);
  }
  return pieces;
}

/** The order of attempts is Mako's; null for what leaves no trace. */
function nextPiece(cursor: Cursor): Piece | null {
  const { line } = cursor;
  if (cursor.take(/\$\{/y) !== null) return expression(cursor, line);
  const control = cursor.take(PATTERNS.control);
  if (control !== null) return control[1] === '%' ? { kind: 'control', code: control[2] ?? '', line } : null;
  if (cursor.take(PATTERNS.doc) !== null) return null;
  const verbatim = cursor.take(PATTERNS.verbatim);
  if (verbatim !== null) return { kind: 'text', text: verbatim[1] ?? '', line };
  return tagOrBlock(cursor, line) ?? text(cursor, line);
}

function tagOrBlock(cursor: Cursor, line: number): Piece | null {
  const tag = cursor.take(PATTERNS.tag);
  if (tag !== null) throw new Refused(`the Mako tag \`<%${tag[1] ?? ''}>\` is not supported`, line);
  const block = cursor.take(PATTERNS.block);
  if (block === null) return null;
  return { kind: 'block', code: until(cursor, /%>/y, line).text, module: block[1] === '!', line };
}

function expression(cursor: Cursor, line: number): Piece {
  const code = until(cursor, /\||\}/y, line, true);
  const filters = code.end === '|' ? until(cursor, /\}/y, line, true).text.trim() : '';
  return { kind: 'expression', code: code.text, filters, line };
}

function text(cursor: Cursor, line: number): Piece {
  const percent = cursor.take(PATTERNS.percent);
  if (percent !== null) return { kind: 'text', text: `${percent[1] ?? ''}${percent[2] ?? ''}`, line };
  const before = cursor.position;
  const match = cursor.take(PATTERNS.text);
  // Mako would skip a character here: a stray closing tag, or a control line with a bare carriage return.
  if (cursor.position === before) throw new Refused(`\`${cursor.ahead(12)}\` is not valid here`, line);
  return { kind: 'text', text: match?.[1] ?? '', line };
}

/** Mako's `parse_until_text`: comments and strings are passed over; where `nesting`, brackets hide the end. */
function until(cursor: Cursor, end: RegExp, line: number, nesting = false): { text: string; end: string } {
  const from = cursor.position;
  let depth = 0;
  while (!cursor.atEnd()) {
    if (cursor.take(PATTERNS.comment) !== null || cursor.take(PATTERNS.string) !== null) continue;
    const found = depth <= 0 || !nesting ? cursor.take(end) : null;
    if (found !== null) return { text: cursor.since(from).slice(0, -found[0].length), end: found[0] };
    const [character = ''] = cursor.take(PATTERNS.other) ?? [];
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
  }
  throw new Refused('an expression or block that begins here does not end', line);
}

class Cursor {
  position = 0;
  /** 1-based. */
  line = 1;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** Matches a sticky pattern at the cursor and moves behind it. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.#source);
    if (match !== null) this.skip(match[0]);
    return match;
  }

  skip(text: string): void {
    this.position += text.length;
    this.line += text.split('\n').length - 1;
  }

  ahead(length: number): string {
    return this.#source.slice(this.position, this.position + length);
  }

  since(from: number): string {
    return this.#source.slice(from, this.position);
  }

  atEnd(): boolean {
    return this.position >= this.#source.length;
  }
}
