/** Comments, reactions, and what a commenter may do. */
import type { Comment } from '../../publish/existing.ts';
import type { Conversation } from '../github.ts';
import { orNull, unlessGone, type Api } from './api.ts';
import { MINIMISE, VIEWER } from './queries.ts';

interface CommentData {
  readonly id: number;
  readonly node_id: string;
  readonly body?: string | undefined;
  readonly html_url: string;
  readonly user: { readonly login: string; readonly type: string } | null;
}

const toComment = ({ id, node_id, body = '', html_url, user }: CommentData): Comment => ({
  id,
  nodeId: node_id,
  body,
  url: html_url,
  author: user === null ? null : { login: user.login, bot: user.type === 'Bot' },
});

const WRITE = 'pull-requests: write';

export function conversation({ rest, paginate, graphql, asked, owner, repo }: Api): Conversation {
  let me: Promise<string> | undefined;
  const whoWeAre = (): Promise<string> =>
    asked('say who we are', 'metadata: read', async () => {
      const { viewer } = await graphql<{ viewer: { login: string } }>(VIEWER);
      return viewer.login;
    });
  return {
    me: () => (me ??= whoWeAre()),
    comments: (number) =>
      asked(`list the comments of #${number}`, 'pull-requests: read', async () => {
        const request = { owner, repo, issue_number: number, per_page: 100 };
        return (await paginate(rest.issues.listComments, request)).map(toComment);
      }),
    createComment: (number, body) =>
      asked(`write a comment on #${number}`, WRITE, async () => {
        // Not retried: after a 502 the comment may exist, and only a look at the list can tell.
        const request = { owner, repo, issue_number: number, body, request: { retries: 0 } };
        return toComment((await rest.issues.createComment(request)).data);
      }),
    updateComment: (id, body) =>
      asked('edit our comment', WRITE, async () => {
        return (await orNull(rest.issues.updateComment({ owner, repo, comment_id: id, body }))) !== null;
      }),
    minimiseComment: (nodeId, why) =>
      asked('minimise our comment', WRITE, async () => {
        await unlessGone(graphql(MINIMISE, { comment: nodeId, why }));
      }),
    react: (id, content) =>
      asked('react to the comment', 'issues: write', async () => {
        await rest.reactions.createForIssueComment({ owner, repo, comment_id: id, content });
      }),
    permission: (username) =>
      asked(`say what ${username} may do`, 'metadata: read', async () => {
        const answer = await orNull(rest.repos.getCollaboratorPermissionLevel({ owner, repo, username }));
        const level = answer?.data.permission;
        return level === 'admin' || level === 'write' || level === 'read' ? level : 'none';
      }),
  };
}
