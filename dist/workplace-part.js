import { t as removeWorkplace } from "./undo-part.js";
import { t as isLeftover } from "./names-part.js";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { chown, mkdir, open, readFile, readdir, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";

// src/io/server/log.ts
/** What of a program's many words goes into our one sentence. */
const SERIOUS = /\b(ERROR|FATAL|PANIC|[Ee]rror|cannot|denied)\b/;
/** The last lines that sound serious, or else the last lines, in one. */
function tellingLines(log) {
	const said = log.split("\n").map((line) => line.trim()).filter((line) => line !== "");
	const serious = said.filter((line) => SERIOUS.test(line));
	return (serious.length > 0 ? serious : said).slice(-3).join(" | ") || "nothing";
}

// src/io/server/workplace.ts
/** A private directory in which processes are started that must not outlive us. */
/** Database servers refuse to run as root; everybody has this user. */
const NOBODY = "nobody";
/** Less free memory than this and the disk has to do; bytes. */
const ROOMY = 2 * 1024 ** 3;
/** Leaves only if the process is on the list that the watchdog goes by, and only while the directory is there. */
const LISTED = "echo \"$$ $1\" >> \"$0/processes\" && shift && exec \"$@\"";
/** The owner of it is an unprivileged user where we are root, unless `ours` says that we stay its owner. */
async function openWorkplace(watch, run, environment, ours) {
	const parent = await parentDirectory(environment);
	await sweep(parent);
	const directory = join(parent, run);
	const held = watch.protect({
		kind: "workplace",
		directory
	});
	const account = process.getuid?.() === 0 && ours === void 0 ? await unprivileged() : null;
	await mkdir(directory, { mode: 448 });
	if (account) await chown(directory, account.uid, account.gid);
	const log = join(directory, "log");
	const output = await open(log, "a");
	return {
		directory,
		log,
		start: ({ program, args }, ending, talks) => spawn("/bin/sh", [
			"-c",
			LISTED,
			directory,
			ending,
			program,
			...args
		], {
			...account,
			cwd: directory,
			detached: true,
			env: {
				...talks === void 0 ? {} : libraries(environment),
				PATH: environment.PATH,
				TZ: environment.TZ,
				HOME: directory,
				TMPDIR: directory
			},
			stdio: talks === void 0 ? [
				"ignore",
				output.fd,
				output.fd
			] : [
				"pipe",
				"pipe",
				output.fd
			]
		}),
		lastWords: async () => tellingLines(await readFile(log, "utf8")),
		[Symbol.asyncDispose]: async () => {
			await output.close();
			await held[Symbol.asyncDispose]();
		}
	};
}
/** Where a Python finds the libraries that the project's own Python finds. */
function libraries(environment) {
	return Object.fromEntries([
		"LD_LIBRARY_PATH",
		"LD_PRELOAD",
		"DYLD_LIBRARY_PATH"
	].flatMap((name) => environment[name] ? [[name, environment[name]]] : []));
}
/** In memory where there is room, since DDL is three times as fast there; a TMPDIR that somebody set is respected. */
async function parentDirectory({ TMPDIR }) {
	const usual = tmpdir().length > 40 ? "/tmp" : tmpdir();
	if (TMPDIR !== void 0) return usual;
	const memory = await statfs("/dev/shm").catch(() => null);
	return memory !== null && memory.bavail * memory.bsize > ROOMY ? "/dev/shm" : usual;
}
/** What a watchdog that was itself killed could not remove. */
async function sweep(parent) {
	const now = /* @__PURE__ */ new Date();
	const left = (await readdir(parent)).filter((name) => isLeftover(name, now));
	for (const name of left) await removeWorkplace(join(parent, name)).catch(() => void 0);
}
async function unprivileged() {
	const [, , uid, gid] = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":")).find(([name]) => name === NOBODY) ?? [];
	return {
		uid: Number(uid ?? 65534),
		gid: Number(gid ?? 65534)
	};
}

export { tellingLines as n, openWorkplace as t };