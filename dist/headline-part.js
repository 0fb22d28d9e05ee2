import { r as describedRule } from "./catalogue-part.js";
import { t as UNKNOWN_BESIDE } from "./verdict-part.js";
import { a as plural, o as proofWords, r as branchName, u as untouched } from "./words-part.js";

// src/report/headline.ts
/** The verdict as one sentence: what the comment, the terminal and the status open with. */
/** The verdict in one sentence, plain text; the words of a pull request inside it are still to be escaped. */
function headline(report) {
	switch (report.outcome) {
		case "pass": {
			const proofs = report.environments.map(proofWords).filter((words) => words !== null);
			if (report.environments.every(untouched)) return [`No migration is touched.${proofs.length === 0 ? "" : ` ${proofs.join("; ")}.`}`, ...forkedBases(report)].join(" ");
			return [`${whatChanged(report)}, one line of history`, ...proofs].join("; ") + ".";
		}
		case "fail": return failure(report);
		case "not-evaluated": return `Not evaluated: ${report.reason ?? "no reason was recorded"}`;
		case "base-broken": return brokenBase(report);
	}
}
/** `1 new revision`, `2 revisions edited`; the ones that are new first. */
function whatChanged({ environments }) {
	const count = (kind) => environments.reduce((sum, { revisions }) => sum + revisions[kind].length, 0);
	const [added, edited, removed] = [
		count("added"),
		count("changed"),
		count("removed")
	];
	return [
		...added > 0 ? [plural(added, "new revision")] : [],
		...edited > 0 ? [`${plural(edited, "revision")} edited`] : [],
		...removed > 0 ? [`${plural(removed, "revision")} removed`] : []
	].join(", ");
}
/** What a pull request that only stands on it can do nothing about. */
function brokenBase({ base, environments, findings, reason }) {
	const heads = environments.filter(({ name, heads }) => heads.base.length > 1 && isForked(name, findings, "warning")).flatMap((one) => one.heads.base);
	const broken = `${branchName(base.ref)} is broken, not by this pull request`;
	return heads.length === 0 ? `${broken}: ${reason ?? ""}`.trimEnd() : `${broken}: it has ${plural(heads.length, "head")} (${heads.join(", ")}), so \`upgrade head\` applies nothing.`;
}
/** A pull request without migrations passes on a forked base too, and nobody may take that for a healthy base. */
function forkedBases({ environments, findings, base }) {
	return environments.filter(({ name }) => findings.some(({ rule, environment }) => rule === "no-multiple-heads" && environment === name)).map(({ name, heads }) => `But ${branchName(base.ref)} itself has ${plural(heads.base.length, "head")} in ${name} (${heads.base.join(", ")}).`);
}
const isForked = (name, findings, severity) => findings.some((one) => one.rule === "no-multiple-heads" && one.environment === name && one.severity === severity && one.suppressed === null);
/** The heads of the environments that a finding of this severity calls forked; null where none is. */
function forks({ environments, findings }, severity) {
	const heads = environments.filter(({ name }) => isForked(name, findings, severity)).flatMap((one) => one.heads.merged ?? []);
	if (heads.length === 0) return null;
	return `${plural(heads.length, "head")} after the merge (${heads.join(", ")}): \`upgrade head\` would apply nothing.`;
}
/** The verdict where there is room for it: what is wrong in words, not by the names of rules. */
function sentence(report) {
	if (report.outcome === "fail") return failure(report, titles);
	const warnings = report.findings.filter((one) => one.severity === "warning" && one.suppressed === null);
	const more = report.outcome === "pass" && warnings.length > 0 ? ` ${plural(warnings.length, "warning")}.` : "";
	return headline(report) + more;
}
/** Titles of rules are sentences without their full stop. */
function titles(rules, errors, isMore) {
	const [first = "", ...others] = rules.slice(0, 3).map((id) => describedRule(id)?.title ?? id);
	const rest = rules.length > 3 ? [`and ${rules.length - 3} more`] : [];
	const said = [first, ...[...others, ...rest].map((one) => one.replace(/^(An?|The|Two) /, lower))].join("; ");
	const count = errors > rules.length ? ` (${plural(errors, "error")})` : "";
	return `${isMore ? "Besides: " : ""}${isMore ? said.replace(/^(An?|The|Two) /, lower) : said}${count}.`;
}
const lower = (text) => text.toLowerCase();
const names = (rules, errors, isMore) => `${plural(errors, isMore ? "more error" : "error")}: ${rules.join(", ")}.`;
/** The fork first, because it stops every deployment; then the rules that found something. */
function failure(report, say = names) {
	const errors = report.findings.filter(({ severity, suppressed }) => severity === "error" && suppressed === null);
	const fork = forks(report, "error");
	const others = errors.filter(({ rule }) => rule !== "no-multiple-heads");
	const rules = [...new Set(others.map(({ rule }) => rule))];
	return [
		...fork === null ? [] : [fork],
		...others.length > 0 ? [say(rules, others.length, fork !== null)] : [],
		...unknownBeside(report)
	].join(" ");
}
/** Whoever cures the errors must not learn only then that the rest was never looked at. */
function unknownBeside({ reason }) {
	const at = reason?.lastIndexOf(" Not evaluated: ") ?? -1;
	return reason === null || at < 0 ? [] : [reason.slice(at + 1)];
}

export { sentence as n, headline as t };