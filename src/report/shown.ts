/** What a proof showed, in a sentence: a pass that says nothing could be taken for one that looked at nothing. */
import type { ProofName } from '../config/config.ts';
import type { ProofSection } from '../verify/proof.ts';

const PASSED: Readonly<Record<ProofName, string>> = {
  'round-trip': 'up, down and up again left the same schema each time',
  rows: 'rows came through, and what was not touched kept its values',
  'old-code': 'rows can be added and changed as the code of the base does it',
  'lock-class': 'no table is locked against writes or rebuilt',
  order: 'both sides give the same schema in both orders',
  interruption: 'stopped after each statement and run again, it came to the same schema',
  drift: 'models and schema differ in nothing that they did not differ in before',
  'start-states': 'every deployed state reaches the same schema',
  'fresh-install': 'a new installation has the same schema as a migrated one',
  'two-deployers': 'two deployments at once end well',
};

/** Empty where it said nothing and did not pass. */
export function whatItShowed({ name, outcome, reason, differences }: ProofSection): string {
  if (reason !== null) return reason;
  if (outcome !== 'pass') return '';
  // A column that only stands elsewhere passes, and is listed.
  return differences.length === 0 ? PASSED[name] : `${PASSED[name]}, but for what is listed`;
}
