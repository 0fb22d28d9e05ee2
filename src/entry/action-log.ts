/** Notes in a runner's log, where a line of a pull request's text could be taken for a command. */
import * as core from '@actions/core';
import type { Log } from '../io/log.ts';
import { logText } from '../report/escape.ts';

export const runnerLog: Log = {
  progress: () => undefined,
  note: (text) => core.info(logText(text)),
  warn: (text) => core.warning(logText(text)),
  done: () => undefined,
};
