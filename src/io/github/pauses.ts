/** How long the bot pauses between two writes: as long as GitHub asks, and not at all where nobody does. */
import type { ThrottlingOptions } from '@octokit/plugin-throttling';

/**
 * GitHub wants a second between two writes and three after one that notifies, which is the plugin's own way. A GitHub
 * Enterprise Server limits nobody unless its owner says so, and then in its answers, which are listened to everywhere.
 */
export function pausesAt(apiUrl: string): Pick<ThrottlingOptions, 'write' | 'notifications'> {
  const isGitHubs = /(^|\.)(github\.com|ghe\.com)$/.test(new URL(apiUrl).hostname);
  return isGitHubs ? {} : { write: PAUSELESS, notifications: PAUSELESS };
}

/** In place of the plugin's queue, of which it uses nothing but this. */
const PAUSELESS = {
  key: () => ({ schedule: (_options: object, go: () => Promise<void>) => go() }),
} as unknown as NonNullable<ThrottlingOptions['write']>;
