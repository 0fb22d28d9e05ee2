/** Writing one file into a directory of ours whose contents are somebody else's: their links lead nowhere else. */
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { UsageError } from '../tree/usage-error.ts';

/** `file` is relative, without `..`. Throws UsageError where a link on its way leads outside of `directory`. */
export async function writeInside(directory: string, file: string, text: string): Promise<void> {
  const target = join(directory, file);
  await mkdir(dirname(target), { recursive: true });
  const [inside, root] = await Promise.all([realpath(dirname(target)), realpath(directory)]);
  if (inside !== root && !inside.startsWith(root + sep))
    throw new UsageError(`${file} lies outside of the repository: nothing is written there.`);
  await writeFile(target, text);
}
