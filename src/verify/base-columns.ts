/** The columns of the base of which a rule may ask what they were: those of tables that a captured statement names. */
import type { Databases } from './diff.ts';
import type { BaseColumn, ProofStep } from './proof.ts';

/** So many, and no more: a report is limited in size. */
const MOST = 2000;

export function baseColumns(base: Databases, steps: readonly ProofStep[]): readonly BaseColumn[] {
  const named = new Set(
    steps.flatMap(({ statements }) =>
      statements.flatMap(({ sql, line }) =>
        line === null ? [] : (sql.toLowerCase().match(/[\p{L}\p{N}_$]+/gu) ?? []),
      ),
    ),
  );
  const bare = (table: string): string => table.slice(table.lastIndexOf('.') + 1).toLowerCase();
  return [...base.values()]
    .flatMap(({ objects }) => objects)
    .flatMap(({ kind, table, name, attributes }): readonly BaseColumn[] => {
      if (kind !== 'column' || table === null || !named.has(bare(table))) return [];
      return [
        {
          table,
          column: name,
          type: attributes['type'] ?? '',
          nullable: attributes['nullable'] === 'yes',
          default: attributes['default'] ?? null,
          comment: attributes['comment'] ?? null,
          autoIncrement: attributes['auto-increment'] === 'yes',
        },
      ];
    })
    .slice(0, MOST);
}
