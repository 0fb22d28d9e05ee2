/** `carry:` and `setup:`: what a tree is made before its code runs. */
import { describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeclaredEnvironment } from '../../src/config/environment.ts';
import { prepare } from '../../src/flows/prepare.ts';
import { carry } from '../../src/io/carry.ts';
import { commandRunner } from '../../src/io/python/command.ts';
import { testWatch } from '../server.ts';
import { testbed } from '../testbed.ts';
import { DRIVER } from './prove.ts';
import { ELSEWHERE, writeProject } from './project.ts';

async function prepared(
  declared: DeclaredEnvironment,
  { inPlace = false, limitMs = 30_000 }: { readonly inPlace?: boolean; readonly limitMs?: number } = {},
): Promise<string> {
  const files = {
    '.env.test': 'KEY=1',
    'connect.py': `import sqlalchemy\nsqlalchemy.create_engine("${ELSEWHERE}").connect()`,
  };
  await using project = await writeProject({
    revisions: [],
    files,
    declared: { python: testbed().python.newest, ...declared },
  });
  const { directory: checkout, environment } = project;
  const directory = inPlace ? checkout : await mkdtemp(join(tmpdir(), 'alembic-gate-tree-'));
  try {
    await writeFile(join(directory, 'connect.py'), files['connect.py']);
    const ports = { runCommand: commandRunner(testWatch(), DRIVER), carry };
    await prepare({ environment, checkout, directory, limitMs }, ports);
    return await readFile(join(directory, 'made'), 'utf8');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

describe('A tree', () => {
  test('has what is carried when it is set up, in its own directory', async () => {
    expect(await prepared({ carry: ['.env.test'], setup: 'cp .env.test made' })).toBe('KEY=1');
  });

  test('that is the checkout itself is set up as well', async () => {
    expect(await prepared({ carry: ['.env.test'], setup: 'cp .env.test made' }, { inPlace: true })).toBe(
      'KEY=1',
    );
  });

  test.each<[string, DeclaredEnvironment, RegExp]>([
    [
      'fails',
      { setup: 'echo no compiler; exit 4' },
      /^`setup: echo no compiler; exit 4` ends with exit code 4: no compiler\.$/,
    ],
    [
      'does not end',
      { setup: 'sleep 63' },
      /^`setup: sleep 63` does not end within its limit \(`timeouts: \{step: …\}`\)\.$/,
    ],
    [
      'wants a database',
      { setup: 'python connect.py' },
      /^`setup: python connect\.py` ends with exit code 1: ConnectionError: the gate does not answer: this command prepares files and gets no database\.$/,
    ],
    [
      'lacks a carried file',
      { carry: ['gone'], setup: 'true' },
      /^The checkout has no gone, which `carry:` names/,
    ],
  ])('is refused where setup %s', async (_, declared, sentence) => {
    const limitMs = sentence.source.includes('does not end') ? 1000 : 30_000;
    await expect(prepared(declared, { limitMs })).rejects.toThrow(sentence);
  });
});
