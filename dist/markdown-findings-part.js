import { i as RULES } from "./catalogue-part.js";
import { n as codeSpan, o as fence, p as plain } from "./escape-part.js";
import { t as inOrder } from "./order-part.js";
import { r as withoutEchoes, t as besidePlace } from "./said-once-part.js";
import { a as plural } from "./words-part.js";

// src/report/prose.ts
/** Sentences of findings as markdown: what stands between backticks becomes a code span, all else is escaped. */
/** A sentence in its turns: text, code, text, code, …; the parts of a name such as `table`.`column` are one piece of code. */
const turns = (text) => text.replace(/(?<=[^`\s])`\.`(?=[^`\s])/g, ".").split(/`([^`\n]+)`/);
/** `span` is for places that want another code span. Safe for hostile text too: a stray backtick only moves the border between two harmless renderings. */
function prose(text, span = codeSpan) {
	return turns(text).map((part, index) => {
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

// src/report/fold.ts
/** A part of a comment that is opened by whoever wants it; `title` and `body` are finished markdown and HTML. */
const folded = (title, body, open = false) => `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;

// src/report/markdown-findings.ts
const SIGN = {
	error: "🔴",
	warning: "🟡",
	info: "🔵"
};
/** Where the pages of the rules live. */
const RULE_PAGES = "https://github.com/alembic-gate/alembic-gate/blob/main/docs/rules";
const rulePage = (rule) => `${RULE_PAGES}/${rule}.md`;
/** The rule's name, leading to its page. */
const ruleLink = (rule) => `[${rule}](${rulePage(rule)})`;
const place = ({ path, line }) => path === null ? "" : ` ${codeSpan(line === null ? path : `${path}:${String(line)}`)}`;
const indent = (text) => text.replace(/\n(?=.)/g, "\n  ");
/** What joining the heads cures: how to do that stands in the cure's own section. */
const CURED_BY_RESOLUTION = /* @__PURE__ */ new Set(["no-multiple-heads", "no-stale-parent"]);
/** Of findings that follow each other and ask for the same, the last one says it. */
const isCuredAlike = (one, next) => next !== void 0 && next.rule === one.rule && next.help === one.help && next.suppressed === null;
function item(finding, { resolution = null, above = null }, isCuredBelow) {
	const { rule, severity, help, suppressed } = finding;
	const accepted = suppressed === null ? "" : ` _Accepted by ${plain(suppressed.by)}: ${plain(suppressed.reason)}_`;
	const what = `- ${SIGN[severity]} **${ruleLink(rule)}**${place(finding)}  \n  ${prose(besidePlace(finding))}${accepted}`;
	return suppressed !== null || isCuredBelow || help === above || resolution !== null && CURED_BY_RESOLUTION.has(rule) ? what : `${what}  \n  → ${indent(cure(help))}`;
}
/** At most `limit` findings, and a sentence that counts the rest; nothing for no finding. */
function findingsSection(findings, limit, beside = {}) {
	const sorted = inOrder(withoutEchoes(findings));
	const accepted = sorted.filter(({ suppressed }) => suppressed !== null);
	const open = sorted.filter(({ suppressed }) => suppressed === null);
	const wanting = open.filter((one) => !isNote(one));
	const listed = [
		...wanting,
		...accepted,
		...open.filter(isNote)
	].slice(0, limit);
	const lines = (some) => some.map((finding, at) => item(finding, beside, isCuredAlike(finding, some[at + 1]))).join("\n");
	const told = listed.filter((one) => !isNote(one));
	const notes = listed.filter(isNote);
	const rest = sorted.length - listed.length;
	return [
		...told.length > 0 ? ["#### Findings", lines(told)] : [],
		...howToAccept(wanting),
		...notes.length > 0 ? [folded(`${SIGN.info} ${plural(notes.length, "note")}`, lines(notes))] : [],
		...rest > 0 ? [`_${plural(rest, "more finding")} in the report file of the run._`] : []
	].join("\n\n");
}
/** What asks nothing of anybody is folded: a formatter's pull request may have thirty. */
const isNote = ({ severity, suppressed }) => severity === "info" && suppressed === null;
/** Whoever knows better than a rule must not have to look for how to say so; what a server showed is no opinion. */
function howToAccept(open) {
	const one = open.find(({ rule, severity, line }) => severity === "error" && line !== null && RULES.some(({ id }) => id === rule));
	if (one === void 0) return [];
	return [`<sub>A finding that is meant, or wrong here, is accepted on its line: ${codeSpan(`# alembic-gate: ignore[${one.rule}] reason`)}.</sub>`];
}

export { folded as a, turns as c, rulePage as i, findingsSection as n, cure as o, ruleLink as r, prose as s, SIGN as t };