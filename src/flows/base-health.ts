/** The trunk itself: has it the heads that it is expected to have? Deployments can wait for this status. */
import type { GitHub } from '../io/github.ts';
import { applyWrites } from '../publish/apply.ts';
import { BASE_CONTEXT, baseStatus, planIssue } from '../publish/base.ts';
import { planStatus } from '../publish/status.ts';
import type { Judgement } from './question.ts';

export interface BasePublished {
  readonly notes: readonly string[];
  readonly failures: readonly string[];
}

/** One status on the branch's tip, and one issue while it is not as it should be. */
export async function publishBase(
  branch: string,
  { report }: Judgement,
  github: GitHub,
): Promise<BasePublished> {
  const failures: string[] = [];
  /** What fails here must not keep the open pull requests from being looked at. */
  const attempt = async <T>(ask: () => Promise<T>): Promise<T | null> =>
    ask().catch((error: unknown) => {
      failures.push(error instanceof Error ? error.message : String(error));
      return null;
    });
  const { sha } = report.base;
  const status = baseStatus(report);
  // A newer tip has a run of its own, and its word must not be followed by ours.
  const tip = await attempt(() => github.branch(branch));
  if (failures.length > 0) return { notes: [], failures };
  if (tip?.sha !== sha) return { notes: [`${branch} moved on: its next push says how it is`], failures };

  await attempt(async () => {
    const [me, newest] = await Promise.all([github.me(), github.status(sha, BASE_CONTEXT)]);
    const writes = planStatus(sha, status, newest, me, BASE_CONTEXT);
    failures.push(...(await applyWrites(writes, github)).failures);
  });
  await attempt(async () => {
    const me = await github.me();
    for (const write of planIssue(branch, report, await github.ownIssues(), me)) {
      if (write.kind === 'create-issue') await createOnce(write, github);
      else await github.updateIssue(write.number, write.change);
    }
  });
  return { notes: [`${branch}: ${status.description}`], failures };
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
