/** Rows that hold a removed enum member fit no more, and a member moved is a member renumbered. */
import { columnNamed } from '../change.ts';
import { onExisting } from '../pass.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';

export const noEnumValueRemoval: Rule = {
  id: 'no-enum-value-removal',
  group: 'data-loss',
  title: 'Enum members are removed, reordered or inserted in the middle',
  why: 'Rows with a removed member fail the upgrade, and old code still writes it; on MySQL and MariaDB without a strict SQL mode they become empty instead. These two number the members, so any change but an addition at the end copies the whole table.',
  severity: ALL_ERROR,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'a member removed',
        upgrade:
          'op.alter_column("user", "role", type_=sa.Enum("admin"), existing_type=sa.Enum("admin", "guest"), existing_nullable=False)',
        at: 'op.alter_column',
        says: 'loses `guest`: rows that hold it fail the upgrade',
      },
      {
        caption: 'a member inserted in front',
        upgrade:
          'op.alter_column("user", "role", type_=sa.Enum("root", "admin"), existing_type=sa.Enum("admin"), existing_nullable=False)',
        at: 'op.alter_column',
        engines: ['mysql', 'mariadb'],
      },
    ],
    good: [
      {
        caption: 'a member added at the end',
        upgrade:
          'op.alter_column("user", "role", type_=sa.Enum("admin", "guest"), existing_type=sa.Enum("admin"), existing_nullable=False)',
      },
      {
        caption: 'members that cannot be read',
        upgrade:
          'op.alter_column("user", "role", type_=sa.Enum(Role), existing_type=sa.Enum("admin"), existing_nullable=False)',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'alter-column').flatMap((change) => {
      const before = change.from.type?.members;
      const after = change.to.type?.members;
      if (!before || !after || pass.facts.newColumn(change, change.column)) return [];
      const removed = before.filter((member) => !after.includes(member));
      const ordered = pass.engine === 'mysql' || pass.engine === 'mariadb';
      const moved = ordered && before.some((member, index) => after[index] !== member);
      if (removed.length === 0 && !moved) return [];
      const column = columnNamed(change.table, change.column);
      const them = removed.length === 1 ? 'it' : 'them';
      const emptied = ordered ? " (or become empty, where the server's mode is not strict)" : '';
      const list = removed.map((member) => `\`${member}\``).join(', ');
      return [
        trouble(
          change,
          removed.length > 0
            ? `${column} loses ${list}: rows that hold ${them} fail the upgrade${emptied}, and old code still writes ${them}.`
            : `The members of ${column} are stored by number, and their order changes: the server copies the whole table and blocks writes meanwhile.`,
          removed.length > 0
            ? 'Keep the member and stop writing it; remove it in a later release, after an UPDATE has moved its rows.'
            : 'Add new members at the end of the list.',
        ),
      ];
    }),
};
