/** Every GraphQL document that we send; the tests hold them against GitHub's published schema. */

export const VIEWER = 'query { viewer { login } }';

/** The status of one context on each head comes along, so that nothing has to be asked of pull requests one by one. */
export const OPEN_PULL_REQUESTS = `
  query ($owner: String!, $repo: String!, $context: String!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequests(states: OPEN, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
        pageInfo { hasNextPage endCursor }
        nodes {
          number id baseRefName headRefName headRefOid isCrossRepository locked
          author { login }
          commits(last: 1) {
            nodes { commit { oid status { context(name: $context) { state description creator { __typename login } } } } }
          }
        }
      }
    }
  }`;

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

/** The newest commits of a branch with the status of one context, and who merged what into it. */
export const LANDINGS = `
  query ($owner: String!, $repo: String!, $branch: String!, $ref: String!, $context: String!) {
    landed: repository(owner: $owner, name: $repo) {
      ref(qualifiedName: $ref) {
        target {
          ... on Commit {
            history(first: 100) {
              nodes {
                oid author { user { login } }
                status { context(name: $context) { state description creator { __typename login } } }
              }
            }
          }
        }
      }
      pullRequests(states: MERGED, baseRefName: $branch, first: 50, orderBy: { field: UPDATED_AT, direction: DESC }) {
        nodes { number headRefOid mergeCommit { oid } mergedBy { login } }
      }
    }
  }`;

export const MERGE_QUEUE = `
  query ($owner: String!, $repo: String!, $branch: String!) {
    queued: repository(owner: $owner, name: $repo) {
      mergeQueue(branch: $branch) {
        entries(first: 100) {
          nodes { pullRequest { number } headCommit { oid } baseCommit { oid } }
        }
      }
    }
  }`;

/** Reviews that comment, with what hides them; ours are told by their author and their marker. */
export const POSTED_REVIEWS = `
  query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        reviews(states: COMMENTED, first: 50, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes {
            id body isMinimized minimizedReason
            author { __typename login }
            comments(first: 100) { nodes { id isMinimized minimizedReason } }
          }
        }
      }
    }
  }`;
