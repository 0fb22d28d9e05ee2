/** What a killed deployer leaves in tables of the project, and whether taking it away lets the next one through. */
import type { DatabaseServer } from '../io/server.ts';
import { qualified } from './rows-generate.ts';
import { pictureOf, rowDatabases } from './run-rows.ts';
import type { World } from './run-world.ts';

/** By table: its rows as hashes, in an order of their own. */
export type Locks = ReadonlyMap<string, readonly string[]>;

/** All rows of the project's own database, as hashes. */
export async function pictureOfLocks(server: DatabaseServer, world: World): Promise<Locks> {
  const schema = (await world.snapshot()).get('');
  const database = (await rowDatabases(server, world)).find(({ label }) => label === '');
  if (database === undefined) return new Map();
  const picture = await pictureOf(database, schema);
  return new Map(
    [...picture].map(([table, { rows }]) => [table, rows.map((row) => JSON.stringify(row)).sort()]),
  );
}

/** What to do by hand, said to be tried where `again` then ends well; never a value of a row. */
export async function leftBehind(
  server: DatabaseServer,
  world: World,
  before: Locks,
  again: () => Promise<boolean>,
): Promise<string> {
  const now = await pictureOfLocks(server, world);
  const changed = [...now].filter(
    ([table, rows]) => rows.join('\0') !== (before.get(table) ?? []).join('\0'),
  );
  if (changed.length === 0)
    return 'find out what the command waits for: the killed one left no row behind, and no session.';
  const emptied = changed.filter(([table]) => (before.get(table) ?? []).length === 0).map(([table]) => table);
  const edited = changed.map(([table]) => table).filter((table) => !emptied.includes(table));
  const deletes = emptied.map((table) => `DELETE FROM ${qualified(table, server.engine)};`);
  const parts = [
    ...(deletes.length === 0 ? [] : [`run by hand: ${deletes.join(' ')}`]),
    ...edited.map((table) => `set the rows of \`${table}\` back to what they are when nobody deploys`),
  ];
  const [own] = world.databases();
  if (edited.length > 0 || own === undefined) return parts.join(', and ');
  for (const sql of deletes) await own[1].query(sql);
  const isCured = await again();
  return `${parts.join(', and ')} ${isCured ? '(tried: the next deployer then ends well)' : '(tried, and not enough)'}`;
}
