/** The base state that one run of the command line kept is the next one's, and neither run says anything else for it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sandbox } from '../io/git-sandbox.ts';
import { cli, withServerAndPython } from './cli.ts';
import { lineOf, onMain, revisions, table } from './projects.ts';

let cache: string;
beforeAll(() => void (cache = mkdtempSync('/tmp/ag-kept-')));
afterAll(() => rmSync(cache, { recursive: true }));

const entries = (): readonly string[] => {
  try {
    return readdirSync(join(cache, 'states')).sort();
  } catch {
    return [];
  }
};

/** The report without what the clock decides. */
async function check(repository: string, where: string): Promise<string> {
  const env = { ...withServerAndPython(), ALEMBIC_GATE_CACHE: where };
  const server = ['--database', 'local', '--engine', 'mariadb'];
  const { stdout } = await cli(['check', '--repo', repository, ...server, '--format', 'json'], { env });
  const timed = ['durationMs', 'timings'];
  return JSON.stringify(JSON.parse(stdout), (key, value: unknown) => (timed.includes(key) ? null : value));
}

test('reports are equal without, with a new and with a kept base state, and a changed base has another', async () => {
  using box = sandbox();
  const repo = lineOf(box.repo('project'), ['a1', 'a2']);
  repo.commit(
    'Work',
    revisions({
      id: 'p1',
      down: 'a2',
      upgrade: 'op.add_column("t_a1", sa.Column("n", sa.Integer))',
      downgrade: 'op.add_column("t_a2", sa.Column("extra", sa.Integer))',
    }),
  );
  const without = await check(repo.path, 'off');
  expect(without).toContain('no-round-trip-difference');
  expect(entries()).toEqual([]);
  expect(await check(repo.path, cache)).toBe(without);
  const kept = entries();
  expect(kept).toHaveLength(1);
  expect(await check(repo.path, cache)).toBe(without);
  expect(entries()).toEqual(kept);

  // What the head changes beside its revisions is not in the base, whose state is the same.
  repo.write('models.py', '# a model\n');
  await check(repo.path, cache);
  expect(entries()).toEqual(kept);

  onMain(repo, revisions({ ...table('a2', 'a1'), upgrade: 'op.execute("CREATE TABLE t_a2 (id BIGINT)")' }));
  repo.git('merge', '-q', 'main', '-m', 'Merge main');
  expect(await check(repo.path, cache)).not.toBe(without);
  expect(entries()).toHaveLength(2);
}, 240_000);
