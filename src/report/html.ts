/** The report as one self-contained page: the terminal's story with the drawing of the graph in it. */
import { htmlText } from './escape.ts';
import { renderSvg } from './graph-svg.ts';
import { headline } from './headline.ts';
import type { Report } from './report.ts';
import { renderText } from './text.ts';
import { OUTCOME_SIGN } from './words.ts';

const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2328}pre{background:#f6f8fa;padding:1rem;overflow:auto;font-size:13px}svg{max-width:100%;height:auto}';

/** Line by line, its indentation kept. */
const escaped = (text: string): string =>
  text.replace(/^( *)(.*)$/gm, (_, indent: string, line: string) => indent + htmlText(line));

export function renderHtml(report: Report): string {
  const pictures = report.environments
    .filter(({ neighbourhood }) => neighbourhood.length > 0)
    .map(({ name, neighbourhood }) => ({ name, nodes: neighbourhood }));
  const title = `${OUTCOME_SIGN[report.outcome]} ${htmlText(headline(report))}`;
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><title>Alembic Gate</title><style>${STYLE}</style></head><body>`,
    `<h1>${title}</h1>`,
    ...(pictures.length > 0 ? [renderSvg(pictures).trimEnd()] : []),
    `<pre>${escaped(renderText(report))}</pre>`,
    '</body></html>',
    '',
  ].join('\n');
}
