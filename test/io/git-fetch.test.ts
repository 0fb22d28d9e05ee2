import { describe, expect, test } from '@jest/globals';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRepository } from '../../src/io/git/open.ts';
import { digest, sandbox, type Repo, type Sandbox } from './git-sandbox.ts';

interface Forked {
  readonly origin: Repo;
  /** The common ancestor, three commits below `main`. */
  readonly base: string;
  readonly main: string;
  readonly side: string;
}

/** A remote whose `main` and `side` grew apart, deep enough to be cut off by a shallow clone. */
function forked(box: Sandbox): Forked {
  const origin = box.repo('origin');
  origin.git('config', 'uploadpack.allowFilter', 'true');
  origin.commit('root', { 'versions/a.py': 'a', text: '1\n2\n3\n4\n5\n' });
  origin.git('tag', 'v1');
  const base = origin.commit('base', { 'versions/b.py': 'b' });
  origin.git('branch', 'side');
  for (const n of ['one', 'two']) origin.commit(n, { text: `${n}\n2\n3\n4\n5\n` });
  const main = origin.commit('main', { 'versions/m.py': 'm' });
  origin.git('checkout', '-q', 'side');
  for (const n of ['s1', 's2']) origin.commit(n, { text: `1\n2\n3\n4\n${n}\n` });
  const side = origin.commit('side', { 'versions/s.py': 's' });
  origin.git('checkout', '-q', 'main');
  return { origin, base, main, side };
}

const PATHS = ['text', 'versions/a.py', 'versions/b.py', 'versions/m.py', 'versions/s.py'];

describe('a clone that lacks something is completed outside of it', () => {
  test.each([
    ['shallow', ['--depth=1', '--no-single-branch']],
    ['shallow, with a local commit on top', ['--depth=1', '--no-single-branch']],
    ['without contents', ['--filter=blob:none', '--no-checkout']],
    ['without trees', ['--filter=tree:0', '--no-checkout']],
    [
      'shallow and without contents',
      ['--depth=1', '--no-single-branch', '--filter=blob:none', '--no-checkout'],
    ],
  ])('%s: merge base, merge and contents are those of a full clone', async (kind, args) => {
    using box = sandbox();
    const { origin, base, main, side } = forked(box);
    const clone = box.repo('clone', ...args, `file://${origin.path}`);
    let head = side;
    if (kind.includes('local commit')) {
      clone.git('checkout', '-q', '-b', 'work', side);
      head = clone.commit('local', { 'versions/local.py': 'l' });
    }
    const before = digest(clone.path);
    await using repository = await openRepository(clone.path);
    expect(await repository.mergeBase(main, head)).toBe(base);
    const merge = await repository.merge(main, head);
    expect(merge.conflicts).toEqual([]);
    const contents = await merge.tree.read(PATHS);
    expect(PATHS.map((path) => Buffer.from(contents.get(path) ?? []).toString())).toEqual([
      'two\n2\n3\n4\ns2\n',
      'a',
      'b',
      'm',
      's',
    ]);
    expect(digest(clone.path)).toBe(before);
  });

  test('contents are fetched in one batch', async () => {
    using box = sandbox();
    const { origin } = forked(box);
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`versions/${n}.py`, `file ${n}`]));
    const sha = origin.commit('many', files);
    const clone = box.repo('clone', '--filter=blob:none', '--no-checkout', `file://${origin.path}`);
    const commands: string[] = [];
    await using repository = await openRepository(clone.path, {
      onProcess: (args) => commands.push(args[0] ?? ''),
    });
    const contents = await (await repository.tree(sha)).read(Object.keys(files));
    expect([...contents].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual(
      Object.entries(files),
    );
    expect(commands.filter((command) => command === 'fetch')).toHaveLength(1);
  });

  test('tags that a shallow clone lacks are known after it, and do not pass for its branches', async () => {
    using box = sandbox();
    const { origin, main, side } = forked(box);
    const clone = box.repo('clone', '--depth=1', '--no-tags', '--no-single-branch', `file://${origin.path}`);
    await using repository = await openRepository(clone.path);
    expect(await repository.tagsWithPath('versions/a.py')).toEqual([]);
    origin.git('tag', 'main', 'v1');
    await repository.mergeBase(main, side);
    expect(await repository.tagsWithPath('versions/a.py')).toEqual(['main', 'v1']);
    expect((await repository.resolve('main')).sha).toBe(main);
  });

  test('tags are looked into where even trees are missing', async () => {
    using box = sandbox();
    const { origin } = forked(box);
    const clone = box.repo('clone', '--filter=tree:0', '--no-checkout', `file://${origin.path}`);
    await using repository = await openRepository(clone.path);
    expect(await repository.tagsWithPath('versions/a.py')).toEqual(['v1']);
    expect(await repository.tagsWithPath('versions/b.py')).toEqual([]);
  });

  test('one sentence says what to do where the remote is gone, silent about it or shallow itself', async () => {
    using box = sandbox();
    const { origin, main, side } = forked(box);
    const clone = box.repo('clone', '--depth=1', '--no-single-branch', `file://${origin.path}`);
    const copy = box.repo('copy', '--no-local', clone.path);
    copy.git('fetch', '-q', clone.path, `+${side}:refs/heads/side`);
    const cure =
      'Fetch the whole history first: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout.';
    const complaint = async (repo: Repo): Promise<unknown> => {
      await using repository = await openRepository(repo.path);
      return await repository.merge(main, side).catch((error: unknown) => (error as Error).message);
    };
    expect(await complaint(copy)).toMatch(/^The clone is shallow/);
    rmSync(origin.path, { recursive: true });
    expect(await complaint(clone)).toMatch(
      new RegExp(
        `^The clone is shallow and could not be completed\\. Fetching from file://${origin.path} failed: .*${origin.path}.*\\. `,
      ),
    );
    expect(await complaint(clone)).toContain(cure);
    clone.git('remote', 'remove', 'origin');
    expect(await complaint(clone)).toBe(
      `The clone is shallow and has no remote to complete it from. ${cure}`,
    );
  });
});

describe('fetching', () => {
  test('brings a branch up to date for this run only, and dates it', async () => {
    using box = sandbox();
    const { origin, main } = forked(box);
    const clone = box.repo('clone', origin.path);
    const newer = origin.commit('newer', { 'versions/n.py': 'n' });
    const before = digest(clone.path);
    await using repository = await openRepository(clone.path);
    expect(await repository.defaultBase()).toEqual({ ref: 'origin/main', sha: main });
    await repository.fetch('origin/main');
    expect(await repository.defaultBase()).toEqual({ ref: 'origin/main', sha: newer });
    expect((await repository.resolve('origin/main~1')).sha).toBe(main);
    expect((await repository.resolve('main')).sha).toBe(main);
    const fetchedAt = await repository.fetchedAt('origin/main');
    expect(Date.now() - (fetchedAt?.getTime() ?? 0)).toBeLessThan(60_000);
    expect(digest(clone.path)).toBe(before);
  });

  test('knows pull request refs, commit ids and relative remotes', async () => {
    using box = sandbox();
    const { origin, side } = forked(box);
    const clone = box.repo('clone', '--single-branch', origin.path);
    clone.git('remote', 'set-url', 'origin', '../origin');
    origin.git('update-ref', 'refs/pull/7/head', side);
    const hidden = origin.commit('hidden', { h: '1' });
    await using repository = await openRepository(clone.path);
    await expect(repository.resolve('refs/pull/7/head')).rejects.toThrow('refs/pull/7/head is not a commit');
    await repository.fetch('refs/pull/7/head');
    await repository.fetch(hidden);
    expect((await repository.resolve('refs/pull/7/head')).sha).toBe(side);
    expect((await repository.resolve(hidden)).sha).toBe(hidden);
  });

  test('refuses odd names, unknown branches and repositories without a remote in one sentence', async () => {
    using box = sandbox();
    const { origin } = forked(box);
    const clone = box.repo('clone', origin.path);
    await using repository = await openRepository(clone.path);
    await expect(repository.fetch('--upload-pack=x')).rejects.toThrow('"--upload-pack=x" cannot be fetched');
    await expect(repository.fetch('a:b')).rejects.toThrow('"a:b" cannot be fetched');
    await expect(repository.fetch('origin/nope')).rejects.toThrow(
      `Fetching from ${origin.path} failed: couldn't find remote ref refs/heads/nope`,
    );
    await using lonely = await openRepository(origin.path);
    await expect(lonely.fetch('main')).rejects.toThrow(
      'main cannot be fetched: the repository has no remote.',
    );
  });

  test('dates a remote-tracking branch by the last fetch that asked for it', async () => {
    using box = sandbox();
    const { origin } = forked(box);
    const clone = box.repo('clone', origin.path);
    const hour = 3600;
    const at = (path: string, ago: number): void => {
      const time = Math.floor(Date.now() / 1000) - ago * hour;
      utimesSync(join(clone.path, '.git', path), time, time);
    };
    await using repository = await openRepository(clone.path);
    const age = async (ref: string): Promise<number | null> => {
      const date = await repository.fetchedAt(ref);
      return date === null ? null : Math.round((Date.now() - date.getTime()) / 1000 / hour);
    };
    at('logs/refs/remotes/origin/HEAD', 9);
    expect(await age('origin/main')).toBe(9);
    clone.git('fetch', '-q', 'origin', 'main');
    at('FETCH_HEAD', 3);
    if (existsSync(join(clone.path, '.git/logs/refs/remotes/origin/main')))
      at('logs/refs/remotes/origin/main', 5);
    expect([await age('origin/main'), await age('origin/HEAD'), await age('origin/side')]).toEqual([3, 3, 9]);
    expect([await age('main'), await age('nope')]).toEqual([null, null]);
  });
});

describe('credentials', () => {
  /** What a server that wants a login hears from a fetch. */
  async function heard(
    repo: Repo,
    credential?: { server: string; token: string },
  ): Promise<readonly IncomingHttpHeaders[]> {
    const requests: IncomingHttpHeaders[] = [];
    const server = createServer((request, response) => {
      requests.push(request.headers);
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    repo.git('remote', 'set-url', 'origin', `http://ada:secret@${url.slice('http://'.length)}/repo.git`);
    if (credential === undefined) repo.git('config', `http.${url}/.extraheader`, 'X-Persisted: yes');
    const argv: string[] = [];
    try {
      await using repository = await openRepository(repo.path, {
        env: { PATH: process.env['PATH'], HOME: repo.path },
        onProcess: (args) => argv.push(...args),
        ...(credential === undefined ? {} : { credential: { ...credential, server: url } }),
      });
      await expect(repository.fetch('main')).rejects.toThrow(
        /^Fetching from http:\/\/127\.0\.0\.1:\d+\/repo\.git failed: /,
      );
      await expect(repository.fetch('main')).rejects.not.toThrow(/secret|t0ken/);
    } finally {
      server.close();
    }
    expect(argv.join(' ')).not.toMatch(/secret|t0ken/);
    return requests;
  }

  test('that actions/checkout persisted in the clone are used, a token given takes their place', async () => {
    using box = sandbox();
    const { origin } = forked(box);
    const clone = box.repo('clone', origin.path);
    const [persisted] = await heard(clone);
    expect(persisted?.['x-persisted']).toBe('yes');
    const [given] = await heard(clone, { server: '', token: 't0ken' });
    expect(given?.authorization).toBe(`basic ${Buffer.from('x-access-token:t0ken').toString('base64')}`);
  });
});

test('commands hidden in a remote are not run', async () => {
  using box = sandbox();
  const { origin } = forked(box);
  const clone = box.repo('clone', origin.path);
  clone.git('remote', 'set-url', 'origin', `ext::sh -c touch% ${box.path}/sprung`);
  writeFileSync(join(box.path, '.gitconfig'), '[protocol "ext"]\n\tallow = always\n');
  await using repository = await openRepository(clone.path, {
    env: { PATH: process.env['PATH'], HOME: box.path },
  });
  await expect(repository.fetch('origin/main')).rejects.toThrow("transport 'ext' not allowed");
  expect(existsSync(join(box.path, 'sprung'))).toBe(false);
});
