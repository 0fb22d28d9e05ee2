// src/event/command.ts
const MERGE_HEADS = "/merge-heads";
const MERGE_HEADS_USAGE = `${MERGE_HEADS} [SHA] [merge|re-parent] [-m "message"] [--dry-run]`;
const MESSAGE_LIMIT = 120;
/** A double-quoted string (`\"` and `\\` inside), or a run of anything but white space. */
const WORD = /"((?:[^"\\]|\\.)*)"(?=\s|$)|(\S+)/g;
/** The first line of a comment decides; everything below it is conversation. null: not a command of ours. */
function parseCommand(comment) {
	const line = comment.trimStart().split(/\r?\n/, 1)[0] ?? "";
	const name = /^\/[a-z-]+(?=\s|$)/.exec(line)?.[0];
	const rest = line.slice(name?.length ?? 0).trim();
	switch (name) {
		case MERGE_HEADS: return parseMergeHeads(rest);
		case "/recheck-migrations": return rest === "" ? { kind: "recheck" } : {
			kind: "malformed",
			why: `${name} takes no arguments`
		};
		case "/migrations-help": return { kind: "help" };
		default: return null;
	}
}
function parseMergeHeads(text) {
	const malformed = (why) => ({
		kind: "malformed",
		why: `${why}; write ${MERGE_HEADS_USAGE}`
	});
	const words = [...text.matchAll(WORD)].map(([, quoted, bare]) => ({
		quoted,
		bare
	}));
	const found = {
		sha: null,
		strategy: null,
		message: null,
		dryRun: false
	};
	for (let word = words.shift(); word !== void 0; word = words.shift()) {
		const { bare = "" } = word;
		if (bare === "--dry-run") found.dryRun = true;
		else if (bare === "-m") {
			const message = readMessage(words.shift());
			if (message === null) return malformed("-m needs a message in double quotes");
			if (message.length > MESSAGE_LIMIT) return malformed(`the message is longer than ${MESSAGE_LIMIT} characters`);
			found.message = message;
		} else if ((bare === "merge" || bare === "re-parent") && found.strategy === null) found.strategy = bare === "merge" ? "merge-revision" : bare;
		else if (/^[0-9a-f]{7,40}$/i.test(bare) && found.sha === null) found.sha = bare.toLowerCase();
		else return malformed("not understood");
	}
	return {
		kind: "merge-heads",
		...found
	};
}
function readMessage(word) {
	const message = (word?.quoted?.replace(/\\(["\\])/g, "$1") ?? word?.bare)?.trim() ?? "";
	return message === "" || message.startsWith("\"") ? null : message;
}

// src/event/task.ts
/** Events in which the gate runs a pull request's code, so whose runs can have a proof to publish (design §14). */
const GATE_EVENTS = [
	"pull_request",
	"merge_group",
	"workflow_dispatch"
];

export { MERGE_HEADS_USAGE as n, parseCommand as r, GATE_EVENTS as t };