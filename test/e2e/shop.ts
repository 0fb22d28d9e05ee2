/** The repository of the scenarios: a shop with one Alembic environment, and two branches that grew from one revision. */
import { issueComment, pullRequestEvent, workflowRunEvent } from './events.ts';
import type { Files } from '../fakes/github/git.ts';
import type { FakeGitHub } from '../fakes/github/server.ts';
import type { Pull } from '../fakes/github/world.ts';
import { zip } from '../fakes/github/zip.ts';
import { runAction, type Ended, type Step } from './runner.ts';

const ENV_PY = `
from alembic import context
from sqlalchemy import create_engine, pool

config = context.config
engine = create_engine(config.get_main_option("sqlalchemy.url"), poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()
`;

const TEMPLATE = `"""\${message}

Revision ID: \${up_revision}
Revises: \${down_revision | comma,n}
Create Date: \${create_date}

"""
from alembic import op
import sqlalchemy as sa
\${imports if imports else ""}

revision = \${repr(up_revision)}
down_revision = \${repr(down_revision)}
branch_labels = \${repr(branch_labels)}
depends_on = \${repr(depends_on)}


def upgrade():
    \${upgrades if upgrades else "pass"}


def downgrade():
    \${downgrades if downgrades else "pass"}
`;

export const revisionFile = (id: string, parent: string | null, table: string): Files => ({
  [`migrations/versions/${id}_${table}.py`]: `"""${table}

Revision ID: ${id}
Revises: ${parent ?? ''}

"""
from alembic import op
import sqlalchemy as sa

revision = '${id}'
down_revision = ${parent === null ? 'None' : `'${parent}'`}
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('${table}', sa.Column('id', sa.Integer(), nullable=False), sa.PrimaryKeyConstraint('id'))


def downgrade():
    op.drop_table('${table}')
`,
});

const PROJECT: Files = {
  'alembic.ini':
    '[alembic]\nscript_location = migrations\nsqlalchemy.url = mysql+pymysql://shop@db.shop.example/shop\n',
  'migrations/env.py': ENV_PY,
  'migrations/script.py.mako': TEMPLATE,
  '.github/workflows/gate.yml': 'name: Alembic gate\n',
  ...revisionFile('aaaaaaaaaaaa', null, 'users'),
};

export interface Shop {
  readonly start: string;
  /** main, whose head revision is bbbbbbbbbbbb. */
  readonly main: string;
}

/** #7 on the branch `stock` of the repository adds cccccccccccc to the revision from which main has moved on. */
export function openShop({ world }: FakeGitHub): Shop & { readonly pull: Pull } {
  const start = world.git.commit(null, PROJECT, 'Start');
  const main = world.git.commit(start, revisionFile('bbbbbbbbbbbb', 'aaaaaaaaaaaa', 'orders'), 'Orders');
  world.git.point('refs/heads/main', main);
  const head = world.git.commit(start, revisionFile('cccccccccccc', 'aaaaaaaaaaaa', 'stock'), 'Stock');
  const pull = world.openPull({ number: 7, author: 'alice', base: 'main', branch: 'stock', head });
  world.people.set('alice', 'write');
  return { start, main, pull };
}

/** One run of the gate's workflow on a pull request: the action, then the upload of its report. */
export async function gate(
  fake: FakeGitHub,
  pull: Pull,
  step: Partial<Step> = {},
): Promise<Ended & { run: number }> {
  const { world } = fake;
  const main = world.git.tip(`refs/heads/${pull.base}`) ?? '';
  const merged = world.git.merge(main, pull.head, 'Merge') ?? pull.head;
  world.git.point(`refs/pull/${pull.number}/merge`, merged);
  const ended = await runAction(fake, {
    event: 'pull_request',
    payload: pullRequestEvent(pull),
    sha: merged,
    ref: `${pull.number}/merge`,
    checkout: `refs/pull/${pull.number}/merge`,
    inputs: { database: 'none' },
    ...step,
  });
  return { ...ended, run: recordRun(fake, pull, step.event ?? 'pull_request', ended.report) };
}

/** The run and its artifact as GitHub would have them; `report` may be whatever a pull request's code put there. */
export function recordRun({ world }: FakeGitHub, pull: Pull, event: string, report: unknown): number {
  const id = world.nextId();
  world.runs.push({
    id,
    workflowId: 12,
    path: '.github/workflows/gate.yml',
    event,
    headSha: pull.head,
    createdAt: new Date(),
  });
  const archive = zip([{ name: 'report.json', data: Buffer.from(JSON.stringify(report)) }]);
  world.artifacts.push({ id: world.nextId(), run: id, name: 'alembic-gate-report', archive });
  return id;
}

/** The bot, after that run has ended. */
export const bot = (fake: FakeGitHub, pull: Pull, run: number, step: Partial<Step> = {}): Promise<Ended> =>
  runAction(fake, {
    event: 'workflow_run',
    payload: workflowRunEvent(pull, run),
    sha: fake.world.git.tip('refs/heads/main') ?? '',
    ref: 'main',
    ...step,
  });

/** A person comments on the pull request, and the bot hears of it. */
export function comment(
  fake: FakeGitHub,
  pull: Pull,
  by: string,
  body: string,
  step: Partial<Step> = {},
): Promise<Ended> {
  const { id } = fake.world.say(pull.number, by, body);
  return obey(fake, pull, by, body, id, step);
}

/** The bot's run for a comment. */
export function obey(
  fake: FakeGitHub,
  pull: Pull,
  by: string,
  body: string,
  id: number,
  step: Partial<Step> = {},
): Promise<Ended> {
  return runAction(fake, {
    event: 'issue_comment',
    payload: issueComment(pull, by, body, id),
    sha: fake.world.git.tip('refs/heads/main') ?? '',
    ref: 'main',
    ...step,
  });
}
