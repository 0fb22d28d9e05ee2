import { describe, expect, test } from '@jest/globals';
import { mergeConfig } from '../../src/config/merge.ts';

describe('merging configuration', () => {
  test('nothing given is the defaults of the documentation', () => {
    expect(mergeConfig({})).toMatchObject({
      database: 'auto',
      databaseUrl: null,
      engine: null,
      image: 'mysql:8.4',
      allowRemote: false,
      trunks: null,
      profile: 'recommended',
      deploys: 'rolling',
      prefer: 'merge',
      timeouts: { connect: 30, step: 120, total: 900 },
      comment: 'migrations',
      commands: { author: false },
      proofs: { 'round-trip': true, drift: true, interruption: false, 'start-states': false },
    });
  });

  test('a flag beats an input, an input the file, the file the default', () => {
    const file = { profile: 'strict', engine: 'sqlite', image: 'mysql:9' } as const;
    const inputs = { profile: 'add-only', engine: 'postgresql' };
    expect(mergeConfig({ flags: { profile: 'recommended' }, inputs, file })).toMatchObject({
      profile: 'recommended',
      engine: 'postgresql',
      image: 'mysql:9',
    });
  });

  test('an empty text is not given, as GitHub passes inputs that nobody set', () => {
    expect(mergeConfig({ inputs: { profile: '', database: '' }, file: { profile: 'strict' } })).toMatchObject(
      {
        profile: 'strict',
        database: 'auto',
      },
    );
  });

  test('a URL as database means a service there, whatever the file says', () => {
    const file = { database: 'local', databaseUrl: 'mysql://file/' };
    expect(mergeConfig({ flags: { database: 'mysql://flag/' }, file })).toMatchObject({
      database: 'service',
      databaseUrl: 'mysql://flag/',
    });
    expect(mergeConfig({ file })).toMatchObject({ database: 'local', databaseUrl: 'mysql://file/' });
  });

  test('partial tables are filled up', () => {
    expect(mergeConfig({ file: { timeouts: { step: 5 }, proofs: { interruption: true } } })).toMatchObject({
      timeouts: { connect: 30, step: 5, total: 900 },
      proofs: { interruption: true, rows: true },
    });
  });

  test('add-only turns the start states on, unless they are turned off', () => {
    expect(mergeConfig({ flags: { profile: 'add-only' } }).proofs['start-states']).toBe(true);
    expect(
      mergeConfig({ flags: { profile: 'add-only' }, file: { proofs: { 'start-states': false } } }).proofs[
        'start-states'
      ],
    ).toBe(false);
  });

  test('SQLite in the place of an engine that the file declares does not make that one forgotten', () => {
    const declared = (flag: string, file: 'mysql' | 'sqlite') =>
      mergeConfig({ flags: { engine: flag }, file: { engine: file } }).declaredEngine;
    expect(declared('sqlite', 'mysql')).toBe('mysql');
    expect(declared('sqlite', 'sqlite')).toBeUndefined();
    // Another server stands for itself.
    expect(declared('postgresql', 'mysql')).toBeUndefined();
  });

  test('a wrong flag or input is named with what it may be', () => {
    expect(() => mergeConfig({ flags: { profile: 'lax' } })).toThrow(
      '--profile must be one of recommended, add-only, strict, not "lax"',
    );
    expect(() => mergeConfig({ inputs: { engine: 'oracle' } })).toThrow(
      'input engine must be one of mysql, mariadb, postgresql, sqlite, not "oracle"',
    );
    expect(() => mergeConfig({ flags: { database: 'docker' } })).toThrow(
      /^--database must be one of auto, .*not "docker"$/,
    );
  });
});
