/**
 * Whole comments, kept as files that a person has read as prose: test/report/golden. After a change that is meant,
 * `UPDATE_GOLDEN=1 npm run test:unit` writes them; read the difference before you commit it.
 */
import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderText } from '../../src/report/text.ts';
import { reportSchema } from '../../src/report/schema.ts';
import type { Report } from '../../src/report/report.ts';
import { CANONICAL } from './canonical.ts';

const golden = (name: string): URL => new URL(`golden/${name}`, import.meta.url);

function expectGolden(name: string, rendered: string): void {
  if (process.env['UPDATE_GOLDEN']) writeFileSync(golden(name), rendered);
  expect(rendered).toBe(readFileSync(golden(name), 'utf8'));
}

const comment = (report: Report): string => renderMarkdown(report);
const terminal = (report: Report): string => renderText(report);

describe.each(Object.entries(CANONICAL))('%s', (name, make) => {
  test('reads as it was approved, as a comment and on a terminal', async () => {
    const report = await make();
    expectGolden(`${name}.md`, comment(report));
    expectGolden(`${name}.txt`, terminal(report));
  });

  test('keeps to the published schema', async () => {
    const { error } = reportSchema.safeParse(JSON.parse(JSON.stringify(await make())));
    expect(error).toBeUndefined();
  });
});

test('no kept comment has outlived its report', () => {
  const known = Object.keys(CANONICAL).flatMap((name) => [`${name}.md`, `${name}.txt`]);
  expect(readdirSync(golden('')).sort()).toEqual(known.sort());
});
