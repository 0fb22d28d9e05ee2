// src/report/escape.ts
/**
* Text that a pull request controls (ids, file names, messages, SQL, errors), made harmless for the place where it
* lands. Each function takes raw text and returns finished output: nothing here may be applied twice.
*/
/** Stands between a character and what follows, so that GitHub sees no mention, reference, link or trailer. */
const BREAK = "​";
/** Control, bidirectional, invisible and lone surrogate characters; tab and newline are left to the callers. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;
/** Spells out what a reader could not see, as `\u{202e}`, lines kept; a carriage return before a newline goes. */
function visible(text) {
	return text.replace(/\r\n?/g, "\n").replace(INVISIBLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
/** Whether every character can be seen or is a line's end, so that the text may stand as it is where it is copied from. */
const isVisible = (text) => visible(text) === text.replace(/\r\n?/g, "\n");
/** One line of visible text, at most `limit` characters (UTF-16 units), an ellipsis standing for what was cut. */
function oneLine(text, limit = Number.POSITIVE_INFINITY) {
	const line = visible(text).replace(/\s+/g, " ").trim();
	if (line.length <= limit) return line;
	let cut = "";
	for (const character of line) {
		if (cut.length + character.length > limit - 1) break;
		cut += character;
	}
	return `${cut.trimEnd()}…`;
}
/**
* Neither a backslash nor an entity stops GitHub's mentions, references (`#1`, `GH-1`), bare URLs, e-mail links, emoji
* and formulas, because they are found in the rendered text: only a character in between does.
*/
function defused(line) {
	return line.replace(/[@#$]|:(?=\S)/gu, `$&${BREAK}`).replace(/gh-(?=\d)/giu, `$&${BREAK}`).replace(/www(?=\.)/giu, `$&${BREAK}`);
}
/** Markdown that shows exactly this text on one line, in a paragraph, list item, heading or table cell. */
function plain(text) {
	return defused(oneLine(text)).replace(/[\\`*_{}[\]<>()#+\-!|~=&^"':$]/g, "\\$&").replace(/^(\d+)\./, "$1\\.");
}
/** A code span; its delimiter is longer than any run of backticks inside. Not for table cells: see `codeCell`. */
function codeSpan(text) {
	const line = oneLine(text);
	if (line === "") return "(empty)";
	const delimiter = "`".repeat(longestRun(line) + 1);
	const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
	return delimiter + pad + line + pad + delimiter;
}
/** A code span for a table cell; text with a pipe, which no code span in a cell can hold everywhere, comes out plain. */
function codeCell(text) {
	return text.includes("|") ? plain(text) : codeSpan(text);
}
/**
* A fenced block of the whole text, its fence longer than any run of backticks inside. It starts and ends at the first
* column and has no final newline. Line endings become `\n`, invisible characters are spelled out.
*/
function fence(text, language = "") {
	const body = visible(text);
	const delimiter = "`".repeat(Math.max(3, longestRun(body) + 1));
	return `${delimiter}${language}\n${body}${body.endsWith("\n") || body === "" ? "" : "\n"}${delimiter}`;
}
/** Text between HTML tags, or inside a double-quoted attribute, on one line. */
function htmlText(text) {
	return defused(oneLine(text)).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
/** The inside of a double-quoted Mermaid label; everything but plain words goes as Mermaid's own `#…;` codes. */
function mermaidLabel(text, limit = 60) {
	return oneLine(text, limit).replace(/[^\p{L}\p{N} .,/_-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}
/**
* One line for a commit message: no skip marker (`[skip ci]`), no trailer (`Co-authored-by:`, `skip-checks:`), no
* closing word's reference, no mention.
*/
function commitText(text, limit = 200) {
	return defused(oneLine(text, limit)).replaceAll("[", "(").replaceAll("]", ")").replace(/:/g, `${BREAK}:`);
}
/**
* One line for the log of a runner, which takes `::name` at a line's start and `##[name]` anywhere as commands
* (actions/runner, ActionCommand.cs).
*/
function logText(text) {
	return oneLine(text).replace(/:(?=:)/g, `:${BREAK}`).replaceAll("##[", `##${BREAK}[`);
}
/** The message of a workflow command, newlines kept (docs.github.com, "Workflow commands for GitHub Actions"). */
function commandMessage(text) {
	return visible(text).replaceAll("%", "%25").replaceAll("\n", "%0A");
}
/** A property's value (`file=`, `title=`) of a workflow command. */
function commandProperty(text) {
	return commandMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
/** A fenced block of exactly this text, for places that copy it back: nothing is spelled out, so ask `isVisible` before. */
function fenceAround(text, language) {
	const delimiter = "`".repeat(Math.max(3, longestRun(text) + 1));
	return `${delimiter}${language}\n${text}\n${delimiter}`;
}
function longestRun(text) {
	return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

export { commitText as a, htmlText as c, mermaidLabel as d, oneLine as f, commandProperty as i, isVisible as l, visible as m, codeSpan as n, fence as o, plain as p, commandMessage as r, fenceAround as s, codeCell as t, logText as u };