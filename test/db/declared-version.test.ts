/** On another version than production's nothing counts as proved with `profile: strict`, and elsewhere it is said. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { openTestServer } from '../server.ts';
import { findings, prove, proved, type ProveOptions } from './prove.ts';

let server: DatabaseServer;
beforeAll(async () => (server = await openTestServer('mariadb')));
afterAll(async () => server[Symbol.asyncDispose]());

const run = (version: string, profile: ProveOptions['profile']) =>
  prove(server, {
    base: [],
    added: [
      {
        id: 'new',
        down: null,
        upgrade: 'op.create_table("case", sa.Column("id", sa.Integer, primary_key=True))',
        downgrade: 'op.drop_table("case")',
      },
    ],
    production: { version },
    ...(profile === undefined ? {} : { profile }),
  });

test('strict: nothing is proved on another version', async () => {
  expect(await run('11.4', 'strict')).toEqual({
    kind: 'not-evaluated',
    reason: expect.stringMatching(
      /^The proof ran on MariaDB 10\.11\.\S+, while production is declared to be 11\.4: .* Give the gate a server of that version/,
    ),
  });
});

test('strict: its twin on the declared one is', async () => {
  const result = await run('10.11', 'strict');
  expect(proved(result)).toMatchObject({ declaredVersion: '10.11', steps: [{ outcome: 'pass' }, {}, {}] });
  expect(findings(result)).toEqual([]);
});

test('elsewhere it is a warning', async () => {
  const result = await run('11.4', 'recommended');
  expect(findings(result)).toMatchObject([{ rule: 'no-other-server-version', severity: 'warning' }]);
});
