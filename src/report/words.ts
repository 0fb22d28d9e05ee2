/** Words that several renderings share, so that the comment, the terminal and the status say the same thing. */
import type { EnvironmentReport, Outcome, Report } from './report.ts';

export const OUTCOME_SIGN: Readonly<Record<Outcome, string>> = {
  pass: '✅',
  fail: '❌',
  'not-evaluated': '⚠️',
  'base-broken': '🟠',
};

/** `1 head`, `3 heads`. */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** First seven digits, as git shows commits; the working tree has no id. */
export const shortSha = (sha: string | null): string => sha?.slice(0, 7) ?? 'working tree';

/** What the database showed of one environment, in a few words; null where no database ran. */
export function proofWords({ database }: EnvironmentReport): string | null {
  if (database === null) return null;
  const by = (outcome: string): readonly string[] =>
    database.proofs.filter((proof) => proof.outcome === outcome).map(({ name }) => name);
  const server = `${database.engine} ${database.version}`;
  const failed = by('fail');
  if (failed.length > 0) return `failed on ${server}: ${failed.join(', ')}`;
  const passed = by('pass');
  return passed.length > 0 ? `proved on ${server}: ${passed.join(', ')}` : `ran on ${server}, nothing proved`;
}

/** The verdict in one sentence, plain text; the words of a pull request inside it are still to be escaped. */
export function headline(report: Report): string {
  switch (report.outcome) {
    case 'pass': {
      const added = report.environments.reduce((sum, { revisions }) => sum + revisions.added.length, 0);
      const proofs = report.environments.map(proofWords).filter((words) => words !== null);
      if (report.environments.every(untouched))
        return ['No migration is touched.', ...forkedBases(report)].join(' ');
      return [`${plural(added, 'new revision')}, one line of history`, ...proofs].join('; ') + '.';
    }
    case 'fail':
      return failure(report);
    case 'not-evaluated':
      return `Not evaluated: ${report.reason ?? 'no reason was recorded'}`;
    case 'base-broken':
      return `The base is broken, not by this pull request: ${report.reason ?? ''}`.trimEnd();
  }
}

/** A pull request without migrations passes on a forked base too, and nobody may take that for a healthy base. */
function forkedBases({ environments, findings, base }: Report): readonly string[] {
  return environments
    .filter(({ name }) =>
      findings.some(({ rule, environment }) => rule === 'no-multiple-heads' && environment === name),
    )
    .map(
      ({ name, heads }) =>
        `But ${base.ref} itself has ${plural(heads.base.length, 'head')} in ${name} (${heads.base.join(', ')}).`,
    );
}

/** The fork first, because it stops every deployment; then the rules that found something. */
function failure({ environments, findings }: Report): string {
  const errors = findings.filter(({ severity, suppressed }) => severity === 'error' && suppressed === null);
  const forks = environments.filter(({ name }) =>
    errors.some(({ rule, environment }) => rule === 'no-multiple-heads' && environment === name),
  );
  const heads = forks.flatMap((one) => one.heads.merged ?? []);
  const others = errors.filter(({ rule }) => rule !== 'no-multiple-heads');
  const rules = [...new Set(others.map(({ rule }) => rule))].join(', ');
  return [
    ...(heads.length > 0
      ? [
          `${plural(heads.length, 'head')} after the merge (${heads.join(', ')}): \`upgrade head\` would apply nothing.`,
        ]
      : []),
    ...(others.length > 0
      ? [`${plural(others.length, heads.length > 0 ? 'more error' : 'error')}: ${rules}.`]
      : []),
  ].join(' ');
}

/** Whether the pull request left the environment's revisions alone. */
export const untouched = ({ revisions }: EnvironmentReport): boolean =>
  revisions.added.length + revisions.changed.length + revisions.removed.length === 0;
