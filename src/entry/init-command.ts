/** `alembic-gate init`: writes the files that install the gate, never over one that is there. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { init } from '../flows/init.ts';
import { openRepository } from '../io/git/open.ts';
import { UsageError } from '../tree/usage-error.ts';
import type { Flags } from './arguments.ts';
import { isSet, repositoryDirectory } from './desk.ts';

/** The documented workflows lie beside the built bundle. */
const template = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'workflows', `${name}.yml`), 'utf8');

const NEXT = `Next:
  1. Read the three files, and pin \`alembic-gate/alembic-gate@v0\` to the commit of a release.
  2. Open a pull request with them. The bot runs from the default branch, so it speaks once they have landed.
  3. Then require the status alembic-gate/verdict in the branch protection of your trunk, never the name of a job.
`;

export async function initCommand(flags: Flags): Promise<number> {
  await using repository = await openRepository(repositoryDirectory(flags));
  const { files, kept, found } = await init(repository, { gate: template('gate'), bot: template('bot') });
  const say = (text: string): unknown => process.stdout.write(text);
  say(`Found\n${found.map((sentence) => `  ${sentence}\n`).join('')}\n`);
  for (const { path, text } of files) {
    const isKept = kept.includes(path);
    if (isSet(flags, 'dry-run'))
      say(`== ${path}${isKept ? ' (is there already, and is kept)' : ''}\n\n${text}\n`);
    else if (isKept) say(`kept ${path}, which is there already; init --dry-run shows what it would be\n`);
    else say(`wrote ${writeNew(path, text, repository.root)}\n`);
  }
  if (isSet(flags, 'dry-run')) return 0;
  say(`\n${NEXT}`);
  return 0;
}

/** A file that git ignores is in no tree, and is kept all the same. */
function writeNew(path: string, text: string, root: string): string {
  const file = join(root, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
    return path;
  } catch (error) {
    throw new UsageError(
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}): nothing was overwritten`,
    );
  }
}
