/** Optuna's real migrations on real MySQL: its ini says `sqlite:///` and a script location relative to itself. */
import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sandbox, type Repo } from '../io/git-sandbox.ts';
import { optuna } from '../optuna.ts';
import { openTestServer } from '../server.ts';
import { testbed } from '../testbed.ts';
import { checkReport, withServerAndPython } from './cli.ts';

const RDB = 'optuna/storages/_rdb';
const VERSIONS = `${RDB}/alembic/versions`;

/** By Alembic's own commands on a server of their own; by revision, null where the round trip is clean. */
async function roundTripsByAlembic(
  repo: Repo,
  needs: string,
): Promise<Readonly<Record<string, string | null>>> {
  const script = fileURLToPath(new URL('round_trips.py', import.meta.url));
  await using server = await openTestServer('mysql');
  const { user, password, port, database } = (await server.createScratch('byhand')).endpoint;
  const url = `mysql+pymysql://${user}:${password}@127.0.0.1:${String(port)}/${database}`;
  const said = execFileSync(testbed().python.newest, [script, 'alembic.ini', url], {
    cwd: `${repo.path}/${RDB}`,
    env: { PYTHONPATH: `${repo.path}:${needs}`, PYTHONDONTWRITEBYTECODE: '1' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Record<string, string | null>;
}

test('every revision makes its round trip, and those that cannot are the ones that fail by hand', async () => {
  using box = sandbox();
  const { directory, needs } = optuna();
  const repo = box.repo('optuna');
  const bring = (path: string): void =>
    cpSync(`${directory}/${path}`, `${repo.path}/${path}`, { recursive: true });
  bring('optuna');
  rmSync(`${repo.path}/${VERSIONS}`, { recursive: true });
  repo.commit('Without revisions');
  repo.git('switch', '-q', '-c', 'work');
  bring(VERSIONS);
  repo.commit('All of them');

  const env = { ...withServerAndPython(), PYTHONPATH: needs };
  const { code, report } = await checkReport(repo.path, ['--database', 'local', '--engine', 'mysql'], env);
  expect({ code, outcome: report.outcome }).toEqual({ code: 1, outcome: 'fail' });
  const [environment] = report.environments;
  expect(environment).toMatchObject({
    name: `${RDB}/alembic`,
    heads: { base: [], merged: ['v3.2.0.a'] },
    database: { engine: 'MySQL', source: 'local' },
  });
  expect(environment?.revisions.added).toHaveLength(10);
  const shown = report.findings.filter(({ rule }) =>
    /^no-(round-trip-difference|failing-migration)$/.test(rule),
  );
  const told = shown.map(({ revision, rule }) => `${revision ?? ''} ${rule}`);
  expect([...new Set(told)].sort()).toEqual([
    // `alter_column` of `trials.state` without `existing_nullable`: MySQL makes the column nullable.
    'v1.2.0.a no-round-trip-difference',
    // "TODO: Implement downgrade", says the file: tables and columns stay, so the second upgrade cannot run either.
    'v2.4.0.a no-round-trip-difference',
    // The downgrade claims `existing_nullable=False` of a column that could hold NULL.
    'v3.0.0.b no-round-trip-difference',
    // The downgrade uses a name that its class does not have, so it has never run.
    'v3.0.0.c no-failing-migration',
    // The file says of its own downgrade that it "doesn't work on MySQL": the index serves a foreign key.
    'v3.2.0.a no-failing-migration',
  ]);

  const byHand = await roundTripsByAlembic(repo, needs);
  expect(byHand).toMatchObject({
    'v1.2.0.a': 'the downgrade leaves another schema',
    'v2.4.0.a': 'the downgrade leaves another schema',
    'v3.0.0.b': 'the downgrade leaves another schema',
    'v3.0.0.c': 'the downgrade raises AttributeError',
    'v3.2.0.a': 'the downgrade raises OperationalError',
  });
  expect(Object.values(byHand).filter((wrong) => wrong === null)).toHaveLength(5);
}, 180_000);
