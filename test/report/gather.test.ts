import { describe, expect, test } from '@jest/globals';
import { gatherReports, type PartReport } from '../../src/report/gather.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { partsOf, readImage } from '../../src/report/parts.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { renderText } from '../../src/report/text.ts';
import type { EnvironmentReport, Report } from '../../src/report/report.ts';
import type { Finding } from '../../src/lint/finding.ts';
import type { DatabaseProof, ProofSection } from '../../src/verify/proof.ts';
import { verdictStatus } from '../../src/publish/status.ts';
import { environment, report } from '../publish/reports.ts';

const section = (some: Partial<ProofSection> = {}): ProofSection => ({
  name: 'round-trip',
  outcome: 'pass',
  reason: null,
  differences: [],
  ...some,
});

const database = (version: string, some: Partial<DatabaseProof> = {}): DatabaseProof => ({
  engine: 'MySQL',
  version,
  source: 'container',
  declaredVersion: null,
  steps: [
    {
      revision: 'p1',
      direction: 'upgrade',
      outcome: 'pass',
      durationMs: 3,
      error: null,
      statements: [],
    },
  ],
  proofs: [section()],
  rollback: { target: 'b1', loses: [] },
  ...some,
});

/** A plan of `migrations` on MySQL 8.0 and 8.4, and what each part's job reports of it. */
const planOf = (environments: readonly EnvironmentReport[] = [environment()], some: Partial<Report> = {}) =>
  report(environments, {
    plan: partsOf(environments, ['mysql:8.0', 'mysql:8.4'].map(readImage)),
    ...some,
  });

const part = (version: string, some: Partial<EnvironmentReport> = {}, all: Partial<Report> = {}): Report => {
  const own = environment({ database: database(version), ...some });
  return report([own], { outcome: own.outcome, reason: own.reason, ...all });
};

const gathered = (parts: Readonly<Record<string, PartReport>>, plan: Report = planOf()): Report => {
  const whole = gatherReports(plan, new Map(Object.entries(parts)));
  expect(reportSchema.safeParse(whole).error).toBeUndefined();
  expect(whole).not.toHaveProperty('plan');
  return whole;
};

const [OLD, NEW] = ['migrations-mysql-8.0', 'migrations-mysql-8.4'] as const;
const failedStep = {
  revision: 'p1',
  direction: 'downgrade',
  outcome: 'fail',
  durationMs: 3,
  error: 'no such function',
  statements: [],
} as const;
const failing = database('8.0.36', {
  proofs: [section({ outcome: 'fail', reason: 'the column note is lost' })],
  steps: [failedStep],
});

describe('reports of a divided proof', () => {
  test('that all pass are one pass, which names every server', () => {
    const whole = gathered({ [OLD]: part('8.0.36'), [NEW]: part('8.4.10') });
    expect(whole).toMatchObject({ outcome: 'pass', reason: null });
    expect(whole.environments[0]?.database?.parts).toEqual([
      { part: OLD, server: 'MySQL 8.0.36', outcome: 'pass', reason: null },
      { part: NEW, server: 'MySQL 8.4.10', outcome: 'pass', reason: null },
    ]);
    expect(renderText(whole)).toContain('proved on MySQL 8.0.36, MySQL 8.4.10: reversible');
    expect(renderMarkdown(whole)).toContain('Proof on MySQL 8.0.36, MySQL 8.4.10');
    expect(verdictStatus(whole, 'main', true).state).toBe('success');
  });

  test('fail where one part fails, and say on which server', () => {
    const red = part('8.0.36', { outcome: 'fail', reason: 'the column note is lost', database: failing });
    for (const parts of [
      { [OLD]: red, [NEW]: part('8.4.10') },
      { [NEW]: part('8.4.10'), [OLD]: red },
    ]) {
      const whole = gathered(parts);
      expect(whole).toMatchObject({ outcome: 'fail', reason: `${OLD}: the column note is lost` });
      expect(whole.environments[0]?.database).toMatchObject({
        version: '8.0.36',
        proofs: [{ outcome: 'fail', reason: 'on MySQL 8.0.36: the column note is lost' }],
        steps: [{ direction: 'downgrade', outcome: 'fail', error: 'no such function' }],
      });
    }
  });

  test('tell of a step that failed on another server too', () => {
    const other = {
      ...failing,
      version: '8.4.10',
      steps: [{ ...failedStep, direction: 'upgrade' as const }],
    };
    const whole = gathered({
      [OLD]: part('8.0.36', { outcome: 'fail', database: failing }),
      [NEW]: part('8.4.10', { outcome: 'fail', database: other }),
    });
    expect(whole.environments[0]?.database?.steps.map(({ direction, error }) => [direction, error])).toEqual([
      ['downgrade', 'no such function'],
      ['upgrade', 'on MySQL 8.4.10: no such function'],
    ]);
  });

  test.each<[string, Readonly<Record<string, PartReport>>, RegExp]>([
    ['left none', { [OLD]: part('8.0.36') }, /the job of the part migrations-mysql-8\.4 left no report/],
    [
      'left something else',
      { [OLD]: part('8.0.36'), [NEW]: 'report.json cannot be read' },
      /migrations-mysql-8\.4: report\.json cannot be read/,
    ],
    [
      'judged another commit',
      { [OLD]: part('8.0.36'), [NEW]: part('8.4.10', {}, { head: { ref: 'x', sha: 'c'.repeat(40) } }) },
      /judged other revisions or another base/,
    ],
    [
      'judged on a base that moved',
      {
        [OLD]: part('8.0.36'),
        [NEW]: part('8.4.10', { heads: { base: ['b2'], head: ['p1'], merged: ['b2', 'p1'] } }),
      },
      /judged other revisions or another base/,
    ],
    [
      'could not judge',
      { [OLD]: part('8.0.36'), [NEW]: report([], { outcome: 'not-evaluated', reason: 'no Docker answers' }) },
      /migrations-mysql-8\.4: no Docker answers/,
    ],
    [
      'asked no database',
      { [OLD]: part('8.0.36'), [NEW]: part('8.4.10', { database: null }) },
      /migrations-mysql-8\.4: its job asked no database/,
    ],
  ])('are not evaluated where one part %s', (_how, parts, reason) => {
    const whole = gathered(parts);
    expect(whole).toMatchObject({ outcome: 'not-evaluated', reason: expect.stringMatching(reason) });
    // The bot takes nothing but this section, and must not find a pass in it.
    expect(whole.environments[0]?.database?.proofs[0]).toMatchObject({
      name: 'round-trip',
      outcome: 'not-evaluated',
      reason: expect.stringMatching(reason),
    });
  });

  test('are not evaluated where no part left anything', () => {
    const whole = gathered({});
    expect(whole).toMatchObject({ outcome: 'not-evaluated', environments: [{ database: null }] });
    expect(verdictStatus(whole, 'main', true).state).toBe('error');
  });

  test('keep what the plan found in an environment that has no part', () => {
    const fork: Finding = {
      rule: 'no-multiple-heads',
      severity: 'error',
      message: 'two heads',
      help: 'Merge them.',
      path: null,
      line: null,
      endLine: null,
      revision: null,
      environment: 'blog',
      suppressed: null,
    };
    const blog = environment({ name: 'blog', provable: false, outcome: 'fail', reason: 'two heads' });
    const plan = planOf([environment(), blog], { outcome: 'fail', reason: 'two heads', findings: [fork] });
    const whole = gathered({ [OLD]: part('8.0.36'), [NEW]: part('8.4.10') }, plan);
    expect(whole).toMatchObject({ outcome: 'fail', reason: 'two heads', findings: [fork] });
  });

  test('believe the parts where a database showed a finding of the plan to be harmless', () => {
    const edit: Finding = {
      rule: 'no-merged-revision-change',
      severity: 'error',
      message: 'a1 was edited',
      help: 'Restore it.',
      path: 'migrations/versions/a1.py',
      line: 1,
      endLine: 1,
      revision: 'a1',
      environment: 'migrations',
      suppressed: null,
    };
    const warning: Finding = { ...edit, severity: 'warning', message: 'a1 was edited, to the same schema' };
    const plan = planOf([environment({ outcome: 'fail', reason: 'a1 was edited' })], {
      outcome: 'fail',
      reason: 'a1 was edited',
      findings: [edit],
    });
    const harmless = { findings: [warning] };
    const whole = gathered(
      { [OLD]: part('8.0.36', {}, harmless), [NEW]: part('8.4.10', {}, harmless) },
      plan,
    );
    expect(whole).toMatchObject({ outcome: 'pass', findings: [warning] });
    expect(whole.findings).toHaveLength(1);
  });
});
