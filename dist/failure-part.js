// src/verify/anchor.ts
/**
* `statements` in order of preference (downgrade's before upgrade's). A statement touches an object if its text has the
* names of table and object; a part of a table is also touched by a statement on the table, if none names the part.
*/
function lineOf(difference, statements, otherwise) {
	return statementOf(difference, statements)?.line ?? otherwise;
}
/** The statement itself, for those who do not know the file; `path` and `line` of what is found are never null. */
function statementOf(difference, statements) {
	const anchored = statements.filter(({ sql, line }) => line !== null && DEFINITION.test(sql));
	const naming = (names) => anchored.find(({ sql }) => names.every((name) => name === null || mentions(sql, name)));
	const exact = difference.kind === "primary-key" ? void 0 : naming([difference.table, difference.name]);
	const onTable = difference.table === null ? void 0 : naming([difference.table]);
	return exact ?? onTable;
}
/** Queries name columns too, and change none. */
const DEFINITION = /^\s*(ALTER|CREATE|DROP|RENAME|COMMENT)\b/i;
/** A whole name, quoted or bare: `case` is not in `case_note`. */
function mentions(sql, name) {
	const lower = sql.toLowerCase();
	const wanted = name.toLowerCase();
	for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) if (!isNamePart(lower[at - 1]) && !isNamePart(lower[at + wanted.length])) return true;
	return false;
}
function isNamePart(character) {
	return character !== void 0 && /[\p{L}\p{N}_$]/u.test(character);
}

// src/verify/round-trip.ts
/** The first proof: every new revision up, down and up again leaves the schema it found, and makes the one it made. */
const AFTER_DOWNGRADE = "after the downgrade";
const AFTER_SECOND_UPGRADE = "after the second upgrade";
/**
* `unreached` are new revisions that never got their turn because an earlier one failed; `passedOver` those that lie
* below a revision of the base, so that no database at the base ever runs them.
*/
function roundTripSection(trips, unreached, passedOver) {
	const differences = trips.flatMap(tripDifferences);
	const faults = trips.flatMap(tripFaults);
	const declared = trips.flatMap(({ revision, irreversible }) => irreversible === null ? [] : [`${code(revision)} is declared irreversible: ${irreversible}`]);
	const open = [...unreached.length === 0 ? [] : [`not reached: ${unreached.map(code).join(", ")}`], ...passedOver.length === 0 ? [] : [`never run where the base is deployed: ${passedOver.map(code).join(", ")}`]];
	const section = {
		name: "round-trip",
		differences,
		reason: [
			...faults,
			...open,
			...declared
		].join("; ") || null
	};
	if (faults.length > 0) return {
		...section,
		outcome: "fail"
	};
	if (open.length > 0) return {
		...section,
		outcome: "not-evaluated"
	};
	if (trips.length === 0) return {
		...section,
		outcome: "not-applicable",
		reason: "no new revision to prove"
	};
	return {
		...section,
		outcome: declared.length === trips.length ? "not-applicable" : "pass"
	};
}
/** A column that only stands elsewhere is told and never fails: `op.add_column` cannot put it back in its place. */
function isMinor(difference) {
	return difference.attribute === "position";
}
function tripFaults(trip) {
	const failed = trip.steps.filter(({ outcome }) => outcome !== "pass").map(({ direction, error }) => `the ${spoken(direction)} of ${code(trip.revision)} failed: ${error ?? "no reason given"}`);
	const returned = trip.returned.filter((difference) => !isMinor(difference));
	const repeated = trip.repeated.filter((difference) => !isMinor(difference));
	return [
		...returned.length === 0 ? [] : [`${subject(trip)}; ${AFTER_DOWNGRADE}: ${listed(returned, AFTER_DOWNGRADE)}`],
		...failed,
		...repeated.length === 0 ? [] : [`${code(trip.revision)} run twice gives another schema; ${AFTER_SECOND_UPGRADE}: ${listed(repeated, AFTER_SECOND_UPGRADE)}`]
	];
}
function subject(trip) {
	const does = statementsOf(trip, "downgrade").some(({ line }) => line !== null);
	return `the downgrade of ${code(trip.revision)} ${does ? "does not restore the schema" : "does nothing"}`;
}
const LISTED = 3;
function listed(differences, when) {
	const rest = differences.length - LISTED;
	const first = differences.slice(0, LISTED).map((difference) => differenceInWords({
		...difference,
		when
	})).join(", ");
	return rest > 0 ? `${first} and ${rest} more` : first;
}
/** "index `case`.`ix` stays", "column `case`.`note`: comment 'x' → ''". */
function differenceInWords({ object, attribute, before, after, when }) {
	if (attribute !== "exists") return `${object}: ${attribute} ${valueInWords(before)} → ${valueInWords(after)}`;
	if (when === "after the downgrade") return `${object} ${after === "no" ? "does not come back" : "stays"}`;
	return `${object} ${after === "no" ? "is gone" : "is new"}`;
}
/** A value of an attribute in quotes, SQL's none as `none`. */
function valueInWords(text) {
	if (text === null) return "none";
	return text.startsWith("'") ? text : `'${text}'`;
}
function tripDifferences(trip) {
	const down = statementsOf(trip, "downgrade");
	const up = statementsOf(trip, "upgrade");
	const placed = (differences, when, statements) => differences.map((difference) => ({
		object: difference.object,
		attribute: difference.attribute,
		before: difference.before,
		after: difference.after,
		path: trip.path,
		line: lineOf(difference, statements, trip.downgradeLine),
		revision: trip.revision,
		when
	}));
	return [...placed(trip.returned, AFTER_DOWNGRADE, [...down, ...up]), ...placed(trip.repeated, AFTER_SECOND_UPGRADE, [...up, ...down])];
}
function statementsOf(trip, direction) {
	return trip.steps.find((step) => step.direction === direction)?.statements ?? [];
}
function spoken(direction) {
	return direction === "upgrade-again" ? "second upgrade" : direction;
}
function code(id) {
	return `\`${id}\``;
}

// src/verify/beyond.ts
const KEYS = [
	["command", "command"],
	["setup", "setup"],
	["carry", "carry"]
];
/** One sentence; null where everything that is asked can be done. */
function beyondThisVersion(declared) {
	if (declared === null) return null;
	const asked = KEYS.filter(([key]) => declared[key] !== void 0).map(([, name]) => name);
	if (declared.baseState !== void 0 && declared.baseState !== "migrations") asked.push("base-state");
	if (asked.length === 0) return null;
	return `the configuration asks for ${asked.join(", ")}, which this version does not do, so a proof would be of something else: take it out, or judge the graph alone with database: none`;
}
const UNBUILT = [
	"rows",
	"old-code",
	"lock-class",
	"interruption",
	"drift",
	"start-states",
	"fresh-install",
	"two-deployers"
];
/** The proofs that the design names and this version does not have: nothing is claimed of them. */
const unbuiltSections = UNBUILT.map((name) => ({
	name,
	outcome: "off",
	reason: "this version does not have this proof",
	differences: []
}));

// src/verify/failure.ts
/** One sentence: what is missing and what to write where. `interpreter` is the Python that was used, as found. */
function explainFailure(failure, interpreter) {
	const subject = failure.subject ?? "";
	const told = `${failure.class}: ${firstLine(failure.message)}${failure.at === null ? "" : ` (${failure.at.path}:${failure.at.line})`}`;
	switch (failure.kind) {
		case "no-python": return `No Python was found (${failure.message}); install the project's environment before the gate runs, or name the interpreter with \`python:\` in the environment's configuration.`;
		case "no-alembic": return `${interpreter} has no ${subject}; install the project's dependencies there, or name another interpreter with \`python:\` in the environment's configuration.`;
		case "missing-module": return `The project imports \`${subject}\`, which ${interpreter} does not have; install it there, or name another interpreter with \`python:\` in the environment's configuration.`;
		case "missing-variable": return `The project needs the environment variable \`${subject}\` to start; give it a harmless value with \`env: {${subject}: …}\`, or name it in \`url-env:\` if it holds the database's URL.`;
		case "missing-extension": return `The server has no extension \`${subject}\`; name an image that carries it with \`image:\`, and list it in \`server: {extensions: […]}\`.`;
		case "service": return `The project needs ${subject || "a service"} to start, and it does not answer; start it as a service of the job, or point the project elsewhere with \`env:\` (${told}).`;
		case "database": return `The project's connection to the scratch database failed before any migration ran: ${told}.`;
		case "no-driver": return `${interpreter} has none of the drivers ${subject}; install the one that the project uses in production there.`;
		case "foreign-dialect": return `The project connects with SQLAlchemy's dialect \`${subject}\`, which is not the engine of this proof; name the engine with \`engine:\`, or the variable that holds the project's URL with \`url-env:\`.`;
		case "no-application": return `Flask found no application from the environment's working directory; name it with \`app: package.module:create_app\` (${told}).`;
		case "no-migrate": return "The Flask application that was found has no Flask-Migrate; name the right application with `app: package.module:create_app`.";
		case "nothing-ran": return "env.py came to its end without running a migration; if it expects arguments, give them with `x-args:`.";
		case "alembic": return `Alembic refuses: ${firstLine(failure.message)}`;
		case "exit": return `The project's code ended the interpreter while it was loaded (${told}); what it needs to start can be given with \`env:\`.`;
		case "environment": return `The project's env.py or application raised before any migration ran: ${told}; what it needs to start can be given with \`env:\` and \`x-args:\`.`;
		case "died": return `The project's interpreter died: ${failure.message}.`;
		case "timeout": return `The project's code gave no answer: ${failure.message}; raise \`timeouts:\` if it needs longer.`;
		case "migration": return `${failure.class}: ${firstLine(failure.message)}`;
	}
}
function firstLine(text) {
	return text.split("\n", 1)[0] ?? "";
}

export { differenceInWords as a, valueInWords as c, AFTER_DOWNGRADE as i, statementOf as l, beyondThisVersion as n, isMinor as o, unbuiltSections as r, roundTripSection as s, explainFailure as t };