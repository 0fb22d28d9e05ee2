/**
 * The base moved, or its time has come: every open pull request is judged against what is there now, as data, and only
 * those whose verdict changed are written to.
 */
import type { RefreshTask } from '../event/task.ts';
import type { ListedPullRequest, PullRequest } from '../io/github.ts';
import { applyWrites } from '../publish/apply.ts';
import { planRefresh, type Due, type Seen } from '../publish/refresh.ts';
import { movedNews } from '../publish/replies.ts';
import {
  notEvaluatedStatus,
  planStatus,
  UNTOUCHED,
  VERDICT_CONTEXT,
  verdictStatus,
} from '../publish/status.ts';
import { UsageError } from '../tree/usage-error.ts';
import { publishBase, type BasePublished } from './base-health.ts';
import { changedAmong, LARGEST, type Changed } from './changed.ts';
import { groundsOf, judgeBranch, type Grounds } from './grounds.ts';
import { outlookAmong, type LookedAt } from './outlook.ts';
import {
  proofOn,
  publishPullRequests,
  REPORT_ARTIFACT,
  type Published,
  type PublishPorts,
} from './publish.ts';
import type { Judgement } from './question.ts';
import type { Survey } from './survey.ts';

/** Writes of one run; GitHub allows eighty a minute and five hundred an hour. */
const WRITES = 300;

export interface RefreshPorts extends PublishPorts {
  /** Opened on the branch that moved. */
  readonly survey: (branch: string) => Promise<Survey>;
}

export async function refresh(task: RefreshTask, ports: RefreshPorts): Promise<Published> {
  const { branch, before, defaultBranch } = task;
  const survey = await ports.survey(branch);
  const trunk = await judgeBranch(branch, survey);
  const trunks = trunk.config.trunks ?? [defaultBranch];
  if (!trunks.includes(branch)) return said([`${branch} is no trunk (${trunks.join(', ')})`]);
  const base = await publishTrunks(task, trunk, trunks, survey, ports);

  const grounds = groundsOf(survey);
  const moved = before === null ? null : await survey.changedOn(branch, before).catch(() => null);
  const matters = await grounds(branch);
  if (moved !== null && !moved.some(matters))
    return said([...base.notes, `nothing that is judged changed on ${branch}`], base.failures);

  const [me, pulls] = [await ports.github.me(), await ports.github.openWithStatus(VERDICT_CONTEXT)];
  await survey.bring([...new Set([branch, ...pulls.map((pull) => pull.base.ref)])], pulls);
  const { seen, looked } = await lookAll(pulls, survey, grounds);
  const { statuses, due, carried } = planRefresh(seen, me, WRITES);

  const first = await applyWrites(statuses, ports.github);
  const published = [];
  const judging = { ...ports, outlook: outlookAmong(looked) };
  for (const head of due) published.push(await settleHead(head, pulls, survey, judging));
  return {
    notes: [
      ...base.notes,
      `${pulls.length} open pull requests, ${due.length} with another verdict`,
      ...published.flatMap(({ notes }) => notes),
      ...(carried === 0 ? [] : [`${carried} heads are left to the next run`]),
    ],
    failures: [...base.failures, ...first.failures, ...published.flatMap(({ failures }) => failures)],
    reports: published.flatMap(({ reports }) => reports),
    commentUrl: null,
  };
}

/** The trunk that moved; at night all of them, because nobody pushed to the others. */
async function publishTrunks(
  { branch, before }: RefreshTask,
  trunk: Judgement,
  trunks: readonly string[],
  survey: Survey,
  { github }: RefreshPorts,
): Promise<BasePublished> {
  const others = (name: string): readonly string[] => trunks.filter((one) => one !== name);
  const published = [await publishBase(branch, trunk, others(branch), { survey, github })];
  for (const other of before === null ? others(branch) : []) {
    try {
      await survey.bring([other], []);
      const judgement = await judgeBranch(other, survey);
      published.push(await publishBase(other, judgement, others(other), { survey, github }));
    } catch (error) {
      published.push({ notes: [], failures: [error instanceof Error ? error.message : String(error)] });
    }
  }
  return {
    notes: published.flatMap(({ notes }) => notes),
    failures: published.flatMap(({ failures }) => failures),
  };
}

const said = (notes: readonly string[], failures: readonly string[] = []): Published => ({
  notes,
  failures,
  reports: [],
  commentUrl: null,
});

interface Look {
  readonly seen: readonly Seen[];
  /** Those that were read, for the others' forecast. */
  readonly looked: readonly LookedAt[];
}

/** One whose head moved has an event of its own, and one that was not brought has a sentence. */
async function lookAll(pulls: readonly ListedPullRequest[], survey: Survey, grounds: Grounds): Promise<Look> {
  const brought: ListedPullRequest[] = [];
  const all: Look[] = [];
  for (const pull of pulls) {
    try {
      if (await survey.headIs(pull.number, pull.head.sha)) brought.push(pull);
    } catch (error) {
      all.push(unjudged(pull, error));
    }
  }
  const changed = await changedAmong(brought, survey, grounds);
  for (const pull of brought) all.push(await look(pull, { survey, grounds, changed }));
  return { seen: all.flatMap(({ seen }) => seen), looked: all.flatMap(({ looked }) => looked) };
}

const seenIn = ({ number, base, head, verdict }: ListedPullRequest) => ({
  number,
  base: base.ref,
  sha: head.sha,
  existing: verdict,
});

const unjudged = (pull: ListedPullRequest, error: unknown): Look => ({
  seen: [{ ...seenIn(pull), wanted: notEvaluatedStatus(reasonOf(error)), touches: true }],
  looked: [],
});

/** Nothing of a pull request may keep the others from being judged. */
async function look(
  pull: ListedPullRequest,
  { survey, grounds, changed: changes }: { survey: Survey; grounds: Grounds; changed: Changed },
): Promise<Look> {
  const { number, base, head } = pull;
  const seen = seenIn(pull);
  try {
    const changed = await changes(pull);
    if (changed !== null && !changed.some(await grounds(base.ref)))
      return { seen: [{ ...seen, wanted: UNTOUCHED, touches: false }], looked: [] };
    if (changed !== null && changed.length > LARGEST)
      throw new UsageError(`it changes more than ${LARGEST} files`);
    const { report, config } = await survey.judge({ pullRequest: number, base: base.ref, head: head.sha });
    const wanted = verdictStatus(report, base.ref, config.database !== 'none');
    return {
      seen: [{ ...seen, wanted, touches: true }],
      looked: [{ number, base: base.ref, report }],
    };
  } catch (error) {
    return unjudged(pull, error);
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof UsageError ? error.message : 'the gate itself failed; this is a bug, please report it';

/** With its proof, its own dates, and its base and head looked up before and after: as for a run of the gate. */
async function settleHead(
  { sha, numbers, wasGreen }: Due,
  all: readonly ListedPullRequest[],
  survey: Survey,
  ports: PublishPorts,
): Promise<Published> {
  const pulls = all.filter(({ number }) => numbers.includes(number));
  try {
    const causes = new Map<string, string>();
    for (const { base } of pulls) causes.set(base.ref, await causeOn(base.ref, survey));
    const news = ({ author, base }: PullRequest): string =>
      movedNews(author, base.ref, causes.get(base.ref) ?? '');
    const heard: string[] = [];
    const proof = await proofOn(sha, ports.github, (note) => heard.push(note));
    const published = await publishPullRequests(pulls, proof, ports, {
      news: wasGreen ? news : null,
      insists: false,
      askForProof: (pull) => askForProof(pull, ports),
    });
    return { ...published, notes: [...heard, ...published.notes] };
  } catch (error) {
    const status = notEvaluatedStatus(reasonOf(error));
    const { failures } = await applyWrites(planStatus(sha, status, null, ''), ports.github);
    const why = error instanceof Error ? error.message : String(error);
    return said([], [`#${numbers.join(', #')}: ${why}`, ...failures]);
  }
}

/** The newest commit below the branch's versions. */
async function causeOn(branch: string, survey: Survey): Promise<string> {
  const { report } = await judgeBranch(branch, survey);
  const places = report.environments.flatMap(({ versionLocations }) => versionLocations);
  return (await survey.lastChange(branch, places)) ?? (await survey.tip(branch));
}

/** The pull request's own gate is run again, with its own low rights; false where GitHub does not do that any more. */
export async function askForProof(
  { head }: PullRequest,
  { github }: Pick<PublishPorts, 'github'>,
): Promise<boolean> {
  try {
    for (const { id, event } of await github.runsOn(head.sha)) {
      if (event !== 'pull_request' || (await github.artifact(id, REPORT_ARTIFACT)) === null) continue;
      await github.rerun(id);
      return true;
    }
  } catch {
    return false;
  }
  return false;
}
