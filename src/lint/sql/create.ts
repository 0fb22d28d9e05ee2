/** `CREATE TABLE` and `CREATE INDEX`; other objects are only named. */
import type { Column, Constraint, Effect } from '../change.ts';
import { readColumn, readConstraint } from './column.ts';
import { columnList, contains, isWord, Phrase, splitOnCommas } from './phrase.ts';
import type { Token } from './tokens.ts';

/** @param phrase what follows `CREATE`. */
export function createStatement(phrase: Phrase): readonly Effect[] {
  const replaced = phrase.accept('OR REPLACE');
  const temporary = phrase.acceptAny('TEMPORARY', 'TEMP', 'LOCAL TEMPORARY', 'LOCAL TEMP') !== null;
  phrase.accept('UNLOGGED');
  if (phrase.accept('TABLE')) return [createTable(phrase, temporary)];
  const unique = phrase.acceptAny('UNIQUE', 'FULLTEXT', 'SPATIAL') === 'UNIQUE';
  if (phrase.accept('INDEX')) return [createIndex(phrase, unique)];
  const what = phrase.word();
  if (what === '') return [{ kind: 'unread', text: 'CREATE …', why: 'what it creates is computed' }];
  const guarded = replaced || phrase.accept('IF NOT EXISTS');
  return [{ kind: 'other', statement: `CREATE ${what}`, guarded }];
}

function createTable(phrase: Phrase, temporary: boolean): Effect {
  const guarded = phrase.accept('IF NOT EXISTS');
  const table = phrase.dotted();
  const parts = splitOnCommas(phrase.group() ?? []);
  const columns: Column[] = [];
  const constraints: Constraint[] = [];
  for (const part of parts) {
    const constraint = readConstraint(part);
    if (constraint) constraints.push(constraint);
    else if (!isIndex(part)) {
      const definition = new Phrase(part);
      columns.push(readColumn(definition.name(), definition.rest));
    }
  }
  const complete =
    columns.length > 0 && !contains(phrase.rest, 'SELECT') && !contains(phrase.rest, 'INHERITS');
  const engine = engineOf(phrase.rest);
  return { kind: 'create-table', table, columns, constraints, complete, engine, guarded, temporary };
}

const isIndex = ([first]: readonly Token[]): boolean =>
  ['INDEX', 'KEY', 'FULLTEXT', 'SPATIAL', 'LIKE'].some((word) => isWord(first, word));

function engineOf(options: readonly Token[]): string | null {
  const at = options.findIndex((token) => isWord(token, 'ENGINE'));
  const value = options.slice(at + 1).find((token) => token.kind !== 'symbol');
  return at >= 0 && value?.kind === 'word' ? value.text : null;
}

function createIndex(phrase: Phrase, unique: boolean): Effect {
  const concurrently = phrase.accept('CONCURRENTLY');
  const guarded = phrase.accept('IF NOT EXISTS');
  const name = phrase.peek() === null || isWord(phrase.peek(), 'ON') ? null : phrase.name();
  if (!isWord(phrase.peek(), 'ON')) phrase.acceptAny('USING BTREE', 'USING HASH');
  phrase.accept('ON');
  phrase.accept('ONLY');
  const table = phrase.dotted();
  const items = phrase.rest.find((token) => token.kind === 'group')?.items;
  const partial = contains(phrase.rest, 'WHERE');
  const columns = items && !partial ? columnList(items) : null;
  return { kind: 'create-index', table, name, columns, unique, concurrently, guarded };
}
