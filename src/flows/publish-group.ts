/** A merge queue's group: its commit is what would land, so its own tree is judged and the verdict is that commit's. */
import { readMergeGroup, type MergeGroup } from '../event/merge-group.ts';
import type { PublishTask } from '../event/task.ts';
import type { GitHub } from '../io/github.ts';
import { applyWrites } from '../publish/apply.ts';
import type { CommitStatus } from '../publish/existing.ts';
import { groupBody, isTold } from '../publish/replies.ts';
import { notEvaluatedStatus, planStatus, VERDICT_CONTEXT } from '../publish/status.ts';
import type { Report } from '../report/report.ts';
import { headline } from '../report/headline.ts';
import { UsageError } from '../tree/usage-error.ts';
import { proofOn, type Published, type PublishPorts } from './publish.ts';
import { verdictOf } from './settle.ts';

/** The queue waits for the status and takes out whatever is not green; nothing comes after the group's own run. */
export async function publishGroup({ run }: PublishTask, ports: PublishPorts): Promise<Published> {
  const named = readMergeGroup(run.branch);
  if (named === null)
    return {
      notes: [`${run.branch} is no merge queue's branch`],
      failures: [],
      reports: [],
      commentUrl: null,
    };
  const { github } = ports;
  const group = await placeInQueue(named, run.headSha, github);
  const { status, report, notes } = await judgeGroup(group, run.headSha, ports);
  const [me, newest] = await Promise.all([github.me(), github.status(run.headSha, VERDICT_CONTEXT)]);
  const written = await applyWrites(planStatus(run.headSha, status, newest, me), github);
  // What was broken below it already is told to whoever broke it, and this one's group is built anew.
  const guilty = report !== null && report.outcome !== 'base-broken' && status.state !== 'success';
  const told = guilty ? await tell(group, run.headSha, report, github) : [];
  return {
    notes: [...notes, `#${group.pullRequest} in the queue of ${group.base}: ${status.description}`],
    failures: [...written.failures, ...told],
    reports: report === null ? [] : [report],
    commentUrl: null,
  };
}

interface PlacedGroup extends MergeGroup {
  /** The pull request that it stands on; null where it is the base's tip, or nobody knows. */
  readonly above: number | null;
}

/** Who is who as the queue itself says; the branch's name serves where an entry has left the queue already. */
async function placeInQueue(named: MergeGroup, head: string, github: GitHub): Promise<PlacedGroup> {
  const entries = await github.queue(named.base).catch(() => []);
  const own = entries.find((entry) => entry.head === head);
  const below = entries.find((entry) => entry.head === named.onto);
  return {
    ...named,
    pullRequest: own?.pullRequest ?? named.pullRequest,
    above: below?.pullRequest ?? null,
  };
}

interface Judged {
  readonly status: CommitStatus;
  /** null where nothing could be judged. */
  readonly report: Report | null;
  readonly notes: readonly string[];
}

/** Against what it stands on, and with the approvals of the pull request that it adds. */
async function judgeGroup(
  { base, onto, pullRequest }: MergeGroup,
  head: string,
  { github, judge }: PublishPorts,
): Promise<Judged> {
  try {
    const proof = await proofOn(head, github);
    const judgement = await judge({ pullRequest, base, onto, head, proof: proof?.report ?? null });
    const { report, status, note } = verdictOf(base, judgement, proof);
    const lacking = note ?? 'the run of the gate left no proof on a database for this commit';
    return {
      report,
      status: status.state === 'pending' ? notEvaluatedStatus(lacking) : status,
      notes: note === null ? [] : [note],
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const reason = error instanceof UsageError ? why : 'the gate could not judge this commit';
    return { report: null, status: notEvaluatedStatus(reason), notes: [why] };
  }
}

/** Failures only: an edit later notifies nobody, so the word is a comment of its own, once for each group. */
async function tell(
  { base, pullRequest, above }: PlacedGroup,
  head: string,
  report: Report,
  github: GitHub,
): Promise<readonly string[]> {
  try {
    const [me, comments] = await Promise.all([github.me(), github.comments(pullRequest)]);
    if (isTold(head, comments, me)) return [];
    const body = groupBody(head, base, headline(report), above);
    return (await applyWrites([{ kind: 'create-comment', pullRequest, body }], github)).failures;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
