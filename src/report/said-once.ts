/** What a finding has told whole is not told again by the proof below it. */
import type { Finding } from '../lint/finding.ts';
import type { DatabaseProof, ProofSection, ProofStep } from '../verify/proof.ts';
import { whatItShowed } from './shown.ts';

/** What is left to say of a proof beside these findings. */
export interface Untold {
  readonly shown: (proof: ProofSection) => string;
  /** Steps that did not pass. */
  readonly steps: readonly ProofStep[];
}

export function untold({ steps }: DatabaseProof, findings: readonly Finding[]): Untold {
  const isTold = (error: string): boolean =>
    error !== '' && findings.some(({ message }) => message.includes(error));
  const stopped = steps.filter(({ outcome }) => outcome !== 'pass');
  const told = stopped.flatMap(({ error }) => (error !== null && isTold(error) ? error : []));
  return {
    shown: (proof) => told.reduce((text, error) => text.replace(`: ${error}`, ''), whatItShowed(proof)),
    steps: stopped.filter(({ error }) => error === null || !told.includes(error)),
  };
}
