/** `op.alter_column` -> what it does. */
import type { Engine } from '../config/config.ts';
import { boolOf, isNone, stringOf, type Call } from './arguments.ts';
import type { Altered, Effect } from './change.ts';
import { typeOf } from './types.ts';

const CHANGING = ['type_', 'nullable', 'autoincrement', 'new_column_name', 'name'];

/** Alembic writes nothing where only `existing_…` is given, and `COMMENT ON` where PostgreSQL is told a comment alone. */
export function alterColumn(
  call: Call,
  table: string | null,
  column: string | null,
  engine: Engine | null,
): readonly Effect[] {
  const { keywords } = call;
  const changes =
    '**' in keywords ||
    keywords['server_default'] !== undefined ||
    CHANGING.some((name) => keywords[name] !== undefined && !isNone(keywords[name]));
  if (!changes && (keywords['comment'] === undefined || engine === 'postgresql'))
    return keywords['comment'] === undefined ? [] : [{ kind: 'other', statement: 'COMMENT', guarded: true }];
  const renamed = keywords['new_column_name'] ?? keywords['name'];
  const to = altered(keywords['type_'], keywords['nullable'], keywords['server_default']);
  const from = altered(
    keywords['existing_type'],
    keywords['existing_nullable'],
    keywords['existing_server_default'],
  );
  const effects: Effect[] = [];
  const placed = keywords['insert_after'] !== undefined || keywords['insert_before'] !== undefined;
  const alone = renamed !== undefined && Object.keys(to).length === 0;
  if (!alone) effects.push({ kind: 'alter-column', table, column, to, from, restated: false, placed });
  if (renamed !== undefined && !isNone(renamed))
    effects.push({ kind: 'rename-column', table, column, to: stringOf(renamed) });
  return effects;
}

type Given = Call['keywords'][string] | undefined;

function altered(type: Given, nullable: Given, serverDefault: Given): Altered {
  const known = boolOf(nullable);
  const dropped = isNone(serverDefault) || boolOf(serverDefault) === false;
  return {
    ...(type === undefined || isNone(type) ? {} : { type: typeOf(type) }),
    ...(known === null ? {} : { nullable: known }),
    ...(serverDefault === undefined ? {} : { serverDefault: dropped ? 'dropped' : 'set' }),
  };
}
