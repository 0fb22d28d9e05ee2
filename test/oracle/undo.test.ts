/** The revisions that undo reverted ones, as the report gives them: Alembic loads them, and they put the schema back. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { readRevision } from '../../src/revision/read.ts';
import { judged } from '../flows/judged.ts';
import { testbed } from '../testbed.ts';

jest.setTimeout(120_000);

const { python } = testbed();
const GENERIC = readFileSync(
  fileURLToPath(new URL('../fixtures/script-templates/generic-1.15.0.mako', import.meta.url)),
  'utf8',
);
const ENV = `from alembic import context
from sqlalchemy import create_engine

with create_engine("sqlite:///" + context.config.get_main_option("file")).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
`;
const made = (id: string, down: string | null, up: string, back: string, head = ''): string =>
  `"""${id}"""\nfrom alembic import op\nimport sqlalchemy as sa\n${head}\nrevision = "${id}"\ndown_revision = ${down === null ? 'None' : `"${down}"`}\n\n\ndef upgrade():\n    ${up}\n\n\ndef downgrade():\n    ${back}\n`;

const FILES: Readonly<Record<string, string>> = {
  'alembic.ini': '[alembic]\nscript_location = migrations\nfile = scratch.db\n',
  'migrations/env.py': ENV,
  'migrations/script.py.mako': GENERIC,
  'migrations/versions/a.py': made(
    'a',
    null,
    `op.create_table("item", sa.Column("id", sa.Integer, primary_key=True))`,
    `op.drop_table("item")`,
  ),
  'migrations/versions/b.py': made(
    'b',
    'a',
    `op.add_column("item", sa.Column("note", SMALLINT))\n    op.create_index("ix_note", "item", ["note"])`,
    `op.drop_index("ix_note", "item")\n    with op.batch_alter_table("item") as batch:\n        batch.drop_column("note")`,
    'from sqlalchemy.types import SMALLINT\n',
  ),
  'migrations/versions/c.py': made(
    'c',
    'b',
    `op.create_table("other", sa.Column("id", sa.Integer, primary_key=True))`,
    `op.drop_table("other")`,
  ),
};

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'undo-'));
});
afterAll(() => rmSync(place, { recursive: true }));

const alembic = (directory: string, ...words: readonly string[]): string =>
  execFileSync(python.newest, ['-m', 'alembic', ...words], {
    cwd: directory,
    encoding: 'utf8',
    stdio: 'pipe',
  });
const schema = (directory: string): string =>
  execFileSync(
    python.newest,
    [
      '-c',
      `import sqlite3; print(sorted(r for r in sqlite3.connect("scratch.db").execute("select type, name, tbl_name from sqlite_master where name not like '%autoindex%'")), sorted(r[1:3] for r in sqlite3.connect("scratch.db").execute("pragma table_info(item)")))`,
    ],
    { cwd: directory, encoding: 'utf8' },
  );

/** Files by path, as the findings' help shows them: the path in the sentence, the code below it. */
function undosOf({ findings }: Report): ReadonlyMap<string, string> {
  return new Map(
    findings.flatMap(({ help }) => {
      const [sentence = '', ...code] = help.split('\n');
      const path = /in a new revision, (\S+\.py) \(/.exec(sentence)?.[1];
      return path === undefined ? [] : [[path, code.join('\n')] as const];
    }),
  );
}

describe.each([
  ['the head alone', ['c'], 'b'],
  ['a chain of two', ['c', 'b'], 'a'],
])('a revert of %s', (_title, reverted, floor) => {
  test('comes with revisions that Alembic loads, runs both ways, and that leave one head', async () => {
    const removed = Object.fromEntries(reverted.map((id) => [`migrations/versions/${id}.py`, null]));
    const report = await judged({ before: FILES, inPullRequest: removed });
    const undos = undosOf(report);
    expect(undos.size).toBe(reverted.length);
    for (const [path, text] of undos)
      expect(readRevision(path, Buffer.from(text))).toMatchObject({ kind: 'revision' });

    const directory = join(place, reverted.join(''));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    alembic(directory, 'upgrade', floor);
    const wanted = schema(directory);
    alembic(directory, 'upgrade', 'head');
    const full = schema(directory);
    for (const [path, text] of undos) writeFileSync(join(directory, path), text);
    expect(alembic(directory, 'heads').trim().split('\n')).toHaveLength(1);
    alembic(directory, 'upgrade', 'head');
    expect(schema(directory)).toBe(wanted);
    alembic(directory, 'downgrade', `-${reverted.length}`);
    expect(schema(directory)).toBe(full);
    expect(full).not.toBe(wanted);
  });
});

describe('no file is shown, and the reason is', () => {
  const helpOf = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const report = await judged({
      before: { ...FILES, ...files },
      inPullRequest: { 'migrations/versions/c.py': null },
    });
    return report.findings.find(({ revision }) => revision === 'c')?.help ?? '';
  };

  test('where the downgrade stands on a helper of its file', async () => {
    const text = made('c', 'b', 'make()', 'drop()', 'def make(): pass\ndef drop(): pass\n');
    expect(await helpOf({ 'migrations/versions/c.py': text })).toMatch(
      /the file is not given: its upgrade\(\) uses `make`, which is defined elsewhere in the file/,
    );
  });

  test('where the template has no place for a body', async () => {
    const template = GENERIC.replace('${upgrades if upgrades else "pass"}', 'pass');
    expect(template).not.toBe(GENERIC);
    expect(await helpOf({ 'migrations/script.py.mako': template })).toContain(
      'template does not take its body',
    );
  });

  test('where the template cannot be rendered here, and the command is', async () => {
    const help = await helpOf({ 'migrations/script.py.mako': '<%! import os %>\n' });
    expect(help).toContain('alembic revision -m "Revert c" --rev-id c0ffee123456 --head c');
  });
});
