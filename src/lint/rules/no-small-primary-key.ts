/** A key that runs out stops every INSERT at once. */
import { columnNamed, type ChangeOf, type Column } from '../change.ts';
import { changesIn } from '../pass.ts';
import { typeText } from '../types.ts';
import { ALL_OFF, trouble, type Rule } from '../rule.ts';

const SMALL = new Set(['tinyint', 'smallint', 'mediumint', 'int', 'serial', 'smallserial']);

export const noSmallPrimaryKey: Rule = {
  id: 'no-small-primary-key',
  group: 'hygiene',
  title: 'A new table whose key is smaller than BIGINT',
  why: 'An INT ends at 2,147,483,647. From then on every INSERT fails, and making the key larger rebuilds the table and those that refer to it.',
  severity: ALL_OFF,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'an integer',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer(), primary_key=True))',
        at: 'op.create_table',
      },
      {
        caption: 'by a constraint',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer()), sa.PrimaryKeyConstraint("id"))',
        at: 'op.create_table',
      },
    ],
    good: [
      {
        caption: 'a big integer, and a key that is no number',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.BigInteger(), primary_key=True))\nop.create_table("label", sa.Column("code", sa.String(9), primary_key=True))',
      },
      {
        caption: 'a key that is another table’s, whose type it must have',
        upgrade:
          'op.create_table("admin", sa.Column("id", sa.Integer(), nullable=False), sa.ForeignKeyConstraint(["id"], ["user.id"]), sa.PrimaryKeyConstraint("id"))',
      },
      {
        caption: 'a temporary table',
        upgrade: 'op.execute("CREATE TEMPORARY TABLE work (id INT PRIMARY KEY)")',
      },
      {
        caption: 'a key of two columns',
        upgrade:
          'op.create_table("tag", sa.Column("a", sa.Integer(), primary_key=True), sa.Column("b", sa.Integer(), primary_key=True))',
      },
    ],
  },
  check: (pass) =>
    changesIn(pass, 'upgrade', 'create-table').flatMap((change) => {
      const [column, ...more] = keyColumns(change);
      if (!column?.type || more.length > 0 || !SMALL.has(column.type.name)) return [];
      if (change.temporary || refers(change, column)) return [];
      return [
        trouble(
          change,
          `The key ${columnNamed(change.table, column.name)} is ${typeText(column.type)}: when it runs out, every INSERT fails until the table has been rebuilt.`,
          'Use a BIGINT:\nsa.Column("id", sa.BigInteger(), primary_key=True)',
        ),
      ];
    }),
};

/** What points at another table has the type that is there. */
const refers = ({ constraints }: ChangeOf<'create-table'>, { name, references }: Column): boolean =>
  references !== null ||
  constraints.some(({ kind, columns }) => kind === 'foreign-key' && columns?.includes(name ?? '') === true);

function keyColumns({ columns, constraints }: ChangeOf<'create-table'>): readonly Column[] {
  const names = constraints.find(({ kind }) => kind === 'primary-key')?.columns ?? [];
  return columns.filter(({ primaryKey, name }) => primaryKey || (name !== null && names.includes(name)));
}
