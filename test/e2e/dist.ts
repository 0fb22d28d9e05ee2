/** The program under test: `dist/` as `npm run build` makes it from the sources that are here now. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A directory of its own per state of the sources: no test sees a stale build, and none a half-written one. That the
 * committed `dist/` is this build byte for byte is checked by `npm run check`.
 */
export function builtDist(): string {
  const target = join(ROOT, '.cache/test-programs', `dist-${sourcesDigest()}`);
  if (existsSync(target)) return target;
  mkdirSync(dirname(target), { recursive: true });
  prune(dirname(target));
  const incoming = `${target}.${process.pid}`;
  execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), incoming], { cwd: ROOT });
  try {
    renameSync(incoming, target);
  } catch (error) {
    rmSync(incoming, { recursive: true, force: true });
    // Another worker was first.
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** Builds of earlier states; a young one may be in use by another run of the tests. */
function prune(directory: string): void {
  const old = Date.now() - 3_600_000;
  for (const name of readdirSync(directory).filter((entry) => entry.startsWith('dist-'))) {
    const path = join(directory, name);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? old) < old)
      rmSync(path, { recursive: true, force: true });
  }
}

function sourcesDigest(): string {
  const hash = createHash('sha256');
  const files = (readdirSync(join(ROOT, 'src'), { recursive: true }) as string[])
    .filter((path) => !path.includes('__pycache__'))
    .map((path) => `src/${path}`);
  const templates = ['docs/workflows/gate.yml', 'docs/workflows/bot.yml'];
  for (const file of [
    'package.json',
    'package-lock.json',
    'scripts/build.mjs',
    ...templates,
    ...files.sort(),
  ]) {
    const path = join(ROOT, file);
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}
