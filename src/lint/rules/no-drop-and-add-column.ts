/** Autogenerate cannot see a rename: it drops the old column with all its values and adds an empty one. */
import { columnNamed, key, named, type ChangeOf } from '../change.ts';
import { changesIn, onExisting, type Pass } from '../pass.ts';
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
        caption: 'one of several, by a word of their names',
        upgrade:
          'op.add_column("notice", sa.Column("shown_in_overlay", sa.Boolean(), nullable=True))\nop.drop_column("notice", "shown_in_banner")\nop.drop_column("notice", "closed")',
        downgrade:
          'op.add_column("notice", sa.Column("shown_in_banner", sa.Boolean(), nullable=True))\nop.add_column("notice", sa.Column("closed", sa.Boolean(), nullable=True))\nop.drop_column("notice", "shown_in_overlay")',
        at: 'op.drop_column("notice", "shown_in_banner")',
      },
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
        caption: 'several that go and one that comes, with other words in their names',
        upgrade:
          'op.add_column("notice", sa.Column("accept_label", sa.String(), nullable=True))\nop.drop_column("notice", "delivery")\nop.drop_column("notice", "banner")',
        downgrade:
          'op.add_column("notice", sa.Column("delivery", sa.String(), nullable=True))\nop.add_column("notice", sa.Column("banner", sa.String(), nullable=True))\nop.drop_column("notice", "accept_label")',
      },
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
    const copies = changesIn(pass, 'upgrade', 'write', 'unread').length > 0;
    return copies
      ? []
      : pairs(pass).map(([dropped, twin]) => {
          const [table, column, now] = [dropped.table ?? '', dropped.column ?? '', twin.column.name ?? ''];
          return trouble(
            dropped,
            `This drops ${columnNamed(table, column)} and adds ${named(now)} of the same type, which is how autogenerate writes a rename: if it is one, the values of \`${column}\` are lost.`,
            `Copy the values before the column goes, or keep the column and rename the attribute alone:\nop.execute("UPDATE ${table} SET ${now} = ${column}")`,
          );
        });
  },
};

type Dropped = ChangeOf<'drop-column'>;
type Added = ChangeOf<'add-column'>;

/** A renamed column has one twin: the only two of a type on a table, or those whose names have a word in common. */
function pairs(pass: Pass): readonly (readonly [Dropped, Added])[] {
  const gone = onExisting(pass, 'drop-column').filter(({ column }) => column !== null);
  const taken = new Set<Added>();
  const alike = (one: Dropped): readonly Added[] => {
    const type = typeBefore(pass, one);
    return changesIn(pass, 'upgrade', 'add-column').filter(
      (added) =>
        isOn(one.table, added) &&
        type !== null &&
        added.column.type !== null &&
        typeText(added.column.type) === type &&
        added.column.name !== one.column,
    );
  };
  return gone.flatMap((one) => {
    const twins = alike(one);
    const rivals = gone.filter((other) => other !== one && alike(other).some((twin) => twins.includes(twin)));
    const only = twins.length === 1 && rivals.length === 0 ? twins[0] : undefined;
    const twin = only ?? twins.find((added) => !taken.has(added) && shareWord(one.column, added.column.name));
    if (twin === undefined) return [];
    taken.add(twin);
    return [[one, twin] as const];
  });
}

/** As the downgrade brings it back; null where it does not. */
function typeBefore(pass: Pass, { table, column }: Dropped): string | null {
  const before = changesIn(pass, 'downgrade', 'add-column').find(
    (one) =>
      isOn(table, one) && one.column.name !== null && column !== null && key(one.column.name) === key(column),
  );
  return before?.column.type ? typeText(before.column.type) : null;
}

const isOn = (table: string | null, other: { readonly table: string | null }): boolean =>
  table !== null && other.table !== null && key(table) === key(other.table);

function shareWord(a: string | null, b: string | null): boolean {
  const words = (name: string | null): readonly string[] => key(name ?? '').split('_');
  return words(a).some((word) => word.length > 2 && words(b).includes(word));
}
