/** The action: inputs and event -> task -> flow -> outputs and exit code. What follows from an event is src/event/route.ts. */
import * as core from '@actions/core';
import { keepTask, routeEvent } from '../event/route.ts';
import { oneLine } from '../report/escape.ts';
import { UsageError } from '../tree/usage-error.ts';
import { runnerLog } from './action-log.ts';
import { requirePlatform } from './platform.ts';
import { readRunner } from './runner.ts';

try {
  requirePlatform(process.platform);
  const runner = readRunner(core.getInput);
  const context = { refName: runner.refName, sha: runner.sha };
  const task =
    runner.command === 'keep'
      ? keepTask(runner.event, context)
      : routeEvent(runner.event, runner.payload, context);
  switch (task.kind) {
    case 'gate':
      process.exitCode = await (await import('./action-gate.ts')).runGate(task, runner);
      break;
    case 'publish':
    case 'refresh':
    case 'command':
    case 'review':
      process.exitCode = await (await import('./action-bot.ts')).runBot(task, runner);
      break;
    case 'ignore':
      runnerLog.note(`Nothing to do: ${task.reason}.`);
      break;
  }
} catch (error) {
  const known = error instanceof UsageError;
  core.error(known ? oneLine(error.message) : `This is a bug, please report it: ${oneLine(String(error))}`);
  if (!known && error instanceof Error) runnerLog.note(error.stack ?? '');
  process.exitCode = 2;
}
