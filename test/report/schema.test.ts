import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { notEvaluatedReport } from '../../src/report/compose.ts';
import { reportJsonSchema } from '../../src/report/json-schema.ts';
import { reportSchema } from '../../src/report/schema.ts';

describe('the published schema of the report', () => {
  test('is what the code gives: `node scripts/schemas.mjs` writes it', () => {
    const committed: unknown = JSON.parse(readFileSync('schema/report.schema.json', 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
  });

  test('takes a report that could judge nothing', () => {
    const report = notEvaluatedReport('there is no branch main', { version: '1.0.0' });
    expect(reportSchema.safeParse(report).success).toBe(true);
  });

  test('takes no outcome that is not one of the four', () => {
    const report = { ...notEvaluatedReport('', { version: '1.0.0' }), outcome: 'green' };
    expect(reportSchema.safeParse(report).success).toBe(false);
  });
});
