/** What Alembic itself says of a commit. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../fakes/github/world.ts';
import { testbed } from '../testbed.ts';

/** The heads of the shop at a commit or ref, in Alembic's order. */
export function headsAt({ git }: World, commit: string): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'heads-'));
  try {
    const archive = execFileSync('git', ['-C', git.path, 'archive', commit]);
    execFileSync('tar', ['-x', '-C', directory], { input: archive });
    const printed = execFileSync(testbed().python.newest, ['-m', 'alembic', 'heads'], {
      cwd: directory,
      encoding: 'utf8',
    });
    return printed
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0] ?? '');
  } finally {
    rmSync(directory, { recursive: true });
  }
}
