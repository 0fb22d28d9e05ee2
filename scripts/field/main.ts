/** One repository after the other: walk it, record the result, and write the page anew. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRepository } from '../../src/io/git/open.ts';
import { createLog } from '../../src/io/log.ts';
import { startAlembic } from './alembic.ts';
import { renderPage } from './page.ts';
import type { RepositoryResult } from './result.ts';
import type { Source } from './source.ts';
import { walk } from './walk.ts';

const RESULTS = 'test/field/histories.json';
const PAGE = 'docs/field-histories.md';

/** Results of repositories walked before are kept; those walked now replace theirs. */
export async function field(sources: readonly Source[], python: string, root: string): Promise<void> {
  const log = createLog(process.stderr, process.env);
  const results = new Map(recorded(root).map((result) => [result.name, result]));
  for (const source of sources) {
    const mirror = mkdtempSync(join(tmpdir(), 'alembic-gate-field-'));
    try {
      using alembic = startAlembic(python, join(root, 'scripts/field/oracle.py'), mirror);
      await using repository = await openRepository(source.gitDir);
      const result = await walk(source, repository, alembic, (text) => log.progress(text));
      results.set(source.name, result);
      log.note(`${source.name}: ${result.states} states, ${result.pullRequests.judged} merged changes`);
    } finally {
      rmSync(mirror, { recursive: true, force: true });
    }
    write(
      root,
      [...results.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
  }
  log.done();
}

function recorded(root: string): readonly RepositoryResult[] {
  try {
    return JSON.parse(readFileSync(join(root, RESULTS), 'utf8')) as readonly RepositoryResult[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function write(root: string, results: readonly RepositoryResult[]): void {
  mkdirSync(join(root, 'test/field'), { recursive: true });
  writeFileSync(join(root, RESULTS), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(root, PAGE), renderPage(results));
}
