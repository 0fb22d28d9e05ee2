/** GitHub's GraphQL answers: the published schema, executed by graphql-js over the fake's world. */
import { schema as published } from '@octokit/graphql-schema';
import { buildSchema, graphql, GraphQLError, type GraphQLSchema } from 'graphql';
import { minimisable, type Actor, type Pull, type World } from './world.ts';

let built: GraphQLSchema | undefined;
/** Two megabytes of schema: built once, when first needed. */
export const githubSchema = (): GraphQLSchema =>
  (built ??= buildSchema(published.idl, { assumeValid: true }));

const refusal = (type: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { type } });

interface UpdateInput {
  readonly pullRequestId: string;
  readonly expectedHeadOid: string;
}

interface CommitInput {
  readonly branch: { readonly branchName: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges: {
    readonly additions: readonly { readonly path: string; readonly contents: string }[];
  };
}

/** What a query or mutation finds at its root; every method changes the world as GitHub would. */
function root(world: World, actor: Actor) {
  const allowed = (permission: string): void => {
    if (!actor.permissions.has(permission))
      throw refusal('FORBIDDEN', 'Resource not accessible by integration');
  };
  return {
    viewer: { login: actor.login },
    repository: () => repository(world, allowed),
    updatePullRequestBranch: ({ input }: { input: UpdateInput }) => {
      allowed('contents:write');
      const pull = world.pulls.find(({ number }) => `PR_${number}` === input.pullRequestId);
      if (pull === undefined || pull.fork)
        throw refusal('FORBIDDEN', 'Resource not accessible by integration');
      if (pull.head !== input.expectedHeadOid) {
        throw refusal('UNPROCESSABLE', 'expected head sha didn’t match current head ref.');
      }
      bringUpToDate(world, pull);
      return { pullRequest: { number: pull.number } };
    },
    createCommitOnBranch: ({ input }: { input: CommitInput }) => {
      allowed('contents:write');
      return { commit: { oid: commitOnBranch(world, input) } };
    },
    minimizeComment: ({ input }: { input: { subjectId: string; classifier: string } }) => {
      allowed('pull-requests:write');
      const found = minimisable(world).find(({ node }) => node === input.subjectId);
      if (found === undefined) throw refusal('NOT_FOUND', 'Could not resolve to a node');
      found.stored.minimised = input.classifier;
      return { minimizedComment: { __typename: found.type, isMinimized: true } };
    },
  };
}

/** GraphQL reads back in lower case what a mutation is told in upper case. */
const hiding = (minimised: string | null | undefined) => ({
  isMinimized: (minimised ?? null) !== null,
  minimizedReason: minimised?.toLowerCase().replace('_', '-') ?? null,
});

function reviewsOf(world: World, number: number, { first, after }: PageInput) {
  const found = world.reviews.filter(({ pull, state }) => pull === number && state === 'COMMENTED');
  const from = after === null ? 0 : Number(after);
  const to = from + Math.min(first, world.pageSize);
  return {
    pageInfo: { hasNextPage: to < found.length, endCursor: String(to) },
    nodes: found.slice(from, to).map(({ id = 0, login, body = '', minimised, comments = [] }) => ({
      id: `PRR_${id}`,
      body,
      ...hiding(minimised),
      author: actorOf(login),
      comments: { nodes: comments.map((one) => ({ id: `PRRC_${one.id}`, ...hiding(one.minimised) })) },
    })),
  };
}

const actorOf = (login: string) => ({
  __typename: login.endsWith('[bot]') ? 'Bot' : 'User',
  login: login.replace(/\[bot\]$/, ''),
});

interface PageInput {
  readonly first: number;
  readonly after?: string | null;
  readonly states: readonly string[];
  readonly baseRefName?: string;
}

/** At most `world.pageSize` at a time, whatever is asked for: GitHub truncates expensive questions. */
function repository(world: World, allowed: (permission: string) => void) {
  const node = ({ number, author, base, branch, head, fork, locked = false, merged }: Pull) => ({
    number,
    id: `PR_${number}`,
    baseRefName: base,
    headRefName: branch,
    headRefOid: head,
    isCrossRepository: fork,
    locked,
    mergeCommit: merged === undefined ? null : { oid: merged.commit },
    mergedBy: merged === undefined ? null : { __typename: 'User', login: merged.by },
    author: { __typename: 'User', login: author },
    commits: { nodes: [{ commit: { oid: head, status: { context: contextOf(world, head) } } }] },
  });
  return {
    pullRequest: ({ number }: { readonly number: number }) => {
      allowed('pull-requests:write');
      return { reviews: (page: PageInput) => reviewsOf(world, number, page) };
    },
    pullRequests: ({ first, after, states, baseRefName }: PageInput) => {
      allowed('pull-requests:write');
      const merged = states.includes('MERGED');
      const found = world.pulls.filter(
        (pull) =>
          (merged ? pull.merged !== undefined : pull.state === 'open') &&
          pull.base === (baseRefName ?? pull.base),
      );
      const from = Number(after ?? 0);
      const to = from + Math.min(first, world.pageSize);
      return {
        pageInfo: { hasNextPage: to < found.length, endCursor: String(to) },
        nodes: (merged ? found.toReversed() : found).slice(from, to).map(node),
      };
    },
    ref: ({ qualifiedName }: { readonly qualifiedName: string }) => {
      if (world.git.tip(qualifiedName) === null) return null;
      const nodes = world.git.history(qualifiedName).map((oid) => ({
        oid,
        author: { user: { login: 'alice' } },
        status: { context: contextOf(world, oid) },
      }));
      return { target: { __typename: 'Commit', history: { nodes } } };
    },
    mergeQueue: ({ branch }: { readonly branch: string }) => {
      if (branch !== 'main' || world.queue.length === 0) return null;
      const nodes = world.queue.map(({ pull, head, onto }) => ({
        pullRequest: { number: pull },
        headCommit: { oid: head },
        baseCommit: { oid: onto },
      }));
      return { entries: { nodes } };
    },
  };
}

const contextOf =
  (world: World, sha: string) =>
  ({ name }: { readonly name: string }) => {
    const found = world.statuses.findLast((status) => status.sha === sha && status.context === name);
    if (found === undefined) return null;
    const { state, description, login } = found;
    return { state: state.toUpperCase(), description, creator: actorOf(login) };
  };

function bringUpToDate(world: World, pull: Pull): void {
  const base = world.git.tip(`refs/heads/${pull.base}`) ?? '';
  const merged = world.git.merge(pull.head, base, `Merge branch '${pull.base}' into ${pull.branch}`);
  if (merged === null) throw refusal('UNPROCESSABLE', 'merge conflict between base and head');
  setTimeout(() => world.moveHead(pull, merged), world.updateDelay);
}

function commitOnBranch(
  world: World,
  { branch, expectedHeadOid, message, fileChanges }: CommitInput,
): string {
  const tip = world.git.tip(`refs/heads/${branch.branchName}`);
  if (tip !== expectedHeadOid) {
    throw refusal(
      'STALE_DATA',
      `Expected branch to point to "${expectedHeadOid}" but it did not. Pull and try again.`,
    );
  }
  const files = Object.fromEntries(
    fileChanges.additions.map(({ path, contents }) => [path, Buffer.from(contents, 'base64').toString()]),
  );
  const sha = world.git.commit(tip, files, [message.headline, message.body ?? ''].join('\n\n'));
  const pull = world.pulls.find((one) => one.branch === branch.branchName && !one.fork);
  if (pull === undefined) world.git.point(`refs/heads/${branch.branchName}`, sha);
  else world.moveHead(pull, sha);
  return sha;
}

/** The body of GitHub's answer, which is 200 whatever went wrong; `type` stands beside the message, as GitHub has it. */
export async function answerGraphql(
  world: World,
  actor: Actor,
  { query, variables }: { readonly query: string; readonly variables?: Record<string, unknown> },
): Promise<{ data?: unknown; errors?: readonly unknown[] }> {
  const result = await graphql({
    schema: githubSchema(),
    source: query,
    rootValue: root(world, actor),
    variableValues: variables ?? {},
  });
  if (result.errors === undefined) return { data: result.data };
  const errors = result.errors.map((error) => ({
    type: error.extensions['type'],
    message: error.message,
    path: error.path,
  }));
  return { data: result.data ?? null, errors };
}
