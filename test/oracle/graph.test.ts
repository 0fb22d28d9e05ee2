/** Our graph against Alembic's, on thousands of generated trees and on real files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildGraph } from '../../src/graph/build.ts';
import type { RevisionGraph } from '../../src/graph/graph.ts';
import { testbed, type PythonName } from '../testbed.ts';
import { classesFor } from './error-classes.ts';
import { startAlembic, type Alembic, type AlembicFacts, type Row } from './alembic.ts';
import { revisionsOf, soundTree, wildTree, type Tree } from './trees.ts';

const { python } = testbed();

/** A colon in an id is legal to older versions: to them it is a letter like any other, as the middle dot is to the newest. */
const colonIsALetter = (text: string): string => text.replaceAll(':', '·');
const asIs = (text: string): string => text;

interface Version {
  readonly name: PythonName;
  /** In what it differs from the newest, as far as the map goes. */
  readonly differs: string;
  /** Sorted file names came with 1.10; before, files load in the order of the file system. */
  readonly sortsFiles: boolean;
  readonly runs: number;
  /** What its ids are to the newest. */
  readonly id: (id: string) => string;
  /** What an empty string as the only parent is to the newest: the id of a missing parent, or no parent. */
  readonly emptyParent: '' | null;
}

const VERSIONS: readonly Version[] = [
  { name: 'newest', differs: 'nothing', sortsFiles: true, runs: 2000, id: asIs, emptyParent: '' },
  {
    name: '1.13',
    differs: 'a colon in an id',
    sortsFiles: true,
    runs: 1000,
    id: colonIsALetter,
    emptyParent: '',
  },
  {
    name: '1.8',
    differs: 'a colon in an id, an empty string for a parent, the order of files',
    sortsFiles: false,
    runs: 1000,
    id: colonIsALetter,
    emptyParent: null,
  },
];

/** A value with every id in it as the newest Alembic would have it. */
const translate = <T>(value: T, { id }: Version): T =>
  id === asIs ? value : (JSON.parse(JSON.stringify(value), (_, part: unknown) => rename(part, id)) as T);

function rename(part: unknown, id: (id: string) => string): unknown {
  if (typeof part === 'string') return id(part);
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [id(key), value]));
}

const running: Alembic[] = [];
afterAll(() => running.forEach((alembic) => alembic.stop()));

function ours(graph: RevisionGraph): AlembicFacts {
  const ids = [...graph.revisions.keys()];
  return {
    heads: graph.heads,
    realHeads: graph.realHeads,
    bases: graph.bases,
    effectiveHeads: graph.effectiveHeads,
    branchPoints: graph.branchPoints,
    mergePoints: graph.mergePoints,
    children: Object.fromEntries(ids.map((id) => [id, [...graph.children(id)].sort()])),
    labels: Object.fromEntries([...graph.labels].map(([id, labels]) => [id, [...labels].sort()])),
  };
}

async function compare(alembic: Alembic, version: Version, tree: Tree): Promise<void> {
  const answer = translate(await alembic.ask({ tree: tree.rows, current: tree.current }), version);
  const { rows, current } = translate(tree, version);
  const graph = buildGraph(
    revisionsOf(rows.map(([id, down, ...rest]) => [id, down === '' ? version.emptyParent : down, ...rest])),
  );
  if ('error' in answer) {
    expect(graph.loads).toBe(false);
    expect(classesFor(graph)).toContain(answer.error);
    return;
  }
  const { upgrade, downgrade, upgradeFromCurrent, downgradeToCurrent, ...facts } = answer;
  const kinds = new Set(graph.problems.map(({ kind }) => kind));
  // A file that follows a label of its own passes unseen behind the phantom head of its duplicate; to us it is fatal.
  if (kinds.has('parent-is-label') && kinds.has('duplicate-revision')) return;
  expect(graph.problems.filter(({ fatal }) => fatal)).toEqual([]);
  // Which of two files with one id gives its label first depends on where Python's memory puts them.
  if (kinds.has('duplicate-revision'))
    expect({ ...ours(graph), labels: {} }).toEqual({ ...facts, labels: {} });
  else expect(ours(graph)).toEqual(facts);
  // Several dependencies of one revision are a Python set, without an order; in a circle no order is right.
  if (rows.some(([, , deps]) => deps.length > 1) || kinds.has('cycle') || kinds.has('dependency-cycle'))
    return;
  const tips = graph.realHeads;
  const at = current === null ? [] : [current];
  const walks: readonly (readonly [readonly string[] | string | undefined, readonly string[]])[] = [
    [upgrade, [...graph.upgradeOrder(tips)].reverse()],
    [downgrade, graph.downgradeOrder(tips, null)],
    [upgradeFromCurrent, [...graph.upgradeOrder(tips, at)].reverse()],
    [downgradeToCurrent, graph.downgradeOrder(tips, current)],
  ];
  for (const [theirs, walk] of walks) {
    if (theirs === 'RangeNotAncestorError') expect(walk).toEqual([]);
    // A phantom head overlaps with what it shadows, so that Alembic refuses to walk.
    else if (!kinds.has('duplicate-revision')) expect(walk).toEqual(theirs ?? walk);
  }
}

/** Seeded by a constant, so that a red run is red again; fast-check prints the smallest tree that differs. */
const SEED = 20260822;

describe.each(VERSIONS)(
  'compared with Alembic $name, which differs from the newest in: $differs',
  (version) => {
    const alembic = startAlembic(python[version.name]);
    running.push(alembic);

    test('a tree that loads has the same heads, points, labels and orders', async () => {
      const property = fc.asyncProperty(soundTree, (tree) => compare(alembic, version, tree));
      await fc.assert(property, { numRuns: version.runs, seed: SEED });
    }, 60_000);

    test('a tree with faults is refused with the same class of error, or loads to the same map', async () => {
      const property = fc.asyncProperty(wildTree, (tree) => compare(alembic, version, tree));
      await fc.assert(property, { numRuns: version.runs * 2, seed: SEED });
    }, 60_000);
  },
);

/** Written the way people write them: some with tuples, some with lists, labels as bare strings. */
function fileOf([id, down, deps, labels]: Row): string {
  const python = (value: unknown): string => (value === null ? 'None' : JSON.stringify(value));
  return [
    `revision = ${python(id)}`,
    `down_revision = ${python(down)}`,
    `depends_on = ${python(deps)}`,
    `branch_labels = ${python(labels.length === 1 ? labels[0] : labels)}`,
    'def upgrade(): pass',
    'def downgrade(): pass',
    '',
  ].join('\n');
}

function writeHistory(directory: string, rows: readonly Row[]): void {
  mkdirSync(join(directory, 'versions'), { recursive: true });
  writeFileSync(join(directory, 'env.py'), '');
  rows.forEach((row, index) =>
    writeFileSync(join(directory, 'versions', `${String(index).padStart(3, '0')}_x.py`), fileOf(row)),
  );
}

describe.each(VERSIONS)('on real files, with Alembic $name', (version) => {
  const place = mkdtempSync(join(tmpdir(), 'alembic-gate-graph-'));
  const alembic = startAlembic(python[version.name]);
  running.push(alembic);
  afterAll(() => rmSync(place, { recursive: true }));

  test('ScriptDirectory loads the same map', async () => {
    const trees = fc.sample(soundTree, { numRuns: 40, seed: SEED });
    for (const [index, { rows }] of trees.entries()) {
      const directory = join(place, String(index));
      writeHistory(directory, rows);
      const answer = await alembic.ask({ directory });
      const facts = ours(buildGraph(revisionsOf(rows)));
      expect(version.sortsFiles ? answer : sorted(answer)).toEqual(
        version.sortsFiles ? facts : sorted(facts),
      );
    }
  }, 60_000);
});

/** Every list in alphabetical order. */
const sorted = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).map(([key, part]: [string, unknown]) => [
      key,
      Array.isArray(part) ? part.map(String).sort() : part,
    ]),
  );

describe('the command line', () => {
  const place = mkdtempSync(join(tmpdir(), 'alembic-gate-heads-'));
  afterAll(() => rmSync(place, { recursive: true }));
  const run = (name: string, rows: readonly Row[]): { status: number | null; lines: readonly string[] } => {
    const directory = join(place, name);
    writeHistory(directory, rows);
    writeFileSync(join(directory, 'alembic.ini'), '[alembic]\nscript_location = %(here)s\n');
    const program = join(dirname(python.newest), 'alembic');
    const { status, stdout } = spawnSync(program, ['-c', join(directory, 'alembic.ini'), 'heads'], {
      encoding: 'utf8',
    });
    return { status, lines: stdout.split('\n').filter((line) => line !== '') };
  };

  test('"alembic heads" prints our heads, in our order, effective ones named as such', () => {
    const rows: readonly Row[] = [
      ['aaaa', null, [], []],
      ['cccc', null, [], ['side']],
      ['bbbb', null, ['aaaa'], []],
    ];
    const graph = buildGraph(revisionsOf(rows));
    expect(run('effective', rows)).toEqual({
      status: 0,
      lines: ['aaaa (effective head)', 'cccc (side) (head)', 'bbbb (head)'],
    });
    expect(graph.heads).toEqual(['aaaa', 'cccc', 'bbbb']);
    expect(graph.effectiveHeads).toEqual(['aaaa']);
  });

  test('"alembic heads" prints a phantom head, and dies of a missing parent', () => {
    const phantom: readonly Row[] = [
      ['r1', null, [], []],
      ['r2', 'r1', [], []],
      ['r2', 'r1', [], []],
      ['r3', 'r2', [], []],
    ];
    expect(run('phantom', phantom)).toEqual({ status: 0, lines: ['r2', 'r3 (head)'] });
    expect(buildGraph(revisionsOf(phantom)).heads).toEqual(['r2', 'r3']);
    expect(run('missing', [['r2', 'r1', [], []]]).status).toBe(1);
    expect(buildGraph(revisionsOf([['r2', 'r1', [], []]])).loads).toBe(false);
  });
});
