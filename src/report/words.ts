/** Words that several renderings share, so that the comment, the terminal and the status say the same thing. */
import { describedRule } from '../lint/catalogue.ts';
import type { Severity } from '../lint/finding.ts';
import type { ProofName } from '../config/config.ts';
import type { DatabaseProof, ProofStep } from '../verify/proof.ts';
import type { EnvironmentReport, Outcome, Report } from './report.ts';
import { UNKNOWN_BESIDE } from './verdict.ts';

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

/** The server that was asked, or all of them. */
export function serverWords({ engine, version, parts = [] }: DatabaseProof): string {
  const servers = new Set(parts.flatMap(({ server }) => server ?? []));
  return servers.size === 0 ? `${engine} ${version}` : [...servers].join(', ');
}

/** A branch as people call it: `main` for `origin/main` and `refs/heads/main`. */
export const branchName = (ref: string): string =>
  ref.replace(/^(refs\/(heads|remotes\/origin)|origin)\//, '');

/** What a proof that passed has shown, in the order in which a reviewer asks. */
const SHOWN: Readonly<Record<ProofName, string>> = {
  'lock-class': 'online',
  'round-trip': 'reversible',
  rows: 'rows kept',
  'old-code': 'old code works',
  order: 'same in both orders',
  interruption: 'resumable',
  drift: 'models match',
  'start-states': 'same from every deployed state',
  'fresh-install': 'same as a fresh install',
  'two-deployers': 'safe for two deployers',
};

const isShown = (name: string): name is ProofName => name in SHOWN;

/** What the database showed of one environment, in a few words; null where no database ran. */
export function proofWords({ database }: EnvironmentReport): string | null {
  if (database === null) return null;
  const by = (outcome: string): readonly string[] =>
    database.proofs.filter((proof) => proof.outcome === outcome).map(({ name }) => name);
  const server = serverWords(database);
  const failed = by('fail');
  if (failed.length > 0) return `failed on ${server}: ${failed.join(', ')}`;
  const { rewrites = [] } = database;
  const same = rewrites.length > 0 && rewrites.every(({ outcome }) => outcome === 'same');
  const pass = by('pass');
  const passed = [
    ...Object.keys(SHOWN).flatMap((name) => (isShown(name) && pass.includes(name) ? SHOWN[name] : [])),
    ...(same ? ['the same schema from rewritten revisions'] : []),
  ];
  return passed.length > 0 ? `proved on ${server}: ${passed.join(', ')}` : `ran on ${server}, nothing proved`;
}

const STEP: Readonly<Record<ProofStep['direction'], string>> = {
  upgrade: 'the upgrade',
  downgrade: 'the downgrade',
  'upgrade-again': 'the second upgrade',
};
const ENDED: Readonly<Record<ProofStep['outcome'], string>> = {
  pass: 'passed',
  fail: 'failed',
  timeout: 'did not end',
};

/** What was done and how it ended, around the revision's id: `the upgrade of `, ` did not end`. */
export const stepWords = ({ direction, outcome }: ProofStep): readonly [string, string] => [
  `${STEP[direction]} of `,
  ` ${ENDED[outcome]}`,
];

/** The verdict in one sentence, plain text; the words of a pull request inside it are still to be escaped. */
export function headline(report: Report): string {
  switch (report.outcome) {
    case 'pass': {
      const added = report.environments.reduce((sum, { revisions }) => sum + revisions.added.length, 0);
      const proofs = report.environments.map(proofWords).filter((words) => words !== null);
      if (report.environments.every(untouched)) {
        const shown = proofs.length === 0 ? '' : ` ${proofs.join('; ')}.`;
        return [`No migration is touched.${shown}`, ...forkedBases(report)].join(' ');
      }
      return [`${plural(added, 'new revision')}, one line of history`, ...proofs].join('; ') + '.';
    }
    case 'fail':
      return failure(report);
    case 'not-evaluated':
      return `Not evaluated: ${report.reason ?? 'no reason was recorded'}`;
    case 'base-broken':
      return `The base is broken, not by this pull request: ${forks(report, 'warning') ?? report.reason ?? ''}`.trimEnd();
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

/** The heads of the environments that a finding of this severity calls forked; null where none is. */
function forks({ environments, findings }: Report, severity: Severity): string | null {
  const named = findings.filter(
    (one) => one.rule === 'no-multiple-heads' && one.severity === severity && one.suppressed === null,
  );
  const heads = environments
    .filter(({ name }) => named.some(({ environment }) => environment === name))
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

/** Whether the pull request left the environment's revisions alone. */
export const untouched = ({ revisions }: EnvironmentReport): boolean =>
  revisions.added.length + revisions.changed.length + revisions.removed.length === 0;

/** Why `downgrade -1` goes nowhere from a merge. */
export const NO_STEP = 'the newest revision is a merge, from where Alembic stops with "Ambiguous walk"';
