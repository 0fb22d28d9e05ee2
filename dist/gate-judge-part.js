import { t as approvalsOf } from "./approvals-part.js";
import { i as notEvaluatedReport, n as check, r as resolveSides, t as checkPorts } from "./ports-part.js";
import { n as judgingConfiguration, r as judgingConfigurationOf } from "./judge-configuration-part.js";
import { t as plan } from "./plan-part.js";
import { t as openRepository } from "./open-part.js";
import { n as gatherReports, t as readReports } from "./part-reports-part.js";
import { i as readImage } from "./parts-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { t as runnerLog } from "./action-log-part.js";
import { t as VERSION } from "./version-part.js";
import { t as _usingCtx } from "./usingCtx-part.js";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { readFile } from "node:fs/promises";

// src/entry/gate-judge.ts
/** The gate's judgement: a checkout and its base, with the pull request's code run where the event allows it. */
const NO_TREE = {
	label: "nothing",
	entries: /* @__PURE__ */ new Map(),
	read: () => Promise.resolve(/* @__PURE__ */ new Map())
};
/** What prevents judging is a report too. */
async function judgeInGate(task, runner, voice = null) {
	try {
		return runner.command === "gather" ? withoutTrees(gather(runner)) : await judge(task, runner, voice);
	} catch (error) {
		const known = error instanceof UsageError;
		if (!known && error instanceof Error) runnerLog.note(error.stack ?? error.message);
		const reason = known ? error.message : "the gate itself failed; this is a bug, please report it";
		const { base, head } = namesOf(task, runner);
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
		return withoutTrees(notEvaluatedReport(reason, {
			version: VERSION,
			...sides
		}));
	}
}
const withoutTrees = (report) => ({
	report,
	config: judgingConfigurationOf({
		file: null,
		flags: {},
		inputs: {},
		locations: {}
	}),
	baseTree: NO_TREE,
	headTree: NO_TREE,
	mergedTree: NO_TREE
});
function gather({ reports, workspace }) {
	if (reports === "") throw new UsageError("command: gather needs the input reports, the directory with the downloaded artifacts");
	const { plan: planned, parts } = readReports(resolve(workspace, reports));
	return gatherReports(planned, parts);
}
/** A directory that outlives the job is named by whoever set one up; runs of pull requests read there what trusted runs wrote. */
function keptStates({ command }) {
	const directory = process.env["ALEMBIC_GATE_CACHE"] ?? "";
	const isNamed = directory !== "" && directory !== "off";
	if (command !== "keep") return isNamed ? { keptStates: "read" } : {};
	if (isNamed) return { keptStates: "write" };
	throw new UsageError("command: keep needs a directory to keep base states in: name it with ALEMBIC_GATE_CACHE");
}
const namesOf = (task, runner) => ({
	base: runner.base || task.base,
	head: runner.head || task.head.sha
});
async function judge(task, runner, voice) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { server, token } = runner;
		const keep = runner.command === "keep";
		const { base, head } = namesOf(task, runner);
		if (!existsSync(join(runner.workspace, ".git"))) throw new UsageError(`${runner.workspace} holds no checkout: put the step actions/checkout, without a path, before this one`);
		const repository = _usingCtx$1.a(await openRepository(runner.workspace, token === "" ? {} : { credential: {
			server,
			token
		} }));
		if (keep) await bring(base, repository);
		else await repository.fetch(`origin/${base}`);
		await bring(head, repository);
		const onto = runner.base === "" ? task.onto : null;
		if (onto !== null) await bring(onto, repository);
		const pullRequest = task.pullRequest;
		const asking = voice === null || pullRequest === null ? {} : { approvals: approvalsOf({
			pullRequest,
			github: voice.github,
			repository,
			log: runnerLog
		}) };
		const request = {
			base: keep ? base : `origin/${base}`,
			...keep ? { keep } : {},
			...onto === null ? {} : { onto },
			head,
			fetch: false,
			...runner.environment === "" ? {} : { environment: runner.environment },
			runCode: task.runsCode,
			configuration: await configuration(task, runner),
			version: VERSION,
			...asking
		};
		const ports = checkPorts(repository, runnerLog, {
			python: runner.python,
			...keptStates(runner)
		});
		if (runner.command === "plan") return withoutTrees((await plan(request, runner.images.map(readImage), ports)).report);
		const sides = await resolveSides(request, repository, runnerLog);
		const { config } = await judgingConfiguration(request.configuration, sides);
		return {
			report: await check(request, {
				...ports,
				clock: voice?.clock ?? ports.clock
			}),
			config,
			baseTree: sides.base.tree,
			headTree: sides.head.tree,
			mergedTree: sides.merged.tree
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
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

export { judgeInGate as t };