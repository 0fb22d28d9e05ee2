import { r as __toESM } from "./rolldown-runtime-part.js";
import { t as isLeftover } from "./names-part.js";
import { promisify } from "node:util";
import { execFile } from "node:child_process";

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
		copy: () => Promise.reject(/* @__PURE__ */ new Error("COPY … FROM stdin is PostgreSQL's")),
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
	const { Client: PgClient } = (await import("./esm-part2.js")).default;
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
		copy: async (sql, rows) => (await import("./copy-in-part.js")).copyIn(client, sql, rows),
		query: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows,
		close: () => client.end()
	};
}

// src/io/server/objects-mysql.ts
const quote = (name) => `\`${name.replaceAll("`", "``")}\``;
/** One that depends on no setting of its session. */
const plain = (sql) => ({
	sql,
	mode: null,
	collation: null
});
const MAKING_SETTINGS = "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0, unique_checks = 0";
const STATEMENTS = {
	TABLE: "Create Table",
	VIEW: "Create View",
	FUNCTION: "Create Function",
	PROCEDURE: "Create Procedure",
	TRIGGER: "SQL Original Statement",
	EVENT: "Create Event"
};
/** Names of the schema's tables and of what is listed among them, by type. */
async function namedTables(client, schema) {
	const tables = await client.query("SELECT TABLE_NAME AS name, TABLE_TYPE AS type FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?", [schema]);
	const named = (wanted) => tables.flatMap(({ name, type }) => wanted(String(type)) ? [String(name)] : []);
	return {
		withRows: named((type) => type !== "SEQUENCE" && type !== "VIEW"),
		views: named((type) => type === "VIEW"),
		sequences: named((type) => type === "SEQUENCE")
	};
}
/** `ALTER DATABASE` after which the schema `name` has the character set of `like`. */
async function characterSet(client, like, name) {
	const [schema] = await client.query("SELECT DEFAULT_CHARACTER_SET_NAME AS charset, DEFAULT_COLLATION_NAME AS collation FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?", [like]);
	return `ALTER DATABASE ${quote(name)} CHARACTER SET ${String(schema?.charset)} COLLATE ${String(schema?.collation)}`;
}
async function shown(client, schema, kind, names) {
	await client.query(`USE ${quote(schema)}`);
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
/** Sequences and how far they have come. */
async function shownSequences(client, schema, names) {
	await client.query(`USE ${quote(schema)}`);
	const makings = [];
	for (const name of names) {
		const [created] = await client.query(`SHOW CREATE SEQUENCE ${quote(name)}`);
		const qualified = `${quote(schema)}.${quote(name)}`;
		const [state] = await client.query(`SELECT next_not_cached_value AS next FROM ${qualified}`);
		makings.push(plain(text(created, "Create Table") ?? ""));
		makings.push(plain(`SELECT SETVAL(${qualified}, ${String(state?.next)}, 0)`));
	}
	return makings;
}
/** Stored programs of each kind, in an order in which they can be made once tables and views are there. */
async function shownRoutines(client, schema) {
	const makings = [];
	for (const kind of ["FUNCTION", "PROCEDURE"]) {
		const rest = `ROUTINES WHERE ROUTINE_SCHEMA = ? AND ROUTINE_TYPE = '${kind}'`;
		makings.push(...await shown(client, schema, kind, await listed(client, schema, "ROUTINE_NAME", rest)));
	}
	return makings;
}
const TRIGGERS = "TRIGGERS WHERE TRIGGER_SCHEMA = ? ORDER BY EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER";
/** What acts by itself, and so is made last. */
async function shownActors(client, schema) {
	const triggers = await listed(client, schema, "TRIGGER_NAME", TRIGGERS);
	const events = await listed(client, schema, "EVENT_NAME", "EVENTS WHERE EVENT_SCHEMA = ?");
	return [...await shown(client, schema, "TRIGGER", triggers), ...await shown(client, schema, "EVENT", events)];
}
/** Columns that take values, in order. */
async function writableColumns(client, schema, table) {
	return (await client.query("SELECT COLUMN_NAME AS name, DATA_TYPE AS type FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COALESCE(GENERATION_EXPRESSION, '') = '' ORDER BY ORDINAL_POSITION", [schema, table])).map(({ name, type }) => ({
		name: String(name),
		type: String(type).toLowerCase()
	}));
}
/** The definitions of foreign keys and checks in what `SHOW CREATE TABLE` says. */
const constraintsOf = (created) => created.split("\n").flatMap((line) => /^ {2}(CONSTRAINT .*?),?$/.exec(line)?.[1] ?? []);
/** The copy would lead into the source of another copy. */
const OTHER_SCRATCH = /`alembic_gate_[0-9a-f]{6}_\d{10}_[a-z0-9_]+`\./;
/** Makes them in `to` as they were in `from`. */
async function make(client, from, to, makings) {
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
async function makeInAnyOrder(client, from, to, makings) {
	let left = makings;
	while (left.length > 0) {
		const failed = [];
		let last = null;
		for (const making of left) await make(client, from, to, [making]).catch((error) => {
			failed.push(making);
			last = error;
		});
		if (failed.length === left.length) throw last;
		left = failed;
	}
}
async function listed(client, schema, column, rest) {
	return (await client.query(`SELECT ${column} AS name FROM information_schema.${rest}`, [schema])).map(({ name }) => String(name));
}
function text(row, column) {
	const value = row?.[column];
	return value === void 0 || value === null ? null : String(value);
}

// src/io/server/foreign-keys-mysql.ts
/** Gives foreign keys to a table that is made again, so that keys and the indexes which the server makes for them have their names. */
/** `CONSTRAINT … FOREIGN KEY …`, as `SHOW CREATE` writes it. */
const isForeign = (clause) => / FOREIGN KEY /.test(clause);
function foreignKey(clause) {
	const [, name, columns] = /^CONSTRAINT `((?:[^`]|``)+)` FOREIGN KEY (\(.*?\)) REFERENCES /.exec(clause) ?? [];
	return {
		name: (name ?? "").replaceAll("``", "`"),
		columns: columns ?? ""
	};
}
/** Indexes of the table that are not unique, whoever made them. */
function plainIndexes(created) {
	return created.split("\n").flatMap((line) => {
		const [, name, columns] = /^ {2}KEY `((?:[^`]|``)+)` (\(.*\)),?$/.exec(line) ?? [];
		if (name === void 0 || columns === void 0) return [];
		return [{
			name: name.replaceAll("``", "`"),
			columns: columns.replaceAll(",", ", ")
		}];
	});
}
/**
* The clauses that make these keys again, in statements of their own: an index that the server makes takes the key's name
* where that is spelled out, so that a key which was written without one goes without one again. The server's own names
* count up, and are given in the same order.
*/
function keyClauses(table, foreign, indexes) {
	const isUnnamed = (clause) => {
		const key = foreignKey(clause);
		const index = indexes.find(({ columns }) => columns === key.columns);
		return numberOf(key.name, table) !== null && index !== void 0 && index.name !== key.name;
	};
	if (!foreign.some(isUnnamed)) return foreign.length === 0 ? [] : [foreign];
	const number = (clause) => numberOf(foreignKey(clause).name, table);
	const numbered = foreign.filter((clause) => number(clause) !== null);
	const named = foreign.filter((clause) => !numbered.includes(clause));
	const spelled = numbered.toSorted((a, b) => (number(a) ?? 0) - (number(b) ?? 0)).map((clause) => isUnnamed(clause) ? clause.replace(/^CONSTRAINT `(?:[^`]|``)+` /, "") : clause);
	return [...named.length === 0 ? [] : [named], ...spelled.map((clause) => [clause])];
}
const adding = (table, clauses) => `ALTER TABLE ${quote(table)} ${clauses.map((clause) => `ADD ${clause}`).join(", ")}`;
function numberOf(name, table) {
	const prefix = `${table}_ibfk_`;
	const number = name.startsWith(prefix) ? name.slice(prefix.length) : "";
	return /^\d+$/.test(number) ? Number(number) : null;
}

// src/io/server/clone-mysql.ts
/**
* `client` is nobody else's: its default schema and its settings change. `to` exists and is empty. Rejects where anything
* cannot be made again; whether the copy equals its source is for the caller to see.
*/
async function cloneMysql(copy) {
	const { client, from, to } = copy;
	await client.query(MAKING_SETTINGS);
	await client.query(await characterSet(client, from, to));
	const { withRows, views, sequences } = await namedTables(client, from);
	await make(client, from, to, await shownSequences(client, from, sequences));
	const created = await shown(client, from, "TABLE", withRows);
	for (const [index, name] of withRows.entries()) await createTable(copy, name, created[index]?.sql ?? "");
	for (const [index, name] of withRows.entries()) await constrain(copy, name, created[index]?.sql ?? "");
	for (const name of withRows) await cloneRows(copy, name);
	await make(client, from, to, await shownRoutines(client, from));
	await makeInAnyOrder(client, from, to, await shown(client, from, "VIEW", views));
	await make(client, from, to, await shownActors(client, from));
}
/** A default that draws from a sequence would, in a table `LIKE` its source, go on drawing from the source's. */
async function createTable({ client, from, to }, table, created) {
	const like = `CREATE TABLE ${quote(to)}.${quote(table)} LIKE ${quote(from)}.${quote(table)}`;
	if (isTied(created, from)) await make(client, from, to, [plain(created)]);
	else await client.query(like);
}
const isTied = (created, from) => created.includes(`${quote(from)}.`);
/**
* `LIKE` keeps what no text says (an index that the server made for a foreign key gives way to the next that fits), but
* takes no foreign keys along, and MySQL gives checks new names.
*/
async function constrain({ client, from, to }, table, created) {
	const wanted = constraintsOf(created);
	if (wanted.length === 0 || isTied(created, from)) return;
	const dropped = (await client.query("SELECT CONSTRAINT_NAME AS name FROM information_schema.CHECK_CONSTRAINTS JOIN information_schema.TABLE_CONSTRAINTS USING (CONSTRAINT_SCHEMA, CONSTRAINT_NAME) WHERE CONSTRAINT_SCHEMA = ? AND TABLE_CONSTRAINTS.TABLE_NAME = ? AND CONSTRAINT_TYPE = 'CHECK'", [to, table])).map(({ name }) => `DROP CONSTRAINT ${quote(String(name))}`);
	const checks = wanted.filter((clause) => !isForeign(clause));
	const [first = [], ...others] = keyClauses(table, wanted.filter(isForeign), plainIndexes(created));
	const changes = [...dropped, ...[...checks, ...first].map((clause) => `ADD ${clause}`)];
	const rest = others.map((clauses) => plain(adding(table, clauses)));
	await make(client, from, to, [plain(`ALTER TABLE ${quote(table)} ${changes.join(", ")}`), ...rest]);
}
async function cloneRows({ client, from, to }, table) {
	const list = (await writableColumns(client, from, table)).map(({ name }) => quote(name)).join(", ");
	await client.query(`INSERT INTO ${quote(to)}.${quote(table)} (${list}) SELECT ${list} FROM ${quote(from)}.${quote(table)}`);
}

// src/io/server/dump.ts
/** Characters; a state with more rows than this is built faster than it is kept. */
const DUMP_LIMIT = 33554432;
/** Counts what is passed through it; throws where it becomes too much. */
function limitedDump() {
	let size = 0;
	return (sql) => {
		size += sql.length;
		if (size > 33554432) throw new Error(`its rows take more than ${DUMP_LIMIT / 1024 ** 2} MB`);
		return sql;
	};
}

// src/io/server/dump-mysql.ts
/** Times are kept and said in one time zone, whatever the server's. */
const SETTINGS = `${MAKING_SETTINGS}, time_zone = '+00:00'`;
const ROWS_PER_INSERT = 500;
const PROBE = "alembic_gate_probe";
/** `client` is nobody else's. Rejects where something cannot be said, or there is too much of it. */
async function dumpMysql(client, from, user) {
	const source = {
		client,
		from
	};
	await client.query(SETTINGS);
	const { withRows, views, sequences } = await namedTables(client, from);
	const created = await shown(client, from, "TABLE", withRows);
	const bare = [];
	const constraints = [];
	for (const [index, table] of withRows.entries()) {
		const { without, added } = await apart(source, table, created[index]?.sql ?? "");
		bare.push(plain(without));
		constraints.push(...added.map(plain));
	}
	const rows = [];
	const keep = limitedDump();
	for (const table of withRows) for (const sql of await inserts(source, table)) rows.push(plain(keep(sql)));
	const asParts = (makings, view = false) => makings.map((making) => ({
		...making,
		view
	}));
	return {
		name: from,
		user,
		parts: [
			...asParts([plain(await characterSet(client, from, from))]),
			...asParts(await shownSequences(client, from, sequences)),
			...asParts(bare),
			...asParts(constraints),
			...asParts(rows),
			...asParts(await shownRoutines(client, from)),
			...asParts(await shown(client, from, "VIEW", views), true),
			...asParts(await shownActors(client, from))
		]
	};
}
/** `to` exists and is empty, `client` is nobody else's. */
async function loadMysql(client, dump, to, user) {
	await client.query(SETTINGS);
	const owner = (sql) => sql.replaceAll(`${quote(dump.user)}@`, `${quote(user)}@`);
	const [charset, ...rest] = dump.parts.map((part) => ({
		...part,
		sql: owner(part.sql)
	}));
	await client.query((charset?.sql ?? "").replace(quote(dump.name), quote(to)));
	const views = rest.filter(({ view }) => view);
	const last = rest.findIndex(({ view }) => view);
	const before = views.length === 0 ? rest : rest.slice(0, last);
	await make(client, dump.name, to, before);
	await makeInAnyOrder(client, dump.name, to, views);
	await make(client, dump.name, to, views.length === 0 ? [] : rest.slice(last + views.length));
}
/** Sums over all rows, table by table: equal for equal rows on the same version of the server. */
async function contentsMysql(client, schema) {
	const { withRows } = await namedTables(client, schema);
	if (withRows.length === 0) return "";
	const tables = withRows.toSorted().map((table) => `${quote(schema)}.${quote(table)}`);
	return (await client.query(`CHECKSUM TABLE ${tables.join(", ")}`)).map((row) => `${String(row["Table"]).slice(schema.length)} ${String(row["Checksum"])}`).join("\n");
}
/**
* The table without its constraints, and the statements that add them. An index that the server itself made for a foreign
* key goes too, because it is made again with the key: spelled out it would be an index that stays when another one fits.
*/
async function apart({ client, from }, table, created) {
	const foreign = constraintsOf(created).filter(isForeign);
	if (foreign.length === 0) return {
		without: created,
		added: []
	};
	const implicit = await implicitIndexes({
		client,
		from
	}, table, created, foreign);
	const lines = created.split("\n");
	const gone = (line) => {
		const clause = line.trim().replace(/,$/, "");
		return foreign.includes(clause) || implicit.some(({ name }) => clause.startsWith(`KEY ${quote(name)} (`));
	};
	const end = lines.findLastIndex((line) => line.startsWith(")"));
	const body = lines.slice(1, end).filter((line) => !gone(line));
	const clean = body.map((line, index) => `${line.replace(/,$/, "")}${index < body.length - 1 ? "," : ""}`);
	return {
		without: [
			lines[0],
			...clean,
			...lines.slice(end)
		].join("\n"),
		added: keyClauses(table, foreign, implicit).map((clauses) => adding(table, clauses))
	};
}
/** Nothing tells them but their behaviour: on an empty copy an index of the same columns makes them go away. */
async function implicitIndexes({ client, from }, table, created, foreign) {
	const keys = foreign.map((clause) => foreignKey(clause).columns);
	const candidates = plainIndexes(created).filter(({ columns }) => keys.includes(columns));
	if (candidates.length === 0) return [];
	const probe = `${quote(from)}.${quote(PROBE)}`;
	await client.query(`CREATE TABLE ${probe} LIKE ${quote(from)}.${quote(table)}`);
	try {
		const added = candidates.map(({ columns }, index) => `ADD INDEX probe_${index} ${columns}`);
		await client.query(`ALTER TABLE ${probe} ${added.join(", ")}`);
		const left = await client.query("SELECT DISTINCT INDEX_NAME AS name FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?", [from, PROBE]);
		const names = new Set(left.map(({ name }) => String(name)));
		return candidates.filter(({ name }) => !names.has(name));
	} finally {
		await client.query(`DROP TABLE ${probe}`);
	}
}
async function inserts({ client, from }, table) {
	const columns = await writableColumns(client, from, table);
	if (columns.length === 0) return [];
	const asked = columns.map(({ name, type }, index) => `${said(quote(name), type)} AS v${index}`);
	const rows = await client.query(`SELECT ${asked.join(", ")} FROM ${quote(from)}.${quote(table)}`);
	const list = columns.map(({ name }) => quote(name)).join(", ");
	const values = rows.map((row) => `(${columns.map(({ type }, index) => literal(row[`v${index}`] ?? null, type)).join(", ")})`);
	return Array.from({ length: Math.ceil(values.length / ROWS_PER_INSERT) }, (_, index) => values.slice(index * ROWS_PER_INSERT, (index + 1) * ROWS_PER_INSERT)).map((batch) => `INSERT INTO ${quote(table)} (${list}) VALUES ${batch.join(", ")}`);
}
const NUMBER = /^(tinyint|smallint|mediumint|int|bigint|decimal|year)$/;
const APPROXIMATE = /^(float|double|real)$/;
const TIME = /^(date|datetime|timestamp|time)$/;
const TEXT = /^(char|varchar|tinytext|text|mediumtext|longtext|enum|set|json)$/;
/** What the server is asked for, so that the literal below is the same value. */
function said(column, type) {
	if (NUMBER.test(type) || TIME.test(type)) return `CAST(${column} AS CHAR)`;
	if (APPROXIMATE.test(type)) return `CAST(${column} + 0e0 AS CHAR)`;
	if (TEXT.test(type)) return `HEX(CONVERT(${column} USING utf8mb4))`;
	return `HEX(${column})`;
}
function literal(value, type) {
	if (value === null) return "NULL";
	const spelled = String(value);
	if (NUMBER.test(type) || APPROXIMATE.test(type)) return spelled;
	if (TIME.test(type)) return `'${spelled}'`;
	if (spelled === "") return "''";
	return TEXT.test(type) ? `_utf8mb4 0x${spelled}` : `0x${spelled}`;
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
		const version = /^\d+(\.\d+)*/.exec(said)?.[0] ?? said;
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
	dumpSchema: (session, name, user) => connected(session.connect(name), (client) => dumpMysql(client, name, user)),
	loadSchema: (session, dump, name, user) => connected(session.connect(name), (client) => loadMysql(client, dump, name, user)),
	contents: (session, name) => connected(session.connect(name), (client) => contentsMysql(client, name)),
	async settings(client) {
		return (await client.query("SHOW GLOBAL VARIABLES WHERE Variable_name REGEXP '^(character_set_server|collation_.*|sql_mode|lower_case_table_names|time_zone|system_time_zone|default_.*|explicit_defaults.*|innodb_(default_row_format|strict_mode|file_per_table|large_prefix|page_size)|version.*|foreign_key_checks|auto_increment_.*|old_mode|sql_require_primary_key|sql_generate_invisible_primary_key|show_gipk.*)$'")).map((row) => Object.values(row).map(String).join("=")).join("\n");
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
async function connected(connecting, act) {
	const client = await connecting;
	try {
		return await act(client);
	} finally {
		await client.close();
	}
}
async function endSessions(client, column, value) {
	const sessions = await client.query(`SELECT ID AS id FROM information_schema.PROCESSLIST WHERE ${column} = ? AND ID <> CONNECTION_ID()`, [value]);
	for (const { id } of sessions) await client.query(`KILL ${Number(id)}`).catch(() => void 0);
}

// src/io/server/dump-postgresql.ts
/** A database of PostgreSQL as its own `pg_dump` says it; loaded by plain statements, with no program needed. */
const run = promisify(execFile);
const LIMIT_MS = 6e4;
/** Rejects with a sentence where the program cannot, or the database has too many rows. */
async function dumpPostgresql(dumper, name, user) {
	const args = [
		"--format=plain",
		"--inserts",
		"--rows-per-insert=500",
		`--dbname=${name}`
	];
	const { stdout } = await run(dumper.program, [...dumper.args, ...args], {
		env: dumper.environment,
		timeout: LIMIT_MS,
		maxBuffer: 4 * DUMP_LIMIT
	}).catch((error) => {
		throw new Error(`pg_dump cannot tell what is in it (${complaint(error)})`);
	});
	return {
		name,
		user,
		parts: [{
			sql: limitedDump()(withoutRestriction(stdout)),
			mode: null,
			collation: null,
			view: false
		}]
	};
}
/** `client` is nobody else's and in the new, empty database. */
async function loadPostgresql(client, dump, user) {
	for (const { sql } of dump.parts) await client.query(sql.replaceAll(dump.user, user));
}
/** Sums over the rows of every table, and how far sequences have come. `user` is the run's, whose name differs each time. */
async function contentsPostgresql(client, user) {
	const tables = await client.query("SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'm') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ORDER BY 1");
	const lines = [];
	for (const { name } of tables) {
		const table = String(name);
		const [sum] = await client.query(`SELECT count(*)::text || ' ' || coalesce(md5(string_agg(md5(replace(t::text, $1, '')), '' ORDER BY md5(replace(t::text, $1, '')))), '') AS sum FROM ${table} t`, [user]);
		lines.push(`${table} ${String(sum?.sum)}`);
	}
	const sequences = await client.query("SELECT format('%I.%I %s', schemaname, sequencename, last_value) AS line FROM pg_sequences ORDER BY 1");
	return [...lines, ...sequences.map(({ line }) => String(line))].join("\n");
}
/** Newer ones put the whole between two commands of `psql`, each with the same random word. */
function withoutRestriction(sql) {
	const word = /^\\restrict (\S+)$/m.exec(sql)?.[1];
	if (word === void 0) return sql;
	return sql.replace(`\\restrict ${word}\n`, "").replace(`\\unrestrict ${word}\n`, "");
}
function complaint(error) {
	const { stderr, message } = error;
	return (stderr?.trim().split("\n").at(-1) || message || String(error)).slice(0, 300);
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
		await demandNoSettings(client, from);
		await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()", [from]);
		await client.query(`CREATE DATABASE ${quoteName(name)} OWNER ${user} TEMPLATE ${quoteName(from)}`);
	},
	async dumpSchema({ connect, dumper }, name, user) {
		if (dumper === null) throw new Error("there is no program \"pg_dump\" beside the server or on the PATH");
		const client = await connect(name);
		await demandNoSettings(client, name).finally(() => client.close());
		return dumpPostgresql(dumper, name, user);
	},
	async loadSchema({ connect }, dump, name, user) {
		const client = await connect(name);
		await loadPostgresql(client, dump, user).finally(() => client.close());
	},
	async contents({ connect }, name, user) {
		const client = await connect(name);
		return contentsPostgresql(client, user).finally(() => client.close());
	},
	async settings(client) {
		const rows = await client.query("SELECT name || '=' || setting AS line FROM pg_settings WHERE name ~ '^(lc_|server_version|server_encoding|TimeZone$|DateStyle|IntervalStyle|standard_conforming|default_|quote_all|search_path|xml|bytea|extra_float|integer_datetimes|jit$|array_nulls|escape_string|transform_null|block_size|data_checksums)' ORDER BY 1");
		const extensions = await client.query("SELECT name || ' ' || default_version AS line FROM pg_available_extensions ORDER BY 1");
		return [...rows, ...extensions].map(({ line }) => String(line)).join("\n");
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
/** They belong to the database's name, which a copy does not have. */
async function demandNoSettings(client, database) {
	if ((await client.query("SELECT 1 FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = $1", [database])).length > 0) throw new Error("it has settings of its own (ALTER DATABASE … SET)");
}

// src/io/server/dialects.ts
const DIALECTS = {
	mysql,
	postgresql
};

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

export { connect as i, sweepServer as n, DIALECTS as r, removeRun as t };