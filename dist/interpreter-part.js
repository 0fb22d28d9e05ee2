import { promisify } from "node:util";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";

// src/io/python/child-environment.ts
/**
* The environment variables that the project's code gets to see: the job's, less what belongs to the gate and to
* GitHub. This keeps accidents away; the real boundary is the job, for a child can read its parent's memory.
*/
const WITHHELD = [
	/^INPUT_/,
	/^ACTIONS_/,
	/^GITHUB_/,
	/^RUNNER_TOKEN/,
	/TOKEN$/,
	/^ALEMBIC_CONFIG$/,
	/^NODE_OPTIONS$/
];
/** `declared` are the configuration's `env:`, which win. */
function childEnvironment(declared) {
	const inherited = Object.entries(process.env).filter((entry) => entry[1] !== void 0 && !WITHHELD.some((pattern) => pattern.test(entry[0])));
	return {
		...Object.fromEntries(inherited),
		PYTHONDONTWRITEBYTECODE: "1",
		PYTHONUNBUFFERED: "1",
		...declared
	};
}

// src/io/python/interpreter.ts
/** Which Python is the project's: the configured one, else the virtual environment it is developed in, else PATH's. */
const VIRTUAL_ENVIRONMENTS = [
	".venv",
	"venv",
	"env"
];
const POETRY_MS = 2e4;
/** The first that exists, with the reason in words; a configured one that does not exist is not replaced by a guess. */
async function findInterpreter(environment, checkout) {
	const declared = environment.declared?.python;
	if (declared !== void 0) {
		const path = await configured(declared, checkout);
		return path === null ? {
			kind: "none",
			looked: `\`python: ${declared}\` names no program`
		} : {
			kind: "found",
			path,
			because: "configured"
		};
	}
	const places = [
		...await virtualEnvironments(resolve(checkout, environment.workingDirectory), checkout),
		...await poetry(checkout),
		...onPath("python3", "PATH"),
		...onPath("python", "PATH")
	];
	for (const { path, because } of places) if (await isProgram(path)) return {
		kind: "found",
		path,
		because
	};
	return {
		kind: "none",
		looked: "no virtual environment in the repository, no python3 on PATH"
	};
}
async function configured(python, checkout) {
	const places = /[/\\]/.test(python) ? [resolve(checkout, python)] : onPath(python, "PATH").map(({ path }) => path);
	for (const path of places) if (await isProgram(path)) return path;
	return null;
}
/** The active one, uv's (`UV_PROJECT_ENVIRONMENT`, else `.venv`), and the customary directories. */
function virtualEnvironments(workingDirectory, checkout) {
	const { VIRTUAL_ENV: active, UV_PROJECT_ENVIRONMENT: uv } = process.env;
	const directories = /* @__PURE__ */ new Set([workingDirectory, checkout]);
	return Promise.resolve([
		...active ? [inside(active, "VIRTUAL_ENV")] : [],
		...uv ? [inside(isAbsolute(uv) ? uv : join(checkout, uv), "UV_PROJECT_ENVIRONMENT")] : [],
		...[...directories].flatMap((directory) => VIRTUAL_ENVIRONMENTS.map((name) => inside(join(directory, name), `${name} of the repository`)))
	]);
}
function inside(directory, because) {
	return {
		path: join(directory, "bin", "python"),
		because
	};
}
/** Poetry keeps environments outside the project unless told otherwise, so it has to be asked. */
async function poetry(checkout) {
	if (!await exists(join(checkout, "poetry.lock"))) return [];
	try {
		const path = (await promisify(execFile)("poetry", [
			"env",
			"info",
			"--executable",
			"--no-interaction"
		], {
			cwd: checkout,
			env: childEnvironment({}),
			timeout: POETRY_MS
		})).stdout.trim();
		return path === "" ? [] : [{
			path,
			because: "poetry's environment"
		}];
	} catch {
		return [];
	}
}
function onPath(name, because) {
	return (process.env["PATH"] ?? "").split(delimiter).filter((directory) => directory !== "").map((directory) => ({
		path: join(directory, name),
		because
	}));
}
async function isProgram(path) {
	return exists(path, constants.X_OK);
}
async function exists(path, mode = constants.F_OK) {
	try {
		await access(path, mode);
		return true;
	} catch {
		return false;
	}
}

export { childEnvironment as n, findInterpreter as t };