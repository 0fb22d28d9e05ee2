/** The question that the bot asks about a pull request, and its answer: judged as data, with nothing of it run. */
import type { Config } from '../config/config.ts';
import { notEvaluatedReport } from '../report/compose.ts';
import { proofFor } from '../publish/adopt.ts';
import type { RunReport } from '../publish/run-report.ts';
import type { Report } from '../report/report.ts';
import type { Tree } from '../tree/tree.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { AskApprovals } from './approvals.ts';
import { check, type CheckPorts } from './check.ts';
import { judgingConfiguration, judgingConfigurationOf } from './judge-configuration.ts';
import type { ReportedProof } from './reported.ts';
import { resolveSides } from './sides.ts';

export interface Question {
  /** null where `head` is no pull request's: a merge group's commit, or the base's own. */
  readonly pullRequest: number | null;
  /** Name of the branch it goes to; its tip now is the base. */
  readonly base: string;
  /** Of a merge group: the commit it stands on, which is the base then; `head` is the group's. */
  readonly onto?: string;
  /** The commit to judge: what GitHub calls the pull request's head, or the question is not answered. */
  readonly head: string;
  /** For a merge revision; null to compose one. */
  readonly message?: string | null;
  /** What a run of the gate reported; it can only add to what is found. */
  readonly proof?: RunReport | null;
}

/** What of a question this repository answers, and whom to ask about approvals. */
export interface DataQuestion extends Pick<Question, 'head' | 'base' | 'onto' | 'message' | 'proof'> {
  readonly approvals?: AskApprovals;
}

export interface Judgement {
  readonly report: Report;
  /** The base's. */
  readonly config: Config;
  readonly baseTree: Tree;
  readonly headTree: Tree;
  /** What would land: lines of the report are its lines. */
  readonly mergedTree: Tree;
}

/** Rejects where the two commits cannot be had; whatever is wrong with what they hold is a report. */
export type Judge = (question: Question) => Promise<Judgement>;

/** The base's configuration judges, as for every pull request. */
const BASES = { file: null, inputs: {}, flags: {}, locations: {} };
const STATIC = { ...BASES, flags: { database: 'none' } };

/** Answers over a repository that has both refs. A base that cannot be judged by is `not-evaluated`, never silence. */
export async function judgeAsData(
  question: DataQuestion,
  ports: CheckPorts,
  version: string,
): Promise<Judgement> {
  const { base, onto, head, message = null, proof = null, approvals } = question;
  const request = {
    base,
    ...(onto === undefined ? {} : { onto }),
    head,
    fetch: false,
    runCode: false,
    version,
  };
  const sides = await resolveSides(request, ports.repository, ports.log);
  const trees = { baseTree: sides.base.tree, headTree: sides.head.tree, mergedTree: sides.merged.tree };
  try {
    const { config } = await judgingConfiguration(BASES, sides);
    const reported: ReportedProof = (environment) => (proof === null ? null : proofFor(environment, proof));
    const asking = approvals === undefined ? {} : { approvals };
    const wish = { message };
    const report = await check({ ...request, ...asking, configuration: STATIC, wish, reported }, ports);
    return { ...trees, config, report };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const report = notEvaluatedReport(error.message, {
      version,
      base: sides.base,
      head: { ref: head, sha: sides.head.sha },
    });
    return { ...trees, config: judgingConfigurationOf(BASES), report };
  }
}
