/**
 * A gate that only opens a server and works on it until it is killed: what the watchdog's tests kill. Its one argument is
 * JSON: engine, config, watchdog. It says `open` when the server is, and `closed` where it disposed of it at a signal.
 */
import { openServer } from '../../src/io/server/open.ts';
import type { ServerConfig } from '../../src/io/server/standing.ts';
import type { Scratch, ServerEngine } from '../../src/io/server.ts';
import { openWatch } from '../../src/io/watch/open.ts';

interface Order {
  readonly engine: ServerEngine;
  readonly config: ServerConfig;
  readonly watchdog: string;
}

const { engine, config, watchdog } = JSON.parse(process.argv[2] ?? '') as Order;
const watch = openWatch(watchdog, process.env);
const server = await openServer({ engine, config, watch, environment: process.env });
process.stdout.write(`open ${server.product} ${server.version}\n`);
process.once('SIGUSR2', () => {
  void server[Symbol.asyncDispose]().then(() => process.stdout.write('closed\n'));
});
// Each that is kept holds a connection, of which a server has about a hundred.
const MOST = 50;
const kept: Scratch[] = [];
for (;;) {
  const scratch = await server.createScratch('work');
  await scratch.query('CREATE TABLE t (a INTEGER)');
  kept.push(scratch);
  const goes = Math.random() < 0.5 || kept.length > MOST ? kept.shift() : undefined;
  if (goes) await server.dropScratch(goes);
}
