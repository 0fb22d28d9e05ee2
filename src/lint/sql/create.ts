/** `CREATE TABLE` and `CREATE INDEX`; other objects are only named. */
import type { Column, Constraint, Effect, TableIndex } from '../change.ts';
import { charsetOf } from '../charsets.ts';
import { readColumn, readConstraint } from './column.ts';
import { columnList, contains, hasPrefix, isWord, Phrase, splitOnCommas, wordAfter } from './phrase.ts';
import type { Token } from './tokens.ts';
import { insertOf } from './write.ts';

/** @param phrase what follows `CREATE`. */
export function createStatement(phrase: Phrase): readonly Effect[] {
  const replaced = phrase.accept('OR REPLACE');
  const temporary = phrase.acceptAny('TEMPORARY', 'TEMP', 'LOCAL TEMPORARY', 'LOCAL TEMP') !== null;
  phrase.accept('UNLOGGED');
  if (phrase.accept('TABLE')) {
    const made = createTable(phrase, temporary);
    return [made, ...copiedRows(made, phrase.rest)];
  }
  const sort = phrase.acceptAny('UNIQUE', 'FULLTEXT', 'SPATIAL');
  if (phrase.accept('INDEX')) return [createIndex(phrase, sort)];
  skipViewOptions(phrase);
  const what = phrase.word();
  if (what === '') return [{ kind: 'unread', text: 'CREATE …', why: 'what it creates is computed' }];
  const guarded = replaced || phrase.accept('IF NOT EXISTS');
  return [{ kind: 'other', statement: `CREATE ${what}`, guarded }];
}

/** `CREATE TABLE copy AS SELECT … FROM …` writes what it selects. */
function copiedRows(
  { table }: Extract<Effect, { kind: 'create-table' }>,
  rest: readonly Token[],
): readonly Effect[] {
  const at = rest.findIndex((token) => isWord(token, 'SELECT'));
  return at < 0 || contains(rest, 'WITH NO DATA') ? [] : [insertOf(table, rest.slice(at))];
}

/** `ALGORITHM = MERGE DEFINER = `a`@`b` SQL SECURITY INVOKER`, before VIEW, TRIGGER and the like. */
function skipViewOptions(phrase: Phrase): void {
  if (phrase.acceptAny('ALGORITHM', 'DEFINER', 'SQL SECURITY') === null) return;
  const begins = ['VIEW', 'TRIGGER', 'PROCEDURE', 'FUNCTION', 'EVENT', 'AGGREGATE'];
  while (!phrase.ended && !begins.some((word) => isWord(phrase.peek(), word))) phrase.take();
}

function createTable(phrase: Phrase, temporary: boolean): Extract<Effect, { kind: 'create-table' }> {
  const guarded = phrase.accept('IF NOT EXISTS');
  const table = phrase.dotted();
  const isPartition = contains(phrase.rest, 'PARTITION OF');
  const parts = splitOnCommas(phrase.group() ?? []);
  const columns: Column[] = [];
  const constraints: Constraint[] = [];
  const indexes: TableIndex[] = [];
  for (const part of parts) {
    const constraint = readConstraint(part);
    if (constraint) constraints.push(constraint);
    else if (isIndex(part)) indexes.push(...tableIndex(part));
    else {
      const definition = new Phrase(part);
      columns.push(readColumn(definition.name(), definition.rest));
    }
  }
  const complete =
    columns.length > 0 && !contains(phrase.rest, 'SELECT') && !contains(phrase.rest, 'INHERITS');
  return {
    kind: 'create-table',
    table,
    columns,
    constraints,
    complete,
    engine: wordAfter(phrase.rest, 'ENGINE'),
    charset:
      wordAfter(phrase.rest, 'CHARSET') ??
      wordAfter(phrase.rest, 'CHARACTER SET') ??
      charsetOf(wordAfter(phrase.rest, 'COLLATE')),
    comment: contains(phrase.rest, 'COMMENT'),
    indexes,
    guarded,
    temporary,
    partition: isPartition,
  };
}

const isIndex = ([first]: readonly Token[]): boolean =>
  ['INDEX', 'KEY', 'FULLTEXT', 'SPATIAL', 'LIKE'].some((word) => isWord(first, word));

function tableIndex(part: readonly Token[]): readonly TableIndex[] {
  const phrase = new Phrase(part);
  if (phrase.acceptAny('INDEX', 'KEY') === null) return [];
  const name = phrase.peek()?.kind === 'group' ? null : phrase.name();
  phrase.acceptAny('USING BTREE', 'USING HASH');
  const items = phrase.group();
  return [{ name, columns: items && !hasPrefix(items) ? columnList(items) : null }];
}

function createIndex(phrase: Phrase, sort: string | null): Effect {
  const unique = sort === 'UNIQUE';
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
  const special = (sort !== null && !unique) || contains(phrase.rest, 'USING') || hasPrefix(items ?? []);
  return {
    kind: 'create-index',
    table,
    name,
    columns,
    unique,
    special,
    sort: kindOf(sort),
    concurrently,
    guarded,
  };
}

const kindOf = (word: string | null): 'fulltext' | 'spatial' | null =>
  word === 'FULLTEXT' ? 'fulltext' : word === 'SPATIAL' ? 'spatial' : null;
