/** Files beside the migrations that rules learn from: table sizes, and the scripts that run Alembic. */
import { describe, expect, test } from '@jest/globals';
import { APPLICATION, revision } from '../report/stories.ts';
import { judged } from './judged.ts';

const INDEX = revision({
  id: 'f15b6ca3087e',
  down: 'c7d90b14a6f8',
  message: 'CW-9 look up cases by state',
  upgrade: 'op.create_index("ix_cases_state", "cases", ["state"])',
  downgrade: 'op.drop_index("ix_cases_state", table_name="cases")',
});
const gate = (text: string) => ({ '.github/alembic-gate.yml': text });
const SIZED = gate('table-sizes: db/sizes.yml\n');

describe('table-sizes', () => {
  const sized = async (
    files: Readonly<Record<string, string>>,
    own: Readonly<Record<string, string>> = {},
  ) => {
    const report = await judged({
      before: { ...APPLICATION, ...files },
      inPullRequest: { ...INDEX, ...own },
    });
    return report.findings
      .filter(({ rule }) => rule === 'no-large-table-change')
      .map(({ message }) => message);
  };

  test('of the base count, whatever the pull request writes there', async () => {
    const sizes = { 'db/sizes.yml': 'cases: {rows: 8000000}\n' };
    const [message] = await sized({ ...SIZED, ...sizes }, { 'db/sizes.yml': 'cases: {rows: 1}\n' });
    expect(message).toMatch(/^`cases` holds 8,000,000 rows, and an index is built over all of them/);
  });

  test('are said to be missing, or wrong, in one sentence', async () => {
    await expect(sized(SIZED)).rejects.toThrow(/^table-sizes names db\/sizes\.yml, which is not in /);
    await expect(sized({ ...SIZED, 'db/sizes.yml': 'cases: 8000000\n' })).rejects.toThrow(
      /: cases must be a table of rows and bytes, not 8000000$/,
    );
  });
});

describe('verbs of scripts', () => {
  const scripts = { Dockerfile: 'CMD alembic upgrade heads\n', Makefile: 'test:\n\talembic upgrade head\n' };
  const places = async (profile: string) => {
    const report = await judged({
      before: { ...APPLICATION, ...scripts, ...gate(`profile: ${profile}\n`) },
      inPullRequest: INDEX,
    });
    return report.findings
      .filter(({ rule }) => rule === 'no-unsupported-heads-verb')
      .map(({ path, line, severity }) => `${path ?? ''}:${String(line)} ${severity}`);
  };

  test('are compared in the profile strict', async () => {
    expect(await places('strict')).toEqual(['Dockerfile:1 warning']);
    expect(await places('recommended')).toEqual([]);
  });
});
