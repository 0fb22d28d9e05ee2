import { i as setOutput, o as summary, t as runnerLog } from "./action-log-part.js";
import { i as check, o as notEvaluatedReport, t as checkPorts } from "./ports-part.js";
import { t as openRepository } from "./open-part.js";
import { t as renderAnnotations } from "./annotations-part2.js";
import { t as fitMarkdown } from "./fit-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { t as EXIT_CODE } from "./check-command-part.js";
import { t as VERSION } from "./version-part.js";
import { t as _usingCtx } from "./usingCtx-part.js";
import { dirname, resolve } from "node:path";
import { mkdir, readFile, writeFile } from "node:fs/promises";

// src/entry/action-gate.ts
/** The gate's zone: judge, run the proof where the event allows it, and tell the run; GitHub is not written to. */
/** Characters; GitHub drops a job summary above 1 MiB, so multi-byte text keeps room. */
const SUMMARY_LIMIT = 5e5;
/** Returns the exit code; whatever happens, the report file is written. */
async function runGate(task, runner) {
	const report = await reportOf(task, runner);
	await mkdir(dirname(runner.reportPath), { recursive: true });
	await writeFile(runner.reportPath, `${JSON.stringify(report, null, 2)}\n`);
	process.stdout.write(renderAnnotations(report));
	await summary.addRaw(fitMarkdown(report, SUMMARY_LIMIT)).write();
	const byName = (pick) => JSON.stringify(Object.fromEntries(report.environments.map((one) => [one.name, pick(one)])));
	setOutput("outcome", report.outcome);
	setOutput("reason", report.reason ?? "");
	setOutput("report-path", runner.reportPath);
	setOutput("heads", byName(({ heads }) => heads.merged));
	setOutput("resolution", byName(({ resolution }) => resolution));
	return EXIT_CODE[report.outcome];
}
/** What prevents judging is a report too. */
async function reportOf(task, runner) {
	const base = runner.base || task.base;
	const head = runner.head || task.head.sha;
	try {
		try {
			var _usingCtx$1 = _usingCtx();
			const { server, token } = runner;
			const repository = _usingCtx$1.a(await openRepository(runner.workspace, token === "" ? {} : { credential: {
				server,
				token
			} }));
			await repository.fetch(`origin/${base}`);
			await bring(head, repository);
			const onto = runner.base === "" ? task.onto : null;
			if (onto !== null) await bring(onto, repository);
			const request = {
				base: `origin/${base}`,
				...onto === null ? {} : { onto },
				head,
				fetch: false,
				runCode: task.runsCode,
				configuration: await configuration(task, runner),
				version: VERSION
			};
			return await check(request, checkPorts(repository, runnerLog, runner.python));
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	} catch (error) {
		const known = error instanceof UsageError;
		if (!known && error instanceof Error) runnerLog.note(error.stack ?? error.message);
		const reason = known ? error.message : "the gate itself failed; this is a bug, please report it";
		const sides = {
			base: {
				ref: base,
				sha: ""
			},
			head: {
				ref: head,
				sha: task.head.sha
			}
		};
		return notEvaluatedReport(reason, {
			version: VERSION,
			...sides
		});
	}
}
/** A checkout of the test merge does not hold the pull request's own head. */
async function bring(head, repository) {
	try {
		await repository.resolve(head);
	} catch {
		await repository.fetch(head);
	}
}
/** Events that carry a write token get no database, because a database means running the pull request's code. */
async function configuration({ runsCode }, { choices, configPath, workspace }) {
	return {
		file: configPath === "" ? null : {
			path: configPath,
			text: await configText(resolve(workspace, configPath))
		},
		flags: runsCode ? {} : { database: "none" },
		inputs: choices,
		locations: {}
	};
}
async function configText(path) {
	try {
		return await readFile(path, "utf8");
	} catch {
		throw new UsageError(`there is no file ${path}: correct the input config`);
	}
}

export { runGate };