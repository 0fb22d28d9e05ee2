/** Proves new revisions on a throwaway server: builds the base state, then takes each revision up, down and up again. */
import { planProofs, rollbackTarget, type Plan } from './plan.ts';
import type { DatabaseProof } from './proof.ts';
import { roundTripSection } from './round-trip.ts';
import type { ProofPorts, ProofRequest, ProofResult } from './run-ports.ts';
import { runRoundTrips } from './run-round-trip.ts';
import { NotEvaluated } from './run-steps.ts';

/**
 * Everything that was created on the server is gone when it returns. What a migration does wrong is in the proof;
 * what prevents a proof is a reason. Rejects only when the server itself fails us.
 */
export async function runProofs(request: ProofRequest, ports: ProofPorts): Promise<ProofResult> {
  const plan = planProofs(request.base, request.merged.graph, request.added);
  try {
    return { kind: 'proved', proof: await prove(request, ports, plan) };
  } catch (error) {
    if (error instanceof NotEvaluated) return { kind: 'not-evaluated', reason: error.message };
    throw error;
  }
}

async function prove(request: ProofRequest, ports: ProofPorts, plan: Plan): Promise<DatabaseProof> {
  const { server } = ports;
  const { step, total } = request.config.timeouts;
  const end = ports.now() + total * 1000;
  const limits = { stepMs: step * 1000, remainingMs: () => end - ports.now() };
  const facts = {
    engine: server.product,
    version: server.version,
    source: server.source,
    declaredVersion: request.config.server.version ?? null,
  };
  if (request.config.proofs['round-trip'] === false) {
    const off = {
      name: 'round-trip',
      outcome: 'off',
      reason: 'switched off in `proofs:`',
      differences: [],
    } as const;
    return { ...facts, steps: [], proofs: [off], rollback: null };
  }
  const { trips, unreached, floor, lost } = await runRoundTrips({ request, ports, plan, limits });
  const target = floor ?? rollbackTarget(plan, request.merged.graph);
  return {
    ...facts,
    steps: trips.flatMap(({ steps }) => steps),
    proofs: [roundTripSection(trips, unreached, plan.passedOver)],
    rollback: lost === null ? null : { target, loses: lost },
  };
}
