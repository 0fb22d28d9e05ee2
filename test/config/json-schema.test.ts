import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { configJsonSchema } from '../../src/config/json-schema.ts';

const committed: unknown = JSON.parse(
  readFileSync(new URL('../../schema/config.schema.json', import.meta.url), 'utf8'),
);

describe('the schema for editors', () => {
  test('is committed as the code gives it (node scripts/schemas.mjs)', () => {
    expect(configJsonSchema()).toEqual(committed);
  });

  test('accepts what the gate accepts and rejects what it rejects', () => {
    const validate = new Ajv({ allowUnionTypes: true }).compile(configJsonSchema());
    const judge = (text: string): boolean => validate(parse(text));
    expect(
      judge(
        'profile: strict\nserver: {version: 8.4}\nproofs: {rows: off, order: {limit: 2}}\ndatabase: none',
      ),
    ).toBe(true);
    expect(
      judge('environments: [{script-location: a, expected-heads: {x: 1}, base-state: {dump: a.sql}}]'),
    ).toBe(true);
    expect(judge('trunk: [main]')).toBe(false);
    expect(judge('timeouts: {step: 0}')).toBe(false);
    expect(judge('suppress: [{rule: x}]')).toBe(false);
    expect(judge('database: docker')).toBe(false);
  });

  test('describes every key', () => {
    const properties = configJsonSchema()['properties'] as Readonly<Record<string, { description?: string }>>;
    expect(Object.entries(properties).filter(([, { description }]) => description === undefined)).toEqual([]);
  });
});
