import { describe, expect, test } from '@jest/globals';
import { whyNotPublished } from '../../src/flows/gate-publication.ts';

type Facts = Parameters<typeof whyNotPublished>;
const own: Facts[0] = { pullRequest: 7, from: 'repository' };

describe('a run of the gate', () => {
  test.each<[string, Facts]>([
    ['a branch of the repository, whatever ran', [own, { database: 'auto' }, false]],
    ['a fork whose code was not run', [{ ...own, from: 'fork' }, { database: 'none' }, false]],
    ['Dependabot whose code was not run', [{ ...own, from: 'dependabot' }, { database: 'none' }, false]],
  ])('may write about %s', (_what, facts) => {
    expect(whyNotPublished(...facts)).toBeNull();
  });

  test.each<[string, Facts, string]>([
    [
      'a fork whose code was run',
      [{ ...own, from: 'fork' }, { database: 'auto' }, false],
      'code of a fork ran',
    ],
    [
      'Dependabot whose code was run',
      [{ ...own, from: 'dependabot' }, { database: 'service' }, false],
      'code of Dependabot ran',
    ],
    ['no pull request', [{ ...own, pullRequest: null }, { database: 'none' }, false], 'pull requests only'],
    ['another base than the event’s', [own, { database: 'none' }, true], 'something else than #7'],
  ])('may not write about %s', (_what, facts, why) => {
    expect(whyNotPublished(...facts)).toContain(why);
  });
});
