import { C as tableOf$1, S as stringsOf, c as narrowing, f as holdsAll, g as boolOf, h as argument, l as typeOf, m as missingCharacters, p as holdsFewer, r as sqlStatements, s as CUT_DIGITS, t as readSql, u as typeText, v as isNone, x as stringOf, y as itemsOf } from "./read-part.js";
import { t as UsageError } from "./usage-error-part.js";

// src/lint/rule.ts
/** A trouble at a place of the file. */
function trouble({ line, endLine, span }, message, help, atMost) {
	return {
		line,
		endLine,
		span,
		message,
		help,
		...atMost === void 0 ? {} : { atMost }
	};
}
const ALL_ERROR = {
	recommended: "error",
	"add-only": "error",
	strict: "error"
};
const ALL_WARNING = {
	recommended: "warning",
	"add-only": "warning",
	strict: "warning"
};
const WARNING_ERROR = {
	recommended: "warning",
	"add-only": "error",
	strict: "error"
};
const STRICT_ERROR = {
	recommended: "warning",
	"add-only": "warning",
	strict: "error"
};
const STRICT_WARNING = {
	recommended: "off",
	"add-only": "off",
	strict: "warning"
};
const ALL_OFF = {
	recommended: "off",
	"add-only": "off",
	strict: "off"
};
const MYSQL = ["mysql", "mariadb"];

// src/lint/change.ts
/** Names compare without case, and a table without its schema is the one of the default schema. */
const key = (name) => name.toLowerCase();
/** Whether two names are one; what cannot be read is not known to be. */
const sameName = (a, b) => a !== null && b !== null && key(a) === key(b);
/** Whether a change is on this table. */
const isOn$1 = (table, change) => "table" in change && sameName(table, change.table);
/** Stands in a sentence for a name that nobody can read. */
const UNREAD_NAME = "(computed)";
/** A name in a sentence. */
const named = (name) => `\`${name ?? UNREAD_NAME}\``;
/** `user.name` in a sentence. */
const columnNamed = (table, column) => table === null ? named(column) : `\`${table}.${column ?? UNREAD_NAME}\``;

// src/lint/pass.ts
/** Changes of some kinds in one direction. */
function changesIn({ changes }, direction, ...kinds) {
	const wanted = new Set(kinds);
	return changes.filter((change) => change.direction === direction && wanted.has(change.kind));
}
/** What the upgrade does to tables that were there before this pull request. */
function onExisting(pass, ...kinds) {
	return changesIn(pass, "upgrade", ...kinds).filter((change) => !pass.facts.isNewTable(change));
}
/** Whether an update sets nothing but columns that this pull request adds, as far as anybody can tell. */
function isBackfill({ facts }, change) {
	const { verb, sets } = change;
	if (verb !== "update" || sets === null) return false;
	return sets.every((column) => facts.newColumn(change, column) !== null) || facts.mayBeNew(change, sets);
}
/** Whether a merge revision, which joins lines of history and does nothing else. */
const isMerge = ({ revision }) => revision.downRevisions.length > 1;
/** Whether the version is known and lower: `isBefore('8.0.28', '8.0.29')`. */
function isBefore(version, other) {
	if (version === null) return false;
	const parts = (text) => (/^\d+(?:\.\d+)*/.exec(text)?.[0] ?? "").split(".").map(Number);
	const [a, b] = [parts(version), parts(other)];
	const at = b.findIndex((part, index) => (a[index] ?? 0) !== part);
	return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

// src/lint/rules/no-alter-column.ts
/** A fleet that deploys rolling only adds: a column that changes under running code is a column that breaks somebody. */
const noAlterColumn = {
	id: "no-alter-column",
	group: "data-loss",
	title: "A column that exists is altered",
	why: "Where many databases are upgraded one after the other while old and new code run side by side, a column must mean the same before and after. Upgrades then only create tables and add columns.",
	severity: {
		recommended: "off",
		"add-only": "error",
		strict: "error"
	},
	statements: true,
	examples: {
		bad: [{
			caption: "another type",
			upgrade: "op.alter_column(\"user\", \"name\", type_=sa.Text(), existing_type=sa.String(50), existing_nullable=True)",
			at: "op.alter_column"
		}, {
			caption: "in raw SQL",
			upgrade: "op.execute(\"ALTER TABLE user MODIFY name TEXT\")",
			at: "op.execute",
			engines: ["mysql", "mariadb"]
		}],
		good: [
			{
				caption: "a default of the table",
				upgrade: "op.execute(\"ALTER TABLE user DEFAULT CHARACTER SET utf8mb4\")"
			},
			{
				caption: "what is only restated, of which Alembic writes nothing",
				upgrade: "op.alter_column(\"user\", \"name\", existing_type=sa.String(50), existing_nullable=True)"
			},
			{
				caption: "a comment on PostgreSQL",
				upgrade: "op.alter_column(\"user\", \"name\", comment=\"shown\", existing_type=sa.String(50))",
				engines: ["postgresql"]
			},
			{
				caption: "a column of this pull request",
				upgrade: "op.add_column(\"user\", sa.Column(\"nick\", sa.String(9), nullable=True))\nop.alter_column(\"user\", \"nick\", type_=sa.Text(), existing_type=sa.String(9), existing_nullable=True)"
			}
		]
	},
	check: (pass) => onExisting(pass, "alter-column").filter((change) => pass.facts.newColumn(change, change.column) === null).map((change) => trouble(change, `Altering ${columnNamed(change.table, change.column)} changes a column under the old code that still runs, on every database of the fleet at another time.`, "Add a new column beside it, write both, and read the new one once every database has it."))
};

// src/lint/rules/no-application-import.ts
/** Segments of module names that hold models. */
const MODELS = /* @__PURE__ */ new Set(["models", "model"]);
/** Segments behind which code is kept for migrations. */
const FOR_MIGRATIONS = /^(?:migrations?|alembic|versions)$/;
const LIBRARIES = /* @__PURE__ */ new Set([
	"sqlalchemy",
	"alembic",
	"sqlmodel",
	"django",
	"pydantic"
]);
const noApplicationImport = {
	id: "no-application-import",
	group: "traps",
	title: "The application’s models are imported",
	why: "The models are those of the newest code, the schema is that of this revision. As soon as a model gets a column, every new database stops at this migration, because its queries name a column that is not there yet.",
	severity: STRICT_ERROR,
	examples: {
		bad: [{
			caption: "a model",
			before: "from app.models import User",
			at: "from app.models"
		}, {
			caption: "inside of a function",
			upgrade: "from ..models.user import User",
			at: "from ..models"
		}],
		good: [
			{
				caption: "libraries",
				before: "import uuid\nfrom sqlalchemy.dialects import mysql\nfrom sqlmodel import SQLModel"
			},
			{
				caption: "helpers of the migrations, wherever they lie",
				before: "from galaxy.model.migrations.util import add_column"
			},
			{
				caption: "what only a type checker reads",
				before: "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from app.models import User"
			},
			{
				caption: "a table written down here",
				before: "user = sa.table(\"user\", sa.column(\"id\"))"
			}
		]
	},
	check: ({ migration }) => migration.imports.filter(isOfModels).map(({ module, line, span }) => trouble({
		line,
		endLine: line,
		span
	}, `This imports \`${module}\`, which holds the models of the newest code: once what is taken from it moves, gets a column or goes, this migration fails on every new database.`, "Write down the columns that this migration uses:\nuser = sa.table(\"user\", sa.column(\"id\"), sa.column(\"name\"))"))
};
function isOfModels({ module, names }) {
	const segments = module.split(".").filter((segment) => segment !== "");
	if (LIBRARIES.has(segments[0] ?? "")) return false;
	if (segments.slice(segments.findIndex((name) => MODELS.has(name)) + 1).some((name) => FOR_MIGRATIONS.test(name))) return false;
	return [...segments, ...segments.length === 0 || module.startsWith(".") ? names : []].some((name) => MODELS.has(name));
}

// src/lint/rules/no-auto-increment-add.ts
/** Numbering the rows of a table means writing them all. */
const noAutoIncrementAdd = {
	id: "no-auto-increment-add",
	group: "locks",
	title: "An AUTO_INCREMENT column is added to a table that exists",
	why: "Every row gets a number: the server rebuilds the table and blocks writes meanwhile, and replicas may number the rows in another order.",
	severity: WARNING_ERROR,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [{
			caption: "in raw SQL",
			upgrade: "op.execute(\"ALTER TABLE user ADD n BIGINT NOT NULL AUTO_INCREMENT UNIQUE\")",
			at: "op.execute"
		}],
		good: [{
			caption: "in a new table",
			upgrade: "op.execute(\"CREATE TABLE tag (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY)\")"
		}, {
			caption: "the next number of a table",
			upgrade: "op.execute(\"ALTER TABLE user AUTO_INCREMENT = 1000\")"
		}]
	},
	check: (pass) => onExisting(pass, "add-column").filter(({ column }) => column.autoIncrement).map((change) => trouble(change, `Every row gets a number in ${columnNamed(change.table, change.column.name)}: the table is rebuilt, and writes to it wait for its whole length.`, "Make a new table with the key and copy the rows in batches, or use an online schema-change tool."))
};

// src/lint/rules/no-blocking-change.ts
/** Some changes let nobody write until they are done. */
const noBlockingChange = {
	id: "no-blocking-change",
	group: "locks",
	title: "Writes wait for the whole length of a change",
	why: "The server cannot make the change without a lock on the table: everybody who writes to it waits until it is done. Asked of a real server where one ran (MySQL and MariaDB: whether LOCK=NONE is refused; PostgreSQL: which lock the session holds). Read from the source are full-text and spatial indexes of MySQL and MariaDB, and commands of PostgreSQL that keep everybody out; keys, checks, types and indexes have rules of their own.",
	severity: STRICT_ERROR,
	engines: [
		"mysql",
		"mariadb",
		"postgresql"
	],
	examples: {
		bad: [
			{
				caption: "a full-text index",
				upgrade: "op.execute(\"CREATE FULLTEXT INDEX ix_text ON note (text)\")",
				at: "op.execute",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "a full-text index, with Alembic",
				upgrade: "op.create_index(\"ix_text\", \"note\", [\"text\"], mysql_prefix=\"FULLTEXT\")",
				at: "op.create_index",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "an index built again",
				upgrade: "op.execute(\"REINDEX TABLE note\")",
				at: "op.execute",
				engines: ["postgresql"]
			},
			{
				caption: "a view that is filled again",
				upgrade: "op.execute(\"REFRESH MATERIALIZED VIEW totals\")",
				at: "op.execute",
				engines: ["postgresql"]
			}
		],
		good: [
			{
				caption: "an ordinary index",
				upgrade: "op.create_index(\"ix_a\", \"note\", [\"a\"])",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "one of a new table",
				upgrade: "op.execute(\"CREATE TABLE tag (text TEXT)\")\nop.execute(\"CREATE FULLTEXT INDEX ix_text ON tag (text)\")",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "concurrently",
				upgrade: "op.execute(\"REINDEX TABLE CONCURRENTLY note\")\nop.execute(\"REFRESH MATERIALIZED VIEW CONCURRENTLY totals\")",
				engines: ["postgresql"]
			}
		]
	},
	check: (pass) => pass.engine === "postgresql" ? commands(pass) : indexes(pass)
};
const indexes = (pass) => onExisting(pass, "create-index").filter(({ sort }) => sort !== null).map((change) => trouble(change, `Writes to ${named(change.table)} wait until its ${change.sort === "fulltext" ? "full-text" : "spatial"} index is built over all its rows.`, "Build it while nobody writes, or in a copy of the table that an online schema-change tool makes."));
const COMMANDS = {
	REINDEX: "writes to the table wait until its indexes are built again",
	CLUSTER: "everybody who reads or writes the table waits until it is sorted",
	REFRESH: "everybody who reads the view waits until it is filled again"
};
const commands = (pass) => changesIn(pass, "upgrade", "other").flatMap((change) => {
	const harm = COMMANDS[change.statement];
	if (harm === void 0 || isConcurrent(change)) return [];
	return [trouble(change, `This ${change.statement} keeps others out: ${harm}.`, change.statement === "CLUSTER" ? "Take it out of the migration, and run it while nobody uses the table." : `Run it concurrently, outside of the transaction:\nwith op.get_context().autocommit_block():\n    op.execute("${change.statement} … CONCURRENTLY …")`)];
});
const isConcurrent = ({ operation }) => operation?.kind !== "sql" || /\bconcurrently\b/i.test(operation.sql);

// src/lint/rules/no-cascade-delete.ts
/** ON DELETE CASCADE deletes rows that nobody named. */
const noCascadeDelete = {
	id: "no-cascade-delete",
	group: "data-loss",
	title: "ON DELETE CASCADE is introduced",
	why: "Deleting one row then deletes rows of other tables that no statement names, without triggers on MySQL and MariaDB, and without a trace in the application.",
	severity: ALL_WARNING,
	statements: true,
	examples: {
		bad: [{
			caption: "with Alembic",
			upgrade: "op.create_foreign_key(\"fk_a\", \"note\", \"user\", [\"user_id\"], [\"id\"], ondelete=\"CASCADE\")",
			at: "op.create_foreign_key"
		}, {
			caption: "in raw SQL",
			upgrade: "op.execute(\"ALTER TABLE note ADD CONSTRAINT fk_a FOREIGN KEY (user_id) REFERENCES user (id) ON DELETE CASCADE\")",
			at: "op.execute"
		}],
		good: [{
			caption: "RESTRICT",
			upgrade: "op.create_foreign_key(\"fk_a\", \"note\", \"user\", [\"user_id\"], [\"id\"], ondelete=\"RESTRICT\")"
		}]
	},
	check: (pass) => changesIn(pass, "upgrade", "add-constraint", "add-column", "create-table").filter((change) => cascading(change).length > 0).map((change) => trouble(change, `A foreign key of ${named(change.table)} cascades: deleting a row of ${targetsOf(change)} silently deletes the rows of ${named(change.table)} that refer to it.`, "Use ondelete=\"RESTRICT\" or \"SET NULL\", and delete in the application what is meant to go."))
};
function keysOf(change) {
	const ofColumn = ({ onDelete, references }) => ({
		onDelete,
		target: references?.table ?? null
	});
	const ofConstraint = ({ onDelete, references }) => ({
		onDelete,
		target: references
	});
	switch (change.kind) {
		case "add-constraint": return [ofConstraint(change.constraint)];
		case "add-column": return change.column.references?.inline === true ? [ofColumn(change.column)] : [];
		case "create-table": return [...change.columns.map(ofColumn), ...change.constraints.map(ofConstraint)];
		default: return [];
	}
}
const cascading = (change) => keysOf(change).filter(({ onDelete }) => onDelete?.toUpperCase() === "CASCADE");
/** The tables that it points to, as far as they are written out. */
function targetsOf(change) {
	const names = [...new Set(cascading(change).flatMap(({ target }) => target ?? []))];
	return names.length === 0 ? "the table it points to" : names.map((name) => named(name)).join(" or ");
}

// src/lint/rules/no-charset-convert.ts
/** CONVERT TO CHARACTER SET rewrites every text of a table. */
const noCharsetConvert = {
	id: "no-charset-convert",
	group: "locks",
	title: "A table is converted to another character set",
	why: "The server copies the whole table and blocks writes meanwhile; columns may silently get a larger type, and two values that were different may be equal under the new collation and fail a unique key.",
	severity: WARNING_ERROR,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [{
			caption: "in raw SQL",
			upgrade: "op.execute(\"ALTER TABLE user CONVERT TO CHARACTER SET utf8mb4\")",
			at: "op.execute",
			says: "the table is copied"
		}, {
			caption: "with a collation",
			upgrade: "op.execute(\"ALTER TABLE user CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin\")",
			at: "op.execute",
			engines: ["mysql"],
			says: "Unless"
		}],
		good: [{
			caption: "the default for columns to come",
			upgrade: "op.execute(\"ALTER TABLE user DEFAULT CHARACTER SET utf8mb4\")"
		}]
	},
	check: (pass) => onExisting(pass, "table-option").filter(({ option, charset, table }) => option === "convert-charset" && !hasIt(pass, table, charset)).map((change) => {
		const { charset, table } = change;
		const unless = pass.engine === "mysql" && charset !== null && pass.tableBefore(table).length === 0 ? `Unless they are in ${charset} already, every text of ${named(table)} is rewritten` : `Every text of ${named(table)} is rewritten`;
		return trouble(change, `${unless}: for its whole length the table is copied, and writes to it wait; values that become equal fail a unique key.`, "Convert it with an online schema-change tool, and set only the default in the migration.");
	})
};
/** Whether MySQL's texts are known to have it; whether an index makes it copy all the same, the server is asked. */
function hasIt({ engine, tableBefore }, table, charset) {
	const texts = tableBefore(table).flatMap((column) => column.charset ?? []);
	return engine === "mysql" && texts.length > 0 && texts.every((one) => one === charset);
}

// src/lint/rules/no-check-or-foreign-key-on-existing.ts
/** A check or foreign key on a filled table fails on the first row that breaks it, and locks while it looks. */
const noCheckOrForeignKeyOnExisting = {
	id: "no-check-or-foreign-key-on-existing",
	group: "rolling-deploy",
	title: "A table that exists gets a check or a foreign key",
	why: "Rows that exist may break it, and then the upgrade fails. Every row is read under a lock: MySQL and MariaDB block writes of the table, PostgreSQL those of both tables. On PostgreSQL, NOT VALID and a later VALIDATE CONSTRAINT avoid both.",
	recipe: [{
		does: "Let the code keep to it, and mend the rows that do not. On PostgreSQL add it unchecked: it holds for new rows at once.",
		migration: "op.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"], postgresql_not_valid=True)"
	}, {
		does: "Check the rows that were there, which lets others write. MySQL and MariaDB know only the whole: add it while nobody writes.",
		migration: "op.execute(\"ALTER TABLE note VALIDATE CONSTRAINT fk_user\")"
	}],
	severity: STRICT_ERROR,
	statements: true,
	examples: {
		bad: [{
			caption: "a foreign key",
			upgrade: "op.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])",
			at: "op.create_foreign_key",
			says: "gets a foreign key `fk_user`: "
		}, {
			caption: "a check in raw SQL",
			upgrade: "op.execute(\"ALTER TABLE note ADD CONSTRAINT ck CHECK (n > 0)\")",
			at: "op.execute"
		}],
		good: [
			{
				caption: "NOT VALID",
				upgrade: "op.execute(\"ALTER TABLE note ADD CONSTRAINT ck CHECK (n > 0) NOT VALID\")",
				engines: ["postgresql"]
			},
			{
				caption: "a foreign key of a column that is new and empty",
				upgrade: "op.add_column(\"note\", sa.Column(\"user_id\", sa.Integer(), nullable=True))\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])"
			},
			{
				caption: "a table of this pull request",
				upgrade: "op.create_table(\"note\", sa.Column(\"id\", sa.Integer(), nullable=False))\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])"
			}
		]
	},
	check: (pass) => onExisting(pass, "add-constraint").flatMap((change) => {
		const { kind, notValid, name } = change.constraint;
		if (kind !== "check" && kind !== "foreign-key" || notValid || isOfEmptyColumns(pass, change)) return [];
		const postgresql = pass.engine === "postgresql";
		const waiting = !postgresql ? "writes to it wait" : kind === "foreign-key" ? "writes to both tables wait" : "everybody who reads or writes it waits";
		return [trouble(change, `${named(change.table)} gets a ${kind === "check" ? "check" : "foreign key"}${name === null ? "" : ` ${named(name)}`}: the upgrade fails on the first row that breaks it, and ${waiting} until every row was read.`, postgresql ? `Add it NOT VALID, and validate it in a later revision:\nop.execute("ALTER TABLE ${change.table ?? "…"} VALIDATE CONSTRAINT ${name ?? "…"}")` : "Look for rows that break it on production first, and run this when nobody writes.")];
	})
};
function isOfEmptyColumns({ facts }, change) {
	const { kind, columns } = change.constraint;
	if (kind !== "foreign-key" || columns === null || columns.length === 0) return false;
	return columns.every((name) => {
		const column = facts.newColumn(change, name);
		return column !== null && column.nullable !== false && !column.serverDefault;
	});
}

// src/lint/rules/no-column-position.ts
/** A column's place in the table is worth nothing to a program and may cost a copy of the table. */
const noColumnPosition = {
	id: "no-column-position",
	group: "locks",
	title: "FIRST or AFTER on a server that must rebuild for it",
	why: "Before MySQL 8.0.29 and MariaDB 10.4, a column is added in an instant only at the end: FIRST and AFTER rebuild the table. A column that is there already is moved in an instant by MariaDB from 10.4 on, and by no MySQL.",
	severity: ALL_WARNING,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [
			{
				caption: "on MySQL 8.0.28",
				upgrade: "op.execute(\"ALTER TABLE user ADD COLUMN a INT AFTER id\")",
				at: "op.execute",
				engines: ["mysql"],
				version: "8.0.28"
			},
			{
				caption: "on MariaDB 10.3",
				upgrade: "op.execute(\"ALTER TABLE user ADD COLUMN a INT FIRST\")",
				at: "op.execute",
				engines: ["mariadb"],
				version: "10.3.39"
			},
			{
				caption: "a column moved, on any MySQL",
				upgrade: "op.execute(\"ALTER TABLE user MODIFY a INT AFTER id\")",
				at: "op.execute",
				engines: ["mysql"],
				version: "8.4.10",
				says: "unless it stands there already"
			},
			{
				caption: "a column moved and renamed, on MariaDB 10.3",
				upgrade: "op.execute(\"ALTER TABLE user CHANGE a b INT FIRST\")",
				at: "op.execute",
				engines: ["mariadb"],
				version: "10.3.39"
			}
		],
		good: [
			{
				caption: "on MySQL 8.4",
				upgrade: "op.execute(\"ALTER TABLE user ADD COLUMN a INT AFTER id\")",
				engines: ["mysql"],
				version: "8.4.10"
			},
			{
				caption: "a column added or moved on MariaDB 10.11",
				upgrade: "op.execute(\"ALTER TABLE user ADD COLUMN a INT AFTER id\")\nop.execute(\"ALTER TABLE user MODIFY b INT FIRST\")",
				engines: ["mariadb"],
				version: "10.11.6"
			},
			{
				caption: "a column of this pull request, or changed where it is",
				upgrade: "op.execute(\"CREATE TABLE tag (id INT, a INT)\")\nop.execute(\"ALTER TABLE tag MODIFY a INT FIRST\")\nop.execute(\"ALTER TABLE user MODIFY a BIGINT\")"
			},
			{
				caption: "at the end",
				upgrade: "op.execute(\"ALTER TABLE user ADD COLUMN a INT\")",
				engines: ["mysql"],
				version: "5.7.44"
			}
		]
	},
	check: (pass) => [...(isBefore(pass.version, INSTANT[pass.engine ?? ""] ?? "") ? onExisting(pass, "add-column") : []).filter(({ placed }) => placed).map((change) => trouble(change, `FIRST or AFTER makes this server (${pass.version ?? ""}) rebuild ${named(change.table)}, where a column at the end is added in an instant.`, CURE$3)), ...(movesAtOnce(pass) ? [] : onExisting(pass, "alter-column")).filter(({ placed }) => placed).map((change) => trouble(change, `FIRST or AFTER moves ${columnNamed(change.table, change.column)}, and the server rebuilds ${named(change.table)} for it, unless it stands there already.`, CURE$3))]
};
const CURE$3 = "Leave the position out.";
/** From these on a column is added in an instant at any place. */
const INSTANT = {
	mysql: "8.0.29",
	mariadb: "10.4"
};
/** Where nobody knows the version it is taken to be a new one. */
const movesAtOnce = ({ engine, version }) => engine === "mariadb" && !isBefore(version, INSTANT["mariadb"] ?? "");

// src/revision/irreversible.ts
/**
* The reason of `# alembic-gate: irreversible reason` on or above `def downgrade`; null where nothing is declared there,
* and where the reason is missing, because a declaration without one declares nothing.
*/
function irreversibleReason({ functions, comments }) {
	const lines = new Set(functions.filter(({ direction }) => direction === "downgrade").map(({ line }) => line));
	const declared = comments.find((comment) => comment.kind === "irreversible" && lines.has(comment.governs));
	return declared?.kind === "irreversible" && declared.reason !== "" ? declared.reason : null;
}

// src/lint/rules/no-data-change-without-reverse.ts
/** A rollback of the schema that keeps the new rows is half a rollback. */
const noDataChangeWithoutReverse = {
	id: "no-data-change-without-reverse",
	group: "reversibility",
	title: "Rows are written and the downgrade writes none",
	why: "After a rollback the old code meets rows that it never wrote. Writes to tables and columns of this pull request go with them and are no matter of this rule.",
	severity: STRICT_ERROR,
	statements: true,
	examples: {
		bad: [{
			caption: "rows inserted",
			upgrade: `op.execute("INSERT INTO role (name) VALUES ('guest')")\nop.create_index("ix", "role", ["name"])`,
			downgrade: "op.drop_index(\"ix\", table_name=\"role\")",
			at: "op.execute"
		}],
		good: [
			{
				caption: "with a way back",
				upgrade: `op.execute("INSERT INTO role (name) VALUES ('guest')")`,
				downgrade: `op.execute("DELETE FROM role WHERE name = 'guest'")`
			},
			{
				caption: "a backfill of a new column",
				upgrade: "op.add_column(\"user\", sa.Column(\"a\", sa.Integer()))\nop.execute(\"UPDATE user SET a = 1 WHERE a IS NULL\")",
				downgrade: "op.drop_column(\"user\", \"a\")"
			},
			{
				caption: "a downgrade that does nothing or raises, of which another rule speaks",
				upgrade: `op.execute("DELETE FROM role WHERE name = 'guest'")`,
				downgrade: "raise NotImplementedError()"
			},
			{
				caption: "declared irreversible",
				upgrade: `op.execute("DELETE FROM role WHERE name = 'guest'")`,
				aboveDowngrade: "# alembic-gate: irreversible the role was never used"
			}
		]
	},
	check: (pass) => {
		if (irreversibleReason(pass.migration) !== null || !hasDowngrade(pass.migration)) return [];
		if (changesIn(pass, "downgrade", "write", "unread", "truncate").length > 0) return [];
		const [write] = onExisting(pass, "write").filter((change) => !(change.sets?.every((column) => pass.facts.newColumn(change, column) !== null) ?? false));
		if (!write) return [];
		return [trouble(write, `This ${write.verb}s rows of ${named(write.table)}, and downgrade() writes none: after a rollback old code meets rows that it never wrote.`, "Undo it in downgrade(), or declare that there is no way back:\n# alembic-gate: irreversible <reason>\ndef downgrade():")];
	}
};
const hasDowngrade = ({ functions }) => functions.some(({ direction, body }) => direction === "downgrade" && body === "present");

// src/lint/rules/no-ddl-and-dml-together.ts
/** On MySQL every schema change commits what was written before it, so a failure leaves half of a migration. */
const noDdlAndDmlTogether = {
	id: "no-ddl-and-dml-together",
	group: "traps",
	title: "Rows are written before the schema changes",
	why: "MySQL and MariaDB commit at every schema change. If one of them fails, the rows that were written before it stay, the version does not move, and the next attempt writes them again.",
	severity: STRICT_ERROR,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [{
			caption: "an update, then a schema change",
			upgrade: "op.execute(\"UPDATE user SET n = n + 1 WHERE id = 1\")\nop.create_index(\"ix_n\", \"user\", [\"n\"])",
			at: "op.execute"
		}],
		good: [
			{
				caption: "rows of a table that was just made, which stops the next attempt anyway",
				upgrade: "op.create_table(\"role\", sa.Column(\"name\", sa.String(9), primary_key=True))\nop.execute(\"INSERT INTO role VALUES ('guest')\")\nop.create_index(\"ix_n\", \"user\", [\"n\"])"
			},
			{
				caption: "only rows",
				upgrade: "op.execute(\"UPDATE user SET n = 1 WHERE id = 1\")"
			},
			{
				caption: "rows last",
				upgrade: "op.create_index(\"ix_n\", \"user\", [\"n\"])\nop.execute(\"UPDATE user SET n = 1 WHERE id = 1\")"
			}
		]
	},
	check: (pass) => {
		const writes = onExisting(pass, "write");
		const later = changesIn(pass, "upgrade", "create-table", "drop-table", "add-column", "drop-column", "alter-column", "create-index", "drop-index", "add-constraint", "drop-constraint", "rename-table", "rename-column").at(-1);
		const [first] = writes;
		if (!first || !later || pass.changes.indexOf(later) < pass.changes.indexOf(first)) return [];
		return [trouble(first, `These rows are committed as soon as the schema changes further down (line ${later.line}): if that fails they stay, and the next attempt writes them again.`, "Put the rows into a revision of their own, after the one that changes the schema.")];
	}
};

// src/revision/python/syntax-error.ts
/** The two ways a Python text escapes this parser: it is not Python, or it is nested beyond what we follow. */
/** What CPython reports as SyntaxError, IndentationError or TabError; `at` is an offset into the text. */
var PythonSyntaxError = class extends Error {
	name = "PythonSyntaxError";
	at;
	constructor(message, at) {
		super(message);
		this.at = at;
	}
};
/** Deeper or longer than we follow; Python has limits of its own, elsewhere, so nothing is said of the text. */
var NestingLimit = class extends Error {
	name = "NestingLimit";
	at;
	constructor(at) {
		super("expressions or blocks are nested too deeply to be read");
		this.at = at;
	}
};

// src/revision/python/cursor.ts
/** A place in the token list: what a recursive-descent parser holds in its hand. */
/** Far above any migration, far below what would exhaust the stack. */
const MAX_DEPTH = 400;
var Cursor = class {
	text;
	/** Where in the grammar we are, for what is legal only in some places. */
	scope = {
		kind: "module",
		loop: false,
		async: false
	};
	/** The next token. */
	token;
	/** End of what was last read, line ends and dedents aside. */
	end = 0;
	tokens;
	index = 0;
	depth = 0;
	/** `tokens` ends with `end` or `error`. */
	constructor(text, tokens) {
		this.text = text;
		this.tokens = tokens;
		const [first] = tokens;
		if (!first) throw new Error("a token list ends with `end` or `error`");
		this.token = first;
	}
	peek(ahead) {
		return this.tokens[this.index + ahead] ?? this.token;
	}
	advance() {
		const { token } = this;
		if (token.kind !== "newline" && token.kind !== "dedent") this.end = token.to;
		this.index++;
		this.token = this.peek(0);
		return token;
	}
	/** Whether the next token is this word or operator. */
	is(text) {
		return this.token.text === text && this.token.kind !== "error";
	}
	accept(text) {
		if (!this.is(text)) return false;
		this.advance();
		return true;
	}
	expect(text) {
		return this.is(text) ? this.advance() : this.fail(`expected '${text}'`);
	}
	acceptKind(kind) {
		if (this.token.kind !== kind) return false;
		this.advance();
		return true;
	}
	name() {
		return this.token.kind === "name" ? this.advance().text : this.fail("expected a name");
	}
	/** Reports a bracket that is never closed or, if that is where we are, another mistake of the tokenizer's. */
	fail(message = "invalid syntax", at = this.token.from) {
		const last = this.tokens.at(-1) ?? this.token;
		throw last.kind === "error" && (last === this.token || last.text.endsWith("never closed")) ? new PythonSyntaxError(last.text, last.from) : new PythonSyntaxError(message, at);
	}
	/** Every rule that may contain itself descends first and ascends last. */
	descend() {
		if (++this.depth > MAX_DEPTH) throw new NestingLimit(this.token.from);
	}
	ascend() {
		this.depth--;
	}
	/** The rule's result, or null with nothing consumed where the text does not follow the rule. */
	attempt(rule) {
		const { index, depth, scope, token, end } = this;
		try {
			return rule();
		} catch (error) {
			if (!(error instanceof PythonSyntaxError)) throw error;
			this.index = index;
			this.token = token;
			this.end = end;
			this.depth = depth;
			this.scope = scope;
			return null;
		}
	}
	/** Runs a rule in another scope. */
	within(scope, rule) {
		const outer = this.scope;
		this.scope = scope;
		const result = rule();
		this.scope = outer;
		return result;
	}
};

// src/revision/python/string-literal.ts
/** What a Python string literal evaluates to (reference manual, "String and Bytes literals"). */
/** Cuts the literal that stands between two offsets, as the tokenizer found it. */
function splitLiteral(text, from, to) {
	let quoteAt = from;
	while (text.charCodeAt(quoteAt) !== 34 && text.charCodeAt(quoteAt) !== 39) quoteAt++;
	const one = text.charAt(quoteAt);
	const quote = to - quoteAt >= 6 && text.charAt(quoteAt + 1) === one && text.charAt(quoteAt + 2) === one ? one + one + one : one;
	return {
		prefix: text.slice(from, quoteAt).toLowerCase(),
		quote,
		body: text.slice(quoteAt + quote.length, to - quote.length)
	};
}
/** Escapes of one character; a backslash before a line end hides both. */
const SIMPLE = {
	"\n": "",
	"\\": "\\",
	"'": "'",
	"\"": "\"",
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v"
};
const HEX_DIGITS = {
	x: 2,
	u: 4,
	U: 8
};
const OCTAL = /^[0-7]{1,3}/;
/**
* The value of a literal's body; null where it needs Unicode's table of names (`\N{…}`).
* Bytes come as one character per byte. `at` is where the body stands, for PythonSyntaxError.
*/
function unescapeBody(body, prefix, at) {
	const text = body.includes("\r") ? body.replace(/\r\n?/g, "\n") : body;
	const bytes = prefix.includes("b");
	if (bytes && /[^\x00-\x7f]/.test(text)) throw new PythonSyntaxError("bytes can only contain ASCII literal characters", at);
	if (prefix.includes("r") || !text.includes("\\")) return text;
	let value = "";
	for (let index = 0; index < text.length;) {
		const backslash = text.indexOf("\\", index);
		if (backslash < 0) return value + text.slice(index);
		value += text.slice(index, backslash);
		if (text.charAt(backslash + 1) === "N" && !bytes) return null;
		const read = readEscape(text.slice(backslash + 1, backslash + 10), bytes, at);
		value += read.value;
		index = backslash + 1 + read.length;
	}
	return value;
}
function readEscape(rest, bytes, at) {
	const letter = rest.charAt(0);
	const simple = SIMPLE[letter];
	if (simple !== void 0) return {
		value: simple,
		length: 1
	};
	const octal = OCTAL.exec(rest)?.[0];
	if (octal !== void 0) {
		const code = Number.parseInt(octal, 8);
		return {
			value: String.fromCharCode(bytes ? code & 255 : code),
			length: octal.length
		};
	}
	const width = HEX_DIGITS[letter];
	if (width === void 0 || bytes && letter !== "x") return {
		value: `\\${letter}`,
		length: letter.length
	};
	const digits = rest.slice(1, 1 + width);
	if (digits.length < width || !/^[0-9a-fA-F]+$/.test(digits)) throw new PythonSyntaxError(`truncated \\${letter} escape in a string literal`, at);
	const code = Number.parseInt(digits, 16);
	if (code > 1114111) throw new PythonSyntaxError("illegal Unicode character in a string literal", at);
	return {
		value: String.fromCodePoint(code),
		length: 1 + width
	};
}

// src/revision/python/literals.ts
/** String literals of every prefix, adjacent ones joined, and the fields of f-strings. */
var Literals = class extends Cursor {
	/** Whether something was read that is legal only in some scopes: `global`, `await`, a `yield` outside functions. */
	needsScopeCheck = false;
	/** One or more adjacent string literals. */
	strings() {
		const alone = this.peek(1).kind;
		if (this.token.kind === "string" && alone !== "string" && alone !== "template-start") return this.plainString(this.advance());
		const from = this.token.from;
		const parts = [];
		const kinds = /* @__PURE__ */ new Set();
		while (this.token.kind === "string" || this.token.kind === "template-start") if (this.token.kind === "template-start") kinds.add(this.template(parts));
		else {
			const { kind, value } = this.plainString(this.advance());
			kinds.add(kind);
			parts.push(value);
		}
		const place = {
			from,
			to: this.end
		};
		if (kinds.has("bytes")) {
			if (kinds.size > 1) this.fail("cannot mix bytes and nonbytes literals", from);
			return {
				kind: "bytes",
				value: joinText(parts),
				...place
			};
		}
		if (kinds.has("t")) {
			if (kinds.size > 1) this.fail("cannot mix t-string literals with string or bytes literals", from);
			return {
				kind: "template",
				prefix: "t",
				parts,
				...place
			};
		}
		if (kinds.has("f")) return {
			kind: "template",
			prefix: "f",
			parts,
			...place
		};
		return {
			kind: "string",
			value: joinText(parts),
			...place
		};
	}
	plainString({ from, to }) {
		const { prefix, body } = splitLiteral(this.text, from, to);
		const value = unescapeBody(body, prefix, from);
		return {
			kind: prefix.includes("b") ? "bytes" : "string",
			value,
			from,
			to
		};
	}
	template(parts) {
		const start = this.advance();
		const prefix = this.text.slice(start.from, start.to).toLowerCase();
		while (!this.acceptKind("template-end")) this.templatePart(parts, prefix);
		return prefix.includes("t") ? "t" : "f";
	}
	templatePart(parts, prefix) {
		if (this.token.kind === "template-text") parts.push(this.templateText(this.advance(), prefix));
		else parts.push(this.field(prefix));
	}
	templateText(token, prefix) {
		const text = this.text.slice(token.from, token.to).replaceAll("{{", "{").replaceAll("}}", "}");
		return unescapeBody(text, prefix, token.from);
	}
	/** `{value=!r:format}`: a field with anything but its value is itself computed, which a `conversion` call says. */
	field(prefix) {
		const from = this.expect("{").from;
		const value = this.statementExpression();
		const formatted = [];
		let plain = !this.accept("=");
		if (this.accept("!")) {
			plain = false;
			if (![
				"s",
				"r",
				"a"
			].includes(this.name())) this.fail("f-string: invalid conversion character");
		}
		if (this.accept(":")) {
			plain = false;
			while (!this.is("}")) this.templatePart(formatted, prefix);
		}
		this.expect("}");
		if (plain) return value;
		return {
			kind: "template",
			prefix: "f",
			parts: [value, ...formatted],
			from,
			to: this.end
		};
	}
};
/** null as soon as one part is unknown. */
function joinText(parts) {
	let text = "";
	for (const part of parts) {
		if (typeof part !== "string") return null;
		text += part;
	}
	return text;
}

// src/revision/python/displays.ts
/** Parentheses, brackets, braces and the comprehensions in them. */
var Displays = class extends Literals {
	/** Whatever stands in brackets. */
	display() {
		if (this.is("(")) return this.parenthesized();
		if (this.is("[")) return this.listDisplay();
		return this.is("{") ? this.braces() : this.fail();
	}
	parenthesized() {
		const from = this.expect("(").from;
		if (this.accept(")")) return {
			kind: "tuple",
			items: [],
			from,
			to: this.end
		};
		if (this.is("yield")) {
			const value = this.statementExpression();
			this.expect(")");
			return value;
		}
		const first = this.starNamed();
		if (this.startsComprehension()) {
			const clauses = this.comprehension();
			this.expect(")");
			return {
				kind: "comprehension",
				of: "generator",
				element: first,
				value: null,
				clauses,
				from,
				to: this.end
			};
		}
		if (this.accept(")")) return first.kind === "starred" ? this.fail("cannot use starred expression here", from) : first;
		return {
			kind: "tuple",
			items: this.restOfList(first, ")"),
			from,
			to: this.end
		};
	}
	listDisplay() {
		const from = this.expect("[").from;
		if (this.accept("]")) return {
			kind: "list",
			items: [],
			from,
			to: this.end
		};
		const first = this.starNamed();
		if (this.startsComprehension()) {
			const clauses = this.comprehension();
			this.expect("]");
			return {
				kind: "comprehension",
				of: "list",
				element: first,
				value: null,
				clauses,
				from,
				to: this.end
			};
		}
		return {
			kind: "list",
			items: this.restOfList(first, "]"),
			from,
			to: this.end
		};
	}
	/** The items after the first, the closing bracket included. */
	restOfList(first, closer) {
		const items = [first];
		while (this.accept(",") && !this.is(closer)) items.push(this.starNamed());
		this.expect(closer);
		return items;
	}
	braces() {
		const from = this.expect("{").from;
		if (this.accept("}")) return {
			kind: "dict",
			entries: [],
			from,
			to: this.end
		};
		if (this.is("**")) return this.dict(from, this.entry());
		const first = this.starNamed();
		if (this.is(":") && first.kind !== "starred") {
			this.advance();
			return this.dict(from, {
				key: first,
				value: this.expression()
			});
		}
		if (this.startsComprehension()) {
			const clauses = this.comprehension();
			this.expect("}");
			return {
				kind: "comprehension",
				of: "set",
				element: first,
				value: null,
				clauses,
				from,
				to: this.end
			};
		}
		return {
			kind: "set",
			items: this.restOfList(first, "}"),
			from,
			to: this.end
		};
	}
	dict(from, first) {
		if (this.startsComprehension()) {
			const clauses = this.comprehension();
			this.expect("}");
			return {
				kind: "comprehension",
				of: "dict",
				element: first.key ?? first.value,
				value: first.value,
				clauses,
				from,
				to: this.end
			};
		}
		const entries = [first];
		while (this.accept(",") && !this.is("}")) entries.push(this.entry());
		this.expect("}");
		return {
			kind: "dict",
			entries,
			from,
			to: this.end
		};
	}
	entry() {
		if (this.accept("**")) return {
			key: null,
			value: this.bitwiseOr()
		};
		const key = this.expression();
		this.expect(":");
		return {
			key,
			value: this.expression()
		};
	}
	startsComprehension() {
		return this.is("for") || this.is("async") && this.peek(1).text === "for";
	}
	comprehension() {
		const clauses = [];
		while (this.startsComprehension()) {
			this.accept("async");
			this.expect("for");
			const target = this.targets();
			this.expect("in");
			const source = this.disjunction();
			const conditions = [];
			while (this.accept("if")) conditions.push(this.disjunction());
			clauses.push({
				target,
				source,
				conditions
			});
		}
		return clauses;
	}
	/** `star_targets` before an `in`. */
	targets() {
		const from = this.token.from;
		const items = [this.starOr(() => this.bitwiseOr())];
		let tuple = false;
		while (this.accept(",")) {
			tuple = true;
			if (this.is("in")) break;
			items.push(this.starOr(() => this.bitwiseOr()));
		}
		const [only] = items;
		if (!tuple && only) return this.assignable(only);
		return this.assignable({
			kind: "tuple",
			items,
			from,
			to: this.end
		});
	}
	/** `*value`, or the given rule. */
	starOr(rule) {
		const from = this.token.from;
		if (!this.accept("*")) return rule();
		return {
			kind: "starred",
			value: this.bitwiseOr(),
			from,
			to: this.end
		};
	}
	starNamed() {
		return this.starOr(() => this.named());
	}
	/** `named_expression`: an expression or `name := expression`. */
	named() {
		const { from, to, kind, text } = this.token;
		if (kind !== "name" || this.peek(1).text !== ":=") return this.expression();
		this.advance();
		this.advance();
		const value = this.expression();
		return {
			kind: "named",
			target: {
				kind: "name",
				name: text,
				from,
				to
			},
			value,
			from,
			to: this.end
		};
	}
};

// src/revision/python/atoms.ts
/** Atoms, and the attributes, calls and subscripts that hang on them. */
/** Longer chains of `.a(b)[c]` than anybody writes. */
const MAX_LINKS = 1e3;
var Atoms = class extends Displays {
	/** `await_primary`. */
	primary() {
		const from = this.token.from;
		if (!this.accept("await")) return this.chain();
		this.needsScopeCheck = true;
		return {
			kind: "await",
			value: this.chain(),
			from,
			to: this.end
		};
	}
	chain() {
		const from = this.token.from;
		let value = this.atom();
		for (let links = 0;; links++) {
			if (links > MAX_LINKS) throw new NestingLimit(this.end);
			if (this.accept(".")) {
				const name = this.name();
				value = {
					kind: "attribute",
					object: value,
					name,
					from,
					to: this.end
				};
			} else if (this.is("(")) {
				const args = this.args();
				value = {
					kind: "call",
					callee: value,
					args,
					from,
					to: this.end
				};
			} else if (this.accept("[")) {
				const index = this.subscript();
				this.expect("]");
				value = {
					kind: "subscript",
					object: value,
					index,
					from,
					to: this.end
				};
			} else return value;
		}
	}
	atom() {
		const token = this.token;
		const { from, to } = token;
		switch (token.kind) {
			case "name":
				this.advance();
				return {
					kind: "name",
					name: token.text,
					from,
					to
				};
			case "number":
				this.advance();
				return {
					kind: "number",
					from,
					to
				};
			case "string":
			case "template-start": return this.strings();
		}
		const constant = CONSTANTS.get(token.text);
		if (constant !== void 0) {
			this.advance();
			return {
				kind: "constant",
				value: constant,
				from,
				to
			};
		}
		this.descend();
		const display = this.display();
		this.ascend();
		return display;
	}
	/** A parenthesized argument list. */
	args() {
		this.descend();
		const opened = this.expect("(").from;
		const args = [];
		while (!this.is(")")) {
			args.push(this.argument());
			if (!this.accept(",")) break;
		}
		this.expect(")");
		if (args.length > 1) this.checkArguments(args, opened);
		this.ascend();
		return args;
	}
	argument() {
		const from = this.token.from;
		if (this.accept("*")) return {
			name: "*",
			value: this.generatorOf(this.expression(), from)
		};
		if (this.accept("**")) return {
			name: "**",
			value: this.expression()
		};
		if (this.token.kind === "name" && this.peek(1).text === "=") {
			const name = this.name();
			this.advance();
			return {
				name,
				value: this.expression()
			};
		}
		return {
			name: null,
			value: this.generatorOf(this.named(), from)
		};
	}
	/** The element itself, unless a `for` makes a generator of it. */
	generatorOf(element, from) {
		if (!this.startsComprehension()) return element;
		return {
			kind: "comprehension",
			of: "generator",
			element,
			value: null,
			clauses: this.comprehension(),
			from,
			to: this.end
		};
	}
	checkArguments(args, opened) {
		const names = /* @__PURE__ */ new Set();
		for (const { name, value } of args) {
			const unpacked = names.has("**");
			if (name === null) {
				if (names.size > 0) this.fail("positional argument follows keyword argument", value.from);
				if (value.kind === "comprehension" && value.of === "generator" && args.length > 1 && !this.isWrapped(value)) this.fail("generator expression must be parenthesized", value.from);
			} else if (name === "*") {
				if (unpacked) this.fail("iterable argument unpacking follows keyword argument unpacking", opened);
			} else {
				if (name !== "**" && names.has(name)) this.fail(`keyword argument repeated: ${name}`, value.from);
				names.add(name);
			}
		}
	}
	isWrapped(generator) {
		return this.text.charAt(generator.from) === "(" && this.text.charAt(generator.to - 1) === ")";
	}
	subscript() {
		const from = this.token.from;
		const first = this.subscriptItem();
		if (!this.is(",")) return first;
		const items = [first];
		while (this.accept(",") && !this.is("]")) items.push(this.subscriptItem());
		return {
			kind: "tuple",
			items,
			from,
			to: this.end
		};
	}
	subscriptItem() {
		const from = this.token.from;
		const bound = () => this.is(":") || this.is(",") || this.is("]") ? null : this.starNamed();
		const bounds = [bound()];
		while (bounds.length < 3 && this.accept(":")) bounds.push(bound());
		const [only] = bounds;
		if (bounds.length === 1) return only ?? this.fail();
		return {
			kind: "slice",
			bounds,
			from,
			to: this.end
		};
	}
};
const CONSTANTS = /* @__PURE__ */ new Map([
	["True", true],
	["False", false],
	["None", null],
	["...", "..."]
]);

// src/revision/python/expressions.ts
/** Operators, conditionals and lambdas: Python's expressions from the loosest binding down. */
/** Binding powers of the left-associative binary operators above comparison. */
const POWERS = /* @__PURE__ */ new Map([
	["|", 1],
	["^", 2],
	["&", 3],
	["<<", 4],
	[">>", 4],
	["+", 5],
	["-", 5],
	["*", 6],
	["/", 6],
	["//", 6],
	["%", 6],
	["@", 6]
]);
const COMPARISONS = /* @__PURE__ */ new Set([
	"<",
	">",
	"==",
	">=",
	"<=",
	"!=",
	"in",
	"is"
]);
const MAX_OPERANDS = 1e3;
var Expressions = class extends Atoms {
	expression() {
		this.descend();
		const value = this.is("lambda") ? this.lambda() : this.ternary();
		this.ascend();
		return value;
	}
	ternary() {
		const from = this.token.from;
		const then = this.disjunction();
		if (!this.accept("if")) return then;
		const test = this.disjunction();
		this.expect("else");
		return {
			kind: "conditional",
			test,
			then,
			otherwise: this.expression(),
			from,
			to: this.end
		};
	}
	/** `star_expressions` or a `yield`: the value of a statement. */
	statementExpression() {
		const from = this.token.from;
		if (this.is("yield")) return this.yield();
		const first = this.starOr(() => this.expression());
		if (!this.is(",")) return first;
		const items = [first];
		while (this.accept(",") && this.startsExpression()) items.push(this.starOr(() => this.expression()));
		return {
			kind: "tuple",
			items,
			from,
			to: this.end
		};
	}
	yield() {
		const from = this.expect("yield").from;
		this.needsScopeCheck ||= this.scope.kind !== "function";
		return {
			kind: "yield",
			value: this.accept("from") ? this.expression() : this.startsExpression() ? this.statementExpression() : null,
			from,
			to: this.end
		};
	}
	/** Whether another item follows a comma. */
	startsExpression() {
		const { kind, text } = this.token;
		if (kind === "operator") return [
			"(",
			"[",
			"{",
			"-",
			"+",
			"~",
			"*",
			"..."
		].includes(text);
		if (kind === "keyword") return [
			"None",
			"True",
			"False",
			"not",
			"lambda",
			"await"
		].includes(text);
		return kind === "name" || kind === "number" || kind === "string" || kind === "template-start" || kind === "error";
	}
	disjunction() {
		const from = this.token.from;
		let left = this.conjunction();
		for (let count = 0; this.accept("or"); count++) {
			if (count > MAX_OPERANDS) throw new NestingLimit(from);
			const right = this.conjunction();
			left = {
				kind: "binary",
				operator: "or",
				left,
				right,
				from,
				to: this.end
			};
		}
		return left;
	}
	conjunction() {
		const from = this.token.from;
		let left = this.inversion();
		for (let count = 0; this.accept("and"); count++) {
			if (count > MAX_OPERANDS) throw new NestingLimit(from);
			const right = this.inversion();
			left = {
				kind: "binary",
				operator: "and",
				left,
				right,
				from,
				to: this.end
			};
		}
		return left;
	}
	inversion() {
		const from = this.token.from;
		if (!this.accept("not")) return this.comparison();
		this.descend();
		const operand = this.inversion();
		this.ascend();
		return {
			kind: "unary",
			operator: "not",
			operand,
			from,
			to: this.end
		};
	}
	comparison() {
		const from = this.token.from;
		const first = this.bitwiseOr();
		let operator = this.comparator();
		if (operator === null) return first;
		const operators = [];
		const operands = [first];
		for (; operator !== null; operator = this.comparator()) {
			operators.push(operator);
			operands.push(this.bitwiseOr());
		}
		return {
			kind: "compare",
			operators,
			operands,
			from,
			to: this.end
		};
	}
	comparator() {
		const { text, kind } = this.token;
		if (kind !== "operator" && kind !== "keyword") return null;
		if (text === "not" && this.peek(1).text === "in") {
			this.advance();
			this.advance();
			return "not in";
		}
		if (!COMPARISONS.has(text)) return null;
		this.advance();
		return text === "is" && this.accept("not") ? "is not" : text;
	}
	bitwiseOr() {
		return this.arithmetic(1);
	}
	arithmetic(power) {
		const from = this.token.from;
		let left = this.factor();
		for (let count = 0;; count++) {
			const { text: operator, kind } = this.token;
			const binding = kind === "operator" ? POWERS.get(operator) ?? 0 : 0;
			if (binding < power) return left;
			if (count > MAX_OPERANDS) throw new NestingLimit(from);
			this.advance();
			const right = this.arithmetic(binding + 1);
			left = {
				kind: "binary",
				operator,
				left,
				right,
				from,
				to: this.end
			};
		}
	}
	factor() {
		const { from, text } = this.token;
		if (text === "-" || text === "+" || text === "~") {
			this.advance();
			this.descend();
			const operand = this.factor();
			this.ascend();
			return {
				kind: "unary",
				operator: text,
				operand,
				from,
				to: this.end
			};
		}
		const left = this.primary();
		if (!this.accept("**")) return left;
		this.descend();
		const right = this.factor();
		this.ascend();
		return {
			kind: "binary",
			operator: "**",
			left,
			right,
			from,
			to: this.end
		};
	}
	lambda() {
		const from = this.expect("lambda").from;
		const parameters = this.parameters(":", false);
		this.expect(":");
		return {
			kind: "lambda",
			parameters,
			body: this.within({
				kind: "function",
				loop: false,
				async: false
			}, () => this.expression()),
			from,
			to: this.end
		};
	}
	/** The parameters of a function or lambda, up to but without the closer. */
	parameters(closer, annotated) {
		const parameters = [];
		let afterStar = false;
		let afterSlash = false;
		let defaults = false;
		while (!this.is(closer)) {
			const from = this.token.from;
			if (parameters.at(-1)?.star === "**") this.fail("arguments cannot follow var-keyword argument");
			if (this.accept("/")) {
				if (afterStar || afterSlash || parameters.length === 0) this.fail("/ must be ahead of *", from);
				afterSlash = true;
			} else if (this.is("*") && (this.peek(1).text === "," || this.peek(1).text === closer)) {
				this.advance();
				const next = this.is(",") ? this.peek(1).text : closer;
				if (afterStar || next === closer || next === "**") this.fail("named arguments must follow bare *", from);
				afterStar = true;
			} else {
				const parameter = this.parameter(annotated, afterStar);
				if (parameter.star === "*") {
					if (afterStar) this.fail("* argument may appear only once", from);
					afterStar = true;
				} else if (parameter.star === "" && !afterStar) {
					if (defaults && !parameter.default) this.fail("parameter without a default follows parameter with a default", from);
					defaults = parameter.default !== null;
				}
				if (parameters.some(({ name }) => name === parameter.name)) this.fail(`duplicate argument '${parameter.name}' in function definition`, from);
				parameters.push(parameter);
			}
			if (!this.accept(",")) break;
		}
		return parameters;
	}
	parameter(annotated, keywordOnly) {
		const star = this.accept("**") ? "**" : this.accept("*") ? "*" : "";
		return {
			name: this.name(),
			star,
			keywordOnly,
			annotation: annotated && this.accept(":") ? this.starOr(() => this.expression()) : null,
			default: star === "" && this.accept("=") ? this.expression() : null
		};
	}
	assignable(target) {
		switch (target.kind) {
			case "name": return target.name === "__debug__" ? this.fail("cannot assign to __debug__", target.from) : target;
			case "attribute":
			case "subscript": return target;
			case "starred": return this.fail("starred assignment target must be in a list or tuple", target.from);
			case "tuple":
			case "list":
				if (target.items.filter(({ kind }) => kind === "starred").length > 1) this.fail("multiple starred expressions in assignment", target.from);
				for (const item of target.items) this.assignable(item.kind === "starred" ? item.value : item);
				return target;
			default: return this.fail("cannot assign to this expression", target.from);
		}
	}
};

// src/revision/python/patterns.ts
/** The patterns of `match` statements: checked, and reduced to the names that they bind. */
var Patterns = class extends Expressions {
	/** `patterns`; the names it binds, in order. */
	patterns() {
		const names = [];
		do {
			if (this.is(":") || this.is("if")) break;
			this.maybeStar(names);
		} while (this.accept(","));
		const repeated = names.find((name, index) => names.indexOf(name) !== index);
		if (repeated !== void 0) this.fail(`multiple assignments to name '${repeated}' in pattern`);
		return names;
	}
	maybeStar(names) {
		if (this.accept("*")) this.capture(names);
		else this.pattern(names);
	}
	capture(names) {
		const name = this.name();
		if (name !== "_") names.push(name);
	}
	pattern(names) {
		this.descend();
		let first = null;
		do {
			const bound = [];
			this.closed(bound);
			first ??= bound;
		} while (this.accept("|"));
		names.push(...first);
		if (this.accept("as")) this.capture(names);
		this.ascend();
	}
	closed(names) {
		const { kind, text } = this.token;
		if (kind === "name") this.nameOrClass(names);
		else if (kind === "string" || kind === "template-start") this.literal();
		else if (kind === "number" || text === "-") this.complexNumber();
		else if (text === "None" || text === "True" || text === "False") this.advance();
		else if (text === "(" || text === "[") this.sequence(names, text === "(" ? ")" : "]");
		else if (text === "{") this.mapping(names);
		else this.fail();
	}
	literal() {
		const { kind, from } = this.strings();
		if (kind === "template") this.fail("patterns may only match literals and attribute lookups", from);
	}
	complexNumber() {
		this.accept("-");
		if (!this.acceptKind("number")) this.fail();
		if ((this.accept("+") || this.accept("-")) && !this.acceptKind("number")) this.fail();
	}
	/** `name` (a capture), `a.b` (a value) or `Class(…)`. */
	nameOrClass(names) {
		const name = this.name();
		let dotted = false;
		while (this.accept(".")) {
			dotted = true;
			this.name();
		}
		if (this.is("(")) this.classArguments(names);
		else if (!dotted && name !== "_") names.push(name);
	}
	classArguments(names) {
		this.expect("(");
		while (!this.is(")")) {
			if (this.token.kind === "name" && this.peek(1).text === "=") {
				this.advance();
				this.advance();
			}
			this.pattern(names);
			if (!this.accept(",")) break;
		}
		this.expect(")");
	}
	sequence(names, closer) {
		this.advance();
		while (!this.is(closer)) {
			this.maybeStar(names);
			if (!this.accept(",")) break;
		}
		this.expect(closer);
	}
	mapping(names) {
		this.expect("{");
		while (!this.is("}")) {
			if (this.accept("**")) this.capture(names);
			else {
				this.closed([]);
				this.expect(":");
				this.pattern(names);
			}
			if (!this.accept(",")) break;
		}
		this.expect("}");
	}
};

// src/revision/python/simple-statements.ts
/** Statements of one line. */
const AUGMENTED = /* @__PURE__ */ new Set([
	"+=",
	"-=",
	"*=",
	"/=",
	"//=",
	"%=",
	"@=",
	"&=",
	"|=",
	"^=",
	">>=",
	"<<=",
	"**="
]);
/** Every feature that `__future__` ever had. */
const FUTURES = new Set("nested_scopes generators division absolute_import with_statement print_function unicode_literals barry_as_FLUFL generator_stop annotations".split(" "));
var SimpleStatements = class extends Patterns {
	/** Whether `from __future__` may still come. */
	futures = true;
	/** Statements separated by `;` up to the end of the line. */
	simpleStatements(into) {
		do {
			if (this.token.kind === "newline") break;
			const statement = this.simpleStatement();
			this.futures &&= isFuture(statement) || statement.kind === "expression" && statement.value.kind === "string";
			into.push(statement);
		} while (this.accept(";"));
		if (!this.acceptKind("newline")) this.failAfterStatement(into.at(-1));
	}
	failAfterStatement(last) {
		const name = last?.kind === "expression" && last.value.kind === "name" ? last.value.name : "";
		if (name === "print" || name === "exec") this.fail(`missing parentheses in call to '${name}' (Python 2 syntax)`);
		return this.fail();
	}
	simpleStatement() {
		const { from, text, kind } = this.token;
		if (kind === "keyword") {
			const statement = this.keywordStatement(text, from);
			if (statement) return statement;
		}
		if (kind === "name" && this.peek(1).kind === "name" && text === "type") return this.typeAlias();
		if (kind === "name" && text === "lazy" && (this.peek(1).text === "import" || this.peek(1).text === "from")) {
			this.advance();
			return this.is("import") ? this.importModules() : this.importFrom();
		}
		return this.assignmentOrExpression();
	}
	keywordStatement(keyword, from) {
		switch (keyword) {
			case "import": return this.importModules();
			case "from": return this.importFrom();
			case "pass":
			case "break":
			case "continue":
				this.advance();
				if (keyword !== "pass" && !this.scope.loop) this.fail(`'${keyword}' outside loop`, from);
				return {
					kind: keyword,
					from,
					to: this.end
				};
			case "return": return this.returnStatement();
			case "raise": return this.raiseStatement();
			case "global":
			case "nonlocal": return this.scopeStatement(keyword);
			case "del": return this.deleteStatement();
			case "assert": return this.assertStatement();
			default: return null;
		}
	}
	endsStatement() {
		return this.token.kind === "newline" || this.is(";");
	}
	returnStatement() {
		const from = this.expect("return").from;
		if (this.scope.kind !== "function") this.fail("'return' outside function", from);
		return {
			kind: "return",
			value: this.endsStatement() ? null : this.statementExpression(),
			from,
			to: this.end
		};
	}
	raiseStatement() {
		const from = this.expect("raise").from;
		const value = this.endsStatement() ? null : this.expression();
		return {
			kind: "raise",
			value,
			cause: value && this.accept("from") ? this.expression() : null,
			from,
			to: this.end
		};
	}
	scopeStatement(kind) {
		const from = this.expect(kind).from;
		this.needsScopeCheck = true;
		if (kind === "nonlocal" && this.scope.kind === "module") this.fail("nonlocal declaration not allowed at module level", from);
		const names = [this.name()];
		while (this.accept(",")) names.push(this.name());
		return {
			kind,
			names,
			from,
			to: this.end
		};
	}
	deleteStatement() {
		const from = this.expect("del").from;
		const value = this.statementExpression();
		this.assignable(value);
		return {
			kind: "delete",
			targets: value.kind === "tuple" && this.text.charAt(value.from) !== "(" ? value.items : [value],
			from,
			to: this.end
		};
	}
	assertStatement() {
		const from = this.expect("assert").from;
		return {
			kind: "assert",
			test: this.expression(),
			message: this.accept(",") ? this.expression() : null,
			from,
			to: this.end
		};
	}
	typeAlias() {
		const from = this.advance().from;
		const { from: nameFrom, to, text: name } = this.advance();
		if (this.is("[")) this.typeParameters();
		this.expect("=");
		const value = this.expression();
		return {
			kind: "type-alias",
			target: {
				kind: "name",
				name,
				from: nameFrom,
				to
			},
			value,
			from,
			to: this.end
		};
	}
	/** `[T: bound = default, *Ts, **P]`. */
	typeParameters() {
		this.expect("[");
		do {
			if (this.is("]")) break;
			if (!this.accept("**")) this.accept("*");
			this.name();
			if (this.accept(":")) this.expression();
			if (this.accept("=")) this.starOr(() => this.expression());
		} while (this.accept(","));
		this.expect("]");
	}
	assignmentOrExpression() {
		const from = this.token.from;
		const first = this.statementExpression();
		if (this.is(":") && isAnnotatable(first)) return this.annotated(first, from);
		if (AUGMENTED.has(this.token.text)) {
			if (!isAnnotatable(first)) this.fail("illegal target for augmented assignment", from);
			return {
				kind: "augmented",
				target: first,
				operator: this.advance().text,
				value: this.statementExpression(),
				from,
				to: this.end
			};
		}
		if (!this.is("=")) {
			if (first.kind === "starred") this.fail("cannot use starred expression here", from);
			return {
				kind: "expression",
				value: first,
				from,
				to: this.end
			};
		}
		const targets = [];
		let value = first;
		while (this.accept("=")) {
			targets.push(this.assignable(value));
			value = this.statementExpression();
		}
		if (value.kind === "starred") this.fail("cannot use starred expression here", value.from);
		return {
			kind: "assign",
			targets,
			value,
			from,
			to: this.end
		};
	}
	annotated(target, from) {
		this.expect(":");
		this.assignable(target);
		return {
			kind: "annotated",
			target,
			annotation: this.expression(),
			value: this.accept("=") ? this.statementExpression() : null,
			from,
			to: this.end
		};
	}
	importModules() {
		const from = this.expect("import").from;
		const modules = [];
		do
			modules.push({
				name: this.dottedName(),
				alias: this.alias()
			});
		while (this.accept(","));
		return {
			kind: "import",
			modules,
			from,
			to: this.end
		};
	}
	importFrom() {
		const from = this.expect("from").from;
		let level = 0;
		for (; this.is(".") || this.is("..."); this.advance()) level += this.token.text.length;
		const module = level > 0 && this.is("import") ? "" : this.dottedName();
		this.expect("import");
		const names = this.importedNames();
		if (names === "*" && this.scope.kind !== "module") this.fail("import * only allowed at module level", from);
		const statement = {
			kind: "import-from",
			module,
			level,
			names,
			from,
			to: this.end
		};
		if (isFuture(statement)) this.checkFuture(names, from);
		return statement;
	}
	checkFuture(names, from) {
		if (!this.futures) this.fail("from __future__ imports must occur at the beginning of the file", from);
		const unknown = names === "*" ? "*" : names.find(({ name }) => !FUTURES.has(name))?.name;
		if (unknown !== void 0) this.fail(`future feature ${unknown} is not defined`, from);
	}
	importedNames() {
		if (this.accept("*")) return "*";
		const wrapped = this.accept("(");
		const names = [];
		do {
			if (wrapped && names.length > 0 && this.is(")")) break;
			names.push({
				name: this.name(),
				alias: this.alias()
			});
		} while (this.accept(","));
		if (wrapped) this.expect(")");
		return names;
	}
	alias() {
		return this.accept("as") ? this.name() : null;
	}
	dottedName() {
		let name = this.name();
		while (this.accept(".")) name += `.${this.name()}`;
		return name;
	}
};
function isAnnotatable({ kind }) {
	return kind === "name" || kind === "attribute" || kind === "subscript";
}
function isFuture(statement) {
	return statement.kind === "import-from" && statement.level === 0 && statement.module === "__future__";
}

// src/revision/python/headers.ts
/** The lists that head `with` and `match`. */
var Headers = class extends SimpleStatements {
	/** The items of a `with`, in parentheses of their own or bare. */
	withItems() {
		return this.attempt(() => this.wrappedItems()) ?? this.bareItems();
	}
	wrappedItems() {
		this.expect("(");
		const items = [];
		do
			items.push(this.withItem());
		while (this.accept(",") && !this.is(")"));
		this.expect(")");
		if (!this.is(":")) this.fail();
		return items;
	}
	bareItems() {
		const items = [];
		do
			items.push(this.withItem());
		while (this.accept(","));
		return items;
	}
	withItem() {
		return {
			context: this.expression(),
			target: this.accept("as") ? this.assignable(this.starOr(() => this.bitwiseOr())) : null
		};
	}
	/** What a `match` looks at. */
	matchSubject() {
		const from = this.token.from;
		const first = this.starNamed();
		if (!this.is(",")) return first;
		const items = [first];
		while (this.accept(",") && !this.is(":")) items.push(this.starNamed());
		return {
			kind: "tuple",
			items,
			from,
			to: this.end
		};
	}
};

// src/revision/python/walk.ts
/**
* Calls `visit` for the node and everything below it, in source order; a visit that returns false keeps out of what is
* below.
*/
function walk(node, visit) {
	const pending = [node];
	for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
		if (isNode(next) && !visit(next)) continue;
		const below = Object.values(Object(next));
		for (const child of below.reverse()) if (typeof child === "object" && child !== null) pending.push(child);
	}
}
function isNode(value) {
	return typeof value === "object" && value !== null && "kind" in value && "from" in value;
}

// src/revision/python/scopes.ts
/** Python's rules for what is legal only in some scopes, which CPython enforces after parsing. */
/** Throws PythonSyntaxError: a `global` too late, an `await` outside `async`. */
function checkScopes(statements) {
	checkBlock(statements, {
		kind: "module",
		isAsync: false,
		parameters: /* @__PURE__ */ new Set(),
		inFunction: false
	});
}
function checkBlock(statements, block) {
	const seen = /* @__PURE__ */ new Set();
	const declared = /* @__PURE__ */ new Set();
	for (const statement of statements) walk(statement, (node) => {
		if (node.kind === "name") seen.add(node.name);
		if (node.kind === "annotated" && node.target.kind === "name" && declared.has(node.target.name)) throw new PythonSyntaxError(`annotated name '${node.target.name}' can't be global or nonlocal`, node.from);
		if (node.kind === "await" && !block.isAsync) throw new PythonSyntaxError("'await' outside async function", node.from);
		if (node.kind === "yield" && block.kind !== "function") throw new PythonSyntaxError("'yield' outside function", node.from);
		if (node.kind === "global" || node.kind === "nonlocal") declare(node, block, seen, declared);
		if (node.kind === "function" || node.kind === "class") enter(node, block, seen);
		return !INNER.has(node.kind);
	});
}
/** What has names of its own. */
const INNER = /* @__PURE__ */ new Set([
	"function",
	"class",
	"lambda",
	"comprehension"
]);
function declare({ kind, names, from }, block, seen, declared) {
	for (const name of names) {
		if (block.parameters.has(name)) throw new PythonSyntaxError(`name '${name}' is parameter and ${kind}`, from);
		if (seen.has(name)) throw new PythonSyntaxError(`name '${name}' is used prior to its ${kind} declaration`, from);
		if (kind === "nonlocal" && !block.inFunction && name !== "__class__") throw new PythonSyntaxError(`no binding for nonlocal '${name}' found`, from);
		declared.add(name);
	}
}
function enter(definition, around, seen) {
	seen.add(definition.name);
	const inFunction = around.inFunction || around.kind === "function";
	const outside = [...definition.decorators];
	const parameters = /* @__PURE__ */ new Set();
	if (definition.kind === "function") for (const { name, default: value } of definition.parameters) {
		parameters.add(name);
		if (value) outside.push(value);
	}
	else outside.push(...definition.args.map(({ value }) => value));
	for (const expression of outside) walk(expression, (node) => {
		if (node.kind === "name") seen.add(node.name);
		return !INNER.has(node.kind);
	});
	const isAsync = definition.kind === "function" && definition.isAsync;
	checkBlock(definition.body, {
		kind: definition.kind,
		isAsync,
		parameters,
		inFunction
	});
}

// src/revision/python/keywords.ts
/** Python 3's reserved words; `match`, `case`, `type` and `lazy` are names that only the grammar treats specially. */
const KEYWORDS = new Set("False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(" "));
const LONGEST = 8;
function isKeyword(word) {
	return word.length <= LONGEST && KEYWORDS.has(word);
}

// src/revision/python/layout.ts
/** The layout of Python's lines: indentation, blank lines, comments, continuations (CPython, Parser/tokenizer.c). */
/** CPython's MAXINDENT. */
const MAX_INDENTS = 100;
const TAB = 8;
const NO_INDENTATION = {
	wide: 0,
	narrow: 0
};
/** A position in a text and the tokens before it; knows lines, not what stands on them. */
var Layout = class {
	comments = [];
	text;
	tokens = [];
	at = 0;
	columns = [NO_INDENTATION];
	constructor(text) {
		this.text = text;
	}
	push(kind, text, from) {
		this.tokens.push({
			kind,
			text,
			from,
			to: this.at
		});
	}
	/** Ends the last line and every block. */
	finishLayout() {
		const last = this.tokens.at(-1)?.kind ?? "newline";
		if (last !== "newline" && last !== "dedent") this.push("newline", "", this.at);
		for (let depth = this.columns.length; depth > 1; depth--) this.push("dedent", "", this.at);
		this.push("end", "", this.at);
	}
	/** Measures the indentation of the next line that has something on it. */
	startLine() {
		for (;;) {
			const { wide, narrow } = this.measure();
			if (this.text.charCodeAt(this.at) === 35) this.skipComment();
			if (this.at >= this.text.length) return;
			if (!this.skipNewline()) return this.indent(wide, narrow);
		}
	}
	measure() {
		let wide = 0;
		let narrow = 0;
		let before = null;
		for (;; this.at++) {
			const c = this.text.charCodeAt(this.at);
			if (c === 32) {
				wide++;
				narrow++;
			} else if (c === 9) {
				wide = (Math.floor(wide / TAB) + 1) * TAB;
				narrow++;
			} else if (c === 12) {
				wide = 0;
				narrow = 0;
			} else if (c === 92) {
				if (before === null && wide > 0) before = {
					wide,
					narrow
				};
				this.continueLine();
				this.at--;
				wide = 0;
				narrow = 0;
			} else return before ?? {
				wide,
				narrow
			};
		}
	}
	indent(wide, narrow) {
		const top = this.top();
		const inconsistent = () => {
			throw new PythonSyntaxError("inconsistent use of tabs and spaces in indentation", this.at);
		};
		if (wide === top.wide) {
			if (narrow !== top.narrow) inconsistent();
		} else if (wide > top.wide) {
			if (narrow <= top.narrow) inconsistent();
			if (this.columns.length >= MAX_INDENTS) throw new NestingLimit(this.at);
			this.columns.push({
				wide,
				narrow
			});
			this.push("indent", "", this.at);
		} else {
			while (this.top().wide > wide) {
				this.columns.pop();
				this.push("dedent", "", this.at);
			}
			if (this.top().wide !== wide) throw new PythonSyntaxError("unindent does not match any outer indentation level", this.at);
			if (this.top().narrow !== narrow) inconsistent();
		}
	}
	top() {
		return this.columns.at(-1) ?? NO_INDENTATION;
	}
	skipNewline() {
		const c = this.text.charCodeAt(this.at);
		if (c !== 10 && c !== 13) return false;
		this.at += c === 13 && this.text.charCodeAt(this.at + 1) === 10 ? 2 : 1;
		return true;
	}
	skipComment() {
		const from = this.at;
		while (this.at < this.text.length && !isNewline(this.text.charCodeAt(this.at))) this.at++;
		this.comments.push({
			from,
			to: this.at
		});
	}
	continueLine() {
		const from = this.at++;
		if (!this.skipNewline()) throw new PythonSyntaxError("unexpected character after line continuation character", from);
		if (this.at >= this.text.length) throw new PythonSyntaxError("unexpected end of file after a line continuation", from);
	}
};
function isNewline(c) {
	return c === 10 || c === 13;
}

// src/revision/python/numbers.ts
/** Python's numeric literals. */
const DIGITS = String.raw`[0-9](?:_?[0-9])*`;
const EXPONENT = `(?:[eE][+-]?${DIGITS})?`;
const NUMBER = new RegExp([
	"0[xX](?:_?[0-9a-fA-F])+",
	"0[oO](?:_?[0-7])+",
	"0[bB](?:_?[01])+",
	String.raw`(?:${DIGITS}\.(?:${DIGITS})?|\.${DIGITS}|${DIGITS})${EXPONENT}[jJ]?`
].join("|"), "y");
const LEADING_ZERO = /^0[0_]*[1-9][0-9_]*$/;
/** Words that may follow a number without a space (deprecated, still legal): `1if x else 2`. */
const KEYWORD_AFTER = /(?:and|else|for|if|in|is|not|or)/y;
const WORD = /[\p{L}\p{N}_]/uy;
/** Where the number that starts at `from` ends; throws PythonSyntaxError. */
function scanNumber(text, from) {
	NUMBER.lastIndex = from;
	const literal = NUMBER.exec(text)?.[0] ?? "";
	const to = from + literal.length;
	if (literal === "") throw new PythonSyntaxError("invalid number", from);
	if (LEADING_ZERO.test(literal)) throw new PythonSyntaxError("leading zeros in decimal integer literals are not permitted", from);
	WORD.lastIndex = to;
	KEYWORD_AFTER.lastIndex = to;
	if (WORD.test(text) && !KEYWORD_AFTER.test(text)) throw new PythonSyntaxError("invalid number", from);
	return to;
}

// src/revision/python/tokens.ts
/**
* Python's tokens, as CPython's own tokenizer cuts them (Parser/tokenizer.c, 3.12 and later: f-strings are tokens of
* their own). The first mistake ends the list with an `error` token, so that whoever comes first, tokenizer or parser,
* reports it.
*/
/** Tokens of a decoded source text (no BOM, any line endings); the last one is `end` or `error`. */
function tokenize(text) {
	return new Tokenizer(text).run();
}
/** The same, with where the comments are. */
function tokenizeWithComments(text) {
	const tokenizer = new Tokenizer(text);
	return {
		tokens: tokenizer.run(),
		comments: tokenizer.comments
	};
}
const PREFIXES = /* @__PURE__ */ new Set([
	"r",
	"u",
	"b",
	"br",
	"rb",
	"f",
	"fr",
	"rf",
	"t",
	"tr",
	"rt"
]);
const CLOSER = {
	"(": ")",
	"[": "]",
	"{": "}"
};
/** CPython's MAXLEVEL. */
const MAX_BRACKETS = 200;
/** Operators by the code of their first character, longest first. */
const OPERATORS = [];
for (const operator of "... **= //= <<= >>= -> := == != <= >= += -= *= /= %= &= |= ^= @= ** // << >> ( ) [ ] { } , : . ; @ = + - * / % & | ^ ~ < > !".split(" ")) (OPERATORS[operator.charCodeAt(0)] ??= []).push(operator);
var Tokenizer = class extends Layout {
	open = [];
	run() {
		try {
			this.startLine();
			while (this.at < this.text.length) this.next();
			const unclosed = this.open.at(-1);
			if (unclosed) throw new PythonSyntaxError(`'${unclosed.bracket}' was never closed`, unclosed.at);
			this.finishLayout();
		} catch (error) {
			if (!(error instanceof PythonSyntaxError)) throw error;
			this.tokens.push({
				kind: "error",
				text: error.message,
				from: error.at,
				to: error.at
			});
		}
		return this.tokens;
	}
	next() {
		const c = this.text.charCodeAt(this.at);
		if (c === 32 || c === 9 || c === 12) this.at++;
		else if (isDigit(c) || c === 46 && isDigit(this.text.charCodeAt(this.at + 1))) {
			const from = this.at;
			this.at = scanNumber(this.text, from);
			this.push("number", "", from);
		} else if (isWordCharacter(c)) this.word();
		else if (c === 10 || c === 13) this.endLine();
		else if (c === 34 || c === 39) this.string(this.at, "");
		else if (c === 35) this.skipComment();
		else if (c === 92) this.continueLine();
		else this.operator();
	}
	endLine() {
		const from = this.at;
		this.skipNewline();
		if (this.open.length > 0) return;
		this.push("newline", "", from);
		this.startLine();
	}
	operator() {
		const from = this.at;
		const operator = this.operatorHere();
		if (operator === void 0 || operator === "!") throw new PythonSyntaxError(`invalid character '${this.text.charAt(from)}'`, from);
		this.at += operator.length;
		if (operator === "(" || operator === "[" || operator === "{") {
			if (this.open.length >= MAX_BRACKETS) throw new NestingLimit(from);
			this.open.push({
				bracket: operator,
				at: from
			});
		} else if (operator === ")" || operator === "]" || operator === "}") this.close(operator, from);
		this.push("operator", operator, from);
	}
	operatorHere() {
		const candidates = OPERATORS[this.text.charCodeAt(this.at)] ?? [];
		for (const one of candidates) if (one.length === 1 || this.text.startsWith(one, this.at)) return one;
	}
	close(closer, at) {
		const opened = this.open.pop();
		if (!opened) throw new PythonSyntaxError(`unmatched '${closer}'`, at);
		if (CLOSER[opened.bracket] === closer) return;
		throw new PythonSyntaxError(`closing '${closer}' does not match opening '${opened.bracket}'`, at);
	}
	word() {
		const from = this.at;
		let ascii = true;
		for (;; this.at++) {
			const c = this.text.charCodeAt(this.at);
			if (!isWordCharacter(c)) break;
			ascii &&= c < 128;
		}
		const word = this.text.slice(from, this.at);
		const quote = this.text.charCodeAt(this.at);
		if ((quote === 34 || quote === 39) && PREFIXES.has(word.toLowerCase())) this.string(from, word.toLowerCase());
		else if (ascii) this.push(isKeyword(word) ? "keyword" : "name", word, from);
		else if (IDENTIFIER.test(word)) this.push("name", word.normalize("NFKC"), from);
		else throw new PythonSyntaxError(`invalid character in '${word}'`, from);
	}
	string(from, prefix) {
		const one = this.text.charAt(this.at);
		const quote = this.text.startsWith(one.repeat(3), this.at) ? one.repeat(3) : one;
		this.at += quote.length;
		if (prefix.includes("f") || prefix.includes("t")) {
			this.push("template-start", "", from);
			this.templateText(quote, !prefix.includes("r"), false, from);
			const end = this.at;
			this.at += quote.length;
			this.push("template-end", "", end);
			return;
		}
		const first = quote.charCodeAt(0);
		while (this.text.charCodeAt(this.at) !== first || !this.text.startsWith(quote, this.at)) this.stringCharacter(quote, from);
		this.at += quote.length;
		this.push("string", "", from);
	}
	/** Steps over one character, or over a backslash and what it hides. */
	stringCharacter(quote, from) {
		if (this.text.charCodeAt(this.at) === 92) {
			this.at++;
			if (this.skipNewline()) return;
		} else if (quote.length === 1 && isNewline(this.text.charCodeAt(this.at))) throw new PythonSyntaxError("unterminated string literal", from);
		if (this.at >= this.text.length) throw new PythonSyntaxError(quote.length === 3 ? "unterminated triple-quoted string literal" : "unterminated string literal", from);
		this.at++;
	}
	/** The text of an f-string up to its closing quote, or of a format specification up to its closing brace. */
	templateText(quote, escapes, inFormat, start) {
		let from = this.at;
		const flush = () => {
			if (this.at > from) this.push("template-text", "", from);
		};
		for (;;) {
			if (this.text.startsWith(quote, this.at)) break;
			const c = this.text.charAt(this.at);
			const doubled = !inFormat && this.text.charAt(this.at + 1) === c;
			if ((c === "{" || c === "}") && doubled) this.at += 2;
			else if (c === "{") {
				flush();
				this.templateField(quote, escapes, start);
				from = this.at;
			} else if (c === "}") {
				if (inFormat) break;
				throw new PythonSyntaxError("f-string: single '}' is not allowed", this.at);
			} else if (escapes && this.text.startsWith("\\N{", this.at)) this.at = Math.max(this.text.indexOf("}", this.at), this.at + 2) + 1;
			else if (c === "\\" && /[{}]/.test(this.text.charAt(this.at + 1))) this.at++;
			else this.stringCharacter(quote, start);
		}
		flush();
	}
	/** `{expression!r:format}` of an f-string; the expression's tokens are ordinary ones. */
	templateField(quote, escapes, start) {
		const depth = this.open.length;
		this.operator();
		while (this.open.length > depth) {
			const c = this.text.charAt(this.at);
			const atField = this.open.length === depth + 1;
			if (this.at >= this.text.length) throw new PythonSyntaxError("f-string: expecting '}'", start);
			if (atField && (c === ":" || c === "!" && this.text.charAt(this.at + 1) !== "=")) {
				this.at++;
				this.push("operator", c, this.at - 1);
				if (c === ":") this.templateText(quote, escapes, true, start);
			} else this.next();
		}
	}
};
const IDENTIFIER = /^[\p{XIDS}_][\p{XIDC}]*$/u;
function isDigit(c) {
	return c >= 48 && c <= 57;
}
/** Letters, digits, underscore, and everything beyond ASCII (judged afterwards). */
function isWordCharacter(c) {
	return c >= 97 && c <= 122 || c >= 65 && c <= 90 || isDigit(c) || c === 95 || c >= 128;
}

// src/revision/python/parse.ts
/**
* Python source -> syntax tree, for every Python 3 grammar there is (3.8 to 3.15): a text that is refused here is one
* that no Python 3 would load. Our own parser, because those made for editors recover from mistakes and so cannot say
* that a file is broken.
*/
/** The statements of a module; throws PythonSyntaxError and NestingLimit. */
function parseModule(text) {
	const parser = new Parser(text, tokenize(text));
	const statements = parser.module();
	if (parser.needsScopeCheck) checkScopes(statements);
	return statements;
}
var Parser = class extends Headers {
	module() {
		const statements = [];
		while (!this.acceptKind("end")) this.statement(statements);
		return statements;
	}
	statement(into) {
		const compound = this.compound();
		if (compound) into.push(compound);
		else if (this.token.kind === "indent") this.fail("unexpected indent");
		else this.simpleStatements(into);
	}
	compound() {
		const { text, kind } = this.token;
		if (kind === "name") return text === "match" ? this.match() : null;
		switch (text) {
			case "if": return this.if();
			case "while": return this.while();
			case "for": return this.for();
			case "try": return this.try();
			case "with": return this.with();
			case "def": return this.function([], false);
			case "class": return this.class([]);
			case "@": return this.decorated();
			case "async": return this.async();
			default: return null;
		}
	}
	async() {
		const from = this.expect("async").from;
		if (!this.is("def") && !this.scope.async) this.fail(`'async ${this.token.text}' outside async function`, from);
		return {
			...this.is("def") ? this.function([], true) : this.is("with") ? this.with() : this.for(),
			from
		};
	}
	/** `: statements` on the same line or indented below. */
	block() {
		this.expect(":");
		this.futures = false;
		const statements = [];
		if (!this.acceptKind("newline")) {
			this.simpleStatements(statements);
			return statements;
		}
		if (!this.acceptKind("indent")) this.fail("expected an indented block");
		this.descend();
		while (!this.acceptKind("dedent")) this.statement(statements);
		this.ascend();
		return statements;
	}
	loopBody() {
		return this.within({
			...this.scope,
			loop: true
		}, () => this.block());
	}
	otherwise() {
		return this.accept("else") ? this.block() : [];
	}
	if() {
		const from = this.expect("if").from;
		const branches = [];
		do
			branches.push({
				test: this.named(),
				body: this.block()
			});
		while (this.accept("elif"));
		return {
			kind: "if",
			branches,
			otherwise: this.otherwise(),
			from,
			to: this.end
		};
	}
	while() {
		const from = this.expect("while").from;
		return {
			kind: "while",
			test: this.named(),
			body: this.loopBody(),
			otherwise: this.otherwise(),
			from,
			to: this.end
		};
	}
	for() {
		const from = this.expect("for").from;
		const target = this.targets();
		this.expect("in");
		return {
			kind: "for",
			target,
			source: this.statementExpression(),
			body: this.loopBody(),
			otherwise: this.otherwise(),
			from,
			to: this.end
		};
	}
	try() {
		const from = this.expect("try").from;
		const body = this.block();
		const handlers = [];
		while (this.is("except")) {
			if (handlers.at(-1)?.type === null) this.fail("default 'except:' must be last");
			handlers.push(this.handler());
		}
		const otherwise = handlers.length > 0 ? this.otherwise() : [];
		const last = this.accept("finally") ? this.block() : [];
		if (handlers.length === 0 && last.length === 0) this.fail("expected 'except' or 'finally' block");
		return {
			kind: "try",
			body,
			handlers,
			otherwise,
			finally: last,
			from,
			to: this.end
		};
	}
	handler() {
		this.expect("except");
		this.accept("*");
		if (this.is(":")) return {
			type: null,
			name: null,
			body: this.block()
		};
		const type = this.statementExpression();
		return {
			type,
			name: type.kind !== "tuple" || this.text.charAt(type.from) === "(" ? this.handlerName() : null,
			body: this.block()
		};
	}
	handlerName() {
		return this.accept("as") ? this.name() : null;
	}
	with() {
		const from = this.expect("with").from;
		return {
			kind: "with",
			items: this.withItems(),
			body: this.block(),
			from,
			to: this.end
		};
	}
	decorated() {
		const from = this.token.from;
		const decorators = [];
		while (this.accept("@")) {
			decorators.push(this.named());
			if (!this.acceptKind("newline")) this.fail();
		}
		const isAsync = this.accept("async");
		return {
			...this.is("class") && !isAsync ? this.class(decorators) : this.function(decorators, isAsync),
			from
		};
	}
	function(decorators, isAsync) {
		const from = this.expect("def").from;
		const name = this.name();
		if (this.is("[")) this.typeParameters();
		this.expect("(");
		const parameters = this.parameters(")", true);
		this.expect(")");
		return {
			kind: "function",
			name,
			parameters,
			returns: this.accept("->") ? this.expression() : null,
			decorators,
			body: this.within({
				kind: "function",
				loop: false,
				async: isAsync
			}, () => this.block()),
			isAsync,
			definedAt: from,
			from,
			to: this.end
		};
	}
	class(decorators) {
		const from = this.expect("class").from;
		const name = this.name();
		if (this.is("[")) this.typeParameters();
		return {
			kind: "class",
			name,
			args: this.is("(") ? this.args() : [],
			decorators,
			body: this.within({
				kind: "class",
				loop: false,
				async: false
			}, () => this.block()),
			from,
			to: this.end
		};
	}
	/** A `match` statement; null where `match` is an ordinary name. */
	match() {
		const from = this.token.from;
		const subject = this.attempt(() => {
			this.advance();
			const value = this.matchSubject();
			this.expect(":");
			if (!this.acceptKind("newline") || !this.acceptKind("indent") || !this.is("case")) this.fail();
			return value;
		});
		if (!subject) return null;
		const cases = [];
		while (!this.acceptKind("dedent")) cases.push(this.case());
		return {
			kind: "match",
			subject,
			cases,
			from,
			to: this.end
		};
	}
	case() {
		this.expect("case");
		const from = this.token.from;
		return {
			captures: this.patterns(),
			pattern: this.text.slice(from, this.end),
			guard: this.accept("if") ? this.named() : null,
			body: this.block()
		};
	}
};

// src/lint/dialect-condition.ts
/** Names that SQLAlchemy's dialects have. */
const DIALECTS = /* @__PURE__ */ new Set([
	"mysql",
	"mariadb",
	"postgresql",
	"sqlite",
	"mssql",
	"oracle"
]);
/** Whether some condition asks for the dialect. */
const asksForDialect = (under) => under.some((condition) => {
	const expression = parsed(condition);
	return expression !== null && mentionsDialect(expression);
});
/** False where the conditions keep this engine out for certain. */
function mayRunOn(engine, under) {
	if (engine === null) return true;
	return under.every((condition) => {
		const expression = parsed(condition);
		return expression === null || truth(expression, engine) !== false;
	});
}
/** null for `for …`, `try` and whatever else is no expression. */
function parsed(condition) {
	if (![...DIALECTS].some((name) => condition.includes(name))) return null;
	try {
		const [statement, ...more] = parseModule(`(${condition})`);
		return statement?.kind === "expression" && more.length === 0 ? statement.value : null;
	} catch (error) {
		if (error instanceof PythonSyntaxError) return null;
		throw error;
	}
}
function mentionsDialect(expression) {
	let found = false;
	walk(expression, (node) => {
		found ||= node.kind === "string" && node.value !== null && DIALECTS.has(node.value);
		return !found;
	});
	return found;
}
/** Python's truth where the dialect decides it alone; null where it does not. */
function truth(expression, engine) {
	switch (expression.kind) {
		case "unary": {
			const inner = expression.operator === "not" ? truth(expression.operand, engine) : null;
			return inner === null ? null : !inner;
		}
		case "binary": return junction(expression, engine);
		case "compare": return comparison(expression, engine);
		default: return null;
	}
}
function junction({ operator, left, right }, engine) {
	if (operator !== "and" && operator !== "or") return null;
	const deciding = operator === "or";
	const sides = [truth(left, engine), truth(right, engine)];
	if (sides.includes(deciding)) return deciding;
	return sides.includes(null) ? null : !deciding;
}
function comparison({ operators, operands }, engine) {
	const [operator] = operators;
	const [left, right] = operands;
	if (operators.length !== 1 || !left || !right) return null;
	const names = namesIn$1(right) ?? namesIn$1(left);
	if (names === null) return null;
	const holds = isAmong(engine, names);
	if (operator === "==" || operator === "in") return holds;
	return operator === "!=" || operator === "not in" ? holds === null ? null : !holds : null;
}
/** SQLAlchemy calls a MariaDB server `mysql` as well, after the URL that was used. */
function isAmong(engine, names) {
	if (engine !== "mariadb") return names.includes(engine);
	const [one, other] = [names.includes("mysql"), names.includes("mariadb")];
	return one === other ? one : null;
}
/** The dialect names of a string or a list of strings; null where there are others. */
function namesIn$1(expression) {
	const items = expression.kind === "tuple" || expression.kind === "list" || expression.kind === "set" ? expression.items : [expression];
	const names = items.flatMap((item) => item.kind === "string" && item.value !== null ? [item.value] : []);
	return names.length === items.length && names.some((name) => DIALECTS.has(name)) ? names : null;
}

// src/lint/rules/no-dialect-asymmetry.ts
const noDialectAsymmetry = {
	id: "no-dialect-asymmetry",
	group: "reversibility",
	title: "Only one direction asks which database it runs on",
	why: "On one of the databases a direction then undoes what the other never did, or leaves what it did. The version row says that both happened.",
	severity: STRICT_ERROR,
	examples: {
		bad: [{
			caption: "a branch in the upgrade",
			upgrade: "if op.get_bind().dialect.name == \"mysql\":\n    op.create_index(\"ix\", \"user\", [\"a\"])",
			downgrade: "op.drop_index(\"ix\", table_name=\"user\")",
			at: "op.create_index",
			says: "only if `op.get_bind().dialect.name == \"mysql\"`"
		}, {
			caption: "a way out at the top",
			upgrade: "if op.get_bind().dialect.name != \"mysql\":\n    return\nop.create_index(\"ix\", \"user\", [\"a\"])",
			downgrade: "op.drop_index(\"ix\", table_name=\"user\")",
			at: "op.create_index"
		}],
		good: [
			{
				caption: "a branch in both",
				upgrade: "if op.get_bind().dialect.name == \"mysql\":\n    op.create_index(\"ix\", \"user\", [\"a\"])",
				downgrade: "if op.get_bind().dialect.name == \"mysql\":\n    op.drop_index(\"ix\", table_name=\"user\")"
			},
			{
				caption: "two ways to do the same, both undone alike",
				upgrade: "if op.get_bind().dialect.name == \"mysql\":\n    op.execute(\"CREATE INDEX ix ON user (a)\")\nelse:\n    op.create_index(\"ix\", \"user\", [\"a\"])",
				downgrade: "op.drop_index(\"ix\", table_name=\"user\")"
			},
			{
				caption: "a question for each database",
				upgrade: "name = op.get_bind().dialect.name\nif name == \"mysql\":\n    op.execute(\"CREATE INDEX ix ON user (a)\")\nif name == \"postgresql\":\n    op.execute(\"CREATE INDEX ix ON user (a)\")",
				downgrade: "op.drop_index(\"ix\", table_name=\"user\")"
			},
			{
				caption: "a type that only PostgreSQL has to drop",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.Enum(\"a\", name=\"role\")))",
				downgrade: "op.drop_column(\"user\", \"role\")\nif op.get_bind().dialect.name == \"postgresql\":\n    sa.Enum(name=\"role\").drop(op.get_bind())"
			},
			{
				caption: "a key that goes along with its column everywhere else",
				upgrade: "op.add_column(\"note\", sa.Column(\"tag_id\", sa.Integer()))\nop.create_foreign_key(\"fk_tag\", \"note\", \"tag\", [\"tag_id\"], [\"id\"])",
				downgrade: "if op.get_bind().dialect.name == \"mysql\":\n    op.drop_constraint(\"fk_tag\", \"note\", type_=\"foreignkey\")\nop.drop_column(\"note\", \"tag_id\")"
			},
			{
				caption: "what is written to find anything",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.Enum(\"a\", name=\"role\")))",
				downgrade: "op.drop_column(\"user\", \"role\")\nif op.get_bind().dialect.name == \"postgresql\":\n    op.execute(\"DROP TYPE IF EXISTS role\")"
			},
			{
				caption: "what leaves nothing behind in the schema",
				upgrade: "if op.get_bind().dialect.name == \"mysql\":\n    op.execute(\"SET FOREIGN_KEY_CHECKS = 0\")\nop.create_table(\"tag\", sa.Column(\"id\", sa.Integer(), primary_key=True))",
				downgrade: "op.drop_table(\"tag\")"
			},
			{
				caption: "no way back at all, of which another rule speaks",
				upgrade: "if op.get_bind().dialect.name == \"mysql\":\n    op.create_index(\"ix\", \"user\", [\"a\"])"
			}
		]
	},
	check: ({ migration: { operations } }) => {
		const asking = (direction) => operations.filter((one) => one.direction === direction && asksForDialect(one.under));
		const present = (direction) => operations.some((one) => one.direction === direction);
		const [up, down] = [asking("upgrade"), asking("downgrade")];
		const [first] = (up.length > 0 ? up : down).filter((one) => !isTolerant(one) && !goesAnyway(one, operations) && !isPassing(one));
		if (!first || up.length > 0 === down.length > 0) return [];
		if (!present("upgrade") || !present("downgrade") || hasOtherwise([...up, ...down])) return [];
		const [here, there] = first.direction === "upgrade" ? ["upgrade", "downgrade"] : ["downgrade", "upgrade"];
		const condition = first.under.find((one) => asksForDialect([one])) ?? "";
		return [trouble(first, `${here}() does this only if \`${condition.replaceAll("`", "'")}\`, and ${there}() does not ask: on the other databases ${there}() meets what never happened, or leaves what did.`, `Ask for the same dialect in ${there}().`)];
	}
};
/** Leaves nothing in the schema that the other direction would have to undo: settings of a session, rows. */
const isPassing = (operation) => operation.kind === "sql" && readSql(operation.sql, null).every(({ kind }) => kind === "write");
/** What is written to find anything: IF EXISTS, and types that only PostgreSQL has as objects of their own. */
function isTolerant(operation) {
	if (operation.kind === "sql") return /\bif\s+(?:not\s+)?exists\b/i.test(operation.sql);
	if (operation.kind !== "call") return false;
	const { name, keywords } = operation;
	return name === "create" || name === "drop" || "if_exists" in keywords || "if_not_exists" in keywords;
}
/** MySQL must drop a foreign key or an index before its column or table, elsewhere they go along with it. */
function goesAnyway(operation, all) {
	if (operation.kind !== "call" || !/^drop_(?:constraint|index)$/.test(operation.name)) return false;
	const table = tableOf$1(operation);
	return all.some((other) => other.kind === "call" && other.direction === operation.direction && /^drop_(?:column|table)$/.test(other.name) && tableOf$1(other) === table);
}
/** Where `else` or a second question does something as well, every database gets its own way to the same end. */
const hasOtherwise = (operations) => new Set(operations.flatMap(({ under }) => under.filter((one) => asksForDialect([one])))).size > 1;

// src/lint/counterpart.ts
/** What one direction makes or drops and the other leaves alone. */
/** The object in words; null where the other direction has its counterpart, or where nobody can say. */
function lostObject(change, sides) {
	const { others } = sides;
	if (!("table" in change) || change.table === null) return null;
	if (change.kind.startsWith("drop-") && "guarded" in change && change.guarded) return null;
	const onTable = others.filter((other) => isOn$1(change.table, other));
	switch (change.kind) {
		case "create-table": return isLost(onTable, "drop-table") && !change.temporary && !change.partition ? `table ${named(change.table)}` : null;
		case "drop-table": return isLost(onTable, "create-table") ? `table ${named(change.table)}` : null;
		case "add-column": return change.column.name === null || isDropped(change.column.name, onTable) ? null : columnNamed(change.table, change.column.name);
		case "drop-column": return isAdded(change.column, onTable) ? null : columnNamed(change.table, change.column);
		default: return lostPart(change, sides, onTable);
	}
}
const isLost = (onTable, kind) => !onTable.some((other) => other.kind === kind);
const isDropped = (column, onTable) => onTable.some((other) => other.kind === "drop-table" || other.kind === "drop-column" && sameName(other.column, column));
const isAdded = (column, onTable) => onTable.some((other) => other.kind === "create-table" || other.kind === "add-column" && sameName(other.column.name, column));
/** An index or a constraint, by its name: without one nobody can tell which it is. */
function lostPart(change, { own, others }, onTable) {
	const part = partOf(change);
	if (part === null || part.name === null || part.isKey) return null;
	const isSame = (other) => isOneName(partOf(other)?.name ?? null, part.name);
	if (own.some((other) => other !== change && isSame(other) && partOf(other)?.goes !== part.goes) || others.some(isSame)) return null;
	if (onTable.some((other) => partOf(other)?.name === null && partOf(other)?.sort === part.sort)) return null;
	if (part.goes) return onTable.some(({ kind }) => kind === "create-table" || kind === "add-column") ? null : part.words;
	if (others.some((one) => one.kind === "other" && /^DROP (?:MATERIALIZED|VIEW)/.test(one.statement))) return null;
	return part.columns === null || part.columns.some((column) => isDropped(column, onTable)) || !isLost(onTable, "drop-table") ? null : part.words;
}
/** A naming convention puts the kind and the table before a name: `positive_amount`, `ck_invoice_positive_amount`. */
function isOneName(a, b) {
	if (a === null || b === null) return false;
	const [short, long] = [key(a), key(b)].sort((one, other) => one.length - other.length);
	return short === long || long?.endsWith(`_${short ?? ""}`) === true;
}
function partOf(change) {
	switch (change.kind) {
		case "create-index": return part("index", change.name, { columns: change.columns });
		case "drop-index": return part("index", change.name, { goes: true });
		case "add-constraint": {
			const { kind, name, columns } = change.constraint;
			return part("constraint", name, {
				columns,
				isKey: kind === "primary-key"
			});
		}
		case "drop-constraint": return part("constraint", change.name, {
			goes: true,
			isKey: change.constraint === "primary-key"
		});
		default: return null;
	}
}
const part = (sort, name, rest) => ({
	sort,
	name,
	words: `${sort} ${named(name)}`,
	goes: false,
	columns: null,
	isKey: false,
	...rest
});

// src/lint/reverse.ts
/**
* @param own the changes of one direction, in order.
* @param other those of the other one, which tell what an index or a key stands on.
*/
function outOfOrder(own, other, engine) {
	return own.flatMap((change, at) => {
		if ("guarded" in change && change.guarded) return [];
		const [before, after] = [own.slice(0, at), own.slice(at + 1)];
		const why = onDroppedTable(change, before, other) ?? onDroppedColumn(change, before, other, engine) ?? (engine === "sqlite" ? null : stillReferred(change, before, after, other, engine));
		return why === null ? [] : [{
			change,
			why
		}];
	});
}
/** Whether a direction says `SET foreign_key_checks = 0`. */
const turnsKeysOff = (operations, direction) => operations.some((one) => one.kind === "sql" && one.direction === direction && /\bforeign_key_checks\s*=\s*(?:0|off)\b/i.test(one.sql));
/** Anything on a table after the table itself. */
function onDroppedTable(change, before, other) {
	if (!("table" in change) || change.kind === "create-table" || change.kind === "drop-table") return null;
	const table = change.table ?? (change.kind === "drop-index" ? madeIndex(change, other)?.table : null) ?? null;
	const last = before.findLast((one) => (one.kind === "drop-table" || one.kind === "create-table") && isOn$1(table, one));
	return last?.kind === "drop-table" ? `touches table ${named(table)} after dropping it on line ${String(last.line)}` : null;
}
/** PostgreSQL drops an index or key with any of its columns, MySQL and MariaDB an index with the last of them. */
function onDroppedColumn(change, before, other, engine) {
	const made = change.kind === "drop-index" ? madeIndex(change, other) : change.kind === "drop-constraint" && engine === "postgresql" ? madeKey(change, other) : null;
	if (!made || made.columns === null || made.columns.length === 0) return null;
	const isGone = (column) => before.some((one) => one.kind === "drop-column" && isOn$1(made.table, one) && sameName(one.column, column));
	const gone = engine === "postgresql" ? made.columns.some(isGone) : made.columns.every(isGone);
	const sort = change.kind === "drop-index" ? "index" : "constraint";
	return gone ? `drops ${sort} ${named("name" in change ? change.name : null)} after the column it stands on, with which it went` : null;
}
function madeIndex({ name, table }, other) {
	return other.find((one) => one.kind === "create-index" && sameName(one.name, name) && (table === null || isOn$1(table, one))) ?? null;
}
function madeKey({ name, table }, other) {
	const made = other.find((one) => one.kind === "add-constraint" && sameName(one.constraint.name, name) && isOn$1(table, one));
	return made ? {
		table: made.table,
		columns: made.constraint.columns
	} : null;
}
/** A table that another one points at, and on MySQL and MariaDB a column that a key stands on, while these stand. */
function stillReferred(change, before, after, other, engine) {
	if (change.operation?.kind === "sql" && /\bcascade\b/i.test(change.operation.sql)) return null;
	const standing = other.flatMap(referencesOf).filter((one) => after.some((later) => takesAway(later, one)) && !before.some((earlier) => takesAway(earlier, one)));
	if (change.kind === "drop-table") {
		const from = standing.find(({ table, target }) => sameName(target, change.table) && !sameName(table, change.table));
		return from === void 0 ? null : `drops table ${named(change.table)} before the foreign key of ${named(from.table)} that refers to it`;
	}
	if (change.kind !== "drop-column" || engine === "postgresql") return null;
	return standing.find(({ table, columns }) => isOn$1(table, change) && columns.some((one) => sameName(one, change.column))) === void 0 ? null : `drops ${columnNamed(change.table, change.column)} before the foreign key that stands on it`;
}
function referencesOf(change) {
	if (!("table" in change) || change.table === null) return [];
	const { table } = change;
	const reference = (name, target, columns) => target === null ? [] : [{
		table,
		name,
		target,
		columns: columns ?? []
	}];
	switch (change.kind) {
		case "add-constraint": return reference(change.constraint.name, change.constraint.references, change.constraint.columns);
		case "create-table": return [...change.constraints.flatMap(({ name, references, columns }) => reference(name, references, columns)), ...change.columns.flatMap(({ name, references }) => references === null || references.inline ? [] : reference(null, references.table, name === null ? null : [name]))];
		default: return [];
	}
}
function takesAway(change, { table, name, columns }) {
	if (!isOn$1(table, change)) return false;
	return change.kind === "drop-table" || change.kind === "drop-constraint" && (change.name === null || name === null || sameName(change.name, name)) || change.kind === "drop-column" && columns.some((one) => sameName(one, change.column));
}

// src/lint/rules/no-downgrade-mismatch.ts
const noDowngradeMismatch = {
	id: "no-downgrade-mismatch",
	group: "reversibility",
	title: "The two directions are not each other’s reverse",
	why: "An object that only one direction names is still there after a rollback, or still gone, and the next upgrade fails on it. And what stands on something goes first: a server refuses to drop a table that a foreign key refers to, and an index went with its table or column. The proof on a database says the same exactly; this is seen without one. Directions with anything that cannot be read are passed over.",
	severity: STRICT_ERROR,
	examples: {
		bad: [
			{
				caption: "a column that is never dropped",
				upgrade: "op.add_column(\"user\", sa.Column(\"a\", sa.Integer()))\nop.add_column(\"user\", sa.Column(\"b\", sa.Integer()))",
				downgrade: "op.drop_column(\"user\", \"a\")",
				at: "op.add_column(\"user\", sa.Column(\"b\""
			},
			{
				caption: "a dropped table that never comes back",
				upgrade: "op.drop_table(\"note\")\nop.drop_table(\"tag\")",
				downgrade: "op.create_table(\"note\", sa.Column(\"id\", sa.Integer()))",
				at: "op.drop_table(\"tag\")"
			},
			{
				caption: "an index and a constraint that stay",
				upgrade: "op.create_index(\"ix_a\", \"user\", [\"a\"])\nop.create_index(\"ix_b\", \"user\", [\"b\"])",
				downgrade: "op.drop_index(\"ix_a\", table_name=\"user\")",
				at: "op.create_index(\"ix_b\"",
				says: "adds index `ix_b`"
			},
			{
				caption: "tables dropped in the order in which they were made",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer(), primary_key=True))\nop.create_table(\"note\", sa.Column(\"tag_id\", sa.Integer(), sa.ForeignKey(\"tag.id\")))",
				downgrade: "op.drop_table(\"tag\")\nop.drop_table(\"note\")",
				at: "op.drop_table(\"tag\")",
				says: "before the foreign key of `note`"
			},
			{
				caption: "an index after its table",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer(), primary_key=True), sa.Column(\"a\", sa.Integer()))\nop.create_index(\"ix_a\", \"tag\", [\"a\"])",
				downgrade: "op.drop_table(\"tag\")\nop.drop_index(\"ix_a\", table_name=\"tag\")",
				at: "op.drop_index",
				says: "after dropping it"
			},
			{
				caption: "an index after its column",
				upgrade: "op.add_column(\"user\", sa.Column(\"a\", sa.Integer()))\nop.create_index(\"ix_a\", \"user\", [\"a\"])",
				downgrade: "op.drop_column(\"user\", \"a\")\nop.drop_index(\"ix_a\", table_name=\"user\")",
				at: "op.drop_index",
				says: "with which it went"
			},
			{
				caption: "a column before its key",
				upgrade: "op.add_column(\"note\", sa.Column(\"tag_id\", sa.Integer()))\nop.create_foreign_key(\"fk_tag\", \"note\", \"tag\", [\"tag_id\"], [\"id\"])",
				downgrade: "op.drop_column(\"note\", \"tag_id\")\nop.drop_constraint(\"fk_tag\", \"note\", type_=\"foreignkey\")",
				at: "op.drop_column",
				says: "before the foreign key that stands on it",
				engines: ["mysql", "mariadb"]
			}
		],
		good: [
			{
				caption: "columns and indexes that go with their table",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()))\nop.add_column(\"tag\", sa.Column(\"a\", sa.Integer()))\nop.create_index(\"ix_a\", \"tag\", [\"a\"])",
				downgrade: "op.drop_table(\"tag\")"
			},
			{
				caption: "an index that goes with its column",
				upgrade: "op.add_column(\"user\", sa.Column(\"a\", sa.Integer()))\nop.create_index(\"ix_a\", \"user\", [\"a\"])",
				downgrade: "op.drop_column(\"user\", \"a\")"
			},
			{
				caption: "the reverse order",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer(), primary_key=True))\nop.create_table(\"note\", sa.Column(\"tag_id\", sa.Integer()), sa.ForeignKeyConstraint([\"tag_id\"], [\"tag.id\"], name=\"fk_tag\"))\nop.create_index(\"ix_tag\", \"note\", [\"tag_id\"])",
				downgrade: "op.drop_table(\"note\")\nop.drop_table(\"tag\")"
			},
			{
				caption: "keys dropped before any table",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer(), primary_key=True))\nop.create_table(\"note\", sa.Column(\"tag_id\", sa.Integer()))\nop.create_foreign_key(\"fk_tag\", \"note\", \"tag\", [\"tag_id\"], [\"id\"])",
				downgrade: "op.drop_constraint(\"fk_tag\", \"note\", type_=\"foreignkey\")\nop.drop_table(\"tag\")\nop.drop_table(\"note\")"
			},
			{
				caption: "a table that refers to itself",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer(), primary_key=True), sa.Column(\"up\", sa.Integer(), sa.ForeignKey(\"tag.id\")))",
				downgrade: "op.drop_table(\"tag\")"
			},
			{
				caption: "names that a naming convention completes, or gives",
				upgrade: "op.create_check_constraint(\"positive\", \"invoice\", \"n > 0\")\nop.create_index(None, \"invoice\", [\"a\"])",
				downgrade: "op.drop_index(\"ix_invoice_a\", table_name=\"invoice\")\nop.drop_constraint(\"ck_invoice_positive\", \"invoice\", type_=\"check\")"
			},
			{
				caption: "a key that is dropped and made again around an index",
				upgrade: "op.create_index(\"ix_a\", \"note\", [\"a\"])",
				downgrade: "op.drop_constraint(\"fk_a\", \"note\", type_=\"foreignkey\")\nop.drop_index(\"ix_a\", table_name=\"note\")\nop.create_foreign_key(\"fk_a\", \"note\", \"user\", [\"a\"], [\"id\"])"
			},
			{
				caption: "tables dropped in any order without foreign key checks",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer(), primary_key=True))\nop.create_table(\"note\", sa.Column(\"tag_id\", sa.Integer(), sa.ForeignKey(\"tag.id\")))",
				downgrade: "op.execute(\"SET FOREIGN_KEY_CHECKS=0\")\nop.drop_table(\"tag\")\nop.drop_table(\"note\")\nop.execute(\"SET FOREIGN_KEY_CHECKS=1\")",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "a way back that cannot be read",
				upgrade: "op.add_column(\"user\", sa.Column(\"a\", sa.Integer()))",
				downgrade: "for column in columns():\n    op.drop_column(\"user\", column)"
			},
			{
				caption: "names that change on the way",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()))\nop.rename_table(\"tag\", \"label\")",
				downgrade: "op.drop_table(\"label\")"
			},
			{
				caption: "what is dropped if it exists",
				upgrade: "op.execute(\"ALTER TABLE user DROP COLUMN IF EXISTS tsv\")\nop.create_index(\"ix_a\", \"user\", [\"a\"])",
				downgrade: "op.drop_index(\"ix_a\", table_name=\"user\")"
			},
			{
				caption: "partitions, which go with their table",
				upgrade: "op.execute(\"CREATE TABLE log (day DATE) PARTITION BY LIST (day)\")\nop.execute(\"CREATE TABLE log_now PARTITION OF log DEFAULT\")",
				downgrade: "op.drop_table(\"log\")",
				engines: ["postgresql"]
			}
		]
	},
	check: ({ changes, migration, engine, operations }) => {
		const isThere = (direction) => migration.functions.some((one) => one.direction === direction && one.body === "present");
		if (!isThere("upgrade") || !isThere("downgrade") || changes.some(isOpaque)) return [];
		const inDirection = (direction) => changes.filter((one) => one.direction === direction);
		const [up, down] = [inDirection("upgrade"), inDirection("downgrade")];
		const lost = changes.flatMap((change) => {
			const object = lostObject(change, change.direction === "upgrade" ? {
				own: up,
				others: down
			} : {
				own: down,
				others: up
			});
			return object === null ? [] : [trouble(change, `${sayLoss(change, object)}: after a rollback the schema is not what it was before, and the next upgrade may fail on it.`, `Make both directions each other's reverse.`)];
		});
		const refused = ["upgrade", "downgrade"].filter((direction) => !turnsKeysOff(operations, direction)).flatMap((direction) => outOfOrder(direction === "upgrade" ? up : down, direction === "upgrade" ? down : up, engine)).map(({ change, why }) => trouble(change, `${change.direction}() ${why}: the server refuses, and ${change.direction === "upgrade" ? "the upgrade" : "a rollback"} stops here.`, `Take things apart in the reverse of the order in which ${change.direction === "upgrade" ? "downgrade" : "upgrade"}() makes them.`));
		return [...lost, ...refused];
	}
};
function sayLoss({ direction, kind }, object) {
	const adds = kind.startsWith("add-") || kind.startsWith("create-");
	if (direction === "upgrade") return adds ? `upgrade() adds ${object}, and downgrade() does not drop it` : `upgrade() drops ${object}, and downgrade() does not bring it back`;
	return adds ? `downgrade() adds ${object}, which upgrade() did not drop` : `downgrade() drops ${object}, which upgrade() did not add`;
}
/** Changes after which names no longer tell what is what. */
function isOpaque(change) {
	if (change.kind === "unread" || change.kind.startsWith("rename-") || change.under.length > 0) return true;
	if (change.kind === "drop-index") return change.name === null;
	return "table" in change && change.table === null || change.kind === "drop-column" && change.column === null;
}

// src/lint/rules/no-drop-and-add-column.ts
/** Autogenerate cannot see a rename: it drops the old column with all its values and adds an empty one. */
const noDropAndAddColumn = {
	id: "no-drop-and-add-column",
	group: "data-loss",
	title: "A column is dropped and one of the same type added",
	why: "This is how autogenerate writes the rename of an attribute. The values of the old column are not copied: they are lost without a word.",
	severity: ALL_WARNING,
	examples: {
		bad: [{
			caption: "one of several, by a word of their names",
			upgrade: "op.add_column(\"notice\", sa.Column(\"shown_in_overlay\", sa.Boolean(), nullable=True))\nop.drop_column(\"notice\", \"shown_in_banner\")\nop.drop_column(\"notice\", \"closed\")",
			downgrade: "op.add_column(\"notice\", sa.Column(\"shown_in_banner\", sa.Boolean(), nullable=True))\nop.add_column(\"notice\", sa.Column(\"closed\", sa.Boolean(), nullable=True))\nop.drop_column(\"notice\", \"shown_in_overlay\")",
			at: "op.drop_column(\"notice\", \"shown_in_banner\")"
		}, {
			caption: "a rename as autogenerate writes it",
			upgrade: "op.add_column(\"user\", sa.Column(\"full_name\", sa.String(50), nullable=True))\nop.drop_column(\"user\", \"name\")",
			downgrade: "op.add_column(\"user\", sa.Column(\"name\", sa.String(50), nullable=True))\nop.drop_column(\"user\", \"full_name\")",
			at: "op.drop_column(\"user\", \"name\")"
		}],
		good: [
			{
				caption: "several that go and one that comes, with other words in their names",
				upgrade: "op.add_column(\"notice\", sa.Column(\"accept_label\", sa.String(), nullable=True))\nop.drop_column(\"notice\", \"delivery\")\nop.drop_column(\"notice\", \"banner\")",
				downgrade: "op.add_column(\"notice\", sa.Column(\"delivery\", sa.String(), nullable=True))\nop.add_column(\"notice\", sa.Column(\"banner\", sa.String(), nullable=True))\nop.drop_column(\"notice\", \"accept_label\")"
			},
			{
				caption: "columns of different types",
				upgrade: "op.add_column(\"user\", sa.Column(\"age\", sa.Integer(), nullable=True))\nop.drop_column(\"user\", \"name\")",
				downgrade: "op.add_column(\"user\", sa.Column(\"name\", sa.String(50), nullable=True))\nop.drop_column(\"user\", \"age\")"
			},
			{
				caption: "values copied in between",
				upgrade: "op.add_column(\"user\", sa.Column(\"full_name\", sa.String(50), nullable=True))\nop.execute(\"UPDATE user SET full_name = name\")\nop.drop_column(\"user\", \"name\")",
				downgrade: "op.add_column(\"user\", sa.Column(\"name\", sa.String(50), nullable=True))\nop.drop_column(\"user\", \"full_name\")"
			}
		]
	},
	check: (pass) => {
		return changesIn(pass, "upgrade", "write", "unread").length > 0 ? [] : pairs(pass).map(([dropped, twin]) => {
			const [table, column, now] = [
				dropped.table ?? "",
				dropped.column ?? "",
				twin.column.name ?? ""
			];
			return trouble(dropped, `This drops ${columnNamed(table, column)} and adds ${named(now)} of the same type, which is how autogenerate writes a rename: if it is one, the values of \`${column}\` are lost.`, `Copy the values before the column goes, or keep the column and rename the attribute alone:\nop.execute("UPDATE ${table} SET ${now} = ${column}")`);
		});
	}
};
/** A renamed column has one twin: the only two of a type on a table, or those whose names have a word in common. */
function pairs(pass) {
	const gone = onExisting(pass, "drop-column").filter(({ column }) => column !== null);
	const taken = /* @__PURE__ */ new Set();
	const alike = (one) => {
		const type = typeBefore(pass, one);
		return changesIn(pass, "upgrade", "add-column").filter((added) => isOn(one.table, added) && type !== null && added.column.type !== null && typeText(added.column.type) === type && added.column.name !== one.column);
	};
	return gone.flatMap((one) => {
		const twins = alike(one);
		const rivals = gone.filter((other) => other !== one && alike(other).some((twin) => twins.includes(twin)));
		const twin = (twins.length === 1 && rivals.length === 0 ? twins[0] : void 0) ?? twins.find((added) => !taken.has(added) && shareWord(one.column, added.column.name));
		if (twin === void 0) return [];
		taken.add(twin);
		return [[one, twin]];
	});
}
/** As the downgrade brings it back; null where it does not. */
function typeBefore(pass, { table, column }) {
	const before = changesIn(pass, "downgrade", "add-column").find((one) => isOn(table, one) && one.column.name !== null && column !== null && key(one.column.name) === key(column));
	return before?.column.type ? typeText(before.column.type) : null;
}
const isOn = (table, other) => table !== null && other.table !== null && key(table) === key(other.table);
function shareWord(a, b) {
	const words = (name) => key(name ?? "").split("_");
	return words(a).some((word) => word.length > 2 && words(b).includes(word));
}

// src/lint/rules/no-drop-and-backfill-together.ts
/** Add, copy and drop in one revision leaves no moment at which a deploy could turn back. */
const noDropAndBackfillTogether = {
	id: "no-drop-and-backfill-together",
	group: "data-loss",
	title: "A column is added, filled, and the old one dropped in one revision",
	why: "When the new code fails there is no state to go back to: the old column is gone before anybody has run on the new one. Rows that old code writes between the copy and the drop are lost.",
	severity: STRICT_ERROR,
	statements: true,
	examples: {
		bad: [{
			caption: "all three at once",
			upgrade: "op.add_column(\"user\", sa.Column(\"full_name\", sa.String(50), nullable=True))\nop.execute(\"UPDATE user SET full_name = name\")\nop.drop_column(\"user\", \"name\")",
			at: "op.drop_column"
		}],
		good: [{
			caption: "the first two",
			upgrade: "op.add_column(\"user\", sa.Column(\"full_name\", sa.String(50), nullable=True))\nop.execute(\"UPDATE user SET full_name = name\")"
		}]
	},
	check: (pass) => {
		const added = changesIn(pass, "upgrade", "add-column");
		const written = changesIn(pass, "upgrade", "write");
		return onExisting(pass, "drop-column").flatMap((change) => {
			const { table, column } = change;
			const same = (other) => table !== null && other.table !== null && key(other.table) === key(table);
			if (!added.some(same) || !written.some(same)) return [];
			return [trouble(change, `This revision adds a column to \`${table ?? ""}\`, fills it and drops ${columnNamed(table, column)}: what old code writes in between is lost, and there is no way back between the deploys.`, "Drop the column in a revision of a later release, when the new one has been used for a while.")];
		});
	}
};

// src/lint/models/model.ts
/** A table of the models by a name that may hold its schema; null where none is known to map it. */
const mapped = ({ tables }, table) => tables.get(table.slice(table.lastIndexOf(".") + 1).toLowerCase()) ?? null;
/** Whether it is certain that no model maps the table; with a column, that no model maps the column. */
function isUnmapped(models, table, column) {
	if (table === null || column === null || models.tables.size === 0) return false;
	const found = mapped(models, table);
	if (found === null) return models.unread.length === 0;
	return column !== void 0 && found.whole && !found.columns.has(column.toLowerCase());
}
/** Whether a model of the table says the same to the schema on both sides. */
function isSame(before, after) {
	return before.rest === after.rest && before.columns.size === after.columns.size && [...before.columns].every(([name, text]) => after.columns.get(name) === text);
}

// src/lint/rollback-card.ts
/** A warning under `recommended` where it is certain that no model of the base maps it: no code that runs reads it. */
function unmappedAtMost({ models, config }, table, column) {
	return models !== null && isUnmapped(models.base, table, column) && config.profile === "recommended" ? "warning" : void 0;
}
/** The end of the sentence on a drop: who fails, or that nobody should. */
const whoFails = (known, harm) => known === void 0 ? `and old code that still runs while this deploys ${harm}` : "although no model of the base maps it any more";

// src/lint/rules/no-drop-column.ts
/** A dropped column takes its values along, and old code that still selects or writes it fails. */
const noDropColumn = {
	id: "no-drop-column",
	group: "data-loss",
	title: "A column that exists is dropped",
	why: "Its values are gone, and a downgrade can only bring back an empty column. SQLAlchemy names every mapped column in its statements, so instances of the old code fail on the whole table, not only where they use the column.",
	recipe: [{
		does: "Take the attribute out of the model. If the column is NOT NULL without a server default, let the database fill it from now on, since the new code no longer writes it.",
		migration: "op.alter_column(\"user\", \"nick\", nullable=True, existing_type=sa.String(50), existing_nullable=False)"
	}, {
		does: "Drop the column, when no instance of the release before it runs any more and its values are backed up.",
		migration: "op.drop_column(\"user\", \"nick\")"
	}],
	severity: ALL_ERROR,
	statements: true,
	examples: {
		bad: [
			{
				caption: "with Alembic",
				upgrade: "op.drop_column(\"user\", \"nick\")",
				at: "op.drop_column"
			},
			{
				caption: "in a batch",
				upgrade: "with op.batch_alter_table(\"user\") as batch:\n    batch.drop_column(\"nick\")",
				at: "batch.drop_column"
			},
			{
				caption: "in raw SQL, COLUMN left out, after another action",
				upgrade: "op.execute(\"ALTER TABLE user ADD b INT, DROP nick\")",
				at: "op.execute",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "to add another of that name",
				upgrade: "op.drop_column(\"user\", \"nick\")\nop.add_column(\"user\", sa.Column(\"nick\", sa.Integer(), nullable=True))",
				at: "op.drop_column",
				says: "for another of that name"
			}
		],
		good: [
			{
				caption: "a column that this pull request added",
				upgrade: "op.add_column(\"user\", sa.Column(\"nick\", sa.Integer(), nullable=True))\nop.drop_column(\"user\", \"nick\")"
			},
			{
				caption: "the way back of an added column",
				upgrade: "op.add_column(\"user\", sa.Column(\"nick\", sa.Integer(), nullable=True))",
				downgrade: "op.drop_column(\"user\", \"nick\")"
			},
			{
				caption: "dropping an index or a constraint",
				upgrade: "op.execute(\"ALTER TABLE user DROP INDEX ix_nick, DROP FOREIGN KEY fk_nick\")",
				engines: ["mysql", "mariadb"]
			}
		]
	},
	check: (pass) => onExisting(pass, "drop-column").filter((change) => pass.facts.newColumn(change, change.column) === null).map((change) => trouble(change, pass.facts.isReplaced(change) ? `Dropping ${columnNamed(change.table, change.column)} for another of that name loses the values that nothing copies or computes again, ${whoFails(unmappedAtMost(pass, change.table, change.column), "meets a column that is no longer its own")}.` : `Dropping ${columnNamed(change.table, change.column)} destroys its values for good, ${whoFails(unmappedAtMost(pass, change.table, change.column), "names the column in every statement on the table and fails")}.`, "Remove the column from the model in this release and leave it in the database, nullable or with a default; drop it in a later one, when no running code maps it.", unmappedAtMost(pass, change.table, change.column)))
};

// src/lint/rules/no-drop-default.ts
/** A default that goes away takes the INSERTs along that relied on it. */
const noDropDefault = {
	id: "no-drop-default",
	group: "rolling-deploy",
	title: "A server default is dropped",
	why: "Old code that still runs leaves the column out of its INSERTs, because the database filled it. Without the default they fail where the column is NOT NULL, and write NULL where it is not.",
	recipe: [{ does: "Release code that always writes the column." }, {
		does: "Drop the default, when no instance of the release before it runs any more.",
		migration: "op.alter_column(\"user\", \"role\", server_default=None, existing_type=sa.String(9), existing_nullable=False)"
	}],
	severity: WARNING_ERROR,
	statements: true,
	examples: {
		bad: [
			{
				caption: "with Alembic",
				upgrade: "op.alter_column(\"user\", \"role\", server_default=None, existing_type=sa.String(9))",
				at: "op.alter_column"
			},
			{
				caption: "of a NOT NULL column that was added a line above",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), server_default=\"guest\", nullable=False))\nop.alter_column(\"user\", \"role\", server_default=None)",
				at: "op.alter_column"
			},
			{
				caption: "in raw SQL",
				upgrade: "op.execute(\"ALTER TABLE user ALTER role DROP DEFAULT\")",
				at: "op.execute"
			}
		],
		good: [{
			caption: "another default",
			upgrade: "op.alter_column(\"user\", \"role\", server_default=\"guest\", existing_type=sa.String(9))"
		}, {
			caption: "of a nullable column of this pull request",
			upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), server_default=\"guest\", nullable=True))\nop.alter_column(\"user\", \"role\", server_default=None)"
		}]
	},
	check: (pass) => onExisting(pass, "alter-column").flatMap((change) => {
		const { from, to, restated, table, column } = change;
		const added = pass.facts.newColumn(change, column);
		if (to.serverDefault !== "dropped" || from.serverDefault === "dropped") return [];
		if (restated && from.serverDefault !== "set") return [];
		if (added !== null && added.nullable !== false) return [];
		return [trouble(change, `${columnNamed(table, column)} loses its server default: INSERTs of old code that leave it out fail, or write NULL, until the deploy ends.`, "Keep the default until no running code relies on it, and drop it in a later release.")];
	})
};

// src/lint/rules/no-drop-mapped-object.ts
/** What the base's models still map is read by every instance that runs while this deploys. */
const USER$1 = "class User(Base):\n    __tablename__ = \"user\"\n    id = Column(Integer, primary_key=True)\n";
const NICK$1 = `${USER$1}    nick = Column(String(50))\n`;
const noDropMappedObject = {
	id: "no-drop-mapped-object",
	group: "rolling-deploy",
	title: "A table or column is dropped that the base’s models still map",
	why: "The code that runs while this deploys is the base’s. SQLAlchemy names every mapped column in its statements, so each query of the table fails from this migration on until the last old instance is gone. Needs `models:`.",
	severity: ALL_ERROR,
	statements: true,
	examples: {
		bad: [{
			caption: "model and column leave together",
			upgrade: "op.drop_column(\"user\", \"nick\")",
			at: "op.drop_column",
			models: {
				base: NICK$1,
				merged: USER$1
			}
		}, {
			caption: "a table",
			upgrade: "op.drop_table(\"user\")",
			at: "op.drop_table",
			models: {
				base: NICK$1,
				merged: "import sqlalchemy\n"
			}
		}],
		good: [
			{
				caption: "a column that left the model before",
				upgrade: "op.drop_column(\"user\", \"nick\")",
				models: {
					base: USER$1,
					merged: USER$1
				}
			},
			{
				caption: "a column that this pull request added",
				upgrade: "op.add_column(\"user\", sa.Column(\"nick\", sa.Text()))\nop.drop_column(\"user\", \"nick\")",
				models: {
					base: USER$1,
					merged: NICK$1
				}
			},
			{
				caption: "without `models:`",
				upgrade: "op.drop_table(\"user\")"
			}
		]
	},
	check: (pass) => {
		const { models, facts } = pass;
		if (models === null) return [];
		return onExisting(pass, "drop-table", "drop-column").flatMap((change) => {
			const model = mappedBy(change, models.base);
			const column = change.kind === "drop-column" ? change.column : null;
			if (model === null || column !== null && facts.newColumn(change, column) !== null) return [];
			return [trouble(change, `${column === null ? named(change.table) : columnNamed(change.table, column)} is mapped by ${model.path}, line ${model.line}, of the base: code that still runs while this deploys fails at every query of the table.`, "Remove it from the model in this pull request, and drop it in one that lands when that code runs everywhere.")];
		});
	}
};
function mappedBy(change, base) {
	if (!("table" in change) || change.table === null) return null;
	const model = mapped(base, change.table);
	if (change.kind !== "drop-column") return model;
	return change.column !== null && model?.columns.has(change.column.toLowerCase()) === true ? model : null;
}

// src/lint/rules/no-drop-schema.ts
/** A dropped schema takes all its tables along. */
const noDropSchema = {
	id: "no-drop-schema",
	group: "data-loss",
	title: "A schema or database is dropped",
	why: "Every table in it is gone, those of other applications included, and no downgrade brings them back.",
	severity: ALL_ERROR,
	statements: true,
	examples: {
		bad: [{
			caption: "in raw SQL",
			upgrade: "op.execute(\"DROP SCHEMA IF EXISTS billing\")",
			at: "op.execute"
		}],
		good: [{
			caption: "the way back of a new schema",
			upgrade: "op.execute(\"CREATE SCHEMA billing\")",
			downgrade: "op.execute(\"DROP SCHEMA billing\")"
		}]
	},
	check: (pass) => changesIn(pass, "upgrade", "drop-schema").map((change) => trouble(change, `Dropping schema ${named(change.name)} destroys all its tables and their rows, whoever uses them.`, "Take this out of the migration, and drop the schema by hand once nothing uses it."))
};

// src/lint/rules/no-drop-table.ts
/** A dropped table takes its rows along, and every instance of the old code that still runs fails on it. */
const noDropTable = {
	id: "no-drop-table",
	group: "data-loss",
	title: "A table that exists is dropped",
	why: "Its rows are gone, and no downgrade brings them back. While a deploy rolls, instances of the old code still read and write the table and fail at once.",
	recipe: [{ does: "Take the model out of the code, and whatever else reads or writes the table." }, {
		does: "Drop the table, when no instance of the release before it runs any more and its rows are backed up.",
		migration: "op.drop_table(\"invoice\")"
	}],
	severity: ALL_ERROR,
	statements: true,
	examples: {
		bad: [
			{
				caption: "with Alembic",
				upgrade: "op.drop_table(\"invoice\")",
				at: "op.drop_table(\"invoice\")"
			},
			{
				caption: "in raw SQL, comments notwithstanding",
				upgrade: "op.execute(\"/* cleanup */ DROP TABLE IF EXISTS invoice\")",
				at: "op.execute"
			},
			{
				caption: "to put its copy in its place",
				upgrade: "op.drop_table(\"invoice\")\nop.rename_table(\"invoice_new\", \"invoice\")",
				at: "op.drop_table",
				says: "for another of that name"
			}
		],
		good: [
			{
				caption: "in the downgrade of the revision that creates it",
				upgrade: "op.create_table(\"invoice\", sa.Column(\"id\", sa.Integer(), nullable=False))",
				downgrade: "op.drop_table(\"invoice\")"
			},
			{
				caption: "a working table of this very pull request",
				upgrade: "op.execute(\"CREATE TABLE work (id INT)\")\nop.drop_table(\"work\")"
			},
			{
				caption: "a working table that an earlier attempt may have left",
				upgrade: "op.execute(\"DROP TABLE IF EXISTS work\")\nop.execute(\"CREATE TABLE work (id INT)\")\nop.execute(\"DROP TABLE IF EXISTS work\")"
			},
			{
				caption: "a string that only mentions it",
				upgrade: `op.execute("INSERT INTO log VALUES ('DROP TABLE x')")`
			}
		]
	},
	check: (pass) => onExisting(pass, "drop-table").filter((change) => !pass.facts.isWorkingTable(change)).map((change) => trouble(change, pass.facts.isReplaced(change) ? `Dropping table ${named(change.table)} for another of that name loses the rows that were not copied to it, ${whoFails(unmappedAtMost(pass, change.table), "meets a table that is no longer its own")}.` : `Dropping table ${named(change.table)} destroys its rows for good, ${whoFails(unmappedAtMost(pass, change.table), "fails at its next query of it")}.`, "Remove the model in this release and leave the table; drop it in a later one, when no running code maps it and its rows are backed up.", unmappedAtMost(pass, change.table)))
};

// src/lint/indexes.ts
/** The indexes that an upgrade makes, however they are written: keys, unique constraints, `index=True`, `CREATE INDEX`. */
/** In the order in which they are made; those over expressions, parts of columns or of another kind are left out. */
function madeIndexes(pass) {
	return changesIn(pass, "upgrade", "create-table", "add-column", "create-index", "add-constraint").flatMap((change) => {
		const { table } = change;
		if (table === null || change.under.length > 0) return [];
		const made = (name, columns, unique) => columns === null || columns.length === 0 ? [] : [{
			table,
			name,
			columns,
			unique,
			change
		}];
		switch (change.kind) {
			case "create-index": return change.special ? [] : made(change.name, change.columns, change.unique);
			case "add-constraint": return isKey(change.constraint.kind) ? made(change.constraint.name, change.constraint.columns, true) : [];
			case "add-column": return ofColumn$1(change.column).flatMap(({ columns, unique }) => made(null, columns, unique));
			case "create-table": return [
				...change.columns.flatMap(ofColumn$1).flatMap(({ columns, unique }) => made(null, columns, unique)),
				...change.constraints.filter(({ kind }) => isKey(kind)).flatMap(({ name, columns }) => made(name, columns, true)),
				...change.indexes.flatMap(({ name, columns }) => made(name, columns, false))
			];
		}
	});
}
const isKey = (kind) => kind === "primary-key" || kind === "unique";
/** `index=True, unique=True` is one unique index. */
function ofColumn$1(column) {
	const { name, primaryKey, unique, index } = column;
	if (name === null || !(primaryKey || unique || index)) return [];
	return [{
		columns: [name],
		unique: unique || primaryKey
	}];
}
/** Whether `columns` begin with all of `prefix`, in order. */
const startsWith$1 = (columns, prefix) => prefix.every((one, index) => key(one) === key(columns[index] ?? ""));
/** An index in a sentence. */
const indexNamed = ({ name, columns }) => name === null ? `the one on (${columns.join(", ")})` : `\`${name}\``;

// src/lint/rules/no-duplicate-index.ts
/** Two indexes over the same columns: every write keeps both, and no query needs the second. */
const noDuplicateIndex = {
	id: "no-duplicate-index",
	group: "hygiene",
	title: "Two indexes over the same columns",
	why: "Every insert, update and delete keeps both of them, in memory and on disk, and no query is faster for it. A primary key or a unique constraint is an index already.",
	severity: ALL_OFF,
	statements: true,
	examples: {
		bad: [
			{
				caption: "an index on the primary key",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer(), primary_key=True))\nop.create_index(\"ix_tag_id\", \"tag\", [\"id\"])",
				at: "op.create_index"
			},
			{
				caption: "an index beside index=True",
				upgrade: "op.add_column(\"user\", sa.Column(\"nick\", sa.String(9), index=True))\nop.create_index(\"ix_nick\", \"user\", [\"nick\"])",
				at: "op.create_index"
			},
			{
				caption: "in raw SQL",
				upgrade: "op.execute(\"CREATE TABLE tag (a INT, b INT, UNIQUE (a, b))\")\nop.execute(\"CREATE INDEX ix ON tag (a, b)\")",
				at: "op.execute(\"CREATE INDEX"
			}
		],
		good: [{
			caption: "another order of columns",
			upgrade: "op.create_index(\"ix_ab\", \"user\", [\"a\", \"b\"])\nop.create_index(\"ix_ba\", \"user\", [\"b\", \"a\"])"
		}, {
			caption: "another table, and an index over a part of the column",
			upgrade: "op.create_index(\"ix_a\", \"user\", [\"a\"])\nop.create_index(\"ix_a\", \"note\", [\"a\"])\nop.create_index(\"ix_b\", \"user\", [\"a\"], mysql_length=9)"
		}]
	},
	check: (pass) => {
		const made = madeIndexes(pass);
		return made.flatMap((index, at) => {
			const other = made.slice(0, at).find(({ table, columns }) => key(table) === key(index.table) && columns.length === index.columns.length && startsWith$1(columns, index.columns));
			if (!other) return [];
			return [trouble(index.change, `Table ${named(index.table)} has two indexes over (${index.columns.join(", ")}), this and ${indexNamed(other)}: every write to it keeps both, and no query needs the second.`, index.unique === other.unique ? "Leave out one of them." : "Leave out the one that is not unique.")];
		});
	}
};

// src/lint/rules/no-empty-migration.ts
/** A migration that does nothing is usually one whose models were never imported. */
const noEmptyMigration = {
	id: "no-empty-migration",
	group: "reversibility",
	title: "Neither direction does anything",
	why: "Autogenerate writes an empty migration where it sees no difference, most often because `env.py` does not import the new model. The change that was meant is missing.",
	severity: STRICT_ERROR,
	examples: {
		bad: [{
			caption: "as autogenerate leaves it",
			at: "def upgrade"
		}],
		good: [{
			caption: "a merge revision",
			downRevision: "(\"a1\", \"a2\")"
		}, {
			caption: "work in one direction",
			upgrade: "op.drop_index(\"ix\", table_name=\"user\")"
		}]
	},
	check: (pass) => {
		const { functions, operations } = pass.migration;
		const [upgrade] = functions.filter(({ direction }) => direction === "upgrade");
		if (isMerge(pass) || operations.length > 0 || !upgrade) return [];
		if (functions.some(({ body }) => body !== "empty")) return [];
		const { line, span } = upgrade;
		return [trouble({
			line,
			endLine: line,
			span
		}, "This migration does nothing in either direction: what was to change is probably missing.", "Import the new model in env.py and generate the migration again, or delete the file.")];
	}
};

// src/lint/rules/no-engine-change.ts
/** Another storage engine is another copy of every row. */
const noEngineChange = {
	id: "no-engine-change",
	group: "locks",
	title: "A table’s storage engine is set",
	why: "The server copies the whole table and blocks writes meanwhile, even where the engine is the same as before: `ENGINE=InnoDB` on an InnoDB table is how a rebuild is asked for.",
	severity: WARNING_ERROR,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [{
			caption: "in raw SQL",
			upgrade: "op.execute(\"ALTER TABLE user ENGINE=InnoDB\")",
			at: "op.execute"
		}],
		good: [{
			caption: "of a new table",
			upgrade: "op.execute(\"CREATE TABLE tag (id INT) ENGINE=InnoDB\")"
		}]
	},
	check: (pass) => onExisting(pass, "table-option").filter(({ option }) => option === "engine").map((change) => trouble(change, `${named(change.table)} is rebuilt by ${change.text} with all its rows, and writes to it may wait for its whole length; they do where that is not the engine it has.`, "Take it out of the migration, and run it with an online schema-change tool."))
};

// src/lint/rules/no-enum-value-add-without-reverse.ts
/** PostgreSQL adds members to an enum and never takes one away. */
const noEnumValueAddWithoutReverse = {
	id: "no-enum-value-add-without-reverse",
	group: "reversibility",
	title: "A member is added to a PostgreSQL enum",
	why: "PostgreSQL has no way to remove it: a downgrade leaves the member, and the next upgrade fails on it unless it is written with IF NOT EXISTS.",
	severity: ALL_WARNING,
	engines: ["postgresql"],
	statements: true,
	examples: {
		bad: [{
			caption: "in raw SQL",
			upgrade: `op.execute("ALTER TYPE role ADD VALUE IF NOT EXISTS 'guest'")`,
			at: "op.execute"
		}],
		good: [{
			caption: "another change of a type",
			upgrade: `op.execute("ALTER TYPE role RENAME TO roles")`
		}]
	},
	check: (pass) => changesIn(pass, "upgrade", "add-enum-value").map((change) => trouble(change, `${named(change.value)} stays in the type ${named(change.type)} for good: PostgreSQL cannot remove a member, so a rollback leaves it there.`, "Write IF NOT EXISTS, so that the upgrade runs again after a rollback, and say above downgrade() that the member stays."))
};

// src/lint/rules/no-enum-value-removal.ts
/** Rows that hold a removed enum member fit no more, and a member moved is a member renumbered. */
const noEnumValueRemoval = {
	id: "no-enum-value-removal",
	group: "data-loss",
	title: "Enum members are removed, reordered or inserted in the middle",
	why: "Rows with a removed member fail the upgrade, and old code still writes it; on MySQL and MariaDB without a strict SQL mode they become empty instead. These two number the members, so any change but an addition at the end copies the whole table.",
	severity: ALL_ERROR,
	statements: true,
	examples: {
		bad: [{
			caption: "a member removed",
			upgrade: "op.alter_column(\"user\", \"role\", type_=sa.Enum(\"admin\"), existing_type=sa.Enum(\"admin\", \"guest\"), existing_nullable=False)",
			at: "op.alter_column",
			says: "loses `guest`: rows that hold it fail the upgrade"
		}, {
			caption: "a member inserted in front",
			upgrade: "op.alter_column(\"user\", \"role\", type_=sa.Enum(\"root\", \"admin\"), existing_type=sa.Enum(\"admin\"), existing_nullable=False)",
			at: "op.alter_column",
			engines: ["mysql", "mariadb"]
		}],
		good: [{
			caption: "a member added at the end",
			upgrade: "op.alter_column(\"user\", \"role\", type_=sa.Enum(\"admin\", \"guest\"), existing_type=sa.Enum(\"admin\"), existing_nullable=False)"
		}, {
			caption: "members that cannot be read",
			upgrade: "op.alter_column(\"user\", \"role\", type_=sa.Enum(Role), existing_type=sa.Enum(\"admin\"), existing_nullable=False)"
		}]
	},
	check: (pass) => onExisting(pass, "alter-column").flatMap((change) => {
		const before = change.from.type?.members;
		const after = change.to.type?.members;
		if (!before || !after || pass.facts.newColumn(change, change.column)) return [];
		const removed = before.filter((member) => !after.includes(member));
		const ordered = pass.engine === "mysql" || pass.engine === "mariadb";
		const moved = ordered && before.some((member, index) => after[index] !== member);
		if (removed.length === 0 && !moved) return [];
		const column = columnNamed(change.table, change.column);
		const them = removed.length === 1 ? "it" : "them";
		const emptied = ordered ? " (or become empty, where the server's mode is not strict)" : "";
		const list = removed.map((member) => `\`${member}\``).join(", ");
		return [trouble(change, removed.length > 0 ? `${column} loses ${list}: rows that hold ${them} fail the upgrade${emptied}, and old code still writes ${them}.` : `The members of ${column} are stored by number, and their order changes: the server copies the whole table and blocks writes meanwhile.`, removed.length > 0 ? "Keep the member and stop writing it; remove it in a later release, after an UPDATE has moved its rows." : "Add new members at the end of the list.")];
	})
};

// src/lint/file-template.ts
/** Whether a file is named as `file_template` names revisions. */
/** @param path of the revision file; its directories are not looked at. */
function followsTemplate(path, id, template) {
	return namesOf(template, id).test(path.slice(path.lastIndexOf("/") + 1));
}
/** Every name that the template may give. */
function namesOf(template, id) {
	const parts = template.slice(template.lastIndexOf("/") + 1).split(/(%\(\w+\)[^a-z]*[a-z])/).map((part) => {
		const field = /^%\((\w+)\)/.exec(part)?.[1];
		if (field === void 0) return escaped(part.replaceAll("%%", "%"));
		return field === "rev" ? escaped(id) : ".*";
	});
	return new RegExp(`^${parts.join("")}\\.py$`, "s");
}
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

// src/lint/rules/no-file-name-mismatch.ts
/** A file name that names another revision sends people to the wrong file. */
const noFileNameMismatch = {
	id: "no-file-name-mismatch",
	group: "pull-request",
	title: "The file’s name does not follow the project’s file_template",
	why: "People and scripts find a revision by its file’s name, and a directory is sorted by it. A name with another id leads to the wrong file. Where the base’s newest revision does not follow the template either, the project names its files by hand, and only a parent’s id in the name is found.",
	severity: ALL_WARNING,
	examples: {
		bad: [
			{
				caption: "another id",
				fileName: "c3_tags.py",
				at: "revision = \"b1\""
			},
			{
				caption: "its own id in another place",
				fileName: "tags_b1.py",
				at: "revision = \"b1\""
			},
			{
				caption: "the name of its parent, as a copy has it",
				fileName: "a1_tags.py",
				at: "revision = \"b1\"",
				says: "after its parent"
			}
		],
		good: [{
			caption: "its own id",
			fileName: "b1_tags.py"
		}]
	},
	check: ({ revision: { id, path, spans, downRevisions }, fileTemplate, text }) => {
		const name = path.slice(path.lastIndexOf("/") + 1);
		const parent = name.includes(id) ? void 0 : downRevisions.find((one) => words$2(name).includes(one));
		if ((fileTemplate === null || followsTemplate(path, id, fileTemplate)) && parent === void 0) return [];
		const line = spans.id ? text.slice(0, spans.id.from).split("\n").length : 1;
		return [trouble({
			line,
			endLine: line,
			span: spans.id ?? null
		}, parent === void 0 ? `The file is called ${name} and holds revision \`${id}\`, which file_template names otherwise: whoever looks for it by its name does not find it.` : `The file is called ${name}, after its parent \`${parent}\`, and holds revision \`${id}\`: whoever looks for either by its name finds the wrong one.`, fileTemplate === null ? "Rename the file after its own revision." : `Rename the file after file_template, ${fileTemplate}.`)];
	}
};
/** Parts of a name that may be ids. */
const words$2 = (name) => name.split(/[^0-9A-Za-z]+/);

// src/lint/rules/no-float-for-money.ts
/** A float cannot hold ten cents. */
const FLOATS = /* @__PURE__ */ new Set([
	"float",
	"double",
	"real"
]);
/** Words that name money, as parts of a column's name. */
const MONEY = /* @__PURE__ */ new Set([
	"price",
	"amount",
	"cost",
	"costs",
	"fee",
	"fees",
	"salary",
	"balance",
	"vat",
	"refund"
]);
const noFloatForMoney = {
	id: "no-float-for-money",
	group: "hygiene",
	title: "A new column for money that is a float",
	why: "Binary fractions hold no tenth: sums are off by cents, and equal amounts compare as different.",
	severity: ALL_OFF,
	statements: true,
	examples: {
		bad: [{
			caption: "a price",
			upgrade: "op.add_column(\"item\", sa.Column(\"unit_price\", sa.Float(), nullable=True))",
			at: "op.add_column"
		}],
		good: [{
			caption: "a decimal, and a float that is no money",
			upgrade: "op.add_column(\"item\", sa.Column(\"price\", sa.Numeric(12, 2), nullable=True))\nop.add_column(\"item\", sa.Column(\"weight\", sa.Float(), nullable=True))"
		}]
	},
	check: (pass) => changesIn(pass, "upgrade", "create-table", "add-column").flatMap((change) => (change.kind === "create-table" ? change.columns : [change.column]).flatMap(({ name, type }) => {
		if (!(name?.toLowerCase().split("_").some((word) => MONEY.has(word)) === true) || !type || !FLOATS.has(type.name)) return [];
		return [trouble(change, `${columnNamed(change.table, name)} looks like money and is ${typeText(type)}, which holds no tenth: sums are off by cents.`, "Use a decimal:\nsa.Numeric(precision=12, scale=2)")];
	}))
};

// src/lint/rules/no-foreign-key-type-mismatch.ts
/** A foreign key joins two columns of one type, or it fails, or every join converts. */
const noForeignKeyTypeMismatch = {
	id: "no-foreign-key-type-mismatch",
	group: "hygiene",
	title: "A foreign key between columns of different types",
	why: "MySQL and MariaDB refuse it with errno 3780 or 150. PostgreSQL takes an INTEGER that points at a BIGINT, and it overflows long before its target does. Only columns that the pull request itself writes out are compared.",
	severity: ALL_OFF,
	statements: true,
	examples: {
		bad: [{
			caption: "both tables are new",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.BigInteger(), primary_key=True))\nop.create_table(\"note\", sa.Column(\"tag_id\", sa.Integer()), sa.ForeignKeyConstraint([\"tag_id\"], [\"tag.id\"]))",
			at: "op.create_table(\"note\""
		}, {
			caption: "in raw SQL, by sign",
			upgrade: "op.execute(\"CREATE TABLE tag (id INT UNSIGNED PRIMARY KEY)\")\nop.execute(\"CREATE TABLE note (tag_id INT, FOREIGN KEY (tag_id) REFERENCES tag (id))\")",
			at: "op.execute(\"CREATE TABLE note",
			engines: ["mysql", "mariadb"]
		}],
		good: [
			{
				caption: "of one type, and a text of another length",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer(), primary_key=True), sa.Column(\"slug\", sa.String(9), unique=True))\nop.create_table(\"note\", sa.Column(\"tag_id\", sa.Integer(), sa.ForeignKey(\"tag.id\")), sa.Column(\"slug\", sa.String(20), sa.ForeignKey(\"tag.slug\")))"
			},
			{
				caption: "a number that counts by itself, and texts of two sorts",
				upgrade: "op.execute(\"CREATE TABLE tag (id SERIAL PRIMARY KEY, slug VARCHAR(9) UNIQUE)\")\nop.execute(\"CREATE TABLE note (tag_id INT REFERENCES tag (id), slug CHAR(9) REFERENCES tag (slug))\")",
				engines: ["postgresql"]
			},
			{
				caption: "a target that is not written here",
				upgrade: "op.add_column(\"note\", sa.Column(\"user_id\", sa.Integer(), sa.ForeignKey(\"user.id\")))"
			}
		]
	},
	check: (pass) => changesIn(pass, "upgrade", "create-table", "add-column", "add-constraint").flatMap((change) => pairsOf(change).flatMap(([column, table, target]) => {
		const from = pass.facts.writtenColumn(change.table, column)?.type;
		const to = pass.facts.writtenColumn(table, target)?.type;
		if (!from || !to || storage(from, pass) === storage(to, pass)) return [];
		return [trouble(change, `${columnNamed(change.table, column)} is ${typeText(from)} and points at ${columnNamed(table, target)}, which is ${typeText(to)}: MySQL and MariaDB refuse such a key; PostgreSQL refuses one between unlike types, and lets the smaller of two numbers overflow.`, `Give the column the type of ${named(target)}.`)];
	}))
};
/** What tells two types of a key apart: lengths, and what counts by itself, do not. */
function storage({ name, unsigned }, { engine }) {
	if (name.endsWith("serial") && engine !== "postgresql") return "bigint unsigned";
	const plain = SAME[name] ?? name;
	return unsigned ? `${plain} unsigned` : plain;
}
const SAME = {
	serial: "int",
	bigserial: "bigint",
	smallserial: "smallint",
	boolean: "tinyint",
	char: "text",
	varchar: "text"
};
/** A key beside a new column of an existing table comes as a constraint of its own. */
function pairsOf(change) {
	if (change.kind === "add-constraint") return ofConstraint(change.constraint);
	if (change.kind === "add-column") return change.column.references?.inline === true ? ofColumn(change.column) : [];
	if (change.kind !== "create-table") return [];
	return [...change.columns.flatMap(ofColumn), ...change.constraints.flatMap(ofConstraint)];
}
function ofColumn({ name, references }) {
	if (name === null || !references || references.table === null || references.column === null) return [];
	return [[
		name,
		references.table,
		references.column
	]];
}
function ofConstraint(constraint) {
	const { columns, references, referred } = constraint;
	if (columns === null || references === null || referred?.length !== columns.length) return [];
	return columns.map((column, index) => [
		column,
		references,
		referred[index] ?? ""
	]);
}

// src/lint/rules/no-header-mismatch.ts
/** A docstring that names other revisions than the variables misleads whoever reviews it. */
const noHeaderMismatch = {
	id: "no-header-mismatch",
	group: "history",
	title: "The docstring names other revisions than the variables",
	why: "Alembic reads the variables alone. A header that was left behind by a re-parent or a copy makes reviewers believe in another history.",
	severity: {
		recommended: "info",
		"add-only": "info",
		strict: "warning"
	},
	examples: {
		bad: [{
			caption: "another id",
			message: "add what is missing\n\nRevision ID: b2\nRevises: a1\n",
			at: "\"\"\"add what is missing"
		}],
		good: [{
			caption: "the same",
			message: "add what is missing\n\nRevision ID: b1\nRevises: a1\n"
		}]
	},
	check: ({ revision: { notes } }) => notes.filter(({ kind }) => kind === "header-mismatch").map(({ line, message }) => trouble({
		line,
		endLine: line,
		span: null
	}, message, "Correct the docstring."))
};

// src/lint/foreign-keys.ts
/** The foreign keys that a direction makes. */
function foreignKeysOf(pass, direction) {
	return changesIn(pass, direction, "create-table", "add-constraint").flatMap((one) => {
		if (one.table === null) return [];
		const table = key(one.table);
		const constraints = one.kind === "add-constraint" ? [one.constraint] : one.constraints;
		const beside = one.kind === "add-constraint" ? [] : one.columns;
		return [...constraints.filter(({ kind }) => kind === "foreign-key").map((constraint) => ({
			...constraint,
			table
		})), ...beside.flatMap(({ name, references }) => references === null || references.inline || name === null ? [] : [{
			table,
			name: null,
			columns: [name],
			references: references.table,
			referred: listed(references.column)
		}])];
	});
}
const listed = (column) => column === null ? null : [column];
/** What of a table a key needs: it stands on an index of its own table, and on one of the table that it points at. */
function needsOf(foreignKey, table) {
	const { columns, references, referred } = foreignKey;
	return [...foreignKey.table === table && columns !== null ? [{
		foreignKey,
		columns
	}] : [], ...references !== null && key(references) === table && referred !== null ? [{
		foreignKey,
		columns: referred
	}] : []];
}

// src/lint/rules/no-index-drop-before-foreign-key.ts
const noIndexDropBeforeForeignKey = {
	id: "no-index-drop-before-foreign-key",
	group: "reversibility",
	title: "An index is dropped while its foreign key stands",
	why: "MySQL and MariaDB stop with error 1553, \"Cannot drop index: needed in a foreign key constraint\". SQLite and PostgreSQL let it pass, so tests there do not show it.",
	severity: ALL_ERROR,
	engines: MYSQL,
	examples: {
		bad: [
			{
				caption: "in an upgrade, the index before its key",
				upgrade: "op.drop_index(\"ix_user\", table_name=\"note\")\nop.drop_constraint(\"fk_user\", \"note\", type_=\"foreignkey\")",
				downgrade: "op.create_index(\"ix_user\", \"note\", [\"user_id\"])\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])",
				at: "op.drop_index",
				says: "the upgrade ends half-way"
			},
			{
				caption: "the index before its key",
				upgrade: "op.create_index(\"ix_user\", \"note\", [\"user_id\"])\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])",
				downgrade: "op.drop_index(\"ix_user\", table_name=\"note\")\nop.drop_constraint(\"fk_user\", \"note\", type_=\"foreignkey\")",
				at: "op.drop_index"
			},
			{
				caption: "the index before its table",
				upgrade: "op.create_table(\"note\", sa.Column(\"id\", sa.Integer(), primary_key=True), sa.Column(\"user_id\", sa.Integer(), sa.ForeignKey(\"user.id\")))\nop.create_index(\"ix_user\", \"note\", [\"user_id\"])",
				downgrade: "op.drop_index(\"ix_user\", table_name=\"note\")\nop.drop_table(\"note\")",
				at: "op.drop_index"
			},
			{
				caption: "a unique constraint, which is an index to the server",
				upgrade: "op.create_unique_constraint(\"uq_user\", \"note\", [\"user_id\"])\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])",
				downgrade: "op.drop_constraint(\"uq_user\", \"note\", type_=\"unique\")\nop.drop_constraint(\"fk_user\", \"note\", type_=\"foreignkey\")",
				at: "op.drop_constraint(\"uq_user\""
			},
			{
				caption: "a unique constraint that a key of another table points at",
				upgrade: "op.create_unique_constraint(\"uq_code\", \"user\", [\"code\"])\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_code\"], [\"code\"])",
				downgrade: "op.drop_constraint(\"uq_code\", \"user\", type_=\"unique\")\nop.drop_constraint(\"fk_user\", \"note\", type_=\"foreignkey\")",
				at: "op.drop_constraint(\"uq_code\"",
				says: "a foreign key of `note` that points at it"
			},
			{
				caption: "an index that a column of the new table brought along",
				upgrade: "op.create_table(\"note\", sa.Column(\"id\", sa.Integer(), primary_key=True), sa.Column(\"user_id\", sa.Integer(), sa.ForeignKey(\"user.id\"), index=True))",
				downgrade: "op.drop_index(\"ix_note_user_id\", table_name=\"note\")\nop.drop_table(\"note\")",
				at: "op.drop_index"
			}
		],
		good: [
			{
				caption: "in an upgrade, the key before its index",
				upgrade: "op.drop_constraint(\"fk_user\", \"note\", type_=\"foreignkey\")\nop.drop_index(\"ix_user\", table_name=\"note\")",
				downgrade: "op.create_index(\"ix_user\", \"note\", [\"user_id\"])\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])"
			},
			{
				caption: "the key before its index",
				upgrade: "op.create_index(\"ix_user\", \"note\", [\"user_id\"])\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])",
				downgrade: "op.drop_constraint(\"fk_user\", \"note\", type_=\"foreignkey\")\nop.drop_index(\"ix_user\", table_name=\"note\")"
			},
			{
				caption: "an index of other columns",
				upgrade: "op.create_index(\"ix_a\", \"note\", [\"a\"])\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])",
				downgrade: "op.drop_index(\"ix_a\", table_name=\"note\")\nop.drop_constraint(\"fk_user\", \"note\", type_=\"foreignkey\")"
			},
			{
				caption: "both in one statement",
				upgrade: "op.create_index(\"ix_user\", \"note\", [\"user_id\"])\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])",
				downgrade: "op.execute(\"ALTER TABLE note DROP INDEX ix_user, DROP FOREIGN KEY fk_user\")"
			},
			{
				caption: "without foreign key checks, which MariaDB lets pass and MySQL does not",
				upgrade: "op.create_index(\"ix_user\", \"note\", [\"user_id\"])\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])",
				downgrade: "op.execute(\"SET foreign_key_checks = 0\")\nop.drop_index(\"ix_user\", table_name=\"note\")\nop.drop_constraint(\"fk_user\", \"note\", type_=\"foreignkey\")",
				engines: ["mariadb"]
			},
			{
				caption: "another index that serves the key",
				upgrade: "op.create_index(\"ix_user\", \"note\", [\"user_id\"])\nop.create_index(\"ix_two\", \"note\", [\"user_id\", \"a\"])\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])",
				downgrade: "op.drop_index(\"ix_user\", table_name=\"note\")\nop.drop_constraint(\"fk_user\", \"note\", type_=\"foreignkey\")"
			}
		]
	},
	check: (pass) => ["upgrade", "downgrade"].flatMap((direction) => inDirection(pass, direction))
};
/** What one direction drops, the other makes, and so tells of which columns it is. */
const other = (direction) => direction === "upgrade" ? "downgrade" : "upgrade";
const inDirection = (pass, direction) => changesIn(pass, direction, "drop-index", "drop-constraint").flatMap((change) => {
	if (change.kind === "drop-constraint" && change.constraint !== "unique") return [];
	const table = change.table === null ? null : key(change.table);
	const columns = table === null ? null : columnsOfIndex(pass, change);
	if (table === null || columns === null) return [];
	const needs = foreignKeysOf(pass, other(direction)).flatMap((one) => needsOf(one, table)).find((one) => startsWith(columns, one.columns) && !stood(pass, change, one.foreignKey));
	if (!needs || servedOtherwise(pass, table, needs.columns, change)) return [];
	const pointing = needs.foreignKey.table === table ? "" : " that points at it";
	return [trouble(change, `Index ${named(change.name)} is dropped while a foreign key of ${named(needs.foreignKey.table)}${pointing} still needs it: MySQL and MariaDB stop with error 1553, and the ${direction === "upgrade" ? "upgrade" : "rollback"} ends half-way.`, "Drop the foreign key, or the whole table, before the index; an index goes with its table.", direction === "upgrade" ? "warning" : void 0)];
});
const onTable = (table, one) => one.table !== null && key(one.table) === table;
function columnsOfIndex(pass, { name, table, direction }) {
	if (name === null || table === null) return null;
	for (const one of changesIn(pass, other(direction), "create-index", "add-constraint", "create-table")) {
		if (!onTable(key(table), one)) continue;
		if (one.kind === "create-index" && one.name === name) return one.columns;
		if (one.kind === "add-constraint" && one.constraint.name === name) return one.constraint.columns;
		const brought = one.kind === "create-table" ? one.columns.find((column) => isBrought(column, table, name)) : null;
		if (brought?.name) return [brought.name];
	}
	return null;
}
/** `index=True`, of which SQLAlchemy makes `ix_note_user_id`. */
const isBrought = (column, table, index) => column.index && column.name !== null && index === `ix_${table}_${column.name}`;
/** Whether the key, by its name or by any key's going, or its table went before the index. */
function stood(pass, before, { name, table }) {
	const at = pass.changes.indexOf(before);
	if (pass.engine === "mariadb" && turnsKeysOff(pass.operations, before.direction)) return true;
	return changesIn(pass, before.direction, "drop-constraint", "drop-table", "drop-column").some((one) => onTable(table, one) && (pass.changes.indexOf(one) < at || isOneStatement$1(one, before)) && (one.kind !== "drop-constraint" || name === null || one.name === null || one.name === name));
}
/** What one ALTER TABLE drops goes at once. */
const isOneStatement$1 = ({ operation }, other) => operation?.kind === "sql" && operation === other.operation && !operation.sql.trim().slice(0, -1).includes(";");
const startsWith = (columns, first) => first.length > 0 && first.every((column, index) => columns[index] !== void 0 && key(columns[index]) === key(column));
/** Another index or key of this revision that begins with the same columns. */
function servedOtherwise(pass, table, columns, { name: index, direction }) {
	return changesIn(pass, other(direction), "create-index", "create-table", "add-constraint").some((one) => {
		if (!onTable(table, one)) return false;
		if (one.kind === "create-index") return one.name !== index && startsWith(one.columns ?? [], columns);
		const keys = one.kind === "add-constraint" ? [one.constraint] : one.constraints;
		return one.kind === "create-table" && one.columns.some((column) => (column.primaryKey || column.unique) && startsWith([column.name ?? ""], columns)) || keys.some(({ kind, name, columns: own }) => kind !== "foreign-key" && name !== index && startsWith(own ?? [], columns));
	});
}

// src/lint/rules/no-inline-references.ts
/** MySQL before 9.0 reads REFERENCES beside a column and makes no foreign key of it. */
const noInlineReferences = {
	id: "no-inline-references",
	group: "locks",
	title: "REFERENCES beside a column, which MySQL ignores",
	why: "MySQL before 9.0 parses the clause and makes no foreign key: everybody believes in a guard that is not there. SQLAlchemy’s `sa.ForeignKey` writes a constraint of its own and is not concerned.",
	severity: ALL_WARNING,
	engines: ["mysql"],
	statements: true,
	examples: {
		bad: [{
			caption: "in a new table",
			upgrade: "op.execute(\"CREATE TABLE note (id INT, user_id INT REFERENCES user (id))\")",
			at: "op.execute"
		}],
		good: [
			{
				caption: "a constraint of its own",
				upgrade: "op.execute(\"CREATE TABLE note (id INT, user_id INT, FOREIGN KEY (user_id) REFERENCES user (id))\")"
			},
			{
				caption: "MySQL 9.0",
				upgrade: "op.execute(\"CREATE TABLE note (id INT, user_id INT REFERENCES user (id))\")",
				version: "9.0.1"
			},
			{
				caption: "SQLAlchemy’s way",
				upgrade: "op.add_column(\"note\", sa.Column(\"user_id\", sa.Integer(), sa.ForeignKey(\"user.id\")))"
			}
		]
	},
	check: (pass) => pass.version !== null && !isBefore(pass.version, "9.0") ? [] : changesIn(pass, "upgrade", "create-table", "add-column").flatMap((change) => columnsOf(change).filter(({ references }) => references?.inline === true).map(({ name }) => trouble(change, `MySQL before 9.0 ignores the REFERENCES beside ${columnNamed(change.table, name)}: there is no foreign key, and nothing keeps wrong values out.`, "Write it as a constraint of its own:\nFOREIGN KEY (…) REFERENCES … (…)")))
};
const columnsOf = (change) => change.kind === "create-table" ? change.columns : [change.column];

// src/lint/rules/no-large-revision.ts
/** One revision for many tables is rolled back as a whole, for the sake of one of them. */
const noLargeRevision = {
	id: "no-large-revision",
	group: "pull-request",
	title: "One revision changes many tables",
	why: "It is reviewed, deployed and rolled back as a whole. `tables` is how many tables that exist it may change.",
	severity: STRICT_WARNING,
	options: { tables: 5 },
	examples: {
		bad: [{
			caption: "six tables",
			upgrade: "for table in [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]:\n    op.drop_index(\"ix\", table_name=table)",
			at: "op.drop_index"
		}],
		good: [{
			caption: "five",
			upgrade: "for table in [\"a\", \"b\", \"c\", \"d\", \"e\"]:\n    op.drop_index(\"ix\", table_name=table)"
		}]
	},
	check: (pass) => {
		const limit = typeof pass.options["tables"] === "number" ? pass.options["tables"] : 5;
		const touched = changesIn(pass, "upgrade", ...[
			"add-column",
			"drop-column",
			"alter-column",
			"rename-column"
		], ...[
			"create-index",
			"drop-index",
			"add-constraint",
			"drop-constraint",
			"drop-table"
		]).filter((change) => !pass.facts.isNewTable(change));
		const tables = new Set(touched.flatMap(({ table }) => table === null ? [] : [key(table)]));
		const [first] = touched;
		if (!first || tables.size <= limit) return [];
		return [trouble(first, `This revision changes ${tables.size} tables, which are reviewed, deployed and rolled back together.`, "Make a revision of its own of each change that makes sense alone.")];
	}
};

// src/config/table-size.ts
/** By its whole name, else by its name without the schema. */
const sizeOfTable = (sizes, table) => sizes.get(table.toLowerCase()) ?? sizes.get(table.slice(table.lastIndexOf(".") + 1).toLowerCase()) ?? null;

// src/lint/rewrites.ts
const words$1 = (text) => new Set(text.split(" "));
/** Types that MySQL and MariaDB store each in its own way. */
const MYSQLS = words$1("tinyint smallint mediumint int bigint decimal float double varchar char tinytext text mediumtext longtext date datetime timestamp time tinyblob blob mediumblob longblob");
const FRACTIONS = words$1("decimal datetime timestamp time");
/** Types between which PostgreSQL must convert every value. */
const POSTGRESQLS = words$1("smallint int bigint decimal real double boolean date timestamp json jsonb uuid text varchar");
const SAME_ON_MYSQL = {
	boolean: "tinyint",
	real: "double"
};
const SAME_ON_POSTGRESQL = {
	float: "double",
	datetime: "timestamp",
	serial: "int",
	bigserial: "bigint",
	smallserial: "smallint",
	varchar: "text"
};
/** Whether changing the one type into the other copies or rewrites the table. */
function rewritesTable(from, to, engine) {
	if (engine === "mysql" || engine === "mariadb") return copiesOnMysql(from, to);
	return engine === "postgresql" && rewritesOnPostgresql(from, to);
}
function copiesOnMysql(from, to) {
	const [a, b] = [from, to].map(({ name }) => SAME_ON_MYSQL[name] ?? name);
	if (a === void 0 || b === void 0 || !MYSQLS.has(a) || !MYSQLS.has(b)) return false;
	if (a !== b || from.unsigned !== to.unsigned) return true;
	return FRACTIONS.has(a) && from.numbers.length > 0 && from.numbers.join() !== to.numbers.join();
}
function rewritesOnPostgresql(from, to) {
	const [a, b] = [from, to].map(({ name }) => SAME_ON_POSTGRESQL[name] ?? name);
	if (a === void 0 || b === void 0 || !POSTGRESQLS.has(a) || !POSTGRESQLS.has(b)) return false;
	const scale = ({ numbers }) => numbers[1] ?? 0;
	return a !== b || a === "decimal" && from.numbers.length > 0 && to.numbers.length > 0 && scale(from) !== scale(to);
}
/** Functions of which PostgreSQL asks a value for each row. */
const VOLATILE = /\b(?:gen_random_uuid|uuid_generate_v[14]\w*|random|clock_timestamp|timeofday|nextval|uuidv[47])\b/i;
/** Why adding a column makes PostgreSQL write every row, as words; null where it does not, or where nobody can say. */
function filledByPostgresql({ type, generated, defaultText, identity }) {
	if (generated === "stored") return "is computed and stored for every row";
	if (identity || type?.name.endsWith("serial") === true) return "numbers every row";
	return defaultText !== null && VOLATILE.test(defaultText) ? `asks ${defaultText} for every row` : null;
}

// src/lint/rules/no-large-table-change.ts
/** What takes a moment on a laptop takes an hour on the largest table of production. */
const SIZES = {
	user: {
		rows: 12e6,
		bytes: null
	},
	note: {
		rows: 900,
		bytes: 65536
	}
};
const noLargeTableChange = {
	id: "no-large-table-change",
	group: "locks",
	title: "A large table is changed in a way that goes through all its rows",
	why: `A change that reads or writes every row takes as long as the table is large, and so long its locks are held, replicas lag and a deploy waits. \`table-sizes: FILE\` of the configuration names a file of the repository with what production holds, YAML or JSON:

\`\`\`yaml
user: { rows: 12000000, bytes: 5368709120 }
audit.log: { rows: 90000000 }
\`\`\`

Tables from \`rows\` or \`bytes\` on (options of this rule; 1,000,000 and 1 GiB) are large. The servers write the file themselves:

\`\`\`sql
-- MySQL, MariaDB
SELECT JSON_OBJECTAGG(table_name, JSON_OBJECT('rows', table_rows, 'bytes', data_length + index_length))
  FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE';
-- PostgreSQL
SELECT json_object_agg(oid::regclass, json_build_object('rows', greatest(reltuples, 0)::bigint, 'bytes', pg_total_relation_size(oid)))
  FROM pg_class WHERE relkind = 'r' AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace);
\`\`\``,
	recipe: [
		{ does: "Make the new shape beside the old one: a column, an index that is built while others write, or a copy of the table by gh-ost, pt-online-schema-change or pg_repack." },
		{ does: "Switch the code over, when the copy is complete." },
		{ does: "Drop what is left, when no instance of the release before it runs any more." }
	],
	severity: ALL_WARNING,
	statements: true,
	options: {
		rows: 1e6,
		bytes: 1073741824
	},
	examples: {
		bad: [
			{
				caption: "an index, with `user: {rows: 12000000}`",
				upgrade: "op.create_index(\"ix_mail\", \"user\", [\"mail\"])",
				at: "op.create_index",
				tableSizes: SIZES,
				says: "12,000,000 rows"
			},
			{
				caption: "another type, in raw SQL",
				upgrade: "op.execute(\"ALTER TABLE user ALTER COLUMN n TYPE BIGINT\")",
				at: "op.execute",
				engines: ["postgresql"],
				tableSizes: SIZES
			},
			{
				caption: "from a limit of its own on, in bytes",
				upgrade: "op.create_unique_constraint(\"uq\", \"note\", [\"a\"])",
				at: "op.create_unique_constraint",
				tableSizes: SIZES,
				config: { rules: { "no-large-table-change": {
					severity: "warning",
					options: { bytes: 65536 }
				} } },
				says: "64 KiB"
			}
		],
		good: [
			{
				caption: "a column that is added at once",
				upgrade: "op.add_column(\"user\", sa.Column(\"nick\", sa.Text(), nullable=True))",
				tableSizes: SIZES
			},
			{
				caption: "a small table, and one of which nobody says how large it is",
				upgrade: "op.create_index(\"ix_a\", \"note\", [\"a\"])\nop.create_index(\"ix_b\", \"tag\", [\"b\"])",
				tableSizes: SIZES
			},
			{
				caption: "a constraint that is not checked now",
				upgrade: "op.execute(\"ALTER TABLE user ADD CONSTRAINT ck CHECK (n > 0) NOT VALID\")",
				engines: ["postgresql"],
				tableSizes: SIZES
			},
			{
				caption: "without `table-sizes:`",
				upgrade: "op.create_index(\"ix_mail\", \"user\", [\"mail\"])"
			}
		]
	},
	check: (pass) => {
		const { tableSizes } = pass;
		if (tableSizes === null) return [];
		return onExisting(pass, ...[
			"alter-column",
			"add-column",
			"drop-column",
			"create-index",
			"add-constraint"
		], ...[
			"drop-constraint",
			"table-option",
			"write"
		]).flatMap((change) => {
			const size = change.table === null ? null : sizeOfTable(tableSizes, change.table);
			const what = size === null ? null : wholeTable(pass, change);
			const large = size === null ? null : largeness(pass, size);
			if (what === null || large === null) return [];
			return [trouble(change, `${named(change.table)} holds ${large}, and ${what}: that takes long, and what it locks or delays stays so until it ends.`, pass.engine === "postgresql" ? "Make it in steps that keep nobody out (CONCURRENTLY, NOT VALID and then VALIDATE, batches), or in a window of its own." : "Make it with an online schema-change tool (gh-ost, pt-online-schema-change), or in batches outside of the migration.")];
		});
	}
};
/** What goes through all rows, as words; null for what is done at once, or may be. */
function wholeTable(pass, change) {
	const isMysql = pass.engine === "mysql" || pass.engine === "mariadb";
	switch (change.kind) {
		case "alter-column": {
			const { type, nullable } = change.to;
			const isNew = pass.facts.newColumn(change, change.column) !== null;
			return (type !== void 0 || nullable !== void 0 && nullable !== change.from.nullable) && !(pass.engine === "postgresql" && type === void 0 && nullable === true) && !isNew ? `${columnNamed(change.table, change.column)} is altered in each of them` : null;
		}
		case "add-column": return isMysql && (change.column.generated === "stored" || change.column.autoIncrement) || pass.engine === "postgresql" && filledByPostgresql(change.column) !== null ? `${columnNamed(change.table, change.column.name)} is filled in each of them` : null;
		case "drop-column": return pass.engine === "mysql" && isBefore(pass.version, "8.0.29") ? `${columnNamed(change.table, change.column)} is taken out of each of them` : null;
		case "create-index": return "an index is built over all of them";
		case "add-constraint": return change.constraint.notValid || change.constraint.usingIndex ? null : "all of them are read for a constraint";
		case "drop-constraint": return isMysql && change.constraint === "primary-key" ? "all of them are stored anew without their key" : null;
		case "table-option": return change.option === "partition" && /^(?:DROP|ADD|DISCARD|ATTACH|DETACH)\b/i.test(change.text) ? null : `all of them are stored anew (${change.text})`;
		case "write": return change.filtered || change.verb === "insert" ? null : `all of them are ${change.verb}d in one transaction`;
		default: return null;
	}
}
function largeness(pass, { rows, bytes }) {
	const limit = (name) => Number(pass.options[name]);
	if (rows !== null && rows >= limit("rows")) return `${rows.toLocaleString("en-US")} rows`;
	return bytes !== null && bytes >= limit("bytes") ? inBytes(bytes) : null;
}
const UNITS = [
	"bytes",
	"KiB",
	"MiB",
	"GiB",
	"TiB"
];
function inBytes(bytes) {
	const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1);
	return `${String(Math.round(bytes / 1024 ** power))} ${UNITS[power] ?? ""}`;
}

// src/lint/rules/no-many-ddl-in-one-revision.ts
const noManyDdlInOneRevision = {
	id: "no-many-ddl-in-one-revision",
	group: "traps",
	title: "Several schema changes in one revision",
	why: "MySQL and MariaDB cannot take back a schema change. If a later one fails, the earlier ones stay and the version does not move: the next attempt begins at the top and stops at \"already exists\".",
	severity: {
		recommended: "off",
		"add-only": "info",
		strict: "warning"
	},
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [{
			caption: "two columns",
			upgrade: "op.add_column(\"user\", sa.Column(\"a\", sa.Integer()))\nop.add_column(\"user\", sa.Column(\"b\", sa.Integer()))",
			at: "op.add_column(\"user\", sa.Column(\"b\""
		}],
		good: [
			{
				caption: "one",
				upgrade: "op.add_column(\"user\", sa.Column(\"a\", sa.Integer()))"
			},
			{
				caption: "guarded ones",
				upgrade: "op.execute(\"ALTER TABLE user ADD COLUMN IF NOT EXISTS a INT\")\nop.execute(\"ALTER TABLE user ADD COLUMN IF NOT EXISTS b INT\")",
				engines: ["mariadb"]
			},
			{
				caption: "two changes in one statement",
				upgrade: "op.execute(\"ALTER TABLE user ADD a INT, ADD b INT\")"
			}
		]
	},
	check: (pass) => {
		const changes = onExisting(pass, "add-column", "drop-column", "alter-column", "rename-column", "create-index", "drop-index", "add-constraint", "drop-constraint", "drop-table", "rename-table").filter((change) => !isGuarded(change));
		const [first] = changes;
		const second = changes.find((change) => first && !isOneStatement(change, first));
		if (!first || !second) return [];
		return [trouble(second, `If this fails, the change on line ${first.line} stays, because MySQL and MariaDB cannot take it back: the next attempt stops at it with "already exists" or the like.`, "Make a revision of its own of each change, or ask before each whether it was made.")];
	}
};
/** What was seen on the server only is told apart by its line. */
const isOneStatement = (a, b) => a.operation === null && b.operation === null ? a.line === b.line : a.operation === b.operation;
const isGuarded = (effect) => "guarded" in effect && effect.guarded;

// src/lint/rules/no-mixed-expand-contract.ts
/** One revision that adds and removes can be applied neither before nor after the code changes. */
const noMixedExpandContract = {
	id: "no-mixed-expand-contract",
	group: "rolling-deploy",
	title: "One revision adds and removes",
	why: "What is added must be there before the new code starts, what is removed must stay until the old code has ended: no moment suits both.",
	severity: {
		recommended: "off",
		"add-only": "warning",
		strict: "warning"
	},
	statements: true,
	examples: {
		bad: [{
			caption: "a column added, another dropped",
			upgrade: "op.add_column(\"user\", sa.Column(\"a\", sa.Integer(), nullable=True))\nop.drop_column(\"user\", \"b\")",
			at: "op.drop_column"
		}],
		good: [{
			caption: "removing alone",
			upgrade: "op.drop_column(\"user\", \"b\")\nop.drop_table(\"note\")"
		}, {
			caption: "adding alone",
			upgrade: "op.add_column(\"user\", sa.Column(\"a\", sa.Integer(), nullable=True))"
		}]
	},
	check: (pass) => {
		const [removing] = onExisting(pass, "drop-table", "drop-column");
		const adds = changesIn(pass, "upgrade", "create-table", "add-column").length > 0;
		if (removing === void 0 || !adds) return [];
		return [trouble(removing, "This revision both adds and removes: what it adds must be there before the new code starts, what it removes must stay until the old code has ended.", "Move what removes into a revision of a later release.")];
	}
};

// src/revision/python/source.ts
/** From a file's bytes to its text, as Python decodes source files (PEP 263). */
/** An encoding that Python may know and we do not decode. */
var UnknownEncoding = class extends Error {
	name = "UnknownEncoding";
};
const BOM = [
	239,
	187,
	191
];
/** PEP 263's own expression, for a line that holds nothing but a comment. */
const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?$/;
/** Python codecs that WHATWG's decoder reads alike; latin-1 and ASCII are decoded here (WHATWG means cp1252). */
const WHATWG = /* @__PURE__ */ new Map([
	["utf-8", "utf-8"],
	["cp1252", "windows-1252"],
	["windows-1252", "windows-1252"],
	["cp1250", "windows-1250"],
	["windows-1250", "windows-1250"],
	["cp1251", "windows-1251"],
	["windows-1251", "windows-1251"],
	["iso-8859-2", "iso-8859-2"],
	["iso-8859-5", "iso-8859-5"],
	["koi8-r", "koi8-r"],
	["gbk", "gbk"],
	["gb2312", "gbk"],
	["gb18030", "gb18030"],
	["big5", "big5"],
	["euc-jp", "euc-jp"],
	["euc-kr", "euc-kr"],
	["shift-jis", "shift_jis"],
	["cp932", "shift_jis"]
]);
const LATIN = /* @__PURE__ */ new Set([
	"latin-1",
	"latin1",
	"l1",
	"iso-8859-1",
	"iso8859-1",
	"8859",
	"cp819"
]);
const ASCII = /* @__PURE__ */ new Set([
	"ascii",
	"us-ascii",
	"646"
]);
/** Throws PythonSyntaxError (`at` 0) where Python cannot decode the file, and UnknownEncoding where we cannot. */
function decodeSource(bytes) {
	const bom = BOM.every((byte, index) => bytes[index] === byte);
	const content = bom ? bytes.subarray(BOM.length) : bytes;
	if (content.includes(0)) throw new PythonSyntaxError("source code cannot contain null bytes", 0);
	const encoding = declaredEncoding(content) ?? "utf-8";
	if (bom && encoding !== "utf-8") throw new PythonSyntaxError(`a byte order mark contradicts the encoding '${encoding}'`, 0);
	return {
		text: decode(content, encoding),
		encoding,
		bom
	};
}
/** The text of bytes in one of the encodings that `decodeSource` names. */
function decode(bytes, encoding) {
	if (LATIN.has(encoding) || ASCII.has(encoding)) {
		if (ASCII.has(encoding) && bytes.some((byte) => byte > 127)) throw cannotDecode(encoding);
		return Buffer.from(bytes).toString("latin1");
	}
	const label = WHATWG.get(encoding);
	if (label === void 0) throw new UnknownEncoding(`the encoding '${encoding}' is not one that is read here`);
	try {
		return new TextDecoder(label, {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		throw cannotDecode(encoding);
	}
}
function cannotDecode(encoding) {
	return new PythonSyntaxError(`the file is not valid ${encoding} and declares no other encoding`, 0);
}
function declaredEncoding(bytes) {
	if (!bytes.subarray(0, 400).includes(35)) return null;
	const lines = Buffer.from(bytes.subarray(0, 4e3)).toString("latin1").split(/\r\n|\r|\n/, 2);
	for (const line of lines) {
		const name = COOKIE.exec(line)?.[1];
		if (name !== void 0) return normalise(name);
		if (!BLANK.test(line)) return null;
	}
	return null;
}
/** `UTF_8`, `utf8` and `utf-8-unix` are utf-8 (CPython, get_normal_name); otherwise case and `_` do not matter. */
function normalise(name) {
	const plain = name.toLowerCase().replaceAll("_", "-");
	if (plain === "utf8" || plain === "utf-8" || plain.startsWith("utf-8-")) return "utf-8";
	for (const latin of [
		"latin-1",
		"iso-8859-1",
		"iso-latin-1"
	]) if (plain === latin || plain.startsWith(`${latin}-`)) return "latin-1";
	return plain;
}
/** 1-based line of an offset, for any of Python's line endings. */
function lineAt(text, offset) {
	let line = 1;
	for (let at = 0; at < offset && at < text.length; at++) {
		const c = text.charCodeAt(at);
		if (c === 10 || c === 13 && text.charCodeAt(at + 1) !== 10) line++;
	}
	return line;
}

// src/lint/rules/no-online-only-introspection.ts
/** A migration that asks the database what is there cannot be written out as SQL. */
const noOnlineOnlyIntrospection = {
	id: "no-online-only-introspection",
	group: "traps",
	title: "The migration inspects the live database",
	why: "With `--sql` there is no database to ask, and `alembic upgrade --sql` stops here. Where a database administrator applies SQL files, that is the only way to deploy.",
	severity: {
		recommended: "off",
		"add-only": "off",
		strict: "info"
	},
	examples: {
		bad: [{
			caption: "SQLAlchemy’s inspector",
			upgrade: "inspector = sa.inspect(op.get_bind())\nif not inspector.has_table(\"tag\"):\n    op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()))",
			at: "inspector = "
		}, {
			caption: "as older versions have it",
			before: "from sqlalchemy.engine.reflection import Inspector",
			upgrade: "columns = Inspector.from_engine(op.get_bind()).get_columns(\"tag\")",
			at: "columns = "
		}],
		good: [{
			caption: "Alembic’s own guard",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()), if_not_exists=True)"
		}, {
			caption: "another inspect",
			before: "import inspect",
			upgrade: "op.execute(inspect.cleandoc(\"UPDATE tag SET a = 1 WHERE a = 0\"))"
		}]
	},
	check: ({ text }) => {
		if (!/inspect/i.test(text)) return [];
		const calls = [];
		for (const statement of parseModule(text)) walk(statement, (node) => {
			if (node.kind === "call" && isInspection(node)) calls.push(node);
			return true;
		});
		return calls.map((call) => trouble({
			line: lineAt(text, call.from),
			endLine: lineAt(text, call.to - 1),
			span: call
		}, "This asks the live database what is there: `alembic upgrade --sql`, which has none, stops here.", "Decide without asking, or guard it:\nif not op.get_context().as_sql:"));
	}
};
/** `inspect(bind)`, `sa.inspect(bind)`, `Inspector.from_engine(bind)`. */
function isInspection({ callee, args }) {
	if (callee.kind === "name") return callee.name === "inspect" && args.length > 0;
	if (callee.kind !== "attribute" || callee.object.kind !== "name") return false;
	return callee.name === "inspect" && args.length > 0 || callee.name === "from_engine" && callee.object.name === "Inspector";
}

// src/lint/rules/no-operations-in-merge.ts
/** A merge revision is read as "nothing happens here", so nothing should. */
const noOperationsInMerge = {
	id: "no-operations-in-merge",
	group: "history",
	title: "A merge revision changes the schema",
	why: "Nobody looks for a schema change in a merge revision, and one that is regenerated after the base moved loses it.",
	severity: WARNING_ERROR,
	examples: {
		bad: [{
			caption: "an operation",
			downRevision: "(\"a1\", \"a2\")",
			upgrade: "op.drop_index(\"ix\", table_name=\"user\")",
			at: "op.drop_index"
		}],
		good: [{
			caption: "none",
			downRevision: "(\"a1\", \"a2\")"
		}, {
			caption: "an operation in an ordinary revision",
			upgrade: "op.drop_index(\"ix\", table_name=\"user\")"
		}]
	},
	check: (pass) => {
		const [first] = pass.migration.operations;
		if (!isMerge(pass) || !first) return [];
		return [trouble(first, "This merge revision changes something, where reviewers expect that it only joins heads.", "Move the change into a revision of its own on top of the merge.")];
	}
};

// src/lint/rules/no-other-dialect-option.ts
const PREFIX = {
	mysql: ["mysql_", "mariadb_"],
	mariadb: ["mysql_", "mariadb_"],
	postgresql: ["postgresql_"],
	sqlite: ["sqlite_"]
};
const ALL = [
	"mysql_",
	"mariadb_",
	"postgresql_",
	"sqlite_",
	"mssql_",
	"oracle_"
];
const noOtherDialectOption = {
	id: "no-other-dialect-option",
	group: "traps",
	title: "An option for another database",
	why: "SQLAlchemy passes over options of other dialects without a word: `postgresql_concurrently` builds an ordinary, blocking index on MySQL.",
	severity: {
		recommended: "info",
		"add-only": "info",
		strict: ALL_WARNING.strict
	},
	engines: [
		"mysql",
		"mariadb",
		"postgresql"
	],
	examples: {
		bad: [
			{
				caption: "PostgreSQL’s, elsewhere",
				upgrade: "op.create_index(\"ix_a\", \"user\", [\"a\"], postgresql_concurrently=True)",
				at: "op.create_index",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "a condition, without which a unique index forbids more",
				upgrade: "op.create_index(\"ix_a\", \"user\", [\"a\"], unique=True, postgresql_where=sa.text(\"gone IS NULL\"))",
				at: "op.create_index",
				engines: ["mysql", "mariadb"],
				says: "over all rows"
			},
			{
				caption: "MySQL’s, elsewhere",
				upgrade: "op.create_table(\"user\", sa.Column(\"id\", sa.Integer()), mysql_engine=\"InnoDB\")",
				at: "op.create_table",
				engines: ["postgresql"]
			}
		],
		good: [{
			caption: "options for several, this one among them",
			upgrade: "op.create_index(\"ix_a\", \"user\", [\"a\"], postgresql_using=\"btree\", mysql_length=9)"
		}]
	},
	check: ({ changes, engine }) => changes.flatMap((change) => {
		const own = PREFIX[engine ?? ""] ?? [];
		if (change.operation?.kind !== "call") return [];
		const options = Object.keys(change.operation.keywords).filter((name) => ALL.some((prefix) => name.startsWith(prefix)));
		const foreign = options.filter((name) => !own.some((prefix) => name.startsWith(prefix)));
		if (foreign.length === 0 || foreign.length < options.length) return [];
		const list = foreign.map((name) => `\`${name}\``).join(", ");
		return [trouble(change, `${list} ${foreign.length === 1 ? "is an option" : "are options"} of another database: here ${whatComes(change, foreign)}.`, "Remove it, or write what this database has for it.")];
	})
};
/** An index without its condition is another index. */
function whatComes(change, foreign) {
	if (change.kind !== "create-index" || !foreign.some((name) => name.endsWith("_where"))) return "nothing comes of it";
	return change.unique ? "the unique index is over all rows, and refuses values that were to be allowed outside of the condition" : "the index is over all rows";
}

// src/lint/rules/no-partition-change.ts
/** Partitions are moved by copying their rows. */
const noPartitionChange = {
	id: "no-partition-change",
	group: "locks",
	title: "A table’s partitions are changed",
	why: "Adding partitioning, removing it or reorganizing partitions copies rows and blocks writes; dropping, truncating or exchanging a partition takes its rows away at once.",
	severity: WARNING_ERROR,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [{
			caption: "partitions reorganized",
			upgrade: "op.execute(\"ALTER TABLE log REMOVE PARTITIONING\")",
			at: "op.execute"
		}, {
			caption: "a partition dropped",
			upgrade: "op.execute(\"ALTER TABLE log DROP PARTITION p1\")",
			at: "op.execute"
		}],
		good: [{
			caption: "a new table with partitions",
			upgrade: "op.execute(\"CREATE TABLE tag (id INT) PARTITION BY HASH (id) PARTITIONS 4\")"
		}]
	},
	check: (pass) => onExisting(pass, "table-option").filter(({ option }) => option === "partition").map((change) => trouble(change, `The partitions of ${named(change.table)} change: ${harm$1(change.text)}.`, "Do it outside of the migration, when nobody writes, or with an online schema-change tool."))
};
/** By the action's first word, as the servers' manuals tell them apart. */
function harm$1(action) {
	if (/^(?:DROP|TRUNCATE|DISCARD)\b/i.test(action)) return "what goes takes its rows along, for good";
	if (/^(?:PARTITION|REMOVE|REORGANIZE|COALESCE|REBUILD)\b/i.test(action)) return "rows are copied, and writes to the table wait meanwhile";
	return "rows may be copied, of a table by HASH or KEY all of them, and writes to it may wait meanwhile";
}

// src/lint/rules/no-prefix-redundant-index.ts
/** An index over (a) beside one over (a, b) answers nothing that the longer one does not. */
const noPrefixRedundantIndex = {
	id: "no-prefix-redundant-index",
	group: "hygiene",
	title: "An index whose columns another one begins with",
	why: "Whatever the shorter index finds, the longer one finds as well, and every write keeps both. A unique index is another matter: it forbids what the longer one allows.",
	severity: ALL_OFF,
	statements: true,
	examples: {
		bad: [{
			caption: "the shorter one first",
			upgrade: "op.create_index(\"ix_a\", \"user\", [\"a\"])\nop.create_index(\"ix_ab\", \"user\", [\"a\", \"b\"])",
			at: "op.create_index(\"ix_a\","
		}, {
			caption: "the beginning of the primary key",
			upgrade: "op.create_table(\"user_tag\", sa.Column(\"user\", sa.Integer()), sa.Column(\"tag\", sa.Integer()), sa.PrimaryKeyConstraint(\"user\", \"tag\"))\nop.create_index(\"ix_user\", \"user_tag\", [\"user\"])",
			at: "op.create_index"
		}],
		good: [{
			caption: "the end of another one",
			upgrade: "op.create_index(\"ix_b\", \"user\", [\"b\"])\nop.create_index(\"ix_ab\", \"user\", [\"a\", \"b\"])"
		}, {
			caption: "a unique one",
			upgrade: "op.create_index(\"ix_a\", \"user\", [\"a\"], unique=True)\nop.create_index(\"ix_ab\", \"user\", [\"a\", \"b\"])"
		}]
	},
	check: (pass) => {
		const made = madeIndexes(pass);
		return made.flatMap((index) => {
			const longer = made.find(({ table, columns }) => key(table) === key(index.table) && columns.length > index.columns.length && startsWith$1(columns, index.columns));
			if (index.unique || !longer) return [];
			return [trouble(index.change, `The index over (${index.columns.join(", ")}) of ${named(index.table)} is the beginning of ${indexNamed(longer)}, over (${longer.columns.join(", ")}): every write to the table keeps both, and no query needs the shorter one.`, "Leave out the shorter one.")];
		});
	}
};

// src/lint/rules/no-primary-key-change.ts
/** InnoDB stores rows by their primary key, so another key is another table. */
const noPrimaryKeyChange = {
	id: "no-primary-key-change",
	group: "locks",
	title: "The primary key of a table that exists is changed",
	why: "InnoDB stores the rows in the order of the primary key: adding or dropping it rebuilds the table and every index. Dropping it alone cannot be done online at all.",
	severity: WARNING_ERROR,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [{
			caption: "dropped",
			upgrade: "op.drop_constraint(\"PRIMARY\", \"user\", type_=\"primary\")",
			at: "op.drop_constraint"
		}, {
			caption: "added in raw SQL",
			upgrade: "op.execute(\"ALTER TABLE user ADD PRIMARY KEY (id)\")",
			at: "op.execute"
		}],
		good: [{
			caption: "of a table of this pull request",
			upgrade: "op.execute(\"CREATE TABLE tag (id INT)\")\nop.create_primary_key(\"pk\", \"tag\", [\"id\"])"
		}, {
			caption: "another key",
			upgrade: "op.execute(\"ALTER TABLE user ADD UNIQUE (mail)\")"
		}]
	},
	check: (pass) => onExisting(pass, "add-constraint", "drop-constraint").filter((change) => (change.kind === "add-constraint" ? change.constraint.kind : change.constraint) === "primary-key").map((change) => trouble(change, `The primary key of ${named(change.table)} changes: the server rebuilds the table with all its indexes, and writes to it may wait for its whole length.`, "Drop and add the key in one ALTER TABLE, and run it with an online schema-change tool."))
};

// src/lint/rules/no-rename-column.ts
/** A renamed column is a missing column to the code that still runs. */
const noRenameColumn = {
	id: "no-rename-column",
	group: "data-loss",
	title: "A column that exists is renamed",
	why: "SQLAlchemy names every mapped column in its statements. From the rename to the end of the deploy, every query of the table by an instance of the old code fails.",
	recipe: [
		{
			does: "Add the new column, nullable, and write both from the code.",
			migration: "op.add_column(\"user\", sa.Column(\"full_name\", sa.String(50), nullable=True))"
		},
		{ does: "Fill the new column in batches, outside of the migration, and read it alone." },
		{
			does: "Drop the old column, when no instance of the release before it runs any more.",
			migration: "op.drop_column(\"user\", \"name\")"
		}
	],
	severity: ALL_ERROR,
	statements: true,
	examples: {
		bad: [
			{
				caption: "with Alembic",
				upgrade: "op.alter_column(\"user\", \"name\", new_column_name=\"full_name\", existing_type=sa.String(50), existing_nullable=True)",
				at: "op.alter_column"
			},
			{
				caption: "in raw SQL",
				upgrade: "op.execute(\"ALTER TABLE user RENAME COLUMN name TO full_name\")",
				at: "op.execute"
			},
			{
				caption: "with CHANGE",
				upgrade: "op.execute(\"ALTER TABLE user CHANGE name full_name VARCHAR(50)\")",
				at: "op.execute",
				engines: ["mysql", "mariadb"]
			}
		],
		good: [{
			caption: "CHANGE that keeps the name",
			upgrade: "op.execute(\"ALTER TABLE user CHANGE name name VARCHAR(50)\")",
			engines: ["mysql", "mariadb"]
		}]
	},
	check: (pass) => onExisting(pass, "rename-column").filter((change) => pass.facts.newColumn(change, change.column) === null).map((change) => trouble(change, `Renaming ${columnNamed(change.table, change.column)} to ${named(change.to)} breaks old code at once: until the deploy ends every statement it sends for the table names the old column and fails.`, `Keep the column and give the attribute its new name in the model alone:\n${change.to ?? "new_name"} = mapped_column(${JSON.stringify(change.column ?? "old_name")}, …)`))
};

// src/lint/rules/no-rename-table.ts
/** A renamed table is a missing table to the code that still runs. */
const noRenameTable = {
	id: "no-rename-table",
	group: "data-loss",
	title: "A table that exists is renamed",
	why: "Between the upgrade and the end of the deploy, instances of the old code ask for the old name and fail. A view under the old name, made in the same revision, keeps them running.",
	recipe: [{
		does: "Rename the table and leave a view under the old name, which the old code reads and writes.",
		migration: "op.rename_table(\"user\", \"account\")\nop.execute(\"CREATE VIEW user AS SELECT * FROM account\")"
	}, {
		does: "Drop the view, when no instance of the release before it runs any more.",
		migration: "op.execute(\"DROP VIEW user\")"
	}],
	severity: ALL_ERROR,
	statements: true,
	examples: {
		bad: [
			{
				caption: "with Alembic",
				upgrade: "op.rename_table(\"user\", \"account\")",
				at: "op.rename_table"
			},
			{
				caption: "and another is made under its name",
				upgrade: "op.rename_table(\"file\", \"file_version\")\nop.create_table(\"file\", sa.Column(\"id\", sa.Integer(), primary_key=True))",
				at: "op.rename_table",
				says: "finds another table there"
			},
			{
				caption: "whose name is computed",
				upgrade: "op.rename_table(old_name(), new_name())",
				at: "op.rename_table",
				says: "Renaming a table, whose name is computed here,"
			},
			{
				caption: "in raw SQL",
				upgrade: "op.execute(\"ALTER TABLE user RENAME TO account\")",
				at: "op.execute"
			}
		],
		good: [
			{
				caption: "with a view under the old name",
				upgrade: "op.rename_table(\"user\", \"account\")\nop.execute(\"CREATE VIEW user AS SELECT * FROM account\")"
			},
			{
				caption: "a copy that takes the table’s place",
				upgrade: "op.execute(\"RENAME TABLE user TO user_old, user_copy TO user\")",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "an index",
				upgrade: "op.execute(\"ALTER TABLE user RENAME INDEX a TO b\")",
				engines: ["mysql", "mariadb"]
			}
		]
	},
	check: (pass) => {
		const hasView = changesIn(pass, "upgrade", "other").some(({ statement }) => statement === "CREATE VIEW");
		const renames = onExisting(pass, "rename-table");
		const isSwap = (one) => renames.some((other) => sameName(other.to, one.table) || sameName(other.table, one.to));
		return (hasView ? [] : renames.filter((one) => !isSwap(one))).map((change) => trouble(change, `Renaming ${renamed(change)} breaks old code at once: until the deploy ends it asks for the old name and ${pass.facts.isReplaced(change) ? "finds another table there" : "fails"}.`, "Keep the name and map it in the model with __tablename__, or leave a view under the old name in this revision."));
	}
};
const renamed = ({ table, to }) => table === null ? "a table, whose name is computed here," : `table ${named(table)}${to === null ? "" : ` to ${named(to)}`}`;

// src/lint/rules/no-repeated-alter.ts
/** Each ALTER of a table may rebuild it, and two take twice as long as one. */
const noRepeatedAlter = {
	id: "no-repeated-alter",
	group: "locks",
	title: "One table is altered several times",
	why: "Each ALTER waits for its own lock, and each that rebuilds the table does so with all its rows. MySQL and MariaDB take several changes in one statement; the replicas follow one by one.",
	severity: {
		recommended: "info",
		"add-only": "info",
		strict: "warning"
	},
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [{
			caption: "two columns of one table",
			upgrade: "op.add_column(\"note\", sa.Column(\"a\", sa.Integer()))\nop.add_column(\"note\", sa.Column(\"b\", sa.Integer()))",
			at: "op.add_column(\"note\", sa.Column(\"b\""
		}],
		good: [{
			caption: "one statement",
			upgrade: "op.execute(\"ALTER TABLE note ADD a INT, ADD b INT\")"
		}, {
			caption: "two tables, and a new one",
			upgrade: "op.add_column(\"note\", sa.Column(\"a\", sa.Integer()))\nop.add_column(\"user\", sa.Column(\"a\", sa.Integer()))\nop.create_table(\"tag\", sa.Column(\"id\", sa.Integer()))\nop.create_index(\"a\", \"tag\", [\"id\"])\nop.create_index(\"b\", \"tag\", [\"id\"])"
		}]
	},
	check: (pass) => {
		const changes = onExisting(pass, ...[
			"add-column",
			"drop-column",
			"alter-column",
			"rename-column",
			"create-index"
		], ...[
			"drop-index",
			"add-constraint",
			"drop-constraint",
			"table-option"
		]);
		const said = /* @__PURE__ */ new Set();
		return changes.flatMap((change, at) => {
			const { table } = change;
			if (table === null || said.has(key(table))) return [];
			const first = changes.slice(0, at).find((other) => other.table !== null && key(other.table) === key(table) && !isOne(other, change));
			if (!first) return [];
			said.add(key(table));
			return [trouble(change, `Table ${named(table)} is altered here and on line ${first.line}: each statement waits for the table’s lock again, and may rebuild it again.`, `Make it one statement:\nop.execute("ALTER TABLE ${table} ADD COLUMN …, ADD COLUMN …")`)];
		});
	}
};
/** Whether two changes come of one statement. */
const isOne = (a, b) => a.operation === null ? a.line === b.line : a.operation === b.operation;

// src/lint/new-names.ts
/** In the order of the changes; names that are computed or that the server makes up are left out. */
function newNames(pass) {
	return changesIn(pass, "upgrade", ...[
		"create-table",
		"add-column",
		"create-index",
		"add-constraint"
	], "rename-table", "rename-column").flatMap((change) => namesIn(change).flatMap(([sort, name]) => name === null ? [] : [{
		sort,
		name,
		change
	}]));
}
function namesIn(change) {
	switch (change.kind) {
		case "create-table": return [
			["table", bare(change.table)],
			...change.columns.map(({ name }) => ["column", name]),
			...change.indexes.map(({ name }) => ["index", name]),
			...change.constraints.map(({ name }) => ["constraint", name])
		];
		case "add-column": return [["column", change.column.name]];
		case "create-index": return [["index", change.name]];
		case "add-constraint": return [["constraint", change.constraint.name]];
		case "rename-table": return [["table", bare(change.to)]];
		case "rename-column": return [["column", change.to]];
		default: return [];
	}
}
/** Without its schema. */
const bare = (name) => name === null ? null : name.slice(name.lastIndexOf(".") + 1);

// src/lint/reserved-words.ts
const words = (text) => new Set(text.trim().split(/\s+/));
const BOTH = `
accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade case change
char character check collate column condition constraint continue convert create cross current_date current_time
current_timestamp current_user cursor database databases day_hour day_microsecond day_minute day_second dec decimal declare
default delayed delete desc describe deterministic distinct distinctrow div double drop dual each else elseif enclosed
escaped except exists exit explain false fetch float float4 float8 for force foreign from fulltext grant group having
high_priority hour_microsecond hour_minute hour_second if ignore in index infile inner inout insensitive insert int int1
int2 int3 int4 int8 integer intersect interval into is iterate join key keys kill leading leave left like limit linear
lines load localtime localtimestamp lock long longblob longtext loop low_priority match maxvalue mediumblob mediumint
mediumtext middleint minute_microsecond minute_second mod modifies natural not no_write_to_binlog null numeric on optimize
option optionally or order out outer outfile over partition precision primary procedure purge range read reads read_write
real recursive references regexp release rename repeat replace require resignal restrict return revoke right rlike row_number
rows schema schemas second_microsecond select sensitive separator set show signal smallint spatial specific sql sqlexception
sqlstate sqlwarning sql_big_result sql_calc_found_rows sql_small_result ssl starting straight_join table terminated then
tinyblob tinyint tinytext to trailing trigger true undo union unique unlock unsigned update usage use using utc_date utc_time
utc_timestamp values varbinary varchar varcharacter varying when where while window with write xor year_month zerofill`;
const WORDS = {
	mysql: words(BOTH + `
cube cume_dist dense_rank empty first_value function generated get grouping groups io_after_gtids io_before_gtids json_table
lag last_value lateral lead manual master_bind master_ssl_verify_server_cert nth_value ntile of optimizer_costs parallel
percent_rank qualify rank row stored system tablesample virtual`),
	mariadb: words(BOTH + `
current_role delete_domain_id do_domain_ids ignore_domain_ids offset page_checksum parse_vcol_expr position ref_system_id
returning stats_auto_recalc stats_persistent stats_sample_pages`),
	postgresql: words(`
all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
concurrently constraint create cross current_catalog current_date current_role current_schema current_time
current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full
grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime
localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning right
select session_user similar some symmetric system_user table tablesample then to trailing true union unique user using
variadic verbose when where window with`)
};
const isReserved = (name, engine) => WORDS[engine]?.has(name.toLowerCase()) === true;

// src/lint/rules/no-reserved-word.ts
/** A column called `order` works until somebody writes SQL by hand. */
const noReservedWord = {
	id: "no-reserved-word",
	group: "hygiene",
	title: "A table or column is named with a reserved word",
	why: "SQLAlchemy quotes it. Raw SQL in a migration, a report or a shell does not, and stops with a syntax error that does not say why.",
	severity: ALL_OFF,
	engines: [
		"mysql",
		"mariadb",
		"postgresql"
	],
	statements: true,
	examples: {
		bad: [
			{
				caption: "a column",
				upgrade: "op.add_column(\"note\", sa.Column(\"order\", sa.Integer()))",
				at: "op.add_column"
			},
			{
				caption: "a table",
				upgrade: "op.create_table(\"user\", sa.Column(\"id\", sa.Integer()))",
				at: "op.create_table",
				engines: ["postgresql"]
			},
			{
				caption: "a word of MySQL 8 and later",
				upgrade: "op.alter_column(\"note\", \"place\", new_column_name=\"rank\", existing_type=sa.Integer())",
				at: "op.alter_column",
				engines: ["mysql"]
			}
		],
		good: [{
			caption: "words that only look alike",
			upgrade: "op.add_column(\"note\", sa.Column(\"sort_order\", sa.Integer()))"
		}, {
			caption: "not reserved here",
			upgrade: "op.create_table(\"user\", sa.Column(\"status\", sa.Integer()))",
			engines: ["mysql", "mariadb"]
		}]
	},
	check: (pass) => {
		const { engine } = pass;
		if (engine === null) return [];
		return newNames(pass).filter(({ sort, name }) => (sort === "table" || sort === "column") && isReserved(name, engine)).map(({ sort, name, change }) => trouble(change, `The ${sort} name \`${name}\` is a reserved word: every SQL statement that is written by hand and does not quote it stops with a syntax error.`, "Take another name."));
	}
};

// src/lint/rules/no-set-not-null.ts
/** A column that becomes NOT NULL refuses the NULLs that are there and those that old code still writes. */
const noSetNotNull = {
	id: "no-set-not-null",
	group: "rolling-deploy",
	title: "A column becomes NOT NULL",
	why: "The upgrade fails, or changes values, where a row holds NULL. Old code that still runs may write NULL until the deploy ends, and fails from then on. PostgreSQL reads the whole table under a lock that stops every reader and writer.",
	recipe: [
		{
			does: "Release code that always writes the column, and give it a server default for whoever does not.",
			migration: "op.alter_column(\"user\", \"name\", server_default=\"\", existing_type=sa.String(9), existing_nullable=True)"
		},
		{
			does: "Fill the NULLs in batches, outside of the migration. On PostgreSQL let a constraint look, which keeps nobody out.",
			migration: "op.execute(\"ALTER TABLE user ADD CONSTRAINT user_name_set CHECK (name IS NOT NULL) NOT VALID\")\nop.execute(\"ALTER TABLE user VALIDATE CONSTRAINT user_name_set\")"
		},
		{
			does: "Make it NOT NULL; PostgreSQL believes the constraint and reads no row.",
			migration: "op.alter_column(\"user\", \"name\", nullable=False, existing_type=sa.String(9), existing_server_default=\"\")"
		}
	],
	severity: WARNING_ERROR,
	statements: true,
	examples: {
		bad: [{
			caption: "with Alembic",
			upgrade: "op.alter_column(\"user\", \"name\", existing_type=sa.String(9), nullable=False)",
			at: "op.alter_column"
		}, {
			caption: "in raw SQL",
			upgrade: "op.execute(\"ALTER TABLE user ALTER COLUMN name SET NOT NULL\")",
			at: "op.execute",
			engines: ["postgresql"]
		}],
		good: [
			{
				caption: "a column that was NOT NULL before",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.Text(), existing_type=sa.String(9), existing_nullable=False, nullable=False)"
			},
			{
				caption: "a column of this pull request that has a server default",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), server_default=\"guest\", nullable=True))\nop.alter_column(\"user\", \"role\", existing_type=sa.String(9), nullable=False)"
			},
			{
				caption: "MODIFY, which says the whole column again",
				upgrade: "op.execute(\"ALTER TABLE user MODIFY name VARCHAR(20) NOT NULL\")",
				engines: ["mysql", "mariadb"]
			}
		]
	},
	check: (pass) => onExisting(pass, "alter-column").flatMap((change) => {
		const { from, to, restated, table, column } = change;
		const wasSo = from.nullable === false || to.type !== void 0 && from.nullable === void 0;
		if (to.nullable !== false || wasSo || restated && from.nullable === void 0) return [];
		if (pass.facts.newColumn(change, column)?.serverDefault === true) return [];
		return [trouble(change, `${columnNamed(table, column)} becomes NOT NULL: the upgrade fails on a row that holds NULL, and old code that still runs and ${to.serverDefault === "set" || from.serverDefault === "set" ? "writes NULL" : "leaves it out"} fails from then on.`, `First release code that always writes it and fill the NULLs; make it NOT NULL in the release after that:\nop.execute("UPDATE ${table ?? "…"} SET ${column ?? "…"} = … WHERE ${column ?? "…"} IS NULL")`)];
	})
};

// src/lint/rules/no-small-primary-key.ts
/** A key that runs out stops every INSERT at once. */
const SMALL = /* @__PURE__ */ new Set([
	"tinyint",
	"smallint",
	"mediumint",
	"int",
	"serial",
	"smallserial"
]);
const noSmallPrimaryKey = {
	id: "no-small-primary-key",
	group: "hygiene",
	title: "A new table whose key is smaller than BIGINT",
	why: "An INT ends at 2,147,483,647. From then on every INSERT fails, and making the key larger rebuilds the table and those that refer to it.",
	severity: ALL_OFF,
	statements: true,
	examples: {
		bad: [{
			caption: "an integer",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer(), primary_key=True))",
			at: "op.create_table"
		}, {
			caption: "by a constraint",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()), sa.PrimaryKeyConstraint(\"id\"))",
			at: "op.create_table"
		}],
		good: [
			{
				caption: "a big integer, and a key that is no number",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.BigInteger(), primary_key=True))\nop.create_table(\"label\", sa.Column(\"code\", sa.String(9), primary_key=True))"
			},
			{
				caption: "a key that is another table’s, whose type it must have",
				upgrade: "op.create_table(\"admin\", sa.Column(\"id\", sa.Integer(), nullable=False), sa.ForeignKeyConstraint([\"id\"], [\"user.id\"]), sa.PrimaryKeyConstraint(\"id\"))"
			},
			{
				caption: "a temporary table",
				upgrade: "op.execute(\"CREATE TEMPORARY TABLE work (id INT PRIMARY KEY)\")"
			},
			{
				caption: "a key of two columns",
				upgrade: "op.create_table(\"tag\", sa.Column(\"a\", sa.Integer(), primary_key=True), sa.Column(\"b\", sa.Integer(), primary_key=True))"
			}
		]
	},
	check: (pass) => changesIn(pass, "upgrade", "create-table").flatMap((change) => {
		const [column, ...more] = keyColumns(change);
		if (!column?.type || more.length > 0 || !SMALL.has(column.type.name)) return [];
		if (change.temporary || refers(change, column)) return [];
		return [trouble(change, `The key ${columnNamed(change.table, column.name)} is ${typeText(column.type)}: when it runs out, every INSERT fails until the table has been rebuilt.`, "Use a BIGINT:\nsa.Column(\"id\", sa.BigInteger(), primary_key=True)")];
	})
};
/** What points at another table has the type that is there. */
const refers = ({ constraints }, { name, references }) => references !== null || constraints.some(({ kind, columns }) => kind === "foreign-key" && columns?.includes(name ?? "") === true);
function keyColumns({ columns, constraints }) {
	const names = constraints.find(({ kind }) => kind === "primary-key")?.columns ?? [];
	return columns.filter(({ primaryKey, name }) => primaryKey || name !== null && names.includes(name));
}

// src/lint/rules/no-stored-generated-column.ts
/** A stored generated column is computed for every row before anybody may write again. */
const noStoredGeneratedColumn = {
	id: "no-stored-generated-column",
	group: "locks",
	title: "A stored generated column is added to a table that exists",
	why: "Its value is computed and written for every row: the server copies the table and blocks writes meanwhile. A virtual column is added at once.",
	severity: WARNING_ERROR,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [{
			caption: "with SQLAlchemy",
			upgrade: "op.add_column(\"user\", sa.Column(\"n\", sa.Integer(), sa.Computed(\"a + 1\", persisted=True)))",
			at: "op.add_column"
		}, {
			caption: "in raw SQL",
			upgrade: "op.execute(\"ALTER TABLE user ADD n INT GENERATED ALWAYS AS (a + 1) STORED\")",
			at: "op.execute"
		}],
		good: [{
			caption: "a virtual one",
			upgrade: "op.execute(\"ALTER TABLE user ADD n INT GENERATED ALWAYS AS (a + 1) VIRTUAL\")"
		}]
	},
	check: (pass) => onExisting(pass, "add-column").filter(({ column }) => column.generated === "stored").map((change) => trouble(change, `${columnNamed(change.table, change.column.name)} is computed and stored for every row: the table is copied, and writes to it wait for its whole length.`, "Make it VIRTUAL (persisted=False), and index it if it is searched."))
};

// src/lint/rules/no-table-rebuild.ts
const noTableRebuild = {
	id: "no-table-rebuild",
	group: "locks",
	title: "The server rebuilds a table with all its rows",
	why: "It takes as long as the table is large, and where the server copies or rewrites the table, everybody who writes to it waits meanwhile. Asked of a real server where one ran (MySQL and MariaDB: whether only ALGORITHM=COPY is accepted; PostgreSQL: whether the table has a new file); read from the source otherwise, as far as it says what the column was before. Primary keys, engines, partitions, character sets and generated columns have rules of their own.",
	recipe: [
		{
			does: "Add a column of the new type, nullable, and write both from the code.",
			migration: "op.add_column(\"user\", sa.Column(\"n_big\", sa.BigInteger(), nullable=True))"
		},
		{ does: "Fill it in batches, outside of the migration, and read it alone." },
		{
			does: "Drop the old column, when no instance of the release before it runs any more.",
			migration: "op.drop_column(\"user\", \"n\")"
		}
	],
	severity: WARNING_ERROR,
	engines: [
		"mysql",
		"mariadb",
		"postgresql"
	],
	examples: {
		bad: [
			{
				caption: "a larger number",
				upgrade: "op.alter_column(\"user\", \"n\", type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False)",
				at: "op.alter_column"
			},
			{
				caption: "a text without a limit",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.Text(), existing_type=sa.String(50), existing_nullable=True)",
				at: "op.alter_column",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "a default that differs for each row",
				upgrade: "op.add_column(\"user\", sa.Column(\"token\", sa.Uuid(), server_default=sa.text(\"gen_random_uuid()\"), nullable=False))",
				at: "op.add_column",
				engines: ["postgresql"]
			},
			{
				caption: "a row format",
				upgrade: "op.execute(\"ALTER TABLE user ROW_FORMAT=COMPRESSED\")",
				at: "op.execute",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "a table that is logged from now on",
				upgrade: "op.execute(\"ALTER TABLE log SET LOGGED\")",
				at: "op.execute",
				engines: ["postgresql"]
			}
		],
		good: [
			{
				caption: "texts, which PostgreSQL stores alike",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.Text(), existing_type=sa.String(50), existing_nullable=True)",
				engines: ["postgresql"]
			},
			{
				caption: "a display width, and a number of the same kind",
				upgrade: "op.alter_column(\"user\", \"n\", type_=sa.Integer(), existing_type=mysql.INTEGER(display_width=11), existing_nullable=False)",
				before: "from sqlalchemy.dialects import mysql"
			},
			{
				caption: "a type before it that nobody says",
				upgrade: "op.alter_column(\"user\", \"n\", type_=sa.BigInteger(), existing_nullable=False)"
			},
			{
				caption: "a column of this pull request",
				upgrade: "op.add_column(\"user\", sa.Column(\"n\", sa.Integer(), nullable=True))\nop.alter_column(\"user\", \"n\", type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=True)"
			},
			{
				caption: "a default that is the same for all rows",
				upgrade: "op.add_column(\"user\", sa.Column(\"seen\", sa.DateTime(), server_default=sa.text(\"now()\"), nullable=False))"
			}
		]
	},
	check: (pass) => pass.engine === null ? [] : [
		...types(pass, pass.engine),
		...filled(pass),
		...options(pass)
	]
};
const CURE$2 = "Add a new column or table beside it, fill it in batches and switch over, or make the change with an online schema-change tool.";
/** What the servers do meanwhile. */
const harm = (engine) => engine === "postgresql" ? "the table and its indexes are rewritten, and everybody who reads or writes it waits for its whole length" : "the table is copied with all its rows, and writes to it wait for its whole length";
const types = (pass, engine) => onExisting(pass, "alter-column").flatMap((change) => {
	const { from, to, table, column } = change;
	if (!from.type || !to.type || !rewritesTable(from.type, to.type, engine)) return [];
	if (pass.facts.newColumn(change, column) !== null) return [];
	return [trouble(change, `${columnNamed(table, column)} changes from ${typeText(from.type)} to ${typeText(to.type)}: ${harm(engine)}.`, CURE$2)];
});
const filled = (pass) => pass.engine !== "postgresql" ? [] : onExisting(pass, "add-column").flatMap((change) => {
	const why = filledByPostgresql(change.column);
	if (why === null) return [];
	return [trouble(change, `${columnNamed(change.table, change.column.name)} ${why}: ${harm("postgresql")}.`, "Add it without the default, set the default for rows to come, and fill it in batches.")];
});
/** MySQL and MariaDB let others write meanwhile. */
const options = (pass) => onExisting(pass, "table-option").filter(({ option }) => option === "rewrite").map((change) => trouble(change, pass.engine === "postgresql" ? `${named(change.table)}: with ${change.text} ${harm("postgresql")}.` : `${named(change.table)} is rebuilt with all its rows by ${change.text}, for as long as it is large; replicas do the same after it.`, CURE$2));

// src/lint/rules/no-timestamp-2038.ts
/** MySQL's TIMESTAMP ends on 19 January 2038, MariaDB's did so before 11.5. */
const noTimestamp2038 = {
	id: "no-timestamp-2038",
	group: "hygiene",
	title: "A new TIMESTAMP column on MySQL or MariaDB",
	why: "MySQL’s TIMESTAMP and MariaDB’s before 11.5 hold no moment after 2038-01-19 03:14:07 UTC: later dates (an expiry, a contract’s end) are refused today.",
	severity: ALL_OFF,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [
			{
				caption: "in a new table",
				upgrade: "op.create_table(\"tag\", sa.Column(\"until\", sa.TIMESTAMP(), nullable=True))",
				at: "op.create_table"
			},
			{
				caption: "added",
				upgrade: "op.execute(\"ALTER TABLE tag ADD until TIMESTAMP NULL\")",
				at: "op.execute"
			},
			{
				caption: "on MariaDB 10.11",
				upgrade: "op.add_column(\"tag\", sa.Column(\"until\", sa.TIMESTAMP(), nullable=True))",
				at: "op.add_column",
				engines: ["mariadb"],
				version: "10.11.6"
			}
		],
		good: [{
			caption: "DATETIME",
			upgrade: "op.create_table(\"tag\", sa.Column(\"until\", sa.DateTime(), nullable=True))"
		}, {
			caption: "on MariaDB 11.8, where it ends in 2106",
			upgrade: "op.add_column(\"tag\", sa.Column(\"until\", sa.TIMESTAMP(), nullable=True))",
			engines: ["mariadb"],
			version: "11.8.2"
		}]
	},
	check: (pass) => (goesFurther(pass) ? [] : changesIn(pass, "upgrade", "create-table", "add-column")).flatMap((change) => (change.kind === "create-table" ? change.columns : [change.column]).filter(({ type }) => type?.name === "timestamp").map(({ name }) => trouble(change, `${columnNamed(change.table, name)} is a TIMESTAMP, which holds no moment after 2038-01-19: later dates are refused.`, "Use DATETIME:\nsa.DateTime()")))
};
const goesFurther = ({ engine, version }) => engine === "mariadb" && version !== null && !isBefore(version, "11.5");

// src/lint/rules/no-truncate.ts
/** TRUNCATE empties a table, and on MySQL no transaction brings it back. */
const noTruncate = {
	id: "no-truncate",
	group: "data-loss",
	title: "A table that exists is emptied",
	why: "Every row is gone, on every database that is upgraded. TRUNCATE fires no triggers, and commits at once on MySQL and MariaDB.",
	severity: ALL_ERROR,
	statements: true,
	examples: {
		bad: [{
			caption: "in raw SQL",
			upgrade: "op.execute(\"TRUNCATE TABLE audit\")",
			at: "op.execute"
		}],
		good: [{
			caption: "a table of this pull request",
			upgrade: "op.execute(\"CREATE TABLE work (id INT)\")\nop.execute(\"TRUNCATE work\")"
		}]
	},
	check: (pass) => onExisting(pass, "truncate").map((change) => trouble(change, `TRUNCATE destroys every row of ${named(change.table)}, on every database that is upgraded, and no downgrade brings them back.`, "Delete by a condition, in batches, outside of the migration, or say in an accepted finding why the rows are worthless."))
};

// src/lint/rules/no-type-narrowing.ts
/** A column that holds less than before cuts values, or the upgrade fails on the first that does not fit. */
const noTypeNarrowing = {
	id: "no-type-narrowing",
	group: "data-loss",
	title: "A column’s type is made to hold less",
	why: "With a strict SQL mode the upgrade fails on the first value that does not fit; without one the value is cut. An empty test database shows neither.",
	recipe: [
		{ does: "Let the code refuse what will not fit, and count what is there already." },
		{
			does: "Add a column of the new type, write both, and fill it in batches.",
			migration: "op.add_column(\"user\", sa.Column(\"name_short\", sa.String(20), nullable=True))"
		},
		{ does: "Read the new column alone." },
		{
			does: "Drop the old one, when no instance of the release before it runs any more.",
			migration: "op.drop_column(\"user\", \"name\")"
		}
	],
	severity: ALL_ERROR,
	statements: true,
	examples: {
		bad: [
			{
				caption: "in raw SQL, as information unless a database tells what the column was",
				upgrade: "op.execute(\"ALTER TABLE user MODIFY name VARCHAR(20)\")",
				at: "op.execute",
				engines: ["mysql", "mariadb"],
				says: "is not known"
			},
			{
				caption: "a shorter string",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.String(20), existing_type=sa.String(length=50), existing_nullable=True)",
				at: "op.alter_column"
			},
			{
				caption: "a smaller number",
				upgrade: "op.alter_column(\"user\", \"n\", type_=sa.SmallInteger(), existing_type=sa.BigInteger(), existing_nullable=False)",
				at: "op.alter_column"
			},
			{
				caption: "fewer digits after the point",
				upgrade: "op.alter_column(\"invoice\", \"sum\", type_=sa.Numeric(10, 2), existing_type=sa.Numeric(12, 4), existing_nullable=False)",
				at: "op.alter_column",
				says: "rounds every such row without a word"
			},
			{
				caption: "a narrower character set",
				upgrade: "op.alter_column(\"user\", \"name\", type_=mysql.VARCHAR(50, charset=\"latin1\"), existing_type=mysql.VARCHAR(50, charset=\"utf8mb4\"), existing_nullable=True)",
				before: "from sqlalchemy.dialects import mysql",
				at: "op.alter_column",
				engines: ["mysql", "mariadb"],
				says: "characters of utf8mb4 that latin1 lacks"
			},
			{
				caption: "a narrower one by its collation",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.String(50, collation=\"utf8mb3_bin\"), existing_type=sa.String(50, collation=\"utf8mb4_bin\"), existing_nullable=True)",
				at: "op.alter_column",
				engines: ["mysql", "mariadb"],
				says: "characters of utf8mb4 that utf8mb3 lacks"
			},
			{
				caption: "one for the whole table, as information unless a database tells what its texts have",
				upgrade: "op.execute(\"ALTER TABLE user CONVERT TO CHARACTER SET latin1\")",
				at: "op.execute",
				engines: ["mysql", "mariadb"],
				says: "is not known"
			}
		],
		good: [
			{
				caption: "a longer string",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.String(50), existing_type=sa.String(20), existing_nullable=True)"
			},
			{
				caption: "a type that the gate does not know",
				upgrade: "op.alter_column(\"user\", \"n\", type_=MyType(), existing_type=sa.String(9), existing_nullable=True)"
			},
			{
				caption: "a wider character set",
				upgrade: "op.alter_column(\"user\", \"name\", type_=mysql.VARCHAR(50, charset=\"utf8mb4\"), existing_type=mysql.VARCHAR(50, charset=\"latin1\"), existing_nullable=True)\nop.execute(\"ALTER TABLE note CONVERT TO CHARACTER SET utf8mb4\")",
				before: "from sqlalchemy.dialects import mysql",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "another collation of one character set",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.String(50, collation=\"utf8mb4_bin\"), existing_type=sa.String(50, collation=\"utf8mb4_general_ci\"), existing_nullable=True)",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "the way back of a longer string",
				upgrade: "op.alter_column(\"user\", \"n\", type_=sa.String(50), existing_type=sa.String(20), existing_nullable=True)",
				downgrade: "op.alter_column(\"user\", \"n\", type_=sa.String(20), existing_type=sa.String(50), existing_nullable=True)"
			}
		]
	},
	check: (pass) => [...columns(pass), ...tables(pass)]
};
const CURE$1 = "Keep the wider type and check the limit in the application, or first make sure in a release of its own that no row exceeds it.";
const ASK = "Let the gate run the migration on a database, or look the column up.";
const columns = (pass) => onExisting(pass, "alter-column").flatMap((change) => {
	const { from, to, table, column } = change;
	if (isUnknown(pass, change) && to.type) return [trouble(change, `Whether ${typeText(to.type)}${to.type.charset === null ? "" : ` in ${to.type.charset}`} holds less than what ${columnNamed(table, column)} is now is not known: the statement does not say what it was, and no database was asked.`, ASK, "info")];
	const harm = from.type && to.type ? narrowing(from.type, to.type) : null;
	if (!from.type || !to.type || harm === null || pass.facts.newColumn(change, column)) return [];
	return [trouble(change, `Changing ${columnNamed(table, column)} from ${typeText(from.type)} to ${typeText(to.type)}: ${harm}. ${whatHappens(harm, pass.engine)}`, CURE$1)];
});
/** `CONVERT TO CHARACTER SET` says nothing of what the columns had. */
const tables = (pass) => onExisting(pass, "table-option").flatMap((change) => {
	const { charset, table } = change;
	if (charset === null || holdsAll(charset)) return [];
	const known = pass.tableBefore(table);
	const wider = known.find((column) => holdsFewer(column.charset ?? "", charset));
	if (known.length > 0 && !wider) return [];
	if (!wider) return [trouble(change, `Whether ${charset} lacks characters that the texts of ${named(table)} may hold now is not known: the statement does not say which character set they have, and no database was asked.`, ASK, "info")];
	const harm = missingCharacters(wider.charset ?? "", charset);
	return [trouble(change, `Converting ${named(table)} to ${charset}, where ${columnNamed(table, wider.column)} has ${wider.charset ?? ""}: ${harm}. ${whatHappens(harm, pass.engine)}`, CURE$1)];
});
/** Every server rounds without a word; PostgreSQL never cuts. */
function whatHappens(harm, engine) {
	if (harm.startsWith("digits after the point are cut")) return "The server rounds every such row without a word, for good.";
	return `The upgrade fails on the first such row${engine === "postgresql" ? "" : ", or cuts it where the server's mode is not strict"}.`;
}
/** Raw SQL says what a column becomes and not what it was; only of types with a limit does that matter. */
function isUnknown(pass, change) {
	const { from, to, table, column, operation } = change;
	return operation?.kind === "sql" && from.type === void 0 && to.type !== void 0 && to.type !== null && (to.type.numbers.length > 0 || to.type.charset !== null && !holdsAll(to.type.charset)) && pass.facts.newColumn(change, column) === null && pass.columnBefore(table, column) === null;
}

// src/lint/rules/no-unbatched-backfill.ts
/** One UPDATE over a whole table is one transaction over a whole table. */
const noUnbatchedBackfill = {
	id: "no-unbatched-backfill",
	group: "locks",
	title: "A whole table is filled or copied in one statement",
	why: "All rows that it writes are locked until the transaction ends: writers wait, replicas lag behind, and a failure near the end undoes everything at the same price. MySQL and MariaDB lock the rows that INSERT … SELECT reads as well, so copying a table into a new one holds up those who write to the old one; PostgreSQL does not.",
	severity: STRICT_ERROR,
	statements: true,
	examples: {
		bad: [
			{
				caption: "a new column filled",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), nullable=True))\nop.execute(\"UPDATE user SET role = 'guest'\")",
				at: "op.execute"
			},
			{
				caption: "NULLs filled",
				upgrade: `op.execute("UPDATE room SET note = COALESCE(note, '')")`,
				at: "op.execute"
			},
			{
				caption: "all rows copied",
				upgrade: "op.execute(\"INSERT INTO log SELECT * FROM event\")",
				at: "op.execute"
			},
			{
				caption: "all rows of a table copied into a new one",
				upgrade: "op.create_table(\"log\", sa.Column(\"id\", sa.Integer(), primary_key=True))\nop.execute(\"INSERT INTO log SELECT id FROM event\")",
				at: "op.execute",
				engines: ["mysql", "mariadb"],
				says: "reads every row of `event`"
			},
			{
				caption: "and in one statement with it",
				upgrade: "op.execute(\"CREATE TABLE event_backup AS SELECT * FROM event\")",
				at: "op.execute",
				engines: ["mysql", "mariadb"],
				says: "reads every row of `event`"
			}
		],
		good: [
			{
				caption: "a copy without its rows",
				upgrade: "op.execute(\"CREATE TABLE log LIKE event\")",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "a part of the rows",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), nullable=True))\nop.execute(\"UPDATE user SET role = 'guest' WHERE id < 1000\")"
			},
			{
				caption: "rows copied into a new table on PostgreSQL, where reading locks none",
				upgrade: "op.create_table(\"log\", sa.Column(\"id\", sa.Integer(), primary_key=True))\nop.execute(\"INSERT INTO log SELECT id FROM event\")",
				engines: ["postgresql"]
			},
			{
				caption: "rows of a table that is new itself",
				upgrade: "op.create_table(\"kind\", sa.Column(\"id\", sa.Integer(), primary_key=True))\nop.create_table(\"log\", sa.Column(\"id\", sa.Integer(), primary_key=True))\nop.execute(\"INSERT INTO log SELECT id FROM kind\")"
			},
			{
				caption: "some rows copied into a new table",
				upgrade: "op.create_table(\"log\", sa.Column(\"id\", sa.Integer(), primary_key=True))\nop.execute(\"INSERT INTO log SELECT id FROM event WHERE id < 1000\")"
			},
			{
				caption: "rows that are written down",
				upgrade: "op.execute(\"INSERT INTO role VALUES (1), (2)\")"
			}
		]
	},
	check: (pass) => [...written$1(pass), ...read(pass)]
};
const CURE = "Give the column a server default instead, or fill it in batches outside of the migration.";
const written$1 = (pass) => onExisting(pass, "write").flatMap((change) => {
	const { verb, filtered, fillsNulls, table } = change;
	if (filtered || verb === "delete") return [];
	if (verb === "update" && !fillsNulls && !isBackfill(pass, change)) return [];
	if (verb === "insert" && change.selects.length > 0 && oldSources(pass, change).length === 0) return [];
	return [trouble(change, `This writes every row ${verb === "update" ? `of ${named(table)}` : `that it selects into ${named(table)}`} in one transaction: other writers wait for it, and replicas lag behind.`, verb === "update" ? CURE : COPY_CURE)];
});
const COPY_CURE = "Copy the rows in batches, outside of the migration.";
/** What a new table gets is written for nobody yet, but MySQL and MariaDB lock what they read for it. */
const read = ({ engine, ...pass }) => (engine === "mysql" || engine === "mariadb" ? changesIn(pass, "upgrade", "write") : []).flatMap((change) => {
	if (change.verb !== "insert" || change.filtered || !pass.facts.isNewTable(change)) return [];
	const [source] = oldSources(pass, change);
	if (source === void 0) return [];
	return [trouble(change, `This reads every row of ${named(source)} into ${named(change.table)} and locks it until the transaction ends: whoever updates one of them waits, and replicas lag behind.`, COPY_CURE)];
});
/** The tables that it reads, less those of this pull request. */
const oldSources = ({ facts }, change) => change.selects.filter((table) => !facts.isNewName(change, table));

// src/lint/rules/no-unescaped-colon.ts
/** SQLAlchemy takes a colon before a word for a parameter, inside of quotes as well. */
/** TextClause's own expression (sqlalchemy/sql/elements.py, _bind_params_regex). */
const PARAMETER = /(?<![:\p{L}\p{N}_\\]):([\p{L}\p{N}_]+)(?!:)/u;
const noUnescapedColon = {
	id: "no-unescaped-colon",
	group: "traps",
	title: "A colon inside of a quoted text that is taken for a parameter",
	why: "A string given to `op.execute` becomes `text()`, in which `:word` is a bind parameter even inside of quotes. The migration stops with \"A value is required for bind parameter\".",
	severity: ALL_ERROR,
	examples: {
		bad: [{
			caption: "JSON without spaces",
			upgrade: `op.execute("""INSERT INTO setting VALUES ('{"a":1}')""")`,
			at: "op.execute"
		}],
		good: [
			{
				caption: "JSON with spaces",
				upgrade: `op.execute("""INSERT INTO setting VALUES ('{"a": 1}')""")`
			},
			{
				caption: "a time, a cast and a parameter",
				upgrade: `op.execute("UPDATE t SET a = '10:30', b = c::text WHERE id = :id")`
			},
			{
				caption: "an escaped colon",
				upgrade: `op.execute(r"UPDATE t SET a = '\\:b' WHERE id = 1")`
			},
			{
				caption: "under a test for another database",
				upgrade: `if op.get_bind().dialect.name == "sqlite":\n    op.execute("""SELECT json_extract('{"a":1}', '$.a')""")`
			},
			{
				caption: "given to the driver as it is",
				upgrade: `op.get_bind().exec_driver_sql("""INSERT INTO setting VALUES ('{"a":1}')""")`
			}
		]
	},
	check: ({ operations, engine }) => operations.flatMap((operation) => {
		if (operation.kind !== "sql" || operation.via !== "text") return [];
		const name = strings((sqlStatements(operation.sql.replaceAll("\\", "\\\\"), engine) ?? []).flat()).flatMap((text) => PARAMETER.exec(`'${text}'`)?.[1] ?? [])[0];
		if (name === void 0) return [];
		return [trouble(operation, `SQLAlchemy takes \`:${name}\` inside of the quotes for a parameter: the migration stops with "A value is required for bind parameter '${name}'".`, "Give the statement to the driver as it is, or write \\: for the colon:\nop.get_bind().exec_driver_sql(\"…\")")];
	})
};
function strings(tokens) {
	return tokens.flatMap((token) => token.kind === "group" ? strings(token.items) : token.kind === "string" ? [token.text] : []);
}

// src/lint/rules/no-unfiltered-delete.ts
/** A DELETE or UPDATE without a condition rewrites a whole table, usually by mistake. */
const noUnfilteredDelete = {
	id: "no-unfiltered-delete",
	group: "data-loss",
	title: "DELETE or UPDATE without WHERE on a table that exists",
	why: "Every row is deleted or overwritten, on every database that is upgraded; what the rows held before is gone. An UPDATE that sets only columns which this pull request adds is a backfill and no matter of this rule.",
	severity: ALL_ERROR,
	statements: true,
	examples: {
		bad: [
			{
				caption: "all rows deleted",
				upgrade: "op.execute(\"DELETE FROM session\")",
				at: "op.execute"
			},
			{
				caption: "with SQLAlchemy",
				upgrade: "users = sa.table(\"user\", sa.column(\"role\"))\nop.execute(users.update().values(role=\"guest\"))",
				at: "op.execute"
			},
			{
				caption: "with a query, whose argument is no condition",
				upgrade: "op.execute(orm.Query(User).update({\"role\": \"guest\"}))",
				at: "op.execute"
			}
		],
		good: [
			{
				caption: "what a trigger does when it fires",
				upgrade: "op.execute(\"CREATE TRIGGER emptied AFTER DELETE ON user FOR EACH ROW BEGIN DELETE FROM log; UPDATE total SET n = 0; END\")",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "with a condition",
				upgrade: "op.execute(\"DELETE FROM session WHERE expired = 1\")"
			},
			{
				caption: "with a condition as older SQLAlchemy takes it",
				upgrade: "users = sa.table(\"user\", sa.column(\"role\"))\nop.get_bind().execute(users.delete(sa.and_(users.c.role == \"guest\")))\nop.execute(sa.delete(users, users.c.role == \"bot\"))\nop.execute(users.update(whereclause=users.c.role == \"cat\").values(role=\"dog\"))"
			},
			{
				caption: "a backfill of a new column",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), nullable=True))\nop.execute(\"UPDATE user SET role = 'guest'\")"
			},
			{
				caption: "a backfill of a new column, in a table that cannot be read",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), nullable=True))\nop.execute(load(\"user\").update().values(role=\"guest\"))"
			},
			{
				caption: "NULLs filled, which leaves all other values alone",
				upgrade: `op.execute("UPDATE room SET note = COALESCE(note, ''), phone = IFNULL(phone, '')")`
			},
			{
				caption: "a backfill of columns that were added where they were missing",
				upgrade: "if not exists(\"user\", \"role\"):\n    op.add_column(\"user\", sa.Column(\"role\", sa.String(9), nullable=True))\nusers = sa.table(\"user\", sa.column(\"role\"))\nop.execute(users.update().values(dict(role=\"guest\")))"
			},
			{
				caption: "a backfill through a table of the project’s own making",
				before: "from app.db import sautils",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), nullable=True))\nusers = sautils.Table(\"user\", sa.MetaData(), sa.Column(\"role\", sa.String(9)))\nop.execute(users.update().values({users.c.role: users.c.name}))"
			},
			{
				caption: "a backfill of a column that a helper of another file adds",
				before: "from app.migrations.util import add_column",
				upgrade: "add_column(\"user\", sa.Column(\"role\", sa.String(9)))\nop.execute(\"UPDATE user SET role = 'guest'\")"
			},
			{
				caption: "a condition that is computed",
				upgrade: "op.execute(f\"DELETE FROM session {condition()}\")"
			}
		]
	},
	check: (pass) => onExisting(pass, "write").flatMap((change) => {
		const { verb, filtered, fillsNulls, table } = change;
		if (verb === "insert" || filtered || fillsNulls || isBackfill(pass, change)) return [];
		return [trouble(change, verb === "delete" ? `This DELETE has no WHERE: it destroys every row of ${named(table)}, on every database that is upgraded, and no downgrade knows what was there.` : `This UPDATE has no WHERE: it overwrites every row of ${named(table)}, on every database that is upgraded, and what was there comes back only where a downgrade can compute it.`, "Add a WHERE that names the rows that are meant.")];
	})
};

// src/lint/rules/no-unique-on-existing.ts
/** Duplicates that are there fail the upgrade, and old code may still write new ones. */
const noUniqueOnExisting = {
	id: "no-unique-on-existing",
	group: "rolling-deploy",
	title: "A table that exists gets a unique index or constraint",
	why: "An empty test database has no duplicates; production may. Then the upgrade fails half-way, and what old code inserts meanwhile fails as well.",
	recipe: [{ does: "Let the code refuse duplicates, and remove those that are there." }, {
		does: "Make the key. MySQL and MariaDB build it while others write; PostgreSQL does so concurrently, and takes the finished index for the constraint.",
		migration: "with op.get_context().autocommit_block():\n    op.create_index(\"uq_mail\", \"account\", [\"mail\"], unique=True, postgresql_concurrently=True)\nop.execute(\"ALTER TABLE account ADD CONSTRAINT uq_mail UNIQUE USING INDEX uq_mail\")"
	}],
	severity: STRICT_ERROR,
	statements: true,
	examples: {
		bad: [
			{
				caption: "a unique index",
				upgrade: "op.create_index(\"ix_mail\", \"user\", [\"mail\"], unique=True)",
				at: "op.create_index"
			},
			{
				caption: "a unique constraint",
				upgrade: "op.create_unique_constraint(\"uq_mail\", \"user\", [\"mail\"])",
				at: "op.create_unique_constraint"
			},
			{
				caption: "a primary key of a table that had none",
				upgrade: "op.create_primary_key(\"pk_user\", \"user\", [\"mail\"])",
				at: "op.create_primary_key",
				says: "or one holds NULL"
			},
			{
				caption: "in raw SQL",
				upgrade: "op.execute(\"ALTER TABLE user ADD UNIQUE (mail)\")",
				at: "op.execute"
			}
		],
		good: [
			{
				caption: "a primary key in place of another, whose columns it may hold",
				upgrade: "op.drop_constraint(\"pk_user\", \"user\", type_=\"primary\")\nop.create_primary_key(\"pk_user\", \"user\", [\"id\", \"mail\"])"
			},
			{
				caption: "a primary key of a column that is new itself",
				upgrade: "op.add_column(\"user\", sa.Column(\"n\", sa.Integer(), sa.Identity(), nullable=False))\nop.create_primary_key(\"pk_user\", \"user\", [\"n\"])"
			},
			{
				caption: "an index that is not unique",
				upgrade: "op.create_index(\"ix_mail\", \"user\", [\"mail\"])"
			},
			{
				caption: "a new column, which is NULL everywhere",
				upgrade: "op.add_column(\"user\", sa.Column(\"code\", sa.String(9), nullable=True))\nop.create_unique_constraint(\"uq_code\", \"user\", [\"code\"])"
			},
			{
				caption: "a constraint over an index that is unique already",
				upgrade: "op.execute(\"ALTER TABLE account ADD CONSTRAINT uq UNIQUE USING INDEX ix_mail\")",
				engines: ["postgresql"]
			}
		]
	},
	check: (pass) => onExisting(pass, "create-index", "add-constraint").flatMap((change) => {
		const columns = uniqueColumns(change);
		if (columns === void 0 || (columns ?? []).some((column) => isEmpty(pass, change, column))) return [];
		const isKey = change.kind === "add-constraint" && change.constraint.kind === "primary-key";
		if (isKey && replacesKey(pass, change.table)) return [];
		const over = columns === null ? "" : ` over ${columns.map(named).join(", ")}`;
		return [trouble(change, `${named(change.table)} gets a ${isKey ? "primary" : "unique"} key${over}: the upgrade fails if two rows agree there${isKey ? " or one holds NULL" : ""}, and so does what old code inserts while this deploys.`, `Look for duplicates on production first, and let the code refuse them one release earlier:\n${query(change.table, columns)}`)];
	})
};
/** undefined where the change makes nothing unique; null where its columns cannot be read. */
function uniqueColumns(change) {
	if (change.kind === "create-index") return change.unique ? change.columns : void 0;
	const { kind, columns, usingIndex } = change.constraint;
	return (kind === "unique" || kind === "primary-key") && !usingIndex ? columns : void 0;
}
/** NULLs never collide; what fills a new column for a primary key is the author's. */
function isEmpty({ facts }, change, column) {
	const added = facts.newColumn(change, key(column));
	if (added === null) return false;
	return change.kind === "add-constraint" && change.constraint.kind === "primary-key" || added.nullable !== false && !added.serverDefault;
}
/** A key that is longer than the one before it is as unique. */
const replacesKey = (pass, table) => changesIn(pass, "upgrade", "drop-constraint").some((one) => (one.constraint === "primary-key" || one.constraint === null) && sameName(one.table, table));
function query(table, columns) {
	const list = columns?.join(", ") ?? "…";
	return `SELECT ${list}, COUNT(*) FROM ${table ?? "…"} GROUP BY ${list} HAVING COUNT(*) > 1`;
}

// src/lint/rules/no-unnamed-constraint.ts
/** What has no name cannot be dropped by name. */
const noUnnamedConstraint = {
	id: "no-unnamed-constraint",
	group: "reversibility",
	title: "A constraint or index without a name",
	why: "Without a naming convention in the metadata, autogenerate writes `None` for the name. The server invents one that differs between servers, and the `drop_constraint(None, …)` of the downgrade fails. A convention is seen in `env.py`, and in names of older revisions that only one gives (`op.f(\"fk_…\")`). Constraints that are written inside of `create_table` go with their table.",
	severity: STRICT_ERROR,
	examples: {
		bad: [
			{
				caption: "a foreign key beside a new column",
				upgrade: "op.add_column(\"note\", sa.Column(\"user_id\", sa.Integer(), sa.ForeignKey(\"user.id\")))",
				at: "op.add_column",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "a foreign key as autogenerate writes it",
				upgrade: "op.create_foreign_key(None, \"note\", \"user\", [\"user_id\"], [\"id\"])",
				at: "op.create_foreign_key",
				says: "The foreign key on `note` (user_id) has no name"
			},
			{
				caption: "its way back",
				upgrade: "op.create_unique_constraint(\"uq\", \"note\", [\"a\"])",
				downgrade: "op.drop_constraint(None, \"note\", type_=\"unique\")",
				at: "op.drop_constraint",
				says: "drops a unique constraint of `note` without saying which"
			}
		],
		good: [
			{
				caption: "an index, which SQLAlchemy names",
				upgrade: "op.create_index(None, \"note\", [\"a\"])"
			},
			{
				caption: "a foreign key with a name beside a column",
				upgrade: "op.add_column(\"note\", sa.Column(\"user_id\", sa.Integer(), sa.ForeignKey(\"user.id\", name=\"fk_user\")))"
			},
			{
				caption: "one that goes with its table",
				upgrade: "op.create_table(\"note\", sa.Column(\"user_id\", sa.Integer(), sa.ForeignKey(\"user.id\")))"
			},
			{
				caption: "a foreign key beside a column of a table that is new itself",
				upgrade: "op.create_table(\"note\", sa.Column(\"id\", sa.Integer(), primary_key=True))\nop.add_column(\"note\", sa.Column(\"user_id\", sa.Integer(), sa.ForeignKey(\"user.id\")))",
				downgrade: "op.drop_table(\"note\")"
			},
			{
				caption: "one whose name the downgrade asks of the server",
				upgrade: "op.add_column(\"note\", sa.Column(\"user_id\", sa.Integer(), sa.ForeignKey(\"user.id\")))",
				downgrade: "for key in sa.inspect(op.get_bind()).get_foreign_keys(\"note\"):\n    op.drop_constraint(key[\"name\"], \"note\", type_=\"foreignkey\")\nop.drop_column(\"note\", \"user_id\")"
			},
			{
				caption: "a name",
				upgrade: "op.create_unique_constraint(\"uq_note_a\", \"note\", [\"a\"])"
			},
			{
				caption: "a name that is computed",
				upgrade: "op.create_unique_constraint(name(), \"note\", [\"a\"])"
			}
		]
	},
	check: (pass) => [...pass.operations.flatMap((operation) => operation.kind === "call" && isNone(nameOf(operation)) ? unnamed(operation, pass) : []), ...isMysql$1(pass.engine) && !pass.namesConstraints ? pass.changes.flatMap((change) => unnamedBeside(change, pass)) : []]
};
const isMysql$1 = (engine) => engine === "mysql" || engine === "mariadb";
/** SQLAlchemy names every index itself; a convention names constraints when they are made, never those that go. */
function unnamed(call, { namesConstraints }) {
	const isIndex = call.name.endsWith("index");
	const [what, prefix] = isIndex ? ["index", "ix"] : KINDS$1[kindOf$1(call)] ?? ["constraint", "uq"];
	const table = tableOf$1(call);
	const columns = stringsOf(argument(call, call.name === "create_foreign_key" ? "local_cols" : "columns"));
	const name = JSON.stringify([
		prefix,
		table ?? "table",
		...columns ?? ["column"]
	].join("_"));
	if (call.name.startsWith("drop_")) return [trouble(call, `This drops ${isIndex ? "an" : "a"} ${what} of ${named(table)} without saying which: the migration fails, and a rollback stops here.`, `Say which, by the name that it was made with:\n${call.name}(${name}, …)`)];
	if (isIndex || namesConstraints) return [];
	const on = columns === null ? "" : ` (${columns.join(", ")})`;
	return [trouble(call, `The ${what} on ${named(table)}${on} has no name, unless the metadata's naming_convention gives it one: each server invents its own, so that no migration can drop it by name everywhere.`, `Give it a name here and in the model, or set a naming_convention for the metadata:\n${call.name}(${name}, …)`)];
}
const KINDS$1 = {
	foreignkey: ["foreign key", "fk"],
	foreign_key: ["foreign key", "fk"],
	unique: ["unique constraint", "uq"],
	unique_constraint: ["unique constraint", "uq"],
	check: ["check constraint", "ck"],
	check_constraint: ["check constraint", "ck"]
};
/** `unique_constraint` of `create_unique_constraint`, and what `drop_constraint` is told. */
const kindOf$1 = (call) => call.name === "drop_constraint" ? stringOf(argument(call, "type_")) ?? "" : call.name.slice(7);
/** MySQL and MariaDB refuse to drop a column that a foreign key stands on, and this one can only be guessed by name. */
function unnamedBeside(change, pass) {
	if (change.kind !== "add-column" || change.direction !== "upgrade" || change.under.length > 0) return [];
	const { references, referenceNamed, name } = change.column;
	if (references === null || references.inline || referenceNamed) return [];
	if (pass.facts.isNewTable(change) || asksForNames(pass, change.table)) return [];
	return [trouble(change, `The foreign key beside ${columnNamed(change.table, name)} has no name, unless the metadata's naming_convention gives it one: the server invents it, and until somebody drops it by that name a downgrade cannot drop the column (errno 1828).`, `Make it a constraint of its own with a name, and drop that first in downgrade():\nop.create_foreign_key("${[
		"fk",
		change.table ?? "table",
		name ?? "column"
	].join("_")}", …)`)];
}
/** `for key in inspector.get_foreign_keys("note"): op.drop_constraint(key["name"], "note", …)`. */
const asksForNames = (pass, table) => changesIn(pass, "downgrade", "drop-constraint").some((one) => one.name === null && sameName(one.table, table) && one.operation?.kind === "call" && !isNone(nameOf(one.operation)));
const NAMED = /^(?:create|drop)_(?:index|constraint|foreign_key|unique_constraint|check_constraint)$/;
function nameOf(call) {
	if (!NAMED.test(call.name)) return void 0;
	return argument(call, call.name.endsWith("index") ? "index_name" : "constraint_name");
}

// src/lint/rules/no-unread-operation.ts
/** What nobody can read, nobody has judged, and that is said. */
/** Characters of a call that are shown. */
const SHOWN = 80;
const noUnreadOperation = {
	id: "no-unread-operation",
	group: "pull-request",
	title: "An operation that cannot be read",
	why: "The rules judge what is written. A computed statement, `getattr(op, …)` or a call into another file may do anything. Where a database ran, its captured statements tell instead.",
	severity: {
		recommended: "info",
		"add-only": "error",
		strict: "error"
	},
	examples: {
		bad: [
			{
				caption: "a computed statement",
				upgrade: "op.execute(statement())",
				at: "op.execute",
				says: "What `op.execute(statement())` does"
			},
			{
				caption: "a computed operation",
				upgrade: "getattr(op, \"drop_\" + what())(\"user\")",
				at: "getattr"
			},
			{
				caption: "a procedure",
				upgrade: "op.execute(\"CALL cleanup()\")",
				at: "op.execute"
			}
		],
		good: [
			{
				caption: "computed values",
				upgrade: "op.execute(f\"UPDATE user SET a = {value()} WHERE id = 1\")"
			},
			{
				caption: "the body of a trigger",
				upgrade: "op.execute(\"CREATE TRIGGER kept BEFORE DELETE ON user FOR EACH ROW BEGIN IF OLD.id = 1 THEN SIGNAL SQLSTATE '45000'; END IF; DELETE FROM log; END\")",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "reading",
				upgrade: "rows = op.get_bind().execute(sa.text(\"SELECT 1\"))"
			}
		]
	},
	check: ({ changes, wasSeen, text: file }) => changes.flatMap((change) => {
		if (change.kind !== "unread" || wasSeen(change)) return [];
		const { span } = change;
		const read = change.text.replace(/\s+/g, " ").replaceAll("￼", "…").trim();
		const text = span !== null && !/[\p{L}\p{N}]/u.test(read) ? file.slice(span.from, span.to).replace(/\s+/g, " ") : read;
		const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
		return [trouble(change, `What \`${shown.replaceAll("`", "'")}\` does cannot be read, so no rule has judged it: ${change.why}.`, "Write the operation out, or let a database run it, whose captured statements are judged instead.")];
	})
};

// src/lint/rules/no-unrelated-change.ts
/** Autogenerate takes along whatever differs, whoever changed it. */
const table = (name, more = "") => `class ${name}(DeclarativeBase):\n    __tablename__ = "${name.toLowerCase()}"\n    id = Column(Integer, primary_key=True)\n${more}`;
const NICK = "    nick = Column(Text)\n";
const noUnrelatedChange = {
	id: "no-unrelated-change",
	group: "pull-request",
	title: "The migration changes a table whose model stays as it is",
	why: "Autogenerate compares the whole database with all models, so it takes along what somebody else changed: a branch that is not merged, or a database that drifted. It lands under the wrong ticket, and again with its own. Needs `models:`.",
	severity: ALL_WARNING,
	examples: {
		bad: [{
			caption: "a second table",
			upgrade: "op.add_column(\"user\", sa.Column(\"nick\", sa.Text()))\nop.drop_index(\"ix_note\", table_name=\"note\")",
			at: "op.drop_index",
			models: {
				base: table("User") + table("Note"),
				merged: table("User", NICK) + table("Note")
			}
		}],
		good: [{
			caption: "the table whose model changes, and one that no model maps",
			upgrade: "op.add_column(\"user\", sa.Column(\"nick\", sa.Text()))\nop.drop_index(\"ix_log\", table_name=\"log\")",
			models: {
				base: table("User") + table("Note"),
				merged: table("User", NICK) + table("Note")
			}
		}, {
			caption: "a column that left the model before",
			upgrade: "op.drop_column(\"note\", \"nick\")",
			models: {
				base: table("User") + table("Note"),
				merged: table("User", NICK) + table("Note")
			}
		}]
	},
	check: (pass) => {
		const { models } = pass;
		if (models?.changed !== true) return [];
		const seen = /* @__PURE__ */ new Set();
		return onExisting(pass, ...[
			"drop-table",
			"rename-table",
			"add-column",
			"drop-column",
			"rename-column"
		], ...[
			"alter-column",
			"create-index",
			"drop-index",
			"add-constraint",
			"drop-constraint"
		]).flatMap((change) => {
			if (change.table === null || seen.has(key(change.table))) return [];
			const before = mapped(models.base, change.table);
			const after = mapped(models.merged, change.table);
			const isRemoval = change.kind === "drop-column" && change.column !== null && before?.columns.has(key(change.column)) === false;
			if (!before?.whole || !after?.whole || !isSame(before, after) || isRemoval) return [];
			seen.add(key(change.table));
			return [trouble(change, `${named(change.table)} changes here, and its model (${after.path}, line ${after.line}) does not: autogenerate may have picked up somebody else’s change.`, "Take it out, unless it belongs to this change.")];
		});
	}
};

// src/lint/rules/no-varchar-boundary.ts
/** From 256 bytes on, InnoDB keeps the length of a text in two bytes, and every row must be rewritten; as it must for a shorter one. */
/** Characters that take at most 255 bytes in every character set, and that take more than 255 in each. */
const SHORT = 63;
const LONG = 255;
/** From this MariaDB on, up to 127 bytes grow at once over any boundary, and so many can be 63 characters. */
const LONGER_AT_ONCE = "10.4.3";
const noVarcharBoundary = {
	id: "no-varchar-boundary",
	group: "locks",
	title: "A VARCHAR grows over the boundary of 255 bytes, or shrinks",
	why: "Up to 255 bytes the length of a value takes one byte, beyond them two. Growing within either side changes metadata alone; crossing copies the whole table and blocks writes, on MariaDB since 10.4.3 only from more than 127 bytes. Only lengths that grow over it in every character set are found. A column that shrinks is copied in any case; what it may lose is `no-type-narrowing`’s.",
	severity: STRICT_ERROR,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [
			{
				caption: "from 50 to 300",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.String(300), existing_type=sa.String(50), existing_nullable=True)",
				at: "op.alter_column",
				engines: ["mysql"]
			},
			{
				caption: "on an older MariaDB",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.String(300), existing_type=sa.String(50), existing_nullable=True)",
				at: "op.alter_column",
				engines: ["mariadb"],
				version: "10.3.39"
			},
			{
				caption: "a shorter one, whose every value is read again",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.String(100), existing_type=sa.String(300), existing_nullable=True)",
				at: "op.alter_column",
				says: "shrinks from 300 to 100 characters"
			}
		],
		good: [
			{
				caption: "up to 127 bytes on MariaDB, which grow at once",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.String(300), existing_type=sa.String(50), existing_nullable=True)",
				engines: ["mariadb"],
				version: "10.11.6"
			},
			{
				caption: "above it on both sides",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.String(500), existing_type=sa.String(300), existing_nullable=True)"
			},
			{
				caption: "where it depends on the character set",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.String(255), existing_type=sa.String(100), existing_nullable=True)"
			}
		]
	},
	check: (pass) => onExisting(pass, "alter-column").flatMap((change) => {
		const { from, to, table, column } = change;
		if (from.type?.name !== "varchar" || to.type?.name !== "varchar") return [];
		const [before] = from.type.numbers;
		const [after] = to.type.numbers;
		if (before === void 0 || after === void 0 || pass.facts.newColumn(change, column)) return [];
		const how = after < before ? `shrinks from ${before} to ${after} characters, and the server reads every value again` : crosses(pass, before, after) ? `grows from ${before} to ${after} characters, over the boundary of 255 bytes` : null;
		if (how === null) return [];
		return [trouble(change, `${columnNamed(table, column)} ${how}: the table is copied, and writes to it wait for its whole length.`, after < before ? "Keep the length and check the limit in the application, or run it with an online schema-change tool." : "Run it with an online schema-change tool, or stay below the boundary.")];
	})
};
const crosses = ({ engine, version }, before, after) => before <= SHORT && after > LONG && (engine !== "mariadb" || isBefore(version, LONGER_AT_ONCE));

// src/lint/columns.ts
const isColumn = (value) => value.kind === "call" && value.on === null && /(?:^|\.)Column$/.test(value.callee);
/** Arguments of `Column` that stand for themselves and are no type. */
const PARTS = /^(?:ForeignKey|CheckConstraint|Computed|Identity|Sequence|FetchedValue|DefaultClause)$/;
/** The columns an operation writes out, wherever they stand in it. */
function columnCalls({ name, args, keywords }) {
	if (name !== "create_table" && name !== "add_column") return [];
	return [...args, ...Object.values(keywords)].filter(isColumn);
}
/** A column as `sa.Column(…)` says it; every attribute unknown where the value is none. */
function columnOf(value) {
	const call = value !== void 0 && isColumn(value) ? value : null;
	const keywords = call?.keywords ?? {};
	const positional = [...call?.args ?? []];
	const name = stringOf(positional[0]) ?? stringOf(keywords["name"]);
	if (stringOf(positional[0]) !== null) positional.shift();
	const part = (callee) => positional.find((one) => one.kind === "call" && one.callee === callee);
	const type = keywords["type_"] ?? positional.find((one) => !isPart(one));
	const key = part("ForeignKey");
	const target = key ? targetOf(key.args[0]) : null;
	const computed = part("Computed");
	const serverDefault = keywords["server_default"];
	return {
		name,
		type: typeOf(type),
		nullable: boolOf(keywords["nullable"]),
		serverDefault: serverDefault !== void 0 && !isNone(serverDefault) || part("Identity") !== void 0,
		defaultText: plainText(serverDefault),
		comment: keywords["comment"] !== void 0 && !isNone(keywords["comment"]),
		index: boolOf(keywords["index"]) === true,
		primaryKey: boolOf(keywords["primary_key"]) === true,
		unique: boolOf(keywords["unique"]) === true,
		autoIncrement: boolOf(keywords["autoincrement"]) === true,
		identity: part("Identity") !== void 0,
		generated: computed ? boolOf(computed.keywords["persisted"]) === true ? "stored" : "virtual" : null,
		references: target && {
			...target,
			inline: false
		},
		onDelete: key ? stringOf(key.keywords["ondelete"]) : null,
		referenceNamed: key?.keywords["name"] !== void 0 && !isNone(key.keywords["name"])
	};
}
const isPart = (value) => value.kind === "call" && PARTS.test(value.callee);
/** `"guest"`, `sa.text("'guest'")`, `sa.func.now()`. */
function plainText(value) {
	const inner = value?.kind === "call" && value.callee === "text" ? value.args[0] : value;
	if (inner?.kind === "call" && inner.args.length === 0 && inner.callee.startsWith("func.")) return `${inner.callee.slice(5)}()`;
	return stringOf(inner);
}
/** `user` and `id` of `user.id`. */
function targetOf(value) {
	const target = stringOf(value);
	const dot = target?.lastIndexOf(".") ?? -1;
	return target === null || dot < 0 ? {
		table: null,
		column: null
	} : {
		table: target.slice(0, dot),
		column: target.slice(dot + 1)
	};
}
const CONSTRAINTS = {
	PrimaryKeyConstraint: "primary-key",
	UniqueConstraint: "unique",
	ForeignKeyConstraint: "foreign-key",
	CheckConstraint: "check",
	ExcludeConstraint: "exclude"
};
/** A constraint that is written inside `op.create_table`; null for anything else. */
function constraintOf(value) {
	const kind = value.kind === "call" && value.on === null ? CONSTRAINTS[value.callee] : void 0;
	if (value.kind !== "call" || kind === void 0) return null;
	const { args, keywords } = value;
	const listed = kind === "foreign-key" ? stringsOf(args[0]) : args.map(stringOf);
	const columns = listed?.every((one) => one !== null) ? listed : null;
	const targets = kind === "foreign-key" ? itemsOf(args[1])?.map(targetOf) ?? [] : [];
	const referred = targets.flatMap(({ column }) => column === null ? [] : [column]);
	return {
		kind,
		name: stringOf(keywords["name"]),
		columns: kind === "check" || kind === "exclude" ? null : columns,
		references: targets[0]?.table ?? null,
		referred: referred.length > 0 && referred.length === targets.length ? referred : null,
		onDelete: stringOf(keywords["ondelete"]),
		notValid: false,
		usingIndex: false
	};
}
/** The columns that an upgrade adds, those of new tables included. */
function newColumns(pass) {
	return changesIn(pass, "upgrade", "create-table", "add-column").flatMap((change) => {
		return (change.kind === "add-column" ? [change.column] : change.columns).map((column) => ({
			change,
			column
		}));
	});
}

// src/lint/rules/no-zero-date.ts
/** The date 0000-00-00 is none, and what reads it fails or gets something else. */
const noZeroDate = {
	id: "no-zero-date",
	group: "hygiene",
	title: "The date 0000-00-00 as a default",
	why: "Under the default sql_mode (NO_ZERO_DATE) MySQL refuses it, and the migration fails where another server let it pass. Python’s drivers read it as None or as text, in columns that are NOT NULL.",
	severity: ALL_OFF,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [{
			caption: "with Alembic",
			upgrade: "op.add_column(\"user\", sa.Column(\"seen\", sa.DateTime(), nullable=False, server_default=\"0000-00-00 00:00:00\"))",
			at: "op.add_column"
		}, {
			caption: "in raw SQL",
			upgrade: `op.execute("CREATE TABLE tag (day DATE NOT NULL DEFAULT '0000-00-00')")`,
			at: "op.execute"
		}],
		good: [{
			caption: "now, and a day that exists",
			upgrade: "op.add_column(\"user\", sa.Column(\"seen\", sa.DateTime(), server_default=sa.func.now()))\nop.add_column(\"user\", sa.Column(\"day\", sa.Date(), server_default=\"1970-01-01\"))"
		}]
	},
	check: (pass) => newColumns(pass).filter(({ column }) => /^'?0000-00-00/.test(column.defaultText ?? "")).map(({ change, column }) => trouble(change, `${columnNamed(change.table, column.name)} has the default ${column.defaultText ?? ""}, which is no date: servers with NO_ZERO_DATE refuse it, and Python reads it as None.`, "Let the column be NULL where there is no date, or give it one that exists:\nserver_default=sa.func.now()"))
};

// src/lint/rules/require-charset.ts
/** A table in an old character set refuses the first emoji, and cannot be joined on text with the others. */
const requireCharset = {
	id: "require-charset",
	group: "hygiene",
	title: "A new table in a character set that is not on the list",
	why: "latin1 and utf8mb3 cannot hold every character, and a join between texts of two character sets uses no index. `charsets` is the list; with `explicit: true` a table must name its character set, because otherwise the server’s default decides.",
	severity: ALL_OFF,
	engines: MYSQL,
	statements: true,
	options: {
		charsets: ["utf8mb4"],
		explicit: false
	},
	examples: {
		bad: [
			{
				caption: "with Alembic",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()), mysql_charset=\"latin1\")",
				at: "op.create_table"
			},
			{
				caption: "in raw SQL",
				upgrade: "op.execute(\"CREATE TABLE tag (id INT) DEFAULT CHARSET=utf8\")",
				at: "op.execute"
			},
			{
				caption: "none named, with `explicit: true`",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()))",
				at: "op.create_table",
				config: { rules: { "require-charset": {
					severity: "error",
					options: { explicit: true }
				} } }
			}
		],
		good: [{
			caption: "by its collation, with `explicit: true`",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()), mysql_collate=\"utf8mb4_bin\")\nop.execute(\"CREATE TABLE note (id INT) COLLATE utf8mb4_bin\")",
			config: { rules: { "require-charset": {
				severity: "error",
				options: { explicit: true }
			} } }
		}, {
			caption: "on the list, and the server’s default",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()), mysql_charset=\"utf8mb4\")\nop.execute(\"CREATE TABLE note (id INT)\")"
		}]
	},
	check: (pass) => {
		const { charsets, explicit } = pass.options;
		const allowed = Array.isArray(charsets) ? charsets.map((one) => String(one).toLowerCase()) : [];
		return changesIn(pass, "upgrade", "create-table").filter(({ charset, complete, temporary }) => charset === null ? explicit === true && complete && !temporary : !allowed.includes(charset.toLowerCase())).map((change) => trouble(change, `Table ${named(change.table)} is made in ${change.charset === null ? "the server’s default character set, whatever that is" : `character set ${change.charset}`}: texts of different character sets cannot be joined by an index, and not each of them holds every character.`, `Name one of ${allowed.join(", ")}:\nmysql_charset="${allowed[0] ?? "utf8mb4"}"`));
	}
};

// src/lint/rules/require-columns.ts
/** Tables that lack what every other one has are found out when somebody needs it. */
const DATED = { rules: { "require-columns": {
	severity: "error",
	options: { columns: ["created_at", "updated_at"] }
} } };
const requireColumns = {
	id: "require-columns",
	group: "hygiene",
	title: "A new table without the columns that every table is to have",
	why: "When the day comes on which somebody asks when a row was made, it is too late to add the column. `columns` names them; without it nothing is found.",
	severity: ALL_OFF,
	statements: true,
	options: { columns: [] },
	examples: {
		bad: [{
			caption: "with `columns: [created_at, updated_at]`",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()), sa.Column(\"created_at\", sa.DateTime()))",
			at: "op.create_table",
			config: DATED
		}],
		good: [{
			caption: "both, one of them added later",
			upgrade: "op.create_table(\"tag\", sa.Column(\"created_at\", sa.DateTime()))\nop.add_column(\"tag\", sa.Column(\"updated_at\", sa.DateTime()))",
			config: DATED
		}, {
			caption: "no columns asked for, and columns that are computed",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()))\nop.create_table(\"note\", *columns())"
		}]
	},
	check: (pass) => {
		const { columns } = pass.options;
		const wanted = Array.isArray(columns) ? columns.map(String) : [];
		return changesIn(pass, "upgrade", "create-table").flatMap((change) => {
			if (!change.complete || change.temporary) return [];
			const written = change.columns.flatMap(({ name }) => name === null ? [] : [key(name)]);
			const missing = wanted.filter((name) => !written.includes(key(name)) && pass.facts.writtenColumn(change.table, name) === null);
			if (missing.length === 0) return [];
			return [trouble(change, `Table ${named(change.table)} has no ${missing.map(named).join(" and no ")}, which every table here is to have.`, `Add ${missing.length === 1 ? "it" : "them"}.`)];
		});
	}
};

// src/lint/rules/require-comment.ts
/** Nobody asks the author of a table three years later: the author has left. */
const requireComment = {
	id: "require-comment",
	group: "hygiene",
	title: "A new table without a comment",
	why: "A comment in the schema is read by whoever looks at the database without the code. With `columns: true` each column needs one, too.",
	severity: ALL_OFF,
	statements: true,
	options: { columns: false },
	examples: {
		bad: [{
			caption: "with Alembic",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()))",
			at: "op.create_table"
		}, {
			caption: "a column without one, with `columns: true`",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()), comment=\"labels of notes\")",
			at: "op.create_table",
			config: { rules: { "require-comment": {
				severity: "error",
				options: { columns: true }
			} } }
		}],
		good: [{
			caption: "a comment",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()), comment=\"labels of notes\")"
		}, {
			caption: "a comment that comes after the table",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()))\nop.create_table_comment(\"tag\", \"labels of notes\")\nop.execute(\"CREATE TABLE note (id INT)\")\nop.execute(\"COMMENT ON TABLE note IS 'texts'\")"
		}]
	},
	check: (pass) => {
		const ofColumns = pass.options["columns"] === true;
		return changesIn(pass, "upgrade", "create-table").flatMap((change) => {
			const { table, comment, columns, complete, temporary } = change;
			if (!complete || temporary) return [];
			const bare = ofColumns ? columns.filter((column) => !column.comment).map(({ name }) => named(name)) : [];
			const missing = comment || pass.changes.some((one) => comments(one, table)) ? [] : [`table ${named(table)}`];
			const columnsOf = bare.length === 0 ? [] : [`${bare.join(", ")} of ${named(table)}`];
			if (missing.length + bare.length === 0) return [];
			return [trouble(change, `Nothing in the schema says what ${[...missing, ...columnsOf].join(" and what ")} ${bare.length > 1 && missing.length === 0 ? "are" : "is"} for: whoever looks at the database without the code must guess.`, "Say it:\ncomment=\"…\"")];
		});
	}
};
/** `op.create_table_comment`, `COMMENT ON TABLE`. */
function comments({ operation, kind, direction }, table) {
	if (kind !== "other" || direction !== "upgrade" || !operation || table === null) return false;
	if (operation.kind === "call") return operation.name === "create_table_comment" && key(stringOf(argument(operation, "table_name")) ?? "") === key(table);
	const text = operation.kind === "sql" ? operation.sql.toLowerCase().replace(/["`]/g, "") : "";
	return text.includes("comment") && text.split(/[^\w.]+/).includes(key(table));
}

// src/lint/rules/require-concurrent-index.ts
/** CREATE INDEX on PostgreSQL keeps writers out for as long as the table is read. */
const requireConcurrentIndex = {
	id: "require-concurrent-index",
	group: "locks",
	title: "An index is built without CONCURRENTLY, or with it inside of a transaction",
	why: "An ordinary CREATE INDEX holds a SHARE lock: every INSERT, UPDATE and DELETE waits until the whole table was read. CONCURRENTLY does not block, and PostgreSQL refuses it inside of the transaction that Alembic opens, unless it stands in an `autocommit_block()`.",
	recipe: [{
		does: "Build the index in a revision of its own, outside of the transaction, with a guard for the next attempt: one that fails leaves an invalid index behind.",
		migration: "with op.get_context().autocommit_block():\n    op.drop_index(\"ix_a\", table_name=\"user\", if_exists=True, postgresql_concurrently=True)\n    op.create_index(\"ix_a\", \"user\", [\"a\"], postgresql_concurrently=True)"
	}, { does: "Release the code whose queries need it." }],
	severity: STRICT_ERROR,
	engines: ["postgresql"],
	statements: true,
	examples: {
		bad: [{
			caption: "a blocking one",
			upgrade: "op.create_index(\"ix_a\", \"user\", [\"a\"])",
			at: "op.create_index"
		}, {
			caption: "inside of the transaction",
			upgrade: "op.create_index(\"ix_a\", \"user\", [\"a\"], postgresql_concurrently=True)",
			at: "op.create_index"
		}],
		good: [
			{
				caption: "both",
				upgrade: "with op.get_context().autocommit_block():\n    op.create_index(\"ix_a\", \"user\", [\"a\"], postgresql_concurrently=True)"
			},
			{
				caption: "where it is computed",
				upgrade: "op.create_index(\"ix_a\", \"user\", [\"a\"], postgresql_concurrently=not offline())"
			},
			{
				caption: "a table of this pull request",
				upgrade: "op.create_table(\"tag\", sa.Column(\"a\", sa.Integer()))\nop.create_index(\"ix_a\", \"tag\", [\"a\"])"
			}
		]
	},
	check: (pass) => onExisting(pass, "create-index").filter(({ concurrently, autocommit, operation }) => concurrently === true ? operation !== null && !autocommit : concurrently === false).map((change) => trouble(change, change.concurrently ? `CONCURRENTLY cannot run inside of a transaction, and Alembic opens one: the migration fails unless env.py turns that off.` : `Building an index on ${named(change.table)} makes every INSERT, UPDATE and DELETE on it wait until the whole table was read.`, `Build it concurrently, outside of the transaction:\nwith op.get_context().autocommit_block():\n    op.create_index(${written(change)}, postgresql_concurrently=True)`))
};
/** As `create_index` takes it, as far as it can be read. */
const written = ({ name, table, columns }) => name === null || table === null || columns === null || table.includes(".") ? "…" : `${JSON.stringify(name)}, ${JSON.stringify(table)}, [${columns.map((one) => JSON.stringify(one)).join(", ")}]`;

// src/lint/argument-splice.ts
/** Adds an argument behind the last one; after a trailing comma on a line of its own, where that one has one. */
function addArgument({ from, to }, text, argument) {
	const inside = text.slice(from, to - 1).trimEnd();
	const at = from + inside.length;
	const comma = inside.endsWith(",");
	const first = inside.endsWith("(");
	return [{
		from: at,
		to: at,
		text: `${comma ? /\n[ \t]*(?=\S[^\n]*$)/.exec(inside)?.[0] ?? " " : first ? "" : ", "}${argument}${comma ? "," : ""}`
	}];
}

// src/lint/rules/require-constraint-type.ts
/** MySQL has a DROP of its own for each kind of constraint, so Alembic must be told which. */
const requireConstraintType = {
	id: "require-constraint-type",
	group: "traps",
	title: "drop_constraint without type_",
	why: "On MySQL and MariaDB Alembic raises NotImplementedError: \"No generic 'DROP CONSTRAINT' in MySQL - please specify constraint type\". What ran before it in the migration stays.",
	severity: ALL_ERROR,
	engines: MYSQL,
	examples: {
		bad: [{
			caption: "no type",
			upgrade: "op.drop_constraint(\"fk_user\", \"note\")",
			at: "op.drop_constraint",
			byHand: true
		}, {
			caption: "in a batch, on the way back",
			upgrade: "op.create_unique_constraint(\"uq\", \"note\", [\"a\"])",
			downgrade: "with op.batch_alter_table(\"note\") as batch:\n    batch.drop_constraint(\"uq\")",
			at: "batch.drop_constraint"
		}],
		good: [
			{
				caption: "with its type",
				upgrade: "op.drop_constraint(\"fk_user\", \"note\", type_=\"foreignkey\")"
			},
			{
				caption: "with its type as third argument",
				upgrade: "op.drop_constraint(\"uq\", \"note\", \"unique\")"
			},
			{
				caption: "a type that is computed",
				upgrade: "op.drop_constraint(\"uq\", \"note\", type_=kind())"
			}
		]
	},
	check: (pass) => ["upgrade", "downgrade"].flatMap((direction) => changesIn(pass, direction, "drop-constraint").flatMap((change) => {
		const { operation } = change;
		if (operation?.kind !== "call" || "**" in operation.keywords) return [];
		const type = argument(operation, "type_") ?? operation.keywords["type"];
		if (type !== void 0 && !isNone(type)) return [];
		const kind = kindOf(pass, change);
		const found = trouble(change, `Dropping constraint ${named(change.name)} of ${named(change.table)} without type_ raises NotImplementedError on MySQL and MariaDB; what ran before it stays.`, `Say what kind of constraint it is:${kind === null ? "\ntype_=\"foreignkey\"  # or \"unique\", \"check\", \"primary\"" : ""}`);
		return [kind === null ? found : {
			...found,
			missing: `type_="${kind}"`
		}];
	})),
	fix: ({ span, missing }, text) => span === null || missing === void 0 ? [] : addArgument(span, text, missing)
};
const KINDS = {
	"foreign-key": "foreignkey",
	unique: "unique",
	check: "check",
	"primary-key": "primary"
};
/** As the other direction adds it, under the same name; null where it does not. */
function kindOf(pass, { direction, table, name }) {
	const kind = changesIn(pass, direction === "upgrade" ? "downgrade" : "upgrade", "add-constraint").find((one) => name !== null && one.constraint.name === name && one.table !== null && table !== null && key(one.table) === key(table))?.constraint.kind;
	return kind !== void 0 && kind in KINDS ? KINDS[kind] : null;
}

// src/lint/rules/require-descriptive-message.ts
/** Whoever rolls back at night reads the message, not the file. */
const requireDescriptiveMessage = {
	id: "require-descriptive-message",
	group: "pull-request",
	title: "A message that says nothing",
	why: "`alembic history` and the log of every deploy show the message and nothing else of a revision.",
	severity: ALL_WARNING,
	examples: {
		bad: [
			{
				caption: "Alembic’s own",
				message: "empty message",
				at: "\"\"\"empty message"
			},
			{
				caption: "one word",
				message: "update",
				at: "\"\"\"update"
			},
			{
				caption: "only a ticket",
				message: "CW-221",
				at: "\"\"\"CW-221"
			},
			{
				caption: "a ticket and one word",
				message: "CW-221_fix",
				at: "\"\"\"CW-221_fix"
			}
		],
		good: [
			{
				caption: "what changes",
				message: "CW-221: tags on cases"
			},
			{
				caption: "words that are joined",
				message: "add_timezone_to_report_schedule"
			},
			{
				caption: "two words with a dash",
				message: "client-description"
			},
			{
				caption: "a language without spaces",
				message: "添加用户标签"
			},
			{
				caption: "a merge revision",
				message: "merge",
				downRevision: "(\"a1\", \"a2\")"
			}
		]
	},
	check: (pass) => {
		const { message, spans } = pass.revision;
		const text = message.trim();
		const says = text.toLowerCase() !== "empty message" && (/\s/.test(text) || wordsOf(text) > 1);
		if (isMerge(pass) || says || /[^\x20-\x7e]/.test(text)) return [];
		const line = spans.docstring ? lineAt(pass.text, spans.docstring.from) : 1;
		return [trouble({
			line,
			endLine: line,
			span: spans.docstring ?? null
		}, text === "" ? "This revision has no message: alembic history and the log of a deploy show nothing of what it does." : `"${text}" does not say what this revision does, and it is all that alembic history and the log of a deploy show.`, "Say in a few words of the docstring what changes for whom.")];
	}
};
/** Words of a message without blanks, tickets left out: `CW-221_add_tags` has two. */
const wordsOf = (text) => text.replace(/\b[A-Z][A-Z0-9]*-\d+|#\d+/g, "").split(/[^\p{L}]+/u).filter((word) => word.length > 1).length;

// src/lint/rules/require-downgrade.ts
/** A downgrade that does nothing pretends that there is a way back. */
const requireDowngrade = {
	id: "require-downgrade",
	group: "reversibility",
	title: "No downgrade for an upgrade that does something",
	why: "With an empty `downgrade()` a rollback moves the version and leaves what the upgrade did: from then on both say different things, and the next upgrade does on top of it what it did before, which mostly fails. One that raises stops the rollback half-way. A revision with no way back says so, with its reason.",
	severity: ALL_ERROR,
	examples: {
		bad: [
			{
				caption: "an empty one",
				upgrade: "op.drop_index(\"ix\", \"user\")",
				downgrade: "pass",
				at: "def downgrade",
				says: "leaves all that upgrade() did"
			},
			{
				caption: "one that raises",
				upgrade: "op.drop_index(\"ix\", \"user\")",
				downgrade: "raise NotImplementedError()",
				at: "def downgrade"
			},
			{
				caption: "one that only prints",
				upgrade: "op.drop_index(\"ix\", \"user\")",
				downgrade: "print(\"there is no way back\")",
				at: "def downgrade",
				says: "runs nothing on this database"
			},
			{
				caption: "declared irreversible without a reason",
				upgrade: "op.drop_index(\"ix\", \"user\")",
				aboveDowngrade: "# alembic-gate: irreversible",
				at: "def downgrade"
			}
		],
		good: [
			{
				caption: "a way back",
				upgrade: "op.drop_index(\"ix\", \"user\")",
				downgrade: "op.create_index(\"ix\", \"user\", [\"a\"])"
			},
			{
				caption: "declared irreversible with a reason",
				upgrade: "op.drop_index(\"ix\", \"user\")",
				aboveDowngrade: "# alembic-gate: irreversible the rows were anonymised"
			},
			{
				caption: "a way back that cannot be read",
				upgrade: "op.drop_index(\"ix\", \"user\")",
				downgrade: "rollback_helper(op.get_bind())",
				before: "from shop.migrations import rollback_helper"
			},
			{
				caption: "what another database alone needs",
				upgrade: "if op.get_bind().dialect.name == \"sqlite\":\n    op.execute(\"CREATE INDEX ix ON user (a)\")"
			},
			{ caption: "an upgrade that does nothing, either" }
		]
	},
	check: ({ migration, operations }) => {
		if (irreversibleReason(migration) !== null) return [];
		const isIn = ({ direction, database }) => (one) => one.direction === direction && one.database === database;
		return migration.functions.filter((one) => one.direction === "upgrade" && one.body === "present").flatMap((upgrade) => {
			const downgrade = migration.functions.find((one) => one.direction === "downgrade" && one.database === upgrade.database);
			if (!(downgrade === void 0 || downgrade.body === "raises" ? migration.operations : operations).some(isIn(upgrade))) return [];
			if (downgrade?.body === "present" && operations.some(isIn(downgrade))) return [];
			const { line, span } = downgrade ?? upgrade;
			return [trouble({
				line,
				endLine: line,
				span
			}, harmOf(downgrade), "Undo in downgrade() what upgrade() does, or declare that there is no way back:\n# alembic-gate: irreversible <reason>\ndef downgrade():")];
		});
	}
};
function harmOf(downgrade) {
	switch (downgrade?.body) {
		case void 0: return "There is no downgrade(): a rollback stops here with AttributeError.";
		case "raises": return "downgrade() raises: a rollback stops here, perhaps half-way.";
		case "present": return `downgrade() runs nothing on this database: ${LEAVES}`;
		case "empty": return `downgrade() does nothing: ${LEAVES}`;
	}
}
const LEAVES = "a rollback moves the version and leaves all that upgrade() did, and the next upgrade does it once more on top.";

// src/lint/rules/require-existing-attributes.ts
/** MySQL says the whole column again to change a part of it, and what Alembic is not told is silently lost. */
const ROLE = "class User(DeclarativeBase):\n    __tablename__ = \"user\"\n    role = Column(String(9), nullable=False, server_default=\"guest\")\n";
const requireExistingAttributes = {
	id: "require-existing-attributes",
	group: "traps",
	title: "alter_column without the attributes that it must restate",
	why: "Alembic writes MODIFY or CHANGE, which restate the whole column. Without `existing_type` the migration fails; without `existing_nullable` a NOT NULL column silently becomes nullable. A default, comment or autoincrement that exists is lost in the same way: seen where `models:` show one on the base, or on a server, which also tells a collation that is not the table’s.",
	severity: ALL_ERROR,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [
			{
				caption: "a new type without nullability",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.Text(), existing_type=sa.String(50))",
				at: "op.alter_column"
			},
			{
				caption: "a new name without anything",
				upgrade: "op.alter_column(\"user\", \"name\", new_column_name=\"title\")",
				at: "op.alter_column"
			},
			{
				caption: "nullability without the type, on the way back",
				upgrade: "op.alter_column(\"user\", \"name\", nullable=True, existing_type=sa.String(9))",
				downgrade: "op.alter_column(\"user\", \"name\", nullable=False)",
				at: "op.alter_column(\"user\", \"name\", nullable=False)"
			},
			{
				caption: "a default that the model has",
				upgrade: "op.alter_column(\"user\", \"role\", type_=sa.Text(), existing_nullable=False)",
				at: "op.alter_column",
				models: {
					base: ROLE,
					merged: ROLE
				}
			}
		],
		good: [
			{
				caption: "a default that the model has, restated",
				upgrade: "op.alter_column(\"user\", \"role\", type_=sa.Text(), existing_nullable=False, existing_server_default=\"guest\")",
				models: {
					base: ROLE,
					merged: ROLE
				}
			},
			{
				caption: "both given",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.Text(), existing_type=sa.String(50), existing_nullable=False)"
			},
			{
				caption: "a default alone, for which Alembic writes ALTER … SET DEFAULT",
				upgrade: "op.alter_column(\"user\", \"role\", server_default=\"guest\")"
			},
			{
				caption: "keywords that are computed",
				upgrade: "op.alter_column(\"user\", \"name\", type_=sa.Text(), **existing())"
			},
			{
				caption: "a column that was made here, and takes NULL",
				upgrade: "op.create_table(\"worker\", sa.Column(\"id\", sa.Integer(), primary_key=True), sa.Column(\"seen\", sa.DateTime()))\nop.alter_column(\"worker\", \"seen\", type_=mysql.DATETIME(fsp=6), existing_type=sa.DateTime())",
				before: "from sqlalchemy.dialects import mysql"
			},
			{
				caption: "a branch for PostgreSQL",
				upgrade: "if op.get_bind().dialect.name == \"postgresql\":\n    op.alter_column(\"user\", \"name\", type_=sa.Text())"
			}
		]
	},
	check: (pass) => ["upgrade", "downgrade"].flatMap((direction) => changesIn(pass, direction, "alter-column", "rename-column").flatMap((change) => {
		const { operation } = change;
		if (operation?.kind !== "call" || operation.name !== "alter_column") return [];
		const written = pass.facts.writtenColumn(tableOf$1(operation), columnNameOf(operation));
		const missing = missingIn(operation, pass).filter((name) => name !== "existing_nullable" || written === null || isNotNull(written));
		if (missing.length === 0) return [];
		const column = columnNamed(tableOf$1(operation), stringOf(argument(operation, "column_name")));
		const harm = missing.includes("existing_type") ? "the migration stops with \"All MySQL CHANGE/MODIFY COLUMN operations require the existing type\"" : missing.includes("existing_nullable") ? "if it is NOT NULL it silently becomes nullable, because MySQL says the whole column again" : "what it has now is silently lost, because MySQL says the whole column again";
		return [trouble(change, `This changes ${column} without ${missing.join(" and ")}: ${harm}.`, `Say what the column is now:\n${missing.map((name) => spelled(name, operation)).join(", ")}`)];
	}))
};
/** A column that this pull request writes out itself, and that takes NULL, loses nothing. */
const isNotNull = ({ nullable, primaryKey }) => nullable === false || primaryKey;
const columnNameOf = (call) => stringOf(argument(call, "column_name")) ?? "";
const SPELLED = {
	existing_type: "existing_type=sa.String(length=…)",
	existing_nullable: "existing_nullable=False"
};
function spelled(missing, call) {
	const { keyword, type } = typeAfter(call);
	const name = typeOf(type)?.name.toUpperCase() ?? "VARCHAR";
	return missing.startsWith("collation=") ? `${keyword}=mysql.${name}(…, ${missing})` : SPELLED[missing] ?? `${missing}=…`;
}
const FURTHER = [
	"server_default",
	"comment",
	"autoincrement"
];
/** What is lost beside type and nullability, as far as the base's model or schema says that the column has it. */
function furtherIn(call, { models, columnBefore }) {
	const table = tableOf$1(call);
	const column = stringOf(argument(call, "column_name"));
	if (table === null || column === null) return [];
	const said = (models && mapped(models.base, table)?.columns.get(column.toLowerCase())) ?? "";
	const known = columnBefore(table, column);
	const has = {
		server_default: known !== null && known.default !== null,
		comment: known !== null && known.comment !== null && known.comment !== "",
		autoincrement: known?.autoIncrement === true
	};
	return FURTHER.filter((name) => (has[name] === true || new RegExp(`[(,]${name}=(?!None)`).test(said)) && call.keywords[name] === void 0 && call.keywords[`existing_${name}`] === void 0).map((name) => `existing_${name}`);
}
/** What Alembic's MySQLImpl.alter_column (alembic/ddl/mysql.py) restates: all for a rename, none for a default alone. */
function missingIn(call, known) {
	const { keywords } = call;
	const isGiven = (name) => keywords[name] !== void 0 && !isNone(keywords[name]);
	const comments = keywords["comment"] !== void 0 && boolOf(keywords["comment"]) !== false;
	if (!([
		"new_column_name",
		"name",
		"nullable",
		"type_",
		"autoincrement"
	].some(isGiven) || comments) || "**" in keywords) return [];
	return [
		...isGiven("type_") || isGiven("existing_type") ? [] : ["existing_type"],
		...isGiven("nullable") || isGiven("existing_nullable") ? [] : ["existing_nullable"],
		...furtherIn(call, known),
		...lostCollation(call, known)
	];
}
const TEXTS = [
	"varchar",
	"char",
	"tinytext",
	"text",
	"mediumtext",
	"longtext",
	"enum",
	"set"
];
/** The type that Alembic restates, and where it is said. */
function typeAfter({ keywords }) {
	const type = keywords["type_"];
	return type !== void 0 && !isNone(type) ? {
		keyword: "type_",
		type
	} : {
		keyword: "existing_type",
		type: keywords["existing_type"]
	};
}
/** A text whose type names neither collation nor character set gets the table's. */
function lostCollation(call, { columnBefore }) {
	const collation = columnBefore(tableOf$1(call), columnNameOf(call))?.collation;
	const { type } = typeAfter(call);
	if (collation === void 0 || !TEXTS.includes(typeOf(type)?.name ?? "")) return [];
	return (type?.kind === "call" ? Object.keys(type.keywords) : []).some((name) => [
		"collation",
		"charset",
		"**"
	].includes(name)) ? [] : [`collation="${collation}"`];
}

// src/lint/rules/require-explicit-nullable.ts
/** Whether a column takes NULL should be read, not remembered. */
const requireExplicitNullable = {
	id: "require-explicit-nullable",
	group: "traps",
	title: "A column without nullable=",
	why: "SQLAlchemy’s default is nullable, a model’s `Mapped[str]` is not: who reviews the migration must guess what was meant. Autogenerate always writes it.",
	severity: WARNING_ERROR,
	examples: {
		bad: [{
			caption: "a new column",
			upgrade: "op.add_column(\"user\", sa.Column(\"name\", sa.String(50)))",
			at: "op.add_column"
		}, {
			caption: "with a comma at the end",
			upgrade: "op.create_table(\n    \"user\",\n    sa.Column(\n        \"name\",\n        sa.Text(),\n    ),\n)",
			at: "sa.Column("
		}],
		good: [
			{
				caption: "said",
				upgrade: "op.add_column(\"user\", sa.Column(\"name\", sa.Text(), nullable=False))"
			},
			{
				caption: "primary keys, and columns that are computed or numbered",
				upgrade: "op.create_table(\"user\", sa.Column(\"id\", sa.Integer(), primary_key=True), sa.Column(\"a\", sa.Integer()), sa.Column(\"n\", sa.Integer(), sa.Computed(\"1\")), sa.Column(\"m\", sa.Integer(), sa.Identity()), sa.PrimaryKeyConstraint(\"a\"))"
			},
			{
				caption: "keywords that are computed",
				upgrade: "op.add_column(\"user\", sa.Column(\"a\", sa.Integer(), **rest()))"
			}
		]
	},
	check: ({ changes, text }) => changes.flatMap(({ operation, kind }) => {
		if (operation?.kind !== "call" || kind === "add-constraint") return [];
		const keys = operation.args.flatMap((value) => {
			const constraint = constraintOf(value);
			return constraint?.kind === "primary-key" ? constraint.columns ?? [] : [];
		});
		return columnCalls(operation).flatMap((call) => {
			const { name, primaryKey, generated, identity } = columnOf(call);
			const isKey = primaryKey || name !== null && keys.includes(name);
			if (call.keywords["nullable"] !== void 0 || "**" in call.keywords || isKey || generated || identity || boolOf(call.keywords["system"]) === true) return [];
			const place = {
				line: lineAt(text, call.span.from),
				endLine: lineAt(text, call.span.to - 1),
				span: call.span
			};
			const column = columnNamed(tableOf$1(operation), name);
			return [trouble(place, `${column} does not say whether it takes NULL, so whoever reviews it must know that by default it does.`, "Say it:")];
		});
	}),
	fix: ({ span }, text) => span === null ? [] : addArgument(span, text, "nullable=True")
};

// src/lint/rules/require-idempotent-sql.ts
const requireIdempotentSql = {
	id: "require-idempotent-sql",
	group: "traps",
	title: "Raw SQL that makes or drops without IF [NOT] EXISTS",
	why: "After a failure half-way the migration begins at the top again, and stops at what it made or dropped before.",
	severity: STRICT_WARNING,
	examples: {
		bad: [
			{
				caption: "a table made",
				upgrade: "op.execute(\"CREATE TABLE tag (id INT)\")",
				at: "op.execute"
			},
			{
				caption: "a column, where the server can be told",
				upgrade: "op.execute(\"ALTER TABLE tag ADD COLUMN a INT\")",
				at: "op.execute",
				engines: ["mariadb", "postgresql"]
			},
			{
				caption: "a table dropped",
				upgrade: "op.execute(\"DROP TABLE tag\")",
				at: "op.execute"
			}
		],
		good: [
			{
				caption: "guarded",
				upgrade: "op.execute(\"CREATE TABLE IF NOT EXISTS tag (id INT)\")"
			},
			{
				caption: "what MySQL has no guard for",
				upgrade: "op.execute(\"ALTER TABLE tag ADD COLUMN a INT\")",
				engines: ["mysql"]
			},
			{
				caption: "Alembic’s own operations",
				upgrade: "op.drop_table(\"tag\")"
			}
		]
	},
	check: (pass) => ["upgrade", "downgrade"].flatMap((direction) => changesIn(pass, direction, "create-table", "drop-table", ...finer(pass.engine)).filter(({ operation, guarded }) => operation?.kind === "sql" && !guarded).map((change) => trouble(change, "This statement cannot run twice: after a failure further down, the next attempt stops at it.", `Write ${change.kind.startsWith("drop-") ? "IF EXISTS" : "IF NOT EXISTS"}.`)))
};
/** MySQL knows IF [NOT] EXISTS of tables alone. */
const finer = (engine) => engine === "mariadb" || engine === "postgresql" ? [
	"add-column",
	"drop-column",
	"create-index",
	"drop-index"
] : [];

// src/lint/rules/require-index-table.ts
/** On MySQL an index is dropped from a table; without its name Alembic makes one up. */
const requireIndexTable = {
	id: "require-index-table",
	group: "traps",
	title: "drop_index without table_name",
	why: "MySQL and MariaDB drop an index from a table by name, so Alembic puts in a table that does not exist and the migration fails. PostgreSQL drops it by its name alone, so this is only worth knowing there: readers and tools cannot tell whose index it is.",
	severity: ALL_ERROR,
	engines: [
		"mysql",
		"mariadb",
		"postgresql",
		"sqlite"
	],
	examples: {
		bad: [{
			caption: "no table",
			upgrade: "op.drop_index(\"ix_name\")",
			at: "op.drop_index",
			byHand: true
		}, {
			caption: "no table, on the way back",
			upgrade: "op.create_index(\"ix_name\", \"user\", [\"name\"])",
			downgrade: "op.drop_index(\"ix_name\")",
			at: "op.drop_index"
		}],
		good: [{
			caption: "with the table",
			upgrade: "op.drop_index(\"ix_name\", table_name=\"user\")"
		}, {
			caption: "in a batch, which knows it",
			upgrade: "with op.batch_alter_table(\"user\") as batch:\n    batch.drop_index(\"ix_name\")"
		}]
	},
	check: (pass) => ["upgrade", "downgrade"].flatMap((direction) => changesIn(pass, direction, "drop-index").flatMap((change) => {
		const { operation } = change;
		if (operation?.kind !== "call" || operation.batchTable || "**" in operation.keywords) return [];
		const table = argument(operation, "table_name") ?? operation.keywords["tablename"];
		if (table !== void 0 && !isNone(table)) return [];
		const known = tableOf(pass, change);
		const found = trouble(change, isMysql(pass.engine) ? `Dropping index ${named(change.name)} without its table fails on MySQL and MariaDB: Alembic names a table that does not exist.` : `Dropping index ${named(change.name)} does not say of which table: who reads this must search for it, and on MySQL it would fail.`, `Name the table:${known === null ? "\ntable_name=\"…\"" : ""}`, isMysql(pass.engine) ? void 0 : "info");
		return [known === null ? found : {
			...found,
			missing: `table_name=${JSON.stringify(known)}`
		}];
	})),
	fix: ({ span, missing }, text) => span === null || missing === void 0 ? [] : addArgument(span, text, missing)
};
/** Of the index of that name in the other direction; null where it is not there, or in a schema of its own. */
function tableOf(pass, { direction, name }) {
	const made = changesIn(pass, direction === "upgrade" ? "downgrade" : "upgrade", "create-index").find((one) => name !== null && one.name === name);
	return made?.table?.includes(".") === false ? made.table : null;
}
const isMysql = (engine) => engine === "mysql" || engine === "mariadb";

// src/lint/rules/require-innodb.ts
/** Tables of other engines know neither transactions nor foreign keys. */
const requireInnodb = {
	id: "require-innodb",
	group: "hygiene",
	title: "A new table of another engine than InnoDB",
	why: "MyISAM and its like have no transactions and no foreign keys, lose rows in a crash, and are locked as a whole by every write.",
	severity: ALL_OFF,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [{
			caption: "with Alembic",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()), mysql_engine=\"MyISAM\")",
			at: "op.create_table"
		}, {
			caption: "in raw SQL",
			upgrade: "op.execute(\"CREATE TABLE tag (id INT) ENGINE=MEMORY\")",
			at: "op.execute"
		}],
		good: [{
			caption: "InnoDB, and the server’s default",
			upgrade: "op.execute(\"CREATE TABLE tag (id INT) ENGINE = innodb\")\nop.execute(\"CREATE TABLE label (id INT)\")"
		}, {
			caption: "a temporary table",
			upgrade: "op.execute(\"CREATE TEMPORARY TABLE work (id INT) ENGINE=MEMORY\")"
		}]
	},
	check: (pass) => changesIn(pass, "upgrade", "create-table").filter(({ engine, temporary }) => engine !== null && engine.toUpperCase() !== "INNODB" && !temporary).map((change) => trouble(change, `Table ${named(change.table)} is made for engine ${change.engine ?? ""}: it has no transactions and no foreign keys, and every write locks all of it.`, "Use InnoDB:\nmysql_engine=\"InnoDB\""))
};

// src/lint/rules/require-lock-timeout.ts
/** A migration that waits for a lock makes everybody wait behind it. */
const requireLockTimeout = {
	id: "require-lock-timeout",
	group: "locks",
	title: "A table that exists is changed without a limit on waiting for its lock",
	why: "One long transaction holds the table, the migration waits for it, and every query that comes after waits behind the migration: the table is down, although nothing runs. A limit makes the migration give up instead. One that `env.py` sets is not seen here.",
	severity: STRICT_WARNING,
	engines: [
		"mysql",
		"mariadb",
		"postgresql"
	],
	examples: {
		bad: [{
			caption: "no limit",
			upgrade: "op.add_column(\"note\", sa.Column(\"a\", sa.Integer()))",
			at: "op.add_column"
		}, {
			caption: "a limit that comes too late",
			upgrade: "op.drop_column(\"note\", \"a\")\nop.execute(\"SET lock_timeout = '2s'\")",
			at: "op.drop_column",
			engines: ["postgresql"]
		}],
		good: [
			{
				caption: "PostgreSQL",
				upgrade: `op.execute("SET LOCAL lock_timeout = '2s'")\nop.drop_column("note", "a")`,
				engines: ["postgresql"]
			},
			{
				caption: "MySQL and MariaDB",
				upgrade: "op.execute(\"SET SESSION lock_wait_timeout = 5\")\nop.drop_column(\"note\", \"a\")",
				engines: ["mysql", "mariadb"]
			},
			{
				caption: "a new table",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()))"
			}
		]
	},
	check: (pass) => {
		const setting = pass.engine === "postgresql" ? "lock_timeout" : "lock_wait_timeout";
		const [first] = onExisting(pass, ...[
			"add-column",
			"drop-column",
			"alter-column",
			"rename-column",
			"drop-index"
		], ...[
			"add-constraint",
			"drop-constraint",
			"table-option",
			"rename-table"
		], ...[
			"create-index",
			"drop-table",
			"truncate"
		]);
		if (!first || pass.migration.operations.some((one) => isLimit(one, setting, first))) return [];
		const limit = pass.engine === "postgresql" ? `SET LOCAL lock_timeout = '2s'` : "SET SESSION lock_wait_timeout = 5";
		return [trouble(first, `This waits for the lock of ${named(first.table)} as long as it takes, and every query of that table that comes meanwhile waits behind it.`, `Set a limit before it:\nop.execute("${limit}")`)];
	}
};
function isLimit(operation, setting, before) {
	if (operation?.kind !== "sql" || operation.direction !== "upgrade") return false;
	return operation.line <= before.line && new RegExp(`\\bset\\b[^;]*\\b${setting}\\b`, "i").test(operation.sql);
}

// src/lint/rules/require-model-change.ts
const USER = "class User(DeclarativeBase):\n    __tablename__ = \"user\"\n    id = Column(Integer, primary_key=True)\n";
const requireModelChange = {
	id: "require-model-change",
	group: "pull-request",
	title: "The schema changes, and no file of models: does",
	why: "The next autogenerate finds the difference and undoes this migration in somebody else’s pull request. Merge revisions, table options and revisions that only change rows are excepted, and so is dropping what no model maps any more. Needs `models:`.",
	severity: WARNING_ERROR,
	examples: {
		bad: [{
			caption: "a column that no model has",
			upgrade: "op.add_column(\"user\", sa.Column(\"nick\", sa.Text()))",
			at: "op.add_column",
			models: {
				base: USER,
				merged: USER
			}
		}],
		good: [
			{
				caption: "both",
				upgrade: "op.add_column(\"user\", sa.Column(\"nick\", sa.Text()))",
				models: {
					base: USER,
					merged: `${USER}    nick = Column(Text)\n`
				}
			},
			{
				caption: "rows alone",
				upgrade: `op.execute("UPDATE user SET id = 2 WHERE id = 1")`,
				models: {
					base: USER,
					merged: USER
				}
			},
			{
				caption: "a column that left the model before",
				upgrade: "op.drop_column(\"user\", \"nick\")",
				models: {
					base: USER,
					merged: USER
				}
			},
			{
				caption: "without `models:`",
				upgrade: "op.add_column(\"user\", sa.Column(\"nick\", sa.Text()))"
			}
		]
	},
	check: (pass) => {
		const { models } = pass;
		if (models === null || models.changed || isMerge(pass)) return [];
		const removed = (change) => change.kind === "drop-table" && isUnmapped(models.base, change.table) || change.kind === "drop-column" && isUnmapped(models.base, change.table, change.column);
		const [first] = changesIn(pass, "upgrade", ...[
			"create-table",
			"drop-table",
			"rename-table",
			"add-column",
			"drop-column"
		], ...[
			"rename-column",
			"alter-column",
			"create-index",
			"drop-index"
		], ...[
			"add-constraint",
			"drop-constraint",
			"add-enum-value"
		]).filter((change) => !removed(change) && !(change.kind === "create-table" && change.temporary));
		if (!first) return [];
		return [trouble(first, "The schema changes here, and no model does: the next autogenerate finds the difference and undoes it in another pull request.", "Change the model in the same pull request.")];
	}
};

// src/lint/rules/require-naming.ts
/** Names that follow no pattern must be looked up, each time. */
const requireNaming = {
	id: "require-naming",
	group: "hygiene",
	title: "A new name that does not follow the project’s pattern",
	why: "Names in two styles must be looked up each time, and on servers whose names are case-sensitive a wrong guess fails. `table`, `column`, `index` and `constraint` are regular expressions that the whole name must match; those that are null are not looked at.",
	severity: ALL_OFF,
	statements: true,
	options: {
		table: "[a-z][a-z0-9_]*",
		column: "[a-z][a-z0-9_]*",
		index: null,
		constraint: null
	},
	examples: {
		bad: [{
			caption: "camel case",
			upgrade: "op.add_column(\"note\", sa.Column(\"createdAt\", sa.DateTime()))",
			at: "op.add_column"
		}, {
			caption: "an index, with `index: ix_.+`",
			upgrade: "op.create_index(\"note_text\", \"note\", [\"text\"])",
			at: "op.create_index",
			config: { rules: { "require-naming": {
				severity: "error",
				options: { index: "ix_.+" }
			} } }
		}],
		good: [{
			caption: "snake case, and an index of any name",
			upgrade: "op.create_table(\"note_text\", sa.Column(\"created_at\", sa.DateTime()))\nop.create_index(\"NoteText\", \"note_text\", [\"created_at\"])"
		}, {
			caption: "a computed name",
			upgrade: "op.add_column(\"note\", sa.Column(name(), sa.DateTime()))"
		}]
	},
	check: (pass) => newNames(pass).flatMap(({ sort, name, change }) => {
		const pattern = pass.options[sort];
		if (typeof pattern !== "string" || compiled(sort, pattern).test(name)) return [];
		return [trouble(change, `The ${sort} name \`${name}\` does not match ${pattern}: whoever writes a query must look up which style it has.`, "Take a name that matches the pattern.")];
	})
};
/** Throws UsageError where the configuration's pattern is none. */
function compiled(sort, pattern) {
	try {
		return new RegExp(`^(?:${pattern})$`, "u");
	} catch {
		throw new UsageError(`rules.require-naming.${sort}: ${pattern} is no regular expression`);
	}
}

// src/lint/rules/require-primary-key.ts
/** A table without a primary key cannot be replicated, synchronised or cleaned up row by row. */
const requirePrimaryKey = {
	id: "require-primary-key",
	group: "hygiene",
	title: "A new table without a primary key",
	why: "MySQL’s and MariaDB’s row-based replication then looks through the whole table for every changed row, and group replication refuses the table; PostgreSQL’s logical replication refuses to update or delete its rows. Duplicates cannot be told apart anywhere.",
	severity: ALL_OFF,
	statements: true,
	examples: {
		bad: [{
			caption: "with Alembic",
			upgrade: "op.create_table(\"tag\", sa.Column(\"name\", sa.String(50), nullable=False))",
			at: "op.create_table"
		}, {
			caption: "in raw SQL",
			upgrade: "op.execute(\"CREATE TABLE tag (name VARCHAR(50))\")",
			at: "op.execute"
		}],
		good: [
			{
				caption: "a column that is one",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer(), primary_key=True))"
			},
			{
				caption: "a constraint",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()), sa.PrimaryKeyConstraint(\"id\"))"
			},
			{
				caption: "a key that is added later in the revision",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()))\nop.create_primary_key(\"pk\", \"tag\", [\"id\"])"
			},
			{
				caption: "columns that are computed, and a copy of a table",
				upgrade: "op.create_table(\"tag\", *columns())\nop.execute(\"CREATE TABLE copy LIKE tag\")"
			},
			{
				caption: "a temporary table",
				upgrade: "op.execute(\"CREATE TEMPORARY TABLE work (id INT)\")"
			}
		]
	},
	check: (pass) => {
		const later = changesIn(pass, "upgrade", "add-constraint").filter(({ constraint }) => constraint.kind === "primary-key");
		return changesIn(pass, "upgrade", "create-table").filter(({ columns, constraints, complete, temporary, table }) => {
			const has = columns.some(({ primaryKey }) => primaryKey) || constraints.some(({ kind }) => kind === "primary-key") || later.some((one) => one.table === table);
			return complete && !temporary && !has;
		}).map((change) => trouble(change, `Table ${named(change.table)} has no primary key: ${pass.engine === "postgresql" ? "logical replication refuses to update or delete its rows" : "replication looks through all of it for every changed row"}, and nothing tells two equal rows apart.`, "Give it one:\nsa.Column(\"id\", sa.BigInteger(), primary_key=True)"));
	}
};

// src/lint/rules/require-server-default.ts
/** A NOT NULL column without a server default refuses the rows that are there, and those that old code still inserts. */
const DATES = [
	"date",
	"datetime",
	"timestamp"
];
const requireServerDefault = {
	id: "require-server-default",
	group: "rolling-deploy",
	title: "A NOT NULL column is added without a server default",
	why: "Rows that exist have no value for it: PostgreSQL refuses the column, MySQL and MariaDB fill in zero or an empty text. Old code does not know the column, so each of its INSERTs fails. `default=` is Python’s own and does not count: the database never sees it.",
	recipe: [
		{
			does: "Add the column nullable, or with a server default, and write it from the code.",
			migration: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), server_default=\"guest\", nullable=True))"
		},
		{
			does: "Fill it in batches where the default is not what is meant, and make it NOT NULL.",
			migration: "op.alter_column(\"user\", \"role\", nullable=False, existing_type=sa.String(9), existing_server_default=\"guest\")"
		},
		{
			does: "Drop the default if the code is to say it, when no instance of the release before it runs any more.",
			migration: "op.alter_column(\"user\", \"role\", server_default=None, existing_type=sa.String(9), existing_nullable=False)"
		}
	],
	severity: ALL_ERROR,
	statements: true,
	examples: {
		bad: [
			{
				caption: "with Alembic",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), nullable=False))",
				at: "op.add_column"
			},
			{
				caption: "with a default of Python’s alone",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), nullable=False, default=\"guest\"))",
				at: "op.add_column"
			},
			{
				caption: "a date",
				upgrade: "op.add_column(\"user\", sa.Column(\"born\", sa.Date(), nullable=False))",
				at: "op.add_column",
				engines: ["mysql", "mariadb"],
				says: "get 0000-00-00, or the upgrade fails"
			},
			{
				caption: "in raw SQL",
				upgrade: "op.execute(\"ALTER TABLE user ADD COLUMN role VARCHAR(9) NOT NULL\")",
				at: "op.execute"
			}
		],
		good: [
			{
				caption: "with a server default",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), server_default=\"guest\", nullable=False))"
			},
			{
				caption: "a nullable column",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), nullable=True))"
			},
			{
				caption: "a computed column",
				upgrade: "op.add_column(\"user\", sa.Column(\"n\", sa.Integer(), sa.Computed(\"a + 1\"), nullable=False))"
			},
			{
				caption: "a table of this pull request",
				upgrade: "op.create_table(\"note\", sa.Column(\"id\", sa.Integer(), nullable=False))\nop.add_column(\"note\", sa.Column(\"n\", sa.Integer(), nullable=False))"
			}
		]
	},
	check: (pass) => onExisting(pass, "add-column").flatMap((change) => {
		const { nullable, serverDefault, generated, autoIncrement, primaryKey, name, type } = change.column;
		if (nullable !== false || serverDefault || generated || autoIncrement || primaryKey) return [];
		const rows = pass.engine === "postgresql" ? "the upgrade fails as soon as the table has a row" : pass.engine === null ? "rows that exist have no value for it" : DATES.includes(type?.name ?? "") ? "rows that exist get 0000-00-00, or the upgrade fails on them where sql_mode forbids that" : "rows that exist get zero or an empty text";
		return [trouble(change, `${columnNamed(change.table, name)} is NOT NULL and has no server default: ${rows}, and every INSERT of old code that still runs fails.`, "Give it a server default, or add it nullable, fill it, and make it NOT NULL in a later release:\nserver_default=sa.text(\"…\")")];
	})
};

// src/lint/rules/require-string-length.ts
/** VARCHAR has a length on MySQL, and SQLAlchemy does not guess one. */
const requireStringLength = {
	id: "require-string-length",
	group: "traps",
	title: "sa.String() without a length",
	why: "On MySQL and MariaDB the migration fails with \"VARCHAR requires a length on dialect mysql\". On PostgreSQL the column is unbounded, which is only worth knowing.",
	severity: ALL_ERROR,
	engines: [
		"mysql",
		"mariadb",
		"postgresql"
	],
	examples: {
		bad: [{
			caption: "a new column",
			upgrade: "op.add_column(\"user\", sa.Column(\"name\", sa.String(), nullable=True))",
			at: "op.add_column"
		}, {
			caption: "among others in a new table",
			upgrade: "op.create_table(\n    \"user\",\n    sa.Column(\"id\", sa.Integer(), nullable=False),\n    sa.Column(\"name\", sa.String, nullable=True),\n)",
			at: "sa.Column(\"name\""
		}],
		good: [{
			caption: "with a length",
			upgrade: "op.add_column(\"user\", sa.Column(\"name\", sa.String(length=50), nullable=True))"
		}, {
			caption: "a length that is computed, and text",
			upgrade: "op.add_column(\"user\", sa.Column(\"a\", sa.String(width()), nullable=True))\nop.add_column(\"user\", sa.Column(\"b\", sa.Text(), nullable=True))"
		}]
	},
	check: ({ changes, text, engine }) => changes.flatMap(({ operation }) => {
		if (operation?.kind !== "call") return [];
		const bare = columnCalls(operation).filter((call) => columnOf(call).type?.name === "varchar" && call.args.some((value) => isBareString(value)));
		const names = bare.map((call) => columnNamed(tableOf$1(operation), columnOf(call).name));
		const place = (call) => ({
			line: lineAt(text, call.span.from),
			endLine: lineAt(text, call.span.to),
			span: call.span
		});
		if (engine !== "postgresql") return bare.map((call, index) => trouble(place(call), `${names[index] ?? ""} is a sa.String without length: the migration fails with "VARCHAR requires a length on dialect ${engine ?? "mysql"}".`, "Give it a length:\nsa.String(length=255)"));
		const [first] = bare;
		const more = names.length > 1 ? ` and ${String(names.length - 1)} more` : "";
		return first === void 0 ? [] : [trouble(place(first), `${names[0] ?? ""}${more} ${more === "" ? "is a text" : "are texts"} of any length.`, "Give sa.String a length, or write sa.Text() to say that this is meant.", "info")];
	})
};
/** `sa.String`, `sa.String()`; a length that is computed is one. */
function isBareString(value) {
	const bare = /^(?:String|Unicode|VARCHAR)$/;
	if (value.kind === "name") return bare.test(value.name);
	if (value.kind !== "call" || value.on !== null) return false;
	return bare.test(value.callee) && value.args.length === 0 && Object.keys(value.keywords).every((one) => one !== "length" && one !== "**");
}

// src/lint/rules/require-ticket.ts
/** A change of the schema that no ticket explains cannot be traced. */
/** Words that look like tickets and are none. */
const NO_TICKETS = /^(?:UTF|SHA|ISO|RFC|MD|AES|RSA|UTC|CVE|X)-?\d/;
const TICKET = /\b[A-Z][A-Z0-9]+-\d+\b/g;
const requireTicket = {
	id: "require-ticket",
	group: "pull-request",
	title: "The message names no ticket",
	why: "Years later the ticket is the only answer to why a column exists. `message-pattern` sets what a ticket looks like.",
	severity: {
		recommended: "off",
		"add-only": "error",
		strict: "error"
	},
	examples: {
		bad: [
			{
				caption: "no ticket",
				message: "tags on cases",
				at: "\"\"\"tags"
			},
			{
				caption: "the name of an encoding",
				message: "names are UTF-8",
				at: "\"\"\"names"
			},
			{
				caption: "another pattern",
				message: "CW-221 tags on cases",
				config: { messagePattern: "JMS-\\d+" },
				at: "\"\"\"CW"
			}
		],
		good: [{
			caption: "a ticket",
			message: "CW-221: tags on cases"
		}, {
			caption: "the project’s own pattern",
			message: "#12 tags",
			config: { messagePattern: "#\\d+" }
		}]
	},
	check: (pass) => {
		const { message, spans } = pass.revision;
		const { messagePattern } = pass.config;
		if (messagePattern === null ? [...message.matchAll(TICKET)].some(([ticket]) => !NO_TICKETS.test(ticket)) : new RegExp(messagePattern, "u").test(message)) return [];
		const line = spans.docstring ? lineAt(pass.text, spans.docstring.from) : 1;
		const wanted = messagePattern === null ? "a ticket such as CW-221" : `something like ${messagePattern}`;
		return [trouble({
			line,
			endLine: line,
			span: spans.docstring ?? null
		}, `The message does not name ${wanted}: nobody will know why this was changed.`, "Begin the docstring with the ticket.", isMerge(pass) ? "warning" : void 0)];
	}
};

// src/lint/rules/index.ts
const RULES = [
	noAlterColumn,
	noApplicationImport,
	noAutoIncrementAdd,
	noBlockingChange,
	noCascadeDelete,
	noCharsetConvert,
	noCheckOrForeignKeyOnExisting,
	noColumnPosition,
	noDataChangeWithoutReverse,
	noDdlAndDmlTogether,
	noDialectAsymmetry,
	noDowngradeMismatch,
	noDropAndAddColumn,
	noDropAndBackfillTogether,
	noDropColumn,
	noDropDefault,
	noDropMappedObject,
	noDropSchema,
	noDropTable,
	noDuplicateIndex,
	noEmptyMigration,
	noEngineChange,
	noEnumValueAddWithoutReverse,
	noEnumValueRemoval,
	noFileNameMismatch,
	noFloatForMoney,
	noForeignKeyTypeMismatch,
	noHeaderMismatch,
	noIndexDropBeforeForeignKey,
	noInlineReferences,
	noLargeRevision,
	noLargeTableChange,
	noManyDdlInOneRevision,
	noMixedExpandContract,
	noOnlineOnlyIntrospection,
	noOperationsInMerge,
	noOtherDialectOption,
	noPartitionChange,
	noPrefixRedundantIndex,
	noPrimaryKeyChange,
	noRenameColumn,
	noRenameTable,
	noRepeatedAlter,
	noReservedWord,
	noSetNotNull,
	noSmallPrimaryKey,
	noStoredGeneratedColumn,
	noTableRebuild,
	noTimestamp2038,
	noTruncate,
	noTypeNarrowing,
	noUnbatchedBackfill,
	noUnescapedColon,
	noUnfilteredDelete,
	noUniqueOnExisting,
	noUnnamedConstraint,
	noUnreadOperation,
	noUnrelatedChange,
	noVarcharBoundary,
	noZeroDate,
	requireCharset,
	requireColumns,
	requireComment,
	requireConcurrentIndex,
	requireConstraintType,
	requireDescriptiveMessage,
	requireDowngrade,
	requireExistingAttributes,
	requireExplicitNullable,
	requireIdempotentSql,
	requireIndexTable,
	requireInnodb,
	requireLockTimeout,
	requireModelChange,
	requireNaming,
	requirePrimaryKey,
	requireServerDefault,
	requireStringLength,
	requireTicket
];

// src/lint/catalogue.ts
/** All rules there are: those of this folder, and those whose findings come from the graph, the history or a proof. */
const fixed = {
	configurable: false,
	inline: false
};
const ELSEWHERE = [
	{
		id: "no-multiple-heads",
		group: "history",
		title: "The history would have more heads than expected",
		why: "`alembic upgrade head` stops with \"Multiple head revisions are present\" and applies nothing, on every database.",
		severity: ALL_ERROR,
		configurable: true,
		inline: false
	},
	{
		id: "no-stale-parent",
		group: "history",
		title: "A new revision follows one that is no head of the base",
		why: "The history forks there as soon as both land.",
		severity: STRICT_ERROR,
		configurable: true,
		inline: false
	},
	{
		id: "no-incomplete-merge",
		group: "history",
		title: "A merge revision leaves heads over",
		why: "There are still several heads, and `alembic upgrade head` still applies nothing.",
		severity: ALL_ERROR,
		...fixed
	},
	{
		id: "no-missing-parent",
		group: "history",
		title: "A revision names one that is not there",
		why: "Every Alembic command ends in a KeyError.",
		severity: ALL_ERROR,
		...fixed
	},
	{
		id: "no-duplicate-revision",
		group: "history",
		title: "Two files have one revision id",
		why: "Alembic keeps the later file and a phantom head of the earlier, which no merge revision cures.",
		severity: ALL_ERROR,
		...fixed
	},
	{
		id: "no-cycle",
		group: "history",
		title: "Revisions follow each other in a circle",
		why: "No order exists in which they could be applied; in a case that Alembic accepts, a child runs before its parent.",
		severity: ALL_ERROR,
		...fixed
	},
	{
		id: "no-invalid-revision-id",
		group: "history",
		title: "A revision id that Alembic or the version table refuses",
		why: "An id with illegal characters stops every command; a word that Alembic keeps for itself (`base`, `head`, `heads`) is not run, or passed over; one of more than 32 characters fails after its schema changes have run.",
		severity: ALL_ERROR,
		...fixed
	},
	{
		id: "no-unreadable-revision",
		group: "history",
		title: "A file of the versions directory that Python or Alembic cannot load",
		why: "Every Alembic command loads it, and fails.",
		severity: ALL_ERROR,
		...fixed
	},
	{
		id: "no-stray-python-in-versions",
		group: "history",
		title: "A Python file in the versions directory that is no revision",
		why: "Alembic loads every file there: a helper, a backup or a left-over of a merge conflict breaks every command.",
		severity: ALL_ERROR,
		...fixed
	},
	{
		id: "no-merged-revision-change",
		group: "history",
		title: "A revision of the base is edited, deleted, renamed or moved",
		why: "Databases that have applied it never see the change, and one that stands at a deleted revision stops at every command.",
		severity: ALL_ERROR,
		...fixed
	},
	{
		id: "no-reparent-of-merged",
		group: "history",
		title: "A revision of the base gets another parent, or a new one below it",
		why: "A database that has the revision is taken to have everything below it, so the upgrade silently never runs what is new there.",
		severity: ALL_ERROR,
		...fixed
	},
	{
		id: "no-order-dependent-siblings",
		group: "history",
		title: "The two orders of two sides give different schemas",
		why: "A merge revision does not say which side runs first, so environments drift apart under one version. Sides whose sources touch the same column, index, constraint or table are warned of before anything has run.",
		severity: ALL_ERROR,
		...fixed
	},
	{
		id: "no-gate-weakening",
		group: "history",
		title: "The pull request makes the gate judge less",
		why: "A gate that can be edited away by what it judges is none: the base’s configuration judges, and the change needs eyes of its own.",
		severity: ALL_ERROR,
		...fixed
	},
	{
		id: "no-unsupported-heads-verb",
		group: "history",
		title: "Deployment and tests run Alembic with different verbs",
		why: "`upgrade heads` applies a forked history at which `upgrade head` stops, so tests that run the one say nothing of a deployment that runs the other; and after a merge revision `downgrade -1` stops with \"Ambiguous walk\". Dockerfiles, compose files, Makefiles, workflows, shell and entrypoint scripts are looked at.",
		severity: STRICT_WARNING,
		configurable: true,
		inline: false
	},
	{
		id: "no-other-server-version",
		group: "history",
		title: "The proof ran on another version of the server than production’s",
		why: "Which statements lock, which are refused and what becomes of a default differ between versions. With the profile `strict` nothing is proved on another one.",
		severity: ALL_WARNING,
		...fixed
	},
	{
		id: "no-failing-migration",
		group: "history",
		title: "A migration fails on a real server",
		why: "It raised, or did not end in time, on a throwaway server that was brought to the state of the base.",
		severity: ALL_ERROR,
		...fixed
	},
	{
		id: "no-round-trip-difference",
		group: "reversibility",
		title: "The schema differs after upgrade, downgrade, upgrade",
		why: "A rollback leaves residue, or loses something that was there: seen on a real server, attribute by attribute.",
		severity: ALL_ERROR,
		configurable: true,
		inline: true
	},
	{
		id: "no-new-drift",
		group: "pull-request",
		title: "Models and database differ after the upgrade where they did not before",
		why: "The code that lands asks for what no database has, or the next autogenerate takes along what this change left. Asked of autogenerate on a real server; what differed on the base already is not said, and under `add-only` what only left the models may stay in the database.",
		severity: ALL_ERROR,
		configurable: true,
		inline: true
	},
	{
		id: "no-old-code-break",
		group: "rolling-deploy",
		title: "Code of the base cannot read or write any more after the upgrade",
		why: "While a deployment rolls, the old code runs on the new schema: what it reads must be there, and what it writes must go in. Rows of all kinds are made as the base takes them and tried again after the upgrade; where only NULLs, doubles or great values are refused, it warns.",
		severity: ALL_ERROR,
		configurable: true,
		inline: true
	},
	{
		id: "no-fresh-install-difference",
		group: "pull-request",
		title: "A new installation gets another database than the migrations make",
		why: "The command that creates and stamps a database makes something else than the upgrade of an existing one, so two customers of one version have two schemas, and the next migration works for one of them only. Asked of a real server; what differed on the base already is told and does not fail.",
		severity: ALL_ERROR,
		configurable: true,
		inline: true
	},
	{
		id: "no-ghost-change",
		group: "pull-request",
		title: "A migration changes what no model of the pull request asks for",
		why: "Autogenerate compares models with some database: what a branch or a hand left there it drops or alters, as here a table that no model maps. On other databases somebody else may own it.",
		severity: WARNING_ERROR,
		configurable: true,
		inline: true
	},
	{
		id: "require-migration",
		group: "pull-request",
		title: "A model changes what the schema should be, and no migration follows",
		why: "The code that lands asks for a table or column that no database has, and fails at its first query. What leaves a model needs no migration at once: it is listed as awaiting removal. Needs `models:`.",
		severity: WARNING_ERROR,
		configurable: true,
		inline: false
	},
	{
		id: "no-unused-suppression",
		group: "pull-request",
		title: "An ignore comment that meets no finding",
		why: "It would silently accept whatever comes to stand on its line next.",
		severity: WARNING_ERROR,
		configurable: true,
		inline: false
	},
	{
		id: "no-suppression-without-reason",
		group: "pull-request",
		title: "An ignore comment without a reason",
		why: "A finding is accepted with a reason that everybody can read, or not at all.",
		severity: WARNING_ERROR,
		configurable: true,
		inline: false
	}
];
/** In the order of the list above, then that of the rules' names. */
const CATALOGUE = [...ELSEWHERE, ...RULES.map(({ id, group, title, why, severity }) => {
	const free = group !== "history";
	return {
		id,
		group,
		title,
		why,
		severity,
		configurable: free,
		inline: free
	};
})];
/** null for an id that does not exist. */
const describedRule = (id) => CATALOGUE.find((rule) => rule.id === id) ?? null;
/** What no comment and no configuration of the pull request's own can accept, but a person can who looks at it. */
const APPROVABLE = /* @__PURE__ */ new Set([
	"no-merged-revision-change",
	"no-reparent-of-merged",
	"no-gate-weakening"
]);

export { columnNamed as C, irreversibleReason as S, named as T, walk as _, columnOf as a, NestingLimit as b, UnknownEncoding as c, followsTemplate as d, isSame as f, tokenizeWithComments as g, tokenize as h, RULES as i, decodeSource as l, parseModule as m, CATALOGUE as n, constraintOf as o, mayRunOn as p, describedRule as r, isColumn as s, APPROVABLE as t, lineAt as u, splitLiteral as v, key as w, PythonSyntaxError as x, unescapeBody as y };