import { describe, expect, test } from '@jest/globals';
import type { Comment } from '../../src/publish/existing.ts';
import { MARKER, planSticky } from '../../src/publish/sticky.ts';
import { fitMarkdown } from '../../src/report/fit.ts';
import { forked, report } from './reports.ts';

const ME = 'github-actions[bot]';
let id = 0;
const comment = (body: string, login = ME, bot = login.endsWith('[bot]')): Comment => {
  id += 1;
  return { id, nodeId: `IC_${id}`, body, author: { login, bot }, url: `https://github.example/c/${id}` };
};
const plan = (comments: readonly Comment[], body = 'red', gains = true) =>
  planSticky({ pullRequest: 7, body, gains }, comments, ME);

describe('the sticky comment', () => {
  test('is created where the pull request has none', () => {
    expect(plan([comment('hello', 'bob')])).toEqual([
      { kind: 'create-comment', pullRequest: 7, body: `${MARKER}\nred` },
    ]);
  });

  test('is not gained by a pull request that needs none', () => {
    expect(plan([], 'green', false)).toEqual([]);
  });

  test('follows the verdict where it exists, also to green', () => {
    const sticky = comment(`${MARKER}\nred`);
    expect(plan([sticky], 'green', false)).toEqual([
      { kind: 'edit-comment', id: sticky.id, body: `${MARKER}\ngreen` },
    ]);
  });

  test('is left alone while it says the same, even if the base moved below it', () => {
    expect(plan([comment(`${MARKER}\nred`)])).toEqual([]);
    const told = comment(`${MARKER}\nred\n\n<sub>Judged a merged into main at 1.</sub>\n`);
    expect(plan([told], 'red\n\n<sub>Judged a merged into main at 2.</sub>\n')).toEqual([]);
  });

  test('is left alone by a base that only moved, also where it is too long to be whole', () => {
    const { resolution, ...split } = forked();
    if (resolution === null) throw new Error('no cure');
    const mergeRevision = { ...resolution.mergeRevision, content: '# long\n'.repeat(500) };
    const long = report([{ ...split, resolution: { ...resolution, mergeRevision } }]);
    const at = (sha: string): string =>
      fitMarkdown({ ...long, base: { ref: 'origin/main', sha } }, { limit: 2000 });
    const body = at('1'.repeat(40));
    expect(body).toContain('_Too long for a comment: ');
    expect(body).not.toBe(at('2'.repeat(40)));
    expect(plan([comment(`${MARKER}\n${body}`)], at('2'.repeat(40)))).toEqual([]);
  });

  test('is not somebody else’s with our marker, nor ours that only quotes it', () => {
    const others = [
      comment(`${MARKER}\nred`, 'mallory'),
      comment(`${MARKER}\nred`, 'github-actions', false),
      comment(`> ${MARKER}\nquoted`),
    ];
    expect(plan(others)).toMatchObject([{ kind: 'create-comment' }]);
  });

  test('of two the oldest stays, and the other loses its marker', () => {
    const [kept, extra] = [comment(`${MARKER}\nred`), comment(`${MARKER}\nred`)];
    expect(plan([extra, kept])).toEqual([
      { kind: 'edit-comment', id: extra.id, body: `See ${kept.url}.` },
      { kind: 'minimise-comment', nodeId: extra.nodeId, why: 'DUPLICATE' },
    ]);
  });

  test('is found under the name that GraphQL gives a bot', () => {
    expect(
      planSticky({ pullRequest: 7, body: 'red', gains: true }, [comment(`${MARKER}\nred`)], 'github-actions'),
    ).toEqual([]);
  });
});
