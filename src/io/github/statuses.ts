/** Commit statuses: GitHub keeps all of them and shows the newest of each context. */
import type { Account, CommitStatus } from '../../publish/existing.ts';
import type { KnownStatus, Statuses } from '../github.ts';
import { toAccount, type ActorData } from './account.ts';
import type { Api } from './api.ts';

const STATES = ['success', 'failure', 'error', 'pending'] as const;

/** A status as REST lists it. */
interface StatusData {
  readonly id: number;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly creator: { readonly login: string; readonly type: string } | null;
}

/** A status as GraphQL has it, within a commit. */
export interface ContextData {
  readonly state: string;
  readonly description: string | null;
  readonly creator: ActorData | null;
}

export function statuses({ rest, paginate, asked, owner, repo, runUrl }: Api): Statuses {
  const pagesOf = (sha: string) =>
    paginate.iterator(rest.repos.listCommitStatusesForRef, { owner, repo, ref: sha, per_page: 100 });
  return {
    status: (sha, context) =>
      asked('list the statuses of the commit', 'statuses: read', async () => {
        for await (const { data } of pagesOf(sha)) {
          const [found] = ofContext(data, context);
          if (found !== undefined) return found;
        }
        return null;
      }),
    statuses: (sha, context) =>
      asked('list the statuses of the commit', 'statuses: read', async () => {
        const found: KnownStatus[] = [];
        for await (const { data } of pagesOf(sha)) found.push(...ofContext(data, context));
        return found;
      }),
    createStatus: (sha, context, { state, description }, url) =>
      asked('write the commit status', 'statuses: write', async () => {
        const link = url ?? runUrl;
        const details = link === null ? {} : { target_url: link };
        try {
          await rest.repos.createCommitStatus({ owner, repo, sha, context, state, description, ...details });
        } catch (error) {
          throw isFull(error) ? new Error(full(sha, context), { cause: error }) : error;
        }
      }),
  };
}

/** GitHub takes a thousand statuses of one context on a commit, and answers 422 to the next. */
const isFull = (error: unknown): boolean =>
  error instanceof Error &&
  'status' in error &&
  error.status === 422 &&
  /maximum number of statuses/i.test(error.message);

const full = (sha: string, context: string): string =>
  `${sha.slice(0, 7)} has as many statuses of ${context} as GitHub keeps, so the last one stands whatever is true now: push a new commit`;

const ofContext = (page: readonly StatusData[], context: string): readonly KnownStatus[] =>
  page.flatMap(({ id, description, creator, ...status }) => {
    const state = STATES.find((known) => known === status.state);
    if (status.context !== context || state === undefined) return [];
    const by = creator === null ? null : { login: creator.login, bot: creator.type === 'Bot' };
    return [{ id, state, description: description ?? '', creator: by }];
  });

/** GraphQL's answer in REST's words; null where the commit has no status of the context. */
export function statusOfContext(
  context: ContextData | null,
): (CommitStatus & { readonly creator: Account | null }) | null {
  const state = STATES.find((known) => known === context?.state.toLowerCase());
  if (context === null || state === undefined) return null;
  const { creator, description } = context;
  return { state, description: description ?? '', creator: creator === null ? null : toAccount(creator) };
}
