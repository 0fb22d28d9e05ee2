/** The bot's half of a check: judge again without running anything, take the run's proof, make GitHub say so. */
import { GATE_EVENTS, type PublishTask } from '../event/task.ts';
import type { GitHub, PullRequest } from '../io/github.ts';
import { applyWrites } from '../publish/apply.ts';
import { isOurs, type CommitStatus } from '../publish/existing.ts';
import { planPublication, type Existing } from '../publish/plan.ts';
import { readRunReport } from '../publish/run-report.ts';
import { judgedAgainst, planStatus, VERDICT_CONTEXT, worstStatus } from '../publish/status.ts';
import { stickiesAmong, type WantedSticky } from '../publish/sticky.ts';
import { fitMarkdown } from '../report/fit.ts';
import type { Report } from '../report/report.ts';
import { untouched } from '../report/words.ts';
import { lookUpReviews } from './line-review.ts';
import type { Outlook } from './outlook.ts';
import { isOvertaken } from './overtaken.ts';
import type { Judge } from './question.ts';
import { settle, type RunProof, type Verdict } from './settle.ts';

export const REPORT_ARTIFACT = 'alembic-gate-report';
/** What the marker and a note take of GitHub's limit. */
const STICKY_ROOM = 600;
const UNPROVED = 'This is what can be judged without running a migration; ';
const PROOF_COMES = `${UNPROVED}the proof on a database comes with the run of the gate.`;
const NO_PROOF_COMES = `${UNPROVED}no run of the gate could be started again for the proof on a database: push, or comment \`/recheck-migrations\`.`;

export interface PublishPorts {
  readonly github: GitHub;
  readonly judge: Judge;
  /** Absent where nobody looks at other pull requests. */
  readonly outlook?: Outlook;
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

/** Why pull requests are judged again without an event of their own. */
export interface Occasion {
  /** Said in a new comment where the verdict is red now; null where it was not green. */
  readonly news: ((pull: PullRequest) => string) | null;
  /** Whether a proof is asked for though the verdict stays as it is. */
  readonly insists: boolean;
  /** Asks for a proof where one is lacking; says whether one will come. */
  readonly askForProof: (pull: PullRequest) => Promise<boolean>;
}

/** A gate run has ended: its pull requests are the open ones whose head it ran for, whatever the run says of itself. */
export async function publishRun({ run }: PublishTask, ports: PublishPorts): Promise<Published> {
  const pulls = (await ports.github.openPullRequests()).filter(({ head }) => head.sha === run.headSha);
  if (pulls.length === 0) {
    const notes = [`no open pull request has the head ${run.headSha} any more`];
    return { notes, failures: [], reports: [], commentUrl: null };
  }
  const own = await proofOf(run.id, run.path, run.headSha, ports.github);
  // A run that ended without a proof must not undo what an earlier run on the same commit has shown.
  const proof = own.proof ?? (await proofOn(run.headSha, ports.github));
  const published = await publishPullRequests(pulls, proof, ports);
  return { ...published, notes: [own.note, ...published.notes] };
}

/** Whatever changed about one pull request beside its commits. */
export async function publishAgain(pullRequest: number, ports: PublishPorts): Promise<Published> {
  const pull = await ports.github.pullRequest(pullRequest);
  if (!pull.open)
    return { notes: [`#${pullRequest} is closed`], failures: [], reports: [], commentUrl: null };
  return publishPullRequests([pull], await proofOn(pull.head.sha, ports.github), ports);
}

/** The newest proof that a run on the commit left; `hear` is told of a run whose report could not be had or read. */
export async function proofOn(
  sha: string,
  github: GitHub,
  hear: (note: string) => void = () => undefined,
): Promise<RunProof | null> {
  for (const { id, path, event } of await github.runsOn(sha)) {
    if (!GATE_EVENTS.includes(event)) continue;
    const { proof, note } = await proofOf(id, path, sha, github);
    if (proof !== null) return proof;
    hear(note);
  }
  return null;
}

async function proofOf(
  runId: number,
  workflow: string,
  headSha: string,
  github: GitHub,
): Promise<{ readonly proof: RunProof | null; readonly note: string }> {
  try {
    const bytes = await github.artifact(runId, REPORT_ARTIFACT);
    if (bytes === null) return { proof: null, note: `run ${runId} left no artifact ${REPORT_ARTIFACT}` };
    const report = readRunReport(bytes, headSha);
    if (typeof report === 'string') return { proof: null, note: report };
    return { proof: { report, workflow }, note: `report taken from run ${runId}` };
  } catch (error) {
    return { proof: null, note: error instanceof Error ? error.message : String(error) };
  }
}

/** Judges pull requests that share one head and writes comments and the status; the worst verdict is the commit's. */
export async function publishPullRequests(
  pulls: readonly PullRequest[],
  proof: RunProof | null,
  ports: PublishPorts,
  occasion: Occasion | null = null,
  rounds = 3,
): Promise<Published> {
  const settled = [];
  for (const pull of pulls) settled.push(await settle(pull, proof, ports));
  const verdicts = settled.filter((one) => one.kind === 'verdict');
  const worst = worstStatus(settled.flatMap((one) => (one.kind === 'gone' ? [] : [one.status])));
  const sha = pulls[0]?.head.sha ?? '';
  const found = await existing(verdicts, sha, ports.github);
  if (worst !== null && !(occasion?.insists ?? false) && isBetterKnown(worst, found)) {
    // Another run knew of a proof that ours did not: it is looked for again, and what stands is not taken back.
    const newest = rounds > 1 ? await proofOn(sha, ports.github) : null;
    if (newest !== null) return publishPullRequests(pulls, newest, ports, occasion, rounds - 1);
    return { notes: ['the verdict stands'], failures: [], reports: [], commentUrl: null };
  }
  const status = worst === null ? null : { sha, verdict: worst };
  const changed = status !== null && planStatus(sha, status.verdict, found.status, found.me).length > 0;
  const stickies = [];
  for (const verdict of verdicts)
    stickies.push(stickyFor(await foreseen(verdict, ports), await newly(verdict, changed, occasion)));
  const reviews = await lookUpReviews(verdicts, ports.github);
  const writes = planPublication(
    { stickies, reviews: reviews.wanted, status },
    { ...found, reviews: reviews.posted },
  );
  const { failures: refused, created, statuses } = await applyWrites(writes, ports.github);
  const failures = [...reviews.failures, ...refused];
  const written = { sha, verdicts, found, statuses, created };
  if (writes.length > 0 && rounds > 1 && (await isOvertaken(written, ports.github))) {
    const newest = await proofOn(sha, ports.github).catch(() => null);
    const again = await publishPullRequests(pulls, newest ?? proof, ports, occasion, rounds - 1);
    return { ...again, failures: [...failures, ...again.failures] };
  }
  const before = [...found.comments.values()].flatMap((comments) => stickiesAmong(comments, found.me));
  return {
    notes: [...settled.flatMap(({ note }) => note ?? []), `${writes.length} writes`],
    failures,
    reports: verdicts.map(({ report }) => report),
    commentUrl: [...created, ...before][0]?.url ?? null,
  };
}

/** With what other open pull requests mean for it. */
async function foreseen(verdict: Verdict, { outlook }: PublishPorts): Promise<Verdict> {
  if (outlook === undefined) return verdict;
  const { pull, report } = verdict;
  return { ...verdict, report: { ...report, forecast: await outlook(pull, report) } };
}

/** A green of ours for the same commit on the same base, where we only wait. */
const isBetterKnown = ({ state, description }: CommitStatus, { status, me }: Found): boolean =>
  state === 'pending' &&
  status?.state === 'success' &&
  isOurs(status.creator, me) &&
  judgedAgainst(description) !== null &&
  judgedAgainst(status.description) === judgedAgainst(description);

/** What there is, reviews apart. */
type Found = Omit<Existing, 'reviews'>;

async function existing(verdicts: readonly Verdict[], sha: string, github: GitHub): Promise<Found> {
  const comments = verdicts.map(
    async ({ pull }) => [pull.number, await github.comments(pull.number)] as const,
  );
  const [me, status] = await Promise.all([github.me(), github.status(sha, VERDICT_CONTEXT)]);
  return { me, status, comments: new Map(await Promise.all(comments)) };
}

interface New {
  readonly news?: string;
  readonly proofComes: boolean;
}

/** What the occasion adds to a verdict: nothing where the commit's status stays as it is and nobody insists. */
async function newly({ pull, status }: Verdict, changed: boolean, occasion: Occasion | null): Promise<New> {
  if (occasion === null || !(changed || occasion.insists)) return { proofComes: true };
  if (status.state === 'pending') return { proofComes: await occasion.askForProof(pull) };
  if (status.state === 'success' || occasion.news === null || !changed) return { proofComes: true };
  return { proofComes: true, news: occasion.news(pull) };
}

function stickyFor({ pull, report, config, status }: Verdict, { proofComes, news }: New): WantedSticky {
  const pending = status.state === 'pending' ? { pending: proofComes ? PROOF_COMES : NO_PROOF_COMES } : {};
  const body = fitMarkdown(report, { reserved: STICKY_ROOM, fork: pull.head.fork, ...pending });
  return {
    pullRequest: pull.number,
    body,
    gains: gainsComment(report, config.comment),
    ...(news === undefined ? {} : { news }),
  };
}

function gainsComment(report: Report, setting: Verdict['config']['comment']): boolean {
  switch (setting) {
    case 'migrations':
      return report.outcome !== 'pass' || !report.environments.every(untouched);
    case 'problems':
      return report.outcome !== 'pass';
    case 'never':
      return false;
  }
}
