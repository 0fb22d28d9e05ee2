/** What the columns were before the pull request, by the base's own schema on the server where one ran. */
import type { Engine } from '../config/config.ts';
import { key, type Altered, type Change, type ColumnType } from './change.ts';
import type { Facts } from './facts.ts';
import { takeType } from './sql/column.ts';
import { Phrase } from './sql/phrase.ts';
import { sqlStatements } from './sql/statements.ts';

/** A column of the base's schema, as the server's catalogue has it. */
export interface KnownColumn {
  readonly table: string;
  readonly column: string;
  /** As the server writes it: `varchar(50)`, `enum('a','b')`, `character varying(50)`. */
  readonly type: string;
  readonly nullable: boolean;
  readonly default: string | null;
  readonly comment: string | null;
  readonly autoIncrement: boolean;
  /** Where it is not the one of its table. */
  readonly collation?: string;
  /** Of a text on MySQL and MariaDB, its table's included: `utf8mb4`. */
  readonly charset?: string;
}

/** Asks for a column of the base; null for one that is not known. */
export type ColumnBefore = (table: string | null, column: string | null) => KnownColumn | null;

export function columnsBefore(known: readonly KnownColumn[]): ColumnBefore {
  const name = (table: string, column: string): string => `${key(table)}\n${key(column)}`;
  const byName = new Map(known.map((one) => [name(one.table, one.column), one]));
  return (table, column) =>
    table === null || column === null ? null : (byName.get(name(table, column)) ?? null);
}

/** Asks for the columns of a table of the base; none for one that is not known. */
export type TableBefore = (table: string | null) => readonly KnownColumn[];

export function tablesBefore(known: readonly KnownColumn[]): TableBefore {
  return (table) => (table === null ? [] : known.filter((one) => key(one.table) === key(table)));
}

/** The type that the server writes; null for one that the gate does not know. */
export function typeOnServer(text: string, engine: Engine | null): ColumnType | null {
  const [tokens] = sqlStatements(text, engine) ?? [];
  return tokens === undefined ? null : takeType(new Phrase(tokens));
}

/**
 * The same changes of each revision, with what the server knows of a column in place of what its author says: of its
 * first alteration only, and not of a column that the pull request itself adds.
 */
export function withBefore(
  revisions: readonly (readonly Change[])[],
  facts: Facts,
  before: ColumnBefore,
  engine: Engine | null,
): readonly (readonly Change[])[] {
  const altered = new Set<string>();
  const known = (change: Change): Change => {
    if (change.kind !== 'alter-column' || change.direction !== 'upgrade') return change;
    const column = before(change.table, change.column);
    if (column === null || facts.isNewTable(change) || facts.newColumn(change, change.column) !== null)
      return change;
    const name = `${key(column.table)}\n${key(column.column)}`;
    if (altered.has(name)) return change;
    altered.add(name);
    return { ...change, from: stateOf(column, engine) };
  };
  return revisions.map((changes) => changes.map(known));
}

function stateOf(column: KnownColumn, engine: Engine | null): Altered {
  const type = typeOnServer(column.type, engine);
  return {
    type: type && { ...type, charset: column.charset ?? null },
    nullable: column.nullable,
    serverDefault: column.default === null ? 'dropped' : 'set',
  };
}
