/** `COPY … FROM stdin`: what the client library has no call for, by its own query class. */
import pg from 'pg';
import type { Client, Connection } from 'pg';

/** The two messages that a connection of the library sends and its published types leave out. */
interface CopyConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

export function copyIn(client: Client, sql: string, rows: string): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(sql, rows, (error) => (error ? reject(error) : resolve())));
  });
}

class CopyIn extends pg.Query {
  readonly #rows: string;

  constructor(sql: string, rows: string, done: (error: Error | undefined) => void) {
    super(sql, done);
    this.#rows = rows;
  }

  handleCopyInResponse(connection: Connection): void {
    const wire = connection as unknown as CopyConnection;
    wire.sendCopyFromChunk(Buffer.from(this.#rows));
    wire.endCopyFrom();
  }
}
