/** Takes each new revision up, down and up again on a real server, with a picture of the schema after every step. */
import type { Databases } from '../schema/diff.ts';
import { diffDatabases } from '../schema/diff.ts';
import type { ProofStep } from '../proof.ts';
import { lostOnRollback } from '../rollback.ts';
import type { Trip } from './round-trip.ts';
import { closeStage, openStage, type Bench } from '../run-stage.ts';
import { climb, move, NotEvaluated, type Stage } from '../run-steps.ts';

export interface RoundTrips {
  readonly trips: readonly Trip[];
  /** New revisions that had no turn because one before them failed. */
  readonly unreached: readonly string[];
  /** The topmost revision that is declared irreversible: no rollback goes below it. */
  readonly floor: string | null;
  /** What a rollback from the top loses; null where there is nothing to roll back, or the top was not reached. */
  readonly lost: readonly string[] | null;
  /** The base's schema. */
  readonly base: Databases;
}

/** Throws NotEvaluated where nothing can be said; once a revision has failed, what follows is merely unreached. */
export async function runRoundTrips(bench: Bench): Promise<RoundTrips> {
  const { plan, request } = bench;
  const trips: Trip[] = [];
  let stage = await openStage(bench);
  let base: Databases = new Map();
  try {
    base = await stage.world.snapshot();
    let below = base;
    let floor: string | null = null;
    let before = below;
    for (const [index, revision] of plan.added.entries()) {
      const irreversible = request.irreversible.get(revision) ?? null;
      const { trip, reached } = await roundTrip(bench, stage, revision, before, irreversible);
      trips.push(trip);
      if (reached === null) return { trips, unreached: plan.added.slice(index + 1), floor, lost: null, base };
      before = reached;
      if (irreversible !== null) [floor, below] = [revision, reached];
      if (hasFailed(trip) && index < plan.added.length - 1) {
        // What a failed step left behind is a state that no deployment has: the next revision starts from a clean one.
        await closeStage(stage);
        stage = await openStage(bench);
        await climb(stage, plan.added.slice(0, index + 1), 'The state below the next revision');
      }
    }
    const lost = floor === plan.added.at(-1) ? null : lostOnRollback(below, before);
    return { trips, unreached: [], floor, lost: plan.added.length === 0 ? null : lost, base };
  } catch (error) {
    if (!(error instanceof NotEvaluated) || !trips.some(hasFailed)) throw error;
    return { trips, unreached: plan.added.slice(trips.length), floor: null, lost: null, base };
  } finally {
    await closeStage(stage);
  }
}

interface RoundTrip {
  readonly trip: Trip;
  /** The schema with the revision applied; null where its upgrade failed. */
  readonly reached: Databases | null;
}

async function roundTrip(
  { ports, plan }: Bench,
  stage: Stage,
  revision: string,
  before: Databases,
  irreversible: string | null,
): Promise<RoundTrip> {
  const steps: ProofStep[] = [];
  const path = stage.graph.revisions.get(revision)?.path ?? null;
  const start: Trip = {
    revision,
    path,
    downgradeLine: null,
    steps,
    returned: [],
    repeated: [],
    irreversible,
  };
  const take = async (direction: ProofStep['direction']) => {
    const moved = await move(stage, revision, direction);
    steps.push(moved.step);
    const turn = `${plan.added.indexOf(revision) + 1}/${plan.added.length}`;
    ports.progress(
      `${turn} ${revision} ${direction}: ${moved.step.outcome}, ${Math.round(moved.step.durationMs)} ms`,
    );
    return moved;
  };

  const up = await take('upgrade');
  if (up.step.outcome !== 'pass') return { trip: start, reached: null };
  const first = await stage.world.snapshot();
  if (irreversible !== null) return { trip: start, reached: first };

  const down = await take('downgrade');
  const afterDowngrade = { ...start, downgradeLine: down.line };
  if (down.step.outcome !== 'pass') return { trip: afterDowngrade, reached: first };
  const returned = diffDatabases(before, await stage.world.snapshot());

  const again = await take('upgrade-again');
  if (again.step.outcome !== 'pass') return { trip: { ...afterDowngrade, returned }, reached: first };
  const second = await stage.world.snapshot();
  return { trip: { ...afterDowngrade, returned, repeated: diffDatabases(first, second) }, reached: second };
}

function hasFailed(trip: Trip): boolean {
  return trip.steps.some(({ outcome }) => outcome !== 'pass');
}
