import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Our own sources below a directory, by path from the repository's top. */
const sources = (directory: string): readonly string[] =>
  (readdirSync(join(ROOT, directory), { recursive: true }) as string[])
    .filter((path) => /\.(ts|mjs|py)$/.test(path) && !/(^|\/)(fixtures|demo\/project)\//.test(path))
    .map((path) => `${directory}/${path}`)
    .sort();

/** `path: how` for each file that breaks a law; `law` gives null for one that keeps it. */
const offenders = (paths: readonly string[], law: (content: string) => string | null): readonly string[] =>
  paths
    .map((path) => ({ path, how: law(text(path)) }))
    .filter(({ how }) => how !== null)
    .map(({ path, how }) => `${path}: ${how ?? ''}`);

describe('the import law', () => {
  test('is kept by every file', () => {
    const depcruise = join(ROOT, 'node_modules/.bin/depcruise');
    const { stdout } = spawnSync(process.execPath, [depcruise, 'src', 'test', '--output-type', 'err'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stdout).toContain('no dependency violations found');
  }, 120_000);

  test('tells the offender of each rule what to do instead', async () => {
    const { default: law } = (await import(join(ROOT, '.dependency-cruiser.mjs'))) as {
      default: { forbidden: readonly { name: string; severity: string; comment: string }[] };
    };
    for (const { severity, comment } of law.forbidden) {
      expect(severity).toBe('error');
      expect(comment.length).toBeGreaterThan(40);
    }
  });
});

test('no source file is longer than 250 lines', () => {
  const long = offenders(sources('src'), (content) => {
    const lines = content.split('\n').length - 1;
    return lines > 250 ? `${String(lines)} lines: find the second thought in it and give that a file` : null;
  });
  expect(long).toEqual([]);
});

test('every file but a test says its one purpose on top', () => {
  const paths = ['src', 'scripts', 'test'].flatMap(sources).filter((path) => !path.endsWith('.test.ts'));
  const silent = offenders(paths, (content) =>
    /^(#!.*\n)?(\/\*\*|"""|#)/.test(content) || content.trim() === '' ? null : 'begins without a comment',
  );
  expect(silent).toEqual([]);
});

test('no drawer, no manager: a file’s name says what is in it', () => {
  const vague = ['src', 'scripts', 'test']
    .flatMap(sources)
    .filter((path) => /(^|\/)(utils?|helpers?|common|manager|misc)[./]/.test(path));
  expect(vague).toEqual([]);
});

test('no test is skipped, focused or mocks a module of ours', () => {
  const tests = sources('test').filter((path) => path.endsWith('.test.ts') && !path.endsWith('laws.test.ts'));
  const tricks = offenders(
    tests,
    (content) =>
      /\b(?:test|describe|it)\.(?:skip|only|todo)\b|\bjest\.(?:mock|unstable_mockModule)\b/.exec(
        content,
      )?.[0] ?? null,
  );
  expect(tricks).toEqual([]);
});

test('every relative link in the documents leads somewhere', () => {
  const documents = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'docs/install.md',
    'docs/configuration.md',
    'docs/proofs.md',
  ];
  const dead = documents.flatMap((document) =>
    [...text(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(ROOT, dirname(document), target)))
      .map((target) => `${document}: ${target}`),
  );
  expect(dead).toEqual([]);
});

test('ARCHITECTURE.md has every folder of the flow', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const missing = folders
    .map(({ name }) => name)
    .filter((name) => !text('ARCHITECTURE.md').includes(`| \`${name}\` |`));
  expect(missing).toEqual([]);
});
