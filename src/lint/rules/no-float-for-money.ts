/** A float cannot hold ten cents. */
import { columnNamed } from '../change.ts';
import { changesIn } from '../pass.ts';
import { typeText } from '../types.ts';
import { ALL_OFF, trouble, type Rule } from '../rule.ts';

const FLOATS = new Set(['float', 'double', 'real']);
/** Words that name money, as parts of a column's name. */
const MONEY = new Set([
  'price',
  'amount',
  'cost',
  'costs',
  'fee',
  'fees',
  'salary',
  'balance',
  'vat',
  'refund',
]);

export const noFloatForMoney: Rule = {
  id: 'no-float-for-money',
  group: 'hygiene',
  title: 'A new column for money that is a float',
  why: 'Binary fractions hold no tenth: sums are off by cents, and equal amounts compare as different.',
  severity: ALL_OFF,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'a price',
        upgrade: 'op.add_column("item", sa.Column("unit_price", sa.Float(), nullable=True))',
        at: 'op.add_column',
      },
    ],
    good: [
      {
        caption: 'a decimal, and a float that is no money',
        upgrade:
          'op.add_column("item", sa.Column("price", sa.Numeric(12, 2), nullable=True))\nop.add_column("item", sa.Column("weight", sa.Float(), nullable=True))',
      },
    ],
  },
  check: (pass) =>
    changesIn(pass, 'upgrade', 'create-table', 'add-column').flatMap((change) =>
      (change.kind === 'create-table' ? change.columns : [change.column]).flatMap(({ name, type }) => {
        const isMoney =
          name
            ?.toLowerCase()
            .split('_')
            .some((word) => MONEY.has(word)) === true;
        if (!isMoney || !type || !FLOATS.has(type.name)) return [];
        return [
          trouble(
            change,
            `${columnNamed(change.table, name)} looks like money and is ${typeText(type)}, which holds no tenth: sums are off by cents.`,
            'Use a decimal:\nsa.Numeric(precision=12, scale=2)',
          ),
        ];
      }),
    ),
};
