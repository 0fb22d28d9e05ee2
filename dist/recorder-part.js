// src/io/python/failures.ts
function failure(kind, message) {
	return {
		kind,
		subject: null,
		class: "",
		message,
		line: null,
		at: null,
		errno: null
	};
}
/** The project's first connection was of another dialect than the server's; asked for it, it told its own. */
const foreignDialect = (dialect) => ({
	...failure("foreign-dialect", dialect),
	subject: dialect
});

// src/io/python/recorder.ts
/** Feed it every message; `steps()` is what is known so far. Times of unfinished parts run to the present. */
var StepRecorder = class {
	#steps = [];
	#statementBegun = 0;
	record(message) {
		const step = this.#steps.at(-1);
		switch (message.event) {
			case "step":
				this.#steps.push({
					...message,
					begun: performance.now(),
					statements: [],
					durationMs: null
				});
				break;
			case "step-end":
				if (step) step.durationMs = message.durationMs;
				break;
			case "statement":
				this.#statementBegun = performance.now();
				step?.statements.push({
					sql: message.sql,
					line: message.line,
					durationMs: 0,
					rows: null,
					finished: false
				});
				break;
			case "statement-end": {
				const statement = step?.statements.pop();
				if (statement) step?.statements.push({
					...statement,
					durationMs: message.durationMs,
					rows: message.rows,
					finished: true
				});
				break;
			}
		}
	}
	steps() {
		return this.#steps.map((step) => ({
			revision: step.revision,
			direction: step.direction,
			line: step.line,
			durationMs: step.durationMs ?? performance.now() - step.begun,
			finished: step.durationMs !== null,
			statements: step.statements.map((statement) => statement.finished ? statement : {
				...statement,
				durationMs: performance.now() - this.#statementBegun
			})
		}));
	}
};

export { failure as n, foreignDialect as r, StepRecorder as t };