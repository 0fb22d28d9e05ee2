/** A foreign key joins two columns of one type, or it fails, or every join converts. */
import { columnNamed, named, type Change, type Column, type ColumnType } from '../change.ts';
import { changesIn, type Pass } from '../pass.ts';
import { ALL_OFF, trouble, type Rule } from '../rule.ts';
import { typeText } from '../types.ts';

export const noForeignKeyTypeMismatch: Rule = {
  id: 'no-foreign-key-type-mismatch',
  group: 'hygiene',
  title: 'A foreign key between columns of different types',
  why: 'MySQL and MariaDB refuse it with errno 3780 or 150. PostgreSQL takes an INTEGER that points at a BIGINT, and it overflows long before its target does. Only columns that the pull request itself writes out are compared.',
  severity: ALL_OFF,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'both tables are new',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.BigInteger(), primary_key=True))\nop.create_table("note", sa.Column("tag_id", sa.Integer()), sa.ForeignKeyConstraint(["tag_id"], ["tag.id"]))',
        at: 'op.create_table("note"',
      },
      {
        caption: 'in raw SQL, by sign',
        upgrade:
          'op.execute("CREATE TABLE tag (id INT UNSIGNED PRIMARY KEY)")\nop.execute("CREATE TABLE note (tag_id INT, FOREIGN KEY (tag_id) REFERENCES tag (id))")',
        at: 'op.execute("CREATE TABLE note',
        engines: ['mysql', 'mariadb'],
      },
    ],
    good: [
      {
        caption: 'of one type, and a text of another length',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("slug", sa.String(9), unique=True))\nop.create_table("note", sa.Column("tag_id", sa.Integer(), sa.ForeignKey("tag.id")), sa.Column("slug", sa.String(20), sa.ForeignKey("tag.slug")))',
      },
      {
        caption: 'a number that counts by itself, and texts of two sorts',
        upgrade:
          'op.execute("CREATE TABLE tag (id SERIAL PRIMARY KEY, slug VARCHAR(9) UNIQUE)")\nop.execute("CREATE TABLE note (tag_id INT REFERENCES tag (id), slug CHAR(9) REFERENCES tag (slug))")',
        engines: ['postgresql'],
      },
      {
        caption: 'a target that is not written here',
        upgrade: 'op.add_column("note", sa.Column("user_id", sa.Integer(), sa.ForeignKey("user.id")))',
      },
    ],
  },
  check: (pass) =>
    changesIn(pass, 'upgrade', 'create-table', 'add-column', 'add-constraint').flatMap((change) =>
      pairsOf(change).flatMap(([column, table, target]) => {
        const from = pass.facts.writtenColumn(change.table, column)?.type;
        const to = pass.facts.writtenColumn(table, target)?.type;
        if (!from || !to || storage(from, pass) === storage(to, pass)) return [];
        return [
          trouble(
            change,
            `${columnNamed(change.table, column)} is ${typeText(from)} and points at ${columnNamed(table, target)}, which is ${typeText(to)}: MySQL and MariaDB refuse such a key; PostgreSQL refuses one between unlike types, and lets the smaller of two numbers overflow.`,
            `Give the column the type of ${named(target)}.`,
          ),
        ];
      }),
    ),
};

/** What tells two types of a key apart: lengths, and what counts by itself, do not. */
function storage({ name, unsigned }: ColumnType, { engine }: Pick<Pass, 'engine'>): string {
  if (name.endsWith('serial') && engine !== 'postgresql') return 'bigint unsigned';
  const plain = SAME[name] ?? name;
  return unsigned ? `${plain} unsigned` : plain;
}

const SAME: Readonly<Record<string, string>> = {
  serial: 'int',
  bigserial: 'bigint',
  smallserial: 'smallint',
  boolean: 'tinyint',
  char: 'text',
  varchar: 'text',
};

/** Column, the table it points at, and the column there. */
type Pair = readonly [string, string, string];

/** A key beside a new column of an existing table comes as a constraint of its own. */
function pairsOf(change: Change): readonly Pair[] {
  if (change.kind === 'add-constraint') return ofConstraint(change.constraint);
  if (change.kind === 'add-column')
    return change.column.references?.inline === true ? ofColumn(change.column) : [];
  if (change.kind !== 'create-table') return [];
  return [...change.columns.flatMap(ofColumn), ...change.constraints.flatMap(ofConstraint)];
}

function ofColumn({ name, references }: Column): readonly Pair[] {
  if (name === null || !references || references.table === null || references.column === null) return [];
  return [[name, references.table, references.column]];
}

function ofConstraint(constraint: {
  readonly columns: readonly string[] | null;
  readonly references: string | null;
  readonly referred: readonly string[] | null;
}): readonly Pair[] {
  const { columns, references, referred } = constraint;
  if (columns === null || references === null || referred?.length !== columns.length) return [];
  return columns.map((column, index): Pair => [column, references, referred[index] ?? '']);
}
