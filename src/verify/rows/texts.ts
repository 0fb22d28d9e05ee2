/** Texts as long as a column takes, with the widest characters that its charset has, made by the server itself. */
import type { RowColumn } from './model.ts';
import type { Schema } from '../schema/schema.ts';

/** Longer than any page of an index, shorter than what slows a server down. */
export const LONG = 20_000;

const TEXT_BYTES: Readonly<Record<string, number>> = {
  tinytext: 255,
  tinyblob: 255,
  text: 65_535,
  blob: 65_535,
};

export interface Limit {
  readonly length: number;
  readonly inBytes: boolean;
}

/** How much goes in, from the type's word and what stands in its brackets. */
export function limitOf(word: string, size: string): Limit {
  if (size !== '') return { length: Number(size), inBytes: false };
  if (/^(char|character|binary|"char")$/.test(word)) return { length: 1, inBytes: false };
  return { length: TEXT_BYTES[word] ?? LONG * 4, inBytes: true };
}

export const FOUR_BYTES = '\u{1F9E9}';

/** The widest character of a charset and its bytes. */
function filler(charset: string): readonly [string, number] {
  if (/^(utf8mb4|utf16|utf32|gb18030)$/.test(charset)) return [FOUR_BYTES, 4];
  if (/^(utf8mb3|utf8|ucs2)$/.test(charset)) return ['\u20ac', 3];
  return ['z', 1];
}

/** The number stands in front, so that prefixes differ as well. */
export function texts({ charset, type }: RowColumn, { length, inBytes }: Limit, engine: Schema['engine']) {
  const isBinary = engine !== 'postgresql' && /binary|blob/.test(type);
  const [character, bytes] = isBinary ? ['z', 1] : filler(charset);
  const room = Math.min(inBytes ? Math.floor(length / bytes) : length, LONG);
  const counted = (n: number, digits: number) => n.toString(36).padStart(digits, '0').slice(-digits);
  const front = (n: number) => counted(n, Math.min(room, 2));
  return {
    low: isBinary && engine === 'sqlite' ? "x''" : "''",
    high: (n: number) => asText(isBinary, engine, `'${front(n)}'`, character, Math.max(room - 2, 0)),
    plain: (n: number) => asText(isBinary, engine, `'${front(n)}'`, character, 0),
  };
}

/** `first` and then so many characters; SQLite has neither of the functions, and keeps a text as one in a column for bytes. */
function asText(
  isBinary: boolean,
  engine: Schema['engine'],
  first: string,
  character: string,
  times: number,
): string {
  if (engine !== 'sqlite') return times === 0 ? first : `CONCAT(${first}, REPEAT('${character}', ${times}))`;
  const text = times === 0 ? first : `${first} || REPLACE(HEX(ZEROBLOB(${times})), '00', '${character}')`;
  return isBinary ? `CAST(${text} AS BLOB)` : text;
}
