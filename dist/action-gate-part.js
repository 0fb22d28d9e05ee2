import { a as warning, i as setOutput, o as summary, t as runnerLog } from "./action-log-part.js";
import { t as renderAnnotations } from "./annotations-part2.js";
import { f as oneLine } from "./escape-part.js";
import { r as fitMarkdown } from "./approvals-part.js";
import { t as outputsOf } from "./outputs-part.js";
import { n as matrixOf } from "./parts-part.js";
import { t as EXIT_CODE } from "./check-command-part.js";
import { t as judgeInGate } from "./gate-judge-part.js";
import { dirname } from "node:path";
import { mkdir, writeFile } from "node:fs/promises";

// src/entry/action-gate.ts
/** The gate's zone: judge, run the proof where the event allows it, and tell the run; GitHub hears of it only by wish. */
/** Bytes; GitHub drops a job summary above 1 MiB. */
const SUMMARY_LIMIT = 1e6;
const bytes = (text) => Buffer.byteLength(text);
/** Returns the exit code; whatever happens, the report file is written. */
async function runGate(task, runner) {
	if (!runner.publish) {
		const { report } = await judgeInGate(task, runner);
		await tell(report, runner);
		return report.plan?.length ? 0 : EXIT_CODE[report.outcome];
	}
	const { judgeAndPublish } = await import("./gate-publish-part.js");
	const { judgement, published, why } = await judgeAndPublish(task, runner);
	const report = published?.reports[0] ?? judgement.report;
	await tell(report, runner);
	if (why !== null) warning(oneLine(`Nothing was written to GitHub: ${why}.`));
	published?.notes.forEach((note) => runnerLog.note(note));
	published?.failures.forEach((failure) => warning(oneLine(failure)));
	setOutput("comment-url", published?.commentUrl ?? "");
	return Math.max(EXIT_CODE[report.outcome], (published?.failures.length ?? 0) > 0 ? 1 : 0);
}
async function tell(report, { reportPath }) {
	await mkdir(dirname(reportPath), { recursive: true });
	await writeFile(reportPath, `${JSON.stringify(report, null, 2)}\n`);
	process.stdout.write(renderAnnotations(report));
	await summary.addRaw(fitMarkdown(report, {
		limit: SUMMARY_LIMIT,
		measure: bytes
	})).write();
	const { reason, heads, resolution } = outputsOf(report);
	setOutput("matrix", report.plan?.length ? JSON.stringify(matrixOf(report.plan)) : "");
	setOutput("outcome", report.outcome);
	setOutput("reason", reason);
	setOutput("report-path", reportPath);
	setOutput("heads", heads);
	setOutput("resolution", resolution);
}

export { runGate };