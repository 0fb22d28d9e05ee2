import { describe, expect, test } from '@jest/globals';
import { changesOf } from '../../src/lint/from-operations.ts';
import { overlaps, siblingFinding, type SiblingSide } from '../../src/lint/siblings.ts';
import { readOperations } from '../../src/revision/operations.ts';
import { APPLICATION, FORK, NOTES, PRIORITY, TAGS, revision } from '../report/stories.ts';
import { judged } from '../flows/judged.ts';

const side = (head: string, upgrade: string): SiblingSide => {
  const text = `from alembic import op\nimport sqlalchemy as sa\n\ndef upgrade():\n    ${upgrade}\n\ndef downgrade():\n    op.drop_table('x')\n`;
  const migration = readOperations(Buffer.from(text));
  if (migration.kind !== 'migration') throw new Error(migration.message);
  const changes = changesOf(migration.operations, 'mysql');
  return { head, revisions: [{ id: head, path: `versions/${head}.py`, changes }] };
};
const common = (one: string, other: string): readonly string[] =>
  overlaps([side('a', one), side('b', other)]).flatMap(({ objects }) => objects);

const ADD = `op.add_column('t', sa.Column('c', sa.Integer))`;

describe('both sides touch', () => {
  test.each([
    ['one column', ADD, `op.alter_column('T', 'C', nullable=False)`, 'column `T.C`'],
    ['one column by another name', ADD, `op.alter_column('t', 'x', new_column_name='c')`, 'column `t.c`'],
    ['one column, once in SQL', ADD, `op.execute('ALTER TABLE t DROP COLUMN c')`, 'column `t.c`'],
    ['one table', `op.create_table('t')`, `op.create_table('t')`, 'table `t`'],
    ['a table and a part of it', `op.drop_table('t')`, ADD, 'column `t.c`'],
    ['one index', `op.create_index('i', 't', ['c'])`, `op.drop_index('i')`, 'index `i`'],
    [
      'one constraint',
      `op.create_unique_constraint('u', 't', ['c'])`,
      `op.drop_constraint('u', 't')`,
      'constraint `u`',
    ],
    [
      'the primary key',
      `op.create_primary_key('p', 't', ['c'])`,
      `op.create_primary_key('q', 't', ['d'])`,
      'the primary key of `t`',
    ],
  ])('%s', (_title, one, other, object) => {
    expect(common(one, other)).toEqual([object]);
  });
});

describe('independent are', () => {
  test.each([
    ['different columns of one table', ADD, `op.add_column('t', sa.Column('d', sa.Integer))`],
    ['columns of one name in two tables', ADD, `op.add_column('u', sa.Column('c', sa.Integer))`],
    [
      'indexes of one name on two tables',
      `op.create_index('i', 't', ['c'])`,
      `op.create_index('i', 'u', ['c'])`,
    ],
    [
      'constraints without names',
      `op.create_unique_constraint(None, 't', ['c'])`,
      `op.create_unique_constraint(None, 't', ['c'])`,
    ],
    [
      'temporary tables',
      `op.create_table('t', prefixes=['TEMPORARY'])`,
      `op.create_table('t', prefixes=['TEMPORARY'])`,
    ],
    ['downgrades', 'pass', 'pass'],
  ])('%s', (_title, one, other) => {
    expect(common(one, other)).toEqual([]);
  });
});

test('three sides are compared pair by pair', () => {
  const found = overlaps([side('a', ADD), side('b', `op.drop_table('x')`), side('c', ADD)]);
  expect(found.map(({ heads }) => heads)).toEqual([['a', 'c']]);
});

test('the finding stands at the line of the second side', () => {
  const [overlap] = overlaps([side('a', ADD), side('b', ADD)]);
  if (overlap === undefined) throw new Error('no overlap');
  expect(siblingFinding(overlap, 'migrations')).toMatchObject({
    severity: 'warning',
    path: 'versions/b.py',
    line: 5,
    revision: 'b',
    message: expect.stringContaining('The sides of a and b both touch column `t.c`'),
  });
});

describe('in a check', () => {
  const upgrade = `op.add_column('case', sa.Column('tag', sa.String(9)))`;
  const clash = {
    before: APPLICATION,
    onMain: revision({ ...PRIORITY, upgrade }),
    inPullRequest: revision({ ...TAGS, upgrade }),
  };
  const RULE = 'no-order-dependent-siblings';

  test('a fork over one column warns, and the remedy says that a merge revision is not neutral', async () => {
    const report = await judged(clash);
    expect(report.findings.find(({ rule }) => rule === RULE)).toMatchObject({
      severity: 'warning',
      revision: TAGS.id,
    });
    expect(report.environments[0]?.resolution?.because).toContain(
      'Both sides touch column `case.tag`, so a merge revision is not neutral',
    );
  });

  test('so does the pull request’s own merge revision', async () => {
    const merge = { id: 'aaaabbbbcccc', down: [PRIORITY.id, TAGS.id], message: 'merge' };
    const report = await judged({
      ...clash,
      inPullRequest: { ...clash.onMain, ...clash.inPullRequest, ...revision(merge) },
    });
    expect(report.findings.map(({ rule }) => rule)).toContain(RULE);
    expect(report.environments[0]?.resolution).toBeNull();
  });

  test('heads that are meant to be there are no sides of anything', async () => {
    const two = {
      '.github/alembic-gate.yml': 'environments:\n  - script-location: migrations\n    expected-heads: 2\n',
    };
    const report = await judged({ ...clash, before: { ...APPLICATION, ...two } });
    expect(report.findings.map(({ rule }) => rule)).not.toContain(RULE);
  });

  test('independent sides are not warned of', async () => {
    const report = await judged({ ...FORK, inPullRequest: { ...revision(TAGS), ...revision(NOTES) } });
    expect(report.findings.map(({ rule }) => rule)).not.toContain(RULE);
  });
});
