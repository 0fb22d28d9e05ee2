import { t as UsageError } from "./usage-error-part.js";
import { n as findBinary, t as beside } from "./binary-part.js";
import { n as tellingLines, t as openWorkplace } from "./workplace-part.js";
import { n as newRun, r as scratchName, t as isLeftover } from "./names-part.js";
import { i as connect, n as sweepServer, r as DIALECTS } from "./leftovers-part.js";
import { BlockList, createServer, isIP } from "node:net";
import { promisify } from "node:util";
import { once } from "node:events";
import { createHash, randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { execFile, spawn } from "node:child_process";
import { copyFile, mkdir, rename, rm, stat } from "node:fs/promises";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { homedir } from "node:os";
import { text } from "node:stream/consumers";
import { lookup } from "node:dns/promises";

// src/io/server/docker.ts
/** Docker's command line, whose processes do not outlive us either (a pull may take minutes). */
/** Never rejects for what Docker says; a missing client is `ok: false` as well. `enough` ends it early. */
async function docker(request, args, limitMs = 3e4, enough) {
	const child = spawn("docker", args, {
		detached: true,
		env: request.environment,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	if (child.pid === void 0) {
		await once(child, "error").catch(() => void 0);
		return {
			ok: false,
			stdout: "",
			stderr: "there is no program \"docker\" on the PATH"
		};
	}
	const group = request.watch.protect({
		kind: "process-group",
		pid: child.pid
	});
	const kill = () => child.kill("SIGKILL");
	const timer = setTimeout(kill, limitMs);
	enough?.addEventListener("abort", kill);
	const [stdout, stderr] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, "close")
	]);
	clearTimeout(timer);
	await group[Symbol.asyncDispose]();
	const inTime = child.signalCode === null;
	return {
		ok: child.exitCode === 0,
		stdout: stdout.trim(),
		stderr: inTime ? stderr : `no answer within ${limitMs / 1e3} s`
	};
}

// src/io/server/dumper.ts
/** Where there is a `pg_dump` for a server: beside its program, inside its container, or on the PATH. */
/** null for other engines, and where the server's package came without it. */
async function dumperBeside(binary, login, environment) {
	if (login.family !== "postgresql") return null;
	const program = await beside(binary, ["pg_dump"], environment.PATH ?? "").catch(() => null);
	return program === null ? null : reaching(program, login, environment);
}
/** One that is older than the server says so itself when it is asked. */
function dumperOnPath(login, environment) {
	return login.family === "postgresql" ? reaching("pg_dump", login, environment) : null;
}
function dumperInside({ run, environment }, login) {
	if (login.family !== "postgresql") return null;
	return {
		program: "docker",
		args: [
			"exec",
			run,
			"pg_dump",
			`--username=${login.user}`
		],
		environment
	};
}
function reaching(program, login, environment) {
	return {
		program,
		args: [
			`--host=${login.socket ?? login.host ?? "127.0.0.1"}`,
			`--port=${login.port ?? 5432}`,
			`--username=${login.user}`
		],
		environment: {
			PATH: environment.PATH,
			PGPASSWORD: login.password
		}
	};
}

// src/io/server/password.ts
/** Passwords for users that live as long as one run. */
/** Has a character of every kind that password policies ask for, and none that needs quoting. */
function newPassword() {
	return `${randomBytes(18).toString("base64url")}-aA1`;
}

// src/io/server/ready.ts
/** Waits for a server by asking it `SELECT 1`, the only sign of readiness that is never too early. */
const PAUSE_MS = 20;
/** The server answered, and further asking will not change its mind. */
var Rejected = class extends Error {
	name = "Rejected";
	/** Whether it is the user or password that it does not like. */
	isLogin;
	constructor(message, isLogin) {
		super(message);
		this.isLogin = isLogin;
	}
};
/** Not ready in time, or it ended before it was. */
var NotReady = class extends Error {
	name = "NotReady";
};
/**
* Returns an administrator's connection. `ended` tells how the server's process ended, null while it runs.
* Rejects with Rejected or NotReady, whose messages are the server's or the system's words.
*/
async function untilReady(login, limitMs, ended = () => null) {
	const deadline = Date.now() + limitMs;
	for (;;) {
		try {
			const client = await connect(login, Math.max(deadline - Date.now(), PAUSE_MS));
			await client.query("SELECT 1");
			return client;
		} catch (error) {
			const said = words(error);
			if (isAnswer(codeOf(error))) throw new Rejected(said, isLoginProblem(codeOf(error)));
			const end = ended();
			if (end !== null) throw new NotReady(`it ended with ${end}`);
			if (Date.now() >= deadline) throw new NotReady(`not ready within ${limitMs / 1e3} s (${said})`);
		}
		await setTimeout$1(PAUSE_MS);
	}
}
/** The client libraries' error code: `ECONNREFUSED`, `ER_ACCESS_DENIED_ERROR`, an SQLSTATE of PostgreSQL. */
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}
/** Where several addresses of a host refused, the message is empty and the code says it. */
function words(error) {
	return error instanceof Error && error.message || codeOf(error) || String(error);
}
/** Starting up, shutting down and crowded pass by themselves. */
function isAnswer(code) {
	if (code.startsWith("ER_")) return !["ER_CON_COUNT_ERROR", "ER_SERVER_SHUTDOWN"].includes(code);
	return /^(28|3D)\w{3}$/.test(code);
}
const isLoginProblem = (code) => code === "ER_ACCESS_DENIED_ERROR" || code.startsWith("28");

// src/io/server/recipe.ts
/** `loose`: older and newer servers, which do not know an option, ignore it. Also what containers are started with. */
const FAST_MYSQL = [
	"--skip-log-bin",
	"--loose-mysqlx=OFF",
	"--skip-name-resolve",
	"--loose-performance-schema=OFF",
	"--innodb-flush-log-at-trx-commit=0",
	"--innodb-flush-method=nosync",
	"--innodb-doublewrite=OFF",
	"--innodb-buffer-pool-size=64M",
	"--loose-innodb-redo-log-capacity=32M"
];
const FAST_POSTGRESQL = [
	"--fsync=off",
	"--synchronous-commit=off",
	"--full-page-writes=off",
	"--wal-level=minimal",
	"--max-wal-senders=0",
	"--shared-buffers=64MB"
];
/** What production's server was declared to be, as options of ours; the user's own flags come last and win. */
function declaredOptions(family, declared) {
	const flags = declared.flags ?? [];
	if (family === "postgresql") return flags;
	const option = (name, value) => value === void 0 ? [] : [`--${name}=${value}`];
	return [
		...option("character-set-server", declared.charset),
		...option("collation-server", declared.collation),
		...option("sql-mode", declared.sqlMode),
		...flags
	];
}
const files = ({ base }) => base === void 0 ? [] : [`--basedir=${base}`];
const mysqlServer = {
	family: "mysql",
	ending: {
		server: "SIGKILL",
		initialisation: "SIGKILL"
	},
	administrator: {
		user: "root",
		database: ""
	},
	serve: (binary, { directory, data, port }, declared) => ({
		program: binary.path,
		args: [
			...[
				"--no-defaults",
				...files(binary),
				`--datadir=${data}`,
				`--pid-file=${directory}/server.pid`
			],
			...[
				`--socket=${directory}/mysql.sock`,
				"--bind-address=127.0.0.1",
				`--port=${port}`
			],
			"--secure-file-priv=",
			...FAST_MYSQL,
			...declaredOptions("mysql", declared)
		]
	}),
	socket: (directory) => `${directory}/mysql.sock`
};
const mysql = {
	...mysqlServer,
	initialise: (binary, data, declared) => Promise.resolve({
		program: binary.path,
		args: [
			...[
				"--no-defaults",
				...files(binary),
				"--initialize-insecure",
				`--datadir=${data}`
			],
			"--secure-file-priv=",
			"--loose-innodb-redo-log-capacity=32M",
			...declared.flags ?? []
		]
	})
};
const mariadb = {
	...mysqlServer,
	initialise: async (binary, data, _declared, path) => ({
		program: await beside(binary, ["mariadb-install-db", "mysql_install_db"], path),
		args: [
			"--no-defaults",
			`--datadir=${data}`,
			"--auth-root-authentication-method=normal",
			"--skip-test-db"
		]
	})
};
const postgresql = {
	family: "postgresql",
	ending: {
		server: "SIGQUIT",
		initialisation: "patience"
	},
	administrator: {
		user: "postgres",
		database: "postgres"
	},
	initialise: async (binary, data, _declared, path) => ({
		program: await beside(binary, ["initdb"], path),
		args: [...[
			`--pgdata=${data}`,
			"--username=postgres",
			"--auth-local=trust",
			"--auth-host=scram-sha-256"
		], ...[
			"--no-sync",
			"--encoding=UTF8",
			`--locale=${process.platform === "darwin" ? "C" : "C.UTF-8"}`
		]]
	}),
	serve: (binary, { directory, data, port }, declared) => ({
		program: binary.path,
		args: [
			...[
				"-D",
				data,
				`--unix-socket-directories=${directory}`
			],
			...["--listen-addresses=127.0.0.1", `--port=${port}`],
			...FAST_POSTGRESQL,
			...declaredOptions("postgresql", declared)
		]
	}),
	socket: (directory) => directory
};
const familyOf = (engine) => RECIPES[engine].family;
const RECIPES = {
	mysql,
	mariadb,
	postgresql
};

// src/io/server/container.ts
/** A server of our own in a Docker container, its data in memory, its port on loopback only. */
const PULL_MS = 6e5;
const LABEL = "alembic-gate";
/** The configuration's default is a MySQL: for another engine, its official image with long support stands in. */
const DEFAULT_IMAGE = "mysql:8.4";
const STAND_INS = {
	mysql: DEFAULT_IMAGE,
	mariadb: "mariadb:11.4",
	postgresql: "postgres:17"
};
const imageOf = ({ engine, config }) => config.image === DEFAULT_IMAGE ? STAND_INS[engine] : config.image;
/** The official images' own conventions. */
const CONVENTIONS = {
	mysql: {
		port: 3306,
		user: "root",
		database: "",
		data: "/var/lib/mysql",
		environment: (password) => [`MYSQL_ROOT_PASSWORD=${password}`, "MYSQL_ROOT_HOST=%"],
		fast: FAST_MYSQL
	},
	postgresql: {
		port: 5432,
		user: "postgres",
		database: "postgres",
		data: "/var/lib/postgresql",
		environment: (password) => [`POSTGRES_PASSWORD=${password}`, "PGDATA=/var/lib/postgresql/gate"],
		fast: FAST_POSTGRESQL
	}
};
/** Throws a UsageError where there is no engine, no image or no server in it that gets ready. */
async function standContainer(request) {
	const { watch, run } = request;
	await requireImage(request, imageOf(request));
	await sweep(request);
	const held = watch.protect({
		kind: "container",
		name: run
	});
	try {
		const login = await start$1(request);
		return {
			source: "container",
			login,
			client: await whenReady(request, login),
			dumper: dumperInside(request, login),
			[Symbol.asyncDispose]: () => held[Symbol.asyncDispose]()
		};
	} catch (error) {
		await held[Symbol.asyncDispose]();
		throw error;
	}
}
async function whenReady(request, login) {
	const { run, config, engine } = request;
	const limitMs = config.timeouts.connect * 1e3;
	let exitCode = null;
	const enough = new AbortController();
	docker(request, ["wait", run], limitMs, enough.signal).then(({ ok, stdout }) => {
		if (ok) exitCode = `exit code ${stdout}`;
	});
	try {
		return await untilReady(login, limitMs, () => exitCode);
	} catch (error) {
		throw new UsageError(`The ${engine} server in the container of ${imageOf(request)} is of no use: ${words(error)}; its log says: ${await lastWords(request)}.`);
	} finally {
		enough.abort();
	}
}
async function lastWords(request) {
	const { stdout, stderr } = await docker(request, [
		"logs",
		"--tail",
		"50",
		request.run
	]);
	return tellingLines(`${stdout}\n${stderr}`);
}
async function requireImage(request, image) {
	const inspected = await docker(request, [
		"image",
		"inspect",
		"--format",
		"{{.Id}}",
		image
	]);
	if (inspected.ok) return;
	if (!/no such image/i.test(inspected.stderr)) throw new UsageError(`No Docker engine answers (${tellingLines(inspected.stderr)}): start one, or set "database: local" or a database-url.`);
	const pulled = await docker(request, [
		"pull",
		"--quiet",
		image
	], PULL_MS);
	if (pulled.ok) return;
	throw new UsageError(`The image ${image} is not here and cannot be pulled (${tellingLines(pulled.stderr)}): correct "image", or log in to its registry first.`);
}
async function start$1(request) {
	const { run, config, engine } = request;
	const family = familyOf(engine);
	const { port, user, database, data, environment, fast } = CONVENTIONS[family];
	const password = newPassword();
	const options = [...[
		"--name",
		run,
		"--label",
		LABEL,
		"--tmpfs",
		data,
		"--publish",
		`127.0.0.1::${port}`
	], ...environment(password).flatMap((variable) => ["--env", variable])];
	const started = await docker(request, [...[
		"run",
		"--detach",
		...options,
		imageOf(request)
	], ...[...fast, ...declaredOptions(family, config.server)]]);
	if (!started.ok) throw new UsageError(`The image ${imageOf(request)} cannot be started: ${tellingLines(started.stderr)}.`);
	const published = await docker(request, [
		"port",
		run,
		`${port}/tcp`
	]);
	const found = /:(\d+)$/m.exec(published.stdout)?.[1];
	if (!found) throw new UsageError(`The container of ${imageOf(request)} ended at once: ${await lastWords(request)}.`);
	return {
		family,
		host: "127.0.0.1",
		port: Number(found),
		socket: null,
		user,
		password,
		database
	};
}
/** Containers that a watchdog which was itself killed could not remove. */
async function sweep(request) {
	const listed = await docker(request, [
		"ps",
		"--all",
		...[
			"--filter",
			`label=${LABEL}`,
			"--format",
			"{{.Names}}"
		]
	]);
	const now = /* @__PURE__ */ new Date();
	const old = listed.stdout.split("\n").filter((name) => isLeftover(name, now));
	if (old.length > 0) await docker(request, [
		"rm",
		"--force",
		"--volumes",
		...old
	]);
}

// src/io/server/template.ts
/** Initialised data directories, made once per server program and copied in a tenth of a second. */
const run = promisify(execFile);
/** `made` is how it is initialised. A program that was replaced has another template. */
async function templateOf(binary, made, request) {
	const { XDG_CACHE_HOME, HOME } = request.environment;
	const { size, mtimeMs } = await stat(binary.path);
	const recipe = JSON.stringify([
		binary,
		size,
		mtimeMs,
		made
	]);
	const hash = createHash("sha256").update(recipe).digest("hex").slice(0, 12);
	const cache = join(XDG_CACHE_HOME ?? join(HOME ?? homedir(), ".cache"), "alembic-gate", "templates");
	const template = join(cache, `${binary.engine}-${binary.version}-${hash}`);
	const remove = (directory) => request.watch.protect({
		kind: "workplace",
		directory
	});
	return {
		copyTo: (directory) => copy(template, directory).then(() => true, () => rm(directory, {
			recursive: true,
			force: true
		}).then(() => false)),
		keep: async (directory) => {
			const incoming = `${template}.${request.run}`;
			const unfinished = remove(incoming);
			await mkdir(cache, { recursive: true }).then(() => copy(directory, incoming)).then(() => rename(incoming, template)).catch(() => void 0);
			await unfinished[Symbol.asyncDispose]();
		},
		discard: async () => {
			await Promise.allSettled([remove(template)[Symbol.asyncDispose]()]);
		}
	};
}
/**
* By the system's own program, which is ten times as fast as Node's; owners stay as they are. Two thirds of a data directory
* are zeros, which GNU's need not write.
*/
async function copy(from, to) {
	await run("cp", [
		"-Rp",
		"--sparse=always",
		from,
		to
	]).catch(async () => {
		await rm(to, {
			recursive: true,
			force: true
		});
		await run("cp", [
			"-Rp",
			from,
			to
		]);
	});
}

// src/io/server/local.ts
/** A server of our own from a program on this machine, in a private directory; the machine's own server is not touched. */
/** Throws a UsageError with the last lines of the server's log where it does not start. */
async function standLocal(request) {
	const { engine, config, environment, watch, run } = request;
	const recipe = RECIPES[engine];
	const binary = await findBinary(engine, config.server.version, environment.PATH ?? "");
	const place = await openWorkplace(watch, run, environment);
	try {
		const server = {
			request,
			recipe,
			place,
			binary: await unconfined(binary, place, request)
		};
		const made = await recipe.initialise(binary, "", config.server, environment.PATH ?? "");
		const { login, client } = await startFromTemplate(server, await templateOf(binary, made, request));
		return {
			source: "local",
			login,
			client,
			dumper: await dumperBeside(binary, login, environment),
			[Symbol.asyncDispose]: () => place[Symbol.asyncDispose]()
		};
	} catch (error) {
		await place[Symbol.asyncDispose]();
		throw error;
	}
}
/** A template on which the server does not start is made anew, once; so is the choice of a port that somebody took. */
async function startFromTemplate(server, template) {
	const first = join(server.place.directory, "data");
	if (await template.copyTo(first)) try {
		return await start(server, first);
	} catch {
		await template.discard();
	}
	const fresh = join(server.place.directory, "fresh");
	await initialise(server, fresh);
	await template.keep(fresh);
	return start(server, fresh);
}
async function initialise({ request, recipe, place, binary }, data) {
	const { config, environment } = request;
	const command = await recipe.initialise(binary, data, config.server, environment.PATH ?? "");
	const [code] = await once(place.start(command, recipe.ending.initialisation), "exit");
	if (code === 0) return;
	throw new UsageError(`${basename(command.program)} could not make a data directory: ${await place.lastWords()}.`);
}
async function start({ request, recipe, place, binary }, data) {
	const port = await freePort();
	const where = {
		directory: place.directory,
		data,
		port
	};
	const child = place.start(recipe.serve(binary, where, request.config.server), recipe.ending.server);
	const login = {
		...recipe.administrator,
		family: recipe.family,
		host: "127.0.0.1",
		port,
		socket: recipe.socket(place.directory),
		password: ""
	};
	try {
		const limitMs = request.config.timeouts.connect * 1e3;
		const client = await untilReady(login, limitMs, () => child.exitCode ?? child.signalCode);
		child.unref();
		return {
			login,
			client
		};
	} catch (error) {
		child.kill(recipe.ending.server);
		const said = error instanceof Error ? error.message : String(error);
		throw new UsageError(`The local ${binary.engine} ${binary.version} (${binary.path}) did not start: ${said}; its log says: ${await place.lastWords()}.`);
	}
}
/** The port is free now; that somebody takes it before the server does is answered by the second try. */
async function freePort() {
	const probe = createServer().listen(0, "127.0.0.1");
	await once(probe, "listening");
	const { port } = probe.address();
	probe.close();
	await once(probe, "close");
	return port;
}
/**
* Ubuntu confines its own mysqld by AppArmor to the machine's data directory. A profile holds for a path, so that a copy
* of the program is free.
*/
async function unconfined(binary, place, { profiles = "/etc/apparmor.d" }) {
	const profile = join(profiles, binary.path.slice(1).replaceAll("/", "."));
	const isConfined = await stat(profile).then(() => true, () => false);
	if (binary.engine !== "mysql" || !isConfined) return binary;
	const path = join(place.directory, "program", binary.path);
	await mkdir(dirname(path), { recursive: true });
	await copyFile(binary.path, path);
	return {
		...binary,
		path,
		base: dirname(dirname(binary.path))
	};
}

// src/io/server/address.ts
/** A server's URL as SQLAlchemy reads it, and whether it lies so near that tests may be what it is for. */
/** SQLAlchemy's own pattern: sqlalchemy/engine/url.py, `_parse_url`. */
const URL_PATTERN = /^(?<scheme>[\w+]+):\/\/(?:(?<user>[^:/]*)(?::(?<password>[^@]*))?@)?(?:(?:\[(?<ipv6>[^/?]+)\]|(?<host>[^/:?]+))?(?::(?<port>[^/?]*))?)?(?:\/(?<database>[^?]*))?(?:\?(?<query>.*))?$/s;
const FAMILIES = {
	mysql: "mysql",
	mariadb: "mysql",
	postgresql: "postgresql",
	postgres: "postgresql"
};
const WHERE = "in database-url";
/** Throws a UsageError that never quotes the URL, since that may hold a password. */
function parseServerUrl(url) {
	const parts = URL_PATTERN.exec(url.trim())?.groups;
	if (!parts) throw new UsageError(`No URL ${WHERE}: write engine://user:password@host:port, as SQLAlchemy reads it.`);
	const [dialect = ""] = (parts.scheme ?? "").split("+");
	const family = FAMILIES[dialect];
	if (!family) throw new UsageError(`The engine "${dialect}" ${WHERE} is none of mysql, mariadb, postgresql: use one of these.`);
	const port = parts.port ? Number(parts.port) : null;
	if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65536)) throw new UsageError(`The port "${parts.port}" ${WHERE} is no number from 1 to 65535: correct it.`);
	const socket = socketOf(family, new URLSearchParams(parts.query ?? ""), parts.host);
	return {
		family,
		host: socket === null ? parts.ipv6 ?? parts.host ?? "localhost" : null,
		port: port ?? (family === "mysql" ? 3306 : 5432),
		socket,
		user: unquote(parts.user) ?? (family === "mysql" ? "root" : "postgres"),
		password: unquote(parts.password) ?? "",
		database: family === "mysql" ? "" : unquote(parts.database) || "postgres"
	};
}
/** MySQL's drivers take `unix_socket`; PostgreSQL's take a directory as the host. */
function socketOf(family, query, host) {
	if (family === "mysql") return query.get("unix_socket");
	return [query.get("host"), unquote(host)].find((name) => name?.startsWith("/")) ?? null;
}
function unquote(text) {
	try {
		return text === void 0 ? void 0 : decodeURIComponent(text);
	} catch {
		throw new UsageError(`A percent sign ${WHERE} begins no %XX escape: write %25 for the sign itself.`);
	}
}
/** How messages name a server: without its password. */
function nameServer(login) {
	return `${login.user}@${login.socket ?? `${login.host ?? ""}:${login.port ?? ""}`}`;
}
const NEAR = new BlockList();
NEAR.addSubnet("127.0.0.0", 8);
NEAR.addSubnet("10.0.0.0", 8);
NEAR.addSubnet("172.16.0.0", 12);
NEAR.addSubnet("192.168.0.0", 16);
NEAR.addSubnet("169.254.0.0", 16);
NEAR.addAddress("::1", "ipv6");
NEAR.addSubnet("fc00::", 7, "ipv6");
NEAR.addSubnet("fe80::", 10, "ipv6");
/** Throws a UsageError for a host that is neither loopback nor private by all of its addresses, or has none. */
async function requireNear(login) {
	if (login.host === null) return;
	const { host } = login;
	const far = (isIP(host) ? [{
		address: host,
		family: isIP(host)
	}] : await resolve(host)).find(({ address, family }) => !NEAR.check(address, family === 6 ? "ipv6" : "ipv4"));
	if (!far) return;
	throw new UsageError(`The server ${nameServer(login)} is remote (${far.address}): nothing is created there unless the configuration says "allow-remote: true".`);
}
async function resolve(host) {
	try {
		return await lookup(host, { all: true });
	} catch {
		throw new UsageError(`The host "${host}" ${WHERE} has no address: correct its name, or start the server first.`);
	}
}

// src/io/server/serve.ts
/** Takes the standing over: it is disposed with the server, and where this rejects. */
async function serve(standing, options) {
	try {
		const { login, client } = standing;
		const dialect = DIALECTS[login.family];
		const user = {
			...login,
			user: options.run,
			password: newPassword()
		};
		if (standing.source === "service") await sweepServer(client, dialect, /* @__PURE__ */ new Date()).catch(() => void 0);
		await withRights(login, () => dialect.createUser(client, user.user, user.password));
		if (login.family === "mysql") await acquaint(user, options.connectMs);
		const identity = await dialect.identify(client);
		return publish({
			standing,
			dialect,
			user,
			...options
		}, identity);
	} catch (error) {
		await standing.client.close();
		await Promise.allSettled([standing[Symbol.asyncDispose]()]);
		throw error;
	}
}
/**
* One login with the right password puts it into MySQL's cache, after which drivers get in that lack the cryptography
* for the first (PyMySQL without its extra): caching_sha2_password, "fast authentication".
*/
async function acquaint(user, connectMs) {
	await (await connect({
		...user,
		database: ""
	}, connectMs)).close();
}
function publish(session, identity) {
	const { standing, dialect } = session;
	const live = /* @__PURE__ */ new Map();
	let serial = 0;
	const unmade = (purpose) => {
		const own = session.declared.databaseName;
		const name = standing.source !== "service" && own !== void 0 && !live.has(own) ? own : scratchName(session.run, purpose, ++serial);
		const scratch = new LiveScratch(session, name);
		live.set(name, scratch);
		return scratch;
	};
	const ours = (name) => {
		const scratch = live.get(name);
		if (!scratch) throw new Error(`${name} is no scratch schema of this run, so it is left alone.`);
		return scratch;
	};
	const drop = async (scratch) => {
		await scratch.close();
		await dialect.dropSchema(standing.client, scratch.name);
		live.delete(scratch.name);
	};
	return {
		...identity,
		source: standing.source,
		query: (sql, parameters) => standing.client.query(sql, parameters),
		async createScratch(purpose) {
			const scratch = unmade(purpose);
			await scratch.create();
			return scratch;
		},
		async cloneScratch({ name }, purpose) {
			await ours(name).close();
			const scratch = unmade(purpose);
			try {
				await scratch.createFrom(name);
				return scratch;
			} catch (error) {
				await drop(scratch);
				throw error;
			}
		},
		...keeping(session, {
			unmade,
			ours,
			drop
		}),
		dropScratch: async ({ name }) => drop(ours(name)),
		async [Symbol.asyncDispose]() {
			await Promise.all([...live.values()].map((scratch) => scratch.close()));
			await standing.client.close();
			await standing[Symbol.asyncDispose]();
		}
	};
}
/** What base states are kept by. */
function keeping(session, { unmade, ours, drop }) {
	const { standing, dialect, user, connectMs } = session;
	const reach = {
		dumper: standing.dumper,
		connect: (database) => connect({
			...standing.login,
			database
		}, connectMs)
	};
	return {
		async dumpScratch({ name }) {
			await ours(name).close();
			return dialect.dumpSchema(reach, name, user.user);
		},
		async loadScratch(dump, purpose) {
			const scratch = unmade(purpose);
			try {
				await scratch.create();
				await dialect.loadSchema(reach, dump, scratch.name, user.user);
				return scratch;
			} catch (error) {
				await drop(scratch);
				throw error;
			}
		},
		contents: ({ name }) => dialect.contents(reach, ours(name).name, user.user),
		settings: () => dialect.settings(standing.client)
	};
}
var LiveScratch = class {
	name;
	endpoint;
	#session;
	#client = null;
	constructor(session, name) {
		this.name = name;
		this.endpoint = {
			...session.user,
			database: name
		};
		this.#session = session;
	}
	async create() {
		const { standing, dialect, declared, user } = this.#session;
		const { client, login } = standing;
		await withRights(login, () => dialect.createSchema(client, {
			name: this.name,
			user: user.user,
			declared
		}));
		if (login.family === "postgresql") await this.#addExtensions(declared.extensions ?? []);
	}
	async createFrom(source) {
		const { standing, dialect, declared, user, connectMs } = this.#session;
		const { client, login } = standing;
		const connectTo = (database) => connect({
			...login,
			database
		}, connectMs);
		await dialect.cloneSchema({
			client,
			connect: connectTo
		}, source, {
			name: this.name,
			user: user.user,
			declared
		});
	}
	async query(...statement) {
		const { standing, connectMs } = this.#session;
		this.#client ??= connect({
			...standing.login,
			database: this.name
		}, connectMs);
		return (await this.#client).query(...statement);
	}
	async openSession() {
		const client = await connect(this.endpoint, this.#session.connectMs);
		return {
			async query(sql) {
				await client.query(sql);
			},
			copy: (sql, rows) => client.copy(sql, rows),
			[Symbol.asyncDispose]: () => client.close()
		};
	}
	async close() {
		const client = this.#client;
		this.#client = null;
		await client?.then((connected) => connected.close(), () => void 0);
	}
	/** By the administrator, since most of them are not for everybody to install. */
	async #addExtensions(extensions) {
		for (const extension of extensions) await this.query(`CREATE EXTENSION IF NOT EXISTS "${extension.replaceAll("\"", "\"\"")}"`).catch((error) => {
			throw new UsageError(`The extension "${extension}" of "server: extensions" cannot be created: ${words(error)}.`);
		});
	}
};
const NO_RIGHTS = /* @__PURE__ */ new Set([
	"ER_DBACCESS_DENIED_ERROR",
	"ER_SPECIFIC_ACCESS_DENIED_ERROR",
	"ER_ACCESS_DENIED_ERROR",
	"ER_CANT_CREATE_USER_WITH_GRANT",
	"ER_TABLEACCESS_DENIED_ERROR",
	"42501"
]);
async function withRights(login, act) {
	try {
		await act();
	} catch (error) {
		if (!NO_RIGHTS.has(codeOf(error))) throw new UsageError(`The server ${nameServer(login)} says: ${words(error)}.`);
		throw new UsageError(`${nameServer(login)} may not create databases and users (${words(error)}): give database-url an administrator, such as root of a service container.`);
	}
}

// src/io/server/service.ts
/** A server that somebody else runs, such as the job's service container: only schemas and users of our own are touched. */
/** Throws a UsageError for each way in which the configured server cannot serve. */
async function standService(request, url) {
	const { config, engine, watch, run } = request;
	const login = parseServerUrl(url);
	if (login.family !== familyOf(engine)) throw new UsageError(`The database-url is a ${login.family} one and the project speaks ${engine}: give a server of that engine.`);
	if (!config.allowRemote) await requireNear(login);
	const client = await untilReady(login, config.timeouts.connect * 1e3).catch((error) => {
		throw explained(error, login);
	});
	await requireMode(client, config.server.sqlMode, login).catch(async (error) => {
		await client.close();
		throw error;
	});
	const held = watch.protect({
		kind: "schemas",
		login,
		run
	});
	return {
		source: "service",
		login,
		client,
		dumper: dumperOnPath(login, request.environment),
		[Symbol.asyncDispose]: () => held[Symbol.asyncDispose]()
	};
}
/** What the server was started with cannot be given to it: it has the mode of production, or is of no use. */
async function requireMode(client, declared, login) {
	if (declared === void 0 || login.family !== "mysql") return;
	const asked = async () => String((await client.query("SELECT @@SESSION.sql_mode AS mode"))[0]?.mode);
	const cure = "start it with that mode, or correct \"server: sql-mode\"";
	const own = await asked();
	await client.query(`SET SESSION sql_mode = ?`, [declared]).catch((error) => {
		const said = error instanceof Error ? error.message : String(error);
		throw new UsageError(`The server ${nameServer(login)} does not know the declared sql_mode (${said}): ${cure}.`);
	});
	const wanted = await asked();
	await client.query("SET SESSION sql_mode = @@GLOBAL.sql_mode");
	if (own !== wanted) throw new UsageError(`The server ${nameServer(login)} runs with sql_mode "${own}", and production is declared to have "${wanted}": ${cure}.`);
}
function explained(error, login) {
	const server = nameServer(login);
	if (error instanceof Rejected && error.isLogin) return new UsageError(`The server ${server} refuses the login (${error.message}): correct user and password in database-url.`);
	if (error instanceof Rejected) return new UsageError(`The server ${server} refuses us (${error.message}): correct database-url.`);
	if (error instanceof NotReady) return new UsageError(`The server ${server} is ${error.message}: start it, or correct database-url.`);
	return error;
}

// src/io/server/open.ts
/** Gets a throwaway server from where the configuration says. */
/** Throws a UsageError, one sentence, where no server is to be had. `database: none` is the caller's to see. */
async function openServer(request) {
	const run = newRun(/* @__PURE__ */ new Date());
	const { config } = request;
	const standing = await stand({
		...request,
		run
	});
	return serve(standing, {
		run,
		declared: config.server,
		connectMs: config.timeouts.connect * 1e3
	});
}
function stand(request) {
	const { database, databaseUrl } = request.config;
	switch (database) {
		case "local": return standLocal(request);
		case "container": return standContainer(request);
		case "service":
			if (databaseUrl !== null) return standService(request, databaseUrl);
			throw new UsageError("\"database: service\" needs the server's URL: set \"database-url\".");
		case "auto": return databaseUrl === null ? standAnywhere(request) : standService(request, databaseUrl);
		case "none": throw new UsageError("No server is opened with \"database: none\".");
	}
}
/** A program on this machine, else a container; where neither is to be had, both reasons. */
async function standAnywhere(request) {
	try {
		return await standLocal(request);
	} catch (local) {
		if (!(local instanceof UsageError)) throw local;
		return standContainer(request).catch((container) => {
			if (!(container instanceof UsageError)) throw container;
			throw new UsageError(`No database server. ${local.message} ${container.message}`);
		});
	}
}

export { openServer };