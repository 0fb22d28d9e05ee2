/** Projects with ways of their own, at the desk: a command that migrates, one that makes the base, one that prepares the tree. */
import { expect, jest, test } from '@jest/globals';
import { sandbox, type Repo, type Sandbox } from '../io/git-sandbox.ts';
import { checkReport, withServerAndPython } from './cli.ts';
import { ALEMBIC, onMain, revisions, type Files } from './projects.ts';

jest.setTimeout(120_000);

const configured = (line: string): Files => ({
  '.github/alembic-gate.yml': `environments:\n  - script-location: migrations\n    ${line}\n`,
});
const A1 = {
  id: 'a1',
  down: null,
  upgrade: 'op.create_table("case", sa.Column("id", sa.Integer, primary_key=True))',
  downgrade: 'op.drop_table("case")',
};
const work = (downgrade: string) =>
  revisions({
    id: 'p1',
    down: 'a1',
    upgrade: 'op.add_column("case", sa.Column("note", sa.String(20)))',
    downgrade,
  });
const GOOD = 'op.drop_column("case", "note")';

/** `main` has the files and the first revision, `work` one on top of it. */
function project(box: Sandbox, files: Files, downgrade = GOOD, first = A1): Repo {
  const repo = box.repo('project');
  repo.commit('Begin', { ...ALEMBIC, ...files, ...revisions(first) });
  repo.git('switch', '-q', '-c', 'work');
  repo.commit('Work', work(downgrade));
  return repo;
}

async function checked(repo: Repo) {
  const args = ['--base', 'main', '--database', 'local', '--engine', 'mysql'];
  const { code, report } = await checkReport(repo.path, args, withServerAndPython());
  const [environment] = report.environments;
  const trips = environment?.database?.proofs.find(({ name }) => name === 'round-trip');
  return { code, reason: report.reason, trips: trips?.outcome, report };
}

const MANAGE: Files = {
  'manage.py': `import sys
from alembic.config import main

main(argv=sys.argv[2:])
`,
  ...configured('command: python manage.py db'),
};

test('`command:` migrates by the project’s own command line, and catches what a downgrade forgets at its line', async () => {
  using box = sandbox();
  expect(await checked(project(box, MANAGE))).toMatchObject({ code: 0, reason: null, trips: 'pass' });
  using other = sandbox();
  const { code, trips, report } = await checked(project(other, MANAGE, 'op.execute("SELECT 1")'));
  expect({ code, trips }).toEqual({ code: 1, trips: 'fail' });
  expect(report.findings.filter(({ rule }) => rule === 'no-round-trip-difference')).toMatchObject([
    { path: 'migrations/versions/p1.py', line: 9 },
  ]);
});

/** Its ini and env.py stay as they are; the module is in no commit. */
const GENERATED: Files = {
  '.gitignore': 'generated.py\n',
  'generate.py': 'open("generated.py", "w").write("READY = True\\n")\n',
  'migrations/env.py': `import generated\n${ALEMBIC['migrations/env.py'] ?? ''}`,
};

test('`setup:` prepares the tree that is run, and without it what is missing is named', async () => {
  using box = sandbox();
  const repo = project(box, { ...GENERATED, ...configured('setup: python generate.py') });
  // The would-be merge is not what the working tree holds, so that an export of it is run.
  onMain(repo, { 'README.md': 'Elsewhere\n' });
  expect(await checked(repo)).toMatchObject({ code: 0, reason: null, trips: 'pass' });
  using other = sandbox();
  expect(await checked(project(other, GENERATED))).toMatchObject({
    code: 2,
    reason: expect.stringMatching(/The project imports `generated`, which .* does not have/),
  });
});

const CREATES: Files = {
  'create.py': `import sqlalchemy as sa
from alembic import command
from alembic.config import Config

metadata = sa.MetaData()
sa.Table("case", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("code", sa.String(20)))
metadata.create_all(sa.create_engine("mysql+pymysql://app@db.invalid/app"))
command.stamp(Config("alembic.ini"), "a1")
`,
};
/** Nothing in it makes the table. */
const ALTERS = {
  ...A1,
  upgrade: 'op.add_column("case", sa.Column("code", sa.String(20)))',
  downgrade: 'pass',
};

test('`base-state:` lets a command make the base, and without it the reason names that key', async () => {
  using box = sandbox();
  const files = { ...CREATES, ...configured('base-state: { command: python create.py }') };
  expect(await checked(project(box, files, GOOD, ALTERS))).toMatchObject({
    code: 0,
    reason: null,
    trips: 'pass',
  });
  using other = sandbox();
  expect(await checked(project(other, CREATES, GOOD, ALTERS))).toMatchObject({
    code: 2,
    reason: expect.stringContaining('base-state'),
  });
});
