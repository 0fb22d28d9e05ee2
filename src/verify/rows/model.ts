/** What making rows needs to know of a database: its tables with their columns, keys and the texts of their checks. */
import { mentions } from '../anchor.ts';
import type { Schema, SchemaObject } from '../schema/schema.ts';

/** One part of a key, as the catalogue has it; the parts of one key follow each other in order. */
export interface KeyPart {
  readonly kind: 'primary' | 'unique' | 'foreign';
  readonly owner: string;
  readonly name: string;
  /** null where the key is over an expression. */
  readonly part: string | null;
  readonly target: string | null;
  readonly target_part: string | null;
}

/** What of the catalogue is beside the schema's picture. */
export interface RowCatalogue {
  readonly keys: readonly KeyPart[];
  /** PostgreSQL's domains with the types that they stand on. */
  readonly domains: ReadonlyMap<string, string>;
  /** PostgreSQL's, by database; MySQL's columns say theirs. */
  readonly charset: string;
}

export interface RowColumn {
  readonly name: string;
  /** As the server writes it, in lower case but for the values of an enum. */
  readonly type: string;
  readonly charset: string;
  /** What an enum or set allows; null for other types. */
  readonly values: readonly string[] | null;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  /** The server counts it up. */
  readonly automatic: boolean;
  readonly unique: boolean;
  /** The server writes the time into it whenever its row is written. */
  readonly clock: boolean;
  /** Texts of the checks that name it. */
  readonly checks: readonly string[];
}

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly target: string;
  readonly targets: readonly string[];
}

export interface RowTable {
  readonly name: string;
  /** Without generated ones, which nobody writes. */
  readonly columns: readonly RowColumn[];
  readonly primary: readonly string[];
  /** Widest first: what they share with narrower ones is settled by them. */
  readonly foreignKeys: readonly ForeignKey[];
}

/** Tables that rows can be put into by themselves: no views, foreign tables or partitions of others. */
export function tablesOf(schema: Schema, catalogue: RowCatalogue): readonly RowTable[] {
  const enums = new Map(
    schema.objects.flatMap(({ kind, name, attributes }) =>
      kind === 'enum' ? [[name, literals(attributes['values'] ?? '')] as const] : [],
    ),
  );
  return schema.objects
    .filter((object) => object.kind === 'table' && isWritable(object))
    .map(({ name }) => {
      const keys = catalogue.keys.filter(({ owner }) => owner === name);
      const own = schema.objects.filter(({ table }) => table === name);
      const checks = own.flatMap(({ kind, attributes }) =>
        kind === 'check' ? [attributes['clause'] ?? attributes['definition'] ?? ''] : [],
      );
      return {
        name,
        columns: own
          .filter(
            ({ kind, attributes }) => kind === 'column' && (attributes['generated as'] ?? null) === null,
          )
          .map((column) => columnOf(column, { keys, checks, enums, catalogue })),
        primary: keys.flatMap(({ kind, part }) => (kind === 'primary' && part !== null ? [part] : [])),
        foreignKeys: foreignKeys(keys).sort((a, b) => b.columns.length - a.columns.length),
      };
    });
}

/** Parents first; of a circle the one with the fewest keys that allow no NULL goes first. */
export function fillOrder(tables: readonly RowTable[]): readonly RowTable[] {
  const waiting = new Set(tables);
  const missing = (table: RowTable, hard: boolean) =>
    table.foreignKeys.filter(
      ({ target, columns }) =>
        target !== table.name &&
        [...waiting].some(({ name }) => name === target) &&
        !(hard && columns.some((name) => table.columns.find((one) => one.name === name)?.nullable)),
    ).length;
  const ordered: RowTable[] = [];
  while (waiting.size > 0) {
    const ranked = [...waiting].map((table) => ({
      table,
      rank: [missing(table, true), missing(table, false)] as const,
    }));
    const first = ranked.reduce((best, one) =>
      one.rank[0] - best.rank[0] || one.rank[1] - best.rank[1]
        ? isLess(one.rank, best.rank)
          ? one
          : best
        : best,
    );
    waiting.delete(first.table);
    ordered.push(first.table);
  }
  return ordered;
}

function isLess(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

function isWritable({ attributes }: SchemaObject): boolean {
  const type = attributes['type'] ?? null;
  return (type === null || type === 'partitioned') && (attributes['partition of'] ?? null) === null;
}

interface Surroundings {
  readonly keys: readonly KeyPart[];
  readonly checks: readonly string[];
  readonly enums: ReadonlyMap<string, readonly string[]>;
  readonly catalogue: RowCatalogue;
}

function columnOf(
  { name, attributes }: SchemaObject,
  { keys, checks, enums, catalogue }: Surroundings,
): RowColumn {
  const written = attributes['type'] ?? '';
  const type = catalogue.domains.get(written) ?? written;
  const own = checks.filter((text) => mentions(text, name));
  const isJson = own.some((text) => /json_valid/i.test(text)); // MariaDB's JSON is a text with a check
  const standard = attributes['default'] ?? null;
  return {
    name,
    type: isJson ? 'json' : type,
    charset: attributes['charset'] ?? catalogue.charset,
    values: /^(enum|set)\(/.test(type) ? literals(type) : (enums.get(type.replaceAll('"', '')) ?? null),
    nullable: attributes['nullable'] === 'yes',
    hasDefault: standard !== null,
    automatic:
      attributes['auto-increment'] === 'yes' ||
      (attributes['identity'] ?? null) !== null ||
      /^nextval\(/.test(standard ?? ''),
    unique: keys.some((key) => key.kind !== 'foreign' && key.part === name),
    clock: (attributes['on update'] ?? null) !== null,
    checks: own,
  };
}

function foreignKeys(keys: readonly KeyPart[]): ForeignKey[] {
  const names = new Set(keys.flatMap(({ kind, name }) => (kind === 'foreign' ? [name] : [])));
  return [...names].map((name) => {
    const parts = keys.filter((key) => key.kind === 'foreign' && key.name === name);
    return {
      columns: parts.map(({ part }) => part ?? ''),
      target: parts[0]?.target ?? '',
      targets: parts.map(({ target_part }) => target_part ?? ''),
    };
  });
}

/** What stands between single quotes, as the value that it means. */
export function literals(text: string): readonly string[] {
  return [...text.matchAll(/'((?:[^'\\]|''|\\[^'])*)\\?'/g)].map(([, value = '']) =>
    value.replaceAll("''", "'"),
  );
}
