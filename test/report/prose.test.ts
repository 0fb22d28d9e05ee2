import { expect, test } from '@jest/globals';
import { prose } from '../../src/report/prose.ts';

test.each([
  ['column `cases`.`state` is gone', 'column `cases.state` is gone'],
  ['`shop`.`cases`.`state` is gone', '`shop.cases.state` is gone'],
  ['it drops `cases`. `state` stays', 'it drops `cases`. `state` stays'],
])('%s', (text, shown) => {
  expect(prose(text)).toContain(shown);
});
