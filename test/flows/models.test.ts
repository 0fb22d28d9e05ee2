/** `models:` of the configuration reaches the rules, on both sides. */
import { expect, test } from '@jest/globals';
import { APPLICATION } from '../report/stories.ts';
import { judged } from './judged.ts';

const GATE = { '.github/alembic-gate.yml': 'models: [app/models.py]\n' };
const USER =
  'class Note(DeclarativeBase):\n    __tablename__ = "note"\n    id = Column(Integer, primary_key=True)\n';
const rulesOf = async (before: string, after: string): Promise<readonly string[]> => {
  const report = await judged({
    before: { ...APPLICATION, ...GATE, 'app/models.py': before },
    inPullRequest: { 'app/models.py': after },
  });
  return report.findings.map(({ rule, severity, path }) => `${rule} ${severity} ${path ?? ''}`);
};

test('a changed model asks for a migration, and a removal is listed', async () => {
  expect(await rulesOf(USER, `${USER}    text = Column(Text)\n`)).toEqual([
    'require-migration warning app/models.py',
  ]);
  expect(await rulesOf(`${USER}    text = Column(Text)\n`, USER)).toEqual([
    'require-migration info app/models.py',
  ]);
  expect(await rulesOf(USER, `${USER}    # a comment\n`)).toEqual([]);
});
