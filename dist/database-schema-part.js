import { A as _maxLength } from "./api-part.js";
import { d as strictObject, f as string, i as exactOptional, n as array, o as nullable, r as boolean, s as number, t as _enum } from "./schemas-part2.js";
import { d as PROOFS } from "./changed-paths-part.js";

// src/report/database-schema.ts
/**
* The shape of a proof in a report, with limits: a proof comes from a run of the pull request's own code, so the bot
* takes nothing larger or other than this.
*/
const text = (limit) => string().check(_maxLength(limit));
const list = (item, limit) => array(item).check(_maxLength(limit));
const id = text(200);
const path = nullable(text(1e3));
const count = nullable(number());
const statement = strictObject({
	sql: text(1e5),
	path,
	line: count,
	durationMs: number(),
	rows: count,
	lockClass: _enum([
		"instant",
		"online",
		"blocks-writes",
		"unknown"
	]),
	rebuilds: nullable(boolean())
});
const step = strictObject({
	revision: id,
	direction: _enum([
		"upgrade",
		"downgrade",
		"upgrade-again"
	]),
	outcome: _enum([
		"pass",
		"fail",
		"timeout"
	]),
	durationMs: number(),
	error: nullable(text(2e4)),
	at: exactOptional(strictObject({
		path,
		line: count
	})),
	statements: list(statement, 5e3)
});
const value = nullable(text(2e4));
const difference = strictObject({
	object: text(1e3),
	attribute: text(200),
	before: value,
	after: value,
	path,
	line: count,
	revision: nullable(id),
	when: exactOptional(text(200))
});
const column = strictObject({
	table: text(200),
	column: text(200),
	type: text(2e4),
	nullable: boolean(),
	default: value,
	comment: value,
	autoIncrement: boolean(),
	collation: exactOptional(text(200)),
	charset: exactOptional(text(200))
});
const rewrite = strictObject({
	revision: id,
	outcome: _enum([
		"same",
		"differs",
		"not-evaluated"
	]),
	reason: nullable(text(5e3)),
	differences: list(difference, 2e3)
});
const proof = strictObject({
	name: _enum(PROOFS),
	outcome: _enum([
		"pass",
		"fail",
		"not-evaluated",
		"not-applicable",
		"off"
	]),
	reason: nullable(text(5e3)),
	differences: list(difference, 2e3)
});
const proofPart = strictObject({
	part: text(200),
	server: nullable(text(300)),
	outcome: _enum([
		"pass",
		"fail",
		"not-evaluated"
	]),
	reason: nullable(text(5e3))
});
const databaseSchema = strictObject({
	engine: text(50),
	version: text(200),
	source: _enum([
		"service",
		"local",
		"container"
	]),
	declaredVersion: nullable(text(200)),
	declaredEngine: exactOptional(text(200)),
	steps: list(step, 2e3),
	proofs: list(proof, 10),
	before: exactOptional(list(column, 2e3)),
	rewrites: exactOptional(list(rewrite, 1e3)),
	parts: exactOptional(list(proofPart, 256)),
	rollback: nullable(strictObject({
		target: id,
		loses: list(text(1e3), 1e3),
		fromMerge: exactOptional(boolean())
	}))
});

export { text as i, id as n, list as r, databaseSchema as t };