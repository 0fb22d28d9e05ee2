/** Declared squashes: whether what was removed is exactly what was declared, and nobody still needs it. */
import type { HistoryInput, HistorySide, Squash } from './history.ts';
import type { Pairing } from './pair.ts';
import type { HistoryProblem, SquashFault } from './problem.ts';

export interface Squashes {
  readonly problems: readonly HistoryProblem[];
  /** Revisions whose removal or new parent the squash accounts for. */
  readonly revisions: ReadonlySet<string>;
}

/** Judges those declarations that this pull request carries out; that the schemas are equal is for the database to show. */
export function judgeSquashes(input: HistoryInput, after: HistorySide, { removed }: Pairing): Squashes {
  const gone = new Set(removed.map(({ id }) => id));
  const done = input.squash.filter(({ replaces }) => replaces.some((id) => gone.has(id)));
  return {
    problems: done.map((squash) => ({
      kind: 'squash',
      at: squash.at,
      path: after.graph.revisions.get(squash.at)?.path ?? null,
      replaces: squash.replaces,
      faults: faultsOf(squash, input, after),
    })),
    revisions: new Set(done.flatMap(({ at, replaces }) => [at, ...replaces])),
  };
}

function faultsOf(
  { at, replaces }: Squash,
  { base, deployed }: HistoryInput,
  after: HistorySide,
): readonly SquashFault[] {
  const cut = after.graph.revisions.get(at);
  if (cut === undefined || !base.graph.revisions.has(at)) return [{ kind: 'cut-missing' }];
  const others = replaces.filter((id) => id !== at);
  const below = base.graph.ancestors([at]);
  const parents = [...cut.downRevisions, ...cut.dependsOn];
  const stillThere = others.filter((id) => after.graph.revisions.has(id));
  const notBelow = others.filter((id) => !below.has(id));
  const leftOut = [...below].filter((id) => id !== at && !others.includes(id));
  const notPast = deployed
    .filter(({ heads }) => !base.graph.ancestors(heads).has(at))
    .map(({ name }) => name);
  const faults: readonly (SquashFault | false)[] = [
    parents.length > 0 && { kind: 'cut-has-parents', parents },
    stillThere.length > 0 && { kind: 'still-there', revisions: stillThere },
    notBelow.length > 0 && { kind: 'not-below-cut', revisions: notBelow },
    leftOut.length > 0 && { kind: 'left-out', revisions: leftOut },
    notPast.length > 0 && { kind: 'not-past-cut', deployed: notPast },
    deployed.length === 0 && { kind: 'deployed-undeclared' },
  ];
  return faults.filter((fault) => fault !== false);
}
