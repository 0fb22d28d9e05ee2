import { expect, test } from '@jest/globals';
import { postgresqlSchema } from '../../../src/verify/schema/postgresql.ts';

test('Rows become objects whose values are text, SQL’s none stays none, and version tables are left out', () => {
  const rows = [
    { kind: 'table', owner: null, name: 'case', attributes: '{"comment": null, "row security": false}' },
    { kind: 'column', owner: 'case', name: 'id', attributes: '{"type": "integer", "position": 1}' },
    { kind: 'table', owner: null, name: 'alembic_version', attributes: '{}' },
    { kind: 'column', owner: 'alembic_version', name: 'version_num', attributes: '{}' },
  ] as const;
  expect(postgresqlSchema('15.18', rows, new Set(['alembic_version']))).toEqual({
    engine: 'postgresql',
    version: '15.18',
    objects: [
      { kind: 'column', table: 'case', name: 'id', attributes: { type: 'integer', position: '1' } },
      { kind: 'table', table: null, name: 'case', attributes: { comment: null, 'row security': 'false' } },
    ],
  });
});
