/** Applies sides that meet in both orders, each on fresh databases, and then the suggested cure on top of them. */
import type { Resolution } from '../../remedy/resolution.ts';
import {
  compareOrders,
  orderSection,
  relationOf,
  sideBySide,
  siblingsOf,
  type OrderRun,
  type OrderVerdict,
  type Siblings,
} from './order.ts';
import type { ProofSection } from '../proof.ts';
import { tryCure } from './run-cure.ts';
import { closeStage, openStageAt, type Bench } from '../run-stage.ts';
import { climbAsFar } from '../run-steps.ts';

export interface OrderProof {
  readonly section: ProofSection;
  /** The cure after its trial; null where there is none. */
  readonly resolution: Resolution | null;
}

/** Throws NotEvaluated where what the sides stand on cannot be built. */
export async function runOrders(bench: Bench): Promise<OrderProof> {
  const { base, merged, added, cure } = bench.request;
  const prove = async (heads: readonly string[]): Promise<Orders | null> => {
    const siblings = siblingsOf(merged.graph, base.graph, heads);
    if (siblings === null) return null;
    const first = await runOrder(bench, siblings, siblings.heads);
    const second = await runOrder(bench, siblings, siblings.heads.toReversed());
    return { siblings, first, verdict: compareOrders(first, second, merged.graph, new Set(added)) };
  };
  const proved: (Orders | null)[] = [];
  for (const heads of ownMerges(bench)) proved.push(await prove(heads));
  const forked = cure === null ? null : await prove(cure.heads);
  const section = orderSection([...proved, forked].flatMap((orders) => orders?.verdict ?? []));
  if (cure === null) return { section, resolution: null };

  const relation = forked === null ? null : relationOf(forked.verdict, forked.first, forked.siblings);
  const applied = await cure.apply(relation);
  // On sides that do not run by themselves a cure has nothing to stand on.
  if (forked?.first.end.kind === 'stopped') return { section, resolution: applied.resolution };
  const { resolution, words } = await tryCure(bench, applied);
  if (section.outcome === 'fail') return { section, resolution };
  const reason = [section.reason, words].filter((one) => one !== null).join('; ') || null;
  return { section: { ...section, reason }, resolution };
}

interface Orders {
  readonly siblings: Siblings;
  readonly first: OrderRun;
  readonly verdict: OrderVerdict;
}

/** What the pull request's merge revisions join. */
function ownMerges({ request, plan }: Bench): readonly (readonly string[])[] {
  const parents = plan.added.map((id) => request.merged.graph.revisions.get(id)?.downRevisions ?? []);
  return parents.filter((ids) => ids.length > 1);
}

async function runOrder(bench: Bench, { below }: Siblings, heads: readonly string[]): Promise<OrderRun> {
  const { request, ports } = bench;
  const { merged } = request;
  ports.progress(`Order: ${heads.join(' before ')}`);
  const revisions = sideBySide(merged.graph, below, heads);
  const stage = await openStageAt(bench, merged, below, 'The state below both sides');
  try {
    const { statements, stop } = await climbAsFar(stage, revisions);
    const end =
      stop === null
        ? ({ kind: 'reached', schema: await stage.world.snapshot() } as const)
        : ({ kind: 'stopped', ...stop } as const);
    return { heads, revisions, statements, end };
  } finally {
    await closeStage(stage);
  }
}
