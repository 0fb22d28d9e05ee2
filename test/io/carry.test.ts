import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carry } from '../../src/io/carry.ts';

let place: string;
let from: string;
let to: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'alembic-gate-carry-'));
  [from, to] = [join(place, 'checkout'), join(place, 'tree')];
  for (const path of [
    'outside/secret',
    'checkout/.env',
    'checkout/conf/local.py',
    'checkout/conf/base.py',
    'tree/conf/base.py',
  ]) {
    await mkdir(join(place, path, '..'), { recursive: true });
    await writeFile(join(place, path), path);
  }
});
afterEach(() => rm(place, { recursive: true, force: true }));

describe('Carried files', () => {
  test('stand beside the tree, files and directories, and tracked ones stay', async () => {
    await carry(['.env', 'conf'], from, to);
    const read = (path: string) => readFile(join(to, path), 'utf8');
    expect(await Promise.all(['.env', 'conf/local.py', 'conf/base.py'].map(read))).toEqual([
      'checkout/.env',
      'checkout/conf/local.py',
      'tree/conf/base.py',
    ]);
  });

  test.each([
    ['../outside/secret', /outside of the repository/],
    ['conf/../../outside/secret', /outside of the repository/],
    ['/etc/passwd', /outside of the repository/],
    ['nothing.env', /^The checkout has no nothing\.env, which `carry:` names: make it/],
  ])('are refused: %s', async (path, sentence) => {
    await expect(carry([path], from, to)).rejects.toThrow(sentence);
  });

  test('do not follow a link out of the checkout, nor one of the tree', async () => {
    await symlink(join(place, 'outside'), join(from, 'linked'));
    await expect(carry(['linked/secret'], from, to)).rejects.toThrow(/leads out of the repository/);
    await rm(join(to, 'conf'), { recursive: true });
    await symlink(join(place, 'outside'), join(to, 'conf'));
    await expect(carry(['conf/local.py'], from, to)).rejects.toThrow(/nothing is written there/);
    await expect(readFile(join(place, 'outside/local.py'), 'utf8')).rejects.toThrow();
  });
});
