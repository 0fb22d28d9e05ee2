/** The GitHub port straight over the fake's world, without HTTP: what flows are tested with. */
import type { PullRequest, GitHub } from '../../../src/io/github.ts';
import type { Comment } from '../../../src/publish/existing.ts';
import { filesOf } from './diff.ts';
import { minimisable, type Pull, type StoredComment, type World } from './world.ts';

const ME = 'github-actions[bot]';

export interface InMemoryGitHub extends GitHub {
  /** Writes in order: `createStatus`, `createComment`, … */
  readonly writes: readonly string[];
  /** Runs before the named method does its work: what happens meanwhile, or why it fails. */
  before(method: keyof GitHub, happens: () => void): void;
  /** The same before the n-th call from now on, counted from one, whatever it asks; the call waits for it. */
  at(n: number, happens: () => unknown): void;
  /** What was called since `at` was last set, or ever. */
  calls(): readonly (keyof GitHub)[];
}

const toPull = ({ number, author, base, branch, fork, state, head, locked = false }: Pull): PullRequest => ({
  number,
  nodeId: `PR_${number}`,
  open: state === 'open',
  locked,
  author,
  base: { ref: base },
  head: { ref: branch, sha: head, fork },
});

const toComment = ({ id, login, bot, body }: StoredComment): Comment => ({
  id,
  nodeId: `IC_${id}`,
  body,
  author: { login, bot },
  url: `https://github.example/c/${id}`,
});

export function githubOver(world: World): InMemoryGitHub {
  const writes: string[] = [];
  const meanwhile = new Map<string, () => void>();
  let calls: (keyof GitHub)[] = [];
  let moment: { readonly n: number; readonly happens: () => unknown } = {
    n: 0,
    happens: () => undefined,
  };
  const pullOf = (number: number): Pull => {
    const pull = world.pull(number);
    if (pull === undefined) throw new Error(`there is no #${number}`);
    return pull;
  };
  /** Each method as a promise, recorded when it writes, after whatever the test lets happen before it. */
  const method =
    <A extends unknown[], R>(name: keyof GitHub, isWrite: boolean, work: (...given: A) => R) =>
    async (...given: A): Promise<R> => {
      const happens = meanwhile.get(name);
      meanwhile.delete(name);
      happens?.();
      calls.push(name);
      if (calls.length === moment.n) await moment.happens();
      if (isWrite) writes.push(name);
      return work(...given);
    };
  const read = <A extends unknown[], R>(name: keyof GitHub, work: (...given: A) => R) =>
    method(name, false, work);
  const write = <A extends unknown[], R>(name: keyof GitHub, work: (...given: A) => R) =>
    method(name, true, work);

  const statusesOf = (sha: string, context: string) =>
    world.statuses
      .map((one, index) => ({ ...one, id: index + 1 }))
      .filter((one) => one.sha === sha && one.context === context)
      .map(({ id, state, description, login }) => ({
        id,
        state: state as 'success' | 'failure' | 'error' | 'pending',
        description,
        creator: { login, bot: login === ME },
      }))
      .toReversed();
  const statusOf = (sha: string, context: string) => statusesOf(sha, context)[0] ?? null;

  return {
    writes,
    before: (name, happens) => meanwhile.set(name, happens),
    at(n, happens) {
      calls = [];
      moment = { n, happens };
    },
    calls: () => calls,
    me: read('me', () => ME),
    pullRequest: read('pullRequest', (number: number) => toPull(pullOf(number))),
    openPullRequests: read('openPullRequests', (filter: { readonly base?: string } = {}) =>
      world.pulls
        .filter((pull) => pull.state === 'open' && pull.base === (filter.base ?? pull.base))
        .map(toPull),
    ),
    openWithStatus: read('openWithStatus', (context: string) =>
      world.pulls
        .filter(({ state }) => state === 'open')
        .map((pull) => ({ ...toPull(pull), verdict: statusOf(pull.head, context) })),
    ),
    rerun: write('rerun', (run: number) => {
      if (world.staleRuns.has(run))
        throw new Error(`GitHub did not start run ${run} again: over a month ago`);
      world.reruns.push(run);
    }),
    ownIssues: read('ownIssues', () =>
      world.issues
        .filter(({ state, login }) => state === 'open' && login === ME)
        .map(({ number, title, body, login, bot }) => ({ number, title, body, author: { login, bot } })),
    ),
    createIssue: write('createIssue', (title: string, body: string) => {
      world.issues.push({ number: world.nextId(), login: ME, bot: true, title, body, state: 'open' });
    }),
    updateIssue: write('updateIssue', (number, change) => {
      for (const issue of world.issues)
        if (issue.number === number) Object.assign(issue, change === 'close' ? { state: 'closed' } : change);
    }),
    updateBranch: write('updateBranch', ({ number }: PullRequest, expected: string) => {
      const pull = pullOf(number);
      if (pull.head !== expected)
        throw new Error('GitHub did not bring the branch up to date: expected another head');
      const merged = world.git.merge(pull.head, world.git.tip(`refs/heads/${pull.base}`) ?? '', 'Merge');
      if (merged === null) throw new Error('GitHub did not bring the branch up to date: merge conflict');
      world.moveHead(pull, merged);
    }),
    comments: read('comments', (number: number) =>
      world.comments.filter(({ pull }) => pull === number).map(toComment),
    ),
    createComment: write('createComment', (number: number, body: string) => {
      if (world.pull(number)?.locked === true) throw new Error('GitHub did not write a comment: locked');
      return toComment(world.say(number, ME, body, true));
    }),
    updateComment: write('updateComment', (id: number, body: string) => {
      const comment = world.comments.find((one) => one.id === id);
      if (comment !== undefined) comment.body = body;
      return comment !== undefined;
    }),
    minimiseComment: write('minimiseComment', (nodeId: string, why: string) => {
      for (const { node, stored } of minimisable(world)) if (node === nodeId) stored.minimised = why;
    }),
    changedFiles: read('changedFiles', (number: number, paths: ReadonlySet<string>) =>
      filesOf(world, pullOf(number))
        .filter(({ filename }) => paths.has(filename))
        .map(({ filename, sha, patch = null }) => ({ path: filename, oid: sha, patch })),
    ),
    postedReviews: read('postedReviews', (number: number) =>
      world.reviews
        .filter(({ pull, state }) => pull === number && state === 'COMMENTED')
        .map(({ id = 0, body = '', login, minimised = null, comments = [] }) => ({
          nodeId: `PRR_${id}`,
          body,
          author: { login, bot: login === ME },
          minimised: minimised?.toLowerCase() ?? null,
          comments: comments.map((one) => ({
            nodeId: `PRRC_${one.id}`,
            minimised: one.minimised?.toLowerCase() ?? null,
          })),
        })),
    ),
    createReview: write('createReview', (number, { commit, body, comments }) => {
      const lines = comments.map(({ path, startLine = null, line, body: words }) => ({
        id: world.nextId(),
        path,
        startLine,
        line,
        body: words,
        minimised: null,
      }));
      const id = world.nextId();
      world.reviews.push({ id, pull: number, login: ME, commit, body, comments: lines, state: 'COMMENTED' });
    }),
    react: write('react', (comment: number, content: string) => {
      world.reactions.push({ comment, content, login: ME });
    }),
    reviews: read('reviews', (number: number) =>
      world.reviews
        .filter(({ pull }) => pull === number)
        .map(({ login, state, commit }) => ({ author: login, state, commit })),
    ),
    inTeam: read('inTeam', (team: string, login: string) => world.teams.get(`${team} ${login}`) === 'active'),
    permission: read('permission', (login: string) => world.people.get(login) ?? 'none'),
    status: read('status', statusOf),
    statuses: read('statuses', statusesOf),
    createStatus: write('createStatus', (sha, context, status, url) => {
      world.statuses.push({ sha, context, ...status, url: url ?? null, login: ME });
    }),
    branch: read('branch', (name: string) => {
      const sha = world.git.tip(`refs/heads/${name}`);
      return sha === null ? null : { sha, protected: world.protectedBranches.has(name) };
    }),
    landings: read('landings', (branch: string, context: string) => ({
      commits: world.git
        .history(`refs/heads/${branch}`)
        .map((sha) => ({ sha, author: 'alice', status: statusOf(sha, context) })),
      merged: world.pulls.flatMap(({ number, base, head, merged }) =>
        base === branch && merged !== undefined
          ? [{ number, head, commit: merged.commit, by: merged.by }]
          : [],
      ),
    })),
    queue: read('queue', () =>
      world.queue.map(({ pull, head, onto }) => ({ pullRequest: pull, head, base: onto })),
    ),
    describeCommit: read('describeCommit', (sha: string) => world.git.describe(sha)),
    commit: write('commit', ({ branch, expectedHead, headline, body, files }) => {
      const tip = world.git.tip(`refs/heads/${branch}`);
      if (tip !== expectedHead) throw new Error('GitHub did not commit: expected another head');
      const texts = Object.fromEntries(
        files.map(({ path, content }) => [path, Buffer.from(content).toString()]),
      );
      const sha = world.git.commit(tip, texts, `${headline}\n\n${body}`);
      for (const pull of world.pulls) if (pull.branch === branch && !pull.fork) world.moveHead(pull, sha);
      return sha;
    }),
    runsOn: read('runsOn', (sha: string) => world.runs.filter(({ headSha }) => headSha === sha).toReversed()),
    artifact: read('artifact', (runId: number, name: string) => {
      // Over HTTP the archive is packed; here it is the report itself.
      return world.artifacts.findLast((one) => one.run === runId && one.name === name)?.archive ?? null;
    }),
    dispatch: write('dispatch', (workflow, ref, inputs) => {
      world.dispatches.push({ workflow, ref, inputs });
    }),
  };
}
