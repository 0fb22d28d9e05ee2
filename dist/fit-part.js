import { n as FULL_DETAIL, r as prose, t as renderMarkdown } from "./markdown-part.js";
import { i as headline, r as OUTCOME_SIGN } from "./mermaid-part.js";

// src/report/fit.ts
/** Fits a comment under GitHub's limit by ever smaller renderings, each named, never by cutting text. */
/** Characters of a comment, review or issue body (GitHub answers 422 beyond). */
const COMMENT_LIMIT = 65536;
const STEPS = [
	{
		left: "",
		detail: FULL_DETAIL
	},
	{
		left: "the SQL",
		detail: {
			...FULL_DETAIL,
			statements: false
		}
	},
	{
		left: "the SQL and the files",
		detail: {
			...FULL_DETAIL,
			statements: false,
			files: false
		}
	},
	{
		left: "the SQL, the files and the drawing",
		detail: {
			drawing: false,
			statements: false,
			files: false,
			findings: 50
		}
	},
	{
		left: "all but the first findings",
		detail: {
			drawing: false,
			statements: false,
			files: false,
			findings: 10
		}
	}
];
/** The largest rendering that leaves `reserved` characters of the limit free; it says what it leaves out. */
function fitMarkdown(report, limit = COMMENT_LIMIT, reserved = 0) {
	for (const { left, detail } of STEPS) {
		const note = left === "" ? "" : `\n_Too long for a comment: ${left} left out; the run’s report has everything._\n`;
		const body = renderMarkdown(report, detail) + note;
		if (body.length + reserved <= limit) return body;
	}
	const short = prose(headline(report).slice(0, 500));
	return `## ${OUTCOME_SIGN[report.outcome]} ${short}\n\n_Too long for a comment: the run’s report has everything._\n`;
}

export { fitMarkdown as t };