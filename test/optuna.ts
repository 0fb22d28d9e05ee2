/** Optuna's source package with what it imports beside Alembic, for tests that run its migrations. */
import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { testbed } from './testbed.ts';

const NEEDS = fileURLToPath(new URL('../.cache/testbed/python/optuna-needs', import.meta.url));
const PACKAGES = ['numpy', 'colorlog', 'packaging', 'tqdm', 'PyYAML'];

/** `needs` is a directory for PYTHONPATH, installed once beside the testbed's interpreters. */
export function optuna(): { readonly directory: string; readonly needs: string } {
  if (!existsSync(NEEDS)) {
    const incoming = `${NEEDS}.${process.pid}`;
    execFileSync(testbed().python.newest, ['-m', 'pip', 'install', '-q', '--target', incoming, ...PACKAGES]);
    // Another worker may have been first.
    if (existsSync(NEEDS)) rmSync(incoming, { recursive: true });
    else renameSync(incoming, NEEDS);
  }
  return { directory: testbed().packages['optuna'] ?? '', needs: NEEDS };
}
