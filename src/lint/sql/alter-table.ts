/** `ALTER TABLE`, action by action, as MySQL, MariaDB and PostgreSQL write them. */
import type { Altered, Constraint, Effect } from '../change.ts';
import { readColumn, readConstraint, takeType, writtenCharset } from './column.ts';
import { columnList, contains, hasPrefix, isWord, Phrase, splitOnCommas, textOfTokens } from './phrase.ts';
import type { Token } from './tokens.ts';

/** Starts of actions that change no rows and of which no rule speaks. */
const PLAIN =
  'DEFAULT CHARACTER CHARSET COLLATE AUTO_INCREMENT COMMENT ROW_FORMAT KEY_BLOCK_SIZE STATS_PERSISTENT STATS_AUTO_RECALC STATS_SAMPLE_PAGES MIN_ROWS MAX_ROWS AVG_ROW_LENGTH CHECKSUM PACK_KEYS DELAY_KEY_WRITE ENCRYPTION OWNER SET RESET ENABLE DISABLE VALIDATE REPLICA INHERIT NO CLUSTER ALGORITHM LOCK WITH WITHOUT WAIT NOWAIT FORCE ORDER COMPRESSION PAGE_COMPRESSED'.split(
    ' ',
  );
const PARTITIONS =
  'PARTITION REMOVE TRUNCATE EXCHANGE REORGANIZE COALESCE REBUILD ANALYZE ATTACH DETACH DISCARD IMPORT'.split(
    ' ',
  );

/** @param phrase what follows `ALTER TABLE`. */
export function alterTable(phrase: Phrase): readonly Effect[] {
  phrase.accept('IF EXISTS');
  phrase.accept('ONLY');
  const table = phrase.dotted();
  return splitOnCommas(phrase.rest).flatMap((tokens) => action(table, tokens));
}

function action(table: string | null, tokens: readonly Token[]): readonly Effect[] {
  const phrase = new Phrase(tokens);
  const word = phrase.word();
  switch (word) {
    case 'ADD':
      return add(table, phrase);
    case 'DROP':
      return [drop(table, phrase)];
    case 'MODIFY':
    case 'CHANGE':
      return modify(table, phrase, word === 'CHANGE');
    case 'ALTER':
      return [alterColumn(table, phrase)];
    case 'RENAME':
      return [rename(table, phrase)];
    case 'ENGINE':
      return [{ kind: 'table-option', table, option: 'engine', text: textOfTokens(tokens), charset: null }];
    case 'CONVERT':
      return [
        {
          kind: 'table-option',
          table,
          option: 'convert-charset',
          text: textOfTokens(tokens),
          charset: writtenCharset(tokens),
        },
      ];
    default:
      if (PARTITIONS.includes(word))
        return [
          { kind: 'table-option', table, option: 'partition', text: textOfTokens(tokens), charset: null },
        ];
      if (isRewrite(word, phrase))
        return [
          { kind: 'table-option', table, option: 'rewrite', text: textOfTokens(tokens), charset: null },
        ];
      if (PLAIN.includes(word)) return [other()];
      return [{ kind: 'unread', text: textOfTokens(tokens), why: 'this part of ALTER TABLE is not known' }];
  }
}

/** Options that make a server write the table anew; those of the one are no words of the other. */
function isRewrite(word: string, phrase: Phrase): boolean {
  if (['ROW_FORMAT', 'KEY_BLOCK_SIZE', 'FORCE', 'ENCRYPTION'].includes(word)) return true;
  return word === 'SET' && phrase.acceptAny('LOGGED', 'UNLOGGED', 'TABLESPACE', 'ACCESS METHOD') !== null;
}

const other = (): Effect => ({ kind: 'other', statement: 'ALTER TABLE', guarded: false });

function add(table: string | null, phrase: Phrase): readonly Effect[] {
  if (phrase.accept('PARTITION'))
    return [{ kind: 'table-option', table, option: 'partition', text: 'ADD PARTITION', charset: null }];
  const constraint = readConstraint(phrase.rest);
  if (constraint) return [{ kind: 'add-constraint', table, constraint }];
  const index = phrase.acceptAny('INDEX', 'KEY', 'FULLTEXT', 'SPATIAL');
  if (index !== null) return [addIndex(table, phrase, index)];
  phrase.accept('COLUMN');
  const guarded = phrase.accept('IF NOT EXISTS');
  const several = phrase.group();
  const definitions = several ? splitOnCommas(several) : [phrase.rest];
  return definitions.map((tokens): Effect => {
    const definition = new Phrase(tokens);
    const column = readColumn(definition.name(), definition.rest);
    return { kind: 'add-column', table, column, placed: isPlaced(tokens), guarded };
  });
}

const isPlaced = (tokens: readonly Token[]): boolean =>
  tokens.slice(1).some((token) => isWord(token, 'FIRST') || isWord(token, 'AFTER'));

function addIndex(table: string | null, phrase: Phrase, word: string): Effect {
  const sort = word === 'FULLTEXT' ? 'fulltext' : word === 'SPATIAL' ? 'spatial' : null;
  phrase.acceptAny('INDEX', 'KEY');
  const guarded = phrase.accept('IF NOT EXISTS');
  const name = phrase.peek()?.kind === 'group' ? null : phrase.name();
  const items = phrase.rest.find((token) => token.kind === 'group')?.items;
  const columns = items ? columnList(items) : null;
  const special = sort !== null || (items !== undefined && hasPrefix(items));
  return {
    kind: 'create-index',
    table,
    name,
    columns,
    unique: false,
    special,
    sort,
    concurrently: false,
    guarded,
  };
}

function drop(table: string | null, phrase: Phrase): Effect {
  if (phrase.accept('PARTITION'))
    return { kind: 'table-option', table, option: 'partition', text: 'DROP PARTITION', charset: null };
  if (phrase.accept('PRIMARY KEY'))
    return { kind: 'drop-constraint', table, name: 'PRIMARY', constraint: 'primary-key' };
  const index = phrase.acceptAny('INDEX', 'KEY');
  const kinds: readonly (readonly [string, Constraint['kind'] | null])[] = [
    ['FOREIGN KEY', 'foreign-key'],
    ['CHECK', 'check'],
    ['CONSTRAINT', null],
  ];
  const constraint = index === null ? kinds.find(([words]) => phrase.accept(words)) : undefined;
  if (!constraint) phrase.accept('COLUMN');
  const guarded = phrase.accept('IF EXISTS');
  const name = phrase.name();
  if (index !== null) return { kind: 'drop-index', table, name, concurrently: false, guarded };
  if (constraint) return { kind: 'drop-constraint', table, name, constraint: constraint[1] };
  return { kind: 'drop-column', table, column: name, guarded };
}

function modify(table: string | null, phrase: Phrase, renames: boolean): readonly Effect[] {
  phrase.accept('COLUMN');
  phrase.accept('IF EXISTS');
  const column = phrase.name();
  const to = renames ? phrase.name() : column;
  const { type, nullable, serverDefault } = readColumn(column, phrase.rest);
  const altered: Effect = {
    kind: 'alter-column',
    table,
    column,
    to: { type, nullable: nullable ?? true, serverDefault: serverDefault ? 'set' : 'dropped' },
    from: {},
    restated: true,
    placed: isPlaced(phrase.rest),
  };
  const isNew = to === null || column === null || to.toLowerCase() !== column.toLowerCase();
  return isNew ? [altered, { kind: 'rename-column', table, column, to }] : [altered];
}

function alterColumn(table: string | null, phrase: Phrase): Effect {
  if (phrase.acceptAny('INDEX', 'CONSTRAINT', 'CHECK') !== null) return other();
  phrase.accept('COLUMN');
  const column = phrase.name();
  const to = alteration(phrase);
  if (to === null) return other();
  return { kind: 'alter-column', table, column, to, from: {}, restated: false, placed: false };
}

/** null for what concerns neither type nor nullability nor default: statistics, storage, identity, visibility. */
function alteration(phrase: Phrase): Altered | null {
  if (phrase.acceptAny('SET DATA TYPE', 'TYPE') !== null) return { type: takeType(phrase) };
  if (phrase.accept('SET NOT NULL')) return { nullable: false };
  if (phrase.accept('DROP NOT NULL')) return { nullable: true };
  if (phrase.accept('SET DEFAULT')) return { serverDefault: 'set' };
  return phrase.accept('DROP DEFAULT') ? { serverDefault: 'dropped' } : null;
}

function rename(table: string | null, phrase: Phrase): Effect {
  if (phrase.acceptAny('INDEX', 'KEY', 'CONSTRAINT') !== null) return other();
  const column = phrase.accept('COLUMN');
  const plain = !column && !contains(phrase.rest.slice(1), 'TO');
  if (plain) {
    phrase.acceptAny('TO', 'AS');
    return { kind: 'rename-table', table, to: phrase.dotted() };
  }
  const from = phrase.name();
  phrase.accept('TO');
  return { kind: 'rename-column', table, column: from, to: phrase.name() };
}
