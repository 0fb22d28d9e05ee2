// src/verify/gate-target.ts
/** The target by which a project's own configuration and variables are led to its scratch database. */
const GATE_TARGET = {
	host: "the gate's own",
	port: null,
	database: null
};

export { GATE_TARGET as t };