/** A shop with open pull requests, whose gate proves on a real MySQL and whose bot is the built action. */
import { dirname } from 'node:path';
import { startGitHub, type FakeGitHub } from '../fakes/github/server.ts';
import type { Pull } from '../fakes/github/world.ts';
import { openShop, revisionFile } from '../fakes/shop.ts';
import { testbed } from '../testbed.ts';
import { bot, gate } from './shop.ts';

export const PROVING = {
  inputs: { database: 'local', engine: 'mysql' },
  path: [dirname(testbed().mysqld), dirname(testbed().python.newest)].join(':'),
};

export interface Scene extends AsyncDisposable {
  readonly fake: FakeGitHub;
  /** An open pull request that adds one revision, on the tip of the branch that it goes to. */
  readonly adding: (number: number, id: string, parent: string, table: string, some?: Partial<Pull>) => Pull;
  /** The gate proves it on MySQL, and the bot publishes that. Throws where the gate does not pass. */
  readonly prove: (pull: Pull) => Promise<void>;
  /** The verdicts on its head, oldest first. */
  readonly verdicts: (pull: Pull) => string[];
  /** Its comments that nobody minimised. */
  readonly shown: (pull: Pull) => string[];
  /** The last answer to a command on it. */
  readonly answer: (pull: Pull) => string;
}

export async function openScene(): Promise<Scene> {
  const fake = await startGitHub();
  const { world } = fake;
  openShop(world).pull.state = 'closed';
  const shown = ({ number }: Pull): string[] =>
    world.comments.filter((one) => one.pull === number && one.minimised === null).map(({ body }) => body);
  return {
    fake,
    shown,
    adding(number, id, parent, table, some = {}) {
      const base = some.base ?? 'main';
      const head = world.git.commit(
        world.git.tip(`refs/heads/${base}`),
        revisionFile(id, parent, table),
        table,
      );
      return world.openPull({ number, author: 'alice', base, branch: table, head, ...some });
    },
    async prove(pull) {
      const { code, run, log } = await gate(fake, pull, PROVING);
      if (code !== 0) throw new Error(`the gate did not pass:\n${log}`);
      await bot(fake, pull, run);
    },
    verdicts: ({ head }) =>
      world.statuses
        .filter(({ sha, context }) => sha === head && context === 'alembic-gate/verdict')
        .map(({ state }) => state),
    answer: (pull) => shown(pull).findLast((body) => body.startsWith('<!-- alembic-gate:reply:')) ?? '',
    [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose](),
  };
}
