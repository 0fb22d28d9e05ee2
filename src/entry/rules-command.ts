/** `alembic-gate rules [RULE]`: the list of all rules, or what there is to know about one. */
import { PROFILES } from '../config/choices.ts';
import { unknownName } from '../config/vocabulary.ts';
import { CATALOGUE } from '../lint/catalogue.ts';
import { ruleList, rulePage } from '../lint/page.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { Flags } from './arguments.ts';
import { text } from './desk.ts';

/** Throws UsageError for a rule that does not exist. */
export function rulesCommand(flags: Flags, [rule]: readonly string[]): number {
  const profile = PROFILES.find((one) => one === text(flags, 'profile')) ?? 'recommended';
  if (rule === undefined) {
    process.stdout.write(
      `${ruleList(profile)}\nalembic-gate rules RULE explains one; --profile shows another profile.\n`,
    );
    return 0;
  }
  const page = rulePage(rule);
  if (page === null) {
    const ids = CATALOGUE.map(({ id }) => id);
    throw new UsageError(`${rule} ${unknownName('rule', rule, ids)}`);
  }
  process.stdout.write(page);
  return 0;
}
