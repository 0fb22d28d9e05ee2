import { i as discriminatedUnion, l as number, n as array, p as string, s as literal, t as _enum, u as object } from "./schemas-part.js";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { delimiter, dirname, isAbsolute, join, resolve } from "node:path";
import { execFile, spawn } from "node:child_process";
import { access, constants, realpath, stat } from "node:fs/promises";
import { StringDecoder } from "node:string_decoder";

// src/io/python/child-environment.ts
/**
* The environment variables that the project's code gets to see: the job's, less what belongs to the gate and to
* GitHub. This keeps accidents away; the real boundary is the job, for a child can read its parent's memory.
*/
const WITHHELD = [
	/^INPUT_/,
	/^ACTIONS_/,
	/^GITHUB_/,
	/^RUNNER_TOKEN/,
	/TOKEN$/,
	/^ALEMBIC_CONFIG$/,
	/^NODE_OPTIONS$/
];
/** `declared` are the configuration's `env:`, which win. */
function childEnvironment(declared) {
	const inherited = Object.entries(process.env).filter((entry) => entry[1] !== void 0 && !WITHHELD.some((pattern) => pattern.test(entry[0])));
	return {
		...Object.fromEntries(inherited),
		PYTHONDONTWRITEBYTECODE: "1",
		PYTHONUNBUFFERED: "1",
		...declared
	};
}

// src/io/python/interpreter.ts
/** Which Python is the project's: the configured one, else the virtual environment it is developed in, else PATH's. */
const VIRTUAL_ENVIRONMENTS = [
	".venv",
	"venv",
	"env"
];
const POETRY_MS = 2e4;
/** The first that exists, with the reason in words; a configured one that does not exist is not replaced by a guess. */
async function findInterpreter(environment, checkout) {
	const declared = environment.declared?.python;
	if (declared !== void 0) {
		const path = await configured(declared, checkout);
		return path === null ? {
			kind: "none",
			looked: `\`python: ${declared}\` names no program`
		} : {
			kind: "found",
			path,
			because: "configured"
		};
	}
	const places = [
		...await virtualEnvironments(resolve(checkout, environment.workingDirectory), checkout),
		...await poetry(checkout),
		...onPath("python3", "PATH"),
		...onPath("python", "PATH")
	];
	for (const { path, because } of places) if (await isProgram(path)) return {
		kind: "found",
		path,
		because
	};
	return {
		kind: "none",
		looked: "no virtual environment in the repository, no python3 on PATH"
	};
}
async function configured(python, checkout) {
	const places = /[/\\]/.test(python) ? [resolve(checkout, python)] : onPath(python, "PATH").map(({ path }) => path);
	for (const path of places) if (await isProgram(path)) return path;
	return null;
}
/** The active one, uv's (`UV_PROJECT_ENVIRONMENT`, else `.venv`), and the customary directories. */
function virtualEnvironments(workingDirectory, checkout) {
	const { VIRTUAL_ENV: active, UV_PROJECT_ENVIRONMENT: uv } = process.env;
	const directories = /* @__PURE__ */ new Set([workingDirectory, checkout]);
	return Promise.resolve([
		...active ? [inside(active, "VIRTUAL_ENV")] : [],
		...uv ? [inside(isAbsolute(uv) ? uv : join(checkout, uv), "UV_PROJECT_ENVIRONMENT")] : [],
		...[...directories].flatMap((directory) => VIRTUAL_ENVIRONMENTS.map((name) => inside(join(directory, name), `${name} of the repository`)))
	]);
}
function inside(directory, because) {
	return {
		path: join(directory, "bin", "python"),
		because
	};
}
/** Poetry keeps environments outside the project unless told otherwise, so it has to be asked. */
async function poetry(checkout) {
	if (!await exists(join(checkout, "poetry.lock"))) return [];
	try {
		const path = (await promisify(execFile)("poetry", [
			"env",
			"info",
			"--executable",
			"--no-interaction"
		], {
			cwd: checkout,
			timeout: POETRY_MS
		})).stdout.trim();
		return path === "" ? [] : [{
			path,
			because: "poetry's environment"
		}];
	} catch {
		return [];
	}
}
function onPath(name, because) {
	return (process.env["PATH"] ?? "").split(delimiter).filter((directory) => directory !== "").map((directory) => ({
		path: join(directory, name),
		because
	}));
}
async function isProgram(path) {
	return exists(path, constants.X_OK);
}
async function exists(path, mode = constants.F_OK) {
	try {
		await access(path, mode);
		return true;
	} catch {
		return false;
	}
}

// src/io/python/lines.ts
/** Splits a stream into lines, with a limit on what one line may hold back in memory. */
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

// src/io/python/messages.ts
/** What the driver may say, checked: its process runs the pull request's code, which can write to the same descriptor. */
const failure$1 = object({
	kind: _enum([
		"migration",
		"no-alembic",
		"missing-module",
		"missing-variable",
		"missing-extension",
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
	schema: string().nullable()
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
		changes: array(modelChange)
	}),
	object({
		event: literal("dialect"),
		dialect: string()
	}),
	failure$1.extend({ event: literal("failed") })
]);

// src/io/python/recorder.ts
/** Feed it every message; `steps()` is what is known so far. Times of unfinished parts run to the present. */
var StepRecorder = class {
	#steps = [];
	#statementBegun = 0;
	record(message) {
		const step = this.#steps.at(-1);
		switch (message.event) {
			case "step":
				this.#steps.push({
					...message,
					begun: performance.now(),
					statements: [],
					durationMs: null
				});
				break;
			case "step-end":
				if (step) step.durationMs = message.durationMs;
				break;
			case "statement":
				this.#statementBegun = performance.now();
				step?.statements.push({
					sql: message.sql,
					line: message.line,
					durationMs: 0,
					rows: null,
					finished: false
				});
				break;
			case "statement-end": {
				const statement = step?.statements.pop();
				if (statement) step?.statements.push({
					...statement,
					durationMs: message.durationMs,
					rows: message.rows,
					finished: true
				});
				break;
			}
		}
	}
	steps() {
		return this.#steps.map((step) => ({
			revision: step.revision,
			direction: step.direction,
			line: step.line,
			durationMs: step.durationMs ?? performance.now() - step.begun,
			finished: step.durationMs !== null,
			statements: step.statements.map((statement) => statement.finished ? statement : {
				...statement,
				durationMs: performance.now() - this.#statementBegun
			})
		}));
	}
};

// src/io/python/process.ts
/** One Python process and the conversation with it: a request, the events it causes, one last message; or its death. */
/** A message longer than this is no message of ours. */
const LINE_LIMIT = 1e6;
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
			this.#child.on("close", (code, signal) => {
				this.#die("died", `${signal === null ? `exit code ${String(code)}` : `signal ${signal}`}${this.#lastWords()}`);
				resolve();
			});
		});
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
			versionTables: end.contexts
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
		this.#output = (this.#output + chunk.toString("utf8")).slice(-16384);
	}
	/** The last line of what the project printed, which is where Python names the exception. */
	#lastWords() {
		const last = this.#output.trimEnd().split("\n").at(-1) ?? "";
		return last === "" ? "" : `, last words: ${last.slice(0, 300)}`;
	}
	#kill(why, kind = "died") {
		this.#die(kind, why);
		try {
			if (this.#child.pid !== void 0) process.kill(-this.#child.pid, "SIGKILL");
		} catch {}
	}
	/** The first reason counts: what follows is its consequence. */
	#die(kind, why) {
		this.#dead ??= failure(kind, why);
		this.#listener?.({
			event: "dead",
			failure: this.#dead
		});
	}
};
function failure(kind, message) {
	return {
		kind,
		subject: null,
		class: "",
		message,
		line: null,
		at: null,
		errno: null
	};
}
/** Of an end that is not the one that was waited for. */
function failureOf(end) {
	switch (end.event) {
		case "failed": return end;
		case "dead": return end.failure;
		case "dialect": return {
			...failure("foreign-dialect", end.dialect),
			subject: end.dialect
		};
		case "started":
		case "done":
		case "compared": return failure("died", "it answered out of turn");
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
async function firstDirectory(paths) {
	for (const path of paths) if (await stat(path).then((found) => found.isDirectory(), () => false)) return path;
	return paths[0];
}

// src/io/python/start.ts
/** The real driver: finds the project's interpreter, starts the Python side in it and hands back the port. */
/**
* `directory` is where `start.py` lies: `driver/` beside the built bundle by default, `src/driver` when run from source.
*/
function driverStarter(directory = besideBundle()) {
	return async (request) => {
		const found = await findInterpreter(request.environment, request.checkout);
		if (found.kind === "none") return {
			kind: "refused",
			failure: {
				kind: "no-python",
				subject: null,
				class: "",
				message: found.looked,
				line: null,
				at: null,
				errno: null
			},
			interpreter: "Python"
		};
		const child = new DriverProcess({
			command: [found.path, join(directory, "start.py")],
			directory: request.tree,
			environment: childEnvironment(request.environment.declared?.env ?? {}),
			answer: (target) => request.scratch(target)
		});
		const interpreter = `${found.path} (${found.because})`;
		const started = await child.start(await startSettings(request), request.startMs);
		if (started.kind === "started") return {
			kind: "started",
			driver: {
				interpreter,
				versions: started.versions,
				migrate: (steps, limits, pause) => child.migrate(steps, limits, pause),
				compare: (limitMs) => child.compare(limitMs),
				[Symbol.asyncDispose]: () => child.stop()
			}
		};
		await child.stop();
		return {
			...started,
			interpreter
		};
	};
}
function besideBundle() {
	return join(dirname(fileURLToPath(import.meta.url)), "driver");
}

export { driverStarter };