/** The columns of the base of which a rule may ask what they were: those of tables that a captured statement names. */
import type { Databases } from '../schema/diff.ts';
import type { KnownColumn } from '../../lint/before.ts';
import type { ProofStep } from '../proof.ts';
import type { SchemaObject } from '../schema/schema.ts';

/** So many, and no more: a report is limited in size. */
const MOST = 2000;

export function baseColumns(base: Databases, steps: readonly ProofStep[]): readonly KnownColumn[] {
  const named = new Set(
    steps.flatMap(({ statements }) =>
      statements.flatMap(({ sql, line }) =>
        line === null ? [] : (sql.toLowerCase().match(/[\p{L}\p{N}_$]+/gu) ?? []),
      ),
    ),
  );
  const bare = (table: string): string => table.slice(table.lastIndexOf('.') + 1).toLowerCase();
  return [...base.values()]
    .flatMap(({ objects }) => {
      const collations = new Map(
        objects.flatMap(({ kind, name, attributes }) =>
          kind === 'table' ? [[name, attributes['collation']] as const] : [],
        ),
      );
      return objects.flatMap((one) =>
        one.kind === 'column' && one.table !== null && named.has(bare(one.table))
          ? [baseColumn(one, one.table, collations.get(one.table))]
          : [],
      );
    })
    .slice(0, MOST);
}

function baseColumn(
  { name, attributes }: SchemaObject,
  table: string,
  ofTable: string | null | undefined,
): KnownColumn {
  const own = attributes['collation'] ?? ofTable;
  const charset = attributes['charset'] ?? null;
  return {
    table,
    column: name,
    type: attributes['type'] ?? '',
    nullable: attributes['nullable'] === 'yes',
    default: attributes['default'] ?? null,
    comment: attributes['comment'] ?? null,
    autoIncrement: attributes['auto-increment'] === 'yes',
    ...(own === ofTable || typeof own !== 'string' ? {} : { collation: own }),
    ...(charset === null ? {} : { charset }),
  };
}
