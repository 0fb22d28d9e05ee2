/** Sums what was seen of each environment over all states. */
import type { Comparison } from './compare.ts';
import type { EnvironmentResult } from './result.ts';

export interface Observation {
  readonly commit: string;
  readonly environment: string;
  readonly comparison: Comparison;
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  readonly revisions: number;
}

/** Environments in the order in which the history brought them. */
export function tally(observations: readonly Observation[]): readonly EnvironmentResult[] {
  const names = [...new Set(observations.map(({ environment }) => environment))];
  return names.map((name) =>
    tallyOne(
      name,
      observations.filter(({ environment }) => environment === name),
    ),
  );
}

function tallyOne(name: string, observations: readonly Observation[]): EnvironmentResult {
  const of = <Kind extends Comparison['kind']>(kind: Kind): readonly Extract<Comparison, { kind: Kind }>[] =>
    observations.flatMap(({ comparison }) =>
      comparison.kind === kind ? [comparison as Extract<Comparison, { kind: Kind }>] : [],
    );
  const refused = new Map(
    observations.flatMap((one) => one.refused.map(({ path, reason }) => [path, reason] as const)),
  );
  return {
    name,
    states: observations.length,
    same: of('same').length,
    severalHeads: of('same').filter(({ heads }) => heads.length > 1).length,
    bothFail: count(of('both-fail').map(({ error }) => error)),
    refusedStates: of('refused').length,
    refusedFiles: count([...refused.values()]),
    differences: observations.flatMap(({ commit, comparison }) =>
      comparison.kind === 'different' ? [{ commit, gate: comparison.gate, alembic: comparison.alembic }] : [],
    ),
    revisions: observations.at(-1)?.revisions ?? 0,
  };
}

/** How often each name occurs, names in order. */
export function count(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}
