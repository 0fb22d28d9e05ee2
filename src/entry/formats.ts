/** The formats of `--format`, each loaded when it is asked for. */
import { styleText } from 'node:util';
import type { Report } from '../report/report.ts';
import { NO_PAINT, renderText, type Paint } from '../report/text.ts';

export type Format = 'text' | 'json' | 'markdown' | 'sarif' | 'github' | 'html';

/** `out` tells whether colours are welcome: a terminal, and neither NO_COLOR nor CI. */
export async function render(
  report: Report,
  format: Format,
  out: { readonly isTTY?: boolean },
): Promise<string> {
  switch (format) {
    case 'text':
      return renderText(report, paintFor(out));
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'markdown':
      return (await import('../report/markdown.ts')).renderMarkdown(report);
    case 'github':
      return (await import('../report/annotations.ts')).renderAnnotations(report);
    case 'sarif':
      return (await import('../report/sarif.ts')).renderSarif(report);
    case 'html':
      return (await import('../report/html.ts')).renderHtml(report);
  }
}

export function paintFor(out: { readonly isTTY?: boolean }): Paint {
  const plain = out.isTTY !== true || process.env['NO_COLOR'] || process.env['CI'];
  return plain ? NO_PAINT : (style, text) => styleText(style, text);
}
