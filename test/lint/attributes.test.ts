/**
 * What the reader of SQL makes of each change that a server is seen to make to its schema (`test/db/attributes.test.ts`
 * holds the servers to the same lists): never nothing, never unread, and of what rules speak, the object itself.
 */
import { describe, expect, test } from '@jest/globals';
import { key, type Effect } from '../../src/lint/change.ts';
import { readSql } from '../../src/lint/sql/read.ts';
import { mysqlAttributes } from '../db/attributes-mysql.ts';
import { postgresqlAttributes } from '../db/attributes-postgresql.ts';

const LISTS = {
  mysql: mysqlAttributes('mysql'),
  mariadb: mysqlAttributes('mariadb'),
  postgresql: postgresqlAttributes(),
} as const;

const COLUMN =
  /^column `([^`]+)`\.`([^`]+)`: (?:type|nullable|default|charset|collation|generated as|auto-increment|on update|invisible)$/;
const PART =
  /^(?:index|foreign key|unique constraint|check constraint) `([^`]+)`\.`[^`]+`: (?!comment|visible|enforced)/;
const TABLE = /^table `([^`]+)`: (?:engine|row format|persistence)$/;

/** The column that an effect is about. */
const columnOf = (effect: Effect): string | null =>
  effect.kind === 'add-column' ? effect.column.name : 'column' in effect ? effect.column : null;

/** A primary key makes its columns NOT NULL, and the rule for it says so. */
const isKeyOf = (column: string, effect: Effect): boolean =>
  effect.kind === 'add-constraint' &&
  effect.constraint.kind === 'primary-key' &&
  effect.constraint.columns?.includes(column) === true;

const isPart = ({ kind }: Effect): boolean =>
  ['create-index', 'drop-index', 'add-constraint', 'drop-constraint'].includes(kind);

/** Whether some effect is about the object that the server says has changed; true of what no rule speaks of. */
function isNamed(seen: string, effects: readonly Effect[]): boolean {
  const on = (table: string | undefined): readonly Effect[] =>
    effects.filter((one) => 'table' in one && one.table !== null && key(one.table) === table);
  const column = COLUMN.exec(seen);
  if (column)
    return on(column[1]).some(
      (one) => columnOf(one) === column[2] || (seen.endsWith(': nullable') && isKeyOf(column[2] ?? '', one)),
    );
  const part = PART.exec(seen);
  if (part) return on(part[1]).some(isPart);
  const table = TABLE.exec(seen);
  return !table || on(table[1]).some(({ kind }) => kind === 'table-option');
}

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('Of %s', (engine) => {
  test.each(LISTS[engine].map((one) => [one.what, one] as const))('%s', (_, { after, sees }) => {
    const read = after.map((sql) => readSql(sql, engine));
    expect(read.filter(({ length }) => length === 0)).toEqual([]);
    const effects = read.flat();
    expect(effects.filter(({ kind }) => kind === 'unread')).toEqual([]);
    expect(sees.filter((seen) => !isNamed(seen, effects))).toEqual([]);
  });

  test('has columns, indexes and tables among them, of which rules speak', () => {
    const seen = LISTS[engine].flatMap(({ sees }) => sees);
    for (const pattern of [COLUMN, PART, TABLE])
      expect(seen.filter((one) => pattern.test(one)).length).toBeGreaterThan(0);
  });
});
