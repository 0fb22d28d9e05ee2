/** Gives foreign keys to a table that is made again, so that keys and the indexes which the server makes for them have their names. */
import { quote } from './objects-mysql.ts';

export interface Key {
  readonly name: string;
  /** As a foreign key's clause spells them: "(`a`, `b`)". */
  readonly columns: string;
}

/** `CONSTRAINT … FOREIGN KEY …`, as `SHOW CREATE` writes it. */
export const isForeign = (clause: string): boolean => / FOREIGN KEY /.test(clause);

export function foreignKey(clause: string): Key {
  const [, name, columns] =
    /^CONSTRAINT `((?:[^`]|``)+)` FOREIGN KEY (\(.*?\)) REFERENCES /.exec(clause) ?? [];
  return { name: (name ?? '').replaceAll('``', '`'), columns: columns ?? '' };
}

/** Indexes of the table that are not unique, whoever made them. */
export function plainIndexes(created: string): readonly Key[] {
  return created.split('\n').flatMap((line) => {
    const [, name, columns] = /^ {2}KEY `((?:[^`]|``)+)` (\(.*\)),?$/.exec(line) ?? [];
    if (name === undefined || columns === undefined) return [];
    return [{ name: name.replaceAll('``', '`'), columns: columns.replaceAll(',', ', ') }];
  });
}

/**
 * The clauses that make these keys again, in statements of their own: an index that the server makes takes the key's name
 * where that is spelled out, so that a key which was written without one goes without one again. The server's own names
 * count up, and are given in the same order.
 */
export function keyClauses(
  table: string,
  foreign: readonly string[],
  indexes: readonly Key[],
): readonly (readonly string[])[] {
  const isUnnamed = (clause: string): boolean => {
    const key = foreignKey(clause);
    const index = indexes.find(({ columns }) => columns === key.columns);
    return numberOf(key.name, table) !== null && index !== undefined && index.name !== key.name;
  };
  if (!foreign.some(isUnnamed)) return foreign.length === 0 ? [] : [foreign];
  const number = (clause: string) => numberOf(foreignKey(clause).name, table);
  const numbered = foreign.filter((clause) => number(clause) !== null);
  const named = foreign.filter((clause) => !numbered.includes(clause));
  const inOrder = numbered.toSorted((a, b) => (number(a) ?? 0) - (number(b) ?? 0));
  const spelled = inOrder.map((clause) =>
    isUnnamed(clause) ? clause.replace(/^CONSTRAINT `(?:[^`]|``)+` /, '') : clause,
  );
  return [...(named.length === 0 ? [] : [named]), ...spelled.map((clause) => [clause])];
}

export const adding = (table: string, clauses: readonly string[]): string =>
  `ALTER TABLE ${quote(table)} ${clauses.map((clause) => `ADD ${clause}`).join(', ')}`;

function numberOf(name: string, table: string): number | null {
  const prefix = `${table}_ibfk_`;
  const number = name.startsWith(prefix) ? name.slice(prefix.length) : '';
  return /^\d+$/.test(number) ? Number(number) : null;
}
