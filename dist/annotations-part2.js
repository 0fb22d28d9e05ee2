import { i as commandProperty, r as commandMessage } from "./escape-part.js";
import { r as withoutEchoes, t as besidePlace } from "./said-once-part.js";

// src/report/annotations.ts
/** GitHub's limit per level and step. */
const PER_LEVEL = 10;
const COMMAND = {
	error: "error",
	warning: "warning",
	info: "notice"
};
function annotation(finding) {
	const { severity, path, line, endLine, rule, help } = finding;
	const properties = [...path === null ? [] : [
		`file=${commandProperty(path)}`,
		`line=${String(line ?? 1)}`,
		`endLine=${String(endLine ?? line ?? 1)}`
	], `title=${commandProperty(rule)}`].join(",");
	return `::${COMMAND[severity]} ${properties}::${commandMessage(`${besidePlace(finding)}\n${help}`)}`;
}
/** One workflow command a line, errors first; a last notice counts what did not fit. */
function renderAnnotations(report) {
	const open = withoutEchoes(report.findings.filter(({ suppressed }) => suppressed === null));
	const lines = [
		"error",
		"warning",
		"info"
	].flatMap((severity) => {
		const all = open.filter((finding) => finding.severity === severity);
		const fitting = all.length <= PER_LEVEL ? all : all.slice(0, 9);
		const rest = all.length - fitting.length;
		return [...fitting.map(annotation), ...rest > 0 ? [`::${COMMAND[severity]} title=alembic-gate::${String(rest)} more in the job summary`] : []];
	});
	if (lines.length === 0 && report.outcome !== "pass") lines.push(`::error title=alembic-gate::${commandMessage(report.reason ?? report.outcome)}`);
	return lines.map((line) => `${line}\n`).join("");
}

export { renderAnnotations as t };