import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { a as exactOptional, f as strictObject, l as number, m as union, n as array, o as int, p as string, r as boolean, t as _enum } from "./schemas-part.js";
import { a as typeText, f as stringOf, i as typeOf, l as isNone, m as tableOf$1, n as narrowing, o as argument, p as stringsOf, s as boolOf, t as sqlStatements, u as itemsOf } from "./tokens-part.js";

// src/tree/paths.ts
/** Path arithmetic on git paths: relative to the repository, `/`-separated, the repository itself spelled `.`. */
/** The repository's own directory. */
const ROOT = ".";
/** Order of Python's `sorted` on strings: by code point, where JavaScript compares UTF-16 units. */
function compareCodePoints(a, b) {
	const length = Math.min(a.length, b.length);
	for (let index = 0; index < length; index += 1) {
		if (a.charCodeAt(index) === b.charCodeAt(index)) continue;
		const before = index > 0 && isHighSurrogate(a.charCodeAt(index - 1)) ? index - 1 : index;
		return (a.codePointAt(before) ?? 0) - (b.codePointAt(before) ?? 0);
	}
	return a.length - b.length;
}
function isHighSurrogate(unit) {
	return unit >= 55296 && unit <= 56319;
}
/** Last name of a path; `.` for the repository. */
function baseName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
/** Directory that holds a path; `.` for what lies at the top and for the repository itself. */
function parentOf(path) {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "." : path.slice(0, slash);
}
/**
* `name` as seen from a directory, with `.` and `..` folded; null where it leaves the repository.
* Folding is lexical: where a directory may be a symlink, `Directories.resolve` is right and this is not.
*/
function joinPath(directory, name) {
	const parts = [];
	for (const part of `${directory}/${name}`.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) return null;
	}
	return parts.length === 0 ? "." : parts.join("/");
}
/** Whether a path is a directory or lies, however deep, in it. */
function isWithin(path, directory) {
	return directory === "." || path === directory || path.startsWith(`${directory}/`);
}
/** A directory and those that hold it, nearest first, the repository last. */
function selfAndAncestors(directory) {
	return directory === "." ? ["."] : [directory, ...selfAndAncestors(parentOf(directory))];
}

// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	/**
	* POSIX Bracket Regex
	*/
	const POSIX_REGEX_SOURCE = {
		__proto__: null,
		alnum: "a-zA-Z0-9",
		alpha: "a-zA-Z",
		ascii: "\\x00-\\x7F",
		blank: " \\t",
		cntrl: "\\x00-\\x1F\\x7F",
		digit: "0-9",
		graph: "\\x21-\\x7E",
		lower: "a-z",
		print: "\\x20-\\x7E ",
		punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
		space: " \\t\\r\\n\\v\\f",
		upper: "A-Z",
		word: "A-Za-z0-9_",
		xdigit: "A-Fa-f0-9"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE,
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));

// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));

// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? 1e400 : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));

// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));

// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));

// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));

// src/tree/glob.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/**
* A test for "does one of these globs name this path?". `*` stays within a directory, `**` crosses them, names that
* start with a dot count, a leading `!` takes away from what the other globs give.
*/
function globMatcher(patterns) {
	const matcherOf = (pattern) => (0, import_picomatch.default)(pattern, { dot: true });
	const wanted = patterns.filter((pattern) => !pattern.startsWith("!")).map(matcherOf);
	const unwanted = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => matcherOf(pattern.slice(1)));
	return (path) => wanted.some((matches) => matches(path)) && !unwanted.some((matches) => matches(path));
}

// src/changes/changed-paths.ts
/** Paths whose contents or kind differ between the base's tip and the would-be merge, in no particular order. */
function changedPaths(base, merged) {
	const changed = /* @__PURE__ */ new Set();
	for (const [path, { oid, kind }] of merged.entries) {
		const before = base.entries.get(path);
		if (before?.oid !== oid || before.kind !== kind) changed.add(path);
	}
	for (const path of base.entries.keys()) if (!merged.entries.has(path)) changed.add(path);
	return changed;
}
const GATE_CONFIGURATION = [".github/alembic-gate.yml", ".github/alembic-gate.yaml"];
/**
* A test for "can a change of this path matter to the environment?": its revisions, `env.py`, template, ini, or the models
* behind it. The globs of `models:` are compiled once, because every changed path is asked about.
*/
function concerning(environment, { models }) {
	const { scriptLocation, ini } = environment;
	const own = /* @__PURE__ */ new Set([
		ini,
		joinPath(scriptLocation, "env.py"),
		joinPath(scriptLocation, "script.py.mako")
	]);
	const isModel = globMatcher(models);
	return (path) => isRevisionFile(path, environment) || own.has(path) || isModel(path);
}
/** Whether it lies where the environment's revisions are. */
const isRevisionFile = (path, { versionLocations }) => versionLocations.some((directory) => isWithin(path, directory));
/** Files that make an environment, wherever they appear: with one of them a change may bring an environment of its own. */
const MAKES_ENVIRONMENT = /(^|\/)(env\.py|script\.py\.mako|pyproject\.toml|[^/]*\.ini)$|\/versions\/[^/]*\.py$/;
/** A test for "is this worth judging?", by paths alone; without a known environment everything is. */
function mayConcern(environments, config) {
	const known = environments.map((environment) => concerning(environment, config));
	return (path) => known.length === 0 || concernsAll(path) || MAKES_ENVIRONMENT.test(path) || known.some((own) => own(path));
}
/** Whether a change can matter to every environment: the gate's own configuration. */
const concernsAll = (path) => GATE_CONFIGURATION.some((name) => name === path);

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
const key$1 = (name) => name.toLowerCase();
/** A name in a sentence; what cannot be read is said to be computed. */
const named = (name) => name === null ? "a computed name" : `\`${name}\``;
/** `user.name` in a sentence. */
const columnNamed = (table, column) => table === null || column === null ? named(column ?? table) : `\`${table}.${column}\``;

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
		good: [{
			caption: "a default of the table",
			upgrade: "op.execute(\"ALTER TABLE user DEFAULT CHARACTER SET utf8mb4\")"
		}, {
			caption: "a column of this pull request",
			upgrade: "op.add_column(\"user\", sa.Column(\"nick\", sa.String(9), nullable=True))\nop.alter_column(\"user\", \"nick\", type_=sa.Text(), existing_type=sa.String(9), existing_nullable=True)"
		}]
	},
	check: (pass) => onExisting(pass, "alter-column").filter((change) => pass.facts.newColumn(change, change.column) === null).map((change) => trouble(change, `Altering ${columnNamed(change.table, change.column)} changes a column under the old code that still runs, on every database of the fleet at another time.`, "Add a new column beside it, write both, and read the new one once every database has it."))
};

// src/lint/rules/no-application-import.ts
/** Segments of module names that hold models. */
const MODELS = /* @__PURE__ */ new Set(["models", "model"]);
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
		good: [{
			caption: "libraries",
			before: "import uuid\nfrom sqlalchemy.dialects import mysql\nfrom sqlmodel import SQLModel"
		}, {
			caption: "a table written down here",
			before: "user = sa.table(\"user\", sa.column(\"id\"))"
		}]
	},
	check: ({ migration }) => migration.imports.filter(isOfModels).map(({ module, line, span }) => trouble({
		line,
		endLine: line,
		span
	}, `This imports \`${module}\`: its models are those of the newest code, so this migration breaks on new databases as soon as one of them changes.`, "Write down the columns that this migration uses:\nuser = sa.table(\"user\", sa.column(\"id\"), sa.column(\"name\"))"))
};
function isOfModels({ module, names }) {
	const segments = module.split(".").filter((segment) => segment !== "");
	if (LIBRARIES.has(segments[0] ?? "")) return false;
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
	check: (pass) => changesIn(pass, "upgrade", "add-constraint", "add-column", "create-table").filter(cascades).map((change) => trouble(change, `A foreign key of ${named(change.table)} cascades: deleting a row of the table it points to silently deletes the rows of ${named(change.table)} that refer to it.`, "Use ondelete=\"RESTRICT\" or \"SET NULL\", and delete in the application what is meant to go."))
};
function cascades(change) {
	switch (change.kind) {
		case "add-constraint": return isCascade(change.constraint.onDelete);
		case "add-column": return change.column.references?.inline === true && isCascade(change.column.onDelete);
		case "create-table": return [...change.columns, ...change.constraints].some(({ onDelete }) => isCascade(onDelete));
		default: return false;
	}
}
const isCascade = (action) => action?.toUpperCase() === "CASCADE";

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
			at: "op.execute"
		}],
		good: [{
			caption: "the default for columns to come",
			upgrade: "op.execute(\"ALTER TABLE user DEFAULT CHARACTER SET utf8mb4\")"
		}]
	},
	check: (pass) => onExisting(pass, "table-option").filter(({ option }) => option === "convert-charset").map((change) => trouble(change, `Every text of ${named(change.table)} is rewritten: for its whole length the table is copied, and writes to it wait; values that become equal fail a unique key.`, "Convert it with an online schema-change tool, and set only the default in the migration."))
};

// src/lint/rules/no-check-or-foreign-key-on-existing.ts
/** A check or foreign key on a filled table fails on the first row that breaks it, and locks while it looks. */
const noCheckOrForeignKeyOnExisting = {
	id: "no-check-or-foreign-key-on-existing",
	group: "rolling-deploy",
	title: "A table that exists gets a check or a foreign key",
	why: "Rows that exist may break it, and then the upgrade fails. Every row is read under a lock: MySQL and MariaDB block writes of the table, PostgreSQL those of both tables. On PostgreSQL, NOT VALID and a later VALIDATE CONSTRAINT avoid both.",
	severity: STRICT_ERROR,
	statements: true,
	examples: {
		bad: [{
			caption: "a foreign key",
			upgrade: "op.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])",
			at: "op.create_foreign_key"
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
		const { kind, notValid } = change.constraint;
		if (kind !== "check" && kind !== "foreign-key" || notValid || isOfEmptyColumns(pass, change)) return [];
		const postgresql = pass.engine === "postgresql";
		const blocked = postgresql && kind === "foreign-key" ? "writes to both tables" : "writes to it";
		return [trouble(change, `${named(change.table)} gets a ${kind === "check" ? "check" : "foreign key"}: the upgrade fails on the first row that breaks it, and ${blocked} wait until every row was read.`, postgresql ? "Add it NOT VALID, and validate it in a later revision:\nop.execute(\"ALTER TABLE … VALIDATE CONSTRAINT …\")" : "Look for rows that break it on production first, and run this when nobody writes.")];
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
	why: "Before MySQL 8.0.29 and MariaDB 10.4, a column is added in an instant only at the end: FIRST and AFTER rebuild the table.",
	severity: ALL_WARNING,
	engines: MYSQL,
	statements: true,
	examples: {
		bad: [{
			caption: "on MySQL 8.0.28",
			upgrade: "op.execute(\"ALTER TABLE user ADD COLUMN a INT AFTER id\")",
			at: "op.execute",
			engines: ["mysql"],
			version: "8.0.28"
		}],
		good: [{
			caption: "on MySQL 8.4",
			upgrade: "op.execute(\"ALTER TABLE user ADD COLUMN a INT AFTER id\")",
			engines: ["mysql"],
			version: "8.4.10"
		}, {
			caption: "at the end",
			upgrade: "op.execute(\"ALTER TABLE user ADD COLUMN a INT\")",
			version: "5.7.44"
		}]
	},
	check: (pass) => mustRebuild(pass) ? onExisting(pass, "add-column").filter(({ placed }) => placed).map((change) => trouble(change, `FIRST or AFTER makes this server (${pass.version ?? ""}) rebuild ${named(change.table)}, where a column at the end is added in an instant.`, "Leave the position out.")) : []
};
const mustRebuild = ({ engine, version }) => isBefore(version, engine === "mysql" ? "8.0.29" : "10.4");

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
	examples: {
		bad: [{
			caption: "rows inserted",
			upgrade: `op.execute("INSERT INTO role (name) VALUES ('guest')")`,
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
				caption: "declared irreversible",
				upgrade: `op.execute("DELETE FROM role WHERE name = 'guest'")`,
				aboveDowngrade: "# alembic-gate: irreversible the role was never used"
			}
		]
	},
	check: (pass) => {
		if (irreversibleReason(pass.migration) !== null) return [];
		if (changesIn(pass, "downgrade", "write", "unread", "truncate").length > 0) return [];
		const [write] = onExisting(pass, "write").filter((change) => !(change.sets?.every((column) => pass.facts.newColumn(change, column) !== null) ?? false));
		if (!write) return [];
		return [trouble(write, `This ${write.verb}s rows of ${named(write.table)}, and downgrade() writes none: after a rollback old code meets rows that it never wrote.`, "Undo it in downgrade(), or declare that there is no way back:\n# alembic-gate: irreversible <reason>\ndef downgrade():")];
	}
};

// src/lint/rules/no-ddl-and-dml-together.ts
/** On MySQL every schema change commits what was written before it, so a failure leaves half of a migration. */
const noDdlAndDmlTogether = {
	id: "no-ddl-and-dml-together",
	group: "traps",
	title: "Rows are written before the schema changes",
	why: "MySQL and MariaDB commit at every schema change. If one of them fails, the rows that were written before it stay, the version does not move, and the next attempt writes them again.",
	severity: STRICT_ERROR,
	engines: MYSQL,
	examples: {
		bad: [{
			caption: "an update, then a schema change",
			upgrade: "op.execute(\"UPDATE user SET n = n + 1 WHERE id = 1\")\nop.create_index(\"ix_n\", \"user\", [\"n\"])",
			at: "op.execute"
		}],
		good: [{
			caption: "only rows",
			upgrade: "op.execute(\"UPDATE user SET n = 1 WHERE id = 1\")"
		}, {
			caption: "rows last",
			upgrade: "op.create_index(\"ix_n\", \"user\", [\"n\"])\nop.execute(\"UPDATE user SET n = 1 WHERE id = 1\")"
		}]
	},
	check: (pass) => {
		const writes = changesIn(pass, "upgrade", "write");
		const later = changesIn(pass, "upgrade", "create-table", "drop-table", "add-column", "drop-column", "alter-column", "create-index", "drop-index", "add-constraint", "drop-constraint", "rename-table", "rename-column").at(-1);
		const [first] = writes;
		if (!first || !later || pass.changes.indexOf(later) < pass.changes.indexOf(first)) return [];
		return [trouble(first, `These rows are committed as soon as the schema changes further down (line ${later.line}): if that fails they stay, and the next attempt writes them again.`, "Put the rows into a revision of their own, after the one that changes the schema.")];
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
				caption: "a type that only PostgreSQL has to drop",
				upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.Enum(\"a\", name=\"role\")))",
				downgrade: "op.drop_column(\"user\", \"role\")\nif op.get_bind().dialect.name == \"postgresql\":\n    sa.Enum(name=\"role\").drop(op.get_bind())"
			},
			{
				caption: "no way back at all, of which another rule speaks",
				upgrade: "if op.get_bind().dialect.name == \"mysql\":\n    op.create_index(\"ix\", \"user\", [\"a\"])"
			}
		]
	},
	check: ({ migration: { operations } }) => {
		const asking = (direction) => operations.filter((one) => one.direction === direction && asksForDialect(one.under) && !isTolerant(one));
		const present = (direction) => operations.some((one) => one.direction === direction);
		const [up, down] = [asking("upgrade"), asking("downgrade")];
		const [first] = up.length > 0 ? up : down;
		if (!first || up.length > 0 === down.length > 0) return [];
		if (!present("upgrade") || !present("downgrade") || hasOtherwise([...up, ...down])) return [];
		const [here, there] = first.direction === "upgrade" ? ["upgrade", "downgrade"] : ["downgrade", "upgrade"];
		return [trouble(first, `${here}() does this on some databases only, and ${there}() does not ask: on the others it undoes what never happened, or leaves what did.`, `Ask for the same dialect in ${there}().`)];
	}
};
/** What is written to find anything: IF EXISTS, and types that only PostgreSQL has as objects of their own. */
function isTolerant(operation) {
	if (operation.kind !== "call") return false;
	const { name, keywords } = operation;
	return name === "create" || name === "drop" || "if_exists" in keywords || "if_not_exists" in keywords;
}
/** Where `else` does something as well, every database gets its own way to the same end. */
const hasOtherwise = (operations) => operations.some(({ under }) => under.some((condition) => condition.startsWith("not (")));

// src/lint/rules/no-downgrade-mismatch.ts
/** What one direction makes and the other leaves alone is residue after a rollback. */
const noDowngradeMismatch = {
	id: "no-downgrade-mismatch",
	group: "reversibility",
	title: "A table or column of one direction has no counterpart in the other",
	why: "After a rollback it is still there, or still gone, and the next upgrade fails on it. The proof on a database says the same exactly; this is seen without one. Directions with anything that cannot be read are passed over.",
	severity: STRICT_ERROR,
	examples: {
		bad: [{
			caption: "a column that is never dropped",
			upgrade: "op.add_column(\"user\", sa.Column(\"a\", sa.Integer()))\nop.add_column(\"user\", sa.Column(\"b\", sa.Integer()))",
			downgrade: "op.drop_column(\"user\", \"a\")",
			at: "op.add_column(\"user\", sa.Column(\"b\""
		}, {
			caption: "a dropped table that never comes back",
			upgrade: "op.drop_table(\"note\")\nop.drop_table(\"tag\")",
			downgrade: "op.create_table(\"note\", sa.Column(\"id\", sa.Integer()))",
			at: "op.drop_table(\"tag\")"
		}],
		good: [
			{
				caption: "columns that go with their table",
				upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer()))\nop.add_column(\"tag\", sa.Column(\"a\", sa.Integer()))",
				downgrade: "op.drop_table(\"tag\")"
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
			}
		]
	},
	check: ({ changes, migration }) => {
		const isThere = (direction) => migration.functions.some((one) => one.direction === direction && one.body === "present");
		if (!isThere("upgrade") || !isThere("downgrade") || changes.some(isOpaque)) return [];
		return changes.flatMap((change) => {
			const others = changes.filter((other) => other.direction !== change.direction);
			const lost = change.under.length === 0 ? lostObject(change, others) : null;
			if (lost === null) return [];
			return [trouble(change, `${sayLoss(change, lost)}: after a rollback the schema is not what it was before, and the next upgrade may fail on it.`, `Make both directions each other's reverse.`)];
		});
	}
};
function sayLoss({ direction, kind }, object) {
	const adds = kind === "create-table" || kind === "add-column";
	if (direction === "upgrade") return adds ? `upgrade() adds ${object}, and downgrade() does not drop it` : `upgrade() drops ${object}, and downgrade() does not bring it back`;
	return adds ? `downgrade() adds ${object}, which upgrade() did not drop` : `downgrade() drops ${object}, which upgrade() did not add`;
}
/** Changes after which names no longer tell what is what. */
function isOpaque(change) {
	if (change.kind === "unread" || change.kind.startsWith("rename-") || change.under.length > 0) return true;
	return "table" in change && change.table === null || change.kind === "drop-column" && change.column === null;
}
/** The table or column in words; null where the other direction has its counterpart, or where it is neither. */
function lostObject(change, others) {
	if (!("table" in change) || change.table === null) return null;
	const table = key$1(change.table);
	const onTable = others.filter((other) => "table" in other && other.table !== null && key$1(other.table) === table);
	const has = (kind) => onTable.some((other) => other.kind === kind);
	switch (change.kind) {
		case "create-table": return change.temporary || has("drop-table") ? null : `table ${named(change.table)}`;
		case "drop-table": return has("create-table") ? null : `table ${named(change.table)}`;
		case "add-column": {
			const { name } = change.column;
			const dropped = onTable.some((other) => other.kind === "drop-column" && sameName(other.column, name));
			return name === null || dropped || has("drop-table") ? null : columnNamed(change.table, name);
		}
		case "drop-column": return onTable.some((other) => other.kind === "add-column" && sameName(other.column.name, change.column)) || has("create-table") ? null : columnNamed(change.table, change.column);
		default: return null;
	}
}
const sameName = (a, b) => a !== null && b !== null && key$1(a) === key$1(b);

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
			caption: "a rename as autogenerate writes it",
			upgrade: "op.add_column(\"user\", sa.Column(\"full_name\", sa.String(50), nullable=True))\nop.drop_column(\"user\", \"name\")",
			downgrade: "op.add_column(\"user\", sa.Column(\"name\", sa.String(50), nullable=True))\nop.drop_column(\"user\", \"full_name\")",
			at: "op.drop_column(\"user\", \"name\")"
		}],
		good: [{
			caption: "columns of different types",
			upgrade: "op.add_column(\"user\", sa.Column(\"age\", sa.Integer(), nullable=True))\nop.drop_column(\"user\", \"name\")",
			downgrade: "op.add_column(\"user\", sa.Column(\"name\", sa.String(50), nullable=True))\nop.drop_column(\"user\", \"age\")"
		}, {
			caption: "values copied in between",
			upgrade: "op.add_column(\"user\", sa.Column(\"full_name\", sa.String(50), nullable=True))\nop.execute(\"UPDATE user SET full_name = name\")\nop.drop_column(\"user\", \"name\")",
			downgrade: "op.add_column(\"user\", sa.Column(\"name\", sa.String(50), nullable=True))\nop.drop_column(\"user\", \"full_name\")"
		}]
	},
	check: (pass) => {
		const added = changesIn(pass, "upgrade", "add-column");
		const restored = changesIn(pass, "downgrade", "add-column");
		return (changesIn(pass, "upgrade", "write", "unread").length > 0 ? [] : onExisting(pass, "drop-column")).flatMap((dropped) => {
			const { table, column } = dropped;
			if (table === null || column === null) return [];
			const onTable = (other) => other.table !== null && key$1(other.table) === key$1(table);
			const type = restored.find((one) => onTable(one) && one.column.name !== null && key$1(one.column.name) === key$1(column))?.column.type;
			const twin = type ? added.find((one) => onTable(one) && one.column.type && typeText(one.column.type) === typeText(type)) : void 0;
			if (!twin || twin.column.name === column) return [];
			return [trouble(dropped, `This drops ${columnNamed(table, column)} and adds ${named(twin.column.name)} of the same type, which is how autogenerate writes a rename: the values of \`${column}\` are lost.`, `Copy the values before the column goes, or keep the column and rename the attribute alone:\nop.execute("UPDATE ${table} SET ${twin.column.name ?? "new_name"} = ${column}")`)];
		});
	}
};

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
			const same = (other) => table !== null && other.table !== null && key$1(other.table) === key$1(table);
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
		if (to.serverDefault !== "dropped" || restated || from.serverDefault === "dropped") return [];
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
				caption: "a string that only mentions it",
				upgrade: `op.execute("INSERT INTO log VALUES ('DROP TABLE x')")`
			}
		]
	},
	check: (pass) => onExisting(pass, "drop-table").map((change) => trouble(change, pass.facts.isReplaced(change) ? `Dropping table ${named(change.table)} for another of that name loses the rows that were not copied to it, ${whoFails(unmappedAtMost(pass, change.table), "meets a table that is no longer its own")}.` : `Dropping table ${named(change.table)} destroys its rows for good, ${whoFails(unmappedAtMost(pass, change.table), "fails at its next query of it")}.`, "Remove the model in this release and leave the table; drop it in a later one, when no running code maps it and its rows are backed up.", unmappedAtMost(pass, change.table)))
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
const startsWith$1 = (columns, prefix) => prefix.every((one, index) => key$1(one) === key$1(columns[index] ?? ""));
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
			const other = made.slice(0, at).find(({ table, columns }) => key$1(table) === key$1(index.table) && columns.length === index.columns.length && startsWith$1(columns, index.columns));
			if (!other) return [];
			return [trouble(index.change, `Table ${named(index.table)} has two indexes over (${index.columns.join(", ")}), this and ${indexNamed(other)}: every write to it keeps both, and no query needs the second.`, "Leave out the one that is not unique.")];
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
	why: "Rows with a removed member fail the upgrade or become empty, and old code still writes it. MySQL and MariaDB number the members, so any change but an addition at the end copies the whole table.",
	severity: ALL_ERROR,
	examples: {
		bad: [{
			caption: "a member removed",
			upgrade: "op.alter_column(\"user\", \"role\", type_=sa.Enum(\"admin\"), existing_type=sa.Enum(\"admin\", \"guest\"), existing_nullable=False)",
			at: "op.alter_column"
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
		const moved = (pass.engine === "mysql" || pass.engine === "mariadb") && before.some((member, index) => after[index] !== member);
		if (removed.length === 0 && !moved) return [];
		const column = columnNamed(change.table, change.column);
		const list = removed.map((member) => `\`${member}\``).join(", ");
		return [trouble(change, removed.length > 0 ? `${column} loses ${list}: rows that hold ${removed.length === 1 ? "it" : "them"} fail the upgrade or become empty, and old code still writes ${removed.length === 1 ? "it" : "them"}.` : `The members of ${column} are stored by number, and their order changes: the server copies the whole table and blocks writes meanwhile.`, removed.length > 0 ? "Keep the member and stop writing it; remove it in a later release, after an UPDATE has moved its rows." : "Add new members at the end of the list.")];
	})
};

// src/lint/rules/no-file-name-mismatch.ts
/** A file name that names another revision sends people to the wrong file. */
const noFileNameMismatch = {
	id: "no-file-name-mismatch",
	group: "pull-request",
	title: "The file’s name does not follow the project’s file_template",
	why: "People and scripts find a revision by its file’s name, and a directory is sorted by it. A name with another id leads to the wrong file.",
	severity: ALL_WARNING,
	examples: {
		bad: [{
			caption: "another id",
			fileName: "c3_tags.py",
			at: "revision = \"b1\""
		}, {
			caption: "its own id in another place",
			fileName: "tags_b1.py",
			at: "revision = \"b1\""
		}],
		good: [{
			caption: "its own id",
			fileName: "b1_tags.py"
		}]
	},
	check: ({ revision: { id, path, spans }, fileTemplate, text }) => {
		const name = path.slice(path.lastIndexOf("/") + 1);
		if (fileTemplate === null || namesOf(fileTemplate, id).test(name)) return [];
		const line = spans.id ? text.slice(0, spans.id.from).split("\n").length : 1;
		return [trouble({
			line,
			endLine: line,
			span: spans.id ?? null
		}, `The file is called ${name} and holds revision \`${id}\`, which file_template names otherwise: whoever looks for it by its name does not find it.`, `Rename the file after file_template, ${fileTemplate}.`)];
	}
};
/** Every name that the template may give; its directories are not looked at. */
function namesOf(template, id) {
	const parts = template.slice(template.lastIndexOf("/") + 1).split(/(%\(\w+\)[^a-z]*[a-z])/).map((part) => {
		const field = /^%\((\w+)\)/.exec(part)?.[1];
		if (field === void 0) return escaped(part.replaceAll("%%", "%"));
		return field === "rev" ? escaped(id) : ".*";
	});
	return new RegExp(`^${parts.join("")}\\.py$`, "s");
}
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

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
		good: [{
			caption: "of one type, and a text of another length",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.Integer(), primary_key=True), sa.Column(\"slug\", sa.String(9), unique=True))\nop.create_table(\"note\", sa.Column(\"tag_id\", sa.Integer(), sa.ForeignKey(\"tag.id\")), sa.Column(\"slug\", sa.String(20), sa.ForeignKey(\"tag.slug\")))"
		}, {
			caption: "a target that is not written here",
			upgrade: "op.add_column(\"note\", sa.Column(\"user_id\", sa.Integer(), sa.ForeignKey(\"user.id\")))"
		}]
	},
	check: (pass) => changesIn(pass, "upgrade", "create-table", "add-column", "add-constraint").flatMap((change) => pairsOf(change).flatMap(([column, table, target]) => {
		const from = pass.facts.writtenColumn(change.table, column)?.type;
		const to = pass.facts.writtenColumn(table, target)?.type;
		if (!from || !to || from.name === to.name && from.unsigned === to.unsigned) return [];
		return [trouble(change, `${columnNamed(change.table, column)} is ${typeText(from)} and points at ${columnNamed(table, target)}, which is ${typeText(to)}: MySQL and MariaDB refuse such a key, elsewhere the smaller one overflows.`, `Give the column the type of ${named(target)}.`)];
	}))
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

// src/lint/rules/no-index-drop-before-foreign-key.ts
/** MySQL does not give up the index that a foreign key stands on. */
const noIndexDropBeforeForeignKey = {
	id: "no-index-drop-before-foreign-key",
	group: "reversibility",
	title: "An index is dropped while its foreign key stands",
	why: "MySQL and MariaDB stop with error 1553, \"Cannot drop index: needed in a foreign key constraint\". SQLite and PostgreSQL let it pass, so tests there do not show it.",
	severity: ALL_ERROR,
	engines: MYSQL,
	examples: {
		bad: [{
			caption: "the index before its key",
			upgrade: "op.create_index(\"ix_user\", \"note\", [\"user_id\"])\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])",
			downgrade: "op.drop_index(\"ix_user\", table_name=\"note\")\nop.drop_constraint(\"fk_user\", \"note\", type_=\"foreignkey\")",
			at: "op.drop_index"
		}, {
			caption: "the index before its table",
			upgrade: "op.create_table(\"note\", sa.Column(\"id\", sa.Integer(), primary_key=True), sa.Column(\"user_id\", sa.Integer(), sa.ForeignKey(\"user.id\")))\nop.create_index(\"ix_user\", \"note\", [\"user_id\"])",
			downgrade: "op.drop_index(\"ix_user\", table_name=\"note\")\nop.drop_table(\"note\")",
			at: "op.drop_index"
		}],
		good: [
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
				caption: "another index that serves the key",
				upgrade: "op.create_index(\"ix_user\", \"note\", [\"user_id\"])\nop.create_index(\"ix_two\", \"note\", [\"user_id\", \"a\"])\nop.create_foreign_key(\"fk_user\", \"note\", \"user\", [\"user_id\"], [\"id\"])",
				downgrade: "op.drop_index(\"ix_user\", table_name=\"note\")\nop.drop_constraint(\"fk_user\", \"note\", type_=\"foreignkey\")"
			}
		]
	},
	check: (pass) => changesIn(pass, "downgrade", "drop-index").flatMap((change) => {
		const table = change.table === null ? null : key$1(change.table);
		const columns = table === null ? null : columnsOfIndex(pass, change);
		if (table === null || columns === null) return [];
		const foreignKey = foreignKeysOf(pass, table).find((one) => one.columns && startsWith(columns, one.columns) && !stood(pass, change, one.name, table));
		if (!foreignKey?.columns || servedOtherwise(pass, table, foreignKey.columns, change.name)) return [];
		return [trouble(change, `Index ${named(change.name)} is dropped while a foreign key of ${named(change.table)} still needs it: MySQL and MariaDB stop with error 1553, and the rollback ends half-way.`, "Drop the foreign key, or the whole table, before the index; an index goes with its table.")];
	})
};
const onTable = (table, other) => other.table !== null && key$1(other.table) === table;
function columnsOfIndex(pass, { name, table }) {
	return changesIn(pass, "upgrade", "create-index").find((one) => one.name !== null && one.name === name && table !== null && onTable(key$1(table), one))?.columns ?? null;
}
function foreignKeysOf(pass, table) {
	return changesIn(pass, "upgrade", "create-table", "add-constraint").filter((one) => onTable(table, one)).flatMap((one) => {
		if (one.kind === "add-constraint") return one.constraint.kind === "foreign-key" ? [one.constraint] : [];
		const beside = one.columns.filter(({ references }) => references !== null && !references.inline);
		return [...one.constraints.filter(({ kind }) => kind === "foreign-key"), ...beside.map(({ name }) => ({
			name: null,
			columns: name === null ? null : [name]
		}))];
	});
}
/** Whether the key, by its name or by any key's going, or the table went before the index. */
function stood(pass, before, name, table) {
	const at = pass.changes.indexOf(before);
	return changesIn(pass, "downgrade", "drop-constraint", "drop-table", "drop-column").some((one) => onTable(table, one) && pass.changes.indexOf(one) < at && (one.kind !== "drop-constraint" || name === null || one.name === null || one.name === name));
}
const startsWith = (columns, first) => first.length > 0 && first.every((column, index) => columns[index] !== void 0 && key$1(columns[index]) === key$1(column));
/** Another index or key of this revision that begins with the same columns. */
function servedOtherwise(pass, table, columns, index) {
	return changesIn(pass, "upgrade", "create-index", "create-table", "add-constraint").some((one) => {
		if (!onTable(table, one)) return false;
		if (one.kind === "create-index") return one.name !== index && startsWith(one.columns ?? [], columns);
		const keys = one.kind === "add-constraint" ? [one.constraint] : one.constraints;
		return one.kind === "create-table" && one.columns.some((column) => (column.primaryKey || column.unique) && startsWith([column.name ?? ""], columns)) || keys.some(({ kind, columns: own }) => kind !== "foreign-key" && startsWith(own ?? [], columns));
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
		const tables = new Set(touched.flatMap(({ table }) => table === null ? [] : [key$1(table)]));
		const [first] = touched;
		if (!first || tables.size <= limit) return [];
		return [trouble(first, `This revision changes ${tables.size} tables, which are reviewed, deployed and rolled back together.`, "Make a revision of its own of each change that makes sense alone.")];
	}
};

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
		const second = changes.find((change) => change.operation !== first?.operation);
		if (!first || !second) return [];
		return [trouble(second, `If this fails, the change on line ${first.line} stays, because MySQL and MariaDB cannot take it back: the next attempt stops at it with "already exists" or the like.`, "Make a revision of its own of each change, or ask before each whether it was made.")];
	}
};
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
/** An option for another engine does nothing here, and nobody says so. */
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
		bad: [{
			caption: "PostgreSQL’s on MySQL",
			upgrade: "op.create_index(\"ix_a\", \"user\", [\"a\"], postgresql_concurrently=True)",
			at: "op.create_index",
			engines: ["mysql", "mariadb"]
		}, {
			caption: "MySQL’s on PostgreSQL",
			upgrade: "op.create_table(\"user\", sa.Column(\"id\", sa.Integer()), mysql_engine=\"InnoDB\")",
			at: "op.create_table",
			engines: ["postgresql"]
		}],
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
		return [trouble(change, `${list} ${foreign.length === 1 ? "is an option" : "are options"} of another database: here nothing comes of it.`, "Remove it, or write what this database has for it.")];
	})
};

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
	check: (pass) => onExisting(pass, "table-option").filter(({ option }) => option === "partition").map((change) => trouble(change, `The partitions of ${named(change.table)} change: ${harm(change.text)}.`, "Do it outside of the migration, when nobody writes, or with an online schema-change tool."))
};
/** By the action's first word, as the servers' manuals tell them apart. */
function harm(action) {
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
			const longer = made.find(({ table, columns }) => key$1(table) === key$1(index.table) && columns.length > index.columns.length && startsWith$1(columns, index.columns));
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
	severity: ALL_ERROR,
	statements: true,
	examples: {
		bad: [{
			caption: "with Alembic",
			upgrade: "op.rename_table(\"user\", \"account\")",
			at: "op.rename_table"
		}, {
			caption: "in raw SQL",
			upgrade: "op.execute(\"ALTER TABLE user RENAME TO account\")",
			at: "op.execute"
		}],
		good: [{
			caption: "with a view under the old name",
			upgrade: "op.rename_table(\"user\", \"account\")\nop.execute(\"CREATE VIEW user AS SELECT * FROM account\")"
		}, {
			caption: "an index",
			upgrade: "op.execute(\"ALTER TABLE user RENAME INDEX a TO b\")",
			engines: ["mysql", "mariadb"]
		}]
	},
	check: (pass) => {
		return (changesIn(pass, "upgrade", "other").some(({ statement }) => statement === "CREATE VIEW") ? [] : onExisting(pass, "rename-table")).map((change) => trouble(change, `Renaming table ${named(change.table)} to ${named(change.to)} breaks old code at once: until the deploy ends it asks for the old name and fails.`, "Keep the name and map it in the model with __tablename__, or leave a view under the old name in this revision."));
	}
};

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
			if (table === null || said.has(key$1(table))) return [];
			const first = changes.slice(0, at).find((other) => other.table !== null && key$1(other.table) === key$1(table) && !isOne(other, change));
			if (!first) return [];
			said.add(key$1(table));
			return [trouble(change, `Table ${named(table)} is altered here and on line ${first.line}: each statement waits for the table’s lock again, and may rebuild it again.`, "Make it one statement:\nop.execute(\"ALTER TABLE … ADD COLUMN …, ADD COLUMN …\")")];
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
const words$1 = (text) => new Set(text.trim().split(/\s+/));
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
	mysql: words$1(BOTH + `
cube cume_dist dense_rank empty first_value function generated get grouping groups io_after_gtids io_before_gtids json_table
lag last_value lateral lead manual master_bind master_ssl_verify_server_cert nth_value ntile of optimizer_costs parallel
percent_rank qualify rank row stored system tablesample virtual`),
	mariadb: words$1(BOTH + `
current_role delete_domain_id do_domain_ids ignore_domain_ids offset page_checksum parse_vcol_expr position ref_system_id
returning stats_auto_recalc stats_persistent stats_sample_pages`),
	postgresql: words$1(`
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
		if (to.nullable !== false || wasSo || restated) return [];
		if (pass.facts.newColumn(change, column)?.serverDefault === true) return [];
		return [trouble(change, `${columnNamed(table, column)} becomes NOT NULL: the upgrade fails on a row that holds NULL, and old code that still runs and leaves it out fails from then on.`, "First release code that always writes it and fill the NULLs; make it NOT NULL in the release after that.")];
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
		good: [{
			caption: "a big integer, and a key that is no number",
			upgrade: "op.create_table(\"tag\", sa.Column(\"id\", sa.BigInteger(), primary_key=True))\nop.create_table(\"label\", sa.Column(\"code\", sa.String(9), primary_key=True))"
		}, {
			caption: "a key of two columns",
			upgrade: "op.create_table(\"tag\", sa.Column(\"a\", sa.Integer(), primary_key=True), sa.Column(\"b\", sa.Integer(), primary_key=True))"
		}]
	},
	check: (pass) => changesIn(pass, "upgrade", "create-table").flatMap((change) => {
		const [column, ...more] = keyColumns(change);
		if (!column?.type || more.length > 0 || column.references !== null || !SMALL.has(column.type.name)) return [];
		return [trouble(change, `The key ${columnNamed(change.table, column.name)} is ${typeText(column.type)}: when it runs out, every INSERT fails until the table has been rebuilt.`, "Use a BIGINT:\nsa.Column(\"id\", sa.BigInteger(), primary_key=True)")];
	})
};
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

// src/lint/rules/no-timestamp-2038.ts
/** MySQL's TIMESTAMP ends on 19 January 2038. */
const noTimestamp2038 = {
	id: "no-timestamp-2038",
	group: "hygiene",
	title: "A new TIMESTAMP column on MySQL",
	why: "MySQL’s TIMESTAMP holds no moment after 2038-01-19 03:14:07 UTC: later dates (an expiry, a contract’s end) are refused today.",
	severity: ALL_OFF,
	engines: ["mysql"],
	statements: true,
	examples: {
		bad: [{
			caption: "in a new table",
			upgrade: "op.create_table(\"tag\", sa.Column(\"until\", sa.TIMESTAMP(), nullable=True))",
			at: "op.create_table"
		}, {
			caption: "added",
			upgrade: "op.execute(\"ALTER TABLE tag ADD until TIMESTAMP NULL\")",
			at: "op.execute"
		}],
		good: [{
			caption: "DATETIME",
			upgrade: "op.create_table(\"tag\", sa.Column(\"until\", sa.DateTime(), nullable=True))"
		}]
	},
	check: (pass) => changesIn(pass, "upgrade", "create-table", "add-column").flatMap((change) => (change.kind === "create-table" ? change.columns : [change.column]).filter(({ type }) => type?.name === "timestamp").map(({ name }) => trouble(change, `${columnNamed(change.table, name)} is a TIMESTAMP, which holds no moment after 2038-01-19: later dates are refused.`, "Use DATETIME:\nsa.DateTime()")))
};

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
	severity: ALL_ERROR,
	statements: true,
	examples: {
		bad: [
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
				at: "op.alter_column"
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
				caption: "the way back of a longer string",
				upgrade: "op.alter_column(\"user\", \"n\", type_=sa.String(50), existing_type=sa.String(20), existing_nullable=True)",
				downgrade: "op.alter_column(\"user\", \"n\", type_=sa.String(20), existing_type=sa.String(50), existing_nullable=True)"
			}
		]
	},
	check: (pass) => onExisting(pass, "alter-column").flatMap((change) => {
		const { from, to, table, column } = change;
		const harm = from.type && to.type ? narrowing(from.type, to.type) : null;
		if (!from.type || !to.type || harm === null || pass.facts.newColumn(change, column)) return [];
		return [trouble(change, `Changing ${columnNamed(table, column)} from ${typeText(from.type)} to ${typeText(to.type)}: ${harm}. The upgrade fails on the first such row, or cuts it where the server's mode is not strict.`, "Keep the wider type and check the limit in the application, or first make sure in a release of its own that no row exceeds it.")];
	})
};

// src/lint/rules/no-unbatched-backfill.ts
/** One UPDATE over a whole table is one transaction over a whole table. */
const noUnbatchedBackfill = {
	id: "no-unbatched-backfill",
	group: "locks",
	title: "A whole table is filled or copied in one statement",
	why: "All its rows are locked until the statement ends: writers wait, replicas lag behind, and a failure near the end undoes everything at the same price.",
	severity: STRICT_ERROR,
	statements: true,
	examples: {
		bad: [{
			caption: "a new column filled",
			upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), nullable=True))\nop.execute(\"UPDATE user SET role = 'guest'\")",
			at: "op.execute"
		}, {
			caption: "all rows copied",
			upgrade: "op.execute(\"INSERT INTO log SELECT * FROM event\")",
			at: "op.execute"
		}],
		good: [{
			caption: "a part of the rows",
			upgrade: "op.add_column(\"user\", sa.Column(\"role\", sa.String(9), nullable=True))\nop.execute(\"UPDATE user SET role = 'guest' WHERE id < 1000\")"
		}, {
			caption: "rows that are written down",
			upgrade: "op.execute(\"INSERT INTO role VALUES (1), (2)\")"
		}]
	},
	check: (pass) => onExisting(pass, "write").flatMap((change) => {
		const { verb, filtered, sets, table } = change;
		const backfill = sets?.every((column) => pass.facts.newColumn(change, column) !== null) === true;
		if (filtered || (verb === "update" ? !backfill : verb === "delete")) return [];
		return [trouble(change, `This writes every row ${verb === "update" ? `of ${named(table)}` : `that it selects into ${named(table)}`} in one transaction: other writers wait for it, and replicas lag behind.`, "Give the column a server default instead, or fill it in batches outside of the migration.")];
	})
};

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
				caption: "given to the driver as it is",
				upgrade: `op.get_bind().exec_driver_sql("""INSERT INTO setting VALUES ('{"a":1}')""")`
			}
		]
	},
	check: ({ migration, engine }) => migration.operations.flatMap((operation) => {
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
				caption: "a condition that is computed",
				upgrade: "op.execute(f\"DELETE FROM session {condition()}\")"
			}
		]
	},
	check: (pass) => onExisting(pass, "write").flatMap((change) => {
		const { verb, filtered, sets, table } = change;
		const backfill = sets?.every((column) => pass.facts.newColumn(change, column) !== null) === true;
		if (verb === "insert" || filtered || backfill) return [];
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
				caption: "in raw SQL",
				upgrade: "op.execute(\"ALTER TABLE user ADD UNIQUE (mail)\")",
				at: "op.execute"
			}
		],
		good: [
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
		const over = columns === null ? "" : ` over ${columns.map(named).join(", ")}`;
		return [trouble(change, `${named(change.table)} gets a unique key${over}: the upgrade fails if two rows agree there, and so does what old code inserts while this deploys.`, `Look for duplicates on production first, and let the code refuse them one release earlier:\n${query(change.table, columns)}`)];
	})
};
/** undefined where the change makes nothing unique; null where its columns cannot be read. */
function uniqueColumns(change) {
	if (change.kind === "create-index") return change.unique ? change.columns : void 0;
	const { kind, columns, usingIndex } = change.constraint;
	return kind === "unique" && !usingIndex ? columns : void 0;
}
/** NULLs never collide. */
function isEmpty({ facts }, change, column) {
	const added = facts.newColumn(change, key$1(column));
	return added !== null && added.nullable !== false && !added.serverDefault;
}
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
	why: "Without a naming convention in the metadata, autogenerate writes `None` for the name. The server invents one that differs between servers, and the `drop_constraint(None, …)` of the downgrade fails.",
	severity: STRICT_ERROR,
	examples: {
		bad: [{
			caption: "a foreign key as autogenerate writes it",
			upgrade: "op.create_foreign_key(None, \"note\", \"user\", [\"user_id\"], [\"id\"])",
			at: "op.create_foreign_key"
		}, {
			caption: "its way back",
			upgrade: "op.create_unique_constraint(\"uq\", \"note\", [\"a\"])",
			downgrade: "op.drop_constraint(None, \"note\", type_=\"unique\")",
			at: "op.drop_constraint"
		}],
		good: [{
			caption: "a name",
			upgrade: "op.create_unique_constraint(\"uq_note_a\", \"note\", [\"a\"])"
		}, {
			caption: "a name that is computed",
			upgrade: "op.create_unique_constraint(name(), \"note\", [\"a\"])"
		}]
	},
	check: ({ migration: { operations } }) => operations.flatMap((operation) => {
		if (operation.kind !== "call" || !isNone(nameOf(operation))) return [];
		const what = operation.name.endsWith("index") ? "index" : "constraint";
		const drops = operation.name.startsWith("drop_");
		return [trouble(operation, drops ? `This drops a ${what} without saying which: the migration fails, and a rollback stops here.` : `This ${what} has no name: the server invents one, which may differ on each, so that no migration can drop it by name.`, `Give it a name here and in the model, or set a naming_convention for the metadata:\n${operation.name}(${JSON.stringify(what === "index" ? "ix_table_column" : "uq_table_column")}, …)`)];
	})
};
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
				at: "op.execute"
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
		good: [{
			caption: "computed values",
			upgrade: "op.execute(f\"UPDATE user SET a = {value()} WHERE id = 1\")"
		}, {
			caption: "reading",
			upgrade: "rows = op.get_bind().execute(sa.text(\"SELECT 1\"))"
		}]
	},
	check: ({ changes, wasSeen }) => changes.flatMap((change) => {
		if (change.kind !== "unread" || wasSeen(change)) return [];
		const text = change.text.replace(/\s+/g, " ").replaceAll("￼", "…").trim();
		const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
		return [trouble(change, `Nobody has judged \`${shown.replaceAll("`", "'")}\`: ${change.why}.`, "Write the operation out, or let a database run it, whose captured statements are judged instead.")];
	})
};

// src/lint/rules/no-unrelated-change.ts
/** Autogenerate takes along whatever differs, whoever changed it. */
const table$1 = (name, more = "") => `class ${name}(DeclarativeBase):\n    __tablename__ = "${name.toLowerCase()}"\n    id = Column(Integer, primary_key=True)\n${more}`;
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
				base: table$1("User") + table$1("Note"),
				merged: table$1("User", NICK) + table$1("Note")
			}
		}],
		good: [{
			caption: "the table whose model changes, and one that no model maps",
			upgrade: "op.add_column(\"user\", sa.Column(\"nick\", sa.Text()))\nop.drop_index(\"ix_log\", table_name=\"log\")",
			models: {
				base: table$1("User") + table$1("Note"),
				merged: table$1("User", NICK) + table$1("Note")
			}
		}, {
			caption: "a column that left the model before",
			upgrade: "op.drop_column(\"note\", \"nick\")",
			models: {
				base: table$1("User") + table$1("Note"),
				merged: table$1("User", NICK) + table$1("Note")
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
			if (change.table === null || seen.has(key$1(change.table))) return [];
			const before = mapped(models.base, change.table);
			const after = mapped(models.merged, change.table);
			const isRemoval = change.kind === "drop-column" && change.column !== null && before?.columns.has(key$1(change.column)) === false;
			if (!before?.whole || !after?.whole || !isSame(before, after) || isRemoval) return [];
			seen.add(key$1(change.table));
			return [trouble(change, `${named(change.table)} changes here, and its model (${after.path}, line ${after.line}) does not: autogenerate may have picked up somebody else’s change.`, "Take it out, unless it belongs to this change.")];
		});
	}
};

// src/lint/rules/no-varchar-boundary.ts
/** From 256 bytes on, InnoDB keeps the length of a text in two bytes, and every row must be rewritten. */
/** Characters that take at most 255 bytes in every character set, and that take more than 255 in each. */
const SHORT = 63;
const LONG = 255;
/** From this MariaDB on, up to 127 bytes grow at once over any boundary, and so many can be 63 characters. */
const LONGER_AT_ONCE = "10.4.3";
const noVarcharBoundary = {
	id: "no-varchar-boundary",
	group: "locks",
	title: "A VARCHAR grows over the boundary of 255 bytes",
	why: "Up to 255 bytes the length of a value takes one byte, beyond them two. Growing within either side changes metadata alone; crossing copies the whole table and blocks writes, on MariaDB since 10.4.3 only from more than 127 bytes. Only lengths that cross in every character set are found; a column that shrinks is another rule’s.",
	severity: STRICT_ERROR,
	engines: MYSQL,
	examples: {
		bad: [{
			caption: "from 50 to 300",
			upgrade: "op.alter_column(\"user\", \"name\", type_=sa.String(300), existing_type=sa.String(50), existing_nullable=True)",
			at: "op.alter_column",
			engines: ["mysql"]
		}, {
			caption: "on an older MariaDB",
			upgrade: "op.alter_column(\"user\", \"name\", type_=sa.String(300), existing_type=sa.String(50), existing_nullable=True)",
			at: "op.alter_column",
			engines: ["mariadb"],
			version: "10.3.39"
		}],
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
		if (before === void 0 || after === void 0 || before > SHORT || after <= LONG) return [];
		if (pass.engine === "mariadb" && !isBefore(pass.version, LONGER_AT_ONCE)) return [];
		return [trouble(change, `${columnNamed(table, column)} grows from ${before} to ${after} characters, over the boundary of 255 bytes: the table is copied, and writes to it wait for its whole length.`, "Run it with an online schema-change tool, or stay below the boundary.")];
	})
};

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
		generated: computed ? boolOf(computed.keywords["persisted"]) === true ? "stored" : "virtual" : null,
		references: target && {
			...target,
			inline: false
		},
		onDelete: key ? stringOf(key.keywords["ondelete"]) : null
	};
}
const isPart = (value) => value.kind === "call" && PARTS.test(value.callee);
/** `"guest"`, `sa.text("'guest'")`. */
function plainText(value) {
	const inner = value?.kind === "call" && value.callee === "text" ? value.args[0] : value;
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
			const written = change.columns.flatMap(({ name }) => name === null ? [] : [key$1(name)]);
			const missing = wanted.filter((name) => !written.includes(key$1(name)) && pass.facts.writtenColumn(change.table, name) === null);
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
			const missing = comment || pass.changes.some((one) => comments(one, table)) ? [] : ["the table"];
			if (missing.length + bare.length === 0) return [];
			return [trouble(change, `Nothing in the schema says what ${[...missing, ...bare].join(", ")} of ${named(table)} is for: who looks at the database without the code must guess.`, "Say it:\ncomment=\"…\"")];
		});
	}
};
/** `op.create_table_comment`, `COMMENT ON TABLE`. */
function comments({ operation, kind, direction }, table) {
	if (kind !== "other" || direction !== "upgrade" || !operation || table === null) return false;
	if (operation.kind === "call") return operation.name === "create_table_comment" && key$1(stringOf(argument(operation, "table_name")) ?? "") === key$1(table);
	const text = operation.kind === "sql" ? operation.sql.toLowerCase().replace(/["`]/g, "") : "";
	return text.includes("comment") && text.split(/[^\w.]+/).includes(key$1(table));
}

// src/lint/rules/require-concurrent-index.ts
/** CREATE INDEX on PostgreSQL keeps writers out for as long as the table is read. */
const requireConcurrentIndex = {
	id: "require-concurrent-index",
	group: "locks",
	title: "An index is built without CONCURRENTLY, or with it inside of a transaction",
	why: "An ordinary CREATE INDEX holds a SHARE lock: every INSERT, UPDATE and DELETE waits until the whole table was read. CONCURRENTLY does not block, and PostgreSQL refuses it inside of the transaction that Alembic opens, unless it stands in an `autocommit_block()`.",
	severity: STRICT_ERROR,
	engines: ["postgresql"],
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
		good: [{
			caption: "both",
			upgrade: "with op.get_context().autocommit_block():\n    op.create_index(\"ix_a\", \"user\", [\"a\"], postgresql_concurrently=True)"
		}, {
			caption: "a table of this pull request",
			upgrade: "op.create_table(\"tag\", sa.Column(\"a\", sa.Integer()))\nop.create_index(\"ix_a\", \"tag\", [\"a\"])"
		}]
	},
	check: (pass) => onExisting(pass, "create-index").filter(({ concurrently, autocommit }) => !concurrently || !autocommit).map((change) => trouble(change, change.concurrently ? `CONCURRENTLY cannot run inside of a transaction, and Alembic opens one: the migration fails unless env.py turns that off.` : `Building an index on ${named(change.table)} makes every INSERT, UPDATE and DELETE on it wait until the whole table was read.`, "Build it concurrently, outside of the transaction:\nwith op.get_context().autocommit_block():\n    op.create_index(…, postgresql_concurrently=True)"))
};

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
	const kind = changesIn(pass, direction === "upgrade" ? "downgrade" : "upgrade", "add-constraint").find((one) => name !== null && one.constraint.name === name && one.table !== null && table !== null && key$1(one.table) === key$1(table))?.constraint.kind;
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
			}
		],
		good: [
			{
				caption: "what changes",
				message: "CW-221: tags on cases"
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
		const plain = /^[\w.#:-]*$/.test(text);
		if (isMerge(pass) || !plain && text.toLowerCase() !== "empty message") return [];
		const line = spans.docstring ? lineAt(pass.text, spans.docstring.from) : 1;
		return [trouble({
			line,
			endLine: line,
			span: spans.docstring ?? null
		}, text === "" ? "This revision has no message: alembic history and the log of a deploy show nothing of what it does." : `"${text}" does not say what this revision does, and it is all that alembic history and the log of a deploy show.`, "Say in a few words of the docstring what changes for whom.")];
	}
};

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
			{ caption: "an upgrade that does nothing, either" }
		]
	},
	check: ({ migration }) => {
		if (irreversibleReason(migration) !== null) return [];
		return migration.functions.filter((one) => one.direction === "upgrade" && one.body === "present").flatMap((upgrade) => {
			const downgrade = migration.functions.find((one) => one.direction === "downgrade" && one.database === upgrade.database);
			if (downgrade?.body === "present" || !doesSomething(migration, upgrade)) return [];
			const { line, span } = downgrade ?? upgrade;
			const harm = downgrade === void 0 ? "There is no downgrade(): a rollback stops here with AttributeError." : downgrade.body === "raises" ? "downgrade() raises: a rollback stops here, perhaps half-way." : "downgrade() does nothing: a rollback moves the version and leaves all that upgrade() did, and the next upgrade does it once more on top.";
			return [trouble({
				line,
				endLine: line,
				span
			}, harm, "Undo in downgrade() what upgrade() does, or declare that there is no way back:\n# alembic-gate: irreversible <reason>\ndef downgrade():")];
		});
	}
};
const doesSomething = ({ operations }, { database }) => operations.some((one) => one.direction === "upgrade" && one.database === database);

// src/lint/rules/require-existing-attributes.ts
/** MySQL says the whole column again to change a part of it, and what Alembic is not told is silently lost. */
const ROLE = "class User(DeclarativeBase):\n    __tablename__ = \"user\"\n    role = Column(String(9), nullable=False, server_default=\"guest\")\n";
const requireExistingAttributes = {
	id: "require-existing-attributes",
	group: "traps",
	title: "alter_column without the attributes that it must restate",
	why: "Alembic writes MODIFY or CHANGE, which restate the whole column. Without `existing_type` the migration fails; without `existing_nullable` a NOT NULL column silently becomes nullable. A default, comment or autoincrement that exists is lost in the same way: seen where `models:` show one on the base, or on a server.",
	severity: ALL_ERROR,
	engines: MYSQL,
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
				caption: "a branch for PostgreSQL",
				upgrade: "if op.get_bind().dialect.name == \"postgresql\":\n    op.alter_column(\"user\", \"name\", type_=sa.Text())"
			}
		]
	},
	check: (pass) => ["upgrade", "downgrade"].flatMap((direction) => changesIn(pass, direction, "alter-column", "rename-column").flatMap((change) => {
		const { operation } = change;
		if (operation?.kind !== "call" || operation.name !== "alter_column") return [];
		const missing = missingIn(operation, pass.models);
		if (missing.length === 0) return [];
		const column = columnNamed(tableOf$1(operation), stringOf(argument(operation, "column_name")));
		const harm = missing.includes("existing_type") ? "the migration stops with \"All MySQL CHANGE/MODIFY COLUMN operations require the existing type\"" : missing.includes("existing_nullable") ? "if it is NOT NULL it silently becomes nullable, because MySQL says the whole column again" : "what the model says of it is silently lost, because MySQL says the whole column again";
		return [trouble(change, `This changes ${column} without ${missing.join(" and ")}: ${harm}.`, `Say what the column is now:\n${missing.map(spelled).join(", ")}`)];
	}))
};
const SPELLED = {
	existing_type: "existing_type=sa.String(length=…)",
	existing_nullable: "existing_nullable=False"
};
const spelled = (keyword) => SPELLED[keyword] ?? `${keyword}=…`;
/** What is lost beside type and nullability, as far as the base's model says that the column has it. */
const FURTHER = [
	"server_default",
	"comment",
	"autoincrement"
];
function furtherIn(call, models) {
	const table = tableOf$1(call);
	const column = stringOf(argument(call, "column_name"));
	if (models === null || table === null || column === null) return [];
	const said = mapped(models.base, table)?.columns.get(column.toLowerCase()) ?? "";
	return FURTHER.filter((name) => new RegExp(`[(,]${name}=(?!None)`).test(said) && call.keywords[name] === void 0 && call.keywords[`existing_${name}`] === void 0).map((name) => `existing_${name}`);
}
/** What Alembic's MySQLImpl.alter_column (alembic/ddl/mysql.py) restates: all for a rename, none for a default alone. */
function missingIn(call, models) {
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
		...furtherIn(call, models)
	];
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
				caption: "primary keys and computed columns",
				upgrade: "op.create_table(\"user\", sa.Column(\"id\", sa.Integer(), primary_key=True), sa.Column(\"a\", sa.Integer()), sa.Column(\"n\", sa.Integer(), sa.Computed(\"1\")), sa.PrimaryKeyConstraint(\"a\"))"
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
			const { name, primaryKey, generated } = columnOf(call);
			const isKey = primaryKey || name !== null && keys.includes(name);
			if (call.keywords["nullable"] !== void 0 || "**" in call.keywords || isKey || generated || boolOf(call.keywords["system"]) === true) return [];
			const place = {
				line: lineAt(text, call.span.from),
				endLine: lineAt(text, call.span.to - 1),
				span: call.span
			};
			const column = columnNamed(tableOf$1(operation), name);
			return [trouble(place, `${column} does not say whether it takes NULL, so reviewers must know that it does.`, "Say it:")];
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
		return [trouble(first, "This waits for the table’s lock as long as it takes, and every query that comes meanwhile waits behind it.", `Set a limit before it:\nop.execute("${limit}")`)];
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
	why: "Row-based replication then looks through the whole table for every changed row, group replication refuses the table, and duplicates cannot be told apart.",
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
		}).map((change) => trouble(change, `Table ${named(change.table)} has no primary key: replication looks through all of it for every changed row, and nothing tells two equal rows apart.`, "Give it one:\nsa.Column(\"id\", sa.BigInteger(), primary_key=True)"));
	}
};

// src/lint/rules/require-server-default.ts
/** A NOT NULL column without a server default refuses the rows that are there, and those that old code still inserts. */
const requireServerDefault = {
	id: "require-server-default",
	group: "rolling-deploy",
	title: "A NOT NULL column is added without a server default",
	why: "Rows that exist have no value for it: PostgreSQL refuses the column, MySQL and MariaDB fill in zero or an empty text. Old code does not know the column, so each of its INSERTs fails. `default=` is Python’s own and does not count: the database never sees it.",
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
		const { nullable, serverDefault, generated, autoIncrement, primaryKey, name } = change.column;
		if (nullable !== false || serverDefault || generated || autoIncrement || primaryKey) return [];
		const rows = pass.engine === "postgresql" ? "the upgrade fails as soon as the table has a row" : pass.engine === null ? "rows that exist have no value for it" : "rows that exist get zero or an empty text";
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
		return columnCalls(operation).flatMap((call) => {
			const { name, type } = columnOf(call);
			const spelled = call.args.find((value) => isBareString(value));
			if (type?.name !== "varchar" || spelled === void 0) return [];
			const line = lineAt(text, call.span.from);
			const column = columnNamed(tableOf$1(operation), name);
			const place = {
				line,
				endLine: lineAt(text, call.span.to),
				span: call.span
			};
			return engine === "postgresql" ? [trouble(place, `${column} is a text of any length.`, "Give sa.String a length, or write sa.Text() to say that this is meant.", "info")] : [trouble(place, `${column} is a sa.String without length: the migration fails with "VARCHAR requires a length on dialect ${engine ?? "mysql"}".`, "Give it a length:\nsa.String(length=255)")];
		});
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
		why: "An id with illegal characters stops every command; one of more than 32 characters fails after its schema changes have run.",
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
		id: "no-table-rebuild",
		group: "locks",
		title: "The server rebuilds a table with all its rows",
		why: "It takes as long as the table is large, and where the server copies the table, everybody who writes to it waits meanwhile: asked of a real server.",
		severity: WARNING_ERROR,
		configurable: true,
		inline: true
	},
	{
		id: "no-blocking-change",
		group: "locks",
		title: "Writes wait for the whole length of a change",
		why: "The server cannot make the change without a lock on the table: everybody who writes to it waits until it is done.",
		severity: STRICT_ERROR,
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
/** Names that `rules:` of the configuration may use: every id, and the groups that are switched as a whole. */
const RULE_NAMES = [
	...CATALOGUE.map(({ id }) => id),
	"hygiene",
	"rolling-deploy"
];
/** What no comment and no configuration of the pull request's own can accept, but a person can who looks at it. */
const APPROVABLE = /* @__PURE__ */ new Set([
	"no-merged-revision-change",
	"no-reparent-of-merged",
	"no-gate-weakening"
]);

// src/config/choices.ts
const DATABASES = [
	"auto",
	"service",
	"local",
	"container",
	"none"
];
const ENGINES = [
	"mysql",
	"mariadb",
	"postgresql",
	"sqlite"
];
const PROFILES = [
	"recommended",
	"add-only",
	"strict"
];
const SEVERITIES = [
	"off",
	"info",
	"warning",
	"error"
];
const PROOFS = [
	"round-trip",
	"rows",
	"old-code",
	"lock-class",
	"order",
	"interruption",
	"drift",
	"start-states",
	"fresh-install",
	"two-deployers"
];
const URL_START = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//;
/** Whether a `database` value is a server's URL rather than a word. */
function isUrl(value) {
	return URL_START.test(value);
}

// src/config/vocabulary.ts
/** The kinds of value the gate's configuration has, each with the sentence for what is none. */
/** An optional key with its description for editors. */
function key(description, schema) {
	return exactOptional(schema.describe(description));
}
/** A table with exactly these keys. */
function table(shape) {
	const known = Object.keys(shape);
	return strictObject(shape, { error: (issue) => issue.code === "unrecognized_keys" ? unknownKeys(issue.keys, known) : mustBe("a table of keys", issue) });
}
/** The same, with the keys of the parsed value in camel case. */
function section(shape) {
	return table(shape).transform((value) => camelKeys(value));
}
function camelKeys(value) {
	const camel = (name) => name.replace(/-(.)/g, (_, next) => next.toUpperCase());
	const entries = Object.entries(value).map(([name, each]) => [camel(name), each]);
	return Object.fromEntries(entries);
}
/** Text; a number or boolean that was written without quotes is taken as it was written. */
const text = union([
	string(),
	number(),
	boolean()
], { error: (issue) => mustBe("text", issue) }).transform(String);
const words = string({ error: (issue) => mustBe("text", issue) }).min(1, { error: "must not be empty" });
const yesNo = boolean({ error: (issue) => mustBe("true or false", issue) });
const count = int({ error: (issue) => mustBe("a whole number, 1 or more", issue) }).min(1, { error: (issue) => mustBe("a whole number, 1 or more", issue) });
function choice(values) {
	return _enum(values, { error: (issue) => mustBe(`one of ${values.join(", ")}`, issue) });
}
function list(item) {
	return array(item, { error: (issue) => mustBe("a list", issue) });
}
function either(what, options) {
	return union(options, { error: (issue) => mustBe(what, issue) });
}
/** "must be …, not …" for zod's raw issue. */
function mustBe(what, issue) {
	if (issue.input === void 0) return `is missing: it must be ${what}`;
	return `must be ${what}, not ${shown(issue.input)}`;
}
function shown(input) {
	if (input === null) return "empty";
	if (Array.isArray(input)) return "a list";
	if (typeof input === "object") return "a table of keys";
	return JSON.stringify(input);
}
/** One line for each unknown key, in the order of `keys`; the reader takes them apart again to place each. */
function unknownKeys(keys, known) {
	return keys.map((name) => unknownName("key", name, known)).join("\n");
}
/** "unknown key trunk: did you mean trunks?", or all known names where none is near. */
function unknownName(kind, name, known) {
	const [nearest] = known.map((other) => ({
		other,
		distance: editDistance(name, other)
	})).filter(({ other, distance }) => distance <= Math.max(2, Math.floor(other.length / 3))).sort((a, b) => a.distance - b.distance);
	return `is an unknown ${kind}: ${nearest === void 0 ? `known are ${known.join(", ")}` : `did you mean ${nearest.other}?`}`;
}
/** Levenshtein's distance, a row at a time. */
function editDistance(a, b) {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}

export { compareCodePoints as $, irreversibleReason as A, splitLiteral as B, describedRule as C, isColumn as D, constraintOf as E, decodeSource as F, GATE_CONFIGURATION as G, NestingLimit as H, lineAt as I, concernsAll as J, changedPaths as K, parseModule as L, key$1 as M, named as N, isSame as O, UnknownEncoding as P, baseName as Q, tokenize as R, RULE_NAMES as S, columnOf as T, PythonSyntaxError as U, unescapeBody as V, walk as W, mayConcern as X, isRevisionFile as Y, globMatcher as Z, SEVERITIES as _, list as a, APPROVABLE as b, table as c, words as d, isWithin as et, yesNo as f, PROOFS as g, PROFILES as h, key as i, columnNamed as j, mayRunOn as k, text as l, ENGINES as m, count as n, parentOf as nt, mustBe as o, DATABASES as p, concerning as q, either as r, selfAndAncestors as rt, section as s, choice as t, joinPath as tt, unknownName as u, URL_START as v, RULES as w, CATALOGUE as x, isUrl as y, tokenizeWithComments as z };