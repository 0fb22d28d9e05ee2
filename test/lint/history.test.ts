import { describe, expect, test } from '@jest/globals';
import { compareHistories } from '../../src/changes/compare.ts';
import type { HistorySide } from '../../src/changes/history.ts';
import { historyFindings, type HistoryFindings } from '../../src/lint/history.ts';
import { changing, pullRequest, side, type Change } from '../changes/sides.ts';
import { revision } from '../graph/notation.ts';
import { buildGraph } from '../../src/graph/build.ts';

const judge = (base: HistorySide, merged: HistorySide, rest: Change = {}): HistoryFindings =>
  historyFindings(compareHistories(pullRequest(base, merged, rest)), 'migrations', 'main');

const base = side('a <- b; b <- c');
const main = { name: 'develop', graph: side('a <- b; b <- c; c <- d').graph };
const release = side('a <- b; b <- hotfix');
const LINES = { expand: 1, contract: 1 };

describe('a fork', () => {
  const { findings } = judge(base, side('a <- b; b <- c d'));

  test('says what fails for whom, names both heads with their files, and gives the line to write', () => {
    expect(findings[0]).toEqual({
      rule: 'no-multiple-heads',
      severity: 'error',
      message:
        'The history would have 2 heads where 1 is expected: c (versions/c.py, on main) and d (versions/d.py, from this pull request). "alembic upgrade head" then stops with "Multiple head revisions are present" and applies nothing, on every database.',
      help: `Join the heads with a merge revision, or move this pull request's revisions on top by writing this in versions/d.py:\ndown_revision = "c"`,
      path: 'versions/d.py',
      line: 1,
      endLine: 1,
      revision: 'd',
      environment: 'migrations',
      suppressed: null,
    });
  });

  test('comes with the stale parent that leads to it', () => {
    expect(findings[1]).toMatchObject({ rule: 'no-stale-parent', severity: 'warning', revision: 'd' });
  });

  test('of a broken base is told apart, and moving a revision is not offered where it would not help', () => {
    const { findings: own, onBase } = judge(side('a <- b c'), side('a <- b c; b <- d'));
    expect(own).toEqual([]);
    expect(onBase).toMatchObject([
      { rule: 'no-multiple-heads', help: 'Join the heads with a merge revision.' },
    ]);
    expect(onBase[0]?.message).toMatch(/ main alone is no better\.$/);
  });
});

/** Base, merge, what else is known; then rule, severity, and words that the message must hold. */
const CASES: readonly (readonly [string, HistoryFindings, string, string, readonly string[]])[] = [
  [
    'a merge revision that leaves a head over',
    judge(side('a <- b c'), side('a <- b c d; b c <- m')),
    'no-incomplete-merge',
    'error',
    ['m (versions/m.py)', 'leaves d over'],
  ],
  [
    'two heads on one branch',
    judge(side('r <- e#expand c#contract'), side('r <- e#expand c#contract; e <- x y'), { expected: LINES }),
    'no-multiple-heads',
    'error',
    ['Branch expand would have 2 heads', '"alembic upgrade expand@head"'],
  ],
  [
    'a head on no branch',
    judge(side('r <- e#expand c#contract'), side('r <- e#expand c#contract s'), { expected: LINES }),
    'no-multiple-heads',
    'error',
    ['Head s (versions/s.py', 'on none of the branches'],
  ],
  [
    'a head on two branches',
    judge(side('r <- e#expand c#contract'), side('r <- e#expand c#contract; e c <- m'), { expected: LINES }),
    'no-multiple-heads',
    'error',
    ['joins the branches expand and contract'],
  ],
  [
    'a branch that goes missing',
    judge(side('r <- e#expand c#contract'), side('r <- e#expand'), { expected: LINES }),
    'no-multiple-heads',
    'error',
    ['Branch contract would have 0 heads where 1 is expected'],
  ],
  [
    'an edit of a merged revision',
    judge(base, side('a <- b; b <- c', changing('b', { message: 'x' }))),
    'no-merged-revision-change',
    'error',
    ['b (versions/b.py) is on main already and was edited', 'never run it again'],
  ],
  [
    'a renamed file',
    judge(base, side('a <- b; b <- c', changing('b', { path: 'versions/x.py' }))),
    'no-merged-revision-change',
    'info',
    ['its file was versions/b.py'],
  ],
  [
    'an insertion below a merged revision',
    judge(base, side('a <- b; b <- n; n <- c')),
    'no-reparent-of-merged',
    'error',
    ['followed b; here it follows n', 'silently never runs n'],
  ],
  [
    'a label that moves below merged revisions',
    judge(side('a#x; b~x'), side('n#x; a; b~x'), { expected: 3 }),
    'no-reparent-of-merged',
    'error',
    ['New revision n (versions/n.py) stands below'],
  ],
  [
    'a deletion in the middle',
    judge(base, side('a; ?b <- c')),
    'no-merged-revision-change',
    'error',
    ['c still stands on it'],
  ],
  [
    'a revert, of which nobody knows',
    judge(base, side('a <- b')),
    'no-merged-revision-change',
    'error',
    ['nobody has declared', `Can't locate revision identified by 'c'`],
  ],
  [
    'a revert of what is applied',
    judge(base, side('a <- b'), { deployed: ['c'] }),
    'no-merged-revision-change',
    'error',
    ['databases at c have applied it'],
  ],
  [
    'a revert of what is applied nowhere',
    judge(base, side('a <- b'), { deployed: ['b'] }),
    'no-merged-revision-change',
    'warning',
    ['no declared database has applied it'],
  ],
  [
    'another id for a merged revision',
    judge(base, side('a <- b; b <- d', changing('d', { path: 'versions/c.py' }))),
    'no-merged-revision-change',
    'error',
    ['has the id d here', 'run it a second time'],
  ],
  [
    'a cure of the base',
    judge(side('a; ?gone <- b'), side('a <- b')),
    'no-merged-revision-change',
    'warning',
    ['cures a fault of main', 'follows gone'],
  ],
  [
    'a squash of the right shape',
    judge(side('a <- b; b <- c'), side('b <- c'), {
      squash: [{ replaces: ['a'], at: 'b' }],
      deployed: ['c'],
    }),
    'no-merged-revision-change',
    'warning',
    ['1 revision into b has the right shape', 'Nobody has shown'],
  ],
  [
    'a squash of another shape',
    judge(side('a <- b; b <- c'), side('b <- c'), {
      squash: [{ replaces: ['a', 'x'], at: 'b' }],
      deployed: ['a'],
    }),
    'no-merged-revision-change',
    'error',
    ['x did not stand below b', 'databases at a have not reached b'],
  ],
  [
    'a backport',
    judge(release, side('a <- b; b <- hotfix; ?c <- d'), { trunks: [main] }),
    'no-missing-parent',
    'error',
    ['which is on develop and not on main', 'a backport'],
  ],
  [
    'a cherry-pick with another parent',
    judge(release, side('a <- b; b <- hotfix; hotfix <- d'), { trunks: [main] }),
    'no-reparent-of-merged',
    'warning',
    ['follows hotfix here and c on develop'],
  ],
  [
    'a missing parent',
    judge(side('a'), side('a; ?gone <- b')),
    'no-missing-parent',
    'error',
    ['b (versions/b.py) follows gone'],
  ],
  [
    'a circle',
    judge(side('a'), side('a; c <- b; b <- c')),
    'no-cycle',
    'error',
    ['b and c follow each other in a circle'],
  ],
  [
    'an illegal id',
    judge(side('a'), side('a <- r-1')),
    'no-invalid-revision-id',
    'error',
    ['r-1', 'contains -'],
  ],
  [
    'a long id',
    judge(side('a'), side(`a <- ${'x'.repeat(33)}`)),
    'no-invalid-revision-id',
    'error',
    ['33 characters', 'holds 32'],
  ],
  [
    'a label twice',
    judge(side('a#x'), side('a#x; b#x'), { expected: 2 }),
    'no-duplicate-revision',
    'error',
    ['Branch label x'],
  ],
];

describe('each problem is told under its rule, by name and file, with one imperative cure', () => {
  test.each(CASES)('%s', (_, { findings }, rule, severity, words) => {
    const finding = findings.find(
      (one) => one.rule === rule && words.every((word) => one.message.includes(word)),
    );
    expect({ findings, finding }).toMatchObject({
      finding: { severity, environment: 'migrations', suppressed: null },
    });
    expect(finding?.message).toMatch(/\.$/);
    expect(finding?.help).toMatch(/^[A-Z][a-z]+ /);
  });
});

test('of two files with one id, the pull request sees its own', () => {
  const numbered = (text: string): HistorySide =>
    side(text, (all) =>
      [...all].reverse().map((one, index) => ({ ...one, path: `versions/${String(index)}.py` })),
    );
  const before = numbered('a <- b');
  const after = side('', () => [
    revision({ id: 'b', path: 'versions/!new.py', downRevisions: ['a'] }),
    ...before.revisions,
  ]);
  const { findings } = judge(before, { ...after, graph: buildGraph(after.revisions) });
  expect(findings).toMatchObject([{ rule: 'no-duplicate-revision', path: 'versions/!new.py' }]);
});

test('heads that cannot be told by label are a reason not to judge, and no finding', () => {
  const computed = side('a <- e#expand c', changing('c', { unreadLabels: true }));
  const { findings, notEvaluated } = judge(computed, computed, { expected: LINES });
  expect(findings).toEqual([]);
  expect(notEvaluated).toEqual([
    'The branch of head c is unknown: revision c (versions/c.py) computes its branch_labels, and heads are expected by label.',
  ]);
});
