/** What one direction makes and the other leaves alone is residue after a rollback. */
import type { Direction } from '../../revision/operation.ts';
import type { Change } from '../change.ts';
import { lostObject } from '../counterpart.ts';
import { outOfOrder, turnsKeysOff } from '../reverse.ts';
import { STRICT_ERROR, trouble, type Rule } from '../rule.ts';

export const noDowngradeMismatch: Rule = {
  id: 'no-downgrade-mismatch',
  group: 'reversibility',
  title: 'The two directions are not each other’s reverse',
  why: 'An object that only one direction names is still there after a rollback, or still gone, and the next upgrade fails on it. And what stands on something goes first: a server refuses to drop a table that a foreign key refers to, and an index went with its table or column. The proof on a database says the same exactly; this is seen without one. Directions with anything that cannot be read are passed over.',
  severity: STRICT_ERROR,
  examples: {
    bad: [
      {
        caption: 'a column that is never dropped',
        upgrade:
          'op.add_column("user", sa.Column("a", sa.Integer()))\nop.add_column("user", sa.Column("b", sa.Integer()))',
        downgrade: 'op.drop_column("user", "a")',
        at: 'op.add_column("user", sa.Column("b"',
      },
      {
        caption: 'a dropped table that never comes back',
        upgrade: 'op.drop_table("note")\nop.drop_table("tag")',
        downgrade: 'op.create_table("note", sa.Column("id", sa.Integer()))',
        at: 'op.drop_table("tag")',
      },
      {
        caption: 'an index and a constraint that stay',
        upgrade: 'op.create_index("ix_a", "user", ["a"])\nop.create_index("ix_b", "user", ["b"])',
        downgrade: 'op.drop_index("ix_a", table_name="user")',
        at: 'op.create_index("ix_b"',
        says: 'adds index `ix_b`',
      },
      {
        caption: 'tables dropped in the order in which they were made',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer(), primary_key=True))\nop.create_table("note", sa.Column("tag_id", sa.Integer(), sa.ForeignKey("tag.id")))',
        downgrade: 'op.drop_table("tag")\nop.drop_table("note")',
        at: 'op.drop_table("tag")',
        says: 'before the foreign key of `note`',
      },
      {
        caption: 'an index after its table',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Integer()))\nop.create_index("ix_a", "tag", ["a"])',
        downgrade: 'op.drop_table("tag")\nop.drop_index("ix_a", table_name="tag")',
        at: 'op.drop_index',
        says: 'after dropping it',
      },
      {
        caption: 'an index after its column',
        upgrade:
          'op.add_column("user", sa.Column("a", sa.Integer()))\nop.create_index("ix_a", "user", ["a"])',
        downgrade: 'op.drop_column("user", "a")\nop.drop_index("ix_a", table_name="user")',
        at: 'op.drop_index',
        says: 'with which it went',
      },
      {
        caption: 'a column before its key',
        upgrade:
          'op.add_column("note", sa.Column("tag_id", sa.Integer()))\nop.create_foreign_key("fk_tag", "note", "tag", ["tag_id"], ["id"])',
        downgrade:
          'op.drop_column("note", "tag_id")\nop.drop_constraint("fk_tag", "note", type_="foreignkey")',
        at: 'op.drop_column',
        says: 'before the foreign key that stands on it',
        engines: ['mysql', 'mariadb'],
      },
    ],
    good: [
      {
        caption: 'columns and indexes that go with their table',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer()))\nop.add_column("tag", sa.Column("a", sa.Integer()))\nop.create_index("ix_a", "tag", ["a"])',
        downgrade: 'op.drop_table("tag")',
      },
      {
        caption: 'an index that goes with its column',
        upgrade:
          'op.add_column("user", sa.Column("a", sa.Integer()))\nop.create_index("ix_a", "user", ["a"])',
        downgrade: 'op.drop_column("user", "a")',
      },
      {
        caption: 'the reverse order',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer(), primary_key=True))\nop.create_table("note", sa.Column("tag_id", sa.Integer()), sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name="fk_tag"))\nop.create_index("ix_tag", "note", ["tag_id"])',
        downgrade: 'op.drop_table("note")\nop.drop_table("tag")',
      },
      {
        caption: 'keys dropped before any table',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer(), primary_key=True))\nop.create_table("note", sa.Column("tag_id", sa.Integer()))\nop.create_foreign_key("fk_tag", "note", "tag", ["tag_id"], ["id"])',
        downgrade:
          'op.drop_constraint("fk_tag", "note", type_="foreignkey")\nop.drop_table("tag")\nop.drop_table("note")',
      },
      {
        caption: 'a table that refers to itself',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("up", sa.Integer(), sa.ForeignKey("tag.id")))',
        downgrade: 'op.drop_table("tag")',
      },
      {
        caption: 'names that a naming convention completes, or gives',
        upgrade:
          'op.create_check_constraint("positive", "invoice", "n > 0")\nop.create_index(None, "invoice", ["a"])',
        downgrade:
          'op.drop_index("ix_invoice_a", table_name="invoice")\nop.drop_constraint("ck_invoice_positive", "invoice", type_="check")',
      },
      {
        caption: 'a key that is dropped and made again around an index',
        upgrade: 'op.create_index("ix_a", "note", ["a"])',
        downgrade:
          'op.drop_constraint("fk_a", "note", type_="foreignkey")\nop.drop_index("ix_a", table_name="note")\nop.create_foreign_key("fk_a", "note", "user", ["a"], ["id"])',
      },
      {
        caption: 'tables dropped in any order without foreign key checks',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer(), primary_key=True))\nop.create_table("note", sa.Column("tag_id", sa.Integer(), sa.ForeignKey("tag.id")))',
        downgrade:
          'op.execute("SET FOREIGN_KEY_CHECKS=0")\nop.drop_table("tag")\nop.drop_table("note")\nop.execute("SET FOREIGN_KEY_CHECKS=1")',
        engines: ['mysql', 'mariadb'],
      },
      {
        caption: 'a way back that cannot be read',
        upgrade: 'op.add_column("user", sa.Column("a", sa.Integer()))',
        downgrade: 'for column in columns():\n    op.drop_column("user", column)',
      },
      {
        caption: 'names that change on the way',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer()))\nop.rename_table("tag", "label")',
        downgrade: 'op.drop_table("label")',
      },
      {
        caption: 'what is dropped if it exists',
        upgrade:
          'op.execute("ALTER TABLE user DROP COLUMN IF EXISTS tsv")\nop.create_index("ix_a", "user", ["a"])',
        downgrade: 'op.drop_index("ix_a", table_name="user")',
      },
      {
        caption: 'partitions, which go with their table',
        upgrade:
          'op.execute("CREATE TABLE log (day DATE) PARTITION BY LIST (day)")\nop.execute("CREATE TABLE log_now PARTITION OF log DEFAULT")',
        downgrade: 'op.drop_table("log")',
        engines: ['postgresql'],
      },
    ],
  },
  check: ({ changes, migration, engine, operations }) => {
    const isThere = (direction: Direction): boolean =>
      migration.functions.some((one) => one.direction === direction && one.body === 'present');
    if (!isThere('upgrade') || !isThere('downgrade') || changes.some(isOpaque)) return [];
    const inDirection = (direction: Direction): readonly Change[] =>
      changes.filter((one) => one.direction === direction);
    const [up, down] = [inDirection('upgrade'), inDirection('downgrade')];
    const lost = changes.flatMap((change) => {
      const object = lostObject(
        change,
        change.direction === 'upgrade' ? { own: up, others: down } : { own: down, others: up },
      );
      return object === null
        ? []
        : [
            trouble(
              change,
              `${sayLoss(change, object)}: after a rollback the schema is not what it was before, and the next upgrade may fail on it.`,
              `Make both directions each other's reverse.`,
            ),
          ];
    });
    const refused = (['upgrade', 'downgrade'] as const)
      .filter((direction) => !turnsKeysOff(operations, direction))
      .flatMap((direction) =>
        outOfOrder(direction === 'upgrade' ? up : down, direction === 'upgrade' ? down : up, engine),
      )
      .map(({ change, why }) =>
        trouble(
          change,
          `${change.direction}() ${why}: the server refuses, and ${change.direction === 'upgrade' ? 'the upgrade' : 'a rollback'} stops here.`,
          `Take things apart in the reverse of the order in which ${change.direction === 'upgrade' ? 'downgrade' : 'upgrade'}() makes them.`,
        ),
      );
    return [...lost, ...refused];
  },
};

function sayLoss({ direction, kind }: Change, object: string): string {
  const adds = kind.startsWith('add-') || kind.startsWith('create-');
  if (direction === 'upgrade')
    return adds
      ? `upgrade() adds ${object}, and downgrade() does not drop it`
      : `upgrade() drops ${object}, and downgrade() does not bring it back`;
  return adds
    ? `downgrade() adds ${object}, which upgrade() did not drop`
    : `downgrade() drops ${object}, which upgrade() did not add`;
}

/** Changes after which names no longer tell what is what. */
function isOpaque(change: Change): boolean {
  if (change.kind === 'unread' || change.kind.startsWith('rename-') || change.under.length > 0) return true;
  if (change.kind === 'drop-index') return change.name === null;
  return (
    ('table' in change && change.table === null) || (change.kind === 'drop-column' && change.column === null)
  );
}
