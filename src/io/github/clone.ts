/** A bare clone of the repository that an event is about, to read from: histories now, contents when they are read. */
import { settingsEnvironment, hermeticEnvironment } from '../git/environment.ts';
import { complaint, gitIn } from '../git/process.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../git/temporary.ts';
import { UsageError } from '../../tree/usage-error.ts';

export interface CloneAddress {
  /** GITHUB_SERVER_URL. */
  readonly server: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
}

/**
 * Fetches one branch without file contents into a directory that goes away with its scope; nothing is checked out, and
 * the token is neither written down nor visible in a process list. Throws UsageError where GitHub refuses.
 */
export async function cloneForReading(
  { server, repository, token }: CloneAddress,
  branch: string,
): Promise<TemporaryDirectory> {
  const directory = temporaryDirectory('alembic-gate-clone-');
  const git = gitIn(
    directory.path,
    { ...hermeticEnvironment(process.env), ...authorization(server, token) },
    () => undefined,
  );
  const must = async (args: readonly string[]): Promise<void> => {
    const answer = await git.tell(args);
    if (answer.code === 0) return;
    await directory[Symbol.asyncDispose]();
    throw new UsageError(
      `Reading ${repository} failed: ${complaint(answer)}; the job needs the permission contents: read.`,
    );
  };
  await must(['init', '--quiet', '--bare', '.']);
  await must(['config', 'remote.origin.url', `${server}/${repository}.git`]);
  const refspec = `+refs/heads/${branch}:refs/remotes/origin/${branch}`;
  await must([
    'fetch',
    '--quiet',
    '--filter=blob:none',
    '--no-tags',
    '--no-write-fetch-head',
    'origin',
    refspec,
  ]);
  return directory;
}

function authorization(server: string, token: string): Readonly<Record<string, string>> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return settingsEnvironment([[`http.${server}/.extraheader`, `AUTHORIZATION: basic ${basic}`]]);
}
