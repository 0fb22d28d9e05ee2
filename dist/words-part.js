// src/report/words.ts
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
	return [passed.length > 0 ? `proved on ${server}: ${passed.join(", ")}` : `ran on ${server}, nothing proved`, ...oneWay(database)].join("; ");
}
/** A revision that was never rolled back must not hide behind the word for those that were. */
function oneWay({ proofs, steps }) {
	const isShownWhole = ({ name, outcome }) => name === "round-trip" && (outcome === "pass" || outcome === "not-applicable");
	if (!proofs.some(isShownWhole)) return [];
	const down = new Set(steps.flatMap((one) => one.direction === "downgrade" ? one.revision : []));
	const never = [...new Set(steps.map(({ revision }) => revision))].filter((id) => !down.has(id));
	if (never.length === 0) return [];
	return [`not rolled back: ${never.length > 2 ? plural(never.length, "revision") : never.join(" and ")}, declared irreversible`];
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
/** Whether the pull request left the environment's revisions alone. */
const untouched = ({ revisions }) => revisions.added.length + revisions.changed.length + revisions.removed.length === 0;
/** Why `downgrade -1` goes nowhere from a merge. */
const NO_STEP = "the newest revision is a merge, from where Alembic stops with \"Ambiguous walk\"";
/** Whether the branch itself lacks a revision that a cure names, so that its base has to be merged into it. */
const isBehind = ({ heads }) => !(heads.merged ?? []).every((id) => heads.head.includes(id));

export { plural as a, shortSha as c, isBehind as i, stepWords as l, OUTCOME_SIGN as n, proofWords as o, branchName as r, serverWords as s, NO_STEP as t, untouched as u };