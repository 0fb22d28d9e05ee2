/**
 * How long the static gate takes, against `alembic heads` on the same tree in the same run. Needs `npm run build` and the
 * Python environments of `npm test`. Whole processes, alternating, medians of the counted runs after one warm-up.
 *
 *   node bench/static.mjs [runs]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, median } from './measure.mjs';

const ROOT = join(import.meta.dirname, '..');
const CLI = join(ROOT, 'dist/cli.js');
const ALEMBIC = join(ROOT, '.cache/testbed/python/newest/bin/alembic');
const RUNS = Number(process.argv[2] ?? 5);

/** A chain with a merge every fiftieth revision; bodies of ordinary size. */
function makeHistory(directory, size) {
  const versions = join(directory, 'migrations/versions');
  mkdirSync(versions, { recursive: true });
  writeFileSync(join(directory, 'alembic.ini'), '[alembic]\nscript_location = migrations\n');
  writeFileSync(join(directory, 'migrations/env.py'), 'from alembic import context\n');
  const id = (index) => (0x100000000000 + index * 7919).toString(16);
  for (let index = 0; index < size; index += 1) {
    const parents =
      index === 0
        ? 'None'
        : index % 50 === 1 && index > 1
          ? `('${id(index - 1)}', '${id(index - 2)}')`
          : index % 50 === 0
            ? `'${id(index - 2)}'`
            : `'${id(index - 1)}'`;
    const columns = Array.from(
      { length: 8 },
      (_, column) =>
        `    op.add_column('t${index % 40}', sa.Column('c${index}_${column}', sa.String(length=50), nullable=True))`,
    );
    writeFileSync(
      join(versions, `${id(index)}_step.py`),
      `"""step ${index}\n\nRevision ID: ${id(index)}\n"""\nfrom alembic import op\nimport sqlalchemy as sa\n\nrevision = '${id(index)}'\ndown_revision = ${parents}\nbranch_labels = None\ndepends_on = None\n\n\ndef upgrade():\n${columns.join('\n')}\n\n\ndef downgrade():\n    pass\n`,
    );
  }
  const git = (...parameters) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...parameters], {
      cwd: directory,
    });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'history');
}

function compare(title, ours, theirs, directory) {
  const once = (command) => measure(command, { cwd: directory });
  once(ours);
  once(theirs);
  const pairs = Array.from({ length: RUNS }, () => [once(ours), once(theirs)]);
  const of = (side, what) => Math.round(median(pairs.map((pair) => pair[side][what])));
  const ratio = (what) => median(pairs.map(([one, other]) => other[what] / one[what])).toFixed(1);
  console.log(
    `${title}: ${of(0, 'ms')} ms, ${of(0, 'cpu')} ms of CPU, ${of(0, 'mb')} MB; alembic heads ${of(1, 'ms')} ms, ${of(1, 'cpu')} ms of CPU; ratio ${ratio('ms')}, of CPU ${ratio('cpu')}`,
  );
}

const directory = mkdtempSync(join(tmpdir(), 'alembic-gate-bench-'));
try {
  for (const size of [200, 10_000]) {
    const history = join(directory, String(size));
    makeHistory(history, size);
    compare(
      `graph on ${size} revisions`,
      ['node', CLI, 'graph', '--ref', 'main', '--format', 'json'],
      [ALEMBIC, 'heads'],
      history,
    );
    compare(
      `check --database none on ${size} revisions`,
      ['node', CLI, 'check', '--database', 'none'],
      [ALEMBIC, 'heads'],
      history,
    );
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
