import { c as htmlText, n as codeSpan, o as fence, p as plain, t as codeCell } from "./escape-part.js";
import { n as sentence$1 } from "./headline-part.js";
import { a as folded, n as findingsSection, o as cure, s as prose } from "./markdown-findings-part.js";
import { n as textGraph, t as mermaid } from "./mermaid-part.js";
import { a as plural, c as shortSha, i as isBehind, l as stepWords, n as OUTCOME_SIGN, r as branchName, s as serverWords, t as NO_STEP, u as untouched } from "./words-part.js";
import { n as limitsOf } from "./engine-limits-part.js";
import { t as ranSql } from "./ran-sql-part.js";
import { n as untold } from "./said-once-part.js";
import { t as inOrder } from "./order-part.js";

// src/report/markdown-forecast.ts
/** What the comment says of other open pull requests; what they do is never alone a reason to write it again. */
const TITLE = "#### If another pull request lands first";
/** The whole section, as it stands in a comment. */
const FORECAST_SECTION = new RegExp(`^${TITLE}\n\n(?:- [^\n]*\n)*\n?`, "m");
function forecastSection({ forecast = [] }) {
	const ahead = forecast.filter((one) => one.kind !== "cures");
	if (ahead.length === 0) return "";
	return [`${TITLE}\n`, ...ahead.map((one) => `- ${sentence(one)}`)].join("\n");
}
function sentence(one) {
	const first = `If #${one.pullRequest} lands first,`;
	switch (one.kind) {
		case "re-parent": return `${first} this one must be re-parented onto ${one.onto.map(codeSpan).join(" and ")}, or joined with it by \`/merge-heads\`.`;
		case "collide": return `${first} ${codeSpan(one.over)} is taken: give this one’s revision another id and file name.`;
		case "same-merge": return `${first} the merge revision of this one is one too many: ${codeSpan(one.revision)} joins the same heads.`;
	}
}

// src/report/detail.ts
const FULL_DETAIL = {
	left: "",
	drawing: true,
	statements: true,
	files: true,
	findings: 100,
	differences: 100,
	environments: 100,
	text: 2e4
};

// src/report/markdown-heads.ts
/** Ids of a list of heads; beyond, they are counted. */
const NAMED = 20;
/** Nothing where one line of revisions ends in the heads that are expected: the verdict says as much. */
function headsSection(environment, report, detail) {
	const { heads, neighbourhood } = environment;
	const expected = expectedCount(environment);
	const isAsExpected = heads.merged?.length === expected;
	if (isAsExpected && isOneLine(neighbourhood)) return "";
	const drawn = neighbourhood.length > 0;
	const isSaid = report.environments.length === 1 && isFork(environment, report);
	const named = (isAsExpected || isSaid) && drawn ? "" : `**Heads after the merge:** ${list(heads.merged)}${isAsExpected ? "" : ` (${plural(expected, "head")} expected)`}`;
	if (!drawn) return named;
	return [named, drawing(neighbourhood, report, detail)].filter((part) => part !== "").join("\n\n");
}
/** As Mermaid draws it, and as text for whoever reads it where nothing is drawn. */
function drawing(nodes, report, detail) {
	const text = fence(textGraph(nodes), "text");
	if (!detail.drawing) return text;
	return [
		fence(mermaid(nodes), "mermaid"),
		legend(nodes, report),
		folded("The same as text", text)
	].join("\n\n");
}
/** Then the verdict names the heads. */
const isFork = ({ name }, { findings }) => findings.some(({ rule, severity, environment, suppressed }) => rule === "no-multiple-heads" && severity === "error" && environment === name && suppressed === null);
/** Of the colours that the drawing has. */
function legend(nodes, { base }) {
	const has = (role) => nodes.some((node) => node.role === role);
	return `<sub>${[
		...has("base") ? [`grey is on ${codeSpan(branchName(base.ref))}`] : [],
		...has("pull-request") ? ["blue is new here"] : [],
		...has("proposed") ? ["green is suggested"] : []
	].join(", ").replace(/^./, (first) => first.toUpperCase())}.</sub>`;
}
const expectedCount = ({ expectedHeads }) => typeof expectedHeads === "number" ? expectedHeads : Object.values(expectedHeads).reduce((sum, one) => sum + one, 0);
function list(heads) {
	if (heads === null) return "not known";
	const more = heads.length - NAMED;
	const named = heads.slice(0, NAMED).map(codeSpan).join(", ") || "none";
	return more > 0 ? `${named} and ${more} more` : named;
}
/** Whether every revision has one parent and one child in the picture. */
function isOneLine(nodes) {
	const parents = nodes.flatMap((node) => node.parents.map(({ id }) => id));
	return nodes.every((node) => node.parents.length <= 1) && new Set(parents).size === parents.length;
}

// src/report/markdown-proof.ts
const SIGN = {
	pass: "✅",
	fail: "❌",
	"not-evaluated": "⚠️",
	"not-applicable": "➖",
	off: "➖"
};
function table(proofs, { shown }) {
	return [
		"| | proof | what it showed |",
		"| --- | --- | --- |",
		...proofs.filter(({ outcome }) => outcome !== "off").map((proof) => `| ${SIGN[proof.outcome]} ${proof.outcome} | ${proof.name} | ${cell(shown(proof))} |`)
	].join("\n");
}
function partsTable(parts) {
	if (parts.length === 0) return "";
	return [
		"| | part | server | |",
		"| --- | --- | --- | --- |",
		...parts.map(({ part, server, outcome, reason }) => `| ${SIGN[outcome]} ${outcome} | ${cell(part)} | ${cell(server ?? "")} | ${cell(outcome === "pass" ? "" : reason ?? "")} |`)
	].join("\n");
}
const cell = (text) => prose(text, codeCell);
/** The whole path stands with the finding. */
const fileName = (path) => path.slice(path.lastIndexOf("/") + 1);
const value = (text) => text === null ? "_nothing_" : codeCell(text);
/** Folded, because each that counts is a finding too. */
function differences({ name, differences: found }, limit) {
	if (found.length === 0) return "";
	const more = found.length - limit;
	const rows = found.slice(0, limit).map(({ object, attribute, before, after, path, line }) => `| ${cell(object)} | ${cell(attribute)} | ${value(before)} | ${value(after)} | ${path === null ? "" : codeCell(`${fileName(path)}:${String(line ?? 1)}`)} |`);
	const head = ["| object | attribute | expected | found | from |", "| --- | --- | --- | --- | --- |"];
	const rest = more > 0 ? `_${plural(more, "more difference")} in the report file of the run._` : "";
	return folded(`${plural(found.length, "difference")} of ${name}, one by one`, joined([[...head, ...rows].join("\n"), rest]));
}
/** Nothing where no database ran. Folded where it holds no bad news, since the verdict has said so. */
function proofSection({ database }, findings, detail) {
	if (database === null) return "";
	const ran = detail.statements ? ranSql(database) : "";
	const sql = ran === "" ? "" : fence(ran, "sql");
	const rest = [database.rollback === null ? "" : rollbackCard(database.rollback), ranWhere(database)];
	const server = serverWords(database);
	const open = untold(database, findings);
	if (isGood(database)) {
		const title = `Proof on ${htmlText(server)}${sql === "" ? "" : " and the SQL that ran"}`;
		return folded(title, joined([
			sql,
			partsTable(database.parts ?? []),
			table(database.proofs, open),
			...rest
		]));
	}
	const [failed] = open.steps;
	return joined([
		`#### Proof on ${plain(server)}`,
		partsTable(database.parts ?? []),
		table(database.proofs, open),
		failed === void 0 ? "" : stepSentence(failed),
		...database.proofs.map((proof) => differences(proof, detail.differences)),
		sql === "" ? "" : folded("The SQL that ran", sql),
		...rest
	]);
}
const joined = (parts) => parts.filter((part) => part !== "").join("\n\n");
const isGood = ({ steps, proofs, parts = [] }) => parts.every(({ outcome }) => outcome === "pass") && steps.every(({ outcome }) => outcome === "pass") && proofs.every(({ outcome, differences: found }) => outcome !== "fail" && outcome !== "not-evaluated" && found.length === 0);
function ranWhere(database) {
	const { source, declaredVersion } = database;
	const versions = declaredVersion === null ? "; production’s version is not declared" : "";
	const limits = limitsOf(database);
	if (limits !== null) return `Run by this pull request’s own code on a file of its own${versions}. ${limits}`;
	return `Run by this pull request’s own code on a ${source} server${versions}.`;
}
function stepSentence(step) {
	const [what, how] = stepWords(step);
	return `${what.replace(/^t/, "T")}${codeSpan(step.revision)}${how}: ${prose(step.error ?? "no message")}`;
}
function rollbackCard({ target, loses, fromMerge }) {
	const commands = target.split(" ").map((one) => codeSpan(`downgrade ${one}`));
	const lost = loses.length === 0 ? "nothing is lost" : `lost: ${loses.map((one) => prose(one)).join(", ")}`;
	const steps = fromMerge === true ? ` ${codeSpan("downgrade -1")} will not work: ${NO_STEP}.` : "";
	return `**Way back:** ${commands.join(", then ")}; ${lost}.${steps}`;
}

// src/report/markdown-remedy.ts
/** How the reader brings it about: by a command unless the next step has named it, and by hand. */
function ways(environment, report, { command, verb, setting }) {
	const base = codeSpan(branchName(report.base.ref));
	const isBare = report.head.sha === null || setting.fork === true || command === "";
	if (isBehind(environment)) {
		const hand = `merge ${base} into the branch, then ${verb}:`;
		return isBare ? `By hand: ${hand}` : `Comment ${codeSpan(command)}, or ${hand}`;
	}
	return isBare ? "By hand:" : `Comment ${codeSpan(command)}, or ${verb}:`;
}
function mergeRevision(environment, report, { detail, setting }) {
	const { resolution, outcome } = environment;
	const merge = resolution?.mergeRevision;
	if (merge === void 0) return "";
	const commits = ways(environment, report, {
		command: resolution?.recommended === "merge-revision" && outcome !== "base-broken" ? "" : `/merge-heads ${shortSha(report.head.sha)} merge`,
		verb: "run",
		setting
	});
	const shell = fence(merge.command, "sh");
	if (merge.content === null) return [commits, shell].join("\n\n");
	return [
		commits,
		shell,
		detail.files ? folded(`The file that it writes`, `${codeSpan(merge.path)}\n\n${fence(merge.content, "python")}`) : `It writes ${codeSpan(merge.path)}.`
	].join("\n\n");
}
function reParent(environment, report, { setting }) {
	const { resolution, outcome } = environment;
	const diff = (resolution?.reParent?.edits ?? []).map(({ path, line, before, after }) => {
		const removed = before.split("\n").map((text) => `-${text}`);
		const added = after.split("\n").map((text) => `+${text}`);
		return [
			`${path}:${String(line)}`,
			...removed,
			...added
		].join("\n");
	});
	return [ways(environment, report, {
		command: resolution?.recommended === "re-parent" && resolution.refused === null && outcome !== "base-broken" ? "" : `/merge-heads ${shortSha(report.head.sha)} re-parent`,
		verb: "edit",
		setting
	}), fence(diff.join("\n"), "diff")].join("\n\n");
}
/** Nothing where the heads are as expected; folded where it is not this pull request that needs it. */
function remedySection(environment, report, place) {
	const { resolution, outcome } = environment;
	if (resolution === null) return "";
	if (outcome !== "base-broken") return ["#### Cure", remedies(environment, resolution, report, place)].join("\n\n");
	return folded("Or mend it with this pull request", remedies(environment, resolution, report, place));
}
function remedies(environment, resolution, report, place) {
	if (resolution.refused !== null) {
		const other = resolution.reParent === null ? [] : [folded("Re-parent", reParent(environment, report, place), true)];
		return [prose(resolution.refused), ...other].join("\n\n");
	}
	const mergeFirst = resolution.recommended === "merge-revision";
	const recommended = " <b>(recommended)</b>";
	const parts = [folded(`Merge revision${mergeFirst ? recommended : ""}`, mergeRevision(environment, report, place), mergeFirst)];
	if (resolution.reParent !== null) {
		const parent = folded(`Re-parent${mergeFirst ? "" : recommended}`, reParent(environment, report, place), !mergeFirst);
		if (mergeFirst) parts.push(parent);
		else parts.unshift(parent);
	}
	return [prose(resolution.because), ...parts].join("\n\n");
}

// src/report/next-step.ts
/** Nothing for a pass; of what was not evaluated the reason, which says what to do. */
function nextStep(report, setting = {}) {
	const says = step(report, setting);
	return [...report.outcome === "not-evaluated" ? [`**Why:** ${prose(report.reason ?? "no reason was recorded")}`] : [], ...says === null ? [] : [`**Next step:** ${says}`]].join("\n\n");
}
/** The cure that the next step has said whole, so that no finding needs to say it again; null where there are several. */
function saidAbove(report) {
	const cures = new Set(openErrors(report).map(({ help }) => help));
	const [only = null] = cures;
	return cures.size === 1 && !hasCommand(report) ? only : null;
}
function step(report, { fork = false }) {
	const errors = openErrors(report);
	switch (report.outcome) {
		case "pass": return null;
		case "base-broken": return brokenBase(report);
		case "fail":
		case "not-evaluated": {
			if (hasCommand(report)) {
				const others = errors.filter(({ rule }) => rule !== "no-multiple-heads");
				const base = codeSpan(branchName(report.base.ref));
				const cures = fork ? `apply the cure below to this branch${report.environments.some(isBehind) ? `, after merging ${base} into it` : ""}: it lives in a fork, where no command can commit.` : `comment ${codeSpan(`/merge-heads ${shortSha(report.head.sha)}`)}, and the cure below is committed to this branch.`;
				return `${elsewhere(report)}${cures}${then(others)}`;
			}
			const [first] = errors;
			if (first === void 0) return null;
			const others = errors.filter(({ help }) => help !== first.help);
			return `${cure(first.help)}${first.help.includes("\n") ? "" : then(others)}`;
		}
	}
}
function brokenBase({ base, forecast = [] }) {
	const branch = codeSpan(branchName(base.ref));
	const fix = forecast.find((one) => one.kind === "cures");
	return `none here: ${fix === void 0 ? `when ${branch} is mended` : `#${fix.pullRequest} mends ${branch} by ${codeSpan(fix.revision)}, and when it has landed`}, this pull request is judged again by itself.`;
}
/** A second merge revision of the same heads would have to be joined with the first. */
function elsewhere({ forecast = [] }) {
	const fix = forecast.find((one) => one.kind === "cures");
	if (fix === void 0) return "";
	const how = fix.into === "branch" ? "merge it into this branch" : "land that one";
	return `#${fix.pullRequest} joins these heads already, by ${codeSpan(fix.revision)}: ${how}. Or `;
}
const openErrors = ({ findings }) => inOrder(findings).filter(({ severity, suppressed }) => severity === "error" && suppressed === null);
/** Whether a command commits the cure: at a desk there is nobody to command. */
const hasCommand = ({ environments, head, outcome }) => outcome !== "base-broken" && head.sha !== null && environments.some(({ resolution }) => resolution !== null && resolution.refused === null);
const then = ({ length }) => length === 0 ? "" : ` Then cure the ${length === 1 ? "other error" : plural(length, "other error")} below.`;

// src/report/markdown.ts
/** The report as GitHub markdown, for the sticky comment and the job summary: verdict, next step, graph, cure, findings, proof. */
/** The body without marker; `detail` bounds its size. A pass that needs no more words is one line, the rest folded. */
function renderMarkdown(report, detail = FULL_DETAIL, setting = {}) {
	const overall = report.findings.filter(({ environment }) => !report.environments.some(({ name }) => name === environment));
	const shown = report.environments.filter((one) => !(untouched(one) && one.outcome === "pass"));
	const more = shown.length - detail.environments;
	return [
		title(report, setting),
		setting.pending ?? nextStep(report, setting),
		...shown.slice(0, detail.environments).map((one) => environmentSection(one, report, {
			detail,
			setting
		})),
		more > 0 ? `_${plural(more, "more environment")} in the report file of the run._` : "",
		overall.length > 0 && report.environments.length > 0 ? "### The pull request" : "",
		findingsSection(overall, detail.findings, { above: saidAbove(report) }),
		forecastSection(report),
		detail.left === "" ? "" : `_Too long for a comment: ${detail.left} left out; the run’s report has everything._`,
		footer(report)
	].filter((part) => part !== "").join("\n\n").concat("\n");
}
/** A heading for what somebody must act on; for anything else a line is loud enough. */
function title(report, { pending }) {
	const says = prose(sentence$1(report));
	if (pending !== void 0) return `⏳ **Not proved yet.** ${says}`;
	switch (report.outcome) {
		case "pass": return `${OUTCOME_SIGN.pass} ${says}`;
		case "not-evaluated": return `## ${OUTCOME_SIGN[report.outcome]} Not evaluated, so this is not green.`;
		case "fail":
		case "base-broken": return `## ${OUTCOME_SIGN[report.outcome]} ${says}`;
	}
}
function environmentSection(environment, report, { detail, setting }) {
	const isOneOfMany = report.environments.length > 1;
	const { name, outcome, reason } = environment;
	return [
		isOneOfMany ? `### ${OUTCOME_SIGN[outcome]} ${codeSpan(name)}` : "",
		isOneOfMany && reason !== null && outcome !== "fail" ? prose(reason) : "",
		headsSection(environment, report, detail),
		remedySection(environment, report, {
			detail,
			setting
		}),
		findingsSection(report.findings.filter((finding) => finding.environment === name), detail.findings, {
			resolution: environment.resolution,
			above: saidAbove(report)
		}),
		proofSection(environment, report.findings, detail)
	].filter((part) => part !== "").join("\n\n");
}
function footer({ base, head, tool }) {
	if (base.sha === "") return `<sub>Alembic Gate ${tool.version}.</sub>`;
	return `<sub>Judged ${codeSpan(shortSha(head.sha))} merged into ${codeSpan(branchName(base.ref))} at ${codeSpan(shortSha(base.sha))} by Alembic Gate ${tool.version}.</sub>`;
}

export { FORECAST_SECTION as i, drawing as n, FULL_DETAIL as r, renderMarkdown as t };