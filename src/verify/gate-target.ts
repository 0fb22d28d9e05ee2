/** The target by which a project's own configuration and variables are led to its scratch database. */
export const GATE_TARGET = { host: "the gate's own", port: null, database: null } as const;
