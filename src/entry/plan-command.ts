/** `alembic-gate plan`: the matrix of jobs that a proof is divided over, as one line of JSON. */
import { plan } from '../flows/plan.ts';
import { openRepository } from '../io/git/open.ts';
import { createLog } from '../io/log.ts';
import { oneLine } from '../report/escape.ts';
import { matrixOf, readImage } from '../report/parts.ts';
import { plural } from '../report/words.ts';
import type { Flags } from './arguments.ts';
import { writeOutput } from './check-command.ts';
import { configurationRequest, isSet, list, repositoryDirectory, text } from './desk.ts';
import { checkPorts } from './ports.ts';
import { VERSION } from './version.ts';

/** 0 whatever the verdict is, since that is for whoever gathers; 2 where nothing can be planned. */
export async function planCommand(flags: Flags): Promise<number> {
  const log = createLog(process.stderr, process.env);
  const images = list(flags, 'image').map(readImage);
  await using repository = await openRepository(repositoryDirectory(flags));
  const { report, parts } = await plan(
    {
      base: text(flags, 'base'),
      head: text(flags, 'head'),
      fetch: isSet(flags, 'fetch'),
      runCode: false,
      configuration: configurationRequest(flags, repository.root),
      version: VERSION,
    },
    images,
    checkPorts(repository, log),
  );
  const output = text(flags, 'report');
  if (output !== null) writeOutput(output, `${JSON.stringify(report, null, 2)}\n`, '--report');
  const verdict = report.reason === null ? report.outcome : `${report.outcome}: ${oneLine(report.reason)}`;
  log.note(
    `without a database: ${verdict}; ${parts.length === 0 ? 'nothing' : plural(parts.length, 'part')} to prove`,
  );
  process.stdout.write(`${JSON.stringify(matrixOf(parts))}\n`);
  return 0;
}
