/** True things about a readable revision that change nothing. */
import { readHeader } from './header.ts';
import type { RevisionNote } from './revision.ts';
import type { Binding } from './state.ts';

/** Whether a name is bound more than once, or only on some condition. */
export function bindingNotes(
  name: string,
  binding: Binding | null,
  lineOf: (at: number) => number,
): readonly RevisionNote[] {
  if (!binding) return [];
  const notes: RevisionNote[] = [];
  if (binding.conditional) {
    notes.push({
      kind: 'conditional',
      message: `\`${name}\` is set under a condition.`,
      line: lineOf(binding.at),
    });
  }
  if (binding.earlier > 0) {
    const message = `\`${name}\` is set more than once; the last value counts.`;
    notes.push({ kind: 'rebound', message, line: lineOf(binding.at) });
  }
  return notes;
}

/** Where the docstring's header names other revisions than the variables do: the variables count. */
export function headerNotes(
  docstring: string,
  revision: { readonly id: string; readonly downRevisions: readonly string[] },
  line: number,
): readonly RevisionNote[] {
  const { revisionId, revises } = readHeader(docstring);
  const notes: RevisionNote[] = [];
  if (revisionId !== null && revisionId !== revision.id) {
    const message = `The docstring says "Revision ID: ${revisionId}", the variable says "${revision.id}", which counts.`;
    notes.push({ kind: 'header-mismatch', message, line });
  }
  if (revises !== null && !sameSet(revises, revision.downRevisions)) {
    const message = `The docstring says "Revises: ${revises.join(', ')}", down_revision says "${revision.downRevisions.join(', ')}", which counts.`;
    notes.push({ kind: 'header-mismatch', message, line });
  }
  return notes;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((one) => b.includes(one)) && b.every((one) => a.includes(one));
}
