/** What is printed for a half-applied database is carried out on one, which then is what the merge makes, at its version. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CommandEnd } from '../../src/io/command.ts';
import { commandRunner } from '../../src/io/python/command.ts';
import type { DatabaseServer } from '../../src/io/server.ts';
import { diffDatabases } from '../../src/verify/schema/diff.ts';
import { World } from '../../src/verify/run-world.ts';
import { openTestServer, testWatch } from '../server.ts';
import { testbed } from '../testbed.ts';
import { ENGINES } from './behaviours/behaviour.ts';
import { halfApplied } from './behaviours/interruption.ts';
import { writeProject, type Project } from './project.ts';
import { DRIVER, prove, sectionOf } from './prove.ts';

/** Deploys, and dies as a machine does once the first statement of the new revision has run. */
const DYING = `import os
import sqlalchemy as sa
from alembic import command
from alembic.config import Config


@sa.event.listens_for(sa.engine.Engine, "after_cursor_execute")
def die(connection, cursor, statement, *others):
    if "ADD COLUMN a " in statement:
        os.kill(os.getpid(), 9)


command.upgrade(Config("alembic.ini"), "head")
`;

describe.each(ENGINES)('A deployment that died half-way on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)));
  afterAll(async () => server[Symbol.asyncDispose]());

  const started = async (world: World, project: Project, command: string): Promise<CommandEnd['kind']> => {
    const end = await commandRunner(
      testWatch(),
      DRIVER,
    )({
      command,
      environment: project.environment,
      tree: project.directory,
      checkout: project.directory,
      family: engine === 'postgresql' ? 'postgresql' : 'mysql',
      own: await world.own(),
      scratch: (target) => world.endpoint(target),
      limitMs: 60_000,
    });
    return end.kind;
  };

  test('is recovered by what was printed', async () => {
    const options = halfApplied(engine);
    const proof = await prove(server, { ...options, proofs: { 'round-trip': false, interruption: true } });
    const [{ after } = { after: null }] = sectionOf(proof, 'interruption').differences;
    const [, sql = '', stamp = ''] =
      /To recover, run by hand what is left: (.*;) and then `(alembic stamp \w+)`$/.exec(after ?? '') ?? [];
    expect([sql, stamp]).toEqual([
      expect.stringMatching(/^ALTER TABLE \S+ ADD COLUMN b INTEGER;$/),
      'alembic stamp new',
    ]);

    await using project = await writeProject({
      revisions: [...options.base, ...options.added],
      url: options.url,
      declared: { python: testbed().python.newest },
      files: { 'dying.py': DYING },
    });
    await using whole = new World(server, 'whole');
    expect(await started(whole, project, 'alembic upgrade head')).toBe('done');
    await using half = new World(server, 'half');
    expect(await started(half, project, 'alembic upgrade cases')).toBe('done');
    expect(await started(half, project, 'python dying.py')).toBe('failed');
    expect(await started(half, project, 'alembic upgrade head')).toBe('failed');

    for (const [, scratch] of half.databases()) await scratch.query(sql);
    expect(await started(half, project, stamp)).toBe('done');
    expect(diffDatabases(await whole.snapshot(), await half.snapshot())).toEqual([]);
    const versions = half
      .databases()
      .map(([, scratch]) => scratch.query('SELECT version_num AS id FROM alembic_version'));
    expect(await Promise.all(versions)).toEqual([[{ id: 'new' }]]);
    expect(await started(half, project, 'alembic upgrade head')).toBe('done');
  });
});
