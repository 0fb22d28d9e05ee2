/** The gate's judgement: a checkout and its base, with the pull request's code run where the event allows it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { GateTask } from '../event/task.ts';
import { approvalsOf, type ReviewPorts } from '../flows/approvals.ts';
import { check } from '../flows/check.ts';
import {
  judgingConfiguration,
  judgingConfigurationOf,
  type ConfigurationRequest,
} from '../flows/judge-configuration.ts';
import { plan } from '../flows/plan.ts';
import type { Judgement } from '../flows/question.ts';
import { resolveSides } from '../flows/sides.ts';
import type { Clock } from '../io/clock.ts';
import type { Repository } from '../io/git.ts';
import { openRepository } from '../io/git/open.ts';
import { notEvaluatedReport } from '../report/compose.ts';
import { gatherReports } from '../report/gather.ts';
import { readImage } from '../report/parts.ts';
import type { Report } from '../report/report.ts';
import type { Tree } from '../tree/tree.ts';
import { UsageError } from '../tree/usage-error.ts';
import { runnerLog } from './action-log.ts';
import { readReports } from './part-reports.ts';
import { checkPorts } from './ports.ts';
import type { Runner } from './runner.ts';
import { VERSION } from './version.ts';

/** What only a run that writes to GitHub has: whom to ask about approvals, and ids that stay the same. */
export interface Voice {
  readonly github: ReviewPorts;
  readonly clock: Clock;
}

const NO_TREE: Tree = { label: 'nothing', entries: new Map(), read: () => Promise.resolve(new Map()) };

/** What prevents judging is a report too. */
export async function judgeInGate(
  task: GateTask,
  runner: Runner,
  voice: Voice | null = null,
): Promise<Judgement> {
  try {
    return runner.command === 'gather' ? withoutTrees(gather(runner)) : await judge(task, runner, voice);
  } catch (error) {
    const known = error instanceof UsageError;
    if (!known && error instanceof Error) runnerLog.note(error.stack ?? error.message);
    const reason = known ? error.message : 'the gate itself failed; this is a bug, please report it';
    const { base, head } = namesOf(task, runner);
    const sides = { base: { ref: base, sha: '' }, head: { ref: head, sha: task.head.sha } };
    return withoutTrees(notEvaluatedReport(reason, { version: VERSION, ...sides }));
  }
}

const withoutTrees = (report: Report): Judgement => ({
  report,
  config: judgingConfigurationOf({ file: null, flags: {}, inputs: {}, locations: {} }),
  baseTree: NO_TREE,
  headTree: NO_TREE,
  mergedTree: NO_TREE,
});

function gather({ reports, workspace }: Runner): Report {
  if (reports === '')
    throw new UsageError(
      'command: gather needs the input reports, the directory with the downloaded artifacts',
    );
  const { plan: planned, parts } = readReports(resolve(workspace, reports));
  return gatherReports(planned, parts);
}

/** A directory that outlives the job is named by whoever set one up; runs of pull requests read there what trusted runs wrote. */
function keptStates({ command }: Runner): { keptStates?: 'read' | 'write' } {
  const directory = process.env['ALEMBIC_GATE_CACHE'] ?? '';
  const isNamed = directory !== '' && directory !== 'off';
  if (command !== 'keep') return isNamed ? { keptStates: 'read' } : {};
  if (isNamed) return { keptStates: 'write' };
  throw new UsageError(
    'command: keep needs a directory to keep base states in: name it with ALEMBIC_GATE_CACHE',
  );
}

const namesOf = (task: GateTask, runner: Runner): { readonly base: string; readonly head: string } => ({
  base: runner.base || task.base,
  head: runner.head || task.head.sha,
});

async function judge(task: GateTask, runner: Runner, voice: Voice | null): Promise<Judgement> {
  const { server, token } = runner;
  const keep = runner.command === 'keep';
  const { base, head } = namesOf(task, runner);
  if (!existsSync(join(runner.workspace, '.git')))
    throw new UsageError(
      `${runner.workspace} holds no checkout: put the step actions/checkout, without a path, before this one`,
    );
  await using repository = await openRepository(
    runner.workspace,
    token === '' ? {} : { credential: { server, token } },
  );
  if (keep) await bring(base, repository);
  else await repository.fetch(`origin/${base}`);
  await bring(head, repository);
  const onto = runner.base === '' ? task.onto : null;
  if (onto !== null) await bring(onto, repository);
  const pullRequest = task.pullRequest;
  const asking =
    voice === null || pullRequest === null
      ? {}
      : { approvals: approvalsOf({ pullRequest, github: voice.github, repository, log: runnerLog }) };
  const request = {
    base: keep ? base : `origin/${base}`,
    ...(keep ? { keep } : {}),
    ...(onto === null ? {} : { onto }),
    head,
    fetch: false,
    ...(runner.environment === '' ? {} : { environment: runner.environment }),
    runCode: task.runsCode,
    configuration: await configuration(task, runner),
    version: VERSION,
    ...asking,
  };
  const ports = checkPorts(repository, runnerLog, { python: runner.python, ...keptStates(runner) });
  if (runner.command === 'plan')
    return withoutTrees((await plan(request, runner.images.map(readImage), ports)).report);
  const sides = await resolveSides(request, repository, runnerLog);
  const { config } = await judgingConfiguration(request.configuration, sides);
  const report = await check(request, { ...ports, clock: voice?.clock ?? ports.clock });
  return {
    report,
    config,
    baseTree: sides.base.tree,
    headTree: sides.head.tree,
    mergedTree: sides.merged.tree,
  };
}

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
