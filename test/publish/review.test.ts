import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/lint/finding.ts';
import { planReview, reviewOf } from '../../src/publish/review.ts';
import { environment, forked, report } from './reports.ts';

const PATH = 'migrations/versions/p1.py';
const PULL = { number: 7, head: { sha: 'a'.repeat(40) } };
const ME = 'github-actions[bot]';

const lines = [
  '"""p1"""',
  "down_revision = 'a'",
  'def upgrade():',
  "    op.drop_column('t', 'c')",
  '    pass',
];
const patchOf = (text: readonly string[]): string =>
  [`@@ -0,0 +1,${text.length} @@`, ...text.map((line) => `+${line}`)].join('\n');
const PATCHES = new Map([[PATH, patchOf(lines)]]);

const finding = (some: Partial<Finding> = {}): Finding => ({
  rule: 'no-drop-column',
  severity: 'error',
  message: 'Column `c` goes, and its values with it.',
  help: 'Keep it.',
  path: PATH,
  line: 4,
  endLine: 4,
  revision: 'p1',
  environment: 'migrations',
  suppressed: null,
  ...some,
});
const review = (findings: readonly Finding[], patches: ReadonlyMap<string, string> = PATCHES) =>
  reviewOf(report([environment()], { findings }), patches, PULL);

describe('a review', () => {
  test('puts a finding on its line, with the rule, the harm and the cure', () => {
    const [comment, ...more] = review([finding()])?.comments ?? [];
    expect(more).toEqual([]);
    expect(comment).toMatchObject({ path: PATH, line: 4 });
    expect(comment).not.toHaveProperty('startLine');
    expect(comment?.body).toMatch(
      /^🔴 \*\*\[no-drop-column\]\(https:.*no-drop-column\.md\)\*\*  \nColumn `c` goes, and its values with it\.\n\nKeep it\.$/,
    );
  });

  test('says of one place what there is to say of it in one comment, errors first', () => {
    const { comments = [] } =
      review([finding({ severity: 'warning', rule: 'require-comment', message: 'W.' }), finding()]) ?? {};
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toMatch(/^🔴 [\s\S]*🟡 .*require-comment/);
  });

  test('offers a mechanical cure as a click, and does not print it twice', () => {
    const fix = [{ path: PATH, line: 4, before: lines[3] ?? '', after: "    op.drop_column('t', 'd')" }];
    const body = review([finding({ help: "Write this:\n    op.drop_column('t', 'd')", fix })])?.comments[0]
      ?.body;
    expect(body).toMatch(/```suggestion\n    op\.drop_column\('t', 'd'\)\n```$/);
    expect(body?.match(/'d'/g)).toHaveLength(1);
  });

  test('prints the cure as code where a click is not possible', () => {
    const fix = [{ path: PATH, line: 4, before: 'another line', after: 'x' }];
    const body = review([finding({ help: 'Write this:\nx = 1', fix })])?.comments[0]?.body;
    expect(body).toMatch(/Write this\\:\n\n```python\nx = 1\n```$/);
  });

  test('spans lines only within one hunk', () => {
    expect(review([finding({ line: 3, endLine: 5 })])?.comments[0]).toMatchObject({ startLine: 3, line: 5 });
    expect(review([finding({ line: 3, endLine: 9 })])?.comments[0]).toMatchObject({ line: 3 });
  });

  test.each([
    ['information', finding({ severity: 'info' })],
    ['what is accepted', finding({ suppressed: { reason: 'known', by: 'the file' } })],
    ['what has no place', finding({ path: null, line: null })],
    ['a file whose patch is not known', finding({ path: 'elsewhere.py' })],
    ['a line outside of the diff', finding({ line: 99, endLine: 99 })],
  ])('has nothing for %s', (_what, one) => {
    expect(review([one])).toBeNull();
  });

  test('has at most twenty comments, and counts what is left to the sticky comment', () => {
    const text = Array.from({ length: 30 }, (_, n) => `line ${n}`);
    const many = text.map((_, n) => finding({ line: n + 1, endLine: n + 1 }));
    const wanted = review(many, new Map([[PATH, patchOf(text)]]));
    expect(wanted?.comments).toHaveLength(20);
    expect(wanted?.body).toContain('10 more remarks stand there.');
  });
});

describe('a re-parent', () => {
  const heads = (some: Partial<Finding> = {}): Finding =>
    finding({
      rule: 'no-multiple-heads',
      line: 2,
      endLine: 2,
      help: 'Join them:\ndown_revision = "b1"',
      ...some,
    });
  const of = (one = forked(), findings: readonly Finding[] = [heads()]) =>
    reviewOf(report([one], { findings }), PATCHES, PULL)?.comments ?? [];

  test('is a click beside the finding about the heads, and an alternative to the merge revision', () => {
    const [comment, ...more] = of();
    expect(more).toEqual([]);
    expect(comment?.body).toContain(
      'Either take the merge revision of the comment, or commit this suggestion',
    );
    expect(comment?.body).toContain('Then update the branch from its base.');
    expect(comment?.body).toMatch(/```suggestion\ndown_revision = 'b1'\n```$/);
  });

  test('comes first where it is what is recommended', () => {
    expect(of(forked({ recommended: 're-parent' }))[0]?.body).toContain(
      '\n\nCommit this suggestion: it moves',
    );
  });

  test('stands alone where no finding has its place', () => {
    expect(of(forked(), [])).toEqual([expect.objectContaining({ line: 2 })]);
  });

  test('of several files says that they belong together', () => {
    const edits = [
      { path: PATH, line: 2, before: lines[1] ?? '', after: "down_revision = 'b1'" },
      { path: 'migrations/versions/p2.py', line: 1, before: 'x', after: 'y' },
    ];
    expect(of(forked({ reParent: { edits } }))[0]?.body).toContain(
      'together with the other 1 of this review',
    );
  });
});

describe('the review that is wanted', () => {
  const wanted = review([finding()]);
  const posted = (body: string, some: Partial<Parameters<typeof planReview>[1][number]> = {}) => ({
    nodeId: 'R1',
    body,
    author: { login: ME, bot: true },
    minimised: null,
    comments: [{ nodeId: 'C1', minimised: null }],
    ...some,
  });
  const kinds = (list: ReturnType<typeof planReview>): string[] =>
    list.map((write) => (write.kind === 'create-review' ? write.kind : `${write.why} ${write.nodeId}`));

  test('is written once', () => {
    expect(kinds(planReview(wanted, [], ME))).toEqual(['create-review']);
    expect(planReview(wanted, [posted(wanted?.body ?? '')], ME)).toEqual([]);
  });

  test('is the same after a push that moves its lines and changes nothing on them', () => {
    const moved = new Map([[PATH, patchOf(['# new', ...lines])]]);
    const again = review([finding({ line: 5, endLine: 5 })], moved);
    expect(again?.body).toBe(wanted?.body);
    expect(again?.comments[0]?.line).toBe(5);
  });

  test('is another one where the line or the words are others', () => {
    const changed = new Map([[PATH, patchOf(lines.map((line) => line.replace("'c'", "'d'")))]]);
    expect(review([finding()], changed)?.body).not.toBe(wanted?.body);
    expect(review([finding({ message: 'Other.' })])?.body).not.toBe(wanted?.body);
  });

  test('hides the one before it, its comments first', () => {
    const old = posted('<!-- alembic-gate:review:0 -->\nold');
    expect(kinds(planReview(wanted, [old], ME))).toEqual(['create-review', 'OUTDATED C1', 'OUTDATED R1']);
    expect(kinds(planReview(null, [old], ME))).toEqual(['OUTDATED C1', 'OUTDATED R1']);
  });

  test('is written again where it was hidden as outdated, and not where a person hid it for a reason', () => {
    const hidden = (minimised: string) =>
      posted(wanted?.body ?? '', { minimised, comments: [{ nodeId: 'C1', minimised }] });
    expect(kinds(planReview(wanted, [hidden('outdated')], ME))).toEqual(['create-review']);
    expect(planReview(wanted, [hidden('off-topic')], ME)).toEqual([]);
  });

  test('of two runs stays once', () => {
    const twice = [posted(wanted?.body ?? ''), posted(wanted?.body ?? '', { nodeId: 'R2' })];
    expect(kinds(planReview(wanted, twice, ME))).toEqual(['DUPLICATE C1', 'DUPLICATE R2']);
  });

  test('is not somebody else’s with our marker, nor ours that only quotes it', () => {
    const others = [
      posted(wanted?.body ?? '', { author: { login: 'mallory', bot: false } }),
      posted(`> ${wanted?.body ?? ''}`),
    ];
    expect(kinds(planReview(wanted, others, ME))).toEqual(['create-review']);
  });
});
