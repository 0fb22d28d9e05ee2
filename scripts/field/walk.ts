/** Walks every first-parent state of a branch that touches migrations: the gate beside Alembic, and merges as pull requests. */
import { execFileSync } from 'node:child_process';
import { discoverEnvironments } from '../../src/config/discover.ts';
import { readHistory, type ReadingCache } from '../../src/flows/history.ts';
import type { Repository } from '../../src/io/git.ts';
import type { Alembic } from './alembic.ts';
import { compare, type Comparison } from './compare.ts';
import { judgeMerged, type Landed } from './pull-requests.ts';
import type { RepositoryResult } from './result.ts';
import type { Source } from './source.ts';
import { tally, type Observation } from './tally.ts';

interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
}

/** What can change which revisions there are, or how Alembic finds them. */
const MIGRATIONS = ['*versions/*.py', '*alembic.ini', '*pyproject.toml', '*env.py', '*script.py.mako'];

/** `progress` hears of every state. */
export async function walk(
  source: Source,
  repository: Repository,
  alembic: Alembic,
  progress: (text: string) => void,
): Promise<RepositoryResult> {
  const commits = touching(source);
  const observations: Observation[] = [];
  const landed: Landed[] = [];
  const cache: ReadingCache = new Map();
  let before = new Map<string, Comparison>();
  for (const [index, { sha, parents }] of commits.entries()) {
    progress(`${source.name}: state ${index + 1} of ${commits.length}`);
    const after = new Map<string, Comparison>();
    for (const observation of await observe(sha, source, repository, alembic, cache)) {
      observations.push(observation);
      after.set(observation.environment, observation.comparison);
    }
    const single = [...after.keys()].filter(
      (name) => hasOneHead(before.get(name)) && hasOneHead(after.get(name)),
    );
    const [base, head = sha] = parents;
    if (base !== undefined && single.length > 0) landed.push({ sha, base, head, environments: single });
    before = after;
  }
  const tip = execFileSync('git', ['--git-dir', source.gitDir, 'log', '-1', '--format=%H %cs', source.ref], {
    encoding: 'utf8',
  });
  return {
    name: source.name,
    tip: tip.slice(0, 40),
    date: tip.trim().split(' ')[1] ?? '',
    commits: Number(git(source, ['rev-list', '--count', '--first-parent', source.ref])),
    states: commits.length,
    environments: tally(observations),
    pullRequests: await judgeMerged(landed, source, repository, progress),
  };
}

const hasOneHead = (comparison: Comparison | undefined): boolean =>
  comparison?.kind === 'same' && comparison.heads.length === 1;

/** First-parent commits that touch migrations, oldest first. */
function touching(source: Source): readonly Commit[] {
  const log = git(source, [
    'log',
    '--first-parent',
    '--reverse',
    '--format=%H %P',
    source.ref,
    '--',
    ...MIGRATIONS,
  ]);
  return log
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [sha = '', ...parents] = line.trim().split(' ');
      return { sha, parents };
    });
}

function git({ gitDir }: Source, args: readonly string[]): string {
  return execFileSync('git', ['--git-dir', gitDir, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

async function observe(
  commit: string,
  { locations }: Source,
  repository: Repository,
  alembic: Alembic,
  cache: ReadingCache,
): Promise<readonly Observation[]> {
  const tree = await repository.tree(commit);
  const { environments } = await discoverEnvironments(tree, { environments: [] }, locations);
  await alembic.show(tree, environments);
  const observations: Observation[] = [];
  for (const environment of environments) {
    const history = await readHistory(tree, environment, cache);
    const answer = await alembic.ask(environment);
    observations.push({
      commit,
      environment: environment.name,
      comparison: compare(history, answer),
      refused: history.unread
        .filter(({ kind }) => kind === 'refused')
        .map(({ path, reason }) => ({ path, reason })),
      revisions: history.revisions.length,
    });
  }
  return observations;
}
