/** A check or foreign key on a filled table fails on the first row that breaks it, and locks while it looks. */
import { named, type ChangeOf } from '../change.ts';
import { onExisting, type Pass } from '../pass.ts';
import { STRICT_ERROR, trouble, type Rule } from '../rule.ts';

export const noCheckOrForeignKeyOnExisting: Rule = {
  id: 'no-check-or-foreign-key-on-existing',
  group: 'rolling-deploy',
  title: 'A table that exists gets a check or a foreign key',
  why: 'Rows that exist may break it, and then the upgrade fails. Every row is read under a lock: MySQL and MariaDB block writes of the table, PostgreSQL those of both tables. On PostgreSQL, NOT VALID and a later VALIDATE CONSTRAINT avoid both.',
  recipe: [
    {
      does: 'Let the code keep to it, and mend the rows that do not. On PostgreSQL add it unchecked: it holds for new rows at once.',
      migration:
        'op.create_foreign_key("fk_user", "note", "user", ["user_id"], ["id"], postgresql_not_valid=True)',
    },
    {
      does: 'Check the rows that were there, which lets others write. MySQL and MariaDB know only the whole: add it while nobody writes.',
      migration: 'op.execute("ALTER TABLE note VALIDATE CONSTRAINT fk_user")',
    },
  ],
  severity: STRICT_ERROR,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'a foreign key',
        upgrade: 'op.create_foreign_key("fk_user", "note", "user", ["user_id"], ["id"])',
        at: 'op.create_foreign_key',
        says: 'gets a foreign key `fk_user`: ',
      },
      {
        caption: 'a check in raw SQL',
        upgrade: 'op.execute("ALTER TABLE note ADD CONSTRAINT ck CHECK (n > 0)")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'NOT VALID',
        upgrade: 'op.execute("ALTER TABLE note ADD CONSTRAINT ck CHECK (n > 0) NOT VALID")',
        engines: ['postgresql'],
      },
      {
        caption: 'a foreign key of a column that is new and empty',
        upgrade:
          'op.add_column("note", sa.Column("user_id", sa.Integer(), nullable=True))\nop.create_foreign_key("fk_user", "note", "user", ["user_id"], ["id"])',
      },
      {
        caption: 'a table of this pull request',
        upgrade:
          'op.create_table("note", sa.Column("id", sa.Integer(), nullable=False))\nop.create_foreign_key("fk_user", "note", "user", ["user_id"], ["id"])',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'add-constraint').flatMap((change) => {
      const { kind, notValid, name } = change.constraint;
      if ((kind !== 'check' && kind !== 'foreign-key') || notValid || isOfEmptyColumns(pass, change))
        return [];
      const postgresql = pass.engine === 'postgresql';
      const waiting = !postgresql
        ? 'writes to it wait'
        : kind === 'foreign-key'
          ? 'writes to both tables wait'
          : 'everybody who reads or writes it waits';
      return [
        trouble(
          change,
          `${named(change.table)} gets a ${kind === 'check' ? 'check' : 'foreign key'}${name === null ? '' : ` ${named(name)}`}: the upgrade fails on the first row that breaks it, and ${waiting} until every row was read.`,
          postgresql
            ? `Add it NOT VALID, and validate it in a later revision:\nop.execute("ALTER TABLE ${change.table ?? '…'} VALIDATE CONSTRAINT ${name ?? '…'}")`
            : 'Look for rows that break it on production first, and run this when nobody writes.',
        ),
      ];
    }),
};

function isOfEmptyColumns({ facts }: Pass, change: ChangeOf<'add-constraint'>): boolean {
  const { kind, columns } = change.constraint;
  if (kind !== 'foreign-key' || columns === null || columns.length === 0) return false;
  return columns.every((name) => {
    const column = facts.newColumn(change, name);
    return column !== null && column.nullable !== false && !column.serverDefault;
  });
}
