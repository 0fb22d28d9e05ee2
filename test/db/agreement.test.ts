/** What the rules claim of a statement from its source alone, against what a real server does with that statement. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mergeConfig } from '../../src/config/merge.ts';
import { applyLint } from '../../src/lint/apply.ts';
import type { SeenStatement } from '../../src/lint/seen.ts';
import type { DatabaseServer } from '../../src/io/server.ts';
import type { CapturedStatement, DatabaseProof } from '../../src/verify/proof.ts';
import { readRevision } from '../../src/revision/read.ts';
import { openTestServer } from '../server.ts';
import { costly, failing, refused, SCHEMA, type Engine } from './agreement.ts';
import { revisionPath, revisionText, type ProjectRevision } from './project.ts';
import { prove, proved } from './prove.ts';

const URLS: Readonly<Record<Engine, string>> = {
  mysql: 'mysql+pymysql://app:secret@db.elsewhere.invalid/production',
  mariadb: 'mysql+pymysql://app:secret@db.elsewhere.invalid/production',
  postgresql: 'postgresql+psycopg2://app:secret@db.elsewhere.invalid/production',
};

/** Sentences of all rules about one revision, by the rule. */
function claims(
  revision: ProjectRevision,
  engine: Engine,
  version: string | null,
  proof?: DatabaseProof,
): readonly string[] {
  const text = Buffer.from(revisionText(revision));
  const reading = readRevision(revisionPath(revision.id), text);
  if (reading.kind !== 'revision') throw new Error(reading.message);
  return applyLint({
    environment: 'migrations',
    revisions: [{ revision: reading.revision, bytes: text }],
    config: { ...mergeConfig({}), profile: 'recommended' },
    engine,
    version,
    fileTemplate: null,
    namesConstraints: false,
    tableSizes: null,
    models: null,
    before: proof?.before ?? [],
    seen: proof === undefined ? [] : seenOf(proof),
    found: [],
  }).map(({ rule, message }) => `${rule}: ${message}`);
}

const seenOf = ({ steps }: DatabaseProof): readonly SeenStatement[] =>
  steps.flatMap(({ revision, direction, statements }) =>
    direction === 'upgrade-again'
      ? []
      : statements.flatMap(({ sql, line }) => (line === null ? [] : [{ revision, direction, sql, line }])),
  );

/** What says itself that it need not be so. */
const isHedged = (claim: string) => /: Unless |unless it|may (?:be copied|wait)/.test(claim);
const saysRebuilt = (claim: string) => /copied|copies|rebuil|rewritten/.test(claim) && !isHedged(claim);
const saysWaiting = (claim: string) => /wait|blocks writes/.test(claim) && !isHedged(claim);
const saysFailing = (claim: string) =>
  /the (?:upgrade|migration) (?:fails|stops)|fail the upgrade/i.test(claim);

/** So many sentences at least, so that no change of their wording empties the comparison. */
const COMPARED: Readonly<Record<Engine, number>> = { mysql: 12, mariadb: 8, postgresql: 5 };

/** What the server does not tell of itself: MariaDB takes no ALGORITHM beside these. */
const UNTOLD: Readonly<Record<Engine, RegExp>> = {
  mysql: /^$/,
  mariadb: / (?:DROP|ADD|TRUNCATE|REORGANIZE) PARTITION /,
  postgresql: /^$/,
};

/** Nothing where both agree; a rule may be silent where the server is not, but never the other way round. */
function isContradicted(claim: string, { lockClass, rebuilds }: CapturedStatement): boolean {
  return (saysRebuilt(claim) && rebuilds !== true) || (saysWaiting(claim) && lockClass !== 'blocks-writes');
}

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('Rules and server on %s', (engine) => {
  let opened: DatabaseServer | null = null;
  beforeAll(async () => (opened = await openTestServer(engine)), 60_000);
  // One that did not start says why by itself.
  afterAll(async () => opened?.[Symbol.asyncDispose]());
  const server = (): DatabaseServer => {
    if (opened === null) throw new Error(`${engine} did not start.`);
    return opened;
  };

  const run = async (
    upgrades: readonly string[],
    base: string,
  ): Promise<[ProjectRevision[], DatabaseProof]> => {
    const added = upgrades.map((upgrade, index) => ({
      id: `new${index}`,
      down: index === 0 ? 'tables' : `new${index - 1}`,
      upgrade,
      downgrade: 'pass',
    }));
    const result = await prove(server(), {
      base: [{ id: 'tables', down: null, upgrade: base, downgrade: 'pass' }],
      added,
      irreversible: Object.fromEntries(added.map(({ id }) => [id, 'it is only asked'])),
      proofs: { 'lock-class': true },
      url: URLS[engine],
      stepSeconds: 60,
    });
    return [added, proved(result)];
  };

  test('nothing is said to be copied or to wait that is not', async () => {
    const rows = costly(engine);
    const [added, proof] = await run(
      rows.map(({ upgrade }) => upgrade),
      SCHEMA(engine, rows.length),
    );
    const wrong: string[] = [];
    const untold: string[] = [];
    let compared = 0;
    for (const [index, revision] of added.entries()) {
      const step = proof.steps.find((one) => one.revision === revision.id && one.direction === 'upgrade');
      const statement = step?.statements.filter(({ line }) => line !== null).at(-1);
      if (!statement) throw new Error(`The server did not see ${rows[index]?.upgrade ?? ''}`);
      const { sql, lockClass, rebuilds } = statement;
      if (lockClass === 'unknown') {
        if (!UNTOLD[engine].test(sql)) untold.push(sql);
        continue;
      }
      const said = [undefined, proof].flatMap((known) => claims(revision, engine, proof.version, known));
      for (const claim of new Set(said)) {
        if (saysRebuilt(claim) || saysWaiting(claim)) compared += 1;
        if (isContradicted(claim, statement))
          wrong.push(`${sql}: ${lockClass}, ${String(rebuilds)}; ${claim}`);
      }
    }
    expect(untold).toEqual([]);
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(COMPARED[engine]);
  }, 120_000);

  test.each(failing(engine).map((row) => [row.rule, row] as const))(
    'what %s says to fail does fail',
    async (rule, { upgrade, rows, known }) => {
      const [[revision], proof] = await run([upgrade], `${SCHEMA(engine, 1)}\n${rows}`);
      if (!revision) throw new Error('There is one revision.');
      const all = claims(revision, engine, proof.version, known === true ? proof : undefined);
      const said = all.filter((claim) => claim.startsWith(`${rule}: `));
      expect(said.filter(saysFailing)).toHaveLength(1);
      const step = proof.steps.find((one) => one.direction === 'upgrade' && one.revision === revision.id);
      expect(step?.error).not.toBeNull();
    },
    60_000,
  );

  test.each(refused(engine).map((row) => [`${row.rule}, ${row.says}`, row] as const))(
    'a downgrade that is said to be refused is refused: %s',
    async (_, { rule, says, upgrade, downgrade }) => {
      const revision: ProjectRevision = { id: 'new0', down: 'tables', upgrade, downgrade };
      const result = await prove(server(), {
        base: [{ id: 'tables', down: null, upgrade: SCHEMA(engine, 1), downgrade: 'pass' }],
        added: [revision],
        url: URLS[engine],
        stepSeconds: 60,
      });
      const proof = proved(result);
      const said = claims(revision, engine, proof.version).filter((claim) => claim.startsWith(`${rule}: `));
      expect(said.filter((claim) => claim.includes(says))).toHaveLength(1);
      const outcomes = proof.steps.map(({ direction, outcome }) => `${direction} ${outcome}`);
      expect(outcomes.slice(0, 2)).toEqual(['upgrade pass', 'downgrade fail']);
    },
    60_000,
  );

  test('a collation that is said to be lost is lost, and one that is restated stays', async () => {
    if (engine === 'postgresql') return;
    const alter = (length: number, collation: string) =>
      `op.alter_column("t0", "v20", type_=sa.String(${String(length)}${collation}), existing_type=sa.String(20), existing_nullable=True)`;
    const base = `${SCHEMA(engine, 1)}\nop.execute("ALTER TABLE t0 MODIFY v20 VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")`;
    for (const [collation, lost] of [
      ['', true],
      [', collation="utf8mb4_bin"', false],
    ] as const) {
      const [upgrade, downgrade] = [alter(21, collation), alter(20, collation)];
      const revision: ProjectRevision = { id: 'new0', down: 'tables', upgrade, downgrade };
      const proof = proved(
        await prove(server(), {
          base: [{ id: 'tables', down: null, upgrade: base, downgrade: 'pass' }],
          added: [revision],
          url: URLS[engine],
          stepSeconds: 60,
        }),
      );
      const said = claims(revision, engine, proof.version, proof).filter((claim) =>
        claim.includes('without collation="utf8mb4_bin"'),
      );
      const differing = JSON.stringify(proof.proofs).includes('"attribute":"collation"');
      expect([collation, said.length, differing]).toEqual([collation, lost ? 2 : 0, lost]);
    }
  }, 120_000);

  test('what a column was before is asked of the base, where the source does not say', async () => {
    const upgrade =
      engine === 'postgresql'
        ? 'op.execute("ALTER TABLE t0 ALTER COLUMN v100 TYPE VARCHAR(20)")'
        : 'op.execute("ALTER TABLE t0 MODIFY v100 VARCHAR(20)")\nop.alter_column("t0", "n", type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False)';
    const base = `${SCHEMA(engine, 1)}\nop.execute("ALTER TABLE t0 ALTER COLUMN n SET DEFAULT 5")`;
    const [[revision], proof] = await run([upgrade], base);
    if (!revision) throw new Error('There is one revision.');
    expect(claims(revision, engine, proof.version).filter((claim) => claim.includes('VARCHAR(100)'))).toEqual(
      [],
    );
    const said = claims(revision, engine, proof.version, proof);
    expect(said.filter((claim) => claim.includes('from VARCHAR(100) to VARCHAR(20)'))).toHaveLength(1);
    expect(said.filter((claim) => claim.includes('without existing_server_default'))).toHaveLength(
      engine === 'postgresql' ? 0 : 1,
    );
  }, 60_000);
});
