// src/tree/usage-error.ts
/**
* Something the user must mend before anything can be judged: a wrong flag, an unknown ref, a bad configuration.
* The message is one sentence that says what, where and what to do; it ends the run with `not-evaluated`, exit 2.
*/
var UsageError = class extends Error {
	name = "UsageError";
};

export { UsageError as t };