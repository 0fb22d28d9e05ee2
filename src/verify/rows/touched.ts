/** What an upgrade means to change: columns and rows of which nobody expects that a downgrade leaves them alone. */
import type { Engine } from '../../config/config.ts';
import { readSql } from '../../lint/sql/read.ts';
import { mentions } from '../anchor.ts';
import type { CapturedStatement } from '../proof.ts';
import type { Touched } from './compare.ts';
import type { RowTable } from './model.ts';
import type { SchemaDifference } from '../schema/schema.ts';

export interface Migration {
  readonly engine: Engine;
  /** What the upgrade does to the schema. */
  readonly differences: readonly SchemaDifference[];
  readonly upgrade: readonly CapturedStatement[];
  readonly downgrade: readonly CapturedStatement[];
  /** As they were before it. */
  readonly tables: readonly RowTable[];
}

/**
 * What the upgrade changes in the schema, or writes by one of its statements; what follows from that by a foreign key's
 * action or a column's own clock.
 */
export function touchedBy(migration: Migration): Touched {
  const { engine, differences, tables } = migration;
  const up = writesOf(migration.upgrade, engine);
  const updates = [...up, ...writesOf(migration.downgrade, engine)].filter(({ kind }) => kind === 'values');
  const find = (table: string) => tables.find(({ name }) => name === table);

  const isOther = (table: string) =>
    differences.some((one) => one.kind === 'table' && one.name === table && one.attribute === 'exists');
  const rows = (table: string, seen: readonly string[]): boolean =>
    isOther(table) ||
    up.some((write) => write.kind !== 'values' && write.names(table)) ||
    (find(table)?.foreignKeys ?? []).some(
      ({ target }) => !seen.includes(target) && rows(target, [...seen, target]),
    );
  const values = (table: string, column: string, seen: readonly string[]): boolean =>
    isOther(table) ||
    differences.some((one) => one.kind === 'column' && one.table === table && one.name === column) ||
    up.some((write) => write.kind !== 'rows' && write.names(table) && write.sets(column)) ||
    (find(table)?.foreignKeys ?? []).some(
      ({ target, columns, targets }) =>
        columns.includes(column) &&
        !seen.includes(target) &&
        (rows(target, [target]) || targets.some((name) => values(target, name, [...seen, target]))),
    );
  return (table, column) => {
    if (column === null) return rows(table, [table]);
    const keepsTime = find(table)?.columns.some(({ name, clock }) => name === column && clock) ?? false;
    if (keepsTime && updates.some((write) => write.names(table))) return true;
    return values(table, column, [table]);
  };
}

interface Write {
  readonly kind: 'rows' | 'values' | 'anything';
  names(table: string): boolean;
  sets(column: string): boolean;
}

function writesOf(statements: readonly CapturedStatement[], engine: Engine): readonly Write[] {
  return statements
    .filter(({ line }) => line !== null)
    .flatMap(({ sql }) => readSql(sql, engine).flatMap((effect) => writeOf(effect, sql)));
}

/** Joined statements name several tables, so each that the text names counts. */
function writeOf(effect: ReturnType<typeof readSql>[number], sql: string): readonly Write[] {
  const names = (table: string) => mentions(sql, table.split('.').at(-1) ?? table);
  const inText = (column: string) => mentions(sql, column);
  switch (effect.kind) {
    case 'truncate':
      return [{ kind: 'rows', names, sets: () => false }];
    case 'write': {
      if (effect.verb === 'delete') return [{ kind: 'rows', names, sets: () => false }];
      const { sets } = effect;
      if (effect.verb === 'update')
        return [{ kind: 'values', names, sets: sets === null ? inText : (column) => includes(sets, column) }];
      const replaces = /\b(REPLACE|DUPLICATE|CONFLICT|MERGE)\b/i.test(sql);
      return replaces ? [{ kind: 'anything', names, sets: inText }] : [];
    }
    // A stored procedure names no table, and may write anywhere.
    case 'unread': {
      const isCall = /^\s*(CALL|EXECUTE)\b/i.test(sql);
      return [{ kind: 'anything', names: (table) => isCall || names(table), sets: () => true }];
    }
    default:
      return [];
  }
}

const includes = (names: readonly string[], name: string): boolean =>
  names.some((one) => one.toLowerCase() === name.toLowerCase());
