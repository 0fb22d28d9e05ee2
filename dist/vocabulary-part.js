import { h as union, i as boolean, m as string, o as exactOptional, p as strictObject, r as array, s as int, t as _enum, u as number } from "./schemas-part.js";

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
	const all = known.length > 30 ? "`alembic-gate rules` lists them" : `known are ${known.join(", ")}`;
	return `is an unknown ${kind}: ${nearest === void 0 ? all : `did you mean ${nearest.other}?`}`;
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

export { list as a, table as c, words as d, yesNo as f, key as i, text as l, count as n, mustBe as o, either as r, section as s, choice as t, unknownName as u };