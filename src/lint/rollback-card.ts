/** Dropping what the base's models no longer map is the last step of a removal, not the first. */
import type { Severity } from './finding.ts';
import { isUnmapped } from './models/model.ts';
import type { Pass } from './pass.ts';

/** A warning under `recommended` where it is certain that no model of the base maps it: no code that runs reads it. */
export function unmappedAtMost(
  { models, config }: Pick<Pass, 'models' | 'config'>,
  table: string | null,
  column?: string | null,
): Severity | undefined {
  const known = models !== null && isUnmapped(models.base, table, column);
  return known && config.profile === 'recommended' ? 'warning' : undefined;
}

/** The end of the sentence on a drop: who fails, or that nobody should. */
export const whoFails = (known: Severity | undefined, harm: string): string =>
  known === undefined
    ? `and old code that still runs while this deploys ${harm}`
    : 'although no model of the base maps it any more';
