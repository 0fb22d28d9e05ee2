/** Reviews of pull requests, and who belongs to a team. */
import type { Review, Reviews } from '../github.ts';
import { orNull, type Api } from './api.ts';

const STATES: ReadonlySet<string> = new Set<Review['state']>([
  'APPROVED',
  'CHANGES_REQUESTED',
  'DISMISSED',
  'COMMENTED',
  'PENDING',
]);
const isState = (state: string): state is Review['state'] => STATES.has(state);

export function reviews({ rest, paginate, asked, owner, repo }: Api): Reviews {
  return {
    reviews: (number) =>
      asked(`list the reviews of #${number}`, 'pull-requests: read', async () => {
        const request = { owner, repo, pull_number: number, per_page: 100 };
        return (await paginate(rest.pulls.listReviews, request)).flatMap(({ user, state, commit_id }) =>
          isState(state) ? [{ author: user?.login ?? null, state, commit: commit_id }] : [],
        );
      }),
    inTeam: (team, username) =>
      asked(
        `say who is in the team ${team}`,
        "members: read, which a workflow's own token cannot have",
        async () => {
          const [org, slug] = team.includes('/') ? team.split('/', 2) : [owner, team];
          const request = { org: org ?? owner, team_slug: slug ?? team, username };
          const answer = await orNull(rest.teams.getMembershipForUserInOrg(request));
          return answer?.data.state === 'active';
        },
      ),
  };
}
