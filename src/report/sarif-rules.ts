/** What code scanning shows of a rule beside its results: its title, its harm, its page, how it weighs by default. */
import { describedRule } from '../lint/catalogue.ts';
import type { RuleSeverity } from '../config/config.ts';
import { rulePage } from './markdown-findings.ts';

export const LEVEL: Readonly<Record<RuleSeverity, 'error' | 'warning' | 'note' | 'none'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  off: 'none',
};

/** A descriptor (SARIF 2.1.0, 3.49); of an id that the catalogue does not know, the id alone. */
export function ruleDescriptor(id: string): object {
  const rule = describedRule(id);
  if (rule === null) return { id };
  const { title, why, severity, group } = rule;
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why.replaceAll('`', '') },
    help: { text: `${title}. ${why.replaceAll('`', '')}`, markdown: why },
    helpUri: rulePage(id),
    // Of the profile that holds where none is chosen.
    defaultConfiguration: { enabled: severity.recommended !== 'off', level: LEVEL[severity.recommended] },
    properties: { tags: [group] },
  };
}
