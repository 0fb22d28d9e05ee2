/**
 * Whatever can happen between two questions to GitHub happens before each of them in turn: a push, a landing, another run,
 * a comment deleted, a right taken away. No verdict is wrong or lost, nothing is said twice, and nobody's push is overrun.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parseCommand } from '../../src/event/command.ts';
import { obey } from '../../src/flows/command.ts';
import type { Files } from '../fakes/github/git.ts';
import type { Pull } from '../fakes/github/world.ts';
import { revisionFile } from '../fakes/shop.ts';
import { judgingOnce, remember } from './remembered.ts';
import { ME, openStage, type Stage } from './shop-ports.ts';

jest.setTimeout(600_000);

// With the same dates the same changes are the same commits, so that each question is judged only once for all moments.
beforeAll(() => {
  process.env['GIT_AUTHOR_DATE'] = process.env['GIT_COMMITTER_DATE'] = '2026-11-01T12:00:00Z';
});
afterAll(() => {
  delete process.env['GIT_AUTHOR_DATE'];
  delete process.env['GIT_COMMITTER_DATE'];
});

const stages: Stage[] = [];
afterAll(async () => {
  for (const stage of stages) await stage[Symbol.asyncDispose]();
});
/** One for all that is told of the same beginning. */
function stageOf(): Stage {
  const stage = openStage(judgingOnce());
  stages.push(stage);
  return stage;
}

/** Runs the story once to count its questions, then once for each of them, with `happens` before it. */
async function atEach<S extends { readonly stage: Stage }>(
  first: S,
  run: (story: S) => Promise<unknown>,
  happens: (story: S) => unknown,
  holds: (story: S, moment: string) => unknown,
): Promise<void> {
  const { github, world } = first.stage;
  const rewind = remember(world);
  github.at(0, () => undefined);
  await run({ ...first });
  const calls = github.calls();
  expect(calls.length).toBeGreaterThan(5);
  rewind();
  for (const [index, question] of calls.entries()) {
    try {
      const story = { ...first };
      github.at(index + 1, () => happens(story));
      await run(story).catch(() => undefined);
      github.at(0, () => undefined);
      await holds(story, `before question ${index + 1} of ${calls.length}: ${question}`);
    } finally {
      rewind();
    }
  }
}

const commits = new Map<string, string>();
/** The same commit each time, so it is made only once. */
function commitOnce({ world }: Stage, parent: string, files: Files): string {
  const key = `${world.git.path} ${parent} ${Object.keys(files).join()}`;
  const sha = commits.get(key) ?? world.git.commit(parent, files, 'Change');
  commits.set(key, sha);
  return sha;
}
const push = (stage: Stage, pull: Pull): string => {
  stage.world.moveHead(pull, commitOnce(stage, pull.head, { 'x.txt': 'x\n' }));
  return pull.head;
};
/** Another pull request lands, which forks whatever grew from bbbbbbbbbbbb. */
const landFork = (stage: Stage): void => {
  const landed = commitOnce(stage, stage.main(), revisionFile('ffffffffffff', 'bbbbbbbbbbbb', 'fees'));
  stage.world.git.point('refs/heads/main', landed);
};
const stickies = ({ world }: Stage, { number }: Pull): readonly string[] =>
  world.comments
    .filter(
      (one) => one.pull === number && one.login === ME && one.body.startsWith('<!-- alembic-gate:sticky -->'),
    )
    .map(({ body }) => body);
const refuse = (): never => {
  throw new Error('GitHub did not do it: 403; the job needs the permission pull-requests: write');
};

describe('after a run of the gate', () => {
  interface Story {
    readonly stage: Stage;
    readonly pull: Pull;
    readonly run: number;
  }
  const begin = (): Story => {
    const stage = stageOf();
    const pull = stage.adding(8, 'cccccccccccc', 'stock');
    return { stage, pull, run: stage.run(pull, 'cccccccccccc') };
  };
  let green: Story;
  beforeAll(() => {
    green = begin();
  });
  const publish = ({ stage, pull, run }: Story) => stage.publish(pull, run);
  const last = ({ stage, pull }: Story): string | undefined => stage.states(pull.head).at(-1);

  test('a push', () =>
    atEach(
      green,
      publish,
      ({ stage, pull }) => void push(stage, pull),
      ({ stage, pull }, moment) => {
        expect({ moment, new: stage.states(pull.head) }).toEqual({ moment, new: [] });
        expect(stickies(stage, pull).length).toBeLessThanOrEqual(1);
      },
    ));

  test('a landing, and its own run comes afterwards', () =>
    atEach(
      green,
      publish,
      ({ stage }) => landFork(stage),
      async (story, moment) => {
        // The push of the trunk would look at it; another run of the same does the same here.
        await publish(story);
        expect({ moment, last: last(story) }).toEqual({ moment, last: 'failure' });
        expect(stickies(story.stage, story.pull)).toEqual([expect.stringContaining('ffffffffffff')]);
      },
    ));

  test('a landing, whose own run comes in between: the late one does not win', () =>
    atEach(
      green,
      publish,
      async (story) => {
        landFork(story.stage);
        await publish(story);
      },
      (story, moment) => {
        expect({ moment, last: last(story) }).toEqual({ moment, last: 'failure' });
        expect(stickies(story.stage, story.pull)).toEqual([expect.stringContaining('ffffffffffff')]);
      },
    ));

  test('another run that does the same', () =>
    atEach(green, publish, publish, (story, moment) => {
      expect({ moment, last: last(story) }).toEqual({ moment, last: 'success' });
      expect(stickies(story.stage, story.pull)).toHaveLength(1);
    }));

  test('another run that knows more: the one that knows less does not win', () => {
    const unproved: Story = { ...begin(), run: 1 };
    unproved.stage.world.runs.length = 0;
    return atEach(
      unproved,
      publish,
      (story) => publish({ ...story, run: story.stage.run(story.pull, 'cccccccccccc') }),
      (story, moment) => {
        expect({ moment, last: last(story) }).toEqual({ moment, last: 'success' });
        expect(stickies(story.stage, story.pull)).toHaveLength(1);
      },
    );
  });

  test('a comment deleted', () =>
    atEach(
      green,
      publish,
      ({ stage }) => void stage.world.comments.splice(0),
      async (story, moment) => {
        await publish(story);
        expect({ moment, last: last(story) }).toEqual({ moment, last: 'success' });
        expect(stickies(story.stage, story.pull)).toHaveLength(1);
      },
    ));

  test('a right taken away', () =>
    atEach(green, publish, refuse, async (story, moment) => {
      const before = story.stage.states(story.pull.head);
      expect([[], ['pending'], ['success']]).toContainEqual(before);
      await publish(story);
      expect({ moment, last: last(story) }).toEqual({ moment, last: 'success' });
      expect(stickies(story.stage, story.pull)).toHaveLength(1);
    }));
});

describe('during /merge-heads', () => {
  interface Story {
    readonly stage: Stage;
    readonly pull: Pull;
    readonly judged: string;
    pushed: string | null;
  }
  const begin = (): Story => {
    const stage = stageOf();
    const pull = stage.adding(8, 'cccccccccccc', 'stock', 'aaaaaaaaaaaa');
    stage.run(pull, 'cccccccccccc');
    return { stage, pull, judged: pull.head, pushed: null };
  };
  let forked: Story;
  beforeAll(() => {
    forked = begin();
  });
  const command = async ({ stage, pull, judged }: Story): Promise<string> => {
    const { world, github } = stage;
    const text = `/merge-heads ${judged}`;
    const { id } = world.say(pull.number, 'alice', text);
    const parsed = parseCommand(text);
    if (parsed === null) throw new Error('no command');
    return obey(
      {
        kind: 'command',
        command: parsed,
        pullRequest: pull.number,
        comment: { id, createdAt: new Date() },
        by: 'alice',
        defaultBranch: 'main',
      },
      { github, judge: stage.judge, sleep: () => Promise.resolve() },
    );
  };
  const merges = ({ stage, pull }: Story): readonly string[] =>
    stage.world.git
      .git(['log', '--format=%H %s', pull.head])
      .split('\n')
      .filter((line) => line.includes('Merge migration heads'))
      .map((line) => line.slice(0, 40));
  const replies = ({ stage }: Story): readonly string[] =>
    stage.world.comments
      .map(({ body }) => body)
      .filter((body) => body.startsWith('<!-- alembic-gate:reply:'));
  const green = ({ stage, pull }: Story): boolean => stage.states(pull.head).includes('success');

  test('a push is never built upon', () =>
    atEach(
      forked,
      command,
      (story) => void (story.pushed = push(story.stage, story.pull)),
      (story, moment) => {
        const { git } = story.stage.world;
        const onTop = merges(story).filter((sha) => git.git(['rev-list', sha]).includes(story.pushed ?? '?'));
        expect({ moment, onTop, green: green(story) }).toEqual({ moment, onTop: [], green: false });
        expect(replies(story).length).toBeLessThanOrEqual(1);
      },
    ));

  test('a landing leaves one commit at most, and no word of a cure that is none', () =>
    atEach(
      forked,
      command,
      ({ stage }) => landFork(stage),
      async (story, moment) => {
        expect(merges(story).length).toBeLessThanOrEqual(1);
        const [reply = ''] = replies(story);
        // Right before the last words nobody can look again: the trunk's own run says it then.
        const { report } = await story.stage.judge({
          pullRequest: 8,
          base: 'main',
          head: story.pull.head,
        });
        const cured = reply.includes('expected heads again') && report.outcome === 'pass';
        const status = story.stage.states(story.pull.head).at(-1);
        expect({ moment, wrong: status === 'success' || (cured && status !== 'pending') }).toEqual({
          moment,
          wrong: false,
        });
        expect(replies(story)).toHaveLength(1);
      },
    ));

  test('the same command again makes one commit of the two', () =>
    atEach(forked, command, command, (story, moment) => {
      expect({ moment, merges: merges(story).length }).toEqual({ moment, merges: 1 });
      expect(replies(story)).toHaveLength(2);
      expect(stickies(story.stage, story.pull)).toHaveLength(1);
    }));

  test('a right taken away: after another command there is one commit, and its verdict waits', () =>
    atEach(forked, command, refuse, async (story, moment) => {
      await command({ ...story, judged: story.pull.head });
      expect({
        moment,
        merges: merges(story).length,
        last: story.stage.states(story.pull.head).at(-1),
        started: story.stage.world.dispatches.length > 0,
      }).toEqual({
        moment,
        merges: 1,
        last: 'pending',
        // Otherwise it would wait for ever.
        started: true,
      });
      expect(stickies(story.stage, story.pull)).toHaveLength(1);
    }));
});

describe('while a push to the trunk is looked at', () => {
  interface Story {
    readonly stage: Stage;
    readonly pull: Pull;
    readonly run: number;
  }
  const begin = (): Story => {
    const stage = stageOf();
    const pull = stage.adding(8, 'cccccccccccc', 'stock');
    const run = stage.run(pull, 'cccccccccccc');
    stage.world.statuses.push({
      sha: pull.head,
      context: 'alembic-gate/verdict',
      state: 'success',
      description: '1 new revision, one line of history; against main at bbbbbbbbbbbb',
      login: ME,
    });
    landFork(stage);
    return { stage, pull, run };
  };
  let landed: Story;
  beforeAll(() => {
    landed = begin();
  });
  const look = ({ stage }: Story) => stage.refresh();
  const last = ({ stage, pull }: Story): string | undefined => stage.states(pull.head).at(-1);

  test('a push to the pull request', () =>
    atEach(
      landed,
      look,
      ({ stage, pull }) => void push(stage, pull),
      ({ stage, pull }, moment) => {
        const green = stage.states(pull.head).includes('success');
        expect({ moment, green }).toEqual({ moment, green: false });
      },
    ));

  test('the late run of its gate', () =>
    atEach(
      landed,
      look,
      ({ stage, pull, run }) => stage.publish(pull, run),
      (story, moment) => {
        expect({ moment, last: last(story) }).toEqual({ moment, last: 'failure' });
        expect(stickies(story.stage, story.pull)).toHaveLength(1);
      },
    ));

  test('a fault', () =>
    atEach(landed, look, refuse, async (story, moment) => {
      expect(stickies(story.stage, story.pull).length).toBeLessThanOrEqual(1);
      await look(story);
      expect({ moment, last: last(story) }).toEqual({ moment, last: 'failure' });
      expect(stickies(story.stage, story.pull)).toHaveLength(1);
    }));
});
