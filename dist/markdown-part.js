import { c as htmlText, n as codeSpan, o as fence, p as plain, t as codeCell } from "./escape-part.js";
import { a as cure, n as findingsSection, o as prose } from "./markdown-findings-part.js";
import { n as textGraph, t as mermaid } from "./mermaid-part.js";
import { a as plural, c as shortSha, l as stepWords, n as OUTCOME_SIGN, o as sentence$1, r as branchName, s as serverWords, t as NO_STEP, u as untouched } from "./words-part.js";

// src/report/markdown-forecast.ts
/** What the comment says of other open pull requests; what they do is never alone a reason to write it again. */
const TITLE = "### If another pull request lands first";
/** The whole section, as it stands in a comment. */
const FORECAST_SECTION = new RegExp(`^${TITLE}\n\n(?:- [^\n]*\n)*\n?`, "m");
function forecastSection({ forecast = [] }) {
	if (forecast.length === 0) return "";
	return [`${TITLE}\n`, ...forecast.map((one) => `- ${sentence(one)}`)].join("\n");
}
function sentence(one) {
	const first = `If #${one.pullRequest} lands first,`;
	switch (one.kind) {
		case "re-parent": return `${first} this one must be re-parented onto ${one.onto.map(codeSpan).join(" and ")}, or joined with it by \`/merge-heads\`.`;
		case "collide": return `${first} ${codeSpan(one.over)} is taken: give this one’s revision another id and file name.`;
	}
}

// src/report/detail.ts
const FULL_DETAIL = {
	drawing: true,
	statements: true,
	files: true,
	findings: 100,
	differences: 100,
	environments: 100,
	text: 2e4
};

// src/report/fold.ts
/** A part of a comment that is opened by whoever wants it; `title` and `body` are finished markdown and HTML. */
const folded = (title, body, open = false) => `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;

// src/report/markdown-heads.ts
/** Ids of a list of heads; beyond, they are counted. */
const NAMED = 20;
/** Nothing where one line of revisions ends in the heads that are expected: the verdict says as much. */
function headsSection(environment, detail) {
	const { heads, neighbourhood } = environment;
	const expected = expectedCount(environment);
	const isAsExpected = heads.merged?.length === expected;
	if (isAsExpected && isOneLine(neighbourhood)) return "";
	const drawn = neighbourhood.length > 0;
	const named = isAsExpected && drawn ? "" : `**Heads after the merge:** ${list(heads.merged)}${isAsExpected ? "" : ` (${plural(expected, "head")} expected)`}`;
	if (!drawn) return named;
	const text = fence(textGraph(neighbourhood), "text");
	return [named, ...detail.drawing ? [fence(mermaid(neighbourhood), "mermaid"), folded("The same as text", text)] : [text]].filter((part) => part !== "").join("\n\n");
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
function table(proofs) {
	return [
		"| | proof | what it showed |",
		"| --- | --- | --- |",
		...proofs.filter(({ outcome }) => outcome !== "off").map(({ name, outcome, reason }) => `| ${SIGN[outcome]} ${outcome} | ${name} | ${cell(reason ?? "")} |`)
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
function differences(proof, limit) {
	if (proof.differences.length === 0) return "";
	const more = proof.differences.length - limit;
	const rows = proof.differences.slice(0, limit).map(({ object, attribute, before, after, path, line }) => `| ${cell(object)} | ${cell(attribute)} | ${value(before)} | ${value(after)} | ${path === null ? "" : codeCell(`${fileName(path)}:${String(line ?? 1)}`)} |`);
	return [
		`**${proof.name}**`,
		[
			"| object | attribute | expected | found | from |",
			"| --- | --- | --- | --- | --- |",
			...rows
		].join("\n"),
		...more > 0 ? [`_${plural(more, "more difference")} in the report file of the run._`] : []
	].join("\n\n");
}
function statements(database) {
	const sql = database.steps.filter(({ direction }) => direction !== "upgrade-again").flatMap(({ revision, direction, statements: list }) => {
		const own = list.filter(({ path }) => path !== null).map((one) => `${one.sql.trim()};${costs(one)}`);
		return own.length === 0 ? [] : [`-- ${direction} ${revision}\n${own.join("\n")}`];
	});
	if (sql.length === 0) return "";
	return fence(sql.join("\n\n"), "sql");
}
/** As a comment of SQL; nothing where the server was not asked. */
function costs({ lockClass, rebuilds }) {
	if (lockClass === "unknown") return "";
	return ` -- ${lockClass}${rebuilds === true ? ", rebuilds the table" : ""}`;
}
/** Nothing where no database ran. Folded where it holds no bad news, since the verdict has said so. */
function proofSection({ database }, detail) {
	if (database === null) return "";
	const sql = detail.statements ? statements(database) : "";
	const rest = [database.rollback === null ? "" : rollbackCard(database.rollback), ranWhere(database)];
	const server = serverWords(database);
	if (isGood(database)) {
		const title = `Proof on ${htmlText(server)}${sql === "" ? "" : " and the SQL that ran"}`;
		return folded(title, joined([
			sql,
			partsTable(database.parts ?? []),
			table(database.proofs),
			...rest
		]));
	}
	const failed = database.steps.find(({ outcome }) => outcome !== "pass");
	return joined([
		`#### Proof on ${plain(server)}`,
		partsTable(database.parts ?? []),
		table(database.proofs),
		failed === void 0 ? "" : stepSentence(failed),
		...database.proofs.map((proof) => differences(proof, detail.differences)),
		sql === "" ? "" : folded("The SQL that ran", sql),
		...rest
	]);
}
const joined = (parts) => parts.filter((part) => part !== "").join("\n\n");
const isGood = ({ steps, proofs, parts = [] }) => parts.every(({ outcome }) => outcome === "pass") && steps.every(({ outcome }) => outcome === "pass") && proofs.every(({ outcome, differences: found }) => outcome !== "fail" && outcome !== "not-evaluated" && found.length === 0);
function ranWhere({ source, declaredVersion }) {
	return `Run by this pull request’s own code on a ${source} server${declaredVersion === null ? "; production’s version is not declared" : ""}.`;
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
function mergeRevision({ resolution }, report, detail) {
	const merge = resolution?.mergeRevision;
	if (merge === void 0) return "";
	const commits = report.head.sha === null ? "Run:" : `Comment ${codeSpan(`/merge-heads ${shortSha(report.head.sha)}`)}, or run:`;
	const shell = fence(merge.command, "sh");
	if (merge.content === null) return [commits, shell].join("\n\n");
	return [
		commits,
		shell,
		detail.files ? folded(`The file that it writes`, `${codeSpan(merge.path)}\n\n${fence(merge.content, "python")}`) : `It writes ${codeSpan(merge.path)}.`
	].join("\n\n");
}
function reParent({ resolution }, { head }) {
	const diff = (resolution?.reParent?.edits ?? []).map(({ path, line, before, after }) => {
		const removed = before.split("\n").map((text) => `-${text}`);
		const added = after.split("\n").map((text) => `+${text}`);
		return [
			`${path}:${String(line)}`,
			...removed,
			...added
		].join("\n");
	});
	const command = `/merge-heads ${shortSha(head.sha)} re-parent`;
	return [...head.sha === null ? [] : [`Comment ${codeSpan(command)}, or edit:`], fence(diff.join("\n"), "diff")].join("\n\n");
}
/** Nothing where the heads are as expected. */
function remedySection(environment, report, detail) {
	const { resolution } = environment;
	if (resolution === null) return "";
	if (resolution.refused !== null) {
		const other = resolution.reParent === null ? [] : [folded("Re-parent", reParent(environment, report), true)];
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
		const parent = folded(`Re-parent${mergeFirst ? "" : recommended}`, reParent(environment, report), !mergeFirst);
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
/** The body without marker; `detail` bounds its size. A pass that needs no more words is one line, the rest folded. */
function renderMarkdown(report, detail = FULL_DETAIL, pending) {
	const overall = report.findings.filter(({ environment }) => !report.environments.some(({ name }) => name === environment));
	const shown = report.environments.filter((one) => !(untouched(one) && one.outcome === "pass"));
	const more = shown.length - detail.environments;
	return [
		title(report, pending),
		pending ?? nextStep(report),
		...shown.slice(0, detail.environments).map((one) => environmentSection(one, report, detail)),
		more > 0 ? `_${plural(more, "more environment")} in the report file of the run._` : "",
		overall.length > 0 && report.environments.length > 0 ? "### The pull request" : "",
		findingsSection(overall, detail.findings),
		forecastSection(report),
		footer(report)
	].filter((part) => part !== "").join("\n\n").concat("\n");
}
/** A heading for what somebody must act on; for anything else a line is loud enough. */
function title(report, pending) {
	const says = prose(sentence$1(report));
	if (pending !== void 0) return `⏳ **Not proved yet.** ${says}`;
	return report.outcome === "pass" ? `${OUTCOME_SIGN.pass} ${says}` : `## ${OUTCOME_SIGN[report.outcome]} ${says}`;
}
function environmentSection(environment, report, detail) {
	const isOneOfMany = report.environments.length > 1;
	const { name, outcome, reason } = environment;
	return [
		isOneOfMany ? `### ${OUTCOME_SIGN[outcome]} ${codeSpan(name)}` : "",
		isOneOfMany && reason !== null && outcome !== "fail" ? prose(reason) : "",
		headsSection(environment, detail),
		remedySection(environment, report, detail),
		findingsSection(report.findings.filter((finding) => finding.environment === name), detail.findings, environment.resolution),
		proofSection(environment, detail)
	].filter((part) => part !== "").join("\n\n");
}
/** What the reader should do first; the reason of what was not evaluated says it itself. */
function nextStep(report) {
	if (report.outcome === "pass") return "";
	const sha = shortSha(report.head.sha);
	if (report.environments.some(({ resolution }) => resolution !== null && resolution.refused === null) && report.head.sha !== null) return `**Next step:** comment ${codeSpan(`/merge-heads ${sha}`)}, and the cure below is committed to this branch.`;
	const first = report.findings.find(({ severity, suppressed }) => severity === "error" && suppressed === null);
	return first === void 0 ? "" : `**Next step:** ${cure(first.help)}`;
}
function footer({ base, head, tool }) {
	if (base.sha === "") return `<sub>Alembic Gate ${tool.version}.</sub>`;
	return `<sub>Judged ${codeSpan(shortSha(head.sha))} merged into ${codeSpan(branchName(base.ref))} at ${codeSpan(shortSha(base.sha))} by Alembic Gate ${tool.version}.</sub>`;
}

export { FULL_DETAIL as n, FORECAST_SECTION as r, renderMarkdown as t };