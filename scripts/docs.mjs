/**
 * Writes docs/rules/: a page per rule and their list, from the rules' own data, and what of the catalogue is not built;
 * and docs/faults.md. `npm run check` and a test compare what is committed.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { rolldown } from 'rolldown';

const FOLDER = 'docs/rules';

async function load(input) {
  const bundle = await rolldown({ input, platform: 'node', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm' });
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}

/** Path -> text of every page that there is to be. */
export async function rulePagesByPath() {
  const { rulePages } = await load('src/lint/page.ts');
  const { cataloguePage } = await load('src/lint/catalogue-page.ts');
  const pages = {
    ...rulePages(),
    'catalogue.md': cataloguePage(readFileSync(`${FOLDER}/catalogue.md`, 'utf8')),
  };
  const formatted = Object.entries(pages).map(async ([file, text]) => {
    const path = `${FOLDER}/${file}`;
    const options = (await resolveConfig(path)) ?? {};
    return [path, await format(text, { ...options, parser: 'markdown' })];
  });
  return Object.fromEntries(await Promise.all(formatted));
}

/** docs/faults.md, from the table that test/meta holds. */
async function faultsPage() {
  const { faultsPage: page } = await load('test/meta/faults.ts');
  const options = (await resolveConfig('docs/faults.md')) ?? {};
  return format(page(), { ...options, parser: 'markdown' });
}

/** Pages that are there and that no rule has any more. */
export const strayPages = (pages) =>
  readdirSync(FOLDER)
    .map((file) => `${FOLDER}/${file}`)
    .filter((path) => !(path in pages));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pages = await rulePagesByPath();
  for (const path of strayPages(pages)) rmSync(path);
  for (const [path, text] of Object.entries(pages)) writeFileSync(path, text);
  writeFileSync('docs/faults.md', await faultsPage());
  console.log(`${Object.keys(pages).length} pages in ${FOLDER}`);
}
