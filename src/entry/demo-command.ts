/** `alembic-gate demo`: the whole story on a small application, told by the gate itself. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringPython, setStage, type Stage } from '../io/demo-stage.ts';
import { createLog, type Log } from '../io/log.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { renderText } from '../report/text.ts';
import type { Flags } from './arguments.ts';
import { isSet } from './desk.ts';
import { reportOf } from './check-command.ts';
import { bringServer } from './demo-server.ts';
import { paintFor } from './formats.ts';
import { mergeHeadsCommand } from './merge-heads-command.ts';

/** The sample application lies beside the built bundle. */
const PROJECT = join(dirname(fileURLToPath(import.meta.url)), 'demo');

/** Exit 0 when the story went as it should: first red, then green. */
export async function demoCommand(flags: Flags): Promise<number> {
  const isStatic = isSet(flags, 'static');
  const log = createLog(process.stderr, process.env);
  const say = teller(log);
  say.chapter('A Flask application with a dozen migrations, and a pull request');
  await using stage = await setStage(PROJECT);
  say.line('main has CW-214 (priority of a case); the branch case-tags has CW-221 (tags on cases).');
  say.line('Both grew from one parent. Each is green alone.');
  const database = isStatic ? { database: 'none' } : await bringParts(stage, say);

  say.chapter('$ alembic-gate check --base main');
  const forked = await judge(stage, database, log);
  say.text(renderText(forked, paintFor(process.stdout)));
  say.chapter('The comment as it would be posted (its Markdown, which GitHub renders)');
  say.text(renderMarkdown(await asPullRequest(forked, stage)));

  say.chapter('$ git merge main && alembic-gate merge-heads --base main --write');
  await stage.git('merge', '--quiet', '--no-edit', 'main');
  const wrote = await mergeHeadsCommand({ repo: stage.directory, base: 'main', write: true });
  await stage.git('add', '--all');
  await stage.git('commit', '--quiet', '--message', 'Merge heads');

  say.chapter('$ alembic-gate check --base main');
  const cured = await judge(stage, database, log);
  say.text(renderText(cured, paintFor(process.stdout)));
  const asTold = forked.outcome === 'fail' && wrote === 0 && cured.outcome === 'pass';
  say.line(
    asTold
      ? `\nRed before, green after; nothing of it was left on this machine${isStatic ? '' : ' but the cached Python environment and server template'}.`
      : 'The demo did not go as it should; please report what is printed above.',
  );
  return asTold ? 0 : 1;
}

interface Teller {
  readonly chapter: (title: string) => void;
  readonly line: (sentence: string) => void;
  readonly text: (block: string) => void;
}

function teller(log: Log): Teller {
  const paint = paintFor(process.stdout);
  const write = (text: string): void => {
    log.done();
    process.stdout.write(text);
  };
  return {
    chapter: (title) => write(`\n${paint('bold', `== ${title}`)}\n\n`),
    line: (sentence) => write(`${sentence}\n`),
    text: (block) => write(block.endsWith('\n') ? block : `${block}\n`),
  };
}

async function bringParts(stage: Stage, say: Teller): Promise<Flags> {
  await bringPython(stage, say.line);
  return bringServer(say.line);
}

const judge = (stage: Stage, database: Flags, log: Log): Promise<Report> =>
  reportOf({ repo: stage.directory, base: 'main', ...database }, log);

/** At the desk there is no commit to name; the comment of a pull request names its head. */
async function asPullRequest(report: Report, stage: Stage): Promise<Report> {
  return { ...report, head: { ref: 'case-tags', sha: await stage.git('rev-parse', 'HEAD') } };
}
