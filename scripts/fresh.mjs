/** Fails when a committed, generated file is not what its sources give: dist/. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

function files(directory) {
  return readdirSync(directory, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(directory, path)).isFile() && !path.includes('__pycache__'))
    .sort();
}

const fresh = mkdtempSync(join(tmpdir(), 'alembic-gate-dist-'));
try {
  await build(fresh);
  const committed = join(root, 'dist');
  const stale = [...new Set([...files(fresh), ...files(committed)])].filter((path) => {
    try {
      return !readFileSync(join(fresh, path)).equals(readFileSync(join(committed, path)));
    } catch {
      return true;
    }
  });
  if (stale.length > 0) {
    console.error(
      `dist/ is stale (${stale.slice(0, 5).join(', ')}): run \`npm run build\` and commit ${relative(root, committed)}/.`,
    );
    process.exitCode = 1;
  } else console.log('dist/ is fresh');
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
