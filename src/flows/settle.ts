/** One pull request's verdict, valid for its head and for the tip of its base at the moment it is given. */
import type { GitHub, PullRequest } from '../io/github.ts';
import { adoptProofs } from '../publish/adopt.ts';
import type { CommitStatus } from '../publish/existing.ts';
import type { RunReport } from '../publish/run-report.ts';
import { verdictStatus } from '../publish/status.ts';
import type { Judge, Judgement } from './question.ts';

/** How often a base may move under us before its own push is left to bring the verdict. */
const ROUNDS = 3;

/** What a run of the gate reported, and the file of its workflow. */
export interface RunProof {
  readonly report: RunReport;
  readonly workflow: string;
}

export interface Verdict extends Pick<Judgement, 'report' | 'config' | 'headTree' | 'mergedTree'> {
  readonly kind: 'verdict';
  readonly pull: PullRequest;
  readonly status: CommitStatus;
  readonly note: string | null;
}

export type Settled =
  | Verdict
  /** The head moved or the pull request was closed: this commit's verdict is nobody's any more. */
  | { readonly kind: 'gone'; readonly note: string }
  /** The base never stood still: unknown, so not green. */
  | { readonly kind: 'restless'; readonly status: CommitStatus; readonly note: string };

export interface SettlePorts {
  readonly github: Pick<GitHub, 'pullRequest' | 'branch'>;
  readonly judge: Judge;
}

/** Judges until the base is the same before and after; takes the run's proof if its workflow is one of the base's. */
export async function settle(
  pull: PullRequest,
  proof: RunProof | null,
  { github, judge }: SettlePorts,
): Promise<Settled> {
  const { number, base, head } = pull;
  for (let round = 0; round < ROUNDS; round += 1) {
    const judgement = await judge({
      pullRequest: number,
      base: base.ref,
      head: head.sha,
      proof: proof?.report ?? null,
    });
    const [now, branch] = await Promise.all([github.pullRequest(number), github.branch(base.ref)]);
    if (!now.open || now.head.sha !== head.sha || now.base.ref !== base.ref) {
      return {
        kind: 'gone',
        note: `#${number} moved while it was judged: the next event brings its verdict`,
      };
    }
    if (branch?.sha === judgement.report.base.sha)
      return { kind: 'verdict', pull, ...verdictOf(base.ref, judgement, proof) };
  }
  const description = `${base.ref} keeps moving: its next push brings the verdict`;
  return { kind: 'restless', status: { state: 'pending', description }, note: description };
}

/** The static judgement, completed by a proof that the base's own workflow made. */
export function verdictOf(
  base: string,
  { report, config, baseTree, headTree, mergedTree }: Judgement,
  proof: RunProof | null,
): Omit<Verdict, 'kind' | 'pull'> {
  const trusted = proof !== null && baseTree.entries.has(proof.workflow);
  const judged = trusted ? adoptProofs(report, proof.report) : report;
  const note =
    proof === null || trusted ? null : `${proof.workflow} is not on ${base}: its proof does not count`;
  const status = verdictStatus(judged, base, config.database !== 'none');
  return { config, headTree, mergedTree, report: judged, status, note };
}
