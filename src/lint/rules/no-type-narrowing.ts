/** A column that holds less than before cuts values, or the upgrade fails on the first that does not fit. */
import { columnNamed, named, type ChangeOf } from '../change.ts';
import { holdsAll, holdsFewer, missingCharacters } from '../charsets.ts';
import { onExisting, type Pass } from '../pass.ts';
import { ALL_ERROR, trouble, type Rule, type Trouble } from '../rule.ts';
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
        caption: 'in raw SQL, as information unless a database tells what the column was',
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
      {
        caption: 'a narrower character set',
        upgrade:
          'op.alter_column("user", "name", type_=mysql.VARCHAR(50, charset="latin1"), existing_type=mysql.VARCHAR(50, charset="utf8mb4"), existing_nullable=True)',
        before: 'from sqlalchemy.dialects import mysql',
        at: 'op.alter_column',
        engines: ['mysql', 'mariadb'],
        says: 'characters of utf8mb4 that latin1 lacks',
      },
      {
        caption: 'a narrower one by its collation',
        upgrade:
          'op.alter_column("user", "name", type_=sa.String(50, collation="utf8mb3_bin"), existing_type=sa.String(50, collation="utf8mb4_bin"), existing_nullable=True)',
        at: 'op.alter_column',
        engines: ['mysql', 'mariadb'],
        says: 'characters of utf8mb4 that utf8mb3 lacks',
      },
      {
        caption: 'one for the whole table, as information unless a database tells what its texts have',
        upgrade: 'op.execute("ALTER TABLE user CONVERT TO CHARACTER SET latin1")',
        at: 'op.execute',
        engines: ['mysql', 'mariadb'],
        says: 'is not known',
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
        caption: 'a wider character set',
        upgrade:
          'op.alter_column("user", "name", type_=mysql.VARCHAR(50, charset="utf8mb4"), existing_type=mysql.VARCHAR(50, charset="latin1"), existing_nullable=True)\nop.execute("ALTER TABLE note CONVERT TO CHARACTER SET utf8mb4")',
        before: 'from sqlalchemy.dialects import mysql',
        engines: ['mysql', 'mariadb'],
      },
      {
        caption: 'another collation of one character set',
        upgrade:
          'op.alter_column("user", "name", type_=sa.String(50, collation="utf8mb4_bin"), existing_type=sa.String(50, collation="utf8mb4_general_ci"), existing_nullable=True)',
        engines: ['mysql', 'mariadb'],
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
  check: (pass) => [...columns(pass), ...tables(pass)],
};

const CURE =
  'Keep the wider type and check the limit in the application, or first make sure in a release of its own that no row exceeds it.';
const ASK = 'Let the gate run the migration on a database, or look the column up.';

const columns = (pass: Pass): readonly Trouble[] =>
  onExisting(pass, 'alter-column').flatMap((change) => {
    const { from, to, table, column } = change;
    if (isUnknown(pass, change) && to.type)
      return [
        trouble(
          change,
          `Whether ${typeText(to.type)}${to.type.charset === null ? '' : ` in ${to.type.charset}`} holds less than what ${columnNamed(table, column)} is now is not known: the statement does not say what it was, and no database was asked.`,
          ASK,
          'info',
        ),
      ];
    const harm = from.type && to.type ? narrowing(from.type, to.type) : null;
    if (!from.type || !to.type || harm === null || pass.facts.newColumn(change, column)) return [];
    return [
      trouble(
        change,
        `Changing ${columnNamed(table, column)} from ${typeText(from.type)} to ${typeText(to.type)}: ${harm}. ${whatHappens(harm, pass.engine)}`,
        CURE,
      ),
    ];
  });

/** `CONVERT TO CHARACTER SET` says nothing of what the columns had. */
const tables = (pass: Pass): readonly Trouble[] =>
  onExisting(pass, 'table-option').flatMap((change) => {
    const { charset, table } = change;
    if (charset === null || holdsAll(charset)) return [];
    const known = pass.tableBefore(table);
    const wider = known.find((column) => holdsFewer(column.charset ?? '', charset));
    if (known.length > 0 && !wider) return [];
    if (!wider)
      return [
        trouble(
          change,
          `Whether ${charset} lacks characters that the texts of ${named(table)} may hold now is not known: the statement does not say which character set they have, and no database was asked.`,
          ASK,
          'info',
        ),
      ];
    const harm = missingCharacters(wider.charset ?? '', charset);
    return [
      trouble(
        change,
        `Converting ${named(table)} to ${charset}, where ${columnNamed(table, wider.column)} has ${wider.charset ?? ''}: ${harm}. ${whatHappens(harm, pass.engine)}`,
        CURE,
      ),
    ];
  });

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
    (to.type.numbers.length > 0 || (to.type.charset !== null && !holdsAll(to.type.charset))) &&
    pass.facts.newColumn(change, column) === null &&
    pass.columnBefore(table, column) === null
  );
}
