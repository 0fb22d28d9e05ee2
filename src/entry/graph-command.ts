/** `alembic-gate graph`. */
import { judgingConfigurationOf } from '../flows/judge-configuration.ts';
import { drawGraph } from '../flows/graph.ts';
import { openRepository } from '../io/git/open.ts';
import { renderDot } from '../report/graph-dot.ts';
import { renderSvg } from '../report/graph-svg.ts';
import { renderGraphText } from '../report/graph-text.ts';
import { mermaid } from '../report/mermaid.ts';
import type { Flags } from './arguments.ts';
import { configurationRequest, isSet, repositoryDirectory, text } from './desk.ts';

export async function graphCommand(flags: Flags): Promise<number> {
  await using repository = await openRepository(repositoryDirectory(flags));
  const ref = text(flags, 'ref');
  const tree =
    ref === null
      ? (await repository.workingTree()).tree
      : await repository.tree((await repository.resolve(ref)).sha);
  const request = configurationRequest(flags, repository.root);
  const { graphs, pictures, readable, expected } = await drawGraph(
    tree,
    judgingConfigurationOf(request),
    request.locations,
  );
  const format = text(flags, 'format') ?? 'text';
  const rendered = (): string => {
    switch (format) {
      case 'json':
        return `${JSON.stringify({ environments: graphs }, null, 2)}\n`;
      case 'mermaid':
        return pictures.map(({ nodes }) => `${mermaid(nodes)}\n`).join('\n');
      case 'dot':
        return renderDot(graphs);
      case 'svg':
        return renderSvg(pictures);
      default:
        return renderGraphText(graphs, pictures);
    }
  };
  process.stdout.write(rendered());
  if (!readable) return 2;
  return isSet(flags, 'check') && !expected ? 1 : 0;
}
