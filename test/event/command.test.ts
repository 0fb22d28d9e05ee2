import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MERGE_HEADS_USAGE, parseCommand } from '../../src/event/command.ts';

const MERGE = { kind: 'merge-heads', sha: null, strategy: null, message: null, dryRun: false } as const;
const SHA = '0123456789abcdef0123456789abcdef01234567';

describe('a comment is a command of ours when its first line is one', () => {
  test.each([
    ['/merge-heads', MERGE],
    ['  \n/merge-heads  ', MERGE],
    ['/merge-heads\r\nthanks!', MERGE],
    [`/merge-heads ${SHA}`, { ...MERGE, sha: SHA }],
    ['/merge-heads ABCDEF0', { ...MERGE, sha: 'abcdef0' }],
    ['/merge-heads merge', { ...MERGE, strategy: 'merge-revision' }],
    ['/merge-heads re-parent --dry-run', { ...MERGE, strategy: 're-parent', dryRun: true }],
    ['/merge-heads -m "join orders and stock"', { ...MERGE, message: 'join orders and stock' }],
    ['/merge-heads -m "say \\"hi\\" \\\\"', { ...MERGE, message: 'say "hi" \\' }],
    ['/merge-heads -m word', { ...MERGE, message: 'word' }],
    [
      `/merge-heads ${SHA} merge -m "a b" --dry-run`,
      { ...MERGE, sha: SHA, strategy: 'merge-revision', message: 'a b', dryRun: true },
    ],
    ['/recheck-migrations', { kind: 'recheck' }],
    ['/migrations-help', { kind: 'help' }],
  ])('%j', (text, command) => {
    expect(parseCommand(text)).toEqual(command);
  });

  test.each([
    '',
    'please /merge-heads',
    '> /merge-heads',
    '/merge-headsman',
    '/merge',
    '/deploy',
    '`/merge-heads`',
    'LGTM\n/merge-heads',
  ])('but not %j', (text) => {
    expect(parseCommand(text)).toBeNull();
  });
});

describe('a command that is not understood says why', () => {
  test.each([
    ['/merge-heads --force', 'not understood'],
    ['/merge-heads abc', 'not understood'],
    ['/merge-heads merge re-parent', 'not understood'],
    [`/merge-heads ${SHA} ${SHA}`, 'not understood'],
    ['/merge-heads -m', '-m needs a message in double quotes'],
    ['/merge-heads -m ""', '-m needs a message in double quotes'],
    ['/merge-heads -m "open', '-m needs a message in double quotes'],
    [`/merge-heads -m "${'x'.repeat(121)}"`, 'the message is longer than 120 characters'],
  ])('%j', (text, why) => {
    expect(parseCommand(text)).toEqual({ kind: 'malformed', why: `${why}; write ${MERGE_HEADS_USAGE}` });
  });

  test('an argument where none is taken', () => {
    expect(parseCommand('/recheck-migrations now')).toEqual({
      kind: 'malformed',
      why: '/recheck-migrations takes no arguments',
    });
  });
});

test('no text makes the parser throw or yields a commit that is none', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const command = parseCommand(`/merge-heads ${text}`);
      if (command?.kind === 'merge-heads' && command.sha !== null)
        expect(command.sha).toMatch(/^[0-9a-f]{7,40}$/);
      expect(command).not.toBeUndefined();
    }),
    { numRuns: 500 },
  );
});
