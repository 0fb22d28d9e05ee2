// src/io/watch.ts
/** The variable that marks what the project's code starts. */
const MARK = "ALEMBIC_GATE_MARK";

export { MARK as t };