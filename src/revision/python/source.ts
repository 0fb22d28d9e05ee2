/** From a file's bytes to its text, as Python decodes source files (PEP 263). */
import { PythonSyntaxError } from './syntax-error.ts';

export interface Source {
  /** Without the byte order mark; line endings as in the file. */
  readonly text: string;
  /** Python's name of the encoding, normalised. */
  readonly encoding: string;
  readonly bom: boolean;
}

/** An encoding that Python may know and we do not decode. */
export class UnknownEncoding extends Error {
  override readonly name = 'UnknownEncoding';
}

const BOM = [0xef, 0xbb, 0xbf];
/** PEP 263's own expression, for a line that holds nothing but a comment. */
const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?$/;

/** Python codecs that WHATWG's decoder reads alike; latin-1 and ASCII are decoded here (WHATWG means cp1252). */
const WHATWG: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['cp1252', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['cp1250', 'windows-1250'],
  ['windows-1250', 'windows-1250'],
  ['cp1251', 'windows-1251'],
  ['windows-1251', 'windows-1251'],
  ['iso-8859-2', 'iso-8859-2'],
  ['iso-8859-5', 'iso-8859-5'],
  ['koi8-r', 'koi8-r'],
  ['gbk', 'gbk'],
  ['gb2312', 'gbk'],
  ['gb18030', 'gb18030'],
  ['big5', 'big5'],
  ['euc-jp', 'euc-jp'],
  ['euc-kr', 'euc-kr'],
  ['shift-jis', 'shift_jis'],
  ['cp932', 'shift_jis'],
]);
const LATIN = new Set(['latin-1', 'latin1', 'l1', 'iso-8859-1', 'iso8859-1', '8859', 'cp819']);
const ASCII = new Set(['ascii', 'us-ascii', '646']);

/** Throws PythonSyntaxError (`at` 0) where Python cannot decode the file, and UnknownEncoding where we cannot. */
export function decodeSource(bytes: Uint8Array): Source {
  const bom = BOM.every((byte, index) => bytes[index] === byte);
  const content = bom ? bytes.subarray(BOM.length) : bytes;
  if (content.includes(0)) throw new PythonSyntaxError('source code cannot contain null bytes', 0);
  const encoding = declaredEncoding(content) ?? 'utf-8';
  if (bom && encoding !== 'utf-8') {
    throw new PythonSyntaxError(`a byte order mark contradicts the encoding '${encoding}'`, 0);
  }
  return { text: decode(content, encoding), encoding, bom };
}

/** The text of bytes in one of the encodings that `decodeSource` names. */
export function decode(bytes: Uint8Array, encoding: string): string {
  if (LATIN.has(encoding) || ASCII.has(encoding)) {
    if (ASCII.has(encoding) && bytes.some((byte) => byte > 0x7f)) throw cannotDecode(encoding);
    return Buffer.from(bytes).toString('latin1');
  }
  const label = WHATWG.get(encoding);
  if (label === undefined)
    throw new UnknownEncoding(`the encoding '${encoding}' is not one that is read here`);
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw cannotDecode(encoding);
  }
}

function cannotDecode(encoding: string): PythonSyntaxError {
  return new PythonSyntaxError(`the file is not valid ${encoding} and declares no other encoding`, 0);
}

function declaredEncoding(bytes: Uint8Array): string | null {
  if (!bytes.subarray(0, 400).includes(35)) return null;
  const lines = Buffer.from(bytes.subarray(0, 4000))
    .toString('latin1')
    .split(/\r\n|\r|\n/, 2);
  for (const line of lines) {
    const name = COOKIE.exec(line)?.[1];
    if (name !== undefined) return normalise(name);
    if (!BLANK.test(line)) return null;
  }
  return null;
}

/** `UTF_8`, `utf8` and `utf-8-unix` are utf-8 (CPython, get_normal_name); otherwise case and `_` do not matter. */
function normalise(name: string): string {
  const plain = name.toLowerCase().replaceAll('_', '-');
  if (plain === 'utf8' || plain === 'utf-8' || plain.startsWith('utf-8-')) return 'utf-8';
  for (const latin of ['latin-1', 'iso-8859-1', 'iso-latin-1']) {
    if (plain === latin || plain.startsWith(`${latin}-`)) return 'latin-1';
  }
  return plain;
}

/** 1-based line of an offset, for any of Python's line endings. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset && at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 10 || (c === 13 && text.charCodeAt(at + 1) !== 10)) line++;
  }
  return line;
}
