import { n as undo } from "./undo-part.js";
import { createInterface } from "node:readline";
import { spawn } from "node:child_process";

// src/io/watch/open.ts
/** Our end of the watchdog: started with the first belonging, told what we have, asked to undo it. */
/** What the watchdog's own children (the Docker client) need; the rest of our environment is not its business. */
const PASSED_ON = /^(PATH|HOME|USER|TMPDIR|XDG_RUNTIME_DIR|DOCKER_\w+)$/;
/**
* A shell in between, so that the watchdog is no child of ours: whoever kills our process tree, as GitHub's runner does,
* does not find it there. Orders go through descriptor 3, because Node closes a child's standard input when the child,
* here the shell, ends.
*/
const ORPHAN = "\"$@\" <&3 3<&- &";
/**
* `script` is the built watchdog (`dist/watchdog.js`), run by the Node that runs us.
*/
function openWatch(script, environment) {
	let dog = null;
	let last = 0;
	return { protect(belonging) {
		const running = dog ??= new Dog(script, environment);
		const id = ++last;
		running.tell({
			kind: "protect",
			id,
			belonging
		});
		let undone = null;
		return { [Symbol.asyncDispose]: () => undone ??= running.undo(id, belonging) };
	} };
}
var Dog = class {
	#child;
	#pipes;
	/** What is to be undone, with what to do should the watchdog itself have been killed. */
	#waiting = /* @__PURE__ */ new Map();
	#gone = false;
	constructor(script, environment) {
		const env = Object.fromEntries(Object.entries(environment).filter(([name]) => PASSED_ON.test(name)));
		this.#child = spawn("/bin/sh", [
			"-c",
			ORPHAN,
			"sh",
			process.execPath,
			script
		], {
			detached: true,
			env,
			stdio: [
				"ignore",
				"pipe",
				"inherit",
				"pipe"
			]
		});
		this.#pipes = [this.#child.stdio[3], this.#child.stdout];
		this.#child.on("error", () => this.#lost());
		this.#pipes[0].on("error", () => this.#lost());
		createInterface({ input: this.#pipes[1] }).on("line", (line) => this.#hear(line)).on("close", () => this.#lost());
		this.#child.unref();
		this.#stay(false);
	}
	tell(order) {
		this.#pipes[0].write(`${JSON.stringify(order)}\n`);
	}
	async undo(id, belonging) {
		if (this.#gone) return undo(belonging);
		const problem = await new Promise((answer, reject) => {
			const instead = () => void undo(belonging).then(() => answer(null), reject);
			this.#waiting.set(id, {
				answer,
				instead
			});
			this.#stay(true);
			this.tell({
				kind: "undo",
				id
			});
		});
		if (problem !== null) throw new Error(problem);
	}
	#hear(line) {
		const { id, problem } = JSON.parse(line);
		this.#waiting.get(id)?.answer(problem);
		this.#waiting.delete(id);
		if (this.#waiting.size === 0) this.#stay(false);
	}
	#lost() {
		this.#gone = true;
		for (const { instead } of this.#waiting.values()) instead();
		this.#waiting.clear();
	}
	/** The pipes must neither keep our process alive for ever nor let it end while an answer is due. */
	#stay(due) {
		for (const pipe of this.#pipes) if (due) pipe.ref();
		else pipe.unref();
	}
};

export { openWatch };