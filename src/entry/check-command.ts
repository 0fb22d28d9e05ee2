/** `alembic-gate check`: the desk's ports, one flow, one rendering, one exit code. */
import { writeFileSync } from 'node:fs';
import { check } from '../flows/check.ts';
import { openRepository } from '../io/git/open.ts';
import { createLog, type Log } from '../io/log.ts';
import { notEvaluatedReport } from '../report/compose.ts';
import type { Outcome, Report } from '../report/report.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { Flags } from './arguments.ts';
import { configurationRequest, isSet, repositoryDirectory, text } from './desk.ts';
import { render, type Format } from './formats.ts';
import { checkPorts } from './ports.ts';
import { VERSION } from './version.ts';

export const EXIT_CODE: Readonly<Record<Outcome, number>> = {
  pass: 0,
  fail: 1,
  'not-evaluated': 2,
  'base-broken': 2,
};

export async function checkCommand(flags: Flags): Promise<number> {
  const log = createLog(process.stderr, process.env);
  const format = (text(flags, 'format') ?? 'text') as Format;
  const report = await reportOf(flags, log);
  log.done();
  return say(report, format, text(flags, 'output'));
}

/** Prints the report, or writes it to a file; returns the exit code. */
export async function say(report: Report, format: Format, output: string | null): Promise<number> {
  const rendered = await render(report, format, process.stdout);
  if (output === null) process.stdout.write(rendered);
  else writeOutput(output, rendered);
  return EXIT_CODE[report.outcome];
}

/** What prevents judging is a report too, so that machine formats are printed for every outcome. */
export async function reportOf(flags: Flags, log: Log): Promise<Report> {
  try {
    await using repository = await openRepository(repositoryDirectory(flags));
    const request = {
      base: text(flags, 'base'),
      head: text(flags, 'head'),
      fetch: isSet(flags, 'fetch'),
      ...only(flags),
      runCode: isSet(flags, 'run-code'),
      configuration: configurationRequest(flags, repository.root),
      version: VERSION,
    };
    return await check(request, checkPorts(repository, log, { keptStates: 'write' }));
  } catch (error) {
    if (error instanceof UsageError) return notEvaluatedReport(error.message, { version: VERSION });
    log.warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return notEvaluatedReport('the gate itself failed; this is a bug, please report it', {
      version: VERSION,
    });
  }
}

function only(flags: Flags): { readonly environment?: string } {
  const environment = text(flags, 'environment');
  return environment === null ? {} : { environment };
}

export function writeOutput(path: string, rendered: string, flag = '--output'): void {
  try {
    writeFileSync(path, rendered);
  } catch (error) {
    throw new UsageError(
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}): correct ${flag}`,
    );
  }
}
