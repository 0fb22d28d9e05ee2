/** Bringing what the user's clone lacks into our own repository: newer refs, cut-off history, filtered-out contents. */
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../tree/usage-error.ts';
import type { Layout } from './discover.ts';
import type { Environment } from './environment.ts';
import { complaint, withoutCredentials, type Git } from './process.ts';
import { REMOTE_TAGS } from './refs.ts';
import { refspecFor, type Remote } from './remote.ts';
import type { Store } from './store.ts';

/** The user's remotes (`origin` first) and the environment that reaches them. */
export interface Network {
  readonly remotes: readonly Remote[];
  readonly transport: Environment;
}

export interface Fetcher {
  /** Brings one ref up to date; throws UsageError where the remote cannot be reached or lacks it. */
  ref(ref: string): Promise<void>;
  /** The same for many refs of one remote, in one conversation. */
  refs(refs: readonly string[]): Promise<void>;
  /** Completes the history of a shallow clone, once; throws UsageError saying how to do it by hand. */
  history(): Promise<void>;
  /** Brings objects by id: contents that a partial clone left out. */
  objects(ids: readonly string[]): Promise<void>;
  /** Whether our own repository has refs that the user's lacks. */
  readonly hasRefs: boolean;
  /** When this run fetched `ref`; null where it did not. */
  when(ref: string): Date | null;
  /** The commit of a ref that this run fetched, or of the id of such a commit; null for any other name. */
  commit(ref: string): Promise<string | null>;
}

/** No FETCH_HEAD, no submodules, no housekeeping: only what is asked for. */
const FETCH = [
  'fetch',
  '--progress',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-maintenance',
];
/** Commits and trees now, contents when they are read. */
const BLOBLESS = '--filter=blob:none';
/** A remote that says nothing for a minute, in milliseconds, will not answer. */
const SILENCE_LIMIT = 60_000;

/** Fetches into `store`; `network` is asked at the first need. */
export function fetcher(own: Git, store: Store, layout: Layout, network: () => Promise<Network>): Fetcher {
  const fetched = new Map<string, Date>();
  let listing: Promise<ReadonlyMap<string, string>> | undefined;
  let completion: Promise<void> | undefined;

  const run = async (remote: Remote, args: readonly string[], input?: string): Promise<void> => {
    const { transport: env } = await network();
    const options = { env, silenceLimit: SILENCE_LIMIT, ...(input === undefined ? {} : { input }) };
    const answer = await own.ask([...FETCH, ...args], options).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UsageError(`${withoutCredentials(remote.url)} did not answer: ${reason}`);
    });
    if (answer.code === 0) return;
    throw new UsageError(`Fetching from ${withoutCredentials(remote.url)} failed: ${complaint(answer)}`);
  };

  const complete = async (): Promise<void> => {
    const [remote] = (await network()).remotes;
    if (remote === undefined)
      throw new UsageError(`The clone is shallow and has no remote to complete it from. ${DEEPEN}`);
    const wants = [`+refs/tags/*:${REMOTE_TAGS}/*`, ...layout.shallow];
    await run(remote, ['--unshallow', BLOBLESS, remote.name, ...wants]).catch((error: unknown) => {
      if (!(error instanceof UsageError)) throw error;
      throw new UsageError(`The clone is shallow and could not be completed. ${error.message}. ${DEEPEN}`);
    });
    if (existsSync(join(store.gitDir, 'shallow'))) {
      throw new UsageError(`The clone is shallow, and so is ${withoutCredentials(remote.url)}. ${DEEPEN}`);
    }
  };

  const bring = async (refs: readonly string[]): Promise<void> => {
    const { remotes } = await network();
    const found = refs.map((ref) => refspecFor(ref, remotes));
    for (const remote of new Set(found.map((one) => one.remote))) {
      const refspecs = found.filter((one) => one.remote === remote).map(({ refspec }) => refspec);
      await run(remote, [...(isIncomplete(layout) ? [BLOBLESS] : []), remote.name, ...refspecs]);
    }
    for (const ref of refs) fetched.set(ref, new Date());
    listing = undefined;
  };

  const commit = async (ref: string): Promise<string | null> => {
    if (fetched.size === 0) return null;
    const commits = await (listing ??= listCommits(own));
    if (!fetched.has(ref)) return commits.has(ref) ? ref : null;
    const [, target = ''] = refspecFor(ref, (await network()).remotes).refspec.split(':');
    return commits.get(target) ?? null;
  };

  return {
    ref: (ref) => bring([ref]),
    refs: bring,
    history: () => (layout.shallow.length === 0 ? Promise.resolve() : (completion ??= complete())),
    async objects(ids) {
      const [remote] = (await network()).remotes;
      if (remote !== undefined) await run(remote, [BLOBLESS, '--stdin', remote.name], `${ids.join('\n')}\n`);
    },
    get hasRefs() {
      return fetched.size > 0 || completion !== undefined;
    },
    when: (ref) => fetched.get(ref) ?? null,
    commit,
  };
}

/** Commits by ref and by id, of all refs of our own; a tag that has an object of its own is no commit. */
async function listCommits(own: Git): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await own.tell(['for-each-ref', '--format=%(objecttype) %(objectname) %(refname)']);
  const lines = stdout.split('\n').map((line) => /^commit (\S+) (.*)$/.exec(line));
  return new Map(
    lines.flatMap((line) => {
      const [, id = '', name = ''] = line ?? [];
      return line === null
        ? []
        : [
            [name, id],
            [id, id],
          ];
    }),
  );
}

const DEEPEN =
  'Fetch the whole history first: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout.';

/** Whether something of the history may have to come from a remote. */
export function isIncomplete(layout: Layout): boolean {
  return layout.partial || layout.shallow.length > 0;
}

/**
 * Names the remotes in our own configuration. In an incomplete clone they promise what is missing, so that git fetches
 * by itself the contents that a merge has to look into.
 */
export function declareRemotes(store: Store, layout: Layout, remotes: readonly Remote[]): void {
  const promise = isIncomplete(layout) ? '\tpromisor = true\n\tpartialCloneFilter = blob:none\n' : '';
  const sections = remotes.map(
    ({ name, url }) => `[remote ${JSON.stringify(name)}]\n\turl = ${JSON.stringify(url)}\n${promise}`,
  );
  appendFileSync(join(store.gitDir, 'config'), sections.join(''));
}
