// src/report/verdict.ts
/** Between what is wrong and what nobody looked at, in the reason of a failure. */
const UNKNOWN_BESIDE = " Not evaluated: ";
/** Worst first: nothing weaker may hide something worse. */
const PRECEDENCE = [
	"fail",
	"not-evaluated",
	"base-broken",
	"pass"
];
const errorsOf = (findings) => findings.filter((finding) => finding.severity === "error" && finding.suppressed === null);
const counted = (sentence, more) => more > 0 ? `${sentence} (and ${more} more)` : sentence;
/** Judges one environment, or what concerns the pull request as a whole. Unknown is never a pass. */
function judge(facts) {
	if (!facts.touched) return {
		outcome: "pass",
		reason: null
	};
	const errors = errorsOf(facts.findings);
	const [error] = errors;
	const [first] = facts.notEvaluated;
	const unknown = first === void 0 ? null : counted(first, facts.notEvaluated.length - 1);
	if (error !== void 0) {
		const wrong = counted(error.message, errors.length - 1);
		return {
			outcome: "fail",
			reason: unknown === null ? wrong : `${wrong}${UNKNOWN_BESIDE}${unknown}`
		};
	}
	if (unknown !== null) return {
		outcome: "not-evaluated",
		reason: unknown
	};
	const [broken] = facts.onBase;
	if (broken !== void 0) return {
		outcome: "base-broken",
		reason: counted(broken, facts.onBase.length - 1)
	};
	return {
		outcome: "pass",
		reason: null
	};
}
/** The verdict over several parts is the worst of them; no part at all is a pass (nothing relevant was touched). */
function worst(verdicts) {
	const [first] = PRECEDENCE.flatMap((outcome) => verdicts.filter((verdict) => verdict.outcome === outcome));
	return first ?? {
		outcome: "pass",
		reason: null
	};
}

export { judge as n, worst as r, UNKNOWN_BESIDE as t };