import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptInDirectory } from '../../src/io/kept-states/directory.ts';
import { ignoredFacts } from '../../src/io/kept-states/ignored.ts';

const KEY = ['tree', 'mysql 9.7.4'];
let directory: string;
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'alembic-gate-kept-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const open = (changes: Partial<Parameters<typeof keptInDirectory>[0]> = {}) =>
  keptInDirectory({ directory: join(directory, 'states'), writable: true, secrets: [], ...changes });
const files = (): string[] => {
  const found = readdirSync(join(directory, 'states'));
  return found.map((name) => join(directory, 'states', name));
};
const only = (): string => {
  const [path, ...others] = files();
  expect(others).toEqual([]);
  return path ?? '';
};

test('what was written under a key is read under that key alone', async () => {
  expect(await open().read(KEY)).toEqual({ kind: 'none' });
  await open().write(KEY, 'the state 🙂');
  expect(await open().read(KEY)).toEqual({ kind: 'text', text: 'the state 🙂' });
  expect(await open().read(['tree', 'mysql 9.7.5'])).toEqual({ kind: 'none' });
  expect(await open().read(['tree mysql', '9.7.4'])).toEqual({ kind: 'none' });
  expect(statSync(only()).mode & 0o777).toBe(0o600);
  expect(statSync(join(directory, 'states')).mode & 0o777).toBe(0o700);
});

describe('An entry is unusable', () => {
  const spoilt = async (spoil: (path: string) => void) => {
    await open().write(KEY, 'the state');
    spoil(only());
    return open().read(KEY);
  };

  test('when it was cut short, by one byte or to nothing', async () => {
    const cut = (keep: (size: number) => number) => (path: string) => {
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.subarray(0, keep(bytes.length)));
    };
    expect(await spoilt(cut((size) => size - 1))).toEqual({ kind: 'unusable', why: 'it is damaged' });
    expect(await spoilt(cut(() => 100))).toMatchObject({ kind: 'unusable' });
    expect(await spoilt(cut(() => 0))).toMatchObject({ kind: 'unusable' });
  });

  test('when any one of its bytes changed', async () => {
    await open().write(KEY, 'the state');
    const bytes = readFileSync(only());
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(only(), changed);
      expect(await open().read(KEY)).toMatchObject({ kind: 'unusable' });
    }
  });

  test('when it is another key’s', async () => {
    const other = ['another tree'];
    await open().write(other, 'another state');
    const of = only();
    await open().write(KEY, 'the state');
    const mine = files().find((path) => path !== of) ?? '';
    copyFileSync(of, mine);
    expect(await open().read(KEY)).toEqual({ kind: 'unusable', why: 'it belongs to another state' });
  });

  test('when others may write to it, or it is too old', async () => {
    expect(await spoilt((path) => chmodSync(path, 0o622))).toEqual({
      kind: 'unusable',
      why: 'others may write to it',
    });
    const past = Date.now() / 1000 - 15 * 24 * 3600;
    expect(await spoilt((path) => utimesSync(path, past, past))).toMatchObject({ kind: 'unusable' });
  });
});

test('where only reading is allowed nothing is written and nothing removed', async () => {
  await open({ writable: false }).write(KEY, 'the state');
  expect(readdirSync(directory)).toEqual([]);
  await open().write(KEY, 'the state');
  await open({ writable: false }).discard(KEY);
  expect(await open().read(KEY)).toMatchObject({ kind: 'text' });
  await open().discard(KEY);
  expect(await open().read(KEY)).toEqual({ kind: 'none' });
});

test('a state that holds a secret is not written', async () => {
  await open({ secrets: ['hunter2hunter2'] }).write(KEY, 'INSERT … hunter2hunter2 …');
  expect(await open().read(KEY)).toEqual({ kind: 'none' });
});

test('a place that cannot be written is no fault', async () => {
  writeFileSync(join(directory, 'states'), 'a file');
  await open().write(KEY, 'the state');
  expect(await open().read(KEY)).toMatchObject({ kind: 'none' });
});

test('the oldest make room, and unfinished files of dead runs go', async () => {
  for (let index = 0; index < 12; index += 1) await open().write([String(index)], 'x');
  const now = Date.now() / 1000;
  for (const path of files()) utimesSync(path, now - 100, now - 100);
  const incoming = `${files()[0] ?? ''}.1.incoming`;
  writeFileSync(incoming, '');
  utimesSync(incoming, now - 7200, now - 7200);
  await open().write(KEY, 'the newest');
  expect(files()).toHaveLength(12);
  expect(files()).not.toContain(incoming);
  expect(await open().read(KEY)).toMatchObject({ text: 'the newest' });
});

test('of many who write and read at once each reads a whole entry', async () => {
  const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(20_000));
  const reads = texts.map(async (text) => {
    await open().write(KEY, text);
    return open().read(KEY);
  });
  for (const read of await Promise.all(reads))
    expect(texts).toContain(read.kind === 'text' ? read.text : read.kind);
});

test('ignored files count by their contents, virtual environments and caches do not, and too many cannot be told', async () => {
  for (const name of ['.env', 'settings/local.py', '.venv/pyvenv.cfg', '.venv/x.py', '__pycache__/a.pyc']) {
    const path = join(directory, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, name);
  }
  const told = () => ignoredFacts(directory, ['.env', 'settings/', '.venv/', '__pycache__/']);
  const before = await told();
  expect(before?.map((fact) => fact.split(' ')[0])).toEqual(['.env', 'settings/local.py']);
  writeFileSync(join(directory, '.env'), 'FLAG=1');
  expect(await told()).not.toEqual(before);
  for (let index = 0; index < 600; index += 1) writeFileSync(join(directory, 'settings', `${index}.py`), '');
  expect(await told()).toBeNull();
});
