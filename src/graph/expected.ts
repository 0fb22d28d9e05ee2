/** Whether a history has the heads it is meant to have: one, a number, or so many per branch label. */
import type { ExpectedHeads } from '../config/environment.ts';
import type { RevisionGraph } from './graph.ts';

export type HeadsFault =
  /** `label` is null where a number for the whole history was declared. */
  | {
      readonly kind: 'too-many';
      readonly label: string | null;
      readonly expected: number;
      readonly heads: readonly string[];
    }
  | {
      readonly kind: 'too-few';
      readonly label: string;
      readonly expected: number;
      readonly heads: readonly string[];
    }
  /** A head outside all declared labels. */
  | { readonly kind: 'unlabelled'; readonly head: string }
  /** A head that joins lines which are declared to stay apart. */
  | { readonly kind: 'several-labels'; readonly head: string; readonly labels: readonly string[] };

export type HeadsVerdict =
  | { readonly kind: 'as-expected' }
  | { readonly kind: 'unexpected'; readonly faults: readonly HeadsFault[] }
  /** A label that decides could not be read. */
  | { readonly kind: 'unknown'; readonly head: string; readonly revision: string; readonly path: string };

/**
 * Judges the heads of `get_heads()`, effective ones included; of a duplicate only the file that Alembic keeps counts,
 * as its phantom head is another fault with another cure. A number is an upper bound: merging lines is nobody's harm.
 * Labels are exact: a missing line breaks `upgrade label@head`. A history without revisions is as expected.
 */
export function judgeHeads(graph: RevisionGraph, expected: ExpectedHeads): HeadsVerdict {
  const heads = [...new Set(graph.heads)].filter((id) => graph.children(id).length === 0);
  if (typeof expected === 'number') {
    const fault: HeadsFault = { kind: 'too-many', label: null, expected, heads };
    return verdict(heads.length > expected ? [fault] : []);
  }
  if (graph.revisions.size === 0) return { kind: 'as-expected' };
  const declared = heads.map((head) => {
    const labels = graph.labels.get(head) ?? new Set();
    return { head, labels: Object.keys(expected).filter((label) => labels.has(label)) };
  });
  const unlabelled = declared.filter(({ labels }) => labels.length === 0).map(({ head }) => head);
  for (const head of unlabelled) {
    const unread = [...graph.ancestors([head])]
      .map((id) => graph.revisions.get(id))
      .find((it) => it?.unreadLabels);
    if (unread !== undefined) return { kind: 'unknown', head, revision: unread.id, path: unread.path };
  }
  return verdict([
    ...Object.entries(expected).flatMap(([label, count]) =>
      countFault(
        label,
        count,
        declared.filter(({ labels }) => labels.includes(label)).map(({ head }) => head),
      ),
    ),
    ...unlabelled.map((head): HeadsFault => ({ kind: 'unlabelled', head })),
    ...declared
      .filter(({ labels }) => labels.length > 1)
      .map(({ head, labels }): HeadsFault => ({ kind: 'several-labels', head, labels })),
  ]);
}

function countFault(label: string, expected: number, heads: readonly string[]): readonly HeadsFault[] {
  if (heads.length === expected) return [];
  return [{ kind: heads.length > expected ? 'too-many' : 'too-few', label, expected, heads }];
}

const verdict = (faults: readonly HeadsFault[]): HeadsVerdict =>
  faults.length === 0 ? { kind: 'as-expected' } : { kind: 'unexpected', faults };
