/** What happens to a branch that pull requests go to: what landed on it, and what waits in its merge queue. */
import type { Landings, Trunks } from '../github.ts';
import type { Api } from './api.ts';
import { LANDINGS, MERGE_QUEUE } from './queries.ts';
import { statusOfContext, type ContextData } from './statuses.ts';

interface LandingsData {
  readonly landed: {
    readonly ref: {
      readonly target: { readonly history?: { readonly nodes: readonly CommitData[] } };
    } | null;
    readonly pullRequests: { readonly nodes: readonly MergedData[] };
  };
}

interface CommitData {
  readonly oid: string;
  readonly author: { readonly user: { readonly login: string } | null } | null;
  readonly status: { readonly context: ContextData | null } | null;
}

interface MergedData {
  readonly number: number;
  readonly headRefOid: string;
  readonly mergeCommit: { readonly oid: string } | null;
  readonly mergedBy: { readonly login: string } | null;
}

interface QueueData {
  readonly queued: {
    readonly mergeQueue: {
      readonly entries: {
        readonly nodes: readonly {
          readonly pullRequest: { readonly number: number } | null;
          readonly headCommit: { readonly oid: string } | null;
          readonly baseCommit: { readonly oid: string } | null;
        }[];
      };
    } | null;
  };
}

export function trunks({ graphql, asked, owner, repo }: Api): Trunks {
  return {
    landings: (branch, context) =>
      asked(`list what landed on ${branch}`, 'pull-requests: read', async () => {
        const variables = { owner, repo, branch, ref: `refs/heads/${branch}`, context };
        return toLandings(await graphql<LandingsData>(LANDINGS, variables));
      }),
    queue: (branch) =>
      asked(`show the merge queue of ${branch}`, 'pull-requests: read', async () => {
        const { queued } = await graphql<QueueData>(MERGE_QUEUE, { owner, repo, branch });
        return (queued.mergeQueue?.entries.nodes ?? []).flatMap(({ pullRequest, headCommit, baseCommit }) =>
          pullRequest === null
            ? []
            : [
                {
                  pullRequest: pullRequest.number,
                  head: headCommit?.oid ?? null,
                  base: baseCommit?.oid ?? null,
                },
              ],
        );
      }),
  };
}

const toLandings = ({ landed: { ref, pullRequests } }: LandingsData): Landings => ({
  commits: (ref?.target.history?.nodes ?? []).map(({ oid, author, status }) => ({
    sha: oid,
    author: author?.user?.login ?? null,
    status: statusOfContext(status?.context ?? null),
  })),
  merged: pullRequests.nodes.map(({ number, headRefOid, mergeCommit, mergedBy }) => ({
    number,
    head: headRefOid,
    commit: mergeCommit?.oid ?? null,
    by: mergedBy?.login ?? null,
  })),
});
