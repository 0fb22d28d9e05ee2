/** Schema x Schema -> what differs, attribute by attribute, each in words. */
import type { ObjectKind, Schema, SchemaDifference, SchemaObject } from './schema.ts';

/** Schemas of one environment by database; the environment's own database is ''. */
export type Databases = ReadonlyMap<string, Schema>;

/** Differences of all databases; one that exists on one side only counts as empty on the other. */
export function diffDatabases(before: Databases, after: Databases): readonly SchemaDifference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((database) =>
    diffSchemas(
      before.get(database) ?? emptied(after.get(database)),
      after.get(database) ?? emptied(before.get(database)),
    ).map((difference) =>
      database === ''
        ? difference
        : { ...difference, object: `${difference.object} of database \`${database}\`` },
    ),
  );
}

/** The same database before anything was in it. */
function emptied(schema: Schema | undefined): Schema | undefined {
  return schema && { ...schema, objects: schema.objects.filter(({ kind }) => kind === 'schema') };
}

/** What differs. Parts of a table that came or went as a whole are not listed beside it. */
export function diffSchemas(
  before: Schema | undefined,
  after: Schema | undefined,
): readonly SchemaDifference[] {
  const old = byKey(before);
  const now = byKey(after);
  const moved = movedColumns(old, now);
  const differences: SchemaDifference[] = [];
  for (const [key, object] of old) {
    const other = now.get(key);
    if (other) differences.push(...attributes(object, other, moved, defaultCollation(after)));
    else if (isListed(object, now)) differences.push(difference(object, 'exists', 'yes', 'no'));
  }
  for (const [key, object] of now) {
    if (!old.has(key) && isListed(object, old)) differences.push(difference(object, 'exists', 'no', 'yes'));
  }
  return differences;
}

const WORDS: Readonly<Record<ObjectKind, string>> = {
  schema: 'the database',
  table: 'table',
  column: 'column',
  index: 'index',
  'primary-key': 'the primary key of',
  unique: 'unique constraint',
  'foreign-key': 'foreign key',
  check: 'check constraint',
  partition: 'partition',
  view: 'view',
  trigger: 'trigger',
  enum: 'enum',
  sequence: 'sequence',
  routine: 'routine',
  event: 'event',
  extension: 'extension',
  domain: 'domain',
  type: 'type',
  namespace: 'schema',
  policy: 'policy',
  rule: 'rule',
};

/** "column `case`.`note`", "index `case`.`ix_note`", "the primary key of `case`". */
export function objectInWords({ kind, table, name }: Pick<SchemaObject, 'kind' | 'table' | 'name'>): string {
  if (kind === 'schema') return WORDS.schema;
  if (kind === 'primary-key') return `${WORDS[kind]} \`${table ?? name}\``;
  return `${WORDS[kind]} ${table === null ? '' : `\`${table}\`.`}\`${name}\``;
}

function attributes(
  old: SchemaObject,
  now: SchemaObject,
  moved: ReadonlySet<string>,
  serverDefault: string | null,
): readonly SchemaDifference[] {
  const names = new Set([...Object.keys(old.attributes), ...Object.keys(now.attributes)]);
  names.delete('position');
  const changed = [...names].flatMap((name) => {
    const before = old.attributes[name] ?? null;
    const after = now.attributes[name] ?? null;
    if (before === after) return [];
    // A table made again without naming its collation takes the database's: the reader is told where it came from.
    const inherited =
      old.kind === 'table' && name === 'collation' && after !== null && after === serverDefault;
    return [difference(old, name, before, inherited ? `${after} (the database's default)` : after)];
  });
  if (!moved.has(keyOf(old))) return changed;
  return [
    ...changed,
    difference(old, 'position', old.attributes['position'] ?? null, now.attributes['position'] ?? null),
  ];
}

function difference(
  object: SchemaObject,
  attribute: string,
  before: string | null,
  after: string | null,
): SchemaDifference {
  const { kind, table, name } = object;
  return { kind, table, name, object: objectInWords(object), attribute, before, after };
}

/** Columns to move so that those common to both sides stand in the same order: all but a longest run in order. */
function movedColumns(
  old: ReadonlyMap<string, SchemaObject>,
  now: ReadonlyMap<string, SchemaObject>,
): ReadonlySet<string> {
  const tables = new Map<string, { key: string; before: number; after: number }[]>();
  for (const [key, object] of old) {
    const other = now.get(key);
    if (object.kind !== 'column' || !other || object.table === null) continue;
    const columns = tables.get(object.table) ?? [];
    columns.push({
      key,
      before: Number(object.attributes['position']),
      after: Number(other.attributes['position']),
    });
    tables.set(object.table, columns);
  }
  return new Set(
    [...tables.values()].flatMap((columns) => {
      const ordered = columns.sort((a, b) => a.before - b.before);
      const staying = longestIncreasing(ordered.map(({ after }) => after));
      return ordered.filter((_, index) => !staying.has(index)).map(({ key }) => key);
    }),
  );
}

/** Indexes of a longest strictly increasing subsequence. */
function longestIncreasing(values: readonly number[]): ReadonlySet<number> {
  const best: { length: number; previous: number }[] = [];
  let last = -1;
  values.forEach((value, index) => {
    let own = { length: 1, previous: -1 };
    best.forEach(({ length }, earlier) => {
      if ((values[earlier] ?? 0) < value && length >= own.length)
        own = { length: length + 1, previous: earlier };
    });
    best.push(own);
    if (own.length > (best[last]?.length ?? 0)) last = index;
  });
  const kept = new Set<number>();
  for (let index = last; index >= 0; index = best[index]?.previous ?? -1) kept.add(index);
  return kept;
}

/** Whether an object that only one side has is said by itself: its table, if any, exists on the other side. */
function isListed(object: SchemaObject, others: ReadonlyMap<string, SchemaObject>): boolean {
  return object.table === null || others.has(keyOf({ kind: 'table', table: null, name: object.table }));
}

function defaultCollation(schema: Schema | undefined): string | null {
  return schema?.objects.find(({ kind }) => kind === 'schema')?.attributes['collation'] ?? null;
}

function byKey(schema: Schema | undefined): ReadonlyMap<string, SchemaObject> {
  return new Map((schema?.objects ?? []).map((object) => [keyOf(object), object]));
}

function keyOf({ kind, table, name }: Pick<SchemaObject, 'kind' | 'table' | 'name'>): string {
  return [kind, table ?? '', name].join('\0');
}
