/** Sides that meet in one head and touch the same things: which of them a database runs first may matter. */
import { columnNamed, key, named, type Change } from './change.ts';
import type { Finding } from './finding.ts';

/** One side of a join: what only its revisions do, in upgrade order. */
export interface SiblingSide {
  readonly head: string;
  readonly revisions: readonly {
    readonly id: string;
    readonly path: string;
    readonly changes: readonly Change[];
  }[];
}

/** What both sides of a pair touch; `at` is where the second one does it last. */
export interface Overlap {
  readonly heads: readonly [string, string];
  /** In words, each once. */
  readonly objects: readonly string[];
  readonly at: Touch;
}

interface Touch {
  readonly kind: 'table' | 'column' | 'index' | 'constraint';
  readonly table: string | null;
  readonly name: string | null;
  readonly words: string;
  readonly revision: string;
  readonly path: string;
  readonly line: number;
}

/** One for each pair of sides that are not independent; different columns of one table are. */
export function overlaps(sides: readonly SiblingSide[]): readonly Overlap[] {
  const touched = sides.map((side) => ({ head: side.head, touches: touchesOf(side) }));
  return touched.flatMap((one, index) =>
    touched.slice(index + 1).flatMap((other): Overlap[] => {
      const common = other.touches.filter((touch) => one.touches.some((theirs) => meets(theirs, touch)));
      const at = common.at(-1);
      if (at === undefined) return [];
      return [{ heads: [one.head, other.head], objects: [...new Set(common.map(({ words }) => words))], at }];
    }),
  );
}

/** A warning: only a database can tell whether the two orders differ. */
export function siblingFinding({ heads, objects, at }: Overlap, environment: string): Finding {
  const [first, second] = heads;
  return {
    rule: 'no-order-dependent-siblings',
    severity: 'warning',
    message: `The sides of ${first} and ${second} both touch ${objects.join(', ')}: a merge revision does not say which side runs first, and a database that has one already runs only the other.`,
    help: 'Let the database proof run both orders, or re-parent this side onto the other, so that every database runs them in one order.',
    path: at.path,
    line: at.line,
    endLine: at.line,
    revision: at.revision,
    environment,
    suppressed: null,
  };
}

const touchesOf = ({ revisions }: SiblingSide): readonly Touch[] =>
  revisions.flatMap(({ id, path, changes }) =>
    changes
      .filter(({ direction }) => direction === 'upgrade')
      .flatMap((change) =>
        objectsOf(change).map((object) => ({ ...object, revision: id, path, line: change.line })),
      ),
  );

type Touched = Pick<Touch, 'kind' | 'table' | 'name' | 'words'>;

function objectsOf(change: Change): readonly Touched[] {
  if (change.kind === 'create-table' && change.temporary) return [];
  switch (change.kind) {
    case 'create-table':
    case 'drop-table':
    case 'table-option':
      return [tableOf(change.table)];
    case 'rename-table':
      return [tableOf(change.table), tableOf(change.to)];
    case 'add-column':
      return [columnOf(change.table, change.column.name)];
    case 'rename-column':
      return [columnOf(change.table, change.column), columnOf(change.table, change.to)];
    case 'drop-column':
    case 'alter-column':
      return [columnOf(change.table, change.column)];
    case 'create-index':
    case 'drop-index':
      return [partOf('index', change.table, change.name)];
    case 'add-constraint':
      return [constraintOf(change.table, change.constraint.kind, change.constraint.name)];
    case 'drop-constraint':
      return [constraintOf(change.table, change.constraint, change.name)];
    default:
      return [];
  }
}

const tableOf = (table: string | null): Touched => ({
  kind: 'table',
  table,
  name: table,
  words: `table ${named(table)}`,
});

const columnOf = (table: string | null, name: string | null): Touched => ({
  kind: 'column',
  table,
  name,
  words: `column ${columnNamed(table, name)}`,
});

const partOf = (kind: 'index' | 'constraint', table: string | null, name: string | null): Touched => ({
  kind,
  table,
  name,
  words: `${kind} ${named(name)}`,
});

/** A table has one primary key, whatever it is called. */
const constraintOf = (table: string | null, kind: string | null, name: string | null): Touched =>
  kind === 'primary-key' && table !== null
    ? { kind: 'constraint', table, name: 'primary key', words: `the primary key of ${named(table)}` }
    : partOf('constraint', table, name);

/** Whoever makes, drops or renames a table touches all that is in it. What nobody can read meets nothing. */
function meets(one: Touched, other: Touched): boolean {
  const tables = one.table !== null && other.table !== null;
  const sameTable = tables && key(one.table) === key(other.table);
  if (one.kind === 'table' || other.kind === 'table') return sameTable;
  if (one.kind !== other.kind || one.name === null || other.name === null) return false;
  if (key(one.name) !== key(other.name)) return false;
  return sameTable || (!tables && one.kind !== 'column');
}
