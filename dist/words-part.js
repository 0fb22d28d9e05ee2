import { r as describedRule } from "./catalogue-part.js";
import { t as UNKNOWN_BESIDE } from "./verdict-part.js";

// src/report/words.ts
/** Words that several renderings share, so that the comment, the terminal and the status say the same thing. */
const OUTCOME_SIGN = {
	pass: "✅",
	fail: "❌",
	"not-evaluated": "⚠️",
	"base-broken": "🟠"
};
/** `1 head`, `3 heads`. */
const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
/** First seven digits, as git shows commits; the working tree has no id. */
const shortSha = (sha) => sha?.slice(0, 7) ?? "working tree";
/** The server that was asked, or all of them. */
function serverWords({ engine, version, parts = [] }) {
	const servers = new Set(parts.flatMap(({ server }) => server ?? []));
	return servers.size === 0 ? `${engine} ${version}` : [...servers].join(", ");
}
/** A branch as people call it: `main` for `origin/main` and `refs/heads/main`. */
const branchName = (ref) => ref.replace(/^(refs\/(heads|remotes\/origin)|origin)\//, "");
/** What a proof that passed has shown, in the order in which a reviewer asks. */
const SHOWN = {
	"lock-class": "online",
	"round-trip": "reversible",
	rows: "rows kept",
	"old-code": "old code works",
	order: "same in both orders",
	interruption: "resumable",
	drift: "models match",
	"start-states": "same from every deployed state",
	"fresh-install": "same as a fresh install",
	"two-deployers": "safe for two deployers"
};
const isShown = (name) => name in SHOWN;
/** What the database showed of one environment, in a few words; null where no database ran. */
function proofWords({ database }) {
	if (database === null) return null;
	const by = (outcome) => database.proofs.filter((proof) => proof.outcome === outcome).map(({ name }) => name);
	const server = serverWords(database);
	const failed = by("fail");
	if (failed.length > 0) return `failed on ${server}: ${failed.join(", ")}`;
	const { rewrites = [] } = database;
	const same = rewrites.length > 0 && rewrites.every(({ outcome }) => outcome === "same");
	const pass = by("pass");
	const passed = [...Object.keys(SHOWN).flatMap((name) => isShown(name) && pass.includes(name) ? SHOWN[name] : []), ...same ? ["the same schema from rewritten revisions"] : []];
	return passed.length > 0 ? `proved on ${server}: ${passed.join(", ")}` : `ran on ${server}, nothing proved`;
}
const STEP = {
	upgrade: "the upgrade",
	downgrade: "the downgrade",
	"upgrade-again": "the second upgrade"
};
const ENDED = {
	pass: "passed",
	fail: "failed",
	timeout: "did not end"
};
/** What was done and how it ended, around the revision's id: `the upgrade of `, ` did not end`. */
const stepWords = ({ direction, outcome }) => [`${STEP[direction]} of `, ` ${ENDED[outcome]}`];
/** The verdict in one sentence, plain text; the words of a pull request inside it are still to be escaped. */
function headline(report) {
	switch (report.outcome) {
		case "pass": {
			const added = report.environments.reduce((sum, { revisions }) => sum + revisions.added.length, 0);
			const proofs = report.environments.map(proofWords).filter((words) => words !== null);
			if (report.environments.every(untouched)) return [`No migration is touched.${proofs.length === 0 ? "" : ` ${proofs.join("; ")}.`}`, ...forkedBases(report)].join(" ");
			return [`${plural(added, "new revision")}, one line of history`, ...proofs].join("; ") + ".";
		}
		case "fail": return failure(report);
		case "not-evaluated": return `Not evaluated: ${report.reason ?? "no reason was recorded"}`;
		case "base-broken": return `The base is broken, not by this pull request: ${forks(report, "warning") ?? report.reason ?? ""}`.trimEnd();
	}
}
/** A pull request without migrations passes on a forked base too, and nobody may take that for a healthy base. */
function forkedBases({ environments, findings, base }) {
	return environments.filter(({ name }) => findings.some(({ rule, environment }) => rule === "no-multiple-heads" && environment === name)).map(({ name, heads }) => `But ${base.ref} itself has ${plural(heads.base.length, "head")} in ${name} (${heads.base.join(", ")}).`);
}
/** The heads of the environments that a finding of this severity calls forked; null where none is. */
function forks({ environments, findings }, severity) {
	const named = findings.filter((one) => one.rule === "no-multiple-heads" && one.severity === severity && one.suppressed === null);
	const heads = environments.filter(({ name }) => named.some(({ environment }) => environment === name)).flatMap((one) => one.heads.merged ?? []);
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
/** Whether the pull request left the environment's revisions alone. */
const untouched = ({ revisions }) => revisions.added.length + revisions.changed.length + revisions.removed.length === 0;
/** Why `downgrade -1` goes nowhere from a merge. */
const NO_STEP = "the newest revision is a merge, from where Alembic stops with \"Ambiguous walk\"";

export { plural as a, shortSha as c, headline as i, stepWords as l, OUTCOME_SIGN as n, sentence as o, branchName as r, serverWords as s, NO_STEP as t, untouched as u };