/** The whole map for Graphviz. */
import { oneLine } from './escape.ts';
import type { EnvironmentGraph } from './graph-report.ts';

const quoted = (text: string): string => `"${oneLine(text).replace(/[\\"]/g, '\\$&')}"`;

/** One digraph, a cluster per environment; arrows point the way an upgrade runs, dashed ones are `depends_on`. */
export function renderDot(graphs: readonly EnvironmentGraph[]): string {
  const clusters = graphs.flatMap(({ name, revisions, heads }, index) => {
    const node = (id: string): string => quoted(`${name}:${id}`);
    return [
      `  subgraph cluster_${String(index)} {`,
      `    label=${quoted(name)}`,
      ...revisions.map(
        ({ id, message }) =>
          `    ${node(id)} [label=${quoted(`${id} ${message}`.trim())}${(heads ?? []).includes(id) ? ' style=bold' : ''}]`,
      ),
      ...revisions.flatMap(({ id, downRevisions, dependsOn }) => [
        ...downRevisions.map((parent) => `    ${node(parent)} -> ${node(id)}`),
        ...dependsOn.map((parent) => `    ${node(parent)} -> ${node(id)} [style=dashed]`),
      ]),
      '  }',
    ];
  });
  return [
    'digraph revisions {',
    '  rankdir=BT',
    '  node [shape=box fontname=monospace]',
    ...clusters,
    '}',
    '',
  ].join('\n');
}
