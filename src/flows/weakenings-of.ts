/** What a pull request takes away from its own judge: places that nobody would read, and a laxer configuration. */
import type { Config, RuleSeverity } from '../config/config.ts';
import { weakenings } from '../config/weakenings.ts';
import { describedRule } from '../lint/catalogue.ts';
import type { Weakening } from '../lint/gate-weakening.ts';
import type { ConfigurationChange } from './judge-configuration.ts';
import type { Judged } from './judge.ts';

/** `hidden` are sentences about places. */
export function weakeningsOf(
  change: ConfigurationChange,
  hidden: readonly string[],
  judged: readonly Judged[],
): readonly Weakening[] {
  return [...hidden.map((what) => ({ path: null, what })), ...ofConfiguration(change, judged)];
}

function ofConfiguration(change: ConfigurationChange, judged: readonly Judged[]): readonly Weakening[] {
  switch (change.kind) {
    case 'none':
      return [];
    case 'changed':
      return weakenings(change.before, change.after, defaultSeverity).map((what) => ({
        path: change.path,
        what,
      }));
    case 'brought':
      return judged.flatMap(raisedHeads).map((what) => ({ path: change.path, what }));
  }
}

/** Who installs the gate is judged by the own configuration, but a fork that it brings along is not made legal by it. */
function raisedHeads({ judged: { environment, base: before }, base }: Judged): readonly string[] {
  const { name, expectedHeads } = environment;
  const expected =
    typeof expectedHeads === 'number'
      ? expectedHeads
      : Object.values(expectedHeads).reduce((sum, heads) => sum + heads, 0);
  const had = base.graph.heads.length;
  return before !== null && expected > Math.max(1, had)
    ? [`environment ${name} may have ${String(expected)} heads where the base has ${String(had)}`]
    : [];
}

/** Under a configuration that does not mention the rule. */
function defaultSeverity(rule: string, profile: Config['profile']): RuleSeverity {
  return describedRule(rule)?.severity[profile] ?? 'error';
}
