import { describe, expect, test } from '@jest/globals';
import { beyondThisVersion } from '../../src/verify/beyond.ts';

describe('what a proof of this version cannot do', () => {
  test.each([
    null,
    {},
    { python: '.venv/bin/python', baseState: 'migrations' as const },
    { baseState: { command: 'flask create' }, setup: 'make', carry: ['.env'] },
    { baseState: { dump: 'schema.sql' }, command: 'flask db' },
  ])('nothing is said of %j', (declared) => {
    expect(beyondThisVersion(declared)).toBeNull();
  });

  test('arguments are not put into a command', () => {
    const declared = { command: 'alembic', xArgs: ['tenant=acme'] };
    expect(beyondThisVersion(declared)).toMatch(
      /asks for x-args beside command \(which can say them itself\), /,
    );
  });
});
