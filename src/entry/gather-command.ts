/** `alembic-gate gather DIR`: the plan's report and the parts' reports below a directory, as one. */
import { gatherReports } from '../report/gather.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { Flags } from './arguments.ts';
import { say } from './check-command.ts';
import { text } from './desk.ts';
import type { Format } from './formats.ts';
import { readReports } from './part-reports.ts';

export async function gatherCommand(flags: Flags, [directory]: readonly string[]): Promise<number> {
  if (directory === undefined)
    throw new UsageError('gather needs the directory with the reports of plan and of every part');
  const { plan, parts } = readReports(directory);
  return say(gatherReports(plan, parts), (text(flags, 'format') ?? 'text') as Format, text(flags, 'output'));
}
