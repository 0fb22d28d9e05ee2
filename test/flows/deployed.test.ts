import { expect, test } from '@jest/globals';
import { APPLICATION, CASES, PRIORITY, revision } from '../report/stories.ts';
import { judged } from './judged.ts';

const LATEST = { ...APPLICATION, ...revision(PRIORITY) };
const REVERT = Object.fromEntries(Object.keys(revision(PRIORITY)).map((path) => [path, null]));

test.each([
  ['nobody says where databases are', '[]', 'error'],
  ['a tag has the revision', '[v2]', 'error'],
  ['every tag is below it', '[v1]', 'warning'],
  ['a revision below it is deployed', `[${CASES.id}, v1]`, 'warning'],
  ['one tag is below it and one name is nothing', '[v1, v9]', 'error'],
])('a revert is judged by where databases are: %s', async (_, deployed, severity) => {
  const before = { ...LATEST, '.github/alembic-gate.yml': `deployed: ${deployed}\n` };
  const report = await judged({ before, inPullRequest: REVERT, tags: { v1: APPLICATION, v2: LATEST } });
  const found = report.findings.filter(({ rule }) => rule === 'no-merged-revision-change');
  expect(found.map((finding) => finding.severity)).toEqual([severity]);
});
