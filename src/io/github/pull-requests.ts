/** Pull requests over REST; bringing a branch up to date over GraphQL, whose lock is part of the mutation. */
import type { PullRequest, PullRequests } from '../github.ts';
import type { Api } from './api.ts';
import { UPDATE_BRANCH } from './queries.ts';

/** What `pulls.get` and `pulls.list` have in common. */
interface PullData {
  readonly number: number;
  readonly node_id: string;
  readonly state: string;
  readonly user: { readonly login: string } | null;
  readonly base: { readonly ref: string; readonly repo: { readonly id: number } };
  readonly head: {
    readonly ref: string;
    readonly sha: string;
    readonly repo: { readonly id: number } | null;
  };
}

const toPullRequest = ({ number, node_id, state, user, base, head }: PullData): PullRequest => ({
  number,
  nodeId: node_id,
  open: state === 'open',
  author: user?.login ?? null,
  base: { ref: base.ref },
  // GitHub's description says that a head always has a repository; a deleted fork's is null.
  head: { ref: head.ref, sha: head.sha, fork: head.repo?.id !== base.repo.id },
});

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
    updateBranch: (pull, expectedHead) =>
      asked(`bring the branch of #${pull.number} up to date`, 'contents: write', async () => {
        await graphql(UPDATE_BRANCH, { pullRequest: pull.nodeId, expectedHead });
      }),
  };
}
