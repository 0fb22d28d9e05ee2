/** action.yml and the documented workflows against the code that they describe. */
import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readRunner } from '../../src/entry/runner.ts';

interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly services?: unknown;
  /** Of a job that calls a reusable workflow, whose own jobs have all the rest. */
  readonly uses?: string;
  readonly steps?: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}
interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const workflows = ['docs/workflows', '.github/workflows'].flatMap((directory) =>
  readdirSync(new URL(`../../${directory}`, import.meta.url)).map((name) => `${directory}/${name}`),
);
const action = parse(text('action.yml')) as Action;
const workflow = (path: string): Workflow => parse(text(path)) as Workflow;

describe('action.yml', () => {
  /** What is read of a job whose inputs are these. */
  function readWith(input: (name: string) => string): ReturnType<typeof readRunner> {
    const before = { ...process.env };
    for (const name of [
      'REPOSITORY',
      'REF_NAME',
      'SHA',
      'SERVER_URL',
      'API_URL',
      'GRAPHQL_URL',
      'WORKSPACE',
      'EVENT_NAME',
    ]) {
      process.env[`GITHUB_${name}`] = 'x';
    }
    process.env['GITHUB_EVENT_PATH'] = new URL(
      '../fixtures/events/merge_group.json',
      import.meta.url,
    ).pathname;
    process.env['RUNNER_TEMP'] = '/tmp';
    try {
      return readRunner(input);
    } finally {
      process.env = before;
    }
  }

  test('declares exactly the inputs that are read', () => {
    const read: string[] = [];
    readWith((name) => {
      read.push(name);
      return '';
    });
    expect(read.sort()).toEqual(Object.keys(action.inputs).sort());
  });

  test.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['FALSE', false],
    ['', false],
  ])('takes publish: %s as YAML 1.2 does', (text, publish) => {
    expect(readWith((name) => (name === 'publish' ? text : '')).publish).toBe(publish);
  });

  test.each(['yes', 'on', '1', 'tRUE', ' true'])('refuses publish: %s in one sentence', (text) => {
    expect(() => readWith((name) => (name === 'publish' ? text : ''))).toThrow(
      `the input publish is "${text}": write true or false`,
    );
  });

  test('declares exactly the outputs that are set', () => {
    const set = ['src/entry/action-gate.ts', 'src/entry/action-bot.ts'].flatMap((path) =>
      [...text(path).matchAll(/setOutput\(\s*'([\w-]+)'/g)].map(([, name]) => name),
    );
    expect([...new Set(set)].sort()).toEqual(Object.keys(action.outputs).sort());
  });

  test('has no default for what the configuration file may set', () => {
    const defaults = Object.entries(action.inputs).filter(([, input]) => input.default !== undefined);
    expect(defaults.map(([name]) => name)).toEqual(['token']);
  });
});

describe.each(workflows)('%s', (path) => {
  const { permissions, jobs } = workflow(path);

  test('grants nothing to the workflow and says why each job needs what it gets', () => {
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined();
    expect(text(path).match(/^ {6}[\w-]+: (?:read|write)$/gm)).toBeNull();
  });

  test('pins foreign actions to commits, with the version beside them', () => {
    const foreign = [...text(path).matchAll(/^\s*(?:- )?uses: (\S+)(.*)/gm)].filter(
      ([, used = '']) => !used.startsWith('alembic-gate/') && used !== '$/',
    );
    for (const [, used, rest] of foreign) {
      expect(used).toMatch(/@[0-9a-f]{40}$/);
      expect(rest).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  test('keeps no credentials in a checkout, ends in time and puts no event text into a shell', () => {
    for (const job of Object.values(jobs)) {
      if (job.uses === undefined) expect(job['timeout-minutes']).toBeGreaterThan(0);
      for (const step of job.steps ?? []) {
        if (step.uses?.startsWith('actions/checkout@'))
          expect(step.with?.['persist-credentials']).toBe(false);
        expect(step.run ?? '').not.toContain('${{');
      }
    }
  });
});

describe('the documented permissions', () => {
  test.each([
    'docs/workflows/gate.yml',
    'docs/workflows/gate-reusable.yml',
    'docs/workflows/matrix.yml',
    'docs/workflows/keep.yml',
    '.github/workflows/gate.yml',
  ])('let %s read and nothing else, and give it no secret', (path) => {
    for (const [name, { permissions }] of Object.entries(workflow(path).jobs))
      expect([name, permissions]).toEqual([name, name === 'gather' ? {} : { contents: 'read' }]);
    expect(text(path)).not.toMatch(/secrets\b/);
  });

  test('give each job of the bot what it writes', () => {
    const { jobs } = workflow('docs/workflows/bot.yml');
    expect(jobs['report']?.permissions).toEqual({
      actions: 'read',
      contents: 'read',
      'pull-requests': 'write',
      statuses: 'write',
    });
    expect(jobs['reviews']?.permissions).toEqual(jobs['report']?.permissions);
    expect(jobs['commands']?.permissions).toEqual({
      actions: 'write',
      contents: 'write',
      issues: 'write',
      'pull-requests': 'write',
      statuses: 'write',
    });
    expect(jobs['refresh']?.permissions).toEqual({
      actions: 'write',
      contents: 'read',
      issues: 'write',
      'pull-requests': 'write',
      statuses: 'write',
    });
    expect(Object.keys(jobs).sort()).toEqual(['commands', 'refresh', 'report', 'reviews']);
  });

  test('start no runner for an ordinary comment, and never for an edited one', () => {
    const { on, jobs } = workflow('docs/workflows/bot.yml');
    expect(on['issue_comment']).toEqual({ types: ['created'] });
    expect(jobs['commands']?.if).toContain("startsWith(github.event.comment.body, '/merge-heads')");
    expect(Object.keys(on)).not.toContain('pull_request_target');
  });
});

describe('every documented gate', () => {
  const gates = workflows.filter((path) => path.startsWith('docs/') && !/\/(bot|keep)\.yml$/.test(path));

  test.each(gates)('%s listens to what can change a verdict, and is what the bot listens to', (path) => {
    const { on, name } = workflow(path);
    expect(on).toEqual({
      pull_request: { types: ['opened', 'synchronize', 'reopened', 'ready_for_review', 'edited'] },
      merge_group: { types: ['checks_requested'] },
      workflow_dispatch: { inputs: { base: expect.objectContaining({ type: 'string' }) } },
    });
    const bot = workflow('docs/workflows/bot.yml');
    expect(bot.on['workflow_run']).toEqual({ workflows: [name], types: ['completed'] });
  });
});

test('what keeps the base state runs landed code alone, in the same circumstances as the gate', () => {
  const { on, jobs } = workflow('docs/workflows/keep.yml');
  expect(on).toEqual({ push: { branches: ['main'] } });
  const [keep, gate] = [jobs['keep'], workflow('docs/workflows/gate.yml').jobs['gate']];
  expect(keep?.services).toEqual(gate?.services);
  expect(keep?.permissions).toEqual({ contents: 'read' });
  const preparing = (job: Job | undefined): unknown => job?.steps?.slice(0, 3);
  expect(preparing(keep)).toEqual(preparing(gate));
  expect(keep?.steps?.[3]?.with).toEqual({
    command: 'keep',
    'database-url': gate?.steps?.[3]?.with?.['database-url'],
  });
});

test('the page on installing lists every input and output in the words of action.yml', () => {
  const { inputs, outputs } = parse(text('action.yml')) as Record<
    'inputs' | 'outputs',
    Record<string, { readonly description: string }>
  >;
  const rows = Object.entries({ ...inputs, ...outputs }).map(
    ([name, { description }]) => `| \`${name}\` | ${description} |`,
  );
  const page = text('docs/install.md');
  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
});
