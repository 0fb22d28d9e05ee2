/** The bot's survey out of a clone of its own, as in a run, with the fake's repository as its remote. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { surveyIn, type Survey } from '../../src/flows/survey.ts';
import type { Repository, RepositoryOptions } from '../../src/io/git.ts';
import { openRepository } from '../../src/io/git/open.ts';
import { SILENT } from '../../src/io/log.ts';
import { githubOver } from '../fakes/github/port.ts';
import type { World } from '../fakes/github/world.ts';
import { RUNS_NOTHING } from './judge-over-world.ts';

/** One clone for all surveys. `root` goes away with the test, and the clone with it; what is opened is for the test to close. */
export function surveyOver(
  world: World,
  root: string,
  opened: AsyncDisposable[],
  options: RepositoryOptions = {},
): (branch: string) => Promise<Survey> {
  const open = async (branch: string): Promise<Repository> => {
    const clone = mkdtempSync(join(root, 'clone-'));
    const git = (...args: string[]): Buffer => execFileSync('git', ['-C', clone, ...args], { stdio: 'pipe' });
    git('init', '--quiet', '--bare', '.');
    git('config', 'remote.origin.url', `file://${world.git.path}`);
    const refspec = `+refs/heads/${branch}:refs/remotes/origin/${branch}`;
    git('fetch', '--quiet', '--filter=blob:none', 'origin', refspec);
    const repository = await openRepository(clone, options);
    opened.push(repository);
    return repository;
  };
  let first: Promise<Repository> | undefined;
  return async (branch) => {
    const known = first;
    const repository = await (first ??= open(branch));
    if (known !== undefined) await repository.fetchAll([`origin/${branch}`]);
    const clock = { now: () => ({ epochMicroseconds: 0 }), timeZone: 'UTC', newId: () => '000000000000' };
    const github = githubOver(world);
    return surveyIn(
      repository,
      { ...RUNS_NOTHING, github, repository, log: SILENT, warnings: SILENT, clock, now: () => 0 },
      'test',
    );
  };
}
