import { n as createGitHub, o as publishPullRequests, t as fixedClock } from "./fixed-clock-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { t as runnerLog } from "./action-log-part.js";
import { t as judgeInGate } from "./gate-judge-part.js";

// src/flows/gate-publication.ts
const BOT = "the bot (docs/workflows/bot.yml) writes it";
/** One sentence why not; null where it may. `isRedirected`: an input names another base or head than the event. */
function whyNotPublished({ pullRequest, from }, { database }, isRedirected) {
	if (pullRequest === null) return `publish: true speaks of pull requests only: ${BOT} for everything else`;
	if (isRedirected) return `the inputs base and head ask about something else than #${pullRequest}: leave them out to publish`;
	if (from === "repository" || database === "none") return null;
	return `code of ${from === "fork" ? "a fork" : "Dependabot"} ran in this job, which must not speak for the gate: ${BOT}, or set database: none`;
}

// src/entry/gate-publish.ts
/** Judges, and writes where it may; what GitHub refuses never takes the judgement away. */
async function judgeAndPublish(task, runner) {
	const { token, repository, base } = runner;
	if (token === "") throw new UsageError("publish: true needs the input token: leave it at its default or give an App token");
	const github = createGitHub({
		...runner,
		onWait: (sentence) => runnerLog.note(sentence)
	});
	const head = task.head.sha;
	const again = async () => {
		const { committedAt } = await github.describeCommit(head);
		const question = {
			pullRequest: task.pullRequest,
			base: task.base,
			head
		};
		return judgeInGate(task, runner, {
			github,
			clock: fixedClock(repository, question, committedAt)
		});
	};
	const judgement = await (task.pullRequest === null ? judgeInGate(task, runner) : again());
	const why = whyNotPublished(task, judgement.config, base !== "" || runner.head !== "");
	if (why !== null || task.pullRequest === null) return {
		judgement,
		published: null,
		why
	};
	try {
		const pull = await github.pullRequest(task.pullRequest);
		if (pull.head.sha !== head || pull.base.ref !== task.base) return {
			judgement,
			published: null,
			why: `#${pull.number} moved meanwhile: its next run speaks for it`
		};
		const answers = [judgement];
		const judge = async () => answers.shift() ?? again();
		return {
			judgement,
			published: await publishPullRequests([pull], null, {
				github,
				judge
			}),
			why: null
		};
	} catch (error) {
		return {
			judgement,
			published: {
				notes: [],
				failures: [error instanceof Error ? error.message : String(error)],
				reports: [],
				commentUrl: null
			},
			why: null
		};
	}
}

export { judgeAndPublish };