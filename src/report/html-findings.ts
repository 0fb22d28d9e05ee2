/** Findings on a page: what breaks, where, what to do; errors first. */
import type { Finding } from '../lint/finding.ts';
import { element, help, link, sentence, type Html } from './html-text.ts';
import { rulePage } from './markdown-findings.ts';
import { inOrder } from './order.ts';
import { besidePlace } from './said-once.ts';

export function findingsPart(findings: readonly Finding[]): readonly Html[] {
  if (findings.length === 0) return [];
  return [element('h3', 'Findings'), element('ul', inOrder(findings).map(item))];
}

function item(finding: Finding): Html {
  const { rule, severity, help: cure, path, line, suppressed } = finding;
  const place = path === null ? '' : line === null ? path : `${path}:${String(line)}`;
  const accepted =
    suppressed === null
      ? help(cure)
      : [element('p', ['Accepted by ', suppressed.by, ': ', suppressed.reason])];
  return element(
    'li',
    [
      element('span', severity, severity),
      ' ',
      element('b', link(rulePage(rule), rule)),
      ...(place === '' ? [] : [' ', element('code', place)]),
      element('p', sentence(besidePlace(finding))),
      ...accepted,
    ],
    suppressed === null ? severity : undefined,
  );
}
