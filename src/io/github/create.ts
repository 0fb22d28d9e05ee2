/** The GitHub port made of its concerns. Import it only when a bot's task needs it: the gate never does. */
import type { GitHub, GitHubAddress } from '../github.ts';
import { createApi } from './api.ts';
import { branches } from './branches.ts';
import { conversation } from './conversation.ts';
import { issues } from './issues.ts';
import { lineReviews } from './line-reviews.ts';
import { pullRequests } from './pull-requests.ts';
import { reviews } from './reviews.ts';
import { runs } from './runs.ts';
import { statuses } from './statuses.ts';
import { trunks } from './trunks.ts';

export function createGitHub(address: GitHubAddress): GitHub {
  const api = createApi(address);
  return {
    ...pullRequests(api),
    ...conversation(api),
    ...reviews(api),
    ...lineReviews(api),
    ...statuses(api),
    ...branches(api),
    ...trunks(api),
    ...runs(api),
    ...issues(api),
  };
}
