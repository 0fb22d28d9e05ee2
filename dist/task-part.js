// src/event/task.ts
/** Events in which the gate runs a pull request's code, so whose runs can have a proof to publish (design §14). */
const GATE_EVENTS = [
	"pull_request",
	"merge_group",
	"workflow_dispatch"
];

export { GATE_EVENTS as t };