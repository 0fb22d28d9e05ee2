/** A push keeps the base state that pull requests start from, who read it and write none. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pushEvent } from './events.ts';
import { runAction, type Ended } from './runner.ts';
import { openScene, PROVING, type Scene } from './scene.ts';
import { gate } from './shop.ts';

let scene: Scene;
let cache: string;
beforeEach(async () => {
  scene = await openScene();
  cache = mkdtempSync('/tmp/ag-keep-');
});
afterEach(async () => {
  await scene[Symbol.asyncDispose]();
  rmSync(cache, { recursive: true });
});

const entries = (): readonly string[] => readdirSync(cache, { recursive: true }).map(String).sort();
/** A runner has one home, and what is in the environment is part of the key. */
const around = (more: Readonly<Record<string, string>>) => ({ env: { HOME: '/tmp', ...more } });

function keep(more: Readonly<Record<string, string>>, event = 'push'): Promise<Ended> {
  const { world } = scene.fake;
  const tip = world.git.tip('refs/heads/main') ?? '';
  return runAction(scene.fake, {
    ...PROVING,
    inputs: { ...PROVING.inputs, command: 'keep' },
    event,
    payload: pushEvent('main', tip, tip),
    sha: tip,
    ref: 'main',
    checkout: 'refs/heads/main',
    ...around(more),
  });
}

test('a base state is kept on a push, read by a pull request, and found out where it is not whole', async () => {
  const { fake, adding } = scene;
  const kept = await keep({ ALEMBIC_GATE_CACHE: cache });
  expect({ code: kept.code, log: kept.log }).toMatchObject({ code: 0 });
  expect(kept.report).toMatchObject({ outcome: 'pass' });
  expect(fake.calls).toEqual([]);
  const after = entries();
  expect(after).toEqual(['states', expect.stringMatching(/^states\/[0-9a-f]{64}\.state$/)]);

  const pull = adding(8, 'cccccccccccc', 'bbbbbbbbbbbb', 'stock');
  const read = await gate(fake, pull, { ...PROVING, ...around({ ALEMBIC_GATE_CACHE: cache }) });
  expect(read.code).toBe(0);
  expect(read.log).not.toContain('kept base state');
  expect(entries()).toEqual(after);

  // That it was this one that was read shows itself where it is damaged.
  const path = join(cache, after.at(-1) ?? '');
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, bytes.length - 9));
  const wary = await gate(fake, pull, { ...PROVING, ...around({ ALEMBIC_GATE_CACHE: cache }) });
  expect(wary.code).toBe(0);
  expect(wary.log).toContain('The kept base state is not used, because it is damaged: it is built anew.');
}, 240_000);

test('a pull request keeps nothing that others start from, and nothing is kept nowhere', async () => {
  const { fake, adding } = scene;
  const pull = adding(8, 'cccccccccccc', 'bbbbbbbbbbbb', 'stock');
  const wish = { ...PROVING, inputs: { ...PROVING.inputs, command: 'keep' } };
  const refused = await gate(fake, pull, { ...wish, ...around({ ALEMBIC_GATE_CACHE: cache }) });
  expect(refused.code).toBe(2);
  expect(refused.log).toContain(
    'command: keep is for push, schedule, workflow_dispatch, not for pull_request',
  );
  expect(entries()).toEqual([]);

  const nowhere = await keep({});
  expect(nowhere.code).toBe(2);
  expect(nowhere.report?.reason).toContain('name it with ALEMBIC_GATE_CACHE');
}, 120_000);
