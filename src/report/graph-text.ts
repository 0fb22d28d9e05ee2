/** `graph` on a terminal: heads as `alembic heads` prints them, the counts, the problems, the part around the heads. */
import { oneLine } from './escape.ts';
import type { EnvironmentGraph, GraphPicture } from './graph-report.ts';
import { textGraph } from './mermaid.ts';
import { plural } from './words.ts';

function headLine(id: string, { revisions, effectiveHeads }: EnvironmentGraph): string {
  const labels = revisions.find((revision) => revision.id === id)?.branchLabels ?? [];
  const mark = (effectiveHeads ?? []).includes(id) ? 'effective head' : 'head';
  return `  ${oneLine(id)}${labels.length > 0 ? ` (${oneLine(labels.join(', '))})` : ''} (${mark})`;
}

/** One block an environment. */
export function renderGraphText(
  graphs: readonly EnvironmentGraph[],
  pictures: readonly GraphPicture[],
): string {
  return graphs
    .map((graph) => {
      const picture = pictures.find(({ name }) => name === graph.name);
      const { name, heads, revisions, bases, branchPoints, mergePoints, problems } = graph;
      return [
        `${oneLine(name)}: ${plural(revisions.length, 'revision')}, ${heads === null ? 'Alembic cannot load them' : plural(heads.length, 'head')}`,
        ...(heads ?? []).map((id) => headLine(id, graph)),
        ...(heads === null
          ? []
          : [
              `  ${plural(bases?.length ?? 0, 'base')}, ${plural(branchPoints?.length ?? 0, 'branch point')}, ${plural(mergePoints?.length ?? 0, 'merge point')}`,
            ]),
        ...problems.map(({ path, message }) => `  problem: ${oneLine(path)}: ${oneLine(message)}`),
        ...(picture !== undefined && picture.nodes.length > 0
          ? ['', textGraph(picture.nodes).replace(/^/gm, '  ')]
          : []),
        '',
      ].join('\n');
    })
    .join('\n');
}
