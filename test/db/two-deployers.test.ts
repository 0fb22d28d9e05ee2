/** The deploy command started twice, on all engines: each kind of lock that fails is caught, each that holds is not. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { speaking } from './case.ts';
import { ELSEWHERE, type ProjectRevision } from './project.ts';
import { findings, prove, sectionOf } from './prove.ts';

// Each case runs the deploy command up to nine times.
jest.setTimeout(300_000);

type Engine = 'mysql' | 'mariadb' | 'postgresql';

const BASE: ProjectRevision = {
  id: 'root',
  down: null,
  upgrade: 'op.create_table("case", sa.Column("id", sa.Integer, primary_key=True))',
};
const COLUMN = 'op.add_column("case", sa.Column("flag", sa.Integer))';

/** A deploy script around `alembic upgrade head`: `hold` and `free` are indented in a session of its own. */
const script = (engine: Engine, hold: string, free: string) => `import subprocess, sys, time
import sqlalchemy as sa

engine = sa.create_engine("${speaking(engine).url ?? ELSEWHERE}", isolation_level="AUTOCOMMIT")
with engine.connect() as session:
    def run(sql):
        return session.execute(sa.text(sql))

${hold.replaceAll(/^/gm, '    ')}
    code = subprocess.call([sys.executable, "-m", "alembic", "upgrade", "head"])
${free.replaceAll(/^/gm, '    ')}
sys.exit(code)
`;

const SESSION = (engine: Engine) =>
  engine === 'postgresql'
    ? { hold: 'run("SELECT pg_advisory_lock(4711)")', free: 'run("SELECT pg_advisory_unlock(4711)")' }
    : { hold: 'run("SELECT GET_LOCK(\'deploy\', 60)")', free: 'run("SELECT RELEASE_LOCK(\'deploy\')")' };
/** Asks once, and goes on whatever the answer is. */
const UNASKED = (engine: Engine) =>
  engine === 'postgresql'
    ? { hold: 'run("SELECT pg_try_advisory_lock(4711)")', free: 'pass' }
    : { hold: 'run("SELECT GET_LOCK(\'deploy\', 0)")', free: 'pass' };
const TABLE = {
  hold: `run("CREATE TABLE IF NOT EXISTS deploy_lock (id INT PRIMARY KEY)")
while True:
    try:
        run("INSERT INTO deploy_lock VALUES (1)")
        break
    except sa.exc.IntegrityError:
        time.sleep(0.2)`,
  free: 'run("DELETE FROM deploy_lock")',
};

describe.each<Engine>(['mysql', 'mariadb', 'postgresql'])('Two deployers on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const deploy = (
    lock: { readonly hold: string; readonly free: string } | null,
    { upgrade = COLUMN, within = 60 }: { readonly upgrade?: string; readonly within?: number } = {},
  ) =>
    prove(server, {
      base: [BASE],
      added: [{ id: 'new', down: 'root', upgrade, downgrade: 'pass' }],
      ...speaking(engine),
      totalSeconds: 280,
      files: lock === null ? {} : { 'deploy.py': script(engine, lock.hold, lock.free) },
      proofs: {
        order: false,
        'two-deployers': lock === null ? true : { command: 'python deploy.py', within },
      },
    });

  const ofDeployers = (result: Awaited<ReturnType<typeof deploy>>) => ({
    ...sectionOf(result, 'two-deployers'),
    said: findings(result).flatMap(({ rule, message }) =>
      message.startsWith('A deployment of this cannot be started twice: ') ? [[rule, message]] : [],
    ),
  });

  test('that take no lock are caught when they start together', async () => {
    const { outcome, differences, said } = ofDeployers(await deploy(null));
    expect(outcome).toBe('fail');
    expect(differences).toMatchObject([
      {
        object: 'two deployers started together',
        after: expect.stringMatching(
          /^one fails: `alembic -c alembic\.ini upgrade head` ends with exit code 1: .*(Duplicate|exists|race|concurrent)/i,
        ),
      },
    ]);
    expect(said).toEqual([
      ['no-failing-migration', expect.stringContaining('two deployers started together')],
    ]);
  });

  test('that ask for a lock and go on without it are caught', async () => {
    expect(ofDeployers(await deploy(UNASKED(engine)))).toMatchObject({
      outcome: 'fail',
      differences: [{ object: 'two deployers started together' }],
    });
  });

  test.each([
    ['a column', COLUMN],
    ['a new table', 'op.create_table("extra", sa.Column("id", sa.Integer, primary_key=True))'],
  ])('that hold a lock of their session are passed, with %s', async (_, upgrade) => {
    expect(ofDeployers(await deploy(SESSION(engine), { upgrade }))).toMatchObject({
      outcome: 'pass',
      differences: [],
      said: [],
      reason:
        '`python deploy.py` ended well twice at once, left no lock, and ended well after one that was killed',
    });
  });

  test('that hold a row of a table are caught when one is killed, with the SQL that lets the next one through', async () => {
    const { outcome, differences } = ofDeployers(await deploy(TABLE, { within: 25 }));
    expect(outcome).toBe('fail');
    expect(differences).toMatchObject([
      {
        object: 'a deployer after one that was killed while a migration ran',
        after: expect.stringMatching(
          /^`python deploy\.py` does not end within 25 s\. To recover, run by hand: DELETE FROM .deploy_lock.; \(tried: the next deployer then ends well\)$/,
        ),
      },
    ]);
  });

  test('that keep a row after a good end are caught, with the SQL that lets the next one through', async () => {
    const { outcome, differences, said } = ofDeployers(
      await deploy({ ...TABLE, free: 'pass' }, { within: 25 }),
    );
    expect(outcome).toBe('fail');
    expect(differences).toMatchObject([
      {
        object: 'a deployer after one that ended well',
        after: expect.stringMatching(
          /^`python deploy\.py` does not end within 25 s\. To recover, run by hand: DELETE FROM .deploy_lock.; \(tried: the next deployer then ends well\)$/,
        ),
      },
    ]);
    expect(said).toHaveLength(1);
  });

  test('are not evaluated where one alone comes to no end', async () => {
    expect(ofDeployers(await deploy({ hold: 'sys.exit("no plan")', free: '' }))).toMatchObject({
      outcome: 'not-evaluated',
      reason: 'on the base `python deploy.py` ends with exit code 1: no plan',
    });
  });
});
