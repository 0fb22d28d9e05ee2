#!/usr/bin/env node
import { t as UsageError } from "./usage-error-part.js";
import { u as unknownName } from "./vocabulary-part.js";
import { t as requirePlatform } from "./platform-part.js";
import { t as VERSION } from "./version-part.js";
import { parseArgs } from "node:util";

// src/entry/help.ts
/** What `alembic-gate help` prints. */
const HELP = `alembic-gate: gates pull requests that carry Alembic migrations

  alembic-gate check        judge the merge of a head into the tip of its base
      --repo DIR            the repository (default: .)
      --base REF            default: the tip of the default branch
      --head REF            default: the working tree, uncommitted and untracked files included
      --fetch               fetch the base first
      --environment NAME    judge this one alone
      --run-code            run migrations of a head that is not the working tree's own
      --database WHERE      auto (default), service, local, container, none, or a URL
      --engine NAME         mysql, mariadb, postgresql, sqlite (default: the project's own)
      --image IMAGE         of --database container
      --script-location DIR, --versions DIR   may be repeated; the n-th belong together
      --recursive           versions lie in sub-directories too
      --profile NAME        recommended (default), add-only, strict
      --config FILE         default: .github/alembic-gate.yml
      --format FORMAT       text (default), json, markdown, sarif, github, html
      --output FILE         default: standard output

  alembic-gate graph        show heads, branch points and problems of every environment
      --ref REF             default: the working tree
      --check               exit 1 on other heads than expected
      --format FORMAT       text (default), json, mermaid, dot, svg

  alembic-gate merge-heads  print the merge revision, or write it
      --base REF, --head REF, --fetch   as for check
      --strategy NAME       merge (default) or re-parent
      -m, --message TEXT    default: composed from both sides
      --rev-id ID, --date ISO           default: random, now
      --write               write into the working tree and print the path

  alembic-gate plan         print the matrix of jobs that a proof is divided over: environments x images
      --base REF, --head REF, --fetch   as for check
      --image IMAGE         a server to prove on; may be repeated (default: as the configuration says)
      --report FILE         write what was judged without a database, for gather

  alembic-gate gather DIR   one report from that of plan and those of every part, below DIR
      --format FORMAT, --output FILE    as for check

  alembic-gate rules [RULE] list all rules, or explain one
      --profile NAME        severities of recommended (default), add-only, strict

  alembic-gate init         write the workflows and the configuration that install the gate here
      --dry-run             print them only

  alembic-gate demo         the whole story on a small application (--static: without a server)

Exit codes: 0 pass; 1 fail; 2 not evaluated, base broken, or wrong usage.
`;

// src/entry/arguments.ts
/** The command line of contracts.md: argv -> Command, or one sentence about what is wrong with it. */
const TEXT = { type: "string" };
const LIST = {
	type: "string",
	multiple: true
};
const SWITCH = { type: "boolean" };
const PLACES = {
	repo: TEXT,
	"script-location": LIST,
	versions: LIST,
	recursive: SWITCH,
	config: TEXT
};
const SIDES = {
	...PLACES,
	base: TEXT,
	head: TEXT,
	fetch: SWITCH
};
const COMMANDS = {
	check: {
		...SIDES,
		environment: TEXT,
		"run-code": SWITCH,
		database: TEXT,
		engine: TEXT,
		image: TEXT,
		profile: TEXT,
		format: TEXT,
		output: TEXT
	},
	graph: {
		...PLACES,
		ref: TEXT,
		check: SWITCH,
		format: TEXT
	},
	"merge-heads": {
		...SIDES,
		strategy: TEXT,
		message: {
			type: "string",
			short: "m"
		},
		"rev-id": TEXT,
		date: TEXT,
		write: SWITCH
	},
	plan: {
		...SIDES,
		image: LIST,
		profile: TEXT,
		report: TEXT
	},
	gather: {
		format: TEXT,
		output: TEXT
	},
	rules: { profile: TEXT },
	init: {
		repo: TEXT,
		"dry-run": SWITCH
	},
	demo: { static: SWITCH }
};
/** What the one argument of a command is. */
const ARGUMENTS = {
	rules: "rule",
	gather: "directory"
};
const FORMATS = {
	check: [
		"text",
		"json",
		"markdown",
		"sarif",
		"github",
		"html"
	],
	gather: [
		"text",
		"json",
		"markdown",
		"sarif",
		"github",
		"html"
	],
	graph: [
		"text",
		"json",
		"mermaid",
		"dot",
		"svg"
	]
};
const CHOICES = {
	engine: [
		"mysql",
		"mariadb",
		"postgresql",
		"sqlite"
	],
	profile: [
		"recommended",
		"add-only",
		"strict"
	],
	strategy: ["merge", "re-parent"]
};
const isCommand = (name) => Object.hasOwn(COMMANDS, name);
/** Parses the arguments after the program's name. Throws UsageError. */
function parseArguments(argv) {
	const [name, ...rest] = argv;
	if (name === void 0) throw new UsageError(`name a command: ${Object.keys(COMMANDS).join(", ")}; see alembic-gate help`);
	if (name === "--help" || name === "-h" || name === "help" || rest.includes("--help") || rest.includes("-h")) return { name: "help" };
	if (name === "--version" || name === "version") return { name: "version" };
	if (!isCommand(name)) throw new UsageError(`there is no command ${name}: use one of ${Object.keys(COMMANDS).join(", ")}`);
	const { values, positionals } = parsed(name, rest);
	const formats = FORMATS[name];
	for (const [flag, allowed] of Object.entries({
		...CHOICES,
		...formats ? { format: formats } : {}
	})) {
		const value = values[flag];
		if (typeof value === "string" && !allowed.includes(value)) throw new UsageError(`--${flag} ${value} is not known: use one of ${allowed.join(", ")}`);
	}
	return {
		name,
		flags: values,
		positionals
	};
}
function parsed(name, rest) {
	try {
		const { values, positionals } = parseArgs({
			args: [...rest],
			options: COMMANDS[name],
			allowPositionals: true
		});
		const one = ARGUMENTS[name];
		const [stray] = positionals.slice(one === void 0 ? 0 : 1);
		if (stray !== void 0) throw new UsageError(one === void 0 ? `${name} takes no argument ${stray}: name refs with --base and --head` : `${name} takes one ${one}, not ${stray} as well`);
		return {
			values,
			positionals
		};
	} catch (error) {
		if (error instanceof UsageError) throw error;
		const text = error.message;
		const [, unknown] = /^Unknown option '--([^']+)'/.exec(text) ?? [];
		if (unknown !== void 0) throw new UsageError(`--${unknown} ${unknownName(`option of ${name}`, unknown, Object.keys(COMMANDS[name]))}`);
		throw new UsageError(`${name}: ${text.split(". ")[0] ?? text}; see alembic-gate help`);
	}
}

// src/entry/cli.ts
/** The command line: arguments -> flow -> output and exit code; what a command needs is loaded when it runs. */
/** 0 pass, 1 fail, 2 everything that is neither (contracts, "Exit"). */
async function run(command) {
	switch (command.name) {
		case "help":
			process.stdout.write(HELP);
			return 0;
		case "version":
			process.stdout.write(`alembic-gate ${VERSION}\n`);
			return 0;
		case "check": return (await import("./check-command-part2.js")).checkCommand(command.flags);
		case "graph": return (await import("./graph-command-part.js")).graphCommand(command.flags);
		case "merge-heads": return (await import("./merge-heads-command-part2.js")).mergeHeadsCommand(command.flags);
		case "plan": return (await import("./plan-command-part.js")).planCommand(command.flags);
		case "gather": return (await import("./gather-command-part.js")).gatherCommand(command.flags, command.positionals);
		case "rules": return (await import("./rules-command-part.js")).rulesCommand(command.flags, command.positionals);
		case "init": return (await import("./init-command-part.js")).initCommand(command.flags);
		case "demo": return (await import("./demo-command-part.js")).demoCommand(command.flags);
	}
}
/** A pipe that closes early (`| head`) is the reader's choice, not a failure. */
process.stdout.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
try {
	requirePlatform(process.platform);
	process.exitCode = await run(parseArguments(process.argv.slice(2)));
} catch (error) {
	const known = error instanceof UsageError;
	process.stderr.write(known ? `alembic-gate: ${error.message}\n` : `alembic-gate: this is a bug, please report it\n${error instanceof Error ? error.stack ?? "" : String(error)}\n`);
	process.exitCode = 2;
}

export {  };