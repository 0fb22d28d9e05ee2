import { describe, expect, test } from '@jest/globals';
import { imageOf } from '../../../src/io/server/container.ts';
import { tellingLines } from '../../../src/io/server/log.ts';
import { isLeftover, newRun, scratchName } from '../../../src/io/server/names.ts';
import { serverConfig } from '../../server.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);

describe('names of a run', () => {
  test('fit into what the servers allow', () => {
    const run = newRun(NOW);
    expect(run).toMatch(/^alembic_gate_[0-9a-f]{6}_1795176000$/);
    expect(run.length).toBeLessThanOrEqual(32);
    expect(scratchName(run, 'A purpose of very many words', 12345)).toBe(`${run}_apurposeofveryma_12345`);
    expect(scratchName(run, 'A purpose of very many words', 12345).length).toBeLessThanOrEqual(63);
  });

  test('are left over after six hours, and nothing else ever is', () => {
    const old = newRun(hoursAgo(7));
    for (const name of [old, scratchName(old, 'base', 1), `${old}.removed`])
      expect(isLeftover(name, NOW)).toBe(true);
    for (const name of [
      newRun(hoursAgo(5)),
      'shop',
      'alembic_gate',
      'alembic_gate_zz_1600000000',
      `my_${old}`,
    ]) {
      expect(isLeftover(name, NOW)).toBe(false);
    }
  });
});

test('the serious lines of a log are told, else its last', () => {
  expect(tellingLines('a\n1 [ERROR] [MY-1] b \n\nc\n')).toBe('1 [ERROR] [MY-1] b');
  expect(tellingLines('a\nb\nc\nd\n')).toBe('b | c | d');
  expect(tellingLines('')).toBe('nothing');
});

test('an engine without a configured image gets its own', () => {
  expect(imageOf({ engine: 'mysql', config: serverConfig({ image: 'mysql:8.4' }) })).toBe('mysql:8.4');
  expect(imageOf({ engine: 'postgresql', config: serverConfig({ image: 'mysql:8.4' }) })).toBe('postgres:17');
  expect(imageOf({ engine: 'mariadb', config: serverConfig({ image: 'mirror/mariadb:10' }) })).toBe(
    'mirror/mariadb:10',
  );
});
