import { _ as isWithin, c as DATABASES, l as ENGINES, m as isUrl, t as GATE_CONFIGURATION, u as PROFILES } from "./changed-paths-part.js";
import { D as discoverEnvironments, c as RULE_NAMES, l as ConfigError, u as readGateConfig } from "./open-part.js";
import { t as UsageError } from "./usage-error-part.js";

// src/config/judging.ts
/** Pairs the environments of two trees by name, else by script location, else by ini; the base's come first. */
function judgedEnvironments(base, merged) {
	const free = new Set(merged.environments);
	const take = (same) => {
		const found = [...free].find(same) ?? null;
		if (found !== null) free.delete(found);
		return found;
	};
	const named = new Map(base.environments.map((old) => [old, take(({ name }) => name === old.name)]));
	return [...base.environments.map((old) => {
		const next = named.get(old) ?? take(({ scriptLocation }) => scriptLocation === old.scriptLocation) ?? take(({ ini, section }) => ini !== null && ini === old.ini && section === old.section);
		return {
			environment: next === null ? old : together(old, next),
			base: old,
			merged: next
		};
	}), ...[...free].map((next) => ({
		environment: next,
		base: null,
		merged: next
	}))];
}
function together(base, merged) {
	return {
		...base,
		versionLocations: [.../* @__PURE__ */ new Set([...base.versionLocations, ...merged.versionLocations])],
		recursive: base.recursive || merged.recursive
	};
}
/** Sentences for `no-gate-weakening`: which places the pull request would take out of Alembic's sight. */
function hiddenPlaces(judged) {
	return judged.flatMap(({ base, merged }) => {
		if (base === null) return [];
		if (merged === null) return [`environment ${base.name} can no longer be found`];
		const lost = base.versionLocations.filter((location) => !merged.versionLocations.includes(location));
		return [
			...base.scriptLocation === merged.scriptLocation ? [] : [`environment ${base.name} moves to ${merged.scriptLocation}`],
			...lost.map((location) => `environment ${base.name} no longer reads revisions from ${location}`),
			...base.recursive && !merged.recursive ? [`environment ${base.name} no longer reads sub-directories`] : []
		];
	});
}

// src/config/merge.ts
/** Flag over input over file over default: the one place where defaults are. */
/** Merges the sources over the defaults. Throws UsageError for a flag or input that is none of its words. */
function mergeConfig({ flags = {}, inputs = {}, file = {} }) {
	const pick = (name) => given(flags[name]) ?? given(inputs[name]) ?? file[name] ?? void 0;
	const word = (name, words) => oneOf(pick(name), words, given(flags[name]) === void 0 ? `input ${name}` : `--${name}`);
	const database = pick("database") ?? "auto";
	const profile = word("profile", PROFILES) ?? "recommended";
	return {
		database: isUrl(database) ? "service" : word("database", DATABASES) ?? "auto",
		databaseUrl: isUrl(database) ? database : pick("databaseUrl") ?? null,
		...engines(word("engine", ENGINES) ?? null, file.engine),
		image: pick("image") ?? "mysql:8.4",
		allowRemote: file.allowRemote ?? false,
		server: file.server ?? {},
		environments: file.environments ?? [],
		trunks: file.trunks ?? null,
		profile,
		deploys: file.deploys ?? "rolling",
		rules: file.rules ?? {},
		suppress: file.suppress ?? [],
		protectedRules: file.protectedRules ?? [],
		approvers: {
			users: [],
			teams: [],
			...file.approvers
		},
		prefer: file.prefer ?? "merge",
		messagePattern: file.messagePattern ?? null,
		models: file.models ?? [],
		deployed: file.deployed ?? [],
		squash: file.squash ?? [],
		tableSizes: file.tableSizes ?? null,
		seed: file.seed ?? null,
		proofs: {
			...defaultProofs(profile),
			...file.proofs
		},
		timeouts: {
			connect: 30,
			step: 120,
			total: 900,
			...file.timeouts
		},
		comment: file.comment ?? "migrations",
		commands: {
			author: false,
			...file.commands
		}
	};
}
/** On a server's engine another server stands for itself; a file of SQLite stands for none of them. */
function engines(engine, declared) {
	if (engine !== "sqlite" || !declared || declared === "sqlite") return { engine };
	return {
		engine,
		declaredEngine: declared
	};
}
function defaultProofs(profile) {
	return {
		"round-trip": true,
		rows: true,
		"old-code": true,
		"lock-class": true,
		order: true,
		interruption: false,
		drift: true,
		"start-states": profile === "add-only",
		"fresh-install": false,
		"two-deployers": false
	};
}
function given(value) {
	return value === void 0 || value === "" ? void 0 : value;
}
function oneOf(value, words, who) {
	if (value === void 0) return void 0;
	const word = words.find((each) => each === value);
	if (word !== void 0) return word;
	throw new UsageError(`${who} must be one of ${words.join(", ")}, not ${JSON.stringify(value)}`);
}

// src/flows/judge-configuration.ts
/** Whose configuration judges (design §4), and which environments there are to judge. */
/** The configuration at the desk, from the request alone. Throws ConfigError. */
function judgingConfigurationOf({ file, flags, inputs }) {
	return mergeConfig({
		flags,
		inputs,
		...file === null ? {} : { file: readGateConfig(file.text, file.path, RULE_NAMES) }
	});
}
/** The base's configuration, the merge's own only where the base has none; at the desk that of the working tree. */
async function judgingConfiguration(request, sides) {
	if (request.file === null) {
		const [before, after] = await committed(sides);
		return {
			config: complete(request, before ?? after),
			change: changeOf(request, before, after)
		};
	}
	const config = judgingConfigurationOf(request);
	try {
		return {
			config,
			change: changeOf(request, ...await committed(sides))
		};
	} catch (error) {
		if (error instanceof ConfigError) return {
			config,
			change: { kind: "none" }
		};
		throw error;
	}
}
/** The base's and the merge's. Throws ConfigError. */
const committed = ({ base, merged }) => Promise.all([gateConfigOf(base.tree), gateConfigOf(merged.tree)]);
const complete = ({ flags, inputs }, found) => mergeConfig({
	flags,
	inputs,
	...found === null ? {} : { file: found.file }
});
function changeOf(request, before, after) {
	if (before?.oid === after?.oid) return { kind: "none" };
	if (before === null) return {
		kind: "brought",
		path: after?.path ?? ""
	};
	return {
		kind: "changed",
		path: after?.path ?? before.path,
		before: complete(request, before),
		after: complete(request, after)
	};
}
async function gateConfigOf(tree) {
	const path = GATE_CONFIGURATION.find((name) => tree.entries.has(name));
	const entry = path === void 0 ? void 0 : tree.entries.get(path);
	if (path === void 0 || entry === void 0) return null;
	const text = new TextDecoder().decode((await tree.read([path])).get(path));
	return {
		path,
		oid: entry.oid,
		file: readGateConfig(text, `${path} of ${tree.label}`, RULE_NAMES)
	};
}
/** The environments of the base and of the merge together. */
async function findEnvironments(sides, config, locations) {
	const [base, merged] = await Promise.all([discoverEnvironments(sides.base.tree, config, locations), discoverEnvironments(sides.merged.tree, config, locations)]);
	const environments = judgedEnvironments(base, merged);
	const known = new Set(base.problems.map(({ path, message }) => `${path} ${message}`));
	const problems = merged.problems.map((problem) => ({
		...problem,
		onBase: known.has(`${problem.path} ${problem.message}`)
	}));
	const notRead = merged.passedOver.filter((folder) => environments.some(({ environment }) => environment.versionLocations.some((place) => isWithin(folder, place))));
	return {
		environments,
		hidden: hiddenPlaces(environments),
		problems,
		notRead
	};
}

export { judgingConfiguration as n, judgingConfigurationOf as r, findEnvironments as t };