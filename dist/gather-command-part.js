import { n as gatherReports, t as readReports } from "./part-reports-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { i as say } from "./check-command-part.js";
import { a as text } from "./desk-part.js";

// src/entry/gather-command.ts
/** `alembic-gate gather DIR`: the plan's report and the parts' reports below a directory, as one. */
async function gatherCommand(flags, [directory]) {
	if (directory === void 0) throw new UsageError("gather needs the directory with the reports of plan and of every part");
	const { plan, parts } = readReports(directory);
	return say(gatherReports(plan, parts), text(flags, "format") ?? "text", text(flags, "output"));
}

export { gatherCommand };