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