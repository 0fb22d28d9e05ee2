import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DeclaredEnvironment, Environment } from '../../src/config/environment.ts';
import { findInterpreter } from '../../src/io/python/interpreter.ts';

let checkout: string;
let outside: string;
const before = { ...process.env };
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'agt-checkout-'));
  outside = mkdtempSync(join(tmpdir(), 'agt-outside-'));
  delete process.env['VIRTUAL_ENV'];
  delete process.env['UV_PROJECT_ENVIRONMENT'];
});
afterEach(() => {
  process.env = { ...before };
  for (const directory of [checkout, outside]) rmSync(directory, { recursive: true, force: true });
});

function program(directory: string, path: string, text = '#!/bin/sh\n'): string {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: 0o755 });
  return file;
}

const found = (declared: DeclaredEnvironment | null = null) =>
  // Only these two are looked at.
  findInterpreter({ workingDirectory: 'backend', declared } as Environment, checkout);

describe('The project’s Python', () => {
  test('is the configured one, by path or by name', async () => {
    program(checkout, '.venv/bin/python');
    const own = program(checkout, 'tools/python');
    process.env['PATH'] = outside;
    const named = program(outside, 'python3.12');
    expect(await found({ python: 'tools/python' })).toEqual({
      kind: 'found',
      path: own,
      because: 'configured',
    });
    expect(await found({ python: 'python3.12' })).toEqual({
      kind: 'found',
      path: named,
      because: 'configured',
    });
  });

  test('is no other where the configured one is missing', async () => {
    program(checkout, '.venv/bin/python');
    expect(await found({ python: 'tools/python' })).toEqual({
      kind: 'none',
      looked: '`python: tools/python` names no program',
    });
  });

  test('is the nearest of all, in this order', async () => {
    const places: readonly (readonly [string, () => string])[] = [
      ['PATH', () => ((process.env['PATH'] = outside), program(outside, 'python3'))],
      [
        "poetry's environment",
        () => {
          const python = program(outside, 'cache/shop/bin/python');
          writeFileSync(join(checkout, 'poetry.lock'), '');
          program(outside, 'poetry', `#!/bin/sh\n[ -z "$INPUT_TOKEN" ] && echo '${python}'\n`);
          process.env['PATH'] = `${outside}:/bin:/usr/bin`;
          process.env['INPUT_TOKEN'] = 'secret';
          return python;
        },
      ],
      ['env of the repository', () => program(checkout, 'env/bin/python')],
      ['venv of the repository', () => program(checkout, 'venv/bin/python')],
      ['.venv of the repository', () => program(checkout, '.venv/bin/python')],
      ['.venv of the repository', () => program(checkout, 'backend/.venv/bin/python')],
      [
        'UV_PROJECT_ENVIRONMENT',
        () => ((process.env['UV_PROJECT_ENVIRONMENT'] = '.uv'), program(checkout, '.uv/bin/python')),
      ],
      [
        'VIRTUAL_ENV',
        () => ((process.env['VIRTUAL_ENV'] = join(outside, 'active')), program(outside, 'active/bin/python')),
      ],
    ];
    for (const [because, make] of places) {
      const path = make();
      expect(await found()).toEqual({ kind: 'found', path, because });
    }
  });

  test('is missing where there is none', async () => {
    process.env['PATH'] = outside;
    expect(await found()).toMatchObject({ kind: 'none' });
  });
});
