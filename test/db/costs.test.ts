/** What a proof of a fixed project costs in starts of Python, copies and looks at the catalogue, so that no cost creeps back. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import type { ProjectRevision } from './project.ts';
import { prove, proved, type ProveOptions } from './prove.ts';

const table = (id: string, down: string | null): ProjectRevision => ({
  id,
  down,
  upgrade: `op.create_table("t_${id}", sa.Column("id", sa.Integer, primary_key=True))`,
  downgrade: `op.drop_table("t_${id}")`,
});
const BASE = [table('b1', null), table('b2', 'b1')];
const ADDED = [table('a1', 'b2'), table('a2', 'a1')];
const ALONE: ProveOptions['proofs'] = { order: false };
/** A picture of the base, and one after each step of each new revision. */
const PICTURES = 1 + 3 * ADDED.length;

interface Costs {
  starts: number;
  created: number;
  copies: number;
  pictures: number;
  queries: number;
}

describe('A round trip costs', () => {
  let server: DatabaseServer;
  beforeAll(async () => (server = await openTestServer('mysql')), 60_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  async function costsOf(options: Partial<ProveOptions>) {
    const costs: Costs = { starts: 0, created: 0, copies: 0, pictures: 0, queries: 0 };
    const counted: DatabaseServer = Object.assign(Object.create(server) as DatabaseServer, {
      createScratch: (purpose: string) => ((costs.created += 1), server.createScratch(purpose)),
      cloneScratch: (...args: Parameters<DatabaseServer['cloneScratch']>) => (
        (costs.copies += 1),
        server.cloneScratch(...args)
      ),
      query: (...[sql, parameters]: Parameters<DatabaseServer['query']>) => {
        costs.queries += Number(sql.includes('information_schema'));
        costs.pictures += Number(sql.includes('information_schema.COLUMNS'));
        return server.query(sql, parameters);
      },
    });
    const result = await prove(counted, {
      base: BASE,
      added: ADDED,
      onStart: () => (costs.starts += 1),
      ...options,
    });
    const { steps } = proved(result);
    return { costs, outcomes: steps.map(({ outcome }) => outcome) };
  }

  test('no copy where nothing else wants the base state', async () => {
    const { costs, outcomes } = await costsOf({ proofs: ALONE });
    expect(outcomes).toEqual(Array.from({ length: 6 }, () => 'pass'));
    expect(costs).toEqual({
      starts: 2,
      created: 1,
      copies: 0,
      pictures: PICTURES,
      queries: PICTURES,
    });
  }, 60_000);

  test('one copy and the two pictures that show it to be one where others may', async () => {
    const { costs } = await costsOf({});
    expect(costs).toMatchObject({ starts: 2, created: 1, copies: 1, pictures: PICTURES + 2 });
  }, 60_000);

  test('one more base state, however many revisions fail', async () => {
    const added = [
      { ...table('a1', 'b2'), downgrade: 'raise Exception("no")' },
      { ...table('a2', 'a1'), downgrade: 'raise Exception("no")' },
      table('a3', 'a2'),
    ];
    const { costs, outcomes } = await costsOf({ added, proofs: ALONE });
    expect(outcomes).toEqual(['pass', 'fail', 'pass', 'fail', 'pass', 'pass', 'pass']);
    expect(costs).toMatchObject({ created: 2, copies: 2, starts: 5 });
  }, 60_000);
});
