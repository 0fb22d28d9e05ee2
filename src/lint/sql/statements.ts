/** A text of SQL cut where its statements end. */
import type { Engine } from '../../config/config.ts';
import { isInBody } from './stored-body.ts';
import { Lexer, type Token } from './tokens.ts';

/** null where quotes, comments or parentheses do not end. */
export function sqlStatements(sql: string, engine: Engine | null): readonly (readonly Token[])[] | null {
  const lexer = new Lexer(sql, engine === 'mysql' || engine === 'mariadb');
  const statements: Token[][] = [];
  let open: Token[] = [];
  while (lexer.more()) {
    const token = lexer.next();
    if (token === null) return null;
    if (token.kind === 'symbol' && token.text === ';' && !isInBody(open)) {
      statements.push(open);
      open = [];
    } else open.push(token);
  }
  return lexer.broken || isInBody(open) ? null : [...statements, open].filter(({ length }) => length > 0);
}

/** One statement as it is written, without what ends it. */
export interface WrittenStatement {
  readonly sql: string;
  /** 1-based line of its first token. */
  readonly line: number;
}

/** A file of SQL cut where its statements end; null where quotes, comments or parentheses do not. */
export function cutStatements(sql: string, engine: Engine): readonly WrittenStatement[] | null {
  const lexer = new Lexer(sql, engine === 'mysql' || engine === 'mariadb');
  const statements: WrittenStatement[] = [];
  const lineAt = (position: number) => sql.slice(0, position).split('\n').length;
  let from = 0;
  let first: number | null = null;
  let open: Token[] = [];
  const cut = (to: number) => {
    if (first !== null) statements.push({ sql: sql.slice(from, to).trim(), line: lineAt(first) });
    first = null;
  };
  while (lexer.more()) {
    const { position } = lexer;
    const token = lexer.next();
    if (token === null) return null;
    if (token.kind === 'symbol' && token.text === ';' && !isInBody(open)) {
      cut(position);
      from = lexer.position;
      open = [];
    } else {
      first ??= position;
      open.push(token);
    }
  }
  cut(sql.length);
  return lexer.broken || isInBody(open) ? null : statements;
}
