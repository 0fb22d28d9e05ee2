import { t as UsageError } from "./usage-error-part.js";
import { a as literal, d as strictObject, f as string, i as exactOptional, m as union, n as array, o as nullable, r as boolean, s as number, t as _enum, u as record } from "./schemas-part2.js";
import { r as worst } from "./verdict-part.js";
import { t as databaseSchema } from "./database-schema-part.js";
import { t as PART_ARTIFACT } from "./parts-part.js";
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

// src/report/gather-database.ts
/** Worst first. */
const SECTIONS = [
	"fail",
	"not-evaluated",
	"pass",
	"not-applicable",
	"off"
];
const REWRITES = [
	"differs",
	"not-evaluated",
	"same"
];
/**
* `shown` is worst first and not empty; the first one's steps and way back are told. `parts` are all, also those that
* showed nothing, for which the proof is as good as not made.
*/
function gatherDatabases(shown, parts) {
	const [{ database: lead }, ...others] = shown;
	const rewrites = rewritesOf(shown);
	return {
		...lead,
		steps: [...lead.steps, ...others.flatMap((other) => failuresBeyond(other, lead))],
		proofs: withMissing(sectionsOf(shown), parts),
		...rewrites.length === 0 ? {} : { rewrites },
		parts
	};
}
/** What failed on this server and not, in the same words, on the one whose steps are told. */
function failuresBeyond({ part, database }, lead) {
	const told = (one) => lead.steps.some(({ revision, direction, outcome }) => revision === one.revision && direction === one.direction && outcome === one.outcome);
	return database.steps.filter((step) => step.outcome !== "pass" && !told(step)).map((step) => ({
		...step,
		error: `on ${part.server}: ${step.error ?? "no reason given"}`
	}));
}
function sectionsOf(shown) {
	return [...new Set(shown.flatMap(({ database }) => database.proofs.map(({ name }) => name)))].flatMap((name) => {
		const found = shown.flatMap(({ part, database }) => database.proofs.filter((one) => one.name === name).map((section) => ({
			part,
			section
		})));
		const outcome = SECTIONS.find((word) => found.some(({ section }) => section.outcome === word));
		const alike = found.filter(({ section }) => section.outcome === outcome);
		const [first] = alike;
		if (first === void 0) return [];
		const isAll = alike.length === found.length && new Set(alike.map(({ section }) => section.reason)).size === 1;
		const reasons = alike.map(({ part, section }) => `on ${part.server}: ${section.reason ?? outcome ?? ""}`);
		const isBad = outcome === "fail" || outcome === "not-evaluated";
		return [{
			...first.section,
			reason: isAll || !isBad ? first.section.reason : reasons.join("; ")
		}];
	});
}
/** A server that showed nothing leaves open whatever the others showed. */
function withMissing(sections, parts) {
	const missing = parts.filter(({ server }) => server === null);
	if (missing.length === 0) return sections;
	const reason = missing.map(({ part, reason: why }) => `${part}: ${why ?? "it showed nothing"}`).join("; ");
	const open = {
		name: "round-trip",
		outcome: "not-evaluated",
		reason,
		differences: []
	};
	const own = sections.find(({ name }) => name === "round-trip");
	if (own === void 0) return [open, ...sections];
	const whole = own.outcome === "fail" ? {
		...own,
		reason: [own.reason, reason].filter((one) => one !== null).join("; ")
	} : {
		...own,
		...open,
		differences: own.differences
	};
	return sections.map((one) => one === own ? whole : one);
}
/** Per revision the worst of what the servers made of both texts. */
function rewritesOf(shown) {
	const all = shown.flatMap(({ part, database }) => (database.rewrites ?? []).map((rewrite) => ({
		part,
		rewrite
	})));
	return [...new Set(all.map(({ rewrite }) => rewrite.revision))].flatMap((revision) => {
		const [worst] = all.filter(({ rewrite }) => rewrite.revision === revision).toSorted((a, b) => REWRITES.indexOf(a.rewrite.outcome) - REWRITES.indexOf(b.rewrite.outcome));
		if (worst === void 0) return [];
		const { part, rewrite } = worst;
		if (rewrite.reason === null || shown.length === 1) return [rewrite];
		return [{
			...rewrite,
			reason: `on ${part.server}: ${rewrite.reason}`
		}];
	});
}

// src/report/gather.ts
function gatherReports(plan, reports) {
	const heard = (plan.plan ?? []).map((part) => hear(part, plan, reports.get(part.part)));
	const of = (name) => heard.filter(({ part }) => part.environment === name);
	const environments = plan.environments.map((environment) => gatherEnvironment(environment, of(environment.name)));
	const used = heard.flatMap(({ report }) => report ?? []);
	const { outcome, reason } = worst([...environments, ...used.length === 0 ? [plan] : used]);
	const unheard = plan.findings.filter(({ environment }) => of(environment).every(({ report }) => !report));
	const { schemaVersion, tool, base, head, approvals } = plan;
	return {
		schemaVersion,
		tool,
		base,
		head,
		approvals,
		outcome,
		reason,
		environments,
		findings: distinct([...unheard, ...used.flatMap(({ findings }) => findings)]),
		timings: {
			...plan.timings,
			...timingsOf(reports)
		}
	};
}
function hear(part, plan, report) {
	const nothing = (own) => ({
		part,
		own,
		report: null
	});
	if (report === void 0) return nothing(`the job of the part ${part.part} left no report: look at its log, and run it again`);
	if (typeof report === "string") return nothing(report);
	const planned = plan.environments.find(({ name }) => name === part.environment);
	const own = report.environments.find(({ name }) => name === part.environment);
	if (own === void 0 || planned === void 0) return nothing(report.reason ?? "it judged nothing");
	if (report.head.sha !== plan.head.sha || !isSame(own, planned)) return nothing("it judged other revisions or another base than the plan: run the whole workflow again");
	return {
		part,
		own,
		report
	};
}
/** As the bot takes a proof: for the same new revisions on the same heads of the base. */
function isSame(a, b) {
	const key = ({ heads, revisions }) => JSON.stringify([heads.base.toSorted(), revisions.added.map(({ id }) => id).toSorted()]);
	return key(a) === key(b);
}
function gatherEnvironment(environment, heard) {
	if (heard.length === 0) return environment;
	const shown = [];
	const parts = [];
	const verdicts = [];
	const ranked = heard.toSorted((a, b) => rank(a) - rank(b));
	for (const { part, own } of ranked) {
		const verdict = verdictOf(own);
		verdicts.push(verdict.reason === null ? verdict : {
			...verdict,
			reason: `${part.part}: ${verdict.reason}`
		});
		const database = typeof own === "string" ? null : own.database;
		const server = database === null ? null : `${database.engine} ${database.version}`;
		const one = {
			part: part.part,
			server,
			outcome: partOutcome(verdict.outcome),
			reason: verdict.reason
		};
		parts.push(one);
		if (database !== null && server !== null) shown.push({
			part: {
				...one,
				server
			},
			database
		});
	}
	const [first, ...rest] = shown;
	const lead = ranked.find(({ own }) => typeof own !== "string")?.own;
	return {
		...environment,
		...worst(verdicts),
		resolution: (typeof lead === "object" ? lead.resolution : null) ?? environment.resolution,
		database: first === void 0 ? null : gatherDatabases([first, ...rest], parts)
	};
}
const RANKS = [
	"fail",
	"not-evaluated",
	"base-broken",
	"pass"
];
/** Worst first; of equal ones, one that withholds the cure. */
function rank({ own }) {
	const refuses = typeof own !== "string" && (own.resolution?.refused ?? null) !== null;
	return RANKS.indexOf(verdictOf(own).outcome) * 2 + (refuses ? 0 : 1);
}
const unknown = (reason) => ({
	outcome: "not-evaluated",
	reason
});
function verdictOf(own) {
	if (typeof own === "string") return unknown(own);
	if (own.outcome === "pass" && own.database === null) return unknown("its job asked no database");
	return {
		outcome: own.outcome,
		reason: own.reason
	};
}
const partOutcome = (outcome) => outcome === "fail" || outcome === "pass" ? outcome : "not-evaluated";
/** The same finding is found by every part. */
function distinct(findings) {
	const seen = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const { rule, path, line, revision, environment, message } = finding;
		const key = JSON.stringify([
			rule,
			path,
			line,
			revision,
			environment,
			message
		]);
		if (!seen.has(key)) seen.set(key, finding);
	}
	return [...seen.values()];
}
function timingsOf(reports) {
	return Object.fromEntries([...reports].flatMap(([part, report]) => typeof report === "string" ? [] : [[part, Object.values(report.timings).reduce((sum, milliseconds) => sum + milliseconds, 0)]]));
}

// src/report/schema.ts
/** The report's schema: what `check --format json` promises to those who read it, published as schema/report.schema.json. */
const text = string();
const texts = array(text);
const outcome = _enum([
	"pass",
	"fail",
	"not-evaluated",
	"base-broken"
]);
const revision = strictObject({
	id: text,
	path: text,
	downRevisions: texts,
	dependsOn: texts,
	branchLabels: texts,
	message: text,
	previousPath: exactOptional(text)
});
const node = strictObject({
	id: text,
	path: text,
	message: text,
	role: _enum([
		"base",
		"pull-request",
		"proposed"
	]),
	head: boolean(),
	parents: array(strictObject({
		id: text,
		skipped: number()
	}))
});
const edit = strictObject({
	path: text,
	line: number(),
	before: text,
	after: text
});
const resolution = strictObject({
	recommended: _enum(["merge-revision", "re-parent"]),
	because: text,
	mergeRevision: strictObject({
		id: text,
		path: text,
		content: nullable(text),
		downRevisions: texts,
		command: text
	}),
	reParent: nullable(strictObject({ edits: array(edit) })),
	refused: nullable(text)
});
const environment = strictObject({
	name: text,
	outcome,
	reason: nullable(text),
	scriptLocation: text,
	versionLocations: texts,
	heads: strictObject({
		base: texts,
		head: texts,
		merged: nullable(texts)
	}),
	effectiveHeads: texts,
	expectedHeads: union([number(), record(text, number())]),
	revisions: strictObject({
		added: array(revision),
		changed: array(revision),
		removed: array(revision)
	}),
	neighbourhood: array(node),
	resolution: nullable(resolution),
	provable: boolean(),
	database: nullable(databaseSchema)
});
const finding = strictObject({
	rule: text,
	severity: _enum([
		"error",
		"warning",
		"info"
	]),
	message: text,
	help: text,
	path: nullable(text),
	line: nullable(number()),
	endLine: nullable(number()),
	revision: nullable(text),
	environment: nullable(text),
	fix: exactOptional(array(edit)),
	suppressed: nullable(strictObject({
		reason: text,
		by: text
	}))
});
const part = strictObject({
	part: text,
	environment: text,
	engine: text,
	version: text,
	image: text
});
const forecast = union([
	strictObject({
		pullRequest: number(),
		environment: text,
		kind: literal("re-parent"),
		onto: texts
	}),
	strictObject({
		pullRequest: number(),
		environment: text,
		kind: literal("collide"),
		over: text
	}),
	strictObject({
		pullRequest: number(),
		environment: text,
		kind: literal("cures"),
		revision: text,
		into: _enum(["base", "branch"])
	}),
	strictObject({
		pullRequest: number(),
		environment: text,
		kind: literal("same-merge"),
		revision: text
	})
]);
/** The compiler holds it against the type that the code works with. */
const reportSchema = strictObject({
	schemaVersion: literal(1),
	tool: strictObject({ version: text }),
	outcome,
	reason: nullable(text),
	base: strictObject({
		ref: text,
		sha: text
	}),
	head: strictObject({
		ref: text,
		sha: nullable(text)
	}),
	environments: array(environment),
	findings: array(finding),
	approvals: array(strictObject({
		path: text,
		by: text
	})),
	forecast: exactOptional(array(forecast)),
	timings: record(text, number()),
	plan: exactOptional(array(part))
});

// src/entry/part-reports.ts
/** The reports of a divided proof, below the directory that the artifacts were downloaded to. */
/**
* The plan's report is the one that names parts; a part's lies in a folder of its artifact's name, or is a file of the
* part's own name. Throws UsageError where there is no plan.
*/
function readReports(directory) {
	const parts = /* @__PURE__ */ new Map();
	const plans = [];
	for (const path of filesBelow(directory)) {
		const read = readReport(path);
		if (typeof read !== "string" && read.plan !== void 0) plans.push(read);
		else parts.set(partOf(path), read);
	}
	const [plan, second] = plans;
	if (second !== void 0) throw new UsageError(`${directory} holds more than one report of plan: keep one`);
	if (plan === void 0) throw new UsageError(`${directory} holds no report of plan: download the artifact alembic-gate-report into it as well`);
	return {
		plan,
		parts
	};
}
function filesBelow(directory) {
	try {
		return readdirSync(directory, { recursive: true }).map((path) => join(directory, String(path))).filter((path) => path.endsWith(".json")).sort();
	} catch {
		throw new UsageError(`${directory} is not a directory with reports: download the artifacts into it first`);
	}
}
function partOf(path) {
	const folder = basename(dirname(path));
	if (folder.startsWith("alembic-gate-part-")) return folder.slice(PART_ARTIFACT.length);
	return basename(path) === "report.json" ? folder : basename(path, ".json");
}
function readReport(path) {
	try {
		const parsed = reportSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
		if (parsed.success) return parsed.data;
		return `${path} is not a report of this version (at ${parsed.error.issues[0]?.path.join(".") ?? "its top"})`;
	} catch (error) {
		return `${path} cannot be read (${error instanceof Error ? error.message : String(error)})`;
	}
}

export { gatherReports as n, readReports as t };