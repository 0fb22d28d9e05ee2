/** Fails when a committed, generated file is not what its sources give: dist/, docs/rules/, schema/. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { rulePagesByPath, strayPages } from './docs.mjs';
import { schemasByPath } from './schemas.mjs';

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));

function files(directory) {
  return readdirSync(directory, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(directory, path)).isFile() && !path.includes('__pycache__'))
    .sort();
}

const bytes = (path) => {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
};

async function staleDist() {
  const fresh = mkdtempSync(join(tmpdir(), 'alembic-gate-dist-'));
  try {
    await build(fresh);
    return [...new Set([...files(fresh), ...files('dist')])].filter((path) => {
      const [made, committed] = [bytes(join(fresh, path)), bytes(join('dist', path))];
      return made === null || committed === null || !made.equals(committed);
    });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

const staleTexts = (texts) => Object.keys(texts).filter((path) => bytes(path)?.toString() !== texts[path]);

const pages = await rulePagesByPath();
const checks = [
  ['dist/', 'npm run build', await staleDist()],
  ['docs/rules/', 'npm run docs', [...staleTexts(pages), ...strayPages(pages)]],
  ['schema/', 'npm run docs', staleTexts(await schemasByPath())],
];
for (const [place, command, stale] of checks) {
  if (stale.length === 0) {
    console.log(`${place} is fresh`);
    continue;
  }
  console.error(
    `${place} is stale (${stale.slice(0, 5).join(', ')}): run \`${command}\` and commit ${place}`,
  );
  process.exitCode = 1;
}
