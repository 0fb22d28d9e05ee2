import { describe, expect, test } from '@jest/globals';
import { startEarly } from '../../src/flows/early-server.ts';
import type { Config } from '../../src/config/config.ts';
import type { DatabaseServer } from '../../src/io/server.ts';

const config = (engine: Config['engine']) => ({ engine });

/** A server that comes when it is told to, and says what happened to it. */
function slowServer() {
  const events: string[] = [];
  let come: (server: DatabaseServer) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const server = {
    [Symbol.asyncDispose]: () => {
      events.push('closed');
      return Promise.resolve();
    },
  } as unknown as DatabaseServer;
  return {
    events,
    come: () => come(server),
    fail: () => fail(new Error('no server')),
    open: () => {
      events.push('asked for');
      return new Promise<DatabaseServer>((resolve, reject) => ([come, fail] = [resolve, reject]));
    },
  };
}

describe('A server that starts early', () => {
  test('is asked for at once, and its taker closes it', async () => {
    const slow = slowServer();
    const early = startEarly(config('mysql'), slow.open);
    expect(slow.events).toEqual(['asked for']);
    const taking = early?.take();
    slow.come();
    await taking;
    await early?.[Symbol.asyncDispose]();
    expect(slow.events).toEqual(['asked for']);
  });

  test('is closed where nobody takes it, also if it comes late', async () => {
    const slow = slowServer();
    const closing = startEarly(config('mysql'), slow.open)?.[Symbol.asyncDispose]();
    slow.come();
    await closing;
    expect(slow.events).toEqual(['asked for', 'closed']);
  });

  test('tells its taker why it does not come, and nobody else', async () => {
    const slow = slowServer();
    const early = startEarly(config('mysql'), slow.open);
    slow.fail();
    await early?.[Symbol.asyncDispose]();
    await expect(early?.take()).rejects.toThrow('no server');
  });

  test.each([[null], ['sqlite']] as const)('does not exist for the engine %s', (engine) => {
    const slow = slowServer();
    expect(startEarly(config(engine), slow.open)).toBeNull();
    expect(slow.events).toEqual([]);
  });
});
