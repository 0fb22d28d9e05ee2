/** Apache Superset's real migrations: three hundred and more revisions, a tenth of them merges. */
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildGraph } from '../../src/graph/build.ts';
import type { RevisionGraph } from '../../src/graph/graph.ts';
import { readRevision } from '../../src/revision/read.ts';
import { sandbox, type Repo, type Sandbox } from '../io/git-sandbox.ts';
import { testbed } from '../testbed.ts';
import { checkReport, cli } from './cli.ts';

jest.setTimeout(120_000);

const LOCATION = 'superset/migrations';
const VERSIONS = `${LOCATION}/versions`;

/** The ini that starts Alembic on them; Superset's own lies beside its env.py, as Flask-Migrate's do. */
const INI = `[alembic]
script_location = ${LOCATION}
file_template = %%(year)d-%%(month).2d-%%(day).2d_%%(hour).2d-%%(minute).2d_%%(rev)s_%%(slug)s
`;

const HEADERS = fileURLToPath(new URL('headers_alembic.py', import.meta.url));

/** Alembic itself, in Coordinated Universal Time. */
function alembic(verb: string, repo: Repo, ...args: readonly string[]): readonly string[] {
  repo.write('alembic.ini', INI);
  const options = { env: { TZ: 'UTC' }, cwd: repo.path, encoding: 'utf8' } as const;
  const said = execFileSync(testbed().python.newest, [HEADERS, verb, repo.path, ...args], options);
  rmSync(`${repo.path}/alembic.ini`);
  return said.trim().split('\n');
}

function superset(box: Sandbox, name: string): Repo {
  const repo = box.repo(name);
  cpSync(`${testbed().packages['apache-superset'] ?? ''}/${LOCATION}`, `${repo.path}/${LOCATION}`, {
    recursive: true,
  });
  return repo;
}

let graph: RevisionGraph;
/** The newest merge revision and everything above it. */
let removed: ReadonlySet<string>;
let merge: { readonly id: string; readonly path: string; readonly downRevisions: readonly string[] };

beforeAll(() => {
  const directory = `${testbed().packages['apache-superset'] ?? ''}/${VERSIONS}`;
  const files = readdirSync(directory).filter((name) => name.endsWith('.py'));
  const readings = files
    .sort()
    .map((name) => readRevision(`${VERSIONS}/${name}`, readFileSync(`${directory}/${name}`)));
  graph = buildGraph(readings.flatMap((reading) => (reading.kind === 'revision' ? [reading.revision] : [])));
  // File names begin with the date.
  const merges = [...graph.revisions.values()].filter(({ downRevisions }) => downRevisions.length > 1);
  const newest = merges.toSorted((a, b) => (a.path < b.path ? 1 : -1))[0];
  if (newest === undefined) throw new Error('Superset has no merge revision');
  merge = newest;
  removed = new Set([newest.id, ...graph.descendants([newest.id])]);
  expect(graph.revisions.size).toBeGreaterThan(300);
  expect(merges.length).toBeGreaterThan(26);
});

const pathsOf = (ids: Iterable<string>): readonly string[] =>
  [...ids].map((id) => graph.revisions.get(id)?.path ?? '');

function remove(repo: Repo, ids: Iterable<string>): void {
  for (const path of pathsOf(ids)) rmSync(`${repo.path}/${path}`);
}

test('graph gives the one head that Alembic gives', async () => {
  using box = sandbox();
  const repo = superset(box, 'whole');
  repo.commit('Superset');
  const { code, stdout } = await cli(['graph', '--repo', repo.path, '--check', '--format', 'json']);
  expect(code).toBe(0);
  const [environment] = (
    JSON.parse(stdout) as { environments: { name: string; heads: string[]; problems: object[] }[] }
  ).environments;
  expect(environment).toMatchObject({ name: LOCATION, problems: [] });
  expect(environment?.heads).toEqual(alembic('heads', repo));
  expect(environment?.heads).toHaveLength(1);
});

describe('without the newest merge revision and everything above it', () => {
  test('a working tree fails with exactly its parents as heads', async () => {
    using box = sandbox();
    const repo = superset(box, 'whole');
    repo.commit('Superset');
    remove(repo, removed);
    const { code, report } = await checkReport(repo.path, ['--database', 'none']);
    expect({ code, heads: report.environments[0]?.heads.merged?.toSorted() }).toEqual({
      code: 1,
      heads: merge.downRevisions.toSorted(),
    });
    expect(report.findings.map(({ rule }) => rule)).toContain('no-multiple-heads');
    expect(alembic('heads', repo)).toEqual(report.environments[0]?.heads.merged);
  });

  test('a pull request that brings one of its sides fails with them, and nothing else is wrong', async () => {
    using box = sandbox();
    const repo = superset(box, 'sides');
    remove(repo, removed);
    const [ours = '', theirs = ''] = merge.downRevisions;
    const below = graph.ancestors([ours]);
    const side = [...graph.ancestors([theirs])].filter((id) => id !== ours && !below.has(id));
    const kept = pathsOf(side).map((path) => [path, readFileSync(`${repo.path}/${path}`, 'utf8')] as const);
    remove(repo, side);
    repo.commit('One side');
    repo.git('switch', '-q', '-c', 'work');
    repo.commit('The other side', Object.fromEntries(kept));

    const { code, report } = await checkReport(repo.path, ['--database', 'none']);
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    expect({ code, errors: errors.map(({ rule }) => rule) }).toEqual({
      code: 1,
      errors: ['no-multiple-heads'],
    });
    expect(report.environments[0]?.heads.merged?.toSorted()).toEqual(merge.downRevisions.toSorted());
    expect(report.environments[0]?.resolution?.mergeRevision.downRevisions).toEqual(
      report.environments[0]?.heads.merged,
    );
  });

  test.each(['empty message', 'Merge heads: dashboards and tags'])(
    'merge-heads writes the bytes that Alembic writes (%s)',
    async (message) => {
      using box = sandbox();
      const repo = superset(box, 'whole');
      const created =
        /^Create Date: (.*)$/m.exec(readFileSync(`${repo.path}/${merge.path}`, 'utf8'))?.[1] ?? '';
      repo.commit('Superset');
      remove(repo, removed);

      const { code, stdout } = await cli([
        'merge-heads',
        '--repo',
        repo.path,
        '--rev-id',
        merge.id,
        '--date',
        created,
        '-m',
        message,
        '--write',
      ]);
      expect(code).toBe(0);
      const ours = readFileSync(`${repo.path}/${stdout.trim()}`);
      rmSync(`${repo.path}/${stdout.trim()}`);
      const [seconds = '', fraction = ''] = created.split('.');
      const microseconds = String(Date.parse(`${seconds}Z`) * 1000 + Number(fraction));
      const written =
        alembic('merge', repo, merge.id, message, microseconds, ...alembic('heads', repo)).at(-1) ?? '';
      expect(`${repo.path}/${stdout.trim()}`).toBe(written);
      expect(ours.toString('utf8')).toBe(readFileSync(written, 'utf8'));
      // Beside its name and message it is the revision that Superset has.
      expect(ours.toString('utf8')).toContain(`\nRevision ID: ${merge.id}\n`);
      expect(ours.toString('utf8')).toContain(`\nCreate Date: ${created}\n`);
    },
  );
});
