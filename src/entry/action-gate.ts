/** The gate's zone: judge, run the proof where the event allows it, and tell the run; GitHub hears of it only by wish. */
import * as core from '@actions/core';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { GateTask } from '../event/task.ts';
import { renderAnnotations } from '../report/annotations.ts';
import { oneLine } from '../report/escape.ts';
import { fitMarkdown } from '../report/fit.ts';
import { outputsOf } from '../report/outputs.ts';
import { matrixOf } from '../report/parts.ts';
import type { Report } from '../report/report.ts';
import { runnerLog } from './action-log.ts';
import { EXIT_CODE } from './check-command.ts';
import { judgeInGate } from './gate-judge.ts';
import type { Runner } from './runner.ts';

/** Bytes; GitHub drops a job summary above 1 MiB. */
const SUMMARY_LIMIT = 1_000_000;
const bytes = (text: string): number => Buffer.byteLength(text);

/** Returns the exit code; whatever happens, the report file is written. */
export async function runGate(task: GateTask, runner: Runner): Promise<number> {
  if (!runner.publish) {
    const { report } = await judgeInGate(task, runner);
    await tell(report, runner);
    // While parts are still to be proved, the verdict is for whoever gathers them.
    return report.plan?.length ? 0 : EXIT_CODE[report.outcome];
  }
  const { judgeAndPublish } = await import('./gate-publish.ts');
  const { judgement, published, why } = await judgeAndPublish(task, runner);
  const report = published?.reports[0] ?? judgement.report;
  await tell(report, runner);
  if (why !== null) core.warning(oneLine(`Nothing was written to GitHub: ${why}.`));
  published?.notes.forEach((note) => runnerLog.note(note));
  published?.failures.forEach((failure) => core.warning(oneLine(failure)));
  core.setOutput('comment-url', published?.commentUrl ?? '');
  return Math.max(EXIT_CODE[report.outcome], (published?.failures.length ?? 0) > 0 ? 1 : 0);
}

async function tell(report: Report, { reportPath }: Runner): Promise<void> {
  await mkdir(dirname(reportPath), { recursive: true });
  await writeFile(reportPath, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(renderAnnotations(report));
  await core.summary.addRaw(fitMarkdown(report, { limit: SUMMARY_LIMIT, measure: bytes })).write();
  const { reason, heads, resolution } = outputsOf(report);
  core.setOutput('matrix', report.plan?.length ? JSON.stringify(matrixOf(report.plan)) : '');
  core.setOutput('outcome', report.outcome);
  core.setOutput('reason', reason);
  core.setOutput('report-path', reportPath);
  core.setOutput('heads', heads);
  core.setOutput('resolution', resolution);
}
