/** The gate's configuration file: every key, what it may be, and what an editor says of it. Defaults are in `merge.ts`. */
import * as z from 'zod';
import { DATABASES, ENGINES, PROFILES, PROOFS, SEVERITIES, URL_START } from './choices.ts';
import type { ProofName } from './config.ts';
import {
  choice,
  count,
  either,
  key,
  list,
  mustBe,
  section,
  table,
  text,
  words,
  yesNo,
} from './vocabulary.ts';

const someDatabase = `one of ${DATABASES.join(', ')}, or a URL`;
const database = either(someDatabase, [
  z.enum(DATABASES),
  z.string().regex(URL_START, { error: (issue) => mustBe(someDatabase, issue) }),
]);

const pattern = words.refine(isPattern, { error: (issue) => mustBe('a regular expression', issue) });

function isPattern(value: string): boolean {
  try {
    return new RegExp(value, 'u').source !== '';
  } catch {
    return false;
  }
}

const server = () =>
  section({
    version: key(
      'Version of production’s server, such as 8.0.36; a proof on another one is only a warning.',
      text,
    ),
    charset: key('Default character set of production’s server.', words),
    collation: key('Default collation of production’s server.', words),
    'sql-mode': key('sql_mode of production’s server.', z.string()),
    flags: key('Further options for the throwaway server, as its command line takes them.', list(text)),
    'database-name': key('Name of production’s database, for migrations that spell it out.', words),
    extensions: key('PostgreSQL extensions that production has.', list(words)),
  });

const expectedHeads = () =>
  either('a whole number, or a table of branch labels with one each', [count, z.record(z.string(), count)]);

const baseState = () =>
  either('migrations, {command: …} or {dump: …}', [
    z.literal('migrations'),
    section({ command: words }),
    section({ dump: words }),
  ]);

const environment = () =>
  section({
    name: key('What reports call this environment; by default its script location.', words),
    ini: key('The alembic.ini or pyproject.toml that configures it.', words),
    'script-location': key('Directory with env.py, relative to the repository.', words),
    'version-locations': key('Directories with revisions, relative to the repository.', list(words)),
    recursive: key('Whether revisions in sub-directories count.', yesNo),
    'expected-heads': key(
      'How many heads the history has by design, in all or by branch label. Default 1.',
      expectedHeads(),
    ),
    python: key('Interpreter of the project, such as .venv/bin/python.', words),
    command: key(
      'Command line that runs Alembic where the gate’s own way cannot, such as “uv run flask db”; it gets “upgrade” or “downgrade” and a revision at its end.',
      words,
    ),
    app: key('Flask application, as FLASK_APP names it.', words),
    'x-args': key('Arguments that env.py expects after -x.', list(text)),
    setup: key('Command that prepares the files of a tree before its code runs; it gets no database.', words),
    env: key('Environment variables that the application needs to start.', z.record(z.string(), text)),
    'url-env': key('Environment variables in which the application expects its database URL.', list(words)),
    carry: key(
      'Ignored files and directories of the checkout that the application needs, copied beside an exported tree; tracked ones stay as the tree has them.',
      list(words),
    ),
    'base-state': key(
      'How the database of the base is made: its migrations, a command that creates and stamps it, or a plain SQL dump of the base.',
      baseState(),
    ),
  });

const ruleSetting = () =>
  either(`one of ${SEVERITIES.join(', ')}, or a table with severity, paths and options`, [
    z.enum(SEVERITIES),
    z.looseObject({
      severity: z.exactOptional(z.enum(SEVERITIES)),
      paths: z.exactOptional(z.array(z.string())),
    }),
  ]).transform((setting) => {
    if (typeof setting === 'string') return { severity: setting, options: {} };
    const { severity, paths, ...options } = setting;
    return {
      ...(severity === undefined ? {} : { severity }),
      ...(paths === undefined ? {} : { paths }),
      options,
    };
  });

/** YAML 1.2 has no booleans on and off, so both spellings are taken. */
const proof = z.exactOptional(
  either('on, off, or a table of options', [
    z.enum(['on', 'off']),
    z.boolean(),
    z.record(z.string(), z.unknown()),
  ]).transform((value) => (typeof value === 'string' ? value === 'on' : value)),
);

/** Nothing else can be meant with it, so that a misspelled key is no proof of something else. */
const freshInstall = z.exactOptional(
  either('on, off, or {command: …}', [
    z.enum(['on', 'off']),
    z.boolean(),
    section({ command: words.describe('Command that creates and stamps a new database.') }),
  ]).transform((value) => (typeof value === 'string' ? value === 'on' : value)),
);

const twoDeployers = z.exactOptional(
  either('on, off, or {command: …, within: seconds}', [
    z.enum(['on', 'off']),
    z.boolean(),
    section({
      command: key('What deploys; by default the environment’s own way of `upgrade head`.', words),
      within: key('Seconds in which each deployer has to end. Default: the limit of a step.', count),
    }),
  ]).transform((value) => (typeof value === 'string' ? value === 'on' : value)),
);

const proofs = () =>
  table({
    ...(Object.fromEntries(PROOFS.map((name) => [name, proof])) as Record<ProofName, typeof proof>),
    'fresh-install': freshInstall,
    'two-deployers': twoDeployers,
  });

const suppression = () =>
  section({
    rule: words.describe('Rule id.'),
    path: key('Glob of the revision files it holds for.', words),
    revision: key('Revision id it holds for.', text),
    reason: words.describe('Why; shown in every report.'),
  });

/** Built when asked for, because most commands never read a configuration. */
export function configSchema() {
  return section({
    database: key('Where the throwaway server comes from. Default auto.', database),
    'database-url': key('URL of a server that may be used for scratch schemas.', words),
    engine: key('Database engine; by default the project’s own, unless that is SQLite.', choice(ENGINES)),
    image: key('Container image of the server. Default mysql:8.4.', words),
    'allow-remote': key('Whether a server that is not local may be used. Default false.', yesNo),
    server: key('Production’s server, as far as it matters to migrations.', server()),
    environments: key(
      'Alembic environments that are not found by themselves, or need settings.',
      list(environment()),
    ),
    trunks: key('Branches on which a revision counts as merged. Default: the default branch.', list(words)),
    profile: key('Which rules are errors. Default recommended.', choice(PROFILES)),
    deploys: key(
      'Whether old code runs on the new schema during a deploy. Default rolling.',
      choice(['rolling', 'stop']),
    ),
    rules: key('Severity, paths and options by rule.', z.record(z.string(), ruleSetting())),
    suppress: key('Findings that are accepted, each with its reason.', list(suppression())),
    'protected-rules': key('Rules whose findings only an approver can accept.', list(words)),
    approvers: key(
      'Who may accept findings of protected rules.',
      section({ users: key('Logins.', list(words)), teams: key('Teams, as org/team.', list(words)) }),
    ),
    prefer: key('Remedy to recommend where both are safe. Default merge.', choice(['merge', 're-parent'])),
    'message-pattern': key('Regular expression that a revision’s message must match.', pattern),
    models: key('Globs of the files that hold models.', list(words)),
    deployed: key('Revisions or tags that databases out there are at.', list(text)),
    squash: key(
      'Revisions that one new root replaces.',
      list(
        section({
          replaces: list(text).describe('Revisions that are gone.'),
          at: text.describe('The revision that stands for them.'),
        }),
      ),
    ),
    'table-sizes': key('File with rows and bytes by table, as “user: {rows: 12000000}”.', words),
    seed: key('SQL file with rows for the proofs.', words),
    proofs: key('Which proofs run.', proofs()),
    timeouts: key(
      'Time limits in seconds.',
      section({
        connect: key('For the server to be ready. Default 30.', count),
        step: key('For one upgrade or downgrade. Default 120.', count),
        total: key('For everything on the server. Default 900.', count),
      }),
    ),
    comment: key(
      'Which pull requests get the comment. Default migrations.',
      choice(['migrations', 'problems', 'never']),
    ),
    commands: key(
      'Who may give commands in comments.',
      section({ author: key('Whether the author may without write access. Default false.', yesNo) }),
    ),
  });
}
