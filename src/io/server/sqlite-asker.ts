/** The conversation with the Python process that asks SQLite for us, and opens none but our files. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { eachLine } from '../python/lines.ts';
import type { Row } from '../server.ts';

/** One answer; pictures of tables with many rows are the longest. */
const LINE_LIMIT = 64 * 1024 * 1024;

const answer = z.object({
  id: z.number(),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))).optional(),
  error: z.string().optional(),
});

export type Question = { readonly file: string } & (
  | {
      readonly do: 'query';
      readonly session: number;
      readonly sql: string;
      readonly parameters?: readonly unknown[];
    }
  | { readonly do: 'clone'; readonly to: string }
  | { readonly do: 'close'; readonly session?: number }
);

/** What SQLite says against a statement; `code` is our own name for what others look for. */
export class SqliteError extends Error {
  override readonly name = 'SqliteError';
  readonly code: 'no-table' | 'busy' | null;

  constructor(message: string) {
    super(message);
    this.code = /^no such table/.test(message) ? 'no-table' : /\bis locked\b/.test(message) ? 'busy' : null;
  }
}

interface Waiting {
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (error: Error) => void;
}

export class Asker implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #gone: Promise<void>;
  #last = 0;
  #why: string | null = null;

  constructor(child: ChildProcess) {
    this.#child = child;
    const [stdin, stdout] = child.stdio as unknown as readonly [Writable, Readable];
    stdin.on('error', () => undefined); // its end says why
    eachLine(
      stdout,
      LINE_LIMIT,
      (line) => this.#hear(line),
      () => this.#end('its answer has no end'),
    );
    child.on('error', (error) => this.#end(error.message));
    child.on('exit', (code, signal) => this.#end(`exit code ${String(code ?? signal)}`));
    this.#gone = once(child, 'exit').then(
      () => undefined,
      () => undefined, // one that could not be started
    );
  }

  ask(question: Question | { readonly do: 'version' }): Promise<readonly Row[]> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      if (this.#why !== null) return reject(new Error(this.#why));
      this.#waiting.set(id, { resolve, reject });
      this.#child.stdin?.write(`${JSON.stringify({ id, ...question })}\n`);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#why !== null) return;
    this.#child.stdin?.end();
    await this.#gone;
  }

  #hear(line: string): void {
    const { id, rows, error } = answer.parse(JSON.parse(line));
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(rows ?? []);
    else waiting?.reject(new SqliteError(error));
  }

  #end(why: string): void {
    this.#why ??= `The Python that asks SQLite is gone: ${why}`;
    for (const { reject } of this.#waiting.values()) reject(new Error(this.#why));
    this.#waiting.clear();
  }
}
