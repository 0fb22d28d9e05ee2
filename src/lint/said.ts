/** The words of a finding before it is given a place, and how lists are read out. */
import type { Severity } from './finding.ts';

export interface Said {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** Beyond this a sentence is no longer read; the rest is counted. */
const MAX_ITEMS = 6;

/** `a, b and c`; of long lists the first few and how many more. */
export function readOut(items: readonly string[]): string {
  const more = items.length - MAX_ITEMS;
  const shown = more > 1 ? [...items.slice(0, MAX_ITEMS), `${String(more)} more`] : items;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** A noun and verb forms by number: `many(2, 'head')` is `2 heads`. */
export const many = (count: number, noun: string): string =>
  `${String(count)} ${noun}${count === 1 ? '' : 's'}`;

/** `down_revision` as it is to be written. */
export function downRevision(parents: readonly string[]): string {
  const quoted = parents.map((parent) => JSON.stringify(parent));
  return `down_revision = ${quoted.length === 1 ? quoted.join('') : `(${quoted.join(', ')})`}`;
}
