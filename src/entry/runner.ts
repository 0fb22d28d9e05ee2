/** What the runner tells the action: inputs, event, repository, addresses; read once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Choices } from '../config/merge.ts';
import { UsageError } from '../tree/usage-error.ts';

const GATE_COMMANDS = ['check', 'plan', 'gather', 'keep'] as const;
export type GateCommand = (typeof GATE_COMMANDS)[number];

export interface Runner {
  readonly event: string;
  readonly payload: unknown;
  /** `owner/name`. */
  readonly repository: string;
  readonly refName: string;
  readonly sha: string;
  readonly server: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** The page of this run; null where the runner does not number it. */
  readonly runUrl: string | null;
  readonly workspace: string;
  readonly token: string;
  readonly reportPath: string;
  /** Empty where the event decides. */
  readonly base: string;
  readonly head: string;
  /** A configuration file of the workspace that takes the place of the base's. */
  readonly configPath: string;
  /** What the gate is to do: the whole check, a step of a divided one, or to keep the base state of a trunk. */
  readonly command: GateCommand;
  /** Of `plan`: the servers. */
  readonly images: readonly string[];
  /** Of `gather`: where the reports are, relative to the workspace. */
  readonly reports: string;
  /** Of `check`: the one environment to judge; empty for all. */
  readonly environment: string;
  /** The project's interpreter; empty where the configuration or the checkout says. */
  readonly python: string;
  /** Whether the gate's own run is to write to GitHub. */
  readonly publish: boolean;
  readonly choices: Choices;
}

/** Throws UsageError where a variable is missing that every runner sets (docs.github.com, "Variables reference"). */
export function readRunner(input: (name: string) => string): Runner {
  const command = gateCommand(input('command'));
  const publish = truth('publish', input('publish'));
  if (publish && command !== 'check')
    throw new UsageError(
      `publish: true goes with command: check, not with ${command}: let the bot write the verdict`,
    );
  const variable = (name: string): string => {
    const value = process.env[name];
    if (value) return value;
    throw new UsageError(
      `${name} is not set: run this as a step of a workflow, or use the command line alembic-gate.`,
    );
  };
  return {
    event: variable('GITHUB_EVENT_NAME'),
    payload: readPayload(variable('GITHUB_EVENT_PATH')),
    repository: variable('GITHUB_REPOSITORY'),
    refName: variable('GITHUB_REF_NAME'),
    sha: variable('GITHUB_SHA'),
    server: variable('GITHUB_SERVER_URL'),
    apiUrl: variable('GITHUB_API_URL'),
    graphqlUrl: variable('GITHUB_GRAPHQL_URL'),
    runUrl: runUrl(
      variable('GITHUB_SERVER_URL'),
      variable('GITHUB_REPOSITORY'),
      process.env['GITHUB_RUN_ID'],
    ),
    workspace: variable('GITHUB_WORKSPACE'),
    token: input('token'),
    reportPath: input('report-path') || join(variable('RUNNER_TEMP'), 'alembic-gate', 'report.json'),
    base: input('base'),
    head: input('head'),
    configPath: input('config'),
    command,
    images: input('images')
      .split(/[\s,]+/)
      .filter(Boolean),
    reports: input('reports'),
    environment: input('environment'),
    python: input('python'),
    publish,
    choices: {
      database: input('database'),
      databaseUrl: input('database-url'),
      engine: input('engine'),
      image: input('image'),
      profile: input('profile'),
    },
  };
}

function readPayload(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `the event cannot be read from GITHUB_EVENT_PATH (${error instanceof Error ? error.message : String(error)}): run this as a step of a workflow`,
    );
  }
}

function gateCommand(given: string): GateCommand {
  const command = GATE_COMMANDS.find((one) => one === (given || 'check'));
  if (command !== undefined) return command;
  throw new UsageError(
    `input command must be one of ${GATE_COMMANDS.join(', ')}, not ${JSON.stringify(given)}`,
  );
}

/** The core schema of YAML 1.2, as the runner's own toolkit reads booleans; an input that is not given is no. */
function truth(name: string, text: string): boolean {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)?$/.test(text)) return false;
  throw new UsageError(`the input ${name} is ${JSON.stringify(text)}: write true or false`);
}

const runUrl = (server: string, repository: string, id: string | undefined): string | null =>
  id === undefined || id === '' ? null : `${server}/${repository}/actions/runs/${id}`;
