/** The indexes that an upgrade makes, however they are written: keys, unique constraints, `index=True`, `CREATE INDEX`. */
import { key, type Change } from './change.ts';
import { changesIn, type Pass } from './pass.ts';

export interface MadeIndex {
  readonly table: string;
  /** null where the server makes one up. */
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly unique: boolean;
  readonly change: Change;
}

/** In the order in which they are made; those over expressions, parts of columns or of another kind are left out. */
export function madeIndexes(pass: Pass): readonly MadeIndex[] {
  return changesIn(pass, 'upgrade', 'create-table', 'add-column', 'create-index', 'add-constraint').flatMap(
    (change): readonly MadeIndex[] => {
      const { table } = change;
      if (table === null || change.under.length > 0) return [];
      const made = (name: string | null, columns: readonly string[] | null, unique: boolean) =>
        columns === null || columns.length === 0 ? [] : [{ table, name, columns, unique, change }];
      switch (change.kind) {
        case 'create-index':
          return change.special ? [] : made(change.name, change.columns, change.unique);
        case 'add-constraint':
          return isKey(change.constraint.kind)
            ? made(change.constraint.name, change.constraint.columns, true)
            : [];
        case 'add-column':
          return ofColumn(change.column).flatMap(({ columns, unique }) => made(null, columns, unique));
        case 'create-table':
          return [
            ...change.columns.flatMap(ofColumn).flatMap(({ columns, unique }) => made(null, columns, unique)),
            ...change.constraints
              .filter(({ kind }) => isKey(kind))
              .flatMap(({ name, columns }) => made(name, columns, true)),
            ...change.indexes.flatMap(({ name, columns }) => made(name, columns, false)),
          ];
      }
    },
  );
}

const isKey = (kind: string): boolean => kind === 'primary-key' || kind === 'unique';

/** `index=True, unique=True` is one unique index. */
function ofColumn(column: {
  readonly name: string | null;
  readonly primaryKey: boolean;
  readonly unique: boolean;
  readonly index: boolean;
}): readonly { readonly columns: readonly string[]; readonly unique: boolean }[] {
  const { name, primaryKey, unique, index } = column;
  if (name === null || !(primaryKey || unique || index)) return [];
  return [{ columns: [name], unique: unique || primaryKey }];
}

/** Whether `columns` begin with all of `prefix`, in order. */
export const startsWith = (columns: readonly string[], prefix: readonly string[]): boolean =>
  prefix.every((one, index) => key(one) === key(columns[index] ?? ''));

/** An index in a sentence. */
export const indexNamed = ({ name, columns }: MadeIndex): string =>
  name === null ? `the one on (${columns.join(', ')})` : `\`${name}\``;
