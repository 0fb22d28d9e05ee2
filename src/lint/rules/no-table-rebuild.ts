/** A table that is written anew is as slow as it is large. */
import type { Engine } from '../../config/config.ts';
import { columnNamed, named } from '../change.ts';
import { onExisting, type Pass } from '../pass.ts';
import { filledByPostgresql, rewritesTable } from '../rewrites.ts';
import { trouble, WARNING_ERROR, type Rule, type Trouble } from '../rule.ts';
import { typeText } from '../types.ts';

export const noTableRebuild: Rule = {
  id: 'no-table-rebuild',
  group: 'locks',
  title: 'The server rebuilds a table with all its rows',
  why: 'It takes as long as the table is large, and where the server copies or rewrites the table, everybody who writes to it waits meanwhile. Asked of a real server where one ran (MySQL and MariaDB: whether only ALGORITHM=COPY is accepted; PostgreSQL: whether the table has a new file); read from the source otherwise, as far as it says what the column was before. Primary keys, engines, partitions, character sets and generated columns have rules of their own.',
  recipe: [
    {
      does: 'Add a column of the new type, nullable, and write both from the code.',
      migration: 'op.add_column("user", sa.Column("n_big", sa.BigInteger(), nullable=True))',
    },
    { does: 'Fill it in batches, outside of the migration, and read it alone.' },
    {
      does: 'Drop the old column, when no instance of the release before it runs any more.',
      migration: 'op.drop_column("user", "n")',
    },
  ],
  severity: WARNING_ERROR,
  engines: ['mysql', 'mariadb', 'postgresql'],
  examples: {
    bad: [
      {
        caption: 'a larger number',
        upgrade:
          'op.alter_column("user", "n", type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False)',
        at: 'op.alter_column',
      },
      {
        caption: 'a text without a limit',
        upgrade:
          'op.alter_column("user", "name", type_=sa.Text(), existing_type=sa.String(50), existing_nullable=True)',
        at: 'op.alter_column',
        engines: ['mysql', 'mariadb'],
      },
      {
        caption: 'a default that differs for each row',
        upgrade:
          'op.add_column("user", sa.Column("token", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False))',
        at: 'op.add_column',
        engines: ['postgresql'],
      },
      {
        caption: 'a row format',
        upgrade: 'op.execute("ALTER TABLE user ROW_FORMAT=COMPRESSED")',
        at: 'op.execute',
        engines: ['mysql', 'mariadb'],
      },
      {
        caption: 'a table that is logged from now on',
        upgrade: 'op.execute("ALTER TABLE log SET LOGGED")',
        at: 'op.execute',
        engines: ['postgresql'],
      },
    ],
    good: [
      {
        caption: 'texts, which PostgreSQL stores alike',
        upgrade:
          'op.alter_column("user", "name", type_=sa.Text(), existing_type=sa.String(50), existing_nullable=True)',
        engines: ['postgresql'],
      },
      {
        caption: 'a display width, and a number of the same kind',
        upgrade:
          'op.alter_column("user", "n", type_=sa.Integer(), existing_type=mysql.INTEGER(display_width=11), existing_nullable=False)',
        before: 'from sqlalchemy.dialects import mysql',
      },
      {
        caption: 'a type before it that nobody says',
        upgrade: 'op.alter_column("user", "n", type_=sa.BigInteger(), existing_nullable=False)',
      },
      {
        caption: 'a column of this pull request',
        upgrade:
          'op.add_column("user", sa.Column("n", sa.Integer(), nullable=True))\nop.alter_column("user", "n", type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=True)',
      },
      {
        caption: 'a default that is the same for all rows',
        upgrade:
          'op.add_column("user", sa.Column("seen", sa.DateTime(), server_default=sa.text("now()"), nullable=False))',
      },
    ],
  },
  check: (pass) =>
    pass.engine === null ? [] : [...types(pass, pass.engine), ...filled(pass), ...options(pass)],
};

const CURE =
  'Add a new column or table beside it, fill it in batches and switch over, or make the change with an online schema-change tool.';

/** What the servers do meanwhile. */
const harm = (engine: Engine): string =>
  engine === 'postgresql'
    ? 'the table and its indexes are rewritten, and everybody who reads or writes it waits for its whole length'
    : 'the table is copied with all its rows, and writes to it wait for its whole length';

const types = (pass: Pass, engine: Engine): readonly Trouble[] =>
  onExisting(pass, 'alter-column').flatMap((change) => {
    const { from, to, table, column } = change;
    if (!from.type || !to.type || !rewritesTable(from.type, to.type, engine)) return [];
    // A new column is copied with the table all the same, but a nullable one without values is no matter yet.
    if (pass.facts.newColumn(change, column) !== null) return [];
    return [
      trouble(
        change,
        `${columnNamed(table, column)} changes from ${typeText(from.type)} to ${typeText(to.type)}: ${harm(engine)}.`,
        CURE,
      ),
    ];
  });

const filled = (pass: Pass): readonly Trouble[] =>
  pass.engine !== 'postgresql'
    ? []
    : onExisting(pass, 'add-column').flatMap((change) => {
        const why = filledByPostgresql(change.column);
        if (why === null) return [];
        return [
          trouble(
            change,
            `${columnNamed(change.table, change.column.name)} ${why}: ${harm('postgresql')}.`,
            'Add it without the default, set the default for rows to come, and fill it in batches.',
          ),
        ];
      });

/** MySQL and MariaDB let others write meanwhile. */
const options = (pass: Pass): readonly Trouble[] =>
  onExisting(pass, 'table-option')
    .filter(({ option }) => option === 'rewrite')
    .map((change) =>
      trouble(
        change,
        pass.engine === 'postgresql'
          ? `${named(change.table)}: with ${change.text} ${harm('postgresql')}.`
          : `${named(change.table)} is rebuilt with all its rows by ${change.text}, for as long as it is large; replicas do the same after it.`,
        CURE,
      ),
    );
