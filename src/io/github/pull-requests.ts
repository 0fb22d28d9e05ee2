/** Pull requests over REST; bringing a branch up to date over GraphQL, whose lock is part of the mutation. */
import type { ListedPullRequest, PullRequest, PullRequests } from '../github.ts';
import type { Api } from './api.ts';
import { statusOfContext, type ContextData } from './statuses.ts';
import { OPEN_PULL_REQUESTS, UPDATE_BRANCH } from './queries.ts';

/** What `pulls.get` and `pulls.list` have in common. */
interface PullData {
  readonly number: number;
  readonly node_id: string;
  readonly state: string;
  readonly locked: boolean;
  readonly user: { readonly login: string } | null;
  readonly base: { readonly ref: string; readonly repo: { readonly id: number } };
  readonly head: {
    readonly ref: string;
    readonly sha: string;
    readonly repo: { readonly id: number } | null;
  };
}

const toPullRequest = ({ number, node_id, state, locked, user, base, head }: PullData): PullRequest => ({
  number,
  nodeId: node_id,
  open: state === 'open',
  locked,
  author: user?.login ?? null,
  base: { ref: base.ref },
  // GitHub's description says that a head always has a repository; a deleted fork's is null.
  head: { ref: head.ref, sha: head.sha, fork: head.repo?.id !== base.repo.id },
});

interface ListedData {
  readonly number: number;
  readonly id: string;
  readonly baseRefName: string;
  readonly headRefName: string;
  readonly headRefOid: string;
  readonly isCrossRepository: boolean;
  readonly locked: boolean;
  readonly author: { readonly login: string } | null;
  readonly commits: { readonly nodes: readonly { readonly commit: CommitData }[] };
}

interface CommitData {
  readonly oid: string;
  readonly status: { readonly context: ContextData | null } | null;
}

interface PullRequestPage {
  readonly repository: {
    readonly pullRequests: {
      readonly nodes: readonly ListedData[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}

function toListed(data: ListedData): ListedPullRequest {
  // While a push is taken in, the last commit may be another one than the head: then nothing is known of it.
  const commit = data.commits.nodes.map((node) => node.commit).find(({ oid }) => oid === data.headRefOid);
  return {
    number: data.number,
    nodeId: data.id,
    open: true,
    locked: data.locked,
    author: data.author?.login ?? null,
    base: { ref: data.baseRefName },
    head: { ref: data.headRefName, sha: data.headRefOid, fork: data.isCrossRepository },
    verdict: statusOfContext(commit?.status?.context ?? null),
  };
}

export function pullRequests({ rest, paginate, graphql, asked, owner, repo }: Api): PullRequests {
  return {
    pullRequest: (number) =>
      asked(`show pull request #${number}`, 'pull-requests: read', async () => {
        const { data } = await rest.pulls.get({ owner, repo, pull_number: number });
        return toPullRequest(data);
      }),
    openPullRequests: (filter = {}) =>
      asked('list the open pull requests', 'pull-requests: read', async () => {
        const all = await paginate(rest.pulls.list, { owner, repo, state: 'open', per_page: 100, ...filter });
        return all.map(toPullRequest);
      }),
    openWithStatus: (context) =>
      asked('list the open pull requests', 'pull-requests: read', async () => {
        const found: ListedPullRequest[] = [];
        let after: string | null = null;
        do {
          const page: PullRequestPage = await graphql(OPEN_PULL_REQUESTS, { owner, repo, context, after });
          const { nodes, pageInfo } = page.repository.pullRequests;
          found.push(...nodes.map(toListed));
          after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        } while (after !== null);
        return found;
      }),
    updateBranch: (pull, expectedHead) =>
      asked(`bring the branch of #${pull.number} up to date`, 'contents: write', async () => {
        await graphql(UPDATE_BRANCH, { pullRequest: pull.nodeId, expectedHead });
      }),
  };
}
