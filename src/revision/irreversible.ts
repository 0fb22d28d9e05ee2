/** One-way revisions: declared, with a reason, where the way back would begin. */
import type { Migration } from './operation.ts';

/**
 * The reason of `# alembic-gate: irreversible reason` on or above `def downgrade`; null where nothing is declared there,
 * and where the reason is missing, because a declaration without one declares nothing.
 */
export function irreversibleReason({
  functions,
  comments,
}: Pick<Migration, 'functions' | 'comments'>): string | null {
  const lines = new Set(
    functions.filter(({ direction }) => direction === 'downgrade').map(({ line }) => line),
  );
  const declared = comments.find((comment) => comment.kind === 'irreversible' && lines.has(comment.governs));
  return declared?.kind === 'irreversible' && declared.reason !== '' ? declared.reason : null;
}
