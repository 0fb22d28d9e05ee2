import { c as object$2, f as string, n as array, o as nullable, p as tuple, s as number } from "./schemas-part2.js";
import { A as valueInWords, C as STAMP, D as differenceInWords, F as mentions, I as statementOf, L as cureOf, M as driftSection, N as diffDatabases, O as isMinor, P as diffSchemas, R as otherVersion, S as OUTCOME$1, T as freshInstallSection, _ as lockSection, a as OUTCOME$2, b as interruptionSection, c as failedWithRows, d as rowsSection, f as stoppedAtText, h as section$1, i as twoDeployersSection, k as roundTripSection, l as lostRows, m as oldCodeSection, n as deploymentOf, s as culpritOf, t as explainFailure, v as withLocks, x as withoutAddresses } from "./failure-part.js";
import { t as lacking } from "./engine-limits-part.js";
import { a as Phrase, n as cutStatements, o as splitOnCommas, r as sqlStatements, t as readSql } from "./read-part.js";
import { n as withoutValues, t as headOf } from "./words-part2.js";
import { t as _usingCtx } from "./usingCtx-part.js";
import { t as GATE_TARGET } from "./gate-target-part.js";
import { setTimeout } from "node:timers/promises";

// src/verify/plan.ts
/** `base` is the graph of the base's own tree with its heads, `merged` that of the would-be merge. */
function planProofs(base, merged, added) {
	const isNew = new Set(added);
	const applied = merged.ancestors(base.heads.filter((id) => merged.revisions.has(id)));
	const order = merged.upgradeOrder(merged.realHeads).filter((id) => isNew.has(id));
	return {
		base: base.graph.upgradeOrder(base.heads),
		added: order.filter((id) => !applied.has(id)),
		passedOver: order.filter((id) => applied.has(id))
	};
}
/**
* Where to go back to, spelled for `alembic downgrade`, which takes one target: several, with spaces between, are one
* command each. With other heads beside them only the own branch may go down, which `<revision>@<target>` says. Down
* to one parent of a merge leaves the others where they are.
*/
function rollbackTarget(plan, merged) {
	const isNew = new Set(plan.added);
	const lowest = plan.added.filter((id) => !parents(merged, id).some((parent) => isNew.has(parent)));
	const below = [...new Set(lowest.flatMap((id) => parents(merged, id)))];
	if (below.length === 0) return "base";
	const under = merged.ancestors(below);
	const beside = plan.base.some((id) => !under.has(id));
	const [only] = below;
	if (only !== void 0 && below.length === 1 && !beside) return only;
	const isAlone = lowest.length === 1 && !beside;
	return lowest.toReversed().map((id) => {
		const [parent = "base"] = parents(merged, id);
		return isAlone ? parent : `${id}@${parent}`;
	}).join(" ");
}
/** Whether the last of the new revisions is a merge, from where `downgrade -1` goes nowhere. */
const endsInMerge = (plan, merged) => parents(merged, plan.added.at(-1) ?? "").length > 1;
function parents(graph, id) {
	return graph.revisions.get(id)?.downRevisions ?? [];
}

// src/verify/old-code/base-columns.ts
/** So many, and no more: a report is limited in size. */
const MOST$1 = 2e3;
function baseColumns(base, steps) {
	const named = new Set(steps.flatMap(({ statements }) => statements.flatMap(({ sql, line }) => line === null ? [] : sql.toLowerCase().match(/[\p{L}\p{N}_$]+/gu) ?? [])));
	const bare = (table) => table.slice(table.lastIndexOf(".") + 1).toLowerCase();
	return [...base.values()].flatMap(({ objects }) => {
		const collations = new Map(objects.flatMap(({ kind, name, attributes }) => kind === "table" ? [[name, attributes["collation"]]] : []));
		return objects.flatMap((one) => one.kind === "column" && one.table !== null && named.has(bare(one.table)) ? [baseColumn(one, one.table, collations.get(one.table))] : []);
	}).slice(0, MOST$1);
}
function baseColumn({ name, attributes }, table, ofTable) {
	const own = attributes["collation"] ?? ofTable;
	const charset = attributes["charset"] ?? null;
	return {
		table,
		column: name,
		type: attributes["type"] ?? "",
		nullable: attributes["nullable"] === "yes",
		default: attributes["default"] ?? null,
		comment: attributes["comment"] ?? null,
		autoIncrement: attributes["auto-increment"] === "yes",
		...own === ofTable || typeof own !== "string" ? {} : { collation: own },
		...charset === null ? {} : { charset }
	};
}

// src/verify/order/order.ts
/** Null where fewer than two of the heads bring anything beside the others. */
function siblingsOf(graph, base, heads) {
	const beside = heads.filter((id) => !heads.some((other) => other !== id && graph.ancestors([other]).has(id)));
	if (beside.length < 2) return null;
	const landed = beside.filter((id) => base.revisions.has(id));
	const added = beside.filter((id) => !base.revisions.has(id));
	const ancestors = beside.map((id) => graph.ancestors([id]));
	return {
		below: graph.upgradeOrder(beside).filter((id) => ancestors.every((below) => below.has(id))),
		heads: [...landed, ...added],
		last: landed.length > 0 && added.length === 1 ? added[0] ?? null : null
	};
}
/** Side after side, on top of what they share. */
function sideBySide(graph, below, heads) {
	const order = heads.flatMap((id) => graph.upgradeOrder([id]));
	return [...new Set(order)].filter((id) => !below.includes(id));
}
/**
* `first` is the order of databases that are at the base, if any is. A revision that fails in both orders says nothing of
* their difference; one that fails in a single one does. The lines of `added` revisions are preferred: they can be changed.
*/
function compareOrders(first, second, graph, added) {
	const [a, b] = [first.end, second.end];
	if (a.kind === "stopped" && b.kind === "stopped" && a.revision === b.revision) return {
		kind: "unknown",
		words: `the order of ${first.heads.map(code).join(" and ")} is not known, because ${code(a.revision)} fails in both: ${a.error}`
	};
	const differences = a.kind === "reached" && b.kind === "reached" ? placed(diffDatabases(a.schema, b.schema), [first, second], graph, added) : [...stopOf(first, second, "before"), ...stopOf(second, first, "after")];
	const major = differences.filter((difference) => !isMinor(difference));
	const told = major.length > 0 ? major : differences;
	return {
		kind: major.length > 0 ? "differ" : "same",
		differences: differences.map((difference) => ({
			...difference,
			when: `with ${spoken(second)}`
		})),
		words: listed(told.map((difference) => inWords$1(difference, first, second)))
	};
}
/** What a merge revision has to know of its sides; null where either order will do. */
function relationOf(verdict, first, { last }) {
	if (verdict.kind !== "differ") return null;
	return {
		kind: "orders-differ",
		difference: verdict.words,
		runLast: first.end.kind === "reached" ? last : null
	};
}
function orderSection(verdicts) {
	const told = (kind) => verdicts.flatMap((verdict) => verdict.kind === kind && verdict.words !== "" ? [verdict.words] : []);
	const section = {
		name: "order",
		differences: verdicts.flatMap((verdict) => verdict.kind === "unknown" ? [] : verdict.differences)
	};
	const [differ, unknown, same] = [
		told("differ"),
		told("unknown"),
		told("same")
	];
	if (verdicts.length === 0) return {
		...section,
		outcome: "not-applicable",
		reason: "no two sides meet"
	};
	if (differ.length > 0) return {
		...section,
		outcome: "fail",
		reason: [...differ, ...unknown].join("; ")
	};
	if (unknown.length > 0) return {
		...section,
		outcome: "not-evaluated",
		reason: unknown.join("; ")
	};
	return {
		...section,
		outcome: "pass",
		reason: same.join("; ") || null
	};
}
function placed(differences, runs, graph, added) {
	const revisions = new Map([...graph.revisions.values()].map(({ id, path }) => [path, id]));
	const isAdded = ({ path }) => path !== null && added.has(revisions.get(path) ?? "");
	const all = runs.flatMap(({ statements }) => statements.toReversed());
	const preferred = [...all.filter(isAdded), ...all.filter((statement) => !isAdded(statement))];
	return differences.map((difference) => {
		const { object, attribute, before, after } = difference;
		const { path = null, line = null } = statementOf(difference, preferred) ?? {};
		return {
			object,
			attribute,
			before,
			after,
			path,
			line,
			revision: path === null ? null : revisions.get(path) ?? null
		};
	});
}
/** A revision that one order cannot apply, beside what the other order does with it. */
function stopOf({ end }, other, at) {
	if (end.kind === "reached") return [];
	const { revision, path, line, error } = end;
	const reached = other.end.kind === "reached" || other.revisions.indexOf(revision) < other.revisions.indexOf(other.end.revision);
	const values = {
		before: reached ? "works" : "is not reached",
		after: reached ? "works" : "is not reached"
	};
	return [{
		object: `the upgrade of ${code(revision)}`,
		attribute: OUTCOME,
		...values,
		[at]: `fails: ${error}`,
		path,
		line,
		revision
	}];
}
const OUTCOME = "outcome";
function inWords$1({ object, attribute, before, after }, first, second) {
	const [one, two] = [`with ${spoken(first)}`, `with ${spoken(second)}`];
	if (attribute === OUTCOME) return `${object} ${before ?? ""} ${one}, and ${after ?? ""} ${two}`;
	if (attribute === "exists") return `${object} is there only ${before === "yes" ? one : two}`;
	return `${object}: ${attribute} ${valueInWords(before)} ${one}, ${valueInWords(after)} ${two}`;
}
const LISTED$1 = 3;
function listed(sentences) {
	const rest = sentences.length - LISTED$1;
	return sentences.slice(0, LISTED$1).join("; ") + (rest > 0 ? `; and ${rest} more` : "");
}
const spoken = ({ heads }) => heads.map(code).join(" before ");
const code = (id) => `\`${id}\``;

// src/verify/family.ts
const familyOf = (engine) => engine === "mariadb" ? "mysql" : engine;

// src/verify/base-state/dump.ts
function readDump(bytes, reader) {
	const text = decode(bytes);
	if (typeof text !== "string") return {
		kind: "refused",
		reason: text.reason
	};
	const all = reader.split(text);
	if (typeof all === "string") return {
		kind: "refused",
		reason: all
	};
	const databases = new Set(all.flatMap(({ sql }) => reader.databaseOf(sql) ?? []));
	if (databases.size > 1) return {
		kind: "refused",
		reason: `it holds several databases (${[...databases].join(", ")}); dump the one that this environment migrates`
	};
	const parts = all.flatMap((part) => {
		const sql = reader.forScratch(part.sql);
		return sql === null ? [] : [{
			...part,
			sql
		}];
	});
	return parts.length === 0 ? {
		kind: "refused",
		reason: "it holds no statement"
	} : {
		kind: "parts",
		parts
	};
}
function decode(bytes) {
	const begins = (...head) => head.every((byte, index) => bytes[index] === byte);
	if (begins(31, 139) || begins(40, 181, 47, 253) || begins(80, 75)) return { reason: "it is compressed; write it as plain SQL" };
	if (begins(80, 71, 68, 77, 80)) return { reason: "it is in pg_dump's custom format; write it with `--format=plain`" };
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return { reason: "it is no UTF-8 text; write it as plain SQL, binary values with `--hex-blob`" };
	}
}
/** The line on which a place of the text is, counted once and onwards. */
function lineCounter(text) {
	let line = 1;
	let counted = 0;
	return (at) => {
		for (let next = text.indexOf("\n", counted); next >= 0 && next < at; next = text.indexOf("\n", counted)) {
			line += 1;
			counted = next + 1;
		}
		return line;
	};
}
/** Behind the closing quote of what opens at `at`; a doubled quote stays inside, a backslashed one where those count. */
function afterQuote(text, at, withBackslash) {
	const quote = text.charAt(at);
	for (let place = at + 1; place < text.length; place += 1) {
		const character = text.charAt(place);
		if (withBackslash && character === "\\") place += 1;
		else if (character === quote) {
			if (text.charAt(place + 1) !== quote) return place + 1;
			place += 1;
		}
	}
	return text.length;
}
/** Behind the end of the line that `at` is on. */
function afterLine(text, at) {
	const end = text.indexOf("\n", at);
	return end < 0 ? text.length : end + 1;
}

// src/verify/base-state/dump-mysql.ts
/** What mysqldump and mariadb-dump write: versioned comments, DELIMITER, one statement after the other. */
function split$2(text) {
	const parts = [];
	const lineAt = lineCounter(text);
	let delimiter = ";";
	let begun = null;
	for (let at = 0; at < text.length;) {
		if (begun === null) {
			const command = clientCommand(text, at);
			if (command !== null) {
				if (command.kind === "unknown") return `line ${lineAt(at)} (\`${command.word}\`) is a command of the mysql client, which does not run here`;
				delimiter = command.delimiter;
				at = afterLine(text, at);
				continue;
			}
		}
		if (text.startsWith(delimiter, at)) {
			if (begun !== null) parts.push({
				kind: "statement",
				sql: text.slice(begun, at).trim(),
				line: lineAt(begun)
			});
			begun = null;
			at += delimiter.length;
			continue;
		}
		const end = afterToken$1(text, at);
		if (begun === null && !isPassedOver$1(text, at)) begun = at;
		at = end;
	}
	const rest = begun === null ? "" : text.slice(begun).trim();
	if (begun !== null && rest !== "") parts.push({
		kind: "statement",
		sql: rest,
		line: lineAt(begun)
	});
	return parts;
}
/** What the client itself reads, at the beginning of a statement. */
function clientCommand(text, at) {
	const rest = text.slice(at, at + 200);
	const delimiter = /^delimiter[ \t]+(\S+)/i.exec(rest)?.[1];
	if (delimiter !== void 0) return {
		kind: "delimiter",
		delimiter
	};
	const word = /^(?:source\b|\\[.!uGgTtPR]|system\b)/i.exec(rest)?.[0];
	return word === void 0 ? null : {
		kind: "unknown",
		word
	};
}
/** Behind the quoted text, the comment or the one character that begins here. */
function afterToken$1(text, at) {
	const character = text.charAt(at);
	if (character === "'" || character === "\"") return afterQuote(text, at, true);
	if (character === "`") return afterQuote(text, at, false);
	if (isLineComment(text, at)) return afterLine(text, at);
	if (text.startsWith("/*", at)) {
		const end = text.indexOf("*/", at + 2);
		return end < 0 ? text.length : end + 2;
	}
	return at + 1;
}
const isLineComment = (text, at) => text.charAt(at) === "#" || /^--(?:\s|$)/.test(text.slice(at, at + 3));
/** Space and comments between statements; a comment that a server reads is none. */
const isPassedOver$1 = (text, at) => /\s/.test(text.charAt(at)) || isLineComment(text, at) || text.startsWith("/*", at) && !/^\/\*M?!/.test(text.slice(at, at + 4)) || text.startsWith("/*M!999999", at);
/** Without the comment that a version of the server is asked for in. */
const bare = (sql) => sql.replace(/^(?:\/\*M?!\d*\s*)+/, "").replace(/^\s+/, "");
const DATABASE = /^(?:create|drop|alter)\s+(?:\/\*.*?\*\/\s*)?(?:database|schema)\b/i;
/** Users and the server's own state, which no scratch schema has. */
const SERVER$1 = /^(?:use|grant|revoke|(?:create|drop|alter)\s+(?:user|role)|flush|reset|change\s+(?:master|replication)|set\s+(?:global|persist)\b|set\s+@@(?:global|persist)\.|set\s+(?:@@(?:session\.)?|session\s+)?sql_log_bin\b|set\s+@@(?:session\.)?gtid)/i;
const DEFINER = /\bdefiner\s*=\s*(?:`[^`]*`|'[^']*'|"[^"]*"|[\w$]+)\s*@\s*(?:`[^`]*`|'[^']*'|"[^"]*"|[\w.%$-]+)\s*/i;
function forScratch$1(sql) {
	const plain = bare(sql);
	if (DATABASE.test(plain) || SERVER$1.test(plain)) return null;
	return /^(?:create|alter|definer)\b/i.test(plain) ? sql.replace(DEFINER, "") : sql;
}
function databaseOf$1(sql) {
	const [, quoted, word] = /^use\s+(?:`([^`]+)`|([^\s;]+))/i.exec(bare(sql)) ?? [];
	return quoted ?? word ?? null;
}
const mysqlDump = {
	split: split$2,
	forScratch: forScratch$1,
	databaseOf: databaseOf$1
};

// src/verify/base-state/dump-postgresql.ts
/** What pg_dump writes in its plain format: dollar quotes, functions with bodies of statements, rows behind COPY. */
/** psql's words that change nothing here; `\connect` follows a CREATE DATABASE. */
const PASSED_OVER = /^\\(?:un)?restrict\b/;
const CONNECT = /^\\c(?:onnect)?\s+(?:-\S+\s+)*"?([^"\s]+)"?/;
function split$1(text) {
	const parts = [];
	const lineAt = lineCounter(text);
	for (let at = 0; at < text.length;) if (/\s/.test(text.charAt(at))) at += 1;
	else if (isComment(text, at)) at = afterToken(text, at);
	else if (text.charAt(at) === "\\") {
		const end = afterLine(text, at);
		const command = text.slice(at, end).trim();
		if (CONNECT.test(command)) parts.push({
			kind: "statement",
			sql: command,
			line: lineAt(at)
		});
		else if (!PASSED_OVER.test(command)) return `line ${lineAt(at)} (\`${command.split(/\s/, 1)[0] ?? ""}\`) is a command of psql, which does not run here`;
		at = end;
	} else {
		const end = endOfStatement(text, at);
		const part = {
			sql: text.slice(at, end),
			line: lineAt(at)
		};
		if (!isCopyFromInput(part.sql)) {
			parts.push({
				kind: "statement",
				...part
			});
			at = end + 1;
			continue;
		}
		const from = afterLine(text, end);
		const close = endOfRows(text, from);
		if (close === null) return `the rows of line ${part.line} do not end with \`\\.\``;
		parts.push({
			kind: "copy",
			...part,
			rows: text.slice(from, close)
		});
		at = afterLine(text, close);
	}
	return parts;
}
const isCopyFromInput = (sql) => /^copy\s[\s\S]*\sfrom\s+stdin\b/i.test(sql);
/** Where the line `\.` begins; null where there is none. */
function endOfRows(text, from) {
	if (text.startsWith("\\.", from)) return from;
	const end = /\n\\\.\r?(?:\n|$)/.exec(text.slice(from));
	return end === null ? null : from + end.index + 1;
}
/** Where its semicolon stands; one inside of parentheses or of a body of statements ends nothing. */
function endOfStatement(text, from) {
	const mayHaveBody = /^create\s+(?:or\s+replace\s+)?(?:function|procedure)\b/i.test(text.slice(from, from + 60));
	let parentheses = 0;
	let blocks = 0;
	for (let at = from; at < text.length;) {
		const character = text.charAt(at);
		if (character === ";" && parentheses === 0 && blocks === 0) return at;
		if (character === "(") parentheses += 1;
		if (character === ")") parentheses -= 1;
		const end = afterToken(text, at);
		if (mayHaveBody && end - at > 1) {
			const word = text.slice(at, end).toLowerCase();
			if (word === "begin" || word === "case" && blocks > 0) blocks += 1;
			if (word === "end" && blocks > 0) blocks -= 1;
		}
		at = end;
	}
	return text.length;
}
const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const DOLLAR = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const isComment = (text, at) => text.startsWith("--", at) || text.startsWith("/*", at);
/** Behind the quoted text, the comment, the word or the one character that begins here. */
function afterToken(text, at) {
	const character = text.charAt(at);
	if (character === "\"") return afterQuote(text, at, false);
	if (character === "'") return afterQuote(text, at, false);
	if (/[eE]/.test(character) && text.charAt(at + 1) === "'") return afterQuote(text, at + 1, true);
	if (text.startsWith("--", at)) return afterLine(text, at);
	if (text.startsWith("/*", at)) return afterComment(text, at);
	DOLLAR.lastIndex = at;
	const tag = character === "$" ? DOLLAR.exec(text)?.[0] : void 0;
	if (tag !== void 0) {
		const end = text.indexOf(tag, at + tag.length);
		return end < 0 ? text.length : end + tag.length;
	}
	WORD.lastIndex = at;
	return at + (WORD.exec(text)?.[0].length ?? 1);
}
/** Comments nest. */
function afterComment(text, from) {
	const bounds = /\/\*|\*\//g;
	bounds.lastIndex = from;
	let depth = 0;
	for (let bound = bounds.exec(text); bound !== null; bound = bounds.exec(text)) {
		depth += bound[0] === "/*" ? 1 : -1;
		if (depth === 0) return bounds.lastIndex;
	}
	return text.length;
}
/** Databases, roles and owners are the server's; scratch belongs to the user of the migrations. */
const SERVER = /^(?:(?:create|drop|alter)\s+(?:database|role|user|tablespace)\b|grant\b|revoke\b|alter\s+default\s+privileges\b|alter\s[^']*\sowner\s+to\s|comment\s+on\s+(?:extension|database|schema\s+public)\b|set\s+(?:session\s+authorization|role)\b|\\)/i;
function forScratch(sql) {
	return SERVER.test(sql) ? null : sql;
}
const databaseOf = (sql) => CONNECT.exec(sql)?.[1] ?? null;
const postgresqlDump = {
	split: split$1,
	forScratch,
	databaseOf
};

// src/verify/base-state/dump-sqlite.ts
/** What sqlite3's `.dump` writes: plain statements. */
function split(text) {
	const written = cutStatements(text, "sqlite");
	if (written === null) return "a quote, comment, bracket or trigger in it does not end";
	const command = written.find(({ sql }) => sql.startsWith("."));
	return command === void 0 ? written.map((one) => ({
		kind: "statement",
		...one
	})) : `line ${command.line} is a command of the program sqlite3, which does not run here`;
}
const sqliteDump = {
	split,
	forScratch: (sql) => sql,
	databaseOf: () => null
};

// src/verify/command-target.ts
/** The steps in their order. An upgrade of many is one command per head that it leads to. */
function targetSteps(graph, steps) {
	const broughtAlong = /* @__PURE__ */ new Set();
	return steps.toReversed().map((step) => {
		if (step.direction === "downgrade") return {
			...step,
			target: below(graph, step.revision)
		};
		const target = broughtAlong.has(step.revision) ? null : step.revision;
		const revision = graph.revisions.get(step.revision);
		for (const id of [...revision?.downRevisions ?? [], ...revision?.dependsOn ?? []]) broughtAlong.add(id);
		return {
			...step,
			target
		};
	}).toReversed();
}
/** Its parent; where others stand on that one too, with the branch that is meant (`9f3@b21` goes down to b21 on the way of 9f3). */
function below(graph, id) {
	const [parent] = graph.revisions.get(id)?.downRevisions ?? [];
	return `${(parent === void 0 ? graph.bases.length < 2 : graph.children(parent).length < 2) ? "" : `${id}@`}${parent ?? "base"}`;
}

// src/verify/run-stop.ts
/**
* A server's message is free of values by the time it is here. What Python raises is the project's own text and may hold
* whatever it read, so that where rows are only its kind is told.
*/
function stopInWords(migrated, step, holdsRows) {
	const { failure } = migrated;
	if (migrated.kind === "timeout") {
		const hanging = step?.statements.findLast(({ finished }) => !finished);
		const where = hanging ? `, in \`${oneLine(hanging.sql)}\`` : ", in its Python code";
		return `${failure.message}${where}`;
	}
	if (failure.kind === "command" && holdsRows) return `the command failed; ${UNSAID}`;
	if (failure.kind !== "migration") return failure.message;
	if (failure.class === "AttributeError" && /has no attribute '(up|down)grade'/.test(failure.message)) return `the file has no \`${step?.direction ?? "downgrade"}()\``;
	if (failure.errno !== null) return `${failure.class} (${failure.errno}): ${oneLine(failure.message)}`;
	return holdsRows ? `${failure.class}, which the project's own code raises; ${UNSAID}` : `${failure.class}: ${oneLine(failure.message)}`;
}
const UNSAID = "its words may hold values of rows and are left out";
const LINE_LIMIT = 300;
function oneLine(text) {
	const line = withoutAddresses(text).replaceAll(/\s+/g, " ").trim();
	return line.length > LINE_LIMIT ? `${line.slice(0, LINE_LIMIT)}…` : line;
}

// src/verify/run-steps.ts
/** The proof as a whole cannot be had; the message is the reason. */
var NotEvaluated = class extends Error {
	name = "NotEvaluated";
};
/** One revision one step up or down. A step that raises or hangs is a result; what is not the migration's fault throws NotEvaluated. */
async function move(stage, revision, direction, pause) {
	const asked = {
		revision,
		direction: direction === "downgrade" ? "downgrade" : "upgrade"
	};
	const migrated = await migrate(stage, [asked], pause);
	const steps = migrated.steps.filter((step) => step.revision === revision);
	const path = stage.graph.revisions.get(revision)?.path ?? null;
	const statements = steps.flatMap((step) => captured(step, path));
	const durationMs = steps.reduce((sum, step) => sum + step.durationMs, 0);
	const line = steps[0]?.line ?? null;
	if (migrated.kind === "done") {
		await checkVersions(stage, migrated.versionTables, asked);
		return {
			step: {
				revision,
				direction,
				outcome: "pass",
				durationMs,
				error: null,
				statements
			},
			line
		};
	}
	const outcome = migrated.kind === "timeout" ? "timeout" : "fail";
	const at = {
		path,
		line: migrated.failure.line ?? statements.findLast((one) => one.line !== null)?.line ?? line
	};
	return {
		step: {
			revision,
			direction,
			outcome,
			durationMs,
			error: stage.world.readable(stopInWords(migrated, steps.at(-1), stage.holdsRows)),
			at,
			statements
		},
		line,
		failure: migrated.failure
	};
}
/** Many revisions up in one run of env.py, as far as it goes. What is not a migration's fault throws NotEvaluated. */
async function climbAsFar(stage, revisions) {
	const migrated = await migrate(stage, revisions.map((revision) => ({
		revision,
		direction: "upgrade"
	})));
	const path = (revision) => stage.graph.revisions.get(revision)?.path ?? null;
	const statements = migrated.steps.flatMap((step) => captured(step, path(step.revision)));
	if (migrated.kind === "done") {
		for (const revision of revisions.slice(-1)) await checkVersions(stage, migrated.versionTables, {
			revision,
			direction: "upgrade"
		});
		return {
			statements,
			stop: null
		};
	}
	const last = migrated.steps.at(-1);
	const revision = last?.revision ?? "?";
	const line = migrated.failure.line ?? statements.findLast((one) => one.line !== null)?.line ?? null;
	const error = stage.world.readable(stopInWords(migrated, last, stage.holdsRows));
	return {
		statements,
		stop: {
			revision,
			path: path(revision),
			line,
			error,
			isMissing: isMissing(migrated.failure)
		}
	};
}
/** The way to a state that others start from: any failure throws NotEvaluated. `cure`: what to do where something is missing. */
async function climb(stage, revisions, what, cure = NAME_BASE_STATE) {
	const { stop } = await climbAsFar(stage, revisions);
	if (stop === null) return;
	throw new NotEvaluated(`${what} cannot be built: the upgrade of \`${stop.revision}\` fails: ${stop.error}.${stop.isMissing ? ` ${cure}` : ""}`);
}
const NAME_BASE_STATE = "This history cannot build its database alone: name what does in the environment's configuration, with `base-state: {command: …}` (the project's own command that creates and stamps a database) or `base-state: {dump: FILE}`.";
/** The way back to a state that lies below: any failure throws NotEvaluated. */
async function descend(stage, revisions, what) {
	for (const revision of revisions) {
		const { step } = await move(stage, revision, "downgrade");
		if (step.outcome === "pass") continue;
		throw new NotEvaluated(`${what} cannot be built: it lies below what \`base-state:\` makes, and the downgrade of \`${revision}\` fails: ${step.error ?? "no reason given"}`);
	}
}
/** What the databases say of themselves, in each version table of Alembic's contexts; null where the table is not there. */
async function recordedVersions(stage) {
	const migrated = await migrate(stage, []);
	const tables = migrated.kind === "done" ? migrated.versionTables : [];
	return Promise.all(tables.map(async (table) => ({
		table,
		ids: await stage.world.versions(table)
	})));
}
/** Throws NotEvaluated where the run ended outside of a migration, which no revision can be blamed for. */
async function migrate(stage, steps, pause) {
	const { driver, world, limits } = stage;
	const totalMs = limits.remainingMs();
	if (totalMs <= 0) throw new NotEvaluated("Time was up (`timeouts: {total: …}`) before everything was proved.");
	const targeted = targetSteps(stage.graph, steps);
	const migrated = await driver.migrate(targeted, {
		stepMs: Math.min(limits.stepMs, totalMs),
		totalMs
	}, pause);
	requireExactly(steps, migrated);
	if (migrated.kind === "done") {
		world.noteVersionTables(migrated.versionTables);
		return migrated;
	}
	await world.endSessions();
	if (migrated.steps.at(-1)?.finished === false && !ENVIRONMENTAL.has(migrated.failure.kind)) return migrated;
	throw new NotEvaluated(world.readable(explainFailure(migrated.failure, driver.interpreter)));
}
/** What stops a migration in the middle and is no fault of it. */
const ENVIRONMENTAL = /* @__PURE__ */ new Set(["missing-extension", "foreign-file"]);
/** A command line moves what its target asks Alembic for, which beside other heads may be more than was meant, or less. */
function requireExactly(asked, { kind, steps: ran }) {
	const isIn = (steps, { revision, direction }) => steps.some((step) => step.revision === revision && step.direction === direction);
	const other = ran.find((step) => !isIn(asked, step));
	const missing = kind === "done" ? asked.find((step) => !isIn(ran, step)) : void 0;
	const wrong = other ?? missing;
	if (wrong === void 0) return;
	const what = wrong === other ? "as well, which was not asked for" : "not, though it was asked for";
	throw new NotEvaluated(`The configured \`command:\` ran the ${wrong.direction} of \`${wrong.revision}\` ${what}: it must end in what is put after it, \`upgrade\` or \`downgrade\` and a revision.`);
}
/** Alembic said it moved: the version table must say so too, or the migrations ran somewhere else. */
async function checkVersions(stage, tables, step) {
	for (const table of tables) {
		const ids = await stage.world.versions(table);
		const applied = ids !== null && stage.graph.ancestors(ids).has(step.revision);
		if (ids === null || applied !== (step.direction === "upgrade")) throw new NotEvaluated(`The ${step.direction} of \`${step.revision}\` left no trace in the version table \`${table.table}\` of the scratch database: env.py writes its versions elsewhere or never commits them; see that it begins a transaction, uses the connection it is configured with, or name its URL's variable with \`url-env:\`.`);
	}
}
function captured(step, path) {
	return step.statements.map(({ sql, line, durationMs, rows }) => ({
		sql,
		path: line === null ? null : path,
		line,
		durationMs,
		rows,
		lockClass: "unknown",
		rebuilds: null
	}));
}
/** Of MySQL and MariaDB: tables, columns, keys, what foreign keys refer to, routines, triggers. Of PostgreSQL: the same, types and schemas. */
const MISSING = new Set("1005 1051 1054 1072 1091 1146 1176 1305 1360 1824 42P01 42703 42704 42883 3F000".split(" "));
function isMissing({ errno, class: name, message }) {
	if (errno === "SQLITE_ERROR") return message.startsWith("no such ");
	return name === "NoSuchTableError" || errno !== null && MISSING.has(errno);
}

// src/verify/base-state/run-dump.ts
const READERS = {
	mysql: mysqlDump,
	postgresql: postgresqlDump,
	sqlite: sqliteDump
};
/** Throws NotEvaluated where it cannot be read or the server refuses a statement, which is named by its line. */
async function loadDump({ path, bytes }, { server, scratch, limits }) {
	try {
		var _usingCtx$6 = _usingCtx();
		const dump = readDump(bytes, READERS[familyOf(server.engine)]);
		if (dump.kind === "refused") throw new NotEvaluated(`The dump \`${path}\` cannot be loaded: ${dump.reason}.`);
		const session = _usingCtx$6.a(await scratch.openSession());
		for (const part of dump.parts) {
			if (limits.remainingMs() <= 0) throw new NotEvaluated(`Time was up (\`timeouts: {total: …}\`) before the dump \`${path}\` was loaded.`);
			try {
				await (part.kind === "copy" ? session.copy(part.sql, part.rows) : session.query(part.sql));
			} catch (error) {
				if (isPassedOver(part, error)) continue;
				throw new NotEvaluated(`The dump \`${path}\` cannot be loaded: line ${part.line}: ${told(error, part)}.`);
			}
		}
	} catch (_) {
		_usingCtx$6.e = _;
	} finally {
		await _usingCtx$6.d();
	}
}
/** What another version of the dump program says to set, and the schema that every database has. */
function isPassedOver({ sql }, error) {
	const code = codeOf(error);
	return code === "42704" && /^set\b/i.test(sql) || code === "42P06" && /^create\s+schema\b/i.test(sql);
}
/** PostgreSQL's SQLSTATE; of the others a name, which nobody looks for here. */
const codeOf = (error) => typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
function told(error, { sql }) {
	const message = withoutValues(error instanceof Error ? error.message : String(error));
	const extension = /^create\s+extension\b.*?"?([\w-]+)"?(?:\s+with\b.*)?$/is.exec(sql)?.[1];
	return extension === void 0 ? message : `${message}; list it in \`server: {extensions: [${extension}]}\`, with an image that carries it`;
}

// src/verify/schema/schema.ts
/** Puts objects into the one order in which schemas are compared; ties (none on a real server) keep theirs. */
function inOrder(objects) {
	const key = (object) => [
		object.kind,
		object.table ?? "",
		object.name
	].join("\0");
	return objects.map((object) => ({
		object,
		key: key(object)
	})).sort((a, b) => a.key < b.key ? -1 : Number(a.key > b.key)).map(({ object }) => object);
}

// src/verify/schema/postgresql.ts
/**
* PostgreSQL's catalogues -> Schema. The server itself writes definitions (`pg_get_indexdef` and its kin), so that equal
* definitions are equal texts; one query brings everything.
*/
/** Objects of the schema `public` go by their bare names; what belongs to an extension is that extension's. */
const NAME$2 = (relation, namespace) => `CASE ${namespace}.nspname WHEN 'public' THEN ${relation} ELSE ${namespace}.nspname || '.' || ${relation} END`;
const OWN$1 = (namespace, catalogue, oid) => `${namespace}.nspname NOT LIKE 'pg\\_%' AND ${namespace}.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`;
const ALL = [
	`SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'view' ELSE 'table' END, NULL, ${NAME$2("c.relname", "n")},
    jsonb_build_object('definition', CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
      'type', CASE c.relkind WHEN 'm' THEN 'materialized' WHEN 'p' THEN 'partitioned' WHEN 'f' THEN 'foreign' END,
      'persistence', CASE c.relpersistence WHEN 'u' THEN 'unlogged' END, 'options', array_to_string(c.reloptions, ', '),
      'partition key', pg_get_partkeydef(c.oid), 'partition of', (SELECT p.inhparent::regclass::text || ' ' || pg_get_expr(c.relpartbound, c.oid)
        FROM pg_inherits p WHERE p.inhrelid = c.oid LIMIT 1),
      'row security', c.relrowsecurity, 'forced row security', c.relforcerowsecurity, 'replica identity', c.relreplident,
      'populated', CASE c.relkind WHEN 'm' THEN c.relispopulated END, 'inherits', CASE WHEN NOT c.relispartition THEN
        (SELECT string_agg(p.inhparent::regclass::text, ', ' ORDER BY p.inhseqno) FROM pg_inherits p WHERE p.inhrelid = c.oid) END,
      'comment', obj_description(c.oid, 'pg_class'))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${OWN$1("n", "pg_class", "c.oid")}`,
	`SELECT 'column', ${NAME$2("c.relname", "n")}, a.attname,
    jsonb_build_object('type', format_type(a.atttypid, a.atttypmod), 'nullable', CASE WHEN a.attnotnull THEN 'no' ELSE 'yes' END,
      'default', CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
      'generated as', CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END,
      'identity', nullif(a.attidentity, ''), 'comment', col_description(c.oid, a.attnum),
      'collation', CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END,
      'storage', CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, 'compression', nullif(a.attcompression, ''),
      'position', row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum))
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND ${OWN$1("n", "pg_class", "c.oid")}`,
	`SELECT 'index', ${NAME$2("t.relname", "n")}, c.relname,
    jsonb_build_object('definition', pg_get_indexdef(c.oid), 'valid', CASE WHEN i.indisvalid THEN 'yes' ELSE 'no' END,
      'comment', obj_description(c.oid, 'pg_class'))
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
    AND ${OWN$1("n", "pg_class", "t.oid")}`,
	`SELECT CASE k.contype WHEN 'p' THEN 'primary-key' WHEN 'f' THEN 'foreign-key' WHEN 'c' THEN 'check' ELSE 'unique' END,
    ${NAME$2("t.relname", "n")}, k.conname,
    jsonb_build_object('definition', pg_get_constraintdef(k.oid), 'comment', obj_description(k.oid, 'pg_constraint'))
  FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE k.contype IN ('p', 'f', 'c', 'u', 'x') AND ${OWN$1("n", "pg_class", "t.oid")}`,
	`SELECT 'trigger', ${NAME$2("t.relname", "n")}, g.tgname,
    jsonb_build_object('definition', pg_get_triggerdef(g.oid), 'enabled', g.tgenabled, 'comment', obj_description(g.oid, 'pg_trigger'))
  FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE NOT g.tgisinternal AND ${OWN$1("n", "pg_class", "t.oid")}`,
	`SELECT 'enum', NULL, ${NAME$2("t.typname", "n")},
    jsonb_build_object('values', (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
      FROM pg_enum e WHERE e.enumtypid = t.oid), 'comment', obj_description(t.oid, 'pg_type'))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e' AND ${OWN$1("n", "pg_type", "t.oid")}`,
	`SELECT 'sequence', NULL, ${NAME$2("c.relname", "n")},
    jsonb_build_object('type', format_type(s.seqtypid, NULL), 'start', s.seqstart, 'increment', s.seqincrement, 'minimum', s.seqmin,
      'maximum', s.seqmax, 'cycle', s.seqcycle, 'cache', s.seqcache, 'comment', obj_description(c.oid, 'pg_class'), 'owned by', (SELECT x.refobjid::regclass::text || '.' || a.attname FROM pg_depend x
        JOIN pg_attribute a ON a.attrelid = x.refobjid AND a.attnum = x.refobjsubid
        WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype IN ('a', 'i') LIMIT 1))
  FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${OWN$1("n", "pg_class", "c.oid")}`,
	`SELECT 'routine', NULL, ${NAME$2("p.oid::regprocedure::text", "n")},
    jsonb_build_object('definition', pg_get_functiondef(p.oid), 'comment', obj_description(p.oid, 'pg_proc'))
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind <> 'a' AND ${OWN$1("n", "pg_proc", "p.oid")}`,
	`SELECT 'routine', NULL, ${NAME$2("p.oid::regprocedure::text", "n")},
    jsonb_build_object('type', 'aggregate', 'steps', g.aggtransfn::text || ', ' || g.aggfinalfn::text, 'state', format_type(g.aggtranstype, NULL),
      'initial', g.agginitval, 'comment', obj_description(p.oid, 'pg_proc'))
  FROM pg_aggregate g JOIN pg_proc p ON p.oid = g.aggfnoid JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${OWN$1("n", "pg_proc", "p.oid")}`,
	`SELECT 'extension', NULL, e.extname, jsonb_build_object('version', e.extversion, 'schema', e.extnamespace::regnamespace::text)
  FROM pg_extension e`,
	`SELECT 'domain', NULL, ${NAME$2("t.typname", "n")},
    jsonb_build_object('type', format_type(t.typbasetype, t.typtypmod), 'nullable', CASE WHEN t.typnotnull THEN 'no' ELSE 'yes' END, 'default', t.typdefault,
      'collation', CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation::regcollation::text END,
      'checks', (SELECT string_agg(k.conname || ' ' || pg_get_constraintdef(k.oid), ', ' ORDER BY k.conname) FROM pg_constraint k
        WHERE k.contypid = t.oid AND k.contype = 'c'), 'comment', obj_description(t.oid, 'pg_type'))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_type b ON b.oid = t.typbasetype
  WHERE t.typtype = 'd' AND ${OWN$1("n", "pg_type", "t.oid")}`,
	`SELECT 'type', NULL, ${NAME$2("t.typname", "n")},
    jsonb_build_object('fields', (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
      FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
      'range of', (SELECT format_type(r.rngsubtype, NULL) FROM pg_range r WHERE r.rngtypid = t.oid), 'comment', obj_description(t.oid, 'pg_type'))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
  WHERE (t.typtype = 'r' OR (t.typtype = 'c' AND c.relkind = 'c')) AND ${OWN$1("n", "pg_type", "t.oid")}`,
	`SELECT 'namespace', NULL, n.nspname, jsonb_build_object('comment', obj_description(n.oid, 'pg_namespace'))
  FROM pg_namespace n WHERE n.nspname <> 'public' AND ${OWN$1("n", "pg_namespace", "n.oid")}`,
	`SELECT 'policy', ${NAME$2("t.relname", "n")}, p.polname,
    jsonb_build_object('command', p.polcmd, 'permissive', p.polpermissive, 'using', pg_get_expr(p.polqual, p.polrelid),
      'check', pg_get_expr(p.polwithcheck, p.polrelid),
      'roles', (SELECT string_agg(CASE r.oid WHEN 0 THEN 'public' ELSE r.oid::regrole::text END, ', ' ORDER BY 1) FROM unnest(p.polroles) AS r (oid)),
      'comment', obj_description(p.oid, 'pg_policy'))
  FROM pg_policy p JOIN pg_class t ON t.oid = p.polrelid JOIN pg_namespace n ON n.oid = t.relnamespace WHERE ${OWN$1("n", "pg_class", "t.oid")}`,
	`SELECT 'rule', ${NAME$2("t.relname", "n")}, r.rulename,
    jsonb_build_object('definition', pg_get_ruledef(r.oid), 'enabled', r.ev_enabled, 'comment', obj_description(r.oid, 'pg_rewrite'))
  FROM pg_rewrite r JOIN pg_class t ON t.oid = r.ev_class JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE r.rulename <> '_RETURN' AND ${OWN$1("n", "pg_class", "t.oid")}`
];
/** Rows `kind`, `owner`, `name` and `attributes`, a JSON object as text; null is SQL's none. */
const POSTGRESQL_QUERY = `SELECT kind, owner, name, attributes::text AS attributes FROM (
  ${ALL.join("\n  UNION ALL ")}
) AS objects (kind, owner, name, attributes)`;
/** The picture of one database; `leftOut` are names of tables that are not part of it (Alembic's version tables). */
function postgresqlSchema(version, rows, leftOut) {
	const kept = rows.map(({ kind, owner, name, attributes }) => {
		const values = JSON.parse(attributes);
		const texts = Object.entries(values).map(([key, value]) => [key, value === null ? null : String(value)]);
		return {
			kind,
			table: owner,
			name,
			attributes: Object.fromEntries(texts)
		};
	}).filter(({ kind, table, name }) => !leftOut.has(table ?? (kind === "table" ? name : "")));
	return {
		engine: "postgresql",
		version,
		objects: inOrder(kept)
	};
}

// src/verify/schema/mysql-queries.ts
function mysqlPicture(product) {
	const parts = Object.entries(partsOf(product));
	return {
		sql: parts.map(([section, { columns, rest }]) => {
			return `SELECT '${section}' AS section, JSON_ARRAY(${Object.values(columns).map((column) => `CONVERT(${column} USING utf8mb4)`).join(", ")}) AS line FROM ${rest}`;
		}).join("\nUNION ALL "),
		parameters: (schema) => parts.map(() => schema),
		read: (rows) => sorted(parts, rows)
	};
}
function sorted(parts, rows) {
	const names = new Map(parts.map(([section, { columns }]) => [section, Object.keys(columns)]));
	const sections = new Map(parts.map(([section]) => [section, []]));
	for (const { section, line } of rows) {
		const columns = names.get(String(section)) ?? [];
		const values = typeof line === "string" ? JSON.parse(line) : null;
		if (!Array.isArray(values) || values.length !== columns.length) throw new Error(`the server's catalogue gives no row of ${String(section)}`);
		sections.get(String(section))?.push(Object.fromEntries(columns.map((column, index) => [column, values[index]])));
	}
	const inOrder = parts.map(([section]) => [section, (sections.get(section) ?? []).toSorted((a, b) => Number(a[POSITION] ?? 0) - Number(b[POSITION] ?? 0))]);
	return Object.fromEntries(inOrder);
}
/** Of a row among those of one object. */
const POSITION = "position";
function partsOf(product) {
	const mysql = product === "mysql";
	return {
		schema: part("SCHEMATA", "SCHEMA_NAME", "default_character_set_name default_collation_name"),
		tables: part("TABLES", "TABLE_SCHEMA", TABLE$1),
		columns: part("COLUMNS", "TABLE_SCHEMA", mysql ? `${COLUMN} srs_id` : COLUMN),
		indexes: part("STATISTICS", "TABLE_SCHEMA", `${INDEX} ${mysql ? "is_visible expression" : "ignored"}`, { [POSITION]: "SEQ_IN_INDEX" }),
		foreignKeys: {
			columns: FOREIGN_KEY,
			rest: FOREIGN_KEYS
		},
		checks: mysql ? {
			columns: MYSQL_CHECK,
			rest: MYSQL_CHECKS
		} : part("CHECK_CONSTRAINTS", "CONSTRAINT_SCHEMA", "table_name constraint_name check_clause level"),
		partitions: part("PARTITIONS", "PARTITION_NAME IS NOT NULL AND TABLE_SCHEMA", PARTITION),
		views: part("VIEWS", "TABLE_SCHEMA", "table_name view_definition check_option security_type"),
		triggers: part("TRIGGERS", "TRIGGER_SCHEMA", TRIGGER),
		routines: part("ROUTINES", "ROUTINE_SCHEMA", ROUTINE),
		parameters: part("PARAMETERS", "SPECIFIC_SCHEMA", "specific_name routine_type parameter_mode parameter_name dtd_identifier", { [POSITION]: "ORDINAL_POSITION" }),
		events: part("EVENTS", "EVENT_SCHEMA", EVENT)
	};
}
const TABLE$1 = "table_name table_type engine row_format table_collation create_options table_comment";
const COLUMN = "table_name column_name ordinal_position column_default is_nullable column_type character_set_name collation_name extra column_comment generation_expression";
const INDEX = "table_name index_name non_unique column_name sub_part collation index_type index_comment";
const PARTITION = "table_name partition_name subpartition_name partition_ordinal_position partition_method partition_expression partition_description subpartition_method subpartition_expression partition_comment";
const TRIGGER = "event_object_table trigger_name action_timing event_manipulation action_order action_statement sql_mode";
const ROUTINE = "routine_name routine_type dtd_identifier routine_definition is_deterministic sql_data_access security_type sql_mode routine_comment";
const EVENT = "event_name event_definition event_type execute_at interval_value interval_field status on_completion event_comment sql_mode";
const FOREIGN_KEY = {
	...of$1("k", "table_name constraint_name column_name"),
	...of$1("k", "referenced_table_schema referenced_table_name referenced_column_name"),
	...of$1("r", "update_rule delete_rule match_option"),
	[POSITION]: "k.ORDINAL_POSITION"
};
const FOREIGN_KEYS = `information_schema.REFERENTIAL_CONSTRAINTS r
  JOIN information_schema.KEY_COLUMN_USAGE k ON k.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA
    AND k.CONSTRAINT_NAME = r.CONSTRAINT_NAME AND k.TABLE_NAME = r.TABLE_NAME
  WHERE r.CONSTRAINT_SCHEMA = ? AND k.REFERENCED_TABLE_NAME IS NOT NULL`;
const MYSQL_CHECK = {
	...of$1("c", "constraint_name check_clause"),
	...of$1("t", "table_name enforced")
};
const MYSQL_CHECKS = `information_schema.CHECK_CONSTRAINTS c
  JOIN information_schema.TABLE_CONSTRAINTS t ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA
    AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME AND t.CONSTRAINT_TYPE = 'CHECK'
  WHERE c.CONSTRAINT_SCHEMA = ?`;
function part(view, where, columns, more = {}) {
	return {
		columns: {
			...of$1("v", columns),
			...more
		},
		rest: `information_schema.${view} v WHERE ${where} = ?`
	};
}
function of$1(view, columns) {
	return Object.fromEntries(columns.split(" ").map((column) => [column, `${view}.${column.toUpperCase()}`]));
}

// src/verify/schema/mysql.ts
/** Rows of MySQL's and MariaDB's `information_schema` -> Schema, spelled so that equal schemas are equal values. */
/** The picture of one schema; `leftOut` are names of tables that are not part of it (Alembic's version tables). */
function mysqlSchema(catalogue, leftOut) {
	const { rows } = catalogue;
	const kept = [
		...rows.schema.map((row) => object$1("schema", null, "", {
			charset: text$1(row, "default_character_set_name"),
			collation: text$1(row, "default_collation_name")
		})),
		...rows.tables.filter((row) => text$1(row, "table_type") !== "VIEW").map(table$1),
		...rows.columns.filter(withoutViews(rows.views)).map((row) => column$1(row, catalogue.name)),
		...grouped(rows.indexes, "table_name", "index_name").map(index$1),
		...grouped(rows.foreignKeys, "table_name", "constraint_name").map((parts) => foreignKey(parts, catalogue.name)),
		...rows.checks.map(check),
		...rows.partitions.map(partition),
		...rows.views.map((row) => view(row, catalogue.name)),
		...rows.triggers.map(trigger),
		...rows.routines.map((row) => routine(row, rows.parameters)),
		...rows.events.map(event)
	].filter(({ table: owner, name, kind }) => !leftOut.has(owner ?? (kind === "table" ? name : "")));
	return {
		engine: catalogue.engine,
		version: catalogue.version,
		objects: inOrder(kept)
	};
}
function table$1(row) {
	const type = text$1(row, "table_type");
	return object$1(type === "SEQUENCE" ? "sequence" : "table", null, required(row, "table_name"), {
		engine: text$1(row, "engine"),
		collation: text$1(row, "table_collation"),
		"row format": text$1(row, "row_format"),
		options: text$1(row, "create_options"),
		comment: text$1(row, "table_comment"),
		...type === "BASE TABLE" ? {} : { type }
	});
}
function column$1(row, schema) {
	const extra = text$1(row, "extra") ?? "";
	const generated = /\b(VIRTUAL|STORED|PERSISTENT) GENERATED\b/i.exec(extra)?.[1]?.toLowerCase();
	const srid = text$1(row, "srs_id");
	return object$1("column", required(row, "table_name"), required(row, "column_name"), {
		type: text$1(row, "column_type"),
		nullable: text$1(row, "is_nullable")?.toLowerCase() ?? null,
		default: columnDefault(row, extra)?.replaceAll(`\`${schema}\`.`, "") ?? null,
		comment: text$1(row, "column_comment"),
		charset: text$1(row, "character_set_name"),
		collation: text$1(row, "collation_name"),
		"generated as": generated ? `${text$1(row, "generation_expression") ?? ""} ${generated}` : null,
		"auto-increment": yesNo$1(/\bauto_increment\b/i.test(extra)),
		"on update": /\bon update (\S+)/i.exec(extra)?.[1]?.toLowerCase() ?? null,
		invisible: yesNo$1(/\bINVISIBLE\b/i.test(extra)),
		...srid === null ? {} : { srid },
		position: text$1(row, "ordinal_position")
	});
}
/** A literal is quoted and an expression is not. MariaDB quotes by itself and says `NULL` where MySQL gives none. */
function columnDefault(row, extra) {
	const value = text$1(row, "column_default");
	if (!("srs_id" in row)) return value === "NULL" ? null : value;
	return value === null || /\bDEFAULT_GENERATED\b/.test(extra) ? value : `'${value}'`;
}
function index$1(parts) {
	const [first = {}] = parts;
	const name = required(first, "index_name");
	const hidden = text$1(first, "is_visible") === "NO" || text$1(first, "ignored") === "YES";
	return object$1(name === "PRIMARY" ? "primary-key" : "index", required(first, "table_name"), name, {
		columns: parts.map(indexPart).join(", "),
		unique: yesNo$1(text$1(first, "non_unique") === "0"),
		type: text$1(first, "index_type"),
		visible: yesNo$1(!hidden),
		comment: text$1(first, "index_comment")
	});
}
function indexPart(row) {
	const expression = text$1(row, "expression");
	const prefix = text$1(row, "sub_part");
	return `${expression === null ? `\`${required(row, "column_name")}\`` : `(${expression})`}${prefix === null ? "" : `(${prefix})`}${text$1(row, "collation") === "D" ? " DESC" : ""}`;
}
function foreignKey(parts, schema) {
	const [first = {}] = parts;
	const elsewhere = text$1(first, "referenced_table_schema");
	const names = (field) => parts.map((part) => `\`${required(part, field)}\``).join(", ");
	const referenced = `\`${required(first, "referenced_table_name")}\` (${names("referenced_column_name")})`;
	return object$1("foreign-key", required(first, "table_name"), required(first, "constraint_name"), {
		columns: names("column_name"),
		references: elsewhere === null || elsewhere === schema ? referenced : `\`${elsewhere}\`.${referenced}`,
		"on update": text$1(first, "update_rule"),
		"on delete": text$1(first, "delete_rule"),
		match: text$1(first, "match_option")
	});
}
function check(row) {
	return object$1("check", required(row, "table_name"), required(row, "constraint_name"), {
		clause: text$1(row, "check_clause"),
		..."enforced" in row ? { enforced: text$1(row, "enforced")?.toLowerCase() ?? null } : {}
	});
}
function partition(row) {
	const sub = text$1(row, "subpartition_name");
	const name = required(row, "partition_name");
	return object$1("partition", required(row, "table_name"), sub === null ? name : `${name}/${sub}`, {
		method: text$1(row, "partition_method"),
		expression: text$1(row, "partition_expression"),
		values: text$1(row, "partition_description"),
		"subpartition method": text$1(row, "subpartition_method"),
		"subpartition expression": text$1(row, "subpartition_expression"),
		order: text$1(row, "partition_ordinal_position"),
		comment: text$1(row, "partition_comment")
	});
}
function view(row, schema) {
	return object$1("view", null, required(row, "table_name"), {
		definition: text$1(row, "view_definition")?.replaceAll(`\`${schema}\`.`, "") ?? null,
		"check option": text$1(row, "check_option"),
		security: text$1(row, "security_type")
	});
}
function trigger(row) {
	return object$1("trigger", required(row, "event_object_table"), required(row, "trigger_name"), {
		when: `${required(row, "action_timing")} ${required(row, "event_manipulation")}`,
		order: text$1(row, "action_order"),
		statement: text$1(row, "action_statement"),
		"sql mode": text$1(row, "sql_mode")
	});
}
function routine(row, parameters) {
	const name = required(row, "routine_name");
	const type = required(row, "routine_type");
	return object$1("routine", null, name, {
		type,
		parameters: parameters.filter((one) => text$1(one, "specific_name") === name && text$1(one, "routine_type") === type).map((one) => [
			"parameter_mode",
			"parameter_name",
			"dtd_identifier"
		].map((field) => text$1(one, field) ?? "").join(" ").trim()).join(", "),
		returns: text$1(row, "dtd_identifier"),
		definition: text$1(row, "routine_definition"),
		deterministic: text$1(row, "is_deterministic"),
		"data access": text$1(row, "sql_data_access"),
		security: text$1(row, "security_type"),
		"sql mode": text$1(row, "sql_mode"),
		comment: text$1(row, "routine_comment")
	});
}
function event(row) {
	return object$1("event", null, required(row, "event_name"), {
		type: text$1(row, "event_type"),
		at: text$1(row, "execute_at"),
		every: `${text$1(row, "interval_value") ?? ""} ${text$1(row, "interval_field") ?? ""}`.trim() || null,
		definition: text$1(row, "event_definition"),
		status: text$1(row, "status"),
		"on completion": text$1(row, "on_completion"),
		"sql mode": text$1(row, "sql_mode"),
		comment: text$1(row, "event_comment")
	});
}
/** Rows of one object, which the query has already put next to each other and in order. */
function grouped(rows, ...fields) {
	const groups = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const key = fields.map((field) => text$1(row, field)).join("\0");
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return [...groups.values()];
}
/** A view's columns follow from its definition. */
function withoutViews(views) {
	const names = new Set(views.map((row) => text$1(row, "table_name")));
	return (row) => !names.has(text$1(row, "table_name"));
}
function object$1(kind, owner, name, attributes) {
	return {
		kind,
		table: owner,
		name,
		attributes
	};
}
function yesNo$1(value) {
	return value ? "yes" : "no";
}
function text$1(row, field) {
	const value = row[field];
	if (value === null || value === void 0) return null;
	if (value instanceof Uint8Array) return new TextDecoder().decode(value);
	return typeof value === "string" ? value : JSON.stringify(value);
}
/** For names, which no row is without. */
function required(row, field) {
	return text$1(row, field) ?? "";
}

// src/verify/schema/sqlite-text.ts
/** SQL that SQLite keeps as it was written -> one spelling, so that equal definitions are equal texts. */
/** Words whose case says nothing; a name that is one of them keeps its quotes. */
const KEYWORDS = new Set("ADD AFTER ALL ALWAYS AND AS ASC BEFORE BEGIN BETWEEN BY CASE CAST COLLATE CREATE CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DEFAULT DELETE DESC DISTINCT EACH ELSE END ESCAPE EXISTS FALSE FOR FROM GLOB GROUP HAVING IN INDEX INSERT INSTEAD INTO IS ISNULL JOIN KEY LEFT LIKE LIMIT MATCH NOT NOTNULL NULL OF ON OR ORDER OUTER PRIMARY RAISE REFERENCES REGEXP ROW SELECT SET TABLE THEN TRIGGER TRUE UNION UNIQUE UPDATE USING VALUES VIEW WHEN WHERE WITH".split(" "));
/** The tokens of what is kept as one statement, a trigger's inner ones included; null where it does not end. */
function tokensOf(sql) {
	const statements = sqlStatements(sql, "sqlite");
	return statements && withBrackets(statements.flatMap((one, index) => index === 0 ? one : [{
		kind: "symbol",
		text: ";"
	}, ...one]));
}
/** Names between brackets, as SQL Server writes them. */
function withBrackets(tokens) {
	const read = [];
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (token === void 0) break;
		const end = isSymbol(token, "[") ? tokens.findIndex((one, index) => index > at && isSymbol(one, "]")) : -1;
		if (end > at) {
			read.push({
				kind: "name",
				text: tokens.slice(at + 1, end).map(plainText).join(" ")
			});
			at = end;
		} else if (token.kind === "group") read.push({
			kind: "group",
			items: withBrackets(token.items)
		});
		else read.push(token);
	}
	return read;
}
const isSymbol = (token, text) => token.kind === "symbol" && token.text === text;
const plainText = (token) => "text" in token ? token.text : "";
function spell(tokens) {
	let text = "";
	let last;
	for (const token of tokens) {
		text += `${last === void 0 || isTight(last, token) ? "" : " "}${spellOne(token)}`;
		last = token;
	}
	return text;
}
/** An expression that stands in brackets is the same without them. */
function spellExpression(sql) {
	let tokens = tokensOf(sql);
	for (let [only] = tokens ?? []; tokens?.length === 1 && only?.kind === "group"; [only] = tokens) tokens = only.items;
	return tokens === null ? sql.trim() : spell(tokens);
}
/** Case and spaces of a type's name say nothing. */
const typeNameOf = (written) => written.toUpperCase().replaceAll(/\s+/g, " ").replaceAll(/ ?([(,)]) ?/g, "$1");
/** Brackets stand close to what is before them, as do commas and dots; symbols, which come one by one, to each other. */
function isTight(last, token) {
	if (token.kind === "group") return last.kind === "name" || last.kind === "word" && !KEYWORDS.has(last.upper);
	if (isSymbol(token, ",") || isSymbol(token, ".") || isSymbol(last, ".") || isSymbol(token, ";")) return true;
	return token.kind === "symbol" && last.kind === "symbol" && !isSymbol(last, ",");
}
function spellOne(token) {
	switch (token.kind) {
		case "word": return KEYWORDS.has(token.upper) ? token.upper : token.text;
		case "name": return isBare(token.text) ? token.text : `"${token.text.replaceAll("\"", "\"\"")}"`;
		case "string": return `'${token.text.replaceAll("'", "''")}'`;
		case "group": return `(${spell(token.items)})`;
		case "computed": return "…";
		case "number":
		case "symbol": return token.text;
	}
}
const isBare = (name) => /^[A-Za-z_]\w*$/.test(name) && !KEYWORDS.has(name.toUpperCase());

// src/verify/schema/sqlite-create.ts
/** What only the text of a CREATE TABLE says, since SQLite's pragmas do not: constraints by name, collations, expressions. */
/** null where it is none of this shape. */
function readTable(tokens) {
	const phrase = new Phrase(tokens);
	if (!phrase.accept("CREATE TABLE") || phrase.dotted() === null) return null;
	const parts = splitOnCommas(phrase.group() ?? []);
	const columns = [];
	const constraints = [];
	for (const part of parts) {
		const first = part[0];
		const isConstraint = first?.kind === "word" && /^(CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)$/.test(first.upper);
		const definition = new Phrase(part);
		const name = isConstraint ? null : nameIn(definition);
		const read = new Clauses(definition, name);
		constraints.push(...read.constraints);
		if (name !== null) columns.push({
			name,
			...read.column
		});
		if (read.unread) return null;
	}
	return {
		columns,
		constraints,
		options: splitOnCommas(phrase.rest).map((one) => spell(one).toUpperCase())
	};
}
const nameIn = (phrase) => {
	const token = phrase.take();
	return token !== null && "text" in token ? token.text : "";
};
const ACTIONS = [
	"CASCADE",
	"SET NULL",
	"SET DEFAULT",
	"RESTRICT",
	"NO ACTION"
];
/** The clauses of one column (`owner`) or of one table constraint (null), read from the front. */
var Clauses = class {
	constraints = [];
	column = {
		collation: null,
		generated: null,
		autoIncrement: false,
		conflict: null
	};
	/** Whether something of a table constraint was not understood; a column's type may be anything. */
	unread = false;
	#phrase;
	#owner;
	#name = null;
	constructor(phrase, owner) {
		this.#phrase = phrase;
		this.#owner = owner;
		while (!phrase.ended) if (!this.#clause()) {
			phrase.take();
			this.unread ||= owner === null;
		}
	}
	/** Whether one was there. */
	#clause() {
		const phrase = this.#phrase;
		if (phrase.accept("CONSTRAINT")) {
			this.#name = nameIn(phrase);
			return true;
		}
		if (phrase.accept("PRIMARY KEY")) return this.#key("primary-key");
		if (phrase.accept("UNIQUE")) return this.#key("unique");
		if (phrase.accept("CHECK")) return this.#add({
			kind: "check",
			clause: spell(phrase.group() ?? [])
		});
		if (phrase.accept("FOREIGN KEY")) return this.#foreignKey(spell(phrase.group() ?? []));
		if (this.#owner === null) return false;
		return this.#ofColumn(this.#owner);
	}
	#ofColumn(owner) {
		const phrase = this.#phrase;
		if (phrase.accept("NOT NULL")) {
			this.#name = null;
			this.column.conflict = this.#onConflict();
		} else if (phrase.accept("COLLATE")) this.column.collation = nameIn(phrase).toUpperCase();
		else if (phrase.accept("DEFAULT")) {
			if (!phrase.symbol("-")) phrase.symbol("+");
			phrase.take();
		} else if (phrase.accept("GENERATED ALWAYS AS") || phrase.accept("AS")) this.column.generated = spell(phrase.group() ?? []);
		else if (phrase.peek()?.kind === "word" && this.#isReference()) return this.#foreignKey(spell([{
			kind: "name",
			text: owner
		}]));
		else return false;
		return true;
	}
	#isReference() {
		const next = this.#phrase.peek();
		return next?.kind === "word" && next.upper === "REFERENCES";
	}
	#key(kind) {
		const phrase = this.#phrase;
		const own = this.#owner === null ? null : spell([{
			kind: "name",
			text: this.#owner
		}]);
		const list = own ?? withoutAscending(phrase.group() ?? []);
		const direction = own !== null && phrase.acceptAny("ASC", "DESC") === "DESC" ? " DESC" : "";
		const conflict = this.#onConflict();
		if (phrase.accept("AUTOINCREMENT")) this.column.autoIncrement = true;
		return this.#add({
			kind,
			columns: `(${list}${direction})`,
			conflict
		});
	}
	#onConflict() {
		return this.#phrase.accept("ON CONFLICT") ? this.#phrase.word() : null;
	}
	#foreignKey(columns) {
		const phrase = this.#phrase;
		if (!phrase.accept("REFERENCES")) return false;
		const target = nameIn(phrase);
		const group = phrase.group();
		const actions = {
			DELETE: "NO ACTION",
			UPDATE: "NO ACTION"
		};
		let deferred = false;
		for (;;) if (phrase.accept("ON DELETE")) actions.DELETE = phrase.acceptAny(...ACTIONS) ?? "?";
		else if (phrase.accept("ON UPDATE")) actions.UPDATE = phrase.acceptAny(...ACTIONS) ?? "?";
		else if (phrase.accept("MATCH")) phrase.take();
		else if (phrase.accept("NOT DEFERRABLE")) phrase.acceptAny("INITIALLY DEFERRED", "INITIALLY IMMEDIATE");
		else if (phrase.accept("DEFERRABLE")) deferred = phrase.acceptAny("INITIALLY DEFERRED", "INITIALLY IMMEDIATE") === "INITIALLY DEFERRED";
		else break;
		const key = {
			columns: `(${columns})`,
			target,
			targets: group && `(${spell(group)})`,
			deferred
		};
		return this.#add({
			kind: "foreign-key",
			...key,
			onDelete: actions.DELETE,
			onUpdate: actions.UPDATE
		});
	}
	#add(constraint) {
		this.constraints.push({
			...constraint,
			name: this.#name
		});
		this.#name = null;
		return true;
	}
};
/** Of a list of indexed columns: up is how they stand anyway. */
const withoutAscending = (tokens) => spell(tokens.filter((token) => !(token.kind === "word" && token.upper === "ASC")));

// src/verify/schema/sqlite.ts
/** SQLite's own tables and pragmas -> Schema. What a pragma tells is taken from it, the rest from the text of the definition. */
const OWN = "m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
const SQLITE_QUERIES = {
	objects: `SELECT m.type, m.name, m.tbl_name AS owner, m.sql FROM sqlite_master AS m WHERE ${OWN} AND m.sql IS NOT NULL`,
	columns: `SELECT m.name AS owner, x.name, x.type, x."notnull" AS required, x.dflt_value AS standard, x.pk, x.cid, x.hidden
    FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS x WHERE m.type = 'table' AND ${OWN} ORDER BY 1, x.cid`,
	foreignKeys: `SELECT m.name AS owner, COUNT(DISTINCT k.id) AS there
    FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k WHERE m.type = 'table' AND ${OWN} GROUP BY 1`,
	settings: `SELECT e.encoding, u.user_version, a.application_id
    FROM pragma_encoding AS e, pragma_user_version AS u, pragma_application_id AS a`
};
/** The picture of one file; `leftOut` are names of tables that are not part of it (Alembic's version tables). */
function sqliteSchema(version, catalogue, leftOut) {
	const virtual = catalogue.objects.filter(isVirtual).map((row) => text(row, "name"));
	const isShadow = (name) => virtual.some((one) => name.startsWith(`${one}_`));
	const objects = catalogue.objects.filter((row) => {
		const owner = text(row, "owner");
		return !leftOut.has(owner) && !isShadow(owner);
	}).flatMap((row) => {
		const [type, name, owner] = [
			text(row, "type"),
			text(row, "name"),
			text(row, "owner")
		];
		if (type === "table") return table(row, catalogue);
		if (type === "index") return [index(row)];
		const definition = spellDefinition(text(row, "sql"));
		if (type === "view") return [object("view", null, name, { definition })];
		return [object("trigger", owner, name, { definition })];
	});
	const settings = catalogue.settings.map((row) => object("schema", null, "", {
		encoding: text(row, "encoding"),
		"user version": text(row, "user_version"),
		"application id": text(row, "application_id")
	}));
	return {
		engine: "sqlite",
		version,
		objects: inOrder(apart([...settings, ...objects]))
	};
}
const isVirtual = (row) => text(row, "type") === "table" && /^\s*CREATE\s+VIRTUAL\b/i.test(text(row, "sql"));
function table(row, catalogue) {
	const name = text(row, "name");
	const columns = catalogue.columns.filter((one) => text(one, "owner") === name && text(one, "hidden") !== "1");
	const tokens = tokensOf(text(row, "sql"));
	const keys = Number(catalogue.foreignKeys.find((one) => text(one, "owner") === name)?.["there"] ?? 0);
	const read = isVirtual(row) || tokens === null ? null : readTable(tokens);
	if (read === null || !agrees(read, columns.length, keys)) return [object("table", null, name, {
		definition: spellDefinition(text(row, "sql")),
		...isVirtual(row) ? { type: "virtual" } : {}
	}), ...columns.map((one) => column(one, columns, null))];
	return [
		object("table", null, name, {
			"without rowid": yesNo(read.options.includes("WITHOUT ROWID")),
			strict: yesNo(read.options.includes("STRICT"))
		}),
		...columns.map((one) => column(one, columns, read)),
		...read.constraints.map((one) => constraint(one, name, catalogue))
	];
}
/** Where the pragmas count otherwise, the text was misread. */
const agrees = ({ columns, constraints }, all, keys) => columns.length === all && constraints.filter(({ kind }) => kind === "foreign-key").length === keys;
function column(row, all, table) {
	const name = text(row, "name");
	const type = typeNameOf(text(row, "type"));
	const isRowid = all.filter((one) => text(one, "pk") !== "0").length === 1 && text(row, "pk") !== "0" && type === "INTEGER" && table?.options.includes("WITHOUT ROWID") === false;
	const kept = table?.columns.find((one) => one.name === name);
	const generated = {
		2: "virtual",
		3: "stored"
	}[text(row, "hidden")];
	const standard = row["standard"];
	const collation = kept?.collation ?? "BINARY";
	return object("column", text(row, "owner"), name, {
		type,
		nullable: text(row, "required") === "1" || isRowid ? "no" : "yes",
		default: typeof standard === "string" ? spellExpression(standard) : null,
		"generated as": generated === void 0 ? null : `${kept?.generated ?? ""} ${generated}`,
		collation: collation === "BINARY" ? null : collation,
		"auto-increment": yesNo(kept?.autoIncrement ?? false),
		...kept?.conflict ? { "on conflict": kept.conflict } : {},
		position: String(Number(row["cid"]) + 1)
	});
}
/** Where SQLite keeps no name, what the constraint says is its name. */
function constraint(one, table, catalogue) {
	switch (one.kind) {
		case "primary-key": {
			const { name, columns, conflict } = one;
			return object(one.kind, table, "PRIMARY", {
				name,
				columns,
				"on conflict": conflict
			});
		}
		case "unique": {
			const { name, columns, conflict } = one;
			return object(one.kind, table, name ?? columns, {
				columns,
				"on conflict": conflict
			});
		}
		case "check": return object(one.kind, table, one.name ?? one.clause, { clause: one.clause });
		case "foreign-key": return object(one.kind, table, one.name ?? one.columns, {
			columns: one.columns,
			target: `${one.target}${one.targets ?? primaryOf(one.target, catalogue)}`,
			"on delete": one.onDelete,
			"on update": one.onUpdate,
			deferred: yesNo(one.deferred)
		});
	}
}
function primaryOf(table, { columns }) {
	return `(${columns.filter((row) => text(row, "owner") === table && text(row, "pk") !== "0").toSorted((a, b) => Number(a["pk"]) - Number(b["pk"])).map((row) => spell([{
		kind: "name",
		text: text(row, "name")
	}])).join(", ")})`;
}
function index(row) {
	const [name, owner, sql] = [
		text(row, "name"),
		text(row, "owner"),
		text(row, "sql")
	];
	const phrase = new Phrase(tokensOf(sql) ?? []);
	phrase.accept("CREATE");
	const unique = phrase.accept("UNIQUE");
	const columns = phrase.accept("INDEX") && phrase.dotted() !== null && phrase.accept("ON") && phrase.dotted() !== null ? phrase.group() : null;
	if (columns === null) return object("index", owner, name, { definition: spellDefinition(sql) });
	return object("index", owner, name, {
		unique: yesNo(unique),
		columns: `(${withoutAscending(columns)})`,
		where: phrase.accept("WHERE") ? spell(phrase.rest) : null
	});
}
const spellDefinition = (sql) => spell(tokensOf(sql) ?? [{
	kind: "word",
	text: sql,
	upper: ""
}]);
/** Unnamed constraints may be there twice. */
function apart(objects) {
	const seen = /* @__PURE__ */ new Map();
	return objects.map((one) => {
		const key = [
			one.kind,
			one.table,
			one.name
		].join("\0");
		const count = (seen.get(key) ?? 0) + 1;
		seen.set(key, count);
		return count === 1 ? one : {
			...one,
			name: `${one.name} #${count}`
		};
	});
}
function object(kind, owner, name, attributes) {
	return {
		kind,
		table: owner,
		name,
		attributes
	};
}
const yesNo = (is) => is ? "yes" : "no";
function text(row, name) {
	const value = row[name];
	return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

// src/verify/schema/run-snapshot.ts
/** `leftOut` are Alembic's version tables. */
async function readSchema(server, scratch, leftOut) {
	switch (server.engine) {
		case "mysql":
		case "mariadb": {
			const { engine, version } = server;
			const { sql, parameters, read } = mysqlPicture(engine);
			const rows = read(await server.query(sql, parameters(scratch.name)));
			return mysqlSchema({
				engine,
				version,
				name: scratch.name,
				rows
			}, leftOut);
		}
		case "postgresql": {
			const rows = await scratch.query(POSTGRESQL_QUERY);
			return postgresqlSchema(server.version, rows, leftOut);
		}
		case "sqlite": {
			const rows = {};
			for (const [section, query] of Object.entries(SQLITE_QUERIES)) rows[section] = await scratch.query(query);
			return sqliteSchema(server.version, rows, leftOut);
		}
	}
}

// src/verify/run-world.ts
/** Removes its scratch databases when disposed. */
var World = class World {
	#server;
	#purpose;
	#byTarget = /* @__PURE__ */ new Map();
	/** Label (the target's database; '' for the first) by scratch name, in order of appearance. */
	#labels = /* @__PURE__ */ new Map();
	#scratches = /* @__PURE__ */ new Map();
	#versionTables = /* @__PURE__ */ new Map();
	#enforcing = /* @__PURE__ */ new Set();
	#first = null;
	/** Whether a connection went to the first scratch. */
	#taken = false;
	constructor(server, purpose) {
		this.#server = server;
		this.#purpose = purpose;
	}
	/**
	* The scratch database that stands for a target. A target that is one of ours already stays itself: the URL that the
	* project was given leads there. The first of the application's own targets takes the place of the project's database
	* if nobody went there by that URL.
	*/
	async endpoint(target) {
		const own = target.database === null ? void 0 : this.#scratches.get(target.database);
		if (own) {
			this.#taken ||= this.#labels.get(own.name) === "";
			return own.endpoint;
		}
		const key = JSON.stringify([
			target.host,
			target.port,
			target.database
		]);
		const asked = this.#byTarget.get(key) ?? this.#assign(target);
		this.#byTarget.set(key, asked);
		return (await asked).endpoint;
	}
	/** The scratch database that the gate itself names to a project, in its configuration and in variables. */
	own() {
		return this.endpoint(GATE_TARGET);
	}
	/** What Alembic's contexts said of their version tables, which are no part of any schema. */
	noteVersionTables(tables) {
		for (const { database, table, foreignKeys } of tables) {
			if (foreignKeys === true) this.#enforcing.add(database);
			this.#versionTables.set(database, (this.#versionTables.get(database) ?? /* @__PURE__ */ new Set()).add(table));
		}
	}
	/**
	* Databases of its own with everything that these hold, for the same targets. Rejects where the server cannot copy
	* them, or one of them names another; what was copied until then is gone.
	*/
	async copy() {
		const sources = [...this.#scratches.values()];
		return World.remade(this.#server, this.#purpose, await this.shape(), (index) => this.#server.cloneScratch(sources[index], this.#purpose));
	}
	/** What it is beside the contents of its databases, which `databases()` lists in the same order. */
	async shape() {
		const targets = await Promise.all([...this.#byTarget].map(async ([key, asked]) => [key, (await asked).name]));
		const first = (await this.#first)?.name;
		return {
			databases: [...this.#scratches.keys()].map((name) => ({
				label: this.#labels.get(name) ?? "",
				versionTables: [...this.#versionTables.get(name) ?? []],
				isFirst: name === first,
				targets: targets.flatMap(([key, of]) => of === name ? [key] : []),
				...this.#enforcing.has(name) ? { foreignKeys: true } : {}
			})),
			taken: this.#taken
		};
	}
	/** One of that shape, each database of which is made by `make`. Where that rejects, what was made until then is gone. */
	static async remade(server, purpose, shape, make) {
		const world = new World(server, purpose);
		try {
			for (const [index, database] of shape.databases.entries()) {
				const { label, versionTables, isFirst, targets, foreignKeys } = database;
				const scratch = await make(index);
				world.#scratches.set(scratch.name, scratch);
				world.#labels.set(scratch.name, label);
				if (versionTables.length > 0) world.#versionTables.set(scratch.name, new Set(versionTables));
				for (const key of targets) world.#byTarget.set(key, Promise.resolve(scratch));
				if (isFirst) world.#first = Promise.resolve(scratch);
				if (foreignKeys === true) world.#enforcing.add(scratch.name);
			}
			world.#taken = shape.taken;
			return world;
		} catch (error) {
			await world[Symbol.asyncDispose]();
			throw error;
		}
	}
	/** The one of this name that is ours, as a session inside of it is asked for its name. */
	scratch(name) {
		return this.#scratches.get(name);
	}
	/** SQLite: whether the application's own sessions there have foreign keys enforced. */
	enforcesKeys(name) {
		return this.#enforcing.has(name);
	}
	/** Label ('' for the project's own) and database. */
	databases() {
		return [...this.#scratches.values()].map((scratch) => [this.#labels.get(scratch.name) ?? "", scratch]);
	}
	async snapshot() {
		const schemas = /* @__PURE__ */ new Map();
		for (const [name, label] of this.#labels) {
			const scratch = this.#scratches.get(name);
			if (scratch) schemas.set(label, await readSchema(this.#server, scratch, this.#versionTables.get(name) ?? /* @__PURE__ */ new Set()));
		}
		return schemas;
	}
	/** Revision ids in a version table, as the server has them; null where there is no such table of ours. */
	async versions({ database, table, schema }) {
		const scratch = this.#scratches.get(database);
		if (!scratch) return null;
		const quote = this.#server.engine === "postgresql" ? "\"" : "`";
		const name = [schema, table].flatMap((part) => part === null ? [] : [`${quote}${part.replaceAll(quote, quote + quote)}${quote}`]);
		return (await scratch.query(`SELECT version_num AS id FROM ${name.join(".")}`).catch(noTable))?.map(({ id }) => String(id)) ?? null;
	}
	/** From the driver to a command: that one comes by the application's own target, where the driver may have come by ours. */
	passOn() {
		this.#taken = false;
	}
	/** Revision ids in all version tables that were noted. */
	async recorded() {
		const found = [];
		for (const [database, tables] of this.#versionTables) for (const table of tables) found.push(...await this.versions({
			database,
			table,
			schema: null
		}) ?? []);
		return found;
	}
	/** Ends what a killed client left running, whose locks would stand in the way of everything after it. */
	async endSessions() {
		if (this.#server.engine === "sqlite") return;
		for (const { name, endpoint } of this.#scratches.values()) {
			if (this.#server.engine === "postgresql") {
				await this.#server.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = $2 AND pid <> pg_backend_pid()", [name, endpoint.user]);
				continue;
			}
			const rows = await this.#server.query("SELECT ID AS id FROM information_schema.PROCESSLIST WHERE DB = ? AND USER = ? AND ID <> CONNECTION_ID()", [name, endpoint.user]);
			for (const { id } of rows) await this.#server.query(`KILL ${Number(id)}`).catch(() => void 0);
		}
	}
	/** A message without the scratch databases' names and password, and addresses in memory, which mean nothing to anybody and differ from run to run. */
	readable(message) {
		const open = [...this.#scratches.values()].map(({ endpoint }) => endpoint.password).filter(Boolean).reduce((text, password) => text.replaceAll(password, "…"), withoutAddresses(message));
		return [...this.#labels].reduce((text, [name, label]) => {
			const shown = label === "" ? "" : `${label}.`;
			return text.replaceAll(`\`${name}\`.`, label === "" ? "" : `\`${label}\`.`).replaceAll(`${name}.`, shown).replaceAll(name, label);
		}, open);
	}
	async [Symbol.asyncDispose]() {
		for (const scratch of this.#scratches.values()) await this.#server.dropScratch(scratch);
		this.#scratches.clear();
	}
	#assign(target) {
		if (this.#first !== null && !this.#taken && target.host !== GATE_TARGET.host) {
			this.#taken = true;
			return this.#first;
		}
		const created = this.#create(this.#first === null ? "" : target.database ?? target.host);
		this.#first ??= created;
		return created;
	}
	async #create(label) {
		const scratch = await this.#server.createScratch(this.#purpose);
		this.#scratches.set(scratch.name, scratch);
		this.#labels.set(scratch.name, label);
		return scratch;
	}
};
/** What both client libraries call a table that is not there. */
function noTable(error) {
	const code = error instanceof Error && "code" in error ? error.code : null;
	if (code === "ER_NO_SUCH_TABLE" || code === "42P01" || code === "no-table") return null;
	throw error;
}

// src/verify/base-state/run-foundation.ts
/** Fresh databases as the foundation makes them; throws NotEvaluated where it does not. */
async function layFoundation(bench, foundation) {
	if (foundation.kind === "dump") return loadOnFresh(bench, foundation);
	const { world, end } = await runOnFresh(bench, foundation.command, foundation.directory);
	if (end.kind === "done") return world;
	await world[Symbol.asyncDispose]();
	throw new NotEvaluated(`The base state cannot be made: ${world.readable(endInWords(foundation.command, end))}.`);
}
async function loadOnFresh({ ports, limits }, dump) {
	ports.progress(`Loading ${dump.path}`);
	const world = new World(ports.server, "proof");
	try {
		const scratch = world.scratch((await world.own()).database);
		if (scratch) await loadDump(dump, {
			server: ports.server,
			scratch,
			limits
		});
		return world;
	} catch (error) {
		await world[Symbol.asyncDispose]();
		throw error;
	}
}
/** Runs a command of the project in a tree, on databases of its own, which are the caller's. */
async function runOnFresh({ request, ports, limits }, command, directory) {
	ports.progress(`Running ${command}`);
	const world = new World(ports.server, "proof");
	try {
		const end = await ports.runCommand({
			command,
			environment: request.environment,
			tree: directory,
			checkout: request.checkout,
			family: familyOf(ports.server.engine),
			own: await world.own(),
			scratch: (target) => world.endpoint(target),
			limitMs: Math.min(limits.stepMs, Math.max(limits.remainingMs(), 0))
		});
		if (end.kind !== "done") await world.endSessions();
		return {
			world,
			end
		};
	} catch (error) {
		await world[Symbol.asyncDispose]();
		throw error;
	}
}
/** "`flask create` ends with exit code 1: OperationalError: …". */
function endInWords(command, end) {
	const words = end.lastWords === "" ? "" : `: ${end.lastWords}`;
	if (end.kind === "timeout") return `\`${command}\` does not end within its limit (\`timeouts: {step: …}\`)${words}`;
	return `\`${command}\` ends with ${end.how}${words}`;
}
/** From what the foundation stamped to exactly these revisions, in this order. */
async function moveFrom(foundation, stage, revisions, what, way) {
	const stamped = await stampedBy(foundation, stage);
	const made = stage.graph.ancestors(stamped);
	const wanted = new Set(revisions);
	const surplus = stage.graph.upgradeOrder(stamped).filter((id) => !wanted.has(id));
	if (way === "up" && surplus.length > 0) throw new NotEvaluated(`${what} lies below what \`base-state:\` makes, and nothing builds a database that is there.`);
	await descend(stage, surplus.toReversed(), what);
	await climb(stage, revisions.filter((id) => !made.has(id)), what, `What \`base-state:\` makes lacks it: see that ${inWords(foundation)} holds what belongs to the revision that it names.`);
}
const LET_IT_STAMP = "let it stamp what it made (`alembic stamp heads`, `flask db stamp heads`) on the database that the environment's URL names";
const DUMP_VERSIONS = "dump that table's rows too, also where the others are dumped without theirs";
const inWords = (maker) => maker.kind === "dump" ? `the dump \`${maker.path}\`` : `\`${maker.command}\``;
/** Revisions that a database says it is at. Throws NotEvaluated where it says nothing, or nothing that this history knows. */
async function stampedBy(maker, stage) {
	const name = maker.kind === "dump" ? `The dump \`${maker.path}\`` : inWords(maker);
	const recorded = await recordedVersions(stage);
	const [first] = recorded;
	for (const { table, ids } of recorded) {
		if (ids === null || ids.length === 0) throw new NotEvaluated(`${name} leaves no version in \`${table.table}\`: ${maker.kind === "dump" ? DUMP_VERSIONS : LET_IT_STAMP}.`);
		const unknown = ids.filter((id) => !stage.graph.revisions.has(id));
		if (unknown.length > 0) throw new NotEvaluated(`${name} names ${unknown.map((id) => `\`${id}\``).join(", ")}, which this history does not have.`);
		if (first && ids.toSorted().join() !== (first.ids ?? []).toSorted().join()) throw new NotEvaluated(`${name} leaves the project's databases at different revisions.`);
	}
	return first?.ids ?? [];
}

// src/verify/base-state/run-kept.ts
/** The base state; `build` makes it where none is kept that counts. */
async function throughKept(ports, build) {
	const { kept, server } = ports;
	if (kept === void 0) return build();
	const key = [
		...kept.made,
		server.engine,
		server.product,
		server.version,
		await server.settings()
	];
	const found = await recall(ports, await kept.states.read(key));
	if (found.kind === "world") {
		ports.progress("The base state is one that an earlier run kept");
		return found.world;
	}
	if (found.kind === "wrong") {
		kept.note(`The kept base state is not used, because ${found.why}: it is built anew.`);
		await kept.states.discard(key);
	}
	const world = await build();
	if (!kept.states.writable || found.kind === "unkeepable") return world;
	const state = await stateOf(ports, world);
	if (state === null) return world;
	const isTrue = found.kind === "wrong" && found.state !== null && nameless(found.state) === nameless(state);
	await kept.states.write(key, JSON.stringify(isTrue ? { unkeepable: found.why } : state));
	return world;
}
async function recall(ports, found) {
	if (found.kind === "none") return { kind: "none" };
	if (found.kind === "unusable") return {
		kind: "wrong",
		why: found.why,
		state: null
	};
	let state;
	try {
		state = JSON.parse(found.text);
	} catch {
		return {
			kind: "wrong",
			why: "it is no text of ours",
			state: null
		};
	}
	if ("unkeepable" in state) return { kind: "unkeepable" };
	const restored = await restore(ports, state);
	return restored.kind === "world" ? restored : {
		...restored,
		state
	};
}
/** The same for two runs that made the same: schemas and users carry the name of their run. */
function nameless(state) {
	const text = JSON.stringify(state);
	return state.dumps.reduce((rest, { name, user }) => rest.replaceAll(name, "").replaceAll(user, ""), text);
}
/** The server is asked for everything that was written down: objects, attribute by attribute, and sums over all rows. */
async function restore({ server }, kept) {
	let world = null;
	let why;
	try {
		world = await World.remade(server, "proof", kept.shape, (index) => server.loadScratch(kept.dumps[index], "proof"));
		why = await difference$1(world, kept, server);
		if (why === null) return {
			kind: "world",
			world
		};
	} catch (error) {
		why = `it cannot be loaded (${words$1(error)})`;
	}
	await world?.[Symbol.asyncDispose]();
	return {
		kind: "wrong",
		why
	};
}
async function difference$1(world, kept, server) {
	const recorded = new Map(kept.schema);
	const [different] = diffDatabases(recorded, await world.snapshot());
	if (different !== void 0) return `its ${different.object} differs in ${different.attribute} once loaded`;
	for (const [index, [, scratch]] of world.databases().entries()) if (await server.contents(scratch) !== kept.contents[index]) return "its rows are others once loaded";
	return null;
}
/** null where it cannot be told in statements, which costs time and nothing else. */
async function stateOf(ports, world) {
	try {
		const scratches = world.databases().map(([, scratch]) => scratch);
		const schema = [...await world.snapshot()];
		const contents = [];
		const dumps = [];
		for (const scratch of scratches) {
			contents.push(await ports.server.contents(scratch));
			dumps.push(await ports.server.dumpScratch(scratch));
		}
		return {
			shape: await world.shape(),
			dumps,
			schema,
			contents
		};
	} catch (error) {
		ports.progress(`The base state is not kept: ${words$1(error)}`);
		return null;
	}
}
/** A server's message quotes what it was sent, rows included, so that only its code is told. */
const words$1 = (error) => {
	if (!(error instanceof Error)) return String(error);
	return "code" in error && typeof error.code === "string" ? error.code : error.message;
};

// src/verify/run-stage.ts
/** At the base's heads, with the merged tree's code at work unless another is given. Throws NotEvaluated with the reason where the project cannot be loaded or the base state not be built. */
async function openStage(bench, at = bench.request.merged) {
	startAhead(bench, at);
	return occupy(bench, await openBase(bench), at);
}
/** Benches whose base's code does not run, which is found out once. */
const withoutBaseCode = /* @__PURE__ */ new WeakSet();
/** The same databases with nobody at work on them. Made by the base's own code, as the databases were that are at the base; where that does not run, by the merge's. */
async function openBase(bench) {
	const { base, merged } = bench.request;
	const by = (directory) => stateAt(bench, {
		graph: base.graph,
		directory
	}, bench.plan.base, "The base state", "either", throughKept);
	const instead = () => stateAt(bench, {
		graph: base.graph,
		directory: merged.directory
	}, bench.plan.base, "The base state");
	if (base.directory === null) return by(merged.directory);
	if (withoutBaseCode.has(bench)) return instead();
	try {
		return await by(base.directory);
	} catch (error) {
		if (!(error instanceof NotEvaluated) || base.replaceable !== true) throw error;
		withoutBaseCode.add(bench);
		return instead();
	}
}
/** Fresh databases with these revisions applied, in this order; `what` names that state where it cannot be built. */
async function openStageAt(bench, code, revisions, what, way = "either") {
	return occupy(bench, await stateAt(bench, code, revisions, what, way), code);
}
/** Databases with these revisions applied by this code, with nobody at work on them. */
function stateAt(bench, code, revisions, what, way = "either", through = (_, build) => build()) {
	const key = JSON.stringify([
		code.directory,
		revisions,
		way
	]);
	const build = async () => {
		bench.ports.progress(`${what}: ${revisions.length} revisions`);
		const { foundation } = bench.request.base;
		const stage = await occupy(bench, foundation === null ? new World(bench.ports.server, "proof") : await bench.states.open("foundation", () => layFoundation(bench, foundation)), code);
		startAhead(bench, bench.request.merged);
		try {
			if (foundation === null) await climb(stage, revisions, what);
			else await moveFrom(foundation, stage, revisions, what, way);
		} catch (error) {
			await closeStage(stage);
			throw error;
		}
		await stage.driver[Symbol.asyncDispose]();
		return stage.world;
	};
	return bench.states.open(key, () => through(bench.ports, build));
}
/** Starts the code's driver on these databases, which are removed where it does not start. */
async function occupy(bench, world, { graph, directory }) {
	try {
		const baseState = bench.request.environment.declared?.baseState;
		const holdsRows = typeof baseState === "object" && "dump" in baseState;
		return {
			driver: await start(bench, world, directory),
			world,
			graph,
			limits: bench.limits,
			holdsRows
		};
	} catch (error) {
		await world[Symbol.asyncDispose]();
		throw error;
	}
}
/** Ends the project's process first: what it still runs would hold locks on the databases. */
async function closeStage({ driver, world }) {
	await driver[Symbol.asyncDispose]();
	await world[Symbol.asyncDispose]();
}
function startAhead({ request, ports }, { directory }) {
	const { environment, checkout } = request;
	ports.startAhead?.({
		environment,
		checkout,
		tree: directory
	});
}
async function start({ request, ports, limits }, world, tree) {
	const started = await ports.startDriver({
		environment: request.environment,
		tree,
		checkout: request.checkout,
		family: familyOf(ports.server.engine),
		scratch: (target) => world.endpoint(target),
		startMs: Math.min(limits.stepMs, Math.max(limits.remainingMs(), 0))
	});
	if (started.kind === "started") return started.driver;
	throw new NotEvaluated(world.readable(explainFailure(started.failure, started.interpreter)));
}

// src/verify/order/run-cure.ts
/** Asks that its sides have run without it, so that whatever fails here is the cure's fault. */
async function tryCure(bench, { resolution, tried }) {
	if (tried === null) return {
		resolution,
		words: null
	};
	const { kind, graph } = tried;
	bench.ports.progress(`Trying the suggested cure: ${kind}`);
	const what = kind === "merge-revision" ? "suggested merge revision" : "suggested re-parenting";
	const why = await faultOf(bench, graph);
	if (why === null) return {
		resolution,
		words: `the ${what} was upgraded to and downgraded from`
	};
	if (bench.limits.remainingMs() <= 0) return {
		resolution,
		words: `the ${what} was not tried: ${why}`
	};
	const words = `the ${what} is refused, because it does not run on ${bench.ports.server.product}: ${why}`;
	const refused = `T${words.slice(1)}.`;
	const reParent = kind === "re-parent" ? null : resolution.reParent;
	return {
		resolution: {
			...resolution,
			reParent,
			refused
		},
		words
	};
}
async function faultOf(bench, graph) {
	const { merged, irreversible } = bench.request;
	const changed = changedRevisions(merged.graph, graph);
	const order = graph.upgradeOrder(graph.realHeads);
	const revisions = order.filter((id) => changed.has(id));
	const below = order.filter((id) => !changed.has(id));
	const isNeutral = revisions.every((id) => !merged.graph.revisions.has(id));
	const code = {
		graph,
		directory: merged.directory
	};
	try {
		const stage = await openStageAt(bench, code, below, "The state below it");
		try {
			return await upAndDown(stage, {
				revisions,
				irreversible,
				isNeutral
			});
		} finally {
			await closeStage(stage);
		}
	} catch (error) {
		if (error instanceof NotEvaluated) return error.message.replace(/\.$/, "");
		throw error;
	}
}
/** New or moved, and everything that stands on these. */
function changedRevisions(before, after) {
	const changed = [...after.revisions.values()].filter(({ id, downRevisions }) => {
		const old = before.revisions.get(id);
		return old === void 0 || old.downRevisions.join() !== downRevisions.join();
	});
	return after.descendants(changed.map(({ id }) => id));
}
async function upAndDown(stage, { revisions, irreversible, isNeutral }) {
	const before = await stage.world.snapshot();
	const floor = revisions.findLastIndex((id) => irreversible.has(id));
	const steps = [...revisions.map((revision) => ({
		revision,
		direction: "upgrade"
	})), ...revisions.slice(floor + 1).toReversed().map((revision) => ({
		revision,
		direction: "downgrade"
	}))];
	for (const { revision, direction } of steps) {
		const { step } = await move(stage, revision, direction);
		if (step.outcome !== "pass") return `the ${direction} of \`${revision}\` fails: ${step.error ?? "no reason given"}`;
		if (!isNeutral) continue;
		const [change] = diffDatabases(before, await stage.world.snapshot());
		if (change !== void 0) return `the ${direction} of \`${revision}\` changes the schema: ${differenceInWords(change)}`;
	}
	return null;
}

// src/verify/order/run-order.ts
/** Throws NotEvaluated where what the sides stand on cannot be built. */
async function runOrders(bench) {
	const { base, merged, added, cure } = bench.request;
	const prove = async (heads) => {
		const siblings = siblingsOf(merged.graph, base.graph, heads);
		if (siblings === null) return null;
		const first = await runOrder(bench, siblings, siblings.heads);
		const second = await runOrder(bench, siblings, siblings.heads.toReversed());
		return {
			siblings,
			first,
			verdict: compareOrders(first, second, merged.graph, new Set(added))
		};
	};
	const proved = [];
	for (const heads of ownMerges(bench)) proved.push(await prove(heads));
	const forked = cure === null ? null : await prove(cure.heads);
	const section = orderSection([...proved, forked].flatMap((orders) => orders?.verdict ?? []));
	if (cure === null) return {
		section,
		resolution: null
	};
	const relation = forked === null ? null : relationOf(forked.verdict, forked.first, forked.siblings);
	const applied = await cure.apply(relation);
	if (forked?.first.end.kind === "stopped") return {
		section,
		resolution: applied.resolution
	};
	const { resolution, words } = await tryCure(bench, applied);
	if (section.outcome === "fail") return {
		section,
		resolution
	};
	const reason = [section.reason, words].filter((one) => one !== null).join("; ") || null;
	return {
		section: {
			...section,
			reason
		},
		resolution
	};
}
/** What the pull request's merge revisions join. */
function ownMerges({ request, plan }) {
	return plan.added.map((id) => request.merged.graph.revisions.get(id)?.downRevisions ?? []).filter((ids) => ids.length > 1);
}
async function runOrder(bench, { below }, heads) {
	const { request, ports } = bench;
	const { merged } = request;
	ports.progress(`Order: ${heads.join(" before ")}`);
	const revisions = sideBySide(merged.graph, below, heads);
	const stage = await openStageAt(bench, merged, below, "The state below both sides");
	try {
		const { statements, stop } = await climbAsFar(stage, revisions);
		return {
			heads,
			revisions,
			statements,
			end: stop === null ? {
				kind: "reached",
				schema: await stage.world.snapshot()
			} : {
				kind: "stopped",
				...stop
			}
		};
	} finally {
		await closeStage(stage);
	}
}

// src/verify/rollback.ts
/** Tables and columns, with all their rows, that exist after the new revisions and not below them. */
function lostOnRollback(below, above) {
	return diffDatabases(below, above).filter(({ kind, attribute, after }) => attribute === "exists" && after === "yes" && (kind === "table" || kind === "column")).map(({ object }) => object);
}

// src/verify/round-trip/run-round-trip.ts
/** Throws NotEvaluated where nothing can be said; once a revision has failed, what follows is merely unreached. */
async function runRoundTrips(bench) {
	const { plan, request } = bench;
	const trips = [];
	let stage = await openStage(bench);
	let base = /* @__PURE__ */ new Map();
	try {
		base = await stage.world.snapshot();
		let below = base;
		let floor = null;
		let before = below;
		for (const [index, revision] of plan.added.entries()) {
			const irreversible = request.irreversible.get(revision) ?? null;
			const { trip, reached } = await roundTrip(bench, stage, revision, before, irreversible);
			trips.push(trip);
			if (reached === null) return {
				trips,
				unreached: plan.added.slice(index + 1),
				floor,
				lost: null,
				base
			};
			before = reached;
			if (irreversible !== null) [floor, below] = [revision, reached];
			if (hasFailed(trip) && index < plan.added.length - 1) {
				await closeStage(stage);
				stage = await openStage(bench);
				await climb(stage, plan.added.slice(0, index + 1), "The state below the next revision");
			}
		}
		const lost = floor === plan.added.at(-1) ? null : lostOnRollback(below, before);
		return {
			trips,
			unreached: [],
			floor,
			lost: plan.added.length === 0 ? null : lost,
			base
		};
	} catch (error) {
		if (!(error instanceof NotEvaluated) || !trips.some(hasFailed)) throw error;
		return {
			trips,
			unreached: plan.added.slice(trips.length),
			floor: null,
			lost: null,
			base
		};
	} finally {
		await closeStage(stage);
	}
}
async function roundTrip({ ports, plan }, stage, revision, before, irreversible) {
	const steps = [];
	const start = {
		revision,
		path: stage.graph.revisions.get(revision)?.path ?? null,
		downgradeLine: null,
		steps,
		returned: [],
		repeated: [],
		irreversible
	};
	const take = async (direction) => {
		const moved = await move(stage, revision, direction);
		steps.push(moved.step);
		const turn = `${plan.added.indexOf(revision) + 1}/${plan.added.length}`;
		ports.progress(`${turn} ${revision} ${direction}: ${moved.step.outcome}, ${Math.round(moved.step.durationMs)} ms`);
		return moved;
	};
	if ((await take("upgrade")).step.outcome !== "pass") return {
		trip: start,
		reached: null
	};
	const first = await stage.world.snapshot();
	if (irreversible !== null) return {
		trip: start,
		reached: first
	};
	const down = await take("downgrade");
	const afterDowngrade = {
		...start,
		downgradeLine: down.line
	};
	if (down.step.outcome !== "pass") return {
		trip: afterDowngrade,
		reached: first
	};
	const returned = diffDatabases(before, await stage.world.snapshot());
	if ((await take("upgrade-again")).step.outcome !== "pass") return {
		trip: {
			...afterDowngrade,
			returned
		},
		reached: first
	};
	const second = await stage.world.snapshot();
	return {
		trip: {
			...afterDowngrade,
			returned,
			repeated: diffDatabases(first, second)
		},
		reached: second
	};
}
function hasFailed(trip) {
	return trip.steps.some(({ outcome }) => outcome !== "pass");
}

// src/verify/run-rewrites.ts
/** Builds rewritten revisions from nothing twice, with the base's text and with the merge's, and compares the schemas. */
/** Costs two states per revision, unless another proof had them already. */
async function proveRewrites(bench) {
	const rewrites = [];
	for (const revision of bench.request.rewritten) try {
		rewrites.push(await proveRewrite(bench, revision));
	} catch (error) {
		if (!(error instanceof NotEvaluated)) throw error;
		rewrites.push({
			revision,
			outcome: "not-evaluated",
			reason: error.message,
			differences: []
		});
	}
	return rewrites;
}
async function proveRewrite(bench, revision) {
	const { base, merged } = bench.request;
	if (base.foundation !== null) throw new NotEvaluated("neither text can be run from nothing, because `base-state:` makes the database that it was part of");
	bench.ports.progress(`Comparing the old and the new text of ${revision}`);
	const before = await schemaAt(bench, {
		graph: base.graph,
		directory: base.directory ?? merged.directory
	}, revision, `The old text of \`${revision}\``);
	const after = await schemaAt(bench, merged, revision, `The new text of \`${revision}\``);
	const differences = diffDatabases(before, after).filter((one) => !isMinor(one)).map((one) => ({
		object: one.object,
		attribute: one.attribute,
		before: one.before,
		after: one.after,
		path: merged.graph.revisions.get(revision)?.path ?? null,
		line: null,
		revision
	}));
	if (differences.length === 0) return {
		revision,
		outcome: "same",
		reason: null,
		differences
	};
	const words = differences.slice(0, LISTED).map(differenceInWords);
	const rest = differences.length - words.length;
	return {
		revision,
		outcome: "differs",
		reason: `${words.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`,
		differences
	};
}
const LISTED = 3;
async function schemaAt(bench, code, revision, what) {
	try {
		var _usingCtx$5 = _usingCtx();
		return await _usingCtx$5.a(await stateAt(bench, code, code.graph.upgradeOrder([revision]), what)).snapshot();
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}

// src/verify/drift/run-drift.ts
/** Asks autogenerate three times: of the base, of the merge's models before the upgrade, and after it. */
/** Costs one stage, a start of the base's code where it differs, and each new revision's upgrade once more. */
async function proveDrift(bench) {
	const { request, plan } = bench;
	const isStill = plan.added.length === 0;
	if (isStill && request.base.models === null) return { section: notApplicable$1("no new revision to prove") };
	if (request.environment.declared?.command !== void 0) return { section: notApplicable$1("autogenerate cannot be asked through a `command:`") };
	bench.ports.progress("Asking autogenerate what models and database differ in");
	const { base: before, merged } = request;
	const hasOwnModels = before.models !== null;
	let stage = await openStage(bench, hasOwnModels ? {
		graph: before.graph,
		directory: before.models
	} : merged);
	try {
		const base = await opinion(stage);
		if (hasOwnModels) {
			await stage.driver[Symbol.asyncDispose]();
			stage = await occupy(bench, stage.world, merged);
		}
		const unmoved = hasOwnModels && base !== null && base.length > 0 ? await opinion(stage) : base;
		const { statements, stop } = isStill ? NOWHERE : await climbAsFar(stage, plan.added);
		if (stop !== null) throw new NotEvaluated(`the upgrade of \`${stop.revision}\` fails: ${stop.error}`);
		let answer = await ask$1(stage);
		if (answer?.isStale === true || answer !== null && unmoved === null) {
			await stage.driver[Symbol.asyncDispose]();
			stage = await occupy(bench, stage.world, merged);
			answer = await ask$1(stage);
		}
		const after = answer?.changes ?? null;
		if (after === null) return { section: notApplicable$1("env.py gives Alembic no models (`target_metadata` is None or empty)") };
		if (base === null || unmoved === null) throw new NotEvaluated("the base's env.py gives Alembic no models, so nobody can tell what is new");
		const keepsRemoved = request.config.profile === "add-only";
		return { section: driftSection({
			opinions: {
				base,
				before: unmoved,
				after
			},
			statements,
			keepsRemoved
		}) };
	} finally {
		await closeStage(stage);
	}
}
/** Models may change without a revision, which is when they part from the database. */
const NOWHERE = {
	statements: [],
	stop: null
};
/** null where the project has no models to compare with. */
async function opinion(stage) {
	return (await ask$1(stage))?.changes ?? null;
}
async function ask$1({ driver, world, limits }) {
	const limitMs = Math.min(limits.stepMs, limits.remainingMs());
	if (limitMs <= 0) throw new NotEvaluated("Time was up (`timeouts: {total: …}`) before everything was proved.");
	const compared = await driver.compare(limitMs);
	if (compared.kind === "compared") {
		const labels = new Map(world.databases().map(([label, { name }]) => [name, label]));
		return {
			changes: compared.changes.map((one) => ({
				...one,
				database: labels.get(one.database) ?? one.database
			})),
			isStale: compared.isStale
		};
	}
	await world.endSessions();
	if (compared.failure.kind === "no-models") return null;
	throw new NotEvaluated(`autogenerate gave no opinion: ${world.readable(explainFailure(compared.failure, driver.interpreter))}`);
}
const notApplicable$1 = (reason) => ({
	name: "drift",
	outcome: "not-applicable",
	reason,
	differences: []
});

// src/verify/fresh-install/run-fresh-install.ts
/** Costs two runs of the command and two states. Throws NotEvaluated where there is no command, or it works nowhere. */
async function proveFreshInstall(bench) {
	const { install: command, merged, base, cure } = bench.request;
	if (command === null) throw new NotEvaluated("no command is known that installs the project: name it with `proofs: {fresh-install: {command: …}}`, or with `base-state: {command: …}`");
	if (cure !== null) throw new NotEvaluated("the history has more heads than expected, of which no command can stamp one");
	const now = await install(bench, command, merged);
	const before = await onBase(bench, command, now.kind === "failed");
	if (now.kind === "failed" && before.kind === "failed") throw new NotEvaluated(`${now.words}, and on the base as well`);
	const reached = await migrated(bench);
	const paths = bench.plan.added.flatMap((id) => {
		const path = merged.graph.revisions.get(id)?.path;
		return path === void 0 ? [] : [[path, id]];
	});
	const differences = now.kind === "failed" ? [difference({
		object: `\`${command}\``,
		attribute: OUTCOME$1
	}, "works", now.words)] : compared(reached.schema, now, merged.graph, merged.graph.heads);
	const known = before.kind === "installed" ? compared(await migratedBase(bench), before, base.graph, base.heads) : [];
	return { section: freshInstallSection({
		command,
		differences,
		onBase: known,
		statements: reached.statements,
		revisions: new Map(paths)
	}) };
}
async function install(bench, command, code) {
	const { world, end } = await runOnFresh(bench, command, code.directory);
	if (end.kind !== "done") {
		await world[Symbol.asyncDispose]();
		return {
			kind: "failed",
			words: world.readable(endInWords(command, end))
		};
	}
	const stage = await occupy(bench, world, code);
	try {
		const recorded = await recordedVersions(stage);
		const stamped = [...new Set(recorded.flatMap(({ ids }) => ids ?? []))];
		return {
			kind: "installed",
			schema: await world.snapshot(),
			stamped
		};
	} finally {
		await closeStage(stage);
	}
}
async function onBase(bench, command, mustKnow) {
	const { foundation, tree, graph } = bench.request.base;
	const isFoundation = foundation?.kind === "command" && foundation.command === command;
	if (tree === null || isFoundation && !mustKnow) return { kind: "unasked" };
	return install(bench, command, {
		graph,
		directory: tree
	});
}
async function migrated(bench) {
	const stage = await openStage(bench);
	try {
		const climbed = await climbAsFar(stage, bench.plan.added);
		if (climbed.stop !== null) throw new NotEvaluated(`the upgrade of \`${climbed.stop.revision}\` fails: ${climbed.stop.error}`);
		if (bench.plan.added.length === 0) await recordedVersions(stage);
		return {
			...climbed,
			schema: await stage.world.snapshot()
		};
	} finally {
		await closeStage(stage);
	}
}
async function migratedBase(bench) {
	const stage = await openStage(bench);
	try {
		await recordedVersions(stage);
		return await stage.world.snapshot();
	} finally {
		await closeStage(stage);
	}
}
function compared(migrated, { schema, stamped }, graph, heads) {
	const made = graph.ancestors(stamped.filter((id) => graph.revisions.has(id)));
	const isAtHeads = stamped.every((id) => graph.revisions.has(id)) && heads.every((id) => made.has(id));
	const listed = (ids) => ids.length === 0 ? null : ids.toSorted().join(", ");
	return [...isAtHeads ? [] : [difference(STAMP, listed(heads), listed(stamped))], ...diffDatabases(migrated, schema)];
}
/** Of no object of the schema. */
function difference({ object, attribute }, before, after) {
	return {
		kind: "schema",
		table: null,
		name: "",
		object,
		attribute,
		before,
		after
	};
}

// src/verify/interruption/run-interruption.ts
/** Lets a deployment die after each statement, runs the upgrade again, and looks whether the schema is the one it should be. */
/** Each takes databases of its own, so there is an end to them. */
const LIMIT = 20;
/**
* Not after a revision's last statement: only the version table's update comes after that one, and no revision can do
* anything about it.
*/
async function proveInterruption(bench) {
	const { plan, ports } = bench;
	const tried = [];
	let skipped = 0;
	const idle = ports.server.engine === "postgresql" ? "PostgreSQL takes back the whole of an upgrade that was interrupted, and no new revision has statements outside of its transaction" : "no new revision has more than one statement that changes anything";
	for (const [index, revision] of plan.added.entries()) {
		const below = plan.added.slice(0, index);
		const whole = await uninterrupted(bench, below, revision);
		if (whole === null) return { section: interruptionSection({
			tried,
			skipped,
			idle,
			failing: revision
		}) };
		for (const at of stops(bench, whole.statements)) if (tried.length < LIMIT) tried.push(await interrupted(bench, below, revision, at, whole));
		else skipped += 1;
	}
	return { section: interruptionSection({
		tried,
		skipped,
		idle,
		failing: null
	}) };
}
/** Tells apart what is committed at once. */
const AUTOCOMMIT = "autocommit";
const LOOKS = {
	mysql: `SELECT '${AUTOCOMMIT}'`,
	mariadb: `SELECT '${AUTOCOMMIT}'`,
	sqlite: `SELECT '${AUTOCOMMIT}'`,
	postgresql: `SELECT CASE WHEN now() = statement_timestamp() THEN '${AUTOCOMMIT}' ELSE 'transaction' END`
};
/** null where it fails. */
async function uninterrupted(bench, below, revision) {
	return onStage(bench, below, async (stage) => {
		const statements = [];
		const { step } = await move(stage, revision, "upgrade", {
			look: LOOKS[bench.ports.server.engine],
			before: (statement) => {
				statements.push(statement);
				return Promise.resolve("go");
			}
		});
		return step.outcome === "pass" ? {
			statements,
			schema: await stage.world.snapshot()
		} : null;
	});
}
/** Indexes of the statements after which to stop: all that change something, but the last. */
function stops({ ports }, statements) {
	const own = statements.filter(({ line }) => line !== null);
	if (!own.some(({ seen }) => seen === AUTOCOMMIT || seen === null)) return [];
	return own.filter(({ sql }) => readSql(sql, ports.server.engine).length > 0).map((statement) => statements.indexOf(statement)).slice(0, -1);
}
async function interrupted(bench, below, revision, at, { statements, schema }) {
	const { sql, line } = statements[at] ?? {
		sql: "",
		line: null
	};
	bench.ports.progress(`Interrupting ${revision} after its statement ${at + 1}`);
	const faults = await onStage(bench, below, async (stage) => {
		let turn = 0;
		if ((await move(stage, revision, "upgrade", {
			look: LOOKS[bench.ports.server.engine],
			before: () => Promise.resolve(turn++ > at ? "stop" : "go")
		})).step.outcome !== "pass") {
			const { step } = await move(stage, revision, "upgrade");
			if (step.outcome !== "pass") return [step.error ?? "no reason given"];
		}
		return diffDatabases(schema, await stage.world.snapshot()).map(differenceInWords);
	});
	const left = statements.slice(at + 1).filter((one) => one.line !== null);
	return {
		revision,
		path: bench.request.merged.graph.revisions.get(revision)?.path ?? null,
		after: {
			sql,
			line
		},
		left: left.map((one) => one.sql),
		faults
	};
}
/** On databases of its own, at the state below a revision. */
async function onStage(bench, below, work) {
	const stage = await openStage(bench);
	try {
		if (below.length > 0) await climb(stage, below, "The state below the next revision");
		return await work(stage);
	} finally {
		await closeStage(stage);
	}
}

// src/verify/lock-class/statement.ts
/** Which statements are asked for their lock: those that change a table, or its indexes, in place. */
const NAME$1 = "(?:`(?:[^`]|``)+`|\"(?:[^\"]|\"\")+\"|[\\p{L}\\p{N}_$]+)";
const TABLE = `(?:${NAME$1}\\s*\\.\\s*)?(?<table>${NAME$1})`;
const CONCURRENTLY = "(?<concurrently>CONCURRENTLY\\s+)?";
const pattern = (text) => new RegExp(`^${text}$`, "isu");
const ALTER = pattern(`ALTER\\s+(?:(?:ONLINE|IGNORE)\\s+)*TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?${TABLE}\\s+(?<rest>.*)`);
const CREATE = pattern(`CREATE\\s+(?<kind>(?:UNIQUE|FULLTEXT|SPATIAL)\\s+)?INDEX\\s+${CONCURRENTLY}(?<guard>IF\\s+NOT\\s+EXISTS\\s+)?(?<head>(?:(?!ON\\s)${NAME$1}\\s+)?(?:USING\\s+\\w+\\s+)?)ON\\s+(?:ONLY\\s+)?${TABLE}\\s*(?<rest>.*)`);
const DROP = pattern(`DROP\\s+INDEX\\s+${CONCURRENTLY}(?<guard>IF\\s+EXISTS\\s+)?(?<name>${NAME$1}(?:\\s*\\.\\s*${NAME$1})?)(?:\\s+ON\\s+${TABLE})?(?<rest>.*)`);
const COMMENTS = /^(?:\s|--[^\n]*(?:\n|$)|#[^\n]*(?:\n|$)|\/\*(?!!).*?\*\/)+/s;
const OWN_CLAUSE = String.raw`\b(?:ALGORITHM|LOCK)\s*=?\s*(?:DEFAULT|INPLACE|COPY|INSTANT|NOCOPY|NONE|SHARED|EXCLUSIVE)\b`;
const OWN_CLAUSES = new RegExp(`^(?:${OWN_CLAUSE}\\s*,?\\s*)+|\\s*,?\\s*${OWN_CLAUSE}`, "gi");
/** null for a statement of another kind. */
function lockStatement(sql, engine) {
	const statements = sqlStatements(sql, engine);
	const words = (statements ?? [[]]).map((tokens) => tokens.slice(0, 4).map((token) => token.kind === "word" ? token.upper : ""));
	const isOne = ([verb, ...next]) => verb === "ALTER" && next.includes("TABLE") || (verb === "CREATE" || verb === "DROP") && next.includes("INDEX");
	if (statements === null ? !/^\s*(ALTER|CREATE|DROP)\b/i.test(sql) : !words.some(isOne)) return null;
	if (statements?.length !== 1) return {
		table: null,
		actions: null,
		concurrently: false
	};
	return read(sql.replace(COMMENTS, "").replace(/[\s;]+$/, ""));
}
function read(text) {
	const { table, rest = "", kind = "", guard = "", head = "", name, concurrently } = (ALTER.exec(text) ?? CREATE.exec(text) ?? DROP.exec(text))?.groups ?? {};
	const own = rest.replaceAll(OWN_CLAUSES, "").trim();
	const verb = /^\w+/.exec(text)?.[0].toUpperCase();
	const actions = verb === "ALTER" ? own : verb === "CREATE" ? `ADD ${kind}INDEX ${guard}${head}${own}` : `DROP INDEX ${guard}${name ?? ""}`;
	return {
		table: table === void 0 ? null : unquoted(table),
		actions: table === void 0 || actions === "" ? null : actions,
		concurrently: concurrently !== void 0
	};
}
function unquoted(name) {
	const quote = name.charAt(0);
	return quote === "`" || quote === "\"" ? name.slice(1, -1).replaceAll(quote + quote, quote) : name;
}

// src/verify/lock-class/postgresql.ts
/**
* What a statement held on PostgreSQL, from what its own session saw before and after it: a lock says who waits, a file
* that was replaced or a table that was read to its end says that they wait long.
*/
/** Scans are those of the session's transaction; files are replaced by a rewrite. */
const POSTGRESQL_LOOK = `SELECT json_build_object(
  'relations', (SELECT json_agg(json_build_array(c.oid::text, c.relname, c.relfilenode::text, coalesce(pg_stat_get_xact_numscans(c.oid), 0)))
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'),
  'locks', (SELECT json_agg(json_build_array(l.relation::text, l.mode)) FROM pg_locks l
    WHERE l.pid = pg_backend_pid() AND l.granted AND l.locktype = 'relation'),
  'database', current_database())::text`;
const looked = object$2({
	relations: nullable(array(tuple([
		string(),
		string(),
		string(),
		number()
	]))),
	locks: nullable(array(tuple([string(), string()]))),
	database: string()
});
/** null where it is none: the text comes from the project's own process. */
function readLook(text) {
	const parsed = looked.safeParse(parseJson(text ?? ""));
	if (!parsed.success) return null;
	const { relations, locks, database } = parsed.data;
	const modes = /* @__PURE__ */ new Map();
	for (const [oid, mode] of locks ?? []) modes.set(oid, [...modes.get(oid) ?? [], mode]);
	return {
		database,
		relations: new Map((relations ?? []).map(([oid, name, file, scans]) => [oid, {
			name,
			file,
			scans
		}])),
		locks: modes
	};
}
/** From the mildest on; from SHARE on nobody writes. */
const MODES = [
	"ShareUpdateExclusive",
	"Share",
	"ShareRowExclusive",
	"Exclusive",
	"AccessExclusive"
];
const weight = (mode) => MODES.indexOf(mode.replace(/Lock$/, ""));
const WRITERS_WAIT = weight("Share");
/** `standing` are the oids of tables that the pull request did not make. null where the statement is about none of them. */
function postgresqlLock(sql, before, after, standing) {
	const statement = lockStatement(sql, "postgresql");
	if (statement === null) return null;
	if (before === null || after === null) return unknown$1("the session did not say what it holds");
	const tables = [...after.relations].filter(([oid]) => standing.has(oid) && before.relations.has(oid));
	const name = (oid) => after.relations.get(oid)?.name ?? oid;
	const rewritten = tables.filter(([oid, { file }]) => before.relations.get(oid)?.file !== file);
	if (rewritten.length > 0) return {
		lockClass: "blocks-writes",
		rebuilds: true,
		tables: rewritten.map(([oid]) => name(oid)),
		how: "it takes ACCESS EXCLUSIVE and writes the table anew"
	};
	if (statement.concurrently) return free("online", "CONCURRENTLY waits for nobody who writes");
	const held = (oid) => after.locks.get(oid) ?? [];
	const gained = (oid) => held(oid).filter((mode) => !before.locks.get(oid)?.includes(mode));
	const anew = tables.filter(([oid]) => gained(oid).some((mode) => weight(mode) >= 0));
	const meant = anew.length > 0 ? anew : tables.filter(([, one]) => one.name === statement.table);
	const locked = meant.filter(([oid]) => held(oid).some((mode) => weight(mode) >= 0));
	if (locked.length === 0) return [...after.locks.keys()].some((oid) => after.relations.has(oid) && !standing.has(oid)) && meant.length === 0 ? null : unknown$1("it ran outside of a transaction, where its lock is gone at once");
	const strongest = (oid) => Math.max(...held(oid).map(weight));
	const read = locked.filter(([oid, { scans }]) => strongest(oid) >= WRITERS_WAIT && scans > (before.relations.get(oid)?.scans ?? 0));
	const [first] = read;
	if (first) {
		const how = `it takes ${(MODES[strongest(first[0])] ?? "").replaceAll(/(?<=.)(?=[A-Z])/g, " ").toUpperCase()} and reads the whole table`;
		return {
			lockClass: "blocks-writes",
			rebuilds: false,
			tables: read.map(([oid]) => name(oid)),
			how
		};
	}
	return locked.some(([oid]) => strongest(oid) >= WRITERS_WAIT) ? free("instant", "its lock is held for a change of the catalogue only") : free("online", "its lock stops nobody who writes");
}
const free = (lockClass, how) => ({
	lockClass,
	rebuilds: false,
	tables: [],
	how
});
const unknown$1 = (how) => ({
	lockClass: "unknown",
	rebuilds: null,
	tables: [],
	how
});
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

// src/verify/lock-class/run-mysql.ts
/** Asks MySQL and MariaDB for the mildest way in which they would run a change, on an empty copy of the table. */
/** From the mildest on; the first that is accepted is the answer. */
const MYSQL$1 = [
	["ALGORITHM=INSTANT", "instant"],
	["ALGORITHM=INPLACE, LOCK=NONE", "online"],
	["ALGORITHM=INPLACE, LOCK=SHARED", "blocks-writes"],
	["ALGORITHM=INPLACE, LOCK=EXCLUSIVE", "blocks-writes"],
	["ALGORITHM=COPY", "blocks-writes"]
];
const MARIADB = [
	["ALGORITHM=INSTANT", "instant"],
	["ALGORITHM=NOCOPY, LOCK=NONE", "online"],
	["ALGORITHM=INPLACE, LOCK=NONE", "online"],
	["ALGORITHM=NOCOPY, LOCK=SHARED", "blocks-writes"],
	["ALGORITHM=INPLACE, LOCK=SHARED", "blocks-writes"],
	["ALGORITHM=INPLACE, LOCK=EXCLUSIVE", "blocks-writes"],
	["ALGORITHM=COPY, LOCK=NONE", "online"],
	["ALGORITHM=COPY", "blocks-writes"]
];
/** What the server says to a clause that it cannot follow: not supported, for a reason, or not together. */
const REFUSALS = /* @__PURE__ */ new Set([
	1845,
	1846,
	1221
]);
const quoted$1 = (name) => `\`${name.replaceAll("`", "``")}\``;
/** Gives what it made back when disposed. */
var MysqlLocks = class {
	look = "SELECT DATABASE()";
	#server;
	#world;
	/** Tables that the pull request did not make, by scratch name. */
	#standing = /* @__PURE__ */ new Map();
	#copies = null;
	constructor(server, world) {
		this.#server = server;
		this.#world = world;
	}
	/** Of the statement that is about to run; null where it is of another kind, or about a new table. */
	async before({ sql, seen }) {
		const source = seen === null ? void 0 : this.#world.scratch(seen);
		const standing = source && await this.#tables(source);
		const statement = lockStatement(sql, this.#engine);
		if (statement === null || source === void 0 || standing === void 0) {
			if (standing) this.#follow(sql, standing);
			return statement && unknown("the session did not say which database it is in");
		}
		const { table } = statement;
		if (table === null || statement.actions === null) return unknown("the statement cannot be read");
		if (!standing.has(table)) return null;
		const lock = await this.#ask(source, table, statement).catch((error) => unknown(`it does not run on a copy of the table: ${messageOf(error).replaceAll(`${this.#copies?.name ?? source.name}.`, "")}`));
		this.#follow(sql, standing);
		return lock;
	}
	async [Symbol.asyncDispose]() {
		if (this.#copies) await this.#server.dropScratch(this.#copies);
	}
	get #engine() {
		return this.#server.engine === "mariadb" ? "mariadb" : "mysql";
	}
	/** As they were before the first new statement on that database. */
	async #tables(source) {
		const known = this.#standing.get(source.name);
		if (known) return known;
		await source.query("SET SESSION lock_wait_timeout = 5");
		const rows = await source.query("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'");
		const tables = new Set(rows.map(({ name }) => String(name)));
		this.#standing.set(source.name, tables);
		return tables;
	}
	#follow(sql, standing) {
		for (const effect of readSql(sql, this.#engine)) {
			if (effect.kind !== "rename-table" || effect.table === null || effect.to === null) continue;
			if (standing.delete(effect.table)) standing.add(effect.to);
		}
	}
	async #ask(source, table, { actions }) {
		const [copies, ids] = await this.#copy(source, table, actions ?? "");
		const separator = /^(PARTITION\s+BY|REMOVE\s+PARTITIONING)\b/i.test(actions ?? "") ? " " : ", ";
		let why = "";
		for (const [clause, lockClass] of this.#engine === "mysql" ? MYSQL$1 : MARIADB) {
			try {
				await copies.query(`ALTER TABLE ${quoted$1(table)} ${clause}${separator}${actions ?? ""}`);
			} catch (error) {
				if (!REFUSALS.has(Number(error.errno))) throw error;
				why = /Reason: (.+?)\.? Try /s.exec(messageOf(error))?.[1] ?? why;
				continue;
			}
			const rebuilds = clause.startsWith("ALGORITHM=COPY") || await this.#isNew(copies, ids);
			const because = why === "" ? "" : ` (${why})`;
			const how = `the mildest that ${this.#server.product} accepts is ${clause}${because}`;
			return !(rebuilds === true && lockClass === "instant") ? {
				lockClass,
				rebuilds,
				tables: [table],
				how
			} : {
				lockClass: "blocks-writes",
				rebuilds,
				tables: [table],
				how: `${how}, and copies the table all the same`
			};
		}
		return unknown(`${this.#server.product} accepts none of its algorithms for it${why && `: ${why}`}`);
	}
	/** The table with all that hangs on it by foreign keys or is named like it, without rows; its ids in InnoDB. */
	async #copy(source, table, actions) {
		const copies = this.#copies ??= await this.#server.createScratch("locks");
		await copies.query("SET SESSION foreign_key_checks = 0");
		const old = await copies.query("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'");
		for (const { name } of old) await copies.query(`DROP TABLE ${quoted$1(String(name))}`);
		const around = (await this.#server.query(`SELECT TABLE_NAME AS one, REFERENCED_TABLE_NAME AS other FROM information_schema.KEY_COLUMN_USAGE
       WHERE TABLE_SCHEMA = ? AND REFERENCED_TABLE_SCHEMA = TABLE_SCHEMA`, [source.name])).map(({ one, other }) => [String(one), String(other)]).filter((pair) => pair.includes(table)).flat();
		const meant = [...await this.#tables(source)].filter((name) => actions.includes(name));
		const others = new Set([...around, ...meant].filter((name) => name !== table));
		for (const name of others) await recreate(source, copies, name);
		const before = await this.#ids(copies) ?? /* @__PURE__ */ new Set();
		await recreate(source, copies, table);
		await copies.query("SET SESSION foreign_key_checks = 1");
		const own = [...await this.#ids(copies) ?? []].filter((id) => !before.has(id));
		return [copies, new Set(own)];
	}
	/** A partition that goes away, or an index's own tables, are no rebuild: nothing of the table may be left. */
	async #isNew(copies, ids) {
		const now = await this.#ids(copies);
		return now === null || ids.size === 0 ? null : ![...ids].some((id) => now.has(id));
	}
	/** null where the server does not let us see them. */
	async #ids({ name }) {
		const view = this.#engine === "mysql" ? "INNODB_TABLES" : "INNODB_SYS_TABLES";
		const encoded = name.replaceAll("-", "@002d");
		try {
			const rows = await this.#server.query(`SELECT TABLE_ID AS id FROM information_schema.${view} WHERE SUBSTRING_INDEX(NAME, '/', 1) = ?`, [encoded]);
			return new Set(rows.map(({ id }) => String(id)));
		} catch {
			return null;
		}
	}
};
async function recreate(source, copies, table) {
	const [row] = await source.query(`SHOW CREATE TABLE ${quoted$1(table)}`);
	await copies.query(String(row?.["Create Table"]));
}
const unknown = (how) => ({
	lockClass: "unknown",
	rebuilds: null,
	tables: [],
	how
});
const messageOf = (error) => error instanceof Error ? error.message : String(error);

// src/verify/lock-class/run-lock-class.ts
/** Of upgrades: nobody plans a downgrade around its locks. */
async function proveLockClass(bench, steps) {
	const { plan, ports } = bench;
	const stage = await openStage(bench);
	try {
		try {
			var _usingCtx$4 = _usingCtx();
			const asking = _usingCtx$4.a(asker(stage, ports.server));
			const found = [];
			for (const revision of plan.added) {
				ports.progress(`Locks of ${revision}`);
				const locks = [];
				const { step } = await move(stage, revision, "upgrade", {
					look: asking.look,
					before: async (statement) => {
						await asking.before(statement, locks);
						return "go";
					}
				});
				found.push(...step.statements.map((statement, index) => ({
					revision,
					statement,
					lock: locks[index] ?? null
				})));
				if (step.outcome !== "pass") return {
					section: lockSection(found, revision),
					steps: withLocks(steps, found)
				};
			}
			return {
				section: lockSection(found, null),
				steps: withLocks(steps, found)
			};
		} catch (_) {
			_usingCtx$4.e = _;
		} finally {
			await _usingCtx$4.d();
		}
	} finally {
		await closeStage(stage);
	}
}
function asker({ world }, server) {
	if (server.engine === "postgresql") return new PostgresqlLocks();
	const mysql = new MysqlLocks(server, world);
	return {
		look: mysql.look,
		before: async (statement, locks) => void locks.push(await mysql.before(statement)),
		[Symbol.asyncDispose]: () => mysql[Symbol.asyncDispose]()
	};
}
/** Each look is the one after the statement before it; after a revision's last comes its version table's own update. */
var PostgresqlLocks = class {
	look = POSTGRESQL_LOOK;
	#standing = /* @__PURE__ */ new Map();
	#last = null;
	before({ sql, seen }, locks) {
		const now = readLook(seen);
		if (now && !this.#standing.has(now.database)) this.#standing.set(now.database, new Set(now.relations.keys()));
		const last = locks.length === 0 ? null : this.#last;
		if (last) {
			const standing = this.#standing.get(last.seen?.database ?? "") ?? /* @__PURE__ */ new Set();
			const same = now?.database === last.seen?.database;
			locks[locks.length - 1] = postgresqlLock(last.sql, last.seen, same ? now : null, standing);
		}
		locks.push(null);
		this.#last = {
			sql,
			seen: now
		};
		return Promise.resolve();
	}
	[Symbol.asyncDispose]() {
		return Promise.resolve();
	}
};

// src/verify/old-code/tables.ts
/** Which tables old code has to be tried on: those that the new revisions change, with what they refer to. */
/** What tables share: a change of one may concern any table. */
const SHARED = [
	"schema",
	"enum",
	"routine",
	"sequence",
	"extension",
	"domain",
	"type"
];
/** Tables of the base that are not as they were. */
function affectedTables(before, after) {
	const differences = diffSchemas(before, after);
	const tables = before.objects.flatMap(({ kind, name }) => kind === "table" ? [name] : []);
	if (differences.some(({ kind, before: was }) => SHARED.includes(kind) && was !== "no")) return new Set(tables);
	const changed = new Set(differences.map(({ table, name }) => table ?? name));
	return new Set(tables.filter((name) => changed.has(name)));
}
/** With all tables that their rows refer to, however far. */
function withParents(names, tables) {
	const found = new Set(names);
	for (const name of found) for (const { target } of tables.find((one) => one.name === name)?.foreignKeys ?? []) found.add(target);
	return found;
}
/** Names of a table's columns, generated ones included. */
function columnsOf(schema, table) {
	return schema.objects.flatMap((one) => one.kind === "column" && one.table === table ? [one.name] : []);
}
/** Whether a key is the same on both sides. */
function sameKey(before, after) {
	const textOf = (schema, table, name) => JSON.stringify(schema.objects.filter((one) => one.table === table && one.name === name && [
		"index",
		"primary-key",
		"unique"
	].includes(one.kind)));
	return (table, name) => {
		const was = textOf(before, table, name);
		return was !== "[]" && was === textOf(after, table, name);
	};
}
/** Views that are there on both sides. */
function keptViews(before, after) {
	const views = ({ objects }) => objects.flatMap(({ kind, name }) => kind === "view" ? [name] : []);
	return views(before).filter((name) => views(after).includes(name));
}
/** The tables as code knows them that has no use for these. */
function withoutUnmapped(tables, unmapped) {
	return tables.filter(({ name }) => !unmapped.some((one) => one.table === name && one.column === null)).map((table) => {
		const hidden = new Set(unmapped.flatMap((one) => one.table === table.name ? [one.column] : []));
		return {
			...table,
			columns: table.columns.filter(({ name }) => !hidden.has(name)),
			foreignKeys: table.foreignKeys.filter(({ columns }) => !columns.some((name) => hidden.has(name)))
		};
	});
}

// src/verify/old-code/recast.ts
/** Writes of generated text that the new schema reads as something else: they say nothing of what code really writes there. */
/** As servers say that a text is no number, date, JSON or value of an enum; PostgreSQL also where it is an expression of ours. */
const READING = /^invalid input (syntax|value) for |field value out of range|is of type .+ but expression is of type (text|character varying)|^Incorrect (?!string)[\w ]+ value|^Data truncated for column|^Invalid JSON text/;
const FREE = /^(var)?char|^"char"|^character|text|blob|binary|^bytea/;
/** The columns that are to blame, where the break tells nothing; empty where it does. */
function recastColumns(said, table, after) {
	const texts = table.columns.filter(isFree);
	if (READING.test(said)) {
		const now = new Map(after.objects.flatMap((one) => one.kind === "column" && one.table === table.name ? [[one.name, one.attributes["type"] ?? ""]] : []));
		return texts.flatMap(({ name }) => FREE.test(now.get(name) ?? "text") ? [] : [name]);
	}
	const check = after.objects.find((one) => one.kind === "check" && one.table === table.name && quotes(said, one.name));
	const clause = check?.attributes["clause"] ?? check?.attributes["definition"] ?? "";
	if (!/\bin\s*\(|= ANY\s*\(|\bjson_valid\b/i.test(clause)) return [];
	return texts.flatMap(({ name }) => mentions(clause, name) ? [name] : []);
}
const isFree = ({ type, values }) => values === null && FREE.test(type);
function quotes(said, name) {
	return /check constraint|CONSTRAINT .* failed/i.test(said) && [
		"'",
		"\"",
		"`"
	].some((mark) => said.includes(`${mark}${name}${mark}`) || said.includes(`.${name}${mark}`));
}

// src/verify/rows/model.ts
/** What making rows needs to know of a database: its tables with their columns, keys and the texts of their checks. */
/** Tables that rows can be put into by themselves: no views, foreign tables or partitions of others. */
function tablesOf(schema, catalogue) {
	const enums = new Map(schema.objects.flatMap(({ kind, name, attributes }) => kind === "enum" ? [[name, literals(attributes["values"] ?? "")]] : []));
	return schema.objects.filter((object) => object.kind === "table" && isWritable(object)).map(({ name }) => {
		const keys = catalogue.keys.filter(({ owner }) => owner === name);
		const own = schema.objects.filter(({ table }) => table === name);
		const checks = own.flatMap(({ kind, attributes }) => kind === "check" ? [attributes["clause"] ?? attributes["definition"] ?? ""] : []);
		return {
			name,
			columns: own.filter(({ kind, attributes }) => kind === "column" && (attributes["generated as"] ?? null) === null).map((column) => columnOf(column, {
				keys,
				checks,
				enums,
				catalogue
			})),
			primary: keys.flatMap(({ kind, part }) => kind === "primary" && part !== null ? [part] : []),
			foreignKeys: foreignKeys(keys).sort((a, b) => b.columns.length - a.columns.length)
		};
	});
}
/** Parents first; of a circle the one with the fewest keys that allow no NULL goes first. */
function fillOrder(tables) {
	const waiting = new Set(tables);
	const missing = (table, hard) => table.foreignKeys.filter(({ target, columns }) => target !== table.name && [...waiting].some(({ name }) => name === target) && !(hard && columns.some((name) => table.columns.find((one) => one.name === name)?.nullable))).length;
	const ordered = [];
	while (waiting.size > 0) {
		const first = [...waiting].map((table) => ({
			table,
			rank: [missing(table, true), missing(table, false)]
		})).reduce((best, one) => one.rank[0] - best.rank[0] || one.rank[1] - best.rank[1] ? isLess(one.rank, best.rank) ? one : best : best);
		waiting.delete(first.table);
		ordered.push(first.table);
	}
	return ordered;
}
function isLess(a, b) {
	return a[0] < b[0] || a[0] === b[0] && a[1] < b[1];
}
function isWritable({ attributes }) {
	const type = attributes["type"] ?? null;
	return (type === null || type === "partitioned") && (attributes["partition of"] ?? null) === null;
}
function columnOf({ name, attributes }, { keys, checks, enums, catalogue }) {
	const written = attributes["type"] ?? "";
	const type = catalogue.domains.get(written) ?? written;
	const own = checks.filter((text) => mentions(text, name));
	const isJson = own.some((text) => /json_valid/i.test(text));
	const standard = attributes["default"] ?? null;
	return {
		name,
		type: isJson ? "json" : type,
		charset: attributes["charset"] ?? catalogue.charset,
		values: /^(enum|set)\(/.test(type) ? literals(type) : enums.get(type.replaceAll("\"", "")) ?? null,
		nullable: attributes["nullable"] === "yes",
		hasDefault: standard !== null,
		automatic: attributes["auto-increment"] === "yes" || (attributes["identity"] ?? null) !== null || /^nextval\(/.test(standard ?? ""),
		unique: keys.some((key) => key.kind !== "foreign" && key.part === name),
		clock: (attributes["on update"] ?? null) !== null,
		checks: own
	};
}
function foreignKeys(keys) {
	return [...new Set(keys.flatMap(({ kind, name }) => kind === "foreign" ? [name] : []))].map((name) => {
		const parts = keys.filter((key) => key.kind === "foreign" && key.name === name);
		return {
			columns: parts.map(({ part }) => part ?? ""),
			target: parts[0]?.target ?? "",
			targets: parts.map(({ target_part }) => target_part ?? "")
		};
	});
}
/** What stands between single quotes, as the value that it means. */
function literals(text) {
	return [...text.matchAll(/'((?:[^'\\]|''|\\[^'])*)\\?'/g)].map(([, value = ""]) => value.replaceAll("''", "'"));
}

// src/verify/rows/texts.ts
/** Longer than any page of an index, shorter than what slows a server down. */
const LONG = 2e4;
const TEXT_BYTES = {
	tinytext: 255,
	tinyblob: 255,
	text: 65535,
	blob: 65535
};
/** How much goes in, from the type's word and what stands in its brackets. */
function limitOf(word, size) {
	if (size !== "") return {
		length: Number(size),
		inBytes: false
	};
	if (/^(char|character|binary|"char")$/.test(word)) return {
		length: 1,
		inBytes: false
	};
	return {
		length: TEXT_BYTES[word] ?? 2e4 * 4,
		inBytes: true
	};
}
const FOUR_BYTES = "🧩";
/** The widest character of a charset and its bytes. */
function filler(charset) {
	if (/^(utf8mb4|utf16|utf32|gb18030)$/.test(charset)) return [FOUR_BYTES, 4];
	if (/^(utf8mb3|utf8|ucs2)$/.test(charset)) return ["€", 3];
	return ["z", 1];
}
/** The number stands in front, so that prefixes differ as well. */
function texts({ charset, type }, { length, inBytes }, engine) {
	const isBinary = engine !== "postgresql" && /binary|blob/.test(type);
	const [character, bytes] = isBinary ? ["z", 1] : filler(charset);
	const room = Math.min(inBytes ? Math.floor(length / bytes) : length, LONG);
	const counted = (n, digits) => n.toString(36).padStart(digits, "0").slice(-digits);
	const front = (n) => counted(n, Math.min(room, 2));
	return {
		low: isBinary && engine === "sqlite" ? "x''" : "''",
		high: (n) => asText(isBinary, engine, `'${front(n)}'`, character, Math.max(room - 2, 0)),
		plain: (n) => asText(isBinary, engine, `'${front(n)}'`, character, 0)
	};
}
/** `first` and then so many characters; SQLite has neither of the functions, and keeps a text as one in a column for bytes. */
function asText(isBinary, engine, first, character, times) {
	if (engine !== "sqlite") return times === 0 ? first : `CONCAT(${first}, REPEAT('${character}', ${times}))`;
	const text = times === 0 ? first : `${first} || REPLACE(HEX(ZEROBLOB(${times})), '00', '${character}')`;
	return isBinary ? `CAST(${text} AS BLOB)` : text;
}

// src/verify/rows/values.ts
/** A type that is not known here is tried with what its neighbours take: the server says no if it must. */
function valuesOf(column, engine) {
	const { values, type } = column;
	if (values !== null) return chosen(type.startsWith("set(") ? [
		"",
		...values,
		values.join(",")
	] : values);
	const [, word = "", size = "", scale = ""] = /^([a-z ]+?)\s*(?:\((-?\d+)(?:,(-?\d+))?\).*)?( unsigned.*)?$/.exec(type) ?? [];
	if (engine === "postgresql" && type.endsWith("[]")) return arrays(column, engine);
	const whole = wholeNumbers(type, engine);
	if (whole !== null) return whole;
	if (/^(decimal|numeric|money)/.test(type)) return decimals(Number(size || "10"), Number(scale || "0"), type);
	if (/^(float|double|real)/.test(type)) return ofNumbers("0", (n) => `1e30 + ${n}e20`, (n) => `${n}.5`);
	const when = moments(type, engine);
	if (when !== null) return when;
	const special = specials(type, Number(size || "1"), engine);
	if (special !== null) return special;
	return texts(column, limitOf(word, size), engine);
}
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
function chosen(values) {
	const at = (n) => quoted(values[n % values.length] ?? "");
	return {
		low: at(0),
		high: (n) => at(values.length * 1e3 - 1 - n),
		plain: at
	};
}
function ofNumbers(low, high, plain) {
	return {
		low,
		high,
		plain
	};
}
const BITS = {
	tinyint: 8n,
	smallint: 16n,
	mediumint: 24n,
	int: 32n,
	integer: 32n,
	bigint: 64n
};
function wholeNumbers(type, engine) {
	if (type === "tinyint(1)") return ofNumbers("0", (n) => String((n + 1) % 2), (n) => String(n % 2));
	if (type === "boolean") return ofNumbers("false", (n) => String(n % 2 === 0), (n) => String(n % 2 === 1));
	const bits = BITS[/^[a-z]+/.exec(type)?.[0] ?? ""];
	if (bits === void 0) return null;
	const isUnsigned = engine !== "postgresql" && type.includes("unsigned");
	const greatest = 2n ** (isUnsigned ? bits : bits - 1n) - 1n;
	return ofNumbers(isUnsigned ? "0" : String(-greatest - 1n), (n) => String(greatest - BigInt(n)), (n) => String(n + 1));
}
function decimals(precision, scale, type) {
	if (type === "numeric") return ofNumbers("-1e30", (n) => `1e30 + ${n}`, (n) => String(n + 1));
	const digits = type === "money" ? 15 : precision;
	const shown = (units) => {
		const text = String(units < 0n ? -units : units).padStart(scale + 1, "0");
		const point = text.length - scale;
		return `${units < 0n ? "-" : ""}${text.slice(0, point)}${scale > 0 ? `.${text.slice(point)}` : ""}`;
	};
	const greatest = 10n ** BigInt(digits) - 1n;
	const low = type.includes("unsigned") ? 0n : -greatest;
	const wrapped = (text) => type === "money" ? `${text}::money` : text;
	return ofNumbers(wrapped(shown(low)), (n) => wrapped(shown(greatest - BigInt(n))), (n) => wrapped(shown(BigInt(n + 1))));
}
/** Within what Python's `datetime` can hold, which is what migrations read them with. */
function moments(type, engine) {
	const two = (n) => String(n % 60).padStart(2, "0");
	const range = (low, high, plain) => ofNumbers(quoted(low), (n) => quoted(high(n)), (n) => quoted(plain(n)));
	const plain = (n) => `2020-02-29 12:00:${two(n)}`;
	const first = engine === "postgresql" ? "0001-01-02" : "1000-01-01";
	if (type === "date") return range(first, (n) => `9999-12-${two(30 - n)}`, (n) => `2020-02-${two(n + 1)}`);
	if (type.startsWith("timestamp") && engine !== "postgresql") return range("1970-01-02 00:00:01", (n) => `2038-01-18 03:14:${two(59 - n)}`, plain);
	if (/^(timestamp|datetime)/.test(type)) return range(`${first} 00:00:00`, (n) => `9999-12-30 23:59:${two(59 - n)}`, plain);
	if (type.startsWith("time")) return range("00:00:00", (n) => `23:59:${two(59 - n)}`, (n) => `12:00:${two(n)}`);
	if (type.startsWith("year")) return range("1901", (n) => String(2155 - n), (n) => String(2e3 + n));
	if (type.startsWith("interval")) return range("0", (n) => `9999 days ${n} seconds`, (n) => `${n} hours`);
	return null;
}
function specials(type, size, engine) {
	const written = (low, high, plain = high) => ofNumbers(quoted(low), (n) => quoted(high(n)), (n) => quoted(plain(n)));
	const hex = (n, digit) => n.toString(16).padStart(12, digit);
	if (/^jsonb?$/.test(type)) return written("{}", (n) => `{"n": ${n}, "text": "${FOUR_BYTES}", "list": [1, null, {"a": ""}]}`, (n) => `{"n": ${n}}`);
	if (type === "uuid") return written("00000000-0000-0000-0000-000000000000", (n) => `ffffffff-ffff-4fff-bfff-${hex(n, "f")}`, (n) => `01234567-89ab-4cde-8f01-${hex(n, "0")}`);
	if (/^(inet|cidr)/.test(type)) return written("0.0.0.0", (n) => `255.255.255.${n}`, (n) => `10.0.0.${n}`);
	if (type === "macaddr") return written("00:00:00:00:00:00", (n) => `ff:ff:ff:ff:ff:0${n % 10}`);
	if (type.endsWith("range")) return written("empty", () => "empty");
	if (/^(tsvector|hstore|tsquery)$/.test(type)) return written("", (n) => type === "hstore" ? `k=>${n}` : `word${n}`);
	if (/^bit/.test(type)) {
		const bits = (digit) => (n) => `B'${n.toString(2).padStart(size, digit).slice(-size)}'`;
		return ofNumbers(bits("0")(0), bits("1"), bits("0"));
	}
	if (type === "bytea") return ofNumbers(`''`, (n) => `decode('${two16(n)}' || repeat('ff', ${LONG}), 'hex')`, (n) => `decode('${two16(n)}', 'hex')`);
	if (/^(point|geometry)$/.test(type)) return engine === "postgresql" ? written("(0,0)", (n) => `(${n},${n})`) : ofNumbers("POINT(0, 0)", (n) => `POINT(${n}, 90)`, (n) => `POINT(${n}, 1)`);
	return null;
}
const two16 = (n) => (n % 256).toString(16).padStart(2, "0");
function arrays(column, engine) {
	const one = valuesOf({
		...column,
		type: column.type.replace(/(\[\])+$/, "")
	}, engine);
	const array = (text) => `ARRAY[${text}]::${column.type}`;
	return ofNumbers(quoted("{}"), (n) => array(`${one.high(n)}, NULL`), (n) => array(one.plain(n)));
}

// src/verify/rows/generate.ts
/** Each twice, so that what no key forbids is there twice; then all kinds of mixtures. */
const FLAVOURS = [
	"plain",
	"high",
	"high",
	"low",
	"null",
	"null",
	"mixed",
	"mixed"
];
const ROWS = FLAVOURS.length;
/** How often a row is tried: each time the columns that a check names get other values. */
function turnsOf(table) {
	return table.columns.some(({ checks }) => checks.length > 0) ? 12 : 1;
}
/** The n-th row at its `turn`-th try; what is in it refers to rows that are there. */
function insertOf(table, n, turn, making) {
	const flavour = FLAVOURS[n] ?? "mixed";
	const quote = quoteName(making.engine);
	const assigned = /* @__PURE__ */ new Map();
	for (const [index, key] of table.foreignKeys.entries()) for (const [name, value] of referred(table, key, {
		n: n + index,
		flavour,
		making,
		assigned
	})) assigned.set(name, value);
	for (const column of table.columns) {
		if (assigned.has(column.name) || column.automatic) continue;
		if (flavour === "plain" && column.hasDefault) continue;
		const row = {
			n,
			turn,
			flavour,
			making,
			table: table.name
		};
		assigned.set(column.name, turn > 0 && column.checks.length > 0 ? tried(column, row) : valueOf(column, row));
	}
	const into = qualified(table.name, making.engine);
	if (assigned.size === 0) return `INSERT INTO ${into} ${/^(postgresql|sqlite)$/.test(making.engine) ? "DEFAULT VALUES" : "VALUES ()"}`;
	const overriding = making.engine === "postgresql" ? " OVERRIDING SYSTEM VALUE" : "";
	return `INSERT INTO ${into} (${[...assigned.keys()].map(quote).join(", ")})${overriding} VALUES (${[...assigned.values()].join(", ")})`;
}
/** Each column that is in no key set in all rows, to a plain value, to a great one, and to each that its type names. */
function updatesOf(table, making) {
	const quote = quoteName(making.engine);
	const keyed = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
	return table.columns.filter(({ name, unique, automatic }) => !unique && !automatic && !keyed.has(name)).flatMap((column) => {
		const values = valuesOf(column, making.engine);
		const named = (column.values ?? []).slice(0, MOST).map((_, n) => [values.plain(n), true]);
		const others = [[values.plain(0), true], [values.high(0), false]];
		const head = `UPDATE ${qualified(table.name, making.engine)} SET ${quote(column.name)}`;
		return (named.length > 0 ? named : others).map(([value, ordinary]) => ({
			column: column.name,
			head,
			sql: `${head} = ${value}`,
			ordinary
		}));
	});
}
/** So many of the values that an enum names are tried. */
const MOST = 100;
function quoteName(engine) {
	const mark = engine === "postgresql" ? "\"" : "`";
	return (name) => `${mark}${name.replaceAll(mark, mark + mark)}${mark}`;
}
/** A table's name for a statement; PostgreSQL's picture names a schema that is not `public` in front. */
function qualified(table, engine) {
	const quote = quoteName(engine);
	return engine === "postgresql" ? table.split(".").map(quote).join(".") : quote(table);
}
function valueOf(column, row) {
	const { n, flavour, making } = row;
	const values = valuesOf(column, making.engine);
	const differs = column.unique || !making.alike;
	const serial = differs ? n : 0;
	switch (flavour) {
		case "plain": return values.plain(serial);
		case "high": return values.high(serial);
		case "low": return differs ? values.plain(n) : values.low;
		case "null": return column.nullable ? "NULL" : differs ? values.plain(n) : values.low;
		case "mixed": return thrown(column, row, [
			values.plain(n),
			values.high(n),
			column.nullable ? "NULL" : values.high(n + 1)
		]);
	}
}
/** Where a check refused the first try: half of the choices are what it compares with. */
function tried(column, row) {
	const { n, flavour, making } = row;
	if (flavour === "null" && column.nullable && row.turn % 2 === 1) return "NULL";
	const values = valuesOf(column, making.engine);
	const others = [
		values.plain(n),
		values.plain(n + row.turn),
		values.high(n),
		values.low
	];
	const hints = hintsOf(column);
	const hint = hints.length === 0 ? [] : others.map(() => thrown(column, row, hints));
	return thrown(column, {
		...row,
		table: `${row.table}?`
	}, [...hint, ...others]);
}
function thrown(column, { n, turn, making, table }, choices) {
	return choices[hash([
		making.seed,
		table,
		column.name,
		n,
		turn
	].join("\0")) % choices.length] ?? "NULL";
}
/** What a check compares with is likely to pass it, or what stands beside it. */
function hintsOf({ checks }) {
	const texts = checks.flatMap(literals).map((text) => `'${text.replaceAll("'", "''")}'`);
	const numbers = checks.flatMap((check) => [...check.matchAll(/(?<![\w'.])\d+(?:\.\d+)?(?![\w'])/g)].map(([number]) => number)).flatMap((number) => [
		number,
		`${number} + 1`,
		`${number} - 1`
	]);
	return [.../* @__PURE__ */ new Set([...texts, ...numbers])];
}
/** Columns of one foreign key, all from one row of its target; NULL where there is none yet, or to have both kinds. */
function referred(table, key, reference) {
	const { making, assigned, n, flavour } = reference;
	const open = key.columns.filter((name) => !assigned.has(name));
	const isNullable = open.some((name) => table.columns.find((one) => one.name === name)?.nullable);
	const count = making.filled.get(key.target) ?? 0;
	if (isNullable && (flavour === "null" || count === 0)) return open.map((name) => [name, "NULL"]);
	if (count === 0 && key.target === table.name) return ownRow(table, key, n, making);
	const quote = quoteName(making.engine);
	const narrowed = key.columns.flatMap((name, at) => {
		const value = assigned.get(name);
		return value === void 0 ? [] : [`${quote(key.targets[at] ?? "")} = ${value}`];
	});
	const where = [...key.targets.map((name) => `${quote(name)} IS NOT NULL`), ...narrowed].join(" AND ");
	const order = key.targets.map(quote).join(", ");
	const offset = narrowed.length > 0 || count === 0 ? 0 : n % count;
	const from = `(SELECT * FROM ${qualified(key.target, making.engine)} WHERE ${where} ORDER BY ${order} LIMIT 1 OFFSET ${offset}) AS referred`;
	return open.map((name) => [name, `(SELECT ${quote(key.targets[key.columns.indexOf(name)] ?? "")} FROM ${from})`]);
}
/** The first row of a table that has to refer to itself. */
function ownRow(table, key, n, making) {
	return key.columns.flatMap((name, at) => {
		const target = table.columns.find((one) => one.name === key.targets[at]);
		if (target === void 0) return [];
		const value = valuesOf(target, making.engine).plain(1e3 + n);
		return [[target.name, value], [name, value]];
	});
}
/** FNV-1a: the same on every machine. */
function hash(text) {
	let value = 2166136261;
	for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16777619) >>> 0;
	return value;
}

// src/verify/rows/run-catalogue.ts
function catalogueOf(engine, ask) {
	if (engine === "sqlite") return sqliteCatalogue(ask);
	return engine === "postgresql" ? postgresqlCatalogue(ask) : mysqlCatalogue(ask);
}
async function mysqlCatalogue(ask) {
	const unique = await ask(`SELECT IF(INDEX_NAME = 'PRIMARY', 'primary', 'unique') AS kind, TABLE_NAME AS owner,
      INDEX_NAME AS name, COLUMN_NAME AS part, NULL AS target, NULL AS target_part
    FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND NON_UNIQUE = 0 ORDER BY 2, 3, SEQ_IN_INDEX`);
	const foreign = await ask(`SELECT 'foreign' AS kind, TABLE_NAME AS owner, CONSTRAINT_NAME AS name, COLUMN_NAME AS part,
      REFERENCED_TABLE_NAME AS target, REFERENCED_COLUMN_NAME AS target_part
    FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL
    ORDER BY 2, 3, ORDINAL_POSITION`);
	return {
		keys: [...unique, ...foreign],
		domains: /* @__PURE__ */ new Map(),
		charset: ""
	};
}
const NAME = (relation, namespace) => `CASE ${namespace}.nspname WHEN 'public' THEN ${relation} ELSE ${namespace}.nspname || '.' || ${relation} END`;
const POSTGRESQL_KEYS = `SELECT CASE WHEN i.indisprimary THEN 'primary' ELSE 'unique' END AS kind, ${NAME("t.relname", "n")} AS owner,
    i.indexrelid::text AS name, a.attname AS part, NULL AS target, NULL AS target_part, k.at
  FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  CROSS JOIN unnest(i.indkey::int[]) WITH ORDINALITY AS k (number, at)
  LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number AND k.number > 0
  WHERE i.indisunique AND k.at <= i.indnkeyatts AND n.nspname NOT LIKE 'pg\\_%'
  UNION ALL SELECT 'foreign', ${NAME("t.relname", "n")}, c.oid::text, a.attname, ${NAME("r.relname", "m")}, b.attname, k.at
  FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  JOIN pg_class r ON r.oid = c.confrelid JOIN pg_namespace m ON m.oid = r.relnamespace
  CROSS JOIN unnest(c.conkey, c.confkey) WITH ORDINALITY AS k (number, target, at)
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number
  JOIN pg_attribute b ON b.attrelid = r.oid AND b.attnum = k.target
  WHERE c.contype = 'f' ORDER BY 2, 3, 7`;
async function postgresqlCatalogue(ask) {
	const keys = await ask(POSTGRESQL_KEYS);
	const domains = await ask("SELECT format_type(oid, NULL) AS name, format_type(typbasetype, typtypmod) AS base FROM pg_type WHERE typtype = 'd'");
	const [row] = await ask("SELECT getdatabaseencoding() AS encoding");
	return {
		keys,
		domains: new Map(domains.map(({ name, base }) => [String(name), String(base)])),
		charset: row?.encoding === "UTF8" ? "utf8mb4" : ""
	};
}
const SQLITE_OWN = "m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
/** The primary key of its own row number has no index. */
const SQLITE_KEYS = `SELECT 'primary' AS kind, m.name AS owner, 'PRIMARY' AS name, x.name AS part, NULL AS target, NULL AS target_part, x.pk AS at
  FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS x WHERE x.pk > 0 AND ${SQLITE_OWN}
  UNION ALL SELECT 'unique', m.name, i.name, x.name, NULL, NULL, x.seqno
  FROM sqlite_master AS m, pragma_index_list(m.name) AS i, pragma_index_info(i.name) AS x
  WHERE i."unique" = 1 AND i.origin <> 'pk' AND ${SQLITE_OWN}
  UNION ALL SELECT 'foreign', m.name, m.name || '.' || k.id, k."from", k."table",
    coalesce(k."to", (SELECT x.name FROM pragma_table_xinfo(k."table") AS x WHERE x.pk = k.seq + 1)), k.seq
  FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k WHERE ${SQLITE_OWN} ORDER BY 2, 3, 7`;
/** A type is a name that anybody may write: what it says is read as the others' types are. */
async function sqliteCatalogue(ask) {
	const keys = await ask(SQLITE_KEYS);
	const domains = (await ask(`SELECT DISTINCT upper(x.type) AS name FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS x WHERE ${SQLITE_OWN}`)).map(({ name }) => {
		const written = typeNameOf(String(name));
		return [written, readAs(written.toLowerCase())];
	});
	return {
		keys,
		domains: new Map(domains),
		charset: "utf8mb4"
	};
}
/** Where the name is nobody's type, by the affinity that SQLite gives it. */
function readAs(type) {
	if (/^(n?varchar|n?char|nchar|character|text|clob|native character|varying character)\b/.test(type)) return /^clob|^text/.test(type) ? "text" : type.replace(/^(n|native |varying )/, "");
	if (/^(tiny|small|medium|big)?int|^integer|^bool|^(double|float|real|numeric|decimal)|^(date|time|json|uuid|blob)/.test(type)) return type.replace(/^bool$/, "boolean").replace(/^(datetime|date|time|json|blob)\(.*/, "$1");
	if (type.includes("int")) return "integer";
	if (/char|clob|text/.test(type)) return "text";
	if (type === "" || type.includes("blob")) return "blob";
	return /real|floa|doub/.test(type) ? "real" : "numeric";
}

// src/verify/rows/run-rows.ts
/** The databases of a scenario as they are now. */
async function rowDatabases(server, world) {
	const { engine } = server;
	const schemas = await world.snapshot();
	const databases = [];
	for (const [label, scratch] of world.databases()) {
		const schema = schemas.get(label);
		if (schema === void 0) continue;
		if (engine === "sqlite") await ask(scratch, `PRAGMA foreign_keys = ${world.enforcesKeys(scratch.name) ? "ON" : "OFF"}`);
		const catalogue = await catalogueOf(engine, (sql) => ask(scratch, sql));
		databases.push({
			label,
			scratch,
			engine,
			tables: fillOrder(tablesOf(schema, catalogue))
		});
	}
	return databases;
}
/** A question that the server does not answer is no fault of a migration, and no pass either. */
async function ask(scratch, sql) {
	try {
		return await scratch.query(sql);
	} catch (error) {
		throw new NotEvaluated(`the server does not take what the rows need: ${words(error)}`);
	}
}
const words = (error) => withoutValues(error instanceof Error ? error.message : String(error));
/**
* What the server refuses is not there. `alike`: whether rows may be the same where no key forbids it; `planted` are
* tables that have their rows.
*/
async function fillDatabase(database, alike, planted = /* @__PURE__ */ new Set()) {
	const { engine, tables } = database;
	const filled = /* @__PURE__ */ new Map();
	const empty = /* @__PURE__ */ new Map();
	const making = {
		engine,
		seed: 4,
		alike,
		filled
	};
	for (const table of tables) {
		const { name } = table;
		await countRows(database, name, filled);
		let said = "";
		for (let n = 0; n < (planted.has(name) ? 0 : ROWS); n++) {
			const put = await putRow(database, table, n, making);
			if (put.kind === "refused") said = put.said;
			else filled.set(name, (filled.get(name) ?? 0) + 1);
		}
		if ((filled.get(name) ?? 0) === 0) empty.set(name, said);
	}
	return { empty };
}
/** Migrations may have put some there themselves. */
async function countRows({ scratch, engine }, table, filled) {
	const [row] = await ask(scratch, `SELECT COUNT(*) AS there FROM ${qualified(table, engine)}`);
	const count = Number(row?.["there"]);
	if (count > 0) filled.set(table, count);
}
async function countAll(database) {
	const counts = /* @__PURE__ */ new Map();
	for (const { name } of database.tables) await countRows(database, name, counts);
	return counts;
}
/** The n-th row in the first of its variants that the server takes. */
async function putRow({ scratch }, table, n, making) {
	let said = "";
	for (let turn = 0; turn < turnsOf(table); turn++) {
		const refusal = await attempt(scratch, insertOf(table, n, turn, making));
		if (refusal === null) return {
			kind: "put",
			turn
		};
		said = refusal;
	}
	return {
		kind: "refused",
		said
	};
}
/** One number for everybody: what fails today fails tomorrow. */
const SEED = 4;
/** What `act` writes is there afterwards, or was only tried. */
async function inTransaction({ scratch, engine }, end, act) {
	await ask(scratch, "BEGIN");
	try {
		if (engine === "postgresql") await ask(scratch, "SET CONSTRAINTS ALL IMMEDIATE");
		const result = await act();
		await ask(scratch, end);
		return result;
	} catch (error) {
		await scratch.query("ROLLBACK").catch(() => void 0);
		throw error;
	}
}
/** One statement inside a transaction: null, or what the server said against it, without values of rows. */
async function attempt(scratch, sql) {
	await ask(scratch, "SAVEPOINT attempt");
	try {
		await scratch.query(sql);
	} catch (error) {
		await ask(scratch, "ROLLBACK TO SAVEPOINT attempt");
		return words(error);
	}
	await ask(scratch, "RELEASE SAVEPOINT attempt");
	return null;
}
/** Of the tables and columns that `schema` still has. Hashes are made inside the server: no value leaves it. */
async function pictureOf({ scratch, engine, tables }, schema) {
	const quote = quoteName(engine);
	const columns = (schema?.objects ?? []).filter(({ kind }) => kind === "column");
	const picture = /* @__PURE__ */ new Map();
	for (const { name, primary, ...table } of tables) {
		const own = new Set(columns.flatMap((one) => one.table === name ? [one.name] : []));
		const names = table.columns.map((column) => column.name).filter((column) => own.has(column));
		if (names.length === 0) continue;
		const hashes = (await ask(scratch, `SELECT ${names.map((column, at) => `${hashed(quote(column), engine)} AS c${at}`).join(", ")} FROM ${qualified(name, engine)}`)).map((row) => Object.fromEntries(names.map((column, at) => [column, hashIn(row[`c${at}`])])));
		picture.set(name, {
			primary,
			columns: names,
			rows: hashes
		});
	}
	return picture;
}
/** MySQL has no MD5() from 9.7 on; SQLite has no hash at all, but the Python that asks it. */
function hashed(column, engine) {
	if (engine === "postgresql") return `MD5(${column}::text)`;
	if (engine !== "sqlite") return `SHA2(${column}, 256)`;
	const kind = `typeof(${column})`;
	return `alembic_gate_digest(${kind}, CASE ${kind} WHEN 'text' THEN CAST(${column} AS BLOB) ELSE ${column} END)`;
}
const hashIn = (value) => typeof value === "string" ? value : null;

// src/verify/old-code/run-old-reads.ts
/** What cannot be read any more; a table of which nothing can is said once. */
async function goneColumns({ table, columns }, { label, database: { scratch, engine } }) {
	const quote = quoteName(engine);
	const from = `FROM ${qualified(table.name, engine)}`;
	const breaks = [];
	const gone = /* @__PURE__ */ new Set();
	for (const column of columns) {
		const head = `SELECT ${quote(column)} ${from}`;
		const said = await attempt(scratch, `${head} LIMIT 0`);
		if (said === null) continue;
		gone.add(column);
		breaks.push({
			...of(label, table.name),
			column,
			verb: "SELECT",
			head,
			said,
			ordinary: true
		});
	}
	const all = gone.size === columns.length;
	const whole = breaks.slice(0, 1).map((one) => ({
		...one,
		column: null,
		head: `SELECT * ${from}`
	}));
	return {
		breaks: all ? whole : breaks,
		columns: gone,
		all
	};
}
/** What a break is about, where it is about all of a table. */
const of = (database, table) => ({
	database,
	table,
	column: null,
	isView: false
});
/** Of these views, those that can be read. */
async function readableViews({ scratch, engine }, views) {
	const readable = [];
	for (const name of views) if (await scratch.query(reading(name, engine)).then(() => null, (error) => error) === null) readable.push(name);
	return readable;
}
/** Inside a transaction; a view may stay and have nothing to show any more. */
async function unreadableViews({ label, database: { scratch, engine } }, views) {
	const breaks = [];
	for (const name of views) {
		const head = reading(name, engine);
		const said = await attempt(scratch, head);
		if (said !== null) breaks.push({
			...of(label, name),
			isView: true,
			verb: "SELECT",
			head,
			said,
			ordinary: true
		});
	}
	return breaks;
}
const reading = (name, engine) => `SELECT * FROM ${qualified(name, engine)} LIMIT 0`;

// src/verify/rows/run-seed.ts
/** Puts the rows of a seed file into a database that has the base's schema. */
/** Throws NotEvaluated where the file is not there, cannot be read, or a statement fails; no value of it is said. */
async function plantSeed(seed, scratch, engine) {
	const statements = statementsOf(seed, engine);
	try {
		await scratch.query("BEGIN");
		for (const [index, { sql, line }] of statements.entries()) await run$1(scratch, sql, `${`statement ${index + 1} of \`${seed.path}\` (line ${line}, \`${headOf(sql).slice(0, 80)}\`)`} fails on the schema of the base`);
		await run$1(scratch, "COMMIT", `the rows of \`${seed.path}\` do not fit each other`);
	} catch (error) {
		await scratch.query("ROLLBACK").catch(() => void 0);
		throw error;
	} finally {
		for (const sql of RESETS[familyOf(engine)]) await scratch.query(sql);
	}
}
/** Statements that write rows or set up the session; locks and their like would end the transaction. */
const WRITES = /^(INSERT|REPLACE|UPDATE|WITH|SELECT|SET (?!.*autocommit))|^\/\*!\d+ SET /is;
/** The seed's statements one by one, inside a transaction that is taken back. */
async function tryStatements(statements, scratch, engine) {
	const tried = [];
	if (statements.length === 0) return tried;
	for (const sql of statements) tried.push({
		sql,
		said: await attempt(scratch, sql)
	});
	for (const sql of RESETS[familyOf(engine)]) if (sql !== "UNLOCK TABLES") await scratch.query(sql);
	return tried;
}
/** What of a seed can be tried; none where it is of no use, which the proof with rows says. */
function writesOf$1(seed, engine) {
	try {
		return statementsOf(seed, engine).flatMap(({ sql }) => WRITES.test(sql) ? [sql] : []);
	} catch (error) {
		if (error instanceof NotEvaluated) return [];
		throw error;
	}
}
const RESETS = {
	postgresql: ["RESET ALL"],
	sqlite: [],
	mysql: [
		"UNLOCK TABLES",
		"SET SESSION sql_mode = DEFAULT, foreign_key_checks = 1, unique_checks = 1, time_zone = DEFAULT, autocommit = 1",
		"SET NAMES utf8mb4"
	]
};
function statementsOf({ path, text }, engine) {
	if (text === null) throw new NotEvaluated(`the base has no file \`${path}\`, which \`seed:\` names; add it there, or take the line out to have rows generated`);
	const statements = cutStatements(text, engine);
	if (statements === null) throw new NotEvaluated(`\`${path}\` cannot be cut into statements: a quote, comment, bracket or block in it does not end`);
	const copy = statements.find(({ sql }) => /\bCOPY\b[^;]*\bFROM\s+stdin\s*$/i.test(sql));
	if (copy !== void 0) throw new NotEvaluated(`line ${copy.line} of \`${path}\` is a COPY from the client, which only psql can read; write the dump with \`pg_dump --data-only --inserts\``);
	return statements.filter(({ sql }) => !sql.startsWith("\\"));
}
async function run$1(scratch, sql, what) {
	try {
		await scratch.query(sql);
	} catch (error) {
		throw new NotEvaluated(`${what}: ${withoutValues(error instanceof Error ? error.message : String(error))}`);
	}
}

// src/verify/old-code/run-old-seed.ts
/** Rows of a seed as code of the base writes them: tried at the base, and tried again on the new schema. */
const NOTHING = {
	statements: [],
	planted: /* @__PURE__ */ new Set()
};
/** The seed is for the project's own database. Inside a transaction that is taken back. */
async function plantAtBase(seed, database) {
	if (seed === null || database.label !== "") return NOTHING;
	const before = await countAll(database);
	const tried = await tryStatements(writesOf$1(seed, database.engine), database.scratch, database.engine);
	const after = await countAll(database);
	return {
		statements: tried.flatMap(({ sql, said }) => said === null ? [sql] : []),
		planted: new Set([...after].flatMap(([table, count]) => before.get(table) === count ? [] : [table]))
	};
}
/** What worked at the base and fails now. What only misses the rows of another that failed is said with that one. */
async function plantAgain({ statements, planted }, { label, database }) {
	const breaks = [];
	for (const { sql, said } of await tryStatements(statements, database.scratch, database.engine)) {
		if (said === null || breaks.length > 0 && /foreign key/i.test(said)) continue;
		const head = headOf(sql);
		const table = [...planted].find((name) => mentions(head, name.split(".").at(-1) ?? name));
		const verb = /^UPDATE/i.test(sql) ? "UPDATE" : "INSERT";
		if (table !== void 0) breaks.push({
			...of(label, table),
			verb,
			head,
			said,
			ordinary: true
		});
	}
	return breaks;
}

// src/verify/old-code/run-old-writes.ts
/** `wanted` are tables by name with all their columns; `planted` have rows of the seed's, which are tried again as they stand there. Inside a transaction that is taken back. */
async function writeAtBase(database, wanted, planted) {
	const filled = /* @__PURE__ */ new Map();
	const making = {
		engine: database.engine,
		seed: 4,
		alike: true,
		filled
	};
	const tables = [];
	for (const table of database.tables.filter(({ name }) => wanted.has(name))) {
		await countRows(database, table.name, filled);
		const rows = [];
		let said = planted.has(table.name) ? null : "";
		for (let n = 0; said !== null && n < ROWS; n++) {
			const put = await putRow(database, table, n, making);
			if (put.kind === "refused") said = put.said;
			else rows.push({
				n,
				turn: put.turn
			});
			if (put.kind === "put") filled.set(table.name, (filled.get(table.name) ?? 0) + 1);
		}
		tables.push({
			table,
			rows,
			said
		});
	}
	const written = [];
	for (const { table, rows, said } of tables) {
		const updates = [];
		for (const update of planted.has(table.name) ? [] : updatesOf(table, making)) if (await attempt(database.scratch, update.sql) === null) updates.push(update);
		const columns = wanted.get(table.name) ?? [];
		written.push({
			table,
			columns,
			rows,
			updates,
			refused: rows.length === 0 ? said : null
		});
	}
	return written;
}
/** Everything that worked at the base and fails now; inside a transaction that is taken back. */
async function writeAgain(old, schema) {
	const { database } = schema;
	const filled = /* @__PURE__ */ new Map();
	const again = {
		schema,
		filled,
		old: new Set(old.map(({ table }) => table.name))
	};
	const breaks = [];
	const left = [];
	for (const one of old) {
		const gone = await goneColumns(one, schema);
		breaks.push(...gone.breaks);
		if (gone.all) continue;
		left.push({
			one,
			gone: gone.columns
		});
		await countRows(database, one.table.name, filled);
		breaks.push(...await insertAgain(one, gone.columns, again));
	}
	for (const { one, gone } of left) {
		const said = new Set(breaks.flatMap((each) => each.table === one.table.name ? [each.said] : []));
		breaks.push(...(await updateAgain(one, gone, again)).filter((each) => !said.has(each.said)));
	}
	return breaks;
}
async function insertAgain({ table, rows }, gone, again) {
	const { schema, filled } = again;
	const { database } = schema;
	const now = database.tables.find(({ name }) => name === table.name);
	const known = stillKnown(table, gone, now);
	if (known.foreignKeys.some(({ target, columns }) => target !== table.name && isHard(known, columns) && !filled.get(target))) return [];
	const making = {
		engine: database.engine,
		seed: 4,
		alike: true,
		filled
	};
	const count = () => filled.set(table.name, (filled.get(table.name) ?? 0) + 1);
	const breaks = [];
	for (const { n, turn } of rows) {
		const sql = insertOf(known, n, turn, making);
		const said = await attempt(database.scratch, sql);
		if (said === null) {
			count();
			continue;
		}
		const named = insertOf(spelledOut(known), n, turn, making);
		const isNamed = named !== sql && await attempt(database.scratch, named) === null;
		if (isNamed || await standIn(now, n, again)) count();
		if (!isOfOurOwn(said, table.name, schema)) breaks.push({
			...of(schema.label, table.name),
			verb: "INSERT",
			head: headOf(sql),
			said,
			ordinary: n === 0 && !isNamed
		});
	}
	return breaks.length === rows.length && rows[0]?.n !== 0 ? breaks.map((one) => ({
		...one,
		ordinary: true
	})) : breaks;
}
/** Columns that are there, and keys as the new schema has them: they only say which values a row can refer to. */
function stillKnown(table, gone, now) {
	const foreignKeys = table.foreignKeys.filter(({ columns }) => !columns.some((name) => gone.has(name))).flatMap((key) => {
		if (now === void 0) return [key];
		return now.foreignKeys.find(({ columns }) => columns.join("\0") === key.columns.join("\0")) ?? (now.foreignKeys.some((wider) => holds(wider, key)) ? [key] : []);
	});
	return {
		...table,
		columns: table.columns.filter(({ name }) => !gone.has(name)),
		foreignKeys
	};
}
/** Whether a key goes to the same columns and to more: what old code writes in its part has to be there as before. */
const holds = (wider, { columns, target, targets }) => wider.target === target && columns.every((name, at) => {
	const place = wider.columns.indexOf(name);
	return place >= 0 && wider.targets[place] === targets[at];
});
const isHard = (table, columns) => columns.every((name) => table.columns.find((one) => one.name === name)?.nullable === false);
const spelledOut = (table) => ({
	...table,
	columns: table.columns.map((column) => ({
		...column,
		hasDefault: false
	}))
});
/** A row as new code writes it, so that others have something to refer to. */
async function standIn(table, n, again) {
	if (table === void 0) return false;
	const { schema, filled, old } = again;
	const { database } = schema;
	const making = {
		engine: database.engine,
		seed: 4,
		alike: false,
		filled
	};
	for (const { target } of table.foreignKeys) {
		if (target === table.name || old.has(target) || filled.get(target)) continue;
		const parent = database.tables.find(({ name }) => name === target);
		if (parent !== void 0 && (await putRow(database, parent, 0, making)).kind === "put") filled.set(target, 1);
	}
	return (await putRow(database, table, n, making)).kind === "put";
}
/** The server quotes the key. */
function isOfOurOwn(said, table, schema) {
	if (!/duplicate/i.test(said)) return false;
	return [...said.matchAll(/["'`]([^"'`]+)["'`]/g)].map(([, name = ""]) => name.split(".").at(-1) ?? "").some((name) => schema.isOldKey(table, name));
}
async function updateAgain({ table, updates }, gone, { schema, filled }) {
	if (!filled.get(table.name)) return [];
	const breaks = [];
	for (const { column, head, sql, ordinary } of updates) {
		if (gone.has(column)) continue;
		const said = await attempt(schema.database.scratch, sql);
		if (said !== null) breaks.push({
			...of(schema.label, table.name),
			column,
			verb: "UPDATE",
			head,
			said,
			ordinary
		});
	}
	return breaks;
}

// src/verify/old-code/run-old-code.ts
/** Costs a stage and each new revision's upgrade once more; where a table of the base changes, another state. */
async function proveOldCode(bench) {
	const none = nothingToProve(bench);
	if (none !== null) return { section: section$1("not-applicable", [none]) };
	const stage = await openStage(bench);
	try {
		const before = await stage.world.snapshot();
		const steps = await upgrade(stage, bench.plan.added);
		const change = {
			before,
			after: await stage.world.snapshot()
		};
		const { breaks, untried, unread, isIdle } = await tryAll(bench, stage, change, []);
		if (isIdle) return { section: section$1("not-applicable", ["no table that the base has is changed"]) };
		const unmapped = await unmappedAmong(bench, breaks);
		const left = unmapped.length === 0 ? breaks : (await tryAll(bench, stage, change, unmapped)).breaks;
		return { section: oldCodeSection({
			breaks: left,
			untried,
			unread,
			unmapped,
			steps
		}) };
	} finally {
		await closeStage(stage);
	}
}
function nothingToProve({ request, plan }) {
	if (request.config.deploys === "stop") return "deployments stop the old code first (`deploys: stop`)";
	if (plan.added.length === 0) return "no new revision to prove";
	return plan.base.length === 0 ? "no code of the base has a database" : null;
}
async function upgrade(stage, revisions) {
	const steps = [];
	for (const revision of revisions) {
		const { step } = await move(stage, revision, "upgrade");
		if (step.outcome !== "pass") throw new NotEvaluated(`the upgrade of \`${revision}\` fails: ${step.error ?? "no reason given"}`);
		steps.push(step);
	}
	return steps;
}
/** `stage` has the new schema and no rows of ours. */
async function tryAll(bench, stage, { before, after }, unmapped) {
	try {
		var _usingCtx$3 = _usingCtx();
		const { server } = bench.ports;
		const changed = [...before].flatMap(([label, was]) => {
			const is = after.get(label) ?? {
				...was,
				objects: []
			};
			const affected = affectedTables(was, is);
			return affected.size === 0 ? [] : [{
				label,
				was,
				is,
				affected
			}];
		});
		if (changed.length === 0) return {
			breaks: [],
			untried: /* @__PURE__ */ new Map(),
			unread: /* @__PURE__ */ new Set(),
			isIdle: true
		};
		bench.ports.progress("Old code's statements on the new schema");
		const breaks = [];
		const untried = /* @__PURE__ */ new Map();
		const unread = /* @__PURE__ */ new Set();
		const base = _usingCtx$3.a(await openBase(bench));
		const bases = await rowDatabases(server, base);
		const now = await rowDatabases(server, stage.world);
		for (const { label, was, is, affected } of changed) {
			const own = unmapped.filter(({ database }) => database === label);
			const old = within(bases, label);
			const database = within(now, label);
			if (old === void 0 || database === void 0) continue;
			const tables = withoutUnmapped(old.tables, own);
			const names = withParents(affected, tables);
			const hidden = new Set(own.flatMap(({ table, column }) => `${table}\0${column ?? ""}`));
			const wanted = new Map([...names].map((name) => [name, columnsOf(was, name).filter((column) => !hidden.has(`${name}\0${column}`))]));
			const [seed, written] = await inTransaction(old, "ROLLBACK", async () => {
				const planted = await plantAtBase(bench.request.seed, old);
				return [planted, await writeAtBase({
					...old,
					tables
				}, wanted, planted.planted)];
			});
			const views = await readableViews(old, keptViews(was, is));
			const schema = {
				label,
				database,
				isOldKey: sameKey(was, is)
			};
			const found = await inTransaction(database, "ROLLBACK", async () => [
				...await plantAgain(seed, schema),
				...await writeAgain(written, schema),
				...await unreadableViews(schema, views)
			]);
			for (const one of found) {
				const table = seed.planted.has(one.table) ? void 0 : tables.find(({ name }) => name === one.table);
				const recast = table === void 0 ? [] : recastColumns(one.said, table, is);
				for (const column of recast) unread.add(`\`${one.table}\`.\`${column}\``);
				if (recast.length === 0) breaks.push({
					...one,
					said: stage.world.readable(one.said)
				});
			}
			for (const { table, refused } of written) if (refused !== null && affected.has(table.name)) untried.set(table.name, base.readable(refused));
		}
		return {
			breaks,
			untried,
			unread,
			isIdle: false
		};
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
const within = (databases, label) => databases.find((one) => one.label === label);
/** What cannot be read any more and no model of the base maps; nothing where there are no models to ask. */
async function unmappedAmong(bench, breaks) {
	const gone = breaks.filter(({ verb }) => verb === "SELECT");
	if (gone.length === 0) return [];
	const { base, merged } = bench.request;
	let stage = null;
	try {
		stage = await openStage(bench, {
			graph: base.graph,
			directory: base.models ?? merged.directory
		});
		const unwanted = (await opinion(stage) ?? []).filter(({ attribute, after }) => attribute === "exists" && after === null);
		return gone.flatMap(({ database, table, column }) => {
			const names = (name) => name?.replace(/^public\./, "") === table;
			return unwanted.some((one) => one.database === database && (one.kind === "table" && names(one.name) || one.kind === "column" && names(one.table) && one.name === column)) ? [{
				database,
				table,
				column
			}] : [];
		});
	} catch (error) {
		if (error instanceof NotEvaluated) return [];
		throw error;
	} finally {
		if (stage !== null) await closeStage(stage);
	}
}

// src/verify/rows/compare.ts
/** Tables that are on one side only are the schema's matter. */
function compareRows(before, after, touched) {
	return [...before].flatMap(([table, old]) => {
		const now = after.get(table);
		if (now === void 0 || old.rows.length === 0) return [];
		const columns = old.columns.filter((name) => now.columns.includes(name) && !touched(table, name));
		const key = old.primary.length > 0 && old.primary.every((name) => columns.includes(name)) ? old.primary : columns;
		if (key.length === 0) return [];
		const found = byKey(now.rows, key);
		const pairs = [...byKey(old.rows, key)].map(([id, row]) => [row, found.get(id)]);
		const gone = pairs.filter(([, row]) => row === void 0).length;
		const missing = {
			table,
			column: null,
			before: old.rows.length,
			changed: gone
		};
		const lost = columns.flatMap((column) => {
			const changed = pairs.filter(([was, is]) => is !== void 0 && was[column] !== is[column]).length;
			return changed === 0 ? [] : [{
				table,
				column,
				before: old.rows.length,
				changed
			}];
		});
		return gone > 0 && !touched(table, null) ? [missing, ...lost] : lost;
	});
}
/** Alike rows are told apart by their number. */
function byKey(rows, columns) {
	const keyed = /* @__PURE__ */ new Map();
	const counts = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const key = JSON.stringify(columns.map((name) => row[name] ?? null));
		const serial = counts.get(key) ?? 0;
		counts.set(key, serial + 1);
		keyed.set(`${key}${serial}`, row);
	}
	return keyed;
}

// src/verify/rows/touched.ts
/**
* What the upgrade changes in the schema, or writes by one of its statements; what follows from that by a foreign key's
* action or a column's own clock.
*/
function touchedBy(migration) {
	const { engine, differences, tables } = migration;
	const up = writesOf(migration.upgrade, engine);
	const updates = [...up, ...writesOf(migration.downgrade, engine)].filter(({ kind }) => kind === "values");
	const find = (table) => tables.find(({ name }) => name === table);
	const isOther = (table) => differences.some((one) => one.kind === "table" && one.name === table && one.attribute === "exists");
	const rows = (table, seen) => isOther(table) || up.some((write) => write.kind !== "values" && write.names(table)) || (find(table)?.foreignKeys ?? []).some(({ target }) => !seen.includes(target) && rows(target, [...seen, target]));
	const values = (table, column, seen) => isOther(table) || differences.some((one) => one.kind === "column" && one.table === table && one.name === column) || up.some((write) => write.kind !== "rows" && write.names(table) && write.sets(column)) || (find(table)?.foreignKeys ?? []).some(({ target, columns, targets }) => columns.includes(column) && !seen.includes(target) && (rows(target, [target]) || targets.some((name) => values(target, name, [...seen, target]))));
	return (table, column) => {
		if (column === null) return rows(table, [table]);
		if ((find(table)?.columns.some(({ name, clock }) => name === column && clock) ?? false) && updates.some((write) => write.names(table))) return true;
		return values(table, column, [table]);
	};
}
function writesOf(statements, engine) {
	return statements.filter(({ line }) => line !== null).flatMap(({ sql }) => readSql(sql, engine).flatMap((effect) => writeOf(effect, sql)));
}
/** Joined statements name several tables, so each that the text names counts. */
function writeOf(effect, sql) {
	const names = (table) => mentions(sql, table.split(".").at(-1) ?? table);
	const inText = (column) => mentions(sql, column);
	switch (effect.kind) {
		case "truncate": return [{
			kind: "rows",
			names,
			sets: () => false
		}];
		case "write": {
			if (effect.verb === "delete") return [{
				kind: "rows",
				names,
				sets: () => false
			}];
			const { sets } = effect;
			if (effect.verb === "update") return [{
				kind: "values",
				names,
				sets: sets === null ? inText : (column) => includes(sets, column)
			}];
			return /\b(REPLACE|DUPLICATE|CONFLICT|MERGE)\b/i.test(sql) ? [{
				kind: "anything",
				names,
				sets: inText
			}] : [];
		}
		case "unread": {
			const isCall = /^\s*(CALL|EXECUTE)\b/i.test(sql);
			return [{
				kind: "anything",
				names: (table) => isCall || names(table),
				sets: () => true
			}];
		}
		default: return [];
	}
}
const includes = (names, name) => names.some((one) => one.toLowerCase() === name.toLowerCase());

// src/verify/rows/unreadable.ts
/**
* The columns whose generated text stopped the step, as they are shown; empty where real rows would stop it as well: NULLs,
* doubles, what is too long or too great. No schema says what a text column really holds.
*/
function unreadableText({ engine, failure, statements, generated }) {
	const own = statements.filter(({ line }) => line !== null);
	const last = own.at(-1)?.sql ?? "";
	if (failure.errno === null) return PARSERS.has(failure.class) ? textsIn(own.map(({ sql }) => sql).join("\n"), generated, isText) : [];
	if (isCheckOfValues(failure, last)) return textsIn(last, generated, isText);
	if (JSON_SHAPE.test(failure.errno)) return textsIn(last, generated, isJson);
	return isReading(failure, last, engine, generated) ? textsIn(last, generated, isText) : [];
}
/** What Python's own readers of text raise. */
const PARSERS = new Set("ValueError JSONDecodeError InvalidOperation ParserError ValidationError".split(" "));
/** PostgreSQL's codes for JSON of another shape than was expected. */
const JSON_SHAPE = /^(22023|2203[0-9A-G])$/;
const isText = ({ type, values }) => values === null && /char|text|json|^(citext|xml|hstore|bytea|name)\b|blob|binary/.test(type);
const isJson = ({ type }) => /^jsonb?\b/.test(type);
/** A server's words for a text that it cannot read as what is asked for. */
function isReading({ errno, message }, sql, engine, generated) {
	switch (errno) {
		case "22P02":
		case "22007":
		case "22018": return true;
		case "22008": return /field value out of range/.test(message);
		case "1292":
		case "1366":
		case "1411": return !/string value/i.test(message);
		case "3140":
		case "3141":
		case "3143": return true;
		case "4025": return /json_valid/i.test(sql) || /\bJSON\b/i.test(sql);
		case "1265": return isTruncatedReading(sql, engine, generated);
		default: return false;
	}
}
/** MySQL and MariaDB say the same of a NULL under NOT NULL and of a text that is too long: then the type stays what it is. */
function isTruncatedReading(sql, engine, generated) {
	const altered = readSql(sql, engine).filter((effect) => effect.kind === "alter-column");
	if (altered.length === 0) return /^\s*(UPDATE|INSERT|REPLACE)\b/i.test(sql);
	const wasText = (name) => generated.some(({ columns }) => columns.some((one) => one.name === name && isText(one)));
	return altered.some(({ column, to }) => to.type !== void 0 && to.type !== null && !/char|text|blob|binary/.test(to.type.name) && wasText(column));
}
/** An enum that is written as a check. */
function isCheckOfValues({ errno }, sql) {
	return [
		"23514",
		"3819",
		"4025"
	].includes(errno ?? "") && /\bCHECK\s*\(+\s*["`]?\w+["`]?\s*(?:\)?::\w+)*\s*(?:IN\s*\(|=\s*ANY\s*\()\s*(?:ARRAY\[)?\(?'/i.test(sql);
}
/** Columns of the tables that a statement names; their tables where it names none of the columns. */
function textsIn(sql, tables, isOne) {
	const holding = tables.flatMap(({ name, columns }) => {
		const texts = columns.filter(isOne);
		const bare = name.split(".").at(-1) ?? name;
		return texts.length > 0 && mentions(sql, bare) ? [{
			name,
			texts
		}] : [];
	});
	const named = holding.flatMap(({ name, texts }) => texts.flatMap((column) => mentions(sql, column.name) ? [`\`${name}\`.\`${column.name}\``] : []));
	return named.length > 0 ? named : holding.map(({ name }) => `\`${name}\``);
}

// src/verify/rows/run-proof.ts
/** Costs one stage of its own, and each new revision's steps once more. */
async function proveRows(bench, known) {
	const { request, plan, ports } = bench;
	if (plan.added.length === 0) return { section: {
		name: "rows",
		outcome: "not-applicable",
		reason: "no new revision to prove",
		differences: []
	} };
	const stage = {
		...await openStage(bench),
		holdsRows: true
	};
	try {
		const databases = await rowDatabases(ports.server, stage.world);
		const empty = /* @__PURE__ */ new Map();
		const generated = [];
		for (const database of databases) {
			const planted = await plant(request.seed, database);
			generated.push(...database.tables.filter(({ name }) => !planted.has(name)));
			const filled = await inTransaction(database, "COMMIT", () => fillDatabase(database, true, planted));
			for (const [table, said] of filled.empty) empty.set(table, stage.world.readable(said));
		}
		return { section: rowsSection({
			...await runAll(bench, stage, {
				databases,
				generated
			}, known),
			empty
		}) };
	} finally {
		await closeStage(stage);
	}
}
/** Tables that have rows of the seed's; the seed is for the project's own database. */
async function plant(seed, database) {
	if (seed === null || database.label !== "") return /* @__PURE__ */ new Set();
	const before = await countAll(database);
	await plantSeed(seed, database.scratch, database.engine);
	const after = await countAll(database);
	return new Set([...after].flatMap(([table, count]) => before.get(table) === count ? [] : [table]));
}
async function runAll(bench, stage, { databases, generated }, known) {
	const { plan, request, ports } = bench;
	const differences = [];
	const steps = [];
	for (const revision of plan.added) {
		ports.progress(`With rows: ${revision}`);
		const turn = await oneRevision(stage, databases, revision, {
			isOneWay: request.irreversible.has(revision),
			isLast: revision === plan.added.at(-1)
		});
		steps.push(...turn.steps);
		differences.push(...turn.lost);
		const failed = turn.steps.find(({ outcome }) => outcome !== "pass");
		if (failed === void 0) continue;
		if (known.some((one) => one.revision === revision && one.direction === failed.direction && one.outcome !== "pass")) return {
			differences,
			steps,
			stopped: `the ${failed.direction} of \`${revision}\` fails without rows as well`
		};
		const { engine } = ports.server;
		const { failure } = turn;
		const unread = failure === void 0 ? [] : unreadableText({
			engine,
			failure,
			statements: failed.statements,
			generated
		});
		if (unread.length > 0) return {
			differences,
			steps,
			stopped: stoppedAtText(failed, unread)
		};
		const tables = databases.flatMap((database) => database.tables.map(({ name }) => name));
		return {
			differences: [...differences, failedWithRows(failed, tables)],
			steps,
			stopped: null
		};
	}
	return {
		differences,
		steps,
		stopped: null
	};
}
/** Up and down, and up again where others follow. */
async function oneRevision(stage, databases, revision, { isOneWay, isLast }) {
	const below = await stage.world.snapshot();
	const before = await pictures(stage, databases);
	const { step: up, ...moved } = await move(stage, revision, "upgrade");
	if (up.outcome !== "pass" || isOneWay) return {
		...moved,
		steps: [up],
		lost: []
	};
	const above = await stage.world.snapshot();
	const down = await move(stage, revision, "downgrade");
	if (down.step.outcome !== "pass") return {
		...down,
		steps: [up, down.step],
		lost: []
	};
	const after = await pictures(stage, databases);
	const path = stage.graph.revisions.get(revision)?.path ?? null;
	const lost = databases.flatMap(({ label, engine, tables }) => {
		const touched = touchedBy({
			engine,
			differences: diffSchemas(below.get(label), above.get(label)),
			upgrade: up.statements,
			downgrade: down.step.statements,
			tables
		});
		return compareRows(before.get(label) ?? /* @__PURE__ */ new Map(), after.get(label) ?? /* @__PURE__ */ new Map(), touched).map((one) => {
			const line = culpritOf(one, down.step.statements)?.line ?? down.line;
			return lostRows(one, {
				revision,
				path,
				line
			});
		});
	});
	if (isLast) return {
		steps: [up, down.step],
		lost
	};
	const again = await move(stage, revision, "upgrade-again");
	return {
		...again,
		steps: [
			up,
			down.step,
			again.step
		],
		lost
	};
}
async function pictures(stage, databases) {
	const schemas = await stage.world.snapshot();
	const found = /* @__PURE__ */ new Map();
	for (const database of databases) found.set(database.label, await pictureOf(database, schemas.get(database.label)));
	return found;
}

// src/verify/start-states/run-start-states.ts
/** Throws NotEvaluated where a state cannot be built, or a name in `deployed:` stands for no revision. */
async function proveStartStates(bench) {
	const { deployed } = bench.request;
	if (deployed.length === 0) return { section: section("not-applicable", "`deployed:` names no state", []) };
	const reference = await schemaOfMerge(bench);
	const reached = [];
	for (const state of deployed) reached.push(await upgradeFrom(bench, state, reference));
	const faults = reached.flatMap(({ fault }) => fault ?? []);
	const differences = reached.flatMap((one) => one.differences);
	if (faults.length > 0) return { section: section("fail", faults.join("; "), differences) };
	const names = deployed.map(({ name }) => `\`${name}\``).join(", ");
	return { section: section("pass", `the same schema from ${names}`, differences) };
}
async function schemaOfMerge(bench) {
	const stage = await openStage(bench);
	try {
		await climb(stage, bench.plan.added, "The schema of the merge");
		return await stage.world.snapshot();
	} finally {
		await closeStage(stage);
	}
}
async function upgradeFrom(bench, { name, heads }, reference) {
	const { merged } = bench.request;
	const unknown = heads.filter((id) => !merged.graph.revisions.has(id));
	if (heads.length === 0 || unknown.length > 0) throw new NotEvaluated(unresolved(name, unknown));
	bench.ports.progress(`Upgrading from ${name}`);
	const below = merged.graph.upgradeOrder(heads);
	const ahead = merged.graph.upgradeOrder(merged.graph.realHeads).filter((id) => !below.includes(id));
	const stage = await openStageAt(bench, merged, below, `The state \`${name}\``, "up");
	try {
		const { statements, stop } = await climbAsFar(stage, ahead);
		if (stop !== null) {
			const { path, line, revision, error } = stop;
			const object = `the upgrade of \`${revision}\``;
			const difference = {
				object,
				attribute: OUTCOME$2,
				before: "works",
				after: error,
				path,
				line,
				revision
			};
			return {
				fault: `from \`${name}\` ${object} fails: ${error}`,
				differences: [{
					...difference,
					when: `from \`${name}\``
				}]
			};
		}
		const isNew = new Set(bench.plan.added.map((id) => merged.graph.revisions.get(id)?.path ?? null));
		const own = statements.filter(({ path }) => isNew.has(path));
		const differences = diffDatabases(reference, await stage.world.snapshot()).map((one) => {
			const { path = null, line = null } = statementOf(one, own) ?? {};
			const { object, attribute, before, after } = one;
			return {
				object,
				attribute,
				before,
				after,
				path,
				line,
				revision: null,
				when: `from \`${name}\``
			};
		});
		const real = differences.filter((one) => !isMinor(one));
		const words = real.slice(0, 3).map(differenceInWords).join(", ");
		return {
			fault: real.length === 0 ? null : `the upgrade from \`${name}\` ends at another schema: ${words}`,
			differences
		};
	} finally {
		await closeStage(stage);
	}
}
function unresolved(name, unknown) {
	return unknown.length === 0 ? `\`deployed:\` names \`${name}\`, which is neither a revision nor a tag with this environment's revisions` : `databases at \`${name}\` hold ${unknown.map((id) => `\`${id}\``).join(", ")}, which the merge does not have`;
}
const section = (outcome, reason, differences) => ({
	name: "start-states",
	outcome,
	reason,
	differences
});

// src/verify/two-deployers/run-block.ts
/** On a table, else on every change of the schema. Throws NotEvaluated where the server does not allow it. */
async function blockOn(server, scratch, table) {
	const { engine } = server;
	if (engine === "sqlite") throw new NotEvaluated("SQLite has no sessions that could be counted");
	try {
		for (const sql of table === null ? SCHEMA[engine].take : takeTable(engine, table)) await scratch.query(sql);
	} catch (error) {
		const said = error instanceof Error ? error.message : String(error);
		throw new NotEvaluated(`a migration cannot be held up on this server: ${said}`);
	}
	const count = async (sql) => {
		const parameters = [scratch.name, scratch.endpoint.user];
		return Number((await server.query(sql, parameters))[0]?.["n"]);
	};
	const { all, waiting } = QUESTIONS[engine === "postgresql" ? "postgresql" : "mysql"];
	return {
		waiting: () => count(waiting),
		sessions: () => count(all),
		release: async () => {
			for (const sql of table === null ? SCHEMA[engine].release : [RELEASE[engine]]) await scratch.query(sql);
		}
	};
}
const RELEASE = {
	mysql: "UNLOCK TABLES",
	mariadb: "UNLOCK TABLES",
	postgresql: "ROLLBACK"
};
function takeTable(engine, table) {
	const name = qualified(table, engine);
	return engine === "postgresql" ? ["BEGIN", `LOCK TABLE ${name} IN ACCESS EXCLUSIVE MODE`] : [`LOCK TABLES ${name} WRITE`];
}
const SCHEMA = {
	mysql: {
		take: ["LOCK INSTANCE FOR BACKUP"],
		release: ["UNLOCK INSTANCE"]
	},
	mariadb: {
		take: ["BACKUP STAGE START", "BACKUP STAGE BLOCK_DDL"],
		release: ["BACKUP STAGE END"]
	},
	postgresql: {
		take: ["BEGIN", "LOCK TABLE pg_catalog.pg_class IN SHARE MODE"],
		release: ["ROLLBACK"]
	}
};
/** A lock of the project's own, such as GET_LOCK or an advisory one, is none of these. */
const MYSQL = "SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST WHERE DB = ? AND USER = ?";
const POSTGRESQL = "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = $1 AND usename = $2";
const QUESTIONS = {
	mysql: {
		all: MYSQL,
		waiting: `${MYSQL} AND STATE LIKE 'Waiting for % lock'`
	},
	postgresql: {
		all: POSTGRESQL,
		waiting: `${POSTGRESQL} AND wait_event_type = 'Lock' AND wait_event <> 'advisory'`
	}
};

// src/verify/two-deployers/run-deploy.ts
/** As the last deployment left it: what the command makes for itself, such as a table for its lock, is there. */
async function deployed(deploy) {
	const { base, merged } = deploy.bench.request;
	const world = await openBase(deploy.bench);
	world.passOn();
	try {
		const end = await run(deploy, world, base.tree ?? base.directory ?? merged.directory);
		if (end.kind === "done") return world;
		throw new NotEvaluated(`on the base ${world.readable(ended(deploy.deployment, end))}`);
	} catch (error) {
		await world[Symbol.asyncDispose]();
		throw error;
	}
}
async function run({ bench, deployment }, world, tree, stop) {
	const { request, ports, limits } = bench;
	if (limits.remainingMs() <= 0) throw new NotEvaluated(TIME_UP);
	const end = await ports.runCommand({
		command: deployment.command,
		environment: request.environment,
		tree,
		checkout: request.checkout,
		family: familyOf(ports.server.engine),
		own: await world.own(),
		scratch: (target) => world.endpoint(target),
		limitMs: Math.min(deployment.withinMs, limits.remainingMs()),
		...stop === void 0 ? {} : { stop }
	});
	if (end.kind === "timeout" && limits.remainingMs() <= 0) throw new NotEvaluated(TIME_UP);
	return end;
}
const TIME_UP = "Time was up (`timeouts: {total: …}`) before everything was proved.";
/** In the merged tree. */
const deployNew = (deploy, world, stop) => run(deploy, world, deploy.bench.request.merged.directory, stop);
/** What it said last says nothing of why it waits. */
function ended({ command, withinMs }, end) {
	return end.kind === "timeout" ? `\`${command}\` does not end within ${Math.round(withinMs / 1e3)} s` : endInWords(command, end);
}

// src/verify/two-deployers/run-leftover-locks.ts
/** All rows of the project's own database, as hashes. */
async function pictureOfLocks(server, world) {
	const schema = (await world.snapshot()).get("");
	const database = (await rowDatabases(server, world)).find(({ label }) => label === "");
	if (database === void 0) return /* @__PURE__ */ new Map();
	const picture = await pictureOf(database, schema);
	return new Map([...picture].map(([table, { rows }]) => [table, rows.map((row) => JSON.stringify(row)).sort()]));
}
/** What to do by hand, said to be tried where `again` then ends well; never a value of a row. */
async function leftBehind(server, world, before, again) {
	const changed = [...await pictureOfLocks(server, world)].filter(([table, rows]) => rows.join("\0") !== (before.get(table) ?? []).join("\0"));
	if (changed.length === 0) return {
		words: "find out what the command waits for: the one before left no row behind, and no session",
		works: false
	};
	const emptied = changed.filter(([table]) => (before.get(table) ?? []).length === 0).map(([table]) => table);
	const edited = changed.map(([table]) => table).filter((table) => !emptied.includes(table));
	const deletes = emptied.map((table) => `DELETE FROM ${qualified(table, server.engine)};`);
	const parts = [...deletes.length === 0 ? [] : [`run by hand: ${deletes.join(" ")}`], ...edited.map((table) => `set the rows of \`${table}\` back to what they are when nobody deploys`)];
	const [own] = world.databases();
	if (edited.length > 0 || own === void 0) return {
		words: parts.join(", and "),
		works: false
	};
	for (const sql of deletes) await own[1].query(sql);
	const works = await again();
	const tried = works ? "(tried: the next deployer then ends well)" : "(tried, and not enough)";
	return {
		words: `${parts.join(", and ")} ${tried}`,
		works
	};
}

// src/verify/two-deployers/run-two-deployers.ts
/** Starts the project's deploy command once, twice together, and again after one that is killed in the middle. */
/** Costs three states and up to nine runs of the command. `steps` tell which table the first statement is about. */
async function proveTwoDeployers(bench, steps) {
	const { request, plan, limits } = bench;
	if (plan.added.length === 0 || plan.base.length === 0) return { section: {
		name: "two-deployers",
		outcome: "not-applicable",
		reason: plan.added.length === 0 ? "no new revision to deploy" : "nothing is deployed yet",
		differences: []
	} };
	const options = request.config.proofs["two-deployers"];
	const heads = request.merged.graph.heads.length;
	const deployment = deploymentOf(options, request.environment, heads, limits.stepMs);
	const deploy = {
		bench,
		deployment,
		steps
	};
	const first = await alone(deploy);
	if ("who" in first) return { section: twoDeployersSection(deployment, [first]) };
	const together = await startedTogether(deploy, first.schema);
	const killed = await afterAKilledOne(deploy, first.schema);
	return { section: twoDeployersSection(deployment, [...together, ...killed]) };
}
/** The schema that a deployment gives. Throws NotEvaluated where already one alone does not come to it. */
async function alone(deploy) {
	try {
		var _usingCtx$2 = _usingCtx();
		const { bench, deployment } = deploy;
		bench.ports.progress(`Deploying by ${deployment.command}`);
		const world = _usingCtx$2.a(await deployed(deploy));
		const end = await deployNew(deploy, world);
		if (end.kind !== "done") try {
			var _usingCtx3 = _usingCtx();
			const fresh = _usingCtx3.a(await openBase(bench));
			const { works, fault } = await stuck(deploy, world, await pictureOfLocks(bench.ports.server, fresh), "a deployer after one that ended well", end);
			if (works) return fault;
			throw new NotEvaluated(world.readable(ended(deployment, end)));
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
		const reached = bench.request.merged.graph.ancestors(await world.recorded());
		const missing = bench.plan.added.find((id) => !reached.has(id));
		if (missing !== void 0) throw new NotEvaluated(`\`${deployment.command}\` ends well and \`${missing}\` is not applied; name what deploys with \`proofs: {two-deployers: {command: …}}\``);
		return { schema: await world.snapshot() };
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** A deployer that came to no good end, and whether taking away what is there since `before` lets the next one through. */
async function stuck(deploy, world, before, who, end) {
	await world.endSessions();
	const said = world.readable(ended(deploy.deployment, end));
	const again = async () => (await deployNew(deploy, world)).kind === "done";
	const { works, words } = await leftBehind(deploy.bench.ports.server, world, before, again);
	return {
		works,
		fault: {
			who,
			said,
			recovery: words
		}
	};
}
async function startedTogether(deploy, schema) {
	try {
		var _usingCtx4 = _usingCtx();
		const { bench, deployment } = deploy;
		bench.ports.progress("Two deployers at once");
		const world = _usingCtx4.a(await deployed(deploy));
		const before = await pictureOfLocks(bench.ports.server, world);
		const block = await firstBlock(deploy, world);
		let open = true;
		const ends = Promise.all([deployNew(deploy, world), deployNew(deploy, world)]).finally(() => open = false);
		await bothStarted(block, () => open);
		await block.release();
		const bad = (await ends).flatMap((end) => end.kind === "done" ? [] : [end]);
		await world.endSessions();
		const who = "two deployers started together";
		const [first] = bad;
		if (first !== void 0) return [{
			who,
			said: `${bad.length === 2 ? "both fail" : "one fails"}: ${world.readable(ended(deployment, first))}`,
			recovery: null
		}];
		const differs = await otherSchema(world, schema);
		if (differs !== null) return [{
			who,
			said: differs,
			recovery: null
		}];
		const third = await deployNew(deploy, world);
		if (third.kind === "done") return [];
		return [(await stuck(deploy, world, before, "a deployer after two that ended well", third)).fault];
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
async function afterAKilledOne(deploy, schema) {
	try {
		var _usingCtx5 = _usingCtx();
		const { bench, deployment } = deploy;
		bench.ports.progress("A deployer after one that is killed");
		const world = _usingCtx5.a(await deployed(deploy));
		const before = await pictureOfLocks(bench.ports.server, world);
		const block = await firstBlock(deploy, world);
		const killer = new AbortController();
		let open = true;
		const first = deployNew(deploy, world, killer.signal).finally(() => open = false);
		const caught = await until(async () => await block.waiting() > 0, () => open, deployment.withinMs);
		killer.abort();
		await first;
		await world.endSessions();
		await block.release();
		if (!caught) throw new NotEvaluated(`\`${deployment.command}\` could not be caught while a migration runs`);
		const second = await deployNew(deploy, world);
		const who = "a deployer after one that was killed while a migration ran";
		if (second.kind === "done") {
			const differs = await otherSchema(world, schema);
			return differs === null ? [] : [{
				who,
				said: differs,
				recovery: null
			}];
		}
		return [(await stuck(deploy, world, before, who, second)).fault];
	} catch (_) {
		_usingCtx5.e = _;
	} finally {
		await _usingCtx5.d();
	}
}
/** What the first new statement is about; every change of the schema where that is nothing which is there. */
async function firstBlock({ bench, steps }, world) {
	const { server } = bench.ports;
	const [database] = world.databases();
	if (database === void 0) throw new NotEvaluated("the deploy command connects to no database");
	const tables = ((await world.snapshot()).get("")?.objects ?? []).flatMap(({ kind, name }) => kind === "table" ? [name] : []);
	const own = steps.filter(({ revision, direction }) => revision === bench.plan.added[0] && direction === "upgrade").flatMap(({ statements }) => statements).find(({ sql, line }) => line !== null && readSql(sql, server.engine).length > 0);
	const table = tables.find((name) => own !== void 0 && mentions(own.sql, name.split(".").at(-1) ?? name));
	return blockOn(server, database[1], table ?? null);
}
const TICK_MS = 50;
/** For the second one to come to its lock, or to the block. */
const GRACE_MS = 1500;
const PATIENCE_MS = 15e3;
/** Both run into the block, or one does and the other has had its time to wait somewhere else. */
async function bothStarted(block, isOpen) {
	await until(async () => await block.waiting() > 0, isOpen, PATIENCE_MS);
	await until(async () => await block.sessions() > 1, isOpen, PATIENCE_MS);
	await until(async () => await block.waiting() > 1, isOpen, GRACE_MS);
}
async function until(isSo, isOpen, limitMs) {
	for (let spent = 0; isOpen() && spent < limitMs; spent += TICK_MS) {
		if (await isSo()) return true;
		await setTimeout(TICK_MS);
	}
	return false;
}
async function otherSchema(world, schema) {
	const differences = diffDatabases(schema, await world.snapshot());
	if (differences.length === 0) return null;
	return `the schema is another than one deployer gives: ${differences.slice(0, 3).map(differenceInWords).join(", ")}`;
}

// src/verify/run-proofs.ts
const OTHER_PROOFS = [
	["rows", proveRows],
	["old-code", proveOldCode],
	["lock-class", proveLockClass],
	["interruption", proveInterruption],
	["drift", proveDrift],
	["start-states", proveStartStates],
	["fresh-install", proveFreshInstall],
	["two-deployers", proveTwoDeployers]
];
/** Whether the configuration says so; the profile's defaults are in it. */
const isOff = ({ request }, name) => request.config.proofs[name] === false;
const switchedOff = (name) => ({
	name,
	outcome: "off",
	reason: "switched off by `proofs:`, or not on by default",
	differences: []
});
const notApplicable = (name, reason) => ({
	name,
	outcome: "not-applicable",
	reason,
	differences: []
});
const notEvaluated = (name, reason) => ({
	name,
	outcome: "not-evaluated",
	reason,
	differences: []
});

// src/verify/base-state/run-states.ts
/** The states that scenarios start from: each is built once, and copied inside the server for every scenario that needs one. */
/** Nobody works on what is kept here; it is removed on dispose. */
var States = class {
	#options;
	#kept = /* @__PURE__ */ new Map();
	#given = /* @__PURE__ */ new Set();
	#copies = true;
	constructor(options) {
		this.#options = options;
	}
	/**
	* Databases in the state that `key` stands for, which are the caller's. A copy counts only if the server shows the same
	* schema for it as for its source; where it does not, or nothing can be copied, `build` is called each time.
	*/
	async open(key, build) {
		if (!this.#copies || this.#isFirstUse(key)) return build();
		const kept = this.#kept.get(key) ?? await keep(await build());
		this.#kept.set(key, kept);
		let why;
		try {
			const world = await this.#copyOf(key, kept);
			const [difference] = diffDatabases(kept.schema, await world.snapshot());
			if (difference === void 0) return world;
			why = `the copy's ${difference.object} differs in ${difference.attribute}`;
			await world[Symbol.asyncDispose]();
		} catch (error) {
			why = error instanceof Error ? error.message : String(error);
		}
		this.#copies = false;
		this.#options.say(`The state is built anew for each scenario, because the server cannot copy it: ${why}`);
		await this[Symbol.asyncDispose]();
		return build();
	}
	async [Symbol.asyncDispose]() {
		for (const { world } of this.#kept.values()) await world[Symbol.asyncDispose]();
		this.#kept.clear();
	}
	/** Of a state that nobody is expected to want again. */
	#isFirstUse(key) {
		const isFirst = this.#options.oneUse && !this.#given.has(key);
		this.#given.add(key);
		return isFirst;
	}
	async #copyOf(key, { world, schema }) {
		const copy = await world.copy();
		if (!this.#options.oneName || this.#renamed.has(key)) return copy;
		this.#renamed.add(key);
		await world[Symbol.asyncDispose]();
		this.#kept.set(key, {
			world: copy,
			schema
		});
		return copy.copy();
	}
	#renamed = /* @__PURE__ */ new Set();
};
async function keep(world) {
	return {
		world,
		schema: await world.snapshot()
	};
}

// src/verify/run.ts
/**
* Everything that was created on the server is gone when it returns. What a migration does wrong is in the proof;
* what prevents a proof is a reason. Rejects only when the server itself fails us.
*/
async function runProofs(request, ports) {
	try {
		var _usingCtx$1 = _usingCtx();
		const other = otherVersionOf(request, ports);
		if (other !== null && request.config.profile === "strict") return {
			kind: "not-evaluated",
			reason: `${other} ${cureOf(request.config)}`
		};
		const plan = planProofs(request.base, request.merged.graph, request.added);
		const { step, total } = request.config.timeouts;
		const end = ports.now() + total * 1e3;
		const bench = {
			request,
			ports,
			plan,
			limits: {
				stepMs: step * 1e3,
				remainingMs: () => end - ports.now()
			},
			states: _usingCtx$1.a(new States({
				oneName: request.config.server.databaseName !== void 0 && ports.server.source !== "service",
				oneUse: isRoundTripAlone(request),
				say: (line) => ports.progress(line)
			}))
		};
		try {
			if (request.keep === true) return await keepBase(bench);
			const trips = await proveRoundTrips(bench);
			const others = await proveOthers(bench, trips.steps);
			const rewrites = await proveRewrites(bench);
			const order = await guarded(bench, "order", () => runOrders(bench));
			const { product: engine, version, source } = ports.server;
			const declaredVersion = request.config.server.version ?? null;
			const proofs = [
				trips.section,
				...others.sections,
				order.section
			];
			return {
				kind: "proved",
				proof: {
					engine,
					version,
					source,
					declaredVersion,
					...declaredEngineOf(request),
					steps: others.steps,
					proofs,
					...trips.before.length === 0 ? {} : { before: trips.before },
					...rewrites.length === 0 ? {} : { rewrites },
					rollback: trips.rollback
				},
				resolution: order.resolution ?? null
			};
		} catch (error) {
			if (error instanceof NotEvaluated) return {
				kind: "not-evaluated",
				reason: error.message
			};
			throw error;
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Nothing is proved: the state that others start from is made, and kept on the way. */
async function keepBase(bench) {
	const { product: engine, version, source } = bench.ports.server;
	await (await openBase(bench))[Symbol.asyncDispose]();
	return {
		kind: "proved",
		proof: {
			engine,
			version,
			source,
			declaredVersion: null,
			steps: [],
			proofs: [],
			rollback: null
		},
		resolution: null
	};
}
function isRoundTripAlone({ config, rewritten }) {
	return Object.entries(config.proofs).filter(([name, value]) => name !== "round-trip" && value).length === 0 && rewritten.length === 0;
}
function otherVersionOf({ config }, { server }) {
	const declaredVersion = config.server.version ?? null;
	return otherVersion({
		engine: server.product,
		version: server.version,
		declaredVersion,
		...declaredEngineOf({ config })
	});
}
const declaredEngineOf = ({ config: { declaredEngine } }) => declaredEngine === void 0 ? {} : { declaredEngine };
async function proveRoundTrips(bench) {
	const { request, plan } = bench;
	if (isOff(bench, "round-trip")) return {
		steps: [],
		section: switchedOff("round-trip"),
		rollback: null,
		before: []
	};
	const { trips, unreached, floor, lost, base } = await runRoundTrips(bench);
	const target = floor ?? rollbackTarget(plan, request.merged.graph);
	const steps = trips.flatMap((trip) => trip.steps);
	return {
		steps,
		before: baseColumns(base, steps),
		section: roundTripSection(trips, unreached, plan.passedOver),
		rollback: lost === null ? null : {
			target,
			loses: lost,
			...endsInMerge(plan, request.merged.graph) ? { fromMerge: true } : {}
		}
	};
}
/** A cure is written into the merged tree by the proof of the order, so that one comes after all of these. */
async function proveOthers(bench, tripped) {
	const sections = [];
	let steps = tripped;
	for (const [name, prove] of OTHER_PROOFS) {
		const proved = await guarded(bench, name, () => prove(bench, steps));
		sections.push(proved.section);
		steps = proved.steps ?? steps;
	}
	return {
		sections,
		steps
	};
}
/** What they find is added to a round trip that was had, so what prevents one spoils only its own section. */
async function guarded(bench, name, prove) {
	if (isOff(bench, name)) return { section: switchedOff(name) };
	const lack = lacking(bench.ports.server.engine, name);
	if (lack !== null) return { section: notApplicable(name, lack) };
	try {
		return await prove();
	} catch (error) {
		if (!(error instanceof NotEvaluated)) throw error;
		return { section: notEvaluated(name, error.message) };
	}
}

export { runProofs };