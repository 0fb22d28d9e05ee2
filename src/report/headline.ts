/** The verdict as one sentence: what the comment, the terminal and the status open with. */
import { describedRule } from '../lint/catalogue.ts';
import type { Severity } from '../lint/finding.ts';
import type { Report } from './report.ts';
import { UNKNOWN_BESIDE } from './verdict.ts';
import { branchName, plural, proofWords, untouched } from './words.ts';

/** The verdict in one sentence, plain text; the words of a pull request inside it are still to be escaped. */
export function headline(report: Report): string {
  switch (report.outcome) {
    case 'pass': {
      const proofs = report.environments.map(proofWords).filter((words) => words !== null);
      if (report.environments.every(untouched)) {
        const shown = proofs.length === 0 ? '' : ` ${proofs.join('; ')}.`;
        return [`No migration is touched.${shown}`, ...forkedBases(report)].join(' ');
      }
      return [`${whatChanged(report)}, one line of history`, ...proofs].join('; ') + '.';
    }
    case 'fail':
      return failure(report);
    case 'not-evaluated':
      return `Not evaluated: ${report.reason ?? 'no reason was recorded'}`;
    case 'base-broken':
      return brokenBase(report);
  }
}

/** `1 new revision`, `2 revisions edited`; the ones that are new first. */
function whatChanged({ environments }: Report): string {
  const count = (kind: keyof Report['environments'][number]['revisions']): number =>
    environments.reduce((sum, { revisions }) => sum + revisions[kind].length, 0);
  const [added, edited, removed] = [count('added'), count('changed'), count('removed')];
  const parts = [
    ...(added > 0 ? [plural(added, 'new revision')] : []),
    ...(edited > 0 ? [`${plural(edited, 'revision')} edited`] : []),
    ...(removed > 0 ? [`${plural(removed, 'revision')} removed`] : []),
  ];
  return parts.join(', ');
}

/** What a pull request that only stands on it can do nothing about. */
function brokenBase({ base, environments, findings, reason }: Report): string {
  const split = environments.filter(
    ({ name, heads }) => heads.base.length > 1 && isForked(name, findings, 'warning'),
  );
  const heads = split.flatMap((one) => one.heads.base);
  const broken = `${branchName(base.ref)} is broken, not by this pull request`;
  return heads.length === 0
    ? `${broken}: ${reason ?? ''}`.trimEnd()
    : `${broken}: it has ${plural(heads.length, 'head')} (${heads.join(', ')}), so \`upgrade head\` applies nothing.`;
}

/** A pull request without migrations passes on a forked base too, and nobody may take that for a healthy base. */
function forkedBases({ environments, findings, base }: Report): readonly string[] {
  return environments
    .filter(({ name }) =>
      findings.some(({ rule, environment }) => rule === 'no-multiple-heads' && environment === name),
    )
    .map(
      ({ name, heads }) =>
        `But ${branchName(base.ref)} itself has ${plural(heads.base.length, 'head')} in ${name} (${heads.base.join(', ')}).`,
    );
}

const isForked = (name: string, findings: Report['findings'], severity: Severity): boolean =>
  findings.some(
    (one) =>
      one.rule === 'no-multiple-heads' &&
      one.environment === name &&
      one.severity === severity &&
      one.suppressed === null,
  );

/** The heads of the environments that a finding of this severity calls forked; null where none is. */
function forks({ environments, findings }: Report, severity: Severity): string | null {
  const heads = environments
    .filter(({ name }) => isForked(name, findings, severity))
    .flatMap((one) => one.heads.merged ?? []);
  if (heads.length === 0) return null;
  return `${plural(heads.length, 'head')} after the merge (${heads.join(', ')}): \`upgrade head\` would apply nothing.`;
}

/** The verdict where there is room for it: what is wrong in words, not by the names of rules. */
export function sentence(report: Report): string {
  if (report.outcome === 'fail') return failure(report, titles);
  const warnings = report.findings.filter((one) => one.severity === 'warning' && one.suppressed === null);
  const more =
    report.outcome === 'pass' && warnings.length > 0 ? ` ${plural(warnings.length, 'warning')}.` : '';
  return headline(report) + more;
}

/** Titles of rules are sentences without their full stop. */
function titles(rules: readonly string[], errors: number, isMore: boolean): string {
  const [first = '', ...others] = rules.slice(0, 3).map((id) => describedRule(id)?.title ?? id);
  const rest = rules.length > 3 ? [`and ${rules.length - 3} more`] : [];
  const said = [first, ...[...others, ...rest].map((one) => one.replace(/^(An?|The|Two) /, lower))].join(
    '; ',
  );
  const count = errors > rules.length ? ` (${plural(errors, 'error')})` : '';
  return `${isMore ? 'Besides: ' : ''}${isMore ? said.replace(/^(An?|The|Two) /, lower) : said}${count}.`;
}

const lower = (text: string): string => text.toLowerCase();

const names = (rules: readonly string[], errors: number, isMore: boolean): string =>
  `${plural(errors, isMore ? 'more error' : 'error')}: ${rules.join(', ')}.`;

/** The fork first, because it stops every deployment; then the rules that found something. */
function failure(report: Report, say = names): string {
  const errors = report.findings.filter(
    ({ severity, suppressed }) => severity === 'error' && suppressed === null,
  );
  const fork = forks(report, 'error');
  const others = errors.filter(({ rule }) => rule !== 'no-multiple-heads');
  const rules = [...new Set(others.map(({ rule }) => rule))];
  return [
    ...(fork === null ? [] : [fork]),
    ...(others.length > 0 ? [say(rules, others.length, fork !== null)] : []),
    ...unknownBeside(report),
  ].join(' ');
}

/** Whoever cures the errors must not learn only then that the rest was never looked at. */
function unknownBeside({ reason }: Report): readonly string[] {
  const at = reason?.lastIndexOf(UNKNOWN_BESIDE) ?? -1;
  return reason === null || at < 0 ? [] : [reason.slice(at + 1)];
}
