import { expect, jest, test } from '@jest/globals';
import type { ProjectRevision } from '../db/project.ts';
import { sandbox, type Repo } from '../io/git-sandbox.ts';
import { checkReport, withServerAndPython } from './cli.ts';
import { ALEMBIC, lineOf, onMain, revisions, STOCK_TEMPLATE, type Files } from './projects.ts';

jest.setTimeout(120_000);

/** Makes the only column of the first table as long as told. */
const sized = (id: string, length: number): ProjectRevision => ({
  id,
  down: 'a2',
  upgrade: `op.alter_column("t_a2", "note", type_=sa.String(${length}), existing_type=sa.String(20))`,
  downgrade: `op.alter_column("t_a2", "note", type_=sa.String(20), existing_type=sa.String(${length}))`,
});

const column = (id: string): ProjectRevision => ({
  id,
  down: 'a2',
  upgrade: `op.add_column("t_a2", sa.Column("c_${id}", sa.Integer))`,
  downgrade: `op.drop_column("t_a2", "c_${id}")`,
});

const NOTES: ProjectRevision = {
  id: 'a2',
  down: 'a1',
  upgrade: 'op.create_table("t_a2", sa.Column("note", sa.String(20)))',
  downgrade: 'op.drop_table("t_a2")',
};

function forked(repo: Repo, theirs: ProjectRevision, ours: ProjectRevision, files: Files = ALEMBIC): Repo {
  lineOf(repo, ['a1'], { ...files, ...revisions(NOTES) });
  repo.commit('Work', revisions(ours));
  return onMain(repo, revisions(theirs));
}

async function proved(repo: Repo, ...args: readonly string[]) {
  const { report, code } = await checkReport(
    repo.path,
    ['--base', 'main', '--database', 'local', ...args],
    withServerAndPython(),
  );
  const [environment] = report.environments;
  const order = environment?.database?.proofs.find(({ name }) => name === 'order');
  return { report, code, environment, order, resolution: environment?.resolution };
}

test('siblings that do not commute are told with both values, and their merge runs the pull request’s side last', async () => {
  using box = sandbox();
  const repo = forked(box.repo('project'), sized('m1', 40), sized('p1', 30));
  const { code, report, order, resolution } = await proved(repo);
  expect(code).toBe(1);
  expect(order).toMatchObject({
    outcome: 'fail',
    differences: [
      { object: 'column `t_a2`.`note`', attribute: 'type', before: 'varchar(30)', after: 'varchar(40)' },
    ],
  });
  expect(report.findings).toContainEqual(
    expect.objectContaining({
      rule: 'no-order-dependent-siblings',
      severity: 'error',
      path: 'migrations/versions/p1.py',
      line: 9,
    }),
  );
  expect(resolution).toMatchObject({
    recommended: 'merge-revision',
    because: expect.stringContaining('p1 is listed first so that its side runs last on a fresh database'),
    mergeRevision: {
      downRevisions: ['p1', 'm1'],
      command: expect.stringContaining('p1 m1'),
      content: expect.stringContaining("down_revision: Union[str, None] = ('p1', 'm1')"),
    },
    refused: null,
  });
  const head = report.environments[0]?.neighbourhood.find(({ role }) => role === 'proposed');
  expect(head?.parents.map(({ id }) => id)).toEqual(['p1', 'm1']);
});

test('siblings that commute keep Alembic’s order, and their merge is run outside of the checkout', async () => {
  using box = sandbox();
  const repo = forked(box.repo('project'), column('m1'), column('p1'));
  repo.git('merge', '-q', 'main');
  const before = repo.git('status', '--porcelain', '--ignored');
  const { report, order, resolution } = await proved(repo);
  expect(order).toMatchObject({
    outcome: 'pass',
    reason: expect.stringContaining('the suggested merge revision was upgraded to and downgraded from'),
  });
  expect(report.findings.map(({ rule }) => rule)).not.toContain('no-order-dependent-siblings');
  expect(resolution).toMatchObject({ mergeRevision: { downRevisions: ['m1', 'p1'] }, refused: null });
  expect(repo.git('status', '--porcelain', '--ignored')).toBe(before);
});

test.each([
  [
    'breaks',
    ['def upgrade() -> None:', 'def upgrade() -> None:\n    op.execute("SET lock_timeout = 1")'],
    'the upgrade of `\\w+` fails: ',
  ],
  [
    'does not let load',
    ['import sqlalchemy as sa', 'import sqlalchemy as sa\nimport nowhere_at_all'],
    'The project imports `nowhere_at_all`',
  ],
] as const)(
  'a merge revision that the project’s own template %s is not offered',
  async (_, [text, instead], why) => {
    using box = sandbox();
    const files = { ...ALEMBIC, 'migrations/script.py.mako': STOCK_TEMPLATE.replace(text, instead) };
    const { resolution } = await proved(forked(box.repo('project'), column('m1'), column('p1'), files));
    expect(resolution?.refused).toMatch(
      new RegExp(`^The suggested merge revision is refused, because it does not run on MySQL: ${why}`),
    );
  },
);

test('re-parenting is run where the project prefers it', async () => {
  using box = sandbox();
  const prefers = { ...ALEMBIC, '.github/alembic-gate.yml': 'prefer: re-parent\n' };
  const repo = forked(box.repo('project'), column('m1'), column('p1'), prefers);
  const { order, resolution } = await proved(repo);
  expect(resolution).toMatchObject({ recommended: 're-parent', refused: null });
  expect(order?.reason).toContain('the suggested re-parenting was upgraded to and downgraded from');
});

test('a project that speaks PostgreSQL is proved on it', async () => {
  using box = sandbox();
  const ini =
    '[alembic]\nscript_location = migrations\nsqlalchemy.url = postgresql+psycopg://app@db.invalid/app\n';
  const repo = forked(box.repo('project'), sized('m1', 40), sized('p1', 30), {
    ...ALEMBIC,
    'alembic.ini': ini,
  });
  const { environment, order } = await proved(repo);
  expect(environment?.database?.engine).toBe('PostgreSQL');
  expect(order).toMatchObject({
    outcome: 'fail',
    differences: [{ before: 'character varying(30)', after: 'character varying(40)' }],
  });
});
