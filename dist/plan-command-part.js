import { t as plan } from "./plan-part.js";
import { t as openRepository } from "./open-part.js";
import { n as createLog } from "./log-part.js";
import { f as oneLine } from "./escape-part.js";
import { i as readImage, n as matrixOf } from "./parts-part.js";
import { a as plural } from "./words-part.js";
import { a as writeOutput } from "./check-command-part.js";
import { a as text, i as repositoryDirectory, n as isSet, r as list, t as configurationRequest } from "./desk-part.js";
import { t as checkPorts } from "./ports-part.js";
import { t as VERSION } from "./version-part.js";
import { t as _usingCtx } from "./usingCtx-part.js";

// src/entry/plan-command.ts
/** `alembic-gate plan`: the matrix of jobs that a proof is divided over, as one line of JSON. */
/** 0 whatever the verdict is, since that is for whoever gathers; 2 where nothing can be planned. */
async function planCommand(flags) {
	try {
		var _usingCtx$1 = _usingCtx();
		const log = createLog(process.stderr, process.env);
		const images = list(flags, "image").map(readImage);
		const repository = _usingCtx$1.a(await openRepository(repositoryDirectory(flags)));
		const { report, parts } = await plan({
			base: text(flags, "base"),
			head: text(flags, "head"),
			fetch: isSet(flags, "fetch"),
			runCode: false,
			configuration: configurationRequest(flags, repository.root),
			version: VERSION
		}, images, checkPorts(repository, log));
		const output = text(flags, "report");
		if (output !== null) writeOutput(output, `${JSON.stringify(report, null, 2)}\n`, "--report");
		const verdict = report.reason === null ? report.outcome : `${report.outcome}: ${oneLine(report.reason)}`;
		log.note(`without a database: ${verdict}; ${parts.length === 0 ? "nothing" : plural(parts.length, "part")} to prove`);
		process.stdout.write(`${JSON.stringify(matrixOf(parts))}\n`);
		return 0;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

export { planCommand };