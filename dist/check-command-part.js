import { i as notEvaluatedReport, n as check, t as checkPorts } from "./ports-part.js";
import { t as openRepository } from "./open-part.js";
import { n as createLog } from "./log-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { a as text, i as repositoryDirectory, n as isSet, t as configurationRequest } from "./desk-part.js";
import { n as renderText, t as NO_PAINT } from "./text-part.js";
import { t as VERSION } from "./version-part.js";
import { t as _usingCtx } from "./usingCtx-part.js";
import { styleText } from "node:util";
import { writeFileSync } from "node:fs";

// src/entry/formats.ts
/** The formats of `--format`, each loaded when it is asked for. */
/** `out` tells whether colours are welcome: a terminal, and neither NO_COLOR nor CI. */
async function render(report, format, out) {
	switch (format) {
		case "text": return renderText(report, paintFor(out));
		case "json": return `${JSON.stringify(report, null, 2)}\n`;
		case "markdown": return (await import("./markdown-part2.js")).renderMarkdown(report);
		case "github": return (await import("./annotations-part.js")).renderAnnotations(report);
		case "sarif": return (await import("./sarif-part.js")).renderSarif(report);
		case "html": return (await import("./html-part.js")).renderHtml(report);
	}
}
function paintFor(out) {
	return out.isTTY !== true || process.env["NO_COLOR"] || process.env["CI"] ? NO_PAINT : (style, text) => styleText(style, text);
}

// src/entry/check-command.ts
/** `alembic-gate check`: the desk's ports, one flow, one rendering, one exit code. */
const EXIT_CODE = {
	pass: 0,
	fail: 1,
	"not-evaluated": 2,
	"base-broken": 2
};
async function checkCommand(flags) {
	const log = createLog(process.stderr, process.env);
	const format = text(flags, "format") ?? "text";
	const report = await reportOf(flags, log);
	log.done();
	return say(report, format, text(flags, "output"));
}
/** Prints the report, or writes it to a file; returns the exit code. */
async function say(report, format, output) {
	const rendered = await render(report, format, process.stdout);
	if (output === null) process.stdout.write(rendered);
	else writeOutput(output, rendered);
	return EXIT_CODE[report.outcome];
}
/** What prevents judging is a report too, so that machine formats are printed for every outcome. */
async function reportOf(flags, log) {
	try {
		try {
			var _usingCtx$1 = _usingCtx();
			const repository = _usingCtx$1.a(await openRepository(repositoryDirectory(flags)));
			const request = {
				base: text(flags, "base"),
				head: text(flags, "head"),
				fetch: isSet(flags, "fetch"),
				...only(flags),
				runCode: isSet(flags, "run-code"),
				configuration: configurationRequest(flags, repository.root),
				version: VERSION
			};
			return await check(request, checkPorts(repository, log, { keptStates: "write" }));
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	} catch (error) {
		if (error instanceof UsageError) return notEvaluatedReport(error.message, { version: VERSION });
		log.warn(error instanceof Error ? error.stack ?? error.message : String(error));
		return notEvaluatedReport("the gate itself failed; this is a bug, please report it", { version: VERSION });
	}
}
function only(flags) {
	const environment = text(flags, "environment");
	return environment === null ? {} : { environment };
}
function writeOutput(path, rendered, flag = "--output") {
	try {
		writeFileSync(path, rendered);
	} catch (error) {
		throw new UsageError(`${path} cannot be written (${error.code ?? "no reason given"}): correct ${flag}`);
	}
}

export { writeOutput as a, say as i, checkCommand as n, paintFor as o, reportOf as r, EXIT_CODE as t };