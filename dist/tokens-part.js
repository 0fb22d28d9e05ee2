// src/lint/arguments.ts
const stringOf = (value) => value?.kind === "literal" && typeof value.value === "string" ? value.value : null;
const numberOf = (value) => value?.kind === "literal" && typeof value.value === "number" ? value.value : null;
const boolOf = (value) => value?.kind === "literal" && typeof value.value === "boolean" ? value.value : null;
const isNone = (value) => value?.kind === "literal" && value.value === null;
/** Items of a written-out list; null for anything else. */
const itemsOf = (value) => value?.kind === "list" ? value.items : null;
/** Strings of a written-out list; null where one is not written out. */
function stringsOf(value) {
	const items = itemsOf(value)?.map(stringOf);
	return items?.every((item) => item !== null) ? items : null;
}
/** Parameters of Alembic's operations, as their signatures have them; the first named of a table is left out in a batch. */
const SIGNATURES = {
	add_column: ["table_name", "column"],
	alter_column: ["table_name", "column_name"],
	bulk_insert: ["table", "rows"],
	create_check_constraint: [
		"constraint_name",
		"table_name",
		"condition"
	],
	create_exclude_constraint: ["constraint_name", "table_name"],
	create_foreign_key: [
		"constraint_name",
		"source_table",
		"referent_table",
		"local_cols",
		"remote_cols"
	],
	create_index: [
		"index_name",
		"table_name",
		"columns"
	],
	create_primary_key: [
		"constraint_name",
		"table_name",
		"columns"
	],
	create_table: ["table_name"],
	create_table_comment: ["table_name", "comment"],
	create_unique_constraint: [
		"constraint_name",
		"table_name",
		"columns"
	],
	drop_column: ["table_name", "column_name"],
	drop_constraint: [
		"constraint_name",
		"table_name",
		"type_"
	],
	drop_index: ["index_name", "table_name"],
	drop_table: ["table_name"],
	drop_table_comment: ["table_name"],
	rename_table: ["old_table_name", "new_table_name"]
};
const TABLE_PARAMETERS = /* @__PURE__ */ new Set(["table_name", "source_table"]);
const isAlembics = (name) => Object.hasOwn(SIGNATURES, name);
/** The argument for a parameter, wherever it was written. */
function argument({ name, args, keywords, batchTable }, parameter) {
	const index = (SIGNATURES[name] ?? []).filter((one) => !batchTable || !TABLE_PARAMETERS.has(one)).indexOf(parameter);
	return (index < 0 ? void 0 : args[index]) ?? keywords[parameter];
}
/** The table an operation is on, with its schema. */
function tableOf(call) {
	const given = call.batchTable ?? argument(call, "table_name") ?? argument(call, "source_table");
	return qualified((call.batchTable ? call.batchSchema : call.keywords["schema"] ?? call.keywords["source_schema"]) ?? void 0, given ?? void 0);
}
/** `schema.table`; null where either is computed. */
function qualified(schema, table) {
	const name = stringOf(table);
	if (schema === void 0 || isNone(schema)) return name;
	const prefix = stringOf(schema);
	return prefix === null || name === null ? null : `${prefix}.${name}`;
}

// src/lint/types.ts
/** Spellings that mean the same. */
const SAME = {
	string: "varchar",
	unicode: "varchar",
	"character varying": "varchar",
	nvarchar: "varchar",
	character: "char",
	unicodetext: "text",
	integer: "int",
	int4: "int",
	biginteger: "bigint",
	int8: "bigint",
	smallinteger: "smallint",
	int2: "smallint",
	numeric: "decimal",
	dec: "decimal",
	"double precision": "double",
	double_precision: "double",
	float8: "double",
	float4: "real",
	bool: "boolean",
	largebinary: "blob",
	"timestamp with time zone": "timestamp",
	"timestamp without time zone": "timestamp"
};
const KNOWN = new Set("varchar char text tinytext mediumtext longtext tinyint smallint mediumint int bigint decimal float double real boolean date datetime timestamp time year enum set json jsonb uuid blob tinyblob mediumblob longblob binary varbinary bytea bit serial bigserial smallserial interval".split(" "));
/** @param words the type's words as SQL has them, in upper case: `['INT', 'UNSIGNED']`. */
function sqlType(words, numbers, members) {
	const unsigned = words.includes("UNSIGNED");
	return typeNamed(words.filter((word) => word !== "UNSIGNED" && word !== "SIGNED" && word !== "ZEROFILL").join(" ").toLowerCase(), numbers, members, unsigned);
}
function typeNamed(spelling, numbers, members, unsigned) {
	const name = SAME[spelling] ?? spelling;
	if (!KNOWN.has(name)) return null;
	return {
		name,
		numbers,
		members: name === "enum" || name === "set" ? members : null,
		unsigned
	};
}
/** `sa.String(50)`, `sa.Integer`, `mysql.ENUM('a', 'b')`; null for what is computed or of a library of its own. */
function typeOf(value) {
	if (value?.kind === "name") return typeNamed(lastPart(value.name), [], null, false);
	if (value?.kind !== "call" || value.on !== null) return null;
	const name = lastPart(value.callee);
	const { keywords } = value;
	const args = value.args.flatMap((arg) => arg.kind === "list" ? arg.items : [arg]);
	const keyed = [
		keywords["length"],
		keywords["precision"],
		keywords["scale"],
		keywords["display_width"]
	];
	const numbers = [...args, ...keyed].flatMap((arg) => numberOf(arg) ?? []);
	const members = args.map(stringOf);
	return typeNamed(name, numbers, (name === "enum" || name === "set") && members.length > 0 && members.every((member) => member !== null) ? members : null, boolOf(keywords["unsigned"]) === true);
}
const lastPart = (name) => name.slice(name.lastIndexOf(".") + 1).toLowerCase();
const LADDERS = [
	[
		"tinyint",
		"smallint",
		"mediumint",
		"int",
		"bigint"
	],
	[
		"tinytext",
		"text",
		"mediumtext",
		"longtext"
	],
	[
		"tinyblob",
		"blob",
		"mediumblob",
		"longblob"
	],
	["float", "double"],
	["real", "double"],
	["date", "datetime"]
];
/** How a loss begins that no server refuses. */
const CUT_DIGITS = "digits after the point are cut";
/** Why `to` holds less than `from`, as words; null where it does not, or where nobody can say. */
function narrowing(from, to) {
	const ladder = LADDERS.find((names) => names.includes(from.name) && names.includes(to.name));
	if (ladder && ladder.indexOf(to.name) < ladder.indexOf(from.name)) return `${typeText(to)} holds less than ${typeText(from)}`;
	if (ladder && ladder[0] === "tinyint" && from.unsigned !== to.unsigned) {
		if (to.unsigned) return "negative numbers no longer fit";
		if (from.name === to.name) return "the upper half of the unsigned range no longer fits";
	}
	if (from.name.endsWith("text") && (to.name === "varchar" || to.name === "char") && to.numbers.length > 0) return `${typeText(to)} holds less than ${typeText(from)}`;
	if (from.name !== to.name) return null;
	return from.name === "decimal" ? fewerDigits(from, to) : shorter(from, to);
}
function shorter(from, to) {
	const sized = [
		"varchar",
		"char",
		"varbinary",
		"binary"
	].includes(from.name);
	const [before] = from.numbers;
	const [after] = to.numbers;
	return sized && before !== void 0 && after !== void 0 && after < before ? `values longer than ${after} no longer fit` : null;
}
function fewerDigits(from, to) {
	const [precision, scale = 0] = from.numbers;
	const [newPrecision, newScale = 0] = to.numbers;
	if (precision === void 0 || newPrecision === void 0) return null;
	if (newPrecision - newScale < precision - scale) return `numbers with more than ${newPrecision - newScale} digits before the point no longer fit`;
	return newScale < scale ? `${CUT_DIGITS} from ${scale} to ${newScale}` : null;
}
/** `VARCHAR(50)`. */
function typeText({ name, numbers, unsigned }) {
	const inside = numbers.length > 0 ? `(${numbers.join(", ")})` : "";
	return `${name.toUpperCase()}${inside}${unsigned ? " UNSIGNED" : ""}`;
}

// src/lint/sql/tokens.ts
/** null where quotes, comments or parentheses do not end. */
function sqlStatements(sql, engine) {
	const lexer = new Lexer(sql, engine === "mysql" || engine === "mariadb");
	const statements = [[]];
	while (lexer.more()) {
		const token = lexer.next();
		if (token === null) return null;
		if (token.kind === "symbol" && token.text === ";") statements.push([]);
		else statements.at(-1)?.push(token);
	}
	return lexer.broken ? null : statements.filter(({ length }) => length > 0);
}
/** A file of SQL cut where its statements end; null where quotes, comments or parentheses do not. */
function cutStatements(sql, engine) {
	const lexer = new Lexer(sql, engine === "mysql" || engine === "mariadb");
	const statements = [];
	const lineAt = (position) => sql.slice(0, position).split("\n").length;
	let from = 0;
	let first = null;
	const cut = (to) => {
		if (first !== null) statements.push({
			sql: sql.slice(from, to).trim(),
			line: lineAt(first)
		});
		first = null;
	};
	while (lexer.more()) {
		const { position } = lexer;
		const token = lexer.next();
		if (token === null) return null;
		if (token.kind === "symbol" && token.text === ";") {
			cut(position);
			from = lexer.position;
		} else first ??= position;
	}
	cut(sql.length);
	return lexer.broken ? null : statements;
}
const WORD = /[\p{L}_$\ufffc@][\p{L}\p{N}_$\ufffc@]*/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;
const DOLLAR = /\$(?:[A-Za-z_]\w*)?\$/y;
var Lexer = class {
	broken = false;
	sql;
	mysql;
	at = 0;
	constructor(sql, mysql) {
		this.sql = sql;
		this.mysql = mysql;
	}
	get position() {
		return this.at;
	}
	/** Whether there is another token, white space and comments passed over. */
	more() {
		while (this.at < this.sql.length) {
			const rest = this.sql.slice(this.at, this.at + 3);
			if (/^\s/.test(rest)) this.at += 1;
			else if (this.startsLineComment(rest)) this.skipLine();
			else if (rest === "/*!" && this.mysql) this.at += 3 + this.match(/\d*/y, 3).length;
			else if (rest.startsWith("*/") && this.mysql) this.at += 2;
			else if (rest.startsWith("/*")) this.skipTo("*/");
			else return true;
		}
		return false;
	}
	startsLineComment(rest) {
		if (rest.startsWith("#")) return this.mysql;
		return rest.startsWith("--") && (!this.mysql || /^--(?:\s|$)/.test(rest));
	}
	skipLine() {
		const end = this.sql.indexOf("\n", this.at);
		this.at = end < 0 ? this.sql.length : end + 1;
	}
	skipTo(end) {
		const found = this.sql.indexOf(end, this.at + 2);
		this.broken ||= found < 0;
		this.at = found < 0 ? this.sql.length : found + end.length;
	}
	match(pattern, ahead = 0) {
		pattern.lastIndex = this.at + ahead;
		return pattern.exec(this.sql)?.[0] ?? "";
	}
	next() {
		const character = this.sql.charAt(this.at);
		if (character === "(") return this.group();
		if (character === "'") return this.quoted("'", "string");
		if (character === "\"" || character === "`") return this.quoted(character, "name");
		const dollar = this.match(DOLLAR);
		if (dollar !== "" && !this.mysql) return this.dollarQuoted(dollar);
		const word = this.match(WORD);
		if (word !== "") {
			this.at += word.length;
			if (word.includes("￼")) return { kind: "computed" };
			return {
				kind: "word",
				text: word,
				upper: word.toUpperCase()
			};
		}
		const number = this.match(NUMBER);
		this.at += Math.max(1, number.length);
		return number === "" ? {
			kind: "symbol",
			text: character
		} : {
			kind: "number",
			text: number
		};
	}
	group() {
		this.at += 1;
		const items = [];
		while (this.more()) {
			if (this.sql.charAt(this.at) === ")") {
				this.at += 1;
				return {
					kind: "group",
					items
				};
			}
			const token = this.next();
			if (token === null) return null;
			items.push(token);
		}
		return null;
	}
	quoted(quote, kind) {
		let text = "";
		for (this.at += 1; this.at < this.sql.length; this.at += 1) {
			const character = this.sql.charAt(this.at);
			if (character === "\\" && quote !== "`" && this.mysql) text += this.sql.charAt(++this.at);
			else if (character !== quote) text += character;
			else if (this.sql.charAt(this.at + 1) === quote) {
				text += quote;
				this.at += 1;
			} else {
				this.at += 1;
				return kind === "name" && text.includes("￼") ? { kind: "computed" } : {
					kind,
					text
				};
			}
		}
		return null;
	}
	dollarQuoted(mark) {
		const end = this.sql.indexOf(mark, this.at + mark.length);
		if (end < 0) return null;
		const text = this.sql.slice(this.at + mark.length, end);
		this.at = end + mark.length;
		return {
			kind: "string",
			text
		};
	}
};

export { sqlType as a, argument as c, isNone as d, itemsOf as f, tableOf as g, stringsOf as h, narrowing as i, boolOf as l, stringOf as m, sqlStatements as n, typeOf as o, qualified as p, CUT_DIGITS as r, typeText as s, cutStatements as t, isAlembics as u };