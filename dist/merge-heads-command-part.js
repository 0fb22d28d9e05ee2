import { n as check, t as checkPorts } from "./ports-part.js";
import { t as openRepository } from "./open-part.js";
import { n as createLog } from "./log-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { a as text, i as repositoryDirectory, n as isSet, t as configurationRequest } from "./desk-part.js";
import { t as VERSION } from "./version-part.js";
import { t as _usingCtx } from "./usingCtx-part.js";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

// src/flows/merge-heads.ts
/** An empty list is good news: every environment has its expected heads. */
async function cureHeads(request, ports) {
	const { configuration } = request;
	const still = {
		...configuration,
		flags: {
			...configuration.flags,
			database: "none"
		}
	};
	const report = await check({
		...request,
		configuration: still,
		runCode: false
	}, ports);
	const cures = report.environments.flatMap(({ name, heads, resolution }) => {
		if (resolution === null) return [];
		return [cureOf(resolution, request.strategy, name, heads.head)];
	});
	const fault = cures.length > 0 ? void 0 : report.findings.find(({ rule, severity }) => severity === "error" && STANDS_IN_THE_WAY.has(rule));
	const unknown = report.outcome === "not-evaluated" ? report.reason ?? report.outcome : null;
	return {
		cures,
		notEvaluated: cures.length > 0 ? null : fault?.message ?? unknown
	};
}
/** Of a history with one of these nobody knows the heads: its faults come first. */
const STANDS_IN_THE_WAY = /* @__PURE__ */ new Set([
	"no-missing-parent",
	"no-duplicate-revision",
	"no-cycle",
	"no-unreadable-revision",
	"no-stray-python-in-versions",
	"no-invalid-revision-id",
	"no-multiple-heads"
]);
function cureOf(resolution, strategy, environment, own) {
	const { mergeRevision, reParent } = resolution;
	if ((strategy ?? (resolution.recommended === "re-parent" ? "re-parent" : "merge")) === "re-parent") {
		if (reParent !== null) return {
			kind: "edits",
			environment,
			edits: reParent.edits
		};
		return {
			kind: "refused",
			environment,
			why: resolution.because
		};
	}
	if (mergeRevision.content === null) return {
		kind: "refused",
		environment,
		why: resolution.refused ?? `run this instead: ${mergeRevision.command}`
	};
	const missing = mergeRevision.downRevisions.filter((id) => !own.includes(id));
	return {
		kind: "file",
		environment,
		path: mergeRevision.path,
		content: mergeRevision.content,
		missing
	};
}

// src/remedy/unified-diff.ts
const CONTEXT = 3;
/** `text` is the file as it stands; the edits must be made for it. */
function unifiedDiff(path, text, edits) {
	const lines = text.split(/(?<=\n)/);
	const sorted = [...edits].sort((a, b) => a.line - b.line);
	let shift = 0;
	return `--- a/${path}\n+++ b/${path}\n${together(sorted).map((group) => {
		const from = Math.max(0, first(group[0]) - CONTEXT);
		const to = Math.min(lines.length, last(group.at(-1) ?? group[0]) + CONTEXT);
		const body = [];
		let [at, added] = [from, 0];
		for (const edit of group) {
			body.push(...lines.slice(at, first(edit)).map(line(" ")));
			const old = lines.slice(first(edit), last(edit));
			const ending = /\r?\n?$/.exec(old.at(-1) ?? "")?.[0] ?? "";
			const fresh = edit.after.split("\n").map((one) => one.replace(/\r$/, "") + ending);
			body.push(...old.map(line("-")), ...fresh.map(line("+")));
			added += fresh.length - old.length;
			at = last(edit);
		}
		body.push(...lines.slice(at, to).map(line(" ")));
		const [was, is] = [to - from, to - from + added];
		const head = `@@ -${from + 1},${was} +${from + 1 + shift},${is} @@\n`;
		shift += added;
		return head + body.join("");
	}).join("")}`;
}
/** Index of the first line, and of the one after the last. */
const first = ({ line }) => line - 1;
const last = (edit) => first(edit) + edit.before.split("\n").length;
const line = (sign) => (text) => `${sign}${text}${text.endsWith("\n") ? "" : "\n\\ No newline at end of file\n"}`;
/** Edits whose context would meet share a hunk. */
function together(edits) {
	const groups = [];
	for (const edit of edits) {
		const before = groups.at(-1);
		const end = before?.at(-1);
		if (before !== void 0 && end !== void 0 && first(edit) - last(end) <= 6) groups[groups.length - 1] = [...before, edit];
		else groups.push([edit]);
	}
	return groups;
}

// src/entry/merge-heads-command.ts
/** `alembic-gate merge-heads`: prints the cure's exact bytes, or writes it into the working tree. */
/** 0 written or nothing to merge, 1 a refused remedy, 2 otherwise. */
async function mergeHeadsCommand(flags) {
	try {
		var _usingCtx$1 = _usingCtx();
		const log = createLog(process.stderr, process.env);
		const repository = _usingCtx$1.a(await openRepository(repositoryDirectory(flags)));
		if (isSet(flags, "write") && text(flags, "head") !== null) throw new UsageError("--write changes the working tree, and --head asks about something else: check the head out and leave --head away");
		const strategy = text(flags, "strategy");
		const { cures, notEvaluated } = await cureHeads({
			base: text(flags, "base"),
			head: text(flags, "head"),
			fetch: isSet(flags, "fetch"),
			configuration: configurationRequest(flags, repository.root),
			strategy: strategy === "merge" || strategy === "re-parent" ? strategy : null,
			wish: wish(flags),
			version: VERSION
		}, checkPorts(repository, log));
		if (notEvaluated !== null) throw new UsageError(notEvaluated);
		if (cures.length === 0) log.note("nothing to merge: every environment has its expected heads");
		for (const cure of cures) if (cure.kind === "refused") log.warn(`${cure.environment}: ${cure.why}`);
		else if (isSet(flags, "write")) write(cure, repository.root, log);
		else if (cure.kind === "file") process.stdout.write(cure.content);
		else process.stdout.write(await patchOf(cure.edits, text(flags, "head"), repository));
		return cures.some(({ kind }) => kind === "refused") ? 1 : 0;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function wish(flags) {
	const date = text(flags, "date");
	const id = text(flags, "rev-id");
	if (id !== null && !/^[A-Za-z0-9_]{1,32}$/.test(id)) throw new UsageError(`--rev-id ${id} is no id for a new revision: use 1 to 32 letters, digits and underscores`);
	return {
		message: text(flags, "message"),
		id,
		moment: date === null ? null : moment(date)
	};
}
/** `2024-05-01T12:00:00.123456`, with or without an offset: without one it is local time, as Alembic's own dates are. */
function moment(text) {
	const [, whole = "", fraction = "", offset = ""] = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,6}))?\s*(Z|[+-]\d\d:?\d\d)?$/.exec(text) ?? [];
	const seconds = Date.parse(`${whole.replace(" ", "T")}${offset}`);
	if (Number.isNaN(seconds)) throw new UsageError(`--date ${text} is no ISO date: write it like 2026-11-20T14:30:00`);
	return { epochMicroseconds: seconds * 1e3 + Number(fraction.padEnd(6, "0")) };
}
function write(cure, root, log) {
	const paths = cure.kind === "file" ? [writeNew(cure.path, cure.content, root)] : writeEdits(cure.edits, root);
	for (const path of paths) process.stdout.write(`${path}\n`);
	if (cure.kind === "file" && cure.missing.length > 0) log.note(`your branch does not have ${cure.missing.join(", ")} yet: merge the base into it before you run alembic`);
}
function writeNew(path, content, root) {
	const file = join(root, path);
	if (existsSync(file)) throw new UsageError(`${path} exists already: nothing was written`);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, content, { flag: "wx" });
	return path;
}
/** All edits are checked against the files before the first one is written. */
function writeEdits(edits, root) {
	const texts = /* @__PURE__ */ new Map();
	for (const { path, before, after } of edits) {
		const now = texts.get(path) ?? readFileSync(join(root, path), "latin1");
		const [old, fresh] = [before, after].map((part) => Buffer.from(part, "utf8").toString("latin1"));
		if (old === void 0 || fresh === void 0 || !now.includes(old)) throw new UsageError(`${path} is not what was judged: nothing was written`);
		texts.set(path, now.replace(old, () => fresh));
	}
	for (const [path, content] of texts) writeFileSync(join(root, path), content, "latin1");
	return [...texts.keys()];
}
/** A patch of all files, out of their texts where the edits would be made. */
async function patchOf(edits, head, repository) {
	const paths = [...new Set(edits.map(({ path }) => path))];
	const texts = await (head === null ? (await repository.workingTree()).tree : await repository.tree((await repository.resolve(head)).sha)).read(paths);
	return paths.map((path) => unifiedDiff(path, Buffer.from(texts.get(path) ?? []).toString("utf8"), edits.filter((edit) => edit.path === path))).join("");
}

export { mergeHeadsCommand as t };