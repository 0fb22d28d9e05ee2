import { describe, expect, test } from '@jest/globals';
import { diffDatabases, diffSchemas } from '../../../src/verify/schema/diff.ts';
import { inOrder, type Schema, type SchemaObject } from '../../../src/verify/schema/schema.ts';
import fc from 'fast-check';

const table = (name: string, attributes: Record<string, string | null> = {}): SchemaObject => ({
  kind: 'table',
  table: null,
  name,
  attributes,
});
const column = (owner: string, name: string, attributes: Record<string, string | null>): SchemaObject => ({
  kind: 'column',
  table: owner,
  name,
  attributes,
});
const schema = (...objects: readonly SchemaObject[]): Schema => ({
  engine: 'mysql',
  version: '9.7.4',
  objects: inOrder(objects),
});
const columns = (names: string) =>
  Array.from(names, (name, index) => column('t', name, { position: String(index + 1) }));

describe('Two schemas', () => {
  test('that are equal do not differ', () => {
    const one = schema(table('t'), ...columns('abc'));
    expect(diffSchemas(one, structuredClone(one))).toEqual([]);
  });

  test('differ attribute by attribute, in words', () => {
    const before = schema(
      table('case'),
      column('case', 'note', { comment: 'x', nullable: 'no', position: '1' }),
    );
    const after = schema(
      table('case'),
      column('case', 'note', { comment: '', nullable: 'yes', position: '1' }),
    );
    expect(diffSchemas(before, after)).toEqual([
      {
        kind: 'column',
        table: 'case',
        name: 'note',
        object: 'column `case`.`note`',
        attribute: 'comment',
        before: 'x',
        after: '',
      },
      {
        kind: 'column',
        table: 'case',
        name: 'note',
        object: 'column `case`.`note`',
        attribute: 'nullable',
        before: 'no',
        after: 'yes',
      },
    ]);
  });

  test('say a whole table once, not its parts', () => {
    const after = schema(table('t'), ...columns('ab'), {
      kind: 'index',
      table: 't',
      name: 'ix',
      attributes: {},
    });
    expect(diffSchemas(schema(), after)).toMatchObject([
      { object: 'table `t`', attribute: 'exists', before: 'no', after: 'yes' },
    ]);
    expect(diffSchemas(after, schema())).toMatchObject([
      { object: 'table `t`', attribute: 'exists', before: 'yes', after: 'no' },
    ]);
  });

  test('say that a table’s new collation is the database’s default', () => {
    const database = {
      kind: 'schema',
      table: null,
      name: '',
      attributes: { collation: 'utf8mb4_0900_ai_ci' },
    } as const;
    const before = schema(database, table('t', { collation: 'latin1_swedish_ci' }));
    const after = schema(database, table('t', { collation: 'utf8mb4_0900_ai_ci' }));
    expect(diffSchemas(before, after)).toMatchObject([
      { after: "utf8mb4_0900_ai_ci (the database's default)" },
    ]);
  });
});

describe('The position of columns', () => {
  const moved = (before: string, after: string) =>
    diffSchemas(schema(table('t'), ...columns(before)), schema(table('t'), ...columns(after)))
      .filter(({ attribute }) => attribute === 'position')
      .map(({ name }) => name);

  test.each([
    ['abcd', 'abdc', 1],
    ['abcd', 'abd', 0],
    ['abcd', 'xabcd', 0],
    ['abcd', 'bcda', 1],
    ['abcd', 'dcba', 3],
  ])('of %s and %s differs in %s', (before, after, count) => {
    expect(moved(before, after)).toHaveLength(count);
  });

  test('names the column that was taken out and put back at the end', () => {
    expect(moved('abcd', 'acdb')).toEqual(['b']);
  });

  test('never differs where common columns keep their order, and always where they do not', () => {
    const letters = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1 });
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        const common = one.filter((name) => other.includes(name));
        const sameOrder = common.join('') === other.filter((name) => one.includes(name)).join('');
        expect(moved(one.join(''), other.join('')).length === 0).toBe(sameOrder);
      }),
      { numRuns: 200 },
    );
  });
});

test('Databases beside the first one are named in their differences', () => {
  const differences = diffDatabases(
    new Map([['', schema()]]),
    new Map([
      ['', schema(table('a'))],
      ['logs', schema(table('b'))],
    ]),
  );
  expect(differences.map(({ object }) => object)).toEqual(['table `a`', 'table `b` of database `logs`']);
});
