import { n as error, r as getInput, t as runnerLog } from "./action-log-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { n as parseCommand } from "./command-part.js";
import { B as _regex } from "./api-part.js";
import { c as object, f as string, h as unknown, l as optional, o as nullable, r as boolean, s as number } from "./schemas-part2.js";
import { t as GATE_EVENTS } from "./task-part.js";
import { f as oneLine } from "./escape-part.js";
import { t as requirePlatform } from "./platform-part.js";
import { readFileSync } from "node:fs";
import { join } from "node:path";

// src/event/payload.ts
/**
* The few fields that we read of GitHub's event payloads, checked once at the door
* (docs.github.com, "Webhook events and payloads").
*/
const sha = string().check(_regex(/^[0-9a-f]{40}$/));
const named = object({
	full_name: string(),
	default_branch: string()
});
const home = object({ id: number() });
const account = object({
	login: string(),
	type: string()
});
const pullRequestPayload = object({
	action: string(),
	pull_request: object({
		number: number(),
		base: object({
			ref: string(),
			repo: home
		}),
		head: object({
			ref: string(),
			sha,
			repo: nullable(home)
		}),
		user: nullable(object({ login: string() }))
	})
});
const mergeGroupPayload = object({ merge_group: object({
	head_sha: sha,
	head_ref: string(),
	base_sha: sha,
	base_ref: string()
}) });
const dispatchPayload = object({ repository: named });
const workflowRunPayload = object({
	action: string(),
	repository: named,
	workflow_run: object({
		id: number(),
		head_sha: sha,
		path: string(),
		event: string(),
		head_branch: nullable(string()),
		repository: object({ full_name: string() })
	})
});
const reviewPayload = object({
	action: string(),
	pull_request: object({ number: number() })
});
const pushPayload = object({
	ref: string(),
	before: sha,
	after: sha,
	deleted: boolean(),
	repository: named
});
const issueCommentPayload = object({
	action: string(),
	repository: named,
	issue: object({
		number: number(),
		pull_request: optional(unknown())
	}),
	comment: object({
		id: number(),
		body: string(),
		created_at: string(),
		user: nullable(account)
	}),
	sender: account
});

// src/event/route.ts
const PULL_REQUEST_ACTIONS = [
	"opened",
	"synchronize",
	"reopened",
	"ready_for_review",
	"edited"
];
/** Every other event comes with a token that writes, or with secrets. */
const mayRunCode = (event) => GATE_EVENTS.includes(event);
const BRANCH = "refs/heads/";
const ignore = (reason) => ({
	kind: "ignore",
	reason
});
/**
* Throws a UsageError where the payload of a known event lacks a field that GitHub documents, because then nothing
* can be judged.
*/
function routeEvent(name, payload, context) {
	const own = {
		runsCode: mayRunCode(name),
		from: "repository"
	};
	switch (name) {
		case "pull_request":
		case "pull_request_target": return routePullRequest(name, read(name, pullRequestPayload, payload));
		case "merge_group": {
			const { merge_group: group } = read(name, mergeGroupPayload, payload);
			const base = group.base_ref.startsWith(BRANCH) ? group.base_ref.slice(11) : group.base_ref;
			const head = {
				ref: group.head_ref,
				sha: group.head_sha
			};
			return {
				kind: "gate",
				base,
				onto: group.base_sha,
				head,
				pullRequest: null,
				...own
			};
		}
		case "workflow_dispatch": {
			const { repository } = read(name, dispatchPayload, payload);
			const head = {
				ref: context.refName,
				sha: context.sha
			};
			return {
				kind: "gate",
				base: repository.default_branch,
				onto: null,
				head,
				pullRequest: null,
				...own
			};
		}
		case "workflow_run": return routeWorkflowRun(read(name, workflowRunPayload, payload));
		case "pull_request_review": return routeReview(read(name, reviewPayload, payload));
		case "push": return routePush(read(name, pushPayload, payload));
		case "schedule": return {
			kind: "refresh",
			branch: context.refName,
			before: null,
			defaultBranch: context.refName
		};
		case "issue_comment": return routeComment(read(name, issueCommentPayload, payload));
		default: return ignore(`the event ${name} asks nothing of Alembic Gate`);
	}
}
/**
* A trunk's own tip, whose base state later pull requests start from. Throws a UsageError on events by which somebody
* outside could have code run that fills what they read.
*/
function keepTask(name, { refName, sha }) {
	if (!KEEPING_EVENTS.includes(name)) throw new UsageError(`command: keep is for ${KEEPING_EVENTS.join(", ")}, not for ${name}: what a pull request's code makes is nothing that others may start from`);
	return {
		kind: "gate",
		base: sha,
		onto: null,
		head: {
			ref: refName,
			sha
		},
		pullRequest: null,
		runsCode: true,
		from: "repository"
	};
}
const KEEPING_EVENTS = [
	"push",
	"schedule",
	"workflow_dispatch"
];
function routePullRequest(name, { action, pull_request: pull }) {
	if (!PULL_REQUEST_ACTIONS.includes(action)) return ignore(`a pull request that was ${action} has the same commits and the same base as before`);
	const { number, base, head, user } = pull;
	return {
		kind: "gate",
		base: base.ref,
		onto: null,
		head: {
			ref: head.ref,
			sha: head.sha
		},
		pullRequest: number,
		runsCode: mayRunCode(name),
		from: head.repo?.id !== base.repo.id ? "fork" : user?.login === "dependabot[bot]" ? "dependabot" : "repository"
	};
}
function routeWorkflowRun({ action, repository, workflow_run: run }) {
	if (action !== "completed") return ignore(`a workflow run that is ${action} has no result yet`);
	if (run.repository.full_name !== repository.full_name) return ignore(`the workflow run belongs to ${run.repository.full_name}, not to ${repository.full_name}`);
	if (!mayRunCode(run.event)) return ignore(`a workflow run caused by ${run.event} is no gate run (${GATE_EVENTS.join(", ")})`);
	return {
		kind: "publish",
		run: {
			id: run.id,
			headSha: run.head_sha,
			path: fileOf(run.path),
			event: run.event,
			branch: run.head_branch ?? ""
		}
	};
}
function routeReview({ action, pull_request: { number } }) {
	if (action === "edited") return ignore("a review that was edited approves what it approved before");
	return {
		kind: "review",
		pullRequest: number
	};
}
function routePush({ ref, before, deleted, repository }) {
	if (!ref.startsWith(BRANCH) || deleted) return ignore(`the push to ${ref} moved no branch`);
	return {
		kind: "refresh",
		branch: ref.slice(11),
		before: /^0+$/.test(before) ? null : before,
		defaultBranch: repository.default_branch
	};
}
/** GitHub's descriptions show the path with and without the ref it was read at. */
const fileOf = (path) => path.replace(/@.*$/, "");
function routeComment({ action, repository, issue, comment, sender }) {
	if (action !== "created") return ignore(`a comment that was ${action} gives no command: write a new one`);
	if (issue.pull_request === void 0) return ignore("the comment is on an issue, not on a pull request");
	if (comment.user === null || comment.user.type === "Bot" || sender.type === "Bot") return ignore("the comment was not written by a person");
	const command = parseCommand(comment.body);
	if (command === null) return ignore("the comment does not start with a command of Alembic Gate");
	return {
		kind: "command",
		command,
		pullRequest: issue.number,
		comment: {
			id: comment.id,
			createdAt: new Date(comment.created_at)
		},
		by: comment.user.login,
		defaultBranch: repository.default_branch
	};
}
function read(event, schema, payload) {
	const result = schema.safeParse(payload);
	if (result.success) return result.data;
	const places = result.error.issues.map((issue) => issue.path.join(".")).join(", ");
	throw new UsageError(`The payload of the event ${event} lacks what GitHub documents (${places}): run this action on a runner that passes GITHUB_EVENT_PATH unchanged.`);
}

// src/entry/runner.ts
/** What the runner tells the action: inputs, event, repository, addresses; read once. */
const GATE_COMMANDS = [
	"check",
	"plan",
	"gather",
	"keep"
];
/** Throws UsageError where a variable is missing that every runner sets (docs.github.com, "Variables reference"). */
function readRunner(input) {
	const command = gateCommand(input("command"));
	const publish = truth("publish", input("publish"));
	if (publish && command !== "check") throw new UsageError(`publish: true goes with command: check, not with ${command}: let the bot write the verdict`);
	const variable = (name) => {
		const value = process.env[name];
		if (value) return value;
		throw new UsageError(`${name} is not set: run this as a step of a workflow, or use the command line alembic-gate.`);
	};
	return {
		event: variable("GITHUB_EVENT_NAME"),
		payload: readPayload(variable("GITHUB_EVENT_PATH")),
		repository: variable("GITHUB_REPOSITORY"),
		refName: variable("GITHUB_REF_NAME"),
		sha: variable("GITHUB_SHA"),
		server: variable("GITHUB_SERVER_URL"),
		apiUrl: variable("GITHUB_API_URL"),
		graphqlUrl: variable("GITHUB_GRAPHQL_URL"),
		runUrl: runUrl(variable("GITHUB_SERVER_URL"), variable("GITHUB_REPOSITORY"), process.env["GITHUB_RUN_ID"]),
		workspace: variable("GITHUB_WORKSPACE"),
		token: input("token"),
		reportPath: input("report-path") || join(variable("RUNNER_TEMP"), "alembic-gate", "report.json"),
		base: input("base"),
		head: input("head"),
		configPath: input("config"),
		command,
		images: input("images").split(/[\s,]+/).filter(Boolean),
		reports: input("reports"),
		environment: input("environment"),
		python: input("python"),
		publish,
		choices: {
			database: input("database"),
			databaseUrl: input("database-url"),
			engine: input("engine"),
			image: input("image"),
			profile: input("profile")
		}
	};
}
function readPayload(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch (error) {
		throw new UsageError(`the event cannot be read from GITHUB_EVENT_PATH (${error instanceof Error ? error.message : String(error)}): run this as a step of a workflow`);
	}
}
function gateCommand(given) {
	const command = GATE_COMMANDS.find((one) => one === (given || "check"));
	if (command !== void 0) return command;
	throw new UsageError(`input command must be one of ${GATE_COMMANDS.join(", ")}, not ${JSON.stringify(given)}`);
}
/** The core schema of YAML 1.2, as the runner's own toolkit reads booleans; an input that is not given is no. */
function truth(name, text) {
	if (/^(true|True|TRUE)$/.test(text)) return true;
	if (/^(false|False|FALSE)?$/.test(text)) return false;
	throw new UsageError(`the input ${name} is ${JSON.stringify(text)}: write true or false`);
}
const runUrl = (server, repository, id) => id === void 0 || id === "" ? null : `${server}/${repository}/actions/runs/${id}`;

// src/entry/action.ts
/** The action: inputs and event -> task -> flow -> outputs and exit code. What follows from an event is src/event/route.ts. */
try {
	requirePlatform(process.platform);
	const runner = readRunner(getInput);
	const context = {
		refName: runner.refName,
		sha: runner.sha
	};
	const task = runner.command === "keep" ? keepTask(runner.event, context) : routeEvent(runner.event, runner.payload, context);
	switch (task.kind) {
		case "gate":
			process.exitCode = await (await import("./action-gate-part.js")).runGate(task, runner);
			break;
		case "publish":
		case "refresh":
		case "command":
		case "review":
			process.exitCode = await (await import("./action-bot-part.js")).runBot(task, runner);
			break;
		case "ignore": runnerLog.note(`Nothing to do: ${task.reason}.`);
	}
} catch (error$1) {
	const known = error$1 instanceof UsageError;
	error(known ? oneLine(error$1.message) : `This is a bug, please report it: ${oneLine(String(error$1))}`);
	if (!known && error$1 instanceof Error) runnerLog.note(error$1.stack ?? "");
	process.exitCode = 2;
}

export {  };