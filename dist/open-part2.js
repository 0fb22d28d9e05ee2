import { d as object, m as string, r as array } from "./schemas-part.js";
import { n as childEnvironment, t as findInterpreter } from "./interpreter-part.js";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import { execFile } from "node:child_process";
import { mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";

// src/io/python/surroundings.ts
/** What beside the tree decides how migrations turn out: the interpreter, what is installed in it, the environment. */
const LIMIT_MS = 2e4;
/**
* Names and versions of all distributions, and which directories outside of them modules come from. A distribution that was
* installed from a directory or a commit says which.
*/
const QUESTION = `
import json, os, sys
facts, places = [sys.version, sys.prefix], []
for entry in sys.path[1:]:
    if not os.path.isdir(entry):
        continue
    if os.path.basename(entry) not in ("site-packages", "dist-packages"):
        if not entry.startswith((sys.base_prefix + os.sep, sys.prefix + os.sep)):
            places.append(os.path.abspath(entry))
        continue
    for name in sorted(os.listdir(entry)):
        path = os.path.join(entry, name)
        if name.endswith((".dist-info", ".egg-info")):
            facts.append(name)
            source = os.path.join(path, "direct_url.json")
            if os.path.exists(source):
                facts.append(open(source, encoding="utf-8", errors="replace").read())
        elif name.endswith((".pth", ".egg-link")) or name.startswith("__editable__"):
            text = open(path, encoding="utf-8", errors="replace").read() if os.path.isfile(path) else ""
            facts.append(name + text)
            places += [line for line in text.splitlines() if line.startswith("/") and os.path.isdir(line)]
print(json.dumps({"facts": facts, "places": places}))
`;
const answer = object({
	facts: array(string()),
	places: array(string())
});
/** Of the machine, the shell and the runner; no migration asks for them, and they differ from run to run. */
const INCIDENTAL = /^(_|PWD|OLDPWD|SHLVL|TERM.*|COLUMNS|LINES|LS_COLORS|SSH_.*|XDG_.*|DBUS_.*|DISPLAY|WINDOWID|INVOCATION_ID|JOURNAL_STREAM|SYSTEMD_.*|RUNNER_.*|HOSTNAME|TMPDIR|ALEMBIC_GATE_.*|npm_.*|NODE|INIT_CWD|COLOR|FORCE_COLOR|NO_COLOR|GIT_.*)$/;
/** null where code comes from directories that nobody watches, or Python cannot be asked. */
async function surroundings(environment, checkout) {
	const found = await findInterpreter(environment, checkout);
	if (found.kind === "none") return null;
	const variables = childEnvironment(environment.declared?.env ?? {});
	try {
		const asked = await promisify(execFile)(found.path, ["-c", QUESTION], {
			cwd: checkout,
			env: variables,
			timeout: LIMIT_MS,
			maxBuffer: 1 << 24
		});
		const { facts, places } = answer.parse(JSON.parse(asked.stdout));
		if (places.some((place) => !`${place}/`.startsWith(`${checkout}/`))) return null;
		const kept = Object.entries(variables).filter(([name]) => !INCIDENTAL.test(name));
		return [
			found.path,
			...facts,
			JSON.stringify(kept.sort(([a], [b]) => a < b ? -1 : 1))
		];
	} catch {
		return null;
	}
}
const SECRET_NAME = /PASS|TOKEN|SECRET|KEY|CREDENTIAL|AUTH|DSN|CERT|PRIVATE|_URL$|_URI$/i;
const SECRET_LENGTH = 8;
/** Values of variables that by their names may be secrets, or hold one. */
function secretsOf(environment) {
	return Object.entries(environment).flatMap(([name, value]) => value !== void 0 && value.length >= SECRET_LENGTH && SECRET_NAME.test(name) ? [value] : []);
}

// src/io/kept-states/directory.ts
/** Kept states as files of a private directory, one per key; at most so many, and none older than a fortnight. */
/** Of what a file holds; another number is another format, whose files are not read. */
const FORMAT = "alembic-gate state 1";
const MAX_ENTRIES = 12;
const MAX_BYTES$1 = 268435456;
const MAX_AGE_MS = 12096e5;
/** Unpacked; more is no state of ours. */
const MAX_TEXT = 134217728;
/** An unfinished file of a run that died. */
const ABANDONED_MS = 36e5;
const ENTRY = /^[0-9a-f]{64}\.state$/;
const INCOMING = /^[0-9a-f]{64}\.state\.[0-9a-f]+\.incoming$/;
function keptInDirectory({ directory, writable, secrets }) {
	const pathOf = (key) => join(directory, `${digest(JSON.stringify(key))}.state`);
	return {
		writable,
		read: async (key) => {
			const path = pathOf(key);
			const why = await whyNotOurs(path);
			if (why === "missing") return { kind: "none" };
			if (why !== null) return {
				kind: "unusable",
				why
			};
			const file = await readFile(path).catch(() => null);
			return file === null ? { kind: "none" } : unpack(file, key);
		},
		write: async (key, text) => {
			if (!writable || secrets.some((secret) => text.includes(secret))) return;
			await store(directory, pathOf(key), await pack(key, text)).catch(() => void 0);
		},
		discard: async (key) => {
			if (writable) await rm(pathOf(key), { force: true }).catch(() => void 0);
		}
	};
}
const digest = (data) => createHash("sha256").update(data).digest("hex");
/** `FORMAT`, the key's digest, the text's digest, then the text, packed. */
async function pack(key, text) {
	const packed = await promisify(gzip)(text, { level: 1 });
	const header = `${FORMAT}\n${digest(JSON.stringify(key))}\n${digest(packed)}\n`;
	return Buffer.concat([Buffer.from(header), packed]);
}
async function unpack(file, key) {
	const header = file.subarray(0, 151).toString("latin1");
	const [format, ofKey, ofText] = header.split("\n");
	if (format !== FORMAT) return {
		kind: "unusable",
		why: "it is no state of this version"
	};
	if (ofKey !== digest(JSON.stringify(key))) return {
		kind: "unusable",
		why: "it belongs to another state"
	};
	const packed = file.subarray(header.length);
	if (ofText !== digest(packed)) return {
		kind: "unusable",
		why: "it is damaged"
	};
	try {
		return {
			kind: "text",
			text: (await promisify(gunzip)(packed, { maxOutputLength: MAX_TEXT })).toString("utf8")
		};
	} catch {
		return {
			kind: "unusable",
			why: "it cannot be unpacked"
		};
	}
}
/** Statements out of such a file run with an administrator's rights, so nobody else may have written it. */
async function whyNotOurs(path) {
	const file = await stat(path).catch(() => null);
	if (file === null) return "missing";
	const own = process.getuid?.();
	if (own !== void 0 && file.uid !== own) return "it belongs to another user";
	if ((file.mode & 18) !== 0) return "others may write to it";
	return Date.now() - file.mtimeMs > MAX_AGE_MS ? "it is older than two weeks" : null;
}
/** Complete under its own name or not at all, so that two runs at once cannot mix; whoever comes last wins. */
async function store(directory, path, contents) {
	await mkdir(directory, {
		recursive: true,
		mode: 448
	});
	const incoming = `${path}.${randomBytes(6).toString("hex")}.incoming`;
	try {
		const file = await open(incoming, "w", 384);
		await writeFile(file, contents).finally(() => file.close());
		await rename(incoming, path);
	} catch (error) {
		await rm(incoming, { force: true });
		throw error;
	}
	await evict(directory);
}
/** Oldest first, until what is left is few and small enough. */
async function evict(directory) {
	const now = Date.now();
	const files = [];
	for (const name of await readdir(directory)) {
		const path = join(directory, name);
		const found = await stat(path).catch(() => null);
		if (found === null) continue;
		const age = now - found.mtimeMs;
		if (INCOMING.test(name) && age > ABANDONED_MS) await rm(path, { force: true });
		if (ENTRY.test(name)) files.push({
			path,
			size: found.size,
			age
		});
	}
	let [count, bytes] = [0, 0];
	for (const { path, size, age } of files.sort((a, b) => a.age - b.age)) {
		count += 1;
		bytes += size;
		if (count > MAX_ENTRIES || bytes > MAX_BYTES$1 || age > MAX_AGE_MS) await rm(path, { force: true });
	}
}

// src/io/kept-states/ignored.ts
/** What a checkout holds beside its tree: settings files and generated code that the migrations may read in place. */
/** Of tools, or environments whose contents are told otherwise; nothing that a migration reads. */
const PASSED_OVER = /^(__pycache__|node_modules|\.git|\.tox|\.nox|\.(mypy|pytest|ruff)_cache|.*\.egg-info|\.idea|\.vscode)$/;
const MAX_FILES = 500;
const MAX_BYTES = 4194304;
/** One line per ignored file with the digest of its bytes; null where there are too many to look at. */
async function ignoredFacts(root, paths) {
	const facts = [];
	let bytes = 0;
	const add = async (path) => {
		const name = path.split("/").at(-1) ?? "";
		const found = await stat(join(root, path)).catch(() => null);
		if (found === null || PASSED_OVER.test(name) || name.endsWith(".pyc")) return true;
		if (found.isDirectory()) {
			const entries = (await readdir(join(root, path))).sort();
			if (entries.includes("pyvenv.cfg")) return true;
			for (const entry of entries) if (!await add(`${path}/${entry}`)) return false;
			return true;
		}
		bytes += found.size;
		if (facts.length >= MAX_FILES || bytes > MAX_BYTES) return false;
		const contents = await readFile(join(root, path)).catch(() => null);
		facts.push(`${path} ${contents === null ? "?" : createHash("sha256").update(contents).digest("hex")}`);
		return true;
	};
	for (const path of [...paths].sort()) if (!await add(path.replace(/\/$/, ""))) return null;
	return facts;
}

// src/io/kept-states/open.ts
/** Where base states are kept on this machine, and what surrounds the code that makes them. */
/** null where nothing is to be kept, or nobody can tell what decides how the state turns out. */
async function openKept(request) {
	const { repository, environment, inPlace, access, variables, tool } = request;
	const directory = directoryOf(variables);
	const { setup, command, carry } = environment.declared ?? {};
	if (access === null || directory === null || setup !== void 0 || command !== void 0 || carry !== void 0) return null;
	const [around, ignored] = await Promise.all([surroundings(environment, repository.root), inPlace ? repository.ignored().then((paths) => ignoredFacts(repository.root, paths)) : []]);
	if (around === null || ignored === null) return null;
	const secrets = [...secretsOf(variables), ...secretsOf({ ...environment.declared?.env })];
	return {
		states: keptInDirectory({
			directory,
			writable: access === "write",
			secrets
		}),
		surroundings: [
			tool,
			...around,
			...ignored
		]
	};
}
/** `ALEMBIC_GATE_CACHE` names the directory, or is `off`. */
function directoryOf({ ALEMBIC_GATE_CACHE: named, XDG_CACHE_HOME, HOME }) {
	if (named === "off") return null;
	if (named) return join(named, "states");
	return join(XDG_CACHE_HOME ?? join(HOME ?? homedir(), ".cache"), "alembic-gate", "states");
}

export { openKept };