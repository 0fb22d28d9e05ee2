import { a as warning, i as setOutput, t as runnerLog } from "./action-log-part.js";
import { _ as wasGreen, a as publishAgain, b as createOnce$1, c as verdictOf, d as VERDICT_CONTEXT, f as judgedAgain, g as verdictStatus, h as planStatus, i as proofOn, l as proofFor, m as notEvaluatedStatus, n as createGitHub, o as publishPullRequests, p as judgedAgainst, r as REPORT_ARTIFACT, s as publishRun, t as fixedClock, u as UNTOUCHED, v as worstStatus, x as isOurs, y as applyWrites } from "./fixed-clock-part.js";
import { t as MERGE_HEADS_USAGE } from "./command-part.js";
import { a as commitText, f as oneLine, n as codeSpan, o as fence, p as plain$1 } from "./escape-part.js";
import { a as folded, s as prose } from "./markdown-findings-part.js";
import { t as GATE_EVENTS } from "./task-part.js";
import { a as plural, c as shortSha, i as isBehind, u as untouched } from "./words-part.js";
import { _ as isWithin, o as mayConcern } from "./changed-paths-part.js";
import { D as discoverEnvironments, a as settingsEnvironment, i as hermeticEnvironment, o as complaint, r as temporaryDirectory, s as gitIn, t as openRepository } from "./open-part.js";
import { i as notEvaluatedReport, n as check, o as applyEdits, r as resolveSides, t as checkPorts } from "./ports-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { n as drawing, r as FULL_DETAIL } from "./markdown-part.js";
import { n as COMMENT_LIMIT, t as approvalsOf } from "./approvals-part.js";
import { t as headline } from "./headline-part.js";
import { n as reasonOf$1 } from "./outputs-part.js";
import { n as judgingConfiguration, r as judgingConfigurationOf } from "./judge-configuration-part.js";
import { t as SILENT } from "./log-part.js";
import { t as VERSION } from "./version-part.js";
import { t as _usingCtx } from "./usingCtx-part.js";
import { setTimeout } from "node:timers/promises";

// src/publish/replies.ts
/** What the bot answers to commands. Nothing of it starts a line with a slash, so that no answer is a command. */
/** Opens the reply to one command, so that a run that is repeated does not answer twice. */
const replyMarker = (commentId) => `<!-- alembic-gate:reply:${commentId} -->`;
const replyBody = (commentId, text) => `${replyMarker(commentId)}\n${text}`;
const isAnswered = (commentId, comments, me) => comments.some(({ body, author }) => body.startsWith(replyMarker(commentId)) && isOurs(author, me));
const refusalReply = (why) => `Nothing was committed: ${prose(why)}.`;
const faultReply = (what) => `The command could not be carried out: ${prose(what)}. Command again to try again.`;
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
/** Names the author, because only a mention tells them, and the commit, which GitHub turns into a link. */
function movedNews(author, base, commit) {
	return `${author === null ? "Attention" : LOGIN.test(author) ? `@${author}` : codeSpan(author)}: this was green until ${commit} landed on ${codeSpan(base)}.`;
}
/** One word per group and pull request; `says` is the verdict's headline, `above` the pull request that it stands on. */
const groupBody = (sha, base, says, above) => [
	groupMarker(sha),
	`The merge queue’s commit ${sha} cannot land on ${codeSpan(base)}: ${prose(says.replace(/\.$/, ""))}.`,
	`${above === null ? "What stands before this pull request in the queue" : `#${above}, which stands before this pull request in the queue,`} is part of that commit. When it has landed, this pull request is judged against it, and the comment here says how to cure it.`
].join("\n\n");
const isTold = (sha, comments, me) => comments.some(({ body, author }) => body.startsWith(groupMarker(sha)) && isOurs(author, me));
const groupMarker = (sha) => `<!-- alembic-gate:group:${sha} -->`;
/** The cure for whoever applies it by hand: the commands, and the files' exact text. */
function cureByHand({ merges, edits }) {
	return [...merges.flatMap(({ command, path, content }) => [
		fence(command, "sh"),
		`It writes ${codeSpan(path)}:`,
		fence(content ?? "", "python")
	]), ...edits.length === 0 ? [] : [fence(diffOf(edits), "diff")]].join("\n\n");
}
function diffOf(edits) {
	const lines = (sign, text) => text.split("\n").map((line) => sign + line);
	return edits.flatMap(({ path, line, before, after }) => [
		`${path}:${line}`,
		...lines("-", before),
		...lines("+", after)
	]).join("\n");
}
const curePaths = ({ merges, edits }) => [...new Set([...merges, ...edits].map(({ path }) => path))].map(codeSpan).join(", ");
/** The commit's two parts; the author of the command is named without being mentioned. */
function commitMessage({ merges, edits }, message, by, pullRequest) {
	const ids = merges.flatMap(({ downRevisions }) => downRevisions).join(" and ");
	const own = merges.length > 0 ? `Merge migration heads ${ids}` : `Re-parent ${edits.length === 1 ? "a migration" : "migrations"}`;
	return {
		headline: commitText(message ?? own, 120),
		body: `Written by Alembic Gate for a command of ${commitText(by)} on pull request ${pullRequest}.`
	};
}
const HELP = [
	"Commands, each as the first line of a comment on this pull request:",
	"",
	`- ${codeSpan(MERGE_HEADS_USAGE)}: commits what brings the history back to its expected heads`,
	"- `/recheck-migrations`: judges this pull request again, against the base as it is now, and runs its gate again where a proof is lacking",
	"- `/migrations-help`: this list"
].join("\n");
const malformedReply = (why) => `${plain$1(why)}.`;

// src/publish/cure.ts
const refused = (why) => ({
	kind: "refused",
	why
});
/**
* `strategy` null takes what is recommended for each environment. `ground` are the base's own versions directories: a
* pull request that declares others is cured by hand.
*/
function planCure(report, strategy, ground) {
	const conflict = report.environments.find(({ heads }) => heads.merged === null);
	if (conflict !== void 0) return refused(`the branch and its base conflict inside ${conflict.versionLocations.join(", ")}: merge the base by hand first`);
	if (report.environments.length === 0 || !report.environments.every(isSettled$1)) return refused(`the history cannot be read to its heads: ${report.reason ?? report.outcome}`);
	const split = report.environments.filter(({ resolution }) => resolution !== null);
	const cures = split.map((environment) => cureOf$1(environment, strategy, ground));
	const refusal = cures.find((cure) => cure.kind === "refused");
	if (refusal !== void 0) return refusal;
	if (split.length === 0) return { kind: "nothing" };
	const parts = cures.flatMap((cure) => cure.kind === "cure" ? [cure] : []);
	return {
		kind: "cure",
		merges: parts.flatMap(({ merges }) => merges),
		edits: parts.flatMap(({ edits }) => edits),
		behind: parts.some(({ behind }) => behind)
	};
}
/** Several heads with a cure, or as many as expected; anything else (a history that does not load) is not known. */
function isSettled$1({ resolution, heads, expectedHeads }) {
	const expected = typeof expectedHeads === "number" ? expectedHeads : Object.values(expectedHeads).reduce((sum, one) => sum + one, 0);
	return resolution !== null || heads.merged?.length === expected;
}
function cureOf$1(environment, strategy, ground) {
	const { name, resolution } = environment;
	if (resolution === null) return { kind: "nothing" };
	const { mergeRevision, reParent } = resolution;
	const behind = isBehind(environment);
	if ((strategy ?? resolution.recommended) === "re-parent") {
		if (reParent === null) return refused(`the revisions of ${name} cannot be re-parented: ${resolution.because}`);
		const stray = reParent.edits.find(({ path }) => !isRevisionFile(path, ground));
		if (stray !== void 0) return refused(`${stray.path} lies in no versions directory of the base`);
		return {
			kind: "cure",
			merges: [],
			edits: reParent.edits,
			behind
		};
	}
	if (resolution.refused !== null) return refused(resolution.refused);
	if (mergeRevision.content === null) return refused(`no file can be written for ${name}: run ${mergeRevision.command}`);
	if (!isRevisionFile(mergeRevision.path, ground)) return refused(`${mergeRevision.path} lies in no versions directory of the base`);
	return {
		kind: "cure",
		merges: [mergeRevision],
		edits: [],
		behind
	};
}
/** The only kind of path that the bot ever writes. */
const isRevisionFile = (path, ground) => path.endsWith(".py") && !path.split("/").includes("..") && ground.some((directory) => isWithin(path, directory));

// src/flows/branch-cure.ts
/** Writing to a pull request's branch: brought up to date where that is needed, then one commit, each with a lock. */
/** GitHub moves a branch some time after it said that it would: looked for once a second, this often. */
const PATIENCE = 30;
/** The same after a refusal, which may be a lost answer. */
const DOUBT = 3;
/** `proof` is of the commit that the command was given for; a merge of the base changes none of its revisions. */
const judged = ({ number, base, head }, { message }, proof, { judge }) => judge({
	pullRequest: number,
	base: base.ref,
	head: head.sha,
	message,
	proof
});
/** Only what the base itself reads as revisions is ever written to. */
async function cureOf({ report, config, baseTree }, strategy) {
	const { environments } = await discoverEnvironments(baseTree, config);
	const ground = environments.flatMap(({ versionLocations }) => versionLocations);
	return planCure(report, strategy, ground);
}
/**
* A merge file alone would name parents that the branch's own tree lacks, so the base is merged into it first. The
* command was given for one commit: only the merge of that very commit is gone on with.
*/
async function bringUpToDate(pull, command, proof, ports) {
	const moved = ({ head }) => head.sha !== pull.head.sha;
	let refusal = null;
	try {
		await ports.github.updateBranch(pull, pull.head.sha);
	} catch (error) {
		refusal = error instanceof Error ? error.message : String(error);
	}
	const updated = await waitFor(pull, moved, ports, refusal === null ? PATIENCE : DOUBT);
	if (updated === null) return { stopped: refusal ?? `the branch was not brought up to date within ${PATIENCE} seconds` };
	const { parents } = await ports.github.describeCommit(updated.head.sha);
	if (parents.length !== 2 || parents[0] !== pull.head.sha) return { stopped: "somebody pushed while the branch was brought up to date: look at it and command again" };
	const judgement = await judged(updated, command, proof, ports);
	const cure = await cureOf(judgement, command.strategy);
	if (cure.kind === "cure" && !cure.behind) return {
		pull: updated,
		judgement,
		cure
	};
	return { stopped: cure.kind === "refused" ? cure.why : "the base moved again meanwhile: command again" };
}
/** The commit's id, or one sentence about why there is none. */
async function commitCure({ pull, judgement, cure }, { message }, { by }, { github }) {
	const { headTree, baseTree } = judgement;
	const taken = cure.merges.find(({ path }) => headTree.entries.has(path) || baseTree.entries.has(path));
	if (taken !== void 0) return { stopped: `the file ${taken.path} exists already` };
	const expectedHead = pull.head.sha;
	const said = commitMessage(cure, message, by, pull.number);
	try {
		const files = [...cure.merges.map(({ path, content }) => fileOf(path, content ?? "")), ...await editedFiles(cure, headTree)];
		return { sha: await github.commit({
			branch: pull.head.ref,
			expectedHead,
			...said,
			files
		}) };
	} catch (error) {
		const tip = (await github.branch(pull.head.ref))?.sha ?? expectedHead;
		if (tip === expectedHead) return { stopped: error instanceof Error ? error.message : String(error) };
		const { parents, message: found } = await github.describeCommit(tip);
		if (parents.join() === expectedHead && found === `${said.headline}\n\n${said.body}`) return { sha: tip };
		return { stopped: `the head moved to ${shortSha(tip)} meanwhile: look at it and command again` };
	}
}
const fileOf = (path, text) => ({
	path,
	content: new TextEncoder().encode(text)
});
async function editedFiles({ edits }, tree) {
	const paths = [...new Set(edits.map(({ path }) => path))];
	const contents = await tree.read(paths);
	return paths.map((path) => {
		const text = new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(contents.get(path));
		return fileOf(path, applyEdits(text, edits.filter((edit) => edit.path === path)));
	});
}
/** The pull request as soon as it looks as expected; null where it does not within our patience. */
async function waitFor(pull, there, { github, sleep }, patience = PATIENCE) {
	for (let second = 0; second < patience; second += 1) {
		const now = await github.pullRequest(pull.number);
		if (there(now)) return now;
		await sleep(1e3);
	}
	return null;
}

// src/publish/refresh.ts
/** Which heads need a word after a base moved, in which order, and what is left to the next run. */
/** Calls that a published head takes at most, roughly: a status, a comment in place of another, a run. */
const PER_HEAD = 5;
/** Greens first, because a wrong green is the one that lands; `limit` counts writes. */
function planRefresh(all, me, limit) {
	const changed = byHead(all).filter((seen) => !isSettled(seen, me));
	const green = (seen) => seen.some(({ existing }) => isGreen(existing, me));
	const touching = changed.filter((seen) => seen.some(({ touches }) => touches)).toSorted((a, b) => Number(green(b)) - Number(green(a)));
	const others = changed.filter((seen) => !touching.includes(seen));
	const again = touching.filter(green).flatMap((seen) => plain(seen, judgedAgain(seen[0]?.base ?? ""), me));
	const room = Math.max(0, limit - again.length);
	const due = touching.slice(0, Math.floor(room / PER_HEAD));
	const untouched = others.slice(0, Math.max(0, room - due.length * PER_HEAD));
	return {
		statuses: [...again, ...untouched.flatMap((seen) => plain(seen, worstStatus(seen.map(({ wanted }) => wanted)), me))],
		due: due.map((seen) => ({
			sha: seen[0]?.sha ?? "",
			numbers: seen.map(({ number }) => number),
			wasGreen: green(seen)
		})),
		carried: touching.length - due.length + (others.length - untouched.length)
	};
}
function byHead(all) {
	const heads = /* @__PURE__ */ new Map();
	for (const seen of all) heads.set(seen.sha, [...heads.get(seen.sha) ?? [], seen]);
	return [...heads.values()];
}
const isGreen = (existing, me) => existing !== null && isOurs(existing.creator, me) && wasGreen(existing);
function plain(seen, status, me) {
	const [first] = seen;
	return first === void 0 || status === null ? [] : planStatus(first.sha, status, first.existing, me);
}
/** Whether the newest verdict is ours and says what is still true. */
function isSettled(seen, me) {
	const [first, ...more] = seen;
	if (first === void 0) return true;
	const { existing, wanted, touches } = first;
	if (existing === null || !isOurs(existing.creator, me)) return false;
	if (more.length > 0 && seen.some((one) => one.touches)) return false;
	if (!touches) return existing.state === "success";
	if (existing.state === wanted.state && existing.description === wanted.description) return true;
	return wanted.state === "pending" && (existing.state === "success" || existing.state === "pending") && judgedAgainst(wanted.description) !== null && judgedAgainst(existing.description) === judgedAgainst(wanted.description);
}

// src/publish/issues.ts
/** Issues that stand for a state of a trunk: exactly one while it lasts, closed when it is over, found by a marker. */
/** A name within a marker, which nothing in it can end; half a character has no encoding. */
const markerWord = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "�"));
/** Ours with that marker, oldest first. */
const issuesOn = (marker, issues, me) => issues.filter(({ body, author }) => body.startsWith(marker) && isOurs(author, me)).toSorted((a, b) => a.number - b.number);
/** An issue is written again when its title changed, which names what it is about. */
function planIssue({ marker, state }, issues, me) {
	const ours = issuesOn(marker, issues, me);
	const close = ({ number }) => ({
		kind: "update-issue",
		number,
		change: "close"
	});
	if (state === "unknown") return [];
	if (state === "healed") return ours.map(close);
	const { title } = state;
	const body = `${marker}\n\n${state.body}`;
	const [kept, ...more] = ours;
	if (kept === void 0) return [{
		kind: "create-issue",
		title,
		body
	}];
	return [...kept.title === title ? [] : [{
		kind: "update-issue",
		number: kept.number,
		change: {
			title,
			body
		}
	}], ...more.map(close)];
}

// src/publish/unproven.ts
/** What landed on a trunk though nothing ever showed that it works: the record of it, which a person closes. */
const marker = (branch) => `<!-- alembic-gate:unproven:${markerWord(branch)} -->`;
/** null: it could not be found out. */
function unprovenTopic(branch, all) {
	if (all === null) return {
		marker: marker(branch),
		state: "unknown"
	};
	if (all.length === 0) return {
		marker: marker(branch),
		state: "healed"
	};
	const title = oneLine(`${plural(all.length, "migration")} landed on ${branch} without a proof: ${all.map(({ revision }) => revision).join(", ")}`, 200);
	const body = [
		`Nothing has shown that ${all.length === 1 ? "this migration" : "these migrations"} can be run or undone: the next deployment of ${codeSpan(branch)} is the first to try.`,
		all.map((one) => `- ${sentence(one)}`).join("\n"),
		"**What to do:** run it on a copy of the database, or revert it, then close this issue: `alembic-gate/base` turns green with the next push or the next night. Where an emergency was the reason, this issue is the record of it.",
		all.map(entry).join("\n")
	].join("\n\n");
	return {
		marker: marker(branch),
		state: {
			title,
			body
		}
	};
}
function sentence({ revision, path, commit, pullRequest, by }) {
	const who = by === null ? "somebody" : codeSpan(by);
	const what = `${codeSpan(revision)} (${codeSpan(path)})`;
	return pullRequest === null ? `${what} was pushed by ${who} in ${shortSha(commit)}, without a pull request.` : `${what} came with #${pullRequest}, merged by ${who}; its head ${shortSha(commit)} never had a green \`alembic-gate/verdict\`.`;
}
/** Words after `failure: `, for the trunk's status. */
const unprovenWords = (all) => `Landed unproven: ${all.map(({ revision, pullRequest, by }) => `${revision} ${pullRequest === null ? "pushed" : `with #${pullRequest}`} by ${by ?? "somebody"}`).join(", ")}`;
const entry = ({ revision, path, commit, pullRequest, by }) => `<!-- alembic-gate:entry ${[
	revision,
	path,
	commit,
	String(pullRequest ?? 0),
	by ?? ""
].map(markerWord).join(" ")} -->`;
const ENTRY = /^<!-- alembic-gate:entry (\S*) (\S*) ([0-9a-f]{40}) (\d+) (\S*) -->$/gm;
/** What the open record says: an issue that was closed says that somebody has looked. */
function recorded(branch, issues, me) {
	return issuesOn(marker(branch), issues, me).flatMap(({ body }) => [...body.replaceAll("\r", "").matchAll(ENTRY)].flatMap(([, revision, path, commit = "", number, by]) => {
		const [id, file, who] = [
			revision,
			path,
			by
		].map(decoded);
		if (id === void 0 || file === void 0 || who === void 0) return [];
		return [{
			revision: id,
			path: file,
			commit,
			pullRequest: Number(number) === 0 ? null : Number(number),
			by: who === "" ? null : who
		}];
	}));
}
/** undefined for what was never written by us. */
function decoded(word = "") {
	try {
		return decodeURIComponent(word);
	} catch {
		return;
	}
}

// src/publish/base.ts
/** The trunk's own verdict: a status on its tip, and the issues that are open while something is wrong with it. */
const BASE_CONTEXT = "alembic-gate/base";
/** Beyond the expected heads there is a cure for it. */
const forked = ({ environments }) => environments.filter(({ resolution }) => resolution !== null);
/** `report` is the trunk's tip against itself; `unproven` what landed on it so, or a sentence about why nobody knows. */
function baseStatus(report, unproven) {
	const split = forked(report);
	const say = (state, words) => ({
		state,
		description: oneLine(words, 140)
	});
	if (split.length > 0) return say("failure", headsOf(split));
	if (report.outcome === "not-evaluated") return say("error", `Not evaluated: ${report.reason ?? "no reason was recorded"}`);
	const wrong = report.findings.find(({ suppressed }) => suppressed === null);
	if (wrong !== void 0) return say("failure", wrong.message);
	if (typeof unproven === "string") return say("error", `Not evaluated: ${unproven}`);
	if (unproven.length > 0) return say("failure", unprovenWords(unproven));
	return say("success", headsOf(report.environments));
}
const headsOf = (environments) => environments.map(({ name, heads: { base } }) => `${plural(base.length, "head")} in ${name} (${base.join(", ")})`).join("; ");
/** While the trunk is forked. */
function forkedTopic(branch, report) {
	const marker = `<!-- alembic-gate:base:${markerWord(branch)} -->`;
	const split = forked(report);
	if (split.length === 0) return {
		marker,
		state: baseStatus(report, []).state === "success" ? "healed" : "unknown"
	};
	return {
		marker,
		state: {
			title: oneLine(`The migrations of ${branch} are forked: ${headsOf(split)}`, 200),
			body: [
				`\`alembic upgrade head\` applies nothing on ${codeSpan(branch)} until its heads are one again: ${split.map(({ heads: { base } }) => base.map((id) => codeSpan(id)).join(" and ")).join("; ")}.`,
				...sections(split, report),
				`<sub>${codeSpan(branch)} at ${codeSpan(shortSha(report.base.sha))}, judged by Alembic Gate ${report.tool.version}. This issue is closed when the heads are one again.</sub>`
			].join("\n\n")
		}
	};
}
/** While two trunks are single-headed and what they would be together is not; `report` is of one merged into the other. */
function apartTopic(branch, other, report) {
	const names = [branch, other].toSorted();
	const marker = `<!-- alembic-gate:apart:${names.map(markerWord).join(":")} -->`;
	if (report.environments.some(({ heads }) => heads.merged === null) || report.environments.length === 0) return {
		marker,
		state: "unknown"
	};
	const split = forked(report);
	if (split.length === 0) return {
		marker,
		state: "healed"
	};
	const heads = split.map(({ name, heads: { merged } }) => `${(merged ?? []).join(", ")} in ${name}`);
	const [one = "", two = ""] = names;
	return {
		marker,
		state: {
			title: oneLine(`${one} and ${two} will fork when they are merged: ${heads.join("; ")}`, 200),
			body: [`Each of ${codeSpan(one)} and ${codeSpan(two)} has one line of history, and their merge has not: whoever merges one into the other stops every deployment of it.`, ...split.map(remedy)].join("\n\n")
		}
	};
}
/** The drawing and the cure of each environment; without the drawings and the files where that is too long for an issue. */
function sections(split, report) {
	const whole = split.flatMap((one) => [
		drawing(one.neighbourhood, report, FULL_DETAIL),
		remedy(one),
		file(one)
	]);
	return (whole.join("").length < 65536 - 5e3 ? whole : split.map(remedy)).filter((part) => part !== "");
}
function file({ resolution }) {
	const { path = "", content = null } = resolution?.mergeRevision ?? {};
	if (content === null) return "";
	return folded("The file that it writes", `${codeSpan(path)}\n\n${fence(content, "python")}`);
}
function remedy({ resolution }) {
	const { command = "" } = resolution?.mergeRevision ?? {};
	return `Open a pull request with what this writes: ${codeSpan(command)}`;
}

// src/flows/landed.ts
/** What is on record still, and what came since the trunk was last looked at; `others` are trunks too. */
async function unprovenOn(branch, others, issues, ports) {
	const me = await ports.github.me();
	const { entries } = await ports.survey.tree(await ports.survey.tip(branch));
	const found = /* @__PURE__ */ new Map();
	for (const one of recorded(branch, issues, me)) if (entries.has(one.path) && !await wasProved([one.commit], me, ports)) found.set(`${one.revision} ${one.path}`, one);
	for (const one of await landed(branch, others, me, ports)) found.set(`${one.revision} ${one.path}`, one);
	return [...found.values()];
}
async function landed(branch, others, me, ports) {
	const { survey, github } = ports;
	const landings = await github.landings(branch, BASE_CONTEXT);
	const known = landings.commits.findIndex((commit) => isKnown(commit, me));
	const since = landings.commits[known]?.sha;
	if (since === void 0 || known === 0) return [];
	const head = await survey.tip(branch);
	const { report } = await survey.judge({
		pullRequest: null,
		base: branch,
		onto: since,
		head
	});
	const added = report.environments.flatMap(({ revisions }) => revisions.added);
	if (added.length === 0) return [];
	const elsewhere = await treesOf(others, survey);
	const { entries } = await survey.tree(head);
	const recent = new Set(landings.commits.slice(0, known).map(({ sha }) => sha));
	const merged = landings.merged.filter(({ commit }) => commit !== null && recent.has(commit));
	await survey.bring([], merged);
	const found = [];
	for (const revision of added) {
		const own = entries.get(revision.path)?.oid;
		if (elsewhere.some((tree) => tree.entries.get(revision.path)?.oid === own)) continue;
		const [commits, origin] = await whence(revision, branch, {
			...landings,
			merged
		}, survey);
		if (!await wasProved(commits, me, ports)) found.push(origin);
	}
	return found;
}
/** A trunk that cannot be had excuses nothing. */
async function treesOf(branches, survey) {
	await survey.bring(branches, []);
	const trees = branches.map(async (branch) => survey.tree(await survey.tip(branch)));
	return (await Promise.all(trees.map((tree) => tree.catch(() => null)))).filter((tree) => tree !== null);
}
/** The gate's own word on a commit, other than that it did not know. */
const isKnown = ({ status }, me) => status !== null && isOurs(status.creator, me) && (status.state === "success" || status.state === "failure");
/**
* Told by contents, because a squash or a rebase leaves no other trace: the merged pull request whose head has the very
* same file. Beside it the commits on which a verdict counts, which a merge queue gives to what it puts onto the branch.
*/
async function whence({ id, path }, branch, { commits, merged }, survey) {
	const blob = async (commit) => (await survey.tree(commit).catch(() => null))?.entries.get(path)?.oid;
	const own = await blob(await survey.tip(branch));
	for (const { number, head, commit, by } of merged) if (await blob(head) === own) return [[head, ...commit === null ? [] : [commit]], {
		revision: id,
		path,
		commit: head,
		pullRequest: number,
		by
	}];
	const commit = await survey.lastChange(branch, [path]) ?? await survey.tip(branch);
	const by = commits.find(({ sha }) => sha === commit)?.author ?? null;
	return [[commit], {
		revision: id,
		path,
		commit,
		pullRequest: null,
		by
	}];
}
async function wasProved(commits, me, { github }) {
	for (const commit of commits) for (const { state, creator } of await github.statuses(commit, VERDICT_CONTEXT)) if (state === "success" && isOurs(creator, me)) return true;
	return false;
}

// src/flows/base-health.ts
/** One status on the branch's tip, and one issue for each thing that is not as it should be; `others` are trunks too. */
async function publishBase(branch, { report }, others, { survey, github }) {
	const failures = [];
	/** What fails here must not keep the open pull requests from being looked at. */
	const attempt = async (ask) => ask().catch((error) => {
		failures.push(error instanceof Error ? error.message : String(error));
		return null;
	});
	const { sha } = report.base;
	const tip = await attempt(() => github.branch(branch));
	if (failures.length > 0) return {
		notes: [],
		failures
	};
	if (tip?.sha !== sha) return {
		notes: [`${branch} moved on: its next push says how it is`],
		failures
	};
	const issues = await attempt(() => github.ownIssues());
	const unproven = issues === null ? null : await attempt(() => unprovenOn(branch, others, issues, {
		survey,
		github
	}));
	const topics = [forkedTopic(branch, report), unprovenTopic(branch, unproven)];
	for (const other of isForked(report) ? [] : others) topics.push(...await attempt(() => apart(branch, other, survey)) ?? []);
	for (const topic of issues === null ? [] : topics) await attempt(() => write(topic, issues ?? [], github));
	const status = baseStatus(report, known(unproven, failures));
	await attempt(async () => {
		const [me, newest] = await Promise.all([github.me(), github.status(sha, BASE_CONTEXT)]);
		const writes = planStatus(sha, status, newest, me, BASE_CONTEXT);
		failures.push(...(await applyWrites(writes, github)).failures);
	});
	return {
		notes: [`${branch}: ${status.description}`],
		failures
	};
}
/** Something that could not be found out or put on record is not known, and so the trunk is not green. */
const known = (unproven, [failure]) => failure !== void 0 && (unproven === null || unproven.length > 0) ? failure : unproven ?? [];
async function apart(branch, other, survey) {
	await survey.bring([other], []);
	const [own, alone] = await Promise.all([survey.tip(branch), survey.tip(other)]);
	const { report: fork } = await survey.judge({
		pullRequest: null,
		base: other,
		head: alone
	});
	if (isForked(fork)) return [];
	const { report } = await survey.judge({
		pullRequest: null,
		base: other,
		head: own
	});
	return [apartTopic(branch, other, report)];
}
const isForked = ({ environments }) => environments.some(({ resolution }) => resolution !== null);
async function write(topic, issues, github) {
	for (const one of planIssue(topic, issues, await github.me())) if (one.kind === "create-issue") await createOnce(one, github);
	else await github.updateIssue(one.number, one.change);
}
/** An answer that was lost may hide an issue that was written: only the list can tell. */
async function createOnce({ title, body }, github) {
	try {
		await github.createIssue(title, body);
	} catch (error) {
		if (!(await github.ownIssues()).some((issue) => issue.body === body)) throw error;
	}
}

// src/flows/changed.ts
/** Changed paths of a pull request beyond which nobody reviews it, and neither do we. */
const LARGEST = 2e4;
/** Of pull requests whose heads were brought; with grounds, what will be read of them is brought together as well. */
async function changedAmong(pulls, survey, grounds) {
	const found = /* @__PURE__ */ new Map();
	for (const base of new Set(pulls.map((pull) => pull.base.ref))) {
		const heads = new Set(pulls.filter((pull) => pull.base.ref === base).map(({ head }) => head.sha));
		const together = await survey.changedSinceEach(base, [...heads]).catch(() => null);
		if (together !== null) found.set(base, together);
	}
	if (grounds !== void 0) await bringWhatMatters(found, survey, grounds).catch(() => void 0);
	return ({ base, head }) => {
		const known = found.get(base.ref)?.get(head.sha);
		return known === void 0 ? survey.changedSince(base.ref, head.sha) : Promise.resolve(known.map(({ path }) => path));
	};
}
async function bringWhatMatters(found, survey, grounds) {
	const wanted = /* @__PURE__ */ new Set();
	for (const [base, heads] of found) {
		const matters = await grounds(base);
		for (const files of heads.values()) {
			if (files.length > 2e4) continue;
			for (const { path, contents } of files) if (contents !== null && matters(path)) wanted.add(contents);
		}
	}
	if (wanted.size > 0) await survey.bringContents([...wanted]);
}

// src/flows/grounds.ts
/** What matters on a branch: the paths whose change may concern the gate. */
/** A branch against itself: whatever is wrong then is its own. */
const judgeBranch = async (branch, survey) => survey.judge({
	pullRequest: null,
	base: branch,
	head: await survey.tip(branch)
});
/** Found out once for all pull requests that go to a branch. */
function groundsOf(survey) {
	const known = /* @__PURE__ */ new Map();
	const find = async (branch) => {
		const { baseTree, config } = await judgeBranch(branch, survey);
		const { environments } = await discoverEnvironments(baseTree, config);
		return mayConcern(environments, config);
	};
	return (branch) => {
		const found = known.get(branch) ?? find(branch);
		known.set(branch, found);
		return found;
	};
}

// src/report/forecast.ts
/** More are no help: whoever lands first changes all of them. */
const MOST = 3;
/** At most three, the oldest pull requests first, because they are the likeliest to land. */
function forecast(own, others) {
	return others.filter(({ number }) => number !== own.number).toSorted((a, b) => a.number - b.number).flatMap((other) => curing(own.report, other) ?? (other.onTop === true ? [] : meeting(own.report, other))).toSorted((a, b) => Number(b.kind === "cures") - Number(a.kind === "cures")).slice(0, MOST);
}
/** Null where the other one cures nothing; two people who see one fork open the same cure twice. */
function curing(own, { number, report, onTop = false }) {
	for (const environment of own.environments) {
		const other = report.environments.find(({ name }) => name === environment.name);
		if (other === void 0 || !canLand(other)) continue;
		const at = {
			pullRequest: number,
			environment: environment.name
		};
		const split = forksOf(environment);
		const cure = other.revisions.added.find((one) => split.some((heads) => joins(one, heads)));
		if (cure !== void 0) return [{
			...at,
			kind: "cures",
			revision: cure.id,
			into: onTop ? "branch" : "base"
		}];
		const twin = twinIn(environment, other);
		if (twin !== void 0 && !onTop) return [{
			...at,
			kind: "same-merge",
			revision: twin.id
		}];
	}
	return null;
}
/** Heads that somebody has to join: after this pull request's merge, and on its base as it is. */
function forksOf({ resolution, heads }) {
	if (resolution === null) return [];
	return [heads.merged ?? [], heads.base].filter(({ length }) => length > 1);
}
const joins = ({ downRevisions }, heads) => heads.every((head) => downRevisions.includes(head));
/** Another merge revision of heads that one of ours joins, with another id. */
const twinIn = (own, other) => other.revisions.added.find(({ id, downRevisions }) => own.revisions.added.some((one) => downRevisions.length > 1 && one.id !== id && one.downRevisions.length === downRevisions.length && joins(one, downRevisions)));
/** One word for each neighbour is enough. */
function meeting(own, { number, report }) {
	for (const environment of own.environments) {
		const other = report.environments.find(({ name }) => name === environment.name);
		if (other === void 0 || !canLand(environment) || !canLand(other)) continue;
		const at = {
			pullRequest: number,
			environment: environment.name
		};
		const over = collision(environment, other);
		if (over !== null) return [{
			...at,
			kind: "collide",
			over
		}];
		const onto = inTheWay(environment, other);
		if (onto.length > 0) return [{
			...at,
			kind: "re-parent",
			onto
		}];
	}
	return [];
}
/** What has a fault of its own does not land, and what takes revisions away cannot be joined out of two reports. */
const canLand = ({ heads, revisions, expectedHeads }) => heads.merged !== null && heads.merged.length <= expectedCount(expectedHeads) && revisions.added.length > 0 && revisions.removed.length === 0;
const expectedCount = (expected) => typeof expected === "number" ? expected : Object.values(expected).reduce((sum, one) => sum + one, 0);
/** Revisions that one branch has from the other are the same file with the same id, and collide with nothing. */
function collision(own, other) {
	for (const mine of own.revisions.added) for (const theirs of other.revisions.added) if (mine.id === theirs.id !== (mine.path === theirs.path)) return mine.id === theirs.id ? mine.id : mine.path;
	return null;
}
/** The other's heads that would stand beside ours; none where both together have as many as expected. */
function inTheWay(own, other) {
	const [ours, theirs] = [own.heads.merged ?? [], other.heads.merged ?? []];
	const edited = [own, other].flatMap(({ revisions }) => [...revisions.added, ...revisions.changed]);
	const parents = new Set(edited.flatMap(({ downRevisions }) => downRevisions));
	const heads = [.../* @__PURE__ */ new Set([...ours, ...theirs])].filter((id) => !parents.has(id));
	if (heads.length <= expectedCount(own.expectedHeads)) return [];
	return heads.filter((id) => !ours.includes(id));
}

// src/flows/outlook.ts
/** Of the oldest open pull requests, how many are asked what they change, and how many of those are read. */
const LISTED = 100;
const READ = 20;
/** Over pull requests that were judged anyway: joins reports, and costs neither a question nor a process. */
const outlookAmong = (looked) => (pull, report) => Promise.resolve(forecast({
	number: pull.number,
	report
}, [...looked.filter(({ base }) => base === pull.base.ref), ...looked.filter(({ base }) => isOwnBranch(base, pull)).map(onTop)]));
/** For one pull request: one listing, one fetch, and each neighbour with migrations judged without a word to GitHub. */
function outlookOver(open, github) {
	return async (pull, report) => {
		if (report.outcome === "not-evaluated" || report.environments.every(untouched)) return [];
		try {
			const others = (await github.openPullRequests({ base: pull.base.ref })).filter(({ number, head }) => number !== pull.number && head.sha !== pull.head.sha).toSorted((a, b) => a.number - b.number).slice(0, LISTED);
			const above = await cureCandidates(pull, report, github);
			if (others.length + above.length === 0) return [];
			const survey = await open(pull.base.ref);
			const looked = await read(others, pull.base.ref, survey);
			const mounted = await read(above, pull.head.ref, survey);
			return forecast({
				number: pull.number,
				report
			}, [...looked, ...mounted.map(onTop)]);
		} catch {
			return [];
		}
	};
}
/** What somebody may have opened into the pull request's own branch, to cure it. */
async function cureCandidates({ head }, { environments }, github) {
	if (head.fork || environments.every(({ resolution }) => resolution === null)) return [];
	return (await github.openPullRequests({ base: head.ref })).slice(0, READ);
}
/** A fork's branch only happens to be called like one of ours. */
const isOwnBranch = (base, { head }) => !head.fork && base === head.ref;
const onTop = (one) => ({
	...one,
	onTop: true
});
async function read(pulls, base, survey) {
	if (pulls.length === 0) return [];
	await survey.bring([base], pulls);
	const matters = await groundsOf(survey)(base);
	const changes = await changedAmong(pulls, survey);
	const found = [];
	for (const pull of pulls) {
		const { number, head } = pull;
		if (found.length === READ) break;
		try {
			const changed = await changes(pull);
			if (changed === null || !changed.some(matters)) continue;
			const { report } = await survey.judge({
				pullRequest: number,
				base,
				head: head.sha
			});
			found.push({
				number,
				report
			});
		} catch {}
	}
	return found;
}

// src/flows/refresh.ts
/** Writes of one run; GitHub allows eighty a minute and five hundred an hour. */
const WRITES = 300;
async function refresh(task, ports) {
	const { branch, before, defaultBranch } = task;
	const survey = await ports.survey(branch);
	const trunk = await judgeBranch(branch, survey);
	const trunks = trunk.config.trunks ?? [defaultBranch];
	if (!trunks.includes(branch)) return said([`${branch} is no trunk (${trunks.join(", ")})`]);
	const base = await publishTrunks(task, trunk, trunks, survey, ports);
	const grounds = groundsOf(survey);
	const moved = before === null ? null : await survey.changedOn(branch, before).catch(() => null);
	const matters = await grounds(branch);
	if (moved !== null && !moved.some(matters)) return said([...base.notes, `nothing that is judged changed on ${branch}`], base.failures);
	const [me, pulls] = [await ports.github.me(), await ports.github.openWithStatus(VERDICT_CONTEXT)];
	await survey.bring([.../* @__PURE__ */ new Set([branch, ...pulls.map((pull) => pull.base.ref)])], pulls);
	const { seen, looked } = await lookAll(pulls, survey, grounds);
	const { statuses, due, carried } = planRefresh(seen, me, WRITES);
	const first = await applyWrites(statuses, ports.github);
	const published = [];
	const judging = {
		...ports,
		outlook: outlookAmong(looked)
	};
	for (const head of due) published.push(await settleHead(head, pulls, survey, judging));
	return {
		notes: [
			...base.notes,
			`${pulls.length} open pull requests, ${due.length} with another verdict`,
			...published.flatMap(({ notes }) => notes),
			...carried === 0 ? [] : [`${carried} heads are left to the next run`]
		],
		failures: [
			...base.failures,
			...first.failures,
			...published.flatMap(({ failures }) => failures)
		],
		reports: published.flatMap(({ reports }) => reports),
		commentUrl: null
	};
}
/** The trunk that moved; at night all of them, because nobody pushed to the others. */
async function publishTrunks({ branch, before }, trunk, trunks, survey, { github }) {
	const others = (name) => trunks.filter((one) => one !== name);
	const published = [await publishBase(branch, trunk, others(branch), {
		survey,
		github
	})];
	for (const other of before === null ? others(branch) : []) try {
		await survey.bring([other], []);
		const judgement = await judgeBranch(other, survey);
		published.push(await publishBase(other, judgement, others(other), {
			survey,
			github
		}));
	} catch (error) {
		published.push({
			notes: [],
			failures: [error instanceof Error ? error.message : String(error)]
		});
	}
	return {
		notes: published.flatMap(({ notes }) => notes),
		failures: published.flatMap(({ failures }) => failures)
	};
}
const said = (notes, failures = []) => ({
	notes,
	failures,
	reports: [],
	commentUrl: null
});
/** One whose head moved has an event of its own, and one that was not brought has a sentence. */
async function lookAll(pulls, survey, grounds) {
	const brought = [];
	const all = [];
	for (const pull of pulls) try {
		if (await survey.headIs(pull.number, pull.head.sha)) brought.push(pull);
	} catch (error) {
		all.push(unjudged(pull, error));
	}
	const changed = await changedAmong(brought, survey, grounds);
	for (const pull of brought) all.push(await look(pull, {
		survey,
		grounds,
		changed
	}));
	return {
		seen: all.flatMap(({ seen }) => seen),
		looked: all.flatMap(({ looked }) => looked)
	};
}
const seenIn = ({ number, base, head, verdict }) => ({
	number,
	base: base.ref,
	sha: head.sha,
	existing: verdict
});
const unjudged = (pull, error) => ({
	seen: [{
		...seenIn(pull),
		wanted: notEvaluatedStatus(reasonOf(error)),
		touches: true
	}],
	looked: []
});
/** Nothing of a pull request may keep the others from being judged. */
async function look(pull, { survey, grounds, changed: changes }) {
	const { number, base, head } = pull;
	const seen = seenIn(pull);
	try {
		const changed = await changes(pull);
		if (changed !== null && !changed.some(await grounds(base.ref))) return {
			seen: [{
				...seen,
				wanted: UNTOUCHED,
				touches: false
			}],
			looked: []
		};
		if (changed !== null && changed.length > 2e4) throw new UsageError(`it changes more than ${LARGEST} files`);
		const { report, config } = await survey.judge({
			pullRequest: number,
			base: base.ref,
			head: head.sha
		});
		const wanted = verdictStatus(report, base.ref, config.database !== "none");
		return {
			seen: [{
				...seen,
				wanted,
				touches: true
			}],
			looked: [{
				number,
				base: base.ref,
				report
			}]
		};
	} catch (error) {
		return unjudged(pull, error);
	}
}
const reasonOf = (error) => error instanceof UsageError ? error.message : "the gate itself failed; this is a bug, please report it";
/** With its proof, its own dates, and its base and head looked up before and after: as for a run of the gate. */
async function settleHead({ sha, numbers, wasGreen }, all, survey, ports) {
	const pulls = all.filter(({ number }) => numbers.includes(number));
	try {
		const causes = /* @__PURE__ */ new Map();
		for (const { base } of pulls) causes.set(base.ref, await causeOn(base.ref, survey));
		const news = ({ author, base }) => movedNews(author, base.ref, causes.get(base.ref) ?? "");
		const heard = [];
		const proof = await proofOn(sha, ports.github, (note) => heard.push(note));
		const published = await publishPullRequests(pulls, proof, ports, {
			news: wasGreen ? news : null,
			insists: false,
			askForProof: (pull) => askForProof(pull, ports)
		});
		return {
			...published,
			notes: [...heard, ...published.notes]
		};
	} catch (error) {
		const status = notEvaluatedStatus(reasonOf(error));
		const { failures } = await applyWrites(planStatus(sha, status, null, ""), ports.github);
		const why = error instanceof Error ? error.message : String(error);
		return said([], [`#${numbers.join(", #")}: ${why}`, ...failures]);
	}
}
/** The newest commit below the branch's versions. */
async function causeOn(branch, survey) {
	const { report } = await judgeBranch(branch, survey);
	const places = report.environments.flatMap(({ versionLocations }) => versionLocations);
	return await survey.lastChange(branch, places) ?? await survey.tip(branch);
}
/** The pull request's own gate is run again, with its own low rights; false where GitHub does not do that any more. */
async function askForProof({ head }, { github }) {
	try {
		for (const { id, event } of await github.runsOn(head.sha)) {
			if (event !== "pull_request" || await github.artifact(id, "alembic-gate-report") === null) continue;
			await github.rerun(id);
			return true;
		}
	} catch {
		return false;
	}
	return false;
}

// src/flows/merge-heads-command.ts
/** `/merge-heads`: one commit on the pull request's own branch that brings its history back to the expected heads. */
const refuse = (why) => ({
	reaction: "-1",
	reply: refusalReply(why)
});
/** Refusals are replies; a rejection is a fault of GitHub or git, and no cure was committed by then. */
async function mergeHeads(command, task, pull, ports) {
	const run = await proofOn(pull.head.sha, ports.github);
	const proof = run?.report ?? null;
	const first = await judged(pull, command, proof, ports);
	const cure = await cureOf(first, command.strategy);
	if (cure.kind === "refused") return refuse(cure.why);
	if (cure.kind === "nothing") return nothingToDo(pull, run, command, ports);
	const byHand = cureByHand(cure);
	if (command.dryRun) return {
		reaction: "rocket",
		reply: `Nothing was committed, as asked. This is what would be:\n\n${byHand}`
	};
	if (pull.head.fork) return {
		reaction: "confused",
		reply: `The branch lives in a fork, where no token of this repository may write. Apply it there:\n\n${byHand}`
	};
	const why = await forbidden(pull, first, task, ports);
	if (why !== null) return refuse(why);
	const ready = cure.behind ? await bringUpToDate(pull, command, proof, ports) : {
		pull,
		judgement: first,
		cure
	};
	if ("stopped" in ready) return {
		reaction: "confused",
		reply: `${refusalReply(ready.stopped)} By hand, after merging the base:\n\n${byHand}`
	};
	const sha = await commitCure(ready, command, task, ports);
	if ("stopped" in sha) return refuse(sha.stopped);
	return concluded({
		...ready,
		sha: sha.sha,
		before: pull
	}, ports).catch((error) => {
		const why = prose(error instanceof Error ? error.message : String(error));
		return {
			reaction: "confused",
			reply: `${committedAs(cure, sha.sha)} It could not be judged: ${why}. Comment ${codeSpan("/recheck-migrations")} for its verdict.`
		};
	});
}
/** A command that was broken off after its commit left a head without a verdict: the next one brings it. */
async function nothingToDo(pull, proof, { dryRun }, ports) {
	const reply = "Nothing to do: the history has its expected heads.";
	if (dryRun) return {
		reaction: "rocket",
		reply
	};
	const { failures } = await publishPullRequests([pull], proof, ports, {
		news: null,
		insists: false,
		askForProof: (asked) => askForProof(asked, ports)
	});
	const next = await startLackingGate(pull, ports);
	return {
		reaction: failures.length === 0 ? "rocket" : "confused",
		reply: `${reply}${next}${troubleOf(failures)}`
	};
}
/** Commits that a command makes at most: the base brought in, and the cure. */
const OWN_COMMITS = 2;
/** Broken off before it started the gate, the command left a verdict that waits for a run which nobody starts. */
async function startLackingGate(pull, ports) {
	const { github } = ports;
	if ((await github.status(pull.head.sha, "alembic-gate/verdict"))?.state !== "pending" || pull.head.fork) return "";
	let { sha } = pull.head;
	if ((await github.runsOn(sha)).some(({ event }) => GATE_EVENTS.includes(event))) return "";
	for (let step = 0; step < OWN_COMMITS; step += 1) {
		const [parent] = (await github.describeCommit(sha)).parents;
		if (parent === void 0) return "";
		sha = parent;
		if ((await github.runsOn(sha)).some(({ event }) => GATE_EVENTS.includes(event))) return ` ${await startGate({
			...pull,
			head: {
				...pull.head,
				sha
			}
		}, ports)}`;
	}
	return "";
}
const committedAs = (cure, sha) => `Committed ${curePaths(cure)} as ${codeSpan(shortSha(sha))}.`;
const troubleOf = (failures) => failures.map((failure) => ` ${prose(failure)}.`).join("");
/** Branches that belong to more than this pull request are never written to. */
async function forbidden({ number, head }, { config }, { defaultBranch }, { github }) {
	if ((config.trunks ?? [defaultBranch]).includes(head.ref)) return `the branch ${head.ref} is a trunk`;
	const [branch, onTop] = await Promise.all([github.branch(head.ref), github.openPullRequests({ base: head.ref })]);
	if (branch === null) return `the branch ${head.ref} is gone`;
	if (branch.protected) return `the branch ${head.ref} is protected`;
	const [other] = onTop.filter((one) => one.number !== number);
	return other === void 0 ? null : `the branch ${head.ref} is the base of pull request ${other.number}`;
}
const NOTHING_PUBLISHED = {
	reports: [],
	failures: []
};
/** Judges what was committed, sets its status and comment, and says what the new head is waiting for. */
async function concluded({ pull, cure, sha, before }, ports) {
	const committed = committedAs(cure, sha);
	const now = await waitFor(pull, ({ head }) => head.sha === sha, ports);
	const { reports, failures } = now === null ? NOTHING_PUBLISHED : await publishPullRequests([now], null, ports);
	if (reports.length === 0) return {
		reaction: "confused",
		reply: `${committed} The head moved on since, so it is not judged here.`
	};
	const next = await startGate(before, ports);
	const cured = reports.every(isCured);
	const reply = `${committed} ${cured ? "The history has its expected heads again." : "The history still has more heads than expected."} ${next}${troubleOf(failures)}`;
	return {
		reaction: cured ? "rocket" : "confused",
		reply
	};
}
/** On the merge, and on the branch's own tip: whoever checks it out runs Alembic there. */
const isCured = (report) => planCure(report, null, []).kind === "nothing" && report.environments.every(({ heads }) => heads.head.length <= (heads.merged?.length ?? 0));
/** A commit of an App starts the pull request's runs by itself; one of the workflow's own token waits for a click. */
async function startGate(pull, { github }) {
	if (!(await github.me()).startsWith("github-actions")) return "The proof on a database follows with its run.";
	const waiting = "The proof on a database follows when somebody with write access approves the waiting run.";
	const runs = await github.runsOn(pull.head.sha);
	for (const run of runs) try {
		if (await github.artifact(run.id, "alembic-gate-report") === null) continue;
		await github.dispatch(run.workflowId, pull.head.ref, { base: pull.base.ref });
		return "The gate was started for it; its proof on a database follows.";
	} catch {
		return waiting;
	}
	return waiting;
}

// src/flows/command.ts
/** Returns a sentence for the log. */
async function obey(task, ports) {
	const { github } = ports;
	const { comment, command } = task;
	const [me, comments] = [await github.me(), await github.comments(task.pullRequest)];
	if (isAnswered(comment.id, comments, me)) return "the command was answered by an earlier run";
	const pull = await github.pullRequest(task.pullRequest);
	if (!await mayCommand(task, pull, ports)) {
		await github.react(comment.id, "-1");
		return `${task.by} may not command: that takes write access`;
	}
	if (pull.locked) {
		await github.react(comment.id, "-1").catch(() => void 0);
		return `the conversation of #${pull.number} is locked, so nothing was done: unlock it and command again`;
	}
	await github.react(comment.id, "eyes");
	const { reaction, reply } = await carryOut(command, task, pull, ports).catch(fault);
	if (reply !== null) await createOnce$1(task.pullRequest, replyBody(comment.id, reply), github);
	await github.react(comment.id, reaction);
	return `${command.kind}: ${reaction}${reply === null ? "" : `: ${reply}`}`;
}
/** Whoever asked gets to know, also of what went wrong at GitHub or git. */
const fault = (error) => ({
	reaction: "confused",
	reply: faultReply(error instanceof Error ? error.message : String(error))
});
/** Write access, or being the author where the base's configuration lets authors command their own branch. */
async function mayCommand({ by }, pull, { github, judge }) {
	const permission = await github.permission(by);
	if (permission === "admin" || permission === "write") return true;
	if (by !== pull.author || !pull.open) return false;
	const { config } = await judge({
		pullRequest: pull.number,
		base: pull.base.ref,
		head: pull.head.sha
	});
	return config.commands.author;
}
async function carryOut(command, task, pull, ports) {
	if (command.kind === "help") return {
		reaction: "rocket",
		reply: HELP
	};
	if (command.kind === "malformed") return {
		reaction: "confused",
		reply: malformedReply(command.why)
	};
	const why = await staleness(command.kind === "merge-heads" ? command : null, task, pull, ports);
	if (why !== null) return {
		reaction: "-1",
		reply: refusalReply(why)
	};
	if (command.kind === "merge-heads") return mergeHeads(command, task, pull, ports);
	const proof = await proofOn(pull.head.sha, ports.github);
	const { failures } = await publishPullRequests([pull], proof, ports, {
		news: null,
		insists: true,
		askForProof: (asked) => askForProof(asked, ports)
	});
	return failures.length === 0 ? {
		reaction: "rocket",
		reply: null
	} : {
		reaction: "confused",
		reply: malformedReply(failures.join("; "))
	};
}
/** Why the command no longer speaks of what is there; null where it does. */
async function staleness(command, { comment }, { open, head }, { github }) {
	if (!open) return "the pull request is closed";
	if (command === null) return null;
	const short = head.sha.slice(0, 12);
	if (command.sha !== null) return head.sha.startsWith(command.sha) ? null : `the head is ${short} by now, not ${command.sha}: look at it and command again`;
	const [{ committedAt }, runs] = await Promise.all([github.describeCommit(head.sha), github.runsOn(head.sha)]);
	const first = Math.min(...runs.map(({ createdAt }) => createdAt.getTime()));
	return Math.max(committedAt.getTime(), Number.isFinite(first) ? first : 0) > comment.createdAt.getTime() ? `the head ${short} is newer than the command: name it, as in /merge-heads ${short}` : null;
}

// src/event/merge-group.ts
const QUEUED = /^gh-readonly-queue\/(?<base>.+)\/pr-(?<number>\d{1,10})-(?<onto>[0-9a-f]{40})$/;
/** null where the branch is none of a queue's. */
function readMergeGroup(branch) {
	const { base = "", number = "", onto = "" } = QUEUED.exec(branch)?.groups ?? {};
	return base === "" ? null : {
		base,
		onto,
		pullRequest: Number(number)
	};
}

// src/flows/publish-group.ts
/** A merge queue's group: its commit is what would land, so its own tree is judged and the verdict is that commit's. */
/** The queue waits for the status and takes out whatever is not green; nothing comes after the group's own run. */
async function publishGroup({ run }, ports) {
	const named = readMergeGroup(run.branch);
	if (named === null) return {
		notes: [`${run.branch} is no merge queue's branch`],
		failures: [],
		reports: [],
		commentUrl: null
	};
	const { github } = ports;
	const group = await placeInQueue(named, run.headSha, github);
	const { status, report, notes } = await judgeGroup(group, run.headSha, ports);
	const [me, newest] = await Promise.all([github.me(), github.status(run.headSha, VERDICT_CONTEXT)]);
	const written = await applyWrites(planStatus(run.headSha, status, newest, me), github);
	const told = report !== null && report.outcome !== "base-broken" && status.state !== "success" ? await tell(group, run.headSha, report, github) : [];
	return {
		notes: [...notes, `#${group.pullRequest} in the queue of ${group.base}: ${status.description}`],
		failures: [...written.failures, ...told],
		reports: report === null ? [] : [report],
		commentUrl: null
	};
}
/** Who is who as the queue itself says; the branch's name serves where an entry has left the queue already. */
async function placeInQueue(named, head, github) {
	const entries = await github.queue(named.base).catch(() => []);
	const own = entries.find((entry) => entry.head === head);
	const below = entries.find((entry) => entry.head === named.onto);
	return {
		...named,
		pullRequest: own?.pullRequest ?? named.pullRequest,
		above: below?.pullRequest ?? null
	};
}
/** Against what it stands on, and with the approvals of the pull request that it adds. */
async function judgeGroup({ base, onto, pullRequest }, head, { github, judge }) {
	try {
		const proof = await proofOn(head, github);
		const judgement = await judge({
			pullRequest,
			base,
			onto,
			head,
			proof: proof?.report ?? null
		});
		const { report, status, note } = verdictOf(base, judgement, proof);
		const lacking = note ?? "the run of the gate left no proof on a database for this commit";
		return {
			report,
			status: status.state === "pending" ? notEvaluatedStatus(lacking) : status,
			notes: note === null ? [] : [note]
		};
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		const reason = error instanceof UsageError ? why : "the gate could not judge this commit";
		return {
			report: null,
			status: notEvaluatedStatus(reason),
			notes: [why]
		};
	}
}
/** Failures only: an edit later notifies nobody, so the word is a comment of its own, once for each group. */
async function tell({ base, pullRequest, above }, head, report, github) {
	try {
		const [me, comments] = await Promise.all([github.me(), github.comments(pullRequest)]);
		if (isTold(head, comments, me)) return [];
		const body = groupBody(head, base, headline(report), above);
		return (await applyWrites([{
			kind: "create-comment",
			pullRequest,
			body
		}], github)).failures;
	} catch (error) {
		return [error instanceof Error ? error.message : String(error)];
	}
}

// src/flows/question.ts
/** The base's configuration judges, as for every pull request. */
const BASES = {
	file: null,
	inputs: {},
	flags: {},
	locations: {}
};
const STATIC = {
	...BASES,
	flags: { database: "none" }
};
/** Answers over a repository that has both refs. A base that cannot be judged by is `not-evaluated`, never silence. */
async function judgeAsData(question, ports, version) {
	const { base, onto, head, message = null, proof = null, approvals } = question;
	const request = {
		base,
		...onto === void 0 ? {} : { onto },
		head,
		fetch: false,
		runCode: false,
		version
	};
	const sides = await resolveSides(request, ports.repository, ports.log);
	const trees = {
		baseTree: sides.base.tree,
		headTree: sides.head.tree,
		mergedTree: sides.merged.tree
	};
	try {
		const { config } = await judgingConfiguration(BASES, sides);
		const reported = (environment) => proof === null ? null : proofFor(environment, proof);
		const asking = approvals === void 0 ? {} : { approvals };
		const wish = { message };
		const report = await check({
			...request,
			...asking,
			configuration: STATIC,
			wish,
			reported
		}, ports);
		return {
			...trees,
			config,
			report
		};
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		const report = notEvaluatedReport(error.message, {
			version,
			base: sides.base,
			head: {
				ref: head,
				sha: sides.head.sha
			}
		});
		return {
			...trees,
			config: judgingConfigurationOf(BASES),
			report
		};
	}
}

// src/flows/survey.ts
const headRef = (pullRequest) => `refs/pull/${pullRequest}/head`;
const baseRef = (branch) => `origin/${branch}`;
const STILL = {
	now: () => ({ epochMicroseconds: 0 }),
	timeZone: "UTC",
	newId: () => "000000000000"
};
/** Of one pull request's judgement: what nobody reads in a minute must not cost the others theirs. */
const LIMIT_MS = 6e4;
/** Beyond this many, what was read is forgotten. */
const READINGS_KEPT = 2e4;
function surveyIn(repository, ports, version) {
	const tip = async (branch) => (await repository.resolve(baseRef(branch))).sha;
	const headIs = async (number, sha) => (await repository.resolve(headRef(number))).sha === sha;
	const readings = /* @__PURE__ */ new Map();
	return {
		tip,
		headIs,
		async bring(branches, pulls) {
			const refs = [...branches.map(baseRef), ...pulls.map(({ number }) => headRef(number))];
			try {
				await repository.fetchAll(refs);
			} catch (error) {
				if (!(error instanceof UsageError)) throw error;
				for (const ref of refs) await repository.fetch(ref).catch(() => void 0);
			}
		},
		changedSince: async (branch, head) => repository.changedSince(await tip(branch), head),
		changedSinceEach: async (branch, heads) => repository.changedSinceEach(await tip(branch), heads),
		bringContents: (ids) => repository.bringContents(ids),
		changedOn: async (branch, since) => repository.changedSince(since, await tip(branch)),
		tree: async (commit) => repository.tree((await repository.resolve(commit)).sha),
		lastChange: async (branch, paths) => repository.lastChange(await tip(branch), paths),
		async judge({ pullRequest, base, onto, head, proof = null }) {
			if (pullRequest !== null && !await headIs(pullRequest, head)) throw new UsageError(`the head of #${pullRequest} moved`);
			const { github } = ports;
			if (readings.size > READINGS_KEPT) readings.clear();
			const asking = pullRequest === null ? {} : { approvals: approvalsOf({
				pullRequest,
				github,
				repository,
				log: ports.warnings
			}) };
			return judgeAsData({
				base: baseRef(base),
				...onto === void 0 ? {} : { onto },
				head,
				proof,
				...asking
			}, {
				...ports,
				clock: STILL,
				readings,
				limitMs: LIMIT_MS
			}, version);
		}
	};
}

// src/io/github/clone.ts
/** A bare clone of the repository that an event is about, to read from: histories now, contents when they are read. */
/**
* Fetches one branch without file contents into a directory that goes away with its scope; nothing is checked out, and
* the token is neither written down nor visible in a process list. Throws UsageError where GitHub refuses.
*/
async function cloneForReading({ server, repository, token }, branch) {
	const directory = temporaryDirectory("alembic-gate-clone-");
	const git = gitIn(directory.path, {
		...hermeticEnvironment(process.env),
		...authorization(server, token)
	}, () => void 0);
	const must = async (args) => {
		const answer = await git.tell(args);
		if (answer.code === 0) return;
		await directory[Symbol.asyncDispose]();
		throw new UsageError(`Reading ${repository} failed: ${complaint(answer)}; the job needs the permission contents: read.`);
	};
	await must([
		"init",
		"--quiet",
		"--bare",
		"."
	]);
	await must([
		"config",
		"remote.origin.url",
		`${server}/${repository}.git`
	]);
	await must([
		"fetch",
		"--quiet",
		"--filter=blob:none",
		"--no-tags",
		"--no-write-fetch-head",
		"origin",
		`+refs/heads/${branch}:refs/remotes/origin/${branch}`
	]);
	return directory;
}
function authorization(server, token) {
	const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
	return settingsEnvironment([[`http.${server}/.extraheader`, `AUTHORIZATION: basic ${basic}`]]);
}

// src/entry/bot-judge.ts
/** Answers the bot's questions: fetches both sides into a bare clone of our own and judges without running anything. */
/** The clone is made at the first question and goes away with the scope. */
function botJudge(runner, github) {
	const { server, token } = runner;
	let opened;
	const open = async (branch) => {
		const clone = await cloneForReading(runner, branch);
		return {
			clone,
			repository: await openRepository(clone.path, { credential: {
				server,
				token
			} })
		};
	};
	return {
		async judge(question) {
			const { repository } = await (opened ??= open(question.base));
			const { committedAt } = await github.describeCommit(question.head);
			return answer(question, {
				repository,
				github,
				clock: fixedClock(runner.repository, question, committedAt)
			});
		},
		async survey(branch) {
			const { repository } = await (opened ??= open(branch));
			return surveyIn(repository, {
				...checkPorts(repository, SILENT),
				github,
				warnings: runnerLog
			}, VERSION);
		},
		async [Symbol.asyncDispose]() {
			const { clone, repository } = await opened?.catch(() => void 0) ?? {};
			await repository?.[Symbol.asyncDispose]();
			await clone?.[Symbol.asyncDispose]();
		}
	};
}
async function answer(question, { repository, github, clock }) {
	const { pullRequest, onto, head, message = null, proof = null } = question;
	const group = onto === void 0 ? {} : { onto };
	const own = pullRequest === null || onto !== void 0;
	const [base, pull] = [`origin/${question.base}`, own ? head : headRef(pullRequest)];
	await repository.fetchAll([
		base,
		pull,
		...Object.values(group)
	]);
	if ((await repository.resolve(pull)).sha !== head) throw new UsageError(`the head of #${pullRequest} moved while it was read: its next event brings the verdict`);
	const asking = pullRequest === null ? {} : { approvals: approvalsOf({
		pullRequest,
		github,
		repository,
		log: runnerLog
	}) };
	const ports = {
		...checkPorts(repository, SILENT),
		clock,
		limitMs: LIMIT_MS
	};
	return judgeAsData({
		base,
		...group,
		head,
		message,
		proof,
		...asking
	}, ports, VERSION);
}

// src/entry/action-bot.ts
/** The bot's zone: reads git objects and GitHub's data as data, writes comments, statuses and commits, runs nothing. */
/** Returns the exit code: 1 where GitHub refused a write. */
async function runBot(task, runner) {
	try {
		var _usingCtx$1 = _usingCtx();
		if (runner.token === "") throw new UsageError("the bot needs the input token: leave it at its default or give an App token");
		const github = createGitHub({
			...runner,
			onWait: (sentence) => runnerLog.note(sentence)
		});
		const judging = _usingCtx$1.a(botJudge(runner, github));
		const ports = {
			github,
			judge: judging.judge,
			outlook: outlookOver((branch) => judging.survey(branch), github),
			sleep: (milliseconds) => setTimeout(milliseconds)
		};
		if (task.kind === "command") {
			runnerLog.note(await obey(task, ports));
			return 0;
		}
		const publish = () => {
			if (task.kind === "publish") return task.run.event === "merge_group" ? publishGroup(task, ports) : publishRun(task, ports);
			if (task.kind === "review") return publishAgain(task.pullRequest, ports);
			return refresh(task, {
				...ports,
				survey: (branch) => judging.survey(branch)
			});
		};
		const { notes, failures, reports, commentUrl } = await publish();
		notes.forEach((note) => runnerLog.note(note));
		failures.forEach((failure) => warning(oneLine(failure)));
		setOutput("comment-url", commentUrl ?? "");
		setOutput("outcome", reports[0]?.outcome ?? "");
		setOutput("reason", reasonOf$1(reports[0]));
		return failures.length === 0 ? 0 : 1;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

export { runBot };