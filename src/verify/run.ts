/** Proves new revisions on a throwaway server: each up, down and up again, then everything else that is switched on. */
import type { ProofName } from '../config/config.ts';
import { cureOf, otherVersion } from './declared-version.ts';
import { lacking } from './engine-limits.ts';
import { endsInMerge, rollbackTarget, planProofs } from './plan.ts';
import type { KnownColumn } from '../lint/before.ts';
import type { DatabaseProof, ProofSection, ProofStep } from './proof.ts';
import { baseColumns } from './old-code/base-columns.ts';
import { roundTripSection } from './round-trip/round-trip.ts';
import type { ProofPorts, ProofRequest, ProofResult } from './run-ports.ts';
import { runOrders } from './order/run-order.ts';
import { runRoundTrips } from './round-trip/run-round-trip.ts';
import { proveRewrites } from './run-rewrites.ts';
import { isOff, notApplicable, notEvaluated, OTHER_PROOFS, switchedOff, type Proved } from './run-proofs.ts';
import { openBase, type Bench } from './run-stage.ts';
import { States } from './base-state/run-states.ts';
import { NotEvaluated } from './run-steps.ts';

/**
 * Everything that was created on the server is gone when it returns. What a migration does wrong is in the proof;
 * what prevents a proof is a reason. Rejects only when the server itself fails us.
 */
export async function runProofs(request: ProofRequest, ports: ProofPorts): Promise<ProofResult> {
  const other = otherVersionOf(request, ports);
  if (other !== null && request.config.profile === 'strict')
    return { kind: 'not-evaluated', reason: `${other} ${cureOf(request.config)}` };
  const plan = planProofs(request.base, request.merged.graph, request.added);
  const { step, total } = request.config.timeouts;
  const end = ports.now() + total * 1000;
  const limits = { stepMs: step * 1000, remainingMs: () => end - ports.now() };
  await using states = new States({
    oneName: request.config.server.databaseName !== undefined && ports.server.source !== 'service',
    oneUse: isRoundTripAlone(request),
    say: (line) => ports.progress(line),
  });
  const bench: Bench = { request, ports, plan, limits, states };
  try {
    if (request.keep === true) return await keepBase(bench);
    const trips = await proveRoundTrips(bench);
    const others = await proveOthers(bench, trips.steps);
    const rewrites = await proveRewrites(bench);
    const order = await guarded(bench, 'order', () => runOrders(bench));
    const { product: engine, version, source } = ports.server;
    const declaredVersion = request.config.server.version ?? null;
    const proofs = [trips.section, ...others.sections, order.section];
    return {
      kind: 'proved',
      proof: {
        engine,
        version,
        source,
        declaredVersion,
        ...declaredEngineOf(request),
        steps: others.steps,
        proofs,
        ...(trips.before.length === 0 ? {} : { before: trips.before }),
        ...(rewrites.length === 0 ? {} : { rewrites }),
        rollback: trips.rollback,
      },
      resolution: order.resolution ?? null,
    };
  } catch (error) {
    if (error instanceof NotEvaluated) return { kind: 'not-evaluated', reason: error.message };
    throw error;
  }
}

/** Nothing is proved: the state that others start from is made, and kept on the way. */
async function keepBase(bench: Bench): Promise<ProofResult> {
  const { product: engine, version, source } = bench.ports.server;
  await (await openBase(bench))[Symbol.asyncDispose]();
  const proof = { engine, version, source, declaredVersion: null, steps: [], proofs: [], rollback: null };
  return { kind: 'proved', proof, resolution: null };
}

function isRoundTripAlone({ config, rewritten }: ProofRequest): boolean {
  const others = Object.entries(config.proofs).filter(([name, value]) => name !== 'round-trip' && value);
  return others.length === 0 && rewritten.length === 0;
}

function otherVersionOf({ config }: ProofRequest, { server }: ProofPorts): string | null {
  const declaredVersion = config.server.version ?? null;
  return otherVersion({
    engine: server.product,
    version: server.version,
    declaredVersion,
    ...declaredEngineOf({ config }),
  });
}

const declaredEngineOf = ({
  config: { declaredEngine },
}: Pick<ProofRequest, 'config'>): Pick<DatabaseProof, 'declaredEngine'> =>
  declaredEngine === undefined ? {} : { declaredEngine };

interface RoundTripProof extends Pick<DatabaseProof, 'steps' | 'rollback'> {
  readonly before: readonly KnownColumn[];
  readonly section: ProofSection;
}

async function proveRoundTrips(bench: Bench): Promise<RoundTripProof> {
  const { request, plan } = bench;
  if (isOff(bench, 'round-trip'))
    return { steps: [], section: switchedOff('round-trip'), rollback: null, before: [] };
  const { trips, unreached, floor, lost, base } = await runRoundTrips(bench);
  const target = floor ?? rollbackTarget(plan, request.merged.graph);
  const steps = trips.flatMap((trip) => trip.steps);
  return {
    steps,
    before: baseColumns(base, steps),
    section: roundTripSection(trips, unreached, plan.passedOver),
    rollback:
      lost === null
        ? null
        : { target, loses: lost, ...(endsInMerge(plan, request.merged.graph) ? { fromMerge: true } : {}) },
  };
}

/** A cure is written into the merged tree by the proof of the order, so that one comes after all of these. */
async function proveOthers(
  bench: Bench,
  tripped: readonly ProofStep[],
): Promise<{ readonly sections: readonly ProofSection[]; readonly steps: readonly ProofStep[] }> {
  const sections: ProofSection[] = [];
  let steps = tripped;
  for (const [name, prove] of OTHER_PROOFS) {
    const proved = await guarded<Proved>(bench, name, () => prove(bench, steps));
    sections.push(proved.section);
    steps = proved.steps ?? steps;
  }
  return { sections, steps };
}

/** What they find is added to a round trip that was had, so what prevents one spoils only its own section. */
async function guarded<T extends { readonly section: ProofSection }>(
  bench: Bench,
  name: ProofName,
  prove: () => Promise<T>,
): Promise<T | { readonly section: ProofSection; readonly steps?: never; readonly resolution?: never }> {
  if (isOff(bench, name)) return { section: switchedOff(name) };
  const lack = lacking(bench.ports.server.engine, name);
  if (lack !== null) return { section: notApplicable(name, lack) };
  try {
    return await prove();
  } catch (error) {
    if (!(error instanceof NotEvaluated)) throw error;
    return { section: notEvaluated(name, error.message) };
  }
}
