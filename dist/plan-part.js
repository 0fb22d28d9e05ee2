import { r as partsOf } from "./parts-part.js";
import { n as check, r as resolveSides } from "./ports-part.js";
import { n as judgingConfiguration } from "./judge-configuration-part.js";

// src/flows/plan.ts
/** `plan`: what can be judged without running anything, and the parts that a proof on servers would have. */
/** Without images each environment has one part, on whatever the configuration says. Throws UsageError as `check` does. */
async function plan(request, images, ports) {
	const { config } = await judgingConfiguration(request.configuration, await resolveSides(request, ports.repository, ports.log));
	const { configuration } = request;
	const flags = {
		...configuration.flags,
		database: "none"
	};
	const report = await check({
		...request,
		fetch: false,
		configuration: {
			...configuration,
			flags
		}
	}, ports);
	const parts = config.database === "none" ? [] : partsOf(report.environments, images);
	return {
		report: {
			...report,
			plan: parts
		},
		parts
	};
}

export { plan as t };