/** What to say of revisions that were carried from one trunk to another. */
import type { HistoryProblem } from '../changes/problem.ts';
import { readOut } from '../graph/sentences.ts';
import { downRevision, type Said } from './said.ts';

type Problem<Kind extends HistoryProblem['kind']> = Extract<HistoryProblem, { kind: Kind }>;

export function sayBackport(problem: Problem<'backport'>, baseName: string): Said {
  const { revision, path, parent, trunk, missing, heads } = problem;
  return {
    rule: 'no-missing-parent',
    severity: 'error',
    message: `Revision ${revision} (${path}) follows ${parent}, which is on ${trunk} and not on ${baseName}: it looks like a backport without what it stands on (${readOut(missing)}), and every Alembic command ends in KeyError here.`,
    help: `Bring ${readOut(missing)} to ${baseName} too; or write a revision with a new id on the head of ${baseName} that does nothing where its change is there already, and carry it to ${trunk} as well:\n${downRevision(heads)}`,
  };
}

export const sayDiverged = (
  { revision, path, trunk, here, there }: Problem<'diverged'>,
  baseName: string,
): Said => ({
  rule: 'no-reparent-of-merged',
  severity: 'warning',
  message: `Revision ${revision} (${path}) follows ${readOut(here) || 'nothing'} here and ${readOut(there) || 'nothing'} on ${trunk}: a database that got it from ${baseName} is taken on ${trunk} to have what stands below it there, which then silently never runs.`,
  help: `Give the revision an id of its own on ${baseName}, and write it so that it does nothing where its change is there already.`,
});
