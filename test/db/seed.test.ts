/** Rows of a seed file in place of generated ones, on all engines. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer, Scratch } from '../../src/io/server.ts';
import { plantSeed } from '../../src/verify/rows/run-seed.ts';
import { openTestServer } from '../server.ts';
import { onTop, speaking } from './case.ts';
import type { ProjectRevision } from './project.ts';
import { findings, prove, sectionOf } from './prove.ts';

/** A check that no generated row passes. */
const BASE: ProjectRevision = {
  id: 'root',
  down: null,
  upgrade: `op.create_table("person", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(20), nullable=False), sa.Column("code", sa.String(20)), sa.CheckConstraint("name IN ('Ada; it''s', 'Grace') AND code = reverse(name)", name="ck_code"))
op.create_table("visit", sa.Column("id", sa.Integer, primary_key=True), sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False))`,
};
const SEED = `-- two people; one of them twice
INSERT INTO person (id, name, code) VALUES (1, 'Ada; it''s', reverse('Ada; it''s'));
/* and
   Grace */ INSERT INTO person (id, name, code) VALUES (2, 'Grace', reverse('Grace')), (3, 'Grace', reverse('Grace'));
`;
/** The tables without a check, which is another engine's business. */
async function scratchOf(server: DatabaseServer): Promise<Scratch & AsyncDisposable> {
  const scratch = await server.createScratch('seed');
  await scratch.query(
    'CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL, code VARCHAR(20))',
  );
  await scratch.query(
    'CREATE TABLE visit (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, FOREIGN KEY (person_id) REFERENCES person (id))',
  );
  return {
    name: scratch.name,
    endpoint: scratch.endpoint,
    query: (...statement) => scratch.query(...statement),
    openSession: () => scratch.openSession(),
    [Symbol.asyncDispose]: () => server.dropScratch(scratch),
  };
}

const UNIQUE = onTop(
  'op.create_index("ix_name", "person", ["name"], unique=True)',
  'op.drop_index("ix_name", "person")',
);
const PLAIN = onTop('op.create_index("ix_name", "person", ["name"])', 'op.drop_index("ix_name", "person")');

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('A seed file on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const run = (revision: ProjectRevision, seed: string | null) =>
    prove(server, {
      base: [BASE],
      added: [revision],
      ...speaking(engine),
      seed,
      proofs: { order: false, 'round-trip': false, rows: true },
    });

  test('brings the rows that a revision fails on, and those that another one passes', async () => {
    const failed = await run(UNIQUE, SEED);
    expect(sectionOf(failed, 'rows').outcome).toBe('fail');
    expect(findings(failed)).toMatchObject([{ rule: 'no-failing-migration', line: 9 }]);
    expect(JSON.stringify(failed)).not.toContain('Grace');
    expect(sectionOf(await run(PLAIN, SEED), 'rows')).toMatchObject({ outcome: 'pass', reason: null });
  });

  test('leaves other tables to generated rows, which may refer to its own', async () => {
    const about = onTop(
      'op.add_column("visit", sa.Column("at", sa.Integer, nullable=False))',
      'op.drop_column("visit", "at")\nop.execute("DELETE FROM visit")',
    );
    const result = await run(about, SEED);
    // MySQL and MariaDB fill the new column of rows that are there; PostgreSQL refuses it.
    expect(findings(result)).toMatchObject([
      { rule: engine === 'postgresql' ? 'no-failing-migration' : 'no-round-trip-difference' },
    ]);
  });

  test('leaves the session as it was: rows after it are held to their foreign keys', async () => {
    await using scratch = await scratchOf(server);
    await plantSeed({ path: 'seed.sql', text: SEED }, scratch, engine);
    await expect(scratch.query('INSERT INTO visit (id, person_id) VALUES (1, 99)')).rejects.toThrow(
      /foreign key/i,
    );
    await scratch.query('INSERT INTO visit (id, person_id) VALUES (1, 2)');
  });

  test.each([
    [
      null,
      'the base has no file `seed.sql`, which `seed:` names; add it there, or take the line out to have rows generated',
    ],
    [
      `${SEED}INSERT INTO person (id, name) VALUES (1, 'secret');`,
      /^statement 3 of `seed\.sql` \(line 5, `INSERT INTO person`\) fails on the schema of the base: (?!.*secret)/,
    ],
    [
      "INSERT INTO person VALUES ('",
      '`seed.sql` cannot be cut into statements: a quote, comment, bracket or block in it does not end',
    ],
    [
      'COPY person (id) FROM stdin;\n1\n\\.\n',
      'line 1 of `seed.sql` is a COPY from the client, which only psql can read; write the dump with `pg_dump --data-only --inserts`',
    ],
  ])('that is of no use is not evaluated: %s', async (seed, reason) => {
    const section = sectionOf(await run(PLAIN, seed), 'rows');
    expect(section).toMatchObject({ outcome: 'not-evaluated' });
    if (typeof reason === 'string') expect(section.reason).toBe(reason);
    else expect(section.reason).toMatch(reason);
  });

  test('may set up the session for itself, as dumps do', async () => {
    const settings =
      engine === 'postgresql'
        ? "SELECT pg_catalog.set_config('search_path', '', false); INSERT INTO public.person VALUES (1, 'Grace', reverse('Grace'))"
        : "/*!40014 SET FOREIGN_KEY_CHECKS=0 */; SET sql_mode = ''; LOCK TABLES person WRITE; INSERT INTO person VALUES (1, 'Grace', reverse('Grace')), (NULL, 'Grace', reverse('Grace'))";
    expect(sectionOf(await run(PLAIN, settings), 'rows')).toMatchObject({ outcome: 'pass', reason: null });
  });
});
