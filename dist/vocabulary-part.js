import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime-part.js";
import { a as exactOptional, f as strictObject, l as number, m as union, n as array, o as int, p as string, r as boolean, t as _enum } from "./schemas-part2.js";

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

// src/changes/changed-paths.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
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
const inside = (path, directory) => directory === "." || path.startsWith(`${directory}/`);
/** Whether a change can matter to one environment: its revisions, `env.py`, template, ini, or the models behind it. */
function concerns(path, environment, config) {
	const { versionLocations, scriptLocation, ini } = environment;
	return versionLocations.some((directory) => inside(path, directory)) || path === `${scriptLocation}/env.py` || path === `${scriptLocation}/script.py.mako` || path === ini || config.models.length > 0 && import_picomatch.default.isMatch(path, [...config.models]);
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

export { walk as A, parseModule as C, unescapeBody as D, splitLiteral as E, require_picomatch as F, changedPaths as M, concerns as N, NestingLimit as O, concernsAll as P, lineAt as S, tokenizeWithComments as T, SEVERITIES as _, list as a, UnknownEncoding as b, table as c, words as d, yesNo as f, PROOFS as g, PROFILES as h, key as i, GATE_CONFIGURATION as j, PythonSyntaxError as k, text as l, ENGINES as m, count as n, mustBe as o, DATABASES as p, either as r, section as s, choice as t, unknownName as u, URL_START as v, tokenize as w, decodeSource as x, isUrl as y };