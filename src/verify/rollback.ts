/** The rollback card: what goes away with the new revisions when they are taken back. */
import type { Databases } from './schema/diff.ts';
import { diffDatabases } from './schema/diff.ts';

/** Tables and columns, with all their rows, that exist after the new revisions and not below them. */
export function lostOnRollback(below: Databases, above: Databases): readonly string[] {
  return diffDatabases(below, above)
    .filter(
      ({ kind, attribute, after }) =>
        attribute === 'exists' && after === 'yes' && (kind === 'table' || kind === 'column'),
    )
    .map(({ object }) => object);
}
