/** Deploy commands that are started twice, or again after one that was killed. */
import type { ProjectRevision } from '../project.ts';
import type { ProveOptions } from '../prove.ts';
import { added, fails, passes, url, type Engine, type Said, type Table } from './behaviour.ts';

const BASE: ProjectRevision = {
  id: 'root',
  down: null,
  upgrade: 'op.create_table("case", sa.Column("id", sa.Integer, primary_key=True))',
};
type Change = readonly [upgrade: string, downgrade: string];
const COLUMN: Change = [
  'op.add_column("case", sa.Column("flag", sa.Integer))',
  'op.drop_column("case", "flag")',
];
const TABLE_OF_ITS_OWN: Change = [
  'op.create_table("extra", sa.Column("id", sa.Integer, primary_key=True))',
  'op.drop_table("extra")',
];

/** What takes the lock and what gives it back, in a session of its own. */
interface Lock {
  readonly hold: string;
  readonly free: string;
}

/** Around the upgrade. */
const script = (engine: Engine, { hold, free }: Lock) => `import time
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

engine = sa.create_engine("${url(engine)}", isolation_level="AUTOCOMMIT")
with engine.connect() as session:
    def run(sql):
        return session.execute(sa.text(sql))

${hold.replaceAll(/^/gm, '    ')}
    try:
        command.upgrade(Config("alembic.ini"), "head")
    finally:
${free.replaceAll(/^/gm, '        ')}
`;

const ofSession = (engine: Engine): Lock =>
  engine === 'postgresql'
    ? { hold: 'run("SELECT pg_advisory_lock(4711)")', free: 'run("SELECT pg_advisory_unlock(4711)")' }
    : { hold: 'run("SELECT GET_LOCK(\'deploy\', 60)")', free: 'run("SELECT RELEASE_LOCK(\'deploy\')")' };
/** Asks once, and goes on whatever the answer is. */
const unasked = (engine: Engine): Lock =>
  engine === 'postgresql'
    ? { hold: 'run("SELECT pg_try_advisory_lock(4711)")', free: 'pass' }
    : { hold: 'run("SELECT GET_LOCK(\'deploy\', 0)")', free: 'pass' };
const ROW: Lock = {
  hold: `run("CREATE TABLE IF NOT EXISTS deploy_lock (id INT PRIMARY KEY)")
while True:
    try:
        run("INSERT INTO deploy_lock VALUES (1)")
        break
    except sa.exc.IntegrityError:
        time.sleep(0.2)`,
  free: 'run("DELETE FROM deploy_lock")',
};

const project = (
  engine: Engine,
  lock: Lock | null,
  { change = COLUMN, within = 60 }: { readonly change?: Change; readonly within?: number } = {},
): ProveOptions => ({
  base: [BASE],
  added: [added('root', ...change)],
  url: url(engine),
  totalSeconds: 280,
  files: lock === null ? {} : { 'deploy.py': script(engine, lock) },
  proofs: { 'two-deployers': lock === null ? true : { command: 'python deploy.py', within } },
});

const says = (message: RegExp): Said => [
  'no-failing-migration',
  'error',
  null,
  new RegExp(`^A deployment of this cannot be started twice: ${message.source}`, 'i'),
];
/** A multiple of what one run of it takes, so that only a lock makes it wait as long. */
const PATIENCE = 15;
const RECOVERY = new RegExp(
  `\`python deploy\\.py\` does not end within ${PATIENCE} s\\. To recover, run by hand: DELETE FROM .deploy_lock.; \\(tried: the next deployer then ends well\\)$`,
);

export const TWO_DEPLOYERS: Table = (engine) => [
  {
    proof: 'two-deployers',
    name: 'a migration lock left behind by a killed deployer',
    faults: [
      fails(
        'a row of a table',
        project(engine, ROW, { within: PATIENCE }),
        says(new RegExp(`a deployer after one that was killed while a migration ran: ${RECOVERY.source}`)),
      ),
      fails(
        'a row that stays even after a good end',
        project(engine, { ...ROW, free: 'pass' }, { within: PATIENCE }),
        says(new RegExp(`a deployer after one that ended well: ${RECOVERY.source}`)),
      ),
    ],
    twins: [
      {
        ...passes('a lock of its session', project(engine, ofSession(engine))),
        reason:
          /^`python deploy\.py` ended well twice at once, left no lock, and ended well after one that was killed$/,
      },
    ],
  },
  {
    proof: 'two-deployers',
    name: 'deployers that start together',
    faults: [
      fails(
        'without a lock',
        project(engine, null),
        says(
          /two deployers started together: one fails: `alembic -c alembic\.ini upgrade head` ends with exit code 1: .*(Duplicate|exists|race|concurrent)/,
        ),
      ),
      fails(
        'asking for a lock and going on without it',
        project(engine, unasked(engine)),
        says(/two deployers started together: one fails: `python deploy\.py`/),
      ),
    ],
    twins: [
      passes(
        'with a lock, and a table of its own',
        project(engine, ofSession(engine), { change: TABLE_OF_ITS_OWN }),
      ),
    ],
  },
];
