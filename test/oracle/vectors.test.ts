/** The facts about Alembic that the gate stands on, each executed: the real command line on files and an SQLite database, and the gate on the same files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildGraph } from '../../src/graph/build.ts';
import type { RevisionGraph } from '../../src/graph/graph.ts';
import { slugOf } from '../../src/remedy/file-name.ts';
import { readRevision } from '../../src/revision/read.ts';
import { testbed } from '../testbed.ts';

const place = mkdtempSync(join(tmpdir(), 'alembic-gate-vectors-'));
afterAll(() => rmSync(place, { recursive: true }));

const ENV = `from alembic import context
from sqlalchemy import create_engine


def note(step, **_):
    if step.is_upgrade:
        open("ran.txt", "a").write(step.up_revision_id + "\\n")


with create_engine("sqlite:///versions.db").connect() as connection:
    context.configure(connection=connection, on_version_apply=note)
    with context.begin_transaction():
        context.run_migrations()
    if hasattr(connection, "commit"):
        connection.commit()
`;

/** A history on disk; a file is named by its key, or by its id where it has none of its own. */
class History {
  readonly #directory = mkdtempSync(join(place, 'h'));

  constructor(files: Readonly<Record<string, string>>) {
    mkdirSync(join(this.#directory, 'versions'));
    writeFileSync(join(this.#directory, 'alembic.ini'), '[alembic]\nscript_location = %(here)s\n');
    writeFileSync(join(this.#directory, 'env.py'), ENV);
    writeFileSync(join(this.#directory, 'script.py.mako'), TEMPLATE);
    this.write(files);
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, facts] of Object.entries(files)) {
      const [id = '', down = 'None', depends = 'None'] = facts.split(' <- ');
      const text = `revision = '${id}'\ndown_revision = ${down}\ndepends_on = ${depends}\n\ndef upgrade(): pass\n\ndef downgrade(): pass\n`;
      writeFileSync(join(this.#directory, 'versions', `${name}.py`), text);
    }
  }

  /** stdout of a command that ends well. */
  done(...args: readonly string[]): string {
    const { status, stdout, stderr } = this.#python(['-m', 'alembic', ...args]);
    if (status !== 0) throw new Error(`alembic ${args.join(' ')} failed: ${stderr}`);
    return stdout;
  }

  /** What a command says that does not. */
  fails(...args: readonly string[]): string {
    const { status, stdout, stderr } = this.#python(['-m', 'alembic', ...args]);
    if (status === 0) throw new Error(`alembic ${args.join(' ')} did not fail: ${stdout}`);
    return stdout + stderr;
  }

  /** As `alembic heads` lists them. */
  heads(): readonly string[] {
    return firstWords(this.done('heads'));
  }

  /** Ids of the version table. */
  rows(): readonly string[] {
    return firstWords(this.done('current'));
  }

  addRow(id: string): void {
    const script = `import sqlite3; c = sqlite3.connect("versions.db"); c.execute("insert into alembic_version values (?)", ["${id}"]); c.commit()`;
    expect(this.#python(['-c', script]).status).toBe(0);
  }

  /** Every revision whose upgrade ran, in order. */
  ran(): readonly string[] {
    return firstWords(readFileSync(join(this.#directory, 'ran.txt'), 'utf8'));
  }

  #python(args: readonly string[]) {
    return spawnSync(testbed().python.newest, args, { cwd: this.#directory, encoding: 'utf8' });
  }

  file(name: string): string {
    return readFileSync(join(this.#directory, 'versions', name), 'utf8');
  }

  files(): readonly string[] {
    return readdirSync(join(this.#directory, 'versions')).filter((name) => name.endsWith('.py'));
  }

  /** What the gate reads, in Alembic's own load order: file names, ascending. */
  graph(): RevisionGraph {
    const names = [...this.files()].sort();
    return buildGraph(
      names.map((name) => {
        const reading = readRevision(`versions/${name}`, Buffer.from(this.file(name)));
        if (reading.kind !== 'revision') throw new Error(`${name} is not read: ${JSON.stringify(reading)}`);
        return reading.revision;
      }),
    );
  }
}

const TEMPLATE = `"""\${message}"""
revision = \${repr(up_revision)}
down_revision = \${repr(down_revision)}

def upgrade():
    \${upgrades if upgrades else "pass"}

def downgrade():
    \${downgrades if downgrades else "pass"}
`;

const firstWords = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' ')[0] ?? '');

describe('what Alembic does, executed, and what the gate makes of it', () => {
  test('heads come in the order of files, and a merge of them upgrades the last one first', () => {
    const history = new History({ base: 'b000', zz_first: "a111 <- 'b000'", aa_second: "c222 <- 'b000'" });
    expect(history.heads()).toEqual(['c222', 'a111']);
    expect(history.graph().heads).toEqual(['c222', 'a111']);
    history.done('merge', 'heads', '--rev-id', 'd333', '-m', 'both');
    expect(history.file('d333_both.py')).toContain("down_revision = ('c222', 'a111')");
    history.done('upgrade', 'head');
    expect(history.ran()).toEqual(['b000', 'a111', 'c222', 'd333']);
    expect(history.graph().upgradeOrder(['d333'])).toEqual(['b000', 'a111', 'c222', 'd333']);
  });

  test('a second file with the id of an inner revision leaves a phantom head, and upgrade head fails', () => {
    const history = new History({ a: 'r1', b: "r2 <- 'r1'", c: "r2 <- 'r1'", d: "r3 <- 'r2'" });
    expect(history.heads()).toEqual(['r2', 'r3']);
    expect(history.fails('upgrade', 'head')).toMatch(/Multiple head revisions/);
    const graph = history.graph();
    expect(graph.heads).toEqual(['r2', 'r3']);
    expect(graph.problems).toMatchObject([{ kind: 'duplicate-revision', revision: 'r2' }]);
  });

  test('a second file with the id of the head makes it two heads that cannot be merged', () => {
    const history = new History({ a: 'r1', b: "r2 <- 'r1'", c: "r2 <- 'r1'" });
    expect(history.heads()).toEqual(['r2', 'r2']);
    expect(history.fails('merge', 'heads')).toMatch(/[Dd]uplicate head revisions/);
    expect(history.graph().heads).toEqual(['r2', 'r2']);
  });

  test('a head that another depends on is effective only, and "merge heads" leaves it out', () => {
    const history = new History({ a: 'aaaa', b: "bbbb <- None <- 'aaaa'", c: 'cccc' });
    expect(history.heads()).toEqual(['aaaa', 'bbbb', 'cccc']);
    const graph = history.graph();
    expect([graph.heads, graph.effectiveHeads, graph.realHeads]).toEqual([
      ['aaaa', 'bbbb', 'cccc'],
      ['aaaa'],
      ['bbbb', 'cccc'],
    ]);
    history.done('merge', 'heads', '--rev-id', 'dddd', '-m', 'm');
    expect(history.file('dddd_m.py')).toContain("down_revision = ('bbbb', 'cccc')");
  });

  test('a revision put below one that a database has never runs there', () => {
    const history = new History({ a: 'aaaa', x: "xxxx <- 'aaaa'" });
    history.done('upgrade', 'head');
    history.write({ y: "yyyy <- 'aaaa'", x: "xxxx <- 'yyyy'" });
    history.done('upgrade', 'head');
    expect(history.ran()).toEqual(['aaaa', 'xxxx']);
    expect(history.rows()).toEqual(['xxxx']);
    expect(history.graph().upgradeOrder(['xxxx'], ['xxxx'])).toEqual([]);
  });

  test('a revision re-parented onto one that a database has runs there', () => {
    const history = new History({ a: 'aaaa', x: "xxxx <- 'aaaa'" });
    history.done('upgrade', 'head');
    history.write({ y: "yyyy <- 'xxxx'" });
    history.done('upgrade', 'head');
    expect(history.ran()).toEqual(['aaaa', 'xxxx', 'yyyy']);
    expect(history.graph().upgradeOrder(['yyyy'], ['xxxx'])).toEqual(['yyyy']);
  });

  test('a merge revision with the id of its own ancestor is written, and closes a cycle', () => {
    const history = new History({ aaaa: 'aaaa', b: "bbbb <- 'aaaa'", c: "cccc <- 'aaaa'" });
    history.done('merge', 'heads', '--rev-id', 'aaaa', '-m', 'again');
    expect(history.fails('heads')).toMatch(/[Cc]ycle is detected.*\(bbbb, cccc\)/);
    const graph = history.graph();
    expect(graph.loads).toBe(false);
    expect(graph.problems.find(({ kind }) => kind === 'cycle')?.involved).toEqual(
      expect.arrayContaining(['bbbb', 'cccc']),
    );
  });

  test('a cycle between a base and a head is accepted by Alembic, and found here', () => {
    const history = new History({ z: 'r0', b: "r2 <- 'r1'", a: "r1 <- ('r2', 'r0')", y: "r9 <- 'r1'" });
    expect(history.heads()).toEqual(['r9']);
    const graph = history.graph();
    expect([graph.loads, graph.heads]).toEqual([true, ['r9']]);
    expect(graph.problems).toMatchObject([{ kind: 'cycle', fatal: false }]);
  });

  test.each([
    [`it's "a"/b.c-d`, 'eeee_it_s_a_b_c_d.py'],
    // The fourth word ends exactly at the limit of 40 characters.
    ['abcdefghij abcdefghij abcdefghij abcdefg xyz', 'eeee_abcdefghij_abcdefghij_abcdefghij_.py'],
  ])('the message %s gives the file %s, with the message as it is', (message, file) => {
    const history = new History({ a: 'aaaa' });
    history.done('revision', '--rev-id', 'eeee', '-m', message);
    expect(history.files()).toContain(file);
    expect(history.file(file)).toContain(`"""${message}"""`);
    expect(`eeee_${slugOf(message, 40)}.py`).toBe(file);
  });

  test('a downgrade from a merge to one of its parents leaves both parents in the version table', () => {
    const history = new History({
      a: 'aaaa',
      x: "xxxx <- 'aaaa'",
      y: "yyyy <- 'aaaa'",
      m: "mmmm <- ('xxxx', 'yyyy')",
    });
    history.done('upgrade', 'head');
    history.done('downgrade', 'xxxx');
    expect([...history.rows()].sort()).toEqual(['xxxx', 'yyyy']);
    expect(history.graph().downgradeOrder(['mmmm'], 'xxxx')).toEqual(['mmmm']);
  });

  test('a version table with a revision and its own parent stops every upgrade', () => {
    const history = new History({ a: 'aaaa', b: "bbbb <- 'aaaa'", c: "cccc <- 'bbbb'" });
    history.done('upgrade', 'bbbb');
    history.addRow('aaaa');
    expect(history.fails('upgrade', 'head')).toMatch(
      /Requested revision bbbb overlaps with other requested revisions aaaa/,
    );
    expect(history.graph().ancestors(['bbbb']).has('aaaa')).toBe(true);
  });
});
