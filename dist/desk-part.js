import { t as GATE_CONFIGURATION } from "./changed-paths-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";

// src/entry/desk.ts
/** What the commands at the desk share: the repository, the configuration that counts there, the flags as requests. */
const text = (flags, name) => {
	const value = flags[name];
	return typeof value === "string" ? value : null;
};
const list = (flags, name) => {
	const value = flags[name];
	return typeof value === "object" ? value : [];
};
const isSet = (flags, name) => flags[name] === true;
const repositoryDirectory = (flags) => resolve(text(flags, "repo") ?? ".");
/** Directories as the user gave them; absolute ones are made relative to the repository. */
function locations(flags, root) {
	const relative = (path) => isAbsolute(path) && path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
	return {
		scriptLocations: list(flags, "script-location").map(relative),
		versions: list(flags, "versions").map(relative),
		...isSet(flags, "recursive") ? { recursive: true } : {}
	};
}
/** At the desk the working tree's configuration counts, or the file that `--config` names. Throws UsageError. */
function configurationRequest(flags, root) {
	const choice = (name) => {
		const value = text(flags, name);
		return value === null ? {} : { [name]: value };
	};
	return {
		file: configurationFile(text(flags, "config"), root),
		flags: {
			...choice("database"),
			...choice("engine"),
			...choice("image"),
			...choice("profile")
		},
		inputs: {},
		locations: locations(flags, root)
	};
}
function configurationFile(named, root) {
	if (named !== null) {
		const path = resolve(named);
		if (!existsSync(path)) throw new UsageError(`there is no file ${named}: correct --config`);
		return {
			path: named,
			text: readFileSync(path, "utf8")
		};
	}
	const path = GATE_CONFIGURATION.find((name) => existsSync(join(root, name)));
	return path === void 0 ? {
		path: GATE_CONFIGURATION[0],
		text: ""
	} : {
		path,
		text: readFileSync(join(root, path), "utf8")
	};
}

export { text as a, repositoryDirectory as i, isSet as n, list as r, configurationRequest as t };