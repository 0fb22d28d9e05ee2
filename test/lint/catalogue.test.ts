/** The catalogue, the code, the profiles and the pages say the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { format, resolveConfig } from 'prettier';
import { CATALOGUE, describedRule } from '../../src/lint/catalogue.ts';
import { cataloguePage, catalogueRows } from '../../src/lint/catalogue-page.ts';
import { rulePages } from '../../src/lint/page.ts';
import { RULE_NAMES } from '../../src/lint/rule-names.ts';

const FOLDER = 'docs/rules';
const CATALOGUE_FILE = `${FOLDER}/catalogue.md`;
const rows = catalogueRows(readFileSync(CATALOGUE_FILE, 'utf8'));
const LETTERS = { error: 'E', warning: 'W', info: 'I', off: '–' } as const;

test('ids are unique, and every rule that is built stands in the catalogue', () => {
  const ids = CATALOGUE.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(rows.length).toBeGreaterThan(100);
  const decided = new Set(rows.map(({ id }) => id));
  expect(ids.filter((id) => !decided.has(id))).toEqual([]);
  expect(RULE_NAMES.known).toEqual(expect.arrayContaining([...ids, 'hygiene']));
});

test('every profile weighs a rule as the catalogue does', () => {
  for (const { id, profiles } of rows) {
    const rule = describedRule(id);
    if (rule === null) continue;
    const { recommended, strict, 'add-only': addOnly } = rule.severity;
    const letters = [recommended, addOnly, strict].map((severity) => LETTERS[severity]).join('/');
    expect([id, letters]).toEqual([id, profiles ?? '–/–/–']);
  }
});

test('pages are fresh: npm run docs', async () => {
  const options = (await resolveConfig(CATALOGUE_FILE)) ?? {};
  const pages = { ...rulePages(), 'catalogue.md': cataloguePage(readFileSync(CATALOGUE_FILE, 'utf8')) };
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(pages).sort());
  for (const [file, text] of Object.entries(pages)) {
    const wanted = await format(text, { ...options, parser: 'markdown' });
    expect([file, readFileSync(`${FOLDER}/${file}`, 'utf8')]).toEqual([file, wanted]);
  }
});

test('every rule that is decided is built', () => {
  expect(rows.filter(({ id }) => describedRule(id) === null)).toEqual([]);
  expect(readFileSync(CATALOGUE_FILE, 'utf8')).toMatch(/## Not built yet\n\nNothing\.\n$/);
});
