/** Issues that we wrote ourselves. */
import type { Issues } from '../github.ts';
import type { Api } from './api.ts';
import { VIEWER } from './queries.ts';

export function issues({ rest, paginate, graphql, asked, owner, repo }: Api): Issues {
  return {
    ownIssues: () =>
      asked('list our issues', 'issues: read', async () => {
        const { viewer } = await graphql<{ viewer: { login: string } }>(VIEWER);
        const request = { owner, repo, state: 'open' as const, creator: viewer.login, per_page: 100 };
        const all = await paginate(rest.issues.listForRepo, request);
        return all
          .filter(({ pull_request: pull }) => pull === undefined)
          .map(({ number, title, body, user }) => ({
            number,
            title,
            body: body ?? '',
            author: user === null ? null : { login: user.login, bot: user.type === 'Bot' },
          }));
      }),
    createIssue: (title, body) =>
      asked('open an issue', 'issues: write', async () => {
        // Not retried: after a 502 the issue may exist, and only a look at the list can tell.
        await rest.issues.create({ owner, repo, title, body, request: { retries: 0 } });
      }),
    updateIssue: (number, change) =>
      asked(`edit issue #${number}`, 'issues: write', async () => {
        const fields =
          change === 'close' ? { state: 'closed' as const, state_reason: 'completed' as const } : change;
        await rest.issues.update({ owner, repo, issue_number: number, ...fields });
      }),
  };
}
