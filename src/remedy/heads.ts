/** Which heads are one too many, and which of them belong together. */
import type { ExpectedHeads } from '../config/environment.ts';
import type { RevisionGraph } from '../graph/graph.ts';
import { enumerate } from './message.ts';
import { Refused } from './refused.ts';

/** Whether the history has no more heads than it is meant to have, in all or under each label and none outside. */
export function headsAsExpected(graph: RevisionGraph, expected: ExpectedHeads): boolean {
  return classesOf(graph, expected).every(({ heads, allowed }) => heads.length <= allowed);
}

/**
 * The heads that one merge revision must join, in Alembic's order. Throws Refused where no merge revision can reach the
 * expected heads, and where the history does not say which heads belong together.
 */
export function headsToMerge(graph: RevisionGraph, expected: ExpectedHeads): readonly string[] {
  const unread =
    typeof expected === 'number' ? undefined : [...graph.revisions.values()].find((one) => one.unreadLabels);
  if (unread !== undefined) {
    throw new Refused(
      `the branch labels of ${unread.id} are computed, so the heads under each label are not known: give expected-heads as a number`,
    );
  }
  const crowded = classesOf(graph, expected).filter(({ heads, allowed }) => heads.length > allowed);
  const groups = crowded.flatMap((one) => groupsOf(one, graph)).filter((group) => group.length > 1);
  const [first = [], ...others] = groups;
  if (others.length === 0) return graph.realHeads.filter((id) => first.includes(id));
  throw new Refused(
    `${groups.length} merge revisions are needed, one for each of: ${groups.map((group) => group.join(' ')).join('; ')}`,
  );
}

interface HeadClass {
  /** What the heads have in common, for messages. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly allowed: number;
}

function classesOf({ heads, labels }: RevisionGraph, expected: ExpectedHeads): readonly HeadClass[] {
  if (typeof expected === 'number') return [{ name: '', heads, allowed: expected }];
  const has = (id: string, label: string): boolean => labels.get(id)?.has(label) ?? false;
  const outside = heads.filter((id) => !Object.keys(expected).some((label) => has(id, label)));
  return [
    ...Object.entries(expected).map(([label, allowed]) => ({
      name: ` of ${label}`,
      heads: heads.filter((id) => has(id, label)),
      allowed,
    })),
    { name: ' without an expected label', heads: outside, allowed: 0 },
  ];
}

/** Joins the heads of a class that grew apart last, until as many are left as it may have. */
function groupsOf({ name, heads, allowed }: HeadClass, graph: RevisionGraph): readonly (readonly string[])[] {
  const effective = heads.filter((id) => graph.effectiveHeads.includes(id));
  const real = heads.filter((id) => !effective.includes(id));
  const wanted = allowed - effective.length;
  if (allowed === 0)
    throw new Refused(`a merge revision cannot give ${enumerate(heads)} a label: nothing${name} is expected`);
  if (wanted < 1) {
    throw new Refused(
      `other revisions depend on ${enumerate(effective)}, so \`alembic merge heads\` leaves ${effective.length === 1 ? 'it' : 'them'} out and "upgrade head" would still find more than ${allowed} head${allowed === 1 ? '' : 's'}${name}: replace the depends_on by down_revision, or expect ${heads.length} heads`,
    );
  }
  return wanted === 1 ? [real] : cluster(real, wanted, graph);
}

/** Single linkage by shared history: all pairs that share as much are joined at once, so the outcome has no favourite. */
function cluster(
  heads: readonly string[],
  wanted: number,
  graph: RevisionGraph,
): readonly (readonly string[])[] {
  const lines = new Map(heads.map((id) => [id, lineage(graph, id)]));
  const shared = (a: string, b: string): number =>
    [...(lines.get(a) ?? [])].filter((id) => lines.get(b)?.has(id)).length;
  const pairs = heads.flatMap((a, at) => heads.slice(at + 1).map((b) => ({ a, b, size: shared(a, b) })));
  let groups: readonly (readonly string[])[] = heads.map((id) => [id]);
  for (const level of [...new Set(pairs.map(({ size }) => size))].sort((a, b) => b - a)) {
    if (groups.length <= wanted) break;
    for (const { a, b } of pairs.filter(({ size }) => size === level)) groups = join(groups, a, b);
  }
  if (groups.length === wanted) return groups;
  throw new Refused(
    `${wanted} heads are expected, and the history does not say which of ${enumerate(heads)} belong together: name them yourself, or declare expected-heads by branch label`,
  );
}

function join(groups: readonly (readonly string[])[], a: string, b: string): readonly (readonly string[])[] {
  const first = groups.find((group) => group.includes(a)) ?? [];
  const second = groups.find((group) => group.includes(b)) ?? [];
  if (first === second) return groups;
  return groups.flatMap((group) =>
    group === second ? [] : [group === first ? [...first, ...second] : group],
  );
}

/** Ancestors by `down_revision` alone: what a branch needs of another one does not make it the same branch. */
function lineage(graph: RevisionGraph, head: string): ReadonlySet<string> {
  const seen = new Set([head]);
  for (const id of seen) for (const parent of graph.revisions.get(id)?.downRevisions ?? []) seen.add(parent);
  return seen;
}
