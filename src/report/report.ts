/** The seam between computing and publishing: one plain, versioned JSON value (contracts, "Report"). */
import type { NeighbourhoodNode } from '../graph/neighbourhood.ts';
import type { Finding } from '../lint/finding.ts';
import type { Resolution } from '../remedy/resolution.ts';
import type { DatabaseProof } from '../verify/proof.ts';

export type Outcome = 'pass' | 'fail' | 'not-evaluated' | 'base-broken';

export interface ReportedRevision {
  readonly id: string;
  readonly path: string;
  readonly downRevisions: readonly string[];
  readonly dependsOn: readonly string[];
  readonly branchLabels: readonly string[];
  readonly message: string;
  readonly previousPath?: string;
}

export interface EnvironmentReport {
  readonly name: string;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly scriptLocation: string;
  readonly versionLocations: readonly string[];
  readonly heads: {
    readonly base: readonly string[];
    readonly head: readonly string[];
    readonly merged: readonly string[] | null;
  };
  readonly effectiveHeads: readonly string[];
  readonly expectedHeads: number | Readonly<Record<string, number>>;
  readonly revisions: {
    readonly added: readonly ReportedRevision[];
    readonly changed: readonly ReportedRevision[];
    readonly removed: readonly ReportedRevision[];
  };
  /** What the drawing shows; empty where nothing could be read. */
  readonly neighbourhood: readonly NeighbourhoodNode[];
  readonly resolution: Resolution | null;
  /** Whether running the migrations could show anything of this pull request: while `database` is null, it is not shown. */
  readonly provable: boolean;
  readonly database: DatabaseProof | null;
}

/** One job of a proof that is divided over a matrix. Empty texts leave the choice to the configuration, as empty inputs of the action do. */
export interface Part {
  /** Unique, and fit for the name of an artifact. */
  readonly part: string;
  readonly environment: string;
  readonly engine: string;
  /** The image's tag. */
  readonly version: string;
  readonly image: string;
}

/** What another open pull request means for this one: what becomes of this one if it lands first, or that it cures it. */
export type Forecast = {
  /** The other one. */
  readonly pullRequest: number;
  readonly environment: string;
} & (
  | { readonly kind: 're-parent'; readonly onto: readonly string[] }
  /** Both bring a file of the same name, or different files that call themselves the same. */
  | { readonly kind: 'collide'; readonly over: string }
  /** It brings a merge revision of all the heads, beside this one into its base, or into this one's own branch. */
  | { readonly kind: 'cures'; readonly revision: string; readonly into: 'base' | 'branch' }
  /** Both bring a merge revision of the same heads. */
  | { readonly kind: 'same-merge'; readonly revision: string }
);

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly version: string };
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly base: { readonly ref: string; readonly sha: string };
  readonly head: { readonly ref: string; readonly sha: string | null };
  readonly environments: readonly EnvironmentReport[];
  readonly findings: readonly Finding[];
  /** Files that an approver has approved as they are, where a finding asked for it. */
  readonly approvals: readonly { readonly path: string; readonly by: string }[];
  /** Which open pull requests would be in the way if they landed first; absent where nobody looked at them. */
  readonly forecast?: readonly Forecast[];
  /** Milliseconds by step. */
  readonly timings: Readonly<Record<string, number>>;
  /** Of `plan`: the parts in which the proof is to run. Where they are gathered, none is left. */
  readonly plan?: readonly Part[];
}
