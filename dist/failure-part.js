// src/verify/place.ts
/** Of the whole proof rather than of a line. */
const NOWHERE = {
	path: null,
	line: null,
	revision: null
};
/** Nothing that a server showed can be suppressed in the file: what it did, it did. */
function placeOf({ path, line, revision }, environment) {
	return {
		path,
		line,
		endLine: line,
		revision,
		environment,
		suppressed: null
	};
}

// src/verify/declared-version.ts
/** One sentence; null where it did, as far as the declaration says (`8.0` is every 8.0), and where none is declared. */
function otherVersion({ engine, version, declaredVersion, declaredEngine }) {
	if (declaredEngine !== void 0) return `The proof ran on ${engine} ${version}, while the configuration declares ${declaredEngine}: what passes here says nothing of that one.`;
	if (declaredVersion === null) return null;
	const [numbers = ""] = version.split("-");
	if (`${numbers}.`.startsWith(`${declaredVersion}.`)) return null;
	return `The proof ran on ${engine} ${version}, while production is declared to be ${declaredVersion}: what locks, what is refused and what a default becomes can differ there.`;
}
const VERSION_CURE = "Give the gate a server of that version (`image:`, a service container, or a program on the machine), or correct `server: {version: …}`.";
/** One imperative sentence. */
const cureOf = ({ declaredEngine }) => declaredEngine === void 0 ? VERSION_CURE : `Prove on ${declaredEngine} as well: take the choice of SQLite away where the verdict is to count.`;
function versionFindings(proof, environment) {
	const message = otherVersion(proof);
	if (message === null) return [];
	return [{
		rule: "no-other-server-version",
		severity: "warning",
		message,
		help: cureOf(proof),
		...placeOf(NOWHERE, environment)
	}];
}

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

// src/verify/schema/diff.ts
/** Differences of all databases; one that exists on one side only counts as empty on the other. */
function diffDatabases(before, after) {
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((database) => diffSchemas(before.get(database) ?? emptied(after.get(database)), after.get(database) ?? emptied(before.get(database))).map((difference) => database === "" ? difference : {
		...difference,
		object: `${difference.object} of database \`${database}\``
	}));
}
/** The same database before anything was in it. */
function emptied(schema) {
	return schema && {
		...schema,
		objects: schema.objects.filter(({ kind }) => kind === "schema")
	};
}
/** What differs. Parts of a table that came or went as a whole are not listed beside it. */
function diffSchemas(before, after) {
	const old = byKey(before);
	const now = byKey(after);
	const moved = movedColumns(old, now);
	const differences = [];
	for (const [key, object] of old) {
		const other = now.get(key);
		if (other) differences.push(...attributes(object, other, moved, defaultCollation(after)));
		else if (isListed(object, now)) differences.push(difference$2(object, "exists", "yes", "no"));
	}
	for (const [key, object] of now) if (!old.has(key) && isListed(object, old)) differences.push(difference$2(object, "exists", "no", "yes"));
	return differences;
}
const WORDS$1 = {
	schema: "the database",
	table: "table",
	column: "column",
	index: "index",
	"primary-key": "the primary key of",
	unique: "unique constraint",
	"foreign-key": "foreign key",
	check: "check constraint",
	partition: "partition",
	view: "view",
	trigger: "trigger",
	enum: "enum",
	sequence: "sequence",
	routine: "routine",
	event: "event",
	extension: "extension",
	domain: "domain",
	type: "type",
	namespace: "schema",
	policy: "policy",
	rule: "rule"
};
/** "column `case`.`note`", "index `case`.`ix_note`", "the primary key of `case`". */
function objectInWords({ kind, table, name }) {
	if (kind === "schema") return WORDS$1.schema;
	if (kind === "primary-key") return `${WORDS$1[kind]} \`${table ?? name}\``;
	return `${WORDS$1[kind]} ${table === null ? "" : `\`${table}\`.`}\`${name}\``;
}
function attributes(old, now, moved, serverDefault) {
	const names = /* @__PURE__ */ new Set([...Object.keys(old.attributes), ...Object.keys(now.attributes)]);
	names.delete("position");
	const changed = [...names].flatMap((name) => {
		const before = old.attributes[name] ?? null;
		const after = now.attributes[name] ?? null;
		if (before === after) return [];
		return [difference$2(old, name, before, old.kind === "table" && name === "collation" && after !== null && after === serverDefault ? `${after} (the database's default)` : after)];
	});
	if (!moved.has(keyOf$2(old))) return changed;
	return [...changed, difference$2(old, "position", old.attributes["position"] ?? null, now.attributes["position"] ?? null)];
}
function difference$2(object, attribute, before, after) {
	const { kind, table, name } = object;
	return {
		kind,
		table,
		name,
		object: objectInWords(object),
		attribute,
		before,
		after
	};
}
/** Columns to move so that those common to both sides stand in the same order: all but a longest run in order. */
function movedColumns(old, now) {
	const tables = /* @__PURE__ */ new Map();
	for (const [key, object] of old) {
		const other = now.get(key);
		if (object.kind !== "column" || !other || object.table === null) continue;
		const columns = tables.get(object.table) ?? [];
		columns.push({
			key,
			before: Number(object.attributes["position"]),
			after: Number(other.attributes["position"])
		});
		tables.set(object.table, columns);
	}
	return new Set([...tables.values()].flatMap((columns) => {
		const ordered = columns.sort((a, b) => a.before - b.before);
		const staying = longestIncreasing(ordered.map(({ after }) => after));
		return ordered.filter((_, index) => !staying.has(index)).map(({ key }) => key);
	}));
}
/** Indexes of a longest strictly increasing subsequence. */
function longestIncreasing(values) {
	const best = [];
	let last = -1;
	values.forEach((value, index) => {
		let own = {
			length: 1,
			previous: -1
		};
		best.forEach(({ length }, earlier) => {
			if ((values[earlier] ?? 0) < value && length >= own.length) own = {
				length: length + 1,
				previous: earlier
			};
		});
		best.push(own);
		if (own.length > (best[last]?.length ?? 0)) last = index;
	});
	const kept = /* @__PURE__ */ new Set();
	for (let index = last; index >= 0; index = best[index]?.previous ?? -1) kept.add(index);
	return kept;
}
/** Whether an object that only one side has is said by itself: its table, if any, exists on the other side. */
function isListed(object, others) {
	return object.table === null || others.has(keyOf$2({
		kind: "table",
		table: null,
		name: object.table
	}));
}
function defaultCollation(schema) {
	return schema?.objects.find(({ kind }) => kind === "schema")?.attributes["collation"] ?? null;
}
function byKey(schema) {
	return new Map((schema?.objects ?? []).map((object) => [keyOf$2(object), object]));
}
function keyOf$2({ kind, table, name }) {
	return [
		kind,
		table ?? "",
		name
	].join("\0");
}

// src/verify/drift/drift.ts
/** `when` of a difference between models and database that the base does not have. */
const NEW = "new on the merge";
/** `when` of one that the base has and the new revisions take away, though no model changed there. */
const GHOST = "changed beside the models";
/** `when` of something that left the models and may stay in the database for now. */
const KEPT = "kept for a later release";
function driftSection({ opinions, statements, keepsRemoved }) {
	const { base, before, after } = opinions;
	const fresh = without(after, base);
	const repairs = without(before, base).length === 0 && without(base, before).length === 0;
	const ghosts = without(before.filter((one) => has(base, one) && (!repairs || isRemoval(one))), after);
	const differences = [...fresh.map((one) => placed(one, keepsRemoved && isRemoval(one) ? KEPT : NEW, statements)), ...ghosts.map((one) => placed(one, GHOST, statements))];
	const faults = differences.filter(({ when }) => when !== KEPT);
	const old = after.length - fresh.length;
	const reasons = [
		...faults.slice(0, LISTED$2).map(driftInWords),
		...faults.length > LISTED$2 ? [`${faults.length - LISTED$2} more`] : [],
		...differences.length > faults.length ? [`left in the database for a later release: ${differences.length - faults.length}`] : [],
		...old > 0 ? [`on the base already: ${old} ${old === 1 ? "difference" : "differences"}`] : []
	];
	return {
		name: "drift",
		outcome: faults.length > 0 ? "fail" : "pass",
		reason: reasons.join("; ") || null,
		differences
	};
}
const LISTED$2 = 3;
function without(changes, others) {
	return changes.filter((one) => !has(others, one));
}
function has(changes, wanted) {
	return changes.some((one) => keyOf$1(one) === keyOf$1(wanted));
}
function keyOf$1({ database, kind, table, name, attribute, before, after }) {
	return JSON.stringify([
		database,
		kind,
		table,
		name,
		attribute,
		before,
		after
	]);
}
const EXISTS = "exists";
function isRemoval({ attribute, after }) {
	return attribute === EXISTS && after === null;
}
/** Expected is what the models say, found what the database has. */
function placed({ database, kind, table, name, attribute, before, after }, when, statements) {
	const bare = (text) => text.split(".").at(-1) ?? text;
	const anchor = kind === "change" ? "table" : kind;
	const words = kind === "change" ? `\`${name}\` ${after ?? before ?? ""}`.trim() : objectInWords({
		kind,
		table,
		name
	});
	const object = database === "" ? words : `${words} of database \`${database}\``;
	const at = statementOf({
		kind: anchor,
		table: table === null ? null : bare(table),
		name: bare(name),
		object,
		attribute,
		before,
		after
	}, statements.toReversed());
	const there = (text) => attribute === EXISTS ? text === null ? "no" : "yes" : text;
	return {
		object,
		attribute,
		before: there(after),
		after: there(before),
		path: at?.path ?? null,
		line: at?.line ?? null,
		revision: null,
		when
	};
}
/** "column `case`.`note` is in the models and not in the database". */
function driftInWords({ object, attribute, before, after, when }) {
	if (when === "changed beside the models") return `${attribute !== EXISTS ? `${attribute} of ${object}` : object} is changed though no model of the pull request asks for it`;
	if (attribute !== EXISTS) return `${object}: its ${attribute} is ${before ?? "none"} in the models and ${after ?? "none"} in the database`;
	return before === "yes" ? `${object} is in the models and not in the database` : `${object} is in the database and not in the models`;
}
/** One per difference that counts. */
function driftFindings({ differences }, environment) {
	return differences.filter(({ when }) => when !== KEPT).map((difference) => {
		const isGhost = difference.when === GHOST;
		const words = driftInWords(difference);
		return {
			rule: isGhost ? "no-ghost-change" : "no-new-drift",
			severity: isGhost ? "warning" : "error",
			message: `After the upgrade ${isGhost ? "" : "models and database differ where they did not: "}${words}.`,
			help: isGhost ? "Take the operation out: autogenerate saw in some database what is not of this change. If it is meant as a repair, make it a pull request of its own." : "Make the revision do what the models say, or the models what the revision does; `alembic revision --autogenerate` on an upgraded database writes what is missing.",
			...placeOf(difference, environment)
		};
	});
}

// src/verify/round-trip/round-trip.ts
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
const LISTED$1 = 3;
function listed(differences, when) {
	const rest = differences.length - LISTED$1;
	const first = differences.slice(0, LISTED$1).map((difference) => differenceInWords({
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

// src/verify/fresh-install/fresh-install.ts
/** Attribute of a difference in what is stamped, and its object. */
const STAMP = {
	object: "the version table",
	attribute: "revisions"
};
/** Attribute of the difference that stands for a command which no longer ends well. */
const OUTCOME$1 = "outcome";
function freshInstallSection({ command, differences, onBase, statements, revisions }) {
	const known = new Set(onBase.map(keyOf));
	const real = differences.filter((one) => !isMinor(one));
	const own = real.filter((one) => !known.has(keyOf(one)));
	const old = real.length - own.length;
	const aside = old === 0 ? [] : [`${old} ${old === 1 ? "difference was" : "differences were"} on the base already`];
	const section = {
		name: "fresh-install",
		differences: own.map((one) => {
			const { path = null, line = null } = (one.name === "" ? null : statementOf(one, statements)) ?? {};
			const { object, attribute, before, after } = one;
			return {
				object,
				attribute,
				before,
				after,
				path,
				line,
				revision: revisions.get(path ?? "") ?? null
			};
		})
	};
	if (own.length === 0) return {
		...section,
		outcome: "pass",
		reason: [`\`${command}\` makes what the migrations make`, ...aside].join("; ")
	};
	const listed = own.slice(0, LISTED).map(inWords$3).join(", ");
	const rest = own.length - LISTED;
	const words = `a database that \`${command}\` makes is not what the migrations make: ${listed}${rest > 0 ? ` and ${rest} more` : ""}`;
	return {
		...section,
		outcome: "fail",
		reason: [words, ...aside].join("; ")
	};
}
const LISTED = 3;
/** A stamp that was wrong before is the same fault, whatever the heads are now. */
const keyOf = ({ object, attribute, before, after }) => JSON.stringify(object === STAMP.object ? [object] : [
	object,
	attribute,
	before,
	after
]);
function inWords$3({ object, attribute, before, after }) {
	if (attribute === "outcome") return `it fails now: ${after ?? ""}`;
	if (attribute === "exists") return `${object} is made by ${after === "no" ? "the migrations" : "the command"} only`;
	if (object === STAMP.object) return `it stamps ${after ?? "nothing"}, and the head is ${before ?? "none"}`;
	return `${object}: ${attribute} ${valueInWords(before)} by the migrations, ${valueInWords(after)} by the command`;
}
/** One finding, at the first line that is known. */
function freshInstallFindings({ outcome, reason, differences }, environment) {
	if (outcome !== "fail") return [];
	const at = differences.find(({ path }) => path !== null);
	return [{
		rule: "no-fresh-install-difference",
		severity: "error",
		message: `New installations and migrated databases part: ${reason ?? "no reason given"}.`,
		help: "Make models and migrations say the same, names, defaults and server-side options included, or let the command run the migrations.",
		...placeOf(at ?? NOWHERE, environment)
	}];
}

// src/verify/brief.ts
/** Texts of others made fit for sentences that quote them. */
const LIMIT = 120;
/** A statement on one line, cut to what a sentence can hold. */
function brief(sql) {
	const line = sql.replaceAll(/\s+/g, " ").trim();
	return line.length > LIMIT ? `${line.slice(0, LIMIT)}…` : line;
}
/** Where Python keeps an object differs from run to run, and means nothing to anybody. */
function withoutAddresses(text) {
	return text.replaceAll(/ at 0x[0-9a-f]+/gi, "");
}

// src/verify/interruption/interruption.ts
function interruptionSection({ tried, skipped, idle, failing }) {
	const name = "interruption";
	const differences = tried.flatMap(difference$1);
	const bad = tried.filter(({ faults }) => faults.length > 0).length;
	const reasons = [
		`stopped after ${tried.length} ${tried.length === 1 ? "statement" : "statements"} and run again: ${bad === 0 ? "the same schema each time" : `${bad} did not come to the same schema`}`,
		...skipped === 0 ? [] : [`${skipped} more were not tried, ${tried.length} is the limit`],
		...failing === null ? [] : [`the upgrade of \`${failing}\` fails even uninterrupted`]
	];
	if (tried.length === 0 && failing === null) return {
		name,
		outcome: "not-applicable",
		reason: idle,
		differences
	};
	return {
		name,
		outcome: bad > 0 ? "fail" : failing === null ? "pass" : "not-evaluated",
		reason: reasons.join("; "),
		differences
	};
}
function difference$1({ revision, path, after, left, faults }) {
	if (faults.length === 0) return [];
	return [{
		object: `the upgrade of \`${revision}\`, stopped after \`${brief(after.sql)}\``,
		attribute: "second run",
		before: "the same schema",
		after: `${faults.slice(0, 3).join("; ")}. ${recovery(revision, left)}`,
		path,
		line: after.line,
		revision,
		when: `after ${brief(after.sql)}`.slice(0, 200)
	}];
}
/** Forward, because that needs nothing that is not known: the statements that did not run, then the version. */
function recovery(revision, left) {
	const sql = left.map((text) => `${text.trim().replace(/;$/, "")};`).join(" ");
	const values = left.some((text) => /%s|%\(\w+\)s|\?/.test(text)) ? ", with the values that the file gives," : "";
	return `To recover, ${sql === "" ? "" : `run by hand${values} what is left: ${sql} and then `}\`alembic stamp ${revision}\``;
}
/** One per revision: the first place in it where an interruption does harm. */
function interruptionFindings({ differences }, environment) {
	return differences.filter(({ revision }, index) => differences.findIndex((one) => one.revision === revision) === index).map(({ object, after, ...place }) => ({
		rule: "no-failing-migration",
		severity: "error",
		message: `T${object.slice(1)} and run again, does not come to the same schema: ${after ?? ""}.`,
		help: "Give each statement a revision of its own, or guard it (IF NOT EXISTS, or a look with the inspector), so that a second run goes on where the first one stopped.",
		...placeOf(place, environment)
	}));
}

// src/verify/lock-class/lock-class.ts
const REBUILD = "rebuild";
const LOCK = "lock";
/** `stopped` is the revision whose upgrade failed, so that nothing is known of what would follow. */
function lockSection(found, stopped) {
	const asked = found.flatMap(({ lock, ...one }) => lock === null ? [] : [{
		...one,
		lock
	}]);
	const unknown = asked.filter(({ lock }) => lock.lockClass === "unknown");
	const differences = asked.flatMap(difference);
	const counts = [
		"instant",
		"online",
		"blocks-writes",
		"unknown"
	].flatMap((lockClass) => {
		const { length } = asked.filter(({ lock }) => lock.lockClass === lockClass);
		return length === 0 ? [] : [`${length} ${WORDS[lockClass]}`];
	});
	const reasons = [
		...asked.length === 0 ? [] : [`changes of tables that were there before: ${counts.join(", ")}`],
		...unknown.slice(0, 1).map(({ statement, lock }) => `\`${brief(statement.sql)}\`: ${lock.how}`),
		...stopped === null ? [] : [`the upgrade of \`${stopped}\` fails, and what follows it was not asked`]
	];
	const name = "lock-class";
	if (reasons.length === 0) return {
		name,
		outcome: "not-applicable",
		reason: "no new revision changes a table that was there before",
		differences
	};
	const isUnknown = unknown.length > 0 || stopped !== null;
	return {
		name,
		outcome: differences.length > 0 ? "fail" : isUnknown ? "not-evaluated" : "pass",
		reason: reasons.join("; "),
		differences
	};
}
const WORDS = {
	instant: "instant",
	online: "online",
	"blocks-writes": "blocking",
	unknown: "unknown"
};
function difference({ revision, statement, lock }) {
	const { lockClass, rebuilds, tables, how } = lock;
	if (lockClass !== "blocks-writes" && rebuilds !== true) return [];
	const { path, line } = statement;
	return tables.map((table) => ({
		object: `table \`${table}\``,
		attribute: rebuilds === true ? REBUILD : LOCK,
		before: "nobody waits",
		after: `${lockClass === "online" ? "" : "writes wait: "}${how}`,
		path,
		line,
		revision
	}));
}
/** What was learned of the upgrades, at the same statements of the round trip's. */
function withLocks(steps, found) {
	return steps.map((step) => {
		if (step.direction === "downgrade") return step;
		const own = found.filter(({ revision }) => revision === step.revision);
		const statements = step.statements.map((statement, index) => {
			const same = own[index]?.statement.sql === statement.sql ? own[index].lock : null;
			return same === null ? statement : {
				...statement,
				lockClass: same.lockClass,
				rebuilds: same.rebuilds
			};
		});
		return {
			...step,
			statements
		};
	});
}
/** One finding per line and table. */
function lockFindings({ differences }, environment) {
	return differences.map(({ object, attribute, after, ...place }) => {
		const isRebuild = attribute === REBUILD;
		const what = isRebuild ? "is rebuilt with all its rows" : "is locked against writes for its whole length";
		return {
			rule: isRebuild ? "no-table-rebuild" : "no-blocking-change",
			severity: "warning",
			message: `T${object.slice(1)} ${what}: ${after ?? ""}.`,
			help: isRebuild ? "Add a new column or table beside it, fill it in batches and switch over, or make the change with an online schema-change tool." : "Use a form that lets others write (PostgreSQL: CREATE INDEX CONCURRENTLY, constraints NOT VALID and then VALIDATE), or make the change with an online schema-change tool or while nobody writes.",
			...placeOf(place, environment)
		};
	});
}

// src/verify/old-code/old-code.ts
/** `when` of a difference that depends on the row. */
const SOME = "with some of the rows that the base takes";
/** A constraint may refuse what no code ever writes; a type that takes less was made for what is refused now. */
const CONSTRAINT = /duplicate|unique|violates|conflicting key|check constraint|CONSTRAINT .* failed|foreign key|cannot be null|null value|doesn't have a default/i;
function oldCodeSection({ breaks, untried, unread, unmapped, steps }) {
	const differences = merged(breaks).map((one) => oldCodeDifference(one, steps));
	const excused = unmapped.length === 0 ? [] : [`no model of the base maps ${unmapped.map(unmappedInWords).join(", ")}, so no code reads it`];
	const open = [...untried].map(([table, said]) => `no row could be made at the base for \`${table}\` (${said || "no reason given"})`);
	if (unread.size > 0) open.push(`whether ${[...unread].join(", ")} still takes what code of the base writes there cannot be told by generated text; give rows as they are with \`seed: FILE\``);
	if (differences.length > 0) return section("fail", [
		...differences.map(inWords$2),
		...open,
		...excused
	], differences);
	return open.length > 0 ? section("not-evaluated", [...open, ...excused]) : section("pass", excused);
}
function section(outcome, reasons, differences = []) {
	return {
		name: "old-code",
		outcome,
		reason: reasons.join("; ") || null,
		differences
	};
}
/** What is refused in the same words is one thing. */
function merged(breaks) {
	const found = /* @__PURE__ */ new Map();
	for (const one of breaks) {
		const key = [one.head, one.said].join("\0");
		const other = found.get(key);
		found.set(key, other === void 0 ? one : {
			...other,
			ordinary: other.ordinary || one.ordinary
		});
	}
	return [...found.values()];
}
function oldCodeDifference(one, steps) {
	const changed = culpritOf$1(one, steps);
	const onlySome = !one.ordinary && CONSTRAINT.test(one.said);
	return {
		object: objectOf(one),
		attribute: one.head,
		before: "works",
		after: one.said,
		path: changed?.statement.path ?? null,
		line: changed?.statement.line ?? null,
		revision: changed?.revision ?? null,
		...onlySome ? { when: SOME } : {}
	};
}
function objectOf({ database, table, isView }) {
	const object = `${isView ? "view" : "table"} \`${table}\``;
	return database === "" ? object : `${object} of database \`${database}\``;
}
const unmappedInWords = ({ table, column }) => column === null ? `\`${table}\`` : `\`${table}\`.\`${column}\``;
/** The last statement about what the server quotes, the column or the key, else about the table. */
function culpritOf$1({ table, said }, steps) {
	const bare = lastPart(table);
	const names = [...said.matchAll(/["'`]([\w.$]+)["'`]/g)].map(([, name = ""]) => lastPart(name));
	const own = steps.flatMap(({ revision, statements }) => statements.map((statement) => ({
		revision,
		statement
	}))).filter(({ statement: { line, sql } }) => line !== null && DEFINITION.test(sql) && mentions(sql, bare)).toReversed();
	return own.find(({ statement: { sql } }) => names.some((name) => name !== bare && mentions(sql, name))) ?? own[0];
}
const lastPart = (name) => name.split(".").at(-1) ?? name;
function inWords$2({ attribute, after, when }) {
	return `${attribute} … fails${when === void 0 ? "" : ` ${when}`}: ${after ?? "no reason given"}`;
}
/** What only some rows run into may never be written, so it warns. */
function oldCodeFindings({ differences }, environment) {
	return differences.map((difference) => {
		const { object, when } = difference;
		return {
			rule: "no-old-code-break",
			severity: when === void 0 ? "error" : "warning",
			message: `Code of the base that still runs while this deploys breaks on ${object}: after the upgrade ${inWords$2(difference)}`,
			help: when === void 0 ? "Split it: first a revision that old code can live with (nullable, or with a server default; new names beside the old ones), and take the old away once no old code runs; or say `deploys: stop`." : "See to it that no code which still runs writes such rows, in a release before this one; or say `deploys: stop`.",
			...placeOf(difference, environment)
		};
	});
}

// src/verify/rows/section.ts
const VALUES = "values";
const ROWS = "rows";
/** A table without rows that a new revision is about proves nothing of it. */
function rowsSection({ differences, stopped, empty, steps }) {
	const sql = steps.flatMap(({ statements }) => statements.filter(({ line }) => line !== null).map((one) => one.sql));
	const open = [...empty].filter(([table]) => sql.some((text) => mentions(text, table)));
	const unfilled = [...empty].map(([table, said]) => `no row could be made for \`${table}\` (${said || "no reason given"})`);
	const section = {
		name: "rows",
		differences
	};
	const left = [...stopped === null ? [] : [stopped], ...unfilled];
	if (differences.length > 0) return {
		...section,
		outcome: "fail",
		reason: [...differences.map(inWords$1), ...left].join("; ")
	};
	if (stopped !== null || open.length > 0) return {
		...section,
		outcome: "not-evaluated",
		reason: left.join("; ")
	};
	return {
		...section,
		outcome: "pass",
		reason: unfilled.join("; ") || null
	};
}
/** One finding per difference. */
function rowsFindings({ differences }, environment) {
	return differences.map((difference) => {
		const isLoss = difference.attribute === VALUES || difference.attribute === ROWS;
		return {
			rule: isLoss ? "no-round-trip-difference" : "no-failing-migration",
			severity: "error",
			message: isLoss ? `The rows differ: ${inWords$1(difference)}.` : `On a real server, ${inWords$1(difference)}`,
			help: isLoss ? "Make `downgrade()` touch only what `upgrade()` changed, or declare it with `# alembic-gate: irreversible reason` above `def downgrade`." : "Make the rows fit first, in this revision or one before it: fill NULLs, join duplicates, shorten what is too long.",
			...placeOf(difference, environment)
		};
	});
}
/** A step that works without rows and not with them; `tables` are those that have rows. */
function failedWithRows(step, tables) {
	const last = step.statements.findLast(({ line }) => line !== null)?.sql ?? "";
	const table = tables.find((name) => mentions(last, name));
	return {
		object: table === void 0 ? "the database" : `table \`${table}\``,
		attribute: step.direction,
		before: "works",
		after: step.error,
		path: step.at?.path ?? null,
		line: step.at?.line ?? null,
		revision: step.revision,
		when: table === void 0 ? "with rows" : `with rows in \`${table}\``
	};
}
/** A step that cannot read generated text in these columns. */
function stoppedAtText({ revision, direction, error }, columns) {
	return `the ${direction === "upgrade-again" ? "second upgrade" : direction} of \`${revision}\` does not take the text that was generated for ${columns.join(", ")} (${error ?? "no reason given"}), which says nothing of the text that is there; give rows as they are with \`seed: FILE\``;
}
const TAKES_ROWS = /^\s*(UPDATE|DELETE|DROP|TRUNCATE|REPLACE|MERGE|WITH)\b/i;
/** Of a downgrade's statements, the one that did it: what writes there comes before what only names the table. */
function culpritOf({ table, column }, statements) {
	const name = table.split(".").at(-1) ?? table;
	const own = statements.filter(({ sql, line }) => line !== null && mentions(sql, name));
	const writing = own.filter(({ sql }) => TAKES_ROWS.test(sql));
	return writing.find(({ sql }) => column !== null && mentions(sql, column)) ?? writing[0] ?? own[0];
}
/** `line` is that of the statement which did it, else of the downgrade. */
function lostRows({ table, column, before, changed }, { revision, path, line }) {
	return {
		object: column === null ? `table \`${table}\`` : `column \`${table}\`.\`${column}\``,
		attribute: column === null ? ROWS : VALUES,
		before: `${before} rows`,
		after: column === null ? `${changed} of them are gone` : `${changed} of them differ`,
		path,
		line,
		revision,
		when: "after the downgrade"
	};
}
function inWords$1({ object, attribute, before, after, revision, when }) {
	if (attribute === VALUES || attribute === ROWS) return `${object} had ${before ?? ""}, and ${when ?? ""} of \`${revision ?? ""}\` ${after ?? ""}, though the upgrade does not write there`;
	return `${when ?? ""} the ${attribute === "upgrade-again" ? "second upgrade" : attribute} of \`${revision ?? ""}\` fails: ${after ?? "no reason given"}`;
}

// src/verify/start-states/start-states.ts
/** `attribute` of the difference that stands for an upgrade which raised. */
const OUTCOME = "outcome";
/** One finding, at the first line that is known. */
function startStateFindings({ outcome, reason, differences }, environment) {
	if (outcome !== "fail") return [];
	const faults = differences.filter((one) => !isMinor(one));
	const at = faults.find(({ path }) => path !== null);
	return [{
		rule: faults.some(({ attribute }) => attribute === "outcome") ? "no-failing-migration" : "no-order-dependent-siblings",
		severity: "error",
		message: `Not every database of \`deployed:\` reaches the schema of the merge: ${reason ?? "no reason given"}.`,
		help: "Make the revisions independent of what a database ran before them, or take states that no database is in any more out of `deployed:`.",
		...placeOf(at ?? NOWHERE, environment)
	}];
}

// src/verify/two-deployers/two-deployers.ts
/** What `proofs: {two-deployers: …}` asks for; the command is the environment's own way to its head where none is named. */
function deploymentOf(options, environment, heads, stepMs) {
	const { command, within } = typeof options === "object" && options !== null ? options : {};
	return {
		command: command ?? `${ownWay(environment)} upgrade ${heads > 1 ? "heads" : "head"}`,
		withinMs: within === void 0 ? stepMs : within * 1e3
	};
}
function ownWay({ declared, flavour, ini, workingDirectory, scriptLocation }) {
	if (declared?.command !== void 0) return declared.command;
	if (flavour === "flask-migrate") return `flask${declared?.app === void 0 ? "" : ` --app ${quoted(declared.app)}`} db -d ${quoted(fromWork(scriptLocation, workingDirectory))}`;
	return ini === null ? "alembic" : `alembic -c ${quoted(fromWork(ini, workingDirectory))}`;
}
const fromWork = (path, directory) => path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path;
const quoted = (text) => /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
function twoDeployersSection({ command }, faults) {
	const differences = faults.map(({ who, said, recovery }) => ({
		object: who,
		attribute: "end",
		before: "all end well",
		after: recovery === null ? said : `${said}. To recover, ${recovery}`,
		path: null,
		line: null,
		revision: null
	}));
	const reason = faults.length === 0 ? `\`${command}\` ended well twice at once, left no lock, and ended well after one that was killed` : differences.map(inWords).join("; ");
	return {
		name: "two-deployers",
		outcome: faults.length === 0 ? "pass" : "fail",
		reason,
		differences
	};
}
const inWords = ({ object, after }) => `${object}: ${after ?? "no reason given"}`;
function twoDeployersFindings({ differences }, environment) {
	return differences.map((difference) => ({
		rule: "no-failing-migration",
		severity: "error",
		message: `A deployment of this cannot be started twice: ${inWords(difference)}`,
		help: "Let the deploy command take a lock that ends with its session (GET_LOCK, pg_advisory_lock) before it reads the version, and let it wait for that lock.",
		...placeOf(NOWHERE, environment)
	}));
}

// src/verify/failure.ts
/** One sentence: what is missing and what to write where. `interpreter` is the Python that was used, as found. */
function explainFailure(failure, interpreter) {
	const subject = failure.subject ?? "";
	const told = `${failure.class}: ${firstLine(failure.message)}${failure.at === null ? "" : ` (${failure.at.path}:${failure.at.line})`}`;
	switch (failure.kind) {
		case "no-python": return `No Python was found (${failure.message}); install the project's environment before the gate runs, or name the interpreter with \`python:\` in the environment's configuration.`;
		case "no-alembic": return `${interpreter} has no ${subject}; install the project's dependencies there, or name another interpreter with \`python:\` in the environment's configuration.`;
		case "missing-module": return `The project imports \`${subject}\`, which ${interpreter} does not have; install it there, or name another interpreter with \`python:\` in the environment's configuration.`;
		case "missing-variable": return missingVariables(subject.split(", "));
		case "missing-extension": return `The server has no extension \`${subject}\`; name an image that carries it with \`image:\`, and list it in \`server: {extensions: […]}\`.`;
		case "foreign-file": return `The project opens ${failure.subject === null ? "another SQLite file (by ATTACH or a connection class of its own)" : `the SQLite file \`${subject}\` past \`sqlite3.connect\``}, which the proof does not let it reach; judge that environment without a database (\`database: none\`).`;
		case "service": return `The project needs ${subject || "a service"} to start, and it does not answer; start it as a service of the job, or point the project elsewhere with \`env:\` (${told}).`;
		case "database": return `The project's connection to the scratch database failed before any migration ran: ${told}.`;
		case "no-driver": return `${interpreter} has none of the drivers ${subject}; install the one that the project uses in production there.`;
		case "foreign-dialect": return `The project connects with SQLAlchemy's dialect \`${subject}\`, which is not the engine of this proof; name the engine with \`engine:\`, or the variable that holds the project's URL with \`url-env:\`.`;
		case "no-application": return `Flask found no application from the environment's working directory; name it with \`app: package.module:create_app\` (${told}).`;
		case "no-migrate": return "The Flask application that was found has no Flask-Migrate; name the right application with `app: package.module:create_app`.";
		case "nothing-ran": return "env.py came to its end without running a migration; if it expects arguments, give them with `x-args:`.";
		case "no-models": return "env.py gives Alembic no models (`target_metadata` is None or empty).";
		case "alembic": return `Alembic refuses: ${firstLine(failure.message)}`;
		case "exit": return `The project's code ended the interpreter while it was loaded (${told}); what it needs to start can be given with \`env:\`.`;
		case "environment": return `The project's env.py or application raised before any migration ran: ${told}; what it needs to start can be given with \`env:\` and \`x-args:\`.`;
		case "command": return `The command ${interpreter} ended before any migration ran: ${failure.message}; run it by hand as it stands there, and correct \`command:\` or what it needs to start.`;
		case "unseen": return `The command ${interpreter} ended well, but no Alembic was seen at work; \`command:\` must run the project's own Python on this machine (no container, no \`python -I\`) and take \`upgrade\` and \`downgrade\` with a revision at its end.`;
		case "died": return `The project's interpreter died: ${failure.message}.`;
		case "timeout": return `The project's code gave no answer: ${failure.message}; raise \`timeouts:\` if it needs longer.`;
		case "migration": return `${failure.class}: ${firstLine(failure.message)}`;
	}
}
function missingVariables(names) {
	const isOne = names.length === 1;
	const listed = names.map((name) => `\`${name}\``).join(", ");
	const values = names.map((name) => `${name}: …`).join(", ");
	return `The project needs the environment ${isOne ? "variable" : "variables"} ${listed} to start; give ${isOne ? "it a harmless value" : "them harmless values"} with \`env: {${values}}\`, or name in \`url-env:\` ${isOne ? "it if it" : "the one that"} holds the database's URL.`;
}
function firstLine(text) {
	return text.split("\n", 1)[0] ?? "";
}

export { valueInWords as A, NOWHERE as B, STAMP as C, differenceInWords as D, AFTER_DOWNGRADE as E, mentions as F, statementOf as I, cureOf as L, driftSection as M, diffDatabases as N, isMinor as O, diffSchemas as P, otherVersion as R, OUTCOME$1 as S, freshInstallSection as T, placeOf as V, lockSection as _, OUTCOME as a, interruptionSection as b, failedWithRows as c, rowsSection as d, stoppedAtText as f, lockFindings as g, section as h, twoDeployersSection as i, driftFindings as j, roundTripSection as k, lostRows as l, oldCodeSection as m, deploymentOf as n, startStateFindings as o, oldCodeFindings as p, twoDeployersFindings as r, culpritOf as s, explainFailure as t, rowsFindings as u, withLocks as v, freshInstallFindings as w, withoutAddresses as x, interruptionFindings as y, versionFindings as z };