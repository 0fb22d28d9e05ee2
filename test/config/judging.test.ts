import { describe, expect, test } from '@jest/globals';
import { discoverEnvironments } from '../../src/config/discover.ts';
import { hiddenPlaces, judgedEnvironments } from '../../src/config/judging.ts';
import type { JudgedEnvironment } from '../../src/config/judging.ts';
import { memoryTree } from '../fakes/memory-tree.ts';

type Files = Readonly<Record<string, string>>;

async function judge(base: Files, merged: Files): Promise<readonly JudgedEnvironment[]> {
  const discover = (files: Files): ReturnType<typeof discoverEnvironments> =>
    discoverEnvironments(memoryTree(files), { environments: [] });
  return judgedEnvironments(await discover(base), await discover(merged));
}

const scripts = (directory: string): Files => ({
  [`${directory}/env.py`]: 'from alembic import context',
  [`${directory}/versions/1.py`]: '',
});
const ini = (text: string): Files => ({ 'alembic.ini': `[alembic]\n${text}\n` });

describe('the environments that judge a pull request', () => {
  test('one that did not change is itself, with nothing hidden', async () => {
    const files = { ...ini('script_location = m'), ...scripts('m') };
    const judged = await judge(files, files);
    expect(judged).toMatchObject([{ environment: { name: 'm', versionLocations: ['m/versions'] } }]);
    expect(hiddenPlaces(judged)).toEqual([]);
  });

  test('one that the pull request brings is judged as it is there', async () => {
    const judged = await judge({}, scripts('m'));
    expect(judged).toMatchObject([{ environment: { name: 'm' }, base: null }]);
    expect(hiddenPlaces(judged)).toEqual([]);
  });

  test('one whose ini is deleted is judged by the base’s, and its bare directory still pairs with it', async () => {
    const judged = await judge(
      { ...ini('script_location = m\ntimezone = UTC'), ...scripts('m') },
      scripts('m'),
    );
    expect(judged).toMatchObject([{ environment: { name: 'm', timezone: 'UTC' }, merged: { ini: null } }]);
  });

  test('one that is moved with its versions is read from both places, and said to move', async () => {
    const judged = await judge(
      { ...ini('script_location = m'), ...scripts('m') },
      { ...ini('script_location = db'), ...scripts('db') },
    );
    expect(judged).toMatchObject([
      { environment: { name: 'm', versionLocations: ['m/versions', 'db/versions'] } },
    ]);
    expect(hiddenPlaces(judged)).toEqual([
      'environment m moves to db',
      'environment m no longer reads revisions from m/versions',
    ]);
  });

  test('one whose locations or recursion are cut back is still read in full', async () => {
    const files = { ...scripts('m'), 'm/more/2.py': '' };
    const judged = await judge(
      {
        ...ini(
          'script_location = m\nversion_locations = m/versions, m/more\nrecursive_version_locations = true',
        ),
        ...files,
      },
      { ...ini('script_location = m'), ...files },
    );
    expect(judged).toMatchObject([
      { environment: { versionLocations: ['m/versions', 'm/more'], recursive: true } },
    ]);
    expect(hiddenPlaces(judged)).toEqual([
      'environment m no longer reads revisions from m/more',
      'environment m no longer reads sub-directories',
    ]);
  });

  test('one that is gone altogether stays, and is said to be gone', async () => {
    const judged = await judge(scripts('m'), { 'README.md': '' });
    expect(judged).toMatchObject([{ environment: { name: 'm' }, merged: null }]);
    expect(hiddenPlaces(judged)).toEqual(['environment m can no longer be found']);
  });
});
