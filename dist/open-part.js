import { n as __require, r as __toESM, t as __commonJSMin } from "./rolldown-runtime-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { c as literal, f as record, g as unknown, i as boolean, l as looseObject, m as string, o as exactOptional, r as array, t as _enum } from "./schemas-part.js";
import { a as list, c as table, d as words, f as yesNo, i as key, l as text, n as count, o as mustBe, r as either, s as section, t as choice, u as unknownName } from "./vocabulary-part.js";
import { b as selfAndAncestors, c as DATABASES, d as PROOFS, f as SEVERITIES, g as compareCodePoints, h as baseName, l as ENGINES, p as URL_START, u as PROFILES, v as joinPath, y as parentOf } from "./changed-paths-part.js";
import { _ as walk, b as NestingLimit, c as UnknownEncoding, l as decodeSource, m as parseModule, n as CATALOGUE, t as APPROVABLE, u as lineAt, x as PythonSyntaxError } from "./catalogue-part.js";
import { EventEmitter } from "node:events";
import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join as join$1, normalize, resolve as resolve$1, sep } from "node:path";
import { spawn } from "node:child_process";
import { copyFile, mkdir, readFile, readdir, realpath, rm, rmdir, stat, utimes } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";

// src/tree/directories.ts
/**
* The directories of a tree as a checkout would show them: git stores only files, and a symlink means nothing until it
* is followed. Nothing outside the repository is ever looked at; a path that leads there is said to.
*/
/** Linux gives up after as many (path_resolution(7)). */
const SYMLINKS_FOLLOWED = 40;
const known = /* @__PURE__ */ new WeakMap();
/** The directories of a tree; symlinks are read in one round trip, once per tree. */
function directoriesOf(tree) {
	const cached = known.get(tree);
	if (cached !== void 0) return cached;
	const directories = readLinks(tree).then((links) => buildDirectories(tree, links));
	known.set(tree, directories);
	return directories;
}
async function readLinks(tree) {
	const paths = [...tree.entries.values()].filter((entry) => entry.kind === "symlink").map((entry) => entry.path);
	if (paths.length === 0) return /* @__PURE__ */ new Map();
	const decoder = new TextDecoder();
	const targets = await tree.read(paths);
	return new Map([...targets].map(([path, bytes]) => [path, decoder.decode(bytes)]));
}
function buildDirectories(tree, links) {
	const listings = listEverything(tree);
	return {
		resolve: (path) => follow(path, tree, links, listings),
		list: (path) => listings.get(path) ?? []
	};
}
function listEverything(tree) {
	const listings = /* @__PURE__ */ new Map([[".", []]]);
	const add = (entry) => {
		const parent = parentOf(entry.path);
		let siblings = listings.get(parent);
		if (siblings === void 0) {
			siblings = [];
			listings.set(parent, siblings);
			add({
				name: baseName(parent),
				path: parent,
				kind: "directory"
			});
		}
		siblings.push(entry);
	};
	for (const { path, kind } of tree.entries.values()) add({
		name: baseName(path),
		path,
		kind
	});
	for (const siblings of listings.values()) siblings.sort((a, b) => compareCodePoints(a.name, b.name));
	return listings;
}
function follow(start, tree, links, listings) {
	/** Names still to walk, the next one last. */
	const pending = start.split("/").reverse();
	let here = ".";
	let followed = 0;
	for (let part = pending.pop(); part !== void 0; part = pending.pop()) {
		if (part === "" || part === ".") continue;
		if (part === "..") {
			if (here === ".") return {
				kind: "outside",
				path: start
			};
			here = parentOf(here);
			continue;
		}
		const path = here === "." ? part : `${here}/${part}`;
		const entry = tree.entries.get(path);
		if (entry?.kind === "submodule") return {
			kind: "submodule",
			path
		};
		if (entry?.kind === "symlink") {
			const target = links.get(path) ?? "";
			if (target.startsWith("/")) return {
				kind: "outside",
				path: target
			};
			if ((followed += 1) > SYMLINKS_FOLLOWED) return {
				kind: "loop",
				path
			};
			pending.push(...target.split("/").reverse());
			continue;
		}
		if (entry !== void 0 && pending.every((rest) => rest === "" || rest === ".")) return {
			kind: "file",
			path,
			oid: entry.oid
		};
		if (!listings.has(path)) return {
			kind: "missing",
			path: joinPath(path, pending.reverse().join("/")) ?? path
		};
		here = path;
	}
	return {
		kind: "directory",
		path: here
	};
}

// src/config/unreadable.ts
/** A settings file of Alembic that gives no answer; caught where environments are discovered and told as a problem. */
/** `line` is 1-based; `fail` says whether Alembic itself would die of it, so that the verdict is `fail`. */
var UnreadableSettings = class extends Error {
	name = "UnreadableSettings";
	line;
	fail;
	constructor(line, message, options) {
		super(message);
		this.line = line;
		this.fail = options.fail;
	}
};

// src/config/ini.ts
/**
* An ini file as Python's `configparser.ConfigParser(defaults)` reads it, which is what Alembic does: option names in
* lower case, `=` or `:`, comments on lines of their own, continuation by indentation, `[DEFAULT]`, duplicates refused.
* Values are raw; `interpolate.ts` expands them. Compared with CPython in test/oracle/config.test.ts.
*/
/** What `str.isspace`, `strip` and `\s` call white space; unlike `trim`, no byte order mark, but the separators 1C-1F. */
const SPACE = String.raw`[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]`;
const LEADING = new RegExp(`^${SPACE}+`);
const DEFAULT_SECTION$1 = "DEFAULT";
/** `str.strip()`. */
function strip$1(text) {
	return stripEnd(text.replace(LEADING, ""));
}
/** `str.rstrip()`; walks backwards, because a regular expression anchored at the end is quadratic. */
function stripEnd(text) {
	let end = text.length;
	while (end > 0 && isSpace$1(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end);
}
function isSpace$1(character) {
	return LEADING.test(character);
}
/**
* Parses the text of an ini file. `defaults` are options every section has, such as `here`.
* Throws UnreadableSettings with the line that `configparser` names.
*/
function parseIni(text, defaults = {}) {
	const reader = new IniReader();
	const lines = text.replace(/\r\n?/g, "\n").split("\n");
	for (const [index, line] of lines.entries()) reader.take(line, index + 1);
	return reader.finish(defaults);
}
/** `RawConfigParser._read`, line by line. */
var IniReader = class {
	#defaults = /* @__PURE__ */ new Map();
	#sections = /* @__PURE__ */ new Map();
	#section = null;
	#sectionName = "";
	#option = null;
	#indent = 0;
	#firstError = null;
	take(line, number) {
		const value = strip$1(line);
		if (value.startsWith("#") || value.startsWith(";")) return;
		if (value === "") {
			this.#option?.lines.push("");
			return;
		}
		const indent = line.indexOf(value);
		if (this.#option !== null && indent > this.#indent) {
			this.#option.lines.push(value);
			return;
		}
		this.#indent = indent;
		const header = /^\[([^\n]+)\]/.exec(value)?.[1];
		if (header !== void 0) this.#open(header, number);
		else this.#assign(value, number);
	}
	#open(name, line) {
		if (this.#sections.has(name)) throw broken(line, `section [${name}] is there twice: keep one of the two`);
		this.#section = name === DEFAULT_SECTION$1 ? this.#defaults : /* @__PURE__ */ new Map();
		if (name !== DEFAULT_SECTION$1) this.#sections.set(name, {
			line,
			options: this.#section
		});
		this.#sectionName = name;
		this.#option = null;
	}
	#assign(value, line) {
		if (this.#section === null) throw broken(line, `there is text before the first [section]${value.startsWith("﻿") ? " (it starts with a byte order mark: save it as UTF-8 without one)" : ""}`);
		const delimiter = /[=:]/.exec(value)?.index;
		if (delimiter === void 0) {
			this.#firstError ??= line;
			return;
		}
		const name = stripEnd(value.slice(0, delimiter)).toLowerCase();
		if (name === "") this.#firstError ??= line;
		if (this.#section.has(name)) throw broken(line, `option ${name} is there twice in section [${this.#sectionName}]: keep one of the two`);
		const option = {
			line,
			lines: [strip$1(value.slice(delimiter + 1))]
		};
		this.#section.set(name, option);
		this.#option = name === "" ? null : option;
	}
	finish(defaults) {
		if (this.#firstError !== null) throw broken(this.#firstError, "this line is neither a [section], nor an option with = or :, nor a comment");
		const given = Object.entries(defaults).map(([name, raw]) => [name, {
			raw,
			line: 0
		}]);
		return {
			defaults: new Map([...given, ...joined(this.#defaults)]),
			sections: new Map([...this.#sections].map(([name, { line, options }]) => [name, {
				line,
				options: joined(options)
			}]))
		};
	}
};
function joined(section) {
	return new Map([...section].map(([name, { line, lines }]) => [name, {
		raw: stripEnd(lines.join("\n")),
		line
	}]));
}
function broken(line, message) {
	return new UnreadableSettings(line, message, { fail: true });
}

// src/config/interpolate.ts
/** `configparser.MAX_INTERPOLATION_DEPTH`. */
const MAX_DEPTH = 10;
/** Ten levels of doubling are legal Python and would be a bomb; no honest setting comes near. */
const MAX_EXPANSIONS = 1e3;
/** An option as `ConfigParser.get` gives it, or undefined where neither the section nor the defaults have it. */
function iniOption(ini, section, name) {
	const own = ini.sections.get(section)?.options;
	const option = own?.get(name) ?? ini.defaults.get(name);
	if (option === void 0) return void 0;
	const lookUp = (other) => (own?.get(other) ?? ini.defaults.get(other))?.raw;
	let expansions = 0;
	const fail = (message, dies = true) => new UnreadableSettings(option.line, `option ${name} in section [${section}] ${message}`, { fail: dies });
	const expand = (raw, depth) => {
		if (depth > MAX_DEPTH) throw fail(`refers to itself, or nests deeper than ${MAX_DEPTH} levels`);
		return raw.replace(/%(?:%|\(([^)]+)\)s|)/g, (token, reference) => {
			if (token === "%%") return "%";
			if (reference === void 0) throw fail("has a single %: write %% for a percent sign, %(name)s for a value");
			if ((expansions += 1) > MAX_EXPANSIONS) throw fail("expands to far too much to be meant", false);
			const value = lookUp(reference.toLowerCase());
			if (value === void 0) throw fail(`refers to %(${reference})s, which is not set: write %%(${reference})s if it is meant literally`);
			return value.includes("%") ? expand(value, depth + 1) : value;
		});
	};
	return expand(option.raw, 1);
}
/** `text % values` as Alembic does it to every string of `[tool.alembic]`. Throws UnreadableSettings. */
function formatToml(text, name, values) {
	const fail = (message) => new UnreadableSettings(1, `${name} in [tool.alembic] ${message}`, { fail: true });
	return text.replace(/%(?:%|\(([^()]*)\)s|)/g, (token, reference) => {
		if (token === "%%") return "%";
		if (reference === void 0) throw fail("has a single %: double it, because Alembic formats these strings with %");
		const value = values[reference];
		if (value === void 0) throw fail(`refers to %(${reference})s, which Alembic does not know there: write %%(${reference})s`);
		return value;
	});
}

// src/config/settings.ts
/**
* What an ini and a `pyproject.toml` together tell Alembic: an option of the ini wins, `[tool.alembic]` fills gaps, and
* each option has its own way of being split (alembic/config.py, since 1.16; older releases read the ini alone).
*/
const DEFAULT_SLUG_LENGTH = 40;
const SPACE_OR_COMMA = /, *| +/;
const SPACE_COMMA_OR_COLON = /, *| +|:/;
const SEPARATORS = /* @__PURE__ */ new Map([
	["space", " "],
	["newline", "\n"],
	["os", ":"],
	[":", ":"],
	[";", ";"]
]);
/** Reads every option the gate needs. Throws UnreadableSettings where Alembic would raise. */
function readSettings$1(sources) {
	const text = (name) => textOption(sources, name);
	return {
		scriptLocation: text("script_location"),
		versionLocations: versionLocations(sources),
		prependSysPath: listOption(sources, "prepend_sys_path", ["path_separator"], SPACE_COMMA_OR_COLON) ?? [],
		recursive: booleanOption(sources, "recursive_version_locations"),
		sourceless: booleanOption(sources, "sourceless"),
		fileTemplate: text("file_template") ?? "%(rev)s_%(slug)s",
		truncateSlugLength: slugLength(sources),
		timezone: text("timezone"),
		outputEncoding: text("output_encoding") ?? "utf-8",
		databases: databases(sources),
		postWriteHooks: hooks(sources)
	};
}
function fromIni(sources, name) {
	return sources.ini?.sections.has(sources.section) ? iniOption(sources.ini, sources.section, name) : void 0;
}
function textOption(sources, name) {
	const ini = fromIni(sources, name);
	if (ini !== void 0) return ini;
	const value = sources.toml?.[name];
	if (value === void 0) return null;
	if (typeof value === "number") return String(value);
	if (typeof value !== "string") throw tomlError(name, "must be a string");
	return formatToml(value, name, { here: sources.tomlHere });
}
/** In an ini only the exact text `true` counts; in a toml only a boolean is taken at all. */
function booleanOption(sources, name) {
	const ini = fromIni(sources, name);
	if (ini !== void 0) return ini === "true";
	const value = sources.toml?.[name] ?? false;
	if (typeof value !== "boolean") throw tomlError(name, "must be true or false, without quotes");
	return value;
}
function versionLocations(sources) {
	const locations = listOption(sources, "version_locations", ["path_separator", "version_path_separator"], SPACE_OR_COMMA);
	return locations === null || locations.length === 0 ? null : locations;
}
/** An ini's value is split, and an empty one counts as none; a toml's must be a list and never is. */
function listOption(sources, name, separatorOptions, legacySplit) {
	const value = fromIni(sources, name);
	if (value !== void 0 && value !== "") {
		const separator = separatorOf(sources, separatorOptions);
		if (separator === null) return value.split(legacySplit);
		return value.split(separator).flatMap((piece) => piece === "" ? [] : [strip$1(piece)]);
	}
	const listed = sources.toml?.[name];
	if (listed === void 0) return null;
	if (!Array.isArray(listed) || !listed.every((item) => typeof item === "string")) throw tomlError(name, "must be a list of strings");
	return listed.map((item) => formatToml(item, name, { here: sources.tomlHere }));
}
function separatorOf(sources, names) {
	for (const name of names) {
		const value = fromIni(sources, name);
		if (value === void 0) continue;
		const separator = SEPARATORS.get(value);
		if (separator !== void 0) return separator;
		throw iniError(sources, name, `must be os, :, ;, space or newline and nothing else, not '${value}'`);
	}
	return null;
}
/** `int(value) or 40`. */
function slugLength(sources) {
	const value = textOption(sources, "truncate_slug_length");
	if (value === null) return DEFAULT_SLUG_LENGTH;
	if (!/^[+-]?\d+(_\d+)*$/.test(strip$1(value))) throw iniError(sources, "truncate_slug_length", `must be a whole number, not '${value}'`);
	return Number(strip$1(value).replaceAll("_", "")) || DEFAULT_SLUG_LENGTH;
}
/** The `multidb` template's own option: `re.split(r",\s*", value)` of the ini's main section. */
function databases(sources) {
	const value = fromIni(sources, "databases");
	return value === void 0 || value === "" ? [] : value.split(/,\s*/);
}
/** The toml's hooks count only where the ini has no `[post_write_hooks]`; the stock ini has an empty one. */
function hooks(sources) {
	if (sources.ini?.sections.has("post_write_hooks")) return (iniOption(sources.ini, "post_write_hooks", "hooks") ?? "").split(SPACE_OR_COMMA).filter((name) => name !== "");
	const listed = sources.toml?.["post_write_hooks"] ?? [];
	if (!Array.isArray(listed)) throw tomlError("post_write_hooks", "must be a list of tables");
	return listed.map((hook) => {
		if (typeof hook === "object" && hook !== null && "name" in hook && typeof hook.name === "string") return hook.name;
		throw tomlError("post_write_hooks", "must be a list of tables that each have a name");
	});
}
function iniError(sources, name, message) {
	const own = sources.ini?.sections.get(sources.section)?.options.get(name) ?? sources.ini?.defaults.get(name);
	const option = `option ${name} in ${own === void 0 ? "[tool.alembic]" : `section [${sources.section}]`}`;
	return new UnreadableSettings(own?.line ?? 1, `${option} ${message}`, { fail: true });
}
function tomlError(name, message) {
	return new UnreadableSettings(1, `${name} in [tool.alembic] ${message}`, { fail: true });
}

// node_modules/smol-toml/dist/error.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function getLineColFromPtr(string, ptr) {
	let lines = string.slice(0, ptr).split(/\r?\n/);
	return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
	let lines = string.split(/\r?\n/);
	let codeblock = "";
	let numberLen = (Math.log10(line + 1) | 0) + 1;
	for (let i = line - 1; i <= line + 1; i++) {
		let l = lines[i - 1];
		if (!l) continue;
		codeblock += i.toString().padEnd(numberLen, " ");
		codeblock += ":  ";
		codeblock += l;
		codeblock += "\n";
		if (i === line) {
			codeblock += " ".repeat(numberLen + column + 2);
			codeblock += "^\n";
		}
	}
	return codeblock;
}
var TomlError = class TomlError extends Error {
	line;
	column;
	codeblock;
	constructor(message, options) {
		const [line, column] = getLineColFromPtr(options.toml, options.ptr);
		const codeblock = makeCodeBlock(options.toml, line, column);
		super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
		this.line = line;
		this.column = column;
		this.codeblock = codeblock;
	}
	/** @internal */
	static x(message, ctx, ptr) {
		throw new TomlError(message, {
			toml: ctx.s,
			ptr: ptr ?? ctx.p
		});
	}
};

// node_modules/smol-toml/dist/primitive.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function parseString(ctx) {
	let startPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p++);
	let first = c;
	let isLiteral = c === 39;
	let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
	if (isMultiline) {
		if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10) ctx.p++;
		else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) ctx.p += 2;
	}
	let parsed = "";
	let sliceStart = ctx.p;
	let state = 0;
	for (; ctx.p < ctx.s.length; ctx.p++) {
		c = ctx.s.charCodeAt(ctx.p);
		if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) state = state && 3;
		else if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in strings", ctx);
		else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
			if (isMultiline) {
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
			}
			if (!state) {
				let s = ctx.s.slice(sliceStart, ctx.p);
				parsed = parsed ? parsed + s : s;
			}
			ctx.p += isMultiline ? 3 : 1;
			return parsed;
		} else if (!state) {
			if (!isLiteral && c === 92) {
				parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
				state = 1;
			}
		} else if (state === 1) {
			if (c === 120 || c === 117 || c === 85) {
				let errPtr = ctx.p++ - 1;
				let value = 0;
				let len = c === 120 ? 2 : c === 117 ? 4 : 8;
				for (let j = 0; j < len; j++, ctx.p++) {
					let hex = ctx.s.charCodeAt(ctx.p);
					let digit = hex >= 48 && hex <= 57 ? hex - 48 : hex >= 65 && hex <= 70 ? hex - 65 + 10 : hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1;
					if (digit < 0) TomlError.x("invalid non-hex character in unicode escape", ctx);
					value = value << 4 | digit;
				}
				if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) TomlError.x("invalid unicode escape", ctx, errPtr);
				parsed += String.fromCodePoint(value);
				sliceStart = ctx.p--;
				state = 0;
			} else if (isMultiline && (c === 32 || c === 9)) state = 2;
			else {
				if (c === 98) parsed += "\b";
				else if (c === 116) parsed += "	";
				else if (c === 110) parsed += "\n";
				else if (c === 102) parsed += "\f";
				else if (c === 114) parsed += "\r";
				else if (c === 101) parsed += "\x1B";
				else if (c === 34) parsed += "\"";
				else if (c === 92) parsed += "\\";
				else TomlError.x("unrecognised escape sequence", ctx);
				sliceStart = ctx.p + 1;
				state = 0;
			}
		} else if (c !== 32 && c !== 9) {
			if (state === 2) TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
			state = !isLiteral && c === 92 ? 1 : 0;
			sliceStart = ctx.p;
		}
	}
	TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class TomlDate extends Date {
	#hasDate = false;
	#hasTime = false;
	#offset = null;
	constructor(date, fasttype, unsafeDelim) {
		let hasDate = true;
		let hasTime = true;
		let offset = "Z";
		let c;
		if (typeof date === "string") {
			if (fasttype) prep: {
				if (fasttype < 3) {
					if (+date.slice(11, 13) > 23) {
						date = "";
						break prep;
					}
					if (fasttype === 2) {
						offset = null;
						date += "Z";
					} else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) offset = date.slice(date.length - 6);
					if (unsafeDelim) date = date.slice(0, 10) + "T" + date.slice(11);
				} else if (fasttype === 4) date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
				hasDate = fasttype !== 4;
				hasTime = fasttype !== 3;
			}
			else {
				let match = date.match(DATE_TIME_RE);
				if (match) {
					if (!match[1]) {
						hasDate = false;
						date = `0000-01-01T${date}`;
					}
					hasTime = !!match[2];
					hasTime && date[10] === " " && (date = date.replace(" ", "T"));
					if (match[2] && +match[2] > 23) date = "";
					else {
						offset = match[3] || null;
						if (!offset && hasTime) date += "Z";
					}
				} else date = "";
			}
		}
		super(date);
		if (!isNaN(this.getTime())) {
			this.#hasDate = hasDate;
			this.#hasTime = hasTime;
			this.#offset = offset;
		}
	}
	isDateTime() {
		return this.#hasDate && this.#hasTime;
	}
	isLocal() {
		return !this.#hasDate || !this.#hasTime || !this.#offset;
	}
	isDate() {
		return this.#hasDate && !this.#hasTime;
	}
	isTime() {
		return this.#hasTime && !this.#hasDate;
	}
	isValid() {
		return this.#hasDate || this.#hasTime;
	}
	toISOString() {
		let iso = super.toISOString();
		if (this.isDate()) return iso.slice(0, 10);
		if (this.isTime()) return iso.slice(11, 23);
		if (this.#offset === null) return iso.slice(0, -1);
		if (this.#offset === "Z" || this.#offset === "z") return iso;
		let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
		offset = this.#offset[0] === "-" ? offset : -offset;
		return (/* @__PURE__ */ new Date(this.getTime() - offset * 6e4)).toISOString().slice(0, -1) + this.#offset;
	}
	static wrapAsOffsetDateTime(jsDate, offset = "Z") {
		let date = new TomlDate(jsDate);
		date.#offset = offset;
		return date;
	}
	static wrapAsLocalDateTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#offset = null;
		return date;
	}
	static wrapAsLocalDate(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasTime = false;
		date.#offset = null;
		return date;
	}
	static wrapAsLocalTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasDate = false;
		date.#offset = null;
		return date;
	}
};

// node_modules/smol-toml/dist/extract.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function isDigit(char, base = 10) {
	return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
	return char === 32 || char === 9 || char === 10 || char === 13 || delim && (char === delim || char === 44) || char === 35;
}
/** @internal */
function extractValue(ctx, end) {
	let errPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p);
	if (c === 91 || c === 123) {
		ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
		let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
		ctx.d++;
		return value;
	}
	if (c === 34 || c === 39) return parseString(ctx);
	if (c === 116) {
		if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, true;
	}
	if (c === 102) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, false;
	}
	if (c === 43 || c === 45) return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
	if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) return parseDate(ctx, c, end);
	if (ctx.s.charCodeAt(ctx.p + 2) === 58) return parseTime(ctx, c, end);
	return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
	let c = startChr;
	let state = 0;
	let hasUnderscores = false;
	if (c === 105) {
		if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, (sign || 1) / 0;
	}
	if (c === 110) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, NaN;
	}
	if (c === 48) {
		if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr)) return ctx.bi === true ? 0n : 0;
		if (!sign) {
			if (c === 120) return parseIntegerBaseN(ctx, startPtr, 16, endChr);
			else if (c === 98) return parseIntegerBaseN(ctx, startPtr, 2, endChr);
			else if (c === 111) return parseIntegerBaseN(ctx, startPtr, 8, endChr);
		}
		if (c === 46) state = 2;
		else if (c === 101 || c === 69) state = 4;
		else TomlError.x("illegal leading zero", ctx, startPtr);
	} else if (!isDigit(c)) TomlError.x("invalid value", ctx, startPtr);
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
		if (!state) state = 1;
		if (c === 95) {
			if (!(state & 1)) TomlError.x("illegal underscore", ctx);
			state += 11;
			hasUnderscores = true;
		} else if (state === 1 && c === 46) state = 2;
		else if ((state === 1 || state === 3) && (c === 101 || c === 69)) state = 4;
		else if (state === 4 && (c === 43 || c === 45)) state = 6;
		else if (!isDigit(c)) TomlError.x(`illegal character in numeric literal`, ctx);
		else if (state > 9) state -= 11;
		else if (!(state & 1)) state++;
	}
	if (!state) {
		let val = (startChr - 48) * (sign || 1);
		return ctx.bi === true ? BigInt(val) : val;
	}
	if (!(state & 1)) TomlError.x("unfinished numeric value", ctx, startPtr);
	let str = ctx.s.slice(startPtr, ctx.p);
	if (hasUnderscores) str = str.replaceAll("_", "");
	return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
	let c, underscore = 1;
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) if (c === 95) {
		if (underscore & 1) TomlError.x("illegal underscore", ctx);
		underscore = 3;
	} else if (!isDigit(c, base)) TomlError.x(`illegal character in numeric literal`, ctx);
	else if (underscore & 1) underscore--;
	if (underscore & 1) TomlError.x("unfinished numeric value", ctx);
	let str = ctx.s.slice(startPtr + 2, ctx.p);
	if (underscore) str = str.replaceAll("_", "");
	return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
	if (ctx.bi !== true) int: {
		let val = parseInt(str, base);
		if (!Number.isSafeInteger(val)) {
			if (ctx.bi) break int;
			TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
		}
		return val;
	}
	return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
	let startPtr = ctx.p++, unsafeSeparator;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
	ctx.p += 5;
	if (!isDigit(ctx.s.charCodeAt(ctx.p++))) TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
	if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 3, false, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) !== 58) TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	if (c = ctx.s.charCodeAt(ctx.p)) {
		if (c === 90 || c === 122) return readDate(ctx, ctx.s.slice(startPtr, ++ctx.p), 1, unsafeSeparator, startPtr, "[+00:00]");
		if (c === 43 || c === 45) return readDate(ctx, ctx.s.slice(startPtr, ctx.p += 6), 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
	}
	return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
	let start = ctx.p;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) return parseNumber(ctx, --ctx.p, c, 0, endChr);
	if (ctx.s.charCodeAt(ctx.p += 4) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	return readDate(ctx, ctx.s.slice(start, ctx.p), 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
	if (ctx.ld) {
		let date = new TomlDate(str, type, unsafeDelim);
		if (!date.isValid()) TomlError.x("invalid date", ctx, errPtr);
		return date;
	}
	try {
		if (temporalSuffix) str += temporalSuffix;
		switch (type) {
			case 1: return Temporal.ZonedDateTime.from(str);
			case 2: return Temporal.PlainDateTime.from(str);
			case 3: return Temporal.PlainDate.from(str);
			case 4: return Temporal.PlainTime.from(str);
		}
	} catch (e) {
		TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
	}
}

// node_modules/smol-toml/dist/util.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function skipComment(ctx) {
	for (; ctx.p < ctx.s.length; ctx.p++) {
		let c = ctx.s.charCodeAt(ctx.p);
		if (c === 10) break;
		if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
			ctx.p++;
			break;
		}
		if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in comments", ctx);
	}
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
	let c;
	while (ctx.p < ctx.s.length) {
		while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))) ctx.p++;
		if (banComments || c !== 35) break;
		skipComment(ctx);
	}
}

// node_modules/smol-toml/dist/struct.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function parseKey(ctx, end = 61) {
	let startPtr;
	let state = 0;
	let parsed = [];
	let sliceStart;
	let c = ctx.s.charCodeAt(startPtr = ctx.p);
	do
		if (c === end) {
			if (!state) TomlError.x("unexpected end of key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			return ctx.p++, parsed;
		} else if (c === 46) {
			if (!state) TomlError.x("illegal empty bare key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			state = 0;
		} else if (!state && (c === 34 || c === 39)) {
			if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2)) TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
			parsed.push(parseString(ctx));
			state = 2;
			ctx.p--;
		} else if (c === 32 || c === 9) {
			if (state === 1) {
				parsed.push(ctx.s.slice(sliceStart, ctx.p));
				state = 2;
			}
		} else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) TomlError.x("illegal character in key", ctx);
		else if (!state) {
			state = 1;
			sliceStart = ctx.p;
		}
	while (c = ctx.s.charCodeAt(++ctx.p));
	TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
	let startPtr = ctx.p++;
	let res = Object.create(null);
	let seen = /* @__PURE__ */ new Set();
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
			ctx.p++;
			return res;
		}
		let k;
		let t = res;
		let hasOwn = false;
		let errPtr = ctx.p;
		let key = parseKey(ctx);
		for (let i = 0; i < key.length; i++) {
			if (i) t = hasOwn ? t[k] : t[k] = Object.create(null);
			k = key[i];
			if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) {
				t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
				break;
			}
			if (!hasOwn && unsafe) Object.defineProperty(t, k, {
				enumerable: true,
				configurable: true,
				writable: true
			});
		}
		if (hasOwn) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
		skipVoid(ctx, true, true);
		let value = extractValue(ctx, 125);
		if (t && typeof (t[k] = value) === "object") seen.add(value);
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished table", ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
	let startPtr = ctx.p++;
	let res = [];
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
			ctx.p++;
			return res;
		}
		res.push(extractValue(ctx, 93));
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function peekTable(ctx, key, table, meta, type) {
	let t = table;
	let m = meta;
	let k;
	let hasOwn = false;
	let state;
	for (let i = 0; i < key.length; i++) {
		if (i) {
			t = hasOwn ? t[k] : t[k] = Object.create(null);
			m = (state = m[k]).c;
			if (type === 0 && (state.t === 1 || state.t === 2)) return null;
			if (state.t === 2) {
				let l = t.length - 1;
				t = t[l];
				m = m[l].c;
			}
		}
		k = key[i];
		if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) return null;
		if (!hasOwn) {
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) return false;
			if (unsafe) {
				Object.defineProperty(t, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
				Object.defineProperty(m, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
			}
			m[k] = {
				t: i < key.length - 1 && type === 2 ? 3 : type,
				d: false,
				i: 0,
				c: Object.create(null)
			};
		}
	}
	state = m[k];
	if (state.t !== type && !(type === 1 && state.t === 3)) return null;
	if (type === 2) {
		if (!state.d) {
			state.d = true;
			t[k] = [];
		}
		t[k].push(t = Object.create(null));
		state.c[state.i++] = state = {
			t: 1,
			d: false,
			i: 0,
			c: Object.create(null)
		};
	}
	if (state.d) return null;
	state.d = true;
	if (type === 1) t = hasOwn ? t[k] : t[k] = Object.create(null);
	else if (type === 0 && hasOwn) return null;
	return [
		k,
		t,
		state.c
	];
}
function validateTablePeek(ctx, peek, ptr) {
	if (peek === null || ctx.uk === 2) TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse$1(toml, options = {}) {
	let ctx = {
		s: toml,
		p: 0,
		d: options.maxDepth ?? 1e3,
		bi: options.integersAsBigInt ?? false,
		ld: options.useLegacyDate ?? true,
		uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
	};
	let res = Object.create(null);
	let meta = Object.create(null);
	let tmp;
	let skipping = false;
	let tbl = res;
	let m = meta;
	if (toml.charCodeAt(0) === 65279) ctx.p++;
	skipVoid(ctx);
	while (ctx.p < toml.length) {
		if (toml.charCodeAt(ctx.p) === 91) {
			let isTableArray = toml.charCodeAt(++ctx.p) === 91;
			tmp = ctx.p += +isTableArray;
			skipping = false;
			let k = parseKey(ctx, 93);
			if (isTableArray) {
				if (toml.charCodeAt(ctx.p) !== 93) TomlError.x("expected end of table array declaration", ctx);
				ctx.p++;
			}
			let p = peekTable(ctx, k, res, meta, isTableArray ? 2 : 1);
			if (!p) {
				validateTablePeek(ctx, p, tmp);
				skipping = true;
			} else {
				m = p[2];
				tbl = p[1];
			}
		} else {
			tmp = ctx.p;
			let p = peekTable(ctx, parseKey(ctx), tbl, m, 0);
			if (!p && !skipping) validateTablePeek(ctx, p, tmp);
			skipVoid(ctx, true, true);
			let v = extractValue(ctx, void 0);
			if (p && !skipping) p[1][p[0]] = v;
		}
		skipVoid(ctx, true);
		if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
		skipVoid(ctx);
	}
	return res;
}

// node_modules/smol-toml/dist/stringify.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let HAS_WELLFORMED = !!"".isWellFormed;

// node_modules/smol-toml/dist/index.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/

// src/config/toml.ts
/** The `[tool.alembic]` table of a `pyproject.toml`. */
/**
* The table, or null where there is none. A file that is no TOML matters only if it could hold one: Alembic before
* 1.16 never opens it. Throws UnreadableSettings.
*/
function readAlembicTable(text) {
	if (!text.includes("alembic")) return null;
	const tool = parseToml(text)["tool"];
	const table = isTable(tool) ? tool["alembic"] : void 0;
	if (table === void 0) return null;
	if (!isTable(table)) throw new UnreadableSettings(1, "tool.alembic must be a table", { fail: true });
	return table;
}
function parseToml(text) {
	try {
		return parse$1(text);
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		const [reason] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
		throw new UnreadableSettings(error.line, `this is not valid TOML: ${reason ?? ""}`, { fail: text.includes("tool.alembic") });
	}
}
function isTable(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

// src/config/configurations.ts
/** Files that configure Alembic, read: one configuration for each section that may be started. */
/** Absolute name of the repository while settings are read, wherever it may be checked out; see `locate.ts`. */
const REPOSITORY = "/<repository>";
const DEFAULT_SECTION = "alembic";
/** Bytes. Far above any real ini; keeps hostile interpolation small. */
const MAX_INI = 262144;
/** Reads inis and tomls; a toml that has an ini beside it fills that ini's gaps, as Alembic started there would. */
async function readConfigurations(tree, inis, tomls) {
	const texts = await readTexts(tree, [...inis, ...tomls]);
	const problems = [];
	const attempt = (file, read, otherwise) => {
		try {
			return read();
		} catch (error) {
			if (!(error instanceof UnreadableSettings)) throw error;
			problems.push({
				kind: "unreadable",
				path: file,
				line: error.line,
				message: error.message,
				fail: error.fail
			});
			return otherwise;
		}
	};
	const tables = /* @__PURE__ */ new Map();
	for (const file of tomls) {
		const table = attempt(file, () => readAlembicTable(decode(texts.get(file))), null);
		if (table !== null) tables.set(file, table);
	}
	const fromInis = inis.flatMap((file) => attempt(file, () => configurationsOf(file, texts.get(file), tables.get(beside(file))), []));
	const covered = new Set(inis.filter((file) => baseName(file) === "alembic.ini").map(beside));
	const fromTomls = [...tables].flatMap(([file, table]) => covered.has(file) ? [] : attempt(file, () => [configuration(file, null, DEFAULT_SECTION, table)], []));
	return {
		configurations: [...fromInis, ...fromTomls],
		problems
	};
}
function beside(ini) {
	return parentOf(ini) === "." ? "pyproject.toml" : `${parentOf(ini)}/pyproject.toml`;
}
/** Contents by path, symlinks followed; what is no file in this tree is left out. */
async function readTexts(tree, paths) {
	const directories = await directoriesOf(tree);
	const real = new Map(paths.flatMap((path) => {
		const target = directories.resolve(path);
		return target.kind === "file" ? [[path, target.path]] : [];
	}));
	const contents = await tree.read([...new Set(real.values())]);
	return new Map([...real].flatMap(([path, target]) => {
		const bytes = contents.get(target);
		return bytes === void 0 ? [] : [[path, bytes]];
	}));
}
function decode(bytes) {
	if (bytes === void 0) return "";
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		throw new UnreadableSettings(1, "this is not UTF-8: save it as UTF-8", { fail: false });
	}
}
/** An ini's sections that name a script location; `[alembic]` even without, since Flask-Migrate supplies it. */
function configurationsOf(file, bytes, toml) {
	if (bytes === void 0) return [];
	if (bytes.length > MAX_INI) throw new UnreadableSettings(1, `this is larger than ${MAX_INI} bytes and no ini of Alembic's`, { fail: false });
	const text = decode(bytes);
	const certain = baseName(file) === "alembic.ini";
	if (!certain && !text.includes("script_location")) return [];
	const ini = parseIni(text, { here: absolute(parentOf(file)) });
	const named = [...ini.sections].filter(([name, { options }]) => name !== DEFAULT_SECTION && options.has("script_location"));
	return [...(certain ? named.length === 0 || hasLocation(ini, toml) : ini.sections.has(DEFAULT_SECTION)) ? [DEFAULT_SECTION] : [], ...named.map(([name]) => name)].map((section) => configuration(file, ini, section, toml ?? null));
}
function hasLocation(ini, toml) {
	return ini.sections.get(DEFAULT_SECTION)?.options.has("script_location") === true || toml?.["script_location"] !== void 0;
}
function configuration(file, ini, section, toml) {
	const own = ini?.sections.get(section);
	return {
		file,
		section,
		line: (own?.options.get("script_location") ?? ini?.defaults.get("script_location") ?? own)?.line ?? 1,
		settings: readSettings$1({
			ini,
			section,
			toml,
			tomlHere: absolute(parentOf(file))
		})
	};
}
/** A directory of the repository as settings spell an absolute one. */
function absolute(directory) {
	return directory === "." ? REPOSITORY : `${REPOSITORY}/${directory}`;
}

// src/config/locate.ts
/**
* Finds the directories of a configuration; null where its script location is nowhere in this tree. Throws
* UnreadableSettings for a version location that cannot be told, since the history would be incomplete.
* `scriptDirectories` are those known by their shape.
*/
function locate(configuration, directories, scriptDirectories) {
	const { scriptLocation } = configuration.settings;
	const folder = parentOf(configuration.file);
	if (scriptLocation !== null) {
		const found = locateFromAbove(configuration, scriptLocation, directories) ?? locateByShape(configuration, scriptLocation, scriptDirectories, directories);
		if (found !== null) return found;
	}
	if (directories.resolve(`${folder}/env.py`).kind !== "file") return null;
	const real = directories.resolve(folder).path;
	return {
		...placed(configuration, real, parentOf(real), directories),
		byPlace: true
	};
}
function locateFromAbove(configuration, location, directories) {
	const spots = selfAndAncestors(parentOf(configuration.file)).flatMap((cwd) => {
		const spot = spotOf(location, cwd, configuration, directories);
		return spot?.kind === "directory" ? [{
			cwd,
			path: spot.path
		}] : [];
	});
	const runnable = spots.filter(({ path }) => directories.resolve(`${path}/env.py`).kind === "file");
	const best = runnable.filter(({ cwd }) => findsVersions(configuration, cwd, directories))[0] ?? runnable[0] ?? spots[0];
	return best === void 0 ? null : placed(configuration, best.path, best.cwd, directories);
}
/** Whether the version locations, too, mean something when seen from a directory. */
function findsVersions(configuration, cwd, directories) {
	const { versionLocations } = configuration.settings;
	return versionLocations === null || versionLocations.some((location) => spotOf(location, cwd, configuration, directories)?.kind === "directory");
}
/**
* `/app/migrations` of a container, or `package:migrations` of a package whose place on `sys.path` is not known: the
* one directory that ends so and has the shape of a script location.
*/
function locateByShape(configuration, location, scriptDirectories, directories) {
	const isPackage = !location.startsWith("/") && location.includes(":");
	if (!isPackage && (!location.startsWith("/") || location.startsWith("/<repository>"))) return null;
	const tail = isPackage ? packagePath(location) : baseName(location);
	const alike = scriptDirectories.filter((directory) => `/${directory}`.endsWith(`/${tail}`));
	const [only] = alike;
	return only !== void 0 && alike.length === 1 ? placed(configuration, only, parentOf(configuration.file), directories) : null;
}
function placed(configuration, scriptLocation, cwd, directories) {
	const { versionLocations } = configuration.settings;
	return {
		scriptLocation,
		versionLocations: versionLocations === null ? [defaultVersions(scriptLocation, directories)] : versionLocations.map((location) => versionDirectory(location, cwd, configuration, directories)),
		workingDirectory: cwd,
		byPlace: false
	};
}
/** `versions` below a script location: where it leads, or where it would be. */
function defaultVersions(scriptLocation, directories) {
	const path = joinPath(scriptLocation, "versions") ?? ".";
	const found = directories.resolve(path);
	return found.kind === "directory" || found.kind === "submodule" ? found.path : path;
}
function versionDirectory(location, cwd, configuration, directories) {
	const spot = spotOf(location, cwd, configuration, directories);
	if (spot !== null) return spot.path;
	throw new UnreadableSettings(configuration.line, `version location ${location} is not in this repository, so the history would be incomplete: name the directories in version-locations under environments of the gate’s configuration`, { fail: false });
}
/** One location as seen from a working directory; null where it cannot be in this repository. */
function spotOf(location, cwd, configuration, directories) {
	if (location.startsWith("/")) {
		if (location !== "/<repository>" && !location.startsWith(`${"/<repository>"}/`)) return null;
		return inside(directories.resolve(location.slice(REPOSITORY.length)));
	}
	if (!location.includes(":")) return inside(directories.resolve(`${cwd}/${location}`));
	const roots = [
		...configuration.settings.prependSysPath,
		".",
		"src"
	];
	for (const root of roots) {
		if (root.includes(":")) continue;
		const spot = spotOf(`${root === "" ? "." : root}/${packagePath(location)}`, cwd, configuration, directories);
		if (spot?.kind === "directory") return spot;
	}
	return null;
}
/** `a.b:c:d` as a path: the first part is imported, so its dots are folders. */
function packagePath(location) {
	const [imported, ...rest] = location.split(":");
	return [...(imported ?? "").split("."), ...rest].join("/");
}
function inside(resolution) {
	return resolution.kind === "directory" || resolution.kind === "missing" ? resolution : null;
}

// src/config/assemble.ts
/** Environments in the order of the configurations, then script directories that no configuration names. */
function assemble(configurations, scriptDirectories, directories) {
	const environments = [];
	const problems = [];
	const refused = /* @__PURE__ */ new Set();
	for (const configuration of configurations) {
		const result = configured(configuration, scriptDirectories, directories);
		if ("problem" in result) {
			problems.push(result.problem);
			if (result.scriptLocation !== void 0) refused.add(result.scriptLocation);
		} else addHistory(environments, result.environment);
	}
	const taken = /* @__PURE__ */ new Set([...refused, ...environments.map((environment) => environment.scriptLocation)]);
	const bare = scriptDirectories.filter(({ path }) => !taken.has(path)).map((directory) => bareEnvironment(directory, directories));
	return {
		environments: [...environments, ...bare],
		problems
	};
}
/** Two files that configure the same history are one environment; two histories may share a script location. */
function addHistory(environments, environment) {
	const neighbours = environments.filter(({ scriptLocation }) => scriptLocation === environment.scriptLocation);
	const history = environment.versionLocations.join("\n");
	if (neighbours.some(({ versionLocations }) => versionLocations.join("\n") === history)) return;
	const suffix = environment.section ?? environment.ini ?? "";
	environments.push(neighbours.length === 0 ? environment : {
		...environment,
		name: `${environment.name}#${suffix}`
	});
}
function configured(configuration, scriptDirectories, directories) {
	const { file, line, settings } = configuration;
	const problem = (kind, message) => ({
		kind,
		path: file,
		line,
		message,
		fail: false
	});
	const located = attemptToLocate(configuration, directories, scriptDirectories.map(({ path }) => path));
	if (located instanceof UnreadableSettings) return { problem: problem("unreadable", located.message) };
	if (located === null) return { problem: problem("missing", nowhere(settings.scriptLocation)) };
	if (settings.sourceless) return {
		problem: problem("unreadable", "sourceless = true lets Alembic load compiled revisions that have no source, which cannot be read: remove the option, or commit the sources"),
		scriptLocation: located.scriptLocation
	};
	return { environment: configuredEnvironment$1(configuration, located, scriptDirectories.some((directory) => directory.flask && directory.path === located.scriptLocation), directories) };
}
function attemptToLocate(configuration, directories, shapes) {
	try {
		return locate(configuration, directories, shapes);
	} catch (error) {
		if (error instanceof UnreadableSettings) return error;
		throw error;
	}
}
function nowhere(location) {
	return location === null ? "there is no script_location here and no env.py beside it: set script_location, or name the directory as script-location under environments of the gate’s configuration" : `script_location ${location} is not a directory of this repository: correct it, or name the directory as script-location under environments of the gate’s configuration`;
}
function configuredEnvironment$1(configuration, located, usesFlask, directories) {
	const { file, section, settings } = configuration;
	const beside = directories.resolve(parentOf(file)).path === located.scriptLocation;
	const flask = usesFlask && beside;
	return {
		...environmentAt(located.scriptLocation, settings),
		flavour: flask ? "flask-migrate" : "alembic",
		versionLocations: located.versionLocations,
		ini: file,
		...section === "alembic" ? {} : { section },
		workingDirectory: flask ? aboveCode(located.scriptLocation, directories) : located.workingDirectory
	};
}
/** Where `flask db` is started: the first directory above that is no Python package, as Flask imports from there. */
function aboveCode(scriptLocation, directories) {
	const isPackage = (place) => directories.list(place).some(({ name }) => name === "__init__.py");
	let place = parentOf(scriptLocation);
	while (place !== "." && isPackage(place)) place = parentOf(place);
	return place;
}
/** A script directory that no file configures: Alembic's defaults, started from the repository. */
function bareEnvironment({ path, flask }, directories) {
	return {
		...environmentAt(path, readSettings$1({
			ini: null,
			section: "alembic",
			toml: null,
			tomlHere: ""
		})),
		flavour: flask ? "flask-migrate" : "alembic",
		versionLocations: [defaultVersions(path, directories)],
		workingDirectory: flask ? aboveCode(path, directories) : "."
	};
}
function environmentAt(scriptLocation, settings) {
	return {
		name: scriptLocation,
		scriptLocation,
		recursive: settings.recursive,
		ini: null,
		fileTemplate: settings.fileTemplate,
		truncateSlugLength: settings.truncateSlugLength,
		timezone: settings.timezone,
		outputEncoding: settings.outputEncoding,
		databases: settings.databases,
		postWriteHooks: settings.postWriteHooks,
		expectedHeads: 1,
		declared: null
	};
}

// src/config/select.ts
/** The environment a request means, with the directories it names; a problem of kind `missing` where there is none. */
function select$1(request, found, around) {
	const { directories } = around;
	const versions = request.versionLocations?.map((directory) => directories.resolve(repositoryPath(directory)));
	const from = match(request, found, around) ?? create(request, around);
	if (from === null) return missing(request, found);
	if (versions !== void 0 && !versions.some(({ kind }) => kind === "directory")) return missing(request, found);
	return {
		from,
		environment: {
			...from,
			versionLocations: versions?.map(({ path }) => path) ?? from.versionLocations,
			recursive: request.recursive ?? from.recursive
		}
	};
}
function match(request, found, { directories }) {
	const candidates = found.filter((environment) => (request.ini === void 0 || environment.ini === repositoryPath(request.ini)) && (request.scriptLocation === void 0 || environment.scriptLocation === directories.resolve(repositoryPath(request.scriptLocation)).path));
	if (request.ini !== void 0 || request.scriptLocation !== void 0) return candidates[0] ?? null;
	const named = candidates.find(({ name, scriptLocation }) => request.name === name || request.name === scriptLocation);
	if (named !== void 0) return named;
	const [first] = request.versionLocations ?? [];
	if (first !== void 0) {
		const directory = directories.resolve(repositoryPath(first)).path;
		return candidates.find(({ versionLocations }) => versionLocations.includes(directory)) ?? null;
	}
	return found.length === 1 ? found[0] ?? null : null;
}
/** An environment at a directory that was not found by itself: the one named, or the one above the versions. */
function create(request, { directories, scriptDirectories }) {
	const [first] = request.versionLocations ?? [];
	const named = request.scriptLocation ?? (first === void 0 ? void 0 : parentOf(repositoryPath(first)));
	if (named === void 0) return null;
	const place = directories.resolve(repositoryPath(named));
	if (place.kind !== "directory") return null;
	const known = scriptDirectories.find(({ path }) => path === place.path);
	return bareEnvironment(known ?? {
		path: place.path,
		flask: false
	}, directories);
}
function missing(request, found) {
	const named = request.ini ?? request.scriptLocation ?? request.versionLocations?.join(", ") ?? request.name;
	const known = found.map(({ name }) => name).join(", ");
	const message = named === void 0 ? `an environment is declared without name, ini or script-location, and there is not exactly one that could be meant: name one of ${known || "those you mean"}` : `environment ${named} is asked for and is not in this tree${known === "" ? "" : ` (found: ${known})`}: correct its path, or add it`;
	return {
		kind: "missing",
		path: named ?? ".",
		line: 1,
		message,
		fail: false
	};
}
/** A path as the user gave it, folded. Throws UsageError where it leaves the repository. */
function repositoryPath(path) {
	const folded = path.startsWith("/") ? null : joinPath(".", path);
	if (folded !== null) return folded;
	throw new UsageError(`${path} is not inside the repository: give a path relative to the repository`);
}

// src/config/declared.ts
/** Directories that a declaration names beside an ini are believed over that ini. */
function believeDeclared(configurations, declared) {
	return configurations.map((configuration) => {
		const named = declared.find(({ ini }) => ini !== void 0 && repositoryPath(ini) === configuration.file);
		const { scriptLocation, versionLocations } = configuration.settings;
		const directory = (path) => absolute(repositoryPath(path));
		const settings = {
			...configuration.settings,
			scriptLocation: named?.scriptLocation === void 0 ? scriptLocation : directory(named.scriptLocation),
			versionLocations: named?.versionLocations?.map(directory) ?? versionLocations
		};
		return {
			...configuration,
			settings
		};
	});
}
/** Found environments with the declarations applied: first the declared ones, in their order, then the others. */
function applyDeclared(found, declared, around) {
	const problems = [];
	const replaced = /* @__PURE__ */ new Set();
	const environments = declared.flatMap((declaration) => {
		const unclaimed = found.environments.filter((environment) => !replaced.has(environment));
		const target = select$1(declaration, unclaimed, around);
		if ("message" in target) {
			if (!found.problems.some(({ path }) => path === target.path)) problems.push(target);
			return [];
		}
		replaced.add(target.from);
		return [{
			...target.environment,
			name: declaration.name ?? target.environment.name,
			expectedHeads: declaration.expectedHeads ?? 1,
			declared: declaration
		}];
	});
	const others = found.environments.filter((environment) => !replaced.has(environment));
	const inis = new Set(declared.flatMap(({ ini }) => ini === void 0 ? [] : [repositoryPath(ini)]));
	/** Who declares environments has said which matter: what merely looks like another one may stay unreadable. */
	const relevant = found.problems.filter(({ path }) => declared.length === 0 || inis.has(path));
	return {
		environments: [...environments, ...others],
		problems: [...relevant, ...problems]
	};
}

// src/config/overrides.ts
/** Environments that the command line names. */
/** Exactly the environments of the flags, with whatever was found or declared about them; all where they name none. */
function applyOverrides(found, overrides, around) {
	const requests = requestsOf(overrides);
	if (requests.length === 0) {
		const { recursive } = overrides;
		const environments = found.environments.map((each) => recursive === void 0 ? each : {
			...each,
			recursive
		});
		return {
			...found,
			environments
		};
	}
	const chosen = requests.map((request) => select$1(request, found.environments, around));
	return {
		environments: chosen.flatMap((target) => "message" in target ? [] : [target.environment]),
		problems: chosen.flatMap((target) => "message" in target ? [target] : [])
	};
}
/** The n-th `--versions` belongs to the n-th `--script-location`; without any of those, each is an environment. */
function requestsOf({ scriptLocations = [], versions = [], recursive }) {
	if (scriptLocations.length > 0 && versions.length > scriptLocations.length) throw new UsageError(`--versions is given ${versions.length} times and --script-location ${scriptLocations.length} times: give each --versions its --script-location`);
	const both = recursive === void 0 ? {} : { recursive };
	if (scriptLocations.length === 0) return versions.map((directory) => ({
		versionLocations: [directory],
		...both
	}));
	return scriptLocations.map((scriptLocation, index) => {
		const directory = versions[index];
		return {
			scriptLocation,
			...directory === void 0 ? {} : { versionLocations: [directory] },
			...both
		};
	});
}

// src/config/survey.ts
/** Code of others that happens to be checked in: never looked at. */
const VENDORED = /* @__PURE__ */ new Set([
	"node_modules",
	"site-packages",
	"dist-packages",
	".venv",
	"venv",
	".tox",
	".nox",
	".git",
	"__pycache__"
]);
/**
* Histories under tests are fixtures that no database of anybody has, often broken on purpose: an application's own
* history never lives there, so they count only where the configuration declares them.
*/
const FIXTURES = /* @__PURE__ */ new Set([
	"test",
	"tests",
	"testing",
	"testdata",
	"test_data",
	"fixtures",
	"__fixtures__"
]);
/** Surveys the names in a tree; no file is read. */
function surveyTree(tree, directories) {
	const paths = [...tree.entries.keys()].filter((path) => !hasPart(path, (part) => VENDORED.has(part)));
	const shaped = paths.filter((path) => baseName(path) === "env.py").map(parentOf).filter((directory) => directories.resolve(`${directory}/versions`).kind === "directory");
	const besideScripts = new Set(shaped.flatMap(selfAndAncestors));
	const inis = paths.filter((path) => path.endsWith(".ini") && (isNamedAlembic(path) || besideScripts.has(parentOf(path))));
	const judged = (path) => !isFixture(path);
	return {
		inis: inis.filter(judged).sort(byLikelihood),
		tomls: paths.filter((path) => baseName(path) === "pyproject.toml" && judged(path)),
		scriptDirectories: shaped.filter(judged),
		passedOver: [...shaped, ...inis.filter(isNamedAlembic)].filter(isFixture)
	};
}
function isNamedAlembic(path) {
	return baseName(path).includes("alembic");
}
/** Below a folder of tests, or of a cookiecutter template, whose folder names hold `{{…}}`. */
function isFixture(path) {
	return hasPart(path, (part) => FIXTURES.has(part) || part.includes("{{"));
}
function hasPart(path, test) {
	return path.split("/").some(test);
}
function byLikelihood(a, b) {
	const rank = (path) => baseName(path) === "alembic.ini" ? 0 : 1;
	return rank(a) - rank(b) || compareCodePoints(a, b);
}

// src/config/discover.ts
/** Which Alembic environments a tree holds: those its files configure, those its folders show, those the user names. */
/**
* Finds the environments of a tree. Found by itself: every `alembic.ini`, `[tool.alembic]` and Flask-Migrate directory,
* inis of other names beside or above a script directory, and script directories without any ini; vendored code never,
* test folders only when declared. `overrides` replace all of that. Throws UsageError for a path that leaves the
* repository; what cannot be read is a problem, never an exception.
*/
async function discoverEnvironments(tree, config, overrides = {}) {
	const declared = config.environments;
	const directories = await directoriesOf(tree);
	const survey = surveyTree(tree, directories);
	const named = declared.flatMap(({ ini }) => ini === void 0 ? [] : [repositoryPath(ini)]);
	const isToml = (path) => path.endsWith(".toml");
	const read = await readConfigurations(tree, [.../* @__PURE__ */ new Set([...survey.inis, ...named.filter((path) => !isToml(path))])], [.../* @__PURE__ */ new Set([...survey.tomls, ...named.filter(isToml)])]);
	const scriptDirectories = await recognise(tree, survey.scriptDirectories, directories);
	const assembled = assemble(believeDeclared(read.configurations, declared), scriptDirectories, directories);
	const around = {
		directories,
		scriptDirectories
	};
	const found = {
		...assembled,
		problems: [...read.problems, ...assembled.problems]
	};
	const complete = applyDeclared(found, declared, around);
	const chosen = applyOverrides(complete, overrides, around);
	return {
		...chosen,
		passedOver: [...survey.passedOver, ...foldersNotRead(chosen.environments, directories)]
	};
}
/** Folders with Python files below version locations that are not recursive: archives, or revisions nobody judges. */
function foldersNotRead(environments, directories) {
	const read = new Set(environments.flatMap(({ versionLocations }) => versionLocations));
	const holdsPython = (folder) => directories.list(folder).some(({ kind, name, path }) => {
		return kind === "directory" ? holdsPython(path) : name.endsWith(".py") && !name.startsWith("__init__");
	});
	return environments.filter(({ recursive }) => !recursive).flatMap(({ versionLocations }) => versionLocations.flatMap((location) => directories.list(location))).filter(({ kind, path }) => kind === "directory" && !read.has(path) && holdsPython(path)).map(({ path }) => path);
}
/** Of the directories with the right shape, those that are Alembic's: they have a template, or `env.py` speaks of it. */
async function recognise(tree, candidates, directories) {
	const texts = await tree.read(candidates.map((path) => path === "." ? "env.py" : `${path}/env.py`));
	return candidates.flatMap((path) => {
		const text = new TextDecoder().decode(texts.get(path === "." ? "env.py" : `${path}/env.py`));
		return directories.resolve(`${path}/script.py.mako`).kind === "file" || text.includes("alembic") ? [{
			path,
			flask: text.includes("current_app")
		}] : [];
	});
}

// src/graph/link.ts
const newNode = (revision) => ({
	revision,
	rank: -1,
	parents: [],
	dependencies: [],
	children: /* @__PURE__ */ new Set(),
	dependants: /* @__PURE__ */ new Set()
});
/**
* `depends_on` as Alembic resolves it. It tests the normalised value for truth, so that a lone empty string names
* nothing, while one among several is looked up like any other.
*/
const dependencyNames = ({ dependsOn }) => dependsOn.length === 1 && dependsOn[0] === "" ? [] : dependsOn;
/** Links files in load order. Nothing is refused here: what leads nowhere is left out, and `findProblems` says so. */
function link(revisions) {
	const nodes = revisions.map(newNode);
	const byId = new Map(nodes.map((node) => [node.revision.id, node]));
	[...byId.values()].forEach((node, rank) => node.rank = rank);
	for (const node of nodes) node.rank = byId.get(node.revision.id)?.rank ?? -1;
	const { byLabel, collisions } = nameLabels(nodes, byId);
	const inMap = (names, self) => {
		const ids = names.filter((name) => name !== self).map((name) => byLabel.get(name)?.revision.id ?? name);
		return [...new Set(ids)].map((id) => byId.get(id)).filter((node) => node !== void 0);
	};
	for (const node of nodes) {
		const { id, downRevisions } = node.revision;
		node.parents = inMap(downRevisions.filter((name) => !byLabel.has(name)), id);
		node.dependencies = inMap(dependencyNames(node.revision), id);
	}
	for (const node of /* @__PURE__ */ new Set([...byId.values(), ...byLabel.values()])) {
		const child = byId.get(node.revision.id) ?? node;
		for (const parent of node.parents) parent.children.add(child);
		for (const parent of [...node.parents, ...node.dependencies]) parent.dependants.add(child);
	}
	return {
		nodes,
		byId,
		byLabel,
		collisions
	};
}
function nameLabels(nodes, byId) {
	const byLabel = /* @__PURE__ */ new Map();
	const collisions = [];
	for (const node of nodes) for (const label of node.revision.branchLabels) {
		const owner = byId.get(label) ?? byLabel.get(label);
		if (owner === void 0) byLabel.set(label, node);
		else collisions.push({
			label,
			revision: node.revision,
			owner: owner.revision
		});
	}
	return {
		byLabel,
		collisions
	};
}
/** Everything reachable from `start`, itself included, each once; depth first, so no recursion limit. */
function reach(start, next) {
	const seen = /* @__PURE__ */ new Set();
	const todo = [...start];
	for (let node = todo.pop(); node !== void 0; node = todo.pop()) {
		if (seen.has(node)) continue;
		seen.add(node);
		for (const neighbour of next(node)) if (!seen.has(neighbour)) todo.push(neighbour);
	}
	return seen;
}
const idsOf = (nodes) => Array.from(nodes, ({ revision }) => revision.id);

// src/graph/order.ts
/** The order in which Alembic walks: the same algorithm as `RevisionMap._topological_sort`, without its quadratic sets. */
/**
* Alembic keeps the dependencies of one revision in a Python set, so two or more of them have no order to promise;
* we take the one in which they are written.
*/
function stepsDown() {
	const inheritors = /* @__PURE__ */ new Map();
	const inherits = (node, dependency) => {
		const known = inheritors.get(dependency) ?? inheritorsOf(dependency);
		inheritors.set(dependency, known);
		return known.has(node);
	};
	return (node) => {
		if (node.dependencies.length === 0) return node.parents;
		const declared = node.dependencies.filter((dependency) => !inherits(node, dependency));
		return [.../* @__PURE__ */ new Set([...node.parents, ...declared])];
	};
}
/** Revisions with an ancestor, by `down_revision`, that declares the dependency. */
function inheritorsOf(dependency) {
	const declarers = [...dependency.dependants].filter(({ dependencies }) => dependencies.includes(dependency));
	if (declarers.length < 2) return /* @__PURE__ */ new Set();
	return reach(declarers.flatMap(({ children }) => [...children]), ({ children }) => children);
}
/**
* Sorts `wanted` so that every revision comes before what it stands on. Heads go in map order; the walk follows one line
* of descent down to what another line still needs, then changes to the first such line.
*
* Alembic asks "is the candidate among the ancestors of another line?" and rebuilds ancestor sets at each merge. The
* answer is yes exactly while a child of the candidate is left, so only then are lines searched for the one to change to.
*/
function newestFirst(wanted, heads, down) {
	const left = new Set(wanted);
	const childrenLeft = countChildren(wanted, down);
	const lines = [...new Set(heads)].filter((head) => left.has(head)).sort((a, b) => a.rank - b.rank).map((node) => ({
		node,
		below: null
	}));
	const standing = new Set(lines.map(({ node }) => node));
	const output = [];
	let cursor = 0;
	let changes = 0;
	for (let line = lines[cursor]; line !== void 0; line = lines[cursor]) {
		const { node } = line;
		const other = (childrenLeft.get(node) ?? 0) > 0 && changes < lines.length ? lines.findIndex((it) => it !== line && isBelow(node, it, left, down)) : -1;
		if (other !== -1) {
			cursor = other;
			changes += 1;
			continue;
		}
		changes = 0;
		output.push(node);
		left.delete(node);
		for (const parent of down(node)) childrenLeft.set(parent, (childrenLeft.get(parent) ?? 0) - 1);
		const [first, ...more] = down(node).filter((parent) => left.has(parent) && !standing.has(parent));
		standing.delete(node);
		if (first === void 0) {
			lines.splice(cursor, 1);
			cursor = Math.max(cursor - 1, 0);
		} else {
			lines[cursor] = {
				node: first,
				below: down(node).length === 1 ? line.below : null
			};
			lines.push(...more.map((parent) => ({
				node: parent,
				below: null
			})));
			for (const parent of [first, ...more]) standing.add(parent);
		}
	}
	return output;
}
function countChildren(wanted, down) {
	const counts = /* @__PURE__ */ new Map();
	for (const node of wanted) for (const parent of down(node)) counts.set(parent, (counts.get(parent) ?? 0) + 1);
	return counts;
}
/** Whether the walk on `line` will still come by `node`; only what is left can lie between. */
function isBelow(node, line, left, down) {
	line.below ??= markBelow(line.node, left, down);
	return line.below[node.rank] === 1;
}
function markBelow(start, left, down) {
	const nodes = reach([start], (node) => down(node).filter((parent) => left.has(parent)));
	let size = 0;
	for (const { rank } of nodes) size = Math.max(size, rank + 1);
	const marks = new Uint8Array(size);
	for (const { rank } of nodes) marks[rank] = 1;
	return marks;
}

// src/graph/cycles.ts
/** Cycles, both those that Alembic refuses and those that its reachability test lets through. */
const parents = (node) => node.parents;
const allParents = (node) => [...node.parents, ...node.dependencies];
/** Cycles of `down_revision` alone, self-loops left out (Alembic tells them apart). */
function findCycles(map) {
	const cycles = components([...map.byId.values()], parents).filter((members) => members.length > 1);
	return cycles.length === 0 ? [] : judged(cycles, outsideParents(map));
}
/** Cycles that close only through `depends_on`; a revision that depends on a label of its own is one. */
function findDependencyCycles(map, plain) {
	if (map.nodes.every(({ dependencies }) => dependencies.length === 0)) return [];
	const known = new Set(plain.map(({ members }) => idsOf(members).join("\n")));
	const cycles = components([...map.byId.values()], allParents).filter((members) => members.length > 1 || members.some((only) => only.dependencies.includes(only))).filter((members) => !known.has(idsOf(members).join("\n")));
	return cycles.length === 0 ? [] : judged(cycles, outsideDependencies(map));
}
const judged = (cycles, outside) => cycles.map((members) => ({
	members,
	refused: outside.size > 0
}));
/** What Alembic calls a cycle. */
function outsideParents(map) {
	const heads = map.nodes.filter(({ children }) => children.size === 0);
	const bases = map.nodes.filter(({ revision }) => revision.downRevisions.length === 0);
	return outside(map, reach(heads, parents), reach(bases, (node) => node.children));
}
/** What Alembic calls a dependency cycle, which need not be one: a first revision that depends on "" is here as well. */
function outsideDependencies(map) {
	const heads = map.nodes.filter(({ dependants }) => dependants.size === 0);
	const bases = map.nodes.filter(({ revision }) => revision.downRevisions.length + revision.dependsOn.length === 0);
	return outside(map, reach(heads, allParents), reach(bases, (node) => node.dependants));
}
/**
* What Alembic's own test finds: ids that are not both below the heads and above the bases. A cycle with a base leading
* in and a head leading out is inside both, so it passes (`RevisionMap._detect_cycles`); hence the search for components.
*/
function outside(map, below, above) {
	const [lower, upper] = [new Set(idsOf(below)), new Set(idsOf(above))];
	return new Set([...map.byId].filter(([id]) => !(lower.has(id) && upper.has(id))).map(([, node]) => node));
}
/** Strongly connected components (Tarjan, without recursion), members and components in map order. */
function components(nodes, next) {
	const entered = new Uint32Array(nodes.length);
	const low = new Uint32Array(nodes.length);
	const isOpen = new Uint8Array(nodes.length);
	const open = [];
	const found = [];
	let count = 0;
	const enter = (node) => {
		entered[node.rank] = low[node.rank] = ++count;
		isOpen[node.rank] = 1;
		open.push(node);
		return {
			node,
			rest: next(node)[Symbol.iterator]()
		};
	};
	const lower = ({ rank }, bound = 0) => {
		low[rank] = Math.min(low[rank] ?? 0, bound);
	};
	for (const root of nodes) {
		const path = entered[root.rank] === 0 ? [enter(root)] : [];
		for (let top = path.at(-1); top !== void 0; top = path.at(-1)) {
			const { node } = top;
			const step = top.rest.next();
			if (step.done !== true) {
				if (entered[step.value.rank] === 0) path.push(enter(step.value));
				else if (isOpen[step.value.rank] === 1) lower(node, entered[step.value.rank]);
				continue;
			}
			path.pop();
			const below = path.at(-1);
			if (below !== void 0) lower(below.node, low[node.rank]);
			if (low[node.rank] !== entered[node.rank]) continue;
			const members = open.splice(open.lastIndexOf(node));
			for (const { rank } of members) isOpen[rank] = 0;
			found.push(members.sort((a, b) => a.rank - b.rank));
		}
	}
	return found.sort(([a], [b]) => (a?.rank ?? 0) - (b?.rank ?? 0));
}

// src/graph/sentences.ts
/** Width of `alembic_version.version_num` as Alembic creates it (alembic/ddl/impl.py, `version_table_impl`). */
const MAX_ID_LENGTH = 32;
/** Beyond this a list is no longer read; the rest is counted. */
const MAX_ITEMS = 6;
/** `a, b and c`; of long lists the first few and how many more. */
function readOut(items) {
	const more = items.length - MAX_ITEMS;
	const shown = more > 1 ? [...items.slice(0, MAX_ITEMS), `${String(more)} more`] : items;
	return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}
const named = (name) => name === "" ? "the empty string" : name;
const missingParent = (id, path, parent) => ({
	message: `Revision ${id} (${path}) follows ${named(parent)}, which no file of this history defines: every Alembic command, even "heads", ends in KeyError.`,
	cure: `Add the file of ${named(parent)}, or let down_revision in ${path} name a revision that exists.`
});
const parentIsLabel = (id, path, label, owner) => ({
	message: `Revision ${id} (${path}) names the branch label ${label} as its parent: Alembic takes labels in depends_on only, so every command ends in KeyError.`,
	cure: `Let down_revision in ${path} name the revision itself: ${owner} carries the label.`
});
const missingDependency = (id, path, name) => ({
	message: `Revision ${id} (${path}) depends on ${named(name)}, which is neither a revision nor a branch label here: every Alembic command ends in an error that does not name the file.`,
	cure: `Add the file of ${named(name)}, or let depends_on in ${path} name what exists.`
});
const emptyDependency = (id, path) => ({
	message: `Revision ${id} (${path}) depends on the empty string: Alembic drops the dependency, and takes a first revision that says so for a cycle.`,
	cure: `Write depends_on = None in ${path}.`
});
const duplicateRevision = (id, files) => ({
	message: `Revision id ${named(id)} is in ${String(files.length)} files (${readOut(files)}): Alembic runs the last one only and counts the others as heads of their own, so "upgrade head" fails for everybody and no merge revision can cure it.`,
	cure: `Give all but one of these files an id of its own, and change it in the down_revision of those that follow it.`
});
const cycle = (ids, refused) => ({
	message: refused ? `Revisions ${readOut(ids)} follow each other in a circle: no Alembic command can tell which one runs first, and all of them stop with CycleDetected.` : `Revisions ${readOut(ids)} follow each other in a circle that Alembic does not notice, because a first revision leads in and a head leads out: "upgrade" runs one of them before its own parent.`,
	cure: `Change the down_revision of one of them, so that it follows a revision outside the circle.`
});
const dependencyCycle = (ids, refused) => ({
	message: refused ? `Revisions ${readOut(ids)} need each other in a circle through depends_on: every Alembic command stops with DependencyCycleDetected.` : `Revisions ${readOut(ids)} need each other in a circle through depends_on that Alembic does not notice: "upgrade" runs one of them before what it depends on.`,
	cure: `Remove the depends_on that closes the circle.`
});
const selfLoop = (id, path) => ({
	message: `Revision ${named(id)} (${path}) names itself as its parent: every Alembic command stops with LoopDetected.`,
	cure: `Let down_revision in ${path} name the revision before it.`
});
const dependencySelfLoop = (id, path) => ({
	message: `Revision ${named(id)} (${path}) depends on itself: every Alembic command stops with DependencyLoopDetected.`,
	cure: `Remove ${named(id)} from depends_on in ${path}.`
});
const illegalCharacters = (id, path, characters) => ({
	message: `Revision id ${id} (${path}) contains ${readOut(characters)}, which Alembic keeps for "branch@revision", "-1" and the like: every command refuses the history.`,
	cure: `Write an id of letters, digits and underscores in ${path}, and in the down_revision of those that follow it.`
});
/** What the commands really do was tried with Alembic 1.8 to 1.20. */
const reservedId = (id, path) => ({
	message: id === "base" ? `Revision id base (${path}) is Alembic's word for "no revision": every upgrade that has to run it ends in an AssertionError.` : `Revision id ${id} (${path}) is Alembic's word for the newest revisions: where a command looks it up it finds those instead, and an upgrade to a later revision passes over this one without a word.`,
	cure: `Write another id in ${path}, and in the down_revision of those that follow it.`
});
const emptyId = (path) => ({
	message: `The revision in ${path} has an empty id: Alembic loads it, and no command and no version table can name it.`,
	cure: `Give the revision in ${path} an id.`
});
const idTooLong = (id, path, length) => ({
	message: `Revision id ${id} (${path}) is ${String(length)} characters long and the version table holds ${String(32)}: on MySQL, MariaDB and PostgreSQL the upgrade fails when its changes have been made and its id is to be noted.`,
	cure: `Shorten the id in ${path} to at most ${String(32)} characters, and in the down_revision of those that follow it.`
});
const labelCollision = (label, path, owner, ownerPath) => ({
	message: label === owner ? `Branch label ${label} (${path}) is also the id of a revision (${ownerPath}): every Alembic command refuses the history.` : `Branch label ${label} (${path}) is taken by revision ${owner} (${ownerPath}) already: every Alembic command refuses the history.`,
	cure: `Give the label in ${path} another name, or remove it.`
});

// src/graph/problems.ts
/** `_revision_illegal_chars` of the newest Alembic; the colon came after 1.13. */
const ILLEGAL = [
	"+",
	"-",
	":",
	"@"
];
/** What Alembic's own commands mean by a name, whatever revision has it. */
const RESERVED = [
	"base",
	"head",
	"heads"
];
function findProblems(map) {
	const cycles = findCycles(map);
	return [
		...map.nodes.flatMap(({ revision }) => idProblems(revision)),
		...duplicates(map),
		...map.collisions.map(({ label, revision, owner }) => ({
			...about("label-collision", revision, true, [label, owner.id], [revision.path, owner.path]),
			...labelCollision(label, revision.path, owner.id, owner.path)
		})),
		...map.nodes.flatMap(({ revision }) => missingDependencies(revision, map)),
		...map.nodes.flatMap(({ revision }) => missingParents(revision, map)),
		...emptyDependencies(map),
		...cycles.map((cycle$1) => cycleProblem("cycle", cycle$1, cycle)),
		...findDependencyCycles(map, cycles).map((cycle) => cycleProblem("dependency-cycle", cycle, dependencyCycle))
	];
}
const OF_PARENTS = [
	"missing-parent",
	"parent-is-label",
	"self-loop",
	"cycle"
];
const about = (kind, { id, path, spans }, fatal, involved = [id], files = [path]) => {
	return {
		kind,
		revision: id,
		path,
		line: OF_PARENTS.includes(kind) ? spans.downRevisionLine : null,
		involved,
		files,
		fatal
	};
};
function idProblems(revision) {
	const { id, path, downRevisions, dependsOn } = revision;
	const problems = [];
	const illegal = ILLEGAL.filter((character) => id.includes(character));
	const length = Array.from(id).length;
	if (downRevisions.includes(id)) problems.push({
		...about("self-loop", revision, true),
		...selfLoop(id, path)
	});
	if (dependsOn.includes(id)) problems.push({
		...about("dependency-self-loop", revision, true),
		...dependencySelfLoop(id, path)
	});
	if (illegal.length > 0) problems.push({
		...about("invalid-id", revision, true),
		...illegalCharacters(id, path, illegal)
	});
	if (RESERVED.includes(id)) problems.push({
		...about("invalid-id", revision, false),
		...reservedId(id, path)
	});
	if (id === "") problems.push({
		...about("invalid-id", revision, false),
		...emptyId(path)
	});
	if (length > 32) problems.push({
		...about("id-too-long", revision, false),
		...idTooLong(id, path, length)
	});
	return problems;
}
function duplicates(map) {
	const sharers = Array.from({ length: map.byId.size }, () => []);
	for (const { rank, revision } of map.nodes) sharers[rank]?.push(revision);
	return sharers.flatMap((same) => {
		const last = same.at(-1);
		if (same.length < 2 || last === void 0) return [];
		const files = same.map(({ path }) => path);
		return [{
			...about("duplicate-revision", last, false, [last.id], files),
			...duplicateRevision(last.id, files)
		}];
	});
}
function missingParents(revision, map) {
	const { id, path } = revision;
	const missing = revision.downRevisions.filter((parent) => !map.byId.has(parent) && parent !== id);
	return [...new Set(missing)].map((parent) => {
		const owner = map.byLabel.get(parent)?.revision.id;
		return owner === void 0 ? {
			...about("missing-parent", revision, true, [parent]),
			...missingParent(id, path, parent)
		} : {
			...about("parent-is-label", revision, true, [parent]),
			...parentIsLabel(id, path, parent, owner)
		};
	});
}
function missingDependencies(revision, map) {
	const { id, path } = revision;
	const unknown = (name) => !map.byId.has(name) && !map.byLabel.has(name) && name !== id;
	return [...new Set(dependencyNames(revision).filter(unknown))].map((name) => ({
		...about("missing-dependency", revision, true, [name]),
		...missingDependency(id, path, name)
	}));
}
function emptyDependencies(map) {
	const vain = map.nodes.filter(({ revision }) => dependencyNames(revision).length < revision.dependsOn.length && revision.id !== "");
	const outside = vain.length === 0 ? /* @__PURE__ */ new Set() : outsideDependencies(map);
	return vain.map((node) => ({
		...about("missing-dependency", node.revision, outside.has(node), [""]),
		...emptyDependency(node.revision.id, node.revision.path)
	}));
}
function cycleProblem(kind, { members, refused }, say) {
	const ids = idsOf(members);
	const [first] = members;
	const files = members.map(({ revision }) => revision.path);
	return {
		...about(kind, first.revision, refused, ids, files),
		...say(ids, refused)
	};
}

// src/graph/labels.ts
/** How branch labels spread from the revisions that declare them (`RevisionMap._add_branches`). */
/**
* Labels by revision id. Every labelled revision gives its labels to all that descend from it by `down_revision`; then
* they climb down from the last descendant until a branch or merge point, so the revision's own ancestors get them only
* where nothing between their first and the tip branches or merges.
*/
function spreadLabels(map) {
	const labels = /* @__PURE__ */ new Map();
	const give = (node, names) => {
		const own = labels.get(node) ?? new Set(node.revision.branchLabels);
		for (const name of names) own.add(name);
		labels.set(node, own);
	};
	for (const node of map.nodes.filter(({ revision }) => revision.branchLabels.length > 0)) {
		give(node, node.revision.branchLabels);
		const names = [...labels.get(node) ?? []];
		const family = reach([node], ({ children }) => children);
		for (const descendant of family) give(descendant, names);
		for (const member of plainRunDown([...family].at(-1) ?? node)) give(member, names);
	}
	return new Map([...map.byId].flatMap(([id, node]) => {
		const names = labels.get(node);
		return names === void 0 ? [] : [[id, names]];
	}));
}
/** From a revision downwards as long as nothing branches (dependants count) or merges; such a point is not in the run. */
function plainRunDown(from) {
	const run = /* @__PURE__ */ new Set();
	let node = from;
	while (node !== void 0 && node.dependants.size <= 1 && node.revision.downRevisions.length <= 1 && !run.has(node)) {
		run.add(node);
		node = node.parents.find(({ revision }) => revision.id !== "");
	}
	return run;
}

// src/graph/build.ts
/**
* Builds the map of the newest Alembic (`RevisionMap._revision_map`). Linear in files and edges; labels and orders are
* computed when asked for. Never throws: what Alembic would refuse is among `problems`.
*
* @param revisions in load order: version locations in configured order, files sorted in each (Alembic 1.10 and later;
*   older ones take the order of the file system, so only the set of heads is theirs).
*/
function buildGraph(revisions) {
	const map = link(revisions);
	const entries = [...map.byId.values()];
	const problems = findProblems(map);
	let labels;
	return {
		revisions: new Map(entries.map(({ revision }) => [revision.id, revision])),
		loads: !problems.some(({ fatal }) => fatal),
		heads: idsOf(map.nodes.filter(({ children }) => children.size === 0)),
		effectiveHeads: idsOf(entries.filter(({ children, dependants }) => children.size === 0 && dependants.size > 0)),
		realHeads: idsOf(map.nodes.filter(({ dependants }) => dependants.size === 0)),
		bases: idsOf(map.nodes.filter(({ revision }) => revision.downRevisions.length === 0)),
		branchPoints: idsOf(entries.filter(({ children }) => children.size > 1)),
		mergePoints: idsOf(entries.filter(({ revision }) => revision.downRevisions.length > 1)),
		problems,
		get labels() {
			return labels ??= spreadLabels(map);
		},
		...walks(map)
	};
}
function walks(map) {
	const down = stepsDown();
	const nodes = (ids) => Array.from(ids, (id) => map.byId.get(id)).filter((node) => node !== void 0);
	const below = (start) => reach(start, (node) => [...node.parents, ...node.dependencies]);
	const above = (start) => reach(start, ({ dependants }) => dependants);
	return {
		children: (id) => idsOf(map.byId.get(id)?.children ?? []),
		ancestors: (ids) => new Set(idsOf(below(nodes(ids)))),
		descendants: (ids) => new Set(idsOf(above(nodes(ids)))),
		upgradeOrder(targets, current = []) {
			const done = below(nodes(current));
			const wanted = new Set([...below(nodes(targets))].filter((node) => !done.has(node)));
			return idsOf(newestFirst(wanted, nodes(targets), down)).reverse();
		},
		downgradeOrder(current, target) {
			const roots = target === null ? [...map.byId.values()].filter(({ revision }) => revision.downRevisions.length === 0) : nodes([target]).flatMap(({ children }) => [...children]);
			const applied = below(nodes(current));
			const wanted = new Set([...above(roots)].filter((node) => applied.has(node)));
			return idsOf(newestFirst(wanted, nodes(current), down));
		}
	};
}

// src/revision/header.ts
/** Reads a docstring's value. */
function readHeader(docstring) {
	const lines = docstring.split("\n");
	const field = (name) => {
		const line = lines.find((one) => one.trimStart().startsWith(name));
		return line === void 0 ? null : line.slice(line.indexOf(":") + 1).trim();
	};
	const revises = field("Revises:");
	return {
		revisionId: field("Revision ID:"),
		revises: revises === null ? null : idsIn(revises),
		createDate: field("Create Date:")
	};
}
/** Alembic's `Script.doc`: the docstring, stripped, up to its first blank line. */
function messageOf(docstring) {
	return strip(docstring).split("\n\n", 1)[0] ?? "";
}
/** `a, b`, and `('a', 'b')` where a template lacks the `comma` filter. */
function idsIn(list) {
	const ids = list.split(/[\s,()[\]'"]+/).filter((id) => id !== "");
	return ids.length === 1 && ids[0] === "None" ? [] : ids;
}
/** Python's `str.strip()`, whose white space is JavaScript's less the BOM, plus five control characters. */
function strip(text) {
	let [from, to] = [0, text.length];
	while (from < to && isSpace(text.charAt(from))) from++;
	while (to > from && isSpace(text.charAt(to - 1))) to--;
	return text.slice(from, to);
}
function isSpace(character) {
	return !(character > " " && character < "") && /[\s\x1c-\x1f\x85]/.test(character) && character !== "﻿";
}

// src/revision/ids.ts
const ids = (...list) => ({
	kind: "ids",
	ids: list
});
const unread = ({ reason, text }) => ({
	kind: "unread",
	reason,
	text
});
const dies = (error) => ({
	kind: "dies",
	error
});
/** `revision`: one string. */
function revisionId(value) {
	switch (value.kind) {
		case "string": return ids(value.value);
		case "none": return dies("TypeError: 'NoneType' object is not iterable");
		case "scalar":
			if (value.type === "bytes") return {
				kind: "unread",
				reason: "bytes",
				text: value.text
			};
			return dies(`TypeError: the revision id ${value.text} is not a string`);
		case "sequence":
			if (value.type === "tuple") return {
				kind: "unread",
				reason: "tuple",
				text: "a tuple"
			};
			return dies(`TypeError: unhashable type: '${value.type}'`);
		case "computed": return unread(value);
	}
}
/** `down_revision`: None, one id or several. `""` is an id of its own, which no file has. */
function parentIds(value) {
	switch (value.kind) {
		case "none": return ids();
		case "string": return ids(value.value);
		case "scalar": return value.type === "bytes" && value.truth === false ? ids() : dies(`KeyError: ${value.text}`);
		case "sequence": return sequenceIds(value);
		case "computed": return unread(value);
	}
}
/** `depends_on`: the same, except that whatever is false is nothing. */
function dependencyIds(value) {
	if (value.kind === "scalar" && value.truth === false) return ids();
	const read = parentIds(value);
	return read.kind === "ids" && read.ids.length === 1 && read.ids[0] === "" ? ids() : read;
}
/** `branch_labels`: repeated ones stay, as Alembic refuses them. */
function labels(value) {
	if (value.kind === "none") return ids();
	if (value.kind === "string") return ids(value.value);
	if (value.kind === "computed") return unread(value);
	const read = [];
	for (const item of value.kind === "sequence" ? value.items : [value]) {
		if (item.kind === "computed") return unread(item);
		if (item.kind !== "string") return {
			kind: "unread",
			reason: "label-type",
			text: ""
		};
		read.push(item.value);
	}
	const repeatable = value.kind === "sequence" && (value.type === "tuple" || value.type === "list");
	return ids(...repeatable ? read : new Set(read));
}
function sequenceIds({ type, items }) {
	const read = [];
	const [only] = items;
	if (items.length === 1 && only && only.kind !== "sequence") return parentIds(only);
	for (const item of items) {
		if (item.kind === "computed") return unread(item);
		if (item.kind === "string") read.push(item.value);
		else if (items.length === 1) return {
			kind: "unread",
			reason: "nested",
			text: "a sequence in a sequence"
		};
		else return dies(`KeyError: ${item.kind === "scalar" ? item.text : "None"}`);
	}
	if (type === "tuple" || type === "list") return ids(...read);
	const distinct = [...new Set(read)];
	if (type === "set" && distinct.length > 1) return {
		kind: "unread",
		reason: "set-order",
		text: "a set"
	};
	return ids(...distinct);
}

// src/revision/static-value.ts
/** What in a value has to be computed; null where it is written out to the last item. */
function computedPart(value) {
	if (value.kind === "computed") return value;
	if (value.kind !== "sequence") return null;
	for (const item of value.items) {
		const part = computedPart(item);
		if (part) return part;
	}
	return null;
}
/** Whether two values are written-out equals; two computed ones are equal only if they are one. */
function sameValue(a, b) {
	if (a === b) return true;
	if (a.kind === "string") return b.kind === "string" && a.value === b.value;
	if (a.kind === "none") return b.kind === "none";
	if (a.kind === "scalar") return b.kind === "scalar" && a.type === b.type && a.text === b.text;
	if (a.kind === "computed" || b.kind !== "sequence" || a.type !== b.type) return false;
	return a.items.length === b.items.length && a.items.every((item, index) => {
		const other = b.items[index];
		return other !== void 0 && sameValue(item, other);
	});
}
/** Follows a name that was taken from another module, if that is in the tree. */
function resolve(value, importer) {
	if (value.kind !== "computed" || value.reason !== "imported-name" || value.module === void 0) return value;
	const dot = value.module.lastIndexOf(".");
	return importer.imported(value.module.slice(0, dot), value.module.slice(dot + 1)) ?? value;
}

// src/revision/evaluate.ts
/** Evaluates literals as Python does; never guesses. */
function evaluate(expression, around) {
	const computed = (reason) => ({
		kind: "computed",
		reason,
		text: around.text.slice(expression.from, expression.to)
	});
	switch (expression.kind) {
		case "string": return expression.value === null ? computed("named-escape") : {
			kind: "string",
			value: expression.value
		};
		case "constant":
		case "number":
		case "bytes": return scalar(expression, around.text);
		case "name": return resolve(around.lookUp(expression.name) ?? computed("unknown-name"), around);
		case "tuple":
		case "list":
		case "set": return sequence(expression.kind, expression.items, around);
		case "dict": return dict(expression.entries, around) ?? computed("unpacking");
		case "binary": return concatenated(expression, around) ?? computed("operator");
		case "template": return plainTemplate(expression.parts) ?? computed(expression.prefix === "f" ? "f-string" : "t-string");
		case "conditional": return chosen(expression, around) ?? computed("conditional-expression");
		case "named": return computed("assignment-expression");
		case "attribute": return attribute(expression, around) ?? computed("attribute");
		case "call": return computed(isDynamicParent(expression.callee) ? "get-down-revision" : "call");
		case "unary":
		case "compare": return computed("operator");
		case "starred": return computed("unpacking");
		case "subscript":
		case "lambda":
		case "comprehension":
		case "await":
		case "yield":
		case "slice": return computed(expression.kind);
	}
}
/** Whether a condition holds; null where that is not written out. */
function truth(expression, around) {
	if (expression.kind === "unary" && expression.operator === "not") {
		const operand = truth(expression.operand, around);
		return operand === null ? null : !operand;
	}
	if (isTypeChecking(expression) || isMainGuard(expression)) return false;
	const value = evaluate(expression, around);
	switch (value.kind) {
		case "string": return value.value !== "";
		case "none": return false;
		case "scalar": return value.truth;
		case "sequence": return value.items.length > 0;
		case "computed": return null;
	}
}
/** The parent is looked up in git history by the alembic-git-revisions package. */
function isDynamicParent(callee) {
	return (callee.kind === "name" || callee.kind === "attribute") && callee.name === "get_down_revision";
}
function isTypeChecking(expression) {
	return (expression.kind === "name" || expression.kind === "attribute") && expression.name === "TYPE_CHECKING";
}
/** `__name__ == "__main__"`: never true of a module that Alembic loads. */
function isMainGuard(expression) {
	if (expression.kind !== "compare" || expression.operators.join() !== "==") return false;
	return expression.operands.some((one) => one.kind === "name" && one.name === "__name__") && expression.operands.some((one) => one.kind === "string" && one.value === "__main__");
}
function scalar(expression, source) {
	const text = source.slice(expression.from, expression.to);
	if (expression.kind === "bytes") return {
		kind: "scalar",
		type: "bytes",
		text,
		truth: expression.value === null ? null : expression.value !== ""
	};
	if (expression.kind === "number") return {
		kind: "scalar",
		type: "number",
		text,
		truth: Number(text.replace(/_|[jJ]$/g, "")) !== 0
	};
	if (expression.value === null) return { kind: "none" };
	if (expression.value === "...") return {
		kind: "scalar",
		type: "ellipsis",
		text,
		truth: true
	};
	return {
		kind: "scalar",
		type: "bool",
		text,
		truth: expression.value
	};
}
function sequence(type, expressions, around) {
	const items = [];
	for (const expression of expressions) {
		const value = evaluate(expression.kind === "starred" ? expression.value : expression, around);
		if (expression.kind !== "starred") items.push(value);
		else if (value.kind === "sequence" && value.type !== "set") items.push(...value.items);
		else return {
			kind: "computed",
			reason: "unpacking",
			text: around.text.slice(expression.from, expression.to)
		};
	}
	return {
		kind: "sequence",
		type,
		items
	};
}
function dict(entries, around) {
	const keys = [];
	for (const { key } of entries) {
		if (key === null) return null;
		keys.push(key);
	}
	const read = sequence("tuple", keys, around);
	return read.kind === "sequence" ? {
		...read,
		type: "dict"
	} : read;
}
/** `+` on two strings, two tuples or two lists. */
function concatenated({ operator, left, right }, around) {
	if (operator !== "+") return null;
	const a = evaluate(left, around);
	const b = evaluate(right, around);
	if (a.kind === "computed") return a;
	if (b.kind === "computed") return b;
	if (a.kind === "string" && b.kind === "string") return {
		kind: "string",
		value: a.value + b.value
	};
	if (a.kind !== "sequence" || b.kind !== "sequence" || a.type !== b.type) return null;
	if (a.type !== "tuple" && a.type !== "list") return null;
	return {
		kind: "sequence",
		type: a.type,
		items: [...a.items, ...b.items]
	};
}
function plainTemplate(parts) {
	let value = "";
	for (const part of parts) {
		if (typeof part !== "string") return null;
		value += part;
	}
	return {
		kind: "string",
		value
	};
}
function chosen({ test, then, otherwise }, around) {
	const holds = truth(test, around);
	return holds === null ? null : evaluate(holds ? then : otherwise, around);
}
function attribute({ object, name }, around) {
	const owner = evaluate(object, around);
	if (owner.kind !== "computed" || owner.module === void 0) return null;
	const module = `${owner.module}.${name}`;
	return around.imported(owner.module, name) ?? {
		kind: "computed",
		reason: "attribute",
		text: module,
		module
	};
}

// src/revision/dynamic.ts
/** Builtins that reach all names at once; `vars` only without an argument. */
const REACHING = /* @__PURE__ */ new Set([
	"globals",
	"locals",
	"exec",
	"eval"
]);
/** Whether this very node, not what is below it, can bind names of the module unseen. */
function bindsUnseen(node) {
	if (node.kind === "name") return REACHING.has(node.name);
	if (node.kind === "call") return node.args.length === 0 && isName(node.callee, "vars");
	if (node.kind !== "attribute") return false;
	return node.name === "f_globals" || node.name === "modules" && isName(node.object, "sys") || REACHING.has(node.name) && (isName(node.object, "builtins") || isName(node.object, "__builtins__"));
}
/**
* Says of a name whether it is a function or class of this module that could, once used, bind or change one of
* `identifiers` unseen: by `global`, by code that reaches all names, or through another such function.
*/
function suspectsOf(statements, identifiers) {
	let definitions = null;
	const known = /* @__PURE__ */ new Map();
	const isSuspect = (name) => {
		definitions ??= definitionsIn(statements);
		const before = known.get(name);
		if (before !== void 0) return before;
		known.set(name, false);
		let suspect = false;
		for (const definition of definitions.get(name) ?? []) walk(definition, (node) => {
			suspect ||= bindsUnseen(node) || changesOne(node, identifiers) || node.kind === "name" && isSuspect(node.name);
			return !suspect;
		});
		known.set(name, suspect);
		return suspect;
	};
	return isSuspect;
}
/** Functions and classes of the module itself, by name: a name may have had several. */
function definitionsIn(statements) {
	const definitions = /* @__PURE__ */ new Map();
	for (const statement of statements) walk(statement, (node) => {
		if (node.kind !== "function" && node.kind !== "class") return true;
		definitions.set(node.name, [...definitions.get(node.name) ?? [], node]);
		return false;
	});
	return definitions;
}
/** `global down_revision`, `down_revision.append(…)`, `down_revision[0] = …`. */
function changesOne(node, identifiers) {
	if (node.kind === "global") return node.names.some((name) => identifiers.includes(name));
	if (node.kind !== "attribute" && node.kind !== "subscript") return false;
	return identifiers.some((name) => isName(node.object, name));
}
function isName(expression, name) {
	return expression.kind === "name" && expression.name === name;
}

// src/revision/names.ts
/** The names of a module while it is run in the mind: binding them, and what puts them in doubt. */
/** Names that Alembic reads from a module, and so those that dynamic code puts in doubt. */
const IDENTIFIERS = [
	"revision",
	"down_revision",
	"depends_on",
	"branch_labels"
];
/** Packages whose star import is known to bring none of Alembic's identifiers. */
const HARMLESS_STARS = /* @__PURE__ */ new Set([
	"sqlalchemy",
	"alembic",
	"typing",
	"geoalchemy2",
	"sqlalchemy_utils",
	"sqlmodel",
	"migrate"
]);
var Names = class {
	text;
	neighbours;
	/** Whether we are under `if`, `try`, `with` or a loop. */
	conditional = false;
	/** Where the statement being run begins. */
	at = 0;
	/** null behind a `raise`. */
	names = /* @__PURE__ */ new Map();
	isSuspect;
	constructor(text, statements, neighbours) {
		this.text = text;
		this.neighbours = neighbours;
		this.isSuspect = suspectsOf(statements, IDENTIFIERS);
	}
	lookUp(name) {
		const binding = this.names?.get(name);
		return binding?.perhapsUnbound === true ? void 0 : binding?.value;
	}
	imported(module, name) {
		return this.neighbours.imported(module, name);
	}
	/** The state here, as a value of its own. */
	here() {
		return this.names && new Map(this.names);
	}
	get unreachable() {
		return this.names === null;
	}
	/** Goes on from a state. */
	resume(state) {
		this.names = state && new Map(state);
	}
	bind(name, value, span) {
		const before = this.names?.get(name);
		const earlier = before ? before.earlier + 1 : 0;
		const { at, conditional } = this;
		const { from, to } = span;
		this.names?.set(name, {
			value,
			span: {
				from,
				to
			},
			at,
			conditional,
			perhapsUnbound: false,
			earlier
		});
	}
	assign(target, value, expression) {
		if (target.kind === "name") this.bind(target.name, value, expression);
		else if (target.kind === "tuple" || target.kind === "list") this.unpack(target.items, value, expression);
		else this.touch(target);
	}
	unpack(targets, value, expression) {
		const written = expression.kind === "tuple" || expression.kind === "list" ? expression.items : [];
		const ordered = value.kind === "sequence" && value.type !== "set" && value.items.length === targets.length;
		targets.forEach((target, index) => {
			const item = ordered ? value.items[index] : void 0;
			if (item && target.kind !== "starred") this.assign(target, item, written[index] ?? expression);
			else this.bindComputed(target, "unpacking", expression);
		});
	}
	/** Binds every name in the target to something that only running could tell. */
	bindComputed(target, reason, at) {
		switch (target.kind) {
			case "name": return this.bind(target.name, {
				kind: "computed",
				reason,
				text: this.text.slice(at.from, at.to)
			}, at);
			case "starred": return this.bindComputed(target.value, reason, at);
			case "tuple":
			case "list":
				for (const item of target.items) this.bindComputed(item, reason, at);
				return;
			default: return this.touch(target);
		}
	}
	/** From here on nothing is known of any name, nor whether Alembic's identifiers are bound. */
	doubtAll(reason, at) {
		const text = this.text.slice(at.from, at.to);
		const names = [...IDENTIFIERS, ...this.names?.keys() ?? []];
		for (const name of new Set(names)) this.bind(name, {
			kind: "computed",
			reason,
			text
		}, at);
	}
	/** The value of an expression that is bound; what is written out has no effects. */
	value(expression) {
		const value = evaluate(expression, this);
		if (computedPart(value)) this.touch(expression);
		return value;
	}
	/** Evaluates for effect: assignment expressions, code that binds unseen, methods that change a list. */
	touch(node) {
		if (node.kind === "string" || node.kind === "constant") return;
		walk(node, (part) => {
			if (part.kind === "named") this.bindComputed(part.target, "assignment-expression", part);
			if (bindsUnseen(part) || part.kind === "name" && this.isSuspect(part.name)) this.doubtAll("dynamic-names", part);
			if (part.kind === "name") this.doubtMutable(part.name, part);
			return part.kind !== "lambda";
		});
	}
	/** Whoever gets hold of a list may change it, by whatever name it goes. */
	doubtMutable(name, at) {
		const bound = this.names?.get(name)?.value;
		const value = bound && resolve(bound, this);
		if (value?.kind !== "sequence" || value.type === "tuple") return;
		for (const [alias, binding] of this.names ?? []) if (resolve(binding.value, this) === value) this.bind(alias, {
			kind: "computed",
			reason: "mutable",
			text: name
		}, at);
	}
	bindModule(name, alias, at) {
		const [first = name] = name.split(".");
		const module = alias === null ? first : name;
		const text = this.text.slice(at.from, at.to);
		this.bind(alias ?? first, {
			kind: "computed",
			reason: "module",
			text,
			module
		}, at);
	}
	importFrom(statement) {
		const { module, level, names } = statement;
		if (names !== "*") {
			for (const imported of names) this.importName(level > 0 ? null : module, imported, statement);
			return;
		}
		const exported = level > 0 ? null : this.neighbours.exported(module);
		if (exported) for (const [name, value] of exported) this.bind(name, value, statement);
		else if (!HARMLESS_STARS.has(module.split(".")[0] ?? "")) this.doubtAll("star-import", statement);
	}
	importName(module, { name, alias }, at) {
		const text = this.text.slice(at.from, at.to);
		const inner = module === null ? {} : { module: `${module}.${name}` };
		this.bind(alias ?? name, {
			kind: "computed",
			reason: "imported-name",
			text,
			...inner
		}, at);
	}
};

// src/revision/state.ts
/** The names of a module at one point of its execution, where execution may have come by several ways. */
/** What is known where two ways meet. */
function join(a, b) {
	if (a === null || a === b) return b;
	if (b === null) return a;
	const joined = /* @__PURE__ */ new Map();
	for (const name of /* @__PURE__ */ new Set([...a.keys(), ...b.keys()])) {
		const [left, right] = [a.get(name), b.get(name)];
		const binding = left && right ? joinBindings(left, right) : perhaps(left ?? right);
		if (binding) joined.set(name, binding);
	}
	return joined;
}
function perhaps(binding) {
	return binding && {
		...binding,
		conditional: true,
		perhapsUnbound: true
	};
}
/** What is computed on one way is computed; two different values are for the condition to decide. */
function joinBindings(left, right) {
	if (left === right) return left;
	const later = right.at >= left.at ? right : left;
	const place = {
		conditional: true,
		perhapsUnbound: left.perhapsUnbound || right.perhapsUnbound
	};
	if (sameValue(left.value, right.value)) return {
		...later,
		...place
	};
	const computed = [left, right].find(({ value }) => value.kind === "computed");
	if (computed) return {
		...computed,
		...place
	};
	return {
		...later,
		...place,
		value: {
			kind: "computed",
			reason: "conditional",
			text: ""
		}
	};
}

// src/revision/execute.ts
/**
* Runs a module in the mind: top to bottom, the last binding wins, every branch whose condition is not written out
* counts as taken and as not taken. What the result says of a name holds for every run that loads the module.
*/
/** `packaged` says whether relative imports can work: Alembic loads a revision as a module of no package. */
function execute(text, statements, neighbours, packaged) {
	return new Interpreter(text, statements, neighbours, packaged).run(statements);
}
var Interpreter = class extends Names {
	packaged;
	stop = null;
	/** Where an exception may leave the enclosing `try` from, and `break` or `continue` the enclosing loop. */
	thrown = null;
	left = null;
	constructor(text, statements, neighbours, packaged) {
		super(text, statements, neighbours);
		this.packaged = packaged;
	}
	run(statements) {
		this.block(statements);
		return {
			end: this.here(),
			stop: this.stop
		};
	}
	block(statements) {
		for (const statement of statements) {
			if (this.unreachable) return;
			this.at = statement.from;
			this.statement(statement);
			if (this.conditional) this.thrown = join(this.thrown, this.here());
		}
	}
	/** Where a block ends that begins in `from`. */
	branch(from, body) {
		const outer = this.conditional;
		this.resume(from);
		this.conditional = true;
		body();
		this.conditional = outer;
		return this.here();
	}
	statement(statement) {
		switch (statement.kind) {
			case "assign": {
				const value = this.value(statement.value);
				for (const target of statement.targets) this.assign(target, value, statement.value);
				return;
			}
			case "annotated":
				if (statement.value) this.assign(statement.target, this.value(statement.value), statement.value);
				return this.touch(statement.annotation);
			case "augmented":
				this.touch(statement.target);
				this.touch(statement.value);
				return this.bindComputed(statement.target, "augmented-assignment", statement);
			case "expression": return this.expressionStatement(statement.value);
			case "delete":
				for (const target of statement.targets) this.bindComputed(target, "del", statement);
				return;
			case "type-alias": return this.bindComputed(statement.target, "type-alias", statement);
			case "assert": return this.touch(statement.test);
			case "raise": return this.leave({
				at: statement.from,
				reason: "raise"
			});
			case "break":
			case "continue":
				this.left = join(this.left, this.here());
				return this.resume(null);
			case "import":
				for (const { name, alias } of statement.modules) this.bindModule(name, alias, statement);
				return;
			case "import-from":
				if (statement.level > 0 && !this.packaged) return this.leave({
					at: statement.from,
					reason: "relative-import"
				});
				return this.importFrom(statement);
			case "function":
			case "class": return this.define(statement);
			case "if": return this.if(statement);
			case "while":
			case "for": return this.loop(statement);
			case "try": return this.try(statement);
			case "with": return this.with(statement);
			case "match": return this.match(statement);
			case "pass":
			case "global":
			case "nonlocal":
			case "return": return;
		}
	}
	leave(stop) {
		this.stop = stop;
		this.thrown = join(this.thrown, this.here());
		this.resume(null);
	}
	expressionStatement(value) {
		if (value.kind === "named") this.assign(value.target, this.value(value.value), value.value);
		else this.touch(value);
	}
	/** Running a `def` evaluates its decorators and defaults; running a `class` its whole body, in names of its own. */
	define(statement) {
		for (const decorator of statement.decorators) this.touch(decorator);
		if (statement.kind === "function") {
			for (const parameter of statement.parameters) if (parameter.default) this.touch(parameter.default);
		} else {
			for (const { value } of statement.args) this.touch(value);
			for (const inner of statement.body) if (inner.kind !== "function") this.touch(inner);
		}
		this.bind(statement.name, {
			kind: "computed",
			reason: statement.kind,
			text: statement.name
		}, statement);
	}
	if({ branches, otherwise }) {
		let end = null;
		for (const { test, body } of branches) {
			const holds = truth(test, this);
			if (holds === null) this.touch(test);
			if (holds === false) continue;
			const before = this.here();
			end = join(end, this.branch(before, () => this.block(body)));
			this.resume(holds === true ? null : before);
			if (holds === true) break;
		}
		if (!this.unreachable) end = join(end, this.branch(this.here(), () => this.block(otherwise)));
		this.resume(end);
	}
	/** Any number of rounds: what a round computes from names that it binds itself is not followed. */
	loop(statement) {
		const outer = this.left;
		this.left = null;
		this.touch(statement.kind === "for" ? statement.source : statement.test);
		const before = this.here();
		const round = () => {
			if (statement.kind === "for") this.bindComputed(statement.target, "loop", statement);
			this.block(statement.body);
		};
		const once = join(this.branch(before, round), this.left);
		this.resume(before);
		this.at = statement.from;
		for (const [name, binding] of once ?? []) if (before?.get(name) !== binding) this.bind(name, {
			kind: "computed",
			reason: "loop",
			text: name
		}, statement);
		const rounds = join(this.branch(this.here(), round), this.left);
		this.left = outer;
		this.resume(join(before, rounds));
		this.block(statement.otherwise);
	}
	try({ body, handlers, otherwise, finally: last }) {
		const outer = this.thrown;
		this.thrown = this.here();
		const tried = this.branch(this.here(), () => this.block(body));
		const { thrown } = this;
		this.thrown = join(outer, thrown);
		let end = tried && this.branch(tried, () => this.block(otherwise));
		for (const { type, name, body: handling } of handlers) {
			const handled = this.branch(thrown, () => {
				if (type) this.touch(type);
				if (type && name !== null) this.bind(name, {
					kind: "computed",
					reason: "exception",
					text: name
				}, type);
				this.block(handling);
			});
			end = join(end, handled);
		}
		this.resume(end);
		this.block(last);
	}
	/** A context manager that swallows an exception is not thought of: see the law at the top, "that loads". */
	with({ items, body }) {
		for (const { context, target } of items) {
			this.touch(context);
			if (target) this.bindComputed(target, "with", context);
		}
		this.resume(this.branch(this.here(), () => this.block(body)));
	}
	match(statement) {
		this.touch(statement.subject);
		let end = this.here();
		const before = end;
		for (const { captures, guard, body } of statement.cases) {
			const matched = this.branch(before, () => {
				for (const name of captures) this.bind(name, {
					kind: "computed",
					reason: "match",
					text: name
				}, statement);
				if (guard) this.touch(guard);
				this.block(body);
			});
			end = join(end, matched);
		}
		this.resume(end);
	}
};

// src/revision/module.ts
/** A Python module as far as it can be known without running it: its text, its statements, its names at the end. */
/** Imports of imports of imports. */
const MAX_IMPORTS = 4;
/** The file's bytes, decoded as Python would. */
function readModule(bytes, find, depth = 0) {
	try {
		return readSource(decodeSource(bytes), find, depth);
	} catch (error) {
		if (error instanceof PythonSyntaxError) return notPython("", error);
		if (!(error instanceof UnknownEncoding)) throw error;
		return {
			kind: "refused",
			reason: "encoding",
			message: error.message,
			line: 1
		};
	}
}
function readSource(source, find, depth = 0) {
	const { text } = source;
	try {
		const statements = parseModule(text);
		const neighbours = neighboursBy(find, depth);
		const execution = execute(text, statements, neighbours, depth > 0);
		return {
			kind: "module",
			...source,
			...execution,
			neighbours,
			statements
		};
	} catch (error) {
		if (error instanceof PythonSyntaxError) return notPython(text, error);
		if (!(error instanceof NestingLimit)) throw error;
		return {
			kind: "refused",
			reason: "nesting",
			message: error.message,
			line: lineAt(text, error.at)
		};
	}
}
function notPython(text, { message, at }) {
	const marker = text.split(/\r\n|\r|\n/).findIndex((line) => /^(?:<{7}|>{7})(?: |$)/.test(line));
	if (marker < 0) return {
		kind: "broken",
		reason: "syntax",
		message,
		line: lineAt(text, at)
	};
	return {
		kind: "broken",
		reason: "conflict-marker",
		message: "a conflict marker was left in it",
		line: marker + 1
	};
}
function neighboursBy(find, depth) {
	const read = /* @__PURE__ */ new Map();
	const open = (name) => {
		const known = read.get(name);
		if (known !== void 0) return known;
		const module = openModule(name, find, depth + 1);
		read.set(name, module);
		return module;
	};
	return {
		imported(name, member) {
			const module = open(name);
			const binding = module?.end?.get(member);
			if (!module || !binding || binding.perhapsUnbound) return void 0;
			return resolve(binding.value, module.neighbours);
		},
		exported(name) {
			const end = open(name)?.end;
			if (!end || end.has("__all__")) return null;
			const names = /* @__PURE__ */ new Map();
			for (const [member, { value, perhapsUnbound }] of end) {
				if (member.startsWith("_")) continue;
				names.set(member, perhapsUnbound ? {
					kind: "computed",
					reason: "star-import",
					text: member
				} : value);
			}
			return names;
		}
	};
}
/** null for a module that is not there or cannot be read, which leaves what is imported from it computed. */
function openModule(name, find, depth) {
	const bytes = depth > MAX_IMPORTS ? null : find(name);
	const read = bytes && readModule(bytes, find, depth);
	return read?.kind === "module" ? read : null;
}
/** The module's docstring: its first statement, if that is a plain string. */
function docstringOf({ statements: [first] }) {
	return first?.kind === "expression" && first.value.kind === "string" ? first.value : null;
}

// src/revision/notes.ts
/** True things about a readable revision that change nothing. */
/** Whether a name is bound more than once, or only on some condition. */
function bindingNotes(name, binding, lineOf) {
	if (!binding) return [];
	const notes = [];
	if (binding.conditional) notes.push({
		kind: "conditional",
		message: `\`${name}\` is set under a condition.`,
		line: lineOf(binding.at)
	});
	if (binding.earlier > 0) {
		const message = `\`${name}\` is set more than once; the last value counts.`;
		notes.push({
			kind: "rebound",
			message,
			line: lineOf(binding.at)
		});
	}
	return notes;
}
/** Where the docstring's header names other revisions than the variables do: the variables count. */
function headerNotes(docstring, revision, line) {
	const { revisionId, revises } = readHeader(docstring);
	const notes = [];
	if (revisionId !== null && revisionId !== revision.id) {
		const message = `The docstring says "Revision ID: ${revisionId}", the variable says "${revision.id}", which counts.`;
		notes.push({
			kind: "header-mismatch",
			message,
			line
		});
	}
	if (revises !== null && !sameSet(revises, revision.downRevisions)) {
		const message = `The docstring says "Revises: ${revises.join(", ")}", down_revision says "${revision.downRevisions.join(", ")}", which counts.`;
		notes.push({
			kind: "header-mismatch",
			message,
			line
		});
	}
	return notes;
}
function sameSet(a, b) {
	return a.every((one) => b.includes(one)) && b.every((one) => a.includes(one));
}

// src/revision/unreadable.ts
/** What a value is given by, for "is given by …". */
const GIVEN_BY = {
	"assignment-expression": "an assignment inside an expression",
	attribute: "an attribute of something else",
	"augmented-assignment": "an augmented assignment",
	await: "an await",
	bytes: "a bytes literal where a string is expected",
	call: "a call",
	class: "a class definition",
	comprehension: "a comprehension",
	conditional: "a condition that decides between different values",
	"conditional-expression": "a conditional expression",
	del: "a `del`",
	"dynamic-names": "code that can set any name",
	exception: "an exception handler",
	"f-string": "an f-string",
	function: "a function definition",
	"get-down-revision": "alembic-git-revisions, which asks git for the parent when the module is loaded",
	"imported-name": "an import that does not lead to a literal in this repository",
	lambda: "a lambda",
	loop: "a loop",
	match: "a match statement",
	module: "a module",
	"module-getattr": "the module's own `__getattr__`",
	mutable: "a list that other code may have changed",
	"named-escape": "a string with a `\\N{…}` escape",
	nested: "a sequence inside a sequence",
	operator: "an operator",
	"set-order": "a set, whose order changes from run to run",
	slice: "a slice",
	"star-import": "an `import *` that may bring this name",
	subscript: "a subscript",
	"t-string": "a t-string",
	tuple: "a tuple where a string is expected",
	"type-alias": "a type alias",
	"unknown-name": "a name that this file does not bind to a literal",
	unpacking: "an unpacking",
	with: "a context manager",
	yield: "a yield"
};
/** `name` cannot be known without running the file. */
function refusal$1(path, name, reason, text, line) {
	return {
		kind: "refused",
		path,
		reason,
		message: `\`${name}\` is given by ${GIVEN_BY[reason] ?? reason}${text === "" ? "" : ` (${excerpt(text)})`}, whose value only running the file could tell: write it as a plain literal.`,
		line
	};
}
/** Alembic loads the module and dies on what it finds. */
function failure(path, reason, message, line) {
	return {
		kind: "broken",
		path,
		reason,
		message,
		line
	};
}
/** The file is no module. */
function noModule(path, { kind, reason, message, line }) {
	return {
		kind,
		path,
		reason,
		message: kind === "broken" ? `Python cannot load this file: ${message} (line ${line}).` : `This file is not judged: ${message}.`,
		line
	};
}
function excerpt(text) {
	const oneLine = text.replace(/\s+/g, " ");
	return oneLine.length > 60 ? `${oneLine.slice(0, 59)}…` : oneLine;
}

// src/revision/read.ts
/** One file of a versions directory -> what Alembic would have after loading it, or why nothing can be said. */
/**
* Reads a revision file as Alembic would, without running it: `broken` is a file that Python or Alembic could not load
* either, `refused` one whose identifiers only running it could tell. `find` follows imported names into the same tree.
*/
function readRevision(path, bytes, find = () => null) {
	return reading(path, readModule(bytes, find));
}
/** The same for a text that is decoded already. */
function readRevisionText(path, text) {
	return reading(path, readSource({
		text,
		encoding: "utf-8",
		bom: false
	}, () => null));
}
function reading(path, module) {
	return module.kind === "module" ? new RevisionFile(path, module).read() : noModule(path, module);
}
const ID_FROM_FILE_NAME = {
	kind: "id-from-file-name",
	message: "The id is taken from the file name.",
	line: 1
};
const NOTHING$1 = () => ({
	ids: [],
	binding: null
});
var RevisionFile = class {
	path;
	module;
	constructor(path, module) {
		this.path = path;
		this.module = module;
	}
	read() {
		if (this.module.end === null) return this.neverLoads();
		const id = this.id();
		if ("kind" in id) return id;
		const parents = this.parents();
		if ("kind" in parents) return parents;
		const dependencies = this.said("depends_on", dependencyIds, NOTHING$1);
		if ("kind" in dependencies) return dependencies;
		return {
			kind: "revision",
			revision: this.revision(id, parents, dependencies)
		};
	}
	neverLoads() {
		const { at, reason } = this.module.stop ?? {
			at: 0,
			reason: "raise"
		};
		const what = reason === "raise" ? "it raises an exception while it is loaded" : "ImportError: attempted relative import with no known parent package";
		return failure(this.path, reason, `Alembic cannot load this file: ${what}.`, this.line(at));
	}
	line(at) {
		return lineAt(this.module.text, at);
	}
	/** What a run that loads the file has under this name; null where no run has anything. */
	binding(name) {
		return this.module.end?.get(name) ?? null;
	}
	refused(name, reason, text, binding) {
		return refusal$1(this.path, name, reason, text, this.line(binding.at));
	}
	/** One name's ids; `absent` says what it means that no run binds it. */
	said(name, read, absent) {
		const binding = this.binding(name);
		const getter = binding ? null : this.binding("__getattr__");
		if (getter) return this.refused(name, "module-getattr", "", getter);
		if (!binding) return absent();
		const ids = read(resolve(binding.value, this.module.neighbours));
		const same = ids.kind === "ids" && ids.ids.length === 0 && (name === "depends_on" || name === "branch_labels");
		if (ids.kind !== "unread" && binding.perhapsUnbound && !same) return this.refused(name, "conditional", "", binding);
		switch (ids.kind) {
			case "ids": return {
				ids: ids.ids,
				binding
			};
			case "unread": return this.refused(name, ids.reason, ids.text, binding);
			case "dies": {
				const message = `Alembic cannot use this file's \`${name}\`: ${ids.error}.`;
				return failure(this.path, `${name.replaceAll("_", "-")}-type`, message, this.line(binding.at));
			}
		}
	}
	id() {
		return this.said("revision", revisionId, () => {
			const fileName = this.path.slice(this.path.lastIndexOf("/") + 1);
			const legacy = /^[a-f0-9]+(?=\.py$)/.exec(fileName)?.[0];
			if (legacy !== void 0) return {
				ids: [legacy],
				binding: null
			};
			const message = `Could not determine revision id from filename ${fileName}. Be sure the 'revision' variable is declared inside the script; a file that is no revision must not lie in a versions directory, where Alembic loads it.`;
			return failure(this.path, "no-revision", message, 1);
		});
	}
	parents() {
		return this.said("down_revision", parentIds, () => {
			const message = `AttributeError: module '${this.path.slice(this.path.lastIndexOf("/") + 1).replace(/[^\p{L}\p{N}_]/gu, "_")}' has no attribute 'down_revision'. Add it; None makes this revision a root.`;
			return failure(this.path, "no-down-revision", message, 1);
		});
	}
	revision(id, parents, dependencies) {
		const branchLabels = this.said("branch_labels", labels, NOTHING$1);
		const docstring = docstringOf(this.module);
		const bound = this.binding("__doc__")?.value;
		const doc = bound?.kind === "string" ? bound.value : docstring?.value ?? "";
		const lineOf = (at) => this.line(at);
		const facts = {
			id: id.ids[0] ?? "",
			downRevisions: parents.ids
		};
		const notes = [
			...id.binding ? [] : [ID_FROM_FILE_NAME],
			...bindingNotes("revision", id.binding, lineOf),
			...bindingNotes("down_revision", parents.binding, lineOf),
			...bindingNotes("depends_on", dependencies.binding, lineOf),
			...docstring ? headerNotes(doc, facts, lineOf(docstring.from)) : []
		];
		return {
			...facts,
			path: this.path,
			dependsOn: dependencies.ids,
			branchLabels: "ids" in branchLabels ? branchLabels.ids : [],
			unreadLabels: "kind" in branchLabels,
			message: messageOf(doc),
			spans: this.spans(id, parents, dependencies, docstring),
			notes
		};
	}
	spans(id, parents, dependencies, docstring) {
		return {
			id: id.binding?.span,
			downRevision: parents.binding?.span,
			dependsOn: dependencies.binding?.span,
			branchLabels: this.binding("branch_labels")?.span,
			docstring: docstring ? {
				from: docstring.from,
				to: docstring.to
			} : void 0,
			downRevisionLine: parents.binding ? this.line(parents.binding.at) : 1
		};
	}
};

// src/graph/expected.ts
/**
* Judges the heads of `get_heads()`, effective ones included; of a duplicate only the file that Alembic keeps counts,
* as its phantom head is another fault with another cure. A number is an upper bound: merging lines is nobody's harm.
* Labels are exact: a missing line breaks `upgrade label@head`. A history without revisions is as expected.
*/
function judgeHeads(graph, expected) {
	const heads = [...new Set(graph.heads)].filter((id) => graph.children(id).length === 0);
	if (typeof expected === "number") {
		const fault = {
			kind: "too-many",
			label: null,
			expected,
			heads
		};
		return verdict(heads.length > expected ? [fault] : []);
	}
	if (graph.revisions.size === 0) return { kind: "as-expected" };
	const declared = heads.map((head) => {
		const labels = graph.labels.get(head) ?? /* @__PURE__ */ new Set();
		return {
			head,
			labels: Object.keys(expected).filter((label) => labels.has(label))
		};
	});
	const unlabelled = declared.filter(({ labels }) => labels.length === 0).map(({ head }) => head);
	for (const head of unlabelled) {
		const unread = [...graph.ancestors([head])].map((id) => graph.revisions.get(id)).find((it) => it?.unreadLabels);
		if (unread !== void 0) return {
			kind: "unknown",
			head,
			revision: unread.id,
			path: unread.path
		};
	}
	return verdict([
		...Object.entries(expected).flatMap(([label, count]) => countFault(label, count, declared.filter(({ labels }) => labels.includes(label)).map(({ head }) => head))),
		...unlabelled.map((head) => ({
			kind: "unlabelled",
			head
		})),
		...declared.filter(({ labels }) => labels.length > 1).map(({ head, labels }) => ({
			kind: "several-labels",
			head,
			labels
		}))
	]);
}
function countFault(label, expected, heads) {
	if (heads.length === expected) return [];
	return [{
		kind: heads.length > expected ? "too-many" : "too-few",
		label,
		expected,
		heads
	}];
}
const verdict = (faults) => faults.length === 0 ? { kind: "as-expected" } : {
	kind: "unexpected",
	faults
};

// src/graph/neighbourhood.ts
/** Beyond this a drawing hides more than it shows (and Mermaid refuses 500 edges). */
const MAX_NODES = 60;
/** The ancestors of some, not all, heads; with a single head, nothing. */
function sinceCommonAncestor(graph) {
	const perHead = [...new Set(graph.heads)].map((head) => graph.ancestors([head]));
	const all = new Set(perHead.flatMap((set) => [...set]));
	for (const id of [...all]) if (perHead.every((set) => set.has(id))) all.delete(id);
	return all;
}
/**
* Picks heads, new revisions, everything above the heads' common ancestors, and the parents these stand on.
* Runs of plain revisions between them are contracted to an edge that counts them. Parents come before children.
*/
function neighbourhood(graph, added) {
	const parentsOf = (id) => (graph.revisions.get(id)?.downRevisions ?? []).filter((parent) => graph.revisions.has(parent));
	const core = new Set([
		...graph.heads,
		...added,
		...sinceCommonAncestor(graph)
	].filter((id) => graph.revisions.has(id)));
	const wanted = new Set([...core].flatMap((id) => [id, ...parentsOf(id)]));
	const heads = new Set(graph.heads);
	const plain = (id) => !heads.has(id) && !added.has(id) && parentsOf(id).length === 1 && graph.children(id).length <= 1;
	const crowded = wanted.size > MAX_NODES;
	const shown = [...graph.revisions.values()].filter(({ id }) => wanted.has(id) && !(crowded && plain(id))).slice(-60);
	const visible = new Set(shown.map(({ id }) => id));
	return parentsFirst(shown.map(({ id, path, message }) => ({
		id,
		path,
		message,
		role: added.has(id) ? "pull-request" : "base",
		head: heads.has(id),
		parents: parentsOf(id).flatMap((parent) => {
			let skipped = 0;
			let at = parent;
			while (at !== void 0 && !visible.has(at) && wanted.has(at) && plain(at)) {
				skipped += 1;
				at = parentsOf(at)[0];
			}
			return at !== void 0 && visible.has(at) ? [{
				id: at,
				skipped
			}] : [];
		})
	})));
}
/** Else in map order; a circle is entered anywhere. */
function parentsFirst(nodes) {
	const left = [...nodes];
	const sorted = [];
	while (left.length > 0) {
		const waiting = new Set(left.map(({ id }) => id));
		const free = left.findIndex(({ parents }) => parents.every(({ id }) => !waiting.has(id)));
		sorted.push(...left.splice(Math.max(free, 0), 1));
	}
	return sorted;
}
/** The picture with a suggested merge revision on top of the heads it joins. */
function withProposal(nodes, merge) {
	const parents = merge.downRevisions.filter((id) => nodes.some((node) => node.id === id)).map((id) => ({
		id,
		skipped: 0
	}));
	const { id, path } = merge;
	return [...nodes, {
		id,
		path,
		message: "suggested merge revision",
		role: "proposed",
		head: false,
		parents
	}];
}

// src/report/reported.ts
function reported({ id, path, downRevisions, dependsOn, branchLabels, message }) {
	return {
		id,
		path,
		downRevisions,
		dependsOn,
		branchLabels,
		message
	};
}

// src/config/revision-files.ts
/**
* Which files of an environment Alembic loads as revisions, and in which order: `ScriptDirectory._load_revisions` and
* `Script._list_py_dir` of alembic/script/base.py. Before 1.10 the order within a directory was the file system's, and
* a symlink was judged by its own name.
*/
/** `_only_source_rev_file`, anchored at the start; Python's `$` also matches before a final newline. */
const LOADED_NAME = /^(?!\.#|__init__)[^\n]*\.py\n?$/;
/**
* The files in load order. Missing version directories are skipped as Alembic skips them; a file that is reached twice
* counts once, at its first place, as Alembic has it with a warning.
*/
async function revisionFilesOf(tree, environment) {
	const directories = await directoriesOf(tree);
	const files = /* @__PURE__ */ new Map();
	const problems = [];
	for (const location of environment.versionLocations) {
		const real = directories.resolve(location);
		if (real.kind === "submodule") problems.push(unreadable(location, `the versions are in the submodule ${real.path}, whose files are not in this tree`, false));
		if (real.kind !== "directory") continue;
		for (const entry of listed(real.path, environment.recursive, directories)) {
			const found = revisionFile(entry, directories);
			if (found === null) continue;
			if ("message" in found) problems.push(found);
			else if (!files.has(found.realPath)) files.set(found.realPath, found);
		}
	}
	return {
		files: [...files.values()],
		problems
	};
}
/** Files by code point, then, if recursive, sub-directories likewise; symlinked directories are not entered. */
function listed(directory, recursive, directories) {
	const entries = directories.list(directory);
	const files = baseName(directory).endsWith("__pycache__") ? [] : entries.filter(({ kind }) => kind !== "directory");
	const below = recursive ? entries.filter(({ kind }) => kind === "directory") : [];
	return [...files.filter(({ kind }) => kind !== "submodule" || recursive), ...below.flatMap(({ path }) => listed(path, recursive, directories))];
}
/** One entry as Alembic would load it; null for what it passes over. */
function revisionFile(entry, directories) {
	const { path } = entry;
	if (entry.kind === "submodule") return unreadable(path, "this submodule may hold revisions, and its files are not in this tree", false);
	const target = directories.resolve(path);
	if (target.kind === "directory" || !LOADED_NAME.test(baseName(target.path))) return null;
	switch (target.kind) {
		case "file": return {
			path,
			realPath: target.path,
			oid: target.oid
		};
		case "missing": return unreadable(path, `this symlink leads to ${target.path}, which does not exist: every Alembic command dies on it`, true);
		case "loop": return unreadable(path, "this symlink leads back to itself: every Alembic command dies on it", true);
		case "outside": return unreadable(path, `this symlink leads out of the repository, to ${target.path}, so the revision cannot be read`, false);
		case "submodule": return unreadable(path, `this symlink leads into the submodule ${target.path}, whose files are not in this tree`, false);
	}
}
function unreadable(path, message, fail) {
	return {
		kind: "unreadable",
		path,
		line: 1,
		message,
		fail
	};
}

// src/flows/imports.ts
/** What reading asks for is noted and brought in one round trip, because trees are read in batches. */
var TreeImports = class {
	#tree;
	#roots;
	#known = /* @__PURE__ */ new Map();
	#wanted = /* @__PURE__ */ new Set();
	constructor(tree, { scriptLocation, workingDirectory }) {
		this.#tree = tree;
		this.#roots = [.../* @__PURE__ */ new Set([
			workingDirectory,
			"src",
			...selfAndAncestors(scriptLocation)
		])];
	}
	/** How many modules were handed out: a reading that took one depends on more than its own file. */
	served = 0;
	find = (module) => {
		const known = this.#known.get(module);
		if (known === void 0) this.#wanted.add(module);
		if (known) this.served += 1;
		return known ?? null;
	};
	/** Reads what `find` was asked for and did not have; whether any of it is in the tree. */
	async bring() {
		const places = [...this.#wanted].map((module) => ({
			module,
			path: this.#pathOf(module)
		}));
		this.#wanted.clear();
		const found = places.flatMap(({ path }) => path ?? []);
		const contents = await this.#tree.read(found);
		for (const { module, path } of places) this.#known.set(module, path === null ? null : contents.get(path) ?? null);
		return found.length > 0;
	}
	#pathOf(module) {
		const file = module.replaceAll(".", "/");
		return this.#roots.flatMap((root) => [joinPath(root, `${file}.py`), joinPath(root, `${file}/__init__.py`)]).find((path) => path !== null && this.#tree.entries.has(path)) ?? null;
	}
};

// src/flows/history.ts
/** Files that import their identifiers, from files that do the same, and so on: more rounds than anybody writes. */
const IMPORT_ROUNDS = 4;
/** `demandTime` throws where the time for all of it is over. */
async function readHistory(tree, environment, cache, demandTime = () => void 0) {
	const { files, problems } = await revisionFilesOf(tree, environment);
	const key = ({ path, oid }) => `${oid} ${path}`;
	const fresh = files.filter((file) => !cache.has(key(file)));
	const read = await readAll(tree, environment, fresh, demandTime);
	const own = new Map(fresh.map((file, index) => [key(file), read[index]?.reading]));
	for (const { file, reading, imported } of read) if (!imported) cache.set(key(file), reading);
	const all = files.flatMap((file) => own.get(key(file)) ?? cache.get(key(file)) ?? []);
	const revisions = all.flatMap((reading) => reading.kind === "revision" ? [reading.revision] : []);
	const real = new Map(files.map(({ path, realPath }) => [path, realPath]));
	return {
		tree,
		graph: buildGraph(revisions),
		revisions,
		unread: all.flatMap((reading) => reading.kind === "revision" ? [] : [reading]),
		problems,
		oids: new Map(files.map(({ path, oid }) => [path, oid])),
		async bytes(path) {
			const where = real.get(path) ?? path;
			return (await tree.read([where])).get(where) ?? /* @__PURE__ */ new Uint8Array();
		}
	};
}
/** One reading per file, in order; files whose identifiers are imported are read again once the imports are here. */
async function readAll(tree, environment, files, demandTime) {
	const contents = await tree.read(files.map(({ realPath }) => realPath));
	const imports = new TreeImports(tree, environment);
	const read = (file) => {
		demandTime();
		const before = imports.served;
		const reading = readRevision(file.path, contents.get(file.realPath) ?? /* @__PURE__ */ new Uint8Array(), imports.find);
		return {
			file,
			reading,
			imported: isOpen(reading) || imports.served > before
		};
	};
	let all = files.map(read);
	for (let round = 0; round < IMPORT_ROUNDS && all.some(({ reading }) => isOpen(reading)) && await imports.bring(); round += 1) all = all.map((one) => isOpen(one.reading) ? read(one.file) : one);
	return all;
}
/** Whether another file of the tree might say more. */
const isOpen = (reading) => reading.kind === "refused" || reading.kind === "revision" && reading.revision.unreadLabels;

// src/flows/graph.ts
/** `graph`: the whole map of every environment in one tree. */
/** Throws UsageError where the tree holds no environment. */
async function drawGraph(tree, config, overrides) {
	const { environments, problems } = await discoverEnvironments(tree, config, overrides);
	const asked = problems.find(({ kind }) => kind === "missing");
	if (asked !== void 0) throw new UsageError(asked.message);
	if (environments.length === 0) throw new UsageError(problems[0]?.message ?? noEnvironment(tree));
	const drawn = await Promise.all(environments.map(async (environment) => {
		const history = await readHistory(tree, environment, /* @__PURE__ */ new Map());
		return {
			environment,
			history,
			graph: environmentGraph(environment, history)
		};
	}));
	return {
		graphs: drawn.map(({ graph }) => graph),
		pictures: drawn.map(({ environment, history }) => ({
			name: environment.name,
			nodes: neighbourhood(history.graph, /* @__PURE__ */ new Set())
		})),
		readable: drawn.every(({ graph, history }) => graph.heads !== null && history.unread.length === 0),
		expected: drawn.every(({ environment, history }) => judgeHeads(history.graph, environment.expectedHeads).kind === "as-expected")
	};
}
const noEnvironment = (tree) => `no Alembic environment was found in ${tree.label}: name the directory that holds env.py with --script-location, or the versions with --versions`;
function environmentGraph(environment, { graph, unread, problems }) {
	const known = graph.loads && unread.length === 0;
	const orNull = (list) => known ? list : null;
	return {
		name: environment.name,
		heads: orNull(graph.heads),
		effectiveHeads: orNull(graph.effectiveHeads),
		bases: orNull(graph.bases),
		branchPoints: orNull(graph.branchPoints),
		mergePoints: orNull(graph.mergePoints),
		revisions: [...graph.revisions.values()].map(reported),
		problems: [
			...problems.map(({ path, message }) => ({
				kind: "unreadable-location",
				revision: null,
				path,
				message
			})),
			...unread.map(({ reason, path, message }) => ({
				kind: reason,
				revision: null,
				path,
				message
			})),
			...graph.problems.map(({ kind, revision, path, message }) => ({
				kind,
				revision,
				path,
				message
			}))
		]
	};
}

// node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));

// node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	/**
	* Apply a visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visit.SKIP = SKIP;
	/** Remove the current node */
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	/**
	* Apply an async visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `Promise`: Must resolve to one of the following values
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visitAsync.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visitAsync.SKIP = SKIP;
	/** Remove the current node */
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));

// node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			/**
			* The directives-end/doc-start marker `---`. If `null`, a marker may still be
			* included in the document's stringified representation.
			*/
			this.docStart = null;
			/** The doc-end marker `...`.  */
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		/**
		* During parsing, get a Directives instance for the current document and
		* update the stream state according to the current version's spec.
		*/
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		/**
		* @param onError - May be called even if the action was successful
		* @returns `true` on success
		*/
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		/**
		* Resolves a tag, matching handles to those defined in %TAG directives.
		*
		* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
		*   `'!local'` tag, or `null` if unresolvable.
		*/
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		/**
		* Given a fully resolved tag, returns its printable string form,
		* taking into account current tag prefixes and defaults.
		*/
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	/**
	* Verify that the input string is a valid anchor.
	*
	* Will throw on errors.
	*/
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			/**
			* With circular references, the source node is only resolved after all
			* of its child nodes are. This is why anchors are set only after all of
			* the nodes have been created.
			*/
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
	* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
	* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
	*
	* Includes extensions for handling Map and Set objects.
	*/
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	/**
	* Recursively convert any node or its contents to native JavaScript
	*
	* @param value - The input value
	* @param arg - If `value` defines a `toJSON()` method, use this
	*   as its first argument
	* @param ctx - Conversion context, originally set in Document#toJS(). If
	*   `{ keep: true }` is not set, output should be suitable for JSON
	*   stringification.
	*/
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));

// node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		/** Create a copy of this node.  */
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** A plain JavaScript representation of this node. */
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		/**
		* Resolve the value of this alias within `doc`, finding the last
		* instance of the `source` anchor before this node.
		*/
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		/**
		* Create a copy of this collection.
		*
		* @param schema - If defined, overwrites the original's schema
		*/
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/**
		* Adds a value to the collection. For `!!map` and `!!omap` the value must
		* be a Pair instance or a `{ key, value }` object, which may not have a key
		* that already exists in the map.
		*/
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		/**
		* Removes a value from the collection.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*/
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringifies a comment.
	*
	* Empty comment lines are left empty,
	* lines consisting of a single space are replaced by `#`,
	* and all other lines are prefixed with a `#`.
	*/
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	/**
	* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
	* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
	* terminated with `\n` and started with `indent`.
	*/
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	/**
	* Presumes `i + 1` is at the start of a line
	* @returns index of last newline in more-indented block
	*/
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = /* @__PURE__ */ new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));

// node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		const k = createNode.createNode(key, void 0, ctx);
		const v = createNode.createNode(value, void 0, ctx);
		return new Pair(k, v);
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		/**
		* A generic collection parsing method that can be extended
		* to other node classes that inherit from YAMLMap
		*/
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		/**
		* Adds a value to the collection.
		*
		* @param overwrite - If not set `true`, using a key that is already in the
		*   collection will throw. Otherwise, overwrites the previous value.
		*/
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		/**
		* @param ctx - Conversion context, originally set in Document#toJS()
		* @param {Class} Type - If set, forces the returned collection type
		* @returns Instance of Type, Map, or Object
		*/
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));

// node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	const map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
	exports.map = map;
}));

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		/**
		* Removes a value from the collection.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*/
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*
		* If `key` does not contain a representation of an integer, this will throw.
		* It may be wrapped in a `Scalar`.
		*/
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	const seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
	exports.seq = seq;
}));

// node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	const string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
	exports.string = string;
}));

// node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));

// node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));

// node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	const schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = __require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	const binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		/**
		* Returns a Buffer in node and an Uint8Array in browsers
		*
		* To use the resulting buffer as an image, you'll want to do something like:
		*
		*   const blob = new Blob([buffer], { type: 'image/jpeg' })
		*   document.querySelector('#photo').src = URL.createObjectURL(blob)
		*/
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
	exports.binary = binary;
}));

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		/**
		* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
		* but TypeScript won't allow widening the signature of a child method.
		*/
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		/**
		* If `keepPair` is `true`, returns the Pair matching `key`.
		* Otherwise, returns the value of that Pair's key.
		*/
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	/** Internal types handle bigint as number, because TS can't figure it out. */
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	/**
	* hhhh:mm:ss.sss
	*
	* Internal types handle bigint as number, because TS can't figure it out.
	*/
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	var Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
	exports.Schema = Schema;
}));

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));

// node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			/** A comment before this Document */
			this.commentBefore = null;
			/** A comment immediately after this Document */
			this.comment = null;
			/** Errors encountered during parsing. */
			this.errors = [];
			/** Warnings encountered during parsing. */
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		/**
		* Create a deep copy of this Document and its contents.
		*
		* Custom Node values that inherit from `Object` still refer to their original instances.
		*/
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** Adds a value to the document. */
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		/** Adds a value to the document. */
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		/**
		* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
		*
		* If `node` already has an anchor, `name` is ignored.
		* Otherwise, the `node.anchor` value will be set to `name`,
		* or if an anchor with that name is already present in the document,
		* `name` will be used as a prefix for a new unique anchor.
		* If `name` is undefined, the generated anchor will use 'a' as a prefix.
		*/
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		/**
		* Convert a key and a value into a `Pair` using the current schema,
		* recursively wrapping all values as `Scalar` or `Collection` nodes.
		*/
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		/**
		* Returns item at `path`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		/**
		* Checks if the document includes a value with the key `key`.
		*/
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		/**
		* Checks if the document includes a value at `path`.
		*/
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		/**
		* Change the YAML version and schema used by the document.
		* A `null` version disables support for directives, explicit tags, anchors, and aliases.
		* It also requires the `schema` option to be given as a `Schema` instance value.
		*
		* Overrides all previously set schema options.
		*/
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		/**
		* A JSON representation of the document `contents`.
		*
		* @param jsonArg Used by `JSON.stringify` to indicate the array index or
		*   property name.
		*/
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		/** A YAML representation of the document. */
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));

// node_modules/yaml/dist/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	/** @returns Array of lines split up as `[indent, content]` */
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		/**
		* The negative lookbehinds in these RegExps are to
		* prevent causing a polynomial search time in certain cases.
		*
		* The try-catch is for Safari < 16.4 and other old browsers:
		* https://caniuse.com/js-regexp-lookbehind
		*/
		let trimEnd, trimBoth;
		try {
			trimEnd = /* @__PURE__ */ new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = /* @__PURE__ */ new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	/**
	* Fold a single newline into a space, multiple newlines to N - 1 newlines.
	* Presumes `source[offset] === '\n'`
	*/
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));

// node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	/**
	* Compose a stream of CST nodes into a stream of YAML Documents.
	*
	* ```ts
	* import { Composer, Parser } from 'yaml'
	*
	* const src: string = ...
	* const tokens = new Parser().parse(src)
	* const docs = new Composer().compose(tokens)
	* ```
	*/
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		/**
		* Current stream status information.
		*
		* Mostly useful at the end of input for an empty stream.
		*/
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		/**
		* Compose tokens into documents.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		/** Advance the composer by one CST token. */
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		/**
		* Call at end of input to yield any remaining document.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	/**
	* Create a new scalar token with `value`
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.indent The indent level of the token.
	* @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
	* @param context.offset The offset position of the token.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	/**
	* Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
	*
	* Best efforts are made to retain any comments previously associated with the `token`,
	* though all contents within a collection's `items` will be overwritten.
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.afterKey In most cases, values after a key should have an additional level of indentation.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	/** @returns `true` if last token is a newline */
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringify a CST document, token, or collection item
	*
	* Fair warning: This applies no validation whatsoever, and
	* simply concatenates the sources in their logical order.
	*/
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	/**
	* Apply a visitor to a CST document or item.
	*
	* Walks through the tree (depth-first) starting from the root, calling a
	* `visitor` function with two arguments when entering each item:
	*   - `item`: The current item, which included the following members:
	*     - `start: SourceToken[]` – Source tokens before the key or value,
	*       possibly including its anchor or tag.
	*     - `key?: Token | null` – Set for pair values. May then be `null`, if
	*       the key before the `:` separator is empty.
	*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
	*       which should include the `:` map value indicator if `value` is set.
	*     - `value?: Token` – The value of a sequence item, or of a map pair.
	*   - `path`: The steps from the root to the current node, as an array of
	*     `['key' | 'value', number]` tuples.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this token, continue with
	*      next sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current item, then continue with the next one
	*   - `number`: Set the index of the next step. This is useful especially if
	*     the index of the current token has changed.
	*   - `function`: Define the next visitor for this item. After the original
	*     visitor is called on item entry, next visitors are called after handling
	*     a non-empty `key` and when exiting the item.
	*/
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current item */
	visit.SKIP = SKIP;
	/** Remove the current item */
	visit.REMOVE = REMOVE;
	/** Find the item at `path` from `cst` as the root */
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	/**
	* Get the immediate parent collection of the item at `path` from `cst` as the root.
	*
	* Throws an error if the collection is not found, which should never happen if the item itself exists.
	*/
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));

// node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	/** The byte order mark */
	const BOM = "﻿";
	/** Start of doc-mode */
	const DOCUMENT = "";
	/** Unexpected end of flow-mode */
	const FLOW_END = "";
	/** Next token is a scalar value */
	const SCALAR = "";
	/** @returns `true` if `token` is a flow or block collection */
	const isCollection = (token) => !!token && "items" in token;
	/** @returns `true` if `token` is a flow or block scalar; not an alias */
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	/** Get a printable representation of a lexer token */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	/** Identify the type of a lexer token. May return `null` for unknown tokens. */
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	/**
	* Splits an input string into lexical tokens, i.e. smaller strings that are
	* easily identifiable by `tokens.tokenType()`.
	*
	* Lexing starts always in a "stream" context. Incomplete input may be buffered
	* until a complete token can be emitted.
	*
	* In addition to slices of the original input, the following control characters
	* may also be emitted:
	*
	* - `\x02` (Start of Text): A document starts with the next token
	* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
	* - `\x1f` (Unit Separator): Next token is a scalar value
	* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
	*/
	var Lexer = class {
		constructor() {
			/**
			* Flag indicating whether the end of the current buffer marks the end of
			* all input
			*/
			this.atEnd = false;
			/**
			* Explicit indent set in block scalar header, as an offset from the current
			* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
			* explicitly set.
			*/
			this.blockScalarIndent = -1;
			/**
			* Block scalars that include a + (keep) chomping indicator in their header
			* include trailing empty lines, which are otherwise excluded from the
			* scalar's contents.
			*/
			this.blockScalarKeep = false;
			/** Current input */
			this.buffer = "";
			/**
			* Flag noting whether the map value indicator : can immediately follow this
			* node within a flow context.
			*/
			this.flowKey = false;
			/** Count of surrounding flow collection levels. */
			this.flowLevel = 0;
			/**
			* Minimum level of indentation required for next lines to be parsed as a
			* part of the current scalar value.
			*/
			this.indentNext = 0;
			/** Indentation level of the current line. */
			this.indentValue = 0;
			/** Position of the next \n character. */
			this.lineEndPos = null;
			/** Stores the state of the lexer if reaching the end of incpomplete input */
			this.next = null;
			/** A pointer to `buffer`; the current position of the lexer. */
			this.pos = 0;
		}
		/**
		* Generate YAML tokens from the `source` string. If `incomplete`,
		* a part of the last line may be left as a buffer for the next call.
		*
		* @returns A generator of lexical tokens
		*/
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Tracks newlines during parsing in order to provide an efficient API for
	* determining the one-indexed `{ line, col }` position for any offset
	* within the input.
	*/
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			/**
			* Should be called in ascending order. Otherwise, call
			* `lineCounter.lineStarts.sort()` before calling `linePos()`.
			*/
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			/**
			* Performs a binary search and returns the 1-indexed { line, col }
			* position of `offset`. If `line === 0`, `addNewLine` has never been
			* called or `offset` is before the first known newline.
			*/
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));

// node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	/** Note: May modify input array */
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	/**
	* A YAML concrete syntax tree (CST) parser
	*
	* ```ts
	* const src: string = ...
	* for (const token of new Parser().parse(src)) {
	*   // token: Token
	* }
	* ```
	*
	* To use the parser with a user-provided lexer:
	*
	* ```ts
	* function* parse(source: string, lexer: Lexer) {
	*   const parser = new Parser()
	*   for (const lexeme of lexer.lex(source))
	*     yield* parser.next(lexeme)
	*   yield* parser.end()
	* }
	*
	* const src: string = ...
	* const lexer = new Lexer()
	* for (const token of parse(src, lexer)) {
	*   // token: Token
	* }
	* ```
	*/
	var Parser = class {
		/**
		* @param onNewLine - If defined, called separately with the start position of
		*   each new line (in `parse()`, including the start of input).
		*/
		constructor(onNewLine) {
			/** If true, space and sequence indicators count as indentation */
			this.atNewLine = true;
			/** If true, next token is a scalar value */
			this.atScalar = false;
			/** Current indentation level */
			this.indent = 0;
			/** Current offset since the start of parsing */
			this.offset = 0;
			/** On the same line with a block map key */
			this.onKeyLine = false;
			/** Top indicates the node that's currently being built */
			this.stack = [];
			/** The source of the current token, set in parse() */
			this.source = "";
			/** The type of the current token, set in parse() */
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		/**
		* Parse `source` as a YAML stream.
		* If `incomplete`, a part of the last line may be left as a buffer for the next call.
		*
		* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
		*
		* @returns A generator of tokens representing each directive, document, and other structure.
		*/
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		/**
		* Advance the parser by the `source` of one lexical token.
		*/
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		/** Call at end of input to push out any remaining constructions */
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));

// node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	/**
	* Parse the input as a stream of YAML documents.
	*
	* Documents should be separated from each other by `...` or `---` marker lines.
	*
	* @returns If an empty `docs` array is returned, it will be of type
	*   EmptyStream and contain additional stream information. In
	*   TypeScript, you should use `'empty' in docs` as a type guard for it.
	*/
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	/** Parse an input string into a single YAML.Document */
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/index.js
var require_dist$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var cst = require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
}));

// src/config/schema.ts
/** The gate's configuration file: every key, what it may be, and what an editor says of it. Defaults are in `merge.ts`. */
var import_dist$2 = require_dist$2();
const someDatabase = `one of ${DATABASES.join(", ")}, or a URL`;
const database = either(someDatabase, [_enum(DATABASES), string().regex(URL_START, { error: (issue) => mustBe(someDatabase, issue) })]);
const pattern = words.refine(isPattern, { error: (issue) => mustBe("a regular expression", issue) });
function isPattern(value) {
	try {
		return new RegExp(value, "u").source !== "";
	} catch {
		return false;
	}
}
const server = () => section({
	version: key("Version of production’s server, such as 8.0.36; a proof on another one is only a warning.", text),
	charset: key("Default character set of production’s server.", words),
	collation: key("Default collation of production’s server.", words),
	"sql-mode": key("sql_mode of production’s server.", string()),
	flags: key("Further options for the throwaway server, as its command line takes them.", list(text)),
	"database-name": key("Name of production’s database, for migrations that spell it out.", words),
	extensions: key("PostgreSQL extensions that production has.", list(words))
});
const expectedHeads = () => either("a whole number, or a table of branch labels with one each", [count, record(string(), count)]);
const baseState = () => either("migrations, {command: …} or {dump: …}", [
	literal("migrations"),
	section({ command: words }),
	section({ dump: words })
]);
const environment = () => section({
	name: key("What reports call this environment; by default its script location.", words),
	ini: key("The alembic.ini or pyproject.toml that configures it.", words),
	"script-location": key("Directory with env.py, relative to the repository.", words),
	"version-locations": key("Directories with revisions, relative to the repository.", list(words)),
	recursive: key("Whether revisions in sub-directories count.", yesNo),
	"expected-heads": key("How many heads the history has by design, in all or by branch label. Default 1.", expectedHeads()),
	python: key("Interpreter of the project, such as .venv/bin/python.", words),
	command: key("Command line that runs Alembic where the gate’s own way cannot, such as “uv run flask db”; it gets “upgrade” or “downgrade” and a revision at its end.", words),
	app: key("Flask application, as FLASK_APP names it.", words),
	"x-args": key("Arguments that env.py expects after -x.", list(text)),
	setup: key("Command that prepares the files of a tree before its code runs; it gets no database.", words),
	env: key("Environment variables that the application needs to start.", record(string(), text)),
	"url-env": key("Environment variables in which the application expects its database URL.", list(words)),
	carry: key("Ignored files and directories of the checkout that the application needs, copied beside an exported tree; tracked ones stay as the tree has them.", list(words)),
	"base-state": key("How the database of the base is made: its migrations, a command that creates and stamps it, or a plain SQL dump of the base.", baseState())
});
const ruleSetting = () => either(`one of ${SEVERITIES.join(", ")}, or a table with severity, paths and options`, [_enum(SEVERITIES), looseObject({
	severity: exactOptional(_enum(SEVERITIES)),
	paths: exactOptional(array(string()))
})]).transform((setting) => {
	if (typeof setting === "string") return {
		severity: setting,
		options: {}
	};
	const { severity, paths, ...options } = setting;
	return {
		...severity === void 0 ? {} : { severity },
		...paths === void 0 ? {} : { paths },
		options
	};
});
/** YAML 1.2 has no booleans on and off, so both spellings are taken. */
const proof = exactOptional(either("on, off, or a table of options", [
	_enum(["on", "off"]),
	boolean(),
	record(string(), unknown())
]).transform((value) => typeof value === "string" ? value === "on" : value));
/** Nothing else can be meant with it, so that a misspelled key is no proof of something else. */
const freshInstall = exactOptional(either("on, off, or {command: …}", [
	_enum(["on", "off"]),
	boolean(),
	section({ command: words.describe("Command that creates and stamps a new database.") })
]).transform((value) => typeof value === "string" ? value === "on" : value));
const twoDeployers = exactOptional(either("on, off, or {command: …, within: seconds}", [
	_enum(["on", "off"]),
	boolean(),
	section({
		command: key("What deploys; by default the environment’s own way of `upgrade head`.", words),
		within: key("Seconds in which each deployer has to end. Default: the limit of a step.", count)
	})
]).transform((value) => typeof value === "string" ? value === "on" : value));
const proofs = () => table({
	...Object.fromEntries(PROOFS.map((name) => [name, proof])),
	"fresh-install": freshInstall,
	"two-deployers": twoDeployers
});
const suppression = () => section({
	rule: words.describe("Rule id."),
	path: key("Glob of the revision files it holds for.", words),
	revision: key("Revision id it holds for.", text),
	reason: words.describe("Why; shown in every report.")
});
/** Built when asked for, because most commands never read a configuration. */
function configSchema() {
	return section({
		database: key("Where the throwaway server comes from. Default auto.", database),
		"database-url": key("URL of a server that may be used for scratch schemas.", words),
		engine: key("Database engine; by default the project’s own, unless that is SQLite.", choice(ENGINES)),
		image: key("Container image of the server. Default mysql:8.4.", words),
		"allow-remote": key("Whether a server that is not local may be used. Default false.", yesNo),
		server: key("Production’s server, as far as it matters to migrations.", server()),
		environments: key("Alembic environments that are not found by themselves, or need settings.", list(environment())),
		trunks: key("Branches on which a revision counts as merged. Default: the default branch.", list(words)),
		profile: key("Which rules are errors. Default recommended.", choice(PROFILES)),
		deploys: key("Whether old code runs on the new schema during a deploy. Default rolling.", choice(["rolling", "stop"])),
		rules: key("Severity, paths and options by rule.", record(string(), ruleSetting())),
		suppress: key("Findings that are accepted, each with its reason.", list(suppression())),
		"protected-rules": key("Rules whose findings only an approver can accept.", list(words)),
		approvers: key("Who may accept findings of protected rules.", section({
			users: key("Logins.", list(words)),
			teams: key("Teams, as org/team.", list(words))
		})),
		prefer: key("Remedy to recommend where both are safe. Default merge.", choice(["merge", "re-parent"])),
		"message-pattern": key("Regular expression that a revision’s message must match.", pattern),
		models: key("Globs of the files that hold models.", list(words)),
		deployed: key("Revisions or tags that databases out there are at.", list(text)),
		squash: key("Revisions that one new root replaces.", list(section({
			replaces: list(text).describe("Revisions that are gone."),
			at: text.describe("The revision that stands for them.")
		}))),
		"table-sizes": key("File with rows and bytes by table, as “user: {rows: 12000000}”.", words),
		seed: key("SQL file with rows for the proofs.", words),
		proofs: key("Which proofs run.", proofs()),
		timeouts: key("Time limits in seconds.", section({
			connect: key("For the server to be ready. Default 30.", count),
			step: key("For one upgrade or downgrade. Default 120.", count),
			total: key("For everything on the server. Default 900.", count)
		})),
		comment: key("Which pull requests get the comment. Default migrations.", choice([
			"migrations",
			"problems",
			"never"
		])),
		commands: key("Who may give commands in comments.", section({ author: key("Whether the author may without write access. Default false.", yesNo) }))
	});
}

// src/config/gate-config.ts
/** Reads `.github/alembic-gate.yml`: everything that is wrong with it is said at once, each with line and column. */
/** The configuration file is wrong; the message holds one line for each problem. */
var ConfigError = class extends UsageError {
	problems;
	constructor(path, problems) {
		super(problems.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`).join("\n"));
		this.problems = problems;
	}
};
/** Aliases a file may resolve; far more than an honest one, far fewer than a bomb. */
const MAX_ALIASES = 100;
/** Characters. */
const MAX_LENGTH = 262144;
/**
* Parses the file's text. `path` is for messages. With `rules`, a rule that does not exist is an error as well, and so
* is a setting that would change nothing. Throws ConfigError.
*/
function readGateConfig(text, path, rules) {
	const lines = new import_dist$2.LineCounter();
	const document = parseYaml(text, path, lines);
	const at = (node, onKey = false) => {
		const { line, col } = lines.linePos(offsetOf(document, node, onKey));
		return {
			line: Math.max(1, line),
			column: Math.max(1, col)
		};
	};
	const parsed = configSchema().safeParse(plainValue(document, path) ?? {});
	const unmet = rules === void 0 || !parsed.success ? [] : unmetRules(parsed.data, rules);
	const problems = [...(parsed.error?.issues ?? []).flatMap((issue) => explain(issue, at)), ...unmet.map(({ path: place, message }) => ({
		...at(place, true),
		message
	}))];
	if (!parsed.success || problems.length > 0) throw new ConfigError(path, problems.sort((a, b) => a.line - b.line || a.column - b.column));
	return parsed.data;
}
function parseYaml(text, path, lines) {
	if (text.length > MAX_LENGTH) throw single(path, `this is longer than ${MAX_LENGTH} characters: it cannot be a configuration`);
	const document = shallow(path, () => (0, import_dist$2.parseDocument)(text, {
		version: "1.2",
		lineCounter: lines,
		prettyErrors: false,
		stringKeys: true
	}));
	if (document.errors.length > 0) {
		const problems = document.errors.map(({ pos, message }) => {
			const { line, col } = lines.linePos(pos[0]);
			return {
				line,
				column: col,
				message: `this is not valid YAML: ${message}`
			};
		});
		throw new ConfigError(path, problems);
	}
	return document;
}
/** The document as plain data. A version 8.10 or a revision 0012 is the text it was written as, not a number. */
function plainValue(document, path) {
	return shallow(path, () => {
		(0, import_dist$2.visit)(document, { Scalar: (_, node) => {
			const { value, source } = node;
			if ((typeof value === "number" || typeof value === "boolean") && source !== String(value) && source !== void 0) node.value = source;
		} });
		return document.toJS({ maxAliasCount: MAX_ALIASES });
	});
}
/** The YAML reader is recursive: hostile nesting ends its stack, hostile aliases its patience. */
function shallow(path, read) {
	try {
		return read();
	} catch (error) {
		if (error instanceof RangeError || error instanceof ReferenceError) throw single(path, "this nests too deeply, or repeats its aliases too often, to be a configuration");
		throw error;
	}
}
function single(path, message) {
	return new ConfigError(path, [{
		line: 1,
		column: 1,
		message
	}]);
}
/** Sentences for one of zod's issues; unknown keys of one table come as a single issue with a line for each. */
function explain(issue, at) {
	if (issue.code === "unrecognized_keys") {
		const sentences = issue.message.split("\n");
		return issue.keys.map((key, index) => {
			const place = [...issue.path, key];
			return {
				...at(place, true),
				message: `${place.join(".")} ${sentences[index] ?? "is unknown"}`
			};
		});
	}
	return [{
		...at(issue.path),
		message: `${issue.path.length === 0 ? "the file" : issue.path.join(".")} ${issue.message}`
	}];
}
/** Offset of the value at a path, or of its key; of what holds it where it is missing. */
function offsetOf(document, path, onKey) {
	const parent = path.length === 0 ? null : document.getIn(path.slice(0, -1), true);
	const last = path.at(-1);
	if (onKey && (0, import_dist$2.isMap)(parent)) {
		const pair = parent.items.find(({ key }) => (0, import_dist$2.isScalar)(key) && String(key.value) === last);
		if ((0, import_dist$2.isScalar)(pair?.key)) return pair.key.range?.[0] ?? 0;
	}
	const node = document.getIn(path, true);
	if (node?.range) return node.range[0];
	return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1), onKey);
}
/** Rules that do not exist, and those that go their own way whatever is said of them here. */
function unmetRules(config, { known, fixed }) {
	const exists = (path, rule) => known.includes(rule) ? [] : [{
		path,
		message: `${rule} ${unknownName("rule", rule, known)}`
	}];
	const check = (path, rule) => {
		const instead = fixed.get(rule);
		const message = `${rule} has one weight that no configuration changes: take this out; ${instead ?? ""}`;
		return instead === void 0 ? exists(path, rule) : [{
			path,
			message
		}];
	};
	return [
		...Object.keys(config.rules ?? {}).flatMap((rule) => check(["rules", rule], rule)),
		...(config.suppress ?? []).flatMap(({ rule }, index) => check([
			"suppress",
			index,
			"rule"
		], rule)),
		...(config.protectedRules ?? []).flatMap((rule, index) => exists(["protected-rules", index], rule))
	];
}

// src/lint/rule-names.ts
const instead = (id) => APPROVABLE.has(id) ? "what it finds is accepted by an approver’s review" : "what it finds has to be mended";
/** Every id, the groups that are switched as a whole, and what takes no setting. */
const RULE_NAMES = {
	known: [
		...CATALOGUE.map(({ id }) => id),
		"hygiene",
		"rolling-deploy"
	],
	fixed: new Map(CATALOGUE.filter(({ configurable }) => !configurable).map(({ id }) => [id, instead(id)]))
};

// node_modules/@simple-git/args-pathspec/dist/index.mjs
const t = /* @__PURE__ */ new WeakMap();
function c$1(...n) {
	const e = new String(n);
	return t.set(e, n), e;
}
function r(n) {
	return n instanceof String && t.has(n);
}
function o(n) {
	return t.get(n) ?? [];
}

// node_modules/ms/index.js
var require_ms = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Helpers.
	*/
	var s = 1e3;
	var m = s * 60;
	var h = m * 60;
	var d = h * 24;
	var w = d * 7;
	var y = d * 365.25;
	/**
	* Parse or format the given `val`.
	*
	* Options:
	*
	*  - `long` verbose formatting [false]
	*
	* @param {String|Number} val
	* @param {Object} [options]
	* @throws {Error} throw an error if val is not a non-empty string or a number
	* @return {String|Number}
	* @api public
	*/
	module.exports = function(val, options) {
		options = options || {};
		var type = typeof val;
		if (type === "string" && val.length > 0) return parse(val);
		else if (type === "number" && isFinite(val)) return options.long ? fmtLong(val) : fmtShort(val);
		throw new Error("val is not a non-empty string or a valid number. val=" + JSON.stringify(val));
	};
	/**
	* Parse the given `str` and return milliseconds.
	*
	* @param {String} str
	* @return {Number}
	* @api private
	*/
	function parse(str) {
		str = String(str);
		if (str.length > 100) return;
		var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(str);
		if (!match) return;
		var n = parseFloat(match[1]);
		switch ((match[2] || "ms").toLowerCase()) {
			case "years":
			case "year":
			case "yrs":
			case "yr":
			case "y": return n * y;
			case "weeks":
			case "week":
			case "w": return n * w;
			case "days":
			case "day":
			case "d": return n * d;
			case "hours":
			case "hour":
			case "hrs":
			case "hr":
			case "h": return n * h;
			case "minutes":
			case "minute":
			case "mins":
			case "min":
			case "m": return n * m;
			case "seconds":
			case "second":
			case "secs":
			case "sec":
			case "s": return n * s;
			case "milliseconds":
			case "millisecond":
			case "msecs":
			case "msec":
			case "ms": return n;
			default: return;
		}
	}
	/**
	* Short format for `ms`.
	*
	* @param {Number} ms
	* @return {String}
	* @api private
	*/
	function fmtShort(ms) {
		var msAbs = Math.abs(ms);
		if (msAbs >= d) return Math.round(ms / d) + "d";
		if (msAbs >= h) return Math.round(ms / h) + "h";
		if (msAbs >= m) return Math.round(ms / m) + "m";
		if (msAbs >= s) return Math.round(ms / s) + "s";
		return ms + "ms";
	}
	/**
	* Long format for `ms`.
	*
	* @param {Number} ms
	* @return {String}
	* @api private
	*/
	function fmtLong(ms) {
		var msAbs = Math.abs(ms);
		if (msAbs >= d) return plural(ms, msAbs, d, "day");
		if (msAbs >= h) return plural(ms, msAbs, h, "hour");
		if (msAbs >= m) return plural(ms, msAbs, m, "minute");
		if (msAbs >= s) return plural(ms, msAbs, s, "second");
		return ms + " ms";
	}
	/**
	* Pluralization helper.
	*/
	function plural(ms, msAbs, n, name) {
		var isPlural = msAbs >= n * 1.5;
		return Math.round(ms / n) + " " + name + (isPlural ? "s" : "");
	}
}));

// node_modules/debug/src/common.js
var require_common = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This is the common logic for both the Node.js and web browser
	* implementations of `debug()`.
	*/
	function setup(env) {
		createDebug.debug = createDebug;
		createDebug.default = createDebug;
		createDebug.coerce = coerce;
		createDebug.disable = disable;
		createDebug.enable = enable;
		createDebug.enabled = enabled;
		createDebug.humanize = require_ms();
		createDebug.destroy = destroy;
		Object.keys(env).forEach((key) => {
			createDebug[key] = env[key];
		});
		/**
		* The currently active debug mode names, and names to skip.
		*/
		createDebug.names = [];
		createDebug.skips = [];
		/**
		* Map of special "%n" handling functions, for the debug "format" argument.
		*
		* Valid key names are a single, lower or upper-case letter, i.e. "n" and "N".
		*/
		createDebug.formatters = {};
		/**
		* Selects a color for a debug namespace
		* @param {String} namespace The namespace string for the debug instance to be colored
		* @return {Number|String} An ANSI color code for the given namespace
		* @api private
		*/
		function selectColor(namespace) {
			let hash = 0;
			for (let i = 0; i < namespace.length; i++) {
				hash = (hash << 5) - hash + namespace.charCodeAt(i);
				hash |= 0;
			}
			return createDebug.colors[Math.abs(hash) % createDebug.colors.length];
		}
		createDebug.selectColor = selectColor;
		/**
		* Create a debugger with the given `namespace`.
		*
		* @param {String} namespace
		* @return {Function}
		* @api public
		*/
		function createDebug(namespace) {
			let prevTime;
			let enableOverride = null;
			let namespacesCache;
			let enabledCache;
			function debug(...args) {
				if (!debug.enabled) return;
				const self = debug;
				const curr = Number(/* @__PURE__ */ new Date());
				self.diff = curr - (prevTime || curr);
				self.prev = prevTime;
				self.curr = curr;
				prevTime = curr;
				args[0] = createDebug.coerce(args[0]);
				if (typeof args[0] !== "string") args.unshift("%O");
				let index = 0;
				args[0] = args[0].replace(/%([a-zA-Z%])/g, (match, format) => {
					if (match === "%%") return "%";
					index++;
					const formatter = createDebug.formatters[format];
					if (typeof formatter === "function") {
						const val = args[index];
						match = formatter.call(self, val);
						args.splice(index, 1);
						index--;
					}
					return match;
				});
				createDebug.formatArgs.call(self, args);
				(self.log || createDebug.log).apply(self, args);
			}
			debug.namespace = namespace;
			debug.useColors = createDebug.useColors();
			debug.color = createDebug.selectColor(namespace);
			debug.extend = extend;
			debug.destroy = createDebug.destroy;
			Object.defineProperty(debug, "enabled", {
				enumerable: true,
				configurable: false,
				get: () => {
					if (enableOverride !== null) return enableOverride;
					if (namespacesCache !== createDebug.namespaces) {
						namespacesCache = createDebug.namespaces;
						enabledCache = createDebug.enabled(namespace);
					}
					return enabledCache;
				},
				set: (v) => {
					enableOverride = v;
				}
			});
			if (typeof createDebug.init === "function") createDebug.init(debug);
			return debug;
		}
		function extend(namespace, delimiter) {
			const newDebug = createDebug(this.namespace + (typeof delimiter === "undefined" ? ":" : delimiter) + namespace);
			newDebug.log = this.log;
			return newDebug;
		}
		/**
		* Enables a debug mode by namespaces. This can include modes
		* separated by a colon and wildcards.
		*
		* @param {String} namespaces
		* @api public
		*/
		function enable(namespaces) {
			createDebug.save(namespaces);
			createDebug.namespaces = namespaces;
			createDebug.names = [];
			createDebug.skips = [];
			const split = (typeof namespaces === "string" ? namespaces : "").trim().replace(/\s+/g, ",").split(",").filter(Boolean);
			for (const ns of split) if (ns[0] === "-") createDebug.skips.push(ns.slice(1));
			else createDebug.names.push(ns);
		}
		/**
		* Checks if the given string matches a namespace template, honoring
		* asterisks as wildcards.
		*
		* @param {String} search
		* @param {String} template
		* @return {Boolean}
		*/
		function matchesTemplate(search, template) {
			let searchIndex = 0;
			let templateIndex = 0;
			let starIndex = -1;
			let matchIndex = 0;
			while (searchIndex < search.length) if (templateIndex < template.length && (template[templateIndex] === search[searchIndex] || template[templateIndex] === "*")) {
				if (template[templateIndex] === "*") {
					starIndex = templateIndex;
					matchIndex = searchIndex;
					templateIndex++;
				} else {
					searchIndex++;
					templateIndex++;
				}
			} else if (starIndex !== -1) {
				templateIndex = starIndex + 1;
				matchIndex++;
				searchIndex = matchIndex;
			} else return false;
			while (templateIndex < template.length && template[templateIndex] === "*") templateIndex++;
			return templateIndex === template.length;
		}
		/**
		* Disable debug output.
		*
		* @return {String} namespaces
		* @api public
		*/
		function disable() {
			const namespaces = [...createDebug.names, ...createDebug.skips.map((namespace) => "-" + namespace)].join(",");
			createDebug.enable("");
			return namespaces;
		}
		/**
		* Returns true if the given mode name is enabled, false otherwise.
		*
		* @param {String} name
		* @return {Boolean}
		* @api public
		*/
		function enabled(name) {
			for (const skip of createDebug.skips) if (matchesTemplate(name, skip)) return false;
			for (const ns of createDebug.names) if (matchesTemplate(name, ns)) return true;
			return false;
		}
		/**
		* Coerce `val`.
		*
		* @param {Mixed} val
		* @return {Mixed}
		* @api private
		*/
		function coerce(val) {
			if (val instanceof Error) return val.stack || val.message;
			return val;
		}
		/**
		* XXX DO NOT USE. This is a temporary stub function.
		* XXX It WILL be removed in the next major release.
		*/
		function destroy() {
			console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
		}
		createDebug.enable(createDebug.load());
		return createDebug;
	}
	module.exports = setup;
}));

// node_modules/debug/src/browser.js
var require_browser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This is the web browser implementation of `debug()`.
	*/
	exports.formatArgs = formatArgs;
	exports.save = save;
	exports.load = load;
	exports.useColors = useColors;
	exports.storage = localstorage();
	exports.destroy = (() => {
		let warned = false;
		return () => {
			if (!warned) {
				warned = true;
				console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
			}
		};
	})();
	/**
	* Colors.
	*/
	exports.colors = [
		"#0000CC",
		"#0000FF",
		"#0033CC",
		"#0033FF",
		"#0066CC",
		"#0066FF",
		"#0099CC",
		"#0099FF",
		"#00CC00",
		"#00CC33",
		"#00CC66",
		"#00CC99",
		"#00CCCC",
		"#00CCFF",
		"#3300CC",
		"#3300FF",
		"#3333CC",
		"#3333FF",
		"#3366CC",
		"#3366FF",
		"#3399CC",
		"#3399FF",
		"#33CC00",
		"#33CC33",
		"#33CC66",
		"#33CC99",
		"#33CCCC",
		"#33CCFF",
		"#6600CC",
		"#6600FF",
		"#6633CC",
		"#6633FF",
		"#66CC00",
		"#66CC33",
		"#9900CC",
		"#9900FF",
		"#9933CC",
		"#9933FF",
		"#99CC00",
		"#99CC33",
		"#CC0000",
		"#CC0033",
		"#CC0066",
		"#CC0099",
		"#CC00CC",
		"#CC00FF",
		"#CC3300",
		"#CC3333",
		"#CC3366",
		"#CC3399",
		"#CC33CC",
		"#CC33FF",
		"#CC6600",
		"#CC6633",
		"#CC9900",
		"#CC9933",
		"#CCCC00",
		"#CCCC33",
		"#FF0000",
		"#FF0033",
		"#FF0066",
		"#FF0099",
		"#FF00CC",
		"#FF00FF",
		"#FF3300",
		"#FF3333",
		"#FF3366",
		"#FF3399",
		"#FF33CC",
		"#FF33FF",
		"#FF6600",
		"#FF6633",
		"#FF9900",
		"#FF9933",
		"#FFCC00",
		"#FFCC33"
	];
	/**
	* Currently only WebKit-based Web Inspectors, Firefox >= v31,
	* and the Firebug extension (any Firefox version) are known
	* to support "%c" CSS customizations.
	*
	* TODO: add a `localStorage` variable to explicitly enable/disable colors
	*/
	function useColors() {
		if (typeof window !== "undefined" && window.process && (window.process.type === "renderer" || window.process.__nwjs)) return true;
		if (typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/)) return false;
		let m;
		return typeof document !== "undefined" && document.documentElement && document.documentElement.style && document.documentElement.style.WebkitAppearance || typeof window !== "undefined" && window.console && (window.console.firebug || window.console.exception && window.console.table) || typeof navigator !== "undefined" && navigator.userAgent && (m = navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)) && parseInt(m[1], 10) >= 31 || typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/);
	}
	/**
	* Colorize log arguments if enabled.
	*
	* @api public
	*/
	function formatArgs(args) {
		args[0] = (this.useColors ? "%c" : "") + this.namespace + (this.useColors ? " %c" : " ") + args[0] + (this.useColors ? "%c " : " ") + "+" + module.exports.humanize(this.diff);
		if (!this.useColors) return;
		const c = "color: " + this.color;
		args.splice(1, 0, c, "color: inherit");
		let index = 0;
		let lastC = 0;
		args[0].replace(/%[a-zA-Z%]/g, (match) => {
			if (match === "%%") return;
			index++;
			if (match === "%c") lastC = index;
		});
		args.splice(lastC, 0, c);
	}
	/**
	* Invokes `console.debug()` when available.
	* No-op when `console.debug` is not a "function".
	* If `console.debug` is not available, falls back
	* to `console.log`.
	*
	* @api public
	*/
	exports.log = console.debug || console.log || (() => {});
	/**
	* Save `namespaces`.
	*
	* @param {String} namespaces
	* @api private
	*/
	function save(namespaces) {
		try {
			if (namespaces) exports.storage.setItem("debug", namespaces);
			else exports.storage.removeItem("debug");
		} catch (error) {}
	}
	/**
	* Load `namespaces`.
	*
	* @return {String} returns the previously persisted debug modes
	* @api private
	*/
	function load() {
		let r;
		try {
			r = exports.storage.getItem("debug") || exports.storage.getItem("DEBUG");
		} catch (error) {}
		if (!r && typeof process !== "undefined" && "env" in process) r = process.env.DEBUG;
		return r;
	}
	/**
	* Localstorage attempts to return the localstorage.
	*
	* This is necessary because safari throws
	* when a user disables cookies/localstorage
	* and you attempt to access it.
	*
	* @return {LocalStorage}
	* @api private
	*/
	function localstorage() {
		try {
			return localStorage;
		} catch (error) {}
	}
	module.exports = require_common()(exports);
	const { formatters } = module.exports;
	/**
	* Map %j to `JSON.stringify()`, since no Web Inspectors do that by default.
	*/
	formatters.j = function(v) {
		try {
			return JSON.stringify(v);
		} catch (error) {
			return "[UnexpectedJSONParseError]: " + error.message;
		}
	};
}));

// node_modules/has-flag/index.js
var require_has_flag = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = (flag, argv = process.argv) => {
		const prefix = flag.startsWith("-") ? "" : flag.length === 1 ? "-" : "--";
		const position = argv.indexOf(prefix + flag);
		const terminatorPosition = argv.indexOf("--");
		return position !== -1 && (terminatorPosition === -1 || position < terminatorPosition);
	};
}));

// node_modules/supports-color/index.js
var require_supports_color = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const os = __require("os");
	const tty = __require("tty");
	const hasFlag = require_has_flag();
	const { env } = process;
	let forceColor;
	if (hasFlag("no-color") || hasFlag("no-colors") || hasFlag("color=false") || hasFlag("color=never")) forceColor = 0;
	else if (hasFlag("color") || hasFlag("colors") || hasFlag("color=true") || hasFlag("color=always")) forceColor = 1;
	if ("FORCE_COLOR" in env) {
		if (env.FORCE_COLOR === "true") forceColor = 1;
		else if (env.FORCE_COLOR === "false") forceColor = 0;
		else forceColor = env.FORCE_COLOR.length === 0 ? 1 : Math.min(parseInt(env.FORCE_COLOR, 10), 3);
	}
	function translateLevel(level) {
		if (level === 0) return false;
		return {
			level,
			hasBasic: true,
			has256: level >= 2,
			has16m: level >= 3
		};
	}
	function supportsColor(haveStream, streamIsTTY) {
		if (forceColor === 0) return 0;
		if (hasFlag("color=16m") || hasFlag("color=full") || hasFlag("color=truecolor")) return 3;
		if (hasFlag("color=256")) return 2;
		if (haveStream && !streamIsTTY && forceColor === void 0) return 0;
		const min = forceColor || 0;
		if (env.TERM === "dumb") return min;
		if (process.platform === "win32") {
			const osRelease = os.release().split(".");
			if (Number(osRelease[0]) >= 10 && Number(osRelease[2]) >= 10586) return Number(osRelease[2]) >= 14931 ? 3 : 2;
			return 1;
		}
		if ("CI" in env) {
			if ([
				"TRAVIS",
				"CIRCLECI",
				"APPVEYOR",
				"GITLAB_CI",
				"GITHUB_ACTIONS",
				"BUILDKITE"
			].some((sign) => sign in env) || env.CI_NAME === "codeship") return 1;
			return min;
		}
		if ("TEAMCITY_VERSION" in env) return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? 1 : 0;
		if (env.COLORTERM === "truecolor") return 3;
		if ("TERM_PROGRAM" in env) {
			const version = parseInt((env.TERM_PROGRAM_VERSION || "").split(".")[0], 10);
			switch (env.TERM_PROGRAM) {
				case "iTerm.app": return version >= 3 ? 3 : 2;
				case "Apple_Terminal": return 2;
			}
		}
		if (/-256(color)?$/i.test(env.TERM)) return 2;
		if (/^screen|^xterm|^vt100|^vt220|^rxvt|color|ansi|cygwin|linux/i.test(env.TERM)) return 1;
		if ("COLORTERM" in env) return 1;
		return min;
	}
	function getSupportLevel(stream) {
		return translateLevel(supportsColor(stream, stream && stream.isTTY));
	}
	module.exports = {
		supportsColor: getSupportLevel,
		stdout: translateLevel(supportsColor(true, tty.isatty(1))),
		stderr: translateLevel(supportsColor(true, tty.isatty(2)))
	};
}));

// node_modules/debug/src/node.js
var require_node = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Module dependencies.
	*/
	const tty = __require("tty");
	const util = __require("util");
	/**
	* This is the Node.js implementation of `debug()`.
	*/
	exports.init = init;
	exports.log = log;
	exports.formatArgs = formatArgs;
	exports.save = save;
	exports.load = load;
	exports.useColors = useColors;
	exports.destroy = util.deprecate(() => {}, "Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
	/**
	* Colors.
	*/
	exports.colors = [
		6,
		2,
		3,
		4,
		5,
		1
	];
	try {
		const supportsColor = require_supports_color();
		if (supportsColor && (supportsColor.stderr || supportsColor).level >= 2) exports.colors = [
			20,
			21,
			26,
			27,
			32,
			33,
			38,
			39,
			40,
			41,
			42,
			43,
			44,
			45,
			56,
			57,
			62,
			63,
			68,
			69,
			74,
			75,
			76,
			77,
			78,
			79,
			80,
			81,
			92,
			93,
			98,
			99,
			112,
			113,
			128,
			129,
			134,
			135,
			148,
			149,
			160,
			161,
			162,
			163,
			164,
			165,
			166,
			167,
			168,
			169,
			170,
			171,
			172,
			173,
			178,
			179,
			184,
			185,
			196,
			197,
			198,
			199,
			200,
			201,
			202,
			203,
			204,
			205,
			206,
			207,
			208,
			209,
			214,
			215,
			220,
			221
		];
	} catch (error) {}
	/**
	* Build up the default `inspectOpts` object from the environment variables.
	*
	*   $ DEBUG_COLORS=no DEBUG_DEPTH=10 DEBUG_SHOW_HIDDEN=enabled node script.js
	*/
	exports.inspectOpts = Object.keys(process.env).filter((key) => {
		return /^debug_/i.test(key);
	}).reduce((obj, key) => {
		const prop = key.substring(6).toLowerCase().replace(/_([a-z])/g, (_, k) => {
			return k.toUpperCase();
		});
		let val = process.env[key];
		if (/^(yes|on|true|enabled)$/i.test(val)) val = true;
		else if (/^(no|off|false|disabled)$/i.test(val)) val = false;
		else if (val === "null") val = null;
		else val = Number(val);
		obj[prop] = val;
		return obj;
	}, {});
	/**
	* Is stdout a TTY? Colored output is enabled when `true`.
	*/
	function useColors() {
		return "colors" in exports.inspectOpts ? Boolean(exports.inspectOpts.colors) : tty.isatty(process.stderr.fd);
	}
	/**
	* Adds ANSI color escape codes if enabled.
	*
	* @api public
	*/
	function formatArgs(args) {
		const { namespace: name, useColors } = this;
		if (useColors) {
			const c = this.color;
			const colorCode = "\x1B[3" + (c < 8 ? c : "8;5;" + c);
			const prefix = `  ${colorCode};1m${name} \u001B[0m`;
			args[0] = prefix + args[0].split("\n").join("\n" + prefix);
			args.push(colorCode + "m+" + module.exports.humanize(this.diff) + "\x1B[0m");
		} else args[0] = getDate() + name + " " + args[0];
	}
	function getDate() {
		if (exports.inspectOpts.hideDate) return "";
		return (/* @__PURE__ */ new Date()).toISOString() + " ";
	}
	/**
	* Invokes `util.formatWithOptions()` with the specified arguments and writes to stderr.
	*/
	function log(...args) {
		return process.stderr.write(util.formatWithOptions(exports.inspectOpts, ...args) + "\n");
	}
	/**
	* Save `namespaces`.
	*
	* @param {String} namespaces
	* @api private
	*/
	function save(namespaces) {
		if (namespaces) process.env.DEBUG = namespaces;
		else delete process.env.DEBUG;
	}
	/**
	* Load `namespaces`.
	*
	* @return {String} returns the previously persisted debug modes
	* @api private
	*/
	function load() {
		return process.env.DEBUG;
	}
	/**
	* Init logic for `debug` instances.
	*
	* Create a new `inspectOpts` object in case `useColors` is set
	* differently for a particular `debug` instance.
	*/
	function init(debug) {
		debug.inspectOpts = {};
		const keys = Object.keys(exports.inspectOpts);
		for (let i = 0; i < keys.length; i++) debug.inspectOpts[keys[i]] = exports.inspectOpts[keys[i]];
	}
	module.exports = require_common()(exports);
	const { formatters } = module.exports;
	/**
	* Map %o to `util.inspect()`, all on a single line.
	*/
	formatters.o = function(v) {
		this.inspectOpts.colors = this.useColors;
		return util.inspect(v, this.inspectOpts).split("\n").map((str) => str.trim()).join(" ");
	};
	/**
	* Map %O to `util.inspect()`, allowing multiple lines if needed.
	*/
	formatters.O = function(v) {
		this.inspectOpts.colors = this.useColors;
		return util.inspect(v, this.inspectOpts);
	};
}));

// node_modules/debug/src/index.js
var require_src$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Detect Electron renderer / nwjs process, which is node, but we should
	* treat as a browser.
	*/
	if (typeof process === "undefined" || process.type === "renderer" || process.browser === true || process.__nwjs) module.exports = require_browser();
	else module.exports = require_node();
}));

// node_modules/@kwsites/file-exists/dist/src/index.js
var require_src = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	var __importDefault = this$1 && this$1.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	const fs_1 = __require("fs");
	const log = __importDefault(require_src$1()).default("@kwsites/file-exists");
	function check(path, isFile, isDirectory) {
		log(`checking %s`, path);
		try {
			const stat = fs_1.statSync(path);
			if (stat.isFile() && isFile) {
				log(`[OK] path represents a file`);
				return true;
			}
			if (stat.isDirectory() && isDirectory) {
				log(`[OK] path represents a directory`);
				return true;
			}
			log(`[FAIL] path represents something other than a file or directory`);
			return false;
		} catch (e) {
			if (e.code === "ENOENT") {
				log(`[FAIL] path is not accessible: %o`, e);
				return false;
			}
			log(`[FATAL] %o`, e);
			throw e;
		}
	}
	/**
	* Synchronous validation of a path existing either as a file or as a directory.
	*
	* @param {string} path The path to check
	* @param {number} type One or both of the exported numeric constants
	*/
	function exists(path, type = exports.READABLE) {
		return check(path, (type & exports.FILE) > 0, (type & exports.FOLDER) > 0);
	}
	exports.exists = exists;
	/**
	* Constant representing a file
	*/
	exports.FILE = 1;
	/**
	* Constant representing a folder
	*/
	exports.FOLDER = 2;
	/**
	* Constant representing either a file or a folder
	*/
	exports.READABLE = exports.FILE + exports.FOLDER;
}));

// node_modules/@kwsites/file-exists/dist/index.js
var require_dist$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	function __export(m) {
		for (var p in m) if (!exports.hasOwnProperty(p)) exports[p] = m[p];
	}
	Object.defineProperty(exports, "__esModule", { value: true });
	__export(require_src());
}));

// node_modules/@kwsites/promise-deferred/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.createDeferred = exports.deferred = void 0;
	/**
	* Creates a new `DeferredPromise`
	*
	* ```typescript
	import {deferred} from '@kwsites/promise-deferred`;
	```
	*/
	function deferred() {
		let done;
		let fail;
		let status = "pending";
		return {
			promise: new Promise((_done, _fail) => {
				done = _done;
				fail = _fail;
			}),
			done(result) {
				if (status === "pending") {
					status = "resolved";
					done(result);
				}
			},
			fail(error) {
				if (status === "pending") {
					status = "rejected";
					fail(error);
				}
			},
			get fulfilled() {
				return status !== "pending";
			},
			get status() {
				return status;
			}
		};
	}
	exports.deferred = deferred;
	/**
	* Alias of the exported `deferred` function, to help consumers wanting to use `deferred` as the
	* local variable name rather than the factory import name, without needing to rename on import.
	*
	* ```typescript
	import {createDeferred} from '@kwsites/promise-deferred`;
	```
	*/
	exports.createDeferred = deferred;
}));

// node_modules/@simple-git/argv-parser/dist/index.mjs
var import_src = /* @__PURE__ */ __toESM(require_src$1(), 1);
var import_dist = require_dist$1();
var import_dist$1 = require_dist();
function* x$1(e, n) {
	const t = n === "global";
	for (const o of e) o.isGlobal === t && (yield o);
}
const P$1 = /* @__PURE__ */ new Set([
	"--add",
	"--edit",
	"--remove-section",
	"--rename-section",
	"--replace-all",
	"--unset",
	"--unset-all",
	"-e"
]);
const S$1 = /* @__PURE__ */ new Set([
	"--get",
	"--get-all",
	"--get-color",
	"--get-colorbool",
	"--get-regexp",
	"--get-urlmatch",
	"--list",
	"-l"
]);
const E$1 = /* @__PURE__ */ new Set([
	"edit",
	"remove-section",
	"rename-section",
	"set",
	"unset"
]);
const F$1 = /* @__PURE__ */ new Set([
	"get",
	"get-color",
	"get-colorbool",
	"list"
]);
function A$1(e, n) {
	for (const { name: o } of x$1(e, "task")) {
		if (P$1.has(o)) return w(!0, n);
		if (S$1.has(o)) return w(!1, n);
	}
	const t = n.at(0)?.toLowerCase();
	return t === void 0 ? null : E$1.has(t) ? w(!0, n.slice(1)) : F$1.has(t) ? w(!1, n.slice(1)) : n.length === 1 ? w(!1, n) : w(!0, n);
}
function w(e = !1, n = []) {
	const t = n.at(0)?.toLowerCase();
	return t === void 0 ? null : {
		isWrite: e,
		isRead: !e,
		key: t,
		value: n.at(1)
	};
}
function O$1(e, n) {
	return n.isWrite && n.value !== void 0 ? {
		key: n.key,
		value: n.value,
		scope: e
	} : {
		key: n.key,
		scope: e
	};
}
function G$1(e) {
	const n = e?.indexOf("=") || -1;
	return !e || n < 0 ? null : {
		key: e.slice(0, n).trim().toLowerCase(),
		value: e.slice(n + 1)
	};
}
function M$1(e) {
	for (const { name: n } of x$1(e, "task")) switch (n) {
		case "--global": return "global";
		case "--system": return "system";
		case "--worktree": return "worktree";
		case "--local": return "local";
		case "--file":
		case "-f": return "file";
	}
	return "local";
}
function N$1({ name: e }) {
	if (e === "-c" || e === "--config") return "inline";
	if (e === "--config-env") return "env";
}
function* $$1(e) {
	for (const n of e) {
		const t = N$1(n), o = t && G$1(n.value);
		o && (yield {
			...o,
			scope: t
		});
	}
}
function D(e, n, t) {
	const o = {
		read: [],
		write: [...$$1(n)]
	};
	return e === "config" && L$1(o, M$1(n), A$1(n, t)), o;
}
function L$1(e, n, t) {
	if (t === null) return;
	const o = O$1(n, t);
	t.isWrite ? e.write.push(o) : e.read.push(o);
}
const C = { short: /* @__PURE__ */ new Map([["c", !0]]) };
const I$1 = {
	short: new Map([
		["C", !0],
		["P", !1],
		["h", !1],
		["p", !1],
		["v", !1],
		...C.short.entries()
	]),
	long: /* @__PURE__ */ new Set([
		"attr-source",
		"config-env",
		"exec-path",
		"git-dir",
		"list-cmds",
		"namespace",
		"super-prefix",
		"work-tree"
	])
};
const R$1 = {
	clone: {
		short: /* @__PURE__ */ new Map([
			["b", !0],
			["j", !0],
			["l", !1],
			["n", !1],
			["o", !0],
			["q", !1],
			["s", !1],
			["u", !0]
		]),
		long: /* @__PURE__ */ new Set([
			"branch",
			"config",
			"jobs",
			"origin",
			"upload-pack",
			"u",
			"template"
		])
	},
	commit: {
		short: /* @__PURE__ */ new Map([
			["C", !0],
			["F", !0],
			["c", !0],
			["m", !0],
			["t", !0]
		]),
		long: /* @__PURE__ */ new Set([
			"file",
			"message",
			"reedit-message",
			"reuse-message",
			"template"
		])
	},
	config: {
		short: /* @__PURE__ */ new Map([
			["e", !1],
			["f", !0],
			["l", !1]
		]),
		long: /* @__PURE__ */ new Set([
			"blob",
			"comment",
			"default",
			"file",
			"type",
			"value"
		])
	},
	fetch: {
		short: /* @__PURE__ */ new Map(),
		long: /* @__PURE__ */ new Set(["upload-pack"])
	},
	init: {
		short: /* @__PURE__ */ new Map(),
		long: /* @__PURE__ */ new Set(["template"])
	},
	pull: {
		short: /* @__PURE__ */ new Map(),
		long: /* @__PURE__ */ new Set(["upload-pack"])
	},
	push: {
		short: /* @__PURE__ */ new Map(),
		long: /* @__PURE__ */ new Set(["exec", "receive-pack"])
	},
	rebase: {
		short: /* @__PURE__ */ new Map([
			["X", !0],
			["f", !1],
			["i", !1],
			["k", !1],
			["m", !1],
			["n", !1],
			["q", !1],
			["r", !1],
			["s", !0],
			["v", !1],
			["x", !0]
		]),
		long: /* @__PURE__ */ new Set([
			"exec",
			"onto",
			"strategy",
			"strategy-option"
		])
	}
};
const T = {
	short: /* @__PURE__ */ new Map(),
	long: /* @__PURE__ */ new Set()
};
function B$1(e) {
	const n = R$1[e ?? ""] ?? T;
	return {
		short: new Map([...C.short.entries(), ...n.short.entries()]),
		long: n.long
	};
}
function b$1(e, n = I$1) {
	if (e.startsWith("--")) {
		const t = e.indexOf("=");
		if (t > 2) return [{
			name: e.slice(0, t),
			value: e.slice(t + 1),
			needsNext: !1
		}];
		const o = e.slice(2);
		return [{
			name: e,
			needsNext: n.long.has(o)
		}];
	}
	if (e.length === 2) {
		const t = e.charAt(1);
		return [{
			name: e,
			needsNext: n.short.get(t) === !0
		}];
	}
	return j$1(e, n.short);
}
function j$1(e, n) {
	const t = e.slice(1).split(""), o = [];
	for (let a = 0; a < t.length; a++) {
		const s = t[a], r = n.get(s);
		if (r === void 0) return [{
			name: e,
			needsNext: !1
		}];
		if (r) {
			const i = t.slice(a + 1).join("");
			if (i && ![...i].every((m) => n.has(m))) return o.push({
				name: `-${s}`,
				value: i,
				needsNext: !1
			}), o;
		}
		o.push({
			name: `-${s}`,
			needsNext: r
		});
	}
	return o;
}
function W$1(e, n = []) {
	let t = 0;
	for (; t < e.length;) {
		const o = String(e[t]);
		if (!o.startsWith("-") || o.length < 2) break;
		const a = b$1(o);
		let s = t + 1;
		for (const r of a) {
			const i = {
				name: r.name,
				value: r.value,
				absorbedNext: !1,
				isGlobal: !0
			};
			r.needsNext && i.value === void 0 && s < e.length && (i.value = String(e[s]), i.absorbedNext = !0, s++), n.push(i);
		}
		t = s;
	}
	return {
		flags: n,
		taskIndex: t
	};
}
function V$1(e, n, t = []) {
	const o$2 = B$1(n), a = [], s = [];
	let r$3 = 0;
	for (; r$3 < e.length;) {
		const i = e[r$3];
		if (r(i)) {
			s.push(...o(i)), r$3++;
			continue;
		}
		const p = String(i);
		if (p === "--") {
			for (let d = r$3 + 1; d < e.length; d++) {
				const g = e[d];
				r(g) ? s.push(...o(g)) : s.push(String(g));
			}
			break;
		}
		if (!p.startsWith("-") || p.length < 2) {
			a.push(p), r$3++;
			continue;
		}
		const m = b$1(p, o$2);
		let u = r$3 + 1;
		for (const d of m) {
			const g = {
				name: d.name,
				value: d.value,
				absorbedNext: !1,
				isGlobal: !1
			};
			d.needsNext && g.value === void 0 && u < e.length && !r(e[u]) && (g.value = String(e[u]), g.absorbedNext = !0, u++), t.push(g);
		}
		r$3 = u;
	}
	return {
		flags: t,
		positionals: a,
		pathspecs: s
	};
}
function* q$1({ write: e }) {
	for (const n of e) for (const t of K$1) {
		const o = t(n.key);
		o && (yield o);
	}
}
function f$1(e, n, t = String(e)) {
	const o = typeof e == "string" ? new RegExp(`\\s*${e.toLowerCase()}`) : e;
	return function(s) {
		if (o.test(s)) return {
			category: n,
			message: `Configuring ${t} is not permitted without enabling ${n}`
		};
	};
}
function l$1(e, n) {
	return f$1(new RegExp(`\\s*${e.toLowerCase().replace(/\./g, "(..+)?.")}`), n, e);
}
const K$1 = [
	f$1("alias", "allowUnsafeAlias"),
	f$1("core.askPass", "allowUnsafeAskPass"),
	f$1("core.editor", "allowUnsafeEditor"),
	f$1("core.fsmonitor", "allowUnsafeFsMonitor"),
	f$1("core.gitProxy", "allowUnsafeGitProxy"),
	f$1("core.hooksPath", "allowUnsafeHooksPath"),
	f$1("core.pager", "allowUnsafePager"),
	f$1("core.sshCommand", "allowUnsafeSshCommand"),
	l$1("credential.helper", "allowUnsafeCredentialHelper"),
	l$1("diff.command", "allowUnsafeDiffExternal"),
	f$1("diff.external", "allowUnsafeDiffExternal"),
	l$1("difftool.cmd", "allowUnsafeDiffExternal"),
	l$1("diff.textconv", "allowUnsafeDiffTextConv"),
	l$1("filter.clean", "allowUnsafeFilter"),
	l$1("filter.process", "allowUnsafeFilter"),
	l$1("filter.smudge", "allowUnsafeFilter"),
	l$1("gpg.program", "allowUnsafeGpgProgram"),
	f$1("include.path", "allowUnsafeInclude"),
	l$1("includeIf", "allowUnsafeInclude"),
	f$1("init.templateDir", "allowUnsafeTemplateDir"),
	l$1("pager.", "allowUnsafePager"),
	l$1("merge.driver", "allowUnsafeMergeDriver"),
	l$1("mergetool.path", "allowUnsafeMergeDriver"),
	l$1("mergetool.cmd", "allowUnsafeMergeDriver"),
	l$1("protocol.allow", "allowUnsafeProtocolOverride"),
	l$1("remote.receivepack", "allowUnsafePack"),
	l$1("remote.uploadpack", "allowUnsafePack"),
	f$1("uploadpack.packObjectsHook", "allowUnsafePack"),
	f$1("sequence.editor", "allowUnsafeEditor"),
	l$1("submodule.update", "allowUnsafeSubmodule"),
	l$1("tar.command", "allowUnsafeCommandBinaries"),
	l$1("trailer.cmd", "allowUnsafeCommandBinaries"),
	l$1("trailer.command", "allowUnsafeCommandBinaries"),
	l$1("url.insteadOf", "allowUnsafeUrlRewrite")
];
function* H$1(e, n) {
	for (const t of n) for (const o of X$1) {
		const a = o(e, t);
		a && (yield a);
	}
}
function c(e, n, t, { name: o = String(n), globalOnly: a = !1, withValue: s = !1 } = {}) {
	const r = typeof n == "string" ? new RegExp(`\\s*${n.toLowerCase()}`) : n, i = `Use of ${e ? `${e} with option ` : ""}${o} is not permitted without enabling ${t}`;
	return function(m, u) {
		if (!(e && m !== e) && !(a && !u.isGlobal) && !(s && u.value === void 0) && r.test(u.name)) return {
			category: t,
			message: i
		};
	};
}
const h$1 = {
	globalOnly: !0,
	withValue: !0
};
const X$1 = [
	c(null, /--(upload|receive)-pack/, "allowUnsafePack", { name: "--upload-pack or --receive-pack" }),
	c("clone", /^-\w*u/, "allowUnsafePack"),
	c("clone", "--u", "allowUnsafePack"),
	c("push", /^--exec$/, "allowUnsafePack", { name: "--exec" }),
	c("rebase", /^(-x|--ex(ec?)?)$/, "allowUnsafeExec", { name: "-x or --exec" }),
	c(null, "--template", "allowUnsafeTemplateDir"),
	c(null, "--exec-path", "allowUnsafeExec", h$1),
	c(null, "--git-dir", "allowUnsafeConfigPaths", h$1),
	c(null, "--work-tree", "allowUnsafeConfigPaths", h$1),
	c(null, /^-C$/, "allowUnsafeConfigPaths", {
		...h$1,
		name: "-C"
	})
];
function k(e, n, t) {
	return [...H$1(e, n), ...q$1(t)];
}
function Y$1(...e) {
	const { flags: n, taskIndex: t } = W$1(e), o = t < e.length ? String(e[t]).toLowerCase() : null, { positionals: s, pathspecs: r } = V$1(o !== null ? e.slice(t + 1) : [], o, n), i = D(o, n, s);
	return {
		task: o,
		flags: n.map(J$1),
		paths: r,
		config: i,
		vulnerabilities: z$1(k(o, n, i))
	};
}
function z$1(e) {
	return Object.defineProperty(e, "vulnerabilities", { value: e });
}
function J$1({ value: e, name: n }) {
	return e !== void 0 ? {
		name: n,
		value: e
	} : { name: n };
}
const y = {
	editor: "allowUnsafeEditor",
	git_askpass: "allowUnsafeAskPass",
	git_config_global: "allowUnsafeConfigPaths",
	git_config_system: "allowUnsafeConfigPaths",
	git_config_count: "allowUnsafeConfigEnvCount",
	git_config_parameters: "allowUnsafeConfigEnvCount",
	git_config: "allowUnsafeConfigPaths",
	git_editor: "allowUnsafeEditor",
	git_exec_path: "allowUnsafeExec",
	git_external_diff: "allowUnsafeDiffExternal",
	git_pager: "allowUnsafePager",
	git_proxy_command: "allowUnsafeGitProxy",
	git_template_dir: "allowUnsafeTemplateDir",
	git_sequence_editor: "allowUnsafeEditor",
	git_ssh: "allowUnsafeSshCommand",
	git_ssh_command: "allowUnsafeSshCommand",
	pager: "allowUnsafePager",
	prefix: "allowUnsafeConfigPaths",
	ssh_askpass: "allowUnsafeAskPass",
	visual: "allowUnsafeEditor"
};
function* Q$1(e) {
	const n = parseInt(e.git_config_count ?? "0", 10);
	for (let t = 0; t < n; t++) {
		const o = e[`git_config_key_${t}`], a = e[`git_config_value_${t}`];
		o !== void 0 && (yield {
			key: o.toLowerCase().trim(),
			value: a,
			scope: "env"
		});
	}
}
function* Z$1(e) {
	for (const n of Object.keys(e)) if (_$1(n)) {
		const t = y[n];
		yield {
			category: t,
			message: `Use of "${n.toUpperCase()}" is not permitted without enabling ${t}`
		};
	}
}
function _$1(e) {
	return Object.hasOwn(y, e);
}
function ee$1(e) {
	const n = {};
	for (const [t, o] of Object.entries(e)) {
		const a = t.toLowerCase().trim();
		(_$1(a) || a.startsWith("git")) && (n[a] = String(o));
	}
	return n;
}
function ne$1(e) {
	const n = ee$1(e), t = {
		read: [],
		write: [...Q$1(n)]
	};
	return {
		config: t,
		vulnerabilities: [...Z$1(n), ...k(null, [], t)]
	};
}
function oe$1(e, n) {
	return [...Y$1(...e).vulnerabilities, ...ne$1(n).vulnerabilities];
}

// node_modules/simple-git/dist/index.mjs
var O = class extends Error {
	constructor(e, n) {
		super(n), this.task = e, Object.setPrototypeOf(this, new.target.prototype);
	}
};
var Ae = class extends O {
	constructor(e, n) {
		super(void 0, n), this.config = e;
	}
};
var A = class extends O {
	constructor(e, n, r) {
		super(e, r), this.task = e, this.plugin = n, Object.setPrototypeOf(this, new.target.prototype);
	}
};
var at = class extends O {
	constructor(e, n) {
		super(void 0, n || String(e)), this.git = e;
	}
};
var xe = class extends O {
	constructor(e) {
		super(void 0, e);
	}
};
const I = "\0";
const W = () => {};
function Ne(t) {
	return typeof t != "function" ? W : t;
}
function $e(t) {
	return typeof t == "function" && t !== W;
}
function Pe(t, e) {
	const n = t.indexOf(e);
	return n <= 0 ? [t, ""] : [t.substr(0, n), t.substr(n + 1)];
}
function Me(t, e = 0) {
	return Dt(t) && t.length > e ? t[e] : void 0;
}
function N(t, e = 0) {
	if (Dt(t) && t.length > e) return t[t.length - 1 - e];
}
function Dt(t) {
	return Bt(t);
}
function H(t = "", e = !0, n = `
`) {
	return t.split(n).reduce((r, s) => {
		const o = e ? s.trim() : s;
		return o && r.push(o), r;
	}, []);
}
function ut(t, e) {
	return H(t, !0).map((n) => e(n));
}
function Lt(t) {
	return (0, import_dist.exists)(t, import_dist.FOLDER);
}
function S(t, e) {
	return Array.isArray(t) ? t.includes(e) || t.push(e) : t.add(e), e;
}
function De(t, e) {
	return Array.isArray(t) && !t.includes(e) && t.push(e), t;
}
function ct(t, e) {
	if (Array.isArray(t)) {
		const n = t.indexOf(e);
		n >= 0 && t.splice(n, 1);
	} else t.delete(e);
	return e;
}
const ft = Object.prototype.toString.call.bind(Object.prototype.toString);
function v(t) {
	return Array.isArray(t) ? t : [t];
}
function jt(t) {
	return t.replace(/[\s-]+(.)/g, (e, n) => n.toUpperCase());
}
function L(t) {
	return v(t).map((e) => e instanceof String ? e : String(e));
}
function p(t, e = 0) {
	if (t == null) return e;
	const n = parseInt(t, 10);
	return Number.isNaN(n) ? e : n;
}
function U(t, e) {
	const n = [];
	for (let r = 0, s = t.length; r < s; r++) n.push(e, t[r]);
	return n;
}
function F(t) {
	return (Array.isArray(t) ? Buffer.concat(t) : t).toString("utf-8");
}
function Le(t) {
	return t ? Buffer.isBuffer(t) ? t.length : Buffer.byteLength(t) : 0;
}
function je(t, e) {
	const n = {};
	return e.forEach((r) => {
		t[r] !== void 0 && (n[r] = t[r]);
	}), n;
}
function wt(t = 0) {
	return new Promise((e) => setTimeout(e, t));
}
function bt(t) {
	if (t !== !1) return t;
}
function d(t, e, n) {
	return e(t) ? t : arguments.length > 2 ? n : void 0;
}
const K = (t) => Array.isArray(t);
function st(t, e) {
	const n = r(t) ? "string" : typeof t;
	return /number|string|boolean/.test(n) && (!e || !e.includes(n));
}
const m = (t) => typeof t == "string" || r(t);
const Be = (t) => m(t) || Buffer.isBuffer(t);
const G = (t) => m(t) || Array.isArray(t) && t.every(m);
function lt(t) {
	return !!t && ft(t) === "[object Object]";
}
function Ie(t) {
	return typeof t == "function";
}
const Bt = (t) => t == null || "number|boolean|function".includes(typeof t) ? !1 : typeof t.length == "number";
var V = /* @__PURE__ */ ((t) => (t[t.SUCCESS = 0] = "SUCCESS", t[t.ERROR = 1] = "ERROR", t[t.NOT_FOUND = -2] = "NOT_FOUND", t[t.UNCLEAN = 128] = "UNCLEAN", t))(V || {});
var z = class z {
	constructor(e, n) {
		this.stdOut = e, this.stdErr = n;
	}
	asStrings() {
		return new z(this.stdOut.toString("utf8"), this.stdErr.toString("utf8"));
	}
};
function Ue() {
	throw new Error("LineParser:useMatches not implemented");
}
var l = class {
	constructor(e, n) {
		this.matches = [], this.useMatches = Ue, this.parse = (r, s) => (this.resetMatches(), this._regExp.every((o, i) => this.addMatch(o, i, r(i))) ? this.useMatches(s, this.prepareMatches()) !== !1 : !1), this._regExp = Array.isArray(e) ? e : [e], n && (this.useMatches = n);
	}
	resetMatches() {
		this.matches.length = 0;
	}
	prepareMatches() {
		return this.matches;
	}
	addMatch(e, n, r) {
		const s = r && e.exec(r);
		return s && this.pushMatch(n, s), !!s;
	}
	pushMatch(e, n) {
		this.matches.push(...n.slice(1));
	}
};
var x = class extends l {
	addMatch(e, n, r) {
		return /^remote:\s/.test(String(r)) && super.addMatch(e, n, r);
	}
	pushMatch(e, n) {
		(e > 0 || n.length > 1) && super.pushMatch(e, n);
	}
};
const Fe = {
	binary: "git",
	maxConcurrentProcesses: 5,
	config: [],
	trimmed: !1
};
function Ge(...t) {
	const e = process.cwd(), n = Object.assign({
		baseDir: e,
		...Fe
	}, ...t.filter((r) => typeof r == "object" && r));
	return n.baseDir = n.baseDir || e, n.trimmed = n.trimmed === !0, n;
}
function It(t, e = []) {
	return lt(t) ? Object.keys(t).reduce((n, r$1) => {
		const s = t[r$1];
		if (r(s)) n.push(s);
		else if (st(s, ["boolean"])) n.push(r$1 + "=" + s);
		else if (Array.isArray(s)) for (const o of s) st(o, ["string", "number"]) || n.push(r$1 + "=" + o);
		else n.push(r$1);
		return n;
	}, e) : e;
}
function h(t, e = 0, n = !1) {
	const r = [];
	for (let s = 0, o = e < 0 ? t.length : e; s < o; s++) "string|number".includes(typeof t[s]) && r.push(String(t[s]));
	return It(ht(t), r), n || r.push(...ze(t)), r;
}
function ze(t) {
	return L(d(N(t, typeof N(t) == "function" ? 1 : 0), K, []));
}
function ht(t) {
	return d(N(t, Ie(N(t)) ? 1 : 0), lt);
}
function u(t, e = !0) {
	const n = Ne(N(t));
	return e || $e(n) ? n : void 0;
}
function Tt(t, e) {
	return t(e.stdOut, e.stdErr);
}
function E(t, e, n, r = !0) {
	return v(n).forEach((s) => {
		for (let o = H(s, r), i = 0, a = o.length; i < a; i++) {
			const c = (y = 0) => {
				if (!(i + y >= a)) return o[i + y];
			};
			e.some(({ parse: y }) => y(c, t));
		}
	}), t;
}
const mt = ({ exitCode: t }, e, n, r) => {
	if (t === V.UNCLEAN && Ve(e)) return n(Buffer.from("false"));
	r(e);
};
const Ut = (t) => t.trim() === "true";
function We(t) {
	switch (t) {
		case "bare": return Ke();
		case "root": return He();
	}
	return {
		commands: ["rev-parse", "--is-inside-work-tree"],
		format: "utf-8",
		onError: mt,
		parser: Ut
	};
}
function He() {
	return {
		commands: ["rev-parse", "--git-dir"],
		format: "utf-8",
		onError: mt,
		parser(e) {
			return /^\.(git)?$/.test(e.trim());
		}
	};
}
function Ke() {
	return {
		commands: ["rev-parse", "--is-bare-repository"],
		format: "utf-8",
		onError: mt,
		parser: Ut
	};
}
function Ve(t) {
	return /(Not a git repository|Kein Git-Repository)/i.test(String(t));
}
var Xe = class {
	constructor(e) {
		this.paths = [], this.files = [], this.folders = [], this.dryRun = e;
	}
};
const Ye = /^[a-z]+\s*/i;
const Qe = /^[a-z]+\s+[a-z]+\s*/i;
const Je = /\/$/;
function Ze(t, e) {
	const n = new Xe(t), r = t ? Qe : Ye;
	return H(e).forEach((s) => {
		const o = s.replace(r, "");
		n.paths.push(o), (Je.test(o) ? n.folders : n.files).push(o);
	}), n;
}
const Ft = [];
function tn(t) {
	return {
		commands: Ft,
		format: "empty",
		parser: t
	};
}
function b(t) {
	return {
		commands: Ft,
		format: "empty",
		parser() {
			throw typeof t == "string" ? new xe(t) : t;
		}
	};
}
function g(t, e = !1) {
	return {
		commands: t,
		format: "utf-8",
		parser(n) {
			return e ? String(n).trim() : n;
		}
	};
}
function Gt(t) {
	return {
		commands: t,
		format: "buffer",
		parser(e) {
			return e;
		}
	};
}
function en(t) {
	return t.format === "buffer";
}
function kt(t) {
	return t.format === "empty" || !t.commands.length;
}
const nn = "Git clean interactive mode is not supported";
const rn = "Git clean mode parameter (\"n\" or \"f\") is required";
const sn = "Git clean unknown option found in: ";
var zt = /* @__PURE__ */ ((t) => (t.DRY_RUN = "n", t.FORCE = "f", t.IGNORED_INCLUDED = "x", t.IGNORED_ONLY = "X", t.EXCLUDING = "e", t.QUIET = "q", t.RECURSIVE = "d", t))(zt || {});
const qt = /* @__PURE__ */ new Set(["i", ...L(Object.values(zt))]);
function on(t, e) {
	const { cleanMode: n, options: r, valid: s } = cn(t);
	return n ? s.options ? (r.push(...e), r.some(hn) ? b(nn) : an(n, r)) : b(sn + JSON.stringify(t)) : b(rn);
}
function an(t, e) {
	return {
		commands: [
			"clean",
			`-${t}`,
			...e
		],
		format: "utf-8",
		parser(r) {
			return Ze(t === "n", r);
		}
	};
}
function un(t) {
	return Array.isArray(t) && t.every((e) => qt.has(e));
}
function cn(t) {
	let e, n = [], r = {
		cleanMode: !1,
		options: !0
	};
	return t.replace(/[^a-z]i/g, "").split("").forEach((s) => {
		fn(s) ? (e = s, r.cleanMode = !0) : r.options = r.options && ln(n[n.length] = `-${s}`);
	}), {
		cleanMode: e,
		options: n,
		valid: r
	};
}
function fn(t) {
	return t === "f" || t === "n";
}
function ln(t) {
	return /^-[a-z]$/i.test(t) && qt.has(t.charAt(1));
}
function hn(t) {
	return /^-[^\-]/.test(t) ? t.indexOf("i") > 0 : t === "--interactive";
}
var mn = class {
	constructor() {
		this.files = [], this.values = /* @__PURE__ */ Object.create(null);
	}
	get all() {
		return this._all || (this._all = this.files.reduce((e, n) => Object.assign(e, this.values[n]), {})), this._all;
	}
	addFile(e) {
		if (!(e in this.values)) {
			const n = N(this.files);
			this.values[e] = n ? Object.create(this.values[n]) : {}, this.files.push(e);
		}
		return this.values[e];
	}
	addValue(e, n, r) {
		const s = this.addFile(e);
		Object.hasOwn(s, n) ? Array.isArray(s[n]) ? s[n].push(r) : s[n] = [s[n], r] : s[n] = r, this._all = void 0;
	}
};
function pn(t) {
	const e = new mn();
	for (const n of Wt(t)) e.addValue(n.file, String(n.key), n.value);
	return e;
}
function dn(t, e) {
	let n = null;
	const r = [], s = /* @__PURE__ */ new Map();
	for (const o of Wt(t, e)) o.key === e && (r.push(n = o.value), s.has(o.file) || s.set(o.file, []), s.get(o.file).push(n));
	return {
		key: e,
		paths: Array.from(s.keys()),
		scopes: s,
		value: n,
		values: r
	};
}
function gn(t) {
	return t.replace(/^(file):/, "");
}
function* Wt(t, e = null) {
	const n = t.split("\0");
	for (let r = 0, s = n.length - 1; r < s;) {
		const o = gn(n[r++]);
		let i = n[r++], a = e;
		if (i.includes(`
`)) {
			const c = Pe(i, `
`);
			a = c[0], i = c[1];
		}
		yield {
			file: o,
			key: a,
			value: i
		};
	}
}
var Ht = /* @__PURE__ */ ((t) => (t.system = "system", t.global = "global", t.local = "local", t.worktree = "worktree", t))(Ht || {});
function Y(t, e) {
	return typeof t == "string" && Object.hasOwn(Ht, t) ? t : e;
}
function yn(t, e, n, r) {
	const s = ["config", `--${r}`];
	return n && s.push("--add"), s.push(t, e), {
		commands: s,
		format: "utf-8",
		parser(o) {
			return o;
		}
	};
}
function wn(t, e) {
	const n = [
		"config",
		"--null",
		"--show-origin",
		"--get-all",
		t
	];
	return e && n.splice(1, 0, `--${e}`), {
		commands: n,
		format: "utf-8",
		parser(r) {
			return dn(r, t);
		}
	};
}
function bn(t) {
	const e = [
		"config",
		"--list",
		"--show-origin",
		"--null"
	];
	return t && e.push(`--${t}`), {
		commands: e,
		format: "utf-8",
		parser(n) {
			return pn(n);
		}
	};
}
function Tn() {
	return {
		addConfig(t, e, ...n) {
			return this._runTask(yn(t, e, n[0] === !0, Y(n[1], "local")), u(arguments));
		},
		getConfig(t, e) {
			return this._runTask(wn(t, Y(e, void 0)), u(arguments));
		},
		listConfig(...t) {
			return this._runTask(bn(Y(t[0], void 0)), u(arguments));
		}
	};
}
var Kt = /* @__PURE__ */ ((t) => (t.ADDED = "A", t.COPIED = "C", t.DELETED = "D", t.MODIFIED = "M", t.RENAMED = "R", t.CHANGED = "T", t.UNMERGED = "U", t.UNKNOWN = "X", t.BROKEN = "B", t))(Kt || {});
const kn = new Set(Object.values(Kt));
function _n(t) {
	return kn.has(t);
}
var _t;
const vn = ["-h"];
const j = /* @__PURE__ */ Symbol("grepQuery");
var En = class {
	constructor() {
		this[_t] = [];
	}
	*[(_t = j, Symbol.iterator)]() {
		for (const e of this[j]) yield e;
	}
	and(...e) {
		return e.length && this[j].push("--and", "(", ...U(e, "-e"), ")"), this;
	}
	param(...e) {
		return this[j].push(...U(e, "-e")), this;
	}
};
function Sn(...t) {
	return new En().param(...t);
}
function Rn(t) {
	const e = /* @__PURE__ */ new Set(), n = {};
	return ut(t, (r) => {
		const [s, o, i] = r.split(I);
		e.add(s), (n[s] = n[s] || []).push({
			line: p(o),
			path: s,
			preview: i
		});
	}), {
		paths: e,
		results: n
	};
}
function On() {
	return { grep(t) {
		const e = u(arguments), n = h(arguments);
		for (const s of vn) if (n.includes(s)) return this._runTask(b(`git.grep: use of "${s}" is not supported.`), e);
		typeof t == "string" && (t = Sn().param(t));
		const r = [
			"grep",
			"--null",
			"-n",
			"--full-name",
			...n,
			...t
		];
		return this._runTask({
			commands: r,
			format: "utf-8",
			parser(s) {
				return Rn(s);
			}
		}, e);
	} };
}
var Vt = /* @__PURE__ */ ((t) => (t.MIXED = "mixed", t.SOFT = "soft", t.HARD = "hard", t.MERGE = "merge", t.KEEP = "keep", t))(Vt || {});
const Cn = L(Object.values(Vt));
function An(t, e) {
	const n = ["reset"];
	return Xt(t) && n.push(`--${t}`), n.push(...e), g(n);
}
function xn(t) {
	if (Xt(t)) return t;
	switch (typeof t) {
		case "string":
		case "undefined": return "soft";
	}
}
function Xt(t) {
	return typeof t == "string" && Cn.includes(t);
}
import_src.default.formatters.L = (t) => String(Bt(t) ? t.length : "-");
import_src.default.formatters.B = (t) => Buffer.isBuffer(t) ? t.toString("utf8") : ft(t);
function Nn() {
	return (0, import_src.default)("simple-git");
}
function vt(t, e, n) {
	return !e || !String(e).replace(/\s*/, "") ? n ? (r, ...s) => {
		t(r, ...s), n(r, ...s);
	} : t : (r, ...s) => {
		t(`%s ${r}`, e, ...s), n && n(r, ...s);
	};
}
function $n(t, e, { namespace: n }) {
	if (typeof t == "string") return t;
	const r = e && e.namespace || "";
	return r.startsWith(n) ? r.substr(n.length + 1) : r || n;
}
function $(t, e, n, r = Nn()) {
	const s = t && `[${t}]` || "", o = [], i = typeof e == "string" ? r.extend(e) : e, a = $n(d(e, m), i, r);
	return y(n);
	function c(w, T) {
		return S(o, $(t, a.replace(/^[^:]+/, w), T, r));
	}
	function y(w) {
		const T = w && `[${w}]` || "", k = i && vt(i, T) || W, C = vt(r, `${s} ${T}`, k);
		return Object.assign(i ? k : C, {
			label: t,
			sibling: c,
			info: C,
			step: y
		});
	}
}
const M = class M {
	constructor(e = "GitExecutor") {
		this.logLabel = e, this._queue = /* @__PURE__ */ new Map();
	}
	withProgress(e) {
		return this._queue.get(e);
	}
	createProgress(e) {
		const n = M.getName(e.commands[0]);
		return {
			task: e,
			logger: $(this.logLabel, n),
			name: n
		};
	}
	push(e) {
		const n = this.createProgress(e);
		return n.logger("Adding task to the queue, commands = %o", e.commands), this._queue.set(e, n), n;
	}
	fatal(e) {
		for (const [n, { logger: r }] of Array.from(this._queue.entries())) n === e.task ? (r.info("Failed %o", e), r("Fatal exception, any as-yet un-started tasks run through this executor will not be attempted")) : r.info("A fatal exception occurred in a previous task, the queue has been purged: %o", e.message), this.complete(n);
		if (this._queue.size !== 0) throw new Error(`Queue size should be zero after fatal: ${this._queue.size}`);
	}
	complete(e) {
		this.withProgress(e) && this._queue.delete(e);
	}
	attempt(e) {
		const n = this.withProgress(e);
		if (!n) throw new O(void 0, "TasksPendingQueue: attempt called for an unknown task");
		return n.logger("Starting task"), n;
	}
	static getName(e = "empty") {
		return `task:${e}:${++M.counter}`;
	}
};
M.counter = 0;
let ot = M;
var Pn = class {
	constructor(e, n, r) {
		this._executor = e, this._scheduler = n, this._plugins = r, this._chain = Promise.resolve(), this._queue = new ot();
	}
	get cwd() {
		return this._cwd || this._executor.cwd;
	}
	set cwd(e) {
		this._cwd = e;
	}
	get env() {
		return this._executor.env;
	}
	get outputHandler() {
		return this._executor.outputHandler;
	}
	chain() {
		return this;
	}
	push(e) {
		return this._queue.push(e), this._chain = this._chain.then(() => this.attemptTask(e));
	}
	async attemptTask(e) {
		const n = await this._scheduler.next(), r = () => this._queue.complete(e);
		try {
			const { logger: s } = this._queue.attempt(e);
			return await (kt(e) ? this.attemptEmptyTask(e, s) : this.attemptRemoteTask(e, s));
		} catch (s) {
			throw this.onFatalException(e, s);
		} finally {
			r(), n();
		}
	}
	onFatalException(e, n) {
		const r = n instanceof O ? Object.assign(n, { task: e }) : new O(e, n && String(n));
		return this._chain = Promise.resolve(), this._queue.fatal(r), r;
	}
	async attemptRemoteTask(e, n) {
		const r = this._plugins.exec("spawn.binary", "", this.taskContext(e, e.commands)), s = this._plugins.exec("spawn.args", [...e.commands], this.taskContext(e, e.commands)), o = await this.gitResponse(e, r, s, this.outputHandler, n.step("SPAWN")), i = await this.handleTaskData(e, s, o, n.step("HANDLE"));
		return n("passing response to task's parser as a %s", e.format), en(e) ? Tt(e.parser, i) : Tt(e.parser, i.asStrings());
	}
	async attemptEmptyTask(e, n) {
		return n("empty task bypassing child process to call to task's parser"), e.parser(this);
	}
	handleTaskData(e, n, r, s) {
		const { exitCode: o, rejection: i, stdOut: a, stdErr: c } = r;
		return new Promise((y, w) => {
			s("Preparing to handle process response exitCode=%d stdOut=", o);
			const { error: T } = this._plugins.exec("task.error", { error: i }, {
				...this.taskContext(e, n),
				...r
			});
			if (T && e.onError) return s.info("exitCode=%s handling with custom error handler"), e.onError(r, T, (k) => {
				s.info("custom error handler treated as success"), s("custom error returned a %s", ft(k)), y(new z(Array.isArray(k) ? Buffer.concat(k) : k, Buffer.concat(c)));
			}, w);
			if (T) return s.info("handling as error: exitCode=%s stdErr=%s rejection=%o", o, c.length, i), w(T);
			s.info("retrieving task output complete"), y(new z(Buffer.concat(a), Buffer.concat(c)));
		});
	}
	async gitResponse(e, n, r, s, o) {
		const i = o.sibling("output"), a = this._plugins.exec("spawn.options", {
			cwd: this.cwd,
			env: this.env,
			windowsHide: !0
		}, this.taskContext(e, e.commands));
		return new Promise((c) => {
			const y = [], w = [];
			o.info("%s %o", n, r), o("%O", a);
			let T = this._beforeSpawn(e, r);
			if (T) return c({
				stdOut: y,
				stdErr: w,
				exitCode: 9901,
				rejection: T
			});
			this._plugins.exec("spawn.before", void 0, {
				...this.taskContext(e, r),
				kill(C) {
					T = C || T;
				}
			});
			const k = spawn(n, r, a);
			k.stdout.on("data", Et(y, "stdOut", o, i.step("stdOut"))), k.stderr.on("data", Et(w, "stdErr", o, i.step("stdErr"))), k.on("error", Mn(w, o)), s && (o("Passing child process stdOut/stdErr to custom outputHandler"), s(n, k.stdout, k.stderr, [...r])), this._plugins.exec("spawn.after", void 0, {
				...this.taskContext(e, r),
				spawned: k,
				close(C, Te) {
					c({
						stdOut: y,
						stdErr: w,
						exitCode: C,
						rejection: T || Te
					});
				},
				kill(C) {
					k.killed || (T = C, k.kill("SIGINT"));
				}
			});
		});
	}
	_beforeSpawn(e, n) {
		let r;
		return this._plugins.exec("spawn.before", void 0, {
			...this.taskContext(e, n),
			kill(s) {
				r = s || r;
			}
		}), r;
	}
	taskContext(e, n) {
		return {
			method: String(Me(e.commands) || ""),
			commands: n,
			env: { ...this.env },
			input: kt(e) ? void 0 : e.input
		};
	}
};
function Mn(t, e) {
	return (n) => {
		e("[ERROR] child process exception %o", n), t.push(Buffer.from(String(n.stack), "ascii"));
	};
}
function Et(t, e, n, r) {
	return (s) => {
		n("%s received %L bytes", e, s), r("%B", s), t.push(s);
	};
}
var Dn = class {
	constructor(e, n, r) {
		this.cwd = e, this._scheduler = n, this._plugins = r, this._chain = this.chain();
	}
	chain() {
		return new Pn(this, this._scheduler, this._plugins);
	}
	push(e) {
		return this._chain.push(e);
	}
};
function Ln(t, e, n = W) {
	const r = (o) => {
		n(null, o);
	}, s = (o) => {
		o?.task === t && n(o, void 0);
	};
	e.then(r, s);
}
function St(t, e) {
	return tn((n) => {
		if (!Lt(t)) throw new Error(`Git.cwd: cannot change to non-directory "${t}"`);
		return (e || n).cwd = t;
	});
}
function Q(t) {
	const e = ["checkout", ...t];
	return e[1] === "-b" && e.includes("-B") && (e[1] = ct(e, "-B")), g(e);
}
function jn() {
	return {
		checkout() {
			return this._runTask(Q(h(arguments, 1)), u(arguments));
		},
		checkoutBranch(t, e) {
			return this._runTask(Q([
				"-b",
				t,
				e,
				...h(arguments)
			]), u(arguments));
		},
		checkoutLocalBranch(t) {
			return this._runTask(Q([
				"-b",
				t,
				...h(arguments)
			]), u(arguments));
		}
	};
}
const Yt = (t, e, n) => {
	const r = ["clone", ...n];
	return m(t) && r.push(c$1(t)), m(e) && r.push(c$1(e)), g(r);
};
const Bn = (t, e, n) => (S(n, "--mirror"), Yt(t, e, n));
function Rt(t, e, n, ...r) {
	return m(n) ? e(n, d(r[0], m), h(arguments)) : b(`git.${t}() requires a string 'repoPath'`);
}
function In() {
	return {
		clone(t, ...e) {
			return this._runTask(Rt("clone", Yt, d(t, m), ...e), u(arguments));
		},
		mirror(t, ...e) {
			return this._runTask(Rt("mirror", Bn, d(t, m), ...e), u(arguments));
		}
	};
}
const Un = [
	new l(/^\[([^\s]+)( \([^)]+\))? ([^\]]+)/, (t, [e, n, r]) => {
		t.branch = e, t.commit = r, t.root = !!n;
	}),
	new l(/\s*Author:\s(.+)/i, (t, [e]) => {
		const n = e.split("<"), r = n.pop();
		!r || !r.includes("@") || (t.author = {
			email: r.substr(0, r.length - 1),
			name: n.join("<").trim()
		});
	}),
	new l(/(\d+)[^,]*(?:,\s*(\d+)[^,]*)(?:,\s*(\d+))/g, (t, [e, n, r]) => {
		t.summary.changes = parseInt(e, 10) || 0, t.summary.insertions = parseInt(n, 10) || 0, t.summary.deletions = parseInt(r, 10) || 0;
	}),
	new l(/^(\d+)[^,]*(?:,\s*(\d+)[^(]+\(([+-]))?/, (t, [e, n, r]) => {
		t.summary.changes = parseInt(e, 10) || 0;
		const s = parseInt(n, 10) || 0;
		r === "-" ? t.summary.deletions = s : r === "+" && (t.summary.insertions = s);
	})
];
function Fn(t) {
	return E({
		author: null,
		branch: "",
		commit: "",
		root: !1,
		summary: {
			changes: 0,
			insertions: 0,
			deletions: 0
		}
	}, Un, t);
}
function Gn(t, e, n) {
	return {
		commands: [
			"-c",
			"core.abbrev=40",
			"commit",
			...U(t, "-m"),
			...e,
			...n
		],
		format: "utf-8",
		parser: Fn
	};
}
function zn() {
	return { commit(e, ...n) {
		const r = u(arguments), s = t(e) || Gn(v(e), v(d(n[0], G, [])), [...L(d(n[1], K, [])), ...h(arguments, 0, !0)]);
		return this._runTask(s, r);
	} };
	function t(e) {
		return !G(e) && b("git.commit: requires the commit message to be supplied as a string/string[]");
	}
}
function qn() {
	return {
		count: 0,
		garbage: 0,
		inPack: 0,
		packs: 0,
		prunePackable: 0,
		size: 0,
		sizeGarbage: 0,
		sizePack: 0
	};
}
const Wn = new l(/([a-z-]+): (\d+)$/, (t, [e, n]) => {
	const r = jt(e);
	Object.hasOwn(t, r) && (t[r] = p(n));
});
function Hn() {
	return { countObjects() {
		return this._runTask({
			commands: ["count-objects", "--verbose"],
			format: "utf-8",
			parser(t) {
				return E(qn(), [Wn], t);
			}
		});
	} };
}
function Kn() {
	return { firstCommit() {
		return this._runTask(g([
			"rev-list",
			"--max-parents=0",
			"HEAD"
		], !0), u(arguments));
	} };
}
function Vn(t, e) {
	const n = ["hash-object", t];
	return e && n.push("-w"), g(n, !0);
}
var J = class {
	constructor(e, n, r, s) {
		this.bare = e, this.path = n, this.existing = r, this.gitDir = s;
	}
};
const Xn = /^Init.+ repository in (.+)$/;
const Yn = /^Rein.+ in (.+)$/;
function Qn(t, e, n) {
	const r = String(n).trim();
	let s;
	if (s = Xn.exec(r)) return new J(t, e, !1, s[1]);
	if (s = Yn.exec(r)) return new J(t, e, !0, s[1]);
	let o = "";
	const i = r.split(" ");
	for (; i.length;) if (i.shift() === "in") {
		o = i.join(" ");
		break;
	}
	return new J(t, e, /^re/i.test(r), o);
}
const Qt = "--bare";
function Jn(t) {
	return t.includes(Qt);
}
function Zn(t = !1, e, n) {
	const r = ["init", ...n];
	return t && !Jn(r) && r.splice(1, 0, Qt), {
		commands: r,
		format: "utf-8",
		parser(s) {
			return Qn(r.includes("--bare"), e, s);
		}
	};
}
function tr(t) {
	return t === void 0 ? b("interpretTrailers called without input content") : {
		format: "utf-8",
		parser(e) {
			return Object.fromEntries(ut(e, (n) => {
				const r = n.indexOf(":");
				return [jt(n.substring(0, r).toLowerCase()), n.substring(r + 2).trim()];
			}));
		},
		commands: ["interpret-trailers", "--parse"],
		input: t
	};
}
function er() {
	return { interpretTrailers(t) {
		return this._runTask(tr(d(t, Be)), u(arguments));
	} };
}
var R = /* @__PURE__ */ ((t) => (t.NONE = "", t.STAT = "--stat", t.NUM_STAT = "--numstat", t.NAME_ONLY = "--name-only", t.NAME_STATUS = "--name-status", t))(R || {});
const Jt = /^--(stat|numstat|name-only|name-status)(=|$)/;
function pt(t) {
	for (let e = 0; e < t.length; e++) {
		const n = Jt.exec(t[e]);
		if (n) return `--${n[1]}`;
	}
	return "";
}
function nr(t) {
	return Jt.test(t);
}
var rr = class {
	constructor() {
		this.changed = 0, this.deletions = 0, this.insertions = 0, this.files = [];
	}
};
const Ot = [
	new l(/^(.+)\s+\|\s+(\d+)(\s+[+\-]+)?$/, (t, [e, n, r = ""]) => {
		t.files.push({
			file: e.trim(),
			changes: p(n),
			insertions: r.replace(/[^+]/g, "").length,
			deletions: r.replace(/[^-]/g, "").length,
			binary: !1
		});
	}),
	new l(/^(.+) \|\s+Bin ([0-9.]+) -> ([0-9.]+) ([a-z]+)/, (t, [e, n, r]) => {
		t.files.push({
			file: e.trim(),
			before: p(n),
			after: p(r),
			binary: !0
		});
	}),
	new l(/^(.+)\s+\|\s+Bin\s*$/, (t, [e]) => {
		t.files.push({
			file: e.trim(),
			before: 0,
			after: 0,
			binary: !0
		});
	}),
	new l(/(\d+) files? changed\s*((?:, \d+ [^,]+){0,2})/, (t, [e, n]) => {
		const r = /(\d+) i/.exec(n), s = /(\d+) d/.exec(n);
		t.changed = p(e), t.insertions = p(r?.[1]), t.deletions = p(s?.[1]);
	})
];
const sr = [new l(/(\d+)\t(\d+)\t(.+)$/, (t, [e, n, r]) => {
	const s = p(e), o = p(n);
	t.changed++, t.insertions += s, t.deletions += o, t.files.push({
		file: r,
		changes: s + o,
		insertions: s,
		deletions: o,
		binary: !1
	});
}), new l(/-\t-\t(.+)$/, (t, [e]) => {
	t.changed++, t.files.push({
		file: e,
		after: 0,
		before: 0,
		binary: !0
	});
})];
const or = [new l(/(.+)$/, (t, [e]) => {
	t.changed++, t.files.push({
		file: e,
		changes: 0,
		insertions: 0,
		deletions: 0,
		binary: !1
	});
})];
const ir = [new l(/([ACDMRTUXB])([0-9]{0,3})\t(.[^\t]*)(\t(.[^\t]*))?$/, (t, [e, n, r, s, o]) => {
	t.changed++, t.files.push({
		file: o ?? r,
		changes: 0,
		insertions: 0,
		deletions: 0,
		binary: !1,
		status: bt(_n(e) && e),
		from: bt(!!o && r !== o && r),
		similarity: p(n)
	});
})];
const ar = {
	[R.NONE]: Ot,
	[R.STAT]: Ot,
	[R.NUM_STAT]: sr,
	[R.NAME_STATUS]: ir,
	[R.NAME_ONLY]: or
};
function Zt(t = R.NONE) {
	const e = ar[t];
	return (n) => E(new rr(), e, n, !1);
}
const te = "òòòòòò ";
const ee = " òò";
const ne = " ò ";
const ur = [
	"hash",
	"date",
	"message",
	"refs",
	"author_name",
	"author_email"
];
function cr(t, e) {
	return e.reduce((n, r, s) => (n[r] = t[s] || "", n), /* @__PURE__ */ Object.create({ diff: null }));
}
function re(t = ne, e = ur, n = R.NONE) {
	const r = Zt(n);
	return function(s) {
		const o = H(s.trim(), !1, te).map(function(i) {
			const a = i.split(ee), c = cr(a[0].split(t), e);
			return a.length > 1 && a[1].trim() && (c.diff = r(a[1])), c;
		});
		return {
			all: o,
			latest: o.length && o[0] || null,
			total: o.length
		};
	};
}
function fr(t) {
	let e = pt(t);
	const n = ["diff"];
	return e === R.NONE && (e = R.STAT, n.push("--stat=4096")), n.push(...t), dt(n) || {
		commands: n,
		format: "utf-8",
		parser: Zt(e)
	};
}
function dt(t) {
	const e = t.filter(nr);
	if (e.length > 1) return b(`Summary flags are mutually exclusive - pick one of ${e.join(",")}`);
	if (e.length && t.includes("-z")) return b(`Summary flag ${e} parsing is not compatible with null termination option '-z'`);
}
var se = /* @__PURE__ */ ((t) => (t[t["--pretty"] = 0] = "--pretty", t[t["max-count"] = 1] = "max-count", t[t.maxCount = 2] = "maxCount", t[t.n = 3] = "n", t[t.file = 4] = "file", t[t.format = 5] = "format", t[t.from = 6] = "from", t[t.to = 7] = "to", t[t.splitter = 8] = "splitter", t[t.symmetric = 9] = "symmetric", t[t.mailMap = 10] = "mailMap", t[t.multiLine = 11] = "multiLine", t[t.strictDate = 12] = "strictDate", t))(se || {});
function lr(t, e) {
	const n = [], r = [];
	return Object.keys(t).forEach((s) => {
		n.push(s), r.push(String(t[s]));
	}), [n, r.join(e)];
}
function hr(t) {
	return Object.keys(t).reduce((e, n) => (n in se || (e[n] = t[n]), e), {});
}
function oe(t = {}, e = []) {
	const n = d(t.splitter, m, ne), [s, o] = lr(lt(t.format) ? t.format : {
		hash: "%H",
		date: t.strictDate === !1 ? "%ai" : "%aI",
		message: "%s",
		refs: "%D",
		body: t.multiLine ? "%B" : "%b",
		author_name: t.mailMap !== !1 ? "%aN" : "%an",
		author_email: t.mailMap !== !1 ? "%aE" : "%ae"
	}, n), i = [], a = [`--pretty=format:${te}${o}${ee}`, ...e], c = t.n || t["max-count"] || t.maxCount;
	if (c && a.push(`--max-count=${c}`), t.from || t.to) {
		const y = t.symmetric !== !1 ? "..." : "..";
		i.push(`${t.from || ""}${y}${t.to || ""}`);
	}
	return m(t.file) && a.push("--follow", c$1(t.file)), It(hr(t), a), {
		fields: s,
		splitter: n,
		commands: [...a, ...i]
	};
}
function mr(t, e, n) {
	const r = re(t, e, pt(n));
	return {
		commands: ["log", ...n],
		format: "utf-8",
		parser: r
	};
}
function pr() {
	return { log(...n) {
		const r = u(arguments), s = oe(ht(arguments), L(d(arguments[0], K, []))), o = e(...n) || dt(s.commands) || t(s);
		return this._runTask(o, r);
	} };
	function t(n) {
		return mr(n.splitter, n.fields, n.commands);
	}
	function e(n, r) {
		return m(n) && m(r) && b("git.log(string, string) should be replaced with git.log({ from: string, to: string })");
	}
}
var Z = class {
	constructor(e, n = null, r) {
		this.reason = e, this.file = n, this.meta = r;
	}
	toString() {
		return `${this.file}:${this.reason}`;
	}
};
var dr = class {
	constructor() {
		this.conflicts = [], this.merges = [], this.result = "success";
	}
	get failed() {
		return this.conflicts.length > 0;
	}
	get reason() {
		return this.result;
	}
	toString() {
		return this.conflicts.length ? `CONFLICTS: ${this.conflicts.join(", ")}` : "OK";
	}
};
var ie = class {
	constructor() {
		this.remoteMessages = { all: [] }, this.created = [], this.deleted = [], this.files = [], this.deletions = {}, this.insertions = {}, this.summary = {
			changes: 0,
			deletions: 0,
			insertions: 0
		};
	}
};
var gr = class {
	constructor() {
		this.remote = "", this.hash = {
			local: "",
			remote: ""
		}, this.branch = {
			local: "",
			remote: ""
		}, this.message = "";
	}
	toString() {
		return this.message;
	}
};
function tt(t) {
	return t.objects = t.objects || {
		compressing: 0,
		counting: 0,
		enumerating: 0,
		packReused: 0,
		reused: {
			count: 0,
			delta: 0
		},
		total: {
			count: 0,
			delta: 0
		}
	};
}
function Ct(t) {
	const e = /^\s*(\d+)/.exec(t), n = /delta (\d+)/i.exec(t);
	return {
		count: p(e && e[1] || "0"),
		delta: p(n && n[1] || "0")
	};
}
const yr = [
	new x(/^remote:\s*(enumerating|counting|compressing) objects: (\d+),/i, (t, [e, n]) => {
		const r = e.toLowerCase(), s = tt(t.remoteMessages);
		Object.assign(s, { [r]: p(n) });
	}),
	new x(/^remote:\s*(enumerating|counting|compressing) objects: \d+% \(\d+\/(\d+)\),/i, (t, [e, n]) => {
		const r = e.toLowerCase(), s = tt(t.remoteMessages);
		Object.assign(s, { [r]: p(n) });
	}),
	new x(/total ([^,]+), reused ([^,]+), pack-reused (\d+)/i, (t, [e, n, r]) => {
		const s = tt(t.remoteMessages);
		s.total = Ct(e), s.reused = Ct(n), s.packReused = p(r);
	})
];
const wr = [
	new x(/^remote:\s*(.+)$/, (t, [e]) => (t.remoteMessages.all.push(e.trim()), !1)),
	...yr,
	new x([/create a (?:pull|merge) request/i, /\s(https?:\/\/\S+)$/], (t, [e]) => {
		t.remoteMessages.pullRequestUrl = e;
	}),
	new x([/found (\d+) vulnerabilities.+\(([^)]+)\)/i, /\s(https?:\/\/\S+)$/], (t, [e, n, r]) => {
		t.remoteMessages.vulnerabilities = {
			count: p(e),
			summary: n,
			url: r
		};
	})
];
function ae(t, e) {
	return E({ remoteMessages: new br() }, wr, e);
}
var br = class {
	constructor() {
		this.all = [];
	}
};
const vr = [
	new l(/^\s*(.+?)\s+\|\s+\d+\s*(\+*)(-*)/, (t, [e, n, r]) => {
		t.files.push(e), n && (t.insertions[e] = n.length), r && (t.deletions[e] = r.length);
	}),
	new l(/(\d+)\D+((\d+)\D+\(\+\))?(\D+(\d+)\D+\(-\))?/, (t, [e, , n, , r]) => n !== void 0 || r !== void 0 ? (t.summary.changes = +e || 0, t.summary.insertions = +n || 0, t.summary.deletions = +r || 0, !0) : !1),
	new l(/^(create|delete) mode \d+ (.+)/, (t, [e, n]) => {
		S(t.files, n), S(e === "create" ? t.created : t.deleted, n);
	})
];
const Er = [
	new l(/^from\s(.+)$/i, (t, [e]) => {
		t.remote = e;
	}),
	new l(/^fatal:\s(.+)$/, (t, [e]) => {
		t.message = e;
	}),
	new l(/([a-z0-9]+)\.\.([a-z0-9]+)\s+(\S+)\s+->\s+(\S+)$/, (t, [e, n, r, s]) => {
		t.branch.local = r, t.hash.local = e, t.branch.remote = s, t.hash.remote = n;
	})
];
const Sr = (t, e) => E(new ie(), vr, [t, e]);
const ue = (t, e) => Object.assign(new ie(), Sr(t, e), ae(t, e));
function Rr(t, e) {
	const n = E(new gr(), Er, [t, e]);
	return n.message && n;
}
const Or = [
	new l(/^Auto-merging\s+(.+)$/, (t, [e]) => {
		t.merges.push(e);
	}),
	new l(/^CONFLICT\s+\((.+)\): Merge conflict in (.+)$/, (t, [e, n]) => {
		t.conflicts.push(new Z(e, n));
	}),
	new l(/^CONFLICT\s+\((.+\/delete)\): (.+) deleted in (.+) and/, (t, [e, n, r]) => {
		t.conflicts.push(new Z(e, n, { deleteRef: r }));
	}),
	new l(/^CONFLICT\s+\((.+)\):/, (t, [e]) => {
		t.conflicts.push(new Z(e, null));
	}),
	new l(/^Automatic merge failed;\s+(.+)$/, (t, [e]) => {
		t.result = e;
	})
];
const Cr = (t, e) => Object.assign(Ar(t), ue(t, e));
const Ar = (t) => E(new dr(), Or, t);
function At(t) {
	return t.length ? {
		commands: ["merge", ...t],
		format: "utf-8",
		parser(e, n) {
			const r = Cr(e, n);
			if (r.failed) throw new at(r);
			return r;
		}
	} : b("Git.merge requires at least one option");
}
function xr(t, e, n) {
	const r = n.includes("deleted"), s = n.includes("tag") || /^refs\/tags/.test(t), o = !n.includes("new");
	return {
		deleted: r,
		tag: s,
		branch: !s,
		new: !o,
		alreadyUpdated: o,
		local: t,
		remote: e
	};
}
const Nr = [
	new l(/^Pushing to (.+)$/, (t, [e]) => {
		t.repo = e;
	}),
	new l(/^updating local tracking ref '(.+)'/, (t, [e]) => {
		t.ref = {
			...t.ref || {},
			local: e
		};
	}),
	new l(/^[=*-]\s+([^:]+):(\S+)\s+\[(.+)]$/, (t, [e, n, r]) => {
		t.pushed.push(xr(e, n, r));
	}),
	new l(/^Branch '([^']+)' set up to track remote branch '([^']+)' from '([^']+)'/, (t, [e, n, r]) => {
		t.branch = {
			...t.branch || {},
			local: e,
			remote: n,
			remoteName: r
		};
	}),
	new l(/^([^:]+):(\S+)\s+([a-z0-9]+)\.\.([a-z0-9]+)$/, (t, [e, n, r, s]) => {
		t.update = {
			head: {
				local: e,
				remote: n
			},
			hash: {
				from: r,
				to: s
			}
		};
	})
];
const $r = (t, e) => {
	const n = Pr(t, e), r = ae(t, e);
	return {
		...n,
		...r
	};
};
const Pr = (t, e) => E({ pushed: [] }, Nr, [t, e]);
function Mr(t = {}, e) {
	return S(e, "--tags"), ce(t, e);
}
function ce(t = {}, e) {
	const n = ["push", ...e];
	return t.branch && n.splice(1, 0, t.branch), t.remote && n.splice(1, 0, t.remote), ct(n, "-v"), S(n, "--verbose"), S(n, "--porcelain"), {
		commands: n,
		format: "utf-8",
		parser: $r
	};
}
function Dr() {
	return {
		showBuffer() {
			const t = ["show", ...h(arguments, 1)];
			return t.includes("--binary") || t.splice(1, 0, "--binary"), this._runTask(Gt(t), u(arguments));
		},
		show() {
			const t = ["show", ...h(arguments, 1)];
			return this._runTask(g(t), u(arguments));
		}
	};
}
const Lr = /^(.+)\0(.+)$/;
var jr = class {
	constructor(e, n, r) {
		if (this.path = e, this.index = n, this.working_dir = r, n === "R" || r === "R") {
			const s = Lr.exec(e) || [
				null,
				e,
				e
			];
			this.from = s[2] || "", this.path = s[1] || "";
		}
	}
};
var Br = class {
	constructor() {
		this.not_added = [], this.conflicted = [], this.created = [], this.deleted = [], this.ignored = void 0, this.modified = [], this.renamed = [], this.files = [], this.staged = [], this.ahead = 0, this.behind = 0, this.current = null, this.tracking = null, this.detached = !1, this.isClean = () => !this.files.length;
	}
};
function xt(t) {
	const [e, n] = t.split(I);
	return {
		from: n || e,
		to: e
	};
}
function _(t, e, n) {
	return [`${t}${e}`, n];
}
function et(t, ...e) {
	return e.map((n) => _(t, n, (r, s) => r.conflicted.push(s)));
}
const Ir = new Map([
	_(" ", "A", (t, e) => t.created.push(e)),
	_(" ", "D", (t, e) => t.deleted.push(e)),
	_(" ", "M", (t, e) => t.modified.push(e)),
	_("A", " ", (t, e) => {
		t.created.push(e), t.staged.push(e);
	}),
	_("A", "M", (t, e) => {
		t.created.push(e), t.staged.push(e), t.modified.push(e);
	}),
	_("D", " ", (t, e) => {
		t.deleted.push(e), t.staged.push(e);
	}),
	_("M", " ", (t, e) => {
		t.modified.push(e), t.staged.push(e);
	}),
	_("M", "M", (t, e) => {
		t.modified.push(e), t.staged.push(e);
	}),
	_("R", " ", (t, e) => {
		t.renamed.push(xt(e));
	}),
	_("R", "M", (t, e) => {
		const n = xt(e);
		t.renamed.push(n), t.modified.push(n.to);
	}),
	_("!", "!", (t, e) => {
		(t.ignored = t.ignored || []).push(e);
	}),
	_("?", "?", (t, e) => t.not_added.push(e)),
	...et("A", "A", "U"),
	...et("D", "D", "U"),
	...et("U", "A", "D", "U"),
	["##", (t, e) => {
		const n = /ahead (\d+)/, r = /behind (\d+)/, s = /^(.+?(?=(?:\.{3}|\s|$)))/, o = /\.{3}(\S*)/, i = /\son\s(\S+?)(?=\.{3}|$)/;
		let a = n.exec(e);
		t.ahead = a && +a[1] || 0, a = r.exec(e), t.behind = a && +a[1] || 0, a = s.exec(e), t.current = d(a?.[1], m, null), a = o.exec(e), t.tracking = d(a?.[1], m, null), a = i.exec(e), a && (t.current = d(a?.[1], m, t.current)), t.detached = /\(no branch\)/.test(e);
	}]
]);
const Ur = function(t) {
	const e = t.split(I), n = new Br();
	for (let r = 0, s = e.length; r < s;) {
		let o = e[r++].trim();
		o && (o.charAt(0) === "R" && (o += I + (e[r++] || "")), Fr(n, o));
	}
	return n;
};
function Fr(t, e) {
	const n = e.trim();
	switch (" ") {
		case n.charAt(2): return r(n.charAt(0), n.charAt(1), n.slice(3));
		case n.charAt(1): return r(" ", n.charAt(0), n.slice(2));
		default: return;
	}
	function r(s, o, i) {
		const a = `${s}${o}`, c = Ir.get(a);
		c && c(t, i), a !== "##" && a !== "!!" && t.files.push(new jr(i, s, o));
	}
}
const Gr = ["--null", "-z"];
function zr(t) {
	return {
		format: "utf-8",
		commands: [
			"status",
			"--porcelain",
			"-b",
			"-u",
			"--null",
			...t.filter((n) => !Gr.includes(n))
		],
		parser(n) {
			return Ur(n);
		}
	};
}
const fe = "installed=false";
function q(t = 0, e = 0, n = 0, r = "", s = !0) {
	return Object.defineProperty({
		major: t,
		minor: e,
		patch: n,
		agent: r,
		installed: s
	}, "toString", {
		value() {
			return `${this.major}.${this.minor}.${this.patch}`;
		},
		configurable: !1,
		enumerable: !1
	});
}
function qr() {
	return q(0, 0, 0, "", !1);
}
function Wr() {
	return { version() {
		return this._runTask({
			commands: ["--version"],
			format: "utf-8",
			parser: Kr,
			onError(t, e, n, r) {
				if (t.exitCode === V.NOT_FOUND) return n(Buffer.from(fe));
				r(e);
			}
		});
	} };
}
const Hr = [new l(/version (\d+)\.(\d+)\.(\d+)(?:\s*\((.+)\))?/, (t, [e, n, r, s = ""]) => {
	Object.assign(t, q(p(e), p(n), p(r), s));
}), new l(/version (\d+)\.(\d+)\.(\D+)(.+)?$/, (t, [e, n, r, s = ""]) => {
	Object.assign(t, q(p(e), p(n), r, s));
})];
function Kr(t) {
	return t === fe ? qr() : E(q(0, 0, 0, t), Hr, t);
}
var le = class {
	constructor(e) {
		this._executor = e;
	}
	_runTask(e, n) {
		const r = this._executor.chain(), s = r.push(e);
		return n && Ln(e, s, n), Object.create(this, {
			then: { value: s.then.bind(s) },
			catch: { value: s.catch.bind(s) },
			_executor: { value: r }
		});
	}
	add(e) {
		return this._runTask(g(["add", ...v(e)]), u(arguments));
	}
	cwd(e) {
		const n = u(arguments);
		return typeof e == "string" ? this._runTask(St(e, this._executor), n) : typeof e?.path == "string" ? this._runTask(St(e.path, e.root && this._executor || void 0), n) : this._runTask(b("Git.cwd: workingDirectory must be supplied as a string"), n);
	}
	hashObject(e, n) {
		return this._runTask(Vn(e, n === !0), u(arguments));
	}
	init(e) {
		return this._runTask(Zn(e === !0, this._executor.cwd, h(arguments)), u(arguments));
	}
	merge() {
		return this._runTask(At(h(arguments)), u(arguments));
	}
	mergeFromTo(e, n) {
		return m(e) && m(n) ? this._runTask(At([
			e,
			n,
			...h(arguments)
		]), u(arguments, !1)) : this._runTask(b("Git.mergeFromTo requires that the 'remote' and 'branch' arguments are supplied as strings"));
	}
	outputHandler(e) {
		return this._executor.outputHandler = e, this;
	}
	push() {
		const e = ce({
			remote: d(arguments[0], m),
			branch: d(arguments[1], m)
		}, h(arguments));
		return this._runTask(e, u(arguments));
	}
	stash() {
		return this._runTask(g(["stash", ...h(arguments)]), u(arguments));
	}
	status() {
		return this._runTask(zr(h(arguments)), u(arguments));
	}
};
Object.assign(le.prototype, jn(), In(), zn(), Tn(), Hn(), Kn(), On(), er(), pr(), Dr(), Wr());
const Vr = /* @__PURE__ */ (() => {
	let t = 0;
	return () => {
		t++;
		const { promise: e, done: n } = (0, import_dist$1.createDeferred)();
		return {
			promise: e,
			done: n,
			id: t
		};
	};
})();
var Xr = class {
	constructor(e = 2) {
		this.concurrency = e, this.logger = $("", "scheduler"), this.pending = [], this.running = [], this.logger("Constructed, concurrency=%s", e);
	}
	schedule() {
		if (!this.pending.length || this.running.length >= this.concurrency) {
			this.logger("Schedule attempt ignored, pending=%s running=%s concurrency=%s", this.pending.length, this.running.length, this.concurrency);
			return;
		}
		const e = S(this.running, this.pending.shift());
		this.logger("Attempting id=%s", e.id), e.done(() => {
			this.logger("Completing id=", e.id), ct(this.running, e), this.schedule();
		});
	}
	next() {
		const { promise: e, id: n } = S(this.pending, Vr());
		return this.logger("Scheduling id=%s", n), this.schedule(), e;
	}
};
function Yr(t, e) {
	return g([
		"apply",
		...e,
		...t
	]);
}
var he = /* @__PURE__ */ ((t) => (t.CURRENT = "*", t.LINKED = "+", t))(he || {});
var Qr = class {
	constructor() {
		this.all = [], this.branches = {}, this.current = "", this.detached = !1;
	}
	push(e, n, r, s, o) {
		e === "*" && (this.detached = n, this.current = r), this.all.push(r), this.branches[r] = {
			current: e === "*",
			linkedWorkTree: e === "+",
			name: r,
			commit: s,
			label: o
		};
	}
};
const Jr = [new l(/^([*+]\s)?\((?:HEAD )?detached (?:from|at) (\S+)\)\s+([a-z0-9]+)\s(.*)$/, (t, [e, n, r, s]) => {
	t.push(Nt(e), !0, n, r, s);
}), new l(/^([*+]\s)?(\S+)\s+([a-z0-9]+)\s?(.*)$/s, (t, [e, n, r, s]) => {
	t.push(Nt(e), !1, n, r, s);
})];
const Zr = new l(/^(\S+)$/s, (t, [e]) => {
	t.push(he.CURRENT, !1, e, "", "");
});
function Nt(t) {
	return t ? t.charAt(0) : "";
}
function me(t, e = !1) {
	return E(new Qr(), e ? [Zr] : Jr, t);
}
var ts = class {
	constructor() {
		this.all = [], this.branches = {}, this.errors = [];
	}
	get success() {
		return !this.errors.length;
	}
};
function es(t, e) {
	return {
		branch: t,
		hash: e,
		success: !0
	};
}
function ns(t) {
	return {
		branch: t,
		hash: null,
		success: !1
	};
}
const rs = /(\S+)\s+\(\S+\s([^)]+)\)/;
const pe = /^error[^']+'([^']+)'/m;
const ss = [new l(rs, (t, [e, n]) => {
	const r = es(e, n);
	t.all.push(r), t.branches[e] = r;
}), new l(pe, (t, [e]) => {
	const n = ns(e);
	t.errors.push(n), t.all.push(n), t.branches[e] = n;
})];
const gt = (t, e) => E(new ts(), ss, [t, e]);
function de(t, e) {
	return e === V.ERROR && pe.test(t);
}
function os(t) {
	const e = [
		"-d",
		"-D",
		"--delete"
	];
	return t.some((n) => e.includes(n));
}
function is(t) {
	const e = os(t), n = t.includes("--show-current"), r = ["branch", ...t];
	return r.length === 1 && r.push("-a"), r.includes("-v") || r.splice(1, 0, "-v"), {
		format: "utf-8",
		commands: r,
		parser(s, o) {
			return e ? gt(s, o).all[0] : me(s, n);
		}
	};
}
function as() {
	return {
		format: "utf-8",
		commands: ["branch", "-v"],
		parser(t) {
			return me(t);
		}
	};
}
function us(t, e = !1) {
	return {
		format: "utf-8",
		commands: [
			"branch",
			"-v",
			e ? "-D" : "-d",
			...t
		],
		parser(n, r) {
			return gt(n, r);
		},
		onError({ exitCode: n, stdOut: r }, s, o, i) {
			if (!de(String(s), n)) return i(s);
			o(r);
		}
	};
}
function cs(t, e = !1) {
	const n = {
		format: "utf-8",
		commands: [
			"branch",
			"-v",
			e ? "-D" : "-d",
			t
		],
		parser(r, s) {
			return gt(r, s).branches[t];
		},
		onError({ exitCode: r, stdErr: s, stdOut: o }, i, a, c) {
			if (!de(String(i), r)) return c(i);
			throw new at(n.parser(F(o), F(s)), String(i));
		}
	};
	return n;
}
function fs(t) {
	return {
		commands: ["check-ignore", ...t],
		format: "utf-8",
		parser: ls
	};
}
function ls(t) {
	return t.split(/\n/g).map(hs).filter(Boolean);
}
function hs(t) {
	const e = t.trim().replace(/^["']|["']$/g, "");
	return e && normalize(e);
}
const ms = [
	new l(/From (.+)$/, (t, [e]) => {
		t.remote = e;
	}),
	new l(/\* \[new branch]\s+(\S+)\s*-> (.+)$/, (t, [e, n]) => {
		t.branches.push({
			name: e,
			tracking: n
		});
	}),
	new l(/\* \[new tag]\s+(\S+)\s*-> (.+)$/, (t, [e, n]) => {
		t.tags.push({
			name: e,
			tracking: n
		});
	}),
	new l(/- \[deleted]\s+\S+\s*-> (.+)$/, (t, [e]) => {
		t.deleted.push({ tracking: e });
	}),
	new l(/\s*([^.]+)\.\.(\S+)\s+(\S+)\s*-> (.+)$/, (t, [e, n, r, s]) => {
		t.updated.push({
			name: r,
			tracking: s,
			to: n,
			from: e
		});
	})
];
function ps(t, e) {
	return E({
		raw: t,
		remote: null,
		branches: [],
		tags: [],
		updated: [],
		deleted: []
	}, ms, [t, e]);
}
function ds(t) {
	return /^--upload-pack(=|$)/.test(t);
}
function gs(t, e, n) {
	const r = ["fetch", ...n];
	return t && e && r.push(t, e), r.find(ds) ? b("git.fetch: potential exploit argument blocked.") : {
		commands: r,
		format: "utf-8",
		parser: ps
	};
}
const ys = [new l(/^Renaming (.+) to (.+)$/, (t, [e, n]) => {
	t.moves.push({
		from: e,
		to: n
	});
})];
function ws(t) {
	return E({ moves: [] }, ys, t);
}
function bs(t, e) {
	return {
		commands: [
			"mv",
			"-v",
			...v(t),
			e
		],
		format: "utf-8",
		parser: ws
	};
}
function Ts(t, e, n) {
	const r = ["pull", ...n];
	return t && e && r.splice(1, 0, t, e), {
		commands: r,
		format: "utf-8",
		parser(s, o) {
			return ue(s, o);
		},
		onError(s, o, i, a) {
			const c = Rr(F(s.stdOut), F(s.stdErr));
			if (c) return a(new at(c));
			a(o);
		}
	};
}
function ks(t) {
	const e = {};
	return ge(t, ([n]) => e[n] = { name: n }), Object.values(e);
}
function _s(t) {
	const e = {};
	return ge(t, ([n, r, s]) => {
		Object.hasOwn(e, n) || (e[n] = {
			name: n,
			refs: {
				fetch: "",
				push: ""
			}
		}), s && r && (e[n].refs[s.replace(/[^a-z]/g, "")] = r);
	}), Object.values(e);
}
function ge(t, e) {
	ut(t, (n) => e(n.split(/\s+/)));
}
function vs(t, e, n) {
	return g([
		"remote",
		"add",
		...n,
		t,
		e
	]);
}
function Es(t) {
	const e = ["remote"];
	return t && e.push("-v"), {
		commands: e,
		format: "utf-8",
		parser: t ? _s : ks
	};
}
function Ss(t) {
	const e = [...t];
	return e[0] !== "ls-remote" && e.unshift("ls-remote"), g(e);
}
function Rs(t) {
	const e = [...t];
	return e[0] !== "remote" && e.unshift("remote"), g(e);
}
function Os(t) {
	return g([
		"remote",
		"remove",
		t
	]);
}
function Cs(t = {}, e) {
	const n = oe(t), r = [
		"stash",
		"list",
		...n.commands,
		...e
	], s = re(n.splitter, n.fields, pt(r));
	return dt(r) || {
		commands: r,
		format: "utf-8",
		parser: s
	};
}
function As(t, e) {
	return X([
		"add",
		t,
		e
	]);
}
function xs(t) {
	return X(["init", ...t]);
}
function X(t) {
	const e = [...t];
	return e[0] !== "submodule" && e.unshift("submodule"), g(e);
}
function Ns(t) {
	return X(["update", ...t]);
}
var $s = class {
	constructor(e, n) {
		this.all = e, this.latest = n;
	}
};
const Ps = function(t, e = !1) {
	const n = t.split(`
`).map(Ds).filter(Boolean);
	e || n.sort(function(s, o) {
		const i = s.split("."), a = o.split(".");
		if (i.length === 1 || a.length === 1) return Ms(B(i[0]), B(a[0]));
		for (let c = 0, y = Math.max(i.length, a.length); c < y; c++) {
			const w = ye(B(i[c]), B(a[c]));
			if (w) return w;
		}
		return 0;
	});
	const r = e ? n[0] : [...n].reverse().find((s) => s.indexOf(".") >= 0);
	return new $s(n, r);
};
function Ms(t, e) {
	const n = Number.isNaN(t);
	return n !== Number.isNaN(e) ? n ? 1 : -1 : n ? ye(t, e) : 0;
}
function ye(t, e) {
	return t === e ? 0 : t > e ? 1 : -1;
}
function Ds(t) {
	return t.trim();
}
function B(t) {
	return typeof t == "string" && parseInt(t.replace(/^\D+/g, ""), 10) || 0;
}
function Ls(t = []) {
	const e = t.some((n) => /^--sort=/.test(n));
	return {
		format: "utf-8",
		commands: [
			"tag",
			"-l",
			...t
		],
		parser(n) {
			return Ps(n, e);
		}
	};
}
function js(t) {
	return {
		format: "utf-8",
		commands: ["tag", t],
		parser() {
			return { name: t };
		}
	};
}
function Bs(t, e) {
	return {
		format: "utf-8",
		commands: [
			"tag",
			"-a",
			"-m",
			e,
			t
		],
		parser() {
			return { name: t };
		}
	};
}
function f(t, e) {
	this._plugins = e, this._executor = new Dn(t.baseDir, new Xr(t.maxConcurrentProcesses), e), this._trimmed = t.trimmed;
}
(f.prototype = Object.create(le.prototype)).constructor = f;
f.prototype.customBinary = function(t) {
	return this._plugins.reconfigure("binary", t), this;
};
f.prototype.env = function(t, e) {
	return arguments.length === 1 && typeof t == "object" ? this._executor.env = t : (this._executor.env = this._executor.env || {})[t] = e, this;
};
f.prototype.stashList = function(t) {
	return this._runTask(Cs(ht(arguments) || {}, K(t) && t || []), u(arguments));
};
f.prototype.mv = function(t, e) {
	return this._runTask(bs(t, e), u(arguments));
};
f.prototype.checkoutLatestTag = function(t) {
	var e = this;
	return this.pull(function() {
		e.tags(function(n, r) {
			e.checkout(r.latest, t);
		});
	});
};
f.prototype.pull = function(t, e, n, r) {
	return this._runTask(Ts(d(t, m), d(e, m), h(arguments)), u(arguments));
};
f.prototype.fetch = function(t, e) {
	return this._runTask(gs(d(t, m), d(e, m), h(arguments)), u(arguments));
};
f.prototype.tags = function(t, e) {
	return this._runTask(Ls(h(arguments)), u(arguments));
};
f.prototype.rebase = function() {
	return this._runTask(g(["rebase", ...h(arguments)]), u(arguments));
};
f.prototype.reset = function(t) {
	return this._runTask(An(xn(t), h(arguments)), u(arguments));
};
f.prototype.revert = function(t) {
	const e = u(arguments);
	return typeof t != "string" ? this._runTask(b("Commit must be a string"), e) : this._runTask(g([
		"revert",
		...h(arguments, 0, !0),
		t
	]), e);
};
f.prototype.addTag = function(t) {
	const e = typeof t == "string" ? js(t) : b("Git.addTag requires a tag name");
	return this._runTask(e, u(arguments));
};
f.prototype.addAnnotatedTag = function(t, e) {
	return this._runTask(Bs(t, e), u(arguments));
};
f.prototype.deleteLocalBranch = function(t, e, n) {
	return this._runTask(cs(t, typeof e == "boolean" ? e : !1), u(arguments));
};
f.prototype.deleteLocalBranches = function(t, e, n) {
	return this._runTask(us(t, typeof e == "boolean" ? e : !1), u(arguments));
};
f.prototype.branch = function(t, e) {
	return this._runTask(is(h(arguments)), u(arguments));
};
f.prototype.branchLocal = function(t) {
	return this._runTask(as(), u(arguments));
};
f.prototype.raw = function(t) {
	const e = !Array.isArray(t), n = [].slice.call(e ? arguments : t, 0);
	for (let s = 0; s < n.length && e; s++) if (!st(n[s])) {
		n.splice(s, n.length - s);
		break;
	}
	n.push(...h(arguments, 0, !0));
	var r = u(arguments);
	return n.length ? this._runTask(g(n, this._trimmed), r) : this._runTask(b("Raw: must supply one or more command to execute"), r);
};
f.prototype.submoduleAdd = function(t, e, n) {
	return this._runTask(As(t, e), u(arguments));
};
f.prototype.submoduleUpdate = function(t, e) {
	return this._runTask(Ns(h(arguments, !0)), u(arguments));
};
f.prototype.submoduleInit = function(t, e) {
	return this._runTask(xs(h(arguments, !0)), u(arguments));
};
f.prototype.subModule = function(t, e) {
	return this._runTask(X(h(arguments)), u(arguments));
};
f.prototype.listRemote = function() {
	return this._runTask(Ss(h(arguments)), u(arguments));
};
f.prototype.addRemote = function(t, e, n) {
	return this._runTask(vs(t, e, h(arguments)), u(arguments));
};
f.prototype.removeRemote = function(t, e) {
	return this._runTask(Os(t), u(arguments));
};
f.prototype.getRemotes = function(t, e) {
	return this._runTask(Es(t === !0), u(arguments));
};
f.prototype.remote = function(t, e) {
	return this._runTask(Rs(h(arguments)), u(arguments));
};
f.prototype.tag = function(t, e) {
	const n = h(arguments);
	return n[0] !== "tag" && n.unshift("tag"), this._runTask(g(n), u(arguments));
};
f.prototype.updateServerInfo = function(t) {
	return this._runTask(g(["update-server-info"]), u(arguments));
};
f.prototype.pushTags = function(t, e) {
	const n = Mr({ remote: d(t, m) }, h(arguments));
	return this._runTask(n, u(arguments));
};
f.prototype.rm = function(t) {
	return this._runTask(g([
		"rm",
		"-f",
		...v(t)
	]), u(arguments));
};
f.prototype.rmKeepLocal = function(t) {
	return this._runTask(g([
		"rm",
		"--cached",
		...v(t)
	]), u(arguments));
};
f.prototype.catFile = function(t, e) {
	return this._catFile("utf-8", arguments);
};
f.prototype.binaryCatFile = function() {
	return this._catFile("buffer", arguments);
};
f.prototype._catFile = function(t, e) {
	var n = u(e), r = ["cat-file"], s = e[0];
	if (typeof s == "string") return this._runTask(b("Git.catFile: options must be supplied as an array of strings"), n);
	Array.isArray(s) && r.push.apply(r, s);
	const o = t === "buffer" ? Gt(r) : g(r);
	return this._runTask(o, n);
};
f.prototype.diff = function(t, e) {
	const n = m(t) ? b("git.diff: supplying options as a single string is no longer supported, switch to an array of strings") : g(["diff", ...h(arguments)]);
	return this._runTask(n, u(arguments));
};
f.prototype.diffSummary = function() {
	return this._runTask(fr(h(arguments, 1)), u(arguments));
};
f.prototype.applyPatch = function(t) {
	const e = G(t) ? Yr(v(t), h([].slice.call(arguments, 1))) : b("git.applyPatch requires one or more string patches as the first argument");
	return this._runTask(e, u(arguments));
};
f.prototype.revparse = function() {
	const t = ["rev-parse", ...h(arguments, !0)];
	return this._runTask(g(t, !0), u(arguments));
};
f.prototype.clean = function(t, e, n) {
	const r = un(t), s = r && t.join("") || d(t, m) || "", o = h([].slice.call(arguments, r ? 1 : 0));
	return this._runTask(on(s, o), u(arguments));
};
f.prototype.exec = function(t) {
	return this._runTask({
		commands: [],
		format: "utf-8",
		parser() {
			typeof t == "function" && t();
		}
	});
};
f.prototype.checkIgnore = function(t, e) {
	return this._runTask(fs(v(d(t, G, []))), u(arguments));
};
f.prototype.checkIsRepo = function(t, e) {
	return this._runTask(We(d(t, m)), u(arguments));
};
function Is(t) {
	return t ? [{
		type: "spawn.before",
		action(r, s) {
			t.aborted && s.kill(new A(void 0, "abort", "Abort already signaled"));
		}
	}, {
		type: "spawn.after",
		action(r, s) {
			function o() {
				s.kill(new A(void 0, "abort", "Abort signal received"));
			}
			t.addEventListener("abort", o), s.spawned.on("close", () => t.removeEventListener("abort", o));
		}
	}] : void 0;
}
const Us = $("", "plugin:allowEnvironment");
function Fs(t, e = !1) {
	const n = new Set(t.map((r) => r.toLowerCase().trim()));
	return {
		type: "spawn.options",
		action(r, s) {
			const o = { ...r.env ?? process.env }, i = new Set(Object.keys(s.env).map((a) => a.toLowerCase().trim()));
			for (const a of Object.keys(o)) {
				const c = a.toLowerCase().trim();
				if (!(!Gs(c) || n.has(c))) {
					if (i.has(c)) throw new A(void 0, "allowEnvironment", `Use of "${a}" is blocked by the environment guard - add it to the allowEnvironment option to permit it`);
					Us("removing ambient guarded environment variable %s", a), delete o[a];
				}
			}
			return {
				...r,
				env: {
					...o,
					GIT_TEST_DISALLOW_ABBREVIATED_OPTIONS: String(!e)
				}
			};
		}
	};
}
function Gs(t) {
	const e = t.toLowerCase().trim();
	return e.startsWith("git_") || _$1(e);
}
function zs(t = {}) {
	return {
		type: "spawn.args",
		action(e, { env: n }) {
			for (const r of oe$1(e, n)) if (t[r.category] !== !0) throw new A(void 0, "unsafe", r.message);
			return e;
		}
	};
}
function qs(t) {
	const e = U(t, "-c");
	return {
		type: "spawn.args",
		action(n) {
			return [...e, ...n];
		}
	};
}
const $t = (0, import_dist$1.deferred)().promise;
function Ws({ onClose: t = !0, onExit: e = 50 } = {}) {
	function n() {
		let s = -1;
		const o = {
			close: (0, import_dist$1.deferred)(),
			closeTimeout: (0, import_dist$1.deferred)(),
			exit: (0, import_dist$1.deferred)(),
			exitTimeout: (0, import_dist$1.deferred)()
		}, i = Promise.race([t === !1 ? $t : o.closeTimeout.promise, e === !1 ? $t : o.exitTimeout.promise]);
		return r(t, o.close, o.closeTimeout), r(e, o.exit, o.exitTimeout), {
			close(a) {
				s = a, o.close.done();
			},
			exit(a) {
				s = a, o.exit.done();
			},
			get exitCode() {
				return s;
			},
			result: i
		};
	}
	function r(s, o, i) {
		s !== !1 && (s === !0 ? o.promise : o.promise.then(() => wt(s))).then(i.done);
	}
	return {
		type: "spawn.after",
		async action(s, { spawned: o, close: i }) {
			const a = n();
			let c = !0, y = () => {
				c = !1;
			};
			o.stdout?.on("data", y), o.stderr?.on("data", y), o.on("error", y), o.on("close", (w) => a.close(w)), o.on("exit", (w) => a.exit(w));
			try {
				await a.result, c && await wt(50), i(a.exitCode);
			} catch (w) {
				i(a.exitCode, w);
			}
		}
	};
}
const we = $("", "plugin:binary");
const Hs = "Invalid value supplied for custom binary, requires a single string or an array containing either one or two strings";
const Ks = "Invalid value supplied for custom binary, restricted characters must be removed or supply the unsafe.allowUnsafeCustomBinary option";
function Vs(t) {
	return !t || !/^([a-z]:)?([a-z0-9/.\\_~-]+)$/i.test(t);
}
function Pt(t, e) {
	if (t.length < 1 || t.length > 2) throw new A(void 0, "binary", Hs);
	if (t.some(Vs)) if (e) we("permitted unsafe binary %o", t);
	else throw new A(void 0, "binary", Ks);
	const [r, s] = t;
	return {
		binary: r,
		prefix: s
	};
}
function Xs(t, e = ["git"], n = !1) {
	let r = Pt(v(e), n);
	t.on("binary", (s) => {
		r = Pt(v(s), n), we.info("reconfiguring %o", r);
	}), t.append("spawn.binary", () => r.binary), t.append("spawn.args", (s) => r.prefix ? [r.prefix, ...s] : s);
}
const be = {
	DISALLOWED_ABBREVIATED: {
		text: "disallowed abbreviated or ambiguous option",
		solution: "Unambiguous abbreviated options blocked with unsafe.allowAbbreviatedOptions setting: {message}"
	},
	UNKNOWN: {
		text: "~ unknown ~",
		solution: void 0
	}
};
function Ys(t) {
	if (!t) return "UNKNOWN";
	for (const [e, { text: n }] of Object.entries(be)) if (t.startsWith(`fatal: ${n}`)) return e;
	return "UNKNOWN";
}
var Qs = class extends O {
	constructor(e = "") {
		const n = Ys(e);
		super(void 0, be[n].solution?.replace("{message}", e) ?? e), this.reason = n;
	}
};
function Js(t) {
	return !!(t.exitCode && t.stdErr.length);
}
function Zs(t) {
	return Buffer.concat([...t.stdOut, ...t.stdErr]);
}
function to(t = !1, e = Js, n = Zs) {
	return (r, s) => !t && r || !e(s) ? r : n(s);
}
function eo(t, e) {
	return t === 128 && e.startsWith("fatal:") ? new Qs(e) : new O(void 0, e);
}
function Mt(t) {
	return {
		type: "task.error",
		action(e, n) {
			const r = t(e.error, {
				stdErr: n.stdErr,
				stdOut: n.stdOut,
				exitCode: n.exitCode
			});
			return Buffer.isBuffer(r) ? { error: eo(n.exitCode, r.toString("utf-8")) } : { error: r };
		}
	};
}
const nt = $("", "plugin:input");
function no(t) {
	return {
		type: "spawn.after",
		action(e, { commands: n, input: r, spawned: { stdin: s } }) {
			if (!s) return;
			const o = t?.([...n]) ?? r;
			if (!o) return nt("generated zero length content, not writing to stdin");
			nt("writing %s bytes to stdin", Le(o)), s.on("error", (i) => {
				i.code !== "EPIPE" && nt("[ERROR] stdin error %o", i);
			}), s.end(o);
		}
	};
}
var ro = class {
	constructor() {
		this.plugins = /* @__PURE__ */ new Set(), this.events = new EventEmitter();
	}
	on(e, n) {
		this.events.on(e, n);
	}
	reconfigure(e, n) {
		this.events.emit(e, n);
	}
	append(e, n) {
		const r = S(this.plugins, {
			type: e,
			action: n
		});
		return () => this.plugins.delete(r);
	}
	add(e) {
		const n = [];
		return v(e).forEach((r) => {
			r && this.plugins.add(S(n, r));
		}), () => {
			n.forEach((r) => {
				this.plugins.delete(r);
			});
		};
	}
	exec(e, n, r) {
		let s = n;
		const o = Object.freeze(Object.create(r));
		for (const i of this.plugins) i.type === e && (s = i.action(s, o));
		return s;
	}
};
function so(t) {
	const e = "--progress", n = [
		"checkout",
		"clone",
		"fetch",
		"pull",
		"push"
	];
	return [{
		type: "spawn.args",
		action(o, i) {
			return n.includes(i.method) ? De(o, e) : o;
		}
	}, {
		type: "spawn.after",
		action(o, i) {
			i.commands.includes(e) && i.spawned.stderr?.on("data", (a) => {
				const c = /^([\s\S]+?):\s*(\d+)% \((\d+)\/(\d+)\)/.exec(a.toString("utf8"));
				c && t({
					method: i.method,
					stage: oo(c[1]),
					progress: p(c[2]),
					processed: p(c[3]),
					total: p(c[4])
				});
			});
		}
	}];
}
function oo(t) {
	return String(t.toLowerCase().split(" ", 1)) || "unknown";
}
function io(t) {
	const e = je(t, ["uid", "gid"]);
	return {
		type: "spawn.options",
		action(n) {
			return {
				...e,
				...n
			};
		}
	};
}
function ao() {
	return {
		type: "spawn.args",
		action(t) {
			const e = [];
			let n;
			function r$2(s) {
				(n = n || []).push(...s);
			}
			for (let s = 0; s < t.length; s++) {
				const o$1 = t[s];
				if (r(o$1)) {
					r$2(o(o$1));
					continue;
				}
				if (o$1 === "--") {
					r$2(t.slice(s + 1).flatMap((i) => r(i) && o(i) || i));
					break;
				}
				e.push(o$1);
			}
			return n ? [
				...e,
				"--",
				...n.map(String)
			] : e;
		}
	};
}
function uo({ block: t, stdErr: e = !0, stdOut: n = !0 }) {
	if (t > 0) return {
		type: "spawn.after",
		action(r, s) {
			let o;
			function i() {
				o && clearTimeout(o), o = setTimeout(c, t);
			}
			function a() {
				s.spawned.stdout?.off("data", i), s.spawned.stderr?.off("data", i), s.spawned.off("exit", a), s.spawned.off("close", a), o && clearTimeout(o);
			}
			function c() {
				a(), s.kill(new A(void 0, "timeout", "block timeout reached"));
			}
			n && s.spawned.stdout?.on("data", i), e && s.spawned.stderr?.on("data", i), s.spawned.on("exit", a), s.spawned.on("close", a), i();
		}
	};
}
const wo = (t, e) => {
	const n = new ro(), r = Ge(t && (typeof t == "string" ? { baseDir: t } : t) || {}, e);
	if (!Lt(r.baseDir)) throw new Ae(r, "Cannot use simple-git on a directory that does not exist");
	return Array.isArray(r.config) && n.add(qs(r.config)), n.add(zs(r.unsafe)), n.add(Ws(r.completion)), r.abort && n.add(Is(r.abort)), r.progress && n.add(so(r.progress)), r.timeout && n.add(uo(r.timeout)), r.spawnOptions && n.add(io(r.spawnOptions)), n.add(ao()), n.add(no(r.input)), n.add(Mt(to(!0))), r.errors && n.add(Mt(r.errors)), Xs(n, r.binary, r.unsafe?.allowUnsafeCustomBinary), n.add(Fs(r.allowEnvironment ?? [], r.unsafe?.allowAbbreviatedOptions)), new f(r, n);
};

// src/io/git/process.ts
/**
* Running git. Commands that answer go through simple-git; it waits 50 ms after one that prints nothing, so those are
* spawned here, as are the long-lived `cat-file` and whatever a stranger's objects could make endless.
*/
/**
* A few objects can name more files than there are atoms, and a merge of them may never end; no repository that people
* work in comes near either.
*/
const MOST_BYTES = 128 << 20;
const MOST_MILLISECONDS = 3e5;
/** A git command failed in a way that nobody foresaw; the message is git's own last word. */
var GitFailure = class extends UsageError {
	constructor(args, answer) {
		super(`git ${args[0] ?? ""} failed (exit ${answer.code}): ${complaint(answer)}`);
	}
};
/** The line of git's messages that says what went wrong, without credentials of a URL. */
function complaint({ stderr, stdout }) {
	const lines = (stderr || stdout).split("\n").map((line) => line.trim());
	const said = lines.filter((line) => /^(fatal|error|remote):/.test(line));
	return withoutCredentials((said.find((one) => one.startsWith("fatal:")) ?? said[0] ?? lines.filter(Boolean).at(-1) ?? "no message").replace(/^(fatal|error): /, ""));
}
/** A URL (or a text with URLs) as it may be shown. */
function withoutCredentials(text) {
	return text.replace(/:\/\/[^/\s@]+@/g, "://");
}
/**
* simple-git's guards against options hidden in user strings are lifted for what this folder itself sets in the
* environment; arguments here are constants, object ids and refs that were checked not to start with `-`.
*/
const OWN_SETTINGS = {
	allowUnsafeAskPass: true,
	allowUnsafeConfigEnvCount: true,
	allowUnsafeConfigPaths: true,
	allowUnsafeCredentialHelper: true,
	allowUnsafeFsMonitor: true,
	allowUnsafeGitProxy: true,
	allowUnsafeHooksPath: true,
	allowUnsafeProtocolOverride: true,
	allowUnsafeSshCommand: true,
	allowUnsafeUrlRewrite: true
};
/** git run in `cwd`; `onProcess` hears of every process that is started. */
function gitIn(cwd, env, onProcess, mostBytes = MOST_BYTES) {
	const start = (args, extra = {}) => {
		onProcess(args);
		return spawn("git", args, {
			cwd,
			env: {
				...env,
				...extra
			}
		});
	};
	const ask = async (args, options = {}) => {
		onProcess(args);
		const variables = {
			...env,
			...options.env
		};
		const ended = {
			code: -1,
			stderr: ""
		};
		const stdout = await wo({
			baseDir: cwd,
			allowEnvironment: Object.keys(variables),
			unsafe: OWN_SETTINGS,
			...options.input === void 0 ? {} : { input: () => options.input ?? "" },
			...options.silenceLimit === void 0 ? {} : { timeout: { block: options.silenceLimit } },
			errors: (error, result) => {
				ended.code = result.exitCode;
				ended.stderr = Buffer.concat(result.stdErr).toString();
				return result.exitCode !== null && result.exitCode >= 0 ? void 0 : error;
			}
		}).env(variables).raw([...args]);
		return {
			...ended,
			stdout
		};
	};
	return {
		ask,
		start,
		async text(args, options) {
			const answer = await ask(args, options);
			if (answer.code !== 0) throw new GitFailure(args, answer);
			return answer.stdout;
		},
		async tell(args, options = {}) {
			return await finished(args, start(args, options.env), mostBytes, options.input);
		}
	};
}
async function finished([command = ""], child, mostBytes, input = "") {
	const stdout = [];
	const stderr = [];
	let bytes = 0;
	const stopped = [];
	const stop = (why) => {
		stopped.push(`git ${command} was stopped because it ${why}`);
		child.kill("SIGKILL");
	};
	const keep = (chunks) => (chunk) => {
		bytes += chunk.length;
		if (bytes > mostBytes) stop(`lists more than ${mostBytes >> 20} MB`);
		else chunks.push(chunk);
	};
	child.stdout.on("data", keep(stdout));
	child.stderr.on("data", keep(stderr));
	const timer = setTimeout(() => stop(`took more than ${MOST_MILLISECONDS / 1e3} s`), MOST_MILLISECONDS);
	try {
		const code = await new Promise((resolve, reject) => {
			child.on("error", reject);
			child.stdin.on("error", () => void 0);
			child.on("close", resolve);
			child.stdin.end(input);
		});
		const [why] = stopped;
		if (why !== void 0) throw new UsageError(why);
		const text = (chunks) => Buffer.concat(chunks).toString();
		return {
			code: code ?? -1,
			stdout: text(stdout),
			stderr: text(stderr)
		};
	} finally {
		clearTimeout(timer);
	}
}

// src/io/git/discover.ts
/** Where a repository keeps its things, asked of git once; every way of not being usable has its own sentence. */
/** `merge-tree --write-tree` and `cat-file --batch-command -z` came with git 2.38. */
const OLDEST = [2, 38];
/**
* Finds the repository that holds `directory`. `env` carries the user's configuration, because whether a repository
* of another owner is safe is said there (`safe.directory`). Throws UsageError with one sentence.
*/
async function discover(directory, env, onProcess) {
	const from = resolve$1(directory);
	if (!(await stat(from).catch(() => null))?.isDirectory()) throw new UsageError(`${from} is not a directory: give the repository with --repo.`);
	const git = gitIn(from, env, onProcess);
	const [version, answer] = await withGit(Promise.all([git.tell(["version"]), git.tell(QUESTION)]));
	demandVersion(version.stdout);
	const [gitDir, commonDir, objects, index, shallowFile, objectFormat, bare, top] = answer.stdout.split("\n");
	if (!bare || answer.code !== 0 && bare !== "true") throw new UsageError(refusal(from, answer));
	const layout = {
		gitDir: gitDir ?? "",
		commonDir: commonDir ?? "",
		objects: objects ?? "",
		index: index ?? ""
	};
	return {
		...layout,
		bare: !top,
		root: top || layout.gitDir,
		objectFormat: objectFormat ?? "sha1",
		shallow: await readShallow(shallowFile ?? ""),
		partial: await hasPromisedPacks(layout.objects)
	};
}
/** `--show-toplevel` comes last: it fails in a bare repository, after everything else has been answered. */
const QUESTION = [
	"rev-parse",
	"--path-format=absolute",
	"--absolute-git-dir",
	"--git-common-dir",
	...[
		"--git-path",
		"objects",
		"--git-path",
		"index",
		"--git-path",
		"shallow"
	],
	"--show-object-format",
	"--is-bare-repository",
	"--show-toplevel"
];
async function withGit(run) {
	return await run.catch((error) => {
		if (error.code !== "ENOENT") throw error;
		throw new UsageError(`git was not found on PATH: install git ${OLDEST.join(".")} or newer.`);
	});
}
function demandVersion(printed) {
	const [, major = 0, minor = 0] = /^git version (\d+)\.(\d+)/.exec(printed)?.map(Number) ?? [];
	if (major > OLDEST[0] || major === OLDEST[0] && minor >= OLDEST[1]) return;
	const found = printed.trim() || "git of an unknown version";
	throw new UsageError(`${found} cannot merge in memory: install git ${OLDEST.join(".")} or newer.`);
}
function refusal(directory, answer) {
	if (/dubious ownership/.test(answer.stderr)) {
		const owned = /repository at '([^']+)'/.exec(answer.stderr)?.[1] ?? directory;
		return `git does not trust ${owned}, which belongs to another user: run \`git config --global --add safe.directory ${owned}\` first.`;
	}
	if (/not a git repository/.test(answer.stderr)) return `${directory} is not in a git repository: give one with --repo.`;
	return `git cannot open ${directory}: ${complaint(answer)}`;
}
async function readShallow(file) {
	return (await readFile(file, "latin1").catch(() => "")).split("\n").filter(Boolean);
}
/** Packs that a filtered clone or fetch brought carry a `.promisor` file beside them; also in a borrowed store. */
async function hasPromisedPacks(objects) {
	const stores = [objects, ...(await readFile(join$1(objects, "info", "alternates"), "utf8").catch(() => "")).split("\n").filter(Boolean)];
	return (await Promise.all(stores.map((store) => readdir(resolve$1(objects, store, "pack")).catch(() => [])))).flat().some((name) => name.endsWith(".promisor"));
}

// src/io/git/environment.ts
/**
* The environments git runs in. Everything that judges runs without the user's or the machine's git configuration;
* only opening a repository (is it safe?) and reaching its remote (how?) may look at them.
*/
/** Inherited settings of transport: without them a private remote cannot be reached. */
const TRANSPORT$1 = /* @__PURE__ */ new Set([
	"GIT_ASKPASS",
	"GIT_PROXY_COMMAND",
	"GIT_SSH",
	"GIT_SSH_COMMAND",
	"GIT_SSH_VARIANT",
	"SSH_ASKPASS"
]);
const CONFIGURATION = /^GIT_CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)$/;
/** Programs git would start for people; none is of use here, and simple-git refuses to run with them. */
const INTERACTIVE = /* @__PURE__ */ new Set([
	"EDITOR",
	"PAGER",
	"PREFIX",
	"SSH_ASKPASS",
	"VISUAL"
]);
const QUIET = {
	LC_ALL: "C",
	GIT_TERMINAL_PROMPT: "0",
	GIT_OPTIONAL_LOCKS: "0",
	GIT_NO_REPLACE_OBJECTS: "1"
};
/** The caller's environment without any `GIT_*`, with the user's configuration as git itself would find it. */
function configuredEnvironment(inherited) {
	return {
		...select(inherited, (name) => !isGits(name) || CONFIGURATION.test(name)),
		...QUIET
	};
}
/** The caller's environment without any `GIT_*`, with configuration and attributes of user and machine off. */
function hermeticEnvironment(inherited) {
	return {
		...select(inherited, (name) => !isGits(name)),
		...QUIET,
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: devNull,
		GIT_ATTR_NOSYSTEM: "1",
		GIT_ALLOW_PROTOCOL: "file:git:http:https:ssh"
	};
}
/** What the caller's environment says about reaching a remote. */
function transportEnvironment(inherited) {
	return select(inherited, (name) => TRANSPORT$1.has(name));
}
/** Settings for one command, through the environment so that a credential is never in a process list. */
function settingsEnvironment(settings) {
	const pairs = settings.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]]);
	return Object.fromEntries([["GIT_CONFIG_COUNT", String(settings.length)], ...pairs]);
}
function isGits(name) {
	return name.startsWith("GIT_") || INTERACTIVE.has(name);
}
function select(variables, keep) {
	const kept = Object.entries(variables).filter(([name, value]) => value !== void 0 && keep(name));
	return Object.fromEntries(kept);
}

// src/io/git/export.ts
/** Writing a tree's files into a directory as they are stored, for code that has to run from a real checkout. */
/**
* Checks `treeId` out below `directory`, which must be empty or new. Contents are the stored bytes: no filter, no
* end-of-line conversion (see `store.ts`). Symlinks that leave the directory or lead nowhere, and submodules, are left out.
*/
async function exportTree(git, store, treeId, entries, directory) {
	await mkdir(directory, { recursive: true });
	if ((await readdir(directory)).length > 0) throw new UsageError(`${directory} is not empty: export into a new directory.`);
	const env = {
		GIT_WORK_TREE: directory,
		GIT_INDEX_FILE: store.path(`export-${treeId}`)
	};
	for (const args of [["read-tree", treeId], [
		"checkout-index",
		"--all",
		"--quiet"
	]]) {
		const answer = await git.tell(args, { env });
		if (answer.code !== 0) throw new GitFailure(args, answer);
	}
	const root = await realpath(directory);
	for (const { kind, path } of entries) {
		const written = join$1(root, path);
		if (kind === "submodule") await rmdir(written).catch(() => void 0);
		if (kind === "symlink" && !await leadsInside(root, written)) await rm(written, { force: true });
	}
}
async function leadsInside(root, link) {
	const target = await realpath(link).catch(() => null);
	return target !== null && (target === root || target.startsWith(root + sep));
}

// src/io/git/refs.ts
/** From the names people use to commits: the user's refs, and before them those that this run fetched itself. */
/** The commit that a ref or any other name of git's means; throws UsageError that names it. */
async function resolveCommit({ own, user, ownHasRefs }, ref) {
	if (ref === "" || ref.startsWith("-") || ref.includes("\0")) throw new UsageError(`${JSON.stringify(ref)} is not the name of a commit: refs are not empty and do not start with "-".`);
	const question = [
		"rev-parse",
		"--verify",
		`${ref}^{commit}`
	];
	const fetched = ownHasRefs ? await own.ask(question) : null;
	const answer = fetched?.code === 0 ? fetched : await user.ask(question);
	if (/is ambiguous/.test(answer.stderr)) throw new UsageError(`${ref} names more than one thing: say refs/heads/${ref}, refs/tags/${ref} or the whole id.`);
	if (answer.code === 0) return answer.stdout.trim();
	const head = await user.ask([
		"rev-parse",
		"--verify",
		"HEAD^{commit}"
	]);
	throw new UsageError(head.code === 0 || ref !== "HEAD" ? `${ref} is not a commit, branch or tag here: name another, or fetch it first.` : "The repository has no commits yet: commit once, then check again.");
}
/** Where the default branch's tip may be recorded, best first. */
const DEFAULT_BRANCHES = [
	"refs/remotes/origin/HEAD",
	"refs/remotes/origin/main",
	"refs/remotes/origin/master",
	"refs/heads/main",
	"refs/heads/master"
];
/** The default branch as a short name (`origin/main`; what `origin/HEAD` points to), or null. */
async function defaultBranch(refs) {
	const targets = await listRefs(refs, "%(refname)%00%(symref)", DEFAULT_BRANCHES);
	const first = DEFAULT_BRANCHES.find((name) => targets.has(name));
	return first === void 0 ? null : (targets.get(first) || first).replace(/^refs\/(remotes|heads)\//, "");
}
/** Where our own repository keeps tags of the remote: nobody's `main` may turn out to be a tag that was not here. */
const REMOTE_TAGS = "refs/remote-tags";
/** Ids by name of all tags, the user's and fetched ones. */
async function listTags(refs) {
	return await listRefs(refs, "%(refname:strip=2)%00%(objectname)", ["refs/tags", REMOTE_TAGS]);
}
/** `format` makes two fields, `%00` between them; git lists in the order of names. */
async function listRefs({ own, user, ownHasRefs }, format, patterns) {
	const args = [
		"for-each-ref",
		`--format=${format}`,
		...patterns
	];
	const lines = (await Promise.all([user, ...ownHasRefs ? [own] : []].map((git) => git.tell(args)))).flatMap(({ stdout }) => stdout.split("\n")).filter(Boolean);
	return new Map(lines.map((line) => line.split("\0")));
}
/**
* When the user last fetched a remote-tracking branch: git records the update of the branch in its log, and every
* fetch in FETCH_HEAD with the branches it asked for. null where `ref` is no such branch or nothing is recorded.
*/
async function lastFetch(user, layout, ref) {
	const name = (await user.tell([
		"rev-parse",
		"--symbolic-full-name",
		"--verify",
		ref
	])).stdout.trim();
	if (!name.startsWith("refs/remotes/")) return null;
	const branch = name.split("/").slice(3).join("/");
	const times = await Promise.all([
		modified(join$1(layout.commonDir, "logs", name)),
		modified(join$1(layout.commonDir, "logs", ...name.split("/").slice(0, 3), "HEAD")),
		modified(join$1(layout.gitDir, "FETCH_HEAD"), `branch '${branch}' of `),
		modified(join$1(layout.commonDir, "FETCH_HEAD"), `branch '${branch}' of `)
	]);
	const latest = Math.max(...times);
	return latest > 0 ? new Date(latest) : null;
}
/** Milliseconds since 1970; 0 where the file is not there or does not say `mention`. */
async function modified(file, mention = "") {
	const text = mention === "" ? "" : await readFile(file, "utf8").catch(() => null);
	if (text === null || !text.includes(mention)) return 0;
	return await stat(file).then(({ mtimeMs }) => mtimeMs, () => 0);
}

// src/io/git/remote.ts
/** What the user's git knows of its remotes and how to reach them: the only settings of theirs that we use. */
/** The user's settings of every scope, includes followed. */
async function readSettings(configured) {
	const { stdout } = await configured.tell([
		"config",
		"--list",
		"-z",
		"--includes"
	]);
	const settings = /* @__PURE__ */ new Map();
	for (const entry of stdout.split("\0").filter(Boolean)) {
		const newline = entry.indexOf("\n");
		const [key, value] = newline < 0 ? [entry, "true"] : [entry.slice(0, newline), entry.slice(newline + 1)];
		settings.set(key, [...settings.get(key) ?? [], value]);
	}
	return settings;
}
/** All remotes, `origin` first. A relative path as URL means one from the user's working tree. */
function remotesOf(settings, layout) {
	return [...settings].flatMap(([key, [url = ""]]) => {
		const name = /^remote\.(.+)\.url$/s.exec(key)?.[1];
		return name === void 0 ? [] : [{
			name,
			url: /^[^/]*:/.test(url) ? url : resolve$1(layout.root, url)
		}];
	}).sort((a, b) => Number(b.name === "origin") - Number(a.name === "origin"));
}
const TRANSPORT = /^(http|credential|url|ssh|protocol)\.|^core\.(sshcommand|gitproxy|askpass)$/;
/** The environment in which a remote is reached the way the user would: proxy, certificates, credentials, rewrites. */
function transportOf(settings, inherited, credential) {
	const pairs = [...settings].filter(([key]) => TRANSPORT.test(key)).filter(([key]) => credential === void 0 || !/^http\..*extraheader$/.test(key)).flatMap(([key, values]) => values.map((value) => [key, value]));
	const header = credential === void 0 ? [] : [authorization(credential)];
	return {
		...transportEnvironment(inherited),
		...settingsEnvironment([...pairs, ...header])
	};
}
function authorization({ server, token }) {
	const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
	return [`http.${server.replace(/\/+$/, "")}/.extraheader`, `AUTHORIZATION: basic ${basic}`];
}
/** Which remote has `ref`, and the refspec that brings it under the name people use for it. */
function refspecFor(ref, remotes) {
	if (ref === "" || ref.startsWith("-") || /[\0\s:*?[\\^~]/.test(ref)) throw new UsageError(`${JSON.stringify(ref)} cannot be fetched: give the name of a branch, a full ref or a commit id.`);
	const short = ref.replace(/^refs\/remotes\//, "");
	const tracked = remotes.filter(({ name }) => short.startsWith(`${name}/`)).sort((a, b) => b.name.length - a.name.length)[0];
	if (tracked !== void 0) {
		const branch = short.slice(tracked.name.length + 1);
		return {
			remote: tracked,
			refspec: `+${branch === "HEAD" ? "HEAD" : `refs/heads/${branch}`}:refs/remotes/${tracked.name}/${branch}`
		};
	}
	const [remote] = remotes;
	if (remote === void 0) throw new UsageError(`${ref} cannot be fetched: the repository has no remote.`);
	if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(ref)) return {
		remote,
		refspec: ref
	};
	const full = ref.startsWith("refs/") ? ref : `refs/heads/${ref}`;
	return {
		remote,
		refspec: `+${full}:${full}`
	};
}

// src/io/git/fetch.ts
/** Bringing what the user's clone lacks into our own repository: newer refs, cut-off history, filtered-out contents. */
/** No FETCH_HEAD, no submodules, no housekeeping: only what is asked for. */
const FETCH = [
	"fetch",
	"--progress",
	"--no-tags",
	"--no-write-fetch-head",
	"--no-recurse-submodules",
	"--no-auto-maintenance"
];
/** Commits and trees now, contents when they are read. */
const BLOBLESS = "--filter=blob:none";
/** A remote that says nothing for a minute, in milliseconds, will not answer. */
const SILENCE_LIMIT = 6e4;
/** Fetches into `store`; `network` is asked at the first need. */
function fetcher(own, store, layout, network) {
	const fetched = /* @__PURE__ */ new Map();
	let listing;
	let completion;
	const run = async (remote, args, input) => {
		const { transport: env } = await network();
		const options = {
			env,
			silenceLimit: SILENCE_LIMIT,
			...input === void 0 ? {} : { input }
		};
		const answer = await own.ask([...FETCH, ...args], options).catch((error) => {
			const reason = error instanceof Error ? error.message : String(error);
			throw new UsageError(`${withoutCredentials(remote.url)} did not answer: ${reason}`);
		});
		if (answer.code === 0) return;
		throw new UsageError(`Fetching from ${withoutCredentials(remote.url)} failed: ${complaint(answer)}`);
	};
	const complete = async () => {
		const [remote] = (await network()).remotes;
		if (remote === void 0) throw new UsageError(`The clone is shallow and has no remote to complete it from. ${DEEPEN}`);
		const wants = [`+refs/tags/*:${REMOTE_TAGS}/*`, ...layout.shallow];
		await run(remote, [
			"--unshallow",
			BLOBLESS,
			remote.name,
			...wants
		]).catch((error) => {
			if (!(error instanceof UsageError)) throw error;
			throw new UsageError(`The clone is shallow and could not be completed. ${error.message}. ${DEEPEN}`);
		});
		if (existsSync(join$1(store.gitDir, "shallow"))) throw new UsageError(`The clone is shallow, and so is ${withoutCredentials(remote.url)}. ${DEEPEN}`);
	};
	const bring = async (refs) => {
		const { remotes } = await network();
		const found = refs.map((ref) => refspecFor(ref, remotes));
		for (const remote of new Set(found.map((one) => one.remote))) {
			const refspecs = found.filter((one) => one.remote === remote).map(({ refspec }) => refspec);
			await run(remote, [
				...isIncomplete(layout) ? [BLOBLESS] : [],
				remote.name,
				...refspecs
			]);
		}
		for (const ref of refs) fetched.set(ref, /* @__PURE__ */ new Date());
		listing = void 0;
	};
	const commit = async (ref) => {
		if (fetched.size === 0) return null;
		const commits = await (listing ??= listCommits(own));
		if (!fetched.has(ref)) return commits.has(ref) ? ref : null;
		const [, target = ""] = refspecFor(ref, (await network()).remotes).refspec.split(":");
		return commits.get(target) ?? null;
	};
	return {
		ref: (ref) => bring([ref]),
		refs: bring,
		history: () => layout.shallow.length === 0 ? Promise.resolve() : completion ??= complete(),
		async objects(ids) {
			const [remote] = (await network()).remotes;
			if (remote !== void 0) await run(remote, [
				BLOBLESS,
				"--stdin",
				remote.name
			], `${ids.join("\n")}\n`);
		},
		get hasRefs() {
			return fetched.size > 0 || completion !== void 0;
		},
		when: (ref) => fetched.get(ref) ?? null,
		commit
	};
}
/** Commits by ref and by id, of all refs of our own; a tag that has an object of its own is no commit. */
async function listCommits(own) {
	const { stdout } = await own.tell(["for-each-ref", "--format=%(objecttype) %(objectname) %(refname)"]);
	const lines = stdout.split("\n").map((line) => /^commit (\S+) (.*)$/.exec(line));
	return new Map(lines.flatMap((line) => {
		const [, id = "", name = ""] = line ?? [];
		return line === null ? [] : [[name, id], [id, id]];
	}));
}
const DEEPEN = "Fetch the whole history first: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout.";
/** Whether something of the history may have to come from a remote. */
function isIncomplete(layout) {
	return layout.partial || layout.shallow.length > 0;
}
/**
* Names the remotes in our own configuration. In an incomplete clone they promise what is missing, so that git fetches
* by itself the contents that a merge has to look into.
*/
function declareRemotes(store, layout, remotes) {
	const promise = isIncomplete(layout) ? "	promisor = true\n	partialCloneFilter = blob:none\n" : "";
	const sections = remotes.map(({ name, url }) => `[remote ${JSON.stringify(name)}]\n\turl = ${JSON.stringify(url)}\n${promise}`);
	appendFileSync(join$1(store.gitDir, "config"), sections.join(""));
}

// src/io/git/merge.ts
/** The merge of two commits in memory, with the strategy and rename detection of `git merge`, as GitHub does it. */
/**
* `git merge-tree --write-tree`: exit 0 is clean and 1 a conflict, each with a tree; anything else is an error.
* Throws UsageError where the two have no common ancestor.
*/
async function mergeCommits(git, ours, theirs) {
	const args = [
		"merge-tree",
		"--write-tree",
		"-z",
		"--name-only",
		"--messages",
		ours,
		theirs
	];
	const answer = await git.tell(args);
	if (/refusing to merge unrelated histories/.test(answer.stderr)) throw new UsageError(`${ours} and ${theirs} have no commit in common, so there is nothing to merge them from.`);
	const merge = parseMerge(answer.stdout);
	if (answer.code !== 0 && answer.code !== 1 || merge === null) throw new GitFailure(args, answer);
	return answer.code === 0 ? {
		...merge,
		conflicts: []
	} : merge;
}
/**
* `<tree>` NUL `<conflicted path>` NUL … NUL NUL, then messages of `<count>` NUL `<path>` NUL… `<type>` NUL `<text>` NUL
* (git-merge-tree(1)). The paths of CONFLICT messages count too: of a file/directory conflict only the new name of the
* file is listed as conflicted.
*/
function parseMerge(output) {
	const fields = output.split("\0");
	const treeId = fields.shift() ?? "";
	if (!/^[0-9a-f]{40,64}$/.test(treeId)) return null;
	const end = fields.indexOf("");
	const conflicts = new Set(end < 0 ? fields : fields.slice(0, end));
	const messages = end < 0 ? [] : fields.slice(end + 1);
	while (messages.length > 1) {
		const paths = messages.splice(0, Number(messages.shift()));
		const [type = ""] = messages.splice(0, 2);
		if (type.startsWith("CONFLICT")) for (const path of paths) conflicts.add(path);
	}
	return {
		treeId,
		conflicts: [...conflicts].sort(compareCodePoints)
	};
}
/** The best common ancestor, or null where there is none. */
async function commonAncestor(git, a, b) {
	const args = [
		"merge-base",
		a,
		b
	];
	const answer = await git.ask(args);
	if (answer.code === 0) return answer.stdout.trim();
	if (answer.code === 1) return null;
	throw new GitFailure(args, answer);
}

// src/io/git/log.ts
/** Renames count as a removal and an addition: to see more, git would have to read contents. */
const CHANGES = [
	"diff-tree",
	"-r",
	"-z",
	"--no-renames"
];
/** null where the two have no common ancestor, or several of which none is the best. */
async function changedSince(git, base, head) {
	const args = [
		...CHANGES,
		"--name-only",
		"--merge-base",
		base,
		head
	];
	const answer = await git.tell(args);
	if (answer.code === 0) return answer.stdout.split("\0").filter(Boolean);
	if (/(no merge base|multiple merge bases)/.test(answer.stderr)) return null;
	throw new GitFailure(args, answer);
}
/**
* The same for many heads at the price of two processes: where a head's own commits all leave from one commit of the
* base, that one is where they parted, and the changes of all of them are listed together. The others, and everything
* where one head makes the listing fail, are not in the answer: they are asked for one by one.
*/
async function changedSinceEach(git, base, heads) {
	const said = (args, lines) => git.tell(args, { input: lines.map((line) => `${line}\n`).join("") }).then(({ code, stdout }) => code === 0 ? stdout : "", () => "");
	const walk = await said([
		"rev-list",
		"--parents",
		"--stdin"
	], [...heads, `^${base}`]);
	if (walk === "") return /* @__PURE__ */ new Map();
	const lines = walk.split("\n").map((line) => line.split(" "));
	const own = new Map(lines.map(([id = "", ...parents]) => [id, parents]));
	const parted = heads.flatMap((head) => {
		const [at, ...others] = leavesFrom(head, own);
		return at === void 0 || others.length > 0 ? [] : [[head, at]];
	});
	return byHead(await said([
		...CHANGES,
		"--raw",
		"--no-abbrev",
		"--stdin"
	], parted.map((pair) => pair.join(" "))), parted.map(([head]) => head));
}
/** Commits outside of `own`, which are the base's, that the head's own ones grew from. */
function leavesFrom(head, own) {
	const left = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set([head]);
	for (const id of seen) {
		const parents = own.get(id);
		if (parents === void 0) left.add(id);
		for (const parent of parents ?? []) seen.add(parent);
	}
	return [...left];
}
/**
* `<commit>` NUL, then for each change `:<modes, ids, letter>` NUL `<path>` NUL: a file may be named like a commit. There is
* nothing at all for a head without changes, which cannot be told from a listing that was not made, so it is left out.
*/
function byHead(listing, heads) {
	const found = /* @__PURE__ */ new Map();
	const known = new Set(heads);
	const fields = listing.split("\0");
	let current = [];
	for (let index = 0; index < fields.length; index += 1) {
		const field = fields[index] ?? "";
		if (field.startsWith(":")) current.push({
			path: fields[index += 1] ?? "",
			contents: contentsIn(field)
		});
		else if (known.has(field)) found.set(field, current = []);
	}
	return found;
}
/** `:<old mode> <new mode> <old id> <new id> <letter>`, of a file or a link that is there afterwards. */
function contentsIn(change) {
	const [, mode = "", , id = ""] = change.split(" ");
	return mode.startsWith("10") || mode.startsWith("12") ? id : null;
}
async function lastChange(git, tip, paths) {
	if (paths.length === 0) return null;
	const args = [
		"log",
		"-1",
		"--format=%H",
		"--no-renames",
		tip,
		"--",
		...paths
	];
	const answer = await git.tell(args);
	if (answer.code !== 0) throw new GitFailure(args, answer);
	return answer.stdout.trim() || null;
}

// src/io/git/objects.ts
/** Starts the process at the first question. */
function objectReader(git) {
	const queue = [];
	let child;
	const question = (command, names) => {
		child ??= listen(git, queue, () => child = void 0);
		const answers = names.map((name) => new Promise((resolve, reject) => queue.push({
			name,
			body: command === "contents",
			resolve,
			reject
		})));
		child.stdin.write(names.map((name) => `${command} ${name}\0`).join("") + "flush\0");
		return Promise.all(answers);
	};
	return {
		async sizes(names) {
			const answers = await question("info", names);
			return new Map(names.map((name, index) => [name, answers[index]?.size ?? null]));
		},
		async contents(ids) {
			const answers = await question("contents", ids);
			return new Map(ids.map((id, index) => [id, answers[index]?.bytes ?? /* @__PURE__ */ new Uint8Array()]));
		},
		close() {
			child?.stdin.end();
		}
	};
}
function listen(git, queue, onEnd) {
	const child = git.start([
		"cat-file",
		"--batch-command",
		"--buffer",
		"-z"
	]);
	const take = answerer(queue);
	let said = "";
	child.stdout.on("data", take);
	child.stderr.on("data", (chunk) => said += chunk.toString());
	child.stdin.on("error", () => void 0);
	const end = (reason) => {
		onEnd();
		for (const awaited of queue.splice(0)) awaited.reject(new UsageError(`git cat-file ended early: ${reason}`));
	};
	child.on("error", (error) => end(error.message));
	child.on("close", () => end(said.trim() || "no message"));
	return child;
}
/** Cuts git's stream into the answers that `queue` waits for, in order. */
function answerer(queue) {
	let chunks = [];
	let length = 0;
	let needed = 1;
	return (chunk) => {
		chunks.push(chunk);
		length += chunk.length;
		if (length < needed) return;
		let rest = Buffer.concat(chunks);
		for (let awaited = queue[0]; awaited !== void 0; awaited = queue[0]) {
			const answer = parse(rest, awaited);
			if (typeof answer === "number") {
				needed = answer;
				break;
			}
			queue.shift();
			awaited.resolve({
				size: answer.size,
				bytes: Buffer.from(answer.bytes)
			});
			rest = rest.subarray(answer.end);
			needed = 1;
		}
		chunks = [rest];
		length = rest.length;
	};
}
/** One answer from the start of `bytes`, or how many bytes must be there before it is worth looking again. */
function parse(bytes, { name, body }) {
	const missing = Buffer.from(`${name} missing\n`);
	if (bytes.subarray(0, missing.length).equals(missing)) return {
		size: null,
		bytes: /* @__PURE__ */ new Uint8Array(),
		end: missing.length
	};
	if (missing.subarray(0, bytes.length).equals(bytes)) return bytes.length + 1;
	const newline = bytes.indexOf(10);
	const [, , sized] = newline < 0 ? [] : bytes.toString("latin1", 0, newline).split(" ");
	if (sized === void 0) return bytes.length + 1;
	const size = Number(sized);
	const end = newline + 1 + (body ? size + 1 : 0);
	if (bytes.length < end) return end;
	return {
		size,
		bytes: bytes.subarray(newline + 1, body ? end - 1 : newline + 1),
		end
	};
}

// src/io/git/temporary.ts
/**
* Temporary directories that never outlive the process: removed on disposal, at exit, on the signals that end it, and by a
* shell outside of it where it is killed at once. What even that one could not remove goes with the next run.
*/
const alive = /* @__PURE__ */ new Set();
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/** A new private directory below the system's temporary one. */
function temporaryDirectory(prefix) {
	const path = join$1(tmpdir(), `${prefix}${randomBytes(6).toString("hex")}`);
	guard ??= startGuard();
	guard.write(`${path}\n`);
	mkdirSync(path, { mode: 448 });
	if (alive.size === 0) watch();
	alive.add(path);
	return {
		path,
		async [Symbol.asyncDispose]() {
			await rm(path, REMOVE);
			alive.delete(path);
			if (alive.size === 0) unwatch();
		}
	};
}
/** Those that are there now, for a watchdog: a process that is killed at once removes nothing. */
const temporaryDirectories = () => [...alive];
/** Hears of each directory before it is made, and removes them all when we are gone: its input ends with us. */
const GUARD = "trap '' INT TERM HUP QUIT; (while IFS= read -r path; do set -- \"$@\" \"$path\"; done; rm -rf -- \"$@\") <&3 3<&- &";
let guard = null;
/** A shell in between, so that it is no child of ours: whoever kills our process tree does not find it there. */
function startGuard() {
	sweep();
	const child = spawn("/bin/sh", [
		"-c",
		GUARD,
		"sh"
	], {
		detached: true,
		env: { PATH: process.env["PATH"] },
		stdio: [
			"ignore",
			"ignore",
			"ignore",
			"pipe"
		]
	});
	child.on("error", () => void 0);
	child.unref();
	const pipe = child.stdio[3];
	pipe.on("error", () => void 0);
	pipe.unref();
	return pipe;
}
const OURS = /^alembic-gate-(git|merge|command)-/;
/** Longer than any run: GitHub ends hosted jobs after six hours. */
const STALE_MS = 216e5;
/** Another user's cannot be removed, and is not ours to remove. */
function sweep() {
	for (const name of readdirSync(tmpdir()).filter((entry) => OURS.test(entry))) {
		const path = join$1(tmpdir(), name);
		try {
			if (Date.now() - statSync(path).mtimeMs > STALE_MS) rmSync(path, REMOVE);
		} catch {}
	}
}
/** Retried, because a git process that is just dying may still write. */
const REMOVE = {
	recursive: true,
	force: true,
	maxRetries: 3
};
function removeAll() {
	for (const path of alive) rmSync(path, REMOVE);
	alive.clear();
}
function removeAndDie(signal) {
	removeAll();
	unwatch();
	if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
function watch() {
	process.on("exit", removeAll);
	for (const signal of SIGNALS) process.on(signal, removeAndDie);
}
function unwatch() {
	process.off("exit", removeAll);
	for (const signal of SIGNALS) process.off(signal, removeAndDie);
}

// src/io/git/store.ts
/**
* Our own bare repository beside the user's: it borrows the user's objects and takes everything that is fetched,
* merged or written, so that the user's repository is only ever read.
*/
/**
* `info/attributes` outranks every `.gitattributes`: a pull request that declares `merge=union` (or a filter, or an
* end-of-line conversion) must not change how its own files are merged or written.
*/
const NO_ATTRIBUTES = "* !merge !text !eol !crlf !ident !filter !working-tree-encoding !conflict-marker-size !diff\n";
const CONFIG = `[core]
	bare = true
	quotePath = false
	attributesFile = /dev/null
	excludesFile = /dev/null
	looseCompression = 0
	hooksPath = /dev/null
[gc]
	auto = 0
[maintenance]
	auto = false
`;
/** Makes the repository by hand: `git init` would cost a process and copy the machine's templates. */
function createStore(layout) {
	const directory = temporaryDirectory(`alembic-gate-git-${process.pid}-`);
	const path = (name) => join$1(directory.path, name);
	const store = {
		gitDir: path("own.git"),
		offlineGitDir: path("offline.git"),
		empty: path("empty")
	};
	mkdirSync(store.empty);
	for (const gitDir of [store.gitDir, store.offlineGitDir]) {
		for (const name of [
			"objects/info",
			"objects/pack",
			"refs",
			"info"
		]) mkdirSync(join$1(gitDir, name), { recursive: true });
		writeFileSync(join$1(gitDir, "HEAD"), "ref: refs/heads/unborn\n");
		writeFileSync(join$1(gitDir, "config"), format(layout.objectFormat) + CONFIG);
		writeFileSync(join$1(gitDir, "info/attributes"), NO_ATTRIBUTES);
	}
	const objects = join$1(store.gitDir, "objects");
	writeFileSync(join$1(objects, "info/alternates"), `${JSON.stringify(layout.objects)}\n`);
	writeFileSync(join$1(store.offlineGitDir, "objects/info/alternates"), `${JSON.stringify(objects)}\n`);
	if (layout.shallow.length > 0) writeFileSync(join$1(store.gitDir, "shallow"), layout.shallow.map((id) => `${id}\n`).join(""));
	return {
		...store,
		objects,
		path,
		[Symbol.asyncDispose]: () => directory[Symbol.asyncDispose]()
	};
}
function format(objectFormat) {
	return objectFormat === "sha1" ? "[core]\n	repositoryFormatVersion = 0\n" : `[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\tobjectFormat = ${objectFormat}\n`;
}

// src/io/git/tree.ts
/** Larger files are no migrations; reading them would only serve to exhaust memory. */
const MAX_FILE_BYTES = 8388608;
/** What one `read` may bring into memory. */
const MAX_READ_BYTES = 268435456;
/** Every entry below `treeish` (a commit or tree id), in one process. Throws UsageError where there is no end of them. */
async function listTree(git, treeish) {
	const args = [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		treeish
	];
	const answer = await git.tell(args);
	if (answer.code !== 0) throw new GitFailure(args, answer);
	return parseListing(answer.stdout);
}
/** Parses `ls-tree -r -z`: git lists by the bytes of the path, which for UTF-8 is the order of code points. */
function parseListing(listing) {
	const entries = /* @__PURE__ */ new Map();
	for (const line of listing.split("\0")) {
		if (line === "") continue;
		const tab = line.indexOf("	");
		const [mode = "", , oid = ""] = line.slice(0, tab).split(" ");
		const path = line.slice(tab + 1);
		if (entries.has(path)) throw new UsageError(`Two files are named ${JSON.stringify(path)} once read as UTF-8: rename one of them.`);
		entries.set(path, {
			path,
			kind: kindOf(mode),
			oid
		});
	}
	return entries;
}
function kindOf(mode) {
	if (mode === "160000") return "submodule";
	return mode === "120000" ? "symlink" : "file";
}
/**
* Contents of files and symlinks by path; submodules have none. `fetchMissing` is asked once for those that the store
* lacks. Throws UsageError, before anything large is read, for files over the limits or missing for good.
*/
async function readBlobs(objects, entries, fetchMissing) {
	const blobs = entries.filter(({ kind }) => kind !== "submodule");
	const ids = [...new Set(blobs.map(({ oid }) => oid))];
	if (ids.length === 0) return /* @__PURE__ */ new Map();
	demandReadable(blobs, await bringBlobs(objects, ids, fetchMissing));
	const contents = await objects.contents(ids);
	return new Map(blobs.flatMap(({ path, oid }) => [[path, contents.get(oid) ?? NOTHING]]));
}
const NOTHING = /* @__PURE__ */ new Uint8Array();
/** Sizes by id, null for what is missing for good; `fetchMissing` is asked once for those that the store lacks. */
async function bringBlobs(objects, ids, fetchMissing) {
	const sizes = new Map(await objects.sizes(ids));
	const missing = ids.filter((id) => sizes.get(id) === null);
	if (missing.length > 0) {
		await fetchMissing(missing);
		for (const [id, size] of await objects.sizes(missing)) sizes.set(id, size);
	}
	return sizes;
}
function demandReadable(blobs, sizes) {
	let total = 0;
	for (const { path, oid } of blobs) {
		const size = sizes.get(oid) ?? null;
		if (size === null) throw new UsageError(`The contents of ${path} (${oid}) are missing from the repository.`);
		if (size > 8388608) throw new UsageError(`${path} has ${size} bytes; at most ${MAX_FILE_BYTES} are read.`);
		total += size;
	}
	if (total > 268435456) throw new UsageError(`${blobs.length} files have ${total} bytes together; at most ${MAX_READ_BYTES} are read.`);
}

// src/io/git/working-tree.ts
/** The working tree as a commit would record it, without touching the user's index or object store. */
/**
* Adds all that is not ignored to a copy of the user's index. Runs in the user's git directory, because what is ignored,
* sparse or a submodule is said there; `user` writes objects into our store.
*/
async function snapshot(user, store, layout, settings) {
	if (layout.bare) throw new UsageError(`${layout.root} is a bare repository without a working tree: name a commit with --head, or with --ref of graph.`);
	const index = store.path("index");
	await copyIndex(layout.index, index);
	const env = {
		GIT_WORK_TREE: layout.root,
		GIT_INDEX_FILE: index,
		...indexSettings(settings)
	};
	const add = await user.tell([
		"add",
		"--all",
		"--sparse"
	], { env });
	if (add.code !== 0) throw new UsageError(`The working tree of ${layout.root} cannot be read: ${complaint(add)}. Mend that, or name a commit with --head.`);
	const [written, tips, merging] = await Promise.all([
		user.text(["write-tree", "--missing-ok"], { env }),
		user.ask([
			"rev-parse",
			"HEAD^{commit}",
			"HEAD^{tree}"
		]),
		readFile(join$1(layout.gitDir, "MERGE_HEAD"), "latin1").catch(() => "")
	]);
	if (tips.code !== 0) throw new UsageError(`${layout.root} has no commits yet: commit once, then check again.`);
	const treeId = written.trim();
	const [head = "", headTree] = tips.stdout.trim().split("\n");
	const clean = treeId === headTree;
	const parents = [head, ...merging.split("\n").filter(Boolean)];
	return {
		treeId,
		clean,
		commit: clean && parents.length === 1 ? head : await commit(user, treeId, parents)
	};
}
/** Paths relative to the repository. */
async function ignoredPaths(user, layout, settings) {
	const env = {
		GIT_WORK_TREE: layout.root,
		...indexSettings(settings)
	};
	const { code, stdout, stderr } = await user.tell([
		"ls-files",
		"--others",
		"--ignored",
		"--exclude-standard",
		"--directory",
		"-z",
		"--full-name"
	], { env });
	if (code !== 0) throw new UsageError(`Ignored files of ${layout.root} cannot be listed: ${complaint({
		code,
		stdout,
		stderr
	})}.`);
	return stdout.split("\0").filter((path) => path !== "");
}
/**
* The copy keeps the time of the original: git compares it with the files' times to know which of them it must read
* again. Rounding down errs on the side of reading.
*/
async function copyIndex(from, to) {
	const original = await stat(from).catch(() => null);
	if (original === null) return;
	await copyFile(from, to);
	await utimes(to, original.atime, Math.floor(original.mtimeMs / 1e3));
}
/** What the user set that decides which bytes a commit would have; hooks, monitors and index formats stay out of it. */
function indexSettings(settings) {
	const theirs = [
		"core.autocrlf",
		"core.eol",
		"core.excludesfile"
	].flatMap((key) => {
		const value = settings.get(key)?.at(-1);
		return value === void 0 ? [] : [[key, value]];
	});
	return settingsEnvironment([
		...theirs,
		["core.hooksPath", "/dev/null"],
		["core.fsmonitor", "false"],
		["core.splitIndex", "false"],
		["core.untrackedCache", "false"],
		["core.safecrlf", "false"],
		["core.looseCompression", "0"]
	]);
}
/** A commit that nobody will see; of now, because git finds merge bases by walking back in time. */
async function commit(user, treeId, parents) {
	const args = [
		"commit-tree",
		"-m",
		"The working tree",
		...parents.flatMap((parent) => ["-p", parent]),
		treeId
	];
	const env = Object.fromEntries(["AUTHOR", "COMMITTER"].flatMap((role) => [[`GIT_${role}_NAME`, "alembic-gate"], [`GIT_${role}_EMAIL`, "alembic-gate@localhost"]]));
	return (await user.text(args, { env })).trim();
}

// src/io/git/open.ts
/** Opens the repository that holds `directory`. Throws UsageError with one sentence where that is not possible. */
async function openRepository(directory, options = {}) {
	const { env = process.env, onProcess = () => void 0, mostBytes } = options;
	const configured = configuredEnvironment(env);
	const layout = await discover(directory, configured, onProcess);
	const store = createStore(layout);
	try {
		const git = (gitDir, variables) => gitIn(store.empty, {
			...variables,
			GIT_DIR: gitDir
		}, onProcess, mostBytes);
		const settings = once(() => readSettings(git(layout.gitDir, configured)));
		const network = once(async () => {
			const remotes = remotesOf(await settings(), layout);
			declareRemotes(store, layout, remotes);
			return {
				remotes,
				transport: transportOf(await settings(), env, options.credential)
			};
		});
		const hermetic = hermeticEnvironment(env);
		const reach = isIncomplete(layout) ? (await network()).transport : {};
		return new GitRepository({
			layout,
			store,
			settings,
			own: git(store.gitDir, {
				...hermetic,
				...reach
			}),
			offline: git(store.offlineGitDir, hermetic),
			user: git(layout.gitDir, {
				...hermetic,
				GIT_OBJECT_DIRECTORY: store.objects
			}),
			network
		});
	} catch (error) {
		await store[Symbol.asyncDispose]();
		throw error;
	}
}
/** Base, head, merge and ancestor of one question; a large tree's listing takes tens of megabytes. */
const KEPT = 4;
var GitRepository = class {
	root;
	#parts;
	#objects;
	#promised;
	#fetcher;
	#listings = /* @__PURE__ */ new Map();
	#merges = /* @__PURE__ */ new Map();
	#ancestors = /* @__PURE__ */ new Map();
	constructor(parts) {
		const { own, offline, store, layout, network } = parts;
		this.#parts = parts;
		this.root = layout.root;
		this.#objects = objectReader(offline);
		this.#promised = objectReader(own);
		this.#fetcher = fetcher(own, store, layout, network);
	}
	async resolve(ref) {
		return {
			ref,
			sha: await this.#fetcher.commit(ref) ?? await resolveCommit(this.#refs, ref)
		};
	}
	async defaultBase() {
		const branch = await defaultBranch(this.#refs);
		return branch === null ? null : await this.resolve(branch);
	}
	async fetchedAt(ref) {
		return this.#fetcher.when(ref) ?? await lastFetch(this.#parts.user, this.#parts.layout, ref);
	}
	async fetch(ref) {
		await this.#fetcher.ref(ref);
	}
	async fetchAll(refs) {
		await this.#fetcher.refs(refs);
	}
	async changedSince(base, head) {
		return await changedSince(this.#parts.own, base, head);
	}
	async changedSinceEach(base, heads) {
		return await changedSinceEach(this.#parts.own, base, heads);
	}
	async bringContents(ids) {
		await bringBlobs(this.#objects, ids, (missing) => this.#fetcher.objects(missing));
	}
	async lastChange(tip, paths) {
		return await lastChange(this.#parts.own, tip, paths);
	}
	async tree(sha, label = sha.slice(0, 12)) {
		const entries = await this.#list(sha);
		return {
			label,
			entries,
			read: (paths) => this.#read(paths.flatMap((path) => entries.get(path) ?? []))
		};
	}
	async workingTree() {
		const { user, store, layout, settings } = this.#parts;
		const { treeId, commit, clean } = await snapshot(user, store, layout, await settings());
		return {
			tree: await this.tree(treeId, "the working tree"),
			treeId,
			commitLike: commit,
			clean
		};
	}
	async ignored() {
		const { user, layout, settings } = this.#parts;
		return await ignoredPaths(user, layout, await settings());
	}
	async mergeBase(a, b) {
		await this.#fetcher.history();
		return await keeping(this.#ancestors, `${a} ${b}`, () => commonAncestor(this.#parts.own, a, b));
	}
	async merge(ours, theirs) {
		await this.#fetcher.history();
		const merging = () => mergeCommits(this.#parts.own, ours, theirs);
		const { treeId, conflicts } = await keeping(this.#merges, `${ours} ${theirs}`, merging);
		return {
			tree: await this.tree(treeId, "the would-be merge"),
			treeId,
			conflicts
		};
	}
	async export(treeId, directory) {
		const { own, store } = this.#parts;
		await exportTree(own, store, treeId, (await this.#list(treeId)).values(), directory);
	}
	async tagsWithPath(path) {
		const paths = [...await listTags(this.#refs)].map(([tag, id]) => [tag, `${id}:${path}`]);
		const sizes = await this.#promised.sizes(paths.map(([, name]) => name));
		return paths.filter(([, name]) => sizes.get(name) !== null).map(([tag]) => tag);
	}
	async [Symbol.asyncDispose]() {
		this.#objects.close();
		this.#promised.close();
		await this.#parts.store[Symbol.asyncDispose]();
	}
	get #refs() {
		return {
			...this.#parts,
			ownHasRefs: this.#fetcher.hasRefs
		};
	}
	#list(treeish) {
		return keeping(this.#listings, treeish, () => listTree(this.#parts.own, treeish));
	}
	#read(entries) {
		return readBlobs(this.#objects, entries, (ids) => this.#fetcher.objects(ids));
	}
};
/** The answer that is kept, or a new one, which the one that was longest not asked for makes room for. */
function keeping(kept, key, ask) {
	const answer = kept.get(key) ?? ask();
	kept.delete(key);
	kept.set(key, answer);
	answer.catch(() => kept.delete(key));
	const [oldest] = kept.keys();
	if (oldest !== void 0 && kept.size > KEPT) kept.delete(oldest);
	return answer;
}
/** The same promise at every call, begun at the first. */
function once(begin) {
	let begun;
	return () => begun ??= begin();
}

export { bindsUnseen as C, discoverEnvironments as D, readOut as E, readModule as S, buildGraph as T, withProposal as _, settingsEnvironment as a, readRevisionText as b, RULE_NAMES as c, require_dist$2 as d, drawGraph as f, neighbourhood as g, reported as h, hermeticEnvironment as i, ConfigError as l, readHistory as m, temporaryDirectories as n, complaint as o, noEnvironment as p, temporaryDirectory as r, gitIn as s, openRepository as t, readGateConfig as u, judgeHeads as v, readHeader as w, docstringOf as x, readRevision as y };