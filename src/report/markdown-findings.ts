/** Findings as a list: what breaks, where, what to do; errors first. */
import type { Finding, Severity } from '../lint/finding.ts';
import { codeSpan, plain } from './escape.ts';
import { cure, prose } from './prose.ts';
import { plural } from './words.ts';

export const SIGN: Readonly<Record<Severity, string>> = { error: '🔴', warning: '🟡', info: '🔵' };
const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** Where the pages of the rules live. */
const RULE_PAGES = 'https://github.com/alembic-gate/alembic-gate/blob/main/docs/rules';

/** The rule's name, leading to its page. */
export const ruleLink = (rule: string): string => `[${rule}](${RULE_PAGES}/${rule}.md)`;

const place = ({ path, line }: Finding): string =>
  path === null ? '' : ` ${codeSpan(line === null ? path : `${path}:${String(line)}`)}`;

const indent = (text: string): string => text.replace(/\n(?=.)/g, '\n  ');

function item(finding: Finding): string {
  const rule = ruleLink(finding.rule);
  const accepted =
    finding.suppressed === null
      ? ''
      : ` _Accepted by ${plain(finding.suppressed.by)}: ${plain(finding.suppressed.reason)}_`;
  return `- ${SIGN[finding.severity]} **${rule}**${place(finding)}  \n  ${prose(finding.message)}${accepted}  \n  ${indent(cure(finding.help))}`;
}

/** At most `limit` findings, and a sentence that counts the rest; nothing for no finding. */
export function findingsSection(findings: readonly Finding[], limit: number): string {
  if (findings.length === 0) return '';
  const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const shown = sorted.slice(0, limit).map(item);
  const rest = sorted.length - shown.length;
  return [
    '#### Findings',
    shown.join('\n'),
    ...(rest > 0 ? [`_${plural(rest, 'more finding')} in the report file of the run._`] : []),
  ].join('\n\n');
}
