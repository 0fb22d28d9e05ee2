/** A trunk itself: has it the heads that it is expected to have, and was what is on it proved? Deployments can wait for this. */
import type { GitHub, Issue } from '../io/github.ts';
import { applyWrites } from '../publish/apply.ts';
import { apartTopic, BASE_CONTEXT, baseStatus, forkedTopic } from '../publish/base.ts';
import { planIssue, type Topic } from '../publish/issues.ts';
import { planStatus } from '../publish/status.ts';
import { unprovenTopic, type Unproven } from '../publish/unproven.ts';
import type { Report } from '../report/report.ts';
import { unprovenOn } from './landed.ts';
import type { Judgement } from './question.ts';
import type { Survey } from './survey.ts';

export interface BasePublished {
  readonly notes: readonly string[];
  readonly failures: readonly string[];
}

export interface BasePorts {
  readonly survey: Survey;
  readonly github: GitHub;
}

/** One status on the branch's tip, and one issue for each thing that is not as it should be; `others` are trunks too. */
export async function publishBase(
  branch: string,
  { report }: Judgement,
  others: readonly string[],
  { survey, github }: BasePorts,
): Promise<BasePublished> {
  const failures: string[] = [];
  /** What fails here must not keep the open pull requests from being looked at. */
  const attempt = async <T>(ask: () => Promise<T>): Promise<T | null> =>
    ask().catch((error: unknown) => {
      failures.push(error instanceof Error ? error.message : String(error));
      return null;
    });
  const { sha } = report.base;
  // A newer tip has a run of its own, and its word must not be followed by ours.
  const tip = await attempt(() => github.branch(branch));
  if (failures.length > 0) return { notes: [], failures };
  if (tip?.sha !== sha) return { notes: [`${branch} moved on: its next push says how it is`], failures };

  const issues = await attempt(() => github.ownIssues());
  const unproven =
    issues === null ? null : await attempt(() => unprovenOn(branch, others, issues, { survey, github }));
  const topics = [forkedTopic(branch, report), unprovenTopic(branch, unproven)];
  // A trunk that is forked by itself has an issue of its own.
  for (const other of isForked(report) ? [] : others)
    topics.push(...((await attempt(() => apart(branch, other, survey))) ?? []));
  // The record first: once the tip has its status, nobody looks at what landed below it again.
  for (const topic of issues === null ? [] : topics) await attempt(() => write(topic, issues ?? [], github));
  const status = baseStatus(report, known(unproven, failures));
  await attempt(async () => {
    const [me, newest] = await Promise.all([github.me(), github.status(sha, BASE_CONTEXT)]);
    const writes = planStatus(sha, status, newest, me, BASE_CONTEXT);
    failures.push(...(await applyWrites(writes, github)).failures);
  });
  return { notes: [`${branch}: ${status.description}`], failures };
}

/** Something that could not be found out or put on record is not known, and so the trunk is not green. */
const known = (
  unproven: readonly Unproven[] | null,
  [failure]: readonly string[],
): readonly Unproven[] | string =>
  failure !== undefined && (unproven === null || unproven.length > 0) ? failure : (unproven ?? []);

async function apart(branch: string, other: string, survey: Survey): Promise<readonly Topic[]> {
  await survey.bring([other], []);
  const [own, alone] = await Promise.all([survey.tip(branch), survey.tip(other)]);
  const { report: fork } = await survey.judge({ pullRequest: null, base: other, head: alone });
  if (isForked(fork)) return [];
  const { report } = await survey.judge({ pullRequest: null, base: other, head: own });
  return [apartTopic(branch, other, report)];
}

const isForked = ({ environments }: Report): boolean =>
  environments.some(({ resolution }) => resolution !== null);

async function write(topic: Topic, issues: readonly Issue[], github: GitHub): Promise<void> {
  for (const one of planIssue(topic, issues, await github.me())) {
    if (one.kind === 'create-issue') await createOnce(one, github);
    else await github.updateIssue(one.number, one.change);
  }
}

/** An answer that was lost may hide an issue that was written: only the list can tell. */
async function createOnce(
  { title, body }: { readonly title: string; readonly body: string },
  github: GitHub,
): Promise<void> {
  try {
    await github.createIssue(title, body);
  } catch (error) {
    if (!(await github.ownIssues()).some((issue) => issue.body === body)) throw error;
  }
}
