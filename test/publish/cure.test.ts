import { describe, expect, test } from '@jest/globals';
import { planCure } from '../../src/publish/cure.ts';
import { commitMessage, cureByHand, HELP, replyBody } from '../../src/publish/replies.ts';
import { environment, forked, report } from './reports.ts';

const GROUND = ['migrations/versions'];

const merge = forked().resolution?.mergeRevision;
const why = (cure: ReturnType<typeof planCure>): string => (cure.kind === 'refused' ? cure.why : cure.kind);

describe('the cure', () => {
  test('is nothing where the heads are as expected', () => {
    expect(planCure(report(), null, GROUND)).toEqual({ kind: 'nothing' });
  });

  test('is the recommended remedy, or the one that is asked for', () => {
    expect(planCure(report([forked()]), null, GROUND)).toMatchObject({ merges: [merge], edits: [] });
    expect(planCure(report([forked()]), 're-parent', GROUND)).toMatchObject({
      merges: [],
      edits: [{ line: 2 }],
    });
    expect(planCure(report([forked({ recommended: 're-parent' })]), null, GROUND)).toMatchObject({
      merges: [],
    });
  });

  test('needs the base in the branch where the branch lacks a head that it names', () => {
    expect(planCure(report([forked()]), null, GROUND)).toMatchObject({ behind: true });
    const upToDate = { ...forked(), heads: { base: ['b1'], head: ['b1', 'p1'], merged: ['b1', 'p1'] } };
    expect(planCure(report([upToDate]), null, GROUND)).toMatchObject({ behind: false });
  });

  test('covers every environment that is split', () => {
    const cure = planCure(
      report([forked(), environment({ name: 'calm' }), { ...forked(), name: 'other' }]),
      null,
      GROUND,
    );
    expect(cure).toMatchObject({ kind: 'cure', merges: [merge, merge] });
  });
});

describe('no cure is committed', () => {
  test('where the history does not load, which is not the same as having its expected heads', () => {
    const unloadable = environment({
      outcome: 'fail',
      reason: 'a parent is missing',
      heads: { base: ['b1'], head: [], merged: [] },
    });
    expect(why(planCure(report([unloadable]), null, GROUND))).toContain(
      'cannot be read to its heads: a parent is missing',
    );
    expect(why(planCure(report([], { outcome: 'not-evaluated', reason: 'no ini' }), null, GROUND))).toContain(
      'no ini',
    );
  });

  test('where the versions directories conflict', () => {
    const conflict = environment({ heads: { base: ['b1'], head: ['p1'], merged: null } });
    expect(why(planCure(report([conflict]), null, GROUND))).toContain('conflict inside migrations/versions');
  });

  test('where the remedy itself was refused, for its reason', () => {
    expect(why(planCure(report([forked({ refused: 'two files share an id' })]), null, GROUND))).toBe(
      'two files share an id',
    );
  });

  test('where the template is not supported: the command is named', () => {
    const none = merge === undefined ? undefined : { ...merge, content: null };
    if (none === undefined) throw new Error('no merge revision');
    expect(why(planCure(report([forked({ mergeRevision: none })]), null, GROUND))).toContain(
      'run alembic merge',
    );
  });

  test('where nothing can be re-parented', () => {
    expect(why(planCure(report([forked({ reParent: null })]), 're-parent', GROUND))).toContain(
      'cannot be re-parented',
    );
  });

  test.each([
    '.github/workflows/x.py',
    'migrations/versions/../../x.py',
    'migrations/versions/m.yml',
    'migrations/env.py',
  ])('to %s', (path) => {
    if (merge === undefined) throw new Error('no merge revision');
    expect(why(planCure(report([forked({ mergeRevision: { ...merge, path } })]), null, GROUND))).toContain(
      'lies in no versions directory of the base',
    );
    const edits = [{ path, line: 1, before: 'a', after: 'b' }];
    expect(why(planCure(report([forked({ reParent: { edits } })]), 're-parent', GROUND))).toContain(
      'lies in no versions directory of the base',
    );
  });
});

describe('what the bot says', () => {
  const cure = planCure(report([forked()]), null, GROUND);
  if (cure.kind !== 'cure') throw new Error('no cure');

  test('holds the exact file and the command', () => {
    expect(cureByHand(cure)).toContain(`\`\`\`python\n${merge?.content ?? ''}\`\`\``);
    expect(cureByHand(cure)).toContain('alembic merge -m "merge" --rev-id m1 b1 p1');
  });

  test('is a commit message without skip markers, mentions, references or trailers', () => {
    const { headline, body } = commitMessage(cure, '[skip ci] @everyone closes #1', 'bob', 7);
    expect(headline).not.toMatch(/\[|@\w|#\d/);
    expect(body).toBe('Written by Alembic Gate for a command of bob on pull request 7.');
    expect(commitMessage(cure, null, 'bob', 7).headline).toBe('Merge migration heads b1 and p1');
  });

  test('is never a command itself', () => {
    for (const text of [HELP, cureByHand(cure)]) expect(replyBody(1, text)).not.toMatch(/^\s*\//m);
  });
});
