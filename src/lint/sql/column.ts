/** Column definitions and constraints as SQL writes them. */
import type { Column, ColumnType, Constraint, ConstraintKind } from '../change.ts';
import { charsetOf } from '../charsets.ts';
import { sqlType } from '../types.ts';
import { columnList, contains, isWord, Phrase, splitOnCommas, wordAfter } from './phrase.ts';
import type { Token } from './tokens.ts';

/** Words that begin what follows a column's type. */
const AFTER_TYPE = new Set(
  'NOT NULL DEFAULT PRIMARY UNIQUE REFERENCES AUTO_INCREMENT GENERATED AS CHECK COMMENT COLLATE CONSTRAINT FIRST AFTER ON KEY STORED VIRTUAL CHARSET USING SET INVISIBLE VISIBLE IDENTITY'.split(
    ' ',
  ),
);

/** The type that comes next, `double precision` and `int unsigned` included. */
export function takeType(phrase: Phrase): ColumnType | null {
  const words: string[] = [];
  let inside: readonly Token[] | null = null;
  for (let token = phrase.peek(); token !== null; token = phrase.peek()) {
    const isCharset = isWord(token, 'CHARACTER') && isWord(phrase.peek(1), 'SET');
    const endsType = token.kind === 'word' && (AFTER_TYPE.has(token.upper) || isCharset);
    if (token.kind === 'word' && !endsType) words.push(phrase.word());
    else if (token.kind === 'name' && words.length === 0) words.push((phrase.name() ?? '').toUpperCase());
    else if (token.kind === 'group' && inside === null) inside = phrase.group();
    else break;
  }
  const parts = splitOnCommas(inside ?? []).flat();
  const numbers = parts.flatMap((part) => (part.kind === 'number' ? [Number(part.text)] : []));
  const members = parts.flatMap((part) => (part.kind === 'string' ? [part.text] : []));
  return sqlType(words, numbers, members.length === parts.length ? members : null);
}

/** The character set that follows a type, or the one of its collation. */
export function writtenCharset(tokens: readonly Token[]): string | null {
  const named = ['CHARACTER SET', 'CHARSET'].map((words) => wordAfter(tokens, words));
  const charset = named.find((one) => one !== null) ?? charsetOf(wordAfter(tokens, 'COLLATE'));
  return charset?.toLowerCase() ?? null;
}

/** What follows a column's name. */
export function readColumn(name: string | null, tokens: readonly Token[]): Column {
  const phrase = new Phrase(tokens);
  const bare = takeType(phrase);
  const { rest } = phrase;
  const type = bare && { ...bare, charset: writtenCharset(rest) };
  const references = rest.findIndex((token) => isWord(token, 'REFERENCES'));
  const serial = type?.name.endsWith('serial') === true;
  const generated = contains(rest, 'GENERATED ALWAYS AS') || rest.some(isComputation);
  const stored = contains(rest, 'STORED') || contains(rest, 'PERSISTENT');
  return {
    name,
    type,
    nullable: contains(rest, 'NOT NULL') ? false : contains(rest, 'NULL') ? true : null,
    serverDefault: contains(rest, 'DEFAULT') || contains(rest, 'IDENTITY') || serial,
    defaultText: defaultText(rest),
    comment: contains(rest, 'COMMENT'),
    index: false,
    primaryKey: contains(rest, 'PRIMARY KEY'),
    unique: contains(rest, 'UNIQUE'),
    autoIncrement: contains(rest, 'AUTO_INCREMENT') || serial,
    identity: contains(rest, 'IDENTITY'),
    generated: generated && !contains(rest, 'IDENTITY') ? (stored ? 'stored' : 'virtual') : null,
    references: references < 0 ? null : { ...referenced(rest.slice(references + 1)), inline: true },
    onDelete: onDelete(rest),
    referenceNamed: false,
  };
}

function defaultText(rest: readonly Token[]): string | null {
  const [value, call] = rest.slice(rest.findIndex((token) => isWord(token, 'DEFAULT')) + 1);
  if (!contains(rest, 'DEFAULT')) return null;
  if (value?.kind === 'word' && call?.kind === 'group' && call.items.length === 0) return `${value.text}()`;
  return value?.kind === 'string' || value?.kind === 'number' ? value.text : null;
}

/** `user` and `id` of what follows `REFERENCES`. */
function referenced(tokens: readonly Token[]): { table: string | null; column: string | null } {
  const phrase = new Phrase(tokens);
  const table = phrase.dotted();
  return { table, column: columnList(phrase.group() ?? [])?.[0] ?? null };
}

/** `AS (a + b)`. */
function isComputation(token: Token, index: number, all: readonly Token[]): boolean {
  return isWord(token, 'AS') && all[index + 1]?.kind === 'group';
}

function onDelete(tokens: readonly Token[]): string | null {
  const at = tokens.findIndex((token, index) => isWord(token, 'ON') && isWord(tokens[index + 1], 'DELETE'));
  const action = at < 0 ? undefined : tokens[at + 2];
  return action?.kind === 'word' ? action.upper : null;
}

const KINDS: readonly (readonly [string, ConstraintKind])[] = [
  ['PRIMARY KEY', 'primary-key'],
  ['UNIQUE INDEX', 'unique'],
  ['UNIQUE KEY', 'unique'],
  ['UNIQUE', 'unique'],
  ['FOREIGN KEY', 'foreign-key'],
  ['CHECK', 'check'],
  ['EXCLUDE', 'exclude'],
];

/** `[CONSTRAINT name] PRIMARY KEY (…)` and the like; null where the tokens are no constraint. */
export function readConstraint(tokens: readonly Token[]): Constraint | null {
  const phrase = new Phrase(tokens);
  let name: string | null = null;
  const begins = (): readonly [string, ConstraintKind] | undefined =>
    KINDS.find(([words]) => phrase.accept(words));
  if (phrase.accept('CONSTRAINT')) {
    const unnamed = begins();
    if (unnamed) return rest(phrase, unnamed[1], null);
    name = phrase.name();
  }
  const found = begins();
  return found ? rest(phrase, found[1], name) : null;
}

function rest(phrase: Phrase, kind: ConstraintKind, given: string | null): Constraint {
  const usingIndex = phrase.accept('USING INDEX');
  let name = given;
  if (kind === 'unique' && phrase.peek()?.kind !== 'group' && !usingIndex) name = phrase.name() ?? given;
  const items = kind === 'check' ? null : phrase.group();
  const tokens = phrase.rest;
  const at = tokens.findIndex((token) => isWord(token, 'REFERENCES'));
  const target = at < 0 ? null : new Phrase(tokens.slice(at + 1));
  const referencedTable = target?.dotted() ?? null;
  const referred = target?.group() ?? null;
  return {
    kind,
    name,
    columns: items && columnList(items),
    references: referencedTable,
    referred: referred && columnList(referred),
    onDelete: onDelete(tokens),
    notValid: contains(tokens, 'NOT VALID'),
    usingIndex,
  };
}
