/**
 * Whatever can happen between two questions to GitHub happens before each of them in turn: a push, a landing, another run,
 * a comment deleted, a right taken away. No verdict is wrong or lost, nothing is said twice, and nobody's push is overrun.
 */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parseCommand } from '../../src/event/command.ts';
import { obey } from '../../src/flows/command.ts';
import type { Judge } from '../../src/flows/question.ts';
import { publishRun } from '../../src/flows/publish.ts';
import type { Pull } from '../fakes/github/world.ts';
import { revisionFile } from '../fakes/shop.ts';
import { judgeOver } from './judge-over-world.ts';
import { GATE, ME, openStage, type Stage } from './shop-ports.ts';

jest.setTimeout(600_000);

// With the same dates the same changes are the same commits, so that each question is judged only once for all moments.
beforeAll(() => {
  process.env['GIT_AUTHOR_DATE'] = process.env['GIT_COMMITTER_DATE'] = '2026-11-01T12:00:00Z';
});
afterAll(() => {
  delete process.env['GIT_AUTHOR_DATE'];
  delete process.env['GIT_COMMITTER_DATE'];
});

let open: Stage[] = [];
afterEach(async () => {
  for (const stage of open) await stage[Symbol.asyncDispose]();
  open = [];
});
function stageOf(): Stage {
  const stage = openStage();
  open.push(stage);
  return stage;
}

const judgements = new Map<string, ReturnType<Judge>>();
const judgeIn =
  ({ world }: Stage): Judge =>
  (question) => {
    const tip = world.git.tip(`refs/heads/${question.base}`);
    const key = JSON.stringify([tip, question.pullRequest, question.head, question.message, question.proof]);
    const known = judgements.get(key) ?? judgeOver(world)(question);
    judgements.set(key, known);
    return known;
  };

/** Runs the story once to count its questions, then once for each of them, with `happens` before it. */
async function atEach<S extends { readonly stage: Stage }>(
  begin: () => S,
  run: (story: S) => Promise<unknown>,
  happens: (story: S) => unknown,
  holds: (story: S, moment: string) => unknown,
): Promise<void> {
  const first = begin();
  first.stage.github.at(0, () => undefined);
  await run(first);
  const calls = first.stage.github.calls();
  expect(calls).toBeGreaterThan(5);
  for (let n = 1; n <= calls; n += 1) {
    const story = begin();
    story.stage.github.at(n, () => happens(story));
    await run(story).catch(() => undefined);
    story.stage.github.at(0, () => undefined);
    await holds(story, `before question ${n} of ${calls}`);
  }
}

const push = ({ world }: Stage, pull: Pull): string => {
  world.moveHead(pull, world.git.commit(pull.head, { 'x.txt': 'x\n' }, 'Push'));
  return pull.head;
};
/** Another pull request lands, which forks whatever grew from bbbbbbbbbbbb. */
const landFork = ({ world, main }: Stage): void =>
  world.git.point(
    'refs/heads/main',
    world.git.commit(main(), revisionFile('ffffffffffff', 'bbbbbbbbbbbb', 'fees'), 'Fees'),
  );
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
  const publish = ({ stage, pull: { head, branch }, run: id }: Story) =>
    publishRun(
      { kind: 'publish', run: { id, headSha: head, path: GATE, event: 'pull_request', branch } },
      { github: stage.github, judge: judgeIn(stage) },
    );
  const last = ({ stage, pull }: Story): string | undefined => stage.states(pull.head).at(-1);

  test('a push', () =>
    atEach(
      begin,
      publish,
      ({ stage, pull }) => void push(stage, pull),
      ({ stage, pull }, moment) => {
        expect({ moment, new: stage.states(pull.head) }).toEqual({ moment, new: [] });
        expect(stickies(stage, pull).length).toBeLessThanOrEqual(1);
      },
    ));

  test('a landing, and its own run comes afterwards', () =>
    atEach(
      begin,
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
      begin,
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
    atEach(begin, publish, publish, (story, moment) => {
      expect({ moment, last: last(story) }).toEqual({ moment, last: 'success' });
      expect(stickies(story.stage, story.pull)).toHaveLength(1);
    }));

  test('another run that knows more: the one that knows less does not win', () => {
    const unproved = (): Story => ({ ...begin(), run: 1 });
    const later = (): Story => {
      const story = unproved();
      story.stage.world.runs.length = 0;
      return story;
    };
    return atEach(
      later,
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
      begin,
      publish,
      ({ stage }) => void stage.world.comments.splice(0),
      async (story, moment) => {
        await publish(story);
        expect({ moment, last: last(story) }).toEqual({ moment, last: 'success' });
        expect(stickies(story.stage, story.pull)).toHaveLength(1);
      },
    ));

  test('a right taken away', () =>
    atEach(begin, publish, refuse, async (story, moment) => {
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
      { github, judge: judgeIn(stage), sleep: () => Promise.resolve() },
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
      begin,
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
      begin,
      command,
      ({ stage }) => landFork(stage),
      async (story, moment) => {
        expect(merges(story).length).toBeLessThanOrEqual(1);
        const [reply = ''] = replies(story);
        // Right before the last words nobody can look again: the trunk's own run says it then.
        const { report } = await judgeIn(story.stage)({
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
    atEach(begin, command, command, (story, moment) => {
      expect({ moment, merges: merges(story).length }).toEqual({ moment, merges: 1 });
      expect(replies(story)).toHaveLength(2);
      expect(stickies(story.stage, story.pull)).toHaveLength(1);
    }));

  test('a right taken away: after another command there is one commit, and its verdict waits', () =>
    atEach(begin, command, refuse, async (story, moment) => {
      await command({ ...story, judged: story.pull.head });
      expect({
        moment,
        merges: merges(story).length,
        last: story.stage.states(story.pull.head).at(-1),
      }).toEqual({
        moment,
        merges: 1,
        last: 'pending',
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
  const look = ({ stage }: Story) => stage.refresh();
  const last = ({ stage, pull }: Story): string | undefined => stage.states(pull.head).at(-1);

  test('a push to the pull request', () =>
    atEach(
      begin,
      look,
      ({ stage, pull }) => void push(stage, pull),
      ({ stage, pull }, moment) => {
        const green = stage.states(pull.head).includes('success');
        expect({ moment, green }).toEqual({ moment, green: false });
      },
    ));

  test('the late run of its gate', () =>
    atEach(
      begin,
      look,
      ({ stage, pull, run }) => stage.publish(pull, run),
      (story, moment) => {
        expect({ moment, last: last(story) }).toEqual({ moment, last: 'failure' });
        expect(stickies(story.stage, story.pull)).toHaveLength(1);
      },
    ));

  test('a fault', () =>
    atEach(begin, look, refuse, async (story, moment) => {
      expect(stickies(story.stage, story.pull).length).toBeLessThanOrEqual(1);
      await look(story);
      expect({ moment, last: last(story) }).toEqual({ moment, last: 'failure' });
      expect(stickies(story.stage, story.pull)).toHaveLength(1);
    }));
});
