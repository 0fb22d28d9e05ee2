/** Commit statuses: GitHub keeps all of them and shows the newest of each context. */
import type { Statuses } from '../github.ts';
import type { Api } from './api.ts';

export const STATES = ['success', 'failure', 'error', 'pending'] as const;

export function statuses({ rest, paginate, asked, owner, repo }: Api): Statuses {
  return {
    status: (sha, context) =>
      asked('list the statuses of the commit', 'statuses: read', async () => {
        const request = { owner, repo, ref: sha, per_page: 100 };
        for await (const { data } of paginate.iterator(rest.repos.listCommitStatusesForRef, request)) {
          const found = data.find((status) => status.context === context);
          const state = STATES.find((known) => known === found?.state);
          if (found === undefined || state === undefined) continue;
          const { creator, description } = found;
          return {
            state,
            description: description ?? '',
            creator: creator === null ? null : { login: creator.login, bot: creator.type === 'Bot' },
          };
        }
        return null;
      }),
    createStatus: (sha, context, status) =>
      asked('write the commit status', 'statuses: write', async () => {
        await rest.repos.createCommitStatus({ owner, repo, sha, context, ...status });
      }),
  };
}
