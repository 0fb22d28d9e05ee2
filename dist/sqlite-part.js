import { t as UsageError } from "./usage-error-part.js";
import { d as object, f as record, h as union, i as boolean, m as string, n as _null, r as array, u as number } from "./schemas-part.js";
import { t as findInterpreter } from "./interpreter-part.js";
import { c as eachLine, t as besideBundle } from "./start-part.js";
import { n as newRun, r as scratchName } from "./names-part.js";
import { t as openWorkplace } from "./workplace-part.js";
import { once } from "node:events";
import { join } from "node:path";
import { realpath, rm } from "node:fs/promises";

// src/io/server/sqlite-asker.ts
/** One answer; pictures of tables with many rows are the longest. */
const LINE_LIMIT = 67108864;
const answer = object({
	id: number(),
	rows: array(record(string(), union([
		string(),
		number(),
		boolean(),
		_null()
	]))).optional(),
	error: string().optional()
});
/** What SQLite says against a statement; `code` is our own name for what others look for. */
var SqliteError = class extends Error {
	name = "SqliteError";
	code;
	constructor(message) {
		super(message);
		this.code = /^no such table/.test(message) ? "no-table" : /\bis locked\b/.test(message) ? "busy" : null;
	}
};
var Asker = class {
	#child;
	#waiting = /* @__PURE__ */ new Map();
	#gone;
	#last = 0;
	#why = null;
	constructor(child) {
		this.#child = child;
		const [stdin, stdout] = child.stdio;
		stdin.on("error", () => void 0);
		eachLine(stdout, LINE_LIMIT, (line) => this.#hear(line), () => this.#end("its answer has no end"));
		child.on("error", (error) => this.#end(error.message));
		child.on("exit", (code, signal) => this.#end(`exit code ${String(code ?? signal)}`));
		this.#gone = once(child, "exit").then(() => void 0, () => void 0);
	}
	ask(question) {
		const id = ++this.#last;
		return new Promise((resolve, reject) => {
			if (this.#why !== null) return reject(new Error(this.#why));
			this.#waiting.set(id, {
				resolve,
				reject
			});
			this.#child.stdin?.write(`${JSON.stringify({
				id,
				...question
			})}\n`);
		});
	}
	async [Symbol.asyncDispose]() {
		if (this.#why !== null) return;
		this.#child.stdin?.end();
		await this.#gone;
	}
	#hear(line) {
		const { id, rows, error } = answer.parse(JSON.parse(line));
		const waiting = this.#waiting.get(id);
		this.#waiting.delete(id);
		if (error === void 0) waiting?.resolve(rows ?? []);
		else waiting?.reject(new SqliteError(error));
	}
	#end(why) {
		this.#why ??= `The Python that asks SQLite is gone: ${why}`;
		for (const { reject } of this.#waiting.values()) reject(new Error(this.#why));
		this.#waiting.clear();
	}
};

// src/io/server/sqlite.ts
/** SQLite in the place of a server: scratch databases are files in a private directory, asked through the project's own Python. */
/** Throws a UsageError, one sentence, where the configuration wants a server or no Python can ask. */
async function openSqlite(request) {
	const { database, databaseUrl } = request.config;
	if (databaseUrl !== null || database === "service" || database === "container") throw new UsageError(`SQLite has no server, so "engine: sqlite" and "${databaseUrl === null ? `database: ${database}` : "database-url"}" contradict each other: take one of them out.`);
	const found = await findInterpreter(request.environment, request.checkout);
	if (found.kind === "none") throw new UsageError(`No Python was found to ask SQLite with (${found.looked}): name it with "python".`);
	const run = newRun(/* @__PURE__ */ new Date());
	const place = await openWorkplace(request.watch, run, request.variables, "ours");
	try {
		const directory = await realpath(place.directory);
		const args = [
			"-I",
			"-S",
			join(request.driver ?? besideBundle(), "ask_sqlite.py"),
			directory
		];
		const asker = new Asker(place.start({
			program: found.path,
			args
		}, "SIGKILL", "talks"));
		return publish({
			asker,
			place,
			directory,
			run
		}, await versionOf(asker, place, found.path));
	} catch (error) {
		await place[Symbol.asyncDispose]();
		throw error;
	}
}
async function versionOf(asker, place, python) {
	try {
		const [row] = await asker.ask({ do: "version" });
		return String(row?.["version"]);
	} catch {
		throw new UsageError(`${python} cannot ask SQLite: ${await place.lastWords()}.`);
	}
}
function publish({ asker, place, directory, run }, version) {
	const live = /* @__PURE__ */ new Set();
	let serial = 0;
	const unmade = (purpose) => join(directory, `${scratchName(run, purpose, ++serial)}.db`);
	const made = (file) => {
		live.add(file);
		return scratchIn(asker, file);
	};
	const ours = (file) => {
		if (!live.has(file)) throw new Error(`${file} is no scratch database of this run, so it is left alone.`);
		return file;
	};
	const unkept = () => Promise.reject(/* @__PURE__ */ new Error("SQLite’s base states are not kept"));
	return {
		engine: "sqlite",
		product: "SQLite",
		version,
		source: "local",
		async createScratch(purpose) {
			const file = unmade(purpose);
			await asker.ask({
				do: "query",
				file,
				session: 0,
				sql: "PRAGMA user_version"
			});
			return made(file);
		},
		async cloneScratch({ name }, purpose) {
			const to = unmade(purpose);
			await told(asker.ask({
				do: "clone",
				file: ours(name),
				to
			}));
			return made(to);
		},
		async dropScratch({ name }) {
			await asker.ask({
				do: "close",
				file: ours(name)
			});
			for (const end of [
				"",
				"-journal",
				"-wal",
				"-shm"
			]) await rm(`${name}${end}`, { force: true });
			live.delete(name);
		},
		dumpScratch: unkept,
		loadScratch: unkept,
		contents: unkept,
		settings: () => Promise.resolve(""),
		query: () => Promise.reject(/* @__PURE__ */ new Error("SQLite has no server that could be asked outside of a file")),
		async [Symbol.asyncDispose]() {
			await asker[Symbol.asyncDispose]();
			await place[Symbol.asyncDispose]();
		}
	};
}
/** Sessions beside the gate's own, which is 0. */
let sessions = 0;
function scratchIn(asker, file) {
	return {
		name: file,
		endpoint: {
			host: null,
			port: null,
			socket: null,
			user: "",
			password: "",
			database: file
		},
		query: (sql, parameters) => told(asker.ask({
			do: "query",
			file,
			session: 0,
			sql,
			...parameters ? { parameters } : {}
		})),
		openSession() {
			const session = ++sessions;
			return Promise.resolve({
				async query(sql) {
					await told(asker.ask({
						do: "query",
						file,
						session,
						sql
					}));
				},
				copy: () => Promise.reject(/* @__PURE__ */ new Error("COPY … FROM stdin is PostgreSQL's")),
				async [Symbol.asyncDispose]() {
					await asker.ask({
						do: "close",
						file,
						session
					});
				}
			});
		}
	};
}
/** Nobody but the project's own code has a session there beside ours. */
async function told(asked) {
	try {
		return await asked;
	} catch (error) {
		if (!(error instanceof SqliteError) || error.code !== "busy") throw error;
		throw new UsageError("The scratch database stays locked by a transaction that the project’s own code left open: see that env.py ends its transactions and closes its connections.");
	}
}

export { openSqlite };