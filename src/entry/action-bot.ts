/** The bot's zone: reads git objects and GitHub's data as data, writes comments, statuses and commits, runs nothing. */
import * as core from '@actions/core';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandTask, PublishTask, RefreshTask, ReviewTask } from '../event/task.ts';
import { obey } from '../flows/command.ts';
import { outlookOver } from '../flows/outlook.ts';
import { publishAgain, publishRun, type Published } from '../flows/publish.ts';
import { publishGroup } from '../flows/publish-group.ts';
import { refresh } from '../flows/refresh.ts';
import { createGitHub } from '../io/github/create.ts';
import { oneLine } from '../report/escape.ts';
import { reasonOf } from '../report/outputs.ts';
import { UsageError } from '../tree/usage-error.ts';
import { runnerLog } from './action-log.ts';
import { botJudge } from './bot-judge.ts';
import type { Runner } from './runner.ts';

export type BotTask = PublishTask | RefreshTask | CommandTask | ReviewTask;

/** Returns the exit code: 1 where GitHub refused a write. */
export async function runBot(task: BotTask, runner: Runner): Promise<number> {
  if (runner.token === '')
    throw new UsageError('the bot needs the input token: leave it at its default or give an App token');
  const github = createGitHub({ ...runner, onWait: (sentence) => runnerLog.note(sentence) });
  await using judging = botJudge(runner, github);
  const ports = {
    github,
    judge: judging.judge,
    outlook: outlookOver((branch) => judging.survey(branch), github),
    sleep: (milliseconds: number) => sleep(milliseconds),
  };
  if (task.kind === 'command') {
    runnerLog.note(await obey(task, ports));
    return 0;
  }
  const publish = (): Promise<Published> => {
    if (task.kind === 'publish')
      return task.run.event === 'merge_group' ? publishGroup(task, ports) : publishRun(task, ports);
    if (task.kind === 'review') return publishAgain(task.pullRequest, ports);
    return refresh(task, { ...ports, survey: (branch) => judging.survey(branch) });
  };
  const { notes, failures, reports, commentUrl } = await publish();
  notes.forEach((note) => runnerLog.note(note));
  failures.forEach((failure) => core.warning(oneLine(failure)));
  core.setOutput('comment-url', commentUrl ?? '');
  core.setOutput('outcome', reports[0]?.outcome ?? '');
  core.setOutput('reason', reasonOf(reports[0]));
  return failures.length === 0 ? 0 : 1;
}
