/** Foreign keys as a migration makes them, and the columns whose indexes they need. */
import type { Direction } from '../revision/operation.ts';
import { key } from './change.ts';
import { changesIn, type Pass } from './pass.ts';

export interface ForeignKey {
  /** In lower case. */
  readonly table: string;
  readonly name: string | null;
  readonly columns: readonly string[] | null;
  readonly references: string | null;
  readonly referred: readonly string[] | null;
}

/** The foreign keys that a direction makes. */
export function foreignKeysOf(pass: Pass, direction: Direction): readonly ForeignKey[] {
  return changesIn(pass, direction, 'create-table', 'add-constraint').flatMap(
    (one): readonly ForeignKey[] => {
      if (one.table === null) return [];
      const table = key(one.table);
      const constraints = one.kind === 'add-constraint' ? [one.constraint] : one.constraints;
      const beside = one.kind === 'add-constraint' ? [] : one.columns;
      return [
        ...constraints
          .filter(({ kind }) => kind === 'foreign-key')
          .map((constraint) => ({ ...constraint, table })),
        ...beside.flatMap(({ name, references }) =>
          references === null || references.inline || name === null
            ? []
            : [
                {
                  table,
                  name: null,
                  columns: [name],
                  references: references.table,
                  referred: listed(references.column),
                },
              ],
        ),
      ];
    },
  );
}

const listed = (column: string | null): readonly string[] | null => (column === null ? null : [column]);

export interface Needs {
  readonly foreignKey: ForeignKey;
  readonly columns: readonly string[];
}

/** What of a table a key needs: it stands on an index of its own table, and on one of the table that it points at. */
export function needsOf(foreignKey: ForeignKey, table: string): readonly Needs[] {
  const { columns, references, referred } = foreignKey;
  return [
    ...(foreignKey.table === table && columns !== null ? [{ foreignKey, columns }] : []),
    ...(references !== null && key(references) === table && referred !== null
      ? [{ foreignKey, columns: referred }]
      : []),
  ];
}
