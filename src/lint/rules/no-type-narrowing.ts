/** A column that holds less than before cuts values, or the upgrade fails on the first that does not fit. */
import { columnNamed, type ChangeOf } from '../change.ts';
import { onExisting, type Pass } from '../pass.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';
import { CUT_DIGITS, narrowing, typeText } from '../types.ts';

export const noTypeNarrowing: Rule = {
  id: 'no-type-narrowing',
  group: 'data-loss',
  title: 'A column’s type is made to hold less',
  why: 'With a strict SQL mode the upgrade fails on the first value that does not fit; without one the value is cut. An empty test database shows neither.',
  recipe: [
    { does: 'Let the code refuse what will not fit, and count what is there already.' },
    {
      does: 'Add a column of the new type, write both, and fill it in batches.',
      migration: 'op.add_column("user", sa.Column("name_short", sa.String(20), nullable=True))',
    },
    { does: 'Read the new column alone.' },
    {
      does: 'Drop the old one, when no instance of the release before it runs any more.',
      migration: 'op.drop_column("user", "name")',
    },
  ],
  severity: ALL_ERROR,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'in raw SQL, where only a database knows what the column was (information, without one)',
        upgrade: 'op.execute("ALTER TABLE user MODIFY name VARCHAR(20)")',
        at: 'op.execute',
        engines: ['mysql', 'mariadb'],
        says: 'is not known',
      },
      {
        caption: 'a shorter string',
        upgrade:
          'op.alter_column("user", "name", type_=sa.String(20), existing_type=sa.String(length=50), existing_nullable=True)',
        at: 'op.alter_column',
      },
      {
        caption: 'a smaller number',
        upgrade:
          'op.alter_column("user", "n", type_=sa.SmallInteger(), existing_type=sa.BigInteger(), existing_nullable=False)',
        at: 'op.alter_column',
      },
      {
        caption: 'fewer digits after the point',
        upgrade:
          'op.alter_column("invoice", "sum", type_=sa.Numeric(10, 2), existing_type=sa.Numeric(12, 4), existing_nullable=False)',
        at: 'op.alter_column',
        says: 'rounds every such row without a word',
      },
    ],
    good: [
      {
        caption: 'a longer string',
        upgrade:
          'op.alter_column("user", "name", type_=sa.String(50), existing_type=sa.String(20), existing_nullable=True)',
      },
      {
        caption: 'a type that the gate does not know',
        upgrade:
          'op.alter_column("user", "n", type_=MyType(), existing_type=sa.String(9), existing_nullable=True)',
      },
      {
        caption: 'the way back of a longer string',
        upgrade:
          'op.alter_column("user", "n", type_=sa.String(50), existing_type=sa.String(20), existing_nullable=True)',
        downgrade:
          'op.alter_column("user", "n", type_=sa.String(20), existing_type=sa.String(50), existing_nullable=True)',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'alter-column').flatMap((change) => {
      const { from, to, table, column } = change;
      if (isUnknown(pass, change) && to.type)
        return [
          trouble(
            change,
            `Whether ${typeText(to.type)} holds less than what ${columnNamed(table, column)} is now is not known: the statement does not say what it was, and no database was asked.`,
            'Let the gate run the migration on a database, or look the column up.',
            'info',
          ),
        ];
      const harm = from.type && to.type ? narrowing(from.type, to.type) : null;
      if (!from.type || !to.type || harm === null || pass.facts.newColumn(change, column)) return [];
      return [
        trouble(
          change,
          `Changing ${columnNamed(table, column)} from ${typeText(from.type)} to ${typeText(to.type)}: ${harm}. ${whatHappens(harm, pass.engine)}`,
          'Keep the wider type and check the limit in the application, or first make sure in a release of its own that no row exceeds it.',
        ),
      ];
    }),
};

/** Every server rounds without a word; PostgreSQL never cuts. */
function whatHappens(harm: string, engine: Pass['engine']): string {
  if (harm.startsWith(CUT_DIGITS)) return 'The server rounds every such row without a word, for good.';
  const cuts = engine === 'postgresql' ? '' : ", or cuts it where the server's mode is not strict";
  return `The upgrade fails on the first such row${cuts}.`;
}

/** Raw SQL says what a column becomes and not what it was; only of types with a limit does that matter. */
function isUnknown(pass: Pass, change: ChangeOf<'alter-column'>): boolean {
  const { from, to, table, column, operation } = change;
  return (
    operation?.kind === 'sql' &&
    from.type === undefined &&
    to.type !== undefined &&
    to.type !== null &&
    to.type.numbers.length > 0 &&
    pass.facts.newColumn(change, column) === null &&
    pass.columnBefore(table, column) === null
  );
}
