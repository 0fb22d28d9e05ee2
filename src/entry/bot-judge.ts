/** Answers the bot's questions: fetches both sides into a bare clone of our own and judges without running anything. */
import { approvalsOf, type ReviewPorts } from '../flows/approvals.ts';
import { judgeAsData, type Judge, type Question } from '../flows/question.ts';
import { headRef, LIMIT_MS, surveyIn, type Survey } from '../flows/survey.ts';
import type { Clock } from '../io/clock.ts';
import type { Repository } from '../io/git.ts';
import { openRepository } from '../io/git/open.ts';
import type { Branches } from '../io/github.ts';
import { cloneForReading } from '../io/github/clone.ts';
import { SILENT } from '../io/log.ts';
import { UsageError } from '../tree/usage-error.ts';
import { runnerLog } from './action-log.ts';
import { fixedClock } from './fixed-clock.ts';
import { checkPorts } from './ports.ts';
import type { Runner } from './runner.ts';
import { VERSION } from './version.ts';

type Clone = Awaited<ReturnType<typeof cloneForReading>>;

/** The clone is made at the first question and goes away with the scope. */
export function botJudge(
  runner: Runner,
  github: Branches & ReviewPorts,
): { readonly judge: Judge; survey(branch: string): Promise<Survey> } & AsyncDisposable {
  const { server, token } = runner;
  let opened: Promise<{ clone: Clone; repository: Repository }> | undefined;
  const open = async (branch: string) => {
    const clone = await cloneForReading(runner, branch);
    return { clone, repository: await openRepository(clone.path, { credential: { server, token } }) };
  };
  return {
    async judge(question) {
      const { repository } = await (opened ??= open(question.base));
      const { committedAt } = await github.describeCommit(question.head);
      const clock = fixedClock(runner.repository, question, committedAt);
      return answer(question, { repository, github, clock });
    },
    async survey(branch) {
      const { repository } = await (opened ??= open(branch));
      return surveyIn(
        repository,
        { ...checkPorts(repository, SILENT), github, warnings: runnerLog },
        VERSION,
      );
    },
    async [Symbol.asyncDispose]() {
      const { clone, repository } = (await opened?.catch(() => undefined)) ?? {};
      await repository?.[Symbol.asyncDispose]();
      await clone?.[Symbol.asyncDispose]();
    },
  };
}

interface AnswerPorts {
  readonly repository: Repository;
  readonly github: ReviewPorts;
  readonly clock: Clock;
}

async function answer(question: Question, { repository, github, clock }: AnswerPorts): ReturnType<Judge> {
  const { pullRequest, onto, head, message = null, proof = null } = question;
  const group = onto === undefined ? {} : { onto };
  const own = pullRequest === null || onto !== undefined;
  const [base, pull] = [`origin/${question.base}`, own ? head : headRef(pullRequest)];
  await repository.fetchAll([base, pull, ...Object.values(group)]);
  if ((await repository.resolve(pull)).sha !== head) {
    throw new UsageError(
      `the head of #${pullRequest} moved while it was read: its next event brings the verdict`,
    );
  }
  const asking =
    pullRequest === null
      ? {}
      : { approvals: approvalsOf({ pullRequest, github, repository, log: runnerLog }) };
  const ports = { ...checkPorts(repository, SILENT), clock, limitMs: LIMIT_MS };
  return judgeAsData({ base, ...group, head, message, proof, ...asking }, ports, VERSION);
}
