/** The fifth proof: sides that stand beside each other give one schema, whichever of them a database has first. */
import type { RevisionGraph } from '../../graph/graph.ts';
import type { SideRelation } from '../../remedy/explain.ts';
import { statementOf } from '../anchor.ts';
import { diffDatabases, type Databases } from '../schema/diff.ts';
import type { CapturedStatement, ProofDifference, ProofSection } from '../proof.ts';
import { isMinor, valueInWords } from '../round-trip/round-trip.ts';
import type { SchemaDifference } from '../schema/schema.ts';

/** Heads that a merge revision joins or would join. */
export interface Siblings {
  /** What all of them stand on, in upgrade order. */
  readonly below: readonly string[];
  /** The base's own first: that is the order in which databases at the base get them. */
  readonly heads: readonly string[];
  /** The head whose side such databases run last; null where no order of these is theirs. */
  readonly last: string | null;
}

/** Null where fewer than two of the heads bring anything beside the others. */
export function siblingsOf(
  graph: RevisionGraph,
  base: RevisionGraph,
  heads: readonly string[],
): Siblings | null {
  const beside = heads.filter(
    (id) => !heads.some((other) => other !== id && graph.ancestors([other]).has(id)),
  );
  if (beside.length < 2) return null;
  const landed = beside.filter((id) => base.revisions.has(id));
  const added = beside.filter((id) => !base.revisions.has(id));
  const ancestors = beside.map((id) => graph.ancestors([id]));
  return {
    below: graph.upgradeOrder(beside).filter((id) => ancestors.every((below) => below.has(id))),
    heads: [...landed, ...added],
    last: landed.length > 0 && added.length === 1 ? (added[0] ?? null) : null,
  };
}

/** Side after side, on top of what they share. */
export function sideBySide(
  graph: RevisionGraph,
  below: readonly string[],
  heads: readonly string[],
): readonly string[] {
  const order = heads.flatMap((id) => graph.upgradeOrder([id]));
  return [...new Set(order)].filter((id) => !below.includes(id));
}

/** One order, as it ran on fresh databases. */
export interface OrderRun {
  /** Heads in the order of their sides, and the revisions that this means. */
  readonly heads: readonly string[];
  readonly revisions: readonly string[];
  readonly statements: readonly CapturedStatement[];
  readonly end:
    | { readonly kind: 'reached'; readonly schema: Databases }
    | {
        readonly kind: 'stopped';
        readonly revision: string;
        readonly path: string | null;
        readonly line: number | null;
        readonly error: string;
      };
}

export type OrderVerdict =
  | {
      readonly kind: 'same' | 'differ';
      readonly differences: readonly ProofDifference[];
      readonly words: string;
    }
  | { readonly kind: 'unknown'; readonly words: string };

/**
 * `first` is the order of databases that are at the base, if any is. A revision that fails in both orders says nothing of
 * their difference; one that fails in a single one does. The lines of `added` revisions are preferred: they can be changed.
 */
export function compareOrders(
  first: OrderRun,
  second: OrderRun,
  graph: RevisionGraph,
  added: ReadonlySet<string>,
): OrderVerdict {
  const [a, b] = [first.end, second.end];
  if (a.kind === 'stopped' && b.kind === 'stopped' && a.revision === b.revision) {
    const words = `the order of ${first.heads.map(code).join(' and ')} is not known, because ${code(a.revision)} fails in both: ${a.error}`;
    return { kind: 'unknown', words };
  }
  const differences =
    a.kind === 'reached' && b.kind === 'reached'
      ? placed(diffDatabases(a.schema, b.schema), [first, second], graph, added)
      : [...stopOf(first, second, 'before'), ...stopOf(second, first, 'after')];
  const major = differences.filter((difference) => !isMinor(difference));
  const told = major.length > 0 ? major : differences;
  return {
    kind: major.length > 0 ? 'differ' : 'same',
    differences: differences.map((difference) => ({ ...difference, when: `with ${spoken(second)}` })),
    words: listed(told.map((difference) => inWords(difference, first, second))),
  };
}

/** What a merge revision has to know of its sides; null where either order will do. */
export function relationOf(verdict: OrderVerdict, first: OrderRun, { last }: Siblings): SideRelation | null {
  if (verdict.kind !== 'differ') return null;
  return {
    kind: 'orders-differ',
    difference: verdict.words,
    runLast: first.end.kind === 'reached' ? last : null,
  };
}

export function orderSection(verdicts: readonly OrderVerdict[]): ProofSection {
  const told = (kind: OrderVerdict['kind']) =>
    verdicts.flatMap((verdict) => (verdict.kind === kind && verdict.words !== '' ? [verdict.words] : []));
  const differences = verdicts.flatMap((verdict) => (verdict.kind === 'unknown' ? [] : verdict.differences));
  const section = { name: 'order', differences } as const;
  const [differ, unknown, same] = [told('differ'), told('unknown'), told('same')];
  if (verdicts.length === 0) {
    return { ...section, outcome: 'not-applicable', reason: 'no two sides meet' };
  }
  if (differ.length > 0) return { ...section, outcome: 'fail', reason: [...differ, ...unknown].join('; ') };
  if (unknown.length > 0) return { ...section, outcome: 'not-evaluated', reason: unknown.join('; ') };
  return { ...section, outcome: 'pass', reason: same.join('; ') || null };
}

function placed(
  differences: readonly SchemaDifference[],
  runs: readonly OrderRun[],
  graph: RevisionGraph,
  added: ReadonlySet<string>,
): readonly ProofDifference[] {
  const revisions = new Map([...graph.revisions.values()].map(({ id, path }) => [path, id]));
  const isAdded = ({ path }: CapturedStatement) => path !== null && added.has(revisions.get(path) ?? '');
  const all = runs.flatMap(({ statements }) => statements.toReversed());
  const preferred = [...all.filter(isAdded), ...all.filter((statement) => !isAdded(statement))];
  return differences.map((difference) => {
    const { object, attribute, before, after } = difference;
    const { path = null, line = null } = statementOf(difference, preferred) ?? {};
    const revision = path === null ? null : (revisions.get(path) ?? null);
    return { object, attribute, before, after, path, line, revision };
  });
}

/** A revision that one order cannot apply, beside what the other order does with it. */
function stopOf({ end }: OrderRun, other: OrderRun, at: 'before' | 'after'): readonly ProofDifference[] {
  if (end.kind === 'reached') return [];
  const { revision, path, line, error } = end;
  const reached =
    other.end.kind === 'reached' ||
    other.revisions.indexOf(revision) < other.revisions.indexOf(other.end.revision);
  const values = {
    before: reached ? 'works' : 'is not reached',
    after: reached ? 'works' : 'is not reached',
  };
  const object = `the upgrade of ${code(revision)}`;
  return [{ object, attribute: OUTCOME, ...values, [at]: `fails: ${error}`, path, line, revision }];
}

const OUTCOME = 'outcome';

function inWords(
  { object, attribute, before, after }: ProofDifference,
  first: OrderRun,
  second: OrderRun,
): string {
  const [one, two] = [`with ${spoken(first)}`, `with ${spoken(second)}`];
  if (attribute === OUTCOME) return `${object} ${before ?? ''} ${one}, and ${after ?? ''} ${two}`;
  if (attribute === 'exists') return `${object} is there only ${before === 'yes' ? one : two}`;
  return `${object}: ${attribute} ${valueInWords(before)} ${one}, ${valueInWords(after)} ${two}`;
}

const LISTED = 3;

function listed(sentences: readonly string[]): string {
  const rest = sentences.length - LISTED;
  return sentences.slice(0, LISTED).join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}

const spoken = ({ heads }: OrderRun): string => heads.map(code).join(' before ');

const code = (id: string): string => `\`${id}\``;
