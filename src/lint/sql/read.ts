/** Raw SQL -> what it does to schema and rows. What is not understood is said, never guessed. */
import type { Engine } from '../../config/config.ts';
import type { Effect } from '../change.ts';
import { alterTable } from './alter-table.ts';
import { createStatement } from './create.ts';
import { isWord, Phrase, splitOnCommas, textOfTokens } from './phrase.ts';
import { sqlStatements } from './statements.ts';
import type { Token } from './tokens.ts';
import { writeOf } from './write.ts';

/** Statements that leave schema and rows alone. */
const HARMLESS = new Set(
  'SELECT SHOW SET USE BEGIN START COMMIT ROLLBACK SAVEPOINT RELEASE EXPLAIN DESCRIBE DESC PRAGMA VALUES TABLE LOCK UNLOCK ANALYZE FLUSH DISCARD RESET HANDLER NOTIFY LISTEN CHECKPOINT'.split(
    ' ',
  ),
);
/** They change something, and no rule says more of it. */
const OTHERS = new Set(
  'COMMENT GRANT REVOKE VACUUM REINDEX REFRESH CLUSTER OPTIMIZE REPAIR CHECK CHECKSUM SECURITY INSTALL UNINSTALL'.split(
    ' ',
  ),
);
/** They run code that is stored elsewhere or computed there. */
const RUNNING: Readonly<Record<string, string>> = {
  CALL: 'it runs a stored procedure',
  DO: 'it runs a block of code',
  EXECUTE: 'it runs a prepared statement',
  PREPARE: 'it prepares a statement',
  LOAD: 'it loads a file',
  COPY: 'it copies rows from a stream',
};

/** The effects of a text with one or more statements, in order. */
export function readSql(sql: string, engine: Engine | null): readonly Effect[] {
  const statements = sqlStatements(sql, engine);
  if (statements === null)
    return [
      { kind: 'unread', text: sql.trim(), why: 'a quote, comment, parenthesis or block in it does not end' },
    ];
  return statements.flatMap(statementEffects);
}

function statementEffects(tokens: readonly Token[]): readonly Effect[] {
  const [first] = tokens;
  if (first?.kind === 'group') return statementEffects(first.items);
  const phrase = new Phrase(tokens);
  const verb = phrase.word();
  switch (verb) {
    case 'ALTER':
      return alter(phrase, tokens);
    case 'CREATE':
      return createStatement(phrase);
    case 'DROP':
      return drop(phrase);
    case 'RENAME':
      return renameTables(phrase);
    case 'TRUNCATE': {
      phrase.accept('TABLE');
      phrase.accept('ONLY');
      return splitOnCommas(phrase.rest).map((one) => ({ kind: 'truncate', table: new Phrase(one).dotted() }));
    }
    case 'INSERT':
    case 'REPLACE':
    case 'UPDATE':
    case 'DELETE':
    case 'MERGE':
      return [writeOf(verb, phrase)];
    case 'WITH':
      return withQuery(tokens);
    default:
      return unclassified(verb, tokens);
  }
}

function unclassified(verb: string, tokens: readonly Token[]): readonly Effect[] {
  if (HARMLESS.has(verb)) return [];
  if (OTHERS.has(verb)) return [{ kind: 'other', statement: verb, guarded: true }];
  const why = RUNNING[verb] ?? (verb === '' ? 'its statement is computed' : 'this statement is not known');
  return [{ kind: 'unread', text: textOfTokens(tokens), why }];
}

function alter(phrase: Phrase, tokens: readonly Token[]): readonly Effect[] {
  phrase.accept('ONLINE');
  phrase.accept('IGNORE');
  if (phrase.accept('TABLE')) return alterTable(phrase);
  if (phrase.accept('TYPE')) {
    const type = phrase.dotted();
    if (phrase.accept('ADD VALUE')) {
      phrase.accept('IF NOT EXISTS');
      return [{ kind: 'add-enum-value', type, value: phrase.name() }];
    }
    return [{ kind: 'other', statement: 'ALTER TYPE', guarded: true }];
  }
  if (phrase.peek()?.kind !== 'word')
    return [{ kind: 'unread', text: textOfTokens(tokens), why: 'what it alters is computed' }];
  return [{ kind: 'other', statement: `ALTER ${phrase.word()}`.trim(), guarded: true }];
}

function drop(phrase: Phrase): readonly Effect[] {
  phrase.accept('TEMPORARY');
  const what = phrase.word();
  const concurrently = phrase.accept('CONCURRENTLY');
  const guarded = phrase.accept('IF EXISTS');
  switch (what) {
    case 'TABLE':
      return splitOnCommas(phrase.rest).map((one) => ({
        kind: 'drop-table',
        table: new Phrase(one).dotted(),
        guarded,
      }));
    case 'INDEX': {
      const name = phrase.dotted();
      const table = phrase.accept('ON') ? phrase.dotted() : null;
      return [{ kind: 'drop-index', table, name, concurrently, guarded }];
    }
    case 'DATABASE':
    case 'SCHEMA':
      return [{ kind: 'drop-schema', name: phrase.name() }];
    case '':
      return [
        { kind: 'unread', text: `DROP ${textOfTokens(phrase.rest)}`, why: 'what it drops is computed' },
      ];
    default:
      return [{ kind: 'other', statement: `DROP ${what}`, guarded }];
  }
}

/** MySQL's `RENAME TABLE a TO b, c TO d`. */
function renameTables(phrase: Phrase): readonly Effect[] {
  if (phrase.acceptAny('TABLE', 'TABLES') === null)
    return [{ kind: 'other', statement: 'RENAME', guarded: false }];
  return splitOnCommas(phrase.rest).map((one) => {
    const pair = new Phrase(one);
    const table = pair.dotted();
    pair.accept('TO');
    return { kind: 'rename-table', table, to: pair.dotted() };
  });
}

/** `WITH … UPDATE …`: the statement after the common table expressions; writes inside these count, too. */
function withQuery(tokens: readonly Token[]): readonly Effect[] {
  const inner = tokens.flatMap((token) =>
    token.kind === 'group' && isWrite(token.items[0]) ? statementEffects(token.items) : [],
  );
  const main = tokens.findIndex((token) => isWrite(token) || isWord(token, 'SELECT'));
  return main < 0 ? inner : [...inner, ...statementEffects(tokens.slice(main))];
}

const isWrite = (token: Token | undefined): boolean =>
  ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].some((verb) => isWord(token, verb));
