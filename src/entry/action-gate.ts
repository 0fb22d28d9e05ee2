/** The gate's zone: judge, run the proof where the event allows it, and tell the run; GitHub is not written to. */
import * as core from '@actions/core';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { GateTask } from '../event/task.ts';
import type { ConfigurationRequest } from '../flows/judge-configuration.ts';
import { check } from '../flows/check.ts';
import { plan } from '../flows/plan.ts';
import type { Repository } from '../io/git.ts';
import { openRepository } from '../io/git/open.ts';
import { notEvaluatedReport } from '../report/compose.ts';
import { renderAnnotations } from '../report/annotations.ts';
import { fitMarkdown } from '../report/fit.ts';
import { gatherReports } from '../report/gather.ts';
import { matrixOf, readImage } from '../report/parts.ts';
import type { EnvironmentReport, Report } from '../report/report.ts';
import { UsageError } from '../tree/usage-error.ts';
import { runnerLog } from './action-log.ts';
import { EXIT_CODE } from './check-command.ts';
import { readReports } from './part-reports.ts';
import { checkPorts } from './ports.ts';
import type { Runner } from './runner.ts';
import { VERSION } from './version.ts';

/** Characters; GitHub drops a job summary above 1 MiB, so multi-byte text keeps room. */
const SUMMARY_LIMIT = 500_000;

/** Returns the exit code; whatever happens, the report file is written. */
export async function runGate(task: GateTask, runner: Runner): Promise<number> {
  const report = await reportOf(task, runner);
  await mkdir(dirname(runner.reportPath), { recursive: true });
  await writeFile(runner.reportPath, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(renderAnnotations(report));
  await core.summary.addRaw(fitMarkdown(report, SUMMARY_LIMIT)).write();
  const byName = (pick: (environment: EnvironmentReport) => unknown): string =>
    JSON.stringify(Object.fromEntries(report.environments.map((one) => [one.name, pick(one)])));
  core.setOutput('matrix', report.plan?.length ? JSON.stringify(matrixOf(report.plan)) : '');
  core.setOutput('outcome', report.outcome);
  core.setOutput('reason', report.reason ?? '');
  core.setOutput('report-path', runner.reportPath);
  core.setOutput(
    'heads',
    byName(({ heads }) => heads.merged),
  );
  core.setOutput(
    'resolution',
    byName(({ resolution }) => resolution),
  );
  // While parts are still to be proved, the verdict is for whoever gathers them.
  return report.plan?.length ? 0 : EXIT_CODE[report.outcome];
}

/** What prevents judging is a report too. */
async function reportOf(task: GateTask, runner: Runner): Promise<Report> {
  const base = runner.base || task.base;
  const head = runner.head || task.head.sha;
  try {
    if (runner.command === 'gather') return gather(runner);
    const { server, token } = runner;
    if (!existsSync(join(runner.workspace, '.git')))
      throw new UsageError(
        `${runner.workspace} holds no checkout: put the step actions/checkout, without a path, before this one`,
      );
    await using repository = await openRepository(
      runner.workspace,
      token === '' ? {} : { credential: { server, token } },
    );
    await repository.fetch(`origin/${base}`);
    await bring(head, repository);
    const onto = runner.base === '' ? task.onto : null;
    if (onto !== null) await bring(onto, repository);
    const request = {
      base: `origin/${base}`,
      ...(onto === null ? {} : { onto }),
      head,
      fetch: false,
      ...(runner.environment === '' ? {} : { environment: runner.environment }),
      runCode: task.runsCode,
      configuration: await configuration(task, runner),
      version: VERSION,
    };
    const ports = checkPorts(repository, runnerLog, { python: runner.python, ...keptStates() });
    if (runner.command === 'plan') return (await plan(request, runner.images.map(readImage), ports)).report;
    return await check(request, ports);
  } catch (error) {
    const known = error instanceof UsageError;
    if (!known && error instanceof Error) runnerLog.note(error.stack ?? error.message);
    const reason = known ? error.message : 'the gate itself failed; this is a bug, please report it';
    const sides = { base: { ref: base, sha: '' }, head: { ref: head, sha: task.head.sha } };
    return notEvaluatedReport(reason, { version: VERSION, ...sides });
  }
}

function gather({ reports, workspace }: Runner): Report {
  if (reports === '')
    throw new UsageError(
      'command: gather needs the input reports, the directory with the downloaded artifacts',
    );
  const { plan: planned, parts } = readReports(resolve(workspace, reports));
  return gatherReports(planned, parts);
}

/** A directory that outlives the job is named by whoever set one up; runs of pull requests read there what trusted runs wrote. */
const keptStates = (): { keptStates?: 'read' } =>
  process.env['ALEMBIC_GATE_CACHE'] ? { keptStates: 'read' } : {};

/** A checkout of the test merge does not hold the pull request's own head. */
async function bring(head: string, repository: Repository): Promise<void> {
  try {
    await repository.resolve(head);
  } catch {
    await repository.fetch(head);
  }
}

/** Events that carry a write token get no database, because a database means running the pull request's code. */
async function configuration(
  { runsCode }: GateTask,
  { choices, configPath, workspace }: Runner,
): Promise<ConfigurationRequest> {
  const file =
    configPath === '' ? null : { path: configPath, text: await configText(resolve(workspace, configPath)) };
  return { file, flags: runsCode ? {} : { database: 'none' }, inputs: choices, locations: {} };
}

async function configText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`there is no file ${path}: correct the input config`);
  }
}
