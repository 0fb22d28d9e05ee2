/**
 * An ini file as Python's `configparser.ConfigParser(defaults)` reads it, which is what Alembic does: option names in
 * lower case, `=` or `:`, comments on lines of their own, continuation by indentation, `[DEFAULT]`, duplicates refused.
 * Values are raw; `interpolate.ts` expands them. Compared with CPython in test/oracle/config.test.ts.
 */
import { UnreadableSettings } from './unreadable.ts';

export interface IniOption {
  readonly raw: string;
  /** 1-based line where it starts; 0 for a default that the reader brought. */
  readonly line: number;
}

export interface Ini {
  /** `[DEFAULT]` on top of the reader's own defaults. */
  readonly defaults: ReadonlyMap<string, IniOption>;
  /** All other sections in file order, without the defaults that each of them has as well. */
  readonly sections: ReadonlyMap<string, IniSection>;
}

export interface IniSection {
  readonly line: number;
  readonly options: ReadonlyMap<string, IniOption>;
}

interface Draft {
  readonly line: number;
  readonly lines: string[];
}
type DraftSection = Map<string, Draft>;

/** What `str.isspace`, `strip` and `\s` call white space; unlike `trim`, no byte order mark, but the separators 1C-1F. */
const SPACE = String.raw`[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]`;
const LEADING = new RegExp(`^${SPACE}+`);
const DEFAULT_SECTION = 'DEFAULT';

/** `str.strip()`. */
export function strip(text: string): string {
  return stripEnd(text.replace(LEADING, ''));
}

/** `str.rstrip()`; walks backwards, because a regular expression anchored at the end is quadratic. */
function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function isSpace(character: string): boolean {
  return LEADING.test(character);
}

/**
 * Parses the text of an ini file. `defaults` are options every section has, such as `here`.
 * Throws UnreadableSettings with the line that `configparser` names.
 */
export function parseIni(text: string, defaults: Readonly<Record<string, string>> = {}): Ini {
  const reader = new IniReader();
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  for (const [index, line] of lines.entries()) reader.take(line, index + 1);
  return reader.finish(defaults);
}

/** `RawConfigParser._read`, line by line. */
class IniReader {
  readonly #defaults: DraftSection = new Map();
  readonly #sections = new Map<string, { readonly line: number; readonly options: DraftSection }>();
  #section: DraftSection | null = null;
  #sectionName = '';
  #option: Draft | null = null;
  #indent = 0;
  #firstError: number | null = null;

  take(line: string, number: number): void {
    const value = strip(line);
    if (value.startsWith('#') || value.startsWith(';')) return;
    if (value === '') {
      this.#option?.lines.push('');
      return;
    }
    const indent = line.indexOf(value);
    if (this.#option !== null && indent > this.#indent) {
      this.#option.lines.push(value);
      return;
    }
    this.#indent = indent;
    const header = /^\[([^\n]+)\]/.exec(value)?.[1];
    if (header !== undefined) this.#open(header, number);
    else this.#assign(value, number);
  }

  #open(name: string, line: number): void {
    if (this.#sections.has(name)) {
      throw broken(line, `section [${name}] is there twice: keep one of the two`);
    }
    this.#section = name === DEFAULT_SECTION ? this.#defaults : new Map();
    if (name !== DEFAULT_SECTION) this.#sections.set(name, { line, options: this.#section });
    this.#sectionName = name;
    this.#option = null;
  }

  #assign(value: string, line: number): void {
    if (this.#section === null) {
      const mark = value.startsWith('\ufeff')
        ? ' (it starts with a byte order mark: save it as UTF-8 without one)'
        : '';
      throw broken(line, `there is text before the first [section]${mark}`);
    }
    const delimiter = /[=:]/.exec(value)?.index;
    if (delimiter === undefined) {
      this.#firstError ??= line;
      return;
    }
    const name = stripEnd(value.slice(0, delimiter)).toLowerCase();
    if (name === '') this.#firstError ??= line;
    if (this.#section.has(name)) {
      throw broken(
        line,
        `option ${name} is there twice in section [${this.#sectionName}]: keep one of the two`,
      );
    }
    const option = { line, lines: [strip(value.slice(delimiter + 1))] };
    this.#section.set(name, option);
    this.#option = name === '' ? null : option;
  }

  finish(defaults: Readonly<Record<string, string>>): Ini {
    if (this.#firstError !== null) {
      throw broken(
        this.#firstError,
        'this line is neither a [section], nor an option with = or :, nor a comment',
      );
    }
    const given = Object.entries(defaults).map(([name, raw]) => [name, { raw, line: 0 }] as const);
    return {
      defaults: new Map([...given, ...joined(this.#defaults)]),
      sections: new Map(
        [...this.#sections].map(([name, { line, options }]) => [name, { line, options: joined(options) }]),
      ),
    };
  }
}

function joined(section: DraftSection): ReadonlyMap<string, IniOption> {
  return new Map(
    [...section].map(([name, { line, lines }]) => [name, { raw: stripEnd(lines.join('\n')), line }]),
  );
}

function broken(line: number, message: string): UnreadableSettings {
  return new UnreadableSettings(line, message, { fail: true });
}
