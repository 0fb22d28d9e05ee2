/** Projects that run their migrations by a command line of their own: `command:`. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dirname } from 'node:path';
import type { DatabaseServer, ServerEngine } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { testbed } from '../testbed.ts';
import { speaking } from './case.ts';
import { FACTORY, flaskProject } from './flask-project.ts';
import type { ProjectRevision } from './project.ts';
import { findings, prove, proved, roundTrip, sectionOf, type ProveOptions } from './prove.ts';

const LIMIT = 120_000;
const servers = new Map<ServerEngine, DatabaseServer>();
const server = (engine: ServerEngine): DatabaseServer => {
  const found = servers.get(engine);
  if (!found) throw new Error(`no ${engine} was opened`);
  return found;
};
beforeAll(async () => {
  for (const engine of ['mysql', 'postgresql'] as const) servers.set(engine, await openTestServer(engine));
}, LIMIT);
afterAll(async () => {
  for (const one of servers.values()) await one[Symbol.asyncDispose]();
}, LIMIT);

const table = (id: string, down: ProjectRevision['down'], more = ''): ProjectRevision => ({
  id,
  down,
  upgrade: `op.create_table("t_${id}", sa.Column("id", sa.Integer, primary_key=True))${more}`,
  downgrade: `op.drop_table("t_${id}")`,
});

const column: ProjectRevision = {
  id: 'plan',
  down: 'a2',
  upgrade: 'op.add_column("t_a1", sa.Column("plan", sa.String(20)))',
  downgrade: 'op.drop_column("t_a1", "plan")',
};

const project = (command: string, changes: Partial<ProveOptions> = {}): ProveOptions => ({
  base: [table('a1', null), table('a2', 'a1')],
  added: [column],
  declared: { python: testbed().python.newest, command },
  ...changes,
});

describe.each(['mysql', 'postgresql'] as const)('The command `alembic` on %s', (engine) => {
  test(
    'makes the round trip, statements with their lines included',
    async () => {
      const result = await prove(server(engine), { ...project('alembic'), ...speaking(engine) });
      expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
      const { steps } = proved(result);
      expect(steps.map(({ direction, outcome }) => [direction, outcome])).toEqual([
        ['upgrade', 'pass'],
        ['downgrade', 'pass'],
        ['upgrade-again', 'pass'],
      ]);
      expect(steps[0]?.statements[0]).toMatchObject({
        sql: 'ALTER TABLE t_a1 ADD COLUMN plan VARCHAR(20)',
        path: 'migrations/versions/plan.py',
        line: 9,
      });
    },
    LIMIT,
  );

  test(
    'catches a downgrade that forgets something',
    async () => {
      const added = [{ ...column, downgrade: 'pass' }];
      const result = await prove(server(engine), { ...project('alembic', { added }), ...speaking(engine) });
      expect(roundTrip(result)).toMatchObject({ outcome: 'fail' });
      expect(findings(result)).toMatchObject([{ rule: 'no-round-trip-difference', line: 9 }]);
    },
    LIMIT,
  );
});

describe('A command', () => {
  test.each<[string, string, Partial<ProveOptions>]>([
    [
      'of the old end of the range',
      'python -m alembic',
      { declared: { python: testbed().python['1.8'], command: 'python -m alembic' } },
    ],
    [
      'with options of its own',
      'alembic -c other.ini -x tenant=acme',
      {
        files: {
          'other.ini':
            '[alembic]\nscript_location = migrations\nsqlalchemy.url = mysql+pymysql://app:secret@db.elsewhere.invalid/production\n',
        },
      },
    ],
    [
      'that is a script',
      './migrate.sh',
      { files: { 'migrate.sh': '#!/bin/sh\nset -e\ncd "$(dirname "$0")"\nexec python -m alembic "$@"\n' } },
    ],
    ['of Flask', 'flask --app shop db', flaskProject({ 'shop/__init__.py': FACTORY })],
  ])(
    '%s is used',
    async (_, command, changes) => {
      const declared = { python: testbed().python.newest, ...changes.declared, command };
      const result = await prove(server('mysql'), project(command, { ...changes, declared }));
      expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
    },
    LIMIT,
  );

  test(
    'goes down to a branch point beside another head, and both orders are judged',
    async () => {
      const result = await prove(
        server('mysql'),
        project('alembic', {
          base: [table('a1', null), table('left', 'a1')],
          added: [table('right', 'a1')],
          cure: { id: 'both', down: ['left', 'right'], upgrade: 'pass', downgrade: 'pass' },
          proofs: { order: true },
        }),
      );
      expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
      expect(sectionOf(result, 'order')).toMatchObject({ outcome: 'pass' });
    },
    LIMIT,
  );

  test(
    'goes up and down over a merge of two branches',
    async () => {
      const result = await prove(
        server('mysql'),
        project('alembic', {
          base: [table('a1', null), table('left', 'a1'), table('right', 'a1')],
          added: [
            { id: 'both', down: ['left', 'right'], upgrade: 'pass', downgrade: 'pass' },
            table('top', 'both'),
          ],
        }),
      );
      expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
    },
    LIMIT,
  );

  test(
    'is stopped between statements for the interruption',
    async () => {
      const result = await prove(
        server('mysql'),
        project('alembic', {
          added: [
            {
              ...column,
              upgrade: `${column.upgrade ?? ''}\nop.create_index("ix_plan", "t_a1", ["plan"])`,
              downgrade: 'op.drop_index("ix_plan", "t_a1")\nop.drop_column("t_a1", "plan")',
            },
          ],
          proofs: { interruption: true },
        }),
      );
      expect(sectionOf(result, 'interruption')).toMatchObject({ outcome: 'fail' });
    },
    LIMIT,
  );

  test(
    'that hangs in a migration is killed, and the migration named',
    async () => {
      const added = [{ ...column, upgrade: 'op.execute("SELECT SLEEP(60)")' }];
      const result = await prove(server('mysql'), project('alembic', { added, stepSeconds: 4 }));
      expect(proved(result).steps).toMatchObject([
        { revision: 'plan', direction: 'upgrade', outcome: 'timeout' },
      ]);
      expect(proved(result).steps[0]?.error).toContain('SELECT SLEEP(60)');
    },
    LIMIT,
  );

  test(
    'whose migration raises fails at its line',
    async () => {
      const added = [{ ...column, upgrade: 'op.drop_column("t_a1", "never_there")' }];
      const result = await prove(server('mysql'), project('alembic', { added }));
      expect(proved(result).steps).toMatchObject([
        { outcome: 'fail', at: { path: 'migrations/versions/plan.py', line: 9 } },
      ]);
    },
    LIMIT,
  );

  test(
    'has no drift, which is said',
    async () => {
      const result = await prove(server('mysql'), project('alembic', { proofs: { drift: true } }));
      expect(sectionOf(result, 'drift')).toMatchObject({
        outcome: 'not-applicable',
        reason: 'autogenerate cannot be asked through a `command:`',
      });
    },
    LIMIT,
  );

  test.each<[string, string, Partial<ProveOptions>, RegExp]>([
    [
      'does not exist',
      'no-such-program',
      {},
      /^The command `no-such-program` ended before any migration ran: exit code 127, last words: .*not found.*`command:`/,
    ],
    [
      'runs nothing',
      'true',
      {},
      /^The command `true` ended well, but no Alembic was seen at work; `command:` must run/,
    ],
    [
      'ignores its target',
      './all.sh',
      { files: { 'all.sh': '#!/bin/sh\nexec python -m alembic upgrade heads\n' } },
      /^The configured `command:` ran the upgrade of `plan` as well, which was not asked for/,
    ],
    [
      'speaks another dialect',
      'alembic -c lite.ini',
      {
        files: {
          'lite.ini': '[alembic]\nscript_location = migrations\nsqlalchemy.url = sqlite:///desk.db\n',
        },
      },
      /dialect `sqlite`/,
    ],
    [
      'lacks a module',
      'alembic',
      { env: 'import nowhere_to_be_found\n' },
      /^The project imports `nowhere_to_be_found`, which `alembic` does not have/,
    ],
    [
      'lacks a variable',
      'alembic',
      { env: 'import os\nos.environ["SIGNING_KEY"]\n' },
      /^The project needs the environment variable `SIGNING_KEY`/,
    ],
  ])(
    'that %s is not evaluated',
    async (_, command, changes, reason) => {
      const result = await prove(server('mysql'), project(command, changes));
      expect(result).toEqual({ kind: 'not-evaluated', reason: expect.stringMatching(reason) });
    },
    LIMIT,
  );
});

describe('Package managers', () => {
  const PYPROJECT = '[project]\nname = "shop"\nversion = "0"\nrequires-python = ">=3.8"\n';
  const tools = dirname(testbed().python.tools);
  test.each([
    ['uv', `${tools}/uv run alembic`],
    ['poetry', `${tools}/poetry run alembic`],
  ])(
    "%s runs the migrations in the project's own environment",
    async (_, command) => {
      const result = await prove(
        server('mysql'),
        project(command, { files: { 'pyproject.toml': PYPROJECT } }),
      );
      expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
      expect(proved(result).steps[0]?.statements[0]).toMatchObject({ line: 9 });
    },
    LIMIT,
  );
});
