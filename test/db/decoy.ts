/** A place that looks like production's server to whoever connects there, and counts who does: nobody may. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Decoy extends AsyncDisposable {
  readonly port: number;
  /** A directory with a socket for either engine in it, called as PostgreSQL calls its own. */
  readonly directory: string;
  readonly socket: string;
  visits(): number;
}

export async function openDecoy(): Promise<Decoy> {
  const directory = await mkdtemp(join(tmpdir(), 'agt-decoy-'));
  let visits = 0;
  const listen = async (where: number | string): Promise<Server> => {
    const server = createServer((visitor) => {
      visits += 1;
      visitor.destroy();
    });
    if (typeof where === 'string') server.listen(where);
    else server.listen(where, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  const tcp = await listen(0);
  const { port } = tcp.address() as AddressInfo;
  const socket = join(directory, `.s.PGSQL.${port}`);
  const unix = await listen(socket);
  return {
    port,
    directory,
    socket,
    visits: () => visits,
    async [Symbol.asyncDispose]() {
      tcp.close();
      unix.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
