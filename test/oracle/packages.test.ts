/** Our graph against Alembic's on the histories that published packages ship; docs/field-notes.md has the counts. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { discoverEnvironments } from '../../src/config/discover.ts';
import type { DeclaredEnvironment, Environment } from '../../src/config/environment.ts';
import { readHistory, type History } from '../../src/flows/history.ts';
import { judgeHeads } from '../../src/graph/expected.ts';
import type { RevisionGraph } from '../../src/graph/graph.ts';
import { testbed } from '../testbed.ts';
import { directoryTree } from './directory-tree.ts';

/** What users would declare where a project computes its locations, or has several heads by design. */
const DECLARED: Readonly<Record<string, readonly DeclaredEnvironment[]>> = {
  'aiida-core': [
    {
      scriptLocation: 'aiida/storage/psql_dos/migrations',
      expectedHeads: { django: 1, sqlalchemy: 1, main: 1 },
    },
  ],
  'galaxy-data': [{ ini: 'galaxy/model/migrations/alembic.ini', expectedHeads: { gxy: 1, tsi: 1 } }],
  glance: [{ scriptLocation: 'glance/db/sqlalchemy/alembic_migrations', expectedHeads: 2 }],
  keystone: [
    {
      scriptLocation: 'keystone/common/sql/migrations',
      recursive: true,
      expectedHeads: { expand: 1, contract: 1 },
    },
  ],
  neutron: [{ scriptLocation: 'neutron/db/migration/alembic_migrations', recursive: true, expectedHeads: 2 }],
  prefect: ['postgresql', 'sqlite'].map((dialect) => ({
    scriptLocation: 'prefect/server/database/_migrations',
    versionLocations: [`prefect/server/database/_migrations/versions/${dialect}`],
  })),
  pypnusershub: [
    {
      scriptLocation: 'pypnusershub/migrations',
      expectedHeads: { utilisateurs: 1, 'utilisateurs-samples': 1 },
    },
  ],
  skypilot: ['global_user_state', 'kv_cache', 'recipes', 'serve_state', 'skypilot_config', 'spot_jobs'].map(
    (database) => ({
      scriptLocation: 'sky/schemas/db',
      versionLocations: [`sky/schemas/db/${database}`],
    }),
  ),
};

/** The lists of `RevisionGraph` under the same names. */
interface AlembicFacts {
  readonly revisions: readonly string[];
  readonly heads: readonly string[];
  readonly effectiveHeads: readonly string[];
  readonly bases: readonly string[];
  readonly branchPoints: readonly string[];
  readonly mergePoints: readonly string[];
  readonly labels: Readonly<Record<string, readonly string[]>>;
  /** From nothing to all heads. */
  readonly upgradeOrder: readonly string[];
}

interface Compared {
  readonly package: string;
  readonly version: string;
  readonly environment: Environment;
  readonly history: History;
  readonly alembic: AlembicFacts;
  /** Paths of files that compute what Alembic reads, and the name of what they compute. */
  readonly unknown: readonly (readonly [path: string, name: string])[];
}

const { packages, python } = testbed();

async function readPackage(
  name: string,
  directory: string,
): Promise<readonly Omit<Compared, 'alembic' | 'unknown'>[]> {
  const tree = directoryTree(directory, name);
  const { environments, problems } = await discoverEnvironments(tree, { environments: DECLARED[name] ?? [] });
  if (problems.some(({ fail }) => fail)) throw new Error(problems.map(({ message }) => message).join('\n'));
  const version = readFileSync(join(directory, '.wheel'), 'utf8').split('==')[1] ?? '';
  return Promise.all(
    environments.map(async (environment) => {
      const history = await readHistory(tree, environment, new Map());
      return { package: name, version, environment, history };
    }),
  );
}

/** One process for all of them: starting Python and Alembic costs more than reading a history. */
async function compareAll(): Promise<readonly Compared[]> {
  const read = await Promise.all(
    Object.entries(packages).map(([name, directory]) => readPackage(name, directory)),
  );
  const all = read.flat();
  const questions = all.map(({ package: name, environment }) => {
    const place = (path: string): string => join(packages[name] ?? '', path);
    return JSON.stringify({
      scriptLocation: place(environment.scriptLocation),
      versionLocations: environment.versionLocations.map(place),
      recursive: environment.recursive,
    });
  });
  const script = fileURLToPath(new URL('packages.py', import.meta.url));
  const { stdout, stderr, status } = spawnSync(python.newest, [script], {
    input: questions.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`Alembic ended early: ${stderr}`);
  const answers = stdout.trimEnd().split('\n');
  return all.map((one, index) => {
    // Written by packages.py.
    const { unknown, ...alembic } = JSON.parse(answers[index] ?? '') as AlembicFacts &
      Pick<Compared, 'unknown'>;
    const home = `${packages[one.package] ?? ''}/`;
    return { ...one, alembic, unknown: unknown.map(([path, name]) => [path.replace(home, ''), name]) };
  });
}

const factsOf = (graph: RevisionGraph): AlembicFacts => ({
  revisions: [...graph.revisions.keys()],
  heads: graph.heads,
  effectiveHeads: graph.effectiveHeads,
  bases: graph.bases,
  branchPoints: graph.branchPoints,
  mergePoints: graph.mergePoints,
  labels: Object.fromEntries([...graph.labels].map(([id, labels]) => [id, [...labels].sort()])),
  upgradeOrder: graph.upgradeOrder(graph.realHeads),
});

/** The row of the table in docs/field-notes.md. */
function rowOf({ package: name, version, environment, history }: Compared): string {
  const { graph, revisions, unread } = history;
  const places = environment.versionLocations.map(
    (place) => `\`${place}${environment.recursive ? '/**' : ''}\``,
  );
  const reasons = [
    ...unread.map(({ kind, reason }) => `${kind}: ${reason}`),
    ...revisions.filter(({ unreadLabels }) => unreadLabels).map(() => 'computed labels'),
  ];
  const refused = [...new Set(reasons)].map((why) => `${reasons.filter((it) => it === why).length} ${why}`);
  const counts = [graph.revisions, graph.bases, graph.heads, graph.mergePoints].map((list) =>
    'size' in list ? list.size : list.length,
  );
  return `| ${[name, version, places.join(', '), ...counts, refused.join(', ') || '0'].join(' | ')} |`;
}

const NOTES = readFileSync(fileURLToPath(new URL('../../docs/field-notes.md', import.meta.url)), 'utf8');
const documented = NOTES.split('\n').filter((line) => /^\| .* \| `/.test(line));
let compared: readonly Compared[] = [];

beforeAll(async () => {
  compared = await compareAll();
}, 60_000);

describe('histories that packages ship', () => {
  test('every package of the testbed is in the table, and no other', () => {
    expect(compared.map(rowOf)).toEqual(documented);
  });

  describe.each(Object.keys(packages).map((name) => [name]))('%s', (name) => {
    const own = (): readonly Compared[] => compared.filter((one) => one.package === name);

    test('is read in full: only labels are left out, where they are computed', () => {
      expect(own()).not.toHaveLength(0);
      for (const { history, unknown } of own()) {
        expect(history.unread).toEqual([]);
        expect(history.problems).toEqual([]);
        const unread = history.revisions.filter(({ unreadLabels }) => unreadLabels);
        const known = unread.filter(
          ({ path }) => !unknown.some(([file, what]) => file === path && what === 'branch_labels'),
        );
        expect(known).toEqual([]);
        expect(unknown.filter(([, what]) => what !== 'branch_labels')).toEqual([]);
      }
    });

    test('has the graph that Alembic builds of the same files', () => {
      for (const { history, alembic, unknown } of own()) {
        // A label that is made of an import is made up on Alembic's side, and may well be read on ours.
        const comparable = unknown.length === 0 ? {} : { labels: null };
        expect({ ...factsOf(history.graph), ...comparable }).toEqual({ ...alembic, ...comparable });
      }
    });

    test('has the heads that are expected of it, and nothing is wrong with it', () => {
      for (const { environment, history } of own()) {
        expect(history.graph.problems).toEqual([]);
        expect(judgeHeads(history.graph, environment.expectedHeads)).toEqual({ kind: 'as-expected' });
      }
    });
  });
});
