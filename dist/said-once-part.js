// src/report/shown.ts
const PASSED = {
	"round-trip": "up, down and up again left the same schema each time",
	rows: "rows came through, and what was not touched kept its values",
	"old-code": "rows can be added and changed as the code of the base does it",
	"lock-class": "no table is locked against writes or rebuilt",
	order: "both sides give the same schema in both orders",
	interruption: "stopped after each statement and run again, it came to the same schema",
	drift: "models and schema differ in nothing that they did not differ in before",
	"start-states": "every deployed state reaches the same schema",
	"fresh-install": "a new installation has the same schema as a migrated one",
	"two-deployers": "two deployments at once end well"
};
/** Empty where it said nothing and did not pass. */
function whatItShowed({ name, outcome, reason, differences }) {
	if (reason !== null) return reason;
	if (outcome !== "pass") return "";
	return differences.length === 0 ? PASSED[name] : `${PASSED[name]}, but for what is listed`;
}

// src/report/said-once.ts
function untold({ steps }, findings) {
	const isTold = (error) => error !== "" && findings.some(({ message }) => message.includes(error));
	const stopped = steps.filter(({ outcome }) => outcome !== "pass");
	const told = stopped.flatMap(({ error }) => error !== null && isTold(error) ? error : []);
	return {
		shown: (proof) => told.reduce((text, error) => text.replace(`: ${error}`, ""), whatItShowed(proof)),
		steps: stopped.filter(({ error }) => error === null || !told.includes(error))
	};
}
/**
* Without what another finding of the same file says as well: a parent that is no head of the base is how a history
* forks, so that beside the fork it says nothing more.
*/
const withoutEchoes = (findings) => findings.filter(({ rule, severity, path, suppressed }) => rule !== "no-stale-parent" || severity === "error" || suppressed !== null || !findings.some((one) => one.rule === "no-multiple-heads" && one.path === path && one.suppressed === null));
/** A finding's sentence where its place stands beside it: the path is not said twice. */
const besidePlace = ({ message, path }) => path === null || path === "" ? message : message.replace(` (${path})`, "");

export { untold as n, withoutEchoes as r, besidePlace as t };