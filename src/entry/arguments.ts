/** The command line of contracts.md: argv -> Command, or one sentence about what is wrong with it. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { unknownName } from '../config/vocabulary.ts';
import { UsageError } from '../tree/usage-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

const TEXT = { type: 'string' } as const;
const LIST = { type: 'string', multiple: true } as const;
const SWITCH = { type: 'boolean' } as const;

const PLACES = {
  repo: TEXT,
  'script-location': LIST,
  versions: LIST,
  recursive: SWITCH,
  config: TEXT,
} as const;

const SIDES = { ...PLACES, base: TEXT, head: TEXT, fetch: SWITCH } as const;

const COMMANDS = {
  check: {
    ...SIDES,
    environment: TEXT,
    'run-code': SWITCH,
    database: TEXT,
    engine: TEXT,
    image: TEXT,
    profile: TEXT,
    format: TEXT,
    output: TEXT,
  },
  graph: { ...PLACES, ref: TEXT, check: SWITCH, format: TEXT },
  'merge-heads': {
    ...SIDES,
    strategy: TEXT,
    message: { type: 'string', short: 'm' },
    'rev-id': TEXT,
    date: TEXT,
    write: SWITCH,
  },
  plan: { ...SIDES, image: LIST, profile: TEXT, report: TEXT },
  gather: { format: TEXT, output: TEXT },
  rules: { profile: TEXT },
  init: { repo: TEXT, 'dry-run': SWITCH },
  demo: { static: SWITCH },
} as const satisfies Record<string, Options>;

export type CommandName = keyof typeof COMMANDS;

/** What the one argument of a command is. */
const ARGUMENTS: Readonly<Partial<Record<CommandName, string>>> = { rules: 'rule', gather: 'directory' };

const FORMATS: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
  check: ['text', 'json', 'markdown', 'sarif', 'github', 'html'],
  gather: ['text', 'json', 'markdown', 'sarif', 'github', 'html'],
  graph: ['text', 'json', 'mermaid', 'dot', 'svg'],
};

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  engine: ['mysql', 'mariadb', 'postgresql', 'sqlite'],
  profile: ['recommended', 'add-only', 'strict'],
  strategy: ['merge', 're-parent'],
};

export interface Flags {
  readonly [name: string]: string | boolean | readonly string[] | undefined;
}

export type Command =
  | { readonly name: CommandName; readonly flags: Flags; readonly positionals: readonly string[] }
  | { readonly name: 'help' | 'version' };

const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

/** Parses the arguments after the program's name. Throws UsageError. */
export function parseArguments(argv: readonly string[]): Command {
  const [name, ...rest] = argv;
  // A job whose variable is empty must not be green for having judged nothing.
  if (name === undefined)
    throw new UsageError(`name a command: ${Object.keys(COMMANDS).join(', ')}; see alembic-gate help`);
  if (name === '--help' || name === '-h' || name === 'help' || rest.includes('--help') || rest.includes('-h'))
    return { name: 'help' };
  if (name === '--version' || name === 'version') return { name: 'version' };
  if (!isCommand(name)) {
    throw new UsageError(`there is no command ${name}: use one of ${Object.keys(COMMANDS).join(', ')}`);
  }
  const { values, positionals } = parsed(name, rest);
  const formats = FORMATS[name];
  for (const [flag, allowed] of Object.entries({ ...CHOICES, ...(formats ? { format: formats } : {}) })) {
    const value = values[flag];
    if (typeof value === 'string' && !allowed.includes(value)) {
      throw new UsageError(`--${flag} ${value} is not known: use one of ${allowed.join(', ')}`);
    }
  }
  return { name, flags: values, positionals };
}

function parsed(
  name: CommandName,
  rest: readonly string[],
): { values: Flags; positionals: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: COMMANDS[name],
      allowPositionals: true,
    });
    const one = ARGUMENTS[name];
    const [stray] = positionals.slice(one === undefined ? 0 : 1);
    if (stray !== undefined)
      throw new UsageError(
        one === undefined
          ? `${name} takes no argument ${stray}: name refs with --base and --head`
          : `${name} takes one ${one}, not ${stray} as well`,
      );
    return { values: values as Flags, positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // parseArgs throws TypeErrors with a sentence in front, and Node's errors are not always this realm's.
    const text = (error as TypeError).message;
    const [, unknown] = /^Unknown option '--([^']+)'/.exec(text) ?? [];
    if (unknown !== undefined)
      throw new UsageError(
        `--${unknown} ${unknownName(`option of ${name}`, unknown, Object.keys(COMMANDS[name]))}`,
      );
    throw new UsageError(`${name}: ${text.split('. ')[0] ?? text}; see alembic-gate help`);
  }
}
