/**
 * The watchdog's program: hears through its standard input what the gate has made, undoes single things when told to,
 * and everything when the input ends, which is when the gate has died, however that came.
 */
import { createInterface } from 'node:readline';
import type { Belonging, WatchAnswer, WatchOrder } from '../io/watch.ts';
import { undo } from '../io/watch/undo.ts';

const belongings = new Map<number, Belonging>();
const underway = new Set<Promise<void>>();

async function undoOne(id: number, belonging: Belonging): Promise<void> {
  belongings.delete(id);
  const problem = await undo(belonging).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const answer: WatchAnswer = { id, problem };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

// Whoever interrupts the gate often signals everything around it, and this process has to be the last.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
// Nobody listens any more once the gate is dead.
process.stdout.on('error', () => undefined);

/** Null for half a line, which the gate's death in the middle of writing leaves. */
function read(line: string): WatchOrder | null {
  try {
    return JSON.parse(line) as WatchOrder; // written by the gate, whose built files these are
  } catch {
    return null;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const order = read(line);
  if (order?.kind === 'protect') belongings.set(order.id, order.belonging);
  const belonging = order?.kind === 'undo' ? belongings.get(order.id) : undefined;
  if (order && belonging) underway.add(undoOne(order.id, belonging));
}
await Promise.all([...underway, ...[...belongings].map(([id, belonging]) => undoOne(id, belonging))]);
