/** The words of a finding before it is given a place, and pieces to make them of. */
import type { Severity } from './finding.ts';

export interface Said {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** `many(2, 'head')` is `2 heads`. */
export const many = (count: number, noun: string): string =>
  `${String(count)} ${noun}${count === 1 ? '' : 's'}`;

/** `down_revision` as it is to be written. */
export function downRevision(parents: readonly string[]): string {
  const quoted = parents.map((parent) => JSON.stringify(parent));
  return `down_revision = ${quoted.length === 1 ? quoted.join('') : `(${quoted.join(', ')})`}`;
}
