/** Time and chance that are the same for the same question, so that what is written about it is rewritten only for news. */
import { createHash } from 'node:crypto';
import type { Question } from '../flows/question.ts';
import type { Clock } from '../io/clock.ts';

/** Generated dates are the head's own, and ids follow from what is asked. */
export function fixedClock(
  repository: string,
  { pullRequest, head, base }: Pick<Question, 'pullRequest' | 'head' | 'base'>,
  committedAt: Date,
): Clock {
  let asked = 0;
  return {
    now: () => ({ epochMicroseconds: committedAt.getTime() * 1000 }),
    timeZone: 'UTC',
    newId: () =>
      createHash('sha256')
        .update(`${repository} ${pullRequest} ${base} ${head} ${asked++}`)
        .digest('hex')
        .slice(0, 12),
  };
}
