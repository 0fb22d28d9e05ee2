/** Statements that write rows: which table, which columns, and whether they choose their rows. */
import type { Effect } from '../change.ts';
import { contains, isWord, Phrase, splitOnCommas } from './phrase.ts';
import type { Token } from './tokens.ts';

export function writeOf(verb: string, phrase: Phrase): Effect {
  for (const word of ['LOW_PRIORITY', 'DELAYED', 'HIGH_PRIORITY', 'QUICK', 'IGNORE']) phrase.accept(word);
  switch (verb) {
    case 'UPDATE':
      return update(phrase);
    case 'DELETE':
      return remove(phrase);
    default: {
      phrase.accept('INTO');
      const table = phrase.dotted();
      return insertOf(table, phrase.rest);
    }
  }
}

/** @param rest what follows the table: VALUES, SET, a SELECT. */
export function insertOf(table: string | null, rest: readonly Token[]): Effect {
  const named = ['VALUES', 'VALUE', 'SET'].some((word) => contains(rest, word));
  const filtered = named || isChosen(rest) || !contains(rest, 'FROM');
  const selects = named ? [] : selectedFrom(rest);
  return { kind: 'write', verb: 'insert', table, filtered, fillsNulls: false, sets: null, selects };
}

/** The first table after each FROM, those of a UNION's later parts included. */
function selectedFrom(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, index) => {
    const table = isWord(token, 'FROM') ? new Phrase(tokens.slice(index + 1)).dotted() : null;
    return table ?? [];
  });
}

/** A computed part where a value is complete may be the very condition that is missed. */
function isChosen(tokens: readonly Token[]): boolean {
  return (
    ['WHERE', 'JOIN', 'LIMIT', 'USING'].some((word) => contains(tokens, word)) ||
    tokens.some(({ kind }, index) => kind === 'computed' && tokens[index - 1]?.kind !== 'symbol')
  );
}

function update(phrase: Phrase): Effect {
  phrase.accept('ONLY');
  const table = phrase.dotted();
  const { rest } = phrase;
  const from = rest.findIndex((token) => isWord(token, 'SET'));
  const to = rest.findIndex(
    (token, index) => index > from && (isWord(token, 'WHERE') || isWord(token, 'FROM')),
  );
  const assignments = splitOnCommas(rest.slice(from + 1, to < 0 ? rest.length : to));
  const sets = assignments.map((tokens) => new Phrase(tokens).dotted()?.split('.').at(-1) ?? null);
  return {
    kind: 'write',
    verb: 'update',
    table,
    filtered: isChosen(rest),
    fillsNulls: from >= 0 && assignments.length > 0 && assignments.every(fillsNulls),
    sets: from >= 0 && sets.every((name) => name !== null) ? sets : null,
    selects: [],
  };
}

/** `a = COALESCE(a, '')` leaves every row alone that holds a value. */
function fillsNulls(assignment: readonly Token[]): boolean {
  const phrase = new Phrase(assignment);
  const column = phrase.name();
  if (!phrase.symbol('=') || phrase.acceptAny('COALESCE', 'IFNULL') === null) return false;
  const [first] = splitOnCommas(phrase.group() ?? []);
  return column !== null && phrase.ended && first?.length === 1 && new Phrase(first).name() === column;
}

function remove(phrase: Phrase): Effect {
  if (phrase.accept('FROM')) phrase.accept('ONLY');
  const table = phrase.dotted();
  return {
    kind: 'write',
    verb: 'delete',
    table,
    filtered: isChosen(phrase.rest),
    fillsNulls: false,
    sets: null,
    selects: [],
  };
}
