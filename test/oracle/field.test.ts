import { expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openRepository } from '../../src/io/git/open.ts';
import { startAlembic } from '../../scripts/field/alembic.ts';
import { renderPage } from '../../scripts/field/page.ts';
import { walk } from '../../scripts/field/walk.ts';
import { sandbox } from '../io/git-sandbox.ts';
import { testbed } from '../testbed.ts';

const revision = (id: string, parents: string): string =>
  `"""${id}"""\nrevision = "${id}"\ndown_revision = ${parents}\n\n\ndef upgrade():\n    pass\n\n\ndef downgrade():\n    pass\n`;

test('a walk compares every state with Alembic and judges merges as the pull requests they were', async () => {
  using box = sandbox();
  const repo = box.repo('repo');
  const merge = (branch: string): string => {
    repo.git('merge', '-q', '--no-ff', '--no-edit', branch);
    return repo.git('rev-parse', 'HEAD').trim();
  };
  const put = (id: string, parents: string): string =>
    repo.commit(id, { [`migrations/versions/${id}.py`]: revision(id, parents) });
  repo.commit('environment', {
    'alembic.ini': '[alembic]\nscript_location = migrations\n',
    'migrations/env.py': 'from alembic import context\n',
    'migrations/script.py.mako': '',
  });
  put('a', 'None');
  repo.git('checkout', '-qb', 'side');
  put('b', '"a"');
  repo.git('checkout', '-q', 'main');
  merge('side'); // a fair pull request
  repo.git('checkout', '-qb', 'stale', 'HEAD~1');
  put('c', '"a"');
  repo.git('checkout', '-q', 'main');
  const forked = merge('stale');
  put('m', '("b", "c")');
  put('d', 'make_parent("m")');
  repo.write('migrations/versions/d.py', 'def broken(:\n');
  repo.commit('broken');
  repo.commit('unrelated', { README: 'r' });

  const directory = join(box.path, 'mirror');
  mkdirSync(directory);
  using alembic = startAlembic(testbed().python.newest, 'scripts/field/oracle.py', directory);
  await using repository = await openRepository(repo.path);
  const source = { name: 'box', gitDir: join(repo.path, '.git'), ref: 'HEAD', locations: {} };
  const result = await walk(source, repository, alembic, () => undefined);

  expect(result).toMatchObject({
    commits: 8,
    states: 7,
    environments: [
      {
        name: 'migrations',
        states: 7,
        same: 5,
        severalHeads: 1,
        bothFail: { SyntaxError: 1 },
        refusedStates: 1,
        refusedFiles: { call: 1 },
        differences: [],
        revisions: 4,
      },
    ],
    pullRequests: { judged: 1, outcomes: { pass: 1 }, mendedByHand: 0, lacking: 0, errors: [] },
  });
  expect(result.environments[0]?.differences.map(({ commit }) => commit)).not.toContain(forked);
  expect(renderPage([result])).toContain(
    '| box | `migrations` | 4 | 7 | 5 (1) | 1 SyntaxError | 1 (files: 1 call) | 0 |',
  );
});
