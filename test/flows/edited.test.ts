/** Revisions that are on the base and edited: what the edit brings is judged, and not what stood there before. */
import { expect, test } from '@jest/globals';
import { APPLICATION, CASES, revision } from '../report/stories.ts';
import { judged } from './judged.ts';

const DROPS = { ...CASES, upgrade: "op.drop_column('tenants', 'legacy')", downgrade: "op.drop_table('x')" };
const rules = async (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Promise<readonly string[]> => {
  const report = await judged({ before: { ...APPLICATION, ...before }, inPullRequest: after });
  return report.findings.filter(({ rule }) => rule !== 'no-downgrade-mismatch').map(({ rule }) => rule);
};
const edited = (text: string, from: string, to: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(revision(DROPS)).map(([path, content]) => [path, content.replace(from, to) + text]),
  );

test('an edit beside an old fault does not bring the fault', async () => {
  expect(await rules(revision(DROPS), edited('\n\nNAME = 1\n', '', ''))).toEqual([
    'no-merged-revision-change',
  ]);
});

test('an edit that brings a fault of another kind, or the same once more, is told', async () => {
  const dropped = "op.drop_column('tenants', 'legacy')";
  expect(await rules(revision(DROPS), edited('', dropped, "op.drop_column('tenants', 'name')"))).toEqual([
    'no-merged-revision-change',
    'no-drop-column',
  ]);
  expect(await rules(revision(DROPS), edited('', dropped, `${dropped}\n    ${dropped}`))).toEqual([
    'no-merged-revision-change',
    'no-drop-column',
  ]);
});

test('a comment that accepts the old fault is not called needless', async () => {
  const accepted = '  # alembic-gate: ignore[no-drop-column] unused since CW-180';
  const found = await rules(
    revision(DROPS),
    edited('', "op.drop_column('tenants', 'legacy')", `op.drop_column('tenants', 'legacy')${accepted}`),
  );
  expect(found).not.toContain('no-unused-suppression');
});

test('a new revision is judged whole', async () => {
  const fresh = revision({ ...DROPS, id: 'f15b6ca3087e', down: CASES.id, message: 'CW-9 drop' });
  expect(await rules({}, fresh)).toContain('no-drop-column');
});

test('an import that moved is told as such, and judges nothing again', async () => {
  const sorted = edited(
    '',
    'from alembic import op\nimport sqlalchemy as sa',
    'import sqlalchemy as sa\nfrom alembic import op',
  );
  const report = await judged({ before: { ...APPLICATION, ...revision(DROPS) }, inPullRequest: sorted });
  expect(report.outcome).toBe('pass');
  expect(report.findings).toEqual([
    expect.objectContaining({
      rule: 'no-merged-revision-change',
      severity: 'info',
      message: expect.stringContaining('only comments, layout or the order of imports differ'),
    }),
  ]);
});
