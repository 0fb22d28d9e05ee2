/** The bot's half of a check: judge again without running anything, take the run's proof, make GitHub say so. */
import type { PublishTask } from '../event/task.ts';
import type { GitHub, PullRequest } from '../io/github.ts';
import { adoptProofs } from '../publish/adopt.ts';
import { applyWrites } from '../publish/apply.ts';
import { planPublication, type Existing } from '../publish/plan.ts';
import { readRunReport, type RunReport } from '../publish/run-report.ts';
import { VERDICT_CONTEXT, verdictStatus, worstStatus } from '../publish/status.ts';
import { stickiesAmong, type WantedSticky } from '../publish/sticky.ts';
import type { CommitStatus } from '../publish/existing.ts';
import { fitMarkdown } from '../report/fit.ts';
import type { Report } from '../report/report.ts';
import { untouched } from '../report/words.ts';
import type { Judge, Judgement } from './question.ts';

export const REPORT_ARTIFACT = 'alembic-gate-report';
/** How often a base may move under us before its own push is left to bring the verdict. */
const ROUNDS = 3;
/** What the marker and a note take of GitHub's limit. */
const STICKY_ROOM = 400;
const UNPROVED =
  '⏳ **Not proved yet.** This is what can be judged without running a migration; the proof on a database comes with the run of the gate.\n\n';

export interface PublishPorts {
  readonly github: GitHub;
  readonly judge: Judge;
}

export interface Published {
  /** Sentences for the log. */
  readonly notes: readonly string[];
  /** One sentence for each write that GitHub refused. */
  readonly failures: readonly string[];
  readonly reports: readonly Report[];
  /** Of the first sticky comment; null where no pull request has one. */
  readonly commentUrl: string | null;
}

/** A gate run has ended: its pull requests are the open ones whose head it ran for, whatever the run says of itself. */
export async function publishRun({ run }: PublishTask, ports: PublishPorts): Promise<Published> {
  const pulls = (await ports.github.openPullRequests()).filter(({ head }) => head.sha === run.headSha);
  if (pulls.length === 0) {
    const notes = [`no open pull request has the head ${run.headSha} any more`];
    return { notes, failures: [], reports: [], commentUrl: null };
  }
  const own = await proofOf(run.id, run.headSha, ports.github);
  // A run that ended without a proof must not undo what an earlier run on the same commit has shown.
  const { proof, path } =
    own.proof === null ? await proofOn(run.headSha, ports.github) : { ...own, path: run.path };
  const published = await publishPullRequests(pulls, proof, path, ports);
  return { ...published, notes: [own.note, ...published.notes] };
}

/** The newest proof that a run on the commit left, with the file of its workflow. */
export async function proofOn(
  sha: string,
  github: GitHub,
): Promise<{ readonly proof: RunReport | null; readonly path: string }> {
  for (const run of await github.runsOn(sha)) {
    const { proof } = await proofOf(run.id, sha, github);
    if (proof !== null) return { proof, path: run.path };
  }
  return { proof: null, path: '' };
}

async function proofOf(
  runId: number,
  headSha: string,
  github: GitHub,
): Promise<{ proof: RunReport | null; note: string }> {
  try {
    const bytes = await github.artifact(runId, REPORT_ARTIFACT);
    if (bytes === null) return { proof: null, note: `run ${runId} left no artifact ${REPORT_ARTIFACT}` };
    const report = readRunReport(bytes, headSha);
    return typeof report === 'string'
      ? { proof: null, note: report }
      : { proof: report, note: `report taken from run ${runId}` };
  } catch (error) {
    return { proof: null, note: error instanceof Error ? error.message : String(error) };
  }
}

interface Verdict extends Pick<Judgement, 'report' | 'config'> {
  readonly pull: PullRequest;
  readonly status: CommitStatus;
}

/** Judges pull requests that share one head and writes comments and the status; the worst verdict is the commit's. */
export async function publishPullRequests(
  pulls: readonly PullRequest[],
  proof: RunReport | null,
  workflow: string,
  { github, judge }: PublishPorts,
): Promise<Published> {
  const notes: string[] = [];
  const verdicts: Verdict[] = [];
  const restless: CommitStatus[] = [];
  for (const pull of pulls) {
    const settled = await judgeSettled(pull, { github, judge });
    if (settled === 'gone') {
      notes.push(`#${pull.number} moved while it was judged: the next event brings its verdict`);
    } else if (settled === 'restless') {
      restless.push({
        state: 'pending',
        description: `${pull.base.ref} keeps moving: its next push brings the verdict`,
      });
    } else {
      const trusted = proof !== null && settled.baseTree.entries.has(workflow);
      if (proof !== null && !trusted)
        notes.push(`${workflow} is not on ${pull.base.ref}: its proof does not count`);
      const report = trusted ? adoptProofs(settled.report, proof) : settled.report;
      const status = verdictStatus(report, pull.base.ref, settled.config.database !== 'none');
      verdicts.push({ pull, config: settled.config, report, status });
    }
  }
  const sha = pulls[0]?.head.sha ?? '';
  const verdict = worstStatus([...restless, ...verdicts.map(({ status: own }) => own)]);
  const found = await existing(verdicts, sha, github);
  const status = verdict === null ? null : { sha, verdict };
  const writes = planPublication({ stickies: verdicts.map(stickyFor), status }, found);
  const { failures, created } = await applyWrites(writes, github);
  const stickies = [...found.comments.values()].flatMap((comments) => stickiesAmong(comments, found.me));
  return {
    notes: [...notes, `${writes.length} writes`],
    failures,
    reports: verdicts.map(({ report }) => report),
    commentUrl: [...created, ...stickies][0]?.url ?? null,
  };
}

async function existing(verdicts: readonly Verdict[], sha: string, github: GitHub): Promise<Existing> {
  const comments = verdicts.map(
    async ({ pull }) => [pull.number, await github.comments(pull.number)] as const,
  );
  const [me, status] = await Promise.all([github.me(), github.status(sha, VERDICT_CONTEXT)]);
  return { me, status, comments: new Map(await Promise.all(comments)) };
}

/** A judgement of this very head against the base as it still is afterwards. */
async function judgeSettled(
  { number, base, head }: PullRequest,
  { github, judge }: PublishPorts,
): Promise<Judgement | 'gone' | 'restless'> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const judgement = await judge({ pullRequest: number, base: base.ref, head: head.sha });
    const [now, branch] = await Promise.all([github.pullRequest(number), github.branch(base.ref)]);
    if (!now.open || now.head.sha !== head.sha || now.base.ref !== base.ref) return 'gone';
    if (branch?.sha === judgement.report.base.sha) return judgement;
  }
  return 'restless';
}

function stickyFor({ pull, report, config, status }: Verdict): WantedSticky {
  const note = status.state === 'pending' ? UNPROVED : '';
  const body = note + fitMarkdown(report, undefined, STICKY_ROOM);
  return { pullRequest: pull.number, body, gains: gainsComment(report, config.comment) };
}

function gainsComment(report: Report, setting: Judgement['config']['comment']): boolean {
  switch (setting) {
    case 'migrations':
      return report.outcome !== 'pass' || !report.environments.every(untouched);
    case 'problems':
      return report.outcome !== 'pass';
    case 'never':
      return false;
  }
}
