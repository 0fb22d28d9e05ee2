import { describe, expect, test } from '@jest/globals';
import { readTable } from '../../../src/verify/schema/sqlite-create.ts';
import { spell, spellExpression, tokensOf } from '../../../src/verify/schema/sqlite-text.ts';
import { diffSchemas } from '../../../src/verify/schema/diff.ts';
import { sqliteSchema, type SqliteCatalogue } from '../../../src/verify/schema/sqlite.ts';

describe('SQL that SQLite keeps as it was written', () => {
  test.each([
    ['a   >\n 1 and "b" in (\'x\',\'y\')', "a > 1 AND b IN ('x', 'y')"],
    ['[a]>=`b`', 'a >= b'],
    ["LOWER( title )||'it''s'", "LOWER(title) || 'it''s'"],
    ['"order" = 1 -- why', '"order" = 1'],
    ['NEW."Total"', 'NEW.Total'],
    ['"no name".x', '"no name".x'],
  ])('%s is spelled %s', (written, spelled) => {
    expect(spell(tokensOf(written) ?? [])).toBe(spelled);
  });

  test.each([
    ['((1))', '1'],
    ['(a) + (b)', '(a) + (b)'],
    ["lower('X')", "lower('X')"],
    ["'unfinished", "'unfinished"],
  ])('the default %s is %s', (written, spelled) => {
    expect(spellExpression(written)).toBe(spelled);
  });

  test('keeps a name that is a keyword apart from the keyword, and a text from a name', () => {
    expect(spellExpression('"null"')).not.toBe(spellExpression('null'));
    expect(spellExpression('"x"')).not.toBe(spellExpression("'x'"));
  });
});

describe('A CREATE TABLE', () => {
  const read = (sql: string) => readTable(tokensOf(sql) ?? []);

  test('tells what no pragma does', () => {
    const table = read(`CREATE TABLE "book" (
      id INTEGER CONSTRAINT k PRIMARY KEY ON CONFLICT FAIL AUTOINCREMENT,
      title VARCHAR (20) DEFAULT -1 COLLATE nocase NOT NULL ON CONFLICT IGNORE UNIQUE,
      twice AS (id * 2) STORED CHECK (twice > 0),
      shelf INT REFERENCES "shelf" ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
      CONSTRAINT f FOREIGN KEY (id, "shelf") REFERENCES pair (a, b) MATCH FULL ON UPDATE CASCADE
    ) WITHOUT ROWID, STRICT`);
    expect(table).toMatchObject({
      columns: [
        { name: 'id', autoIncrement: true },
        { name: 'title', collation: 'NOCASE', conflict: 'IGNORE' },
        { name: 'twice', generated: 'id * 2' },
        { name: 'shelf' },
      ],
      constraints: [
        { kind: 'primary-key', name: 'k', columns: '(id)', conflict: 'FAIL' },
        { kind: 'unique', name: null, columns: '(title)' },
        { kind: 'check', clause: 'twice > 0' },
        { kind: 'foreign-key', columns: '(shelf)', targets: null, onDelete: 'SET NULL', deferred: true },
        { kind: 'foreign-key', name: 'f', columns: '(id, shelf)', targets: '(a, b)', onUpdate: 'CASCADE' },
      ],
      options: ['WITHOUT ROWID', 'STRICT'],
    });
  });

  test('that says what is not known is not read at all', () => {
    expect(read('CREATE TABLE t (a, CONSTRAINT c EXCLUDE (a))')).toBeNull();
    expect(read('CREATE VIRTUAL TABLE t USING fts5(a)')).toBeNull();
  });
});

describe('A picture of SQLite', () => {
  const column = (name: string, changes: object = {}) => ({
    ...{ owner: 't', name, type: 'INTEGER', required: 0, standard: null, pk: 0, cid: 0, hidden: 0 },
    ...changes,
  });
  const picture = (sql: string, columns: SqliteCatalogue['columns'], keys = 0) =>
    sqliteSchema(
      '3.40.1',
      {
        objects: [{ type: 'table', name: 't', owner: 't', sql }],
        columns,
        foreignKeys: keys === 0 ? [] : [{ owner: 't', there: keys }],
        settings: [],
      },
      new Set(),
    );

  test('takes the whole text where the pragmas count otherwise than it does', () => {
    const [one, other] = ['ab', 'cd'].map((name) => picture(`CREATE TABLE t (a, "${name}")`, [column('a')]));
    expect(diffSchemas(one, other)).toMatchObject([{ object: 'table `t`', attribute: 'definition' }]);
    expect(diffSchemas(one, one)).toEqual([]);
    const misread = picture('CREATE TABLE t (a)', [column('a')], 1);
    expect(misread.objects).toContainEqual(
      expect.objectContaining({ kind: 'table', attributes: { definition: 'CREATE TABLE t(a)' } }),
    );
  });

  test('does not tell the number of a row, which is never NULL, from one that is declared so', () => {
    const plain = picture('CREATE TABLE t (a INTEGER PRIMARY KEY)', [column('a', { pk: 1 })]);
    const said = picture('CREATE TABLE t (a INTEGER NOT NULL, PRIMARY KEY (a))', [
      column('a', { pk: 1, required: 1 }),
    ]);
    expect(diffSchemas(plain, said)).toEqual([]);
  });
});
