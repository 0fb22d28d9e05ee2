/**
 * What a migration does, in one vocabulary for `op.*`, raw SQL and statements seen on the server, so that a rule is
 * written once. Names are as written, `schema.table` where a schema is given; null is a name that nobody can read.
 */
import type { Direction, Operation } from '../revision/operation.ts';
import type { Span } from '../revision/revision.ts';

/** A column type as far as it matters to anybody: SQL's name in lower case, and what stands in its parentheses. */
export interface ColumnType {
  readonly name: string;
  readonly numbers: readonly number[];
  /** Members of an enum or set; null where they are not written out. */
  readonly members: readonly string[] | null;
  readonly unsigned: boolean;
  /** Of a text where it is written beside the type, in lower case; null where the table's applies, and on PostgreSQL. */
  readonly charset: string | null;
}

export interface Column {
  readonly name: string | null;
  /** null where it is computed, or a type that the gate does not know. */
  readonly type: ColumnType | null;
  /** null where nothing is said, which means nullable to the server. */
  readonly nullable: boolean | null;
  readonly serverDefault: boolean;
  /** The default where it is a plain string, number or call without arguments: `now()`. */
  readonly defaultText: string | null;
  readonly comment: boolean;
  /** `index=True`. */
  readonly index: boolean;
  readonly primaryKey: boolean;
  readonly unique: boolean;
  readonly autoIncrement: boolean;
  readonly generated: 'stored' | 'virtual' | null;
  /** `GENERATED … AS IDENTITY`. */
  readonly identity: boolean;
  /** `REFERENCES` beside the column; what SQLAlchemy makes a constraint of its own is `inline: false`. */
  readonly references: {
    readonly table: string | null;
    readonly column: string | null;
    readonly inline: boolean;
  } | null;
  readonly onDelete: string | null;
  /** Whether the foreign key beside it has a name of its own. */
  readonly referenceNamed: boolean;
}

export type ConstraintKind = 'primary-key' | 'unique' | 'foreign-key' | 'check' | 'exclude';

export interface Constraint {
  readonly kind: ConstraintKind;
  readonly name: string | null;
  /** null where they cannot be read. */
  readonly columns: readonly string[] | null;
  readonly references: string | null;
  /** Columns of the table it references; null where they are not written out. */
  readonly referred: readonly string[] | null;
  readonly onDelete: string | null;
  /** PostgreSQL: `NOT VALID`. */
  readonly notValid: boolean;
  /** PostgreSQL: `USING INDEX`. */
  readonly usingIndex: boolean;
}

/** An index that is written inside `CREATE TABLE`. */
export interface TableIndex {
  readonly name: string | null;
  readonly columns: readonly string[] | null;
}

/** What one `ALTER` says of a column; absent is not touched. */
export interface Altered {
  readonly type?: ColumnType | null;
  readonly nullable?: boolean;
  readonly serverDefault?: 'set' | 'dropped';
}

/** `guarded`: written with IF [NOT] EXISTS. */
export type Effect =
  | {
      readonly kind: 'create-table';
      readonly table: string | null;
      readonly columns: readonly Column[];
      readonly constraints: readonly Constraint[];
      /** Whether all columns and constraints are written here; not of `LIKE`, `AS SELECT`, `*columns`. */
      readonly complete: boolean;
      /** The storage engine where one is given. */
      readonly engine: string | null;
      /** The default character set where one is given. */
      readonly charset: string | null;
      readonly comment: boolean;
      readonly indexes: readonly TableIndex[];
      readonly guarded: boolean;
      readonly temporary: boolean;
      /** `PARTITION OF` another table, with which it goes. */
      readonly partition: boolean;
    }
  | { readonly kind: 'drop-table'; readonly table: string | null; readonly guarded: boolean }
  | { readonly kind: 'rename-table'; readonly table: string | null; readonly to: string | null }
  | {
      readonly kind: 'add-column';
      readonly table: string | null;
      readonly column: Column;
      /** FIRST or AFTER. */
      readonly placed: boolean;
      readonly guarded: boolean;
    }
  | {
      readonly kind: 'drop-column';
      readonly table: string | null;
      readonly column: string | null;
      readonly guarded: boolean;
    }
  | {
      readonly kind: 'rename-column';
      readonly table: string | null;
      readonly column: string | null;
      readonly to: string | null;
    }
  | {
      readonly kind: 'alter-column';
      readonly table: string | null;
      readonly column: string | null;
      readonly to: Altered;
      /** What it was, as the author says; absent is unknown. */
      readonly from: Altered;
      /** MODIFY and CHANGE say the whole column again, so what they say need not be new. */
      readonly restated: boolean;
      readonly placed: boolean;
    }
  | {
      readonly kind: 'create-index';
      readonly table: string | null;
      readonly name: string | null;
      readonly columns: readonly string[] | null;
      readonly unique: boolean;
      /** Over prefixes of columns, or of another kind than a B-tree: no stand-in for an ordinary one. */
      readonly special: boolean;
      /** null for ordinary ones. */
      readonly sort: 'fulltext' | 'spatial' | null;
      /** null where it is computed. */
      readonly concurrently: boolean | null;
      readonly guarded: boolean;
    }
  | {
      readonly kind: 'drop-index';
      readonly table: string | null;
      readonly name: string | null;
      readonly concurrently: boolean;
      readonly guarded: boolean;
    }
  | { readonly kind: 'add-constraint'; readonly table: string | null; readonly constraint: Constraint }
  | {
      readonly kind: 'drop-constraint';
      readonly table: string | null;
      readonly name: string | null;
      readonly constraint: ConstraintKind | null;
    }
  | {
      readonly kind: 'table-option';
      readonly table: string | null;
      /** `rewrite`: any other that makes the server write the table anew. */
      readonly option: 'engine' | 'convert-charset' | 'partition' | 'rewrite';
      /** The option as it is written. */
      readonly text: string;
      /** What `CONVERT TO` names, in lower case; null where it cannot be read, and of any other option. */
      readonly charset: string | null;
    }
  | { readonly kind: 'add-enum-value'; readonly type: string | null; readonly value: string | null }
  | { readonly kind: 'truncate'; readonly table: string | null }
  | { readonly kind: 'drop-schema'; readonly name: string | null }
  | {
      readonly kind: 'write';
      readonly verb: 'insert' | 'update' | 'delete';
      readonly table: string | null;
      /** Whether a condition, a join or a limit chooses the rows; of an insert, whether it names its rows. */
      readonly filtered: boolean;
      /** Whether all that it sets is `a = COALESCE(a, …)`, which leaves rows alone that hold a value. */
      readonly fillsNulls: boolean;
      /** Columns that an update sets; null where they cannot be read. */
      readonly sets: readonly string[] | null;
      /** Tables out of which an insert selects its rows; empty where it does not, or they cannot be read. */
      readonly selects: readonly string[];
    }
  /** Changes something of which no rule speaks: a view, a comment, a grant. */
  | { readonly kind: 'other'; readonly statement: string; readonly guarded: boolean }
  | { readonly kind: 'unread'; readonly text: string; readonly why: string };

export type EffectKind = Effect['kind'];

/** Where an effect stands in the file. */
export interface Place {
  readonly direction: Direction;
  readonly database: string | null;
  /** 1-based, both inclusive. */
  readonly line: number;
  readonly endLine: number;
  readonly under: readonly string[];
  readonly autocommit: boolean;
  /** What the source says there; null of a statement that was seen on the server only. */
  readonly operation: Operation | null;
  readonly span: Span | null;
}

export type Change = Effect & Place;
export type ChangeOf<Kind extends EffectKind> = Extract<Effect, { readonly kind: Kind }> & Place;

/** Names compare without case, and a table without its schema is the one of the default schema. */
export const key = (name: string): string => name.toLowerCase();

/** Whether two names are one; what cannot be read is not known to be. */
export const sameName = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && key(a) === key(b);

/** Whether a change is on this table. */
export const isOn = (table: string | null, change: Change): boolean =>
  'table' in change && sameName(table, change.table);

/** Stands in a sentence for a name that nobody can read. */
const UNREAD_NAME = '(computed)';

/** A name in a sentence. */
export const named = (name: string | null): string => `\`${name ?? UNREAD_NAME}\``;

/** `user.name` in a sentence. */
export const columnNamed = (table: string | null, column: string | null): string =>
  table === null ? named(column) : `\`${table}.${column ?? UNREAD_NAME}\``;
