import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkMessage, composeMessage } from '../../src/remedy/message.ts';

const side = (id: string, ...messages: string[]): { id: string; messages: string[] } => ({ id, messages });

describe('A composed message', () => {
  test('names both tickets, a side without one by its id', () => {
    expect(composeMessage([side('a1', 'ABC-12: add x'), side('b2', 'drop y (ABC-34)')], null)).toBe(
      'Merge heads: ABC-12 and ABC-34',
    );
    expect(composeMessage([side('a1', 'ABC-12: add x'), side('b2', 'drop y')], null)).toBe(
      'Merge heads: ABC-12 and b2',
    );
    expect(composeMessage([side('a', ''), side('b', ''), side('c', '')], null)).toBe(
      'Merge heads: a, b and c',
    );
  });

  test('takes the ticket of an earlier revision of the side where the head has none', () => {
    expect(composeMessage([side('a1', 'add x', 'ABC-12: start'), side('b2', 'y')], null)).toBe(
      'Merge heads: ABC-12 and b2',
    );
  });

  test.each([
    [/^ABC-\d+: /, 'ABC-12: Merge heads'],
    [/^ABC-\d+ [A-Z]/, 'ABC-12 Merge heads'],
    [/^\[ABC-\d+\]/, '[ABC-12] Merge heads'],
    [/^(?:feat|fix)\(db\): /, 'fix(db): Merge heads: ABC-12 and b2'],
  ])('satisfies the pattern %s', (pattern, message) => {
    const sides = [side('a1', 'ABC-12: add x'), side('b2', 'fix(db): y')];
    expect(composeMessage(sides, pattern)).toBe(message);
  });

  test('is refused where no wording satisfies the pattern', () => {
    expect(() => composeMessage([side('a', ''), side('b', '')], /^JIRA-\d+/)).toThrow('give one with -m');
  });

  test('never closes an issue or skips a build by what a side says', () => {
    const sides = [side('a1', '[skip ci] ABC-1'), side('b2', 'closes ABC-2')];
    expect(() => composeMessage(sides, /^\[skip ci\]/)).toThrow('give one with -m');
    expect(() => composeMessage(sides, /^closes [A-Z]+-/)).toThrow('give one with -m');
  });

  test('has nothing in it that a docstring, a shell, Markdown or GitHub would obey', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.string(), messages: fc.array(fc.string()) }), { maxLength: 3 }),
        (sides) => {
          expect(composeMessage(sides, null)).toMatch(/^[\p{L}\p{N} _.,:-]+$/u);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('A given message must satisfy the pattern and fit into a docstring', () => {
  expect(() => checkMessage('add x', /^ABC-\d+/)).toThrow('does not satisfy message-pattern `^ABC-\\d+`');
  expect(() => checkMessage('a """ b', null)).toThrow('triple quotes');
  expect(() => checkMessage('a \ud800 b', null)).toThrow('broken Unicode');
  expect(() => checkMessage('a "b" \\ c', null)).not.toThrow();
});
