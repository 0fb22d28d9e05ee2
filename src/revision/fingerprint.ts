/** Whether two texts of a revision are the same program: equal fingerprints mean the same syntax tree, but for the order of imports. */
import { pieces } from './import-lines.ts';
import { decodeSource, type Source } from './python/source.ts';
import { splitLiteral, unescapeBody } from './python/string-literal.ts';
import type { Token } from './python/token.ts';
import { tokenize } from './python/tokens.ts';

/**
 * Made of the tokens, because the grammar is a function of them: comments and layout are none, quotes and escapes of
 * plain strings give way to their values, and so do trailing commas that no tuple needs. What is left out errs towards
 * "different": redundant parentheses, split string literals. Null where the text is no Python.
 */
export function fingerprint(bytes: Uint8Array): string | null {
  let source: Source;
  try {
    source = decodeSource(bytes);
  } catch {
    return null;
  }
  const tokens = tokenize(source.text);
  if (tokens.some(({ kind }) => kind === 'error')) return null;
  return pieces(tokens)
    .flatMap((piece) =>
      piece.kind === 'imports'
        ? piece.lines
        : withoutTrailingCommas(piece.tokens).map((token) => `${token.kind} ${valueOf(token, source.text)}`),
    )
    .join('\n');
}

function valueOf(token: Token, text: string): string {
  switch (token.kind) {
    case 'string': {
      const { prefix, body } = splitLiteral(text, token.from, token.to);
      const value = unescapeBody(body, prefix, token.from);
      return value === null
        ? JSON.stringify(text.slice(token.from, token.to))
        : `${prefix.includes('b') ? 'b' : ''}${JSON.stringify(value)}`;
    }
    case 'newline':
    case 'indent':
    case 'dedent':
    case 'end':
      return '';
    default:
      return JSON.stringify(text.slice(token.from, token.to));
  }
}

const CLOSING = new Set([')', ']', '}']);
/** May begin a statement that is followed by a tuple in brackets: `match (a,):`. */
const SOFT_KEYWORDS = new Set(['match', 'case', 'type']);

/** After these an opening bracket calls or indexes; anywhere else it groups, or makes a tuple or a list. */
const isOperand = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.kind === 'name' && !SOFT_KEYWORDS.has(token.text)) ||
    token.kind === 'string' ||
    token.kind === 'template-end' ||
    CLOSING.has(token.text));

function withoutTrailingCommas(tokens: readonly Token[]): readonly Token[] {
  const needless: boolean[] = [];
  return tokens.filter((token, index) => {
    if (token.kind !== 'operator') return true;
    const after = isOperand(tokens[index - 1]);
    if (token.text === '(') needless.push(after);
    else if (token.text === '[') needless.push(!after);
    else if (token.text === '{') needless.push(true);
    else if (CLOSING.has(token.text)) needless.pop();
    return !(token.text === ',' && needless.at(-1) === true && CLOSING.has(tokens[index + 1]?.text ?? ''));
  });
}
