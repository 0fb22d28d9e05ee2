import { t as renderSvg } from "./graph-svg-part.js";
import { n as sentence$1 } from "./headline-part.js";
import { m as visible } from "./escape-part.js";
import { c as turns, i as rulePage } from "./markdown-findings-part.js";
import { t as inOrder } from "./order-part.js";
import { n as untold, t as besidePlace } from "./said-once-part.js";
import { t as ranSql } from "./ran-sql-part.js";
import { a as plural, c as shortSha, i as isBehind, l as stepWords, n as OUTCOME_SIGN, r as branchName, s as serverWords, t as NO_STEP } from "./words-part.js";

// src/report/html-text.ts
/** The few elements that a page is made of; whatever text goes in comes out as text. */
const raw = (html) => ({ html });
const ENTITY = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;"
};
/** Lines and spaces as they are. In a page of its own nothing looks for mentions, and commands are copied from it. */
const escaped = (text) => visible(text).replace(/[&<>"]/g, (one) => ENTITY[one] ?? one);
const inner = (child) => {
	if (typeof child === "string") return escaped(child);
	return "html" in child ? child.html : child.map(inner).join("");
};
/** `style` is one of the page's classes. */
function element(tag, children, style) {
	const attribute = style === void 0 ? "" : ` class="${style}"`;
	return raw(`<${tag}${attribute}>${inner(children)}</${tag}>`);
}
const link = (address, text) => raw(`<a href="${escaped(address)}">${escaped(text)}</a>`);
const fold = (title, body, open = false) => raw(`<details${open ? " open" : ""}>${element("summary", title).html}${inner(body)}</details>`);
/** A scroll bar of its own, so that a long line widens no page. */
const code = (text) => element("pre", element("code", text.replace(/\s+$/, "")));
/** What stands between backticks is code. */
const sentence = (text) => raw(turns(text).map((part, at) => at % 2 === 1 ? element("code", part).html : escaped(part)).join(""));
/** The cure of a finding: a sentence, and below it code to write. */
function help(text) {
	const [first = "", ...rest] = text.split("\n");
	const body = rest.join("\n").replace(/^\n+|\s+$/g, "");
	return [element("p", ["→ ", sentence(first)]), ...body === "" ? [] : [code(body)]];
}
function grid(head, rows) {
	const line = (tag, cells) => element("tr", cells.map((cell) => element(tag, cell)));
	return element("div", element("table", [line("th", head), ...rows.map((row) => line("td", row))]), "wide");
}
/** A picture that is HTML already. */
const picture = (svg) => element("div", raw(svg), "wide");

// src/report/html-findings.ts
function findingsPart(findings) {
	if (findings.length === 0) return [];
	return [element("h3", "Findings"), element("ul", inOrder(findings).map(item))];
}
function item(finding) {
	const { rule, severity, help: cure, path, line, suppressed } = finding;
	const place = path === null ? "" : line === null ? path : `${path}:${String(line)}`;
	const accepted = suppressed === null ? help(cure) : [element("p", [
		"Accepted by ",
		suppressed.by,
		": ",
		suppressed.reason
	])];
	return element("li", [
		element("span", severity, severity),
		" ",
		element("b", link(rulePage(rule), rule)),
		...place === "" ? [] : [" ", element("code", place)],
		element("p", sentence(besidePlace(finding))),
		...accepted
	], suppressed === null ? severity : void 0);
}

// src/report/html-proof.ts
function proofPart({ database }, findings) {
	if (database === null) return [];
	const open = untold(database, findings);
	const parts = database.parts ?? [];
	const sql = ranSql(database);
	const undeclared = database.declaredVersion === null ? "; production’s version is not declared" : "";
	return [
		element("h3", `Proof on ${serverWords(database)}`),
		...parts.length === 0 ? [] : [grid([
			"",
			"part",
			"server",
			""
		], parts.map(({ part, server, outcome, reason }) => [
			outcome,
			part,
			server ?? "",
			outcome === "pass" ? "" : reason ?? ""
		]))],
		grid([
			"",
			"proof",
			"what it showed"
		], database.proofs.filter(({ outcome }) => outcome !== "off").map((proof) => [
			proof.outcome,
			proof.name,
			sentence(open.shown(proof))
		])),
		...open.steps.map((step) => element("p", [
			stepWords(step).join(step.revision),
			": ",
			sentence(step.error ?? "no message")
		])),
		...database.proofs.flatMap(differences),
		...sql === "" ? [] : [fold("The SQL that ran", code(sql))],
		...database.rollback === null ? [] : [wayBack(database.rollback)],
		element("p", element("small", `Run on a ${database.source} server${undeclared}.`))
	];
}
function differences({ name, differences: found }) {
	if (found.length === 0) return [];
	const rows = found.map(({ object, attribute, before, after, path, line }) => [
		sentence(object),
		attribute,
		before ?? "nothing",
		after ?? "nothing",
		path === null ? "" : element("code", `${path}:${String(line ?? 1)}`)
	]);
	return [fold(`${plural(found.length, "difference")} of ${name}, one by one`, grid([
		"object",
		"attribute",
		"expected",
		"found",
		"from"
	], rows))];
}
function wayBack({ target, loses, fromMerge }) {
	const commands = target.split(" ").map((one) => `\`downgrade ${one}\``);
	const lost = loses.length === 0 ? "nothing is lost" : `lost: ${loses.join(", ")}`;
	const steps = fromMerge === true ? ` \`downgrade -1\` will not work: ${NO_STEP}.` : "";
	return element("p", [element("b", "Way back: "), sentence(`${commands.join(", then ")}; ${lost}.${steps}`)]);
}

// src/report/html-remedy.ts
/** Both cures for several heads on a page, the recommended one first and open. */
function remedyPart(environment, report) {
	const { resolution } = environment;
	if (resolution === null) return [];
	const { recommended, refused, because, mergeRevision, reParent } = resolution;
	const first = isBehind(environment) ? [element("p", [
		"With ",
		element("code", branchName(report.base.ref)),
		" merged into the branch:"
	])] : [];
	const name = (kind, words) => kind === recommended && refused === null ? `${words} (recommended)` : words;
	const merge = fold(name("merge-revision", "Merge revision"), [
		...first,
		code(mergeRevision.command),
		...mergeRevision.content === null ? [] : [fold(["It writes ", element("code", mergeRevision.path)], code(mergeRevision.content))]
	], recommended === "merge-revision");
	const diff = (reParent?.edits ?? []).map(({ path, line, before, after }) => [
		`${path}:${String(line)}`,
		before.replace(/^/gm, "-"),
		after.replace(/^/gm, "+")
	].join("\n"));
	const moved = reParent === null ? [] : [fold(name("re-parent", "Re-parent"), [...first, code(diff.join("\n"))], recommended === "re-parent")];
	const parts = recommended === "re-parent" ? [...moved, merge] : [merge, ...moved];
	return [
		element("h3", "Cure"),
		element("p", sentence(refused ?? because)),
		...refused === null ? parts : moved
	];
}

// src/report/html-style.ts
/** The looks of the page: readable by day and by night, on a wide screen and on a narrow one. */
const STYLE = `
:root{color-scheme:light dark;--text:#1f2328;--back:#fff;--soft:#f6f8fa;--line:#d1d9e0;--faint:#59636e;--error:#cf222e;--warning:#9a6700;--info:#0969da;--added:#1a7f37}
@media(prefers-color-scheme:dark){:root{--text:#e6edf3;--back:#0d1117;--soft:#151b23;--line:#3d444d;--faint:#9198a1;--error:#f85149;--warning:#d29922;--info:#4493f8;--added:#3fb950}}
*{box-sizing:border-box}
body{font:15px/1.5 system-ui,sans-serif;color:var(--text);background:var(--back);max-width:62rem;margin:0 auto;padding:1.5rem 1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 .75rem}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-top:1px solid var(--line);padding-top:1rem}h3{font-size:1rem;margin:1.25rem 0 .5rem}
p{margin:.4rem 0}a{color:var(--info)}small{color:var(--faint)}
code{font:.87em ui-monospace,monospace;background:var(--soft);border-radius:4px;padding:.1em .3em}
pre{background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.75rem;overflow:auto;margin:.5rem 0}pre code{padding:0;background:none;overflow-wrap:normal}
ul{list-style:none;padding:0;margin:0}li{border-left:3px solid var(--line);padding:.1rem 0 .1rem .75rem;margin:.75rem 0}
li.error{border-color:var(--error)}li.warning{border-color:var(--warning)}li.info{border-color:var(--info)}
span.error{color:var(--error)}span.warning{color:var(--warning)}span.info{color:var(--info)}
.wide{overflow-x:auto}table{border-collapse:collapse;margin:.5rem 0}th,td{border:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top;overflow-wrap:normal}th{background:var(--soft)}
details{margin:.5rem 0}summary{cursor:pointer}
svg{display:block}
`.replace(/\n/g, "");

// src/report/html.ts
/** The report as one page that needs nothing beside itself: the comment's story with room for all of it. */
function renderHtml(report) {
	const names = new Set(report.environments.map(({ name }) => name));
	const overall = report.findings.filter(({ environment }) => environment === null || !names.has(environment));
	const parts = [
		element("h1", [`${OUTCOME_SIGN[report.outcome]} `, sentence(sentence$1(report))]),
		element("p", element("small", judged(report))),
		...report.environments.map((environment) => environmentPart(environment, report)),
		...overall.length === 0 ? [] : [element("section", [element("h2", "The pull request"), ...findingsPart(overall)])]
	];
	return [
		"<!doctype html>",
		"<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">",
		`<title>Alembic Gate: ${report.outcome}</title><style>${STYLE}</style></head><body>`,
		...parts.map(({ html }) => html),
		"</body></html>",
		""
	].join("\n");
}
function judged({ base, head, tool }) {
	const by = `Alembic Gate ${tool.version}`;
	if (base.sha === "") return by;
	return `${shortSha(head.sha)} merged into ${branchName(base.ref)} at ${shortSha(base.sha)}, judged by ${by}`;
}
function environmentPart(environment, report) {
	const { name, outcome, reason, heads, neighbourhood } = environment;
	const findings = report.findings.filter((finding) => finding.environment === name);
	const said = heads.merged === null ? ["heads after the merge: not known"] : [`${plural(heads.merged.length, "head")} after the merge: `, element("code", heads.merged.join(", ") || "none")];
	return element("section", [
		element("h2", [`${OUTCOME_SIGN[outcome]} `, name]),
		...reason === null || outcome === "fail" ? [] : [element("p", sentence(reason))],
		element("p", said),
		...neighbourhood.length === 0 ? [] : [picture(renderSvg([{
			name: "",
			nodes: neighbourhood
		}], "page"))],
		...remedyPart(environment, report),
		...findingsPart(findings),
		...proofPart(environment, findings)
	]);
}

export { renderHtml };