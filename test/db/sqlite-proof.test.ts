/** The proofs on SQLite, each with its fault and the correct twin: what a batch loses, and what a file does not have. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ProofName } from '../../src/config/config.ts';
import type { DatabaseServer } from '../../src/io/server.ts';
import { ENV, type ProjectRevision } from './project.ts';
import { findings, prove, proved, roundTrip, sectionOf, type ProveOptions } from './prove.ts';
import { batch, ENFORCING_ENV, FILE_URL, openTestSqlite, SHELF, TRANSACTIONAL_ENV } from './sqlite.ts';

let server: DatabaseServer;
beforeAll(async () => (server = await openTestSqlite()), 60_000);
afterAll(async () => server[Symbol.asyncDispose]());

const revision = (upgrade: string, downgrade: string, id = 'new', down = 'root'): ProjectRevision => ({
  id,
  down,
  upgrade,
  downgrade,
});
const run = (upgrade: string, downgrade: string, options: Partial<ProveOptions> = {}) =>
  prove(server, { url: FILE_URL, base: [SHELF], added: [revision(upgrade, downgrade)], ...options });
const only = (name: ProofName): Pick<ProveOptions, 'proofs'> => ({
  proofs: { order: false, 'round-trip': false, [name]: true },
});

const FLAG = batch('book', 'add_column(sa.Column("flag", sa.Integer))');
const NO_FLAG = batch('book', 'drop_column("flag")');
const WIDER = batch('book', 'alter_column("code", existing_type=sa.String(20), type_=sa.String(30))');
const NARROWER = batch('book', 'alter_column("code", existing_type=sa.String(30), type_=sa.String(20))');
const title = (standard: string) =>
  batch('book', `alter_column("title", server_default="${standard}", existing_type=sa.String(20))`);
/** A second base revision, for what SQLAlchemy does not say. */
const also = (sql: string): ProjectRevision => revision(`op.execute("""${sql}""")`, 'pass', 'more');

describe('The round trip on SQLite', () => {
  test.each([
    ['columns that come and go', FLAG, NO_FLAG],
    ['a type that is copied there and back', WIDER, NARROWER],
    [
      'a table with everything',
      'op.create_table("t", sa.Column("id", sa.Integer, primary_key=True), sa.Column("b", sa.Integer, sa.ForeignKey("book.id")), sqlite_autoincrement=True)',
      'op.drop_table("t")',
    ],
  ])('passes for %s', async (_, upgrade, downgrade) => {
    const result = await run(upgrade, downgrade);
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
    expect(findings(result)).toEqual([]);
    expect(proved(result)).toMatchObject({ engine: 'SQLite', version: server.version, source: 'local' });
  });

  test.each<[string, readonly ProjectRevision[], string, string, object]>([
    [
      'NOT NULL and a default',
      [],
      batch('book', 'drop_column("title")'),
      batch('book', 'add_column(sa.Column("title", sa.String(20)))'),
      { object: 'column `book`.`title`', attribute: 'nullable', before: 'no', after: 'yes', line: 14 },
    ],
    [
      'a default alone',
      [],
      batch('book', 'alter_column("title", server_default=None, existing_type=sa.String(20))'),
      'pass',
      { object: 'column `book`.`title`', attribute: 'default', before: "'none'", after: null, line: 9 },
    ],
    [
      'a trigger, which a copied table does not keep',
      [also('CREATE TRIGGER seen AFTER UPDATE ON book BEGIN UPDATE shelf SET slug = slug; END')],
      WIDER,
      NARROWER,
      { object: 'trigger `book`.`seen`', attribute: 'exists', before: 'yes', after: 'no' },
    ],
    [
      'an unnamed check, which nobody reflects',
      [also('CREATE TABLE pot (id INTEGER PRIMARY KEY, size INTEGER, CHECK (size > 3))')],
      batch('pot', 'add_column(sa.Column("x", sa.Integer))', 'alter_column("size", nullable=False)'),
      batch('pot', 'drop_column("x")', 'alter_column("size", nullable=True)'),
      { object: 'check constraint `pot`.`size > 3`', attribute: 'exists', before: 'yes', after: 'no' },
    ],
    [
      'an index over an expression',
      [also('CREATE INDEX ix_lower ON book (lower(title))')],
      WIDER,
      NARROWER,
      { object: 'index `book`.`ix_lower`', attribute: 'exists', before: 'yes', after: 'no' },
    ],
    [
      'the right table',
      [also('CREATE TABLE pot (id INTEGER PRIMARY KEY)')],
      'op.create_table("jar", sa.Column("id", sa.Integer, primary_key=True))',
      'op.drop_table("pot")',
      { object: 'table `pot`', attribute: 'exists', before: 'yes', after: 'no', line: 12 },
    ],
  ])('catches a way back that forgets %s', async (_, more, upgrade, downgrade, expected) => {
    const base = [SHELF, ...more];
    const result = await run('pass', 'pass', {
      base,
      added: [revision(upgrade, downgrade, 'new', base.at(-1)?.id)],
    });
    expect(roundTrip(result).outcome).toBe('fail');
    expect(roundTrip(result).differences).toContainEqual(
      expect.objectContaining({ ...expected, path: 'migrations/versions/new.py', revision: 'new' }),
    );
    expect(findings(result)).toContainEqual(
      expect.objectContaining({ rule: 'no-round-trip-difference', severity: 'error' }),
    );
  });

  test('shows the statements that change something, and none of the looks that a batch takes', async () => {
    const { steps } = proved(await run(WIDER, NARROWER));
    const sql = (steps[0]?.statements ?? []).map((one) =>
      one.sql
        .trim()
        .split(/[\s(]+/)
        .slice(0, 3)
        .join(' '),
    );
    expect(sql).toEqual([
      'CREATE TABLE _alembic_tmp_book',
      'INSERT INTO _alembic_tmp_book',
      'DROP TABLE book',
      'ALTER TABLE _alembic_tmp_book',
      'CREATE INDEX ix_code',
      'UPDATE alembic_version SET',
    ]);
  });

  test('takes a declared one-way revision for what it is', async () => {
    const { irreversible, undeclared } = {
      irreversible: await run('op.drop_table("book")', 'raise NotImplementedError()', {
        irreversible: { new: 'the books are gone' },
      }),
      undeclared: await run('op.drop_table("book")', 'raise NotImplementedError()'),
    };
    expect(roundTrip(irreversible)).toMatchObject({ outcome: 'not-applicable' });
    expect(roundTrip(undeclared)).toMatchObject({ outcome: 'fail' });
  });
});

describe('Rows on SQLite', () => {
  const UNIQUE = 'op.create_index("ux_code", "book", ["code"], unique=True)';
  const NO_UNIQUE = 'op.drop_index("ux_code", "book")';
  test.each<[string, string, string, string | undefined, RegExp | null]>([
    [
      'duplicates under a new unique index',
      UNIQUE,
      NO_UNIQUE,
      undefined,
      /UNIQUE constraint failed: book.code/,
    ],
    [
      'the twin that joins them first',
      `op.execute("UPDATE book SET code = NULL")\n${UNIQUE}`,
      NO_UNIQUE,
      undefined,
      null,
    ],
    [
      'NOT NULL over NULLs',
      batch('book', 'alter_column("due", nullable=False, existing_type=sa.Date)'),
      batch('book', 'alter_column("due", nullable=True, existing_type=sa.Date)'),
      undefined,
      /NOT NULL constraint failed/,
    ],
    [
      'the twin that fills them first',
      `op.execute("UPDATE book SET due = '2020-01-01' WHERE due IS NULL")\n${batch('book', 'alter_column("due", nullable=False, existing_type=sa.Date)')}`,
      batch('book', 'alter_column("due", nullable=True, existing_type=sa.Date)'),
      undefined,
      null,
    ],
    [
      'a batch on a parent whose copying deletes the children, where keys are enforced',
      batch(
        'shelf',
        'add_column(sa.Column("x", sa.Integer))',
        'alter_column("slug", type_=sa.String(13), existing_type=sa.String(12))',
      ),
      batch('shelf', 'drop_column("x")'),
      ENFORCING_ENV,
      /table `book` had \d+ rows/,
    ],
    [
      'the twin where they are not',
      batch(
        'shelf',
        'add_column(sa.Column("x", sa.Integer))',
        'alter_column("slug", type_=sa.String(13), existing_type=sa.String(12))',
      ),
      batch('shelf', 'drop_column("x")'),
      undefined,
      null,
    ],
    ['a batch that loses nothing', WIDER, NARROWER, undefined, null],
    [
      'a downgrade that empties an untouched column',
      FLAG,
      `${NO_FLAG}\nop.execute("UPDATE book SET cover = NULL")`,
      undefined,
      /column `book`\.`cover` had \d+ rows/,
    ],
  ])('%s', async (_, upgrade, downgrade, env, expected) => {
    const result = await run(upgrade, downgrade, { ...only('rows'), ...(env === undefined ? {} : { env }) });
    const section = sectionOf(result, 'rows');
    expect(section.outcome).toBe(expected === null ? 'pass' : 'fail');
    expect(section.reason ?? '').not.toContain('no row could be made');
    expect(findings(result).map(({ message }) => message)).toEqual(
      expected === null ? [] : [expect.stringMatching(expected)],
    );
    expect(JSON.stringify(result)).not.toMatch(/\u{1F9E9}/u);
  });
});

describe('The other proofs on SQLite', () => {
  test.each(['lock-class', 'two-deployers'] as const)(
    '%s has nothing to prove, and says why',
    async (name) => {
      const result = await run(FLAG, NO_FLAG, only(name));
      expect(sectionOf(result, name)).toMatchObject({
        outcome: 'not-applicable',
        reason: expect.stringContaining('SQLite'),
      });
    },
  );

  test('interruption catches a batch that stands in its own way, where changes of the schema are not in a transaction', async () => {
    const result = await run(WIDER, NARROWER, only('interruption'));
    expect(sectionOf(result, 'interruption').outcome).toBe('fail');
    expect(findings(result)).toMatchObject([
      {
        rule: 'no-failing-migration',
        message: expect.stringMatching(/stopped after `CREATE TABLE _alembic_tmp_book.*already exists/s),
      },
    ]);
  });

  test('interruption passes where the application begins its transactions itself', async () => {
    const result = await run(WIDER, NARROWER, { ...only('interruption'), env: TRANSACTIONAL_ENV });
    expect(sectionOf(result, 'interruption')).toMatchObject({
      outcome: 'pass',
      reason: expect.stringMatching(/^stopped after 4 statements/),
    });
  });
});

/** Models that agree with the base; `more` stands in the class of a book. */
const models = (more = '') => `import sqlalchemy as sa
from sqlalchemy.orm import declarative_base
Base = declarative_base()
class Shelf(Base):
    __tablename__ = "shelf"
    id = sa.Column(sa.Integer, primary_key=True)
    slug = sa.Column(sa.String(12), nullable=False, unique=True)
class Book(Base):
    __tablename__ = "book"
    id = sa.Column(sa.Integer, primary_key=True)
    shelf_id = sa.Column(sa.Integer, sa.ForeignKey("shelf.id", name="fk_shelf", ondelete="CASCADE"), nullable=False)
    title = sa.Column(sa.String(20), nullable=False, server_default="none")
    code = sa.Column(sa.String(20), index=True)
    price = sa.Column(sa.Numeric(10, 2), nullable=False)
    level = sa.Column(sa.SmallInteger, nullable=False)
    due = sa.Column(sa.Date)
    data = sa.Column(sa.JSON)
    seen = sa.Column(sa.DateTime)
    cover = sa.Column(sa.LargeBinary)
${more}
`;
const MODELS_ENV = `import sys, os
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import models
${ENV.replace('target_metadata=None', 'target_metadata=models.Base.metadata')}`;

describe('Models, orders and beginnings on SQLite', () => {
  const WITH_FLAG = '    flag = sa.Column(sa.Integer)';
  test.each<[string, string, string]>([
    ['a model that has what the revision brings', WITH_FLAG, 'pass'],
    ['a model without it', '', 'fail'],
  ])('drift: %s', async (_, more, outcome) => {
    const result = await run(FLAG, NO_FLAG, {
      ...only('drift'),
      env: MODELS_ENV,
      baseFiles: { 'models.py': models() },
      files: { 'models.py': models(more) },
    });
    expect(sectionOf(result, 'drift').outcome).toBe(outcome);
  });

  const side = (id: string, up: string): ProjectRevision => revision(up, 'pass', id);
  test.each<[string, string, string, string]>([
    ['one after the other', 'op.execute("UPDATE book SET code = 1")', 'pass', 'pass'],
    ['both on one default', title('left'), title('right'), 'fail'],
  ])('order: %s', async (_, left, right, outcome) => {
    const result = await prove(server, {
      url: FILE_URL,
      base: [SHELF, side('theirs', left)],
      added: [side('ours', right)],
      cure: { id: 'joined', down: ['ours', 'theirs'], upgrade: 'pass', downgrade: 'pass' },
      proofs: { 'round-trip': false, order: true },
    });
    expect(sectionOf(result, 'order').outcome).toBe(outcome);
  });

  test.each([
    ['root', 'pass'],
    ['gone', 'not-evaluated'],
  ])('start-states: the upgrade from databases that are at %s', async (head, outcome) => {
    const result = await run(FLAG, NO_FLAG, {
      ...only('start-states'),
      deployed: [{ name: 'v1', heads: [head] }],
    });
    expect(sectionOf(result, 'start-states').outcome).toBe(outcome);
  });

  test.each<[string, string, string]>([
    [
      'breaks where it leaves out what is now demanded',
      'sa.Column("flag", sa.Integer, nullable=False)',
      'fail',
    ],
    [
      'goes on where that has a default',
      'sa.Column("flag", sa.Integer, nullable=False, server_default="0")',
      'pass',
    ],
  ])('old code %s', async (_, column, outcome) => {
    const result = await run(
      batch('book', `add_column(${column})`, 'alter_column("due", type_=sa.DateTime)'),
      'pass',
      only('old-code'),
    );
    expect(sectionOf(result, 'old-code')).toMatchObject({ outcome });
  });

  test.each([
    [true, 'fail'],
    [false, 'pass'],
  ])(
    'old code that refers to nothing breaks by a new key only where keys are enforced: %s',
    async (enforced, outcome) => {
      const loose = also('CREATE TABLE loan (id INTEGER PRIMARY KEY, book INTEGER NOT NULL)');
      const result = await run('pass', 'pass', {
        ...only('old-code'),
        ...(enforced ? { env: ENFORCING_ENV } : {}),
        base: [SHELF, loose],
        added: [
          revision(
            batch('loan', 'create_foreign_key("fk_loan", "book", ["book"], ["id"])'),
            'pass',
            'new',
            'more',
          ),
        ],
      });
      expect(sectionOf(result, 'old-code')).toMatchObject({ outcome });
    },
  );

  const CREATE = (more = '') => `import os
import models
from sqlalchemy import create_engine, text
engine = create_engine(os.environ["DATABASE_URL"])
models.Base.metadata.create_all(engine)
with engine.begin() as connection:
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES ('root')"))
${more}`;

  test('a command makes the base state, on scratch', async () => {
    const result = await run(FLAG, NO_FLAG, {
      base: [{ ...SHELF, upgrade: 'raise RuntimeError("made by its models")' }],
      files: { 'models.py': models(), 'create.py': CREATE() },
      declared: { baseState: { command: 'python create.py' } },
    });
    expect(roundTrip(result)).toMatchObject({ outcome: 'pass' });
  });

  test('a dump makes the base state, triggers included', async () => {
    const dump = `PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
INSERT INTO alembic_version VALUES('root');
CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(20));
INSERT INTO book VALUES(1,'semi;colon');
CREATE TRIGGER seen AFTER UPDATE ON book BEGIN UPDATE book SET title = CASE id WHEN 1 THEN 'x' END; DELETE FROM book WHERE 0; END;
COMMIT;`;
    const base = [{ ...SHELF, upgrade: 'raise RuntimeError("made by its dump")' }];
    const dumped = { base, dump, declared: { baseState: { dump: 'base.sql' } } };
    const lossless = await run(
      'op.add_column("book", sa.Column("x", sa.Integer))',
      'op.drop_column("book", "x")',
      dumped,
    );
    expect(roundTrip(lossless)).toMatchObject({ outcome: 'pass' });
    const lossy = await run(
      batch('book', 'alter_column("title", nullable=False, existing_type=sa.String(20))'),
      batch('book', 'alter_column("title", nullable=True, existing_type=sa.String(20))'),
      dumped,
    );
    expect(roundTrip(lossy).differences).toMatchObject([
      { object: 'trigger `book`.`seen`', attribute: 'exists' },
    ]);
  });
});
