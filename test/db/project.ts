/** Small real Alembic projects, written into a temporary directory for one test and removed after it. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DeclaredEnvironment, Environment } from '../../src/config/environment.ts';
import { PLAIN_ENVIRONMENT } from '../config/plain-environment.ts';

/** Bodies of `upgrade()` and `downgrade()`, unindented; a missing body leaves the function out. */
export interface ProjectRevision {
  readonly id: string;
  readonly down: string | readonly string[] | null;
  readonly upgrade?: string;
  readonly downgrade?: string;
}

export interface ProjectOptions {
  readonly revisions: readonly ProjectRevision[];
  /** `sqlalchemy.url` of the ini; it names a server that does not exist unless told otherwise. */
  readonly url?: string;
  readonly env?: string;
  /** Further files by path; they may be programs. */
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Partial<Environment>;
  readonly declared?: DeclaredEnvironment;
}

export interface Project extends AsyncDisposable {
  readonly directory: string;
  readonly environment: Environment;
}

export const ELSEWHERE = 'mysql+pymysql://app:secret@db.elsewhere.invalid:3307/production';

export const ENV = `from alembic import context
from sqlalchemy import engine_from_config, pool

config = context.config


def run_online():
    engine = engine_from_config(config.get_section(config.config_ini_section), prefix="sqlalchemy.", poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=None)
        with context.begin_transaction():
            context.run_migrations()


run_online()
`;

/** Writes the project; `revisionPath` of an id is `migrations/versions/<id>.py`. */
export async function writeProject(options: ProjectOptions): Promise<Project> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'alembic-gate-project-')));
  const ini = `[alembic]\nscript_location = migrations\nsqlalchemy.url = ${options.url ?? ELSEWHERE}\n`;
  const files: Record<string, string> = {
    'alembic.ini': ini,
    'migrations/env.py': options.env ?? ENV,
    'migrations/script.py.mako': '',
    ...Object.fromEntries(options.revisions.map((one) => [revisionPath(one.id), revisionText(one)])),
    ...options.files,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text, { mode: 0o755 });
  }
  return {
    directory,
    environment: { ...PLAIN_ENVIRONMENT, ...options.environment, declared: options.declared ?? null },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}

export function revisionPath(id: string): string {
  return `migrations/versions/${id}.py`;
}

/** The revision's file; `upgrade` begins on line 8. */
export function revisionText({ id, down, upgrade, downgrade }: ProjectRevision): string {
  const head = `"""Change what ${id} changes"""\nimport sqlalchemy as sa\nfrom alembic import op\n\nrevision = ${JSON.stringify(id)}\ndown_revision = ${python(down)}\n`;
  return head + defined('upgrade', upgrade) + defined('downgrade', downgrade);
}

function defined(name: string, body: string | undefined): string {
  if (body === undefined) return '';
  return `\ndef ${name}():\n${body
    .trim()
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('')}`;
}

function python(down: ProjectRevision['down']): string {
  if (down === null) return 'None';
  return typeof down === 'string'
    ? JSON.stringify(down)
    : `(${down.map((id) => `${JSON.stringify(id)},`).join(' ')})`;
}
