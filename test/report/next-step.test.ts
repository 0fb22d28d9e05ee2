import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/lint/finding.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { nextStep } from '../../src/report/next-step.ts';
import { environment, forked, report } from '../publish/reports.ts';

const error = (rule: string, help: string, some: Partial<Finding> = {}): Finding => ({
  rule,
  severity: 'error',
  message: 'Something breaks.',
  help,
  path: 'migrations/versions/p1.py',
  line: 3,
  endLine: 3,
  revision: 'p1',
  environment: 'migrations',
  suppressed: null,
  ...some,
});
const failing = (...findings: readonly Finding[]) => report([environment({ outcome: 'fail' })], { findings });
const times = (text: string, words: string): number => text.split(words).length - 1;

describe('The next step', () => {
  test('is the cure of the one error, which then stands nowhere else in the comment', () => {
    const one = failing(error('no-drop-table', 'Leave the table.'));
    expect(nextStep(one)).toBe('**Next step:** Leave the table.');
    expect(times(renderMarkdown(one), 'Leave the table.')).toBe(1);
  });

  test('is one cure for errors that are cured alike', () => {
    const help = 'Restore every attribute.';
    const alike = failing(
      error('no-round-trip-difference', help),
      error('no-round-trip-difference', help, { line: 9 }),
    );
    expect(nextStep(alike)).toBe(`**Next step:** ${help}`);
    expect(times(renderMarkdown(alike), help)).toBe(1);
  });

  test('counts what is left after the first cure, and each error keeps its own', () => {
    const two = failing(
      error('no-drop-table', 'Leave the table.'),
      error('no-drop-column', 'Leave the column.'),
    );
    expect(nextStep(two)).toBe('**Next step:** Leave the table. Then cure the other error below.');
    const comment = renderMarkdown(two);
    expect([times(comment, 'Leave the table.'), times(comment, 'Leave the column.')]).toEqual([2, 1]);
  });

  test('does not count an error that somebody has accepted', () => {
    const suppressed = { reason: 'never used', by: 'the line' };
    const two = failing(
      error('no-drop-table', 'Leave the table.'),
      error('no-drop-column', 'Leave the column.', { suppressed }),
    );
    expect(nextStep(two)).toBe('**Next step:** Leave the table.');
  });

  test('is the command where it cures the fork, and says that more is left', () => {
    const fork = error('no-multiple-heads', 'Join the heads.');
    const split = report([forked()], { findings: [fork] });
    const command =
      '**Next step:** comment `/merge-heads aaaaaaa`, and the cure below is committed to this branch.';
    expect(nextStep(split)).toBe(command);
    const more = [fork, error('no-drop-table', 'A'), error('no-drop-column', 'B')];
    expect(nextStep({ ...split, findings: more })).toBe(`${command} Then cure the 2 other errors below.`);
  });

  test('asks nothing of a pull request that only stands on a broken base', () => {
    const broken = report([{ ...forked(), outcome: 'base-broken' }], { outcome: 'base-broken' });
    expect(nextStep(broken)).toMatch(/^\*\*Next step:\*\* none here: when `.+` is mended, /);
    const open = renderMarkdown(broken).replace(/<details><summary>Or mend[\s\S]*<\/details>/, '');
    expect(open).not.toContain('/merge-heads');
  });
});
