import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/lint/finding.ts';
import { renderAnnotations } from '../../src/report/annotations.ts';
import { FULL_DETAIL } from '../../src/report/detail.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { nextStep } from '../../src/report/next-step.ts';
import { renderText } from '../../src/report/text.ts';
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

  test('promises a fork no commit, and gives the way by hand', () => {
    const split = report([forked()]);
    const step = nextStep(split, { fork: true });
    expect(step).toBe(
      '**Next step:** apply the cure below to this branch, after merging `main` into it: it lives in a fork, where no command can commit.',
    );
    const comment = renderMarkdown(split, FULL_DETAIL, { fork: true });
    expect(comment).toContain(step);
    expect(comment).toContain('By hand: merge `main` into the branch, then run:');
    expect(comment).toContain('By hand: merge `main` into the branch, then edit:');
    expect(comment).not.toContain('Comment `/merge-heads');
    expect(renderMarkdown(split)).toContain('Comment `/merge-heads aaaaaaa re-parent`, or merge `main`');
  });

  test('names the command of the other cure by its own word, since the bare one commits the recommended one', () => {
    const split = report([forked({ recommended: 're-parent' })]);
    const comment = renderMarkdown(split);
    expect(nextStep(split)).toContain('comment `/merge-heads aaaaaaa`, ');
    expect(comment).toContain('Comment `/merge-heads aaaaaaa merge`, or ');
    expect(comment).not.toContain('re-parent`, or');
  });
});

describe('The findings', () => {
  const at = (line: number, rule: string, some: Partial<Finding> = {}) =>
    error(rule, `${rule}.`, { line, ...some });
  const order = (comment: string): string[] =>
    [...comment.matchAll(/\*\*\[([\w-]+)\]/g)].map(([, rule = '']) => rule);

  test('stand in the order in which somebody works through them', () => {
    const found = [
      at(9, 'no-drop-table', { severity: 'warning' }),
      at(8, 'no-truncate'),
      at(2, 'no-drop-column', { path: 'migrations/versions/p2.py' }),
      at(3, 'no-rename-table'),
    ];
    expect(order(renderMarkdown(failing(...found)))).toEqual([
      'no-rename-table',
      'no-truncate',
      'no-drop-column',
      'no-drop-table',
    ]);
    const lines = renderText(failing(...found)).match(/^ {2}(error|warning) \S+/gm);
    expect(lines?.map((line) => line.trim().split(' ')[1])).toEqual([
      'no-rename-table',
      'no-truncate',
      'no-drop-column',
      'no-drop-table',
    ]);
  });

  test('leave out the stale parent where the fork that it makes is said, and only there', () => {
    const stale = at(3, 'no-stale-parent', { severity: 'warning' });
    const fork = at(3, 'no-multiple-heads');
    expect(order(renderMarkdown(failing(fork, stale)))).toEqual(['no-multiple-heads']);
    for (const render of [renderText, renderAnnotations]) {
      expect(render(failing(fork, stale))).not.toContain('no-stale-parent');
      expect(render(failing(at(3, 'no-truncate'), stale))).toContain('no-stale-parent');
    }
    expect(order(renderMarkdown(failing(at(3, 'no-truncate'), stale)))).toEqual([
      'no-truncate',
      'no-stale-parent',
    ]);
    expect(
      order(renderMarkdown(failing(fork, { ...stale, path: 'migrations/versions/p2.py' }))),
    ).toHaveLength(2);
  });

  test('fold what asks nothing of anybody, below what does', () => {
    const note = at(3, 'no-header-mismatch', { severity: 'info' });
    const comment = renderMarkdown(failing(note, at(4, 'no-truncate')));
    expect(comment).toMatch(
      /no-truncate[\s\S]*<details><summary>🔵 1 note<\/summary>[\s\S]*no-header-mismatch/,
    );
    const quiet = renderMarkdown(report([environment()], { findings: [note, { ...note, line: 4 }] }));
    expect(quiet).toContain('<details><summary>🔵 2 notes</summary>');
    expect(quiet).not.toContain('#### Findings');
  });

  test('say how one is accepted where a comment can, which what a server showed is not', () => {
    const accept = 'is accepted on its line: `# alembic-gate: ignore[no-drop-table] reason`';
    expect(renderMarkdown(failing(at(3, 'no-drop-table')))).toContain(accept);
    for (const rule of ['no-round-trip-difference', 'no-multiple-heads'])
      expect(renderMarkdown(failing(at(3, rule)))).not.toContain('is accepted on its line');
    expect(renderMarkdown(failing(at(3, 'no-drop-table', { severity: 'warning' })))).not.toContain(
      'is accepted',
    );
  });
});
