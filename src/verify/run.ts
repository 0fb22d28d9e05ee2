/** Proves new revisions on a throwaway server: each up, down and up again, then sides that meet in both orders. */
import type { ProofName } from '../config/config.ts';
import { planProofs, rollbackTarget } from './plan.ts';
import { unbuiltSections } from './beyond.ts';
import type { DatabaseProof, ProofSection } from './proof.ts';
import { roundTripSection } from './round-trip.ts';
import type { ProofPorts, ProofRequest, ProofResult } from './run-ports.ts';
import { runOrders, type OrderProof } from './run-order.ts';
import { runRoundTrips } from './run-round-trip.ts';
import type { Bench } from './run-stage.ts';
import { NotEvaluated } from './run-steps.ts';

/**
 * Everything that was created on the server is gone when it returns. What a migration does wrong is in the proof;
 * what prevents a proof is a reason. Rejects only when the server itself fails us.
 */
export async function runProofs(request: ProofRequest, ports: ProofPorts): Promise<ProofResult> {
  const plan = planProofs(request.base, request.merged.graph, request.added);
  const { step, total } = request.config.timeouts;
  const end = ports.now() + total * 1000;
  const limits = { stepMs: step * 1000, remainingMs: () => end - ports.now() };
  const bench: Bench = { request, ports, plan, limits };
  try {
    const { steps, section, rollback } = await proveRoundTrips(bench);
    const order = await proveOrder(bench);
    const { product: engine, version, source } = ports.server;
    const declaredVersion = request.config.server.version ?? null;
    const proofs = [section, order.section, ...unbuiltSections];
    return {
      kind: 'proved',
      proof: { engine, version, source, declaredVersion, steps, proofs, rollback },
      resolution: order.resolution,
    };
  } catch (error) {
    if (error instanceof NotEvaluated) return { kind: 'not-evaluated', reason: error.message };
    throw error;
  }
}

interface RoundTripProof extends Pick<DatabaseProof, 'steps' | 'rollback'> {
  readonly section: ProofSection;
}

async function proveRoundTrips(bench: Bench): Promise<RoundTripProof> {
  const { request, plan } = bench;
  if (isOff(bench, 'round-trip')) return { steps: [], section: switchedOff('round-trip'), rollback: null };
  const { trips, unreached, floor, lost } = await runRoundTrips(bench);
  const target = floor ?? rollbackTarget(plan, request.merged.graph);
  return {
    steps: trips.flatMap(({ steps }) => steps),
    section: roundTripSection(trips, unreached, plan.passedOver),
    rollback: lost === null ? null : { target, loses: lost },
  };
}

/** What it finds is added to a round trip that was had, so what prevents it spoils only its own section. */
async function proveOrder(bench: Bench): Promise<OrderProof> {
  if (isOff(bench, 'order')) return { section: switchedOff('order'), resolution: null };
  try {
    return await runOrders(bench);
  } catch (error) {
    if (!(error instanceof NotEvaluated)) throw error;
    const section = {
      name: 'order',
      outcome: 'not-evaluated',
      reason: error.message,
      differences: [],
    } as const;
    return { section, resolution: null };
  }
}

const isOff = ({ request }: Bench, name: ProofName): boolean => request.config.proofs[name] === false;

const switchedOff = (name: ProofName): ProofSection => ({
  name,
  outcome: 'off',
  reason: 'switched off in `proofs:`',
  differences: [],
});
