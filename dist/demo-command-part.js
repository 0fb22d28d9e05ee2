import { r as temporaryDirectory } from "./open-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { n as createLog } from "./log-part.js";
import { t as renderMarkdown } from "./markdown-part.js";
import { o as paintFor, r as reportOf, s as renderText } from "./check-command-part.js";
import { n as isSet } from "./desk-part.js";
import { n as findBinary } from "./binary-part.js";
import { t as mergeHeadsCommand } from "./merge-heads-command-part.js";
import { t as _usingCtx } from "./usingCtx-part.js";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { execFile, spawnSync } from "node:child_process";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";

// src/io/demo-stage.ts
/** Sets the stage for `demo`: a git repository of the sample application, a private Python, a server if there is none. */
const run = promisify(execFile);
/** Deterministic commits, whoever runs the demo and whatever their git configuration. */
const AUTHOR = {
	GIT_CONFIG_GLOBAL: "/dev/null",
	GIT_CONFIG_NOSYSTEM: "1",
	GIT_AUTHOR_NAME: "Dana Example",
	GIT_AUTHOR_EMAIL: "dana@casework.example",
	GIT_COMMITTER_NAME: "Dana Example",
	GIT_COMMITTER_EMAIL: "dana@casework.example"
};
/** Base branch and pull-request branch both grow from one parent: the fork that nobody sees in either. */
async function setStage(project) {
	const temporary = temporaryDirectory("alembic-gate-demo-");
	const directory = temporary.path;
	const git = async (...parameters) => {
		const { stdout } = await run("git", [...parameters], {
			cwd: directory,
			env: {
				...process.env,
				...AUTHOR
			}
		});
		return stdout.trim();
	};
	const commit = async (layer, message) => {
		await cp(join(project, layer), directory, { recursive: true });
		await git("add", "--all");
		await git("commit", "--quiet", "--message", message);
	};
	await git("init", "--quiet", "--initial-branch", "main");
	await commit("common", "Casework as released");
	await git("branch", "case-tags");
	await commit("main", "CW-214 priority of a case");
	await git("checkout", "--quiet", "case-tags");
	await commit("feature", "CW-221 tags on cases");
	return {
		directory,
		git,
		[Symbol.asyncDispose]: () => temporary[Symbol.asyncDispose]()
	};
}
const cache = () => join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "alembic-gate", "demo");
/** A private environment with the sample's requirements, made once; the stage sees it as its `.venv`. */
async function bringPython(stage, say) {
	const requirements = await readFile(join(stage.directory, "requirements.txt"), "utf8");
	const directory = join(cache(), "python");
	const stamp = join(directory, "requirements.txt");
	if (!(existsSync(stamp) && await readFile(stamp, "utf8") === requirements)) {
		say(`bringing ${requirements.trim().split("\n").join(", ")} into a private Python environment (once)`);
		await rm(directory, {
			recursive: true,
			force: true
		});
		await mkdir(directory, { recursive: true });
		await makeEnvironment(directory, say);
		await run(join(directory, "bin/python"), [
			"-m",
			"pip",
			"install",
			"--quiet",
			"--requirement",
			join(stage.directory, "requirements.txt")
		]);
		await writeFile(stamp, requirements);
	}
	await symlink(directory, join(stage.directory, ".venv"));
}
async function makeEnvironment(directory, say) {
	const make = () => run("python3", [
		"-m",
		"venv",
		directory
	]);
	try {
		await make();
	} catch (error) {
		if (error.code === "ENOENT") throw new UsageError("python3 is not installed: install Python 3, or run the demo with --static");
		await installPackage("python3-venv", say);
		await make();
	}
}
/** Installs a Debian or Ubuntu package, named before it is installed. Throws UsageError where that cannot be done. */
async function installPackage(name, say) {
	const root = process.getuid?.() === 0;
	const manual = `install the package ${name} yourself, or run the demo with --static`;
	if (spawnSync("apt-get", ["--version"]).status !== 0) throw new UsageError(`this machine has no apt-get: ${manual}`);
	if (!root && spawnSync("sudo", ["-n", "true"]).status !== 0) throw new UsageError(`installing needs root: ${manual}`);
	say(`installing the distribution's package ${name}`);
	const apt = (...parameters) => {
		const command = [
			"apt-get",
			"-q",
			"-y",
			...parameters
		];
		const [file = "", ...rest] = root ? command : [
			"sudo",
			"-n",
			...command
		];
		return run(file, rest, {
			env: {
				...process.env,
				DEBIAN_FRONTEND: "noninteractive"
			},
			maxBuffer: 67108864
		});
	};
	try {
		await apt("update");
		await apt("install", "--no-install-recommends", name);
	} catch (error) {
		throw new UsageError(`apt-get could not install ${name} (${error instanceof Error ? error.message.split("\n")[0] ?? "" : String(error)}): ${manual}`);
	}
}

// src/entry/demo-server.ts
/** Where the demo's server comes from: a MySQL or MariaDB program, else Docker, else the distribution's package. */
const IMAGE = "mysql:8.4";
/** Debian has no MySQL; both distributions have this one. */
const PACKAGE = "mariadb-server-core";
/** The flags for `check`. Throws UsageError where no server can be had. */
async function bringServer(say) {
	const found = await local() ?? container(say);
	if (found !== null) return found;
	await installPackage(PACKAGE, say);
	const installed = await local();
	if (installed === null) throw new UsageError(`${PACKAGE} brought no server program: run the demo with --static`);
	return installed;
}
async function local() {
	for (const engine of ["mysql", "mariadb"]) try {
		await findBinary(engine, void 0, process.env["PATH"] ?? "");
		return {
			database: "local",
			engine
		};
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
	}
	return null;
}
/** Only where the image is here or can be pulled: a daemon without a registry is no server. */
function container(say) {
	const docker = (...parameters) => spawnSync("docker", [...parameters], {
		stdio: "ignore",
		timeout: 3e5
	}).status === 0;
	if (!docker("info")) return null;
	if (!docker("image", "inspect", IMAGE)) {
		say(`pulling the image ${IMAGE} (once)`);
		if (!docker("pull", "--quiet", IMAGE)) return null;
	}
	return {
		database: "container",
		image: IMAGE,
		engine: "mysql"
	};
}

// src/entry/demo-command.ts
/** `alembic-gate demo`: the whole story on a small application, told by the gate itself. */
/** The sample application lies beside the built bundle. */
const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "demo");
/** Exit 0 when the story went as it should: first red, then green. */
async function demoCommand(flags) {
	try {
		var _usingCtx$1 = _usingCtx();
		const isStatic = isSet(flags, "static");
		const log = createLog(process.stderr, process.env);
		const say = teller(log);
		say.chapter("A Flask application with a dozen migrations, and a pull request");
		const stage = _usingCtx$1.a(await setStage(PROJECT));
		say.line("main has CW-214 (priority of a case); the branch case-tags has CW-221 (tags on cases).");
		say.line("Both grew from one parent. Each is green alone.");
		const database = isStatic ? { database: "none" } : await bringParts(stage, say);
		say.chapter("$ alembic-gate check --base main");
		const forked = await judge(stage, database, log);
		say.text(renderText(forked, paintFor(process.stdout)));
		say.chapter("The comment as it would be posted (its Markdown, which GitHub renders)");
		say.text(renderMarkdown(await asPullRequest(forked, stage)));
		say.chapter("$ git merge main && alembic-gate merge-heads --base main --write");
		await stage.git("merge", "--quiet", "--no-edit", "main");
		const wrote = await mergeHeadsCommand({
			repo: stage.directory,
			base: "main",
			write: true
		});
		await stage.git("add", "--all");
		await stage.git("commit", "--quiet", "--message", "Merge heads");
		say.chapter("$ alembic-gate check --base main");
		const cured = await judge(stage, database, log);
		say.text(renderText(cured, paintFor(process.stdout)));
		const asTold = forked.outcome === "fail" && wrote === 0 && cured.outcome === "pass";
		say.line(asTold ? `\nRed before, green after; nothing of it was left on this machine${isStatic ? "" : " but the cached Python environment and server template"}.` : "The demo did not go as it should; please report what is printed above.");
		return asTold ? 0 : 1;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function teller(log) {
	const paint = paintFor(process.stdout);
	const write = (text) => {
		log.done();
		process.stdout.write(text);
	};
	return {
		chapter: (title) => write(`\n${paint("bold", `== ${title}`)}\n\n`),
		line: (sentence) => write(`${sentence}\n`),
		text: (block) => write(block.endsWith("\n") ? block : `${block}\n`)
	};
}
async function bringParts(stage, say) {
	await bringPython(stage, say.line);
	return bringServer(say.line);
}
const judge = (stage, database, log) => reportOf({
	repo: stage.directory,
	base: "main",
	...database
}, log);
/** At the desk there is no commit to name; the comment of a pull request names its head. */
async function asPullRequest(report, stage) {
	return {
		...report,
		head: {
			ref: "case-tags",
			sha: await stage.git("rev-parse", "HEAD")
		}
	};
}

export { demoCommand };