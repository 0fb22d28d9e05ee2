/** What one finding has told is not told again: by the proof below it, or by a finding that only follows from it. */
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

/**
 * Without what another finding of the same file says as well: a parent that is no head of the base is how a history
 * forks, so that beside the fork it says nothing more.
 */
export const withoutEchoes = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(
    ({ rule, severity, path, suppressed }) =>
      rule !== 'no-stale-parent' ||
      severity === 'error' ||
      suppressed !== null ||
      !findings.some(
        (one) => one.rule === 'no-multiple-heads' && one.path === path && one.suppressed === null,
      ),
  );

/** A finding's sentence where its place stands beside it: the path is not said twice. */
export const besidePlace = ({ message, path }: Finding): string =>
  path === null || path === '' ? message : message.replace(` (${path})`, '');
