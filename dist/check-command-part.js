import { i as notEvaluatedReport, n as check, t as checkPorts } from "./ports-part.js";
import { t as openRepository } from "./open-part.js";
import { n as createLog } from "./log-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { a as text, i as repositoryDirectory, n as isSet, t as configurationRequest } from "./desk-part.js";
import { n as limitsOf } from "./engine-limits-part.js";
import { f as oneLine, m as visible } from "./escape-part.js";
import { t as headline } from "./headline-part.js";
import { n as textGraph } from "./mermaid-part.js";
import { t as inOrder } from "./order-part.js";
import { n as untold, r as withoutEchoes, t as besidePlace } from "./said-once-part.js";
import { a as plural, c as shortSha, i as isBehind, l as stepWords, r as branchName, s as serverWords, t as NO_STEP, u as untouched } from "./words-part.js";
import { t as VERSION } from "./version-part.js";
import { t as _usingCtx } from "./usingCtx-part.js";
import { styleText } from "node:util";
import { writeFileSync } from "node:fs";

// src/report/text.ts
/** The report for a terminal: the same story as the comment, in plain text with colours where they are wanted. */
const NO_PAINT = (_style, text) => text;
const COLOUR = {
	pass: "green",
	fail: "red",
	"not-evaluated": "yellow",
	"base-broken": "yellow"
};
const indent = (text, by = "    ") => visible(text).replace(/^/gm, by).replace(/[ \t]+$/gm, "");
function findingText(finding, paint) {
	const style = finding.severity === "error" ? "red" : finding.severity === "warning" ? "yellow" : "blue";
	const where = finding.path === null ? "" : `${finding.path}${finding.line === null ? "" : `:${String(finding.line)}`}: `;
	const [sentence = "", ...code] = finding.help.split("\n");
	const accepted = finding.suppressed === null ? "" : ` (accepted by ${oneLine(finding.suppressed.by)}: ${oneLine(finding.suppressed.reason)})`;
	return [
		`  ${paint(style, finding.severity)} ${paint("bold", finding.rule)} ${oneLine(where + besidePlace(finding))}${accepted}`,
		indent(`-> ${oneLine(sentence)}`),
		...code.length > 0 ? [indent(code.join("\n").trim(), "       ")] : []
	].join("\n");
}
function editsText({ resolution }, paint) {
	return (resolution?.reParent?.edits ?? []).flatMap(({ path, line, before, after }) => [
		`    ${oneLine(path)}:${line}`,
		paint("red", indent(before, "    - ")),
		paint("green", indent(after, "    + "))
	]);
}
/** At a desk our own command writes the file; Alembic's loads the branch, which must have both sides then. */
function byHand(environment, { base, head }) {
	const { command = "", content = null } = environment.resolution?.mergeRevision ?? {};
	const first = isBehind(environment) ? `merge ${oneLine(branchName(base.ref))} into the branch, then ` : "";
	const own = `alembic-gate merge-heads --base ${base.ref} --strategy merge --write`;
	const written = head.sha === null && content !== null ? [`    ${oneLine(own)}`, `  or ${first}run:`] : [];
	return [...written.length > 0 ? written : first === "" ? [] : [`  ${first}run:`], `    ${oneLine(command)}`];
}
function remedyText(environment, report, paint) {
	const { resolution } = environment;
	if (resolution === null) return [];
	const { mergeRevision, reParent, recommended, refused, because } = resolution;
	const star = (kind) => kind === recommended ? " (recommended)" : "";
	const other = reParent === null ? [] : [`  Re-parent${refused === null ? star("re-parent") : ""}:`, ...editsText(environment, paint)];
	if (refused !== null) return [
		"",
		paint("bold", "Cure"),
		`  ${oneLine(refused)}`,
		...other
	];
	return [
		"",
		paint("bold", "Cure"),
		`  ${oneLine(because)}`,
		`  Merge revision${star("merge-revision")}: ${oneLine(mergeRevision.path)}`,
		...byHand(environment, report),
		...mergeRevision.content === null ? [] : [paint("dim", indent(mergeRevision.content.trimEnd(), "    | "))],
		...other
	];
}
/** Where there is something to say. */
const behindColon = (words) => words === "" ? "" : `: ${oneLine(words)}`;
function proofText({ database }, findings, paint) {
	if (database === null) return [];
	const open = untold(database, findings);
	const limits = limitsOf(database);
	const proofs = database.proofs.filter(({ outcome }) => outcome !== "off");
	const undeclared = database.declaredVersion === null ? "; production’s version is not declared" : "";
	return [
		"",
		paint("bold", oneLine(`Proof on ${serverWords(database)} (${database.source}${undeclared})`)),
		...limits === null ? [] : [`  ${limits}`],
		...(database.parts ?? []).map(({ part, server, outcome, reason }) => `  ${outcome} ${oneLine(`${part}${server === null ? "" : ` on ${server}`}${outcome === "pass" || reason === null ? "" : `: ${reason}`}`)}`),
		...proofs.flatMap((proof) => [`  ${proof.outcome} ${proof.name}${behindColon(open.shown(proof))}`, ...proof.differences.map(({ object, attribute, before, after, path, line }) => `    ${oneLine(`${path === null ? "" : `${path}:${String(line ?? 1)}: `}${object}: ${attribute} ${before ?? "nothing"} → ${after ?? "nothing"}`)}`)]),
		...open.steps.map((step) => `  ${stepWords(step).join(oneLine(step.revision))}: ${oneLine(step.error ?? "")}`),
		...database.rollback === null ? [] : [`  way back: ${database.rollback.target.split(" ").map((one) => `downgrade ${oneLine(one)}`).join(", then ")}${database.rollback.loses.length > 0 ? `, loses ${oneLine(database.rollback.loses.join(", "))}` : ""}`, ...database.rollback.fromMerge === true ? [`  downgrade -1 will not work: ${NO_STEP}`] : []]
	];
}
function environmentText(environment, report, paint) {
	if (untouched(environment) && environment.outcome === "pass") return [];
	const { name, heads, neighbourhood, outcome, reason } = environment;
	const findings = inOrder(withoutEchoes(report.findings.filter((finding) => finding.environment === name)));
	return [
		"",
		`${paint("bold", oneLine(name))} ${paint(COLOUR[outcome], outcome)}${reason === null || report.environments.length === 1 ? "" : `: ${oneLine(reason)}`}`,
		`  ${heads.merged === null ? "heads after the merge: not known" : `${plural(heads.merged.length, "head")} after the merge: ${oneLine(heads.merged.join(", "))}`}`,
		...neighbourhood.length > 0 ? [indent(textGraph(neighbourhood))] : [],
		...findings.length > 0 ? [
			"",
			paint("bold", "Findings"),
			...findings.map((finding) => findingText(finding, paint))
		] : [],
		...remedyText(environment, report, paint),
		...proofText(environment, findings, paint)
	];
}
/** The whole report; ends with a newline. */
function renderText(report, paint = NO_PAINT) {
	const names = new Set(report.environments.map(({ name }) => name));
	const overall = inOrder(report.findings.filter(({ environment }) => environment === null || !names.has(environment)));
	const sentence = report.outcome === "not-evaluated" ? report.reason ?? "" : headline(report);
	return [
		`${paint(COLOUR[report.outcome], report.outcome)}: ${oneLine(sentence)}`,
		...report.base.sha === "" ? [] : [`judged: ${shortSha(report.head.sha)} merged into ${oneLine(report.base.ref)} at ${shortSha(report.base.sha)}`],
		...report.environments.flatMap((environment) => environmentText(environment, report, paint)),
		...overall.length > 0 ? [
			"",
			paint("bold", "The pull request"),
			...overall.map((finding) => findingText(finding, paint))
		] : [],
		""
	].join("\n");
}

// src/entry/formats.ts
/** The formats of `--format`, each loaded when it is asked for. */
/** `out` tells whether colours are welcome: a terminal, and neither NO_COLOR nor CI. */
async function render(report, format, out) {
	switch (format) {
		case "text": return renderText(report, paintFor(out));
		case "json": return `${JSON.stringify(report, null, 2)}\n`;
		case "markdown": return (await import("./markdown-part2.js")).renderMarkdown(report);
		case "github": return (await import("./annotations-part.js")).renderAnnotations(report);
		case "sarif": return (await import("./sarif-part.js")).renderSarif(report);
		case "html": return (await import("./html-part.js")).renderHtml(report);
	}
}
function paintFor(out) {
	return out.isTTY !== true || process.env["NO_COLOR"] || process.env["CI"] ? NO_PAINT : (style, text) => styleText(style, text);
}

// src/entry/check-command.ts
/** `alembic-gate check`: the desk's ports, one flow, one rendering, one exit code. */
const EXIT_CODE = {
	pass: 0,
	fail: 1,
	"not-evaluated": 2,
	"base-broken": 2
};
async function checkCommand(flags) {
	const log = createLog(process.stderr, process.env);
	const format = text(flags, "format") ?? "text";
	const report = await reportOf(flags, log);
	log.done();
	return say(report, format, text(flags, "output"));
}
/** Prints the report, or writes it to a file; returns the exit code. */
async function say(report, format, output) {
	const rendered = await render(report, format, process.stdout);
	if (output === null) process.stdout.write(rendered);
	else writeOutput(output, rendered);
	return EXIT_CODE[report.outcome];
}
/** What prevents judging is a report too, so that machine formats are printed for every outcome. */
async function reportOf(flags, log) {
	try {
		try {
			var _usingCtx$1 = _usingCtx();
			const repository = _usingCtx$1.a(await openRepository(repositoryDirectory(flags)));
			const request = {
				base: text(flags, "base"),
				head: text(flags, "head"),
				fetch: isSet(flags, "fetch"),
				...only(flags),
				runCode: isSet(flags, "run-code"),
				configuration: configurationRequest(flags, repository.root),
				version: VERSION
			};
			return await check(request, checkPorts(repository, log, { keptStates: "write" }));
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	} catch (error) {
		if (error instanceof UsageError) return notEvaluatedReport(error.message, { version: VERSION });
		log.warn(error instanceof Error ? error.stack ?? error.message : String(error));
		return notEvaluatedReport("the gate itself failed; this is a bug, please report it", { version: VERSION });
	}
}
function only(flags) {
	const environment = text(flags, "environment");
	return environment === null ? {} : { environment };
}
function writeOutput(path, rendered, flag = "--output") {
	try {
		writeFileSync(path, rendered);
	} catch (error) {
		throw new UsageError(`${path} cannot be written (${error.code ?? "no reason given"}): correct ${flag}`);
	}
}

export { writeOutput as a, say as i, checkCommand as n, paintFor as o, reportOf as r, renderText as s, EXIT_CODE as t };