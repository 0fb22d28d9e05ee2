/**
 * The one way in for flows: rules judged, everybody's findings weighed by the configuration, and what is accepted marked.
 * Call it once per environment, after the proof where one runs, with the findings of graph, history and proof as `found`.
 */
import type { Config } from '../config/config.ts';
import { APPROVABLE, CATALOGUE, describedRule } from './catalogue.ts';
import { covers, lintRevisions, type Linted, type LintInput } from './engine.ts';
import type { Finding } from './finding.ts';
import { RULES } from './rules/index.ts';
import { severityOf, type SeverityConfig } from './severity.ts';
import { commentFindings } from './suppression-findings.ts';
import { acceptFindings, type Exits } from './suppress.ts';

export interface ApplyInput extends Omit<LintInput, 'rules' | 'config'> {
  readonly config: SeverityConfig & Pick<Config, 'messagePattern' | 'suppress' | 'protectedRules'>;
  /** What revisions that are edited say on the base: of those only what the edit adds is judged. */
  readonly earlier?: LintInput['revisions'];
  /** Findings of graph, history and proof for the same environment. */
  readonly found: readonly Finding[];
  /** Path -> login of the approver who approved the file as it is; absent where nobody asked GitHub. */
  readonly approvals?: ReadonlyMap<string, string>;
}

/** All findings of the environment, in the order found, then rules; accepted ones carry their reason. */
export function applyLint(input: ApplyInput): readonly Finding[] {
  const { config, environment, found, approvals = new Map<string, string>() } = input;
  const { findings, linted } = lintRevisions({ ...input, rules: RULES });
  const weighed = found.flatMap((finding) => reweighed(finding, config));
  const files = linted.map(({ revision, migration }) => ({
    path: revision.path,
    revision: revision.id,
    comments: migration.comments,
  }));
  // Where a server was asked, it knows better than the source.
  const own = findings.filter((finding) => !weighed.some((said) => covers(said, finding)));
  const accepted = acceptFindings([...weighed, ...own], {
    files,
    suppress: config.suppress,
    exits: (rule) => exitsOf(rule, config),
    approvals,
  });
  const { used } = accepted;
  const isOld = saidBefore(input);
  const asked = (rule: string, path: string): boolean => wasAsked(rule, path, input);
  return [
    // In the order in which they went in.
    ...accepted.findings.filter((finding, at) => at < weighed.length || !isOld(finding)),
    ...linted.flatMap((one: Linted) => commentFindings(one, { config, environment, used, asked })),
  ];
}

/** Whether a finding of a rule was there before the edit, once for each time that it was. */
function saidBefore(input: ApplyInput): (finding: Finding) => boolean {
  const { earlier = [] } = input;
  const left = new Map<string, number>();
  const key = ({ rule, revision, message }: Finding): string => JSON.stringify([rule, revision, message]);
  const before =
    earlier.length === 0
      ? []
      : lintRevisions({ ...input, revisions: earlier, seen: [], rules: RULES }).findings;
  for (const finding of before) left.set(key(finding), (left.get(key(finding)) ?? 0) + 1);
  return (finding) => {
    const count = left.get(key(finding)) ?? 0;
    left.set(key(finding), count - 1);
    return count > 0;
  };
}

/** Findings are said with the weight of the profile `recommended`; some rules may be given another. */
function reweighed(finding: Finding, config: SeverityConfig): readonly Finding[] {
  const rule = CATALOGUE.find(({ id }) => id === finding.rule);
  if (!rule?.configurable) return [finding];
  const severity = severityOf(rule, config, finding.path);
  if (severity === 'off') return [];
  // What weighs less than usual, such as a fault that was on the base already, has its reason.
  return [finding.severity === rule.severity.recommended ? { ...finding, severity } : finding];
}

/** In `add-only` every loss of data is protected, whether it is listed or not. */
export function exitsOf(
  rule: string,
  { profile, protectedRules }: Pick<Config, 'profile' | 'protectedRules'>,
): Exits {
  const described = describedRule(rule);
  return {
    inline: described?.inline === true,
    configuration: described?.configurable === true,
    approval: APPROVABLE.has(rule),
    protected: protectedRules.includes(rule) || (profile === 'add-only' && described?.group === 'data-loss'),
  };
}

function wasAsked(id: string, path: string, { engine, config }: ApplyInput): boolean {
  const rule = RULES.find((one) => one.id === id);
  if (!rule || severityOf(rule, config, path) === 'off') return false;
  return rule.engines === undefined || (engine !== null && rule.engines.includes(engine));
}
