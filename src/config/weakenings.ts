/**
 * What a change of configuration would judge less strictly. Only the direction counts: what becomes stricter is
 * nobody's worry, and where the direction cannot be told, as with other options of a rule, the change is named.
 */
import { isDeepStrictEqual } from 'node:util';
import { SEVERITIES } from './choices.ts';
import type { Config, ProofName, RuleSetting, RuleSeverity } from './config.ts';
import type { DeclaredEnvironment, ExpectedHeads } from './environment.ts';

/**
 * Sentences for `no-gate-weakening`; none where nothing weakens. `defaultSeverity` is the catalogue's severity of a rule
 * that a configuration does not mention, under that configuration's profile; without it `error` is assumed.
 */
export function weakenings(
  before: Config,
  after: Config,
  defaultSeverity: (rule: string, profile: Config['profile']) => RuleSeverity = () => 'error',
): readonly string[] {
  return [
    ...weakerBasics(before, after),
    ...weakerRules(before, after, defaultSeverity),
    ...weakerApproval(before, after),
    ...weakerEnvironments(before.environments, after.environments),
    ...weakerProofs(before.proofs, after.proofs),
    ...weakerScope(before, after),
  ];
}

function weakerBasics(before: Config, after: Config): readonly string[] {
  return [
    ...when(
      before.profile !== after.profile && before.profile !== 'recommended',
      `profile ${before.profile} becomes ${after.profile}`,
    ),
    ...when(
      before.deploys === 'rolling' && after.deploys === 'stop',
      'deploys rolling becomes stop, so old code is no longer considered',
    ),
    ...when(
      before.database !== 'none' && after.database === 'none',
      'database becomes none, so nothing is proved',
    ),
    ...when(
      before.engine !== null && before.engine !== after.engine,
      `engine ${before.engine ?? ''} becomes ${after.engine ?? 'undeclared'}`,
    ),
    ...when(
      before.engine === null && after.engine === 'sqlite',
      'engine becomes sqlite, so nothing is proved on a server',
    ),
    ...when(
      before.server.version !== undefined && after.server.version === undefined,
      'server.version is no longer declared',
    ),
    ...when(
      !before.allowRemote && after.allowRemote,
      'allow-remote is turned on, so servers that are not local may be used',
    ),
    ...when(
      before.messagePattern !== null && before.messagePattern !== after.messagePattern,
      `message-pattern ${before.messagePattern ?? ''} becomes ${after.messagePattern ?? 'unset'}`,
    ),
  ];
}

function weakerRules(
  before: Config,
  after: Config,
  defaultSeverity: (rule: string, profile: Config['profile']) => RuleSeverity,
): readonly string[] {
  const rules = new Set([...Object.keys(before.rules), ...Object.keys(after.rules)]);
  const none: RuleSetting = { options: {} };
  return [...rules].sort().flatMap((rule) => {
    const old = before.rules[rule] ?? none;
    const next = after.rules[rule] ?? none;
    const oldSeverity = old.severity ?? defaultSeverity(rule, before.profile);
    const nextSeverity = next.severity ?? defaultSeverity(rule, after.profile);
    return [
      ...when(
        SEVERITIES.indexOf(nextSeverity) < SEVERITIES.indexOf(oldSeverity),
        `rule ${rule} goes from ${oldSeverity} to ${nextSeverity}`,
      ),
      ...when(
        next.paths !== undefined && !isDeepStrictEqual(old.paths, next.paths),
        `rule ${rule} holds for other paths`,
      ),
      ...when(!isDeepStrictEqual(old.options, next.options), `rule ${rule} has other options`),
    ];
  });
}

function weakerApproval(before: Config, after: Config): readonly string[] {
  const suppressed = after.suppress.filter(
    (entry) => !before.suppress.some((old) => isDeepStrictEqual(old, entry)),
  );
  return [
    ...suppressed.map(({ rule, path, revision, reason }) => {
      const where = path ?? (revision === undefined ? 'everywhere' : `revision ${revision}`);
      return `rule ${rule} is suppressed for ${where}: ${reason}`;
    }),
    ...gone(before.protectedRules, after.protectedRules).map((rule) => `rule ${rule} is no longer protected`),
    ...gone(after.approvers.users, before.approvers.users).map((user) => `user ${user} becomes an approver`),
    ...gone(after.approvers.teams, before.approvers.teams).map((team) => `team ${team} becomes an approver`),
    ...when(
      !before.commands.author && after.commands.author,
      'authors without write access may give commands',
    ),
  ];
}

function weakerEnvironments(
  before: readonly DeclaredEnvironment[],
  after: readonly DeclaredEnvironment[],
): readonly string[] {
  const removed = before.flatMap((old) => {
    const next = after.find((candidate) => identity(candidate) === identity(old));
    if (next === undefined) return [`environment ${identity(old)} is no longer declared`];
    return [
      ...when(!samePlace(old, next), `environment ${identity(old)} is looked for in another place`),
      ...when(
        !isDeepStrictEqual(old.baseState, next.baseState),
        `environment ${identity(old)} has another base-state`,
      ),
      ...when(
        !isDeepStrictEqual(old.command, next.command),
        `environment ${identity(old)} runs another command`,
      ),
    ];
  });
  const raised = after.flatMap((next) => {
    const old = before.find((candidate) => identity(candidate) === identity(next))?.expectedHeads ?? 1;
    const now = next.expectedHeads ?? 1;
    return when(
      allowsMore(old, now),
      `environment ${identity(next)} may have ${headsInWords(now)} instead of ${headsInWords(old)}`,
    );
  });
  return [...removed, ...raised];
}

function identity(declared: DeclaredEnvironment): string {
  return (
    declared.name ??
    declared.scriptLocation ??
    declared.ini ??
    declared.versionLocations?.join(', ') ??
    '(unnamed)'
  );
}

function samePlace(a: DeclaredEnvironment, b: DeclaredEnvironment): boolean {
  const place = ({ ini, scriptLocation, versionLocations, recursive }: DeclaredEnvironment): unknown => [
    ini,
    scriptLocation,
    versionLocations,
    recursive,
  ];
  return isDeepStrictEqual(place(a), place(b));
}

/** A table of labels is stricter than its total, so leaving one allows more as well. */
function allowsMore(before: ExpectedHeads, after: ExpectedHeads): boolean {
  if (total(after) > total(before)) return true;
  if (typeof before === 'number') return false;
  return (
    typeof after === 'number' || Object.entries(after).some(([label, heads]) => heads > (before[label] ?? 0))
  );
}

function total(heads: ExpectedHeads): number {
  return typeof heads === 'number' ? heads : Object.values(heads).reduce((sum, each) => sum + each, 0);
}

function headsInWords(heads: ExpectedHeads): string {
  if (typeof heads === 'number') return heads === 1 ? '1 head' : `${heads} heads`;
  return Object.entries(heads)
    .map(([label, each]) => `${each} of ${label}`)
    .join(' and ');
}

function weakerProofs(before: Config['proofs'], after: Config['proofs']): readonly string[] {
  return (Object.keys(before) as ProofName[]).flatMap((name) => {
    const old = before[name] ?? false;
    const next = after[name] ?? false;
    if (old === false) return [];
    if (next === false) return [`proof ${name} is turned off`];
    return when(
      old !== next && typeof next !== 'boolean' && !isDeepStrictEqual(old, next),
      `proof ${name} has other options`,
    );
  });
}

function weakerScope(before: Config, after: Config): readonly string[] {
  const squashed = after.squash.filter(
    (entry) => !before.squash.some((old) => isDeepStrictEqual(old, entry)),
  );
  return [
    ...when(
      !isDeepStrictEqual(before.trunks, after.trunks),
      `trunks are ${after.trunks?.join(', ') ?? 'the default branch'} instead of ${before.trunks?.join(', ') ?? 'the default branch'}`,
    ),
    ...gone(before.models, after.models).map((glob) => `models ${glob} are no longer watched`),
    ...gone(before.deployed, after.deployed).map((state) => `${state} no longer counts as deployed`),
    ...squashed.map(({ replaces, at }) => `${replaces.length} revisions are declared squashed into ${at}`),
    ...when(
      before.tableSizes !== null && before.tableSizes !== after.tableSizes,
      'table-sizes is another file, or none',
    ),
    ...when(before.seed !== null && before.seed !== after.seed, 'seed is another file, or none'),
  ];
}

/** What the first list has and the second has not. */
function gone(list: readonly string[], other: readonly string[]): readonly string[] {
  return list.filter((item) => !other.includes(item));
}

function when(holds: boolean, sentence: string): readonly string[] {
  return holds ? [sentence] : [];
}
