/** What mysqldump and mariadb-dump write: versioned comments, DELIMITER, one statement after the other. */
import { afterLine, afterQuote, lineCounter, type DumpPart, type DumpReader } from './dump.ts';

function split(text: string): readonly DumpPart[] | string {
  const parts: DumpPart[] = [];
  const lineAt = lineCounter(text);
  let delimiter = ';';
  let begun: number | null = null;
  for (let at = 0; at < text.length;) {
    if (begun === null) {
      const command = clientCommand(text, at);
      if (command !== null) {
        if (command.kind === 'unknown')
          return `line ${lineAt(at)} (\`${command.word}\`) is a command of the mysql client, which does not run here`;
        delimiter = command.delimiter;
        at = afterLine(text, at);
        continue;
      }
    }
    if (text.startsWith(delimiter, at)) {
      if (begun !== null)
        parts.push({ kind: 'statement', sql: text.slice(begun, at).trim(), line: lineAt(begun) });
      begun = null;
      at += delimiter.length;
      continue;
    }
    const end = afterToken(text, at);
    if (begun === null && !isPassedOver(text, at)) begun = at;
    at = end;
  }
  const rest = begun === null ? '' : text.slice(begun).trim();
  if (begun !== null && rest !== '') parts.push({ kind: 'statement', sql: rest, line: lineAt(begun) });
  return parts;
}

type Command =
  | { readonly kind: 'delimiter'; readonly delimiter: string }
  | { readonly kind: 'unknown'; readonly word: string };

/** What the client itself reads, at the beginning of a statement. */
function clientCommand(text: string, at: number): Command | null {
  const rest = text.slice(at, at + 200);
  const delimiter = /^delimiter[ \t]+(\S+)/i.exec(rest)?.[1];
  if (delimiter !== undefined) return { kind: 'delimiter', delimiter };
  const word = /^(?:source\b|\\[.!uGgTtPR]|system\b)/i.exec(rest)?.[0];
  return word === undefined ? null : { kind: 'unknown', word };
}

/** Behind the quoted text, the comment or the one character that begins here. */
function afterToken(text: string, at: number): number {
  const character = text.charAt(at);
  if (character === "'" || character === '"') return afterQuote(text, at, true);
  if (character === '`') return afterQuote(text, at, false);
  if (isLineComment(text, at)) return afterLine(text, at);
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  return at + 1;
}

const isLineComment = (text: string, at: number): boolean =>
  text.charAt(at) === '#' || /^--(?:\s|$)/.test(text.slice(at, at + 3));

/** Space and comments between statements; a comment that a server reads is none. */
const isPassedOver = (text: string, at: number): boolean =>
  /\s/.test(text.charAt(at)) ||
  isLineComment(text, at) ||
  (text.startsWith('/*', at) && !/^\/\*M?!/.test(text.slice(at, at + 4))) ||
  text.startsWith('/*M!999999', at);

/** Without the comment that a version of the server is asked for in. */
const bare = (sql: string): string => sql.replace(/^(?:\/\*M?!\d*\s*)+/, '').replace(/^\s+/, '');

const DATABASE = /^(?:create|drop|alter)\s+(?:\/\*.*?\*\/\s*)?(?:database|schema)\b/i;
/** Users and the server's own state, which no scratch schema has. */
const SERVER =
  /^(?:use|grant|revoke|(?:create|drop|alter)\s+(?:user|role)|flush|reset|change\s+(?:master|replication)|set\s+(?:global|persist)\b|set\s+@@(?:global|persist)\.|set\s+(?:@@(?:session\.)?|session\s+)?sql_log_bin\b|set\s+@@(?:session\.)?gtid)/i;
const DEFINER =
  /\bdefiner\s*=\s*(?:`[^`]*`|'[^']*'|"[^"]*"|[\w$]+)\s*@\s*(?:`[^`]*`|'[^']*'|"[^"]*"|[\w.%$-]+)\s*/i;

function forScratch(sql: string): string | null {
  const plain = bare(sql);
  if (DATABASE.test(plain) || SERVER.test(plain)) return null;
  // Whoever loads it defines it, as the user of the migrations defines what they make.
  return /^(?:create|alter|definer)\b/i.test(plain) ? sql.replace(DEFINER, '') : sql;
}

function databaseOf(sql: string): string | null {
  const [, quoted, word] = /^use\s+(?:`([^`]+)`|([^\s;]+))/i.exec(bare(sql)) ?? [];
  return quoted ?? word ?? null;
}
export const mysqlDump: DumpReader = { split, forScratch, databaseOf };
