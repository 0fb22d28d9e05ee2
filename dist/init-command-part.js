import { a as isRevisionFile, h as baseName, t as GATE_CONFIGURATION, y as parentOf } from "./changed-paths-part.js";
import { D as discoverEnvironments, c as RULE_NAMES, m as readHistory, p as noEnvironment, t as openRepository, u as readGateConfig } from "./open-part.js";
import { t as UsageError } from "./usage-error-part.js";
import { i as repositoryDirectory, n as isSet } from "./desk-part.js";
import { t as _usingCtx } from "./usingCtx-part.js";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

// src/install/engine.ts
const IMAGE = /image:\s*["']?((?:[\w.-]+(?::\d+)?\/)*(mysql|percona|mariadb|postgres|postgis)(?::[\w.-]+)?)["']?\s*$/m;
const OF_IMAGE = {
	mysql: "mysql",
	percona: "mysql",
	mariadb: "mariadb",
	postgres: "postgresql",
	postgis: "postgresql"
};
const URL_OF_INI = /^\s*sqlalchemy\.url\s*=\s*(mysql|mariadb|postgresql|postgres)\b/m;
/** Packages of drivers, as dependency files name them. */
const DRIVERS = {
	mysql: /\b(pymysql|mysqlclient|mysql-connector-python|aiomysql|asyncmy)\b/i,
	mariadb: /^\s*["']?mariadb\b(?!:)/im,
	postgresql: /\b(psycopg2?(-binary)?|asyncpg|pg8000)\b/i
};
const DIALECT = /^\s*from sqlalchemy\.dialects(?:\.| import )(mysql|postgresql)\b/m;
/** `inis`, `deployment` (compose files, workflows), `dependencies` and `migrations`, from the surest to the vaguest. */
function findEngine(files) {
	const images = files.deployment.flatMap(({ path, text }) => {
		const [, image = "", name = ""] = IMAGE.exec(text) ?? [];
		const engine = OF_IMAGE[name];
		return engine === void 0 ? [] : [{
			engine,
			image,
			because: `the image ${image} in ${path}`
		}];
	});
	const imageFor = (engine) => images.find((one) => one.engine === engine)?.image ?? null;
	const told = (engine, because) => ({
		engine,
		image: imageFor(engine),
		because
	});
	for (const { path, text } of files.inis) {
		const [, scheme] = URL_OF_INI.exec(text) ?? [];
		if (scheme !== void 0) return told(scheme.startsWith("postgres") ? "postgresql" : scheme, `sqlalchemy.url in ${path}`);
	}
	const [image] = images;
	if (image !== void 0 && images.every(({ engine }) => engine === image.engine)) return image;
	const drivers = [
		"mysql",
		"mariadb",
		"postgresql"
	].flatMap((engine) => {
		const found = files.dependencies.find(({ text }) => DRIVERS[engine].test(text));
		return found === void 0 ? [] : [{
			engine,
			found
		}];
	});
	const [driver] = drivers;
	if (driver !== void 0 && drivers.length === 1) return told(driver.engine, `the driver ${driverName(driver.engine, driver.found.text)} in ${driver.found.path}`);
	const dialects = files.migrations.flatMap(({ path, text }) => {
		const [, dialect] = DIALECT.exec(text) ?? [];
		return dialect === "mysql" || dialect === "postgresql" ? [{
			dialect,
			path
		}] : [];
	});
	const [dialect] = dialects;
	if (dialect !== void 0 && dialects.every((one) => one.dialect === dialect.dialect)) return told(dialect.dialect, `the dialect that ${dialect.path} imports`);
	return null;
}
const driverName = (engine, text) => (DRIVERS[engine].exec(text)?.[0] ?? "").replace(/["'\s]/g, "");

// src/install/habits.ts
/** What a project's history and files show of its habits: tickets in messages, and where its models are. */
/** Fewer messages than this, or less than this share of them, is no habit. */
const ENOUGH = 5;
const SHARE = .8;
const MOST_PREFIXES = 3;
/** A pattern for the ticket that nearly every message names; `messages` are newest last. null where there is no habit. */
function findMessagePattern(messages) {
	const newest = messages.slice(-50).filter((message) => !/^merge\b/i.test(message));
	if (newest.length < ENOUGH) return null;
	const counts = /* @__PURE__ */ new Map();
	for (const message of newest) {
		const [, prefix] = /(?:^|[^A-Za-z0-9])([A-Z][A-Z0-9]+)-\d+/.exec(message) ?? [];
		if (prefix !== void 0) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
	}
	const prefixes = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, MOST_PREFIXES);
	const covered = prefixes.reduce((sum, [, count]) => sum + count, 0);
	const names = prefixes.map(([prefix]) => prefix).toSorted();
	if (covered < newest.length * SHARE) return null;
	return names.length === 1 ? `${names[0] ?? ""}-\\d+` : `(${names.join("|")})-\\d+`;
}
/** Declarative classes, Flask-SQLAlchemy's, SQLModel's. */
const MAPPED = /^\s*__tablename__\s*=|^class \w+\(.*\b(?:db\.Model|DeclarativeBase)\b|^class \w+\(.*\btable\s*=\s*True\b/m;
const MOST_GLOBS = 10;
/** Whether a Python file maps tables. */
const mapsTables = (text) => MAPPED.test(text);
/** Globs of the files that map tables; none where they are too scattered to name. */
function modelGlobs(paths) {
	const globs = new Set(paths.map(globOf));
	const files = [...globs].filter((glob) => baseName(glob) === "models.py");
	const few = files.length > MOST_PREFIXES ? new Set([...globs].filter((glob) => !files.includes(glob))) : globs;
	if (files.length > MOST_PREFIXES) few.add("**/models.py");
	return few.size > MOST_GLOBS ? [] : [...few].toSorted();
}
function globOf(path) {
	const parts = parentOf(path).split("/");
	const at = parts.lastIndexOf("models");
	return at < 0 ? path : `${parts.slice(0, at + 1).join("/")}/**/*.py`;
}

// src/install/python-step.ts
/** How a project's Python and its dependencies come onto a runner. */
/** What each tool's file means; the first that is there wins. */
const TOOLS = [
	{
		file: "uv.lock",
		install: "pip install uv && uv sync --frozen --all-packages",
		venv: true
	},
	{
		file: "poetry.lock",
		install: "pip install poetry && POETRY_VIRTUALENVS_IN_PROJECT=true poetry install --no-interaction",
		venv: true
	},
	{
		file: "pdm.lock",
		install: "pip install pdm && pdm sync",
		venv: true
	},
	{
		file: "Pipfile.lock",
		install: "pip install pipenv && PIPENV_VENV_IN_PROJECT=1 pipenv sync",
		venv: true
	},
	...[
		"requirements.txt",
		"requirements-dev.txt",
		"requirements/dev.txt",
		"requirements/base.txt"
	].map((file) => ({
		file,
		install: `pip install --requirement ${file}`,
		venv: false
	}))
];
/** They say what a package needs, where no file above says which versions are installed. */
const PACKAGES = ["pyproject.toml", "setup.py"].map((file) => ({
	file,
	install: "pip install --editable .",
	venv: false
}));
/** A path of the repository, from one of its directories. */
const below = (directory, path) => directory === "." ? path : `${directory}/${path}`;
/** Looks beside the script location and in each directory above; null where nothing says what to install. */
function findPythonStep(has, scriptLocation) {
	const directories = [scriptLocation];
	for (let at = scriptLocation; at !== "."; directories.push(at)) at = parentOf(at);
	for (const tools of [TOOLS, PACKAGES]) for (const directory of directories) {
		const found = tools.find(({ file }) => has(below(directory, file)));
		if (found === void 0) continue;
		return {
			install: found.install,
			directory,
			python: found.venv && directory !== "." ? below(directory, ".venv/bin/python") : null,
			because: below(directory, found.file)
		};
	}
	return null;
}
/** The version that the project says it runs on; null where it does not. */
function findPythonVersion(files) {
	const [, pinned] = /^\s*(?:cpython-|python-)?(3\.\d+)/m.exec(files.pythonVersion ?? "") ?? [];
	if (pinned !== void 0) return pinned;
	const [, required] = /^\s*(?:requires-python|python)\s*=\s*["'][^"'\d]*(3\.\d+)/m.exec(files.pyproject ?? "") ?? [];
	return required ?? null;
}

// src/install/write-files.ts
/** The files that install the gate: the documented workflows and a configuration, fitted to one repository. */
const MYSQL = {
	env: [`MYSQL_ALLOW_EMPTY_PASSWORD: 'yes'`],
	port: 3306,
	data: "/var/lib/mysql",
	url: "mysql://root@127.0.0.1:3306"
};
const SERVICES = {
	mysql: {
		...MYSQL,
		name: "mysql",
		image: "mysql:8.4",
		health: "mysqladmin ping --host=127.0.0.1 --user=root"
	},
	mariadb: {
		...MYSQL,
		name: "mariadb",
		image: "mariadb:11.4",
		health: "mariadb-admin ping --host=127.0.0.1 --user=root || mysqladmin ping --host=127.0.0.1 --user=root"
	},
	postgresql: {
		name: "postgres",
		image: "postgres:17",
		env: ["POSTGRES_HOST_AUTH_METHOD: trust", "PGDATA: /var/lib/postgresql/gate"],
		port: 5432,
		data: "/var/lib/postgresql",
		health: "pg_isready --host=127.0.0.1 --username=postgres",
		url: "postgresql://postgres@127.0.0.1:5432"
	}
};
/** docs/workflows/gate.yml with the project's engine, Python and dependencies. */
function gateWorkflow(template, { engine, step, pythonVersion }) {
	const standard = SERVICES[engine?.engine ?? "mysql"];
	const service = {
		...standard,
		image: engine?.image ?? standard.image
	};
	const start = template.indexOf("    services:\n");
	const end = template.indexOf("    steps:\n");
	if (start < 0 || end < start) throw new Error("the template has no services before its steps");
	const text = template.slice(0, start) + servicesBlock(service) + template.slice(end);
	return [
		["mysql://root@127.0.0.1:3306", service.url],
		[`python-version: '3.13'`, `python-version: '${pythonVersion ?? "3.13"}'`],
		["- run: pip install --requirement requirements.txt", installStep(step)]
	].reduce((whole, [from = "", to = ""]) => replaceOnce(whole, from, to), text);
}
const servicesBlock = ({ name, image, env, port, data, health }) => `    services:
      ${name}:
        # The engine and version of production.
        image: ${image}
        env:
${env.map((line) => `          ${line}\n`).join("")}        ports:
          - ${String(port)}:${String(port)}
        # Over TCP, because the image's first, temporary server listens on its socket only; every second, because the
        # runner waits for ten otherwise.
        options: >-
          --tmpfs ${data}:rw,size=1g
          --health-cmd "${health}"
          --health-interval 1s
          --health-timeout 5s
          --health-retries 60
`;
function installStep(step) {
	if (step === null) return "- run: pip install alembic # no file here says what to install: complete this line";
	const where = step.directory === "." ? "" : `\n        working-directory: ${step.directory}`;
	return `- run: ${step.install}${where}`;
}
/** docs/workflows/bot.yml on the project's trunks. */
const botWorkflow = (template, { trunks }) => replaceOnce(template, "branches: [main]", `branches: [${trunks.map(quoted).join(", ")}]`);
/** Only what was found out; everything else has a default. */
function configFile({ engine, step, trunks, messagePattern, models, environments }) {
	const python = step?.python ?? null;
	const declared = environments.flatMap(({ scriptLocation, app }) => {
		const words = [...app === null ? [] : [`    app: ${quoted(app)}\n`], ...python === null ? [] : [`    python: ${quoted(python)}\n`]];
		return words.length === 0 ? [] : [`  - script-location: ${quoted(scriptLocation)}\n${words.join("")}`];
	});
	return [
		"# yaml-language-server: $schema=https://raw.githubusercontent.com/alembic-gate/alembic-gate/main/schema/config.schema.json\n",
		"# Everything has a default; what stands here was found in this repository by `alembic-gate init`.\n",
		...engine === null ? [] : [`engine: ${engine.engine}\n`],
		...engine === null || engine.image === null ? [] : [`image: ${quoted(engine.image)}\n`],
		...trunks.length < 2 ? [] : [`trunks: [${trunks.map(quoted).join(", ")}]\n`],
		...messagePattern === null ? [] : [`message-pattern: ${quoted(messagePattern)}\n`],
		...models.length === 0 ? [] : [`models:\n${models.map((glob) => `  - ${quoted(glob)}\n`).join("")}`],
		...declared.length === 0 ? [] : [`environments:\n${declared.join("")}`]
	].join("");
}
/** As plain YAML where that reads the same, in quotes where it might not. */
const quoted = (text) => /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
function replaceOnce(text, from, to) {
	const at = text.indexOf(from);
	if (at < 0 || text.indexOf(from, at + 1) >= 0) throw new Error(`the template does not say ${from} once`);
	return text.slice(0, at) + to + text.slice(at + from.length);
}

// src/flows/init.ts
/** `init`: reads a repository's own files for what the gate must know of it, and gives the files that install the gate. */
const TRUNKS = [
	"main",
	"master",
	"develop",
	"staging",
	"production"
];
const DEPLOYMENT = /(^|\/)(docker-)?compose[\w.-]*\.ya?ml$|^\.github\/workflows\/[^/]+\.ya?ml$/;
const DEPENDENCIES = /(^|\/)(requirements[\w.-]*\.(txt|in)|requirements\/[\w.-]+\.(txt|in)|pyproject\.toml|Pipfile|setup\.(py|cfg))$/;
const TESTS = /(^|\/)tests?\//;
/** Of each kind: a repository with more has told enough. */
const MOST_FILES = 2e3;
/** Throws UsageError where the repository has no environment. */
async function init(repository, templates) {
	const { tree } = await repository.workingTree();
	const { environments, problems } = await discoverEnvironments(tree, { environments: [] });
	if (environments.length === 0) throw new UsageError(problems[0]?.message ?? noEnvironment(tree));
	const fitting = await fit(tree, environments, await trunksOf(repository));
	const config = {
		path: GATE_CONFIGURATION[0],
		text: configFile(fitting)
	};
	readGateConfig(config.text, config.path, RULE_NAMES);
	const files = [
		{
			path: ".github/workflows/gate.yml",
			text: gateWorkflow(templates.gate, fitting)
		},
		{
			path: ".github/workflows/bot.yml",
			text: botWorkflow(templates.bot, fitting)
		},
		config
	];
	const isThere = (path) => tree.entries.has(path) || path === config.path && GATE_CONFIGURATION.some((name) => tree.entries.has(name));
	return {
		files,
		kept: files.map(({ path }) => path).filter(isThere),
		found: sentences(fitting, environments)
	};
}
async function fit(tree, environments, trunks) {
	const texts = reader(tree);
	const isMigration = (path) => environments.some((one) => isRevisionFile(path, one));
	const [first] = environments;
	const location = first?.scriptLocation ?? ".";
	const step = findPythonStep((path) => tree.entries.has(path), location);
	const beside = step?.directory ?? ".";
	const models = await texts((path) => path.endsWith(".py") && !isMigration(path) && !TESTS.test(path) && !path.endsWith("/env.py"));
	const text = async (path) => (await texts((one) => one === path))[0]?.text ?? null;
	const app = /^\s*(?:export\s+)?FLASK_APP=["']?([^"'\s]+)/m.exec(await text(below(beside, ".flaskenv")) ?? "");
	return {
		engine: findEngine({
			inis: await texts((path) => environments.some(({ ini }) => ini === path)),
			deployment: await texts((path) => DEPLOYMENT.test(path)),
			dependencies: await texts((path) => DEPENDENCIES.test(path)),
			migrations: await texts(isMigration)
		}),
		step,
		pythonVersion: findPythonVersion({
			pythonVersion: await text(below(beside, ".python-version")) ?? await text(".python-version"),
			pyproject: await text(below(beside, "pyproject.toml")) ?? await text("pyproject.toml")
		}),
		trunks,
		messagePattern: findMessagePattern(await messagesOf(tree, environments)),
		models: modelGlobs(models.filter((file) => mapsTables(file.text)).map(({ path }) => path)),
		environments: environments.map(({ scriptLocation, flavour }) => ({
			scriptLocation,
			app: flavour === "flask-migrate" ? app?.[1] ?? null : null
		}))
	};
}
function reader(tree) {
	return async (wanted) => {
		const paths = [...tree.entries.values()].filter(({ path, kind }) => kind === "file" && wanted(path)).slice(0, MOST_FILES).map(({ path }) => path);
		const contents = await tree.read(paths);
		return paths.map((path) => ({
			path,
			text: new TextDecoder().decode(contents.get(path))
		}));
	};
}
/** In the order of the history, oldest first. */
async function messagesOf(tree, environments) {
	return (await Promise.all(environments.map((one) => readHistory(tree, one, /* @__PURE__ */ new Map())))).flatMap(({ revisions }) => revisions.map(({ message }) => message));
}
async function trunksOf(repository) {
	const base = (await repository.defaultBase())?.ref.replace(/^origin\//, "") ?? "main";
	const others = TRUNKS.filter((name) => name !== base);
	const there = await Promise.all(others.map((name) => repository.resolve(`origin/${name}`).then(() => [name], () => [])));
	return [base === "HEAD" ? "main" : base, ...there.flat()];
}
function sentences({ engine, step, trunks, messagePattern, models }, environments) {
	return [
		`migrations: ${environments.map(({ scriptLocation, flavour }) => `${scriptLocation} (${flavour})`).join(", ")}`,
		engine === null ? "engine: not found, so mysql is assumed: correct the service in gate.yml if that is wrong" : `engine: ${engine.engine}, by ${engine.because}`,
		step === null ? "dependencies: no file says what to install: complete the install step in gate.yml" : `dependencies: ${step.install}, by ${step.because}`,
		`trunks: ${trunks.join(", ")}`,
		...messagePattern === null ? [] : [`messages: ${messagePattern}, by the revisions that are there`],
		...models.length === 0 ? [] : [`models: ${models.join(", ")}`]
	];
}

// src/entry/init-command.ts
/** `alembic-gate init`: writes the files that install the gate, never over one that is there. */
/** The documented workflows lie beside the built bundle. */
const template = (name) => readFileSync(join(import.meta.dirname, "workflows", `${name}.yml`), "utf8");
const NEXT = `Next:
  1. Read the three files, and pin \`alembic-gate/alembic-gate@v0\` to the commit of a release.
  2. Open a pull request with them. The bot runs from the default branch, so it speaks once they have landed.
  3. Then require the status alembic-gate/verdict in the branch protection of your trunk, never the name of a job.
`;
async function initCommand(flags) {
	try {
		var _usingCtx$1 = _usingCtx();
		const repository = _usingCtx$1.a(await openRepository(repositoryDirectory(flags)));
		const { files, kept, found } = await init(repository, {
			gate: template("gate"),
			bot: template("bot")
		});
		const say = (text) => process.stdout.write(text);
		say(`Found\n${found.map((sentence) => `  ${sentence}\n`).join("")}\n`);
		for (const { path, text } of files) {
			const isKept = kept.includes(path);
			if (isSet(flags, "dry-run")) say(`== ${path}${isKept ? " (is there already, and is kept)" : ""}\n\n${text}\n`);
			else if (isKept) say(`kept ${path}, which is there already; init --dry-run shows what it would be\n`);
			else say(`wrote ${writeNew(path, text, repository.root)}\n`);
		}
		if (isSet(flags, "dry-run")) return 0;
		say(`\n${NEXT}`);
		return 0;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** A file that git ignores is in no tree, and is kept all the same. */
function writeNew(path, text, root) {
	const file = join(root, path);
	try {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text, { flag: "wx" });
		return path;
	} catch (error) {
		throw new UsageError(`${path} cannot be written (${error.code ?? "no reason given"}): nothing was overwritten`);
	}
}

export { initCommand };