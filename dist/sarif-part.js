import { m as visible } from "./escape-part.js";
import { r as describedRule } from "./catalogue-part.js";
import { i as rulePage } from "./markdown-findings-part.js";

// src/report/sarif-rules.ts
/** What code scanning shows of a rule beside its results: its title, its harm, its page, how it weighs by default. */
const LEVEL = {
	error: "error",
	warning: "warning",
	info: "note",
	off: "none"
};
/** A descriptor (SARIF 2.1.0, 3.49); of an id that the catalogue does not know, the id alone. */
function ruleDescriptor(id) {
	const rule = describedRule(id);
	if (rule === null) return { id };
	const { title, why, severity, group } = rule;
	return {
		id,
		shortDescription: { text: `${title}.` },
		fullDescription: { text: why.replaceAll("`", "") },
		help: {
			text: `${title}. ${why.replaceAll("`", "")}`,
			markdown: why
		},
		helpUri: rulePage(id),
		defaultConfiguration: {
			enabled: severity.recommended !== "off",
			level: LEVEL[severity.recommended]
		},
		properties: { tags: [group] }
	};
}

// src/report/sarif.ts
/** Plain text in which `[words](target)` is no link: a viewer may make one of it (SARIF 2.1.0, 3.11.6). */
const words = (text) => visible(text).replaceAll("](", "]​(");
const artifact = (path) => ({ artifactLocation: { uri: encodeURI(visible(path)) } });
/** Code scanning refuses a file with a result that is nowhere: what has no place stands on its environment's own file. */
function location({ path, line, endLine, environment }, { environments }) {
	const of = environments.find(({ name }) => name === environment) ?? environments[0];
	const file = path ?? (of === void 0 ? ".github/alembic-gate.yml" : `${of.scriptLocation}/env.py`);
	const startLine = Math.max(1, line ?? 1);
	return { physicalLocation: {
		...artifact(file),
		region: {
			startLine,
			endLine: Math.max(startLine, endLine ?? startLine)
		}
	} };
}
/** Whole lines are replaced, their endings left as they are. */
function replacement({ line, before, after }) {
	const lines = before.split("\n");
	const startLine = Math.max(1, line);
	return {
		deletedRegion: {
			startLine,
			startColumn: 1,
			endLine: startLine + lines.length - 1,
			endColumn: (lines.at(-1)?.length ?? 0) + 1
		},
		insertedContent: { text: after }
	};
}
function fixOf({ help, fix = [] }) {
	if (fix.length === 0) return {};
	const artifactChanges = [...new Set(fix.map(({ path }) => path))].map((path) => ({
		...artifact(path),
		replacements: fix.filter((edit) => edit.path === path).map(replacement)
	}));
	return { fixes: [{
		description: { text: words(help.split("\n", 1)[0] ?? "") },
		artifactChanges
	}] };
}
/** A comment in the file is there to be seen; the configuration and an approval are elsewhere. */
function suppressionOf({ suppressed }) {
	if (suppressed === null) return {};
	const { reason, by } = suppressed;
	return { suppressions: [{
		kind: by.startsWith("comment on line ") ? "inSource" : "external",
		status: "accepted",
		justification: words(`${reason} (${by})`)
	}] };
}
function renderSarif(report) {
	const ids = [...new Set(report.findings.map(({ rule }) => rule))].sort();
	const results = report.findings.map((finding) => ({
		ruleId: finding.rule,
		ruleIndex: ids.indexOf(finding.rule),
		level: LEVEL[finding.severity],
		message: { text: words(`${finding.message}\n${finding.help}`) },
		locations: [location(finding, report)],
		...fixOf(finding),
		...suppressionOf(finding)
	}));
	const evaluated = report.outcome === "pass" || report.outcome === "fail";
	const notification = {
		level: "error",
		message: { text: words(`${report.outcome}: ${report.reason ?? ""}`) }
	};
	const log = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Alembic Gate",
				version: report.tool.version,
				rules: ids.map(ruleDescriptor)
			} },
			columnKind: "utf16CodeUnits",
			invocations: [{
				executionSuccessful: evaluated,
				...evaluated ? {} : { toolExecutionNotifications: [notification] }
			}],
			results
		}]
	};
	return `${JSON.stringify(log, null, 2)}\n`;
}

export { renderSarif };