/** Accounts as GraphQL names them. */
import type { Account } from '../../publish/existing.ts';

export interface ActorData {
  readonly __typename: string;
  readonly login: string;
}

/** GraphQL leaves out the `[bot]` that REST has. */
export function toAccount({ __typename, login }: ActorData): Account {
  const bot = __typename === 'Bot';
  return { login: bot ? `${login.replace(/\[bot\]$/, '')}[bot]` : login, bot };
}
