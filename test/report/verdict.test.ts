import { expect, test } from '@jest/globals';
import { judge } from '../../src/report/verdict.ts';
import type { Finding } from '../../src/lint/finding.ts';

const error: Finding = {
  rule: 'no-drop-table',
  severity: 'error',
  message: 'A table is dropped.',
  help: '',
  path: 'migrations/versions/p1.py',
  line: 9,
  endLine: null,
  revision: 'p1',
  environment: 'migrations',
  suppressed: null,
};

const FACTS = { touched: true, findings: [error], notEvaluated: [], onBase: [] };

test('a failure says too what nobody looked at', () => {
  expect(judge({ ...FACTS, notEvaluated: ['the server did not start', 'another'] })).toEqual({
    outcome: 'fail',
    reason: 'A table is dropped. Not evaluated: the server did not start (and 1 more)',
  });
  expect(judge(FACTS)).toEqual({ outcome: 'fail', reason: 'A table is dropped.' });
});

test('what nobody looked at is never a pass', () => {
  const facts = { ...FACTS, findings: [], notEvaluated: ['the server did not start'] };
  expect(judge(facts)).toEqual({ outcome: 'not-evaluated', reason: 'the server did not start' });
});
