/** Branches, and commits made by GitHub itself: signed, atomic, locked on the expected head. */
import type { Branches } from '../github.ts';
import { orNull, type Api } from './api.ts';
import { CREATE_COMMIT } from './queries.ts';

export function branches({ rest, graphql, asked, owner, repo }: Api): Branches {
  return {
    branch: (name) =>
      asked(`show the branch ${name}`, 'contents: read', async () => {
        const answer = await orNull(rest.repos.getBranch({ owner, repo, branch: name }));
        return answer === null ? null : { sha: answer.data.commit.sha, protected: answer.data.protected };
      }),
    describeCommit: (sha) =>
      asked(`show the commit ${sha}`, 'contents: read', async () => {
        const { data } = await rest.repos.getCommit({ owner, repo, ref: sha });
        const committedAt = new Date(data.commit.committer?.date ?? Number.NaN);
        return {
          committedAt,
          message: data.commit.message,
          parents: data.parents.map(({ sha: parent }) => parent),
        };
      }),
    commit: ({ branch, expectedHead, headline, body, files }) =>
      asked(`commit to ${branch}`, 'contents: write', async () => {
        const additions = files.map(({ path, content }) => ({
          path,
          contents: Buffer.from(content).toString('base64'),
        }));
        const input = {
          branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName: branch },
          expectedHeadOid: expectedHead,
          message: { headline, body },
          fileChanges: { additions },
        };
        const answer = await graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(CREATE_COMMIT, {
          input,
        });
        return answer.createCommitOnBranch.commit.oid;
      }),
  };
}
