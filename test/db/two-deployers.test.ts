/** A deploy command that comes to no good end by itself proves nothing about two of them. */
import { expect, test } from '@jest/globals';
import { openTestServer } from '../server.ts';
import { findings, prove, sectionOf } from './prove.ts';

test('Two deployers are not evaluated where one alone comes to no end', async () => {
  await using server = await openTestServer('mariadb');
  const result = await prove(server, {
    base: [
      {
        id: 'root',
        down: null,
        upgrade: 'op.create_table("case", sa.Column("id", sa.Integer, primary_key=True))',
      },
    ],
    added: [
      {
        id: 'new',
        down: 'root',
        upgrade: 'op.add_column("case", sa.Column("flag", sa.Integer))',
        downgrade: 'op.drop_column("case", "flag")',
      },
    ],
    files: { 'deploy.py': 'raise SystemExit("no plan")' },
    proofs: { order: false, 'two-deployers': { command: 'python deploy.py' } },
  });
  expect(sectionOf(result, 'two-deployers')).toMatchObject({
    outcome: 'not-evaluated',
    reason: 'on the base `python deploy.py` ends with exit code 1: no plan',
  });
  expect(findings(result)).toEqual([]);
});
