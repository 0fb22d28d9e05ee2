/** What a deployer leaves in tables of the project, and whether taking it away lets the next one through. */
import type { DatabaseServer } from '../../io/server.ts';
import { qualified } from '../rows/generate.ts';
import { pictureOf, rowDatabases } from '../rows/run-rows.ts';
import type { World } from '../run-world.ts';

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

export interface Recovery {
  /** What to do by hand. */
  readonly words: string;
  /** Whether it was tried, and a deployer then ended well. */
  readonly works: boolean;
}

/** What to do by hand, said to be tried where `again` then ends well; never a value of a row. */
export async function leftBehind(
  server: DatabaseServer,
  world: World,
  before: Locks,
  again: () => Promise<boolean>,
): Promise<Recovery> {
  const now = await pictureOfLocks(server, world);
  const changed = [...now].filter(
    ([table, rows]) => rows.join('\0') !== (before.get(table) ?? []).join('\0'),
  );
  if (changed.length === 0)
    return {
      words: 'find out what the command waits for: the one before left no row behind, and no session',
      works: false,
    };
  const emptied = changed.filter(([table]) => (before.get(table) ?? []).length === 0).map(([table]) => table);
  const edited = changed.map(([table]) => table).filter((table) => !emptied.includes(table));
  const deletes = emptied.map((table) => `DELETE FROM ${qualified(table, server.engine)};`);
  const parts = [
    ...(deletes.length === 0 ? [] : [`run by hand: ${deletes.join(' ')}`]),
    ...edited.map((table) => `set the rows of \`${table}\` back to what they are when nobody deploys`),
  ];
  const [own] = world.databases();
  if (edited.length > 0 || own === undefined) return { words: parts.join(', and '), works: false };
  for (const sql of deletes) await own[1].query(sql);
  const works = await again();
  const tried = works ? '(tried: the next deployer then ends well)' : '(tried, and not enough)';
  return { words: `${parts.join(', and ')} ${tried}`, works };
}
