/** Which statements are asked for their lock: those that change a table, or its indexes, in place. */
import { sqlStatements } from '../../lint/sql/statements.ts';
import type { CapturedStatement } from '../proof.ts';

export interface LockStatement {
  /** Without its schema; null where the statement does not name it (PostgreSQL's DROP INDEX), or cannot be read. */
  readonly table: string | null;
  /** What follows `ALTER TABLE <name>` to do the same, free of ALGORITHM and LOCK; null where it cannot be read. */
  readonly actions: string | null;
  readonly concurrently: boolean;
}

/** What the server says of one statement. */
export interface Lock extends Pick<CapturedStatement, 'lockClass' | 'rebuilds'> {
  /** Tables that wait. */
  readonly tables: readonly string[];
  /** In words, what is held meanwhile; for `unknown` why it is not known. */
  readonly how: string;
}

const NAME = '(?:`(?:[^`]|``)+`|"(?:[^"]|"")+"|[\\p{L}\\p{N}_$]+)';
const TABLE = `(?:${NAME}\\s*\\.\\s*)?(?<table>${NAME})`;
const CONCURRENTLY = '(?<concurrently>CONCURRENTLY\\s+)?';
const pattern = (text: string) => new RegExp(`^${text}$`, 'isu');
const ALTER = pattern(
  `ALTER\\s+(?:(?:ONLINE|IGNORE)\\s+)*TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?${TABLE}\\s+(?<rest>.*)`,
);
const CREATE = pattern(
  `CREATE\\s+(?<kind>(?:UNIQUE|FULLTEXT|SPATIAL)\\s+)?INDEX\\s+${CONCURRENTLY}(?<guard>IF\\s+NOT\\s+EXISTS\\s+)?(?<head>(?:(?!ON\\s)${NAME}\\s+)?(?:USING\\s+\\w+\\s+)?)ON\\s+(?:ONLY\\s+)?${TABLE}\\s*(?<rest>.*)`,
);
const DROP = pattern(
  `DROP\\s+INDEX\\s+${CONCURRENTLY}(?<guard>IF\\s+EXISTS\\s+)?(?<name>${NAME}(?:\\s*\\.\\s*${NAME})?)(?:\\s+ON\\s+${TABLE})?(?<rest>.*)`,
);
const COMMENTS = /^(?:\s|--[^\n]*(?:\n|$)|#[^\n]*(?:\n|$)|\/\*(?!!).*?\*\/)+/s;
const OWN_CLAUSE = String.raw`\b(?:ALGORITHM|LOCK)\s*=?\s*(?:DEFAULT|INPLACE|COPY|INSTANT|NOCOPY|NONE|SHARED|EXCLUSIVE)\b`;
const OWN_CLAUSES = new RegExp(`^(?:${OWN_CLAUSE}\\s*,?\\s*)+|\\s*,?\\s*${OWN_CLAUSE}`, 'gi');

/** null for a statement of another kind. */
export function lockStatement(sql: string, engine: 'mysql' | 'mariadb' | 'postgresql'): LockStatement | null {
  const statements = sqlStatements(sql, engine);
  const words = (statements ?? [[]]).map((tokens) =>
    tokens.slice(0, 4).map((token) => (token.kind === 'word' ? token.upper : '')),
  );
  const isOne = ([verb, ...next]: readonly string[]) =>
    (verb === 'ALTER' && next.includes('TABLE')) ||
    ((verb === 'CREATE' || verb === 'DROP') && next.includes('INDEX'));
  if (statements === null ? !/^\s*(ALTER|CREATE|DROP)\b/i.test(sql) : !words.some(isOne)) return null;
  if (statements?.length !== 1) return { table: null, actions: null, concurrently: false };
  return read(sql.replace(COMMENTS, '').replace(/[\s;]+$/, ''));
}

function read(text: string): LockStatement {
  const found = ALTER.exec(text) ?? CREATE.exec(text) ?? DROP.exec(text);
  const { table, rest = '', kind = '', guard = '', head = '', name, concurrently } = found?.groups ?? {};
  const own = rest.replaceAll(OWN_CLAUSES, '').trim();
  const verb = /^\w+/.exec(text)?.[0].toUpperCase();
  const actions =
    verb === 'ALTER'
      ? own
      : verb === 'CREATE'
        ? `ADD ${kind}INDEX ${guard}${head}${own}`
        : `DROP INDEX ${guard}${name ?? ''}`;
  return {
    table: table === undefined ? null : unquoted(table),
    actions: table === undefined || actions === '' ? null : actions,
    concurrently: concurrently !== undefined,
  };
}

function unquoted(name: string): string {
  const quote = name.charAt(0);
  return quote === '`' || quote === '"' ? name.slice(1, -1).replaceAll(quote + quote, quote) : name;
}
