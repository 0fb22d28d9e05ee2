/** `publish: true`: the gate's own run writes the comment, the review and the status, for those who accept what that means. */
import type { GateTask } from '../event/task.ts';
import { whyNotPublished } from '../flows/gate-publication.ts';
import { publishPullRequests, type Published } from '../flows/publish.ts';
import type { Judgement } from '../flows/question.ts';
import { createGitHub } from '../io/github/create.ts';
import { UsageError } from '../tree/usage-error.ts';
import { runnerLog } from './action-log.ts';
import { fixedClock } from './fixed-clock.ts';
import { judgeInGate } from './gate-judge.ts';
import type { Runner } from './runner.ts';

export interface Spoken {
  readonly judgement: Judgement;
  /** null where nothing was written: `why` says so in one sentence. */
  readonly published: Published | null;
  readonly why: string | null;
}

/** Judges, and writes where it may; what GitHub refuses never takes the judgement away. */
export async function judgeAndPublish(task: GateTask, runner: Runner): Promise<Spoken> {
  const { token, repository, base } = runner;
  if (token === '')
    throw new UsageError('publish: true needs the input token: leave it at its default or give an App token');
  const github = createGitHub({ ...runner, onWait: (sentence) => runnerLog.note(sentence) });
  const head = task.head.sha;
  const again = async (): Promise<Judgement> => {
    const { committedAt } = await github.describeCommit(head);
    const question = { pullRequest: task.pullRequest, base: task.base, head };
    return judgeInGate(task, runner, { github, clock: fixedClock(repository, question, committedAt) });
  };
  const judgement = await (task.pullRequest === null ? judgeInGate(task, runner) : again());
  const why = whyNotPublished(task, judgement.config, base !== '' || runner.head !== '');
  if (why !== null || task.pullRequest === null) return { judgement, published: null, why };
  try {
    const pull = await github.pullRequest(task.pullRequest);
    if (pull.head.sha !== head || pull.base.ref !== task.base)
      return {
        judgement,
        published: null,
        why: `#${pull.number} moved meanwhile: its next run speaks for it`,
      };
    // Asked again only where the base moved under the first answer.
    const answers = [judgement];
    const judge = async (): Promise<Judgement> => answers.shift() ?? again();
    return { judgement, published: await publishPullRequests([pull], null, { github, judge }), why: null };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    const published = { notes: [], failures: [failure], reports: [], commentUrl: null };
    return { judgement, published, why: null };
  }
}
