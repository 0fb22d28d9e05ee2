/** A plain SQL dump as the statements and rows that a scratch database is given, with what would leave scratch left out. */

/** `line` of the file, for messages. */
export type DumpPart =
  | { readonly kind: 'statement'; readonly sql: string; readonly line: number }
  /** PostgreSQL's `COPY … FROM stdin` and the lines that follow it, as they stand. */
  | { readonly kind: 'copy'; readonly sql: string; readonly rows: string; readonly line: number };

export type Dump =
  | { readonly kind: 'parts'; readonly parts: readonly DumpPart[] }
  /** Half a sentence: what of it cannot be taken, and what to do. */
  | { readonly kind: 'refused'; readonly reason: string };

/** The dialect's own half of the reading. */
export interface DumpReader {
  /** Takes what a dump file holds apart, in order; a string is a refusal. */
  split(text: string): readonly DumpPart[] | string;
  /** The statement as scratch may have it; null where it has no meaning there. */
  forScratch(sql: string): string | null;
  /** The database that a statement goes over to. */
  databaseOf(sql: string): string | null;
}

export function readDump(bytes: Uint8Array, reader: DumpReader): Dump {
  const text = decode(bytes);
  if (typeof text !== 'string') return { kind: 'refused', reason: text.reason };
  const all = reader.split(text);
  if (typeof all === 'string') return { kind: 'refused', reason: all };
  const databases = new Set(all.flatMap(({ sql }) => reader.databaseOf(sql) ?? []));
  if (databases.size > 1) {
    const reason = `it holds several databases (${[...databases].join(', ')}); dump the one that this environment migrates`;
    return { kind: 'refused', reason };
  }
  const parts = all.flatMap((part): readonly DumpPart[] => {
    const sql = reader.forScratch(part.sql);
    return sql === null ? [] : [{ ...part, sql }];
  });
  return parts.length === 0 ? { kind: 'refused', reason: 'it holds no statement' } : { kind: 'parts', parts };
}

function decode(bytes: Uint8Array): string | { readonly reason: string } {
  const begins = (...head: readonly number[]) => head.every((byte, index) => bytes[index] === byte);
  if (begins(0x1f, 0x8b) || begins(0x28, 0xb5, 0x2f, 0xfd) || begins(0x50, 0x4b))
    return { reason: 'it is compressed; write it as plain SQL' };
  if (begins(0x50, 0x47, 0x44, 0x4d, 0x50))
    return { reason: "it is in pg_dump's custom format; write it with `--format=plain`" };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { reason: 'it is no UTF-8 text; write it as plain SQL, binary values with `--hex-blob`' };
  }
}

/** The line on which a place of the text is, counted once and onwards. */
export function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (let next = text.indexOf('\n', counted); next >= 0 && next < at; next = text.indexOf('\n', counted)) {
      line += 1;
      counted = next + 1;
    }
    return line;
  };
}

/** Behind the closing quote of what opens at `at`; a doubled quote stays inside, a backslashed one where those count. */
export function afterQuote(text: string, at: number, withBackslash: boolean): number {
  const quote = text.charAt(at);
  for (let place = at + 1; place < text.length; place += 1) {
    const character = text.charAt(place);
    if (withBackslash && character === '\\') place += 1;
    else if (character === quote) {
      if (text.charAt(place + 1) !== quote) return place + 1;
      place += 1;
    }
  }
  return text.length;
}

/** Behind the end of the line that `at` is on. */
export function afterLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
