import { expect, test } from '@jest/globals';
import { rulesCommand } from '../../src/entry/rules-command.ts';

test('a rule that does not exist is one sentence with the nearest name', () => {
  expect(() => rulesCommand({}, ['no-drop-colum'])).toThrow(
    'no-drop-colum is an unknown rule: did you mean no-drop-column?',
  );
});
