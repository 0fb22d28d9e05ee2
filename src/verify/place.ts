/** Where a finding of a proof stands, in the words that every finding has. */
import type { Finding } from '../lint/finding.ts';
import type { ProofDifference } from './proof.ts';

type Place = Pick<ProofDifference, 'path' | 'line' | 'revision'>;

/** Of the whole proof rather than of a line. */
export const NOWHERE: Place = { path: null, line: null, revision: null };

/** Nothing that a server showed can be suppressed in the file: what it did, it did. */
export function placeOf(
  { path, line, revision }: Place,
  environment: string,
): Pick<Finding, 'path' | 'line' | 'endLine' | 'revision' | 'environment' | 'suppressed'> {
  return { path, line, endLine: line, revision, environment, suppressed: null };
}
