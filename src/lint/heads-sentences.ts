/** What to say of the merge's heads, and of the parents and merge revisions that lead there. */
import type { HeadOrigin, HistoryProblem } from '../changes/problem.ts';
import type { HeadsFault } from '../graph/expected.ts';
import { readOut } from '../graph/sentences.ts';
import { downRevision, many, type Said } from './said.ts';

type Problem<Kind extends HistoryProblem['kind']> = Extract<HistoryProblem, { kind: Kind }>;

export function sayHeads(problem: Problem<'multiple-heads'>, baseName: string): Said {
  const told = new Map(problem.heads.map((head) => [head.id, tell(head, baseName)]));
  const name = (id: string): string => told.get(id) ?? id;
  const before = problem.inherited ? ` ${baseName} alone is no better.` : '';
  return {
    rule: 'no-multiple-heads',
    severity: 'error',
    message: problem.faults.map((fault) => sayFault(fault, name)).join(' ') + before,
    help: headsHelp(problem),
  };
}

function tell({ id, path, from }: HeadOrigin, baseName: string): string {
  if (from === 'base') return `${id} (${path}, on ${baseName})`;
  return from === 'pull-request'
    ? `${id} (${path}, from this pull request)`
    : `${id} (${path}, from ${from.trunk})`;
}

function sayFault(fault: HeadsFault, name: (id: string) => string): string {
  switch (fault.kind) {
    case 'too-many': {
      const [what, target] =
        fault.label === null ? ['The history', 'head'] : [`Branch ${fault.label}`, `${fault.label}@head`];
      return `${what} would have ${many(fault.heads.length, 'head')} where ${String(fault.expected)} ${fault.expected === 1 ? 'is' : 'are'} expected: ${readOut(fault.heads.map(name))}. "alembic upgrade ${target}" then stops with "Multiple head revisions are present" and applies nothing, on every database.`;
    }
    case 'too-few':
      return `Branch ${fault.label} would have ${many(fault.heads.length, 'head')} where ${String(fault.expected)} ${fault.expected === 1 ? 'is' : 'are'} expected: "alembic upgrade ${fault.label}@head" fails, or misses what the branch should bring.`;
    case 'unlabelled':
      return `Head ${name(fault.head)} is on none of the branches that are expected: whoever upgrades by branch never applies it.`;
    case 'several-labels':
      return `Head ${name(fault.head)} joins the branches ${readOut(fault.labels)}, which are expected to stay apart: whoever upgrades one of them applies the other as well.`;
  }
}

function headsHelp({ faults, heads, lowest, inherited }: Problem<'multiple-heads'>): string {
  if (!faults.some(({ kind }) => kind === 'too-many')) {
    return 'Give each expected branch its label on a revision of its own, or change expected-heads in the configuration.';
  }
  const [onto, ...others] = heads.filter(({ from }) => from === 'base').map(({ id }) => id);
  // Moving helps where one line of new revisions stands beside the one head that there was.
  const movable = !inherited && heads.length === 2 && others.length === 0 && lowest?.parents.length === 1;
  return onto === undefined || lowest === null || !movable
    ? 'Join the heads with a merge revision.'
    : `Join the heads with a merge revision, or move this pull request's revisions on top by writing this in ${lowest.path}:\n${downRevision([onto])}`;
}

export function sayStaleParent(problem: Problem<'stale-parent'>, baseName: string): Said {
  const { revision, path, parent, newer } = problem;
  return {
    rule: 'no-stale-parent',
    severity: 'warning',
    message: `Revision ${revision} (${path}) follows ${parent}, which is not a head of ${baseName}: ${readOut(newer)} ${newer.length === 1 ? 'stands' : 'stand'} above it there, so the history forks here.`,
    help:
      newer.length === 1
        ? `Let ${revision} follow the head of ${baseName}:\n${downRevision(newer)}`
        : `Let ${revision} follow one of the heads of ${baseName}: ${readOut(newer)}.`,
  };
}

export const sayIncompleteMerge = ({ revision, path, joins, leaves }: Problem<'incomplete-merge'>): Said => ({
  rule: 'no-incomplete-merge',
  severity: 'error',
  message: `Merge revision ${revision} (${path}) joins ${readOut(joins)} and leaves ${readOut(leaves)} over: "alembic upgrade head" still finds several heads and applies nothing.`,
  help: `Add what is left over to the merge revision in ${path}:\n${downRevision([...joins, ...leaves])}`,
});
