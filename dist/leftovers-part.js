import { r as __toESM } from "./rolldown-runtime-part.js";
import { randomBytes } from "node:crypto";

// src/io/server/client.ts
/** Rejects with the client library's own error, which has a `code`. The limit is for connecting. */
function connect(login, connectMs) {
	return login.family === "mysql" ? connectMysql(login, connectMs) : connectPostgresql(login, connectMs);
}
async function connectMysql(login, connectTimeout) {
	const { createConnection } = await import("./promise-part.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const connection = await createConnection({
		...login.socket === null ? {
			host: login.host ?? "127.0.0.1",
			port: login.port ?? 3306
		} : { socketPath: login.socket },
		user: login.user,
		password: login.password,
		...login.database === "" ? {} : { database: login.database },
		charset: "utf8mb4",
		connectTimeout,
		flags: ["-IGNORE_SPACE"],
		dateStrings: true,
		jsonStrings: true,
		supportBigNumbers: true,
		typeCast: (field, next) => field.type === "GEOMETRY" ? field.buffer() : next()
	});
	connection.on("error", () => void 0);
	return {
		async query(sql, parameters = []) {
			const values = [...parameters];
			const [rows] = parameters.length > 0 ? await connection.execute(sql, values) : await connection.query(sql);
			return Array.isArray(rows) ? rows : [];
		},
		close: () => connection.end().catch(() => connection.destroy())
	};
}
/** Oids of pg_type whose values become JavaScript's own; everything else stays as PostgreSQL writes it. */
const PARSERS = new Map([
	[16, (text) => text === "t"],
	[17, (text) => Buffer.from(text.slice(2), "hex")],
	...[
		21,
		23,
		26,
		700,
		701
	].map((oid) => [oid, Number])
]);
async function connectPostgresql(login, connectionTimeoutMillis) {
	const { Client: PgClient } = (await import("./esm-part.js")).default;
	const client = new PgClient({
		host: login.socket ?? login.host ?? "127.0.0.1",
		port: login.port ?? 5432,
		user: login.user,
		password: login.password,
		database: login.database,
		connectionTimeoutMillis,
		types: { getTypeParser: (oid) => PARSERS.get(oid) ?? String }
	});
	client.on("error", () => void 0);
	await client.connect();
	return {
		query: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows,
		close: () => client.end()
	};
}

// src/io/server/clone-mysql.ts
const quote = (name) => `\`${name.replaceAll("`", "``")}\``;
/**
* `client` is nobody else's: its default schema and its settings change. `to` exists and is empty. Rejects where anything
* cannot be made again; whether the copy equals its source is for the caller to see.
*/
async function cloneMysql(copy) {
	const { client, from, to } = copy;
	await client.query("SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0, unique_checks = 0");
	const [schema] = await client.query("SELECT DEFAULT_CHARACTER_SET_NAME AS charset, DEFAULT_COLLATION_NAME AS collation FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?", [from]);
	await client.query(`ALTER DATABASE ${quote(to)} CHARACTER SET ${String(schema?.charset)} COLLATE ${String(schema?.collation)}`);
	const tables = await client.query("SELECT TABLE_NAME AS name, TABLE_TYPE AS type FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?", [from]);
	const named = (wanted) => tables.flatMap(({ name, type }) => wanted(String(type)) ? [String(name)] : []);
	for (const name of named((type) => type === "SEQUENCE")) await cloneSequence(copy, name);
	const withRows = named((type) => type !== "SEQUENCE" && type !== "VIEW");
	for (const name of withRows) await client.query(`CREATE TABLE ${quote(to)}.${quote(name)} LIKE ${quote(from)}.${quote(name)}`);
	const created = await shown(copy, "TABLE", withRows);
	for (const [index, name] of withRows.entries()) await constrain(copy, name, created[index]?.sql ?? "");
	for (const name of withRows) await cloneRows(copy, name);
	for (const kind of ["FUNCTION", "PROCEDURE"]) await make(copy, await shown(copy, kind, await routines(copy, kind)));
	await makeInAnyOrder(copy, await shown(copy, "VIEW", named((type) => type === "VIEW")));
	await make(copy, await shown(copy, "TRIGGER", await listed(copy, "TRIGGER_NAME", "TRIGGERS WHERE TRIGGER_SCHEMA = ? ORDER BY EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER")));
	await make(copy, await shown(copy, "EVENT", await listed(copy, "EVENT_NAME", "EVENTS WHERE EVENT_SCHEMA = ?")));
}
const STATEMENTS = {
	TABLE: "Create Table",
	VIEW: "Create View",
	FUNCTION: "Create Function",
	PROCEDURE: "Create Procedure",
	TRIGGER: "SQL Original Statement",
	EVENT: "Create Event"
};
async function shown({ client, from }, kind, names) {
	await client.query(`USE ${quote(from)}`);
	const makings = [];
	for (const name of names) {
		const [row] = await client.query(`SHOW CREATE ${kind} ${quote(name)}`);
		const sql = text(row, STATEMENTS[kind] ?? kind);
		if (sql === null) throw new Error(`the server does not say how ${kind.toLowerCase()} ${name} was made`);
		makings.push({
			sql,
			mode: text(row, "sql_mode"),
			collation: text(row, "collation_connection")
		});
	}
	return makings;
}
/** The copy would lead into the source of another copy. */
const OTHER_SCRATCH = /`alembic_gate_[0-9a-f]{6}_\d{10}_[a-z0-9_]+`\./;
async function make(copy, makings) {
	const { client, from, to } = copy;
	await client.query(`USE ${quote(to)}`);
	for (const { sql, mode, collation } of makings) {
		if (mode !== null) await client.query(`SET SESSION sql_mode = '${mode}'`);
		if (collation !== null) await client.query(`SET SESSION collation_connection = ${collation}`);
		const renamed = sql.replaceAll(`${quote(from)}.`, `${quote(to)}.`);
		if (OTHER_SCRATCH.test(renamed.replaceAll(`${quote(to)}.`, ""))) throw new Error("something in it names another database");
		await client.query(renamed);
	}
	await client.query("SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");
}
/** Views stand on views, and the catalogue does not say in which order: as long as one more can be made, go on. */
async function makeInAnyOrder(copy, makings) {
	let left = makings;
	while (left.length > 0) {
		const failed = [];
		let last = null;
		for (const making of left) await make(copy, [making]).catch((error) => {
			failed.push(making);
			last = error;
		});
		if (failed.length === left.length) throw last;
		left = failed;
	}
}
/**
* `LIKE` keeps what no text says (an index that the server made for a foreign key gives way to the next that fits), but
* takes no foreign keys along, and MySQL gives checks new names.
*/
async function constrain(copy, table, created) {
	const { client, to } = copy;
	const wanted = created.split("\n").flatMap((line) => /^ {2}(CONSTRAINT .*?),?$/.exec(line)?.[1] ?? []);
	if (wanted.length === 0) return;
	const changes = [...(await client.query("SELECT CONSTRAINT_NAME AS name FROM information_schema.CHECK_CONSTRAINTS JOIN information_schema.TABLE_CONSTRAINTS USING (CONSTRAINT_SCHEMA, CONSTRAINT_NAME) WHERE CONSTRAINT_SCHEMA = ? AND TABLE_CONSTRAINTS.TABLE_NAME = ? AND CONSTRAINT_TYPE = 'CHECK'", [to, table])).map(({ name }) => `DROP CONSTRAINT ${quote(String(name))}`), ...wanted.map((clause) => `ADD ${clause}`)];
	await make(copy, [{
		sql: `ALTER TABLE ${quote(table)} ${changes.join(", ")}`,
		mode: null,
		collation: null
	}]);
}
async function cloneRows({ client, from, to }, table) {
	const list = (await client.query("SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COALESCE(GENERATION_EXPRESSION, '') = '' ORDER BY ORDINAL_POSITION", [from, table])).map(({ name }) => quote(String(name))).join(", ");
	await client.query(`INSERT INTO ${quote(to)}.${quote(table)} (${list}) SELECT ${list} FROM ${quote(from)}.${quote(table)}`);
}
async function cloneSequence(copy, name) {
	const { client, from, to } = copy;
	await client.query(`USE ${quote(from)}`);
	const [row] = await client.query(`SHOW CREATE SEQUENCE ${quote(name)}`);
	await make(copy, [{
		sql: text(row, "Create Table") ?? "",
		mode: null,
		collation: null
	}]);
	const [state] = await client.query(`SELECT next_not_cached_value AS next FROM ${quote(from)}.${quote(name)}`);
	await client.query(`SELECT SETVAL(${quote(to)}.${quote(name)}, ${String(state?.next)}, 0)`);
}
async function routines(copy, kind) {
	return listed(copy, "ROUTINE_NAME", `ROUTINES WHERE ROUTINE_SCHEMA = ? AND ROUTINE_TYPE = '${kind}'`);
}
async function listed({ client, from }, column, rest) {
	return (await client.query(`SELECT ${column} AS name FROM information_schema.${rest}`, [from])).map(({ name }) => String(name));
}
function text(row, column) {
	const value = row?.[column];
	return value === void 0 || value === null ? null : String(value);
}

// src/io/server/mysql.ts
const quoteName$1 = (name) => `\`${name.replaceAll("`", "``")}\``;
/** In a grant `_` and `%` stand for other characters. */
const quotePattern = (name) => quoteName$1(name.replace(/[_%\\]/g, "\\$&"));
const names$1 = (rows) => rows.map(({ name }) => String(name));
const mysql = {
	async identify(client) {
		const [row] = await client.query("SELECT VERSION() AS version");
		const said = String(row?.version);
		const version = /^\d+(\.\d+)*(-MariaDB)?/i.exec(said)?.[0] ?? said;
		const isMariadb = /mariadb/i.test(said);
		return {
			engine: isMariadb ? "mariadb" : "mysql",
			product: isMariadb ? "MariaDB" : "MySQL",
			version
		};
	},
	async createUser(client, run, password) {
		await client.query(`CREATE USER ${run}@'%' IDENTIFIED BY '${password}'`);
		await client.query(`GRANT ALL PRIVILEGES ON ${quotePattern(`${run}_`).slice(0, -1)}%\`.* TO ${run}@'%'`);
	},
	async createSchema(client, { name, user, declared }) {
		const charset = declared.charset === void 0 ? "" : ` CHARACTER SET ${quoteName$1(declared.charset)}`;
		const collation = declared.collation === void 0 ? "" : ` COLLATE ${quoteName$1(declared.collation)}`;
		await client.query(`CREATE DATABASE ${quoteName$1(name)}${charset}${collation}`);
		if (!name.startsWith(`${user}_`)) await client.query(`GRANT ALL PRIVILEGES ON ${quotePattern(name)}.* TO ${user}@'%'`);
	},
	async cloneSchema(session, from, to) {
		await mysql.createSchema(session.client, to);
		const client = await session.connect(from);
		try {
			await cloneMysql({
				client,
				from,
				to: to.name
			});
		} finally {
			await client.close();
		}
	},
	async dropSchema(client, name) {
		await endSessions(client, "DB", name);
		await client.query(`DROP DATABASE IF EXISTS ${quoteName$1(name)}`);
	},
	async dropUser(client, name) {
		await endSessions(client, "USER", name);
		await client.query(`DROP USER IF EXISTS ${quoteName$1(name)}@'%'`);
	},
	async listOurs(client) {
		const schemas = await client.query("SHOW DATABASES LIKE 'alembic\\_gate\\_%'");
		const users = await client.query("SELECT User AS name FROM mysql.user WHERE User LIKE 'alembic\\_gate\\_%'");
		return {
			schemas: schemas.map((row) => String(Object.values(row)[0])),
			users: names$1(users)
		};
	}
};
async function endSessions(client, column, value) {
	const sessions = await client.query(`SELECT ID AS id FROM information_schema.PROCESSLIST WHERE ${column} = ? AND ID <> CONNECTION_ID()`, [value]);
	for (const { id } of sessions) await client.query(`KILL ${Number(id)}`).catch(() => void 0);
}

// src/io/server/postgresql.ts
const quoteName = (name) => `"${name.replaceAll("\"", "\"\"")}"`;
const quoteText = (text) => `'${text.replaceAll("'", "''")}'`;
const names = (rows) => rows.map(({ name }) => String(name));
const postgresql = {
	async identify(client) {
		const [row] = await client.query("SHOW server_version");
		return {
			engine: "postgresql",
			product: "PostgreSQL",
			version: String(row?.server_version).split(" ")[0] ?? ""
		};
	},
	async createUser(client, run, password) {
		await client.query(`CREATE ROLE ${run} LOGIN NOCREATEDB NOCREATEROLE PASSWORD '${password}'`);
		await client.query(`GRANT ${run} TO CURRENT_USER`);
	},
	async createSchema(client, { name, user, declared }) {
		const encoding = declared.charset === void 0 ? "" : ` ENCODING ${quoteText(declared.charset)}`;
		const locale = declared.collation === void 0 ? "" : ` LOCALE ${quoteText(declared.collation)}`;
		await client.query(`CREATE DATABASE ${quoteName(name)} OWNER ${user} TEMPLATE template0${encoding}${locale}`);
	},
	async cloneSchema({ client }, from, { name, user }) {
		if ((await client.query("SELECT 1 FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = $1", [from])).length > 0) throw new Error("it has settings of its own (ALTER DATABASE … SET)");
		await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()", [from]);
		await client.query(`CREATE DATABASE ${quoteName(name)} OWNER ${user} TEMPLATE ${quoteName(from)}`);
	},
	async dropSchema(client, name) {
		await client.query(`DROP DATABASE IF EXISTS ${quoteName(name)} WITH (FORCE)`);
	},
	async dropUser(client, name) {
		await client.query(`DROP ROLE IF EXISTS ${quoteName(name)}`);
	},
	async listOurs(client) {
		const pattern = "alembic\\_gate\\_%";
		const schemas = await client.query("SELECT datname AS name FROM pg_database WHERE datname LIKE $1", [pattern]);
		const users = await client.query("SELECT rolname AS name FROM pg_roles WHERE rolname LIKE $1", [pattern]);
		return {
			schemas: names(schemas),
			users: names(users)
		};
	}
};

// src/io/server/dialects.ts
const DIALECTS = {
	mysql,
	postgresql
};

// src/io/server/names.ts
/** Names of everything that we make outside our own process, which are also how it is found again if it is left behind. */
/** `alembic_gate_<random>_<seconds>`; what a run makes has its name or begins with it. 30 characters: MySQL's users take 32. */
const NAME = /^alembic_gate_[0-9a-f]{6}_(\d{10})(?![0-9])/;
/** Longer than any run: GitHub ends hosted jobs after six hours. */
const STALE_MS = 216e5;
function newRun(now) {
	const seconds = Math.floor(now.getTime() / 1e3);
	return `alembic_gate_${randomBytes(3).toString("hex")}_${String(seconds).padStart(10, "0")}`;
}
/** At most 63 characters, which is PostgreSQL's limit (MySQL's is 64). */
function scratchName(run, purpose, serial) {
	return `${run}_${purpose.toLowerCase().replace(/[^a-z0-9]/g, "").slice(0, 16)}_${serial}`;
}
/** Whether the name is one of ours and so old that the run which made it has ended. */
function isLeftover(name, now) {
	const seconds = NAME.exec(name)?.[1];
	return seconds !== void 0 && now.getTime() - Number(seconds) * 1e3 > STALE_MS;
}

// src/io/server/leftovers.ts
/** Removes what runs made on a server: one run's, by the watchdog; older ones', at the start of the next. */
/** For connecting to a server that answered before; milliseconds. */
const CONNECT_MS = 5e3;
/** Drops the run's schemas and its user. */
async function removeRun(login, run) {
	const client = await connect(login, CONNECT_MS);
	try {
		await removeOurs(client, DIALECTS[login.family], (name) => name === run || name.startsWith(`${run}_`));
	} finally {
		await client.close();
	}
}
/** Drops everything of ours so old that nobody can be using it. */
async function sweepServer(client, dialect, now) {
	await removeOurs(client, dialect, (name) => isLeftover(name, now));
}
async function removeOurs(client, dialect, which) {
	const { schemas, users } = await dialect.listOurs(client);
	for (const name of schemas.filter(which)) await dialect.dropSchema(client, name);
	for (const name of users.filter(which)) await dialect.dropUser(client, name);
}

export { scratchName as a, newRun as i, sweepServer as n, DIALECTS as o, isLeftover as r, connect as s, removeRun as t };