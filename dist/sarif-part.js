import { m as visible } from "./escape-part.js";

// src/report/sarif.ts
const LEVEL = {
	error: "error",
	warning: "warning",
	info: "note"
};
function result({ rule, severity, message, help, path, line, endLine, suppressed }) {
	const region = line === null ? {} : { region: {
		startLine: line,
		endLine: endLine ?? line
	} };
	return {
		ruleId: rule,
		level: LEVEL[severity],
		message: { text: `${message}\n${help}` },
		locations: path === null ? [] : [{ physicalLocation: {
			artifactLocation: { uri: encodeURI(visible(path)) },
			...region
		} }],
		...suppressed === null ? {} : { suppressions: [{
			kind: "external",
			justification: suppressed.reason
		}] }
	};
}
function renderSarif(report) {
	const rules = [...new Set(report.findings.map(({ rule }) => rule))].sort().map((id) => ({ id }));
	const evaluated = report.outcome === "pass" || report.outcome === "fail";
	const notification = {
		level: "error",
		message: { text: `${report.outcome}: ${report.reason ?? ""}` }
	};
	const log = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Alembic Gate",
				version: report.tool.version,
				rules
			} },
			invocations: [{
				executionSuccessful: evaluated,
				...evaluated ? {} : { toolExecutionNotifications: [notification] }
			}],
			results: report.findings.map(result)
		}]
	};
	return `${JSON.stringify(log, null, 2)}\n`;
}

export { renderSarif };