/** GitHub's REST answers, by operation of its description. An answer states what matters; `filled` adds the rest. */
import { commentableLines, filesOf, type DiffFile } from './diff.ts';
import type { Actor, Pull, StoredComment, StoredIssue, StoredReview, StoredStatus, World } from './world.ts';

export interface Call {
  readonly world: World;
  readonly actor: Actor;
  /** Where this server can be reached. */
  readonly url: string;
  /** Where its REST API can be reached. */
  readonly api: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What GitHub does and its description does not say. */
  readonly undocumented?: true;
}

interface Handler {
  readonly needs: string;
  readonly answer: (call: Call) => Answer;
}

/** Of one commit (docs.github.com, "Create a commit status"). */
const STATUSES_PER_CONTEXT = 1000;

const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found' } };
const ok = (body: unknown, status = 200): Answer => ({ status, body });

const account = (login: string, bot = login.endsWith('[bot]')) => ({
  login,
  id: login.length,
  type: bot ? 'Bot' : 'User',
});
const home = { id: 1, full_name: 'acme/shop', name: 'shop', default_branch: 'main' };
const elsewhere = { id: 2, full_name: 'mallory/shop', name: 'shop', default_branch: 'main' };

const pullBody = (
  { number, author, base, branch, fork, state, head, locked = false }: Pull,
  world: World,
) => ({
  number,
  node_id: `PR_${number}`,
  state,
  locked,
  user: account(author),
  base: {
    ref: base,
    sha: world.git.tip(`refs/heads/${base}`),
    label: `acme:${base}`,
    repo: home,
    user: account('acme'),
  },
  head: {
    ref: branch,
    sha: head,
    label: `x:${branch}`,
    repo: fork ? elsewhere : home,
    user: account(author),
  },
});

const commentBody = ({ id, pull, body, login, bot }: StoredComment, url: string) => ({
  id,
  node_id: `IC_${id}`,
  body,
  html_url: `${url}/acme/shop/pull/${pull}#issuecomment-${id}`,
  user: account(login, bot),
});

const statusBody = ({ id = 1, state, context, description, login, url = null }: StoredStatus) => ({
  id,
  target_url: url,
  state,
  context,
  description,
  creator: account(login),
});

const issueBody = ({ number, title, body, state, login, bot }: StoredIssue) => ({
  number,
  title,
  body,
  state,
  user: account(login, bot),
});

const reviewBody = ({ id, login, body = '', state, commit }: StoredReview, index: number) => ({
  id: id ?? index + 1,
  node_id: `PRR_${id ?? index + 1}`,
  user: account(login),
  body,
  state,
  commit_id: commit,
});

const REVIEW_STATES: Readonly<Record<string, StoredReview['state']>> = {
  COMMENT: 'COMMENTED',
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
};

interface LineComment {
  readonly path: string;
  readonly line: number;
  readonly start_line?: number;
  readonly side?: string;
  readonly body: string;
}

/** GitHub's words for a comment that cannot stand where it wants to. */
function lineFault(
  { path, line, start_line: start = line, side = 'RIGHT', body }: LineComment,
  files: readonly DiffFile[],
): string | null {
  if (side !== 'RIGHT' || body === '') return 'side or body';
  const patch = files.find(({ filename }) => filename === path)?.patch;
  if (patch === undefined) return 'Path could not be resolved';
  const lines = commentableLines(patch);
  if (lines.get(line) === undefined) return 'Line could not be resolved';
  if (start > line || lines.get(start) !== lines.get(line)) return 'Start line must precede the end line';
  return null;
}

/** One page of a list, with the `Link` header that clients follow. */
function page(call: Call, path: string, items: readonly unknown[], wrap?: string): Answer {
  const size = Number(call.query['per_page'] ?? 30);
  const number = Number(call.query['page'] ?? 1);
  const shown = items.slice((number - 1) * size, number * size);
  const query = new URLSearchParams({ ...call.query, page: String(number + 1) });
  const headers: Record<string, string> =
    number * size < items.length ? { link: `<${call.api}${path}?${query.toString()}>; rel="next"` } : {};
  return {
    status: 200,
    headers,
    body: wrap === undefined ? shown : { total_count: items.length, [wrap]: shown },
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const repoPath = '/repos/acme/shop';

export const handlers: Readonly<Record<string, Handler>> = {
  'pulls/get': {
    needs: 'pull-requests:read',
    answer: ({ world, parameters }) => {
      const pull = world.pull(Number(parameters['pull_number']));
      return pull === undefined ? NOT_FOUND : ok(pullBody(pull, world));
    },
  },
  'pulls/list': {
    needs: 'pull-requests:read',
    answer: (call) => {
      const { state = 'open', base } = call.query;
      const found = call.world.pulls.filter(
        (pull) => pull.state === state && (base === undefined || pull.base === base),
      );
      return page(
        call,
        `${repoPath}/pulls`,
        found.map((pull) => pullBody(pull, call.world)),
      );
    },
  },
  'pulls/list-reviews': {
    needs: 'pull-requests:read',
    answer: (call) => {
      const number = Number(call.parameters['pull_number']);
      const found = call.world.reviews.filter(({ pull }) => pull === number);
      return page(call, `${repoPath}/pulls/${number}/reviews`, found.map(reviewBody));
    },
  },
  'pulls/create-review': {
    needs: 'pull-requests:write',
    answer: ({ world, actor, parameters, body }) => {
      const pull = world.pull(Number(parameters['pull_number']));
      if (pull === undefined) return NOT_FOUND;
      const comments = (body['comments'] ?? []) as readonly LineComment[];
      const wrong = comments.flatMap((comment) => lineFault(comment, filesOf(world, pull)) ?? []);
      const said = [text(body['body']), ...comments.map((one) => one.body)];
      if (said.some((one) => one.length > 65_536)) wrong.push('body is too long');
      // One bad comment loses the whole review.
      if (wrong.length > 0)
        return ok(
          { message: 'Unprocessable Entity', errors: wrong, documentation_url: '', status: '422' },
          422,
        );
      const review = {
        id: world.nextId(),
        pull: pull.number,
        login: actor.login,
        commit: text(body['commit_id']),
        body: text(body['body']),
        state: REVIEW_STATES[text(body['event'])] ?? ('COMMENTED' as const),
        minimised: null,
        comments: comments.map(({ path, line, start_line: start = null, body: words }) => ({
          id: world.nextId(),
          path,
          startLine: start,
          line,
          body: words,
          minimised: null,
        })),
      };
      world.reviews.push(review);
      return ok(reviewBody(review, 0));
    },
  },
  'pulls/list-files': {
    needs: 'pull-requests:read',
    answer: (call) => {
      const pull = call.world.pull(Number(call.parameters['pull_number']));
      if (pull === undefined) return NOT_FOUND;
      const files = filesOf(call.world, pull).slice(0, 3000);
      return page(call, `${repoPath}/pulls/${pull.number}/files`, files);
    },
  },
  'teams/get-membership-for-user-in-org': {
    needs: 'members:read',
    answer: ({ world, parameters }) => {
      const { team_slug: team, username } = parameters;
      const state = world.teams.get(`${team ?? ''} ${username ?? ''}`);
      return state === undefined ? NOT_FOUND : ok({ state, role: 'member', url: 'https://github.example/m' });
    },
  },
  'issues/list-comments': {
    needs: 'pull-requests:read',
    answer: (call) => {
      const number = Number(call.parameters['issue_number']);
      const found = call.world.comments.filter(({ pull }) => pull === number);
      return page(
        call,
        `${repoPath}/issues/${number}/comments`,
        found.map((one) => commentBody(one, call.url)),
      );
    },
  },
  'issues/create-comment': {
    needs: 'pull-requests:write',
    answer: ({ world, actor, url, parameters, body }) => {
      const said = text(body['body']);
      if (world.pull(Number(parameters['issue_number']))?.locked === true)
        return ok({ message: 'Unable to create comment because issue is locked.' }, 403);
      if (said.length > 65_536) return ok({ message: 'Validation Failed', errors: [] }, 422);
      return ok(
        commentBody(world.say(Number(parameters['issue_number']), actor.login, said, actor.bot), url),
        201,
      );
    },
  },
  'issues/update-comment': {
    needs: 'pull-requests:write',
    answer: ({ world, url, parameters, body }) => {
      const comment = world.comments.find(({ id }) => id === Number(parameters['comment_id']));
      if (comment === undefined) return { ...NOT_FOUND, undocumented: true };
      comment.body = text(body['body']);
      return ok(commentBody(comment, url));
    },
  },
  'reactions/create-for-issue-comment': {
    needs: 'issues:write',
    answer: ({ world, actor, parameters, body }) => {
      const reaction = {
        comment: Number(parameters['comment_id']),
        content: text(body['content']),
        login: actor.login,
      };
      const known = world.reactions.some(
        (one) => one.comment === reaction.comment && one.content === reaction.content,
      );
      if (!known) world.reactions.push(reaction);
      return ok({ content: reaction.content, user: account(actor.login) }, known ? 200 : 201);
    },
  },
  'repos/get-branch': {
    needs: 'contents:read',
    answer: ({ world, parameters }) => {
      const name = parameters['branch'] ?? '';
      const sha = world.git.tip(`refs/heads/${name}`);
      if (sha === null) return NOT_FOUND;
      return ok({ name, commit: { sha }, protected: world.protectedBranches.has(name) });
    },
  },
  'repos/get-commit': {
    needs: 'contents:read',
    answer: ({ world, parameters }) => {
      const sha = world.git.tip(parameters['ref'] ?? '');
      if (sha === null) return NOT_FOUND;
      const { committedAt, message, parents } = world.git.describe(sha);
      const committer = { date: committedAt.toISOString(), name: 'GitHub', email: 'noreply@github.com' };
      return ok({ sha, commit: { message, committer }, parents: parents.map((parent) => ({ sha: parent })) });
    },
  },
  'repos/get-collaborator-permission-level': {
    needs: 'metadata:read',
    answer: ({ world, parameters }) => {
      const login = parameters['username'] ?? '';
      const permission = world.people.get(login);
      return permission === undefined
        ? NOT_FOUND
        : ok({ permission, role_name: permission, user: { ...account(login) } });
    },
  },
  'repos/list-commit-statuses-for-ref': {
    needs: 'statuses:read',
    answer: (call) => {
      const ref = call.parameters['ref'] ?? '';
      const found = call.world.statuses.filter(({ sha }) => sha === ref).toReversed();
      return page(call, `${repoPath}/commits/${ref}/statuses`, found.map(statusBody));
    },
  },
  'repos/create-commit-status': {
    needs: 'statuses:write',
    answer: ({ world, actor, parameters, body }) => {
      const description = text(body['description']);
      // Not in the description of the API, but what GitHub does.
      if (description.length > 140) return ok({ message: 'Validation Failed', errors: [] }, 422);
      const same = world.statuses.filter(
        (one) => one.sha === parameters['sha'] && one.context === body['context'],
      );
      if (same.length >= STATUSES_PER_CONTEXT) {
        const message = 'This SHA and context has reached the maximum number of statuses.';
        const errors = [{ resource: 'Status', code: 'custom', message }];
        return { status: 422, body: { message: 'Validation Failed', errors }, undocumented: true };
      }
      const status = {
        id: world.nextId(),
        sha: parameters['sha'] ?? '',
        context: text(body['context']),
        state: text(body['state']),
        description,
        login: actor.login,
        url: body['target_url'] === undefined ? null : text(body['target_url']),
      };
      world.statuses.push(status);
      return ok(statusBody(status), 201);
    },
  },
  'actions/list-workflow-runs-for-repo': {
    needs: 'actions:read',
    answer: (call) => {
      const runs = call.world.runs
        .filter(({ headSha }) => headSha === call.query['head_sha'])
        .toReversed()
        .map(({ id, workflowId, path, event, headSha, createdAt }) => ({
          id,
          workflow_id: workflowId,
          path,
          event,
          head_sha: headSha,
          created_at: createdAt.toISOString(),
          repository: home,
          head_repository: home,
        }));
      return page(call, `${repoPath}/actions/runs`, runs, 'workflow_runs');
    },
  },
  'actions/list-workflow-run-artifacts': {
    needs: 'actions:read',
    answer: (call) => {
      const found = call.world.artifacts
        .filter(
          ({ run, name }) =>
            run === Number(call.parameters['run_id']) && name === (call.query['name'] ?? name),
        )
        .map(({ id, name, archive }) => ({ id, name, size_in_bytes: archive.length, expired: false }));
      return page(
        call,
        `${repoPath}/actions/runs/${call.parameters['run_id'] ?? ''}/artifacts`,
        found,
        'artifacts',
      );
    },
  },
  'actions/download-artifact': {
    needs: 'actions:read',
    answer: ({ url, parameters }) => ({
      status: 302,
      headers: { location: `${url}/storage/${parameters['artifact_id'] ?? ''}` },
    }),
  },
  'actions/re-run-workflow': {
    needs: 'actions:write',
    answer: ({ world, parameters }) => {
      const run = Number(parameters['run_id']);
      if (!world.runs.some(({ id }) => id === run)) return NOT_FOUND;
      world.reruns.push(run);
      return ok({}, 201);
    },
  },
  'issues/list-for-repo': {
    needs: 'issues:read',
    answer: (call) => {
      const { state = 'open', creator } = call.query;
      const found = call.world.issues.filter(
        (issue) => issue.state === state && issue.login === (creator ?? issue.login),
      );
      return page(call, `${repoPath}/issues`, found.map(issueBody));
    },
  },
  'issues/create': {
    needs: 'issues:write',
    answer: ({ world, actor, body }) => {
      const issue = {
        number: world.nextId(),
        login: actor.login,
        bot: actor.bot,
        title: text(body['title']),
        body: text(body['body']),
        state: 'open' as const,
      };
      world.issues.push(issue);
      return ok(issueBody(issue), 201);
    },
  },
  'issues/update': {
    needs: 'issues:write',
    answer: ({ world, parameters, body }) => {
      const issue = world.issues.find(({ number }) => number === Number(parameters['issue_number']));
      if (issue === undefined) return NOT_FOUND;
      if (body['title'] !== undefined) issue.title = text(body['title']);
      if (body['body'] !== undefined) issue.body = text(body['body']);
      if (body['state'] === 'closed') issue.state = 'closed';
      return ok(issueBody(issue));
    },
  },
  'actions/create-workflow-dispatch': {
    needs: 'actions:write',
    answer: ({ world, parameters, body }) => {
      world.dispatches.push({
        workflow: Number(parameters['workflow_id']),
        ref: text(body['ref']),
        inputs: body['inputs'],
      });
      return { status: 204 };
    },
  },
};
