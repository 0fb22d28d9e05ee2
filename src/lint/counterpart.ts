/** What one direction makes or drops and the other leaves alone. */
import { columnNamed, isOn, key, named, sameName, type Change } from './change.ts';

/** The changes of a change's own direction, and those of the other one. */
export interface Sides {
  readonly own: readonly Change[];
  readonly others: readonly Change[];
}

/** The object in words; null where the other direction has its counterpart, or where nobody can say. */
export function lostObject(change: Change, sides: Sides): string | null {
  const { others } = sides;
  if (!('table' in change) || change.table === null) return null;
  // What is dropped if it exists may not have existed.
  if (change.kind.startsWith('drop-') && 'guarded' in change && change.guarded) return null;
  const onTable = others.filter((other) => isOn(change.table, other));
  switch (change.kind) {
    case 'create-table':
      return isLost(onTable, 'drop-table') && !change.temporary && !change.partition
        ? `table ${named(change.table)}`
        : null;
    case 'drop-table':
      return isLost(onTable, 'create-table') ? `table ${named(change.table)}` : null;
    case 'add-column':
      return change.column.name === null || isDropped(change.column.name, onTable)
        ? null
        : columnNamed(change.table, change.column.name);
    case 'drop-column':
      return isAdded(change.column, onTable) ? null : columnNamed(change.table, change.column);
    default:
      return lostPart(change, sides, onTable);
  }
}

const isLost = (onTable: readonly Change[], kind: Change['kind']): boolean =>
  !onTable.some((other) => other.kind === kind);

const isDropped = (column: string, onTable: readonly Change[]): boolean =>
  onTable.some(
    (other) =>
      other.kind === 'drop-table' || (other.kind === 'drop-column' && sameName(other.column, column)),
  );

const isAdded = (column: string | null, onTable: readonly Change[]): boolean =>
  onTable.some(
    (other) =>
      other.kind === 'create-table' || (other.kind === 'add-column' && sameName(other.column.name, column)),
  );

/** An index or a constraint, by its name: without one nobody can tell which it is. */
function lostPart(change: Change, { own, others }: Sides, onTable: readonly Change[]): string | null {
  const part = partOf(change);
  if (part === null || part.name === null || part.isKey) return null;
  const isSame = (other: Change): boolean => isOneName(partOf(other)?.name ?? null, part.name);
  // Dropped and made again in one direction, it is the same before and after.
  const isMadeAgain = own.some(
    (other) => other !== change && isSame(other) && partOf(other)?.goes !== part.goes,
  );
  if (isMadeAgain || others.some(isSame)) return null;
  // A naming convention may have given the name.
  if (onTable.some((other) => partOf(other)?.name === null && partOf(other)?.sort === part.sort)) return null;
  if (part.goes) {
    // A new table or column may bring it along: `unique=True`, `index=True`, `ForeignKey`.
    const brought = onTable.some(({ kind }) => kind === 'create-table' || kind === 'add-column');
    return brought ? null : part.words;
  }
  // An index of a materialized view goes with it.
  if (others.some((one) => one.kind === 'other' && /^DROP (?:MATERIALIZED|VIEW)/.test(one.statement)))
    return null;
  const goesAlong = part.columns === null || part.columns.some((column) => isDropped(column, onTable));
  return goesAlong || !isLost(onTable, 'drop-table') ? null : part.words;
}

/** A naming convention puts the kind and the table before a name: `positive_amount`, `ck_invoice_positive_amount`. */
function isOneName(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [short, long] = [key(a), key(b)].sort((one, other) => one.length - other.length);
  return short === long || long?.endsWith(`_${short ?? ''}`) === true;
}

interface Part {
  readonly sort: 'index' | 'constraint';
  /** null where the server or a convention makes it up. */
  readonly name: string | null;
  readonly words: string;
  readonly goes: boolean;
  readonly columns: readonly string[] | null;
  /** A table has one primary key, whatever it is called. */
  readonly isKey: boolean;
}

function partOf(change: Change): Part | null {
  switch (change.kind) {
    case 'create-index':
      return part('index', change.name, { columns: change.columns });
    case 'drop-index':
      return part('index', change.name, { goes: true });
    case 'add-constraint': {
      const { kind, name, columns } = change.constraint;
      return part('constraint', name, { columns, isKey: kind === 'primary-key' });
    }
    case 'drop-constraint':
      return part('constraint', change.name, { goes: true, isKey: change.constraint === 'primary-key' });
    default:
      return null;
  }
}

const part = (sort: Part['sort'], name: string | null, rest: Partial<Part>): Part => ({
  ...{ sort, name, words: `${sort} ${named(name)}`, goes: false, columns: null, isKey: false },
  ...rest,
});
