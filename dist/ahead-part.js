import { i as spawnDriver, r as load, t as besideBundle } from "./start-part.js";

// src/io/python/ahead.ts
/** At most one waits for each tree. Until it is given the project to load it has imported nothing of it. */
function driversAhead(watch, directory = besideBundle()) {
	const waiting = /* @__PURE__ */ new Map();
	const spawn = (place) => spawnDriver(directory, watch, place);
	return {
		ahead(place) {
			const key = keyOf(place);
			if (waiting.has(key)) return;
			const spawning = spawn(place);
			spawning.catch(() => void 0);
			waiting.set(key, spawning);
		},
		async start(request) {
			const key = keyOf(request);
			const spare = await waiting.get(key);
			waiting.delete(key);
			const usable = spare !== void 0 && (spare.kind === "refused" || spare.child.isAlive);
			return load(usable ? spare : await spawn(request), request);
		},
		async [Symbol.asyncDispose]() {
			const left = await Promise.allSettled(waiting.values());
			waiting.clear();
			const spawned = left.flatMap((one) => one.status === "fulfilled" && one.value.kind === "spawned" ? one.value : []);
			await Promise.all(spawned.map((one) => one.stop()));
		}
	};
}
const keyOf = ({ environment, tree, checkout }) => JSON.stringify([
	environment,
	tree,
	checkout
]);

export { driversAhead };