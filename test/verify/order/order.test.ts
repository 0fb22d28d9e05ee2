import { describe, expect, test } from '@jest/globals';
import { buildGraph } from '../../../src/graph/build.ts';
import {
  compareOrders,
  orderSection,
  relationOf,
  sideBySide,
  siblingsOf,
} from '../../../src/verify/order/order.ts';
import type { OrderRun, OrderVerdict, Siblings } from '../../../src/verify/order/order.ts';
import type { Schema } from '../../../src/verify/schema/schema.ts';

/** `b:a` is a revision b on a; `m:b,c` a merge; `d:a+b` is on a and depends on b. */
const graph = (text: string) =>
  buildGraph(
    text.split(' ').map((entry) => {
      const [id = '', rest = ''] = entry.split(':');
      const [downs = '', depends = ''] = rest.split('+');
      return {
        id,
        path: `versions/${id}.py`,
        downRevisions: downs === '' ? [] : downs.split(','),
        dependsOn: depends === '' ? [] : depends.split(','),
        branchLabels: [],
        unreadLabels: false,
        message: '',
        spans: { downRevisionLine: 1 },
        notes: [],
      };
    }),
  );

const siblings = (merged: string, base: string, ...heads: readonly string[]) =>
  siblingsOf(graph(merged), graph(base), heads);

describe('Siblings', () => {
  test('stand on everything that they share, and the base’s side comes first', () => {
    expect(siblings('a b:a m:b p:b q:p', 'a b:a m:b', 'q', 'm')).toEqual({
      below: ['a', 'b'],
      heads: ['m', 'q'],
      last: 'q',
    });
  });

  test('of separate roots share nothing, and after criss-cross merges everything below both', () => {
    expect(siblings('a b', 'a', 'a', 'b')).toMatchObject({ below: [] });
    const crossed = siblings('a b:a c:a d:b,c e:b,c', 'a b:a c:a d:b,c', 'd', 'e');
    expect(crossed?.below).toHaveLength(3);
    expect(new Set(crossed?.below)).toEqual(new Set(['a', 'b', 'c']));
  });

  test('have no order of the databases at the base where the base has all of them, or none', () => {
    expect(siblings('a b:a c:a', 'a b:a c:a', 'b', 'c')).toMatchObject({ last: null });
    expect(siblings('a b:a c:a', 'a', 'b', 'c')).toMatchObject({ last: null });
  });

  test('are not what stands on each other, be it by depends_on', () => {
    expect(siblings('a b:a c:b', 'a', 'b', 'c')).toBeNull();
    expect(siblings('a b:a c:a+b', 'a b:a', 'b', 'c')).toBeNull();
  });

  test('run side after side, each revision once', () => {
    const three = graph('a x:a b:x c:x d:a');
    expect(sideBySide(three, ['a'], ['b', 'c', 'd'])).toEqual(['x', 'b', 'c', 'd']);
    expect(sideBySide(three, ['a'], ['d', 'c', 'b'])).toEqual(['d', 'x', 'c', 'b']);
  });
});

const FORK = graph('a m:a p:a');
const ADDED = new Set(['p']);
const SIBLINGS: Siblings = { below: ['a'], heads: ['m', 'p'], last: 'p' };

const schema = (columns: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  new Map<string, Schema>([
    [
      '',
      {
        engine: 'mysql',
        version: '9.7.4',
        objects: [
          { kind: 'table', table: null, name: 't', attributes: {} },
          ...Object.entries(columns).map(
            ([name, attributes]) => ({ kind: 'column', table: 't', name, attributes }) as const,
          ),
        ],
      },
    ],
  ]);

const run = (heads: readonly string[], end: OrderRun['end']): OrderRun => ({
  heads,
  revisions: heads,
  statements: heads.map((id, at) => ({
    sql: 'ALTER TABLE t MODIFY note VARCHAR(1)',
    path: `versions/${id}.py`,
    line: 10 + at,
    durationMs: 1,
    rows: 0,
    lockClass: 'unknown',
    rebuilds: null,
  })),
  end,
});

const reached = (columns: Parameters<typeof schema>[0]) =>
  ({ kind: 'reached', schema: schema(columns) }) as const;
const stopped = (revision: string) =>
  ({ kind: 'stopped', revision, path: `versions/${revision}.py`, line: 12, error: 'no' }) as const;

function compared(first: OrderRun['end'], second: OrderRun['end']) {
  const one = run(['m', 'p'], first);
  const verdict = compareOrders(one, run(['p', 'm'], second), FORK, ADDED);
  return { verdict, relation: relationOf(verdict, one, SIBLINGS), section: orderSection([verdict]) };
}

describe('Two orders', () => {
  test('that give one schema pass, and need no order of parents', () => {
    const same = reached({ note: { type: 'text' } });
    const { relation, section } = compared(same, same);
    expect(section).toEqual({ name: 'order', outcome: 'pass', reason: null, differences: [] });
    expect(relation).toBeNull();
  });

  test('that differ fail at the line of the revision that can still be changed', () => {
    const { relation, section } = compared(
      reached({ note: { type: 'varchar(30)' } }),
      reached({ note: { type: 'varchar(40)' } }),
    );
    const words =
      "column `t`.`note`: type 'varchar(30)' with `m` before `p`, 'varchar(40)' with `p` before `m`";
    expect(section).toMatchObject({
      outcome: 'fail',
      reason: words,
      differences: [{ path: 'versions/p.py', line: 11, revision: 'p' }],
    });
    expect(relation).toEqual({ kind: 'orders-differ', difference: words, runLast: 'p' });
  });

  test('say of what only one of them has which one that is', () => {
    const { section } = compared(reached({ note: {} }), reached({ note: {}, more: {} }));
    expect(section.reason).toBe('column `t`.`more` is there only with `p` before `m`');
  });

  test('tell three differences and count the rest', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const columns = (type: string) =>
      reached(Object.fromEntries(names.map((name, at) => [name, { type, position: String(at + 1) }])));
    const { section } = compared(columns('int'), columns('text'));
    expect(section.differences).toHaveLength(5);
    expect(section.reason).toMatch(/`t`\.`c`: .*; and 2 more$/);
  });

  test('pass where only the place of columns differs', () => {
    const { relation, section } = compared(
      reached({ a: { position: '1' }, b: { position: '2' } }),
      reached({ a: { position: '2' }, b: { position: '1' } }),
    );
    expect(section).toMatchObject({ outcome: 'pass', differences: [{ attribute: 'position' }] });
    expect(relation).toBeNull();
  });

  test('fail where only one of them can be run, and then that one is the order of the parents', () => {
    const late = compared(reached({}), stopped('m'));
    expect(late.section).toMatchObject({
      outcome: 'fail',
      reason: 'the upgrade of `m` works with `m` before `p`, and fails: no with `p` before `m`',
      differences: [{ before: 'works', after: 'fails: no', path: 'versions/m.py', line: 12 }],
    });
    expect(late.relation).toMatchObject({ runLast: 'p' });
    expect(compared(stopped('p'), reached({})).relation).toMatchObject({ runLast: null });
  });

  test('fail where each stops at the other’s revision', () => {
    const { section } = compared(stopped('p'), stopped('m'));
    expect(section).toMatchObject({
      outcome: 'fail',
      differences: [
        { object: 'the upgrade of `p`', before: 'fails: no', after: 'works' },
        { object: 'the upgrade of `m`', before: 'works', after: 'fails: no' },
      ],
    });
  });

  test('are not known where one revision fails in both', () => {
    const { relation, section } = compared(stopped('p'), stopped('p'));
    expect(section).toEqual({
      name: 'order',
      outcome: 'not-evaluated',
      reason: 'the order of `m` and `p` is not known, because `p` fails in both: no',
      differences: [],
    });
    expect(relation).toBeNull();
  });
});

test('the section is not applicable without sides, and the worst of several', () => {
  const same: OrderVerdict = { kind: 'same', differences: [], words: '' };
  const unknown: OrderVerdict = { kind: 'unknown', words: 'who knows' };
  const differ: OrderVerdict = { kind: 'differ', differences: [], words: 'they differ' };
  expect(orderSection([])).toMatchObject({ outcome: 'not-applicable' });
  expect(orderSection([same, unknown])).toMatchObject({ outcome: 'not-evaluated', reason: 'who knows' });
  expect(orderSection([same, unknown, differ])).toMatchObject({
    outcome: 'fail',
    reason: 'they differ; who knows',
  });
});

test('a merge revision that lists a side first runs it last on a fresh database', () => {
  const cured = graph('a m:a p:a j:p,m');
  expect(cured.upgradeOrder(['j'])).toEqual(['a', 'm', 'p', 'j']);
});
