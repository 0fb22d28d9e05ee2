import { describe, expect, test } from '@jest/globals';
import { contradictionOf } from '../../src/verify/contradiction.ts';

describe('declarations that contradict themselves', () => {
  test.each([
    null,
    {},
    { python: '.venv/bin/python', baseState: 'migrations' as const },
    { baseState: { command: 'flask create' }, setup: 'make', carry: ['.env'] },
    { baseState: { dump: 'schema.sql' }, command: 'flask db' },
    { xArgs: ['tenant=acme'] },
  ])('nothing is said of %j', (declared) => {
    expect(contradictionOf(declared)).toBeNull();
  });

  test('arguments are not put into a command that has its own', () => {
    expect(contradictionOf({ command: 'alembic', xArgs: ['tenant=acme'] })).toBe(
      'the configuration has x-args beside command, and a command says its own arguments: write them into it and take x-args out',
    );
  });
});
