/** How heavy a rule weighs: the profile's default, the configuration's word, and where it holds. */
import type { Config, RuleSeverity } from '../config/config.ts';
import { globMatcher } from '../tree/glob.ts';
import type { Severity } from './finding.ts';
import type { Group, Rule } from './rule.ts';

export type SeverityConfig = Pick<Config, 'profile' | 'deploys' | 'rules'>;

/** What is needed to weigh a rule; rules without a group of their own are those of graph and proofs. */
export type Weighed = Pick<Rule, 'id' | 'severity'> & { readonly group: Group };

const WEIGHT: readonly RuleSeverity[] = ['off', 'info', 'warning', 'error'];

/**
 * The severity for a finding in `path`. A setting with `paths` holds only there; one for a group (`hygiene`) holds for
 * its rules that have none of their own. `atMost` bounds a default, never what somebody asked for.
 */
export function severityOf(
  rule: Weighed,
  { profile, deploys, rules }: SeverityConfig,
  path: string | null,
  atMost?: Severity,
): RuleSeverity {
  for (const name of [rule.id, rule.group]) {
    const setting = rules[name];
    if (setting?.severity !== undefined && holds(setting.paths, path)) return setting.severity;
  }
  if (rule.group === 'rolling-deploy' && deploys === 'stop') return 'off';
  const usual = rule.severity[profile];
  return atMost !== undefined && WEIGHT.indexOf(atMost) < WEIGHT.indexOf(usual) ? atMost : usual;
}

function holds(paths: readonly string[] | undefined, path: string | null): boolean {
  return paths === undefined || (path !== null && globMatcher(paths)(path));
}

/** A rule's options: its defaults, and what the configuration sets. */
export function optionsOf(
  { id, options = {} }: Pick<Rule, 'id' | 'options'>,
  { rules }: Pick<Config, 'rules'>,
): Readonly<Record<string, unknown>> {
  return { ...options, ...(rules[id]?.options ?? {}) };
}
