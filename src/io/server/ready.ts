/** Waits for a server by asking it `SELECT 1`, the only sign of readiness that is never too early. */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Client, type Login } from './client.ts';

const PAUSE_MS = 20;

/** The server answered, and further asking will not change its mind. */
export class Rejected extends Error {
  override readonly name = 'Rejected';
  /** Whether it is the user or password that it does not like. */
  readonly isLogin: boolean;

  constructor(message: string, isLogin: boolean) {
    super(message);
    this.isLogin = isLogin;
  }
}

/** Not ready in time, or it ended before it was. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

/**
 * Returns an administrator's connection. `ended` tells how the server's process ended, null while it runs.
 * Rejects with Rejected or NotReady, whose messages are the server's or the system's words.
 */
export async function untilReady(
  login: Login,
  limitMs: number,
  ended: () => number | string | null = () => null,
): Promise<Client> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    try {
      const client = await connect(login, Math.max(deadline - Date.now(), PAUSE_MS));
      await client.query('SELECT 1');
      return client;
    } catch (error) {
      const said = words(error);
      if (isAnswer(codeOf(error))) throw new Rejected(said, isLoginProblem(codeOf(error)));
      const end = ended();
      if (end !== null) throw new NotReady(`it ended with ${end}`);
      if (Date.now() >= deadline) throw new NotReady(`not ready within ${limitMs / 1000} s (${said})`);
    }
    await sleep(PAUSE_MS);
  }
}

/** The client libraries' error code: `ECONNREFUSED`, `ER_ACCESS_DENIED_ERROR`, an SQLSTATE of PostgreSQL. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Where several addresses of a host refused, the message is empty and the code says it. */
export function words(error: unknown): string {
  return (error instanceof Error && error.message) || codeOf(error) || String(error);
}

/** Starting up, shutting down and crowded pass by themselves. */
function isAnswer(code: string): boolean {
  if (code.startsWith('ER_')) return !['ER_CON_COUNT_ERROR', 'ER_SERVER_SHUTDOWN'].includes(code);
  return /^(28|3D)\w{3}$/.test(code);
}

const isLoginProblem = (code: string): boolean => code === 'ER_ACCESS_DENIED_ERROR' || code.startsWith('28');
