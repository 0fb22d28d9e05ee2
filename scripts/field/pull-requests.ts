/** Judges what landed as the pull request that it was: the state before as base, the merged side as head. */
import { check, type CheckPorts } from '../../src/flows/check.ts';
import { systemClock } from '../../src/io/clock.ts';
import type { Repository } from '../../src/io/git.ts';
import { SILENT } from '../../src/io/log.ts';
import type { Finding } from '../../src/lint/finding.ts';
import type { Report } from '../../src/report/report.ts';
import type { Tree } from '../../src/tree/tree.ts';
import { UsageError } from '../../src/tree/usage-error.ts';
import type { PullRequestError, PullRequestResult } from './result.ts';
import { count } from './tally.ts';
import type { Source } from './source.ts';

export interface Landed {
  readonly sha: string;
  readonly base: string;
  /** The second parent of a merge; the commit itself where it was squashed or rebased. */
  readonly head: string;
  /** Environments with one head before and after. */
  readonly environments: readonly string[];
}

/** Errors that a history with one head before and after cannot have earned. */
const RULES = new Set([
  'no-multiple-heads',
  'no-missing-parent',
  'no-duplicate-revision',
  'no-cycle',
  'no-unreadable-revision',
]);

export async function judgeMerged(
  landed: readonly Landed[],
  source: Source,
  repository: Repository,
  progress: (text: string) => void,
): Promise<PullRequestResult> {
  const ports = staticPorts(repository);
  const outcomes: string[] = [];
  const rules: string[] = [];
  const errors: PullRequestError[] = [];
  let mendedByHand = 0;
  let lacking = 0;
  for (const [index, { sha, base, head, environments }] of landed.entries()) {
    progress(`${source.name}: change ${index + 1} of ${landed.length}`);
    const report = await judge(base, head, source, ports);
    if (report === null) {
      lacking += 1;
      continue;
    }
    outcomes.push(report.outcome);
    rules.push(...report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
    const unearned = report.findings.filter((finding) => isUnearned(finding, environments));
    if (unearned.length > 0 && (await wasMended(repository, { sha, base, head, environments })))
      mendedByHand += 1;
    else errors.push(...unearned.map((finding) => described(sha, finding)));
  }
  return {
    judged: landed.length - lacking,
    outcomes: count(outcomes),
    rules: count(rules),
    lacking,
    mendedByHand,
    errors,
  };
}

/** The static verdict; null where git misses objects (stored copies of repositories may leave out large files). */
async function judge(
  base: string,
  head: string,
  { locations }: Source,
  ports: CheckPorts,
): Promise<Report | null> {
  const configuration = { file: null, flags: { database: 'none' }, inputs: {}, locations } as const;
  try {
    return await check({ base, head, fetch: false, runCode: false, configuration, version: 'field' }, ports);
  } catch (error) {
    if (error instanceof UsageError && error.message.includes('unable to read')) return null;
    throw error;
  }
}

function isUnearned({ rule, severity, environment }: Finding, environments: readonly string[]): boolean {
  return (
    severity === 'error' && RULES.has(rule) && environment !== null && environments.includes(environment)
  );
}

const described = (commit: string, { environment, rule, message }: Finding): PullRequestError => ({
  commit,
  environment: environment ?? '',
  rule,
  message,
});

/** Whether the merge commit has other Python files than the merge of its parents: somebody mended it while merging. */
async function wasMended(repository: Repository, { sha, base, head }: Landed): Promise<boolean> {
  const python = (tree: Tree): string =>
    [...tree.entries.values()]
      .flatMap(({ path, oid }) => (path.endsWith('.py') ? [`${oid} ${path}`] : []))
      .join('\n');
  const [would, did] = await Promise.all([repository.merge(base, head), repository.tree(sha)]);
  return python(would.tree) !== python(did);
}

/** Without a database nothing of the project runs, so nothing that would run it is needed. */
function staticPorts(repository: Repository): CheckPorts {
  const never = (): never => {
    throw new Error('a static check does not run migrations');
  };
  return {
    repository,
    clock: systemClock(),
    log: SILENT,
    now: () => performance.now(),
    startDriver: never,
    runCommand: never,
    carry: never,
    openServer: never,
    runProofs: never,
    temporaryDirectory: never,
  };
}
