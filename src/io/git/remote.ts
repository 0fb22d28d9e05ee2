/** What the user's git knows of its remotes and how to reach them: the only settings of theirs that we use. */
import { resolve } from 'node:path';
import { UsageError } from '../../tree/usage-error.ts';
import type { Layout } from './discover.ts';
import { settingsEnvironment, transportEnvironment, type Environment } from './environment.ts';
import type { Git } from './process.ts';

/** Values by key as `git config --list` prints it: section and name in lower case, in the order of precedence. */
export type Settings = ReadonlyMap<string, readonly string[]>;

/** A token for one server, sent as GitHub's own checkout action does. */
export interface Credential {
  /** `https://github.com` or that of an enterprise server. */
  readonly server: string;
  readonly token: string;
}

export interface Remote {
  readonly name: string;
  readonly url: string;
}

/** The user's settings of every scope, includes followed. */
export async function readSettings(configured: Git): Promise<Settings> {
  const { stdout } = await configured.tell(['config', '--list', '-z', '--includes']);
  const settings = new Map<string, string[]>();
  for (const entry of stdout.split('\0').filter(Boolean)) {
    const newline = entry.indexOf('\n');
    const [key, value] = newline < 0 ? [entry, 'true'] : [entry.slice(0, newline), entry.slice(newline + 1)];
    settings.set(key, [...(settings.get(key) ?? []), value]);
  }
  return settings;
}

/** All remotes, `origin` first. A relative path as URL means one from the user's working tree. */
export function remotesOf(settings: Settings, layout: Layout): readonly Remote[] {
  const remotes = [...settings].flatMap(([key, [url = '']]) => {
    const name = /^remote\.(.+)\.url$/s.exec(key)?.[1];
    return name === undefined ? [] : [{ name, url: /^[^/]*:/.test(url) ? url : resolve(layout.root, url) }];
  });
  return remotes.sort((a, b) => Number(b.name === 'origin') - Number(a.name === 'origin'));
}

const TRANSPORT = /^(http|credential|url|ssh|protocol)\.|^core\.(sshcommand|gitproxy|askpass)$/;

/** The environment in which a remote is reached the way the user would: proxy, certificates, credentials, rewrites. */
export function transportOf(
  settings: Settings,
  inherited: NodeJS.ProcessEnv,
  credential?: Credential,
): Environment {
  const pairs = [...settings]
    .filter(([key]) => TRANSPORT.test(key))
    // Two authorization headers are an error to GitHub, so a token given replaces a persisted one.
    .filter(([key]) => credential === undefined || !/^http\..*extraheader$/.test(key))
    .flatMap(([key, values]) => values.map((value) => [key, value] as const));
  const header = credential === undefined ? [] : [authorization(credential)];
  return { ...transportEnvironment(inherited), ...settingsEnvironment([...pairs, ...header]) };
}

function authorization({ server, token }: Credential): readonly [string, string] {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return [`http.${server.replace(/\/+$/, '')}/.extraheader`, `AUTHORIZATION: basic ${basic}`];
}

/** Which remote has `ref`, and the refspec that brings it under the name people use for it. */
export function refspecFor(
  ref: string,
  remotes: readonly Remote[],
): { readonly remote: Remote; readonly refspec: string } {
  if (ref === '' || ref.startsWith('-') || /[\0\s:*?[\\^~]/.test(ref)) {
    throw new UsageError(
      `${JSON.stringify(ref)} cannot be fetched: give the name of a branch, a full ref or a commit id.`,
    );
  }
  const short = ref.replace(/^refs\/remotes\//, '');
  const tracked = remotes
    .filter(({ name }) => short.startsWith(`${name}/`))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (tracked !== undefined) {
    const branch = short.slice(tracked.name.length + 1);
    const source = branch === 'HEAD' ? 'HEAD' : `refs/heads/${branch}`;
    return { remote: tracked, refspec: `+${source}:refs/remotes/${tracked.name}/${branch}` };
  }
  const [remote] = remotes;
  if (remote === undefined) throw new UsageError(`${ref} cannot be fetched: the repository has no remote.`);
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(ref)) return { remote, refspec: ref };
  const full = ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
  return { remote, refspec: `+${full}:${full}` };
}
