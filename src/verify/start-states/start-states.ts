/** What start states that end elsewhere mean for the verdict. */
import type { Finding } from '../../lint/finding.ts';
import type { ProofSection } from '../proof.ts';
import { isMinor } from '../round-trip/round-trip.ts';
import { NOWHERE, placeOf } from '../place.ts';

/** `attribute` of the difference that stands for an upgrade which raised. */
export const OUTCOME = 'outcome';

/** One finding, at the first line that is known. */
export function startStateFindings(
  { outcome, reason, differences }: ProofSection,
  environment: string,
): readonly Finding[] {
  if (outcome !== 'fail') return [];
  const faults = differences.filter((one) => !isMinor(one));
  const at = faults.find(({ path }) => path !== null);
  const raised = faults.some(({ attribute }) => attribute === OUTCOME);
  const finding: Finding = {
    rule: raised ? 'no-failing-migration' : 'no-order-dependent-siblings',
    severity: 'error',
    message: `Not every database of \`deployed:\` reaches the schema of the merge: ${reason ?? 'no reason given'}.`,
    help: 'Make the revisions independent of what a database ran before them, or take states that no database is in any more out of `deployed:`.',
    ...placeOf(at ?? NOWHERE, environment),
  };
  return [finding];
}
