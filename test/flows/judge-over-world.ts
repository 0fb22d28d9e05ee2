/** The bot's own judgement over the fake's repository, without a network in between. */
import { approvalsOf, type ReviewPorts } from '../../src/flows/approvals.ts';
import { judgeAsData, type Judge, type Judgement } from '../../src/flows/question.ts';
import type { RepositoryOptions } from '../../src/io/git.ts';
import { openRepository } from '../../src/io/git/open.ts';
import { SILENT } from '../../src/io/log.ts';
import { githubOver } from '../fakes/github/port.ts';
import type { Tree } from '../../src/tree/tree.ts';
import type { World } from '../fakes/github/world.ts';

const none = (): never => {
  throw new Error('the bot runs nothing');
};
export const RUNS_NOTHING = {
  startDriver: none,
  runCommand: none,
  carry: none,
  openServer: none,
  runProofs: none,
  temporaryDirectory: none,
};

export function judgeOver(
  world: World,
  github: ReviewPorts = githubOver(world),
  options: RepositoryOptions = {},
): Judge {
  return async ({ pullRequest, base, head, message = null, proof = null }) => {
    // Opened anew for each question, as refs may have moved.
    await using repository = await openRepository(world.git.path, options);
    const clock = { now: () => ({ epochMicroseconds: 0 }), timeZone: 'UTC', newId: () => head.slice(0, 12) };
    const ports = { ...RUNS_NOTHING, repository, log: SILENT, clock, now: () => 0 };
    const asking =
      pullRequest === null
        ? {}
        : { approvals: approvalsOf({ pullRequest, github, repository, log: SILENT }) };
    const question = { base: `refs/heads/${base}`, head, message, proof, ...asking };
    return await kept(await judgeAsData(question, ports, 'test'));
  };
}

/** Read while the repository is open: a tree's contents come from it. */
export async function kept(judgement: Judgement): Promise<Judgement> {
  const baseTree = await read(judgement.baseTree);
  return { ...judgement, baseTree, headTree: await read(judgement.headTree) };
}

async function read(tree: Tree): Promise<Tree> {
  const texts = await tree.read([...tree.entries.keys()]);
  return { ...tree, read: () => Promise.resolve(texts) };
}
