/** A column called `order` works until somebody writes SQL by hand. */
import { newNames } from '../new-names.ts';
import { isReserved } from '../reserved-words.ts';
import { ALL_OFF, trouble, type Rule } from '../rule.ts';

export const noReservedWord: Rule = {
  id: 'no-reserved-word',
  group: 'hygiene',
  title: 'A table or column is named with a reserved word',
  why: 'SQLAlchemy quotes it. Raw SQL in a migration, a report or a shell does not, and stops with a syntax error that does not say why.',
  severity: ALL_OFF,
  engines: ['mysql', 'mariadb', 'postgresql'],
  statements: true,
  examples: {
    bad: [
      {
        caption: 'a column',
        upgrade: 'op.add_column("note", sa.Column("order", sa.Integer()))',
        at: 'op.add_column',
      },
      {
        caption: 'a table',
        upgrade: 'op.create_table("user", sa.Column("id", sa.Integer()))',
        at: 'op.create_table',
        engines: ['postgresql'],
      },
      {
        caption: 'a word of MySQL 8 and later',
        upgrade: 'op.alter_column("note", "place", new_column_name="rank", existing_type=sa.Integer())',
        at: 'op.alter_column',
        engines: ['mysql'],
      },
    ],
    good: [
      {
        caption: 'words that only look alike',
        upgrade: 'op.add_column("note", sa.Column("sort_order", sa.Integer()))',
      },
      {
        caption: 'not reserved here',
        upgrade: 'op.create_table("user", sa.Column("status", sa.Integer()))',
        engines: ['mysql', 'mariadb'],
      },
    ],
  },
  check: (pass) => {
    const { engine } = pass;
    if (engine === null) return [];
    return newNames(pass)
      .filter(({ sort, name }) => (sort === 'table' || sort === 'column') && isReserved(name, engine))
      .map(({ sort, name, change }) =>
        trouble(
          change,
          `The ${sort} name \`${name}\` is a reserved word: every SQL statement that is written by hand and does not quote it stops with a syntax error.`,
          'Take another name.',
        ),
      );
  },
};
