/** What GitHub has already, as far as planning needs it. */

export interface Account {
  /** As REST gives it: bots end in `[bot]`. */
  readonly login: string;
  readonly bot: boolean;
}

export interface Comment {
  readonly id: number;
  /** GraphQL's id. */
  readonly nodeId: string;
  readonly body: string;
  readonly author: Account | null;
  readonly url: string;
}

/** A review with its comments on lines; `minimised` is why it is hidden, in GraphQL's words (`outdated`), or null. */
export interface PostedReview {
  /** GraphQL's id. */
  readonly nodeId: string;
  readonly body: string;
  readonly author: Account | null;
  readonly minimised: string | null;
  readonly comments: readonly { readonly nodeId: string; readonly minimised: string | null }[];
}

export interface CommitStatus {
  readonly state: 'success' | 'failure' | 'error' | 'pending';
  readonly description: string;
}

/** GraphQL calls a bot by its bare name, REST adds `[bot]`; a person of that bare name is somebody else. */
export function isOurs(author: Account | null, me: string): boolean {
  if (author === null) return false;
  return author.login === me || (author.bot && author.login === `${me}[bot]`);
}
