/** What pg_dump writes in its plain format: dollar quotes, functions with bodies of statements, rows behind COPY. */
import { afterLine, afterQuote, lineCounter, type DumpPart, type DumpReader } from './dump.ts';

/** psql's words that change nothing here; `\connect` follows a CREATE DATABASE. */
const PASSED_OVER = /^\\(?:un)?restrict\b/;
const CONNECT = /^\\c(?:onnect)?\s+(?:-\S+\s+)*"?([^"\s]+)"?/;

function split(text: string): readonly DumpPart[] | string {
  const parts: DumpPart[] = [];
  const lineAt = lineCounter(text);
  for (let at = 0; at < text.length;) {
    if (/\s/.test(text.charAt(at))) at += 1;
    else if (isComment(text, at)) at = afterToken(text, at);
    else if (text.charAt(at) === '\\') {
      const end = afterLine(text, at);
      const command = text.slice(at, end).trim();
      if (CONNECT.test(command)) parts.push({ kind: 'statement', sql: command, line: lineAt(at) });
      else if (!PASSED_OVER.test(command))
        return `line ${lineAt(at)} (\`${command.split(/\s/, 1)[0] ?? ''}\`) is a command of psql, which does not run here`;
      at = end;
    } else {
      const end = endOfStatement(text, at);
      const part = { sql: text.slice(at, end), line: lineAt(at) };
      if (!isCopyFromInput(part.sql)) {
        parts.push({ kind: 'statement', ...part });
        at = end + 1;
        continue;
      }
      const from = afterLine(text, end);
      const close = endOfRows(text, from);
      if (close === null) return `the rows of line ${part.line} do not end with \`\\.\``;
      parts.push({ kind: 'copy', ...part, rows: text.slice(from, close) });
      at = afterLine(text, close);
    }
  }
  return parts;
}

const isCopyFromInput = (sql: string): boolean => /^copy\s[\s\S]*\sfrom\s+stdin\b/i.test(sql);

/** Where the line `\.` begins; null where there is none. */
function endOfRows(text: string, from: number): number | null {
  if (text.startsWith('\\.', from)) return from;
  const end = /\n\\\.\r?(?:\n|$)/.exec(text.slice(from));
  return end === null ? null : from + end.index + 1;
}

/** Where its semicolon stands; one inside of parentheses or of a body of statements ends nothing. */
function endOfStatement(text: string, from: number): number {
  const mayHaveBody = /^create\s+(?:or\s+replace\s+)?(?:function|procedure)\b/i.test(
    text.slice(from, from + 60),
  );
  let parentheses = 0;
  let blocks = 0;
  for (let at = from; at < text.length;) {
    const character = text.charAt(at);
    if (character === ';' && parentheses === 0 && blocks === 0) return at;
    if (character === '(') parentheses += 1;
    if (character === ')') parentheses -= 1;
    const end = afterToken(text, at);
    if (mayHaveBody && end - at > 1) {
      const word = text.slice(at, end).toLowerCase();
      if (word === 'begin' || (word === 'case' && blocks > 0)) blocks += 1;
      if (word === 'end' && blocks > 0) blocks -= 1;
    }
    at = end;
  }
  return text.length;
}

const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const DOLLAR = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;

const isComment = (text: string, at: number): boolean =>
  text.startsWith('--', at) || text.startsWith('/*', at);

/** Behind the quoted text, the comment, the word or the one character that begins here. */
function afterToken(text: string, at: number): number {
  const character = text.charAt(at);
  if (character === '"') return afterQuote(text, at, false);
  if (character === "'") return afterQuote(text, at, false);
  if (/[eE]/.test(character) && text.charAt(at + 1) === "'") return afterQuote(text, at + 1, true);
  if (text.startsWith('--', at)) return afterLine(text, at);
  if (text.startsWith('/*', at)) return afterComment(text, at);
  DOLLAR.lastIndex = at;
  const tag = character === '$' ? DOLLAR.exec(text)?.[0] : undefined;
  if (tag !== undefined) {
    const end = text.indexOf(tag, at + tag.length);
    return end < 0 ? text.length : end + tag.length;
  }
  WORD.lastIndex = at;
  return at + (WORD.exec(text)?.[0].length ?? 1);
}

/** Comments nest. */
function afterComment(text: string, from: number): number {
  const bounds = /\/\*|\*\//g;
  bounds.lastIndex = from;
  let depth = 0;
  for (let bound = bounds.exec(text); bound !== null; bound = bounds.exec(text)) {
    depth += bound[0] === '/*' ? 1 : -1;
    if (depth === 0) return bounds.lastIndex;
  }
  return text.length;
}

/** Databases, roles and owners are the server's; scratch belongs to the user of the migrations. */
const SERVER =
  /^(?:(?:create|drop|alter)\s+(?:database|role|user|tablespace)\b|grant\b|revoke\b|alter\s+default\s+privileges\b|alter\s[^']*\sowner\s+to\s|comment\s+on\s+(?:extension|database|schema\s+public)\b|set\s+(?:session\s+authorization|role)\b|\\)/i;

function forScratch(sql: string): string | null {
  return SERVER.test(sql) ? null : sql;
}

const databaseOf = (sql: string): string | null => CONNECT.exec(sql)?.[1] ?? null;
export const postgresqlDump: DumpReader = { split, forScratch, databaseOf };
