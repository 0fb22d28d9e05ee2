/** Octokit with the habits GitHub asks of integrations: a pinned API version, rate limits waited for, faults retried. */
import { defaults, getOctokitOptions } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { UsageError } from '../../tree/usage-error.ts';
import type { GitHubAddress } from '../github.ts';
import { pausesAt } from './pauses.ts';

/** Known to every supported GitHub Enterprise Server too; without the header the server would choose. */
const API_VERSION = '2022-11-28';
/** A wait longer than this is not worth a runner's time: the next event tries again. Seconds. */
const LONGEST_WAIT = 120;
/** Of a request that met a rate limit; faults of the server have the retry plugin's own three. */
const RETRIES = 3;

export interface Api extends Pick<GitHubAddress, 'runUrl'> {
  readonly rest: Octokit['rest'];
  readonly paginate: Octokit['paginate'];
  readonly graphql: Octokit['graphql'];
  readonly owner: string;
  readonly repo: string;
  /** Runs a request; a rejection becomes one sentence that begins with `what` and names a missing permission. */
  readonly asked: typeof asked;
}

export function createApi({ repository, token, apiUrl, graphqlUrl, runUrl, onWait }: GitHubAddress): Api {
  const [owner = '', repo = ''] = repository.split('/');
  const limited =
    (what: string) => (seconds: number, _options: object, _octokit: unknown, retries: number) => {
      const again = retries < RETRIES && seconds <= LONGEST_WAIT;
      onWait(`GitHub's ${what} is reached: ${again ? `waiting ${seconds} seconds` : 'giving up'}`);
      return again;
    };
  const quiet = { debug: silent, info: silent, warn: silent, error: silent };
  const octokit = new (Octokit.plugin(retry, throttling))({
    ...getOctokitOptions(token, { baseUrl: apiUrl, userAgent: 'alembic-gate' }),
    // Self-hosted runners reach GitHub through the proxy of their environment.
    request: { ...defaults.request },
    log: quiet,
    // The plugin's own list and 429: how long that lasts is GitHub's to say, and throttling listens.
    retry: { doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    throttle: {
      ...pausesAt(apiUrl),
      onRateLimit: limited('rate limit'),
      onSecondaryRateLimit: limited('secondary rate limit'),
    },
  });
  octokit.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = API_VERSION;
  });
  return {
    rest: octokit.rest,
    paginate: octokit.paginate,
    graphql: octokit.graphql.defaults({ baseUrl: graphqlUrl.replace(/\/graphql$/, '') }),
    owner,
    repo,
    runUrl,
    asked,
  };
}

const silent = (): void => undefined;

async function asked<T>(what: string, permission: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw new UsageError(sentence(what, permission, error), { cause: error });
  }
}

function sentence(what: string, permission: string, error: unknown): string {
  const text = messageOf(error);
  const locked = / is locked/.test(text);
  // A limit is refused with the same number, and no permission would help.
  const isLimit = /rate limit/i.test(text);
  const forbidden = !locked && !isLimit && (statusOf(error) === 403 || /not accessible by/.test(text));
  const cure = forbidden
    ? `; the job needs the permission ${permission}`
    : locked
      ? ' Unlock the conversation, or read the verdict in the status.'
      : '';
  return `GitHub did not ${what}: ${text}${cure}`;
}

/** The answer to a request, or null where GitHub says 404 or 410: there is no such thing (any more). */
export async function orNull<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if ([404, 410].includes(statusOf(error))) return null;
    throw error;
  }
}

/** The same for a mutation, whose errors come with a type in place of a status. */
export async function unlessGone(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (firstOf(error)?.type !== 'NOT_FOUND') throw error;
  }
}

/** HTTP status of Octokit's request error; 0 for anything else. */
const statusOf = (error: unknown): number =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 0;

/** Octokit puts GraphQL's own sentence into a list of its own. */
const messageOf = (error: unknown): string =>
  firstOf(error)?.message ?? (error instanceof Error ? error.message : String(error));

interface GraphqlError {
  readonly type?: string;
  readonly message: string;
}

const firstOf = (error: unknown): GraphqlError | undefined =>
  error instanceof Error && 'errors' in error && Array.isArray(error.errors)
    ? (error.errors as GraphqlError[])[0]
    : undefined;
