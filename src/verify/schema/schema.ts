/**
 * A schema as exact, comparable data: objects by name, attributes by name, values as normalised text.
 * Normalisation per engine and version happens where rows become a Schema, so that equal means equal.
 */

export type ObjectKind =
  | 'schema'
  | 'table'
  | 'column'
  | 'index'
  | 'primary-key'
  | 'unique'
  | 'foreign-key'
  | 'check'
  | 'partition'
  | 'view'
  | 'trigger'
  | 'enum'
  | 'sequence'
  | 'routine'
  | 'event'
  | 'extension'
  | 'domain'
  | 'type'
  | 'namespace'
  | 'policy'
  | 'rule';

export interface SchemaObject {
  readonly kind: ObjectKind;
  /** Table that owns it (columns, indexes, keys, checks, partitions, triggers); null for the rest. */
  readonly table: string | null;
  readonly name: string;
  /** Attribute -> normalised value; an absent attribute is one the engine does not have; null is SQL's "none". */
  readonly attributes: Readonly<Record<string, string | null>>;
}

export interface Schema {
  readonly engine: 'mysql' | 'mariadb' | 'postgresql' | 'sqlite';
  readonly version: string;
  /** Sorted by kind, table, name: two equal schemas are deeply equal values. The version table is left out. */
  readonly objects: readonly SchemaObject[];
}

/** One attribute that differs; `attribute` is `exists` where a whole object came or went. */
export interface SchemaDifference {
  readonly kind: ObjectKind;
  readonly table: string | null;
  readonly name: string;
  /** In words: "column `case`.`note`". */
  readonly object: string;
  readonly attribute: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Puts objects into the one order in which schemas are compared; ties (none on a real server) keep theirs. */
export function inOrder(objects: readonly SchemaObject[]): readonly SchemaObject[] {
  const key = (object: SchemaObject) => [object.kind, object.table ?? '', object.name].join('\0');
  return objects
    .map((object) => ({ object, key: key(object) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ object }) => object);
}
