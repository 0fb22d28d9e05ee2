import { expect, test } from '@jest/globals';
import { decodeTemplate } from '../../src/remedy/mako/decode.ts';
import { renderTemplate } from '../../src/remedy/mako/render.ts';
import { Refused, refusalText } from '../../src/remedy/refused.ts';
import { bytes } from './proposals.ts';

const NAMES = new Map([
  ['message', 'hello'],
  ['up_revision', 'r1'],
]);

/** What is refused, as the user reads it. */
function refusal(template: string): string {
  try {
    renderTemplate(template, NAMES);
  } catch (error) {
    if (error instanceof Refused) return refusalText(error);
    throw error;
  }
  return 'rendered';
}

// What is rendered is compared with Mako itself in test/oracle/merge.test.ts.
test.each([
  ['<%include file="x"/>', 'line 1: the Mako tag `<%include>` is not supported'],
  ['a\n<%def name="f()">\n</%def>', 'line 2: the Mako tag `<%def>` is not supported'],
  ['a\n\n<% import os %>', 'line 3: a Python block runs `import os`, which only Python can do'],
  ['<%!\nimport os\n%>', 'line 1: a Python block runs `import os`, which only Python can do'],
  ['${unknown}', 'line 1: the name `unknown` is not one that Alembic gives to every template'],
  ['a\n${message.title()}', 'line 2: the string method `.title` is not supported'],
  ['${[x for x in message]}', 'line 1: the expression `[x for x in message]` is not supported'],
  ['${f"{message}"}', 'line 1: the expression `f"{message}"` is not supported'],
  ['${message | entity}', 'line 1: the filter `entity` is not supported'],
  ['${message', 'line 1: an expression or block that begins here does not end'],
  ['% while True:\n% endwhile', 'line 1: the control line `% while True:` is not supported here'],
  ['a\n% if message:\nb', 'line 2: `% if` is not closed'],
  ['% if message:\nb\n% endfor', 'line 3: `% endfor` inside `% if`'],
  ['% endif', 'line 1: the control line `% endif` is not supported here'],
  ['% for a, b in message:\n% endfor', 'line 1: the loop `% for a, b in message` is not supported'],
  [
    '${context.get("anything", "x")}',
    'line 1: `context.get` asks for "anything", which may come from anywhere',
  ],
])('The template %j is refused by name', (template, reason) => {
  expect(refusal(template)).toBe(reason);
});

test('A template in another encoding is refused, and so is one that is not what it says', () => {
  expect(() => decodeTemplate(bytes('# coding: latin-1\n'))).toThrow('declares the encoding latin-1');
  expect(() => decodeTemplate(new Uint8Array([0xff]))).toThrow('is not UTF-8');
});
