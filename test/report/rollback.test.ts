/** The way back in both renderings: one explicit target per command, and a word on the merge that `-1` stops at. */
import { expect, test } from '@jest/globals';
import { FULL_DETAIL } from '../../src/report/detail.ts';
import { proofSection } from '../../src/report/markdown-proof.ts';
import type { Report } from '../../src/report/report.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { renderText } from '../../src/report/text.ts';
import type { Rollback } from '../../src/verify/proof.ts';
import { CANONICAL } from './canonical.ts';

async function rendered(rollback: Rollback): Promise<{ readonly markdown: string; readonly text: string }> {
  const report = await CANONICAL['proved']?.();
  const [environment] = report?.environments ?? [];
  if (!report || !environment?.database) throw new Error('no canonical report of a proof');
  const other = { ...environment, database: { ...environment.database, rollback } };
  const whole: Report = { ...report, environments: [other] };
  expect(reportSchema.safeParse(whole).error).toBeUndefined();
  return {
    markdown: proofSection(other, [], { ...FULL_DETAIL, statements: false }),
    text: renderText(whole),
  };
}

test('The way back from a merge is its explicit target, and -1 is said not to work', async () => {
  const { markdown, text } = await rendered({ target: 'x', loses: [], fromMerge: true });
  expect(markdown).toContain(
    '**Way back:** `downgrade x`; nothing is lost. `downgrade -1` will not work: the newest revision is a merge, from where Alembic stops with "Ambiguous walk".',
  );
  expect(text).toContain(
    '  way back: downgrade x\n  downgrade -1 will not work: the newest revision is a merge, from where Alembic stops with "Ambiguous walk"',
  );
});

test('The way back of several sides is a command each, and nothing is said of a merge that is none', async () => {
  const { markdown, text } = await rendered({ target: 'c@x d@y', loses: [] });
  expect(markdown).toContain('**Way back:** `downgrade c@x`, then `downgrade d@y`; nothing is lost.');
  expect(text).toContain('  way back: downgrade c@x, then downgrade d@y\n');
  expect(markdown + text).not.toContain('will not work');
});
