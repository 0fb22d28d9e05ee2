/**
 * `npm run field -- [NAME=]GIT_DIR[#REF][,scriptLocation=DIR][,versions=DIR][,recursive] …`: the gate beside real Alembic
 * on every first-parent state of public histories. Results go to test/field/histories.json and docs/field-histories.md.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const python = join(root, '.cache/testbed/python/newest/bin/python');
const cache = join(root, '.cache/field');

function parseSource(argument) {
  const [place, ...options] = argument.split(',');
  const [, name, gitDir, ref = 'HEAD'] = /^(?:([^=]+)=)?([^#]+)(?:#(.+))?$/.exec(place) ?? [];
  const value = (key) =>
    options.filter((option) => option.startsWith(`${key}=`)).map((option) => option.slice(key.length + 1));
  return {
    name: name ?? basename(gitDir),
    gitDir: resolve(gitDir),
    ref,
    locations: {
      scriptLocations: value('scriptLocation'),
      versions: value('versions'),
      ...(options.includes('recursive') ? { recursive: true } : {}),
    },
  };
}

const sources = process.argv.slice(2).map(parseSource);
if (sources.length === 0) {
  console.error(
    'Name git directories of public repositories, such as superset=/clones/superset.git; see scripts/field/run.mjs.',
  );
  process.exit(2);
}
if (!existsSync(python)) {
  console.error('The Python with Alembic is missing: run "node scripts/testbed/prepare.mjs" once.');
  process.exit(2);
}

mkdirSync(cache, { recursive: true });
const bundle = await rolldown({
  cwd: root,
  input: 'scripts/field/main.ts',
  platform: 'node',
  transform: { target: 'node20.19' },
});
const file = join(cache, 'main.mjs');
await bundle.write({ file, format: 'esm', codeSplitting: false });
const { field } = await import(pathToFileURL(file).href);
await field(sources, python, root);
