/** A revision as reports show it: what Alembic knows of it, without the spans. */
import type { Revision } from '../revision/revision.ts';
import type { ReportedRevision } from './report.ts';

export function reported({
  id,
  path,
  downRevisions,
  dependsOn,
  branchLabels,
  message,
}: Revision): ReportedRevision {
  return { id, path, downRevisions, dependsOn, branchLabels, message };
}
