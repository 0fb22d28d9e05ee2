/** The question that the bot asks about a pull request, and what it needs of the answer. */
import type { Config } from '../config/config.ts';
import type { Report } from '../report/report.ts';
import type { Tree } from '../tree/tree.ts';

export interface Question {
  readonly pullRequest: number;
  /** Name of the branch it goes to; its tip now is the base. */
  readonly base: string;
  /** The commit to judge: what GitHub calls the pull request's head, or the question is not answered. */
  readonly head: string;
  /** For a merge revision; null to compose one. */
  readonly message?: string | null;
}

export interface Judgement {
  /** Static: nothing of the pull request was run. */
  readonly report: Report;
  /** The base's. */
  readonly config: Config;
  readonly baseTree: Tree;
  readonly headTree: Tree;
}

/** Rejects with a UsageError where the question cannot be answered. */
export type Judge = (question: Question) => Promise<Judgement>;
