/** Autogenerate cannot see a rename: it drops the old column with all its values and adds an empty one. */
import { columnNamed, key, named } from '../change.ts';
import { changesIn, onExisting } from '../pass.ts';
import { ALL_WARNING, trouble, type Rule } from '../rule.ts';
import { typeText } from '../types.ts';

export const noDropAndAddColumn: Rule = {
  id: 'no-drop-and-add-column',
  group: 'data-loss',
  title: 'A column is dropped and one of the same type added',
  why: 'This is how autogenerate writes the rename of an attribute. The values of the old column are not copied: they are lost without a word.',
  severity: ALL_WARNING,
  examples: {
    bad: [
      {
        caption: 'a rename as autogenerate writes it',
        upgrade:
          'op.add_column("user", sa.Column("full_name", sa.String(50), nullable=True))\nop.drop_column("user", "name")',
        downgrade:
          'op.add_column("user", sa.Column("name", sa.String(50), nullable=True))\nop.drop_column("user", "full_name")',
        at: 'op.drop_column("user", "name")',
      },
    ],
    good: [
      {
        caption: 'columns of different types',
        upgrade:
          'op.add_column("user", sa.Column("age", sa.Integer(), nullable=True))\nop.drop_column("user", "name")',
        downgrade:
          'op.add_column("user", sa.Column("name", sa.String(50), nullable=True))\nop.drop_column("user", "age")',
      },
      {
        caption: 'values copied in between',
        upgrade:
          'op.add_column("user", sa.Column("full_name", sa.String(50), nullable=True))\nop.execute("UPDATE user SET full_name = name")\nop.drop_column("user", "name")',
        downgrade:
          'op.add_column("user", sa.Column("name", sa.String(50), nullable=True))\nop.drop_column("user", "full_name")',
      },
    ],
  },
  check: (pass) => {
    const added = changesIn(pass, 'upgrade', 'add-column');
    const restored = changesIn(pass, 'downgrade', 'add-column');
    const copies = changesIn(pass, 'upgrade', 'write', 'unread').length > 0;
    return (copies ? [] : onExisting(pass, 'drop-column')).flatMap((dropped) => {
      const { table, column } = dropped;
      if (table === null || column === null) return [];
      const onTable = (other: { readonly table: string | null }): boolean =>
        other.table !== null && key(other.table) === key(table);
      const before = restored.find(
        (one) => onTable(one) && one.column.name !== null && key(one.column.name) === key(column),
      );
      const type = before?.column.type;
      const twin = type
        ? added.find((one) => onTable(one) && one.column.type && typeText(one.column.type) === typeText(type))
        : undefined;
      if (!twin || twin.column.name === column) return [];
      return [
        trouble(
          dropped,
          `This drops ${columnNamed(table, column)} and adds ${named(twin.column.name)} of the same type, which is how autogenerate writes a rename: the values of \`${column}\` are lost.`,
          `Copy the values before the column goes, or keep the column and rename the attribute alone:\nop.execute("UPDATE ${table} SET ${twin.column.name ?? 'new_name'} = ${column}")`,
        ),
      ];
    });
  },
};
