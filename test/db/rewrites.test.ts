import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import type { ProjectRevision } from './project.ts';
import { prove, proved } from './prove.ts';

const URLS = {
  mysql: 'mysql+pymysql://app:secret@db.elsewhere.invalid/production',
  mariadb: 'mysql+pymysql://app:secret@db.elsewhere.invalid/production',
  postgresql: 'postgresql+psycopg2://app:secret@db.elsewhere.invalid/production',
};

const KEY = 'sa.Column("id", sa.Integer, primary_key=True)';
const NOTE = 'sa.Column("note", sa.String(20))';
const CASES = { id: 'cases', down: null, upgrade: `op.create_table("case", ${KEY})` };
const NOTES = { id: 'notes', down: 'cases', upgrade: `op.add_column("case", ${NOTE})` };
const STATES = { id: 'states', down: 'notes', upgrade: `op.create_table("state", ${KEY})` };
const BASE: readonly ProjectRevision[] = [CASES, NOTES, STATES];

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('A rewritten revision on %s', (engine) => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer(engine)), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  const rewrites = async (rewritten: string, ...onMerge: readonly ProjectRevision[]) => {
    const proofs = { 'round-trip': true, order: false, drift: false };
    const result = await prove(server, {
      ...{ base: BASE, onMerge, added: [], rewritten: [rewritten], proofs, url: URLS[engine] },
    });
    return proved(result).rewrites;
  };

  test('gives the same schema by other means', async () => {
    const upgrade = `with op.batch_alter_table("case") as table:\n    table.add_column(${NOTE})`;
    expect(await rewrites('notes', CASES, { ...NOTES, upgrade }, STATES)).toEqual([
      { revision: 'notes', outcome: 'same', reason: null, differences: [] },
    ]);
  });

  test('gives another schema, said in words', async () => {
    const upgrade = 'op.add_column("case", sa.Column("note", sa.String(30)))';
    const [rewrite] = (await rewrites('notes', CASES, { ...NOTES, upgrade }, STATES)) ?? [];
    expect(rewrite).toMatchObject({
      outcome: 'differs',
      reason: expect.stringContaining('column `case`.`note`'),
    });
    expect(rewrite?.differences[0]).toMatchObject({
      path: 'migrations/versions/notes.py',
      revision: 'notes',
    });
  });

  test('is not judged by what comes after it', async () => {
    const upgrade = `op.create_table("state", ${KEY}, ${NOTE})`;
    expect(await rewrites('notes', CASES, NOTES, { ...STATES, upgrade })).toMatchObject([
      { outcome: 'same' },
    ]);
  });

  test('squashes what was below it', async () => {
    const upgrade = `op.create_table("case", ${KEY}, ${NOTE})`;
    expect(await rewrites('notes', { id: 'notes', down: null, upgrade }, STATES)).toMatchObject([
      { revision: 'notes', outcome: 'same' },
    ]);
    const forgetful = { id: 'notes', down: null, upgrade: `op.create_table("case", ${KEY})` };
    expect(await rewrites('notes', forgetful, STATES)).toMatchObject([
      { outcome: 'differs', reason: expect.stringMatching(/column `case`.`note`/) },
    ]);
  });

  test('that does not run is not called equal', async () => {
    const upgrade = 'op.add_column("nothing", sa.Column("note", sa.String(20)))';
    expect(await rewrites('notes', CASES, { ...NOTES, upgrade }, STATES)).toMatchObject([
      {
        outcome: 'not-evaluated',
        reason: expect.stringContaining(
          'The new text of `notes` cannot be built: the upgrade of `notes` fails',
        ),
      },
    ]);
  });
});
