import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareRows, type RowHashes } from '../../../src/verify/rows/compare.ts';
import { culpritOf, lostRows } from '../../../src/verify/rows/section.ts';
import type { RowTable } from '../../../src/verify/rows/model.ts';
import { touchedBy, type Migration } from '../../../src/verify/rows/touched.ts';
import { withoutValues } from '../../../src/verify/rows/words.ts';

const picture = (rows: readonly RowHashes[], primary: readonly string[] = ['id']) =>
  new Map([['case', { primary, columns: ['id', 'note'], rows }]]);
const nothing = () => false;

describe('Rows before and after', () => {
  test('are told apart by their key, in whatever order they come', () => {
    const before = picture([
      { id: 'a', note: 'x' },
      { id: 'b', note: null },
    ]);
    const after = picture([
      { id: 'b', note: 'x' },
      { id: 'c', note: 'x' },
    ]);
    expect(compareRows(before, after, nothing)).toEqual([
      { table: 'case', column: null, before: 2, changed: 1 },
      { table: 'case', column: 'note', before: 2, changed: 1 },
    ]);
  });

  test('are counted where nothing tells them apart', () => {
    const twice = picture([{ note: 'x' }, { note: 'x' }], []);
    expect(compareRows(twice, picture([{ note: 'x' }], []), nothing)).toEqual([
      { table: 'case', column: null, before: 2, changed: 1 },
    ]);
  });

  test('are the same in any order, with others beside them', () => {
    const row = fc.record({ id: fc.string({ maxLength: 3 }), note: fc.option(fc.string({ maxLength: 2 })) });
    fc.assert(
      fc.property(fc.array(row), fc.array(row), fc.boolean(), (rows, others, keyed) => {
        const primary = keyed ? ['id'] : [];
        const unique = keyed ? [...new Map(rows.map((one) => [one.id, one])).values()] : rows;
        const ids = new Set(unique.map(({ id }) => id));
        const more = keyed ? others.filter(({ id }) => !ids.has(id)) : others;
        const after = picture([...more, ...unique.toReversed()], primary);
        expect(compareRows(picture(unique, primary), after, nothing)).toEqual([]);
      }),
    );
  });
});

const column = (name: string, clock = false) => ({ name, clock }) as unknown as RowTable['columns'][number];
const TABLES: readonly RowTable[] = [
  { name: 'tenant', columns: [column('id'), column('slug')], primary: ['id'], foreignKeys: [] },
  {
    name: 'case',
    columns: [column('id'), column('tenant_id'), column('note'), column('changed', true)],
    primary: ['id'],
    foreignKeys: [{ columns: ['tenant_id'], target: 'tenant', targets: ['id'] }],
  },
];

describe('What a migration means to write', () => {
  const statement = (sql: string) => ({
    sql,
    path: 'a.py',
    line: 9,
    durationMs: 0,
    rows: null,
    lockClass: 'unknown' as const,
    rebuilds: null,
  });
  const touched = (up: string, changes: Partial<Migration> = {}, down = 'SELECT 1') =>
    touchedBy({
      engine: 'mysql',
      differences: [],
      upgrade: [statement(up)],
      downgrade: [statement(down)],
      tables: TABLES,
      ...changes,
    });

  test.each<[string, readonly (string | null)[]]>([
    ['UPDATE `case` SET note = slug WHERE id = 1', ['note', 'changed']],
    ['UPDATE `case` JOIN tenant ON tenant_id = tenant.id SET `case`.note = tenant.slug', ['note', 'changed']],
    ['/* why */ UPDATE `case` SET tenant_id = 1', ['tenant_id', 'changed']],
    ['DELETE FROM `case`', [null]],
    ['DELETE FROM tenant', [null, 'tenant_id']],
    ['UPDATE tenant SET id = id + 1', ['tenant_id']],
    ['TRUNCATE `case`', [null]],
    ['INSERT INTO `case` (note) VALUES (1)', []],
    ['INSERT INTO `case` (id, note) VALUES (1, 2) ON DUPLICATE KEY UPDATE note = 2', [null, 'id', 'note']],
    ['CALL tidy_up()', [null, 'id', 'tenant_id', 'note', 'changed']],
    ['SELECT note FROM `case`', []],
  ])('%s', (sql, expected) => {
    const isTouched = touched(sql);
    const columns = [null, 'id', 'tenant_id', 'note', 'changed'];
    expect(columns.filter((name) => isTouched('case', name))).toEqual(expected);
  });

  test('is what it changes in the schema, and no other column', () => {
    const difference = { object: '', before: null, after: null, attribute: 'type' };
    const isTouched = touched('SELECT 1', {
      differences: [{ ...difference, kind: 'column', table: 'case', name: 'note' }],
    });
    expect(isTouched('case', 'note')).toBe(true);
    expect(isTouched('case', 'id')).toBe(false);
    expect(isTouched('case', null)).toBe(false);
  });

  test('a column that keeps the time follows any update, also the downgrade’s', () => {
    expect(touched('SELECT 1', {}, 'UPDATE `case` SET note = 1')('case', 'changed')).toBe(true);
    expect(touched('SELECT 1', {}, 'UPDATE `case` SET note = 1')('case', 'note')).toBe(false);
  });

  test('a loss stands at the line that writes there', () => {
    const down = [
      { ...statement('ALTER TABLE `case` DROP COLUMN flag'), line: 12 },
      { ...statement('UPDATE `case` SET state = 1'), line: 13 },
      { ...statement('UPDATE `case` SET note = NULL'), line: 14 },
    ];
    const lost = { table: 'case', before: 2, changed: 1 };
    expect(culpritOf({ ...lost, column: 'note' }, down)?.line).toBe(14);
    expect(culpritOf({ ...lost, column: null }, down)?.line).toBe(13);
    expect(lostRows({ ...lost, column: 'note' }, { revision: 'new', path: 'a.py', line: 14 })).toMatchObject({
      object: 'column `case`.`note`',
      line: 14,
    });
  });
});

test.each([
  ["Duplicate entry 'se'cret' for key 'case.ix'", "Duplicate entry … for key 'case.ix'"],
  ['Key (code)=(secret) already exists.', 'Key (code)=(…) already exists.'],
  ['Failing row contains (1, secret, (x)).', 'Failing row contains (…).'],
  [
    "Incorrect string value: 'secret' for column 'note' at row 1",
    "Incorrect string value: … for column 'note'",
  ],
  ['invalid input syntax for type integer: "secret"', 'invalid input syntax for type integer: …'],
  ['date/time field value out of range: "secret"', 'date/time field value out of range: …'],
  ['value "secret" is out of range for type integer', 'value … is out of range for type integer'],
])('No value is in what is told of: %s', (said, told) => {
  expect(withoutValues(said)).toContain(told.replace(/\.$/, ''));
  expect(withoutValues(said)).not.toMatch(/secret/);
});
