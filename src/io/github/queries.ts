/** Every GraphQL document that we send; the tests hold them against GitHub's published schema. */

export const VIEWER = 'query { viewer { login } }';

export const UPDATE_BRANCH = `
  mutation ($pullRequest: ID!, $expectedHead: GitObjectID!) {
    updatePullRequestBranch(input: { pullRequestId: $pullRequest, expectedHeadOid: $expectedHead, updateMethod: MERGE }) {
      pullRequest { number }
    }
  }`;

export const CREATE_COMMIT = `
  mutation ($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) { commit { oid } }
  }`;

export const MINIMISE = `
  mutation ($comment: ID!, $why: ReportedContentClassifiers!) {
    minimizeComment(input: { subjectId: $comment, classifier: $why }) { minimizedComment { isMinimized } }
  }`;
