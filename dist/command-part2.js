import { t as MARK } from "./watch-part.js";
import { n as childEnvironment, t as findInterpreter } from "./interpreter-part.js";
import { a as firstDirectory, c as eachLine, l as lastWords, o as driverMessage, s as OUTPUT_LIMIT, t as besideBundle } from "./start-part.js";
import { t as _usingCtx } from "./usingCtx-part.js";
import { createServer } from "node:net";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { spawn } from "node:child_process";
import { mkdir, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";

// src/io/python/command-environment.ts
/** What a command of the project's own finds around it: the project's Python first, and scratch wherever it looks for a database. */
/** Names under which applications look for the URL of their database, besides `url-env:`. */
const URL_VARIABLES = ["SQLALCHEMY_DATABASE_URI", "DATABASE_URL"];
/** `driver` is the directory that holds `command/sitecustomize.py`; `socket` where the gate answers. */
async function commandEnvironment(request, { driver, socket }) {
	const { environment, tree, checkout, family, own } = request;
	const declared = environment.declared;
	const around = withoutClients(childEnvironment({}));
	const given = {
		...around,
		...declared?.env
	};
	const names = [.../* @__PURE__ */ new Set([...URL_VARIABLES, ...declared?.urlEnv ?? []])];
	const urls = own === null || family === null ? [] : names.map((name) => [name, scratchUrl(given[name], own, family)]);
	const settings = {
		socket,
		family,
		tree,
		checkout,
		scriptLocation: join(tree, environment.scriptLocation),
		bareUrls: urls.filter(([, { isBare }]) => isBare).map(([name]) => name),
		witness: request.witness !== void 0,
		look: request.witness?.look ?? null
	};
	const path = [join(driver, "command"), given["PYTHONPATH"] ?? ""].filter((entry) => entry !== "");
	return {
		...around,
		...await interpreterFirst(request, around),
		...declared?.app === void 0 ? {} : { FLASK_APP: declared.app },
		...declared?.env,
		...own === null || family === null ? {} : clientVariables(own, family),
		...Object.fromEntries(urls.map(([name, { url }]) => [name, url])),
		PYTHONPATH: path.join(delimiter),
		ALEMBIC_GATE_COMMAND: JSON.stringify(settings)
	};
}
/** So that `python`, `flask` and `alembic` are the project's, and package managers neither make another place nor change that one. */
async function interpreterFirst({ environment, checkout }, around) {
	const found = await findInterpreter(environment, checkout);
	if (found.kind === "none") return {};
	const programs = dirname(found.path);
	const place = resolve(programs, "..");
	const isVirtual = existsSync(join(place, "pyvenv.cfg"));
	return {
		PATH: [programs, around["PATH"] ?? ""].join(delimiter),
		...isVirtual ? {
			VIRTUAL_ENV: place,
			UV_PROJECT_ENVIRONMENT: place,
			UV_NO_SYNC: "1",
			UV_FROZEN: "1"
		} : {}
	};
}
/** What would lead libpq past the variables that are set here. */
const ASIDE = /^PG(SERVICE|SERVICEFILE|HOSTADDR|PASSFILE|REQUIRESSL|CHANNELBINDING|TARGETSESSIONATTRS|SSL\w*)$/;
function withoutClients(variables) {
	return Object.fromEntries(Object.entries(variables).filter(([name]) => !ASIDE.test(name)));
}
/** What `mysql` and `psql`, and whatever stands on their libraries, look for. */
function clientVariables({ host, port, socket, user, password, database }, family) {
	if (family === "sqlite") return {};
	if (family === "postgresql") return {
		PGHOST: socket ?? host ?? "",
		PGPORT: port === null ? "" : String(port),
		PGUSER: user,
		PGPASSWORD: password,
		PGDATABASE: database
	};
	return {
		MYSQL_PWD: password,
		MYSQL_HOST: host ?? "localhost",
		...port === null ? {} : { MYSQL_TCP_PORT: String(port) },
		...socket === null ? {} : { MYSQL_UNIX_PORT: socket }
	};
}
/** The written URL with everything that says where and as whom replaced; its driver and options stay where they fit. */
function scratchUrl(written, { host, port, socket, user, password, database }, family) {
	const [, scheme = "", options = ""] = /^([\w+.-]+):\/\/[^?]*(?:\?(.*))?$/s.exec(written ?? "") ?? [];
	const fits = isOf(family, scheme.split("+")[0] ?? "");
	const query = new URLSearchParams(fits ? options : "");
	for (const name of [...query.keys()]) if (ELSEWHERE.test(name)) query.delete(name);
	if (socket !== null) query.set(family === "mysql" ? "unix_socket" : "host", socket);
	const place = `${host ?? (family === "mysql" ? "localhost" : "")}${port === null ? "" : `:${port}`}`;
	const login = family === "sqlite" ? "" : `${[user, password].map(encodeURIComponent).join(":")}@`;
	const asked = query.toString().replaceAll("%2F", "/");
	return {
		url: `${fits ? scheme : family}://${login}${place}/${database}${asked === "" ? "" : `?${asked}`}`,
		isBare: !fits
	};
}
/** Options that say where to connect, or how a file of SQLite is opened. */
const ELSEWHERE = /^(ssl.*|unix_socket|host|port|mode|cache|immutable|vfs|nolock|psow|uri)$/;
const SCHEMES = {
	mysql: ["mysql", "mariadb"],
	postgresql: ["postgresql", "postgres"],
	sqlite: ["sqlite"]
};
const isOf = (family, name) => SCHEMES[family].includes(name);

// src/io/python/redirect-socket.ts
/** Where the processes of one command ask which scratch database stands for a target, and tell what they do. */
/** A message longer than this is none of ours. */
const LINE_LIMIT = 1e6;
/** `directory` is private to the gate. */
async function openRedirectSocket(directory, { scratch, witness }) {
	const path = join(directory, "gate.sock");
	let asked = 0;
	const open = /* @__PURE__ */ new Set();
	const server = createServer((socket) => {
		open.add(socket);
		socket.on("close", () => open.delete(socket));
		socket.on("error", () => void 0);
		const answer = (line) => socket.end(`${JSON.stringify(line)}\n`);
		const hear = async (line) => {
			const heard = driverMessage.safeParse(parsed(line));
			if (!heard.success) return void answer({ refused: "that is no message of ours" });
			const message = heard.data;
			if (message.event === "ask") asked += 1;
			const answered = message.event === "ask" ? scratch(message.target) : witness?.hear(message) ?? "go";
			await Promise.resolve(answered).then((said) => answer({ answer: said }), (error) => answer({ refused: error instanceof Error ? error.message : String(error) }));
		};
		eachLine(socket, LINE_LIMIT, (line) => void hear(line), () => socket.destroy());
	});
	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(path, resolve);
	});
	return {
		path,
		asked: () => asked,
		async [Symbol.asyncDispose]() {
			for (const socket of open) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
function parsed(line) {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}

// src/io/python/command.ts
/** The real runner of commands: a shell in a process group of its own, a limit of time, and its last words. */
const WORDS_MS = 500;
/** `directory` is where `command/sitecustomize.py` lies, as for the driver. */
function commandRunner(watch, directory = besideBundle()) {
	return async (request) => {
		try {
			var _usingCtx$1 = _usingCtx();
			const place = _usingCtx$1.a(await privatePlace(watch));
			const socket = _usingCtx$1.a(await openRedirectSocket(place.path, request));
			const [tree, checkout] = await Promise.all([realpath(request.tree), realpath(request.checkout)]);
			const located = {
				...request,
				tree,
				checkout
			};
			return await run(located, await commandEnvironment(located, {
				driver: directory,
				socket: socket.path
			}), socket, watch);
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	};
}
async function privatePlace(watch) {
	const path = join(tmpdir(), `alembic-gate-command-${randomBytes(6).toString("hex")}`);
	const held = watch.protect({
		kind: "workplace",
		directory: path
	});
	await mkdir(path, { mode: 448 });
	return {
		path,
		[Symbol.asyncDispose]: () => held[Symbol.asyncDispose]()
	};
}
async function run({ command, tree, environment: project, limitMs, stop }, environment, socket, watch) {
	const directory = await firstDirectory([join(tree, project.workingDirectory), tree]);
	const mark = randomBytes(12).toString("hex");
	const marked = watch.protect({
		kind: "marked",
		mark
	});
	const child = spawn("/bin/sh", ["-c", command], {
		cwd: directory,
		env: {
			...environment,
			[MARK]: mark
		},
		detached: true,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	stop?.addEventListener("abort", () => killGroup(child.pid));
	if (stop?.aborted) killGroup(child.pid);
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output = (output + chunk.toString("utf8")).slice(-OUTPUT_LIMIT));
	const group = child.pid === void 0 ? null : watch.protect({
		kind: "process-group",
		pid: child.pid
	});
	try {
		const how = await endOf(child, limitMs);
		const said = {
			asked: socket.asked(),
			lastWords: lastWords(output)
		};
		if (how === null) return {
			kind: "done",
			asked: said.asked
		};
		return how === "timeout" ? {
			kind: "timeout",
			...said
		} : {
			kind: "failed",
			how,
			...said
		};
	} finally {
		await group?.[Symbol.asyncDispose]();
		await marked[Symbol.asyncDispose]();
	}
}
function killGroup(pid) {
	if (pid === void 0) return;
	try {
		process.kill(-pid, "SIGKILL");
	} catch {}
}
/** null: it ended well. */
function endOf(child, limitMs) {
	return new Promise((resolve) => {
		const late = setTimeout(() => resolve("timeout"), limitMs);
		const end = (how) => {
			clearTimeout(late);
			resolve(how);
		};
		child.on("error", (error) => end(`it could not be started: ${error.message}`));
		child.on("exit", (code, signal) => {
			const how = signal === null ? `exit code ${String(code)}` : `signal ${signal}`;
			const told = () => end(code === 0 ? null : how);
			child.on("close", told);
			setTimeout(told, WORDS_MS);
		});
	});
}

export { commandRunner };