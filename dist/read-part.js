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

// src/lint/charsets.ts
/** Character sets of MySQL and MariaDB: which of two holds fewer characters. */
/** From those that hold the fewest characters to those that hold all. */
const RANKS = [
	["ascii"],
	"armscii8 big5 cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 cp932 dec8 eucjpms euckr gb2312 gbk geostd8 greek hebrew hp8 keybcs2 koi8r koi8u latin1 latin2 latin5 latin7 macce macroman sjis swe7 tis620 ujis".split(" "),
	[
		"utf8",
		"utf8mb3",
		"ucs2"
	],
	[
		"utf8mb4",
		"utf16",
		"utf16le",
		"utf32",
		"gb18030"
	]
];
const rankOf = (charset) => RANKS.findIndex((names) => names.includes(charset));
/** Whether it holds every character there is. */
const holdsAll = (charset) => rankOf(charset) === RANKS.length - 1;
/** Whether `to` surely lacks characters of `from`; not of two that each hold a language of their own. */
function holdsFewer(from, to) {
	return rankOf(from) > rankOf(to) && rankOf(to) >= 0;
}
/** What no longer fits, as the end of a sentence. */
const missingCharacters = (from, to) => `characters of ${from} that ${to} lacks no longer fit`;
/** `utf8mb4` of `utf8mb4_bin`; null where the name of a collation does not tell. */
function charsetOf(collation) {
	const [first = ""] = (collation ?? "").toLowerCase().split("_");
	return rankOf(first) >= 0 ? first : null;
}

// src/lint/types.ts
/** Spellings that mean the same. */
const SAME = {
	string: "varchar",
	unicode: "varchar",
	"character varying": "varchar",
	nvarchar: "varchar",
	character: "char",
	"char varying": "varchar",
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
	return typeNamed(words.filter((word) => word !== "UNSIGNED" && word !== "SIGNED" && word !== "ZEROFILL").join(" ").toLowerCase(), numbers, members, unsigned, null);
}
function typeNamed(spelling, numbers, members, unsigned, charset) {
	const name = SAME[spelling] ?? spelling;
	if (!KNOWN.has(name)) return null;
	return {
		name,
		numbers,
		members: name === "enum" || name === "set" ? members : null,
		unsigned,
		charset
	};
}
/** `sa.String(50)`, `sa.Integer`, `mysql.ENUM('a', 'b')`; null for what is computed or of a library of its own. */
function typeOf(value) {
	if (value?.kind === "name") return typeNamed(lastPart(value.name), [], null, false, null);
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
	const known = (name === "enum" || name === "set") && members.length > 0 && members.every((member) => member !== null);
	const charset = stringOf(keywords["charset"]) ?? charsetOf(stringOf(keywords["collation"]));
	const unsigned = boolOf(keywords["unsigned"]) === true;
	return typeNamed(name, numbers, known ? members : null, unsigned, charset?.toLowerCase() ?? null);
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
	if (from.name === to.name && from.name === "decimal") return fewerDigits(from, to);
	return (from.name === to.name ? shorter(from, to) : null) ?? fewerCharacters(from, to);
}
/** Text of any sort. */
function fewerCharacters({ charset: from }, { charset: to }) {
	return from !== null && to !== null && holdsFewer(from, to) ? missingCharacters(from, to) : null;
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

// src/lint/sql/phrase.ts
var Phrase = class {
	tokens;
	at = 0;
	constructor(tokens) {
		this.tokens = tokens;
	}
	get ended() {
		return this.at >= this.tokens.length;
	}
	get rest() {
		return this.tokens.slice(this.at);
	}
	peek(ahead = 0) {
		return this.tokens[this.at + ahead] ?? null;
	}
	/** Takes the next token, whatever it is. */
	take() {
		const token = this.peek();
		this.at += 1;
		return token;
	}
	/** The next keyword in upper case, taken; '' where the next token is none. */
	word() {
		const token = this.peek();
		if (token?.kind !== "word") return "";
		this.at += 1;
		return token.upper;
	}
	/** Takes these keywords if they all come next. */
	accept(words) {
		const list = words.split(" ");
		if (!list.every((word, index) => isWord(this.peek(index), word))) return false;
		this.at += list.length;
		return true;
	}
	/** Takes the first of these that comes next; null where none does. */
	acceptAny(...choices) {
		return choices.find((words) => this.accept(words)) ?? null;
	}
	symbol(text) {
		const token = this.peek();
		const found = token?.kind === "symbol" && token.text === text;
		if (found) this.at += 1;
		return found;
	}
	/** A group's tokens, taken; null where the next token is none. */
	group() {
		const token = this.peek();
		if (token?.kind !== "group") return null;
		this.at += 1;
		return token.items;
	}
	/** One identifier, taken; null where it is computed or none comes. */
	name() {
		const token = this.take();
		return token?.kind === "word" || token?.kind === "name" || token?.kind === "string" ? token.text : null;
	}
	/** `schema.table`; null where a part is computed. */
	dotted() {
		const parts = [this.name()];
		while (this.symbol(".")) parts.push(this.name());
		return parts.includes(null) ? null : parts.join(".");
	}
};
function isWord(token, word) {
	return token?.kind === "word" && token.upper === word;
}
/** Whether these keywords stand next to each other somewhere at this level. */
function contains(tokens, words) {
	const list = words.split(" ");
	return tokens.some((_, at) => list.every((word, index) => isWord(tokens[at + index], word)));
}
/** The word after `ENGINE [=]` and the like; null where it is computed or none. */
function wordAfter(tokens, words) {
	const list = words.split(" ");
	const at = tokens.findIndex((_, start) => list.every((word, index) => isWord(tokens[start + index], word)));
	const value = at < 0 ? void 0 : tokens.slice(at + list.length).find(({ kind }) => kind !== "symbol");
	return value?.kind === "word" || value?.kind === "name" || value?.kind === "string" ? value.text : null;
}
function splitOnCommas(tokens) {
	const parts = [[]];
	for (const token of tokens) if (token.kind === "symbol" && token.text === ",") parts.push([]);
	else parts.at(-1)?.push(token);
	return parts.filter(({ length }) => length > 0);
}
/** Column names of `(a, b(10) DESC)`; null where one is an expression. */
function columnList(items) {
	const names = splitOnCommas(items).map(([first, second]) => {
		const plain = first?.kind === "name" || first?.kind === "word";
		const calls = second?.kind === "group" && second.items.some(({ kind }) => kind !== "number");
		return plain && !calls ? first.text : null;
	});
	return names.some((name) => name === null) ? null : names.filter((name) => name !== null);
}
/** Whether an index takes only the beginning of a column: `(a(10))`. */
const hasPrefix = (items) => items.some(({ kind }) => kind === "group");
/** Tokens as text again, for messages. */
function textOfTokens(tokens) {
	return tokens.map((token) => {
		if (token.kind === "group") return `(${textOfTokens(token.items)})`;
		if (token.kind === "computed") return "…";
		return token.kind === "string" ? `'${token.text}'` : token.text;
	}).join(" ");
}

// src/lint/sql/column.ts
/** Words that begin what follows a column's type. */
const AFTER_TYPE = new Set("NOT NULL DEFAULT PRIMARY UNIQUE REFERENCES AUTO_INCREMENT GENERATED AS CHECK COMMENT COLLATE CONSTRAINT FIRST AFTER ON KEY STORED VIRTUAL CHARSET USING SET INVISIBLE VISIBLE IDENTITY".split(" "));
/** The type that comes next, `double precision` and `int unsigned` included. */
function takeType(phrase) {
	const words = [];
	let inside = null;
	for (let token = phrase.peek(); token !== null; token = phrase.peek()) {
		const isCharset = isWord(token, "CHARACTER") && isWord(phrase.peek(1), "SET");
		const endsType = token.kind === "word" && (AFTER_TYPE.has(token.upper) || isCharset);
		if (token.kind === "word" && !endsType) words.push(phrase.word());
		else if (token.kind === "name" && words.length === 0) words.push((phrase.name() ?? "").toUpperCase());
		else if (token.kind === "group" && inside === null) inside = phrase.group();
		else break;
	}
	const parts = splitOnCommas(inside ?? []).flat();
	const numbers = parts.flatMap((part) => part.kind === "number" ? [Number(part.text)] : []);
	const members = parts.flatMap((part) => part.kind === "string" ? [part.text] : []);
	return sqlType(words, numbers, members.length === parts.length ? members : null);
}
/** The character set that follows a type, or the one of its collation. */
function writtenCharset(tokens) {
	return (["CHARACTER SET", "CHARSET"].map((words) => wordAfter(tokens, words)).find((one) => one !== null) ?? charsetOf(wordAfter(tokens, "COLLATE")))?.toLowerCase() ?? null;
}
/** What follows a column's name. */
function readColumn(name, tokens) {
	const phrase = new Phrase(tokens);
	const bare = takeType(phrase);
	const { rest } = phrase;
	const type = bare && {
		...bare,
		charset: writtenCharset(rest)
	};
	const references = rest.findIndex((token) => isWord(token, "REFERENCES"));
	const serial = type?.name.endsWith("serial") === true;
	const generated = contains(rest, "GENERATED ALWAYS AS") || rest.some(isComputation);
	const stored = contains(rest, "STORED") || contains(rest, "PERSISTENT");
	return {
		name,
		type,
		nullable: contains(rest, "NOT NULL") ? false : contains(rest, "NULL") ? true : null,
		serverDefault: contains(rest, "DEFAULT") || contains(rest, "IDENTITY") || serial,
		defaultText: defaultText(rest),
		comment: contains(rest, "COMMENT"),
		index: false,
		primaryKey: contains(rest, "PRIMARY KEY"),
		unique: contains(rest, "UNIQUE"),
		autoIncrement: contains(rest, "AUTO_INCREMENT") || serial,
		identity: contains(rest, "IDENTITY"),
		generated: generated && !contains(rest, "IDENTITY") ? stored ? "stored" : "virtual" : null,
		references: references < 0 ? null : {
			...referenced(rest.slice(references + 1)),
			inline: true
		},
		onDelete: onDelete(rest),
		referenceNamed: false
	};
}
function defaultText(rest) {
	const [value, call] = rest.slice(rest.findIndex((token) => isWord(token, "DEFAULT")) + 1);
	if (!contains(rest, "DEFAULT")) return null;
	if (value?.kind === "word" && call?.kind === "group" && call.items.length === 0) return `${value.text}()`;
	return value?.kind === "string" || value?.kind === "number" ? value.text : null;
}
/** `user` and `id` of what follows `REFERENCES`. */
function referenced(tokens) {
	const phrase = new Phrase(tokens);
	return {
		table: phrase.dotted(),
		column: columnList(phrase.group() ?? [])?.[0] ?? null
	};
}
/** `AS (a + b)`. */
function isComputation(token, index, all) {
	return isWord(token, "AS") && all[index + 1]?.kind === "group";
}
function onDelete(tokens) {
	const at = tokens.findIndex((token, index) => isWord(token, "ON") && isWord(tokens[index + 1], "DELETE"));
	const action = at < 0 ? void 0 : tokens[at + 2];
	return action?.kind === "word" ? action.upper : null;
}
const KINDS = [
	["PRIMARY KEY", "primary-key"],
	["UNIQUE INDEX", "unique"],
	["UNIQUE KEY", "unique"],
	["UNIQUE", "unique"],
	["FOREIGN KEY", "foreign-key"],
	["CHECK", "check"],
	["EXCLUDE", "exclude"]
];
/** `[CONSTRAINT name] PRIMARY KEY (…)` and the like; null where the tokens are no constraint. */
function readConstraint(tokens) {
	const phrase = new Phrase(tokens);
	let name = null;
	const begins = () => KINDS.find(([words]) => phrase.accept(words));
	if (phrase.accept("CONSTRAINT")) {
		const unnamed = begins();
		if (unnamed) return rest(phrase, unnamed[1], null);
		name = phrase.name();
	}
	const found = begins();
	return found ? rest(phrase, found[1], name) : null;
}
function rest(phrase, kind, given) {
	const usingIndex = phrase.accept("USING INDEX");
	let name = given;
	if (kind === "unique" && phrase.peek()?.kind !== "group" && !usingIndex) name = phrase.name() ?? given;
	const items = kind === "check" ? null : phrase.group();
	const tokens = phrase.rest;
	const at = tokens.findIndex((token) => isWord(token, "REFERENCES"));
	const target = at < 0 ? null : new Phrase(tokens.slice(at + 1));
	const referencedTable = target?.dotted() ?? null;
	const referred = target?.group() ?? null;
	return {
		kind,
		name,
		columns: items && columnList(items),
		references: referencedTable,
		referred: referred && columnList(referred),
		onDelete: onDelete(tokens),
		notValid: contains(tokens, "NOT VALID"),
		usingIndex
	};
}

// src/lint/sql/alter-table.ts
/** Starts of actions that change no rows and of which no rule speaks. */
const PLAIN = "DEFAULT CHARACTER CHARSET COLLATE AUTO_INCREMENT COMMENT ROW_FORMAT KEY_BLOCK_SIZE STATS_PERSISTENT STATS_AUTO_RECALC STATS_SAMPLE_PAGES MIN_ROWS MAX_ROWS AVG_ROW_LENGTH CHECKSUM PACK_KEYS DELAY_KEY_WRITE ENCRYPTION OWNER SET RESET ENABLE DISABLE VALIDATE REPLICA INHERIT NO CLUSTER ALGORITHM LOCK WITH WITHOUT WAIT NOWAIT FORCE ORDER COMPRESSION PAGE_COMPRESSED".split(" ");
const PARTITIONS = "PARTITION REMOVE TRUNCATE EXCHANGE REORGANIZE COALESCE REBUILD ANALYZE ATTACH DETACH DISCARD IMPORT".split(" ");
/** @param phrase what follows `ALTER TABLE`. */
function alterTable(phrase) {
	phrase.accept("IF EXISTS");
	phrase.accept("ONLY");
	const table = phrase.dotted();
	return splitOnCommas(phrase.rest).flatMap((tokens) => action(table, tokens));
}
function action(table, tokens) {
	const phrase = new Phrase(tokens);
	const word = phrase.word();
	switch (word) {
		case "ADD": return add(table, phrase);
		case "DROP": return [drop$1(table, phrase)];
		case "MODIFY":
		case "CHANGE": return modify(table, phrase, word === "CHANGE");
		case "ALTER": return [alterColumn(table, phrase)];
		case "RENAME": return [rename(table, phrase)];
		case "ENGINE": return [{
			kind: "table-option",
			table,
			option: "engine",
			text: textOfTokens(tokens),
			charset: null
		}];
		case "CONVERT": return [{
			kind: "table-option",
			table,
			option: "convert-charset",
			text: textOfTokens(tokens),
			charset: writtenCharset(tokens)
		}];
		default:
			if (PARTITIONS.includes(word)) return [{
				kind: "table-option",
				table,
				option: "partition",
				text: textOfTokens(tokens),
				charset: null
			}];
			if (isRewrite(word, phrase)) return [{
				kind: "table-option",
				table,
				option: "rewrite",
				text: textOfTokens(tokens),
				charset: null
			}];
			if (PLAIN.includes(word)) return [other()];
			return [{
				kind: "unread",
				text: textOfTokens(tokens),
				why: "this part of ALTER TABLE is not known"
			}];
	}
}
/** Options that make a server write the table anew; those of the one are no words of the other. */
function isRewrite(word, phrase) {
	if ([
		"ROW_FORMAT",
		"KEY_BLOCK_SIZE",
		"FORCE",
		"ENCRYPTION"
	].includes(word)) return true;
	return word === "SET" && phrase.acceptAny("LOGGED", "UNLOGGED", "TABLESPACE", "ACCESS METHOD") !== null;
}
const other = () => ({
	kind: "other",
	statement: "ALTER TABLE",
	guarded: false
});
function add(table, phrase) {
	if (phrase.accept("PARTITION")) return [{
		kind: "table-option",
		table,
		option: "partition",
		text: "ADD PARTITION",
		charset: null
	}];
	const constraint = readConstraint(phrase.rest);
	if (constraint) return [{
		kind: "add-constraint",
		table,
		constraint
	}];
	const index = phrase.acceptAny("INDEX", "KEY", "FULLTEXT", "SPATIAL");
	if (index !== null) return [addIndex(table, phrase, index)];
	phrase.accept("COLUMN");
	const guarded = phrase.accept("IF NOT EXISTS");
	const several = phrase.group();
	return (several ? splitOnCommas(several) : [phrase.rest]).map((tokens) => {
		const definition = new Phrase(tokens);
		return {
			kind: "add-column",
			table,
			column: readColumn(definition.name(), definition.rest),
			placed: isPlaced(tokens),
			guarded
		};
	});
}
const isPlaced = (tokens) => tokens.slice(1).some((token) => isWord(token, "FIRST") || isWord(token, "AFTER"));
function addIndex(table, phrase, word) {
	const sort = word === "FULLTEXT" ? "fulltext" : word === "SPATIAL" ? "spatial" : null;
	phrase.acceptAny("INDEX", "KEY");
	const guarded = phrase.accept("IF NOT EXISTS");
	const name = phrase.peek()?.kind === "group" ? null : phrase.name();
	const items = phrase.rest.find((token) => token.kind === "group")?.items;
	return {
		kind: "create-index",
		table,
		name,
		columns: items ? columnList(items) : null,
		unique: false,
		special: sort !== null || items !== void 0 && hasPrefix(items),
		sort,
		concurrently: false,
		guarded
	};
}
function drop$1(table, phrase) {
	if (phrase.accept("PARTITION")) return {
		kind: "table-option",
		table,
		option: "partition",
		text: "DROP PARTITION",
		charset: null
	};
	if (phrase.accept("PRIMARY KEY")) return {
		kind: "drop-constraint",
		table,
		name: "PRIMARY",
		constraint: "primary-key"
	};
	const index = phrase.acceptAny("INDEX", "KEY");
	const constraint = index === null ? [
		["FOREIGN KEY", "foreign-key"],
		["CHECK", "check"],
		["CONSTRAINT", null]
	].find(([words]) => phrase.accept(words)) : void 0;
	if (!constraint) phrase.accept("COLUMN");
	const guarded = phrase.accept("IF EXISTS");
	const name = phrase.name();
	if (index !== null) return {
		kind: "drop-index",
		table,
		name,
		concurrently: false,
		guarded
	};
	if (constraint) return {
		kind: "drop-constraint",
		table,
		name,
		constraint: constraint[1]
	};
	return {
		kind: "drop-column",
		table,
		column: name,
		guarded
	};
}
function modify(table, phrase, renames) {
	phrase.accept("COLUMN");
	phrase.accept("IF EXISTS");
	const column = phrase.name();
	const to = renames ? phrase.name() : column;
	const { type, nullable, serverDefault } = readColumn(column, phrase.rest);
	const altered = {
		kind: "alter-column",
		table,
		column,
		to: {
			type,
			nullable: nullable ?? true,
			serverDefault: serverDefault ? "set" : "dropped"
		},
		from: {},
		restated: true,
		placed: isPlaced(phrase.rest)
	};
	return to === null || column === null || to.toLowerCase() !== column.toLowerCase() ? [altered, {
		kind: "rename-column",
		table,
		column,
		to
	}] : [altered];
}
function alterColumn(table, phrase) {
	if (phrase.acceptAny("INDEX", "CONSTRAINT", "CHECK") !== null) return other();
	phrase.accept("COLUMN");
	const column = phrase.name();
	const to = alteration(phrase);
	if (to === null) return other();
	return {
		kind: "alter-column",
		table,
		column,
		to,
		from: {},
		restated: false,
		placed: false
	};
}
/** null for what concerns neither type nor nullability nor default: statistics, storage, identity, visibility. */
function alteration(phrase) {
	if (phrase.acceptAny("SET DATA TYPE", "TYPE") !== null) return { type: takeType(phrase) };
	if (phrase.accept("SET NOT NULL")) return { nullable: false };
	if (phrase.accept("DROP NOT NULL")) return { nullable: true };
	if (phrase.accept("SET DEFAULT")) return { serverDefault: "set" };
	return phrase.accept("DROP DEFAULT") ? { serverDefault: "dropped" } : null;
}
function rename(table, phrase) {
	if (phrase.acceptAny("INDEX", "KEY", "CONSTRAINT") !== null) return other();
	if (!phrase.accept("COLUMN") && !contains(phrase.rest.slice(1), "TO")) {
		phrase.acceptAny("TO", "AS");
		return {
			kind: "rename-table",
			table,
			to: phrase.dotted()
		};
	}
	const from = phrase.name();
	phrase.accept("TO");
	return {
		kind: "rename-column",
		table,
		column: from,
		to: phrase.name()
	};
}

// src/lint/sql/write.ts
function writeOf(verb, phrase) {
	for (const word of [
		"LOW_PRIORITY",
		"DELAYED",
		"HIGH_PRIORITY",
		"QUICK",
		"IGNORE"
	]) phrase.accept(word);
	switch (verb) {
		case "UPDATE": return update(phrase);
		case "DELETE": return remove(phrase);
		default:
			phrase.accept("INTO");
			return insertOf(phrase.dotted(), phrase.rest);
	}
}
/** @param rest what follows the table: VALUES, SET, a SELECT. */
function insertOf(table, rest) {
	const named = [
		"VALUES",
		"VALUE",
		"SET"
	].some((word) => contains(rest, word));
	return {
		kind: "write",
		verb: "insert",
		table,
		filtered: named || isChosen(rest) || !contains(rest, "FROM"),
		fillsNulls: false,
		sets: null,
		selects: named ? [] : selectedFrom(rest)
	};
}
/** The first table after each FROM, those of a UNION's later parts included. */
function selectedFrom(tokens) {
	return tokens.flatMap((token, index) => {
		return (isWord(token, "FROM") ? new Phrase(tokens.slice(index + 1)).dotted() : null) ?? [];
	});
}
/** A computed part where a value is complete may be the very condition that is missed. */
function isChosen(tokens) {
	return [
		"WHERE",
		"JOIN",
		"LIMIT",
		"USING"
	].some((word) => contains(tokens, word)) || tokens.some(({ kind }, index) => kind === "computed" && tokens[index - 1]?.kind !== "symbol");
}
function update(phrase) {
	phrase.accept("ONLY");
	const table = phrase.dotted();
	const { rest } = phrase;
	const from = rest.findIndex((token) => isWord(token, "SET"));
	const to = rest.findIndex((token, index) => index > from && (isWord(token, "WHERE") || isWord(token, "FROM")));
	const assignments = splitOnCommas(rest.slice(from + 1, to < 0 ? rest.length : to));
	const sets = assignments.map((tokens) => new Phrase(tokens).dotted()?.split(".").at(-1) ?? null);
	return {
		kind: "write",
		verb: "update",
		table,
		filtered: isChosen(rest),
		fillsNulls: from >= 0 && assignments.length > 0 && assignments.every(fillsNulls),
		sets: from >= 0 && sets.every((name) => name !== null) ? sets : null,
		selects: []
	};
}
/** `a = COALESCE(a, '')` leaves every row alone that holds a value. */
function fillsNulls(assignment) {
	const phrase = new Phrase(assignment);
	const column = phrase.name();
	if (!phrase.symbol("=") || phrase.acceptAny("COALESCE", "IFNULL") === null) return false;
	const [first] = splitOnCommas(phrase.group() ?? []);
	return column !== null && phrase.ended && first?.length === 1 && new Phrase(first).name() === column;
}
function remove(phrase) {
	if (phrase.accept("FROM")) phrase.accept("ONLY");
	return {
		kind: "write",
		verb: "delete",
		table: phrase.dotted(),
		filtered: isChosen(phrase.rest),
		fillsNulls: false,
		sets: null,
		selects: []
	};
}

// src/lint/sql/create.ts
/** @param phrase what follows `CREATE`. */
function createStatement(phrase) {
	const replaced = phrase.accept("OR REPLACE");
	const temporary = phrase.acceptAny("TEMPORARY", "TEMP", "LOCAL TEMPORARY", "LOCAL TEMP") !== null;
	phrase.accept("UNLOGGED");
	if (phrase.accept("TABLE")) {
		const made = createTable(phrase, temporary);
		return [made, ...copiedRows(made, phrase.rest)];
	}
	const sort = phrase.acceptAny("UNIQUE", "FULLTEXT", "SPATIAL");
	if (phrase.accept("INDEX")) return [createIndex(phrase, sort)];
	skipViewOptions(phrase);
	const what = phrase.word();
	if (what === "") return [{
		kind: "unread",
		text: "CREATE …",
		why: "what it creates is computed"
	}];
	const guarded = replaced || phrase.accept("IF NOT EXISTS");
	return [{
		kind: "other",
		statement: `CREATE ${what}`,
		guarded
	}];
}
/** `CREATE TABLE copy AS SELECT … FROM …` writes what it selects. */
function copiedRows({ table }, rest) {
	const at = rest.findIndex((token) => isWord(token, "SELECT"));
	return at < 0 || contains(rest, "WITH NO DATA") ? [] : [insertOf(table, rest.slice(at))];
}
/** `ALGORITHM = MERGE DEFINER = `a`@`b` SQL SECURITY INVOKER`, before VIEW, TRIGGER and the like. */
function skipViewOptions(phrase) {
	if (phrase.acceptAny("ALGORITHM", "DEFINER", "SQL SECURITY") === null) return;
	const begins = [
		"VIEW",
		"TRIGGER",
		"PROCEDURE",
		"FUNCTION",
		"EVENT",
		"AGGREGATE"
	];
	while (!phrase.ended && !begins.some((word) => isWord(phrase.peek(), word))) phrase.take();
}
function createTable(phrase, temporary) {
	const guarded = phrase.accept("IF NOT EXISTS");
	const table = phrase.dotted();
	const isPartition = contains(phrase.rest, "PARTITION OF");
	const parts = splitOnCommas(phrase.group() ?? []);
	const columns = [];
	const constraints = [];
	const indexes = [];
	for (const part of parts) {
		const constraint = readConstraint(part);
		if (constraint) constraints.push(constraint);
		else if (isIndex(part)) indexes.push(...tableIndex(part));
		else {
			const definition = new Phrase(part);
			columns.push(readColumn(definition.name(), definition.rest));
		}
	}
	return {
		kind: "create-table",
		table,
		columns,
		constraints,
		complete: columns.length > 0 && !contains(phrase.rest, "SELECT") && !contains(phrase.rest, "INHERITS"),
		engine: wordAfter(phrase.rest, "ENGINE"),
		charset: wordAfter(phrase.rest, "CHARSET") ?? wordAfter(phrase.rest, "CHARACTER SET") ?? charsetOf(wordAfter(phrase.rest, "COLLATE")),
		comment: contains(phrase.rest, "COMMENT"),
		indexes,
		guarded,
		temporary,
		partition: isPartition
	};
}
const isIndex = ([first]) => [
	"INDEX",
	"KEY",
	"FULLTEXT",
	"SPATIAL",
	"LIKE"
].some((word) => isWord(first, word));
function tableIndex(part) {
	const phrase = new Phrase(part);
	if (phrase.acceptAny("INDEX", "KEY") === null) return [];
	const name = phrase.peek()?.kind === "group" ? null : phrase.name();
	phrase.acceptAny("USING BTREE", "USING HASH");
	const items = phrase.group();
	return [{
		name,
		columns: items && !hasPrefix(items) ? columnList(items) : null
	}];
}
function createIndex(phrase, sort) {
	const unique = sort === "UNIQUE";
	const concurrently = phrase.accept("CONCURRENTLY");
	const guarded = phrase.accept("IF NOT EXISTS");
	const name = phrase.peek() === null || isWord(phrase.peek(), "ON") ? null : phrase.name();
	if (!isWord(phrase.peek(), "ON")) phrase.acceptAny("USING BTREE", "USING HASH");
	phrase.accept("ON");
	phrase.accept("ONLY");
	const table = phrase.dotted();
	const items = phrase.rest.find((token) => token.kind === "group")?.items;
	const partial = contains(phrase.rest, "WHERE");
	return {
		kind: "create-index",
		table,
		name,
		columns: items && !partial ? columnList(items) : null,
		unique,
		special: sort !== null && !unique || contains(phrase.rest, "USING") || hasPrefix(items ?? []),
		sort: kindOf(sort),
		concurrently,
		guarded
	};
}
const kindOf = (word) => word === "FULLTEXT" ? "fulltext" : word === "SPATIAL" ? "spatial" : null;

// src/lint/sql/stored-body.ts
/** `CREATE TRIGGER … BEGIN …; …; END`: the semicolons between belong to what is stored, and nothing of it runs yet. */
const STORED = [
	"TRIGGER",
	"PROCEDURE",
	"FUNCTION",
	"EVENT",
	"PACKAGE"
];
/** `END IF` closes what is not counted. */
const PARTS = [
	"IF",
	"LOOP",
	"WHILE",
	"REPEAT",
	"FOR"
];
/** Whether the tokens of a statement so far leave such a body open. */
function isInBody(tokens) {
	if (!isWord(tokens[0], "CREATE")) return false;
	const begin = tokens.findIndex((token) => isWord(token, "BEGIN"));
	if (!tokens.slice(0, Math.max(begin, 0)).some((token) => STORED.some((word) => isWord(token, word)))) return false;
	return tokens.slice(begin).reduce((open, token, index, all) => {
		const [before, next] = [all[index - 1], all[index + 1]];
		if (isWord(token, "END")) return PARTS.some((word) => isWord(next, word)) ? open : open - 1;
		return isWord(token, "BEGIN") || isWord(token, "CASE") && !isWord(before, "END") ? open + 1 : open;
	}, 0) > 0;
}

// src/lint/sql/tokens.ts
/** SQL text -> statements of tokens, with comments gone and parentheses nested: what every dialect here agrees on. */
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

// src/lint/sql/statements.ts
/** null where quotes, comments or parentheses do not end. */
function sqlStatements(sql, engine) {
	const lexer = new Lexer(sql, engine === "mysql" || engine === "mariadb");
	const statements = [];
	let open = [];
	while (lexer.more()) {
		const token = lexer.next();
		if (token === null) return null;
		if (token.kind === "symbol" && token.text === ";" && !isInBody(open)) {
			statements.push(open);
			open = [];
		} else open.push(token);
	}
	return lexer.broken || isInBody(open) ? null : [...statements, open].filter(({ length }) => length > 0);
}
/** A file of SQL cut where its statements end; null where quotes, comments or parentheses do not. */
function cutStatements(sql, engine) {
	const lexer = new Lexer(sql, engine === "mysql" || engine === "mariadb");
	const statements = [];
	const lineAt = (position) => sql.slice(0, position).split("\n").length;
	let from = 0;
	let first = null;
	let open = [];
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
		if (token.kind === "symbol" && token.text === ";" && !isInBody(open)) {
			cut(position);
			from = lexer.position;
			open = [];
		} else {
			first ??= position;
			open.push(token);
		}
	}
	cut(sql.length);
	return lexer.broken || isInBody(open) ? null : statements;
}

// src/lint/sql/read.ts
/** Statements that leave schema and rows alone. */
const HARMLESS = new Set("SELECT SHOW SET USE BEGIN START COMMIT ROLLBACK SAVEPOINT RELEASE EXPLAIN DESCRIBE DESC PRAGMA VALUES TABLE LOCK UNLOCK ANALYZE FLUSH DISCARD RESET HANDLER NOTIFY LISTEN CHECKPOINT".split(" "));
/** They change something, and no rule says more of it. */
const OTHERS = new Set("COMMENT GRANT REVOKE VACUUM REINDEX REFRESH CLUSTER OPTIMIZE REPAIR CHECK CHECKSUM SECURITY INSTALL UNINSTALL".split(" "));
/** They run code that is stored elsewhere or computed there. */
const RUNNING = {
	CALL: "it runs a stored procedure",
	DO: "it runs a block of code",
	EXECUTE: "it runs a prepared statement",
	PREPARE: "it prepares a statement",
	LOAD: "it loads a file",
	COPY: "it copies rows from a stream"
};
/** The effects of a text with one or more statements, in order. */
function readSql(sql, engine) {
	const statements = sqlStatements(sql, engine);
	if (statements === null) return [{
		kind: "unread",
		text: sql.trim(),
		why: "a quote, comment, parenthesis or block in it does not end"
	}];
	return statements.flatMap(statementEffects);
}
function statementEffects(tokens) {
	const [first] = tokens;
	if (first?.kind === "group") return statementEffects(first.items);
	const phrase = new Phrase(tokens);
	const verb = phrase.word();
	switch (verb) {
		case "ALTER": return alter(phrase, tokens);
		case "CREATE": return createStatement(phrase);
		case "DROP": return drop(phrase);
		case "RENAME": return renameTables(phrase);
		case "TRUNCATE":
			phrase.accept("TABLE");
			phrase.accept("ONLY");
			return splitOnCommas(phrase.rest).map((one) => ({
				kind: "truncate",
				table: new Phrase(one).dotted()
			}));
		case "INSERT":
		case "REPLACE":
		case "UPDATE":
		case "DELETE":
		case "MERGE": return [writeOf(verb, phrase)];
		case "WITH": return withQuery(tokens);
		default: return unclassified(verb, tokens);
	}
}
function unclassified(verb, tokens) {
	if (HARMLESS.has(verb)) return [];
	if (OTHERS.has(verb)) return [{
		kind: "other",
		statement: verb,
		guarded: true
	}];
	const why = RUNNING[verb] ?? (verb === "" ? "its statement is computed" : "this statement is not known");
	return [{
		kind: "unread",
		text: textOfTokens(tokens),
		why
	}];
}
function alter(phrase, tokens) {
	phrase.accept("ONLINE");
	phrase.accept("IGNORE");
	if (phrase.accept("TABLE")) return alterTable(phrase);
	if (phrase.accept("TYPE")) {
		const type = phrase.dotted();
		if (phrase.accept("ADD VALUE")) {
			phrase.accept("IF NOT EXISTS");
			return [{
				kind: "add-enum-value",
				type,
				value: phrase.name()
			}];
		}
		return [{
			kind: "other",
			statement: "ALTER TYPE",
			guarded: true
		}];
	}
	if (phrase.peek()?.kind !== "word") return [{
		kind: "unread",
		text: textOfTokens(tokens),
		why: "what it alters is computed"
	}];
	return [{
		kind: "other",
		statement: `ALTER ${phrase.word()}`.trim(),
		guarded: true
	}];
}
function drop(phrase) {
	phrase.accept("TEMPORARY");
	const what = phrase.word();
	const concurrently = phrase.accept("CONCURRENTLY");
	const guarded = phrase.accept("IF EXISTS");
	switch (what) {
		case "TABLE": return splitOnCommas(phrase.rest).map((one) => ({
			kind: "drop-table",
			table: new Phrase(one).dotted(),
			guarded
		}));
		case "INDEX": {
			const name = phrase.dotted();
			return [{
				kind: "drop-index",
				table: phrase.accept("ON") ? phrase.dotted() : null,
				name,
				concurrently,
				guarded
			}];
		}
		case "DATABASE":
		case "SCHEMA": return [{
			kind: "drop-schema",
			name: phrase.name()
		}];
		case "": return [{
			kind: "unread",
			text: `DROP ${textOfTokens(phrase.rest)}`,
			why: "what it drops is computed"
		}];
		default: return [{
			kind: "other",
			statement: `DROP ${what}`,
			guarded
		}];
	}
}
/** MySQL's `RENAME TABLE a TO b, c TO d`. */
function renameTables(phrase) {
	if (phrase.acceptAny("TABLE", "TABLES") === null) return [{
		kind: "other",
		statement: "RENAME",
		guarded: false
	}];
	return splitOnCommas(phrase.rest).map((one) => {
		const pair = new Phrase(one);
		const table = pair.dotted();
		pair.accept("TO");
		return {
			kind: "rename-table",
			table,
			to: pair.dotted()
		};
	});
}
/** `WITH … UPDATE …`: the statement after the common table expressions; writes inside these count, too. */
function withQuery(tokens) {
	const inner = tokens.flatMap((token) => token.kind === "group" && isWrite(token.items[0]) ? statementEffects(token.items) : []);
	const main = tokens.findIndex((token) => isWrite(token) || isWord(token, "SELECT"));
	return main < 0 ? inner : [...inner, ...statementEffects(tokens.slice(main))];
}
const isWrite = (token) => [
	"INSERT",
	"UPDATE",
	"DELETE",
	"MERGE"
].some((verb) => isWord(token, verb));

export { tableOf as C, stringsOf as S, isAlembics as _, Phrase as a, qualified as b, narrowing as c, charsetOf as d, holdsAll as f, boolOf as g, argument as h, takeType as i, typeOf as l, missingCharacters as m, cutStatements as n, splitOnCommas as o, holdsFewer as p, sqlStatements as r, CUT_DIGITS as s, readSql as t, typeText as u, isNone as v, stringOf as x, itemsOf as y };