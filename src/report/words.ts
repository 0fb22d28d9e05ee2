/** Words that several renderings share, so that the comment, the terminal and the status say the same thing. */
import type { ProofName } from '../config/config.ts';
import type { DatabaseProof, ProofStep } from '../verify/proof.ts';
import type { EnvironmentReport, Outcome } from './report.ts';

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
  return [
    passed.length > 0 ? `proved on ${server}: ${passed.join(', ')}` : `ran on ${server}, nothing proved`,
    ...oneWay(database),
  ].join('; ');
}

/** A revision that was never rolled back must not hide behind the word for those that were. */
function oneWay({ proofs, steps }: DatabaseProof): readonly string[] {
  const isShownWhole = ({ name, outcome }: DatabaseProof['proofs'][number]): boolean =>
    name === 'round-trip' && (outcome === 'pass' || outcome === 'not-applicable');
  if (!proofs.some(isShownWhole)) return [];
  const down = new Set(steps.flatMap((one) => (one.direction === 'downgrade' ? one.revision : [])));
  const never = [...new Set(steps.map(({ revision }) => revision))].filter((id) => !down.has(id));
  if (never.length === 0) return [];
  const which = never.length > 2 ? plural(never.length, 'revision') : never.join(' and ');
  return [`not rolled back: ${which}, declared irreversible`];
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

/** Whether the pull request left the environment's revisions alone. */
export const untouched = ({ revisions }: EnvironmentReport): boolean =>
  revisions.added.length + revisions.changed.length + revisions.removed.length === 0;

/** Why `downgrade -1` goes nowhere from a merge. */
export const NO_STEP = 'the newest revision is a merge, from where Alembic stops with "Ambiguous walk"';

/** Whether the branch itself lacks a revision that a cure names, so that its base has to be merged into it. */
export const isBehind = ({ heads }: EnvironmentReport): boolean =>
  !(heads.merged ?? []).every((id) => heads.head.includes(id));
