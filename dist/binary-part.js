import { t as UsageError } from "./usage-error-part.js";
import { promisify } from "node:util";
import { delimiter, dirname, join } from "node:path";
import { execFile } from "node:child_process";
import { access, constants, readdir, realpath } from "node:fs/promises";

// src/io/server/binary.ts
/** Server programs on this machine, judged by what they say of themselves: Debian's `mysqld` is a MariaDB. */
const run = promisify(execFile);
const PROGRAMS = {
	mysql: ["mysqld"],
	mariadb: ["mariadbd", "mysqld"],
	postgresql: ["postgres"]
};
/** Where distributions, Homebrew and the vendors' packages put servers, which often is not on the PATH. */
const PLACES = [
	"/usr/sbin",
	"/usr/local/sbin",
	"/usr/libexec",
	"/usr/local/mysql/bin"
];
const VERSIONED_PLACES = [
	{
		parent: "/usr/lib/postgresql",
		name: /^\d/,
		below: "bin"
	},
	{
		parent: "/usr",
		name: /^pgsql-\d/,
		below: "bin"
	},
	...["/opt/homebrew/opt", "/usr/local/opt"].map((parent) => ({
		parent,
		name: /^(mysql|mariadb|postgresql)(@|$)/,
		below: "bin"
	}))
];
/**
* The program to run: of the declared version if there is one, else the first on the PATH, else the newest elsewhere.
* Throws a UsageError that names what was found instead.
*/
async function findBinary(engine, declaredVersion, path) {
	const found = [];
	for (const candidate of await candidates(engine, path)) {
		const binary = await identify(candidate);
		if (binary) found.push(binary);
	}
	const fitting = found.filter((binary) => binary.engine === engine);
	const declared = fitting.find(({ version }) => `${version}.`.startsWith(`${declaredVersion}.`));
	const [first] = fitting;
	if (declared ?? first) return declared ?? first;
	const others = found.map(({ path: where, version, engine: is }) => `${where} is ${is} ${version}`).join(", ");
	throw new UsageError(`No ${engine} server program on this machine${others && ` (${others})`}: install one, or set "database: container" or a database-url.`);
}
/** Existing programs by real path, each once. */
async function candidates(engine, path) {
	const versioned = await Promise.all(VERSIONED_PLACES.map(async ({ parent, name, below }) => {
		return (await readdir(parent).catch(() => [])).filter((entry) => name.test(entry)).sort((a, b) => b.localeCompare(a, "en", { numeric: true })).map((entry) => join(parent, entry, below));
	}));
	const directories = [
		...path.split(delimiter).filter(Boolean),
		...PLACES,
		...versioned.flat()
	];
	const found = /* @__PURE__ */ new Set();
	for (const program of directories.flatMap((directory) => PROGRAMS[engine].map((name) => join(directory, name)))) if (await access(program, constants.X_OK).then(() => true, () => false)) found.add(await realpath(program));
	return [...found];
}
/** Null for a program that cannot run or says nothing known. Its own name in the answer means nothing. */
async function identify(path) {
	const said = await run(path, ["--version"], { timeout: 1e4 }).catch(() => null);
	const postgres = /\(PostgreSQL\) (\d[\d.]*)/.exec(said?.stdout ?? "")?.[1];
	if (postgres) return {
		engine: "postgresql",
		path,
		version: postgres
	};
	const [, version, rest] = /\bVer (\d[\d.]*)(\S*)/.exec(said?.stdout ?? "") ?? [];
	if (!version) return null;
	return {
		engine: /mariadb/i.test(rest ?? "") ? "mariadb" : "mysql",
		path,
		version
	};
}
/** A program that the server's package brings beside it, such as `initdb`. */
async function beside(binary, names, path) {
	const home = dirname(dirname(binary.path));
	const directories = [
		dirname(binary.path),
		join(home, "bin"),
		join(home, "scripts"),
		...path.split(delimiter)
	];
	for (const program of directories.flatMap((directory) => names.map((name) => join(directory, name)))) if (await access(program, constants.X_OK).then(() => true, () => false)) return program;
	throw new UsageError(`${binary.path} came without ${names.join(" or ")}: install the server's complete package.`);
}

export { findBinary as n, beside as t };