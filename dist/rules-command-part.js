import { u as PROFILES$1 } from "./changed-paths-part.js";
import { u as unknownName } from "./vocabulary-part.js";
import { i as RULES, n as CATALOGUE, r as describedRule, t as APPROVABLE } from "./catalogue-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { a as text } from "./desk-part.js";

// src/lint/page.ts
const GROUPS = {
	history: "Graph and history",
	reversibility: "Reversibility",
	"data-loss": "Only add; data loss",
	"rolling-deploy": "Rolling deploy (old code on the new schema)",
	locks: "Locks and rebuilds",
	traps: "Alembic and MySQL traps",
	"pull-request": "The pull request as a whole",
	hygiene: "Hygiene of new tables (opt-in)"
};
const ENGINES = {
	mysql: "MySQL",
	mariadb: "MariaDB",
	postgresql: "PostgreSQL",
	sqlite: "SQLite"
};
const PROFILES = [
	"recommended",
	"add-only",
	"strict"
];
/** Markdown; null for a rule that does not exist. */
function rulePage(id) {
	const described = describedRule(id);
	if (described === null) return null;
	const rule = RULES.find((one) => one.id === id);
	const engines = rule?.engines?.map((engine) => ENGINES[engine]).join(", ") ?? "all";
	return `${[
		`# ${id}`,
		`${described.title}.`,
		described.why,
		`| ${PROFILES.join(" | ")} | engines |\n| ${"--- | ".repeat(PROFILES.length)}--- |\n| ${PROFILES.map((profile) => described.severity[profile]).join(" | ")} | ${engines} |`,
		rule ? examples(rule) : "Found by comparing histories, or by running the migrations on a throwaway server.",
		...rule?.recipe === void 0 ? [] : [recipe(rule.recipe)],
		acceptance(described, rule?.options)
	].join("\n\n")}\n`;
}
/** What the code says is indented, so that it belongs to its step. */
function recipe(deploys) {
	return `## In several deploys\n\n${deploys.map(({ does, migration }, index) => {
		const code = migration === void 0 ? "" : `\n\n\`\`\`python\n${migration}\n\`\`\``;
		return `${String(index + 1)}. ${does}${code.replace(/\n(?=.)/g, "\n   ")}`;
	}).join("\n")}`;
}
function examples({ examples: { bad, good }, engines: ofRule }) {
	const shown = (title, list) => `## ${title}\n\n${list.map((one) => `${capital(one.caption)}${whereOf(one, ofRule)}:\n\n\`\`\`python\n${codeOf(one)}\n\`\`\``).join("\n\n")}`;
	return `${shown("Found", bad)}\n\n${shown("Not found", good)}`;
}
/** The servers that an example is about, where it is not about all of its rule's and does not say so itself. */
function whereOf({ engines, version, caption }, ofRule) {
	const named = (engines ?? (version === void 0 ? [] : ofRule ?? [])).map((engine) => ENGINES[engine]);
	const isAll = ofRule !== void 0 && named.length === ofRule.length && version === void 0;
	if (named.length === 0 || isAll || named.every((name) => caption.includes(name))) return "";
	return ` (${named.join(", ")}${version === void 0 ? "" : ` ${version}`})`;
}
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** As much of the file as the example is about. */
function codeOf({ before, upgrade, downgrade, aboveDowngrade, message, downRevision, fileName, models }) {
	const body = (name, lines) => `def ${name}():\n${lines.replace(/^(?=.)/gm, "    ")}`;
	const back = downgrade ?? (aboveDowngrade === void 0 ? void 0 : "pass");
	const pieces = [
		...models === void 0 ? [] : [...models.base === models.merged ? [`# the model, which stays as it is\n${models.base}`] : [`# the model on the base\n${models.base}`, `# the model as it is to be\n${models.merged}`], "# the migration"],
		fileName === void 0 ? void 0 : `# ${fileName}`,
		message === void 0 ? void 0 : `"""${message}"""`,
		before,
		downRevision === void 0 ? void 0 : `down_revision = ${downRevision}`,
		upgrade === void 0 ? void 0 : back === void 0 ? upgrade : body("upgrade", upgrade),
		back === void 0 ? void 0 : [aboveDowngrade, body("downgrade", back)].filter((one) => one !== void 0).join("\n")
	].filter((piece) => piece !== void 0);
	return pieces.length === 0 ? `${body("upgrade", "pass")}\n\n${body("downgrade", "pass")}` : pieces.join("\n\n");
}
const BY_APPROVAL = "Somebody of `approvers:` (of the base’s configuration) who is not the author can let a file pass by approving the pull request. The approval holds for exactly these contents of the file: it ends with the next edit, and with its dismissal.";
function acceptance({ id, configurable, inline }, options = {}) {
	if (!configurable) {
		const fixed = "This rule has one weight, and its findings cannot be accepted by a comment or by the configuration.";
		return APPROVABLE.has(id) ? `${fixed}\n\n${BY_APPROVAL}` : fixed;
	}
	const setting = `\`\`\`yaml\n# .github/alembic-gate.yml\nrules:\n  ${id}: warning # off, info, warning, error\n\`\`\``;
	const comment = `To accept one finding, write why on its line or above it:\n\n\`\`\`python\n# alembic-gate: ignore[${id}] the reason\n\`\`\``;
	const defaults = Object.entries(options).map(([name, value]) => `\`${name}: ${JSON.stringify(value)}\``);
	return `## Settings\n\n${setting}${defaults.length === 0 ? "" : `\n\nOptions stand beside \`severity:\`, with these defaults: ${defaults.join(", ")}.`}${inline ? `\n\n${comment}` : ""}`;
}
/** For a terminal: a line per rule. */
function ruleList(profile) {
	const width = Math.max(...CATALOGUE.map(({ id }) => id.length));
	return Object.entries(GROUPS).map(([group, title]) => {
		const rules = CATALOGUE.filter((rule) => rule.group === group);
		const lines = rules.map(({ id, title: what, severity }) => `  ${id.padEnd(width)}  ${severity[profile].padEnd(7)}  ${what}`);
		return rules.length === 0 ? "" : `${title}\n${lines.join("\n")}\n`;
	}).filter((block) => block !== "").join("\n");
}

// src/entry/rules-command.ts
/** `alembic-gate rules [RULE]`: the list of all rules, or what there is to know about one. */
/** Throws UsageError for a rule that does not exist. */
function rulesCommand(flags, [rule]) {
	const profile = PROFILES$1.find((one) => one === text(flags, "profile")) ?? "recommended";
	if (rule === void 0) {
		process.stdout.write(`${ruleList(profile)}\nalembic-gate rules RULE explains one; --profile shows another profile.\n`);
		return 0;
	}
	const page = rulePage(rule);
	if (page === null) {
		const ids = CATALOGUE.map(({ id }) => id);
		throw new UsageError(`${rule} ${unknownName("rule", rule, ids)}`);
	}
	process.stdout.write(page);
	return 0;
}

export { rulesCommand };