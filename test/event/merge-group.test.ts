import { expect, test } from '@jest/globals';
import { readMergeGroup } from '../../src/event/merge-group.ts';

const SHA = 'b'.repeat(40);

test.each([
  [`gh-readonly-queue/main/pr-7-${SHA}`, { base: 'main', onto: SHA, pullRequest: 7 }],
  [`gh-readonly-queue/release/2/pr-41-${SHA}`, { base: 'release/2', onto: SHA, pullRequest: 41 }],
  ['main', null],
  ['gh-readonly-queue/main/pr-7-bbb', null],
  [`gh-readonly-queue/pr-7-${SHA}`, null],
  [`x/gh-readonly-queue/main/pr-7-${SHA}`, null],
])('%s', (branch, group) => {
  expect(readMergeGroup(branch)).toEqual(group);
});
