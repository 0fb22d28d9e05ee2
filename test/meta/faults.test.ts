/** The table of faults cannot rot: each test that it names is there, and the page is what it says. */
import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { FAULTS, faultsPage } from './faults.ts';

const TESTS = fileURLToPath(new URL('..', import.meta.url));
const PAGE = fileURLToPath(new URL('../../docs/faults.md', import.meta.url));

/** A test's own title, that of a table of tests, or of one of its rows; quoted as this project's layout has it. */
const isTitle = (source: string, title: string): boolean => {
  const quoted = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(\\btest\\(|\\]\\)\\(|\\)\\(|\\[)\\s*['"\`]${quoted}['"\`],`).test(source);
};

test('each fault is shown by a test of exactly that name', () => {
  const missing = Object.values(FAULTS)
    .flat()
    .flatMap(({ shown }) => shown)
    .filter(([file, title]) => {
      const path = `${TESTS}${file}`;
      return !existsSync(path) || !isTitle(readFileSync(path, 'utf8'), title);
    });
  expect(missing).toEqual([]);
  expect(isTitle("test('a push to the trunk', () => {", 'a push')).toBe(false);
});

test('the page is what the table makes: `npm run docs` writes it', async () => {
  const options = (await resolveConfig(PAGE)) ?? {};
  expect(readFileSync(PAGE, 'utf8')).toBe(await format(faultsPage(), { ...options, parser: 'markdown' }));
});
