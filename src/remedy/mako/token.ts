/** Tokens of the Python expressions in templates. */
import { Refused } from '../refused.ts';

export type Token =
  | { readonly kind: 'name' | 'keyword' | 'number' | 'sign'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string };

const KEYWORDS = new Set(['if', 'else', 'and', 'or', 'not', 'in', 'is', 'for', 'lambda', 'await', 'yield']);

const TOKEN =
  /\s*(?:(?<name>[\p{L}_][\p{L}\p{N}_]*(?!['"\p{L}\p{N}_]))|(?<number>\d+(?![\p{L}\p{N}_.]))|(?<prefix>[rRuU]?)(?<quote>"""|'''|"|')(?<body>(?:\\[^]|(?!\k<quote>)[^\\])*)\k<quote>|(?<sign>==|!=|[-+*/%(),.[\]{}:|&<>]))\s*/uy;

/** Escapes whose meaning is one character; others are refused rather than half known. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['\n', ''],
]);

/** Throws Refused where the code has something that is no token of the subset. */
export function tokenize(code: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < code.length) {
    const groups = TOKEN.exec(code)?.groups;
    if (groups === undefined) throw new Refused(`the expression \`${code}\` is not supported`);
    tokens.push(toToken(groups));
  }
  return tokens;
}

function toToken(groups: Readonly<Record<string, string | undefined>>): Token {
  const { name, number, sign, prefix = '', body = '' } = groups;
  if (name !== undefined) return { kind: KEYWORDS.has(name) ? 'keyword' : 'name', text: name };
  if (number !== undefined) return { kind: 'number', text: number };
  if (sign !== undefined) return { kind: 'sign', text: sign };
  return { kind: 'string', value: /^r$/i.test(prefix) ? body : unescape(body) };
}

function unescape(body: string): string {
  return body.replace(/\\([^])/g, (written, letter: string) => {
    const character = ESCAPES.get(letter);
    if (character === undefined)
      throw new Refused(`the escape \`${written}\` in a template's string is not supported`);
    return character;
  });
}
