/** The fake's git side: a real bare repository, changed as GitHub changes it, served over smart HTTP. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const IDENTITY = {
  GIT_AUTHOR_NAME: 'GitHub',
  GIT_AUTHOR_EMAIL: 'noreply@github.com',
  GIT_COMMITTER_NAME: 'GitHub',
  GIT_COMMITTER_EMAIL: 'noreply@github.com',
};
const OWN_CONFIG = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

export type Files = Readonly<Record<string, string>>;

/** Commands that leave every ref where it is. */
const READING = new Set([
  'cat-file',
  'commit-tree',
  'diff',
  'for-each-ref',
  'hash-object',
  'log',
  'ls-tree',
  'merge-base',
  'merge-tree',
  'mktree',
  'read-tree',
  'rev-list',
  'rev-parse',
  'show',
  'update-index',
  'write-tree',
]);

export class BareRepository {
  readonly path: string;
  /** Until a ref may have moved. */
  readonly #tips = new Map<string, string | null>();
  readonly #answers = new Map<string, string>();

  /** `root` is served; the repository lies at `root/owner/name.git`. */
  constructor(root: string, fullName: string) {
    this.path = join(root, `${fullName}.git`);
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', this.path]);
    this.git(['config', 'uploadpack.allowFilter', 'true']);
    this.git(['config', 'uploadpack.allowAnySHA1InWant', 'true']);
  }

  git(args: readonly string[], input?: string, env: Readonly<Record<string, string>> = {}): string {
    if (!READING.has(args[0] ?? '')) this.#tips.clear();
    return execFileSync('git', ['-C', this.path, ...args], {
      env: { ...process.env, ...OWN_CONFIG, ...IDENTITY, ...env },
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(input === undefined ? {} : { input }),
    }).trimEnd();
  }

  /** What a question says in which every name is a commit's id, which is asked once. */
  known(args: readonly string[]): string {
    const key = args.join('\0');
    const answer = this.#answers.get(key) ?? this.git(args);
    this.#answers.set(key, answer);
    return answer;
  }

  tip(ref: string): string | null {
    const known = this.#tips.get(ref);
    if (known !== undefined) return known;
    const tip = this.#resolve(ref);
    // What is not there yet may come with a commit.
    if (tip !== null) this.#tips.set(ref, tip);
    return tip;
  }

  #resolve(ref: string): string | null {
    try {
      return this.git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
    } catch {
      return null;
    }
  }

  /** Commits `files` on top of `parent` (an empty tree without one) and returns the new commit. */
  commit(parent: string | null, files: Files, message: string, when?: Date): string {
    const directory = mkdtempSync(join(tmpdir(), 'fake-github-'));
    const env = {
      GIT_INDEX_FILE: join(directory, 'index'),
      ...(when === undefined ? {} : { GIT_COMMITTER_DATE: when.toISOString() }),
    };
    try {
      this.git(['read-tree', ...(parent === null ? ['--empty'] : [parent])], undefined, env);
      const blobs = new Map<string, string>();
      for (const content of new Set(Object.values(files)))
        blobs.set(content, this.git(['hash-object', '-w', '--stdin'], content));
      const entries = Object.entries(files).map(
        ([path, content]) => `100644 ${blobs.get(content) ?? ''}\t${path}\0`,
      );
      this.git(['update-index', '-z', '--index-info'], entries.join(''), env);
      const tree = this.git(['write-tree'], undefined, env);
      return this.git(['commit-tree', tree, ...(parent === null ? [] : ['-p', parent])], message, env);
    } finally {
      rmSync(directory, { recursive: true });
    }
  }

  /** The merge commit of `theirs` into `ours`; null where they conflict. */
  merge(ours: string, theirs: string, message: string): string | null {
    try {
      const tree = this.git(['merge-tree', '--write-tree', ours, theirs]).split('\n')[0] ?? '';
      return this.git(['commit-tree', tree, '-p', ours, '-p', theirs], message);
    } catch {
      return null;
    }
  }

  describe(sha: string): {
    readonly committedAt: Date;
    readonly message: string;
    readonly parents: readonly string[];
  } {
    const said = this.known(['log', '-1', '--format=%cI%n%P%n%B', sha]);
    const [date = '', parents = '', ...message] = said.split('\n');
    return {
      committedAt: new Date(date),
      message: message.join('\n').trimEnd(),
      parents: parents.split(' ').filter(Boolean),
    };
  }

  /** Newest first, at most a hundred. */
  history(ref: string): readonly string[] {
    return this.known(['log', '-100', '--topo-order', '--format=%H', this.tip(ref) ?? ref]).split('\n');
  }

  point(ref: string, sha: string): void {
    this.git(['update-ref', ref, sha]);
  }

  paths(ref: string): readonly string[] {
    return this.git(['ls-tree', '-r', '--name-only', ref]).split('\n');
  }

  read(ref: string, path: string): string {
    return execFileSync('git', ['-C', this.path, 'show', `${ref}:${path}`], { encoding: 'utf8' });
  }
}

/** Answers one request of a git client with git's own server program. */
export function serveGit(root: string, url: URL, request: IncomingMessage, response: ServerResponse): void {
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      ...OWN_CONFIG,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: dirname(url.pathname),
    },
  });
  const chunks: Buffer[] = [];
  request.pipe(backend.stdin);
  backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  backend.on('close', () => {
    const all = Buffer.concat(chunks);
    const split = all.indexOf('\r\n\r\n');
    const headers = all
      .subarray(0, split)
      .toString()
      .split('\r\n')
      .map((line) => line.split(': ', 2) as [string, string]);
    const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200';
    response.writeHead(
      Number.parseInt(status, 10),
      Object.fromEntries(headers.filter(([name]) => name !== 'Status')),
    );
    response.end(all.subarray(split + 4));
  });
}
