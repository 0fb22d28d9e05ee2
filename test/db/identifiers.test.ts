import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { testbed, type PythonName } from '../testbed.ts';
import { prove, proved, roundTrip } from './prove.ts';
import type { ProjectRevision } from './project.ts';

let server: DatabaseServer;
beforeAll(async () => (server = await openTestServer('mariadb')), 60_000);
afterAll(async () => server[Symbol.asyncDispose]());

const revision = (id: string, down: string | null): ProjectRevision => ({
  id,
  down,
  upgrade: `op.create_table("t_${id}", sa.Column("id", sa.Integer, primary_key=True))`,
  downgrade: `op.drop_table("t_${id}")`,
});

// Alembic looks these up as words of its own, and the beginning of an id as the whole of another.
test.each<[string, readonly string[], PythonName]>([
  ['base', ['base', 'head', 'heads', 'current'], 'newest'],
  ['base', ['base', 'head', 'heads', 'current'], '1.8'],
  ['the beginnings of others', ['abcd', 'abcde', 'abc'], 'newest'],
])('Revisions called %s are each run alone (%s, %s)', async (_, ids, python) => {
  const chain = ids.map((id, at) => revision(id, ids[at - 1] ?? null));
  const declared = { python: testbed().python[python] };
  const result = await prove(server, { base: chain.slice(0, 1), added: chain.slice(1), declared });
  expect(roundTrip(result)).toMatchObject({ outcome: 'pass', differences: [] });
  const ran = proved(result).steps.map(({ revision: id, direction }) => [id, direction]);
  expect(ran.filter(([, direction]) => direction === 'upgrade').map(([id]) => id)).toEqual(ids.slice(1));
  expect(proved(result).steps[0]?.statements[0]?.sql).toContain(`t_${ids[1] ?? ''}`);
});
