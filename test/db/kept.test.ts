/** A base state that an earlier run kept saves time and never changes a verdict; one that is wrong is said and built anew. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptInDirectory } from '../../src/io/kept-states/directory.ts';
import type { KeptState, KeptStates } from '../../src/io/kept-states.ts';
import type { DatabaseServer } from '../../src/io/server.ts';
import type { Dump } from '../../src/io/server/dump.ts';
import { openTestServer } from '../server.ts';
import { proved, prove } from './prove.ts';

const BASE = [
  {
    id: 'b1',
    down: null,
    upgrade:
      "op.create_table('tenant', sa.Column('id', sa.Integer, primary_key=True), sa.Column('name', sa.String(40), nullable=False))",
    downgrade: "op.drop_table('tenant')",
  },
  {
    id: 'b2',
    down: 'b1',
    upgrade: `op.execute("INSERT INTO tenant VALUES (1, 'first')")`,
    downgrade: 'pass',
  },
];
/** Wants what the base made, and does not give back what it takes. */
const ADDED = [
  {
    id: 'a1',
    down: 'b2',
    upgrade: `
op.execute("UPDATE tenant SET name = 'x' WHERE id = 1")
op.add_column('tenant', sa.Column('note', sa.String(5), server_default='n'))
op.alter_column('tenant', 'name', existing_type=sa.String(40), nullable=True)`,
    downgrade: "op.drop_column('tenant', 'note')",
  },
];

interface Entry {
  dumps: (Dump & { parts: { sql: string }[] })[];
  contents: string[];
}

describe.each(['mysql', 'mariadb', 'postgresql'] as const)('A kept base state on %s', (engine) => {
  let server: DatabaseServer;
  let directory: string;
  beforeAll(async () => {
    server = await openTestServer(engine);
    directory = mkdtempSync(join(tmpdir(), 'alembic-gate-kept-'));
  }, 60_000);
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    rmSync(directory, { recursive: true });
  });

  const kept = (): KeptStates => keptInDirectory({ directory, writable: true, secrets: [] });
  const url =
    engine === 'postgresql'
      ? 'postgresql+psycopg2://app:x@db.invalid/production'
      : 'mysql+pymysql://app:x@db.invalid/production';

  const run = async (states: KeptStates | null, made = 'the tree') => {
    const notes: string[] = [];
    let built = 0;
    const result = await prove(server, {
      base: BASE,
      added: ADDED,
      url,
      ...(states === null ? {} : { kept: { states, made: [made], note: (line) => notes.push(line) } }),
      progress: (line) => (built += Number(line.startsWith('The base state: '))),
    });
    const proof = JSON.stringify(proved(result), (key, value: unknown) => (key === 'durationMs' ? 0 : value));
    return { proof, notes, built };
  };
  /** Remembers what was read and written under which key. */
  const watched = (states: KeptStates, change: (read: KeptState) => KeptState = (read) => read) => {
    const written: string[] = [];
    const spy: KeptStates = {
      ...states,
      read: async (key) => change(await states.read(key)),
      write: async (key, text) => {
        written.push(text);
        await states.write(key, text);
      },
    };
    return { states: spy, written };
  };
  const edited =
    (edit: (entry: Entry) => void) =>
    (read: KeptState): KeptState => {
      if (read.kind !== 'text') return read;
      const entry = JSON.parse(read.text) as Entry;
      edit(entry);
      return { kind: 'text', text: JSON.stringify(entry) };
    };

  test('gives the very report of a run without it, and nothing is built', async () => {
    const without = await run(null);
    expect(without.proof).toContain('nullable');
    const cold = await run(kept());
    const warm = await run(kept());
    expect([cold.proof, warm.proof]).toEqual([without.proof, without.proof]);
    expect([without.built, cold.built, warm.built]).toEqual([1, 1, 0]);
    expect([...cold.notes, ...warm.notes]).toEqual([]);
    expect((await run(kept(), 'another tree')).built).toBe(1);
  }, 120_000);

  const WRONG: readonly (readonly [string, (entry: Entry) => void, RegExp])[] = [
    [
      'has a column that the base does not have',
      ({ dumps }) => edit(dumps, /(40\)[^,\n]*)/, '$1, extra integer'),
      /differs|cannot be loaded/,
    ],
    ['lacks a row', ({ dumps }) => edit(dumps, /INSERT INTO [^;]*/, 'SELECT 1'), /rows are others/],
    ['has sums that are not true', ({ contents }) => (contents[0] = 'x'), /rows are others/],
    ['does not run', ({ dumps }) => edit(dumps, /^/, 'DROP TABLE nowhere; '), /cannot be loaded/],
  ];
  test.each(WRONG)(
    'that %s is said, built anew and replaced',
    async (_, edit_, why) => {
      await run(kept());
      const { states, written } = watched(kept(), edited(edit_));
      const again = await run(states);
      expect(again.built).toBe(1);
      expect(again.notes).toEqual([expect.stringMatching(why)]);
      expect(again.notes[0]).toMatch(/^The kept base state is not used, because .*: it is built anew\.$/);
      expect(again.proof).toBe((await run(null)).proof);
      expect(written).toHaveLength(1);
      expect(written[0]).not.toContain('unkeepable');
      expect((await run(kept())).built).toBe(0);
    },
    120_000,
  );

  test('that is no text of ours is said and built anew', async () => {
    const { states } = watched(kept(), () => ({ kind: 'text', text: '{"half' }));
    const { built, notes } = await run(states);
    expect([built, notes.length]).toEqual([1, 1]);
  }, 60_000);

  test('leaves nothing on the server, whether it counts or not', async () => {
    const count = async () =>
      (await server.query(engine === 'postgresql' ? 'SELECT datname FROM pg_database' : 'SHOW DATABASES'))
        .length;
    const before = await count();
    await run(kept());
    await run(
      watched(
        kept(),
        edited(({ contents }) => (contents[0] = 'x')),
      ).states,
    );
    expect(await count()).toBe(before);
  }, 60_000);

  function edit(dumps: Entry['dumps'], pattern: RegExp, replacement: string): void {
    const parts = dumps.flatMap((dump) => dump.parts);
    const part = parts.findLast(
      ({ sql }) => pattern.test(sql) && (pattern.source !== '^' || sql.includes('tenant')),
    );
    if (!part) throw new Error('there is nothing to spoil');
    part.sql = part.sql.replace(pattern, replacement);
  }
});
