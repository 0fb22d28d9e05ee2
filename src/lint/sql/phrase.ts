/** A run of tokens that is read from the front: keywords accepted, names taken. */
import type { Token } from './tokens.ts';

export class Phrase {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get ended(): boolean {
    return this.at >= this.tokens.length;
  }

  get rest(): readonly Token[] {
    return this.tokens.slice(this.at);
  }

  peek(ahead = 0): Token | null {
    return this.tokens[this.at + ahead] ?? null;
  }

  /** Takes the next token, whatever it is. */
  take(): Token | null {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  /** The next keyword in upper case, taken; '' where the next token is none. */
  word(): string {
    const token = this.peek();
    if (token?.kind !== 'word') return '';
    this.at += 1;
    return token.upper;
  }

  /** Takes these keywords if they all come next. */
  accept(words: string): boolean {
    const list = words.split(' ');
    if (!list.every((word, index) => isWord(this.peek(index), word))) return false;
    this.at += list.length;
    return true;
  }

  /** Takes the first of these that comes next; null where none does. */
  acceptAny(...choices: readonly string[]): string | null {
    return choices.find((words) => this.accept(words)) ?? null;
  }

  symbol(text: string): boolean {
    const token = this.peek();
    const found = token?.kind === 'symbol' && token.text === text;
    if (found) this.at += 1;
    return found;
  }

  /** A group's tokens, taken; null where the next token is none. */
  group(): readonly Token[] | null {
    const token = this.peek();
    if (token?.kind !== 'group') return null;
    this.at += 1;
    return token.items;
  }

  /** One identifier, taken; null where it is computed or none comes. */
  name(): string | null {
    const token = this.take();
    return token?.kind === 'word' || token?.kind === 'name' || token?.kind === 'string' ? token.text : null;
  }

  /** `schema.table`; null where a part is computed. */
  dotted(): string | null {
    const parts = [this.name()];
    while (this.symbol('.')) parts.push(this.name());
    return parts.includes(null) ? null : parts.join('.');
  }
}

export function isWord(token: Token | null | undefined, word: string): boolean {
  return token?.kind === 'word' && token.upper === word;
}

/** Whether these keywords stand next to each other somewhere at this level. */
export function contains(tokens: readonly Token[], words: string): boolean {
  const list = words.split(' ');
  return tokens.some((_, at) => list.every((word, index) => isWord(tokens[at + index], word)));
}

/** The word after `ENGINE [=]` and the like; null where it is computed or none. */
export function wordAfter(tokens: readonly Token[], words: string): string | null {
  const list = words.split(' ');
  const at = tokens.findIndex((_, start) => list.every((word, index) => isWord(tokens[start + index], word)));
  const value = at < 0 ? undefined : tokens.slice(at + list.length).find(({ kind }) => kind !== 'symbol');
  return value?.kind === 'word' || value?.kind === 'name' || value?.kind === 'string' ? value.text : null;
}

export function splitOnCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'symbol' && token.text === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter(({ length }) => length > 0);
}

/** Column names of `(a, b(10) DESC)`; null where one is an expression. */
export function columnList(items: readonly Token[]): readonly string[] | null {
  const names = splitOnCommas(items).map(([first, second]) => {
    const plain = first?.kind === 'name' || first?.kind === 'word';
    const calls = second?.kind === 'group' && second.items.some(({ kind }) => kind !== 'number');
    return plain && !calls ? first.text : null;
  });
  return names.some((name) => name === null) ? null : names.filter((name) => name !== null);
}

/** Whether an index takes only the beginning of a column: `(a(10))`. */
export const hasPrefix = (items: readonly Token[]): boolean => items.some(({ kind }) => kind === 'group');

/** Tokens as text again, for messages. */
export function textOfTokens(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.kind === 'group') return `(${textOfTokens(token.items)})`;
      if (token.kind === 'computed') return '…';
      return token.kind === 'string' ? `'${token.text}'` : token.text;
    })
    .join(' ');
}
