import { describe, expect, test } from '@jest/globals';
import { lineOf } from '../../src/verify/anchor.ts';
import type { CapturedStatement } from '../../src/verify/proof.ts';
import type { SchemaDifference } from '../../src/verify/schema/schema.ts';

const statement = (sql: string, line: number | null): CapturedStatement => ({
  sql,
  path: line === null ? null : 'versions/a.py',
  line,
  durationMs: 1,
  rows: 0,
  lockClass: 'unknown',
  rebuilds: null,
});

const difference = (
  kind: SchemaDifference['kind'],
  table: string | null,
  name: string,
): SchemaDifference => ({
  kind,
  table,
  name,
  object: '',
  attribute: 'exists',
  before: 'no',
  after: 'yes',
});

describe('A difference belongs to', () => {
  const statements = [
    statement('SELECT note FROM `case` USE INDEX (ix_note)', 9),
    statement('ALTER TABLE `case` DROP COLUMN a', 20),
    statement('CREATE INDEX ix_note ON `case` (note)', 11),
    statement('UPDATE alembic_version SET version_num = "ix_note"', null),
  ];

  test('the statement that names the object and its table', () => {
    expect(lineOf(difference('index', 'case', 'ix_note'), statements, 18)).toBe(11);
  });

  test('else the first statement on its table', () => {
    expect(lineOf(difference('column', 'case', 'b'), statements, 18)).toBe(20);
    expect(lineOf(difference('primary-key', 'case', 'PRIMARY'), statements, 18)).toBe(20);
  });

  test('else the downgrade itself', () => {
    expect(lineOf(difference('table', null, 'tenant'), statements, 18)).toBe(18);
  });

  test.each(['case_note', 'lowercase', 'ix_note2'])(
    'never a statement that only contains the name: %s',
    (name) => {
      const other = [statement(`ALTER TABLE ${name} ADD COLUMN x INT`, 5)];
      expect(lineOf(difference('table', null, name === 'ix_note2' ? 'ix_note' : 'case'), other, 18)).toBe(18);
    },
  );
});
