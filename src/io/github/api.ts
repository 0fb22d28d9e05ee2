/** Octokit with the habits GitHub asks of integrations: a pinned API version, rate limits waited for, faults retried. */
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit, RequestError } from '@octokit/rest';
import type { GitHubAddress } from '../github.ts';

/** Known to every supported GitHub Enterprise Server too; without the header the server would choose. */
const API_VERSION = '2022-11-28';
/** A wait longer than this is not worth a runner's time: the next event tries again. Seconds. */
const LONGEST_WAIT = 120;
const RETRIES = 3;

export interface Api {
  readonly rest: Octokit['rest'];
  readonly paginate: Octokit['paginate'];
  readonly graphql: Octokit['graphql'];
  readonly owner: string;
  readonly repo: string;
  /** Runs a request; a rejection becomes one sentence that begins with `what` and names a missing permission. */
  readonly asked: typeof asked;
}

export function createApi({ repository, token, apiUrl, graphqlUrl, onWait }: GitHubAddress): Api {
  const [owner = '', repo = ''] = repository.split('/');
  const limited =
    (what: string) => (seconds: number, _options: object, _octokit: unknown, retries: number) => {
      const again = retries < RETRIES && seconds <= LONGEST_WAIT;
      onWait(`GitHub's ${what} is reached: ${again ? `waiting ${seconds} seconds` : 'giving up'}`);
      return again;
    };
  const quiet = { debug: silent, info: silent, warn: silent, error: silent };
  const octokit = new (Octokit.plugin(retry, throttling))({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'alembic-gate',
    log: quiet,
    throttle: { onRateLimit: limited('rate limit'), onSecondaryRateLimit: limited('secondary rate limit') },
    request: { retries: RETRIES },
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
    asked,
  };
}

const silent = (): void => undefined;

async function asked<T>(what: string, permission: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw new Error(sentence(what, permission, error), { cause: error });
  }
}

function sentence(what: string, permission: string, error: unknown): string {
  const text = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const forbidden = (error instanceof RequestError && error.status === 403) || /not accessible by/.test(text);
  const cure = forbidden ? `; the job needs the permission ${permission}` : '';
  return `GitHub did not ${what}: ${text}${cure}`;
}

/** The answer to a request, or null where GitHub says 404 or 410: there is no such thing (any more). */
export async function orNull<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof RequestError && (error.status === 404 || error.status === 410)) return null;
    throw error;
  }
}
