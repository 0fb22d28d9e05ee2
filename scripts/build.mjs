/**
 * Builds dist/ from src/: one ESM chunk per entry and per lazily loaded part, not minified so that a diff can be
 * reviewed, with the licences of everything bundled. The same sources give the same bytes.
 */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const ENTRIES = { index: 'src/entry/action.ts', cli: 'src/entry/cli.ts', watchdog: 'src/entry/watchdog.ts' };

/** The package directory a bundled module came from, or null for our own files. */
function packageOf(moduleId) {
  const parts = moduleId.split(sep);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return null;
  const depth = parts[at + 1].startsWith('@') ? 2 : 1;
  return parts.slice(0, at + 1 + depth).join(sep);
}

function licenceText(directory) {
  const { name, version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  const file = readdirSync(directory).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file
    ? readFileSync(join(directory, file), 'utf8').replace(/\r\n/g, '\n').trim()
    : '(no licence file in the package)';
  return `${name} ${version} (${typeof license === 'string' ? license : 'see below'})\n\n${text}\n`;
}

export async function build(outDir) {
  const entries = Object.fromEntries(
    Object.entries(ENTRIES).filter(([, file]) => existsSync(join(root, file))),
  );
  const bundle = await rolldown({
    cwd: root,
    input: entries,
    platform: 'node',
    external: [/^node:/, 'pg-native', 'cardinal'],
    transform: { target: 'node20.19', define: { __ALEMBIC_GATE_VERSION__: JSON.stringify(version) } },
    treeshake: true,
  });
  const fresh = mkdtempSync(`${outDir}-`);
  const { output } = await bundle.write({
    dir: fresh,
    format: 'esm',
    minify: false,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-part.js',
    sourcemap: false,
  });
  await bundle.close();
  const packages = new Set(output.flatMap((chunk) => (chunk.moduleIds ?? []).map(packageOf)).filter(Boolean));
  const texts = [...packages].map(licenceText).sort();
  writeFileSync(join(fresh, 'licenses.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
  const driver = join(root, 'src/driver');
  if (existsSync(driver)) {
    cpSync(driver, join(fresh, 'driver'), {
      recursive: true,
      filter: (path) => !path.includes('__pycache__'),
    });
  }
  cpSync(join(root, 'src/demo/project'), join(fresh, 'demo'), { recursive: true });
  for (const name of ['gate.yml', 'bot.yml'])
    cpSync(join(root, 'docs/workflows', name), join(fresh, 'workflows', name));
  chmodSync(join(fresh, 'cli.js'), 0o755);
  // Swapped in whole, so that nobody ever runs half a build.
  rmSync(outDir, { recursive: true, force: true });
  renameSync(fresh, outDir);
  chmodSync(outDir, 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build(resolve(process.argv[2] ?? join(root, 'dist')));
}
