import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readRevision } from '../../src/revision/read.ts';
import type { Reading, Revision } from '../../src/revision/revision.ts';
import { testbed } from '../testbed.ts';
import { anyModule, plainModule, slip } from './module-heads.ts';
import { startPython, type Loaded } from './python-files.ts';

const python = startPython(testbed().python.newest);
afterAll(() => python[Symbol.dispose]());

const RUNS = Number(process.env['ORACLE_RUNS'] ?? 1500);
const NAME = 'x_file.py';

/** Alembic's own form: nothing is null, one is a string, several are a list. */
const normal = (ids: readonly string[]): string | readonly string[] | null =>
  ids.length > 1 ? ids : (ids[0] ?? null);

const facts = (revision: Revision): object => ({
  revision: revision.id,
  down: normal(revision.downRevisions),
  depends: normal(revision.dependsOn),
  doc: revision.message,
});

/** What only running tells: names that are not there, numbers divided by zero, ids that the map judges. */
const OF_RUNNING =
  /^(?:NameError|TypeError|ZeroDivisionError|ImportError|ModuleNotFoundError|AssertionError|ValueError|OSError|AttributeError: '|RevisionError|LoopDetected|DependencyLoopDetected)/;
const SYNTAX = /^(?:SyntaxError|IndentationError|TabError)/;

/** Throws where a reading says anything that Alembic does not. */
function agree(reading: Reading, loaded: Loaded): void {
  if ('error' in loaded) return agreeOnError(reading, loaded.error);
  switch (reading.kind) {
    case 'refused':
      return;
    case 'broken':
      return expect(loaded.mapError).not.toBeNull();
    case 'revision': {
      const { revision, down, depends, doc, labels } = loaded;
      const { unreadLabels, branchLabels } = reading.revision;
      expect(facts(reading.revision)).toEqual({ revision, down, depends, doc });
      if (!unreadLabels) expect([...branchLabels].sort()).toEqual(labels);
    }
  }
}

function agreeOnError(reading: Reading, error: string): void {
  if (SYNTAX.test(error)) return expect(reading.kind).toBe('broken');
  if (reading.kind === 'revision') expect(error).toMatch(OF_RUNNING);
}

describe('a reading says what Alembic says after loading the file, or refuses', () => {
  test('modules of written-out values are all read', async () => {
    await fc.assert(
      fc.asyncProperty(plainModule, async (text) => {
        const reading = readRevision(`versions/${NAME}`, Buffer.from(text));
        agree(reading, await python.load(NAME, Buffer.from(text)));
        expect(reading.kind === 'refused' ? reading.reason : '').toMatch(
          /^(?:|set-order|nested|named-escape|f-string|bytes|tuple)$/,
        );
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  test('modules of anything are read as Alembic has them, refused, or broken', async () => {
    await fc.assert(
      fc.asyncProperty(anyModule, async (text) => {
        agree(
          readRevision(`versions/${NAME}`, Buffer.from(text)),
          await python.load(NAME, Buffer.from(text)),
        );
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});

describe('a file is broken exactly where Python cannot compile it', () => {
  const library = join(testbed().python.newest, '../../lib');
  const files = readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .map((path) => join(library, path));
  const isBroken = (source: Uint8Array): boolean => {
    const reading = readRevision(NAME, source);
    return reading.kind === 'broken' && (reading.reason === 'syntax' || reading.reason === 'conflict-marker');
  };

  test('in every installed package', async () => {
    const wrong: string[] = [];
    for (const path of files) {
      const error = await python.compile({ path });
      if (isBroken(readFileSync(path)) !== (error !== null)) wrong.push(`${path}: ${error ?? 'compiles'}`);
    }
    expect(files.length).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  }, 300_000);

  test('after slips of an editor, except for what is newer than this Python', async () => {
    const small = files.filter((path) => statSync(path).size < 6000);
    const unseen: string[] = [];
    let broken = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...small),
        fc.array(slip, { minLength: 1, maxLength: 2 }),
        async (path, slips) => {
          const text = slips.reduce(
            (now, { at, length, put }) => {
              const from = Math.floor(at * now.length);
              return now.slice(0, from) + put + now.slice(from + length);
            },
            readFileSync(path, 'utf8'),
          );
          const error = await python.compile({ source: Buffer.from(text) });
          if (isBroken(Buffer.from(text))) {
            expect(error).not.toBeNull();
            broken++;
          } else if (error !== null) {
            unseen.push(error);
          }
        },
      ),
      { numRuns: RUNS },
    );
    expect(broken).toBeGreaterThan(RUNS / 4);
    expect(unseen.length).toBeLessThanOrEqual(RUNS / 100);
  }, 300_000);
});
