import { randomBytes } from "node:crypto";

// src/io/server/names.ts
/** Names of everything that we make outside our own process, which are also how it is found again if it is left behind. */
/** `alembic_gate_<random>_<seconds>`; what a run makes has its name or begins with it. 30 characters: MySQL's users take 32. */
const NAME = /^alembic_gate_[0-9a-f]{6}_(\d{10})(?![0-9])/;
/** Longer than any run: GitHub ends hosted jobs after six hours. */
const STALE_MS = 216e5;
function newRun(now) {
	const seconds = Math.floor(now.getTime() / 1e3);
	return `alembic_gate_${randomBytes(3).toString("hex")}_${String(seconds).padStart(10, "0")}`;
}
/** At most 63 characters, which is PostgreSQL's limit (MySQL's is 64). */
function scratchName(run, purpose, serial) {
	return `${run}_${purpose.toLowerCase().replace(/[^a-z0-9]/g, "").slice(0, 16)}_${serial}`;
}
/** Whether the name is one of ours and so old that the run which made it has ended. */
function isLeftover(name, now) {
	const seconds = NAME.exec(name)?.[1];
	return seconds !== void 0 && now.getTime() - Number(seconds) * 1e3 > STALE_MS;
}

export { newRun as n, scratchName as r, isLeftover as t };