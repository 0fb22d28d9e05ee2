/** What is compared, and what the comparison says: one environment's history on the base, the head and their merge. */
import type { ExpectedHeads } from '../config/environment.ts';
import type { GraphProblem, RevisionGraph } from '../graph/graph.ts';
import type { Revision } from '../revision/revision.ts';
import type { HistoryProblem } from './problem.ts';

/** One environment in one tree. */
export interface HistorySide {
  readonly graph: RevisionGraph;
  /** In load order; two files may have one id. */
  readonly revisions: readonly Revision[];
  /** Blob id by path: equal ids are equal bytes. */
  readonly oids: ReadonlyMap<string, string>;
  /** Files that gave no revision: they are there, so nothing was deleted. */
  readonly unread: readonly { readonly path: string }[];
  /** By path, where somebody computed it: equal means the same Python syntax tree, comments and layout aside. */
  readonly fingerprints?: ReadonlyMap<string, string>;
}

/** A branch on which a revision counts as merged. */
export interface Trunk {
  readonly name: string;
  readonly graph: RevisionGraph;
}

export interface HistoryInput {
  /** The base's tip, and its name for messages. */
  readonly base: HistorySide & { readonly name: string };
  /** Where both sides parted; null where they share no history. Only asked where `merged` is null. */
  readonly mergeBase: HistorySide | null;
  readonly head: HistorySide;
  /** The would-be merge; null where versions conflict, which leaves the heads unjudged. */
  readonly merged: HistorySide | null;
  readonly expected: ExpectedHeads;
  /** Whether the base is a trunk itself; the base of a stacked pull request is not. */
  readonly baseIsTrunk: boolean;
  /** The other trunks. */
  readonly trunks: readonly Trunk[];
  readonly squash: readonly Squash[];
  /** Where databases stand; empty means that nobody declared any. */
  readonly deployed: readonly DeployedState[];
}

/** A state that databases out there are in. */
export interface DeployedState {
  /** As the configuration writes it: a revision or a tag. */
  readonly name: string;
  /** Its revisions; empty where the name stands for nothing. */
  readonly heads: readonly string[];
}

/** Declared in the configuration: everything below `at` is gone, and `at` is the new first revision. */
export interface Squash {
  readonly replaces: readonly string[];
  readonly at: string;
}

/** One revision on both sides whose text or path differs. */
export interface ChangedRevision {
  readonly before: Revision;
  readonly after: Revision;
  /** Whether only comments, layout or the file's name differ; false where nobody computed fingerprints. */
  readonly sameTree: boolean;
}

export interface HistoryChanges {
  /** On the merge and not on the base's tip, in load order. */
  readonly added: readonly Revision[];
  readonly changed: readonly ChangedRevision[];
  /** On the base's tip and not on the merge. */
  readonly removed: readonly Revision[];
  /** Those of `added` that are on no trunk, in upgrade order: what this pull request really brings. */
  readonly fresh: readonly string[];
  /** Those of `added` that landed on another trunk already: a back-merge, not new work. */
  readonly landedElsewhere: readonly { readonly trunk: string; readonly revisions: readonly string[] }[];
  readonly problems: readonly HistoryProblem[];
  /** Faults of the merge's graph; `inherited` ones were on the base already and are neither caused nor cured here. */
  readonly graphProblems: readonly { readonly problem: GraphProblem; readonly inherited: boolean }[];
}
