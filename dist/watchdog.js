import { n as undo } from "./undo-part.js";
import { createInterface } from "node:readline";

// src/entry/watchdog.ts
/**
* The watchdog's program: hears through its standard input what the gate has made, undoes single things when told to,
* and everything when the input ends, which is when the gate has died, however that came.
*/
const belongings = /* @__PURE__ */ new Map();
const underway = /* @__PURE__ */ new Set();
async function undoOne(id, belonging) {
	belongings.delete(id);
	const answer = {
		id,
		problem: await undo(belonging).then(() => null, (error) => error instanceof Error ? error.message : String(error))
	};
	process.stdout.write(`${JSON.stringify(answer)}\n`);
}
for (const signal of [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
]) process.on(signal, () => void 0);
process.stdout.on("error", () => void 0);
/** Null for half a line, which the gate's death in the middle of writing leaves. */
function read(line) {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}
for await (const line of createInterface({ input: process.stdin })) {
	const order = read(line);
	if (order?.kind === "protect") belongings.set(order.id, order.belonging);
	const belonging = order?.kind === "undo" ? belongings.get(order.id) : void 0;
	if (order && belonging) underway.add(undoOne(order.id, belonging));
}
await Promise.all([...underway, ...[...belongings].map(([id, belonging]) => undoOne(id, belonging))]);

export {  };