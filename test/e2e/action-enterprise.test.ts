/** An enterprise server has its APIs below its own address: nothing is asked of any other host, and every link leads there. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGitHub, type FakeGitHub } from '../fakes/github/server.ts';
import { openShop } from '../fakes/shop.ts';
import { bot, comment, gate, land } from './shop.ts';

let fake: FakeGitHub;
let directory: string;
beforeEach(async () => {
  fake = await startGitHub('enterprise');
  directory = mkdtempSync(join(tmpdir(), 'hosts-'));
  writeFileSync(join(directory, 'hosts'), '');
  writeFileSync(join(directory, 'watch.mjs'), WATCH);
});
afterEach(async () => {
  rmSync(directory, { recursive: true });
  // Throws where a request went elsewhere than to /api/v3 and /api/graphql.
  await fake[Symbol.asyncDispose]();
});

/** Notes where each connection of the action goes. */
const WATCH = `
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  const [first] = args.flat();
  appendFileSync(process.env.HOSTS, JSON.stringify([first?.host ?? first?.path, Number(first?.port)]) + '\\n');
  return connect.apply(this, args);
};
`;

const watched = () => ({
  env: { NODE_OPTIONS: `--import=${join(directory, 'watch.mjs')}`, HOSTS: join(directory, 'hosts') },
});
const asked = (): Set<string> =>
  new Set(
    readFileSync(join(directory, 'hosts'), 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  );

test('gate, bot, command and refresh speak to the server that the runner names, and to no other', async () => {
  const { pull } = openShop(fake.world);
  const { run } = await gate(fake, pull, watched());
  const said = await bot(fake, pull, run, watched());
  const [sticky] = fake.world.comments;
  const [status] = fake.world.statuses.filter(({ context }) => context === 'alembic-gate/verdict');
  const page = `${fake.url}/acme/shop/pull/${pull.number}#issuecomment-${sticky?.id ?? ''}`;
  expect(said.outputs['comment-url']).toBe(page);
  expect(status).toMatchObject({ state: 'failure', url: page });

  await comment(fake, pull, 'alice', '/merge-heads', watched());
  await land(fake, fake.world.pull(pull.number) ?? pull, watched());
  const trunk = fake.world.statuses.filter(({ context }) => context === 'alembic-gate/base');
  expect(trunk.map(({ url }) => url)).toEqual([`${fake.url}/acme/shop/actions/runs/77`]);

  // Our own pages, which explain the rules, are the only ones elsewhere.
  const links = fake.world.comments
    .flatMap(({ body }) => body.match(/https?:\/\/[^\s)]+/g) ?? [])
    .filter((link) => !link.startsWith('https://github.com/alembic-gate/alembic-gate/blob/main/docs/rules/'));
  expect(links.filter((link) => !link.startsWith(`${fake.url}/`))).toEqual([]);
  const { hostname, port } = new URL(fake.url);
  expect(asked()).toEqual(new Set([JSON.stringify([hostname, Number(port)])]));
}, 180_000);
