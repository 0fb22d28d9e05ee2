/** Removes what runs made on a server: one run's, by the watchdog; older ones', at the start of the next. */
import { connect, type Client, type Login } from './client.ts';
import type { Dialect } from './dialect.ts';
import { DIALECTS } from './dialects.ts';
import { isLeftover } from './names.ts';

/** For connecting to a server that answered before; milliseconds. */
const CONNECT_MS = 5000;

/** Drops the run's schemas and its user. */
export async function removeRun(login: Login, run: string): Promise<void> {
  const client = await connect(login, CONNECT_MS);
  try {
    await removeOurs(client, DIALECTS[login.family], (name) => name === run || name.startsWith(`${run}_`));
  } finally {
    await client.close();
  }
}

/** Drops everything of ours so old that nobody can be using it. */
export async function sweepServer(client: Client, dialect: Dialect, now: Date): Promise<void> {
  await removeOurs(client, dialect, (name) => isLeftover(name, now));
}

async function removeOurs(client: Client, dialect: Dialect, which: (name: string) => boolean): Promise<void> {
  const { schemas, users } = await dialect.listOurs(client);
  for (const name of schemas.filter(which)) await dialect.dropSchema(client, name);
  for (const name of users.filter(which)) await dialect.dropUser(client, name);
}
