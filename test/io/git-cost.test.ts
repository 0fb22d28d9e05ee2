import { expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRepository } from '../../src/io/git/open.ts';
import { sandbox } from './git-sandbox.ts';

test('a check of the working tree against the base costs thirteen short processes', async () => {
  using box = sandbox();
  const origin = box.repo('origin');
  origin.commit('first', { 'versions/a.py': '1' });
  const repo = box.repo('clone', origin.path);
  repo.write('versions/b.py', '2');
  const commands: string[] = [];
  {
    await using repository = await openRepository(repo.path, {
      onProcess: ([command = '']) => commands.push(command),
    });
    const [base, work] = await Promise.all([repository.defaultBase(), repository.workingTree()]);
    const merge = await repository.merge(base?.sha ?? '', work.commitLike);
    const trees = [await repository.tree(base?.sha ?? ''), merge.tree, work.tree];
    for (const tree of trees) await tree.read([...tree.entries.keys()]);
  }
  expect(commands.sort().join(' ')).toBe(
    'add cat-file commit-tree config for-each-ref ls-tree ls-tree merge-tree rev-parse rev-parse rev-parse version write-tree',
  );
});

/** Opens a repository in a process of its own, which then ends as `ending` says; what it leaves in its TMPDIR. */
async function leftBehind(
  ending: string,
  signal?: NodeJS.Signals,
): Promise<{ code: unknown; left: readonly string[] }> {
  using box = sandbox();
  const repo = box.repo('repo');
  repo.commit('first', { a: '1' });
  const temporary = join(box.path, 'tmp');
  mkdirSync(temporary);
  const source = join(box.path, 'child.ts');
  writeFileSync(
    source,
    `import { openRepository } from ${JSON.stringify(join(process.cwd(), 'src/io/git/open.ts'))};
     const repository = await openRepository(${JSON.stringify(repo.path)});
     await (await repository.workingTree()).tree.read(['a']);
     ${ending}`,
  );
  const target = join(box.path, 'child.mjs');
  // As a program of its own: inside jest's realm the bundler does not know its own regular expressions.
  const bundler = join(process.cwd(), 'node_modules/rolldown/bin/cli.mjs');
  execFileSync(process.execPath, [bundler, source, '--platform', 'node', '--file', target], {
    stdio: 'ignore',
  });
  const child = spawn(process.execPath, [target], {
    env: { PATH: process.env['PATH'], TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child.stdout.once('data', () => {
    expect(readdirSync(temporary)).toHaveLength(1);
    if (signal !== undefined) child.kill(signal);
  });
  const code = await new Promise((resolve) => child.on('close', (status, by) => resolve(by ?? status)));
  return { code, left: readdirSync(temporary) };
}

const WAIT = "console.log('ready'); setInterval(() => undefined, 1000);";

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s removes what is ours and still ends the process',
  async (signal) => {
    expect(await leftBehind(WAIT, signal)).toEqual({ code: signal, left: [] });
  },
);

test('an exit and a crash in the middle of work leave nothing behind', async () => {
  expect(await leftBehind("console.log('ready'); process.exit(3);")).toEqual({ code: 3, left: [] });
  expect(await leftBehind("console.log('ready'); throw new Error('crash');")).toEqual({ code: 1, left: [] });
});
