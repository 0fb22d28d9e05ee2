import { f as oneLine } from "./escape-part.js";

// src/report/outputs.ts
/** What later steps of a workflow read: a sentence and JSON objects by environment, within GitHub's limit for the outputs of a job. */
/** UTF-16 units of one output; all of a job may take 1 MB. */
const LIMIT = 2e5;
/** The sentence alone. */
const reasonOf = (report) => oneLine(report?.reason ?? "", LIMIT);
/** Beyond the limit files are left out of the resolutions, then everything: the report file has it. */
function outputsOf(report) {
	const { environments } = report;
	const by = (pick) => JSON.stringify(Object.fromEntries(environments.map((one) => [one.name, pick(one)])));
	return {
		reason: reasonOf(report),
		heads: first(by(({ heads }) => heads.merged)),
		resolution: first(by(({ resolution }) => resolution), by(withoutFile))
	};
}
function withoutFile({ resolution }) {
	if (resolution === null) return null;
	return {
		...resolution,
		mergeRevision: {
			...resolution.mergeRevision,
			content: null
		}
	};
}
const first = (...texts) => texts.find(({ length }) => length <= LIMIT) ?? "{}";

export { reasonOf as n, outputsOf as t };