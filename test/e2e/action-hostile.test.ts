/** A pull request that speaks to the runner and to GitHub in everything it controls: neither hears it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { dirname } from 'node:path';
import { startGitHub, type FakeGitHub } from '../fakes/github/server.ts';
import { openShop } from '../fakes/shop.ts';
import { active, nodesOf } from '../report/hostile.ts';
import { testbed } from '../testbed.ts';
import { bot, comment, gate } from './shop.ts';

let fake: FakeGitHub;
beforeEach(async () => {
  fake = await startGitHub();
});
afterEach(async () => {
  await fake[Symbol.asyncDispose]();
});

const SHOUT = '::stop-commands::pwned';
const HTML = '<img src=x onerror=pwned> @octocat closes #1 https://evil.example';

/** Its file name, message, id, output and errors are addressed to somebody else. */
const REVISION = `"""${HTML}
${SHOUT}
##[add-mask]pwned

Revision ID: c##[pwned]<b>
Revises: bbbbbbbbbbbb

"""
import os
import sys

print('${SHOUT}')
revision = 'c##[pwned]<b>'
down_revision = 'bbbbbbbbbbbb'
branch_labels = None
depends_on = None


def upgrade():
    print('${SHOUT}', flush=True)
    print('${SHOUT}', file=sys.stderr, flush=True)
    for descriptor in (1, 2):
        os.write(descriptor, b'\\n${SHOUT}\\n##[add-path]/pwned\\n')
    for name in ('GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY', 'INPUT_TOKEN'):
        assert name not in os.environ, name
    raise RuntimeError('\\n${SHOUT}\\r${SHOUT}\\n${HTML}')


def downgrade():
    pass
`;

/** What the runner would obey: `::name` at a line's start, `##[name]` anywhere. */
const obeyed = (log: string): readonly string[] =>
  log.split(/\r\n|\n|\r/).filter((line) => /^\s*::[a-z-]+/i.test(line) || line.includes('##['));
const OURS = /^::(error|warning|notice)( (title|file|line|endLine|col)=[^:]*)?::/;

/** Links, HTML and mentions in a comment that are none of the gate's. */
const foreign = (body: string): readonly string[] =>
  nodesOf(body).flatMap((node) => {
    if ('url' in node) return node.url.startsWith('https://github.com/alembic-gate/') ? [] : [node.url];
    if (node.type === 'html') return /pwned|<img/.test(node.value) ? [node.value] : [];
    return node.type === 'text' && !/^[a-z]+(-[a-z]+)+$/.test(node.value) && active(node.value)
      ? [node.value]
      : [];
  });

test('nothing of a pull request is a command to the runner, a mention, a link or HTML', async () => {
  const { main } = openShop(fake.world);
  const path = `migrations/versions/c_@octocat <img src=x> #1 ::pwned.py`;
  const pull = fake.world.openPull({
    number: 9,
    author: 'mallory',
    base: 'main',
    branch: 'a@octocat/#1<b>',
    head: fake.world.git.commit(main, { [path]: REVISION }, `${SHOUT}\n\n${HTML}`),
  });
  const gated = await gate(fake, pull, {
    inputs: { database: 'local', engine: 'mysql' },
    path: [dirname(testbed().mysqld), dirname(testbed().python.newest)].join(':'),
  });
  expect(gated.code).toBe(1);
  // It did run, and it did raise.
  expect(JSON.stringify(gated.report)).toContain('RuntimeError');
  expect(obeyed(gated.log)).not.toEqual([]);
  expect(obeyed(gated.log).filter((line) => !OURS.test(line))).toEqual([]);
  expect(foreign(gated.summary)).toEqual([]);

  const told = await bot(fake, pull, gated.run);
  const asked = await comment(fake, pull, 'alice', `/recheck-migrations`);
  for (const { log, code } of [told, asked]) {
    expect({ code, lines: obeyed(log).filter((line) => !OURS.test(line)) }).toEqual({ code: 0, lines: [] });
  }
  const bodies = fake.world.comments.filter(({ bot: ours }) => ours).map(({ body }) => body);
  expect(bodies.join()).toContain('pwned');
  expect(bodies.flatMap(foreign)).toEqual([]);
  expect(fake.world.statuses.at(-1)).toMatchObject({ sha: pull.head, state: 'failure' });
}, 120_000);
