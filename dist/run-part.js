import { a as differenceInWords, c as valueInWords, l as statementOf, o as isMinor, r as unbuiltSections, s as roundTripSection, t as explainFailure } from "./failure-part.js";

// src/verify/plan.ts
/** `base` is the graph of the base's own tree with its heads, `merged` that of the would-be merge. */
function planProofs(base, merged, added) {
	const isNew = new Set(added);
	const applied = merged.ancestors(base.heads.filter((id) => merged.revisions.has(id)));
	const order = merged.upgradeOrder(merged.realHeads).filter((id) => isNew.has(id));
	return {
		base: base.graph.upgradeOrder(base.heads),
		added: order.filter((id) => !applied.has(id)),
		passedOver: order.filter((id) => applied.has(id))
	};
}
/**
* Where to go back to, spelled for `alembic downgrade`: the revisions that the added ones stand on. With other heads
* beside them only the own branch may go down, which `<revision>@<target>` says; `-1` is ambiguous after a merge.
*/
function rollbackTarget(plan, merged) {
	const isNew = new Set(plan.added);
	const lowest = plan.added.filter((id) => !parents(merged, id).some((parent) => isNew.has(parent)));
	const below = [...new Set(lowest.flatMap((id) => parents(merged, id)))];
	if (below.length === 0) return "base";
	const under = merged.ancestors(below);
	const beside = plan.base.some((id) => !under.has(id));
	return below.map((id) => beside ? `${lowest[0] ?? id}@${id}` : id).join(" ");
}
function parents(graph, id) {
	return graph.revisions.get(id)?.downRevisions ?? [];
}

// src/verify/diff.ts
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
		else if (isListed(object, now)) differences.push(difference(object, "exists", "yes", "no"));
	}
	for (const [key, object] of now) if (!old.has(key) && isListed(object, old)) differences.push(difference(object, "exists", "no", "yes"));
	return differences;
}
const WORDS = {
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
	extension: "extension"
};
/** "column `case`.`note`", "index `case`.`ix_note`", "the primary key of `case`". */
function objectInWords({ kind, table, name }) {
	if (kind === "schema") return WORDS.schema;
	if (kind === "primary-key") return `${WORDS[kind]} \`${table ?? name}\``;
	return `${WORDS[kind]} ${table === null ? "" : `\`${table}\`.`}\`${name}\``;
}
function attributes(old, now, moved, serverDefault) {
	const names = /* @__PURE__ */ new Set([...Object.keys(old.attributes), ...Object.keys(now.attributes)]);
	names.delete("position");
	const changed = [...names].flatMap((name) => {
		const before = old.attributes[name] ?? null;
		const after = now.attributes[name] ?? null;
		if (before === after) return [];
		return [difference(old, name, before, old.kind === "table" && name === "collation" && after !== null && after === serverDefault ? `${after} (the database's default)` : after)];
	});
	if (!moved.has(keyOf(old))) return changed;
	return [...changed, difference(old, "position", old.attributes["position"] ?? null, now.attributes["position"] ?? null)];
}
function difference(object, attribute, before, after) {
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
	return object.table === null || others.has(keyOf({
		kind: "table",
		table: null,
		name: object.table
	}));
}
function defaultCollation(schema) {
	return schema?.objects.find(({ kind }) => kind === "schema")?.attributes["collation"] ?? null;
}
function byKey(schema) {
	return new Map((schema?.objects ?? []).map((object) => [keyOf(object), object]));
}
function keyOf({ kind, table, name }) {
	return [
		kind,
		table ?? "",
		name
	].join("\0");
}

// src/verify/order.ts
/** Null where fewer than two of the heads bring anything beside the others. */
function siblingsOf(graph, base, heads) {
	const beside = heads.filter((id) => !heads.some((other) => other !== id && graph.ancestors([other]).has(id)));
	if (beside.length < 2) return null;
	const landed = beside.filter((id) => base.revisions.has(id));
	const added = beside.filter((id) => !base.revisions.has(id));
	const ancestors = beside.map((id) => graph.ancestors([id]));
	return {
		below: graph.upgradeOrder(beside).filter((id) => ancestors.every((below) => below.has(id))),
		heads: [...landed, ...added],
		last: landed.length > 0 && added.length === 1 ? added[0] ?? null : null
	};
}
/** Side after side, on top of what they share. */
function sideBySide(graph, below, heads) {
	const order = heads.flatMap((id) => graph.upgradeOrder([id]));
	return [...new Set(order)].filter((id) => !below.includes(id));
}
/**
* `first` is the order of databases that are at the base, if any is. A revision that fails in both orders says nothing of
* their difference; one that fails in a single one does. The lines of `added` revisions are preferred: they can be changed.
*/
function compareOrders(first, second, graph, added) {
	const [a, b] = [first.end, second.end];
	if (a.kind === "stopped" && b.kind === "stopped" && a.revision === b.revision) return {
		kind: "unknown",
		words: `the order of ${first.heads.map(code).join(" and ")} is not known, because ${code(a.revision)} fails in both: ${a.error}`
	};
	const differences = a.kind === "reached" && b.kind === "reached" ? placed(diffDatabases(a.schema, b.schema), [first, second], graph, added) : [...stopOf(first, second, "before"), ...stopOf(second, first, "after")];
	const major = differences.filter((difference) => !isMinor(difference));
	const told = major.length > 0 ? major : differences;
	return {
		kind: major.length > 0 ? "differ" : "same",
		differences: differences.map((difference) => ({
			...difference,
			when: `with ${spoken(second)}`
		})),
		words: listed(told.map((difference) => inWords(difference, first, second)))
	};
}
/** What a merge revision has to know of its sides; null where either order will do. */
function relationOf(verdict, first, { last }) {
	if (verdict.kind !== "differ") return null;
	return {
		kind: "orders-differ",
		difference: verdict.words,
		runLast: first.end.kind === "reached" ? last : null
	};
}
function orderSection(verdicts) {
	const told = (kind) => verdicts.flatMap((verdict) => verdict.kind === kind && verdict.words !== "" ? [verdict.words] : []);
	const section = {
		name: "order",
		differences: verdicts.flatMap((verdict) => verdict.kind === "unknown" ? [] : verdict.differences)
	};
	const [differ, unknown, same] = [
		told("differ"),
		told("unknown"),
		told("same")
	];
	if (verdicts.length === 0) return {
		...section,
		outcome: "not-applicable",
		reason: "no two sides meet"
	};
	if (differ.length > 0) return {
		...section,
		outcome: "fail",
		reason: [...differ, ...unknown].join("; ")
	};
	if (unknown.length > 0) return {
		...section,
		outcome: "not-evaluated",
		reason: unknown.join("; ")
	};
	return {
		...section,
		outcome: "pass",
		reason: same.join("; ") || null
	};
}
function placed(differences, runs, graph, added) {
	const revisions = new Map([...graph.revisions.values()].map(({ id, path }) => [path, id]));
	const isAdded = ({ path }) => path !== null && added.has(revisions.get(path) ?? "");
	const all = runs.flatMap(({ statements }) => statements.toReversed());
	const preferred = [...all.filter(isAdded), ...all.filter((statement) => !isAdded(statement))];
	return differences.map((difference) => {
		const { object, attribute, before, after } = difference;
		const { path = null, line = null } = statementOf(difference, preferred) ?? {};
		return {
			object,
			attribute,
			before,
			after,
			path,
			line,
			revision: path === null ? null : revisions.get(path) ?? null
		};
	});
}
/** A revision that one order cannot apply, beside what the other order does with it. */
function stopOf({ end }, other, at) {
	if (end.kind === "reached") return [];
	const { revision, path, line, error } = end;
	const reached = other.end.kind === "reached" || other.revisions.indexOf(revision) < other.revisions.indexOf(other.end.revision);
	const values = {
		before: reached ? "works" : "is not reached",
		after: reached ? "works" : "is not reached"
	};
	return [{
		object: `the upgrade of ${code(revision)}`,
		attribute: OUTCOME,
		...values,
		[at]: `fails: ${error}`,
		path,
		line,
		revision
	}];
}
const OUTCOME = "outcome";
function inWords({ object, attribute, before, after }, first, second) {
	const [one, two] = [`with ${spoken(first)}`, `with ${spoken(second)}`];
	if (attribute === OUTCOME) return `${object} ${before ?? ""} ${one}, and ${after ?? ""} ${two}`;
	if (attribute === "exists") return `${object} is there only ${before === "yes" ? one : two}`;
	return `${object}: ${attribute} ${valueInWords(before)} ${one}, ${valueInWords(after)} ${two}`;
}
const LISTED = 3;
function listed(sentences) {
	const rest = sentences.length - LISTED;
	return sentences.slice(0, LISTED).join("; ") + (rest > 0 ? `; and ${rest} more` : "");
}
const spoken = ({ heads }) => heads.map(code).join(" before ");
const code = (id) => `\`${id}\``;

// src/verify/run-steps.ts
/** The proof as a whole cannot be had; the message is the reason. */
var NotEvaluated = class extends Error {
	name = "NotEvaluated";
};
/** One revision one step up or down. A step that raises or hangs is a result; what is not the migration's fault throws NotEvaluated. */
async function move(stage, revision, direction) {
	const asked = {
		revision,
		direction: direction === "downgrade" ? "downgrade" : "upgrade"
	};
	const migrated = await migrate(stage, [asked]);
	const steps = migrated.steps.filter((step) => step.revision === revision);
	const path = stage.graph.revisions.get(revision)?.path ?? null;
	const statements = steps.flatMap((step) => captured(step, path));
	const durationMs = steps.reduce((sum, step) => sum + step.durationMs, 0);
	const line = steps[0]?.line ?? null;
	if (migrated.kind === "done") {
		await checkVersions(stage, migrated.versionTables, asked);
		return {
			step: {
				revision,
				direction,
				outcome: "pass",
				durationMs,
				error: null,
				statements
			},
			line
		};
	}
	const outcome = migrated.kind === "timeout" ? "timeout" : "fail";
	const at = {
		path,
		line: migrated.failure.line ?? statements.findLast((one) => one.line !== null)?.line ?? line
	};
	return {
		step: {
			revision,
			direction,
			outcome,
			durationMs,
			error: stage.world.readable(stopped(migrated, steps.at(-1))),
			at,
			statements
		},
		line
	};
}
/** Many revisions up in one run of env.py, as far as it goes. What is not a migration's fault throws NotEvaluated. */
async function climbAsFar(stage, revisions) {
	const migrated = await migrate(stage, revisions.map((revision) => ({
		revision,
		direction: "upgrade"
	})));
	const path = (revision) => stage.graph.revisions.get(revision)?.path ?? null;
	const statements = migrated.steps.flatMap((step) => captured(step, path(step.revision)));
	if (migrated.kind === "done") {
		for (const revision of revisions.slice(-1)) await checkVersions(stage, migrated.versionTables, {
			revision,
			direction: "upgrade"
		});
		return {
			statements,
			stop: null
		};
	}
	const last = migrated.steps.at(-1);
	const revision = last?.revision ?? "?";
	const line = migrated.failure.line ?? statements.findLast((one) => one.line !== null)?.line ?? null;
	const error = stage.world.readable(stopped(migrated, last));
	const missingTable = isMissingTable(migrated.failure);
	return {
		statements,
		stop: {
			revision,
			path: path(revision),
			line,
			error,
			missingTable
		}
	};
}
/** The way to a state that others start from: any failure throws NotEvaluated. */
async function climb(stage, revisions, what) {
	const { stop } = await climbAsFar(stage, revisions);
	if (stop === null) return;
	const cure = stop.missingTable ? " This history cannot build its database alone: name the command or dump that does with `base-state:`." : "";
	throw new NotEvaluated(`${what} cannot be built: the upgrade of \`${stop.revision}\` fails: ${stop.error}.${cure}`);
}
/** Throws NotEvaluated where the run ended outside of a migration, which no revision can be blamed for. */
async function migrate(stage, steps) {
	const { driver, world, limits } = stage;
	const totalMs = limits.remainingMs();
	if (totalMs <= 0) throw new NotEvaluated("Time was up (`timeouts: {total: …}`) before everything was proved.");
	const migrated = await driver.migrate(steps, {
		stepMs: Math.min(limits.stepMs, totalMs),
		totalMs
	});
	if (migrated.kind === "done") {
		world.noteVersionTables(migrated.versionTables);
		return migrated;
	}
	await world.endSessions();
	if (migrated.steps.at(-1)?.finished === false && migrated.failure.kind !== "missing-extension") return migrated;
	throw new NotEvaluated(world.readable(explainFailure(migrated.failure, driver.interpreter)));
}
/** Alembic said it moved: the version table must say so too, or the migrations ran somewhere else. */
async function checkVersions(stage, tables, step) {
	for (const table of tables) {
		const ids = await stage.world.versions(table);
		const applied = ids !== null && stage.graph.ancestors(ids).has(step.revision);
		if (ids === null || applied !== (step.direction === "upgrade")) throw new NotEvaluated(`The ${step.direction} of \`${step.revision}\` left no trace in the version table \`${table.table}\` of the scratch database: env.py writes its versions elsewhere; see that it uses the connection it is configured with, or name its URL's variable with \`url-env:\`.`);
	}
}
function captured(step, path) {
	return step.statements.map(({ sql, line, durationMs, rows }) => ({
		sql,
		path: line === null ? null : path,
		line,
		durationMs,
		rows,
		lockClass: "unknown",
		rebuilds: null
	}));
}
function stopped(migrated, step) {
	const { failure } = migrated;
	if (migrated.kind === "timeout") {
		const hanging = step?.statements.findLast(({ finished }) => !finished);
		const where = hanging ? `, in \`${oneLine(hanging.sql)}\`` : ", in its Python code";
		return `${failure.message}${where}`;
	}
	if (failure.kind !== "migration") return failure.message;
	if (failure.class === "AttributeError" && /has no attribute '(up|down)grade'/.test(failure.message)) return `the file has no \`${step?.direction ?? "downgrade"}()\``;
	const number = failure.errno === null ? "" : ` (${failure.errno})`;
	return `${failure.class}${number}: ${oneLine(failure.message)}`;
}
/** MySQL 1146 (no such table), 1054 is a column; PostgreSQL 42P01. */
function isMissingTable({ errno }) {
	return errno === "1146" || errno === "42P01";
}
const LINE_LIMIT = 300;
function oneLine(text) {
	const line = text.replaceAll(/\s+/g, " ").trim();
	return line.length > LINE_LIMIT ? `${line.slice(0, LINE_LIMIT)}…` : line;
}

// src/verify/schema.ts
/** Puts objects into the one order in which schemas are compared; ties (none on a real server) keep theirs. */
function inOrder(objects) {
	const key = (object) => [
		object.kind,
		object.table ?? "",
		object.name
	].join("\0");
	return objects.map((object) => ({
		object,
		key: key(object)
	})).sort((a, b) => a.key < b.key ? -1 : Number(a.key > b.key)).map(({ object }) => object);
}

// src/verify/schema-postgresql.ts
/**
* PostgreSQL's catalogues -> Schema. The server itself writes definitions (`pg_get_indexdef` and its kin), so that equal
* definitions are equal texts; one query brings everything.
*/
/** Objects of the schema `public` go by their bare names; what belongs to an extension is that extension's. */
const NAME = (relation, namespace) => `CASE ${namespace}.nspname WHEN 'public' THEN ${relation} ELSE ${namespace}.nspname || '.' || ${relation} END`;
const OWN = (namespace, catalogue, oid) => `${namespace}.nspname NOT LIKE 'pg\\_%' AND ${namespace}.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`;
const TABLES = `SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'view' ELSE 'table' END, NULL, ${NAME("c.relname", "n")},
    jsonb_build_object('definition', CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
      'type', CASE c.relkind WHEN 'm' THEN 'materialized' WHEN 'p' THEN 'partitioned' WHEN 'f' THEN 'foreign' END,
      'persistence', CASE c.relpersistence WHEN 'u' THEN 'unlogged' END, 'options', array_to_string(c.reloptions, ', '),
      'partition key', pg_get_partkeydef(c.oid), 'partition of', (SELECT p.inhparent::regclass::text || ' ' || pg_get_expr(c.relpartbound, c.oid)
        FROM pg_inherits p WHERE p.inhrelid = c.oid LIMIT 1),
      'row security', c.relrowsecurity, 'comment', obj_description(c.oid, 'pg_class'))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${OWN("n", "pg_class", "c.oid")}`;
const COLUMNS = `SELECT 'column', ${NAME("c.relname", "n")}, a.attname,
    jsonb_build_object('type', format_type(a.atttypid, a.atttypmod), 'nullable', CASE WHEN a.attnotnull THEN 'no' ELSE 'yes' END,
      'default', CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
      'generated as', CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END,
      'identity', nullif(a.attidentity, ''), 'comment', col_description(c.oid, a.attnum),
      'collation', CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END,
      'position', row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum))
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND ${OWN("n", "pg_class", "c.oid")}`;
const INDEXES = `SELECT 'index', ${NAME("t.relname", "n")}, c.relname,
    jsonb_build_object('definition', pg_get_indexdef(c.oid), 'valid', CASE WHEN i.indisvalid THEN 'yes' ELSE 'no' END,
      'comment', obj_description(c.oid, 'pg_class'))
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
    AND ${OWN("n", "pg_class", "t.oid")}`;
const CONSTRAINTS = `SELECT CASE k.contype WHEN 'p' THEN 'primary-key' WHEN 'f' THEN 'foreign-key' WHEN 'c' THEN 'check' ELSE 'unique' END,
    ${NAME("t.relname", "n")}, k.conname,
    jsonb_build_object('definition', pg_get_constraintdef(k.oid), 'comment', obj_description(k.oid, 'pg_constraint'))
  FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE k.contype IN ('p', 'f', 'c', 'u', 'x') AND ${OWN("n", "pg_class", "t.oid")}`;
const TRIGGERS = `SELECT 'trigger', ${NAME("t.relname", "n")}, g.tgname,
    jsonb_build_object('definition', pg_get_triggerdef(g.oid), 'enabled', g.tgenabled)
  FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE NOT g.tgisinternal AND ${OWN("n", "pg_class", "t.oid")}`;
const TYPES = `SELECT 'enum', NULL, ${NAME("t.typname", "n")},
    jsonb_build_object('values', (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
      FROM pg_enum e WHERE e.enumtypid = t.oid), 'comment', obj_description(t.oid, 'pg_type'))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e' AND ${OWN("n", "pg_type", "t.oid")}`;
const SEQUENCES = `SELECT 'sequence', NULL, ${NAME("c.relname", "n")},
    jsonb_build_object('type', format_type(s.seqtypid, NULL), 'start', s.seqstart, 'increment', s.seqincrement, 'minimum', s.seqmin,
      'maximum', s.seqmax, 'cycle', s.seqcycle, 'owned by', (SELECT x.refobjid::regclass::text || '.' || a.attname FROM pg_depend x
        JOIN pg_attribute a ON a.attrelid = x.refobjid AND a.attnum = x.refobjsubid
        WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype IN ('a', 'i') LIMIT 1))
  FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${OWN("n", "pg_class", "c.oid")}`;
const ROUTINES = `SELECT 'routine', NULL, ${NAME("p.oid::regprocedure::text", "n")},
    jsonb_build_object('definition', pg_get_functiondef(p.oid), 'comment', obj_description(p.oid, 'pg_proc'))
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind <> 'a' AND ${OWN("n", "pg_proc", "p.oid")}`;
const EXTENSIONS = `SELECT 'extension', NULL, e.extname, jsonb_build_object('version', e.extversion) FROM pg_extension e`;
/** Rows `kind`, `owner`, `name` and `attributes`, a JSON object as text; null is SQL's none. */
const POSTGRESQL_QUERY = `SELECT kind, owner, name, attributes::text AS attributes FROM (
  ${[
	TABLES,
	COLUMNS,
	INDEXES,
	CONSTRAINTS,
	TRIGGERS,
	TYPES,
	SEQUENCES,
	ROUTINES,
	EXTENSIONS
].join("\n  UNION ALL ")}
) AS objects (kind, owner, name, attributes)`;
/** The picture of one database; `leftOut` are names of tables that are not part of it (Alembic's version tables). */
function postgresqlSchema(version, rows, leftOut) {
	const kept = rows.map(({ kind, owner, name, attributes }) => {
		const values = JSON.parse(attributes);
		const texts = Object.entries(values).map(([key, value]) => [key, value === null ? null : String(value)]);
		return {
			kind,
			table: owner,
			name,
			attributes: Object.fromEntries(texts)
		};
	}).filter(({ kind, table, name }) => !leftOut.has(table ?? (kind === "table" ? name : "")));
	return {
		engine: "postgresql",
		version,
		objects: inOrder(kept)
	};
}

// src/verify/schema-mysql-queries.ts
/** One query per section; its only parameter is the schema's name. Columns are named as in the standard, in lower case. */
function mysqlQueries(product) {
	const mysql = product === "mysql";
	return {
		schema: select("SCHEMATA", "SCHEMA_NAME", "default_character_set_name default_collation_name"),
		tables: select("TABLES", "TABLE_SCHEMA", TABLE),
		columns: select("COLUMNS", "TABLE_SCHEMA", mysql ? `${COLUMN} srs_id` : COLUMN),
		indexes: select("STATISTICS", "TABLE_SCHEMA", `${INDEX} ${mysql ? "is_visible expression" : "ignored"}`, "table_name, index_name, seq_in_index"),
		foreignKeys: FOREIGN_KEYS,
		checks: mysql ? MYSQL_CHECKS : select("CHECK_CONSTRAINTS", "CONSTRAINT_SCHEMA", "table_name constraint_name check_clause level"),
		partitions: `${select("PARTITIONS", "TABLE_SCHEMA", PARTITION)} AND PARTITION_NAME IS NOT NULL`,
		views: select("VIEWS", "TABLE_SCHEMA", "table_name view_definition check_option security_type"),
		triggers: select("TRIGGERS", "TRIGGER_SCHEMA", TRIGGER),
		routines: select("ROUTINES", "ROUTINE_SCHEMA", ROUTINE),
		parameters: select("PARAMETERS", "SPECIFIC_SCHEMA", "specific_name routine_type parameter_mode parameter_name dtd_identifier", "specific_name, routine_type, ordinal_position"),
		events: select("EVENTS", "EVENT_SCHEMA", EVENT)
	};
}
const TABLE = "table_name table_type engine row_format table_collation create_options table_comment";
const COLUMN = "table_name column_name ordinal_position column_default is_nullable column_type character_set_name collation_name extra column_comment generation_expression";
const INDEX = "table_name index_name non_unique column_name sub_part collation index_type index_comment";
const PARTITION = "table_name partition_name subpartition_name partition_ordinal_position partition_method partition_expression partition_description subpartition_method subpartition_expression partition_comment";
const TRIGGER = "event_object_table trigger_name action_timing event_manipulation action_order action_statement sql_mode";
const ROUTINE = "routine_name routine_type dtd_identifier routine_definition is_deterministic sql_data_access security_type sql_mode routine_comment";
const EVENT = "event_name event_definition event_type execute_at interval_value interval_field status on_completion event_comment sql_mode";
const FOREIGN_KEYS = `SELECT k.TABLE_NAME AS table_name, k.CONSTRAINT_NAME AS constraint_name, k.COLUMN_NAME AS column_name,
    k.REFERENCED_TABLE_SCHEMA AS referenced_table_schema, k.REFERENCED_TABLE_NAME AS referenced_table_name,
    k.REFERENCED_COLUMN_NAME AS referenced_column_name, r.UPDATE_RULE AS update_rule, r.DELETE_RULE AS delete_rule,
    r.MATCH_OPTION AS match_option
  FROM information_schema.REFERENTIAL_CONSTRAINTS r
  JOIN information_schema.KEY_COLUMN_USAGE k ON k.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA
    AND k.CONSTRAINT_NAME = r.CONSTRAINT_NAME AND k.TABLE_NAME = r.TABLE_NAME
  WHERE r.CONSTRAINT_SCHEMA = ? AND k.REFERENCED_TABLE_NAME IS NOT NULL
  ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION`;
const MYSQL_CHECKS = `SELECT t.TABLE_NAME AS table_name, c.CONSTRAINT_NAME AS constraint_name,
    c.CHECK_CLAUSE AS check_clause, t.ENFORCED AS enforced
  FROM information_schema.CHECK_CONSTRAINTS c
  JOIN information_schema.TABLE_CONSTRAINTS t ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA
    AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME AND t.CONSTRAINT_TYPE = 'CHECK'
  WHERE c.CONSTRAINT_SCHEMA = ?`;
/** Names are aliased because MySQL gives the standard's upper case back and MariaDB what was asked for. */
function select(view, schema, columns, order) {
	return `SELECT ${columns.split(" ").map((column) => `${column.toUpperCase()} AS ${column}`).join(", ")} FROM information_schema.${view} WHERE ${schema} = ?${order ? ` ORDER BY ${order}` : ""}`;
}

// src/verify/schema-mysql.ts
/** Rows of MySQL's and MariaDB's `information_schema` -> Schema, spelled so that equal schemas are equal values. */
/** The picture of one schema; `leftOut` are names of tables that are not part of it (Alembic's version tables). */
function mysqlSchema(catalogue, leftOut) {
	const { rows } = catalogue;
	const kept = [
		...rows.schema.map((row) => object("schema", null, "", {
			charset: text(row, "default_character_set_name"),
			collation: text(row, "default_collation_name")
		})),
		...rows.tables.filter((row) => text(row, "table_type") !== "VIEW").map(table),
		...rows.columns.filter(withoutViews(rows.views)).map(column),
		...grouped(rows.indexes, "table_name", "index_name").map(index),
		...grouped(rows.foreignKeys, "table_name", "constraint_name").map((parts) => foreignKey(parts, catalogue.name)),
		...rows.checks.map(check),
		...rows.partitions.map(partition),
		...rows.views.map((row) => view(row, catalogue.name)),
		...rows.triggers.map(trigger),
		...rows.routines.map((row) => routine(row, rows.parameters)),
		...rows.events.map(event)
	].filter(({ table: owner, name, kind }) => !leftOut.has(owner ?? (kind === "table" ? name : "")));
	return {
		engine: catalogue.engine,
		version: catalogue.version,
		objects: inOrder(kept)
	};
}
function table(row) {
	const type = text(row, "table_type");
	return object(type === "SEQUENCE" ? "sequence" : "table", null, required(row, "table_name"), {
		engine: text(row, "engine"),
		collation: text(row, "table_collation"),
		"row format": text(row, "row_format"),
		options: text(row, "create_options"),
		comment: text(row, "table_comment"),
		...type === "BASE TABLE" ? {} : { type }
	});
}
function column(row) {
	const extra = text(row, "extra") ?? "";
	const generated = /\b(VIRTUAL|STORED|PERSISTENT) GENERATED\b/i.exec(extra)?.[1]?.toLowerCase();
	const srid = text(row, "srs_id");
	return object("column", required(row, "table_name"), required(row, "column_name"), {
		type: text(row, "column_type"),
		nullable: text(row, "is_nullable")?.toLowerCase() ?? null,
		default: columnDefault(row, extra),
		comment: text(row, "column_comment"),
		charset: text(row, "character_set_name"),
		collation: text(row, "collation_name"),
		"generated as": generated ? `${text(row, "generation_expression") ?? ""} ${generated}` : null,
		"auto-increment": yesNo(/\bauto_increment\b/i.test(extra)),
		"on update": /\bon update (\S+)/i.exec(extra)?.[1]?.toLowerCase() ?? null,
		invisible: yesNo(/\bINVISIBLE\b/i.test(extra)),
		...srid === null ? {} : { srid },
		position: text(row, "ordinal_position")
	});
}
/** A literal is quoted and an expression is not. MariaDB quotes by itself and says `NULL` where MySQL gives none. */
function columnDefault(row, extra) {
	const value = text(row, "column_default");
	if (!("srs_id" in row)) return value === "NULL" ? null : value;
	return value === null || /\bDEFAULT_GENERATED\b/.test(extra) ? value : `'${value}'`;
}
function index(parts) {
	const [first = {}] = parts;
	const name = required(first, "index_name");
	const hidden = text(first, "is_visible") === "NO" || text(first, "ignored") === "YES";
	return object(name === "PRIMARY" ? "primary-key" : "index", required(first, "table_name"), name, {
		columns: parts.map(indexPart).join(", "),
		unique: yesNo(text(first, "non_unique") === "0"),
		type: text(first, "index_type"),
		visible: yesNo(!hidden),
		comment: text(first, "index_comment")
	});
}
function indexPart(row) {
	const expression = text(row, "expression");
	const prefix = text(row, "sub_part");
	return `${expression === null ? `\`${required(row, "column_name")}\`` : `(${expression})`}${prefix === null ? "" : `(${prefix})`}${text(row, "collation") === "D" ? " DESC" : ""}`;
}
function foreignKey(parts, schema) {
	const [first = {}] = parts;
	const elsewhere = text(first, "referenced_table_schema");
	const names = (field) => parts.map((part) => `\`${required(part, field)}\``).join(", ");
	const referenced = `\`${required(first, "referenced_table_name")}\` (${names("referenced_column_name")})`;
	return object("foreign-key", required(first, "table_name"), required(first, "constraint_name"), {
		columns: names("column_name"),
		references: elsewhere === null || elsewhere === schema ? referenced : `\`${elsewhere}\`.${referenced}`,
		"on update": text(first, "update_rule"),
		"on delete": text(first, "delete_rule"),
		match: text(first, "match_option")
	});
}
function check(row) {
	return object("check", required(row, "table_name"), required(row, "constraint_name"), {
		clause: text(row, "check_clause"),
		..."enforced" in row ? { enforced: text(row, "enforced")?.toLowerCase() ?? null } : {}
	});
}
function partition(row) {
	const sub = text(row, "subpartition_name");
	const name = required(row, "partition_name");
	return object("partition", required(row, "table_name"), sub === null ? name : `${name}/${sub}`, {
		method: text(row, "partition_method"),
		expression: text(row, "partition_expression"),
		values: text(row, "partition_description"),
		"subpartition method": text(row, "subpartition_method"),
		"subpartition expression": text(row, "subpartition_expression"),
		order: text(row, "partition_ordinal_position"),
		comment: text(row, "partition_comment")
	});
}
function view(row, schema) {
	return object("view", null, required(row, "table_name"), {
		definition: text(row, "view_definition")?.replaceAll(`\`${schema}\`.`, "") ?? null,
		"check option": text(row, "check_option"),
		security: text(row, "security_type")
	});
}
function trigger(row) {
	return object("trigger", required(row, "event_object_table"), required(row, "trigger_name"), {
		when: `${required(row, "action_timing")} ${required(row, "event_manipulation")}`,
		order: text(row, "action_order"),
		statement: text(row, "action_statement"),
		"sql mode": text(row, "sql_mode")
	});
}
function routine(row, parameters) {
	const name = required(row, "routine_name");
	const type = required(row, "routine_type");
	return object("routine", null, name, {
		type,
		parameters: parameters.filter((one) => text(one, "specific_name") === name && text(one, "routine_type") === type).map((one) => [
			"parameter_mode",
			"parameter_name",
			"dtd_identifier"
		].map((field) => text(one, field) ?? "").join(" ").trim()).join(", "),
		returns: text(row, "dtd_identifier"),
		definition: text(row, "routine_definition"),
		deterministic: text(row, "is_deterministic"),
		"data access": text(row, "sql_data_access"),
		security: text(row, "security_type"),
		"sql mode": text(row, "sql_mode"),
		comment: text(row, "routine_comment")
	});
}
function event(row) {
	return object("event", null, required(row, "event_name"), {
		type: text(row, "event_type"),
		at: text(row, "execute_at"),
		every: `${text(row, "interval_value") ?? ""} ${text(row, "interval_field") ?? ""}`.trim() || null,
		definition: text(row, "event_definition"),
		status: text(row, "status"),
		"on completion": text(row, "on_completion"),
		"sql mode": text(row, "sql_mode"),
		comment: text(row, "event_comment")
	});
}
/** Rows of one object, which the query has already put next to each other and in order. */
function grouped(rows, ...fields) {
	const groups = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const key = fields.map((field) => text(row, field)).join("\0");
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return [...groups.values()];
}
/** A view's columns follow from its definition. */
function withoutViews(views) {
	const names = new Set(views.map((row) => text(row, "table_name")));
	return (row) => !names.has(text(row, "table_name"));
}
function object(kind, owner, name, attributes) {
	return {
		kind,
		table: owner,
		name,
		attributes
	};
}
function yesNo(value) {
	return value ? "yes" : "no";
}
function text(row, field) {
	const value = row[field];
	if (value === null || value === void 0) return null;
	if (value instanceof Uint8Array) return new TextDecoder().decode(value);
	return typeof value === "string" ? value : JSON.stringify(value);
}
/** For names, which no row is without. */
function required(row, field) {
	return text(row, field) ?? "";
}

// src/verify/run-snapshot.ts
/** `leftOut` are Alembic's version tables. */
async function readSchema(server, scratch, leftOut) {
	switch (server.engine) {
		case "mysql":
		case "mariadb": {
			const { engine, version } = server;
			const rows = {};
			for (const [section, query] of Object.entries(mysqlQueries(engine))) rows[section] = await server.query(query, [scratch.name]);
			return mysqlSchema({
				engine,
				version,
				name: scratch.name,
				rows
			}, leftOut);
		}
		case "postgresql": {
			const rows = await scratch.query(POSTGRESQL_QUERY);
			return postgresqlSchema(server.version, rows, leftOut);
		}
	}
}

// src/verify/run-world.ts
/** The driver's name for targets that the gate itself puts into the project's configuration. */
const GATE_HOST = "the gate's own";
/** Removes its scratch databases when disposed. */
var World = class {
	#server;
	#purpose;
	#byTarget = /* @__PURE__ */ new Map();
	/** Label (the target's database; '' for the first) by scratch name, in order of appearance. */
	#labels = /* @__PURE__ */ new Map();
	#scratches = /* @__PURE__ */ new Map();
	#versionTables = /* @__PURE__ */ new Map();
	#first = null;
	/** Whether a connection went to the first scratch. */
	#taken = false;
	constructor(server, purpose) {
		this.#server = server;
		this.#purpose = purpose;
	}
	/**
	* The scratch database that stands for a target. A target that is one of ours already stays itself: the URL that the
	* project was given leads there. The first of the application's own targets takes the place of the project's database
	* if nobody went there by that URL.
	*/
	async endpoint(target) {
		const own = target.database === null ? void 0 : this.#scratches.get(target.database);
		if (own) {
			this.#taken ||= this.#labels.get(own.name) === "";
			return own.endpoint;
		}
		const key = JSON.stringify([
			target.host,
			target.port,
			target.database
		]);
		const asked = this.#byTarget.get(key) ?? this.#assign(target);
		this.#byTarget.set(key, asked);
		return (await asked).endpoint;
	}
	/** What Alembic's contexts said of their version tables, which are no part of any schema. */
	noteVersionTables(tables) {
		for (const { database, table } of tables) this.#versionTables.set(database, (this.#versionTables.get(database) ?? /* @__PURE__ */ new Set()).add(table));
	}
	async snapshot() {
		const schemas = /* @__PURE__ */ new Map();
		for (const [name, label] of this.#labels) {
			const scratch = this.#scratches.get(name);
			if (scratch) schemas.set(label, await readSchema(this.#server, scratch, this.#versionTables.get(name) ?? /* @__PURE__ */ new Set()));
		}
		return schemas;
	}
	/** Revision ids in a version table, as the server has them; null where there is no such table of ours. */
	async versions({ database, table, schema }) {
		const scratch = this.#scratches.get(database);
		if (!scratch) return null;
		const quote = this.#server.engine === "postgresql" ? "\"" : "`";
		const name = [schema, table].flatMap((part) => part === null ? [] : [`${quote}${part.replaceAll(quote, quote + quote)}${quote}`]);
		return (await scratch.query(`SELECT version_num AS id FROM ${name.join(".")}`)).map(({ id }) => String(id));
	}
	/** Ends what a killed client left running, whose locks would stand in the way of everything after it. */
	async endSessions() {
		for (const { name, endpoint } of this.#scratches.values()) {
			if (this.#server.engine === "postgresql") {
				await this.#server.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = $2 AND pid <> pg_backend_pid()", [name, endpoint.user]);
				continue;
			}
			const rows = await this.#server.query("SELECT ID AS id FROM information_schema.PROCESSLIST WHERE DB = ? AND USER = ? AND ID <> CONNECTION_ID()", [name, endpoint.user]);
			for (const { id } of rows) await this.#server.query(`KILL ${Number(id)}`).catch(() => void 0);
		}
	}
	/** A server's message without the scratch databases' names, which mean nothing to anybody and differ from run to run. */
	readable(message) {
		return [...this.#labels].reduce((text, [name, label]) => {
			const shown = label === "" ? "" : `${label}.`;
			return text.replaceAll(`\`${name}\`.`, label === "" ? "" : `\`${label}\`.`).replaceAll(`${name}.`, shown).replaceAll(name, label);
		}, message);
	}
	async [Symbol.asyncDispose]() {
		for (const scratch of this.#scratches.values()) await this.#server.dropScratch(scratch);
		this.#scratches.clear();
	}
	#assign(target) {
		if (this.#first !== null && !this.#taken && target.host !== GATE_HOST) {
			this.#taken = true;
			return this.#first;
		}
		const created = this.#create(this.#first === null ? "" : target.database ?? target.host);
		this.#first ??= created;
		return created;
	}
	async #create(label) {
		const scratch = await this.#server.createScratch(this.#purpose);
		this.#scratches.set(scratch.name, scratch);
		this.#labels.set(scratch.name, label);
		return scratch;
	}
};

// src/verify/run-stage.ts
/** At the base's heads. Throws NotEvaluated with the reason where the project cannot be loaded or the base state not be built. */
async function openStage(bench) {
	const { request, ports, plan } = bench;
	const { base, merged } = request;
	ports.progress(`Building the base state: ${plan.base.length} revisions`);
	const stage = await openStageAt(bench, {
		graph: base.graph,
		directory: base.directory ?? merged.directory
	}, plan.base, "The base state");
	if (base.directory === null) return {
		...stage,
		graph: merged.graph
	};
	try {
		await stage.driver[Symbol.asyncDispose]();
		return {
			...stage,
			driver: await start(bench, stage.world, merged.directory),
			graph: merged.graph
		};
	} catch (error) {
		await stage.world[Symbol.asyncDispose]();
		throw error;
	}
}
/** Fresh databases with these revisions applied, in this order; `what` names that state where it cannot be built. */
async function openStageAt(bench, { graph, directory }, revisions, what) {
	const world = new World(bench.ports.server, "proof");
	let driver = null;
	try {
		driver = await start(bench, world, directory);
		const stage = {
			driver,
			world,
			graph,
			limits: bench.limits
		};
		await climb(stage, revisions, what);
		return stage;
	} catch (error) {
		await driver?.[Symbol.asyncDispose]();
		await world[Symbol.asyncDispose]();
		throw error;
	}
}
/** Ends the project's process first: what it still runs would hold locks on the databases. */
async function closeStage({ driver, world }) {
	await driver[Symbol.asyncDispose]();
	await world[Symbol.asyncDispose]();
}
async function start({ request, ports, limits }, world, tree) {
	const started = await ports.startDriver({
		environment: request.environment,
		tree,
		checkout: request.checkout,
		family: ports.server.engine === "postgresql" ? "postgresql" : "mysql",
		scratch: (target) => world.endpoint(target),
		startMs: Math.min(limits.stepMs, Math.max(limits.remainingMs(), 0))
	});
	if (started.kind === "started") return started.driver;
	throw new NotEvaluated(world.readable(explainFailure(started.failure, started.interpreter)));
}

// src/verify/run-cure.ts
/** Asks that its sides have run without it, so that whatever fails here is the cure's fault. */
async function tryCure(bench, { resolution, tried }) {
	if (tried === null) return {
		resolution,
		words: null
	};
	const { kind, graph } = tried;
	bench.ports.progress(`Trying the suggested cure: ${kind}`);
	const what = kind === "merge-revision" ? "suggested merge revision" : "suggested re-parenting";
	const why = await faultOf(bench, graph);
	if (why === null) return {
		resolution,
		words: `the ${what} was upgraded to and downgraded from`
	};
	if (bench.limits.remainingMs() <= 0) return {
		resolution,
		words: `the ${what} was not tried: ${why}`
	};
	const words = `the ${what} is refused, because it does not run on ${bench.ports.server.product}: ${why}`;
	const refused = `T${words.slice(1)}.`;
	const reParent = kind === "re-parent" ? null : resolution.reParent;
	return {
		resolution: {
			...resolution,
			reParent,
			refused
		},
		words
	};
}
async function faultOf(bench, graph) {
	const { merged, irreversible } = bench.request;
	const changed = changedRevisions(merged.graph, graph);
	const order = graph.upgradeOrder(graph.realHeads);
	const revisions = order.filter((id) => changed.has(id));
	const below = order.filter((id) => !changed.has(id));
	const isNeutral = revisions.every((id) => !merged.graph.revisions.has(id));
	const code = {
		graph,
		directory: merged.directory
	};
	try {
		const stage = await openStageAt(bench, code, below, "The state below it");
		try {
			return await upAndDown(stage, {
				revisions,
				irreversible,
				isNeutral
			});
		} finally {
			await closeStage(stage);
		}
	} catch (error) {
		if (error instanceof NotEvaluated) return error.message.replace(/\.$/, "");
		throw error;
	}
}
/** New or moved, and everything that stands on these. */
function changedRevisions(before, after) {
	const changed = [...after.revisions.values()].filter(({ id, downRevisions }) => {
		const old = before.revisions.get(id);
		return old === void 0 || old.downRevisions.join() !== downRevisions.join();
	});
	return after.descendants(changed.map(({ id }) => id));
}
async function upAndDown(stage, { revisions, irreversible, isNeutral }) {
	const before = await stage.world.snapshot();
	const floor = revisions.findLastIndex((id) => irreversible.has(id));
	const steps = [...revisions.map((revision) => ({
		revision,
		direction: "upgrade"
	})), ...revisions.slice(floor + 1).toReversed().map((revision) => ({
		revision,
		direction: "downgrade"
	}))];
	for (const { revision, direction } of steps) {
		const { step } = await move(stage, revision, direction);
		if (step.outcome !== "pass") return `the ${direction} of \`${revision}\` fails: ${step.error ?? "no reason given"}`;
		if (!isNeutral) continue;
		const [change] = diffDatabases(before, await stage.world.snapshot());
		if (change !== void 0) return `the ${direction} of \`${revision}\` changes the schema: ${differenceInWords(change)}`;
	}
	return null;
}

// src/verify/run-order.ts
/** Throws NotEvaluated where what the sides stand on cannot be built. */
async function runOrders(bench) {
	const { base, merged, added, cure } = bench.request;
	const prove = async (heads) => {
		const siblings = siblingsOf(merged.graph, base.graph, heads);
		if (siblings === null) return null;
		const first = await runOrder(bench, siblings, siblings.heads);
		const second = await runOrder(bench, siblings, siblings.heads.toReversed());
		return {
			siblings,
			first,
			verdict: compareOrders(first, second, merged.graph, new Set(added))
		};
	};
	const proved = [];
	for (const heads of ownMerges(bench)) proved.push(await prove(heads));
	const forked = cure === null ? null : await prove(cure.heads);
	const section = orderSection([...proved, forked].flatMap((orders) => orders?.verdict ?? []));
	if (cure === null) return {
		section,
		resolution: null
	};
	const relation = forked === null ? null : relationOf(forked.verdict, forked.first, forked.siblings);
	const applied = await cure.apply(relation);
	if (forked?.first.end.kind === "stopped") return {
		section,
		resolution: applied.resolution
	};
	const { resolution, words } = await tryCure(bench, applied);
	if (section.outcome === "fail") return {
		section,
		resolution
	};
	const reason = [section.reason, words].filter((one) => one !== null).join("; ") || null;
	return {
		section: {
			...section,
			reason
		},
		resolution
	};
}
/** What the pull request's merge revisions join. */
function ownMerges({ request, plan }) {
	return plan.added.map((id) => request.merged.graph.revisions.get(id)?.downRevisions ?? []).filter((ids) => ids.length > 1);
}
async function runOrder(bench, { below }, heads) {
	const { request, ports } = bench;
	const { merged } = request;
	ports.progress(`Order: ${heads.join(" before ")}`);
	const revisions = sideBySide(merged.graph, below, heads);
	const stage = await openStageAt(bench, merged, below, "The state below both sides");
	try {
		const { statements, stop } = await climbAsFar(stage, revisions);
		return {
			heads,
			revisions,
			statements,
			end: stop === null ? {
				kind: "reached",
				schema: await stage.world.snapshot()
			} : {
				kind: "stopped",
				...stop
			}
		};
	} finally {
		await closeStage(stage);
	}
}

// src/verify/rollback.ts
/** Tables and columns, with all their rows, that exist after the new revisions and not below them. */
function lostOnRollback(below, above) {
	return diffDatabases(below, above).filter(({ kind, attribute, after }) => attribute === "exists" && after === "yes" && (kind === "table" || kind === "column")).map(({ object }) => object);
}

// src/verify/run-round-trip.ts
/** Throws NotEvaluated where nothing can be said; once a revision has failed, what follows is merely unreached. */
async function runRoundTrips(bench) {
	const { plan, request } = bench;
	const trips = [];
	let stage = await openStage(bench);
	try {
		let below = await stage.world.snapshot();
		let floor = null;
		let before = below;
		for (const [index, revision] of plan.added.entries()) {
			const irreversible = request.irreversible.get(revision) ?? null;
			const { trip, reached } = await roundTrip(bench, stage, revision, before, irreversible);
			trips.push(trip);
			if (reached === null) return {
				trips,
				unreached: plan.added.slice(index + 1),
				floor,
				lost: null
			};
			before = reached;
			if (irreversible !== null) [floor, below] = [revision, reached];
			if (hasFailed(trip) && index < plan.added.length - 1) {
				await closeStage(stage);
				stage = await openStage(bench);
				await climb(stage, plan.added.slice(0, index + 1), "The state below the next revision");
			}
		}
		const lost = floor === plan.added.at(-1) ? null : lostOnRollback(below, before);
		return {
			trips,
			unreached: [],
			floor,
			lost: plan.added.length === 0 ? null : lost
		};
	} catch (error) {
		if (!(error instanceof NotEvaluated) || !trips.some(hasFailed)) throw error;
		return {
			trips,
			unreached: plan.added.slice(trips.length),
			floor: null,
			lost: null
		};
	} finally {
		await closeStage(stage);
	}
}
async function roundTrip({ ports, plan }, stage, revision, before, irreversible) {
	const steps = [];
	const start = {
		revision,
		path: stage.graph.revisions.get(revision)?.path ?? null,
		downgradeLine: null,
		steps,
		returned: [],
		repeated: [],
		irreversible
	};
	const take = async (direction) => {
		const moved = await move(stage, revision, direction);
		steps.push(moved.step);
		const turn = `${plan.added.indexOf(revision) + 1}/${plan.added.length}`;
		ports.progress(`${turn} ${revision} ${direction}: ${moved.step.outcome}, ${Math.round(moved.step.durationMs)} ms`);
		return moved;
	};
	if ((await take("upgrade")).step.outcome !== "pass") return {
		trip: start,
		reached: null
	};
	const first = await stage.world.snapshot();
	if (irreversible !== null) return {
		trip: start,
		reached: first
	};
	const down = await take("downgrade");
	const afterDowngrade = {
		...start,
		downgradeLine: down.line
	};
	if (down.step.outcome !== "pass") return {
		trip: afterDowngrade,
		reached: first
	};
	const returned = diffDatabases(before, await stage.world.snapshot());
	if ((await take("upgrade-again")).step.outcome !== "pass") return {
		trip: {
			...afterDowngrade,
			returned
		},
		reached: first
	};
	const second = await stage.world.snapshot();
	return {
		trip: {
			...afterDowngrade,
			returned,
			repeated: diffDatabases(first, second)
		},
		reached: second
	};
}
function hasFailed(trip) {
	return trip.steps.some(({ outcome }) => outcome !== "pass");
}

// src/verify/run.ts
/**
* Everything that was created on the server is gone when it returns. What a migration does wrong is in the proof;
* what prevents a proof is a reason. Rejects only when the server itself fails us.
*/
async function runProofs(request, ports) {
	const plan = planProofs(request.base, request.merged.graph, request.added);
	const { step, total } = request.config.timeouts;
	const end = ports.now() + total * 1e3;
	const bench = {
		request,
		ports,
		plan,
		limits: {
			stepMs: step * 1e3,
			remainingMs: () => end - ports.now()
		}
	};
	try {
		const { steps, section, rollback } = await proveRoundTrips(bench);
		const order = await proveOrder(bench);
		const { product: engine, version, source } = ports.server;
		return {
			kind: "proved",
			proof: {
				engine,
				version,
				source,
				declaredVersion: request.config.server.version ?? null,
				steps,
				proofs: [
					section,
					order.section,
					...unbuiltSections
				],
				rollback
			},
			resolution: order.resolution
		};
	} catch (error) {
		if (error instanceof NotEvaluated) return {
			kind: "not-evaluated",
			reason: error.message
		};
		throw error;
	}
}
async function proveRoundTrips(bench) {
	const { request, plan } = bench;
	if (isOff(bench, "round-trip")) return {
		steps: [],
		section: switchedOff("round-trip"),
		rollback: null
	};
	const { trips, unreached, floor, lost } = await runRoundTrips(bench);
	const target = floor ?? rollbackTarget(plan, request.merged.graph);
	return {
		steps: trips.flatMap(({ steps }) => steps),
		section: roundTripSection(trips, unreached, plan.passedOver),
		rollback: lost === null ? null : {
			target,
			loses: lost
		}
	};
}
/** What it finds is added to a round trip that was had, so what prevents it spoils only its own section. */
async function proveOrder(bench) {
	if (isOff(bench, "order")) return {
		section: switchedOff("order"),
		resolution: null
	};
	try {
		return await runOrders(bench);
	} catch (error) {
		if (!(error instanceof NotEvaluated)) throw error;
		return {
			section: {
				name: "order",
				outcome: "not-evaluated",
				reason: error.message,
				differences: []
			},
			resolution: null
		};
	}
}
const isOff = ({ request }, name) => request.config.proofs[name] === false;
const switchedOff = (name) => ({
	name,
	outcome: "off",
	reason: "switched off in `proofs:`",
	differences: []
});

export { runProofs };