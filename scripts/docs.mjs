/**
 * Writes docs/rules/: a page per rule and their list, from the rules' own data, and what of the catalogue is not built.
 * A test compares what is committed.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { rolldown } from 'rolldown';

const FOLDER = 'docs/rules';

async function load(input) {
  const bundle = await rolldown({ input, platform: 'node', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm' });
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}

const { rulePages } = await load('src/lint/page.ts');
const { cataloguePage } = await load('src/lint/catalogue-page.ts');

const pages = {
  ...rulePages(),
  'catalogue.md': cataloguePage(readFileSync(`${FOLDER}/catalogue.md`, 'utf8')),
};
for (const file of readdirSync(FOLDER)) if (!(file in pages)) rmSync(`${FOLDER}/${file}`);
for (const [file, text] of Object.entries(pages)) {
  const options = (await resolveConfig(`${FOLDER}/${file}`)) ?? {};
  writeFileSync(`${FOLDER}/${file}`, await format(text, { ...options, parser: 'markdown' }));
}
console.log(`${Object.keys(pages).length} pages in ${FOLDER}`);
