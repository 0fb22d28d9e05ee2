/** Commands over the fake's world: real git and the real check, GitHub without HTTP. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCommand } from '../../src/event/command.ts';
import { obey } from '../../src/flows/command.ts';
import { githubOver, type InMemoryGitHub } from '../fakes/github/port.ts';
import { World, type Pull } from '../fakes/github/world.ts';
import { openShop, revisionFile } from '../fakes/shop.ts';
import { environment, forked, proof, report, revision } from '../publish/reports.ts';
import type { Resolution } from '../../src/remedy/resolution.ts';
import { judgeOver } from './judge-over-world.ts';

let root: string;
let world: World;
let github: InMemoryGitHub;
let pull: Pull;
let main: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'command-'));
  world = new World(root);
  github = githubOver(world);
  ({ pull, main } = openShop(world));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Says it on the pull request and lets the bot obey; returns the bot's reply. */
async function say(text: string, by = 'alice', createdAt = new Date(Date.now() + 60_000)): Promise<string> {
  const command = parseCommand(text);
  if (command === null) throw new Error(`${text} is no command`);
  const { id } = world.say(pull.number, by, text);
  await obey(
    {
      kind: 'command',
      command,
      pullRequest: pull.number,
      comment: { id, createdAt },
      by,
      defaultBranch: 'main',
    },
    { github, judge: judgeOver(world), sleep: () => Promise.resolve() },
  );
  return world.comments.find(({ body }) => body.startsWith(`<!-- alembic-gate:reply:${id} -->`))?.body ?? '';
}

const commits = (): string[] =>
  github.writes.filter((write) => write === 'commit' || write === 'updateBranch');
const lastReaction = (): string | undefined => world.reactions.at(-1)?.content;
/** What an honest gate run on the head would have left, had running the cure ended like this. */
const ranCure = (some: Partial<Resolution>): void => {
  const { resolution } = forked();
  if (resolution === null) throw new Error('a fork has a cure');
  const steps = proof().steps.map((step) => ({ ...step, revision: 'cccccccccccc' }));
  const shown = environment({
    heads: { base: ['bbbbbbbbbbbb'], head: ['cccccccccccc'], merged: ['bbbbbbbbbbbb', 'cccccccccccc'] },
    revisions: { added: [revision('cccccccccccc')], changed: [], removed: [] },
    database: proof({ steps }),
    resolution: { ...resolution, ...some },
  });
  const archive = Buffer.from(JSON.stringify(report([shown], { head: { ref: pull.head, sha: pull.head } })));
  const run = { id: 1, workflowId: 12, path: '.github/workflows/gate.yml', event: 'pull_request' };
  world.runs.push({ ...run, headSha: pull.head, createdAt: new Date() });
  world.artifacts.push({ id: world.nextId(), run: 1, name: 'alembic-gate-report', archive });
};
const withParents = (...downRevisions: string[]): Partial<Resolution> => ({
  mergeRevision: { id: 'm1', path: 'm1.py', content: '', downRevisions, command: '' },
});
const configure = (text: string): void => {
  world.git.point(
    'refs/heads/main',
    world.git.commit(main, { '.github/alembic-gate.yml': text }, 'Configure'),
  );
};

describe('/merge-heads', () => {
  test('brings the branch up to date, commits one file, judges it and answers once', async () => {
    const reply = await say(`/merge-heads ${pull.head.slice(0, 7)} -m "orders and stock"`);
    expect(reply).toContain('The history has its expected heads again.');
    expect(commits()).toEqual(['updateBranch', 'commit']);
    const changed = world.git.git(['diff', '--name-status', `${pull.head}^`, pull.head]);
    expect(changed).toMatch(/^A\tmigrations\/versions\/\w+_orders_and_stock\.py$/);
    expect(world.statuses.findLast(({ sha }) => sha === pull.head)?.state).toBe('pending');
  });

  test('only commits where the branch has both parents already', async () => {
    world.moveHead(pull, world.git.merge(pull.head, main, 'Merge main') ?? '');
    await say(`/merge-heads ${pull.head}`);
    expect(commits()).toEqual(['commit']);
  });

  test('re-parents by editing one line of one file', async () => {
    await say(`/merge-heads ${pull.head} re-parent`);
    const diff = world.git.git(['diff', '--unified=0', `${pull.head}^`, pull.head]);
    expect(diff).toContain("+down_revision = 'bbbbbbbbbbbb'");
    expect(world.git.git(['diff', '--name-status', `${pull.head}^`, pull.head])).toBe(
      'M\tmigrations/versions/cccccccccccc_stock.py',
    );
    expect(lastReaction()).toBe('rocket');
  });

  test('does not commit a cure that the run on a database saw fail', async () => {
    ranCure({ ...withParents('bbbbbbbbbbbb', 'cccccccccccc'), refused: 'The merge revision itself fails.' });
    const reply = await say(`/merge-heads ${pull.head}`);
    expect(reply).toContain('The merge revision itself fails.');
    expect(commits()).toEqual([]);
  });

  test.each([
    ['bbbbbbbbbbbb', 'cccccccccccc'],
    ['cccccccccccc', 'bbbbbbbbbbbb'],
  ])('commits the parents in the order that the run on a database found: %s, %s', async (first, second) => {
    ranCure(withParents(first, second));
    await say(`/merge-heads ${pull.head}`);
    const path = world.git.git(['diff', '--name-only', `${pull.head}^`, pull.head]).trim();
    expect(world.git.git(['show', `${pull.head}:${path}`])).toContain(
      `down_revision = ('${first}', '${second}')`,
    );
  });

  test('heeds no order of parents that are not the heads', async () => {
    ranCure(withParents('cccccccccccc', 'dddddddddddd'));
    await say(`/merge-heads ${pull.head}`);
    const path = world.git.git(['diff', '--name-only', `${pull.head}^`, pull.head]).trim();
    expect(world.git.git(['show', `${pull.head}:${path}`])).not.toContain('dddddddddddd');
  });

  test('a second time finds nothing to do', async () => {
    await say(`/merge-heads ${pull.head}`);
    const done = pull.head;
    expect(await say(`/merge-heads ${pull.head}`)).toContain('Nothing to do');
    expect(pull.head).toBe(done);
  });

  test('works in its bare form while the head is older than the comment', async () => {
    expect(await say('/merge-heads')).toContain('Committed');
  });
});

describe('/merge-heads is refused in one sentence', () => {
  const headline = (reply: string): string => reply.split('\n')[1] ?? '';

  test('in its bare form when the head is newer than the comment', async () => {
    expect(headline(await say('/merge-heads', 'alice', new Date(0)))).toContain('is newer than the command');
  });

  test('also when only GitHub’s own clock shows that', async () => {
    world.runs.push({
      id: 1,
      workflowId: 1,
      path: 'x',
      event: 'pull_request',
      headSha: pull.head,
      createdAt: new Date(Date.now() + 3_600_000),
    });
    expect(headline(await say('/merge-heads'))).toContain('is newer than the command');
  });

  test('when the branch is a trunk by the base’s configuration', async () => {
    configure('trunks: [main, stock]\n');
    expect(headline(await say(`/merge-heads ${pull.head}`))).toContain('the branch stock is a trunk');
  });

  test('when another pull request is based on the branch', async () => {
    world.openPull({ number: 9, author: 'bob', base: 'stock', branch: 'more', head: pull.head });
    expect(headline(await say(`/merge-heads ${pull.head}`))).toContain('is the base of pull request 9');
  });

  test('when the branch is gone', async () => {
    world.git.git(['update-ref', '-d', 'refs/heads/stock']);
    expect(headline(await say(`/merge-heads ${pull.head}`))).toContain('the branch stock is gone');
  });

  test('when the versions conflict', async () => {
    const path = 'migrations/versions/aaaaaaaaaaaa_users.py';
    world.moveHead(pull, world.git.commit(pull.head, { [path]: '# ours\n' }, 'Edit'));
    world.git.point('refs/heads/main', world.git.commit(main, { [path]: '# theirs\n' }, 'Edit'));
    expect(headline(await say(`/merge-heads ${pull.head}`))).toContain('conflict inside');
  });

  test('when the template cannot be rendered exactly: the command is named', async () => {
    world.git.point(
      'refs/heads/main',
      world.git.commit(main, { 'migrations/script.py.mako': '<%! import os %>\n' }, 'Template'),
    );
    expect(headline(await say(`/merge-heads ${pull.head}`))).toContain('script.py.mako cannot be rendered');
  });

  test.each(['updateBranch', 'commit'] as const)('when somebody pushes just before %s', async (moment) => {
    github.before(moment, () =>
      world.moveHead(pull, world.git.commit(pull.head, { 'x.txt': 'x\n' }, 'Push')),
    );
    const judged = pull.head;
    const reply = await say(`/merge-heads ${judged}`);
    expect(reply).toContain('Nothing was committed');
    expect(world.git.git(['log', '--format=%s', pull.head])).not.toContain('Merge migration heads');
  });
});

test('a push between the update of the branch and the commit stops the command', async () => {
  const through = github;
  github = {
    ...github,
    updateBranch: async (of, expected) => {
      await through.updateBranch(of, expected);
      world.moveHead(pull, world.git.commit(pull.head, { 'x.txt': 'x\n' }, 'Push'));
    },
  };
  expect(await say(`/merge-heads ${pull.head}`)).toContain('somebody pushed while');
  expect(github.writes).not.toContain('commit');
});

test('a fault of GitHub is told to whoever asked', async () => {
  github.before('openPullRequests', () => {
    throw new Error('GitHub did not list the open pull requests: 500');
  });
  expect(await say(`/merge-heads ${pull.head}`)).toContain('could not be carried out: GitHub did not list');
  expect(lastReaction()).toBe('confused');
});

test('a history that cannot be read is never called cured', async () => {
  configure('databse: none\n');
  expect(await say(`/merge-heads ${pull.head}`)).toContain('the history cannot be read to its heads');
});

test('a base that conflicts elsewhere is not merged: the reply holds the file and the command', async () => {
  world.moveHead(pull, world.git.commit(pull.head, { 'README.md': 'ours\n' }, 'Readme'));
  world.git.point('refs/heads/main', world.git.commit(main, { 'README.md': 'theirs\n' }, 'Readme'));
  const head = pull.head;
  const reply = await say(`/merge-heads ${head}`);
  expect(pull.head).toBe(head);
  expect(reply).toContain('merge conflict');
  expect(reply).toContain('alembic merge');
  expect(reply).toContain('```python');
});

describe('who may command', () => {
  test('somebody with write access', async () => {
    world.people.set('bob', 'write');
    expect(await say('/migrations-help', 'bob')).toContain('/merge-heads');
  });

  test('not a reader, and not the author without write access', async () => {
    world.people.set('alice', 'read');
    expect(await say(`/merge-heads ${pull.head}`)).toBe('');
    expect(world.reactions.map(({ content }) => content)).toEqual(['-1']);
    expect(commits()).toEqual([]);
  });

  test('the author where the base’s configuration lets authors', async () => {
    world.people.set('alice', 'read');
    configure('commands:\n  author: true\n');
    expect(await say(`/merge-heads ${pull.head}`)).toContain('Committed');
  });

  test('nobody while GitHub cannot say what they may do', async () => {
    github.before('permission', () => {
      throw new Error('GitHub did not say what alice may do');
    });
    await expect(say(`/merge-heads ${pull.head}`)).rejects.toThrow('did not say');
    expect(github.writes).toEqual([]);
  });
});

describe('the gate for the new commit', () => {
  const leaveRun = (): void => {
    world.runs.push({
      id: 5,
      workflowId: 12,
      path: '.github/workflows/gate.yml',
      event: 'pull_request',
      headSha: pull.head,
      createdAt: new Date(0),
    });
    world.artifacts.push({ id: 6, run: 5, name: 'alembic-gate-report', archive: Buffer.from('{}') });
  };

  test('is started by the bot where the workflow’s own token committed', async () => {
    leaveRun();
    expect(await say(`/merge-heads ${pull.head}`)).toContain('The gate was started for it');
    expect(world.dispatches).toEqual([{ workflow: 12, ref: 'stock', inputs: { base: 'main' } }]);
  });

  test('waits for a click where it cannot be started', async () => {
    leaveRun();
    github.before('dispatch', () => {
      throw new Error('no workflow_dispatch trigger');
    });
    expect(await say(`/merge-heads ${pull.head}`)).toContain('approves the waiting run');
  });

  test('is started by the next command where the first one was broken off before that', async () => {
    leaveRun();
    github.before('dispatch', () => {
      throw new Error('the runner was shut down');
    });
    await say(`/merge-heads ${pull.head}`);
    expect(world.dispatches).toEqual([]);
    expect(await say(`/merge-heads ${pull.head}`)).toMatch(/Nothing to do: .* The gate was started for it/);
    expect(world.dispatches).toEqual([{ workflow: 12, ref: 'stock', inputs: { base: 'main' } }]);
    expect(world.statuses.findLast(({ sha }) => sha === pull.head)?.state).toBe('pending');
    // With its run under way nobody starts another.
    world.runs.push({
      id: 7,
      workflowId: 12,
      path: '.github/workflows/gate.yml',
      event: 'workflow_dispatch',
      headSha: pull.head,
      createdAt: new Date(),
    });
    expect(await say(`/merge-heads ${pull.head}`)).not.toContain('The gate was started');
    expect(world.dispatches).toHaveLength(1);
  });

  test('starts by itself where an App committed', async () => {
    leaveRun();
    github = { ...github, me: () => Promise.resolve('shop-gate[bot]') };
    expect(await say(`/merge-heads ${pull.head}`)).toContain('follows with its run');
    expect(world.dispatches).toEqual([]);
  });
});

describe('/recheck-migrations, where a proof is lacking,', () => {
  beforeEach(() => {
    const head = world.git.commit(main, revisionFile('cccccccccccc', 'bbbbbbbbbbbb', 'stock'), 'Stock');
    world.moveHead(pull, head);
    const run = { id: 1, workflowId: 12, path: '.github/workflows/gate.yml', event: 'pull_request' };
    world.runs.push({ ...run, headSha: head, createdAt: new Date() });
    const archive = Buffer.from(JSON.stringify(report([], { head: { ref: head, sha: head } })));
    world.artifacts.push({ id: world.nextId(), run: 1, name: 'alembic-gate-report', archive });
  });
  const verdicts = (): string[] =>
    world.statuses.filter(({ sha }) => sha === pull.head).map(({ state }) => state);
  const sticky = (): string | undefined =>
    world.comments.findLast(({ body }) => body.startsWith('<!-- alembic-gate:sticky'))?.body;

  test('runs the pull request’s own gate again each time, while the verdict waits as before', async () => {
    await say('/recheck-migrations');
    await say('/recheck-migrations');
    expect(world.reruns).toEqual([1, 1]);
    expect(verdicts()).toEqual(['pending']);
    expect(sticky()).toContain('comes with the run of the gate');
  });

  test('says what to do where GitHub does not run it again', async () => {
    world.staleRuns.add(1);
    await say('/recheck-migrations');
    expect(verdicts()).toEqual(['pending']);
    expect(sticky()).toContain('no run of the gate could be started again');
  });
});

test('/recheck-migrations judges again and says so with a reaction', async () => {
  expect(await say('/recheck-migrations')).toBe('');
  expect(world.statuses.at(-1)).toMatchObject({ sha: pull.head, state: 'failure' });
  expect(lastReaction()).toBe('rocket');
});

test('a reply whose answer was lost is not written twice', async () => {
  const through = github;
  let lost = false;
  github = {
    ...github,
    createComment: async (number, body) => {
      const made = await through.createComment(number, body);
      if (lost) return made;
      lost = true;
      throw new Error('GitHub did not write a comment: 502');
    },
  };
  expect(await say('/migrations-help')).toContain('/recheck-migrations');
  expect(world.comments.filter(({ login }) => login === 'github-actions[bot]')).toHaveLength(1);
});

test('a revision from the pull request cannot make the bot write elsewhere', async () => {
  const hostile =
    revisionFile('cccccccccccc', 'aaaaaaaaaaaa', 'stock')['migrations/versions/cccccccccccc_stock.py'] ?? '';
  const files = {
    'migrations/versions/cccccccccccc_stock.py': hostile.replaceAll(
      "'cccccccccccc'",
      "'../../../.github/workflows/x'",
    ),
  };
  world.moveHead(pull, world.git.commit(pull.head, files, 'Hostile'));
  await say(`/merge-heads ${pull.head}`);
  expect(world.git.paths(pull.head).filter((path) => path.startsWith('.github/'))).toEqual([
    '.github/workflows/gate.yml',
  ]);
});

describe('an answer that was lost', () => {
  /** GitHub does it, and its answer never arrives. */
  const losing = (method: 'commit' | 'updateBranch'): void => {
    const through = github;
    github = {
      ...github,
      [method]: async (...given: never[]) => {
        await (through[method] as (...given: never[]) => Promise<unknown>)(...given);
        throw new Error('GitHub did not say that it did it: 502');
      },
    };
  };

  test.each(['commit', 'updateBranch'] as const)(
    'to %s is looked for: one commit, and it is judged',
    async (method) => {
      losing(method);
      expect(await say(`/merge-heads ${pull.head}`)).toContain('The history has its expected heads again.');
      const subjects = world.git.git(['log', '--format=%s', pull.head]).split('\n');
      expect(subjects.filter((subject) => subject.startsWith('Merge migration heads'))).toHaveLength(1);
      expect(world.statuses.findLast(({ sha }) => sha === pull.head)?.state).toBe('pending');
    },
  );
});

test('a base that changed workflows, which the token may not bring along, leaves the file and the commands', async () => {
  const why = 'refusing to allow a GitHub App to create or update workflow without `workflows` permission';
  github.before('updateBranch', () => {
    throw new Error(`GitHub did not bring the branch of #7 up to date: ${why}`);
  });
  const head = pull.head;
  const reply = await say(`/merge-heads ${head}`);
  expect(pull.head).toBe(head);
  expect(reply).toContain('refusing to allow a GitHub App');
  expect(reply).toMatch(/alembic merge[\s\S]*```python/);
});

test('in a locked conversation nothing is done, because nobody could be told', async () => {
  Object.assign(pull, { locked: true });
  const head = pull.head;
  expect(await say(`/merge-heads ${head}`)).toBe('');
  expect(pull.head).toBe(head);
  expect(world.reactions.map(({ content }) => content)).toEqual(['-1']);
});

test('a hundred comments with a command by strangers get a reaction each and nothing else', async () => {
  const head = pull.head;
  for (let n = 0; n < 100; n += 1)
    await say(n % 2 === 0 ? `/merge-heads ${head}` : '/migrations-help', 'mallory');
  expect(world.comments.filter(({ login }) => login === 'github-actions[bot]')).toEqual([]);
  expect(world.reactions).toHaveLength(100);
  expect(new Set(github.writes)).toEqual(new Set(['react']));
  expect(pull.head).toBe(head);
});

test('no file is written to a directory that only the pull request calls one of versions', async () => {
  const revision = (id: string, parent: string | null) =>
    Object.entries(revisionFile(id, parent, id)).map(([path, text]) => [
      path.replace('migrations/', 'scripts/'),
      text,
    ]);
  const files = Object.fromEntries([
    ['other.ini', '[alembic]\nscript_location = scripts\n'],
    ['scripts/env.py', world.git.read(pull.head, 'migrations/env.py')],
    ['scripts/script.py.mako', world.git.read(pull.head, 'migrations/script.py.mako')],
    ...revision('111111111111', null),
    ...revision('222222222222', '111111111111'),
    ...revision('333333333333', '111111111111'),
  ]) as Record<string, string>;
  const inLine = revisionFile('cccccccccccc', 'bbbbbbbbbbbb', 'stock');
  world.moveHead(pull, world.git.commit(main, { ...inLine, ...files }, 'Another'));
  const head = pull.head;
  expect(await say(`/merge-heads ${head}`)).toContain('lies in no versions directory of the base');
  expect(pull.head).toBe(head);
});
