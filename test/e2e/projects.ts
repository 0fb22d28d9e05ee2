/** Small repositories as projects have them: an ini, a stock template, revisions that make tables. */
import { readFileSync } from 'node:fs';
import type { Repo } from '../io/git-sandbox.ts';
import { ENV, revisionPath, revisionText, type ProjectRevision } from '../db/project.ts';

export const STOCK_TEMPLATE = readFileSync(
  new URL('../fixtures/script-templates/generic-1.15.0.mako', import.meta.url),
  'utf8',
);

export type Files = Readonly<Record<string, string>>;

/** What `alembic init migrations` leaves, as far as it matters, for a project that speaks MySQL. */
export const ALEMBIC: Files = {
  'alembic.ini':
    '[alembic]\nscript_location = migrations\nsqlalchemy.url = mysql+pymysql://app@db.invalid/app\n',
  'migrations/env.py': ENV,
  'migrations/script.py.mako': STOCK_TEMPLATE,
};

/** What Flask-Migrate's `flask db init` leaves. */
export const FLASK: Files = {
  'wsgi.py': 'from app import app\n',
  'migrations/alembic.ini':
    '[alembic]\n# template used to generate migration files\n[loggers]\nkeys = root\n',
  'migrations/env.py': 'from alembic import context\nfrom flask import current_app\n',
  'migrations/script.py.mako': STOCK_TEMPLATE,
};

/** The same files with the script directory elsewhere. */
export const versionsIn = (location: string, files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.replace(/^migrations/, location), text]),
  );

/** An `env.py` that names its server itself and never looks at the configuration. */
export const ELSEWHERE_ENV = (url: string): string => `from alembic import context
from sqlalchemy import create_engine

with create_engine(${JSON.stringify(url)}).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
`;

/** Files of revisions, by path. */
export const revisions = (...list: readonly ProjectRevision[]): Files =>
  Object.fromEntries(list.map((one) => [revisionPath(one.id), revisionText(one)]));

/** A revision that makes a table of its name and drops it again. */
export const table = (id: string, down: ProjectRevision['down']): ProjectRevision => ({
  id,
  down,
  upgrade: `op.create_table("t_${id}", sa.Column("id", sa.Integer, primary_key=True))`,
  downgrade: `op.drop_table("t_${id}")`,
});

/** `main` holds the project with one line of revisions; then a branch `work` is begun there. */
export function lineOf(repo: Repo, ids: readonly string[], files: Files = ALEMBIC): Repo {
  const line = ids.map((id, at) => table(id, ids[at - 1] ?? null));
  repo.commit('Begin', { ...files, ...revisions(...line) });
  repo.git('switch', '-q', '-c', 'work');
  return repo;
}

/** Commits files on `main` and comes back to `work`. */
export function onMain(repo: Repo, files: Files): Repo {
  repo.git('switch', '-q', 'main');
  repo.commit('Land on main', files);
  repo.git('switch', '-q', 'work');
  return repo;
}

/** The commonest fork: `base <- ours` landed on main while `work` had `base <- theirs`. */
export function forkedRepo(repo: Repo, files: Files = ALEMBIC): Repo {
  lineOf(repo, ['a1'], files);
  repo.commit('Work', revisions(table('p1', 'a1')));
  return onMain(repo, revisions(table('m1', 'a1')));
}
