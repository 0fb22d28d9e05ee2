/** The proofs beside the round trip and the order of sides, in the order in which they run and are reported. */
import type { ProofName } from '../config/config.ts';
import type { ProofSection, ProofStep } from './proof.ts';
import { proveDrift } from './drift/run-drift.ts';
import { proveFreshInstall } from './fresh-install/run-fresh-install.ts';
import { proveInterruption } from './interruption/run-interruption.ts';
import { proveLockClass } from './lock-class/run-lock-class.ts';
import { proveOldCode } from './old-code/run-old-code.ts';
import { proveRows } from './rows/run-proof.ts';
import type { Bench } from './run-stage.ts';
import { proveStartStates } from './start-states/run-start-states.ts';
import { proveTwoDeployers } from './two-deployers/run-two-deployers.ts';

export interface Proved {
  readonly section: ProofSection;
  /** The steps, where the proof learned something of their statements; absent: as they were. */
  readonly steps?: readonly ProofStep[];
}

/** `steps` are those of the round trip, none where it is switched off. Throws NotEvaluated with what prevents it. */
export type Prove = (bench: Bench, steps: readonly ProofStep[]) => Promise<Proved>;

export const OTHER_PROOFS: readonly (readonly [ProofName, Prove])[] = [
  ['rows', proveRows],
  ['old-code', proveOldCode],
  ['lock-class', proveLockClass],
  ['interruption', proveInterruption],
  ['drift', proveDrift],
  ['start-states', proveStartStates],
  ['fresh-install', proveFreshInstall],
  ['two-deployers', proveTwoDeployers],
];

/** Whether the configuration says so; the profile's defaults are in it. */
export const isOff = ({ request }: Bench, name: ProofName): boolean => request.config.proofs[name] === false;

export const switchedOff = (name: ProofName): ProofSection => ({
  name,
  outcome: 'off',
  reason: 'switched off by `proofs:`, or not on by default',
  differences: [],
});

export const notApplicable = (name: ProofName, reason: string): ProofSection => ({
  name,
  outcome: 'not-applicable',
  reason,
  differences: [],
});

export const notEvaluated = (name: ProofName, reason: string): ProofSection => ({
  name,
  outcome: 'not-evaluated',
  reason,
  differences: [],
});
