import { expect, test } from '@jest/globals';
import { pausesAt } from '../../../src/io/github/pauses.ts';

test.each([
  ['https://api.github.com', []],
  ['https://api.octocorp.ghe.com', []],
  ['https://github.example.org/api/v3', ['write', 'notifications']],
  ['https://api.notgithub.com', ['write', 'notifications']],
  ['https://api.github.com.example.org', ['write', 'notifications']],
  ['http://127.0.0.1:8080/api/v3', ['write', 'notifications']],
])('a write to %s passes these queues by: %j', (apiUrl, without) => {
  expect(Object.keys(pausesAt(apiUrl))).toEqual(without);
});

test('what is made at once is made once, and its end is its caller’s', async () => {
  const made: string[] = [];
  const { write } = pausesAt('http://127.0.0.1:8080');
  const queue = write?.key('any');
  await queue?.schedule({}, () => Promise.resolve(made.push('one')));
  await expect(queue?.schedule({}, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  expect(made).toEqual(['one']);
});
