/** What a checkout holds beside its tree: settings files and generated code that the migrations may read in place. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Of tools, or environments whose contents are told otherwise; nothing that a migration reads. */
const PASSED_OVER =
  /^(__pycache__|node_modules|\.git|\.tox|\.nox|\.(mypy|pytest|ruff)_cache|.*\.egg-info|\.idea|\.vscode)$/;
const MAX_FILES = 500;
const MAX_BYTES = 4 * 1024 * 1024;

/** One line per ignored file with the digest of its bytes; null where there are too many to look at. */
export async function ignoredFacts(
  root: string,
  paths: readonly string[],
): Promise<readonly string[] | null> {
  const facts: string[] = [];
  let bytes = 0;
  const add = async (path: string): Promise<boolean> => {
    const name = path.split('/').at(-1) ?? '';
    const found = await stat(join(root, path)).catch(() => null);
    if (found === null || PASSED_OVER.test(name) || name.endsWith('.pyc')) return true;
    if (found.isDirectory()) {
      const entries = (await readdir(join(root, path))).sort();
      if (entries.includes('pyvenv.cfg')) return true;
      for (const entry of entries) if (!(await add(`${path}/${entry}`))) return false;
      return true;
    }
    bytes += found.size;
    if (facts.length >= MAX_FILES || bytes > MAX_BYTES) return false;
    const contents = await readFile(join(root, path)).catch(() => null);
    facts.push(`${path} ${contents === null ? '?' : createHash('sha256').update(contents).digest('hex')}`);
    return true;
  };
  for (const path of [...paths].sort()) if (!(await add(path.replace(/\/$/, '')))) return null;
  return facts;
}
