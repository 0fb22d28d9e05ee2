/** Whether a run of the gate may write to GitHub what it judged (design §14): not where foreign code ran beside the token. */
import type { GateTask } from '../event/task.ts';
import type { Config } from '../config/config.ts';

const BOT = 'the bot (docs/workflows/bot.yml) writes it';

/** One sentence why not; null where it may. `isRedirected`: an input names another base or head than the event. */
export function whyNotPublished(
  { pullRequest, from }: Pick<GateTask, 'pullRequest' | 'from'>,
  { database }: Pick<Config, 'database'>,
  isRedirected: boolean,
): string | null {
  if (pullRequest === null) return `publish: true speaks of pull requests only: ${BOT} for everything else`;
  if (isRedirected)
    return `the inputs base and head ask about something else than #${pullRequest}: leave them out to publish`;
  if (from === 'repository' || database === 'none') return null;
  const whose = from === 'fork' ? 'a fork' : 'Dependabot';
  return `code of ${whose} ran in this job, which must not speak for the gate: ${BOT}, or set database: none`;
}
