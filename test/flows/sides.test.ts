import { expect, test } from '@jest/globals';
import { resolveSides } from '../../src/flows/sides.ts';
import { openRepository } from '../../src/io/git/open.ts';
import { SILENT } from '../../src/io/log.ts';
import { sandbox } from '../io/git-sandbox.ts';

test.each(['main', 'origin/main'])(
  'a base that the clone has never seen is fetched where that is asked for: %s',
  async (base) => {
    using box = sandbox();
    const origin = box.repo('origin');
    origin.commit('root', { text: '1\n' });
    const main = origin.commit('main', { other: '2\n' });
    origin.git('branch', 'work', 'HEAD~1');
    const clone = box.repo('clone', '--single-branch', '--branch=work', `file://${origin.path}`);
    await using repository = await openRepository(clone.path);
    const asked = { base, head: 'HEAD' };
    await expect(resolveSides({ ...asked, fetch: false }, repository, SILENT)).rejects.toThrow(
      `${base} is not a commit, branch or tag here`,
    );
    const sides = await resolveSides({ ...asked, fetch: true }, repository, SILENT);
    expect(sides.base.sha).toBe(main);
  },
);
