import { t as UsageError } from "./usage-error-part.js";
import { f as oneLine } from "./escape-part.js";
import { s as prose } from "./markdown-findings-part.js";
import { n as OUTCOME_SIGN } from "./words-part.js";
import { t as headline } from "./headline-part.js";
import { r as FULL_DETAIL, t as renderMarkdown } from "./markdown-part.js";

// src/report/shorten.ts
/** A report whose texts are no longer than a rendering can hold, so that one of them cannot crowd out the others. */
/** The value with every text in it cut to `limit` UTF-16 units, between characters, an ellipsis standing for the rest. */
function shortened(value, limit) {
	return shorten(value, limit);
}
function shorten(value, limit) {
	if (typeof value === "string") return cut(value, limit);
	if (Array.isArray(value)) return value.map((item) => shorten(item, limit));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shorten(item, limit)]));
}
function cut(text, limit) {
	if (text.length <= limit) return text;
	const end = limit - 1;
	const splits = /[\ud800-\udbff]/.test(text.charAt(end - 1)) && /[\udc00-\udfff]/.test(text.charAt(end));
	return `${text.slice(0, splits ? end - 1 : end)}…`;
}

// src/report/fit.ts
/** Fits a comment under GitHub's limit by ever smaller renderings, each named, never by cutting what is rendered. */
/** Characters of a comment, review or issue body (GitHub answers 422 beyond). */
const COMMENT_LIMIT = 65536;
const NO_CODE = {
	...FULL_DETAIL,
	statements: false,
	files: false,
	drawing: false
};
const STEPS = [
	FULL_DETAIL,
	{
		...FULL_DETAIL,
		left: "the SQL",
		statements: false
	},
	{
		...FULL_DETAIL,
		left: "the SQL and the files",
		statements: false,
		files: false
	},
	{
		...NO_CODE,
		left: "the SQL, the files and the drawing",
		findings: 50,
		differences: 50,
		text: 5e3
	},
	{
		...NO_CODE,
		left: "all but the first findings",
		findings: 10,
		differences: 10,
		environments: 10,
		text: 500
	},
	{
		...NO_CODE,
		left: "all but the first of everything",
		findings: 3,
		differences: 3,
		environments: 3,
		text: 200
	}
];
/** The largest rendering that leaves `reserved` of the limit free; it says what it leaves out. */
function fitMarkdown(report, fit = {}) {
	const { limit = COMMENT_LIMIT, reserved = 0, ...setting } = fit;
	const measure = fit.measure ?? ((text) => text.length);
	for (const detail of STEPS) {
		const body = renderMarkdown(shortened(report, detail.text), detail, setting);
		if (measure(body) + reserved <= limit) return body;
	}
	const short = prose(oneLine(headline(report), 200));
	return `## ${OUTCOME_SIGN[report.outcome]} ${short}\n\n_Too long for a comment: the run’s report has everything._\n`;
}

// src/flows/approvals.ts
/**
* An approval holds for the file's contents and not for the commit, so that a push which leaves the file alone keeps it.
* Of each reviewer only the last word counts, which may be that the approval was dismissed; the author has no say.
*/
function approvalsOf({ pullRequest, github, repository, log }) {
	return async (paths, head, { users, teams }) => {
		if (paths.length === 0 || users.length + teams.length === 0) return /* @__PURE__ */ new Map();
		const opener = (await github.pullRequest(pullRequest)).author;
		const approvals = lastWords(await github.reviews(pullRequest)).filter(({ state, author }) => state === "APPROVED" && !same(author, opener));
		const found = /* @__PURE__ */ new Map();
		for (const { author, commit } of approvals) {
			if (author === null || commit === null) continue;
			if (!await isApprover(author, {
				users,
				teams
			}, github, log)) continue;
			const reviewed = await treeAt(commit, repository);
			if (reviewed === null) continue;
			for (const path of paths) if (reviewed.entries.get(path)?.oid === head.entries.get(path)?.oid) found.set(path, author);
		}
		return found;
	};
}
const same = (a, b) => a?.toLowerCase() === b?.toLowerCase();
/** A comment takes nothing back. */
function lastWords(reviews) {
	const last = /* @__PURE__ */ new Map();
	for (const review of reviews) if (review.state !== "COMMENTED" && review.state !== "PENDING" && review.author !== null) last.set(review.author, review);
	return [...last.values()];
}
async function isApprover(login, { users, teams }, github, log) {
	if (users.some((user) => same(user, login))) return true;
	for (const team of teams) try {
		if (await github.inTeam(team, login)) return true;
	} catch (error) {
		log.warn(error instanceof Error ? error.message : String(error));
	}
	return false;
}
/** null where the commit cannot be had any more: then nobody knows what was approved. */
async function treeAt(commit, repository) {
	try {
		const { sha } = await repository.resolve(commit).catch(async () => {
			await repository.fetch(commit);
			return repository.resolve(commit);
		});
		return await repository.tree(sha, commit);
	} catch (error) {
		if (error instanceof UsageError) return null;
		throw error;
	}
}

export { COMMENT_LIMIT as n, fitMarkdown as r, approvalsOf as t };