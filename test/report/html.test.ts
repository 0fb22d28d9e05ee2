/** The page: everything that the comment has, copied from it as it is. */
import { describe, expect, test } from '@jest/globals';
import { renderSvg } from '../../src/report/graph-svg.ts';
import { renderHtml } from '../../src/report/html.ts';
import { CANONICAL } from './canonical.ts';

const page = async (name: string): Promise<string> => {
  const report = await CANONICAL[name]?.();
  if (report === undefined) throw new Error(`no report ${name}`);
  return renderHtml(report);
};
/** What a reader copies. */
const text = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

describe('The page', () => {
  test('gives the command and the file of the cure to be copied, byte for byte', async () => {
    const report = await CANONICAL['two-heads']?.();
    const merge = report?.environments[0]?.resolution?.mergeRevision;
    const copied = text(await page('two-heads'));
    expect(copied).toContain(merge?.command);
    expect(copied).toContain(merge?.content?.trimEnd());
    expect(copied).toContain("+down_revision = '90e7d2f4b1c8'");
  });

  test('says what was found, what differs, what ran and the way back', async () => {
    const copied = text(await page('a-lossy-downgrade'));
    for (const said of [
      'The schema differs after upgrade, downgrade, upgrade (2 errors).',
      'no-round-trip-difference',
      'migrations/versions/f15b6ca3087e_cw_221_tags_on_cases.py:17',
      '2 differences of round-trip, one by one',
      'ALTER TABLE cases ADD COLUMN tags JSON;',
      'Way back: downgrade c7d90b14a6f8; lost: column cases.tags.',
    ])
      expect(copied).toContain(said);
  });

  test('takes the colours of its reader, and asks nobody else for anything', async () => {
    const html = await page('two-heads');
    expect(html).toContain('@media(prefers-color-scheme:dark)');
    expect(html).toContain('fill="currentColor"');
    expect(html).not.toMatch(/<(script|link|img|iframe)\b|@import|url\(/);
  });
});

test('A drawing of its own is as wide as its longest line, on white', async () => {
  const report = await CANONICAL['two-heads']?.();
  const nodes = report?.environments[0]?.neighbourhood ?? [];
  const [newest] = nodes.slice(-1);
  if (newest === undefined) throw new Error('no node');
  const widthOf = (message: string): number =>
    Number(/ width="(\d+)"/.exec(renderSvg([{ name: 'm', nodes: [{ ...newest, message }] }]))?.[1]);
  expect(widthOf('x'.repeat(70)) - widthOf('x'.repeat(40))).toBeGreaterThanOrEqual(30 * 7);
  expect(renderSvg([{ name: 'm', nodes }])).toContain('fill="#fff"');
});
