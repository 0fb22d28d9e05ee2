import { d as plain, n as codeSpan, o as fence, t as codeCell } from "./escape-part.js";
import { a as plural, c as untouched, i as headline, n as textGraph, o as shortSha, r as OUTCOME_SIGN, s as stepWords, t as mermaid } from "./mermaid-part.js";

// src/report/prose.ts
/** Sentences of findings as markdown: what stands between backticks becomes a code span, all else is escaped. */
/** `span` is for places that want another code span. Safe for hostile text too: a stray backtick only moves the border between two harmless renderings. */
function prose(text, span = codeSpan) {
	return text.split(/`([^`\n]+)`/).map((part, index) => {
		if (index % 2 === 1) return span(part);
		const [, before = "", inner = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part) ?? [];
		return (before === "" ? "" : " ") + plain(inner) + (after === "" || inner === "" ? "" : " ");
	}).join("").trim();
}
/** The cure of a finding: its first line is a sentence, the lines after it are code to write. */
function cure(help, language = "python") {
	const [sentence = "", ...code] = help.split("\n");
	const body = code.join("\n").replace(/^\n+|\s+$/g, "");
	return body === "" ? prose(sentence) : `${prose(sentence)}\n\n${fence(body, language)}`;
}

// src/report/detail.ts
const FULL_DETAIL = {
	drawing: true,
	statements: true,
	findings: 100,
	files: true
};

// src/report/markdown-findings.ts
const SIGN$1 = {
	error: "🔴",
	warning: "🟡",
	info: "🔵"
};
const ORDER = [
	"error",
	"warning",
	"info"
];
/** Where the pages of the rules live. */
const RULE_PAGES = "https://github.com/alembic-gate/alembic-gate/blob/main/docs/rules";
const place = ({ path, line }) => path === null ? "" : ` ${codeSpan(line === null ? path : `${path}:${String(line)}`)}`;
const indent = (text) => text.replace(/\n(?=.)/g, "\n  ");
function item(finding) {
	const rule = `[${finding.rule}](${RULE_PAGES}/${finding.rule}.md)`;
	const accepted = finding.suppressed === null ? "" : ` _Accepted by ${plain(finding.suppressed.by)}: ${plain(finding.suppressed.reason)}_`;
	return `- ${SIGN$1[finding.severity]} **${rule}**${place(finding)}  \n  ${prose(finding.message)}${accepted}  \n  ${indent(cure(finding.help))}`;
}
/** At most `limit` findings, and a sentence that counts the rest; nothing for no finding. */
function findingsSection(findings, limit) {
	if (findings.length === 0) return "";
	const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
	const shown = sorted.slice(0, limit).map(item);
	const rest = sorted.length - shown.length;
	return [
		"#### Findings",
		shown.join("\n"),
		...rest > 0 ? [`_${plural(rest, "more finding")} in the report file of the run._`] : []
	].join("\n\n");
}

// src/report/markdown-proof.ts
const SIGN = {
	pass: "✅",
	fail: "❌",
	"not-evaluated": "⚠️",
	"not-applicable": "➖",
	off: "➖"
};
function table(proofs) {
	return [
		"| | proof | |",
		"| --- | --- | --- |",
		...proofs.filter(({ outcome }) => outcome !== "off").map(({ name, outcome, reason }) => `| ${SIGN[outcome]} ${outcome} | ${name} | ${cell(reason ?? "")} |`)
	].join("\n");
}
const cell = (text) => prose(text, codeCell);
const value = (text) => text === null ? "_nothing_" : codeCell(text);
function differences(proof) {
	if (proof.differences.length === 0) return "";
	const rows = proof.differences.map(({ object, attribute, before, after, path, line }) => `| ${cell(object)} | ${cell(attribute)} | ${value(before)} | ${value(after)} | ${path === null ? "" : codeCell(`${path}:${String(line ?? 1)}`)} |`);
	return [`**${proof.name}**`, [
		"| object | attribute | expected | found | from |",
		"| --- | --- | --- | --- | --- |",
		...rows
	].join("\n")].join("\n\n");
}
function statements(database) {
	const sql = database.steps.filter(({ direction }) => direction !== "upgrade-again").flatMap(({ revision, direction, statements: list }) => {
		const own = list.filter(({ path }) => path !== null).map((one) => `${one.sql.trim()};${costs(one)}`);
		return own.length === 0 ? [] : [`-- ${direction} ${revision}\n${own.join("\n")}`];
	});
	if (sql.length === 0) return "";
	return `<details><summary>The SQL that ran</summary>\n\n${fence(sql.join("\n\n"), "sql")}\n\n</details>`;
}
/** As a comment of SQL; nothing where the server was not asked. */
function costs({ lockClass, rebuilds }) {
	if (lockClass === "unknown") return "";
	return ` -- ${lockClass}${rebuilds === true ? ", rebuilds the table" : ""}`;
}
/** Nothing where no database ran. */
function proofSection({ database }, detail) {
	if (database === null) return "";
	const failed = database.steps.find(({ outcome }) => outcome !== "pass");
	const versions = database.declaredVersion === null ? "; production’s version is not declared" : "";
	return [
		`#### Proof on ${plain(`${database.engine} ${database.version}`)}`,
		`Run by this pull request’s own code on a ${database.source} server${versions}.`,
		table(database.proofs),
		...failed === void 0 ? [] : [stepSentence(failed)],
		...database.proofs.map(differences),
		detail.statements ? statements(database) : "",
		database.rollback === null ? "" : rollbackCard(database.rollback)
	].filter((part) => part !== "").join("\n\n");
}
function stepSentence(step) {
	const [what, how] = stepWords(step);
	return `${what.replace(/^t/, "T")}${codeSpan(step.revision)}${how}: ${prose(step.error ?? "no message")}`;
}
function rollbackCard({ target, loses }) {
	const lost = loses.length === 0 ? "nothing is lost" : `lost: ${loses.map((one) => prose(one)).join(", ")}`;
	return `**Way back:** ${codeSpan(`downgrade ${target}`)}; ${lost}.`;
}

// src/report/markdown-remedy.ts
function mergeRevision(environment, report, detail) {
	const merge = environment.resolution?.mergeRevision;
	if (merge === void 0) return "";
	const command = report.head.sha === null ? "" : `Comment ${codeSpan(`/merge-heads ${shortSha(report.head.sha)}`)}, or run:`;
	const shell = fence(merge.command, "sh");
	if (merge.content === null) return [command, shell].join("\n\n").trim();
	return [
		command,
		shell,
		detail.files ? `It writes ${codeSpan(merge.path)}:\n\n${fence(merge.content, "python")}` : `It writes ${codeSpan(merge.path)}.`
	].filter((part) => part !== "").join("\n\n");
}
function reParent(environment) {
	const diff = (environment.resolution?.reParent?.edits ?? []).map(({ path, line, before, after }) => {
		const removed = before.split("\n").map((text) => `-${text}`);
		const added = after.split("\n").map((text) => `+${text}`);
		return [
			`${path}:${String(line)}`,
			...removed,
			...added
		].join("\n");
	});
	return fence(diff.join("\n"), "diff");
}
const folded = (title, body, open) => `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
/** Nothing where the heads are as expected. */
function remedySection(environment, report, detail) {
	const { resolution } = environment;
	if (resolution === null) return "";
	if (resolution.refused !== null) {
		const other = resolution.reParent === null ? [] : [folded("Re-parent", reParent(environment), true)];
		return [
			"#### Cure",
			prose(resolution.refused),
			...other
		].join("\n\n");
	}
	const mergeFirst = resolution.recommended === "merge-revision";
	const recommended = " <b>(recommended)</b>";
	const parts = [folded(`Merge revision${mergeFirst ? recommended : ""}`, mergeRevision(environment, report, detail), mergeFirst)];
	if (resolution.reParent !== null) {
		const parent = folded(`Re-parent${mergeFirst ? "" : recommended}`, reParent(environment), !mergeFirst);
		if (mergeFirst) parts.push(parent);
		else parts.unshift(parent);
	}
	return [
		"#### Cure",
		prose(resolution.because),
		...parts
	].join("\n\n");
}

// src/report/markdown.ts
/** The report as GitHub markdown, for the sticky comment and the job summary: verdict, next step, graph, cure, findings, proof. */
function headsSection(environment, detail) {
	const { heads, expectedHeads, neighbourhood } = environment;
	const merged = heads.merged;
	const expected = typeof expectedHeads === "number" ? expectedHeads : Object.values(expectedHeads).reduce((a, b) => a + b, 0);
	const line = `**Heads after the merge:** ${merged === null ? "not known" : merged.map(codeSpan).join(", ") || "none"}${merged !== null && merged.length === expected ? "" : ` (${plural(expected, "head")} expected)`}`;
	if (neighbourhood.length === 0) return line;
	const text = `<details><summary>The same as text</summary>\n\n${fence(textGraph(neighbourhood), "text")}\n\n</details>`;
	return [line, ...detail.drawing ? [fence(mermaid(neighbourhood), "mermaid"), text] : [fence(textGraph(neighbourhood), "text")]].join("\n\n");
}
function environmentSection(environment, report, detail) {
	if (untouched(environment) && environment.outcome === "pass") return "";
	return [
		report.environments.length > 1 ? `### ${OUTCOME_SIGN[environment.outcome]} ${codeSpan(environment.name)}` : "",
		report.environments.length > 1 && environment.reason !== null ? prose(environment.reason) : "",
		headsSection(environment, detail),
		remedySection(environment, report, detail),
		findingsSection(report.findings.filter((finding) => finding.environment === environment.name), detail.findings),
		proofSection(environment, detail)
	].filter((part) => part !== "").join("\n\n");
}
/** The body without marker; `detail` bounds its size. */
function renderMarkdown(report, detail = FULL_DETAIL) {
	const overall = report.findings.filter(({ environment }) => !report.environments.some(({ name }) => name === environment));
	return [
		`## ${OUTCOME_SIGN[report.outcome]} ${prose(headline(report))}`,
		nextStep(report),
		...report.environments.map((environment) => environmentSection(environment, report, detail)),
		overall.length > 0 && report.environments.length > 0 ? "### The pull request" : "",
		findingsSection(overall, detail.findings),
		footer(report)
	].filter((part) => part !== "").join("\n\n").concat("\n");
}
/** What the reader should do first; the reason of what was not evaluated says it itself. */
function nextStep(report) {
	if (report.outcome === "pass") return "";
	const sha = shortSha(report.head.sha);
	if (report.environments.some(({ resolution }) => resolution !== null && resolution.refused === null) && report.head.sha !== null) return `**Next step:** comment ${codeSpan(`/merge-heads ${sha}`)} on this pull request, and the merge revision below is committed to its branch.`;
	const first = report.findings.find(({ severity, suppressed }) => severity === "error" && suppressed === null);
	return first === void 0 ? "" : `**Next step:** ${cure(first.help)}`;
}
function footer(report) {
	if (report.base.sha === "") return `<sub>Alembic Gate ${report.tool.version}.</sub>`;
	return `<sub>Judged ${codeSpan(shortSha(report.head.sha))} merged into ${codeSpan(report.base.ref)} at ${codeSpan(shortSha(report.base.sha))} by Alembic Gate ${report.tool.version}.</sub>`;
}

export { FULL_DETAIL as n, prose as r, renderMarkdown as t };