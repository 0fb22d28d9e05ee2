import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../src/config/environment.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { commandRunner } from '../../src/io/python/command.ts';
import { driverStarter } from '../../src/io/python/start.ts';
import { readRevision } from '../../src/revision/read.ts';
import { proofFindings } from '../../src/verify/findings.ts';
import { runProofs } from '../../src/verify/run.ts';
import { PLAIN_ENVIRONMENT } from '../config/plain-environment.ts';
import { optuna } from '../optuna.ts';
import { openTestServer, testWatch } from '../server.ts';
import { testbed } from '../testbed.ts';
import { CONFIG, DRIVER, proved } from './prove.ts';

const SCRIPTS = 'optuna/storages/_rdb/alembic';

/** As it is discovered: the ini lies in a package, says `sqlite:///` and a script location relative to itself. */
const environment: Environment = {
  ...PLAIN_ENVIRONMENT,
  name: SCRIPTS,
  scriptLocation: SCRIPTS,
  versionLocations: [`${SCRIPTS}/versions`],
  ini: 'optuna/storages/_rdb/alembic.ini',
  workingDirectory: 'optuna/storages/_rdb',
};

test('Optuna’s migrations on real MySQL: each one’s round trip, with the truth about what is missing or lossy', async () => {
  const { directory, needs } = optuna();
  const files = readdirSync(join(directory, SCRIPTS, 'versions')).filter((name) => name.endsWith('.py'));
  const graph = buildGraph(
    files.sort().flatMap((name) => {
      const path = `${SCRIPTS}/versions/${name}`;
      const reading = readRevision(path, readFileSync(join(directory, path)));
      return reading.kind === 'revision' ? [reading.revision] : [];
    }),
  );
  await using server = await openTestServer('mysql');
  const declared = { python: testbed().python.newest, env: { PYTHONPATH: needs } };
  const result = await runProofs(
    {
      environment: { ...environment, declared },
      config: CONFIG,
      checkout: directory,
      base: { graph: buildGraph([]), heads: [], directory: null, models: null, tree: null, foundation: null },
      merged: { graph, directory },
      added: [...graph.revisions.keys()],
      irreversible: new Map(),
      rewritten: [],
      deployed: [],
      seed: null,
      install: null,
      cure: null,
    },
    {
      server,
      startDriver: driverStarter(DRIVER),
      runCommand: commandRunner(testWatch(), DRIVER),
      now: () => Date.now(),
      progress: () => undefined,
    },
  );

  const steps = proved(result).steps.map(
    ({ revision, direction, outcome }) => `${revision} ${direction} ${outcome}`,
  );
  expect(steps.filter((step) => !step.endsWith('pass'))).toEqual([
    'v2.4.0.a upgrade-again fail',
    'v3.0.0.c downgrade fail',
    'v3.2.0.a downgrade fail',
  ]);
  expect(steps).toHaveLength(28);
  const told = proofFindings(proved(result), SCRIPTS).map(
    ({ revision, line, message }) => `${revision ?? ''}:${line ?? 0} ${message}`,
  );
  // `existing_nullable` is missing in both directions, so MySQL makes the column nullable.
  expect(told).toContainEqual(
    expect.stringMatching(/^v1\.2\.0\.a:31 .*column `trials`\.`state`: nullable 'no' → 'yes'\.$/),
  );
  // "TODO: Implement downgrade", says the file.
  expect(told).toContainEqual(expect.stringMatching(/^v2\.4\.0\.a:\d+ .*table `study_directions` stays/));
  // `existing_nullable=False` claims what was not so.
  expect(told).toContainEqual(
    expect.stringMatching(/^v3\.0\.0\.b:98 .*column `trial_values`\.`value`: nullable 'yes' → 'no'\.$/),
  );
  // A name that the class does not have: the downgrade has never run.
  expect(told).toContainEqual(
    expect.stringMatching(
      /^v3\.0\.0\.c:191 .*AttributeError: type object 'IntermediateValueModel' has no attribute 'FloatTypeEnum'$/,
    ),
  );
  // The file itself says that this does not work on MySQL.
  expect(told).toContainEqual(
    expect.stringMatching(/^v3\.2\.0\.a:28 .*\(1553\).*needed in a foreign key constraint$/),
  );
  expect(new Set(told.map((line) => line.split(':')[0]))).toEqual(
    new Set(['v1.2.0.a', 'v2.4.0.a', 'v3.0.0.b', 'v3.0.0.c', 'v3.2.0.a']),
  );
}, 180_000);
