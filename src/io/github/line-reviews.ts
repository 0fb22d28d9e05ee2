/** Reviews on lines: the diff as GitHub shows it, what we have said about it, and saying it. */
import type { PostedReview } from '../../publish/existing.ts';
import type { ChangedFile, LineReviews } from '../github.ts';
import { toAccount, type ActorData } from './account.ts';
import type { Api } from './api.ts';
import { POSTED_REVIEWS } from './queries.ts';

interface Hideable {
  readonly id: string;
  readonly isMinimized: boolean;
  readonly minimizedReason: string | null;
}

interface ReviewData extends Hideable {
  readonly body: string;
  readonly author: ActorData | null;
  readonly comments: { readonly nodes: readonly Hideable[] };
}

interface ReviewPage {
  readonly repository: {
    readonly pullRequest: {
      readonly reviews: {
        readonly nodes: readonly ReviewData[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    };
  };
}

const hidden = ({ id, isMinimized, minimizedReason }: Hideable) => ({
  nodeId: id,
  minimised: isMinimized ? (minimizedReason ?? 'outdated') : null,
});

const toReview = (data: ReviewData): PostedReview => ({
  ...hidden(data),
  body: data.body,
  author: data.author === null ? null : toAccount(data.author),
  comments: data.comments.nodes.map(hidden),
});

export function lineReviews({ rest, paginate, graphql, asked, owner, repo }: Api): LineReviews {
  return {
    changedFiles: (number, paths) =>
      asked(`list the files of #${number}`, 'pull-requests: read', async () => {
        const found: ChangedFile[] = [];
        const request = { owner, repo, pull_number: number, per_page: 100 };
        for await (const { data } of paginate.iterator(rest.pulls.listFiles, request)) {
          for (const { filename, sha, patch } of data)
            if (paths.has(filename)) found.push({ path: filename, oid: sha ?? '', patch: patch ?? null });
          if (found.length === paths.size) break;
        }
        return found;
      }),
    postedReviews: (number) =>
      asked(`list the reviews of #${number}`, 'pull-requests: read', async () => {
        const found: PostedReview[] = [];
        let after: string | null = null;
        do {
          const page: ReviewPage = await graphql(POSTED_REVIEWS, { owner, repo, number, after });
          const { nodes, pageInfo } = page.repository.pullRequest.reviews;
          found.push(...nodes.map(toReview));
          after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        } while (after !== null);
        return found;
      }),
    createReview: (number, { commit, body, comments }) =>
      asked(`review the lines of #${number}`, 'pull-requests: write', async () => {
        await rest.pulls.createReview({
          owner,
          repo,
          pull_number: number,
          commit_id: commit,
          // Never one that blocks: only its author or an administrator could lift it. The status is the gate.
          event: 'COMMENT',
          body,
          comments: comments.map(({ path, startLine, line, body: words }) => ({
            path,
            ...(startLine === undefined ? {} : { start_line: startLine, start_side: 'RIGHT' }),
            line,
            side: 'RIGHT',
            body: words,
          })),
          // Not retried: after a 502 the review may exist, and only a look at the list can tell.
          request: { retries: 0 },
        });
      }),
  };
}
