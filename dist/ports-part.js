import { t as UsageError } from "./usage-error-part.js";
import { t as VERSION } from "./version-part.js";
import { r as branchName } from "./words-part.js";
import { _ as isWithin, a as isRevisionFile, f as SEVERITIES, h as baseName, i as concernsAll, n as changedPaths, r as concerning, s as globMatcher, v as joinPath, y as parentOf } from "./changed-paths-part.js";
import { C as columnNamed, S as irreversibleReason, T as named$2, _ as walk, a as columnOf$1, d as followsTemplate, f as isSame, g as tokenizeWithComments, h as tokenize$1, i as RULES$1, l as decodeSource, m as parseModule, n as CATALOGUE, o as constraintOf$1, p as mayRunOn, r as describedRule, s as isColumn$1, t as APPROVABLE, u as lineAt, v as splitLiteral, w as key, x as PythonSyntaxError, y as unescapeBody } from "./catalogue-part.js";
import { C as tableOf$2, S as stringsOf, _ as isAlembics, a as Phrase, b as qualified, d as charsetOf, g as boolOf, h as argument, i as takeType, l as typeOf, r as sqlStatements, t as readSql, v as isNone, x as stringOf, y as itemsOf$1 } from "./read-part.js";
import { n as judge, r as worst } from "./verdict-part.js";
import { C as bindsUnseen, E as readOut, S as readModule, T as buildGraph, _ as withProposal, b as readRevisionText, d as require_dist, g as neighbourhood, h as reported, m as readHistory, n as temporaryDirectories, p as noEnvironment, r as temporaryDirectory, v as judgeHeads, w as readHeader, x as docstringOf, y as readRevision } from "./open-part.js";
import { B as NOWHERE, D as differenceInWords, E as AFTER_DOWNGRADE, O as isMinor, V as placeOf$2, g as lockFindings, j as driftFindings, o as startStateFindings, p as oldCodeFindings, r as twoDeployersFindings, t as explainFailure, u as rowsFindings, w as freshInstallFindings, y as interruptionFindings, z as versionFindings } from "./failure-part.js";
import { n as judgingConfiguration, t as findEnvironments } from "./judge-configuration-part.js";
import { t as _usingCtx } from "./usingCtx-part.js";
import { isDeepStrictEqual } from "node:util";
import { randomBytes } from "node:crypto";
import { dirname, join as join$1, sep } from "node:path";
import { mkdir, realpath, writeFile } from "node:fs/promises";

// src/remedy/line-edit.ts
/** One edit for each run of touched lines, top to bottom. The splices must not overlap. */
function editsOf(path, text, splices) {
	const edits = [];
	for (const group of byLines(text, splices)) {
		const start = lineStart(text, group.from);
		const end = lineEnd(text, group.to);
		const before = text.slice(start, end);
		const after = group.splices.reduceRight((line, { from, to, text: put }) => line.slice(0, from - start) + put + line.slice(to - start), before);
		edits.push({
			path,
			line: text.slice(0, start).split("\n").length,
			before,
			after
		});
	}
	return edits;
}
/** The text with the edits of one file done; throws a RangeError where a line is not what an edit says it was. */
function applyEdits(text, edits) {
	return [...edits].sort((a, b) => b.line - a.line).reduce((current, { path, line, before, after }) => {
		const start = startOfLine$1(current, line);
		if (!current.startsWith(before, start)) throw new RangeError(`${path}:${line} is not what the edit was made for`);
		return current.slice(0, start) + after + current.slice(start + before.length);
	}, text);
}
/** Splices that share a line belong together. */
function byLines(text, splices) {
	const groups = [];
	for (const splice of [...splices].sort((a, b) => a.from - b.from)) {
		const last = groups.at(-1);
		if (last !== void 0 && lineEnd(text, last.to) >= splice.from) groups[groups.length - 1] = {
			from: last.from,
			to: splice.to,
			splices: [...last.splices, splice]
		};
		else groups.push({
			from: splice.from,
			to: splice.to,
			splices: [splice]
		});
	}
	return groups;
}
function lineStart(text, offset) {
	return text.lastIndexOf("\n", offset - 1) + 1;
}
/** End of the line without its ending. */
function lineEnd(text, offset) {
	const newline = text.indexOf("\n", offset);
	if (newline < 0) return text.length;
	return text[newline - 1] === "\r" && newline > offset ? newline - 1 : newline;
}
function startOfLine$1(text, line) {
	let start = 0;
	for (let at = 1; at < line; at += 1) {
		const newline = text.indexOf("\n", start);
		if (newline < 0) return text.length;
		start = newline + 1;
	}
	return start;
}

// src/verify/findings.ts
/** One finding per step that raised, one per line on which a round trip left a difference, one for sides that do not commute. */
function proofFindings(proof, environment) {
	return [
		...proof.steps.filter((step) => step.outcome !== "pass" && !followsFromResidue(step, proof)).map((step) => failedStep(step, environment)),
		...versionFindings(proof, environment),
		...proof.proofs.flatMap((section) => SAYERS[section.name]?.(section, environment) ?? [])
	];
}
/** What a section's content means for the verdict; a proof that is not here is only shown. */
const SAYERS = {
	"round-trip": roundTrip,
	order: orderDependent,
	rows: rowsFindings,
	"old-code": oldCodeFindings,
	"lock-class": lockFindings,
	interruption: interruptionFindings,
	drift: driftFindings,
	"start-states": startStateFindings,
	"fresh-install": freshInstallFindings,
	"two-deployers": twoDeployersFindings
};
function orderDependent({ reason, differences, outcome }, environment) {
	if (outcome !== "fail") return [];
	const at = differences.find((one) => one.path !== null && !isMinor(one));
	return [{
		rule: "no-order-dependent-siblings",
		severity: "error",
		message: `The schema depends on which side a database has first: ${reason ?? "no reason given"}.`,
		help: "Make the two sides independent of each other, or re-parent this one onto the other, so that every database runs them in one order.",
		...placeOf$2(at ?? NOWHERE, environment)
	}];
}
/** A second upgrade that stumbles over what the downgrade left behind is that downgrade's fault, which has its own finding. */
function followsFromResidue(step, { proofs }) {
	const differences = proofs.flatMap((section) => section.name === "round-trip" ? section.differences : []);
	return step.direction === "upgrade-again" && differences.some((one) => one.revision === step.revision && one.when === "after the downgrade" && !isMinor(one));
}
function failedStep(step, environment) {
	const what = step.direction === "upgrade-again" ? "second upgrade" : step.direction;
	const verb = step.outcome === "timeout" ? "does not end" : "fails";
	return {
		rule: "no-failing-migration",
		severity: "error",
		message: `The ${what} of \`${step.revision}\` ${verb} on a real server: ${step.error ?? "no reason given"}`,
		help: step.outcome === "timeout" ? "Find out what it waits for or works through; if it needs longer by right, raise `timeouts: {step: …}`." : step.direction === "downgrade" ? "Make the downgrade work from the state that the upgrade leaves, or declare it with `# alembic-gate: irreversible reason` above `def downgrade`." : "Make the revision run on a database that is at the base.",
		...placeOf$2({
			...step.at ?? NOWHERE,
			revision: step.revision
		}, environment)
	};
}
function roundTrip(section, environment) {
	const groups = /* @__PURE__ */ new Map();
	for (const difference of section.differences) {
		const key = JSON.stringify([
			difference.revision,
			difference.when,
			difference.line,
			isMinor(difference)
		]);
		groups.set(key, [...groups.get(key) ?? [], difference]);
	}
	return [...groups.values()].flatMap((group) => {
		const [first] = group;
		return first ? [difference(first, group, environment)] : [];
	});
}
function difference(first, group, environment) {
	const minor = isMinor(first);
	return {
		rule: "no-round-trip-difference",
		severity: minor ? "warning" : "error",
		message: `The schema differs ${first.when ?? ""} of \`${first.revision ?? ""}\`: ${group.map(differenceInWords).join("; ")}.`,
		help: minor ? "Nothing breaks by name; add the column back with its place in raw SQL if the order matters to you." : "Make `downgrade()` restore exactly what `upgrade()` changed, naming every attribute that the column, index or table had.",
		...placeOf$2(first, environment)
	};
}

// src/report/compose.ts
/** The verdict is the worst of the environments' and of what concerns the whole. */
function composeReport(facts) {
	const judged = facts.environments.map((environment) => ({
		environment,
		verdict: judge(environment)
	}));
	const whole = judge({
		touched: true,
		findings: facts.findings,
		notEvaluated: facts.notEvaluated,
		onBase: []
	});
	return {
		...frame(facts, worst([whole, ...judged.map((one) => one.verdict)])),
		environments: judged.map(({ environment, verdict: { outcome, reason } }) => ({
			...environment.report,
			outcome,
			reason
		})),
		findings: [...judged.flatMap(({ environment }) => environment.findings), ...facts.findings]
	};
}
/** The report of a run that could not judge at all; `reason` is one sentence. */
function notEvaluatedReport(reason, facts) {
	const { base = {
		ref: "",
		sha: ""
	}, head = {
		ref: "",
		sha: null
	} } = facts;
	return {
		...frame({
			...facts,
			base,
			head,
			approvals: [],
			timings: {}
		}, {
			outcome: "not-evaluated",
			reason
		}),
		environments: [],
		findings: []
	};
}
function frame({ version, base, head, approvals, timings }, { outcome, reason }) {
	return {
		schemaVersion: 1,
		tool: { version },
		outcome,
		reason,
		base,
		head,
		approvals,
		timings
	};
}

// src/lint/gate-weakening.ts
function gateWeakeningFindings(weakenings) {
	return weakenings.map(({ path, what }) => ({
		rule: "no-gate-weakening",
		severity: "error",
		message: `Once landed, this pull request makes the gate judge less: ${what}.`,
		help: "Take it out of this pull request, or land it in one of its own that an approver has seen.",
		path,
		line: path === null ? null : 1,
		endLine: path === null ? null : 1,
		revision: null,
		environment: null,
		suppressed: null
	}));
}

// src/flows/canary.ts
/**
* Proves at every run that the detector can still say no: a gate that lost its eyes must not report green for years.
* The two histories go through the same reading and graph as everybody's.
*/
const revision = (id, parent) => new TextEncoder().encode(`revision = '${id}'\ndown_revision = ${parent === null ? "None" : `'${parent}'`}\n`);
function headsOf$1(history) {
	const readings = history.map(([id, parent]) => readRevision(`versions/${id}.py`, revision(id, parent)));
	return buildGraph(readings.flatMap((reading) => reading.kind === "revision" ? [reading.revision] : [])).heads;
}
const FORKED = [
	["canary1", null],
	["canary2", "canary1"],
	["canary3", "canary1"]
];
const CLEAN = [
	["canary1", null],
	["canary2", "canary1"],
	["canary3", "canary2"]
];
/** A sentence when the detector is blind; null when it sees the fork and only the fork. */
function blindness() {
	const forked = headsOf$1(FORKED).join();
	const clean = headsOf$1(CLEAN).join();
	if (forked === "canary2,canary3" && clean === "canary3") return null;
	return `the detector is broken: its built-in fork gives heads [${forked}], its built-in line [${clean}]; nothing it says can be trusted, report this as a bug`;
}

// src/revision/revises-line.ts
/** The `Revises:` line of a revision's docstring, which an edit of the parents keeps in step. */
/** Null without such a line, or where the ids cannot stand in a docstring as they are. */
function revisesSplice(text, docstring, parents) {
	if (!parents.every(isPlain)) return null;
	const { prefix, quote, body } = splitLiteral(text, docstring.from, docstring.to);
	const line = /^[ \t]*Revises:([^\r\n]*)/m.exec(body);
	if (!line || body.includes(quote)) return null;
	const [whole, rest = ""] = line;
	const value = rest.trim();
	const restAt = docstring.from + prefix.length + quote.length + line.index + whole.length - rest.length;
	const from = value === "" ? restAt : restAt + rest.indexOf(value);
	const put = value.startsWith("(") && parents.length > 1 ? asTuple(parents) : parents.join(", ");
	if (value === "") return {
		from,
		to: restAt + rest.length,
		text: ` ${put}`
	};
	return {
		from,
		to: from + value.length,
		text: put
	};
}
/** As templates without the `comma` filter show several parents. */
function asTuple(parents) {
	return `(${parents.map((id) => `'${id}'`).join(", ")})`;
}
/** Ids that mean themselves in any literal and in any docstring. */
function isPlain(id) {
	return /^[\w. ]+$/.test(id);
}

// src/revision/edit.ts
/** Giving a revision other parents by changing the fewest characters of its file. */
/** The text with the splices done; they must not overlap. */
function spliceText(text, splices) {
	return inReverse(splices).reduce((now, { from, to, text: put }) => now.slice(0, from) + put + now.slice(to), text);
}
function inReverse(splices) {
	return [...splices].sort((a, b) => b.from - a.from);
}
/**
* What to change in a revision's text so that it has these parents, its docstring's `Revises:` line included.
* Null where that cannot be done without changing something else: the value shared with another name, or computed.
*/
function reparentEdits(text, revision, parents) {
	const { downRevision, docstring } = revision.spans;
	if (!downRevision) return null;
	const value = expressionAt(text, downRevision);
	if (!value) return null;
	const header = docstring && revisesSplice(text, docstring, parents);
	const splices = [...valueSplices(text, value, parents, quoteNear(text, revision)), ...header ? [header] : []];
	const edited = readRevisionText(revision.path, spliceText(text, splices));
	if (edited.kind !== "revision") return null;
	return sameBut(revision, edited.revision, parents) ? splices : null;
}
function expressionAt(text, { from, to }) {
	let found = null;
	for (const statement of parseModule(text)) {
		if (statement.from > from || statement.to < to) continue;
		walk(statement, (node) => {
			if (node.from === from && node.to === to && isValue(node)) found ??= node;
			return found === null;
		});
	}
	return found;
}
const VALUES = /* @__PURE__ */ new Set([
	"string",
	"tuple",
	"list",
	"constant",
	"name",
	"binary",
	"set",
	"template",
	"attribute",
	"conditional"
]);
function isValue(node) {
	return VALUES.has(node.kind);
}
/** How this file writes its ids. */
function quoteNear(text, { spans }) {
	for (const span of [spans.downRevision, spans.id]) {
		const at = span ? text.slice(span.from, span.to).search(/['"]/) : -1;
		if (span && at >= 0) return text.charAt(span.from + at);
	}
	return "'";
}
function valueSplices(text, value, parents, quote) {
	const whole = {
		from: value.from,
		to: value.to,
		text: written(parents, quote)
	};
	const [only] = parents;
	if (value.kind === "string" && parents.length === 1 && only !== void 0) return [literalSplice(text, value, only, quote)];
	if (value.kind !== "tuple" && value.kind !== "list" || parents.length < 2) return [whole];
	const items = value.items.filter((item) => item.kind === "string");
	const last = items.at(-1);
	if (!last || items.length !== value.items.length || items.length > parents.length) return [whole];
	const replaced = items.flatMap((item, index) => {
		const parent = parents[index] ?? "";
		return item.value === parent ? [] : [literalSplice(text, item, parent, quote)];
	});
	const before = items.at(-2);
	const separator = `,${(before && /(?:\r\n|\r|\n)[ \t]*$/.exec(text.slice(before.to, last.from))?.[0]) ?? " "}`;
	const added = parents.slice(items.length).map((parent) => separator + literal$1(parent, quote));
	if (added.length === 0) return replaced;
	return [...replaced, {
		from: last.to,
		to: last.to,
		text: added.join("")
	}];
}
/** Replaces what stands between the quotes of a literal; all of it where it is several adjacent ones. */
function literalSplice(text, { from, to }, id, quote) {
	const { prefix, quote: own, body } = splitLiteral(text, from, to);
	if (!isPlain(id) || body.includes(own)) return {
		from,
		to,
		text: literal$1(id, quote)
	};
	const start = from + prefix.length + own.length;
	return {
		from: start,
		to: start + body.length,
		text: id
	};
}
function written(parents, quote) {
	const [only] = parents;
	if (only === void 0) return "None";
	if (parents.length === 1) return literal$1(only, quote);
	return `(${parents.map((parent) => literal$1(parent, quote)).join(", ")})`;
}
function literal$1(id, quote) {
	return quote + id.replace(/[\\'"\n\r]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`) + quote;
}
function sameBut(before, after, parents) {
	const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
	return same(after.downRevisions, parents) && after.id === before.id && after.message === before.message && after.unreadLabels === before.unreadLabels && same(after.dependsOn, before.dependsOn) && same(after.branchLabels, before.branchLabels);
}

// src/revision/operations/comments.ts
const MARK = "alembic-gate:";
const LAYOUT = /* @__PURE__ */ new Set([
	"newline",
	"indent",
	"dedent"
]);
/** The comments of a text that parses. */
function gateComments(text) {
	if (!text.includes(MARK)) return [];
	const { tokens, comments } = tokenizeWithComments(text);
	return comments.flatMap(({ from, to }) => {
		const said = text.slice(from + 1, to).trim();
		if (!said.startsWith(MARK)) return [];
		const line = lineAt(text, from);
		const alone = text.slice(startOfLine(text, from), from).trim() === "";
		const next = tokens.find((token) => token.from >= to && !LAYOUT.has(token.kind));
		return [{
			line,
			governs: alone && next ? lineAt(text, next.from) : line,
			...instruction(said.slice(13).trim())
		}];
	});
}
function instruction(text) {
	const ignore = /^ignore\s*\[([^\]]*)\]\s*(.*)$/.exec(text);
	if (ignore) {
		const [, rules = "", reason = ""] = ignore;
		return {
			kind: "ignore",
			rules: rules.split(",").map((rule) => rule.trim()).filter((rule) => rule !== ""),
			reason
		};
	}
	const irreversible = /^irreversible(?:\s+(.*))?$/.exec(text);
	return irreversible ? {
		kind: "irreversible",
		reason: irreversible[1] ?? ""
	} : {
		kind: "unknown",
		text
	};
}
function startOfLine(text, offset) {
	return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

// src/revision/python/lines.ts
/** Lines of a text by offset, for those who ask often. */
var LineIndex = class {
	starts;
	/** Line endings are Python's: `\n`, `\r\n`, `\r`. */
	constructor(text) {
		const starts = [0];
		for (const ending of text.matchAll(/\r\n|\r|\n/g)) starts.push(ending.index + ending[0].length);
		this.starts = starts;
	}
	/** 1-based line of an offset. */
	at(offset) {
		let [low, high] = [0, this.starts.length];
		while (high - low > 1) {
			const middle = low + high >> 1;
			if ((this.starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return low + 1;
	}
};

// src/revision/operations/qualified.ts
/** The operations object. */
const OP = "alembic.op";
/** SQLAlchemy's modules that re-export or hold what everybody takes from the top. */
const SQLALCHEMY = /^sqlalchemy\.(?:dialects\.|sql\.expression\.|sql\.sqltypes\.|sql\.schema\.|sql\.|types\.|schema\.)?/;
/** Packages that do nothing to the database unless they are handed the connection. */
const LIBRARIES = new Set("alembic sqlalchemy sqlalchemy_utils sqlmodel geoalchemy2 pgvector logging os sys json re time datetime uuid typing typing_extensions warnings textwrap contextlib collections itertools functools enum decimal math random string hashlib pathlib copy operator inspect builtins secrets base64 dateutil pytz zoneinfo traceback types bisect heapq csv io glob tempfile pprint statistics struct unicodedata dataclasses abc".split(" "));
/** A value as reports and rules see it: names shortened, everywhere in it. */
function shown$1(value) {
	switch (value.kind) {
		case "name": return {
			kind: "name",
			name: shownName(value.name)
		};
		case "list": return {
			kind: "list",
			items: value.items.map(shown$1)
		};
		case "dict": return {
			kind: "dict",
			entries: value.entries.map(([key, one]) => [shown$1(key), shown$1(one)])
		};
		case "call": return {
			...value,
			callee: value.on ? lastName$1(value.callee) : shownName(value.callee),
			on: value.on && shown$1(value.on),
			args: value.args.map(shown$1),
			keywords: shownKeywords(value.keywords)
		};
		case "literal":
		case "text":
		case "unknown": return value;
	}
}
function shownKeywords(keywords) {
	return Object.fromEntries(Object.entries(keywords).map(([name, value]) => [name, shown$1(value)]));
}
function lastName$1(name) {
	return name.slice(name.lastIndexOf(".") + 1);
}
function shownName(name) {
	return name.replace(SQLALCHEMY, "").replace(/^alembic\.op\b/, "op");
}
/** Whether a dotted name comes from a package of which we know that it does nothing by itself. */
function isLibrary(name) {
	const [root = ""] = name.split(/[.(]/, 1);
	return LIBRARIES.has(root);
}
/** `op.get_bind()` and what is as good as it: `.engine`, `.connect()`, `.begin()`; not `.dialect`, not results. */
const CONNECTION = /^alembic\.op\.(?:get_bind|get_context|batch_alter_table)(?:\(\))?(?:\.(?:engine|bind|impl|connect|connection|dbapi_connection|driver_connection|begin|begin_nested|execution_options|raw_connection|cursor)(?:\(\))?)*$/;
/** Whether a value is, or holds on to, the operations object or a connection. */
function reachesDatabase(value) {
	switch (value.kind) {
		case "name": return value.name === "alembic.op" || CONNECTION.test(value.name);
		case "call": return CONNECTION.test(value.callee) || isSession(value) && given(value).some(reachesDatabase);
		case "list": return value.items.some(reachesDatabase);
		case "dict": return value.entries.some(([, one]) => reachesDatabase(one));
		case "literal":
		case "text":
		case "unknown": return false;
	}
}
function given({ on, args, keywords }) {
	return [
		...on ? [on] : [],
		...args,
		...Object.values(keywords)
	];
}
/** `Session(bind=…)`, `sessionmaker(…)`, `sessionmaker()(…)`. */
function isSession(value) {
	return value.kind === "call" && /(?:^|\.)(?:Session|sessionmaker|scoped_session)(?:\(\))?$/.test(value.callee);
}
/** `name` of a value: of a dotted name, and of whatever holds the connection (`op.get_bind().dialect`). */
function qualify(value, name) {
	if (value.kind === "name") return {
		kind: "name",
		name: `${value.name}.${name}`
	};
	if (value.kind === "call" && reachesDatabase(value)) return {
		kind: "name",
		name: `${value.callee}().${name}`
	};
	return null;
}

// src/revision/operations/executed.ts
/** Methods of an ORM session. */
const SESSION_WRITES = new Set("add add_all delete merge bulk_save_objects bulk_insert_mappings bulk_update_mappings".split(" "));
/** Methods that give the same `text(…)` back. */
const UNWRAPPED = /* @__PURE__ */ new Set([
	"bindparams",
	"execution_options",
	"columns"
]);
const STATEMENTS = /* @__PURE__ */ new Set([
	"insert",
	"update",
	"delete",
	"select"
]);
/** `text(…)` and `DDL(…)`, which are given the SQL. */
function wrapperOf(statement) {
	if (statement.kind !== "call" || !statement.callee.startsWith("sqlalchemy.")) return null;
	const [first = statement.keywords["text"] ?? statement.keywords["statement"]] = statement.args;
	const name = shownName(statement.callee);
	if (name === "text") return {
		text: first,
		via: "text"
	};
	return name === "DDL" ? {
		text: first,
		via: "driver"
	} : null;
}
/** The statement itself, whatever was bound to it. */
function unwrapped(value) {
	return value.kind === "call" && value.on && UNWRAPPED.has(lastName$1(value.callee)) ? unwrapped(value.on) : value;
}
/** Something of SQLAlchemy's, or a statement built on a table of wherever. */
function isConstruct(value) {
	if (value.kind !== "call") return false;
	if (/^sqlalchemy\b/.test(value.callee) || STATEMENTS.has(lastName$1(value.callee))) return true;
	return value.on !== null && isConstruct(value.on);
}
/** Whether a method runs SQL that it is given: on connections, sessions, cursors. */
function isExecution(on, name) {
	if (name === "execute" || name === "exec_driver_sql" || name === "executemany") return on.kind !== "literal";
	return (name === "scalar" || name === "scalars") && reachesDatabase(on);
}
/** Writes of the ORM, which become SQL when it pleases. */
function isSessionWrite(on, name) {
	if (SESSION_WRITES.has(name) && on.kind === "call" && reachesDatabase(on)) return true;
	return (name === "update" || name === "delete") && isQuery(on);
}
function isQuery(value) {
	return value.kind === "call" && (lastName$1(value.callee) === "query" || value.on !== null && isQuery(value.on));
}

// src/revision/operations/values.ts
/** Python's operations on values that are partly known. */
function literal(value) {
	return {
		kind: "literal",
		value
	};
}
/** The text that a value has inside a string; computed parts marked. */
function textOf$1(value) {
	if (value.kind === "text") return value.text;
	if (value.kind !== "literal") return "￼";
	if (value.value === null) return "None";
	if (typeof value.value === "boolean") return value.value ? "True" : "False";
	return String(value.value);
}
/** A string of which `text` is known. */
function stringValue(text) {
	return text.includes("￼") ? {
		kind: "text",
		text
	} : literal(text);
}
function isString(value) {
	return value.kind === "text" || value.kind === "literal" && typeof value.value === "string";
}
/** `a + b` of strings and of lists; null for the rest. */
function sum(a, b) {
	if (a.kind === "list" && b.kind === "list") return {
		kind: "list",
		items: [...a.items, ...b.items]
	};
	return isString(a) || isString(b) ? stringValue(textOf$1(a) + textOf$1(b)) : null;
}
/** `template % value`: `%s`, `%d`, `%(name)s`. */
function percentFormatted(template, given) {
	if (!isString(template)) return null;
	const values = given.kind === "list" ? [...given.items] : [given];
	return stringValue(textOf$1(template).replace(/%(?:%|(?:\((\w+)\))?[-#0 +]*\d*(?:\.\d+)?([a-zA-Z]))/g, (whole, key, type) => {
		if (whole === "%%") return "%";
		const value = key === void 0 ? values.shift() : entry(given, key);
		return value && (type === "s" || type === "d") ? textOf$1(value) : "￼";
	}));
}
/** `template.format(…)`: `{}`, `{0}`, `{name}`; anything finer is computed. */
function braceFormatted(template, args, keywords) {
	let next = 0;
	return stringValue(template.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (whole, field) => {
		if (field === void 0) return whole.charAt(0);
		const value = field === "" ? args[next++] : /^\d+$/.test(field) ? args[Number(field)] : keywords[field];
		return value ? textOf$1(value) : "￼";
	}));
}
/** `value[index]`; null where it is not known. */
function item(value, index) {
	if (index.kind !== "literal") return null;
	if (value.kind === "dict") return entry(value, index.value);
	return value.kind === "list" && typeof index.value === "number" ? value.items.at(index.value) ?? null : null;
}
function entry(value, key) {
	if (value.kind !== "dict") return null;
	return value.entries.findLast(([one]) => one.kind === "literal" && one.value === key)?.[1] ?? null;
}
/** What iterating gives, in order; null where it is not written out. */
function iterated(value) {
	if (value.kind === "list") return value.items;
	return value.kind === "dict" ? value.entries.map(([key]) => key) : null;
}
/** Truth where it is written out. */
function truthOf(value) {
	switch (value.kind) {
		case "literal": return Boolean(value.value);
		case "list": return value.items.length > 0;
		case "dict": return value.entries.length > 0;
		case "text":
		case "call":
		case "name":
		case "unknown": return null;
	}
}
function sameValue(a, b) {
	return a === b || JSON.stringify(a) === JSON.stringify(b);
}
/** Builtins whose result is known when their arguments are. */
function builtin(name, args) {
	const [first] = args;
	const items = first && iterated(first);
	if (name === "str" && first && isString(first)) return first;
	if (name === "range") return range(args);
	if (!items) return null;
	switch (name) {
		case "list":
		case "tuple":
		case "set": return {
			kind: "list",
			items
		};
		case "reversed": return {
			kind: "list",
			items: [...items].reverse()
		};
		case "enumerate": return {
			kind: "list",
			items: items.map((value, index) => ({
				kind: "list",
				items: [literal(index), value]
			}))
		};
		case "len": return literal(items.length);
		default: return null;
	}
}
const LONGEST_RANGE = 1e3;
function range(args) {
	const numbers = args.flatMap((value) => value.kind === "literal" && typeof value.value === "number" ? [value.value] : []);
	const [first, second] = numbers;
	if (first === void 0 || numbers.length !== args.length || args.length > 2) return null;
	const [from, to] = second === void 0 ? [0, first] : [first, second];
	if (to - from > LONGEST_RANGE) return null;
	return {
		kind: "list",
		items: Array.from({ length: Math.max(0, to - from) }, (_, index) => literal(from + index))
	};
}
/** Methods of strings and dicts whose result is known. */
function method(on, name, args, keywords) {
	if (on.kind === "dict") return dictMethod(on.entries, name, args);
	if (!isString(on)) return null;
	const [first] = args;
	switch (name) {
		case "format": return braceFormatted(textOf$1(on), args, keywords);
		case "join": {
			const items = first && iterated(first);
			return stringValue(items ? items.map(textOf$1).join(textOf$1(on)) : "￼");
		}
		case "strip": return args.length === 0 ? stringValue(textOf$1(on).trim()) : null;
		case "lower": return stringValue(textOf$1(on).toLowerCase());
		case "upper": return stringValue(textOf$1(on).toUpperCase());
		default: return null;
	}
}
function dictMethod(entries, name, args) {
	switch (name) {
		case "items": return {
			kind: "list",
			items: entries.map(([key, value]) => ({
				kind: "list",
				items: [key, value]
			}))
		};
		case "keys": return {
			kind: "list",
			items: entries.map(([key]) => key)
		};
		case "values": return {
			kind: "list",
			items: entries.map(([, value]) => value)
		};
		case "get": return args[0] ? item({
			kind: "dict",
			entries
		}, args[0]) : null;
		default: return null;
	}
}

// src/revision/operations/value-reader.ts
/** Reads expressions as values; calls on the way are followed for what they do. */
var ValueReader = class {
	text;
	scope;
	constructor(text, scope) {
		this.text = text;
		this.scope = scope;
	}
	source({ from, to }) {
		return this.text.slice(from, to);
	}
	unknown(expression) {
		return {
			kind: "unknown",
			text: this.source(expression)
		};
	}
	valueOf(expression) {
		switch (expression.kind) {
			case "string": return expression.value === null ? this.unknown(expression) : literal(expression.value);
			case "template": return this.template(expression);
			case "number": return this.number(expression);
			case "constant": return expression.value === "..." ? this.unknown(expression) : literal(expression.value);
			case "name": return this.scope.get(expression.name) ?? {
				kind: "name",
				name: expression.name
			};
			case "attribute": return qualify(this.valueOf(expression.object), expression.name) ?? this.unknown(expression);
			case "subscript": return item(this.valueOf(expression.object), this.valueOf(expression.index)) ?? this.unknown(expression);
			case "call": return this.call(expression, true);
			case "tuple":
			case "list":
			case "set": return {
				kind: "list",
				items: expression.items.flatMap((one) => this.items(one))
			};
			case "dict": return this.dict(expression);
			case "conditional": return this.conditional(expression);
			case "comprehension": return this.comprehension(expression);
			case "named": return this.named(expression);
			case "binary": return this.binary(expression);
			case "unary": return this.unary(expression);
			default: return this.computed(expression);
		}
	}
	/** Only effects count. */
	computed(expression) {
		if (expression.kind === "compare") for (const operand of expression.operands) this.valueOf(operand);
		if (expression.kind === "starred" || expression.kind === "await") this.valueOf(expression.value);
		return this.unknown(expression);
	}
	/** One item, or those of `*items`. */
	items(expression) {
		return expression.kind === "starred" ? this.spread(expression.value) : [this.valueOf(expression)];
	}
	spread(expression) {
		return iterated(this.valueOf(expression)) ?? [this.unknown(expression)];
	}
	template({ parts, prefix, ...place }) {
		let text = "";
		for (const part of parts) if (typeof part === "string") text += part;
		else text += part === null || part.kind === "template" ? "￼" : textOf$1(this.valueOf(part));
		return prefix === "f" ? stringValue(text) : {
			kind: "unknown",
			text: this.source(place)
		};
	}
	number(expression) {
		const value = Number(this.source(expression).replaceAll("_", ""));
		return Number.isNaN(value) ? this.unknown(expression) : literal(value);
	}
	dict({ entries, ...place }) {
		const read = [];
		for (const { key, value } of entries) {
			const given = this.valueOf(value);
			if (key) read.push([this.valueOf(key), given]);
			else if (given.kind === "dict") read.push(...given.entries);
			else return {
				kind: "unknown",
				text: this.source(place)
			};
		}
		return {
			kind: "dict",
			entries: read
		};
	}
	conditional(expression) {
		const { test, then, otherwise } = expression;
		const truth = truthOf(this.valueOf(test));
		if (truth !== null) return this.valueOf(truth ? then : otherwise);
		this.under(this.source(test), () => this.valueOf(then));
		this.under(`not (${this.source(test)})`, () => this.valueOf(otherwise));
		return this.unknown(expression);
	}
	/** `[f(x) for x in ITEMS]` of written-out items, one by one; anything finer once, under its `for`. */
	comprehension(expression) {
		const { element, value, clauses } = expression;
		const [clause] = clauses;
		const items = clause && clauses.length === 1 && clause.conditions.length === 0 && !value ? iterated(this.valueOf(clause.source)) : null;
		if (items && clause) return {
			kind: "list",
			items: items.map((one) => {
				this.bind(clause.target, one);
				return this.valueOf(element);
			})
		};
		for (const { target } of clauses) this.bind(target, null);
		this.under(this.source(expression), () => this.valueOf(value ?? element));
		return this.unknown(expression);
	}
	named({ target, value }) {
		const given = this.valueOf(value);
		this.bind(target, given);
		return given;
	}
	binary(expression) {
		const { operator } = expression;
		const left = this.valueOf(expression.left);
		if (operator === "and" || operator === "or") {
			const condition = this.source(expression.left);
			this.under(operator === "and" ? condition : `not (${condition})`, () => this.valueOf(expression.right));
			return this.unknown(expression);
		}
		const right = this.valueOf(expression.right);
		return (operator === "+" ? sum(left, right) : operator === "%" ? percentFormatted(left, right) : null) ?? this.unknown(expression);
	}
	unary(expression) {
		const operand = this.valueOf(expression.operand);
		const truth = truthOf(operand);
		if (expression.operator === "not") return truth === null ? this.unknown(expression) : literal(!truth);
		if (expression.operator !== "-" || operand.kind !== "literal" || typeof operand.value !== "number") return this.unknown(expression);
		return literal(-operand.value);
	}
	/** Binds a target; null is a value that nobody knows. */
	bind(target, value) {
		switch (target.kind) {
			case "name": return this.scope.set(target.name, value ?? this.unknown(target));
			case "starred": return this.bind(target.value, null);
			case "tuple":
			case "list": {
				const items = value && iterated(value);
				const fits = items?.length === target.items.length && !target.items.some(({ kind }) => kind === "starred");
				target.items.forEach((one, index) => this.bind(one, fits ? items[index] ?? null : null));
				return;
			}
			case "subscript":
			case "attribute":
				if (target.object.kind === "name") this.scope.forget(target.object.name);
				return;
			default: return;
		}
	}
};

// src/revision/operations/call-reader.ts
/** Tells the calls that change a schema or its rows from those that do not, and those that nobody can tell. */
const words$1 = (list) => new Set(list.split(" "));
/** Methods of the operations object that leave the schema alone. */
const PASSIVE = words$1("get_bind get_context batch_alter_table inline_literal implementation_for register_operation");
/** Methods of it that run other code. */
const RUNNING = words$1("invoke run_async");
const SCHEMA_METHODS = words$1("create drop create_all drop_all");
/** Methods of loggers, wherever these come from. */
const LOGGING = words$1("debug info warning warn error exception critical log");
const MUTATING = words$1("append extend insert remove pop clear sort reverse add update discard setdefault popitem");
var CallReader = class extends ValueReader {
	operations = [];
	direction = "upgrade";
	database = null;
	conditions = [];
	autocommit = false;
	lines;
	constructor(text, scope) {
		super(text, scope);
		this.lines = new LineIndex(text);
	}
	occurrence({ from, to }) {
		const { direction, database, conditions: under, autocommit } = this;
		return {
			direction,
			database,
			span: {
				from,
				to
			},
			line: this.lines.at(from),
			endLine: this.lines.at(to),
			under,
			autocommit
		};
	}
	unread(call, why) {
		this.operations.push({
			kind: "unread",
			why,
			text: this.source(call),
			...this.occurrence(call)
		});
		return {
			kind: "unknown",
			text: this.source(call)
		};
	}
	call(call, used) {
		const { callee } = call;
		if (callee.kind === "attribute") {
			const on = this.valueOf(callee.object);
			const given = this.given(call);
			if ((on.kind === "list" || on.kind === "dict") && callee.object.kind === "name" && MUTATING.has(callee.name)) this.scope.forget(callee.object.name);
			return this.methodCall(call, on, callee.name, given, used);
		}
		const target = this.valueOf(callee);
		const given = this.given(call);
		if (target.kind === "name") {
			const local = this.scope.function(target.name);
			if (local) return this.follow(local, given) ?? this.unfollowed(call, local, given);
			return builtin(target.name, given.args) ?? this.namedCall(call, target.name, given, used);
		}
		if (target.kind === "call" && !isDynamic(target.callee)) return this.result(call, `${target.callee}()`, null, given);
		return this.unread(call, "dynamic-call");
	}
	/** A function that calls itself: said where another round could reach the database. */
	unfollowed(call, { definition }, given) {
		let reaches = anyReaches(given);
		walk(definition, (node) => {
			reaches ||= node.kind === "name" && reachesDatabase(this.valueOf(node));
			return !reaches;
		});
		return reaches ? this.unread(call, "local-call") : this.unknown(call);
	}
	given(call) {
		const args = [];
		const keywords = {};
		for (const { name, value } of call.args) if (name === null) args.push(this.valueOf(value));
		else if (name === "*") args.push(...this.spread(value));
		else if (name === "**") Object.assign(keywords, unpacked(this.valueOf(value)));
		else keywords[name] = this.valueOf(value);
		return {
			args,
			keywords
		};
	}
	methodCall(call, on, name, given, used) {
		if (on.kind === "name" && on.name === "alembic.op") return this.operation(call, name, null, given);
		if (isBatch(on)) return this.operation(call, name, on, given);
		if (isExecution(on, name)) return this.execution(call, given, "driver");
		if (SCHEMA_METHODS.has(name) && anyReaches(given)) return this.push(call, name, on, given, null);
		if (isSessionWrite(on, name)) return this.unread(call, "session");
		const known = method(on, name, given.args, given.keywords);
		if (known) return known;
		if (on.kind === "name") return this.namedCall(call, `${on.name}.${name}`, given, used);
		if (on.kind === "unknown" && anyReaches(given)) return this.unread(call, "imported-call");
		const callee = qualify(on, name);
		return this.result(call, callee?.kind === "name" ? callee.name : name, on, given);
	}
	/** A call of something known by its dotted name. */
	namedCall(call, name, given, used) {
		const method = name.startsWith(`${"alembic.op"}.`) ? name.slice(OP.length + 1) : "";
		if (method !== "" && !method.includes(".")) return this.operation(call, method, null, given);
		if (name === "exec" || name === "eval") return this.unread(call, "dynamic-call");
		if (name === "textwrap.dedent" && given.args[0]) return given.args[0];
		if (name.includes(".") && !isLibrary(name) && !LOGGING.has(lastName$1(name)) && (!used || anyReaches(given))) return this.unread(call, "imported-call");
		return this.result(call, name, null, given);
	}
	result(call, callee, on, { args, keywords }) {
		return {
			kind: "call",
			callee,
			on,
			args,
			keywords,
			span: {
				from: call.from,
				to: call.to
			}
		};
	}
	operation(call, name, batch, given) {
		if (name === "f") return given.args[0] ?? this.unknown(call);
		if (PASSIVE.has(name)) return this.result(call, `${OP}.${name}`, null, given);
		if (RUNNING.has(name)) return this.unread(call, "dynamic-call");
		if (name === "execute") return this.execution(call, given, "text");
		return this.push(call, name, null, given, batch);
	}
	push(call, name, on, given, batch) {
		this.operations.push({
			kind: "call",
			name,
			on: on && shown$1(on),
			args: given.args.map(shown$1),
			keywords: shownKeywords(given.keywords),
			batchTable: batch && shown$1(batch.args[0] ?? batch.keywords["table_name"] ?? this.unknown(call)),
			batchSchema: batch && shown$1(batch.args[1] ?? batch.keywords["schema"] ?? {
				kind: "literal",
				value: null
			}),
			...this.occurrence(call)
		});
		return this.result(call, on ? name : `${OP}.${name}`, on, given);
	}
	/** `execute` and its like: raw SQL, or an SQLAlchemy construct. */
	execution(call, given, plain) {
		const statement = unwrapped(given.args[0] ?? given.keywords["sqltext"] ?? given.keywords["statement"] ?? this.unknown(call));
		const wrapper = wrapperOf(statement);
		if (wrapper === null && isConstruct(statement)) return this.push(call, "execute", null, given, null);
		const text = wrapper?.text ?? statement;
		const sql = isString(text) ? textOf$1(text) : "￼";
		const complete = !sql.includes("￼");
		this.operations.push({
			kind: "sql",
			sql,
			complete,
			via: wrapper?.via ?? plain,
			...this.occurrence(call)
		});
		return this.result(call, `${OP}.execute`, null, given);
	}
};
function unpacked(value) {
	if (value.kind !== "dict") return { "**": value };
	return Object.fromEntries(value.entries.map(([key, one]) => [textOf$1(key), one]));
}
function anyReaches({ args, keywords }) {
	return args.some(reachesDatabase) || Object.values(keywords).some(reachesDatabase);
}
function isBatch(value) {
	return value.kind === "call" && value.callee === `${"alembic.op"}.batch_alter_table`;
}
/** What `getattr(op, name)`, `globals()[name]` give is called for what nobody can read. */
function isDynamic(callee) {
	return callee === "getattr" || callee === "globals" || callee === "locals" || callee === "__import__";
}

// src/revision/operations/scope.ts
function isEnd(outcome) {
	return outcome === "left" || outcome === "raised";
}
var Scope = class {
	outer;
	names = /* @__PURE__ */ new Map();
	functions = /* @__PURE__ */ new Map();
	constructor(outer) {
		this.outer = outer;
	}
	get(name) {
		return this.names.get(name) ?? this.outer?.get(name) ?? null;
	}
	set(name, value) {
		this.names.set(name, value);
		this.functions.delete(name);
	}
	/** Makes a name unknown where it is bound. */
	forget(name) {
		if (this.names.has(name) || !this.outer) this.names.set(name, {
			kind: "unknown",
			text: name
		});
		else this.outer.forget(name);
	}
	define(definition) {
		this.names.delete(definition.name);
		this.functions.set(definition.name, {
			definition,
			home: this
		});
	}
	function(name) {
		if (this.names.has(name)) return null;
		return this.functions.get(name) ?? this.outer?.function(name) ?? null;
	}
	/** Runs alternatives from the same start; afterwards only that is known on which those agree that go on. */
	alternatives(ways) {
		const start = this.names;
		const outcomes = [];
		const ends = [];
		for (const way of ways) {
			this.names = new Map(start);
			const outcome = way();
			outcomes.push(outcome);
			if (!isEnd(outcome)) ends.push(this.names);
		}
		const merged = new Map(start);
		for (const name of new Set(ends.flatMap((end) => [...end.keys()]))) {
			const values = ends.map((end) => end.get(name));
			const [first] = values;
			const agreed = first && values.every((value) => value && sameValue(value, first));
			merged.set(name, agreed ? first : {
				kind: "unknown",
				text: name
			});
		}
		this.names = merged;
		return outcomes;
	}
};

// src/revision/operations/compound-reader.ts
var CompoundReader = class extends CallReader {
	/** A block under a condition. */
	under(condition, body) {
		const way = () => {
			this.beneath([condition], body);
			return "on";
		};
		this.scope.alternatives([way, () => "on"]);
	}
	beneath(conditions, body) {
		const outer = this.conditions;
		this.conditions = [...outer, ...conditions];
		const result = body();
		this.conditions = outer;
		return result;
	}
	if(statement) {
		const ways = this.waysOf(statement);
		const outcomes = this.scope.alternatives(ways.map(({ conditions, body }) => () => this.beneath(conditions, () => this.block(body))));
		if (outcomes.every(isEnd)) return outcomes.includes("left") ? "left" : "raised";
		const unless = ways.flatMap(({ conditions }, index) => {
			const outcome = outcomes[index] ?? "on";
			if (outcome === "left") return [`not (${conditions.join(" and ")})`];
			return typeof outcome === "string" ? [] : [outcome.unless];
		});
		return unless.length === 0 ? "on" : { unless: unless.join(" and ") };
	}
	/** The blocks that may run, each with what must hold; a condition that is written out decides. */
	waysOf({ branches, otherwise }) {
		const ways = [];
		const refused = [];
		for (const { test, body } of branches) {
			const truth = truthOf(this.valueOf(test));
			if (truth === false) continue;
			if (truth === true) return [...ways, {
				conditions: refused,
				body
			}];
			const condition = this.conditionOf(test);
			ways.push({
				conditions: [...refused, condition],
				body
			});
			refused.push(`not (${condition})`);
		}
		return [...ways, {
			conditions: refused,
			body: otherwise
		}];
	}
	/** The text of it; a name that was given a question about the dialect is that question. */
	conditionOf(test) {
		const known = test.kind === "name" ? this.scope.get(test.name) : null;
		if (known?.kind === "unknown" && /\bdialect\b/.test(known.text)) return known.text;
		if (test.kind === "unary" && test.operator === "not") return `not (${this.conditionOf(test.operand)})`;
		if (test.kind !== "binary" || !["and", "or"].includes(test.operator)) return this.source(test);
		return `(${this.conditionOf(test.left)}) ${test.operator} (${this.conditionOf(test.right)})`;
	}
	loop(statement) {
		const items = statement.kind === "for" ? iterated(this.valueOf(statement.source)) : null;
		if (items && statement.kind === "for") for (const item of items) {
			this.bind(statement.target, item);
			this.block(statement.body);
		}
		else this.manyRounds(statement);
		this.block(statement.otherwise);
	}
	/** Nobody knows how often: one round stands for all, with nothing known of what rounds change. */
	manyRounds(statement) {
		const header = statement.kind === "for" ? statement.source : statement.test;
		if (statement.kind === "while") this.valueOf(statement.test);
		walk(statement, (node) => {
			if (node.kind === "assign") for (const target of node.targets) this.bind(target, null);
			if (node.kind === "augmented" || node.kind === "named") this.bind(node.target, null);
			return node.kind !== "function" && node.kind !== "class";
		});
		const condition = this.text.slice(statement.from, header.to);
		this.under(condition, () => {
			if (statement.kind === "for") this.bind(statement.target, null);
			this.block(statement.body);
		});
	}
	with({ items, body }) {
		const outer = this.autocommit;
		for (const { context, target } of items) {
			const value = this.valueOf(context);
			if (target) this.bind(target, value);
			if (value.kind === "call" && value.callee.startsWith("alembic.op") && value.callee.endsWith(".autocommit_block")) this.autocommit = true;
		}
		const outcome = this.block(body);
		this.autocommit = outer;
		return outcome;
	}
	try({ body, handlers, otherwise, finally: last }) {
		const tried = this.beneath(["try"], () => this.block([...body, ...otherwise]));
		const handled = handlers.map(({ type, name, body: handling }) => {
			if (name !== null) this.scope.set(name, {
				kind: "unknown",
				text: name
			});
			const condition = type ? `except ${this.source(type)}` : "except";
			const handle = () => this.beneath([condition], () => this.block(handling));
			return this.scope.alternatives([handle, () => "on"])[0] ?? "on";
		});
		const ended = this.block(last);
		return [tried, ...handled].every(isEnd) ? "left" : ended;
	}
	match({ subject, cases }) {
		this.valueOf(subject);
		const of = this.source(subject);
		this.scope.alternatives([...cases.map(({ captures, pattern, body }) => () => {
			for (const name of captures) this.scope.set(name, {
				kind: "unknown",
				text: name
			});
			return this.beneath([`match ${of}: case ${pattern}`], () => this.block(body));
		}), () => "on"]);
	}
};

// src/revision/operations/migration-reader.ts
/** Statements followed in one direction, and functions within functions. */
const MAX_STEPS = 2e4;
const MAX_DEPTH = 12;
var MigrationReader = class extends CompoundReader {
	following = [];
	returned = [];
	steps = 0;
	/** Follows the module's own statements, for its constants, tables and functions. */
	constructor(text, module) {
		super(text, new Scope(null));
		this.block(module);
		this.operations.length = 0;
	}
	/** A function of the module, or what else its name stands for. */
	entry(name) {
		return this.scope.function(name) ?? this.scope.get(name);
	}
	/** Follows one entry function. */
	run(entry, direction, database) {
		this.direction = direction;
		this.database = database;
		this.steps = 0;
		this.follow(entry, {
			args: [],
			keywords: {}
		});
	}
	/** An entry that is no function of this file. */
	elsewhere(binding, direction, database) {
		this.direction = direction;
		this.database = database;
		this.unread(binding, "imported-call");
	}
	follow({ definition, home }, given) {
		if (this.following.length >= MAX_DEPTH || this.following.includes(definition)) return null;
		const outer = {
			scope: this.scope,
			returned: this.returned,
			conditions: this.conditions
		};
		const scope = new Scope(home);
		this.bindParameters(scope, definition, given);
		this.scope = scope;
		this.returned = [];
		this.following.push(definition);
		this.block(definition.body);
		this.following.pop();
		const { returned } = this;
		Object.assign(this, outer);
		const [only] = returned;
		if (returned.length === 0) return {
			kind: "literal",
			value: null
		};
		return returned.length === 1 && only ? only : {
			kind: "unknown",
			text: `${definition.name}(…)`
		};
	}
	bindParameters(scope, { parameters }, { args, keywords }) {
		const named = new Set(parameters.map(({ name }) => name));
		parameters.forEach(({ name, star, keywordOnly, default: value }, index) => {
			const positional = keywordOnly ? void 0 : args[index];
			if (star === "*") scope.set(name, {
				kind: "list",
				items: args.slice(index)
			});
			else if (star === "**") scope.set(name, restOf(keywords, named));
			else scope.set(name, positional ?? keywords[name] ?? (value ? this.valueOf(value) : {
				kind: "unknown",
				text: name
			}));
		});
	}
	block(statements) {
		const outer = this.conditions;
		const unless = [];
		let outcome = "on";
		for (const statement of statements) {
			if (++this.steps > MAX_STEPS) {
				if (this.steps === 20001) this.unread(statement, "too-long");
				break;
			}
			outcome = this.statement(statement);
			if (isEnd(outcome)) break;
			if (outcome !== "on") unless.push(outcome.unless);
			this.conditions = [...outer, ...unless];
		}
		this.conditions = outer;
		if (isEnd(outcome)) return outcome;
		return unless.length === 0 ? "on" : { unless: unless.join(" and ") };
	}
	statement(statement) {
		switch (statement.kind) {
			case "expression":
				if (statement.value.kind === "call") this.call(statement.value, false);
				else this.valueOf(statement.value);
				return "on";
			case "assign": {
				const value = this.valueOf(statement.value);
				for (const target of statement.targets) this.bind(target, value);
				return "on";
			}
			case "annotated":
				if (statement.value) this.bind(statement.target, this.valueOf(statement.value));
				return "on";
			case "augmented":
				this.bind(statement.target, this.augmented(statement));
				return "on";
			case "return":
				this.returned.push(statement.value && this.valueOf(statement.value));
				return "left";
			case "raise": return "raised";
			case "break":
			case "continue": return "left";
			case "import":
			case "import-from":
				this.import(statement);
				return "on";
			case "function":
				this.scope.define(statement);
				return "on";
			case "if": return this.if(statement);
			case "for":
			case "while":
				this.loop(statement);
				return "on";
			case "with": return this.with(statement);
			case "try": return this.try(statement);
			case "match":
				this.match(statement);
				return "on";
			case "assert":
			case "delete":
			case "class":
			case "pass":
			case "global":
			case "nonlocal":
			case "type-alias": return "on";
		}
	}
	augmented({ target, operator, value }) {
		const before = this.valueOf(target);
		const added = this.valueOf(value);
		return operator === "+=" ? sum(before, added) : null;
	}
	import(statement) {
		if (statement.kind === "import") for (const { name, alias } of statement.modules) {
			const [first = name] = name.split(".");
			this.scope.set(alias ?? first, {
				kind: "name",
				name: alias === null ? first : name
			});
		}
		else if (statement.names !== "*") {
			const module = ".".repeat(statement.level) + statement.module;
			for (const { name, alias } of statement.names) this.scope.set(alias ?? name, {
				kind: "name",
				name: `${module}.${name}`
			});
		}
	}
};
function restOf(keywords, named) {
	return {
		kind: "dict",
		entries: Object.entries(keywords).filter(([name]) => !named.has(name)).map(([name, value]) => [{
			kind: "literal",
			value: name
		}, value])
	};
}

// src/revision/operations.ts
/** A revision file -> what its migrations do, and what it declares besides its identifiers. */
/**
* Reads what `upgrade` and `downgrade` do, in the order in which they do it, upgrades first: helper functions of the
* same file followed, loops over written-out items unrolled, and what cannot be read said, never guessed.
*/
function readOperations(bytes) {
	const module = readModule(bytes, () => null);
	if (module.kind !== "module") return module;
	const { text, statements } = module;
	const reader = new MigrationReader(text, statements);
	const functions = [];
	for (const { name, direction, database } of entriesOf(statements)) {
		const entry = reader.entry(name);
		if (!entry) continue;
		if ("definition" in entry) {
			reader.run(entry, direction, database);
			functions.push(describe(text, entry.definition, direction, database));
		} else {
			const binding = statements.find((statement) => mentions(statement, name)) ?? {
				from: 0,
				to: 0
			};
			reader.elsewhere(binding, direction, database);
			const { from, to } = binding;
			functions.push({
				direction,
				database,
				body: "present",
				line: lineAt(text, from),
				span: {
					from,
					to
				}
			});
		}
	}
	return {
		kind: "migration",
		operations: reader.operations,
		functions,
		imports: importsOf(text, statements),
		comments: gateComments(text),
		header: readHeader(docstringOf(module)?.value ?? "")
	};
}
/**
* Alembic calls `upgrade` and `downgrade`. In multi-database trees these hand over by name, `globals()["upgrade_" +
* engine]()`, to one function per database, which then are what counts.
*/
function entriesOf(statements) {
	const functions = statements.filter((statement) => statement.kind === "function");
	const entries = [];
	for (const direction of ["upgrade", "downgrade"]) {
		const main = functions.findLast(({ name }) => name === direction);
		const perDatabase = functions.filter(({ name }) => name.startsWith(`${direction}_`));
		if (perDatabase.length === 0 || main && !handsOver(main)) entries.push({
			name: direction,
			direction,
			database: null
		});
		else for (const { name } of perDatabase) entries.push({
			name,
			direction,
			database: name.slice(direction.length + 1)
		});
	}
	return entries;
}
function handsOver(definition) {
	let dynamic = false;
	walk(definition, (node) => {
		dynamic ||= node.kind === "name" && node.name === "globals";
		return !dynamic;
	});
	return dynamic;
}
function mentions(statement, name) {
	let found = false;
	if (statement.kind === "import-from" && statement.names !== "*") return statement.names.some((imported) => (imported.alias ?? imported.name) === name);
	walk(statement, (node) => {
		found ||= node.kind === "name" && node.name === name;
		return !found;
	});
	return found;
}
function describe(text, definition, direction, database) {
	const { from, to, body, definedAt } = definition;
	const raises = body.some(({ kind }) => kind === "raise");
	return {
		direction,
		database,
		body: body.every(isNothing) ? "empty" : raises ? "raises" : "present",
		line: lineAt(text, definedAt),
		span: {
			from,
			to
		}
	};
}
/** `pass`, `...`, a docstring, `return`, `return None`. */
function isNothing(statement) {
	switch (statement.kind) {
		case "pass":
		case "global":
		case "nonlocal": return true;
		case "expression":
		case "return": return statement.value === null || statement.value.kind === "string" || statement.value.kind === "constant";
		default: return false;
	}
}
function importsOf(text, statements) {
	const imports = [];
	const add = ({ from, to }, module, names) => {
		imports.push({
			module,
			names,
			line: lineAt(text, from),
			span: {
				from,
				to
			}
		});
	};
	for (const statement of statements) walk(statement, (node) => {
		if (isForTypesOnly(node, text)) return false;
		if (node.kind === "import") for (const { name } of node.modules) add(node, name, []);
		if (node.kind === "import-from") {
			const names = node.names === "*" ? ["*"] : node.names.map(({ name }) => name);
			add(node, ".".repeat(node.level) + node.module, names);
		}
		return true;
	});
	return imports;
}
/** `if TYPE_CHECKING:`, which never runs. */
function isForTypesOnly(node, text) {
	if (node.kind !== "if" || node.branches.length > 1 || node.otherwise.length > 0) return false;
	const test = node.branches[0]?.test;
	return test !== void 0 && /^(?:\w+\.)?TYPE_CHECKING$/.test(text.slice(test.from, test.to));
}

// src/lint/before.ts
function columnsBefore(known) {
	const name = (table, column) => `${key(table)}\n${key(column)}`;
	const byName = new Map(known.map((one) => [name(one.table, one.column), one]));
	return (table, column) => table === null || column === null ? null : byName.get(name(table, column)) ?? null;
}
function tablesBefore(known) {
	return (table) => table === null ? [] : known.filter((one) => key(one.table) === key(table));
}
/** The type that the server writes; null for one that the gate does not know. */
function typeOnServer(text, engine) {
	const [tokens] = sqlStatements(text, engine) ?? [];
	return tokens === void 0 ? null : takeType(new Phrase(tokens));
}
/**
* The same changes of each revision, with what the server knows of a column in place of what its author says: of its
* first alteration only, and not of a column that the pull request itself adds.
*/
function withBefore(revisions, facts, before, engine) {
	const altered = /* @__PURE__ */ new Set();
	const known = (change) => {
		if (change.kind !== "alter-column" || change.direction !== "upgrade") return change;
		const column = before(change.table, change.column);
		if (column === null || facts.isNewTable(change) || facts.newColumn(change, change.column) !== null) return change;
		const name = `${key(column.table)}\n${key(column.column)}`;
		if (altered.has(name)) return change;
		altered.add(name);
		return {
			...change,
			from: stateOf(column, engine)
		};
	};
	return revisions.map((changes) => changes.map(known));
}
function stateOf(column, engine) {
	const type = typeOnServer(column.type, engine);
	return {
		type: type && {
			...type,
			charset: column.charset ?? null
		},
		nullable: column.nullable,
		serverDefault: column.default === null ? "dropped" : "set"
	};
}

// src/lint/facts.ts
/** What this pull request itself brought: old rows, old code and locks are no matter for what nobody has seen yet. */
/** @param changes of all revisions of the pull request, in upgrade order. */
function gatherFacts(changes) {
	const position = new Map(changes.map((change, index) => [change, index]));
	const tables = /* @__PURE__ */ new Map();
	const columns = /* @__PURE__ */ new Map();
	const written = /* @__PURE__ */ new Map();
	changes.forEach((change, at) => {
		if (change.direction !== "upgrade" || !("table" in change) || change.table === null) return;
		const table = key(change.table);
		if (change.kind === "create-table") {
			tables.set(table, tables.get(table) ?? at);
			for (const column of change.columns) if (column.name !== null) written.set(columnKey$1(table, column.name), column);
		} else if (change.kind === "rename-table" && change.to !== null && tables.has(table)) tables.set(key(change.to), at);
		else if (change.kind === "add-column" && change.column.name !== null) {
			columns.set(columnKey$1(table, change.column.name), {
				at,
				column: change.column
			});
			written.set(columnKey$1(table, change.column.name), change.column);
		}
	});
	const unread = changes.filter(({ kind }) => kind === "unread");
	const after = (change) => changes.slice((position.get(change) ?? 0) + 1);
	/** A downgrade finds all that the upgrades made. */
	const precedes = (at, change) => at !== void 0 && (change.direction === "downgrade" || at < (position.get(change) ?? 0));
	const ofUnknownTable = (change, column) => {
		return [...columns].find(([name, { at }]) => name.endsWith(`\n${key(column)}`) && precedes(at, change))?.[1].column ?? null;
	};
	return {
		writtenColumn: (table, column) => table === null ? null : written.get(columnKey$1(key(table), column)) ?? null,
		isNewTable: (change) => "table" in change && change.table !== null && precedes(tables.get(key(change.table)), change),
		isNewName: (change, table) => precedes(tables.get(key(table)), change),
		mayBeNew: (change, names) => mayBeNew(unread.filter((one) => (position.get(one) ?? 0) < (position.get(change) ?? 0)), change, names),
		isReplaced: (change) => after(change).some((later) => takesPlace(later, change)),
		isWorkingTable: (change) => isWorkingTable(after(change), change),
		newColumn(change, column) {
			if (!("table" in change) || column === null) return null;
			if (change.table === null) return ofUnknownTable(change, column);
			const added = columns.get(columnKey$1(key(change.table), column));
			return added && precedes(added.at, change) ? added.column : null;
		}
	};
}
function mayBeNew(earlier, { direction }, names) {
	return names.length > 0 && earlier.some((one) => one.kind === "unread" && one.direction === direction && names.every((name) => one.text.includes(`"${name}"`) || one.text.includes(`'${name}'`)));
}
function isWorkingTable(later, { direction, table, guarded }) {
	const ofThis = later.filter((one) => one.direction === direction && "table" in one && one.table !== null && table !== null && key(one.table) === key(table));
	const made = ofThis.findIndex(({ kind }) => kind === "create-table");
	return guarded && made >= 0 && ofThis.slice(made).some(({ kind }) => kind === "drop-table");
}
function takesPlace(later, gone) {
	const same = (a, b) => a !== null && b !== null && key(a) === key(b);
	if (later.direction !== gone.direction || gone.table === null) return false;
	if (gone.kind !== "drop-column") return later.kind === "rename-table" ? same(later.to, gone.table) : later.kind === "create-table" && same(later.table, gone.table);
	if (later.kind !== "add-column" && later.kind !== "rename-column") return false;
	const name = later.kind === "add-column" ? later.column.name : later.to;
	return same(later.table, gone.table) && same(name, gone.column);
}
const columnKey$1 = (table, column) => `${table}\n${key(column)}`;

// src/lint/alter-column.ts
const CHANGING = [
	"type_",
	"nullable",
	"autoincrement",
	"new_column_name",
	"name"
];
/** Alembic writes nothing where only `existing_…` is given, and `COMMENT ON` where PostgreSQL is told a comment alone. */
function alterColumn(call, table, column, engine) {
	const { keywords } = call;
	if (!("**" in keywords || keywords["server_default"] !== void 0 || CHANGING.some((name) => keywords[name] !== void 0 && !isNone(keywords[name]))) && (keywords["comment"] === void 0 || engine === "postgresql")) return keywords["comment"] === void 0 ? [] : [{
		kind: "other",
		statement: "COMMENT",
		guarded: true
	}];
	const renamed = keywords["new_column_name"] ?? keywords["name"];
	const to = altered(keywords["type_"], keywords["nullable"], keywords["server_default"]);
	const from = altered(keywords["existing_type"], keywords["existing_nullable"], keywords["existing_server_default"]);
	const effects = [];
	const placed = keywords["insert_after"] !== void 0 || keywords["insert_before"] !== void 0;
	if (!(renamed !== void 0 && Object.keys(to).length === 0)) effects.push({
		kind: "alter-column",
		table,
		column,
		to,
		from,
		restated: false,
		placed
	});
	if (renamed !== void 0 && !isNone(renamed)) effects.push({
		kind: "rename-column",
		table,
		column,
		to: stringOf(renamed)
	});
	return effects;
}
function altered(type, nullable, serverDefault) {
	const known = boolOf(nullable);
	const dropped = isNone(serverDefault) || boolOf(serverDefault) === false;
	return {
		...type === void 0 || isNone(type) ? {} : { type: typeOf(type) },
		...known === null ? {} : { nullable: known },
		...serverDefault === void 0 ? {} : { serverDefault: dropped ? "dropped" : "set" }
	};
}

// src/lint/constructs.ts
const VERBS = [
	"insert",
	"update",
	"delete"
];
/** Methods that choose rows. */
const CHOOSING = /* @__PURE__ */ new Set([
	"where",
	"filter",
	"filter_by",
	"limit",
	"join"
]);
function constructEffects(call) {
	switch (call.name) {
		case "execute": return executed(call.args[0]);
		case "bulk_insert": return [{
			kind: "write",
			verb: "insert",
			table: tableOfValue(argument(call, "table")),
			filtered: true,
			fillsNulls: false,
			sets: null,
			selects: []
		}];
		case "create":
		case "drop": return [schemaObject(call)];
		case "create_all":
		case "drop_all": return [{
			kind: "unread",
			text: `${call.name}()`,
			why: "which tables the metadata has is not written here"
		}];
		default: return [{
			kind: "unread",
			text: `op.${call.name}()`,
			why: "the operation is not one of Alembic’s own"
		}];
	}
}
/** `Table(…).create(bind)` and the types of PostgreSQL. */
function schemaObject({ name, on }) {
	if (on?.kind === "call" && on.callee === "Table") {
		const table = tableOfValue(on);
		if (name === "drop") return {
			kind: "drop-table",
			table,
			guarded: false
		};
		return {
			kind: "create-table",
			table,
			columns: on.args.filter(isColumn$1).map(columnOf$1),
			constraints: on.args.flatMap((part) => constraintOf$1(part) ?? []),
			complete: false,
			engine: null,
			charset: null,
			comment: false,
			indexes: [],
			guarded: false,
			temporary: false,
			partition: false
		};
	}
	if (on?.kind === "call") return {
		kind: "other",
		statement: `${name} ${on.callee}`,
		guarded: true
	};
	return {
		kind: "unread",
		text: `${name}()`,
		why: "what it is called on is computed"
	};
}
/** A statement is a chain of calls, `users.update().where(…).values(…)`, or begins with a function, `update(users)`. */
function executed(statement) {
	const chain = [];
	let at = statement ?? null;
	while (at?.kind === "call") {
		chain.push(at);
		at = at.on;
	}
	const verb = VERBS.find((one) => chain.some(({ callee }) => lastPart(callee) === one));
	const start = chain.find(({ callee }) => lastPart(callee) === verb);
	if (verb !== void 0 && start) return [{
		kind: "write",
		verb,
		table: tableOfValue(start.on ?? start.args[0]),
		filtered: verb === "insert" || isConditional(start) || chain.some(({ callee }) => CHOOSING.has(lastPart(callee))),
		fillsNulls: false,
		sets: setColumns(chain),
		selects: []
	}];
	const names = chain.map(({ callee }) => lastPart(callee));
	if (names.some((name) => name === "select" || name === "exists" || name === "literal")) return [];
	const ddl = names.find((name) => /^(?:Create|Drop|Add|Set)[A-Z]/.test(name));
	return ddl === void 0 ? [{
		kind: "unread",
		text: names[0] ?? "execute()",
		why: "the statement is computed"
	}] : [{
		kind: "other",
		statement: ddl,
		guarded: true
	}];
}
/** Before SQLAlchemy 2.0 the condition is an argument: `users.delete(users.c.id == 1)`, `delete(users, users.c.id == 1)`. */
function isConditional({ on, args, keywords }) {
	const condition = keywords["whereclause"] ?? args[on === null ? 1 : 0];
	return condition !== void 0 && condition.kind !== "dict" && condition.kind !== "literal";
}
function setColumns(chain) {
	const values = chain.filter(({ callee }) => lastPart(callee) === "values");
	if (values.length === 0 || values.some(({ keywords }) => "**" in keywords)) return null;
	const names = values.flatMap(({ args, keywords }) => [...Object.keys(keywords), ...args.flatMap(writtenKeys)]);
	return names.every((name) => name !== null) ? names : null;
}
/** `{'name': …}`, `dict(name=…)`. */
function writtenKeys(value) {
	if (value.kind === "dict") return value.entries.map(([name]) => columnKey(name));
	return value.kind === "call" && value.callee === "dict" && value.args.length === 0 && !("**" in value.keywords) ? Object.keys(value.keywords) : [null];
}
/** `{'name': …}`, `{users.c.name: …}`, `{User.name: …}`. */
function columnKey(value) {
	if (value.kind === "name") return lastPart(value.name);
	return value.kind === "unknown" ? /\.(?:c|columns)\.(\w+)$/.exec(value.text)?.[1] ?? null : stringOf(value);
}
/** Of `table('users', …)`, `Table('users', meta, …)`. */
function tableOfValue(value) {
	if (value?.kind !== "call" || !/^(?:table|Table)$/.test(lastPart(value.callee))) return null;
	return qualified(value.keywords["schema"], value.args[0]);
}
const lastPart = (name) => name.slice(name.lastIndexOf(".") + 1);

// src/lint/from-operations.ts
/** In the order of the operations; one piece of SQL may give several. */
function changesOf(operations, engine) {
	return operations.flatMap((operation) => effectsOf(operation, engine).map((effect) => ({
		...effect,
		...placeOf$1(operation)
	})));
}
const placeOf$1 = (operation) => ({
	direction: operation.direction,
	database: operation.database,
	line: operation.line,
	endLine: operation.endLine,
	under: operation.under,
	autocommit: operation.autocommit,
	operation,
	span: operation.span
});
const UNREAD = {
	"dynamic-call": "what it calls is computed",
	"imported-call": "it is code of another file",
	session: "it writes through the ORM, whose SQL is not written here",
	"local-call": "the function cannot be followed",
	"too-long": "there is more than the gate follows"
};
function effectsOf(operation, engine) {
	switch (operation.kind) {
		case "sql": return readSql(operation.sql, engine);
		case "unread": return [{
			kind: "unread",
			text: operation.text,
			why: UNREAD[operation.why]
		}];
		case "call": return isAlembics(operation.name) ? callEffects(operation, engine) : constructEffects(operation);
	}
}
/** Options that make an index another thing than its columns say. */
const SPECIAL = /^(?:mysql|mariadb)_(?:length|prefix|using)$|^postgresql_(?:using|ops|include)$/;
function callEffects(call, engine) {
	const table = tableOf$2(call);
	const text = (parameter) => stringOf(argument(call, parameter));
	const columns = stringsOf(argument(call, "columns"));
	const guarded = boolOf(call.keywords["if_exists"]) === true || boolOf(call.keywords["if_not_exists"]) === true;
	switch (call.name) {
		case "create_table": return [createTable(call, table, guarded)];
		case "drop_table": return [{
			kind: "drop-table",
			table,
			guarded
		}];
		case "rename_table": {
			const schema = call.keywords["schema"];
			return [{
				kind: "rename-table",
				table: qualified(schema, argument(call, "old_table_name")),
				to: qualified(schema, argument(call, "new_table_name"))
			}];
		}
		case "add_column": return addColumn(call, table, guarded);
		case "drop_column": return [{
			kind: "drop-column",
			table,
			column: text("column_name"),
			guarded
		}];
		case "alter_column": return alterColumn(call, table, text("column_name"), engine);
		case "create_index": {
			const unique = boolOf(call.keywords["unique"]) === true;
			const asked = call.keywords["postgresql_concurrently"];
			const concurrently = asked === void 0 || isNone(asked) ? false : boolOf(asked);
			const whole = call.keywords["postgresql_where"] === void 0;
			const name = text("index_name");
			const special = Object.keys(call.keywords).some((option) => SPECIAL.test(option));
			return [{
				kind: "create-index",
				table,
				name,
				columns: whole ? columns : null,
				unique,
				special,
				sort: sortOf$1(stringOf(call.keywords["mysql_prefix"] ?? call.keywords["mariadb_prefix"])),
				concurrently,
				guarded
			}];
		}
		case "drop_index": {
			const concurrently = boolOf(call.keywords["postgresql_concurrently"]) === true;
			return [{
				kind: "drop-index",
				table,
				name: text("index_name"),
				concurrently,
				guarded
			}];
		}
		case "drop_constraint": return [{
			kind: "drop-constraint",
			table,
			name: text("constraint_name"),
			constraint: kindOf(call)
		}];
		case "bulk_insert": return constructEffects(call);
		case "create_table_comment":
		case "drop_table_comment": return [{
			kind: "other",
			statement: "COMMENT",
			guarded: true
		}];
		default: return [{
			kind: "add-constraint",
			table,
			constraint: createdConstraint(call, columns)
		}];
	}
}
/** `FULLTEXT`, `SPATIAL`. */
function sortOf$1(prefix) {
	const sort = prefix?.toLowerCase();
	return sort === "fulltext" || sort === "spatial" ? sort : null;
}
function createTable(call, table, guarded) {
	const parts = call.args.slice(1);
	const constraints = parts.flatMap((part) => constraintOf$1(part) ?? []);
	const engine = stringOf(call.keywords["mysql_engine"] ?? call.keywords["mariadb_engine"]);
	const prefixes = itemsOf$1(call.keywords["prefixes"])?.map(stringOf) ?? [];
	return {
		kind: "create-table",
		table,
		columns: parts.filter(isColumn$1).map(columnOf$1),
		constraints,
		complete: parts.every((part) => part.kind === "call"),
		engine,
		charset: charsetOfTable(call),
		comment: call.keywords["comment"] !== void 0 && !isNone(call.keywords["comment"]),
		indexes: parts.flatMap(indexOf),
		guarded,
		temporary: prefixes.includes("TEMPORARY"),
		partition: false
	};
}
function charsetOfTable({ keywords }) {
	const option = (name) => stringOf(keywords[`mysql_${name}`] ?? keywords[`mariadb_${name}`]);
	return option("charset") ?? option("default_charset") ?? charsetOf(option("collate"));
}
/** `sa.Index('ix', 'a')` inside `op.create_table`. */
function indexOf(part) {
	if (part.kind !== "call" || part.callee !== "Index") return [];
	const columns = part.args.slice(1).map(stringOf);
	const known = columns.length > 0 && columns.every((one) => one !== null);
	return [{
		name: stringOf(part.args[0]),
		columns: known ? columns : null
	}];
}
/** `index=True` and `unique=True` make an index of their own; `ForeignKey` makes a constraint. */
function addColumn(call, table, guarded) {
	const value = argument(call, "column");
	const column = columnOf$1(value);
	const added = {
		kind: "add-column",
		table,
		column,
		placed: call.keywords["insert_after"] !== void 0 || call.keywords["insert_before"] !== void 0,
		guarded
	};
	if (column.references === null) return [added];
	return [added, {
		kind: "add-constraint",
		table,
		constraint: {
			kind: "foreign-key",
			name: null,
			columns: column.name === null ? null : [column.name],
			references: column.references.table,
			referred: column.references.column === null ? null : [column.references.column],
			onDelete: column.onDelete,
			notValid: false,
			usingIndex: false
		}
	}];
}
const KINDS = {
	foreignkey: "foreign-key",
	primary: "primary-key",
	unique: "unique",
	check: "check",
	create_foreign_key: "foreign-key",
	create_primary_key: "primary-key",
	create_unique_constraint: "unique",
	create_check_constraint: "check",
	create_exclude_constraint: "exclude"
};
const kindOf = (call) => KINDS[stringOf(argument(call, "type_")) ?? ""] ?? null;
function createdConstraint(call, columns) {
	const { keywords } = call;
	return {
		kind: KINDS[call.name] ?? "check",
		name: stringOf(argument(call, "constraint_name")),
		columns: call.name === "create_foreign_key" ? stringsOf(argument(call, "local_cols")) : columns,
		references: qualified(keywords["referent_schema"], argument(call, "referent_table")),
		referred: call.name === "create_foreign_key" ? stringsOf(argument(call, "remote_cols")) : null,
		onDelete: stringOf(keywords["ondelete"]),
		notValid: boolOf(keywords["postgresql_not_valid"]) === true,
		usingIndex: keywords["postgresql_using_index"] !== void 0
	};
}

// src/lint/severity.ts
const WEIGHT = [
	"off",
	"info",
	"warning",
	"error"
];
/**
* The severity for a finding in `path`. A setting with `paths` holds only there; one for a group (`hygiene`) holds for
* its rules that have none of their own. `atMost` bounds a default, never what somebody asked for.
*/
function severityOf(rule, { profile, deploys, rules }, path, atMost) {
	for (const name of [rule.id, rule.group]) {
		const setting = rules[name];
		if (setting?.severity !== void 0 && holds(setting.paths, path)) return setting.severity;
	}
	if (rule.group === "rolling-deploy" && deploys === "stop") return "off";
	const usual = rule.severity[profile];
	return atMost !== void 0 && WEIGHT.indexOf(atMost) < WEIGHT.indexOf(usual) ? atMost : usual;
}
function holds(paths, path) {
	return paths === void 0 || path !== null && globMatcher(paths)(path);
}
/** A rule's options: its defaults, and what the configuration sets. */
function optionsOf({ id, options = {} }, { rules }) {
	return {
		...options,
		...rules[id]?.options ?? {}
	};
}

// src/lint/seen.ts
/** SQLite's `ALTER TABLE` is a copy under another name, which says nothing about what the author meant. */
function seenChanges(revision, seen, engine) {
	if (engine === "sqlite") return [];
	return seen.filter((statement) => statement.revision === revision).flatMap(({ sql, direction, line }) => readSql(sql, engine).map((effect) => ({
		...effect,
		direction,
		database: null,
		line,
		endLine: line,
		under: [],
		autocommit: false,
		operation: null,
		span: null
	})));
}
/**
* The changes in the order in which they ran. Where all of a line can be read, its author knew more than the statement
* shows, so the source's word stands. Of a direction that did not run, all that is written.
*/
function completed(written, seen) {
	const said = /* @__PURE__ */ new Set();
	const ran = seen.flatMap((change) => {
		const there = written.filter(({ direction, line, endLine }) => direction === change.direction && line <= change.line && change.line <= endLine);
		if (there.length === 0) return [change];
		if (there.every(isReadable)) {
			const fresh = there.filter((one) => !said.has(one));
			for (const one of fresh) said.add(one);
			return fresh;
		}
		for (const one of there) said.add(one);
		return [change];
	});
	const directions = new Set(seen.map(({ direction }) => direction));
	return [...ran, ...written.filter((one) => !directions.has(one.direction))];
}
const isReadable = (change) => change.kind !== "unread" && !("table" in change && change.table === null) && !("column" in change && change.column === null);

// src/lint/engine.ts
/** Suppressions are not looked at here. Files that are no module give nothing: reading them has its own findings. */
function lintRevisions(input) {
	const linted = input.revisions.flatMap(({ revision, bytes }) => {
		const migration = readOperations(bytes);
		return migration.kind === "migration" ? [{
			revision,
			migration,
			text: decodeSource(bytes).text
		}] : [];
	});
	const operations = linted.map((one) => operationsOn(input.engine, one));
	const written = operations.map((some) => changesOf(some, input.engine));
	const seen = linted.map(({ revision }) => seenChanges(revision.id, input.seen, input.engine));
	const ran = input.seen.length > 0 || input.before.length > 0;
	const all = written.map((some, index) => completed(some, seen[index] ?? []));
	const columnBefore = columnsBefore(input.before);
	const tableBefore = tablesBefore(input.before);
	const known = ran ? withBefore(all, gatherFacts(all.flat()), columnBefore, input.engine) : all;
	const factsOfSource = gatherFacts(written.flat());
	const factsOfServer = ran ? gatherFacts(known.flat()) : factsOfSource;
	return {
		findings: linted.flatMap((one, index) => {
			const judge = (changes, facts, rules) => {
				const view = viewOf({
					...one,
					operations: operations[index] ?? [],
					changes,
					facts,
					columnBefore,
					tableBefore
				}, input);
				return rules.flatMap((rule) => findingsOf(rule, view, input));
			};
			const fromSource = judge(written[index] ?? [], factsOfSource, input.rules);
			if (!ran) return fromSource;
			const completing = input.rules.filter(({ statements }) => statements === true);
			const fromServer = judge(known[index] ?? [], factsOfServer, completing);
			return [...fromSource, ...fromServer.filter((finding) => !fromSource.some((said) => covers(said, finding)))];
		}),
		linted
	};
}
function operationsOn(engine, { migration }) {
	return migration.operations.filter(({ under }) => mayRunOn(engine, under));
}
function viewOf(one, input) {
	const { engine, version, config, fileTemplate, namesConstraints, models, seen, tableSizes } = input;
	const wasSeen = ({ line, endLine, direction }) => seen.some((statement) => statement.revision === one.revision.id && statement.direction === direction && line <= statement.line && statement.line <= endLine);
	return {
		...one,
		engine,
		version,
		config,
		fileTemplate,
		namesConstraints,
		tableSizes,
		models,
		wasSeen
	};
}
function findingsOf(rule, view, input) {
	const { engine, environment } = input;
	const config = rule.group === "history" ? {
		...input.config,
		rules: {}
	} : input.config;
	const { revision, text } = view;
	if (rule.engines && (engine === null || !rule.engines.includes(engine))) return [];
	if (severityOf(rule, config, revision.path) === "off") return [];
	const pass = {
		...view,
		options: optionsOf(rule, input.config)
	};
	return distinct(rule.check(pass)).flatMap((trouble) => {
		const severity = severityOf(rule, config, revision.path, trouble.atMost);
		if (severity === "off") return [];
		const { message, line, endLine } = trouble;
		const { id, path } = revision;
		const splices = rule.fix?.(trouble, text) ?? [];
		const help = trouble.help + fixedLines(splices, trouble, text);
		return [{
			rule: rule.id,
			severity,
			message,
			help,
			path,
			line,
			endLine,
			revision: id,
			environment,
			...splices.length === 0 ? {} : { fix: editsOf(path, text, splices) },
			suppressed: null
		}];
	});
}
/** The lines as they are to be, where the cure is mechanical. */
function fixedLines(splices, trouble, text) {
	if (splices.length === 0) return "";
	const lines = text.split("\n");
	const after = spliceText(text, splices).split("\n");
	const added = after.length - lines.length;
	return `\n${after.slice(trouble.line - 1, trouble.endLine + added).join("\n")}`;
}
/** So many findings of one place are said one by one. */
const SAID_AT_ONE_PLACE = 3;
/**
* A loop over many tables says the same thing of one line once for each: the same sentence twice is once too many, and
* forty sentences of one line are read by nobody.
*/
function distinct(troubles) {
	const places = /* @__PURE__ */ new Map();
	for (const trouble of troubles) {
		const { line, endLine, span, message, atMost } = trouble;
		const place = [
			line,
			endLine,
			span?.from,
			atMost
		].join();
		const there = places.get(place) ?? [];
		if (!there.some((one) => one.message === message)) places.set(place, [...there, trouble]);
	}
	return [...places.values()].flatMap((there) => {
		const [first, ...rest] = there;
		if (first === void 0 || there.length <= SAID_AT_ONE_PLACE) return there;
		return [{
			...first,
			message: `${first.message} The same goes for ${othersOf(first, rest)}.`
		}];
	});
}
/** So many names are read out. */
const READ_OUT = 12;
/** The names by which the other sentences differ; how many there are where they do not. */
function othersOf({ message }, rest) {
	const names = rest.flatMap((one) => one.message.match(/`[^`]+`/g)?.find((name) => !message.includes(name)) ?? []);
	const others = [...new Set(names)];
	if (others.length < rest.length) return `${String(rest.length)} more at this place`;
	const more = others.length - READ_OUT;
	return others.slice(0, READ_OUT).join(", ") + (more > 0 ? ` and ${String(more)} more` : "");
}
/** Whether both say the same of one place; what a server saw stands on the innermost line of a statement. */
function covers(said, other) {
	const { line, endLine } = said;
	if (said.rule !== other.rule || said.path !== other.path) return false;
	if (line === null || endLine === null || other.line === null) return false;
	return line <= (other.endLine ?? other.line) && other.line <= endLine;
}

// src/lint/suppress.ts
const placeOfComment = (path, { line }, rule) => `${path}:${line} ${rule}`;
/** Of errors that nobody has accepted yet, the paths whose approval would: those somebody has to be asked about. */
const wantApproval = (findings, exits) => [...new Set(findings.flatMap(({ severity, suppressed, rule, path }) => {
	const { approval, protected: isProtected } = exits(rule);
	return severity === "error" && suppressed === null && path !== null && (approval || isProtected) ? [path] : [];
}))];
/** Marks what is accepted; everything stays in the report. */
function acceptFindings(findings, acceptance) {
	const used = /* @__PURE__ */ new Set();
	const files = new Map(acceptance.files.map((file) => [file.path, file]));
	return {
		findings: findings.map((finding) => {
			const exits = acceptance.exits(finding.rule);
			const accepted = (exits.inline ? inline(finding, files, used) : null) ?? (exits.configuration ? configured(finding, acceptance.suppress) : null);
			const approver = acceptance.approvals.get(finding.path ?? "");
			if (finding.suppressed !== null) return finding;
			if (exits.approval && approver !== void 0) return {
				...finding,
				suppressed: {
					reason: "approved as it is",
					by: approver
				}
			};
			if (accepted === null) return finding;
			if (!exits.protected) return {
				...finding,
				suppressed: accepted
			};
			return approver === void 0 ? {
				...finding,
				help: `${finding.help}\nAccepting it (${accepted.reason}) needs the approval of an approver, because the rule is protected.`
			} : {
				...finding,
				suppressed: {
					reason: accepted.reason,
					by: approver
				}
			};
		}),
		used
	};
}
function inline(finding, files, used) {
	const file = files.get(finding.path);
	const comment = file?.comments.find((one) => one.kind === "ignore" && one.reason !== "" && meets$1(one, finding));
	if (!file || !comment) return null;
	used.add(placeOfComment(file.path, comment, finding.rule));
	return {
		reason: comment.reason,
		by: `comment on line ${String(comment.line)}`
	};
}
/** On one of the finding's lines, or alone above the first. */
function meets$1({ rules, governs }, { rule, line, endLine }) {
	return rules.includes(rule) && line !== null && governs >= line && governs <= (endLine ?? line);
}
function configured(finding, suppress) {
	const entry = suppress.find(({ rule, path, revision }) => rule === finding.rule && (path === void 0 || finding.path !== null && globMatcher([path])(finding.path)) && (revision === void 0 || revision === finding.revision));
	return entry ? {
		reason: entry.reason,
		by: "configuration"
	} : null;
}

// src/lint/suppression-findings.ts
function commentFindings({ revision, migration }, circumstances) {
	const { path, id } = revision;
	const { config, environment } = circumstances;
	return migration.comments.flatMap((comment) => {
		const said = sayComment(comment, path, circumstances);
		const rule = said === null ? null : describedRule(said.rule);
		if (said === null || rule === null) return [];
		const severity = severityOf(rule, config, path);
		if (severity === "off") return [];
		const { line } = comment;
		const place = {
			path,
			line,
			endLine: line,
			revision: id,
			environment
		};
		return [{
			...said,
			severity,
			...place,
			suppressed: null
		}];
	});
}
function sayComment(comment, path, { used, asked }) {
	if (comment.kind === "irreversible") return null;
	if (comment.kind === "unknown") return {
		rule: "no-unused-suppression",
		message: `This comment is meant for the gate and not understood: \`${comment.text.replaceAll("`", "'")}\`.`,
		help: "Write it like this:\n# alembic-gate: ignore[no-drop-column] the reason"
	};
	if (comment.reason === "") return {
		rule: "no-suppression-without-reason",
		message: `This accepts ${comment.rules.join(", ")} without a reason, and so accepts nothing.`,
		help: `Say why:\n# alembic-gate: ignore[${comment.rules.join(", ")}] the reason`
	};
	const faults = comment.rules.flatMap((rule) => {
		if (used.has(placeOfComment(path, comment, rule))) return [];
		const described = describedRule(rule);
		if (described === null) return [`there is no rule ${rule}`];
		if (!described.inline) return [`${rule} cannot be accepted in a comment`];
		return asked(rule, path) ? [`${rule} finds nothing there`] : [];
	});
	if (faults.length === 0) return null;
	return {
		rule: "no-unused-suppression",
		message: `This comment accepts what is not there: ${faults.join("; ")}.`,
		help: "Remove it, or correct the name of the rule."
	};
}

// src/lint/apply.ts
/** All findings of the environment, in the order found, then rules; accepted ones carry their reason. */
function applyLint(input) {
	const { config, environment, found, approvals = /* @__PURE__ */ new Map() } = input;
	const { findings, linted } = lintRevisions({
		...input,
		rules: RULES$1
	});
	const weighed = found.flatMap((finding) => reweighed(finding, config));
	const files = linted.map(({ revision, migration }) => ({
		path: revision.path,
		revision: revision.id,
		comments: migration.comments
	}));
	const own = findings.filter((finding) => !weighed.some((said) => covers(said, finding)));
	const accepted = acceptFindings([...weighed, ...own], {
		files,
		suppress: config.suppress,
		exits: (rule) => exitsOf(rule, config),
		approvals
	});
	const { used } = accepted;
	const isOld = saidBefore(input);
	const asked = (rule, path) => wasAsked(rule, path, input);
	return [...accepted.findings.filter((finding, at) => at < weighed.length || !isOld(finding)), ...linted.flatMap((one) => commentFindings(one, {
		config,
		environment,
		used,
		asked
	}))];
}
/** Whether a finding of a rule was there before the edit, once for each time that it was. */
function saidBefore(input) {
	const { earlier = [] } = input;
	const left = /* @__PURE__ */ new Map();
	const key = ({ rule, revision, message }) => JSON.stringify([
		rule,
		revision,
		message
	]);
	const before = earlier.length === 0 ? [] : lintRevisions({
		...input,
		revisions: earlier,
		seen: [],
		rules: RULES$1
	}).findings;
	for (const finding of before) left.set(key(finding), (left.get(key(finding)) ?? 0) + 1);
	return (finding) => {
		const count = left.get(key(finding)) ?? 0;
		left.set(key(finding), count - 1);
		return count > 0;
	};
}
/** Findings are said with the weight of the profile `recommended`; some rules may be given another. */
function reweighed(finding, config) {
	const rule = CATALOGUE.find(({ id }) => id === finding.rule);
	if (!rule?.configurable) return [finding];
	const severity = severityOf(rule, config, finding.path);
	if (severity === "off") return [];
	return [finding.severity === rule.severity.recommended ? {
		...finding,
		severity
	} : finding];
}
/** In `add-only` every loss of data is protected, whether it is listed or not. */
function exitsOf(rule, { profile, protectedRules }) {
	const described = describedRule(rule);
	return {
		inline: described?.inline === true,
		configuration: described?.configurable === true,
		approval: APPROVABLE.has(rule),
		protected: protectedRules.includes(rule) || profile === "add-only" && described?.group === "data-loss"
	};
}
function wasAsked(id, path, { engine, config }) {
	const rule = RULES$1.find((one) => one.id === id);
	if (!rule || severityOf(rule, config, path) === "off") return false;
	return rule.engines === void 0 || engine !== null && rule.engines.includes(engine);
}

// src/lint/migration-findings.ts
/**
* A warning for each table that a model adds or alters and that no upgrade of the pull request touches, and a word on
* what leaves the models and stays in the database.
* @param revisions contents of the new and edited revisions of all environments.
*/
function migrationFindings(models, revisions, engine, environment) {
	if (!models.changed) return [];
	const upgrades = revisions.flatMap((bytes) => upgradeOf(bytes, engine));
	if (upgrades.some(mayBeAnything)) return [];
	const touched = new Set(upgrades.flatMap(tablesIn));
	const { base, merged } = models;
	const found = (severity, table, message, help) => ({
		rule: "require-migration",
		severity,
		message,
		help,
		revision: null,
		environment,
		suppressed: null,
		path: table.path,
		line: table.line,
		endLine: table.line
	});
	return [...[...merged.tables].flatMap(([name, after]) => {
		const before = base.tables.get(name);
		const moved = before === void 0 && base.unread.length > 0;
		if (touched.has(name) || moved || before && !asksMore(before, after)) return [];
		const what = before ? "changes what the schema should be" : "maps a table that is not there";
		return [found("warning", after, `The model of \`${after.name}\` ${what}, and no migration here touches that table: the code that lands fails at its first query of it.`, "Add a migration:\nalembic revision --autogenerate -m \"…\"")];
	}), ...[...base.tables].flatMap(([name, before]) => awaiting(name, before))];
	function awaiting(name, before) {
		const after = merged.tables.get(name);
		if (touched.has(name) || !after && merged.unread.length > 0 || after?.whole === false) return [];
		const gone = after ? [...before.columns.keys()].filter((column) => !after.columns.has(column)) : [];
		if (after && gone.length === 0) return [];
		const message = `${after ? `\`${before.name}.${gone.join(`\`, \`${before.name}.`)}\`` : `Table \`${before.name}\``} left the models and ${gone.length > 1 ? "stay" : "stays"} in the database, awaiting removal.`;
		const place = after ?? {
			...before,
			path: null,
			line: null
		};
		return [{
			...found("info", before, message, "Drop it in a later release, when no running code maps it."),
			path: place.path,
			line: place.line,
			endLine: place.line
		}];
	}
}
/** Whether anything but a removal differs. */
function asksMore(before, after) {
	if (isSame(before, after)) return false;
	if (!before.whole || !after.whole) return [...after.columns].some(([name, text]) => (before.columns.get(name) ?? text) !== text);
	return before.rest !== after.rest || [...after.columns].some(([name, text]) => before.columns.get(name) !== text);
}
function upgradeOf(bytes, engine) {
	const migration = readOperations(bytes);
	if (migration.kind !== "migration") return [];
	return changesOf(migration.operations, engine).filter(({ direction }) => direction === "upgrade");
}
/** Whether nobody can say which table a change is on. */
const mayBeAnything = (change) => change.kind === "unread" || "table" in change && change.table === null;
function tablesIn(change) {
	return ["table" in change ? change.table : null, change.kind === "rename-table" ? change.to : null].flatMap((name) => name === null ? [] : [name.slice(name.lastIndexOf(".") + 1).toLowerCase()]);
}

// src/flows/conventions.ts
/** Names that only a naming convention gives: autogenerate writes them as final, `op.f("fk_note_user_id")`. */
const CONVENTIONAL = /\bop\.f\(\s*["'](?:fk|uq|pk|ck)_/;
/** A call whose name is left to the convention. */
const UNNAMED = /\(\s*None\s*[,)]|constraint_name\s*=\s*None/;
/** @param judged contents of the revisions to judge: what they do not ask for is not looked up. */
async function conventionsOf(environment, base, judged) {
	const { fileTemplate, ini } = environment;
	const newest = base.graph.realHeads.flatMap((id) => base.graph.revisions.get(id) ?? []);
	const known = newest.length > 0 || ini !== null;
	const followed = newest.every(({ path, id }) => followsTemplate(path, id, fileTemplate));
	return {
		fileTemplate: known && followed ? fileTemplate : null,
		namesConstraints: judged.some((bytes) => UNNAMED.test(textOf(bytes))) ? await namesConstraints(environment, base) : false
	};
}
async function namesConstraints({ scriptLocation }, { tree, revisions, bytes }) {
	const env = `${scriptLocation}/env.py`;
	if (textOf((await tree.read([env])).get(env) ?? /* @__PURE__ */ new Uint8Array()).includes("naming_convention")) return true;
	return (await Promise.all(revisions.map(({ path }) => bytes(path)))).some((one) => CONVENTIONAL.test(textOf(one)));
}
const textOf = (bytes) => Buffer.from(bytes).toString("latin1");

// src/lint/deploy-verbs.ts
/** With which verbs a repository runs Alembic: what its deployment, its tests and its scripts ask for. */
const RULE = "no-unsupported-heads-verb";
/** Names of files from which people deploy or test; every shell script is one. */
const RUNS = /(?:^|\/)(?:[^/]*dockerfile[^/]*|[^/]*compose[^/]*\.ya?ml|makefile|gnumakefile|[^/]*\.mk|justfile|taskfile\.ya?ml|procfile|jenkinsfile|tox\.ini|noxfile\.py|conftest\.py|\.gitlab-ci\.yml|[^/]*entrypoint[^/]*|[^/]*\.(?:sh|bash|service))$|^\.github\/workflows\/[^/]+\.ya?ml$/i;
/** Python scripts that may start migrations. */
const STARTS = /(?:^|\/)(?:[^/]*(?:entrypoint|migrate|deploy|release|prestart)[^/]*)\.py$/i;
const mayRunAlembic = (path) => RUNS.test(path) || STARTS.test(path);
const verbsIn = (path, text) => path.endsWith(".py") ? inPython(path, text) : inCommands(path, text);
/** Quotes, commas and brackets are those of a Dockerfile's or YAML's list of words. */
const COMMAND = /\b((?:alembic|flask(?:\s+--?\w[\w-]*(?:[= ]\S+)?)*\s+db|manage\.py\s+db)\b[^;&|#]*?\s(?:upgrade|downgrade)\b(?:\s+--\w[\w-]*(?:=\S+)?)*\s+(heads?|(?:\S+)?-1)(?![\w.@:-]))/;
function inCommands(path, text) {
	return text.split("\n").flatMap((raw, index) => {
		const line = raw.trimStart().startsWith("#") ? "" : raw.replace(/["'[\],]/g, " ").replace(/\s+/g, " ");
		const [, command, target = ""] = COMMAND.exec(line) ?? [];
		if (command === void 0) return [];
		const downgrades = /\sdowngrade\s/.test(command);
		if (downgrades !== target.endsWith("-1")) return [];
		const verb = downgrades ? "one-down" : target === "heads" ? "heads" : "head";
		return [{
			path,
			line: index + 1,
			verb,
			text: command.trim()
		}];
	});
}
/** `command.upgrade(config, "heads")`, `upgrade(revision="heads")`. */
function inPython(path, text) {
	if (!/(?:up|down)grade/.test(text)) return [];
	const found = [];
	try {
		for (const statement of parseModule(text)) walk(statement, (node) => {
			const verb = node.kind === "call" ? called(node) : null;
			if (verb !== null) found.push({
				...verb,
				path,
				line: lineAt(text, node.from)
			});
			return true;
		});
	} catch (error) {
		if (error instanceof PythonSyntaxError) return [];
		throw error;
	}
	return found;
}
function called({ callee, args }) {
	const name = callee.kind === "attribute" || callee.kind === "name" ? callee.name : "";
	if (name !== "upgrade" && name !== "downgrade") return null;
	const target = args.filter(({ name: keyword }) => keyword === null || keyword === "revision").flatMap(({ value }) => value.kind === "string" ? value.value ?? [] : []).find((one) => one === "head" || one === "heads" || one.endsWith("-1"));
	if (target === void 0 || name === "downgrade" !== target.endsWith("-1")) return null;
	return {
		verb: name === "downgrade" ? "one-down" : target === "heads" ? "heads" : "head",
		text: `${name}(${JSON.stringify(target)})`
	};
}
/** One finding for each place that a fork would tell from the others. */
function verbFindings(verbs, { environment, severalHeads, mergedAt }) {
	const singular = verbs.find(({ verb }) => verb === "head");
	return verbs.flatMap((one) => {
		const said = one.verb === "one-down" ? sayOneDown(one, mergedAt) : sayHeads$1(one, severalHeads ? void 0 : singular);
		if (said === null) return [];
		const { path, line } = one;
		return [{
			rule: RULE,
			severity: "warning",
			...said,
			path,
			line,
			endLine: line,
			revision: null,
			environment,
			suppressed: null
		}];
	});
}
function sayHeads$1({ verb, text }, singular) {
	if (verb !== "heads" || singular === void 0) return null;
	return {
		message: `This runs \`${text}\`, and ${singular.path} runs \`${singular.text}\` (line ${String(singular.line)}): a forked history passes here and applies nothing there, so what one of them shows says nothing of the other.`,
		help: "Run the same verb everywhere, upgrade head, which stops at a fork."
	};
}
function sayOneDown({ text }, mergedAt) {
	if (mergedAt === null) return null;
	return {
		message: `This runs \`${text}\`, and the newest revision is the merge ${mergedAt}: from there Alembic stops with "Ambiguous walk", so this rolls nothing back.`,
		help: "Name the revision to go back to, as the rollback card of the report does."
	};
}

// src/flows/deploy-verbs.ts
/** So many files of a repository are looked at, and such small ones: scripts of this kind are short. */
const MOST_FILES = 400;
const LARGEST = 2e5;
/** Nothing where the rule is off, as it is but in `strict`. */
async function deployVerbFindings({ judged: { environment }, merged }, config, sides) {
	const rule = describedRule("no-unsupported-heads-verb");
	if (rule === null || severityOf(rule, config, null) === "off") return [];
	const { tree } = sides.merged;
	const paths = [...tree.entries.values()].filter(({ path, kind }) => kind === "file" && mayRunAlembic(path)).map(({ path }) => path).slice(0, MOST_FILES);
	const texts = await tree.read(paths);
	const verbs = paths.flatMap((path) => {
		const bytes = texts.get(path);
		return bytes === void 0 || bytes.length > LARGEST ? [] : verbsIn(path, new TextDecoder().decode(bytes));
	});
	const { graph } = merged;
	const mergedAt = graph.realHeads.find((id) => (graph.revisions.get(id)?.downRevisions.length ?? 0) > 1) ?? null;
	const { expectedHeads, name } = environment;
	const severalHeads = typeof expectedHeads === "number" ? expectedHeads > 1 : Object.keys(expectedHeads).length > 1;
	return verbFindings(verbs, {
		environment: name,
		severalHeads,
		mergedAt
	});
}

// src/lint/models/spelling.ts
/** Keywords that mean something to Python alone. */
const PYTHONS = new Set("default onupdate default_factory insert_default doc info key quote repr init compare kw_only sort_order deferred deferred_group deferred_raiseload active_history use_existing_column insert_sentinel title description alias".split(" "));
const lastName = (expression) => expression.kind === "attribute" || expression.kind === "name" ? expression.name : "";
/** `sa.String(50)` and `String(length=50)` differ, `sa.String(50)` and `String( 50 )` do not. */
function spelling(expression, text) {
	const inner = (one) => spelling(one, text);
	switch (expression.kind) {
		case "string": return JSON.stringify(expression.value);
		case "name":
		case "attribute": return expression.name;
		case "call": {
			const given = expression.args.flatMap(({ name, value }) => name === null ? [inner(value)] : PYTHONS.has(name) ? [] : [`${name}=${inner(value)}`]);
			const named = given.filter((one) => /^\w+=/.test(one)).sort();
			return `${lastName(expression.callee)}(${[...given.filter((one) => !named.includes(one)), ...named].join(",")})`;
		}
		case "tuple":
		case "list":
		case "set": return `[${expression.items.map(inner).join(",")}]`;
		case "subscript": {
			const of = lastName(expression.object);
			return of === "Optional" ? `${inner(expression.index)}|None` : `${of}[${inner(expression.index)}]`;
		}
		default: return text.slice(expression.from, expression.to).replace(/\s+/g, "");
	}
}

// src/lint/models/class-body.ts
const COLUMN = /^(?:Column|mapped_column)$/;
/** Calls whose result is no column. */
const NO_COLUMN = /^(?:relationship|Relationship|backref|synonym|association_proxy|query_expression|hybrid_property|dynamic_loader|relation|validates|Table|Index|UniqueConstraint|CheckConstraint|ForeignKeyConstraint|ConfigDict|dict|set|list|tuple|frozenset|namedtuple|getLogger|TypeVar|ClassVar|QueryPropertyDescriptor|composite)$/;
/** @param fields whether plain annotations are columns, as SQLModel has it. */
function classBody({ body }, text, fields) {
	let tableName = null;
	let abstract = false;
	let rest = "";
	let whole = true;
	const columns = /* @__PURE__ */ new Map();
	for (const statement of body) {
		const member = memberOf(statement);
		if (member === null) {
			whole &&= !mentionsColumn(statement);
			continue;
		}
		const { name, value, annotation } = member;
		if (name === "__tablename__") tableName = value?.kind === "string" && value.value !== null ? value.value : { computed: true };
		else if (name === "__abstract__") abstract = value?.kind === "constant" && value.value === true;
		else if (name === "__table_args__") rest = value ? spelling(value, text) : "computed";
		else if (!name.startsWith("__")) {
			const kind = sortOf(value, annotation, fields);
			if (kind === "column") columns.set(nameOf$2(name, value).toLowerCase(), said(member, text));
			whole &&= kind !== "unknown";
		}
	}
	return {
		tableName,
		abstract,
		columns,
		rest,
		whole
	};
}
/** `a = …`, `a: … = …`, and `@declared_attr def a(cls): return …`; null for anything else. */
function memberOf(statement) {
	if (statement.kind === "assign") {
		const [target] = statement.targets;
		return target?.kind === "name" ? {
			name: target.name,
			value: statement.value,
			annotation: null
		} : null;
	}
	if (statement.kind === "annotated" && statement.target.kind === "name") return {
		name: statement.target.name,
		value: statement.value,
		annotation: statement.annotation
	};
	if (statement.kind !== "function" || !statement.decorators.some(isDeclared)) return null;
	const last = statement.body.at(-1);
	return {
		name: statement.name,
		value: last?.kind === "return" ? last.value : null,
		annotation: null
	};
}
const isDeclared = (decorator) => /^declared_attr$/.test(lastName(decorator)) || decorator.kind === "attribute" && lastName(decorator.object) === "declared_attr";
function sortOf(value, annotation, fields) {
	if (columnCall(value)) return "column";
	const isMapped = annotation?.kind === "subscript" && lastName(annotation.object) === "Mapped";
	const isClassVar = annotation?.kind === "subscript" && lastName(annotation.object) === "ClassVar";
	if (value?.kind === "call") {
		const callee = lastName(value.callee);
		if (NO_COLUMN.test(callee) || isClassVar) return "none";
		return fields && callee === "Field" && annotation ? "column" : "unknown";
	}
	if (isMapped && value === null) return "column";
	return fields && annotation && !isClassVar ? "column" : "none";
}
/** `Column(…)`, also inside of `deferred(…)` and `column_property(…)`. */
function columnCall(value) {
	if (value?.kind !== "call") return null;
	if (COLUMN.test(lastName(value.callee))) return value;
	return /^(?:deferred|column_property)$/.test(lastName(value.callee)) ? columnCall(value.args[0]?.value ?? null) : null;
}
/** A column's own name goes before that of the attribute. */
function nameOf$2(attribute, value) {
	const call = columnCall(value);
	const given = call?.args.find(({ name }) => name === "name") ?? call?.args[0];
	return given !== void 0 && (given.name === null || given.name === "name") && given.value.kind === "string" && given.value.value !== null ? given.value.value : attribute;
}
function said({ value, annotation }, text) {
	return [annotation, columnCall(value) ?? value].map((one) => one ? spelling(one, text) : "").join(" ");
}
/** Whether a column is made somewhere in a statement that is none of those above. */
function mentionsColumn(statement) {
	if (statement.kind === "function" || statement.kind === "class") return false;
	let found = false;
	walk(statement, (node) => {
		found ||= node.kind === "call" && COLUMN.test(lastName(node.callee));
		return !found;
	});
	return found;
}

// src/lint/models/read.ts
/** Model files -> the tables that they map: classes with their mixins, and `Table(…)`. */
/** Base classes of libraries, which bring no columns of their own. */
const LIBRARY = /^(?:object|Model|SQLModel|DeclarativeBase|DeclarativeBaseNoMeta|MappedAsDataclass|AsyncAttrs|Generic|ABC)$/;
/** Calls that make a base class. */
const MAKES_BASE = /^(?:declarative_base|automap_base|as_declarative)$/;
/** @param files path and content of each file of `models:`. */
function readModels(files) {
	const unread = [];
	const classes = [];
	const tables = [];
	const made = /* @__PURE__ */ new Set();
	for (const [path, bytes] of files) {
		const module = readModule(bytes, () => null);
		if (module.kind !== "module") {
			unread.push(`${path}:${module.line}`);
			continue;
		}
		const { text, statements } = module;
		for (const statement of statements) {
			walk(statement, (node) => {
				if (node.kind === "class") classes.push(modelClass(node, path, text));
				if (node.kind === "call" && lastName(node.callee) === "Table") {
					const table = tableOf$1(node, path, text);
					if (table) tables.push(table);
					else if (node.args.some(isColumn)) unread.push(`${path}:${lineAt(text, node.from)}`);
				}
				return true;
			});
			if (statement.kind === "assign" && isBaseMaker(statement.value)) for (const target of statement.targets) made.add(lastName(target));
		}
	}
	const byName = /* @__PURE__ */ new Map();
	for (const one of classes) byName.set(one.name, [...byName.get(one.name) ?? [], one]);
	for (const one of classes) {
		const mappedTo = tableName(one, byName);
		if (typeof mappedTo === "string") tables.push(inherited(one, mappedTo, byName, made));
		else if (mappedTo !== null) unread.push(`${one.path}:${one.line}`);
	}
	return {
		tables: joined(tables),
		unread
	};
}
const isBaseMaker = (value) => value.kind === "call" && MAKES_BASE.test(lastName(value.callee));
function modelClass(node, path, text) {
	const sqlmodel = node.args.some(({ name }) => name === "table");
	const bases = node.args.filter(({ name }) => name === null).map(({ value }) => value.kind === "subscript" ? lastName(value.object) : lastName(value));
	const fields = sqlmodel || bases.includes("SQLModel");
	return {
		path,
		line: lineAt(text, node.from),
		name: node.name,
		bases,
		body: classBody(node, text, fields),
		sqlmodel
	};
}
/** null for a class that is mapped to no table, or to that of its parent. */
function tableName({ name, bases, body, sqlmodel }, byName) {
	if (body.abstract) return null;
	if (body.tableName !== null) return body.tableName;
	if (sqlmodel) return name.toLowerCase();
	if (bases.includes("Model") && !byName.has("Model") && body.columns.size > 0) return snakeCase(name);
	const above = bases.flatMap((base) => byName.get(base) ?? []).map((one) => one.body.tableName);
	const parents = above.find((one) => typeof one === "string");
	if (parents !== void 0) return parents;
	return above.some((one) => one !== null) && body.columns.size > 0 ? { computed: true } : null;
}
/** `camel_to_snake_case` of flask_sqlalchemy/model.py. */
const snakeCase = (name) => name.replace(/((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))/g, "_$1").toLowerCase().replace(/^_+/, "");
/** The class with the columns of its bases. */
function inherited({ path, line, bases, body }, name, byName, made) {
	const columns = new Map(body.columns);
	let { whole } = body;
	const pending = [...bases];
	const seen = /* @__PURE__ */ new Set();
	for (let base = pending.shift(); base !== void 0; base = pending.shift()) {
		if (seen.has(base) || made.has(base)) continue;
		seen.add(base);
		const [found, second] = byName.get(base) ?? [];
		if (!found || second) {
			whole &&= !second && LIBRARY.test(base);
			continue;
		}
		if (typeof found.body.tableName === "string") continue;
		for (const [column, text] of found.body.columns) if (!columns.has(column)) columns.set(column, text);
		whole &&= found.body.whole;
		pending.push(...found.bases);
	}
	return {
		name,
		path,
		line,
		columns,
		rest: body.rest,
		whole
	};
}
/** `Table('users', metadata, Column(…), …)`; null where its name is computed. */
function tableOf$1({ args, from }, path, text) {
	const [first, ...others] = args;
	if (first?.name !== null || first.value.kind !== "string" || first.value.value === null) return null;
	const columns = /* @__PURE__ */ new Map();
	const rest = [];
	let whole = true;
	for (const { name, value } of others) {
		const column = value.kind === "call" && lastName(value.callee) === "Column" ? value : null;
		const named = column?.args[0]?.value;
		if (column && named?.kind === "string" && named.value !== null) columns.set(named.value.toLowerCase(), spelling(column, text));
		else if (name === null && value.kind === "call") rest.push(spelling(value, text));
		whole &&= name !== "*" && (!column || named?.kind === "string");
	}
	whole &&= columns.size > 0;
	const line = lineAt(text, from);
	return {
		name: first.value.value,
		path,
		line,
		columns,
		rest: rest.sort().join(" "),
		whole
	};
}
const isColumn = ({ value }) => value.kind === "call" && lastName(value.callee) === "Column";
/** Several classes on one table (single-table inheritance, `extend_existing`) are one table. */
function joined(tables) {
	const byName = /* @__PURE__ */ new Map();
	for (const table of tables) {
		const key = table.name.slice(table.name.lastIndexOf(".") + 1).toLowerCase();
		const known = byName.get(key);
		const columns = new Map([...known?.columns ?? [], ...table.columns]);
		const rest = known ? [known.rest, table.rest].sort().join(" ") : table.rest;
		byName.set(key, {
			...known ?? table,
			columns,
			rest,
			whole: table.whole && known?.whole !== false
		});
	}
	return byName;
}

// src/flows/models.ts
/** null where the configuration names no model files. */
async function modelFacts({ models }, { base, merged }) {
	if (models.length === 0) return null;
	const isModel = globMatcher(models);
	const before = filesOf$1(base.tree, isModel);
	const after = filesOf$1(merged.tree, isModel);
	const changed = before.size !== after.size || [...before].some(([path, oid]) => after.get(path) !== oid);
	const read = await modelsIn(base.tree, before);
	return {
		base: read,
		merged: changed ? await modelsIn(merged.tree, after) : read,
		changed
	};
}
/** Path -> blob id of the Python files that the globs name. */
function filesOf$1({ entries }, isModel) {
	const files = [...entries.values()].filter(({ path, kind }) => kind === "file" && path.endsWith(".py") && isModel(path));
	return new Map(files.map(({ path, oid }) => [path, oid]));
}
async function modelsIn(tree, files) {
	return readModels(await tree.read([...files.keys()]));
}

// src/config/table-sizes.ts
var import_dist = require_dist();
const KEYS = ["rows", "bytes"];
/** Throws UsageError with the first fault, where it is, and what to write instead. */
function readTableSizes(text, path) {
	const document = (0, import_dist.parseDocument)(text, { logLevel: "silent" });
	const [fault] = document.errors;
	if (fault) {
		const at = fault.linePos?.[0];
		throw new UsageError(`${path}:${String(at?.line ?? 1)}: ${fault.message.split("\n")[0] ?? "this is no YAML"}`);
	}
	let tables;
	try {
		tables = document.toJS({ maxAliasCount: 0 });
	} catch {
		throw new UsageError(`${path}: table-sizes takes no aliases; write each table out`);
	}
	if (!isTable(tables)) throw new UsageError(`${path}: must be tables with their sizes, such as user: {rows: 12000000, bytes: 5368709120}`);
	return new Map(Object.entries(tables).map(([name, size]) => [name.toLowerCase(), sizeOf(size, name, path)]));
}
function sizeOf(size, name, path) {
	if (!isTable(size)) throw new UsageError(`${path}: ${name} must be a table of rows and bytes, not ${shown(size)}`);
	const unknown = Object.keys(size).find((key) => !KEYS.some((known) => known === key));
	if (unknown !== void 0) throw new UsageError(`${path}: ${name}.${unknown} is unknown: known are rows, bytes`);
	const [rows, bytes] = KEYS.map((key) => {
		const value = size[key] ?? null;
		if (value === null || typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
		throw new UsageError(`${path}: ${name}.${key} must be a whole number, 0 or more, not ${shown(value)}`);
	});
	return {
		rows: rows ?? null,
		bytes: bytes ?? null
	};
}
const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const shown = (value) => value === null ? "empty" : Array.isArray(value) ? "a list" : JSON.stringify(value);

// src/flows/table-sizes.ts
/** The base's, as the configuration is; the merge's own where the base has none. null where no file is named. */
async function tableSizes({ tableSizes: path }, { base, merged }) {
	if (path === null) return null;
	const tree = [base.tree, merged.tree].find(({ entries }) => entries.get(path)?.kind === "file");
	if (tree === void 0) throw new UsageError(`table-sizes names ${path}, which is not in ${base.tree.label}: commit it, or remove the key`);
	const bytes = (await tree.read([path])).get(path);
	return readTableSizes(new TextDecoder().decode(bytes), `${path} of ${tree.label}`);
}

// src/flows/lint.ts
/** Models are read only where an environment is touched. */
async function lintContext(judged, config, sides, ask) {
	const approvals = /* @__PURE__ */ new Map();
	const approved = async (paths) => {
		const given = ask === void 0 ? /* @__PURE__ */ new Map() : await ask(paths, sides.head.tree, config.approvers);
		for (const [path, by] of given) approvals.set(path, by);
		return given;
	};
	const first = judged.find(({ facts }) => facts.touched);
	const models = first ? await modelFacts(config, sides) : null;
	const shared = {
		config,
		sides,
		models,
		tableSizes: first ? await tableSizes(config, sides) : null,
		approved,
		approvals
	};
	if (!first || models === null) return {
		...shared,
		found: /* @__PURE__ */ new Map()
	};
	const revisions = (await Promise.all(judged.map(revisionsToJudge))).flat();
	const { name } = first.judged.environment;
	const files = revisions.map(({ bytes }) => bytes);
	return {
		...shared,
		found: /* @__PURE__ */ new Map([[name, migrationFindings(models, files, config.engine, name)]])
	};
}
/** Untouched environments are left alone: only what a pull request adds or edits is judged. */
async function lintEnvironment(one, facts, { config, sides, models, tableSizes: sizes, found, approved }, reported = () => null) {
	if (!facts.touched) return facts;
	const { environment } = one.judged;
	const database = facts.report.database ?? reported(facts.report)?.database ?? null;
	const revisions = await revisionsToJudge(one);
	const files = revisions.map(({ bytes }) => bytes);
	const input = {
		environment: environment.name,
		revisions,
		earlier: await beforeTheEdit(one),
		...await conventionsOf(environment, one.base, files),
		config,
		engine: engineOf$1(database) ?? config.engine,
		version: database?.version ?? config.server.version ?? null,
		models,
		tableSizes: sizes,
		before: database?.before ?? [],
		seen: database === null ? [] : seenOn(database),
		found: [
			...facts.findings,
			...found.get(environment.name) ?? [],
			...await deployVerbFindings(one, config, sides)
		]
	};
	const findings = applyLint(input);
	const wanted = wantApproval(findings, (rule) => exitsOf(rule, config));
	const approvals = wanted.length === 0 ? /* @__PURE__ */ new Map() : await approved(wanted);
	return {
		...facts,
		findings: approvals.size === 0 ? findings : applyLint({
			...input,
			approvals
		})
	};
}
/** What the pull request adds or edits, in upgrade order, with its contents on the merge. */
function revisionsToJudge({ merged, changes }) {
	const added = changes.fresh.flatMap((id) => merged.graph.revisions.get(id) ?? []);
	const edited = changes.changed.filter(({ sameTree }) => !sameTree).map(({ after }) => after);
	return Promise.all([...added, ...edited].map(async (revision) => ({
		revision,
		bytes: await merged.bytes(revision.path)
	})));
}
/** What the edited ones were on the base, whose faults the pull request did not bring. */
const beforeTheEdit = ({ base, changes }) => Promise.all(changes.changed.filter(({ sameTree }) => !sameTree).map(async ({ before }) => ({
	revision: before,
	bytes: await base.bytes(before.path)
})));
/** By the server's own name. */
function engineOf$1(database) {
	const name = database?.engine.toLowerCase();
	return name === "mysql" || name === "mariadb" || name === "postgresql" || name === "sqlite" ? name : null;
}
/** The second upgrade shows nothing that the first one did not. */
function seenOn({ steps }) {
	return steps.flatMap(({ revision, direction, statements }) => {
		if (direction === "upgrade-again") return [];
		return statements.flatMap(({ sql, line }) => line === null ? [] : [{
			revision,
			direction,
			sql,
			line
		}]);
	});
}
/** Findings about the pull request as a whole; those that an approver has seen and wants are accepted. */
async function approvedAsTheyAre(findings, { config, approved }) {
	const exits = (rule) => exitsOf(rule, config);
	const wanted = wantApproval(findings, exits);
	if (wanted.length === 0) return findings;
	const approvals = await approved(wanted);
	return acceptFindings(findings, {
		files: [],
		suppress: [],
		exits,
		approvals
	}).findings;
}

// src/graph/ancestry.ts
/**
* The highest revisions that all of `ids` stand on, in map order: several after criss-cross merges, none for histories
* with separate roots or for an empty list.
*/
function nearestCommonAncestors(graph, ids) {
	const [first, ...rest] = [...new Set(ids)].map((id) => graph.ancestors([id]));
	const common = [...first ?? []].filter((id) => rest.every((ancestors) => ancestors.has(id)));
	const highest = new Set(common);
	for (const id of common) {
		const revision = graph.revisions.get(id);
		const below = graph.ancestors([...revision?.downRevisions ?? []]);
		if (highest.has(id)) for (const lower of below) highest.delete(lower);
	}
	return [...graph.revisions.keys()].filter((id) => highest.has(id));
}

// src/changes/trunks.ts
/** Added revisions by the first trunk that has them. */
function landedElsewhere(added, trunks) {
	const firstTrunk = ({ id }) => trunks.find(({ graph }) => graph.revisions.has(id));
	return trunks.map((trunk) => ({
		trunk: trunk.name,
		revisions: added.filter((revision) => firstTrunk(revision) === trunk).map(({ id }) => id)
	})).filter(({ revisions }) => revisions.length > 0);
}
/**
* A cherry-picked revision misses its parent, which another trunk has: not a slip but a decision to make. A cherry-pick
* that was given another parent keeps the id that stands for other ancestors on the trunk it came from.
*/
function diagnoseBackports({ base, trunks }, merged, added) {
	const explained = /* @__PURE__ */ new Set();
	const problems = [];
	const byId = new Map(added.map((revision) => [revision.id, revision]));
	for (const problem of merged.graph.problems) {
		if (problem.kind !== "missing-parent" && problem.kind !== "missing-dependency") continue;
		const revision = byId.get(problem.revision);
		const [parent = ""] = problem.involved;
		const trunk = trunks.find(({ graph }) => graph.revisions.has(parent));
		if (revision === void 0 || trunk === void 0) continue;
		explained.add(problem);
		problems.push({
			kind: "backport",
			...place(revision),
			parent,
			trunk: trunk.name,
			missing: trunk.graph.upgradeOrder([parent]).filter((id) => !base.graph.revisions.has(id)),
			heads: [...new Set(base.graph.heads)]
		});
	}
	const diverged = added.flatMap((revision) => divergence(revision, trunks));
	return {
		problems: [...problems, ...diverged],
		explained
	};
}
function divergence(revision, trunks) {
	const here = revision.downRevisions;
	return trunks.flatMap(({ name, graph }) => {
		const there = graph.revisions.get(revision.id)?.downRevisions;
		if (there === void 0 || there.join("\n") === here.join("\n")) return [];
		return [{
			kind: "diverged",
			...place(revision),
			trunk: name,
			here,
			there
		}];
	});
}
/** Where a problem with a revision's parents is shown. */
const place = ({ id, path, spans }) => ({
	revision: id,
	path,
	line: spans.downRevisionLine
});

// src/changes/heads.ts
/** The heads of the would-be merge: too many, who brings them, and the parents and merges that lead there. */
/** Heads are judged only where Alembic would load the map: of a map that does not load, they are no heads yet. */
function judgeMerge(input, merged) {
	if (!merged.graph.loads) return [];
	const verdict = judgeHeads(merged.graph, input.expected);
	switch (verdict.kind) {
		case "as-expected": return [];
		case "unknown": return [{
			...verdict,
			kind: "heads-unknown"
		}];
		case "unexpected": {
			const { faults } = verdict;
			const heads = [...new Set(faults.flatMap(headsOf))];
			const below = merged.graph.ancestors(heads);
			const lowest = freshOf(merged).find(({ id }) => below.has(id));
			return [
				{
					kind: "multiple-heads",
					faults,
					heads: heads.map((id) => origin(id, input, merged)),
					lowest: lowest === void 0 ? null : {
						...place(lowest),
						parents: lowest.downRevisions
					},
					common: nearestCommonAncestors(merged.graph, heads),
					inherited: isInherited(faults, input)
				},
				...staleParents(input, merged),
				...incompleteMerges(faults, merged)
			];
		}
	}
}
const headsOf = (fault) => "heads" in fault ? fault.heads : [fault.head];
function origin(id, { base }, { graph, landedElsewhere }) {
	const trunk = landedElsewhere.find(({ revisions }) => revisions.includes(id))?.trunk;
	const ours = trunk === void 0 ? "pull-request" : { trunk };
	const from = base.graph.heads.includes(id) ? "base" : ours;
	return {
		id,
		path: graph.revisions.get(id)?.path ?? "",
		from
	};
}
/** Every fault is on the base too, and as bad there: this pull request neither caused nor cures it. */
function isInherited(faults, { base, expected }) {
	const before = base.graph.loads ? judgeHeads(base.graph, expected) : { kind: "as-expected" };
	if (before.kind !== "unexpected") return false;
	const size = (among, like) => among.filter((fault) => fault.kind === like.kind && labelOf(fault) === labelOf(like)).reduce((sum, fault) => sum + headsOf(fault).length, 0);
	return faults.every((fault) => fault.kind === "too-few" ? before.faults.some((old) => old.kind === "too-few" && old.label === fault.label) : size(faults, fault) <= size(before.faults, fault));
}
const labelOf = (fault) => "label" in fault ? fault.label : null;
const freshOf = ({ graph, fresh }) => fresh.map((id) => graph.revisions.get(id)).filter((revision) => revision !== void 0);
/** New revisions that hang below the base's heads, unless something new joins them with these heads again. */
function staleParents({ base }, merged) {
	const heads = new Set(base.graph.heads);
	const lines = merged.graph.heads.map((head) => merged.graph.ancestors([head]));
	return freshOf(merged).flatMap((revision) => revision.downRevisions.filter((parent) => base.graph.revisions.has(parent) && !heads.has(parent)).map((parent) => {
		const newer = [...base.graph.descendants([parent])].filter((id) => heads.has(id));
		return {
			kind: "stale-parent",
			...place(revision),
			parent,
			newer
		};
	}).filter(({ newer }) => newer.length > 0).filter(({ newer }) => !lines.some((line) => line.has(revision.id) && newer.every((id) => line.has(id)))));
}
/** New merge revisions under one of the surplus heads; of several in a row, the last. */
function incompleteMerges(faults, merged) {
	const merges = freshOf(merged).filter(({ downRevisions }) => downRevisions.length > 1);
	const lower = merged.graph.ancestors(merges.flatMap(({ downRevisions }) => downRevisions));
	return merges.filter(({ id }) => !lower.has(id)).flatMap((merge) => {
		const above = merged.graph.descendants([merge.id]);
		const leaves = faults.filter((fault) => fault.kind === "too-many").map(({ heads }) => heads).filter((heads) => heads.some((head) => above.has(head))).flatMap((heads) => heads.filter((head) => !above.has(head)));
		const joins = merge.downRevisions;
		return leaves.length === 0 ? [] : [{
			kind: "incomplete-merge",
			...place(merge),
			joins,
			leaves
		}];
	});
}

// src/changes/same-fault.ts
/** About the same ids, in as many files: a third file with an id that two share already is a fault of its own. */
function isSameFault(a, b) {
	return a.kind === b.kind && a.revision === b.revision && a.files.length === b.files.length && a.involved.join("\n") === b.involved.join("\n");
}

// src/changes/landed.ts
/** Judges edits, removals and insertions; `squashed` revisions are accounted for by a declared squash. */
function judgeLanded(input, after, { added, changed, removed }, squashed) {
	const landed = ({ id }) => !squashed.has(id) && (input.baseIsTrunk || input.trunks.some(({ graph }) => graph.revisions.has(id)));
	const isNew = new Set(added.map(({ id }) => id).filter((id) => !input.base.graph.revisions.has(id)));
	const ofChanged = changed.filter(({ before }) => landed(before)).map((change) => judgeChange(change, input, after, isNew));
	const ofRemoved = removed.filter(landed).map((revision) => judgeRemoval(revision, input, after, isNew));
	const told = new Set(ofChanged.flatMap((problem) => problem.kind === "reparented" ? problem.inserted : []));
	return [
		...ofChanged,
		...ofRemoved,
		...input.baseIsTrunk ? insertions(input, after, isNew, told) : []
	];
}
function judgeChange({ before, after: now, sameTree }, { base }, after, isNew) {
	const [old, parents] = [parentsOf(before), parentsOf(now)];
	if (old.join("\n") === parents.join("\n")) return {
		kind: "edited",
		revision: now.id,
		path: now.path,
		previousPath: before.path,
		sameTree
	};
	const fault = curedFault(before.path, base, after);
	if (fault !== null) return {
		kind: "repaired",
		revision: now.id,
		path: now.path,
		fault
	};
	const inserted = [...after.graph.ancestors([...now.downRevisions, ...now.dependsOn])].filter((id) => isNew.has(id));
	return {
		kind: "reparented",
		...place(now),
		before: old,
		after: parents,
		inserted
	};
}
const parentsOf = ({ downRevisions, dependsOn }) => [...downRevisions, ...dependsOn.map((name) => `${name} (depends_on)`)];
function judgeRemoval({ id, path }, { base, deployed }, after, isNew) {
	const fault = curedFault(path, base, after);
	if (fault !== null) return {
		kind: "repaired",
		revision: id,
		path,
		fault
	};
	const now = after.revisions.find((revision) => revision.path === path && isNew.has(revision.id));
	if (now !== void 0) return {
		kind: "reidentified",
		revision: id,
		path,
		now: now.id
	};
	return {
		kind: "deleted",
		revision: id,
		path,
		followers: [...base.graph.descendants([id])].filter((other) => after.graph.revisions.has(other)),
		applied: appliedIn(id, base, deployed)
	};
}
/** The base's own fault in this file, where it is gone now: a cure of it has to change what is merged. */
function curedFault(path, base, after) {
	const fault = base.graph.problems.find(({ files }) => files.includes(path));
	if (fault === void 0 || after.graph.problems.some((left) => isSameFault(left, fault))) return null;
	return fault.message;
}
/** A declared state that the base does not know says nothing about what it has applied. */
function appliedIn(id, { graph }, deployed) {
	const having = deployed.filter(({ heads }) => graph.ancestors(heads).has(id));
	if (having.length > 0) return having.map(({ name }) => name);
	const isKnown = ({ heads }) => heads.length > 0 && heads.every((head) => graph.revisions.has(head));
	return deployed.length > 0 && deployed.every(isKnown) ? "nowhere" : "unknown";
}
/** New revisions below merged ones that no edit of a merged file explains. */
function insertions({ base }, after, isNew, told) {
	const below = after.graph.ancestors(base.graph.revisions.keys());
	return after.revisions.filter(({ id }) => isNew.has(id) && below.has(id) && !told.has(id)).map(({ id, path }) => ({
		kind: "inserted",
		revision: id,
		path
	}));
}

// src/changes/pair.ts
/**
* Pairs files of one id: first those that kept their path, then the others in load order (renamed or moved). A file
* that cannot be read any more is not removed; why it cannot be read is another finding.
*/
function pairRevisions(before, after) {
	const key = ({ id, path }) => JSON.stringify([id, path]);
	const kept = new Map(before.revisions.map((revision) => [key(revision), revision]));
	const same = after.revisions.flatMap((revision) => {
		const old = kept.get(key(revision));
		return old === void 0 ? [] : [{
			before: old,
			after: revision
		}];
	});
	const stayed = new Set(same.map((pair) => key(pair.after)));
	const left = /* @__PURE__ */ new Map();
	for (const revision of before.revisions.filter((one) => !stayed.has(key(one)))) left.set(revision.id, [...left.get(revision.id) ?? [], revision]);
	const [added, moved] = [[], []];
	for (const revision of after.revisions.filter((one) => !stayed.has(key(one)))) {
		const old = left.get(revision.id)?.shift();
		if (old === void 0) added.push(revision);
		else moved.push({
			before: old,
			after: revision
		});
	}
	const unread = new Set(after.unread.map(({ path }) => path));
	return {
		added,
		changed: [...same.filter((pair) => !sameBytes(pair.before, pair.after, before, after)), ...moved].map((pair) => ({
			...pair,
			sameTree: sameTree(pair.before, pair.after, before, after)
		})),
		removed: [...left.values()].flat().filter(({ path }) => !unread.has(path))
	};
}
function sameBytes(old, now, before, after) {
	const oid = before.oids.get(old.path);
	return oid !== void 0 && oid === after.oids.get(now.path);
}
function sameTree(old, now, before, after) {
	const fingerprint = before.fingerprints?.get(old.path);
	return fingerprint !== void 0 && fingerprint === after.fingerprints?.get(now.path) || sameBytes(old, now, before, after);
}

// src/changes/squash.ts
/** Judges those declarations that this pull request carries out; that the schemas are equal is for the database to show. */
function judgeSquashes(input, after, { removed }) {
	const gone = new Set(removed.map(({ id }) => id));
	const done = input.squash.filter(({ replaces }) => replaces.some((id) => gone.has(id)));
	return {
		problems: done.map((squash) => ({
			kind: "squash",
			at: squash.at,
			path: after.graph.revisions.get(squash.at)?.path ?? null,
			replaces: squash.replaces,
			faults: faultsOf(squash, input, after)
		})),
		revisions: new Set(done.flatMap(({ at, replaces }) => [at, ...replaces]))
	};
}
function faultsOf({ at, replaces }, { base, deployed }, after) {
	const cut = after.graph.revisions.get(at);
	if (cut === void 0 || !base.graph.revisions.has(at)) return [{ kind: "cut-missing" }];
	const others = replaces.filter((id) => id !== at);
	const below = base.graph.ancestors([at]);
	const parents = [...cut.downRevisions, ...cut.dependsOn];
	const stillThere = others.filter((id) => after.graph.revisions.has(id));
	const notBelow = others.filter((id) => !below.has(id));
	const leftOut = [...below].filter((id) => id !== at && !others.includes(id));
	const notPast = deployed.filter(({ heads }) => !base.graph.ancestors(heads).has(at)).map(({ name }) => name);
	return [
		parents.length > 0 && {
			kind: "cut-has-parents",
			parents
		},
		stillThere.length > 0 && {
			kind: "still-there",
			revisions: stillThere
		},
		notBelow.length > 0 && {
			kind: "not-below-cut",
			revisions: notBelow
		},
		leftOut.length > 0 && {
			kind: "left-out",
			revisions: leftOut
		},
		notPast.length > 0 && {
			kind: "not-past-cut",
			deployed: notPast
		},
		deployed.length === 0 && { kind: "deployed-undeclared" }
	].filter((fault) => fault !== false);
}

// src/changes/compare.ts
/** What a file that cannot be read may be the cure of: it may be the very revision that seems to be missing. */
const ABSENCES = ["missing-parent", "missing-dependency"];
/**
* Compares the would-be merge with the base's tip. Where versions conflict there is no merge to judge: then what the
* head itself did to merged revisions is still said, and nothing about heads, parents and the graph. Where a file of the
* merge cannot be read, nothing is said of heads and of what is missing: both would be guesses.
*/
function compareHistories(input) {
	const { base, merged, trunks } = input;
	const pairing = merged === null ? ownChanges(input) : pairRevisions(base, merged);
	const after = merged ?? input.head;
	const elsewhere = landedElsewhere(pairing.added, trunks);
	const onTrunk = new Set(elsewhere.flatMap(({ revisions }) => revisions));
	const added = new Set(pairing.added.map(({ id }) => id).filter((id) => !base.graph.revisions.has(id)));
	const fresh = after.graph.upgradeOrder([...added]).filter((id) => added.has(id) && !onTrunk.has(id));
	const squash = judgeSquashes(input, after, pairing);
	const ofLanded = judgeLanded(input, after, pairing, squash.revisions);
	if (merged === null) {
		const problems = [...squash.problems, ...ofLanded];
		return {
			...pairing,
			fresh,
			landedElsewhere: elsewhere,
			problems,
			graphProblems: []
		};
	}
	const complete = merged.unread.length === 0;
	const backports = diagnoseBackports(input, merged, pairing.added);
	return {
		...pairing,
		fresh,
		landedElsewhere: elsewhere,
		problems: [
			...complete ? judgeMerge(input, {
				graph: merged.graph,
				fresh,
				landedElsewhere: elsewhere
			}) : [],
			...backports.problems,
			...squash.problems,
			...ofLanded
		],
		graphProblems: merged.graph.problems.filter((problem) => !backports.explained.has(problem)).filter(({ kind }) => complete || !ABSENCES.includes(kind)).map((problem) => ({
			problem,
			inherited: base.graph.problems.some((old) => isSameFault(old, problem))
		}))
	};
}
/** What the head changed since both sides parted, as far as the base's tip still has it. */
function ownChanges({ base, head, mergeBase }) {
	const { added, changed, removed } = pairRevisions(mergeBase ?? base, head);
	return {
		added: added.filter(({ id }) => !base.graph.revisions.has(id)),
		changed: changed.filter(({ before }) => base.graph.revisions.has(before.id)),
		removed: removed.filter(({ id }) => base.graph.revisions.has(id))
	};
}

// src/changes/provable.ts
/**
* Revisions of the base with another text, for which running both decides: edits that are not layout alone, and the cuts
* of squashes that have the right shape.
*/
function rewrittenRevisions({ problems }) {
	return problems.flatMap((problem) => {
		if (problem.kind === "edited") return problem.sameTree ? [] : [problem.revision];
		return problem.kind === "squash" && problem.faults.length === 0 ? [problem.at] : [];
	});
}
/** Where nothing is new, a database at the base must at least be one that the merge's own code can work on. */
function isProvable({ problems, added, graphs, touchesCode }) {
	if (added.length > 0) return true;
	return graphs.base.heads.every((id) => graphs.after.revisions.has(id)) && (touchesCode || rewrittenRevisions({ problems }).length > 0);
}

// src/lint/graph-findings.ts
/** A label shares one namespace with the ids, so a label that is taken is one name in two files, too. */
const RULES = {
	"missing-parent": "no-missing-parent",
	"parent-is-label": "no-missing-parent",
	"missing-dependency": "no-missing-parent",
	"duplicate-revision": "no-duplicate-revision",
	"label-collision": "no-duplicate-revision",
	cycle: "no-cycle",
	"dependency-cycle": "no-cycle",
	"self-loop": "no-cycle",
	"dependency-self-loop": "no-cycle",
	"invalid-id": "no-invalid-revision-id",
	"id-too-long": "no-invalid-revision-id"
};
/** @param touched files of the pull request: of several at fault, its own is the one to show and to change. */
function graphFinding(problem, environment, touched) {
	const own = problem.files.find((file) => touched.has(file));
	const path = touched.has(problem.path) ? problem.path : own ?? problem.path;
	const line = path === problem.path ? problem.line : null;
	return {
		rule: RULES[problem.kind],
		severity: "error",
		message: problem.message,
		help: problem.cure,
		path,
		line,
		endLine: line,
		revision: problem.revision,
		environment,
		suppressed: null
	};
}

// src/lint/said.ts
/** `many(2, 'head')` is `2 heads`. */
const many = (count, noun) => `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
/** `down_revision` as it is to be written. */
function downRevision(parents) {
	const quoted = parents.map((parent) => JSON.stringify(parent));
	return `down_revision = ${quoted.length === 1 ? quoted.join("") : `(${quoted.join(", ")})`}`;
}

// src/lint/heads-sentences.ts
function sayHeads(problem, baseName) {
	const told = new Map(problem.heads.map((head) => [head.id, tell(head, baseName)]));
	const name = (id) => told.get(id) ?? id;
	const before = problem.inherited ? ` ${baseName} alone is no better.` : "";
	return {
		rule: "no-multiple-heads",
		severity: "error",
		message: problem.faults.map((fault) => sayFault(fault, name)).join(" ") + before,
		help: headsHelp(problem)
	};
}
function tell({ id, path, from }, baseName) {
	if (from === "base") return `${id} (${path}, on ${baseName})`;
	return from === "pull-request" ? `${id} (${path}, from this pull request)` : `${id} (${path}, from ${from.trunk})`;
}
function sayFault(fault, name) {
	switch (fault.kind) {
		case "too-many": {
			const [what, target] = fault.label === null ? ["The history", "head"] : [`Branch ${fault.label}`, `${fault.label}@head`];
			return `${what} would have ${many(fault.heads.length, "head")} where ${String(fault.expected)} ${fault.expected === 1 ? "is" : "are"} expected: ${readOut(fault.heads.map(name))}. "alembic upgrade ${target}" then stops with "Multiple head revisions are present" and applies nothing, on every database.`;
		}
		case "too-few": return `Branch ${fault.label} would have ${many(fault.heads.length, "head")} where ${String(fault.expected)} ${fault.expected === 1 ? "is" : "are"} expected: "alembic upgrade ${fault.label}@head" fails, or misses what the branch should bring.`;
		case "unlabelled": return `Head ${name(fault.head)} is on none of the branches that are expected: whoever upgrades by branch never applies it.`;
		case "several-labels": return `Head ${name(fault.head)} joins the branches ${readOut(fault.labels)}, which are expected to stay apart: whoever upgrades one of them applies the other as well.`;
	}
}
function headsHelp({ faults, heads, lowest, inherited }) {
	if (!faults.some(({ kind }) => kind === "too-many")) return "Give each expected branch its label on a revision of its own, or change expected-heads in the configuration.";
	const [onto, ...others] = heads.filter(({ from }) => from === "base").map(({ id }) => id);
	const movable = !inherited && heads.length === 2 && others.length === 0 && lowest?.parents.length === 1;
	return onto === void 0 || lowest === null || !movable ? "Join the heads with a merge revision." : `Join the heads with a merge revision, or move this pull request's revisions on top by writing this in ${lowest.path}:\n${downRevision([onto])}`;
}
function sayStaleParent(problem, baseName) {
	const { revision, path, parent, newer } = problem;
	return {
		rule: "no-stale-parent",
		severity: "warning",
		message: `Revision ${revision} (${path}) follows ${parent}, which is not a head of ${baseName}: ${readOut(newer)} ${newer.length === 1 ? "stands" : "stand"} above it there, so the history forks here.`,
		help: newer.length === 1 ? `Let ${revision} follow the head of ${baseName}:\n${downRevision(newer)}` : `Let ${revision} follow one of the heads of ${baseName}: ${readOut(newer)}.`
	};
}
const sayIncompleteMerge = ({ revision, path, joins, leaves }) => ({
	rule: "no-incomplete-merge",
	severity: "error",
	message: `Merge revision ${revision} (${path}) joins ${readOut(joins)} and leaves ${readOut(leaves)} over: "alembic upgrade head" still finds several heads and applies nothing.`,
	help: `Add what is left over to the merge revision in ${path}:\n${downRevision([...joins, ...leaves])}`
});

// src/lint/landed-sentences.ts
function sayEdited(problem, baseName, shown) {
	const { revision, path, previousPath, sameTree } = problem;
	const rule = "no-merged-revision-change";
	const what = `Revision ${revision} (${path}) is on ${baseName} already`;
	const renamed = previousPath !== path;
	if (sameTree) return {
		rule,
		severity: "info",
		message: `${what}; ${renamed ? `its file was ${previousPath} there, with the same code` : "only comments, layout or the order of imports differ"}, which no database notices.`,
		help: "Keep the change, or undo it to keep the pull request small."
	};
	if (shown?.difference === null) return {
		rule,
		severity: "warning",
		message: `${what} and was edited. On ${shown.where} the old and the new text give the same schema; but databases that have applied it never run it again, so whatever else it does (to their rows, for one) happens on new ones only.`,
		help: "Keep the edit only if it is about how a new database is built, and put everything else into a new revision."
	};
	const other = shown === void 0 ? "another" : `another one (on ${shown.where}: ${shown.difference})`;
	return {
		rule,
		severity: "error",
		message: `${what} and was edited${renamed ? ` (its file was ${previousPath} there)` : ""}: databases that have applied it never run it again, so they keep the old schema and new ones get ${other}.`,
		help: `Restore ${previousPath} as it is on ${baseName}, and put the change into a new revision.`
	};
}
function sayReparented(problem, baseName) {
	const { revision, path, before, after, inserted } = problem;
	const parents = (ids) => ids.length === 0 ? "nothing" : readOut(ids);
	const skipped = inserted.length === 0 ? "what is new there" : readOut(inserted);
	return {
		rule: "no-reparent-of-merged",
		severity: "error",
		message: `Revision ${revision} (${path}) is on ${baseName} already and followed ${parents(before)}; here it follows ${parents(after)}. A database that has ${revision} is taken to have everything below it, so "upgrade" silently never runs ${skipped}.`,
		help: `Restore the parents of ${revision} in ${path}, and let new revisions follow the head of ${baseName}.`
	};
}
const sayInserted = ({ revision, path }, baseName) => ({
	rule: "no-reparent-of-merged",
	severity: "error",
	message: `New revision ${revision} (${path}) stands below revisions that are on ${baseName} already: databases that have these are taken to have ${revision} too, so "upgrade" silently never runs it.`,
	help: `Let ${revision} follow the head of ${baseName}, and leave branch labels where they were.`
});
function sayDeleted({ revision, path, followers, applied }, baseName, undo) {
	const head = `Revision ${revision} (${path}) is on ${baseName} already and is missing here`;
	const rule = "no-merged-revision-change";
	if (followers.length > 0) return {
		rule,
		severity: "error",
		message: `${head}, though ${readOut(followers)} still stand${followers.length === 1 ? "s" : ""} on it: every Alembic command fails, and databases at ${revision} cannot be upgraded.`,
		help: `Restore ${path}.`
	};
	if (applied === "nowhere") return {
		rule,
		severity: "warning",
		message: `${head}; no declared database has applied it, but one that has (a developer's, a test server's) stops with "Can't locate revision identified by '${revision}'".`,
		help: `Tell everybody who has upgraded to ${revision} to downgrade first.`
	};
	const unknown = applied === "unknown";
	const where = unknown ? "and nobody has declared which databases have applied it" : `and databases at ${readOut(applied)} have applied it`;
	const declare = unknown ? " (or declare in deployed: where databases stand, if none has applied it)" : "";
	return {
		rule,
		severity: "error",
		message: `${head}, ${where}: a database at ${revision} stops at every command with "Can't locate revision identified by '${revision}'".`,
		help: `Restore ${path}${declare}, and undo what it did in a new revision${sayUndo(revision, undo)}`
	};
}
/** Completes the sentence above; the file is code, on lines of its own. */
function sayUndo(id, undo) {
	const { content = null, path = "", command = "", downRevisions = [id] } = undo?.revision ?? {};
	if (undo?.refused === null && content !== null) return `, ${path} (\`${command}\` makes it without its body; whatever is new here and followed what ${id} followed goes on top of it):\n${content}`;
	return ` whose upgrade() is the downgrade() of ${id}${undo === void 0 || undo.refused === null ? "" : ` (the file is not given: ${undo.refused})`}:\n${downRevision(downRevisions)}`;
}
const sayReidentified = ({ revision, path, now }, baseName) => ({
	rule: "no-merged-revision-change",
	severity: "error",
	message: `Revision ${revision} (${path}) is on ${baseName} already and has the id ${now} here: databases at ${revision} stop with "Can't locate revision identified by '${revision}'", and all others run it a second time.`,
	help: `Write revision = ${JSON.stringify(revision)} in ${path} again.`
});
const sayRepaired = ({ revision, path, fault }, baseName) => ({
	rule: "no-merged-revision-change",
	severity: "warning",
	message: `Revision ${revision} (${path}) is on ${baseName} already and changes here, which cures a fault of ${baseName}. ${fault}`,
	help: "Check that no database has applied it in its old form, and that nothing but the fault was changed."
});
function saySquash({ at, replaces, faults }, shown) {
	const rule = "no-merged-revision-change";
	const what = `The declared squash of ${many(replaces.length, "revision")} into ${at}`;
	if (faults.length > 0) return {
		rule,
		severity: "error",
		message: `${what} does not hold: ${faults.map((fault) => saySquashFault(fault, at)).join("; ")}.`,
		help: `Remove exactly the revisions below ${at}, keep its id without any parent, and declare in deployed: where databases stand.`
	};
	if (shown === void 0) return {
		rule,
		severity: "warning",
		message: `${what} has the right shape: what is gone is what was declared, and every declared database is past it. Nobody has shown that both schemas are equal.`,
		help: "Let the proof on a database show it."
	};
	if (shown.difference === null) return {
		rule,
		severity: "info",
		message: `${what} holds: every declared database is past it, and on ${shown.where} the old chain and the new ${at} give the same schema.`,
		help: "Nothing is to be done."
	};
	return {
		rule,
		severity: "error",
		message: `${what} does not hold: on ${shown.where} the new ${at} gives another schema than the old chain (${shown.difference}), so new databases would differ from those that are deployed.`,
		help: `Make the upgrade() of ${at} give what the old chain gave.`
	};
}
function saySquashFault(fault, at) {
	switch (fault.kind) {
		case "cut-missing": return `${at} is not a revision before and after, and databases stand on its id`;
		case "cut-has-parents": return `${at} still follows ${readOut(fault.parents)}`;
		case "still-there": return `${readOut(fault.revisions)} ${fault.revisions.length === 1 ? "is" : "are"} still there`;
		case "not-below-cut": return `${readOut(fault.revisions)} did not stand below ${at}, so its new text cannot contain ${fault.revisions.length === 1 ? "it" : "them"}`;
		case "left-out": return `${readOut(fault.revisions)} stood below ${at} and ${fault.revisions.length === 1 ? "is" : "are"} not declared`;
		case "not-past-cut": return `databases at ${readOut(fault.deployed)} have not reached ${at}`;
		case "deployed-undeclared": return `deployed: declares no database, so nobody knows whether all are past ${at}`;
	}
}

// src/lint/trunk-sentences.ts
function sayBackport(problem, baseName) {
	const { revision, path, parent, trunk, missing, heads } = problem;
	return {
		rule: "no-missing-parent",
		severity: "error",
		message: `Revision ${revision} (${path}) follows ${parent}, which is on ${trunk} and not on ${baseName}: it looks like a backport without what it stands on (${readOut(missing)}), and every Alembic command ends in KeyError here.`,
		help: `Bring ${readOut(missing)} to ${baseName} too; or write a revision with a new id on the head of ${baseName} that does nothing where its change is there already, and carry it to ${trunk} as well:\n${downRevision(heads)}`
	};
}
const sayDiverged = ({ revision, path, trunk, here, there }, baseName) => ({
	rule: "no-reparent-of-merged",
	severity: "warning",
	message: `Revision ${revision} (${path}) follows ${readOut(here) || "nothing"} here and ${readOut(there) || "nothing"} on ${trunk}: a database that got it from ${baseName} is taken on ${trunk} to have what stands below it there, which then silently never runs.`,
	help: `Give the revision an id of its own on ${baseName}, and write it so that it does nothing where its change is there already.`
});

// src/lint/history.ts
/** Severities are those of the profile `recommended`. `baseName` is the base as people know it: `main`. */
function historyFindings({ problems, graphProblems, added, changed }, environment, baseName, { undos = /* @__PURE__ */ new Map(), rewrites = /* @__PURE__ */ new Map() } = {}) {
	const touched = new Set([...added, ...changed.map(({ after }) => after)].map(({ path }) => path));
	const judged = [...graphProblems.map(({ problem, inherited }) => ({
		finding: graphFinding(problem, environment, touched),
		inherited
	})), ...problems.flatMap((problem) => {
		if (problem.kind === "heads-unknown") return [];
		return [{
			finding: {
				...placeOf(problem),
				...say(problem, baseName, {
					undos,
					rewrites
				}),
				environment,
				suppressed: null
			},
			inherited: problem.kind === "multiple-heads" && problem.inherited
		}];
	})];
	return {
		findings: judged.filter(({ inherited }) => !inherited).map(({ finding }) => finding),
		onBase: judged.filter(({ inherited }) => inherited).map(({ finding }) => finding),
		notEvaluated: problems.flatMap((problem) => problem.kind === "heads-unknown" ? [`The branch of head ${problem.head} is unknown: revision ${problem.revision} (${problem.path}) computes its branch_labels, and heads are expected by label.`] : [])
	};
}
function say(problem, baseName, { undos, rewrites }) {
	switch (problem.kind) {
		case "multiple-heads": return sayHeads(problem, baseName);
		case "incomplete-merge": return sayIncompleteMerge(problem);
		case "stale-parent": return sayStaleParent(problem, baseName);
		case "edited": return sayEdited(problem, baseName, rewrites.get(problem.revision));
		case "reparented": return sayReparented(problem, baseName);
		case "inserted": return sayInserted(problem, baseName);
		case "deleted": return sayDeleted(problem, baseName, undos.get(problem.revision));
		case "reidentified": return sayReidentified(problem, baseName);
		case "repaired": return sayRepaired(problem, baseName);
		case "squash": return saySquash(problem, rewrites.get(problem.at));
		case "backport": return sayBackport(problem, baseName);
		case "diverged": return sayDiverged(problem, baseName);
	}
}
function placeOf(problem) {
	switch (problem.kind) {
		case "multiple-heads": {
			const { revision = null, path = null, line = null } = problem.lowest ?? {};
			return {
				revision,
				path,
				line,
				endLine: line
			};
		}
		case "squash": return {
			revision: problem.at,
			path: problem.path,
			line: null,
			endLine: null
		};
		default: {
			const line = "line" in problem ? problem.line : null;
			return {
				revision: problem.revision,
				path: problem.path,
				line,
				endLine: line
			};
		}
	}
}

// src/lint/reading.ts
/** A helper or a left-over that Alembic will load has its own rule; whatever else does not load has the general one. */
const STRAY = /* @__PURE__ */ new Set([
	"no-revision",
	"no-identifiers",
	"conflict-marker"
]);
/** Compares what cannot be read on the merge with the base, so that nobody is blamed for what was there before. */
function readingFindings(merged, base, environment) {
	const before = new Set([...base.unread, ...base.problems].map(({ path, message }) => `${path}\n${message}`));
	const isOld = ({ path, message }) => before.has(`${path}\n${message}`);
	const broken = [...merged.unread.filter(({ kind }) => kind === "broken"), ...merged.problems.filter(({ fail }) => fail).map((problem) => ({
		...problem,
		reason: "location"
	}))];
	const refused = [...merged.unread.filter(({ kind }) => kind === "refused"), ...merged.problems.filter(({ fail }) => !fail)];
	return {
		findings: broken.filter((one) => !isOld(one)).map((one) => brokenFinding(one, environment)),
		notEvaluated: refused.map(({ path, line, message }) => `${path}:${String(line)}: ${message}`),
		onBase: broken.filter(isOld).map(({ path, message }) => `${path}: ${message}`)
	};
}
function brokenFinding({ path, line, message, reason }, environment) {
	return {
		rule: STRAY.has(reason) ? "no-stray-python-in-versions" : "no-unreadable-revision",
		severity: "error",
		message: `Every Alembic command loads \`${path}\` and fails there. ${message}`,
		help: `Correct \`${path}\`, or move it out of the versions directory if it is no revision.`,
		path,
		line,
		endLine: line,
		revision: null,
		environment,
		suppressed: null
	};
}

// src/lint/siblings.ts
/** Sides that meet in one head and touch the same things: which of them a database runs first may matter. */
/** One for each pair of sides that are not independent; different columns of one table are. */
function overlaps(sides) {
	const touched = sides.map((side) => ({
		head: side.head,
		touches: touchesOf(side)
	}));
	return touched.flatMap((one, index) => touched.slice(index + 1).flatMap((other) => {
		const common = other.touches.filter((touch) => one.touches.some((theirs) => meets(theirs, touch)));
		const at = common.at(-1);
		if (at === void 0) return [];
		return [{
			heads: [one.head, other.head],
			objects: [...new Set(common.map(({ words }) => words))],
			at
		}];
	}));
}
/** A warning: only a database can tell whether the two orders differ. */
function siblingFinding({ heads, objects, at }, environment) {
	const [first, second] = heads;
	return {
		rule: "no-order-dependent-siblings",
		severity: "warning",
		message: `The sides of ${first} and ${second} both touch ${objects.join(", ")}: a merge revision does not say which side runs first, and a database that has one already runs only the other.`,
		help: "Let the database proof run both orders, or re-parent this side onto the other, so that every database runs them in one order.",
		path: at.path,
		line: at.line,
		endLine: at.line,
		revision: at.revision,
		environment,
		suppressed: null
	};
}
const touchesOf = ({ revisions }) => revisions.flatMap(({ id, path, changes }) => changes.filter(({ direction }) => direction === "upgrade").flatMap((change) => objectsOf(change).map((object) => ({
	...object,
	revision: id,
	path,
	line: change.line
}))));
function objectsOf(change) {
	if (change.kind === "create-table" && change.temporary) return [];
	switch (change.kind) {
		case "create-table":
		case "drop-table":
		case "table-option": return [tableOf(change.table)];
		case "rename-table": return [tableOf(change.table), tableOf(change.to)];
		case "add-column": return [columnOf(change.table, change.column.name)];
		case "rename-column": return [columnOf(change.table, change.column), columnOf(change.table, change.to)];
		case "drop-column":
		case "alter-column": return [columnOf(change.table, change.column)];
		case "create-index":
		case "drop-index": return [partOf("index", change.table, change.name)];
		case "add-constraint": return [constraintOf(change.table, change.constraint.kind, change.constraint.name)];
		case "drop-constraint": return [constraintOf(change.table, change.constraint, change.name)];
		default: return [];
	}
}
const tableOf = (table) => ({
	kind: "table",
	table,
	name: table,
	words: `table ${named$2(table)}`
});
const columnOf = (table, name) => ({
	kind: "column",
	table,
	name,
	words: `column ${columnNamed(table, name)}`
});
const partOf = (kind, table, name) => ({
	kind,
	table,
	name,
	words: `${kind} ${named$2(name)}`
});
/** A table has one primary key, whatever it is called. */
const constraintOf = (table, kind, name) => kind === "primary-key" && table !== null ? {
	kind: "constraint",
	table,
	name: "primary key",
	words: `the primary key of ${named$2(table)}`
} : partOf("constraint", table, name);
/** Whoever makes, drops or renames a table touches all that is in it. What nobody can read meets nothing. */
function meets(one, other) {
	const tables = one.table !== null && other.table !== null;
	const sameTable = tables && key(one.table) === key(other.table);
	if (one.kind === "table" || other.kind === "table") return sameTable;
	if (one.kind !== other.kind || one.name === null || other.name === null) return false;
	if (key(one.name) !== key(other.name)) return false;
	return sameTable || !tables && one.kind !== "column";
}

// src/report/environment.ts
function describeEnvironment(description) {
	const { environment, graphs, changes, provable, resolution } = description;
	return {
		name: environment.name,
		scriptLocation: environment.scriptLocation,
		versionLocations: environment.versionLocations,
		heads: {
			base: graphs.base.heads,
			head: graphs.head.heads,
			merged: graphs.merged?.heads ?? null
		},
		effectiveHeads: graphs.merged?.effectiveHeads ?? [],
		expectedHeads: environment.expectedHeads,
		revisions: {
			added: changes.added.map(reported),
			changed: changes.changed.map(({ before, after }) => ({
				...reported(after),
				...before.path === after.path ? {} : { previousPath: before.path }
			})),
			removed: changes.removed.map(reported)
		},
		neighbourhood: graphs.merged === null ? [] : drawn(graphs.merged, changes, resolution),
		resolution,
		provable,
		database: null
	};
}
function drawn(graph, { added }, resolution) {
	const nodes = neighbourhood(graph, new Set(added.map(({ id }) => id)));
	const merge = resolution?.mergeRevision;
	return merge === void 0 || merge.path === "" ? nodes : withProposal(nodes, merge);
}

// src/revision/import-lines.ts
/** Cuts a module; imports inside of a block, of everything (`*`), from `__future__` or of one name twice stay tokens. */
function pieces(tokens) {
	const found = [];
	let run = [];
	const close = () => {
		if (run.length > 0) found.push(pieceOf(run));
		run = [];
	};
	let depth = 0;
	for (const line of logicalLines(tokens)) {
		const one = depth === 0 ? importOf(line) : null;
		depth += line.filter(({ kind }) => kind === "indent").length;
		depth -= line.filter(({ kind }) => kind === "dedent").length;
		if (one !== null) run.push(one);
		else {
			close();
			found.push({
				kind: "tokens",
				tokens: line
			});
		}
	}
	close();
	return found;
}
function pieceOf(run) {
	const binds = /* @__PURE__ */ new Map();
	for (const [name, what] of run.flatMap((one) => one.binds)) {
		if (binds.has(name) && binds.get(name) !== what) return {
			kind: "tokens",
			tokens: run.flatMap((one) => one.tokens)
		};
		binds.set(name, what);
	}
	return {
		kind: "imports",
		lines: run.map(({ text }) => text).sort()
	};
}
function logicalLines(tokens) {
	const lines = [[]];
	for (const token of tokens) {
		lines.at(-1)?.push(token);
		if (token.kind === "newline" || token.kind === "dedent" || token.kind === "indent") lines.push([]);
	}
	return lines.filter((line) => line.length > 0);
}
/** Null for anything but one whole statement that imports named things. */
function importOf(line) {
	if (line.at(-1)?.kind !== "newline") return null;
	const words = line.slice(0, -1).map(({ text }) => text);
	const [opens] = words;
	if (words.some((word) => word === "" || word === ";" || word === "*")) return null;
	if (opens === "import") return plainImport(line, words.slice(1));
	return opens === "from" ? fromImport(line, words.slice(1)) : null;
}
function plainImport(tokens, words) {
	const items = itemsOf(words);
	const binds = items.map(({ path, name }) => {
		const [root = ""] = path.split(".");
		return name === null ? [root, root] : [name, path];
	});
	return {
		tokens,
		text: `import ${spelled(items)}`,
		binds
	};
}
function fromImport(tokens, words) {
	const at = words.indexOf("import");
	const from = words.slice(0, at).join("");
	if (at < 0 || from === "__future__") return null;
	const items = itemsOf(words.slice(at + 1).filter((word) => word !== "(" && word !== ")"));
	const binds = items.map(({ path, name }) => [name ?? path, `${from}.${path}`]);
	return {
		tokens,
		text: `from ${from} import ${spelled(items)}`,
		binds
	};
}
const spelled = (items) => items.map(({ path, name }) => name === null ? path : `${path} as ${name}`).sort().join(", ");
function itemsOf(words) {
	return words.join(" ").split(",").map((item) => item.trim()).filter((item) => item !== "").map((item) => {
		const [path = "", name = null] = item.split(" as ");
		return {
			path: path.replace(/ /g, ""),
			name
		};
	});
}

// src/revision/fingerprint.ts
/** Whether two texts of a revision are the same program: equal fingerprints mean the same syntax tree, but for the order of imports. */
/**
* Made of the tokens, because the grammar is a function of them: comments and layout are none, quotes and escapes of
* plain strings give way to their values, and so do trailing commas that no tuple needs. What is left out errs towards
* "different": redundant parentheses, split string literals. Null where the text is no Python.
*/
function fingerprint(bytes) {
	let source;
	try {
		source = decodeSource(bytes);
	} catch {
		return null;
	}
	const tokens = tokenize$1(source.text);
	if (tokens.some(({ kind }) => kind === "error")) return null;
	return pieces(tokens).flatMap((piece) => piece.kind === "imports" ? piece.lines : withoutTrailingCommas(piece.tokens).map((token) => `${token.kind} ${valueOf(token, source.text)}`)).join("\n");
}
function valueOf(token, text) {
	switch (token.kind) {
		case "string": {
			const { prefix, body } = splitLiteral(text, token.from, token.to);
			const value = unescapeBody(body, prefix, token.from);
			return value === null ? JSON.stringify(text.slice(token.from, token.to)) : `${prefix.includes("b") ? "b" : ""}${JSON.stringify(value)}`;
		}
		case "newline":
		case "indent":
		case "dedent":
		case "end": return "";
		default: return JSON.stringify(text.slice(token.from, token.to));
	}
}
const CLOSING = /* @__PURE__ */ new Set([
	")",
	"]",
	"}"
]);
/** May begin a statement that is followed by a tuple in brackets: `match (a,):`. */
const SOFT_KEYWORDS = /* @__PURE__ */ new Set([
	"match",
	"case",
	"type"
]);
/** After these an opening bracket calls or indexes; anywhere else it groups, or makes a tuple or a list. */
const isOperand = (token) => token !== void 0 && (token.kind === "name" && !SOFT_KEYWORDS.has(token.text) || token.kind === "string" || token.kind === "template-end" || CLOSING.has(token.text));
function withoutTrailingCommas(tokens) {
	const needless = [];
	return tokens.filter((token, index) => {
		if (token.kind !== "operator") return true;
		const after = isOperand(tokens[index - 1]);
		if (token.text === "(") needless.push(after);
		else if (token.text === "[") needless.push(!after);
		else if (token.text === "{") needless.push(true);
		else if (CLOSING.has(token.text)) needless.pop();
		return !(token.text === "," && needless.at(-1) === true && CLOSING.has(tokens[index + 1]?.text ?? ""));
	});
}

// src/flows/deployed.ts
/** A revision of one of these histories stands for itself, anything else for the heads at the tag of that name. */
function deployedStates(names, environment, histories, repository) {
	return Promise.all(names.map(async (name) => {
		if (histories.some(({ revisions }) => revisions.has(name))) return {
			name,
			heads: [name]
		};
		try {
			const tree = await repository.tree((await repository.resolve(name)).sha, name);
			return {
				name,
				heads: (await readHistory(tree, environment, /* @__PURE__ */ new Map())).graph.realHeads
			};
		} catch (error) {
			if (error instanceof UsageError) return {
				name,
				heads: []
			};
			throw error;
		}
	}));
}

// src/remedy/refused.ts
/**
* Thrown inside this folder where going on would be guessing; caught at its border and told as a sentence.
* The message is a clause that completes "… is refused: " and names the thing; the line is the template's.
*/
var Refused = class extends Error {
	name = "Refused";
	line;
	constructor(message, line = null) {
		super(message);
		this.line = line;
	}
};
/** The sentence for people. */
function refusalText(refused) {
	return refused.line === null ? refused.message : `line ${refused.line}: ${refused.message}`;
}

// src/remedy/message.ts
/** Composes the message of a merge revision from what both sides say, in characters that are harmless wherever they land. */
const TICKET = /(?<![\p{L}\p{N}_-])[A-Z][A-Z0-9]+-[0-9]+(?![\p{L}\p{N}_-])/u;
/** Letters, digits and plain punctuation: no quote or backslash for a docstring, no `#12`, `@name` or markup for GitHub. */
const HARMLESS = /^[\p{L}\p{N} _.,:;()[\]/-]{1,200}$/u;
/** What a continuous integration or a tracker would obey in a commit message. */
const OBEYED = /\[(?:skip|no)[ -]|\bskip-checks\b|[[ -]skip\]|\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|implement(?:s|ed)?)\b\s*:?\s*(?:GH|[A-Z]+)-/iu;
/**
* `Merge heads: ABC-12 and ABC-34`, a side without a ticket by its id; where `pattern` asks for more, the first of a few
* other word orders that satisfies it. Throws Refused where none does, so that nobody's convention is broken unseen.
*/
function composeMessage(sides, pattern) {
	const tickets = [...new Set(sides.flatMap(({ messages }) => ticketOf(messages) ?? []))];
	const names = [...new Set(sides.flatMap(nameOf$1))];
	const title = names.length < 2 ? "Merge heads" : `Merge heads: ${enumerate(names)}`;
	return firstFitting([
		title,
		...byTicket(tickets, "Merge heads"),
		...byPrefix(sides, pattern, title)
	], pattern);
}
/** `Revert 0123456789ab`, likewise; the side is the revision that is undone. */
function composeRevert(side, pattern) {
	const title = `Revert ${side.id}`;
	return firstFitting([
		title,
		...byTicket([ticketOf(side.messages) ?? []].flat(), title),
		...byPrefix([side], pattern, title)
	], pattern);
}
function firstFitting(texts, pattern) {
	const fits = (text) => pattern === null || text.search(pattern) >= 0;
	const found = texts.find((text) => HARMLESS.test(text) && !OBEYED.test(text) && fits(text));
	if (found !== void 0) return found;
	throw new Refused(`no message that we compose satisfies message-pattern \`${pattern?.source ?? ""}\`: give one with -m`);
}
/** What a docstring cannot hold as it is; a single quote or backslash may do harm as well, which only the whole file shows. */
const HARMFUL = [
	{
		name: "triple quotes",
		found: /"""|'''/
	},
	{
		name: "a null character",
		found: /\0/
	},
	{
		name: "broken Unicode",
		found: /\p{Cs}/u
	},
	{
		name: "a character by name (\\N)",
		found: /\\N/
	}
];
/** Throws Refused for a given message that breaks the convention, the file, or cannot be written. */
function checkMessage(message, pattern) {
	if (pattern !== null && message.search(pattern) < 0) throw new Refused(`the message does not satisfy message-pattern \`${pattern.source}\``);
	const harm = HARMFUL.find(({ found }) => found.test(message));
	if (harm !== void 0) throw new Refused(`the message holds ${harm.name}, which could break the docstring`);
}
/** Keys first, as commit conventions want them. */
function byTicket(tickets, title) {
	const [first] = tickets;
	if (first === void 0) return [];
	const all = tickets.join(" ");
	return [
		`${first}: ${title}`,
		`${first} ${title}`,
		`[${first}] ${title}`,
		`${all} ${title}`,
		`${title} ${all}`
	];
}
/** What the pattern took of a side's own message, if that stands at its start: `fix(db): `. */
function byPrefix(sides, pattern, title) {
	if (pattern === null) return [];
	return sides.map(({ messages: [own = ""] }) => pattern.exec(own)).flatMap((match) => match?.index === 0 ? [`${match[0].trimEnd()} ${title}`, match[0] + title] : []);
}
function nameOf$1({ id, messages }) {
	const ticket = ticketOf(messages);
	if (ticket !== null) return [ticket];
	return /^[\p{L}\p{N}_.]+$/u.test(id) ? [id] : [];
}
function ticketOf(messages) {
	for (const message of messages) {
		const match = TICKET.exec(message);
		if (match !== null) return match[0];
	}
	return null;
}
/** `a`, `a and b`, `a, b and c`. */
function enumerate(names) {
	const last = names.at(-1) ?? "";
	return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

// src/remedy/heads.ts
/** Whether the history has no more heads than it is meant to have, in all or under each label and none outside. */
function headsAsExpected(graph, expected) {
	return classesOf(graph, expected).every(({ heads, allowed }) => heads.length <= allowed);
}
/**
* The heads that one merge revision must join, in Alembic's order. Throws Refused where no merge revision can reach the
* expected heads, and where the history does not say which heads belong together.
*/
function headsToMerge(graph, expected) {
	const unread = typeof expected === "number" ? void 0 : [...graph.revisions.values()].find((one) => one.unreadLabels);
	if (unread !== void 0) throw new Refused(`the branch labels of ${unread.id} are computed, so the heads under each label are not known: give expected-heads as a number`);
	const groups = classesOf(graph, expected).filter(({ heads, allowed }) => heads.length > allowed).flatMap((one) => groupsOf(one, graph)).filter((group) => group.length > 1);
	const [first = [], ...others] = groups;
	if (others.length === 0) return graph.realHeads.filter((id) => first.includes(id));
	throw new Refused(`${groups.length} merge revisions are needed, one for each of: ${groups.map((group) => group.join(" ")).join("; ")}`);
}
function classesOf({ heads, labels }, expected) {
	if (typeof expected === "number") return [{
		name: "",
		heads,
		allowed: expected
	}];
	const has = (id, label) => labels.get(id)?.has(label) ?? false;
	const outside = heads.filter((id) => !Object.keys(expected).some((label) => has(id, label)));
	return [...Object.entries(expected).map(([label, allowed]) => ({
		name: ` of ${label}`,
		heads: heads.filter((id) => has(id, label)),
		allowed
	})), {
		name: " without an expected label",
		heads: outside,
		allowed: 0
	}];
}
/** Joins the heads of a class that grew apart last, until as many are left as it may have. */
function groupsOf({ name, heads, allowed }, graph) {
	const effective = heads.filter((id) => graph.effectiveHeads.includes(id));
	const real = heads.filter((id) => !effective.includes(id));
	const wanted = allowed - effective.length;
	if (allowed === 0) throw new Refused(`a merge revision cannot give ${enumerate(heads)} a label: nothing${name} is expected`);
	if (wanted < 1) throw new Refused(`other revisions depend on ${enumerate(effective)}, so \`alembic merge heads\` leaves ${effective.length === 1 ? "it" : "them"} out and "upgrade head" would still find more than ${allowed} head${allowed === 1 ? "" : "s"}${name}: replace the depends_on by down_revision, or expect ${heads.length} heads`);
	return wanted === 1 ? [real] : cluster(real, wanted, graph);
}
/** Single linkage by shared history: all pairs that share as much are joined at once, so the outcome has no favourite. */
function cluster(heads, wanted, graph) {
	const lines = new Map(heads.map((id) => [id, lineage(graph, id)]));
	const shared = (a, b) => [...lines.get(a) ?? []].filter((id) => lines.get(b)?.has(id)).length;
	const pairs = heads.flatMap((a, at) => heads.slice(at + 1).map((b) => ({
		a,
		b,
		size: shared(a, b)
	})));
	let groups = heads.map((id) => [id]);
	for (const level of [...new Set(pairs.map(({ size }) => size))].sort((a, b) => b - a)) {
		if (groups.length <= wanted) break;
		for (const { a, b } of pairs.filter(({ size }) => size === level)) groups = join(groups, a, b);
	}
	if (groups.length === wanted) return groups;
	throw new Refused(`${wanted} heads are expected, and the history does not say which of ${enumerate(heads)} belong together: name them yourself, or declare expected-heads by branch label`);
}
function join(groups, a, b) {
	const first = groups.find((group) => group.includes(a)) ?? [];
	const second = groups.find((group) => group.includes(b)) ?? [];
	if (first === second) return groups;
	return groups.flatMap((group) => group === second ? [] : [group === first ? [...first, ...second] : group]);
}
/** Ancestors by `down_revision` alone: what a branch needs of another one does not make it the same branch. */
function lineage(graph, head) {
	const seen = /* @__PURE__ */ new Set([head]);
	for (const id of seen) for (const parent of graph.revisions.get(id)?.downRevisions ?? []) seen.add(parent);
	return seen;
}

// src/remedy/explain.ts
/** The sentence for `because`; ids in it are text of the pull request. */
function explain(circumstances) {
	return choice(circumstances) + caution(circumstances) + reformatting(circumstances);
}
function choice({ heads, plan, moving, prefer }) {
	if (plan.kind === "impossible") return `A merge revision is the only cure: ${plan.why}.`;
	const moved = enumerate(plan.moves.map(({ revision }) => revision.id));
	const only = plan.moves.length === 1;
	if (moving === "still-forked") return `A merge revision is the cure: with ${moved} moved onto ${plan.onto}, other heads would be left.`;
	if (moving === "not-editable") return `A merge revision is the cure: the parent of ${moved} cannot be changed by an edit of ${only ? "its file" : "their files"}.`;
	if (plan.kind === "extension") return `${moved} ${only ? "is a merge revision" : "are merge revisions"} of this pull request that ${only ? "has" : "have"} not landed: naming ${plan.onto} there is cleaner than a second merge on top.`;
	if (prefer === "re-parent") return `${moved} ${only ? "has" : "have"} not landed, so no database that counts has ${only ? "it" : "them"}: moved onto ${plan.onto}, the history stays one line, which prefer: re-parent asks for.`;
	return `${enumerate(heads)} stand side by side, and a merge revision joins them for every database, whatever it has applied, because it rewrites no ancestry.`;
}
function caution({ sides, moving }) {
	if (sides === null) return "";
	return ` ${sides.kind === "same-objects" ? `Both sides touch ${enumerate(sides.objects)}` : `The two orders of the sides give different schemas (${sides.difference})`}, so a merge revision is not neutral: a database that has one side already runs only the other${sides.kind === "orders-differ" && sides.runLast !== null ? `; ${sides.runLast} is listed first so that its side runs last on a fresh database` : ""}.${moving === "possible" ? " Re-parenting fixes one order for all." : ""}`;
}
function reformatting({ hooks }) {
	if (hooks.length === 0) return "";
	return ` The file is what Alembic writes before the project's post-write hooks (${enumerate(hooks)}) rewrite it.`;
}

// src/remedy/command.ts
/**
* `alembic merge -m "…" --rev-id … a b`, or `flask db merge …`, started where the environment's paths mean what they
* should; a configured command (`uv run flask db`) takes the place of the program.
*/
function mergeCommand(environment, request) {
	return command(environment, "merge", request, request.parents.map(quote));
}
/** `alembic revision -m "…" --rev-id … --head a`, likewise: an empty revision on top of one parent. */
function revisionCommand(environment, request) {
	return command(environment, "revision", request, ["--head", ...request.parents.map(quote)]);
}
function command(environment, what, { id, message }, rest) {
	const text = message.startsWith("-") ? [`--message=${quote(message)}`] : ["-m", quote(message)];
	const words = [
		...program(environment, what),
		...text,
		"--rev-id",
		quote(id),
		...rest
	];
	const directory = environment.workingDirectory;
	return (directory === "." ? "" : `cd ${quote(directory)} && `) + words.join(" ");
}
function program(environment, what) {
	const declared = environment.declared?.command;
	if (declared !== void 0) return [declared, what];
	if (environment.flavour === "flask-migrate") {
		const directory = fromWorkingDirectory(environment, environment.scriptLocation);
		return [
			"flask",
			"db",
			what,
			...directory === "migrations" ? [] : ["-d", quote(directory)]
		];
	}
	return [
		"alembic",
		...iniOption(environment),
		...sectionOption(environment),
		what
	];
}
/** Alembic reads `alembic.ini` and `pyproject.toml` of the directory it is started in by itself. */
function iniOption(environment) {
	const { ini, workingDirectory } = environment;
	if (ini === null) return [];
	return parentOf(ini) === workingDirectory && ["alembic.ini", "pyproject.toml"].includes(baseName(ini)) ? [] : ["-c", quote(fromWorkingDirectory(environment, ini))];
}
function sectionOption({ section }) {
	return section === void 0 ? [] : ["-n", quote(section)];
}
function fromWorkingDirectory({ workingDirectory }, path) {
	if (workingDirectory === ".") return path;
	if (isWithin(path, workingDirectory)) return path.slice(workingDirectory.length + 1) || ".";
	return `${workingDirectory.replace(/[^/]+/g, "..")}/${path}`;
}
/** Double quotes where they are enough, since they also work in the shells of Windows. */
function quote(word) {
	if (/^[\p{L}\p{N}_./:,@+%=-]+$/u.test(word)) return word;
	return /^[\p{L}\p{N}_./:,@+=#()' -]*$/u.test(word) ? `"${word}"` : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

// src/remedy/python/datetime.ts
/** Python's `datetime` as Alembic makes it for `create_date`: microseconds, and an offset where a time zone is set. */
const SECOND = 1e6;
/**
* `datetime.now()` at that moment (alembic/script/base.py, `_generate_create_date`): in the ini's `timezone` with its
* offset, else naive in the local zone. Throws Refused for a zone that is not in the time zone database.
*/
function createDate(moment, timezone, localTimeZone) {
	const offset = offsetAt(moment, timezone ?? localTimeZone);
	const wall = /* @__PURE__ */ new Date((Math.floor(moment.epochMicroseconds / SECOND) + offset) * 1e3);
	return {
		kind: "datetime",
		moment,
		year: wall.getUTCFullYear(),
		month: wall.getUTCMonth() + 1,
		day: wall.getUTCDate(),
		hour: wall.getUTCHours(),
		minute: wall.getUTCMinutes(),
		second: wall.getUTCSeconds(),
		microsecond: fraction(moment),
		offset: timezone === null ? null : offset
	};
}
/** `str(datetime)`: no fraction where the microseconds are 0. */
function dateTimeText(date) {
	const micro = date.microsecond === 0 ? "" : `.${pad(date.microsecond, 6)}`;
	return `${strftime(date, "%Y-%m-%d %H:%M:%S")}${micro}${date.offset === null ? "" : offsetText(date.offset, ":")}`;
}
const DAYS = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday"
];
const MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December"
];
/** `datetime.strftime` in Python's default locale. Throws Refused for a directive that differs between platforms. */
function strftime(date, format) {
	const midnight = Date.UTC(date.year, date.month - 1, date.day);
	const weekday = DAYS[new Date(midnight).getUTCDay()] ?? "";
	const month = MONTHS[date.month - 1] ?? "";
	const directives = {
		Y: pad(date.year, 4),
		y: pad(date.year % 100, 2),
		m: pad(date.month, 2),
		d: pad(date.day, 2),
		H: pad(date.hour, 2),
		I: pad((date.hour + 11) % 12 + 1, 2),
		p: date.hour < 12 ? "AM" : "PM",
		M: pad(date.minute, 2),
		S: pad(date.second, 2),
		f: pad(date.microsecond, 6),
		j: pad((midnight - Date.UTC(date.year, 0, 1)) / 864e5 + 1, 3),
		A: weekday,
		a: weekday.slice(0, 3),
		B: month,
		b: month.slice(0, 3),
		z: date.offset === null ? "" : offsetText(date.offset, ""),
		"%": "%"
	};
	return format.replace(/%([^]?)/g, (written, letter) => {
		const text = directives[letter];
		if (text === void 0) throw new Refused(`formats a date with \`${written}\``);
		return text;
	});
}
function offsetText(offset, separator) {
	const size = Math.abs(offset);
	const parts = [
		Math.floor(size / 3600),
		Math.floor(size / 60) % 60,
		...size % 60 === 0 ? [] : [size % 60]
	];
	return (offset < 0 ? "-" : "+") + parts.map((part) => pad(part, 2)).join(separator);
}
/** Seconds east of UTC. Alembic looks a zone up as written, then in capitals; Intl knows names in any case. */
function offsetAt(moment, timezone) {
	const seconds = Math.floor(moment.epochMicroseconds / SECOND);
	const parts = new Map(zoneFormat(timezone).formatToParts(seconds * 1e3).map(({ type, value }) => [type, Number(value)]));
	const part = (type) => parts.get(type) ?? 0;
	return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) / 1e3 - seconds;
}
function zoneFormat(timezone) {
	try {
		if (/^[+-]/.test(timezone)) throw new RangeError(timezone);
		return new Intl.DateTimeFormat("en-US", {
			timeZone: timezone,
			hourCycle: "h23",
			year: "numeric",
			month: "numeric",
			day: "numeric",
			hour: "numeric",
			minute: "numeric",
			second: "numeric"
		});
	} catch {
		throw new Refused(`the time zone ${JSON.stringify(timezone)} is not in the time zone database`);
	}
}
function fraction(moment) {
	return (moment.epochMicroseconds % SECOND + SECOND) % SECOND;
}
function pad(value, digits) {
	return String(value).padStart(digits, "0");
}

// src/remedy/python/value.ts
/** The few kinds of Python value that a revision template handles, and their text as Python would write it. */
function tuple(items) {
	return {
		kind: "tuple",
		items
	};
}
/** `bool(value)`. */
function truthy(value) {
	if (value === null || typeof value !== "object") return Boolean(value);
	switch (value.kind) {
		case "tuple":
		case "list": return value.items.length > 0;
		case "undefined": return false;
		case "datetime":
		case "function":
		case "object": return true;
	}
}
/** `str(value)`. Throws Refused for what has no text that we know. */
function str(value) {
	if (typeof value === "string") return value;
	if (isObject(value) && value.kind === "datetime") return dateTimeText(value);
	if (isObject(value) && value.kind === "undefined") throw new Refused(`prints \`${value.name}\`, which is not defined for a merge`);
	return repr(value);
}
/** `repr(value)`. Throws Refused for what has no text that we know. */
function repr(value) {
	if (value === null) return "None";
	if (typeof value === "string") return reprString(value);
	if (typeof value === "number") return String(value);
	if (typeof value === "boolean") return value ? "True" : "False";
	switch (value.kind) {
		case "tuple": return value.items.length === 1 ? `(${value.items.map(repr).join("")},)` : `(${value.items.map(repr).join(", ")})`;
		case "list": return `[${value.items.map(repr).join(", ")}]`;
		case "datetime":
		case "function":
		case "object":
		case "undefined": throw new Refused(`asks for the \`repr\` of a ${value.kind}`);
	}
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
const NAMED_ESCAPES = /* @__PURE__ */ new Map([
	["\\", "\\\\"],
	["\n", "\\n"],
	["\r", "\\r"],
	["	", "\\t"]
]);
/** `str.isprintable` for one character: only the ASCII space is a printable separator. */
const UNPRINTABLE = /^[\p{C}\p{Z}]$/u;
/** CPython, Objects/unicodeobject.c, unicode_repr: single quotes unless that would need escaping and double would not. */
function reprString(text) {
	const quote = text.includes("'") && !text.includes("\"") ? "\"" : "'";
	return quote + Array.from(text, (character) => reprCharacter(character, quote)).join("") + quote;
}
function reprCharacter(character, quote) {
	const named = NAMED_ESCAPES.get(character);
	if (named !== void 0) return named;
	if (character === quote) return `\\${character}`;
	if (character === " " || !UNPRINTABLE.test(character)) return character;
	const code = character.codePointAt(0) ?? 0;
	const hex = (digits) => code.toString(16).padStart(digits, "0");
	if (code < 256) return `\\x${hex(2)}`;
	return code < 65536 ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}

// src/remedy/python/percent.ts
/** Python's `%` formatting of strings and whole numbers, as `file_template` and templates use it. */
const DIRECTIVE = /%(?:\(([^)]*)\))?([-+ 0#]*)(\d*)(?:\.(\d*))?[hlL]?([^]?)/g;
/**
* `template % values`: by name where `values` is a function, else by position.
* Throws Refused for a name that is not given, a directive that is not for strings and integers, a wrong count.
*/
function formatPercent(template, values) {
	const queue = typeof values === "function" ? [] : [...values];
	const pick = (name) => typeof values !== "function" ? queue.shift() : name === void 0 ? void 0 : values(name);
	const text = template.replace(DIRECTIVE, (written, name, flags, width, precision, type) => {
		if (written === "%%") return "%";
		const value = pick(name);
		if (value === void 0) throw new Refused(`\`${written}\` has no value to format`);
		return fill(convert(value, type, flags, precision === void 0 ? null : Number(precision), written), flags, Number(width), typeof value === "number" && type !== "s" && type !== "r");
	});
	if (queue.length > 0) throw new Refused(`\`${template}\` is given more values than it formats`);
	return text;
}
function convert(value, type, flags, precision, written) {
	if (type === "s" || type === "r") {
		const characters = Array.from(type === "s" ? str(value) : repr(value));
		return characters.slice(0, precision ?? characters.length).join("");
	}
	const radix = {
		d: 10,
		i: 10,
		u: 10,
		x: 16,
		X: 16,
		o: 8
	}[type];
	if (radix === void 0 || flags.includes("#")) throw new Refused(`the format \`${written}\` is not understood`);
	if (typeof value !== "number") throw new Refused(`\`${written}\` formats a text as a number`);
	const digits = Math.abs(value).toString(radix).padStart(precision ?? 0, "0");
	return (value < 0 ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "") + (type === "X" ? digits.toUpperCase() : digits);
}
/** Width counts code points; zeros go between sign and digits, and only before numbers. */
function fill(body, flags, width, number) {
	const missing = Math.max(0, width - Array.from(body).length);
	if (flags.includes("-")) return body + " ".repeat(missing);
	if (!number || !flags.includes("0")) return " ".repeat(missing) + body;
	return body.replace(/^[-+ ]?/, (sign) => sign + "0".repeat(missing));
}

// src/remedy/file-name.ts
/**
* Path relative to the repository. Throws Refused where Alembic would fail, where the next Alembic command would not
* find the file, and where the path would leave the versions directory.
*/
function revisionPath(environment, parents, id, message, date) {
	const directory = versionDirectory(environment, parents);
	const name = `${fileStem(environment, id, message, date)}.py`;
	const path = name.startsWith("/") ? null : joinPath(directory, name);
	if (path === null || !isWithin(path, directory) || name.includes("\\")) throw new Refused(`file_template \`${environment.fileTemplate}\` leads out of ${directory}`);
	if (/^(?:\.#|__init__|\.py$)/.test(baseName(path))) throw new Refused(`the file would be called ${baseName(path)}, which Alembic does not load`);
	if (parentOf(path) !== directory && !environment.recursive) throw new Refused(`file_template \`${environment.fileTemplate}\` makes sub-directories, which Alembic does not read without recursive_version_locations`);
	return path;
}
/** Words of the message by `_`, lower case, cut at the last whole word within `limit` code points. */
function slugOf(message, limit) {
	const slug = Array.from((message.match(/[\p{L}\p{N}_]+/gu) ?? []).join("_").toLowerCase());
	if (slug.length <= limit) return slug.join("");
	const cut = slug.slice(0, limit).join("");
	const underscore = cut.lastIndexOf("_");
	return `${underscore < 0 ? cut : cut.slice(0, underscore)}_`;
}
function fileStem(environment, id, message, date) {
	const tokens = new Map([
		["rev", id],
		["slug", slugOf(message, environment.truncateSlugLength)],
		["epoch", Math.floor(date.moment.epochMicroseconds / 1e6)],
		...[
			"year",
			"month",
			"day",
			"hour",
			"minute",
			"second"
		].map((unit) => [unit, date[unit]])
	]);
	return formatPercent(environment.fileTemplate, (name) => {
		const token = tokens.get(name);
		if (token === void 0) throw new Refused(`file_template uses \`%(${name})\`, which Alembic does not know`);
		return token;
	});
}
/** With several version locations, the directory of the first listed head; with one, its top level. */
function versionDirectory({ versionLocations }, [first]) {
	const [only, ...others] = versionLocations;
	if (only === void 0) throw new Refused("no versions directory is known");
	if (others.length === 0 || first === void 0) return only;
	const directory = parentOf(first.path);
	if (versionLocations.includes(directory)) return directory;
	throw new Refused(`Alembic writes beside the first head, ${first.path}, whose directory is a sub-directory of a version location, which it refuses`);
}

// src/remedy/mako/lex.ts
/** Cuts a Mako template into text, expressions, control lines and Python blocks, exactly where Mako's own lexer does. */
/** Mako drops a magic encoding comment on the first line; it is no part of the output. */
const ENCODING_COMMENT = /^#[^\n]*coding[:=]\s*([-\p{L}\p{N}_.]+)[^\n]*\r?\n/u;
/** The patterns of mako/lexer.py; `(?<![^\n])` is Python's `^` with re.M, which knows no line end but `\n`. */
const PATTERNS = {
	control: /(?<![^\n])[\t ]*(%(?!%)|##)[\t ]*((?:\\\r?\n|[^\r\n])*)(?:\r?\n|(?![^]))/y,
	doc: /<%doc>[^]*?<\/%doc>/y,
	verbatim: /<%text>([^]*?)<\/%text>/y,
	tag: /<\/?%([\p{L}\p{N}_.:]+)/uy,
	block: /<%(!)?/y,
	percent: /(?<![^\n])(\s*)%(%+)/y,
	text: /([^]*?)(?:(?<=\n)(?=[ \t]*(?:%|##))|(?=\$\{)|(?=<\/?%)|\\\r?\n|(?![^]))/y,
	comment: /#[^\n]*\n/y,
	string: /("""|'''|"|')[^\\]*?(?:\\[^][^\\]*?)*?\1/y,
	other: /[^]/y
};
/** Throws Refused, with the line, for tags and for what Mako itself would not take. */
function lexTemplate(source) {
	const pieces = [];
	const cursor = new Cursor(source);
	cursor.skip(ENCODING_COMMENT.exec(source)?.[0] ?? "");
	while (!cursor.atEnd()) {
		const piece = nextPiece(cursor);
		if (piece !== null) pieces.push(piece);
	}
	return pieces;
}
/** The order of attempts is Mako's; null for what leaves no trace. */
function nextPiece(cursor) {
	const { line } = cursor;
	if (cursor.take(/\$\{/y) !== null) return expression(cursor, line);
	const control = cursor.take(PATTERNS.control);
	if (control !== null) return control[1] === "%" ? {
		kind: "control",
		code: control[2] ?? "",
		line
	} : null;
	if (cursor.take(PATTERNS.doc) !== null) return null;
	const verbatim = cursor.take(PATTERNS.verbatim);
	if (verbatim !== null) return {
		kind: "text",
		text: verbatim[1] ?? "",
		line
	};
	return tagOrBlock(cursor, line) ?? text$1(cursor, line);
}
function tagOrBlock(cursor, line) {
	const tag = cursor.take(PATTERNS.tag);
	if (tag !== null) throw new Refused(`the Mako tag \`<%${tag[1] ?? ""}>\` is not supported`, line);
	const block = cursor.take(PATTERNS.block);
	if (block === null) return null;
	return {
		kind: "block",
		code: until(cursor, /%>/y, line).text,
		module: block[1] === "!",
		line
	};
}
function expression(cursor, line) {
	const code = until(cursor, /\||\}/y, line, true);
	const filters = code.end === "|" ? until(cursor, /\}/y, line, true).text.trim() : "";
	return {
		kind: "expression",
		code: code.text,
		filters,
		line
	};
}
function text$1(cursor, line) {
	const percent = cursor.take(PATTERNS.percent);
	if (percent !== null) return {
		kind: "text",
		text: `${percent[1] ?? ""}${percent[2] ?? ""}`,
		line
	};
	const before = cursor.position;
	const match = cursor.take(PATTERNS.text);
	if (cursor.position === before) throw new Refused(`\`${cursor.ahead(12)}\` is not valid here`, line);
	return {
		kind: "text",
		text: match?.[1] ?? "",
		line
	};
}
/** Mako's `parse_until_text`: comments and strings are passed over; where `nesting`, brackets hide the end. */
function until(cursor, end, line, nesting = false) {
	const from = cursor.position;
	let depth = 0;
	while (!cursor.atEnd()) {
		if (cursor.take(PATTERNS.comment) !== null || cursor.take(PATTERNS.string) !== null) continue;
		const found = depth <= 0 || !nesting ? cursor.take(end) : null;
		if (found !== null) return {
			text: cursor.since(from).slice(0, -found[0].length),
			end: found[0]
		};
		const [character = ""] = cursor.take(PATTERNS.other) ?? [];
		if ("([{".includes(character)) depth += 1;
		else if (")]}".includes(character)) depth -= 1;
	}
	throw new Refused("an expression or block that begins here does not end", line);
}
var Cursor = class {
	position = 0;
	/** 1-based. */
	line = 1;
	#source;
	constructor(source) {
		this.#source = source;
	}
	/** Matches a sticky pattern at the cursor and moves behind it. */
	take(pattern) {
		pattern.lastIndex = this.position;
		const match = pattern.exec(this.#source);
		if (match !== null) this.skip(match[0]);
		return match;
	}
	skip(text) {
		this.position += text.length;
		this.line += text.split("\n").length - 1;
	}
	ahead(length) {
		return this.#source.slice(this.position, this.position + length);
	}
	since(from) {
		return this.#source.slice(from, this.position);
	}
	atEnd() {
		return this.position >= this.#source.length;
	}
};

// src/remedy/mako/decode.ts
/** The text of a template file: Mako decodes by its magic comment, else as UTF-8, a byte order mark aside. */
/** Throws Refused for an encoding other than UTF-8 (or its subset ASCII), and for bytes that are none. */
function decodeTemplate(bytes) {
	const source = decodeUtf8(bytes);
	const declared = ENCODING_COMMENT.exec(source)?.[1] ?? "utf-8";
	if (!/^(utf[-_]?8|(us[-_]?)?ascii)$/i.test(declared)) throw new Refused(`the template declares the encoding ${declared}, only UTF-8 is supported`, 1);
	return source;
}
function decodeUtf8(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new Refused("the template is not UTF-8");
	}
}

// src/remedy/mako/evaluate.ts
/** Evaluates the expressions of a template as Python would. */
/** Throws Refused for a name, attribute, call or operator whose value is not known for sure. */
function evaluate(expression, scope) {
	const value = (of) => evaluate(of, scope);
	switch (expression.kind) {
		case "constant": return expression.value;
		case "name": return lookUp(expression.name, scope);
		case "sequence": return {
			kind: expression.of,
			items: expression.items.map(value)
		};
		case "attribute": return attribute(value(expression.of), expression.name);
		case "call": return call(value(expression.callee), expression.args.map(value));
		case "index": return index(value(expression.of), value(expression.index));
		case "not": return !truthy(value(expression.operand));
		case "choice": return truthy(value(expression.test)) ? value(expression.yes) : value(expression.no);
		case "binary": return binary(expression.operator, value(expression.left), () => value(expression.right));
	}
}
function lookUp(name, scope) {
	const found = scope.get(name);
	if (found === void 0) throw new Refused(`the name \`${name}\` is not one that Alembic gives to every template`);
	return found;
}
/** `items(value)` of what can be looped over. */
function iterate(value) {
	if (typeof value === "string") return Array.from(value);
	if (isObject(value) && (value.kind === "tuple" || value.kind === "list")) return value.items;
	throw new Refused("loops over something that is no list");
}
function call(callee, args) {
	if (isObject(callee) && callee.kind === "function") return callee.call(args);
	throw new Refused("calls something that is no known function");
}
function attribute(of, name) {
	if (typeof of === "string") return stringMethod(of, name);
	if (isObject(of) && of.kind === "object") {
		const found = of.attributes.get(name);
		if (found !== void 0) return found;
		throw new Refused(`\`${of.name}.${name}\` is not supported`);
	}
	if (isObject(of) && of.kind === "datetime") {
		if (name === "strftime") return {
			kind: "function",
			name,
			call: ([format = null]) => strftime(of, text(format))
		};
		const field = {
			year: of.year,
			month: of.month,
			day: of.day,
			hour: of.hour,
			minute: of.minute,
			second: of.second,
			microsecond: of.microsecond
		}[name];
		if (field !== void 0) return field;
	}
	throw new Refused(`the attribute \`.${name}\` is not supported`);
}
function stringMethod(of, name) {
	const method = {
		join: ([items = null]) => iterate(items).map(text).join(of),
		lower: () => of.toLowerCase(),
		upper: () => of.toUpperCase()
	}[name];
	if (method === void 0) throw new Refused(`the string method \`.${name}\` is not supported`);
	return {
		kind: "function",
		name,
		call: method
	};
}
function index(of, at) {
	const items = iterate(of);
	const found = typeof at === "number" ? items.at(at) : void 0;
	if (found === void 0) throw new Refused("reads an item that is not there");
	return found;
}
function binary(operator, left, right) {
	switch (operator) {
		case "and": return truthy(left) ? right() : left;
		case "or": return truthy(left) ? left : right();
		case "+": return text(left) + text(right());
		case "%": {
			const values = right();
			return formatPercent(text(left), isObject(values) && values.kind === "tuple" ? values.items : [values]);
		}
		case "==": return equal(left, right());
		case "!=": return !equal(left, right());
		case "is": return identical(left, right());
		case "is not": return !identical(left, right());
		case "in": return contains(right(), left);
		case "not in": return !contains(right(), left);
	}
}
function contains(of, item) {
	return typeof of === "string" ? of.includes(text(item)) : iterate(of).some((one) => equal(one, item));
}
function equal(left, right) {
	if (!isObject(left) || !isObject(right)) return left === right;
	if (left.kind === "tuple" && right.kind === "tuple") return repr(left) === repr(right);
	throw new Refused("compares values that have no simple equality");
}
/** Only with None, where `is` has one meaning on every Python. */
function identical(left, right) {
	if (left !== null && right !== null) throw new Refused("`is` is supported with None only");
	return left === right;
}
function text(value) {
	if (typeof value === "string") return value;
	throw new Refused("uses something else where a text is needed");
}
/** The builtins that templates call. */
const BUILTINS = /* @__PURE__ */ new Map([
	["repr", {
		kind: "function",
		name: "repr",
		call: ([value = null]) => repr(value)
	}],
	["str", {
		kind: "function",
		name: "str",
		call: ([value = ""]) => str(value)
	}],
	["len", {
		kind: "function",
		name: "len",
		call: ([value = null]) => iterate(value).length
	}],
	["tuple", {
		kind: "function",
		name: "tuple",
		call: ([value = tuple([])]) => tuple(iterate(value))
	}]
]);

// src/remedy/mako/token.ts
/** Tokens of the Python expressions in templates. */
const KEYWORDS = /* @__PURE__ */ new Set([
	"if",
	"else",
	"and",
	"or",
	"not",
	"in",
	"is",
	"for",
	"lambda",
	"await",
	"yield"
]);
const TOKEN = /\s*(?:(?<name>[\p{L}_][\p{L}\p{N}_]*(?!['"\p{L}\p{N}_]))|(?<number>\d+(?![\p{L}\p{N}_.]))|(?<prefix>[rRuU]?)(?<quote>"""|'''|"|')(?<body>(?:\\[^]|(?!\k<quote>)[^\\])*)\k<quote>|(?<sign>==|!=|[-+*/%(),.[\]{}:|&<>]))\s*/uy;
/** Escapes whose meaning is one character; others are refused rather than half known. */
const ESCAPES = /* @__PURE__ */ new Map([
	["n", "\n"],
	["r", "\r"],
	["t", "	"],
	["\\", "\\"],
	["'", "'"],
	["\"", "\""],
	["\n", ""]
]);
/** Throws Refused where the code has something that is no token of the subset. */
function tokenize(code) {
	const tokens = [];
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < code.length) {
		const groups = TOKEN.exec(code)?.groups;
		if (groups === void 0) throw new Refused(`the expression \`${code}\` is not supported`);
		tokens.push(toToken(groups));
	}
	return tokens;
}
function toToken(groups) {
	const { name, number, sign, prefix = "", body = "" } = groups;
	if (name !== void 0) return {
		kind: KEYWORDS.has(name) ? "keyword" : "name",
		text: name
	};
	if (number !== void 0) return {
		kind: "number",
		text: number
	};
	if (sign !== void 0) return {
		kind: "sign",
		text: sign
	};
	return {
		kind: "string",
		value: /^r$/i.test(prefix) ? body : unescape(body)
	};
}
function unescape(body) {
	return body.replace(/\\([^])/g, (written, letter) => {
		const character = ESCAPES.get(letter);
		if (character === void 0) throw new Refused(`the escape \`${written}\` in a template's string is not supported`);
		return character;
	});
}

// src/remedy/mako/expression.ts
/** Parses the Python expressions that revision templates are written with; everything else is refused by name. */
/** Throws Refused, naming what is not supported. */
function parseExpression(code) {
	const parser = new Parser(code);
	const expression = parser.list("");
	parser.expect("");
	return expression;
}
/** Python's grammar, reduced: each method reads one level of precedence. */
var Parser = class {
	#code;
	#tokens;
	#at = 0;
	constructor(code) {
		this.#code = code.trim();
		this.#tokens = tokenize(this.#code);
	}
	/** Expressions with commas between them up to `close`: one alone is itself, several are a tuple. */
	list(close) {
		const items = this.#items(close);
		const [only] = items.list;
		return only !== void 0 && !items.comma ? only : {
			kind: "sequence",
			of: "tuple",
			items: items.list
		};
	}
	expect(text) {
		if (!this.#accept(text)) this.#refuse();
	}
	#items(close) {
		const list = [];
		let comma = false;
		while (!this.#sees(close)) {
			list.push(this.#choice());
			if (!this.#accept(",")) break;
			comma = true;
		}
		return {
			list,
			comma: comma || list.length === 0
		};
	}
	#choice() {
		const yes = this.#either();
		if (!this.#accept("if")) return yes;
		const test = this.#either();
		this.expect("else");
		return {
			kind: "choice",
			test,
			yes,
			no: this.#choice()
		};
	}
	#either() {
		let left = this.#both();
		while (this.#accept("or")) left = {
			kind: "binary",
			operator: "or",
			left,
			right: this.#both()
		};
		return left;
	}
	#both() {
		let left = this.#negation();
		while (this.#accept("and")) left = {
			kind: "binary",
			operator: "and",
			left,
			right: this.#negation()
		};
		return left;
	}
	#negation() {
		return this.#accept("not") ? {
			kind: "not",
			operand: this.#negation()
		} : this.#comparison();
	}
	#comparison() {
		const left = this.#sum();
		const operator = this.#comparator();
		return operator === null ? left : {
			kind: "binary",
			operator,
			left,
			right: this.#sum()
		};
	}
	#comparator() {
		for (const operator of [
			"==",
			"!=",
			"in"
		]) if (this.#accept(operator)) return operator;
		if (this.#accept("is")) return this.#accept("not") ? "is not" : "is";
		if (!this.#accept("not")) return null;
		this.expect("in");
		return "not in";
	}
	#sum() {
		let left = this.#term();
		while (this.#accept("+")) left = {
			kind: "binary",
			operator: "+",
			left,
			right: this.#term()
		};
		return left;
	}
	#term() {
		let left = this.#trailers();
		while (this.#accept("%")) left = {
			kind: "binary",
			operator: "%",
			left,
			right: this.#trailers()
		};
		return left;
	}
	#trailers() {
		let of = this.#atom();
		for (;;) if (this.#accept(".")) of = {
			kind: "attribute",
			of,
			name: this.#name()
		};
		else if (this.#accept("(")) of = {
			kind: "call",
			callee: of,
			args: this.#closed(")")
		};
		else if (this.#accept("[")) {
			of = {
				kind: "index",
				of,
				index: this.list("]")
			};
			this.expect("]");
		} else return of;
	}
	#closed(close) {
		const { list } = this.#items(close);
		this.expect(close);
		return list;
	}
	#atom() {
		const token = this.#next();
		if (token.kind === "string") {
			let value = token.value;
			for (let next = this.#tokens[this.#at]; next?.kind === "string"; next = this.#tokens[++this.#at]) value += next.value;
			return {
				kind: "constant",
				value
			};
		}
		if (token.kind === "number") return {
			kind: "constant",
			value: Number(token.text)
		};
		if (token.kind === "name") return CONSTANTS.get(token.text) ?? {
			kind: "name",
			name: token.text
		};
		if (token.text === "[") return {
			kind: "sequence",
			of: "list",
			items: this.#closed("]")
		};
		if (token.text !== "(") return this.#refuse();
		const inner = this.list(")");
		this.expect(")");
		return inner;
	}
	#name() {
		const token = this.#next();
		return token.kind === "name" ? token.text : this.#refuse();
	}
	#next() {
		const token = this.#tokens[this.#at];
		if (token === void 0) return this.#refuse();
		this.#at += 1;
		return token;
	}
	#sees(text) {
		const token = this.#tokens[this.#at];
		return token === void 0 ? text === "" : token.kind !== "string" && token.text === text;
	}
	#accept(text) {
		const seen = this.#sees(text);
		if (seen) this.#at += 1;
		return seen;
	}
	#refuse() {
		throw new Refused(`the expression \`${this.#code}\` is not supported`);
	}
};
const CONSTANTS = /* @__PURE__ */ new Map([
	["None", {
		kind: "constant",
		value: null
	}],
	["True", {
		kind: "constant",
		value: true
	}],
	["False", {
		kind: "constant",
		value: false
	}]
]);

// src/remedy/mako/filter.ts
/** Mako's filters, the part after `|` in an expression (mako/filters.py). */
/** Python's `str.strip`: not quite JavaScript's idea of white space. */
const STRIP = /^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g;
const XML = {
	"&": "&amp;",
	">": "&gt;",
	"<": "&lt;",
	"\"": "&#34;",
	"'": "&#39;"
};
const escapeXml = (value) => str(value).replace(/[&<"'>]/g, (character) => XML[character] ?? character);
const FILTERS = /* @__PURE__ */ new Map([
	["str", str],
	["unicode", str],
	["x", escapeXml],
	["h", escapeXml],
	["trim", (value) => str(value).replace(STRIP, "")],
	["u", (value) => quotePlus(str(value))]
]);
/**
* What an expression writes: `str` first unless `n` is among the filters, then each filter in turn; a name that is no
* filter is a function of the template's scope, such as `comma`. Throws Refused for what is neither.
*/
function applyFilters(value, filters, scope) {
	const names = filters === "" ? [] : filters.split(",").map((name) => name.trim());
	const result = (names.includes("n") ? names.filter((name) => name !== "n") : ["str", ...names]).reduce((current, name) => findFilter(name, scope)(current), value);
	if (typeof result !== "string") throw new Refused("writes something that is no text");
	return result;
}
function findFilter(name, scope) {
	const stock = FILTERS.get(name);
	if (stock !== void 0) return stock;
	const own = scope.get(name);
	if (own !== void 0 && isObject(own) && own.kind === "function") return (value) => own.call([value]);
	throw new Refused(`the filter \`${name}\` is not supported`);
}
/** `urllib.parse.quote_plus`. */
function quotePlus(text) {
	return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%20", "+");
}

// src/remedy/mako/block.ts
/** The Python blocks that Alembic's own multi-database templates have, and nothing more. */
/** `import re` in a module block, `name = expression` in a plain one. Throws Refused for any other statement. */
function runBlock(code, module, bindings) {
	for (const statement of code.split("\n").map((line) => line.trim())) {
		if (statement === "" || statement.startsWith("#")) continue;
		const [, name, value] = /^([\p{L}_][\p{L}\p{N}_]*)\s*=(?!=)\s*(.+)$/u.exec(statement) ?? [];
		if (module && statement === "import re") bindings.set("re", RE);
		else if (!module && name !== void 0 && value !== void 0) bindings.set(name, evaluate(parseExpression(value), bindings));
		else throw new Refused(`a Python block runs \`${statement}\`, which only Python can do`);
	}
}
/** `re.split` by the one pattern whose meaning is the same here and there. */
const RE = {
	kind: "object",
	name: "re",
	attributes: /* @__PURE__ */ new Map([["split", {
		kind: "function",
		name: "re.split",
		call: ([pattern, text]) => {
			if (pattern !== ",\\s*" || typeof text !== "string") throw new Refused("`re.split` is supported for a list by commas only");
			return {
				kind: "list",
				items: text.split(/,\s*/)
			};
		}
	}]])
};
/** Names that exist only when `alembic revision --autogenerate` filled them; a merge never has them. */
const AUTOGENERATED = /^(imports|upgrades|downgrades|\w+_(up|down)grades)$/;
/** Mako's `context`, of which templates use `get(name, default)`. */
function contextOf(bindings) {
	const get = ([name = null, otherwise = null]) => {
		const found = typeof name === "string" ? bindings.get(name) : void 0;
		if (found !== void 0 && !(isObject(found) && found.kind === "undefined")) return found;
		if (typeof name === "string" && AUTOGENERATED.test(name)) return otherwise;
		throw new Refused(`\`context.get\` asks for ${JSON.stringify(name)}, which may come from anywhere`);
	};
	return {
		kind: "object",
		name: "context",
		attributes: /* @__PURE__ */ new Map([["get", {
			kind: "function",
			name: "context.get",
			call: get
		}]])
	};
}

// src/remedy/mako/structure.ts
/** Nests the control lines of a template: `% if`, `% for` and what stands between them and their end. */
/** Throws Refused, with the line, for a control line other than if/elif/else/for and for one that is not closed. */
function structure(pieces) {
	const reader = new Reader(pieces);
	const nodes = reader.body();
	reader.expectEnd();
	return nodes;
}
var Reader = class {
	#pieces;
	#at = 0;
	constructor(pieces) {
		this.#pieces = pieces;
	}
	/** Nodes up to a control line that ends or continues the one around them. */
	body() {
		const nodes = [];
		for (let piece = this.#pieces[this.#at]; piece !== void 0; piece = this.#pieces[this.#at]) {
			if (piece.kind !== "control") {
				nodes.push(piece);
				this.#at += 1;
				continue;
			}
			const control = readControl(piece.code, piece.line);
			if (control.keyword === "if") nodes.push(this.#if(control));
			else if (control.keyword === "for") nodes.push(this.#for(control));
			else return nodes;
		}
		return nodes;
	}
	expectEnd() {
		const rest = this.#pieces[this.#at];
		if (rest?.kind === "control") throw new Refused(`the control line \`% ${rest.code}\` is not supported here`, rest.line);
	}
	#if(opening) {
		const branches = [];
		let control = opening;
		while (control.keyword !== "endif") {
			if (![
				"if",
				"elif",
				"else"
			].includes(control.keyword)) throw new Refused(`\`% ${control.keyword}\` inside \`% if\``, control.line);
			this.#at += 1;
			const test = control.keyword === "else" ? null : at(control.line, () => parseExpression(control.rest));
			branches.push({
				test,
				body: this.body()
			});
			control = this.#closing(opening);
		}
		this.#at += 1;
		return {
			kind: "if",
			branches,
			line: opening.line
		};
	}
	#for(opening) {
		const match = /^([\p{L}_][\p{L}\p{N}_]*)\s+in\s+([^]+)$/u.exec(opening.rest);
		if (match === null) throw new Refused(`the loop \`% for ${opening.rest}\` is not supported`, opening.line);
		const [, name = "", source = ""] = match;
		const items = at(opening.line, () => parseExpression(source));
		this.#at += 1;
		const body = this.body();
		const closing = this.#closing(opening);
		if (closing.keyword !== "endfor") throw new Refused(`\`% ${closing.keyword}\` inside \`% for\``, closing.line);
		this.#at += 1;
		return {
			kind: "for",
			name,
			items,
			body,
			line: opening.line
		};
	}
	#closing(opening) {
		const piece = this.#pieces[this.#at];
		if (piece?.kind !== "control") throw new Refused(`\`% ${opening.keyword}\` is not closed`, opening.line);
		return readControl(piece.code, piece.line);
	}
};
/** `keyword rest:`, with a comment behind it if wanted (mako/ast.py, PythonFragment); `endif` and the like stand alone. */
function readControl(code, line) {
	const end = /^end\p{L}+/u.exec(code);
	if (end !== null) return {
		keyword: end[0],
		rest: "",
		line
	};
	const match = /^(\w+)(?:\s+([^]*?))?:\s*(?:#|$)/.exec(code);
	if (match === null) throw new Refused(`the control line \`% ${code}\` is not supported`, line);
	return {
		keyword: match[1] ?? "",
		rest: match[2] ?? "",
		line
	};
}
/** Gives a refusal from inside the line it happened on. */
function at(line, action) {
	try {
		return action();
	} catch (error) {
		if (error instanceof Refused && error.line === null) throw new Refused(error.message, line);
		throw error;
	}
}

// src/remedy/mako/render.ts
/** Renders a `script.py.mako` to the text that Mako gives, or refuses by name what is not surely the same. */
/** Throws Refused with the template's line. `names` are what Alembic passes to the template. */
function renderTemplate(source, names) {
	const scope = new Map([...BUILTINS, ...names]);
	scope.set("context", contextOf(scope));
	return renderNodes(structure(lexTemplate(source)), scope);
}
function renderNodes(nodes, scope) {
	return nodes.map((node) => at(node.line, () => renderNode(node, scope))).join("");
}
function renderNode(node, scope) {
	switch (node.kind) {
		case "text": return node.text;
		case "expression": return applyFilters(evaluate(parseExpression(node.code), scope), node.filters, scope);
		case "block":
			runBlock(node.code, node.module, scope);
			return "";
		case "if": {
			const taken = node.branches.find(({ test }) => test === null || truthy(evaluate(test, scope)));
			return taken === void 0 ? "" : renderNodes(taken.body, scope);
		}
		case "for": return iterate(evaluate(node.items, scope)).map((item) => {
			scope.set(node.name, item);
			return renderNodes(node.body, scope);
		}).join("");
	}
}

// src/remedy/merge-revision.ts
/** Never throws for what a template, a message or a configuration says: that is `refused`. */
function renderMergeRevision(input) {
	return renderRevision(input, null);
}
/** The same for a revision that does something, where `bodies` are not null: what its template fills in is given. */
function renderRevision(input, bodies) {
	const { environment, parents, message, id } = input;
	const downRevisions = parents.map((parent) => parent.id);
	const request = {
		id,
		message,
		parents: downRevisions
	};
	const common = {
		id,
		downRevisions,
		command: bodies === null ? mergeCommand(environment, request) : revisionCommand(environment, request)
	};
	try {
		checkId(id);
		checkMessage(message, input.messagePattern);
		const date = createDate(input.moment, environment.timezone, input.localTimeZone);
		const path = revisionPath(environment, parents, id, message, date);
		if (input.exists(path)) throw new Refused(`${path} exists already, and Alembic would overwrite it without a word`);
		return render({
			...common,
			path,
			content: null
		}, input, templateNames(input, date, bodies));
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return {
			mergeRevision: {
				...common,
				path: "",
				content: null
			},
			refused: refusalText(error)
		};
	}
}
/** Separate from the above so that a refused template still leaves path and command. */
function render(merge, input, names) {
	const { environment } = input;
	const template = joinPath(environment.scriptLocation, "script.py.mako") ?? "script.py.mako";
	try {
		if (input.template === null) throw new Refused("there is no such file");
		const content = renderTemplate(decodeTemplate(input.template), names);
		checkEncoding(content, environment.outputEncoding);
		checkReadsBack(merge, content);
		return {
			mergeRevision: {
				...merge,
				content
			},
			refused: null
		};
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return {
			mergeRevision: merge,
			refused: `${template} cannot be rendered here (${refusalText(error)}); run this instead: \`${merge.command}\``
		};
	}
}
/** What `generate_revision` passes to the template: of a merge, nothing that it does. */
function templateNames(input, date, bodies) {
	const parents = input.parents.map((parent) => parent.id);
	const [only = null, ...others] = parents;
	const filled = {
		imports: bodies?.imports.join("\n"),
		upgrades: bodies?.upgrade,
		downgrades: bodies?.downgrade
	};
	const body = Object.entries(filled).map(([name, text]) => [name, text ?? {
		kind: "undefined",
		name
	}]);
	return new Map([
		["up_revision", input.id],
		["down_revision", others.length === 0 ? only : tuple(parents)],
		["branch_labels", null],
		["depends_on", null],
		["create_date", date],
		["message", input.message],
		["comma", {
			kind: "function",
			name: "comma",
			call: ([value = null]) => comma(value)
		}],
		["config", configOf(input.environment)],
		...body
	]);
}
/** alembic/util/messaging.py, `format_as_comma`. */
function comma(value) {
	if (value === null) return "";
	if (typeof value === "string") return value;
	if (typeof value === "object" && value.kind === "tuple") return value.items.map(str).join(", ");
	throw new Refused("`comma` is given something that is no revision");
}
/** The one option that Alembic's multi-database templates read. */
function configOf({ databases }) {
	const getMainOption = ([name]) => {
		if (name === "databases" && databases.length > 0) return databases.join(", ");
		throw new Refused(`the option ${JSON.stringify(name)} of the ini is not known`);
	};
	return {
		kind: "object",
		name: "config",
		attributes: /* @__PURE__ */ new Map([["get_main_option", {
			kind: "function",
			name: "config.get_main_option",
			call: getMainOption
		}]])
	};
}
/** Alembic inserts the message as it is, so a quote or a backslash can break the file or change what it says. */
function checkReadsBack({ path, id, downRevisions }, content) {
	const reading = readRevision(path, new TextEncoder().encode(content));
	if (reading.kind !== "revision") throw new Refused(`the file would not load: ${reading.message}`);
	const { revision } = reading;
	if (revision.id === id && revision.downRevisions.join() === downRevisions.join()) return;
	throw new Refused(`the file would say ${revision.id} follows ${revision.downRevisions.join(", ")}`);
}
function checkId(id) {
	if (/^[A-Za-z0-9_]{1,32}$/.test(id)) return;
	throw new Refused(`${JSON.stringify(id)} is no id for a new revision: 1 to 32 letters, digits and underscores`);
}
/** Text is handed on as UTF-8, so another encoding is the same bytes only where all is ASCII. */
function checkEncoding(content, encoding) {
	if (/^utf[-_]?8$/i.test(encoding)) return;
	if (!/^(?:(?:us[-_]?)?ascii|latin[-_]?1|iso[-_]?8859[-_]\d+|(?:cp|windows[-_]?)125\d)$/i.test(encoding) || !/^[\0-\x7f]*$/.test(content)) throw new Refused(`output_encoding ${encoding} is not supported for this text`);
}

// src/remedy/re-parent.ts
/**
* Puts the unlanded heads one after the other on top of the landed one. Only revisions that are not in `landed` (no
* trunk, no release tag) are ever moved: a database that has such a revision would never run what is put below it.
*
* @param heads the heads to join, in Alembic's order.
*/
function planReParenting(graph, heads, landed) {
	const fixed = heads.filter((id) => landed.has(id));
	const free = heads.filter((id) => !landed.has(id));
	if (free.length === 0) return {
		kind: "impossible",
		why: `${enumerate(heads)} have all landed, so databases may have them`
	};
	if (fixed.length > 1) return {
		kind: "impossible",
		why: `${enumerate(fixed)} have landed, and neither may be moved`
	};
	const [onto = "", ...movable] = [...fixed, ...free];
	const placed = /* @__PURE__ */ new Set([...landed, ...graph.ancestors([onto])]);
	const moves = [];
	let tip = onto;
	for (const head of movable) {
		const own = [...graph.ancestors([head])].filter((id) => !placed.has(id));
		moves.push(...movesOnto(graph, own, tip));
		for (const id of own) placed.add(id);
		tip = head;
	}
	return {
		kind: moves.some(({ revision }) => isMerge(revision)) ? "extension" : "moves",
		moves,
		onto
	};
}
/** A merge revision among them that reaches outside is given the tip; without one, the lowest of them move onto it. */
function movesOnto(graph, own, tip) {
	const inside = new Set(own);
	const revisions = own.flatMap((id) => graph.revisions.get(id) ?? []);
	const merge = revisions.find((one) => isMerge(one) && one.downRevisions.some((id) => !inside.has(id)));
	if (merge !== void 0) return [{
		revision: merge,
		parents: extendedParents(graph, merge, tip, inside)
	}];
	return revisions.filter(({ downRevisions }) => !downRevisions.some((id) => inside.has(id))).map((revision) => ({
		revision,
		parents: [tip]
	}));
}
/** The tip stands where the first of its ancestors stood; parents that it already implies are left out. */
function extendedParents(graph, merge, tip, inside) {
	const below = graph.ancestors([tip]);
	const kept = merge.downRevisions.map((id) => !inside.has(id) && below.has(id) ? tip : id);
	return [.../* @__PURE__ */ new Set([...kept, tip])];
}
function isMerge({ downRevisions }) {
	return new Set(downRevisions).size > 1;
}

// src/remedy/propose.ts
/** Null where the heads are as expected, and where Alembic would not load the history: then its faults come first. */
function proposeResolution(input) {
	const { graph, environment } = input;
	if (!graph.loads || headsAsExpected(graph, environment.expectedHeads)) return null;
	const duplicate = graph.problems.find(({ kind }) => kind === "duplicate-revision");
	if (duplicate !== void 0) return refused(input, `${duplicate.message} ${duplicate.cure}`);
	try {
		return choose(input, headsToMerge(graph, environment.expectedHeads));
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return refused(input, `No merge revision is offered: ${refusalText(error)}.`);
	}
}
function choose(input, heads) {
	const plan = planReParenting(input.graph, heads, input.landed);
	const moved = plan.kind === "impossible" ? "not-editable" : editsFor(input, plan.moves);
	const edits = typeof moved === "string" ? null : moved;
	const merge = mergeOf(input, parentOrder(heads, input.sides));
	const reParents = edits !== null && (input.prefer === "re-parent" || plan.kind === "extension");
	return {
		recommended: reParents ? "re-parent" : "merge-revision",
		because: explain({
			heads,
			plan,
			moving: typeof moved === "string" ? moved : "possible",
			prefer: input.prefer,
			sides: input.sides,
			hooks: input.environment.postWriteHooks
		}),
		mergeRevision: merge.mergeRevision,
		reParent: edits === null ? null : { edits },
		refused: reParents ? null : merge.refused
	};
}
/** On a fresh database the side of the parent that is listed first runs last. */
function parentOrder(heads, sides) {
	if (sides?.kind !== "orders-differ" || sides.runLast === null) return heads;
	const { runLast } = sides;
	return [...heads.filter((id) => id === runLast), ...heads.filter((id) => id !== runLast)];
}
function mergeOf(input, heads) {
	const { graph } = input;
	try {
		const message = input.message ?? composeMessage(sidesOf(graph, heads), input.messagePattern);
		const parents = heads.flatMap((id) => graph.revisions.get(id) ?? []);
		const [model] = parents;
		if (graph.revisions.has(input.id)) throw new Refused(`the id ${input.id} is taken`);
		if (model !== void 0) expectCured(input, [{
			...model,
			id: input.id,
			downRevisions: heads,
			dependsOn: [],
			branchLabels: []
		}]);
		return renderMergeRevision({
			...input,
			parents,
			message
		});
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return {
			mergeRevision: noMerge(input, heads),
			refused: `No merge revision is offered: ${refusalText(error)}.`
		};
	}
}
/** What only this side has, the head first. */
function sidesOf(graph, heads) {
	return heads.map((id) => {
		const others = graph.ancestors(heads.filter((other) => other !== id));
		return {
			id,
			messages: [id, ...graph.ancestors([id])].filter((one) => !others.has(one)).map((one) => graph.revisions.get(one)?.message ?? "")
		};
	});
}
/** A word where one of the files cannot be edited, or where the moved history would still not be as expected. */
function editsFor(input, moves) {
	const edits = [];
	for (const { revision, parents } of moves) {
		const text = input.texts.get(revision.path);
		const splices = text === void 0 ? null : input.reParent(text, revision, parents);
		if (text === void 0 || splices === null) return "not-editable";
		edits.push(...editsOf(revision.path, text, splices));
	}
	return isCured(input, moves.map(({ revision, parents }) => ({
		...revision,
		downRevisions: parents
	}))) ? edits : "still-forked";
}
function expectCured(input, changed) {
	if (!isCured(input, changed)) throw new Refused("the history would not have the expected heads after it");
}
/** The remedy is judged by the graph that it leads to, not by how it was found. */
function isCured({ graph, environment }, changed) {
	const revisions = new Map([...graph.revisions, ...changed.map((revision) => [revision.id, revision])]);
	const cured = buildGraph([...revisions.values()]);
	return cured.loads && headsAsExpected(cured, environment.expectedHeads);
}
function refused(input, reason) {
	return {
		recommended: "merge-revision",
		because: reason,
		mergeRevision: noMerge(input, [...new Set(input.graph.realHeads)]),
		reParent: null,
		refused: reason
	};
}
/** Nothing to write and nothing to run. */
function noMerge({ id }, heads) {
	return {
		id,
		path: "",
		content: null,
		downRevisions: heads,
		command: ""
	};
}

// src/flows/resolve.ts
/** Null where the heads are as expected or the history does not load. */
async function resolve(request) {
	const { environment, config, base, merged, clock } = request;
	if (headsAsExpected(merged.graph, environment.expectedHeads)) return null;
	const landed = await landedIds(request);
	const movable = merged.revisions.filter(({ id }) => !landed.has(id)).map(({ path }) => path);
	const texts = await Promise.all(movable.map(async (path) => [path, await decoded(merged, path)]));
	return proposeResolution({
		environment,
		graph: merged.graph,
		landed,
		texts: new Map(texts),
		template: await templateOf(environment, base, merged),
		reParent: reparentEdits,
		prefer: config.prefer,
		message: request.message ?? null,
		messagePattern: config.messagePattern === null ? null : new RegExp(config.messagePattern, "u"),
		id: request.id ?? clock.newId(),
		moment: request.moment ?? clock.now(),
		localTimeZone: clock.timeZone,
		exists: (path) => merged.tree.entries.has(path),
		sides: request.sides
	});
}
/** The base's template writes new files; a first installation has only the merge's. Null where there is none. */
async function templateOf({ scriptLocation }, base, merged) {
	const path = `${scriptLocation}/script.py.mako`.replace(/^\.\//, "");
	const { tree } = base.tree.entries.has(path) ? base : merged;
	return (await tree.read([path])).get(path) ?? null;
}
/** On the base, on another trunk or in a tag: databases may have it, so nobody may move it. */
async function landedIds({ base, merged, trunks, repository }) {
	const landed = new Set([base.graph, ...trunks].flatMap(({ revisions }) => [...revisions.keys()]));
	const tagged = merged.revisions.map(async ({ id, path }) => {
		if (!landed.has(id) && (await repository.tagsWithPath(path)).length > 0) landed.add(id);
	});
	await Promise.all(tagged);
	return landed;
}
async function decoded(history, path) {
	return decodeSource(await history.bytes(path)).text;
}

// src/flows/siblings.ts
/** For each join that has a new revision on one of its sides; the side of the pull request comes last. */
async function siblingOverlaps(merged, { fresh }, { expectedHeads }, engine) {
	const { graph } = merged;
	if (!graph.loads) return [];
	const heads = headsAsExpected(graph, expectedHeads) ? [] : graph.realHeads;
	const isFresh = new Set(fresh);
	const joins = [heads, ...fresh.map((id) => graph.revisions.get(id)?.downRevisions ?? [])];
	const found = [];
	for (const join of joins.filter((parents) => parents.length > 1)) {
		const ordered = [...join.filter((id) => !isFresh.has(id)), ...join.filter((id) => isFresh.has(id))];
		const own = ordered.map((id) => ownSide(merged, id, ordered));
		if (!own.flat().some((id) => isFresh.has(id))) continue;
		const sides = own.map((ids, index) => readSide(merged, ordered[index] ?? "", ids, engine));
		found.push(...overlaps(await Promise.all(sides)));
	}
	return found;
}
/** What no other side has, in upgrade order. */
function ownSide({ graph }, head, heads) {
	const others = heads.filter((id) => id !== head);
	const shared = /* @__PURE__ */ new Set([...others, ...graph.ancestors(others)]);
	return graph.upgradeOrder([head]).filter((id) => !shared.has(id));
}
async function readSide(merged, head, ids, engine) {
	const read = ids.flatMap((id) => merged.graph.revisions.get(id) ?? []).map(async ({ id, path }) => {
		const migration = readOperations(await merged.bytes(path));
		return {
			id,
			path,
			changes: migration.kind === "migration" ? changesOf(migration.operations, engine) : []
		};
	});
	return {
		head,
		revisions: await Promise.all(read)
	};
}

// src/revision/lift.ts
/** The other way round: what a revision's downgrade does as an upgrade, lifted from its source word for word. */
/** `upgrade` is the file's downgrade, and the other way round. Never guesses: what a body needs and no import brings is a refusal. */
function liftReversed(bytes) {
	const module = readModule(bytes, () => null);
	const migration = readOperations(bytes);
	if (module.kind !== "module") return { refused: module.message };
	if (migration.kind !== "migration") return { refused: migration.message };
	const { text, statements } = module;
	if (migration.functions.some(({ database }) => database !== null)) return { refused: "it has one upgrade() and one downgrade() for each database" };
	const state = (direction) => migration.functions.find((one) => one.direction === direction)?.body ?? "empty";
	if (state("upgrade") === "empty" && state("downgrade") === "empty") return { refused: "it changes nothing, so there is nothing to undo" };
	if (state("downgrade") !== "present") return { refused: `its downgrade() ${state("downgrade") === "raises" ? "raises" : "does nothing"}` };
	const needed = /* @__PURE__ */ new Set();
	const lifted = {
		upgrade: "",
		downgrade: ""
	};
	for (const direction of ["upgrade", "downgrade"]) {
		const definition = statements.findLast((one) => one.kind === "function" && one.name === direction);
		if (definition?.kind !== "function") return { refused: `its ${direction}() is not defined in the file` };
		const refused = obstacle(definition, text, statements, needed);
		if (refused !== null) return { refused };
		lifted[direction] = state(direction) === "empty" ? "" : sourceOf(definition, text);
	}
	return {
		imports: statements.filter((one) => importedNames(one).some((name) => needed.has(name))).map(({ from, to }) => text.slice(from, to)),
		upgrade: lifted.downgrade,
		downgrade: lifted.upgrade
	};
}
/** Without the docstring, which the template has of its own. */
function bodyOf({ body }) {
	const [first] = body;
	return first?.kind === "expression" && first.value.kind === "string" ? body.slice(1) : body;
}
function sourceOf(definition, text) {
	const body = bodyOf(definition);
	return text.slice(body[0]?.from ?? 0, body.at(-1)?.to ?? 0).trimEnd();
}
function obstacle(definition, text, statements, needed) {
	const name = `its ${definition.name}()`;
	if (definition.isAsync || definition.decorators.length > 0 || definition.parameters.length > 0) return `${name} is decorated, async or takes parameters`;
	const [first] = bodyOf(definition);
	const source = sourceOf(definition, text);
	const before = text.slice(text.lastIndexOf("\n", (first?.from ?? 0) - 1) + 1, first?.from ?? 0);
	if (source.includes("\n") && before !== "    ") return `${name} is not indented by four spaces`;
	const used = /* @__PURE__ */ new Set();
	const reaching = [];
	walk(definition, (node) => {
		if (bindsUnseen(node)) reaching.push(node);
		if (node.kind === "name") used.add(node.name);
		return true;
	});
	if (reaching.length > 0) return `${name} reaches for names by code`;
	const elsewhere = new Map(statements.flatMap((one) => boundBy(one).map((bound) => [bound, one])));
	for (const one of used) {
		const by = elsewhere.get(one);
		if (by === void 0) continue;
		if (by.kind !== "import" && by.kind !== "import-from") return `${name} uses \`${one}\`, which is defined elsewhere in the file`;
		needed.add(one);
	}
	return statements.some((one) => one.kind === "import-from" && one.names === "*") ? "it imports everything from a module (`import *`)" : null;
}
/** Names that a statement of the module binds, wherever below it. */
function boundBy(statement) {
	if (statement.kind === "import" || statement.kind === "import-from") return importedNames(statement);
	if (statement.kind === "function" || statement.kind === "class") return [statement.name];
	const names = [];
	walk(statement, (node) => {
		if (node.kind === "import" || node.kind === "import-from") names.push(...importedNames(node));
		if (node.kind === "function" || node.kind === "class") names.push(node.name);
		for (const target of targetsOf(node)) walk(target, (one) => names.push(...nameOf(one)) >= 0);
		return node.kind !== "function" && node.kind !== "class";
	});
	return names;
}
const nameOf = (node) => node.kind === "name" ? [node.name] : [];
function targetsOf(node) {
	switch (node.kind) {
		case "assign": return node.targets;
		case "annotated":
		case "augmented":
		case "for":
		case "named":
		case "type-alias": return [node.target];
		case "with": return node.items.flatMap(({ target }) => target ?? []);
		default: return [];
	}
}
function importedNames(statement) {
	if (statement.kind === "import") return statement.modules.map(({ name, alias }) => alias ?? name.split(".")[0] ?? name);
	if (statement.kind !== "import-from" || statement.names === "*") return [];
	return statement.names.map(({ name, alias }) => alias ?? name);
}

// src/remedy/undo.ts
/** A new revision that undoes one that databases have applied: removing its file undoes nothing there. */
/** Its upgrade() is the downgrade() of the reverted revision, word for word, and the other way round. */
function proposeUndo(input) {
	const { id, reverted, parent } = input;
	const nothing = {
		id,
		path: "",
		content: null,
		downRevisions: [parent.id],
		command: ""
	};
	try {
		return undo(input);
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return {
			revision: nothing,
			refused: `${refusalText(error)} (${reverted.path})`
		};
	}
}
function undo(input) {
	const { environment, reverted, parent, template } = input;
	if (environment.databases.length > 0) throw new Refused("its template has functions for each of several databases");
	const lifted = liftReversed(input.source);
	if ("refused" in lifted) throw new Refused(lifted.refused);
	const brought = template === null ? [] : decodeTemplate(template).split(/\r?\n/);
	const bodies = {
		...lifted,
		imports: lifted.imports.filter((line) => !brought.includes(line))
	};
	const message = composeRevert({
		id: reverted.id,
		messages: [reverted.message]
	}, input.messagePattern);
	const { mergeRevision, refused } = renderRevision({
		...input,
		parents: [parent],
		message
	}, bodies);
	const content = mergeRevision.content;
	if (content === null) return {
		revision: mergeRevision,
		refused
	};
	const back = liftReversed(new TextEncoder().encode(content));
	if (!("refused" in back) && back.upgrade === lifted.downgrade && back.downgrade === lifted.upgrade && lifted.imports.every((line) => back.imports.includes(line))) return {
		revision: mergeRevision,
		refused: null
	};
	return {
		revision: {
			...mergeRevision,
			content: null
		},
		refused: "the project's template does not take its body as it is"
	};
}

// src/flows/undo.ts
/** By the id of the revision that is undone; later ones first, each on top of the undo before it. */
async function proposeUndos(request) {
	const { environment, config, base, merged, changes, clock } = request;
	const { graph } = base;
	const gone = new Set(changes.problems.flatMap((problem) => problem.kind === "deleted" && problem.followers.length === 0 && problem.applied !== "nowhere" ? [problem.revision] : []));
	const undos = /* @__PURE__ */ new Map();
	const template = gone.size === 0 ? null : await templateOf(environment, base, merged);
	let tops = buildGraph(base.revisions.filter(({ id }) => gone.has(id) || merged.graph.revisions.has(id)));
	for (const id of graph.upgradeOrder(graph.realHeads).filter((one) => gone.has(one)).toReversed()) {
		const reverted = graph.revisions.get(id);
		const above = tops.realHeads.filter((head) => head === id || tops.ancestors([head]).has(id));
		const parent = tops.revisions.get(above[0] ?? "");
		if (reverted === void 0 || parent === void 0) continue;
		const undo = proposeUndo({
			environment,
			reverted,
			parent,
			source: await base.bytes(reverted.path),
			template,
			messagePattern: config.messagePattern === null ? null : new RegExp(config.messagePattern, "u"),
			id: clock.newId(),
			moment: clock.now(),
			localTimeZone: clock.timeZone,
			exists: (path) => merged.tree.entries.has(path) || base.tree.entries.has(path)
		});
		undos.set(id, above.length === 1 ? undo : {
			...undo,
			refused: SEVERAL
		});
		tops = buildGraph([...tops.revisions.values(), standIn(parent, undo)]);
	}
	return undos;
}
const SEVERAL = "several heads stand on it, which a merge revision has to join first";
/** As far as the graph asks. */
const standIn = (parent, { revision: { id, path } }) => ({
	...parent,
	id,
	path,
	downRevisions: [parent.id],
	dependsOn: [],
	branchLabels: []
});

// src/flows/judge.ts
/** One environment, statically: histories read, compared and cured. What a database shows is added afterwards. */
async function judgeEnvironment(request) {
	const { judged, config, sides, paths, clock, repository } = request;
	const { environment } = judged;
	const compared = await compareSides(request);
	const { base, head, merged, changes, conflicts, trunks } = compared;
	const known = conflicts.length === 0;
	const unread = merged.unread.filter(({ path }) => !conflicts.includes(path));
	const reading = readingFindings({
		...merged,
		unread
	}, base, environment.name);
	const undos = await proposeUndos({
		environment,
		config,
		base,
		merged,
		changes,
		clock
	});
	const historyIn = (rewrites) => historyFindings(changes, environment.name, branchName(sides.base.ref), {
		undos,
		rewrites
	});
	const history = historyIn(/* @__PURE__ */ new Map());
	const curable = known && merged.unread.length === 0;
	const overlaps = curable ? await siblingOverlaps(merged, changes, environment, config.engine) : [];
	const wish = {
		...request.wish,
		id: request.wish?.id ?? clock.newId()
	};
	const graphsOfTrunks = trunks.map(({ graph }) => graph);
	const cure = (relation) => resolve({
		environment,
		config,
		base,
		merged,
		trunks: graphsOfTrunks,
		repository,
		clock,
		sides: relation,
		...wish
	});
	const found = (rewrites) => {
		const { findings, onBase } = historyIn(rewrites);
		return [
			...reading.findings,
			...findings,
			...overlaps.map((overlap) => siblingFinding(overlap, environment.name)),
			...onBase.map((finding) => ({
				...finding,
				severity: "warning"
			}))
		];
	};
	const isOwn = concerning(environment, config);
	const graphs = {
		base: base.graph,
		head: head.graph,
		merged: known ? merged.graph : null
	};
	const provable = isProvable({
		...changes,
		graphs: {
			base: base.graph,
			after: (known ? merged : head).graph
		},
		touchesCode: [...paths].some((path) => isOwn(path) && runsOrModels(path, environment))
	});
	const describe = (resolution) => describeEnvironment({
		environment,
		graphs,
		changes,
		provable,
		resolution
	});
	return {
		judged,
		facts: {
			report: describe(curable ? await cure(sameObjects(merged.graph.realHeads, overlaps)) : null),
			touched: [...paths].some((path) => concernsAll(path) || isOwn(path)),
			findings: found(/* @__PURE__ */ new Map()),
			notEvaluated: [
				...conflicts.map(conflictSentence),
				...reading.notEvaluated,
				...history.notEvaluated
			],
			onBase: [...reading.onBase, ...history.onBase.map(({ message }) => message)]
		},
		...compared,
		cure,
		found,
		describe
	};
}
/** The histories on all sides, and what became of the base's. */
async function compareSides(request) {
	const { config, sides, cache, demandTime, repository } = request;
	const { environment } = request.judged;
	const read = (tree) => readHistory(tree, environment, cache, demandTime);
	const base = await read(sides.base.tree);
	const head = await read(sides.head.tree);
	const merged = await read(sides.merged.tree);
	const mergeBase = sides.ancestor === null ? null : await read(sides.ancestor);
	const conflicts = sides.merged.conflicts.filter(concerning(environment, { models: [] }));
	const after = conflicts.length === 0 ? merged : head;
	const trunks = await trunkGraphs(request.trunks, read);
	const histories = [base.graph, after.graph];
	const deployed = await deployedStates(config.deployed, environment, histories, repository);
	return {
		base,
		head,
		merged,
		changes: compareHistories({
			base: {
				...base,
				name: branchName(sides.base.ref),
				fingerprints: await fingerprints(base, after)
			},
			mergeBase,
			head: {
				...head,
				fingerprints: await fingerprints(head, base)
			},
			merged: after === head ? null : {
				...merged,
				fingerprints: await fingerprints(merged, base)
			},
			expected: environment.expectedHeads,
			baseIsTrunk: request.trunks.baseIsTrunk,
			trunks,
			squash: config.squash,
			deployed
		}),
		deployed,
		conflicts,
		trunks
	};
}
/** Revisions are compared one by one, and the template of new ones is never run. */
const runsOrModels = (path, environment) => !isRevisionFile(path, environment) && !path.endsWith("/script.py.mako");
/** What the sources say of a fork's sides; running them may show more. */
function sameObjects(heads, overlaps) {
	const ours = overlaps.filter((overlap) => overlap.heads.every((head) => heads.includes(head)));
	const objects = [...new Set(ours.flatMap((overlap) => overlap.objects))];
	return objects.length === 0 ? null : {
		kind: "same-objects",
		objects
	};
}
/** Of the files that the other side has not got just so: whether only their layout differs. */
async function fingerprints(side, other) {
	const differing = side.revisions.map(({ path }) => path).filter((path) => side.oids.get(path) !== other.oids.get(path));
	const made = await Promise.all(differing.map(async (path) => [path, fingerprint(await side.bytes(path))]));
	return new Map(made.flatMap(([path, print]) => print === null ? [] : [[path, print]]));
}
const trunkGraphs = ({ others }, read) => Promise.all(others.map(async ({ name, tree }) => ({
	name,
	graph: (await read(tree)).graph
})));
const conflictSentence = (path) => `${path} conflicts with the base, so nobody can say which revisions the merge will have: resolve the conflict`;

// src/verify/contradiction.ts
/** One sentence; null where it agrees with itself. */
function contradictionOf(declared) {
	if (declared?.command === void 0 || declared.xArgs === void 0) return null;
	return "the configuration has x-args beside command, and a command says its own arguments: write them into it and take x-args out";
}

// src/flows/reported.ts
/** What another run saw on a database, in the light of which we say what we say; what it cannot be believed in is left out. */
/** `reported` is null for whoever runs the migrations himself. */
async function asReported(one, reported) {
	const run = reported?.(one.facts.report) ?? null;
	return run === null ? one : squashesAsReported(await cureAsReported(one, run), run);
}
/**
* Whoever judges without a database cannot see that the cure does not run or needs its parents in another order. A run
* that saw it is believed, because neither can make a history pass: one withholds the cure, the other joins the same heads.
*/
async function cureAsReported(one, run) {
	const { facts, cure, describe } = one;
	const own = facts.report.resolution;
	if (own === null || run.cure === null) return one;
	const { parents, reParents, refused } = run.cure;
	const [runLast] = parents;
	const isOtherOrder = runLast !== void 0 && reorders(parents, own.mergeRevision.downRevisions);
	const difference = orderDifference(run) ?? "as the run on a database reports";
	const known = (isOtherOrder ? await cure({
		kind: "orders-differ",
		difference,
		runLast
	}) : null) ?? own;
	const careful = refused === null ? known : {
		...known,
		refused,
		reParent: reParents ? known.reParent : null
	};
	return {
		...one,
		facts: {
			...facts,
			report: describe(careful)
		}
	};
}
/**
* That a squash holds is believed, since the base's own configuration declares it. That an edit of a merged revision is
* harmless is not: it would turn an error of the sources into a pass by what the pull request's own code reports.
*/
function squashesAsReported(one, { database }) {
	const cuts = one.changes.problems.flatMap((problem) => problem.kind === "squash" ? [problem.at] : []);
	const wanted = rewrittenRevisions(one.changes).filter((id) => cuts.includes(id));
	if (wanted.length === 0) return one;
	const shown = shownOf(database);
	const unshown = wanted.filter((id) => !shown.has(id));
	const findings = one.found(new Map([...shown].filter(([id]) => wanted.includes(id))));
	const notEvaluated = unshown.map((id) => `the run on a database did not show what the squash at ${id} gives`);
	return {
		...one,
		facts: {
			...one.facts,
			findings,
			notEvaluated: [...one.facts.notEvaluated, ...notEvaluated]
		}
	};
}
/** Of rewritten revisions, those for which the proof decided. */
function shownOf({ engine, version, rewrites = [] }) {
	return new Map(rewrites.flatMap(({ revision, outcome, reason }) => outcome === "not-evaluated" ? [] : [[revision, {
		where: `${engine} ${version}`,
		difference: outcome === "same" ? null : reason ?? "it differs"
	}]]));
}
const reorders = (theirs, ours) => theirs.join() !== ours.join() && theirs.toSorted().join() === ours.toSorted().join();
function orderDifference({ database }) {
	const [first] = database.proofs.find(({ name }) => name === "order")?.differences ?? [];
	return first === void 0 ? null : differenceInWords(first);
}

// src/verify/run-dialect.ts
/** Which engine a project speaks, asked of the project itself: its first connection attempt is stopped and tells. */
/** Runs env.py until it connects; no server is needed and none is reached. */
async function askDialect(request, startDriver) {
	try {
		var _usingCtx$2 = _usingCtx();
		const limitMs = request.config.timeouts.step * 1e3;
		const started = await startDriver({
			environment: request.environment,
			tree: request.merged.directory,
			checkout: request.checkout,
			family: null,
			scratch: () => Promise.reject(/* @__PURE__ */ new Error("no database is given to a project that is only asked for its dialect")),
			startMs: limitMs
		});
		if (started.kind === "refused") return answer(started.failure, started.interpreter);
		const driver = _usingCtx$2.a(started.driver);
		const ran = await driver.migrate([], {
			stepMs: limitMs,
			totalMs: limitMs
		});
		if (ran.kind !== "done") return answer(ran.failure, driver.interpreter);
		return {
			kind: "refused",
			reason: "env.py came to its end without connecting; name the engine with `engine:`."
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** Without these no migration runs either, whatever the engine. */
const STOPS_ANY_RUN = /* @__PURE__ */ new Set([
	"no-python",
	"no-alembic",
	"missing-module"
]);
function answer(failure, interpreter) {
	if (failure.kind === "foreign-dialect" && failure.subject !== null) return {
		kind: "dialect",
		dialect: failure.subject
	};
	return {
		kind: "refused",
		reason: explainFailure(failure, interpreter) + (STOPS_ANY_RUN.has(failure.kind) ? "" : " Or name the engine with `engine:`, so that it need not be asked.")
	};
}

// src/flows/engine-of.ts
/** What passes on SQLite says so little that nobody gets it without having asked for it. */
const UNCHOSEN = "The project speaks SQLite here, which nothing is proved on unless somebody chooses it: write `engine: sqlite` if production runs on SQLite, else name production’s engine (`engine: mysql`), or judge the graph alone with `database: none`";
/** Throws UsageError where the dialect decides nothing. */
function engineOf(dialect) {
	const [name = ""] = dialect.split("+");
	if (name === "sqlite") throw new UsageError(UNCHOSEN);
	if (name === "mysql" || name === "mariadb" || name === "postgresql") return name;
	throw new UsageError(`the project speaks SQLAlchemy's dialect ${dialect}, for which there is no proof: name one of mysql, mariadb, postgresql with --engine, or judge the graph alone with --database none`);
}

// src/flows/apply-cure.ts
/** Writes the suggested cure into a tree of our own, so that it can be run before anybody sees it. */
/** Which of the two would be run: the recommended one, or the only one that can be written. */
function runnable({ recommended, mergeRevision, reParent }) {
	if (reParent !== null && (recommended === "re-parent" || mergeRevision.content === null)) return "re-parent";
	return mergeRevision.content === null ? null : "merge-revision";
}
/** `write` puts a file into the tree that the proof runs. */
function cureFor({ resolution, merged, resolveAgain }, write) {
	const apply = async (relation) => {
		const known = relation === null ? resolution : await resolveAgain(relation) ?? resolution;
		const kind = runnable(known);
		if (kind === null) return {
			resolution: known,
			tried: null
		};
		const files = await filesOf(known, kind, merged);
		for (const [path, text] of files) await write(path, text);
		return {
			resolution: known,
			tried: {
				kind,
				graph: graphWith(files, merged)
			}
		};
	};
	return {
		heads: resolution.mergeRevision.downRevisions,
		apply
	};
}
/** Texts by path, as the cure leaves them. */
async function filesOf({ mergeRevision, reParent }, kind, merged) {
	if (kind === "merge-revision") return /* @__PURE__ */ new Map([[mergeRevision.path, mergeRevision.content ?? ""]]);
	const edits = reParent?.edits ?? [];
	const texts = [...new Set(edits.map(({ path }) => path))].map(async (path) => {
		const text = new TextDecoder().decode(await merged.bytes(path));
		const own = edits.filter((edit) => edit.path === path);
		return [path, applyEdits(text, own)];
	});
	return new Map(await Promise.all(texts));
}
function graphWith(files, { revisions }) {
	const written = [...files].flatMap(([path, text]) => {
		const reading = readRevision(path, new TextEncoder().encode(text));
		return reading.kind === "revision" ? [reading.revision] : [];
	});
	return buildGraph([...revisions.filter(({ path }) => !files.has(path)), ...written]);
}

// src/flows/foundation.ts
/** The command that makes the database of the base, with its version rows; null where migrations or a dump do. */
function creatingCommand({ declared }) {
	const made = declared?.baseState ?? "migrations";
	return typeof made === "object" && "command" in made ? made.command : null;
}
/** The command whose result is held to the migrations; null where that is not asked for, or nobody said which. */
function installingCommand(environment, config) {
	const asked = config.proofs["fresh-install"] ?? false;
	if (asked === false) return null;
	const named = typeof asked === "object" ? asked["command"] : void 0;
	return typeof named === "string" ? named : creatingCommand(environment);
}
/** `directory`: an export of the base. Throws UsageError where a dump is not there. */
async function foundationOf(environment, sides, directory) {
	const command = creatingCommand(environment);
	if (command !== null) return directory === null ? null : {
		kind: "command",
		command,
		directory
	};
	const made = environment.declared?.baseState;
	if (typeof made !== "object" || !("dump" in made)) return null;
	const path = joinPath("", made.dump) ?? made.dump;
	for (const { tree } of [sides.base, sides.merged]) {
		const bytes = tree.entries.get(path)?.kind === "file" ? (await tree.read([path])).get(path) : void 0;
		if (bytes) return {
			kind: "dump",
			path,
			bytes
		};
	}
	throw new UsageError(`The base has no file \`${made.dump}\`, which \`base-state: {dump: …}\` names: commit it, or correct the path, which is relative to the repository.`);
}
/** Whether the deploy command is run: on the base's own tree first, so that the database is as its last deployment left it. */
const deploysTwice = ({ proofs }) => (proofs["two-deployers"] ?? false) !== false;

// src/flows/early-server.ts
/** null where the project has to be asked first which engine it speaks. One that nobody takes is closed on dispose. */
function startEarly({ engine }, open) {
	if (engine === null || engine === "sqlite") return null;
	const opening = open(engine);
	opening.catch(() => void 0);
	let isTaken = false;
	return {
		take() {
			isTaken = true;
			return opening;
		},
		async [Symbol.asyncDispose]() {
			if (isTaken) return;
			await opening.then((server) => server[Symbol.asyncDispose](), () => void 0);
		}
	};
}

// src/flows/prepare.ts
/** Throws UsageError with what went wrong. */
async function prepare({ environment, checkout, directory, limitMs }, ports) {
	const { carry = [], setup } = environment.declared ?? {};
	if (carry.length > 0 && directory !== checkout) await ports.carry(carry, checkout, directory);
	if (setup === void 0) return;
	const end = await ports.runCommand({
		command: setup,
		environment,
		tree: directory,
		checkout,
		family: null,
		own: null,
		scratch: () => Promise.reject(/* @__PURE__ */ new Error("this command prepares files and gets no database")),
		limitMs
	});
	if (end.kind === "done") return;
	const words = end.lastWords === "" ? "" : `: ${end.lastWords}`;
	const how = end.kind === "timeout" ? "does not end within its limit (`timeouts: {step: …}`)" : `ends with ${end.how}`;
	throw new UsageError(`\`setup: ${setup}\` ${how}${words}.`);
}

// src/flows/said-python.ts
/** Where it cannot be started, the reason of the failure names it. */
function sayingItsPython(start, log) {
	let said = false;
	return async (request) => {
		const started = await start(request);
		if (started.kind === "started" && !said) {
			said = true;
			log.note(`python: ${words(started.driver)}`);
		}
		return started;
	};
}
function words({ interpreter, versions }) {
	if (versions === null) return `whatever ${interpreter} runs`;
	const { python, alembic, sqlalchemy } = versions;
	return `${interpreter}: Python ${python}, Alembic ${alembic}, SQLAlchemy ${sqlalchemy}`;
}

// src/flows/prove.ts
/** Never throws for what the project or the server does: that is a reason. */
async function prove(request, ports) {
	try {
		try {
			var _usingCtx$1 = _usingCtx();
			const { environment, config, forked } = request;
			const checkout = ports.repository.root;
			const drivers = _usingCtx$1.a(await ports.driversAhead?.(environment) ?? null);
			const early = _usingCtx$1.a(startEarly(config, (engine) => ports.openServer(config, engine, environment, checkout)));
			const code = _usingCtx$1.a(await treeToRun(request, ports));
			drivers?.ahead({
				environment,
				checkout,
				tree: code.path
			});
			const asksModels = config.proofs.drift !== false || config.proofs["old-code"] !== false;
			const differs = differsBesideRevisions(request);
			const baseRuns = request.baseCodeDiffers || differs;
			const needsBase = baseRuns || creatingCommand(environment) !== null || installingCommand(environment, config) !== null || deploysTwice(config);
			const baseCode = _usingCtx$1.a(needsBase ? await checkOut(request.sides.base.sha, request, ports) : null);
			const inPlace = !baseRuns && code.path === checkout;
			const engine = config.engine ?? await engineOfProject(request, {
				tree: code.path,
				checkout
			}, portsOf(ports, drivers));
			const keeping = engine === "sqlite" ? null : keptBase(request, {
				baseRuns,
				inPlace
			}, ports).catch(() => null);
			const server = _usingCtx$1.a(await (early?.take() ?? ports.openServer(config, engine, environment, checkout)));
			const kept = await keeping;
			ports.log.note(`server: ${server.product} ${server.version} (${server.source})`);
			return await ports.runProofs({
				environment,
				config,
				checkout,
				base: {
					graph: request.base,
					heads: request.base.heads,
					directory: baseRuns ? baseCode?.path ?? null : null,
					replaceable: !request.baseCodeDiffers,
					models: differs && asksModels ? baseCode?.path ?? null : null,
					foundation: await foundationOf(environment, request.sides, baseCode?.path ?? null),
					tree: baseCode?.path ?? null
				},
				merged: {
					graph: request.merged,
					directory: code.path
				},
				added: request.added,
				keep: request.keep,
				rewritten: request.rewritten,
				irreversible: request.irreversible,
				seed: await seedOf(request),
				deployed: request.deployed,
				install: installingCommand(environment, config),
				cure: forked === null ? null : cureFor(forked, code.write)
			}, {
				...portsOf(ports, drivers),
				server,
				...kept === null ? {} : { kept }
			});
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	} catch (error) {
		if (error instanceof UsageError) return {
			kind: "not-evaluated",
			reason: error.message
		};
		throw error;
	}
}
function portsOf({ startDriver, runCommand, now, log }, drivers) {
	return {
		startDriver: sayingItsPython(drivers?.start ?? startDriver, log),
		...drivers === null ? {} : { startAhead: (place) => drivers.ahead(place) },
		runCommand,
		now,
		progress: log.progress
	};
}
/**
* The code that runs is the would-be merge: in place where the checkout is exactly that, else an export of it, so that
* a stale working tree can neither pass nor fail for the merge. A cure is written into an export only.
*/
async function treeToRun(request, ports) {
	const { repository } = ports;
	const { sides, forked } = request;
	if (forked !== null && runnable(forked.resolution) !== null || (await repository.workingTree()).treeId !== sides.merged.treeId) return checkOut(sides.merged.treeId, request, ports);
	await prepareIn(repository.root, request, ports);
	return {
		path: repository.root,
		write: (path) => Promise.reject(/* @__PURE__ */ new Error(`${path} would be written into the user's own checkout`)),
		[Symbol.asyncDispose]: () => Promise.resolve()
	};
}
/** The whole tree that makes the base state, less the new revisions, which it does not run; and what surrounds it. */
async function keptBase({ environment, config, sides, merged, added }, { baseRuns, inPlace }, ports) {
	const { carry, setup, baseState } = environment.declared ?? {};
	if (carry !== void 0 || setup !== void 0) return null;
	const opened = await ports.keptStates?.(environment, inPlace) ?? null;
	if (opened === null) return null;
	const left = new Set(baseRuns ? [] : added.map((id) => merged.revisions.get(id)?.path));
	const { entries } = baseRuns ? sides.base.tree : sides.merged.tree;
	const tree = [...entries.values()].filter(({ path }) => !left.has(path)).map(({ path, kind, oid }) => `${kind} ${oid} ${path}`).join("\n");
	const dump = typeof baseState === "object" && "dump" in baseState ? joinPath("", baseState.dump) : null;
	const dumps = dump === null ? [] : [sides.base, sides.merged].map(({ tree: { entries: all } }) => all.get(dump)?.oid);
	const settings = JSON.stringify([
		environment,
		config.server,
		config.timeouts.step,
		dumps
	]);
	return {
		states: opened.states,
		made: [
			tree,
			settings,
			...opened.surroundings
		],
		note: ports.log.note
	};
}
/** Models may come from any file, so every other one counts. */
function differsBesideRevisions({ environment, sides }) {
	const before = sides.base.tree.entries;
	const after = sides.merged.tree.entries;
	const isRevision = (path) => environment.versionLocations.some((location) => path.startsWith(`${location}/`));
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].some((path) => !isRevision(path) && before.get(path)?.oid !== after.get(path)?.oid);
}
/** The base's: a pull request does not choose the rows that it is proved on. */
async function seedOf({ config, sides }) {
	const path = config.seed === null ? null : joinPath("", config.seed);
	if (path === null) return null;
	const bytes = (await sides.base.tree.read([path])).get(path);
	return {
		path,
		text: bytes === void 0 ? null : new TextDecoder().decode(bytes)
	};
}
async function checkOut(treeish, request, ports) {
	const directory = await ports.temporaryDirectory();
	try {
		await ports.repository.export(treeish, directory.path);
		await prepareIn(directory.path, request, ports);
		return directory;
	} catch (error) {
		await directory[Symbol.asyncDispose]();
		throw error;
	}
}
async function prepareIn(directory, { environment, config }, ports) {
	const limitMs = config.timeouts.step * 1e3;
	await prepare({
		environment,
		checkout: ports.repository.root,
		directory,
		limitMs
	}, ports);
}
/** Asks the project itself which database it speaks; throws UsageError where it does not say. */
async function engineOfProject({ environment, config, merged }, { tree, checkout }, ports) {
	ports.progress("Asking the project for its dialect");
	const answer = await askDialect({
		environment,
		config,
		checkout,
		merged: {
			graph: merged,
			directory: tree
		}
	}, ports.startDriver);
	if (answer.kind === "refused") throw new UsageError(answer.reason);
	return engineOf(answer.dialect);
}

// src/flows/prove-environment.ts
/** Adds to what is known of an environment what a database says about it, or why it says nothing. */
/** The facts unchanged where there is nothing to prove, or `database: none`. */
async function proveEnvironment(judged, circumstances, ports) {
	const { facts, merged, base, changes } = judged;
	const { config, sides } = circumstances;
	const { resolution } = facts.report;
	const isAsked = circumstances.keep || facts.report.provable && facts.touched;
	if (config.database === "none" || !isAsked) return facts;
	const reason = await whyNot(judged, circumstances, ports);
	if (reason !== null) return {
		...facts,
		notEvaluated: [...facts.notEvaluated, reason]
	};
	const result = await prove({
		environment: judged.judged.environment,
		config,
		sides,
		base: base.graph,
		merged: merged.graph,
		baseCodeDiffers: changes.changed.length + changes.removed.length > 0,
		added: changes.added.map(({ id }) => id),
		rewritten: rewrittenRevisions(changes),
		irreversible: await irreversible(judged),
		keep: circumstances.keep,
		deployed: config.proofs["start-states"] === false ? [] : judged.deployed,
		forked: resolution === null ? null : {
			resolution,
			merged,
			resolveAgain: judged.cure
		}
	}, ports);
	if (result.kind === "not-evaluated") return {
		...facts,
		notEvaluated: [...facts.notEvaluated, result.reason]
	};
	if (circumstances.keep) return facts;
	const unproved = result.proof.proofs.filter(({ outcome }) => outcome === "not-evaluated");
	return {
		...facts,
		report: {
			...result.resolution === null ? facts.report : judged.describe(result.resolution),
			database: result.proof
		},
		findings: [...judged.found(shownOf(result.proof)), ...proofFindings(result.proof, facts.report.name)],
		notEvaluated: [
			...facts.notEvaluated,
			...(result.proof.rewrites ?? []).flatMap(unshown),
			...unproved.map(({ name, reason: why }) => `${name}: ${why ?? "no reason given"}`)
		]
	};
}
const unshown = ({ revision, outcome, reason }) => outcome === "not-evaluated" ? [`rewritten \`${revision}\`: ${reason ?? "no reason given"}`] : [];
/** What stands in the way of running anything, in one sentence; null where nothing does. */
async function whyNot({ judged, merged, base }, { sides, runCode }, { repository }) {
	if (!merged.graph.loads || !base.graph.loads || merged.unread.some(({ kind }) => kind === "broken")) return "the migrations were not run, because Alembic cannot load them";
	const contradiction = contradictionOf(judged.environment.declared);
	if (contradiction !== null) return contradiction;
	if (runCode || sides.head.sha === null) return null;
	const own = await repository.workingTree();
	if (own.clean && own.commitLike === sides.head.sha) return null;
	return `the migrations were not run, because ${sides.head.ref} is not what the working tree holds: pass --run-code to run its code, or --database none to judge the graph alone`;
}
/** Of the new revisions, those that say of themselves that there is no way back, with their reasons. */
async function irreversible({ merged, changes }) {
	const declared = await Promise.all(changes.added.map(async ({ id, path }) => {
		const migration = readOperations(await merged.bytes(path));
		const reason = migration.kind === "migration" ? irreversibleReason(migration) : null;
		return reason === null ? [] : [[id, reason]];
	}));
	return new Map(declared.flat());
}

// src/flows/unread-places.ts
/**
* Sentences. What is asked for by name and is on neither side is always said; what cannot be read is said where the pull
* request brings it, or changes Python beside it that may be its history.
*/
function unreadProblems(problems, paths) {
	const changedBeside = (file) => [...paths].some((path) => path.endsWith(".py") && isWithin(path, parentOf(file)));
	return problems.filter(({ kind, path, onBase }) => kind === "missing" ? onBase : onBase ? changedBeside(path) : paths.has(path)).map(({ kind, path, line, message }) => kind === "missing" ? message : `${path}:${line}: ${message}`);
}
/** Sentences for changed revisions in folders below a versions directory that is not read recursively. */
async function unreadRevisions(tree, folders, paths) {
	const suspects = [...paths].filter((path) => path.endsWith(".py") && tree.entries.has(path) && folders.some((folder) => isWithin(path, folder)));
	const contents = await tree.read(suspects);
	return suspects.filter((path) => readRevision(path, contents.get(path) ?? /* @__PURE__ */ new Uint8Array()).kind === "revision").map((path) => `${path} is a revision in a folder that Alembic does not read here: declare the environment as recursive (--recursive), or move the file`);
}

// src/flows/sides.ts
/** Throws UsageError where a ref is unknown, none can be the base, or git cannot merge at all. */
async function resolveSides(request, repository, log) {
	const head = await resolveHead(request.head, repository);
	const base = {
		...await resolveBase(request, repository),
		...await stoodOn(request, repository)
	};
	await sayAge(base.ref, repository, log);
	const [baseTree, merged, ancestor] = await Promise.all([
		repository.tree(base.sha),
		repository.merge(base.sha, head.commit),
		repository.mergeBase(base.sha, head.commit)
	]);
	return {
		base: {
			...base,
			tree: baseTree
		},
		head,
		merged,
		ancestor: ancestor === null ? null : await repository.tree(ancestor)
	};
}
async function resolveBase({ base, fetch }, repository) {
	const found = base === null ? await repository.defaultBase() : await named$1(base, fetch, repository);
	if (found === null) throw new UsageError("no branch origin/HEAD, origin/main, origin/master, main or master exists here: name the base with --base");
	if (!fetch) return found;
	await repository.fetch(found.ref);
	return repository.resolve(found.ref);
}
/** A branch that this clone has never seen may be one that is to be fetched. */
async function named$1(ref, fetch, repository) {
	try {
		return await repository.resolve(ref);
	} catch (error) {
		if (!fetch || !(error instanceof UsageError)) throw error;
		await repository.fetch(ref);
		return repository.resolve(ref);
	}
}
const stoodOn = async ({ onto }, repository) => onto === void 0 ? {} : { sha: (await repository.resolve(onto)).sha };
async function resolveHead(head, repository) {
	if (head === null) {
		const { tree, commitLike } = await repository.workingTree();
		return {
			ref: "working tree",
			sha: null,
			commit: commitLike,
			tree
		};
	}
	const { ref, sha } = await repository.resolve(head);
	return {
		ref,
		sha,
		commit: sha,
		tree: await repository.tree(sha)
	};
}
/** A stale base is the commonest wrong green, so its age is always said. */
async function sayAge(ref, repository, log) {
	const fetched = await repository.fetchedAt(ref);
	if (fetched === null) return;
	const minutes = Math.round((Date.now() - fetched.getTime()) / 6e4);
	const age = minutes < 2 ? "just now" : minutes < 120 ? `${String(minutes)} minutes ago` : minutes < 2880 ? `${String(Math.round(minutes / 60))} hours ago` : `${String(Math.round(minutes / 1440))} days ago`;
	log.note(`base: ${ref}, fetched ${age}${minutes >= 60 ? " (--fetch brings it up to date)" : ""}`);
}

// src/flows/trunks.ts
/** Without `trunks:` the default branch is the only one; a repository without any (a bare desk) has its base for one. */
async function findTrunks(config, { base }, repository, log) {
	const standard = config.trunks ?? [(await repository.defaultBase())?.ref ?? base.ref];
	const names = new Set(standard.map(branchName));
	const others = await Promise.all([...names].filter((name) => name !== branchName(base.ref)).map((name) => trunkTree(name, repository, log)));
	return {
		baseIsTrunk: names.has(branchName(base.ref)),
		others: others.filter((trunk) => trunk !== null)
	};
}
/** A trunk that is not in this clone is said, because what landed only there counts as new here. */
async function trunkTree(name, repository, log) {
	for (const ref of [`origin/${name}`, name]) try {
		const { sha } = await repository.resolve(ref);
		return {
			name,
			tree: await repository.tree(sha, ref)
		};
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
	}
	log.warn(`the trunk ${name} is not in this clone, so revisions that landed only there count as new: fetch it`);
	return null;
}

// src/config/weakenings.ts
/**
* What a change of configuration would judge less strictly. Only the direction counts: what becomes stricter is
* nobody's worry, and where the direction cannot be told, as with other options of a rule, the change is named.
*/
/**
* Sentences for `no-gate-weakening`; none where nothing weakens. `defaultSeverity` is the catalogue's severity of a rule
* that a configuration does not mention, under that configuration's profile; without it `error` is assumed.
*/
function weakenings(before, after, defaultSeverity = () => "error") {
	return [
		...weakerBasics(before, after),
		...weakerRules(before, after, defaultSeverity),
		...weakerApproval(before, after),
		...weakerEnvironments(before.environments, after.environments),
		...weakerProofs(before.proofs, after.proofs),
		...weakerScope(before, after)
	];
}
function weakerBasics(before, after) {
	return [
		...when(before.profile !== after.profile && before.profile !== "recommended", `profile ${before.profile} becomes ${after.profile}`),
		...when(before.deploys === "rolling" && after.deploys === "stop", "deploys rolling becomes stop, so old code is no longer considered"),
		...when(before.database !== "none" && after.database === "none", "database becomes none, so nothing is proved"),
		...when(before.engine !== null && before.engine !== after.engine, `engine ${before.engine ?? ""} becomes ${after.engine ?? "undeclared"}`),
		...when(before.engine === null && after.engine === "sqlite", "engine becomes sqlite, so nothing is proved on a server"),
		...when(before.server.version !== void 0 && after.server.version === void 0, "server.version is no longer declared"),
		...when(!before.allowRemote && after.allowRemote, "allow-remote is turned on, so servers that are not local may be used"),
		...when(before.messagePattern !== null && before.messagePattern !== after.messagePattern, `message-pattern ${before.messagePattern ?? ""} becomes ${after.messagePattern ?? "unset"}`)
	];
}
function weakerRules(before, after, defaultSeverity) {
	const rules = /* @__PURE__ */ new Set([...Object.keys(before.rules), ...Object.keys(after.rules)]);
	const none = { options: {} };
	return [...rules].sort().flatMap((rule) => {
		const old = before.rules[rule] ?? none;
		const next = after.rules[rule] ?? none;
		const oldSeverity = old.severity ?? defaultSeverity(rule, before.profile);
		const nextSeverity = next.severity ?? defaultSeverity(rule, after.profile);
		return [
			...when(SEVERITIES.indexOf(nextSeverity) < SEVERITIES.indexOf(oldSeverity), `rule ${rule} goes from ${oldSeverity} to ${nextSeverity}`),
			...when(next.paths !== void 0 && !isDeepStrictEqual(old.paths, next.paths), `rule ${rule} holds for other paths`),
			...when(!isDeepStrictEqual(old.options, next.options), `rule ${rule} has other options`)
		];
	});
}
function weakerApproval(before, after) {
	return [
		...after.suppress.filter((entry) => !before.suppress.some((old) => isDeepStrictEqual(old, entry))).map(({ rule, path, revision, reason }) => {
			return `rule ${rule} is suppressed for ${path ?? (revision === void 0 ? "everywhere" : `revision ${revision}`)}: ${reason}`;
		}),
		...gone(before.protectedRules, after.protectedRules).map((rule) => `rule ${rule} is no longer protected`),
		...gone(after.approvers.users, before.approvers.users).map((user) => `user ${user} becomes an approver`),
		...gone(after.approvers.teams, before.approvers.teams).map((team) => `team ${team} becomes an approver`),
		...when(!before.commands.author && after.commands.author, "authors without write access may give commands")
	];
}
function weakerEnvironments(before, after) {
	const removed = before.flatMap((old) => {
		const next = after.find((candidate) => identity(candidate) === identity(old));
		if (next === void 0) return [`environment ${identity(old)} is no longer declared`];
		return [
			...when(!samePlace(old, next), `environment ${identity(old)} is looked for in another place`),
			...when(!isDeepStrictEqual(old.baseState, next.baseState), `environment ${identity(old)} has another base-state`),
			...when(!isDeepStrictEqual(old.command, next.command), `environment ${identity(old)} runs another command`)
		];
	});
	const raised = after.flatMap((next) => {
		const old = before.find((candidate) => identity(candidate) === identity(next))?.expectedHeads ?? 1;
		const now = next.expectedHeads ?? 1;
		return when(allowsMore(old, now), `environment ${identity(next)} may have ${headsInWords(now)} instead of ${headsInWords(old)}`);
	});
	return [...removed, ...raised];
}
function identity(declared) {
	return declared.name ?? declared.scriptLocation ?? declared.ini ?? declared.versionLocations?.join(", ") ?? "(unnamed)";
}
function samePlace(a, b) {
	const place = ({ ini, scriptLocation, versionLocations, recursive }) => [
		ini,
		scriptLocation,
		versionLocations,
		recursive
	];
	return isDeepStrictEqual(place(a), place(b));
}
/** A table of labels is stricter than its total, so leaving one allows more as well. */
function allowsMore(before, after) {
	if (total(after) > total(before)) return true;
	if (typeof before === "number") return false;
	return typeof after === "number" || Object.entries(after).some(([label, heads]) => heads > (before[label] ?? 0));
}
function total(heads) {
	return typeof heads === "number" ? heads : Object.values(heads).reduce((sum, each) => sum + each, 0);
}
function headsInWords(heads) {
	if (typeof heads === "number") return heads === 1 ? "1 head" : `${heads} heads`;
	return Object.entries(heads).map(([label, each]) => `${each} of ${label}`).join(" and ");
}
function weakerProofs(before, after) {
	return Object.keys(before).flatMap((name) => {
		const old = before[name] ?? false;
		const next = after[name] ?? false;
		if (old === false) return [];
		if (next === false) return [`proof ${name} is turned off`];
		return when(old !== next && typeof next !== "boolean" && !isDeepStrictEqual(old, next), `proof ${name} has other options`);
	});
}
function weakerScope(before, after) {
	const squashed = after.squash.filter((entry) => !before.squash.some((old) => isDeepStrictEqual(old, entry)));
	return [
		...when(!isDeepStrictEqual(before.trunks, after.trunks), `trunks are ${after.trunks?.join(", ") ?? "the default branch"} instead of ${before.trunks?.join(", ") ?? "the default branch"}`),
		...gone(before.models, after.models).map((glob) => `models ${glob} are no longer watched`),
		...gone(before.deployed, after.deployed).map((state) => `${state} no longer counts as deployed`),
		...squashed.map(({ replaces, at }) => `${replaces.length} revisions are declared squashed into ${at}`),
		...when(before.tableSizes !== null && before.tableSizes !== after.tableSizes, "table-sizes is another file, or none"),
		...when(before.seed !== null && before.seed !== after.seed, "seed is another file, or none")
	];
}
/** What the first list has and the second has not. */
function gone(list, other) {
	return list.filter((item) => !other.includes(item));
}
function when(holds, sentence) {
	return holds ? [sentence] : [];
}

// src/flows/weakenings-of.ts
/** `hidden` are sentences about places. */
function weakeningsOf(change, hidden, judged) {
	return [...hidden.map((what) => ({
		path: null,
		what
	})), ...ofConfiguration(change, judged)];
}
function ofConfiguration(change, judged) {
	switch (change.kind) {
		case "none": return [];
		case "changed": return weakenings(change.before, change.after, defaultSeverity).map((what) => ({
			path: change.path,
			what
		}));
		case "brought": return judged.flatMap(raisedHeads).map((what) => ({
			path: change.path,
			what
		}));
	}
}
/** Who installs the gate is judged by the own configuration, but a fork that it brings along is not made legal by it. */
function raisedHeads({ judged: { environment, base: before }, base }) {
	const { name, expectedHeads } = environment;
	const expected = typeof expectedHeads === "number" ? expectedHeads : Object.values(expectedHeads).reduce((sum, heads) => sum + heads, 0);
	const had = base.graph.heads.length;
	return before !== null && expected > Math.max(1, had) ? [`environment ${name} may have ${String(expected)} heads where the base has ${String(had)}`] : [];
}
/** Under a configuration that does not mention the rule. */
function defaultSeverity(rule, profile) {
	return describedRule(rule)?.severity[profile] ?? "error";
}

// src/flows/check.ts
/**
* The whole story of one check: two sides, the configuration that judges, every environment read, compared and cured,
* its new revisions proved on a throwaway server, one report.
*/
/** Throws UsageError where there is nothing to judge by: an unknown ref, a broken configuration, no environment. */
async function check(request, ports) {
	const blind = blindness();
	if (blind !== null) throw new UsageError(blind);
	const watch = stopwatch(ports.now);
	const sides = await resolveSides(request, ports.repository, ports.log);
	watch.lap("git");
	const { config, change } = await judgingConfiguration(request.configuration, sides);
	const found = await findEnvironments(sides, config, request.configuration.locations);
	if (found.environments.length === 0) throw new UsageError(found.problems[0]?.message ?? noEnvironment(sides.merged.tree));
	watch.lap("configuration");
	const paths = changedPaths(sides.base.tree, sides.merged.tree);
	const trunks = await findTrunks(config, sides, ports.repository, ports.log);
	const { readings: cache = /* @__PURE__ */ new Map() } = ports;
	const demandTime = timeLimit(ports);
	const judged = [];
	for (const environment of named(found.environments, request.environment)) {
		const one = await judgeEnvironment({
			judged: environment,
			config,
			sides,
			paths,
			trunks,
			repository: ports.repository,
			clock: ports.clock,
			cache,
			demandTime,
			...request.wish === void 0 ? {} : { wish: request.wish }
		});
		judged.push(await asReported(one, request.reported));
	}
	watch.lap("history");
	const context = await lintContext(judged, config, sides, request.approvals);
	const environments = [];
	for (const environment of judged) {
		const { runCode, keep = false } = request;
		const proved = await proveEnvironment(environment, {
			config,
			sides,
			runCode,
			keep
		}, ports);
		environments.push(await lintEnvironment(environment, proved, context, request.reported));
	}
	watch.lap("proof");
	const findings = await approvedAsTheyAre(gateWeakeningFindings(weakeningsOf(change, found.hidden, judged)), context);
	return composeReport({
		version: request.version,
		base: {
			ref: sides.base.ref,
			sha: sides.base.sha
		},
		head: {
			ref: sides.head.ref,
			sha: sides.head.sha
		},
		environments,
		findings,
		approvals: [...context.approvals].map(([path, by]) => ({
			path,
			by
		})),
		notEvaluated: [...unreadProblems(found.problems, paths), ...await unreadRevisions(sides.merged.tree, found.notRead, paths)],
		timings: watch.laps
	});
}
function named(environments, name) {
	if (name === void 0) return environments;
	const found = environments.filter(({ environment }) => environment.name === name);
	if (found.length > 0) return found;
	const names = environments.map(({ environment }) => environment.name).join(", ");
	throw new UsageError(`there is no environment ${name} here: name one of ${names}`);
}
function timeLimit({ now, limitMs }) {
	const start = now();
	return () => {
		if (limitMs !== void 0 && now() - start > limitMs) throw new UsageError(`reading its files takes more than ${limitMs / 1e3} s: make it smaller`);
	};
}
function stopwatch(now) {
	const laps = {};
	let last = now();
	return {
		laps,
		lap(name) {
			const time = now();
			laps[name] = Math.round(time - last);
			last = time;
		}
	};
}

// src/io/clock.ts
/** Time and chance, the two things a verdict must not depend on and a new revision cannot do without. */
function systemClock() {
	return {
		now: () => ({ epochMicroseconds: Math.round((performance.timeOrigin + performance.now()) * 1e3) }),
		timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		newId: () => randomBytes(6).toString("hex")
	};
}

// src/io/write-inside.ts
/** Writing one file into a directory of ours whose contents are somebody else's: their links lead nowhere else. */
/** `file` is relative, without `..`. Throws UsageError where a link on its way leads outside of `directory`. */
async function writeInside(directory, file, text) {
	const target = join$1(directory, file);
	await mkdir(dirname(target), { recursive: true });
	const [inside, root] = await Promise.all([realpath(dirname(target)), realpath(directory)]);
	if (inside !== root && !inside.startsWith(root + sep)) throw new UsageError(`${file} lies outside of the repository: nothing is written there.`);
	await writeFile(target, text);
}

// src/entry/ports.ts
/** The real ports of a check; what only a proof needs is loaded when a proof runs. */
function checkPorts(repository, log, { python = "", keptStates } = {}) {
	let watching;
	const watched = () => watching ??= startWatch();
	const withPython = (request) => {
		const { environment } = request;
		if (python === "") return request;
		return {
			...request,
			environment: {
				...environment,
				declared: {
					...environment.declared,
					python
				}
			}
		};
	};
	const runCommand = async (request) => (await import("./command-part2.js")).commandRunner(await watched())(withPython(request));
	return {
		repository,
		log,
		clock: systemClock(),
		now: () => performance.now(),
		startDriver: async (request) => {
			const command = request.environment.declared?.command;
			if (command !== void 0) return (await import("./command-driver-part.js")).commandDriver(command, runCommand)(request);
			const { driverStarter } = await import("./start-part2.js");
			return driverStarter(void 0, await watched())(withPython(request));
		},
		driversAhead: async ({ declared }) => declared?.command === void 0 ? openAhead(await watched(), withPython) : null,
		runCommand,
		carry: async (paths, from, to) => (await import("./carry-part.js")).carry(paths, from, to),
		openServer: async (config, engine, environment, checkout) => {
			if (engine === "sqlite") {
				const { openSqlite } = await import("./sqlite-part.js");
				return openSqlite({
					...withPython({
						config,
						environment,
						checkout
					}),
					variables: process.env,
					watch: await watched()
				});
			}
			const { openServer } = await import("./open-part3.js");
			return openServer({
				config,
				engine,
				environment: process.env,
				watch: await watched()
			});
		},
		runProofs: async (request, ports) => (await import("./run-part.js")).runProofs(request, ports),
		async keptStates(environment, inPlace) {
			const { openKept } = await import("./open-part2.js");
			const access = keptStates ?? null;
			return openKept({
				...withPython({ environment }),
				repository,
				inPlace,
				access,
				variables: process.env,
				tool: VERSION
			});
		},
		async temporaryDirectory() {
			const watch = await watched();
			const directory = temporaryDirectory("alembic-gate-merge-");
			watch.protect({
				kind: "workplace",
				directory: directory.path
			});
			return {
				...directory,
				write: (path, text) => writeInside(directory.path, path, text)
			};
		}
	};
}
async function openAhead(watch, withPython) {
	const { driversAhead } = await import("./ahead-part.js");
	const drivers = driversAhead(watch);
	return {
		start: (request) => drivers.start(withPython(request)),
		ahead: (place) => drivers.ahead(withPython(place)),
		[Symbol.asyncDispose]: () => drivers[Symbol.asyncDispose]()
	};
}
/** From the first proof on, a death by any signal leaves nothing: the directories that are there already included. */
async function startWatch() {
	const { openWatch } = await import("./open-part4.js");
	const watch = openWatch(join$1(import.meta.dirname, "watchdog.js"), process.env);
	for (const directory of temporaryDirectories()) watch.protect({
		kind: "workplace",
		directory
	});
	return watch;
}

export { proofFindings as a, notEvaluatedReport as i, check as n, applyEdits as o, resolveSides as r, checkPorts as t };