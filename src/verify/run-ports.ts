/** What a proof is asked and what it works with. */
import type { DeployedState } from '../changes/history.ts';
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
import type { RevisionGraph } from '../graph/graph.ts';
import type { RunCommand } from '../io/command.ts';
import type { KeptStates } from '../io/kept-states.ts';
import type { DriversAhead, StartDriver } from '../io/python.ts';
import type { DatabaseServer } from '../io/server.ts';
import type { SideRelation } from '../remedy/explain.ts';
import type { Resolution } from '../remedy/resolution.ts';
import type { DatabaseProof } from './proof.ts';

export interface ProofRequest {
  readonly environment: Environment;
  readonly config: Config;
  /** Absolute directory of the user's checkout, where the project's interpreter is looked for. */
  readonly checkout: string;
  readonly base: {
    readonly graph: RevisionGraph;
    readonly heads: readonly string[];
    /** Absolute directory with the base's tree; null where the merged tree holds the base's code unchanged. */
    readonly directory: string | null;
    /** Whether the merged tree's code can stand in for the base's where that does not run: it holds the same revisions. */
    readonly replaceable?: boolean;
    /** Absolute directory whose code has the base's models; null where the merged tree has the same. */
    readonly models: string | null;
    /** Absolute directory with an export of the base; null where nothing asked for one. */
    readonly tree: string | null;
    /** null where the base's migrations make its database. */
    readonly foundation: Foundation | null;
  };
  readonly merged: { readonly graph: RevisionGraph; readonly directory: string };
  /** Whether the base state is all that is wanted, so that it is kept for those who start from it. */
  readonly keep?: boolean;
  /** Ids on the merge and not on the base's tip. */
  readonly added: readonly string[];
  /** Ids of the base's revisions with another text on the merge, for which running both decides. */
  readonly rewritten: readonly string[];
  /** Declared one-way revisions with their reasons. */
  readonly irreversible: ReadonlyMap<string, string>;
  /** What `seed:` names, as the base has it; null where rows are generated alone. */
  readonly seed: Seed | null;
  /** What `deployed:` names, in its order. */
  readonly deployed: readonly DeployedState[];
  /** The command whose result is held to the migrations; null where there is none. */
  readonly install: string | null;
  /** null where the heads are as expected. */
  readonly cure: Cure | null;
}

/** What makes the database that the base's migrations go on from. */
export type Foundation =
  /** `directory`: absolute, with an export of the base, where it is run. */
  | { readonly kind: 'command'; readonly command: string; readonly directory: string }
  /** `path`: as the configuration names it. */
  | { readonly kind: 'dump'; readonly path: string; readonly bytes: Uint8Array };

/** A file of SQL with rows; `text` is null where the base does not have it. */
export interface Seed {
  readonly path: string;
  readonly text: string | null;
}

/** The suggested way back to the expected heads, which is tried before anybody sees it. */
export interface Cure {
  /** The heads that it joins. */
  readonly heads: readonly string[];
  /** Writes it into the merged tree's directory, which nothing else uses from then on; `sides` is what running them showed. */
  apply(sides: SideRelation | null): Promise<AppliedCure>;
}

export interface AppliedCure {
  readonly resolution: Resolution;
  /** What was written and leads to which history; null where nothing could be. */
  readonly tried: null | { readonly kind: Resolution['recommended']; readonly graph: RevisionGraph };
}

export interface ProofPorts {
  readonly server: DatabaseServer;
  readonly startDriver: StartDriver;
  /** Absent: drivers start when they are asked for. */
  readonly startAhead?: DriversAhead['ahead'];
  readonly runCommand: RunCommand;
  /** Milliseconds, of any epoch. */
  now(): number;
  /** One line per step for people who watch. */
  progress(line: string): void;
  /** Base states of earlier runs; absent: nothing is read or kept. */
  readonly kept?: KeptBase;
}

export interface KeptBase {
  readonly states: KeptStates;
  /** Everything outside of the server that decides how the base state turns out. */
  readonly made: readonly string[];
  /** A fact worth keeping: an entry that is not used, and why. */
  note(line: string): void;
}

export type ProofResult =
  | {
      readonly kind: 'proved';
      readonly proof: DatabaseProof;
      /** The cure as the proof leaves it: its parents in the order that is needed, refused if it did not run. null: not tried. */
      readonly resolution: Resolution | null;
    }
  | { readonly kind: 'not-evaluated'; readonly reason: string };
