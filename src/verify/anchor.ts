/** Which line of a revision a difference belongs to: the statement that touched the object last, else the downgrade. */
import type { CapturedStatement } from './proof.ts';
import type { SchemaDifference } from './schema/schema.ts';

/**
 * `statements` in order of preference (downgrade's before upgrade's). A statement touches an object if its text has the
 * names of table and object; a part of a table is also touched by a statement on the table, if none names the part.
 */
export function lineOf(
  difference: SchemaDifference,
  statements: readonly CapturedStatement[],
  otherwise: number | null,
): number | null {
  return statementOf(difference, statements)?.line ?? otherwise;
}

/** The statement itself, for those who do not know the file; `path` and `line` of what is found are never null. */
export function statementOf(
  difference: SchemaDifference,
  statements: readonly CapturedStatement[],
): CapturedStatement | undefined {
  const anchored = statements.filter(({ sql, line }) => line !== null && DEFINITION.test(sql));
  const naming = (names: readonly (string | null)[]) =>
    anchored.find(({ sql }) => names.every((name) => name === null || mentions(sql, name)));
  const exact = difference.kind === 'primary-key' ? undefined : naming([difference.table, difference.name]);
  const onTable = difference.table === null ? undefined : naming([difference.table]);
  return exact ?? onTable;
}

/** Queries name columns too, and change none. */
export const DEFINITION = /^\s*(ALTER|CREATE|DROP|RENAME|COMMENT)\b/i;

/** A whole name, quoted or bare: `case` is not in `case_note`. */
export function mentions(sql: string, name: string): boolean {
  const lower = sql.toLowerCase();
  const wanted = name.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (!isNamePart(lower[at - 1]) && !isNamePart(lower[at + wanted.length])) return true;
  }
  return false;
}

function isNamePart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_$]/u.test(character);
}
