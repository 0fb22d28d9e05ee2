import { a as discriminatedUnion, c as literal, d as object, i as boolean, m as string, r as array, t as _enum, u as number } from "./schemas-part.js";
import { t as MARK } from "./watch-part.js";
import { n as childEnvironment, t as findInterpreter } from "./interpreter-part.js";
import { n as failure$1, r as foreignDialect, t as StepRecorder } from "./recorder-part.js";
import { n as withoutValues } from "./words-part2.js";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";
import { spawn } from "node:child_process";
import { realpath, stat } from "node:fs/promises";
import { StringDecoder } from "node:string_decoder";

// src/io/python/lines.ts
/** What a program says, line by line, with a limit on what is held in memory. */
function eachLine(stream, limit, take, tooLong) {
	const decoder = new StringDecoder("utf8");
	let rest = "";
	stream.on("data", (chunk) => {
		const lines = (rest + decoder.write(chunk)).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) take(line);
		if (rest.length > limit) {
			stream.destroy();
			tooLong();
		}
	});
}
/** What is kept of the project's own output, for the sentence about its end. */
const OUTPUT_LIMIT = 16384;
/**
* The sentence in which a program told why it ended: Python's exception, or the last line of what it printed. Without row
* values and bound parameters; empty where it said nothing.
*/
function lastWords(output) {
	const lines = output.trimEnd().split("\n");
	const traceback = lines.findLastIndex((line) => line.startsWith("Traceback "));
	const exception = lines.slice(traceback + 1).find((line) => /^[^\s|]/.test(line));
	const told = (traceback < 0 ? void 0 : exception) ?? lines.at(-1) ?? "";
	return withoutValues(told);
}

// src/io/python/messages.ts
/** What the driver may say, checked: its process runs the pull request's code, which can write to the same descriptor. */
const failure = object({
	kind: _enum([
		"migration",
		"no-alembic",
		"missing-module",
		"missing-variable",
		"missing-extension",
		"foreign-file",
		"service",
		"database",
		"no-driver",
		"foreign-dialect",
		"no-application",
		"no-migrate",
		"nothing-ran",
		"no-models",
		"alembic",
		"exit",
		"environment"
	]),
	subject: string().nullable(),
	class: string(),
	message: string(),
	line: number().int().nullable(),
	at: object({
		path: string(),
		line: number().int()
	}).nullable(),
	errno: string().nullable()
});
const versionTable = object({
	database: string(),
	table: string(),
	schema: string().nullable(),
	foreignKeys: boolean().optional()
});
const modelChange = object({
	database: string(),
	kind: _enum([
		"table",
		"column",
		"index",
		"unique",
		"foreign-key",
		"check",
		"primary-key",
		"change"
	]),
	table: string().nullable(),
	name: string(),
	attribute: string(),
	before: string().nullable(),
	after: string().nullable()
});
const target = object({
	host: string(),
	port: number().int().nullable(),
	database: string().nullable()
});
const driverMessage = discriminatedUnion("event", [
	object({
		event: literal("started"),
		python: string(),
		alembic: string(),
		sqlalchemy: string()
	}),
	object({
		event: literal("ask"),
		kind: literal("scratch"),
		target
	}),
	object({
		event: literal("step"),
		revision: string(),
		direction: _enum(["upgrade", "downgrade"]),
		line: number().int().nullable()
	}),
	object({
		event: literal("step-end"),
		durationMs: number()
	}),
	object({
		event: literal("statement"),
		sql: string(),
		line: number().int().nullable(),
		/** Only there where statements wait. */
		seen: string().nullish()
	}),
	object({
		event: literal("statement-end"),
		durationMs: number(),
		rows: number().int().nullable()
	}),
	object({
		event: literal("done"),
		contexts: array(versionTable)
	}),
	object({
		event: literal("compared"),
		contexts: array(versionTable),
		changes: array(modelChange),
		stale: boolean()
	}),
	object({
		event: literal("dialect"),
		dialect: string()
	}),
	failure.extend({ event: literal("failed") })
]);

// src/io/python/process.ts
/** One Python process and the conversation with it: a request, the events it causes, one last message; or its death. */
/** A message longer than this is no message of ours. */
const LINE_LIMIT = 1e6;
/** Its last words may still be on their way when it has ended. */
const WORDS_MS = 500;
/** Runs in a process group of its own, so that a kill reaches whatever the project started too. */
var DriverProcess = class {
	#child;
	#requests;
	#answer;
	#exited;
	#output = "";
	#dead = null;
	#listener = null;
	#recorder = new StepRecorder();
	#pause = null;
	#onStep = () => void 0;
	constructor(request) {
		const [program, ...args] = request.command;
		this.#answer = (target) => request.answer(target);
		this.#child = spawn(program, args, {
			cwd: request.directory,
			env: request.environment,
			detached: true,
			stdio: [
				"ignore",
				"pipe",
				"pipe",
				"pipe",
				"pipe"
			]
		});
		const [, stdout, stderr, messages, requests] = this.#child.stdio;
		this.#requests = requests;
		this.#requests.on("error", () => void 0);
		for (const stream of [stdout, stderr]) stream.on("data", (chunk) => this.#keep(chunk));
		eachLine(messages, LINE_LIMIT, (line) => this.#hear(line), () => this.#kill("it sent a message without end"));
		this.#exited = new Promise((resolve) => {
			this.#child.on("error", (error) => {
				this.#die("died", `it could not be started: ${error.message}`);
				resolve();
			});
			const ended = (code, signal) => {
				this.#die("died", `${signal === null ? `exit code ${String(code)}` : `signal ${signal}`}${this.#lastWords()}`);
				resolve();
			};
			this.#child.on("close", ended);
			this.#child.on("exit", (code, signal) => setTimeout(() => ended(code, signal), WORDS_MS));
		});
	}
	get isAlive() {
		return this.#dead === null;
	}
	/** Loads the project. */
	async start(settings, limitMs) {
		const end = await this.#exchange(settings, {
			stepMs: limitMs,
			totalMs: limitMs
		});
		if (end.event !== "started") return {
			kind: "refused",
			failure: failureOf(end)
		};
		return {
			kind: "started",
			versions: {
				python: end.python,
				alembic: end.alembic,
				sqlalchemy: end.sqlalchemy
			}
		};
	}
	/** Runs the steps; a step or the whole that takes longer than its limit ends the process. */
	async migrate(asked, limits, pause) {
		this.#recorder = new StepRecorder();
		this.#pause = pause ?? null;
		const end = await this.#exchange({
			steps: asked,
			look: pause?.look ?? null
		}, limits);
		const steps = this.#recorder.steps();
		if (end.event === "done") return {
			kind: "done",
			steps,
			versionTables: end.contexts
		};
		const failed = failureOf(end);
		return {
			kind: failed.kind === "timeout" ? "timeout" : "failed",
			steps,
			failure: failed
		};
	}
	/** Asks autogenerate; taking longer than the limit ends the process. */
	async compare(limitMs) {
		this.#pause = null;
		const end = await this.#exchange({ compare: true }, {
			stepMs: limitMs,
			totalMs: limitMs
		});
		if (end.event !== "compared") return {
			kind: "failed",
			failure: failureOf(end)
		};
		return {
			kind: "compared",
			changes: end.changes,
			versionTables: end.contexts,
			isStale: end.stale
		};
	}
	/** Ends the process group and waits until it is gone. */
	async stop() {
		this.#kill("it was stopped");
		await this.#exited;
	}
	#exchange(request, limits) {
		if (this.#dead) return Promise.resolve({
			event: "dead",
			failure: this.#dead
		});
		return new Promise((resolve) => {
			const late = (what, ms) => () => this.#kill(`${what} took longer than ${ms / 1e3} s`, "timeout");
			const total = setTimeout(late("the whole", limits.totalMs), limits.totalMs);
			let step = setTimeout(late("one step", limits.stepMs), limits.stepMs);
			this.#onStep = () => {
				clearTimeout(step);
				step = setTimeout(late("one step", limits.stepMs), limits.stepMs);
			};
			this.#listener = (end) => {
				clearTimeout(total);
				clearTimeout(step);
				this.#listener = null;
				resolve(end);
			};
			this.#send(request);
		});
	}
	#hear(line) {
		const parsed = driverMessage.safeParse(parseJson(line));
		if (!parsed.success) return this.#kill("it sent a message that is none of ours");
		const message = parsed.data;
		switch (message.event) {
			case "ask":
				this.#reply(this.#answer(message.target), "no scratch database for it");
				break;
			case "step":
			case "step-end":
				this.#onStep();
				this.#recorder.record(message);
				break;
			case "statement":
				this.#recorder.record(message);
				if (this.#pause) this.#reply(this.#pause.before({
					...message,
					seen: message.seen ?? null
				}), "no word on a statement");
				break;
			case "statement-end":
				this.#recorder.record(message);
				break;
			case "started":
			case "done":
			case "compared":
			case "dialect":
			case "failed": this.#listener?.(message);
		}
	}
	/** The driver waits for it. */
	#reply(asked, failed) {
		asked.then((answer) => this.#send({ answer }), (error) => this.#kill(`${failed}: ${String(error)}`));
	}
	#send(message) {
		this.#requests.write(`${JSON.stringify(message)}\n`);
	}
	#keep(chunk) {
		this.#output = (this.#output + chunk.toString("utf8")).slice(-OUTPUT_LIMIT);
	}
	#lastWords() {
		const last = lastWords(this.#output);
		return last === "" ? "" : `, last words: ${last}`;
	}
	#kill(why, kind = "died") {
		this.#die(kind, why);
		try {
			if (this.#child.pid !== void 0) process.kill(-this.#child.pid, "SIGKILL");
		} catch {}
	}
	/** The first reason counts: what follows is its consequence. */
	#die(kind, why) {
		this.#dead ??= failure$1(kind, why);
		this.#listener?.({
			event: "dead",
			failure: this.#dead
		});
	}
};
/** Of an end that is not the one that was waited for. */
function failureOf(end) {
	switch (end.event) {
		case "failed": return end;
		case "dead": return end.failure;
		case "dialect": return foreignDialect(end.dialect);
		case "started":
		case "done":
		case "compared": return failure$1("died", "it answered out of turn");
	}
}
function parseJson(line) {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}

// src/io/python/settings.ts
/** The driver's first message: everything about the environment that the Python side needs, paths made absolute. */
/** Symbolic links are resolved, as Alembic resolves them, so that paths compare equal on both sides. */
async function startSettings(request) {
	const { environment, family } = request;
	const declared = environment.declared;
	const tree = await realpath(request.tree);
	return {
		family,
		flavour: environment.flavour,
		tree,
		checkout: await realpath(request.checkout),
		workingDirectory: await firstDirectory([join(tree, environment.workingDirectory), tree]),
		scriptLocation: join(tree, environment.scriptLocation),
		versionLocations: (declared?.versionLocations ?? []).map((location) => join(tree, location)),
		ini: environment.ini === null ? null : join(tree, environment.ini),
		databases: environment.databases,
		app: declared?.app ?? null,
		xArgs: declared?.xArgs ?? [],
		urlVariables: declared?.urlEnv ?? []
	};
}
/** The first that is one; the first of all where none is. */
async function firstDirectory(paths) {
	for (const path of paths) if (await stat(path).then((found) => found.isDirectory(), () => false)) return path;
	return paths[0];
}

// src/io/python/start.ts
/** The real driver: finds the project's interpreter, starts the Python side in it and hands back the port. */
/**
* `directory` is where `start.py` lies: `driver/` beside the built bundle by default, `src/driver` when run from source.
* With a watch, what the project's code leaves running in a group or session of its own ends with the driver too.
*/
function driverStarter(directory = besideBundle(), watch = null) {
	return async (request) => load(await spawnDriver(directory, watch, request), request);
}
async function spawnDriver(directory, watch, place) {
	const found = await findInterpreter(place.environment, place.checkout);
	if (found.kind === "none") return {
		kind: "refused",
		failure: failure$1("no-python", found.looked),
		interpreter: "Python"
	};
	const mark = randomBytes(12).toString("hex");
	const marked = watch?.protect({
		kind: "marked",
		mark
	});
	let answer = () => Promise.reject(/* @__PURE__ */ new Error("it was asked for before the project was loaded"));
	const child = new DriverProcess({
		command: [found.path, join(directory, "start.py")],
		directory: place.tree,
		environment: {
			...childEnvironment(place.environment.declared?.env ?? {}),
			[MARK]: mark
		},
		answer: (target) => answer(target)
	});
	return {
		kind: "spawned",
		child,
		interpreter: `${found.path} (${found.because})`,
		serve: (scratch) => answer = scratch,
		stop: async () => {
			await Promise.all([child.stop(), marked?.[Symbol.asyncDispose]()]);
		}
	};
}
/** Has it load the project; it is ended where it cannot. */
async function load(spawned, request) {
	if (spawned.kind === "refused") return spawned;
	const { child, interpreter, stop } = spawned;
	spawned.serve((target) => request.scratch(target));
	const started = await child.start(await startSettings(request), request.startMs);
	if (started.kind === "started") return {
		kind: "started",
		driver: {
			interpreter,
			versions: started.versions,
			migrate: (steps, limits, pause) => child.migrate(steps, limits, pause),
			compare: (limitMs) => child.compare(limitMs),
			[Symbol.asyncDispose]: stop
		}
	};
	await stop();
	return {
		...started,
		interpreter
	};
}
/** Where the build puts the driver's Python. */
function besideBundle() {
	return join(dirname(fileURLToPath(import.meta.url)), "driver");
}

export { firstDirectory as a, eachLine as c, spawnDriver as i, lastWords as l, driverStarter as n, driverMessage as o, load as r, OUTPUT_LIMIT as s, besideBundle as t };