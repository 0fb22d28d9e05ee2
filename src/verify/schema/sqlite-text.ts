/** SQL that SQLite keeps as it was written -> one spelling, so that equal definitions are equal texts. */
import { sqlStatements } from '../../lint/sql/statements.ts';
import type { Token } from '../../lint/sql/tokens.ts';

/** Words whose case says nothing; a name that is one of them keeps its quotes. */
const KEYWORDS = new Set(
  'ADD AFTER ALL ALWAYS AND AS ASC BEFORE BEGIN BETWEEN BY CASE CAST COLLATE CREATE CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DEFAULT DELETE DESC DISTINCT EACH ELSE END ESCAPE EXISTS FALSE FOR FROM GLOB GROUP HAVING IN INDEX INSERT INSTEAD INTO IS ISNULL JOIN KEY LEFT LIKE LIMIT MATCH NOT NOTNULL NULL OF ON OR ORDER OUTER PRIMARY RAISE REFERENCES REGEXP ROW SELECT SET TABLE THEN TRIGGER TRUE UNION UNIQUE UPDATE USING VALUES VIEW WHEN WHERE WITH'.split(
    ' ',
  ),
);

/** The tokens of what is kept as one statement, a trigger's inner ones included; null where it does not end. */
export function tokensOf(sql: string): readonly Token[] | null {
  const statements = sqlStatements(sql, 'sqlite');
  return (
    statements &&
    withBrackets(
      statements.flatMap((one, index) => (index === 0 ? one : [{ kind: 'symbol', text: ';' }, ...one])),
    )
  );
}

/** Names between brackets, as SQL Server writes them. */
function withBrackets(tokens: readonly Token[]): readonly Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const end = isSymbol(token, '[') ? tokens.findIndex((one, index) => index > at && isSymbol(one, ']')) : -1;
    if (end > at) {
      read.push({ kind: 'name', text: tokens.slice(at + 1, end).map(plainText).join(' ') });
      at = end;
    } else if (token.kind === 'group') read.push({ kind: 'group', items: withBrackets(token.items) });
    else read.push(token);
  }
  return read;
}

const isSymbol = (token: Token, text: string): boolean => token.kind === 'symbol' && token.text === text;
const plainText = (token: Token): string => ('text' in token ? token.text : '');

export function spell(tokens: readonly Token[]): string {
  let text = '';
  let last: Token | undefined;
  for (const token of tokens) {
    text += `${last === undefined || isTight(last, token) ? '' : ' '}${spellOne(token)}`;
    last = token;
  }
  return text;
}

/** An expression that stands in brackets is the same without them. */
export function spellExpression(sql: string): string {
  let tokens = tokensOf(sql);
  for (let [only] = tokens ?? []; tokens?.length === 1 && only?.kind === 'group'; [only] = tokens)
    tokens = only.items;
  return tokens === null ? sql.trim() : spell(tokens);
}

/** Case and spaces of a type's name say nothing. */
export const typeNameOf = (written: string): string =>
  written
    .toUpperCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([(,)]) ?/g, '$1');

/** Brackets stand close to what is before them, as do commas and dots; symbols, which come one by one, to each other. */
function isTight(last: Token, token: Token): boolean {
  if (token.kind === 'group') return last.kind === 'name' || (last.kind === 'word' && !KEYWORDS.has(last.upper));
  if (isSymbol(token, ',') || isSymbol(token, '.') || isSymbol(last, '.') || isSymbol(token, ';')) return true;
  return token.kind === 'symbol' && last.kind === 'symbol' && !isSymbol(last, ',');
}

function spellOne(token: Token): string {
  switch (token.kind) {
    case 'word':
      return KEYWORDS.has(token.upper) ? token.upper : token.text;
    case 'name':
      return isBare(token.text) ? token.text : `"${token.text.replaceAll('"', '""')}"`;
    case 'string':
      return `'${token.text.replaceAll("'", "''")}'`;
    case 'group':
      return `(${spell(token.items)})`;
    case 'computed':
      return '…';
    case 'number':
    case 'symbol':
      return token.text;
  }
}

const isBare = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name) && !KEYWORDS.has(name.toUpperCase());
