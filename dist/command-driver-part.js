import { t as GATE_TARGET } from "./gate-target-part.js";
import { n as failure, r as foreignDialect, t as StepRecorder } from "./recorder-part.js";

// src/io/python/command-driver.ts
/** Starts nothing yet: what a project needs to start is told by its first move. */
function commandDriver(command, run) {
	return (request) => {
		const driver = {
			interpreter: `\`${command}\``,
			versions: null,
			migrate: (steps, limits, pause) => new Move({
				command,
				run,
				request,
				pause
			}).make(steps, limits),
			compare: () => Promise.resolve({
				kind: "failed",
				failure: failure("command", "autogenerate is not asked through it")
			}),
			[Symbol.asyncDispose]: () => Promise.resolve()
		};
		return Promise.resolve({
			kind: "started",
			driver
		});
	};
}
/** Everything that is seen of one move, over all the commands that it takes. */
var Move = class {
	#around;
	#recorder = new StepRecorder();
	#tables = /* @__PURE__ */ new Map();
	#failure = null;
	constructor(around) {
		this.#around = around;
	}
	async make(steps, { stepMs, totalMs }) {
		const end = performance.now() + totalMs;
		const commands = this.#around.request.family === null ? ["upgrade heads"] : argumentsOf(steps);
		for (const asked of commands) {
			const limitMs = Math.min(end - performance.now(), stepMs * Math.max(steps.length, 1));
			const ended = await this.#run(asked, limitMs);
			const failed = this.#failure ?? failureOf(ended, limitMs, this.#tables.size > 0);
			if (failed !== null) return {
				kind: failed.kind === "timeout" ? "timeout" : "failed",
				steps: this.#recorder.steps(),
				failure: failed
			};
		}
		return {
			kind: "done",
			steps: this.#recorder.steps(),
			versionTables: [...this.#tables.values()]
		};
	}
	async #run(asked, limitMs) {
		const { command, run, request, pause } = this.#around;
		const { environment, tree, checkout, family } = request;
		const scratch = (target) => request.scratch(target);
		return run({
			environment,
			tree,
			checkout,
			family,
			scratch,
			command: `${command} ${asked}`,
			own: family === null ? null : await scratch(GATE_TARGET),
			limitMs,
			witness: {
				look: pause?.look ?? null,
				hear: (event) => this.#hear(event)
			}
		});
	}
	async #hear(event) {
		this.#recorder.record(event);
		switch (event.event) {
			case "statement": return await this.#around.pause?.before({
				...event,
				seen: event.seen ?? null
			}) ?? "go";
			case "done":
				for (const table of event.contexts) this.#tables.set(JSON.stringify(table), table);
				return "go";
			case "failed":
				this.#failure ??= event;
				return "go";
			case "dialect":
				this.#failure ??= foreignDialect(event.dialect);
				return "go";
			case "ask":
			case "step":
			case "step-end":
			case "statement-end":
			case "started":
			case "compared": return "go";
		}
	}
};
function argumentsOf(steps) {
	return steps.flatMap(({ direction, target }) => target === null ? [] : [`${direction} ${quoted(target)}`]);
}
/** For a shell; identifiers are the pull request's. */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
function failureOf(end, limitMs, wasSeen) {
	if (end.kind === "timeout") return failure("timeout", `the command took longer than ${Math.round(limitMs / 1e3)} s`);
	if (end.kind === "failed") return failure("command", words(end));
	return wasSeen ? null : failure("unseen", "");
}
const words = ({ how, lastWords }) => lastWords === "" ? how : `${how}, last words: ${lastWords}`;

export { commandDriver };